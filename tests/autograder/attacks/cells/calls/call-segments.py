# %% [markdown]
# changes segments, ports and the old page of system calls

# %% start parts="look call"
if column == 0:
    closed("modify_ldt", (154, None), 0, PLACE, 4096)
    closed("iopl", (172, None), 3)
    closed("ioperm", (173, None), 0, 8, 1)
    closed("sysfs", (139, None), 3)
    old = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p)(0xFFFFFFFFFF600400)
    child = os.fork()
    if child == 0:
        old(None)
        os._exit(0)
    print("vsyscall", os.waitpid(child, 0)[1])
