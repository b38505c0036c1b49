# %% [markdown]
# # Explaining decisions: assignment
#
# A regional loan fund has bought a score. It recommends to the fund's clerks which applications to refuse. Before the fund uses it, you examine what its explanations are worth, and what the fund tells a person who is refused.
#
# {{answering}}
#
# **Names.** `loans` is the table of the lesson. Columns you need: `savings` and `credit_risk` (a code, explained in section 1 of the lesson). The fund and its score are invented; the loans were real.

# %% locked="setup" closed=true
import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, translator
from course.dossier import ModelCard, measures
from course.dossier.form import edit, saved

t = translator("08-explaining-decisions")
loans = load_dataset("german-credit")

# %% [markdown]
# ## 1. What the outcome says (Build, 1 point)
#
# Some people have the entry `"unknown or no savings account"` in the column `savings`. What share of them did not repay as agreed? Give it as `unpaid_share`, a number between 0 and 1, not rounded.
#
# Section 1 of the lesson computes such a share for another group. To read the datasheet, add a cell with two lines: `from course import describe_dataset`, then `describe_dataset("german-credit")`.

# %% answer="unpaid-share"
unpaid_share = ...
### BEGIN SOLUTION
group = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = (group["credit_risk"] == 2).mean()
### END SOLUTION

# %% check="unpaid-share"
check("unpaid-share", unpaid_share)

# %% [markdown]
# ## 2. The fund's threshold (Decide, 1 point)
#
# The score recommends refusing when the risk that a loan is not repaid reaches a threshold. The fund's board says for each office what the two mistakes cost. For personal loans at the main office the threshold 0.2 follows from that. (We assume that 30% of the applications there would not be repaid, as in the file from which the score learned. So the score is the risk, and needs no correction.)
#
# The fund's branch in another town gives personal loans too. There, to refuse somebody who would have repaid costs 2; to accept somebody who does not repay costs 6. And the branch has counted that 10% of its loans are not repaid. The file has 30%, because unpaid loans were put into it more often on purpose. People who repay, and people who do not, look alike in the file and at the branch. Give two numbers between 0 and 1, not rounded. You can write a sum, such as `line = 1 / (1 + 5)`.
#
# - `line`: the threshold, the risk from which on a clerk of the branch should be advised to refuse
# - `fund_risk`: the risk of an application at the branch whose score is 0.5. Only the mix of repaid and unpaid loans differs, so correct the score as in section 1 of the lesson: the odds by the score, times $(0.1 / 0.9) / (0.3 / 0.7)$, are the odds at the branch; odds divided by one plus odds are the risk.

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
# The next cell learns the fund's score from 700 loans and keeps 300 for the test. It also makes a function: `score(table)` gives the score of each row of a table, a number between 0 and 1. The fund uses seven columns. Age is one of them. Whether a score may use it depends on the law on equal treatment in your country: ask a lawyer before a score of yours does.

# %% locked="fund" closed=true
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
# A colleague reads the second row and concludes: “The amount hardly matters.” How do you answer? Choose one answer (`amount_says`):
#
# - `irrelevant`: you agree, because a score that loses so few pairs has no use for the amount
# - `stands-in`: you disagree, because the duration stays in place and holds much of the same
# - `causes`: you disagree, because the last row proves that smaller loans are repaid more often
# - `broken`: you ask for a new test, because the second and the last row contradict each other


# %% locked="amount-table" closed=true
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
amount_says = "..."
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
# Section 2 of the lesson has the lines: the cell that shuffles the checking account. There, `test` is the table, `pairs_right` the quality and 0 the seed. Replace the three dots by four lines; begin each with four spaces. The last one begins with `return`. (`copy.assign(column=...)` would add a new column with the name “column”.)
#
# When your work is graded, your function is also tried on other tables.


