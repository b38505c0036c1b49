# %% [markdown]
# a test's estimator fitted by the learner

# %% right
def train(m, X, y):
    return m.fit(X, y)


# %% wrong
def train(m, X, y):
    return m.fit(X, [0.0 for _ in y])


# %% test
from sklearn.linear_model import LinearRegression

m = LinearRegression()
r = train(m, [[0.0], [1.0]], [1.0, 3.0])
assert r is m
assert abs(m.coef_[0] - 2) < 1e-9 and abs(m.intercept_ - 1) < 1e-9
