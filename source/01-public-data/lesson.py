# %% [markdown]
# # What public data can tell
#
# **The decision.** Our employment service wants to call people who may be entitled to a wage supplement. A supplier offers a system that finds them. The system has learned from a public file of 48,842 people to predict who earns little. Before the service signs a contract, it must know what this data can tell, and about whom.
#
# **After this lesson you can**
#
# - name the parts of an AI system and say where data enter it;
# - say who is counted in a number: people, countries or rows;
# - find out whose values are missing, and which groups are missing from a file;
# - judge how easily a person can be found in a file without names, and choose what to leave out;
# - read a datasheet, and say who should write one.
#
# {{time}}
#
# **Data.** *Gapminder*: life expectancy, population and income of most countries of the world, every five years from 1952 to 2007. *Adult*: 48,842 people from a survey of the United States Census Bureau of 1994, without names. It is old and was made for exercises; it must never be used to decide about anybody. For comparison: the population of the world by the United Nations, and Morocco's census of 2024.

# %% [markdown] public=true facilitator=true
# **Plan for a session of two hours.** First steps and section 1: 20 minutes. Section 2: 20. Section 3: 15. Section 4 with the group activity: 40. Section 5: 20. Section 6: 5; participants read the datasheet at home.
#
# **Prepare.** Open the notebook on every computer and run its first cell. Print three forms of real offices for the group activity, for example a benefit form, a court register and a complaint form.
#
# **If time is short**, leave out the last cell of section 2 (two conditions) and the last part of section 5 (classes with one income class).

# %% [markdown]
# ## First steps
#
# If you have never used a notebook, begin with the module *First steps*. In short:
#
# - **Run a cell**: click on it and press Shift+Enter. Run all cells in their order, from the top. While a cell is running, the bar at the top says “Working …”.
# - **Folded cells** draw figures and tables. A line with “Show the code” is in place of their code. Run them like the others; you need not read them.
# - **Answer**: replace the three dots after `=`, run the cell, then run the check below it. Write a number with a decimal point and no mark for thousands: `0.5`, `1200`. A key, which is a word from a list, keeps its quotation marks: `"..."` becomes `"data"`.
#
# If red text appears, read its last line, change your cell and run it again. A `NameError` usually means that a key has no quotation marks, or that a cell above has not been run. You cannot break anything: to start again, choose “Start over” in the bar at the top.
#
# The next cell is folded. The cell after it opens the first file and shows its first three rows.

# %% folded="setup"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, describe_dataset, load_dataset, show, translator

t = translator("01-public-data")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"

# %% id="first-file"
countries = load_dataset("gapminder")
countries.head(3)

# %% folded="row-count"
print(t("Rows: {rows}").format(rows=t.number(len(countries))))

# %% [markdown]
# Each row is one country in one year. `lifeExp` is life expectancy at birth in years, `pop` the number of people, `gdpPercap` the value of what the economy produced per person.
#
# **Check yourself.** The file has 1,704<!--above--> rows: twelve years for each country. How many countries are in it? Give a whole number (`number_of_countries`). Python can divide for you: write `/` for “divided by”.

# %%
number_of_countries = ...

# %%
check("quick-first", number_of_countries)

# %% [markdown]
# ## 1. What are the parts of an AI system?
#
# The countries of the OECD agreed on a definition in November 2023. In short: an AI system is a machine-based system with an objective. From the input that it receives, it infers how to make predictions, content, recommendations or decisions.
#
# Do data enter such a system once, when it is built, or more often?

# %% folded="figure-parts"
DATA, OTHER = "#FDE9B9", "white"
boxes = {
    "purpose": (1, 2.3, t("purpose:\nwho is to be helped?"), OTHER),
    "past": (0, 1.15, t("data of the past:\na public file"), DATA),
    "model": (1, 1.15, t("model:\nthe rule that\nwas learned"), OTHER),
    "feedback": (2, 1.15, t("feedback:\nthe results"), DATA),
    "today": (0, 0, t("data of today:\none client"), DATA),
    "output": (1, 0, t("output:\na ranked list"), OTHER),
    "decision": (2, 0, t("decision:\nan official acts"), OTHER),
}
arrows = ["purpose past", "purpose model", "past model", "model output", "today output"]
arrows += ["output decision", "decision feedback", "feedback model"]
fig, ax = plt.subplots(figsize=(8, 4.6))
drawn = {}
for name, (x, y, label, colour) in boxes.items():
    frame = {"boxstyle": "round,pad=0.55", "facecolor": colour, "edgecolor": DARK, "lw": 1.5}
    drawn[name] = ax.text(x, y, label, ha="center", va="center", bbox=frame)
