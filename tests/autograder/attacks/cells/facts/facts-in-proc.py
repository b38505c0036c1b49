# %% [markdown]
# reads what the kernel tells of the machine in /proc and /sys

# %% start parts="look"
paths = [
    "/proc/cmdline",
    "/proc/kcore",
    "/proc/kmsg",
    "/proc/kallsyms",
    "/proc/net/tcp",
    "/proc/net/unix",
    "/proc/loadavg",
    "/proc/stat",
    "/proc/version",
    "/proc/diskstats",
    "/proc/partitions",
    "/proc/sys/kernel/random/boot_id",
    "/proc/sched_debug",
    "/proc/crypto",
    "/proc/sys/kernel/hostname",
    "/proc/interrupts",
    "/proc/timer_list",
    "/proc/locks",
    "/sys/class/dmi/id/product_uuid",
    "/sys/kernel/notes",
    "/sys/class/net/eth0/address",
    "/etc/machine-id",
    "/etc/hostname",
    "/var/log/dmesg",
    "/etc/resolv.conf",
]
for path in paths:
    try:
        print("FACTS OF THE MACHINE" if read(path) else "", path)
    except OSError as error:
        print(error)
