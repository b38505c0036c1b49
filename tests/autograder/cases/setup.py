# %% [markdown]
# The first cell of every case: what the instructor imports.

# %% setup
import random
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
