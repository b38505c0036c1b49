"""What each exercise of module 01 must satisfy, and what to say when it does not."""

from numbers import Real

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
COMMA = say(
    "01-thousands-comma",
    "Python reads a comma as the end of one number and the start of the next: write thousands "
    "without a mark, as in 1200, and the decimal sign as a point, as in 0.5.",
)
NO_VALUE = say(
    "01-census-empty",
    "The result is empty. Perhaps no row was kept: look at how `total` and `female` are written. "
    "Or an empty cell went into the sum: five communes have no share, and `dropna()` leaves them "
    "out.",
)
BOTH_SEXES = say(
    "01-both-sexes", "This is the share among all people: keep the rows of women only."
)
MEN_ONLY = say("01-census-men", "This is the share among men.")
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
    "This is the other mean of the two. In which of them does a commune with many women count for "
    "more?",
)
NOT_DIVIDED = say(
    "01-weights-not-divided",
    "You multiplied by the number of women. To get a mean, divide the sum by the number of all "
    "women of 10 and over.",
)
WRONG_COLUMN = say(
    "01-wrong-column",
    "This is the share of another column: the exercise asks about `cannot_read_write`.",
)
NO_MISSING = say(
    "01-no-missing",
    "You found nobody. In this table an unknown value is an empty cell, not a word or a sign: "
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
    "You divided by a number of gaps, or of people with a gap. Divide by everybody in the group.",
)
ONE_SEX = say("01-one-sex", "You looked at women only, or at men only. The group has both.")
MEAN_OF_SHARES = say(
    "01-mean-of-shares",
    "This is the mean of the women's share and the men's share. There are more men, and each "
    "person should count once.",
)
EVERYBODY = say(
    "01-whole-file",
    "This is the figure for the whole file: keep only the group that the exercise asks about.",
)
INVERSE = say(
    "01-inverse-group",
    "You divided by all people whose country is unknown. Which group does the exercise ask about?",
)
JOINT = say(
    "01-joint", "The number that you divide is right. Divide it by the people of the group only."
)
KNOWN_ONLY = say(
    "01-nan-in-denominator",
    "You divided by the people whose country is known. Do those whose country is unknown belong to "
    "the group too?",
)
OTHER_COLUMN = say(
    "01-other-column",
    "This is about another column, or about several: the exercise asks about `native_country` alone.",
)
OTHER_RACE = say("01-other-race", "This is the share in another group.")
GAPS_BELOW_COMPLETE = say(
    "01-complete-below",
    "You divided by the people without any gap. Divide by everybody in the group.",
)
TIMES_AS_OFTEN = say(
    "01-times-as-often",
    "You compared the two groups with each other. The exercise asks for the share in each group.",
)
GROUPS_SWAPPED = say("01-groups-swapped", "The values of the two groups are swapped.")
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
    "This table has a smaller class. Look at all classes, and take the smallest.",
)
ONE_COLUMN = say(
    "01-class-one-column",
    "You formed the classes from one column. Use all columns in `columns` together.",
)
SMALL_CLASSES = say(
    "01-below-five",
    "You counted everybody in classes below five. The question is who is alone.",
)
SMALLEST = say(
    "01-k-for-alone",
    "1 is the size of the smallest class. The question is how many people are in a class of one, "
    "with all three columns.",
)
LEFT_OUT = say(
    "01-column-left-out",
    "A class is formed by all three columns together: one of them seems to be missing.",
)
OTHER_COLUMNS = say(
    "01-other-columns",
    "Your classes use other columns, or one too many. Use age, race and marital status.",
)
COARSE = say(
    "01-too-coarse",
    "Your classes are too coarse: form them by tens of years, race and marital status, all three.",
)
OTHER_STEPS = say(
    "01-other-steps",
    "The steps of age should be 10 to 19, 20 to 29 and so on. "
    '`people["age"] // 10 * 10` makes these.',
)
BEFORE_AFTER = say("01-before-after", "The two numbers are swapped.")
OVERWRITTEN = say(
    "01-age-overwritten",
    "Both numbers are the same: the column `age` holds tens already, since an earlier run wrote "
    "over it. Run the first cell of this notebook again, and write the tens into a new column.",
)
ONE_SEX_ONLY = say("01-alone-one-sex", "You counted women only, or men only. Count everybody.")
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
        say(
            "01-hint-first-2", "Let Python divide: write the number of rows, the sign `/`, then 12."
        ),
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
            20448: say("01-multiplied", "You multiplied. Can there be more countries than rows?"),
            12: say("01-years-not-countries", "That is the number of years."),
        },
    )


