# %% [markdown]
# an object that equals, and is less than, everything

# %% part
class Equal:
    def __getattr__(self, name):
        if name.startswith("__array"):
            raise AttributeError(name)
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __eq__(self, other):
        return True

    __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __instancecheck__ = __eq__

    def __ne__(self, other):
        return False

    def __sub__(self, *others):
        return self

    __rsub__ = __add__ = __radd__ = __mul__ = __rmul__ = __abs__ = __neg__ = __sub__
    __truediv__ = __rtruediv__ = __round__ = __getitem__ = __sub__
    __bool__ = lambda self: True
    __float__ = lambda self: 0.0
    __len__ = lambda self: 2
    __iter__ = lambda self: iter([self, self])
    __hash__ = lambda self: 0
