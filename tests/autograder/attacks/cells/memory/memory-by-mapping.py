# %% [markdown]
# maps memory in each way that bounds may forget

# %% end
import ctypes, mmap, os

held, taken = [], 0
for flags in (0x22, 0x4022, 0x122, 0x40022, 0x8022, 0x100022, 0x21, 0x4021):
    for _ in range(8):
        try:
            held.append(mmap.mmap(-1, 100_000_000, flags=flags))
            held[-1].write(b"x" * 100_000_000)
            taken += 100_000_000
        except (OSError, ValueError, MemoryError) as error:
            print(hex(flags), error)
            break
print("MEMORY BEYOND THE BOUND" if taken > 1_200_000_000 else "bounded", taken)
