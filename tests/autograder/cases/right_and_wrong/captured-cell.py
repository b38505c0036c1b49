# %% [markdown]
# captured cell

# %% right
def say():
    print("hello")


# %% test [raw]
# %%capture got
# say()
