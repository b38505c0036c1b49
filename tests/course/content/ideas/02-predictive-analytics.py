# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% two-rules kind="wrong" idea="looks ahead: shift with minus"
last_month = series.shift(-1)
last_year = series.shift(-12)

# %% two-rules kind="wrong" idea="only last_year looks ahead"
last_month = series.shift(1)
last_year = series.shift(-12)

# %% two-rules kind="wrong" idea="eleven months back"
last_month = series.shift(1)
last_year = series.shift(11)

# %% two-rules kind="wrong" idea="thirteen months back (year before last month)"
last_month = series.shift(1)
last_year = series.shift(13)

# %% two-rules kind="wrong" idea="last year's mean instead of the same month"
last_month = series.shift(1)
last_year = series.shift(1).rolling(12).mean()

# %% two-rules kind="wrong" idea="the empty first months filled with 0"
last_month = series.shift(1).fillna(0)
last_year = series.shift(12).fillna(0)

# %% two-rules kind="wrong" idea="the empty first months filled with the first counts"
last_month = series.shift(1).bfill()
last_year = series.shift(12).bfill()

# %% two-rules kind="wrong" idea="the empty months dropped, so fewer than 122"
last_month = series.shift(1).dropna()
last_year = series.shift(12).dropna()

# %% two-rules kind="wrong" idea="the change instead of the count"
last_month = series.diff(1)
last_year = series.diff(12)

# %% two-rules kind="wrong" idea="another industry"
last_month = counts["Information"].shift(1)
last_year = counts["Information"].shift(12)

# %% two-rules kind="wrong" idea="the two rules swapped"
last_month = series.shift(12)
last_year = series.shift(1)

# %% two-rules kind="wrong" idea="the usual count of this calendar month over all years"
last_month = series.shift(1)
last_year = series.groupby(series.index.month).transform("mean")

# %% two-rules kind="wrong" idea="no shift: this month's own count"
last_month = series
last_year = series.shift(12)

# %% two-rules kind="right" idea="plain lists with nan in front"
values = series.tolist()
last_month = [float("nan")] + values[:-1]
last_year = [float("nan")] * 12 + values[:-12]

# %% two-rules kind="right" idea="plain lists with None in front"
values = list(series)
last_month = [None] + values[:-1]
last_year = [None] * 12 + values[:-12]

# %% two-rules kind="right" idea="numpy arrays"
v = series.to_numpy(float)
last_month = np.concatenate([[np.nan], v[:-1]])
last_year = np.concatenate([np.full(12, np.nan), v[:-12]])

# %% two-rules kind="right" idea="moved by calendar and brought back to the months of the table"
last_month = series.shift(1, freq="MS").reindex(series.index)
last_year = pd.Series(
    {m: series.get(m - pd.DateOffset(years=1)) for m in series.index}, dtype=float
)

# %% two-rules kind="right" idea="whole numbers with pandas' own NA"
last_month = series.astype("Int64").shift(1)
last_year = series.astype("Int64").shift(12)


# %% mae kind="wrong" idea="no absolute value: too high and too low cancel out"
def mae(actual, forecast):
    return (actual - forecast).mean()


# %% mae kind="wrong" idea="absolute value of the mean"
def mae(actual, forecast):
    return abs((actual - forecast).mean())


# %% mae kind="wrong" idea="root of the mean square"
def mae(actual, forecast):
    return ((actual - forecast) ** 2).mean() ** 0.5


# %% mae kind="wrong" idea="median instead of mean"
def mae(actual, forecast):
    return (actual - forecast).abs().median()


# %% mae kind="wrong" idea="empty months count as an error of 0"
def mae(actual, forecast):
    return (actual - forecast).abs().fillna(0).mean()


# %% mae kind="wrong" idea="empty values filled with 0 before the difference"
def mae(actual, forecast):
    return (actual.fillna(0) - forecast.fillna(0)).abs().mean()


# %% mae kind="wrong" idea="sum divided by all months"
def mae(actual, forecast):
    return (actual - forecast).abs().sum() / len(actual)


