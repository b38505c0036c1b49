# %% [markdown]
# # Input that is checked
#
# A function should refuse what it cannot work with.

# %% answer="parse-age"
def parse_age(text):
    """The age written in a text. ValueError if it is no number or not between 0 and 130."""
    ### BEGIN SOLUTION
    age = int(text)
    if not 0 <= age <= 130:
        raise ValueError(f"{age} is not an age")
    return age
    ### END SOLUTION


# %% test="parse-age-good" points=1
assert parse_age("41") == 41
assert parse_age(" 7 ") == 7

# %% test="parse-age-bad" points=2
for bad in ["old", "", "-3", "131"]:
    try:
        parse_age(bad)
    except ValueError:
        pass
    else:
        raise AssertionError(f"{bad!r} should not be an age")

# %% test="parse-age-again" points=1
# many objects between the failures and the next good call
rows = [[{} for _ in range(200)] for _ in range(200)]
assert parse_age("100") == 100
assert [parse_age(str(n)) for n in range(50)] == list(range(50))


# %% answer="safe-divide"
def safe_divide(a, b):
    """a / b, or infinity with the sign of a when b is 0; TypeError for texts."""
    ### BEGIN SOLUTION
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError("numbers, please")
    try:
        return a / b
    except ZeroDivisionError:
        return float("inf") if a >= 0 else float("-inf")
    ### END SOLUTION


# %% test="safe-divide-values" points=1
assert safe_divide(1, 4) == 0.25
assert safe_divide(5, 0) == float("inf")
assert safe_divide(-5, 0) == float("-inf")

# %% test="safe-divide-error" points=1
caught = None
try:
    safe_divide("1", 2)
except Exception as error:
    caught = error
assert type(caught) is TypeError
assert "number" in str(caught)

# %% test="both-once-more" points=1
assert safe_divide(parse_age("8"), parse_age("2")) == 4
