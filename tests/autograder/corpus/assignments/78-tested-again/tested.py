# %% [markdown]
# Each part is tested by a function, which is called again further down.


# %% answer="add"
def add(a, b):
    """The sum of two numbers."""
    ### BEGIN SOLUTION
    return a + b
    ### END SOLUTION


# %% test="test-add" points=1
def test_unit_add():
    print("testing add")
    assert add(1, 2) == 3, "1 and 2 make 3"
    assert add(-1, 1) == 0


test_unit_add()

# %%
test_unit_add()


# %% answer="total"
def total(numbers):
    """The sum of a list; of an empty one, 0."""
    ### BEGIN SOLUTION
    result = 0
    for each in numbers:
        result = add(result, each)
    return result
    ### END SOLUTION


# %% test="test-total" points=2
tried = []


def test_unit_total():
    tried.append(len(tried))
    assert total([1, 2, 3]) == 6
    assert total([]) == 0


test_unit_total()

# %%
for _ in range(20):
    test_unit_total()


# %% answer="stack"
class Stack:
    """Has push, pop and len()."""

    ### BEGIN SOLUTION
    def __init__(self, told=print):
        self.items, self.told = [], told

    def push(self, item):
        self.items.append(item)
        self.told(item)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    ### END SOLUTION


# %% test="test-stack" points=2
class Heard:
    def __init__(self):
        self.items = []

    def hear(self, item):
        self.items.append(item)


heard = Heard()
stack = Stack(heard.hear)


def test_unit_stack():
    before, item = len(stack), len(heard.items)
    stack.push(item)
    assert len(stack) == before + 1 and stack.pop() == item


test_unit_stack()
assert heard.items == [0]

# %%
stack.push(7)
test_unit_stack()

# %% test="test-stack-again" points=1
assert heard.items == [0, 7, 2]
assert len(stack) == 1


# %% test="test-all" points=1
def test_module():
    test_unit_add()
    test_unit_total()
    test_unit_stack()


test_module()

# %%
if __name__ == "__main__":
    test_module()

# %% test="test-after" points=1
assert total([add(1, 1), 3]) == 5
