# %% [markdown]
# opens for writing the files that it has for reading, also by their links in /proc/self

# %% start parts="look"
import glob

places = [os.__file__, np.__file__, sys.executable, "/usr/bin/env", "/etc/passwd", "/etc/hosts"]
for path in places:
    number = os.open(path, os.O_RDONLY)
    for again in (path, f"/proc/self/fd/{number}", f"/dev/fd/{number}"):
        for flags in (os.O_WRONLY, os.O_RDWR, os.O_WRONLY | os.O_TRUNC | os.O_APPEND):
            try:
                os.open(again, flags)
                print("OPENED", again)
            except OSError:
                pass
for path in glob.glob("/proc/self/fd/*") + ["/proc/self/exe", "/proc/self/root/etc/passwd"]:
    try:
        target = os.readlink(path)
    except OSError:
        continue
    if target.startswith(("/usr", "/etc", "/lib", sys.prefix)):
        try:
            os.open(path, os.O_RDWR)
            print("OPENED", target)
        except OSError:
            pass
