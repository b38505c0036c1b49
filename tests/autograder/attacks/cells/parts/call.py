# %% [markdown]
# makes system calls by their numbers and prints which were open

# %% part
import platform

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
column = {"x86_64": 0, "aarch64": 1}[platform.machine()]
PLACE = ctypes.create_string_buffer(4096)


def call(numbers, *args):
    if numbers[column] is None:
        return -38
    args = [ctypes.c_long(each) if isinstance(each, int) else each for each in args]
    answer = libc.syscall(ctypes.c_long(numbers[column]), *args)
    return answer if answer >= 0 else -ctypes.get_errno()


def closed(what, numbers, *args):
    answer = call(numbers, *args)
    print("OPENED" if answer >= 0 else "closed", what, answer)


def apart(what, do):
    # In a child, for a filter may end the process.
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if do() else 1)
        except BaseException:
            os._exit(1)
    print("OPENED" if os.waitpid(child, 0)[1] == 0 else "closed", what)
