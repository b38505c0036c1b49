# %% [markdown]
# # Predictive analytics
#
# **The decision.** How many job-seekers must the employment offices be ready for next month? If too few desks are staffed, people wait for advice and for their benefit. If too many are staffed, money and staff are lacking elsewhere.
#
# **After this lesson you can**
#
# - choose a benchmark that does not make a forecast look better than it is;
# - test a forecast the way it will be used: in order of time, never on months picked at random;
# - make a prediction interval and measure how reliable it is;
# - choose a number that follows from the costs of too few and of too many;
# - explain what a model cannot know, and how a service notices that its model no longer works.
#
# {{time}}
#
# **Data.** Unemployed people in the United States, month by month from 2000 to early 2010, in 14 groups by industry and kind of work. Mining and extraction, which in many months has fewer than 30 thousand unemployed people, is not shown separately; the results cover the other **13 industries**. The total counts all 14. The figures are estimates from a survey of about 60,000 households. They count people without work, not staff and not jobs. People who never worked are in none of the groups, and neither are people who have given up looking. The file gives no margin of error and no figures by sex.
#
# Answer each question before you run the cell below it. Code that you need not read is folded: run it like any other cell. To read it, press “Show the code”.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Decision and section 1: 5 minutes. Section 2, with the short cells run by everybody: 15. Section 3: 15. Section 4: 10. Section 5: 10, and 25 for the group activity. Section 6: 10.
#
# **Prepare.** Run the lesson once. Print the table for the group activity six times. Find out who publishes the unemployment figures of your country, and on which day.
#
# **If time is short,** leave out section 4. Do not leave out the two benchmarks of section 3.
#
# **For those who are ahead.** Replace `"All"` in the first short cell of section 2 by `"Construction"` and run the short cells of sections 2 and 3 again. Which rule is closest now? Then put `"All"` back.

# %% folded="setup"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.ticker import FuncFormatter
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

from course import check, load_dataset, show, translator

t = translator("02-predictive-analytics")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"
millions = FuncFormatter(lambda value, _: t.number(value / 1000, 1))

# %% [markdown]
# ## 1. When do the offices fill?
#
# We imagine that it is **the end of December 2007**. Until section 6 we look at nothing later, because the test of a forecast can use only what was known at the time. We assume that a month's figure is available on its last day. Find out when yours is published.
#
# In which months would you expect most people to be without work? Is it the same in construction and in government?

# %% folded="season-table"
counts = load_dataset("us-unemployment").pivot(index="month", columns="industry", values="count")
counts.columns = list(counts.columns)
counts["All"] = counts.sum(axis=1)
# In many months fewer than 30 thousand unemployed people: too few for a forecast of its own.
counts = counts.drop(columns="Mining and Extraction")
industries = [name for name in counts if name != "All"]

names = {
    "All": t("All groups together"),
    "Construction": t("Construction"),
    "Government": t("Government"),
    "Manufacturing": t("Manufacturing"),
    "Education and Health": t("Education and health"),
}
known = counts[:"2007"]
# Each month as a part of its own year's mean, then the mean of all Januaries, Februaries ...
season = (
    (known / known.groupby(known.index.year).transform("mean")).groupby(known.index.month).mean()
)
part = season[list(names)]
pd.DataFrame(
    {
        t("mean, thousands"): known[list(names)].mean().map(t.number),
        t("month with most people"): part.idxmax(),
        t("month with fewest people"): part.idxmin(),
        t("most divided by fewest"): [t.number(r, 1) for r in part.max() / part.min()],
    }
).rename(index=names)

# %% folded="figure-season"
fig, (ax, right) = plt.subplots(1, 2, figsize=(8, 3.8), width_ratios=[1.1, 1])
ax.plot(known.index, known["All"], color=DARK)
ax.set_ylim(0, 10_000)
ax.yaxis.set_major_formatter(millions)
ax.set_ylabel(t("Unemployed people, millions"))
ax.set_title(t("All groups together"))
lines = [("Construction", DARK, "o", "-"), ("Government", AMBER, "s", "-"), ("All", GREY, "", "--")]
for name, colour, mark, style in lines:
    right.plot(season.index, season[name], color=colour, marker=mark, ls=style, label=names[name])
right.set_xticks(range(1, 13))
right.set_xlabel(t("Calendar month (1 = January)"))
right.set_ylabel(t("Share of the year's mean"))
right.yaxis.set_major_formatter(t.percent)
right.legend(loc="upper center")
right.set_ylim(0.6, 1.75)
right.set_title(t("A usual year, 2000 to 2007"))
show(
    fig,
    title=t("Winter brings people from construction, summer those from government"),
    source="us-unemployment",
    alt=t(
        "Left, a line of all unemployed people from 2000 to 2007, with a peak each January. "
        "Right, a usual year: construction is {winter} of its mean in February and {summer} in "
        "July, government {july} in July; all groups together swing much less."
    ).format(
        winter=t.percent(season.loc[2, "Construction"]),
        summer=t.percent(season.loc[7, "Construction"]),
        july=t.percent(season.loc[7, "Government"]),
    ),
)

