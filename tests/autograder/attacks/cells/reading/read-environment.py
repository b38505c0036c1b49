# %% [markdown]
# prints the environment of every process that can be seen

# %% start parts="look"
print(dict(os.environ))
for number in os.listdir("/proc") if os.path.isdir("/proc") else []:
    if number.isdigit():
        attempt(read, f"/proc/{number}/environ")
        attempt(read, f"/proc/{number}/cmdline")
attempt(read, "/proc/@COORDINATOR@/environ")
