# %% setup="imports"
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction


# %% answer="recorder"
class Recorder:
    """`with Recorder() as r:` keeps what is put into it by r.note, until its end."""

    ### BEGIN SOLUTION
    def __init__(self):
        self.notes, self.closed = [], False

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.closed = True
        if kind is not None:
            self.notes.append(kind.__name__)
        return False

    def note(self, text):
        if self.closed:
            raise RuntimeError("it is closed")
        self.notes.append(text)

    ### END SOLUTION


# %% test="recorder-normal" points=1
with Recorder() as r:
    r.note("a")
    assert not r.closed
assert r.closed and r.notes == ["a"]

# %% test="recorder-error" points=2
r = Recorder()
try:
    with r:
        r.note("before")
        raise KeyError("x")
except KeyError:
    passed_on = True
else:
    passed_on = False
assert passed_on
assert r.notes == ["before", "KeyError"]

# %% test="recorder-closed" points=1
try:
    r.note("late")
except RuntimeError:
    pass
else:
    raise AssertionError("a closed recorder takes nothing")


# %% answer="changed"
@contextmanager
def changed(mapping, **values):
    """Change a dict for a while; afterwards it is as before, also after an error."""
    ### BEGIN SOLUTION
    before = dict(mapping)
    mapping.update(values)
    try:
        yield mapping
    finally:
        mapping.clear()
        mapping.update(before)
    ### END SOLUTION


# %% test="changed-test" points=1
d = {"a": 1}
with changed(d, a=5, b=6) as inside:
    assert d == {"a": 5, "b": 6} and inside["b"] == 6
assert d == {"a": 1}

# %% test="changed-error" points=1
try:
    with changed(d, a=9):
        raise ValueError
except ValueError:
    pass
assert d == {"a": 1}

# %% answer="exact"
### BEGIN SOLUTION
price = Decimal("0.10") * 3
third = Fraction(1, 3) + Fraction(1, 6)
### END SOLUTION

# %% test="exact-test" points=1
assert price == Decimal("0.30") and isinstance(price, Decimal)
assert third == Fraction(1, 2) and third.denominator == 2
