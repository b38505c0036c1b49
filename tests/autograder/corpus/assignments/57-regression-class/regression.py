# %% setup="imports"
import numpy as np
from sklearn.linear_model import LinearRegression


# %% answer="sigmoid"
def sigmoid(z):
    """1 / (1 + exp(-z)), without overflow."""
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)
    ### END SOLUTION


# %% test="sigmoid-values" points=1
assert sigmoid(0) == 0.5
np.testing.assert_allclose(sigmoid(np.array([-1.0, 1.0])), [0.26894142, 0.73105858])

# %% test="sigmoid-large" points=1
with np.errstate(over="raise"):
    assert sigmoid(-1000) == 0 and sigmoid(1000) == 1


# %% answer="linear"
class MyRegression:
    """Least squares: fit(X, y), predict(X), coef_, intercept_ and score(X, y)."""

    ### BEGIN SOLUTION
    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        solution = np.linalg.lstsq(A, np.asarray(y), rcond=None)[0]
        self.intercept_, self.coef_ = solution[0], solution[1:]
        return self

    def predict(self, X):
        return self.intercept_ + np.asarray(X) @ self.coef_

    def score(self, X, y):
        y = np.asarray(y)
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()

    ### END SOLUTION


# %% test="linear-exact" points=1
X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 1.0]])
y = 1 + X @ [2.0, -3.0]
model = MyRegression().fit(X, y)
np.testing.assert_allclose(model.coef_, [2, -3])
assert np.isclose(model.intercept_, 1)

# %% test="linear-like-sklearn" points=2
rng = np.random.default_rng(2)
X, y = rng.normal(size=(30, 2)), rng.normal(size=30)
theirs, ours = LinearRegression().fit(X, y), MyRegression().fit(X, y)
np.testing.assert_allclose(ours.predict(X[:5]), theirs.predict(X[:5]))
assert abs(ours.score(X, y) - theirs.score(X, y)) < 1e-9

# %% test="linear-has" points=1
fresh = MyRegression()
assert not hasattr(fresh, "coef_")
assert hasattr(fresh.fit(X, y), "coef_")
for method in ("fit", "predict", "score"):
    assert callable(getattr(MyRegression, method))


# %% answer="loss"
def log_loss(y, p):
    """The mean negative log likelihood."""
    ### BEGIN SOLUTION
    y, p = np.asarray(y), np.asarray(p)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    ### END SOLUTION


# %% test="loss-test" points=1
assert np.isclose(log_loss([1, 0], [0.8, 0.4]), 0.3669845875)
assert isinstance(log_loss([1], [0.5]), float)
