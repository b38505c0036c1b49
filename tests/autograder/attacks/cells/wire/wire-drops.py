# %% [markdown]
# lets go of all that the test uses, after each of its questions

# %% start
from autograder.learner import process as learner


def apply_updates(self, header):
    self.replicas.clear()
    self.own.numbers.clear()


learner.LearnerEnd.apply_updates = apply_updates
