# %% [markdown]
# an object that says it is an int

# %% answer
class Int:
    __class__ = int

    def __eq__(self, o):
        return True


x = Int()

# %% test
assert isinstance(x, int) and x == 3
