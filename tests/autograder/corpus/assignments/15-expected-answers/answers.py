# %% setup="imports"
import numpy as np

# %% [markdown]
# Fill the dictionary `q1` with the keys that are asked for.

# %% answer="q1"
data = [3, 8, 1, 9, 4, 4, 7]
### BEGIN SOLUTION
q1 = {
    "mean": np.mean(data),
    "median": float(np.median(data)),
    "largest": max(data),
    "twice": [4],
    "odd": tuple(n for n in data if n % 2),
    "above": {n: n > 5 for n in sorted(set(data))},
}
### END SOLUTION

# %% test="q1-keys" points=1
assert isinstance(q1, dict)
for key in ("mean", "median", "largest", "twice", "odd", "above"):
    assert key in q1, f"the key {key!r} is missing"

# %% test="q1-numbers" points=2
expected = {"mean": 36 / 7, "median": 4, "largest": 9}
for key, value in expected.items():
    assert np.isclose(q1[key], value, rtol=1e-3), f"{key} is wrong"

# %% test="q1-types" points=1
kinds = {"median": float, "largest": int, "twice": list, "odd": tuple}
assert {key: type(q1[key]) for key in kinds} == kinds

# %% test="q1-collections" points=1
assert q1["odd"] == (3, 1, 9, 7)
assert q1["above"] == {1: False, 3: False, 4: False, 7: True, 8: True, 9: True}
assert list(q1["above"]) == sorted(q1["above"])


# %% answer="q2"
def describe(numbers):
    """A dict with "n", "low", "high" and "mean"; of no numbers, with "n" only."""
    ### BEGIN SOLUTION
    if not numbers:
        return {"n": 0}
    return {
        "n": len(numbers),
        "low": min(numbers),
        "high": max(numbers),
        "mean": sum(numbers) / len(numbers),
    }
    ### END SOLUTION


# %% test="q2-test" points=2
for given, expected in [
    ([1, 2, 3], {"n": 3, "low": 1, "high": 3, "mean": 2}),
    ([5], {"n": 1, "low": 5, "high": 5, "mean": 5}),
    ([], {"n": 0}),
]:
    assert describe(given) == expected, f"describe({given}) gives {describe(given)}"
