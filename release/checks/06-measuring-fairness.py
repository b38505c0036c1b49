"""The checks of 06-measuring-fairness. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "06-measuring-fairness"

import pandas as pd

from course.checking import exercise, expect, part, say

CUT = say(
    "06-cut",
    "Which scores did ProPublica count as higher risk? Look at every value of `score_text`, "
    "and ask of each whether it counts.",
)
WRONG_SCORE = say(
    "06-wrong-score",
    "Two columns have similar names: one score is about violence, and one "
    "outcome has no limit of two years. Use `score_text` and `two_year_recid`.",
)
FLAGGED = say(
    "06-frame-flagged",
    "Under `false_positive_rate` is a share of the people who had been marked. The rate starts "
    "from those not charged again.",
)
NOT_MARKED = say("06-precision-not-marked", "You started from the people who had not been marked.")
OUTCOME = say(
    "06-outcome-for-mark",
    "This is what happened afterwards. The mark is what the score said before: it is in "
    "`score_text`.",
)
FILTERED = say("06-filtered", "Count your rows: the published table has more people.")
TURNED = say(
    "06-turned-round",
    "True and false seem to have changed places: which people does your column mark?",
)
ARGUMENTS = say(
    "06-arguments",
    "What happened and what the score said have changed places: the outcome "
    "comes first, the prediction second.",
)
SWAPPED = say(
    "06-fpr-fnr-swapped",
    "Which of the two mistakes locks somebody up, and which lets somebody go? "
    "The two rates have changed places.",
)
TINY_GROUPS = say(
    "06-tiny-groups",
    "This is the gap over all six labels. On how many people does each of its two rates rest?",
)
RATIO = say(
    "06-difference-ratio",
    "You divided one rate by the other. The question is how far apart they are.",
)
ROUNDED_FIRST = say(
    "06-gap-rounded-first",
    "You rounded the two rates before you subtracted them: subtract first, with all digits.",
)
POINTS = say(
    "06-gap-points",
    "This is in percentage points: give the difference as a share between 0 and 1, with all "
    "digits.",
)
OTHER_PAIR = say("06-gap-other-pair", "This is the gap between two other groups.")
ONE_RATE = say("06-gap-one-rate", "This is the rate of one group. A gap needs two.")
TO_OVERALL = say(
    "06-to-overall",
    "You compared one group with everybody. Which two groups should be compared?",
)
FNR_GAP = say("06-gap-fnr", "This is the gap in the false negative rate.")
FORCED_ORDER = say(
    "06-forced-order",
    "The arguments have changed places: they come as base rate, precision, false negative rate.",
)
BRACKETS = say(
    "06-forced-brackets",
    "Python divides and multiplies before it subtracts: put each “one minus” in brackets.",
)

WITHIN_MARKED = say(
    "06-within-marked",
    "You compared the people who are marked. The advantage is to wait at home: turn the column "
    "round with `~`.",
)
WITHIN_DIFFERENCE = say(
    "06-within-difference",
    "You subtracted one share from the other. A ratio divides them.",
)
WITHIN_ONE_SHARE = say(
    "06-within-one-share",
    "This is the share of one group, or of all. A ratio divides the lowest share by the highest.",
)
WITHIN_PLACES = say(
    "06-within-places",
    "You took two groups by their place in the table. Look for the lowest and the highest share "
    "in each part.",
)
WITHIN_MEAN = say(
    "06-within-mean",
    "One of your two shares is a mean of the groups. The ratio divides the lowest share by the "
    "highest.",
)
WITHIN_EACH_PART = say(
    "06-within-each-part",
    "Return one ratio for each part, under the name of the part.",
)


def whole_set(name):
    return say(
        "06-whole-set",
        "`{name}` is the value for everybody: keep only the group that is asked.",
        name=name,
    )


def other_group(name):
    return say("06-other-group", "`{name}` is the value for another group.", name=name)


def another_case(name):
    return say(
        "06-another-case",
        "`{name}` holds the count of another of the four cases: the second word of the "
        "name says how the person was marked, the first whether that proved right.",
        name=name,
    )


def condition_missing(name):
    return say(
        "06-condition-missing",
        "`{name}` does not use all three conditions: the group, what happened, and the mark.",
        name=name,
    )


def one_sex(name):
    return say("06-one-sex", "`{name}` leaves out the women or the men of the group.", name=name)


def all_groups(name):
    return say(
        "06-all-groups-below",
        "In `{name}` a count of one group is divided by a count of all groups.",
        name=name,
    )


def all_errors(name):
    return say(
        "06-all-errors",
        "`{name}` counts both kinds of error, out of all people. Each rate divides one kind of "
        "error by the people to whom it could have happened.",
        name=name,
    )


def mean_of_sexes(name):
    return say(
        "06-mean-of-rates",
        "`{name}` is the mean of the rates of women and of men, as if there were as many of "
        "each. Count the people of the whole group.",
        name=name,
    )


def nought(name):
    return say(
        "06-rate-zero",
        "`{name}` is 0, as if this error never happened. If your line has `//`, write `/`: "
        "`//` keeps only whole numbers.",
        name=name,
    )


def upside_down(name):
    return say(
        "06-upside-down",
        "`{name}` is above 1: the fraction is upside down, with the larger number on top.",
        name=name,
    )


def rightly(name):
    return say(
        "06-frame-rightly",
        "Under `{name}` is the share of people for whom the score was right. Is it the right "
        "function, and is `high_risk` true where a person was marked?",
        name=name,
    )


def frame_otherwise(name):
    return say(
        "06-frame-otherwise",
        "The `{name}` of Black defendants is not right yet. All three columns must hold all "
        "7,214 people, each once and in the order of the table.",
        name=name,
    )


def frame_rows(name):
    return say(
        "06-frame-rows",
        "The `{name}` of Black defendants is right, and that of another label is not: give each "
        "person the label that is in the column `race`.",
        name=name,
    )


def mean_of_labels(table, name):
    """One number in which every row counts alike, so that a wrong row shows."""
    return sum(map(float, table[name])) / 6


def wrong_count(name):
    return say(
        "06-wrong-count",
        "`{name}` is not right yet. It counts people of one group, with one outcome and one "
        "mark: look at each of the three conditions by itself.",
        name=name,
    )


NOBODY = say(
    "06-count-nobody",
    'You counted nobody. The label in the column `race` is `"Hispanic"`, with exactly these letters.',
)




@exercise(
    "quick-outcome",
    because=say(
        "06-quick-outcome-why",
        "The column records one event: a new charge within two years. It shows neither guilt nor "
        "danger, because a charge is not a judgement, and a crime that nobody recorded is not in "
        "the file.",
    ),
    hints=[
        say(
            "06-hint-outcome-1",
            "The file contains what an office recorded. Which option describes such a record?",
        )
    ],
)
def quick_outcome(key):
    expect.choice(
        key,
        right=Sealed("06-measuring-fairness/quick-outcome", "45decaf024da23bfcb093c32cb282759"), options=["convicted", "dangerous", "new-charge", "new-crime"],
        wrong={
            Sealed("06-measuring-fairness/quick-outcome", "7b2da973de403f40be071f6be34b162e"): say(
                "06-charge-not-crime",
                "What people do and what is recorded are two things: crimes go unrecorded, "
                "and charges are dropped.",
            ),
            Sealed("06-measuring-fairness/quick-outcome", "43038269091cb50e334d50040ad4387b"): say(
                "06-charge-not-conviction",
                "A conviction needs a court's judgement. Did the file wait for one?",
            ),
            Sealed("06-measuring-fairness/quick-outcome", "ebc4bb480e7c9a7d6c176b643b3b834a"): say(
                "06-charge-not-danger",
                "That is a judgement about a person. The column holds an event in a register.",
            ),
        },
    )


@exercise(
    "quick-precision",
    hints=[
        say(
            "06-hint-precision-1",
            "Stay in the row of White defendants. Two of its four counts are people who"
            " were marked.",
        ),
        say(
            "06-hint-precision-2",
            "Those two counts together are the whole. Which of them was charged again?",
        ),
    ],
)
def quick_precision(share):
    expect.share(
        share,
        Sealed("06-measuring-fairness/quick-precision", "d0e12ad8952efb59fd048b30c1e78639"),
        mistakes={
            Sealed("06-measuring-fairness/quick-precision", "ee1aa1aecaafe759abee15dc5666c66d"): say(
                "06-recall-for-precision",
                "You divided by those charged again. The question starts from those who had"
                " been marked.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "95472b2dc913979d03d8dbd9eee29a98"): say(
                "06-fpr-for-precision",
                "That is the false positive rate: it starts from those not charged again.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "de5c0f960391126e4add18efd166bece"): say(
                "06-fnr-for-precision",
                "That is the false negative rate: it starts from those charged again.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "88beb9ab85e33cab1a246bbf07ee41b6"): say(
                "06-precision-everybody",
                "You divided by all White defendants. The question is about those marked.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "5945c3bf4736cdf70cfbc073aa10f8e9"): say(
                "06-precision-wrong-marks",
                "That is how often the mark proved wrong. The question is how often it proved right.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "b7d90ee79934b93b709f88c63d076677"): say(
                "06-accuracy-for-precision",
                "That is the overall accuracy: it counts the people who were not marked as well.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "51232ce29b976db7f1228d308e2758ec"): NOT_MARKED,
            Sealed("06-measuring-fairness/quick-precision", "58dc9fa435b134386a2c87f587fe7b0d"): NOT_MARKED,
            Sealed("06-measuring-fairness/quick-precision", "ad2cf908bdd27eeb707821cd55a4c655"): say(
                "06-selection-for-precision",
                "That is the share who had been marked. How many of them were charged again?",
            ),
            Sealed("06-measuring-fairness/quick-precision", "207e1eb2ea55ee74a9610f2f8f3a0dbd"): say(
                "06-base-for-precision",
                "That is the share of all White defendants who were charged again, marked or not.",
            ),
            Sealed("06-measuring-fairness/quick-precision", "32c84dd7fc1cf80d77e84492957f9ff2"): other_group("precision_white"),
            Sealed("06-measuring-fairness/quick-precision", "4d7763db66ea3a32f40b3aa98b440924"): whole_set("precision_white"),
            Sealed("06-measuring-fairness/quick-precision", "68ac9bacfbf4482d62d4fd57075e7ecd"): say(
                "06-precision-odds",
                "You divided one case by the other: divide it by both together.",
            ),
        },
        otherwise=say(
            "06-precision-otherwise",
            "The whole is the White defendants who had been marked, the part is those of them "
            "who were charged again. Which two counts of the table are that?",
        ),
    )


@exercise(
    "quick-gap",
    because=say(
        "06-quick-gap-why",
        "Of the six labels, Black defendants have the largest false positive rate, 45%, and Asian "
        "defendants the smallest, 9%. That smallest rate rests on only 23 people.",
    ),
    hints=[
        say(
            "06-hint-quick-gap-1",
            "Look for the largest and the smallest false positive rate in the table, "
            "whatever the label.",
        )
    ],
)
def quick_gap(key):
    expect.choice(
        key,
        right=Sealed("06-measuring-fairness/quick-gap", "b3f7009a493df63b36c758c6f0f94ca3"), options=["black-and-all", "black-and-asian", "black-and-white", "native-american-and-other"],
        wrong={
            Sealed("06-measuring-fairness/quick-gap", "df4201ba18a659ae0f214ffd27e40e65"): say(
                "06-quick-gap-large",
                "Between these two the gap is the smaller of the two printed numbers.",
            ),
            Sealed("06-measuring-fairness/quick-gap", "0437c2e623d2bd0eaf2ab84f6265ff3d"): say(
                "06-quick-gap-overall",
                "`difference()` compares labels with one another, not with everybody.",
            ),
            Sealed("06-measuring-fairness/quick-gap", "2e2088e8f969ec750cb938449a217754"): say(
                "06-quick-gap-selection",
                "That pair has the largest gap in the selection rate. Look at the column of"
                " the false positive rate.",
            ),
        },
    )


@exercise(
    "quick-both",
    because=say(
        "06-quick-both-why",
        "If nobody is marked wrongly, precision is 100%: the middle factor of the formula is 0, "
        "and so is the false positive rate of every group. More data cannot change the formula.",
    ),
    hints=[
        say(
            "06-hint-both-1",
            "Look at the formula: the base rates are unequal. Which value of the middle factor "
            "gives the same result in both groups?",
        )
    ],
)
def quick_both(key):
    expect.choice(
        key,
        right=Sealed("06-measuring-fairness/quick-both", "dd28c37455318bb0cf0518bb1bd9759f"), options=["better-model", "more-data", "no-false-positives", "without-race"],
        wrong={
            Sealed("06-measuring-fairness/quick-both", "129d15d96884b11ee0c71f25a09416ac"): say(
                "06-both-data",
                "More cases make the numbers more certain. Do they change the formula?",
            ),
            Sealed("06-measuring-fairness/quick-both", "79544496b6dc5240b81704c0e2c22d61"): say(
                "06-both-race",
                "The formula does not depend on the columns that the model uses. It holds for "
                "every score.",
            ),
            Sealed("06-measuring-fairness/quick-both", "b66c1867db9b8c97e2b724955d9095a1"): say(
                "06-both",
                "The base rates are given. Give precision and the false negative rate one value "
                "for both groups, and see what is left for the false positive rate.",
            ),
        },
    )




@exercise(
    "high-risk",
    points=1,
    hints=[
        say("06-hint-high-1", 'Look at the values first: `people["score_text"].value_counts()`.'),
        say(
            "06-hint-high-2",
            "A comparison with a column gives a column of true and false. The method "
            "`isin` compares with several values at once.",
        ),
        say(
            "06-hint-high-3",
            'The line of section 1 of the lesson: `high_risk = people["score_text"].isin(___)`. '
            "The gap is a list of texts, in square brackets.",
        ),
    ],
)
def high_risk(column):
    marks = expect.marks(
        column,
        7214,
        say(
            "06-one-each",
            "One true or false is asked for each of the 7,214 people: a column as long "
            "as the table, not a count and not a part of it.",
        ),
    )
    found = sum(marks)
    expect.count(
        found,
        Sealed("06-measuring-fairness/high-risk", "85427af94962249724bae83284e998a2"),
        mistakes={
            Sealed("06-measuring-fairness/high-risk", "dcb5936407ef763a8ebbe5a614b8be0b"): CUT,
            Sealed("06-measuring-fairness/high-risk", "dcaf5513ff0ba012d807b44e50165c7a"): CUT,
            Sealed("06-measuring-fairness/high-risk", "9af485cf1915292b4e7eea34b0532e84"): CUT,
            Sealed("06-measuring-fairness/high-risk", "b1ce78e815bc903c71d5e23fbb2c2ff9"): CUT,
            Sealed("06-measuring-fairness/high-risk", "fbf225b80648b8c0cf2dde6e19d2ef2f"): TURNED,
            Sealed("06-measuring-fairness/high-risk", "563f7c83006f9abff00246e6d1cf37de"): TURNED,
            Sealed("06-measuring-fairness/high-risk", "b5abd2a9813cf6f927b33211ef22586b"): WRONG_SCORE,
            Sealed("06-measuring-fairness/high-risk", "dbd114a29f4e06049ed38f991bbd573a"): WRONG_SCORE,
            Sealed("06-measuring-fairness/high-risk", "68609a640308011446665134cf6bc9d3"): WRONG_SCORE,
            Sealed("06-measuring-fairness/high-risk", "4d3f6ce8f5258e73bc2fea90671d699a"): OUTCOME,
            Sealed("06-measuring-fairness/high-risk", "1a7b2d55311974fc299e0322210d66be"): OUTCOME,
            Sealed("06-measuring-fairness/high-risk", "5415a067f9e6ff7c286d68fbaa34f97d"): say(
                "06-all-marked", "Now everybody is marked: the condition is true for every person."
            ),
            Sealed("06-measuring-fairness/high-risk", "1f1b6f68fd3ec8347903f8d217bfbf9e"): say(
                "06-nobody-marked",
                "Now nobody is marked: compare the spelling with the values in the table, "
                "capitals included.",
            ),
        },
        otherwise=say(
            "06-high-number",
            "Your column marks {found} of the 7,214 people, which is not the number that "
            "ProPublica marked. A mark follows from `score_text` alone: which of its values count?",
            found=found,
        ),
    )
    expect.count(
        sum(place for place, mark in enumerate(marks, start=1) if mark),
        Sealed("06-measuring-fairness/high-risk", "19d9ab6f1f915278d16b9034cab95492"),
        otherwise=say(
            "06-high-order",
            "As many people are marked as should be, but not the same ones: the values must be "
            "in the order of the table `people`, the first for its first row.",
        ),
    )


@exercise(
    "confusion-counts",
    points=2,
    hints=[
        say(
            "06-hint-counts-1",
            "Each count needs three conditions: the group, what happened, and the mark.",
        ),
        say(
            "06-hint-counts-2",
            "Join the conditions with `&`; `~` means “not”. `.sum()` counts the people for whom "
            "all of them are true.",
        ),
        say(
            "06-hint-counts-4",
            'After `group = people["race"] == "Hispanic"`, one of the four lines is '
            "`fp = (group & ~charged & ___).sum()`. The others differ only in where `~` is.",
        ),
    ],
)
def confusion_counts(tn, fp, fn, tp):
    with part():
        expect.count(tn, Sealed("06-measuring-fairness/confusion-counts", "0934999449e9b78f1ca8db8d86087cf2"), mistakes={
            Sealed("06-measuring-fairness/confusion-counts", "11cca6e6a6a8f7b0cf640ddd2d7c990c"): whole_set("tn"), Sealed("06-measuring-fairness/confusion-counts", "6ac6d05569b40b4470a71a685d57f9fb"): other_group("tn"), Sealed("06-measuring-fairness/confusion-counts", "ccae07ac3252ebcc0a493a62e73b9e39"): other_group("tn"),
            Sealed("06-measuring-fairness/confusion-counts", "c742eab7f84293f16c721ec19bd4a648"): other_group("tn"), Sealed("06-measuring-fairness/confusion-counts", "920d1a641aefcae9eaef4e09e39f9933"): other_group("tn"), Sealed("06-measuring-fairness/confusion-counts", "a7344843bd91655ca8d575bd33bbe50c"): CUT, Sealed("06-measuring-fairness/confusion-counts", "79be55474e0d4d4dcb3a87b371d59fd1"): CUT, Sealed("06-measuring-fairness/confusion-counts", "30da00b3204b6004a7b2a096f91de7ea"): CUT,
            Sealed("06-measuring-fairness/confusion-counts", "c260e945881958ee9385132b49ced968"): CUT, Sealed("06-measuring-fairness/confusion-counts", "828c3adab1b97f4d5f16f036e24f794d"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "8af6e9d1baaf9b5fcd846b6e6dbab021"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "fe7693de4d687476dff058ca54eaf717"): FILTERED, Sealed("06-measuring-fairness/confusion-counts", "ce0855532f4ac87dc037049c5547639d"): one_sex("tn"),
            Sealed("06-measuring-fairness/confusion-counts", "33d2b5366e45324e45238d5ddf60c7eb"): one_sex("tn"), Sealed("06-measuring-fairness/confusion-counts", "34e493aa84e884477556adb98331c94e"): another_case("tn"), Sealed("06-measuring-fairness/confusion-counts", "abd84b362535fa5b43e084979641b2e9"): another_case("tn"),
            Sealed("06-measuring-fairness/confusion-counts", "061165e0b4b76668845e136f20abbf7a"): another_case("tn"), Sealed("06-measuring-fairness/confusion-counts", "1289d1a6fa3af042e94abbfe897d1865"): condition_missing("tn"), Sealed("06-measuring-fairness/confusion-counts", "78091aba051e280f5e2e40ed95066ccd"): condition_missing("tn"),
            Sealed("06-measuring-fairness/confusion-counts", "269912d025e41277b02cede619c824e9"): condition_missing("tn"), Sealed("06-measuring-fairness/confusion-counts", "91fe91131b842212e4d5257ff4ce81e9"): condition_missing("tn"),
            Sealed("06-measuring-fairness/confusion-counts", "f4570762a01e79ad552e90f0d8e33de2"): condition_missing("tn"), Sealed("06-measuring-fairness/confusion-counts", "4b6651a6f31e827370bd9015c0d7735b"): NOBODY,
        }, otherwise=wrong_count("tn"))
    with part():
        expect.count(fp, Sealed("06-measuring-fairness/confusion-counts", "34e493aa84e884477556adb98331c94e"), mistakes={
            Sealed("06-measuring-fairness/confusion-counts", "d5b4a160073b8278375944a844fbd99c"): whole_set("fp"), Sealed("06-measuring-fairness/confusion-counts", "42482e9e96bab2c6b45f6b52e5ce41ad"): other_group("fp"), Sealed("06-measuring-fairness/confusion-counts", "67ced6ee3ab2931ecf9c2a3876bd320d"): other_group("fp"),
            Sealed("06-measuring-fairness/confusion-counts", "c7520f5791d8e3f5161e8ffa8aedc40b"): other_group("fp"), Sealed("06-measuring-fairness/confusion-counts", "d06ac8c6198ce6c579dbb77184fb9f46"): other_group("fp"), Sealed("06-measuring-fairness/confusion-counts", "4049a7b06ffdeb899b8027dcff1ab0d1"): CUT, Sealed("06-measuring-fairness/confusion-counts", "33d2b5366e45324e45238d5ddf60c7eb"): CUT, Sealed("06-measuring-fairness/confusion-counts", "aa67c46a049fdc4c8be5e54ba8851179"): CUT, Sealed("06-measuring-fairness/confusion-counts", "d79978e0cd4f00ee3da3515caa638357"): CUT,
            Sealed("06-measuring-fairness/confusion-counts", "6349a4b233d2605c7b83f98205624c4b"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "23eaa4e64461ec43570fe23f55d52e97"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "2c11601f3ab014ac8d80f8c7b0e63b1e"): FILTERED, Sealed("06-measuring-fairness/confusion-counts", "4aabb9885d2d1178eac028ca4b095a7f"): one_sex("fp"), Sealed("06-measuring-fairness/confusion-counts", "c555e74c8292637b3224481dbd74a181"): one_sex("fp"),
            Sealed("06-measuring-fairness/confusion-counts", "0934999449e9b78f1ca8db8d86087cf2"): another_case("fp"), Sealed("06-measuring-fairness/confusion-counts", "abd84b362535fa5b43e084979641b2e9"): another_case("fp"), Sealed("06-measuring-fairness/confusion-counts", "061165e0b4b76668845e136f20abbf7a"): another_case("fp"),
            Sealed("06-measuring-fairness/confusion-counts", "1289d1a6fa3af042e94abbfe897d1865"): condition_missing("fp"), Sealed("06-measuring-fairness/confusion-counts", "78091aba051e280f5e2e40ed95066ccd"): condition_missing("fp"),
            Sealed("06-measuring-fairness/confusion-counts", "269912d025e41277b02cede619c824e9"): condition_missing("fp"), Sealed("06-measuring-fairness/confusion-counts", "91fe91131b842212e4d5257ff4ce81e9"): condition_missing("fp"),
            Sealed("06-measuring-fairness/confusion-counts", "f4570762a01e79ad552e90f0d8e33de2"): condition_missing("fp"), Sealed("06-measuring-fairness/confusion-counts", "4b6651a6f31e827370bd9015c0d7735b"): NOBODY,
        }, otherwise=wrong_count("fp"))
    with part():
        expect.count(fn, Sealed("06-measuring-fairness/confusion-counts", "abd84b362535fa5b43e084979641b2e9"), mistakes={
            Sealed("06-measuring-fairness/confusion-counts", "89f5aaea5736e5d9fab0359fcb405bb9"): whole_set("fn"), Sealed("06-measuring-fairness/confusion-counts", "f8e0541b270821b99133b120aca4cc7f"): other_group("fn"), Sealed("06-measuring-fairness/confusion-counts", "b435484d6f1f6c3c0d54388682d2feb4"): other_group("fn"),
            Sealed("06-measuring-fairness/confusion-counts", "9e471177c714e1267a8117d1b182a288"): other_group("fn"), Sealed("06-measuring-fairness/confusion-counts", "3eed6cba63c36824c0aec3e1e9539c90"): other_group("fn"), Sealed("06-measuring-fairness/confusion-counts", "2073b801b61e1e29696133ca04da9f8e"): CUT, Sealed("06-measuring-fairness/confusion-counts", "7861e5a8c48f7362e53a343964c46d22"): CUT, Sealed("06-measuring-fairness/confusion-counts", "95372d12fc5ee8029aed26b583e18f3b"): CUT, Sealed("06-measuring-fairness/confusion-counts", "505a7b721b24135b49f4aceafe1d2744"): CUT,
            Sealed("06-measuring-fairness/confusion-counts", "0df8f357ff00284ac9948d78dc0c8b65"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "200f0ca6ba293f0e8d70419f45d3ce04"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "e31e76b0899d7d348ea11b79b234e4f5"): FILTERED, Sealed("06-measuring-fairness/confusion-counts", "96b004cc63fe3fc06b0848c371da0a2d"): one_sex("fn"),
            Sealed("06-measuring-fairness/confusion-counts", "7a8a6a7a6367480912d9182465fcc618"): one_sex("fn"), Sealed("06-measuring-fairness/confusion-counts", "0934999449e9b78f1ca8db8d86087cf2"): another_case("fn"), Sealed("06-measuring-fairness/confusion-counts", "34e493aa84e884477556adb98331c94e"): another_case("fn"),
            Sealed("06-measuring-fairness/confusion-counts", "061165e0b4b76668845e136f20abbf7a"): another_case("fn"), Sealed("06-measuring-fairness/confusion-counts", "1289d1a6fa3af042e94abbfe897d1865"): condition_missing("fn"), Sealed("06-measuring-fairness/confusion-counts", "78091aba051e280f5e2e40ed95066ccd"): condition_missing("fn"),
            Sealed("06-measuring-fairness/confusion-counts", "269912d025e41277b02cede619c824e9"): condition_missing("fn"), Sealed("06-measuring-fairness/confusion-counts", "91fe91131b842212e4d5257ff4ce81e9"): condition_missing("fn"),
            Sealed("06-measuring-fairness/confusion-counts", "f4570762a01e79ad552e90f0d8e33de2"): condition_missing("fn"), Sealed("06-measuring-fairness/confusion-counts", "4b6651a6f31e827370bd9015c0d7735b"): NOBODY,
        }, otherwise=wrong_count("fn"))
    with part():
        expect.count(tp, Sealed("06-measuring-fairness/confusion-counts", "061165e0b4b76668845e136f20abbf7a"), mistakes={
            Sealed("06-measuring-fairness/confusion-counts", "19915d5c5e38607c4ad6e92aa775f2a5"): whole_set("tp"), Sealed("06-measuring-fairness/confusion-counts", "8791a8b5eace180d7105f2e9703b3cad"): other_group("tp"), Sealed("06-measuring-fairness/confusion-counts", "76794ba13299ee563f9ed4328cced11b"): other_group("tp"),
            Sealed("06-measuring-fairness/confusion-counts", "5aa9d0cd9da492f9f2d981ed47298853"): other_group("tp"), Sealed("06-measuring-fairness/confusion-counts", "1c6a262640748f1525deed2d9a534290"): other_group("tp"), Sealed("06-measuring-fairness/confusion-counts", "dc9275c071e18cb99004132e4aaa03fd"): CUT, Sealed("06-measuring-fairness/confusion-counts", "6349a4b233d2605c7b83f98205624c4b"): CUT, Sealed("06-measuring-fairness/confusion-counts", "aa67c46a049fdc4c8be5e54ba8851179"): CUT, Sealed("06-measuring-fairness/confusion-counts", "bee07664f6759924134ce6130cdc350a"): CUT,
            Sealed("06-measuring-fairness/confusion-counts", "11ed81b472b965f693e2db4513fe84de"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "fe8bb1c0c5134965f03b6d8d6428486d"): WRONG_SCORE, Sealed("06-measuring-fairness/confusion-counts", "99359dc37157c91e3083a45b56b92172"): FILTERED, Sealed("06-measuring-fairness/confusion-counts", "87c8940135690f353e166cd09c3e8b4b"): one_sex("tp"), Sealed("06-measuring-fairness/confusion-counts", "1361305da6cae82995d634004180f0e1"): one_sex("tp"),
            Sealed("06-measuring-fairness/confusion-counts", "0934999449e9b78f1ca8db8d86087cf2"): another_case("tp"), Sealed("06-measuring-fairness/confusion-counts", "34e493aa84e884477556adb98331c94e"): another_case("tp"), Sealed("06-measuring-fairness/confusion-counts", "abd84b362535fa5b43e084979641b2e9"): another_case("tp"),
            Sealed("06-measuring-fairness/confusion-counts", "1289d1a6fa3af042e94abbfe897d1865"): condition_missing("tp"), Sealed("06-measuring-fairness/confusion-counts", "78091aba051e280f5e2e40ed95066ccd"): condition_missing("tp"),
            Sealed("06-measuring-fairness/confusion-counts", "269912d025e41277b02cede619c824e9"): condition_missing("tp"), Sealed("06-measuring-fairness/confusion-counts", "91fe91131b842212e4d5257ff4ce81e9"): condition_missing("tp"),
            Sealed("06-measuring-fairness/confusion-counts", "f4570762a01e79ad552e90f0d8e33de2"): condition_missing("tp"), Sealed("06-measuring-fairness/confusion-counts", "4b6651a6f31e827370bd9015c0d7735b"): NOBODY,
        }, otherwise=wrong_count("tp"))


@exercise(
    "error-rates",
    points=2,
    hints=[
        say("06-hint-rates-1", "Each rate is one count divided by two counts together."),
        say(
            "06-hint-rates-2",
            "For the false positive rate, the whole is everybody who was not charged "
            "again. Which two of the four counts are they?",
        ),
        say(
            "06-hint-rates-4",
            "The first line is `fpr = fp / (fp + ___)`, with brackets, because Python divides before "
            "it adds. The second has the same form.",
        ),
    ],
)
def error_rates(fpr, fnr):
    with part():
        expect.share(
            fpr,
            Sealed("06-measuring-fairness/error-rates", "e8c7a7f5f2900b57e9d4a527ee38ff18"),
            mistakes={
                Sealed("06-measuring-fairness/error-rates", "ca49f3fe0fcb60b92fc6cdbdbc4baa79"): say(
                    "06-fpr-everybody",
                    "You divided the right count by all people. To whom could this error have happened?",
                ),
                Sealed("06-measuring-fairness/error-rates", "4403417ce2565fa2d72cd46a0f50892f"): all_groups("fpr"),
                Sealed("06-measuring-fairness/error-rates", "8ae56fb42f861402ae8cf63acac2c4f3"): say(
                    "06-fpr-not-marked",
                    "You divided by the people who had not been marked. The rate starts from "
                    "those who were not charged again.",
                ),
                Sealed("06-measuring-fairness/error-rates", "011dcc68b8d4ff0b5a9acd2d8bbc4c51"): all_errors("fpr"),
                Sealed("06-measuring-fairness/error-rates", "77ddb196c1f831fc7ad4188d4c8a4988"): mean_of_sexes("fpr"),
                Sealed("06-measuring-fairness/error-rates", "f239248785970ff0eb1aff7e79fcc585"): say(
                    "06-fpr-flagged",
                    "You asked how often a mark is wrong; the rate asks how often a person who "
                    "was not charged again is marked.",
                ),
                Sealed("06-measuring-fairness/error-rates", "4fc94129bc981a27c30b7094a70391f1"): say(
                    "06-ppv-for-fpr",
                    "That says how often a mark proved right. The rate starts from those who were "
                    "not charged again.",
                ),
                Sealed("06-measuring-fairness/error-rates", "b8f6c6837321a36855708acbc13bfe58"): SWAPPED,
                Sealed("06-measuring-fairness/error-rates", "6f719ee22a207784226c37f254c93e12"): say(
                    "06-fpr-odds", "You divided one case by the other: divide it by both together."
                ),
                Sealed("06-measuring-fairness/error-rates", "d2a0a383a7a35ca926c0ffa2be9ebb0c"): say(
                    "06-fpr-of-errors",
                    "You asked which kind of error is more frequent. The whole is a group of "
                    "people, not the errors.",
                ),
                Sealed("06-measuring-fairness/error-rates", "c0da219b6bee48dfa0252ba6a17d64c3"): ARGUMENTS,
                Sealed("06-measuring-fairness/error-rates", "f4b385716f6d67f9cf1e71dc7072dace"): whole_set("fpr"),
                Sealed("06-measuring-fairness/error-rates", "923381033fb2ed107ff9c195d9fcc6c9"): other_group("fpr"),
                Sealed("06-measuring-fairness/error-rates", "6a4561938f7b84b93b8c4d33de5b2e45"): other_group("fpr"),
                Sealed("06-measuring-fairness/error-rates", "50d751ac69f08d98595254715e113f04"): CUT,
                Sealed("06-measuring-fairness/error-rates", "bf54b34b246e460a16fc414247139854"): CUT,
                Sealed("06-measuring-fairness/error-rates", "bd4e37ae92363db8d3d20aa9f49c6465"): WRONG_SCORE,
                Sealed("06-measuring-fairness/error-rates", "090ec61416ea182ca6bccd9e4d885be1"): WRONG_SCORE,
                Sealed("06-measuring-fairness/error-rates", "017fb3f790c1f56cf02f01d68e4139d2"): FILTERED,
                Sealed("06-measuring-fairness/error-rates", "d84c0813237723166270060d3ff8ab25"): say(
                    "06-specificity",
                    "That is the share of the people not charged again who were rightly not marked.",
                ),
                Sealed("06-measuring-fairness/error-rates", "67e04f9f9becd5ae48fca04da0343cc7"): nought("fpr"),
                Sealed("06-measuring-fairness/error-rates", "269ea499dde94966e44b1831c7afca3f"): upside_down("fpr"),
            },
            otherwise=say(
                "06-fpr-otherwise",
                "`fpr` is not right yet. The whole is the people not charged again, marked or "
                "not; the part is those of them who had been marked.",
            ),
        )
    with part():
        expect.share(
            fnr,
            Sealed("06-measuring-fairness/error-rates", "b8f6c6837321a36855708acbc13bfe58"),
            mistakes={
                Sealed("06-measuring-fairness/error-rates", "b1b5c55b39aee27f98fd71ad365e5561"): say(
                    "06-fnr-everybody",
                    "You divided the right count by all people. Whom could the score have missed?",
                ),
                Sealed("06-measuring-fairness/error-rates", "cf756b7aa5a6b3fc76fdf4b8b116a5df"): all_groups("fnr"),
                Sealed("06-measuring-fairness/error-rates", "c0da219b6bee48dfa0252ba6a17d64c3"): say(
                    "06-fnr-spared",
                    "You divided by all who were not marked. The rate starts from those who "
                    "were charged again.",
                ),
                Sealed("06-measuring-fairness/error-rates", "b612f4ef55d3f576d0b671a6c9784e3e"): say(
                    "06-fnr-marked",
                    "You divided by the people who had been marked. The rate starts from those "
                    "who were charged again.",
                ),
                Sealed("06-measuring-fairness/error-rates", "011dcc68b8d4ff0b5a9acd2d8bbc4c51"): all_errors("fnr"),
                Sealed("06-measuring-fairness/error-rates", "26cd145eb85c3446897e8a3f0ac3d8dc"): mean_of_sexes("fnr"),
                Sealed("06-measuring-fairness/error-rates", "672c7b357d53a24d1a2c25ee7a72f6d6"): say(
                    "06-fnr-of-errors",
                    "You asked which kind of error is more frequent. The whole is the people "
                    "charged again, not the errors.",
                ),
                Sealed("06-measuring-fairness/error-rates", "8a49c81a10bb18718a1f81996985bcfc"): say(
                    "06-fnr-right-spared",
                    "That says how often it proved right to leave a person unmarked. The rate "
                    "starts from those who were charged again.",
                ),
                Sealed("06-measuring-fairness/error-rates", "e8c7a7f5f2900b57e9d4a527ee38ff18"): SWAPPED,
                Sealed("06-measuring-fairness/error-rates", "ac01c3008bde184b5b6ec21ef5256070"): say(
                    "06-fnr-odds", "You divided one case by the other: divide it by both together."
                ),
                Sealed("06-measuring-fairness/error-rates", "f239248785970ff0eb1aff7e79fcc585"): ARGUMENTS,
                Sealed("06-measuring-fairness/error-rates", "e11e41485331f24077a32f96aacccbd2"): whole_set("fnr"),
                Sealed("06-measuring-fairness/error-rates", "b0397c97d4b0469a9f58ca9d48164e04"): other_group("fnr"),
                Sealed("06-measuring-fairness/error-rates", "75e9bbc2343317098fb6654c6a4f278b"): other_group("fnr"),
                Sealed("06-measuring-fairness/error-rates", "d5ca05d2d16307d1b42115fc4cc64289"): CUT,
                Sealed("06-measuring-fairness/error-rates", "e7cf52f254318dabe5e2bc97559bafe7"): CUT,
                Sealed("06-measuring-fairness/error-rates", "bff2d10fb62391ffb6b57a63730f3320"): WRONG_SCORE,
                Sealed("06-measuring-fairness/error-rates", "cfe2fd732e6da4684d38a45b05d9d8bd"): WRONG_SCORE,
                Sealed("06-measuring-fairness/error-rates", "2c730a648827ec116f09bbc2d87fd83b"): FILTERED,
                Sealed("06-measuring-fairness/error-rates", "5d537fa743c571f7f2404aca9b5240af"): say(
                    "06-recall-for-fnr",
                    "That is the share of people charged again whom the score did find.",
                ),
                Sealed("06-measuring-fairness/error-rates", "67e04f9f9becd5ae48fca04da0343cc7"): nought("fnr"),
                Sealed("06-measuring-fairness/error-rates", "7be36a86fe687d4f4f60c3cabd74f146"): upside_down("fnr"),
            },
            otherwise=say(
                "06-fnr-otherwise",
                "`fnr` is not right yet. The whole is the people charged again, marked or not; "
                "the part is those of them who had not been marked.",
            ),
        )


@exercise(
    "metric-frame",
    points=2,
    hints=[
        say(
            "06-hint-frame-1",
            "`MetricFrame` takes four arguments, each by its name: `metrics`, `y_true`,"
            " `y_pred`, `sensitive_features`.",
        ),
        say(
            "06-hint-frame-2",
            "`metrics` is a dictionary: each name in quotation marks, a colon, then the"
            " function without brackets.",
        ),
        say(
            "06-hint-frame-4",
            "Copy the cell `by_sex = MetricFrame(...)` of section 3 of the lesson, call it `frame`, "
            'leave out precision, and write the last line as `sensitive_features=people["___"],`.',
        ),
    ],
)
def metric_frame(frame):
    expect.true(
        hasattr(frame, "by_group"),
        say(
            "06-frame-itself",
            "Give the `MetricFrame` itself; the check opens its table `by_group`.",
        ),
    )
    table = frame.by_group
    expect.true(
        getattr(table, "ndim", 2) == 2,
        say(
            "06-frame-one-metric",
            "Your `MetricFrame` holds one measure without a name. Give it three as a dictionary: "
            "each name, and its function.",
        ),
    )
    expect.table(table, ["selection_rate", "false_positive_rate", "false_negative_rate"])
    labels = list(table.index)
    expect.true(
        "Female" not in labels,
        say("06-frame-by-sex", "This frame is by sex; the exercise asks for race."),
    )
    expect.true(
        set(labels)
        == {"African-American", "Asian", "Caucasian", "Hispanic", "Native American", "Other"},
        say(
            "06-frame-groups",
            "The rows should be the six labels of the column `race`, as they are written in "
            "the table, and nothing else.",
        ),
    )
    with part():
        expect.share(
            table.loc["African-American", "false_positive_rate"],
            Sealed("06-measuring-fairness/metric-frame", "6f17098f49e5b2da7d4f84b163b0835a"),
            mistakes={
                Sealed("06-measuring-fairness/metric-frame", "5a140f79feec02e95c8781f447549629"): ARGUMENTS,
                Sealed("06-measuring-fairness/metric-frame", "24eefc24a94084b6957c2fb9b6c7a68a"): SWAPPED,
                Sealed("06-measuring-fairness/metric-frame", "6eba74f4bccdbcd952194b77a7cbcd8e"): rightly("false_positive_rate"),
                Sealed("06-measuring-fairness/metric-frame", "5c22d8c0d6127dd5ed436e536e85dd47"): say(
                    "06-frame-other-outcome",
                    "Under `false_positive_rate` is a share of the people who *were* charged "
                    "again. Is 1 in `y_true` a new charge, and is it the right function?",
                ),
                Sealed("06-measuring-fairness/metric-frame", "e6598c14401fdf1c107cf19310ca8af7"): FLAGGED,
                Sealed("06-measuring-fairness/metric-frame", "684d455a274531f60d1cc71309416db1"): FLAGGED,
                Sealed("06-measuring-fairness/metric-frame", "d4b7eb115b41cffccd0fef8f78efd719"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "c797c8c6cc54a8e6a67f8ac5d6df1dd3"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "f202462669edff0a34381c58799c91a6"): WRONG_SCORE,
                Sealed("06-measuring-fairness/metric-frame", "cd3e737bda5201cfb4512b5c70633c8b"): WRONG_SCORE,
                Sealed("06-measuring-fairness/metric-frame", "3f5509936b1c7cb52a000d225e8f4262"): FILTERED,
                Sealed("06-measuring-fairness/metric-frame", "1933eb09ebc3435b83afa3a8daa572ec"): say(
                    "06-frame-same",
                    "Two names lead to the same function: look at each pair in `metrics`.",
                ),
            },
            otherwise=frame_otherwise("false_positive_rate"),
        )
        expect.share(
            mean_of_labels(table, "false_positive_rate"),
            Sealed("06-measuring-fairness/metric-frame", "bf676eca7e2033790f2286bf601e4d3c"),
            otherwise=frame_rows("false_positive_rate"),
        )
    with part():
        expect.share(
            table.loc["African-American", "false_negative_rate"],
            Sealed("06-measuring-fairness/metric-frame", "24eefc24a94084b6957c2fb9b6c7a68a"),
            mistakes={
                Sealed("06-measuring-fairness/metric-frame", "e6598c14401fdf1c107cf19310ca8af7"): ARGUMENTS,
                Sealed("06-measuring-fairness/metric-frame", "6f17098f49e5b2da7d4f84b163b0835a"): SWAPPED,
                Sealed("06-measuring-fairness/metric-frame", "5c22d8c0d6127dd5ed436e536e85dd47"): rightly("false_negative_rate"),
                Sealed("06-measuring-fairness/metric-frame", "6eba74f4bccdbcd952194b77a7cbcd8e"): say(
                    "06-frame-other-outcome-fnr",
                    "Under `false_negative_rate` is a share of the people who were *not* charged "
                    "again. Is 1 in `y_true` a new charge, and is it the right function?",
                ),
                Sealed("06-measuring-fairness/metric-frame", "68ee503dd183403cc2ac112b9c86b7cf"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "ee76b84d9bfcff83eeae8f120ce7e7b3"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "bf7630265304d955efd3c54b6bcd64e1"): WRONG_SCORE,
                Sealed("06-measuring-fairness/metric-frame", "1be473316786d5741018b26ce5257fae"): WRONG_SCORE,
                Sealed("06-measuring-fairness/metric-frame", "0c157bd83aad4cca629cdc7211835f36"): FILTERED,
            },
            otherwise=frame_otherwise("false_negative_rate"),
        )
        expect.share(
            mean_of_labels(table, "false_negative_rate"),
            Sealed("06-measuring-fairness/metric-frame", "26e8e20ebe760b2df1033f2649ae321c"),
            otherwise=frame_rows("false_negative_rate"),
        )
    with part():
        expect.share(
            table.loc["African-American", "selection_rate"],
            Sealed("06-measuring-fairness/metric-frame", "1933eb09ebc3435b83afa3a8daa572ec"),
            mistakes={
                Sealed("06-measuring-fairness/metric-frame", "1d353c6428a8d727ab6eb6938a18e99e"): say(
                    "06-frame-base",
                    "Under `selection_rate` is the share of people who were charged again. It "
                    "should be the share who had been marked.",
                ),
                Sealed("06-measuring-fairness/metric-frame", "9ac80669f5d66fb5eefd057402bec905"): TURNED,
                Sealed("06-measuring-fairness/metric-frame", "8584001f7d1d4e13bc92e2e4db918c35"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "f0ab7df5f58cf421c8b903f92715b89b"): CUT,
                Sealed("06-measuring-fairness/metric-frame", "6f17098f49e5b2da7d4f84b163b0835a"): WRONG_SCORE,
                Sealed("06-measuring-fairness/metric-frame", "ac947593a86bea7aab9275eb0d01513c"): FILTERED,
            },
            otherwise=frame_otherwise("selection_rate"),
        )
        expect.share(
            mean_of_labels(table, "selection_rate"), Sealed("06-measuring-fairness/metric-frame", "0edca013f4ea23db260360d454dc72b4"), otherwise=frame_rows("selection_rate")
        )


@exercise(
    "gap",
    points=1,
    hints=[
        say(
            "06-hint-gap-1",
            "Take one column of `frame.by_group`, and from it the values of two labels.",
        ),
        say("06-hint-gap-2", "A label is looked up in square brackets, written as in the data."),
        say(
            "06-hint-gap-3",
            'After `rates = frame.by_group["false_positive_rate"]`, the line is '
            '`gap = rates["African-American"] - rates[___]`.',
        ),
    ],
)
def gap(difference):
    expect.close(
        difference,
        Sealed("06-measuring-fairness/gap", "9206f35a0d9bc4b90e0ff498bb1d9b13"),
        mistakes={
            Sealed("06-measuring-fairness/gap", "844acbaff0ad34fc1bfe489659fd6416"): say(
                "06-gap-sign",
                "The size is right. The question is how much higher the first group's rate "
                "is: which one comes first?",
            ),
            Sealed("06-measuring-fairness/gap", "72540cf44cb966cee8a3434196d9e156"): ROUNDED_FIRST,
            Sealed("06-measuring-fairness/gap", "ed19398d520b80fe67ecd0d39038f9d6"): ROUNDED_FIRST,
            Sealed("06-measuring-fairness/gap", "8cfd1e6feddbc516c58b8eff85714aa1"): POINTS,
            Sealed("06-measuring-fairness/gap", "3115d1d9dd79ab30eb0de11616c25ca9"): POINTS,
            Sealed("06-measuring-fairness/gap", "38f1802fe19771df44497da9303b9c89"): TINY_GROUPS,
            Sealed("06-measuring-fairness/gap", "05d691f877d05ed3d9e916f93dea239c"): TINY_GROUPS,
            Sealed("06-measuring-fairness/gap", "42d665bb31f254cb833e60a934cba7d4"): TINY_GROUPS,
            Sealed("06-measuring-fairness/gap", "581f75a69d858fd4a10071bef4acbb63"): RATIO,
            Sealed("06-measuring-fairness/gap", "26501c51534120b76a7f4b3a1457f512"): RATIO,
            Sealed("06-measuring-fairness/gap", "6be57af1a086d1bc937a860b88340711"): say(
                "06-gap-relative",
                "You measured the gap in parts of the White rate. The question is how far apart "
                "the two rates are.",
            ),
            Sealed("06-measuring-fairness/gap", "938cd6cb459ce9e4427e097f4ce33fe2"): TO_OVERALL,
            Sealed("06-measuring-fairness/gap", "00d3c13c96a341f5c57fb10ff61c1c7d"): TO_OVERALL,
            Sealed("06-measuring-fairness/gap", "16f0ac123f366f37c2e1965c25665b89"): TO_OVERALL,
            Sealed("06-measuring-fairness/gap", "6dd006f604e705f90eac9fd79c1d55f6"): say(
                "06-gap-to-rest",
                "You compared with all who are not Black. Which two groups should be compared?",
            ),
            Sealed("06-measuring-fairness/gap", "654b5714260025b041d593ad12c40056"): OTHER_PAIR,
            Sealed("06-measuring-fairness/gap", "11b1c7210880e05682570bab9812011c"): OTHER_PAIR,
            Sealed("06-measuring-fairness/gap", "b2af56b1cbad540c83f989e3e0b7342e"): OTHER_PAIR,
            Sealed("06-measuring-fairness/gap", "86fb0630bf1c48557f43ba69da12d610"): ONE_RATE,
            Sealed("06-measuring-fairness/gap", "63840f845f2f1797dc610bb8f7431dbf"): ONE_RATE,
            Sealed("06-measuring-fairness/gap", "700df50afd8b50dcf2d84847cb9ef728"): FNR_GAP,
            Sealed("06-measuring-fairness/gap", "d4a65da079ec49a006da896201aa051c"): FNR_GAP,
            Sealed("06-measuring-fairness/gap", "6ee1f942b614fd5846294045f8b40a68"): say(
                "06-gap-mean",
                "This is the mean of the gaps in both error rates. Only one of the two is asked.",
            ),
            Sealed("06-measuring-fairness/gap", "7a28e46958123e00299869ab4ee7d91c"): say(
                "06-gap-selection",
                "This is the gap in the selection rate: how many were marked, not how many "
                "were wrongly marked.",
            ),
            Sealed("06-measuring-fairness/gap", "acbf7b9aa90837dbfd0516291ce40135"): say(
                "06-gap-precision",
                "This is the gap in precision: it starts from the people marked.",
            ),
            Sealed("06-measuring-fairness/gap", "a5324efc7098b8bcbf465f5fea80207a"): say(
                "06-gap-everybody",
                "You divided by all people of each group. The rate starts from those who were "
                "not charged again.",
            ),
            Sealed("06-measuring-fairness/gap", "a5badca833da94dc97b35ff572a84db2"): CUT,
            Sealed("06-measuring-fairness/gap", "06612cdd1e4c0011f005fe0ef20c10ca"): CUT,
            Sealed("06-measuring-fairness/gap", "526da8069d5e68d3e7fe698950ac6286"): WRONG_SCORE,
            Sealed("06-measuring-fairness/gap", "51b3f2891f45d1e513153a9d8a78ebaf"): WRONG_SCORE,
            Sealed("06-measuring-fairness/gap", "6ae00f5c2751fbe97ba7e945e7f4ea45"): FILTERED,
        },
        otherwise=say(
            "06-gap-otherwise",
            "This is not the difference yet. Take the false positive rate of Black defendants "
            "and that of White defendants, all digits of both, and subtract.",
        ),
    )


@exercise(
    "smallest-group",
    points=1,
    because=say(
        "06-smallest-group-why",
        "Only 8 Native American defendants were not charged again, so the interval reaches from "
        "0% to 75%. For Asian defendants there are 23 such people, almost three times as many.",
    ),
    hints=[
        say(
            "06-hint-smallest-1",
            "The false positive rate is about the people who were not charged again. "
            "Read that column of numbers, not the first.",
        ),
    ],
)
def smallest_group(key):
    expect.choice(
        key,
        right=Sealed("06-measuring-fairness/smallest-group", "17d40115fc371a5e05f3a434106c78ee"), options=["asian", "black", "hispanic", "native-american", "other", "white"],
        wrong={
            Sealed("06-measuring-fairness/smallest-group", "61038ae15c3928473ae0d39f3054b995"): say(
                "06-smallest-black",
                "This rate rests on more people than any other: its interval is narrow.",
            ),
            Sealed("06-measuring-fairness/smallest-group", "59d1f815262e439fc2d3a2052f6a8039"): say(
                "06-smallest-white",
                "This rate rests on well over a thousand people: its interval is narrow.",
            ),
            Sealed("06-measuring-fairness/smallest-group", "52dbe695b1551ba845914f63f8a27d58"): say(
                "06-smallest-hispanic",
                "This rate rests on about four hundred people: its interval is about eight "
                "points wide. Others are far wider.",
            ),
            Sealed("06-measuring-fairness/smallest-group", "692a41847970a7f718dd621fff52c569"): say(
                "06-smallest-other",
                "This rate rests on more than two hundred people of many origins. Others rest on "
                "far fewer.",
            ),
            Sealed("06-measuring-fairness/smallest-group", "6972698c75536f67143e61d18a12bceb"): say(
                "06-smallest-asian",
                "This rate rests on few people, and you would be right to hesitate. Another one "
                "rests on even fewer.",
            ),
        },
    )


@exercise(
    "interval-meaning",
    points=1,
    because=say(
        "06-interval-meaning-why",
        "The 95% describes the method: of 100 intervals made in this way, about 95 contain the "
        "true rate and about 5 miss it. Nobody can see whether this interval is one of the 5.",
    ),
    hints=[
        say(
            "06-hint-interval-1",
            "With other people the interval would be another one. How many of such intervals hit the true rate?",
        ),
    ],
)
def interval_meaning(key):
    expect.choice(
        key,
        right=Sealed("06-measuring-fairness/interval-meaning", "1a8a83426579b495451156d18f3af3d5"), options=["certain", "no-bias", "people-inside", "repeated-draws"],
        wrong={
            Sealed("06-measuring-fairness/interval-meaning", "372ae3846e3debfb0118b8fda0d34702"): say(
                "06-ci-people",
                "A single person has no rate: the person was marked or was not. The "
                "interval is about the rate of the group.",
            ),
            Sealed("06-measuring-fairness/interval-meaning", "e64e0feb5e8e9e3ad44e94bc3fa3e5d2"): say(
                "06-ci-certain",
                "About 5 in 100 intervals made in this way miss the true rate. Is anybody able to "
                "see whether this is one of them?",
            ),
            Sealed("06-measuring-fairness/interval-meaning", "8c0d73fe5f86ad3790cd4373087bdd75"): say(
                "06-ci-bias",
                "The interval says how much chance moves the rate. It does not say whether "
                "the rate is acceptable.",
            ),
        },
    )


@exercise(
    "ratio-within",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "06-hint-within-1",
            "Copy the cell `at_home = MetricFrame(...)` of “A page to keep” in the lesson, and leave "
            "out each `[two]`.",
        ),
        say(
            "06-hint-within-2",
            "Put the names in the brackets of your function in the place of the columns: `group` "
            "after `sensitive_features=`, `part` after `control_features=`.",
        ),
        say(
            "06-hint-within-3",
            "The first line is `home = ~high_risk`, the last one `return at_home.___()`.",
        ),
    ],
)
def ratio_within(function):
    file = made_up(
        {
            ("north", "a"): (22, 50), ("north", "b"): (9, 45), ("north", "c"): (57, 75),
            ("south", "a"): (31, 60), ("south", "b"): (14, 40), ("south", "c"): (8, 50),
        }
    )
    found = ratios(function, file)
    if isinstance(found, float):
        expect.close(
            found,
            Sealed("06-measuring-fairness/ratio-within", "56fab54d9f7b461c1b9b6704da930e22"),
            mistakes={
                Sealed("06-measuring-fairness/ratio-within", "198ef41807550aad14828bc8e455b974"): say(
                    "06-within-whole",
                    "This is the ratio in the whole file. Keep its parts apart with "
                    "`control_features`.",
                ),
                Sealed("06-measuring-fairness/ratio-within", "faf7d16a87b13b5f0ed29b4e16a90175"): say(
                    "06-within-parts",
                    "You compared the parts with one another. Compare the groups, within each part.",
                ),
                Sealed("06-measuring-fairness/ratio-within", "60cc5e2006f218a875a4d7d345b29d3c"): say(
                    "06-within-lowest",
                    "This is the lowest ratio only. Return one for each part.",
                ),
                Sealed("06-measuring-fairness/ratio-within", "6503c28f267ebd0bcd1a54151548428c"): say(
                    "06-within-crossed",
                    "You compared each group in one part with each group in the other. Compare "
                    "groups of the same part only: `part` belongs to `control_features`.",
                ),
            },
            otherwise=WITHIN_EACH_PART,
        )
    north, south = found
    expect.close(
        north,
        Sealed("06-measuring-fairness/ratio-within", "60cc5e2006f218a875a4d7d345b29d3c"),
        mistakes={
            Sealed("06-measuring-fairness/ratio-within", "0bc1a921b0804a0f1ae5d6ac4c41fb97"): WITHIN_MARKED,
            Sealed("06-measuring-fairness/ratio-within", "fff5cb0f9634ce59f8c2852ae8baf5fa"): WITHIN_MARKED,
            Sealed("06-measuring-fairness/ratio-within", "9947db201c652b1bd2b216808a55f239"): say(
                "06-within-inverted",
                "You divided the highest share by the lowest. The lowest comes first, so that no "
                "ratio is above 1.",
            ),
            Sealed("06-measuring-fairness/ratio-within", "434abadad046e00138b9dc6b0fc752b0"): WITHIN_DIFFERENCE,
            Sealed("06-measuring-fairness/ratio-within", "a0af74b9f423b4c0760c8a4acdcf5329"): WITHIN_DIFFERENCE,
            Sealed("06-measuring-fairness/ratio-within", "42ba697d9b4e36b7e7698328afde0a31"): say(
                "06-within-to-overall",
                "You compared a group with everybody in its part. Compare the groups with one "
                "another: the lowest share and the highest.",
            ),
            Sealed("06-measuring-fairness/ratio-within", "cd666671c24cd2ed7c7f097c189147bd"): WITHIN_ONE_SHARE,
            Sealed("06-measuring-fairness/ratio-within", "47363fc12cee9ba6ea49f60ba0900258"): WITHIN_ONE_SHARE,
            Sealed("06-measuring-fairness/ratio-within", "23b8e5d281f1d486404641aec08c0af6"): WITHIN_ONE_SHARE,
            Sealed("06-measuring-fairness/ratio-within", "495d1b2332cd9453d996b99d72e41b52"): say(
                "06-within-counts",
                "You compared numbers of people, and the groups are of unequal size: compare shares.",
            ),
            Sealed("06-measuring-fairness/ratio-within", "a0a81aa8556009ea276211ebb31f0fc3"): WITHIN_PLACES,
            Sealed("06-measuring-fairness/ratio-within", "fac11ee7471f602564e2a443abfab9ba"): WITHIN_PLACES,
            Sealed("06-measuring-fairness/ratio-within", "6df8aa881e7444a2b3a4fb102a74f0e3"): WITHIN_PLACES,
            Sealed("06-measuring-fairness/ratio-within", "5a4e00af964bd0b82ed17a184b055c79"): WITHIN_PLACES,
            Sealed("06-measuring-fairness/ratio-within", "23bdb9f0fe60af47f4d566b55f80d7f3"): say(
                "06-within-odds",
                "In each group you divided those at home by those marked: divide them by all.",
            ),
            Sealed("06-measuring-fairness/ratio-within", "5f560da08ff949cffca5b0898328d932"): say(
                "06-within-other-rate",
                "All groups come out alike, because your measure asks only about those who wait at "
                "home. The selection rate asks about all people.",
            ),
            Sealed("06-measuring-fairness/ratio-within", "89c235d5237ed2efd88afba94381b49e"): WITHIN_MEAN,
            Sealed("06-measuring-fairness/ratio-within", "fbbd2f3683ab2ed00bdd60781760d336"): WITHIN_MEAN,
        },
        otherwise=say(
            "06-within-otherwise",
            "In the first of two parts, 44%, 20% and 76% of three groups wait at home, and your "
            "function returns {found}. Which two of these shares are to be compared, and how?",
            found=f"{north:.4g}",
        ),
    )
    expect.close(
        south,
        Sealed("06-measuring-fairness/ratio-within", "eabc7bac30894a6724336ded579e85ca"),
        otherwise=say(
            "06-within-one-part",
            "The ratio of the first of two parts is right, and that of the second is not: in each "
            "part, look for the lowest and for the highest share anew.",
        ),
    )


def made_up(cells):
    """A table with one row for each person, from the number at home and the size of each cell."""
    rows = [
        (part, group, place >= home)
        for (part, group), (home, size) in cells.items()
        for place in range(size)
    ]
    table = pd.DataFrame(rows, columns=["part", "group", "high_risk"])
    mixed = [37 * place % len(table) for place in range(len(table))]
    return table.iloc[mixed].reset_index(drop=True)


def ratios(function, file):
    """The ratios of a learner's function, in the order of the parts' names; or a single number."""
    found = expect.call(function, file["high_risk"], file["group"], file["part"])
    parts, groups = sorted(set(file["part"])), set(file["group"])
    expect.true(
        not hasattr(found, "by_group"),
        say(
            "06-within-frame",
            "Your function returns the `MetricFrame` itself. Which of its methods gives the ratios?",
        ),
    )
    dimensions = getattr(found, "ndim", 1)
    if dimensions == 2 and len(found.columns) == 1:
        found, dimensions = found[found.columns[0]], 1
    names = list(found.keys()) if hasattr(found, "keys") else []
    expect.true(
        dimensions != 2 and not any(isinstance(name, tuple) for name in names),
        say(
            "06-within-rates",
            "Your function returns the share of each group in each part. Return one ratio for each "
            "part.",
        ),
    )
    expect.true(
        set(names) != groups,
        say(
            "06-within-swapped",
            "You compared the parts within each group. It should be the groups within each part: "
            "`part` belongs to `control_features`.",
        ),
    )
    if (not names and not hasattr(found, "__len__")) or dimensions == 0:
        return expect.number(found)
    expect.true(
        len(found) > 0,
        say(
            "06-within-no-row",
            "Your function returns no ratio: for groups called a, b and c, it finds no row. Does it "
            "keep only groups with the names in the lesson? Use all groups that it is given.",
        ),
    )
    values = found.values() if isinstance(found, dict) else found
    expect.true(
        not all(each != each for each in values),
        say(
            "06-within-nan",
            "Your ratios are “not a number” (NaN), as 0 divided by 0 is. Which measure is the share "
            "of *all* people in a group who wait at home?",
        ),
    )
    if not names:
        return expect.values(found, len(parts), WITHIN_EACH_PART)
    expect.true(set(names) == set(parts), WITHIN_EACH_PART)
    return [expect.number(found[part]) for part in parts]


@exercise(
    "claim-quantity",
    points=2,
    because=say(
        "06-claim-quantity-why",
        "“Of those we flag” starts from the people flagged, so the sentence reports precision. In "
        "the lesson precision is close, 63% and 59%, while the false positive rates are 45% and "
        "23%.",
    ),
    hints=[
        say("06-hint-claim-1", "“Of those we flag”: the words after “of” say who is the whole."),
        say(
            "06-hint-claim-2",
            "For the second question, compare two figures of the lesson: the curves of section 5 "
            "are close together, and yet the filled dots of section 2 differ.",
        ),
    ],
)
def claim_quantity(quantity, follows):
    with part():
        expect.choice(
            quantity,
            right=Sealed("06-measuring-fairness/claim-quantity", "59bd0bef15ac55b194b2dd33a06a0929"), options=["false-positive-rate", "predictive-value", "selection-rate", "true-positive-rate"],
            wrong={
                Sealed("06-measuring-fairness/claim-quantity", "c0ee224c8bf4a1777fce7e9ef0646b78"): say(
                    "06-claim-selection",
                    "The selection rate starts from all people. Whom does the sentence start from?",
                ),
                Sealed("06-measuring-fairness/claim-quantity", "a8706abbaed0e33ed0466eecd3010112"): say(
                    "06-claim-recall",
                    "That rate starts from those charged again, and asks who had been flagged. "
                    "The sentence goes the other way.",
                ),
                Sealed("06-measuring-fairness/claim-quantity", "ad4b049181aace432be67a9eb1501fbd"): say(
                    "06-claim-fpr",
                    "That rate starts from those not charged again. They do not occur in the "
                    "sentence.",
                ),
            },
        )
    with part():
        expect.choice(
            follows,
            right=Sealed("06-measuring-fairness/claim-quantity", "727a387e6a5d115593ab312728ab2f07"), options=["errors-may-differ", "follows", "follows-if-accurate", "must-be-false"],
            wrong={
                Sealed("06-measuring-fairness/claim-quantity", "7033cd610a28091d5c5133919639931c"): say(
                    "06-calibrated-fair",
                    "Can a flag mean the same in both groups, while wrong flags are more frequent in "
                    "one of them?",
                ),
                Sealed("06-measuring-fairness/claim-quantity", "b7c3c687f162ad6570bc4308fce5a2d2"): say(
                    "06-error-rate-only",
                    "Two groups can have equally many errors. Are they of the same kind?",
                ),
                Sealed("06-measuring-fairness/claim-quantity", "238d11949830ee953eb7e554830dd375"): say(
                    "06-calibrated-untrue",
                    "Look at section 5 of the lesson: both can be true of the same score.",
                ),
            },
        )


@exercise(
    "forced-fpr",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say("06-hint-forced-1", "Write the three factors one after the other, joined by `*`."),
        say("06-hint-forced-2", "Each “one minus” needs brackets of its own: `(1 - ppv)`."),
        say(
            "06-hint-forced-3",
            "The line is `return base_rate / (1 - base_rate) * (1 - ppv) / ppv * ___`.",
        ),
    ],
)
def forced_fpr(function):
    found = expect.number(expect.call(function, 0.3, 0.4, 0.2))
    expect.close(
        found,
        Sealed("06-measuring-fairness/forced-fpr", "57f09ecd46255dacba687758661173a3"),
        mistakes={
            Sealed("06-measuring-fairness/forced-fpr", "a0ab6aaa36dc295785b8ab1be187a0c0"): say(
                "06-forced-base",
                "The first factor is upside down: divide the base rate by one minus the base rate.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "41248f4bbd82498f28abc42bd83cd32a"): say(
                "06-forced-ppv",
                "The second factor is upside down: divide one minus precision by precision.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "485cda23d178fcb4b8adedadb40f8356"): say(
                "06-forced-fnr",
                "The last factor is one minus the false negative rate: the share that the score did find.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "cacdf95ff9019e1b90a95e4e61ef5d50"): say(
                "06-forced-fnr-plus",
                "In the last factor the false negative rate is subtracted from 1, not added.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "c8945016edbb66d391d803f51201667d"): say(
                "06-forced-no-fnr", "The last factor is missing: one minus the false negative rate."
            ),
            Sealed("06-measuring-fairness/forced-fpr", "b96c9f6e10ef5beec42564951a813a36"): say(
                "06-forced-odds",
                "The base rate is not divided by one minus itself: look at the first factor.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "5f349a6d4040c8fbb552ce4b87a03c6f"): say(
                "06-forced-other-base",
                "In the first factor, divide the base rate by one minus the base rate.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "f67db551bcae1d27cbe0d11acd9ac059"): say("06-forced-no-base", "The first factor, with the base rate, is missing."),
            Sealed("06-measuring-fairness/forced-fpr", "bdbfee4e1c2355f91d404f3273fe66b2"): say(
                "06-forced-no-ppv", "The second factor, with precision, is missing or cancels out."
            ),
            Sealed("06-measuring-fairness/forced-fpr", "d3fea4b04643466125d00a45494dbe25"): say(
                "06-forced-precision", "In the second factor, the division by precision is missing."
            ),
            Sealed("06-measuring-fairness/forced-fpr", "ad8d49601e10b8546c33a18144039c5f"): say(
                "06-forced-precision-top",
                "In the second factor, one minus precision is missing: only the division is there.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "c0a2fc3e322dd55e58763e7e57864245"): say(
                "06-forced-complement",
                "This is one minus the false positive rate: leave out that last step.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "dbd6fcfafaa4474a2dedfab03d899a72"): say(
                "06-forced-percent", "This is in per cent: return a share between 0 and 1."
            ),
            Sealed("06-measuring-fairness/forced-fpr", "6c0a8386e995fac286d3d0f1167e75dd"): say(
                "06-forced-exchange", "Precision and the false negative rate have changed places."
            ),
            Sealed("06-measuring-fairness/forced-fpr", "69c606734b82ca32271c50c13909853a"): FORCED_ORDER,
            Sealed("06-measuring-fairness/forced-fpr", "e9bf76383d65c8accb1a200204c1ad4d"): FORCED_ORDER,
            Sealed("06-measuring-fairness/forced-fpr", "5ab66edc65f0fb6ab324064bf576b529"): FORCED_ORDER,
            Sealed("06-measuring-fairness/forced-fpr", "f4e89e7a1d6c254cc99b2e8f4cecbbad"): FORCED_ORDER,
            Sealed("06-measuring-fairness/forced-fpr", "12ef376a7bbf7bffd41224c1134e187d"): say(
                "06-forced-rounded",
                "With 0.3, 0.4 and 0.2 your function returns 0.5. If it rounds, leave that out.",
            ),
            Sealed("06-measuring-fairness/forced-fpr", "8533701a7a91bf2c916dd89571d5aa15"): BRACKETS,
            Sealed("06-measuring-fairness/forced-fpr", "3cbeac71fe4a27c42898659a9c21ef01"): BRACKETS,
            Sealed("06-measuring-fairness/forced-fpr", "a6684c900ece6ce3d0a39c02744a6973"): BRACKETS,
            Sealed("06-measuring-fairness/forced-fpr", "7b644aa15f741a48c2df88b9b350499c"): BRACKETS,
            Sealed("06-measuring-fairness/forced-fpr", "ed1aeb1cd1aa2d76921d731a14eee756"): BRACKETS,
        },
        otherwise=say(
            "06-forced-otherwise",
            "With base rate 0.3, precision 0.4 and false negative rate 0.2 your function returns "
            "{found}, and the formula gives another value. Compute each of its three factors by "
            "itself, and compare.",
            found=f"{found:.5g}",
        ),
    )


@exercise(
    "which-harm",
    points=2,
    because=say(
        "06-which-harm-why",
        "Only a false positive jails a person who would not have been charged again. An "
        "accountable body must choose in advance, because judges choosing case by case would "
        "measure equal cases differently.",
    ),
    hints=[
        say(
            "06-hint-harm-1",
            "Think of one person who would not have been charged again. What did the "
            "score say, so that this person is now in jail?",
        ),
        say(
            "06-hint-harm-2",
            "For the second question: the choice needs somebody who is accountable for it, and "
            "a time when nobody knows yet whom it will affect.",
        ),
    ],
)
def which_harm(error, who):
    with part():
        expect.choice(
            error,
            right=Sealed("06-measuring-fairness/which-harm", "23462e6e3aa0be7e87a88c5c243b2f10"), options=["false-negative", "false-positive", "miscalibration", "unequal-selection"],
            wrong={
                Sealed("06-measuring-fairness/which-harm", "710e2b05e510731aedc76723b67a220f"): say(
                    "06-harm-negative",
                    "That error lets somebody go who is then charged again. The question is "
                    "about the person locked up.",
                ),
                Sealed("06-measuring-fairness/which-harm", "670222c728c5cce804890c128bea8e4f"): say(
                    "06-parity-is-fairness",
                    "Marking one group more often is a difference, not yet an error about a "
                    "person.",
                ),
                Sealed("06-measuring-fairness/which-harm", "cc60c98aa1a803d46604e5e6ee2109e8"): say(
                    "06-harm-calibration",
                    "That is about what a score means for many people. The question is about an "
                    "error that affects one person.",
                ),
            },
        )
    with part():
        expect.choice(
            who,
            right=Sealed("06-measuring-fairness/which-harm", "52cb70eec7f4c536b191eebb59b6390d"), options=["all-agree", "judge-each-case", "public-body-in-advance", "vendor"],
            wrong={
                Sealed("06-measuring-fairness/which-harm", "99fff23794e6ceff0655f90bc3af0f7f"): say(
                    "06-decides-vendor",
                    "The vendor knows the tool, and also sells it. Who is accountable to the "
                    "public?",
                ),
                Sealed("06-measuring-fairness/which-harm", "307252ef43c160f8b2b9a121d22c851c"): say(
                    "06-decides-all",
                    "Any one of them can then put off the decision for ever, and the vendor sells the "
                    "score. Who is accountable to the public?",
                ),
                Sealed("06-measuring-fairness/which-harm", "faae0f0fc4adbeff37361a5e011ebda9"): say(
                    "06-decides-judge",
                    "A judge decides about the person. If each chose another criterion after "
                    "seeing the score, two equal cases would be measured differently.",
                ),
            },
        )
