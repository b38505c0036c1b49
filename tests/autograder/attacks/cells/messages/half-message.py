# %% [markdown]
# begins a message and never ends it

# %% start parts="sockets"
shout(struct.pack("!II", 1000, 0) + b"{")
