# %% [markdown]
# moves pages of memory, of its own and of others, between nodes

# %% start parts="look call"
for process in (0, 1, int("@COORDINATOR@")):
    closed("move_pages", (279, 239), process, 0, 0, 0, 0, 0)
    closed("migrate_pages", (256, 238), process, 64, PLACE, PLACE)
closed("set_mempolicy", (238, 237), 0, 0, 0)
closed("mbind", (237, 235), 0, 0, 0, 0, 0, 0)
