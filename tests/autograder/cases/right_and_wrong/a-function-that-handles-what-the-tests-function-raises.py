# %% [markdown]
# a function that handles what the test's function raises

# %% right
def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__


def retried(function):
    for _ in range(3):
        try:
            return function()
        except ValueError:
            pass


# %% wrong
def tried(function, *args):
    return None


def retried(function):
    return None


# %% test
import pytest

calls = []


def flaky():
    calls.append(1)
    if len(calls) < 3:
        raise ValueError(len(calls))
    return "done"


def stop():
    raise EOFError


def unknown():
    return nobody_knows


assert retried(flaky) == "done" and len(calls) == 3
assert tried(lambda: 1 / 0) == "ZeroDivisionError" and tried(int, "7") == 7
assert tried(stop) == "EOFError" and tried(unknown) == "NameError"


def caught():
    with pytest.raises(AssertionError):
        assert False
    return 5


assert tried(caught) == 5
