# %% [markdown]
# takes three thousand locks on parts of files

# %% end
import fcntl, os, struct

place = os.open("locked.bin", os.O_RDWR | os.O_CREAT)
taken = 0
try:
    for taken in range(3_000):
        fcntl.lockf(place, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 2 * taken)
except OSError as error:
    print(error)
print(taken)
