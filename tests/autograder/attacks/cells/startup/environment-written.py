# %% [markdown]
# changes environment variables, paths and limits

# %% start
import os, sys, resource, locale

os.environ.update(
    PYTHONSTARTUP="/tmp/x.py",
    PYTHONPATH="/tmp",
    LD_PRELOAD="/tmp/x.so",
    PATH="/tmp",
    HOME="/",
    AI4GOV_CHECKS="/tmp",
    NBGRADER_EXECUTION="",
    TZ="Mars",
)
sys.path[:] = ["/tmp"]
os.umask(0)
os.chdir("/")
