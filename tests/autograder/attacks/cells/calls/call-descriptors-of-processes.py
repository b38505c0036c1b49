# %% [markdown]
# takes descriptors and memory out of processes by descriptors of processes

# %% start parts="look call"
for process in (os.getpid(), os.getppid() or 1, 1, int("@COORDINATOR@")):
    closed("pidfd_open", (434, 434), process, 0)
    closed("pidfd_getfd", (438, 438), process, 0, 0)
    closed("process_madvise", (440, 440), process, PLACE, 1, 4, 0)
    closed("process_mrelease", (448, 448), process, 0)
    closed("kcmp", (312, 272), process, process, 0, 0, 0)
