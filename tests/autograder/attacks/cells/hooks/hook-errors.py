# %% [markdown]
# swallows all errors by a handler of its own

# %% start
import sys

shell = get_ipython()
shell.set_custom_exc((BaseException,), lambda *args, **kwargs: None)
shell.showtraceback = shell._showtraceback = lambda *args, **kwargs: None
sys.excepthook = sys.displayhook = sys.unraisablehook = lambda *args: None
