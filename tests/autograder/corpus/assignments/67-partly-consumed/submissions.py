# %% by="not-endless" answer="naturals"
def naturals(start=0):
    return iter(range(start, 10))


# %% by="eager" answer="chunks"
def chunks(items, size):
    items = list(itertools.islice(items, 1000))
    return (items[k : k + size] for k in range(0, len(items), size))


# %% by="no-throw" answer="averager"
def averager():
    numbers = []
    while True:
        x = yield sum(numbers) / len(numbers) if numbers else None
        if x is None:
            break
        numbers.append(x)


# %% by="own-iterator" answer="countdown"
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


# %% by="noisy" after="chunks"
g = naturals(100)
gen = g
seen = [next(g), next(g)]
print(list(chunks(seen, 1)))
