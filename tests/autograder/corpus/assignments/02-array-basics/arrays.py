# %% setup="imports"
import numpy as np

# %% [markdown]
# Avoid loops where numpy has a word for it.


# %% answer="checker"
def checkerboard(n):
    """An n by n array of 0 and 1 that alternate, with 0 in the corner."""
    ### BEGIN SOLUTION
    return np.indices((n, n)).sum(axis=0) % 2
    ### END SOLUTION


# %% test="checker-small" points=1
np.testing.assert_array_equal(checkerboard(2), [[0, 1], [1, 0]])

# %% test="checker-large" points=1
board = checkerboard(9)
assert board.shape == (9, 9)
assert board.sum() == 40
assert board[0, 0] == 0 and board[8, 8] == 0
assert np.issubdtype(board.dtype, np.integer)


# %% answer="scale"
def scale(x):
    """Each column shifted and stretched to lie between 0 and 1."""
    ### BEGIN SOLUTION
    x = np.asarray(x, dtype=float)
    low, high = x.min(axis=0), x.max(axis=0)
    return (x - low) / (high - low)
    ### END SOLUTION


# %% test="scale-values" points=2
given = np.array([[1.0, 10.0], [2.0, 30.0], [5.0, 20.0]])
np.testing.assert_allclose(scale(given), [[0, 0], [0.25, 1], [1, 0.5]])
np.testing.assert_array_equal(given[0], [1, 10], err_msg="the argument was changed")

# %% test="scale-random" points=1
rng = np.random.default_rng(3)
for _ in range(20):
    result = scale(rng.normal(size=(6, 4)))
    np.testing.assert_almost_equal(result.min(axis=0), np.zeros(4))
    np.testing.assert_almost_equal(result.max(axis=0), np.ones(4))

# %% answer="facts"
a = np.arange(24).reshape(2, 3, 4)
### BEGIN SOLUTION
last_plane = a[-1]
every_other = a[..., ::2]
above = a[a > 20]
where = np.argwhere(a == 7)
### END SOLUTION

# %% test="facts-test" points=2
assert isinstance(last_plane, np.ndarray) and last_plane.shape == (3, 4)
assert every_other.ndim == 3 and every_other.sum() == 132
assert set(above) == {21, 22, 23}
np.testing.assert_equal(where, [[0, 1, 3]])
assert np.array_equal(a, np.arange(24).reshape(2, 3, 4))
