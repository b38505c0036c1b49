# %% [markdown]
# starts processes by posix_spawn, vfork and pools without end

# %% end
import concurrent.futures, ctypes, multiprocessing, os, sys

try:
    for _ in range(3000):
        os.posix_spawn("/bin/sleep", ["sleep", "60"], os.environ)
except OSError as error:
    print(error)
try:
    multiprocessing.get_context("fork").Process(target=print).start()
except OSError as error:
    print(error)
