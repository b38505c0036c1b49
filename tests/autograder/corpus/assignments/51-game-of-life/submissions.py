# %% by="wraps-round" answer="neighbours"
def neighbours(board):
    return sum(
        np.roll(np.roll(board, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j
    )


# %% by="counts-itself" answer="neighbours"
def neighbours(board):
    out = np.zeros(board.shape, int)
    for i in range(board.shape[0]):
        for j in range(board.shape[1]):
            out[i, j] = board[max(i - 1, 0) : i + 2, max(j - 1, 0) : j + 2].sum()
    return out


# %% by="no-survivors" answer="generation"
def generation(board):
    return (neighbours(board) == 3) * 1


# %% by="a-list" answer="run"
def run(board, steps):
    counts = []
    for _ in range(steps):
        board = generation(board)
        counts.append(board.sum())
    return counts


# %% by="noisy" after="generation"
import matplotlib.pyplot as plt

plt.imshow(generation(GLIDER), cmap="gray")
