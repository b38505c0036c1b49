# %% by="overflows" answer="sigmoid"
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# %% by="no-intercept" answer="linear"
class MyRegression:
    coef_ = None

    def fit(self, X, y):
        self.coef_ = np.linalg.lstsq(X, y)[0]
        self.intercept_ = 0
        return self

    def predict(self, X):
        return X @ self.coef_

    def score(self, X, y):
        return np.corrcoef(y, self.predict(X))[0, 1]


# %% by="fit-returns-nothing" answer="linear"
class MyRegression:
    def fit(self, X, y):
        self.model = LinearRegression().fit(X, y)
        self.coef_ = self.model.coef_

    def predict(self, X):
        return self.model.predict(X)


# %% by="sum-for-mean" answer="loss"
def log_loss(y, p):
    return -sum(a * np.log(b) + (1 - a) * np.log(1 - b) for a, b in zip(y, p))


# %% by="noisy" after="sigmoid"
np.exp(1000.0)
np.array([1.0]) / 0
print(sigmoid(np.linspace(-2, 2, 5)))
