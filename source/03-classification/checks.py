"""What each exercise of module 03 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
WHOLE_SET = say(
    "03-whole-set", "This is the figure for women and men together: keep only the women."
)
OTHER_GROUP = say("03-other-group", "This is the figure for men.")
LEARNED = say(
    "03-train-score",
    "Has the model met these people before? Use `test`, not `learn` and not everybody.",
)
MATRIX_ORDER = say(
    "03-matrix-order",
    "This is the count of another of the four cases: the second word of the name says whether "
    "the person was contacted, the first whether that was right.",
)
ERROR_RATE = say("03-error-rate", "This is an error rate. Read once more whom you divide by.")
PRECISION_RECALL = say(
    "03-precision-recall",
    "Start from the people you are dividing by: those contacted, or those eligible? The two "
    "shares have changed places.",
)
ACCURACY = say(
    "03-accuracy-for-share",
    "This is accuracy: it counts the people who were rightly left alone as well.",
)
AVERAGE = say(
    "03-average", "This averages over both answers. The question is only about “eligible”."
)
OTHER_CLASS = say(
    "03-other-class", "This is the figure for people who are not eligible: turn the question round."
)
ODDS = say("03-odds", "You divided one case by another: divide it by both together.")
EVERYBODY = say(
    "03-everybody",
    "You divided by all women. Which of them does the question start from?",
)
COST_INVERTED = say(
    "03-cost-inverted",
    "If missing somebody is dear, should the bar be high or low? Yours stands on the wrong side.",
)
COST_RATIO = say(
    "03-cost-ratio",
    "You divided one cost by the other: below the line stand both costs together.",
)
HALF = say("03-half-by-habit", "Where does 0.5 come from in this office? Use its costs.")


# Self-checks of the lesson.


@exercise(
    "quick-new-people",
    hints=[
        say(
            "03-hint-new-people-1",
            "Look at the bars of the decision tree: which of its two figures was near 98%?",
        )
    ],
)
def quick_new_people(key):
    expect.choice(
        key,
        right="new-people",
        wrong={
            "more-records": say(
                "03-quick-more-records",
                "If the model learned from these records, more of them only show how well it "
                "remembers.",
            ),
            "nothing": say(
                "03-accuracy-alone",
                "What would a rule that says “no” to everybody reach on the same records?",
            ),
            "other-vendor": say(
                "03-quick-other-vendor",
                "Other records, other people: the two figures cannot be compared.",
            ),
        },
    )


@exercise(
    "quick-recall",
    hints=[
        say("03-hint-quick-recall-1", "Recall starts from all who are eligible."),
        say(
            "03-hint-quick-recall-2",
            "On top of the fraction stand those who are eligible and were contacted.",
        ),
    ],
)
def quick_recall(share):
    expect.close(
        share,
        0.15757,
        mistakes={
            0.96038: say(
                "03-quick-precision",
                "You divided by those contacted. Recall starts from those eligible.",
            ),
            0.16407: say(
                "03-quick-contacted",
                "You counted everybody who was contacted. Who of them is eligible?",
            ),
            0.03722: say(
                "03-quick-everybody",
                "You divided by everybody in the register. Recall starts from those eligible.",
            ),
            0.03876: say(
                "03-quick-contacted-share",
                "This is the share of all people who are contacted. Eligibility does not occur "
                "in it.",
            ),
            0.58866: say(
                "03-quick-half", "This is the recall with the threshold 0.5. Use the new counts."
            ),
        },
    )


@exercise(
    "quick-cost",
    hints=[
        say(
            "03-hint-quick-cost-1",
            "Take 1 for a call in vain and 19 for a missed person, and use the formula.",
        )
    ],
)
def quick_cost(threshold):
    expect.close(
        threshold,
        0.05,
        mistakes={0.95: COST_INVERTED, 0.05263: COST_RATIO, 0.5: HALF},
    )


@exercise(
    "quick-chance",
    hints=[
        say(
            "03-hint-chance-1",
            "How wide were the intervals of the last figure, and how far apart are these two?",
        )
    ],
)
def quick_chance(key):
    expect.choice(
        key,
        right="within-chance",
        wrong={
            "vendor-better": say(
                "03-chance-better",
                "Compare the gap with the standard error of one figure, about 0.3 points.",
            ),
            "equal": say(
                "03-chance-equal",
                "That you cannot tell two figures apart does not prove that they are the same.",
            ),
            "wrong-data": say(
                "03-chance-wrong",
                "Other people give another figure, without anybody's mistake.",
            ),
        },
    )


# The assignment.


@exercise(
    "baseline",
    points=1,
    hints=[
        say("03-hint-baseline-1", 'Keep the women first: `test[test["sex"] == "Female"]`.'),
        say(
            "03-hint-baseline-2",
            "The rule is right for those who are not eligible. The mean of a column of true "
            "and false is the share of the true ones.",
        ),
    ],
)
def baseline(share):
    expect.share(
        share,
        0.891164,
        # With three digits the women of `learn` would pass for those of `test`.
        digits=4,
        mistakes={
            0.108836: say(
                "03-baseline-is-rate",
                "How often is the rule right, not how often is the answer yes?",
            ),
            0.763774: WHOLE_SET,
            0.700184: OTHER_GROUP,
            0.890539: LEARNED,
            0.890749: LEARNED,
            0.760718: LEARNED,
            0.925475: say(
                "03-baseline-is-model",
                "This is the accuracy of the model. The baseline does not ask the model.",
            ),
            0.296726: say(
                "03-baseline-wrong-whole",
                "You divided by women and men together: stay with the women, above and below "
                "the line of the fraction.",
            ),
        },
    )


@exercise(
    "scores",
    points=2,
    hints=[
        say(
            "03-hint-scores-1",
            "`model.predict_proba` takes `test[COLUMNS]` and gives a column for each answer.",
        ),
        say(
            "03-hint-scores-2",
            "`[:, 0]` takes the first column of all rows, `[:, 1]` the second. "
            "`model.classes_` says which is which.",
        ),
    ],
)
def scores(column):
    ndim = getattr(column, "ndim", 1)
    expect.true(
        ndim != 2,
        say(
            "03-both-columns",
            "These are the columns of both answers: take the one that belongs to “eligible”.",
        ),
    )
    found = list(column) if hasattr(column, "__len__") else []
    expect.true(len(found) not in (32561, 48842), LEARNED)
    expect.length(
        found,
        16281,
        say("03-one-each", "One score is asked for each of the 16,281 people in `test`."),
    )
    values = pd.to_numeric(pd.Series(found), errors="coerce")
    expect.true(
        values.notna().all(),
        say("03-scores-numbers", "Each score should be a number between 0 and 1."),
    )
    expect.true(
        not values.isin([0, 1]).all(),
        say(
            "03-predict-for-proba",
            "This is the model's yes or no. Ranking needs the scores behind the yes and no.",
        ),
    )
    expect.true(
        values.between(0, 1).all(),
        say(
            "03-other-scale",
            "Some of these lie outside 0 and 1: the model can give its scores on that scale.",
        ),
    )
    expect.close(
        values.mean(),
        0.23766,
        mistakes={
            0.76234: say(
                "03-column-zero",
                "To which answer does this column belong? The mean score should be near the "
                "share of eligible people.",
            ),
        },
        otherwise=say(
            "03-scores-otherwise",
            "These are not the model's scores for `test`: give it the columns in `COLUMNS`, and "
            "nothing else.",
        ),
    )
    # The order: the mean of the first hundred people tells a sorted column from the table's.
    expect.close(
        values.head(100).mean(),
        0.25638,
        otherwise=say(
            "03-scores-order",
            "The scores are right, their order is not: leave them in the order of the table.",
        ),
    )


@exercise(
    "four-cases",
    points=2,
    hints=[
        say(
            "03-hint-cases-1",
            "Three conditions meet in each count: a woman, eligible or not, contacted or not.",
        ),
        say(
            "03-hint-cases-2",
            "Put each condition in brackets and join them with `&`; `~` turns a column of true "
            "and false round. `.sum()` counts the true ones.",
        ),
        say(
            "03-hint-cases-3",
            "Your four counts together must give the number of women in `test`.",
        ),
    ],
)
def four_cases(tn, fp, fn, tp):
    with part():
        expect.count(tn, 4754, mistakes={
            11591: WHOLE_SET, 6837: OTHER_GROUP, 9431: LEARNED, 77: MATRIX_ORDER,
            327: MATRIX_ORDER, 263: MATRIX_ORDER,
        })  # fmt: skip
    with part():
        expect.count(fp, 77, mistakes={
            844: WHOLE_SET, 767: OTHER_GROUP, 161: LEARNED, 4754: MATRIX_ORDER,
            327: MATRIX_ORDER, 263: MATRIX_ORDER,
        })  # fmt: skip
    with part():
        expect.count(fn, 327, mistakes={
            1582: WHOLE_SET, 1255: OTHER_GROUP, 639: LEARNED, 4754: MATRIX_ORDER,
            77: MATRIX_ORDER, 263: MATRIX_ORDER,
        })  # fmt: skip
    with part():
        expect.count(tp, 263, mistakes={
            2264: WHOLE_SET, 2001: OTHER_GROUP, 540: LEARNED, 4754: MATRIX_ORDER,
            77: MATRIX_ORDER, 327: MATRIX_ORDER,
        })  # fmt: skip


@exercise(
    "precision-recall",
    points=2,
    hints=[
        say("03-hint-pr-1", "Both have the same count on top: eligible and contacted."),
        say(
            "03-hint-pr-2",
            "Those contacted are two of the four counts together; those eligible are also two, but not the same two.",
        ),
        say("03-hint-pr-3", "Mind the brackets: without them, Python divides before it adds."),
    ],
)
def precision_recall(precision, recall):
    with part():
        expect.share(
            precision,
            0.77353,
            mistakes={
                0.44576: PRECISION_RECALL,
                0.72844: WHOLE_SET,
                0.72290: OTHER_GROUP,
                0.92548: ACCURACY,
                0.85459: AVERAGE,
                0.91800: AVERAGE,
                0.93564: OTHER_CLASS,
                3.41558: ODDS,
                0.04851: EVERYBODY,
                0.01594: ERROR_RATE,
                0.56559: say(
                    "03-f1", "This is a mean of precision and recall. Each is asked for by itself."
                ),
            },
        )
    with part():
        expect.share(
            recall,
            0.44576,
            mistakes={
                0.77353: PRECISION_RECALL,
                0.58866: WHOLE_SET,
                0.61456: OTHER_GROUP,
                0.92548: ACCURACY,
                0.71491: AVERAGE,
                0.98406: OTHER_CLASS,
                0.80428: ODDS,
                0.04851: EVERYBODY,
                0.01594: ERROR_RATE,
            },
        )


@exercise(
    "accuracy-claim",
    points=1,
    hints=[
        say(
            "03-hint-claim-1",
            "By how many points does the model raise the accuracy of the baseline, for women and "
            "for men? Then look at the last column.",
        )
    ],
)
def accuracy_claim(key):
    expect.choice(
        key,
        right="compare-baseline",
        wrong={
            "agree": say(
                "03-claim-agree",
                "What accuracy does saying “no” to every woman reach, and to every man?",
            ),
            "too-few-women": say(
                "03-claim-few",
                "With some thousand people the figure moves by less than a point. The number is "
                "not the trouble.",
            ),
            "raise-men": say(
                "03-claim-equal",
                "Equal accuracy would still not say who is found. Read the last column of the "
                "table.",
            ),
        },
    )


@exercise(
    "rare",
    points=1,
    hints=[
        say(
            "03-hint-rare-1",
            "Of 10,000 people, how many are eligible, and how many of them are contacted? And how "
            "many of the many others?",
        ),
        say("03-hint-rare-2", "Then divide the first of the two groups by both together."),
    ],
)
def rare(key):
    expect.choice(
        key,
        right="about-8",
        wrong={
            "about-60": say(
                "03-inverse",
                "That is the share of the eligible who are contacted. Picture the 10,000 people "
                "and count both groups of contacted people.",
            ),
            "about-93": say(
                "03-rare-specificity",
                "That is the share of the not eligible who are left alone. Start from those "
                "contacted.",
            ),
            "about-1": say(
                "03-rare-base",
                "That is what chance would find. The model does better than chance: count both "
                "groups of contacted people.",
            ),
        },
    )


@exercise(
    "contact-first",
    points=2,
    hidden=True,
    hints=[
        say(
            "03-hint-first-1",
            '`np.argsort(-np.asarray(scores), kind="stable")` gives the places of the people, '
            "the highest score first.",
        ),
        say(
            "03-hint-first-2",
            "Begin with a column of false as long as the scores, and set the first `places` of "
            "that order to true.",
        ),
    ],
)
def contact_first(function):
    column = pd.Series([0.10, 0.90, 0.40, 0.70, 0.55])
    answer = expect.call(function, column, 2)
    expect.length(
        answer,
        5,
        say(
            "03-first-length",
            "One true or false is asked for each person, also for those who are not contacted.",
        ),
    )
    found = list(answer)
    expect.true(
        all(mark in (True, False) for mark in found),
        say("03-first-marks", "The values should be true and false, not scores and not places."),
    )
    marks = [bool(mark) for mark in found]
    expect.true(
        marks != [True, False, True, False, False],
        say(
            "03-threshold-reversed",
            "Look at the first two you would contact: are their scores high or low?",
        ),
    )
    expect.true(
        marks != [True, True, False, False, False],
        say("03-first-rows", "These are the first in the table. Sort before you cut."),
    )
    expect.true(
        sum(marks) == 2,
        say(
            "03-first-count",
            "With two places, another number of people is contacted: does the function use "
            "`places`?",
        ),
    )
    expect.true(
        marks == [False, True, False, True, False],
        say(
            "03-first-others",
            "The number is right, the people are not: is each mark at the place of its person?",
        ),
    )
    tie = [bool(mark) for mark in expect.call(function, pd.Series([0.5, 0.8, 0.8, 0.8, 0.2]), 2)]
    expect.true(
        sum(tie) <= 2,
        say(
            "03-first-ties",
            "Where scores are equal, more people pass than there are places: count them.",
        ),
    )
    expect.true(
        tie == [False, True, True, False, False],
        say(
            "03-first-ties-order",
            "Where scores are equal, whoever stands earlier in the column comes first.",
        ),
    )


@exercise(
    "cost-threshold",
    points=1,
    hints=[
        say(
            "03-hint-cost-1",
            "Above the line stands the cost of a visit in vain, below it both costs together.",
        )
    ],
)
def cost_threshold(threshold):
    expect.close(
        threshold,
        0.25,
        mistakes={
            0.75: COST_INVERTED,
            0.33333: COST_RATIO,
            3.0: COST_RATIO,
            0.5: HALF,
            0.16667: say(
                "03-cost-of-lesson", "This is the threshold of the lesson. Here the costs differ."
            ),
        },
    )


@exercise(
    "cost-of-habit",
    points=1,
    hints=[
        say("03-hint-habit-1", "Count the visits in vain and the missed people at 0.5."),
        say("03-hint-habit-2", "Each count has its own price: multiply, then add."),
    ],
)
def cost_of_habit(hours):
    expect.count(
        hours,
        16770,
        mistakes={
            12342: say(
                "03-hours-swapped",
                "The two prices have changed places: which of the two errors costs more?",
            ),
            2426: say("03-hours-unpriced", "You counted errors. Each has a price in hours."),
            8754: say(
                "03-hours-lesson", "These are the prices of the lesson. Here a visit costs more."
            ),
            13083: say(
                "03-hours-cheaper",
                "This is the cost at the threshold from costs. The office draws its line elsewhere.",
            ),
            3174: say("03-hours-women", "This is the cost for women. Everybody is asked for."),
            13596: say("03-hours-men", "This is the cost for men. Everybody is asked for."),
            2532: say("03-hours-in-vain", "Only the visits in vain are counted here."),
            14238: say("03-hours-missed", "Only the missed people are counted here."),
            9324: say(
                "03-hours-visits",
                "You priced every visit. A visit to an eligible person is not in vain.",
            ),
        },
    )


@exercise(
    "calibration",
    points=2,
    hints=[
        say("03-hint-calibration-1", "Both counts stand in the row of women."),
        say(
            "03-hint-calibration-2",
            "Compare your share with the mean score of the same people.",
        ),
    ],
)
def calibration(share, key):
    with part():
        expect.close(
            share,
            0.57522,
            mistakes={
                0.44752: say(
                    "03-calibration-score",
                    "This is the mean score: what was promised. Of the people who got it, how many "
                    "were eligible?",
                ),
                0.46539: OTHER_GROUP,
                0.48106: WHOLE_SET,
                0.11017: say(
                    "03-calibration-of-eligible",
                    "You divided by all eligible women. Start from the people in the band.",
                ),
                0.01199: say(
                    "03-calibration-of-women",
                    "You divided by all women. Start from the people in the band.",
                ),
                1.73846: say(
                    "03-calibration-turned",
                    "The fraction stands on its head: those eligible are a part of the band.",
                ),
                0.17060: say(
                    "03-calibration-of-band-eligible",
                    "You divided by the eligible of both rows. Stay in the row of women.",
                ),
            },
        )
    with part():
        expect.choice(
            key,
            right="score-too-low",
            wrong={
                "right-for-each": say(
                    "03-calibration-person",
                    "A score is about many people. A single woman is eligible or is not.",
                ),
                "accuracy-low": say(
                    "03-calibration-accuracy",
                    "Calibration asks of the people who got this score how many were eligible; "
                    "not how often a yes or no was right.",
                ),
                "calibrated": say(
                    "03-calibration-groups",
                    "Compare the two numbers in the row of women before you carry a finding over "
                    "all people to a part of them.",
                ),
            },
        )


@exercise(
    "stand-in",
    points=1,
    hints=[
        say(
            "03-hint-stand-in-1",
            "Imagine a perfect model: it knows for each person whether the income is above the "
            "line. Whom does it still not see?",
        ),
        say(
            "03-hint-stand-in-2",
            "For the second question: which column is missing from the table?",
        ),
    ],
)
def stand_in(overlooked, step):
    with part():
        expect.choice(
            overlooked,
            right="debts",
            wrong={
                "low-income": say(
                    "03-stand-in-low",
                    "A model of this column finds people with a low income. Who is in need and "
                    "not in this column?",
                ),
                "low-score": say(
                    "03-stand-in-score",
                    "They come first when the list is turned round. Who comes last, and may need "
                    "help all the same?",
                ),
                "young": say(
                    "03-stand-in-young",
                    "Look at the last figure of the lesson: where do they stand on the list that "
                    "is turned round?",
                ),
            },
        )
    with part():
        expect.choice(
            step,
            right="record-need",
            wrong={
                "more-accurate": say(
                    "03-stand-in",
                    "The model may be right about its column already. Is it the right column?",
                ),
                "lower-threshold": say(
                    "03-stand-in-threshold",
                    "A lower line calls more people in the same order. Is it the right order?",
                ),
                "same-accuracy": say(
                    "03-stand-in-equal",
                    "Equal accuracy about income is not equal help for tenants. What is being "
                    "predicted?",
                ),
            },
        )
