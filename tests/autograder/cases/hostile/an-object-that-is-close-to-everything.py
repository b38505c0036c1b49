# %% [markdown]
# an object that is close to everything

# %% answer
class Any:
    def __sub__(self, o):
        return self

    __rsub__ = __add__ = __sub__

    def __abs__(self):
        return 0.0

    def __lt__(self, o):
        return True

    __le__ = __gt__ = __ge__ = __lt__


x = Any()

# %% test
assert abs(x - 3) < 1e-6
