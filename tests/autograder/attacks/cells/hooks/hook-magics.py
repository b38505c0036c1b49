# %% [markdown]
# defines magics and aliases under the names that a test may use

# %% start
from IPython.core.magic import register_line_magic, register_cell_magic

for name in ("matplotlib", "time", "timeit", "assert"):
    register_line_magic(lambda line: 3.0).__name__
    get_ipython().register_magic_function(lambda *args: 3.0, "line_cell", name)
get_ipython().automagic = True
get_ipython().user_ns_hidden.clear()
