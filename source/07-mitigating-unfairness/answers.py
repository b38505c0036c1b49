"""Other right answers to module 07, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on; here none builds on another.
"""

import re

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

WOMEN = "recall_black_women, eligible_black_women = 20 / 42, 42\n"
RECALLS = (
    "def recall(label, table=test, line=0.5):\n"
    '    asked = table[(table["race"] == label) & table["eligible"]]\n'
    '    return (asked["score"] >= line).mean()\n'
)
OPTIMISER = (
    "def decide(constraint, y=None, group=None, asked=None, X=None, method='predict_proba', **more):\n"
    "    tool = ThresholdOptimizer(estimator=model, constraints=constraint, prefit=True,\n"
    "                              predict_method=method, **more)\n"
    '    tool.fit(X_learn if X is None else X, learn["eligible"] if y is None else y,\n'
    '             sensitive_features=learn["race"] if group is None else group)\n'
    "    return tool.predict(X_test, random_state=0,\n"
    '                        sensitive_features=test["race"] if asked is None else asked)\n'
    "def gap(decisions):\n"
    "    return equal_opportunity_difference(\n"
    '        test["eligible"], decisions, sensitive_features=test["race"])\n'
)
DECIDED = 'decisions = decide("true_positive_rate_parity")\n'
MORE = 'more_contacts = ((test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()'
TABLE = (
    "    t = pd.DataFrame({'d': np.asarray(decisions), 'y': np.asarray(outcome),\n"
    "                      'g': np.asarray(group)})\n"
)
DEF = "def gap_between_large(decisions, outcome, group, smallest):\n"

