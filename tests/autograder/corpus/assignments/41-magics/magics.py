# %% setup="imports"
# %matplotlib inline
# %config InlineBackend.figure_format = "png"
import matplotlib.pyplot as plt
import numpy as np

# %% answer="timed"
# %%time
### BEGIN SOLUTION
squares = np.arange(1000) ** 2
### END SOLUTION

# %% test="timed-test" points=1
assert squares.shape == (1000,) and squares[-1] == 998001

# %% answer="line-magic"
### BEGIN SOLUTION
# %precision 3
# %time cubes = [n**3 for n in range(5)]
### END SOLUTION

# %% test="line-magic-test" points=1
assert cubes == [0, 1, 8, 27, 64]

# %% test="timed-in-test" points=1
# %%time
assert squares[3] == 9

# %% test="help-in-test" points=1
# %matplotlib inline
assert callable(np.sum)
# np.sum?


# %% answer="last"
def mean_of(values):
    ### BEGIN SOLUTION
    return float(np.mean(values))
    ### END SOLUTION


# %% test="last-test" points=1
# %time assert mean_of([1, 2, 6]) == 3
