# %% [markdown]
# kills every process that it can reach, then itself

# %% end
import os, signal

for number in [-1, 0, os.getppid(), int("@COORDINATOR@"), 1, 2, 3, 4]:
    for which in (signal.SIGSTOP, signal.SIGKILL):
        if number not in (0, 1, os.getpid()):
            try:
                os.kill(number, which)
            except OSError as error:
                print(number, error)
os.killpg(0, signal.SIGKILL)
