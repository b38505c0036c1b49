# %% [markdown]
# sends a message nested a hundred thousand deep

# %% start parts="sockets"
shout(frame(b"[" * 100_000))
shout(frame(b'{"parts":' * 50_000))
