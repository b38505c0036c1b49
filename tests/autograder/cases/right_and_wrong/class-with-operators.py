# %% [markdown]
# class with operators

# %% right
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def __len__(self):
        return 2

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


# %% wrong
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return V(self.x, self.y)


# %% test
v = V(1, 2) + V(3, 4)
assert (v.x, v.y) == (4, 6)
assert repr(v) == "V(4, 6)"
assert len(v) == 2 and V(3, 4).norm == 5
assert V(1, 1) * 3 == V(3, 3)
assert vars(v) == {"x": 4, "y": 6}
v.x = 0
assert v.x == 0
assert hasattr(v, "y") and not hasattr(v, "z")