@exercise(
    "quick-part",
    because=say(
        "01-quick-part-why",
        "The model made the list; the adviser chose a client from it and called. What an official "
        "does with an output is the decision.",
    ),
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
                "The output is what the model makes: a ranked list. Somebody still has to act.",
            ),
            "model": say(
                "01-part-model",
                "The model is the rule that was learned. It does not call anybody.",
            ),
            "data": say(
                "01-part-data",
                "Data describe people. Here an official does something.",
            ),
        },
    )


@exercise(
    "quick-inverse",
    because=say(
        "01-quick-inverse-why",
        "The whole is the 2,809 people whose occupation is unknown, and 45% of these are women. "
        "Of all women in the file, only 7.9% have an unknown occupation.",
    ),
    hints=[
        say(
            "01-hint-inverse-1",
            "The list gives 1,273 of 2,809 people. What do these 2,809 people have in common?",
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
                "The file has 16,192 women. Was the number divided by all of them?",
            ),
            "of-everybody": say(
                "01-quick-inverse-all",
                "The number was divided by 2,809 people, not by the whole file.",
            ),
            "less-often": say(
                "01-quick-inverse-less",
                "There are twice as many men as women in the file. Compare the two shares in the "
                "first lines of the list.",
            ),
        },
    )


@exercise(
    "quick-coverage",
    hints=[
        say(
            "01-hint-coverage-1",
            "If women were 46% of the labour force, what share were men?",
        ),
        say(
            "01-hint-coverage-2",
            "Divide the share of men in the file by the share of men in the labour force.",
        ),
    ],
)
def quick_coverage(ratio):
    expect.true(not isinstance(ratio, tuple), COMMA)
    expect.true(
        expect.number(ratio) < 10,
        say(
            "01-coverage-percent",
            "This looks like per cent: give the ratio itself, for example 0.5 for a half.",
        ),
    )
    expect.close(
        ratio,
        1.238,
        digits=2,
        mistakes={
            0.81: say(
                "01-coverage-inverse",
                "The ratio is the wrong way round: divide the share in the data by the share in the "
                "population.",
            ),
            0.72: say("01-coverage-women", "That is the ratio for women."),
            1.45: say(
                "01-coverage-mixed",
                "You divided a share of men by a share of women: take the same group twice.",
            ),
            0.13: say(
                "01-coverage-gap",
                "You subtracted the shares. A ratio divides one share by the other.",
            ),
        },
    )


@exercise(
    "quick-k",
    hints=[
        say("01-hint-quick-k-1", "Each row of the table is one class: look at its last column."),
        say("01-hint-quick-k-2", "The smallest class decides, not the average one."),
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
                "That is the average size of a class. Who is easier to find: people in a large class "
                "or in a small one?",
            ),
            5: say(
                "01-k-largest",
                "That is the largest class. In which class are people easiest to find?",
            ),
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
    because=say(
        "01-row-meaning-why",
        "Each row is one country, so the mean adds 25 values and divides by 25. The numbers of "
        "people are not used: Jamaica counts as much as Brazil.",
    ),
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
                "One row is one country here. Does the computation use the number of people at all?",
            ),
            "age-at-death": say(
                "01-age-at-death",
                "Life expectancy is about a newborn. Look at what the lesson says of the column.",
            ),
            "half-below": say(
                "01-mean-as-median",
                "That would be the median, the value in the middle. For a mean, values are added and "
                "divided: which values were added here?",
            ),
        },
    )