# %% mae kind="wrong" idea="only months empty in the forecast are left out; an empty actual gives nan"
def mae(actual, forecast):
    known = forecast.notna()
    return float(np.mean(np.abs(actual[known].to_numpy(float) - forecast[known].to_numpy(float))))


# %% mae kind="wrong" idea="gaps dropped in each column apart, then compared by place"
def mae(actual, forecast):
    a, f = actual.dropna().to_numpy(), forecast.dropna().to_numpy()
    n = min(len(a), len(f))
    return np.abs(a[:n] - f[:n]).mean()


# %% mae kind="wrong" idea="a month with 0 people counts as empty"
def mae(actual, forecast):
    gone = [abs(a - f) for a, f in zip(actual, forecast) if pd.notna(a) and pd.notna(f) and a and f]
    return sum(gone) / len(gone)


# %% mae kind="wrong" idea="share of the count: mean absolute percentage error"
def mae(actual, forecast):
    return ((actual - forecast).abs() / actual).mean()


# %% mae kind="wrong" idea="the error of the exercise's own series, whatever is passed"
def mae(actual, forecast):
    return (series - series.shift(1)).abs().mean()


# %% mae kind="wrong" idea="only too-low forecasts count"
def mae(actual, forecast):
    return (actual - forecast).clip(lower=0).mean()


# %% mae kind="wrong" idea="leaves out months with a forecast exactly right, as if empty"
def mae(actual, forecast):
    gone = (actual - forecast).abs()
    return gone[gone > 0].mean()


# %% mae kind="wrong" idea="leaves out the first month always (as after a shift)"
def mae(actual, forecast):
    return (actual - forecast).iloc[1:].abs().mean()


# %% mae kind="right" idea="plain Python over the index"
def mae(actual, forecast):
    total, n = 0.0, 0
    for a, f in zip(actual, forecast):
        if pd.isna(a) or pd.isna(f):
            continue
        total += max(a - f, f - a)
        n += 1
    return total / n


# %% mae kind="right" idea="numpy nanmean"
def mae(actual, forecast):
    return np.nanmean(np.abs(np.asarray(actual, dtype=float) - np.asarray(forecast, dtype=float)))


# %% mae kind="right" idea="scikit-learn's function on the complete months"
from sklearn.metrics import mean_absolute_error


def mae(actual, forecast):
    both = pd.concat([actual, forecast], axis=1).dropna()
    return mean_absolute_error(both.iloc[:, 0], both.iloc[:, 1])


# %% errors-2007 kind="wrong" idea="all months instead of 2007"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1).abs().mean()
error_last_year = (a - m12).abs().mean()

# %% errors-2007 kind="wrong" idea="2004 to 2007, as in the lesson"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2004":"2007"].abs().mean()
error_last_year = (a - m12)["2004":"2007"].abs().mean()

# %% errors-2007 kind="wrong" idea="without the absolute value"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].mean()
error_last_year = (a - m12)["2007"].mean()

# %% errors-2007 kind="wrong" idea="root mean square"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = float(((a - m1)["2007"] ** 2).mean() ** 0.5)
error_last_year = float(((a - m12)["2007"] ** 2).mean() ** 0.5)

# %% errors-2007 kind="wrong" idea="shifts inside 2007 only, so January has no month before; last year is right"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = series["2007"].diff().abs().mean()
error_last_year = (a - m12)["2007"].abs().mean()

# %% errors-2007 kind="wrong" idea="swapped"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_year = (a - m1)["2007"].abs().mean()
error_last_month = (a - m12)["2007"].abs().mean()

# %% errors-2007 kind="wrong" idea="2006 instead of 2007"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2006"].abs().mean()
error_last_year = (a - m12)["2006"].abs().mean()

# %% errors-2007 kind="wrong" idea="up to 2007"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)[:"2007"].abs().mean()
error_last_year = (a - m12)[:"2007"].abs().mean()

# %% errors-2007 kind="wrong" idea="median"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].abs().median()
error_last_year = (a - m12)["2007"].abs().median()

