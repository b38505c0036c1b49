# %% [markdown]
# a float with lying operators

# %% answer
class F(float):
    def __eq__(self, o):
        return True

    def __sub__(self, o):
        return 0.0

    __rsub__ = __sub__

    def __ne__(self, o):
        return False


x = F(1)

# %% test
import math

assert abs(x - 3) < 1e-6 and math.isclose(x, 3)
