# %% [markdown]
# tells of a change of a value in PLACE that it may not change

# %% part
from autograder.learner import process as learner

inner = learner.LearnerEnd._send


def send(self, header, packed):
    if "changed" in header and self.channel.received > 600:
        header["changed"] = [*header["changed"], [KIND, PLACE]]
        packed = [*packed, learner.Packed(TREE, [])]
    return inner(self, header, packed)


learner.LearnerEnd._send = send
