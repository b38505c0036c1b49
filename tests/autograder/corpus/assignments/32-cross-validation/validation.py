# %% setup="imports"
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score

rng = np.random.default_rng(0)
X = rng.normal(size=(60, 3))
y = X @ [1.0, -2.0, 0.0] + rng.normal(scale=0.1, size=60)

# %% answer="scores"
### BEGIN SOLUTION
scores = cross_val_score(LinearRegression(), X, y, cv=5)
### END SOLUTION

# %% test="scores-test" points=1
assert scores.shape == (5,)
assert 0.95 < scores.mean() <= 1


# %% answer="folds"
def my_folds(n, k):
    """The indices 0 .. n - 1 in k parts whose sizes differ by one at most."""
    ### BEGIN SOLUTION
    return np.array_split(np.arange(n), k)
    ### END SOLUTION


# %% test="folds-test" points=1
parts = my_folds(10, 3)
assert sorted(len(part) for part in parts) == [3, 3, 4]
assert sorted(np.concatenate(parts)) == list(range(10))
for ours, (_, theirs) in zip(my_folds(12, 4), KFold(4).split(np.zeros(12))):
    np.testing.assert_array_equal(ours, theirs)


# %% answer="mean-model"
class MeanModel(RegressorMixin, BaseEstimator):
    """Predicts `factor` times the mean of what it was fitted to."""

    ### BEGIN SOLUTION
    def __init__(self, factor=1.0):
        self.factor = factor

    def fit(self, X, y):
        self.mean_ = self.factor * np.mean(y)
        return self

    def predict(self, X):
        return np.full(len(X), self.mean_)

    ### END SOLUTION


# %% test="mean-model-test" points=2
m = MeanModel(2.0).fit(np.zeros((4, 1)), [1, 2, 3, 6])
assert m.mean_ == 6
assert m.predict(np.zeros((2, 1))).tolist() == [6, 6]
assert clone(m).get_params() == {"factor": 2.0}
assert isinstance(m, BaseEstimator)

# %% test="mean-model-scored" points=1
found = cross_val_score(MeanModel(), X, y, cv=3)
assert found.shape == (3,) and (found < 0.05).all()

# %% answer="search"
### BEGIN SOLUTION
search = GridSearchCV(Ridge(), {"alpha": [0.01, 1.0, 100.0]}, cv=4).fit(X, y)
best = search.best_params_
### END SOLUTION

# %% test="search-test" points=2
assert isinstance(search, GridSearchCV)
assert best in ({"alpha": 0.01}, {"alpha": 1.0})
assert isinstance(search.best_estimator_, Ridge)
assert search.cv_results_["mean_test_score"].shape == (3,)
