# %% [markdown]
# has a regular expression that never ends

# %% end
import re

re.match(r"(a+)+$", "a" * 60 + "b")
