# %% [markdown]
# # Predictive analytics: assignment
#
# It is the end of December 2007. You advise a national employment service. You test simple rules and a regression on industries that the lesson did not show, judge a vendor's offer, and propose a number for January.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks, the decimal sign as a point, and no mark for thousands: 1,060.8 is written `1060.8`. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Names.** `counts` is the table: one row for each month, one column for each industry, unemployed people in **thousands**. The months run from January 2000 to February 2010. `series` is its column for business services. The function `features` makes the columns that the regression of the lesson learned from.

# %% locked="setup"
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

from course import check, load_dataset, translator

t = translator("02-predictive-analytics")
counts = load_dataset("us-unemployment").pivot(index="month", columns="industry", values="count")
counts.columns = list(counts.columns)
series = counts["Business services"]


def features(series):
    """For each month: a 1 in the column of its calendar month, and last month's count."""
    months = pd.get_dummies(series.index.month, prefix="month", dtype=float)
    return months.set_index(series.index).assign(last_month=series.shift(1))


# %% [markdown]
# ## 1. Two rules (Build, 2 points)
#
# For **business services** (`series`), make two columns of forecasts, one value for each of the 122 months:
#
# - `last_month`: the count of the month before;
# - `last_year`: the count of the same month one year before.
#
# The first months have nothing before them. They stay empty.

# %% answer="two-rules"
last_month = ...
last_year = ...
### BEGIN SOLUTION
last_month = series.shift(1)
last_year = series.shift(12)
### END SOLUTION

# %% check="two-rules"
check("two-rules", last_month, last_year)

# %% [markdown]
# ## 2. The mean absolute error (Build, 1 point)
#
# Write the function `mae`. It takes two columns, what happened (`actual`) and what was forecast (`forecast`), and returns the mean absolute error: how far off a forecast was on average, too high and too low alike. Months in which one of the two is empty do not count.
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="mae"
def mae(actual, forecast):
    """The mean absolute error, over the months in which both columns have a value."""
    ### BEGIN SOLUTION
    return (actual - forecast).abs().mean()
    ### END SOLUTION


# %% check="mae"
check("mae", mae)

# %% [markdown]
# ## 3. Which clerk was closer in 2007? (Build, 1 point)
#
# Compute the mean absolute error of your two rules for business services **in the twelve months of 2007**, in thousands of people, with at least one decimal:
#
# - `error_last_month`
# - `error_last_year`
#
# `series["2007"]` gives the twelve months of 2007.

# %% answer="errors-2007"
error_last_month = ...
error_last_year = ...
### BEGIN SOLUTION
error_last_month = mae(series["2007"], last_month["2007"])
error_last_year = mae(series["2007"], last_year["2007"])
### END SOLUTION

# %% check="errors-2007"
check("errors-2007", error_last_month, error_last_year)

# %% [markdown]
# ## 4. A proud vendor (Decide, 2 points)
#
# A vendor offers a regression for the **information** industry (press, telecommunications, film and others) and writes: “Our error is 40% smaller than that of the usual method.” The next cell shows the mean absolute errors of 2004 to 2007, in thousands of people. Each year the regression learned anew, only from earlier years.
#
# First: which rival did the vendor choose? Give the key as `vendor_rival`:
#
# - `last-month`: last month repeated
# - `same-month-last-year`: the same month of last year
# - `average-of-both`: the average of the two rules' errors
# - `no-rival`: none, the 40% is the regression's error as a share of the count
#
# Second: by what share does the regression improve on the **stronger** rival? Give `improvement` as a share, with three decimals: above 0 if the regression is better, below 0 if it is worse.


# %% locked="rivals-table"
def backtest(series, years):
    """Forecasts for each year, by a regression that has learned from earlier years only."""
    table = features(series)
    forecasts = []
    for year in years:
        before = (table.index.year < year) & table["last_month"].notna()
        model = LinearRegression().fit(table[before], series[before])
        ahead = table.loc[str(year)]
        forecasts.append(pd.Series(model.predict(ahead), ahead.index))
    return pd.concat(forecasts)


actual = counts["Information"]
rivals = {
    t("regression"): backtest(actual, range(2004, 2008)),
    t("last month repeated"): actual.shift(1),
    t("same month last year"): actual.shift(12),
}
pd.Series(
    {
        name: t.number((actual - forecast)["2004":"2007"].abs().mean(), 1)
        for name, forecast in rivals.items()
    },
    name=t("mean absolute error, thousands"),
).to_frame()

# %% answer="rival"
vendor_rival = ...
improvement = ...
### BEGIN SOLUTION
vendor_rival = "same-month-last-year"
improvement = -0.111
### END SOLUTION

# %% check="rival"
check("rival", vendor_rival, improvement)

# %% [markdown]
# ## 5. The regression, tested by time (Build, 2 points)
#
# Now the regression of the lesson, for business services and for 2007. `features(series)` is its table; its first row has no last month, so leave January 2000 out.
#
# - Let a `LinearRegression()` learn from the months **before 2007** only.
# - Let it forecast the twelve months of 2007. Call the forecasts `forecast`: twelve values, January first.
# - Give their mean absolute error, in thousands of people with at least one decimal, as `error_regression`.