# %% [markdown]
# The months are numbered: 2 is February. In construction most people are without work in February, 1.8<!--above season-table--> times as many as in the month with the fewest. In government it is July. In the total, these seasons hide each other. A plan that follows the total alone has enough desks for the year as a whole, but too few of them in the months that need them.
#
# These numbers are **not seasonally adjusted**. Headlines often use adjusted numbers, without the usual season, so that the trend can be seen. A plan for desks needs the season: in winter, more people do come to the offices.

# %% [markdown]
# ## 2. Three simple rules
#
# Before any model, try three rules that a clerk can apply with the figures of last month and of last year.
#
# - **Last month repeated**, the *naive* rule: July will be like June.
# - **Same month last year**, the *seasonal-naive* rule: this July will be like last July.
# - **Last month, changed as last year**: from June to July the count changes by the same factor as last year.
#
# `counts` is a table with a row for each month and a column for each industry. We take the column of all groups together, and move it down: by one row for the first rule, by twelve rows for the second. The third multiplies last month's count by last year's factor. The last line shows the months of 2007, rounded: `.loc` picks rows of a table by their label, here by the year.

# %% id="rules"
series = counts["All"]
last_month = series.shift(1)
last_year = series.shift(12)
changed = series.shift(1) * series.shift(12) / series.shift(13)

columns = {"series": series, "last_month": last_month, "last_year": last_year, "changed": changed}
pd.DataFrame(columns).loc["2007"].round()

# %% [markdown]
# In the row of each month, `last_month`, `last_year` and `changed` hold the forecasts of the three rules.
#
# How far off is a rule? For each month, subtract the forecast from what happened, drop the sign, and take the mean. This is the **mean absolute error**. We compute it for 2004 to 2007: the years in square brackets pick out the months, `.abs()` drops the sign, and `.mean()` takes the mean, without empty months.

# %% id="mean-error"
errors = series["2004":"2007"] - last_month["2004":"2007"]
errors.abs().mean()

# %% [markdown]
# “Last month repeated” was off by 329 thousand people on average.
#
# A **function** is a recipe with a name. After `def` come its name and, in brackets, its ingredients, the *arguments*. The lines of the recipe begin with four spaces; `return` hands over the result. The text between `"""` says what the recipe is for; Python does not use it. This function finds the error in the worst month:


# %% id="largest-error"
def largest_error(actual, forecast):
    """How far off the forecast was in its worst month."""
    errors = actual - forecast
    return errors.abs().max()


print(largest_error(series["2004":"2007"], last_month["2004":"2007"]))

# %% [markdown]
# The last line uses the recipe: what happened takes the place of `actual`, the rule's forecasts that of `forecast`.
#
# Now all three rules for several industries. Which one do you expect to be closest: in construction, in government, in manufacturing?

# %% folded="rules-table"
TESTED = slice("2004", "2007")


def mean_absolute_error(forecasts, years=TESTED):
    return (counts - forecasts)[years].abs().mean()


rules = pd.DataFrame(
    {
        t("last month repeated"): mean_absolute_error(counts.shift(1)),
        t("same month last year"): mean_absolute_error(counts.shift(12)),
        t("last month, changed as last year"): mean_absolute_error(
            counts.shift(1) * counts.shift(12) / counts.shift(13)
        ),
    }
)
shown = rules.loc[list(names)].rename(index=names).map(t.number)
pd.concat({t("mean absolute error, thousands"): shown}, axis=1)

# %% [markdown]
# For all groups together the third rule is by far the closest: it misses by 185<!--above rules-table--> thousand, last month repeated by 329<!--above rules-table-->. By industry it depends. In construction the third rule is closest too (83<!--above rules-table-->); in government, where the season is strong, last year's month (48<!--above rules-table-->). In manufacturing last month repeated is the closest: it misses by 48<!--above rules-table--> thousand, last year's month by 131<!--above rules-table-->. So a report on a model should show the errors of **all three** rules.
#
# **Check yourself.** A forecast was 100 thousand in each of four months. The counts were 110, 120, 100 and 50 thousand. What is the mean absolute error? Give it in thousands (`error`).

# %%
error = ...

# %%
check("quick-mae", error)

# %% [markdown]
# ## 3. Is a regression better than the rules?
#
# A **regression** learns from past months how much each piece of information counts. Ours gets two pieces: the calendar month, as a column for each month with 1 in that month and 0 otherwise, and last month's count. So it starts from last month's count and adds what this calendar month usually brings. `features` makes its table; the second cell below shows the rows of 2006. A table needs `.loc` to pick the rows of one year. A single column, and a range such as `"2000-02":"2005"`, need only the square brackets.


