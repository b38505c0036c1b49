# %% [markdown]
# # What public data can tell: assignment
#
# You advise the employment service of the lesson. Before it signs for the system, it asks you what the data can tell, about whom, and what may be passed on.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell with Shift+Enter, then run the check below it. Write keys in quotation marks, the decimal sign as a point, and no mark for thousands: `"output"`, `0.5`, `1200`. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Names.** `countries` is the table of section 2 of the lesson, with the columns `continent`, `year`, `pop` (people) and `lifeExp` (years). `census` is Morocco's census of 2024 by commune; exercise 2 names its columns. `people` is the survey file of 48,842 people.

# %% locked="setup"
import pandas as pd

from course import check, load_dataset, translator

t = translator("01-public-data")
countries = load_dataset("gapminder")
census = load_dataset("morocco-census")
people = load_dataset("adult")

# %% [markdown]
# ## 1. What does the mean say? (Decide, 1 point)
#
# The next cell shows a mean of the table `countries`. A colleague takes it for a press release: “In 2007 the average person in the Americas could expect to live so many years.” What does the number really say? Give the key as `row_meaning`:
#
# - `each-person-once`: the mean over all people of the Americas, each counted once
# - `each-country-once`: the mean over the countries of the Americas, each counted once, whatever its number of people
# - `age-at-death`: the mean age of the people who died in the Americas in 2007
# - `half-below`: half of the countries of the Americas lie below this number

# %% locked="americas"
americas = countries[(countries["year"] == 2007) & (countries["continent"] == "Americas")]
print(
    t("Americas, 2007: {countries} countries, mean life expectancy {years} years").format(
        countries=len(americas), years=t.number(americas["lifeExp"].mean(), 1)
    )
)

# %% answer="row-meaning"
row_meaning = ...
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
# Give per cent, as the table does, with one decimal or more. One row is one commune, or a part of it:
#
# - `area`: `"total"` is the whole commune, `"urban"` and `"rural"` are its parts. Keep `"total"`.
# - `sex`: `"all"`, `"female"` or `"male"`. Keep `"female"`.
# - `people_10_plus`: how many people of 10 and over
# - `cannot_read_write`: how many of them, in per cent, cannot read and write; empty for five communes
#
# A ministry that takes one mean for the other misjudges how many women its letter will not reach.

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
# First: which part of the system is **the Monday list**? Give the key as `list_is`:
#
# - `data`, `model`, `output`, `decision`
#
# Second: which part is **“what she finds is recorded, and next year the system learns from it”**? Give the key as `findings_are`:
#
# - `purpose`, `output`, `decision`, `feedback`

# %% answer="system-parts"
list_is = ...
findings_are = ...
### BEGIN SOLUTION
list_is = "output"
findings_are = "feedback"
### END SOLUTION

# %% check="system-parts"
check("system-parts", list_is, findings_are)

# %% [markdown]
# ## 4. How many women's rows have a gap? (Build, 1 point)
#
# In `people`, how many **women** (`"Female"` in the column `sex`) have at least one unknown value, in whatever column? Give the number of women as `incomplete_women`.

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
# The lesson looked at the occupation. Now look at the country of birth, column `native_country`. For which share of each group is it unknown? Give shares between 0 and 1, not rounded:
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
# The supplier writes: “We delete every row that has a gap. It is only 7% of the file.” What do you answer? Give the key as `gap_answer`:
#
# - `few-enough`: agreed, below ten in a hundred nobody is harmed
# - `by-chance`: agreed, gaps fall on people by chance, so those who stay are like those who go
# - `fill-zero`: no, fill each gap with 0 instead, so that nobody is lost
# - `compare-first`: not yet, show us first who would go and who would stay, group by group

# %% answer="drop-rows"
gap_answer = ...
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
# A thought to take along: did deleting make the coverage of women better or worse?