for start, end in map(str.split, arrows):
    style = {"arrowstyle": "-|>", "color": "black", "lw": 1.3, "shrinkA": 3, "shrinkB": 3}
    style["patchA"], style["patchB"] = (drawn[box].get_bbox_patch() for box in (start, end))
    ax.annotate("", boxes[end][:2], boxes[start][:2], arrowprops=style)
ax.set(xlim=(-0.5, 2.5), ylim=(-0.4, 2.65))
ax.axis("off")
show(
    fig,
    title=t("Data enter an AI system three times (shaded)"),
    source="authors",
    alt=t(
        "Seven boxes joined by arrows. The purpose leads to data from the past and to the model. "
        "The model and the data of one client lead to the output, the output to an official's "
        "decision, the decision to feedback, and feedback back to the model. Three boxes are "
        "shaded as data: the past, the client of today, and feedback."
    ),
)

# %% [markdown]
# Data enter three times. The model learns from **data of the past**. It is applied to the **data of today**: one client, one form. The results of the decisions become **feedback**, from which the model learns again. The system can serve a group badly if the group is missing from the data of the past, and then the group seldom appears in the feedback.
#
# People set the **purpose** before all of this. It determines which data are needed.
#
# **Check yourself.** An adviser looks at the list, chooses a client and calls. Which part of the system is the call? Choose one answer (`call_is`):
#
# - `data`: facts about a client that enter the system
# - `model`: the rule that was learned from the past
# - `output`: a list or a score that the system makes
# - `decision`: what an official does with the output

# %%
call_is = "..."

# %%
check("quick-part", call_is)

# %% [markdown]
# ## 2. Who is counted?
#
# In 2007, was life expectancy below 60 years in many countries or in few? Guess two shares: the share of the countries, and the share of the people who live in them.
#
# First keep the rows of one year. The square brackets hold a condition, in which `==` means “is equal to”. Only the rows that meet it are kept.

# %% id="one-year"
in_2007 = countries[countries["year"] == 2007]
in_2007.head(3)

# %% [markdown]
# `low` says for each country, true or false, whether its life expectancy is below 60 years. Python counts true as 1 and false as 0, so the mean of `low` is a share: 0.25 would be a quarter of the countries.

# %% id="share-of-countries"
low = in_2007["lifeExp"] < 60
low.mean()

# %% [markdown]
# The mean of the column `lifeExp` counts each country once:

# %% id="mean-over-countries"
in_2007["lifeExp"].mean()

# %% [markdown]
# To count each person once, we need a **weighted mean**: multiply the years of each country by its people, add up with `.sum()`, and divide by the number of all people.

# %% id="mean-over-people"
(in_2007["lifeExp"] * in_2007["pop"]).sum() / in_2007["pop"].sum()

# %% folded="table-two-counts"
people_low = in_2007.loc[low, "pop"].sum() / in_2007["pop"].sum()
weighted = (in_2007["lifeExp"] * in_2007["pop"]).sum() / in_2007["pop"].sum()
pd.DataFrame(
    {
        t("counted by country"): [t.percent(low.mean()), t.number(in_2007["lifeExp"].mean(), 1)],
        t("counted by people"): [t.percent(people_low), t.number(weighted, 1)],
    },
    index=[t("share with a life expectancy below 60 years"), t("mean life expectancy, years")],
)

# %% folded="figure-countries-people"
edges = np.arange(35, 90, 5)
fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True)
sides = [(None, t("Each country counts once")), (in_2007["pop"], t("Each person counts once"))]
for ax, (weights, title) in zip(axes, sides):
    shares, _ = np.histogram(in_2007["lifeExp"], edges, weights=weights)
    colours = [AMBER if edge < 60 else DARK for edge in edges[:-1]]
    ax.bar(edges[:-1], shares / shares.sum(), width=4.6, align="edge", color=colours)
    ax.axvline(60, color="black", lw=1, ls="--")
    ax.text(59, 0.4, t("below 60 years"), ha="right")
    ax.set_title(title)
    ax.set_xlabel(t("Life expectancy in 2007, years"))
axes[0].yaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t(
        "In three countries in ten, life expectancy is below 60 years, but only one person in eight lives there"
    ),
    subtitle=t("Share"),
    source="gapminder",
    alt=t(
        "Two bar charts of life expectancy in 2007. {low} of the countries are below 60 years, and "
        "{few} of the people live in them. In the second chart one bar, 70 to 75 years, holds four "
        "people in ten."
    ).format(low=t.percent(low.mean()), few=t.percent(people_low)),
)

# %% [markdown]
# In 30%<!--above--> of the countries life expectancy is below 60 years; Angola, Côte d'Ivoire, the Gambia, Liberia and Togo are among them. But only 13%<!--above--> of the people live in these countries. Both shares are true: the first is about governments, the second about people. In a table whose rows are countries, a mean gives China the same weight as Iceland.
#
# So before you use a number, find out **what one row is**: a person, a household, a visit, an office or a country.
#
# To keep rows that meet two conditions, put each condition in round brackets and write `&` between them: it means “and”. The next cell keeps the countries of Africa in 2007.

