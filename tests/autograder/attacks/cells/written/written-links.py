# %% [markdown]
# writes links and hard links to files that are not its own under names of data

# %% end
import os

targets = [
    "/proc/self/environ",
    "/proc/1/environ",
    "/etc/passwd",
    "/etc/shadow",
    "helper.py",
    "@COURSE@/gradebook.db",
    "@COURSE@/secret.txt",
    "@COURSE@/checks/ps1/hidden_checks.py",
]
for number, target in enumerate(targets):
    for make in (os.symlink, os.link):
        try:
            make(target, f"{make.__name__}{number}.txt")
        except OSError as error:
            print(error)
os.symlink("@COURSE@", "folder")
os.symlink("/", "root.csv")
