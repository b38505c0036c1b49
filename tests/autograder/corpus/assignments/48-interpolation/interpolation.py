# %% setup="imports"
import numpy as np
from scipy import integrate, interpolate


# %% answer="lagrange"
def lagrange(xs, ys):
    """The polynomial through the points, as a function."""

    ### BEGIN SOLUTION
    def polynomial(x):
        total = 0.0
        for i, (xi, yi) in enumerate(zip(xs, ys)):
            others = [xj for j, xj in enumerate(xs) if j != i]
            total += yi * np.prod([(x - xj) / (xi - xj) for xj in others])
        return total

    return polynomial
    ### END SOLUTION


# %% test="lagrange-nodes" points=1
xs = [0.0, 1.0, 3.0]
p = lagrange(xs, [2.0, 0.0, 5.0])
assert callable(p)
for x, y in zip(xs, [2.0, 0.0, 5.0]):
    assert np.isclose(p(x), y)

# %% test="lagrange-between" points=1
q = np.polyfit(xs, [2.0, 0.0, 5.0], 2)
np.testing.assert_allclose(
    [p(x) for x in np.linspace(-1, 4, 9)], np.polyval(q, np.linspace(-1, 4, 9))
)

# %% answer="spline"
grid = np.linspace(0, 2 * np.pi, 9)
### BEGIN SOLUTION
spline = interpolate.CubicSpline(grid, np.sin(grid), bc_type="periodic")
### END SOLUTION

# %% test="spline-test" points=2
assert isinstance(spline, interpolate.CubicSpline)
np.testing.assert_allclose(spline(grid), np.sin(grid), atol=1e-12)
assert abs(spline(1.0) - np.sin(1.0)) < 1e-2
assert abs(float(spline(1.0, 1)) - np.cos(1.0)) < 2e-2


# %% answer="simpson"
def simpson(f, a, b, n):
    """Simpson's rule on n intervals; f takes arrays. ValueError for an odd n."""
    ### BEGIN SOLUTION
    if n % 2:
        raise ValueError("n is even")
    x = np.linspace(a, b, n + 1)
    y = f(x)
    return (b - a) / (3 * n) * (y[0] + y[-1] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum())
    ### END SOLUTION


# %% test="simpson-exact" points=1
assert np.isclose(simpson(lambda x: x**3 - x, 0, 2, 4), 2)


# %% test="simpson-library" points=1
def bell(x):
    return np.exp(-(x**2))


assert abs(simpson(bell, -1, 2, 60) - integrate.quad(bell, -1, 2)[0]) < 1e-6
x = np.linspace(-1, 2, 61)
np.testing.assert_allclose(simpson(bell, -1, 2, 60), integrate.simpson(bell(x), x=x))

# %% test="simpson-odd" points=1
raised = False
try:
    simpson(np.sin, 0, 1, 3)
except ValueError:
    raised = True
assert raised
