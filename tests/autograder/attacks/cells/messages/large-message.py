# %% [markdown]
# announces messages of four gigabytes

# %% start parts="sockets"
shout(struct.pack("!II", 2**32 - 1, 2**32 - 1) + b"x" * 100_000)
