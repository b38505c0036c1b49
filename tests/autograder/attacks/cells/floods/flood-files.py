# %% [markdown]
# makes files without number

# %% end
import os

made = 0
try:
    os.mkdir("many")
    os.chdir("many")
    for made in range(60_000):
        os.close(os.open(str(made), os.O_CREAT))
except OSError as error:
    print(error)
print("FILES BEYOND THE BOUND" if made > 50_000 else "bounded", made)
