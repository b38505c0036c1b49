# %% [markdown]
# names files for the test that lie elsewhere or are the instructor's

# %% start
from autograder.learner import process as learner

inner = learner.LearnerEnd.perform
learner.LearnerEnd.answer_fields = lambda self: {"files": True}
count = 0


def perform(self, what, target, *args, **kwargs):
    global count
    count += 1
    return (
        dict.fromkeys(
            [
                *(
                    top + name + end
                    for top in ("", "../", "/tmp/", "/tmp/tmp/../../", "@COURSE@/", "numpy/")
                    for name in (
                        "helper",
                        "checks",
                        "hidden_checks",
                        "__init__",
                        "conftest",
                        "tmp",
                        chr(0xD800),
                        "a" * 5000,
                        "a\0",
                        "a\n",
                    )
                    for end in ("", "/", ".py", ".csv", ".pth", ".json")
                ),
                7,
                None,
            ],
            b"tolerance = 1e9",
        )
        if what == "files"
        else inner(self, what, target, *args, **kwargs)
    )


learner.LearnerEnd.perform = perform
