# %% [markdown]
# gives a test values slowly and without end

# %% total
import time


class Slow:
    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(0.05)
        return 1.0

    __len__ = lambda self: 10**9

    def __float__(self):
        time.sleep(9)
        return 1.0

    def __sub__(self, other):
        time.sleep(9)

    def __getitem__(self, key):
        return 1.0


def total(values, weight):
    return Slow()


# %% model
class Slow2(list):
    pass


model = X = total([], None)

# %% share
share = model
