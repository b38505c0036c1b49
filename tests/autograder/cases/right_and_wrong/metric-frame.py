# %% [markdown]
# metric frame

# %% right
from fairlearn.metrics import MetricFrame, selection_rate

frame = MetricFrame(
    metrics={"s": selection_rate},
    y_true=[0, 1, 1, 0],
    y_pred=[1, 1, 0, 0],
    sensitive_features=list("aabb"),
)

# %% wrong
from fairlearn.metrics import MetricFrame, selection_rate

frame = MetricFrame(
    metrics={"s": selection_rate},
    y_true=[0, 1, 1, 0],
    y_pred=[1, 0, 0, 0],
    sensitive_features=list("aabb"),
)

# %% test
assert isinstance(frame, MetricFrame)
assert frame.by_group["s"]["a"] == 1
assert frame.overall["s"] == 0.5 and frame.difference()["s"] == 1
