# %% setup="imports"
import functools
import time


# %% answer="counter"
def make_counter(start=0):
    """A function that gives start, start + 1, ... call by call."""
    ### BEGIN SOLUTION
    current = start - 1

    def advance():
        nonlocal current
        current += 1
        return current

    return advance
    ### END SOLUTION


# %% test="counter-test" points=2
one, ten = make_counter(), make_counter(10)
assert [one(), one(), one()] == [0, 1, 2]
assert ten() == 10
assert one() == 3


# %% answer="compose"
def compose(*functions):
    """The function that applies the functions one after another, the last one first."""

    ### BEGIN SOLUTION
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x

    return composed
    ### END SOLUTION


# %% test="compose-test" points=1
assert compose(lambda x: x + 1, lambda x: x * 2)(5) == 11
assert compose()("same") == "same"
assert compose(str.upper, str.strip)("  a ") == "A"
assert compose(len, sorted, set)([3, 3, 1]) == 2


# %% answer="memo"
def remember(function):
    """A decorator: results are kept by arguments, and the name of the function stays."""
    ### BEGIN SOLUTION
    known = {}

    @functools.wraps(function)
    def remembering(*arguments):
        if arguments not in known:
            known[arguments] = function(*arguments)
        return known[arguments]

    remembering.known = known
    return remembering
    ### END SOLUTION


# %% test="memo-calls" points=2
called = []


@remember
def slow_square(n):
    called.append(n)
    return n * n


assert [slow_square(3), slow_square(3), slow_square(4)] == [9, 9, 16]
assert called == [3, 4]

# %% test="memo-name" points=1
assert slow_square.__name__ == "slow_square"
assert (3,) in slow_square.known

# %% answer="tasks"
### BEGIN SOLUTION
adders = [lambda x, n=n: x + n for n in range(4)]
### END SOLUTION

# %% test="tasks-test" points=1
# adders[n](x) is x + n
assert len(adders) == 4 and all(callable(each) for each in adders)
assert [add(10) for add in adders] == [10, 11, 12, 13]