# %% errors-2007 kind="wrong" idea="sum of the twelve months"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].abs().sum()
error_last_year = (a - m12)["2007"].abs().sum()

# %% errors-2007 kind="wrong" idea="as a share of the year's mean"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].abs().mean() / a["2007"].mean()
error_last_year = (a - m12)["2007"].abs().mean() / a["2007"].mean()

# %% errors-2007 kind="wrong" idea="last year's error as the difference of the two years' means"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].abs().mean()
error_last_year = abs(a["2007"].mean() - a["2006"].mean())

# %% errors-2007 kind="wrong" idea="the information industry"
a = counts["Information"]
m1, m12 = a.shift(1), a.shift(12)
error_last_month = (a - m1)["2007"].abs().mean()
error_last_year = (a - m12)["2007"].abs().mean()

# %% errors-2007 kind="wrong" idea="in people instead of thousands"
a = series
m1, m12 = a.shift(1), a.shift(12)
error_last_month = 1000 * (a - m1)["2007"].abs().mean()
error_last_year = 1000 * (a - m12)["2007"].abs().mean()

# %% errors-2007 kind="right" idea="plain Python"
v = series.tolist()
spots = [i for i, month in enumerate(series.index) if month.year == 2007]
error_last_month = sum(abs(v[i] - v[i - 1]) for i in spots) / 12
error_last_year = sum(abs(v[i] - v[i - 12]) for i in spots) / 12

# %% errors-2007 kind="right" idea="rounded to one decimal, typed"
error_last_month = 51.8
error_last_year = 38.8

# %% errors-2007 kind="right" idea="numpy by place, two years side by side"
year, before = series["2007"].to_numpy(), series["2006"].to_numpy()
error_last_year = np.abs(year - before).mean()
error_last_month = np.abs(np.diff(np.concatenate([before[-1:], year]))).mean()

# %% regression kind="wrong" idea="learns from 2007 too (leak)"
table = features(series)
before = table.index.year <= 2007
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="learns from all months"
table = features(series)
before = table.index.year > 0
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="January 2000 kept, its last month filled with 0"
table = features(series)
before = table.index.year < 2007
table = table.fillna(0)
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="January 2000 kept, filled with its own next value"
table = features(series)
before = table.index.year < 2007
table = table.bfill()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="last month only, no season"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
table = table[["last_month"]]
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="season only, no last month"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
table = table.drop(columns="last_month")
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="from its own forecasts: each month's last month is the forecast of the month before"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
model = LinearRegression().fit(table[before], series[before])
last = series["2006-12-01"]
forecast = []
for month in series["2007"].index:
    row = table.loc[[month]].assign(last_month=last)
    last = model.predict(row)[0]
    forecast.append(last)
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="error on the months it learned from"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()
error_regression = np.abs(
    series[before] - LinearRegression().fit(table[before], series[before]).predict(table[before])
).mean()

# %% regression kind="wrong" idea="forecast right, error as root mean square"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()
error_regression = ((series["2007"] - forecast) ** 2).mean() ** 0.5

