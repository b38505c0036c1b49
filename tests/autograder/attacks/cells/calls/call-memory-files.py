# %% [markdown]
# makes files in memory that no bound counts, and runs programs from them

# %% start parts="look call"
for flags in (0, 1, 2, 4, 8):
    closed("memfd_create", (319, 279), b"x\0", flags)
closed("memfd_secret", (447, 447), 0)
