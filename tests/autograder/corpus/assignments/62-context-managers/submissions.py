# %% by="swallows" answer="recorder"
class Recorder:
    def __init__(self):
        self.notes = []
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, *about):
        self.closed = True
        return True

    def note(self, text):
        self.notes.append(text)


# %% by="enter-returns-nothing" answer="recorder"
class Recorder:
    notes = []
    closed = False

    def __enter__(self):
        self.notes.append("start")

    def __exit__(self, a, b, c):
        self.closed = True

    def note(self, text):
        self.notes.append(text)


# %% by="no-finally" answer="changed"
@contextmanager
def changed(mapping, **values):
    before = dict(mapping)
    mapping.update(values)
    yield mapping
    mapping.update(before)


# %% by="floats" answer="exact"
price = 0.10 * 3
third = 1 / 3 + 1 / 6

# %% by="noisy" after="recorder"
with Recorder() as mine:
    mine.note("noise")
    1 / 0
