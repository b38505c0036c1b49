# %% answer="tree"
class Tree:
    """A binary search tree of comparable items without doubles."""

    ### BEGIN SOLUTION
    def __init__(self, *items):
        self.item = self.left = self.right = None
        for item in items:
            self.add(item)

    def add(self, item):
        if self.item is None:
            self.item = item
        elif item != self.item:
            side = "left" if item < self.item else "right"
            if getattr(self, side) is None:
                setattr(self, side, Tree())
            getattr(self, side).add(item)

    def __contains__(self, item):
        if self.item is None:
            return False
        if item == self.item:
            return True
        side = self.left if item < self.item else self.right
        return side is not None and item in side

    def __iter__(self):
        if self.left:
            yield from self.left
        if self.item is not None:
            yield self.item
        if self.right:
            yield from self.right

    def __len__(self):
        return sum(1 for _ in self)

    def height(self):
        if self.item is None:
            return 0
        return 1 + max(side.height() if side else 0 for side in (self.left, self.right))

    @classmethod
    def balanced(cls, items):
        tree, items = cls(), sorted(items)
        if items:
            middle = len(items) // 2
            tree.add(items[middle])
            for part in (items[:middle], items[middle + 1 :]):
                if part:
                    side = "left" if part[0] < items[middle] else "right"
                    setattr(tree, side, cls.balanced(part))
        return tree

    ### END SOLUTION


# %% test="tree-sorted" points=2
t = Tree(5, 2, 8, 1, 9, 2)
assert list(t) == [1, 2, 5, 8, 9]
assert len(t) == 5

# %% test="tree-contains" points=1
assert 8 in t and 7 not in t
assert 1 not in Tree()
t.add(7)
assert 7 in t

# %% test="tree-shape" points=1
assert t.item == 5 and t.left.item == 2 and t.right.left.item == 7
assert t.left.right is None

# %% test="tree-height" points=1
assert Tree().height() == 0
assert Tree(*range(10)).height() == 10
assert Tree("m", "f", "t").height() == 2

# %% test="tree-balanced" points=2
b = Tree.balanced(range(31))
assert isinstance(b, Tree)
assert b.height() == 5
assert list(b) == list(range(31))
assert sum(x in b for x in range(-5, 40)) == 31


# %% answer="count"
def in_range(tree, low, high):
    """The items from low to high, of any tree with item, left and right."""
    ### BEGIN SOLUTION
    if tree is None or tree.item is None:
        return []
    found = [tree.item] if low <= tree.item <= high else []
    return in_range(tree.left, low, high) + found + in_range(tree.right, low, high)
    ### END SOLUTION


# %% test="count-learners-tree" points=1
assert in_range(t, 2, 7) == [2, 5, 7]
assert in_range(Tree(), 0, 9) == []


# %% test="count-own-tree" points=1
class T:
    def __init__(self, item, left=None, right=None):
        self.item, self.left, self.right = item, left, right


assert in_range(T(4, T(2, None, T(3)), T(6)), 3, 6) == [3, 4, 6]
