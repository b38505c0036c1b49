# %% [markdown]
# loops and swallows every interrupt

# %% end
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
