# %% [markdown]
# writes into /proc and /sys, the kernel's keys and its programs

# %% start parts="look leave"
for path in (
    "/proc/sys/kernel/core_pattern",
    "/proc/sysrq-trigger",
    "/proc/self/oom_score_adj",
    "/sys/fs/cgroup/release_agent",
    "/sys/kernel/uevent_helper",
    "/proc/1/mem",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes",
    "/proc/self/uid_map",
):
    attempt(lambda: open(path, "w").write("|/tmp/x"))
libc = ctypes.CDLL(None, use_errno=True)
for number in (321, 298, 323, 425, 250, 246, 175, 169, 175, 310, 438, 448, 272, 435):
    print(number, libc.syscall(number, 0, 0, 0, 0, 0), ctypes.get_errno())
leave()
