# %% [markdown]
# defaultdict with a function

# %% right
from collections import defaultdict

d = defaultdict(lambda: 7)
d["a"] += 1

# %% wrong
d = {"a": 8}

# %% test
assert isinstance(d, dict) and isinstance(d, defaultdict)
assert d == {"a": 8} and d["new"] == 7
