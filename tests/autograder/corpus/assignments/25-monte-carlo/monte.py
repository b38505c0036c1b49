# %% setup="imports"
import random

import numpy as np


# %% answer="pi"
def estimate_pi(n, rng):
    """An estimate of pi from n points in the unit square, drawn by rng.random((n, 2))."""
    ### BEGIN SOLUTION
    points = rng.random((n, 2))
    return 4 * np.mean((points**2).sum(axis=1) <= 1)
    ### END SOLUTION


# %% test="pi-close" points=1
assert abs(estimate_pi(200_000, np.random.default_rng(0)) - np.pi) < 0.02

# %% test="pi-exact" points=1
points = np.random.default_rng(42).random((1000, 2))
expected = 4 * np.mean(np.hypot(points[:, 0], points[:, 1]) <= 1)
assert estimate_pi(1000, np.random.default_rng(42)) == expected


# %% answer="walk"
def random_walk(steps):
    """The places of a walk that starts at 0; each step is +1 or -1, by random.choice([-1, 1])."""
    ### BEGIN SOLUTION
    places = [0]
    for _ in range(steps):
        places.append(places[-1] + random.choice([-1, 1]))
    return places
    ### END SOLUTION


# %% test="walk-form" points=1
walk = random_walk(100)
assert len(walk) == 101 and walk[0] == 0
assert all(abs(b - a) == 1 for a, b in zip(walk, walk[1:]))

# %% test="walk-random" points=1
assert len({tuple(random_walk(30)) for _ in range(20)}) > 10

# %% answer="seeded"
# Draw 5 numbers of the standard normal distribution after np.random.seed(2024).
### BEGIN SOLUTION
np.random.seed(2024)
drawn = np.random.randn(5)
### END SOLUTION

# %% test="seeded-test" points=2
np.random.seed(2024)
np.testing.assert_allclose(drawn, np.random.randn(5))


# %% answer="integral"
def mc_integral(f, a, b, n=20_000, seed=1):
    """The integral of f, which works on arrays, and its standard error."""
    ### BEGIN SOLUTION
    values = f(np.random.default_rng(seed).uniform(a, b, n)) * (b - a)
    return values.mean(), values.std(ddof=1) / np.sqrt(n)
    ### END SOLUTION


# %% test="integral-test" points=2
value, error = mc_integral(np.sin, 0, np.pi)
assert abs(value - 2) < 5 * error
assert 0 < error < 0.02
assert mc_integral(lambda x: x**0 * 3.0, 2, 4)[0] == 6
assert mc_integral(np.cos, 0, 1) == mc_integral(np.cos, 0, 1)
