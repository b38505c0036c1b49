# %% [markdown]
# changes numbers and functions in memory below Python

# %% start
import ctypes, sys

ctypes.c_double.from_address(id(3.0) + 16).value = 1e9
ctypes.c_longlong.from_address(id(5) + 24).value = 5


def zero(*args):
    return 0.0


sum.__self__.abs = zero
ctypes.pythonapi.PyDict_SetItemString(
    ctypes.py_object(sys.modules["builtins"].__dict__), b"abs", ctypes.py_object(zero)
)
