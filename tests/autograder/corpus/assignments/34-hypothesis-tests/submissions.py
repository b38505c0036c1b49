# %% by="independent" answer="paired"
result = stats.ttest_ind(after, before)
t, p = result.statistic, result.pvalue
reject = p < 0.05


# %% by="one-sided" answer="z"
def z_test(values, mu, sigma):
    z = (np.mean(values) - mu) / (sigma / len(values) ** 0.5)
    return z, stats.norm.sf(z)


# %% by="variance-for-scale" answer="normal"
weight = stats.norm(70, 64)
share_above_80 = 1 - weight.cdf(80)
middle = weight.interval(0.9)


# %% by="signed-difference" answer="permutation"
def permutation_p(a, b, n=2000, seed=0):
    rng = np.random.default_rng(seed)
    observed = np.mean(a) - np.mean(b)
    both = np.concatenate([a, b])
    hits = 0
    for _ in range(n):
        rng.shuffle(both)
        hits += both[: len(a)].mean() - both[len(a) :].mean() > observed
    return hits / n


# %% by="noisy" after="z"
print(z_test(before, 12, 0.5))
z_test([], 0, 1)


# %% by="noisy" answer="z"
def z_test(values, mu, sigma):
    import warnings

    warnings.warn("a small sample", stacklevel=2)
    z = (np.mean(values) - mu) / (sigma / np.sqrt(len(values)))
    return z, 2 * stats.norm.sf(abs(z))
