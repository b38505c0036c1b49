# %% setup="imports"
import types
from itertools import count, islice, takewhile


# %% answer="fibonacci"
def fibonacci():
    """Yield 0, 1, 1, 2, 3, 5, ... without end."""
    ### BEGIN SOLUTION
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
    ### END SOLUTION


# %% test="fibonacci-type" points=1
assert isinstance(fibonacci(), types.GeneratorType)

# %% test="fibonacci-values" points=1
assert list(islice(fibonacci(), 8)) == [0, 1, 1, 2, 3, 5, 8, 13]
assert sum(takewhile(lambda n: n < 100, fibonacci())) == 232
one, other = fibonacci(), fibonacci()
next(one), next(one), next(one)
assert next(one) == 2 and next(other) == 0


# %% answer="chunks"
def chunks(items, size):
    """Yield lists of `size` items, of any iterable; the last may be shorter."""
    ### BEGIN SOLUTION
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
    ### END SOLUTION


# %% test="chunks-list" points=1
assert list(chunks([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
assert list(chunks([], 3)) == []

# %% test="chunks-lazy" points=2
assert next(chunks(count(), 3)) == [0, 1, 2]
assert list(chunks((k for k in "abcd"), 3)) == [["a", "b", "c"], ["d"]]


# %% answer="averager"
def averager():
    """A generator that is sent numbers and yields their mean so far; None before the first."""
    ### BEGIN SOLUTION
    total, n, mean = 0.0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n
    ### END SOLUTION


# %% test="averager-test" points=2
a = averager()
assert next(a) is None
assert a.send(4) == 4
assert a.send(8) == 6
a.close()
try:
    next(a)
except StopIteration:
    pass
else:
    raise AssertionError

# %% test="for-loop" points=1
seen = []
for n in fibonacci():
    if n > 20:
        break
    seen.append(n)
assert seen[-1] == 13 and len(seen) == 8
