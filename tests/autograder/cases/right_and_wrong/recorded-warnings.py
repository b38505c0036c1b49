# %% [markdown]
# recorded warnings

# %% right
import warnings


class Low(UserWarning):
    pass


def f(x):
    warnings.warn("low", Low)
    return x


# %% wrong
import warnings


class Low(UserWarning):
    pass


def f(x):
    return x


# %% test
import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    f(1)
    f(2)
assert len(seen) == 2
assert issubclass(seen[-1].category, Low) and str(seen[0].message) == "low"
