# %% [markdown]
# # Explaining decisions: assignment
#
# A regional loan fund has bought a score. It advises the fund's clerks to refuse. Before it is used, you examine what its explanations are worth, and what a refused person is told.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks. You may try as often as you like. The checks give 16 points; your letter at the end is read by a person and gives 4.
#
# **Names.** `loans` is the table of the lesson. Columns you need: `savings` and `credit_risk` (a code; the datasheet says what it means). The fund and its score are invented; the loans were real.

# %% locked="setup"
import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, translator
from course.dossier import measures

t = translator("08-explaining-decisions")
loans = load_dataset("german-credit")

# %% [markdown]
# ## 1. What the outcome says (Build, 1 point)
#
# Of the people whose savings are unknown, or who have no savings account (`"unknown or no savings account"` in the column `savings`), what share did not repay as agreed? Give it as `unpaid_share`, a number between 0 and 1, not rounded.
#
# To read the datasheet, add a cell with two lines: `from course import describe_dataset`, then `describe_dataset("german-credit")`.

# %% answer="unpaid-share"
unpaid_share = ...
### BEGIN SOLUTION
group = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = (group["credit_risk"] == 2).mean()
### END SOLUTION

# %% check="unpaid-share"
check("unpaid-share", unpaid_share)

# %% [markdown]
# ## 2. Where the fund draws the line (Decide, 1 point)
#
# A clerk is advised to refuse when the risk that a loan is not repaid reaches a threshold. The fund's board says for each kind of loan what the two mistakes cost. For personal loans the threshold 0.2 follows from that. (We assume that of the fund's applications for personal loans 30% would not be repaid, as in the file from which the score learned. So the score is the risk, and needs no correction.)
#
# Loans to new firms are another matter. To refuse somebody who would have repaid costs 2; to accept somebody who does not repay costs 6. And the fund has counted that 10% of these loans are not repaid, not 30%. Give two numbers between 0 and 1, not rounded:
#
# - `line`: the risk from which on the clerk should be advised to refuse such a loan
# - `fund_risk`: the risk of an application for such a loan whose score is 0.5. Correct the score for the fund's own share, as in section 1 of the lesson: the odds by the score, times $(0.1 / 0.9) / (0.3 / 0.7)$, are the odds at the fund; odds divided by one plus odds are the risk.

# %% answer="threshold"
line = ...
fund_risk = ...
### BEGIN SOLUTION
line = 2 / (2 + 6)
odds = 0.5 / (1 - 0.5) * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
### END SOLUTION

# %% check="threshold"
check("threshold", line, fund_risk)

# %% [markdown]
# The next cell learns the fund's score from 700 loans and keeps 300 for the test. It also makes a function: `score(table)` gives the score of each row of a table, a number between 0 and 1. The fund uses seven columns. Age is one of them; whether it may be depends on the law on equal treatment in your country. Ask a lawyer before a score of yours uses it.

# %% locked="fund"
NUMBERS = ["duration", "amount", "age"]
WORDS = ["status", "savings", "employment_duration", "other_debtors"]
COLUMNS = NUMBERS + WORDS
loans[NUMBERS] = loans[NUMBERS].astype(float)
loans["unpaid"] = loans["credit_risk"] == 2
learn, test = train_test_split(loans, test_size=300, random_state=11, stratify=loans["unpaid"])


def learned(numbers, words):
    """A score learned from these columns."""
    prepared = make_column_transformer(
        (StandardScaler(), numbers), (OneHotEncoder(sparse_output=False), words)
    )
    model = make_pipeline(prepared, LogisticRegression(solver="newton-cholesky", tol=1e-8))
    return model.fit(learn[numbers + words], learn["unpaid"])


fund = learned(NUMBERS, WORDS)


def score(table):
    """The fund's score of each row."""
    return fund.predict_proba(table[COLUMNS])[:, 1]


print(t("Learned from {n} loans, tested on {m}").format(n=len(learn), m=len(test)))