# %% folded="backtest"
def features(series):
    """For each month: a 1 in the column of its calendar month, and last month's count."""
    months = pd.get_dummies(series.index.month, prefix="month", dtype=float)
    return months.set_index(series.index).assign(last_month=series.shift(1))


def backtest(series, years):
    """Forecasts for each year, by a regression that has learned from earlier years only."""
    table = features(series)
    forecasts = []
    for year in years:
        before = (table.index.year < year) & table.notna().all(axis=1)
        model = LinearRegression().fit(table[before], series[before])
        ahead = table.loc[str(year)]
        forecasts.append(pd.Series(model.predict(ahead), ahead.index))
    return pd.concat(forecasts)


# %% id="features"
table = features(series)
table.loc["2006"]

# %% [markdown]
# With `fit` the regression learns from the months until 2005. January 2000 is left out, because it has no month before it. With `predict` the regression forecasts the twelve months of 2006. The last line prints the mean absolute error.

# %% id="regression"
model = LinearRegression()
model.fit(table["2000-02":"2005"], series["2000-02":"2005"])
forecast = model.predict(table.loc["2006"])
(series["2006"] - forecast).abs().mean()

# %% [markdown]
# The test repeats the conditions of real use: the regression learns from all *earlier* years, then forecasts month by month; last month's count is known each time. This is a **backtest**. The next cell makes such forecasts for each industry, in the table `regression`; its column `regression["All"]` holds those for all groups together. The cell shows the errors of 2004 to 2007. What do you expect?

# %% folded="regression-error"
regression = counts.apply(backtest, years=range(2003, 2011))
methods = {
    t("last month repeated"): last_month,
    t("same month last year"): last_year,
    t("last month, changed as last year"): changed,
    t("regression"): regression["All"],
}
for name, forecasts in methods.items():
    error_of = (series - forecasts)[TESTED].abs().mean()
    print(t("{method}: error {n} thousand").format(method=name, n=t.number(error_of)))

# %% [markdown]
# For all groups together the regression misses by 175<!--above regression-error--> thousand: about half as much as last month repeated, but little less than the third rule (185<!--above regression-error-->). Now by industry. The rule with which we compare it is the **benchmark**. The **improvement** is the share of the benchmark's error that the regression takes away:
#
# $$\text{improvement} = 1 - \frac{\text{error of the regression}}{\text{error of the benchmark}}$$
#
# Which rule should be the benchmark, and does it matter?

# %% folded="regression-wins"
errors_of_regression = mean_absolute_error(regression)
strongest = rules.min(axis=1)
improvement = pd.DataFrame(
    {
        t("against the same month last year"): 1 - errors_of_regression / rules.iloc[:, 1],
        t("against the strongest rule"): 1 - errors_of_regression / strongest,
    }
)
wins = (improvement.loc[industries] > 0).sum()
notes = [
    t("Better than the same month last year: in {n} of {all} industries"),
    t("Better than the strongest rule: in {n} of {all} industries"),
]
for note, n in zip(notes, wins):
    print(note.format(n=n, all=len(industries)))
# One decimal, so that the percentages can be computed again from the table.
shown = rules.assign(**{t("regression"): errors_of_regression}).map(lambda n: t.number(n, 1))
pd.concat({t("error, thousands"): shown, t("improvement"): improvement.map(t.percent)}, axis=1).loc[
    list(names)
].rename(index=names)

# %% folded="figure-improvement"
fig, ax = plt.subplots(figsize=(8, 3.8))
part = improvement.loc[list(names)]
place = np.arange(len(part))
for shift, benchmark, colour in zip([-0.2, 0.2], part, [AMBER, DARK]):
    bars = ax.barh(
        place + shift,
        part[benchmark],
        0.38,
        color=colour,
        label=benchmark,
    )
    ax.bar_label(bars, [t.percent(share) for share in part[benchmark]], padding=3)
ax.axvline(0, color="black", lw=1)
ax.set_yticks(place, [names[name] for name in part.index])
ax.invert_yaxis()
ax.set_xlim(-0.2, 0.85)
ax.xaxis.set_major_formatter(t.percent)
ax.legend(loc="lower right")
show(
    fig,
    title=t("In manufacturing a weak benchmark makes a useless model look excellent"),
    subtitle=t("Share of the benchmark's error that the regression takes away"),
    source="us-unemployment",
    alt=t(
        "Bars of the regression's improvement. In manufacturing it is {weak} against the same "
        "month of last year, and {strong} against the strongest rule; in government it is {same} "
        "against both; for all groups together it falls from {all_weak} to {all_strong}."
    ).format(
        weak=t.percent(part.iloc[3, 0]),
        strong=t.percent(part.iloc[3, 1]),
        same=t.percent(part.iloc[2, 0]),
        all_weak=t.percent(part.iloc[0, 0]),
        all_strong=t.percent(part.iloc[0, 1]),
    ),
)

