# %% [markdown]
# # Part 1: prepare

# %% setup="imports-1"
import json

# %% answer="squares-file"
# Put the squares of 0 to 9 as a list into squares.json.
### BEGIN SOLUTION
with open("squares.json", "w") as file:
    json.dump([n * n for n in range(10)], file)
### END SOLUTION

# %% test="squares-file-test" points=1
with open("squares.json") as file:
    assert json.load(file) == [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]

# %% answer="units"
### BEGIN SOLUTION
units = {"km": 1000, "m": 1, "cm": 0.01}
### END SOLUTION

# %% test="units-test" points=1
assert units["km"] == 1000 and units["cm"] == 0.01
assert len(units) == 3

# %% test="factor-file" points=1
assert 2 * float(open("more/factor.txt").read()) == 5
