# %% [markdown]
# top-level await

# %% right
import asyncio


async def f(x):
    await asyncio.sleep(0)
    return x * 2


# %% wrong
async def f(x):
    return x


# %% test
assert await f(2) == 4
import asyncio

assert await asyncio.gather(f(1), f(2)) == [2, 4]
