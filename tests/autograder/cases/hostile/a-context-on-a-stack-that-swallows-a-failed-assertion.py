# %% [markdown]
# a context on a stack that swallows a failed assertion

# %% answer
class x:
    __enter__ = lambda self: self
    __exit__ = lambda *a: True


# %% test
import contextlib

with contextlib.ExitStack() as stack:
    stack.enter_context(x())
    stack.push(x().__exit__)
    assert 1 == 2
