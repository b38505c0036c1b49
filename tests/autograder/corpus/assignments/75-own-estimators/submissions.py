# %% by="no-base" answer="clipper"
class Clipper:
    def __init__(self, q=0.05):
        self.q = q

    def fit(self, X, y=None):
        self.low_ = np.quantile(X, self.q, axis=0)
        self.high_ = np.quantile(X, 1 - self.q, axis=0)

    def transform(self, X):
        return np.clip(X, self.low_, self.high_)

    def fit_transform(self, X, y=None):
        self.fit(X)
        return self.transform(X)


# %% by="hard-probabilities" answer="nearest"
class NearestMean(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        self.classes_ = sorted(set(y))
        self.means_ = [np.mean(np.array(X)[y == c], axis=0) for c in self.classes_]
        return self

    def predict(self, X):
        return [int(np.argmin([np.sum((x - m) ** 2) for m in self.means_])) for x in X]

    def predict_proba(self, X):
        return np.eye(len(self.classes_))[self.predict(X)]


# %% by="accuracy" answer="functions"
def ratio(X):
    return X[:, :1] / X[:, 1:2]


balanced = accuracy_score

# %% by="fitted" answer="columns"
encoder = ColumnTransformer(
    [("numbers", StandardScaler(), ["age", "income"]), ("places", OneHotEncoder(), ["city"])],
    remainder="passthrough",
).fit(pd.DataFrame({"age": [1, 2], "income": [2, 1], "city": ["a", "b"], "id": [1, 2]}))

# %% by="noisy" after="columns"
pipe = make_pipeline(Clipper(), NearestMean()).fit(X, y)
print(pipe.score(X, y), pipe)
pipe.predict(X[:, :2])
