# %% [markdown]
# waits for input and for a debugger

# %% start
try:
    input("?")
except BaseException as e:
    print(repr(e))

# %% end
import sys, os

print(sys.stdin.read() if sys.stdin else "")
breakpoint()
