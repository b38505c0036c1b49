# %% by="adds-in-place" answer="vector"
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


# %% by="no-equality" answer="vector"
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __str__(self):
        return f"({self.x}, {self.y})"


# %% by="always-equal" answer="vector"
class Vector:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __eq__(self, other):
        return True

    def __add__(self, other):
        return Vector()

    __sub__ = __mul__ = __rmul__ = __add__


# %% by="uses-sum" answer="total"
def total(vectors):
    return sum(vectors)


# %% by="noisy" after="vector"
Vector(1, 2) + Vector(3, 4)
