# %% [markdown]
# has the kernel wait for it at each page

# %% start parts="look call"
for flags in (0, 1):
    closed("userfaultfd", (323, 282), flags)
attempt(lambda: print("OPENED", os.open("/dev/userfaultfd", os.O_RDWR)))
