# %% [markdown]
# input by hand

# %% right
def ask():
    return input()


# %% wrong
def ask():
    return "y"


# %% test
import builtins

old = builtins.input
builtins.input = lambda *a: "x"
try:
    assert ask() == "x"
finally:
    builtins.input = old
