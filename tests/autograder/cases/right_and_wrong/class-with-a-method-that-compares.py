# %% [markdown]
# class with a method that compares

# %% right
class Money:
    def __init__(self, n):
        self.n = n

    def equals(self, other):
        return self.n == getattr(other, "n", other)


# %% wrong
class Money:
    def __init__(self, n):
        self.n = n

    def equals(self, other):
        return True


# %% test
assert Money(3).equals(Money(3)) and Money(3).equals(3)
assert not Money(3).equals(4)
