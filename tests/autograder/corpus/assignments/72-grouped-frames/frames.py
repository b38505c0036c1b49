# %% setup="imports"
import numpy as np
import pandas as pd
from pandas.testing import assert_frame_equal, assert_index_equal, assert_series_equal

trips = pd.DataFrame(
    {
        "line": ["U1", "U2", "U1", "S1", "U2", "U1"],
        "day": pd.to_datetime(
            ["2026-01-01", "2026-01-01", "2026-01-02", "2026-01-31", "2026-02-01", "2026-02-28"]
        ),
        "riders": [100, 50, 300, 20, 70, 200],
        "late": [1.0, np.nan, 3.0, 0.5, 2.0, np.nan],
    }
)

# %% answer="by-line"
# by_line: for each line the number of trips, the sum of riders and the mean delay, as the columns
# trips, riders, late; the index is the line.
### BEGIN SOLUTION
by_line = trips.groupby("line").agg(
    trips=("riders", "size"), riders=("riders", "sum"), late=("late", "mean")
)
### END SOLUTION

# %% test="by-line-test" points=2
expected_lines = pd.DataFrame(
    {"riders": [20, 600, 120], "trips": [1, 3, 2], "late": [0.5, 2.0, 2.0]},
    index=pd.Index(["S1", "U1", "U2"], name="line"),
)
assert_frame_equal(by_line, expected_lines, check_like=True, check_dtype=False)
assert by_line.index.name == "line" and by_line.columns.tolist() == ["trips", "riders", "late"]
assert by_line.loc["U1", "riders"] == 600 and by_line["riders"].idxmax() == "U1"
assert by_line.query("trips > 1").shape == (2, 3)

# %% answer="months"
# months: riders in each month, of `trips`, by resample; wide: riders by line (index) and month
# number (columns), 0 where there are none; a MultiIndex series `both` of riders by line and day.
### BEGIN SOLUTION
months = trips.set_index("day")["riders"].resample("MS").sum()
wide = trips.assign(month=trips.day.dt.month).pivot_table(
    index="line", columns="month", values="riders", aggfunc="sum", fill_value=0
)
both = trips.set_index(["line", "day"])["riders"].sort_index()
### END SOLUTION

# %% test="months-test" points=1
assert isinstance(months.index, pd.DatetimeIndex) and months.index.freqstr == "MS"
assert months["2026-01"].sum() == 470 and months.loc[pd.Timestamp(2026, 2, 1)] == 270
assert_index_equal(months.index, pd.date_range("2026-01-01", periods=2, freq="MS", name="day"))
assert months.index.month.tolist() == [1, 2] and months.name == "riders"

# %% test="wide-test" points=1
assert wide.loc["U1"].tolist() == [400, 200] and wide.at["S1", 2] == 0
assert list(wide.columns) == [1, 2] and wide.columns.name == "month"
assert (wide.sum(axis=0) == pd.Series({1: 470, 2: 270})).all()
assert wide.to_numpy().sum() == trips.riders.sum()

# %% test="multi-test" points=2
assert isinstance(both.index, pd.MultiIndex) and both.index.names == ["line", "day"]
assert both["U1"].sum() == 600 and both.loc[("U2", "2026-02-01")] == 70
assert both.groupby(level="line").max().to_dict() == {"S1": 20, "U1": 300, "U2": 70}
assert both.index.get_level_values("line").nunique() == 3 and both.index.is_monotonic_increasing
assert both.unstack(fill_value=0).shape == (3, 5)
assert both.xs(pd.Timestamp("2026-01-01"), level="day").tolist() == [100, 50]

# %% answer="sizes"
# trips["size"]: an ordered category, small up to 50, medium up to 150, large above, by pd.cut.
### BEGIN SOLUTION
trips["size"] = pd.cut(trips.riders, [0, 50, 150, np.inf], labels=["small", "medium", "large"])
### END SOLUTION

# %% test="sizes-test" points=2
assert "size" in trips, "trips has a new column"
assert isinstance(trips["size"].dtype, pd.CategoricalDtype) and trips["size"].cat.ordered
assert trips["size"].cat.categories.tolist() == ["small", "medium", "large"]
assert trips["size"].tolist() == ["medium", "small", "large", "small", "medium", "large"]
assert (trips["size"] > "small").sum() == 4 and trips["size"].max() == "large"
assert trips["size"].value_counts().to_dict() == {"small": 2, "medium": 2, "large": 2}


# %% answer="functions"
def spread(series):
    """The largest less the smallest."""
    ### BEGIN SOLUTION
    return series.max() - series.min()
    ### END SOLUTION


def label(row):
    """Line and riders of a row: "U1: 100"."""
    ### BEGIN SOLUTION
    return f"{row['line']}: {row.riders}"
    ### END SOLUTION


def add_share(frame):
    """A new frame with a column share of riders; the frame that is given stays as it is."""
    ### BEGIN SOLUTION
    return frame.assign(share=frame["riders"] / frame["riders"].sum())
    ### END SOLUTION


def fill_in_place(frame):
    """Put the mean for missing delays into the frame that is given; return how many there were."""
    ### BEGIN SOLUTION
    missing = int(frame["late"].isna().sum())
    frame["late"] = frame["late"].fillna(frame["late"].mean())
    return missing
    ### END SOLUTION


# %% test="functions-applied" points=2
assert trips.groupby("line")["riders"].agg(spread).to_dict() == {"S1": 0, "U1": 200, "U2": 20}
assert trips[["riders", "late"]].apply(spread).tolist() == [280, 2.5]
labels = trips.apply(label, axis=1)
assert labels.iloc[0] == "U1: 100" and labels.str.startswith("U1").sum() == 3
table = trips.groupby("line").agg({"riders": ["sum", spread]})
assert table["riders"]["spread"].max() == 200, "the column has the function's name"
assert trips.pivot_table(index="line", values="riders", aggfunc=spread).loc["U2", "riders"] == 20
rolled = trips.riders.rolling(2).apply(spread)
assert rolled.isna().sum() == 1 and rolled.iloc[1:].tolist() == [50, 250, 280, 50, 130]
assert trips.groupby("line").riders.transform(spread).tolist() == [200, 20, 200, 0, 20, 200]

# %% test="share-test" points=1
given = pd.DataFrame({"riders": [1, 3]}, index=["a", "b"])
kept = given.copy()
shared = given.pipe(add_share)
assert_frame_equal(given, kept)
assert_series_equal(shared["share"], pd.Series([0.25, 0.75], ["a", "b"], name="share"), rtol=1e-9)
parts = trips.groupby("line", group_keys=False)[["riders"]].apply(add_share)
assert np.allclose(parts.groupby(trips.line).share.sum(), 1)

# %% test="fill-test" points=1
frame = pd.DataFrame({"late": [1.0, None, 3.0]})
assert fill_in_place(frame) == 1
assert frame.late.tolist() == [1, 2, 3], "the frame itself is changed"
assert fill_in_place(frame) == 0 and frame.columns.tolist() == ["late"]
part = trips.iloc[:3].copy()
fill_in_place(part)
assert part.late.notna().all() and trips.late.isna().sum() == 2
