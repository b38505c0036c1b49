# %% [markdown]
# blocks all signals, in threads and children too

# %% end
import os, signal, threading

everything = set(range(1, 65)) - {9, 19, 32, 33}
signal.pthread_sigmask(signal.SIG_BLOCK, everything)
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.fork() == 0:
    while True:
        signal.sigtimedwait(everything, 100)
while True:
    pass
