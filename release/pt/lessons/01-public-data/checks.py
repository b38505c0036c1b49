"""The checks of 01-public-data. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "01-public-data"

import pandas as pd

from course.checking import exercise, expect, part, say

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
        Sealed("01-public-data/quick-first", "66bb9e9e48f7dbdbf3447a376d7f378b"),
        mistakes={
            Sealed("01-public-data/quick-first", "d346bf2f85e6c070078fd2e0cae1b127"): say(
                "01-rows-not-countries",
                "That is the number of rows. Each country has twelve of them.",
            ),
            Sealed("01-public-data/quick-first", "d31a1b54ef4b9a8dea119c94e57a6e5b"): say("01-multiplied", "You multiplied. Are there more countries than rows?"),
            Sealed("01-public-data/quick-first", "dedb4633b34c79bb0ad1c52d4f4eca83"): say("01-years-not-countries", "That is the number of years."),
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
        right=Sealed("01-public-data/quick-part", "98e78c43003a8858a6daee4b7f72ae1f"), options=["data", "decision", "model", "output"],
        wrong={
            Sealed("01-public-data/quick-part", "9e576d912a1523ecc7d917ab33ac8666"): say(
                "01-part-output",
                "The output is what the model gives: a list in an order. Somebody still has to act.",
            ),
            Sealed("01-public-data/quick-part", "af763f2d394fa7d58af40db9fedc0d53"): say(
                "01-part-model",
                "The model is the rule that was learned. It does not pick up the telephone.",
            ),
            Sealed("01-public-data/quick-part", "61c96669cc4851e8ff257671d766fb64"): say(
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
        right=Sealed("01-public-data/quick-inverse", "1ff2c8010a5ef16723bc4527bbdf5440"), options=["less-often", "of-everybody", "of-the-unknown", "of-the-women"],
        wrong={
            Sealed("01-public-data/quick-inverse", "96b3f10e3ceb9011a98824b19cf139d0"): say(
                "01-quick-inverse-women",
                "The file has 16,192 women. Were they the whole of this fraction?",
            ),
            Sealed("01-public-data/quick-inverse", "500614a1bebd48f8982a4f2a04f821fa"): say(
                "01-quick-inverse-all",
                "Below the line stand 2,809 people, not the whole file.",
            ),
            Sealed("01-public-data/quick-inverse", "dd79b94b417f3159d8d700a899202064"): say(
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
        Sealed("01-public-data/quick-coverage", "55fe05309dd0b3b65c0b889511942e85"),
        digits=2,
        mistakes={
            Sealed("01-public-data/quick-coverage", "5dc68effb193916affab739b2f5cc19f"): say(
                "01-coverage-inverse",
                "The fraction stands on its head: put what the data has over what the population has.",
            ),
            Sealed("01-public-data/quick-coverage", "ab95f10b0d2430369bc83976d1c90b9a"): say("01-coverage-women", "That is the ratio for women."),
            Sealed("01-public-data/quick-coverage", "7e63bb4c42e508c24cb596db48c7e828"): say(
                "01-coverage-mixed",
                "Above the line you have men, below it women: take the same group twice.",
            ),
            Sealed("01-public-data/quick-coverage", "d067baa55098e3966819369fc2cec62f"): say(
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
        Sealed("01-public-data/quick-k", "e05a781af2449f4080a4b7a6b3ea8d55"),
        mistakes={
            Sealed("01-public-data/quick-k", "af2dcf13bbd76189f792de1af0d0e2fd"): say(
                "01-quick-k-classes",
                "You counted the classes. Look at how many people share each of them.",
            ),
            Sealed("01-public-data/quick-k", "31afd5d10046cec05e86e7787e875878"): say(
                "01-k-mean",
                "That is the average size of a class. Privacy breaks at its weakest point: whose "
                "class matters?",
            ),
            Sealed("01-public-data/quick-k", "952a5e1e68ed3e1c81a703a9ee4c407e"): say("01-k-largest", "That is the largest class. Who is hidden worst?"),
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
                "One row is one country here. Do the people in it enter the computation at all?",
            ),
            Sealed("01-public-data/row-meaning", "e47cf1e926b0e3b091b4a1a4744481e8"): say(
                "01-age-at-death",
                "Life expectancy is about a newborn. Look at what the lesson says of the column.",
            ),
            Sealed("01-public-data/row-meaning", "d3e772fbab70475f802dcf857fa4dd17"): say(
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
            Sealed("01-public-data/two-means", "da0f55f7d8706f275d7536f09cb6d14c"),
            digits=0,
            mistakes={
                Sealed("01-public-data/two-means", "9b5c17c3c3d4a1d9339431a8f3a78ae2"): CHANGED_PLACES,
                Sealed("01-public-data/two-means", "93dbde16b7e98c2b8c0d142f181bc283"): ALL_YEARS,
                Sealed("01-public-data/two-means", "5f8f2acc740f51067ebd69ebe75e3681"): WHOLE_WORLD,
                Sealed("01-public-data/two-means", "91180c6e5fe5f615087fbf86ac308e7a"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "5a43970b24de24bb3dfa62d43ad5e776"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "248b34694305db5751a51a908f7f8240"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "22dfd7cd9384b6ba10f896c896b181f9"): say(
                    "01-median",
                    "That is the value in the middle, the median. The mean is asked.",
                ),
                Sealed("01-public-data/two-means", "5a543b49fcde073845b357320b62c693"): say(
                    "01-sum-not-mean", "That is the sum over the countries: now make it a mean."
                ),
                Sealed("01-public-data/two-means", "7fe8cba64884a65cf93ede1a588c06b2"): WRONG_COLUMN,
            },
        )
    with part():
        expect.true(not isinstance(over_people, tuple), COMMA)
        expect.true(expect.number(over_people) < 1e9, NOT_DIVIDED)
        expect.close(
            over_people,
            Sealed("01-public-data/two-means", "9b5c17c3c3d4a1d9339431a8f3a78ae2"),
            digits=0,
            mistakes={
                Sealed("01-public-data/two-means", "da0f55f7d8706f275d7536f09cb6d14c"): CHANGED_PLACES,
                Sealed("01-public-data/two-means", "07db1e9c8630f22fef8904e52458d949"): ALL_YEARS,
                Sealed("01-public-data/two-means", "43fc8d1627051a33b17faa634baf0739"): WHOLE_WORLD,
                Sealed("01-public-data/two-means", "e19c631c8883b0078545cddee3c85f86"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "1b89f711910ceff91c129707316d6288"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "567c9bd8ca8c9c0619e105f448c9caa2"): OTHER_PLACE,
                Sealed("01-public-data/two-means", "8bf8e927c3498108e1d262720cbe4aba"): say(
                    "01-weights-of-the-world",
                    "Below the line stand the people of the whole world: take those of the same "
                    "countries as above it.",
                ),
                Sealed("01-public-data/two-means", "e8dbcb77762f3246ff84fa0d0d241e07"): WRONG_COLUMN,
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
            right=Sealed("01-public-data/system-parts", "196fad28063d3690a3bd121aee8c4d4e"), options=["data", "decision", "model", "output"],
            wrong={
                Sealed("01-public-data/system-parts", "97dbbfbce53441096e60bd01cb07cc5d"): say(
                    "01-list-data",
                    "The reports went in. The list comes out of the model.",
                ),
                Sealed("01-public-data/system-parts", "00f6a1ef3217d7274d6293b13d88741e"): say(
                    "01-list-model",
                    "The model is the rule that was learned. The list is what it gives this week.",
                ),
                Sealed("01-public-data/system-parts", "60d420d4eae4c1521cb536e55b9a71a0"): say(
                    "01-list-decision",
                    "Nobody is visited because of the list alone: who chooses among the forty?",
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
                    "The purpose is why the service has the system. Findings are what came of it.",
                ),
                Sealed("01-public-data/system-parts", "196fad28063d3690a3bd121aee8c4d4e"): say(
                    "01-findings-output",
                    "The model did not make these findings: an inspector did.",
                ),
                Sealed("01-public-data/system-parts", "60d420d4eae4c1521cb536e55b9a71a0"): say(
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
        Sealed("01-public-data/incomplete-rows", "052bfd8697fbb82068ae79eda275f408"),
        mistakes={
            Sealed("01-public-data/incomplete-rows", "215f41651bb7ba647511775cbb3a04aa"): NO_MISSING,
            Sealed("01-public-data/incomplete-rows", "13571e87b1678f752e06cefe94e1360f"): CELLS,
            Sealed("01-public-data/incomplete-rows", "7eda8b1e10c79d744ee4a13728872784"): CELLS,
            Sealed("01-public-data/incomplete-rows", "13c437dbf0f5c6f2261c6fee2c86f479"): EVERYBODY,
            Sealed("01-public-data/incomplete-rows", "c7ae664bd84c444a94c2edf2da3f3d77"): say("01-men", "This is the number of men."),
            Sealed("01-public-data/incomplete-rows", "64b54efdbe586cabf818766c562ac02b"): say(
                "01-complete-rows", "This is the number of women whose rows have no gap at all."
            ),
            Sealed("01-public-data/incomplete-rows", "081e2b46963ea53208b41a9acc134f93"): say(
                "01-length-not-sum",
                "This is the number of all women: you counted the answers to the question, not "
                "the yeses.",
            ),
            Sealed("01-public-data/incomplete-rows", "33e073ae96a95ea9186594107b25d92d"): say(
                "01-all-people",
                "This is the number of all people: you counted the answers to the question, not "
                "the yeses.",
            ),
            Sealed("01-public-data/incomplete-rows", "ca1adec649ab25361b664d84955a545a"): say(
                "01-one-column-only",
                "You looked at the column `occupation` only. A gap in any column counts.",
            ),
            Sealed("01-public-data/incomplete-rows", "ee875e62f09bc36d5961ab11bac8969b"): say(
                "01-workclass-only",
                "You looked at the column `workclass` only. A gap in any column counts.",
            ),
            Sealed("01-public-data/incomplete-rows", "d3d4912074b6d880010668fb645b3516"): say(
                "01-country-only",
                "You looked at the column `native_country` only. A gap in any column counts.",
            ),
            Sealed("01-public-data/incomplete-rows", "cd1f8c461e2530a862cec6352d3cc17d"): say(
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
                Sealed("01-public-data/unknown-by-group", "5903c6e6fcf0570cc3c59ac073897b25"): GROUPS_SWAPPED,
                Sealed("01-public-data/unknown-by-group", "8df70b540ee430b350cb211bf439bc34"): say("01-other-race", "This is the share in another group."),
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
                Sealed("01-public-data/unknown-by-group", "afdcead7893583d1f3edb0c5f6ac694d"): KNOWN_ONLY,
                Sealed("01-public-data/unknown-by-group", "d85babaf4e99eb425b1d6c341095725c"): GROUPS_SWAPPED,
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
        right=Sealed("01-public-data/drop-rows", "cc9752afbb6a028828cecc4ab8c71673"), options=["by-chance", "compare-first", "few-enough", "fill-zero"],
        wrong={
            Sealed("01-public-data/drop-rows", "2f7bfec47dbaa942eeac1c5933911be1"): say(
                "01-drop-few",
                "Seven in a hundred of the whole file; and of each group? A small share of all "
                "can be a large share of some.",
            ),
            Sealed("01-public-data/drop-rows", "b2f231d014ffb6d75b5af80023008cd6"): say(
                "01-drop-chance",
                "The lesson looked at this: gaps were far more frequent among some people.",
            ),
            Sealed("01-public-data/drop-rows", "f8ffd35b3332a7d54842d1c46baf4ec9"): say(
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
            Sealed("01-public-data/coverage", "8952e944e3311548d4c0c022edf2fc35"),
            mistakes={
                Sealed("01-public-data/coverage", "e4c26b80f18f5b28aa511adcdd88b727"): FULL_FILE,
                Sealed("01-public-data/coverage", "52154c1478e387111234937ff946f6ea"): say(
                    "01-mixed-tables",
                    "Above the line stand women of the shorter file, below it everybody of the "
                    "full one: stay in one row of the table.",
                ),
                Sealed("01-public-data/coverage", "36f50889b93ab52f20e1dc41491f2e47"): say(
                    "01-mixed-tables-2",
                    "Above the line stand women of the full file, below it everybody of the "
                    "shorter one: stay in one row of the table.",
                ),
                Sealed("01-public-data/coverage", "789982a7ae4a067f9335a277e21535d5"): say(
                    "01-kept-women",
                    "That is the share of the women who are kept. Asked is the share of women "
                    "among all who are kept.",
                ),
                Sealed("01-public-data/coverage", "1e9e2ea6eb0e9a388cd86248254b5c06"): say("01-share-of-men", "That is the share of men."),
                Sealed("01-public-data/coverage", "b13ee5f2a418ec63a49b0c8fa87e5bb5"): say(
                    "01-share-inverse",
                    "The fraction stands on its head: the part goes above, the whole below.",
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
                    "The fraction stands on its head: put what the data has over what the "
                    "population has.",
                ),
                Sealed("01-public-data/coverage", "d0f814cee32113043b40e66810b024ce"): FULL_FILE,
                Sealed("01-public-data/coverage", "08d8380cdbd7ff3f279442d9291c259c"): say(
                    "01-ratio-gap",
                    "You computed how many points apart. A ratio divides one share by the other.",
                ),
                Sealed("01-public-data/coverage", "4a6d8e535c1535ef5747e0627fc1cfe6"): say(
                    "01-ratio-gap-turned",
                    "You subtracted. A ratio divides one share by the other.",
                ),
                Sealed("01-public-data/coverage", "f37e8f21a92370a2bb8da792dee4fc4f"): say("01-ratio-men", "That is the ratio for men."),
                Sealed("01-public-data/coverage", "317eeec9700e65d64bb0e2c877b8ad53"): say(
                    "01-ratio-mixed",
                    "Above the line you have men, below it women: take the same group twice.",
                ),
                Sealed("01-public-data/coverage", "f6a5ca6b602541f186ca17f266148f34"): say(
                    "01-ratio-percent",
                    "Write 46% as 0.46: both shares must be written in the same way.",
                ),
                Sealed("01-public-data/coverage", "02275bc81548009a64ea20531aaffa03"): say(
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
        Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"),
        mistakes={
            Sealed("01-public-data/smallest-class", "c58b95d28d49b53f27439337303fc0a5"): CLASSES,
            Sealed("01-public-data/smallest-class", "b070bb01e3e757319818d7aea3342537"): say(
                "01-class-mean",
                "That is the average size of a class. Privacy breaks at its weakest point: "
                "whose class matters?",
            ),
            Sealed("01-public-data/smallest-class", "1fc0e4154d65cee27f2b3c7386f5556c"): say("01-class-largest", "That is the largest class. Who is hidden worst?"),
            Sealed("01-public-data/smallest-class", "fe282612f319b68ccd3d3c7e17339f70"): say(
                "01-class-one-column",
                "You formed the classes by one column. Use all those in `columns`, together.",
            ),
            Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"): say(
                "01-class-all-columns",
                "You formed the classes by all columns of the table. Use those in `columns` only.",
            ),
            Sealed("01-public-data/smallest-class", "4571f5e5505fd327a73b67ea486b44e1"): say(
                "01-class-people",
                "That is the number of people: count those in the smallest class.",
            ),
            Sealed("01-public-data/smallest-class", "607d855dfb3dae5d8ed8d3f19e1d0da1"): say(
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
        Sealed("01-public-data/smallest-class", "ee3a4c23b0aa06865562659f95ba638b"),
        mistakes={
            Sealed("01-public-data/smallest-class", "fb9c863dd2aa8b18e781748002158938"): say(
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
    listed = pd.DataFrame(
        {
            "age": pd.Categorical(["young"] * 5 + ["old"] * 3),
            "sex": pd.Categorical(["Female"] * 2 + ["Male"] * 3 + ["Female"] * 3),
        }
    )
    expect.count(
        expect.call(function, listed, ["age", "sex"]),
        Sealed("01-public-data/smallest-class", "bf8e55ed71f285f614027ecc45f089e6"),
        mistakes={
            Sealed("01-public-data/smallest-class", "607d855dfb3dae5d8ed8d3f19e1d0da1"): say(
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
            Sealed("01-public-data/generalise", "2b420948b35cf7401c0afdd0d0d7edd5"),
            mistakes={
                Sealed("01-public-data/generalise", "99c636c4b1d23d6a1b6984301becc43b"): say("01-before-after", "The two numbers have changed places."),
                Sealed("01-public-data/generalise", "34ee8fb198b561674f3777f1d510d98c"): CLASSES,
                Sealed("01-public-data/generalise", "edcd31189d82087f4dcc2a08886d8486"): SMALL_CLASSES,
                Sealed("01-public-data/generalise", "e4f0f539cd0a9c3d68d4a8d39bbbe283"): SMALLEST,
                Sealed("01-public-data/generalise", "3b15de311d223f0f270a21e7b2806903"): LEFT_OUT,
                Sealed("01-public-data/generalise", "5787d950469258295e8a566fb69c44dc"): LEFT_OUT,
            },
        )
    with part():
        expect.count(
            after,
            Sealed("01-public-data/generalise", "99c636c4b1d23d6a1b6984301becc43b"),
            mistakes={
                Sealed("01-public-data/generalise", "2b420948b35cf7401c0afdd0d0d7edd5"): say(
                    "01-not-generalised",
                    "This is the number before: your classes still use single years of age.",
                ),
                Sealed("01-public-data/generalise", "4a9efce22fd21d7eb02447d822906053"): CLASSES,
                Sealed("01-public-data/generalise", "4c541de50046e9e14ec57258786d1eb7"): SMALL_CLASSES,
                Sealed("01-public-data/generalise", "e4f0f539cd0a9c3d68d4a8d39bbbe283"): SMALLEST,
                Sealed("01-public-data/generalise", "d2b509332c466f08f8f8575e825ec228"): LEFT_OUT,
                Sealed("01-public-data/generalise", "3b15de311d223f0f270a21e7b2806903"): LEFT_OUT,
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
            right=Sealed("01-public-data/safe-to-share", "bb15336a9e1f3bfd198337a95d634a37"), options=["all-without-names", "needed-and-coarse", "needed-and-spare", "nothing"],
            wrong={
                Sealed("01-public-data/safe-to-share", "e4af0bec98a9935b4820c5fdc5d0f668"): say(
                    "01-share-no-names",
                    "The file has no names now, and in the lesson many people were still alone "
                    "in their class.",
                ),
                Sealed("01-public-data/safe-to-share", "6112aac229254a3a4e2337ca0cb64331"): say(
                    "01-share-spare",
                    "Each column in reserve makes people easier to find. Which sentence of the "
                    "purpose asks for these two?",
                ),
                Sealed("01-public-data/safe-to-share", "47b3713e3a0522823933afe2261a310b"): say(
                    "01-share-nothing",
                    "The purpose is a fair one. Is there an extract that serves it and exposes "
                    "nobody?",
                ),
            },
        )
    with part():
        expect.choice(
            claim,
            right=Sealed("01-public-data/safe-to-share", "afc4f573ee2ef273debc994cc8c2c27d"), options=["five-is-enough", "large-file", "only-names", "shared-secret"],
            wrong={
                Sealed("01-public-data/safe-to-share", "865d3d0d6a9f37dfc80431edfbd73d4b"): say(
                    "01-k-is-safe",
                    "If all in a class share the secret, does it matter that they cannot be told "
                    "apart?",
                ),
                Sealed("01-public-data/safe-to-share", "f7c51c4fff81418c0ad770d1037485ac"): say(
                    "01-k-large-file",
                    "The size of the file helps nobody in a small class. What do the five have "
                    "in common?",
                ),
                Sealed("01-public-data/safe-to-share", "1bcd297ec0127f5a16481c29be9888a3"): say(
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
        right=Sealed("01-public-data/not-mended", "4b7f05662b0c8bd6f5d3a957057447f7"), options=["old-words", "repeated", "spelling", "stand-in"],
        wrong={
            Sealed("01-public-data/not-mended", "331ce7bd1f3a7e961bf5a9de04020121"): say(
                "01-mended-spelling", "A list of the right names mends this in a minute."
            ),
            Sealed("01-public-data/not-mended", "6db55b074c1f34c07aec5a054379f6ef"): say(
                "01-mended-repeated",
                "Repeated rows can be found and looked at. They are 52 of 48,842.",
            ),
            Sealed("01-public-data/not-mended", "a027db0fe1b67fe6f18fc91bdb021004"): say(
                "01-mended-words",
                "The words matter, and they can be replaced by those that people use for "
                "themselves. Look for something that no cell holds.",
            ),
        },
    )
