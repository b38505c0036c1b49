"""Other right answers to module 03, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
"""

from course.checking.answers import mistake, right

SCORES = "scores = model.predict_proba(test[COLUMNS])[:, 1]\n"
COUNTS = "tn, fp, fn, tp = 4754, 77, 327, 263\n"

BEFORE = {
    "four-cases": SCORES,
    "precision-recall": COUNTS,
    "cost-of-habit": SCORES,
}

ANSWERS = {
    "baseline": [
        right('baseline_women = (~test.loc[test["sex"] == "Female", "eligible"]).mean()'),
        right("baseline_women = 4831 / 5421"),
        mistake(
            "03-baseline-is-rate",
            'baseline_women = test.loc[test["sex"] == "Female", "eligible"].mean()',
        ),
        mistake("03-whole-set", 'baseline_women = 1 - test["eligible"].mean()'),
        mistake(
            "03-other-group",
            'baseline_women = 1 - test.loc[test["sex"] == "Male", "eligible"].mean()',
        ),
        mistake(
            "03-train-score",
            'baseline_women = 1 - learn.loc[learn["sex"] == "Female", "eligible"].mean()',
        ),
        mistake(
            "03-train-score",
            'baseline_women = 1 - people.loc[people["sex"] == "Female", "eligible"].mean()',
        ),
        mistake(
            "03-baseline-is-model",
            'women = test[test["sex"] == "Female"]\n'
            'baseline_women = model.score(women[COLUMNS], women["eligible"])',
        ),
        mistake(
            "03-baseline-wrong-whole",
            'none = (test["sex"] == "Female") & ~test["eligible"]\nbaseline_women = none.mean()',
        ),
        mistake(
            "form-nan",
            'baseline_women = 1 - test.loc[test["sex"] == "female", "eligible"].mean()',
        ),
        mistake("form-percent", "baseline_women = 89.12"),
        mistake("form-comma", "baseline_women = 0,891"),
        mistake("form-series", 'baseline_women = test["eligible"]'),
    ],
    "scores": [
        right(
            "yes = list(model.classes_).index(True)\n"
            "table = pd.DataFrame(model.predict_proba(test[COLUMNS]), index=test.index)\n"
            "scores = table[yes]"
        ),
        right("scores = (1 - model.predict_proba(test[COLUMNS])[:, 0]).tolist()"),
        mistake("03-column-zero", "scores = model.predict_proba(test[COLUMNS])[:, 0]"),
        mistake("03-predict-for-proba", "scores = model.predict(test[COLUMNS])"),
        mistake("03-predict-for-proba", "scores = model.predict(test[COLUMNS]).astype(float)"),
        mistake("03-both-columns", "scores = model.predict_proba(test[COLUMNS])"),
        mistake("03-train-score", "scores = model.predict_proba(learn[COLUMNS])[:, 1]"),
        mistake("03-train-score", "scores = model.predict_proba(people[COLUMNS])[:, 1]"),
        mistake("03-other-scale", "scores = model.decision_function(test[COLUMNS])"),
        mistake(
            "03-one-each",
            'women = test[test["sex"] == "Female"]\n'
            "scores = model.predict_proba(women[COLUMNS])[:, 1]",
        ),
        mistake("03-one-each", "scores = model.predict_proba(test[COLUMNS])[:, 1].mean()"),
        mistake("03-one-each", "scores = model.predict_proba(test[COLUMNS])[1]"),
        mistake(
            "03-scores-order", "scores = np.sort(model.predict_proba(test[COLUMNS])[:, 1])[::-1]"
        ),
        mistake("03-scores-numbers", 'scores = test["income"].astype("str")'),
        mistake("03-scores-otherwise", "scores = np.full(len(test), 0.5)"),
    ],
    "four-cases": [
        right(
            "from sklearn.metrics import confusion_matrix\n"
            'woman = (test["sex"] == "Female").to_numpy()\n'
            'table = confusion_matrix(test["eligible"].to_numpy()[woman], scores[woman] >= 0.5)\n'
            "tn, fp, fn, tp = table.ravel()"
        ),
        right(
            'women = test.assign(called=scores > 0.5)[test["sex"] == "Female"]\n'
            'table = pd.crosstab(women["eligible"], women["called"])\n'
            "tn, fp = table.loc[False, False], table.loc[False, True]\n"
            "fn, tp = table.loc[True, False], table.loc[True, True]"
        ),
        mistake(
            "03-matrix-order",
            "from sklearn.metrics import confusion_matrix\n"
            'woman = (test["sex"] == "Female").to_numpy()\n'
            'table = confusion_matrix(test["eligible"].to_numpy()[woman], scores[woman] >= 0.5)\n'
            "tp, fp, fn, tn = table.ravel()",
            points=1,
        ),
        mistake("03-matrix-order", "tn, fp, fn, tp = 4754, 327, 77, 263", points=1),
        mistake("03-whole-set", "tn, fp, fn, tp = 11591, 844, 1582, 2264"),
        mistake("03-other-group", "tn, fp, fn, tp = 6837, 767, 1255, 2001"),
        mistake("03-train-score", "tn, fp, fn, tp = 9431, 161, 639, 540"),
        mistake("form-missing", "tn, fp, fn, tp = 4754, 77, 327, ...", points=1.5),
        mistake("form-whole", "tn, fp, fn, tp = 0.877, 77, 327, 263", points=1.5),
        mistake(
            "form-series",
            'tn = test["eligible"]\nfp, fn, tp = 77, 327, 263',
            points=1.5,
        ),
    ],
    "precision-recall": [
        right("precision = 1 - fp / (tp + fp)\nrecall = 1 - fn / (tp + fn)"),
        right("precision = 263 / 340\nrecall = 263 / 590"),
        mistake("03-precision-recall", "precision = tp / (tp + fn)\nrecall = tp / (tp + fp)"),
        mistake(
            "03-accuracy-for-share",
            "precision = (tp + tn) / (tp + tn + fp + fn)\nrecall = tp / (tp + fn)",
            points=1,
        ),
        mistake("03-odds", "precision = tp / (tp + fp)\nrecall = tp / fn", points=1),
        mistake("03-everybody", "precision = tp / 5421\nrecall = tp / (tp + fn)", points=1),
        mistake("03-other-class", "precision = tn / (tn + fn)\nrecall = tn / (tn + fp)"),
        mistake("03-whole-set", "precision = 2264 / (2264 + 844)\nrecall = 2264 / (2264 + 1582)"),
        mistake("03-other-group", "precision = 2001 / 2768\nrecall = 2001 / 3256"),
        mistake(
            "03-average",
            "from sklearn.metrics import precision_score, recall_score\n"
            'women = test[test["sex"] == "Female"]\n'
            "said = model.predict(women[COLUMNS])\n"
            'precision = precision_score(women["eligible"], said, average="weighted")\n'
            'recall = recall_score(women["eligible"], said)',
            points=1,
        ),
        mistake(
            "03-average",
            "from sklearn.metrics import precision_score, recall_score\n"
            'women = test[test["sex"] == "Female"]\n'
            "said = model.predict(women[COLUMNS])\n"
            'precision = precision_score(women["eligible"], said, average="macro")\n'
            'recall = recall_score(women["eligible"], said, average="macro")',
        ),
        mistake("03-error-rate", "precision = fp / (fp + tn)\nrecall = tp / (tp + fn)", points=1),
        mistake(
            "03-f1", "precision = 2 * tp / (2 * tp + fp + fn)\nrecall = tp / (tp + fn)", points=1
        ),
        mistake("form-complement", "precision = fp / (tp + fp)\nrecall = tp / (tp + fn)", points=1),
        mistake("form-percent", "precision = 77.35\nrecall = 44.58"),
        mistake("form-text", 'precision = "0.774"\nrecall = tp / (tp + fn)', points=1),
    ],
    "accuracy-claim": [
        right('reply = " Compare-Baseline "'),
        mistake("03-claim-agree", 'reply = "agree"'),
        mistake("03-claim-few", 'reply = "too-few-women"'),
        mistake("03-claim-equal", 'reply = "raise-men"'),
        mistake("form-option", "reply = 93"),
    ],
    "rare": [
        right('rare = "About-8"'),
        mistake("03-inverse", 'rare = "about-60"'),
        mistake("03-rare-specificity", 'rare = "about-93"'),
        mistake("03-rare-base", 'rare = "about-1"'),
        mistake("form-option", "rare = 8"),
    ],
    "contact-first": [
        right(
            "def contact_first(scores, places):\n"
            "    ranks = pd.Series(scores).rank(method='first', ascending=False)\n"
            "    return ranks <= places"
        ),
        right(
            "def contact_first(scores, places):\n"
            "    scores = list(scores)\n"
            "    order = sorted(range(len(scores)), key=lambda i: -scores[i])[:places]\n"
            "    return [i in set(order) for i in range(len(scores))]"
        ),
        mistake(
            "03-threshold-reversed",
            "def contact_first(scores, places):\n"
            "    order = np.argsort(np.asarray(scores), kind='stable')[:places]\n"
            "    return np.isin(np.arange(len(scores)), order)",
        ),
        mistake(
            "03-first-rows",
            "def contact_first(scores, places):\n    return np.arange(len(scores)) < places",
        ),
        mistake(
            "03-first-length",
            "def contact_first(scores, places):\n    return pd.Series(scores).nlargest(places)",
        ),
        mistake(
            "03-first-marks",
            "def contact_first(scores, places):\n"
            "    return np.argsort(-np.asarray(scores), kind='stable')",
        ),
        mistake(
            "03-first-count",
            "def contact_first(scores, places):\n    return np.asarray(scores) >= 0.5",
        ),
        mistake(
            "03-first-count",
            "def contact_first(scores, places):\n"
            "    scores = pd.Series(scores)\n"
            "    return scores > scores.nlargest(places).min()",
        ),
        mistake(
            "03-first-others",
            "def contact_first(scores, places):\n"
            "    marks = np.zeros(len(scores), dtype=bool)\n"
            "    marks[-places:] = True\n"
            "    return marks",
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            "    scores = pd.Series(scores)\n"
            "    return scores >= scores.nlargest(places).min()",
        ),
        mistake(
            "03-first-ties-order",
            "def contact_first(scores, places):\n"
            "    order = np.argsort(np.asarray(scores), kind='stable')[::-1][:places]\n"
            "    return np.isin(np.arange(len(scores)), order)",
        ),
        mistake(
            "03-first-picked",
            "def contact_first(scores, places):\n"
            "    first = pd.Series(scores).nlargest(places).index\n"
            "    return np.isin(np.arange(len(scores)), first)",
        ),
        mistake(
            "03-first-none",
            "def contact_first(scores, places):\n"
            "    order = list(np.argsort(np.asarray(scores), kind='stable'))\n"
            "    ranks = pd.Series(list(scores)).rank(method='first', ascending=False)\n"
            "    return ranks <= max(places, 1)",
        ),
        mistake(
            "03-first-all",
            "def contact_first(scores, places):\n"
            "    ranks = pd.Series(list(scores)).rank(method='first', ascending=False)\n"
            "    return ranks <= min(places, len(scores) - 1)",
        ),
        mistake(
            "form-return",
            "def contact_first(scores, places):\n"
            "    print(pd.Series(scores).rank(method='first', ascending=False) <= places)",
        ),
        mistake(
            "form-error",
            "def contact_first(scores, places):\n    return scores.nlargest(places)['score']",
        ),
    ],
    "cost-threshold": [
        right("threshold = 1 / 4"),
        right("threshold = 1 - 9 / (9 + 3)"),
        mistake("03-cost-inverted", "threshold = 9 / (9 + 3)"),
        mistake("03-cost-ratio", "threshold = 3 / 9"),
        mistake("03-half-by-habit", "threshold = 0.5"),
        mistake("03-cost-of-lesson", "threshold = 1 / 6"),
        mistake("form-percent", "threshold = 25"),
        mistake("form-comma", "threshold = 0,25"),
    ],
    "cost-of-habit": [
        right(
            'table = pd.crosstab(test["eligible"].to_numpy(), scores >= 0.5)\n'
            "hours = table.loc[False, True] * 3 + table.loc[True, False] * 9"
        ),
        right("hours = 3 * 844 + 9 * 1582"),
        mistake("03-hours-swapped", "hours = 9 * 844 + 3 * 1582"),
        mistake("03-hours-unpriced", "hours = 844 + 1582"),
        mistake("03-hours-lesson", "hours = 844 + 5 * 1582"),
        mistake(
            "03-hours-cheaper",
            'eligible = test["eligible"].to_numpy()\n'
            "visited = scores >= 0.25\n"
            "hours = 3 * (visited & ~eligible).sum() + 9 * (~visited & eligible).sum()",
        ),
        mistake("03-hours-women", "hours = 3 * 77 + 9 * 327"),
        mistake("03-hours-men", "hours = 3 * 767 + 9 * 1255"),
        mistake("03-hours-in-vain", "hours = 3 * 844"),
        mistake("03-hours-missed", "hours = 9 * 1582"),
        mistake("03-hours-visits", "hours = 3 * (scores >= 0.5).sum()"),
    ],
    "calibration": [
        right('share_women = 0.575\nband_says = "Score-too-low"'),
        mistake(
            "03-calibration-score",
            'share_women = 0.448\nband_says = "score-too-low"',
            points=1,
        ),
        mistake("03-other-group", 'share_women = 316 / 679\nband_says = "score-too-low"', points=1),
        mistake("03-whole-set", 'share_women = 381 / 792\nband_says = "score-too-low"', points=1),
        mistake(
            "03-calibration-of-eligible",
            'share_women = 65 / 590\nband_says = "score-too-low"',
            points=1,
        ),
        mistake(
            "03-calibration-of-women",
            'share_women = 65 / 5421\nband_says = "score-too-low"',
            points=1,
        ),
        mistake(
            "03-calibration-turned",
            'share_women = 113 / 65\nband_says = "score-too-low"',
            points=1,
        ),
        mistake(
            "03-calibration-of-band-eligible",
            'share_women = 65 / 381\nband_says = "score-too-low"',
            points=1,
        ),
        mistake(
            "03-calibration-person",
            'share_women = 65 / 113\nband_says = "right-for-each"',
            points=1,
        ),
        mistake(
            "03-calibration-accuracy",
            'share_women = 65 / 113\nband_says = "accuracy-low"',
            points=1,
        ),
        mistake(
            "03-calibration-groups",
            'share_women = 65 / 113\nband_says = "calibrated"',
            points=1,
        ),
        mistake("form-complement", 'share_women = 48 / 113\nband_says = "score-too-low"', points=1),
    ],
    "stand-in": [
        right('overlooked = "Debts"\nfirst_step = " record-need"'),
        mistake(
            "03-stand-in-low",
            'overlooked = "low-income"\nfirst_step = "record-need"',
            points=0.5,
        ),
        mistake(
            "03-stand-in-score",
            'overlooked = "low-score"\nfirst_step = "record-need"',
            points=0.5,
        ),
        mistake("03-stand-in-young", 'overlooked = "young"\nfirst_step = "more-accurate"'),
        mistake(
            "03-stand-in",
            'overlooked = "debts"\nfirst_step = "more-accurate"',
            points=0.5,
        ),
        mistake(
            "03-stand-in-threshold",
            'overlooked = "debts"\nfirst_step = "lower-threshold"',
            points=0.5,
        ),
        mistake(
            "03-stand-in-equal",
            'overlooked = "debts"\nfirst_step = "same-accuracy"',
            points=0.5,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-new-people": [
        right('ask_first = "new-people"'),
        mistake("03-quick-more-records", 'ask_first = "more-records"'),
        mistake("03-accuracy-alone", 'ask_first = "nothing"'),
        mistake("03-quick-other-vendor", 'ask_first = "other-vendor"'),
    ],
    "quick-recall": [
        right("recall_strict = 606 / 3846"),
        right("recall_strict = 0.158"),
        mistake("03-quick-precision", "recall_strict = 606 / 631"),
        mistake("03-quick-contacted", "recall_strict = 631 / 3846"),
        mistake("03-quick-everybody", "recall_strict = 606 / 16281"),
        mistake("03-quick-contacted-share", "recall_strict = 631 / 16281"),
        mistake("03-quick-half", "recall_strict = 2264 / 3846"),
        mistake("form-complement", "recall_strict = 1 - 606 / 3846"),
        mistake("form-percent", "recall_strict = 15.8"),
        mistake("form-comma", "recall_strict = 0,158"),
    ],
    "quick-cost": [
        right("threshold_19 = 1 / 20"),
        right("threshold_19 = 0.05"),
        mistake("03-cost-inverted", "threshold_19 = 19 / 20"),
        mistake("03-cost-ratio", "threshold_19 = 1 / 19"),
        mistake("03-half-by-habit", "threshold_19 = 0.5"),
        mistake("form-percent", "threshold_19 = 5"),
    ],
    "quick-chance": [
        right('report_says = "within-chance"'),
        mistake("03-chance-better", 'report_says = "vendor-better"'),
        mistake("03-chance-equal", 'report_says = "equal"'),
        mistake("03-chance-wrong", 'report_says = "wrong-data"'),
    ],
}
