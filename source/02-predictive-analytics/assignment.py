# %% [markdown]
# # Predictive analytics: assignment
#
# It is the end of December 2007. You advise a national employment service. You test simple rules and a regression on industries that the lesson did not show, judge the offers of two vendors, and propose a number for January.
#
# {{answering}}
#
# **Names.** `counts` is the table: one row for each month, one column for each industry, unemployed people in **thousands**. The months run from January 2000 to February 2010. `series` is its column for business services. The function `features` makes the columns that the regression of the lesson learned from. Run the folded cells too: they prepare the data.

# %% locked="setup" closed=true
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


# %% [markdown]
# ## 1. Two rules (Build, 2 points)
#
# For **business services** (`series`), make two columns of forecasts, as in section 2 of the lesson, with one value for each of the 122 months:
#
# - `last_month`: the count of the month before;
# - `last_year`: the count of the same month one year before.
#
# For the first months there is no earlier count to repeat, so their values stay empty.

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
# Replace the three dots by one or two lines; begin each with four spaces. The last one begins with `return`. Section 2 of the lesson shows the steps, and a function of this kind.
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="mae"
def mae(actual, forecast):
    """The mean absolute error, over the months in which both columns have a value."""
    ...
    ### BEGIN SOLUTION
    return (actual - forecast).abs().mean()
    ### END SOLUTION


# %% check="mae"
check("mae", mae)

# %% [markdown]
# ## 3. Which rule was closer in 2007? (Build, 1 point)
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
# ## 4. A vendor's claim (Decide, 2 points)
#
# A vendor offers a regression for the **information** industry (press, telecommunications, film and others) and writes: “Our error is 40% smaller than that of the usual method.” The next cell shows the mean absolute errors of 2004 to 2007, in thousands of people. Each year the regression learned anew, only from earlier years.
#
# First: which benchmark did the vendor choose? Choose one answer (`vendor_rival`):
#
# - `last-month`: the simple rule “last month repeated”
# - `same-month-last-year`: the simple rule “same month last year”
# - `average-of-rules`: the average error of the three simple rules
# - `no-rival`: no rule: 40% is the regression's error as a share of the count
#
# Second: by what share is the regression's error smaller than that of the **strongest** rule? Give a share with three decimals, above 0 if the regression is better and below 0 if it is worse (`improvement`). Section 3 of the lesson shows how to compute such a share.


# %% locked="rivals-table" closed=true
actual = counts["Information"]
rivals = {
    t("regression"): backtest(actual, range(2004, 2008)),
    t("last month repeated"): actual.shift(1),
    t("same month last year"): actual.shift(12),
    t("last month, changed as last year"): actual.shift(1) * actual.shift(12) / actual.shift(13),
}
pd.Series(
    {
        name: t.number((actual - forecast)["2004":"2007"].abs().mean(), 1)
        for name, forecast in rivals.items()
    },
    name=t("mean absolute error, thousands"),
).to_frame()

# %% answer="rival"
vendor_rival = "..."
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
# Now the regression of section 3 of the lesson, for business services and for 2007. `features(series)` is its table; its first row has no last month, so leave January 2000 out. The answer cell already makes the table and a regression that has learned nothing yet.
#
# - Add a line that lets `model` learn from the months **before 2007** only.
# - Let it forecast the twelve months of 2007. Call the forecasts `forecast`: twelve values, beginning with January.
# - Give their mean absolute error, in thousands of people with at least one decimal, as `error_regression`.

# %% answer="regression"
table = features(series)
model = LinearRegression()
forecast = ...
error_regression = ...
### BEGIN SOLUTION
model.fit(table["2000-02":"2006"], series["2000-02":"2006"])
forecast = model.predict(table.loc["2007"])
error_regression = (series["2007"] - forecast).abs().mean()
### END SOLUTION

# %% check="regression"
check("regression", forecast, error_regression)

# %% [markdown]
# ## 6. Which test to believe (Decide, 2 points)
#
# A second vendor offers a random forest for **transport and utilities**. It was tested on months picked at random. We repeated the test, and made a second one by time. Both times the error is that of the same 48 months, 2004 to 2007.
#
# First: which mean absolute error should the offices expect from this forest next year? Give it in thousands, as the table shows it (`expected_error`).
#
# Second: why is the other error of the forest so much smaller? Choose one answer (`why_smaller`):
#
# - `more-months`: it had learned from more months than in the other test
# - `neighbours`: it had learned from the months around each test month
# - `easier-months`: it was tested on months that were easier to forecast
# - `better-setting`: its settings had been chosen with more care than in the other test

