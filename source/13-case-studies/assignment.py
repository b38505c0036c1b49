# %% [markdown]
# # Case studies: assignment
#
# Your ministry wants to copy a system from abroad. Before it does, you examine what happened elsewhere: what was computed, what the numbers say, what was missing, and what would have raised the alarm.
#
# {{answering}}
#
# **Functions.** Three *Build* exercises ask for a function, a recipe with a name. Its first two lines are in the cell already. Your lines go under them, each four spaces in, and the last one begins with `return`. Use the names in brackets, the arguments, and not the numbers of an example:
#
#     def half(total):
#         """Half of the total."""
#         part = total / 2
#         return part
#
# **Facts and inventions.** Facts are those of the lesson's cards, or have their source and date here. What is invented is marked as invented.

# %% locked="setup" closed=true
import pandas as pd

from course import check, translator

t = translator("13-case-studies")

# %% [markdown]
# ## 1. What did it compute? (Decide, 1 point)
#
# Four systems of the lesson. What did each do? Give for each one of these keys:
#
# - `rules`: it followed fixed rules or plain arithmetic
# - `learned`: it learned from examples, and predicted something
# - `generates`: it wrote new text from a question
# - `counts`: it added up records, and predicted nothing about a person
#
# The systems:
#
# - `robodebt`: the comparison of incomes in Australia
# - `novissi`: the ranking of telephone subscribers in Togo
# - `chubut`: the assistant that left a line in the ruling in Chubut
# - `gambia`: the maps of movement in The Gambia
#
# The answer has the form `robodebt = "counts"`.

# %% answer="kinds"
robodebt = "..."
novissi = "..."
chubut = "..."
gambia = "..."
### BEGIN SOLUTION
robodebt = "rules"
novissi = "learned"
chubut = "generates"
gambia = "counts"
### END SOLUTION

# %% check="kinds"
check("kinds", robodebt, novissi, chubut, gambia)

# %% [markdown]
# ## 2. The other headline (Decide, 1 point)
#
# England, A levels, August 2020, 718,276 results, compared with what the schools had estimated ([Wonkhe](https://wonkhe.com/blogs/a-level-results-day-2020-full-results-and-university-entry-data/)):
#
# | change | share |
# | --- | --- |
# | lowered by one grade | 35.6% |
# | lowered by two grades | 3.3% |
# | lowered by three or more | 0.2% |
# | unchanged | 58.7% |
# | raised by one grade | 2.2% |
#
# The office's headline was: “96.4% the same or within one grade.” (The rounded shares add up to 96.5.) What share of the results was **lowered**? Give a number between 0 and 1, with three decimals (`lowered`).

# %% answer="lowered"
lowered = ...
### BEGIN SOLUTION
lowered = 0.356 + 0.033 + 0.002
### END SOLUTION

# %% check="lowered"
check("lowered", lowered)

# %% [markdown]
# ## 3. One unit of each count (Build, 1 point)
#
# The Robodebt case has many counts ([report of the judgment of 11 June 2021](https://tech-litigation.com/case/australia-federal-court-of-australia-11-june-2021-prygodicz-v-commonwealth-of-australia) and other pages, 2020 and 2021):
#
# | count | of what |
# | --- | --- |
# | at least AUD 1,763 million | debts raised without legal basis |
# | about 433,000 | people against whom these debts were raised |
# | about AUD 751 million | collected, and to be paid back |
# | about 381,000 | people from whom it was collected |
# | 470,000 | debts, according to a government count of May 2020 (second-hand) |
# | 648,000 | members of the class in court |
#
# Compute two averages in single dollars. Write numbers without commas: `433000`.
#
# - `raised_each`: the debt raised for each **person** against whom it was raised
# - `collected_each`: the sum collected from each **person** who paid
#
# Rounding to whole dollars is fine.

# %% answer="per-person"
raised_each = ...
collected_each = ...
### BEGIN SOLUTION
raised_each = 1763 * 1000000 / 433000
collected_each = 751 * 1000000 / 381000
### END SOLUTION

# %% check="per-person"
check("per-person", raised_each, collected_each)

