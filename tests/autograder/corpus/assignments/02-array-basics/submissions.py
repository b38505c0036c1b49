# %% by="starts-with-one" answer="checker"
def checkerboard(n):
    board = np.zeros((n, n), dtype=int)
    board[::2, ::2] = 1
    board[1::2, 1::2] = 1
    return board


# %% by="float-board" answer="checker"
def checkerboard(n):
    board = np.zeros((n, n))
    board[::2, 1::2] = 1
    board[1::2, ::2] = 1
    return board


# %% by="over-everything" answer="scale"
def scale(x):
    return (x - x.min()) / (x.max() - x.min())


# %% by="in-place" answer="scale"
def scale(x):
    x -= x.min(axis=0)
    x /= x.max(axis=0)
    return x


# %% by="in-place" answer="facts"
a = np.arange(24).reshape(2, 3, 4)
last_plane = a[-1].tolist()
every_other = a[::2]
above = [21, 22, 23]
where = np.where(a == 7)

# %% by="noisy" before="checker"
np.set_printoptions(precision=2)
print(np.arange(6).reshape(2, 3))

# %% by="noisy" after="scale"
scale(np.ones((2, 2)))  # divides by zero
