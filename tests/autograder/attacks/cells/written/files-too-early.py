# %% [markdown]
# tells of written files before it is asked, with the contents of others

# %% end parts="sockets"
for names in (["timestamp.txt"], ["ps1.ipynb"], ["../../x.txt"], ["x.html"]):
    shout(struct.pack("!II", 0, 0))
    shout(frame({"did": "files", "names": names, "parts": [1]}, b"x"))
