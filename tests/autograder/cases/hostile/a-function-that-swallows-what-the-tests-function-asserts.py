# %% [markdown]
# a function that swallows what the test's function asserts

# %% answer
def f(given):
    try:
        given(1)
    except:
        pass
    return given


# %% test
def inner(x):
    assert x == 2


f(inner)
