# %% [markdown]
# prints without end

# %% end
while True:
    print("x" * 10_000)
