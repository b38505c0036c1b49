# %% setup="imports"
import functools

import numpy as np
from scipy import integrate, optimize


# %% answer="scalar"
def f(x):
    """x cubed minus 2x minus 5."""
    ### BEGIN SOLUTION
    return x**3 - 2 * x - 5
    ### END SOLUTION


def df(x):
    """The derivative of f."""
    ### BEGIN SOLUTION
    return 3 * x**2 - 2
    ### END SOLUTION


def sign(x):
    """-1, 0 or 1 of one number."""
    ### BEGIN SOLUTION
    if x < 0:
        return -1
    return 1 if x > 0 else 0
    ### END SOLUTION


# %% test="scalar-roots" points=2
root = optimize.brentq(f, 2, 3)
assert np.isclose(root, 2.0945514815423265)
assert np.isclose(optimize.newton(f, 2.0, fprime=df), root)
found = optimize.root_scalar(f, fprime=df, x0=2.0, method="newton")
assert found.converged and abs(found.root - root) < 1e-9
assert optimize.check_grad(lambda x: f(x[0]), lambda x: np.array([df(x[0])]), [1.5]) < 1e-5
value, error = integrate.quad(df, 0, 2)
assert np.isclose(value, f(2) - f(0))
assert np.isclose(integrate.quad(f, 0, 1)[0], -5.75)

# %% test="scalar-vectorized" points=1
signs = np.vectorize(sign)(np.array([[-2.5, 0.0], [3, 0.1]]))
assert signs.shape == (2, 2) and signs.tolist() == [[-1, 0], [1, 1]]
assert list(map(sign, [-1, 0, 5])) == [-1, 0, 1]
assert list(filter(sign, [-1, 0, 5])) == [-1, 5]
assert sorted([3, -1, 0], key=f) == [0, -1, 3] or sorted([3, -1, 0], key=f) == [0, -1, 3][::1]
assert min([0.0, 0.5, 1.0, 2.0], key=f) == 1.0
assert np.fromfunction(np.vectorize(lambda i, j: sign(i - j)), (2, 3)).tolist() == [
    [0, -1, -1],
    [1, 0, -1],
]
assert np.frompyfunc(sign, 1, 1)([4, -4]).tolist() == [1, -1]


# %% answer="motion"
G = 9.81


def fall(t, state):
    """The right-hand side for a stone: state is height and speed; for solve_ivp."""
    ### BEGIN SOLUTION
    height, speed = state
    return [speed, -G]
    ### END SOLUTION


def ground(t, state):
    """An event: zero where the stone reaches the ground; it ends the computation there."""
    ### BEGIN SOLUTION
    return state[0]
    ### END SOLUTION


### BEGIN SOLUTION
ground.terminal = True
ground.direction = -1
### END SOLUTION


# %% test="motion-solved" points=2
out = integrate.solve_ivp(fall, (0, 10), [20.0, 0.0], events=ground, rtol=1e-8, dense_output=True)
assert out.status == 1, "the event ended it"
assert np.isclose(out.t[-1], np.sqrt(40 / 9.81), rtol=1e-5)
assert np.isclose(out.sol(1.0)[0], 20 - 9.81 / 2)
assert ground.terminal and ground.direction == -1
assert len(out.t_events[0]) == 1

# %% test="motion-odeint" points=1
times = np.linspace(0, 1, 5)
states = integrate.odeint(fall, [0.0, 10.0], times, tfirst=True)
assert states.shape == (5, 2)
np.testing.assert_allclose(states[:, 0], 10 * times - 4.905 * times**2, atol=1e-6)
G = 1.62
states = integrate.odeint(fall, [0.0, 10.0], times, tfirst=True)
G = 9.81
np.testing.assert_allclose(states[-1, 1], 10 - 1.62, err_msg="it uses G, here of the Moon")


# %% answer="fits"
def model(t, a, k):
    """a times e to the -kt, for curve_fit."""
    ### BEGIN SOLUTION
    return a * np.exp(-k * t)
    ### END SOLUTION


