# %% [markdown]
# counter and defaultdict

# %% right
from collections import Counter, defaultdict

c = Counter("abca")
d = defaultdict(list)
d["a"].append(1)

# %% wrong
c = {"a": 2}
d = {"a": [1]}

# %% test
assert c["a"] == 2 and c.most_common(1) == [("a", 2)] and c["zz"] == 0
assert d["a"] == [1] and d["new"] == []
