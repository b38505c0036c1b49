# %% [markdown]
# has the instructor's own import fail with the text WORDS

# %% part
import sys


class Finder:
    def find_spec(self, name, *rest):
        if name == "helper":
            raise ValueError(WORDS)


sys.meta_path.insert(0, Finder())
