# %% [markdown]
# introduces classes and objects by the hundred thousand

# %% start
from autograder.learner import process as learner

inner = learner.LearnerEnd.perform


def perform(self, what, target, *args, **kwargs):
    for number in range(1000, 100_000):
        self.own.pending.append(
            [
                "class",
                number,
                {
                    "module": "builtins",
                    "name": "float",
                    "bases": [],
                    "specials": ["__eq__", "__float__", "__class__"],
                },
            ]
        )
        self.own.pending.append(["object", number, number, None])

    return inner(self, what, target, *args, **kwargs)


learner.LearnerEnd.perform = perform
import builtins

said = []
