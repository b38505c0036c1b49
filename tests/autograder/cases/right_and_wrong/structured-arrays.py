# %% [markdown]
# structured arrays

# %% right
a = np.array(
    [("x", 1, [0.5, 2]), ("y", 2, [1, 0])], dtype=[("name", "U5"), ("n", "i4"), ("w", "f8", (2,))]
)


def older(people):
    people["n"] += 1
    return people[people["n"] > 2]


# %% wrong
a = [("x", 1, [0.5, 2])]


def older(people):
    return people


# %% test
assert isinstance(a, np.ndarray) and a.dtype.names == ("name", "n", "w")
assert a["w"].tolist() == [[0.5, 2], [1, 0]] and a["n"].dtype == np.int32
b = a.copy()
assert older(b)["name"].tolist() == ["y"] and b["n"].tolist() == [2, 3]
assert a[0]["name"] == "x" and np.sort(a, order="n")[-1]["n"] == 2
