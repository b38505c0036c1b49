# %% by="backwards" answer="chain"
def chain(values):
    first = None
    for v in values:
        first = Node(v, first)
    return first


# %% by="copies-values" answer="reverse"
def reverse(node):
    values = []
    while node:
        values.append(node.value)
        node = node.next
    return chain(values[::-1])


# %% by="with-a-list" answer="stack"
class Stack(list):
    def push(self, value):
        self.append(value)


# %% by="returns-none" answer="stack"
class Stack:
    def __init__(self, values=()):
        self.items = list(values)

    def push(self, value):
        self.items.append(value)
        return self

    def pop(self):
        return self.items.pop() if self.items else None

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% by="noisy" after="reverse"
node = reverse(chain("noise"))
while node:
    print(node.value, end=" ")
    node = node.next
