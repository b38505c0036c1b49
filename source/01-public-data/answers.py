"""Other right answers to module 01, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. Each answer stands on its own.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

WOMEN = 'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
COMMUNES = 'over_communes = women["cannot_read_write"].mean()\n'
OF_WOMEN = (
    'weights = women["people_10_plus"]\n'
    'over_women = (women["cannot_read_write"] * weights).sum() / weights.sum()'
)

ANSWERS = {
    "row-meaning": [
        right('row_meaning = " Each-Country-Once"'),
        mistake("01-countries-as-people", 'row_meaning = "each-person-once"'),
        mistake("01-age-at-death", 'row_meaning = "age-at-death"'),
        mistake("01-mean-as-median", 'row_meaning = "half-below"'),
        mistake("form-option", "row_meaning = 73.6"),
        # underscores
        right('row_meaning = "each_country_once"'),
        # the number itself
        mistake("form-option", "row_meaning = 73.608"),
    ],
    "two-means": [
        right("over_communes = 47.3\nover_women = 32.4"),
        right("over_communes = 47.28\nover_women = 32.371"),
        # weighted by women and men together: 32.53
        mistake(
            "01-weights-both-sexes",
            WOMEN
            + COMMUNES
            + 'both = census[(census["area"] == "total") & (census["sex"] == "all")]\n'
            + 'both = both.set_index("code")["people_10_plus"][women["code"]].to_numpy(float)\n'
            + 'known = women["cannot_read_write"].notna().to_numpy()\n'
            + 'over_women = (women["cannot_read_write"] * both).sum() / both[known].sum()',
            points=1,
        ),
        mistake("01-weights-both-sexes", "over_communes = 47.3\nover_women = 32.5", points=1),
        mistake("01-weights-men", "over_communes = 47.3\nover_women = 32.69", points=1),
        mistake("01-cut-not-rounded", "over_communes = 47.3\nover_women = 32.3", points=1),
        mistake("01-means-swapped", "over_communes = 32.37\nover_women = 47.28", points=0),
        mistake(
            "01-weights-not-divided",
            WOMEN
            + COMMUNES
            + 'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum()',
            points=1,
        ),
        mistake(
            "01-weights-not-divided",
            WOMEN
            + COMMUNES
            + 'over_women = (women["cannot_read_write"] * women["people_10_plus"]).mean()',
            points=1,
        ),
        mistake(
            "01-weights-of-all-rows",
            WOMEN
            + COMMUNES
            + 'below = census.loc[census["area"] == "total", "people_10_plus"].sum()\n'
            + 'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / below',
            points=1,
        ),
        mistake(
            "01-girls-below",
            WOMEN
            + COMMUNES
            + 'unread = (women["cannot_read_write"] * women["people_10_plus"]).sum()\n'
            + 'over_women = unread / women["people"].sum()',
            points=1,
        ),
        mistake(
            "01-median",
            WOMEN + 'over_communes = women["cannot_read_write"].median()\n' + OF_WOMEN,
            points=1,
        ),
        mistake(
            "01-sum-not-mean",
            WOMEN + 'over_communes = women["cannot_read_write"].sum()\n' + OF_WOMEN,
            points=1,
        ),
        mistake(
            "01-all-rows",
            WOMEN + 'over_communes = census["cannot_read_write"].mean()\n' + OF_WOMEN,
            points=1,
        ),
        mistake("01-census-men", WOMEN.replace("female", "male") + COMMUNES + OF_WOMEN),
        mistake("01-town-only", WOMEN.replace("total", "urban") + COMMUNES + OF_WOMEN),
        mistake("01-census-empty", WOMEN.replace("female", "Female") + COMMUNES + OF_WOMEN),
        mistake(
            "01-parts-or-column",
            WOMEN
            + 'over_communes = women["reads_french"].mean()\n'
            + 'readers = women["readers"]\n'
            + 'over_women = (women["reads_french"] * readers).sum() / readers.sum()',
        ),
        mistake("01-communes-otherwise", "over_communes = 60\nover_women = 32.4", points=1),
        mistake("01-women-otherwise", "over_communes = 47.3\nover_women = 60", points=1),
        mistake("01-thousands-comma", "over_communes = 47,3\nover_women = 32.4", points=1),
        mistake("form-rounded", "over_communes = 47\nover_women = 32.4", points=1),
        mistake(
            "form-series",
            'over_communes = census.groupby("sex", observed=True)["cannot_read_write"].mean()\n'
            "over_women = 32.37",
            points=1,
        ),
        # weighs by all ages
        mistake(
            "01-weights-all-ages",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people"]).sum() / women["people"].sum()',
            points=1,
        ),
        # weighs by those who can read
        mistake(
            "01-weights-readers",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["readers"]).sum() / women["readers"].sum()',
            points=1,
        ),
        # weighs by people of 15 and over
        mistake(
            "01-weights-older",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_15_plus"]).sum() / women["people_15_plus"].sum()',
            points=1,
        ),
        # area forgotten: parts counted as communes
        mistake(
            "01-parts-too",
            'women = census[census["sex"] == "female"]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
            points=1,
        ),
        # sex forgotten
        mistake(
            "01-both-sexes",
            'women = census[census["area"] == "total"]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
        ),
        # rows for all people
        mistake(
            "01-both-sexes",
            'women = census[(census["area"] == "total") & (census["sex"] == "all")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
        ),
        # countryside only
        mistake(
            "01-countryside-only",
            'women = census[(census["area"] == "rural") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
        ),
        # mean of the regions’ means
        mistake(
            "01-mean-of-regions",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women.groupby("region", observed=True)["cannot_read_write"].mean().mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
            points=1,
        ),
        # mean of the regions’ shares of women
        mistake(
            "01-regions-once",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            "def one(g):\n"
            '    return (g["cannot_read_write"] * g["people_10_plus"]).sum() / g["people_10_plus"].sum()\n'
            'over_women = sum(one(g) for _, g in women.groupby("region", observed=True)) / 12',
            points=1,
        ),
        # empty cells counted as 0
        mistake(
            "01-empty-as-zero",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].fillna(0).mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
            points=1,
        ),
        # small communes left out
        mistake(
            "01-empty-as-zero",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women.loc[women["people_10_plus"] >= 1000, "cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
            points=1,
        ),
        # share of women among those who cannot read
        mistake(
            "01-women-of-unread",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'people_ = census[(census["area"] == "total") & (census["sex"] == "all")]\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / (people_["cannot_read_write"] * people_["people_10_plus"]).sum() * 100',
            points=1,
        ),
        # divides by people of both sexes
        mistake(
            "01-both-sexes-below",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'people_ = census[(census["area"] == "total") & (census["sex"] == "all")]\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / people_["people_10_plus"].sum()',
            points=1,
        ),
        # those who can read
        mistake(
            "01-those-who-read",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = 100 - women["cannot_read_write"].mean()\n'
            'over_women = 100 - (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()',
        ),
        # fractions in place of per cent
        mistake(
            "01-census-fraction",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean() / 100\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum() / 100',
        ),
        # divides by the whole table’s people
        mistake(
            "01-weights-of-the-table",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / census["people_10_plus"].sum()',
            points=1,
        ),
        # np.average with empty cells
        mistake(
            "01-census-empty",
            "import numpy as np\n"
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = np.average(women["cannot_read_write"], weights=women["people_10_plus"].astype(float))',
            points=1,
        ),
        # np.average without empty cells
        right(
            "import numpy as np\n"
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'known = women.dropna(subset=["cannot_read_write", "people_10_plus"])\n'
            'over_women = np.average(known["cannot_read_write"], weights=known["people_10_plus"].astype(float))'
        ),
        # from those who can read
        right(
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = 100 * (1 - women["readers"].sum() / women["people_10_plus"].sum())'
        ),
        # plain Python
        right(
            "rates, weights = [], []\n"
            'for row in census.to_dict("records"):\n'
            '    if row["area"] == "total" and row["sex"] == "female" and row["cannot_read_write"] == row["cannot_read_write"]:\n'
            '        rates.append(row["cannot_read_write"])\n'
            '        weights.append(row["people_10_plus"])\n'
            "over_communes = sum(rates) / len(rates)\n"
            "over_women = sum(a * b for a, b in zip(rates, weights)) / sum(weights)"
        ),
        # SQL
        right(
            "import sqlite3\n"
            'base = sqlite3.connect(":memory:")\n'
            'for c in ["region", "area", "sex"]:\n'
            "    census[c] = census[c].astype(str)\n"
            'census.to_sql("census", base)\n'
            "over_communes, over_women = base.execute(\"select avg(cannot_read_write), sum(cannot_read_write * people_10_plus) / sum(people_10_plus) from census where area = 'total' and sex = 'female'\").fetchone()"
        ),
        # town and countryside added up
        right(
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'parts = census[(census["area"] != "total") & (census["sex"] == "female")]\n'
            'over_women = (parts["cannot_read_write"] * parts["people_10_plus"]).sum() / parts["people_10_plus"].sum()'
        ),
        # query, rounded to one decimal
        right(
            "women = census.query(\"area == 'total' and sex == 'female'\")\n"
            'over_communes = round(women["cannot_read_write"].mean(), 1)\n'
            'over_women = round(float((women["cannot_read_write"] * women["people_10_plus"]).sum() / women["people_10_plus"].sum()), 1)'
        ),
        # groupby transform of weights
        right(
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'weight = women["people_10_plus"] / women["people_10_plus"].sum()\n'
            'over_women = (weight * women["cannot_read_write"]).sum()'
        ),
        # mean of women’s and men’s shares
        mistake(
            "01-both-sexes",
            'both = census[(census["area"] == "total") & (census["sex"] != "all")]\n'
            'over_communes = both["cannot_read_write"].mean()\n'
            'over_women = (both["cannot_read_write"] * both["people_10_plus"]).sum() / both["people_10_plus"].sum()',
        ),
        # regions weighed by their number of communes
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'shares = women.groupby("region", observed=True).apply(lambda g: (g["cannot_read_write"] * g["people_10_plus"]).sum() / g["people_10_plus"].sum())\n'
            'n = women.groupby("region", observed=True).size()\n'
            "over_women = (shares * n).sum() / n.sum()",
            points=1,
        ),
        # mean of town and countryside, each once
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            "def share(area):\n"
            '    g = census[(census["area"] == area) & (census["sex"] == "female")]\n'
            '    return (g["cannot_read_write"] * g["people_10_plus"]).sum() / g["people_10_plus"].sum()\n'
            'over_women = (share("urban") + share("rural")) / 2',
            points=1,
        ),
        # weighs by the rank of the commune
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'rank = women["people_10_plus"].rank()\n'
            'over_women = (women["cannot_read_write"] * rank).sum() / rank.sum()',
            points=1,
        ),
        # weighs by the square root of the women
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'root = women["people_10_plus"].astype(float) ** 0.5\n'
            'over_women = (women["cannot_read_write"] * root).sum() / root.sum()',
            points=1,
        ),
        # all people of every age below the line
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'everybody = census[(census["area"] == "total") & (census["sex"] == "all")]\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / everybody["people"].sum()',
            points=1,
        ),
        # number of women who cannot read
        mistake(
            "01-weights-not-divided",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / 100',
            points=1,
        ),
        # men’s shares, women’s weights
        mistake(
            "01-women-otherwise",
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'men = census[(census["area"] == "total") & (census["sex"] == "male")]\n'
            'over_women = (men["cannot_read_write"].to_numpy() * women["people_10_plus"].to_numpy(dtype=float, na_value=0))\n'
            'over_women = float(__import__("numpy").nansum(over_women)) / women["people_10_plus"].sum()',
            points=1,
        ),
        # merge of two tables
        right(
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            'a = women[["code", "cannot_read_write"]]\n'
            'b = women[["code", "people_10_plus"]]\n'
            'both = a.merge(b, on="code").dropna()\n'
            'over_women = both["cannot_read_write"].mul(both["people_10_plus"]).sum() / both["people_10_plus"].sum()'
        ),
        # repeat each share as often as there are hundreds of women
        right(
            'women = census[(census["area"] == "total") & (census["sex"] == "female")]\n'
            'over_communes = women["cannot_read_write"].mean()\n'
            "import numpy as np\n"
            'known = women.dropna(subset=["cannot_read_write"])\n'
            'over_women = np.repeat(known["cannot_read_write"].to_numpy(), (known["people_10_plus"] / 10).round().astype(int)).mean()'
        ),
    ],
    "system-parts": [
        right('list_is = "Output"\nfindings_are = " feedback "'),
        mistake("01-list-decision", 'list_is = "decision"\nfindings_are = "feedback"', points=0.5),
        mistake("01-list-model", 'list_is = "model"\nfindings_are = "feedback"', points=0.5),
        mistake("01-list-data", 'list_is = "data"\nfindings_are = "output"'),
        mistake("01-findings-output", 'list_is = "output"\nfindings_are = "output"', points=0.5),
        mistake("01-findings-purpose", 'list_is = "output"\nfindings_are = "purpose"', points=0.5),
        mistake(
            "01-findings-decision", 'list_is = "output"\nfindings_are = "decision"', points=0.5
        ),
        mistake("form-missing", 'list_is = "output"\nfindings_are = ...', points=0.5),
        # full stop and capitals
        right('list_is = "Output."\nfindings_are = "FEEDBACK"'),
    ],
    "incomplete-rows": [
        right(
            'women = people[people["sex"] == "Female"]\n'
            "incomplete_women = len(women) - len(women.dropna())"
        ),
        right("incomplete_women = 1497"),
        mistake(
            "01-no-rows",
            'women = people[people["sex"] == "Female"]\n'
            'incomplete_women = (women.astype(str) == "?").any(axis=1).sum()',
        ),
        mistake(
            "01-no-rows",
            'incomplete_women = ((people["sex"] == "female") & people.isna().any(axis=1)).sum()',
        ),
        mistake(
            "01-cells-for-rows",
            'incomplete_women = people[people["sex"] == "Female"].isna().sum().sum()',
        ),
        mistake("01-cells-for-rows", "incomplete_women = people.isna().sum().sum()"),
        mistake("01-whole-file", "incomplete_women = people.isna().any(axis=1).sum()"),
        mistake(
            "01-men",
            'incomplete_women = people[people["sex"] == "Male"].isna().any(axis=1).sum()',
        ),
        mistake(
            "01-length-not-sum",
            'incomplete_women = len(people[people["sex"] == "Female"].isna().any(axis=1))',
        ),
        mistake("01-all-people", "incomplete_women = people.isna().any(axis=1).count()"),
        mistake(
            "01-complete-rows",
            'incomplete_women = len(people[people["sex"] == "Female"].dropna())',
        ),
        mistake(
            "01-one-column-only",
            'incomplete_women = people.loc[people["sex"] == "Female", "occupation"].isna().sum()',
        ),
        mistake(
            "01-workclass-only",
            'incomplete_women = people.loc[people["sex"] == "Female", "workclass"].isna().sum()',
        ),
        mistake(
            "01-country-only",
            "incomplete_women = "
            'people.loc[people["sex"] == "Female", "native_country"].isna().sum()',
        ),
        mistake(
            "01-three-gaps",
            'women = people[people["sex"] == "Female"]\n'
            "incomplete_women = (women.isna().sum(axis=1) == 3).sum()",
        ),
        mistake(
            "form-series", 'incomplete_women = people[people["sex"] == "Female"].isna().any(axis=1)'
        ),
        mistake(
            "form-brackets",
            'incomplete_women = people[people["sex"] == "Female"].isna().any(axis=1).sum',
        ),
        mistake("form-whole-share", "incomplete_women = 1497 / 16192"),
        # exactly one gap
        mistake(
            "01-one-gap-exactly",
            'incomplete_women = (people[people["sex"] == "Female"].isna().sum(axis=1) == 1).sum()',
        ),
        # every cell empty
        mistake(
            "01-no-rows",
            'incomplete_women = people[people["sex"] == "Female"].isna().all(axis=1).sum()',
        ),
        # columns with a gap, not women
        mistake(
            "01-columns-with-gaps",
            'incomplete_women = people[people["sex"] == "Female"].isna().any().sum()',
        ),
        # wives only
        mistake(
            "01-wives-only",
            'incomplete_women = people[people["relationship"] == "Wife"].isna().any(axis=1).sum()',
        ),
        # training part only
        mistake(
            "01-one-part",
            'part = people[people["split"] == "train"]\n'
            'incomplete_women = part[part["sex"] == "Female"].isna().any(axis=1).sum()',
        ),
        # employer and occupation both unknown
        mistake(
            "01-workclass-only",
            'incomplete_women = ((people["sex"] == "Female") & people["workclass"].isna() & people["occupation"].isna()).sum()',
        ),
        # two gaps or more
        mistake(
            "01-workclass-only",
            'incomplete_women = (people[people["sex"] == "Female"].isna().sum(axis=1) >= 2).sum()',
        ),
        # country of birth forgotten
        mistake(
            "01-one-column-only",
            'incomplete_women = ((people["sex"] == "Female") & (people["workclass"].isna() | people["occupation"].isna())).sum()',
        ),
        # women or a gap
        mistake(
            "01-women-or-gap",
            'incomplete_women = ((people["sex"] == "Female") | people.isna().any(axis=1)).sum()',
        ),
        # weights of the survey added up
        mistake(
            "01-survey-weights",
            'incomplete_women = people.loc[(people["sex"] == "Female") & people.isna().any(axis=1), "fnlwgt"].sum()',
        ),
        # share of the women
        mistake(
            "form-whole-share",
            'incomplete_women = people[people["sex"] == "Female"].isna().any(axis=1).mean()',
        ),
        # sum of gaps above 0
        right(
            'incomplete_women = (people.loc[people["sex"] == "Female"].isna().sum(axis=1) > 0).sum()'
        ),
        # three columns joined by or
        right(
            'gap = people["workclass"].isna() | people["occupation"].isna() | people["native_country"].isna()\n'
            'incomplete_women = len(people[gap & (people["sex"] == "Female")])'
        ),
        # sets of row numbers
        right(
            'women = people[people["sex"] == "Female"]\n'
            "found = set()\n"
            "for name in women.columns:\n"
            "    found |= set(women.index[women[name].isna()])\n"
            "incomplete_women = len(found)"
        ),
        # numpy
        right(
            "import numpy as np\n"
            'incomplete_women = np.count_nonzero(people.isna().to_numpy().any(axis=1) & (people["sex"] == "Female").to_numpy())'
        ),
        # groupby
        right(
            'incomplete_women = people.isna().any(axis=1).groupby(people["sex"], observed=True).sum()["Female"]'
        ),
        # rows with a gap in order: first 10,000 people
        mistake(
            "form-wrong",
            "incomplete_women = people.head(10000).query(\"sex == 'Female'\").isna().any(axis=1).sum()",
        ),
        # different kinds of gap
        mistake(
            "01-kinds-of-gap",
            'incomplete_women = people[people["sex"] == "Female"].isna().drop_duplicates().shape[0]',
        ),
        # one gap for each column added up
        mistake(
            "01-cells-for-rows",
            'incomplete_women = sum(people.loc[people["sex"] == "Female", c].isna().sum() for c in ["workclass", "occupation", "native_country"])',
        ),
        # women with a gap who earn little
        mistake(
            "01-one-income",
            'p = people[(people["sex"] == "Female") & (people["income"] == "<=50K")]\n'
            "incomplete_women = p.isna().any(axis=1).sum()",
        ),
    ],
    "unknown-by-group": [
        right(
            'gap = people["native_country"].isna()\n'
            'by_race = gap.groupby(people["race"], observed=True).mean()\n'
            'unknown_asian = by_race["Asian-Pac-Islander"]\n'
            'unknown_white = by_race["White"]'
        ),
        right("unknown_asian = 128 / 1519\nunknown_white = 573 / 41762"),
        mistake("01-inverse-group", "unknown_asian = 128 / 857\nunknown_white = 573 / 857"),
        mistake("01-joint", "unknown_asian = 128 / 48842\nunknown_white = 573 / 48842"),
        mistake(
            "01-inverse-group", "unknown_asian = 128 / 1519\nunknown_white = 573 / 857", points=1
        ),
        mistake(
            "01-no-missing",
            'unknown = people["native_country"] == "?"\n'
            'unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = unknown[people["race"] == "White"].mean()',
        ),
        mistake(
            "01-groups-swapped", "unknown_asian = 573 / 41762\nunknown_white = 128 / 1519", points=0
        ),
        mistake(
            "01-other-column",
            'unknown = people["occupation"].isna()\n'
            'unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = unknown[people["race"] == "White"].mean()',
        ),
        mistake(
            "01-other-column",
            "unknown = people.isna().any(axis=1)\n"
            'unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = unknown[people["race"] == "White"].mean()',
        ),
        mistake(
            "01-whole-file",
            'unknown_asian = unknown_white = people["native_country"].isna().mean()',
        ),
        mistake(
            "01-other-race",
            "unknown_asian = 132 / 4685\nunknown_white = 573 / 41762",
            points=1,
        ),
        mistake("01-nan-in-denominator", "unknown_asian = 128 / 1391\nunknown_white = 573 / 41189"),
        mistake(
            "01-known-or-part",
            "unknown_asian = 128 / 1519\nunknown_white = 573 / 41189",
            points=1,
        ),
        mistake("form-percent", "unknown_asian = 8.427\nunknown_white = 0.01372", points=1),
        mistake(
            "form-complement", "unknown_asian = 1391 / 1519\nunknown_white = 573 / 41762", points=1
        ),
        mistake("form-missing", "unknown_asian = 128 / 1519\nunknown_white = ...", points=1),
        mistake("form-comma", "unknown_asian = 8,43\nunknown_white = 0.0137", points=1),
        mistake("01-count-for-share", "unknown_asian = 128\nunknown_white = 573 / 41762", points=1),
        # weighed by the survey’s weights
        mistake(
            "01-survey-weights",
            'u = people["native_country"].isna()\n'
            'a = people["race"] == "Asian-Pac-Islander"\n'
            'b = people["race"] == "White"\n'
            'unknown_asian = people.loc[u & a, "fnlwgt"].sum() / people.loc[a, "fnlwgt"].sum()\n'
            'unknown_white = people.loc[u & b, "fnlwgt"].sum() / people.loc[b, "fnlwgt"].sum()',
        ),
        # training part only
        mistake(
            "01-one-part",
            'p = people[people["split"] == "train"]\n'
            'u = p["native_country"].isna()\n'
            'unknown_asian = u[p["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = u[p["race"] == "White"].mean()',
        ),
        # born abroad, not unknown
        mistake(
            "01-born-elsewhere",
            'u = people["native_country"] != "United-States"\n'
            'unknown_asian = u[people["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = u[people["race"] == "White"].mean()',
        ),
        # everybody but the group
        mistake(
            "01-all-others",
            'u = people["native_country"].isna()\n'
            'unknown_asian = u[people["race"] != "Asian-Pac-Islander"].mean()\n'
            'unknown_white = u[people["race"] != "White"].mean()',
        ),
        # counts, not shares
        mistake("01-count-for-share", "unknown_asian = 128\nunknown_white = 573"),
        # odds: unknown over known
        mistake("01-nan-in-denominator", "unknown_asian = 128 / 1391\nunknown_white = 573 / 41189"),
        # share of all gaps in the group
        mistake(
            "01-gaps-below",
            "g = people.isna()\n"
            'unknown_asian = g.loc[people["race"] == "Asian-Pac-Islander", "native_country"].sum() / g[people["race"] == "Asian-Pac-Islander"].sum().sum()\n'
            'unknown_white = g.loc[people["race"] == "White", "native_country"].sum() / g[people["race"] == "White"].sum().sum()',
        ),
        # women only
        mistake(
            "01-one-sex",
            'p = people[people["sex"] == "Female"]\n'
            'u = p["native_country"].isna()\n'
            'unknown_asian = u[p["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = u[p["race"] == "White"].mean()',
        ),
        # mean of women’s and men’s shares
        mistake(
            "01-mean-of-shares",
            'u = people["native_country"].isna()\n'
            'both = u.groupby([people["race"], people["sex"]], observed=True).mean().unstack().mean(axis=1)\n'
            'unknown_asian, unknown_white = both["Asian-Pac-Islander"], both["White"]',
        ),
        # how many times as often
        mistake(
            "01-times-as-often", "unknown_asian = (128 / 1519) / (573 / 41762)\nunknown_white = 1"
        ),
        # crosstab
        right(
            'table = pd.crosstab(people["race"], people["native_country"].isna(), normalize="index")\n'
            'unknown_asian = table.loc["Asian-Pac-Islander", True]\n'
            'unknown_white = table.loc["White", True]'
        ),
        # value_counts with dropna=False
        right(
            "def one(group):\n"
            '    return people.loc[people["race"] == group, "native_country"].astype(object).value_counts(normalize=True, dropna=False)[float("nan")]\n'
            'unknown_asian = one("Asian-Pac-Islander")\n'
            'unknown_white = one("White")'
        ),
        # one minus the known
        right(
            'g = people.groupby("race", observed=True)["native_country"]\n'
            "known = g.count() / g.size()\n"
            'unknown_asian = 1 - known["Asian-Pac-Islander"]\n'
            'unknown_white = 1 - known["White"]'
        ),
        # Fraction
        right(
            "from fractions import Fraction\n"
            "unknown_asian = Fraction(128, 1519)\n"
            "unknown_white = Fraction(573, 41762)"
        ),
        # plain Python
        right(
            "def one(group):\n"
            '    rows = [c for r, c in zip(people["race"], people["native_country"]) if r == group]\n'
            "    return sum(1 for c in rows if c != c) / len(rows)\n"
            'unknown_asian, unknown_white = one("Asian-Pac-Islander"), one("White")'
        ),
        # each income class once
        mistake(
            "01-mean-over-income",
            'u = people["native_country"].isna()\n'
            'm = u.groupby([people["race"], people["income"]], observed=True).mean().unstack().mean(axis=1)\n'
            'unknown_asian, unknown_white = m["Asian-Pac-Islander"], m["White"]',
        ),
        # share of the group among those born abroad or unknown
        mistake(
            "01-of-abroad",
            'abroad = people["native_country"] != "United-States"\n'
            'u = people["native_country"].isna()\n'
            "def one(g):\n"
            '    return u[(people["race"] == g)].sum() / abroad[people["race"] == g].sum()\n'
            'unknown_asian, unknown_white = one("Asian-Pac-Islander"), one("White")',
        ),
        # repeated rows removed first
        mistake(
            "01-repeated-removed",
            'p = people.drop(columns=["fnlwgt", "split"]).drop_duplicates()\n'
            'u = p["native_country"].isna()\n'
            'unknown_asian = u[p["race"] == "Asian-Pac-Islander"].mean()\n'
            'unknown_white = u[p["race"] == "White"].mean()',
        ),
    ],
    "drop-rows": [
        right('gap_answer = "COMPARE-first"'),
        mistake("01-drop-few", 'gap_answer = "few-enough"'),
        mistake("01-drop-chance", 'gap_answer = "by-chance"'),
        mistake("01-drop-refuse", 'gap_answer = "refuse-file"'),
        # hyphen that does not break
        right('gap_answer = "compare‑first"'),
    ],
    "coverage": [
        right("women_share = 0.32495\ncoverage_women = 0.706"),
        right("women_share = (45222 - 30527) / 45222\ncoverage_women = 0.325 / 0.46"),
        mistake(
            "01-ratio-inverse",
            "women_share = 14695 / 45222\ncoverage_women = 0.46 / women_share",
            points=1,
        ),
        mistake("01-full-file", "women_share = 16192 / 48842\ncoverage_women = women_share / 0.46"),
        mistake(
            "01-mixed-tables", "women_share = 14695 / 48842\ncoverage_women = women_share / 0.46"
        ),
        mistake(
            "01-mixed-tables-2", "women_share = 16192 / 45222\ncoverage_women = women_share / 0.46"
        ),
        mistake(
            "01-kept-women", "women_share = 14695 / 16192\ncoverage_women = women_share / 0.46"
        ),
        mistake(
            "01-share-of-men", "women_share = 30527 / 45222\ncoverage_women = 0.70642", points=1
        ),
        mistake(
            "01-share-inverse", "women_share = 45222 / 14695\ncoverage_women = 0.70642", points=1
        ),
        mistake(
            "01-ratio-gap",
            "women_share = 14695 / 45222\ncoverage_women = women_share - 0.46",
            points=1,
        ),
        mistake(
            "01-ratio-gap-turned",
            "women_share = 14695 / 45222\ncoverage_women = 0.46 - women_share",
            points=1,
        ),
        mistake(
            "01-ratio-men",
            "women_share = 14695 / 45222\ncoverage_women = (30527 / 45222) / 0.54",
            points=1,
        ),
        mistake(
            "01-ratio-mixed",
            "women_share = 14695 / 45222\ncoverage_women = (30527 / 45222) / 0.46",
            points=1,
        ),
        mistake(
            "01-ratio-percent",
            "women_share = 14695 / 45222\ncoverage_women = women_share / 46",
            points=1,
        ),
        mistake(
            "01-ratio-multiplied",
            "women_share = 14695 / 45222\ncoverage_women = women_share * 0.46",
            points=1,
        ),
        mistake(
            "01-thousands-comma",
            "women_share = 14,695 / 45,222\ncoverage_women = 0.70642",
            points=1,
        ),
        mistake("form-percent", "women_share = 32.495\ncoverage_women = 70.642"),
        mistake("form-text", 'women_share = "0.325"\ncoverage_women = 0.70642', points=1),
        # against all adults, half women
        mistake(
            "01-ratio-half",
            "women_share = 14695 / 45222\ncoverage_women = women_share / 0.5",
            points=1,
        ),
        # against the file before deleting
        mistake(
            "01-ratio-file",
            "women_share = 14695 / 45222\ncoverage_women = women_share / (16192 / 48842)",
            points=1,
        ),
        # women to men
        mistake(
            "01-women-to-men", "women_share = 14695 / 30527\ncoverage_women = women_share / 0.46"
        ),
        # women left against 46% of the full file
        mistake(
            "01-ratio-full-file",
            "women_share = 14695 / 45222\ncoverage_women = 14695 / (0.46 * 48842)",
            points=1,
        ),
        # ratio against the men of the labour force
        mistake(
            "01-ratio-women-men",
            "women_share = 14695 / 45222\ncoverage_women = women_share / 0.54",
            points=1,
        ),
        # share of women kept over the share of men kept
        mistake(
            "01-ratio-kept",
            "women_share = 14695 / 45222\ncoverage_women = (14695 / 16192) / (30527 / 32650)",
            points=1,
        ),
        # counts, one line
        right("women_share = 14695 / 45222\ncoverage_women = 14695 / (45222 * 0.46)"),
        # from the table
        right(
            "left = people.dropna()\n"
            'women_share = (left["sex"] == "Female").mean()\n'
            "coverage_women = women_share / 0.46"
        ),
        # Fraction
        right(
            "from fractions import Fraction\n"
            "women_share = Fraction(14695, 45222)\n"
            "coverage_women = women_share * 100 / 46"
        ),
        # three decimals
        right("women_share = 0.325\ncoverage_women = 0.706"),
        # women lost over women
        mistake(
            "01-ratio-women-kept",
            "women_share = 14695 / 45222\ncoverage_women = 1 - 14695 / 16192",
            points=1,
        ),
        # change of the share
        mistake(
            "01-ratio-percent",
            "women_share = 14695 / 45222\ncoverage_women = 16192 / 48842 - women_share",
            points=1,
        ),
        # women among people lost
        mistake(
            "01-share-of-lost",
            "women_share = (16192 - 14695) / (48842 - 45222)\n"
            "coverage_women = 14695 / 45222 / 0.46",
            points=1,
        ),
        # complement below the line
        mistake(
            "01-ratio-men-excess",
            "women_share = 14695 / 45222\ncoverage_women = (1 - women_share) / (1 - 0.46) - 1",
            points=1,
        ),
    ],
    "smallest-class": [
        right(
            "def smallest_class(table, columns):\n"
            "    sizes = {}\n"
            "    for values in table[columns].astype(object).itertuples(index=False):\n"
            "        key = tuple(map(str, values))\n"
            "        sizes[key] = sizes.get(key, 0) + 1\n"
            "    return min(sizes.values())"
        ),
        right(
            "def smallest_class(table, columns):\n"
            "    sizes = table[columns].value_counts(dropna=False)\n"
            "    return sizes[sizes > 0].min()"
        ),
        mistake(
            "01-class-unknown",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True).size().min()",
        ),
        mistake(
            "01-k-empty",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=False, dropna=False).size().min()",
        ),
        mistake(
            "01-k-empty",
            "def smallest_class(table, columns):\n"
            "    return table.value_counts(columns, dropna=False).min()",
        ),
        mistake(
            "01-k-classes",
            "def smallest_class(table, columns):\n"
            "    return len(table.groupby(columns, observed=True, dropna=False).size())",
        ),
        mistake(
            "01-class-mean",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True, dropna=False).size().mean()",
        ),
        mistake(
            "01-class-largest",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True, dropna=False).size().max()",
        ),
        mistake(
            "01-class-one-column",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns[0], observed=True, dropna=False).size().min()",
        ),
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            "    every = list(table.columns)\n"
            "    return table.groupby(every, observed=True, dropna=False).size().min()",
        ),
        mistake(
            "01-class-people",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True, dropna=False).size().sum()",
        ),
        mistake(
            "01-class-alone",
            "def smallest_class(table, columns):\n"
            "    sizes = table.groupby(columns, observed=True, dropna=False).size()\n"
            "    return (sizes == 1).sum()",
        ),
        mistake(
            "01-class-changes",
            "def smallest_class(table, columns):\n"
            '    table["one"] = 1\n'
            '    return table.groupby(columns, observed=True, dropna=False)["one"].sum().min()',
        ),
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            "    known = table.dropna()\n"
            "    sizes = known.groupby(columns, observed=True).size()\n"
            "    return min(sizes) + table[columns].isna().any(axis=1).sum()",
        ),
        mistake(
            "01-class-hidden",
            "def smallest_class(table, columns):\n"
            "    sizes = table.groupby(columns, observed=True, dropna=False).size()\n"
            "    return min(sizes.min(), 2)",
        ),
        mistake(
            "form-return",
            "def smallest_class(table, columns):\n"
            "    print(table.groupby(columns, observed=True, dropna=False).size().min())",
        ),
        mistake(
            "form-series",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True, dropna=False).size()",
        ),
        mistake(
            "function-ignores",
            "def smallest_class(table, columns):\n"
            '    return table.groupby("columns", observed=True, dropna=False).size().min()',
        ),
        # first two columns only
        mistake(
            "01-class-three-columns",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(list(columns)[:2], observed=True, dropna=False).size().min()",
        ),
        # first and last column only
        mistake(
            "01-class-three-columns",
            "def smallest_class(table, columns):\n"
            "    return table.groupby([columns[0], columns[-1]], observed=True, dropna=False).size().min()",
        ),
        # values joined without a sign between
        mistake(
            "01-class-hidden",
            "def smallest_class(table, columns):\n"
            '    joined = table[columns].astype(object).fillna("?").astype(str).agg("".join, axis=1)\n'
            "    return joined.value_counts().min()",
        ),
        # runs of neighbouring rows: order assumed
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            "    from itertools import groupby\n"
            '    rows = table[columns].astype(object).fillna("?").astype(str).itertuples(index=False, name=None)\n'
            "    return min(len(list(run)) for _, run in groupby(rows))",
        ),
        # unknown becomes 0, which is also a value
        mistake(
            "01-class-hidden-unknown",
            "def smallest_class(table, columns):\n"
            "    return table[columns].astype(object).fillna(0).groupby(columns).size().min()",
        ),
        # unknown takes the value above
        mistake(
            "01-class-unknown-other",
            "def smallest_class(table, columns):\n"
            "    return table[columns].ffill().groupby(columns, observed=True).size().min()",
        ),
        # smallest class of any one column
        mistake(
            "01-class-one-column",
            "def smallest_class(table, columns):\n"
            "    return min(table[c].value_counts(dropna=False).loc[lambda n: n > 0].min() for c in columns)",
        ),
        # smallest group inside the smallest group
        mistake(
            "01-class-not-smallest",
            "def smallest_class(table, columns):\n"
            "    rows = table\n"
            "    for c in columns:\n"
            "        n = rows[c].value_counts(dropna=False)\n"
            "        n = n[n > 0]\n"
            "        least = n.idxmin()\n"
            "        rows = rows[rows[c].isna()] if least != least or least is None else rows[rows[c] == least]\n"
            "    return len(rows)",
        ),
        # classes of one left out
        mistake(
            "01-class-singles",
            "def smallest_class(table, columns):\n"
            "    n = table.groupby(columns, observed=True, dropna=False).size()\n"
            "    n = n[n > 1]\n"
            "    return n.min() if len(n) else 1",
        ),
        # counts filled cells of another column
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            "    other = [c for c in table.columns if c not in columns]\n"
            "    g = table.groupby(columns, observed=True, dropna=False)\n"
            "    return g[other[0]].count().min() if other else g.size().min()",
        ),
        # second smallest class
        mistake(
            "01-class-not-smallest",
            "def smallest_class(table, columns):\n"
            "    n = sorted(table.groupby(columns, observed=True, dropna=False).size())\n"
            "    return n[1] if len(n) > 1 else n[0]",
        ),
        # half of the classes: the median
        mistake(
            "01-class-not-smallest",
            "def smallest_class(table, columns):\n"
            "    n = sorted(table.groupby(columns, observed=True, dropna=False).size())\n"
            "    return n[len(n) // 2]",
        ),
        # people divided by combinations
        mistake(
            "01-class-mean",
            "def smallest_class(table, columns):\n"
            "    ways = 1\n"
            "    for c in columns:\n"
            "        ways *= table[c].nunique(dropna=False)\n"
            "    return len(table) // ways",
        ),
        # repeated rows removed first
        mistake(
            "01-class-repeated",
            "def smallest_class(table, columns):\n"
            "    return table.drop_duplicates().groupby(columns, observed=True, dropna=False).size().min()",
        ),
        # the lesson’s line with its column
        mistake(
            "form-error",
            "def smallest_class(table, columns):\n"
            "    classes = table.groupby(columns, observed=True, dropna=False)\n"
            '    return classes["sex"].transform("size").min()',
        ),
        # the lesson’s survey in place of the table
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            '    return people.groupby(["age", "sex"], observed=True, dropna=False).size().min()',
        ),
        # row with an unknown value is a class of one each
        mistake(
            "01-class-unknown-apart",
            "def smallest_class(table, columns):\n"
            "    gaps = table[columns].isna().any(axis=1)\n"
            "    n = table[~gaps].groupby(columns, observed=True).size()\n"
            "    return 1 if gaps.any() else n.min()",
        ),
        # never above ten
        mistake(
            "01-class-hidden-same",
            "def smallest_class(table, columns):\n"
            "    return min(10, table.groupby(columns, observed=True, dropna=False).size().min())",
        ),
        # numbers in tens
        mistake(
            "01-class-three-columns",
            "def smallest_class(table, columns):\n"
            "    t = table[columns].copy()\n"
            "    for c in columns:\n"
            '        if t[c].dtype.kind in "if":\n'
            "            t[c] = t[c] // 10\n"
            "    return t.groupby(columns, observed=True, dropna=False).size().min()",
        ),
        # Counter of tuples
        right(
            "def smallest_class(table, columns):\n"
            "    from collections import Counter\n"
            "    rows = table[columns].astype(object)\n"
            "    rows = rows.where(rows.notna(), None)\n"
            "    return min(Counter(rows.itertuples(index=False, name=None)).values())"
        ),
        # transform, as in the lesson
        right(
            "def smallest_class(table, columns):\n"
            "    classes = table[columns].groupby(columns, observed=True, dropna=False)\n"
            "    return int(classes.ngroup().value_counts().min())"
        ),
        # numpy on codes
        right(
            "def smallest_class(table, columns):\n"
            "    import numpy as np\n"
            "    codes = np.column_stack([pd.factorize(table[c], use_na_sentinel=False)[0] for c in columns])\n"
            "    return np.unique(codes, axis=0, return_counts=True)[1].min()"
        ),
        # SQL
        right(
            "def smallest_class(table, columns):\n"
            "    import sqlite3\n"
            "    rows = table[columns].astype(object)\n"
            "    rows = rows.where(rows.notna(), None)\n"
            '    base = sqlite3.connect(":memory:")\n'
            '    rows.to_sql("t", base, index=False)\n'
            '    names = ", ".join(chr(34) + c + chr(34) for c in columns)\n'
            '    return base.execute(f"select min(n) from (select count(*) as n from t group by {names})").fetchone()[0]'
        ),
        # compares each row with all rows
        right(
            "def smallest_class(table, columns):\n"
            '    rows = [tuple("gap" if v != v or v is None else v for v in row) for row in table[columns].astype(object).itertuples(index=False)]\n'
            "    return min(rows.count(row) for row in rows)"
        ),
        # merge and count
        right(
            "def smallest_class(table, columns):\n"
            "    rows = table[columns].astype(object)\n"
            '    rows = rows.where(rows.notna(), "(unknown)").astype(str)\n'
            '    sizes = rows.value_counts().rename("n").reset_index()\n'
            '    return float(rows.merge(sizes, on=columns)["n"].min())'
        ),
        # every tenth row as a sample
        mistake(
            "01-class-singles",
            "def smallest_class(table, columns):\n"
            "    return table.iloc[::2].groupby(columns, observed=True, dropna=False).size().min() * 2",
        ),
        # columns without the last
        mistake(
            "01-class-one-column",
            "def smallest_class(table, columns):\n"
            "    use = columns[:-1] if len(columns) > 1 else columns\n"
            "    return table.groupby(use, observed=True, dropna=False).size().min()",
        ),
        # classes by text in lower case
        mistake(
            "01-class-three-columns",
            "def smallest_class(table, columns):\n"
            '    rows = table[columns].astype(object).where(table[columns].notna(), "?").astype(str).apply(lambda c: c.str[:3].str.lower())\n'
            "    return rows.value_counts().min()",
        ),
        # columns sorted into a set: order of values lost
        mistake(
            "01-class-hidden",
            "def smallest_class(table, columns):\n"
            '    rows = [frozenset(map(str, row)) for row in table[columns].astype(object).where(table[columns].notna(), "?").itertuples(index=False)]\n'
            "    return min(rows.count(row) for row in rows)",
        ),
        # only rows with a complete record
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            "    return table.dropna(subset=[c for c in table.columns if c not in columns]).groupby(columns, observed=True, dropna=False).size().min()",
        ),
        # uses the row number
        mistake(
            "01-class-all-columns",
            "def smallest_class(table, columns):\n"
            '    return table.reset_index().groupby(["index", *columns], observed=True, dropna=False).size().min()',
        ),
        # size of the first class
        mistake(
            "01-class-largest",
            "def smallest_class(table, columns):\n"
            "    return table.groupby(columns, observed=True, dropna=False).size().iloc[0]",
        ),
        # pivot of a helper column
        right(
            "def smallest_class(table, columns):\n"
            "    helper = table[columns].copy()\n"
            '    helper["n"] = 1\n'
            '    return helper.groupby(columns, observed=True, dropna=False)["n"].sum().min()'
        ),
        # recursive split by column
        right(
            "def smallest_class(table, columns):\n"
            "    if not columns:\n"
            "        return len(table)\n"
            "    first, *rest = columns\n"
            "    parts = [part for _, part in table.groupby(first, observed=True, dropna=False)]\n"
            "    return min(smallest_class(part, rest) for part in parts)"
        ),
    ],
    "generalise": [
        right(
            "def alone(ages):\n"
            '    return people.groupby([ages, "race", "marital_status"], observed=True).size().eq(1).sum()\n'
            'alone_before = alone("age")\n'
            'alone_after = alone(people["age"].floordiv(10))'
        ),
        right(
            'keys = people["age"].astype(str).str[0] + people["race"].astype(str)\n'
            'alone_after = (~(keys + people["marital_status"].astype(str)).duplicated(keep=False)).sum()\n'
            'kept = people[["age", "race", "marital_status"]]\n'
            "alone_before = (~kept.duplicated(keep=False)).sum()"
        ),
        mistake("01-k-classes", "alone_before = 1221\nalone_after = 208"),
        mistake("01-below-five", "alone_before = 1116\nalone_after = 133"),
        mistake("01-k-for-alone", "alone_before = 1\nalone_after = 1"),
        mistake("01-before-after", "alone_before = 28\nalone_after = 288"),
        mistake(
            "01-column-left-out",
            'sizes = people.groupby(["age", "marital_status"], observed=True).size()\n'
            "alone_before = (sizes == 1).sum()\n"
            "alone_after = 28",
            points=0.5,
        ),
        mistake(
            "01-not-generalised",
            'ages = people["age"] / 10\n'
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'alone_after = (people.groupby([ages, "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # rounded to the nearest ten
        mistake(
            "01-rounded-age",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"].round(-1)\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # tens closed on the right, 11 to 20
        mistake(
            "01-tens-from-eleven",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = pd.cut(people["age"], range(0, 101, 10))\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # steps of five years
        mistake(
            "01-steps-of-five",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 5 * 5\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # bands of the lesson
        mistake(
            "01-other-steps",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = pd.cut(people["age"], [0, 24, 34, 44, 54, 64, 120])\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # three bands
        mistake(
            "01-too-coarse",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = pd.cut(people["age"], [0, 34, 54, 120])\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # how many fewer are alone
        mistake(
            "01-how-many-fewer",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            "alone_after = 288 - 28",
            points=0.5,
        ),
        # people who are not alone
        mistake(
            "01-not-alone",
            'alone_before = people.duplicated(["age", "race", "marital_status"], keep=False).sum()\n'
            'people["decade"] = people["age"] // 10\n'
            'alone_after = people.duplicated(["decade", "race", "marital_status"], keep=False).sum()',
        ),
        # first of each class counts as alone
        mistake(
            "01-k-classes",
            'alone_before = (~people.duplicated(["age", "race", "marital_status"])).sum()\n'
            'people["decade"] = people["age"] // 10\n'
            'alone_after = (~people.duplicated(["decade", "race", "marital_status"])).sum()',
        ),
        # women only
        mistake(
            "01-alone-one-sex",
            'women = people[people["sex"] == "Female"]\n'
            'alone_before = (women.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'alone_after = (women.groupby([women["age"] // 10, "race", "marital_status"], observed=True).size() == 1).sum()',
        ),
        # shares in place of people
        mistake("form-whole-share", "alone_before = 288 / 48842\nalone_after = 28 / 48842"),
        # last digit of the age
        mistake(
            "01-other-steps",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] % 10\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # age overwritten, cell run twice
        mistake(
            "01-age-overwritten",
            'people["age"] = people["age"] // 10 * 10\n'
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            "alone_after = alone_before",
            points=0.5,
        ),
        # at most two share the class
        mistake(
            "01-alone-two",
            'n = people.groupby(["age", "race", "marital_status"], observed=True).size()\n'
            "alone_before = n[n <= 2].sum()\n"
            'm = people.groupby([people["age"] // 10, "race", "marital_status"], observed=True).size()\n'
            "alone_after = m[m <= 2].sum()",
        ),
        # relationship in place of marital status
        mistake(
            "01-other-columns",
            'alone_before = (people.groupby(["age", "race", "relationship"], observed=True).size() == 1).sum()\n'
            'alone_after = (people.groupby([people["age"] // 10, "race", "relationship"], observed=True).size() == 1).sum()',
        ),
        # Counter
        right(
            "from collections import Counter\n"
            "def alone(ages):\n"
            '    return sum(1 for n in Counter(zip(ages, people["race"], people["marital_status"])).values() if n == 1)\n'
            'alone_before = alone(people["age"])\n'
            'alone_after = alone([a - a % 10 for a in people["age"]])'
        ),
        # cut with the left side closed
        right(
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = pd.cut(people["age"], range(10, 101, 10), right=False)\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()'
        ),
        # value_counts
        right(
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 10\n'
            'n = people[["decade", "race", "marital_status"]].value_counts()\n'
            "alone_after = len(n[n == 1])"
        ),
        # transform by person
        right(
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True)["age"].transform("size") == 1).sum()\n'
            'people["decade"] = people["age"] // 10 * 10\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True)["age"].transform("size") == 1).sum()'
        ),
        # the same cell twice with decade
        right(
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 10 * 10\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 10 * 10\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()'
        ),
        # decade of birth, 1994 less the age
        mistake(
            "01-other-steps",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = (1994 - people["age"]) // 10\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # two steps of twenty years
        mistake(
            "01-other-steps",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 20\n'
            'alone_after = (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # first digit of the age as text, but in a set with the age
        mistake(
            "01-not-generalised",
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            'people["decade"] = people["age"] // 10 * 10\n'
            'alone_after = (people.groupby(["age", "decade", "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # classes that are alone before and after
        mistake(
            "01-alone-among-alone",
            'a = people.groupby(["age", "race", "marital_status"], observed=True)["age"].transform("size") == 1\n'
            "alone_before = a.sum()\n"
            'alone_after = (people[a].groupby([people["age"] // 10, "race", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
        ),
        # floor division by numpy
        right(
            'alone_before = (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()\n'
            "import numpy as np\n"
            'people["decade"] = np.floor(people["age"] / 10)\n'
            'alone_after = int((people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum())'
        ),
    ],
    "safe-to-share": [
        right('extract = "Needed-And-Coarse"\nclaim = "shared-secret "'),
        mistake(
            "01-share-no-names", 'extract = "all-without-names"\nclaim = "shared-secret"', points=1
        ),
        mistake(
            "01-share-spare", 'extract = "needed-and-spare"\nclaim = "shared-secret"', points=1
        ),
        mistake("01-share-nothing", 'extract = "nothing"\nclaim = "five-is-enough"'),
        mistake(
            "01-k-is-safe", 'extract = "needed-and-coarse"\nclaim = "five-is-enough"', points=1
        ),
        mistake("01-k-larger", 'extract = "needed-and-coarse"\nclaim = "at-least-100"', points=1),
        mistake("01-k-only-names", 'extract = "needed-and-coarse"\nclaim = "only-names"', points=1),
        # typographic quotation marks
        right('extract = "“needed-and-coarse”"\nclaim = "shared secret"'),
        # both answers swapped
        mistake("form-option", 'extract = "shared-secret"\nclaim = "needed-and-coarse"'),
    ],
    "not-mended": [
        right('not_mended = "STAND-IN"'),
        mistake("01-mended-spelling", 'not_mended = "spelling"'),
        mistake("01-mended-repeated", 'not_mended = "repeated"'),
        mistake("01-mended-words", 'not_mended = "old-words"'),
        # space
        right('not_mended = "stand in"'),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-first": [
        right("number_of_countries = 1704 / 12"),
        right("number_of_countries = 142"),
        mistake("01-thousands-comma", "number_of_countries = 1,704 / 12"),
        mistake("01-rows-not-countries", "number_of_countries = 1704"),
        mistake("01-multiplied", "number_of_countries = 1704 * 12"),
        mistake("01-years-not-countries", "number_of_countries = 12"),
        mistake("form-text", 'number_of_countries = "142"'),
    ],
    "quick-part": [
        right('call_is = "decision"'),
        mistake("01-part-output", 'call_is = "output"'),
        mistake("01-part-model", 'call_is = "model"'),
        mistake("01-part-data", 'call_is = "data"'),
    ],
    "quick-inverse": [
        right('number_says = "of-the-unknown"'),
        mistake("01-quick-inverse-women", 'number_says = "of-the-women"'),
        mistake("01-quick-inverse-all", 'number_says = "of-everybody"'),
        mistake("01-quick-inverse-less", 'number_says = "less-often"'),
    ],
    "quick-coverage": [
        right("coverage_men = 0.668 / 0.54"),
        right("coverage_men = 1.24"),
        right("coverage_men = (32650 / 48842) / (1 - 0.46)"),
        mistake("01-coverage-inverse", "coverage_men = 0.54 / 0.668"),
        mistake("01-coverage-women", "coverage_men = 0.332 / 0.46"),
        mistake("01-coverage-mixed", "coverage_men = 0.668 / 0.46"),
        mistake("01-coverage-gap", "coverage_men = 0.668 - 0.54"),
        mistake("01-coverage-percent", "coverage_men = 124"),
        mistake("01-thousands-comma", "coverage_men = 1,24"),
    ],
    "quick-k": [
        right("k = 2"),
        mistake("01-quick-k-classes", "k = 4"),
        mistake("01-k-mean", "k = 3"),
        mistake("01-k-mean", "k = 12 / 4"),
        mistake("01-k-largest", "k = 5"),
        mistake("01-k-people", "k = 12"),
        mistake("01-k-alone", "k = 1"),
    ],
}
