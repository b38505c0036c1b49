# %% by="a-copy-inside" answer="mixed"
array = np.array([1.0, 2.0])
mixed = [0, 1, array.copy(), "text", [100, 200]]

# %% by="all-separate" answer="grid"
row = [0, 0, 0]
shared = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
separate = [[0] * 3 for _ in range(3)]

# %% by="all-aliases" answer="copies"
original = {"list": [1, 2], "array": np.zeros(2)}
shallow = deep = alias = original


# %% by="default-list" answer="add"
def add_item(item, items=[]):
    items.append(item)
    return items


# %% by="noisy" after="grid"
print(shared, id(shared[0]) == id(row))
