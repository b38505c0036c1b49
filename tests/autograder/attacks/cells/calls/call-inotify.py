# %% [markdown]
# watches folders, of which its user may have few

# %% start parts="look call"
closed("inotify_init1", (294, 26), 0)
closed("inotify_init", (253, None))
