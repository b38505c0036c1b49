"""What each exercise of module 01 must satisfy, and what to say when it does not."""

from numbers import Real

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
COMMA = say(
    "01-thousands-comma",
    "Python reads a comma as the gap between two numbers: write thousands without a mark, "
    "as in 1200.",
)
NO_VALUE = say(
    "01-census-empty",
    "The result is empty. Either no row was left: look at how `total` and `female` are written. Or "
    "an empty cell went into the sum: five communes have no share, and `dropna` leaves them out.",
)
BOTH_SEXES = say("01-both-sexes", "This is the share of all people: keep the rows of women only.")
MEN_ONLY = say("01-census-men", "This is the share of men.")
PARTS_TOO = say(
    "01-parts-too",
    "A commune with a town and a countryside counts three times here: keep the rows whose area is "
    "`total`.",
)
TOWN_ONLY = say("01-town-only", "This is the share in towns only: keep the whole communes.")
COUNTRYSIDE_ONLY = say(
    "01-countryside-only", "This is the share in the countryside only: keep the whole communes."
)
THOSE_WHO_READ = say(
    "01-those-who-read",
    "This is the share of those who can read and write. The question is about those who cannot.",
)
IN_FRACTIONS = say(
    "01-census-fraction",
    "The table gives per cent, and so should you: leave out the division by 100.",
)
CHANGED_PLACES = say(
    "01-means-swapped",
    "This is the other one of the two means. In which of them does a commune with many women weigh "
    "more?",
)
NOT_DIVIDED = say(
    "01-weights-not-divided",
    "You multiplied by the women, and this is not yet a mean over them: divide the sum by the "
    "number of all women of 10 and over.",
)
WRONG_COLUMN = say(
    "01-wrong-column",
    "This is the share of another column: the exercise asks about `cannot_read_write`.",
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
ONE_PART = say(
    "01-one-part",
    "You looked at one part of the file only (the column `split`). Everybody in the file counts.",
)
WEIGHTED = say(
    "01-survey-weights",
    "You weighted people by `fnlwgt`. Here each row counts once.",
)
BORN_ELSEWHERE = say(
    "01-born-elsewhere",
    "You looked for people born outside the United States. The question is whose country is unknown.",
)
THE_OTHERS = say("01-all-others", "This is the share among everybody who is not in the group.")
COUNTED = say(
    "01-count-for-share",
    "This is the number of people whose country is unknown. Divide it by the people of the group.",
)
GAPS_BELOW = say(
    "01-gaps-below",
    "Below the line stand gaps, or people with a gap. The whole is everybody in the group.",
)
ONE_SEX = say("01-one-sex", "You looked at women only, or at men only. The group is both.")
MEAN_OF_SHARES = say(
    "01-mean-of-shares",
    "This is the mean of the women's and the men's share. There are more men, and each person "
    "should count once.",
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
    "01-other-column",
    "This is about another column, or about several: the exercise asks about `native_country` alone.",
)
OTHER_RACE = say("01-other-race", "This is the share in another group.")
GAPS_BELOW_COMPLETE = say(
    "01-complete-below",
    "Below the line stand only people without any gap. The whole is everybody in the group.",
)
TIMES_AS_OFTEN = say(
    "01-times-as-often",
    "You compared the two groups with each other. Asked is a share for each of them.",
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
NOT_SMALLEST = say(
    "01-class-not-smallest",
    "A class of this table is smaller than that. Look at all classes, and take the smallest.",
)
ONE_COLUMN = say(
    "01-class-one-column",
    "You formed the classes by one column. Use all those in `columns`, together.",
)
SMALL_CLASSES = say(
    "01-below-five",
    "You counted everybody in classes below five. The question is who is alone.",
)
SMALLEST = say(
    "01-k-for-alone",
    "One is the size of the smallest class. The question is how many people are in a class of one, "
    "with all three columns.",
)
LEFT_OUT = say(
    "01-column-left-out",
    "A class is formed by all three columns together: one of them seems to be missing.",
)
OTHER_COLUMNS = say(
    "01-other-columns",
    "Your classes use other columns, or one more. Use age, race and marital status.",
)
COARSE = say(
    "01-too-coarse",
    "Your classes are too coarse: form them by tens of years, race and marital status, all three.",
)
OTHER_STEPS = say(
    "01-other-steps",
    "Your steps of age are others than 10 to 19, 20 to 29 and so on. "
    '`people["age"] // 10 * 10` makes these.',
)
BEFORE_AFTER = say("01-before-after", "The two numbers have changed places.")
OVERWRITTEN = say(
    "01-age-overwritten",
    "Both numbers are the same: the column `age` holds tens already, since an earlier run wrote "
    "over it. Run the first cell of this notebook again, and write the tens into a new column.",
)
ONE_SEX_ONLY = say("01-alone-one-sex", "You looked at women only, or at men only. Take everybody.")
NOT_ALONE = say("01-not-alone", "This is everybody who is not alone.")
UP_TO_TWO = say(
    "01-alone-two",
    "You also counted people who share their class with one other. Alone means a class of one.",
)
SMALL_CLASS_COUNT = say(
    "01-classes-below-five", "You counted the classes below five. The question is who is alone."
)
EMPTY_TOO = say(
    "01-alone-empty",
    "You also counted combinations that nobody has: `observed=True` leaves them out.",
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
            "First keep the rows you need: whole communes and women. Put each condition in "
            "brackets and join them with `&`.",
        ),
        say(
            "01-hint-means-2",
            "For the mean over women, multiply the share by the number of women row by row, add up "
            "with `.sum()`, and divide by all women of 10 and over.",
        ),
        say(
            "01-hint-means-3",
            "The lesson does the same for years of life, in section 2: only the columns and the "
            "rows are others.",
        ),
    ],
)
def two_means(over_communes, over_women):
    with part():
        expect.true(not isinstance(over_communes, tuple), COMMA)
        expect.true(_is_filled(over_communes), NO_VALUE)
        expect.close(
            over_communes,
            47.278,
            digits=1,
            mistakes={
                32.4: CHANGED_PLACES,
                47.1: say(
                    "01-empty-as-zero",
                    "Nearly. Each commune that has a share counts once: an empty cell is no 0 per "
                    "cent, and a small commune counts like a large one.",
                ),
                47.0: PARTS_TOO,
                46.8: PARTS_TOO,
                37.0: BOTH_SEXES,
                36.9: BOTH_SEXES,
                36.6: say(
                    "01-all-rows",
                    "This is the mean over all rows of the table. Keep the whole communes and the "
                    "women.",
                ),
                36.7: PARTS_TOO,
                26.5: MEN_ONLY,
                31.7: TOWN_ONLY,
                51.1: COUNTRYSIDE_ONLY,
                49.0: say(
                    "01-median",
                    "That is the value in the middle, the median. The mean is asked.",
                ),
                44.8: say(
                    "01-mean-of-regions",
                    "This is the mean of twelve regions. Each commune should count once.",
                ),
                52.7: THOSE_WHO_READ,
                0.5: IN_FRACTIONS,
                70822.0: say(
                    "01-sum-not-mean", "That is the sum over the communes: now make it a mean."
                ),
                46.7: say(
                    "01-parts-or-column",
                    "Either these are the parts of the communes, or another column than "
                    "`cannot_read_write`. Keep the whole communes, and that column.",
                ),
                7.8: WRONG_COLUMN,
                5.8: WRONG_COLUMN,
            },
            otherwise=say(
                "01-communes-otherwise",
                "Another value is asked for. Which rows do you keep (whole communes, women), and "
                "does each of them count once?",
            ),
        )
    with part():
        expect.true(not isinstance(over_women, tuple), COMMA)
        expect.true(_is_filled(over_women), NO_VALUE)
        expect.true(expect.number(over_women) < 1e4, NOT_DIVIDED)
        expect.close(
            over_women,
            32.371,
            digits=1,
            mistakes={
                47.3: CHANGED_PLACES,
                32.6: say(
                    "01-weights-all-ages",
                    "You weighted by women and girls of all ages. The share is one of people of 10 "
                    "and over: weigh by them.",
                ),
                32.2: say(
                    "01-weights-older",
                    "You weighted by people of 15 and over. The share is one of people of 10 and "
                    "over: weigh by them.",
                ),
                29.5: say(
                    "01-weights-readers",
                    "You weighted by those who can read. The share is one of all people of 10 and "
                    "over.",
                ),
                31.9: say(
                    "01-regions-once",
                    "Here each region counts once. Each woman should: regions differ in size.",
                ),
                24.8: BOTH_SEXES,
                17.2: MEN_ONLY,
                23.6: TOWN_ONLY,
                48.4: COUNTRYSIDE_ONLY,
                16.4: say(
                    "01-both-sexes-below",
                    "Above the line stand women, below it women and men: take the women twice.",
                ),
                27.1: say(
                    "01-girls-below",
                    "Below the line stand girls under 10 too. The share is one of people of 10 and "
                    "over.",
                ),
                8.2: say(
                    "01-weights-of-all-rows",
                    "Below the line stand people of other rows: add up the same rows as above it.",
                ),
                4.1: say(
                    "01-weights-of-the-table",
                    "Below the line stand all rows of the table: add up the same rows as above it.",
                ),
                65.8: say(
                    "01-women-of-unread",
                    "That is the share of women among all who cannot read and write. Which group is "
                    "the whole here?",
                ),
                67.6: THOSE_WHO_READ,
                0.3: IN_FRACTIONS,
                59.0: WRONG_COLUMN,
                16.8: WRONG_COLUMN,
                4.8: WRONG_COLUMN,
            },
            otherwise=say(
                "01-women-otherwise",
                "Another value is asked for. Weigh each commune's share by its women of 10 and "
                "over, and divide by all of these women.",
            ),
        )


