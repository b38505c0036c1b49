"""What each exercise of module 06 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
CUT = say(
    "06-cut",
    "Which scores did the journalists count as higher risk? Look at every value"
    " of `score_text`, and at where the line between them runs.",
)
WRONG_SCORE = say(
    "06-wrong-score",
    "Two columns have similar names: one score is about violence, and one "
    "outcome has no limit of two years. Use `score_text` and `two_year_recid`.",
)
FILTERED = say("06-filtered", "Count your rows: the published table has more people.")
TURNED = say(
    "06-turned-round",
    "True and false seem to have changed places: which people does your column mark?",
)
WHOLE_SET = say(
    "06-whole-set", "This is the figure for everybody: keep only the group that is asked."
)
OTHER_GROUP = say("06-other-group", "This is the figure for another group.")
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
    "This is the gap over all six labels. How many people stand behind each of "
    "the two rates in it?",
)
RATIO = say("06-difference-ratio", "You computed how many times. The question is how far apart.")
TO_OVERALL = say(
    "06-to-overall", "You compared with everybody. Which two numbers should be compared?"
)
FNR_GAP = say("06-gap-fnr", "This is the gap in the false negative rate.")
BRACKETS = say(
    "06-forced-brackets",
    "Python divides and multiplies before it subtracts: put each “one minus” in brackets.",
)
ANOTHER_CASE = say(
    "06-another-case",
    "This is the count of another of the four cases: the second word of the "
    "name says how the person was marked, the first whether that proved right.",
)


# Self-checks of the lesson.


@exercise(
    "quick-outcome",
    hints=[
        say(
            "06-hint-outcome-1",
            "Read again what stands in the file: something that an office wrote down.",
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
    expect.close(
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
            0.20579: say(
                "06-precision-everybody",
                "You divided by all White defendants. The question is about those marked.",
            ),
            0.62971: OTHER_GROUP,
            0.61350: WHOLE_SET,
            1.44699: say(
                "06-precision-odds",
                "You divided one case by the other: divide it by both together.",
            ),
        },
    )


@exercise(
    "quick-gap",
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
    hints=[
        say(
            "06-hint-both-1",
            "Look at the formula: with unequal base rates, what must its last two "
            "factors do so that the result is the same in both groups?",
        )
    ],
)
def quick_both(key):
    expect.choice(
        key,
        right="no-errors",
        wrong={
            "more-data": say(
                "06-both-data",
                "More cases make the numbers more certain. Do they change the formula?",
            ),
            "without-race": say(
                "06-both-race",
                "The formula does not ask what the model knows. It holds for every score.",
            ),
            "better-model": say(
                "06-both",
                "Fewer errors make the gap smaller. Fix two of the numbers and see what is "
                "left for the third.",
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
    ],
)
def high_risk(column):
    expect.length(
        column,
        7214,
        say(
            "06-one-each",
            "One true or false is asked for each of the 7,214 people: a column as long "
            "as the table, not a count and not a part of it.",
        ),
    )
    expect.true(
        getattr(column, "ndim", 1) == 1,
        say("06-one-column", "This is a whole table: one column of true and false is asked."),
    )
    marks = list(column)
    expect.true(
        all(mark in (True, False) for mark in marks),
        say(
            "06-true-false",
            "The values should be true and false themselves, not text and not scores.",
        ),
    )
    expect.count(
        sum(map(int, marks)),
        3317,
        mistakes={
            1403: CUT,
            1914: CUT,
            2636: CUT,
            3897: TURNED,
            5811: TURNED,
            2453: WRONG_SCORE,
            7214: say(
                "06-all-marked", "Now everybody is marked: the condition is true for every person."
            ),
            0: say(
                "06-nobody-marked",
                "Now nobody is marked: compare the spelling with the values in the table, "
                "capitals included.",
            ),
        },
    )


@exercise(
    "confusion-counts",
    points=2,
    hints=[
        say(
            "06-hint-counts-1",
            "Three conditions meet in each count: the group, what happened, and the mark.",
        ),
        say(
            "06-hint-counts-2",
            "Put each condition in brackets and join them with `&`; `~` turns a column "
            "of true and false round. `.sum()` counts the true ones.",
        ),
        say(
            "06-hint-counts-3",
            "Your four counts together must give the number of Hispanic defendants in the "
            "first table of the lesson.",
        ),
    ],
)
def confusion_counts(tn, fp, fn, tp):
    with part():
        expect.count(tn, 318, mistakes={
            2681: WHOLE_SET, 990: OTHER_GROUP, 1139: OTHER_GROUP, 376: CUT, 342: CUT, 347: CUT,
            330: WRONG_SCORE, 311: WRONG_SCORE, 258: FILTERED, 87: ANOTHER_CASE,
            129: ANOTHER_CASE, 103: ANOTHER_CASE,
        })  # fmt: skip
    with part():
        expect.count(fp, 87, mistakes={
            1282: WHOLE_SET, 805: OTHER_GROUP, 349: OTHER_GROUP, 29: CUT, 63: CUT, 58: CUT,
            75: WRONG_SCORE, 81: WRONG_SCORE, 62: FILTERED, 318: ANOTHER_CASE, 129: ANOTHER_CASE,
            103: ANOTHER_CASE,
        })  # fmt: skip
    with part():
        expect.count(fn, 129, mistakes={
            1216: WHOLE_SET, 532: OTHER_GROUP, 461: OTHER_GROUP, 194: CUT, 157: CUT, 167: CUT,
            146: WRONG_SCORE, 136: WRONG_SCORE, 110: FILTERED, 318: ANOTHER_CASE,
            87: ANOTHER_CASE, 103: ANOTHER_CASE,
        })  # fmt: skip
    with part():
        expect.count(tp, 103, mistakes={
            2035: WHOLE_SET, 1369: OTHER_GROUP, 505: OTHER_GROUP, 38: CUT, 75: CUT, 65: CUT,
            86: WRONG_SCORE, 109: WRONG_SCORE, 79: FILTERED, 318: ANOTHER_CASE, 87: ANOTHER_CASE,
            129: ANOTHER_CASE,
        })  # fmt: skip


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
        say("06-hint-rates-3", "Mind the brackets: without them, Python divides before it adds."),
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
                    "The number on top of the fraction is right; who could have been a false positive at"
                    " all?",
                ),
                0.45789: say(
                    "06-fpr-flagged",
                    "You asked how often a mark is wrong; the rate asks how often a person who "
                    "was not charged again is marked.",
                ),
                0.54211: say(
                    "06-ppv-for-fpr",
                    "That says how often a mark proved right; look at those whom it should have"
                    " spared.",
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
                0.32349: WHOLE_SET,
                0.44847: OTHER_GROUP,
                0.23454: OTHER_GROUP,
                0.07160: CUT,
                0.15556: CUT,
                0.18519: WRONG_SCORE,
                0.20663: WRONG_SCORE,
                0.19375: FILTERED,
                0.78519: say(
                    "06-specificity", "That is the share of people who were rightly spared."
                ),
            },
        )
    with part():
        expect.close(
            fnr,
            0.55603,
            mistakes={
                0.20251: say(
                    "06-fnr-everybody",
                    "The number on top of the fraction is right; who could have been missed at all?",
                ),
                0.28859: say(
                    "06-fnr-spared",
                    "You divided by all who were not marked. The rate starts from those who "
                    "were charged again.",
                ),
                0.21481: SWAPPED,
                1.25243: say(
                    "06-fnr-odds", "You divided one case by the other: divide it by both together."
                ),
                0.45789: ARGUMENTS,
                0.37404: WHOLE_SET,
                0.27985: OTHER_GROUP,
                0.47723: OTHER_GROUP,
                0.83621: CUT,
                0.67672: CUT,
                0.62931: WRONG_SCORE,
                0.55510: WRONG_SCORE,
                0.58201: FILTERED,
                0.44397: say(
                    "06-recall-for-fnr",
                    "That is the share of people charged again whom the score did find.",
                ),
            },
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
        say("06-hint-frame-3", "`y_true` is what happened, `y_pred` what the score said."),
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
    expect.table(table, ["selection_rate", "false_positive_rate", "false_negative_rate"])
    labels = list(table.index)
    expect.true(
        "Female" not in labels,
        say("06-frame-by-sex", "This frame is by sex; the exercise asks for race."),
    )
    expect.true(
        "African-American" in labels,
        say(
            "06-frame-groups",
            "The rows should be the six labels of the column `race`, as they stand in "
            "the table, and nothing else.",
        ),
    )
    with part():
        expect.close(
            table.loc["African-American", "selection_rate"],
            0.58820,
            mistakes={
                0.51434: ARGUMENTS,
                0.41180: TURNED,
                0.27733: CUT,
                0.48945: CUT,
                0.44805: WRONG_SCORE,
            },
        )
    with part():
        expect.close(
            table.loc["African-American", "false_positive_rate"],
            0.44847,
            mistakes={
                0.34954: ARGUMENTS,
                0.27985: SWAPPED,
                0.55153: TURNED,
                0.15822: CUT,
                0.34318: CUT,
                0.33036: WRONG_SCORE,
                0.43916: WRONG_SCORE,
                0.58820: say(
                    "06-frame-same",
                    "Two names lead to the same function: look at each pair in `metrics`.",
                ),
            },
        )
    with part():
        expect.close(
            table.loc["African-American", "false_negative_rate"],
            0.27985,
            mistakes={
                0.37028: ARGUMENTS,
                0.44847: SWAPPED,
                0.72015: TURNED,
                0.61021: CUT,
                0.37244: CUT,
                0.44082: WRONG_SCORE,
                0.29028: WRONG_SCORE,
            },
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
            0.36151: TINY_GROUPS,
            0.57669: TINY_GROUPS,
            0.45712: TINY_GROUPS,
            0.52299: RATIO,
            1.91210: RATIO,
            0.12498: TO_OVERALL,
            0.11697: TO_OVERALL,
            0.08895: TO_OVERALL,
            0.19737: FNR_GAP,
            -0.19737: FNR_GAP,
            0.24020: say(
                "06-gap-selection",
                "This is the gap in the selection rate: how many were marked, not how many "
                "were wrongly marked.",
            ),
        },
    )


@exercise(
    "smallest-group",
    points=1,
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
                "More people stand behind this rate than behind any other: its interval is narrow.",
            ),
            "white": say(
                "06-smallest-white",
                "Well over a thousand people stand behind this rate: its interval is narrow.",
            ),
            "hispanic": say(
                "06-smallest-hispanic",
                "About four hundred people stand behind this rate: its interval is about eight "
                "points wide. Others are far wider.",
            ),
            "other": say(
                "06-smallest-other",
                "More than two hundred people of many origins stand behind this rate. Behind "
                "others stand far fewer.",
            ),
            "asian": say(
                "06-smallest-asian",
                "Few people stand behind this rate, and you would be right to hesitate. "
                "Behind another one stand fewer still.",
            ),
        },
    )


@exercise(
    "interval-meaning",
    points=1,
    hints=[
        say(
            "06-hint-interval-1",
            "What would change if you drew the group again: the true rate, or the interval?",
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
            "sure-of-this-one": say(
                "06-ci-meaning",
                "What would change if you drew the group again: the true rate, or this "
                "range? The 95% belong to the way of making ranges, not to one of them.",
            ),
            "no-bias": say(
                "06-ci-bias",
                "The interval says how much chance moves the rate. It does not say whether "
                "the rate is acceptable.",
            ),
        },
    )


@exercise(
    "bootstrap-interval",
    points=1,
    hidden=True,
    hints=[
        say(
            "06-hint-boot-1",
            "Make one source of chance from the seed, before the loop: "
            "`np.random.default_rng(seed)`.",
        ),
        say(
            "06-hint-boot-2",
            "Its method `choice` draws from the values; say how many with `size`, and "
            "leave them free to come twice.",
        ),
        say(
            "06-hint-boot-3",
            "Collect the means in a list. `np.percentile` takes the list and the two "
            "percentiles, from 0 to 100.",
        ),
    ],
)
def bootstrap_interval(function):
    # 400 people, one in four marked: the interval is about 8.5 points wide.
    values = pd.Series([1, 0, 0, 0] * 100)
    pair = expect.call(function, values, draws=4000, seed=1)
    expect.length(
        pair, 2, say("06-boot-pair", "Two numbers are asked, first the low end, then the high one.")
    )
    low, high = pair
    expect.share(low)
    expect.share(high)
    expect.true(low <= high, say("06-boot-order", "The low end comes first, then the high one."))
    # Few draws: with many, the ends of unlike runs often fall on the same value.
    same = [tuple(expect.call(function, values, draws=50, seed=2)) for _ in range(4)]
    expect.true(
        len(set(same)) == 1,
        say(
            "06-boot-seed",
            "Two calls with the same seed give different results: make the source of "
            "chance from `seed`, inside the function.",
        ),
    )
    expect.true(
        high > low or abs(low - 0.25) > 1e-9,
        say(
            "06-boot-replacement",
            "Every draw has the same mean as the group: each draw must be free to take "
            "a person twice.",
        ),
    )
    expect.true(
        high > low,
        say(
            "06-boot-reseeded",
            "All draws are the same: the source of chance begins anew in each round of the loop.",
        ),
    )
    expect.true(
        high - low < 0.9,
        say(
            "06-boot-values",
            "The ends are those of single people. Take the mean of each draw, then the "
            "percentiles of the means.",
        ),
    )
    expect.true(
        high - low < 0.097,
        say(
            "06-bootstrap",
            "The interval is too wide: each draw must be as large as the group, and the"
            " percentiles leave 2.5% on either side.",
        ),
    )
    expect.true(
        high - low > 0.0775,
        say(
            "06-boot-narrow",
            "The interval is too narrow: each draw must be as large as the group, no "
            "larger, and only 2.5% are left out on either side.",
        ),
    )
    expect.true(
        low < 0.25 < high,
        say(
            "06-boot-bounds",
            "The mean of the group itself lies outside: look at what is drawn and what "
            "is averaged.",
        ),
    )
    others = [tuple(expect.call(function, values, draws=50, seed=seed)) for seed in (3, 4, 5)]
    expect.true(
        set(others) != set(same),
        say(
            "06-boot-same-seed",
            "Another seed should give other draws: does your function use `seed`, or a "
            "number of its own?",
        ),
    )


@exercise(
    "claim-quantity",
    points=2,
    hints=[
        say("06-hint-claim-1", "“Of those we flag”: the words after “of” say who is the whole."),
        say(
            "06-hint-claim-2",
            "For the second question, think of section 5 of the lesson: the lines lay "
            "close together, and yet the dots of section 2 differed.",
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
                    "Can the same flag mean the same thing while the mistakes fall on different"
                    " people?",
                ),
                "follows-if-accurate": say(
                    "06-error-rate-only", "Two groups can have as many mistakes, but of which kind?"
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
    hints=[
        say("06-hint-forced-1", "Write the three factors one after the other, joined by `*`."),
        say("06-hint-forced-2", "Each “one minus” needs brackets of its own: `(1 - ppv)`."),
    ],
)
def forced_fpr(function):
    found = expect.call(function, 0.3, 0.6, 0.2)
    expect.close(
        found,
        0.22857,
        mistakes={
            1.24444: say(
                "06-forced-base",
                "The first factor stands on its head: the base rate is above the line.",
            ),
            0.51429: say(
                "06-forced-ppv",
                "The second factor stands on its head: precision itself is below the line.",
            ),
            0.05714: say(
                "06-forced-fnr",
                "The last factor is one minus the false negative rate: those whom the score"
                " did find.",
            ),
            0.16: say(
                "06-forced-odds",
                "The base rate is not divided by one minus itself: look at the first factor.",
            ),
            0.13714: say(
                "06-forced-precision", "Precision is missing below the line of the second factor."
            ),
            0.14: BRACKETS,
            -0.3: BRACKETS,
        },
    )


@exercise(
    "which-harm",
    points=2,
    hints=[
        say(
            "06-hint-harm-1",
            "Think of one person who would have stayed out of trouble. What did the "
            "score say, so that this person is now in jail?",
        ),
        say(
            "06-hint-harm-2",
            "For the second question: whoever decides must be able to answer for it, "
            "and must not know yet whom it will hit.",
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
                    "That tells what a score means over many people. The question is about an "
                    "error that hits one.",
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
                    "The vendor knows the tool, and also sells it. Who has to answer to the "
                    "public?",
                ),
                "data-scientist": say(
                    "06-decides-analyst",
                    "A library can compute every measure. Which harm counts is not in the library.",
                ),
                "judge-each-case": say(
                    "06-decides-judge",
                    "A judge decides about the person. If each chose another criterion after "
                    "seeing the score, two equal cases would be measured differently.",
                ),
            },
        )
