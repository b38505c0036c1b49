# %% [markdown]
# makes each call that the kernel has got in the last years

# %% start parts="look call"
for number in (
    424,
    434,
    435,
    438,
    440,
    443,
    444,
    445,
    446,
    447,
    448,
    450,
    451,
    453,
    454,
    455,
    456,
    457,
    458,
    459,
    460,
    461,
    462,
    463,
    464,
    465,
    466,
    467,
    468,
    469,
    470,
    471,
    472,
):
    # An address of its own, so that what is refused is the call and not its arguments.
    answer = call((number, number), ctypes.addressof(PLACE), 0, 0, 0, 0, 0)
    print("closed" if answer in (-1, -38) else "OPENED", number, answer)