# %% [markdown]
# ## 3. Does the amount matter? (Decide, 1 point)
#
# The next cell shows permutation importance, as in the lesson: of 100 pairs of one repaid and one unpaid loan, how many are no longer put in the right order when a column is shuffled? The last row is another score, learned without the duration.
#
# A colleague reads the second row: “The amount hardly matters.” What do you answer? Give the key as `amount_says`:
#
# - `irrelevant`: that is right, the amount has nothing to do with repaying
# - `stands-in`: the two columns say much of the same; while the duration stays in place, it stands in for the shuffled amount
# - `causes`: that is wrong, the last row proves that a smaller loan would be repaid more often
# - `broken`: the second and the last row contradict each other, so one of them was measured wrongly


# %% locked="amount-table"
def pairs_lost(model, columns):
    """How many of 100 pairs are lost when a column is shuffled, as a mean of 20 shuffles."""
    shuffled = permutation_importance(
        model, test[columns], test["unpaid"], scoring="roc_auc", n_repeats=20, random_state=0
    )
    return pd.Series(100 * shuffled.importances_mean, index=columns)


without = [name for name in COLUMNS if name != "duration"]
lost = pairs_lost(fund, COLUMNS)
alone = pairs_lost(learned(["amount", "age"], WORDS), without)
rows = {
    t("the fund's score: duration shuffled"): lost["duration"],
    t("the fund's score: amount shuffled"): lost["amount"],
    t("a score without the duration: amount shuffled"): alone["amount"],
}
pd.DataFrame({t("pairs lost, of 100"): [t.number(value, 1) for value in rows.values()]}, index=rows)

# %% answer="amount-says"
amount_says = ...
### BEGIN SOLUTION
amount_says = "stands-in"
### END SOLUTION

# %% check="amount-says"
check("amount-says", amount_says)

# %% [markdown]
# ## 4. Your own permutation importance (Build, 2 points)
#
# Write the function `importance`. It takes
#
# - `quality`, a function that takes a table and returns one number (larger is better),
# - `table`, and the name `column` of one of its columns,
# - `seed`, a whole number.
#
# It shuffles that one column in a copy of the table, and returns how much quality is lost: the quality before minus the quality after. If the quality rises, the loss is negative: return it as it is. With the same seed the result is the same; with another seed the order is another. One shuffle is enough, and each value stays in the column exactly once.
#
# `table.copy()` gives a copy of a table. `copy[column] = ...` replaces the column whose name is in `column`. (`copy.assign(column=...)` would add a new column with the name “column”.)
#
# When your work is graded, your function is also tried on other tables.


# %% answer="importance"
def importance(quality, table, column, seed=0):
    """How much `quality` is lost when one column of `table` is shuffled."""
    ### BEGIN SOLUTION
    random = np.random.default_rng(seed)
    shuffled = table.copy()
    shuffled[column] = random.permutation(table[column].to_numpy())
    return quality(table) - quality(shuffled)
    ### END SOLUTION


# %% check="importance"
check("importance", importance)

# %% [markdown]
# ## 5. Short and long loans (Build, 2 points)
#
# What would the fund's score say, on average over the 300 test applications, if every loan ran for 12 months? And if every loan ran for 36? All else stays as it is. Give the two means, not rounded:
#
# - `average_12`: the mean score with every duration at 12 months
# - `average_36`: the mean score with every duration at 36 months
#
# `test` and `score` come from the cell above exercise 3. `test.assign(duration=...)` gives a copy of the table with one column set.

# %% answer="average-line"
average_12 = ...
average_36 = ...
### BEGIN SOLUTION
average_12 = score(test.assign(duration=12.0)).mean()
average_36 = score(test.assign(duration=36.0)).mean()
### END SOLUTION

# %% check="average-line"
check("average-line", average_12, average_36)

