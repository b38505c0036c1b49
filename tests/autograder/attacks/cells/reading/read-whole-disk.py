# %% [markdown]
# searches every file that can be found, through links in /proc

# %% start parts="look"
walk("/")
for place in ("/proc/1/root", "/proc/self/root/..", "/proc/self/cwd/../..", "/proc/self/fd/../.."):
    walk(place + "@COURSE@")
