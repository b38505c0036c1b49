# %% [markdown]
# a stack derived from list with methods of its own

# %% right
class Stack(list):
    def push(self, item):
        self.append(item)
        self.count = len(self)

    def peek(self):
        return self[-1]


def filled(stack, items):
    for item in items:
        stack.push(item)
    return stack


# %% wrong
class Stack(list):
    def push(self, item):
        self.insert(0, item)
        self.count = 0

    def peek(self):
        return self[0]


def filled(stack, items):
    return Stack(items)


# %% test
s = Stack([1])
s.append(2)
assert s.peek() == 2 and s == [1, 2] and s[-1] == 2 and s[:1] == [1]
s.push(3)
assert s == [1, 2, 3] and s.count == 3 and s.pop() == 3 and len(s) == 2
s += [5, 4]
s.sort(reverse=True)
assert isinstance(s, Stack) and s.peek() == 1 and list(s) == [5, 4, 2, 1] and 4 in s
del s[0]
s[0] = [6]
s[0].append(7)
assert s == [[6, 7], 2, 1] and s.index(2) == 1 and s.peek() == 1
assert filled(s, [8, 9]) is s and s == [[6, 7], 2, 1, 8, 9] and s.peek() == 9
inner = s[0]
s.push(inner)
inner.append(0)
assert s.peek() == [6, 7, 0] == s[0] and s.peek() is s[0]
s.clear()
assert not s and s == []
