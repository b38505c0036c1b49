# %% setup="imports"
import functools
import inspect
import time


# %% answer="count-calls"
def count_calls(f):
    """Decorator: the function has an attribute `calls`, how often it has been called."""

    ### BEGIN SOLUTION
    @functools.wraps(f)
    def counted(*args, **kwargs):
        counted.calls += 1
        return f(*args, **kwargs)

    counted.calls = 0
    return counted
    ### END SOLUTION


# %% test="count-test" points=2
@count_calls
def area(width, height=1):
    """Width times height."""
    return width * height


assert area.calls == 0
assert area(2) == 2 and area(2, height=3) == 6
assert area.calls == 2, f"{area.calls} calls, not 2"
area.calls = 0
area(1)
assert area.calls == 1

# %% test="count-wraps" points=1
assert area.__name__ == "area" and area.__doc__ == "Width times height."
assert list(inspect.signature(area).parameters) == ["width", "height"]
assert area.__wrapped__(3, 3) == 9


# %% answer="memoize"
def memoize(f):
    """Decorator: computes a result once for the same arguments; `f.memo` holds what is known."""
    ### BEGIN SOLUTION
    memo = {}

    @functools.wraps(f)
    def remembered(*args):
        if args not in memo:
            memo[args] = f(*args)
        return memo[args]

    remembered.memo = memo
    return remembered
    ### END SOLUTION


# %% test="memoize-recursive" points=2
computed = []


@memoize
def fib(n):
    computed.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


assert fib(12) == 144
assert len(computed) == 13, "each of them once"
assert fib.memo[(10,)] == 55 and len(fib.memo) == 13


# %% test="memoize-errors" points=1
@memoize
def root(x):
    if x < 0:
        raise ValueError(f"no root of {x}")
    return x**0.5


for _ in range(2):
    try:
        root(-1)
    except ValueError as error:
        assert "-1" in str(error)
    else:
        assert False, "the error of the function comes out"
assert root(9) == 3 and list(root.memo) == [(9,)]


# %% answer="retry"
def retry(times, *errors):
    """Decorator with arguments: calls again after one of the errors, `times` calls at most."""

    ### BEGIN SOLUTION
    def decorate(f):
        @functools.wraps(f)
        def tried(*args, **kwargs):
            for left in range(times - 1, -1, -1):
                try:
                    return f(*args, **kwargs)
                except errors:
                    if not left:
                        raise

        return tried

    return decorate
    ### END SOLUTION


# %% test="retry-test" points=2
attempts = 0


@retry(3, KeyError, OSError)
def flaky(until):
    global attempts
    attempts += 1
    if attempts < until:
        raise KeyError(attempts)
    return "done"


assert flaky(3) == "done" and attempts == 3
attempts = 0
try:
    flaky(9)
except KeyError as error:
    assert error.args == (3,)
else:
    raise AssertionError("the last error is raised")
assert attempts == 3

# %% test="retry-others" points=1
tries = []


def broken():
    tries.append(1)
    raise ZeroDivisionError("at once")


try:
    retry(5, KeyError)(broken)()
except ZeroDivisionError as error:
    assert str(error) == "at once"
assert len(tries) == 1


# %% answer="timed"
def timed(f):
    """Decorator: the function returns its result and how many seconds it took."""

    ### BEGIN SOLUTION
    @functools.wraps(f)
    def clocked(*args, **kwargs):
        begun = time.perf_counter()
        result = f(*args, **kwargs)
        return result, time.perf_counter() - begun

    return clocked
    ### END SOLUTION


# %% test="timed-stacked" points=1
@timed
@count_calls
def wait(seconds):
    time.sleep(seconds)
    return "waited"


result, took = wait(0.02)
assert result == "waited" and 0.019 < took < 30
assert timed(len)("abc")[0] == 3
inner = count_calls(str.upper)
assert timed(inner)("x")[0] == "X" and inner.calls == 1


# %% test="methods" points=1
class Shop:
    prices = {"tea": 2}

    @count_calls
    def price(self, name):
        return self.prices[name]


shop = Shop()
assert shop.price("tea") == 2 and Shop.price(shop, "tea") == 2
assert Shop.price.calls == 2
