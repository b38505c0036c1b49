# %% [markdown]
# moves pages between pipes and files, by which read-only files were written once

# %% start parts="look call"
reader, writer = os.pipe()
place = os.open(os.__file__, os.O_RDONLY)
closed("splice", (275, 76), place, 0, writer, 0, 1, 0)
closed("tee", (276, 77), reader, writer, 1, 0)
closed("vmsplice", (278, 75), writer, (ctypes.c_ulong * 2)(ctypes.addressof(PLACE), 1), 1, 8)
