# %% [markdown]
# is a text, a number, a list and a table of which every inherited method lies and listens

# %% start parts="spy"
def lying(kind, *args):
    def lie(self, *told, **more):
        heard(*told, **more)
        return self

    public = (name for name in dir(kind) if not name.startswith("_"))
    names = [name for name in public if callable(getattr(kind, name))]
    return type(kind.__name__, (kind,), dict.fromkeys(names, lie))(*args)


# %% total
def total(values, weight):
    try:
        return lying(float, weight(values[0]) and 3.0)
    except Exception:
        return lying(str, "3.0")


# %% model
X = lying(pd.DataFrame, {"x": [5, 6]})


class Model(LogisticRegression):
    def predict(self, X):
        return lying(list, [1, 1, 1, 1])


model = Model()

# %% share
share = lying(str, "x")

# %% end
print(seen)
