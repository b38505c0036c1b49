# %% by="flat" answer="by-line"
by_line = trips.groupby("line", as_index=False).agg(
    trips=("riders", "count"), riders=("riders", "sum"), late=("late", "mean")
)

# %% by="strings" answer="months"
months = trips.groupby(trips.day.dt.strftime("%Y-%m"))["riders"].sum()
wide = trips.assign(month=trips.day.dt.month).pivot_table(
    index="line", columns="month", values="riders", aggfunc="sum"
)
both = trips.groupby(["line", "day"])["riders"].sum()

# %% by="plain-texts" answer="sizes"
trips["size"] = ["small" if r <= 50 else "medium" if r <= 150 else "large" for r in trips.riders]


# %% by="other-places" answer="functions"
def spread(series):
    return np.ptp(series.dropna().to_numpy())


def label(row):
    return row["line"] + ": " + str(row["riders"])


def add_share(frame):
    frame["share"] = frame.riders / frame.riders.sum()
    return frame


def fill_in_place(frame):
    n = frame.late.isna().sum()
    frame = frame.fillna({"late": frame.late.mean()})
    return n


# %% by="noisy" after="functions"
frame = table = trips.copy()
frame["riders"][0] = 7
print(add_share(frame).tail(2), fill_in_place(frame))
trips.head()
