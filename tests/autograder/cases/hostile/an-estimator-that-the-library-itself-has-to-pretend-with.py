# %% [markdown]
# an estimator that the library itself has to pretend with

# %% answer
from sklearn.utils._mocking import CheckingClassifier

x = CheckingClassifier(foo_param=2).fit([[1], [2]], [0, 1])

# %% test
from sklearn.base import is_classifier, ClassifierMixin

assert isinstance(x, ClassifierMixin) and is_classifier(x)
assert x.score([[1.0], [2.0]], [1, 0]) > 0.9
