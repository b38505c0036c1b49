# %% setup="helpers"
def run(function, *arguments):
    """Show what a function gives."""
    assert function(*arguments), "this should hold"


def load(value):
    assert value is not None


def check(value, expected):
    assert value == expected, f"{value!r} is not {expected!r}"


def store(xs):
    assert len(xs) == 3


# %% answer="good"
### BEGIN SOLUTION
def good(n=2):
    return n % 2 == 0


### END SOLUTION

# %% test="run-good" points=1
run(good)

# %% test="run-with" points=1
run(good, 10)

# %% answer="item"
### BEGIN SOLUTION
item = {"price": 3}
items = [1, 2, 3]
### END SOLUTION

# %% test="load-item" points=1
load(item)

# %% test="check-item" points=1
check(item["price"], 3)

# %% test="store-items" points=1
store(items)


# %% answer="time"
### BEGIN SOLUTION
def time(minutes):
    assert minutes >= 0
    return f"{minutes // 60}:{minutes % 60:02}"


### END SOLUTION

# %% test="time-one" points=1
time(61) == "1:01" and 1

# %% test="time-two" points=1
assert time(65) == "1:05"

# %% test="shown" points=1
good
