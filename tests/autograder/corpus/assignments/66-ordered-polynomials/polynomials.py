# %% setup="imports"
import copy
from functools import reduce, total_ordering
from operator import add, mul

import pytest


# %% answer="polynomial"
@total_ordering
class Polynomial:
    """A polynomial; Polynomial(1, 2) is 1 + 2x. Ordered by degree, then from the highest down."""

    def __init__(self, *coefficients):
        ### BEGIN SOLUTION
        kept = list(coefficients)
        while len(kept) > 1 and kept[-1] == 0:
            kept.pop()
        self.coefficients = tuple(kept) or (0,)
        ### END SOLUTION

    @property
    def degree(self):
        ### BEGIN SOLUTION
        return len(self.coefficients) - 1
        ### END SOLUTION

    def __call__(self, x):
        ### BEGIN SOLUTION
        return sum(c * x**k for k, c in enumerate(self.coefficients))
        ### END SOLUTION

    def __eq__(self, other):
        ### BEGIN SOLUTION
        if isinstance(other, (int, float)):
            other = Polynomial(other)
        if not isinstance(other, Polynomial):
            return NotImplemented
        return self.coefficients == other.coefficients
        ### END SOLUTION

    def __lt__(self, other):
        ### BEGIN SOLUTION
        return (self.degree, self.coefficients[::-1]) < (other.degree, other.coefficients[::-1])
        ### END SOLUTION

    def __hash__(self):
        ### BEGIN SOLUTION
        return hash(self.coefficients)
        ### END SOLUTION

    def __add__(self, other):
        ### BEGIN SOLUTION
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        n = max(len(self), len(other))
        return Polynomial(*(self[k] + other[k] for k in range(n)))

    __radd__ = __add__

    def __len__(self):
        return len(self.coefficients)
        ### END SOLUTION

    def __mul__(self, other):
        ### BEGIN SOLUTION
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        made = [0] * (len(self) + len(other) - 1)
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                made[i + j] += a * b
        return Polynomial(*made)

    __rmul__ = __mul__
    ### END SOLUTION

    def __getitem__(self, k):
        ### BEGIN SOLUTION
        if k < 0:
            raise IndexError(f"no power {k}")
        return self.coefficients[k] if k < len(self.coefficients) else 0
        ### END SOLUTION

    def __repr__(self):
        ### BEGIN SOLUTION
        return f"Polynomial{self.coefficients}" if self.degree else f"Polynomial({self[0]})"
        ### END SOLUTION


# %% test="poly-values" points=2
p, q = Polynomial(1, 2), Polynomial(0, 0, 3)
assert p(0) == 1 and p(2) == 5 and q(2) == 12
assert p.degree == 1 and Polynomial(4, 0, 0).degree == 0
assert [p[k] for k in range(4)] == [1, 2, 0, 0]
with pytest.raises(IndexError):
    p[-1]

# %% test="poly-equal" points=1
assert Polynomial(1, 2) == Polynomial(1, 2, 0)
assert Polynomial(1, 2) != Polynomial(2, 1)
assert Polynomial(3) == 3 and 3 == Polynomial(3)
assert not (Polynomial(1) == "1")
assert Polynomial(1) != None

# %% test="poly-order" points=2
many = [Polynomial(0, 0, 1), Polynomial(5), Polynomial(9, 1), Polynomial(1, 2)]
assert sorted(many) == [many[1], many[2], many[3], many[0]]
assert max(many) is many[0] and min(many) is many[1]
assert many[1] <= many[2] and many[0] > many[3] and many[0] >= Polynomial(0, 0, 1)
many.sort(reverse=True)
assert [m.degree for m in many] == [2, 1, 1, 0]

# %% test="poly-arithmetic" points=2
assert Polynomial(1, 1) + Polynomial(0, 2) == Polynomial(1, 3)
assert Polynomial(1, 1) * Polynomial(-1, 1) == Polynomial(-1, 0, 1)
assert 2 * Polynomial(1, 1) == Polynomial(2, 2) and 1 + Polynomial(0, 1) == Polynomial(1, 1)
assert sum([Polynomial(1), Polynomial(2)]) == Polynomial(3)
assert reduce(mul, [Polynomial(1, 1)] * 3) == Polynomial(1, 3, 3, 1)
assert reduce(add, [Polynomial(1, 1)] * 3, 0) == Polynomial(3, 3)
r = Polynomial(1)
r += Polynomial(0, 1)
r *= 2
assert r == Polynomial(2, 2)

# %% test="poly-hash" points=1
assert len({Polynomial(1, 2), Polynomial(1, 2, 0), Polynomial(2)}) == 2
names = {Polynomial(0, 1): "x", Polynomial(1): "one"}
assert names[Polynomial(0, 1, 0)] == "x"
assert Polynomial(1) in [Polynomial(2), Polynomial(1)]
assert [Polynomial(2), Polynomial(1)].index(Polynomial(1)) == 1

# %% test="poly-text" points=1
assert repr(Polynomial(1, 2)) == "Polynomial(1, 2)", f"it is {Polynomial(1, 2)!r}"
assert f"{Polynomial(1, 2)}" == str(Polynomial(1, 2))
assert eval(repr(Polynomial(1, 2))) == Polynomial(1, 2)

# %% test="poly-copy" points=1
p = Polynomial(1, 2)
c, d = copy.copy(p), copy.deepcopy(p)
assert c is not p and d is not p
assert c == p == d and type(d) is Polynomial
