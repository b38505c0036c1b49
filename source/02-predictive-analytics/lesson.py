# %% [markdown]
# # Predictive analytics
#
# **The decision.** How many job-seekers must the employment offices be ready for next month? If too few desks are staffed, people wait for advice and money. If too many are, money and work are missing elsewhere.
#
# **After this lesson you can**
#
# - set a forecast against the simple rules that it has to beat, and choose the rival that does not flatter;
# - test a forecast as it will be used: by time, never with months drawn at random;
# - make a prediction interval and measure how often it really holds;
# - choose a number that follows the costs of too few and of too many;
# - say what a model cannot know, and how a service notices that it no longer holds.
#
# {{time}}
#
# **Data.** Unemployed people in the United States, month by month from 2000 to early 2010, in 14 groups by industry and kind of work. The group of mining and extraction is small, in many months fewer than 30 thousand people, so the tables show the other **13 industries**; the total counts all 14. The figures are estimates from a survey of about 60,000 households (Current Population Survey, Bureau of Labor Statistics). They count people without work, not staff and not jobs. People who never worked are in none of the groups, and neither are people who have given up looking. The file gives no margin of error and does not tell women from men.
#
# The text can be followed without reading the code. Answer each question before you run the cell below it.
#
# The code that draws a figure is folded. To read it, click on the three dots.

# %%
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
thousands = FuncFormatter(lambda value, _: t.number(value))

# %% [markdown]
# ## 1. When do the offices fill?
#
# We imagine that it is **the end of December 2007**. Until section 6 we look at nothing later: whoever tests a forecast must keep to what could be known. We also act as if a month's figure were there on its last day. Find out when yours arrives.
#
# In which months would you expect most people without work? Is it the same in construction and in government?

# %%
counts = load_dataset("us-unemployment").pivot(index="month", columns="industry", values="count")
counts.columns = list(counts.columns)
counts["All"] = counts.sum(axis=1)
# In many months fewer than 30 thousand people: too few for a forecast of its own.
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
        t("fullest month"): part.idxmax(),
        t("emptiest month"): part.idxmin(),
        t("fullest over emptiest"): [t.number(r, 1) for r in part.max() / part.min()],
    }
).rename(index=names)

# %% folded="figure-season"
fig, (ax, right) = plt.subplots(1, 2, figsize=(10, 3.8), width_ratios=[1.1, 1])
ax.plot(known.index, known["All"], color=DARK)
ax.set_ylim(0, 10_000)
ax.yaxis.set_major_formatter(thousands)
ax.set_ylabel(t("Unemployed people, thousands"))
ax.set_title(t("All groups together"))
lines = [("Construction", DARK, "o", "-"), ("Government", AMBER, "s", "-"), ("All", GREY, "", "--")]
for name, colour, mark, style in lines:
    right.plot(season.index, season[name], color=colour, marker=mark, ls=style, label=names[name])
