# %% [markdown]
# recurses until the stack of C is full

# %% end
import sys

sys.setrecursionlimit(10**9)
x = []
for _ in range(10**6):
    x = [x]
repr(x)
