"""Other right answers to module 01, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. Each answer stands on its own.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

ASIA = 'asia = countries[(countries["year"] == 2007) & (countries["continent"] == "Asia")]\n'
PEOPLE = 'over_people = (asia["gdpPercap"] * asia["pop"]).sum() / asia["pop"].sum()'

ANSWERS = {
    "row-meaning": [
        right('row_meaning = " Each-Country-Once"'),
        mistake("01-countries-as-people", 'row_meaning = "each-person-once"'),
        mistake("01-age-at-death", 'row_meaning = "age-at-death"'),
        mistake("01-mean-as-median", 'row_meaning = "half-below"'),
        mistake("form-option", "row_meaning = 73.6"),
    ],
    "two-means": [
        right(
            "import numpy as np\n"
            + ASIA
            + 'over_countries = asia["gdpPercap"].sum() / len(asia)\n'
            + 'over_people = np.average(asia["gdpPercap"], weights=asia["pop"])'
        ),
        right("over_countries = 12473\nover_people = 5432.4"),
        mistake(
            "01-means-swapped", "over_countries = 5432.37166\nover_people = 12473.02687", points=0
        ),
        mistake(
            "01-all-years",
            'asia = countries[countries["continent"] == "Asia"]\n'
            'over_countries = asia["gdpPercap"].mean()\n' + PEOPLE,
        ),
        mistake(
            "01-whole-world",
            'asia = countries[countries["year"] == 2007]\n'
            'over_countries = asia["gdpPercap"].mean()\n' + PEOPLE,
        ),
        mistake(
            "01-other-continent",
            'asia = countries[(countries["year"] == 2007) & (countries["continent"] == "Africa")]\n'
            'over_countries = asia["gdpPercap"].mean()\n' + PEOPLE,
        ),
        mistake(
            "01-wrong-column",
            ASIA
            + 'over_countries = asia["lifeExp"].mean()\n'
            + 'over_people = (asia["lifeExp"] * asia["pop"]).sum() / asia["pop"].sum()',
        ),
        mistake(
            "01-weights-not-divided",
            ASIA
            + 'over_countries = asia["gdpPercap"].mean()\n'
            + 'over_people = (asia["gdpPercap"] * asia["pop"]).mean()',
            points=1,
        ),
        mistake(
            "01-weights-not-divided",
            ASIA
            + 'over_countries = asia["gdpPercap"].mean()\n'
            + 'over_people = (asia["gdpPercap"] * asia["pop"]).sum()',
            points=1,
        ),
        mistake(
            "01-weights-of-the-world",
            ASIA
            + 'over_countries = asia["gdpPercap"].mean()\n'
            + 'world = countries[countries["year"] == 2007]\n'
            + 'over_people = (asia["gdpPercap"] * asia["pop"]).sum() / world["pop"].sum()',
            points=1,
        ),
        mistake(
            "01-median", ASIA + 'over_countries = asia["gdpPercap"].median()\n' + PEOPLE, points=1
        ),
        mistake(
            "01-sum-not-mean",
            ASIA + 'over_countries = asia["gdpPercap"].sum()\n' + PEOPLE,
            points=1,
        ),
        mistake("01-thousands-comma", "over_countries = 12,473\nover_people = 5432", points=1),
        mistake("form-rounded", "over_countries = 12470\nover_people = 5432", points=1),
        mistake(
            "form-series",
            'over_countries = countries.groupby("continent", observed=True)["gdpPercap"].mean()\n'
            "over_people = 5432.37",
            points=1,
        ),
        mistake(
            "form-nan",
            'asia = countries[(countries["year"] == 2007) & (countries["continent"] == "asia")]\n'
            'over_countries = asia["gdpPercap"].mean()\nover_people = 5432.37',
            points=1,
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
    ],
    "incomplete-rows": [
        right(
            'women = people[people["sex"] == "Female"]\n'
            "incomplete_women = len(women) - len(women.dropna())"
        ),
        right("incomplete_women = 1497"),
        mistake(
            "01-no-missing",
            'women = people[people["sex"] == "Female"]\n'
            'incomplete_women = (women.astype(str) == "?").any(axis=1).sum()',
        ),
        mistake(
            "01-no-missing",
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
        mistake("form-whole", "incomplete_women = 1497 / 16192"),
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
            "01-nan-in-denominator",
            "unknown_asian = 128 / 1519\nunknown_white = 573 / 41189",
            points=1,
        ),
        mistake("form-percent", "unknown_asian = 8.427\nunknown_white = 0.01372", points=1),
        mistake(
            "form-complement", "unknown_asian = 1391 / 1519\nunknown_white = 573 / 41762", points=1
        ),
        mistake("form-missing", "unknown_asian = 128 / 1519\nunknown_white = ...", points=1),
        mistake("form-comma", "unknown_asian = 8,43\nunknown_white = 0.0137", points=1),
        mistake("form-range", "unknown_asian = 128\nunknown_white = 573 / 41762", points=1),
    ],
    "drop-rows": [
        right('gap_answer = "COMPARE-first"'),
        mistake("01-drop-few", 'gap_answer = "few-enough"'),
        mistake("01-drop-chance", 'gap_answer = "by-chance"'),
        mistake("01-missing-as-zero", 'gap_answer = "fill-zero"'),
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
            "01-class-unknown-other",
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
            "form-error",
            "def smallest_class(table, columns):\n"
            '    return table.groupby("columns", observed=True, dropna=False).size().min()',
        ),
    ],
    "generalise": [
        right(
            "def alone(ages):\n"
            '    return people.groupby([ages, "sex", "marital_status"], observed=True).size().eq(1).sum()\n'
            'alone_before = alone("age")\n'
            'alone_after = alone(people["age"].floordiv(10))'
        ),
        right(
            'keys = people["age"].astype(str).str[0] + people["sex"].astype(str)\n'
            'alone_after = (~(keys + people["marital_status"].astype(str)).duplicated(keep=False)).sum()\n'
            'kept = people[["age", "sex", "marital_status"]]\n'
            "alone_before = (~kept.duplicated(keep=False)).sum()"
        ),
        mistake("01-k-classes", "alone_before = 765\nalone_after = 112"),
        mistake("01-below-five", "alone_before = 442\nalone_after = 47"),
        mistake("01-k-for-alone", "alone_before = 1\nalone_after = 1"),
        mistake("01-before-after", "alone_before = 6\nalone_after = 93"),
        mistake(
            "01-column-left-out",
            'sizes = people.groupby(["age", "sex"], observed=True).size()\n'
            "alone_before = (sizes == 1).sum()\n"
            'decade = people["age"] // 10 * 10\n'
            'alone_after = (people.groupby([decade, "sex"], observed=True).size() == 1).sum()',
        ),
        mistake(
            "01-not-generalised",
            'ages = people["age"] / 10\n'
            'alone_before = (people.groupby(["age", "sex", "marital_status"], observed=True).size() == 1).sum()\n'
            'alone_after = (people.groupby([ages, "sex", "marital_status"], observed=True).size() == 1).sum()',
            points=0.5,
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
        mistake("01-k-large-file", 'extract = "needed-and-coarse"\nclaim = "large-file"', points=1),
        mistake("01-k-only-names", 'extract = "needed-and-coarse"\nclaim = "only-names"', points=1),
    ],
    "not-mended": [
        right('not_mended = "STAND-IN"'),
        mistake("01-mended-spelling", 'not_mended = "spelling"'),
        mistake("01-mended-repeated", 'not_mended = "repeated"'),
        mistake("01-mended-words", 'not_mended = "old-words"'),
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
