# %% by="no-strata" answer="split"
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=50, shuffle=False)

# %% by="no-scaling" answer="fit"
model = LogisticRegression(C=10, max_iter=500)
model.fit(X_train, y_train)

# %% by="not-fitted" answer="fit"
model = make_pipeline(StandardScaler(), LogisticRegression(C=10))

# %% by="fits-on-everything" answer="fit"
model = make_pipeline(StandardScaler(), LogisticRegression(C=10, max_iter=500)).fit(X, y)


# %% by="fits-on-everything" answer="errors"
def confused(model, X, y):
    return [i for i in range(len(X)) if model.predict(X[i : i + 1]) != y[i]], None


# %% by="noisy" after="fit"
LogisticRegression(max_iter=2).fit(X_train, y_train)
model
