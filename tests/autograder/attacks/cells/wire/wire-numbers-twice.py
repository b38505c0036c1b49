# %% [markdown]
# introduces the same numbers twice, as other things

# %% start
from autograder.learner import process as learner

inner = learner.LearnerEnd.perform


def perform(self, what, target, *args, **kwargs):
    kind = {"module": "builtins", "name": "float", "bases": [], "specials": ["__float__"]}
    if 7001 not in self.own.announced:
        self.own.announced.add(7001)
        self.own.pending.append(["class", 7001, kind])
        for number in (1, 2, 3, 7001, 7001, -1, 0, 10**30):
            self.own.pending.append(["object", number, 7001, None])
            self.own.pending.append(["object", number, 7001, {"line": 1, "name": "total"}])

    return inner(self, what, target, *args, **kwargs)


learner.LearnerEnd.perform = perform
import builtins

said = []
