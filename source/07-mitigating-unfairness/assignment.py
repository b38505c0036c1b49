# %% [markdown]
# # Mitigating unfairness: assignment
#
# Two offices ask you for help. The pension office wants to know what can be done for Black people in its register. The citizens' desk of Marivelle has corrected its list by district, and now asks about languages.
#
# {{answering}}
#
# **Names.** They are those of the lesson. `learn` holds the people of Adult from whom the model learned, `test` those whom it has not met. Here both hold only Black and White people, as the survey of 1994 recorded them in the column `race`; the other labels have too few eligible people for a rate. `X_learn` and `X_test` are the columns that `model` uses, and `test["score"]` holds its scores. The pension scheme is invented; the people are real.

# %% locked="setup" closed=true
import numpy as np
import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    equal_opportunity_difference,
    true_positive_rate,
)
from fairlearn.postprocessing import ThresholdOptimizer
from fairlearn.preprocessing import CorrelationRemover
from sklearn.compose import make_column_transformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, translator
from course.dossier import FairnessStatement, measures
from course.dossier.form import edit, saved

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
# Look at race and sex together too, before any remedy is tried: give the same share for Black women (`"Female"` in the column `sex`) as `recall_black_women`, and the number of eligible Black women on whom it rests as `eligible_black_women`. Section 1 of the lesson has all the lines.

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
# An immigration office has taken the nationality out of its risk score. The file still holds the language of the form, the parents' countries of birth and the postal district. Which finding would show that leaving it out was not enough? Choose one answer (`not_enough`).
#
# - `guessed-and-apart`: nationality can be guessed from the rest, and the error rates differ by it
# - `accuracy-fell`: the accuracy of the score fell by one point when the column was taken out
# - `unequal-numbers`: one nationality has far more applicants than any of the others has
# - `column-gone`: the file no longer has the column, so no nationality can be tested any more

# %% answer="not-enough"
not_enough = "..."
### BEGIN SOLUTION
not_enough = "guessed-and-apart"
### END SOLUTION

# %% check="not-enough"
check("not-enough", not_enough)

# %% [markdown]
# ## 3. Without the correlation (Build, 1 point)
#
# A contractor proposes to take the race out of all columns with `CorrelationRemover`. “A page to keep” in the lesson has the code that does this for sex.
#
# - Make copies of `X_learn` and `X_test` with a column `black`, true for Black people, as `assign` does. (Later exercises need both tables, and `model`, as they are.) The remover learns on `learn` and is applied to both.
# - A new model, that of the lesson, learns from the new columns and decides about `test` with `predict`.
# - Of the eligible people in `test`, what share is now contacted? Give `recall_black_after` and `recall_white_after`, not rounded.

# %% answer="remover"
recall_black_after = ...
recall_white_after = ...
### BEGIN SOLUTION
remover = CorrelationRemover(sensitive_feature_ids=["black"])
cleaned = remover.fit_transform(X_learn.assign(black=learn["race"] == "Black"))
cleaned_test = remover.transform(X_test.assign(black=test["race"] == "Black"))
new_model = LogisticRegression(solver="newton-cholesky", tol=1e-8)
after = new_model.fit(cleaned, learn["eligible"]).predict(cleaned_test)
after_removal = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=after,
    sensitive_features=test["race"],
).by_group
recall_black_after = after_removal["Black"]
recall_white_after = after_removal["White"]
### END SOLUTION

# %% check="remover"
check("remover", recall_black_after, recall_white_after)

