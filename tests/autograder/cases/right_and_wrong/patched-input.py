# %% [markdown]
# patched input

# %% right
def ask():
    return int(input("n? ")) * 2


# %% wrong
def ask():
    return int(input("n? "))


# %% test
from unittest import mock

with mock.patch("builtins.input", return_value="21"):
    assert ask() == 42
with mock.patch("builtins.input", side_effect=["1", "2"]) as m:
    assert ask() + ask() == 6
    assert m.call_count == 2
