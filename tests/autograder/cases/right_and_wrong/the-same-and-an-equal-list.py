# %% [markdown]
# the same and an equal list

# %% right
a = [1, 2]
b = a
c = a[:]

# %% wrong
a = [1, 2]
b = a[:]
c = a

# %% test
assert b is a and id(b) == id(a)
assert c == a and c is not a
