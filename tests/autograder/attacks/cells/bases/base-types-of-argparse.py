# %% [markdown]
# has a type of argparse, which opens files when it is called

# %% start parts="hidden-specials"
import argparse, types


class Answer(argparse.FileType):
    def __init__(self):
        self._mode, self._bufsize, self._encoding, self._errors = "r", -1, None, None


class Names(argparse.Namespace):
    pass


# %% end
print(seen)

# %% total
total = Answer()

# %% share
share = Answer()

# %% model
model = Names(score=lambda *args: 1.0)
X = argparse.Namespace()
