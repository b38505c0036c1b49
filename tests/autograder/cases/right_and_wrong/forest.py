# %% [markdown]
# forest

# %% right
from sklearn.ensemble import RandomForestClassifier

m = RandomForestClassifier(10, random_state=0).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])

# %% wrong
from sklearn.ensemble import RandomForestClassifier

m = RandomForestClassifier(10, random_state=0).fit([[0.0], [1], [2], [3]], [1, 1, 0, 0])

# %% test
from sklearn.base import clone

assert isinstance(m, RandomForestClassifier)
assert m.score([[0.0], [3.0]], [0, 1]) == 1
assert clone(m).n_estimators == 10
assert m.feature_importances_.shape == (1,)
