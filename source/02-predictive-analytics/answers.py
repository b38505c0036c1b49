"""Other right answers to module 02, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
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
            "def mae(actual, forecast):\n    return (actual - forecast).abs().sum() / 3",
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
        mistake("02-rival-average", 'vendor_rival = "average-of-both"\nimprovement = 0.4'),
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
        mistake("02-reads-equal", 'interval_says = "all-equally-likely"'),
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
            "    return forecast + errors.quantile(0.75)",
        ),
        mistake(
            "form-return",
            "def planning_number(forecast, errors, cost_few, cost_many):\n"
            "    number = forecast + errors.quantile(cost_few / (cost_few + cost_many))",
        ),
    ],
    "ready-for": [
        right("ready_for = 1108"),
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
        right("error = (10 + 20 + 0 + 30) / 4"),
        right("error = 15"),
        mistake("02-signed", "error = (10 + 20 + 0 - 30) / 4"),
        mistake("02-squared", "error = (100 + 400 + 0 + 900) / 4"),
        mistake("02-squared", "error = 350 ** 0.5"),
        mistake("02-summed", "error = 60"),
        mistake("02-error-of-three", "error = 60 / 3"),
        mistake("02-largest-error", "error = 30"),
        mistake("02-thousands", "error = 15000"),
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