right.set_xticks(range(1, 13))
right.set_xlabel(t("Calendar month (1 = January)"))
right.set_ylabel(t("Part of the year's mean"))
right.yaxis.set_major_formatter(t.percent)
right.legend(frameon=False, fontsize=10, loc="upper center")
right.set_ylim(0.6, 1.75)
right.set_title(t("A usual year, 2000 to 2007"))
fig.suptitle(t("Winter brings people from construction, summer those from government"))
fig.tight_layout()
show(
    fig,
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
# The months are numbered: 2 is February. In construction February is the fullest month, with 1.8<!--above 1-when-do-the-offices-fill-1--> times as many people as in the emptiest. In government it is July. Together the groups hide each other's seasons. A plan that follows the total alone has enough desks over the year, but too few of them in the months that need them.
#
# These numbers are **not seasonally adjusted**. The headlines often are: the usual season has been taken out so that one sees the change beneath. A plan for desks needs the season: in winter, more people do come to the offices.

# %% [markdown]
# ## 2. What would a clerk have said?
#
# Before any model, two rules that a clerk can apply with last month's sheet, or last year's.
#
# - **Last month repeated**, the *naive* rule: July will be like June.
# - **Same month last year**, the *seasonal-naive* rule: this July will be like last July.
#
# How far off is a rule? For each month take the difference between what happened and what was forecast, drop the sign, and average. This is the **mean absolute error**. Its unit is people, so an office can picture it.
#
# We try both rules on the four years 2004 to 2007. Which one do you expect to be closer: in construction, in government, in manufacturing?

# %% id="rules-table"
TESTED = slice("2004", "2007")


def mean_absolute_error(forecasts, years=TESTED):
    return (counts - forecasts)[years].abs().mean()


last_month = counts.shift(1)
last_year = counts.shift(12)
rules = pd.DataFrame(
    {
        t("last month repeated"): mean_absolute_error(last_month),
        t("same month last year"): mean_absolute_error(last_year),
    }
)
rules.loc[list(names)].rename(index=names).map(t.number)

# %% [markdown]
# It depends. In construction and in government the season is strong, and last year's month is a little closer: 89<!--above rules-table--> against 95<!--above rules-table--> thousand, and 48<!--above rules-table--> against 59<!--above rules-table-->. In manufacturing the level matters more than the season: last month misses by 48<!--above rules-table--> thousand, last year's month by 131<!--above rules-table-->. So a report on a model should show its error beside the errors of **both** rules.
#
# **Check yourself.** A forecast was 100 thousand in each of four months. The counts were 110, 120, 100 and 50 thousand. What is the mean absolute error, in thousands? Give it as `error`.

# %%
error = ...

# %%
check("quick-mae", error)

# %% [markdown]
# ## 3. Does a regression beat the clerk?
#
# A **regression** learns from past months how much each piece of information counts. **Calendar features** are the simplest pieces: a column for each calendar month, which holds 1 in that month and 0 otherwise. We try two regressions:
#
# - **line and season**: the calendar month, and the number of months since January 2000. It draws a straight line through all years and puts the usual season on it;
# - **last month and season**: the calendar month, and last month's count. It asks: from where we are, what does this month usually bring?
#
# The test imitates the work. For each year, the regression learns from all *earlier* years. Then it forecasts month by month; last month's count is known each time. This is a **backtest**.


# %%
def last_month_and_season(series):
    """For each month: a 1 in the column of its calendar month, and last month's count."""
    months = pd.get_dummies(series.index.month, prefix="month", dtype=float)
    return months.set_index(series.index).assign(last_month=series.shift(1))


def line_and_season(series):
    """The calendar month, and the number of months since the first."""
    months = last_month_and_season(series).drop(columns="last_month")
    return months.assign(number=np.arange(len(series), dtype=float))


def backtest(series, years, features=last_month_and_season):
    """Forecasts for each year, by a regression that has learned from earlier years only."""
    table = features(series)
    forecasts = []
    for year in years:
        before = (table.index.year < year) & table.notna().all(axis=1)
        model = LinearRegression().fit(table[before], series[before])
        ahead = table.loc[str(year)]
        forecasts.append(pd.Series(model.predict(ahead), ahead.index))
    return pd.concat(forecasts)


# %% [markdown]
# First all groups together. The two rules miss by 329<!--above rules-table--> and 496<!--above rules-table--> thousand. What do you expect of the two regressions?

# %% folded="figure-regressions"
line = backtest(counts["All"], range(2004, 2008), line_and_season)
regression = counts.apply(backtest, years=range(2003, 2011))
methods = {
    t("last month repeated"): last_month["All"],
    t("same month last year"): last_year["All"],
    t("regression: line and season"): line,
    t("regression: last month and season"): regression["All"],
}
for name, forecasts in methods.items():
    error_of = (counts["All"] - forecasts)[TESTED].abs().mean()
    print(t("{method}: error {n} thousand").format(method=name, n=t.number(error_of)))

fig, ax = plt.subplots(figsize=(9, 3.8))
ax.plot(known.index, known["All"], color="black", lw=2, label=t("what happened"))
ax.plot(line.index, line, color=AMBER, ls="--", lw=2, label=t("line and season"))
ax.plot(
    regression["All"][TESTED], color=DARK, marker="o", ms=4, ls="", label=t("last month and season")
)
ax.set_ylim(4000, 12000)
ax.yaxis.set_major_formatter(thousands)
ax.set_ylabel(t("Unemployed people, thousands"))
ax.legend(frameon=False, loc="upper left")
ax.set_title(t("A line that has learned a rise lies far above a falling count"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "All unemployed people from 2000 to 2007, rising until 2003 and falling after. From 2004 "
        "the forecasts of line and season lie far above the count; those of last month and "
        "season lie on it."
    ),
)

# %% [markdown]
# The line has learned the rise of 2001 to 2003 and carries it on: it misses by 1,691<!--above--> thousand, far worse than either clerk. The other regression misses by 175<!--above--> thousand, about half as much as the better rule. From here on, “the regression” means that one.
#
# Now by industry. The **improvement** is the part of a rival's error that the regression takes away:
#
# $$\text{improvement} = 1 - \frac{\text{error of the regression}}{\text{error of the rival}}$$
#
# Against which rival should we count it, and does it matter?

# %% id="regression-wins"
errors_of_regression = mean_absolute_error(regression)
stronger = rules.min(axis=1)
improvement = pd.DataFrame(
    {
        t("against the same month last year"): 1 - errors_of_regression / rules.iloc[:, 1],
        t("against the stronger rule"): 1 - errors_of_regression / stronger,
    }
)
wins = (improvement.loc[industries] > 0).sum()
notes = [
    t("Better than the same month last year: in {n} of {all} industries"),
    t("Better than the stronger rule: in {n} of {all} industries"),
]
for note, n in zip(notes, wins):
    print(note.format(n=n, all=len(industries)))
# One decimal, so that the percentages can be computed again from the table.
shown = rules.assign(**{t("regression"): errors_of_regression}).map(lambda n: t.number(n, 1))
pd.concat({t("error, thousands"): shown, t("improvement"): improvement.map(t.percent)}, axis=1).loc[
    list(names)
].rename(index=names)

# %% folded="figure-improvement"
fig, ax = plt.subplots(figsize=(9, 3.8))
part = improvement.loc[list(names)]
place = np.arange(len(part))
for shift, rival, colour, hatch in zip([-0.2, 0.2], part, [AMBER, DARK], ["//", ""]):
    bars = ax.barh(
        place + shift, part[rival], 0.38, color=colour, hatch=hatch, edgecolor="white", label=rival
    )
    ax.bar_label(bars, [t.percent(share) for share in part[rival]], padding=3)
ax.axvline(0, color="black", lw=1)
ax.set_yticks(place, [names[name] for name in part.index])
ax.invert_yaxis()
ax.set_xlim(-0.2, 0.85)
ax.xaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Part of the rival's error that the regression takes away"))
ax.legend(frameon=False, loc="lower right", fontsize=10)
ax.set_title(t("In manufacturing a weak rival makes a useless model look excellent"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "Bars of the regression's improvement. In manufacturing it is {weak} against the same "
        "month of last year, and {strong} against the stronger rule; in government it is {same} "
        "against both."
    ).format(
        weak=t.percent(part.iloc[3, 0]),
        strong=t.percent(part.iloc[3, 1]),
        same=t.percent(part.iloc[2, 0]),
    ),
)

# %% [markdown]
# In manufacturing, “the error is 62%<!--above regression-wins--> smaller” is true, and useless: a clerk who repeats last month does better, with an error of 47.6<!--above regression-wins--> thousand against 50.2<!--above regression-wins-->. Against the stronger rule the improvement is −5%<!--above regression-wins-->. In government the stronger rule is the same month last year, so the improvement is 34%<!--above regression-wins--> against either rival. Over all industries, the weak rival is beaten in 12<!--above regression-wins--> of 13<!--above regression-wins-->, the stronger one in 9<!--above regression-wins-->.
#
# A weak rival flatters every model. Ask for the error of *both* rules before you read a percentage.

# %% [markdown]
# ## 4. Would we have known it on the day?
#
# A common way to test a model is to draw some months at random, set them aside, let the model learn from the rest, and compare. For people in a register this is often right. For months it is not.

# %% folded="figure-splits"
random_order = np.random.default_rng(2).permutation(len(known))
test_random = np.isin(np.arange(len(known)), random_order[:19])
test_time = known.index >= "2006-06"
fig, ax = plt.subplots(figsize=(9.5, 2.6))
for y, test in [(1, test_random), (0, test_time)]:
    for chosen, colour, mark in [(~test, GREY, "s"), (test, DARK, "D")]:
        ax.scatter(known.index[chosen], np.full(chosen.sum(), y), color=colour, marker=mark, s=22)
ax.set_yticks([1, 0], [t("drawn at random"), t("split by time")])
ax.set_ylim(-0.6, 1.6)
ax.spines["left"].set_visible(False)
ax.tick_params(left=False)
ax.set_xlabel(t("Month (light squares: the model learns; dark diamonds: it is tested)"))
ax.set_title(t("Drawn at random, a test month has neighbours that were learned"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "Two rows of 96 months. In the upper row the test months lie scattered among the months "
        "that the model learns from. In the lower row they all come after them."
    ),
)

# %% [markdown]
# We give a **random forest**, a model that many tools offer first, two columns: the number of the month and the calendar month. We test it twice on the same 48 months, 2004 to 2007. Once each month is set aside at random, with a fifth of all months, until each has had its turn. Once, each year, the forest learns from earlier years only.
#
# A clerk who repeats last month misses the total by 329<!--above rules-table--> thousand. What will the two tests say of the forest?


# %% id="forest-table"
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
        t("forest, drawn at random"): (known[name] - drawn)[TESTED].abs().mean(),
        t("forest, split by time"): (known[name] - timed)[TESTED].abs().mean(),
        t("stronger rule"): stronger[name],
    }
