# %% [markdown]
# a bare except around an endless loop

# %% answer
def f():
    while True:
        pass


# %% test
try:
    f()
except:
    pass
