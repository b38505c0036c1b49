# %% [markdown]
# makes calls of 32 bits by int 0x80

# %% start parts="look call"
import mmap

if column == 0:
    # mov eax, N; xor ebx, ebx; int 0x80; ret, for getpid, ptrace, mount, unshare and clone.
    for number in (20, 26, 21, 310, 120, 384):
        place = mmap.mmap(
            -1,
            4096,
            flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS,
            prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC,
        )
        place.write(
            bytes.fromhex("53b8") + number.to_bytes(4, "little") + bytes.fromhex("31dbcd805bc3")
        )
        address = ctypes.addressof(ctypes.c_char.from_buffer(place))
        apart(number, lambda: ctypes.CFUNCTYPE(ctypes.c_int)(address)() >= 0)