# %% [markdown]
# ## 4. Two error rates by group (Build, 2 points)
#
# Broward County, United States: a score warns of a new offence within two years (“medium” or “high” counts as a warning). The journalists of ProPublica published these counts of people ([method, 23 May 2016](https://assets.documentcloud.org/documents/2998392/How-We-Analyzed-the-COMPAS-Recidivism-Algorithm.txt)):
#
# | | no warning, no offence | warning, no offence | no warning, offence | warning, offence |
# | --- | --- | --- | --- | --- |
# | in the function | `tn` | `fp` | `fn` | `tp` |
# | Black people | 990 | 805 | 532 | 1369 |
# | white people | 1139 | 349 | 461 | 505 |
#
# The maker of the score rejects the journalists' conclusion: it says that a score means the same for both groups. Both can be true. Here you compute what the journalists compared. Write the function `error_rates`. It takes the four counts in the order of the table, and returns two numbers with a comma between them:
#
# 1. the false positive rate: of the people **without** a new offence, the share for whom the score gave a warning;
# 2. the false negative rate: of the people **with** a new offence, the share for whom it gave no warning.
#
# The last line has the form `return first, second`. Do not round. Your function is also tried with other counts.


# %% answer="error-rates"
def error_rates(tn, fp, fn, tp):
    """The false positive rate and the false negative rate."""
    ### BEGIN SOLUTION
    return fp / (fp + tn), fn / (fn + tp)
    ### END SOLUTION


# %% check="error-rates"
check("error-rates", error_rates)

# %% [markdown]
# ## 5. What the court asked for (Decide, 1 point)
#
# The court of appeal of Buenos Aires allows face recognition again only after a test of whether the software treats people differently by their personal traits (28 April 2023). Your police chief offers four tables. Which one is this test? (A group is people of one sex, age or skin tone.) Choose one answer (`court_test`):
#
# - `scanned`: of each 1,000 faces scanned in a group, the number matched wrongly
# - `arrested`: of all people arrested through the system, the share of each group
# - `maker-test`: of all faces in the maker's own test, the share matched rightly
# - `entries`: of each group's entries in the wanted list, the share with an error

# %% answer="court-test"
court_test = "..."
### BEGIN SOLUTION
court_test = "scanned"
### END SOLUTION

# %% check="court-test"
check("court-test", court_test)

# %% [markdown]
# ## 6. Blank fields (Decide, 1 point)
#
# The inventory of the United States for 2025, as counted for the lesson: of 227 deployed high-impact uses, 44 report a **test before use**, and 102 leave the field blank. The others give another answer, which counts as no. (The course's own count; assume that it is right.)
#
# Between which two shares does the true share of uses with a test before use lie? Give them as numbers between 0 and 1, with at least two decimals:
#
# - `lowest`: if no use with a blank field was tested
# - `highest`: if every use with a blank field was tested

# %% answer="bounds"
lowest = ...
highest = ...
### BEGIN SOLUTION
lowest = 44 / 227
highest = (44 + 102) / 227
### END SOLUTION

# %% check="bounds"
check("bounds", lowest, highest)

# %% [markdown]
# ## 7. Per cent of what? (Decide, 1 point)
#
# In Togo the model wrongly left out 4 to 21% fewer poor people than a choice by area. These are relative changes. Suppose (invented) that in your province a choice by area leaves out 400 of 1,000 poor people, and that a model does as well as in Togo. How many of the 1,000 would the model leave out?
#
# - `fewest`: in the best case, with 21% fewer
# - `most`: in the worst case, with 4% fewer

# %% answer="left-out"
fewest = ...
most = ...
### BEGIN SOLUTION
fewest = 400 * (1 - 0.21)
most = 400 * (1 - 0.04)
### END SOLUTION

# %% check="left-out"
check("left-out", fewest, most)

# %% [markdown]
# ## 8. Wrong names on a list (Build, 2 points)
#
# In Salta a percentage was announced: 86%. Of what, nobody said. So suppose the four numbers that a ministry should have asked for (only the first is real):
#
# - `girls`: 12000 girls and women aged 10 to 19 in the data
# - `share`: 0.06 of them will become pregnant
# - `found`: 0.86 of these are on the list of the score; this is one way to read the 86%
# - `false_alarm`: 0.10 of all the **others** are on the list too
#
# Write the function `wrong_names`. It takes these four in this order, and returns what share of the names **on the list** is wrong, a number between 0 and 1.
#
# Compute the right names on the list and the wrong names on the list, each in a line of its own, as in the lesson. Your function is also tried with other numbers.


# %% answer="wrong-names"
def wrong_names(girls, share, found, false_alarm):
    """Of the names on the list, the share that is wrong."""
    ### BEGIN SOLUTION
    right = girls * share * found
    wrong = girls * (1 - share) * false_alarm
    return wrong / (right + wrong)
    ### END SOLUTION


