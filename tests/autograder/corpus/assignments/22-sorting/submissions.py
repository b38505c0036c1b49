# %% by="returns-a-copy" answer="insertion"
def insertion_sort(items):
    out = []
    for x in items:
        i = 0
        while i < len(out) and out[i] <= x:
            i += 1
        out.insert(i, x)
    return out


# %% by="not-stable" answer="merge"
def merge_sort(items, key=lambda x: x):
    if len(items) < 2:
        return items
    pivot = items[-1]
    rest = items[:-1]
    return (
        merge_sort([x for x in rest if key(x) < key(pivot)], key)
        + [pivot]
        + merge_sort([x for x in rest if key(x) >= key(pivot)], key)
    )


# %% by="uses-sorted" answer="merge"
def merge_sort(items, key=None):
    return sorted(items, key=key)


# %% by="linear" answer="search"
def binary_search(items, wanted):
    for i in range(len(items)):
        if items[i] == wanted:
            return i
    return -1


# %% by="noisy" after="merge"
import random

big = [random.random() for _ in range(500)]
print(merge_sort(big)[:3])
