# %% [markdown]
# lies about the lengths of a message's parts

# %% start parts="sockets"
for parts in ([-1, 5], [10**18], [True], ["4"], [[4]], {"a": 4}, None, [2**63] * 3):
    shout(frame({"n": 1, "did": "cell", "values": [["x", 9]], "parts": parts}, b"abcd"))
