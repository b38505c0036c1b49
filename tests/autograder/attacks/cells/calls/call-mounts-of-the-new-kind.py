# %% [markdown]
# mounts by the newer calls, and lists what is mounted

# %% start parts="look call"
closed("open_tree", (428, 428), -100, b"/\0", 0x8000)
closed("fsopen", (430, 430), b"tmpfs\0", 0)
closed("fspick", (433, 433), -100, b"/\0", 0)
closed("move_mount", (429, 429), -100, b"/tmp\0", -100, b"/home\0", 0)
closed("mount_setattr", (442, 442), -100, b"/usr\0", 0, (ctypes.c_uint64 * 4)(0, 1), 32)
asked = (ctypes.c_uint64 * 4)(24, 0xFFFFFFFFFFFFFFFF, 0, 0)
closed("listmount", (458, 458), asked, PLACE, 100, 0)
closed("statmount", (457, 457), asked, PLACE, 4096, 0)
