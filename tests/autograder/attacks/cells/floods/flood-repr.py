# %% [markdown]
# has a text form of two hundred million characters

# %% end
class Long:
    __repr__ = lambda self: "x" * 200_000_000


Long()
