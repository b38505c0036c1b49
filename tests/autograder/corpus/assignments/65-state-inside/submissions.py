# %% by="one-list-for-all" answer="basket"
class Basket:
    made = 0
    items = []

    def __init__(self):
        self.weights = np.zeros(3)
        self.made += 1

    def add(self, item):
        self.items.append(item)

    def contents(self):
        return list(self.items)

    def __len__(self):
        return len(self.items)


# %% by="not-frozen" answer="place"
@dataclass
class Place:
    row: int
    column: int


# %% by="reads-all" answer="lines"
def numbered(file):
    return [f"{n} {line}" for n, line in enumerate(file.read().split("\n"), start=1)]


# %% by="no-cause" answer="load"
class LoadError(Exception):
    pass


def load(path):
    try:
        return open(path).read()
    except OSError:
        raise LoadError(path) from None


# %% by="noisy" after="basket"
b = Basket()
b += 1
print(len(b), Basket.made)