# %% [markdown]
# ## 6. What a clerk may say (Decide, 1 point)
#
# The vendor's manual says: “Loans of 12 months have an average score of 26%, loans of 36 months one of 38%”, with every loan set to that length in turn. A clerk tells an applicant who has asked for 36 months: “If you take 12 months instead, your risk falls from 38% to 26%.” What do you say? Give the key as `clerk_claim`:
#
# - `holds-for-her`: the clerk is right, the line holds for every applicant
# - `average-only`: the two numbers are averages over many applications; this applicant's own score may start elsewhere and move otherwise
# - `shorter-helps`: the clerk is right, for the model shows that a shorter loan makes people repay
# - `raw-rates`: the clerk should have named the shares of 12-month and 36-month loans that were not repaid

# %% answer="clerk-claim"
clerk_claim = ...
### BEGIN SOLUTION
clerk_claim = "average-only"
### END SOLUTION

# %% check="clerk-claim"
check("clerk-claim", clerk_claim)

# %% [markdown]
# ## 7. How long may this loan be? (Build, 1 point)
#
# The next cell picks one test application: 39 months, no guarantor. Its score is 0.216, above the fund's threshold for personal loans, 0.2. What is the longest loan, in whole months from 4 to 72, at which the score of this application is **below** 0.2, with all else as it is? Give it as `longest`.

# %% locked="applicant"
applicant = test.loc[[509]]
print(t("Score of this application: {score}").format(score=t.number(score(applicant)[0], 3)))
labelled = load_dataset("german-credit", lang=t.lang)
names = dict(zip(load_dataset("german-credit").columns, labelled.columns))
shown = labelled.loc[[509], [names[column] for column in COLUMNS]]
shown.T.rename(columns={509: t("this application")})

# %% answer="longest-loan"
longest = ...
### BEGIN SOLUTION
below = [m for m in range(4, 73) if score(applicant.assign(duration=float(m)))[0] < 0.2]
longest = max(below)
### END SOLUTION

# %% check="longest-loan"
check("longest-loan", longest)

# %% [markdown]
# ## 8. What may the letter offer? (Decide, 2 points)
#
# For the same application the vendor's tool lists four changes. Each of them alone brings the score below 0.2.
#
# First: which changes may the letter name? Give the key as `changes`:
#
# - `guarantor-or-smaller`: a guarantor, or a smaller amount
# - `older`: a new application at the age of 65
# - `employer`: fewer years with the present employer
# - `all-four`: all four, so that the person can choose
#
# Second: with which sentence? Give the key as `sentence`:
#
# - `promise`: “With a guarantor, your application will be granted.”
# - `under-conditions`: “With a guarantor, today's score would not have advised us to refuse. A clerk would then look at the whole application and decide.”
# - `score-only`: “Your score was 0.216. The limit is 0.2.”
# - `nothing`: “We cannot say what would have led to another result.”

# %% locked="changes-table"
listed = {
    t("a guarantor"): applicant.assign(other_debtors="guarantor"),
    t("an amount smaller by a quarter"): applicant.assign(amount=0.75 * applicant["amount"]),
    t("an age of 65, not 45"): applicant.assign(age=65.0),
    t("4 to 7 years with the same employer, not more than 7"): applicant.assign(
        employment_duration="4 to under 7 years"
    ),
}
pd.DataFrame(
    {t("score after the change"): [t.number(score(row)[0], 3) for row in listed.values()]},
    index=listed,
)

# %% answer="offer"
changes = ...
sentence = ...
### BEGIN SOLUTION
changes = "guarantor-or-smaller"
sentence = "under-conditions"
### END SOLUTION

# %% check="offer"
check("offer", changes, sentence)

# %% [markdown]
# ## 9. The main reason (Decide, 1 point)
#
# The fund's score adds up points from each column; more points mean a higher risk. The next cell shows for each column how far apart its lowest and highest points lie over all 300 test applications, and how many points *this* application gets more than those accepted, on average. (The points add up to the score before it is pressed between 0 and 1.)
#
# Which is the main reason that the letter should give this person? Give the key as `main_reason`:
#
# - `checking-account`, `duration`, `guarantor`, `age`

