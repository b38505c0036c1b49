# %% [markdown]
# takes memory that is shared and counted to nobody

# %% end
import mmap, os

held = []
try:
    for _ in range(40):
        held.append(mmap.mmap(-1, 50_000_000))
        held[-1].write(b"x" * 50_000_000)
except (OSError, ValueError) as error:
    print(error)
try:
    for number in range(40):
        open(f"/dev/shm/ai4gov-attack-@NAME@{number}", "wb").write(b"x" * 10_000_000)
except OSError as error:
    print(error)
