# %% [markdown]
# warnings as errors

# %% right
def f(x):
    return np.where(x > 0, np.log(np.maximum(x, 1e-9)), 0)


# %% wrong
def f(x):
    return np.nan_to_num(np.log(x), neginf=0)


# %% test
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("error")
    assert f(np.array([0.0, 1.0])).tolist() == [0, 0]
