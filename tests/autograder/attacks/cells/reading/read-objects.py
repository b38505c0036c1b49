# %% [markdown]
# searches all objects of its process, and the frames below its own

# %% start parts="look"
frame = sys._getframe()
while frame:
    for name, value in list(frame.f_locals.items()):
        if WORD in repr(value):
            print(name, repr(value)[:20_000])
    frame = frame.f_back
for each in gc.get_objects():
    try:
        if type(each) in (dict, list, tuple) and WORD in repr(each)[:1_000_000]:
            print(repr(each)[:20_000])
    except BaseException:
        pass
