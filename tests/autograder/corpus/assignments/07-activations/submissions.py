# %% by="own-lambda" answer="choose"
def choose(name):
    return {"tanh": lambda x: np.tanh(x), "exp": np.exp, "abs": np.abs}[name]


# %% by="names" answer="stats"
stats = {"total": "sum", "middle": "median", "spread": "std"}

# %% by="mean-for-median" answer="stats"
stats = {"total": np.sum, "middle": np.mean, "spread": np.std}


# %% by="no-default" answer="layer"
class Layer:
    def __init__(self, weights, activation=None):
        self.weights = np.array(weights)
        self.activation = activation

    def __call__(self, x):
        return np.dot(self.weights, x)


# %% by="no-default" answer="apply-all"
def apply_all(functions, x):
    for function in functions:
        x = function(x)
    return x


# %% by="noisy" after="choose"
print(choose("tanh"), choose("exp")(1))
choose("relu")
