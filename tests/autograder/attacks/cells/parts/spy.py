# %% [markdown]
# keeps what a test has given to an object

# %% part
seen = []


def heard(*told, **more):
    seen.extend(str(each)[:500] for each in (*told, *more.values()))
