# %% setup="imports"
import numpy as np
from scipy.integrate import solve_ivp


# %% answer="euler"
def euler_step(f, t, y, h):
    """One step of Euler's method."""
    ### BEGIN SOLUTION
    return y + h * f(t, y)
    ### END SOLUTION


# %% test="euler-test" points=1
assert np.isclose(euler_step(lambda t, y: y, 0.0, 1.0, 0.1), 1.1)
np.testing.assert_allclose(
    euler_step(lambda t, y: np.array([y[1], -y[0]]), 0, np.array([1.0, 0.0]), 0.5), [1, -0.5]
)


# %% answer="rk4"
def rk4_step(f, t, y, h):
    """One step of the classical Runge-Kutta method."""
    ### BEGIN SOLUTION
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    ### END SOLUTION


# %% test="rk4-values" points=1
assert abs(rk4_step(lambda t, y: -2 * t * y, 0.0, 1.0, 0.1) - np.exp(-0.01)) < 1e-8


# %% answer="integrate"
def integrate(step, f, y0, times):
    """The states at the times, one in a row, by the step method."""
    ### BEGIN SOLUTION
    states = [np.asarray(y0, dtype=float)]
    for t, later in zip(times[:-1], times[1:]):
        states.append(step(f, t, states[-1], later - t))
    return np.array(states)
    ### END SOLUTION


# %% test="integrate-shape" points=1
def spring(t, y):
    return np.array([y[1], -4 * y[0]])


times = np.linspace(0, 2, 81)
path = integrate(rk4_step, spring, [1.0, 0.0], times)
assert path.shape == (81, 2)
assert path[0].tolist() == [1, 0]

# %% test="integrate-accuracy" points=2
np.testing.assert_allclose(path[:, 0], np.cos(2 * times), atol=1e-5)
reference = solve_ivp(spring, (0, 2), [1.0, 0.0], t_eval=times, rtol=1e-9, atol=1e-9)
np.testing.assert_allclose(path, reference.y.T, atol=1e-5)


# %% test="order-of-the-methods" points=2
def error_of(step, n):
    t = np.linspace(0, 1, n + 1)
    return abs(integrate(step, lambda t, y: -y, [1.0], t)[-1, 0] - np.exp(-1))


assert 1.8 < error_of(euler_step, 20) / error_of(euler_step, 40) < 2.2
assert 14 < error_of(rk4_step, 10) / error_of(rk4_step, 20) < 18