# %% answer="regression"
forecast = ...
error_regression = ...
### BEGIN SOLUTION
table = features(series)
model = LinearRegression().fit(table["2000-02":"2006"], series["2000-02":"2006"])
forecast = model.predict(table.loc["2007"])
error_regression = (series["2007"] - forecast).abs().mean()
### END SOLUTION

# %% check="regression"
check("regression", forecast, error_regression)

# %% [markdown]
# ## 6. Tested how? (Decide, 2 points)
#
# A second vendor offers a forest for **transport and utilities**. It was tested on months drawn at random. We repeated the test, and made a second one by time. Both times the error is that of the same 48 months, 2004 to 2007.
#
# First: which mean absolute error should the offices expect next year from this forest? Give it as `expected_error`, in thousands, as the table shows it.
#
# Second: why is the other error of the forest so much smaller? Give the key as `why_smaller`:
#
# - `more-months`: it learned from more months
# - `neighbours`: it had learned from the months just before *and just after* those it was asked about
# - `easier-months`: it was asked about easier months
# - `better-setting`: the forest had been set up better

# %% locked="forest-table"
actual = counts["Transportation and Utilities"][:"2007"]
dates = np.column_stack([np.arange(len(actual)), actual.index.month])
drawn, by_time = actual * np.nan, actual * np.nan
for learn, test in KFold(5, shuffle=True, random_state=0).split(dates):
    forest = RandomForestRegressor(50, random_state=0).fit(dates[learn], actual.iloc[learn])
    drawn.iloc[test] = forest.predict(dates[test])
for year in range(2004, 2008):
    learn, test = actual.index.year < year, actual.index.year == year
    forest = RandomForestRegressor(50, random_state=0).fit(dates[learn], actual[learn])
    by_time[test] = forest.predict(dates[test])

tests = {
    t("forest, months drawn at random"): drawn,
    t("forest, split by time"): by_time,
    t("last month repeated"): actual.shift(1),
    t("same month last year"): actual.shift(12),
}
pd.Series(
    {
        name: t.number((actual - forecasts)["2004":"2007"].abs().mean(), 1)
        for name, forecasts in tests.items()
    },
    name=t("mean absolute error, thousands"),
).to_frame()

# %% answer="forest"
expected_error = ...
why_smaller = ...
### BEGIN SOLUTION
expected_error = 28.9
why_smaller = "neighbours"
### END SOLUTION

# %% check="forest"
check("forest", expected_error, why_smaller)

# %% [markdown]
# ## 7. What an interval really covers (Build, 2 points)
#
# The next cell makes `errors` for **wholesale and retail trade**: what happened minus what the regression had forecast, month by month from 2003 on, always learned from earlier years only.
#
# - Take the errors of 2003 to 2006. Between which two values, `low` and `high`, lie the middle 80% of them? Leave 10% out on either side.
# - In what share of the twelve months of 2007 did the error lie between `low` and `high`? Call it `coverage_2007`.
# - And in the 24 months of 2008 and 2009? Call it `coverage_break`. Give both shares with at least three decimals.

# %% locked="errors-trade"
trade = counts["Wholesale and Retail Trade"]
errors = trade - backtest(trade, range(2003, 2011))
errors = errors.dropna()

# %% answer="coverage"
low = ...
high = ...
coverage_2007 = ...
coverage_break = ...
### BEGIN SOLUTION
low, high = errors["2003":"2006"].quantile([0.1, 0.9])
inside = errors.between(low, high)
coverage_2007 = inside["2007"].mean()
coverage_break = inside["2008":"2009"].mean()
### END SOLUTION

# %% check="coverage"
check("coverage", low, high, coverage_2007, coverage_break)

# %% [markdown]
# ## 8. What does the interval promise? (Decide, 1 point)
#
# A report says: “Next month between 400 and 460 thousand, 80% interval.” (The numbers are invented.) Which reading is right, as long as the coming months are like those that the interval was made from? Give the key as `interval_says`:
#
# - `surely-inside`: next month's count will lie inside
# - `two-in-ten-outside`: of ten such months, about two will lie outside
# - `all-equally-likely`: every count inside is as likely as any other
# - `range-of-the-mean`: the average count of all months lies inside with a probability of 80%

# %% answer="interval-reading"
interval_says = ...
### BEGIN SOLUTION
interval_says = "two-in-ten-outside"
### END SOLUTION

# %% check="interval-reading"
check("interval-reading", interval_says)

# %% [markdown]
# ## 9. A number that follows the costs (Build, 1 point)
#
# Write the function `planning_number`. It takes a forecast, a column of past errors (what happened minus what was forecast), what each thousand people too few costs, and what each thousand too many costs. It returns the forecast plus a **quantile** of the past errors: the value below which a given share of them lies. Here the share is
#
# $$\frac{\text{cost of too few}}{\text{cost of too few} + \text{cost of too many}}$$
#
# There are several ways to compute a quantile; each is right. When your work is graded, your function is also tried with other numbers.


