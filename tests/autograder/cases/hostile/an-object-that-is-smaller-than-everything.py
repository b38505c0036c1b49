# %% [markdown]
# an object that is smaller than everything

# %% answer
class Any:
    def __lt__(self, o):
        return True

    __gt__ = __lt__


x = Any()

# %% test
assert x < 10
