# %% [markdown]
# follows and changes processes of its own, to go round what each of them may

# %% start parts="look call"
closed("PTRACE_TRACEME", (101, 117), 0, 0, 0, 0)
child = os.fork()
if child == 0:
    time.sleep(30)
    os._exit(0)
for request in (16, 0x4206):
    closed("ptrace", (101, 117), request, child, 0, 0)
vector = (ctypes.c_ulong * 2)(ctypes.addressof(PLACE), 64)
closed("process_vm_readv", (310, 270), child, vector, 1, vector, 1, 0)
closed("process_vm_writev", (311, 271), child, vector, 1, vector, 1, 0)
attempt(lambda: print(len(open(f"/proc/{child}/mem", "rb").read(1))))
os.kill(child, 9)
os.waitpid(child, 0)
