# %% by="training-score" answer="scores"
scores = LinearRegression().fit(X, y).score(X, y)


# %% by="interleaved" answer="folds"
def my_folds(n, k):
    return [np.arange(i, n, k) for i in range(k)]


# %% by="no-self" answer="mean-model"
class MeanModel(RegressorMixin, BaseEstimator):
    def __init__(self, factor=1.0):
        self.f = factor

    def fit(self, X, y):
        self.mean_ = np.mean(y)

    def predict(self, X):
        return self.mean_


# %% by="by-hand" answer="search"
best, search = None, None
for alpha in [0.01, 1.0, 100.0]:
    s = cross_val_score(Ridge(alpha=alpha), X, y).mean()
    if search is None or s > search:
        search, best = s, alpha

# %% by="noisy" after="scores"
print("scores:", scores, "mean", np.mean(scores))
