"""Other right answers to module 02, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer is complete by itself:
BEFORE replaces the exercises that it builds on.
"""

from course.checking.answers import mistake, right

RULES = "last_month = series.shift(1)\nlast_year = series.shift(12)\n"
MAE = "mae = lambda actual, forecast: (actual - forecast).abs().mean()\n"
LEARN = (
    "table = features(series).dropna()\n"
    "def learn(known, ask='2007', columns=table.columns):\n"
    "    model = LinearRegression().fit(table.loc[known, columns], series[table.index][known])\n"
    "    return model.predict(table.loc[ask, columns])\n"
    "year = table.index.year\n"
)
SCORE = 'error_regression = (series["2007"] - forecast).abs().mean()'

BEFORE = {"errors-2007": RULES + MAE}

ANSWERS = {
    "two-rules": [
        right(
            "values = series.tolist()\n"
            "last_month = [np.nan] + values[:-1]\n"
            "last_year = [np.nan] * 12 + values[:-12]"
        ),
        right("last_month = series - series.diff()\nlast_year = series - series.diff(12)"),
        mistake(
            "02-shift-direction", "last_month = series.shift(-1)\nlast_year = series.shift(-12)"
        ),
        mistake(
            "02-shift-direction",
            "last_month = series.shift(1)\nlast_year = series.shift(-12)",
            points=1,
        ),
        mistake(
            "02-shift-one", "last_month = series.shift(1)\nlast_year = series.shift(1)", points=1
        ),
        mistake("02-rules-swapped", "last_month = series.shift(12)\nlast_year = series.shift(1)"),
        mistake(
            "02-shift-off-by-one",
            "last_month = series.shift(1)\nlast_year = series.shift(11)",
            points=1,
        ),
        mistake("02-rule-itself", "last_month = series\nlast_year = series.shift(12)", points=1),
        mistake("02-rule-change", "last_month = series.diff()\nlast_year = series.diff(12)"),
        mistake(
            "02-rule-length",
            "last_month = series.shift(1).dropna()\nlast_year = series.shift(12).dropna()",
        ),
        mistake("02-rule-column", "last_month = counts.shift(1)\nlast_year = counts.shift(12)"),
        mistake(
            "02-other-industry",
            'last_month = counts["Wholesale and Retail Trade"].shift(1)\n'
            "last_year = series.shift(12)",
            points=1,
        ),
        mistake("form-missing", "last_month = series.shift(1)\nlast_year = ...", points=1),
    ],
    "mae": [
        right(
            "def mae(actual, forecast):\n"
            "    errors = [abs(a - f) for a, f in zip(actual, forecast) if a == a and f == f]\n"
            "    return sum(errors) / len(errors)"
        ),
        right(
            "def mae(actual, forecast):\n"
            "    return np.nanmean(np.abs(np.asarray(actual) - np.asarray(forecast)))"
        ),
        right("mae = lambda a, f: float(np.mean(np.abs(f - a)))"),
        mistake(
            "02-signed",
            "def mae(actual, forecast):\n    return (actual - forecast).mean()",
        ),
        mistake(
            "02-signed",
            "def mae(actual, forecast):\n    return abs((actual - forecast).mean())",
        ),
        mistake(
            "02-squared",
            "def mae(actual, forecast):\n    return ((actual - forecast) ** 2).mean()",
        ),
        mistake(
            "02-squared",
            "def mae(actual, forecast):\n    return ((actual - forecast) ** 2).mean() ** 0.5",
        ),
        mistake(
            "02-percent-error",
            "def mae(actual, forecast):\n    return ((actual - forecast).abs() / actual).mean()",
        ),
        mistake(
            "02-summed", "def mae(actual, forecast):\n    return (actual - forecast).abs().sum()"
        ),
        mistake(
            "02-largest-error",
            "def mae(actual, forecast):\n    return (actual - forecast).abs().max()",
        ),
        mistake(
            "02-mae-gaps",
            "def mae(actual, forecast):\n    return (actual - forecast).abs().sum() / len(actual)",
        ),
        mistake(
            "02-mae-gaps",
            "def mae(actual, forecast):\n    return (actual - forecast.fillna(0)).abs().mean()",
        ),
        mistake(
            "02-mae-nan",
            "def mae(actual, forecast):\n"
            "    return np.mean(np.abs(np.asarray(actual) - np.asarray(forecast)))",
        ),
        mistake("form-series", "def mae(actual, forecast):\n    return (actual - forecast).abs()"),
        mistake(
            "form-return",
            "def mae(actual, forecast):\n    print((actual - forecast).abs().mean())",
        ),
        mistake(
            "form-error",
            "def mae(actual, forecast):\n"
            "    from sklearn.metrics import mean_absolute_error\n"
            "    return mean_absolute_error(actual, forecast)",
        ),
        mistake(
            "02-mae-hidden",
            "def mae(actual, forecast):\n    return (actual - forecast).abs().sum() / 6",
        ),
    ],
    "errors-2007": [
        right(
            'error_last_month = series.diff()["2007"].abs().mean()\n'
            'error_last_year = series.diff(12)["2007"].abs().mean()'
        ),
        right(
            "from sklearn.metrics import mean_absolute_error\n"
            'year = slice("2007-01", "2007-12")\n'
            "error_last_month = mean_absolute_error(series[year], last_month[year])\n"
            "error_last_year = mean_absolute_error(series[year], last_year[year])"
        ),
        right("error_last_month = 51.8\nerror_last_year = 38.8"),
        mistake(
            "02-all-years",
            "error_last_month = mae(series, last_month)\nerror_last_year = mae(series, last_year)",
        ),
        mistake(
            "02-signed",
            'gaps = (series - last_month)["2007"], (series - last_year)["2007"]\n'
            "error_last_month, error_last_year = gaps[0].mean(), gaps[1].mean()",
        ),
        mistake(
            "02-squared",
            'gaps = (series - last_month)["2007"], (series - last_year)["2007"]\n'
            "error_last_month, error_last_year = [(gap**2).mean() ** 0.5 for gap in gaps]",
        ),
        mistake(
            "02-rules-swapped",
            'error_last_month = mae(series["2007"], last_year["2007"])\n'
            'error_last_year = mae(series["2007"], last_month["2007"])',
        ),
        mistake(
            "02-shift-direction",
            'error_last_month = mae(series["2007"], last_month["2007"])\n'
            'error_last_year = mae(series["2007"], series.shift(-12)["2007"])',
            points=0.5,
        ),
        mistake(
            "02-other-year",
            'error_last_month = mae(series["2006"], last_month["2006"])\n'
            'error_last_year = mae(series["2006"], last_year["2006"])',
        ),
        mistake(
            "02-thousands",
            'error_last_month = 1000 * mae(series["2007"], last_month["2007"])\n'
            'error_last_year = 1000 * mae(series["2007"], last_year["2007"])',
        ),
        mistake(
            "02-percent-error",
            'gaps = (series - last_month)["2007"], (series - last_year)["2007"]\n'
            'error_last_month, error_last_year = [(g.abs() / series["2007"]).mean() for g in gaps]',
        ),
        mistake(
            "form-text",
            'error_last_month = "51.8"\nerror_last_year = 38.8',
            points=0.5,
        ),
        mistake(
            "form-series",
            'error_last_month = (series - last_month)["2007"].abs()\nerror_last_year = 38.8',
            points=0.5,
        ),
    ],
    "rival": [
        right('vendor_rival = "Same-month-last-year"\nimprovement = 1 - 22.1 / 19.9'),
        right('vendor_rival = "same-month-last-year"\nimprovement = (19.9 - 22.1) / 19.9'),
        right('vendor_rival = "same-month-last-year"\nimprovement = -0.11'),
        mistake(
            "02-no-baseline",
            'vendor_rival = "same-month-last-year"\nimprovement = 1 - 22.1 / 36.9',
            points=1,
        ),
        mistake(
            "02-skill-swapped",
            'vendor_rival = "same-month-last-year"\nimprovement = (19.9 - 22.1) / 22.1',
            points=1,
        ),
        mistake(
            "02-improvement-sign",
            'vendor_rival = "same-month-last-year"\nimprovement = 22.1 / 19.9 - 1',
            points=1,
        ),
        mistake(
            "02-improvement-ratio",
            'vendor_rival = "same-month-last-year"\nimprovement = 22.1 / 19.9',
            points=1,
        ),
        mistake(
            "02-improvement-thousands",
            'vendor_rival = "same-month-last-year"\nimprovement = 19.9 - 22.1',
            points=1,
        ),
        mistake(
            "form-percent",
            'vendor_rival = "same-month-last-year"\nimprovement = -11.1',
            points=1,
        ),
        mistake(
            "02-rival-last-month", 'vendor_rival = "last-month"\nimprovement = -0.111', points=1
        ),
        mistake("02-rival-average", 'vendor_rival = "average-of-rules"\nimprovement = 0.4'),
        mistake("02-rival-none", 'vendor_rival = "no-rival"\nimprovement = -0.111', points=1),
    ],
    "regression": [
        right(
            "columns = features(series).drop(columns='month_1').dropna()\n"
            "early = columns.index < '2007'\n"
            "model = LinearRegression().fit(columns[early], series[columns.index][early])\n"
            "forecast = pd.Series(model.predict(columns.loc['2007']), series['2007'].index)\n"
            + SCORE
        ),
        right(
            "columns = features(series).dropna()\n"
            "past = columns[:'2006']\n"
            "fit = np.linalg.lstsq(past, series[past.index], rcond=None)[0]\n"
            "forecast = columns.loc['2007'] @ fit\n" + SCORE
        ),
        mistake("02-train-score", LEARN + "forecast = learn(year <= 2007)\n" + SCORE),
        mistake("02-random-split", LEARN + "forecast = learn(year > 0)\n" + SCORE),
        mistake("02-random-split", LEARN + "forecast = learn(year != 2007)\n" + SCORE),
        mistake(
            "02-no-last-month",
            LEARN + "forecast = learn(year < 2007, columns=table.columns[:12])\n" + SCORE,
        ),
        mistake("02-less-training", LEARN + "forecast = learn(year == 2006)\n" + SCORE),
        mistake("02-less-training", LEARN + "forecast = learn(year < 2006)\n" + SCORE),
        mistake(
            "02-training-months",
            LEARN + "forecast = learn(year < 2007)\n"
            "inside = learn(year < 2007, ask=slice('2000', '2006'))\n"
            "error_regression = np.abs(series['2000-02':'2006'] - inside).mean()",
            points=1,
        ),
        mistake(
            "02-signed",
            LEARN + "forecast = learn(year < 2007)\n"
            "error_regression = (series['2007'] - forecast).mean()",
            points=1,
        ),
        mistake(
            "02-squared",
            LEARN + "forecast = learn(year < 2007)\n"
            "error_regression = ((series['2007'] - forecast) ** 2).mean()",
            points=1,
        ),
        mistake(
            "02-other-year",
            LEARN + "forecast = learn(year < 2007, ask='2006')\n"
            "error_regression = np.abs(series['2006'].to_numpy() - forecast).mean()",
        ),
        mistake(
            "02-twelve",
            LEARN + "forecast = learn(year < 2007, ask=slice('2007', '2010'))\n"
            "error_regression = 29.6468",
            points=1,
        ),
        mistake(
            "02-forecast-column",
            "table = features(series).dropna()\n"
            "model = LinearRegression().fit(table[:'2006'], series['2000-02':'2006'].to_frame())\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = 29.6468",
            points=1,
        ),
        mistake(
            "02-forecast-actual", "forecast = series['2007']\nerror_regression = 29.6468", points=1
        ),
    ],
    "forest": [
        right('expected_error = 28.92\nwhy_smaller = "Neighbours"'),
        right('expected_error = 29.0\nwhy_smaller = "neighbours"'),
        mistake("02-forest-drawn", 'expected_error = 20.7\nwhy_smaller = "neighbours"', points=1),
        mistake("02-forest-rule", 'expected_error = 26.9\nwhy_smaller = "neighbours"', points=1),
        mistake("02-forest-average", 'expected_error = 24.8\nwhy_smaller = "neighbours"', points=1),
        mistake("02-thousands", 'expected_error = 28900\nwhy_smaller = "neighbours"', points=1),
        mistake("02-forest-other", 'expected_error = 8.2\nwhy_smaller = "neighbours"', points=1),
        mistake("02-forest-more", 'expected_error = 28.9\nwhy_smaller = "more-months"', points=1),
        mistake(
            "02-forest-easier", 'expected_error = 28.9\nwhy_smaller = "easier-months"', points=1
        ),
        mistake(
            "02-forest-setting", 'expected_error = 28.9\nwhy_smaller = "better-setting"', points=1
        ),
    ],
    "coverage": [
        right(
            "past = errors[errors.index.year <= 2006]\n"
            "low, high = np.percentile(past, 10), np.percentile(past, 90)\n"
            "inside = (errors >= low) & (errors <= high)\n"
            "coverage_2007 = inside[inside.index.year == 2007].sum() / 12\n"
            "coverage_break = inside[inside.index.year.isin([2008, 2009])].sum() / 24"
        ),
        right("low, high = -97.5, 70.9\ncoverage_2007 = 5 / 12\ncoverage_break = 11 / 24"),
        mistake(
            "02-coverage-outside",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "outside = ~errors.between(low, high)\n"
            "coverage_2007 = outside['2007'].mean()\n"
            "coverage_break = outside['2008':'2009'].mean()",
            points=1,
        ),
        mistake(
            "02-coverage-in-sample",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2003':'2006'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
            points=1.5,
        ),
        mistake(
            "02-interval-tails",
            "low, high = errors['2003':'2006'].quantile([0.2, 0.8])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
            points=0.5,
        ),
        mistake(
            "02-interval-tails",
            "low, high = errors['2003':'2006'].quantile([0, 0.8])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        mistake(
            "02-interval-months",
            "low, high = errors.quantile([0.1, 0.9])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        mistake(
            "02-ci-for-pi",
            "past = errors['2003':'2006']\n"
            "half = 1.28 * past.std() / len(past) ** 0.5\n"
            "low, high = past.mean() - half, past.mean() + half\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        mistake(
            "02-interval-bell",
            "past = errors['2003':'2006']\n"
            "low, high = past.mean() - 1.28 * past.std(), past.mean() + 1.28 * past.std()\n"
            "coverage_2007, coverage_break = 5 / 12, 11 / 24",
            points=1,
        ),
        mistake(
            "02-interval-counts",
            "low, high = trade['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007, coverage_break = 5 / 12, 11 / 24",
            points=1,
        ),
        mistake(
            "02-interval-signs",
            "high = errors['2003':'2006'].abs().quantile(0.8)\n"
            "low = -high\n"
            "coverage_2007, coverage_break = 5 / 12, 11 / 24",
            points=1,
        ),
        mistake(
            "02-interval-order",
            "high, low = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007, coverage_break = 5 / 12, 11 / 24",
            points=1,
        ),
        mistake(
            "02-coverage-2010",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':].mean()",
            points=1.5,
        ),
        mistake(
            "form-percent",
            "low, high = -97.5, 70.9\ncoverage_2007 = 41.7\ncoverage_break = 45.8",
            points=1,
        ),
    ],
    "interval-reading": [
        right('interval_says = "Two-in-ten-outside "'),
        mistake("02-reads-sure", 'interval_says = "surely-inside"'),
        mistake("02-reads-nothing", 'interval_says = "says-nothing"'),
        mistake("02-reads-mean", 'interval_says = "range-of-the-mean"'),
    ],
    "planning-number": [
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return np.quantile(forecast + errors, cost_few / (cost_few + cost_many))"
        ),
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = 1 / (1 + cost_many / cost_few)\n"
            "    return forecast + np.percentile(errors, 100 * share)"
        ),
        mistake(
            "02-cost-direction",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.quantile(cost_many / (cost_few + cost_many))",
        ),
        mistake(
            "02-plan-minus",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast - errors.quantile(cost_few / (cost_few + cost_many))",
        ),
        mistake(
            "02-plan-share",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.quantile(cost_many / cost_few)",
        ),
        mistake(
            "form-error",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.quantile(cost_few / cost_few + cost_many)",
        ),
        mistake(
            "02-plan-mean",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.mean()",
        ),
        mistake(
            "02-plan-error",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return errors.quantile(cost_few / (cost_few + cost_many))",
        ),
        mistake(
            "02-plan-fixed",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.quantile(0.9)",
        ),
        mistake(
            "02-plan-signs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    return forecast + errors.abs().quantile(cost_few / (cost_few + cost_many))",
        ),
        mistake(
            "02-plan-hidden",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = {3: 0.75, 2: 0.4}.get(cost_few, 0.5)\n"
            "    return forecast + errors.quantile(share)",
        ),
        mistake(
            "form-return",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    number = forecast + errors.quantile(cost_few / (cost_few + cost_many))",
        ),
    ],
    "ready-for": [
        right("ready_for = 1108"),
        right("ready_for = ahead + np.sort(past)[int(0.8 * len(past))]"),
        right("ready_for = ahead + past.quantile(4 / 5)"),
        right("ready_for = 1061 + 48"),
        mistake("02-cost-direction", "ready_for = 1060.8 - 62.0"),
        mistake("02-ready-ratio", "ready_for = 1060.8 + 42.7"),
        mistake("02-ready-ratio", "ready_for = 1060.8 - 43.2"),
        mistake("02-ready-interval", "ready_for = 1060.8 + 97.4"),
        mistake("02-ready-forecast", "ready_for = 1060.8"),
        mistake("02-ready-middle", "ready_for = 1060.8 + 10.0"),
        mistake("02-ready-lean", "ready_for = 47.6"),
        mistake("02-ready-minus", "ready_for = 1060.8 - 47.6"),
        mistake("02-thousands", "ready_for = 1108400"),
        mistake("form-comma", "ready_for = 1108,4"),
    ],
    "break": [
        right('why_unseen = "NEVER-IN-THE-DATA"\nwhat_now = "limits-and-people"'),
        mistake(
            "02-break",
            'why_unseen = "too-few-months"\nwhat_now = "limits-and-people"',
            points=0.5,
        ),
        mistake(
            "02-break-model", 'why_unseen = "too-simple"\nwhat_now = "learn-and-trust"', points=0
        ),
        mistake(
            "02-break-width",
            'why_unseen = "too-narrow"\nwhat_now = "limits-and-people"',
            points=0.5,
        ),
        mistake(
            "02-after-trust",
            'why_unseen = "never-in-the-data"\nwhat_now = "learn-and-trust"',
            points=0.5,
        ),
        mistake(
            "02-after-outlier",
            'why_unseen = "never-in-the-data"\nwhat_now = "leave-out"',
            points=0.5,
        ),
        mistake(
            "02-after-off",
            'why_unseen = "never-in-the-data"\nwhat_now = "switch-off"',
            points=0.5,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-mae": [
        right("error = (10 + 20 + 0 + 50) / 4"),
        right("error = 20"),
        mistake("02-signed", "error = (10 + 20 + 0 - 50) / 4"),
        mistake("02-squared", "error = (100 + 400 + 0 + 2500) / 4"),
        mistake("02-squared", "error = 750 ** 0.5"),
        mistake("02-summed", "error = 80"),
        mistake("02-error-of-three", "error = 80 / 3"),
        mistake("02-largest-error", "error = 50"),
        mistake("02-thousands", "error = 20000"),
    ],
    "quick-known": [
        right('may_be_used = "july-2006"'),
        mistake("02-known-after", 'may_be_used = "august-2007"'),
        mistake("02-known-itself", 'may_be_used = "july-2007"'),
        mistake("02-known-mean", 'may_be_used = "mean-2007"'),
    ],
    "quick-outside": [
        right("months_outside = 0.2 * 60"),
        right("months_outside = 12"),
        mistake("02-inside-months", "months_outside = 48"),
        mistake("02-outside-per-cent", "months_outside = 20"),
        mistake("02-one-side", "months_outside = 6"),
        mistake("02-sure-inside", "months_outside = 0"),
    ],
    "quick-break": [
        right('why_better = "told-each-month"'),
        mistake("02-break-learned", 'why_better = "learned-the-crisis"'),
        mistake("02-break-interval", 'why_better = "interval-adapted"'),
        mistake("02-break-over", 'why_better = "crisis-was-over"'),
    ],
}

