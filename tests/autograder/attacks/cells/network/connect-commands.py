# %% [markdown]
# lets curl, bash and Python's own commands connect

# %% start
import subprocess, sys

for command in (
    ["curl", "-m1", "http://127.0.0.1:@PORT@/@NAME@"],
    ["bash", "-c", "echo -n @NAME@ > /dev/tcp/127.0.0.1/@PORT@"],
    [
        sys.executable,
        "-c",
        "import socket; socket.create_connection(('127.0.0.1', @PORT@)).send(b'@NAME@')",
    ],
):
    try:
        print(subprocess.run(command, capture_output=True, timeout=1))
    except BaseException as error:
        print(type(error))
