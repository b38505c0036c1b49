# %% [markdown]
# changes by prctl what its process may, may keep and may get back

# %% start parts="look call"
for what, *args in (
    ("securebits", 28, 0x2F),
    ("ambient", 47, 2, 1),
    ("memory map", 35, 1, 0),
    ("a filter", 22, 2, 0),
    ("strict", 22, 1),
    ("new privileges", 38, 0),
):
    if what == "strict":
        continue
    closed(what, (157, 167), *args, 0, 0, 0)
print("OPENED keeps rights" if libc.prctl(7, 0, 0, 0, 0) > 0 else "")
print("OPENED new privileges" if libc.prctl(39, 0, 0, 0, 0) != 1 else "")
header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)
closed("capset", (126, 91), header, data)
rights = ["CapInh", "CapPrm", "CapEff", "CapAmb"]
# An ordinary user without namespaces cannot empty the bounding set. It gives nothing to a process
# that may not gain new rights, which is asked above.
rights += ["CapBnd"] if "@RIGHTS@" == "all dropped" else []
for line in read("/proc/self/status").splitlines():
    name, _, value = line.partition(":")
    if name in rights and int(value, 16):
        print("OPENED", line)
    if name == "Seccomp" and value.strip() != "2":
        print("OPENED", line)
