# %% [markdown]
# maps files privately and writes into each page

# %% end
import mmap, os

held, taken = [], 0
with open("big.bin", "wb") as file:
    file.truncate(60_000_000)
file = open("big.bin", "rb")
try:
    for _ in range(30):
        held.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY))
        for place in range(0, 60_000_000, 4096):
            held[-1][place] = 1
        taken += 60_000_000
except (OSError, ValueError, MemoryError) as error:
    print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_200_000_000 else "bounded", taken)
