# %% [markdown]
# names other files than those that cells have written

# %% part
import os, socket, struct, json
from autograder import channel as frames
from autograder.bridge import written_files as written


def lie(names, content=b"x"):
    written.collect = lambda folder, given: {name: content for name in names}
