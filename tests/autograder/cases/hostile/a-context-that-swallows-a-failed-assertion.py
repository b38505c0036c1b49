# %% [markdown]
# a context that swallows a failed assertion

# %% answer
class x:
    __enter__ = lambda self: self
    __exit__ = lambda *a: True


# %% test
with x():
    assert 1 == 2
