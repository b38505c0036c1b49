# %% [markdown]
# makes namespaces, mounts, devices and roots of its own

# %% start parts="look"
libc = ctypes.CDLL(None, use_errno=True)


def found(what, answer):
    print("OPENED" if answer >= 0 else "closed", what, ctypes.get_errno())


for flags in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x02000000):
    found("namespace", libc.unshare(flags))
found("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
found("umount", libc.umount2(b"/home/learner", 2))
found("chroot", libc.chroot(b"/tmp"))
attempt(os.mknod, "/tmp/disk", 0o60666, os.makedev(254, 0))
for place in ("/proc/1/ns/mnt", "/proc/self/ns/pid", "/proc/@COORDINATOR@/ns/mnt"):
    attempt(lambda: print("setns", libc.setns(os.open(place, os.O_RDONLY), 0)))
walk("/proc/@COORDINATOR@/root@COURSE@")
walk("/old")
