# %% [markdown]
# gives a test arrays with shapes, types and contents that are traps

# %% start
class Evil:
    def __eq__(self, other):
        raise SystemExit

    __repr__ = __reduce__ = __hash__ = __float__ = lambda self: 1 / 0


odd = [
    np.lib.stride_tricks.as_strided(np.zeros(1), (10**6, 10**6), (0, 0)),
    np.array([Evil(), None], object),
    np.zeros(3, [("a", "O"), ("b", "f8")]),
    np.array("x" * 10**7),
    np.ma.masked_array([1.0], [True]),
    np.zeros((0, 10**9)),
    np.array([np.timedelta64("NaT")]),
    np.longdouble(1),
    np.void(b"x" * 100),
    np.frombuffer(b"\x02", bool),
    np.float16("nan"),
]


# %% total
def total(values, weight):
    odd.append(odd.pop(0))
    return odd[-1]


# %% share
share = odd

# %% model
model = X = odd[0]