forest_errors = pd.DataFrame(found).T
forest_errors.map(t.number)

# %% folded="figure-leak"
relative = forest_errors.iloc[:, :2].div(forest_errors.iloc[:, 2], axis=0)
fig, ax = plt.subplots(figsize=(9, 3.6))
place = np.arange(len(relative))
ax.hlines(place, relative.iloc[:, 0], relative.iloc[:, 1], color=GREY, lw=2)
for column, colour, mark in zip(relative, [AMBER, DARK], ["s", "o"]):
    ax.scatter(relative[column], place, color=colour, marker=mark, s=70, zorder=2, label=column)
ax.axvline(1, color="black", lw=1, ls="--")
ax.text(1.01, -0.75, t("error of the stronger rule"), va="center")
ax.set_yticks(place, relative.index)
ax.set_ylim(len(relative) - 0.5, -1.1)
ax.set_xlim(0.3, 2.4)
ax.xaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Forest's error, as a part of the stronger rule's error"))
ax.legend(frameon=False, loc="lower right")
ax.set_title(t("The random split promises a better model than the offices would get"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "For each group two marks. Tested on months drawn at random, the forest's error lies below "
        "that of the stronger rule everywhere. Tested by time it is far larger: about that of the "
        "stronger rule in construction and government, and well above it elsewhere."
    ),
)

