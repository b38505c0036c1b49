# %% [markdown]
# own class

# %% right
class Dog:
    def __init__(self, n):
        self.name = n

    def bark(self):
        return self.name + "!"


m = Dog("Rex")


# %% wrong
class Dog:
    def __init__(self, n):
        self.name = n

    def bark(self):
        return self.name


m = Dog("Rex")

# %% test
assert isinstance(m, Dog) and type(m) is Dog and m.__class__ is Dog
assert Dog("A").bark() == "A!"
assert m.name == "Rex"
