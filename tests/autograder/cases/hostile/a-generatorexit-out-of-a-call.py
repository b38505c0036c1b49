# %% [markdown]
# a GeneratorExit out of a call

# %% answer
def f():
    raise GeneratorExit


# %% test
f()
