# %% [markdown]
# clone of an estimator

# %% right
from sklearn.linear_model import LogisticRegression

m = LogisticRegression(C=0.5).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])

# %% wrong
from sklearn.linear_model import LogisticRegression

m = LogisticRegression(C=1.5).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])

# %% test
from sklearn.base import clone
from sklearn.model_selection import cross_val_score

assert clone(m).C == 0.5
assert isinstance(m, LogisticRegression)
X = np.arange(20.0).reshape(-1, 1)
y = (X[:, 0] > 9).astype(int)
assert cross_val_score(m, X, y, cv=2).shape == (2,)
assert list(m.predict([[0.0], [3.0]])) == [0, 1]
