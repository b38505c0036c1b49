"""The checks of 13-case-studies. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "13-case-studies"

import pandas as pd

from course.checking import exercise, expect, part, say

UNIT = say(
    "13-counts-mixed",
    "Both numbers belong to this case, but they do not count the same thing. What is one unit of "
    "the number you divided by?",
)
SPEED = say(
    "13-speed",
    "A fast office can be fast at the wrong thing. Which number here would notice one wrong case?",
)
AVERAGE = say(
    "13-average",
    "An average over all answers can stay high while one group bears the errors. Whose error "
    "matters in this case?",
)
TWO_NUMBERS = say(
    "13-two-numbers",
    "Two numbers are asked: end the function with `return first, second`.",
)
RELATIVE = say(
    "13-relative-points",
    "You took the per cent off the 1,000 people. The study takes them off the rival's errors: per "
    "cent of what?",
)
APPLIED_TO_ALL = say(
    "13-applied-to-all",
    "You took the per cent off all 1,000 people. They are per cent of those whom the rival leaves "
    "out.",
)
ADDED = say(
    "13-relative-added",
    "This is more people left out than by place. The model leaves out fewer than this rival.",
)
REACHED = say("13-reached", "This counts the poor people who are reached. How many are left out?")
ONLY_CHANGE = say(
    "13-only-change", "This is the size of the change. How many people are still left out after it?"
)
AS_PEOPLE = say(
    "13-per-cent-people",
    "You subtracted the per cent as if they were people. First compute how many people they are.",
)
ANSWERED_ONLY = say(
    "13-answered-only",
    "You divided by the uses that answered. That assumes that the blank ones are like the others; "
    "here the bounds for all uses are asked.",
)




@exercise(
    "quick-counts",
    hints=[say("13-hint-counts-1", "Look at the dates of both rows, and at the verb in each.")],
)
def quick_counts(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-counts", "6d2af98cfa01178266818d5e10906c17"), options=["different", "older-wrong", "take-mean"],
        wrong={
            Sealed("13-case-studies/quick-counts", "1067f47428ac79241c577b9e25ca6c8c"): say(
                "13-date-lost",
                "Neither number is an error. When was each counted, and of whom?",
            ),
            Sealed("13-case-studies/quick-counts", "a13c65862be46f629d08e7b9d169939c"): say(
                "13-mean-of-counts",
                "A mean of two counts of different people counts nobody. Of whom is each?",
            ),
        },
    )


@exercise(
    "quick-rival",
    hints=[
        say("13-hint-rival-1", "Look at the two bars of the figure: what differs between them?")
    ],
)
def quick_rival(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-rival", "70e3458ce07401f442dab9bcdf7f6687"), options=["budget", "model", "rival"],
        wrong={
            Sealed("13-case-studies/quick-rival", "75f8125f8cf4b03021480bd2c110fb16"): say(
                "13-rival-model",
                "The kind of model is worth knowing, but would it tell the reader whether 21% is "
                "good?",
            ),
            Sealed("13-case-studies/quick-rival", "0056c209f492bcb5f06e293be1dc07b1"): say(
                "13-rival-budget",
                "The cost matters too. But first: fewer errors than in which other way of choosing?",
            ),
        },
    )


@exercise(
    "quick-morocco",
    hints=[say("13-hint-morocco-1", "Read the last row of the card: what was not found?")],
)
def quick_morocco(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-morocco", "fbc30e0eda55f8945198b697ab0159df"), options=["delay-only", "prevented", "procedure"],
        wrong={
            Sealed("13-case-studies/quick-morocco", "d7fcc127e44a24c1cb8a86cf89eba0b3"): say(
                "13-prevented",
                "Two cities differ in many ways. Which number on the card counts what was "
                "prevented?",
            ),
            Sealed("13-case-studies/quick-morocco", "9466448356d06c863704ec2210f94762"): say(
                "13-delay-only",
                "One use was admitted with conditions. Does the card say that nothing else came of "
                "the hearings?",
            ),
        },
    )




@exercise(
    "kinds",
    points=1,
    hints=[
        say(
            "13-hint-kinds-1",
            "Ask of each: did it learn from examples, and did it say something about one person?",
        ),
        say("13-hint-kinds-2", "Each of the four keys is used once."),
    ],
)
def kinds(robodebt, novissi, chubut, gambia):
    with part():
        expect.choice(
            robodebt,
            right=Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-all-ai",
                    "Not every scandal is AI. Read the first row of the Robodebt card: did anything "
                    "learn from data?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-robodebt-text",
                    "The letters were sent by a program, but the harm came from the sum in them. "
                    "How was it computed?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-robodebt-counts",
                    "It did say something about single people: a debt. How was that sum computed?",
                ),
            },
        )
    with part():
        expect.choice(
            novissi,
            right=Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-novissi-rules",
                    "At first there was a fixed rule. What did the ranking of subscribers use as "
                    "examples?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-novissi-text",
                    "No text was written. What did the ranking say about a subscriber?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-novissi-counts",
                    "Telephone records were used, but as columns. Was something predicted about "
                    "each subscriber?",
                ),
            },
        )
    with part():
        expect.choice(
            chubut,
            right=Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-chubut-rules",
                    "A fixed rule would not offer a text to copy and paste. What does an assistant "
                    "of this kind produce?",
                ),
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-chubut-learned",
                    "It has learned as well, but it did not predict anything about a person. What "
                    "did it hand to the judge?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-chubut-counts",
                    "Nothing was added up there. What did the tool hand to the judge?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia,
            right=Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-gambia-rules",
                    "No rule was applied to anybody. What left the regulator: records of persons, "
                    "or sums?",
                ),
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-gambia-learned",
                    "Large data are not yet learning. Was something predicted about a person?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-gambia-text",
                    "No text was written there. What do the maps show?",
                ),
            },
        )


@exercise(
    "lowered",
    points=1,
    hints=[
        say("13-hint-lowered-1", "Which rows of the table are about a lower grade?"),
        say("13-hint-lowered-2", "`lowered = 0.356 + ... + ...`"),
    ],
)
def lowered(share):
    expect.close(
        share,
        Sealed("13-case-studies/lowered", "ae40e614894a72d7588b3ab0f6002eaa"),
        mistakes={
            Sealed("13-case-studies/lowered", "1e223ea6afd4c95a2cc3a66d5932b24f"): say(
                "13-changed-all",
                "This is the share that was changed. Some of these results were raised.",
            ),
            Sealed("13-case-studies/lowered", "18ff688c00a350b8826559288f454000"): say("13-one-grade", "These lost exactly one grade. Others lost more than one."),
            Sealed("13-case-studies/lowered", "25540cecb4ab13fce5f5d83449bbf719"): say("13-three-left-out", "You left out the results that lost the most."),
            Sealed("13-case-studies/lowered", "882649de38c27d847b0053e8c4bf1523"): say(
                "13-two-or-more",
                "These lost two grades or more. A result that lost one grade was lowered too.",
            ),
            Sealed("13-case-studies/lowered", "4add8db53c379b310471236fbc2e4522"): say(
                "13-headline-choice",
                "This is the office's headline. It counts a pupil who lost one grade as a success: "
                "look at the rows themselves.",
            ),
            Sealed("13-case-studies/lowered", "a5477b12934d87d6e33675e0f2fa9de6"): say(
                "13-headline-rest",
                "This is the rest of the headline. Results that lost one grade are hidden inside "
                "the headline.",
            ),
            Sealed("13-case-studies/lowered", "52201b1055dc2e0616bf5c5c09669767"): say(
                "13-not-lowered", "These results were not lowered. The others are asked about."
            ),
            Sealed("13-case-studies/lowered", "8b8c4406b8e7fc5cd37b59d673f50796"): say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
            Sealed("13-case-studies/lowered", "dc945b1acb36f924386c8c6c613632f5"): say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
        },
    )


@exercise(
    "per-person",
    points=1,
    hints=[
        say(
            "13-hint-person-1",
            "A sum over a count of people is a sum for each person. Which people does each sum "
            "belong to?",
        ),
        say("13-hint-person-2", "`raised_each = 1763 * 1000000 / ...`"),
    ],
)
def per_person(raised_each, collected_each):
    millions = say(
        "13-millions",
        "The sum is in millions of dollars, the people are counted one by one. Bring both to the "
        "same scale.",
    )
    upside = say("13-upside-down", "This is people for each dollar: divide the other way round.")
    other_people = say(
        "13-other-people",
        "More people received a debt than paid one. Which of the two counts belongs to this sum?",
    )
    other_sum = say(
        "13-other-sum",
        "The people are right, the sum is not: one sum was raised, the other was collected.",
    )
    people_added = say(
        "13-people-added",
        "You added two counts of people. Those who paid are among those who received a debt, so "
        "they are counted twice.",
    )
    with part():
        expect.true(
            not 0 < expect.number(raised_each) < 0.001,
            upside,
        )
        expect.true(not 0 < expect.number(raised_each) < 10, millions)
        expect.close(
            raised_each,
            Sealed("13-case-studies/per-person", "77ab8d8c8df9a3956d20ffda6446c467"),
            digits=0,
            mistakes={
                Sealed("13-case-studies/per-person", "5641db34ca7f1f3c0e28d2d95f6c338d"): UNIT,
                Sealed("13-case-studies/per-person", "fe187e45ea1efe7c8f5dae85d819aa2c"): UNIT,
                Sealed("13-case-studies/per-person", "02d3c5f013834f7ab5724d721f8b9251"): other_people,
                Sealed("13-case-studies/per-person", "17c25787acaf51d0d1e66a30f453795a"): other_sum,
                Sealed("13-case-studies/per-person", "1089ce898c403287c9abe816eb6deaee"): people_added,
                Sealed("13-case-studies/per-person", "fc69bdf7d934c50b258a9309b9c64b9c"): say(
                    "13-sums-swapped", "This is the sum collected. First the debt raised is asked."
                ),
            },
        )
    with part():
        expect.true(
            not 0 < expect.number(collected_each) < 0.001,
            upside,
        )
        expect.true(not 0 < expect.number(collected_each) < 10, millions)
        expect.close(
            collected_each,
            Sealed("13-case-studies/per-person", "fc69bdf7d934c50b258a9309b9c64b9c"),
            digits=0,
            mistakes={
                Sealed("13-case-studies/per-person", "c936749e856a78c1cbdea90a945bd74f"): UNIT,
                Sealed("13-case-studies/per-person", "0e9f08df7e6c956c7e0840d0e4194314"): UNIT,
                Sealed("13-case-studies/per-person", "17c25787acaf51d0d1e66a30f453795a"): other_people,
                Sealed("13-case-studies/per-person", "02d3c5f013834f7ab5724d721f8b9251"): other_sum,
                Sealed("13-case-studies/per-person", "26bbef81e015f5196fdc2c4c23ab4c22"): people_added,
                Sealed("13-case-studies/per-person", "77ab8d8c8df9a3956d20ffda6446c467"): say(
                    "13-sums-swapped-2",
                    "This is the debt raised. Here the sum collected is asked.",
                ),
            },
        )


@exercise(
    "error-rates",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-rates-1",
            "For the first rate, who had no new offence? Two of the four counts are about them.",
        ),
        say("13-hint-rates-2", "`return fp / (fp + ...), fn / (fn + ...)`"),
    ],
)
def error_rates(function):
    found = expect.call(function, 990, 805, 532, 1369)
    try:
        values = list(found)
    except TypeError:
        values = []
    expect.length(values, 2, otherwise=TWO_NUMBERS)
    first, second = (expect.number(value) for value in values)
    expect.true(
        not (abs(first - 0.27985) < 0.0005 and abs(second - 0.44847) < 0.0005),
        say("13-rates-swapped", "Both rates are right, but they stand in the other order."),
    )
    per_cent = say("13-rates-per-cent", "These are per cent. Return shares between 0 and 1.")
    expect.true(not (abs(first - 44.847) < 0.05 or abs(second - 27.985) < 0.05), per_cent)
    with part():
        expect.close(
            first,
            Sealed("13-case-studies/error-rates", "a6cbc3525f3e0c28902b085f29a48617"),
            mistakes={
                Sealed("13-case-studies/error-rates", "abc7fe2c6e0e91d90bf71efd124589a6"): say(
                    "13-rate-of-warned",
                    "You divided by everybody who was warned about. The false positive rate starts "
                    "from the people without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "a35edf14c2cb6491ae81a757d19d1471"): say(
                    "13-rate-of-all",
                    "You divided by everybody. The false positive rate starts from the people "
                    "without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "b346e716a0fd2826cc372195a0ef5162"): say(
                    "13-rate-of-errors",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "aaf90d0827ecf21aa0eba3f1e4c2d70a"): say(
                    "13-rate-other-people",
                    "Above the line stand people without a new offence, below it people with one. "
                    "Both must be people without.",
                ),
                Sealed("13-case-studies/error-rates", "2dbcf3ef0a338f7083054b36231265d3"): say(
                    "13-rate-odds",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                Sealed("13-case-studies/error-rates", "ec0e11a440924ed80490913ca8542d4c"): say(
                    "13-rate-spared",
                    "This is the share who were rightly not warned about. The others are asked.",
                ),
            },
        )
    with part():
        expect.close(
            second,
            Sealed("13-case-studies/error-rates", "812e7eb94a2c196f7a6ba3ec432583be"),
            mistakes={
                Sealed("13-case-studies/error-rates", "2fbb6eb09ae876505a876c4c76a04a85"): say(
                    "13-rate-of-unwarned",
                    "You divided by everybody without a warning. The false negative rate starts "
                    "from the people with a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "ce8e9cfff7a810e13c4a00e19b63c273"): say(
                    "13-rate-of-all-2",
                    "You divided by everybody. The false negative rate starts from the people with "
                    "a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "ef55e3e8327a2737eddc6907279214de"): say(
                    "13-rate-of-errors-2",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people with a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "9ff934e3ffbf499a755e67ca13f8848d"): say(
                    "13-rate-other-people-2",
                    "Above the line stand people with a new offence, below it people without one. "
                    "Both must be people with.",
                ),
                Sealed("13-case-studies/error-rates", "8a09b35af8322c602417b804c89aa8ec"): say(
                    "13-rate-odds-2",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                Sealed("13-case-studies/error-rates", "5454dfccd478a7e8616f0e14d5ca74dc"): say(
                    "13-rate-found",
                    "This is the share who were rightly warned about. The others are asked.",
                ),
            },
        )


@exercise(
    "court-test",
    points=1,
    hints=[
        say(
            "13-hint-court-1",
            "To compare groups you need errors in each group, and how many people of the group were "
            "scanned.",
        )
    ],
)
def court_test(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/court-test", "44387c3a7d5587ca0bdd6fde4a52ff2b"), options=["arrest-shares", "false-by-group", "list-errors", "maker-accuracy"],
        wrong={
            Sealed("13-case-studies/court-test", "6c6700539034b5e9ac54753ad9abe682"): say(
                "13-base-rate",
                "Shares of arrests count right and wrong arrests together, and not who was "
                "scanned. What is the whole that this share is of?",
            ),
            Sealed("13-case-studies/court-test", "d3463f7c9ee74f93b7978f4d6abb692d"): say(
                "13-maker-figure",
                "Who measured this, and who gains? And one figure for all faces cannot show a "
                "difference between people.",
            ),
            Sealed("13-case-studies/court-test", "86e763851af933d383dd02bf7880a09b"): say(
                "13-list-errors",
                "This check would have spared the man six days, and it is needed too. But it says "
                "nothing about how the software treats different people.",
            ),
        },
    )


@exercise(
    "bounds",
    points=1,
    hints=[
        say("13-hint-bounds-1", "Both shares have the same whole: all the uses."),
        say("13-hint-bounds-2", "`lowest = 44 / ...` and `highest = (44 + ...) / ...`"),
    ],
)
def bounds(lowest, highest):
    all_high_impact = say(
        "13-all-high-impact",
        "You divided by all high-impact uses of the inventory. The fields were counted for the "
        "deployed ones.",
    )
    swapped = say("13-bounds-swapped", "Look again which of the two names is the smaller number.")
    with part():
        expect.close(
            expect.share(lowest),
            Sealed("13-case-studies/bounds", "d97eb63f280431f3e9c3798ac85bb967"),
            mistakes={
                Sealed("13-case-studies/bounds", "70bec5295a684886a363db9dafdc2b3c"): ANSWERED_ONLY,
                Sealed("13-case-studies/bounds", "2c3b4aa930f6ba5fce3c7e49c0640af9"): all_high_impact,
                Sealed("13-case-studies/bounds", "b9d97d06fc82ba803322149300004812"): swapped,
                Sealed("13-case-studies/bounds", "46d64cf8094fed6fdf866727e88214cb"): say(
                    "13-share-blank", "This is the share of blank fields. How many report a test?"
                ),
                Sealed("13-case-studies/bounds", "be44eb155fca66ab6fd248ac11a6c4bf"): say(
                    "13-other-safeguard",
                    "This is the share for monitoring, from the lesson. Here it is the test before "
                    "use.",
                ),
                Sealed("13-case-studies/bounds", "374079c3060aca32fbf3283842fb4ae9"): say(
                    "13-lowest-nothing",
                    "Some uses do report a test. They remain, whatever the blank fields hide.",
                ),
            },
        )
    with part():
        expect.close(
            expect.share(highest),
            Sealed("13-case-studies/bounds", "b9d97d06fc82ba803322149300004812"),
            mistakes={
                Sealed("13-case-studies/bounds", "70bec5295a684886a363db9dafdc2b3c"): ANSWERED_ONLY,
                Sealed("13-case-studies/bounds", "f5f6ad4b9309ee76e5b6037829de793d"): all_high_impact,
                Sealed("13-case-studies/bounds", "d97eb63f280431f3e9c3798ac85bb967"): swapped,
                Sealed("13-case-studies/bounds", "46d64cf8094fed6fdf866727e88214cb"): say(
                    "13-only-blank",
                    "You counted the blank fields only. Add the uses that do report a test.",
                ),
                Sealed("13-case-studies/bounds", "d1f812e815a3faa74ba7b01da381cb99"): say(
                    "13-all-answered",
                    "This is the share of uses that answered at all. Which of them reported a test, "
                    "and which may hide one?",
                ),
                Sealed("13-case-studies/bounds", "360cbae352c784552fa854e045cdcb43"): say(
                    "13-not-reported",
                    "You counted all uses that report no test. Some of them answered, and not with "
                    "yes.",
                ),
                Sealed("13-case-studies/bounds", "aeefa2b457236b72442639f8ab0e2644"): say(
                    "13-one-department",
                    "You added the blank fields of one department. All blank fields may hide a "
                    "test.",
                ),
                Sealed("13-case-studies/bounds", "deb17bb5f32ca433b103a2ee0cb665d5"): say(
                    "13-other-safeguard-2",
                    "This is the bound for monitoring, from the lesson. Here it is the test before "
                    "use.",
                ),
                Sealed("13-case-studies/bounds", "025330c164e8b00effd96ae736638cad"): say(
                    "13-highest-all",
                    "Some uses gave another answer than a test. They are no blanks.",
                ),
            },
        )


@exercise(
    "left-out",
    points=1,
    hints=[
        say("13-hint-left-1", "How many people are 21% of the 400 whom the rival leaves out?"),
        say("13-hint-left-2", "`fewest = 400 * (1 - ...)`"),
    ],
)
def left_out(fewest, most):
    first, second = expect.number(fewest), expect.number(most)
    expect.true(
        not (abs(first - 384) < 0.05 and abs(second - 316) < 0.05),
        say("13-left-swapped", "Both numbers are right, but they have changed places."),
    )
    with part():
        expect.close(
            first,
            Sealed("13-case-studies/left-out", "bb82b436ecf402f029841b8b11531f73"),
            digits=1,
            mistakes={
                Sealed("13-case-studies/left-out", "533cc568d8d8c1787e104808bf9aa3eb"): RELATIVE,
                Sealed("13-case-studies/left-out", "e030796b41b3a5d725d148cbf8096c4e"): APPLIED_TO_ALL,
                Sealed("13-case-studies/left-out", "985e9dd255bc303e8004c92eca51c822"): ADDED,
                Sealed("13-case-studies/left-out", "b26be4aa237c5fad2f6f3b4249ea549c"): REACHED,
                Sealed("13-case-studies/left-out", "54a3e91d272b305141efb98e953d5ab6"): ONLY_CHANGE,
                Sealed("13-case-studies/left-out", "938503765c200a4cd128e07b798904da"): AS_PEOPLE,
                Sealed("13-case-studies/left-out", "4bac3430797128bc900e9b48053e6678"): say("13-left-share", "This is a share. How many of the 1,000 people is it?"),
            },
        )
    with part():
        expect.close(
            second,
            Sealed("13-case-studies/left-out", "c306d976656839d1e3c02b0b698384b5"),
            digits=1,
            mistakes={
                Sealed("13-case-studies/left-out", "299c09eaeeb3c0a1c6d60ac47691d932"): RELATIVE,
                Sealed("13-case-studies/left-out", "a366ad2970bdd6786da66a11fa69f2eb"): APPLIED_TO_ALL,
                Sealed("13-case-studies/left-out", "551d0bf30d47347168149bc457a01cbb"): ADDED,
                Sealed("13-case-studies/left-out", "d9b74ae3eddeb8c2d15fb3e4ca543fe9"): REACHED,
                Sealed("13-case-studies/left-out", "165f4778b5a3916cd23225ca0c430681"): ONLY_CHANGE,
                Sealed("13-case-studies/left-out", "4c4511e4b2ccd69a4a1aa3dd6ed13f25"): AS_PEOPLE,
                Sealed("13-case-studies/left-out", "31f4e6560a6ec5fb59c2a5de95c1dd30"): say(
                    "13-left-share-2", "This is a share. How many of the 1,000 people is it?"
                ),
            },
        )


@exercise(
    "wrong-names",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-names-1",
            "Compute two numbers of names first: the right ones on the list, and the wrong ones.",
        ),
        say("13-hint-names-2", "`wrong = girls * (1 - share) * ...`"),
    ],
)
def wrong_names(function):
    found = expect.call(function, 12000, 0.06, 0.86, 0.10)
    if expect.number(found) <= 1:
        expect.share(found)
    expect.close(
        found,
        Sealed("13-case-studies/wrong-names", "bf579f0dc583529c83085ba0f0169f9b"),
        mistakes={
            Sealed("13-case-studies/wrong-names", "b243cae28f84204a3d5ba79108c7ed8a"): say(
                "13-not-found",
                "You took what is missing to the share found. That is about those who are missed, "
                "not about the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "f5a6db6f6944a10b7b992382595148d6"): say(
                "13-alarm-of-others",
                "The false alarm is a share of the others. Asked is a share of the names on the "
                "list.",
            ),
            Sealed("13-case-studies/wrong-names", "1487be9140a2b9debf46f0381d609753"): say(
                "13-right-names", "This is the share of right names. The wrong ones are asked."
            ),
            Sealed("13-case-studies/wrong-names", "fdea98495896eee90ead39e1789da778"): say(
                "13-of-all-girls",
                "You divided the wrong names by all girls. Divide by the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "c35ffbacfc22dce1c8f2a1823771a41d"): say(
                "13-base-rate-forgotten",
                "You combined the two shares as if both groups were of the same size. How many "
                "girls are in each?",
            ),
            Sealed("13-case-studies/wrong-names", "5fcb5a2d06d285839af24dc4da7dad12"): say(
                "13-alarm-for-all",
                "You applied the false alarm to all girls. It holds for the others only.",
            ),
            Sealed("13-case-studies/wrong-names", "0fe5fd91c6bba5b82878e34710e6ccf8"): say(
                "13-alarm-from-found",
                "You used one minus the share found as the false alarm. The two are separate "
                "numbers.",
            ),
            Sealed("13-case-studies/wrong-names", "d3e10a65f43f60472a1d4fbcf6a92229"): say(
                "13-all-found",
                "You put all who will become pregnant on the list. The score finds only a part of "
                "them.",
            ),
            Sealed("13-case-studies/wrong-names", "71f81224ae5b6bf65f69f1987bd3e2aa"): say(
                "13-all-errors",
                "This is the share of all girls about whom the score errs. Asked is only about the "
                "names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "790241cd5fbfa680ff52102e972ae02c"): say(
                "13-accuracy-names",
                "This is the share of all girls about whom the score is right. Asked is about the "
                "wrong names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "4eb31c2ddb44087a50e646021923923b"): say(
                "13-list-share",
                "This is the share of all girls who are on the list. How many of those names are "
                "wrong?",
            ),
            Sealed("13-case-studies/wrong-names", "62cbcb63d4b8ce335718fd70763e2301"): say(
                "13-names-odds",
                "You divided the wrong names by the right ones. Below the line stand all names on "
                "the list.",
            ),
            Sealed("13-case-studies/wrong-names", "9fd7ab6cccc9a57ca7bd60151bf7c0d3"): say(
                "13-names-count",
                "This is the number of wrong names. Which share of the list are they?",
            ),
        },
    )


@exercise(
    "two-rulings",
    points=1,
    hints=[
        say("13-hint-rulings-1", "Look at the lesson's card: what did each court say of the judge?")
    ],
)
def two_rulings(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/two-rulings", "9684303f618844bfb3fa17268b648711"), options=["kind-of-case", "level-of-court", "own-reasons", "quality-of-text"],
        wrong={
            Sealed("13-case-studies/two-rulings", "c0eade3c31010db183c8a86e5a091418"): say(
                "13-kind-of-case",
                "The cases do differ, but neither court gave this as its reason. Read what each "
                "said of the judge's part.",
            ),
            Sealed("13-case-studies/two-rulings", "52a9c88c5ecbd4c481348d65b03df529"): say(
                "13-quality-of-text",
                "Neither court decided on the quality of the text. What could a party still follow?",
            ),
            Sealed("13-case-studies/two-rulings", "20bd1bcae156f510169a3a5d1464d48a"): say(
                "13-level-of-court",
                "Both courts examined what a judge below them had done. What had the two judges "
                "done differently?",
            ),
        },
    )


@exercise(
    "which-number",
    points=2,
    hints=[
        say(
            "13-hint-number-1",
            "For each case ask: who is wrongly picked here, or who is not seen at all?",
        ),
        say("13-hint-number-2", "No key is used twice."),
    ],
)
def which_number(netherlands, chile, philippines, trademarks):
    picked = say(
        "13-number-netherlands",
        "Here people are picked for a check and nationality counts. Which number shows whether "
        "one group is picked for nothing more often?",
    )
    unseen = say(
        "13-number-chile",
        "Here the records come from services that some families use more than others. Which number "
        "shows whose children the list sees?",
    )
    places = say(
        "13-number-philippines",
        "A map speaks about places. Which number shows the people whom it leaves without help?",
    )
    search = say(
        "13-number-trademarks",
        "Here a tool searches. Which number shows what the examiner never gets to see?",
    )
    with part():
        expect.choice(
            netherlands,
            right=Sealed("13-case-studies/which-number", "9fbfbba75dce2c4b578004a09abae662"), options=["all-right", "cases-per-day", "hits-by-group", "known-in-first-50", "need-outside", "seen-by-income"],
            wrong={
                Sealed("13-case-studies/which-number", "0cae14536324fab942da05e13f8f454a"): picked,
                Sealed("13-case-studies/which-number", "67d6ac69d38c1d7f5ea0b723b51f7bba"): picked,
                Sealed("13-case-studies/which-number", "747e8b3441b403a6627d0ec225058817"): picked,
                Sealed("13-case-studies/which-number", "853d0c688fd625c6ff61be2c3187bd7c"): SPEED,
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): AVERAGE,
            },
        )
    with part():
        expect.choice(
            chile,
            right=Sealed("13-case-studies/which-number", "0cae14536324fab942da05e13f8f454a"), options=["all-right", "cases-per-day", "hits-by-group", "known-in-first-50", "need-outside", "seen-by-income"],
            wrong={
                Sealed("13-case-studies/which-number", "9fbfbba75dce2c4b578004a09abae662"): say(
                    "13-number-chile-hits",
                    "This looks only at children who are on the list. Which number also sees the "
                    "children who are not on it?",
                ),
                Sealed("13-case-studies/which-number", "67d6ac69d38c1d7f5ea0b723b51f7bba"): unseen,
                Sealed("13-case-studies/which-number", "747e8b3441b403a6627d0ec225058817"): unseen,
                Sealed("13-case-studies/which-number", "853d0c688fd625c6ff61be2c3187bd7c"): SPEED,
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): AVERAGE,
            },
        )
    with part():
        expect.choice(
            philippines,
            right=Sealed("13-case-studies/which-number", "67d6ac69d38c1d7f5ea0b723b51f7bba"), options=["all-right", "cases-per-day", "hits-by-group", "known-in-first-50", "need-outside", "seen-by-income"],
            wrong={
                Sealed("13-case-studies/which-number", "9fbfbba75dce2c4b578004a09abae662"): places,
                Sealed("13-case-studies/which-number", "0cae14536324fab942da05e13f8f454a"): places,
                Sealed("13-case-studies/which-number", "747e8b3441b403a6627d0ec225058817"): places,
                Sealed("13-case-studies/which-number", "853d0c688fd625c6ff61be2c3187bd7c"): SPEED,
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): AVERAGE,
            },
        )
    with part():
        expect.choice(
            trademarks,
            right=Sealed("13-case-studies/which-number", "747e8b3441b403a6627d0ec225058817"), options=["all-right", "cases-per-day", "hits-by-group", "known-in-first-50", "need-outside", "seen-by-income"],
            wrong={
                Sealed("13-case-studies/which-number", "9fbfbba75dce2c4b578004a09abae662"): search,
                Sealed("13-case-studies/which-number", "0cae14536324fab942da05e13f8f454a"): search,
                Sealed("13-case-studies/which-number", "67d6ac69d38c1d7f5ea0b723b51f7bba"): search,
                Sealed("13-case-studies/which-number", "853d0c688fd625c6ff61be2c3187bd7c"): SPEED,
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): AVERAGE,
            },
        )


@exercise(
    "first-below",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-below-1",
            "The lesson's function `first_above` has the same form. One sign is different.",
        ),
        say("13-hint-below-2", "`below = values[values < ...]`"),
    ],
)
def first_below(function):
    quarters = ["2020-1", "2020-2", "2020-3", "2020-4", "2021-1"]
    values = pd.Series([0.9, 0.6, 0.4, 0.3, 0.5], index=quarters)
    found = expect.call(function, values, 0.6)
    expect.true(
        not isinstance(found, bool) and str(getattr(found, "dtype", "")) != "bool",
        say(
            "13-below-marks",
            "Your function returns true or false. The name of a quarter is asked.",
        ),
    )
    expect.true(
        not (hasattr(found, "__len__") and not isinstance(found, str)),
        say(
            "13-below-table",
            "Your function returns all the quarters below the limit. Hand over the first name "
            "only.",
        ),
    )
    shown = str(found).strip()
    wrong = {
        "2020-2": say(
            "13-below-equal", "A value that equals the limit is not below it: look at the sign."
        ),
        "2020-1": say(
            "13-below-above", "This quarter is above the limit. The alarm rings below it."
        ),
        "2021-1": say("13-below-last", "This is the last quarter below the limit, not the first."),
        "2020-4": say(
            "13-below-lowest",
            "This is the quarter with the lowest value. An alarm rings at the first one below the "
            "limit.",
        ),
        "0.4": say("13-below-value", "This is the value. The name of its quarter is asked."),
        "2": say(
            "13-below-place", "This is the place in the column. The name of the quarter is asked."
        ),
        "3": say("13-below-how-many", "This is a number. The name of one quarter is asked."),
        "none": say(
            "13-below-always-none",
            "Your function says that no quarter is below the limit, but in the test three are.",
        ),
    }
    for value, message in wrong.items():
        expect.true(shown.lower() != value, message)
    expect.true(
        shown == "2020-3",
        say(
            "13-below-other",
            "With five quarters and the limit 0.6 your function does not give the first quarter "
            "below it.",
        ),
    )
    never = expect.call(function, values, 0.1)
    expect.true(
        str(never).strip().lower() == "none",
        say(
            "13-below-none",
            'When no value is below the limit, your function should return the text "none".',
        ),
    )


@exercise(
    "earliest",
    points=1,
    hints=[
        say("13-hint-earliest-1", "Go down each column to the first value below its limit."),
        say(
            "13-hint-earliest-2", "Before the first letter nobody has appealed, and no inquiry sat."
        ),
    ],
)
def earliest(column, before_launch):
    with part():
        expect.choice(
            column,
            right=Sealed("13-case-studies/earliest", "8f806ec13f231ff63849e9667b87ba85"), options=["not_appealed", "opened", "upheld", "vendor_accuracy"],
            wrong={
                Sealed("13-case-studies/earliest", "2aaec9c478f486dbf2441fc6ccdb21e1"): say(
                    "13-maker-silent",
                    "Does this column ever change? It is measured on the maker's old data, not on "
                    "the people accused.",
                ),
                Sealed("13-case-studies/earliest", "1413149724fc090d3492d1460f128fd3"): say(
                    "13-appeal-is-proof",
                    "This column never falls below its limit. Could people appeal against a letter "
                    "that they had not opened?",
                ),
                Sealed("13-case-studies/earliest", "c83f86b3841966e4858daebf43b29c38"): say(
                    "13-upheld-later",
                    "This column does raise an alarm, but appeals take time. Does another one fall "
                    "below its limit sooner?",
                ),
            },
        )
    with part():
        expect.choice(
            before_launch,
            right=Sealed("13-case-studies/earliest", "26328a1dbc0a2c40d7043783b0ecf56f"), options=["commission", "learn-more", "sample-first", "warn-in-letter"],
            wrong={
                Sealed("13-case-studies/earliest", "1c3d7ad6399dc8cd1e7331709356d287"): say(
                    "13-hindsight",
                    "The commission came years later. What could be known on the day of the launch?",
                ),
                Sealed("13-case-studies/earliest", "5b54d5052ea3b330d6663c9574ae696f"): say(
                    "13-disclaimer",
                    "A sentence in a letter leaves the burden with the person, and most letters are "
                    "not opened. What would have kept wrong letters from going out?",
                ),
                Sealed("13-case-studies/earliest", "86585dfbe881c3532f75bb2195fdf116"): say(
                    "13-learn-from-errors",
                    "Nobody has yet checked whether the past accusations were right. What would such "
                    "a model learn?",
                ),
            },
        )
