# %% [markdown]
# answers for the cells to come, with indexes that equal and are not the right ones

# %% start parts="sockets"
for index in (*range(20), True, 4.0, "4", None, [4]):
    shout(
        frame(
            {
                "did": "cell",
                "index": index,
                "status": "ok\x1b[2J",
                "execution_count": 10**400,
                "outputs": [{"output_type": "stream", "name": "stdout", "text": "3.0"}],
                "updates": [],
                "parts": [],
            }
        )
    )
