# %% [markdown]
# a KeyboardInterrupt out of a call

# %% answer
def f():
    raise KeyboardInterrupt


# %% test
f()
