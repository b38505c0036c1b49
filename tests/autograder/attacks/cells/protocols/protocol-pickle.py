# %% [markdown]
# tells of itself whatever copies and pickles ask for

# %% start parts="spy"
class Answer:
    def __reduce_ex__(self, version):
        heard(version)
        return (print, ("copied",))

    __reduce__ = __getstate__ = lambda self: heard("state") or (eval, ("1",))

    def __setstate__(self, state):
        heard(state)

    __getnewargs__ = __getnewargs_ex__ = lambda self: ((), {})
    __copy__ = lambda self: self

    def __deepcopy__(self, memo):
        heard(memo)
        return self


# %% end
print(seen)


# %% total
def total(values, weight):
    return Answer()


# %% share
share = Answer()

# %% model
model = LogisticRegression()
model.extra = Answer()
X = Answer()
