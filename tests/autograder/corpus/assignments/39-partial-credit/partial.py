# %% setup="imports"
import numpy as np

# %% answer="colours"
### BEGIN SOLUTION
primary = {"red", "green", "blue"}
### END SOLUTION

# %% test="colours-partial" points=3
right = {"red", "green", "blue"}
max(0, len(primary & right) - len(primary - right))

# %% answer="guesses"
### BEGIN SOLUTION
guesses = {"oslo": 5, "rome": 42, "cairo": 30}
### END SOLUTION

# %% test="guesses-partial" points=4
points = 0.0
for city, latitude in [("oslo", 60), ("rome", 42), ("cairo", 30)]:
    if abs(guesses.get(city, -99) - latitude) <= 60:
        points += 1
    if city == "rome" and guesses["rome"] == 42:
        points += 1
points


# %% answer="sort-it"
def tidy(values):
    """The values without doubles, sorted, as a tuple."""
    ### BEGIN SOLUTION
    return tuple(sorted(set(values)))
    ### END SOLUTION


# %% test="tidy-partial" points=2
score = 0
try:
    score += 1 if list(tidy([3, 1, 3])) == [1, 3] else 0
    score += 1 if isinstance(tidy([]), tuple) else 0
except Exception:
    pass
score

# %% test="tidy-share" points=2
cases = [([1], (1,)), ([2, 1], (1, 2)), ([], ()), ("ba", ("a", "b"))]
2 * np.mean([tidy(given) == expected for given, expected in cases])

# %% test="tidy-shown" points=1
assert len(tidy([1, 1])) == 1
"all is well"

# %% test="tidy-none" points=1
None if tidy([5]) else 0.5