# %% locked="forest-table" closed=true
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
    t("forest, months picked at random"): drawn,
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
why_smaller = "..."
### BEGIN SOLUTION
expected_error = 28.9
why_smaller = "neighbours"
### END SOLUTION

# %% check="forest"
check("forest", expected_error, why_smaller)

# %% [markdown]
# ## 7. What an interval really covers (Build, 2 points)
#
# The next cell makes `errors` for **wholesale and retail trade**: what happened minus what the regression had forecast, month by month from 2003 on. The regression always learned from earlier years only. Section 5 of the lesson shows the lines that you need.
#
# - Take the errors of 2003 to 2006. Between which two values, `low` and `high`, do the middle 80% of them lie? Leave 10% out on either side.
# - In what share of the twelve months of 2007 did the error lie between `low` and `high`? Call it `coverage_2007`.
# - And in the 24 months of 2008 and 2009? Call it `coverage_break`. Give both shares with at least three decimals.

# %% locked="errors-trade" closed=true
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
# A report says: “Next month between 400 and 460 thousand, 80% interval.” (The numbers are invented.) Which reading is right, as long as the coming months are like those that the interval was made from? Choose one answer (`interval_says`):
#
# - `surely-inside`: next month's count will lie between 400 and 460 thousand
# - `two-in-ten-outside`: of ten such months, about two will lie outside the interval
# - `says-nothing`: it says nothing about next month: the count can be any number
# - `range-of-the-mean`: the average count of all months lies inside with a probability of 80%

# %% answer="interval-reading"
interval_says = "..."
### BEGIN SOLUTION
interval_says = "two-in-ten-outside"
### END SOLUTION

# %% check="interval-reading"
check("interval-reading", interval_says)

# %% [markdown]
# ## 9. A number that follows the costs (Build, 1 point)
#
# Write the function `planning_number`. It takes a forecast, a column of past errors (what happened minus what was forecast), what each thousand people too few costs (`cost_few`), and what each thousand too many costs (`cost_many`). It returns the forecast plus a **quantile** of the past errors: the value below which a given share of them lies. The share is `cost_few`, divided by the sum of `cost_few` and `cost_many`, as in section 5 of the lesson.
#
# Replace the three dots by one or two lines; begin each with four spaces. The last one begins with `return`.
#
# There are several ways to compute a quantile; each is right. When your work is graded, your function is also tried with other numbers.


# %% answer="planning-number"
def planning_number(forecast, errors, cost_few, cost_many):
    """The number to plan for, when too few and too many cost differently."""
    ...
    ### BEGIN SOLUTION
    share = cost_few / (cost_few + cost_many)
    return forecast + errors.quantile(share)
    ### END SOLUTION


# %% check="planning-number"
check("planning-number", planning_number)

# %% [markdown]
# ## 10. Ready for how many? (Decide, 1 point)
#
# **Leisure and hospitality**, January 2008. The office judges that each thousand people too few costs **four** times as much as each thousand too many. The next cell shows the forecast, and which values the past errors (what happened minus what was forecast) had. The first row means: in 10% of the past months the error was at most this number.
#
# For how many thousand people should the offices be ready? Give thousands, rounded to the nearest thousand or finer, without a comma (`ready_for`).

