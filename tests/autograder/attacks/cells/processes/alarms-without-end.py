# %% [markdown]
# is interrupted by its own timers without end while tests run

# %% start
import signal


def again(*_):
    pass


for number in (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF):
    signal.signal(number, again)
for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    signal.setitimer(which, 1e-4, 1e-4)
