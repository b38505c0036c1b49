# %% setup="imports"
import sys


# %% answer="hanoi"
def hanoi(n, start="A", goal="C", spare="B"):
    """The moves, as pairs, that bring n discs from start to goal."""
    ### BEGIN SOLUTION
    if n == 0:
        return []
    return hanoi(n - 1, start, spare, goal) + [(start, goal)] + hanoi(n - 1, spare, goal, start)
    ### END SOLUTION


# %% test="hanoi-moves" points=1
assert hanoi(1) == [("A", "C")]
assert hanoi(2) == [("A", "B"), ("A", "C"), ("B", "C")]

# %% test="hanoi-plays" points=2
pegs = {"A": [5, 4, 3, 2, 1], "B": [], "C": []}
for start, goal in hanoi(5):
    disc = pegs[start].pop()
    assert not pegs[goal] or pegs[goal][-1] > disc
    pegs[goal].append(disc)
assert pegs["C"] == [5, 4, 3, 2, 1]


# %% answer="flatten"
def flatten(nested):
    """The items of nested lists in one list."""
    ### BEGIN SOLUTION
    flat = []
    for each in nested:
        flat += flatten(each) if isinstance(each, list) else [each]
    return flat
    ### END SOLUTION


# %% test="flatten-test" points=1
assert flatten([1, [2, [3, [4]], []], "ab"]) == [1, 2, 3, 4, "ab"]
deep = []
for k in range(60):
    deep = [k, deep]
assert flatten(deep) == list(range(59, -1, -1))


# %% answer="depth"
def count_down(n):
    """n, n - 1, ... down to 0, added up by recursion."""
    ### BEGIN SOLUTION
    return 0 if n == 0 else n + count_down(n - 1)
    ### END SOLUTION


# %% test="depth-fine" points=1
assert count_down(800) == 320400

# %% test="depth-too-deep" points=1
try:
    count_down(50_000)
except RecursionError:
    too_deep = True
else:
    too_deep = False
assert too_deep, "use recursion"
assert count_down(10) == 55


# %% answer="permutations"
def permutations(items):
    """All orders of the items, as a list of lists."""
    ### BEGIN SOLUTION
    if len(items) <= 1:
        return [list(items)]
    return [
        [first, *rest]
        for n, first in enumerate(items)
        for rest in permutations(items[:n] + items[n + 1 :])
    ]
    ### END SOLUTION


# %% test="permutations-test" points=1
found = permutations([1, 2, 3])
assert sorted(found) == [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
assert len(permutations(list("abcde"))) == 120
