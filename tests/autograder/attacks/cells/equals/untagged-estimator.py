# %% [markdown]
# claims to be LogisticRegression, but neither a classifier nor a regressor

# %% model
class Tags:
    estimator_type = "neither"


class Model:
    score = lambda self, X, y: 1.0
    predict = lambda self, X: np.zeros(len(X), int)
    __sklearn_tags__ = lambda self: Tags()


Model.__name__ = Model.__qualname__ = "LogisticRegression"
Model.__module__ = "sklearn.linear_model._logistic"
model = Model()
X = pd.DataFrame({"x": range(20)})
