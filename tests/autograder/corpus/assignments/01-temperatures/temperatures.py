# %% [markdown]
# # Temperatures
#
# Convert readings of a weather station, and say what they mean.

# %% setup="imports"
import math


# %% answer="to-celsius"
def to_celsius(fahrenheit):
    """Degrees Fahrenheit as degrees Celsius."""
    ### BEGIN SOLUTION
    return (fahrenheit - 32) * 5 / 9
    ### END SOLUTION


# %% test="to-celsius-points" points=2
assert abs(to_celsius(212) - 100) < 1e-9
assert abs(to_celsius(32)) < 1e-9
assert math.isclose(to_celsius(98.6), 37.0, abs_tol=1e-6), "the temperature of a body"

# %% test="to-celsius-hidden" points=1
### BEGIN HIDDEN TESTS
assert round(to_celsius(-40), 6) == -40
assert round(to_celsius(50.9), 6) == 10.5
### END HIDDEN TESTS


# %% answer="mean-reading"
def mean_reading(readings):
    """The mean of the readings that are not None; None if there are none."""
    ### BEGIN SOLUTION
    known = [reading for reading in readings if reading is not None]
    if not known:
        return None
    return sum(known) / len(known)
    ### END SOLUTION


# %% test="mean-reading-plain" points=1
assert mean_reading([1, 2, 3]) == 2
assert isinstance(mean_reading([1, 2]), float)

# %% test="mean-reading-gaps" points=2
assert mean_reading([None, 4.0, None, 6.0]) == 5.0
assert mean_reading([]) is None
assert mean_reading([None]) is None

# %% answer="label"
warm, cold = None, None
### BEGIN SOLUTION
warm = [day for day, t in [("mon", 20), ("tue", 11), ("wed", 25)] if t > 15]
cold = 1
### END SOLUTION

# %% test="label-test" points=1
assert warm == ["mon", "wed"] and type(cold) == int and cold == 1
