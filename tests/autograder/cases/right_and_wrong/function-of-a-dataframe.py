# %% [markdown]
# function of a DataFrame

# %% right
def means(d):
    return d.groupby("k")["v"].mean()


# %% wrong
def means(d):
    return d.groupby("k")["v"].sum()


# %% test
d = pd.DataFrame({"k": list("aab"), "v": [1.0, 3, 5]})
pd.testing.assert_series_equal(means(d), d.groupby("k")["v"].mean())