def _is_filled(value):
    """Whether an answer is no empty number; what is no number has its message elsewhere."""
    return type(value).__name__ != "NAType" and not (isinstance(value, Real) and value != value)


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
            0: say(
                "01-no-rows",
                "You found nobody. An unknown value is an empty cell here, no word and no sign; one "
                "empty cell in the row is enough; and women are written `Female`.",
            ),
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
                "For 1,273 women the occupation is unknown, for most of them the employer too. A "
                "gap in any column counts, so one in the country of birth as well.",
            ),
            1270: say(
                "01-workclass-only",
                "For 1,270 women the employer and the occupation are unknown. One gap is enough, in "
                "whatever column.",
            ),
            1494: say(
                "01-two-columns-only",
                "Nearly: three columns have gaps, and you look at two of them.",
            ),
            248: say(
                "01-country-only",
                "You looked at the column `native_country` only. A gap in any column counts.",
            ),
            227: say(
                "01-one-gap-exactly",
                "You counted the women with exactly one gap. Those with two or three count too.",
            ),
            1246: say(
                "01-two-gaps-exactly",
                "You counted the women with exactly two gaps. Those with one or three count too.",
            ),
            24: say(
                "01-three-gaps",
                "You counted the women with a gap in all three columns. One gap is enough.",
            ),
            3: say(
                "01-columns-with-gaps",
                "That is the number of columns with gaps. `any(axis=1)` looks along each row.",
            ),
            240: say(
                "01-wives-only",
                "You counted wives. Use the column `sex`: not every woman is recorded as a wife.",
            ),
            989: ONE_PART,
            508: ONE_PART,
            18315: say(
                "01-women-or-gap",
                "You counted everybody who is a woman or has a gap. Both must hold: join the "
                "conditions with `&`.",
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
                0.0982: GAPS_BELOW_COMPLETE,
                0.01372: GROUPS_SWAPPED,
                0.02818: OTHER_RACE,
                0.0591: OTHER_RACE,
                0.0952: WEIGHTED,
                0.0799: ONE_PART,
                0.0937: ONE_PART,
                0.0938: ONE_PART,
                0.7176: BORN_ELSEWHERE,
                0.6916: BORN_ELSEWHERE,
                0.0154: THE_OTHERS,
                128.0: COUNTED,
                0.4: GAPS_BELOW,
                0.5926: GAPS_BELOW,
                0.0198: GAPS_BELOW,
                0.0735: ONE_SEX,
                0.0898: ONE_SEX,
                0.0817: MEAN_OF_SHARES,
                6.1416: TIMES_AS_OFTEN,
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
                0.01391: say(
                    "01-known-or-part",
                    "Nearly. Two ways lead here: only people whose country is known below the line, "
                    "or one part of the file (`split`). The whole is everybody in the group.",
                ),
                0.0147: GAPS_BELOW_COMPLETE,
                0.08427: GROUPS_SWAPPED,
                0.02818: OTHER_RACE,
                0.0591: OTHER_RACE,
                0.0141: WEIGHTED,
                0.0134: ONE_PART,
                0.0783: BORN_ELSEWHERE,
                0.0655: BORN_ELSEWHERE,
                0.0401: THE_OTHERS,
                573.0: COUNTED,
                0.1101: GAPS_BELOW,
                0.2004: GAPS_BELOW,
                0.0886: GAPS_BELOW,
                0.0121: ONE_SEX,
                0.0145: ONE_SEX,
                0.0133: MEAN_OF_SHARES,
                0.1628: TIMES_AS_OFTEN,
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
                0.48138: say(
                    "01-women-to-men",
                    "You divided women by men. Below the line stand all people who are left.",
                ),
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
                    "That is far too small. Divide one share by the other, and write 46% as 0.46.",
                ),
                0.6499: say(
                    "01-ratio-half",
                    "You compared with a half. The labour force is asked: 46% of it were women.",
                ),
                0.63576: say(
                    "01-ratio-adults",
                    "You compared with all people of 15 and over. The labour force is asked.",
                ),
                0.98018: say(
                    "01-ratio-file",
                    "You compared with the file before deleting. The labour force is asked: somebody "
                    "else counted it.",
                ),
                0.65406: say(
                    "01-ratio-full-file",
                    "You compared with 46% of all rows. Take 46% of the rows that are left.",
                ),
                0.60176: say(
                    "01-ratio-women-men",
                    "Above the line you have women, below it men: take the same group twice.",
                ),
                0.97066: say(
                    "01-ratio-kept",
                    "That compares how many women and how many men were kept. A coverage ratio "
                    "compares with a population.",
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
    # Classes of 11, 7, 4, 3, 3 and 2 people: their mean, their median, their number and the smallest
    # class of one column all differ. The rows are in no order, and one income is unknown.
    sizes = {
        ("North", "morning"): 2,
        ("North", "afternoon"): 11,
        ("South", "morning"): 4,
        ("South", "afternoon"): 3,
        ("West", "morning"): 3,
        ("West", "afternoon"): 7,
    }
    rows = [each for most in range(11) for each, size in sizes.items() if most < size]
    visits = pd.DataFrame(rows, columns=["district", "time"])
    visits["income"] = [None, *range(29)]
    before = visits.copy()
    expect.count(
        expect.call(function, visits, ["district", "time"]),
        2,
        mistakes={
            6: CLASSES,
            5: say(
                "01-class-mean",
                "That is the average size of a class. Privacy breaks at its weakest point: "
                "whose class matters?",
            ),
            3: NOT_SMALLEST,
            4: NOT_SMALLEST,
            11: say("01-class-largest", "That is the largest class. Who is hidden worst?"),
            7: ONE_COLUMN,
            9: ONE_COLUMN,
            1: say(
                "01-class-all-columns",
                "No class of this table has one person. Use the table that you are given and the "
                "columns in `columns` only, and count every row of a class, wherever it is.",
            ),
            30: say(
                "01-class-people",
                "That is the number of people: count those in the smallest class.",
            ),
            0: say(
                "01-class-alone",
                "You counted the people who are alone. Asked is the size of the smallest class.",
            ),
        },
        otherwise=say(
            "01-class-other-table",
            "With the table in the check the result is wrong: does your function use `table` and "
            "`columns`, which it is given?",
        ),
    )
    expect.true(
        visits.equals(before),
        say(
            "01-class-changes",
            "Your function changes the table that it is given: leave it as it is.",
        ),
    )
    # Three columns, each of them needed: classes of 6, 5, 4, 4, 3 and 2; any two columns give more.
    three = pd.DataFrame(
        [("North", "permit A", 1)] * 6
        + [("North", "permit A", 2)] * 2
        + [("North", "permit B", 2)] * 5
        + [("South", "permit A", 2)] * 4
        + [("South", "permit B", 1)] * 4
        + [("South", "permit B", 2)] * 3,
        columns=["district", "service", "counter"],
    )
    expect.count(
        expect.call(function, three, ["district", "service", "counter"]),
        2,
        mistakes={
            1: say(
                "01-class-repeated",
                "Every class of this table has two people or more. Equal rows are different people: "
                "remove none of them.",
            ),
        },
        otherwise=say(
            "01-class-three-columns",
            "With three columns in the list the result is wrong: two people are in one class only "
            "if all three of their values are the same.",
        ),
    )
    known = pd.DataFrame({"born": ["Peru"] * 4 + ["Ghana"] * 3 + [None] * 2, "sex": ["Male"] * 9})
    expect.count(
        expect.call(function, known, ["born", "sex"]),
        2,
        mistakes={
            3: say(
                "01-class-unknown",
                "The country of two people is unknown, and your function leaves them out. A gap "
                "that few people have makes them easy to find.",
            ),
            1: say(
                "01-class-unknown-apart",
                "The country of two people is unknown: they have the same value, so they are one "
                "class of two.",
            ),
        },
        otherwise=say(
            "01-class-unknown-other",
            "When a value is unknown, the result is wrong: the unknown should count as a value "
            "of its own.",
        ),
    )
    # Nobody is both old and male, and one person is old and female.
    listed = pd.DataFrame(
        {
            "age": pd.Categorical(["young"] * 5 + ["old"]),
            "sex": pd.Categorical(["Female"] * 2 + ["Male"] * 3 + ["Female"]),
        }
    )
    expect.count(
        expect.call(function, listed, ["age", "sex"]),
        1,
        mistakes={
            0: say(
                "01-k-empty",
                "Your smallest class is a combination that nobody has. It cannot expose anybody: "
                "count only those that occur.",
            ),
            2: say(
                "01-class-singles",
                "One person of this table is alone in a class, so k is 1. Leave no class out.",
            ),
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
            '`people["decade"] = people["age"] // 10 * 10`. Then form the classes by `decade`.',
        ),
    ],
)
def generalise(before, after):
    with part():
        expect.count(
            before,
            288,
            mistakes={
                28: OVERWRITTEN if _are_equal(before, after) else BEFORE_AFTER,
                1221: CLASSES,
                1116: SMALL_CLASSES,
                585: SMALL_CLASS_COUNT,
                548: UP_TO_TWO,
                1657: EMPTY_TOO,
                1: SMALLEST,
                40: LEFT_OUT,
                25: LEFT_OUT,
                565: OTHER_COLUMNS,
                93: OTHER_COLUMNS,
                269: OTHER_COLUMNS,
                294: ONE_SEX_ONLY,
                271: ONE_SEX_ONLY,
                48554: NOT_ALONE,
            },
        )
    with part():
        expect.count(
            after,
            28,
            mistakes={
                288: say(
                    "01-not-generalised",
                    "This is the number before: your classes still use single years of age.",
                ),
                22: say(
                    "01-rounded-age",
                    "You rounded to the nearest ten, which puts a person of 38 with those of 40. "
                    "`//` drops the rest.",
                ),
                27: say(
                    "01-tens-from-eleven",
                    "Your steps are 11 to 20, 21 to 30 and so on. A person of 20 belongs to 20 to "
                    "29.",
                ),
                54: say("01-steps-of-five", "Your steps have five years. Take ten."),
                16: OTHER_STEPS,
                25: OTHER_STEPS,
                260: say(
                    "01-how-many-fewer",
                    "This is how many fewer are alone. Asked is how many are alone afterwards.",
                ),
                208: CLASSES,
                133: SMALL_CLASSES,
                66: SMALL_CLASS_COUNT,
                64: UP_TO_TWO,
                135: EMPTY_TOO,
                1: SMALLEST,
                0: COARSE,
                3: COARSE,
                62: OTHER_COLUMNS,
                6: OTHER_COLUMNS,
                18: OTHER_COLUMNS,
                30: ONE_SEX_ONLY,
                32: ONE_SEX_ONLY,
                48814: NOT_ALONE,
            },
        )


def _are_equal(one, other):
    """Whether two answers are numbers, and the same."""
    return isinstance(one, Real) and isinstance(other, Real) and bool(one == other)


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
