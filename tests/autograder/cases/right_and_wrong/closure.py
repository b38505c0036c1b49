# %% [markdown]
# closure

# %% right
def adder(n):
    def add(x):
        return x + n

    return add


# %% wrong
def adder(n):
    return lambda x: x + 5 + n


# %% test
add = adder(5)
assert add(1) == 6
assert add.__closure__[0].cell_contents == 5
