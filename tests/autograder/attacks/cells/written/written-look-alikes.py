# %% [markdown]
# writes files whose names look like those that nbgrader acts on

# %% end
names = [
    "timest\u0430mp.txt",
    "timestamp\u200b.txt",
    "timestamp.txt ",
    " timestamp.txt",
    "timestamp\u00a0.txt",
    "\uff54imestamp.txt",
    "timestamp.txt\n",
    "timestamp.tx\u0442",
    "nbgr\u0430der_config.py",
    "ps1.ipynb.json",
    "ps1\u202etxt.csv",
    "ps1.ipynb\u2028.csv",
]
for name in names:
    try:
        with open(name, "w") as file:
            file.write("2001-01-01 00:00:00 UTC")
    except OSError as error:
        print(error)
