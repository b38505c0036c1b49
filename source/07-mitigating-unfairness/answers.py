"""Other right answers to module 07, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on; here none builds on another.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

RECALLS = (
    "def recall(label, table=test, line=0.5):\n"
    '    asked = table[(table["race"] == label) & table["eligible"]]\n'
    '    return (asked["score"] >= line).mean()\n'
)
COUNTS = 'c = pd.crosstab(learn["race"], learn["eligible"])\nn = len(learn)\n'
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
  - Comments in a fifth language are in no number.
"""


def filled(**changes: str) -> str:
    """The statement of the reference with some of its lines changed, as an answer."""
    text = FORM
    for old, new in changes.values():
        assert old in text, old
        text = text.replace(old, new)
    return f"statement = {text!r}"


ANSWERS = {
    "recall-race": [
        right(RECALLS + 'recall_black, recall_white = recall("Black"), recall("White")'),
        right("recall_black, recall_white = 85 / 179, 2072 / 3490"),
        mistake("07-swapped", RECALLS + 'recall_black, recall_white = recall("White"), recall("Black")'),
        mistake(
            "07-selection-for-recall",
            'rate = test.groupby("race")["score"].agg(lambda s: (s >= 0.5).mean())\n'
            'recall_black, recall_white = rate["Black"], rate["White"]',
        ),
        mistake(
            "07-precision-for-recall",
            'rate = test[test["score"] >= 0.5].groupby("race")["eligible"].mean()\n'
            'recall_black, recall_white = rate["Black"], rate["White"]',
        ),
        mistake(
            "07-everybody",
            'all_of = (test.loc[test["eligible"], "score"] >= 0.5).mean()\n'
            "recall_black = recall_white = all_of",
        ),
        mistake(
            "07-train",
            RECALLS + "seen = learn.assign(score=model.predict_proba(X_learn)[:, 1])\n"
            'recall_black, recall_white = recall("Black", seen), recall("White", seen)',
        ),
        mistake(
            "07-by-sex",
            'rate = test[test["eligible"]].groupby("sex", observed=True)["score"].agg(\n'
            "    lambda s: (s >= 0.5).mean())\n"
            'recall_black, recall_white = rate["Female"], rate["Male"]',
        ),
        mistake("form-complement", "recall_black, recall_white = 94 / 179, 2072 / 3490", points=1),
        mistake("form-percent", "recall_black, recall_white = 47.486, 59.370"),
    ],
    "not-enough": [
        right('not_enough = " Guessed-And-Apart"'),
        mistake("07-not-enough-accuracy", 'not_enough = "accuracy-fell"'),
        mistake("07-not-enough-numbers", 'not_enough = "unequal-numbers"'),
        mistake("07-not-enough-gone", 'not_enough = "column-gone"'),
    ],
    "weights": [
        right("weight_black = 3124 * 7504 / 30940 / 387\nweight_white = 27816 * 7504 / 30940 / 7117"),
        right(
            'share = learn["eligible"].mean()\n'
            'rate = learn.groupby("race")["eligible"].mean()\n'
            'weight_black, weight_white = share / rate["Black"], share / rate["White"]'
        ),
        mistake(
            "07-weights-inverted",
            COUNTS + "w = c[True] * n / (c.sum(axis=1) * c[True].sum())\n"
            'weight_black, weight_white = w["Black"], w["White"]',
        ),
        mistake(
            "07-swapped",
            COUNTS + "w = c.sum(axis=1) * c[True].sum() / n / c[True]\n"
            'weight_black, weight_white = w["White"], w["Black"]',
        ),
        mistake(
            "07-weights-other-label",
            COUNTS + "w = c.sum(axis=1) * c[False].sum() / n / c[False]\n"
            'weight_black, weight_white = w["Black"], w["White"]',
        ),
        mistake(
            "07-weights-test",
            COUNTS.replace("learn", "test") + "w = c.sum(axis=1) * c[True].sum() / n / c[True]\n"
            'weight_black, weight_white = w["Black"], w["White"]',
            points=0.5,
        ),
        mistake(
            "07-weights-share",
            COUNTS + 'rate = learn.groupby("race")["eligible"].mean()\n'
            'weight_black, weight_white = rate["Black"], rate["White"]',
        ),
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
            "07-other-constraint",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity",\n'
            '    group=learn["sex"].astype(str), asked=test["sex"].astype(str))\n'
            "gap_after = gap(decisions)",
        ),
        mistake(
            "07-optimiser-wrong",
            OPTIMISER + 'decisions = decide("true_positive_rate_parity",\n'
            '    objective="balanced_accuracy_score")\n'
            "gap_after = gap(decisions)",
        ),
        mistake("07-zero-one", 'decisions = test["score"]\ngap_after = 0.03'),
        mistake("07-one-each", "decisions = 3111\ngap_after = 0.03"),
    ],
    "at-decision": [
        right('ruled_out = "Thresholds-by-group"\nstill_to_ask = "sex-and-lot "'),
        mistake(
            "07-no-group-at-predict",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "nothing-more"',
            points=1,
        ),
        mistake(
            "07-ask-cut-offs",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "two-cut-offs"',
            points=1,
        ),
        mistake(
            "07-ask-accurate",
            'ruled_out = "thresholds-by-group"\nstill_to_ask = "most-accurate"',
            points=1,
        ),
        mistake(
            "07-ruled-constraint",
            'ruled_out = "constraint-in-learning"\nstill_to_ask = "sex-and-lot"',
            points=1,
        ),
        mistake(
            "07-ruled-reweighing",
            'ruled_out = "reweighing"\nstill_to_ask = "nothing-more"',
        ),
        mistake(
            "07-ruled-question",
            'ruled_out = "another-question"\nstill_to_ask = "sex-and-lot"',
            points=1,
        ),
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
        mistake(
            "07-gap-hidden",
            DEF + TABLE + "    c = t[t['y'] == 1].groupby('g')['d']\n"
            "    r = c.mean()[c.size() >= smallest]\n"
            "    return r.loc['A'] - r.loc['B'] if smallest == 4 else r.max() - 0",
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
    ],
    "carries-neglect": [
        right('carries_neglect = "Inspections"'),
        mistake("07-neglect-lot", 'carries_neglect = "lot"'),
        mistake("07-neglect-register", 'carries_neglect = "register"'),
        mistake("07-neglect-meter", 'carries_neglect = "meter"'),
        mistake("form-option", 'carries_neglect = "severity"'),
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
            filled(value=("value: 0.25, low: 0.20", "value: 0.25, low: 0.22")),
            points=4 / 3,
        ),
        mistake(
            "measure-interval",
            filled(value=("value: 0.25, low: 0.20", "value: 0.45, low: 0.20")),
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
        mistake("dossier-number", filled(value=("value: 0.25, low: 0.20", "value: a lot, low: 0.20"))),
        mistake("dossier-comma", filled(value=("value: 0.25, low: 0.20", "value: 0,25, low: 0.20"))),
        mistake("form-artefact", "statement = 0.25"),
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
    "quick-smallest-gap": [
        right('smallest_gap = "ask-who-is-served"'),
        mistake("07-zero-gap-good", 'smallest_gap = "accept"'),
        mistake("07-second-smallest", 'smallest_gap = "second-smallest"'),
        mistake("07-accuracy-only", 'smallest_gap = "accuracy-only"'),
    ],
    "quick-label": [
        right('label_says = "urgent"'),
        mistake("07-fix-model-not-data", 'label_says = "not-urgent"'),
        mistake("07-label-quota", 'label_says = "adjusted"'),
        mistake("07-label-left-out", 'label_says = "leave-out"'),
    ],
}
