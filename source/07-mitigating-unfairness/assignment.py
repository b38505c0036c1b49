# %% [markdown]
# # Mitigating unfairness: assignment
#
# Two offices ask you for help. The pension office wants to know what can be done for Black people in its register. The citizens' desk of Marivelle has mended its list by district, and now asks about languages.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Names.** `learn` holds the people of Adult from whom the model learned, `test` those it has not met. Both hold only Black and White people, as the survey of 1994 recorded them in the column `race`; the other labels have too few eligible people for a rate. The column `eligible` is true or false. `model` is that of the lesson, `X_learn` and `X_test` are the columns it looks at, and `test["score"]` holds its scores. The pension scheme is invented; the people are real.

# %% locked="setup"
import numpy as np
import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    equal_opportunity_difference,
    true_positive_rate,
)
from fairlearn.postprocessing import ThresholdOptimizer
from sklearn.compose import make_column_transformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, translator
from course.dossier import measures

t = translator("07-mitigating-unfairness")
people = load_dataset("adult")
people["eligible"] = people["income"] == ">50K"
learn, test = people[people["split"] == "train"], people[people["split"] == "test"]

NUMBERS = ["age", "education_num", "hours_per_week", "capital_gain", "capital_loss"]
WORDS = ["workclass", "occupation", "marital_status"]
encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
prepare = make_column_transformer((StandardScaler(), NUMBERS), (encoder, WORDS))
prepare.set_output(transform="pandas")
X_learn, X_test = prepare.fit_transform(learn[NUMBERS + WORDS]), prepare.transform(test)
model = LogisticRegression(solver="newton-cholesky", tol=1e-8).fit(X_learn, learn["eligible"])

test = test.assign(score=model.predict_proba(X_test)[:, 1])
learn, test = (part[part["race"].isin(["Black", "White"])] for part in (learn, test))
learn, test = (
    learn.assign(race=learn["race"].astype(str)),
    test.assign(race=test["race"].astype(str)),
)
X_learn, X_test = X_learn.loc[learn.index], X_test.loc[test.index]

# %% [markdown]
# ## 1. Who is reached? (Build, 2 points)
#
# The office contacts everybody in `test` with a score of 0.5 or more. Of the eligible people, what share is contacted? Give it for Black people as `recall_black` and for White people as `recall_white`, as shares between 0 and 1, not rounded.
#
# Look at race and sex together too, as in module 06, before any remedy is tried: give the same share for Black women (`"Female"` in the column `sex`) as `recall_black_women`, and the number of eligible Black women on whom it rests as `eligible_black_women`.

# %% answer="recall-race"
recall_black = ...
recall_white = ...
recall_black_women = ...
eligible_black_women = ...
### BEGIN SOLUTION
recalls = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=test["score"] >= 0.5,
    sensitive_features=test["race"],
).by_group
recall_black = recalls["Black"]
recall_white = recalls["White"]
black_women = test[(test["race"] == "Black") & (test["sex"] == "Female") & test["eligible"]]
recall_black_women = (black_women["score"] >= 0.5).mean()
eligible_black_women = len(black_women)
### END SOLUTION

# %% check="recall-race"
check("recall-race", recall_black, recall_white, recall_black_women, eligible_black_women)

# %% [markdown]
# ## 2. “We left it out” (Decide, 1 point)
#
# An immigration office has taken the nationality out of its risk score. The file still holds the language of the form, the parents' countries of birth and the postal district. Which finding would show that leaving it out was not enough? Give the key as `not_enough`:
#
# - `guessed-and-apart`: the remaining columns give the nationality away, and the error rates of nationalities lie far apart
# - `accuracy-fell`: the accuracy fell by one point when the column was taken out
# - `unequal-numbers`: the office has far more applicants of one nationality than of another
# - `column-gone`: the column is no longer in the file, so nothing can be shown at all

# %% answer="not-enough"
not_enough = ...
### BEGIN SOLUTION
not_enough = "guessed-and-apart"
### END SOLUTION

# %% check="not-enough"
check("not-enough", not_enough)

# %% [markdown]
# ## 3. Who should count more? (Build, 1 point)
#
# The office tries reweighing by race. What weight does each **eligible Black** person in `learn` get, and what weight each **eligible White** person? Call them `weight_black` and `weight_white`, not rounded. The lesson has the formula.

# %% answer="weights"
weight_black = ...
weight_white = ...
### BEGIN SOLUTION
counts = pd.crosstab(learn["race"], learn["eligible"])
everybody = len(learn)
weight = counts.sum(axis=1) * counts[True].sum() / everybody / counts[True]
weight_black = weight["Black"]
weight_white = weight["White"]
### END SOLUTION

