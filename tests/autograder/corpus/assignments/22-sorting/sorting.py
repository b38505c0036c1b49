# %% setup="imports"
import random

# %% [markdown]
# Write them yourself: `sorted` and `list.sort` are not to be used.


# %% answer="insertion"
def insertion_sort(items):
    """Sort a list in place; returns nothing."""
    ### BEGIN SOLUTION
    for end in range(1, len(items)):
        place = end
        while place and items[place] < items[place - 1]:
            items[place], items[place - 1] = items[place - 1], items[place]
            place -= 1
    ### END SOLUTION


# %% test="insertion-test" points=2
numbers = [5, 2, 9, 1, 5]
assert insertion_sort(numbers) is None
assert numbers == [1, 2, 5, 5, 9]
empty = []
insertion_sort(empty)
assert empty == []


# %% answer="merge"
def merge_sort(items, key=None):
    """A new sorted list; equal items keep their order."""
    ### BEGIN SOLUTION
    key = key or (lambda item: item)
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    merged = []
    while left and right:
        merged.append(right.pop(0) if key(right[0]) < key(left[0]) else left.pop(0))
    return merged + left + right
    ### END SOLUTION


# %% test="merge-plain" points=1
given = [3, 1, 2]
assert merge_sort(given) == [1, 2, 3]
assert given == [3, 1, 2], "the list that was given must stay"

# %% test="merge-stable" points=2
people = [("Bo", 3), ("Al", 1), ("Cy", 3), ("Di", 1)]
assert merge_sort(people, key=lambda p: p[1]) == [("Al", 1), ("Di", 1), ("Bo", 3), ("Cy", 3)]

# %% test="random-lists" points=2
random.seed(11)
for size in range(40):
    items = [random.randint(0, 20) for _ in range(size)]
    ours = items.copy()
    insertion_sort(ours)
    assert ours == sorted(items)
    assert merge_sort(items) == sorted(items)

# %% test="not-builtin" points=1
from unittest import mock

with mock.patch("builtins.sorted", side_effect=AssertionError("sorted was called")):
    assert merge_sort([2, 1]) == [1, 2]


# %% answer="search"
def binary_search(items, wanted):
    """The index of what is wanted in a sorted list, or -1."""
    ### BEGIN SOLUTION
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1
    ### END SOLUTION


# %% test="search-test" points=1
primes = [2, 3, 5, 7, 11, 13]
assert [binary_search(primes, p) for p in primes] == list(range(6))
assert binary_search(primes, 4) == binary_search([], 1) == -1


class Counted(list):
    looks = 0

    def __getitem__(self, n):
        Counted.looks += 1
        return super().__getitem__(n)


assert binary_search(Counted(range(1000)), 777) == 777
assert 0 < Counted.looks < 40, "too many looks into the list"