# %% id="two-conditions"
africa = countries[(countries["year"] == 2007) & (countries["continent"] == "Africa")]
africa["lifeExp"].mean()

# %% [markdown]
# ## 3. Whose values are missing?
#
# Now the supplier's file. Each row is one person. The file says only whether the person's *adjusted gross income* (as the tax office counts it) was above 50,000 dollars in 1993, the year before the survey; for most people it was not. The supplier takes “not above” for “earns little”: a **stand-in** for what we want to know.
#
# An unknown value is an empty cell. Are empty cells equally frequent in all groups? `isna()` is true where a cell is empty.

# %% id="unknown-occupation"
people = load_dataset("adult")
unknown = people["occupation"].isna()
unknown.mean()

# %% [markdown]
# For the share among women, keep the women, then take the mean. For the number of women whose occupation is unknown, join both conditions with `&` and count with `.sum()`.

# %% id="unknown-of-women"
is_woman = people["sex"] == "Female"
unknown[is_woman].mean(), (is_woman & unknown).sum()

# %% [markdown]
# `people.isna()` looks at all cells. `.any(axis=1)` asks of each row whether at least one of its cells is empty.

# %% id="any-gap"
has_gap = people.isna().any(axis=1)
has_gap.mean()

# %% folded="gap-shares"
by_sex = unknown.groupby(people["sex"], observed=True).mean()
by_income = unknown.groupby(people["income"], observed=True).mean()
gaps_of_women = (unknown & (people["sex"] == "Female")).sum()
lines = [
    (t("Occupation unknown, women"), by_sex["Female"]),
    (t("Occupation unknown, men"), by_sex["Male"]),
    (t("Occupation unknown, income up to 50,000 dollars"), by_income["<=50K"]),
    (t("Occupation unknown, income above 50,000 dollars"), by_income[">50K"]),
    (t("Rows with any unknown value"), people.isna().any(axis=1).mean()),
    (t("In a private firm, of all people"), (people["workclass"] == "Private").mean()),
    (
        t("In a private firm, of those whose employer is known"),
        (people["workclass"].dropna() == "Private").mean(),
    ),
]
for name, share in lines:
    print(t("{name}: {share}").format(name=name, share=t.percent(share, digits=1)))
note = t("People with unknown occupation: {all}, of them women: {women} ({share})")
print(
    note.format(
        all=t.number(unknown.sum()),
        women=t.number(gaps_of_women),
        share=t.percent(gaps_of_women / unknown.sum()),
    )
)

# %% [markdown]
# The groups differ. The occupation is unknown for 7.9%<!--above--> of the women and 4.7%<!--above--> of the men. And it is unknown three times as often for people up to 50,000 dollars (6.8%<!--above-->) as for those above (2.3%<!--above-->). The service is looking for people up to 50,000 dollars. If the rows with a gap are deleted, this group loses a larger share of its rows than the other.
#
# Does age make a difference?

# %% folded="figure-missing"
bands = ["17–24", "25–34", "35–44", "45–54", "55–64", "65+"]
people["band"] = pd.cut(people["age"], [0, 24, 34, 44, 54, 64, 120], labels=bands)
rates = unknown.groupby([people["band"], people["sex"]], observed=True).mean().unstack()
fig, ax = plt.subplots(figsize=(8, 3.8))
for sex, colour, mark, name, side, x in [
    ("Female", AMBER, "s", t("women"), "left", 5.12),
    ("Male", DARK, "o", t("men"), "right", 4.88),
]:
    ax.plot(range(6), rates[sex], color=colour, marker=mark, lw=2, ms=7)
    ax.text(x, rates[sex].iloc[-1], name, color=colour, ha=side, va="center", fontweight="bold")
ax.set_xticks(range(6), bands)
ax.set_ylim(0, 0.28)
ax.yaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Age in years"))
show(
    fig,
    title=t(
        "The occupation is unknown most often for the young and the old,\n"
        "and up to 64 more often for women than for men"
    ),
    subtitle=t("Occupation unknown"),
    source="adult",
    alt=t(
        "Share of people whose occupation is unknown, by age, for women and men. Both lines are "
        "high for those under 25, low in the middle and highest from 65. Up to 64 the share is "
        "higher for women than for men: between 25 and 34 years {women} against {men}."
    ).format(
        women=t.percent(rates.loc["25–34", "Female"], digits=1),
        men=t.percent(rates.loc["25–34", "Male"], digits=1),
    ),
)

