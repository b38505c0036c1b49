# %% setup="imports"
import random
import sys
from functools import cache, lru_cache

# %% answer="fib"
# A dict `memo` that remembers, and fib(n), which uses it.
### BEGIN SOLUTION
memo = {0: 0, 1: 1}


def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


### END SOLUTION

# %% test="fib-test" points=1
assert [fib(n) for n in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]
assert fib(90) == 2880067194370816120

# %% test="fib-memo" points=2
assert memo[90] == fib(90) and len(memo) >= 90
memo.clear()
memo.update({0: 2, 1: 1})
assert [fib(n) for n in range(5)] == [2, 1, 3, 4, 7], "it uses the memo, so these are Lucas's"
assert set(memo) == {0, 1, 2, 3, 4}


# %% answer="paths"
# paths(m, n): how many ways there are over a grid, by lru_cache.
### BEGIN SOLUTION
@lru_cache(maxsize=None)
def paths(m, n):
    if m == 0 or n == 0:
        return 1
    return paths(m - 1, n) + paths(m, n - 1)


### END SOLUTION

# %% test="paths-test" points=1
assert paths(2, 2) == 6 and paths(16, 16) == 601080390

# %% test="paths-cache" points=2
paths.cache_clear()
assert paths.cache_info().currsize == 0
paths(3, 3)
info = paths.cache_info()
assert info.misses == 15 and info.hits > 0, info
before = info.hits
paths(3, 3)
assert paths.cache_info().hits == before + 1
assert paths.cache_info().maxsize is None and hasattr(paths, "__wrapped__")
hits, misses, *_ = paths.cache_info()
assert (hits, misses) == (before + 1, 15)


# %% answer="depth"
def depth(nested):
    """How deep lists lie in lists; 0 for what is no list."""
    ### BEGIN SOLUTION
    if not isinstance(nested, list):
        return 0
    return 1 + max(map(depth, nested), default=0)
    ### END SOLUTION


# %% test="depth-test" points=1
for nested, expected in [(3, 0), ([], 1), ([[1], [[2]]], 3), ("ab", 0), ([[[[]]]], 4)]:
    assert depth(nested) == expected, f"depth({nested}) is {depth(nested)}, not {expected}"
deep = []
for _ in range(60):
    deep = [deep]
assert depth(deep) == 61


# %% answer="endless"
def endless(n):
    """Calls itself without an end, to see what happens."""
    ### BEGIN SOLUTION
    return endless(n + 1)
    ### END SOLUTION


# %% test="endless-test" points=1
limit = sys.getrecursionlimit()
try:
    endless(0)
except RecursionError as error:
    assert "recursion" in str(error)
else:
    raise AssertionError("it has an end")
assert sys.getrecursionlimit() == limit
assert fib(5) == 11


# %% answer="walk"
def walk(steps):
    """Where a walk of random.choice([-1, 1]) has been, from 0 on."""
    ### BEGIN SOLUTION
    where = [0]
    for _ in range(steps):
        where.append(where[-1] + random.choice([-1, 1]))
    return where
    ### END SOLUTION


# %% test="walk-seeded" points=1
random.seed(42)
first = walk(20)
random.seed(42)
assert walk(20) == first
random.seed(42)
steps = [random.choice([-1, 1]) for _ in range(20)]
assert [b - a for a, b in zip(first, first[1:])] == steps
assert walk(0) == [0]


# %% answer="rng-given"
@cache
def shuffled(n, seed):
    """A tuple of 0 to n - 1, shuffled by a random.Random(seed); each computed once."""
    ### BEGIN SOLUTION
    numbers = list(range(n))
    random.Random(seed).shuffle(numbers)
    return tuple(numbers)
    ### END SOLUTION


# %% test="rng-test" points=1
a = shuffled(10, 1)
expected = list(range(10))
random.Random(1).shuffle(expected)
assert list(a) == expected and shuffled(10, 2) != a
assert shuffled(10, 1) is a, "the same one"
try:
    shuffled([1], 2)
    assert False, "a list cannot be hashed"
except TypeError as error:
    assert "unhashable" in str(error)
