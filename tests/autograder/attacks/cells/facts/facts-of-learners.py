# %% [markdown]
# guesses the names of others and looks for what they left in shared places

# %% start parts="look"
import glob, tempfile

for name in ("m-other", "a-whole", "z-whole", "canary"):
    for top in ("@COURSE@/submitted", "@COURSE@/autograded", "..", "../..", "/home", "/tmp"):
        walk(f"{top}/{name}")
for top in (tempfile.gettempdir(), "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~")):
    for path in glob.glob(top + "/**", recursive=True):
        print(path)
