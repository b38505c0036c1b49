# %% setup="imports"
import numpy as np

heights = np.loadtxt("heights.txt")


# %% answer="resample"
def resample(values, rng):
    """As many values as there are, drawn with replacement by rng.choice."""
    ### BEGIN SOLUTION
    return rng.choice(values, size=len(values), replace=True)
    ### END SOLUTION


# %% test="resample-test" points=2
drawn = resample(heights, np.random.default_rng(1))
assert drawn.shape == heights.shape
assert set(drawn) <= set(heights)
assert len(set(drawn)) < len(heights)
np.testing.assert_array_equal(
    resample(heights, np.random.default_rng(5)), resample(heights, np.random.default_rng(5))
)


# %% answer="interval"
def interval(values, statistic=np.mean, level=0.95, n=500, seed=0):
    """A bootstrap interval of a statistic, by percentiles."""
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    found = [statistic(resample(values, rng)) for _ in range(n)]
    tail = 100 * (1 - level) / 2
    low, high = np.percentile(found, [tail, 100 - tail])
    return float(low), float(high)
    ### END SOLUTION


# %% test="interval-form" points=1
low, high = interval(heights)
assert isinstance(low, float) and low < high

# %% test="interval-mean" points=1
assert low < heights.mean() < high
assert 1.5 < high - low < 6

# %% test="interval-level" points=1
wide, narrow = interval(heights, level=0.99), interval(heights, level=0.5)
assert wide[0] < low < narrow[0] < narrow[1] < high < wide[1]

# %% test="interval-statistic" points=2
used = []


def widest(values):
    used.append(len(values))
    return values.max() - values.min()


low, high = interval(heights, widest, n=50)
assert len(used) == 50 and set(used) == {len(heights)}
assert high <= np.ptp(heights)
assert interval(heights, np.median, seed=3) == interval(heights, np.median, seed=3)
assert interval(heights, np.median, seed=3) != interval(heights, np.mean, seed=3)
