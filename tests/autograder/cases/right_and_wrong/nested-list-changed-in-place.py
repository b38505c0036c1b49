# %% [markdown]
# nested list changed in place

# %% right
def f(x):
    x[1][0] = 9


# %% wrong
def f(x):
    pass


# %% test
a = [[1], [2]]
inner = a[1]
f(a)
assert a == [[1], [9]] and inner == [9]
