# %% [markdown]
# puts score and predict into a real estimator's own attributes

# %% model
X = pd.DataFrame({"x": range(20)})
model = LogisticRegression().fit(X, [0, 1] * 10)
model.score = lambda *args: 1.0
model.predict = lambda X: [1, 0] * (len(X) // 2)
model.__sklearn_tags__ = lambda: None
