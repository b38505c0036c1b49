# %% [markdown]
# stops its own process instead of ending it

# %% end
import os, signal

os.kill(os.getpid(), signal.SIGSTOP)
os.killpg(0, signal.SIGSTOP)