# %% [markdown]
# For all groups together the random test says 211<!--above forest-table--> thousand: better than the clerk. Tested by time, the same forest misses by 474<!--above forest-table-->: worse than the clerk. In manufacturing it is 39<!--above forest-table--> against 103<!--above forest-table-->. The forest has not changed. In the random test it knew the months just before *and just after* each test month, and took the middle. On the day nobody knows the month after.
#
# This is called a **leak**: something from the future, or from the answer itself, reaches the model. It is not rare. In 2023 Sayash Kapoor and Arvind Narayanan collected reports of leaks in 17 fields of science, affecting 294 papers.
#
# **Check yourself.** It is the end of June 2007. A model is to forecast July 2007. Which of these may it use? Give the key as `may_be_used`.
#
# - `july-2006`: the count of July 2006
# - `august-2007`: the count of August 2007
# - `july-2007`: the count of July 2007
# - `mean-2007`: the mean of the twelve months of 2007

# %%
may_be_used = ...

# %%
check("quick-known", may_be_used)

# %% [markdown]
# ## 5. How sure, and for how many should we plan?
#
# A single number hides how far off it may be. A **prediction interval** says between which two values the next month should lie, and how often that should hold. The honest way to make one is to look at the errors of the backtest: what happened minus what was forecast, above 0 when more people came. We take those of 2003 to 2006 and leave the lowest and the highest tenth out. Between the two values that remain at the ends lie 80% of the errors; added to a forecast, they are its **80% interval**.
#
# Does it hold? The share of new months that fall inside is its **coverage**. We count in 2007.
#
# Many tools use other errors: those on the months that the model has *learned from*. Will that interval be wider or narrower?

