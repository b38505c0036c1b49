# %% [markdown]
# opens the devices of the machine: memory, disks, logs, clocks and cameras

# %% start parts="look"
for name in (
    "mem",
    "port",
    "kmsg",
    "sda",
    "vda",
    "nvme0n1",
    "loop0",
    "loop-control",
    "fuse",
    "kvm",
    "net/tun",
    "rtc0",
    "video0",
    "snd/timer",
    "input/event0",
    "dri/card0",
    "hpet",
    "mapper/control",
    "vhost-net",
    "cpu/0/msr",
    "watchdog",
    "uinput",
    "vsock",
    "autofs",
):
    for flags in (os.O_RDONLY, os.O_RDWR):
        try:
            print("OPENED", name, os.open("/dev/" + name, flags | os.O_NONBLOCK))
        except OSError as error:
            print(error)
