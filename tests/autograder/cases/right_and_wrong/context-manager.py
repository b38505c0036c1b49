# %% [markdown]
# context manager

# %% right
from contextlib import contextmanager

log = []


@contextmanager
def noted(name):
    log.append("in " + name)
    yield name
    log.append("out " + name)


# %% wrong
log = []


class noted:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self.n

    def __exit__(self, *a):
        pass


# %% test
with noted("a") as n:
    assert n == "a" and log == ["in a"]
assert log == ["in a", "out a"]