def loss(params, t, y):
    """The sum of squared residuals of model, for minimize."""
    ### BEGIN SOLUTION
    return np.sum((model(t, *params) - y) ** 2)
    ### END SOLUTION


# %% test="fits-test" points=2
t = np.linspace(0, 4, 30)
y = 3 * np.exp(-0.7 * t)
best, covariance = optimize.curve_fit(model, t, y, p0=[1, 1])
np.testing.assert_allclose(best, [3, 0.7], rtol=1e-5)
assert loss([3, 0.7], t, y) < 1e-12 < loss([1, 1], t, y)
result = optimize.minimize(loss, [1.0, 1.0], args=(t, y), method="Nelder-Mead")
assert result.success and np.allclose(result.x, [3, 0.7], atol=1e-3)
again = optimize.least_squares(lambda p: model(t, *p) - y, [1.0, 1.0])
assert np.allclose(again.x, [3, 0.7])
partial = functools.partial(model, a=2.0, k=0.0)
assert partial(np.array([1.0, 5.0])).tolist() == [2, 2]


# %% answer="arrays"
def normalize(row):
    """A row divided by its sum; zeros if that is zero."""
    ### BEGIN SOLUTION
    total = row.sum()
    return row / total if total else np.zeros(len(row))
    ### END SOLUTION


def clear_diagonal(m):
    """Put zeros on the diagonal of the array that is given, in place; return nothing."""
    ### BEGIN SOLUTION
    np.fill_diagonal(m, 0)
    ### END SOLUTION


def border(m):
    """Views of the first and the last row of m."""
    ### BEGIN SOLUTION
    return m[0], m[-1]
    ### END SOLUTION


def people(rows):
    """A structured array with the fields name (U10), age (i4) and height (f8)."""
    ### BEGIN SOLUTION
    return np.array(rows, dtype=[("name", "U10"), ("age", "i4"), ("height", "f8")])
    ### END SOLUTION


def draw(rng, n):
    """n numbers of rng, standard normal, as an array."""
    ### BEGIN SOLUTION
    return rng.standard_normal(n)
    ### END SOLUTION


# %% test="arrays-along-axis" points=1
m = np.array([[1.0, 3.0], [0.0, 0.0], [2.0, 2.0]])
by_row = np.apply_along_axis(normalize, 1, m)
np.testing.assert_array_equal(by_row, [[0.25, 0.75], [0, 0], [0.5, 0.5]])
assert m[0, 1] == 3, "unchanged"
assert np.apply_along_axis(normalize, axis=0, arr=m).sum(axis=0).tolist() == [1, 1]

# %% test="arrays-in-place" points=2
m = np.arange(9.0).reshape(3, 3)
view = m[1:, 1:]
assert clear_diagonal(m) is None
assert m.trace() == 0 and m[0, 1] == 1 and view[0, 0] == 0
whole = np.ones((4, 4))
clear_diagonal(whole[:2, :2])
assert whole.sum() == 14, "a part of an array is changed in the array"
top, bottom = border(whole)
assert top.tolist() == [0, 1, 1, 1] and bottom.sum() == 4

# %% test="arrays-views" points=1
m = np.zeros((3, 2))
top, bottom = border(m)
m[0, 0] = 5
assert top[0] == 5, "a view, not a copy"
bottom[:] = 7
assert m[2].tolist() == [7, 7]

# %% test="arrays-structured" points=1
who = people([("Ann", 30, 1.7), ("Bob", 25, 1.8)])
assert who.dtype.names == ("name", "age", "height") and who["age"].mean() == 27.5
assert who[0]["name"] == "Ann" and np.sort(who, order="age")["name"][0] == "Bob"
assert who.dtype["age"] == np.int32 and who[who["height"] > 1.75].shape == (1,)

# %% test="arrays-generator" points=1
rng = np.random.default_rng(5)
first, second = draw(rng, 3), draw(rng, 2)
expected_draws = np.random.default_rng(5).standard_normal(6)
np.testing.assert_array_equal(np.r_[first, second], expected_draws[:5])
assert rng.standard_normal() == expected_draws[5], "the generator that is given is used"
assert draw(np.random.default_rng(1), 0).shape == (0,)
