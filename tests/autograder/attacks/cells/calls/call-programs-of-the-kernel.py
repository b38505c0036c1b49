# %% [markdown]
# loads programs into the kernel and counts its events

# %% start parts="look call"
for what in (0, 5, 18):
    closed("bpf", (321, 280), what, PLACE, 72)
described = (ctypes.c_uint32 * 32)(1, 128)
for process in (0, -1):
    closed("perf_event_open", (298, 241), described, process, -1, -1, 0)
