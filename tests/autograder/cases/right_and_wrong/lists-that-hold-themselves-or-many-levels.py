# %% [markdown]
# lists that hold themselves, or many levels of lists

# %% right
loop = [1]
loop.append(loop)
deep = []
for _ in range(300):
    deep = [deep]

# %% wrong
loop = [1]
loop.append([loop])
deep = []
for _ in range(299):
    deep = [deep]

# %% test
assert loop[0] == 1
assert len(loop) == 2
assert loop[1] is loop
assert loop[1][1].index(1) == 0
levels = 0
while deep:
    assert len(deep) == 1
    deep = deep[0]
    levels += 1
assert levels == 300
