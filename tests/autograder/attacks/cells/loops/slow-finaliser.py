# %% [markdown]
# sleeps whenever one of its values is dropped

# %% total
import time


class Sleepy:
    def __del__(self):
        time.sleep(30)


def total(values, weight):
    return Sleepy()
