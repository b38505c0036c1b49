# %% [markdown]
# clears its output without end, at once and when more comes

# %% start
from IPython.display import clear_output

for number in range(20_000):
    clear_output(wait=number % 2 == 0)
    print("x" * 100)
