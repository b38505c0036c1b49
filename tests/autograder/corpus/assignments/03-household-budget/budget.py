# %% setup="imports"
import pandas as pd
from pandas.testing import assert_frame_equal, assert_series_equal

# %% answer="load"
# Read spending.csv; the date column holds dates.
### BEGIN SOLUTION
spending = pd.read_csv("spending.csv", parse_dates=["date"])
### END SOLUTION

# %% test="load-test" points=1
assert isinstance(spending, pd.DataFrame)
assert spending.shape == (12, 4)
assert list(spending.columns) == ["date", "shop", "kind", "amount"]
assert pd.api.types.is_datetime64_any_dtype(spending["date"])


# %% answer="by-kind"
def by_kind(frame):
    """What was spent for each kind, the largest first."""
    ### BEGIN SOLUTION
    return frame.groupby("kind")["amount"].sum().sort_values(ascending=False)
    ### END SOLUTION


# %% test="by-kind-values" points=2
result = by_kind(spending)
assert isinstance(result, pd.Series)
assert result.index[0] == "rent"
assert result["food"] == 104.5

# %% test="by-kind-exact" points=1
small = pd.DataFrame({"kind": ["a", "b", "a"], "amount": [1.0, 5.0, 2.0]})
expected = pd.Series([5.0, 3.0], index=pd.Index(["b", "a"], name="kind"), name="amount")
assert_series_equal(by_kind(small), expected)

# %% answer="monthly"
### BEGIN SOLUTION
monthly = spending.pivot_table(
    index=spending["date"].dt.month, columns="kind", values="amount", aggfunc="sum", fill_value=0
)
### END SOLUTION

# %% test="monthly-test" points=2
assert monthly.loc[2, "rent"] == 500
assert monthly.loc[1, "fun"] == 12
assert monthly.isna().sum().sum() == 0
### BEGIN HIDDEN TESTS
assert abs(monthly.to_numpy().sum() - spending["amount"].sum()) < 1e-9
### END HIDDEN TESTS


# %% answer="clean"
def clean(frame):
    """The frame without rows that are doubled or have no amount, numbered anew."""
    ### BEGIN SOLUTION
    return frame.dropna(subset=["amount"]).drop_duplicates().reset_index(drop=True)
    ### END SOLUTION


# %% test="clean-test" points=1
messy = pd.DataFrame({"shop": ["x", "x", "y", "z"], "amount": [1.0, 1.0, None, 3.0]})
assert_frame_equal(clean(messy), pd.DataFrame({"shop": ["x", "z"], "amount": [1.0, 3.0]}))
assert len(messy) == 4
