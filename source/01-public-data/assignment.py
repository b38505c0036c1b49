# %% [markdown]
# # What public data can tell: assignment
#
# You advise the employment service of the lesson. Before it signs a contract for the system, it asks you what the data can tell, about whom, and what may be passed on.
#
# {{answering}}
#
# **Names.** The tables have the names of the lesson. `countries` is Gapminder, with the columns `continent`, `year`, `pop` (people) and `lifeExp` (years). `census` is Morocco's census of 2024 by commune; exercise 2 names its columns. `people` is the survey file of 48,842 people.

# %% locked="setup" closed=true
import pandas as pd

from course import check, load_dataset, translator

t = translator("01-public-data")
countries = load_dataset("gapminder")
census = load_dataset("morocco-census")
people = load_dataset("adult")

# %% [markdown]
# ## 1. What does the mean say? (Decide, 1 point)
#
# The next cell shows a mean of the table `countries`. A colleague wants to use it in a press release: “In 2007 the average person in the Americas could expect to live that many years.” What does the number really say? Choose one answer (`row_meaning`):
#
# - `each-person-once`: the mean over the people of the Americas, each counted once
# - `each-country-once`: the mean over the countries of the Americas, each counted once
# - `age-at-death`: the mean age of the people who died in the Americas in 2007
# - `half-below`: the value that half of the countries of the Americas do not reach

# %% locked="americas" closed=true
americas = countries[(countries["year"] == 2007) & (countries["continent"] == "Americas")]
print(
    t("Americas, 2007: {countries} countries, mean life expectancy {years} years").format(
        countries=len(americas), years=t.number(americas["lifeExp"].mean(), 1)
    )
)

# %% answer="row-meaning"
row_meaning = "..."
### BEGIN SOLUTION
row_meaning = "each-country-once"
### END SOLUTION

# %% check="row-meaning"
check("row-meaning", row_meaning)

# %% [markdown]
# ## 2. Two means (Build, 2 points)
#
# A ministry wants to send a letter to all women of Morocco. Which share of the **women of 10 and over** cannot read and write? Compute it twice from `census`:
#
# - `over_communes`: each commune counts once
# - `over_women`: each woman counts once
#
# Section 2 of the lesson shows both lines, and the line that keeps rows which meet two conditions. Give per cent, as the table does, with one decimal or more. One row is one commune, or a part of it:
#
# - `area`: `"total"` is the whole commune, `"urban"` and `"rural"` are its parts. Keep `"total"`.
# - `sex`: `"all"`, `"female"` or `"male"`. Keep `"female"`.
# - `people_10_plus`: how many people of 10 and over
# - `cannot_read_write`: the percentage of them who cannot read and write; for five communes the table has no value, and `.mean()` and `.sum()` leave these out by themselves
#
# A ministry that confuses the two means misjudges how many women its letter will not reach.

# %% answer="two-means"
over_communes = ...
over_women = ...
### BEGIN SOLUTION
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
unread = (women["cannot_read_write"] * women["people_10_plus"]).sum()
over_women = unread / women["people_10_plus"].sum()
### END SOLUTION

# %% check="two-means"
check("two-means", over_communes, over_women)

# %% [markdown]
# ## 3. Parts of a system (Decide, 1 point)
#
# A labour inspectorate has a system that learned from ten years of reports which workplaces are likely to break safety rules. Each Monday it lists forty workplaces. An inspector chooses some of them and goes there. What she finds is recorded, and next year the system learns from it.
#
# First: which part of the system is **the Monday list**? Choose one answer (`list_is`):
#
# - `data`: facts about workplaces that enter the system
# - `model`: the rule that was learned from the reports
# - `output`: a list or a score that the system makes
# - `decision`: what an official does with a proposal
#
# Second: which part is **“what she finds is recorded, and next year the system learns from it”**? Choose one answer (`findings_are`):
#
# - `purpose`: what the inspectorate has the system for
# - `output`: what the system makes from its input
# - `decision`: what an official does with a proposal
# - `feedback`: results that go back into the system

# %% answer="system-parts"
list_is = "..."
findings_are = "..."
### BEGIN SOLUTION
list_is = "output"
findings_are = "feedback"
### END SOLUTION

# %% check="system-parts"
check("system-parts", list_is, findings_are)

# %% [markdown]
# ## 4. How many women's rows have a gap? (Build, 1 point)
#
# In `people`, how many **women** (`"Female"` in the column `sex`) have at least one unknown value, in whatever column? Give the number of women as `incomplete_women`. Section 3 of the lesson joins two conditions with `&` and shows how to find the rows with a gap.

# %% answer="incomplete-rows"
incomplete_women = ...
### BEGIN SOLUTION
incomplete_women = ((people["sex"] == "Female") & people.isna().any(axis=1)).sum()
### END SOLUTION

# %% check="incomplete-rows"
check("incomplete-rows", incomplete_women)

