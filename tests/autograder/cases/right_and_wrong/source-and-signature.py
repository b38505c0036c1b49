# %% [markdown]
# source and signature

# %% right
def f(x, y=2, *, z: int = 3) -> int:
    "Adds."
    return x + y + z


# %% wrong
f = lambda x, y=2, z=3: x + y + z

# %% test
import inspect

source = inspect.getsource(f)
assert "return x + y" in source
assert list(inspect.signature(f).parameters) == ["x", "y", "z"]
assert inspect.isfunction(f) and f.__code__.co_argcount == 2
assert f.__defaults__ == (2,) and f.__annotations__["z"] is int
assert f.__doc__ == "Adds." and f.__name__ == "f" and callable(f)
