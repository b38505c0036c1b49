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


def within(
    home="~high_risk",
    metrics="selection_rate",
    y_true="home",
    y_pred="home",
    sensitive="group",
    control="part",
    end="ratio()",
):
    """The function of the reference with another argument, or another end."""
    controlled = f", control_features={control}" if control else ""
    return (
        "def home_ratios(high_risk, group, part):\n"
        f"    home = {home}\n"
        f"    at_home = MetricFrame(metrics={metrics}, y_true={y_true}, y_pred={y_pred},\n"
        f"                          sensitive_features={sensitive}{controlled})\n"
        f"    return at_home.{end}\n"
    )


def by_hand(returned, shares="shares"):
    """The function without MetricFrame, from the number and the share at home of each group."""
    return (
        "def home_ratios(high_risk, group, part):\n"
        "    cells = (~high_risk).groupby([part, group])\n"
        "    counts, shares = cells.sum().unstack(), cells.mean().unstack()\n"
        f"    shares = {shares}\n"
        f"    return {returned}\n"
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
        mistake("form-one-column", "high_risk = people"),
        mistake("form-marks", 'high_risk = people["score_text"]'),
        # Marked by either of the two scores.
        mistake(
            "06-wrong-score",
            'high_risk = (people["score_text"] != "Low") | (people["v_score_text"] != "Low")',
        ),
        # Takes the outcome for the mark.
        mistake(
            "06-outcome-for-mark",
            'high_risk = people["two_year_recid"] == 1',
        ),
        # Above the mean score of one's own race.
        mistake(
            "06-high-number",
            'high_risk = people["decile_score"] > people.groupby("race", '
            'observed=True)["decile_score"].transform("mean")',
        ),
        # The upper half of the people by rank.
        mistake(
            "06-high-number",
            'high_risk = people["decile_score"].rank(method="first") > len(people) / 2',
        ),
        # Medium only: 'higher', but not the highest.
        mistake(
            "06-cut",
            'high_risk = people["score_text"] == "Medium"',
        ),
        # Marks in the order of the scores (plain array).
        mistake(
            "06-high-order",
            'high_risk = (people.sort_values("decile_score")["score_text"] != "Low").to_numpy()',
        ),
        # Marks of a table sorted by race, index reset.
        mistake(
            "06-high-order",
            'high_risk = people.sort_values("race", '
            'kind="stable").reset_index(drop=True)["score_text"] != "Low"',
        ),
        # Right marks read backwards.
        mistake(
            "06-high-order",
            'high_risk = (people["score_text"] != "Low").to_numpy()[::-1]',
        ),
        # The right number of marks, by chance.
        mistake(
            "06-high-order",
            'high_risk = np.random.default_rng(0).permutation(people["score_text"] != "Low")',
        ),
        # Three or more earlier offences.
        mistake(
            "06-high-number",
            'high_risk = people["priors_count"] >= 3',
        ),
        # Map with a dictionary.
        right(
            'high_risk = people["score_text"].map({"Low": False, "Medium": True, "High": '
            "True}).astype(bool)"
        ),
        # Nullable boolean, no gap.
        right('high_risk = (people["decile_score"] >= 5).astype("boolean")'),
        # Eval.
        right('high_risk = people.eval("decile_score > 4")'),
        # Np.where with np.bool.
        right('high_risk = np.where(people["score_text"] == "Low", False, True)'),
        # Category codes, object column of bool.
        right('high_risk = (people["score_text"].cat.codes > 0).astype(object)'),
        # A table of one column.
        mistake(
            "form-one-column",
            'high_risk = people[["decile_score"]] > 4',
        ),
        # A gap where the text says Low.
        mistake(
            "form-marks-missing",
            'high_risk = people["score_text"].astype(str).map({"Medium": True, "High": '
            'True}).astype("boolean")',
        ),
        # The marks sorted by score, as a list.
        mistake(
            "06-high-order",
            'high_risk = sorted(people["score_text"] != "Low")',
        ),
        # Low with more than ten earlier offences counts as high.
        mistake(
            "06-high-number",
            'high_risk = (people["score_text"] != "Low") | ((people["score_text"] == "Low") '
            '& (people["priors_count"] > 10))',
        ),
        # First 3317 rows.
        mistake(
            "06-high-order",
            "high_risk = people.index < 3317",
        ),
        # Two marks turned round.
        mistake(
            "06-high-number",
            'high_risk = (people["score_text"] != "Low").to_numpy().copy()\n'
            "high_risk[0] = ~high_risk[0]\n"
            "high_risk[1] = ~high_risk[1]",
        ),
        # Series sorted, index kept.
        mistake(
            "06-high-order",
            'high_risk = people.sort_values("decile_score")["decile_score"] > 4',
        ),
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
        # Everybody but Hispanic defendants.
        mistake(
            "06-other-group",
            'g = people[people["race"] != "Hispanic"]\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # Hispanic men only.
        mistake(
            "06-one-sex",
            'g = people[(people["race"] == "Hispanic") & (people["sex"] == "Male")]\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # Shares of the group instead of counts.
        mistake(
            "form-whole-share",
            "n = 637\ntn, fp, fn, tp = 318 / n, 87 / n, 129 / n, 103 / n",
        ),
        # Margins: each asked without the other condition.
        mistake(
            "06-condition-missing",
            'g = people[people["race"] == "Hispanic"]\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp, fn, tp = (~c).sum(), m.sum(), (~m).sum(), c.sum()",
        ),
        # True means charged, false means not (mark ignored in the name).
        mistake(
            "06-another-case",
            'g = people[people["race"] == "Hispanic"]\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp, fn, tp = (c & ~m).sum(), (~c & m).sum(), (~c & ~m).sum(), (c & m).sum()",
            points=1,
        ),
        # Ravel unpacked as tp, fp, fn, tn.
        mistake(
            "06-another-case",
            "from sklearn.metrics import confusion_matrix\n"
            'g = people[people["race"] == "Hispanic"]\n'
            "m = high_risk[g.index]\n"
            'tp, fp, fn, tn = confusion_matrix(g["two_year_recid"], m).ravel()',
            points=1,
        ),
        # Cut at 4 and above.
        mistake(
            "06-cut",
            'g = people[people["race"] == "Hispanic"]\n'
            'm = g["decile_score"] >= 4\n'
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # Violence score.
        mistake(
            "06-wrong-score",
            'g = people[people["race"] == "Hispanic"]\n'
            'm = g["v_score_text"] != "Low"\n'
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # Hispanic and Other together.
        mistake(
            "06-wrong-count",
            'g = people[people["race"].isin(["Hispanic", "Other"])]\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # Each count once per cell of earlier offences: unique rows.
        mistake(
            "06-wrong-count",
            'g = people[people["race"] == "Hispanic"].drop_duplicates()\n'
            "m = high_risk[g.index]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp = (~c & ~m).sum(), (~c & m).sum()\n"
            "fn, tp = (c & ~m).sum(), (c & m).sum()",
        ),
        # False positive and true negative exchanged.
        mistake(
            "06-another-case",
            "tn, fp, fn, tp = 87, 318, 129, 103",
            points=1,
        ),
        # Groupby size.
        right(
            'size = people[people["race"] == '
            '"Hispanic"].assign(h=high_risk).groupby(["two_year_recid", "h"]).size()\n'
            "(tn, fp), (fn, tp) = size[0], size[1]"
        ),
        # Plain loop.
        right(
            "tn = fp = fn = tp = 0\n"
            'for race, c, h in zip(people["race"], people["two_year_recid"], high_risk):\n'
            '    if race == "Hispanic":\n'
            "        tn += (not c) and (not h)\n"
            "        fp += (not c) and h\n"
            "        fn += c and not h\n"
            "        tp += c and h"
        ),
        # Query and len.
        right(
            "g = people.assign(h=high_risk).query(\"race == 'Hispanic'\")\n"
            'tn = len(g.query("two_year_recid == 0 and not h"))\n'
            'fp = len(g.query("two_year_recid == 0 and h"))\n'
            'fn = len(g.query("two_year_recid == 1 and not h"))\n'
            'tp = len(g.query("two_year_recid == 1 and h"))'
        ),
        # SQL.
        right(
            "import sqlite3\n"
            'con = sqlite3.connect(":memory:")\n'
            'people.assign(h=high_risk).astype({"race": str, "h": int})[["race", '
            '"two_year_recid", "h"]].to_sql("p", con)\n'
            "q = \"select count(*) from p where race = 'Hispanic' and two_year_recid = ? and "
            'h = ?"\n'
            "tn, fp, fn, tp = (con.execute(q, pair).fetchone()[0] for pair in [(0, 0), (0, "
            "1), (1, 0), (1, 1)])"
        ),
        # Floats from weights.
        right("tn, fp, fn, tp = 318.0, np.float64(87), np.int16(129), np.array(103)"),
        # Rows of the group renumbered, marks of the first rows of the table.
        mistake(
            "06-wrong-count",
            'g = people[people["race"] == "Hispanic"].reset_index(drop=True)\n'
            "m = high_risk.iloc[:len(g)]\n"
            'c = g["two_year_recid"] == 1\n'
            "tn, fp, fn, tp = (~c & ~m).sum(), (~c & m).sum(), (c & ~m).sum(), (c & m).sum()",
        ),
        # Per cent of group.
        mistake(
            "06-wrong-count",
            "tn, fp, fn, tp = 50, 14, 20, 16",
        ),
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
        # Overall error for both: wrong marks of all people.
        mistake(
            "06-all-errors",
            "n = tn + fp + fn + tp\nfpr = fnr = (fp + fn) / n",
        ),
        # Divided by the other row: fp by those not marked.
        mistake(
            "06-fpr-not-marked",
            "fpr = fp / (tn + fn)\nfnr = fn / (tp + fp)",
        ),
        # The lesson's White defendants.
        mistake(
            "06-other-group",
            "fpr = 349 / (349 + 1139)\nfnr = 461 / (461 + 505)",
        ),
        # Mean of the rates of women and of men.
        mistake(
            "06-mean-of-rates",
            "fpr = (7 / 70 + 80 / 335) / 2\n"
            'fnr = np.mean([(~high_risk[people["race"].eq("Hispanic") & people["sex"].eq(s) '
            '& people["two_year_recid"].eq(1)]).mean() for s in ("Female", "Male")])',
        ),
        # Out of all people not charged, of every group.
        mistake(
            "06-all-groups-below",
            'fpr = fp / (people["two_year_recid"] == 0).sum()\n'
            'fnr = fn / (people["two_year_recid"] == 1).sum()',
        ),
        # How often a mark is right: precision and its fellow.
        mistake(
            "06-ppv-for-fpr",
            "fpr = tp / (tp + fp)\nfnr = tn / (tn + fn)",
        ),
        # False negatives out of the errors.
        mistake(
            "06-fnr-of-errors",
            "fpr = fp / (fp + tn)\nfnr = fn / (fn + fp)",
            points=1,
        ),
        # Turned upside down.
        mistake(
            "06-upside-down",
            "fpr = (fp + tn) / fp\nfnr = (fn + tp) / fn",
        ),
        # Whole-number division.
        mistake(
            "06-rate-zero",
            "fpr = fp // (fp + tn)\nfnr = fn // (fn + tp)",
        ),
        # Black defendants.
        mistake(
            "06-other-group",
            "fpr = 805 / (805 + 990)\nfnr = 532 / (532 + 1369)",
        ),
        # Scikit-learn recall.
        right(
            "from sklearn.metrics import recall_score\n"
            'g = people["race"] == "Hispanic"\n'
            'y = people.loc[g, "two_year_recid"]\n'
            "fpr = 1 - recall_score(y, high_risk[g], pos_label=0)\n"
            "fnr = 1 - recall_score(y, high_risk[g])"
        ),
        # Fairlearn on the subset.
        right(
            'g = people["race"] == "Hispanic"\n'
            'fpr = false_positive_rate(people.loc[g, "two_year_recid"], high_risk[g])\n'
            'fnr = false_negative_rate(people.loc[g, "two_year_recid"], high_risk[g])'
        ),
        # Fraction and Decimal.
        right(
            "from fractions import Fraction\n"
            "from decimal import Decimal\n"
            "fpr = Fraction(87, 405)\n"
            "fnr = Decimal(129) / Decimal(232)"
        ),
        # Crosstab normalised by row.
        right(
            'g = people["race"] == "Hispanic"\n'
            't2 = pd.crosstab(people.loc[g, "two_year_recid"], high_risk[g], '
            'normalize="index")\n'
            "fpr = t2.loc[0, True]\n"
            "fnr = t2.loc[1, False]"
        ),
        # Likelihood ratio.
        mistake(
            "06-fpr-otherwise",
            "fpr = (fp / (fp + tn)) / (tp / (tp + fn))\nfnr = (fn / (fn + tp)) / (tn / (tn + fp))",
        ),
        # Miss rate as one minus the false positive rate.
        mistake(
            "06-fnr-otherwise",
            "fpr = fp / (fp + tn)\nfnr = 1 - fp / (fp + tn)",
            points=1,
        ),
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
            "06-frame-one-metric",
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
        # High only as the mark.
        mistake(
            "06-cut",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=people["score_text"] == "High",\n'
            '    sensitive_features=people["race"])',
        ),
        # By age group.
        mistake(
            "06-frame-groups",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["age_cat"])',
        ),
        # Outcome turned round.
        mistake(
            "06-frame-other-outcome",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=1 - people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=2 / 3,
        ),
        # Marks turned round.
        mistake(
            "06-frame-rightly",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=~high_risk,\n'
            '    sensitive_features=people["race"])',
        ),
        # Races in another order than the people.
        mistake(
            "06-frame-otherwise",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"].sort_values().to_numpy())',
        ),
        # Black and White only.
        mistake(
            "06-frame-groups",
            'two = people["race"].isin(["African-American", "Caucasian"])\n'
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people.loc[two, "two_year_recid"], y_pred=high_risk[two],\n'
            '    sensitive_features=people.loc[two, "race"].astype(str))',
        ),
        # The filtered 6,172.
        mistake(
            "06-filtered",
            'k = people["days_b_screening_arrest"].between(-30, 30)\n'
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people.loc[k, "two_year_recid"], y_pred=high_risk[k],\n'
            '    sensitive_features=people.loc[k, "race"])',
        ),
        # True rates under the names of the false ones.
        mistake(
            "06-frame-rightly",
            "from fairlearn.metrics import true_negative_rate, true_positive_rate\n"
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": true_negative_rate,\n'
            '             "false_negative_rate": true_positive_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=2 / 3,
        ),
        # Selection rate of the outcome.
        mistake(
            "06-frame-base",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": lambda y_true, y_pred: np.mean(y_true),\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=4 / 3,
        ),
        # Precision for the false positive rate.
        mistake(
            "06-frame-flagged",
            "from sklearn.metrics import precision_score\n"
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": lambda y, h: 1 - precision_score(y, h),\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])',
            points=4 / 3,
        ),
        # Split by sex as control feature.
        mistake(
            "06-frame-groups",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"], control_features=people["sex"])',
        ),
        # The scores 0/1 of the violence score.
        mistake(
            "06-wrong-score",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=people["v_decile_score"] >= 5,\n'
            '    sensitive_features=people["race"])',
        ),
        # The first 5,000 rows only.
        mistake(
            "06-frame-otherwise",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"][:5000], y_pred=high_risk[:5000],\n'
            '    sensitive_features=people["race"][:5000])',
        ),
        # More metrics than asked.
        right(
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate, "accuracy": lambda y, '
            "h: np.mean(np.asarray(y) == np.asarray(h))},\n"
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])'
        ),
        # Feature as a list, marks as 0 and 1.
        right(
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"] == 1, y_pred=high_risk.astype(int),\n'
            '    sensitive_features=list(people["race"]))'
        ),
        # Feature as a dictionary.
        right(
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features={"race": people["race"]})'
        ),
        # Rows shuffled together.
        right(
            "q = people.sample(frac=1, random_state=3)\n"
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=q["two_year_recid"], y_pred=high_risk[q.index],\n'
            '    sensitive_features=q["race"])'
        ),
        # Own functions with numpy.
        right(
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": lambda y, h: np.mean(h),\n'
            '             "false_positive_rate": lambda y, h: '
            "np.mean(np.asarray(h)[np.asarray(y) == 0]),\n"
            '             "false_negative_rate": lambda y, h: 1 - '
            "np.mean(np.asarray(h)[np.asarray(y) == 1])},\n"
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"])'
        ),
        # Selection rate weighted by earlier offences.
        mistake(
            "06-frame-otherwise",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"], sample_params={"selection_rate": '
            '{"sample_weight": people["priors_count"] + 1}})',
            points=4 / 3,
        ),
        # Marks by lottery.
        mistake(
            "06-frame-otherwise",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], '
            "y_pred=np.random.default_rng(1).permutation(high_risk),\n"
            '    sensitive_features=people["race"])',
        ),
        # Black and White exchanged.
        mistake(
            "06-frame-otherwise",
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            '    sensitive_features=people["race"].astype(str).replace({"African-American": '
            '"Caucasian", "Caucasian": "African-American"}))',
        ),
        # Half of the Hispanic defendants counted as Other.
        mistake(
            "06-frame-rows",
            'r = people["race"].astype(str).copy()\n'
            'r[(r == "Hispanic") & (people.index % 2 == 0)] = "Other"\n'
            "frame = MetricFrame(\n"
            '    metrics={"selection_rate": selection_rate,\n'
            '             "false_positive_rate": false_positive_rate,\n'
            '             "false_negative_rate": false_negative_rate},\n'
            '    y_true=people["two_year_recid"], y_pred=high_risk,\n'
            "    sensitive_features=r)",
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
        # Between men and women.
        mistake(
            "06-gap-other-pair",
            "gap = 994 / (994 + 2072) - 288 / (288 + 609)",
        ),
        # Black against everybody who is not Black.
        mistake(
            "06-gap-to-rest",
            'b = people["race"] == "African-American"\n'
            'n = people["two_year_recid"] == 0\n'
            "gap = high_risk[b & n].mean() - high_risk[~b & n].mean()",
        ),
        # In per cent of the White rate.
        mistake(
            "06-gap-relative",
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r["African-American"] / r["Caucasian"] - 1',
        ),
        # Black against Hispanic.
        mistake(
            "06-gap-other-pair",
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r["African-American"] - r["Hispanic"]',
        ),
        # Out of all people of each group.
        mistake(
            "06-gap-everybody",
            "gap = 805 / 3696 - 349 / 2454",
        ),
        # Mean of the gaps of both errors.
        mistake(
            "06-gap-mean",
            "gap = ((805 / 1795 - 349 / 1488) + (461 / 966 - 532 / 1901)) / 2",
        ),
        # Rates rounded before subtracting, other way round.
        mistake(
            "06-gap-rounded-first",
            "gap = round(349 / 1488, 2) - round(805 / 1795, 2)",
        ),
        # Rates rounded to three decimals, which the tolerance covers.
        right("gap = round(805 / 1795, 3) - round(349 / 1488, 3)"),
        # Gap of precision.
        mistake(
            "06-gap-precision",
            "gap = 1369 / (1369 + 805) - 505 / (505 + 349)",
        ),
        # Only the marks High.
        mistake(
            "06-cut",
            'b = people["race"] == "African-American"\n'
            'w = people["race"] == "Caucasian"\n'
            'n = people["two_year_recid"] == 0\n'
            'h = people["score_text"] == "High"\n'
            "gap = h[b & n].mean() - h[w & n].mean()",
        ),
        # The rate of Black defendants itself.
        mistake(
            "06-gap-one-rate",
            'r = frame.by_group["false_positive_rate"]\ngap = r["African-American"]',
        ),
        # Equalized odds difference of the two (largest of both).
        mistake(
            "06-tiny-groups",
            "from fairlearn.metrics import equalized_odds_difference\n"
            'gap = equalized_odds_difference(people["two_year_recid"], high_risk, '
            'sensitive_features=people["race"])',
        ),
        # Absolute value.
        right(
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = abs(r["Caucasian"] - r["African-American"])'
        ),
        # Largest minus smallest of the two.
        right(
            'r = frame.by_group["false_positive_rate"]\n'
            'two = r[["African-American", "Caucasian"]]\n'
            "gap = two.max() - two.min()"
        ),
        # Series.diff, last value.
        right(
            'r = frame.by_group["false_positive_rate"]\n'
            'gap = r.loc[["Caucasian", "African-American"]].diff().iloc[-1]'
        ),
        # Ptp of an array.
        right(
            'gap = np.ptp(frame.by_group.loc[["Caucasian", "African-American"], '
            '"false_positive_rate"].to_numpy())'
        ),
        # Points, rounded before subtracting.
        mistake(
            "06-gap-points",
            "gap = 45 - 23",
        ),
        # Points.
        mistake(
            "06-gap-points",
            "gap = 21",
        ),
        # The rates read from the lesson's table, subtracted.
        mistake(
            "06-gap-rounded-first",
            "gap = 0.45 - 0.23",
        ),
        # Two decimals.
        mistake(
            "form-rounded",
            "gap = 0.21",
        ),
        # Logarithm of the ratio.
        mistake(
            "06-gap-otherwise",
            "gap = np.log(805/1795) - np.log(349/1488)",
        ),
        # Squared.
        mistake(
            "06-gap-otherwise",
            "gap = (805/1795) ** 2 - (349/1488) ** 2",
        ),
        # Standard deviation of the two rates.
        mistake(
            "06-gap-otherwise",
            "gap = np.std([805/1795, 349/1488])",
        ),
        # Relative to Black rate.
        mistake(
            "06-gap-otherwise",
            "gap = 1 - (349/1488)/(805/1795)",
        ),
    ],
    "smallest-group": [
        right('smallest_group = " Native-American "'),
        mistake("06-smallest-asian", 'smallest_group = "asian"'),
        mistake("06-smallest-other", 'smallest_group = "other"'),
        mistake("06-smallest-hispanic", 'smallest_group = "hispanic"'),
        mistake("06-smallest-white", 'smallest_group = "white"'),
        mistake("06-smallest-black", 'smallest_group = "black"'),
        mistake("form-option", "smallest_group = 8"),
        # Underscore.
        right('smallest_group = "native_american"'),
        # As the table writes it.
        right('smallest_group = "Native American"'),
        # Curly quotation marks inside.
        right('smallest_group = "“native-american”"'),
    ],
    "interval-meaning": [
        right('interval_means = "Repeated-Draws"'),
        mistake("06-ci-people", 'interval_means = "people-inside"'),
        mistake("06-ci-certain", 'interval_means = "certain"'),
        mistake("06-ci-bias", 'interval_means = "no-bias"'),
        # Full stop and hyphen that does not break.
        right('interval_means = "repeated\\u2011draws."'),
    ],
    "ratio-within": [
        # A measure with a name: the ratios come as a table of one column.
        right(within(metrics='{"selection_rate": selection_rate}')),
        # The outcome of another column, which the selection rate does not read.
        right(within(y_true="high_risk")),
        # Not `~high_risk` but the comparison with False.
        right(within(home="high_risk == False")),
        # By hand with groupby.
        right(by_hand("shares.min(axis=1) / shares.max(axis=1)")),
        # As a dictionary, without MetricFrame.
        right(by_hand("{name: row.min() / row.max() for name, row in shares.iterrows()}")),
        # As a list and as an array, in the order of the parts.
        right(by_hand("list(shares.min(axis=1) / shares.max(axis=1))")),
        right(by_hand("(shares.min(axis=1) / shares.max(axis=1)).to_numpy()")),
        # A pivot table of shares marked.
        right(
            "def home_ratios(high_risk, group, part):\n"
            '    file = pd.DataFrame({"m": high_risk.astype(float), "g": group, "p": part})\n'
            '    shares = 1 - file.pivot_table(index="p", columns="g", values="m")\n'
            "    return shares.min(axis=1) / shares.max(axis=1)"
        ),
        # A table of shares of rows.
        right(
            "def home_ratios(high_risk, group, part):\n"
            "    table = pd.crosstab([part, group], high_risk, normalize='index')[False]\n"
            "    return table.groupby(level=0).min() / table.groupby(level=0).max()"
        ),
        # The lowest and the highest of a MetricFrame.
        right(within(end="group_min() / at_home.group_max()")),
        # Highest by lowest, turned round.
        right(within(end="group_max().rdiv(at_home.group_min())")),
        # The ratio of the marked, as the lesson has it where 1 is the mark.
        mistake("06-within-marked", within(home="high_risk")),
        # `y_true` is turned round, `y_pred` is not.
        mistake("06-within-marked", within(y_pred="high_risk")),
        mistake("06-within-marked", by_hand("(1 - shares).max(axis=1) / (1 - shares).min(axis=1)")),
        # The highest by the lowest.
        mistake("06-within-inverted", within(end="group_max() / at_home.group_min()")),
        mistake("06-within-difference", within(end="difference()")),
        mistake("06-within-difference", within(end='difference(method="to_overall")')),
        mistake("06-within-to-overall", within(end='ratio(method="to_overall")')),
        mistake("06-within-one-share", within(end="group_min()")),
        mistake("06-within-one-share", within(end="group_max()")),
        mistake("06-within-one-share", within(end="overall")),
        mistake("06-within-rates", within(end="by_group")),
        mistake("06-within-rates", by_hand("shares")),
        mistake("06-within-frame", within(end="").replace("at_home.\n", "at_home\n")),
        # Group and part have changed places.
        mistake("06-within-swapped", within(sensitive="part", control="group")),
        # The whole file, without parts.
        mistake("06-within-whole", within(control=None)),
        # Both columns make groups, and nothing is held apart.
        mistake(
            "06-within-crossed",
            within(sensitive='pd.DataFrame({"g": group, "p": part})', control=None),
        ),
        # The parts become groups, and the groups are not used.
        mistake("06-within-parts", within(sensitive="part", control=None)),
        mistake("06-within-lowest", within(end="ratio().min()")),
        # The mean of the two ratios.
        mistake("06-within-each-part", within(end="ratio().mean()")),
        # Among those who wait at home, all wait at home; no error is made.
        mistake("06-within-other-rate", within(metrics="precision_score")),
        mistake("06-within-nan", within(metrics="false_positive_rate")),
        mistake("06-within-nan", within(metrics="false_negative_rate")),
        # The names of the lesson's groups, of which the file has none.
        *(
            mistake(
                "06-within-no-row",
                within(home=f"~high_risk[group.isin({names})]")
                .replace("=group", f"=group[group.isin({names})]")
                .replace("=part", f"=part[group.isin({names})]"),
            )
            for names in (["African-American", "Caucasian"], ["Black", "White"])
        ),
        mistake("form-error", within(home="not high_risk")),
        # Numbers of people, not shares.
        mistake(
            "06-within-counts",
            by_hand("counts.min(axis=1) / counts.max(axis=1)"),
        ),
        # The first group by the last, and the last by the first.
        mistake("06-within-places", by_hand("shares.iloc[:, 0] / shares.iloc[:, -1]")),
        mistake("06-within-places", by_hand("shares.iloc[:, -1] / shares.iloc[:, 0]")),
        mistake("06-within-places", by_hand("shares.iloc[:, 0] / shares.iloc[:, 1]")),
        mistake("06-within-places", by_hand("shares.iloc[:, 1] / shares.iloc[:, 0]")),
        # At home against marked.
        mistake(
            "06-within-odds",
            by_hand("(shares / (1 - shares)).min(axis=1) / (shares / (1 - shares)).max(axis=1)"),
        ),
        mistake("06-within-mean", by_hand("shares.min(axis=1) / shares.mean(axis=1)")),
        mistake("06-within-mean", by_hand("shares.mean(axis=1) / shares.max(axis=1)")),
        # One minus the ratio: by how much the lowest is below the highest.
        mistake("form-complement", within(end="ratio().rsub(1)")),
        mistake("form-percent", within(end="ratio() * 100")),
        mistake("form-rounded", within(end="ratio().round(2)")),
        # The groups of the lesson.
        mistake(
            "form-error",
            "def home_ratios(high_risk, group, part):\n"
            "    shares = (~high_risk).groupby([part, group]).mean().unstack()\n"
            '    return shares["African-American"] / shares["Caucasian"]',
        ),
        # The columns of the notebook in place of the arguments.
        mistake("function-ignores", within(sensitive='people["race"]')),
        mistake("function-outside", within(y_true="~charged")),
        # The selection of the lesson is left in.
        mistake("form-error", within(home="~high_risk[two]")),
        # Hard-coded: the ratios of the lesson.
        mistake(
            "function-ignores",
            "def home_ratios(high_risk, group, part):\n"
            '    return pd.Series({"F": 0.646087, "M": 0.645311})',
        ),
        # Right for groups that come in the order of the example only.
        mistake("06-within-one-part", by_hand('shares["b"] / shares["c"]', "shares.loc[:, :]")),
        # Right for the visible file, and for no other.
        mistake(
            "06-within-hidden",
            by_hand(
                "{name: min(row[:3]) / max(row[:3]) for name, row in zip(shares.index, shares.values)}"
            ),
        ),
        mistake("form-return", within().replace("return at_home", "at_home")),
        mistake("form-function", "home_ratios = 0.65"),
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
        # Capitals and spaces.
        right('claim_quantity = "Predictive value"\nclaim_follows = "errors may differ"'),
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
        # Share of those not charged who are not marked.
        mistake(
            "06-forced-complement",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return 1 - base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)",
        ),
        # Numbers of exercise 2, arguments unused.
        mistake(
            "function-ignores",
            "def forced_fpr(base_rate, ppv, fnr):\n    return 87 / (87 + 318)",
        ),
        # Answer in per cent.
        mistake(
            "06-forced-percent",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return 100 * base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)",
        ),
        # False positives out of all people.
        mistake(
            "06-forced-odds",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate * (1 - fnr) * (1 - ppv) / ppv",
        ),
        # Precision where the miss rate belongs.
        mistake(
            "06-forced-exchange",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - fnr) / fnr * (1 - ppv)",
        ),
        # Misses added: 1 + fnr.
        mistake(
            "06-forced-fnr-plus",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 + fnr)",
        ),
        # Rounded inside.
        mistake(
            "06-forced-rounded",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return round(base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr), 1)",
        ),
        # Arguments in another order.
        mistake(
            "06-forced-order",
            "def forced_fpr(ppv, base_rate, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)",
        ),
        # Base rate of White defendants fixed.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    p = 966 / 2454\n"
            "    return p / (1 - p) * (1 - ppv) / ppv * (1 - fnr)",
        ),
        # Miss rate of White defendants fixed.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - 461 / 966)",
        ),
        # Precision of White defendants fixed.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    v = 505 / 854\n"
            "    return base_rate / (1 - base_rate) * (1 - v) / v * (1 - fnr)",
        ),
        # Share of the errors among marks, base rate left out.
        mistake(
            "06-forced-no-base",
            "def forced_fpr(base_rate, ppv, fnr):\n    return (1 - ppv) / ppv * (1 - fnr)",
        ),
        # Thousand people.
        right(
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    charged = 1000 * base_rate\n"
            "    tp = charged - fnr * charged\n"
            "    marked = tp / ppv\n"
            "    return (marked - tp) / (1000 - charged)"
        ),
        # Bayes' rule, written as odds.
        right(
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    odds = base_rate / (1 - base_rate)\n"
            "    return np.float64(odds * (1 - fnr) / (ppv / (1 - ppv))) if ppv < 1 else 0.0"
        ),
        # Array with one value.
        right(
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    a = np.array(base_rate)\n"
            "    return a / (1 - a) * (1 - ppv) / ppv * (1 - fnr)"
        ),
        # Fraction.
        right(
            "from fractions import Fraction\n"
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    p, v, n = map(Fraction, (base_rate, ppv, fnr))\n"
            "    return p / (1 - p) * (1 - v) / v * (1 - n)"
        ),
        # Square root.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return (base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)) ** 0.5",
        ),
        # Never above 0.3.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return min(0.3, base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr))",
        ),
        # Second factor cancels out.
        mistake(
            "06-forced-no-ppv",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * (1 - ppv) / (1 - ppv) * (1 - fnr)",
        ),
        # Second factor right for one precision only.
        mistake(
            "06-forced-otherwise",
            "def forced_fpr(base_rate, ppv, fnr):\n"
            "    return base_rate / (1 - base_rate) * ((1 - ppv) + ppv / 9 * 0 + 0.2666667) "
            "* (1 - fnr)",
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
            "06-decides-all",
            'harmful_error = "false-positive"\nwho_decides = "all-agree"',
            points=1,
        ),
        mistake(
            "06-decides-judge",
            'harmful_error = "false-positive"\nwho_decides = "judge-each-case"',
            points=1,
        ),
        # Underscores.
        right('harmful_error = "false_positive"\nwho_decides = "public_body_in_advance"'),
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
        # Share of the marks that were wrong.
        mistake(
            "06-precision-wrong-marks",
            "precision_white = 349 / (349 + 505)",
        ),
        # Overall accuracy.
        mistake(
            "06-accuracy-for-precision",
            "precision_white = (505 + 1139) / 2454",
        ),
        # Charged again among those not marked.
        mistake(
            "06-precision-not-marked",
            "precision_white = 461 / (461 + 1139)",
        ),
        # Not charged among those not marked.
        mistake(
            "06-precision-not-marked",
            "precision_white = 1139 / (461 + 1139)",
        ),
        # Share marked.
        mistake(
            "06-selection-for-precision",
            "precision_white = 854 / 2454",
        ),
        # Base rate.
        mistake(
            "06-base-for-precision",
            "precision_white = 966 / 2454",
        ),
        # Of all with a mark or a charge.
        mistake(
            "06-precision-otherwise",
            "precision_white = 505 / (505 + 349 + 461)",
        ),
        # Miss rate.
        mistake(
            "06-fnr-for-precision",
            "precision_white = 461 / (461 + 505)",
        ),
        # Upside down.
        mistake(
            "form-range",
            "precision_white = (505 + 349) / 505",
        ),
        # Text free fraction.
        right("from fractions import Fraction\nprecision_white = Fraction(505, 854)"),
        # Two steps, numpy.
        right("import numpy as np\nprecision_white = np.divide(505, np.add(505, 349))"),
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
