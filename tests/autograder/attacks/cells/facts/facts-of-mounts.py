# %% [markdown]
# reads where the course lies from what is mounted, mapped and open

# %% start parts="look"
import glob

for path in (
    "mounts",
    "mountinfo",
    "mountstats",
    "maps",
    "smaps",
    "cgroup",
    "cmdline",
    "environ",
    "status",
    "limits",
    "auxv",
    "numa_maps",
    "fdinfo/0",
    "fdinfo/1",
    "attr/current",
):
    try:
        text = read(f"/proc/self/{path}")
    except OSError as error:
        print(error)
        continue
    if "@COURSE@" in text:
        print("FACTS OF THE MACHINE", path)
for path in glob.glob("/proc/self/fd/*") + glob.glob("/proc/self/map_files/*"):
    try:
        print("FACTS OF THE MACHINE" if "@COURSE@" in os.readlink(path) else "", path)
    except OSError as error:
        print(error)
print("FACTS OF THE MACHINE" if os.uname().nodename == "@HOST@" else "")