# %% [markdown]
# ## 4. Another question (Build, 1 point)
#
# The office asks the other question of the lesson (section 3): is a person worth a contact? It contacts everybody in `test` with a score of 1/6 or more. Give two numbers:
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
# Use fairlearn's `ThresholdOptimizer` with the finished `model`, so that eligible Black and White people are contacted **equally often**. Section 2 of the lesson has the lines; choose the constraint that fits.
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
# ## 6. What does the law allow, and who is drawn by lot? (Decide, 2 points)
#
# A ministry selects trainees by a score. Its lawyer says: “The law of our country forbids different cut-off scores for women and men.”
#
# First: which remedy of the lesson does this rule out? Choose one answer (`ruled_out`).
#
# - `thresholds-by-group`: `ThresholdOptimizer` with the sex of each person
# - `constraint-in-learning`: `ExponentiatedGradient`, which learns under a constraint
# - `reweighing`: weights for past trainees, then one model for all
# - `another-question`: a lower score for everybody, and more interviews
#
# Second: the team now wants to use `ExponentiatedGradient`. What has to be asked of the lawyer first? Choose one answer (`still_to_ask`).
#
# - `nothing-more`: nothing: when it decides about an applicant, it does not use the sex
# - `sex-and-lot`: whether it can use the sex of past applicants, and decide partly by lot
# - `two-cut-offs`: which cut-off score women should have, and which one men should have
# - `each-consent`: whether each applicant must agree in writing before a score is used at all
#
# Third: back to the pension office. The optimiser of exercise 5 has found these thresholds:
#
# | | contacted for sure, from a score of | drawn by lot, from a score of | chance of being contacted | people in `test` between the thresholds |
# |---|---|---|---|---|
# | Black people | 0.48 | 0.32 | 49% | 79 of 1,561 |
# | White people | 0.53 | 0.49 | 99% | 297 of 13,946 |
#
# For whom is the decision left to chance? Choose one answer (`by_lot`).
#
# - `both-alike`: for people of both groups near the thresholds, in the same way
# - `black-people`: for Black people: half of those between them are contacted
# - `white-people`: for White people: more of them are between the thresholds
# - `nobody`: for nobody: with a fixed seed, every run gives the same result

# %% answer="at-decision"
ruled_out = "..."
still_to_ask = "..."
by_lot = "..."
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
# The next cell compares four rules for the pension office, by race, and takes about ten seconds. A contact in vain costs an hour, an eligible person missed costs five.
#
# First: which remedy is worse than “before” in all three, gap in recall, accuracy and cost? (The law can still require it.) Choose one answer (`beaten`).
#
# - `reweighed`: people with a rarer combination of race and label count more
# - `same-recall`: thresholds by race, with the same recall for both groups
# - `same-selection`: thresholds by race, with the same selection rate for both groups
#
# Second: under `same-recall`, who bears a price that the accuracy does not show? Choose one answer (`bears_price`).
#
# - `eligible-white-people`: eligible White people: fewer are contacted than before
# - `eligible-black-people`: eligible Black people: fewer are contacted than before
# - `advisers`: the advisers: they make more contacts than before
# - `nobody`: nobody: the recall of both groups is higher than before


# %% locked="frontier-table" closed=true
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
beaten = "..."
bears_price = "..."
### BEGIN SOLUTION
beaten = "same-selection"
bears_price = "advisers"
### END SOLUTION

# %% check="frontier"
check("frontier", beaten, bears_price)

# %% [markdown]
# ## 8. A gap that small groups cannot make (Build, 2 points)
#
# Complete the function `gap_between_large`. It takes three columns of equal length, `decisions` and `outcome` (each 0 or 1) and `group`, and a number `smallest`. It returns the gap in **recall** between groups: the largest recall minus the smallest. Only groups with **at least** `smallest` people whose outcome is 1 take part. At least two groups will be that large.
#
# Replace the three dots by lines such as those on occupations in section 1 of the lesson; begin each with four spaces. The last one begins with `return`. Your first line puts the three columns side by side, whatever the numbers of their rows:
#
#         table = pd.DataFrame({"decision": np.asarray(decisions), "outcome": np.asarray(outcome), "group": np.asarray(group)})
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="gap-between-large"
def gap_between_large(decisions, outcome, group, smallest):
    """The gap in recall between the groups with at least `smallest` people of outcome 1."""
    ...
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
# Four offices want a model to learn from their records. From which record would it learn *where the office has looked*, rather than what is the case? Choose one answer (`carries_neglect`).
#
# - `inspections`: “undeclared work found”, in visits to firms that inspectors chose
# - `lot`: “undeclared work found”, in visits to firms that were drawn by lot
# - `register`: “has reached the age of 65”, in the population register of the state
# - `meter`: “litres used last month”, from the water meters in all houses of a city