# %% answer="importance"
def importance(quality, table, column, seed=0):
    """How much `quality` is lost when one column of `table` is shuffled."""
    ...
    ### BEGIN SOLUTION
    random = np.random.default_rng(seed)
    copy = table.copy()
    copy[column] = random.permutation(copy[column].to_numpy())
    return quality(table) - quality(copy)
    ### END SOLUTION


# %% check="importance"
check("importance", importance)

# %% [markdown]
# ## 5. Short and long loans (Build, 2 points)
#
# What would the mean score of the 300 test applications be if every loan ran for 12 months? And if every loan ran for 36? All else stays as it is. Give the two means, not rounded:
#
# - `average_12`: the mean score with every duration at 12 months
# - `average_36`: the mean score with every duration at 36 months
#
# `test` and `score` come from the cell above exercise 3. Section 3 of the lesson shows the line.

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
# The vendor's manual says: “Loans of 12 months have an average score of 26%, loans of 36 months one of 38%”, with every loan set to that length in turn. A clerk tells an applicant who has asked for 36 months: “If you take 12 months instead, your risk falls from 38% to 26%.” What do you say to the clerk? Choose one answer (`clerk_claim`):
#
# - `holds-for-her`: that is right, because the vendor changed only the length and left all else as it was
# - `average-only`: that is wrong, because these are averages, and this applicant's own score may differ
# - `shorter-helps`: that is right, because the model shows that a shorter loan makes people repay more often
# - `say-nothing`: that is wrong, because a clerk must not tell an applicant what would change a score

# %% answer="clerk-claim"
clerk_claim = "..."
### BEGIN SOLUTION
clerk_claim = "average-only"
### END SOLUTION

# %% check="clerk-claim"
check("clerk-claim", clerk_claim)

# %% [markdown]
# ## 7. How long may this loan be? (Build, 1 point)
#
# The next cell picks one test application: 39 months, no guarantor. Its score is 0.216, above the threshold of the main office, 0.2. What is the longest loan, in whole months from 4 to 72, at which the score of this application is **below** 0.2, with all else as it is? Give it as `longest`.
#
# Section 4 of the lesson prints the score for each length (there for an application with a guarantor). You can do so in a cell of your own, and then write the number here.

# %% locked="applicant" closed=true
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
# For the same application the vendor's tool lists four changes. Each of them alone brings the score below 0.2. (In these data, people with 4 to 7 years at one employer repaid a little more often than those with more than 7.)
#
# First: which changes should the letter name? Choose one answer (`changes`):
#
# - `guarantor-or-smaller`: the guarantor and the smaller amount, for the person can arrange these
# - `older`: the age, for it is a fact in the file and nobody can argue about it
# - `employer`: the time with the employer, for the person knows it best and can prove it
# - `all-four`: all four, for the person has a right to know everything that counts
#
# Second: with which sentence? Choose one answer (`sentence`):
#
# - `promise`: “With a guarantor, your application will be granted. Please bring one to our office.”
# - `under-conditions`: “With a guarantor, the score would not have advised a refusal. A clerk would decide.”
# - `score-only`: “Your score was 0.216, and our limit is 0.2. You have a right to know both numbers.”
# - `nothing`: “We cannot say what would have led to another result. Each application is different.”

# %% locked="changes-table" closed=true
listed = {
    t("a guarantor"): applicant.assign(other_debtors="guarantor"),
    t("an amount smaller by a quarter"): applicant.assign(amount=0.75 * applicant["amount"]),
    t("an age of 65 (today 45)"): applicant.assign(age=65.0),
    t("4 to 7 years with the same employer (today more than 7)"): applicant.assign(
        employment_duration="4 to under 7 years"
    ),
}
pd.DataFrame(
    {t("score after the change"): [t.number(score(row)[0], 3) for row in listed.values()]},
    index=listed,
)

# %% answer="offer"
changes = "..."
sentence = "..."
### BEGIN SOLUTION
changes = "guarantor-or-smaller"
sentence = "under-conditions"
### END SOLUTION

# %% check="offer"
check("offer", changes, sentence)

