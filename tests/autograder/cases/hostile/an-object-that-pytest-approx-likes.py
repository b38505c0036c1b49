# %% [markdown]
# an object that pytest.approx likes

# %% answer
class Any(float):
    def __eq__(self, o):
        return True

    def __sub__(self, o):
        return 0.0

    __rsub__ = __sub__


x = Any(1)

# %% test
import pytest

assert x == pytest.approx(3)
