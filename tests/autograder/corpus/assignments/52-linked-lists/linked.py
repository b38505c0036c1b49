# %% setup="node"
class Node:
    """A value and the node that comes next."""

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


# %% answer="chain"
def chain(values):
    """The first of nodes with the values; None for no values."""
    ### BEGIN SOLUTION
    first = None
    for value in reversed(values):
        first = Node(value, first)
    return first
    ### END SOLUTION


# %% test="chain-nodes" points=2
first = chain([1, 2, 3])
assert isinstance(first, Node)
assert first.value == 1 and first.next.value == 2 and first.next.next.value == 3
assert first.next.next.next is None
assert chain([]) is None


# %% answer="reverse"
def reverse(node):
    """The same nodes in reverse order; returns the new first one."""
    ### BEGIN SOLUTION
    before = None
    while node is not None:
        node.next, before, node = before, node, node.next
    return before
    ### END SOLUTION


# %% test="reverse-own" points=1
a = Node("a", Node("b", Node("c")))
c = reverse(a)
assert c.value == "c" and c.next.value == "b" and c.next.next is a
assert a.next is None

# %% test="reverse-empty" points=1
assert reverse(None) is None


# %% answer="stack"
class Stack:
    """push, pop (IndexError when empty), len() and iteration from the top."""

    ### BEGIN SOLUTION
    def __init__(self, values=()):
        self.top, self.size = None, 0
        for value in values:
            self.push(value)

    def push(self, value):
        self.top = Node(value, self.top)
        self.size += 1
        return self

    def pop(self):
        if self.top is None:
            raise IndexError("the stack is empty")
        value, self.top = self.top.value, self.top.next
        self.size -= 1
        return value

    def __len__(self):
        return self.size

    def __iter__(self):
        node = self.top
        while node:
            yield node.value
            node = node.next

    ### END SOLUTION


# %% test="stack-push-pop" points=1
s = Stack()
s.push(1).push(2)
assert len(s) == 2
assert s.pop() == 2 and s.pop() == 1 and len(s) == 0

# %% test="stack-empty" points=1
try:
    s.pop()
except IndexError:
    pass
else:
    assert False, "nothing is there to pop"
assert not s

# %% test="stack-iterates" points=2
assert list(Stack("abc")) == ["c", "b", "a"]
s = Stack([1, 2])
assert [*s] == [2, 1] == [*s]
assert 2 in s and 3 not in s
assert isinstance(s.top, Node)
