# %% setup="imports"
import numpy as np
from scipy import stats

before = np.array([12.1, 11.4, 13.0, 12.7, 11.9, 12.3, 12.8, 11.7])
after = np.array([12.9, 11.9, 13.4, 12.6, 12.8, 12.5, 13.6, 12.0])

# %% answer="paired"
### BEGIN SOLUTION
result = stats.ttest_rel(after, before)
t, p = result
reject = bool(p < 0.05)
### END SOLUTION

# %% test="paired-test" points=2
difference = after - before
expected = difference.mean() / (difference.std(ddof=1) / np.sqrt(8))
assert np.isclose(abs(t), expected)
assert 0 < p < 0.05
assert reject is True

# %% test="paired-object" points=1
assert np.isclose(result.pvalue, p)
assert np.isclose(result.statistic, t)


# %% answer="z"
def z_test(values, mu, sigma):
    """The z statistic and the two-sided p-value."""
    ### BEGIN SOLUTION
    z = (np.mean(values) - mu) / (sigma / np.sqrt(len(values)))
    return z, 2 * stats.norm.sf(abs(z))
    ### END SOLUTION


# %% test="z-test" points=2
z, p_value = z_test([10, 12, 11, 13], 10, 2)
np.testing.assert_allclose([z, p_value], [1.5, 0.1336144], rtol=1e-5)
assert z_test([1, 1], 3, 1)[0] < 0
assert np.isclose(z_test([1, 1], 3, 1)[1], z_test([5, 5], 3, 1)[1])

# %% answer="normal"
### BEGIN SOLUTION
weight = stats.norm(loc=70, scale=8)
share_above_80 = weight.sf(80)
middle = weight.interval(0.9)
### END SOLUTION

# %% test="normal-test" points=1
assert weight.mean() == 70 and weight.std() == 8
assert abs(share_above_80 - 0.10565) < 1e-4
np.testing.assert_allclose(middle, (56.8412, 83.1588), rtol=1e-4)


# %% answer="permutation"
def permutation_p(a, b, n=2000, seed=0):
    """The share of shuffled groups whose means differ at least as much."""
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    observed = abs(np.mean(a) - np.mean(b))
    both = np.concatenate([a, b])
    hits = 0
    for _ in range(n):
        rng.shuffle(both)
        hits += abs(both[: len(a)].mean() - both[len(a) :].mean()) >= observed - 1e-12
    return hits / n
    ### END SOLUTION


# %% test="permutation-test" points=2
assert permutation_p([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], n=200) == 1
far = permutation_p(np.arange(8.0), np.arange(8.0) + 20)
assert far < 0.01
kept = before.copy()
assert 0.02 < permutation_p(before, after) < 0.4
np.testing.assert_array_equal(before, kept)
