# %% [markdown]
# time series

# %% right
s = pd.Series([1.0, 2, 3], index=pd.date_range("2026-01-01", periods=3))

# %% wrong
s = pd.Series([1.0, 2, 3])

# %% test
assert s.index.freqstr == "D"
assert s.resample("2D").sum().iloc[0] == 3
assert s["2026-01-02"] == 2
