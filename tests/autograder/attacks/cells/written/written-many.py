# %% [markdown]
# writes three thousand files, and folders below folders

# %% end
import os

for number in range(3000):
    open(f"{number}.csv", "w").close()
os.makedirs("a/" * 200)
open("a/" * 200 + "deep.csv", "w").close()
