# %% by="global-counter" answer="counter"
n = -1


def make_counter(start=0):
    def advance():
        global n
        n += 1
        return start + n

    return advance


# %% by="first-one-first" answer="compose"
def compose(*functions):
    def f(x):
        for g in functions:
            x = g(x)
        return x

    return f


# %% by="no-memory" answer="memo"
def remember(function):
    def inner(*args):
        return function(*args)

    return inner


# %% by="late-binding" answer="tasks"
adders = [lambda x: x + n for n in range(4)]


# %% by="noisy" after="memo"
@remember
def noisy_one(x):
    print("called with", x)
    return x


noisy_one(1), noisy_one(1)
