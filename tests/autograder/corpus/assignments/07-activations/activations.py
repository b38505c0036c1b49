# %% setup="imports"
import numpy as np

# %% [markdown]
# Functions are values too: they can be stored, compared and passed on.


# %% answer="choose"
def choose(name):
    """The numpy function for "tanh", "exp" or "abs"; KeyError for another name."""
    ### BEGIN SOLUTION
    return {"tanh": np.tanh, "exp": np.exp, "abs": np.abs}[name]
    ### END SOLUTION


# %% test="choose-values" points=1
act = choose("tanh")
assert act == np.tanh
assert choose("exp") is np.exp
assert choose("abs") == np.absolute

# %% test="choose-works" points=1
assert callable(choose("tanh"))
np.testing.assert_allclose(choose("tanh")(np.array([0.0, 1.0])), [0, 0.76159416])

# %% answer="stats"
### BEGIN SOLUTION
stats = {"total": np.sum, "middle": np.median, "spread": np.std}
### END SOLUTION

# %% test="stats-test" points=2
assert set(stats) == {"total", "middle", "spread"}
assert stats == {"total": np.sum, "middle": np.median, "spread": np.std}


# %% answer="layer"
class Layer:
    """A layer of weights with an activation, np.tanh unless another is given."""

    ### BEGIN SOLUTION
    def __init__(self, weights, activation=np.tanh):
        self.weights = np.asarray(weights, dtype=float)
        self.activation = activation

    def __call__(self, x):
        return self.activation(self.weights @ x)

    ### END SOLUTION


# %% test="layer-default" points=1
layer = Layer([[1.0, 0.0], [0.0, 2.0]])
assert layer.activation is np.tanh
assert layer.weights.shape == (2, 2)

# %% test="layer-call" points=1
np.testing.assert_allclose(Layer(np.eye(2), np.exp)(np.zeros(2)), [1, 1])
np.testing.assert_allclose(layer(np.array([0.0, 0.5])), [0, np.tanh(1.0)])


# %% answer="apply-all"
def apply_all(functions, x):
    """A list of what each function gives for x."""
    ### BEGIN SOLUTION
    return [function(x) for function in functions]
    ### END SOLUTION


# %% test="apply-all-test" points=1
assert apply_all([np.sin, np.cos, abs], 0.0) == [0.0, 1.0, 0.0]
assert apply_all([], 3) == []
assert apply_all([len, max, sorted], [2, 1]) == [2, 2, [1, 2]]
