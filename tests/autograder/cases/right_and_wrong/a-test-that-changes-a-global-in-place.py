# %% [markdown]
# a test that changes a global in place

# %% right
stock = {"a": 1}


def total():
    return sum(stock.values())


# %% wrong
stock = {"a": 1}


def total():
    return 1


# %% test
stock["b"] = 5
assert total() == 6
stock.clear()
assert total() == 0
