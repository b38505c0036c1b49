# %% [markdown]
# no warning of a method

# %% right
import warnings


class Model:
    def fit(self, x):
        self.mean = np.mean(x) if len(x) else 0.0
        return self


# %% wrong
class Model:
    def fit(self, x):
        self.mean = np.mean(x)
        return self


# %% test
import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    m = Model().fit([])
assert m.mean is not None and not seen