# %% [markdown]
# For all groups together, a report could claim 65%<!--above regression-wins-->, if it compared only with the same month last year. Against the strongest rule, 5%<!--above regression-wins--> remain. In manufacturing, the same comparison gives “the error is 62%<!--above regression-wins--> smaller”. This is true, but useless. There the strongest rule is to repeat last month: a clerk who does so has an error of 47.6<!--above regression-wins--> thousand, and the regression has 50.2<!--above regression-wins-->. Against the strongest rule, the improvement is below 0 (−5%<!--above regression-wins-->):

# %% id="improvement"
1 - 50.2 / 47.6

# %% [markdown]
# In government the strongest rule is the same month last year, so the improvement is 34%<!--above regression-wins--> in both comparisons. The regression beats the same month last year in 12<!--above regression-wins--> of 13<!--above regression-wins--> industries, the strongest rule in 9<!--above regression-wins-->: by industry it is worth more than for the total.
#
# A weak benchmark makes every model look good.

# %% [markdown] facilitator=true
# **Participants often say:** “62% is still an improvement.” Answer: it is an improvement on a rule that nobody in manufacturing would use. One question to the vendor would have shown this: “What was the error of repeating last month?” Have everybody write this question down.

# %% [markdown]
# ## 4. Was it known on the day?
#
# A common way to test a model is to pick some months at random, set them aside, let the model learn from the rest, and compare. For people in a register this is often right. For months it is not.

# %% folded="figure-splits"
random_order = np.random.default_rng(2).permutation(len(known))
test_random = np.isin(np.arange(len(known)), random_order[:19])
test_time = known.index >= "2006-06"
fig, ax = plt.subplots(figsize=(8, 2.6))
for y, test in [(1, test_random), (0, test_time)]:
    for chosen, edge, face, mark, size in [
        (~test, "dimgrey", "white", "s", 13),
        (test, DARK, DARK, "D", 26),
    ]:
        ax.scatter(
            known.index[chosen], np.full(chosen.sum(), y), edgecolors=edge, facecolors=face,
            marker=mark, s=size, lw=0.8,
        )  # fmt: skip
ax.set_yticks([1, 0], [t("picked at random"), t("split by time")])
ax.set_ylim(-0.6, 1.6)
ax.spines["left"].set_visible(False)
ax.tick_params(left=False)
show(
    fig,
    title=t("Picked at random, a test month has neighbours that the model has learned"),
    subtitle=t("Month (white squares: the model learns; dark diamonds: it is tested)"),
    source="us-unemployment",
    alt=t(
        "Two rows of 96 months. In the upper row the test months lie scattered among the months "
        "that the model learns from. In the lower row they all come after them."
    ),
)

# %% [markdown]
# A **random forest** is a model that many tools offer first: the mean of many *decision trees*. A tree sorts months by yes-or-no questions, here about their dates, and forecasts the mean count of the most similar months that it has learned. We test a forest twice on the same 48 months, 2004 to 2007. In the first test, chance divides the months into five parts; for each part, the forest learns from the other four. In the second test, the forest learns, for each year, from earlier years only. What will the two tests say? The next cell takes a few seconds.


# %% folded="forest-table"
def forest_forecasts(series, splits):
    """For each split into learned and tested months, the forest's forecasts for the tested."""
    dates = np.column_stack([np.arange(len(series)), series.index.month])
    forecasts = pd.Series(np.nan, series.index)
    for learned, tested in splits:
        forest = RandomForestRegressor(50, random_state=0)
        forest.fit(dates[learned], series.iloc[learned])
        forecasts.iloc[tested] = forest.predict(dates[tested])
    return forecasts


place, year = np.arange(len(known)), known.index.year
at_random = list(KFold(5, shuffle=True, random_state=0).split(place))
by_time = [(place[year < y], place[year == y]) for y in range(2004, 2008)]
found = {}
for name in names:
    drawn, timed = (forest_forecasts(known[name], splits) for splits in (at_random, by_time))
    found[names[name]] = {
        t("forest, months picked at random"): (known[name] - drawn)[TESTED].abs().mean(),
        t("forest, split by time"): (known[name] - timed)[TESTED].abs().mean(),
        t("strongest rule"): strongest[name],
    }
forest_errors = pd.DataFrame(found).T
pd.concat({t("mean absolute error, thousands"): forest_errors.map(t.number)}, axis=1)

# %% folded="figure-leak"
relative = forest_errors.iloc[:, :2].div(forest_errors.iloc[:, 2], axis=0)
fig, ax = plt.subplots(figsize=(8, 3.6))
place = np.arange(len(relative))
ax.hlines(place, relative.iloc[:, 0], relative.iloc[:, 1], color=GREY, lw=2)
for column, colour, mark in zip(relative, [AMBER, DARK], ["s", "o"]):
    ax.scatter(relative[column], place, color=colour, marker=mark, s=70, zorder=2, label=column)