# %% [markdown]
# ## 9. The main reason (Decide, 1 point)
#
# The fund's score adds up points from each column; more points mean a higher risk. The next cell shows for each column how far apart its lowest and highest points lie over all 300 test applications, and how many points *this* application gets more than those accepted, on average. (The sum of the points is turned into a score between 0 and 1.)
#
# Which is the main reason that the letter should give this person? Choose one answer (`main_reason`):
#
# - `checking-account`: the checking account
# - `duration`: the length of the loan
# - `guarantor`: the lack of a guarantor
# - `age`: the age of the person

# %% locked="reasons-table" closed=true
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
main_reason = "..."
### BEGIN SOLUTION
main_reason = "duration"
### END SOLUTION

# %% check="main-reason"
check("main-reason", main_reason)

# %% [markdown]
# ## 10. Readability in Spanish (Build, 1 point)
#
# The fund also writes in Spanish. For Spanish, Francisco Szigriszt Pazos published this formula in 1993 (as quoted by [legible.es](https://legible.es/blog/perspicuidad-szigriszt-pazos/)):
#
# $$206.835 - 62.3 \cdot \frac{\text{syllables}}{\text{words}} - \frac{\text{words}}{\text{sentences}}$$
#
# Write the function `perspicuity`. It takes the three counts, in the order words, sentences, syllables, and returns the readability index, not rounded. Section 5 of the lesson has such a function for English. Replace the three dots by one line; it begins with four spaces and `return`. When your work is graded, your function is also tried with other counts.


# %% answer="perspicuity"
def perspicuity(words, sentences, syllables):
    """The readability index of a Spanish text by its counts (Szigriszt Pazos 1993)."""
    ...
    ### BEGIN SOLUTION
    return 206.835 - 62.3 * syllables / words - words / sentences
    ### END SOLUTION


# %% check="perspicuity"
check("perspicuity", perspicuity)

# %% [markdown]
# ## 11. The model card (Decide, 3 points)
#
# The next cell measures the fund's score on the 300 test applications. The form below it is the model card, in which much is filled in already. Open the form, fill in the rest, press *Save*, and press *Check* below the form. The button *Still to do* in the form lists what is missing.
#
# What you write in words is up to you: invent an office, a person, a telephone number. Please note:
#
# - One row of the measures is left to you: the false positive rate of people from 19 to 24. Copy its four numbers from the table. (A form can also fill in measured numbers by itself; here you read one row, so that you know what the others mean.)
# - A share is a number between 0 and 1 with a point: 0.61, not 61%. The threshold is the one of the main office.
# - The review comes after the day of the card. Choose its day in the calendar, or write it as 2027-05-25.
# - Under *Not for* and *Fails for*, write one entry on each line.
#
# One point each: who answers (owner, contact, human check, review); use, data and threshold; the measures. If you change something later, press *Save* and run the answer cell again. To see the page, add a cell with the line `ModelCard.from_yaml(card)`. When you hand in your work, hand in the file `model-card.yml` with the notebook; it is in the same folder. Where no form appears, the second cell prints the fields: write them (YAML) into that file with a text editor.

# %% locked="fund-measured" closed=true
ages = pd.cut(test["age"], [18, 24, 59, 75], labels=["19-24", "25-59", "60-75"])
advised = score(test) >= 0.2
measured = measures(
    test["unpaid"], advised, data="test", metrics=("accuracy", "baseline accuracy")
) + measures(test["unpaid"], advised, data="test", groups=ages, metrics=("false positive rate",))
titles = {
    "accuracy": t("accuracy"),
    "baseline accuracy": t("baseline accuracy"),
    "false positive rate": t("false positive rate"),
}
pd.DataFrame(
    {
        t("measure"): [titles[m.metric] for m in measured],
        t("group"): [t("all") if m.group == "all" else m.group for m in measured],
        t("value"): [f"{m.value:.2f}" for m in measured],
        t("low end"): [f"{m.low:.2f}" for m in measured],
        t("high end"): [f"{m.high:.2f}" for m in measured],
        t("people"): [m.count for m in measured],
    },
    index=range(1, len(measured) + 1),
)