# %% answer="carries-neglect"
carries_neglect = "..."
### BEGIN SOLUTION
carries_neglect = "inspections"
### END SOLUTION

# %% check="carries-neglect"
check("carries-neglect", carries_neglect)

# %% [markdown]
# ## 10. The fairness statement (Decide, 2 points)
#
# The list of Marivelle's desk has learned from 1,000 comments that were judged again (lesson, section 5). The next cell measures two candidates on comments that they have not met, and takes about ten seconds. **The comments are synthetic.**
#
# - `one-list`: the quarter with the highest scores, whatever the language.
# - `quarter-of-each-language`: the quarter with the highest scores *in each language*.

# %% locked="languages" closed=true
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
    name: measures(
        new["urgent"],
        marks,
        data="test",
        groups=language,
        clusters=new["template"],
        metrics=METRICS,
    )
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
# **Open the form, fill it in, press “Save”, and press “Check” below the form.** The measured numbers and all other known fields are filled in already. “Still to do” lists the fields that are blank, and each entry of the list leads to its field. (Without the form: `print(FairnessStatement(**given).to_yaml())` in a new cell prints a text in the format YAML; complete it in the answer cell between `statement = """` and `"""`.)
#
# - **Criterion.** The harm is an urgent comment that nobody reads on its day. Which measure shows it? Say why this harm matters, and who chose the measure.
# - **Chosen.** Write `one-list`, `quarter-of-each-language` or `none`: the choice is yours. Give the reason. Under “Price”, press “Add an entry” and write who bears what.
# - **Sensitive attribute.** Does the chosen rule look at the language of a comment when it decides? If yes, name the legal basis, or by whom it is to be checked.
# - **Decided by.** An office or a person, not a system. **Review on.** A day after the decision, such as 2027-05-25.
# - **Stopped if.** Above which gap in recall is the list stopped? Write a share with a decimal point, not a percentage. It must be below 1, and above today's gap of the rule that you choose (“equal opportunity difference”, `all`, in the table), or the list would be stopped on its first day.
# - **Limits.** Name a group that these data cannot show.

# %% locked="given" closed=true
changes = {
    "one-list": t("The list of the lesson: highest scores first."),
    "quarter-of-each-language": t("Highest scores first within each language."),
}
given = {
    "system": t("First-reading list of the citizens' desk of Marivelle, synthetic"),
    "decision": t("Which comments (one quarter) are read on the day they arrive; a clerk decides"),
    "date": "2026-11-25",
    "data": {
        "name": "civic-comments",
        "rows": len(new),
        "period": "2024-01 – 2026-06",
        "limits": [t("Synthetic comments")],
    },
    "groups": {"language": {"looked_at": ["en", "es", "fr", "pt"]}},
    "candidates": [
        {
            "name": name,
            "change": changes[name],
            "measures": [found.model_dump() for found in all_found],
        }
        for name, all_found in measured.items()
    ],
    "decided_on": "2026-11-25",
}

# %% locked="form"
edit(FairnessStatement, "fairness-statement.yml", measured=measured, given=given)