ax.axvline(1, color="black", lw=1, ls="--")
ax.text(1.01, -0.75, t("error of the strongest rule"), va="center")
ax.set_yticks(place, relative.index)
ax.set_ylim(len(relative) - 0.5, -1.1)
ax.set_xlim(0.3, 2.8)
ax.xaxis.set_major_formatter(t.percent)
ax.legend(loc="lower right")
show(
    fig,
    title=t("The random split promises a better model than the offices would get"),
    subtitle=t("Forest's error, as a part of the strongest rule's error"),
    source="us-unemployment",
    alt=t(
        "For each group two marks. Tested on months picked at random, the forest's error lies below "
        "that of the strongest rule in each industry. Tested by time it is far larger: about that of "
        "the strongest rule in construction and government, and well above it elsewhere."
    ),
)

# %% [markdown]
# In manufacturing the random test says 39<!--above forest-table--> thousand: better than any rule. Tested by time, the same forest misses by 103<!--above forest-table-->. In the random test the forest had learned from the months just before *and just after* each test month. In real use nobody knows the month after.
#
# This is called a **leak**: information from the future, or about the answer itself, reaches the model. In 2023 Sayash Kapoor and Arvind Narayanan collected reports of leaks in 17 fields of science, affecting 294 papers.
#
# **Check yourself.** It is the end of June 2007. A model has to forecast July 2007. Which of these numbers can it use? Choose one answer (`may_be_used`):
#
# - `july-2006`: the count of July 2006
# - `august-2007`: the count of August 2007
# - `july-2007`: the count of July 2007
# - `mean-2007`: the mean count of 2007

# %%
may_be_used = "..."

# %%
check("quick-known", may_be_used)

# %% [markdown]
# ## 5. How sure is the forecast, and for how many should we plan?
#
# A single number does not show how far off it can be. A **prediction interval** says between which two values the count of the next month should lie, and in what share of the months. A sound way to make one is to use the errors of the backtest: what happened minus what was forecast, above 0 when more people came.
#
# A **quantile** is the value below which a given share of the numbers lies: a tenth of them for `quantile(0.1)`. 80% of the errors of 2003 to 2006 lie between their quantiles 0.1 and 0.9. Add each of these two numbers to a forecast, and you have the two ends of its **80% interval**. This is a form of *split conformal prediction*. It assumes that past and coming errors are **exchangeable**: they could have come in any order.
#
# Does it hold? The share of new months that fall inside is its **coverage**. We compute it for the months of 2007. `between` gives true or false for each month; the mean of true and false is the share of true.

# %% id="interval"
errors = series - regression["All"]
low = errors["2003":"2006"].quantile(0.1)
high = errors["2003":"2006"].quantile(0.9)
inside = errors.between(low, high)
print(inside["2007"].mean())

# %% folded="figure-interval"
all_errors = counts - regression
lowest = all_errors["2003":"2006"].quantile(0.1)
highest = all_errors["2003":"2006"].quantile(0.9)
held = ((all_errors >= lowest) & (all_errors <= highest)).loc["2007", industries]
note = t("Coverage in 2007, 13 industries together: {share}")
print(note.format(share=t.percent(held.to_numpy().mean())))

forecasts, happened = regression["All"]["2007"], series["2007"]
month, held = np.arange(1, 13), inside["2007"].to_numpy()
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.fill_between(
    month, forecasts + low, forecasts + high, color=GREY, alpha=0.45, lw=0, label=t("80% interval")
)
ax.plot(month, forecasts, color="black", lw=1, label=t("forecast"))
ax.scatter(month[held], happened[held], color=DARK, s=50, zorder=3, label=t("inside"))
ax.scatter(
    month[~held], happened[~held], color=AMBER, marker="D", s=60, zorder=3, edgecolors="black",
    label=t("outside"),
)  # fmt: skip
ax.set_xticks(month)
ax.set_xlabel(t("Month of 2007 (1 = January)"))
ax.yaxis.set_major_formatter(millions)
ax.legend(ncols=4, loc="upper center")
ax.set_ylim(5200, 7900)
show(
    fig,
    title=t("In 2007 the interval held in nine months of twelve"),
    subtitle=t("Unemployed people, millions"),
    source="us-unemployment",
    alt=t(
        "All groups in 2007: the forecasts with a grey band, the 80% interval. Nine counts lie "
        "inside. Those of April, July and December lie above the band."
    ),
)

# %% [markdown]
# In nine months of twelve the count fell inside. Twelve months are too few to tell 75% from 80%. In the 13 industries together, which have more months but rise and fall together, coverage is 77%<!--above figure-interval-->: about what past errors can promise, for the middle 80% of 48 errors covers a new month in 77 cases of 100, even if nothing changes. All three misses are on the same side: the count was above the interval, most of all in December.
#
# **Check yourself.** A service uses an 80% interval for 60 months, and the months stay as they were. In how many months should it expect a count outside? Give a whole number (`months_outside`).

