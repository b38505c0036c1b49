# %% [markdown]
# raises its own bounds, priority and clocks

# %% start parts="look"
import resource, gc

for name in dir(resource):
    if name.startswith("RLIMIT"):
        which = getattr(resource, name)
        before = resource.getrlimit(which)[1]
        attempt(resource.setrlimit, which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        if before != resource.getrlimit(which)[1]:
            print("OPENED", name)
attempt(os.nice, -20)
attempt(time.clock_settime, time.CLOCK_REALTIME, 0)
attempt(os.sched_setscheduler, 0, os.SCHED_FIFO, os.sched_param(50))
gc.disable()
sys.setrecursionlimit(10**9)