# Wrong ideas and other right forms, which were written without a look at the checks.
IDEAS = {
    "two-rules": [
        # Last year's month is the mean of the last twelve months.
        mistake(
            "02-rule-average",
            "last_month = series.shift(1)\nlast_year = series.rolling(12).mean()",
            points=1,
        ),
        # Last year's month is the mean of that calendar month over all years (leak).
        mistake(
            "02-rule-average",
            "last_month = series.shift(1)\n"
            "last_year = series.groupby(series.index.month).transform('mean')",
            points=1,
        ),
        # The month before, counted anew each year: Januaries stay empty.
        mistake(
            "02-rule-empty",
            "last_month = series.groupby(series.index.year).shift(1)\nlast_year = series.shift(12)",
            points=1,
        ),
        # Last month filled with the mean where nothing is known.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1).fillna(series.mean())\nlast_year = series.shift(12)",
            points=1,
        ),
        # Last year filled with last month in the first year.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1)\nlast_year = series.shift(12).fillna(series.shift(1))",
            points=1,
        ),
        # The mean of all earlier months for last month.
        mistake(
            "02-rule-average",
            "last_month = series.expanding().mean().shift(1)\nlast_year = series.shift(12)",
            points=1,
        ),
        # The same month two years ago.
        mistake(
            "02-shift-two-years",
            "last_month = series.shift(1)\nlast_year = series.groupby(series.index.month).shift(2)",
            points=1,
        ),
        # Last year's yearly mean.
        mistake(
            "02-rule-average",
            "last_month = series.shift(1)\n"
            "last_year = series.groupby(series.index.year).transform('mean').shift(12)",
            points=1,
        ),
        # Sorted by size before the shift.
        mistake(
            "02-rule-row",
            "last_month = series.sort_values().shift(1).sort_index()\nlast_year = series.shift(12)",
            points=1,
        ),
        # 13 months back by date.
        mistake(
            "02-shift-off-by-one",
            "last_month = series.shift(1)\n"
            "last_year = series.reindex(series.index - pd.DateOffset(months=13)).to_numpy()",
            points=1,
        ),
        # By calendar month, one row up.
        right(
            "last_month = series.shift(1)\nlast_year = series.groupby(series.index.month).shift(1)"
        ),
        # Looked up by date.
        right(
            "last_month = series.reindex(series.index - pd.DateOffset(months=1)).to_numpy()\n"
            "last_year = series.reindex(series.index - pd.DateOffset(years=1)).to_numpy()"
        ),
        # Lists with None where nothing is known.
        right(
            "values = series.tolist()\n"
            "last_month = [None] + values[:-1]\n"
            "last_year = [None] * 12 + values[:-12]"
        ),
        # Nullable whole numbers.
        right(
            "last_month = series.astype('Int64').shift(1)\n"
            "last_year = series.astype('Int64').shift(12)"
        ),
        # Newest month first.
        right(
            "newest = series[::-1]\nlast_month = newest.shift(-1)\nlast_year = newest.shift(-12)"
        ),
        # The dates moved instead of the values.
        right("last_month = series.shift(1, freq='MS')\nlast_year = series.shift(12, freq='MS')"),
        # A join of the table with itself.
        right(
            "left = pd.DataFrame({'month': series.index})\n"
            "right_ = pd.DataFrame({'month': series.index, 'n': series.to_numpy()})\n"
            "last_month = left.merge(right_.assign(month=right_.month + pd.DateOffset(months=1)), how='left', on='month')['n']\n"
            "last_year = left.merge(right_.assign(month=right_.month + pd.DateOffset(years=1)), how='left', on='month')['n']"
        ),
        # The last year moved to the first.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1)\nlast_year = np.roll(series, 12)",
            points=1,
        ),
        # 0 where nothing is known.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1)\nlast_year = series.shift(12, fill_value=0)",
            points=1,
        ),
        # The next known count where nothing is known.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1)\nlast_year = series.shift(12).bfill()",
            points=1,
        ),
        # The month itself where nothing is known.
        mistake(
            "02-rule-filled",
            "last_month = series.shift(1)\nlast_year = series.shift(12).fillna(series)",
            points=1,
        ),
        # The dates moved the wrong way.
        mistake(
            "02-shift-direction",
            "last_month = series.shift(-1, freq='MS')\nlast_year = series.shift(12)",
            points=1,
        ),
    ],
    "mae": [
        # The median error.
        mistake(
            "02-median", "def mae(actual, forecast):\n    return (actual - forecast).abs().median()"
        ),
        # Only months in which more people came.
        mistake(
            "02-one-kind",
            "def mae(actual, forecast):\n    return (actual - forecast).clip(lower=0).mean()",
        ),
        # The difference of the two means.
        mistake(
            "02-mae-other",
            "def mae(actual, forecast):\n    return abs(actual.mean() - forecast.mean())",
        ),
        # Months without error do not count.
        mistake(
            "02-mae-zeros",
            "def mae(actual, forecast):\n"
            "    e = (actual - forecast).abs()\n"
            "    return e[e > 0].mean()",
        ),
        # The last forecast carried on.
        mistake(
            "02-mae-gaps",
            "def mae(actual, forecast):\n    return (actual - forecast.ffill()).abs().mean()",
        ),
        # Divided by one less.
        mistake(
            "02-mae-other",
            "def mae(actual, forecast):\n"
            "    e = (actual - forecast).abs().dropna()\n"
            "    return e.sum() / (len(e) - 1)",
        ),
        # Gaps of the count as 0.
        mistake(
            "02-mae-gaps",
            "def mae(actual, forecast):\n    return (actual.fillna(0) - forecast).abs().mean()",
        ),
        # The last month left out, as in the example.
        mistake(
            "02-mae-other",
            "def mae(actual, forecast):\n    return (actual - forecast).abs().iloc[:-1].mean()",
        ),
        # The columns of the notebook in place of the arguments.
        mistake(
            "function-ignores",
            "def mae(actual, forecast):\n    return (series - series.shift(1)).abs().mean()",
        ),
        # The standard deviation of the errors.
        mistake("02-mae-other", "def mae(actual, forecast):\n    return (actual - forecast).std()"),
        # Gaps dropped from each column alone, then by place.
        mistake(
            "02-mae-other",
            "def mae(actual, forecast):\n"
            "    a, f = actual.dropna().to_numpy(), forecast.dropna().to_numpy()\n"
            "    n = min(len(a), len(f))\n"
            "    return abs(a[:n] - f[:n]).mean()",
        ),
        # Scikit-learn on the complete months.
        right(
            "def mae(actual, forecast):\n"
            "    from sklearn.metrics import mean_absolute_error\n"
            "    both = pd.concat([actual, forecast], axis=1, keys=['a', 'f']).dropna()\n"
            "    return mean_absolute_error(both['a'], both['f'])"
        ),
        # Statistics.mean on plain Python.
        right(
            "def mae(actual, forecast):\n"
            "    import statistics\n"
            "    return statistics.mean(abs(a - f) for a, f in zip(actual, forecast) if not (np.isnan(a) or np.isnan(f)))"
        ),
        # Root of the squares, dropping gaps.
        right(
            "def mae(actual, forecast):\n"
            "    return (((actual - forecast) ** 2) ** 0.5).dropna().mean()"
        ),
        # Above and below apart.
        right(
            "def mae(actual, forecast):\n"
            "    e = (actual - forecast).dropna()\n"
            "    return (e[e > 0].sum() - e[e < 0].sum()) / len(e)"
        ),
        # Masked array, 0-d result.
        right(
            "def mae(actual, forecast):\n"
            "    return np.asarray(np.ma.masked_invalid(np.abs(actual.to_numpy() - forecast.to_numpy())).mean())"
        ),
    ],
    "errors-2007": [
        # January lost: the shift made within 2007.
        mistake(
            "02-january-lost",
            "error_last_month = series['2007'].diff().abs().mean()\n"
            "error_last_year = mae(series['2007'], last_year['2007'])",
            points=0.5,
        ),
        # The mean of 2006 for last year.
        mistake(
            "02-errors-other",
            "error_last_month = mae(series['2007'], last_month['2007'])\n"
            "error_last_year = (series['2007'] - series['2006'].mean()).abs().mean()",
            points=0.5,
        ),
        # The mean over all industries.
        mistake(
            "02-all-industries",
            "error_last_month = counts.diff().loc['2007'].abs().mean().mean()\n"
            "error_last_year = counts.diff(12).loc['2007'].abs().mean().mean()",
        ),
        # The total of all industries.
        mistake(
            "02-other-industry",
            "all_ = counts.sum(axis=1)\n"
            "error_last_month = all_.diff()['2007'].abs().mean()\n"
            "error_last_year = all_.diff(12)['2007'].abs().mean()",
        ),
        # Without December.
        mistake(
            "02-eleven-months",
            "error_last_month = series.diff()['2007-01':'2007-11'].abs().mean()\n"
            "error_last_year = series.diff(12)['2007-01':'2007-11'].abs().mean()",
        ),
        # The last twelve rows.
        mistake(
            "02-last-rows",
            "error_last_month = mae(series[-12:], last_month[-12:])\n"
            "error_last_year = mae(series[-12:], last_year[-12:])",
        ),
        # The largest error of the year.
        mistake(
            "02-largest-error",
            "error_last_month = series.diff()['2007'].abs().max()\n"
            "error_last_year = series.diff(12)['2007'].abs().max()",
        ),
        # The standard deviation of the changes.
        mistake(
            "02-standard-deviation",
            "error_last_month = series.diff()['2007'].std()\n"
            "error_last_year = series.diff(12)['2007'].std()",
        ),
        # The two forecasts compared with each other.
        mistake(
            "02-rules-compared",
            "error_last_month = mae(last_month['2007'], last_year['2007'])\n"
            "error_last_year = error_last_month",
        ),
        # Numpy by place.
        right(
            "v = series.to_numpy()\n"
            "error_last_month = np.abs(v[84:96] - v[83:95]).sum() / 12\n"
            "error_last_year = np.abs(v[84:96] - v[72:84]).sum() / 12"
        ),
        # Fractions.
        right(
            "from fractions import Fraction\n"
            "v = [int(n) for n in series]\n"
            "error_last_month = Fraction(sum(abs(v[i] - v[i - 1]) for i in range(84, 96)), 12)\n"
            "error_last_year = Fraction(sum(abs(v[i] - v[i - 12]) for i in range(84, 96)), 12)"
        ),
        # By year, from a grouped table.
        right(
            "by = counts.index.year\n"
            "error_last_month = counts.diff().abs().groupby(by).mean().loc[2007, 'Business services']\n"
            "error_last_year = counts.diff(12).abs().groupby(by).mean().loc[2007, 'Business services']"
        ),
        # Rounded to whole thousands.
        mistake("02-median-or-rounded", "error_last_month = 52\nerror_last_year = 39"),
        # The median error.
        mistake(
            "02-median-or-rounded",
            "error_last_month = series.diff()['2007'].abs().median()\n"
            "error_last_year = series.diff(12)['2007'].abs().median()",
        ),
    ],
    "rival": [
        # Against the average of both rules.
        mistake(
            "02-improvement-average",
            "vendor_rival = 'same-month-last-year'\nimprovement = 1 - 22.1 / ((19.9 + 36.9) / 2)",
            points=1,
        ),
        mistake(
            "02-improvement-average",
            "vendor_rival = 'same-month-last-year'\n"
            "improvement = 1 - 22.1 / ((19.9 + 36.9 + 30.4) / 3)",
            points=1,
        ),
        # Against the rule that was strongest in the lesson, for the total.
        mistake(
            "02-improvement-third",
            "vendor_rival = 'same-month-last-year'\nimprovement = 1 - 22.1 / 30.4",
            points=1,
        ),
        # The strongest rule's improvement on the weakest.
        mistake(
            "02-improvement-rules",
            "vendor_rival = 'same-month-last-year'\nimprovement = 1 - 19.9 / 36.9",
            points=1,
        ),
        # Difference to the weak rival, divided by the strong one.
        mistake(
            "02-improvement-two-rules",
            "vendor_rival = 'same-month-last-year'\nimprovement = (36.9 - 22.1) / 19.9",
            points=1,
        ),
        # Vendor's claim less the strong rule's own.
        mistake(
            "02-improvement-subtracted",
            "vendor_rival = 'same-month-last-year'\nimprovement = 0.401 - 0.461",
            points=1,
        ),
        mistake(
            "02-improvement-other",
            "vendor_rival = 'same-month-last-year'\nimprovement = 0.05",
            points=1,
        ),
        # Per cent divided by a hundred.
        right("vendor_rival = 'same-month-last-year'\nimprovement = -11.1 / 100"),
        # From the table, unrounded.
        right(
            "vendor_rival = 'SAME-MONTH-LAST-YEAR'\n"
            "e = {k: float((actual - f)['2004':'2007'].abs().mean()) for k, f in rivals.items()}\n"
            "a, *rules = e.values()\n"
            "improvement = np.float64(1 - a / min(rules))"
        ),
        # A fraction.
        right(
            "from fractions import Fraction\n"
            "vendor_rival = 'same-month-last-year'\n"
            "improvement = 1 - Fraction(221, 199)"
        ),
    ],
    "regression": [
        # Learns anew each month, also from the months of 2007 that have passed.
        mistake(
            "02-learned-anew",
            "table = features(series).dropna()\n"
            "forecast = []\n"
            "for month in series['2007'].index:\n"
            "    past = table[table.index < month]\n"
            "    model = LinearRegression().fit(past, series[past.index])\n"
            "    forecast.append(model.predict(table.loc[[month]])[0])\n"
            "error_regression = (series['2007'] - forecast).abs().mean()",
            points=1,
        ),
        # The forecasts fed back as last month: a year ahead from December.
        mistake(
            "02-fed-back",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = LinearRegression().fit(past, series[past.index])\n"
            "now, forecast = series['2006-12'].iloc[0], []\n"
            "for m in range(12):\n"
            "    row = table.loc['2007'].iloc[[m]].assign(last_month=now)\n"
            "    now = model.predict(row)[0]\n"
            "    forecast.append(now)\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # The calendar month as one number from 1 to 12.
        mistake(
            "02-no-season",
            "table = pd.DataFrame({'m': series.index.month, 'l': series.shift(1)}, index=series.index).dropna()\n"
            "model = LinearRegression().fit(table[:'2006'], series['2000-02':'2006'])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # The rows of one month earlier.
        mistake(
            "02-row-before",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = LinearRegression().fit(past, series[past.index])\n"
            "forecast = model.predict(table['2006-12':'2007-11'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # January 2000 kept, its gap filled with 0.
        mistake(
            "02-first-filled",
            "table = features(series).fillna(0)\n"
            "model = LinearRegression().fit(table[:'2006'], series[:'2006'])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # A forest in place of the regression.
        mistake(
            "02-other-model",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = RandomForestRegressor(50, random_state=0).fit(past, series[past.index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # Same month last year in place of last month.
        mistake(
            "02-year-before",
            "table = features(series).assign(last_month=series.shift(12)).dropna()\n"
            "model = LinearRegression().fit(table[:'2006'], series[table[:'2006'].index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # Another industry.
        mistake(
            "02-other-industry",
            "other = counts['Government']\n"
            "table = features(other).dropna()\n"
            "model = LinearRegression().fit(table[:'2006'], other[table[:'2006'].index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = np.abs(other['2007'] - forecast).mean()",
        ),
        # No calendar month: last month alone.
        mistake(
            "02-no-season",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = LinearRegression().fit(past[['last_month']], series[past.index])\n"
            "forecast = model.predict(table.loc['2007', ['last_month']])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # A random four fifths of the months before 2007.
        mistake(
            "02-regression-other",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "past = past.sample(frac=0.8, random_state=1)\n"
            "model = LinearRegression().fit(past, series[past.index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))",
        ),
        # Regression right, error against last month's counts.
        mistake(
            "02-regression-error",
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = LinearRegression().fit(past, series[past.index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = np.abs(series.shift(1)['2007'] - forecast).mean()",
            points=1,
        ),
        # The locked backtest.
        right(
            "forecast = backtest(series, [2007])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))"
        ),
        # Without intercept: the twelve columns hold it.
        right(
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "model = LinearRegression(fit_intercept=False).fit(past, series[past.index])\n"
            "forecast = list(model.predict(table.loc['2007']))\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))"
        ),
        # Ridge without penalty.
        right(
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "from sklearn.linear_model import Ridge\n"
            "model = Ridge(alpha=1e-9).fit(past, series[past.index])\n"
            "forecast = model.predict(table.loc['2007'])\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))"
        ),
        # Season and slope by hand.
        right(
            "table = features(series).dropna()\n"
            "past = table[:'2006']\n"
            "y = series[past.index]\n"
            "g = past.index.month\n"
            "x = past['last_month']\n"
            "slope = ((x - x.groupby(g).transform('mean')) * (y - y.groupby(g).transform('mean'))).sum() / ((x - x.groupby(g).transform('mean')) ** 2).sum()\n"
            "level = (y - slope * x).groupby(g).mean()\n"
            "forecast = [level[m] + slope * l for m, l in zip(range(1, 13), series.shift(1)['2007'])]\n"
            "error_regression = float(np.mean(np.abs(np.asarray(series['2007']) - np.asarray(forecast))))"
        ),
    ],
    "forest": [
        # How much smaller, as a share.
        mistake(
            "02-forest-other",
            "expected_error = 1 - 20.7 / 28.9\nwhy_smaller = 'neighbours'",
            points=1,
        ),
        # Mean of the two rules.
        mistake(
            "02-forest-other",
            "expected_error = (26.9 + 29.8) / 2\nwhy_smaller = 'neighbours'",
            points=1,
        ),
        # Both tests added.
        mistake(
            "02-forest-other", "expected_error = 20.7 + 28.9\nwhy_smaller = 'neighbours'", points=1
        ),
        # The mean of all four rows.
        mistake(
            "02-forest-other",
            "expected_error = (20.7 + 28.9 + 26.9 + 29.8) / 4\nwhy_smaller = 'neighbours'",
            points=1,
        ),
        # Computed again.
        right(
            "expected_error = (actual - by_time)['2004':'2007'].abs().mean()\n"
            "why_smaller = ' neighbours'"
        ),
        # A text of Decimal.
        right(
            "from decimal import Decimal\n"
            "expected_error = Decimal('28.9')\n"
            "why_smaller = 'NEIGHBOURS'"
        ),
    ],
    "coverage": [
        # Made of the errors of 2007 themselves.
        mistake(
            "02-interval-months",
            "low, high = errors['2007'].quantile([0.1, 0.9])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        # The middle half.
        mistake(
            "02-interval-tails",
            "low, high = errors['2003':'2006'].quantile([0.25, 0.75])\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        # 20% left out on one side only.
        mistake(
            "02-interval-tails",
            "low, high = errors['2003':'2006'].quantile(0.2), errors['2003':'2006'].max()\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
        ),
        # Plus and minus the mean absolute error.
        mistake(
            "02-interval-tails",
            "high = errors['2003':'2006'].abs().mean()\n"
            "low = -high\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
            points=0.5,
        ),
        # The mean of each year's quantiles.
        mistake(
            "02-interval-tails",
            "q = errors['2003':'2006'].groupby(errors['2003':'2006'].index.year).quantile([0.1, 0.9]).unstack()\n"
            "low, high = q[0.1].mean(), q[0.9].mean()\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
            points=1.5,
        ),
        # The counts, not the errors, between low and high.
        mistake(
            "02-interval-counts",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "inside = trade.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()",
            points=1,
        ),
        # The upper end only.
        mistake(
            "02-coverage-both-ends",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = (errors['2007'] <= high).mean()\n"
            "coverage_break = (errors['2008':'2009'] <= high).mean()",
            points=1,
        ),
        # The lower end only.
        mistake(
            "02-coverage-both-ends",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = (errors['2007'] >= low).mean()\n"
            "coverage_break = (errors['2008':'2009'] >= low).mean()",
            points=1,
        ),
        # 2008 alone for the break.
        mistake(
            "02-coverage-one-year",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = errors['2007'].between(low, high).mean()\n"
            "coverage_break = errors['2008'].between(low, high).mean()",
            points=1.5,
        ),
        # Months counted, no share.
        mistake(
            "02-coverage-count",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = errors['2007'].between(low, high).sum()\n"
            "coverage_break = errors['2008':'2009'].between(low, high).sum()",
            points=1,
        ),
        # 2007 counted with the break.
        mistake(
            "02-coverage-three-years",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = errors['2007'].between(low, high).mean()\n"
            "coverage_break = errors['2007':'2009'].between(low, high).mean()",
            points=1.5,
        ),
        # Python's statistics.
        right(
            "import statistics\n"
            "past = list(errors['2003':'2006'])\n"
            "q = statistics.quantiles(past, n=10)\n"
            "low, high = q[0], q[8]\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()"
        ),
        # Statistics, inclusive.
        right(
            "import statistics\n"
            "q = statistics.quantiles(errors['2003':'2006'], n=10, method='inclusive')\n"
            "low, high = q[0], q[-1]\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()"
        ),
        # The nearest past error.
        right(
            "low, high = np.quantile(errors['2003':'2006'], [0.1, 0.9], method='nearest')\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()"
        ),
        # Sorted, five left out on either side.
        right(
            "past = sorted(errors['2003':'2006'])\n"
            "low, high = past[5], past[-6]\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()"
        ),
        # Sorted, the tenth counted.
        right(
            "past = sorted(errors['2003':'2006'])\n"
            "low, high = past[4], past[-5]\n"
            "inside = errors.between(low, high)\n"
            "coverage_2007 = inside['2007'].mean()\n"
            "coverage_break = inside['2008':'2009'].mean()"
        ),
        # Fractions.
        right(
            "from fractions import Fraction\n"
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007, coverage_break = Fraction(5, 12), Fraction(11, 24)"
        ),
        # A number of months in 2007.
        mistake(
            "02-coverage-count",
            "low, high = errors['2003':'2006'].quantile([0.1, 0.9])\n"
            "coverage_2007 = errors['2007'].between(low, high).sum()\n"
            "coverage_break = 11 / 24",
            points=1.5,
        ),
    ],
    "planning-number": [
        # The share of the way from the smallest to the largest error.
        mistake(
            "02-plan-way",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.min() + share * (errors.max() - errors.min())",
        ),
        # A bell curve.
        mistake(
            "02-plan-bell",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    from statistics import NormalDist\n"
            "    return forecast + NormalDist(errors.mean(), errors.std()).inv_cdf(min(max(share, 1e-6), 1 - 1e-6))",
        ),
        # Errors taken to be in order.
        mistake(
            "02-plan-order",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.iloc[min(int(share * len(errors)), len(errors) - 1)]",
        ),
        # Only errors above 0.
        mistake(
            "02-plan-positive",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors[errors > 0].quantile(share)",
        ),
        # Never below the forecast.
        mistake(
            "02-plan-costs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + max(0, errors.quantile(share))",
        ),
        # A share of at least one half.
        mistake(
            "02-plan-costs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(max(share, 0.5))",
        ),
        # The mean error weighted by the share.
        mistake(
            "02-plan-mean-share",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + share * errors.mean()",
        ),
        # Three quarters or one quarter, by which cost is larger.
        mistake(
            "02-plan-costs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(0.75 if cost_few > cost_many else 0.25 if cost_few < cost_many else 0.5)",
        ),
        # Errors above 0 made larger by the cost, then the mean.
        mistake(
            "02-plan-weighted",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    e = errors.where(errors < 0, errors * cost_few / cost_many if cost_many else errors)\n"
            "    return forecast + e.mean()",
        ),
        # Errors of the notebook in place of the argument.
        mistake(
            "02-plan-other",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + globals()['series'].diff().quantile(share)",
        ),
        # The forecast raised by the share.
        mistake(
            "02-plan-raised",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast * (1 + share)",
        ),
        # Costs taken for per cent.
        mistake(
            "02-plan-costs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(min(cost_few / 4, 1))",
        ),
        # The nearest past error.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='nearest')"
        ),
        # Inverted distribution.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='inverted_cdf')"
        ),
        # A sorted list.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    past = sorted(errors)\n"
            "    return forecast + past[min(int(share * len(past)), len(past) - 1)]"
        ),
        # The cheapest of all past errors, by trying.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    def cost(lean):\n"
            "        gap = errors - lean\n"
            "        return (cost_few * gap.clip(lower=0) + cost_many * (-gap).clip(lower=0)).sum()\n"
            "    return forecast + min(sorted(errors), key=cost)"
        ),
        # Python's statistics, hundredths.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    import statistics\n"
            "    cuts = [min(errors), *statistics.quantiles(errors, n=100, method='inclusive'), max(errors)]\n"
            "    return forecast + cuts[round(100 * share)]"
        ),
        # Pandas, lower.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(share, interpolation='lower')"
        ),
        # The newsvendor by a linear program.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    from scipy.optimize import minimize_scalar\n"
            "    def cost(lean):\n"
            "        gap = np.asarray(errors, float) - lean\n"
            "        return float(np.sum(np.where(gap > 0, cost_few * gap, -cost_many * gap)))\n"
            "    return forecast + minimize_scalar(cost, bounds=(min(errors), max(errors)), method='bounded', options={'xatol': 1e-9}).x"
        ),
        # Weibull.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='weibull')"
        ),
        # Hazen.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='hazen')"
        ),
        # Closest_observation.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='closest_observation')"
        ),
        # Higher.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(errors, share, method='higher')"
        ),
        # List arguments.
        right(
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + np.quantile(list(errors), share)"
        ),
        # Three quarters, whatever the costs.
        mistake(
            "02-plan-costs",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(0.75)",
        ),
        # One cost as a share of the other.
        mistake(
            "02-plan-share",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    share = cost_few / (cost_few + cost_many)\n"
            "    return forecast + errors.quantile(min(1, cost_many / cost_few))",
        ),
    ],
    "ready-for": [
        # The forecast and the mean absolute error.
        mistake("02-ready-mean-error", "ready_for = 1060.8 + 36.0"),
        # Four fifths of the forecast.
        mistake("02-ready-share-of-forecast", "ready_for = 0.8 * 1060.8"),
        # The lower end of the interval.
        mistake("02-ready-lower", "ready_for = 1060.8 - 95.0"),
        # Four fifths of the lean.
        mistake("02-ready-share-of-error", "ready_for = 1060.8 + 0.8 * 47.6"),
        # The middle, four times.
        mistake("02-ready-multiplied", "ready_for = 1060.8 + 4 * 10.0"),
        # Right, in people.
        mistake("02-thousands", "ready_for = 1108000"),
        mistake("02-thousands", "ready_for = 1000 * (ahead + past.quantile(0.8))"),
        # The row of 75%, computed and not read from the table.
        mistake("02-ready-ratio", "ready_for = ahead + past.quantile(3 / 4)"),
        mistake("02-ready-ratio", "ready_for = ahead + past.quantile(1 / 4)"),
        mistake("02-ready-mean-error", 'ready_for = ahead + past["2007"].abs().mean()'),
        # Another library.
        right("ready_for = float(ahead + np.quantile(past, 0.8, method='linear'))"),
        # An array of one number.
        right("ready_for = np.array(1108.4)"),
        # Near, by guessing.
        mistake("02-ready-other", "ready_for = 1106"),
        # The mean error added, rounded.
        mistake("02-ready-mean-error", "ready_for = 1097"),
        # Rounded to ten.
        mistake("form-rounded", "ready_for = 1110"),
    ],
}
for _name, _answers in IDEAS.items():
    ANSWERS[_name] += _answers

IDEAS_OF_THE_LESSON = {
    "quick-mae": [
        # The median.
        mistake("02-median", "error = sorted([10, 20, 0, 50])[1:3]\nerror = sum(error) / 2"),
        # As a share of the forecast.
        mistake("02-percent-error", "error = 0.2"),
        # The mean of the counts.
        mistake("02-four-errors", "error = (110 + 120 + 100 + 50) / 4"),
    ],
    "quick-outside": [
        # A share, no months.
        mistake("form-whole-share", "months_outside = 0.2"),
        # One month.
        mistake("02-outside-other", "months_outside = 1"),
    ],
}
for _name, _answers in IDEAS_OF_THE_LESSON.items():
    SELF_CHECKS[_name] += _answers