# %% answer="statement"
statement = saved("fairness-statement.yml")
### BEGIN SOLUTION
statement = """
system: First-reading list of the citizens' desk of Marivelle, synthetic
decision: Which comments (one quarter) are read on the day they arrive; a clerk decides
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
      - {metric: recall, group: all, data: test, value: 0.47, low: 0.38, high: 0.56, count: 911}
      - {metric: recall, group: en, data: test, value: 0.59, low: 0.44, high: 0.72, count: 317}
      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.45, low: 0.28, high: 0.63, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.58, low: 0.37, high: 0.77, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.21, high: 0.29, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.26, low: 0.19, high: 0.35, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.12, low: 0.08, high: 0.16, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.34, low: 0.25, high: 0.43, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.35, low: 0.27, high: 0.45, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.34, low: 0.07, high: 0.6, count: 911}
  - name: quarter-of-each-language
    change: "Highest scores first within each language."
    measures:
      - {metric: recall, group: all, data: test, value: 0.48, low: 0.4, high: 0.57, count: 911}
      - {metric: recall, group: en, data: test, value: 0.57, low: 0.43, high: 0.7, count: 317}
      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.34, low: 0.2, high: 0.51, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.49, low: 0.32, high: 0.67, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.21, high: 0.29, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.25, low: 0.18, high: 0.34, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.25, low: 0.19, high: 0.32, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.25, low: 0.18, high: 0.33, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.25, low: 0.18, high: 0.33, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.24, low: 0.0, high: 0.49, count: 911}
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
# To see the page that a citizen would read, add a cell with the line `FairnessStatement.from_yaml(statement)`. When you hand in the notebook, hand in the file `fairness-statement.yml` with it.
#
# ## 11. A note to the mayor (4 points, read by a person)
#
# Write to the mayor of Marivelle, in a text of 150 to 250 words: should the desk use the list, and in which form? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences what to do, and under which conditions.
# 2. **Harm, measure, groups.** It names the harm that counts, the measure that shows it, and at least two numbers with the groups between which they differ.
# 3. **Price and who bears it.** It says who is served less, or works more, because of the choice, and which question the lawyer must answer before.
# 4. **The past and the next step.** It says why the labels of the past cannot be used as they are, who decides, and when the choice is reviewed or stopped.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Madam Mayor, I recommend that the desk use the list from January, for six months, with a quarter taken from each language, and only as an order of reading: every comment is still read by a clerk. If the lawyer objects to the division by language, the desk should go on by date of arrival.
#
# The harm that counts is an urgent comment that nobody reads on its day. So I look at recall: of the urgent comments, what share is marked? One list for everybody marks 59% of those in English and 25% of those in Spanish. With a quarter of each language it is 57% and 43%. The price is borne by people who write in French: of their urgent comments 34% are marked instead of 45%, and these figures rest on 116 comments only. The desk should have more French comments judged again at once.
#
# This rule looks at the language when it decides. Legal services must confirm that this is allowed, since language can stand for origin.
#
# The answers of the past must not be used as labels. They say how fast people were served; a list learned from them found 10% of the urgent comments from Garoa and Horta.
#
# The council decides, after hearing those who write in each language. It reviews the list in May, and stops it if the gap exceeds 30 points in a month. All figures are from synthetic comments.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again a day later and answer each question with yes or no.
#
# - ☐ Do the first two sentences say whether the desk should use the list, and under which conditions?
# - ☐ Does the note name the harm that counts, and the measure that shows it?
# - ☐ Does it give at least two numbers, with the groups between which they differ?
# - ☐ Does it say who is served less, or works more, because of the choice?
# - ☐ Does it name the question that the lawyer has to answer before the list is used?
# - ☐ Does it say why the old labels cannot be used as they are, who decides, and when the choice is reviewed?
#
# <details><summary>An example note about another service</summary>
#
# The office and its numbers are invented.
#
# Director, I recommend that the employment office use the list that invites job seekers to courses until June, with one lower threshold for everybody. Anybody can still ask for a course.
#
# The harm that counts is a person who would benefit from a course and is not invited. So I look at recall: of those who would benefit, what share is invited? Today it is 62% below the age of 45 and 38% from 45. With the lower threshold it is 84% and 71%.
#
# No age group loses. The advisers pay: 90 more hours of interviews a month. The lawyer has to confirm that we may keep the age in order to measure, although the list does not use it.
#
# The old labels say who was invited, not who would have benefited, and older people were seldom invited. So two advisers judged 500 old files again. The board decides, reviews the list on 30 June, and stops it if the gap exceeds 20 points in two months.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary** exercise 6, because nearly everybody takes “does not use the sex when it decides” for the end of the legal question; and exercise 10, because every choice, `none` too, can be right there. Let two people who chose differently read their reason and their price aloud.
#
# **Reading the note.** A note with 2 points recommends, and gives two recalls by language. A note with 4 points also says who pays (people who write in French, or those who write in Spanish, or everybody who goes on waiting), asks the lawyer whether language can be used, and does not confuse the answers of the past with urgency. A recommendation not to use the list can earn all 4 points.