# %%
months_outside = ...

# %%
check("quick-outside", months_outside)

# %% [markdown]
# Should the offices plan for the forecast itself? Suppose that a thousand people too few costs **three** times as much as a thousand too many: in one case people wait weeks for their benefit, in the other desks are idle. Then the plan should be higher than the forecast. How much higher? The past errors tell us.
#
# We add a fixed number to every forecast, work out what the plan would have cost from 2003 to 2007, and look for the number with the lowest cost.

# %% folded="figure-costs"
five_years = errors["2003":"2007"]


def mean_cost(added, few, many):
    missing = five_years - added
    return (few * missing.clip(lower=0) + many * (-missing).clip(lower=0)).mean()


steps = np.arange(-250, 351, 2)
fig, ax = plt.subplots(figsize=(8, 3.8))
cases = [(3, 0.75, DARK, "-", t("too few costs three times as much")),
         (1, 0.5, AMBER, "--", t("both cost the same"))]  # fmt: skip
for few, quarter, colour, style, label in cases:
    ax.plot(steps, [mean_cost(step, few, 1) for step in steps], color=colour, ls=style, label=label)
    best = five_years.quantile(quarter)
    ax.scatter(best, mean_cost(best, few, 1), color=colour, s=70, zorder=3)
    note = t("lowest cost at {n}").format(n=t.number(best))
    above, align = (30, "bottom") if few == 3 else (-10, "top")
    ax.annotate(
        note, (best, mean_cost(best, few, 1)), (0, above), textcoords="offset points",
        ha="center", va=align,
    )  # fmt: skip
ax.set_ylim(0, 520)
ax.set_xlabel(t("Thousands of people added to the forecast"))
ax.legend(loc="lower right")
ahead = regression.loc["2008-01-01", "All"]
note = t(
    "January 2008, millions of people. Forecast: {n}. 80% interval: {low} to {high}. "
    "Number to plan for: {plan}."
)
print(
    note.format(
        n=t.number(ahead / 1000, 2),
        low=t.number((ahead + five_years.quantile(0.1)) / 1000, 2),
        high=t.number((ahead + five_years.quantile(0.9)) / 1000, 2),
        plan=t.number((ahead + five_years.quantile(0.75)) / 1000, 2),
    )
)
show(
    fig,
    title=t("Where too few costs more, the plan is above the forecast"),
    subtitle=t("Mean cost a month\n(1 = a thousand too many)"),
    source="us-unemployment",
    alt=t(
        "Two curves of mean cost against the number added to the forecast. With equal costs the lowest point of the curve is at {even} thousand, with three to one at {few} thousand."
    ).format(even=t.number(five_years.quantile(0.5)), few=t.number(five_years.quantile(0.75))),
)

# %% [markdown]
# With a ratio of three to one, the cost is lowest when 41<!--above figure-costs--> thousand people are added to the forecast. This number is a quantile of the past errors. Its share is the cost of too few, divided by the sum of the two costs: $3 / (3 + 1) = 75\%$. If both mistakes cost the same, the share is 50%, and the plan is 70<!--above figure-costs--> thousand *below* the forecast, because from 2003 to 2007 the forecast was too high more often than too low. With a share of 75%, three quarters of the past errors were smaller than 41<!--above figure-costs--> thousand:

# %% id="planned"
past = errors["2003":"2007"]
share = 3 / (3 + 1)
past.quantile(share)

# %% [markdown]
# So the proposal at the end of 2007 adds 41<!--above figure-costs--> thousand to the forecast of 7.87<!--above figure-costs--> million: be ready for 7.91<!--above figure-costs--> million people in January 2008; expect between 7.55<!--above figure-costs--> and 8.12<!--above figure-costs--> million, and a count outside in about two months in ten.
#
# “Three to one” is not in the data. It compares a person's weeks of waiting with an idle desk, and the head of the service has to decide it, in writing, before the number is known. And not everybody counted comes to an office.

# %% [markdown] public=true facilitator=true
# **Group activity, 25 minutes, for a class of 37.** Form five groups of six people and one of seven. Give each group one service: employment office, passports, emergency ward, school places, court registry or tax hotline. Also give it the printed table of past errors, the output of `past.quantile([0.5, 0.67, 0.75, 0.8, 0.83, 0.9])`. Each group has 15 minutes for three steps:
#
# 1. Agree on a ratio: how many times as much does it cost to plan for a thousand people too few as for a thousand too many?
# 2. Compute the share from this ratio, as in the lesson.
# 3. Find this share in the table, and read how many people to add to the forecast.
#
# Then each group reports in one minute: its ratio, the number of people to add, and who suffers from each of the two mistakes.

