# %% setup="imports"
import numpy as np
import pandas as pd


# %% answer="result-of"
def share(part, whole):
    """part / whole, and np.nan when there is no whole."""
    ### BEGIN SOLUTION
    return part / whole if whole else np.nan
    ### END SOLUTION


# %% test="share-number" points=1
assert share(1, 4) == 0.25

# %% test="share-nan" points=1
assert share(3, 0) is np.nan

# %% answer="lists"
### BEGIN SOLUTION
values = [1.0, np.nan, 3.0]
table = {"a": 2, "b": np.nan}
### END SOLUTION

# %% test="lists-equal" points=1
assert values == [1.0, np.nan, 3.0]
assert table == {"a": 2, "b": np.nan}

# %% test="lists-member" points=1
assert np.nan in values
assert sum(each is np.nan for each in values) == 1


# %% answer="fill"
def fill(series):
    """Gaps take the last known value, those at the start the first."""
    ### BEGIN SOLUTION
    return series.ffill().bfill()
    ### END SOLUTION


# %% test="fill-test" points=2
s = pd.Series([np.nan, 1.0, np.nan, 4.0, np.nan])
pd.testing.assert_series_equal(fill(s), pd.Series([1.0, 1.0, 1.0, 4.0, 4.0]))
assert s.isna().sum() == 3
assert np.isnan(fill(pd.Series([np.nan]))).all()


# %% answer="nan-mean"
def nan_mean(rows):
    """The mean of each column, of what is there."""
    ### BEGIN SOLUTION
    return np.nanmean(np.array(rows, dtype=float), axis=0)
    ### END SOLUTION


# %% test="nan-mean-test" points=1
np.testing.assert_allclose(nan_mean([[1, np.nan], [3, 4]]), [2, 4])
np.testing.assert_equal(nan_mean([[1.0, 2.0]]), np.array([1.0, 2.0]))
assert nan_mean([[None, 1], [2, 3]]).tolist() == [2, 2]