# %% [markdown]
# Between 25 and 34 years the occupation is unknown for 5.8%<!--above figure-missing--> of the women and 2.0%<!--above figure-missing--> of the men. The file does not say why. Somebody who is between two jobs, in school, retired or caring for a child has perhaps no occupation to state. So a gap is not always an error.
#
# First look at who has gaps. Then decide, and write down: ask again, count “unknown” as an answer of its own, or leave the rows out. The choice changes the figures: private firms employ 69.4%<!--above gap-shares--> of all people in the file, or 73.6%<!--above gap-shares--> of those whose employer is known. Both can be right; say which one you give. An unknown value is never a zero.
#
# **Check yourself.** The last line of the list above the figure ends with 45%<!--above gap-shares-->. What does this number say? Choose one answer (`number_says`):
#
# - `of-the-women`: 45% of the women have an unknown occupation
# - `of-everybody`: 45% of all people are women with an unknown occupation
# - `of-the-unknown`: 45% of the people with an unknown occupation are women
# - `less-often`: the occupation is unknown less often for women than for men

# %%
number_says = "..."

# %%
check("quick-inverse", number_says)

# %% [markdown] facilitator=true
# **Participants often say:** “Delete the rows with gaps. It is only seven in a hundred.” **Answer:** The printed list shows that the share is not the same for everybody: 7.9% of the women and 4.7% of the men. Ask each participant which group of their own clients would lose the most rows.

# %% [markdown]
# ## 4. Which people are not in the file at all?
#
# A person who is not in the file leaves no gap. To find out who is missing, compare the file with a **reference population**: everybody whom the data should describe, counted by somebody else. The **coverage ratio** of a group is its share in the data, divided by its share in the population. At 1 the group has the share that it should have; below 1 a part of it is missing.
#
# Gapminder's file leaves out each country with a gap. The United Nations estimated the population of 2007. In which part of the world does the file miss the largest share of the people?

# %% [markdown] public=true facilitator=true
# **Group activity, 25 minutes.** Form six groups: five of six people and one of seven. Give each group one of the printed forms, or let it take a form from its own work. Each group has 15 minutes to answer four questions:
#
# 1. The answers on the form are stored as rows of a file. What does one row stand for: a person, a visit, a case?
# 2. Which people never fill in this form?
# 3. Which count of the whole population would show that these people are missing, and who publishes it?
# 4. Which question on the form does the office not need?
#
# Then each group reports its four answers in one minute.

# %% folded="coverage-counts"
# United Nations, World Population Prospects, The 2006 Revision: people in 2007, thousands.
world = pd.Series(
    {
        "Africa": 964_973,
        "Americas": 572_206 + 338_831,
        "Asia": 4_029_665,
        "Europe": 731_284,
        "Oceania": 34_267,
    }
)
# The United Nations count Türkiye in Western Asia.
place = in_2007["continent"].mask(in_2007["country"] == "Turkey", "Asia")
counted = in_2007["pop"].groupby(place, observed=True).sum() / 1000
covered = counted / world
print(
    t("In the file, 2007: {file} of {all} million people, {share}").format(
        file=t.number(counted.sum() / 1000),
        all=t.number(world.sum() / 1000),
        share=t.percent(counted.sum() / world.sum()),
    )
)

# %% folded="figure-coverage"
names = {
    "Africa": t("Africa"),
    "Americas": t("Americas"),
    "Asia": t("Asia"),
    "Europe": t("Europe"),
    "Oceania": t("Oceania"),
}
ordered = covered.sort_values()
fig, ax = plt.subplots(figsize=(8, 3.4))
ax.barh(range(5), [1] * 5, color="white", edgecolor=GREY, hatch="///", lw=1)
bars = ax.barh(range(5), ordered, color=DARK)
ax.bar_label(bars, [t.percent(share) for share in ordered], padding=-42, color="white")
ax.set_yticks(range(5), [names[name] for name in ordered.index])
ax.set_xlim(0, 1)
ax.xaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("Three in ten people in Europe and in Oceania are not in the file"),
    subtitle=t("Share of the population of 2007 in the file (hatched: not in the file)"),
    source="gapminder",
    alt=t(
        "Bars: the share of each continent's people that Gapminder's excerpt covers in 2007. "
        "Europe {europe}, Oceania {oceania}, Africa {africa}, Asia {asia}, Americas {americas}."
    ).format(
        europe=t.percent(covered["Europe"]),
        oceania=t.percent(covered["Oceania"]),
        africa=t.percent(covered["Africa"]),
        asia=t.percent(covered["Asia"]),
        americas=t.percent(covered["Americas"]),
    ),
)

# %% [markdown]
# In total, 94%<!--above coverage-counts--> of the world's people live in countries that are in the file. But in Europe it is only 70%<!--above-->, mainly because Russia, Ukraine and other countries of the former Soviet Union are absent. In Oceania it is 72%<!--above-->: the file has no country of the Pacific but Australia and New Zealand. (We counted Türkiye in Asia, as the United Nations do.)
#
# Officials of 19 countries took the course whose syllabus we follow. Are these countries in the file? Is yours? Write its English name between the quotation marks, and run this cell and the next one.

