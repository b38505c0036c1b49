# %% by="wrong-add" answer="add"
def add(a, b):
    return a - b


# %% by="fails-on-empty" answer="total"
def total(numbers):
    result = numbers[0]
    for each in numbers[1:]:
        result = add(result, each)
    return result


# %% by="wrong-end" answer="stack"
class Stack:
    def __init__(self, told=print):
        self.items, self.told = [], told

    def push(self, item):
        self.items.append(item)
        self.told(item)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)


# %% by="tells-nobody" answer="stack"
class Stack:
    def __init__(self, told=print):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)


# %% by="noisy" after="total"
for number in range(3):
    test_unit_add()
    print(total([number, 1]))
