# %% [markdown]
# makes contexts of asynchronous files, of which the machine has few

# %% start parts="look call"
for _ in range(3):
    closed("io_setup", (206, 0), 65536, (ctypes.c_long * 1)(0))
