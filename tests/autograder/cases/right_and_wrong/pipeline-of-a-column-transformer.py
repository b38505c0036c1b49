# %% [markdown]
# pipeline of a column transformer

# %% right
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression

m = make_pipeline(StandardScaler(), LogisticRegression()).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])

# %% wrong
from sklearn.linear_model import LogisticRegression

m = LogisticRegression().fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])

# %% test
assert m.score([[0.0], [3.0]], [0, 1]) == 1
assert m[-1].coef_.shape == (1, 1)
assert m.named_steps["standardscaler"].mean_[0] == 1.5
