# %% [markdown]
# writes files into a folder that has the name of its notebook

# %% end
import os

os.makedirs("ps1.ipynb/deep", exist_ok=True)
for name in ("ps1.ipynb/x.csv", "ps1.ipynb/deep/x.csv", "ps1.ipynb/deep/timestamp.txt"):
    open(name, "w").close()
os.makedirs("timestamp.txt", exist_ok=True)
open("timestamp.txt/x.csv", "w").close()
