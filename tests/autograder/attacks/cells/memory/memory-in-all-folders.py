# %% [markdown]
# fills each folder that lies in memory, and maps what it has written

# %% end
import mmap, os

written = 0
for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/run", "/dev", "/etc", "/old"):
    try:
        for number in range(30):
            with open(f"{folder}/ai4gov-attack-@NAME@{number}", "wb+") as file:
                for _ in range(30):
                    written += file.write(b"x" * 2_000_000)
    except OSError as error:
        print(folder, error)
print("DISK BEYOND THE BOUND" if written > 1_100_000_000 else "bounded", written)
