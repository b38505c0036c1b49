"""What each exercise of module 06 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
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


# Self-checks of the lesson.


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
        right="new-charge",
        wrong={
            "new-crime": say(
                "06-charge-not-crime",
                "What people do and what is recorded are two things: crimes go unrecorded, "
                "and charges are dropped.",
            ),
            "convicted": say(
                "06-charge-not-conviction",
                "A conviction needs a court's judgement. Did the file wait for one?",
            ),
            "dangerous": say(
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
        0.59133,
        mistakes={
            0.52277: say(
                "06-recall-for-precision",
                "You divided by those charged again. The question starts from those who had"
                " been marked.",
            ),
            0.23454: say(
                "06-fpr-for-precision",
                "That is the false positive rate: it starts from those not charged again.",
            ),
            0.47723: say(
                "06-fnr-for-precision",
                "That is the false negative rate: it starts from those charged again.",
            ),
            0.20579: say(
                "06-precision-everybody",
                "You divided by all White defendants. The question is about those marked.",
            ),
            0.40867: say(
                "06-precision-wrong-marks",
                "That is how often the mark proved wrong. The question is how often it proved right.",
            ),
            0.66993: say(
                "06-accuracy-for-precision",
                "That is the overall accuracy: it counts the people who were not marked as well.",
            ),
            0.28813: NOT_MARKED,
            0.71188: NOT_MARKED,
            0.34800: say(
                "06-selection-for-precision",
                "That is the share who had been marked. How many of them were charged again?",
            ),
            0.39364: say(
                "06-base-for-precision",
                "That is the share of all White defendants who were charged again, marked or not.",
            ),
            0.62971: other_group("precision_white"),
            0.61350: whole_set("precision_white"),
            1.44699: say(
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
        right="black-and-asian",
        wrong={
            "black-and-white": say(
                "06-quick-gap-large",
                "Between these two the gap is the smaller of the two printed numbers.",
            ),
            "black-and-all": say(
                "06-quick-gap-overall",
                "`difference()` compares labels with one another, not with everybody.",
            ),
            "native-american-and-other": say(
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
        right="no-false-positives",
        wrong={
            "more-data": say(
                "06-both-data",
                "More cases make the numbers more certain. Do they change the formula?",
            ),
            "without-race": say(
                "06-both-race",
                "The formula does not depend on the columns that the model uses. It holds for "
                "every score.",
            ),
            "better-model": say(
                "06-both",
                "The base rates are given. Give precision and the false negative rate one value "
                "for both groups, and see what is left for the false positive rate.",
            ),
        },
    )


# The assignment.


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
        3317,
        mistakes={
            1403: CUT,
            1914: CUT,
            2636: CUT,
            4086: CUT,
            3897: TURNED,
            5811: TURNED,
            2453: WRONG_SCORE,
            3701: WRONG_SCORE,
            2069: WRONG_SCORE,
            3251: OUTCOME,
            3471: OUTCOME,
            7214: say(
                "06-all-marked", "Now everybody is marked: the condition is true for every person."
            ),
            0: say(
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
    # The number is right. Are these the people? The sum of the places of those who are marked.
    expect.count(
        sum(place for place, mark in enumerate(marks, start=1) if mark),
        12095380,
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
        expect.count(tn, 318, mistakes={
            2681: whole_set("tn"), 2363: other_group("tn"), 990: other_group("tn"),
            1139: other_group("tn"), 208: other_group("tn"), 376: CUT, 342: CUT, 284: CUT,
            347: CUT, 330: WRONG_SCORE, 311: WRONG_SCORE, 258: FILTERED, 255: one_sex("tn"),
            63: one_sex("tn"), 87: another_case("tn"), 129: another_case("tn"),
            103: another_case("tn"), 405: condition_missing("tn"), 190: condition_missing("tn"),
            447: condition_missing("tn"), 232: condition_missing("tn"),
            637: condition_missing("tn"), 0: NOBODY,
        }, otherwise=wrong_count("tn"))  # fmt: skip
    with part():
        expect.count(fp, 87, mistakes={
            1282: whole_set("fp"), 1195: other_group("fp"), 805: other_group("fp"),
            349: other_group("fp"), 36: other_group("fp"), 29: CUT, 63: CUT, 121: CUT, 58: CUT,
            75: WRONG_SCORE, 81: WRONG_SCORE, 62: FILTERED, 80: one_sex("fp"), 7: one_sex("fp"),
            318: another_case("fp"), 129: another_case("fp"), 103: another_case("fp"),
            405: condition_missing("fp"), 190: condition_missing("fp"),
            447: condition_missing("fp"), 232: condition_missing("fp"),
            637: condition_missing("fp"), 0: NOBODY,
        }, otherwise=wrong_count("fp"))  # fmt: skip
    with part():
        expect.count(fn, 129, mistakes={
            1216: whole_set("fn"), 1087: other_group("fn"), 532: other_group("fn"),
            461: other_group("fn"), 90: other_group("fn"), 194: CUT, 157: CUT, 111: CUT, 167: CUT,
            146: WRONG_SCORE, 136: WRONG_SCORE, 110: FILTERED, 105: one_sex("fn"),
            24: one_sex("fn"), 318: another_case("fn"), 87: another_case("fn"),
            103: another_case("fn"), 405: condition_missing("fn"), 190: condition_missing("fn"),
            447: condition_missing("fn"), 232: condition_missing("fn"),
            637: condition_missing("fn"), 0: NOBODY,
        }, otherwise=wrong_count("fn"))  # fmt: skip
    with part():
        expect.count(tp, 103, mistakes={
            2035: whole_set("tp"), 1932: other_group("tp"), 1369: other_group("tp"),
            505: other_group("tp"), 43: other_group("tp"), 38: CUT, 75: CUT, 121: CUT, 65: CUT,
            86: WRONG_SCORE, 109: WRONG_SCORE, 79: FILTERED, 94: one_sex("tp"), 9: one_sex("tp"),
            318: another_case("tp"), 87: another_case("tp"), 129: another_case("tp"),
            405: condition_missing("tp"), 190: condition_missing("tp"),
            447: condition_missing("tp"), 232: condition_missing("tp"),
            637: condition_missing("tp"), 0: NOBODY,
        }, otherwise=wrong_count("tp"))  # fmt: skip


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
            0.21481,
            mistakes={
                0.13658: say(
                    "06-fpr-everybody",
                    "You divided the right count by all people. To whom could this error have happened?",
                ),
                0.02195: all_groups("fpr"),
                0.19463: say(
                    "06-fpr-not-marked",
                    "You divided by the people who had not been marked. The rate starts from "
                    "those who were not charged again.",
                ),
                0.33909: all_errors("fpr"),
                0.16940: mean_of_sexes("fpr"),
                0.45789: say(
                    "06-fpr-flagged",
                    "You asked how often a mark is wrong; the rate asks how often a person who "
                    "was not charged again is marked.",
                ),
                0.54211: say(
                    "06-ppv-for-fpr",
                    "That says how often a mark proved right. The rate starts from those who were "
                    "not charged again.",
                ),
                0.55603: SWAPPED,
                0.27358: say(
                    "06-fpr-odds", "You divided one case by the other: divide it by both together."
                ),
                0.40278: say(
                    "06-fpr-of-errors",
                    "You asked which kind of error is more frequent. The whole is a group of "
                    "people, not the errors.",
                ),
                0.28859: ARGUMENTS,
                0.32349: whole_set("fpr"),
                0.44847: other_group("fpr"),
                0.23454: other_group("fpr"),
                0.07160: CUT,
                0.15556: CUT,
                0.18519: WRONG_SCORE,
                0.20663: WRONG_SCORE,
                0.19375: FILTERED,
                0.78519: say(
                    "06-specificity",
                    "That is the share of the people not charged again who were rightly not marked.",
                ),
                0: nought("fpr"),
                4.65517: upside_down("fpr"),
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
            0.55603,
            mistakes={
                0.20251: say(
                    "06-fnr-everybody",
                    "You divided the right count by all people. Whom could the score have missed?",
                ),
                0.03968: all_groups("fnr"),
                0.28859: say(
                    "06-fnr-spared",
                    "You divided by all who were not marked. The rate starts from those who "
                    "were charged again.",
                ),
                0.67895: say(
                    "06-fnr-marked",
                    "You divided by the people who had been marked. The rate starts from those "
                    "who were charged again.",
                ),
                0.33909: all_errors("fnr"),
                0.62746: mean_of_sexes("fnr"),
                0.59722: say(
                    "06-fnr-of-errors",
                    "You asked which kind of error is more frequent. The whole is the people "
                    "charged again, not the errors.",
                ),
                0.71141: say(
                    "06-fnr-right-spared",
                    "That says how often it proved right to leave a person unmarked. The rate "
                    "starts from those who were charged again.",
                ),
                0.21481: SWAPPED,
                1.25243: say(
                    "06-fnr-odds", "You divided one case by the other: divide it by both together."
                ),
                0.45789: ARGUMENTS,
                0.37404: whole_set("fnr"),
                0.27985: other_group("fnr"),
                0.47723: other_group("fnr"),
                0.83621: CUT,
                0.67672: CUT,
                0.62931: WRONG_SCORE,
                0.55510: WRONG_SCORE,
                0.58201: FILTERED,
                0.44397: say(
                    "06-recall-for-fnr",
                    "That is the share of people charged again whom the score did find.",
                ),
                0: nought("fnr"),
                1.79845: upside_down("fnr"),
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
            0.44847,
            mistakes={
                0.34954: ARGUMENTS,
                0.27985: SWAPPED,
                0.55153: rightly("false_positive_rate"),
                0.72015: say(
                    "06-frame-other-outcome",
                    "Under `false_positive_rate` is a share of the people who *were* charged "
                    "again. Is 1 in `y_true` a new charge, and is it the right function?",
                ),
                0.37028: FLAGGED,
                0.62971: FLAGGED,
                0.15822: CUT,
                0.34318: CUT,
                0.33036: WRONG_SCORE,
                0.43916: WRONG_SCORE,
                0.42338: FILTERED,
                0.58820: say(
                    "06-frame-same",
                    "Two names lead to the same function: look at each pair in `metrics`.",
                ),
            },
            otherwise=frame_otherwise("false_positive_rate"),
        )
        expect.share(
            mean_of_labels(table, "false_positive_rate"),
            0.25122,
            otherwise=frame_rows("false_positive_rate"),
        )
    with part():
        expect.share(
            table.loc["African-American", "false_negative_rate"],
            0.27985,
            mistakes={
                0.37029: ARGUMENTS,
                0.44847: SWAPPED,
                0.72015: rightly("false_negative_rate"),
                0.55153: say(
                    "06-frame-other-outcome-fnr",
                    "Under `false_negative_rate` is a share of the people who were *not* charged "
                    "again. Is 1 in `y_true` a new charge, and is it the right function?",
                ),
                0.61021: CUT,
                0.37244: CUT,
                0.44082: WRONG_SCORE,
                0.29028: WRONG_SCORE,
                0.28477: FILTERED,
            },
            otherwise=frame_otherwise("false_negative_rate"),
        )
        expect.share(
            mean_of_labels(table, "false_negative_rate"),
            0.40386,
            otherwise=frame_rows("false_negative_rate"),
        )
    with part():
        expect.share(
            table.loc["African-American", "selection_rate"],
            0.58820,
            mistakes={
                0.51434: say(
                    "06-frame-base",
                    "Under `selection_rate` is the share of people who were charged again. It "
                    "should be the share who had been marked.",
                ),
                0.41180: TURNED,
                0.27733: CUT,
                0.48945: CUT,
                0.44805: WRONG_SCORE,
                0.57606: FILTERED,
            },
            otherwise=frame_otherwise("selection_rate"),
        )
        expect.share(
            mean_of_labels(table, "selection_rate"), 0.39345, otherwise=frame_rows("selection_rate")
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
        0.21393,
        mistakes={
            -0.21393: say(
                "06-gap-sign",
                "The size is right. The question is how much higher the first group's rate "
                "is: which one comes first?",
            ),
            0.22: ROUNDED_FIRST,
            -0.22: ROUNDED_FIRST,
            21: POINTS,
            22: POINTS,
            0.36151: TINY_GROUPS,
            0.57669: TINY_GROUPS,
            0.45712: TINY_GROUPS,
            0.52299: RATIO,
            1.91210: RATIO,
            0.91209: say(
                "06-gap-relative",
                "You measured the gap in parts of the White rate. The question is how far apart "
                "the two rates are.",
            ),
            0.12498: TO_OVERALL,
            0.11697: TO_OVERALL,
            0.08895: TO_OVERALL,
            0.22845: say(
                "06-gap-to-rest",
                "You compared with all who are not Black. Which two groups should be compared?",
            ),
            0.23365: OTHER_PAIR,
            0.30093: OTHER_PAIR,
            0.00313: OTHER_PAIR,
            0.44847: ONE_RATE,
            0.23454: ONE_RATE,
            0.19737: FNR_GAP,
            -0.19737: FNR_GAP,
            0.20565: say(
                "06-gap-mean",
                "This is the mean of the gaps in both error rates. Only one of the two is asked.",
            ),
            0.24020: say(
                "06-gap-selection",
                "This is the gap in the selection rate: how many were marked, not how many "
                "were wrongly marked.",
            ),
            0.03838: say(
                "06-gap-precision",
                "This is the gap in precision: it starts from the people marked.",
            ),
            0.07559: say(
                "06-gap-everybody",
                "You divided by all people of each group. The rate starts from those who were "
                "not charged again.",
            ),
            0.10378: CUT,
            0.19600: CUT,
            0.17512: WRONG_SCORE,
            0.20753: WRONG_SCORE,
            0.20324: FILTERED,
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
        right="native-american",
        wrong={
            "black": say(
                "06-smallest-black",
                "This rate rests on more people than any other: its interval is narrow.",
            ),
            "white": say(
                "06-smallest-white",
                "This rate rests on well over a thousand people: its interval is narrow.",
            ),
            "hispanic": say(
                "06-smallest-hispanic",
                "This rate rests on about four hundred people: its interval is about eight "
                "points wide. Others are far wider.",
            ),
            "other": say(
                "06-smallest-other",
                "This rate rests on more than two hundred people of many origins. Others rest on "
                "far fewer.",
            ),
            "asian": say(
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
        right="repeated-draws",
        wrong={
            "people-inside": say(
                "06-ci-people",
                "A single person has no rate: the person was marked or was not. The "
                "interval is about the rate of the group.",
            ),
            "certain": say(
                "06-ci-certain",
                "About 5 in 100 intervals made in this way miss the true rate. Is anybody able to "
                "see whether this is one of them?",
            ),
            "no-bias": say(
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
    # Of each group in each part, how many wait at home and how many there are.
    file = made_up(
        {
            ("north", "a"): (22, 50), ("north", "b"): (9, 45), ("north", "c"): (57, 75),
            ("south", "a"): (31, 60), ("south", "b"): (14, 40), ("south", "c"): (8, 50),
        }
    )  # fmt: skip
    found = ratios(function, file)
    if isinstance(found, float):
        # No single number is right: the expected one is out of reach of a ratio.
        expect.close(
            found,
            -9,
            mistakes={
                0.52036: say(
                    "06-within-whole",
                    "This is the ratio in the whole file. Keep its parts apart with "
                    "`control_features`.",
                ),
                0.68258: say(
                    "06-within-parts",
                    "You compared the parts with one another. Compare the groups, within each part.",
                ),
                0.26316: say(
                    "06-within-lowest",
                    "This is the lowest ratio only. Return one for each part.",
                ),
                0.21053: say(
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
        0.26316,
        mistakes={
            0.3: WITHIN_MARKED,
            3.33333: WITHIN_MARKED,
            3.8: say(
                "06-within-inverted",
                "You divided the highest share by the lowest. The lowest comes first, so that no "
                "ratio is above 1.",
            ),
            0.56: WITHIN_DIFFERENCE,
            0.31765: WITHIN_DIFFERENCE,
            0.38636: say(
                "06-within-to-overall",
                "You compared a group with everybody in its part. Compare the groups with one "
                "another: the lowest share and the highest.",
            ),
            0.2: WITHIN_ONE_SHARE,
            0.76: WITHIN_ONE_SHARE,
            0.51765: WITHIN_ONE_SHARE,
            0.15789: say(
                "06-within-counts",
                "You compared numbers of people, and the groups are of unequal size: compare shares.",
            ),
            0.57895: WITHIN_PLACES,
            1.72727: WITHIN_PLACES,
            2.2: WITHIN_PLACES,
            0.45455: WITHIN_PLACES,
            0.07895: say(
                "06-within-odds",
                "In each group you divided those at home by those marked: divide them by all.",
            ),
            1: say(
                "06-within-other-rate",
                "All groups come out alike, because your measure asks only about those who wait at "
                "home. The selection rate asks about all people.",
            ),
            0.42857: WITHIN_MEAN,
            0.61404: WITHIN_MEAN,
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
        0.30968,
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
    # In no order: every 37th person, again and again. The number of people is no multiple of 37.
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
        # MetricFrame gives a table where the measure has a name.
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
            right="predictive-value",
            wrong={
                "selection-rate": say(
                    "06-claim-selection",
                    "The selection rate starts from all people. Whom does the sentence start from?",
                ),
                "true-positive-rate": say(
                    "06-claim-recall",
                    "That rate starts from those charged again, and asks who had been flagged. "
                    "The sentence goes the other way.",
                ),
                "false-positive-rate": say(
                    "06-claim-fpr",
                    "That rate starts from those not charged again. They do not occur in the "
                    "sentence.",
                ),
            },
        )
    with part():
        expect.choice(
            follows,
            right="errors-may-differ",
            wrong={
                "follows": say(
                    "06-calibrated-fair",
                    "Can a flag mean the same in both groups, while wrong flags are more frequent in "
                    "one of them?",
                ),
                "follows-if-accurate": say(
                    "06-error-rate-only",
                    "Two groups can have equally many errors. Are they of the same kind?",
                ),
                "must-be-false": say(
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
        0.51429,
        mistakes={
            2.8: say(
                "06-forced-base",
                "The first factor is upside down: divide the base rate by one minus the base rate.",
            ),
            0.22857: say(
                "06-forced-ppv",
                "The second factor is upside down: divide one minus precision by precision.",
            ),
            0.12857: say(
                "06-forced-fnr",
                "The last factor is one minus the false negative rate: the share that the score did find.",
            ),
            0.77143: say(
                "06-forced-fnr-plus",
                "In the last factor the false negative rate is subtracted from 1, not added.",
            ),
            0.64286: say(
                "06-forced-no-fnr", "The last factor is missing: one minus the false negative rate."
            ),
            0.36: say(
                "06-forced-odds",
                "The base rate is not divided by one minus itself: look at the first factor.",
            ),
            0.84: say(
                "06-forced-other-base",
                "In the first factor, divide the base rate by one minus the base rate.",
            ),
            1.2: say("06-forced-no-base", "The first factor, with the base rate, is missing."),
            0.34286: say(
                "06-forced-no-ppv", "The second factor, with precision, is missing or cancels out."
            ),
            0.20571: say(
                "06-forced-precision", "In the second factor, the division by precision is missing."
            ),
            0.85714: say(
                "06-forced-precision-top",
                "In the second factor, one minus precision is missing: only the division is there.",
            ),
            0.48571: say(
                "06-forced-complement",
                "This is one minus the false positive rate: leave out that last step.",
            ),
            51.42857: say(
                "06-forced-percent", "This is in per cent: return a share between 0 and 1."
            ),
            1.02857: say(
                "06-forced-exchange", "Precision and the false negative rate have changed places."
            ),
            1.24444: FORCED_ORDER,
            0.2625: FORCED_ORDER,
            1.86667: FORCED_ORDER,
            0.35: FORCED_ORDER,
            0.5: say(
                "06-forced-rounded",
                "With 0.3, 0.4 and 0.2 your function returns 0.5. If it rounds, leave that out.",
            ),
            -0.06: BRACKETS,
            -0.37143: BRACKETS,
            0.44286: BRACKETS,
            -1.2: BRACKETS,
            -0.8: BRACKETS,
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
            right="false-positive",
            wrong={
                "false-negative": say(
                    "06-harm-negative",
                    "That error lets somebody go who is then charged again. The question is "
                    "about the person locked up.",
                ),
                "unequal-selection": say(
                    "06-parity-is-fairness",
                    "Marking one group more often is a difference, not yet an error about a "
                    "person.",
                ),
                "miscalibration": say(
                    "06-harm-calibration",
                    "That is about what a score means for many people. The question is about an "
                    "error that affects one person.",
                ),
            },
        )
    with part():
        expect.choice(
            who,
            right="public-body-in-advance",
            wrong={
                "vendor": say(
                    "06-decides-vendor",
                    "The vendor knows the tool, and also sells it. Who is accountable to the "
                    "public?",
                ),
                "all-agree": say(
                    "06-decides-all",
                    "Any one of them can then put off the decision for ever, and the vendor sells the "
                    "score. Who is accountable to the public?",
                ),
                "judge-each-case": say(
                    "06-decides-judge",
                    "A judge decides about the person. If each chose another criterion after "
                    "seeing the score, two equal cases would be measured differently.",
                ),
            },
        )
