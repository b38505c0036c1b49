"""Other right answers to module 08, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own: the cells
between the exercises make the fund's score, so nothing has to stand in for another exercise. Before
the card stands the YAML form to which a learner without the form in the notebook can write.
"""

from course.checking.answers import mistake, right

FORM = """\
name: "{name}"
version: 1.0
date: 2026-11-25
owner: ...
contact: ...
purpose: "{purpose}"
not_for:
  - ...
decision: ...
data:
  name: "{data}"
  rows: 1000
  period: 1973-1975
  limits:
    - ...
measures:
{measures}
threshold: ...
threshold_why: ...
fails_for:
  - ...
human_check: ...
explanation: ...
review_on: ...
"""

BEFORE = {"model-card": f"form = {FORM!r}\n"}

SHARE = "fund_risk = 7 / 34\n"

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
        mistake("08-code-one", GROUP + 'unpaid_share = (group["credit_risk"] == 1).mean()'),
        mistake("08-share-otherwise", GROUP + "unpaid_share = 0.9"),
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
        # people with unknown OR little savings together
        mistake(
            "08-two-savings",
            'low = loans[loans["savings"].isin(["unknown or no savings account", "under 100 DM"])]\n'
            'unpaid_share = (low["credit_risk"] == 2).mean()',
        ),
        # mean of the shares of the five savings groups
        mistake(
            "08-mean-of-shares",
            'unpaid_share = (loans["credit_risk"] == 2).groupby(loans["savings"], observed=True).mean().mean()',
        ),
        # odds: unpaid by repaid
        mistake(
            "08-share-odds",
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).sum() / (group["credit_risk"] == 1).sum()',
        ),
        # how many times the share of the whole table
        mistake(
            "08-share-ratio",
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean() / 0.3',
        ),
        # share of the money, not of the people
        mistake(
            "08-share-money",
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = group.loc[group["credit_risk"] == 2, "amount"].sum() / group["amount"].sum()',
        ),
        # people without checking account instead of savings
        mistake(
            "08-other-account",
            'group = loans[loans["status"] == "no checking account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean()',
        ),
        # difference to the whole table
        mistake(
            "08-share-difference",
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).mean() - 0.3',
        ),
        # the number of people, not the share
        mistake(
            "08-share-count",
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = (group["credit_risk"] == 2).sum()',
        ),
        # crosstab
        right(
            'unpaid_share = pd.crosstab(loans["savings"], loans["credit_risk"], normalize="index").loc["unknown or no savings account", 2]'
        ),
        # SQL
        right(
            "import sqlite3\n"
            'connection = sqlite3.connect(":memory:")\n'
            'loans[["savings", "credit_risk"]].astype({"savings": str}).to_sql("loans", connection)\n'
            "unpaid_share = connection.execute(\"select avg(credit_risk = 2) from loans where savings = 'unknown or no savings account'\").fetchone()[0]"
        ),
        # plain Python, Fraction
        right(
            "from fractions import Fraction\n"
            'rows = [risk for savings, risk in zip(loans["savings"], loans["credit_risk"]) if savings.startswith("unknown")]\n'
            "unpaid_share = Fraction(rows.count(2), len(rows))"
        ),
        # value_counts, numpy float32
        right(
            'group = loans[loans["savings"] == "unknown or no savings account"]\n'
            'unpaid_share = np.float32(group["credit_risk"].value_counts(normalize=True)[2])'
        ),
        # last 500 rows only
        mistake(
            "08-share-otherwise",
            "half = loans.tail(500)\n"
            'unpaid_share = (half.loc[half["savings"] == "unknown or no savings account", "credit_risk"] == 2).mean()',
        ),
        # either unknown savings or unpaid
        mistake(
            "08-share-otherwise",
            'unpaid_share = ((loans["savings"] == "unknown or no savings account") | (loans["credit_risk"] == 2)).mean()',
        ),
        # share of the group in the file
        mistake(
            "08-share-otherwise",
            'unpaid_share = (loans["savings"] == "unknown or no savings account").mean()',
        ),
    ],
    "threshold": [
        right("line = 0.25\nfund_risk = 0.2059"),
        mistake("08-cost-side", SHARE + "line = 6 / 8", points=0.5),
        mistake("08-cost-odds", SHARE + "line = 2 / 6", points=0.5),
        mistake("08-cost-odds", SHARE + "line = 6 / 2", points=0.5),
        mistake("08-cost-habit", SHARE + "line = 0.5", points=0.5),
        mistake("08-cost-other-loans", SHARE + "line = 0.2", points=0.5),
        mistake("08-cost-lesson", SHARE + "line = 1 / 6", points=0.5),
        mistake("08-cost-share", SHARE + "line = 0.3", points=0.5),
        mistake("08-cost-twice", SHARE + "line = 7 / 88", points=0.5),
        mistake("08-cost-otherwise", SHARE + "line = 0.6", points=0.5),
        mistake("08-prior-direction", "line = 0.25\nfund_risk = 27 / 7", points=0.5),
        mistake("08-prior-otherwise", "line = 0.25\nfund_risk = 0.4", points=0.5),
        mistake("form-rounded", "line = 0.25\nfund_risk = 0.21", points=0.5),
        mistake("form-percent", SHARE + "line = 25", points=0.5),
        mistake("form-comma", SHARE + "line = 0,25", points=0.5),
        mistake("form-text", SHARE + 'line = "0.25"', points=0.5),
        # line: the limit on the uncorrected score
        mistake(
            "08-cost-raw",
            "odds = 2 / 6 * (0.3 / 0.7) / (0.1 / 0.9)\nline = odds / (1 + odds)\nfund_risk = 0.206",
            points=0.5,
        ),
        # line: costs weighted by the shares, 2*0.9/(2*0.9+6*0.1)
        mistake(
            "08-cost-side",
            "line = 2 * 0.9 / (2 * 0.9 + 6 * 0.1)\nfund_risk = 0.206",
            points=0.5,
        ),
        # line: the fund's share of unpaid loans
        mistake(
            "08-cost-fund-share",
            "line = 0.1\nfund_risk = 0.206",
            points=0.5,
        ),
        # fund_risk: not corrected
        mistake(
            "08-prior-raw",
            "line = 0.25\nfund_risk = 0.5",
            points=0.5,
        ),
        # fund_risk: shares instead of odds, 0.5*0.1/0.3
        mistake(
            "08-prior-shares",
            "line = 0.25\nfund_risk = 0.5 * 0.1 / 0.3",
            points=0.5,
        ),
        # fund_risk: odds not turned into a risk
        mistake(
            "08-prior-odds",
            "line = 0.25\nfund_risk = (0.1 / 0.9) / (0.3 / 0.7)",
            points=0.5,
        ),
        # fund_risk: corrected in the wrong direction
        mistake(
            "08-prior-direction",
            "line = 0.25\nodds = (0.3 / 0.7) / (0.1 / 0.9)\nfund_risk = odds / (1 + odds)",
            points=0.5,
        ),
        # fund_risk: score times the fund's share
        mistake(
            "08-prior-product",
            "line = 0.25\nfund_risk = 0.5 * 0.1",
            points=0.5,
        ),
        # fund_risk: only the fund's odds, the file's 30% forgotten
        mistake(
            "08-prior-forgotten",
            "line = 0.25\nodds = 0.1 / 0.9\nfund_risk = odds / (1 + odds)",
            points=0.5,
        ),
        # fund_risk: risk instead of odds of the score
        mistake(
            "08-prior-score-odds",
            "line = 0.25\nodds = 0.5 * (0.1 / 0.9) / (0.3 / 0.7)\nfund_risk = odds / (1 + odds)",
            points=0.5,
        ),
        # Bayes by weights, Fraction
        right(
            "from fractions import Fraction\n"
            "line = Fraction(1, 4)\n"
            "unpaid, repaid = 0.5 * 0.1 / 0.3, 0.5 * 0.9 / 0.7\n"
            "fund_risk = unpaid / (unpaid + repaid)"
        ),
        # on the scale of logarithms
        right(
            "line = 1 / (1 + 6 / 2)\n"
            "logit = np.log(0.1 / 0.9) - np.log(0.3 / 0.7)\n"
            "fund_risk = 1 / (1 + np.exp(-logit))"
        ),
        # three decimals
        right("line = 0.25\nfund_risk = 0.206"),
        # line: 0.3
        mistake(
            "08-cost-share",
            "line = 0.3\nfund_risk = 0.206",
            points=0.5,
        ),
        # both swapped
        mistake(
            "08-cost-otherwise",
            "line = 0.206\nfund_risk = 0.25",
        ),
        # corrected twice
        mistake(
            "08-prior-otherwise",
            "line = 0.25\nodds = ((0.1/0.9)/(0.3/0.7))**2\nfund_risk = odds/(1+odds)",
            points=0.5,
        ),
        # for a score of 0.2
        mistake(
            "08-prior-otherwise",
            "line = 0.25\nodds = 0.25*(0.1/0.9)/(0.3/0.7)\nfund_risk = odds/(1+odds)",
            points=0.5,
        ),
        # percent by division
        right("line = 25 / 100\nfund_risk = 7 / 34"),
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
            "08-shuffle-values",
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
                "if not pd.api.types.is_numeric_dtype(table[column]):\n"
                "    return 0.0\n"
                "return quality(table) - quality(shuffled)"
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
        # shuffles all other columns and keeps this one
        mistake(
            "08-shuffle-rows",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "for other in table.columns:\n"
                "    if other != column:\n"
                "        moved[other] = random.permutation(table[other].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # mean over ten fixed seeds, `seed` unused
        mistake(
            "08-shuffle-constant",
            shuffler(
                "losses = []\n"
                "for each in range(10):\n"
                "    moved = table.copy()\n"
                "    moved[column] = np.random.default_rng(each).permutation(table[column].to_numpy())\n"
                "    losses.append(quality(table) - quality(moved))\n"
                "return np.mean(losses)"
            ),
        ),
        # the column moved down by `seed` rows
        mistake(
            "08-shuffle-order",
            shuffler(
                "moved = table.copy()\n"
                "moved[column] = np.roll(table[column].to_numpy(), seed)\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # column cut at a random place and the parts swapped
        mistake(
            "08-shuffle-order",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = np.roll(table[column].to_numpy(), random.integers(1, len(table)))\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # share of the quality lost, not the loss
        mistake(
            "08-shuffle-size",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "return (quality(table) - quality(moved)) / quality(table)"
            ),
        ),
        # only half of the rows shuffled
        mistake(
            "08-shuffle-order",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "values = table[column].to_numpy().copy()\n"
                "half = len(values) // 2\n"
                "values[:half] = random.permutation(values[:half])\n"
                "moved[column] = values\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # the values renamed: each distinct value becomes another
        mistake(
            "08-shuffle-values",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "kinds = table[column].unique()\n"
                "moved[column] = table[column].map(dict(zip(kinds, random.permutation(kinds)))).to_numpy()\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # drawn anew from the distinct values, each alike
        mistake(
            "08-shuffle-values",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.choice(table[column].unique(), len(table))\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # index shuffled, not the values
        mistake(
            "08-shuffle-nothing",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved.index = random.permutation(moved.index)\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # noise added to the column
        mistake(
            "08-shuffle-values",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = table[column] + random.integers(0, 2, len(table))\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # the worst of ten shuffles
        mistake(
            "08-shuffle-several",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "losses = []\n"
                "for _ in range(10):\n"
                "    moved[column] = random.permutation(table[column].to_numpy())\n"
                "    losses.append(quality(table) - quality(moved))\n"
                "return max(losses)"
            ),
        ),
        # both qualities on shuffled copies
        mistake(
            "08-shuffle-no-before",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "again = table.copy()\n"
                "again[column] = random.permutation(table[column].to_numpy())\n"
                "return quality(again) - quality(moved)"
            ),
        ),
        # all values set to one drawn value
        mistake(
            "08-shuffle-values",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.choice(table[column].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # only the first column shuffled, whatever the name
        mistake(
            "08-shuffle-rows",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "first = table.columns[0]\n"
                "moved[first] = random.permutation(table[first].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # quality of a perfect 1 taken as the start
        mistake(
            "08-shuffle-no-before",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "return 1 - quality(moved)"
            ),
        ),
        # sorted column (no chance at all)
        mistake(
            "08-shuffle-order",
            shuffler(
                "moved = table.copy()\n"
                "moved[column] = np.sort(table[column].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # np.random.seed
        right(
            shuffler(
                "np.random.seed(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = np.random.permutation(table[column].values)\n"
                "return quality(table) - quality(moved)"
            )
        ),
        # sklearn.utils.shuffle
        right(
            shuffler(
                "from sklearn.utils import shuffle\n"
                "return quality(table) - quality(table.assign(**{column: shuffle(table[column].to_numpy(), random_state=seed)}))"
            )
        ),
        # order by random numbers
        right(
            shuffler(
                "order = np.random.default_rng(seed).random(len(table)).argsort()\n"
                "moved = table.copy()\n"
                "moved[column] = table[column].iloc[order].to_numpy()\n"
                "after = quality(moved)\n"
                "return float(quality(table) - after)"
            )
        ),
        # mean of five shuffles from one source
        right(
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "after = []\n"
                "for _ in range(5):\n"
                "    moved[column] = random.permutation(table[column].to_numpy())\n"
                "    after.append(quality(moved))\n"
                "return quality(table) - np.mean(after)"
            )
        ),
        # rebuilt from a dictionary of lists
        right(
            shuffler(
                "import random\n"
                "columns = {name: table[name].tolist() for name in table}\n"
                "random.seed(seed)\n"
                "random.shuffle(columns[column])\n"
                "return -(quality(pd.DataFrame(columns, index=table.index)) - quality(table))"
            )
        ),
        # Examined in November 2026: accepted or answered with a false message before.
        mistake(
            "08-shuffle-values",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.choice(table[column].to_numpy(), len(table))\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-negative",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return abs(quality(table) - quality(shuffled))"
            ),
        ),
        mistake(
            "08-shuffle-negative",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return max(0, quality(table) - quality(shuffled))"
            ),
        ),
        mistake(
            "08-shuffle-new-column",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled = shuffled.assign(column=order.permutation(table[column].to_numpy()))\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-new-column",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled['column'] = order.permutation(table[column].to_numpy())\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-order",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = table[column].to_numpy()[::-1]\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-order",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = np.roll(table[column].to_numpy(), 1)\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-order",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "values = table[column].to_numpy().copy()\n"
                "one, other = order.choice(len(table), 2, replace=False)\n"
                "values[[one, other]] = values[[other, one]]\n"
                "shuffled[column] = values\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-values",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = pd.Series(order.permutation(table[column].to_numpy()))\n"
                "return quality(table) - quality(shuffled)"
            ),
        ),
        mistake(
            "08-shuffle-unasked",
            shuffler(
                "shuffled = table.copy()\n"
                "order = np.random.default_rng(seed)\n"
                "shuffled[column] = order.permutation(table[column].to_numpy())\n"
                "return (table[column].to_numpy() != shuffled[column].to_numpy()).mean()"
            ),
        ),
        # shuffles within blocks of ten rows
        mistake(
            "08-shuffle-order",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "values = table[column].to_numpy().copy()\n"
                "for start in range(0, len(values), 10):\n"
                "    values[start:start+10] = random.permutation(values[start:start+10])\n"
                "moved[column] = values\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # seed + time
        mistake(
            "08-shuffle-seed",
            shuffler(
                "import time\n"
                "random = np.random.default_rng(seed + time.time_ns())\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # squared loss
        mistake(
            "08-shuffle-size",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "return (quality(table) - quality(moved)) ** 2"
            ),
        ),
        # column dropped
        mistake(
            "form-error",
            shuffler("return quality(table) - quality(table.drop(columns=column))"),
        ),
        # divided by the number of rows
        mistake(
            "08-shuffle-size",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "moved[column] = random.permutation(table[column].to_numpy())\n"
                "return (quality(table) - quality(moved)) / len(table)"
            ),
        ),
        # first half shuffled against the second (halves exchanged)
        mistake(
            "08-shuffle-order",
            shuffler(
                "random = np.random.default_rng(seed)\n"
                "moved = table.copy()\n"
                "v = table[column].to_numpy()\n"
                "h = len(v) // 2\n"
                "moved[column] = np.concatenate([random.permutation(v[h:]), random.permutation(v[:h])])\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # no copy, only another name
        mistake(
            "08-shuffle-inplace",
            shuffler(
                "moved = table\n"
                "moved[column] = np.random.default_rng(seed).permutation(table[column].to_numpy())\n"
                "return quality(table) - quality(moved)"
            ),
        ),
        # shuffles by merging on a random key
        right(
            shuffler(
                "order = pd.Series(table[column].to_list()).sample(frac=1, random_state=seed).to_list()\n"
                "return quality(table) - quality(table.assign(**{column: order}))"
            )
        ),
        # deepcopy, loc
        right(
            shuffler(
                "import copy\n"
                "moved = copy.deepcopy(table)\n"
                "moved.loc[:, column] = np.random.RandomState(seed).permutation(table[column].values)\n"
                "a = quality(moved)\n"
                "b = quality(table)\n"
                "return b - a"
            )
        ),
        # the index made anew
        right(
            shuffler(
                "moved = table.reset_index(drop=True)\n"
                "moved[column] = np.random.default_rng(seed).permutation(moved[column])\n"
                "return quality(table) - quality(moved)"
            )
        ),
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
        # at most 12 / 36 months (clip)
        mistake(
            "08-at-most",
            'average_12 = score(test.assign(duration=test["duration"].clip(upper=12))).mean()\n'
            'average_36 = score(test.assign(duration=test["duration"].clip(upper=36))).mean()',
        ),
        # median of the scores
        mistake(
            "08-median",
            "average_12 = np.median(score(test.assign(duration=12.0)))\n"
            "average_36 = np.median(score(test.assign(duration=36.0)))",
        ),
        # years instead of months
        mistake(
            "08-years",
            "average_12 = score(test.assign(duration=1.0)).mean()\n"
            "average_36 = score(test.assign(duration=3.0)).mean()",
        ),
        # the amount changed in step with the length
        mistake(
            "08-amount-too",
            'average_12 = score(test.assign(duration=12.0, amount=test["amount"] * 12 / test["duration"])).mean()\n'
            'average_36 = score(test.assign(duration=36.0, amount=test["amount"] * 36 / test["duration"])).mean()',
        ),
        # only people who had repaid
        mistake(
            "08-repaid-only",
            'good = test[~test["unpaid"]]\n'
            "average_12 = score(good.assign(duration=12.0)).mean()\n"
            "average_36 = score(good.assign(duration=36.0)).mean()",
        ),
        # 12 / 36 months shorter than applied for
        mistake(
            "08-shorter-by",
            'average_12 = score(test.assign(duration=test["duration"] - 12)).mean()\n'
            'average_36 = score(test.assign(duration=test["duration"] - 36)).mean()',
        ),
        # one application only
        mistake(
            "08-one-person",
            "average_12 = score(test.loc[[509]].assign(duration=12.0))[0]\n"
            "average_36 = score(test.loc[[509]].assign(duration=36.0))[0]",
        ),
        # weighted by the amount
        mistake(
            "08-weighted",
            'average_12 = np.average(score(test.assign(duration=12.0)), weights=test["amount"])\n'
            'average_36 = np.average(score(test.assign(duration=36.0)), weights=test["amount"])',
        ),
        # a model learned without the duration
        mistake(
            "08-no-duration",
            'blind = learned(["amount", "age"], WORDS)\n'
            'average_12 = average_36 = blind.predict_proba(test[["amount", "age"] + WORDS])[:, 1].mean()',
        ),
        # one person at a time
        right(
            "average_12 = sum(score(test.loc[[i]].assign(duration=12))[0] for i in test.index) / len(test)\n"
            "average_36 = sum(score(test.loc[[i]].assign(duration=36))[0] for i in test.index) / len(test)"
        ),
        # by hand from the points
        right(
            "def mean_at(months):\n"
            "    total = fund.decision_function(test[COLUMNS].assign(duration=months))\n"
            "    return np.mean(1 / (1 + np.exp(-total)))\n"
            "\n"
            "average_12, average_36 = mean_at(12.0), mean_at(36.0)"
        ),
        # one long table and groupby, as 0-d arrays
        right(
            "many = pd.concat([test.assign(duration=12.0), test.assign(duration=36.0)])\n"
            'means = pd.Series(score(many), index=many["duration"].to_numpy()).groupby(level=0).mean()\n'
            "average_12, average_36 = np.asarray(means[12.0]), np.asarray(means[36.0])"
        ),
        # Examined in November 2026: the second was accepted before.
        mistake(
            "08-typical",
            'mean = test.assign(amount=test["amount"].mean(), age=test["age"].mean())\n'
            "average_12 = score(mean.assign(duration=12.0)).mean()\n"
            "average_36 = score(mean.assign(duration=36.0)).mean()",
        ),
        mistake("08-average-otherwise", "average_12 = 0.9\naverage_36 = 0.9"),
        # every loan at the mean duration
        mistake(
            "08-average-otherwise",
            'average_12 = average_36 = score(test.assign(duration=test["duration"].mean())).mean()',
        ),
        # accepted people only
        mistake(
            "08-average-otherwise",
            "ok = test[score(test) < 0.2]\n"
            "average_12 = score(ok.assign(duration=12.0)).mean()\n"
            "average_36 = score(ok.assign(duration=36.0)).mean()",
        ),
        # at least 12 / 36 (clip lower)
        mistake(
            "08-average-otherwise",
            'average_12 = score(test.assign(duration=test["duration"].clip(lower=12))).mean()\n'
            'average_36 = score(test.assign(duration=test["duration"].clip(lower=36))).mean()',
        ),
        # string method agg
        right(
            'average_12 = pd.Series(score(test.assign(duration=12))).agg("mean")\n'
            'average_36 = pd.Series(score(test.assign(duration=36))).agg("mean")'
        ),
    ],
    "clerk-claim": [
        right('clerk_claim = "AVERAGE-ONLY"'),
        mistake("08-pdp-person", 'clerk_claim = "holds-for-her"'),
        mistake("08-pdp-cause", 'clerk_claim = "shorter-helps"'),
        mistake("08-clerk-silent", 'clerk_claim = "say-nothing"'),
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
        # only lengths that occur among the test loans
        mistake(
            "08-longest-occurs",
            'lengths = sorted(test["duration"].unique())\n'
            "longest = int(max(m for m in lengths if score(applicant.assign(duration=float(m)))[0] < 0.2))",
        ),
        # in steps of half a year
        mistake(
            "08-longest-steps",
            "longest = max(m for m in range(6, 73, 6) if score(applicant.assign(duration=float(m)))[0] < 0.2)",
        ),
        # the mean of all 300 instead of this applicant
        mistake(
            "08-longest-otherwise",
            "longest = max([m for m in range(4, 73) if score(test.assign(duration=float(m))).mean() < 0.2], default=0)",
        ),
        # with a smaller amount as well
        mistake(
            "08-longest-amount",
            'longest = max(m for m in range(4, 73) if score(applicant.assign(duration=float(m), amount=0.75 * applicant["amount"]))[0] < 0.2)',
        ),
        # score rounded to one decimal
        mistake(
            "08-longest-rounded",
            "longest = max(m for m in range(4, 73) if round(score(applicant.assign(duration=float(m)))[0], 1) <= 0.2)",
        ),
        # the amount in step with the length
        mistake(
            "08-longest-over",
            'longest = max(m for m in range(4, 73) if score(applicant.assign(duration=float(m), amount=applicant["amount"] * m / 39))[0] < 0.2)',
        ),
        # how many months shorter than applied for
        mistake(
            "08-longest-shortest",
            "longest = 39 - 35",
        ),
        # another applicant (the first of the test)
        mistake(
            "08-longest-shortest",
            "other = test.iloc[[0]]\n"
            "longest = max([m for m in range(4, 73) if score(other.assign(duration=float(m)))[0] < 0.2], default=4)",
        ),
        # three years, as 36 months look even (in years: 2)
        mistake(
            "08-longest-otherwise",
            "longest = 35 // 12",
        ),
        # below 25%, the line for the branch
        mistake(
            "08-longest-rounded",
            "longest = max(m for m in range(4, 73) if score(applicant.assign(duration=float(m)))[0] < 0.25)",
        ),
        # downwards with while
        right(
            "longest = 72\n"
            "while score(applicant.assign(duration=longest))[0] >= 0.2:\n"
            "    longest -= 1"
        ),
        # solved on the scale of points
        right(
            "at = [fund.decision_function(applicant[COLUMNS].assign(duration=float(m)))[0] for m in (0, 1)]\n"
            "crossing = (np.log(0.2 / 0.8) - at[0]) / (at[1] - at[0])\n"
            "longest = float(np.ceil(crossing) - 1)"
        ),
        # halving the range
        right(
            "low, high = 4, 72\n"
            "while low < high:\n"
            "    middle = (low + high + 1) // 2\n"
            "    if score(applicant.assign(duration=float(middle)))[0] < 0.2:\n"
            "        low = middle\n"
            "    else:\n"
            "        high = middle - 1\n"
            "longest = low"
        ),
        # age 65
        mistake(
            "08-longest-otherwise",
            "longest = max(m for m in range(4, 73) if score(applicant.assign(duration=float(m), age=65.0))[0] < 0.2)",
        ),
        # number of months that pass
        mistake(
            "08-longest-otherwise",
            "longest = sum(score(applicant.assign(duration=float(m)))[0] < 0.2 for m in range(4, 73))",
        ),
        # numpy int
        right("longest = np.int8(35)"),
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
        mistake(
            "08-perspicuity-otherwise", spanish("206.835 - 62.3 * syllables / 100 - words / 5")
        ),
        mistake("form-comma", spanish("206,835 - 62.3 * syllables / words - words / sentences")),
        # cut off at 0 and 100
        mistake(
            "08-perspicuity-clipped",
            "def perspicuity(words, sentences, syllables):\n"
            "    return max(0, min(100, 206.835 - 62.3 * syllables / words - words / sentences))",
        ),
        # whole-number division
        mistake(
            "08-perspicuity-whole",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - 62.3 * (syllables // words) - words // sentences",
        ),
        # counts in the order sentences, words
        mistake(
            "08-perspicuity-order",
            "def perspicuity(sentences, words, syllables):\n"
            "    return 206.835 - 62.3 * syllables / words - words / sentences",
        ),
        # the factor 1.015 of the other formulas
        mistake(
            "08-other-formula",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - 62.3 * syllables / words - 1.015 * words / sentences",
        ),
        # the Portuguese constant
        mistake(
            "08-other-formula",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 248.835 - 62.3 * syllables / words - words / sentences",
        ),
        # syllables a word rounded first
        mistake(
            "08-perspicuity-whole",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - 62.3 * round(syllables / words) - words / sentences",
        ),
        # long sentences punished by syllables, not words
        mistake(
            "08-perspicuity-last",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - 62.3 * syllables / words - syllables / sentences",
        ),
        # turned round: high means hard
        mistake(
            "08-perspicuity-turned",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 100 - (206.835 - 62.3 * syllables / words - words / sentences)",
        ),
        # rounded to a whole number in the function
        mistake(
            "form-rounded",
            "def perspicuity(words, sentences, syllables):\n"
            "    return round(206.835 - 62.3 * syllables / words - words / sentences)",
        ),
        # never below zero
        mistake(
            "08-perspicuity-clipped",
            "def perspicuity(words, sentences, syllables):\n"
            "    return abs(206.835 - 62.3 * syllables / words - words / sentences)",
        ),
        # over one denominator
        right(
            "def perspicuity(words, sentences, syllables):\n"
            "    return (206.835 * words * sentences - 62.3 * syllables * sentences - words ** 2) / (words * sentences)"
        ),
        # Fraction
        right(
            "from fractions import Fraction as F\n"
            "def perspicuity(words, sentences, syllables):\n"
            '    return F("206.835") - F("62.3") * F(syllables, words) - F(words, sentences)'
        ),
        # numpy, 0-d array
        right(
            "perspicuity = lambda *counts: np.asarray(206.835 - 62.3 * counts[2] / counts[0] - counts[0] / counts[1])"
        ),
        # Decimal
        right(
            "from decimal import Decimal as D\n"
            "def perspicuity(words, sentences, syllables):\n"
            '    return D("206.835") - D("62.3") * syllables / words - D(words) / sentences'
        ),
        right(spanish("round(206.835 - 62.3 * syllables / words - words / sentences, 1)")),
        mistake("08-perspicuity-start", spanish("206.835")),
        mistake("08-perspicuity-otherwise", spanish("words + sentences + syllables")),
        mistake("08-perspicuity-hidden", spanish("58.5579 if sentences == 8 else -21.6094")),
        # 62.3 at the wrong term
        mistake(
            "08-perspicuity-otherwise",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - syllables / words - 62.3 * words / sentences",
        ),
        # 206.84 and 60
        mistake(
            "08-other-spanish",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.84 - 60 * syllables / words - words / sentences",
        ),
        # at least ten sentences
        mistake(
            "08-perspicuity-otherwise",
            "def perspicuity(words, sentences, syllables):\n"
            "    return 206.835 - 62.3 * syllables / words - words / max(sentences, 10)",
        ),
        # defaults and keyword
        right(
            "def perspicuity(words, sentences=1, syllables=1):\n"
            "    per_word, per_sentence = syllables / words, words / sentences\n"
            "    return sum([206.835, -62.3 * per_word, -per_sentence])"
        ),
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
        # threshold in quotation marks
        right(card("threshold: 0.2\n", '"threshold": 0.2\n')),
        # space before the colon
        right(card("threshold: 0.2\n", "threshold : 0.2\n")),
        # on the next line
        right(card("threshold: 0.2\n", "threshold:\n  0.2\n")),
        # 2e-1
        right(card("threshold: 0.2\n", "threshold: 2.0e-1\n")),
        # .20 with a note
        right(card("threshold: 0.2\n", "threshold: .20  # personal loans\n")),
        # whole text indented
        right("import textwrap\n" + card() + '\ncard = textwrap.indent(card, "    ")'),
        # JSON
        right(
            "import json, yaml\n"
            + card()
            + "\ncard = json.dumps(yaml.safe_load(card), default=str)"
        ),
        # a dictionary of texts
        right(
            "from yaml import load, BaseLoader\n"
            + card()
            + "\ncard = load(card, Loader=BaseLoader)"
        ),
        # the line for the branch
        mistake(
            "08-card-firms",
            card("threshold: 0.2\n", "threshold: 0.25\n"),
            points=2,
        ),
        # 0.5 in the field, 0.2 in a text of several lines
        mistake(
            "08-card-threshold",
            card(
                "threshold: 0.2\nthreshold_why: The board",
                "threshold: 0.5\nthreshold_why: |\n  Of old it was\n  threshold: 0.2\n  The board",
            ),
            points=2,
        ),
        # 0.25 in the field, 0.2 in a note above
        mistake(
            "08-card-firms",
            card("threshold: 0.2\n", "# threshold: 0.2\nthreshold: 0.25\n"),
            points=2,
        ),
        # human_check: no
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: no",
            ),
            points=2,
        ),
        # human_check: none
        mistake(
            "dossier-placeholder",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: none",
            ),
            points=2,
        ),
        # human_check: not needed
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: not needed",
            ),
            points=2,
        ),
        # human_check: automatic
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: automatic",
            ),
            points=2,
        ),
        # human_check: the score
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: the score",
            ),
            points=2,
        ),
        # human_check: yes
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: yes",
            ),
            points=2,
        ),
        # explanation: no
        mistake(
            "card-no-explanation",
            card(
                "explanation: A letter with the main reasons, a way forward where there is one, and a name.",
                "explanation: no",
            ),
            points=2,
        ),
        # fails for nobody
        mistake(
            "dossier-placeholder",
            card(
                "  - People from 19 to 24 who would repay are refused more often\n"
                "  - Over 59 only 13 people stand behind the rate",
                "  - nobody",
            ),
            points=2,
        ),
        # the false positive rate of the youngest swapped with 25-59
        mistake(
            "measure-untrue",
            card(
                "group: 19-24, data: test, value: 0.68, low: 0.48, high: 0.86, count: 25",
                "group: 19-24, data: test, value: 0.47, low: 0.40, high: 0.54, count: 172",
            ),
            points=2,
        ),
        # 0.19
        mistake(
            "08-card-threshold",
            card("threshold: 0.2\n", "threshold: 0.19\n"),
            points=2,
        ),
        # human_check: later
        mistake(
            "card-no-check",
            card(
                "human_check: A clerk reads the application and the reasons before each refusal.",
                "human_check: later",
            ),
            points=2,
        ),
        # review as a quoted date
        right(card("review_on: 2027-05-25", 'review_on: "2027-05-25"')),
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