# %% check="weights"
check("weights", weight_black, weight_white)

# %% [markdown]
# ## 4. Another question (Build, 1 point)
#
# The office asks the other question of the lesson: is a person worth a contact? It contacts everybody in `test` with a score of 1/6 or more. Give two numbers:
#
# - `recall_black_lower`: of the eligible Black people, the share now contacted;
# - `more_contacts`: how many more people in `test` are contacted than with a score of 0.5 or more.

# %% answer="other-question"
recall_black_lower = ...
more_contacts = ...
### BEGIN SOLUTION
asked = (test["race"] == "Black") & test["eligible"]
recall_black_lower = (test.loc[asked, "score"] >= 1 / 6).mean()
more_contacts = (test["score"] >= 1 / 6).sum() - (test["score"] >= 0.5).sum()
### END SOLUTION

# %% check="other-question"
check("other-question", recall_black_lower, more_contacts)

# %% [markdown]
# ## 5. A threshold for each group (Build, 2 points)
#
# Use fairlearn's `ThresholdOptimizer` with the finished `model`, so that eligible Black and White people are contacted **equally often**.
#
# - Let it learn the thresholds on `learn`, with the groups in `learn["race"]`.
# - Let it decide about `test` with `random_state=0`. Call the result `decisions`: 0 or 1 for each person.
# - Measure the gap that you asked it to close, on `test`. Call it `gap_after`, a share between 0 and 1.
#
# Part of the result is drawn by lot; the check accepts what other seeds give. Leave the decisions in the order of `test`.

# %% answer="optimiser"
decisions = ...
gap_after = ...
### BEGIN SOLUTION
optimiser = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
optimiser.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = optimiser.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)
### END SOLUTION

# %% check="optimiser"
check("optimiser", decisions, gap_after)

# %% [markdown]
# ## 6. May we, and who is drawn by lot? (Decide, 2 points)
#
# A ministry selects trainees by a score. Its lawyer says: “The law of our country forbids different cut-off scores for women and men.”
#
# First: which remedy of the lesson does this rule out? Give the key as `ruled_out`:
#
# - `thresholds-by-group`: `ThresholdOptimizer` with the sex of each person
# - `constraint-in-learning`: `ExponentiatedGradient`, which learns under a constraint
# - `reweighing`: weights for past trainees, then one model for all
# - `another-question`: a lower score for everybody, and more interviews
#
# Second: the team now wants to use `ExponentiatedGradient`. What has to be asked of the lawyer before? Give the key as `still_to_ask`:
#
# - `nothing-more`: nothing, since it does not look at the sex when it decides
# - `sex-and-lot`: whether the sex of past applicants may be used to learn and to measure, and whether part of a selection may be drawn by lot
# - `two-cut-offs`: which cut-off score women should get, and which one men
# - `most-accurate`: whether it is more accurate than reweighing
#
# Third: back to the pension office. The optimiser of exercise 5 has found these lines:
#
# | | contacted for sure, from a score of | drawn by lot, from a score of | chance of being contacted | people in `test` between the lines |
# |---|---|---|---|---|
# | Black people | 0.48 | 0.32 | 49% | 79 of 1,561 |
# | White people | 0.53 | 0.49 | 99% | 297 of 13,946 |
#
# For whom is the decision left to chance? Give the key as `by_lot`:
#
# - `both-alike`: for people of both groups who are near the line, in the same way
# - `black-people`: for Black people between the lines, since about every second of them is contacted
# - `white-people`: for White people, since more of them are between the lines
# - `nobody`: for nobody, since a seed makes the draw repeatable

# %% answer="at-decision"
ruled_out = ...
still_to_ask = ...
by_lot = ...
### BEGIN SOLUTION
ruled_out = "thresholds-by-group"
still_to_ask = "sex-and-lot"
by_lot = "black-people"
### END SOLUTION

# %% check="at-decision"
check("at-decision", ruled_out, still_to_ask, by_lot)

# %% [markdown]
# ## 7. Read the frontier (Decide, 2 points)
#
# The next cell compares four rules for the pension office, by race. A contact in vain costs an hour, an eligible person missed costs five.
#
# First: which remedy is worse than “before” in all three, gap in recall, accuracy and cost? It need not be discussed. Give its key as `beaten`: `reweighed`, `same-recall`, `same-selection`.
#
# Second: under `same-recall`, who bears a price that the accuracy does not show? Give the key as `bears_price`:
#
# - `eligible-white-people`: fewer eligible White people are contacted than before
# - `eligible-black-people`: fewer eligible Black people are contacted than before
# - `advisers`: the advisers, who make more contacts than before
# - `nobody`: nobody, for both rates rise


