# %% [markdown]
# takes all the memory that it can get

# %% end
held = []
while True:
    held.append(bytearray(b"x") * 50_000_000)
