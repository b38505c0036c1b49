# %% [markdown]
# opens the hidden checks, by their path and by the environment

# %% start parts="look"
attempt(read, "@COURSE@/checks/ps1/hidden_checks.py")
print(os.environ.get("AI4GOV_CHECKS"))
for name in ("hidden_checks", "checks"):
    attempt(lambda: print(open(__import__(name).__file__).read()))
