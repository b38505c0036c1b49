# %% [markdown]
# writes files that nbgrader, Jupyter and Python act on

# %% end
names = [
    "timestamp.txt",
    "TIMESTAMP.TXT",
    "submission_secret.txt",
    "nbgrader_config.py",
    "nbgrader_config.json",
    "jupyter_config.json",
    "jupyter_notebook_config.json",
    ".env",
    "sitecustomize.py",
    "hidden_checks.py",
    "checks.py",
    "gradebook.db",
    "feedback_info.json",
]
for name in names:
    with open(name, "w") as file:
        file.write("2001-01-01 00:00:00 UTC")
