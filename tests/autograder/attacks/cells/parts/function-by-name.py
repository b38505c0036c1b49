# %% [markdown]
# answers a call of total with FUNCTION of MODULE

# %% part
from autograder.learner import process as learner

inner = learner.LearnerEnd.perform


def perform(self, what, target, *args, **kwargs):
    said.append(what)
    if what == "call" and target is get_ipython().user_ns.get("total"):
        return learner.Packed(["import", MODULE, FUNCTION], [])
    return inner(self, what, target, *args, **kwargs)


learner.LearnerEnd.perform = perform
import builtins

said = []
