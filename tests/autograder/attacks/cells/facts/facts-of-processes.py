# %% [markdown]
# lists the processes of the machine, and tries their numbers

# %% start parts="look"
for number in [*os.listdir("/proc"), "@COORDINATOR@"]:
    try:
        command = read(f"/proc/{number}/cmdline")
    except OSError:
        continue
    if "measure" in command:
        print("FACTS OF THE MACHINE", command)