# %% id="my-country"
my_country = "Samoa"

# %% folded="nineteen-countries"
first = "Angola, Antigua and Barbuda, Argentina, Brazil, Canada, Chile, Colombia, Cote d'Ivoire, "
first += "Dominican Republic, Ecuador, Gambia, Guatemala, Liberia, Morocco, Pakistan, Paraguay, "
first += "Philippines, Samoa, Togo"
first = first.split(", ")
absent = [name for name in first if name not in set(countries["country"])]
there = len(first) - len(absent)
print(t("In the file, of these {all} countries: {n}").format(all=len(first), n=there))
print(t("Not in the file: {names}").format(names=", ".join(absent)))

population = load_dataset("world-population")
mine = population[(population["country"] == my_country) & (population["year"] == 2025)]
is_there = t("yes") if my_country in set(countries["country"]) else t("no")
print(my_country, t("in Gapminder's file:"), is_there)
print(my_country, t("people in 2025 (United Nations):"), t.number(mine["people"].sum()))

# %% [markdown]
# Of the 19 countries 17<!--above--> are in the file; Samoa and Antigua and Barbuda are not. (If you read 0 people for your country, the United Nations use another name for it.)
#
# Now the supplier's file. In 1994 women were 46% of the labour force of the United States (Department of Labor, Women's Bureau, May 1995). The coverage ratio of women is their share in the file, divided by 0.46:

# %% id="coverage-ratio"
is_woman.mean() / 0.46

# %% folded="coverage-women"
ratio = is_woman.mean() / 0.46
usa = population[population["country"] == "United States of America"]
adults = usa[(usa["year"] == 1995) & (usa["age_from"] >= 15)]
women_of_adults = adults.loc[adults["sex"] == "Female", "people"].sum() / adults["people"].sum()
lines = [
    (t("Women in the file"), is_woman.mean()),
    (t("Men in the file"), 1 - is_woman.mean()),
    (t("Women among people of 15 and over, 1995"), women_of_adults),
]
for name, share in lines:
    print(t("{name}: {share}").format(name=name, share=t.percent(share, digits=1)))
print(t("Coverage of women against the labour force:"), t.number(ratio, 2))
print(t("Against people of 15 and over:"), t.number(is_woman.mean() / women_of_adults, 2))

# %% [markdown]
# Women are 33.2%<!--above--> of the file. Against the labour force that is a coverage ratio of 0.72<!--above-->; against all people of 15 and over, of whom women are 51.1%<!--above--> (an estimate for 1995), it is 0.65<!--above-->. The purpose determines which population is the right one: the service wants to call people who earn little, in work or not.
#
# Why are so many women missing? People without hours of work were left out when the file was made, and such surveys do not count care for a family as hours of work. Morocco's census of 2024 shows how large the difference can be.

# %% folded="census-shares"
census = load_dataset("morocco-census")
# Whole communes only, and no row with an empty cell: four communes have no shares.
whole = census[census["area"] == "total"].dropna()
women, men, everybody = (whole[whole["sex"] == sex] for sex in ["female", "male", "all"])
lines = [
    (t("In the labour force, women of 15 and over"), women, "in_labour_force", "people_15_plus"),
    (t("In the labour force, men of 15 and over"), men, "in_labour_force", "people_15_plus"),
    (t("With a disability, all people"), everybody, "disability", "people"),
]
for name, rows, share, group in lines:
    # The shares are in per cent. Each person counts once: weigh by the people of the group.
    mean = (rows[share] * rows[group]).sum() / rows[group].sum()
    print(t("{name}: {share}").format(name=name, share=t.percent(mean / 100, digits=1)))

# %% [markdown]
# In Morocco 16.8%<!--above--> of the women and 67.1%<!--above--> of the men of 15 and over are in the labour force. The International Labour Organization estimates that 708 million women and 40 million men worldwide were outside it in 2023 because they cared for others.
#
# **A missing column.** No column of our file says whether a person has a disability. So nobody can find out whether the supplier's system serves people with disabilities worse. In Morocco 4.8%<!--above--> of all people have at least a lot of difficulty in one of these: seeing, hearing, moving, communicating, remembering, looking after themselves. The Convention on the Rights of Persons with Disabilities asks states to collect such data, with safeguards (Article 31). Our file also has no value for Hispanic people, nor for anybody recorded neither as female nor as male. A group for which the file has no value cannot be counted; the datasheet should name it.
#
# **Check yourself.** Men are 66.8%<!--above coverage-women--> of the file. What is the coverage ratio of men, against the same labour force? Give a number with two decimals (`coverage_men`).

