# %% setup="imports"
import inspect
import itertools
from collections.abc import Generator, Iterable, Iterator


# %% answer="naturals"
def naturals(start=0):
    """The natural numbers from start on, without an end."""
    ### BEGIN SOLUTION
    while True:
        yield start
        start += 1
    ### END SOLUTION


# %% test="naturals-partly" points=2
gen = naturals()
assert [next(gen) for _ in range(3)] == [0, 1, 2]
assert list(itertools.islice(gen, 2)) == [3, 4], "it goes on where it was"
for n in gen:
    if n > 9:
        break
assert n == 10 and next(gen) == 11
assert list(itertools.takewhile(lambda n: n < 8, naturals(5))) == [5, 6, 7]
a, b = itertools.tee(naturals(1))
assert (next(a), next(a), next(b)) == (1, 2, 1)

# %% test="naturals-kind" points=1
assert inspect.isgeneratorfunction(naturals)
assert inspect.isgenerator(naturals()) and iter(gen) is gen
assert isinstance(gen, Iterator) and isinstance(gen, Generator)
assert dict(zip("abc", naturals(1))) == {"a": 1, "b": 2, "c": 3}


# %% answer="chunks"
def chunks(items, size):
    """Lists of size items each, the last perhaps shorter, of any iterable; lazily."""
    ### BEGIN SOLUTION
    items = iter(items)
    while part := list(itertools.islice(items, size)):
        yield part
    ### END SOLUTION


# %% test="chunks-test" points=1
assert list(chunks("abcde", 2)) == [["a", "b"], ["c", "d"], ["e"]]
assert sum(1 for _ in chunks(range(100), 7)) == 15
assert list(chunks([], 3)) == []
first, *rest = chunks(range(5), 2)
assert first == [0, 1] and rest[-1] == [4]

# %% test="chunks-lazy" points=2
seen = []


def watched():
    for n in range(10):
        seen.append(n)
        yield n


parts = chunks(watched(), 3)
assert seen == [], "nothing is taken before it is asked for"
assert next(parts) == [0, 1, 2]
assert seen == [0, 1, 2]
assert next(chunks(itertools.count(5), 2)) == [5, 6]


# %% answer="averager"
def averager():
    """Takes numbers by send and gives the mean so far; returns how many there were when closed."""
    ### BEGIN SOLUTION
    total = count = 0
    mean = None
    while True:
        try:
            x = yield mean
        except ValueError:
            total = count = 0
            mean = None
            continue
        if x is None:
            return count
        total += x
        count += 1
        mean = total / count
    ### END SOLUTION


# %% test="averager-send" points=2
avg = averager()
assert next(avg) is None
assert [avg.send(x) for x in (10, 20, 30)] == [10, 15, 20]
try:
    avg.send(None)
except StopIteration as stop:
    assert stop.value == 3
else:
    raise AssertionError("None ends it")

# %% test="averager-throw" points=1
avg = averager()
next(avg)
avg.send(4)
assert avg.throw(ValueError("again")) is None
assert avg.send(2) == 2
avg.close()
assert next(avg, "ended") == "ended"


# %% answer="countdown"
class Countdown:
    """Can be iterated over again and again: n, n - 1, ... 1; has a length and is reversible."""

    ### BEGIN SOLUTION
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n, 0, -1))

    def __reversed__(self):
        return iter(range(1, self.n + 1))

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return 0 < x <= self.n

    ### END SOLUTION


# %% test="countdown-test" points=1
c = Countdown(3)
assert list(c) == [3, 2, 1] and list(c) == [3, 2, 1]
assert list(reversed(c)) == [1, 2, 3] and len(c) == 3 and 2 in c and 9 not in c
x, y, z = c
assert (x, y, z) == (3, 2, 1) and max(c) == 3 and sum(c) == 6
assert isinstance(c, Iterable) and not isinstance(c, Iterator)
assert [*itertools.chain(c, c)] == [3, 2, 1] * 2
assert [(p, q) for p in c for q in c if p < q] == [(2, 3), (1, 3), (1, 2)]
assert not Countdown(0), "nothing in it"
