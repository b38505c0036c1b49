# %% [markdown]
# prints and returns full points in all its cells

# %% start
print("10.0")
10.0

# %% total
print(3.0)
3.0

# %% model
2.0

# %% share
share = 0.1
3.0

# %% end
10.0
