# %% [markdown]
# a number and a text of the learner's own classes

# %% right
class Kelvin(float):
    def celsius(self):
        return self - 273.15


class Name(str):
    pass


k, n = Kelvin(300.5), Name("Ann")


# %% wrong
class Kelvin(float):
    pass


class Name(str):
    pass


k, n = Kelvin(300.5), Name("Bob")

# %% test
import pytest

assert k == 300.5 and abs(k - 300.5) < 0.1 and k == pytest.approx(300.5)
assert np.isclose(k, 300.5) and n == "Ann" and "nn" in n and n + "a" == "Anna"
