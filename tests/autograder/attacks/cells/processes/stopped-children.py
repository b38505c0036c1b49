# %% [markdown]
# stops its children while they hold its output, and leaves them so

# %% end
import os, signal

for _ in range(5):
    if os.fork() == 0:
        signal.signal(signal.SIGCONT, signal.SIG_IGN)
        while True:
            os.kill(os.getpid(), signal.SIGSTOP)
