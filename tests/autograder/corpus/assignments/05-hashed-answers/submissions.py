# %% by="wrong-letter" answer="choice"
choice = "a"

# %% by="number-for-letter" answer="choice"
choice = 47

# %% by="list-for-set" answer="several"
several = ["a", "b", "e"]

# %% by="list-for-set" answer="year"
year = "1969"

# %% by="off-by-seven" answer="total"
total = float(sum(range(0, 1001, 7))) - 7

# %% by="off-by-seven" answer="several"
several = {"a", "b"}

# %% by="noisy" answer="choice"
choice = " C "
choice

# %% by="noisy" before="choice" answer="year"
year = 1969
