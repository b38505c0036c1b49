# %% by="shuffles" answer="resample"
def resample(values, rng):
    return rng.permutation(values)


# %% by="one-fewer" answer="resample"
def resample(values, rng):
    return rng.choice(values, size=len(values) - 1)


# %% by="normal-theory" answer="interval"
def interval(values, statistic=np.mean, level=0.95, n=500, seed=0):
    half = 1.96 * values.std() / np.sqrt(len(values))
    return statistic(values) - half, statistic(values) + half


# %% by="only-the-mean" answer="interval"
def interval(values, statistic=np.mean, level=0.95, n=500, seed=0):
    rng = np.random.default_rng(seed)
    means = sorted(np.mean(resample(values, rng)) for _ in range(n))
    cut = int(n * (1 - level) / 2)
    return float(means[cut]), float(means[-cut - 1])


# %% by="noisy" after="interval"
for level in (0.5, 0.9):
    print(level, interval(heights, level=level, n=100))
