# %% [markdown]
# makes timers, events, signals and sets of waits without number

# %% end
import os, select, ctypes, platform

libc = ctypes.CDLL(None, use_errno=True)
held, made = [], 0
column = {"x86_64": 0, "aarch64": 1}[platform.machine()]
mask = (ctypes.c_uint64 * 1)(0xFFFF)
for numbers, args in (
    ((283, 85), (0, 0)),
    ((290, 19), (0, 0)),
    ((289, 74), (-1, mask, 8, 0)),
    ((291, 20), (0,)),
):
    while (number := libc.syscall(numbers[column], *args)) >= 0:
        held.append(number)
        made += 1
    for number in held:
        os.close(number)
    held.clear()
sets = [select.epoll() for _ in range(100)]
for first in sets:
    for second in sets[:60]:
        try:
            first.register(second.fileno())
        except OSError:
            break
place = (ctypes.c_int * 1)()
timers = 0
while timers < 200_000 and libc.syscall((222, 107)[column], 1, None, place) == 0:
    timers += 1
print("KERNEL BEYOND THE BOUND" if timers >= 200_000 or made > 200_000 else "bounded", timers, made)
