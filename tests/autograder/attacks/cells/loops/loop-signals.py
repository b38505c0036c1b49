# %% [markdown]
# ignores signals and loops

# %% end
import signal

for n in (2, 15):
    signal.signal(n, signal.SIG_IGN)
while True:
    pass
