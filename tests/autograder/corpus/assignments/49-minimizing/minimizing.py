# %% setup="imports"
import numpy as np
from scipy.optimize import OptimizeResult, curve_fit, minimize


# %% answer="descent"
def descend(gradient, x0, rate=0.1, steps=100, callback=None):
    """Gradient descent; the callback is called with a copy of each new place."""
    ### BEGIN SOLUTION
    x = np.array(x0, dtype=float)
    for _ in range(steps):
        x -= rate * gradient(x)
        if callback:
            callback(x.copy())
    return x
    ### END SOLUTION


# %% test="descent-bowl" points=1
np.testing.assert_allclose(descend(lambda x: 2 * (x - 3), [0.0, 10.0]), [3, 3], atol=1e-6)

# %% test="descent-start" points=1
start = np.array([1.0, 1.0])
descend(lambda x: x, start, steps=3)
assert start.tolist() == [1, 1]

# %% test="descent-callback" points=2
path = []
last = descend(lambda x: x, [8.0], rate=0.5, steps=4, callback=path.append)
assert [float(x[0]) for x in path] == [4, 2, 1, 0.5]
np.testing.assert_array_equal(path[-1], last)


# %% answer="rosenbrock"
### BEGIN SOLUTION
def rosenbrock(p):
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


found = minimize(rosenbrock, [-1.0, 2.0])
### END SOLUTION

# %% test="rosenbrock-function" points=1
assert rosenbrock([1, 1]) == 0 and rosenbrock((0, 0)) == 1
assert rosenbrock(np.array([2.0, 4.0])) == 1

# %% test="rosenbrock-result" points=1
assert isinstance(found, OptimizeResult)
np.testing.assert_allclose(found.x, [1, 1], atol=1e-3)
assert found["fun"] < 1e-5


# %% answer="fit"
def fit_line(x, y):
    """Slope and intercept of the line of least squares."""
    ### BEGIN SOLUTION
    (slope, intercept), _ = curve_fit(lambda x, a, b: a * x + b, x, y)
    return slope, intercept
    ### END SOLUTION


# %% test="fit-test" points=1
x = np.array([0.0, 1.0, 2.0, 3.0])
np.testing.assert_allclose(fit_line(x, 3 * x - 2), (3, -2), atol=1e-6)
noisy = np.array([0.1, 0.9, 2.2, 2.8])
np.testing.assert_allclose(fit_line(x, noisy), np.polyfit(x, noisy, 1), rtol=1e-5)
