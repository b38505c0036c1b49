# %% setup="imports"
import board
from board import OutsideError, is_marked, mark

# %% answer="diagonal"
# Mark the squares of the diagonal: 0, 6, 12, 18 and 24.
### BEGIN SOLUTION
for k in range(board.SIZE):
    mark(k * board.SIZE + k)
### END SOLUTION

# %% test="diagonal-test" points=2
assert all(is_marked(square) for square in (0, 6, 12, 18, 24))
assert not is_marked(1)

# %% test="diagonal-history" points=1
assert board.history == [0, 6, 12, 18, 24]


# %% answer="row"
def mark_row(row):
    """Mark all squares of a row; return how many were not marked before."""
    ### BEGIN SOLUTION
    new = 0
    for square in range(row * board.SIZE, (row + 1) * board.SIZE):
        new += not is_marked(square)
        mark(square)
    return new
    ### END SOLUTION


# %% test="row-test" points=1
board.clear()
assert mark_row(1) == 5
assert mark_row(1) == 0

# %% test="row-state" points=1
assert is_marked(5) and is_marked(9) and not is_marked(10)


# %% answer="safe"
def try_to_mark(square):
    """True when the square could be marked, False when it is outside."""
    ### BEGIN SOLUTION
    try:
        mark(square)
    except OutsideError:
        return False
    return True
    ### END SOLUTION


# %% test="safe-test" points=1
assert try_to_mark(3) is True
assert try_to_mark(25) is False
assert is_marked(3)

# %% test="constant" points=1
assert board.SIZE == 5
