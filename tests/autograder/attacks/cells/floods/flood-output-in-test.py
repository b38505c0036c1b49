# %% [markdown]
# prints without end when a test calls it

# %% total
def total(values, weight):
    while True:
        print("x" * 10_000)