@exercise(
    "two-means",
    points=2,
    hints=[
        say(
            "01-hint-means-1",
            "First keep the rows you need: whole communes and women. Section 2 of the lesson shows "
            "the line for two conditions, and both means.",
        ),
        say(
            "01-hint-means-2",
            '`women = census[(census["area"] == "total") & (___)]` keeps the rows. The mean over '
            "communes is the mean of one column of `women`. For the mean over women, weigh each "
            "commune by its women of 10 and over.",
        ),
        say(
            "01-hint-means-3",
            '`over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / '
            "___.sum()`. By which number of women do you divide?",
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
                    "Nearly. Each commune whose share is known counts once: an empty cell does not mean 0 "
                    "per cent, and a small commune counts as much as a large one.",
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
                    "That is the median, the value in the middle. The exercise asks for the mean.",
                ),
                44.8: say(
                    "01-mean-of-regions",
                    "This is the mean of twelve regions. Each commune should count once.",
                ),
                52.7: THOSE_WHO_READ,
                0.5: IN_FRACTIONS,
                70822.0: say(
                    "01-sum-not-mean", "That is the sum over the communes. Take the mean."
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
                "This is not the mean over communes. Which rows do you keep (whole communes, women), "
                "and does each of them count once?",
            ),
        )
    with part():
        expect.true(not isinstance(over_women, tuple), COMMA)
        expect.true(_is_filled(over_women), NO_VALUE)
        expect.true(expect.number(over_women) < 1e4, NOT_DIVIDED)
        # Rounded first, for one unit more would let the weights of both sexes pass (32.53).
        expect.close(
            round(expect.number(over_women), 1),
            32.4,
            digits=2,
            mistakes={
                32.5: say(
                    "01-weights-both-sexes",
                    "You weighted by women and men together. Each woman should count once: weight "
                    "by the number of women aged 10 and over, in the rows that you keep.",
                ),
                32.7: say(
                    "01-weights-men",
                    "You weighted by men. Each woman should count once: weight by the number of "
                    "women aged 10 and over.",
                ),
                32.3: say(
                    "01-cut-not-rounded",
                    "Nearly. Did you cut off the decimals? Give the number as Python computes it.",
                ),
                47.3: CHANGED_PLACES,
                32.6: say(
                    "01-weights-all-ages",
                    "You weighted by women and girls of all ages. The share is a share of people of "
                    "10 and over: weigh by them.",
                ),
                32.2: say(
                    "01-weights-older",
                    "You weighted by people of 15 and over. The share is a share of people of 10 "
                    "and over: weigh by them.",
                ),
                29.5: say(
                    "01-weights-readers",
                    "You weighted by those who can read. The share is a share of all people of 10 and "
                    "over.",
                ),
                31.9: say(
                    "01-regions-once",
                    "Here each region counts once. Each woman should count once: regions differ in size.",
                ),
                24.8: BOTH_SEXES,
                17.2: MEN_ONLY,
                23.6: TOWN_ONLY,
                48.4: COUNTRYSIDE_ONLY,
                16.4: say(
                    "01-both-sexes-below",
                    "You divided a number of women by a number of women and men: take the women twice.",
                ),
                27.1: say(
                    "01-girls-below",
                    "You divided by women and girls of all ages. The share is a share of people of 10 "
                    "and over.",
                ),
                8.2: say(
                    "01-weights-of-all-rows",
                    "You divided by people of other rows too. Multiply and divide with the same rows.",
                ),
                4.1: say(
                    "01-weights-of-the-table",
                    "You divided by the people of all rows. Multiply and divide with the same rows.",
                ),
                65.8: say(
                    "01-women-of-unread",
                    "That is the share of women among all who cannot read and write. The exercise "
                    "asks for a share of the women.",
                ),
                67.6: THOSE_WHO_READ,
                0.3: IN_FRACTIONS,
                59.0: WRONG_COLUMN,
                16.8: WRONG_COLUMN,
                4.8: WRONG_COLUMN,
            },
            otherwise=say(
                "01-women-otherwise",
                "This is not the mean over women. Multiply each commune's share by its women of 10 and "
                "over, add up, and divide by all of these women.",
            ),
        )


def _is_filled(value):
    """Whether an answer is no empty number; what is no number has its message elsewhere."""
    return type(value).__name__ != "NAType" and not (isinstance(value, Real) and value != value)


@exercise(
    "system-parts",
    points=1,
    because=say(
        "01-system-parts-why",
        "What the model makes, here the Monday list, is its output; the choice that the inspector "
        "makes from it is the decision. Results from which the model learns again are feedback.",
    ),
    hints=[
        say(
            "01-hint-parts-1",
            "Look at the figure in section 1 of the lesson. Does the list go into the model, does "
            "it come out of it, or does a person make it?",
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
                    "The model is the rule that was learned. The list is what it makes this week.",
                ),
                "decision": say(
                    "01-list-decision",
                    "The list alone does not send an inspector anywhere. Who chooses among the forty?",
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
                    "The purpose is why the inspectorate has the system. Findings are the results of "
                    "its use.",
                ),
                "output": say(
                    "01-findings-output",
                    "The model did not make these findings: an inspector did.",
                ),
                "decision": say(
                    "01-findings-decision",
                    "The decision was to go there. What happens afterwards with what she found?",
                ),
            },
        )


ONE_INCOME = say(
    "01-one-income",
    "You looked at women on one side of the income limit only. All women count.",
)
REPEATED_REMOVED = say(
    "01-repeated-removed",
    "You removed rows first. Count everybody in the group, in the file as it is.",
)
OF_ABROAD = say(
    "01-of-abroad",
    "You divided by the people who are not recorded as born in the United States. Divide by "
    "everybody in the group.",
)
MEAN_OVER_INCOME = say(
    "01-mean-over-income",
    "This is the mean of two shares, below and above the income limit. Each person should count "
    "once.",
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
            "Join this with the condition for women, in brackets, with `&`, and count: "
            '`incomplete_women = ((people["sex"] == "Female") & ___).sum()`.',
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
                "You found nobody. An unknown value is an empty cell, not a word or a sign; one empty "
                "cell in the row is enough; and the value for women is `Female`.",
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
                "This is the number of all women: you counted true and false alike. `.sum()` counts "
                "the true ones only.",
            ),
            48842: say(
                "01-all-people",
                "This is the number of all people: you counted true and false alike. `.sum()` counts "
                "the true ones only.",
            ),
            1273: say(
                "01-one-column-only",
                "For 1,273 women the occupation is unknown, and for most of them the employer too. A "
                "gap in any column counts, also one in the country of birth.",
            ),
            1270: say(
                "01-workclass-only",
                "For 1,270 women the employer and the occupation are unknown. One gap is enough, in "
                "any column.",
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
                "You counted wives. Use the column `sex`: many women are not recorded as a wife.",
            ),
            989: ONE_PART,
            508: ONE_PART,
            276483499: WEIGHTED,
            1397: ONE_INCOME,
            100: ONE_INCOME,
            5: say(
                "01-kinds-of-gap",
                "You counted the different kinds of rows. Count the women.",
            ),
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
            'Keep the group, then take the mean. With `unknown = people["native_country"].isna()`: '
            '`unknown_asian = unknown[people["race"] == ___].mean()`.',
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
                0.0839: MEAN_OVER_INCOME,
                0.0845: REPEATED_REMOVED,
                0.1174: OF_ABROAD,
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
                    "Nearly. You divided by the people whose country is known, or you looked at one "
                    "part of the file (`split`). Divide by everybody in the group.",
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
                0.0143: MEAN_OVER_INCOME,
                0.0160: REPEATED_REMOVED,
                0.1753: OF_ABROAD,
                0.1628: TIMES_AS_OFTEN,
            },
        )


