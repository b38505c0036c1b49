# %% [markdown]
# opens the instructor's notebook with the solutions

# %% start parts="look"
attempt(read, "@COURSE@/source/ps1/ps1.ipynb")
walk("@COURSE@/source")
