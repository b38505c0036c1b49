# %% [markdown]
# generator

# %% right
def f(x):
    yield from range(x)


# %% wrong
def f(x):
    return list(range(x))


# %% test
import types

g = f(3)
assert isinstance(g, types.GeneratorType)
assert next(g) == 0 and list(g) == [1, 2]
