# %% [markdown]
# duck-typed instance

# %% right
def f(x):
    return x.name.upper() + x.greet("you")


# %% wrong
def f(x):
    return x.name


# %% test
class Duck:
    name = "donald"

    def greet(self, who):
        return " greets " + who

    def __len__(self):
        return 4


assert f(Duck()) == "DONALD greets you"
