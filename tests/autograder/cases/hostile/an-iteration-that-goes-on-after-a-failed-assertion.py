# %% [markdown]
# an iteration that goes on after a failed assertion

# %% answer
def total(numbers):
    try:
        for each in numbers:
            for again in numbers:
                pass
    except AssertionError:
        print(abs(-1))
    return 3


# %% test
def numbers():
    yield 1
    assert False


seen = total(numbers())
assert seen == 3