# %% [markdown] facilitator=true
# **Participants often say:** “The model should decide the ratio.” Answer: the data show how often each mistake happened, not how bad it is. Ask who in their service signs for that today.

# %% [markdown]
# ## 6. The break: what was not in the table
#
# Now we can look at the months that followed. How many people were unemployed in January 2008, and what would the three rules have forecast?

# %% folded="january-table"
january = pd.Timestamp("2008-01-01")
numbers = pd.Series(
    {
        t("what happened"): series[january],
        t("plan"): ahead + past.quantile(0.75),
        t("regression"): ahead,
        t("lower end of the interval"): ahead + past.quantile(0.1),
        t("same month last year"): last_year[january],
        t("last month repeated"): last_month[january],
        t("last month, changed as last year"): changed[january],
    }
)
januaries = past[past.index.month == 1]
note = t("Januaries from 2003 to 2007 with a forecast that was too high: {n} of 5")
print(note.format(n=(januaries < 0).sum()))
note = t("Unemployed people in January 2008: {n} million")
print(note.format(n=t.number(series[january] / 1000, 2)))
pd.DataFrame(
    {
        t("January 2008, thousands"): numbers.map(t.number),
        t("difference from what happened"): (numbers - numbers.iloc[0]).map(t.number),
    }
)

# %% [markdown]
# In January 2008, 7.64<!--above january-table--> million people were unemployed: inside the interval, but only 87<!--above january-table--> thousand above its lower end. The forecast was 231<!--above january-table--> thousand too high, more than its usual error of 175<!--above regression-error--> thousand. The plan is above the forecast, so it was 272<!--above january-table--> thousand too high: the offices paid for desks that nobody needed. In 4<!--above january-table--> of the 5 Januaries before, the forecast had been too high as well.
#
# The rule of last year's month would have left 527<!--above january-table--> thousand people without a desk, the rule of last month 824<!--above january-table--> thousand; the third rule was 412<!--above january-table--> thousand too high. One month does not show whether a plan was good: this plan accepts idle desks in many months to avoid long waits in a few.
#
# Keep the interval of December 2007 as it is, and go on month by month to the end of 2009. In how many of the 24 months will the count fall inside?

# %% folded="figure-break"
lowest, highest = all_errors["2003":"2007"].quantile(0.1), all_errors["2003":"2007"].quantile(0.9)
after = slice("2008-01", "2009-12")
forecasts, happened = regression["All"][after], series[after]
above = all_errors["All"][after] > highest["All"]
below = all_errors["All"][after] < lowest["All"]
note = t("Of 24 months: {inside} inside, {above} above, {below} below")
print(note.format(inside=(~above & ~below).sum(), above=above.sum(), below=below.sum()))
twice = (all_errors["All"] > highest["All"]).rolling(2).sum() == 2
first = twice[twice & (twice.index > "2008")].index[0]
note = t(
    "Two months in a row above: {n} times from 2003 to 2007; the first time after that in month "
    "{month} of {year}"
)
print(note.format(n=twice["2003":"2007"].sum(), month=first.month, year=first.year))
note = t("{method}, 2009: error {n} million")
for name, made in methods.items():
    missed = (series - made)["2009"].abs().mean()
    print(note.format(method=name, n=t.number(missed / 1000, 1)))
window = all_errors["All"].rolling(60)
renewed = all_errors["All"].between(window.quantile(0.1).shift(1), window.quantile(0.9).shift(1))
note = t("Interval renewed each month from the last 60 errors: {n} of 24 inside, {share}")
print(note.format(n=renewed[after].sum(), share=t.percent(renewed[after].mean())))

fig, ax = plt.subplots(figsize=(8, 5))
ax.plot(series["2006":"2007"], color="black", lw=1)
ax.fill_between(
    forecasts.index, forecasts + lowest["All"], forecasts + highest["All"], color=GREY, alpha=0.55,
    lw=1, label=t("80% interval of the regression"),
)  # fmt: skip
ax.plot(last_year[after], color="black", ls=":", label=t("same month last year"))
ax.scatter(
    happened[~above & ~below].index, happened[~above & ~below], color=DARK, s=28, zorder=3,
    label=t("inside"),
)  # fmt: skip
ax.scatter(
    happened[above | below].index, happened[above | below], color=AMBER, marker="D", s=38,
    zorder=3, edgecolors="black", label=t("outside"),
)  # fmt: skip
ax.axvline(pd.Timestamp("2007-12-16"), color="black", lw=1, ls="--")
ax.text(pd.Timestamp("2007-11-20"), 9500, t("end of 2007"), ha="right")
ax.yaxis.set_major_formatter(millions)
ax.set_ylim(5500, 15000)
ax.legend(loc="upper left")
show(
    fig,
    title=t("In the break the misses come in a row, and almost all on one side"),
    subtitle=t("Unemployed people, millions"),
    source="us-unemployment",
    alt=t(
        "All groups from 2006 to 2009. Until the end of 2007 about six to seven million; then a "
        "steep rise to almost fourteen. From October 2008 to March 2009 every count lies above "
        "the 80% interval. The same month of last year lies millions below."
    ),
)

