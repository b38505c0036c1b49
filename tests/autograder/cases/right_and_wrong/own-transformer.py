# %% [markdown]
# own transformer

# %% right
from sklearn.base import BaseEstimator, TransformerMixin


class Clip(BaseEstimator, TransformerMixin):
    def __init__(self, top=1):
        self.top = top

    def fit(self, X, y=None):
        return self

    def transform(self, X):
        return np.minimum(X, self.top)


# %% wrong
class Clip:
    def __init__(self, top=1):
        self.top = top


# %% test
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline

assert Clip(2).fit_transform(np.array([[1.0, 5]])).tolist() == [[1, 2]]
X = np.arange(6.0).reshape(-1, 1)
m = make_pipeline(Clip(3), LinearRegression())
assert np.allclose(m.fit(X, np.minimum(X, 3)).predict(X), np.minimum(X, 3))
