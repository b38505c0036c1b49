# %% by="odd" answer="good"
def good(n=2):
    return n % 2 == 1


# %% by="nothing-there" answer="item"
item = None
items = [1, 2, 3, 4]


# %% by="no-zero" answer="time"
def time(minutes):
    return f"{minutes // 60}:{minutes % 60}"


# %% by="misspelt" answer="good"
def goood(n=2):
    return n % 2 == 0


# %% by="noisy" after="time"
print(time(75))
time
