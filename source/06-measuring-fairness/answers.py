"""Other right answers to module 06, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
"""

from course.checking.answers import mistake, right

HIGH = 'high_risk = people["score_text"].isin(["Medium", "High"])\n'
COUNTS = "tn, fp, fn, tp = 318, 87, 129, 103\n"
FRAME = (
    "frame = MetricFrame(\n"
    '    metrics={"selection_rate": selection_rate,\n'
    '             "false_positive_rate": false_positive_rate,\n'
    '             "false_negative_rate": false_negative_rate},\n'
    '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
    '    sensitive_features=people["race"])\n'
)

BEFORE = {
    "confusion-counts": HIGH,
    "error-rates": HIGH + COUNTS,
    "metric-frame": HIGH,
    "gap": HIGH + FRAME,
}

ANSWERS = {
    "high-risk": [
        right('high_risk = people["score_text"] >= "Medium"'),
        right('high_risk = (people["decile_score"] > 4).to_numpy()'),
        right('high_risk = [text in ("Medium", "High") for text in people["score_text"]]'),
        mistake("06-cut", 'high_risk = people["score_text"] == "High"'),
        mistake("06-cut", 'high_risk = people["decile_score"] > 5'),
        mistake("06-turned-round", 'high_risk = people["score_text"] == "Low"'),
        mistake("06-wrong-score", 'high_risk = people["v_score_text"] != "Low"'),
        mistake("06-nobody-marked", 'high_risk = people["score_text"].isin(["medium", "high"])'),
        mistake("06-all-marked", 'high_risk = people["score_text"] != "low"'),
        mistake("06-one-each", 'high_risk = people[people["score_text"] != "Low"]'),
        mistake("06-one-each", 'high_risk = (people["score_text"] != "Low").sum()'),
        mistake("06-one-column", "high_risk = people"),
        mistake("06-true-false", 'high_risk = people["score_text"]'),
    ],
    "confusion-counts": [
        right(
            'group = people[people["race"] == "Hispanic"]\n'
            "marks = high_risk[group.index]\n"
            'table = pd.crosstab(group["two_year_recid"], marks)\n'
            "tn, fp = table.loc[0, False], table.loc[0, True]\n"
            "fn, tp = table.loc[1, False], table.loc[1, True]"
        ),
        right(
            "from sklearn.metrics import confusion_matrix\n"
            'group = people["race"] == "Hispanic"\n'
            'truth = people.loc[group, "two_year_recid"] == 1\n'
            "tn, fp, fn, tp = confusion_matrix(truth, high_risk[group]).ravel()"
        ),
        right("tn, fp, fn, tp = 318, 87, 129, 103"),
        mistake(
            "06-whole-set",
            'charged = people["two_year_recid"] == 1\n'
            "tn, fp = (~charged & ~high_risk).sum(), (~charged & high_risk).sum()\n"
            "fn, tp = (charged & ~high_risk).sum(), (charged & high_risk).sum()",
        ),
        mistake("06-other-group", "tn, fp, fn, tp = 1139, 349, 461, 505"),
        mistake(
            "06-cut",
            'group = people[people["race"] == "Hispanic"]\n'
            'marks = group["score_text"] == "High"\n'
            'table = pd.crosstab(group["two_year_recid"], marks)\n'
            "tn, fp = table.loc[0, False], table.loc[0, True]\n"
            "fn, tp = table.loc[1, False], table.loc[1, True]",
        ),
        mistake(
            "06-wrong-score",
            'group = people[people["race"] == "Hispanic"]\n'
            'table = pd.crosstab(group["is_recid"], high_risk[group.index])\n'
            "tn, fp = table.loc[0, False], table.loc[0, True]\n"
            "fn, tp = table.loc[1, False], table.loc[1, True]",
        ),
        mistake("06-another-case", "tn, fp, fn, tp = 318, 129, 87, 103", points=1),
        mistake("form-missing", "tn, fp, fn, tp = 318, 87, ..., 103", points=1.5),
        mistake("06-filtered", "tn, fp, fn, tp = 258, 62, 110, 79"),
    ],
    "error-rates": [
        right("fpr = 1 - tn / (tn + fp)\nfnr = 1 - tp / (tp + fn)"),
        right(
            'group = people[people["race"] == "Hispanic"]\n'
            "marks = high_risk[group.index]\n"
            'fpr = marks[group["two_year_recid"] == 0].mean()\n'
            'fnr = 1 - marks[group["two_year_recid"] == 1].mean()'
        ),
        mistake("06-fpr-everybody", "n = tn + fp + fn + tp\nfpr = fp / n\nfnr = fn / n"),
        mistake("06-fpr-flagged", "fpr = fp / (fp + tp)\nfnr = fn / (fn + tp)", points=1),
        mistake("06-ppv-for-fpr", "fpr = tp / (fp + tp)\nfnr = fn / (fn + tp)", points=1),
        mistake("06-fpr-fnr-swapped", "fpr = fn / (fn + tp)\nfnr = fp / (fp + tn)"),
        mistake("06-fnr-spared", "fpr = fp / (fp + tn)\nfnr = fn / (fn + tn)", points=1),
        mistake("06-fpr-odds", "fpr = fp / tn\nfnr = fn / tp"),
        mistake("06-fnr-odds", "fpr = fp / (fp + tn)\nfnr = fn / tp", points=1),
        mistake(
            "06-fnr-everybody", "fpr = fp / (fp + tn)\nfnr = fn / (tn + fp + fn + tp)", points=1
        ),
        mistake("06-recall-for-fnr", "fpr = fp / (fp + tn)\nfnr = tp / (fn + tp)", points=1),
        mistake("06-fpr-of-errors", "fpr = fp / (fp + fn)\nfnr = fn / (fn + tp)", points=1),
        mistake("06-specificity", "fpr = tn / (fp + tn)\nfnr = fn / (fn + tp)", points=1),
        mistake("06-whole-set", "fpr = 1282 / (1282 + 2681)\nfnr = 1216 / (1216 + 2035)"),
        mistake("form-percent", "fpr = 100 * fp / (fp + tn)\nfnr = 100 * fn / (fn + tp)"),
        mistake("form-text", 'fpr = "0.215"\nfnr = fn / (fn + tp)', points=1),
        mistake("form-comma", "fpr = 0,215\nfnr = 0.556", points=1),
        mistake("form-missing", "fpr = fp / (fp + tn)\nfnr = ...", points=1),
    ],
    "metric-frame": [
        right(
            "functions = [selection_rate, false_positive_rate, false_negative_rate]\n"
            "frame = MetricFrame(\n"
            "    metrics={function.__name__: function for function in functions},\n"
            '    y_true=people["two_year_recid"].to_numpy() == 1,\n'
            "    y_pred=np.asarray(high_risk),\n"
            '    sensitive_features=people[["race"]],\n'
            ")"
        ),
        mistake(
            "06-arguments",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=high_risk, y_pred=people["two_year_recid"],\n'
            '    sensitive_features=people["race"])',
        ),
        mistake(
            "06-frame-by-sex",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["sex"])',
        ),
        mistake(
            "06-frame-groups",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people[["race", "sex"]])',
        ),
        mistake(
            "06-fpr-fnr-swapped",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_negative_rate,\n'
            '             "false_negative_rate": false_positive_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=2 / 3,
        ),
        mistake(
            "form-table",
            "frame = MetricFrame(\n"
            '    metrics=false_positive_rate, y_true=people["two_year_recid"],\n'
            '    y_pred=high_risk, sensitive_features=people["race"])',
        ),
        mistake(
            "06-wrong-score",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["is_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=2 / 3,
        ),
        mistake(
            "06-frame-itself",
            "frame = MetricFrame(\n"
            '    metrics=false_positive_rate, y_true=people["two_year_recid"],\n'
            '    y_pred=high_risk, sensitive_features=people["race"]).by_group',
        ),
    ],
    "gap": [
        right("gap = 805 / (805 + 990) - 349 / (349 + 1139)"),
        right(
            'two = people["race"].isin(["African-American", "Caucasian"])\n'
            "gap = MetricFrame(\n"
            "    metrics=false_positive_rate,\n"
            '    y_true=people.loc[two, "two_year_recid"], y_pred=high_risk[two],\n'
            '    sensitive_features=people.loc[two, "race"].astype(str),\n'
            ").difference()"
        ),
        mistake("06-tiny-groups", 'gap = frame.difference()["false_positive_rate"]'),
        mistake(
            "06-gap-sign",
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r["Caucasian"] - r["African-American"]',
        ),
        mistake(
            "06-difference-ratio",
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r["African-American"] / r["Caucasian"]',
        ),
        mistake(
            "06-difference-ratio",
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r["Caucasian"] / r["African-American"]',
        ),
        mistake(
            "06-to-overall",
            'rate = frame.by_group.loc["African-American", "false_positive_rate"]\n'
            'gap = rate - frame.overall["false_positive_rate"]',
        ),
        mistake(
            "06-gap-selection",
            'r = frame.by_group["selection_rate"]\ngap = r["African-American"] - r["Caucasian"]',
        ),
        mistake(
            "06-gap-fnr",
            'r = frame.by_group["false_negative_rate"]\n'
            'gap = r["Caucasian"] - r["African-American"]',
        ),
        mistake("form-series", "gap = frame.difference()"),
        mistake("form-percent", "gap = 21.4"),
    ],
    "smallest-group": [
        right('smallest_group = " Native-American "'),
        mistake("06-smallest-asian", 'smallest_group = "asian"'),
        mistake("06-smallest-other", 'smallest_group = "other"'),
        mistake("06-smallest-hispanic", 'smallest_group = "hispanic"'),
        mistake("06-smallest-white", 'smallest_group = "white"'),
        mistake("06-smallest-black", 'smallest_group = "black"'),
        mistake("form-option", "smallest_group = 8"),
    ],
    "interval-meaning": [
        right('interval_means = "Repeated-Draws"'),
        mistake("06-ci-people", 'interval_means = "people-inside"'),
        mistake("06-ci-meaning", 'interval_means = "sure-of-this-one"'),
        mistake("06-ci-bias", 'interval_means = "no-bias"'),
    ],
    "bootstrap-interval": [
        right(
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    values = pd.Series(values)\n"
            "    seeds = range(seed * draws, (seed + 1) * draws)\n"
            "    means = []\n"
            "    for one in seeds:\n"
            "        means.append(values.sample(frac=1, replace=True, random_state=one).mean())\n"
            "    return [np.quantile(means, 0.025), np.quantile(means, 0.975)]"
        ),
        right(
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    n, rate = len(values), np.mean(values)\n"
            "    means = np.random.default_rng(seed).binomial(n, rate, draws) / n\n"
            "    return np.percentile(means, [2.5, 97.5])"
        ),
        mistake(
            "06-boot-replacement",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values), replace=False).mean()\n"
            "             for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-reseeded",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    means = []\n"
            "    for _ in range(draws):\n"
            "        random = np.random.default_rng(seed)\n"
            "        means.append(random.choice(values, size=len(values)).mean())\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-bootstrap",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=100).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-narrow",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [5, 95]))",
        ),
        mistake(
            "06-boot-seed",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    n = len(values)\n"
            "    means = [np.random.choice(values, size=n).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-same-seed",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(0)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-values",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    drawn = random.choice(values, size=(draws, len(values)))\n"
            "    return tuple(np.percentile(drawn, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-pair",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]\n"
            "    return np.percentile(means, 97.5) - np.percentile(means, 2.5)",
        ),
        mistake(
            "06-boot-order",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [97.5, 2.5]))",
        ),
        mistake(
            "06-boot-hidden-draws",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(1000)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "06-boot-hidden-width",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=400).mean() for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "form-error",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    places = range(len(values))\n"
            "    means = [values[random.choice(places, size=len(values))].mean()\n"
            "             for _ in range(draws)]\n"
            "    return tuple(np.percentile(means, [2.5, 97.5]))",
        ),
        mistake(
            "form-return",
            "def bootstrap_interval(values, draws=1000, seed=0):\n"
            "    random = np.random.default_rng(seed)\n"
            "    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]\n"
            "    print(np.percentile(means, [2.5, 97.5]))",
        ),
    ],
    "claim-quantity": [
        right('claim_quantity = "Predictive-value"\nclaim_follows = "errors-may-differ "'),
        mistake(
            "06-claim-recall",
            'claim_quantity = "true-positive-rate"\nclaim_follows = "errors-may-differ"',
            points=1,
        ),
        mistake(
            "06-claim-fpr",
            'claim_quantity = "false-positive-rate"\nclaim_follows = "errors-may-differ"',
            points=1,
        ),
        mistake(
            "06-claim-selection",
            'claim_quantity = "selection-rate"\nclaim_follows = "follows"',
        ),
        mistake(
            "06-calibrated-fair",
            'claim_quantity = "predictive-value"\nclaim_follows = "follows"',
            points=1,
        ),
        mistake(
            "06-error-rate-only",
            'claim_quantity = "predictive-value"\nclaim_follows = "follows-if-accurate"',
            points=1,
        ),
        mistake(
            "06-calibrated-untrue",
            'claim_quantity = "predictive-value"\nclaim_follows = "must-be-false"',
            points=1,
        ),
    ],
    "forced-fpr": [
        right(
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    found = base_rate * (1 - fnr)\n"
            "    wrongly_marked = found / ppv - found\n"
            "    return wrongly_marked / (1 - base_rate)"
        ),
        right("forced_fpr = lambda p, v, n: (p * (1 - v) * (1 - n)) / ((1 - p) * v)"),
        mistake(
            "06-forced-base",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return (1 - base_rate) / base_rate * (1 - ppv) / ppv * (1 - fnr)",
        ),
        mistake(
            "06-forced-ppv",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * ppv / (1 - ppv) * (1 - fnr)",
        ),
        mistake(
            "06-forced-fnr",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * fnr",
        ),
        mistake(
            "06-forced-brackets",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / 1 - base_rate * (1 - ppv) / ppv * (1 - fnr)",
        ),
        mistake(
            "06-forced-odds",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate * (1 - ppv) / ppv * (1 - fnr)",
        ),
        mistake(
            "06-forced-precision",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) * (1 - fnr)",
        ),
        mistake(
            "06-forced-hidden",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return 0.3 / 0.7 * (1 - ppv) / ppv * (1 - fnr)",
        ),
        mistake(
            "form-return",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    result = base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)",
        ),
    ],
    "which-harm": [
        right('harmful_error = "FALSE-POSITIVE"\nwho_decides = "public-body-in-advance"'),
        mistake(
            "06-harm-negative",
            'harmful_error = "false-negative"\nwho_decides = "public-body-in-advance"',
            points=1,
        ),
        mistake(
            "06-parity-is-fairness",
            'harmful_error = "unequal-selection"\nwho_decides = "vendor"',
        ),
        mistake(
            "06-harm-calibration",
            'harmful_error = "miscalibration"\nwho_decides = "public-body-in-advance"',
            points=1,
        ),
        mistake(
            "06-decides-vendor",
            'harmful_error = "false-positive"\nwho_decides = "vendor"',
            points=1,
        ),
        mistake(
            "06-decides-analyst",
            'harmful_error = "false-positive"\nwho_decides = "data-scientist"',
            points=1,
        ),
        mistake(
            "06-decides-judge",
            'harmful_error = "false-positive"\nwho_decides = "judge-each-case"',
            points=1,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-outcome": [
        right('outcome_says = "new-charge"'),
        mistake("06-charge-not-crime", 'outcome_says = "new-crime"'),
        mistake("06-charge-not-conviction", 'outcome_says = "convicted"'),
        mistake("06-charge-not-danger", 'outcome_says = "dangerous"'),
    ],
    "quick-precision": [
        right("precision_white = 505 / (505 + 349)"),
        right("precision_white = 0.591"),
        mistake("06-recall-for-precision", "precision_white = 505 / (505 + 461)"),
        mistake("06-fpr-for-precision", "precision_white = 349 / (349 + 1139)"),
        mistake("06-precision-everybody", "precision_white = 505 / 2454"),
        mistake("06-other-group", "precision_white = 1369 / (1369 + 805)"),
        mistake("06-whole-set", "precision_white = 2035 / (2035 + 1282)"),
        mistake("06-precision-odds", "precision_white = 505 / 349"),
        mistake("form-percent", "precision_white = 59.1"),
        mistake("form-comma", "precision_white = 0,591"),
    ],
    "quick-gap": [
        right('gap_between = "black-and-asian"'),
        mistake("06-quick-gap-large", 'gap_between = "black-and-white"'),
        mistake("06-quick-gap-overall", 'gap_between = "black-and-all"'),
        mistake("06-quick-gap-selection", 'gap_between = "native-american-and-other"'),
    ],
    "quick-both": [
        right('promise_holds = "no-false-positives"'),
        mistake("06-both-data", 'promise_holds = "more-data"'),
        mistake("06-both-race", 'promise_holds = "without-race"'),
        mistake("06-both", 'promise_holds = "better-model"'),
    ],
}
