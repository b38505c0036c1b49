# %% [markdown]
# patched print

# %% right
def say():
    print("hello", 3)


# %% wrong
def say():
    print("hello")


# %% test
from unittest import mock

with mock.patch("builtins.print") as p:
    say()
p.assert_called_once_with("hello", 3)
