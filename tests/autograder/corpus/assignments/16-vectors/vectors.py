# %% [markdown]
# # A class of vectors

# %% answer="vector"
class Vector:
    """A vector in the plane with +, -, *, ==, abs() and a readable form."""

    ### BEGIN SOLUTION
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return self + -1 * other

    def __mul__(self, factor):
        if isinstance(factor, Vector):
            return self.x * factor.x + self.y * factor.y
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __abs__(self):
        return (self * self) ** 0.5

    def __iter__(self):
        yield self.x
        yield self.y

    def __bool__(self):
        return bool(self.x or self.y)

    ### END SOLUTION


# %% test="vector-fields" points=1
v = Vector(3, 4)
assert v.x == 3 and v.y == 4
assert isinstance(v, Vector)

# %% test="vector-repr" points=1
assert repr(Vector(1, -2)) == "Vector(1, -2)"
assert str(v) == "Vector(3, 4)" and f"{v}" == "Vector(3, 4)"

# %% test="vector-arithmetic" points=2
a, b = Vector(1, 2), Vector(10, 20)
assert (a + b).x == 11 and (a + b).y == 22
assert a - b == Vector(-9, -18)
assert 2 * a == a * 2 == Vector(2, 4)
assert a * b == 50

# %% test="vector-equality" points=1
assert Vector(1, 2) == Vector(1, 2)
assert Vector(1, 2) != Vector(2, 1)
assert not Vector(1, 2) == (1, 2)

# %% test="vector-more" points=2
assert abs(v) == 5.0
assert list(v) == [3, 4]
x, y = v
assert y == 4
assert v and not Vector(0, 0)


# %% answer="total"
def total(vectors):
    """The sum of a list of vectors."""
    ### BEGIN SOLUTION
    found = Vector(0, 0)
    for vector in vectors:
        found = found + vector
    return found
    ### END SOLUTION


# %% test="total-test" points=1
assert total([Vector(1, 1), Vector(2, 3), Vector(-3, 0)]) == Vector(0, 4)
assert total([]) == Vector(0, 0)
