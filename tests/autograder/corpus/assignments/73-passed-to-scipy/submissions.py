# %% by="numpy-sign" answer="scalar"
def f(x):
    return x**3 - 2 * x - 5


def df(x):
    return 3 * x - 2


def sign(x):
    return np.sign(x)


# %% by="no-event" answer="motion"
def fall(t, state):
    return np.array([state[1], -9.81])


def ground(t, state):
    return state[0]


# %% by="swapped" answer="fits"
def model(t, k, a):
    return a * np.exp(-k * t)


def loss(params, t, y):
    return np.mean(np.abs(model(t, *params) - y))


# %% by="copies" answer="arrays"
def normalize(row):
    return row / np.sum(row)


def clear_diagonal(m):
    m = m.copy()
    m[np.arange(len(m)), np.arange(len(m))] = 0
    return m


def border(m):
    return np.array([m[0], m[-1]])


def people(rows):
    return np.array([tuple(r) for r in rows], dtype="U10,i4,f8")


def draw(rng, n):
    return np.array([rng.normal() for _ in range(n)])


# %% by="noisy" after="arrays"
t, y, m = 1, 2, np.eye(3)
clear_diagonal(m)
print(optimize.brentq(f, 0, 5), m)
fall(0)
