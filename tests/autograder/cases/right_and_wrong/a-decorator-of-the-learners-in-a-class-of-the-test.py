# %% [markdown]
# a decorator of the learner's in a class of the test

# %% right
def twice(f):
    return lambda *args: 2 * f(*args)


limit = 7


# %% wrong
def twice(f):
    return f


limit = 7


# %% test
class Shop:
    most = limit

    @twice
    def price(self):
        return len("ab")

    class Inner:
        many = [limit for _ in range(2)]


assert Shop().price() == 4 and Shop.most == 7 and Shop.Inner.many == [7, 7]
