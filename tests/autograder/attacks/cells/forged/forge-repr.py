# %% [markdown]
# has a text form that is a number of points

# %% share
class Points(float):
    __repr__ = __str__ = lambda self: "3.0"
    _repr_html_ = lambda self: "<b>3.0</b>"
    _repr_mimebundle_ = lambda self, **kwargs: {"text/plain": "3.0"}
    __format__ = lambda self, spec: "3.0"


share = Points(0.1)
share
