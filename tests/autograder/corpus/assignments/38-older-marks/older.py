# %% setup="imports" schema=2
import numpy as np


# %% answer="dot"
def dot(a, b):
    """The inner product of two lists; ValueError when their lengths differ."""
    ### BEGIN SOLUTION
    if len(a) != len(b):
        raise ValueError("lengths differ")
    return sum(x * y for x, y in zip(a, b))
    ### END SOLUTION


# %% test="dot-values" points=1
assert dot([1, 2, 3], [4, 5, 6]) == 32
assert dot([], []) == 0

# %% test="dot-lengths" points=1
np.testing.assert_raises(ValueError, dot, [1], [1, 2])


# %% answer="norm"
def norm(a):
    """The length of a vector, by `dot`."""
    ### BEGIN SOLUTION
    return dot(a, a) ** 0.5
    ### END SOLUTION


# %% test="norm-values" points=1
assert norm([3, 4]) == 5

# %% test="norm-uses-dot" points=2
kept = dot
calls = []


def dot(a, b):
    calls.append((a, b))
    return kept(a, b)


try:
    assert norm([6, 8]) == 10
    assert calls, "norm is to use dot"
finally:
    dot = kept

# %% test="norm-without-dot" points=1
assert dot([2], [2]) == 4
