# %% [markdown]
# leaves a detached process that acts after the notebook

# %% start parts="leave connect"
import os, time

for _ in range(2):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for _ in range(20):
                time.sleep(0.3)
                leave()
                say(socket.SOCK_STREAM, socket.AF_INET, ("127.0.0.1", int("@PORT@")))
        os._exit(0)
