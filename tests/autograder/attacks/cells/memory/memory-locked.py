# %% [markdown]
# locks memory, asks for large pages and for pages that are joined

# %% end
import ctypes, mmap

libc = ctypes.CDLL(None, use_errno=True)
for flags in (1, 2, 3, 7):
    print(libc.mlockall(flags), ctypes.get_errno())
for size in (21, 30):
    try:
        mmap.mmap(-1, 2**30, flags=0x40022 | size << 26)
        print("OPENED")
    except (OSError, ValueError) as error:
        print(error)
for advice in (12, 14, 24, 100, 101):
    print(libc.madvise(0, 0, advice), ctypes.get_errno())
held = []
try:
    for _ in range(40):
        held.append(mmap.mmap(-1, 50_000_000, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x2000))
except (OSError, MemoryError) as error:
    print(error)
print("MEMORY BEYOND THE BOUND" if len(held) == 40 else "bounded", len(held))