# %% locked="frontier-table"
def by_thresholds(constraint):
    optimiser = ThresholdOptimizer(
        estimator=model, constraints=constraint, prefit=True, predict_method="predict_proba"
    ).fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
    return optimiser.predict(X_test, sensitive_features=test["race"], random_state=0)


def by_weights():
    pairs = learn.groupby(["race", "eligible"])["age"].transform("size")
    groups = learn.groupby("race")["age"].transform("size")
    labels = learn.groupby("eligible")["age"].transform("size")
    weights = groups * labels / len(learn) / pairs
    fitted = LogisticRegression(solver="newton-cholesky", tol=1e-8)
    return fitted.fit(X_learn, learn["eligible"], sample_weight=weights).predict(X_test)


rules = {
    "before": (test["score"] >= 0.5).to_numpy(),
    "reweighed": by_weights(),
    "same-recall": by_thresholds("true_positive_rate_parity"),
    "same-selection": by_thresholds("demographic_parity"),
}
rows = {}
for key, rule in rules.items():
    truth, contacted = test["eligible"].to_numpy(), np.asarray(rule).astype(bool)
    rates = MetricFrame(
        metrics=true_positive_rate, y_true=truth, y_pred=contacted, sensitive_features=test["race"]
    )
    black, white = (round(100 * rates.by_group[group], 1) for group in ("Black", "White"))
    rows[key] = {
        t("contacted"): t.number(contacted.sum()),
        t("Black people: recall"): t.percent(rates.by_group["Black"], digits=1),
        t("White people: recall"): t.percent(rates.by_group["White"], digits=1),
        t("gap in recall, points"): t.number(abs(black - white), 1),
        t("gap in selection, points"): t.number(
            100 * demographic_parity_difference(truth, contacted, sensitive_features=test["race"]),
            1,
        ),
        t("accuracy"): t.percent(accuracy_score(truth, contacted), digits=1),
        t("cost, hours"): t.number((contacted & ~truth).sum() + 5 * (~contacted & truth).sum()),
    }
pd.DataFrame(rows).T

# %% answer="frontier"
beaten = ...
bears_price = ...
### BEGIN SOLUTION
beaten = "same-selection"
bears_price = "advisers"
### END SOLUTION

# %% check="frontier"
check("frontier", beaten, bears_price)

# %% [markdown]
# ## 8. A gap that small groups cannot make (Build, 2 points)
#
# Write the function `gap_between_large`. It takes three columns of equal length, `decisions` and `outcome` (each 0 or 1) and `group`, and a number `smallest`. It returns the gap in **recall** between groups: the largest recall minus the smallest. Only groups with **at least** `smallest` people whose outcome is 1 take part. At least two groups will be that large.
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="gap-between-large"
def gap_between_large(decisions, outcome, group, smallest):
    """The gap in recall between the groups with at least `smallest` people of outcome 1."""
    ### BEGIN SOLUTION
    table = pd.DataFrame(
        {
            "decision": np.asarray(decisions),
            "outcome": np.asarray(outcome),
            "group": np.asarray(group),
        }
    )
    counted = table[table["outcome"] == 1].groupby("group")["decision"]
    recalls = counted.mean()[counted.size() >= smallest]
    return recalls.max() - recalls.min()
    ### END SOLUTION


# %% check="gap-between-large"
check("gap-between-large", gap_between_large)

# %% [markdown]
# ## 9. Which label carries past neglect? (Decide, 1 point)
#
# Four offices want to learn a list from their records. In which record would a model most surely learn *where the office has looked*, rather than what is the case? Give the key as `carries_neglect`:
#
# - `inspections`: “undeclared work found”, from visits that inspectors made to firms of their own choice
# - `lot`: “undeclared work found”, from visits to firms drawn by lot
# - `register`: “reached the age of 65”, from the population register
# - `meter`: “litres used last month”, from water meters in all houses

# %% answer="carries-neglect"
carries_neglect = ...
### BEGIN SOLUTION
carries_neglect = "inspections"
### END SOLUTION

# %% check="carries-neglect"
check("carries-neglect", carries_neglect)

