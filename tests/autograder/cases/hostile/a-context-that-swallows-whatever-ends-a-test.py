# %% [markdown]
# a context that swallows whatever ends a test

# %% answer
class x:
    __enter__ = lambda self: self
    __exit__ = lambda *a: True


# %% test
import pytest

with x():
    missing()
with x():
    pytest.fail("no")
