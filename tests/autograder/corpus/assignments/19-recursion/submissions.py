# %% by="wrong-pegs" answer="hanoi"
def hanoi(n, start="A", goal="C", spare="B"):
    if n == 1:
        return [(start, goal)]
    return hanoi(n - 1, start, goal, spare) + [(start, goal)] + hanoi(n - 1, start, goal, spare)


# %% by="one-level" answer="flatten"
def flatten(nested):
    out = []
    for x in nested:
        out.extend(x if isinstance(x, list) else [x])
    return out


# %% by="with-a-loop" answer="depth"
def count_down(n):
    total = 0
    while n:
        total += n
        n -= 1
    return total


# %% by="never-ends" answer="depth"
def count_down(n):
    return n + count_down(n - 1)


# %% by="never-ends" answer="permutations"
def permutations(items):
    return [items, items[::-1]]


# %% by="noisy" after="depth"
count_down(100_000)
