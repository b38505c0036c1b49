# %% [markdown]
# # Part 2: convert

# %% setup="imports-2"
from pathlib import Path

from conversion import FACTORS, convert


# %% answer="miles"
def miles(kilometres):
    """Kilometres in miles, by `convert`."""
    ### BEGIN SOLUTION
    return convert(kilometres, "km", "mile")
    ### END SOLUTION


# %% test="miles-test" points=1
assert abs(miles(1.609344) - 1) < 1e-12
assert miles(0) == 0

# %% test="names-are-not-shared" points=1
# the first notebook's names are not here
assert "units" not in dir()

# %% answer="longest"
### BEGIN SOLUTION
longest = max(FACTORS, key=FACTORS.get)
### END SOLUTION

# %% test="longest-test" points=1
assert longest == "mile"

# %% answer="factor"
### BEGIN SOLUTION
factor = float(Path("more", "factor.txt").read_text())
### END SOLUTION

# %% test="factor-test" points=2
assert factor == 2.5
assert isinstance(factor, float)
