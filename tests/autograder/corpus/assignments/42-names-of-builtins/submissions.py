# %% by="nothing-fails" answer="sum"
def sum(xs, start=0):
    total = start
    for x in xs:
        total = total + x
    return total


# %% by="largest-only" answer="max"
def max(xs):
    best = xs[0]
    for x in xs:
        if x > best:
            best = x
    return best


# %% by="shadowed" answer="list"
list = list(("milk", "bread"))
type = str(type(list))

# %% by="builtin-ones" answer="map"
import builtins

map = builtins.map

# %% by="builtin-ones" answer="sorted"
sorted = builtins.sorted

# %% by="noisy" after="max"
print(sum([1, 2]), max([1, 2, 2]))
