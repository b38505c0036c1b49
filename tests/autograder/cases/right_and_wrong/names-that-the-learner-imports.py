# %% [markdown]
# names that the learner imports

# %% right
from math import sqrt, pi as PI
import math as m

# %% wrong
sqrt = lambda x: x
PI = 3
import math as m

# %% test
assert abs(sqrt(16) - 4) < 1e-9 and round(PI, 2) == 3.14 and m.floor(2.5) == 2
