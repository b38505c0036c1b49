# %% [markdown]
# a name declared to catch the expected value

# %% answer
expected = None


class X:
    def __getattr__(self, n):
        return expected


def f():
    return expected


x = 0

# %% test
expected = 42
assert f() == expected
