# %% [markdown]
# globals that a call changes

# %% right
count = 0


def hit():
    global count
    count += 1


# %% wrong
count = 0


def hit():
    count = 1


# %% test
before = count
hit()
hit()
assert count == before + 2