# %% locked="rows-left"
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
# Write the function `smallest_class`. It takes a table and a list of column names, and returns $k$: how many people are in the smallest class that these columns form together.
#
# - An unknown value counts as a value of its own.
# - Only combinations that occur in the table count.
# - The table itself stays as it is.
#
# When your work is graded, your function is also tried on tables that you have not seen.


# %% answer="smallest-class"
def smallest_class(table, columns):
    """The number of people in the smallest class that the columns form."""
    ### BEGIN SOLUTION
    return table.groupby(columns, observed=True, dropna=False).size().min()
    ### END SOLUTION


# %% check="smallest-class"
check("smallest-class", smallest_class)

# %% [markdown]
# ## 9. Does a coarser age help? (Build, 1 point)
#
# Take other quasi-identifiers than the lesson: **age, race and marital status** (`age`, `race`, `marital_status`). How many people are **alone** in their class,
#
# - `alone_before`: with the age in years
# - `alone_after`: with the age in tens, that is 10 to 19, 20 to 29 and so on. Make a new column for it, so that `age` stays as it is: `people["decade"] = people["age"] // 10 * 10`
#
# The sign `//` divides and drops the rest.

# %% answer="generalise"
alone_before = ...
alone_after = ...
### BEGIN SOLUTION
people["decade"] = people["age"] // 10 * 10
before = people.groupby(["age", "race", "marital_status"], observed=True).size()
after = people.groupby(["decade", "race", "marital_status"], observed=True).size()
alone_before = (before == 1).sum()
alone_after = (after == 1).sum()
### END SOLUTION

# %% check="generalise"
check("generalise", alone_before, alone_after)

# %% [markdown]
# ## 10. What may leave the house? (Decide, 2 points)
#
# A university asks the statistics office for this file. It wants to study how hours of work differ by schooling, for women and for men.
#
# First: which extract do you propose? Give the key as `extract`:
#
# - `all-without-names`: all columns; there are no names in the file
# - `needed-and-coarse`: hours, sex, and schooling in a few broad steps, with $k$ computed before it leaves
# - `needed-and-spare`: hours, sex and schooling, and age and country of birth in case they turn out useful
# - `nothing`: none, since the records are about persons
#
# Second: a colleague says “In this extract $k$ is 5. So nothing about anybody can leak.” What do you answer? Give the key as `claim`:
#
# - `five-is-enough`: right, five people cannot be told apart
# - `large-file`: right, if the file as a whole is large
# - `only-names`: right, as long as nobody adds the names again
# - `shared-secret`: wrong, if all five have the same income class, it is known of each of them

# %% answer="safe-to-share"
extract = ...
claim = ...
### BEGIN SOLUTION
extract = "needed-and-coarse"
claim = "shared-secret"
### END SOLUTION

# %% check="safe-to-share"
check("safe-to-share", extract, claim)

# %% [markdown]
# ## 11. What cannot be mended? (Decide, 1 point)
#
# The service wants to find people who need a wage supplement. The datasheet names these limits. Which of them does **no work on the table** mend? Give the key as `not_mended`:
#
# - `spelling`: some countries are misspelled, “Columbia” for one
# - `stand-in`: the outcome is an adjusted gross income above 50,000 dollars in 1993; need was never recorded
# - `repeated`: 52 rows repeat an earlier one
# - `old-words`: groups carry the words of their time, such as “Amer-Indian-Eskimo”

# %% answer="not-mended"
not_mended = ...
### BEGIN SOLUTION
not_mended = "stand-in"
### END SOLUTION

# %% check="not-mended"
check("not-mended", not_mended)

# %% [markdown]
# ## 12. A note on the data (4 points, read by a person)
#
# Write to the head of the employment service, in 150 to 250 words: what can this file tell the service, and about whom? May the supplier's system be used? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences what to do, and what would change the advice.
# 2. **About whom.** It says who is in the file and who is not, with at least one figure against a named population and its source.
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
