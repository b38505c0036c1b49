# %% [markdown]
# Write these yourself; they bear the names of Python's own.

# %% answer="sum"
def sum(xs, start=0):
    """The sum of xs, with `start` to begin with; None counts as nothing."""
    ### BEGIN SOLUTION
    total = start
    for x in xs:
        total += x or 0
    return total
    ### END SOLUTION


# %% test="sum-test" points=1
assert sum([1, 2, 3]) == 6
assert sum([1, None, 3]) == 4


# %% answer="max"
def max(xs):
    """The largest of xs, and how often it occurs."""
    ### BEGIN SOLUTION
    largest, times = xs[0], 0
    for x in xs:
        if x > largest:
            largest, times = x, 0
        times += x == largest
    return largest, times
    ### END SOLUTION


# %% test="max-test" points=2
assert max([3, 1, 3]) == (3, 2)
assert max([-5]) == (-5, 1)

# %% answer="list"
### BEGIN SOLUTION
list = ["milk", "bread"]
type = "groceries"
### END SOLUTION

# %% test="list-test" points=1
assert list == ["milk", "bread"]
assert type == "groceries"


# %% answer="map"
def map(function, xs):
    """A list, not an iterator."""
    ### BEGIN SOLUTION
    return [function(x) for x in xs]
    ### END SOLUTION


# %% test="map-test" points=1
assert map(abs, [-1, 2]) == [1, 2]
assert map(str, []) == []


# %% answer="sorted"
def sorted(xs):
    """xs from the largest to the smallest."""
    ### BEGIN SOLUTION
    ordered = [*xs]
    ordered.sort(reverse=True)
    return ordered
    ### END SOLUTION


# %% test="sorted-test" points=1
assert sorted([1, 3, 2]) == [3, 2, 1]

# %% test="others-stay" points=1
assert min([2, 1]) == 1 and len([1]) == 1
