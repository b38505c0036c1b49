# %% [markdown]
# spends hours inside one call that hears nothing

# %% end
sum(range(10**13))