# %% locked="reasons-table"
prepared, regression = fund[:-1], fund[-1]
origin = [name.split("__")[1] for name in prepared.get_feature_names_out()]
owner = [next(c for c in COLUMNS if name == c or name.startswith(c + "_")) for name in origin]


def points(table):
    """What each column adds to the score of each row, before it is pressed between 0 and 1."""
    added = prepared.transform(table[COLUMNS]) * regression.coef_[0]
    return pd.DataFrame(added, index=table.index).T.groupby(owner).sum().T


tested, accepted = points(test), points(learn[score(learn) < 0.2]).mean()
words = {
    "status": t("checking account"),
    "duration": t("duration"),
    "savings": t("savings"),
    "amount": t("amount"),
    "other_debtors": t("guarantor"),
    "age": t("age"),
    "employment_duration": t("time with the employer"),
}
reasons = pd.DataFrame(
    {
        t("widest difference, all applications"): tested.max() - tested.min(),
        t("this application, against those accepted"): tested.loc[509] - accepted,
    }
)
reasons.loc[list(words)].rename(index=words).map(lambda value: t.number(value, 2))

# %% answer="main-reason"
main_reason = ...
### BEGIN SOLUTION
main_reason = "duration"
### END SOLUTION

# %% check="main-reason"
check("main-reason", main_reason)

# %% [markdown]
# ## 10. Readability in Spanish (Build, 1 point)
#
# The fund also writes in Spanish. For Spanish, Francisco Szigriszt Pazos published this formula in 1993, with $S$ the syllables, $P$ the words and $F$ the sentences of a text (as quoted by [legible.es](https://legible.es/blog/perspicuidad-szigriszt-pazos/)):
#
# $$206.835 - 62.3 \cdot \frac{S}{P} - \frac{P}{F}$$
#
# Write the function `perspicuity`. It takes the three counts, in the order words, sentences, syllables, and returns the score, not rounded. When your work is graded, your function is also tried with other counts.


# %% answer="perspicuity"
def perspicuity(words, sentences, syllables):
    """The readability of a Spanish text by its counts (Szigriszt Pazos 1993)."""
    ### BEGIN SOLUTION
    return 206.835 - 62.3 * syllables / words - words / sentences
    ### END SOLUTION


# %% check="perspicuity"
check("perspicuity", perspicuity)

# %% [markdown]
# ## 11. The model card (Decide, 3 points)
#
# The next cell measures the fund's score on the 300 test applications, and prints a form. Copy the form into the answer cell, between three quotation marks: `card = """` above it and `"""` below. Then replace every `...`. Write shares as in the table, with a point: `0.61`. What to write in words is yours; invent an office, a person, a telephone number. The review comes after the day of the card.
#
# One point each: who answers (owner, contact, human check, review); use, data and threshold; the measures. To see the page, add a cell with two lines: `from course.dossier import ModelCard`, then `ModelCard.from_yaml(card)`.

# %% locked="fund-measured"
ages = pd.cut(test["age"], [18, 24, 59, 75], labels=["19-24", "25-59", "60-75"])
advised = score(test) >= 0.2
measured = measures(
    test["unpaid"], advised, data="test", metrics=("accuracy", "baseline accuracy")
) + measures(test["unpaid"], advised, data="test", groups=ages, metrics=("false positive rate",))
form = """\
name: "{name}"
version: 1.0
date: 2026-11-25
owner: ...
contact: ...
purpose: "{purpose}"
not_for:
  - ...
decision: ...
data:
  name: "{data}"
  rows: 1000
  period: 1973-1975
  limits:
    - ...
measures:
{measures}
threshold: ...
threshold_why: ...
fails_for:
  - ...
human_check: ...
explanation: ...
review_on: ...
"""
line = "  - {{metric: {m.metric}, group: {m.group}, data: test, {numbers}}}"
numbers = "value: ..., low: ..., high: ..., count: ..."
print(
    form.format(
        name=t("Score for personal loans"),
        purpose=t("Advise the fund's clerks which applications to examine more closely."),
        data=t("German credit, with the code table of 2019"),
        measures="\n".join(line.format(m=m, numbers=numbers) for m in measured),
    )
)
pd.DataFrame(
    [
        [m.metric, m.group, f"{m.value:.2f}", f"{m.low:.2f}", f"{m.high:.2f}", m.count]
        for m in measured
    ],
    columns=["metric", "group", "value", "low", "high", "count"],
)

