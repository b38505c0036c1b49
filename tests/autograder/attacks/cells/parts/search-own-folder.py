# %% [markdown]
# searches its own folder, and lists it

# %% part
walk(".")
print([(p, f) for p, _, f in os.walk(".")])