# %% check="wrong-names"
check("wrong-names", wrong_names)

# %% [markdown]
# ## 9. Two rulings (Decide, 1 point)
#
# In Colombia the Constitutional Court found no breach of due process. In Chubut the court of appeal annulled the ruling and the trial. Which difference explains both outcomes, by the courts' own reasons? Choose one answer (`difference`):
#
# - `citations`: in one the sources cited were real, in the other they were invented
# - `rule`: in one the court had a rule for such tools, in the other it had none yet
# - `own-reasons`: in one the reasons were the judge's own, in the other this was unclear
# - `harm`: in one the text did no harm to anybody, in the other it led to a conviction

# %% answer="two-rulings"
difference = "..."
### BEGIN SOLUTION
difference = "own-reasons"
### END SOLUTION

# %% check="two-rulings"
check("two-rulings", difference)

# %% [markdown]
# ## 10. Which number for which case? (Decide, 2 points)
#
# Each of four offices may publish one number. Which one would show the error that matters there?
#
# - `netherlands`: the tax office that picks childcare files for a check, and uses nationality
# - `chile`: the local office that gets a list of children in order of risk, from records of public services; suppose that poor families use these services more often than others
# - `philippines`: the statistics office whose map of poverty is made from satellite images
# - `trademarks`: the registry whose examiners search for earlier marks with a tool that learned from data
#
# Give for each one key. Two of the six are left over.
#
# - `picked`: of those picked, the share in which a person finds something, by group
# - `fifths`: those listed in each fifth of income, against a survey of all fifths
# - `outside`: those in need who live where the system shows no need
# - `first-50`: of known cases, the share that is among the first 50 results
# - `changed`: of all answers of the system, the share that a person changes later
# - `all-right`: of all answers of the system, the share that proves to be right

# %% answer="which-number"
netherlands = "..."
chile = "..."
philippines = "..."
trademarks = "..."
### BEGIN SOLUTION
netherlands = "picked"
chile = "fifths"
philippines = "outside"
trademarks = "first-50"
### END SOLUTION

# %% check="which-number"
check("which-number", netherlands, chile, philippines, trademarks)

# %% [markdown]
# ## 11. An alarm (Build, 2 points)
#
# Write the function `first_below`. It takes a column of values, one for each quarter, and a limit. It returns the name of the **first** quarter in which the value is **below** the limit, or the text `"none"` if there is no such quarter. A value that equals the limit is not below it.
#
# Your function is also tried on other columns and with other limits.


# %% answer="first-below"
def first_below(values, limit):
    """The first quarter in which the value is below the limit, or "none"."""
    ### BEGIN SOLUTION
    below = values[values < limit]
    if len(below) == 0:
        return "none"
    return below.index[0]
    ### END SOLUTION


# %% check="first-below"
check("first-below", first_below)

# %% [markdown]
# ## 12. Which alarm comes first, and what should have been done? (Decide, 1 point)
#
# The next cell shows an **invented** office, a little like that of Michigan: a program writes accusations of fraud, and the letters go to a web portal. An alarm is raised when a share falls **below** its limit. The limits were set before the start: 0.90 for the first two columns, 0.50 for the last two.
#
# Read the quarters from the table. (If you did exercise 11, `first_below(record["upheld"], 0.50)` shows the quarter for one column.)
#
# First: which **column** raises an alarm in the earliest quarter? Choose one answer (`earliest`):
#
# - `vendor_accuracy`: right answers on the maker's old test data
# - `not_appealed`: of the people accused, the share who did not appeal
# - `opened`: of the letters in the portal, the share that was opened
# - `upheld`: of the accusations decided on appeal, the share that was upheld
#
# Second: what could the office have done **before the first letter**, with what it knew then? Choose one answer (`before_launch`):
#
# - `warn-in-letter`: add a sentence that the sum may be wrong and may be disputed
# - `check-some`: let officials look into a random sample of the accusations first
# - `small-start`: begin in one district, and extend it when few people complain
# - `after-appeals`: send no letter until appeals show how many of the accusations hold