# %% [markdown]
# ## 10. The fairness statement (Decide, 2 points)
#
# The desk of Marivelle has learned its list from 1,000 comments that were judged again (lesson, section 5). The lesson found that the list serves languages unequally. Two candidates are measured in the next cell, on comments that they have not met. **The comments are synthetic.**
#
# - `one-list`: the quarter with the highest scores, whatever the language.
# - `quarter-of-each-language`: the quarter with the highest scores *in each language*.

# %% locked="languages"
comments = load_dataset("civic-comments")
comments["urgent"] = comments["severity"] >= "high"
past, new = comments[comments["held_out"] == "no"], comments[comments["held_out"] == "yes"]
vocabulary = TfidfVectorizer(max_features=200, sublinear_tf=True).fit(past["text"])
judged = past.sample(1000, random_state=0)
reader = LogisticRegression(solver="newton-cholesky", tol=1e-8)
reader.fit(vocabulary.transform(judged["text"]).toarray(), judged["urgent"])
scores = reader.predict_proba(vocabulary.transform(new["text"]).toarray())[:, 1]
language = new["language"].astype(str).to_numpy()


def first_quarter(scores):
    marks = np.zeros(len(scores), dtype=int)
    marks[np.argsort(-scores, kind="stable")[: len(scores) // 4]] = 1
    return marks


each = np.zeros(len(new), dtype=int)
for code in ("en", "es", "pt", "fr"):
    each[language == code] = first_quarter(scores[language == code])
METRICS = ["recall", "selection rate", "equal opportunity difference"]
measured = {
    name: measures(new["urgent"], marks, data="test", groups=language, metrics=METRICS)
    for name, marks in {
        "one-list": first_quarter(scores),
        "quarter-of-each-language": each,
    }.items()
}
rows = {
    (name, found.metric, found.group): [found.value, found.low, found.high, found.count]
    for name, all_found in measured.items()
    for found in all_found
    if found.metric != "selection rate"
}
pd.DataFrame(rows, index=["value", "low", "high", "count"]).T.astype({"count": int}).round(2)

# %% [markdown]
# Now fill the statement. The next cell prints a form. Copy all of it into the answer cell between the three quotation marks: `statement = """` above it and `"""` below. Then replace every three dots.
#
# - The missing numbers are in the table: write them with a point, two decimals are enough. Leave the other lines as they are.
# - Which candidate is chosen is yours to decide, also `none`. So are the reasons, people and dates.
# - In `sensitive_attribute_at_decision`, write whether the chosen rule looks at the language of a person when it decides: `yes` or `no`. If yes, name the legal basis, or by whom it is to be checked.
# - `stop_if` needs a number, a share below 1: above which gap in recall is the list stopped? A number that the gap of the chosen rule exceeds already today would stop it on its first day.
# - In `limits`, name a group that these data cannot show.


# %% locked="form"
def form_line(found, left_blank):
    numbers = {"value": found.value, "low": found.low, "high": found.high}
    shown = ", ".join(
        f"{key}: {'...' if left_blank else round(number, 2)}" for key, number in numbers.items()
    )
    return (
        f"      - {{metric: {found.metric}, group: {found.group}, data: {found.data}, "
        f"{shown}, count: {found.count}}}"
    )


changes = {
    "one-list": t("The list of the lesson: highest scores first."),
    "quarter-of-each-language": t("Highest scores first within each language."),
}
lines = [
    "system: " + t("First-reading list of the citizens' desk of Marivelle, synthetic"),
    "decision: " + t("Which quarter of the comments is read on the day; a clerk decides"),
    "date: 2026-11-25",
    "data:",
    "  name: civic-comments",
    f"  rows: {len(new)}",
    "  period: 2024-01 – 2026-06",
    "  limits:",
    "    - " + t("Synthetic comments"),
    "groups:",
    "  language:",
    "    looked_at: [en, es, fr, pt]",
    "criterion:",
    "  metric: ...",
    "  why: ...",
    "  said_by: ...",
    "candidates:",
]
for name, all_found in measured.items():
    lines += [f"  - name: {name}", f'    change: "{changes[name]}"', "    measures:"]
    lines += [
        form_line(found, (found.metric, found.group) == ("recall", "es")) for found in all_found
    ]
lines += [
    "chosen: ...",
    "reason: ...",
    "price:",
    "  - who: ...",
    "    bears: ...",
    "sensitive_attribute_at_decision:",
    "  used: ...",
    "  legal_basis:",
    "decided_by: ...",
    "decided_on: 2026-11-25",
    "review_on: ...",
    "stop_if:",
    "  number: ...",
    "  condition: ...",
    "limits:",
    "  - ...",
]
print("\n".join(lines))

# %% answer="statement"
statement = ...
### BEGIN SOLUTION
statement = """
system: First-reading list of the citizens' desk of Marivelle, synthetic
decision: Which quarter of the comments is read on the day; a clerk decides
date: 2026-11-25
data:
  name: civic-comments
  rows: 4012
  period: 2024-01 – 2026-06
  limits:
    - Synthetic comments
groups:
  language:
    looked_at: [en, es, fr, pt]
criterion:
  metric: recall
  why: An urgent comment that is not read on its day can cost a life.
  said_by: Council of Marivelle, on 5 October 2026, after hearings in four languages
candidates:
  - name: one-list
    change: "The list of the lesson: highest scores first."
    measures:
      - {metric: recall, group: all, data: test, value: 0.47, low: 0.44, high: 0.51, count: 911}
      - {metric: recall, group: en, data: test, value: 0.59, low: 0.54, high: 0.64, count: 317}
      - {metric: recall, group: es, data: test, value: 0.25, low: 0.20, high: 0.31, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.45, low: 0.36, high: 0.54, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.58, low: 0.52, high: 0.65, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.24, high: 0.26, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.26, low: 0.24, high: 0.28, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.12, low: 0.1, high: 0.13, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.34, low: 0.29, high: 0.38, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.35, low: 0.32, high: 0.38, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.34, low: 0.28, high: 0.42, count: 911}
  - name: quarter-of-each-language
    change: "Highest scores first within each language."
    measures:
      - {metric: recall, group: all, data: test, value: 0.48, low: 0.45, high: 0.52, count: 911}
      - {metric: recall, group: en, data: test, value: 0.57, low: 0.52, high: 0.63, count: 317}
      - {metric: recall, group: es, data: test, value: 0.43, low: 0.37, high: 0.49, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.34, low: 0.26, high: 0.42, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.49, low: 0.43, high: 0.55, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.24, high: 0.26, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.25, low: 0.23, high: 0.28, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.25, low: 0.22, high: 0.27, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.25, low: 0.21, high: 0.29, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.25, low: 0.22, high: 0.28, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.24, low: 0.15, high: 0.34, count: 911}
chosen: quarter-of-each-language
reason: It finds far more of the urgent comments in Spanish and as many in all.
price:
  - who: People who write in French
    bears: 34% of their urgent comments are marked instead of 45%
sensitive_attribute_at_decision:
  used: yes
  legal_basis: to be checked by the legal service before January 2027
decided_by: Head of the citizens' desk
decided_on: 2026-11-25
review_on: 2027-05-25
stop_if:
  number: 0.3
  condition: Gap in recall between languages in a monthly sample; then read by date of arrival.
limits:
  - People with a disability, and people who never write, cannot be seen in these data.
"""
### END SOLUTION

# %% check="statement"
check("statement", statement)

# %% [markdown]
# To see the page that a citizen would read, add a cell with the two lines `from course.dossier import FairnessStatement` and `FairnessStatement.from_yaml(statement)`.
#
# ## 11. A note to the mayor (4 points, read by a person)
#
# Write to the mayor of Marivelle, in 150 to 250 words: may the desk use the list, and in which form? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences what to do, and under which conditions.
# 2. **Harm, measure, groups.** It names the harm that counts, the measure that shows it, and at least two numbers with the groups between which they differ.
# 3. **Price and who bears it.** It says who is served less, or works more, because of the choice, and which question the lawyer must answer before.
# 4. **The past and the next step.** It says why the labels of the past may not be used as they are, who decides, and when the choice is looked at again or stopped.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Madam Mayor, I recommend that the desk use the list from January, for six months, with a quarter taken from each language, and only as an order of reading: every comment is still read by a clerk. If the lawyer objects to the division by language, the desk should go on by date of arrival.
#
# The harm that counts is an urgent comment that nobody reads on its day. So I look at recall: of the urgent comments, how many are marked? One list for all marks 59% of those in English and 25% of those in Spanish. With a quarter of each language it is 57% and 43%. The price is borne by people who write in French: of their urgent comments 34% are marked instead of 45%, and only 116 stand behind these figures. The desk should have more French comments judged again at once.
#
# This rule looks at the language when it decides. Legal services must confirm that this is allowed, since language can stand for origin.
#
# The answers of the past must not be used as labels. They say how fast people were served; a list learned from them found 2% of the urgent comments from Garoa and Horta.
#
# The council decides, after hearing those who write in each language. It reviews the list in May, and stops it if the gap exceeds 30 points in a month. All figures are from synthetic comments.
# ### END SOLUTION
