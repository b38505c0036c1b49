# %% setup="imports"
import numpy as np
import pandas as pd

# %% answer="read"
# Read weather.csv (sign ";", decimal comma) with the time as index.
### BEGIN SOLUTION
weather = pd.read_csv("weather.csv", sep=";", decimal=",", index_col="time", parse_dates=["time"])
### END SOLUTION

# %% test="read-test" points=1
assert isinstance(weather.index, pd.DatetimeIndex)
assert weather["temperature"].dtype == float
assert weather.shape == (72, 2)

# %% answer="daily"
### BEGIN SOLUTION
daily = weather.resample("D").agg({"temperature": "mean", "rain": "sum"})
### END SOLUTION

# %% test="daily-test" points=2
assert len(daily) == 3
assert list(daily.columns) == ["temperature", "rain"]
expected = weather.groupby(weather.index.date)["temperature"].mean().to_numpy()
np.testing.assert_allclose(daily["temperature"], expected)
assert np.isclose(daily["rain"].sum(), weather["rain"].sum())


# %% answer="warmest"
def warmest_hour(frame):
    """The time of the highest temperature, as a Timestamp."""
    ### BEGIN SOLUTION
    return frame["temperature"].idxmax()
    ### END SOLUTION


# %% test="warmest-test" points=1
found = warmest_hour(weather)
assert isinstance(found, pd.Timestamp)
assert found == pd.Timestamp("2024-07-02 15:00")
assert found.day_name() == "Tuesday"


# %% answer="smooth"
def smooth(series, hours):
    """The mean over a centred window; fewer values at the ends."""
    ### BEGIN SOLUTION
    return series.rolling(hours, center=True, min_periods=1).mean()
    ### END SOLUTION


# %% test="smooth-test" points=1
s = pd.Series([1.0, 2.0, 6.0, 3.0], index=pd.date_range("2024-01-01", periods=4, freq="h"))
pd.testing.assert_series_equal(smooth(s, 3), pd.Series([1.5, 3.0, 11 / 3, 4.5], index=s.index))
assert smooth(s, 3).index.freq == s.index.freq

# %% test="smooth-weather" points=1
assert smooth(weather["temperature"], 5).std() < weather["temperature"].std()

# %% answer="rainy"
### BEGIN SOLUTION
rainy = weather.loc[weather["rain"] > 0].index.hour.unique().sort_values()
### END SOLUTION

# %% test="rainy-test" points=1
assert rainy.tolist() == [5, 6, 18]
assert isinstance(rainy, pd.Index)