# %%
coverage_men = ...

# %%
check("quick-coverage", coverage_men)

# %% [markdown]
# ## 5. Which columns are needed, and who can be found?
#
# **Minimisation** means: ask for each column whether the purpose needs it, and in how much detail. In the European Union it is law: personal data must be limited to what the purpose needs (General Data Protection Regulation, Article 5(1)(c)). Brazil's LGPD calls the principle *necessidade* (Article 6, III).
#
# A file without names is not yet safe: a few ordinary facts together can point to one person. Neighbours and colleagues know somebody's age, sex, race and country of birth. Such columns are **quasi-identifiers**. People with the same values in all of them form a **class**, and within a class nobody can be told apart. The size of the *smallest* class is called $k$: the file is **k-anonymous** for that $k$.
#
# `groupby` forms the classes from the columns in its list, and `.size()` counts the people in each. `observed=True` leaves out combinations that nobody has; `dropna=False` keeps “unknown” as a value of its own.

# %% id="class-sizes"
sizes = people.groupby(["sex", "race"], observed=True, dropna=False).size()
sizes

# %% [markdown]
# The 155 women recorded as “Other” are the smallest class. `.min()` finds its size:

# %% id="smallest-size"
print(sizes.min())

# %% [markdown]
# How many people are **alone**, in a class of one? We ask this of several lists of columns, so we write the steps once, as a **function**: a recipe with a name.
#
# - `def` gives the name and, in brackets, the ingredients: a table and a list of columns.
# - The steps of the recipe begin with four spaces.
# - `return` hands over the result: here, how many classes have exactly one person.


# %% id="first-function"
def people_alone(table, columns):
    sizes = table.groupby(columns, observed=True, dropna=False).size()
    return (sizes == 1).sum()


# %% [markdown]
# The cell above only stores the recipe. To use it, write its name, with a table and a list in brackets. With age, sex, race and country of birth, how many of the 48,842 people are alone in their class? Ten, a hundred, a thousand?

# %% id="use-the-function"
print(people_alone(people, ["sex", "race"]))
print(people_alone(people, ["age", "sex", "race", "native_country"]))

# %% [markdown]
# **Generalisation** makes values coarser, to protect these people. The next cell makes a new column: was the person born in the United States, true or false?

# %% id="new-column"
people["born in US"] = people["native_country"] == "United-States"
print(people_alone(people, ["age", "sex", "race", "born in US"]))

# %% [markdown]
# The next two cells are folded. They compare four versions of the file.

# %% folded="classes-table"
us = people["born in US"]
large = people["race"].isin(["White", "Black"])
people["born"] = np.select([us, people["native_country"].isna()], ["US", "unknown"], "elsewhere")
people["race, 3 groups"] = people["race"].astype(str).where(large, "other")
people["band, 3 groups"] = pd.cut(people["age"], [0, 34, 54, 120])

versions = {
    t("as recorded"): ["age", "sex", "race", "native_country"],
    t("one step coarser"): ["band", "sex", "race", "born"],
    t("two steps coarser"): ["band, 3 groups", "sex", "race, 3 groups", "born in US"],
    t("two columns left out"): ["band", "sex"],
}
classes = {
    version: people.groupby(columns, observed=True, dropna=False).size()
    for version, columns in versions.items()
}
table = pd.DataFrame(
    {
        "k": [size.min() for size in classes.values()],
        t("people who are alone"): [(size == 1).sum() for size in classes.values()],
        t("people in a class below 5"): [size[size < 5].sum() for size in classes.values()],
    },
    index=list(classes),
)
one_step = classes[t("one step coarser")]
race_of_alone = one_step[one_step == 1].index.get_level_values("race")
print(
    t("Alone one step coarser: {all}, of them Indigenous or recorded as “Other”: {n}").format(
        all=len(race_of_alone), n=race_of_alone.isin(["Amer-Indian-Eskimo", "Other"]).sum()
    )
)
table.map(t.number)

# %% folded="figure-classes"
fig, ax = plt.subplots(figsize=(8, 3.9))
bars = [(table.columns[1], AMBER, -0.2), (table.columns[2], DARK, 0.2)]
for column, colour, shift in bars:
    places = np.arange(4) + shift
    bar = ax.barh(places, table[column], height=0.38, color=colour, label=column)
    ax.bar_label(bar, [t.number(n) for n in table[column]], padding=4)
