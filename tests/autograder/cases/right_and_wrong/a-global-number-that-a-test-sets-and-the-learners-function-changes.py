# %% [markdown]
# a global number that a test sets and the learner's function changes

# %% right
sold = 0


def sell():
    global sold
    sold += 1
    return sold


# %% wrong
sold = 0


def sell():
    return sold + 1


# %% test
sold = 10
assert sell() == 11 and sold == 11
sold += 5
assert sell() == sold == 17
