# %% setup="imports"
import numpy as np
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)

# %% answer="split"
# Keep a third for testing, stratified, with random_state=7.
### BEGIN SOLUTION
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1 / 3, stratify=y, random_state=7
)
### END SOLUTION

# %% test="split-test" points=1
assert X_train.shape == (100, 4) and X_test.shape == (50, 4)
assert np.bincount(y_test).max() - np.bincount(y_test).min() <= 1

# %% answer="fit"
### BEGIN SOLUTION
model = make_pipeline(StandardScaler(), LogisticRegression(C=10, max_iter=500))
model.fit(X_train, y_train)
### END SOLUTION

# %% test="fit-steps" points=2
assert isinstance(model, Pipeline)
assert isinstance(model[0], StandardScaler) and isinstance(model[-1], LogisticRegression)
assert model[-1].C == 10
assert model[-1].coef_.shape == (3, 4)

# %% test="fit-score" points=1
assert model.score(X_test, y_test) > 0.9
assert accuracy_score(y_test, model.predict(X_test)) > 0.9

# %% test="fit-scaler" points=1
np.testing.assert_allclose(model.named_steps["standardscaler"].mean_, X_train.mean(axis=0))


# %% answer="errors"
def confused(model, X, y):
    """The rows that the model takes for another class, and their probabilities."""
    ### BEGIN SOLUTION
    wrong = np.flatnonzero(model.predict(X) != y)
    return wrong, model.predict_proba(X)[wrong]
    ### END SOLUTION


# %% test="errors-test" points=2
rows, probabilities = confused(model, X, y)
assert len(rows) == np.sum(model.predict(X) != y)
assert probabilities.shape == (len(rows), 3)
np.testing.assert_allclose(probabilities.sum(axis=1), 1)
dull = LogisticRegression(C=1e-6).fit(X, y)
assert len(confused(dull, X[:50], y[:50])[0]) == np.sum(dull.predict(X[:50]) != 0)
