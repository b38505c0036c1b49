# %% [markdown]
# tells of written files with names that are no text and contents without names

# %% end parts="lying-files"
inner = frames.Channel.send


def send(self, header, *rest):
    if header.get("did") == "files":
        for names in ([None, 5, ["x.csv"], {"a": 1}, True], {"x.csv": 1}, "x.csv", 10**300):
            inner(self, header | {"names": names}, [b"x"] * 5)
    return inner(self, header, *rest)


frames.Channel.send = send