ax.set_yticks(
    range(4),
    [t("{version}: k = {k}").format(version=name, k=row["k"]) for name, row in table.iterrows()],
)
ax.invert_yaxis()
ax.set_xlim(0, 4400)
ax.xaxis.set_major_formatter(lambda n, _: t.number(n))
ax.legend(loc="lower right")
show(
    fig,
    title=t("After one step eleven people are still alone: k stays at 1"),
    subtitle=t("People, of {all} in the file").format(all=t.number(len(people))),
    source="adult",
    alt=t(
        "Bars for four versions of the file. As recorded, {before} people are alone in their "
        "class. One step coarser, {after} still are, and k stays at 1. Two steps coarser nobody "
        "is, and k is {two}. With two columns left out k is {out}."
    ).format(
        before=t.number(table.iloc[0, 1]),
        after=table.iloc[1, 1],
        two=table.iloc[2, 0],
        out=table.iloc[3, 0],
    ),
)

# %% [markdown]
# As recorded, 1,500<!--above--> people are alone. After a first step (age in six bands; born in the United States, elsewhere or unknown), 11<!--above--> people are still alone, so $k$ is still 1<!--above-->. For these eleven nothing has changed, and 8<!--above classes-table--> of them are Indigenous or recorded as “Other”: the two smallest groups of the file.
#
# A second step (three bands of age, three groups of race, two of birth) brings $k$ to 15<!--above-->, at a price: Indigenous and Asian people and those recorded as “Other” are now one group, and nobody can examine how a system treats each of them.
#
# Leaving out race and country of birth, and keeping six bands of age, brings $k$ to 692<!--above-->. Race is still needed to test fairness; it can stay in a protected file that few people may read.
#
# Is a file with a large $k$ safe? Look once more at the file one step coarser, and only at classes of five people or more.

# %% folded="same-income"
columns = versions[t("one step coarser")]
kinds = people.groupby(columns, observed=True)["income"].agg(["nunique", "size"])
same = kinds[(kinds["size"] >= 5) & (kinds["nunique"] == 1)]
print(
    t("Classes of five or more with one income class only: {n}, with {people} people").format(
        n=len(same), people=t.number(same["size"].sum())
    )
)

# %% [markdown]
# In 23<!--above--> classes all people have the same income class. Anybody who knows that a neighbour is one of these 495<!--above--> people knows the neighbour's income class, without knowing which row it is. $k$ measures one risk, not all.
#
# **Check yourself.** Here are twelve made-up people. What is *k*? Give a whole number (`k`).

# %% folded="made-up"
made_up = pd.DataFrame(
    {
        t("age"): [t("under 40"), t("under 40"), t("40 or over"), t("40 or over")],
        t("district"): [t("North"), t("South"), t("North"), t("South")],
        t("people"): [5, 3, 2, 2],
    }
)
made_up

# %%
k = ...

# %%
check("quick-k", k)

# %% [markdown] facilitator=true
# **Participants often say:** “There are no names, so the file is anonymous.” **Answer:** Show that three ordinary facts can single out one person. Choose a participant, and state the decade in which this person was born: everybody born in the same decade raises a hand. Then state this person's country of birth, and then the profession. Each time, those for whom the fact is not true lower their hands. At the end, few hands are still raised.

# %% [markdown] public=true facilitator=true
# **Those who are ahead** look for the shortest list of columns with which `people_alone` finds more than 1,000 people, and say who could know these facts about a colleague.

# %% [markdown]
# ## 6. Is the data ready, and is it documented?
#
# A **datasheet** says what a data set is: why it was made, whom it holds, how it was collected and changed, what it may be used for, who passes it on and who looks after it. Timnit Gebru and colleagues proposed these seven parts (last version: December 2021). Each data set of this course has a datasheet. Look first for three things: who is absent, which harms are known, and what is not verified. For our file:

# %% folded="datasheet-parts"
sheet = describe_dataset("adult").content
for heading, lines in [
    (t("Who is absent"), sheet["groups"]["absent"]),
    (t("Known harms"), sheet["known harms"]),
    (t("Not verified"), sheet["unverified"]),
]:
    print(heading.upper())
    for line in lines:
        print("-", line)
    print()

# %% [markdown]
# The whole datasheet is about as long as this lesson. To see it, delete the sign `#` in the next cell and run it.

# %% id="whole-datasheet"
# describe_dataset("adult")

# %% [markdown]
# **Data readiness** is a judgement for one purpose: the same file can be ready for a lesson and unfit for a service. Here are seven questions about this file, for the employment service. How many would you answer with yes?

# %% folded="readiness"
missing = t("women covered at {ratio}; some groups have no value")
missing = missing.format(ratio=t.number(ratio, 2))
rows = [
    [t("Does it record what we need to know?"), t("no"), t("income above a threshold, not need")],
    [t("Is it about our people?"), t("no"), t("United States, 1994; nobody without hours of work")],
    [t("Is everybody in it?"), t("in part"), missing],
    [t("Are the values known?"), t("in part"), t("less often for women and low incomes")],
    [t("May we use it?"), t("in part"), t("licence by the repository's policy; consent not known")],
    [t("Are people protected from being found?"), t("no"), t("k = 1 with four ordinary columns")],
    [t("Is all this written down?"), t("yes"), t("datasheet, with what is unverified")],
]
pd.set_option("display.max_colwidth", 200)
pd.DataFrame(rows, columns=[t("question"), t("ready?"), t("why")]).set_index(t("question"))

