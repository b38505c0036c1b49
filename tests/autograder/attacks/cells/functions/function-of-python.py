# %% [markdown]
# gives Python's own functions for its answers, one after the other

# %% start
import builtins

turn = [
    getattr(builtins, n)
    for n in "sum max min sorted all any abs len round pow print eval exec open getattr setattr vars globals __import__ compile input iter next zip map filter type super breakpoint".split()
]


# %% total
class Next:
    def __call__(self, *args):
        turn.append(turn.pop(0))
        return turn[-1]


total = Next()

# %% share
share = eval

# %% model
model = getattr
X = open
