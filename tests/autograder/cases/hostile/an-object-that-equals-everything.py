# %% [markdown]
# an object that equals everything

# %% answer
class Any:
    def __eq__(self, o):
        return True

    __hash__ = None


x = Any()

# %% test
assert x == 3