# %% locked="card-form" closed=true
rows = [
    {
        "metric": m.metric,
        "group": m.group,
        "data": m.data,
        "value": round(m.value, 2),
        "low": round(m.low, 2),
        "high": round(m.high, 2),
        "count": m.count,
    }
    for m in measured
]
for row in rows:
    if row["group"] == "19-24":
        row.update(value="", low="", high="", count="")
given = {
    "name": t("Score for personal loans"),
    "version": "1.0",
    "date": "2026-11-25",
    "purpose": t("Advise the fund's clerks which applications to examine more closely."),
    "data": {
        "name": t("German credit, with the code table of 2019"),
        "rows": 1000,
        "period": "1973-1975",
        "limits": [
            t("One bank, half a century ago; people who were refused are missing."),
            t("Amounts were changed; women and men cannot be compared."),
            t("30% of the file did not repay. We assume the same share for our applications."),
        ],
    },
    "measures": rows,
}
edit(ModelCard, "model-card.yml", given=given)

# %% answer="model-card"
card = saved("model-card.yml")
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
  - Over 59 the rate rests on 13 people only
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
# The clerk has refused application no. 509 of exercises 7 to 9. Write the letter to this person in a text of 120 to 200 words, in the language of your notebook. There is more than one good letter. To write, double-click on the three dots below. One point for each of these:
#
# 1. **Decision.** It says in the first sentences what was decided, that a score was used, and who decided.
# 2. **Reasons.** It gives the main reasons for *this* application, in words that the person can answer, and none that is untrue.
# 3. **A way forward.** It names only what is in the person's power, under conditions, and promises nothing.
# 4. **Recourse and tone.** It says how to correct or contest the decision, by when and with whom, in short plain sentences and with respect.

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

# %% [markdown] id="alone"
# ## If nobody reads your letter
#
# - ☐ Do the first three sentences say what was decided, that a score was used, and which person decided?
# - ☐ Are the reasons about this application, and is each of them true?
# - ☐ Could the person answer each reason, for example with a document?
# - ☐ Is every change that the letter names in the person's power?
# - ☐ Does the letter say “would” or “could”, and never “will be granted”?
# - ☐ Does it say how to contest the decision, by when and with whom?
#
# <details><summary>An example letter about another service</summary>
#
# The town, the office and the person are invented.
#
# Dear Mr Banda,
#
# You asked for a place on this year's repair programme for roofs. We have not given you one. A computer program ordered the 900 requests by points. Grace Phiri in the housing office of Lake Town read your request and decided.
#
# Two things counted against it. Our inspection of March found damage to one room only; most houses on the list have damage to three or more. And your roof is less than ten years old. Your household of seven people counted in your favour.
#
# Has the damage grown since March? Then ask for a second inspection. If it finds three damaged rooms, your request would move up. We cannot say whether it would be enough: the council sets the number of places each year.
#
# Do you think that we are wrong? Tell us by 30 June, at Window 4 or on 0800 555 0177. A colleague who has not seen your request will read it. You can bring somebody to help you. This costs nothing.
#
# </details>

# %% [markdown] facilitator=true
# **For plenary: exercises 8 and 9.** In exercise 8, a correct list can still be useless or harmful to the person: let participants defend the keys that they chose before you show the check. In exercise 9, some participants first choose the checking account, because its difference is the widest over all applications. Ask: was it a reason for this person?
#
# **Reading the letter.** Two points: the letter gives the decision and reasons, but the reasons are general (“your score was too low”), or it promises a loan. Four points: a stranger could act on it. The reasons fit application no. 509 (long loan, high amount, small savings), each change is in the person's power and conditional, and a named person, a day and a place for objections are there. Take no points away for grammar.
