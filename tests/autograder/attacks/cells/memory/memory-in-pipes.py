# %% [markdown]
# keeps memory in pipes, which are filled and never read

# %% end
import fcntl, os

held, taken = [], 0
try:
    while taken < 2 * 10**9:
        reader, writer = os.pipe()
        held.append(reader)
        try:
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 2**20)
        except OSError:
            pass
        os.set_blocking(writer, False)
        while True:
            try:
                taken += os.write(writer, b"x" * 65536)
            except BlockingIOError:
                break
except OSError as error:
    print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_100_000_000 else "bounded", taken)
