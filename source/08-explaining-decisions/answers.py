"""Other right answers to module 08, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own: the cells
between the exercises make the fund's score, so nothing has to stand in for another exercise.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

GROUP = 'group = loans[loans["savings"] == "unknown or no savings account"]\n'


def shuffler(body: str) -> str:
    """The function of exercise 4 with this body."""
    lines = "\n".join("    " + line for line in body.splitlines())
    return "def importance(quality, table, column, seed=0):\n" + lines


def spanish(formula: str) -> str:
    """The function of exercise 10 with this formula."""
    return f"def perspicuity(words, sentences, syllables):\n    return {formula}"


CARD = """
name: Score for personal loans
version: 1.0
date: 2026-11-25
owner: Complaints and loans unit
contact: loans@fund.example
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
measures:
  - {metric: accuracy, group: all, data: test, value: 0.61, low: 0.56, high: 0.66, count: 300}
  - {metric: baseline accuracy, group: all, data: test, value: 0.70, low: 0.65, high: 0.75, count: 300}
  - {metric: false positive rate, group: all, data: test, value: 0.50, low: 0.43, high: 0.56, count: 210}
  - {metric: false positive rate, group: 19-24, data: test, value: 0.68, low: 0.48, high: 0.86, count: 25}
  - {metric: false positive rate, group: 25-59, data: test, value: 0.47, low: 0.40, high: 0.54, count: 172}
  - {metric: false positive rate, group: 60-75, data: test, value: 0.54, low: 0.27, high: 0.80, count: 13}
threshold: 0.2
threshold_why: The board set the cost of a wrong refusal at 1 and that of a bad loan at 4.
fails_for:
  - People from 19 to 24 who would repay are refused more often
  - Over 59 only 13 people stand behind the rate
