# %% [markdown]
# answers the examiner before it has asked

# %% start parts="sockets"
for number in range(1, 400):
    shout(frame({"n": number, "values": [[True, 0]], "changed": [], "parts": []}))
