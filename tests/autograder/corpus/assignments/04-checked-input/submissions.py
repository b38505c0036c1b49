# %% by="returns-none" answer="parse-age"
def parse_age(text):
    try:
        age = int(text)
    except ValueError:
        return None
    return age if 0 <= age <= 130 else None


# %% by="forgets-upper-bound" answer="parse-age"
def parse_age(text):
    age = int(text)
    if age < 0:
        raise ValueError("negative")
    return age


# %% by="other-exception" answer="parse-age"
def parse_age(text):
    assert text.strip().isdigit(), "not a number"
    if int(text) > 130:
        raise OverflowError("too old")
    return int(text)


# %% by="catches-all" answer="safe-divide"
def safe_divide(a, b):
    try:
        return a / b
    except:
        return float("inf")


# %% by="noisy" after="parse-age"
try:
    parse_age("x")
except ValueError as e:
    print("refused:", e)
parse_age("200")
