# %% [markdown]
# shares memory, semaphores and messages that outlive it

# %% start parts="look call"
closed("shmget", (29, 194), 0x5EED, 4096, 0o1666)
closed("semget", (64, 190), 0x5EED, 1, 0o1666)
closed("msgget", (68, 186), 0x5EED, 0o1666)
closed("mq_open", (240, 180), b"ai4gov-attack-@NAME@\0", 0o102, 0o666, 0)
