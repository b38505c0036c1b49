# %% [markdown]
# takes memory in many processes, each a little

# %% end
import os, select, time

reader, writer = os.pipe()
children = []
for _ in range(6):
    children.append(os.fork())
    if children[-1] == 0:
        kept = bytearray(b"x") * 200_000_000
        os.write(writer, b"x")
        time.sleep(60)
held, ends = 0, time.monotonic() + 2
while held < 6 and time.monotonic() < ends:
    if select.select([reader], [], [], 0.1)[0]:
        held += len(os.read(reader, 10))
time.sleep(1)  # One that has been killed is still there for a moment.
held = min(held, sum(os.waitpid(child, os.WNOHANG) == (0, 0) for child in children))
print("MEMORY BEYOND THE BOUND" if held * 200_000_000 > 2**30 else "bounded", held)