# %% id="interval-table"
errors = counts - regression
low, high = errors["2003":"2006"].quantile(0.1), errors["2003":"2006"].quantile(0.9)


def errors_while_learning(series):
    """How far off the regression is on the months until 2006 that it learned from."""
    table = last_month_and_season(series)[:"2006"].dropna()
    learned = series[table.index]
    return learned - LinearRegression().fit(table, learned).predict(table)


fitted = counts.apply(errors_while_learning)
intervals = {
    t("errors of the backtest"): (low, high),
    t("errors while learning"): (fitted.quantile(0.1), fitted.quantile(0.9)),
}
rows = {}
for name, (lower, upper) in intervals.items():
    inside = ((errors >= lower) & (errors <= upper)).loc["2007"]
    rows[name] = {
        t("all groups: from"): t.number(lower["All"]),
        t("to, thousands"): t.number(upper["All"]),
        t("all groups: inside in 2007"): t("{n} of 12").format(n=inside["All"].sum()),
        t("coverage, 13 industries"): t.percent(inside[industries].to_numpy().mean()),
    }
pd.DataFrame(rows).T

# %% folded="figure-interval"
year = slice("2007-01", "2007-12")
forecasts, happened = regression["All"][year], counts["All"][year]
inside = errors["All"][year].between(low["All"], high["All"])
fig, ax = plt.subplots(figsize=(9, 3.8))
ax.fill_between(
    range(1, 13), forecasts + low["All"], forecasts + high["All"], color=GREY, alpha=0.45, lw=0,
    label=t("80% interval"),
)  # fmt: skip
ax.plot(range(1, 13), forecasts, color="black", lw=1, label=t("forecast"))
month = np.arange(1, 13)
ax.scatter(month[inside], happened[inside], color=DARK, s=50, zorder=3, label=t("inside"))
ax.scatter(
    month[~inside], happened[~inside], color=AMBER, marker="D", s=60, zorder=3, edgecolors="black",
    label=t("outside"),
)  # fmt: skip
ax.set_xticks(month)
ax.set_xlabel(t("Month of 2007 (1 = January)"))
ax.yaxis.set_major_formatter(thousands)
ax.set_ylabel(t("Unemployed people, thousands"))
ax.legend(frameon=False, ncols=4, loc="upper center")
ax.set_ylim(5200, 7900)
ax.set_title(t("In 2007 the interval held in nine months of twelve"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "All groups in 2007: the forecasts with a grey band, the 80% interval. Nine counts lie "
        "inside. Those of April, July and December lie above the band."
    ),
)

# %% [markdown]
# In nine months of twelve the count fell inside. Twelve months cannot tell 75% from 80%. In the 13 industries together, which have more months but rise and fall together, coverage is 77%<!--above interval-table-->: close to what was promised. The interval made of errors while learning is narrower and holds less often, 68%<!--above interval-table-->. A model knows its own months too well.
#
# All three misses lie on the same side: more people came than the interval allowed, the most in December. We come back to that.
#
# **Check yourself.** A service uses an 80% interval for 60 months, and the months stay as they were. In how many months should it expect a miss? Give a whole number as `months_outside`.

# %%
months_outside = ...

# %%
check("quick-outside", months_outside)