@exercise(
    "drop-rows",
    points=1,
    because=say(
        "01-drop-rows-why",
        "The 7% is a share of the whole file. The occupation is unknown for 7.9% of the women and "
        "4.7% of the men, so deleting rows with gaps removes a larger share of the women.",
    ),
    hints=[
        say(
            "01-hint-drop-1",
            "Section 3 of the lesson looked at the people whose occupation is unknown. Were they "
            "like the others?",
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
                "It is 7% of the whole file. What share of each group would be deleted? A small share of all "
                "people can be a large share of some group.",
            ),
            "by-chance": say(
                "01-drop-chance",
                "The lesson tested this: gaps were far more frequent in some groups than in others.",
            ),
            "refuse-file": say(
                "01-drop-refuse",
                "Section 3 of the lesson computes true figures from this file, gaps and all. What "
                "does it look at before it decides what to do about them?",
            ),
        },
    )


WOMEN_KEPT = say(
    "01-ratio-women-kept",
    "This compares women kept with all women in the file. A coverage ratio divides the share of "
    "women in the data by their share of the labour force.",
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
            "For the share, divide by all people who are left. For the ratio, divide the share by "
            "0.46.",
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
                    "You divided the women who are left by everybody in the full file: use one row of "
                    "the table.",
                ),
                0.35806: say(
                    "01-mixed-tables-2",
                    "You divided the women of the full file by everybody who is left: use one row of "
                    "the table.",
                ),
                0.90755: say(
                    "01-kept-women",
                    "That is the share of the women who are kept. The exercise asks for the share of "
                    "women among all who are kept.",
                ),
                0.67505: say("01-share-of-men", "That is the share of men."),
                0.48138: say(
                    "01-women-to-men",
                    "You divided women by men. Divide by all people who are left.",
                ),
                0.41354: say(
                    "01-share-of-lost",
                    "That is the share of women among the rows that were deleted. The rows that are "
                    "left are asked for.",
                ),
                3.07737: say(
                    "01-share-inverse",
                    "The division is the wrong way round: divide the part by the whole.",
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
                    "The ratio is the wrong way round: divide the share in the data by the share in "
                    "the population.",
                ),
                0.72069: FULL_FILE,
                -0.13505: say(
                    "01-ratio-gap",
                    "You subtracted the shares. A ratio divides one share by the other.",
                ),
                0.13505: say(
                    "01-ratio-gap-turned",
                    "You subtracted the shares the other way round. A ratio divides one share by the other.",
                ),
                1.25009: say("01-ratio-men", "That is the ratio for men."),
                1.46749: say(
                    "01-ratio-mixed",
                    "You divided a share of men by a share of women: take the same group twice.",
                ),
                0.00706: say(
                    "01-ratio-percent",
                    "That is far too small. Divide one share by the other, and write 46% as 0.46.",
                ),
                0.6499: say(
                    "01-ratio-half",
                    "You compared with a half. Compare with the labour force: women were 46% of it.",
                ),
                0.63576: say(
                    "01-ratio-adults",
                    "You compared with all people of 15 and over. Compare with the labour force.",
                ),
                0.98018: say(
                    "01-ratio-file",
                    "You compared with the file before deleting. Compare with the labour force, which "
                    "somebody else counted.",
                ),
                0.65406: say(
                    "01-ratio-full-file",
                    "You compared with 46% of all rows. Take 46% of the rows that are left.",
                ),
                0.60176: say(
                    "01-ratio-women-men",
                    "You divided a share of women by a share of men: take the same group twice.",
                ),
                0.97066: say(
                    "01-ratio-kept",
                    "That compares how many women and how many men were kept. A coverage ratio "
                    "compares with a population.",
                ),
                0.14948: say(
                    "01-ratio-multiplied", "You multiplied. A ratio divides one share by the other."
                ),
                0.90755: WOMEN_KEPT,
                0.09245: WOMEN_KEPT,
                0.25009: say(
                    "01-ratio-men-excess",
                    "This is how far men exceed their share of the labour force: their ratio, "
                    "minus 1. Take the ratio for women.",
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
            "Start from `people_alone` in section 5 of the lesson. Its first line counts the people "
            "in each class and is the same here. `.min()` finds the smallest of these counts.",
        ),
        say(
            "01-hint-k-2",
            "`dropna=False` keeps unknown values, and `observed=True` leaves out combinations that "
            "nobody has. The line, after four spaces: "
            "`return table.groupby(columns, observed=True, dropna=False).size().___()`.",
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
                "That is the average size of a class. Who is easier to find: people in a large class "
                "or in a small one?",
            ),
            3: NOT_SMALLEST,
            4: NOT_SMALLEST,
            11: say(
                "01-class-largest",
                "That is the largest class. In which class are people easiest to find?",
            ),
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
                "You counted the people who are alone. Return the size of the smallest class.",
            ),
        },
        otherwise=say(
            "01-class-other-table",
            "With the table of the check the result is wrong: does your function use `table` and "
            "`columns`, the names in its brackets?",
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
                "The country of two people is unknown, and your function leaves these two out. An "
                "unknown value that few people have makes them easy to find.",
            ),
            1: say(
                "01-class-unknown-apart",
                "The country of two people is unknown: they have the same value, so they are one "
                "class of two.",
            ),
        },
        otherwise=say(
            "01-class-unknown-other",
            "When a value is unknown, the result is wrong: “unknown” should count as a value of its "
            "own.",
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
                "Your smallest class is a combination that nobody has. Count only combinations that "
                "occur: `observed=True` does this.",
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
            "`people_alone` in section 5 of the lesson has both steps: `groupby` with `.size()` "
            "counts the people in each class; compare with 1, then count with `.sum()`.",
        ),
        say(
            "01-hint-gen-2",
            '`before = people.groupby(["age", "race", "marital_status"], observed=True).size()`, '
            "then `alone_before = (before == ___).sum()`. For the second number, write `decade` in "
            "place of `age`, and `after` in place of `before`.",
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
                    "This is the number before. Form the classes with `decade` in place of `age`.",
                ),
                22: say(
                    "01-rounded-age",
                    "You rounded to the nearest ten, which puts a person of 38 with those of 40. "
                    "`//` drops the rest.",
                ),
                51: say(
                    "01-alone-among-alone",
                    "You formed the new classes from the people who were alone before. Form them "
                    "from everybody.",
                ),
                27: say(
                    "01-tens-from-eleven",
                    "Your steps are 11 to 20, 21 to 30 and so on. A person of 20 belongs to 20 to "
                    "29.",
                ),
                54: say("01-steps-of-five", "Your steps have five years. Use steps of ten years."),
                16: OTHER_STEPS,
                25: OTHER_STEPS,
                260: say(
                    "01-how-many-fewer",
                    "This is how many fewer are alone. The exercise asks how many are alone afterwards.",
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
    because=say(
        "01-safe-to-share-why",
        "The study needs hours, sex and schooling; each further column makes people easier to "
        "find. And `k` hides only which of the five rows belongs to a person: an income class that "
        "all five share is known for each of them.",
    ),
    hints=[
        say(
            "01-hint-share-1",
            "Minimisation: ask for each column whether the purpose needs it, and in how much detail.",
        ),
        say(
            "01-hint-share-2",
            "For the second question, imagine five people in one class, and look at a column that "
            "was not used to form the classes.",
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
                    "The file has no names as it is. Even so, in the lesson 1,500 people were still alone in "
                    "their class.",
                ),
                "needed-and-spare": say(
                    "01-share-spare",
                    "Each further column makes people easier to find. Does the question of the "
                    "university need these two?",
                ),
                "nothing": say(
                    "01-share-nothing",
                    "The purpose is legitimate. Is there an extract that serves it and exposes "
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
                    "What if all five have the same value in a column with confidential information, such as income? Does it "
                    "still matter that they cannot be told apart?",
                ),
                "at-least-100": say(
                    "01-k-larger",
                    "What if all hundred people have the same income class? A larger class does not "
                    "hide what all in it have in common.",
                ),
                "only-names": say(
                    "01-k-only-names",
                    "A name is not needed: think of a neighbour who knows somebody's age, sex and "
                    "country of birth.",
                ),
            },
        )


@exercise(
    "not-mended",
    points=1,
    because=say(
        "01-not-mended-why",
        "The table records one year's income. It says nothing about need, so no change to its cells "
        "can supply what was never asked. Names can be replaced, and repeated rows can be "
        "removed.",
    ),
    hints=[
        say(
            "01-hint-mended-1",
            "Three of the four can be found in the table and dealt with there. One concerns what was "
            "never recorded.",
        )
    ],
)
def not_mended(key):
    expect.choice(
        key,
        right="stand-in",
        wrong={
            "spelling": say(
                "01-mended-spelling", "A list of the right names corrects this in a minute."
            ),
            "repeated": say(
                "01-mended-repeated",
                "Repeated rows can be found, and left out or kept. They are 52 of 48,842.",
            ),
            "old-words": say(
                "01-mended-words",
                "The words matter, and they can be replaced by the words that people use for "
                "themselves. Look for something that no cell of the table contains.",
            ),
        },
    )
