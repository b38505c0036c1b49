# %% [markdown]
# watches what the whole machine opens

# %% start parts="look call"
for flags in (0, 4, 8, 0x200):
    closed("fanotify_init", (300, 262), flags, 0)