FORM = """
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


def filled(drop: str | None = None, **changes: tuple[str, str]) -> str:
    """The statement of the reference with some lines changed and some dropped, as an answer."""
    text = FORM
    if drop:
        text = "".join(line for line in FORM.splitlines(True) if not re.search(drop, line))
    for old, new in changes.values():
        assert old in text, old
        text = text.replace(old, new)
    return f"statement = {text!r}"


def removed(
    columns="cleaned, cleaned_test",
    model='LogisticRegression(solver="newton-cholesky", tol=1e-8)',
    read="found = MetricFrame(metrics=true_positive_rate, y_true=test['eligible'], y_pred=after, "
    "sensitive_features=test['race']).by_group\n",
):
    """The exercise on the remover, with other columns to learn from and to decide by."""
    return (
        'remover = CorrelationRemover(sensitive_feature_ids=["black"])\n'
        'cleaned = remover.fit_transform(X_learn.assign(black=learn["race"] == "Black"))\n'
        'cleaned_test = remover.transform(X_test.assign(black=test["race"] == "Black"))\n'
        f"known, asked = {columns}\n"
        f"new_model = {model}\n"
        'after = new_model.fit(known, learn["eligible"]).predict(asked)\n'
        + read
        + 'recall_black_after, recall_white_after = found["Black"], found["White"]\n'
    )


ANSWERS = {
    "recall-race": [
        right(WOMEN + RECALLS + 'recall_black, recall_white = recall("Black"), recall("White")'),
        right(WOMEN + "recall_black, recall_white = 85 / 179, 2072 / 3490"),
        mistake("07-swapped", WOMEN + RECALLS + 'recall_black, recall_white = recall("White"), recall("Black")', points=1),
        mistake(
            "07-selection-for-recall",
            WOMEN + 'rate = test.groupby("race")["score"].agg(lambda s: (s >= 0.5).mean())\n'
            'recall_black, recall_white = rate["Black"], rate["White"]', points=1),
        mistake(
            "07-precision-for-recall",
            WOMEN + 'rate = test[test["score"] >= 0.5].groupby("race")["eligible"].mean()\n'
            'recall_black, recall_white = rate["Black"], rate["White"]', points=1),
        mistake(
            "07-everybody",
            WOMEN + 'all_of = (test.loc[test["eligible"], "score"] >= 0.5).mean()\n'
            "recall_black = recall_white = all_of", points=1),
        mistake(
            "07-train",
            WOMEN + RECALLS + "seen = learn.assign(score=model.predict_proba(X_learn)[:, 1])\n"
            'recall_black, recall_white = recall("Black", seen), recall("White", seen)', points=1),
        mistake(
            "07-by-sex",
            WOMEN + 'rate = test[test["eligible"]].groupby("sex", observed=True)["score"].agg(\n'
            "    lambda s: (s >= 0.5).mean())\n"
            'recall_black, recall_white = rate["Female"], rate["Male"]', points=1),
        mistake("form-complement", WOMEN + "recall_black, recall_white = 94 / 179, 2072 / 3490", points=1.5),
        mistake("form-percent", WOMEN + "recall_black, recall_white = 47.486, 59.370", points=1),
        # Share of eligible people per race (base rate).
        mistake("07-base-rate", WOMEN + 'r = test.groupby("race")["eligible"].mean()\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Each race's share among the eligible contacted (85/2157).
        mistake("07-among-found", WOMEN + "recall_black, recall_white = 85 / 2157, 2072 / 2157", points=1.0),
        # False positive rate: of the not eligible, contacted.
        mistake("07-fpr-for-recall", WOMEN + 'r = test[~test["eligible"]].groupby("race")["score"].agg(lambda s: (s >= 0.5).mean())\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Mean score of the eligible, no line drawn.
        mistake("07-mean-score", WOMEN + 'r = test[test["eligible"]].groupby("race")["score"].mean()\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Mean of the recalls of women and men (mean of means).
        mistake("07-mean-of-means", WOMEN + 'e = test[test["eligible"]].assign(c=lambda d: d["score"] >= 0.5)\nr = e.groupby(["race", "sex"], observed=True)["c"].mean().groupby("race").mean()\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Accuracy per race.
        mistake("07-accuracy-for-recall", WOMEN + 'ok = (test["score"] >= 0.5) == test["eligible"]\nr = ok.groupby(test["race"]).mean()\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Line 1/6 instead of 0.5.
        mistake("07-other-line", WOMEN + RECALLS + 'recall_black, recall_white = recall("Black", line=1/6), recall("White", line=1/6)', points=1.0),
        # Found divided by all people of the race.
        mistake("07-found-of-all", WOMEN + 'f = test["eligible"] & (test["score"] >= 0.5)\nr = f.groupby(test["race"]).mean()\nrecall_black, recall_white = r["Black"], r["White"]', points=1.0),
        # Sklearn recall_score per race.
        right(WOMEN + 'from sklearn.metrics import recall_score\nb = test[test["race"] == "Black"]\nw = test[test["race"] == "White"]\n'
    'recall_black = recall_score(b["eligible"], b["score"] >= 0.5)\nrecall_white = recall_score(w["eligible"], w["score"] >= 0.5)'),
        # 1 minus false negative rate, Fraction, plain loop.
        right(WOMEN + 'from fractions import Fraction\nmissed, asked = {}, {}\nfor race, score, yes in zip(test["race"], test["score"], test["eligible"]):\n'
    '    if yes:\n        asked[race] = asked.get(race, 0) + 1\n        missed[race] = missed.get(race, 0) + (score < 0.5)\n'
    'recall_black = 1 - Fraction(int(missed["Black"]), asked["Black"])\nrecall_white = 1 - Fraction(int(missed["White"]), asked["White"])'),
        # Pivot table.
        right(WOMEN + 'p = test.assign(c=(test["score"] >= 0.5).astype(int)).pivot_table(index="race", columns="eligible", values="c")\n'
    'recall_black, recall_white = p.loc["Black", True], p.loc["White", True]'),
        # Model.predict in place of the score.
        right(WOMEN + 'p = pd.Series(model.predict(X_test), index=X_test.index)\nq = p[test["eligible"]].groupby(test["race"]).mean()\nrecall_black, recall_white = q["Black"], q["White"]'),
        # Women: all women's recall.
        mistake("07-both-conditions", "recall_black, recall_white = 85 / 179, 2072 / 3490\n" + 'e = test[test["eligible"] & (test["sex"] == "Female")]\nrecall_black_women, eligible_black_women = (e["score"] >= 0.5).mean(), len(e)', points=1.0),
        # Women: share of the Black people found who are women.
        mistake("07-among-found", "recall_black, recall_white = 85 / 179, 2072 / 3490\n" + "recall_black_women, eligible_black_women = 20 / 85, 42", points=1.5),
        # Women: all Black women counted.
        mistake("07-count-all-women", "recall_black, recall_white = 85 / 179, 2072 / 3490\n" + "recall_black_women, eligible_black_women = 20 / 42, 753", points=1.5),
        # Women: MetricFrame with two sensitive features, count by crosstab.
        right(WOMEN + 'f = MetricFrame(metrics=true_positive_rate, y_true=test["eligible"], y_pred=test["score"] >= 0.5, sensitive_features=test[["race", "sex"]].astype(str))\nrecall_black, recall_white = 85 / 179, 2072 / 3490\nrecall_black_women = f.by_group["Black", "Female"]\neligible_black_women = pd.crosstab([test["race"], test["sex"]], test["eligible"]).loc[("Black", "Female"), True]'),
    ],
    "not-enough": [
        right('not_enough = " Guessed-And-Apart"'),
        mistake("07-not-enough-accuracy", 'not_enough = "accuracy-fell"'),
        mistake("07-not-enough-numbers", 'not_enough = "unequal-numbers"'),
        mistake("07-not-enough-gone", 'not_enough = "column-gone"'),
        # Underscores and capitals.
        right('not_enough = "Guessed_and_apart"'),
        # A full stop and curly quotes.
        right('not_enough = "“guessed-and-apart.”"'),
    ],
    "remover": [
        right(removed()),
        right("recall_black_after = 0.7821\nrecall_white_after = 0.5722"),
        right(removed(read='found = test.assign(after=np.asarray(after))[test["eligible"]].groupby("race")["after"].mean()\n')),
        # Another solver gives the same decisions.
        right(removed(model="LogisticRegression(max_iter=1000, tol=1e-8)")),
        # The model of the office decides, as if nothing had been removed.
        mistake("07-remover-before", 'found = test[test["eligible"]].assign(c=test["score"] >= 0.5).groupby("race")["c"].mean()\nrecall_black_after, recall_white_after = found["Black"], found["White"]'),
        # A new model on the old columns.
        mistake("07-remover-before", removed(columns="X_learn, X_test")),
        # The remover is not applied to the people who are decided about.
        mistake("07-remover-half", removed(columns="cleaned, X_test.to_numpy()")),
        # It learns anew on test.
        mistake("07-remover-again", removed(columns='cleaned, CorrelationRemover(sensitive_feature_ids=["black"]).fit_transform(X_test.assign(black=test["race"] == "Black"))')),
        # The race is put in, not taken out.
        mistake("07-remover-kept", removed(columns='X_learn.assign(black=learn["race"] == "Black"), X_test.assign(black=test["race"] == "Black")')),
        # The sex is taken out, as in the lesson.
        mistake("07-remover-kept", removed(columns='cleaned, cleaned_test').replace('learn["race"] == "Black"', 'learn["sex"] == "Female"').replace('test["race"] == "Black"', 'test["sex"] == "Female"')),
        mistake("07-remover-partly", removed().replace('["black"])', '["black"], alpha=0.5)')),
        mistake("07-swapped", removed().replace('found["Black"], found["White"]', 'found["White"], found["Black"]')),
        # Of all people, not of the eligible.
        mistake("07-selection-for-recall", removed(read='found = test.assign(after=after).groupby("race")["after"].mean()\n')),
        # Of those contacted, the eligible.
        mistake("07-precision-for-recall", removed(read='found = test[np.asarray(after, bool)].groupby("race")["eligible"].mean()\n')),
        # Of the people who learned.
        mistake("07-remover-on-learn", removed(read='now = new_model.predict(cleaned)\nfound = learn.assign(now=now)[learn["eligible"]].groupby("race")["now"].mean()\n')),
        # The office's model; for Black people the share happens to be the right one.
        mistake("07-remover-old-model", removed().replace('new_model.fit(known, learn["eligible"])', "model"), points=0.5),
        # With the library's own settings, only the first or both shares differ.
        mistake("07-remover-settings", removed(model="LogisticRegression()")),
        mistake("07-remover-settings", removed(model='LogisticRegression(solver="newton-cholesky")'), points=0.5),
        # The threshold of exercise 4.
        mistake("07-remover-threshold", removed().replace(".predict(asked)", ".predict_proba(asked)[:, 1] >= 1 / 6")),
        mistake("07-remover-from-test", removed(columns="cleaned_test, cleaned_test").replace('learn["eligible"]', 'test["eligible"]')),
        mistake("07-remover-otherwise", "recall_black_after, recall_white_after = 0.61, 0.62"),
    ],
    "other-question": [
        right(
            RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\n'
            'more_contacts = ((test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()'
        ),
        right(
            RECALLS + 'recall_black_lower = recall("Black", line=0.167)\n'
            'more_contacts = int((test["score"] >= 0.167).sum() - (test["score"] >= 0.5).sum())'
        ),
        mistake(
            "07-question-half",
            RECALLS + 'recall_black_lower = recall("Black")\n'
            'more_contacts = ((test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()',
            points=0.5,
        ),
        mistake(
            "07-selection-for-recall",
            'black = test["race"] == "Black"\n'
            'recall_black_lower = (test.loc[black, "score"] >= 1 / 6).mean()\n'
            'more_contacts = (test["score"] >= 1 / 6).sum()',
        ),
        mistake(
            "07-question-turned",
            RECALLS + 'recall_black_lower = recall("Black", line=5 / 6)\n'
            'more_contacts = (test["score"] >= 5 / 6).sum() - (test["score"] >= 0.5).sum()',
        ),
        mistake(
            "07-more-all",
            RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\n'
            'more_contacts = (test["score"] >= 1 / 6).sum()',
            points=0.5,
        ),
        mistake(
            "07-more-sign",
            RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\n'
            'more_contacts = (test["score"] >= 0.5).sum() - (test["score"] >= 1 / 6).sum()',
            points=0.5,
        ),
        mistake(
            "07-more-whole",
            RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\n'
            'more_contacts = (test["score"] >= 1 / 6).mean() - (test["score"] >= 0.5).mean()',
            points=0.5,
        ),
        mistake(
            "07-more-wrong",
            RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\n'
            'black = test[test["race"] == "Black"]\n'
            'more_contacts = ((black["score"] >= 1 / 6) & (black["score"] < 0.5)).sum()',
            points=0.5,
        ),
        mistake(
            "07-precision-for-recall",
            'called = test[(test["score"] >= 1 / 6) & (test["race"] == "Black")]\n'
            'recall_black_lower = called["eligible"].mean()\n'
            'more_contacts = ((test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()',
            points=0.5,
        ),
        # Line 1/5 (1 to 5) in both.
        mistake("07-line-fifth", RECALLS + 'recall_black_lower = recall("Black", line=1 / 5)\nmore_contacts = ((test["score"] >= 1 / 5) & (test["score"] < 0.5)).sum()'),
        # More contacts among the eligible only.
        mistake("07-more-wrong", RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\nmore_contacts = (test["eligible"] & (test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()', points=0.5),
        # Recall of all eligible people.
        mistake("07-everybody", 'recall_black_lower = (test.loc[test["eligible"], "score"] >= 1 / 6).mean()\n' + MORE, points=0.5),
        # Gain of recall instead of recall.
        mistake("07-gain", RECALLS + 'recall_black_lower = recall("Black", line=1 / 6) - recall("Black")\n' + MORE, points=0.5),
        # Contacts as a multiple (2.2 times).
        mistake("07-more-whole", RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\nmore_contacts = (test["score"] >= 1 / 6).sum() / (test["score"] >= 0.5).sum()', points=0.5),
        # Only those newly contacted, of the Black eligible missed before.
        mistake("07-newly", 'm = test[(test["race"] == "Black") & test["eligible"] & (test["score"] < 0.5)]\nrecall_black_lower = (m["score"] >= 1 / 6).mean()\n' + MORE, points=0.5),
        # More contacts in vain only.
        mistake("07-more-wrong", RECALLS + 'recall_black_lower = recall("Black", line=1 / 6)\nmore_contacts = (~test["eligible"] & (test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()', points=0.5),
        # Recall of Black women.
        mistake("07-one-sex", 'q = test[(test["race"] == "Black") & test["eligible"] & (test["sex"] == "Female")]\nrecall_black_lower = (q["score"] >= 1 / 6).mean()\n' + MORE, points=0.5),
        # Np.count_nonzero of a difference of bools, query.
        right('b = test.query("race == \'Black\' and eligible")\nrecall_black_lower = float(np.mean(b["score"].to_numpy() > 1 / 6))\n'
    'more_contacts = float(np.count_nonzero(test["score"] >= 1 / 6) - np.count_nonzero(test["score"] >= 0.5))'),
        # Value_counts of a cut.
        right('bands = pd.cut(test["score"], [-1, 1 / 6, 0.5, 2], right=False, labels=["no", "new", "old"])\nmore_contacts = bands.value_counts()["new"]\n'
    'asked = test["eligible"] & (test["race"] == "Black")\nrecall_black_lower = 1 - (bands[asked] == "no").mean()'),
        # White people.
        mistake("07-other-group", RECALLS + 'recall_black_lower = recall("White", line=1 / 6)\n' + MORE, points=0.5),
    ],
    "optimiser": [
        right(
            OPTIMISER + 'decisions = pd.Series(decide("true_positive_rate_parity")) == 1\n'
            "gap_after = gap(decisions)"
        ),
        right(
            OPTIMISER.replace("random_state=0", "random_state=7")
            + 'decisions = list(decide("true_positive_rate_parity"))\n'
            "rates = MetricFrame(metrics=true_positive_rate, y_true=test['eligible'],\n"
            "                    y_pred=decisions, sensitive_features=test['race'])\n"
            "gap_after = rates.difference()"
        ),
        mistake(
            "07-parity-for-recall",
            OPTIMISER + 'decisions = decide("demographic_parity")\n'
            'gap_after = demographic_parity_difference(test["eligible"], decisions,\n'
            '                                          sensitive_features=test["race"])',
        ),
        mistake(
            "07-optimiser-wrong",
            'tool = ThresholdOptimizer(estimator=LogisticRegression(solver="newton-cholesky",\n'
            '    tol=1e-8), constraints="true_positive_rate_parity",\n'
            '    predict_method="predict_proba")\n'
            'tool.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])\n'
            'decisions = tool.predict(X_test, sensitive_features=test["race"], random_state=0)\n'
            "gap_after = equal_opportunity_difference(\n"
            '    test["eligible"], decisions, sensitive_features=test["race"])'
        ),
        mistake(
            "07-other-constraint",
            OPTIMISER + 'decisions = decide("equalized_odds")\ngap_after = gap(decisions)',
        ),
        mistake(
            "07-wrong-metric-after",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity")\n'
            'gap_after = demographic_parity_difference(test["eligible"], decisions,\n'
            '                                          sensitive_features=test["race"])',
            points=1,
        ),
        mistake(
            "07-gap-of-before",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity")\n'
            'gap_after = gap(test["score"] >= 0.5)',
            points=1,
        ),
        mistake(
            "07-not-changed",
            OPTIMISER + 'decisions = (test["score"] >= 0.5).astype(int)\ngap_after = gap(decisions)',
        ),
        mistake(
            "07-misaligned",
            OPTIMISER + 'mixed = test["race"].sample(frac=1, random_state=3).to_numpy()\n'
            'decisions = decide("true_positive_rate_parity", asked=mixed)\n'
            "gap_after = gap(decisions)",
        ),
        mistake(
            "07-hard-labels",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity", method="predict")\n'
            "gap_after = gap(decisions)",
        ),
        mistake(
            "07-fit-on-test",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity", X=X_test,\n'
            '    y=test["eligible"], group=test["race"])\n'
            "gap_after = gap(decisions)",
        ),
        mistake(
            "07-groups-by-sex",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity",\n'
            '    group=learn["sex"].astype(str), asked=test["sex"].astype(str))\n'
            "gap_after = gap(decisions)",
        ),
        mistake(
            "07-objective",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity",\n'
            '    objective="balanced_accuracy_score")\n'
            "gap_after = gap(decisions)",
        ),
        mistake("form-marks", 'decisions = test["score"]\ngap_after = 0.03'),
        mistake("07-one-each", "decisions = 3111\ngap_after = 0.03"),
        # Constraint false_positive_rate_parity.
        mistake("07-other-constraint", OPTIMISER + 'decisions = decide("false_positive_rate_parity")\ngap_after = gap(decisions)'),
        # Decisions inverted.
        mistake("07-inverted", OPTIMISER + 'decisions = 1 - decide("true_positive_rate_parity")\ngap_after = gap(decisions)'),
        # Each race gets the other's lines.
        mistake("07-swapped", OPTIMISER + 'other = test["race"].map({"Black": "White", "White": "Black"})\ndecisions = decide("true_positive_rate_parity", asked=other)\ngap_after = gap(decisions)'),
        # Everybody asked as White.
        mistake("07-one-line", OPTIMISER + 'decisions = decide("true_positive_rate_parity", asked=pd.Series("White", index=test.index))\ngap_after = gap(decisions)'),
        # Mean of the two lines, no lot (Black 0.40).
        mistake("07-no-lot", OPTIMISER + 'line = test["race"].map({"Black": 0.401, "White": 0.4856})\ndecisions = (test["score"] > line).astype(int)\ngap_after = gap(decisions)'),
        # Upper line of each race, no lot.
        mistake("07-no-lot", OPTIMISER + 'line = test["race"].map({"Black": 0.47828, "White": 0.52853})\ndecisions = (test["score"] > line).astype(int)\ngap_after = gap(decisions)'),
        # Lower line of each race, no lot.
        mistake("07-no-lot", OPTIMISER + 'line = test["race"].map({"Black": 0.32019, "White": 0.48512})\ndecisions = (test["score"] > line).astype(int)\ngap_after = gap(decisions)'),
        # Lines read off the test people by hand.
        mistake("07-no-lot", OPTIMISER + 'e = test[test["eligible"]]\nline = test["race"].map(e.groupby("race")["score"].quantile(1 - 0.594))\ndecisions = (test["score"] > line).astype(int)\ngap_after = gap(decisions)'),
        # Decisions glued together race by race.
        mistake("07-order", OPTIMISER + 'd = pd.Series(decide("true_positive_rate_parity"), index=test.index)\ndecisions = np.concatenate([d[test["race"] == r] for r in ("Black", "White")])\ngap_after = 0.0287'),
        # Decisions right, in reverse order.
        mistake("07-order", OPTIMISER + DECIDED + 'gap_after = gap(decisions)\ndecisions = decisions[::-1]'),
        # Decisions for learn.
        mistake("07-one-each", OPTIMISER + 'tool = ThresholdOptimizer(estimator=model, constraints="true_positive_rate_parity", prefit=True, predict_method="predict_proba")\n'
    'tool.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])\ndecisions = tool.predict(X_learn, sensitive_features=learn["race"], random_state=0)\n'
    'gap_after = equal_opportunity_difference(learn["eligible"], decisions, sensitive_features=learn["race"])'),
        # Gap with a sign, Black minus White.
        mistake("07-gap-negative", OPTIMISER + DECIDED + 'r = pd.Series(decisions, index=test.index)[test["eligible"]].groupby(test["race"]).mean()\ngap_after = -abs(r["Black"] - r["White"])', points=1.0),
        # Ratio of the two recalls.
        mistake("07-gap-ratio", OPTIMISER + DECIDED + 'r = pd.Series(decisions, index=test.index)[test["eligible"]].groupby(test["race"]).mean()\ngap_after = r.min() / r.max()', points=1.0),
        # Gap of the precision.
        mistake("07-wrong-metric-after", OPTIMISER + DECIDED + 'd = pd.Series(decisions, index=test.index)\nr = test[d == 1].groupby("race")["eligible"].mean()\ngap_after = abs(r["Black"] - r["White"])', points=1.0),
        # Gap between women and men.
        mistake("07-by-sex", OPTIMISER + DECIDED + 'gap_after = equal_opportunity_difference(test["eligible"], decisions, sensitive_features=test["sex"].astype(str))', points=1.0),
        # Gap: how much smaller it became.
        mistake("07-gap-closed", OPTIMISER + DECIDED + 'gap_after = gap(test["score"] >= 0.5) - gap(decisions)', points=1.0),
        # Thresholds learned only from the eligible people's scores as quantile by hand, decided from learn.
        mistake("07-no-lot", OPTIMISER + 's = pd.Series(model.predict_proba(X_learn)[:, 1], index=learn.index)[learn["eligible"]]\n'
    'line = test["race"].map(s.groupby(learn["race"]).quantile(0.5))\ndecisions = (test["score"] > line).astype(int)\ngap_after = gap(decisions)'),
        # Booleans, gap as recalls by hand, seed 42.
        right(OPTIMISER.replace("random_state=0", "random_state=42") + 'decisions = decide("true_positive_rate_parity").astype(bool)\n'
    'd = pd.Series(decisions, index=test.index)[test["eligible"]]\nr = d.groupby(test["race"]).mean()\ngap_after = abs(r["Black"] - r["White"])'),
        # Floats 0.0 and 1.0, gap from confusion counts.
        right(OPTIMISER + 'decisions = decide("true_positive_rate_parity").astype(float)\ne = test["eligible"].to_numpy(); b = (test["race"] == "Black").to_numpy()\n'
    'gap_after = float(abs(decisions[e & b].sum() / (e & b).sum() - decisions[e & ~b].sum() / (e & ~b).sum()))'),
        # Nullable booleans in a Series.
        right(OPTIMISER + 'decisions = pd.Series(decide("true_positive_rate_parity"), index=test.index).astype("boolean")\ngap_after = gap(decisions.astype(int))'),
        # Own implementation of the lot with its lines.
        right(OPTIMISER + 'tool = ThresholdOptimizer(estimator=model, constraints="true_positive_rate_parity", prefit=True, predict_method="predict_proba")\n'
    'tool.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])\nlines = tool.interpolated_thresholder_.interpolation_dict\n'
    'rng = np.random.default_rng(5)\ndecisions = np.zeros(len(test), int)\nfor r in ("Black", "White"):\n    m = (test["race"] == r).to_numpy()\n    L = lines[r]\n'
    '    s = test["score"].to_numpy()\n    chance = L["p0"] * (s > L["operation0"].threshold) + L["p1"] * (s > L["operation1"].threshold)\n'
    '    decisions[m] = (rng.random(len(test)) < chance)[m]\ngap_after = gap(decisions)'),
        # Fitted from all, grid_size 2000.
        right(OPTIMISER + 'decisions = decide("true_positive_rate_parity", grid_size=2000)\ngap_after = gap(decisions)'),
        # False_negative_rate_parity (the same constraint).
        right(OPTIMISER + 'decisions = decide("false_negative_rate_parity")\ngap_after = gap(decisions)'),
        # Decision_function as scores.
        right(OPTIMISER + 'decisions = decide("true_positive_rate_parity", method="decision_function")\ngap_after = round(gap(decisions), 3)'),
        # Two columns of chances.
        mistake("form-one-column", OPTIMISER + 'tool = ThresholdOptimizer(estimator=model, constraints="true_positive_rate_parity", prefit=True, predict_method="predict_proba").fit(X_learn, learn["eligible"], sensitive_features=learn["race"])\ndecisions = tool._pmf_predict(X_test, sensitive_features=test["race"])\ngap_after = 0.0287'),
        # Permutation.
        mistake("07-order", OPTIMISER + DECIDED + 'decisions = np.random.default_rng(0).permutation(decisions)\ngap_after = 0.0287'),
        # Sorted.
        mistake("07-order", OPTIMISER + DECIDED + 'decisions = np.sort(decisions)[::-1]\ngap_after = 0.0287'),
        # The 3,105 highest scores.
        mistake("07-one-line", OPTIMISER + 'decisions = np.zeros(len(test), int)\ndecisions[np.argsort(-test["score"].to_numpy())[:3105]] = 1\ngap_after = gap(decisions)'),
        # Random decisions of that number.
        mistake("07-order", OPTIMISER + 'decisions = (np.random.default_rng(1).random(len(test)) < 3105 / 15507).astype(int)\ngap_after = gap(decisions)'),
        # Gap after: 0.
        mistake("07-gap-zero-measured", OPTIMISER + DECIDED + 'gap_after = 0', points=1),
        # Gap after: FPR.
        mistake("07-wrong-metric-after", OPTIMISER + DECIDED + 'from fairlearn.metrics import false_positive_rate_difference as f\n'
            'gap_after = f(test["eligible"], decisions, sensitive_features=test["race"])', points=1),
        # Gap after: accuracy.
        mistake("07-wrong-metric-after", OPTIMISER + DECIDED + 'gap_after = MetricFrame(metrics=accuracy_score, y_true=test["eligible"], y_pred=decisions,\n'
            '    sensitive_features=test["race"]).difference()', points=1),
        # Gap after: learn.
        mistake("07-gap-after-wrong", OPTIMISER + DECIDED + 'tool = ThresholdOptimizer(estimator=model, constraints="true_positive_rate_parity",\n'
            '    prefit=True, predict_method="predict_proba")\n'
            'tool.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])\n'
            'gap_after = equal_opportunity_difference(learn["eligible"], tool.predict(\n'
            '    X_learn, sensitive_features=learn["race"], random_state=0),\n'
            '    sensitive_features=learn["race"])', points=1),
    ],
    "at-decision": [
        right('ruled_out = "Thresholds-by-group"\nstill_to_ask = "sex-and-lot "\nby_lot = "black-people"'),
        mistake(
            "07-no-group-at-predict",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "nothing-more"\nby_lot = "black-people"',
            points=4 / 3,
        ),
        mistake(
            "07-ask-cut-offs",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "two-cut-offs"\nby_lot = "black-people"',
            points=4 / 3,
        ),
        mistake(
            "07-ask-consent",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "each-consent"\nby_lot = "black-people"',
            points=4 / 3,
        ),
        mistake(
            "07-ruled-constraint",
            'ruled_out = "constraint-in-learning"\nstill_to_ask = "sex-and-lot"\nby_lot = "black-people"',
            points=4 / 3,
        ),
        mistake(
            "07-ruled-reweighing",
            'ruled_out = "reweighing"\nstill_to_ask = "nothing-more"\nby_lot = "black-people"',
            points=2 / 3,
        ),
        mistake(
            "07-ruled-question",
            'ruled_out = "another-question"\nstill_to_ask = "sex-and-lot"\nby_lot = "black-people"',
            points=4 / 3,
        ),
        mistake(
            "07-lot-alike",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "sex-and-lot"\nby_lot = "both-alike"',
            points=4 / 3,
        ),
        mistake(
            "07-lot-white",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "sex-and-lot"\nby_lot = "white-people"',
            points=4 / 3,
        ),
        mistake(
            "07-lot-seed",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "sex-and-lot"\nby_lot = "nobody"',
            points=4 / 3,
        ),
        # Spaces for hyphens.
        right('ruled_out = "thresholds by group"\nstill_to_ask = "sex and lot"' + '\nby_lot = "black-people"'),
        # Non-breaking hyphens.
        right('ruled_out = "thresholds\u2011by\u2011group"\nstill_to_ask = "sex\u2011and\u2011lot"' + '\nby_lot = "black-people"'),
    ],
    "frontier": [
        right('beaten = "SAME-SELECTION"\nbears_price = "advisers"'),
        mistake(
            "07-frontier-reweighed", 'beaten = "reweighed"\nbears_price = "advisers"', points=1
        ),
        mistake(
            "07-frontier-recall", 'beaten = "same-recall"\nbears_price = "nobody"', points=0
        ),
        mistake("07-frontier-before", 'beaten = "before"\nbears_price = "advisers"', points=1),
        mistake(
            "07-price-white",
            'beaten = "same-selection"\nbears_price = "eligible-white-people"',
            points=1,
        ),
        mistake(
            "07-price-black",
            'beaten = "same-selection"\nbears_price = "eligible-black-people"',
            points=1,
        ),
        mistake(
            "07-price-nobody", 'beaten = "same-selection"\nbears_price = "nobody"', points=1
        ),
        # Underscore, backticks.
        right('beaten = "`same_selection`"\nbears_price = "Advisers."'),
    ],
    "gap-between-large": [
        right(
            DEF + "    decisions, outcome, group = map(np.asarray, (decisions, outcome, group))\n"
            "    found = []\n"
            "    for name in set(group.tolist()):\n"
            "        asked = (group == name) & (outcome == 1)\n"
            "        if asked.sum() >= smallest:\n"
            "            found.append(decisions[asked].mean())\n"
            "    return max(found) - min(found)"
        ),
        right(
            DEF + TABLE + "    t = t[t['y'] == 1]\n"
            "    t = t[t.groupby('g')['y'].transform('size') >= smallest]\n"
            "    return MetricFrame(metrics=true_positive_rate, y_true=t['y'], y_pred=t['d'],\n"
            "                       sensitive_features=t['g']).difference()"
        ),
        mistake(
            "07-gap-small-groups",
            DEF + "    return equal_opportunity_difference(\n"
            "        np.asarray(outcome), np.asarray(decisions),\n"
            "        sensitive_features=np.asarray(group))",
        ),
        mistake(
            "07-gap-size-of-all",
            DEF + TABLE + "    t = t[t.groupby('g')['y'].transform('size') >= smallest]\n"
            "    r = t[t['y'] == 1].groupby('g')['d'].mean()\n"
            "    return r.max() - r.min()",
        ),
        mistake(
            "07-gap-at-least",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() > smallest]\n"
            "    return r.max() - r.min()",
        ),
        mistake(
            "07-gap-selection",
            DEF + TABLE + "    r = t.groupby('g')['d'].mean()\n"
            "    r = r[t.groupby('g')['y'].sum() >= smallest]\n"
            "    return r.max() - r.min()",
        ),
        mistake(
            "07-gap-swapped",
            DEF + TABLE + "    r = t[t['d'] == 1].groupby('g')['y'].mean()\n"
            "    r = r[t.groupby('g')['y'].sum() >= smallest]\n"
            "    return r.max() - r.min()",
        ),
        mistake(
            "07-gap-ratio",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= smallest]\n"
            "    return r.min() / r.max()",
        ),
        mistake(
            "07-gap-negative",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= smallest]\n"
            "    return r.min() - r.max()",
        ),
        mistake(
            "07-gap-large-all",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= 4]\n"
            "    return r.max() - r.min()",
        ),
        # No example that is shown asks for more than five people.
        mistake(
            "07-gap-hidden",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= min(smallest, 5)]\n"
            "    return r.max() - r.min()",
        ),
        mistake(
            "07-gap-index",
            DEF + "    t = pd.concat([pd.Series(decisions), pd.Series(outcome), pd.Series(group)], axis=1)\n"
            "    t.columns = ['d', 'y', 'g']\n"
            "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= smallest]\n"
            "    return r.max() - r.min() if len(r) else 0.0",
        ),
        mistake(
            "form-return",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    print(c.mean().max() - c.mean().min())",
        ),
        # Large by people with decision 1.
        mistake("07-gap-which-groups", DEF + TABLE +
    "    r = t[t['y'] == 1].groupby('g')['d'].mean()\n    r = r[t.groupby('g')['d'].sum() >= smallest]\n    return r.max() - r.min()"),
        # Large by true positives.
        mistake("07-gap-large-wrong", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.sum() >= smallest]\n    return r.max() - r.min()"),
        # Largest deviation from the recall of all.
        mistake("07-gap-from-all", DEF + TABLE +
    "    p = t[t['y'] == 1]\n    c = p.groupby('g')['d']\n    r = c.mean()[c.size() >= smallest]\n    return (r - p['d'].mean()).abs().max()"),
        # Only the two largest groups.
        mistake("07-gap-large-wrong", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.size().sort_values().index[-2:]]\n    return r.max() - r.min()"),
        # Last minus first group, by name.
        mistake("07-gap-large-wrong", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.size() >= smallest]\n    return abs(r.iloc[-1] - r.iloc[0])"),
        # Small groups put together as one.
        mistake("07-gap-which-groups", DEF + TABLE +
    "    t = t[t['y'] == 1]\n    big = t.groupby('g')['y'].transform('size') >= smallest\n    t['g'] = t['g'].astype(object).where(big, 'others')\n    r = t.groupby('g')['d'].mean()\n    return r.max() - r.min()"),
        # A recall of 0 is left out as empty.
        mistake("07-gap-zero", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = [v for v in c.mean()[c.size() >= smallest] if v]\n    return max(r) - min(r)"),
        # Rounded to two digits.
        mistake("form-rounded", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.size() >= smallest]\n    return round(r.max() - r.min(), 2)"),
        # False positive rate.
        mistake("07-gap-fpr", DEF + TABLE +
    "    n = t.groupby('g')['y'].sum()\n    r = t[t['y'] == 0].groupby('g')['d'].mean()[n >= smallest]\n    return r.max() - r.min()"),
        # Accuracy per group.
        mistake("07-gap-accuracy", DEF + TABLE +
    "    n = t.groupby('g')['y'].sum()\n    r = (t['d'] == t['y']).groupby(t['g']).mean()[n >= smallest]\n    return r.max() - r.min()"),
        # Standard deviation between the groups.
        mistake("07-gap-spread", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.size() >= smallest]\n    return r.std()"),
        # Rows of a group must stand together (itertools.groupby).
        mistake("07-gap-large-wrong", DEF +
    "    from itertools import groupby\n    found = []\n    for g, rows in groupby(zip(group, decisions, outcome), key=lambda r: r[0]):\n"
    "        asked = [d for _, d, y in rows if y == 1]\n        if len(asked) >= smallest:\n            found.append(sum(asked) / len(asked))\n    return max(found) - min(found) if found else 0.0"),
        # Largest recall minus the mean of the others.
        mistake("07-gap-large-wrong", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = c.mean()[c.size() >= smallest].sort_values()\n    return r.iloc[-1] - r.iloc[:-1].mean()"),
        # Sorted neighbours: largest step between two groups.
        mistake("07-gap-large-wrong", DEF + TABLE +
    "    c = t[t['y'] == 1].groupby('g')['d']\n    r = np.sort(c.mean()[c.size() >= smallest])\n    return np.diff(r).max()"),
        # False negative rates (the same gap).
        right(DEF + TABLE +
    "    c = (1 - t[t['y'] == 1].set_index('g')['d']).groupby('g')\n    r = c.mean()[c.size() >= smallest]\n    return np.ptp(r.to_numpy())"),
        # Plain dictionaries.
        right(DEF +
    "    hit, asked = {}, {}\n    for d, y, g in zip(list(decisions), list(outcome), list(group)):\n        if y == 1:\n"
    "            asked[g] = asked.get(g, 0) + 1\n            hit[g] = hit.get(g, 0) + int(d)\n    r = [hit[g] / asked[g] for g in asked if asked[g] >= smallest]\n    return max(r) - min(r)"),
        # SQL.
        right(DEF +
    "    import sqlite3\n    db = sqlite3.connect(':memory:')\n    db.execute('create table t (d int, y int, g text)')\n"
    "    db.executemany('insert into t values (?, ?, ?)', [(int(a), int(b), str(c)) for a, b, c in zip(decisions, outcome, group)])\n"
    "    return db.execute('select max(r) - min(r) from (select avg(d * 1.0) r from t where y = 1 group by g having count(*) >= ?)', (smallest,)).fetchone()[0]"),
        # Crosstab.
        right(DEF +
    "    d, y, g = (np.asarray(x) for x in (decisions, outcome, group))\n    c = pd.crosstab(g[y == 1], d[y == 1]).reindex(columns=[0, 1], fill_value=0)\n"
    "    c = c[c.sum(axis=1) >= smallest]\n    r = c[1] / c.sum(axis=1)\n    return r.max() - r.min()"),
        # Sklearn recall_score.
        right(DEF +
    "    from sklearn.metrics import recall_score\n    d, y, g = (np.asarray(x) for x in (decisions, outcome, group))\n"
    "    r = [recall_score(y[g == n], d[g == n]) for n in np.unique(g) if y[g == n].sum() >= smallest]\n    return float(np.max(r) - np.min(r))"),
    ],
    "carries-neglect": [
        right('carries_neglect = "Inspections"'),
        mistake("07-neglect-lot", 'carries_neglect = "lot"'),
        mistake("07-neglect-register", 'carries_neglect = "register"'),
        mistake("07-neglect-meter", 'carries_neglect = "meter"'),
        mistake("form-option", 'carries_neglect = "severity"'),
        # Quotes within.
        right("carries_neglect = \"'inspections'\""),
    ],
    "statement": [
        right(
            filled(
                chosen=("chosen: quarter-of-each-language", "chosen: one-list"),
                used=("used: yes", "used: no"),
                stop=("number: 0.3", "number: 0.45"),
            )
        ),
        right(
            filled(
                metric=("metric: recall\n  why", "metric: equal opportunity difference\n  why"),
                stop=("number: 0.3", "number: 0.35"),
            )
        ),
        right(
            filled(
                chosen=("chosen: quarter-of-each-language", "chosen: none"),
                used=("used: yes", "used: no"),
            )
        ),
        mistake(
            "07-statement-criterion",
            filled(metric=("metric: recall\n  why", "metric: selection rate\n  why")),
            points=4 / 3,
        ),
        mistake("07-statement-looks", filled(used=("used: yes", "used: no")), points=4 / 3),
        mistake(
            "07-statement-looks-not",
            filled(
                chosen=("chosen: quarter-of-each-language", "chosen: one-list"),
                stop=("number: 0.3", "number: 0.5"),
            ),
            points=4 / 3,
        ),
        mistake("07-statement-stop", filled(stop=("number: 0.3", "number: 0.1")), points=4 / 3),
        mistake(
            "measure-untrue",
            filled(value=("value: 0.25, low: 0.16", "value: 0.25, low: 0.18")),
            points=4 / 3,
        ),
        mistake(
            "measure-interval",
            filled(value=("value: 0.25, low: 0.16", "value: 0.45, low: 0.16")),
            points=4 / 3,
        ),
        mistake(
            "statement-chosen",
            filled(chosen=("chosen: quarter-of-each-language", "chosen: quarter")),
            points=4 / 3,
        ),
        mistake(
            "statement-no-legal-basis",
            filled(
                basis=(
                    "legal_basis: to be checked by the legal service before January 2027",
                    "legal_basis:",
                )
            ),
            points=4 / 3,
        ),
        mistake(
            "dossier-placeholder", filled(by=("decided_by: Head of the citizens' desk", "decided_by: to be decided")), points=4 / 3
        ),
        mistake(
            "statement-review", filled(review=("review_on: 2027-05-25", "review_on: 2026-05-25")), points=4 / 3
        ),
        # The form as it comes: the numbers that it brings along earn nothing.
        mistake("dossier-blank", "statement = FairnessStatement(**given).to_yaml()", points=0),
        mistake(
            "statement-why-too-short",
            filled(why=("why: An urgent comment that is not read on its day can cost a life.", "why: recall")),
            points=4 / 3,
        ),
        mistake(
            "statement-no-person",
            filled(by=("decided_by: Head of the citizens' desk", "decided_by: the algorithm of the vendor")),
            points=4 / 3,
        ),
        mistake(
            "07-statement-limits",
            filled(limits=("  - People with a disability, and people who never write, cannot be seen in these data.", "  - Synthetic comments")),
            points=4 / 3,
        ),
        mistake("statement-late-review", filled(review=("review_on: 2027-05-25", "review_on: 2036-11-25")), points=4 / 3),
        mistake("dossier-number", filled(value=("value: 0.25, low: 0.16", "value: a lot, low: 0.16"))),
        mistake("dossier-comma", filled(value=("value: 0.25, low: 0.16", "value: 0,25, low: 0.16"))),
        mistake("form-artefact", "statement = 0.25"),
        # Recall of es: the two candidates' numbers swapped.
        mistake("measure-untrue", filled(a=("value: 0.25, low: 0.16, high: 0.38", "value: 0.43, low: 0.29, high: 0.58"), b=("value: 0.43, low: 0.29, high: 0.59", "value: 0.25, low: 0.16, high: 0.38")), points=4 / 3),
        # Es: the selection rate (12%) as recall.
        mistake("measure-untrue", filled(a=("value: 0.25, low: 0.16, high: 0.38", "value: 0.12, low: 0.08, high: 0.16")), points=4 / 3),
        # Es as per cent: 25.
        mistake("dossier-range", filled(a=("value: 0.25, low: 0.16, high: 0.38", "value: 25, low: 20, high: 31"))),
        # French people taken out of the whole audit.
        mistake("measure-group-left-out", filled(a=("looked_at: [en, es, fr, pt]", "looked_at: [en, es, pt]"),
           drop="group: fr"), points=4 / 3),
        # French declared too small, rows left out.
        mistake("measure-group-left-out", filled(a=("looked_at: [en, es, fr, pt]", "looked_at: [en, es, pt]\n    too_small: [fr]"),
           drop="group: fr"), points=4 / 3),
        # Only the chosen candidate is reported.
        mistake("statement-left-out", "statement = " + repr(FORM[:FORM.index("  - name: one-list")] + FORM[FORM.index("  - name: quarter-of-each-language"):]), points=4 / 3),
        # The difference rows taken out (no gap shown).
        mistake("statement-no-gap", filled(drop="equal opportunity difference"), points=4 / 3),
        # Recall of es taken out of the chosen candidate only.
        mistake("statement-no-metric", filled(x=("      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}\n", "")), points=4 / 3),
        # Stop_if in per cent: 30.
        mistake("07-statement-never", filled(s=("number: 0.3", "number: 30")), points=4 / 3),
        # Stop_if below zero.
        mistake("07-statement-stop", filled(s=("number: 0.3", "number: -0.3")), points=4 / 3),
        # Stop_if equal to the measured gap 0.24.
        mistake("07-statement-stop", filled(s=("number: 0.3", "number: 0.24")), points=4 / 3),
        # Criterion accuracy.
        mistake("07-statement-accuracy", filled(m=("metric: recall\n  why", "metric: accuracy\n  why")), points=4 / 3),
        # Criterion equalized odds difference.
        mistake("statement-criterion-missing", filled(m=("metric: recall\n  why", "metric: equalized odds difference\n  why")), points=4 / 3),
        # Legal basis: not needed.
        mistake("statement-no-legal-basis", filled(l=("legal_basis: to be checked by the legal service before January 2027", "legal_basis: not needed")), points=4 / 3),
        # Legal basis: no.
        mistake("statement-no-legal-basis", filled(l=("legal_basis: to be checked by the legal service before January 2027", "legal_basis: no")), points=4 / 3),
        # Decided by: the AI system.
        mistake("statement-no-person", filled(d=("decided_by: Head of the citizens' desk", "decided_by: the AI system")), points=4 / 3),
        # Nobody pays.
        mistake("dossier-placeholder", filled(p=("who: People who write in French", "who: nobody")), points=4 / 3),
        # Review on the day of the decision.
        mistake("statement-review", filled(r=("review_on: 2027-05-25", "review_on: 2026-11-25")), points=4 / 3),
        # One-list chosen, but stopped from 0.3 (its gap is 0.34).
        mistake("07-statement-stop", filled(c=("chosen: quarter-of-each-language", "chosen: one-list"), u=("used: yes", "used: no")), points=4 / 3),
        # Numbers said to be of the training data.
        mistake("measure-training", filled(d=("group: es, data: test, value: 0.25", "group: es, data: train, value: 0.25")), points=4 / 3),
        # Criterion false negative rate.
        right(filled(m=("metric: recall\n  why", "metric: false negative rate\n  why"))),
        # Three or four decimals, Windows line ends, a comment.
        right("statement = " + repr(FORM.replace("value: 0.25, low: 0.16, high: 0.38", "value: 0.2519, low: 0.158, high: 0.377").replace("chosen: quarter", "# our choice\nchosen: quarter").replace("\n", "\r\n"))),
        # Whole text indented, answers in Spanish yes.
        right("statement = " + repr("\n".join("    " + line for line in FORM.replace("used: yes", "used: sí").splitlines()))),
        # Block style for one row, quoted date.
        right(filled(a=("      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
              "      - metric: recall\n        group: es\n        data: test\n        value: 0.25\n        low: 0.16\n        high: 0.38\n        count: 262"),
           r=("review_on: 2027-05-25", 'review_on: "2027-05-25"'))),
        # As the form writes it: each row that was measured, with the gap of each language from the
        # others and the gap by chance.
        right(
            filled() + "\nimport yaml\n"
            "fields = yaml.safe_load(statement) | {'candidates': given['candidates']}\n"
            "statement = yaml.safe_dump(fields, allow_unicode=True)"
        ),
        # The gap of Spanish from the others without its sign.
        mistake(
            "measure-untrue",
            filled() + "\nimport yaml\n"
            "fields = yaml.safe_load(statement) | {'candidates': given['candidates']}\n"
            "gap = next(each for each in fields['candidates'][0]['measures']\n"
            "           if (each['metric'], each['group']) == ('equal opportunity difference', 'es'))\n"
            "gap |= {'value': 0.3105, 'low': 0.0877, 'high': 0.4895}\n"
            "statement = yaml.safe_dump(fields, allow_unicode=True)",
            points=4 / 3,
        ),
        # Only recall and difference rows by group, selection rate for all only.
        right(filled(drop="metric: selection rate, group: ..,")),
        # Recall rows of fr and pt left out.
        mistake("statement-no-metric", filled(drop="metric: recall, group: (fr|pt)"), points=4 / 3),
        # Legal basis none.
        mistake("statement-no-legal-basis", filled(l=("legal_basis: to be checked by the legal service before January 2027", "legal_basis: none")), points=4 / 3),
        # Stop_if 1.0.
        mistake("07-statement-never", filled(s=("number: 0.3", "number: 1.0")), points=4 / 3),
        # Criterion DPD.
        mistake("07-statement-criterion", filled(m=("metric: recall\n  why", "metric: demographic parity difference\n  why")), points=4 / 3),
        # Selection rate of one group left out.
        mistake("statement-rate-left-out", filled(drop="selection rate, group: fr"), points=4 / 3),
    ],
}  # fmt: skip

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-leave-out": [
        right('vendor_answer = "measure"'),
        mistake("07-unawareness", 'vendor_answer = "agree"'),
        mistake("07-proxies-free", 'vendor_answer = "drop-more"'),
        mistake("07-accuracy-hides", 'vendor_answer = "ask-accuracy"'),
    ],
    "quick-promised-gap": [
        right("promised_gap = 0.323"),
        right("promised_gap = 0.32253"),
        mistake("07-wrong-metric", "promised_gap = 0.007"),
        mistake("07-gap-before", "promised_gap = 0.169"),
        mistake("07-gap-other-rule", "promised_gap = 0.015"),
        mistake("form-percent", "promised_gap = 32.3"),
        mistake("form-comma", "promised_gap = 0,323"),
    ],
    "quick-label": [
        right('label_says = "urgent"'),
        mistake("07-fix-model-not-data", 'label_says = "not-urgent"'),
        mistake("07-label-quota", 'label_says = "adjusted"'),
        mistake("07-label-left-out", 'label_says = "leave-out"'),
    ],
}
