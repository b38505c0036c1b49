"""The checks of 01-public-data. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "01-public-data"

from numbers import Real

import pandas as pd

from course.checking import exercise, expect, part, say

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
        Sealed("01-public-data/quick-first", "66bb9e9e48f7dbdbf3447a376d7f378b"),
        mistakes={
            Sealed("01-public-data/quick-first", "d346bf2f85e6c070078fd2e0cae1b127"): say(
                "01-rows-not-countries",
                "That is the number of rows. Each country has twelve of them.",
            ),
            Sealed("01-public-data/quick-first", "d31a1b54ef4b9a8dea119c94e57a6e5b"): say("01-multiplied", "You multiplied. Can there be more countries than rows?"),
            Sealed("01-public-data/quick-first", "dedb4633b34c79bb0ad1c52d4f4eca83"): say("01-years-not-countries", "That is the number of years."),
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
        right=Sealed("01-public-data/quick-part", "98e78c43003a8858a6daee4b7f72ae1f"), options=["data", "decision", "model", "output"],
        wrong={
            Sealed("01-public-data/quick-part", "9e576d912a1523ecc7d917ab33ac8666"): say(
                "01-part-output",
                "The output is what the model makes: a ranked list. Somebody still has to act.",
            ),
            Sealed("01-public-data/quick-part", "af763f2d394fa7d58af40db9fedc0d53"): say(
                "01-part-model",
                "The model is the rule that was learned. It does not call anybody.",
            ),
            Sealed("01-public-data/quick-part", "61c96669cc4851e8ff257671d766fb64"): say(
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
        right=Sealed("01-public-data/quick-inverse", "1ff2c8010a5ef16723bc4527bbdf5440"), options=["less-often", "of-everybody", "of-the-unknown", "of-the-women"],
        wrong={
            Sealed("01-public-data/quick-inverse", "96b3f10e3ceb9011a98824b19cf139d0"): say(
                "01-quick-inverse-women",
                "The file has 16,192 women. Was the number divided by all of them?",
            ),
            Sealed("01-public-data/quick-inverse", "500614a1bebd48f8982a4f2a04f821fa"): say(
                "01-quick-inverse-all",
                "The number was divided by 2,809 people, not by the whole file.",
            ),
            Sealed("01-public-data/quick-inverse", "dd79b94b417f3159d8d700a899202064"): say(
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
        Sealed("01-public-data/quick-coverage", "55fe05309dd0b3b65c0b889511942e85"),
        digits=2,
        mistakes={
            Sealed("01-public-data/quick-coverage", "5dc68effb193916affab739b2f5cc19f"): say(
                "01-coverage-inverse",
                "The ratio is the wrong way round: divide the share in the data by the share in the "
                "population.",
            ),
            Sealed("01-public-data/quick-coverage", "ab95f10b0d2430369bc83976d1c90b9a"): say("01-coverage-women", "That is the ratio for women."),
            Sealed("01-public-data/quick-coverage", "7e63bb4c42e508c24cb596db48c7e828"): say(
                "01-coverage-mixed",
                "You divided a share of men by a share of women: take the same group twice.",
            ),
            Sealed("01-public-data/quick-coverage", "d067baa55098e3966819369fc2cec62f"): say(
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
        Sealed("01-public-data/quick-k", "e05a781af2449f4080a4b7a6b3ea8d55"),
        mistakes={
            Sealed("01-public-data/quick-k", "af2dcf13bbd76189f792de1af0d0e2fd"): say(
                "01-quick-k-classes",
                "You counted the classes. Look at how many people share each of them.",
            ),
            Sealed("01-public-data/quick-k", "31afd5d10046cec05e86e7787e875878"): say(
                "01-k-mean",
                "That is the average size of a class. Who is easier to find: people in a large class "
                "or in a small one?",
            ),
            Sealed("01-public-data/quick-k", "952a5e1e68ed3e1c81a703a9ee4c407e"): say(
                "01-k-largest",
                "That is the largest class. In which class are people easiest to find?",
            ),
            Sealed("01-public-data/quick-k", "168a57c1de5ec4be09dd81b395e01e70"): say("01-k-people", "That is the number of people in the table."),
            Sealed("01-public-data/quick-k", "53994dc39cdc60f621e3f251e4a3b783"): say(
                "01-k-alone",
                "Nobody is alone in this table: look for the smallest number of people in a class.",
            ),
        },
    )




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
        right=Sealed("01-public-data/row-meaning", "8b873bb8b55ff5391d00ed501682ed17"), options=["age-at-death", "each-country-once", "each-person-once", "half-below"],
        wrong={
            Sealed("01-public-data/row-meaning", "96c681c021f701f0d1d94e18109fb041"): say(
                "01-countries-as-people",
                "One row is one country here. Does the computation use the number of people at all?",
            ),
            Sealed("01-public-data/row-meaning", "e47cf1e926b0e3b091b4a1a4744481e8"): say(
                "01-age-at-death",
                "Life expectancy is about a newborn. Look at what the lesson says of the column.",
            ),
            Sealed("01-public-data/row-meaning", "d3e772fbab70475f802dcf857fa4dd17"): say(
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
            Sealed("01-public-data/two-means", "0a209014b8cbb0b85740e48addebd999"),
            digits=1,
            mistakes={
                Sealed("01-public-data/two-means", "33c209ea2eca7357c9a6df8f98131815"): CHANGED_PLACES,
                Sealed("01-public-data/two-means", "aee844d8f3e8125e1f36f972ee34a8ed"): say(
                    "01-empty-as-zero",
                    "Nearly. Each commune whose share is known counts once: an empty cell does not mean 0 "
                    "per cent, and a small commune counts as much as a large one.",
                ),
                Sealed("01-public-data/two-means", "61e199cda3c5e439fcb32d16d8bd4b18"): PARTS_TOO,
                Sealed("01-public-data/two-means", "ec59cfdfa1de59628387388ad7e7c0e1"): PARTS_TOO,
                Sealed("01-public-data/two-means", "4b719829f3ef9d024188abfb7a27e99e"): BOTH_SEXES,
                Sealed("01-public-data/two-means", "dbdaa9b03b78d46544804d4dadd23a8b"): BOTH_SEXES,
                Sealed("01-public-data/two-means", "a09f4163d1c7d453e9679148b0c43d2b"): say(
                    "01-all-rows",
                    "This is the mean over all rows of the table. Keep the whole communes and the "
                    "women.",
                ),
                Sealed("01-public-data/two-means", "4ba2b1cdc6495c8bdd93255ebf18ecb9"): PARTS_TOO,
                Sealed("01-public-data/two-means", "041cd86cae053f23ae7c869af21950ed"): MEN_ONLY,
                Sealed("01-public-data/two-means", "19407a7441481d645d437e6c16fbc791"): TOWN_ONLY,
                Sealed("01-public-data/two-means", "b9ce40b3ea072ee44106c2442e37fd32"): COUNTRYSIDE_ONLY,
                Sealed("01-public-data/two-means", "328efffb09143a7fc4659217b0b885d2"): say(
                    "01-median",
                    "That is the median, the value in the middle. The exercise asks for the mean.",
                ),
                Sealed("01-public-data/two-means", "f2433efae9a8d64f3814a614505014fa"): say(
                    "01-mean-of-regions",
                    "This is the mean of twelve regions. Each commune should count once.",
                ),
                Sealed("01-public-data/two-means", "7fc5243e21ad6854c87120e09dc524cf"): THOSE_WHO_READ,
                Sealed("01-public-data/two-means", "e8c30ec8ff8f6cd5fd159d9f7bd17178"): IN_FRACTIONS,
                Sealed("01-public-data/two-means", "0a184f7f7b7ce05e7c7680a6457fd240"): say(
                    "01-sum-not-mean", "That is the sum over the communes. Take the mean."
                ),
                Sealed("01-public-data/two-means", "7e6e786962601e3cad731f535e30e6b9"): say(
                    "01-parts-or-column",
                    "Either these are the parts of the communes, or another column than "
                    "`cannot_read_write`. Keep the whole communes, and that column.",
                ),
                Sealed("01-public-data/two-means", "7953f65d0b45dc986afbc6469a00f083"): WRONG_COLUMN,
                Sealed("01-public-data/two-means", "967988f04bd9260a53be400b0824808c"): WRONG_COLUMN,
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
        expect.close(
            round(expect.number(over_women), 1),
            Sealed("01-public-data/two-means", "2dc9767eb37cba4493efceb625dbcc28"),
            digits=2,
            mistakes={
                Sealed("01-public-data/two-means", "8416baf525eed44fa59b776d950c703c"): say(
                    "01-weights-both-sexes",
                    "You weighted by women and men together. Each woman should count once: weight "
                    "by the number of women aged 10 and over, in the rows that you keep.",
                ),
                Sealed("01-public-data/two-means", "a3e315326989ea4cff9b5a2ac944b261"): say(
                    "01-weights-men",
                    "You weighted by men. Each woman should count once: weight by the number of "
                    "women aged 10 and over.",
                ),
                Sealed("01-public-data/two-means", "9d57e7be7c7c9ab760ad9b7ceef53616"): say(
                    "01-cut-not-rounded",
                    "Nearly. Did you cut off the decimals? Give the number as Python computes it.",
                ),
                Sealed("01-public-data/two-means", "64e731c49dc765323524e45213103540"): CHANGED_PLACES,
                Sealed("01-public-data/two-means", "ab7e5b716666c239ba0c37c217004d14"): say(
                    "01-weights-all-ages",
                    "You weighted by women and girls of all ages. The share is a share of people of "
                    "10 and over: weigh by them.",
                ),
                Sealed("01-public-data/two-means", "54dfb364e3dc13047d7dc7e72ee61c0d"): say(
                    "01-weights-older",
                    "You weighted by people of 15 and over. The share is a share of people of 10 "
                    "and over: weigh by them.",
                ),
                Sealed("01-public-data/two-means", "48851720582d0b4f3367918701ae7381"): say(
                    "01-weights-readers",
                    "You weighted by those who can read. The share is a share of all people of 10 and "
                    "over.",
                ),
                Sealed("01-public-data/two-means", "e6647f9ccb8605ae90959bda33f5d852"): say(
                    "01-regions-once",
                    "Here each region counts once. Each woman should count once: regions differ in size.",
                ),
                Sealed("01-public-data/two-means", "7aa625f4c06847f7bea5b162091ef20e"): BOTH_SEXES,
                Sealed("01-public-data/two-means", "718f8df61dda65360d4f352532cc5bd9"): MEN_ONLY,
                Sealed("01-public-data/two-means", "ae8836ed8c1a4b2e25d747efd3850787"): TOWN_ONLY,
                Sealed("01-public-data/two-means", "1fefecbda733abfb19332b432c2f3c85"): COUNTRYSIDE_ONLY,
                Sealed("01-public-data/two-means", "6558832054790b51034475c4ca170855"): say(
                    "01-both-sexes-below",
                    "You divided a number of women by a number of women and men: take the women twice.",
                ),
                Sealed("01-public-data/two-means", "e6347ad32e9afc18487c790caf7fc31c"): say(
                    "01-girls-below",
                    "You divided by women and girls of all ages. The share is a share of people of 10 "
                    "and over.",
                ),
                Sealed("01-public-data/two-means", "57421a4222cfc064bf9d3c97510fa053"): say(
                    "01-weights-of-all-rows",
                    "You divided by people of other rows too. Multiply and divide with the same rows.",
                ),
                Sealed("01-public-data/two-means", "c0fc15af58f81fde9cc85e4dc144fe12"): say(
                    "01-weights-of-the-table",
                    "You divided by the people of all rows. Multiply and divide with the same rows.",
                ),
                Sealed("01-public-data/two-means", "27b1d0404f07f9883e31a2b46eb3235f"): say(
                    "01-women-of-unread",
                    "That is the share of women among all who cannot read and write. The exercise "
                    "asks for a share of the women.",
                ),
                Sealed("01-public-data/two-means", "b15cc3d781903d15c50f37d3d8c2d1f6"): THOSE_WHO_READ,
                Sealed("01-public-data/two-means", "8b47a544d0ddde1f7f924f6bc7b8fb45"): IN_FRACTIONS,
                Sealed("01-public-data/two-means", "24b5f212134ee47a34b714e5c4b21940"): WRONG_COLUMN,
                Sealed("01-public-data/two-means", "a7bd5c19f708db0f74822227ec48ac38"): WRONG_COLUMN,
                Sealed("01-public-data/two-means", "2d7ae71ee23e7b621d7f192ab498c03d"): WRONG_COLUMN,
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
            right=Sealed("01-public-data/system-parts", "196fad28063d3690a3bd121aee8c4d4e"), options=["data", "decision", "model", "output"],
            wrong={
                Sealed("01-public-data/system-parts", "97dbbfbce53441096e60bd01cb07cc5d"): say(
                    "01-list-data",
                    "The reports went in. The list comes out of the model.",
                ),
                Sealed("01-public-data/system-parts", "00f6a1ef3217d7274d6293b13d88741e"): say(
                    "01-list-model",
                    "The model is the rule that was learned. The list is what it makes this week.",
                ),
                Sealed("01-public-data/system-parts", "60d420d4eae4c1521cb536e55b9a71a0"): say(
                    "01-list-decision",
                    "The list alone does not send an inspector anywhere. Who chooses among the forty?",
                ),
            },
        )
    with part():
        expect.choice(
            findings,
            right=Sealed("01-public-data/system-parts", "db1b7d4e7232494da4ab8955b7a21cc1"), options=["decision", "feedback", "output", "purpose"],
            wrong={
                Sealed("01-public-data/system-parts", "dee40a22a6ef34d3626b973e73d5e950"): say(
                    "01-findings-purpose",
                    "The purpose is why the inspectorate has the system. Findings are the results of "
                    "its use.",
                ),
                Sealed("01-public-data/system-parts", "196fad28063d3690a3bd121aee8c4d4e"): say(
                    "01-findings-output",
                    "The model did not make these findings: an inspector did.",
                ),
                Sealed("01-public-data/system-parts", "60d420d4eae4c1521cb536e55b9a71a0"): say(
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
        Sealed("01-public-data/incomplete-rows", "052bfd8697fbb82068ae79eda275f408"),
        mistakes={
            Sealed("01-public-data/incomplete-rows", "215f41651bb7ba647511775cbb3a04aa"): say(
                "01-no-rows",
                "You found nobody. An unknown value is an empty cell, not a word or a sign; one empty "
                "cell in the row is enough; and the value for women is `Female`.",
            ),
            Sealed("01-public-data/incomplete-rows", "13571e87b1678f752e06cefe94e1360f"): CELLS,
            Sealed("01-public-data/incomplete-rows", "7eda8b1e10c79d744ee4a13728872784"): CELLS,
            Sealed("01-public-data/incomplete-rows", "13c437dbf0f5c6f2261c6fee2c86f479"): EVERYBODY,
            Sealed("01-public-data/incomplete-rows", "c7ae664bd84c444a94c2edf2da3f3d77"): say("01-men", "This is the number of men."),
            Sealed("01-public-data/incomplete-rows", "64b54efdbe586cabf818766c562ac02b"): say(
                "01-complete-rows", "This is the number of women whose rows have no gap at all."
            ),
            Sealed("01-public-data/incomplete-rows", "081e2b46963ea53208b41a9acc134f93"): say(
                "01-length-not-sum",
                "This is the number of all women: you counted true and false alike. `.sum()` counts "
                "the true ones only.",
            ),
            Sealed("01-public-data/incomplete-rows", "33e073ae96a95ea9186594107b25d92d"): say(
                "01-all-people",
                "This is the number of all people: you counted true and false alike. `.sum()` counts "
                "the true ones only.",
            ),
            Sealed("01-public-data/incomplete-rows", "ca1adec649ab25361b664d84955a545a"): say(
                "01-one-column-only",
                "For 1,273 women the occupation is unknown, and for most of them the employer too. A "
                "gap in any column counts, also one in the country of birth.",
            ),
            Sealed("01-public-data/incomplete-rows", "ee875e62f09bc36d5961ab11bac8969b"): say(
                "01-workclass-only",
                "For 1,270 women the employer and the occupation are unknown. One gap is enough, in "
                "any column.",
            ),
            Sealed("01-public-data/incomplete-rows", "c3b228a0ca03814473d6f867ca06f073"): say(
                "01-two-columns-only",
                "Nearly: three columns have gaps, and you look at two of them.",
            ),
            Sealed("01-public-data/incomplete-rows", "d3d4912074b6d880010668fb645b3516"): say(
                "01-country-only",
                "You looked at the column `native_country` only. A gap in any column counts.",
            ),
            Sealed("01-public-data/incomplete-rows", "08c520ec6bd7c95e07949c7c379e34ac"): say(
                "01-one-gap-exactly",
                "You counted the women with exactly one gap. Those with two or three count too.",
            ),
            Sealed("01-public-data/incomplete-rows", "5ebefbd4261617d06025c6a62623fce5"): say(
                "01-two-gaps-exactly",
                "You counted the women with exactly two gaps. Those with one or three count too.",
            ),
            Sealed("01-public-data/incomplete-rows", "cd1f8c461e2530a862cec6352d3cc17d"): say(
                "01-three-gaps",
                "You counted the women with a gap in all three columns. One gap is enough.",
            ),
            Sealed("01-public-data/incomplete-rows", "92b40adb464fab066ede9e8a60b96269"): say(
                "01-columns-with-gaps",
                "That is the number of columns with gaps. `any(axis=1)` looks along each row.",
            ),
            Sealed("01-public-data/incomplete-rows", "8db4f5fa9508a677f3b9f0a067e0ceb4"): say(
                "01-wives-only",
                "You counted wives. Use the column `sex`: many women are not recorded as a wife.",
            ),
            Sealed("01-public-data/incomplete-rows", "a32d19760092491abc5dff453bd204ad"): ONE_PART,
            Sealed("01-public-data/incomplete-rows", "8a5c22761062fbec62279077cd5b9f61"): ONE_PART,
            Sealed("01-public-data/incomplete-rows", "e95fcb8adda9478d5262bbc831b9597f"): WEIGHTED,
            Sealed("01-public-data/incomplete-rows", "b772a663feae542eac4dc2e90a13dce1"): ONE_INCOME,
            Sealed("01-public-data/incomplete-rows", "ff54331e3ff91611d4b2d42b820d1257"): ONE_INCOME,
            Sealed("01-public-data/incomplete-rows", "80dda75cfda057ce318a48c7a9ef6665"): say(
                "01-kinds-of-gap",
                "You counted the different kinds of rows. Count the women.",
            ),
            Sealed("01-public-data/incomplete-rows", "7d23eab7f229f6571d52fc8b4521d1b0"): say(
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
            Sealed("01-public-data/unknown-by-group", "d85babaf4e99eb425b1d6c341095725c"),
            digits=4,
            mistakes={
                Sealed("01-public-data/unknown-by-group", "68ce6813fa51eb0f58d7c3bbce404d70"): NO_MISSING,
                Sealed("01-public-data/unknown-by-group", "8a72ca70ee17dff3e80b53f5cdec1b7f"): INVERSE,
                Sealed("01-public-data/unknown-by-group", "f9957aa8d1661fdea525d94d9372f3e5"): JOINT,
                Sealed("01-public-data/unknown-by-group", "71241100b55b6b5c2aee786ac1b54209"): EVERYBODY,
                Sealed("01-public-data/unknown-by-group", "83051bb6522f8097d5ba2f1f3a9a3b86"): OTHER_COLUMN,
                Sealed("01-public-data/unknown-by-group", "c915167214dc70cf5e5e900022a89ea5"): OTHER_COLUMN,
                Sealed("01-public-data/unknown-by-group", "58cad980927c4454517f6e8aba908825"): KNOWN_ONLY,
                Sealed("01-public-data/unknown-by-group", "2c6a150fb7d92c56f3ffaece78098c9d"): GAPS_BELOW_COMPLETE,
                Sealed("01-public-data/unknown-by-group", "5903c6e6fcf0570cc3c59ac073897b25"): GROUPS_SWAPPED,
                Sealed("01-public-data/unknown-by-group", "8df70b540ee430b350cb211bf439bc34"): OTHER_RACE,
                Sealed("01-public-data/unknown-by-group", "3657ba8bb8739a065451d6e093ece5d4"): OTHER_RACE,
                Sealed("01-public-data/unknown-by-group", "d8371bfa2686053e56d8d6fe4b93f272"): WEIGHTED,
                Sealed("01-public-data/unknown-by-group", "88c2df229b8724faef3ac8b338057180"): ONE_PART,
                Sealed("01-public-data/unknown-by-group", "0ac271a8a22e59fe5bfc0c731e578d4e"): ONE_PART,
                Sealed("01-public-data/unknown-by-group", "8f1a3436e462ab270154cafb29507a10"): ONE_PART,
                Sealed("01-public-data/unknown-by-group", "f4af8b1e25f4f520525f952afd041dac"): BORN_ELSEWHERE,
                Sealed("01-public-data/unknown-by-group", "c9f9bc6c4c06432fe90d657883fb60cd"): BORN_ELSEWHERE,
                Sealed("01-public-data/unknown-by-group", "5048122796340c4c9a6e640b26b9cd46"): THE_OTHERS,
                Sealed("01-public-data/unknown-by-group", "354cbc9b860cc6af3ee1f68ccdef28d6"): COUNTED,
                Sealed("01-public-data/unknown-by-group", "06714d71ca85e619c807578d7da8fca2"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "f8d95c5950e06ca21458ae08aedd9ef8"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "e42a18c514b0d800f4504c5b82c3283b"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "212373ba73bd2c2294af70fa21174e4c"): ONE_SEX,
                Sealed("01-public-data/unknown-by-group", "087f9e2d53802805d03b760cda2eeb43"): ONE_SEX,
                Sealed("01-public-data/unknown-by-group", "a5dc99f413f8e3ac5b8d5c489a4d9f52"): MEAN_OF_SHARES,
                Sealed("01-public-data/unknown-by-group", "61e6890996f37c380b533210c0d413f3"): MEAN_OVER_INCOME,
                Sealed("01-public-data/unknown-by-group", "849de3851a1ab4f40212dc29b12b6c6c"): REPEATED_REMOVED,
                Sealed("01-public-data/unknown-by-group", "d6c9a045b5d4ecc87c96308fbdfaca29"): OF_ABROAD,
                Sealed("01-public-data/unknown-by-group", "908cf2d51d658c156ee125fe6fb7f00c"): TIMES_AS_OFTEN,
            },
        )
    with part():
        expect.share(
            white,
            Sealed("01-public-data/unknown-by-group", "5903c6e6fcf0570cc3c59ac073897b25"),
            digits=4,
            mistakes={
                Sealed("01-public-data/unknown-by-group", "68ce6813fa51eb0f58d7c3bbce404d70"): NO_MISSING,
                Sealed("01-public-data/unknown-by-group", "8bb03b53c659341117687ec1b3772f53"): INVERSE,
                Sealed("01-public-data/unknown-by-group", "b2f885f8eaac28f2fbf2ed49b5af254c"): JOINT,
                Sealed("01-public-data/unknown-by-group", "71241100b55b6b5c2aee786ac1b54209"): EVERYBODY,
                Sealed("01-public-data/unknown-by-group", "6a7df36e2edfbb90c993714967c3178c"): OTHER_COLUMN,
                Sealed("01-public-data/unknown-by-group", "6e1da4dddb14a9986cdd59712b6983bd"): OTHER_COLUMN,
                Sealed("01-public-data/unknown-by-group", "afdcead7893583d1f3edb0c5f6ac694d"): say(
                    "01-known-or-part",
                    "Nearly. You divided by the people whose country is known, or you looked at one "
                    "part of the file (`split`). Divide by everybody in the group.",
                ),
                Sealed("01-public-data/unknown-by-group", "385391e86c993bc5c47277ce31153544"): GAPS_BELOW_COMPLETE,
                Sealed("01-public-data/unknown-by-group", "d85babaf4e99eb425b1d6c341095725c"): GROUPS_SWAPPED,
                Sealed("01-public-data/unknown-by-group", "8df70b540ee430b350cb211bf439bc34"): OTHER_RACE,
                Sealed("01-public-data/unknown-by-group", "3657ba8bb8739a065451d6e093ece5d4"): OTHER_RACE,
                Sealed("01-public-data/unknown-by-group", "cc02b2d18de6ef9fed972aa571fc62a4"): WEIGHTED,
                Sealed("01-public-data/unknown-by-group", "09b4d73e93eacb2ec05c38f81b81428c"): ONE_PART,
                Sealed("01-public-data/unknown-by-group", "156a9856f1473f6c37a722bfa3e6d5e7"): BORN_ELSEWHERE,
                Sealed("01-public-data/unknown-by-group", "4aad40008705f3b5a0aaab7d25f1f849"): BORN_ELSEWHERE,
                Sealed("01-public-data/unknown-by-group", "c1c4eaa4f8754fd5b0c6da5386f38e0b"): THE_OTHERS,
                Sealed("01-public-data/unknown-by-group", "3157b5553b6f7f31991d7cae406991ee"): COUNTED,
                Sealed("01-public-data/unknown-by-group", "8528c9b6ad20f3c2423f7fdfb681afda"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "8cba455c398c9bcb6498b89f64ca9221"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "2d62b56bd7cac6fd29fdb56853dbad26"): GAPS_BELOW,
                Sealed("01-public-data/unknown-by-group", "a594e20bebe44938e4e57c951a188a4c"): ONE_SEX,
                Sealed("01-public-data/unknown-by-group", "31675adcdca641d28a5df17d0b2b3813"): ONE_SEX,
                Sealed("01-public-data/unknown-by-group", "7336e15f0ec8a7b416d3d9a8dc8b8eb8"): MEAN_OF_SHARES,
                Sealed("01-public-data/unknown-by-group", "a09350e3a9fbf0acc2e5d94dbb534a1f"): MEAN_OVER_INCOME,
                Sealed("01-public-data/unknown-by-group", "e80d6989bbdea8eb4e864a7b21863df1"): REPEATED_REMOVED,
                Sealed("01-public-data/unknown-by-group", "03ec9b4b65ab0e2c68f4fdef2b5032a3"): OF_ABROAD,
                Sealed("01-public-data/unknown-by-group", "7f4cbbf6d991228fdadbd264e8cb35a8"): TIMES_AS_OFTEN,
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
        right=Sealed("01-public-data/drop-rows", "cc9752afbb6a028828cecc4ab8c71673"), options=["by-chance", "compare-first", "few-enough", "refuse-file"],
        wrong={
            Sealed("01-public-data/drop-rows", "2f7bfec47dbaa942eeac1c5933911be1"): say(
                "01-drop-few",
                "It is 7% of the whole file. What share of each group would be deleted? A small share of all "
                "people can be a large share of some group.",
            ),
            Sealed("01-public-data/drop-rows", "b2f231d014ffb6d75b5af80023008cd6"): say(
                "01-drop-chance",
                "The lesson tested this: gaps were far more frequent in some groups than in others.",
            ),
            Sealed("01-public-data/drop-rows", "5daf7f768beb066c75b7f65d85c2a2c1"): say(
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
            Sealed("01-public-data/coverage", "8952e944e3311548d4c0c022edf2fc35"),
            mistakes={
                Sealed("01-public-data/coverage", "e4c26b80f18f5b28aa511adcdd88b727"): FULL_FILE,
                Sealed("01-public-data/coverage", "52154c1478e387111234937ff946f6ea"): say(
                    "01-mixed-tables",
                    "You divided the women who are left by everybody in the full file: use one row of "
                    "the table.",
                ),
                Sealed("01-public-data/coverage", "36f50889b93ab52f20e1dc41491f2e47"): say(
                    "01-mixed-tables-2",
                    "You divided the women of the full file by everybody who is left: use one row of "
                    "the table.",
                ),
                Sealed("01-public-data/coverage", "789982a7ae4a067f9335a277e21535d5"): say(
                    "01-kept-women",
                    "That is the share of the women who are kept. The exercise asks for the share of "
                    "women among all who are kept.",
                ),
                Sealed("01-public-data/coverage", "1e9e2ea6eb0e9a388cd86248254b5c06"): say("01-share-of-men", "That is the share of men."),
                Sealed("01-public-data/coverage", "5c0c78224feb163901e95291252ce103"): say(
                    "01-women-to-men",
                    "You divided women by men. Divide by all people who are left.",
                ),
                Sealed("01-public-data/coverage", "086a75fc4d49c21014e84813da56d29f"): say(
                    "01-share-of-lost",
                    "That is the share of women among the rows that were deleted. The rows that are "
                    "left are asked for.",
                ),
                Sealed("01-public-data/coverage", "b13ee5f2a418ec63a49b0c8fa87e5bb5"): say(
                    "01-share-inverse",
                    "The division is the wrong way round: divide the part by the whole.",
                ),
            },
        )
    with part():
        expect.true(not isinstance(ratio, tuple), COMMA)
        expect.close(
            ratio,
            Sealed("01-public-data/coverage", "9e5acbe690eeade974c9a2b937d971c6"),
            mistakes={
                Sealed("01-public-data/coverage", "ddd6057ab7f3dd5573f68e3b3c697e4b"): say(
                    "01-ratio-inverse",
                    "The ratio is the wrong way round: divide the share in the data by the share in "
                    "the population.",
                ),
                Sealed("01-public-data/coverage", "d0f814cee32113043b40e66810b024ce"): FULL_FILE,
                Sealed("01-public-data/coverage", "08d8380cdbd7ff3f279442d9291c259c"): say(
                    "01-ratio-gap",
                    "You subtracted the shares. A ratio divides one share by the other.",
                ),
                Sealed("01-public-data/coverage", "4a6d8e535c1535ef5747e0627fc1cfe6"): say(
                    "01-ratio-gap-turned",
                    "You subtracted the shares the other way round. A ratio divides one share by the other.",
                ),
                Sealed("01-public-data/coverage", "f37e8f21a92370a2bb8da792dee4fc4f"): say("01-ratio-men", "That is the ratio for men."),
                Sealed("01-public-data/coverage", "317eeec9700e65d64bb0e2c877b8ad53"): say(
                    "01-ratio-mixed",
                    "You divided a share of men by a share of women: take the same group twice.",
                ),
                Sealed("01-public-data/coverage", "f6a5ca6b602541f186ca17f266148f34"): say(
                    "01-ratio-percent",
                    "That is far too small. Divide one share by the other, and write 46% as 0.46.",
                ),
                Sealed("01-public-data/coverage", "8db9d9b2f31b5e19d7467a32a1bd903e"): say(
                    "01-ratio-half",
                    "You compared with a half. Compare with the labour force: women were 46% of it.",
                ),
                Sealed("01-public-data/coverage", "088a19af4e71f7ec6887ba2111f6ad0e"): say(
                    "01-ratio-adults",
                    "You compared with all people of 15 and over. Compare with the labour force.",
                ),
                Sealed("01-public-data/coverage", "d108be749e29da27fa4e2a443a03f7d7"): say(
                    "01-ratio-file",
                    "You compared with the file before deleting. Compare with the labour force, which "
                    "somebody else counted.",
                ),
                Sealed("01-public-data/coverage", "c973cfbbbcc45f93a0ced42614ba6696"): say(
                    "01-ratio-full-file",
                    "You compared with 46% of all rows. Take 46% of the rows that are left.",
                ),
                Sealed("01-public-data/coverage", "453d4b3702530fab03987f8653ae4654"): say(
                    "01-ratio-women-men",
                    "You divided a share of women by a share of men: take the same group twice.",
                ),
                Sealed("01-public-data/coverage", "b020244bc3205958b3c6a64cff3ddf83"): say(
                    "01-ratio-kept",
                    "That compares how many women and how many men were kept. A coverage ratio "
                    "compares with a population.",
                ),
                Sealed("01-public-data/coverage", "02275bc81548009a64ea20531aaffa03"): say(
                    "01-ratio-multiplied", "You multiplied. A ratio divides one share by the other."
                ),
                Sealed("01-public-data/coverage", "789982a7ae4a067f9335a277e21535d5"): WOMEN_KEPT,
                Sealed("01-public-data/coverage", "165e1171a949eae1d5216696e84ac950"): WOMEN_KEPT,
                Sealed("01-public-data/coverage", "9c0dec54009fb5a61c7032f6b12e4be7"): say(
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
        Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"),
        mistakes={
            Sealed("01-public-data/smallest-class", "5132b0ed7d1ce0870641ca3e49dbd835"): CLASSES,
            Sealed("01-public-data/smallest-class", "b070bb01e3e757319818d7aea3342537"): say(
                "01-class-mean",
                "That is the average size of a class. Who is easier to find: people in a large class "
                "or in a small one?",
            ),
            Sealed("01-public-data/smallest-class", "fb9c863dd2aa8b18e781748002158938"): NOT_SMALLEST,
            Sealed("01-public-data/smallest-class", "c58b95d28d49b53f27439337303fc0a5"): NOT_SMALLEST,
            Sealed("01-public-data/smallest-class", "a0bf5166aa3c97c092d7bfb0714eba5c"): say(
                "01-class-largest",
                "That is the largest class. In which class are people easiest to find?",
            ),
            Sealed("01-public-data/smallest-class", "fe282612f319b68ccd3d3c7e17339f70"): ONE_COLUMN,
            Sealed("01-public-data/smallest-class", "273137d843569abd05a530c07ed6632a"): ONE_COLUMN,
            Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"): say(
                "01-class-all-columns",
                "No class of this table has one person. Use the table that you are given and the "
                "columns in `columns` only, and count every row of a class, wherever it is.",
            ),
            Sealed("01-public-data/smallest-class", "fddff0a959fd4faddc25124cec70176e"): say(
                "01-class-people",
                "That is the number of people: count those in the smallest class.",
            ),
            Sealed("01-public-data/smallest-class", "607d855dfb3dae5d8ed8d3f19e1d0da1"): say(
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
        Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"),
        mistakes={
            Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"): say(
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
        Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"),
        mistakes={
            Sealed("01-public-data/smallest-class", "fb9c863dd2aa8b18e781748002158938"): say(
                "01-class-unknown",
                "The country of two people is unknown, and your function leaves these two out. An "
                "unknown value that few people have makes them easy to find.",
            ),
            Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"): say(
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
    listed = pd.DataFrame(
        {
            "age": pd.Categorical(["young"] * 5 + ["old"]),
            "sex": pd.Categorical(["Female"] * 2 + ["Male"] * 3 + ["Female"]),
        }
    )
    expect.count(
        expect.call(function, listed, ["age", "sex"]),
        Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"),
        mistakes={
            Sealed("01-public-data/smallest-class", "607d855dfb3dae5d8ed8d3f19e1d0da1"): say(
                "01-k-empty",
                "Your smallest class is a combination that nobody has. Count only combinations that "
                "occur: `observed=True` does this.",
            ),
            Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"): say(
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
            Sealed("01-public-data/generalise", "b645ad5ec834a6de82b4afb37248df9e"),
            mistakes={
                Sealed("01-public-data/generalise", "5d8da76126d1cff3e9d8522c3eea464c"): OVERWRITTEN if _are_equal(before, after) else BEFORE_AFTER,
                Sealed("01-public-data/generalise", "c42d5fc3b513a5faf98500bed3c6690a"): CLASSES,
                Sealed("01-public-data/generalise", "eb667fe69737e55beae2486c6c8c49ba"): SMALL_CLASSES,
                Sealed("01-public-data/generalise", "b2eb4872116baef96be3b7a1c9431029"): SMALL_CLASS_COUNT,
                Sealed("01-public-data/generalise", "1337340d3e6b2229aabbe44baa7f53ce"): UP_TO_TWO,
                Sealed("01-public-data/generalise", "243ed82b951e051e8c68491c8c8b5f85"): EMPTY_TOO,
                Sealed("01-public-data/generalise", "e4f0f539cd0a9c3d68d4a8d39bbbe283"): SMALLEST,
                Sealed("01-public-data/generalise", "5787d950469258295e8a566fb69c44dc"): LEFT_OUT,
                Sealed("01-public-data/generalise", "6292de36454af2ac345f11210116ad9b"): LEFT_OUT,
                Sealed("01-public-data/generalise", "e92aa3c5dbc47e97b072a5b84ea1da1f"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "2b420948b35cf7401c0afdd0d0d7edd5"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "d9a0c50b78fd80030dfd6a968bcc942f"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "596dbda140b8da636662649011c008fa"): ONE_SEX_ONLY,
                Sealed("01-public-data/generalise", "ca86bd53698c0a594ea5fafe0bf93bc8"): ONE_SEX_ONLY,
                Sealed("01-public-data/generalise", "df3bd3d6b32f3306291771b1a758832e"): NOT_ALONE,
            },
        )
    with part():
        expect.count(
            after,
            Sealed("01-public-data/generalise", "5d8da76126d1cff3e9d8522c3eea464c"),
            mistakes={
                Sealed("01-public-data/generalise", "b645ad5ec834a6de82b4afb37248df9e"): say(
                    "01-not-generalised",
                    "This is the number before. Form the classes with `decade` in place of `age`.",
                ),
                Sealed("01-public-data/generalise", "177b4b66da6af91aa1daf4eca49845ee"): say(
                    "01-rounded-age",
                    "You rounded to the nearest ten, which puts a person of 38 with those of 40. "
                    "`//` drops the rest.",
                ),
                Sealed("01-public-data/generalise", "e26b74c9d3c63f1d9b44ff0dcc3e7211"): say(
                    "01-alone-among-alone",
                    "You formed the new classes from the people who were alone before. Form them "
                    "from everybody.",
                ),
                Sealed("01-public-data/generalise", "402ad6fad5d883b93d660d4763c76dba"): say(
                    "01-tens-from-eleven",
                    "Your steps are 11 to 20, 21 to 30 and so on. A person of 20 belongs to 20 to "
                    "29.",
                ),
                Sealed("01-public-data/generalise", "ded1dc4c0a26a2381180abee0bcb2889"): say("01-steps-of-five", "Your steps have five years. Use steps of ten years."),
                Sealed("01-public-data/generalise", "4dea3e33ca553b1c1bab638ec82057dd"): OTHER_STEPS,
                Sealed("01-public-data/generalise", "6292de36454af2ac345f11210116ad9b"): OTHER_STEPS,
                Sealed("01-public-data/generalise", "49c39470c53755fbc70d2734704833fe"): say(
                    "01-how-many-fewer",
                    "This is how many fewer are alone. The exercise asks how many are alone afterwards.",
                ),
                Sealed("01-public-data/generalise", "cac022c8436f23a67df97f4b8cb78d69"): CLASSES,
                Sealed("01-public-data/generalise", "99bcbabd7cc13e5aa1d40aa10952002c"): SMALL_CLASSES,
                Sealed("01-public-data/generalise", "ce0a3afe9b8261d8b4b013d5f99a289d"): SMALL_CLASS_COUNT,
                Sealed("01-public-data/generalise", "e4f940a0903c47daa5addcea9d3af671"): UP_TO_TWO,
                Sealed("01-public-data/generalise", "25745dc2d797668e1ee787f2f7e5f590"): EMPTY_TOO,
                Sealed("01-public-data/generalise", "e4f0f539cd0a9c3d68d4a8d39bbbe283"): SMALLEST,
                Sealed("01-public-data/generalise", "d2b509332c466f08f8f8575e825ec228"): COARSE,
                Sealed("01-public-data/generalise", "3b15de311d223f0f270a21e7b2806903"): COARSE,
                Sealed("01-public-data/generalise", "099954b326d0a2db2a82c2597765e39f"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "99c636c4b1d23d6a1b6984301becc43b"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "040eff522362d041695ed56379b88672"): OTHER_COLUMNS,
                Sealed("01-public-data/generalise", "46a8c343e2383d3a6186afdd95fd38a6"): ONE_SEX_ONLY,
                Sealed("01-public-data/generalise", "215d21ca299ae93d8d274a4202d127f9"): ONE_SEX_ONLY,
                Sealed("01-public-data/generalise", "10f86e9bb8d727b15028d1e0f3f9a147"): NOT_ALONE,
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
            right=Sealed("01-public-data/safe-to-share", "bb15336a9e1f3bfd198337a95d634a37"), options=["all-without-names", "needed-and-coarse", "needed-and-spare", "nothing"],
            wrong={
                Sealed("01-public-data/safe-to-share", "e4af0bec98a9935b4820c5fdc5d0f668"): say(
                    "01-share-no-names",
                    "The file has no names as it is. Even so, in the lesson 1,500 people were still alone in "
                    "their class.",
                ),
                Sealed("01-public-data/safe-to-share", "6112aac229254a3a4e2337ca0cb64331"): say(
                    "01-share-spare",
                    "Each further column makes people easier to find. Does the question of the "
                    "university need these two?",
                ),
                Sealed("01-public-data/safe-to-share", "47b3713e3a0522823933afe2261a310b"): say(
                    "01-share-nothing",
                    "The purpose is legitimate. Is there an extract that serves it and exposes "
                    "nobody?",
                ),
            },
        )
    with part():
        expect.choice(
            claim,
            right=Sealed("01-public-data/safe-to-share", "afc4f573ee2ef273debc994cc8c2c27d"), options=["at-least-100", "five-is-enough", "only-names", "shared-secret"],
            wrong={
                Sealed("01-public-data/safe-to-share", "865d3d0d6a9f37dfc80431edfbd73d4b"): say(
                    "01-k-is-safe",
                    "What if all five have the same value in a column with confidential information, such as income? Does it "
                    "still matter that they cannot be told apart?",
                ),
                Sealed("01-public-data/safe-to-share", "06512ba74287f85a20e86477cd2e54e5"): say(
                    "01-k-larger",
                    "What if all hundred people have the same income class? A larger class does not "
                    "hide what all in it have in common.",
                ),
                Sealed("01-public-data/safe-to-share", "1bcd297ec0127f5a16481c29be9888a3"): say(
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
        right=Sealed("01-public-data/not-mended", "4b7f05662b0c8bd6f5d3a957057447f7"), options=["old-words", "repeated", "spelling", "stand-in"],
        wrong={
            Sealed("01-public-data/not-mended", "331ce7bd1f3a7e961bf5a9de04020121"): say(
                "01-mended-spelling", "A list of the right names corrects this in a minute."
            ),
            Sealed("01-public-data/not-mended", "6db55b074c1f34c07aec5a054379f6ef"): say(
                "01-mended-repeated",
                "Repeated rows can be found, and left out or kept. They are 52 of 48,842.",
            ),
            Sealed("01-public-data/not-mended", "a027db0fe1b67fe6f18fc91bdb021004"): say(
                "01-mended-words",
                "The words matter, and they can be replaced by the words that people use for "
                "themselves. Look for something that no cell of the table contains.",
            ),
        },
    )
