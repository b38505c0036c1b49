# %% [markdown]
# own exception

# %% right
class Mine(ValueError):
    def __init__(self, m, code):
        super().__init__(m)
        self.code = code


def f():
    raise Mine("no", 7)


# %% wrong
class Mine(Exception):
    code = 7


def f():
    raise Mine("no")


# %% test
try:
    f()
except Mine as e:
    assert e.code == 7 and str(e) == "no"
else:
    raise AssertionError
try:
    f()
except ValueError:
    pass
