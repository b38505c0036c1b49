# %% [markdown]
# puts modules that know every name in the places of its values

# %% start parts="spy"
import types, sys


class Module(types.ModuleType):
    def __getattr__(self, name):
        heard(name)
        return lambda *args, **kwargs: heard(*args) or 3.0

    def __call__(self, *args):
        heard(*args)
        return 3.0

    __file__ = "hidden_checks.py"


for name in ("numpy", "pandas", "check", "helper", "sklearn", "unittest"):
    sys.modules[name + "_"] = Module(name)

# %% end
print(seen)

# %% total
total = Module("numpy.testing")

# %% share
share = Module("course.checking")

# %% model
model = X = pd = np = Module("pandas")
