# %% by="no-trim" answer="polynomial"
@total_ordering
class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    @property
    def degree(self):
        return len(self.coefficients) - 1

    def __call__(self, x):
        value = 0
        for c in reversed(self.coefficients):
            value = value * x + c
        return value

    def __eq__(self, other):
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        return self.coefficients == other.coefficients

    def __lt__(self, other):
        return (self.degree, self.coefficients[::-1]) < (other.degree, other.coefficients[::-1])

    def __hash__(self):
        return hash(self.coefficients)

    def __add__(self, other):
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        n = max(self.degree, other.degree) + 1
        return Polynomial(*[self[k] + other[k] for k in range(n)])

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        n = self.degree + other.degree + 1
        return Polynomial(*[sum(self[i] * other[k - i] for i in range(k + 1)) for k in range(n)])

    __rmul__ = __mul__

    def __getitem__(self, k):
        if k < 0:
            raise IndexError
        try:
            return self.coefficients[k]
        except IndexError:
            return 0

    def __repr__(self):
        return "Polynomial" + str(self.coefficients)


# %% by="compares-lists" answer="polynomial"
class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)
        while self.coefficients and self.coefficients[-1] == 0:
            self.coefficients.pop()

    @property
    def degree(self):
        return max(0, len(self.coefficients) - 1)

    def __call__(self, x):
        return sum(c * x**k for k, c in enumerate(self.coefficients))

    def __eq__(self, other):
        return self.coefficients == other.coefficients

    def __lt__(self, other):
        return self.coefficients < other.coefficients

    def __add__(self, other):
        from itertools import zip_longest

        pairs = zip_longest(self.coefficients, other.coefficients, fillvalue=0)
        return Polynomial(*[a + b for a, b in pairs])

    def __repr__(self):
        return f"Polynomial({', '.join(map(str, self.coefficients))})"

    def __getitem__(self, k):
        return self.coefficients[k]


# %% by="only-degree" answer="polynomial"
class Polynomial:
    def __init__(self, *c):
        self.c = c
        while len(self.c) > 1 and self.c[-1] == 0:
            self.c = self.c[:-1]
        self.degree = len(self.c) - 1

    def __call__(self, x):
        return sum(c * x**k for k, c in enumerate(self.c))

    def __getitem__(self, k):
        if k < 0:
            raise IndexError
        return self.c[k] if k <= self.degree else 0

    def __eq__(self, other):
        return isinstance(other, Polynomial) and self.degree == other.degree

    def __lt__(self, other):
        return self.degree < other.degree

    def __gt__(self, other):
        return self.degree > other.degree

    def __le__(self, other):
        return self.degree <= other.degree

    def __ge__(self, other):
        return self.degree >= other.degree

    def __hash__(self):
        return self.degree


# %% by="no-right-hand" answer="polynomial"
import numpy as np


class Polynomial:
    def __init__(self, *c):
        self.c = np.trim_zeros(np.array(c), "b")

    @property
    def degree(self):
        return len(self.c) - 1

    def __call__(self, x):
        return np.polyval(self.c[::-1], x)

    def __getitem__(self, k):
        if k < 0:
            raise IndexError
        return self.c[k] if k < len(self.c) else 0

    def __eq__(self, other):
        return np.array_equal(self.c, other.c)

    def __hash__(self):
        return hash(tuple(self.c))

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        return Polynomial(*[self[k] + other[k] for k in range(n)])

    def __mul__(self, other):
        return Polynomial(*np.convolve(self.c, other.c))

    def __repr__(self):
        return f"Polynomial({', '.join(str(c) for c in self.c)})"


# %% by="noisy" after="polynomial"
p = q = Polynomial(7)
print(sorted([p, q]), p + q)
p < "a"
