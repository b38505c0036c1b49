# %% [markdown]
# own estimator

# %% right
from sklearn.base import BaseEstimator, ClassifierMixin


class Majority(ClassifierMixin, BaseEstimator):
    def __init__(self, k=1):
        self.k = k

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.m_ = np.bincount(y).argmax()
        return self

    def predict(self, X):
        return np.full(len(X), self.m_)


# %% wrong
from sklearn.base import BaseEstimator, ClassifierMixin


class Majority(ClassifierMixin, BaseEstimator):
    def __init__(self, k=1):
        self.k = k

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        return self

    def predict(self, X):
        return np.zeros(len(X), int)


# %% test
from sklearn.base import clone
from sklearn.model_selection import cross_val_score

m = Majority(k=3)
assert clone(m).k == 3
assert isinstance(m, BaseEstimator)
X = np.arange(12.0).reshape(-1, 1)
y = np.array([1, 1, 1, 0] * 3)
assert cross_val_score(m, X, y, cv=3).mean() == 0.75
