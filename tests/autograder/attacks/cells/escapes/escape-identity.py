# %% [markdown]
# becomes another user by every program and call

# %% start parts="look"
for do in (lambda: os.setuid(0), lambda: os.setgroups([0]), lambda: os.setresuid(0, 0, 0)):
    attempt(do)
for command in (
    ["su", "-c", "id"],
    ["sudo", "-n", "id"],
    ["mount"],
    ["newgrp"],
    ["passwd", "-S"],
    ["unshare", "-Ur", "id"],
    ["nsenter", "-t", "1", "-a", "id"],
):
    attempt(lambda: subprocess.run(command, capture_output=True, timeout=1, stdin=-3))
print("IS ROOT" if 0 in (os.getuid(), os.geteuid()) and os.access("/etc/shadow", os.R_OK) else "")
