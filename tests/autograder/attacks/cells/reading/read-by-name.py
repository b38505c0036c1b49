# %% [markdown]
# declares the names of a test's variables to catch their values

# %% start
expected = found = seen = right = tolerance = _ = __ = None

# %% end
print(expected, found, seen, right, tolerance, _, __, globals().get("expected"))
