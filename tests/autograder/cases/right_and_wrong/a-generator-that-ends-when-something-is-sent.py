# %% [markdown]
# a generator that ends when something is sent

# %% right
def count():
    n = 0
    while (yield n) is not None:
        n += 1
    return n


# %% wrong
def count():
    n = 0
    while True:
        yield n
        n += 1


# %% test
g = count()
assert next(g) == 0 and g.send("a") == 1
try:
    g.send(None)
except StopIteration as stop:
    assert stop.value == 1
else:
    assert False