# %% [markdown]
# One “yes” in seven: the file is ready for learning, not for calling anybody. No work on the table can change the first two answers. The service needs data of its own.
#
# **A duty.** The office that keeps the data should write a datasheet, whether or not a law uses the word. In the European Union, Article 10 of the AI Act (Regulation (EU) 2024/1689) requires providers of high-risk systems to know the origin of their data, to look for gaps and possible biases, and to use data that are relevant and sufficiently representative. For the systems of Annex III, such as those that decide who gets public assistance, it applies from 2 December 2027 (Article 113, as amended by Regulation (EU) 2026/1744 of July 2026; ask your legal service).
#
# So name a person who writes the datasheet, a person who signs it, and the day on which it is reviewed. Sign no contract without a datasheet.

# %% [markdown]
# ## The same question in your office
#
# | office | what is counted, who is missed, which right (Universal Declaration) |
# |---|---|
# | statistics office | A census table by district misses people without an address and exposes persons in a small district: privacy, Article 12. |
# | court | Case files count people who sued, not those who could not pay: effective remedy, Article 8. |
# | telecom regulator | Call records count SIM cards, not women who share a telephone: information, Article 19. |
# | development bank | Loan records count borrowers, not people who were never offered a loan: equality, Article 7. |
# | intellectual-property registry | Registers count applicants, seldom their sex, and not makers who never applied: authors' interests, Article 27. |

# %% [markdown]
# ## What to take with you
#
# - Data enter an AI system three times. The purpose comes before all of them.
# - Ask what one row is. A mean over countries is not a mean over people.
# - Look at who has gaps before you delete a row.
# - Compare with a population that somebody else counted. Name the groups that have no value.
# - The smallest class decides who can be found. Leaving two columns out helped more than making all of them coarser. $k$ measures only one of the risks to privacy.
# - Sign no contract without a datasheet.
#
# ## Sources
#
# - Gapminder, free data, gapminder.org, excerpt by Jennifer Bryan. B. Becker and R. Kohavi, [Adult](https://doi.org/10.24432/C5XW20), UCI Machine Learning Repository, 1996. More in their datasheets.
# - OECD, [Updates to the definition of an AI system explained](https://oecd.ai/en/wonk/ai-system-definition-update); definition revised in November 2023.
# - United Nations, World Population Prospects: The 2006 Revision, people by region in 2007, as given by Japan's National Institute of Population and Social Security Research, [table 1-9](https://www.ipss.go.jp/syoushika/tohkei/Data/Popular2008/T01-09.html), 2008.
# - United States Department of Labor, Women's Bureau, 20 Facts on Women Workers, May 1995, in [a copy of March 1996](http://www.colorado.edu/Sociology/gimenez/courses/facts.html): women were 46% of the labour force in 1994.
# - Current Population Survey: Annual Demographic File, 1994 ([ICPSR 6461](https://www.icpsr.umich.edu/icpsrweb/RCMD/studies/6461)): employment and income refer to the preceding year. That the income of Adult is adjusted gross income is said in the description of its successor, Census-Income (KDD), in the same repository.
# - United Nations, [World Population Prospects 2024](https://population.un.org/wpp/), and Haut-Commissariat au Plan, Morocco, RGPH 2024: excerpts, see the datasheets `world-population` and `morocco-census`.
# - International Labour Organization, The Impact of Care Responsibilities on Women's Labour Force Participation, statistical brief, 29 October 2024: as given in ILO's press notice of that day (we read reprints).
# - Convention on the Rights of Persons with Disabilities, 2006, [Article 31](https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-rights-persons-disabilities). Universal Declaration of Human Rights, 1948: data set `udhr`.
# - L. Sweeney, [k-anonymity: a model for protecting privacy](http://dataprivacylab.org/projects/kanonymity/kanonymity.html), 2002 (only the abstract was read).
# - T. Gebru et al., [Datasheets for Datasets](https://arxiv.org/abs/1803.09010), version of 1 December 2021.
# - [Regulation (EU) 2016/679](https://eur-lex.europa.eu/eli/reg/2016/679/oj), Article 5(1)(c); [Regulation (EU) 2024/1689](https://eur-lex.europa.eu/eli/reg/2024/1689/oj), Articles 10 and 113 and Annex III, point 5(a), in the consolidated text of 27 July 2026 (CELEX 02024R1689-20260727); Brazil, [Lei 13.709/2018](https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm) (LGPD), Article 6, III. We read copies and quotations, not the official pages.