# %% answer="model-card"
card = ...
### BEGIN SOLUTION
card = """
name: Score for personal loans
version: 1.0
date: 2026-11-25
owner: Loans office of the regional fund, head Rosa Quispe
contact: Office 2, Station Road 14, telephone 0800 555 0199
purpose: Advise the fund's clerks which applications to examine more closely.
not_for:
  - Refusing without a clerk
  - Any other kind of loan
decision: The score advises; a clerk grants or refuses the loan and signs the letter.
data:
  name: German credit, with the code table of 2019
  rows: 1000
  period: 1973-1975
  limits:
    - One bank long ago; people who were refused are not in it
    - Women and men cannot be told apart for 310 people
    - 30% did not repay because unpaid loans were picked on purpose
measures:
  - {metric: accuracy, group: all, data: test, value: 0.61, low: 0.56, high: 0.66, count: 300}
  - {metric: baseline accuracy, group: all, data: test, value: 0.70, low: 0.65, high: 0.75, count: 300}
  - {metric: false positive rate, group: all, data: test, value: 0.50, low: 0.43, high: 0.56, count: 210}
  - {metric: false positive rate, group: 19-24, data: test, value: 0.68, low: 0.48, high: 0.86, count: 25}
  - {metric: false positive rate, group: 25-59, data: test, value: 0.47, low: 0.40, high: 0.54, count: 172}
  - {metric: false positive rate, group: 60-75, data: test, value: 0.54, low: 0.27, high: 0.80, count: 13}
threshold: 0.2
threshold_why: The board set the cost of a wrong refusal at 1 and of a bad loan at 4, and assumes 30% not repaid.
fails_for:
  - People from 19 to 24 who would repay are refused more often
  - Over 59 only 13 people stand behind the rate
human_check: A clerk reads the application and the reasons before each refusal.
explanation: A letter with the main reasons, a way forward where there is one, and a name.
review_on: 2027-05-25
"""
### END SOLUTION

# %% check="model-card"
check("model-card", card)

# %% [markdown]
# ## 12. The letter (4 points, read by a person)
#
# The clerk has refused application no. 509 of exercises 7 to 9. Write the letter to this person, in 120 to 200 words, in the language of your notebook. There is more than one good letter. One point for each of these:
#
# 1. **Decision.** It says in the first sentences what was decided, that a score was used, and who decided.
# 2. **Reasons.** It gives the main reasons for *this* application, in words that the person can answer, and none that is untrue.
# 3. **A way forward.** It names only what is in the person's power, under conditions, and promises nothing.
# 4. **Recourse and tone.** It says how to correct or contest, by when and with whom, in short plain sentences and with respect.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Dear applicant,
#
# We have not granted the loan that you asked for. A computer gave your application a score, which advised us to refuse. Rosa Quispe in our loans office read your application and decided.
#
# These were the main reasons. The loan would run for 39 months, which is long. The amount is high compared with those we usually grant. You have told us of savings under 100 DM only. Your account with us and your years at work spoke for you.
#
# What could lead to another result? With a guarantor, or with a loan of 35 months or less, today's score would not have advised us to refuse. A somewhat smaller amount could help too. This is not a promise: we would look at the whole application again, and with a shorter loan your instalments would be higher. Only take a loan that you can carry.
#
# Is something in our file wrong, or do you disagree? Write or come to Office 2, Station Road 14, or call 0800 555 0199, by 31 March. Another person will then look at your case. It costs nothing, and it will not count against you.
# ### END SOLUTION
