# %% [markdown]
# keeps all processors busy with processes in sessions of their own

# %% end
import os

for _ in range(40):
    if os.fork() == 0:
        os.setsid()
        try:
            os.nice(-20)
        except OSError:
            pass
        while True:
            pass
while True:
    pass
