# %% [markdown] schema=1
# # A course of 2016
#
# nbgrader's marks are of its first version; `nbgrader update` brings them up to date.

# %% setup="imports"
from __future__ import division, print_function

import math


# %% answer="hypotenuse"
def hypotenuse(a, b):
    """The longest side of a right-angled triangle."""
    ### BEGIN SOLUTION
    return math.sqrt(a**2 + b**2)
    ### END SOLUTION


# %% test="hypotenuse-test" points=1
assert hypotenuse(3, 4) == 5
assert round(hypotenuse(1, 1), 3) == 1.414


# %% answer="leap"
def is_leap(year):
    """Whether a year has 366 days."""
    ### BEGIN SOLUTION
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    ### END SOLUTION


# %% test="leap-simple" points=1
assert is_leap(2016) and not is_leap(2015)

# %% test="leap-centuries" points=1
assert [year for year in range(1800, 2101, 100) if is_leap(year)] == [2000]

# %% test="leap-type" points=1
assert is_leap(4) == True
assert is_leap(5) == False

# %% [markdown] written="why" points=2
# ### BEGIN SOLUTION
# The year is a little shorter than 365 and a quarter days.
# ### END SOLUTION