# %% [markdown]
# ## 5. Whose country is unknown? (Build, 2 points)
#
# The lesson looked at the occupation. Now look at the country of birth, column `native_country`. For which share of each group is it unknown? Section 3 of the lesson computes such a share for women. Give shares between 0 and 1, with at least four decimals:
#
# - `unknown_asian`: of the people recorded as Asian or Pacific Islander (`"Asian-Pac-Islander"` in the column `race`)
# - `unknown_white`: of the people recorded as White (`"White"`)

# %% answer="unknown-by-group"
unknown_asian = ...
unknown_white = ...
### BEGIN SOLUTION
unknown = people["native_country"].isna()
unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_white = unknown[people["race"] == "White"].mean()
### END SOLUTION

# %% check="unknown-by-group"
check("unknown-by-group", unknown_asian, unknown_white)

# %% [markdown]
# ## 6. “It is only seven in a hundred” (Decide, 1 point)
#
# The supplier writes: “We delete every row that has a gap. It is only 7% of the file.” What do you answer? Choose one answer (`gap_answer`):
#
# - `few-enough`: agree, since 93% of the rows are enough for reliable results
# - `by-chance`: agree, since gaps are slips in a form and can happen to anybody
# - `refuse-file`: refuse the file, since no figure from a file with gaps is right
# - `compare-first`: ask the supplier which groups would lose the most rows by this

# %% answer="drop-rows"
gap_answer = "..."
### BEGIN SOLUTION
gap_answer = "compare-first"
### END SOLUTION

# %% check="drop-rows"
check("drop-rows", gap_answer)

# %% [markdown]
# ## 7. Coverage after deleting (Decide, 2 points)
#
# The next cell shows the file as it is, and as it would be without the rows that have a gap. In 1994 women were 46% of the labour force of the United States (Women's Bureau, May 1995).
#
# Compute **for the rows that are left**, with three decimals or more. Python is your calculator: write the numbers and the sign `/` after the name.
#
# - `women_share`: the share of women among all people who are left
# - `coverage_women`: the coverage ratio of women against the labour force
#
# For your note: did deleting make the coverage of women better or worse?

# %% locked="rows-left" closed=true
complete = people.dropna()
pd.DataFrame(
    {
        t("people"): [len(people), len(complete)],
        t("women"): [(table["sex"] == "Female").sum() for table in (people, complete)],
        t("men"): [(table["sex"] == "Male").sum() for table in (people, complete)],
    },
    index=[t("all rows"), t("rows left")],
)

# %% answer="coverage"
women_share = ...
coverage_women = ...
### BEGIN SOLUTION
women_share = 14695 / 45222
coverage_women = women_share / 0.46
### END SOLUTION

# %% check="coverage"
check("coverage", women_share, coverage_women)

# %% [markdown]
# ## 8. The smallest class (Build, 2 points)
#
# Write the function `smallest_class`. It takes a table and a list of column names, and returns $k$: how many people are in the smallest class that these columns form together. It is built like `people_alone` in section 5 of the lesson; only the last line differs.
#
# Replace the three dots by one or two lines; begin each with four spaces. The last one begins with `return`. Leave the two lines above the dots as they are; the text in quotation marks says what the function returns.
#
# - An unknown value counts as a value of its own.
# - Only combinations that occur in the table count.
# - The table itself stays as it is.
#
# To see $k$ for the file, you can add a line below the function, without spaces at its beginning: `print(smallest_class(people, ["age", "sex"]))`. When your work is graded, your function is also tried on tables that you have not seen.


# %% answer="smallest-class"
def smallest_class(table, columns):
    """The number of people in the smallest class that the columns form."""
    ...
    ### BEGIN SOLUTION
    return table.groupby(columns, observed=True, dropna=False).size().min()
    ### END SOLUTION


# %% check="smallest-class"
check("smallest-class", smallest_class)

# %% [markdown]
# ## 9. Does a coarser age help? (Build, 1 point)
#
# Take another list of quasi-identifiers: **age, race and marital status** (`age`, `race`, `marital_status`). How many people are **alone** in their class?
#
# - `alone_before`: with the age in years
# - `alone_after`: with the age in tens, that is 10 to 19, 20 to 29 and so on. The first line of the cell makes a new column for it, `decade`; leave it as it is. The sign `//` divides and drops the rest.
#
# You can copy the function `people_alone` from section 5 of the lesson into the cell, above your answer, and use it twice.

# %% answer="generalise"
people["decade"] = people["age"] // 10 * 10
alone_before = ...
alone_after = ...
### BEGIN SOLUTION
before = people.groupby(["age", "race", "marital_status"], observed=True).size()
after = people.groupby(["decade", "race", "marital_status"], observed=True).size()
alone_before = (before == 1).sum()
alone_after = (after == 1).sum()
### END SOLUTION

# %% check="generalise"
check("generalise", alone_before, alone_after)

