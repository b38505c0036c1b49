# %% [markdown]
# an endless iterator

# %% answer
class E:
    def __iter__(self):
        return self

    def __next__(self):
        return 0


x = E()

# %% test
assert 3 in x
