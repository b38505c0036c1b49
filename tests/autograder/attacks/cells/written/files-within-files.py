# %% [markdown]
# tells of written files that are folders too, each once before and once after

# %% end parts="lying-files"
lie(
    [
        "a.csv",
        "a.csv/b.csv",
        "c.csv/d.csv",
        "c.csv",
        "helper.py/x.csv",
        "ps1.ipynb/x.csv",
        "A.csv",
        "a.CSV",
        "timestamp.txt/x.csv",
        "ps1.ipynb",
        "a.csv/b.csv/c.csv",
    ]
)
