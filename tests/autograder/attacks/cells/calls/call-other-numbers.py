# %% [markdown]
# makes calls by the numbers of x32 and with high halves in their numbers

# %% start parts="look call"
if column == 0:
    for number in (39, 41, 101, 165, 272, 512, 520, 521, 540):
        apart(number, lambda: libc.syscall(ctypes.c_long(0x40000000 + number), 0, 0, 0) >= 0)
    for number in (101, 165, 272, 425):
        # Only the low half counts: it must not be taken for a call that is not listed.
        apart(number, lambda: libc.syscall(ctypes.c_long(number + (1 << 32)), 0, 0, 0) >= 0)
