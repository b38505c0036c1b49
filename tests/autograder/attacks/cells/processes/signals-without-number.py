# %% [markdown]
# sends signals to everything that it can reach, forged as if others sent them

# %% start
import ctypes, os, signal

libc = ctypes.CDLL(None)
told = (ctypes.c_int * 32)(10, 0, -6, 0, int("@COORDINATOR@"))
for _ in range(2000):
    for process in (1, os.getppid() or 1, int("@COORDINATOR@")):
        if process not in (os.getpid(), 0):
            for number in (signal.SIGUSR1, signal.SIGCHLD, signal.SIGWINCH):
                libc.syscall(129, process, int(number), told)
                try:
                    os.kill(process, number)
                except OSError:
                    pass
