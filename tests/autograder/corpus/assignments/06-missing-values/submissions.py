# %% by="none-for-nan" answer="result-of"
def share(part, whole):
    return part / whole if whole else None


# %% by="other-nan" answer="result-of"
def share(part, whole):
    if whole == 0:
        return float("nan")
    return part / whole


# %% by="text-nan" answer="lists"
values = [1.0, "NaN", 3.0]
table = {"a": 2, "b": "nan"}


# %% by="zeros" answer="fill"
def fill(series):
    return series.fillna(0)


# %% by="zeros" answer="nan-mean"
def nan_mean(rows):
    return np.nan_to_num(np.array(rows, dtype=float)).mean(axis=0)


# %% by="noisy" after="nan-mean"
nan_mean([[np.nan], [np.nan]])
