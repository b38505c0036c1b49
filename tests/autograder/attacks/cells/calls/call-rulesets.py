# %% [markdown]
# makes rules of Landlock and filters of its own, to take answers for other calls

# %% start parts="look call"
rules = (ctypes.c_uint64 * 3)(1, 0, 0)
for _ in range(20):
    closed("landlock_create_ruleset", (444, 444), rules, 8, 0)
steps = ctypes.create_string_buffer(b"\x06\0\0\0\0\0\xc0\x7f")
program = (ctypes.c_ulong * 2)(1, ctypes.addressof(steps))
closed("seccomp with a listener", (317, 277), 1, 8, program)
