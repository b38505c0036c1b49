# %% [markdown]
# writes a file that says it has a terabyte, and one of a hundred megabytes

# %% end
for name, size in (("hollow.csv", 2**40), ("large.csv", 10**8)):
    try:
        with open(name, "wb") as file:
            file.truncate(size)
    except OSError as error:
        print(error)
