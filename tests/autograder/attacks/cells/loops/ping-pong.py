# %% [markdown]
# calls back into the test's function for ever

# %% total
def total(values, weight):
    while True:
        try:
            weight(1.0)
        except Exception:
            pass
