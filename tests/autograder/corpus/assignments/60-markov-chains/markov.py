# %% setup="imports"
import numpy as np

STATES = ("sun", "cloud", "rain")

# %% answer="matrix"
### BEGIN SOLUTION
P = np.array([[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.2, 0.4, 0.4]])
### END SOLUTION

# %% [markdown]
# From sun: 0.7 sun, 0.2 cloud. From cloud: 0.3 sun, 0.4 cloud. From rain: 0.2 sun, 0.4 cloud.

# %% test="matrix-test" points=1
assert P.shape == (3, 3)
assert np.allclose(P.sum(axis=1), 1), "rows add up to one"
assert (P >= 0).all() and P[0, 1] == 0.2


# %% answer="after"
def after(start, P, days):
    """The distribution after some days."""
    ### BEGIN SOLUTION
    return np.asarray(start) @ np.linalg.matrix_power(P, days)
    ### END SOLUTION


# %% test="after-test" points=1
np.testing.assert_allclose(after([1, 0, 0], P, 0), [1, 0, 0])
np.testing.assert_allclose(after([0, 1, 0], P, 1), [0.3, 0.4, 0.3])
np.testing.assert_allclose(after([1, 0, 0], P, 2), [0.57, 0.26, 0.17])


# %% answer="stationary"
def stationary(P):
    """The distribution that stays the same."""
    ### BEGIN SOLUTION
    n = len(P)
    A = np.vstack([P.T - np.eye(n), np.ones(n)])
    return np.linalg.lstsq(A, np.r_[np.zeros(n), 1.0], rcond=None)[0]
    ### END SOLUTION


# %% test="stationary-test" points=2
pi = stationary(P)
assert np.isclose(pi.sum(), 1)
np.testing.assert_allclose(pi @ P, pi)
np.testing.assert_allclose(stationary(np.array([[0.5, 0.5], [0.25, 0.75]])), [1 / 3, 2 / 3])


# %% answer="simulate"
def simulate(P, steps, rng, start=0):
    """The names of the states that a chain passes, the start included."""
    ### BEGIN SOLUTION
    state, seen = start, [STATES[start]]
    for _ in range(steps):
        state = rng.choice(len(P), p=P[state])
        seen.append(STATES[state])
    return seen
    ### END SOLUTION


# %% test="simulate-form" points=1
chain = simulate(P, 50, np.random.default_rng(0))
assert len(chain) == 51 and chain[0] == "sun"
assert set(chain) <= set(STATES)
assert all(type(each) is str for each in chain)

# %% test="simulate-share" points=2
long = simulate(P, 3000, np.random.default_rng(1))
share = np.array([long.count(name) for name in STATES]) / len(long)
np.testing.assert_allclose(share, stationary(P), atol=0.05)
always = np.array([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])
assert simulate(always, 4, np.random.default_rng(2)) == ["sun", "cloud", "rain", "sun", "cloud"]
