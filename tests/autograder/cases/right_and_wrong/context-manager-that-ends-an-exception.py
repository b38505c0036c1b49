# %% [markdown]
# context manager that ends an exception

# %% right
class ignoring:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, *a):
        return kind is not None and issubclass(kind, self.kinds)


# %% wrong
class ignoring:
    def __init__(self, *kinds):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *a):
        return True


# %% test
with ignoring(ValueError, KeyError):
    {}["a"]
try:
    with ignoring(ValueError):
        1 / 0
except ZeroDivisionError:
    pass
else:
    raise AssertionError("too much is ignored")
