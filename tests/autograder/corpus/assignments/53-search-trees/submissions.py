# %% by="a-sorted-list" answer="tree"
class Tree:
    def __init__(self, *items):
        self.items = sorted(set(items))

    def add(self, item):
        self.items.append(item)
        self.items.sort()

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


# %% by="keeps-doubles" answer="tree"
class Tree:
    def __init__(self, *items):
        self.item = self.left = self.right = None
        for x in items:
            self.add(x)

    def add(self, x):
        if self.item is None:
            self.item = x
        elif x <= self.item:
            self.left = self.left or Tree()
            self.left.add(x)
        else:
            self.right = self.right or Tree()
            self.right.add(x)

    def __bool__(self):
        return self.item is not None

    def __iter__(self):
        for part in (self.left, [self.item], self.right):
            if part:
                yield from part

    def __len__(self):
        return len(list(iter(self)))


# %% by="only-inside" answer="count"
def in_range(tree, low, high):
    return [x for x in tree if low < x < high]


# %% by="iterates" answer="count"
def in_range(tree, low, high):
    return [x for x in tree if low <= x <= high]


# %% by="noisy" after="tree"
print(list(Tree(3, 1, 2)), Tree(1))
