# %% [markdown]
# says of each name that it is the same as before, the test's own, or another's value

# %% start
from autograder.learner import process as learner
from autograder.learner.process import Packed, Results
import itertools

turn = itertools.count()


def _name(self, name, have, module, attribute):
    kinds = [
        ["own", None, None],
        ["same", have, None],
        ["value", 1, 3.0],
        ["value", True, 3.0],
        ["value", 1, Packed(["part", 1, 0], [])],
        ["value", -5, 3.0],
        ["value", "1", 3.0],
        ["missing", None, None],
        ["value", 1, Packed(["list", []], [])],
        [None, None, None],
    ]
    return Results(kinds[next(turn) % len(kinds)])


learner.LearnerEnd._name = _name
