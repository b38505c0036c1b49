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
        mistake("03-other-group", "baseline_women = 0.7"),
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
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-mean-of-groups",
            'baseline_women = 1 - test.groupby("sex")["eligible"].mean().mean()',
        ),
        mistake(
            "03-baseline-of-no",
            'no = test[~test["eligible"]]\nbaseline_women = (no["sex"] == "Female").mean()',
        ),
        mistake(
            "03-baseline-of-yes",
            'yes = test[test["eligible"]]\nbaseline_women = 1 - (yes["sex"] == "Female").mean()',
        ),
        mistake(
            "form-range",
            'baseline_women = ((test["sex"] == "Female") & ~test["eligible"]).sum()',
        ),
        mistake(
            "03-odds",
            'women = test[test["sex"] == "Female"]\n'
            'baseline_women = (~women["eligible"]).sum() / women["eligible"].sum()',
        ),
        mistake(
            "03-baseline-model-no",
            'women = test[test["sex"] == "Female"]\n'
            "baseline_women = 1 - model.predict(women[COLUMNS]).mean()",
        ),
        mistake(
            "03-baseline-otherwise",
            'wives = test[test["relationship"] == "Wife"]\n'
            'baseline_women = 1 - wives["eligible"].mean()',
        ),
        mistake(
            "03-baseline-complete",
            "women = test.dropna()\n"
            'women = women[women["sex"] == "Female"]\n'
            'baseline_women = 1 - women["eligible"].mean()',
        ),
        mistake(
            "03-baseline-otherwise",
            'women = test[test["sex"] == "Female"]\n'
            'baseline_women = 1 - np.average(women["eligible"], weights=women["fnlwgt"])',
        ),
        mistake(
            "03-baseline-gain",
            'women = test[test["sex"] == "Female"]\n'
            'baseline_women = model.score(women[COLUMNS], women["eligible"]) - (1 - '
            'women["eligible"].mean())',
        ),
        mistake(
            "form-rounded",
            "baseline_women = 0.89",
        ),
        right(
            "from sklearn.dummy import DummyClassifier\n"
            'women = test[test["sex"] == "Female"]\n'
            'rule = DummyClassifier(strategy="constant", '
            'constant=False).fit(learn[COLUMNS], learn["eligible"])\n'
            'baseline_women = rule.score(women[COLUMNS], women["eligible"])',
        ),
        right(
            "from fractions import Fraction\nbaseline_women = Fraction(4831, 5421)",
        ),
        right(
            "baseline_women = "
            'test.groupby("sex")["eligible"].value_counts(normalize=True)["Female", False]',
        ),
        right(
            'right = [not yes for yes, sex in zip(test["eligible"], test["sex"]) if sex == '
            '"Female"]\n'
            "baseline_women = sum(right) / len(right)",
        ),
        right(
            'women = test[test["sex"] == "Female"]\n'
            'baseline_women = np.array(1 - women["eligible"].mean())',
        ),
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
        mistake("03-scores-constant", "scores = np.full(len(test), 0.5)"),
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-scores-refitted",
            "from sklearn.base import clone\n"
            "scores = clone(model).fit(test[COLUMNS], "
            'test["eligible"]).predict_proba(test[COLUMNS])[:, 1]',
        ),
        mistake(
            "03-scores-refitted",
            "from sklearn.base import clone\n"
            "scores = clone(model).fit(people[COLUMNS], "
            'people["eligible"]).predict_proba(test[COLUMNS])[:, 1]',
        ),
        mistake(
            "03-scores-columns",
            "from sklearn.base import clone\n"
            "scores = LogisticRegression(max_iter=5000).fit(learn[NUMBERS], "
            'learn["eligible"]).predict_proba(test[NUMBERS])[:, 1]',
        ),
        mistake(
            "03-scores-ranks",
            "scores = pd.Series(model.predict_proba(test[COLUMNS])[:, 1]).rank(pct=True)",
        ),
        mistake(
            "03-scores-larger",
            "scores = model.predict_proba(test[COLUMNS]).max(axis=1)",
        ),
        mistake(
            "03-other-scale",
            "scores = 100 * model.predict_proba(test[COLUMNS])[:, 1]",
        ),
        mistake(
            "03-other-scale",
            "scores = model.predict_log_proba(test[COLUMNS])[:, 1]",
        ),
        mistake(
            "03-scores-order",
            'scores = model.predict_proba(test.sort_values("age")[COLUMNS])[:, 1]',
        ),
        mistake(
            "03-scores-order",
            "scores = model.predict_proba(test[COLUMNS])[::-1, 1]",
        ),
        mistake(
            "03-scores-rounded",
            "scores = model.predict_proba(test[COLUMNS])[:, 1].round(1)",
        ),
        mistake(
            "03-one-each",
            "scores = model.predict_proba(test[COLUMNS].head(1000))[:, 1]",
        ),
        mistake(
            "03-predict-for-proba",
            'scores = test["eligible"]',
        ),
        mistake(
            "03-scores-group",
            "p = pd.Series(model.predict_proba(test[COLUMNS])[:, 1], index=test.index)\n"
            'scores = p.groupby(test["sex"].astype("str")).transform("mean")',
        ),
        mistake(
            "03-scores-other-model",
            "from sklearn.tree import DecisionTreeClassifier\n"
            "tree = make_pipeline(model[0], DecisionTreeClassifier(random_state=0))\n"
            'scores = tree.fit(learn[COLUMNS], learn["eligible"]).predict_proba(test[COLUMNS])[:, 1]',
        ),
        mistake(
            "03-scores-otherwise",
            "scores = model.predict_proba(test[COLUMNS])[:, 1] ** 2",
        ),
        mistake(
            "03-one-column-table",
            "scores = pd.DataFrame(model.predict_proba(test[COLUMNS])[:, [1]])",
        ),
        right(
            'scores = test.assign(score=model.predict_proba(test[COLUMNS])[:, 1])["score"]',
        ),
        right(
            "scores = [row[1] for row in model.predict_proba(test[COLUMNS])]",
        ),
        right(
            "scores = 1 / (1 + np.exp(-model.decision_function(test[COLUMNS])))",
        ),
        right(
            "scores = tuple(np.exp(model.predict_log_proba(test[COLUMNS]).T[1]))",
        ),
        right(
            'scores = pd.array(model.predict_proba(test[COLUMNS])[:, 1], dtype="Float32")',
        ),
        mistake(
            "03-one-each",
            "scores = np.asarray(model.predict_proba(test[COLUMNS])[:, 1].mean())",
        ),
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
        mistake("form-whole-share", "tn, fp, fn, tp = 0.877, 77, 327, 263", points=1.5),
        mistake(
            "form-series",
            'tn = test["eligible"]\nfp, fn, tp = 77, 327, 263',
            points=1.5,
        ),
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-cases-line",
            'woman = (test["sex"] == "Female").to_numpy()\n'
            'e = test["eligible"].to_numpy()\n'
            "c = scores >= np.sort(scores)[-1000]\n"
            "tn, fp, fn, tp = (woman & ~e & ~c).sum(), (woman & ~e & c).sum(), (woman & e "
            "& ~c).sum(), (woman & e & c).sum()",
        ),
        mistake(
            "03-cases-line",
            'woman = (test["sex"] == "Female").to_numpy()\n'
            'e = test["eligible"].to_numpy()\n'
            "c = scores >= 1 / 6\n"
            "tn, fp, fn, tp = (woman & ~e & ~c).sum(), (woman & ~e & c).sum(), (woman & e "
            "& ~c).sum(), (woman & e & c).sum()",
        ),
        mistake(
            "03-two-cases",
            "tn, fp, fn, tp = 4754, 340, 590, 263",
            points=1,
        ),
        mistake(
            "form-whole-share",
            "tn, fp, fn, tp = 4754 / 5421, 77 / 5421, 327 / 5421, 263 / 5421",
        ),
        mistake(
            "03-train-score",
            "p = model.predict(people[COLUMNS])\n"
            'w = people["sex"] == "Female"\n'
            'e = people["eligible"]\n'
            "tn, fp, fn, tp = (w & ~e & ~p).sum(), (w & ~e & p).sum(), (w & e & ~p).sum(), "
            "(w & e & p).sum()",
        ),
        mistake(
            "03-cases-otherwise",
            "k = test.assign(c=scores >= 0.5).dropna()\n"
            'k = k[k["sex"] == "Female"]\n'
            'tn, fp = (~k["eligible"] & ~k["c"]).sum(), (~k["eligible"] & k["c"]).sum()\n'
            'fn, tp = (k["eligible"] & ~k["c"]).sum(), (k["eligible"] & k["c"]).sum()',
        ),
        mistake(
            "03-matrix-order",
            "tn, fp, fn, tp = 77, 4754, 263, 327",
        ),
        mistake(
            "03-cases-otherwise",
            "k = test.assign(c=scores >= 0.5)\n"
            'k = k[k["relationship"] == "Wife"]\n'
            'tn, fp = (~k["eligible"] & ~k["c"]).sum(), (~k["eligible"] & k["c"]).sum()\n'
            'fn, tp = (k["eligible"] & ~k["c"]).sum(), (k["eligible"] & k["c"]).sum()',
        ),
        mistake(
            "03-cases-otherwise",
            'k = test.assign(c=scores >= test["eligible"].mean())\n'
            'k = k[k["sex"] == "Female"]\n'
            'tn, fp = (~k["eligible"] & ~k["c"]).sum(), (~k["eligible"] & k["c"]).sum()\n'
            'fn, tp = (k["eligible"] & ~k["c"]).sum(), (k["eligible"] & k["c"]).sum()',
        ),
        right(
            "k = test.assign(c=scores >= 0.5)\n"
            'n = k[k["sex"] == "Female"].groupby(["eligible", "c"]).size()\n'
            "tn, fp, fn, tp = n.to_list()",
        ),
        right(
            "tn = fp = fn = tp = 0\n"
            'for s, e, x in zip(scores, test["eligible"], test["sex"]):\n'
            '    if x == "Female":\n'
            "        tn += not e and s < 0.5\n"
            "        fp += not e and s >= 0.5\n"
            "        fn += bool(e and s < 0.5)\n"
            "        tp += bool(e and s >= 0.5)",
        ),
        right(
            "import sqlite3\n"
            'base = sqlite3.connect(":memory:")\n'
            'pd.DataFrame({"e": test["eligible"].to_numpy(), "s": scores, "x": '
            'test["sex"].astype("str").to_numpy()}).to_sql("t", base)\n'
            'tn, fp, fn, tp = base.execute("select sum(not e and s<0.5), sum(not e and '
            "s>=0.5), sum(e and s<0.5), sum(e and s>=0.5) from t where "
            "x='Female'\").fetchone()",
        ),
        right(
            "tn, fp, fn, tp = map(float, (4754, 77, 327, 263))",
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
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-contacted-per-eligible",
            "precision = tp / (tp + fp)\nrecall = (tp + fp) / (tp + fn)",
            points=1,
        ),
        mistake(
            "03-union",
            "precision = recall = tp / (tp + fp + fn)",
        ),
        mistake(
            "03-mean-of-groups",
            "precision = (263 / 340 + 2001 / 2768) / 2\nrecall = (263 / 590 + 2001 / 3256) / 2",
        ),
        mistake(
            "03-train-score",
            "precision = 540 / 701\nrecall = 540 / 1179",
        ),
        mistake(
            "03-share-brackets",
            "precision = tp / tp + fp\nrecall = tp / tp + fn",
        ),
        mistake(
            "03-odds",
            "precision = tp / fp\nrecall = tp / (tp + fn)",
            points=1,
        ),
        mistake(
            "03-f1",
            "precision = tp / (tp + fp)\nrecall = 2 * tp / (2 * tp + fp + fn)",
            points=1,
        ),
        mistake(
            "03-share-of-all",
            "precision = 340 / 5421\nrecall = 590 / 5421",
        ),
        mistake(
            "03-share-turned",
            "precision = (tp + fp) / tp\nrecall = (tp + fn) / tp",
        ),
        mistake(
            "form-complement",
            "precision = fp / (tp + fp)\nrecall = fn / (tp + fn)",
        ),
        mistake(
            "03-both-sexes-below",
            "precision = 263 / 3108\nrecall = 263 / 3846",
        ),
        mistake(
            "form-range",
            "precision, recall = tp + fp, tp + fn",
        ),
        mistake(
            "03-share-line",
            "precision = 106 / 113\nrecall = 106 / 590",
        ),
        right(
            "from sklearn.metrics import precision_score, recall_score\n"
            'women = test[test["sex"] == "Female"]\n'
            "said = model.predict(women[COLUMNS])\n"
            'precision = precision_score(women["eligible"], said)\n'
            'recall = recall_score(women["eligible"], said)',
        ),
        right(
            'women = test[test["sex"] == "Female"]\n'
            "said = model.predict(women[COLUMNS])\n"
            'precision = women.loc[said, "eligible"].mean()\n'
            'recall = said[women["eligible"]].mean()',
        ),
        right(
            "precision = 1 / (1 + fp / tp)\nrecall = 1 / (1 + fn / tp)",
        ),
        right(
            "from decimal import Decimal\n"
            "from fractions import Fraction\n"
            "precision = Decimal(263) / Decimal(340)\n"
            "recall = Fraction(263, 590)",
        ),
    ],
    "accuracy-claim": [
        right('reply = " Compare-Baseline "'),
        mistake("03-claim-agree", 'reply = "agree"'),
        mistake("03-claim-few", 'reply = "too-few-women"'),
        mistake("03-claim-equal", 'reply = "raise-men"'),
        mistake("form-option", "reply = 93"),
        # Wrong ideas and other forms, written before the check was read again.
        right(
            'reply = "compare_baseline"',
        ),
        right(
            'reply = "compare‑baseline"',
        ),
    ],
    "rare": [
        right('rare = "About-8"'),
        mistake("03-inverse", 'rare = "about-60"'),
        mistake("03-rare-specificity", 'rare = "about-93"'),
        mistake("03-rare-base", 'rare = "about-1"'),
        mistake("form-option", "rare = 8"),
        # Wrong ideas and other forms, written before the check was read again.
        right(
            'rare = "`about-8`"',
        ),
        right(
            'rare = "about 8"',
        ),
        mistake(
            "form-option",
            "rare = 0.08",
        ),
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
            "form-marks",
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
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-first-low",
            "def contact_first(scores, places):\n"
            '    ranks = pd.Series(list(scores)).rank(method="first", ascending=False)\n'
            "    return (ranks <= places) & (pd.Series(list(scores)) >= 0.5)",
        ),
        mistake(
            "03-first-others",
            "def contact_first(scores, places):\n"
            '    return np.argsort(-np.asarray(scores), kind="stable") < places',
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            "    return s >= s.quantile(1 - places / len(s))",
        ),
        mistake(
            "03-first-rows",
            "def contact_first(scores, places):\n"
            "    n = min(places, len(scores))\n"
            "    ordered = sorted(scores, reverse=True)\n"
            "    return [s in ordered[:n] and i < n for i, s in enumerate(ordered)]",
        ),
        mistake(
            "03-first-rows",
            "def contact_first(scores, places):\n"
            '    s = pd.Series(scores).sort_values(ascending=False, kind="stable")\n'
            "    return pd.Series(np.arange(len(s)) < places, index=s.index)",
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            "    top = set(sorted(scores)[::-1][:places])\n"
            "    return [s in top for s in scores]",
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            '    return pd.Series(scores).rank(method="min", ascending=False) <= places',
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            "    return pd.Series(scores).rank(ascending=False) <= places",
        ),
        mistake(
            "03-first-ties",
            "def contact_first(scores, places):\n"
            '    return pd.Series(scores).rank(method="dense", ascending=False) <= places',
        ),
        mistake(
            "03-first-ties-lower",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(list(scores)).drop_duplicates().nlargest(places)\n"
            "    return np.isin(np.arange(len(scores)), s.index)",
        ),
        mistake(
            "03-first-low",
            "def contact_first(scores, places):\n"
            '    ranks = pd.Series(list(scores)).rank(method="first", ascending=False)\n'
            "    return ranks <= 2",
        ),
        mistake(
            "03-first-count",
            "def contact_first(scores, places):\n"
            '    ranks = pd.Series(list(scores)).rank(method="first", ascending=False)\n'
            "    return ranks <= places * len(scores) / 100",
        ),
        mistake(
            "03-first-none",
            "def contact_first(scores, places):\n"
            '    order = np.argsort(np.asarray(scores)[::-1], kind="stable")[-places:]\n'
            "    marks = np.zeros(len(scores), bool)\n"
            "    marks[len(scores) - 1 - order] = True\n"
            "    return marks",
        ),
        mistake(
            "form-error",
            "def contact_first(scores, places):\n"
            "    s = list(scores)\n"
            "    last = sorted(s, reverse=True)[places - 1]\n"
            "    left = places - sum(x > last for x in s)\n"
            "    marks = []\n"
            "    for x in s:\n"
            "        marks.append(x > last or (x == last and left > 0))\n"
            "        left -= x == last\n"
            "    return marks",
        ),
        mistake(
            "03-first-close",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(list(scores)).round(1)\n"
            '    return s.rank(method="first", ascending=False) <= places',
        ),
        mistake(
            "03-first-places-left",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(list(scores))\n"
            '    return (s.rank(method="first", ascending=False) <= places) & (s > 0)',
        ),
        mistake(
            "03-first-count",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            "    return s > s.median()",
        ),
        mistake(
            "03-first-ties-order",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(list(scores))[::-1]\n"
            '    return (s.rank(method="first", ascending=False) <= places)[::-1]',
        ),
        mistake(
            "03-first-picked",
            "def contact_first(scores, places):\n"
            "    order = pd.Series(scores).sort_values(ascending=False, "
            'kind="stable").index[:places]\n'
            "    marks = np.zeros(len(scores), bool)\n"
            "    marks[list(order)] = True\n"
            "    return marks",
        ),
        mistake(
            "03-first-length",
            "def contact_first(scores, places):\n"
            "    own = model.predict_proba(test[COLUMNS])[:, 1]\n"
            '    return pd.Series(own).rank(method="first", ascending=False) <= places',
        ),
        mistake(
            "03-first-ties-hidden",
            "def contact_first(scores, places):\n"
            "    marks = np.zeros(len(scores), bool)\n"
            "    marks[np.argsort(-np.asarray(scores))[:places]] = True\n"
            "    return marks",
        ),
        mistake(
            "03-first-ties-few",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            '    return s.rank(method="max", ascending=False) <= places',
        ),
        mistake(
            "form-one-column",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(list(scores))\n"
            '    return pd.DataFrame({"score": s, "mark": s.rank(method="first", '
            "ascending=False) <= places})",
        ),
        right(
            "def contact_first(scores, places):\n"
            '    first = scores.sort_values(ascending=False, kind="stable").head(places)\n'
            "    return scores.index.isin(first.index)",
        ),
        right(
            "def contact_first(scores, places):\n"
            "    first = pd.Series(scores).nlargest(places)\n"
            "    return pd.Series(pd.Series(scores).index.isin(first.index), index=scores.index)",
        ),
        right(
            "def contact_first(scores, places):\n"
            "    import heapq\n"
            "    s = list(scores)\n"
            "    first = heapq.nsmallest(places, range(len(s)), key=lambda i: (-s[i], i))\n"
            "    return tuple(i in first for i in range(len(s)))",
        ),
        right(
            "def contact_first(scores, places):\n"
            "    s = np.asarray(scores)\n"
            "    before = [(s > x).sum() + (s[:i] == x).sum() for i, x in enumerate(s)]\n"
            "    return np.array(before) < places",
        ),
        right(
            "def contact_first(scores, places):\n"
            "    import sqlite3\n"
            '    base = sqlite3.connect(":memory:")\n'
            '    base.execute("create table t (i integer, s real)")\n'
            '    base.executemany("insert into t values (?, ?)", [(i, float(x)) for i, x '
            "in enumerate(scores)])\n"
            '    rows = base.execute("select row_number() over (order by s desc, i) <= ? '
            'from t order by i", (places,))\n'
            "    return [bool(mark) for (mark,) in rows]",
        ),
        right(
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            '    return (s.rank(method="first", ascending=False) <= places).astype("boolean")',
        ),
        right(
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            '    return (s.rank(method="first", ascending=False) <= places).astype(object)',
        ),
        right(
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            '    return (s.rank(method="first", ascending=False) <= places).astype(int)',
        ),
        right(
            "def contact_first(scores, places):\n"
            "    s = np.asarray(scores)\n"
            "    order = np.lexsort((np.arange(len(s)), -s))\n"
            "    marks = np.full(len(s), False)\n"
            "    np.put(marks, order[:places], True)\n"
            "    return marks",
        ),
        mistake(
            "form-marks-missing",
            "def contact_first(scores, places):\n"
            "    s = pd.Series(scores)\n"
            '    marks = (s.rank(method="first", ascending=False) <= places).astype("boolean")\n'
            "    marks[~marks] = pd.NA\n"
            "    return marks",
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
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-cost-ratio",
            "threshold = 0.333",
        ),
        mistake(
            "03-half-by-habit",
            "threshold = (9 - 3) / (9 + 3)",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold = 1 / 9",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold = 1 / (3 + 9)",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold = 3",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold = 0",
        ),
        right(
            "from fractions import Fraction\nthreshold = Fraction(3, 12)",
        ),
        right(
            "threshold = 1 / (1 + 9 / 3)",
        ),
        right(
            'from decimal import Decimal\nthreshold = Decimal("0.25")',
        ),
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
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-hours-visits",
            "hours = 3 * (scores >= 0.5).sum() + 9 * ((scores < 0.5) & "
            'test["eligible"].to_numpy()).sum()',
        ),
        mistake(
            "03-hours-more",
            "hours = 16770 - 13083",
        ),
        mistake(
            "form-whole",
            "hours = 16770 / 16281",
        ),
        mistake(
            "03-hours-one-price",
            "hours = 12 * (844 + 1582)",
        ),
        mistake(
            "03-hours-one-price",
            "hours = 6 * (844 + 1582)",
        ),
        mistake(
            "03-train-score",
            "s = model.predict_proba(learn[COLUMNS])[:, 1] >= 0.5\n"
            'e = learn["eligible"].to_numpy()\n'
            "hours = 3 * (s & ~e).sum() + 9 * (~s & e).sum()",
        ),
        mistake(
            "03-train-score",
            "s = model.predict_proba(people[COLUMNS])[:, 1] >= 0.5\n"
            'e = people["eligible"].to_numpy()\n'
            "hours = 3 * (s & ~e).sum() + 9 * (~s & e).sum()",
        ),
        mistake(
            "03-hours-cheaper",
            'e = test["eligible"].to_numpy()\n'
            "hours = 3 * ((scores >= 1 / 6) & ~e).sum() + 9 * ((scores < 1 / 6) & e).sum()",
        ),
        mistake(
            "03-hours-mean",
            "hours = (3174 + 13596) / 2",
        ),
        mistake(
            "03-hours-found",
            "hours = 3 * 844 - 9 * 2264",
        ),
        mistake(
            "03-hours-eligible",
            "hours = 9 * 3846",
        ),
        mistake(
            "form-whole",
            "hours = 16770 / 8",
        ),
        mistake(
            "03-hours-eligible-too",
            "hours = 3 * 844 + 9 * 3846",
        ),
        right(
            "hours = 0\n"
            'for s, e in zip(scores, test["eligible"]):\n'
            "    hours += 3 if s >= 0.5 and not e else 9 if s < 0.5 and e else 0",
        ),
        right(
            "from sklearn.metrics import confusion_matrix\n"
            'hours = (confusion_matrix(test["eligible"], scores >= 0.5) * [[0, 3], [9, 0]]).sum()',
        ),
        right(
            'e = test["eligible"].to_numpy()\n'
            "hours = np.select([(scores >= 0.5) & ~e, (scores < 0.5) & e], [3.0, 9.0], 0.0).sum()",
        ),
    ],
    "calibration": [
        right('share_women = 0.575\nband_says = "Score-too-low"'),
        mistake(
            "03-calibration-score",
            'share_women = 0.448\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-other-group", 'share_women = 316 / 679\nband_says = "score-too-low"', points=0.5
        ),
        mistake("03-whole-set", 'share_women = 381 / 792\nband_says = "score-too-low"', points=0.5),
        mistake(
            "03-calibration-of-eligible",
            'share_women = 65 / 590\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-of-women",
            'share_women = 65 / 5421\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-turned",
            'share_women = 113 / 65\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-of-band-eligible",
            'share_women = 65 / 381\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-person",
            'share_women = 65 / 113\nband_says = "right-for-each"',
            points=0.5,
        ),
        mistake(
            "03-calibration-accuracy",
            'share_women = 65 / 113\nband_says = "accuracy-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-groups",
            'share_women = 65 / 113\nband_says = "calibrated"',
            points=0.5,
        ),
        mistake(
            "form-complement", 'share_women = 48 / 113\nband_says = "score-too-low"', points=0.5
        ),
        # Wrong ideas and other forms, written before the check was read again.
        mistake(
            "03-calibration-women",
            'share_women = 113 / 792\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-gap",
            'share_women = 65 / 113 - 0.448\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-mean-of-groups",
            'share_women = (65 / 113 + 316 / 679) / 2\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-both-rows",
            'share_women = 65 / 792\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "form-range",
            'share_women = 65\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "form-range",
            'share_women = 0.575 / 0.448\nband_says = "score-too-low"',
            points=0.5,
        ),
        mistake(
            "03-calibration-otherwise",
            'share_women = 0.45\nband_says = "score-too-low"',
            points=0.5,
        ),
        right(
            "from fractions import Fraction\n"
            "share_women = Fraction(65, 113)\n"
            'band_says = "score too low"',
        ),
        right(
            'group = band[band["sex"] == "Female"]\n'
            'share_women = group["eligible"].mean()\n'
            'band_says = "score_too_low."',
        ),
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
            "03-stand-in-read",
            'overlooked = "debts"\nfirst_step = "read-each-row"',
            points=0.5,
        ),
        mistake(
            "03-stand-in-equal",
            'overlooked = "debts"\nfirst_step = "same-accuracy"',
            points=0.5,
        ),
        # Wrong ideas and other forms, written before the check was read again.
        right(
            'overlooked = "“debts”"\nfirst_step = "record need"',
        ),
    ],
    "uplift": [
        right('through_call = 75\ncall_next = "Middle scores"'),
        right('through_call = 500 * (225 / 500 - 150 / 500)\ncall_next = "middle_scores"'),
        mistake(
            "03-uplift-anyway",
            'through_call = 225\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-without",
            'through_call = 150\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-other-row",
            'through_call = 430 - 410\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-both",
            'through_call = 225 - 150 + 430 - 410\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-difference",
            'through_call = 75 - 20\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-sum",
            'through_call = 225 + 150\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-not-joined",
            'through_call = 500 - 225\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-percent",
            'through_call = 100 * 225 / 500 - 100 * 150 / 500\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-relative",
            'through_call = 100 * 225 / 150 - 100\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-sign",
            'through_call = 150 - 225\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "form-whole-share",
            'through_call = 225 / 500 - 150 / 500\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-otherwise",
            'through_call = 350\ncall_next = "middle-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-high",
            'through_call = 75\ncall_next = "high-scores"',
            points=0.5,
        ),
        mistake(
            "03-uplift-alike",
            'through_call = 75\ncall_next = "both-alike"',
            points=0.5,
        ),
        mistake(
            "03-uplift-nobody",
            'through_call = 75\ncall_next = "letters-only"',
            points=0.5,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-new-people": [
        right('ask_first = "new-people"'),
        mistake("03-quick-checked", 'ask_first = "checked-twice"'),
        mistake("03-accuracy-alone", 'ask_first = "price-next"'),
        mistake("03-quick-other-vendor", 'ask_first = "other-vendor"'),
        right(
            'ask_first = "new people"',
        ),
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
        mistake(
            "03-share-turned",
            "recall_strict = 3846 / 606",
        ),
        mistake(
            "form-range",
            "recall_strict = 606",
        ),
        mistake(
            "form-complement",
            "recall_strict = 3240 / 3846",
        ),
        mistake(
            "03-quick-calls",
            "recall_strict = 920 / 3846",
        ),
        right(
            "from fractions import Fraction\nrecall_strict = Fraction(606, 3846)",
        ),
    ],
    "quick-cost": [
        right("threshold_19 = 1 / 20"),
        right("threshold_19 = 0.05"),
        mistake("03-cost-inverted", "threshold_19 = 19 / 20"),
        mistake("03-cost-ratio", "threshold_19 = 1 / 19"),
        mistake("03-half-by-habit", "threshold_19 = 0.5"),
        mistake("form-percent", "threshold_19 = 5"),
        mistake(
            "03-cost-otherwise",
            "threshold_19 = 1 / 18",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold_19 = 19",
        ),
        mistake(
            "03-cost-otherwise",
            "threshold_19 = 18 / 20",
        ),
        right(
            "threshold_19 = 1 / (1 + 19)",
        ),
    ],
    "quick-chance": [
        right('report_says = "within-chance"'),
        mistake("03-chance-better", 'report_says = "vendor-better"'),
        mistake("03-chance-equal", 'report_says = "equal"'),
        mistake("03-chance-never", 'report_says = "never-compare"'),
        right(
            'report_says = "within_chance"',
        ),
    ],
}
