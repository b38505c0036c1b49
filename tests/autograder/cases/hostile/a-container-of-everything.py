# %% [markdown]
# a container of everything

# %% answer
class Any:
    def __contains__(self, o):
        return True

    def __iter__(self):
        return iter([])


x = Any()

# %% test
assert 3 in x
