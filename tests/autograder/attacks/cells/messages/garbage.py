# %% [markdown]
# writes noise to the grader

# %% start parts="sockets"
shout(os.urandom(100_000))
