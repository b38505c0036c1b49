# %% [markdown]
# asks for rings of io_uring of each kind

# %% start parts="look call"
for flags in (0, 1, 2, 0x40, 0x1000, 0x2000):
    shape = (ctypes.c_uint32 * 30)(0, 0, flags)
    closed("io_uring_setup", (425, 425), 1, shape)
for number in (426, 427):
    closed(str(number), (number, number), -1, 0, 0, 0, 0, 0)
