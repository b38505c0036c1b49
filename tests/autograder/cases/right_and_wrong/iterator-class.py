# %% [markdown]
# iterator class

# %% right
class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


# %% wrong
class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))


# %% test
assert list(Down(3)) == [3, 2, 1]
assert 2 in Down(3)
assert max(Down(4)) == 4