# %% [markdown]
# The forecast is the middle. Should the offices plan for the middle? Suppose that a thousand people too few costs **three** times as much as a thousand too many: people wait weeks for money, against desks that stand idle. Then the number should lean upwards. How far?
#
# As far as the past errors say. We add a fixed number to every forecast, work out what the plan would have cost in each of the 60 months from 2003 to 2007, and look for the cheapest number.

# %% folded="figure-costs"
past = errors["All"]["2003":"2007"]


def mean_cost(lean, few, many):
    missing = past - lean
    return (few * missing.clip(lower=0) + many * (-missing).clip(lower=0)).mean()


leans = np.arange(-250, 351, 2)
fig, ax = plt.subplots(figsize=(8.5, 3.8))
cases = [(3, 0.75, DARK, "-", t("too few costs three times as much")),
         (1, 0.5, AMBER, "--", t("both cost the same"))]  # fmt: skip
for few, share, colour, style, label in cases:
    ax.plot(leans, [mean_cost(lean, few, 1) for lean in leans], color=colour, ls=style, label=label)
    best = past.quantile(share)
    ax.scatter(best, mean_cost(best, few, 1), color=colour, s=70, zorder=3)
    note = t("cheapest: {n}").format(n=t.number(best))
    ax.text(best, mean_cost(best, few, 1) - 22, note, ha="center", va="top")
ax.set_ylim(0, 520)
ax.set_xlabel(t("Thousands of people added to the forecast"))
ax.set_ylabel(t("Mean cost a month\n(1 = a thousand too many)"))
ax.legend(frameon=False, loc="lower right", fontsize=10)
ax.set_title(t("Where too few costs more, the cheapest plan leans upwards"))
fig.tight_layout()
ahead = regression.loc["2008-01-01", "All"]
note = t("Forecast for January 2008: {n}; 80% interval {low} to {high}; to plan for: {plan}")
print(
    note.format(
        n=t.number(ahead), low=t.number(ahead + past.quantile(0.1)),
        high=t.number(ahead + past.quantile(0.9)), plan=t.number(ahead + past.quantile(0.75)),
    )
)  # fmt: skip
show(
    fig,
    alt=t(
        "Two curves of mean cost against the number added to the forecast. With equal costs the "
        "cheapest plan lies {even} thousand from the forecast, with three to one it lies {few} "
        "thousand from it."
    ).format(even=t.number(past.quantile(0.5)), few=t.number(past.quantile(0.75))),
)

# %% [markdown]
# With three to one the cheapest plan adds 41<!--above--> thousand to the forecast. No search is needed: the share is the cost of too few, divided by both costs together, $3 / (3 + 1) = 75\%$. Three quarters of the past errors were smaller than 41<!--above--> thousand. (With equal costs the share is one half. It gives a number below the forecast here, because this forecast was more often too high than too low.)
#
# So the proposal at the end of 2007 is: be ready for 7,912<!--above--> thousand people in January 2008; expect between 7,553<!--above--> and 8,123<!--above-->, and two months in ten outside.
#
# “Three to one” is not in the data. Somebody weighs a person's weeks of waiting against an idle desk. That is for the head of the service to say, in writing, before the number is known. And not everybody counted comes to an office: each office has to translate people without work into people at its desks.

# %% [markdown]
# ## 6. The break: what no model could know
#
# Now we may look on. What did January 2008 bring, and what would the two clerks have said?

# %%
january = pd.Timestamp("2008-01-01")
numbers = pd.Series(
    {
        t("what happened"): counts.loc[january, "All"],
        t("plan"): ahead + past.quantile(0.75),
        t("regression"): ahead,
        t("lower end of the interval"): ahead + past.quantile(0.1),
        t("same month last year"): last_year.loc[january, "All"],
        t("last month repeated"): last_month.loc[january, "All"],
    }
)
januaries = past[past.index.month == 1]
note = t("Januaries from 2003 to 2007 with a forecast that was too high: {n} of 5")
print(note.format(n=(januaries < 0).sum()))
pd.DataFrame(
    {
        t("January 2008, thousands"): numbers.map(t.number),
        t("difference from what happened"): (numbers - numbers.iloc[0]).map(t.number),
    }
)

