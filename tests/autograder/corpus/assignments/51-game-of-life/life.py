# %% setup="imports"
import numpy as np

GLIDER = np.array([[0, 1, 0], [0, 0, 1], [1, 1, 1]])


# %% answer="neighbours"
def neighbours(board):
    """The number of living neighbours of each cell; beyond the border nothing lives."""
    ### BEGIN SOLUTION
    padded = np.pad(board, 1)
    n, m = board.shape
    return sum(
        padded[1 + i : 1 + i + n, 1 + j : 1 + j + m]
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        if (i, j) != (0, 0)
    )
    ### END SOLUTION


# %% test="neighbours-test" points=1
np.testing.assert_array_equal(neighbours(GLIDER), [[1, 1, 2], [3, 5, 3], [1, 3, 2]])
assert neighbours(np.ones((3, 5), dtype=int)).max() == 8


# %% answer="generation"
def generation(board):
    """The next board, with the types of the board that is given."""
    ### BEGIN SOLUTION
    n = neighbours(board)
    return ((n == 3) | ((board == 1) & (n == 2))).astype(board.dtype)
    ### END SOLUTION


# %% test="blinker" points=1
blinker = np.zeros((5, 5), dtype=int)
blinker[2, 1:4] = 1
assert (generation(blinker) == blinker.T).all()
assert (generation(generation(blinker)) == blinker).all()

# %% test="block-stays" points=1
block = np.pad(np.ones((2, 2), dtype=np.int8), 2)
after = generation(block)
assert after.dtype == np.int8
assert np.array_equal(after, block)

# %% test="glider-moves" points=2
board = np.zeros((12, 12), dtype=int)
board[:3, :3] = GLIDER
for _ in range(16):
    board = generation(board)
    assert board.sum() == 5
np.testing.assert_array_equal(board[4:7, 4:7], GLIDER)


# %% answer="run"
def run(board, steps):
    """Yield the number of living cells, at the start and after each step."""
    ### BEGIN SOLUTION
    yield int(board.sum())
    for _ in range(steps):
        board = generation(board)
        yield int(board.sum())
    ### END SOLUTION


# %% test="run-test" points=1
assert list(run(blinker, 3)) == [3, 3, 3, 3]
lonely = np.eye(4, dtype=int)
assert list(run(lonely, 2)) == [4, 2, 0]
