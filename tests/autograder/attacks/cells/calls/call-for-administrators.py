# %% [markdown]
# asks for what only administrators may do to the machine

# %% start parts="look call"
for what, *numbers in (
    ("quotactl", 179, 60),
    ("swapon", 167, 224),
    ("acct", 163, 89),
    ("syslog", 103, 116),
    ("reboot", 169, 142),
    ("init_module", 175, 105),
    ("finit_module", 313, 273),
    ("kexec_load", 246, 104),
    ("settimeofday", 164, 170),
    ("clock_settime", 227, 112),
    ("sethostname", 170, 161),
    ("vhangup", 153, 58),
    ("nfsservctl", 180, 42),
    ("quotactl_fd", 443, 443),
    ("sync", 162, 81),
    ("syncfs", 306, 267),
):
    closed(what, numbers, 10, 0, 0, 0, 0, 0)
