# %% [markdown]
# answers the questions of other cells, late and early, with numbers that nearly fit

# %% start parts="sockets"
for number in (*range(1, 50), -1, 0, 10**30, True, 1.0, "1", None, [1]):
    shout(
        frame(
            {
                "n": number,
                "values": [[["value", 1, 3.0], 0]],
                "changed": [],
                "new": [],
                "stale": ["total"],
                "files": True,
                "state": True,
                "out": [["stdout", "3.0"]],
                "parts": [],
            }
        )
    )
