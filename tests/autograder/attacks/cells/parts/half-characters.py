# %% [markdown]
# prints, shows and raises half a character

# %% part
half = chr(0xD800) + "x"
print(half)
display({"text/html": half, half: half}, raw=True)
raise ValueError(half)
