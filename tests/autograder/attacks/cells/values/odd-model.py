# %% [markdown]
# gives a test a real estimator with attributes that are traps

# %% model
X = pd.DataFrame({"x": range(20)})
model = LogisticRegression().fit(X, [0, 1] * 10)
model.classes_ = np.array([[0, 1]] * 3)
model.coef_ = np.zeros((1, 10**6))
model.n_features_in_ = "x"
model.__dict__[5] = 6
