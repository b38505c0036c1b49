# %% [markdown]
# raises errors of libraries with attributes and groups that lie

# %% start parts="hidden-specials"
import json, subprocess, urllib.error, pandas.errors


class Answer(pandas.errors.ParserError, OSError):
    filename = errno = strerror = property(lambda self: self)
    __eq__ = __lt__ = lambda self, other: seen.append(str(other)) or True
    __hash__ = lambda self: 0
    __traceback__ = property(lambda self: 5)


kinds = [
    Answer(1, 2),
    ExceptionGroup("x", [Answer(1, 2)]),
    subprocess.CalledProcessError(0, "x"),
    json.JSONDecodeError("x", "y", 0),
    UnicodeDecodeError("x", b"y", 0, 1, "z"),
    urllib.error.HTTPError("x", 200, "y", {}, None),
    AssertionError(),
    StopIteration(3.0),
]

# %% end
print(seen)


# %% total
def total(values, weight):
    kinds.append(kinds.pop(0))
    raise kinds[-1]


# %% share
share = kinds[0]

# %% model
model = kinds[1]
X = kinds
