# %% [markdown]
# an exit out of a call

# %% answer
def f():
    raise SystemExit(0)


# %% test
f()
