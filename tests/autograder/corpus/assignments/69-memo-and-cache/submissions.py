# %% by="no-memo" answer="fib"
memo = {}


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


# %% by="own-dict" answer="paths"
def paths(m, n, known={}):
    if not (m and n):
        return 1
    if (m, n) not in known:
        known[m, n] = paths(m - 1, n) + paths(m, n - 1)
    return known[m, n]


# %% by="first-only" answer="depth"
def depth(nested):
    return 1 + depth(nested[0]) if isinstance(nested, list) and nested else 0


# %% by="numpy-random" answer="walk"
import numpy as np


def walk(steps):
    return [0, *np.cumsum(np.random.choice([-1, 1], steps))]


# %% by="noisy" after="paths"
fib(30)
paths(5, 5)
random.seed(1)
sys.setrecursionlimit(900)
