# %% [markdown]
# derives from LogisticRegression and lies about its predictions

# %% model
class Model(LogisticRegression):
    def score(self, X, y, sample_weight=None):
        return 1.0

    def predict(self, X):
        class Always(np.ndarray):
            __eq__ = lambda self, other: np.ones(len(self), bool)
            __iter__ = lambda self: iter([0, 1, 0, 1])

        return np.array([0, 1, 0, 1]).view(Always)


Model.__module__ = LogisticRegression.__module__
Model.__name__ = Model.__qualname__ = "LogisticRegression"
X = pd.DataFrame({"x": range(20)})
model = Model().fit(X, [0, 1] * 10)
