# %% [markdown]
# lets its process end and goes on in a child with the same sockets

# %% end
import os, time

if os.fork():
    os._exit(0)
