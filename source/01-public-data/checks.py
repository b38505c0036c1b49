"""What each exercise of module 01 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
COMMA = say(
    "01-thousands-comma",
    "Python reads a comma as the gap between two numbers: write thousands without a mark, "
    "as in 1200.",
)
ALL_YEARS = say(
    "01-all-years",
    "Each country stands in the table once for each of twelve years: keep the rows of 2007 only.",
)
OTHER_PLACE = say("01-other-continent", "This is the figure for another continent.")
WHOLE_WORLD = say("01-whole-world", "This is the figure for all countries: keep Asia only.")
CHANGED_PLACES = say(
    "01-means-swapped",
    "The two means have changed places. In which of them does a country with many people "
    "weigh more?",
)
NOT_DIVIDED = say(
    "01-weights-not-divided",
    "You multiplied by the people. Now divide by something: how many people are there "
    "altogether in these countries?",
)
WRONG_COLUMN = say(
    "01-wrong-column", "These are years of life: the exercise asks about the column `gdpPercap`."
)
NO_MISSING = say(
    "01-no-missing",
    "You found none. In this table an unknown value is an empty cell, not a word or a sign: "
    "`isna()` finds it.",
)
CELLS = say(
    "01-cells-for-rows",
    "You counted empty cells. A person with two gaps is still one person.",
)
EVERYBODY = say("01-whole-file", "This is the figure for the whole file: keep the group asked.")
INVERSE = say(
    "01-inverse-group",
    "You started from all people whose country is unknown. Which group is the whole here?",
)
JOINT = say(
    "01-joint", "The number on top of the fraction is right: compare it with the group only."
)
KNOWN_ONLY = say(
    "01-nan-in-denominator",
    "Below the line stand only people whose country is known. Do those whose country is unknown "
    "belong to the group?",
)
OTHER_COLUMN = say(
    "01-other-column", "This is about another column: the exercise asks about `native_country`."
)
GROUPS_SWAPPED = say("01-groups-swapped", "The two groups have changed places.")
FULL_FILE = say(
    "01-full-file",
    "This is the file with its gaps. The exercise asks about the rows that are left.",
)
CLASSES = say(
    "01-k-classes",
    "You counted the classes. Look at how many people share each of them.",
)
SMALL_CLASSES = say(
    "01-below-five",
    "You counted everybody in classes below five. The question is who is alone.",
)
SMALLEST = say(
    "01-k-for-alone",
    "That is k, the size of the smallest class. How many people are in a class of one?",
)
LEFT_OUT = say(
    "01-column-left-out",
    "A class is formed by all three columns together: one of them seems to be missing.",
)


# Self-checks of the lesson.


@exercise(
    "quick-first",
    hints=[
        say(
            "01-hint-first-1",
            "Twelve rows belong to each country. Python divides with the sign `/`.",
        ),
        say("01-hint-first-2", "Let Python divide: write the rows, the sign `/`, then 12."),
    ],
)
def quick_first(countries):
    expect.true(not isinstance(countries, tuple), COMMA)
    expect.count(
        countries,
        142,
        mistakes={
            1704: say(
                "01-rows-not-countries",
                "That is the number of rows. Each country has twelve of them.",
            ),
            20448: say("01-multiplied", "You multiplied. Are there more countries than rows?"),
            12: say("01-years-not-countries", "That is the number of years."),
        },
    )


@exercise(
    "quick-part",
    hints=[
        say(
            "01-hint-part-1",
            "Follow the figure from left to right: what comes out of the model, and who acts on it?",
        )
    ],
)
def quick_part(key):
    expect.choice(
        key,
        right="decision",
        wrong={
            "output": say(
                "01-part-output",
                "The output is what the model gives: a list in an order. Somebody still has to act.",
            ),
            "model": say(
                "01-part-model",
                "The model is the rule that was learned. It does not pick up the telephone.",
            ),
            "data": say(
                "01-part-data",
                "Data describe people. Here something is done to a person.",
            ),
        },
    )


@exercise(
    "quick-inverse",
    hints=[
        say(
            "01-hint-inverse-1",
            "2,809 people stand below the line of the fraction. What do they have in common?",
        )
    ],
)
def quick_inverse(key):
    expect.choice(
        key,
        right="of-the-unknown",
        wrong={
            "of-the-women": say(
                "01-quick-inverse-women",
                "The file has 16,192 women. Were they the whole of this fraction?",
            ),
            "of-everybody": say(
                "01-quick-inverse-all",
                "Below the line stand 2,809 people, not the whole file.",
            ),
            "less-often": say(
                "01-quick-inverse-less",
                "There are twice as many men as women in the file. Compare the two rates in the "
                "printed lines.",
            ),
        },
    )


@exercise(
    "quick-coverage",
    hints=[
        say(
            "01-hint-coverage-1",
            "If 46% of the labour force were women, what share were men?",
        ),
        say(
            "01-hint-coverage-2",
            "The share of men in the file goes above the line, that in the labour force below it.",
        ),
    ],
)
def quick_coverage(ratio):
    expect.true(not isinstance(ratio, tuple), COMMA)
    expect.true(
        expect.number(ratio) < 10,
        say(
            "01-coverage-percent",
            "This looks like per cent: give the ratio itself, as 0.5 stands for half.",
        ),
    )
    expect.close(
        ratio,
        1.238,
        digits=2,
        mistakes={
            0.81: say(
                "01-coverage-inverse",
                "The fraction stands on its head: put what the data has over what the population has.",
            ),
            0.72: say("01-coverage-women", "That is the ratio for women."),
            1.45: say(
                "01-coverage-mixed",
                "Above the line you have men, below it women: take the same group twice.",
            ),
            0.13: say(
                "01-coverage-gap",
                "You computed how many points apart. A ratio divides one share by the other.",
            ),
        },
    )


@exercise(
    "quick-k",
    hints=[
        say("01-hint-quick-k-1", "Each row of the table is one class: look at its last column."),
        say("01-hint-quick-k-2", "The weakest class decides, not the usual one."),
    ],
)
def quick_k(k):
    expect.count(
        k,
        2,
        mistakes={
            4: say(
                "01-quick-k-classes",
                "You counted the classes. Look at how many people share each of them.",
            ),
            3: say(
                "01-k-mean",
                "That is the average size of a class. Privacy breaks at its weakest point: whose "
                "class matters?",
            ),
            5: say("01-k-largest", "That is the largest class. Who is hidden worst?"),
            12: say("01-k-people", "That is the number of people in the table."),
            1: say(
                "01-k-alone",
                "Nobody is alone in this table: look for the smallest number of people in a class.",
            ),
        },
    )


# The assignment.


@exercise(
    "row-meaning",
    points=1,
    hints=[
        say(
            "01-hint-row-1",
            "One row is one country. A mean over rows gives each row the same weight.",
        )
    ],
)
def row_meaning(key):
    expect.choice(
        key,
        right="each-country-once",
        wrong={
            "each-person-once": say(
                "01-countries-as-people",
                "One row is one country here. Do the people in it enter the computation at all?",
            ),
            "age-at-death": say(
                "01-age-at-death",
                "Life expectancy is about a newborn. Look at what the lesson says of the column.",
            ),
            "half-below": say(
                "01-mean-as-median",
                "That would be the value in the middle. A mean adds and divides: what was added?",
            ),
        },
    )


@exercise(
    "two-means",
    points=2,
    hints=[
        say(
            "01-hint-means-1",
            "First keep the rows you need: 2007 and Asia. Put each condition in brackets and "
            "join them with `&`.",
        ),
        say(
            "01-hint-means-2",
            "For the mean over people, multiply the two columns row by row, add up with "
            "`.sum()`, and divide by all people.",
        ),
        say(
            "01-hint-means-3",
            "The lesson does the same for years of life, in section 2: only the column and the "
            "rows are others.",
        ),
    ],
)
def two_means(over_countries, over_people):
    with part():
        expect.true(not isinstance(over_countries, tuple), COMMA)
        expect.close(
            over_countries,
            12473,
            digits=0,
            mistakes={
                5432: CHANGED_PLACES,
                7902: ALL_YEARS,
                11680: WHOLE_WORLD,
                3089: OTHER_PLACE,
                11003: OTHER_PLACE,
                25054: OTHER_PLACE,
                4471: say(
                    "01-median",
                    "That is the value in the middle, the median. The mean is asked.",
                ),
                411610: say(
                    "01-sum-not-mean", "That is the sum over the countries: now make it a mean."
                ),
                71: WRONG_COLUMN,
            },
        )
    with part():
        expect.true(not isinstance(over_people, tuple), COMMA)
        expect.true(expect.number(over_people) < 1e9, NOT_DIVIDED)
        expect.close(
            over_people,
            5432,
            digits=0,
            mistakes={
                12473: CHANGED_PLACES,
                2950: ALL_YEARS,
                9296: WHOLE_WORLD,
                2561: OTHER_PLACE,
                21603: OTHER_PLACE,
                25244: OTHER_PLACE,
                3313: say(
                    "01-weights-of-the-world",
                    "Below the line stand the people of the whole world: take those of the same "
                    "countries as above it.",
                ),
                69: WRONG_COLUMN,
            },
        )


@exercise(
    "system-parts",
    points=1,
    hints=[
        say(
            "01-hint-parts-1",
            "In the figure of section 1, data come first and the decision last. Where does the "
            "list stand?",
        ),
        say(
            "01-hint-parts-2",
            "For the second question, look for the arrow that leads back to the beginning.",
        ),
    ],
)
def system_parts(monday_list, findings):
    with part():
        expect.choice(
            monday_list,
            right="output",
            wrong={
                "data": say(
                    "01-list-data",
                    "The reports went in. The list comes out of the model.",
                ),
                "model": say(
                    "01-list-model",
                    "The model is the rule that was learned. The list is what it gives this week.",
                ),
                "decision": say(
                    "01-list-decision",
                    "Nobody is visited because of the list alone: who chooses among the forty?",
                ),
            },
        )
    with part():
        expect.choice(
            findings,
            right="feedback",
            wrong={
                "purpose": say(
                    "01-findings-purpose",
                    "The purpose is why the service has the system. Findings are what came of it.",
                ),
                "output": say(
                    "01-findings-output",
                    "The model did not make these findings: an inspector did.",
                ),
                "decision": say(
                    "01-findings-decision",
                    "The decision was to go there. What happens to what she found?",
                ),
            },
        )


@exercise(
    "incomplete-rows",
    points=1,
    hints=[
        say(
            "01-hint-rows-1",
            "`people.isna()` is a table of true and false, true where a cell is empty. "
            "`.any(axis=1)` asks of each row whether one of its cells is true.",
        ),
        say(
            "01-hint-rows-2",
            'Join this with the condition `people["sex"] == "Female"` by `&`, the condition in '
            "brackets, and count with `.sum()`.",
        ),
    ],
)
def incomplete_rows(women):
    expect.count(
        women,
        1497,
        mistakes={
            0: NO_MISSING,
            2791: CELLS,
            6465: CELLS,
            3620: EVERYBODY,
            2123: say("01-men", "This is the number of men."),
            14695: say(
                "01-complete-rows", "This is the number of women whose rows have no gap at all."
            ),
            16192: say(
                "01-length-not-sum",
                "This is the number of all women: you counted the answers to the question, not "
                "the yeses.",
            ),
            48842: say(
                "01-all-people",
                "This is the number of all people: you counted the answers to the question, not "
                "the yeses.",
            ),
            1273: say(
                "01-one-column-only",
                "You looked at the column `occupation` only. A gap in any column counts.",
            ),
            1270: say(
                "01-workclass-only",
                "You looked at the column `workclass` only. A gap in any column counts.",
            ),
            248: say(
                "01-country-only",
                "You looked at the column `native_country` only. A gap in any column counts.",
            ),
            24: say(
                "01-three-gaps",
                "You counted the women with a gap in all three columns. One gap is enough.",
            ),
        },
    )


@exercise(
    "unknown-by-group",
    points=2,
    hints=[
        say(
            "01-hint-unknown-1",
            '`people["native_country"].isna()` is true for each person whose country is unknown. '
            "The mean of true and false is a share.",
        ),
        say(
            "01-hint-unknown-2",
            "Keep the group first, then take the mean; or let `groupby` do it for each group.",
        ),
    ],
)
def unknown_by_group(asian, white):
    with part():
        expect.share(
            asian,
            0.08427,
            digits=4,
            mistakes={
                0.0: NO_MISSING,
                0.14936: INVERSE,
                0.00262: JOINT,
                0.017546: EVERYBODY,
                0.0632: OTHER_COLUMN,
                0.1422: OTHER_COLUMN,
                0.09202: KNOWN_ONLY,
                0.01372: GROUPS_SWAPPED,
                0.02818: say("01-other-race", "This is the share in another group."),
            },
        )
    with part():
        expect.share(
            white,
            0.01372,
            digits=4,
            mistakes={
                0.0: NO_MISSING,
                0.66861: INVERSE,
                0.01173: JOINT,
                0.017546: EVERYBODY,
                0.05551: OTHER_COLUMN,
                0.06846: OTHER_COLUMN,
                0.01391: KNOWN_ONLY,
                0.08427: GROUPS_SWAPPED,
            },
        )


@exercise(
    "drop-rows",
    points=1,
    hints=[
        say(
            "01-hint-drop-1",
            "Remember what the lesson found about the people whose occupation is unknown. Were "
            "they like the others?",
        )
    ],
)
def drop_rows(key):
    expect.choice(
        key,
        right="compare-first",
        wrong={
            "few-enough": say(
                "01-drop-few",
                "Seven in a hundred of the whole file; and of each group? A small share of all "
                "can be a large share of some.",
            ),
            "by-chance": say(
                "01-drop-chance",
                "The lesson looked at this: gaps were far more frequent among some people.",
            ),
            "fill-zero": say(
                "01-missing-as-zero",
                "Unknown is not zero, and it is no occupation either: what would the filled "
                "value claim about these people?",
            ),
        },
    )


@exercise(
    "coverage",
    points=2,
    hints=[
        say(
            "01-hint-cover-1",
            "Python is a calculator: `=` after the name, then one number, the sign `/`, and the "
            "other number.",
        ),
        say(
            "01-hint-cover-2",
            "The share has all rows that are left below the line. The ratio has 0.46 below it.",
        ),
    ],
)
def coverage(share, ratio):
    with part():
        expect.true(not isinstance(share, tuple), COMMA)
        expect.close(
            share,
            0.32495,
            mistakes={
                0.33152: FULL_FILE,
                0.30087: say(
                    "01-mixed-tables",
                    "Above the line stand women of the shorter file, below it everybody of the "
                    "full one: stay in one row of the table.",
                ),
                0.35806: say(
                    "01-mixed-tables-2",
                    "Above the line stand women of the full file, below it everybody of the "
                    "shorter one: stay in one row of the table.",
                ),
                0.90755: say(
                    "01-kept-women",
                    "That is the share of the women who are kept. Asked is the share of women "
                    "among all who are kept.",
                ),
                0.67505: say("01-share-of-men", "That is the share of men."),
                3.07737: say(
                    "01-share-inverse",
                    "The fraction stands on its head: the part goes above, the whole below.",
                ),
            },
        )
    with part():
        expect.true(not isinstance(ratio, tuple), COMMA)
        expect.close(
            ratio,
            0.70642,
            mistakes={
                1.41559: say(
                    "01-ratio-inverse",
                    "The fraction stands on its head: put what the data has over what the "
                    "population has.",
                ),
                0.72069: FULL_FILE,
                -0.13505: say(
                    "01-ratio-gap",
                    "You computed how many points apart. A ratio divides one share by the other.",
                ),
                0.13505: say(
                    "01-ratio-gap-turned",
                    "You subtracted. A ratio divides one share by the other.",
                ),
                1.25009: say("01-ratio-men", "That is the ratio for men."),
                1.46749: say(
                    "01-ratio-mixed",
                    "Above the line you have men, below it women: take the same group twice.",
                ),
                0.00706: say(
                    "01-ratio-percent",
                    "Write 46% as 0.46: both shares must be written in the same way.",
                ),
                0.14948: say(
                    "01-ratio-multiplied", "You multiplied. A ratio divides one share by the other."
                ),
            },
        )


@exercise(
    "smallest-class",
    points=2,
    hidden=True,
    hints=[
        say(
            "01-hint-k-1",
            "`table.groupby(columns)` puts the rows with the same values together; `.size()` "
            "counts each class; `.min()` takes the smallest count.",
        ),
        say(
            "01-hint-k-2",
            "`groupby` leaves out unknown values unless it is told `dropna=False`, and it may "
            "count combinations that nobody has unless it is told `observed=True`.",
        ),
    ],
)
def smallest_class(function):
    # Classes of 8, 5, 5 and 2 people; the income is nobody's quasi-identifier.
    people = pd.DataFrame(
        {
            "age": ["under 30"] * 13 + ["30 or over"] * 7,
            "sex": ["Female"] * 8 + ["Male"] * 5 + ["Female"] * 5 + ["Male"] * 2,
            "income": range(20),
        }
    )
    before = people.copy()
    expect.count(
        expect.call(function, people, ["age", "sex"]),
        2,
        mistakes={
            4: CLASSES,
            5: say(
                "01-class-mean",
                "That is the average size of a class. Privacy breaks at its weakest point: "
                "whose class matters?",
            ),
            8: say("01-class-largest", "That is the largest class. Who is hidden worst?"),
            7: say(
                "01-class-one-column",
                "You formed the classes by one column. Use all those in `columns`, together.",
            ),
            1: say(
                "01-class-all-columns",
                "You formed the classes by all columns of the table. Use those in `columns` only.",
            ),
            20: say(
                "01-class-people",
                "That is the number of people: count those in the smallest class.",
            ),
            0: say(
                "01-class-alone",
                "You counted the people who are alone. Asked is the size of the smallest class.",
            ),
        },
    )
    expect.true(
        people.equals(before),
        say(
            "01-class-changes",
            "Your function changes the table that it is given: leave it as it is.",
        ),
    )
    known = pd.DataFrame({"born": ["Peru"] * 4 + ["Ghana"] * 3 + [None], "sex": ["Male"] * 8})
    expect.count(
        expect.call(function, known, ["born", "sex"]),
        1,
        mistakes={
            3: say(
                "01-class-unknown",
                "One person's country is unknown, and your function leaves the person out. Who "
                "stands out more than somebody with a gap that nobody else has?",
            )
        },
        otherwise=say(
            "01-class-unknown-other",
            "When a value is unknown, the result is wrong: the unknown should count as a value "
            "of its own.",
        ),
    )
    # Nobody is both old and male.
    listed = pd.DataFrame(
        {
            "age": pd.Categorical(["young"] * 5 + ["old"] * 3),
            "sex": pd.Categorical(["Female"] * 2 + ["Male"] * 3 + ["Female"] * 3),
        }
    )
    expect.count(
        expect.call(function, listed, ["age", "sex"]),
        2,
        mistakes={
            0: say(
                "01-k-empty",
                "Your smallest class is a combination that nobody has. It cannot expose anybody: "
                "count only those that occur.",
            )
        },
        otherwise=say(
            "01-class-categories",
            "With columns that are categories, as in the file, the result is wrong.",
        ),
    )


@exercise(
    "generalise",
    points=1,
    hints=[
        say(
            "01-hint-gen-1",
            "`groupby([...], observed=True).size()` counts each class. Compare with 1, then count "
            "with `.sum()`.",
        ),
        say(
            "01-hint-gen-2",
            "For the second number, make the new column first: "
            '`people["decade"] = people["age"] // 10 * 10`.',
        ),
    ],
)
def generalise(before, after):
    with part():
        expect.count(
            before,
            93,
            mistakes={
                6: say("01-before-after", "The two numbers have changed places."),
                765: CLASSES,
                442: SMALL_CLASSES,
                1: SMALLEST,
                3: LEFT_OUT,
                40: LEFT_OUT,
            },
        )
    with part():
        expect.count(
            after,
            6,
            mistakes={
                93: say(
                    "01-not-generalised",
                    "This is the number before: your classes still use single years of age.",
                ),
                112: CLASSES,
                47: SMALL_CLASSES,
                1: SMALLEST,
                0: LEFT_OUT,
                3: LEFT_OUT,
            },
        )


@exercise(
    "safe-to-share",
    points=2,
    hints=[
        say(
            "01-hint-share-1",
            "Minimisation asks of each column: does the purpose need it, and in which detail?",
        ),
        say(
            "01-hint-share-2",
            "For the second question, imagine five people in one class, and look at the column "
            "that is not used to form classes.",
        ),
    ],
)
def safe_to_share(extract, claim):
    with part():
        expect.choice(
            extract,
            right="needed-and-coarse",
            wrong={
                "all-without-names": say(
                    "01-share-no-names",
                    "The file has no names now, and in the lesson many people were still alone "
                    "in their class.",
                ),
                "needed-and-spare": say(
                    "01-share-spare",
                    "Each column in reserve makes people easier to find. Which sentence of the "
                    "purpose asks for these two?",
                ),
                "nothing": say(
                    "01-share-nothing",
                    "The purpose is a fair one. Is there an extract that serves it and exposes "
                    "nobody?",
                ),
            },
        )
    with part():
        expect.choice(
            claim,
            right="shared-secret",
            wrong={
                "five-is-enough": say(
                    "01-k-is-safe",
                    "If all in a class share the secret, does it matter that they cannot be told "
                    "apart?",
                ),
                "large-file": say(
                    "01-k-large-file",
                    "The size of the file helps nobody in a small class. What do the five have "
                    "in common?",
                ),
                "only-names": say(
                    "01-k-only-names",
                    "Nobody needs a name for this: think of a neighbour who knows age, sex and "
                    "country.",
                ),
            },
        )


@exercise(
    "not-mended",
    points=1,
    hints=[
        say(
            "01-hint-mended-1",
            "Three of the four can be found in the table and dealt with there. One lies in what "
            "was recorded.",
        )
    ],
)
def not_mended(key):
    expect.choice(
        key,
        right="stand-in",
        wrong={
            "spelling": say(
                "01-mended-spelling", "A list of the right names mends this in a minute."
            ),
            "repeated": say(
                "01-mended-repeated",
                "Repeated rows can be found and looked at. They are 52 of 48,842.",
            ),
            "old-words": say(
                "01-mended-words",
                "The words matter, and they can be replaced by those that people use for "
                "themselves. Look for something that no cell holds.",
            ),
        },
    )