# %% regression kind="wrong" idea="forecast right, error without absolute value"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()
error_regression = (series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="learns until 2005 only"
table = features(series)
before = table.index.year < 2006
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2007"])
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="a forest instead of the regression"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = (
    RandomForestRegressor(50, random_state=0)
    .fit(table[before], series[before])
    .predict(table.loc["2007"])
)
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="wrong" idea="forecasts 2008"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = LinearRegression().fit(table[before], series[before]).predict(table.loc["2008"])
error_regression = np.abs(series["2008"].to_numpy() - forecast).mean()

# %% regression kind="wrong" idea="another industry"
table = features(counts["Information"])
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = (
    LinearRegression().fit(table[before], counts["Information"][before]).predict(table.loc["2007"])
)
error_regression = np.abs(counts["Information"]["2007"] - forecast).mean()

# %% regression kind="wrong" idea="learns anew each month with the months of 2007 that have passed (not only before 2007)"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = []
for month in series["2007"].index:
    known = (table.index < month) & table["last_month"].notna()
    forecast.append(
        LinearRegression().fit(table[known], series[known]).predict(table.loc[[month]])[0]
    )
error_regression = np.abs(series["2007"] - forecast).mean()

# %% regression kind="right" idea="least squares by numpy, list of twelve"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
x, y = table[before].to_numpy(), series[before].to_numpy()
b = np.linalg.lstsq(x, y, rcond=None)[0]
forecast = [float(v) for v in table.loc["2007"].to_numpy() @ b]
error_regression = round(sum(abs(f - a) for f, a in zip(forecast, series["2007"])) / 12, 1)

# %% regression kind="right" idea="a column with the months as index, no intercept"
table = features(series)
before = table.index.year < 2007
before = before & table["last_month"].notna()
forecast = (
    LinearRegression(fit_intercept=False)
    .fit(table[before], series[before])
    .predict(table.loc["2007"])
)
error_regression = np.abs(series["2007"] - forecast).mean()
forecast = pd.Series(forecast, index=series["2007"].index)

# %% regression kind="right" idea="whole rows: dropna, then slices by date"
x = features(series).dropna()[:"2006"]
model = LinearRegression()
model.fit(x, series.loc[x.index])
forecast = pd.Series(model.predict(features(series).loc["2007"]))
error_regression = float(abs(forecast.to_numpy() - series["2007"].to_numpy()).mean())

# %% coverage kind="wrong" idea="quantiles from 2003 to 2007 (leak)"
past = errors["2003":"2007"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="quantiles from all errors"
past = errors
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="5% to 95%"
past = errors["2003":"2006"]
low, high = past.quantile(0.05), past.quantile(0.95)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="20% to 80%"
past = errors["2003":"2006"]
low, high = past.quantile(0.2), past.quantile(0.8)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="mean plus and minus 1.28 standard deviations"
past = errors["2003":"2006"]
low, high = past.mean() - 1.2816 * past.std(), past.mean() + 1.2816 * past.std()
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="low and high swapped; shares right"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()
low, high = high, low

# %% coverage kind="wrong" idea="the sign of the errors reversed"
errors = -errors
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="counts instead of shares"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).sum()
coverage_break = errors["2008":"2009"].between(low, high).sum()

# %% coverage kind="wrong" idea="only 2008 for the break"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008"].between(low, high).mean()

# %% coverage kind="wrong" idea="everything after 2007, two months of 2010 too"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":].between(low, high).mean()

# %% coverage kind="wrong" idea="the shares outside"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()
coverage_2007, coverage_break = 1 - coverage_2007, 1 - coverage_break

# %% coverage kind="wrong" idea="the size of the errors: absolute value before the quantiles"
errors = errors.abs()
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="symmetric: plus and minus the 80% quantile of the absolute error"
past = errors["2003":"2006"]
low, high = -past.abs().quantile(0.8), past.abs().quantile(0.8)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="wrong" idea="in per cent"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()
coverage_2007, coverage_break = 100 * coverage_2007, 100 * coverage_break

# %% coverage kind="wrong" idea="low and high as counts: added to the mean forecast"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()
low, high = low + trade["2007"].mean(), high + trade["2007"].mean()

# %% coverage kind="wrong" idea="coverage of 2007 from the interval of 2003 to 2006, of the break from one that learned 2007 as well"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
later = errors["2003":"2007"]
coverage_break = errors["2008":"2009"].between(later.quantile(0.1), later.quantile(0.9)).mean()

# %% coverage kind="right" idea="numpy percentile, plain counting"
past = errors[errors.index.year < 2007].to_numpy()
low, high = np.percentile(past, [10, 90])
coverage_2007 = sum(low <= e <= high for e in errors["2007"]) / 12
coverage_break = sum(low <= e <= high for e in errors["2008":"2009"]) / 24

# %% coverage kind="right" idea="another way to compute a quantile: inverted_cdf"
past = errors["2003":"2006"]
low = np.quantile(past, 0.1, method="inverted_cdf")
high = np.quantile(past, 0.9, method="inverted_cdf")
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="right" idea="another way to compute a quantile: median_unbiased"
past = errors["2003":"2006"]
low = np.quantile(past, 0.1, method="median_unbiased")
high = np.quantile(past, 0.9, method="median_unbiased")
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="right" idea="sorted by hand: five of 48 left out on either side"
past = sorted(errors["2003":"2006"])
low, high = past[5], past[-6]
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()

# %% coverage kind="right" idea="shares rounded to three decimals"
past = errors["2003":"2006"]
low, high = past.quantile(0.1), past.quantile(0.9)
coverage_2007 = errors["2007"].between(low, high).mean()
coverage_break = errors["2008":"2009"].between(low, high).mean()
coverage_2007, coverage_break = round(coverage_2007, 3), round(coverage_break, 3)


# %% planning-number kind="wrong" idea="share from the other cost"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.quantile(cost_many / (cost_few + cost_many))


# %% planning-number kind="wrong" idea="cost of too few over cost of too many, cut at 1"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.quantile(min(1, cost_few / cost_many))


# %% planning-number kind="wrong" idea="the share is always three quarters, as in the lesson"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.quantile(0.75)


# %% planning-number kind="wrong" idea="subtracts the quantile"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast - errors.quantile(cost_few / (cost_few + cost_many))


# %% planning-number kind="wrong" idea="only the quantile, without the forecast"
def planning_number(forecast, errors, cost_few, cost_many):
    return errors.quantile(cost_few / (cost_few + cost_many))


# %% planning-number kind="wrong" idea="quantile of the absolute errors"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.abs().quantile(cost_few / (cost_few + cost_many))


# %% planning-number kind="wrong" idea="mean error times the share"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.mean() * cost_few / (cost_few + cost_many)


# %% planning-number kind="wrong" idea="the errors taken as a bell curve"
from statistics import NormalDist


def planning_number(forecast, errors, cost_few, cost_many):
    z = NormalDist().inv_cdf(cost_few / (cost_few + cost_many))
    return forecast + errors.mean() + z * errors.std()


# %% planning-number kind="wrong" idea="the share of the largest error"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.max() * cost_few / (cost_few + cost_many)


# %% planning-number kind="wrong" idea="never below the forecast: negative quantiles are cut off"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + max(0, errors.quantile(cost_few / (cost_few + cost_many)))


# %% planning-number kind="wrong" idea="the place counted in the order of time, the errors not sorted"
def planning_number(forecast, errors, cost_few, cost_many):
    share = cost_few / (cost_few + cost_many)
    return forecast + errors.iloc[int(share * (len(errors) - 1))]


# %% planning-number kind="wrong" idea="whole division: the share becomes 0"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.quantile(cost_few // (cost_few + cost_many))


# %% planning-number kind="wrong" idea="the quantile multiplies the forecast like a rate"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast * (1 + errors.quantile(cost_few / (cost_few + cost_many)) / 100)


# %% planning-number kind="wrong" idea="uses the errors of exercise 10 instead of those passed"
def planning_number(forecast, errors, cost_few, cost_many):
    late = counts["Leisure and hospitality"]
    past = (late - late.shift(1)).dropna()
    return forecast + past.quantile(cost_few / (cost_few + cost_many))


# %% planning-number kind="right" idea="numpy quantile, next value above"
def planning_number(forecast, errors, cost_few, cost_many):
    share = cost_few / (cost_few + cost_many)
    return forecast + np.quantile(np.asarray(errors), share, method="higher")


# %% planning-number kind="right" idea="next value below"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + errors.quantile(cost_few / (cost_few + cost_many), interpolation="lower")


# %% planning-number kind="right" idea="sorted by hand, smallest error with at least the share at or below it"
import math


def planning_number(forecast, errors, cost_few, cost_many):
    ordered = sorted(errors)
    place = math.ceil(len(ordered) * cost_few / (cost_few + cost_many)) - 1
    return forecast + ordered[max(place, 0)]


# %% planning-number kind="right" idea="quantile of forecast plus errors, as one"
def planning_number(forecast, errors, cost_few, cost_many):
    return float(
        np.percentile([forecast + e for e in errors], 100 * cost_few / (cost_few + cost_many))
    )


# %% planning-number kind="right" idea="tries every error and takes the one with the least mean cost"
def planning_number(forecast, errors, cost_few, cost_many):
    def cost(lean):
        gone = errors - lean
        return (cost_few * gone.clip(lower=0) + cost_many * (-gone).clip(lower=0)).sum()

    return forecast + min(errors, key=cost)


# %% planning-number kind="right" idea="Hazen's quantile"
def planning_number(forecast, errors, cost_few, cost_many):
    return forecast + np.quantile(errors, cost_few / (cost_few + cost_many), method="hazen")


# %% rival kind="wrong" idea="improvement on the weaker rival"
vendor_rival = "same-month-last-year"
improvement = 1 - 22.1 / 36.9

# %% rival kind="wrong" idea="sign reversed: worse counts as above 0"
vendor_rival = "same-month-last-year"
improvement = 22.1 / 19.9 - 1

# %% rival kind="wrong" idea="divided by the regression's own error"
vendor_rival = "same-month-last-year"
improvement = (19.9 - 22.1) / 22.1

# %% rival kind="wrong" idea="difference in thousands instead of a share"
vendor_rival = "same-month-last-year"
improvement = 19.9 - 22.1

# %% rival kind="wrong" idea="in per cent"
vendor_rival = "same-month-last-year"
improvement = 100 * (1 - 22.1 / 19.9)

# %% rival kind="wrong" idea="ratio instead of improvement"
vendor_rival = "same-month-last-year"
improvement = 22.1 / 19.9

# %% rival kind="right" idea="unrounded errors"
vendor_rival = "same-month-last-year"
e = {k: (actual - f)["2004":"2007"].abs().mean() for k, f in rivals.items()}
ours, *rules = e.values()
improvement = 1 - ours / min(rules)

# %% rival kind="right" idea="three decimals"
vendor_rival = "same-month-last-year"
improvement = -0.111

# %% forest kind="wrong" idea="the error of the months drawn at random"
expected_error = 20.7
why_smaller = "neighbours"

# %% forest kind="wrong" idea="the mean of both tests"
expected_error = (20.7 + 28.9) / 2
why_smaller = "neighbours"

# %% forest kind="wrong" idea="the stronger rule's error"
expected_error = 26.9
why_smaller = "neighbours"

# %% forest kind="wrong" idea="the difference between the two tests"
expected_error = 28.9 - 20.7
why_smaller = "neighbours"

# %% forest kind="right" idea="unrounded from the code of the cell"
expected_error = (actual - by_time)["2004":"2007"].abs().mean()
why_smaller = "neighbours"

# %% ready-for kind="wrong" idea="the forecast alone"
ready_for = 1060.8

# %% ready-for kind="wrong" idea="three quarters, as in the lesson"
ready_for = 1060.8 + 42.7

# %% ready-for kind="wrong" idea="the mean error added"
ready_for = 1060.8 + 35.7

# %% ready-for kind="wrong" idea="one over four: the 20% line"
ready_for = 1060.8 - 62.0

# %% ready-for kind="wrong" idea="the 25% line"
ready_for = 1060.8 - 43.2

# %% ready-for kind="wrong" idea="quantile without the forecast"
ready_for = 47.6

# %% ready-for kind="wrong" idea="the top of the 80% interval (90% line)"
ready_for = 1060.8 + 97.4

# %% ready-for kind="wrong" idea="in people, not in thousands"
ready_for = 1108400

# %% ready-for kind="right" idea="to the thousand"
ready_for = 1108

# %% ready-for kind="right" idea="from the code of the cell, unrounded"
ready_for = ahead + past.quantile(4 / (4 + 1))


# %% mae kind="right" idea="fills the gaps in the columns that were passed"
def mae(actual, forecast):
    known = actual.notna() & forecast.notna()
    actual[~known] = 0
    forecast[~known] = 0
    return (actual - forecast)[known].abs().mean()
