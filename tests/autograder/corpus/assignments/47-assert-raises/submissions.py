# %% by="built-in-error" answer="mode"
def mode(xs):
    return max(xs, key=xs.count)


# %% by="returns-error" answer="mode"
def mode(xs):
    if not xs:
        return ValueError("no data")
    return max(set(xs), key=xs.count)


# %% by="index-error" answer="matrix"
def trace(m):
    return sum(m[i][i] for i in range(len(m)))


# %% by="one-error-for-all" answer="matrix"
def trace(m):
    try:
        assert m.shape[0] == m.shape[1]
        return np.trace(m)
    except Exception:
        raise ValueError("not a square array")


# %% by="noisy" after="mode"
try:
    mode([])
except ValueError as e:
    print(repr(e))
mode([])
