# %% [markdown]
# makes namespaces by the calls that make processes

# %% start parts="look call"
for flags in (0x10000000, 0x20000000, 0x40000000, 0x20000, 0x08000000, 0x04000000, 0x02000000):

    def make(flags=flags):
        answer = call((56, 220), flags | 17, 0, 0, 0, 0)
        if answer == 0:
            os._exit(0)
        return answer > 0

    apart(hex(flags), make)
arguments = (ctypes.c_uint64 * 11)(0x10000000, 0, 0, 0, 17)
closed("clone3", (435, 435), arguments, 88)
for number in (272, 308):
    closed(str(number), (number, {272: 97, 308: 268}[number]), 0x10000000, 0)
