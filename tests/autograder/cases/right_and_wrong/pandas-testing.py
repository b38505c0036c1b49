# %% [markdown]
# pandas testing

# %% right
df = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})

# %% wrong
df = pd.DataFrame({"a": [1, 3], "b": ["x", "y"]})

# %% test
pd.testing.assert_frame_equal(df, pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
