# %% [markdown]
# writes over the instructor's files and over those that it handed in

# %% [raw] file="own.csv"
# a
# 1

# %% [raw] file="table/own.csv"
# a
# 1

# %% end
import os, shutil

open("helper.py", "w").write("tolerance = 1e9")
os.remove("own.csv")
os.mkdir("own.csv")
open("own.csv/x.csv", "w").close()
shutil.rmtree("table")
open("table", "w").close()
open("table.csv", "w").close()
os.mkdir("helper")
open("helper/x.csv", "w").close()
