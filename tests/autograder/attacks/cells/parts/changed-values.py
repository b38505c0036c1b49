# %% [markdown]
# tells of a change of a value (KIND) that it may not change

# %% part
from autograder.learner import process as learner

inner = learner.LearnerEnd._send


def send(self, header, packed):
    known = [*self.replicas.by_number]
    given, held = [each for each in known if each < 0], [each for each in known if each > 0]
    for number in {"argument": given, "held": held, "other": [10**6]}[KIND]:
        if number not in header.get("changed", ()):
            header["changed"] = [*header.get("changed", ()), number]
            packed = [*packed, learner.Packed(TREE, [])]
    return inner(self, header, packed)


learner.LearnerEnd._send = send
