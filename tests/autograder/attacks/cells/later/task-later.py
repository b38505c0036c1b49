# %% [markdown]
# leaves asynchronous tasks that run between cells

# %% start
import asyncio


async def later():
    while True:
        await asyncio.sleep(0.001)
        get_ipython().user_ns["share"] = 0.1


loop = asyncio.get_event_loop()
tasks = [loop.create_task(later()) for _ in range(20)]
