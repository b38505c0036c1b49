# %% [markdown]
# gives with each call the next value of a list

# %% part
def total(values, weight):
    turn.append(turn.pop(0))
    return turn[-1]
