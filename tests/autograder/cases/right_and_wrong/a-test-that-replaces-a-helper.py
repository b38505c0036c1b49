# %% [markdown]
# a test that replaces a helper

# %% right
def helper(x):
    return x


def f(x):
    return helper(x) + 1


# %% wrong
def helper(x):
    return x


def f(x):
    return x + 1


# %% test
seen = []


def helper(x):
    seen.append(x)
    return 100


assert f(3) == 101 and seen == [3]