# %% answer="planning-number"
def planning_number(forecast, errors, cost_few, cost_many):
    """The number to plan for, when too few and too many cost differently."""
    ### BEGIN SOLUTION
    share = cost_few / (cost_few + cost_many)
    return forecast + errors.quantile(share)
    ### END SOLUTION


# %% check="planning-number"
check("planning-number", planning_number)

# %% [markdown]
# ## 10. Ready for how many? (Decide, 1 point)
#
# **Leisure and hospitality**, January 2008. The office reckons that each thousand people too few costs **four** times as much as each thousand too many. The next cell shows the forecast, and how large the past errors (what happened minus what was forecast) were. Read the table so: in 10% of the past months the error was at most the first number.
#
# For how many thousand people should the offices be ready? Give the number as `ready_for`, to the thousand or finer.

# %% locked="leisure-table"
leisure = counts["Leisure and hospitality"]
past = (leisure - backtest(leisure, range(2003, 2008))).dropna()
ahead = backtest(leisure, [2008])["2008-01-01"]
print(t("Forecast for January 2008: {n} thousand").format(n=t.number(ahead, 1)))
note = t("Mean absolute error in 2007, thousands: {rule}, {n}")
for name, gone in {
    t("regression"): past,
    t("last month repeated"): leisure.diff(),
    t("same month last year"): leisure.diff(12),
}.items():
    print(note.format(rule=name, n=t.number(gone["2007"].abs().mean(), 1)))
shares = [0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9]
pd.Series(
    {t.percent(share): t.number(past.quantile(share), 1) for share in shares},
    name=t("error at most, thousands"),
).rename_axis(t("share of past months")).to_frame()

# %% answer="ready-for"
ready_for = ...
### BEGIN SOLUTION
ready_for = 1060.8 + 47.6
### END SOLUTION

# %% check="ready-for"
check("ready-for", ready_for)

# %% [markdown]
# ## 11. After the break (Decide, 1 point)
#
# It is the summer of 2009. A member of parliament asks: “Your model learned from eight years of data. Why did it not see this coming?”
#
# First: what is the honest answer? Give the key as `why_unseen`:
#
# - `too-few-months`: it needed more months like those it had
# - `too-simple`: a more powerful model would have found the signs in the same table
# - `never-in-the-data`: nothing like it, and none of its causes, was in the months and columns that it learned from
# - `too-narrow`: its interval should have been set to 95% instead of 80%
#
# Second: what should the service do from now on? Give the key as `what_now`:
#
# - `learn-and-trust`: let the model learn the new months, then rely on it as before
# - `leave-out`: leave 2008 and 2009 out as outliers and go on
# - `switch-off`: never forecast again
# - `limits-and-people`: go on measuring, fix beforehand how many misses in a row hand the decision to people, and keep a reserve

# %% answer="break"
why_unseen = ...
what_now = ...
### BEGIN SOLUTION
why_unseen = "never-in-the-data"
what_now = "limits-and-people"
### END SOLUTION

# %% check="break"
check("break", why_unseen, what_now)

# %% [markdown]
# ## 12. A note to the head of the employment service (4 points, read by a person)
#
# It is still the end of December 2007. Write to the head of the service, in 150 to 250 words: for how many people from leisure and hospitality should the offices be ready in January? Use the numbers under exercise 10. There is more than one good answer. One point for each of these:
#
# 1. **Number and range.** It says in the first two sentences for how many to plan, and within which range the count may lie, and how often such a range is missed.
# 2. **Test.** It says how the method was tested, against which rival, and how large its error is in people.
# 3. **Costs.** It says which mistake weighs more and on whom it falls, and how the number follows from that.
# 4. **Limits.** It says whom the data do not count or do not tell apart: women and men, for example, and those who work without a contract. It says which sign would show that the model no longer holds, and who decides then.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# I propose to be ready for about 1,108,000 people from leisure and hospitality in January. The forecast itself is 1,061,000; in eight of ten past months the count lay between 95,000 below and 97,000 above the forecast, so about two months in ten fall outside.
#
# The method repeats last month and adds what the calendar month usually brings. We tested it by time: each year it learned only from earlier years. In 2007 it was off by 36,000 people on average, against 48,000 for repeating last month, the stronger of two simple rules.
#
# We reckon that a thousand people too few costs four times as much as a thousand too many, because people then wait for advice and money. So the number lies where eight in ten past errors were smaller. That weight is a choice; please confirm or change it.
#
# The figures come from a household survey. They leave out people who have given up looking and those who never worked, count people who work without a contract as employed, and do not show women and men apart, or regions. Nor does everybody counted come to an office. The model knows only years without a crisis. If two months in a row lie above the range, it should be set aside: you and the regional offices then decide, with the reserve that I ask you to keep.
# ### END SOLUTION
