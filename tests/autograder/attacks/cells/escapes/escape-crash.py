# %% [markdown]
# crashes Python itself

# %% end
import ctypes

ctypes.string_at(0)
