# %% setup="imports"
import hashlib


def digest(value):
    """A hash of an answer, so that the answer is not to be read here."""
    return hashlib.sha1(str(value).strip().lower().encode("utf-8")).hexdigest()


# %% [markdown]
# Which of these is a prime number: (a) 21, (b) 39, (c) 47, (d) 51? Put the letter in `choice`.

# %% answer="choice"
### BEGIN SOLUTION
choice = "c"
### END SOLUTION

# %% test="choice-test" points=1
assert type(choice) == str, "put the letter in quotation marks"
assert digest(choice) == "84a516841ba77a5b4648de2cd0dfcb30ea46dbb4"

# %% answer="year"
# In which year did people first stand on the moon?
### BEGIN SOLUTION
year = 1969
### END SOLUTION

# %% test="year-test" points=1
assert type(year) == int
assert hashlib.md5(bytes(str(year), "ascii")).hexdigest() == hashlib.md5(b"1969").hexdigest()

# %% answer="several"
# The three letters of the options that hold, as a set.
### BEGIN SOLUTION
several = {"a", "b", "e"}
### END SOLUTION

# %% test="several-test" points=2
assert isinstance(several, set)
joined = "".join(sorted(several))
assert digest(joined) == hashlib.sha1(b"abe").hexdigest()

# %% answer="total"
# The sum of all multiples of 7 below 1000, rounded to two places.
### BEGIN SOLUTION
total = round(float(sum(range(0, 1000, 7))), 2)
### END SOLUTION

# %% test="total-test" points=1
assert digest(type(total)) == digest("<class 'float'>")
assert digest(f"{total:.2f}") == digest("71071.00")
