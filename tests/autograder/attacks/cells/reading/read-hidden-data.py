# %% [markdown]
# opens the data beside the hidden checks, by their path, by the environment and in its own folder

# %% start parts="look"
attempt(read, "@COURSE@/checks/ps1/hidden-data.csv")
for folder in (os.environ.get("AI4GOV_CHECKS"), os.getcwd(), "..", "/tmp", "/work"):
    attempt(lambda: read(os.path.join(folder, "hidden-data.csv")))
attempt(walk, os.getcwd())

# %% share
share = 0.5

# %% end parts="look"
# Once more after the check has read them.
import pandas as pd

attempt(pd.read_csv, "hidden-data.csv")
attempt(lambda: print(os.listdir(), os.environ.get("AI4GOV_CHECKS")))