# %% [markdown]
# ## 10. What may be passed on? (Decide, 2 points)
#
# A university asks the statistics office for this file. It wants to study how hours of work differ by schooling, for women and for men.
#
# First: which extract do you propose? Choose one answer (`extract`):
#
# - `all-without-names`: every column, since no column holds a name or an address
# - `needed-and-coarse`: hours, sex and broad steps of schooling, with $k$ computed
# - `needed-and-spare`: hours, sex and schooling, with age and country as a reserve
# - `nothing`: no extract at all, since each row is the record of a person
#
# Second: a colleague says of another extract, with the income class: “$k$ is 5. So nothing about anybody can leak.” What do you answer? Choose one answer (`claim`):
#
# - `five-is-enough`: in a class of five, nobody learns anything about one person
# - `at-least-100`: five is too few: a file is safe only with a $k$ of 100 or more
# - `only-names`: without the names, a class of five says nothing about a person
# - `shared-secret`: if all five have the same income class, it is known of each

# %% answer="safe-to-share"
extract = "..."
claim = "..."
### BEGIN SOLUTION
extract = "needed-and-coarse"
claim = "shared-secret"
### END SOLUTION

# %% check="safe-to-share"
check("safe-to-share", extract, claim)

# %% [markdown]
# ## 11. What cannot be corrected? (Decide, 1 point)
#
# The service wants to find people who need a wage supplement. The datasheet names these limits. Which of them can **no work on the table** correct? Choose one answer (`not_mended`):
#
# - `spelling`: some names of countries are misspelled, such as “Columbia”
# - `stand-in`: the outcome is adjusted gross income in 1993, and not need
# - `repeated`: 52 rows repeat an earlier row of the source in all columns
# - `old-words`: some groups have outdated names such as “Amer-Indian-Eskimo”

# %% answer="not-mended"
not_mended = "..."
### BEGIN SOLUTION
not_mended = "stand-in"
### END SOLUTION

# %% check="not-mended"
check("not-mended", not_mended)

# %% [markdown]
# ## 12. A note on the data (4 points, read by a person)
#
# Write to the head of the employment service, in a text of 150 to 250 words: what can this file tell the service, and about whom? Should the supplier's system be used? There is more than one good answer. Double-click on the three dots below and write your note in their place. One point for each of these:
#
# 1. **Recommendation.** The note says in the first two sentences what to do, and what would change the advice.
# 2. **About whom.** It says who is in the file and who is not, with at least one figure compared with a named population and its source.
# 3. **Gaps and meaning.** It names at least one group whose values are more often unknown, with a figure, and says what the outcome records and what it does not.
# 4. **Duty.** It says which columns the purpose needs or does not need, how people could be found, and who writes and signs the datasheet.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# I advise against using the supplier's system. I would reconsider if it were trained and tested on our own recent records, with a datasheet that answers the points below.
#
# The file describes 48,842 people in the United States in 1994. People without hours of work, many of those we serve, were left out when it was made. Women are 33.2% of it; in 1994 they were 46% of the labour force (Women's Bureau, May 1995). Hispanic people cannot be seen in it at all, and nobody from our country is in it.
#
# The occupation is unknown for 7.9% of the women and 4.7% of the men, and three times as often among people on the lower income as among the others. To delete rows with gaps would remove those whom we look for. The outcome is an adjusted gross income above 50,000 dollars in 1993. Need was never recorded, and no cleaning adds it. No column says who has a disability.
#
# For our purpose we need income, household and hours. We do not need race or country of birth to select anybody; they belong in a separate, protected file for testing fairness. With age, sex, race and country of birth, 1,500 people are alone in their class, although the file has no names.
#
# The head of the unit that owns the data should write and sign a datasheet before any contract, and renew it each year.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your own note once more and answer yes or no:
#
# - ☐ Do the first two sentences say what the service should do?
# - ☐ Does the note say which new fact would change the advice?
# - ☐ Does it compare one figure with a population, and name the source of that population?
# - ☐ Does it name a group whose values are more often unknown, with a figure?
# - ☐ Does it say what the outcome records, and what it does not record?
# - ☐ Does it name an office or a post that writes and signs the datasheet?
#
# <details><summary>An example note about another service</summary>
#
# This example is invented, and so are its figures. It is about a telecom regulator that wants to choose villages for new masts from a file of complaints.
#
# Do not choose the villages from this file alone. I would change this advice if the complaints were compared with a count of all households.
#
# The file holds 9,100 complaints made by telephone or online in 2025. One row is a complaint, not a person. Women made 31% of them; they are 52% of the adults in the census of 2024. A household without any signal can hardly complain, so the villages that need a mast most are missing.
#
# The village is unknown for 14% of the complaints by telephone and 2% of those made online. The file records that somebody was dissatisfied. It does not record how strong the signal was.
#
# To choose villages we need the place and the date, not the name or the number of the caller. In 40 villages only one person complained: anybody there knows who it was. The head of consumer affairs should write the datasheet, and the director should sign it before the first use.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary** exercise 6, because many offices delete rows with gaps as a routine, and exercise 10, because many participants believe that a file without names is safe.
#
# **How to read the note.** A note with four points begins with a recommendation and a condition, compares a figure with a population of known source, says that the file records an income class and not need, and gives a post the duty to write the datasheet. A note with two points usually has correct figures without a recommendation, or says that “the data are biased” without naming a group, a figure or a person in charge.