# %% locked="leisure-table" closed=true
leisure = counts["Leisure and hospitality"]
past = (leisure - backtest(leisure, range(2003, 2008))).dropna()
ahead = backtest(leisure, [2008])["2008-01-01"]
print(t("Forecast for January 2008: {n} thousand").format(n=t.number(ahead, 1)))
note = t("Mean absolute error in 2007, thousands: {rule}, {n}")
for name, gone in {
    t("regression"): past,
    t("last month repeated"): leisure.diff(),
    t("same month last year"): leisure.diff(12),
    t("last month, changed as last year"): leisure
    - leisure.shift(1) * leisure.shift(12) / leisure.shift(13),
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
# First: what is the honest answer? Choose one answer (`why_unseen`):
#
# - `too-few-months`: it had learned from too few months of the kind in its table
# - `too-simple`: a more powerful model would have found the signs in the table
# - `never-in-the-data`: its data held nothing like the crisis, and none of its causes
# - `too-narrow`: its interval was too narrow: 95% would have included these months
#
# Second: what should the service do from now on? Choose one answer (`what_now`):
#
# - `learn-and-trust`: let the model learn the months of the crisis, and use it as before
# - `leave-out`: leave 2008 and 2009 out as outliers, and learn from ordinary years
# - `switch-off`: stop using forecasts, and let each office plan from its own experience
# - `limits-and-people`: set in advance after how many misses people decide, and keep a reserve

# %% answer="break"
why_unseen = "..."
what_now = "..."
### BEGIN SOLUTION
why_unseen = "never-in-the-data"
what_now = "limits-and-people"
### END SOLUTION

# %% check="break"
check("break", why_unseen, what_now)

# %% [markdown]
# ## 12. A note to the head of the employment service (4 points, read by a person)
#
# Let us go back to the end of December 2007. Write to the head of the service, in a text of 150 to 250 words: for how many people from leisure and hospitality should the offices be ready in January? Use the numbers under exercise 10. There is more than one good answer. To write, double-click on the three dots below. One point for each of these:
#
# 1. **Number and range.** The first two sentences say how many people to plan for, within which range the count should lie, and how often such a range is missed.
# 2. **Test.** The note says how the method was tested, against which benchmark, and how large its error is in people.
# 3. **Costs.** It says which mistake is worse and who suffers from it, and how the number follows from that.
# 4. **Limits.** It says whom the data do not count or do not show separately: women and men, for example, and people who work without a contract. It says which sign would show that the model no longer works, and who decides then.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# I propose to be ready for about 1,108,000 people from leisure and hospitality in January. The forecast itself is 1,061,000; in eight of ten past months the count lay between 95,000 below and 97,000 above the forecast, so about two months in ten fall outside.
#
# The method repeats last month and adds what the calendar month usually brings. We tested it by time: each year it learned only from earlier years. In 2007 it was off by 36,000 people on average, against 48,000 for repeating last month, the strongest of three simple rules.
#
# We reckon that a thousand people too few costs four times as much as a thousand too many, because people then wait for advice and money. So the number lies where eight in ten past errors were smaller. That weight is a choice; please confirm or change it.
#
# The figures come from a household survey. They leave out people who have given up looking and those who never worked, count people who work without a contract as employed, and do not show women and men apart, or regions. Nor does everybody counted come to an office. The model knows only years without a crisis. If two months in a row lie above the range, it should be set aside: you and the regional offices then decide, with the reserve that I ask you to keep.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the head of the service would, and tick:
#
# - ☐ Do the first two sentences give a number of people and a range?
# - ☐ Do I say how often the count lies outside such a range?
# - ☐ Do I name the years of the test, the benchmark, and the mean error in people?
# - ☐ Do I say which mistake is worse, who suffers from it, and how the number follows?
# - ☐ Do I name at least one group that the data leave out or do not show separately?
# - ☐ Do I say which sign shows that the model no longer works, and who decides then?
#
# <details><summary>An example note about another service</summary>
#
# Invented: passports in another country, at the end of May.
#
# I propose to be ready for 24,500 applications in July. The forecast is 23,800. In eight of ten past months the count lay between 2,100 below and 1,900 above the forecast, so about two months in ten fall outside this range.
#
# The method adds this year's growth to the same month of last year. We tested it on three years, each time with earlier months only. It was off by 1,150 applications on average; the same month last year alone, the stronger of two simple rules, was off by 1,600.
#
# A late passport can cost a worker a job abroad; a day without work at a counter costs a day's pay. We count the first as twice as bad. So I added 700, the error that two thirds of past errors did not exceed. Please confirm or change this weight.
#
# We count applications: people who live far from an office are missing, and women and men are not shown separately. If two months in a row lie above the range, the head of passports decides about extra shifts.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 4, because everybody will meet such a claim: two people show the division on the board, one for each benchmark. Exercise 10, because the same table gives another number for another ratio of costs: ask who would sign for four to one.
#
# **How to read the note.** A typical note with 2 points states the number and the test. It gives no reason for the ratio of costs, or does not say which people wait. A note with 4 points gives the reader what is needed to choose another ratio and find the new number. It also says who decides when two months in a row lie above the interval.
