# %% [markdown]
# gives a test dictionaries and sets with keys that equal nothing

# %% share
nan = float("nan")
share = {nan: 1, float("nan"): 2, -0.0: 3, True: 4, (nan,): 5}


# %% total
def total(values, weight):
    return float("nan")