# %% [markdown]
# January brought 7,640<!--above--> thousand people: inside the interval, but only 87<!--above--> thousand above its lower end. The forecast was 231<!--above--> thousand too high, more than its usual error of 175<!--above figure-regressions--> thousand. The plan leans upwards, so it was 272<!--above--> thousand too high: the offices paid for desks that nobody needed. In 4<!--above--> of the five Januaries before, the forecast had been too high as well. A look at the errors of each calendar month would have shown that.
#
# The two rules would have been worse. They would have left 527<!--above--> and 824<!--above--> thousand people without a desk. One month does not tell whether a plan was good: it accepts idle desks in many months to avoid long waits in a few.
#
# Keep the interval of December 2007 as it is, and go on month by month to the end of 2009. In how many of the 24 months will the count fall inside?

# %% folded="figure-break"
low, high = errors["2003":"2007"].quantile(0.1), errors["2003":"2007"].quantile(0.9)
after = slice("2008-01", "2009-12")
forecasts, happened = regression["All"][after], counts["All"][after]
above = errors["All"][after] > high["All"]
below = errors["All"][after] < low["All"]
note = t("Of 24 months: {inside} inside, {above} above, {below} below")
print(note.format(inside=(~above & ~below).sum(), above=above.sum(), below=below.sum()))
twice = (errors["All"] > high["All"]).rolling(2).sum() == 2
note = t("Two months in a row above: {n} times from 2003 to 2007; the first time after in {month}")
first = twice[twice & (twice.index > "2008")].index[0].strftime("%Y-%m")
print(note.format(n=twice["2003":"2007"].sum(), month=first))

fig, ax = plt.subplots(figsize=(9.5, 4.2))
ax.plot(counts["All"]["2006":"2007"], color="black", lw=1)
ax.fill_between(
    forecasts.index, forecasts + low["All"], forecasts + high["All"], color=GREY, alpha=0.5, lw=0,
    label=t("80% interval, from last month and season"),
)  # fmt: skip
ax.plot(last_year["All"][after], color="black", ls=":", label=t("same month last year"))
ax.scatter(
    happened[~above & ~below].index, happened[~above & ~below], color=DARK, s=35, zorder=3,
    label=t("inside"),
)  # fmt: skip
ax.scatter(
    happened[above | below].index, happened[above | below], color=AMBER, marker="D", s=45,
    zorder=3, edgecolors="black", label=t("outside"),
)  # fmt: skip
ax.axvline(pd.Timestamp("2007-12-16"), color="black", lw=1, ls="--")
ax.text(pd.Timestamp("2007-11-20"), 9500, t("we stood here"), ha="right")
ax.yaxis.set_major_formatter(thousands)
ax.set_ylim(4000, 15000)
ax.set_ylabel(t("Unemployed people, thousands"))
ax.legend(frameon=False, loc="upper left", fontsize=10)
ax.set_title(t("In the break the misses come in a row, and almost all on one side"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "All groups from 2006 to 2009. Until the end of 2007 about six to seven million; then a "
        "steep rise to almost fourteen. From October 2008 to March 2009 every count lies above "
        "the 80% interval. The same month of last year lies millions below."
    ),
)

# %% [markdown]
# Half: 12<!--above--> of 24. And the misses are not scattered. In 11<!--above--> months more people came than the interval allowed, in 1<!--above--> fewer; from October 2008 to March 2009 it was six months in a row. The 80% held only as long as the months stayed like those that it was made from.

# %%
rows = {}
rules_and_regression = {
    t("same month last year"): last_year,
    t("regression"): regression,
}
for name, forecasts in rules_and_regression.items():
    gaps = counts - forecasts
    lower, upper = gaps["2003":"2007"].quantile(0.1), gaps["2003":"2007"].quantile(0.9)
    inside = (gaps >= lower) & (gaps <= upper)
    for year in ("2008", "2009"):
        rows[t("{method}, {year}").format(method=name, year=year)] = {
            t("all groups: error, thousands"): t.number(gaps.loc[year, "All"].abs().mean()),
            t("all groups: coverage"): t.percent(inside.loc[year, "All"].mean()),
            t("13 industries: coverage"): t.percent(inside.loc[year, industries].to_numpy().mean()),
        }
