# %% setup="imports"
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin, clone
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_iris, make_classification
from sklearn.dummy import DummyClassifier
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, make_scorer
from sklearn.model_selection import GridSearchCV, cross_val_predict, cross_val_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler
from sklearn.utils.validation import check_is_fitted

X, y = load_iris(return_X_y=True)


# %% answer="clipper"
class Clipper(TransformerMixin, BaseEstimator):
    """Clips columns to their quantiles of the training data, q and 1 - q."""

    ### BEGIN SOLUTION
    def __init__(self, q=0.05):
        self.q = q

    def fit(self, X, y=None):
        X = np.asarray(X, float)
        self.low_, self.high_ = np.quantile(X, [self.q, 1 - self.q], axis=0)
        return self

    def transform(self, X):
        check_is_fitted(self)
        return np.clip(np.asarray(X, float), self.low_, self.high_)

    ### END SOLUTION


# %% test="clipper-alone" points=2
column = np.arange(101.0).reshape(-1, 1)
clipper = Clipper(q=0.1)
assert clipper.fit(column) is clipper
clipped = clipper.transform(column)
assert clipped.min() == 10 and clipped.max() == 90 and clipped.shape == (101, 1)
assert np.allclose(Clipper().fit_transform(column)[[0, -1], 0], [5, 95])
assert clipper.get_params() == {"q": 0.1} and clipper.low_ == 10
try:
    Clipper().transform(column)
except NotFittedError:
    pass
else:
    raise AssertionError("not fitted")

# %% test="clipper-estimator" points=1
copied = clone(clipper)
assert copied is not clipper and copied.get_params() == {"q": 0.1} and not hasattr(copied, "low_")
assert clipper.set_params(q=0.2).q == 0.2
assert isinstance(clipper, TransformerMixin) and isinstance(clipper, BaseEstimator)
assert repr(Clipper(q=0.3)) == "Clipper(q=0.3)"

# %% test="clipper-in-pipeline" points=2
pipe = Pipeline(
    [("clip", Clipper(0.02)), ("scale", StandardScaler()), ("lr", LogisticRegression())]
)
scores = cross_val_score(pipe, X, y, cv=3)
assert scores.mean() > 0.9, scores
pipe.fit(X, y)
assert pipe.named_steps["clip"].high_.shape == (4,)
assert pipe.get_params()["clip__q"] == 0.02 and pipe.predict_proba(X).shape == (150, 3)
search = GridSearchCV(pipe, {"clip__q": [0.0, 0.1]}, cv=2).fit(X, y)
assert set(search.best_params_) == {"clip__q"} and search.best_score_ > 0.9
assert len(search.cv_results_["params"]) == 2


# %% answer="nearest"
class NearestMean(ClassifierMixin, BaseEstimator):
    """Predicts the class whose mean is nearest; predict_proba from distances (softmax of -d)."""

    ### BEGIN SOLUTION
    def fit(self, X, y):
        X = np.asarray(X)
        self.classes_ = np.unique(y)
        self.means_ = np.array([X[y == c].mean(axis=0) for c in self.classes_])
        return self

    def _distances(self, X):
        return np.linalg.norm(np.asarray(X)[:, None, :] - self.means_[None], axis=2)

    def predict(self, X):
        return self.classes_[self._distances(X).argmin(axis=1)]

    def predict_proba(self, X):
        odds = np.exp(-self._distances(X))
        return odds / odds.sum(axis=1, keepdims=True)

    ### END SOLUTION


# %% test="nearest-alone" points=2
A, b = make_classification(200, n_informative=4, class_sep=2.0, random_state=3)
ours = NearestMean().fit(A[:150], b[:150])
assert accuracy_score(b[150:], ours.predict(A[150:])) > 0.75
probabilities = ours.predict_proba(A[150:])
np.testing.assert_allclose(probabilities.sum(axis=1), 1)
assert (ours.classes_[probabilities.argmax(axis=1)] == ours.predict(A[150:])).all()
texts = NearestMean().fit([[0.0], [1.0], [9.0]], np.array(["low", "low", "high"]))
assert texts.predict([[8.0], [-1.0]]).tolist() == ["high", "low"]

# %% test="nearest-validated" points=2
dummy = cross_val_score(DummyClassifier(), X, y, cv=3).mean()
assert cross_val_score(NearestMean(), X, y, cv=3).mean() > max(0.8, dummy)
guessed = cross_val_predict(make_pipeline(StandardScaler(), NearestMean()), X, y, cv=3)
assert (guessed == y).mean() > 0.8


# %% answer="functions"
def ratio(X):
    """The columns and, behind them, the first divided by the second."""
    ### BEGIN SOLUTION
    X = np.asarray(X)
    return np.column_stack([X, X[:, 0] / X[:, 1]])
    ### END SOLUTION


def balanced(y_true, y_pred):
    """The mean of the recalls of the classes."""
    ### BEGIN SOLUTION
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    return float(np.mean([(y_pred[y_true == c] == c).mean() for c in np.unique(y_true)]))
    ### END SOLUTION


# %% test="functions-as-steps" points=2
made = make_pipeline(FunctionTransformer(ratio), LogisticRegression(max_iter=1000)).fit(X, y)
assert made[-1].coef_.shape == (3, 5)
assert made[0].func is ratio
assert balanced([0, 0, 0, 1], [0, 0, 0, 0]) == 0.5
values = cross_val_score(DummyClassifier(), X, y, cv=3, scoring=make_scorer(balanced))
assert np.allclose(values, 1 / 3)

# %% answer="columns"
# `encoder`: a ColumnTransformer, not fitted, that scales "age" and "income" ("numbers"), encodes
# "city" ("places") and drops the rest.
### BEGIN SOLUTION
encoder = ColumnTransformer(
    [
        ("numbers", StandardScaler(), ["age", "income"]),
        ("places", OneHotEncoder(handle_unknown="ignore"), ["city"]),
    ]
)
### END SOLUTION

# %% test="columns-test" points=2
people = pd.DataFrame(
    {"age": [20, 40, 60], "income": [1.0, 2, 3], "city": list("abb"), "id": [7, 8, 9]}
)
try:
    check_is_fitted(encoder)
except NotFittedError:
    pass
else:
    raise AssertionError("encoder is fitted already")
encoded = encoder.fit_transform(people)
assert encoded.shape == (3, 4)
assert [name for name, *_ in encoder.transformers] == ["numbers", "places"]
assert list(encoder.get_feature_names_out()) == [
    "numbers__age",
    "numbers__income",
    "places__city_a",
    "places__city_b",
]
assert isinstance(encoder.named_transformers_["numbers"], StandardScaler)
new = encoder.transform(people.assign(city="z"))
assert np.allclose(np.asarray(new)[:, 2:], 0) and np.allclose(encoded[:, 0].sum(), 0)
whole = make_pipeline(encoder, LogisticRegression()).fit(people, [0, 1, 1])
assert whole.predict(people).shape == (3,)