# %% [markdown]
# Half: 12<!--above figure-break--> of 24. And the misses are not scattered. In 11<!--above figure-break--> months the count lay above the interval, in 1<!--above figure-break--> below; from October 2008 to March 2009 it lay above in six months in a row. The 80% held only as long as the errors were exchangeable, and a break ends that. An interval made anew each month from the last 60 errors would have covered 58%<!--above figure-break-->.
#
# Anyone who planned by last year's figures, as a yearly budget does, missed by 5.1<!--above figure-break--> million people in 2009; the third rule missed by 0.6<!--above figure-break-->.
#
# **What the model could not know.** The table held dates and counts from eight years without such a crisis. The causes of the break were not in it, so no stronger model of this table and no further months of the same kind could have shown it. (Other figures might have: new claims for benefit, say.) The interval could not warn either: it says how far off past forecasts were. Experts needed time too: the committee that dates recessions in the United States announced only on 1 December 2008 that one had begun in December 2007.
#
# **What a service can do.** It can notice the break. Decide in advance at what point people take over from the model, for example: *if two months in a row lie above the interval, people decide.* From 2003 to 2007 this limit would never have been reached; then it was, at the end of August 2008. (A fair test of such a limit needs other breaks.) The service can also keep a reserve, and say who decides once the model is set aside.
#
# **Whom the number does not show.** By the published averages of 2009, the unemployment rate in construction was 19.6% for men and 13.8% for women; in manufacturing it was 11.8% for men and 12.7% for women. Our file cannot show either gap. People who give up looking are no longer counted, so a falling number can be bad news. People who sell on the street without a contract, even for an hour a week, count as employed in such a survey. Does your office count the people in its register instead? Where no unemployment benefit is paid, fewer people have a reason to register.
#
# **Check yourself.** From April 2009 on most counts lie inside the interval again. What is the reason? Choose one answer (`why_better`):
#
# - `learned-the-crisis`: by then the regression had learned how such a crisis usually develops
# - `told-each-month`: each forecast starts from last month's count, now rising less
# - `interval-adapted`: by then the interval had been widened because of the crisis
# - `crisis-was-over`: by then the count had come back to its level of 2007

# %%
why_better = "..."

# %%
check("quick-break", why_better)

# %% [markdown] facilitator=true
# **Participants often say:** “With more data, or with a modern AI, we would have seen it coming.” Answer: ask in which column of the table the sign would have been. Then ask what they could still have done in September 2008, after two misses in a row.

# %% [markdown]
# ## The same question in your office
#
# Protection against unemployment is a human right (Universal Declaration, Article 23). Other forecasts touch other rights:
#
# - **Statistics office:** interviews next quarter; households without an address are not asked (equality, Article 2).
# - **Court:** petitions a week; people who cannot reach the court file none (effective remedy, Article 8).
# - **Telecom regulator:** complaints after an outage; villages without a network cannot complain (information, Article 19).
# - **Development bank:** repayments by harvest month; farmers who were refused are not in the data (standard of living, Article 25).
# - **Intellectual-property registry:** filings after a new fee; inventors whom the fee keeps away are not counted (protection of one's work, Article 27).

# %% [markdown]
# ## What to take with you
#
# - A model that does not beat the strongest simple rule is not worth its price.
# - Test a model on months that come after those that it learned from.
# - An interval holds only for months like those of the past: measure its coverage.
# - People decide which mistake costs more; no model computes it. The number to plan for follows from this decision.
# - Decide in advance at what point people take over from the model.
#
# ## Sources
#
# - U.S. Bureau of Labor Statistics, Current Population Survey: unemployed persons by industry and class of worker, not seasonally adjusted, January 2000 to February 2010, taken from the package vega-datasets 3.2.1. BLS.gov cannot vouch for the data or analyses derived from these data after the data have been retrieved from BLS.gov. More in the course's datasheet of `us-unemployment`.
# - U.S. Bureau of Labor Statistics, [annual averages 2009, table 26](http://www.bls.gov/cps/aa2009/aat26.txt): rates of men and women in construction and in manufacturing.
# - S. Kapoor, A. Narayanan, [Leakage and the reproducibility crisis in machine-learning-based science](https://reproducible.cs.princeton.edu/), Patterns, 4 August 2023 (only the abstract and summaries were read).
# - International Labour Organization, resolution on statistics of work, employment and labour underutilization, 19th International Conference of Labour Statisticians, October 2013, paragraph 27: one hour of work for pay or profit in the reference week counts as employment (read as quoted in public repositories).
# - National Bureau of Economic Research, [announcement of the peak in economic activity of December 2007](http://www.nber.org/family/family/0117.html), 1 December 2008.
