# %% [markdown]
# has its address space laid out as it likes

# %% start parts="look call"
for what in (0x40000, 0x400000, 8, 0x100000):
    closed("personality", (135, 92), what)
