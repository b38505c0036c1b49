# %% [markdown]
# a module of a library that the test is the first to import

# %% answer
import sys, types

fake = types.ModuleType("wsgiref.util")
fake.guess_scheme = lambda _: x
sys.modules["wsgiref.util"] = fake
x = "mine"

# %% test
from wsgiref.util import guess_scheme

assert x == guess_scheme({})