# %% locked="record" closed=true
record = pd.DataFrame(
    {
        "vendor_accuracy": [0.97, 0.97, 0.97, 0.97, 0.97, 0.97],
        "not_appealed": [0.99, 0.98, 0.98, 0.97, 0.96, 0.95],
        "opened": [0.62, 0.41, 0.33, 0.30, 0.31, 0.29],
        "upheld": [None, None, 0.55, 0.31, 0.12, 0.08],
    },
    index=["2026-1", "2026-2", "2026-3", "2026-4", "2027-1", "2027-2"],
)
names = {
    "vendor_accuracy": t("right, maker's test (vendor_accuracy)"),
    "not_appealed": t("did not appeal (not_appealed)"),
    "opened": t("letters opened (opened)"),
    "upheld": t("upheld on appeal (upheld)"),
}
record.rename(columns=names).map(
    lambda value: t("no decision yet") if pd.isna(value) else t.number(value, 2)
)

# %% answer="earliest"
earliest = "..."
before_launch = "..."
### BEGIN SOLUTION
earliest = "opened"
before_launch = "check-some"
### END SOLUTION

# %% check="earliest"
check("earliest", earliest, before_launch)

# %% [markdown]
# ## 13. A note to your director (4 points, read by a person)
#
# The ministry of social affairs wants to stop payments automatically when two registers disagree about the income of a household. Many of these households have informal or seasonal work; some have no internet; in the highlands many speak an indigenous language. Your director asks what happened elsewhere. Write 150 to 220 words in the language of your notebook. There is more than one good note. Use two cases of the lesson, one failure and one success (section 4 of the lesson says which cards count as a success). One point for each of these:
#
# 1. **Facts.** Each case has one fact with its date and its mark. At least one of the facts is a number with its unit.
# 2. **Safeguard.** It names what was missing in the failure or was done in the success, if this could be known on the day. It says what your ministry should do before launch.
# 3. **Number.** It names one number to watch, for which group, the limit, and who acts when it is passed. It looks at women and men.
# 4. **Right and remedy.** It names the right at stake, who is affected, and to whom a person without internet can go.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Director, I advise against stopping payments automatically.
#
# Australia's Robodebt compared a yearly income, spread evenly, with what people had reported. The Federal Court (11 June 2021, confirmed) speaks of at least AUD 1.763 billion of debts against about 433,000 people without a legal basis. The office could have compared average and real income in a sample of files before the first letter. We should do this with 500 households, drawn at random, of which at least 200 have seasonal work.
#
# In Togo researchers compared the model with two other ways of choosing: it left out 4 to 21% fewer poor people than a choice by place, and 9 to 35% more than an ideal register (31 March 2022, confirmed). We should likewise name our rival: a clerk who calls before anything is stopped.
#
# Number to watch: the share of stopped payments that are restored after an answer, each month, for women and men, by district and language. Above 5% in any group, the head of benefits suspends the comparison on the same day.
#
# At stake is social security (Universal Declaration, article 22) with an effective remedy (article 8). A person without internet can go to any municipal desk, with an interpreter, or call the ombuds office free of charge. Payments go on until the answer is read.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the director would, and tick:
#
# - ☐ Does each of the two cases have one fact with its date and its mark?
# - ☐ Is at least one of the facts a number with its unit?
# - ☐ Do I say what was missing or was done, and what could be known on the day?
# - ☐ Do I say what our ministry should do before the launch?
# - ☐ Do I name one number to watch, for which group, its limit, and who acts?
# - ☐ Do I look at women and men, and say to whom a person without internet can go?
#
# <details><summary>An example note about another service</summary>
#
# Invented: an office for trade marks that wants a search tool like those of other offices. (One success only, to show the manner; your note has a failure too.)
#
# Director, let us introduce the tool as a help for examiners, and say so publicly. The office of the Philippines tells applicants that its automatic report may miss earlier marks and that the examiner decides (its own page, read in 2026, confirmed). This limit was known on the first day, and it takes one sentence to say so.
#
# Before the launch, two examiners should search by hand for 100 known conflicts, 30 of them with words in Guarani.
#
# Number to watch: each month, how many of 100 known conflicts are among the first 50 results, for all marks, for marks in Guarani, and for marks of women and of men who apply without an agent. Below 90 in any group, the head of examination sets the tool aside on the same day.
#
# At stake is equality before the law (Universal Declaration, article 7). An applicant without internet can ask at the counter for an examination by hand, and can object in writing.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 2, because the headline and the finding differ, and exercise 12, because the first alarm was in the letters that nobody opened, not in the appeals.
#
# **How to read the note.** A typical note with 2 points tells two cases well. It draws a lesson that nobody could have drawn on the day, or watches an average over everybody. A note with 4 points gives each fact its date and mark, and one number whose limit makes somebody act.