human_check: A clerk reads the application and the reasons before each refusal.
explanation: A letter with the main reasons, a way forward where there is one, and a name.
review_on: 2027-05-25
"""


def card(old: str = "", new: str = "") -> str:
    """The card of exercise 11 with one thing written otherwise."""
    assert old in CARD
    return f'card = """{CARD.replace(old, new, 1) if old else CARD}"""'


ACCURACY = "value: 0.61, low: 0.56, high: 0.66, count: 300"

ANSWERS = {
    "unpaid-share": [
        right("unpaid_share = 217 / 603"),
        right(
            'unpaid = loans.assign(unpaid=loans["credit_risk"] - 1)\n'
            'means = unpaid.groupby("savings", observed=True)["unpaid"].mean()\n'
            'unpaid_share = means["unknown or no savings account"]'
        ),
        mistake("08-code-two", GROUP + 'unpaid_share = group["credit_risk"].mean()'),
        mistake("form-complement", GROUP + 'unpaid_share = (group["credit_risk"] == 1).mean()'),
        mistake("08-whole-table", 'unpaid_share = (loans["credit_risk"] == 2).mean()'),
        mistake("08-other-whole", GROUP + 'unpaid_share = (group["credit_risk"] == 2).sum() / 300'),
        mistake("08-all-loans", GROUP + 'unpaid_share = (group["credit_risk"] == 2).sum() / 1000'),
        mistake(
            "08-other-savings",
            'group = loans[loans["savings"] == "under 100 DM"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean()',
        ),
        mistake(
            "08-other-savings",
            'group = loans[loans["savings"] != "unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean()',
        ),
        mistake(
            "form-nan",
            'group = loans[loans["savings"] == "Unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean()',
        ),
        mistake("form-percent", "unpaid_share = 35.987"),
    ],
    "threshold": [
        right("line = 0.25"),
        right("line = 1 - 6 / 8"),
        mistake("08-cost-side", "line = 6 / 8"),
        mistake("08-cost-odds", "line = 2 / 6"),
        mistake("08-cost-odds", "line = 6 / 2"),
        mistake("08-cost-habit", "line = 0.5"),
        mistake("08-cost-other-loans", "line = 0.2"),
        mistake("08-cost-lesson", "line = 1 / 6"),
        mistake("08-cost-share", "line = 0.3"),
        mistake("form-percent", "line = 25"),
        mistake("form-comma", "line = 0,25"),
        mistake("form-text", 'line = "0.25"'),
    ],
    "amount-says": [
        right('amount_says = "Stands-in "'),
        mistake("08-amount-irrelevant", 'amount_says = "irrelevant"'),
        mistake("08-amount-cause", 'amount_says = "causes"'),
        mistake("08-amount-broken", 'amount_says = "broken"'),
        mistake("form-option", 'amount_says = "amount"'),
    ],
    "importance": [
        right(
            shuffler(
                "order = np.random.default_rng(seed).permutation(len(table))\n"
                "other = table.assign(**{column: table[column].to_numpy()[order]})\n"
                "return quality(table) - quality(other)"
            )
        ),
        right(
            shuffler(
                "shuffled = table.copy()\n"
                "drawn = table[column].sample(frac=1, random_state=seed)\n"
                "shuffled[column] = list(drawn)\n"
                "return quality(table) - quality(shuffled)"
            )
        ),
        right(
            shuffler(
                "import random\n"
                "values = list(table[column])\n"
                "random.Random(seed).shuffle(values)\n"
                "before = quality(table)\n"
                "after = quality(table.assign(**{column: values}))\n"
                "return before - after"
            )
        ),
        mistake(
            "08-shuffle-nothing",
            shuffler(
                "shuffled = table.copy()\n"
                "shuffled[column] = table[column].sample(frac=1, random_state=seed)\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-rows",
            shuffler(
                "shuffled = table.sample(frac=1, random_state=seed)\n"
                "return quality(table) - quality(shuffled)"
            ),
            points=0,
        ),
        mistake(
            "08-shuffle-quality",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-sign",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return quality(shuffled) - quality(table)"
            ),
        ),
        mistake(
            "08-shuffle-inplace",
            shuffler(
                "before = quality(table)\n"
                "order = np.random.default_rng(seed)\n"
                "table[column] = order.permutation(table[column].to_numpy())\n"
                "return before - quality(table)"
            ),
        ),
        mistake(
            "08-shuffle-seed",
            shuffler(
                "shuffled = table.copy()\n"
                "shuffled[column] = np.random.permutation(table[column].to_numpy())\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-constant",
            shuffler(
                "shuffled = table.copy()\n"
                "shuffled[column] = table[column].mean()\n"
                "return quality(table) - 0.5 * quality(shuffled) - 0.5"
            ),
        ),
        mistake(
            "08-shuffle-constant",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(0)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-size",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return quality(table) / quality(shuffled) - 1"
            ),
        ),
        mistake(
            "08-shuffle-hidden-words",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return 1 - min(1, quality(shuffled))"
            ),
        ),
        mistake(
            "form-return",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "print(quality(table) - quality(shuffled))"
            ),
        ),
        mistake("form-error", shuffler("return quality(table) - quality(table.shuffle(column))")),
    ],
    "average-line": [
        right(
            "rows = test[COLUMNS].copy()\n"
            'rows["duration"] = 12.0\n'
            "average_12 = fund.predict_proba(rows)[:, 1].mean()\n"
            'rows["duration"] = 36.0\n'
            "average_36 = fund.predict_proba(rows)[:, 1].mean()"
        ),
        right(
            "from sklearn.inspection import partial_dependence\n"
            "average_12, average_36 = partial_dependence(\n"
            '    fund, test[COLUMNS], ["duration"], custom_values={"duration": [12.0, 36.0]},\n'
            '    response_method="predict_proba")["average"][0]'
        ),
        mistake(
            "08-raw-rate",
            'average_12 = test[test["duration"] == 12]["unpaid"].mean()\n'
            'average_36 = test[test["duration"] == 36]["unpaid"].mean()',
        ),
        mistake(
            "08-own-length",
            'average_12 = score(test[test["duration"] == 12]).mean()\n'
            'average_36 = score(test[test["duration"] == 36]).mean()',
        ),
        mistake(
            "08-wrong-table",
            "average_12 = score(learn.assign(duration=12.0)).mean()\n"
            "average_36 = score(learn.assign(duration=36.0)).mean()",
        ),
        mistake(
            "08-wrong-table",
            "average_12 = score(loans.assign(duration=12.0)).mean()\n"
            "average_36 = score(test.assign(duration=36.0)).mean()",
            points=1,
        ),
        mistake(
            "08-yes-no",
            "average_12 = (score(test.assign(duration=12.0)) >= 0.2).mean()\n"
            "average_36 = (score(test.assign(duration=36.0)) >= 0.2).mean()",
        ),
        mistake(
            "08-yes-no",
            "average_12 = fund.predict(test[COLUMNS].assign(duration=12.0)).mean()\n"
            "average_36 = fund.predict(test[COLUMNS].assign(duration=36.0)).mean()",
        ),
        mistake("08-unchanged", "average_12 = score(test).mean()\naverage_36 = score(test).mean()"),
        mistake(
            "08-lengths-swapped",
            "average_12 = score(test.assign(duration=36.0)).mean()\n"
            "average_36 = score(test.assign(duration=12.0)).mean()",
        ),
        mistake(
            "form-series",
            "average_12 = score(test.assign(duration=12.0))\n"
            "average_36 = score(test.assign(duration=36.0)).mean()",
            points=1,
        ),
        mistake(
            "form-complement",
            "average_12 = fund.predict_proba(test[COLUMNS].assign(duration=12.0))[:, 0].mean()\n"
            "average_36 = fund.predict_proba(test[COLUMNS].assign(duration=36.0))[:, 1].mean()",
            points=1,
        ),
    ],
    "clerk-claim": [
        right('clerk_claim = "AVERAGE-ONLY"'),
        mistake("08-pdp-person", 'clerk_claim = "holds-for-her"'),
        mistake("08-pdp-cause", 'clerk_claim = "shorter-helps"'),
        mistake("08-pdp-raw", 'clerk_claim = "raw-rates"'),
    ],
    "longest-loan": [
        right("longest = 35"),
        right(
            "months = np.arange(4, 73)\n"
            "rows = pd.concat([applicant] * len(months)).assign(duration=months.astype(float))\n"
            "longest = months[score(rows) < 0.2].max()"
        ),
        mistake("08-longest-over", "longest = 36"),
        mistake(
            "08-longest-line",
            "longest = max(m for m in range(4, 73)\n"
            "              if score(applicant.assign(duration=float(m)))[0] < 1 / 6)",
        ),
        mistake(
            "08-longest-half",
            "longest = max(m for m in range(4, 73)\n"
            "              if score(applicant.assign(duration=float(m)))[0] < 0.5)",
        ),
        mistake(
            "08-longest-guarantor",
            'with_one = applicant.assign(other_debtors="guarantor")\n'
            "longest = max(m for m in range(4, 73)\n"
            "              if score(with_one.assign(duration=float(m)))[0] < 0.2)",
        ),
        mistake(
            "08-longest-shortest",
            "longest = min(m for m in range(4, 73)\n"
            "              if score(applicant.assign(duration=float(m)))[0] < 0.2)",
        ),
        mistake("08-longest-own", "longest = 39"),
        mistake("form-whole", "longest = 35.4"),
        mistake("form-series", "longest = list(range(4, 36))"),
    ],
    "offer": [
        right('changes = "Guarantor-or-smaller"\nsentence = " under-conditions"'),
        mistake("08-immutable", 'changes = "older"\nsentence = "under-conditions"', points=1),
        mistake("08-past", 'changes = "employer"\nsentence = "under-conditions"', points=1),
        mistake("08-offer-all", 'changes = "all-four"\nsentence = "under-conditions"', points=1),
        mistake("08-guarantee", 'changes = "guarantor-or-smaller"\nsentence = "promise"', points=1),
        mistake(
            "08-score-only", 'changes = "guarantor-or-smaller"\nsentence = "score-only"', points=1
        ),
        mistake(
            "08-offer-silent", 'changes = "guarantor-or-smaller"\nsentence = "nothing"', points=1
        ),
        mistake("08-immutable", 'changes = "older"\nsentence = "promise"'),
    ],
    "main-reason": [
        right('main_reason = "Duration"'),
        mistake("08-reason-is-weight", 'main_reason = "checking-account"'),
        mistake("08-reason-remedy", 'main_reason = "guarantor"'),
        mistake("08-reason-age", 'main_reason = "age"'),
        mistake("form-option", 'main_reason = "savings"'),
    ],
    "perspicuity": [
        right(
            "def perspicuity(words, sentences, syllables):\n"
            "    long_words = 62.3 * (syllables / words)\n"
            "    long_sentences = words / sentences\n"
            "    return 206.835 - (long_words + long_sentences)"
        ),
        right("perspicuity = lambda p, f, s: 206.835 - 62.3 * s / p - p / f"),
        mistake(
            "08-other-formula",
            spanish("206.835 - 84.6 * syllables / words - 1.015 * words / sentences"),
        ),
        mistake(
            "08-readability", spanish("206.835 - 62.3 * syllables / words - sentences / words")
        ),
        mistake(
            "08-readability", spanish("206.835 - 62.3 * words / syllables - words / sentences")
        ),
        mistake(
            "08-other-spanish",
            spanish("206.84 - 60 * syllables / words - 1.02 * words / sentences"),
        ),
        mistake(
            "08-other-spanish",
            spanish("206.84 - 0.6 * 100 * syllables / words - 1.02 * 100 * sentences / words"),
        ),
        mistake(
            "08-perspicuity-sign", spanish("206.835 - 62.3 * syllables / words + words / sentences")
        ),
        mistake(
            "08-perspicuity-sign-words",
            spanish("206.835 + 62.3 * syllables / words - words / sentences"),
        ),
        mistake("08-perspicuity-total", spanish("206.835 - 62.3 * syllables - words / sentences")),
        mistake(
            "08-perspicuity-per-sentence",
            spanish("206.835 - 62.3 * syllables / sentences - words / sentences"),
        ),
        mistake("08-perspicuity-hidden", spanish("206.835 - 62.3 * syllables / 100 - words / 5")),
        mistake("form-series", spanish("206,835 - 62.3 * syllables / words - words / sentences")),
    ],
    "model-card": [
        right(card()),
        right(card(ACCURACY, "value: 0.61, low: 0.557, high: 0.663, count: 300")),
        right("import yaml\n" + card() + "\ncard = yaml.safe_load(card)"),
        mistake("dossier-blank", card("low: 0.56, high: 0.66", "low: ..., high: ..."), points=2),
        mistake(
            "measure-training",
            card("group: all, data: test", "group: all, data: training"),
            points=2,
        ),
        mistake("measure-interval", card("value: 0.61", "value: 0.76"), points=2),
        mistake(
            "measure-untrue",
            card(ACCURACY, "value: 0.76, low: 0.71, high: 0.81, count: 300"),
            points=2,
        ),
        mistake("measure-untrue", card("count: 25}", "count: 46}"), points=2),
        mistake(
            "dossier-range", card(ACCURACY, "value: 61, low: 56, high: 66, count: 300"), points=2
        ),
        mistake(
            "measure-group-left-out",
            card(
                CARD[CARD.index("  - {metric: false positive rate, group: 60-75") :].split("\n")[0]
                + "\n"
            ),
            points=2,
        ),
        mistake(
            "card-no-baseline",
            card(CARD[CARD.index("  - {metric: baseline") :].split("\n")[0] + "\n"),
            points=2,
        ),
        mistake(
            "dossier-placeholder", card("owner: Complaints and loans unit", "owner: TODO"), points=2
        ),
        mistake(
            "card-no-owner", card("owner: Complaints and loans unit", "owner: The system"), points=2
        ),
        mistake(
            "card-no-contact", card("contact: loans@fund.example", "contact: our office"), points=2
        ),
        mistake("card-review", card("review_on: 2027-05-25", "review_on: 2026-11-25"), points=2),
        mistake("08-card-threshold", card("threshold: 0.2\n", "threshold: 0.5\n"), points=2),
        mistake(
            "dossier-blank",
            card("not_for:\n  - Refusing without a clerk\n  - Any other kind of loan", "not_for:"),
            points=2,
        ),
        mistake("dossier-unknown-key", card("human_check:", "human_control:"), points=2),
        mistake("form-artefact", "card = 0.61"),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-sex": [
        right('no_audit = "cannot-tell"'),
        mistake("08-gender", 'no_audit = "model-blind"'),
        mistake("08-gender-few", 'no_audit = "too-few"'),
        mistake("08-gender-needed", 'no_audit = "not-needed"'),
    ],
    "quick-twin": [
        right('twin_says = "shared"'),
        mistake("08-correlated", 'twin_says = "irrelevant"'),
        mistake("08-twin-worse", 'twin_says = "worse-model"'),
        mistake("08-cause", 'twin_says = "cause"'),
    ],
    "quick-letter": [
        right('score_says = "short-words"'),
        mistake("08-readability-understood", 'score_says = "understood"'),
        mistake("08-readability-true", 'score_says = "true"'),
        mistake("08-readability-useful", 'score_says = "useful"'),
    ],
    "quick-card": [
        right('machine_checks = "number"'),
        mistake("08-card-owner", 'machine_checks = "owner"'),
        mistake("08-card-purpose", 'machine_checks = "purpose"'),
        mistake("08-card-human", 'machine_checks = "human"'),
    ],
}
