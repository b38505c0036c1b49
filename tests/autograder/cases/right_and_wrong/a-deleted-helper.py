# %% [markdown]
# a deleted helper

# %% right
def squares(n):
    return [i * i for i in range(1, n + 1)]


def sum_of_squares(n):
    return sum(squares(n))


# %% wrong
def squares(n):
    return 1


def sum_of_squares(n):
    return 14


# %% test
orig = squares
del squares
try:
    sum_of_squares(1)
except NameError:
    pass
else:
    raise AssertionError("does not use squares")
finally:
    squares = orig
assert sum_of_squares(3) == 14
