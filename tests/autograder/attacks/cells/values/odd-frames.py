# %% [markdown]
# gives a test frames with doubled names and broken parts

# %% model
X = pd.DataFrame([[1, 2]], columns=["x", "x"])
X.attrs = {"deep": X}
X.index = pd.MultiIndex.from_tuples([(None, np.nan)], names=["x", "x"])
X["o"] = [pd.Series([X])]
model = pd.Series([Ellipsis, pd.NA, X, "\ud800", 10**400], dtype=object)

# %% share
share = pd.Categorical.from_codes([0, -1], ["\ud800"])
