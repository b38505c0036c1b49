# %% [markdown]
# has a patch of mock, which sets attributes of the test's own modules

# %% start parts="hidden-specials"
import unittest.mock


class Answer(unittest.mock._patch):
    def __init__(self):
        self.attribute, self.new, self.target = "score", print, LogisticRegression

    getter = lambda self: LogisticRegression


def made():
    return unittest.mock.patch.object(LogisticRegression, "score", return_value=1.0)


# %% end
print(seen)

# %% model
X = pd.DataFrame({"x": [0, 1]})
model = made()


# %% total
def total(values, weight):
    return Answer()


# %% share
share = Answer()
