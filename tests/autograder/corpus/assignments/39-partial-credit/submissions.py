# %% by="two-of-three" answer="colours"
primary = {"red", "blue", "yellow"}

# %% by="one-city" answer="guesses"
guesses = {"rome": 42}


# %% by="keeps-doubles" answer="sort-it"
def tidy(values):
    return tuple(sorted(values))


# %% by="a-list" answer="sort-it"
def tidy(values):
    out = []
    for v in values:
        if v not in out:
            out.append(v)
    return sorted(out)


# %% by="noisy" after="colours"
primary