pd.DataFrame(rows).T

# %% [markdown]
# Who plans by last year had no chance: in 2009 that rule missed by 5,073<!--above--> thousand, and its interval held in 0%<!--above--> of the months. Remember this when a budget is made a year ahead: then no later month corrects it.
#
# **What a model cannot know.** The table held dates and counts from eight years without such a crisis. The causes of the break were not in it, so no stronger model and no further months of the same kind could have shown it. The interval could not warn either: it says how far off past forecasts were. The large miss of December 2007 looks like a first sign today; at the time it was one of the two or three misses to expect in any year. Experts needed time too: the committee that dates recessions in the United States announced only on 1 December 2008 that one had begun in December 2007.
#
# **What a service can do.** It can notice. Fix beforehand: *if two months in a row lie above the interval, people take over.* From 2003 to 2007, the years that the interval was made from, the rule would never have applied; then it did, at the end of August 2008. (We know the end of the story: a fair test of such a rule needs other breaks.) It can keep a reserve, and say who decides when the model is set aside.
#
# **Whom the number hides.** By the published averages of 2009, the unemployment rate in construction was 19.6% for men and 13.8% for women; in manufacturing it was 11.8% for men and 12.7% for women. Our file cannot show either gap. Somebody who gives up looking leaves the count, so a falling line may be bad news. Somebody who sells on the street without a contract, even for an hour a week, counts as employed in such a survey. Does your office count its register instead? Where no unemployment benefit is paid, fewer people have a reason to register. And in January 2009 the industries were classified anew: part of a jump there may be a change of labels.
#
# **Check yourself.** From April 2009 on most counts lie inside the interval again. Why? Give the key as `why_better`.
#
# - `learned-the-crisis`: by then the regression had understood the crisis
# - `told-each-month`: each forecast starts from last month's count, and the count had stopped climbing so fast
# - `interval-adapted`: the interval had become wider
# - `crisis-was-over`: the count was back where it had been

# %%
why_better = ...

# %%
check("quick-break", why_better)

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
# - First the clerk's rules: last month repeated, same month last year. A model that does not beat the stronger one is not worth its price.
# - Test as you will use: learn from earlier months, forecast later ones. A random split lets the future in.
# - An interval is a promise about months like the past. Count how often it held, in months that it had not seen.
# - Which mistake costs more is a decision, not a result. The number follows from it.
# - No model knows what was never in its data. Fix the limit at which people take over before you need it.
#
# ## Sources
#
# - U.S. Bureau of Labor Statistics, Current Population Survey: unemployed persons by industry and class of worker, not seasonally adjusted, January 2000 to February 2010, taken from the package vega-datasets 3.2.1. BLS.gov cannot vouch for the data or analyses derived from these data after the data have been retrieved from BLS.gov. More in the course's datasheet of `us-unemployment`.
# - U.S. Bureau of Labor Statistics, [annual averages 2009, table 26](http://www.bls.gov/cps/aa2009/aat26.txt): rates of men and women in construction and in manufacturing.
# - S. Kapoor, A. Narayanan, [Leakage and the reproducibility crisis in machine-learning-based science](https://reproducible.cs.princeton.edu/), Patterns, 4 August 2023 (abstract and summaries read).
# - International Labour Organization, resolution on statistics of work, employment and labour underutilization, 19th International Conference of Labour Statisticians, October 2013, paragraph 27: one hour of work for pay or profit in the reference week counts as employment (read as quoted in public repositories).
# - National Bureau of Economic Research, [announcement of the peak of December 2007](http://www.nber.org/family/family/0117.html), 1 December 2008.
# - scikit-learn, [TimeSeriesSplit](https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.TimeSeriesSplit.html): why months must not be shuffled.
