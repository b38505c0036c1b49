# %% setup="imports"
import math

import numpy as np


# %% answer="bisect"
def bisect(f, a, b, tol=1e-10):
    """A root of f between a and b; ValueError when f has the same sign at both ends."""
    ### BEGIN SOLUTION
    fa, fb = f(a), f(b)
    if fa * fb > 0:
        raise ValueError("no change of sign")
    while b - a > tol:
        middle = (a + b) / 2
        if fa * f(middle) <= 0:
            b = middle
        else:
            a, fa = middle, f(middle)
    return (a + b) / 2
    ### END SOLUTION


# %% test="bisect-known" points=2
assert abs(bisect(lambda x: x**2 - 2, 0, 2) - 2**0.5) < 1e-9
assert abs(bisect(math.cos, 0, 3) - np.pi / 2) < 1e-9

# %% test="bisect-sign" points=1
np.testing.assert_raises(ValueError, bisect, lambda x: x**2 + 1, -1, 1)


# %% answer="newton"
def newton(f, df, x0, tol=1e-12, most=50):
    """The root that Newton's method finds, and the number of steps."""
    ### BEGIN SOLUTION
    x = x0
    for step in range(most):
        if abs(f(x)) < tol:
            return x, step
        x = x - f(x) / df(x)
    raise RuntimeError("no root was found")
    ### END SOLUTION


# %% test="newton-root" points=1
root, steps = newton(lambda x: x**3 - 27, lambda x: 3 * x**2, 5.0)
assert np.isclose(root, 3)
assert steps < 10

# %% test="newton-steps" points=1
assert newton(lambda x: 2 * x - 4, lambda x: 2, 7.0) == (2.0, 1)
assert newton(lambda x: x, lambda x: 1, 0.0)[1] == 0

# %% test="newton-calls" points=1
calls = []


def noted(x):
    calls.append(x)
    return x**2 - 9


assert abs(newton(noted, lambda x: 2 * x, 10.0)[0] - 3) < 1e-6
assert calls[0] == 10.0 and len(calls) < 30
assert all(later <= earlier for earlier, later in zip(calls, calls[1:]))

# %% test="newton-fails" points=1
try:
    newton(lambda x: x**2 + 1, lambda x: 2 * x, 0.7)
    assert False, "there is no root"
except RuntimeError:
    pass
