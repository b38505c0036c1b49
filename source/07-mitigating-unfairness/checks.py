"""What each exercise of module 07 must satisfy, and what to say when it does not."""

from functools import lru_cache

import numpy as np
import pandas as pd

from course import load_dataset
from course.checking import exercise, expect, part, say
from course.dossier import ArtefactError, FairnessStatement, Measure
from course.dossier.fields.labels import label

# Sentences that several exercises share.
SWAPPED = say("07-swapped", "The two groups have changed places.")
SELECTION = say(
    "07-selection-for-recall",
    "This is the share of all people of the group. The question starts from those who are eligible.",
)
PRECISION = say(
    "07-precision-for-recall",
    "This starts from those who were contacted. The question starts from those who are eligible.",
)
EVERYBODY = say(
    "07-everybody", "This is the figure for everybody: keep only the group that is asked."
)
ON_LEARN = say("07-train", "Use the people that the model has not met: the table `test`.")
BY_SEX = say("07-by-sex", "This is the figure for women or men; the exercise asks by race.")
ONE_SEX = say(
    "07-one-sex",
    "This is the figure for the women or the men of the group: keep both, or take all.",
)
MEAN_OF_MEANS = say(
    "07-mean-of-means",
    "This is the mean of the figures for women and men. The groups are not equally large: count "
    "people.",
)
ACCURACY = say("07-accuracy-for-recall", "This is the accuracy: it counts everybody.")
FPR = say("07-fpr-for-recall", "This starts from the people who are not eligible.")
BASE_RATE = say(
    "07-base-rate",
    "This is the share of eligible people in the group. How many of them are contacted?",
)
AMONG_FOUND = say(
    "07-among-found",
    "This is a share among the eligible people who are contacted. Start from all eligible people of "
    "the group.",
)
OF_ALL = say(
    "07-found-of-all",
    "This divides the eligible people who are contacted by all people of the group. Divide by its "
    "eligible people.",
)
MEAN_SCORE = say(
    "07-mean-score",
    "This is the mean score. How many have a score of 0.5 or more?",
)
OTHER_LINE = say(
    "07-other-line", "This is the share with another threshold. The threshold here is 0.5."
)
OTHER_GROUP = say("07-other-group", "This is the figure for the other group.")
NEGATIVE = say(
    "07-gap-negative", "Take the largest rate minus the smallest, whichever groups they are."
)
RATIO = say(
    "07-gap-ratio", "You divided one rate by the other. The gap is the difference between them."
)
MISALIGNED = say(
    "07-misaligned",
    "A row and its group no longer belong to the same person. Take both from the same table, unsorted.",
)


# Self-checks of the lesson.


@exercise(
    "quick-leave-out",
    because=say(
        "07-quick-leave-out-why",
        "The other columns still tell the sex: from them it is guessed correctly for 79% of the "
        "people. The model without it contacts 61.5% of the eligible men and 44.6% of the "
        "eligible women.",
    ),
    hints=[
        say(
            "07-hint-leave-out-1",
            "Look at the cell that guessed the sex from the other columns: what did it find?",
        )
    ],
)
def quick_leave_out(key):
    expect.choice(
        key,
        right="measure",
        wrong={
            "agree": say(
                "07-unawareness",
                "What do the other columns say about the one that was left out?",
            ),
            "drop-more": say(
                "07-proxies-free",
                "What happened to the eligible women when the marital status was left out too? "
                "Look at the rates as well as at the gap.",
            ),
            "ask-accuracy": say(
                "07-accuracy-hides",
                "One accuracy for all can be high while the recall of one group is low.",
            ),
        },
    )


@exercise(
    "quick-promised-gap",
    hints=[
        say(
            "07-hint-promised-1",
            "“Eligible women and men are contacted equally often”: which rate starts from the "
            "eligible?",
        ),
        say("07-hint-promised-2", "The table shows percentage points. One point is 0.01."),
    ],
)
def quick_promised_gap(share):
    expect.close(
        share,
        0.32253,
        mistakes={
            0.00676: say(
                "07-wrong-metric",
                "This is the gap that the tool was asked to close. Is it the one that was promised?",
            ),
            0.007: say(
                "07-wrong-metric",
                "This is the gap that the tool was asked to close. Is it the one that was promised?",
            ),
            0.169: say("07-gap-before", "This is the gap before the tool was used."),
            0.015: say("07-gap-other-rule", "This is the gap under another constraint."),
            0.004: say("07-gap-other-rule", "This is the gap under another constraint."),
        },
    )


@exercise(
    "quick-label",
    because=say(
        "07-quick-label-why",
        "The 11 days say how fast the desk answered, not how dangerous the cable was. A label "
        "that follows them teaches the list to repeat the delay in Horta.",
    ),
    hints=[say("07-hint-label-1", "The question is about the need, not about what the desk did.")],
)
def quick_label(key):
    expect.choice(
        key,
        right="urgent",
        wrong={
            "not-urgent": say(
                "07-fix-model-not-data",
                "What would the label be if the desk had answered in time?",
            ),
            "adjusted": say(
                "07-label-quota",
                "Equal shares do not say which comments are urgent. What does?",
            ),
            "leave-out": say(
                "07-label-left-out",
                "Then the list would learn nothing from the people who were served worst.",
            ),
        },
    )


# The assignment.


@exercise(
    "recall-race",
    points=2,
    hints=[
        say(
            "07-hint-recall-1",
            "Recall starts from the eligible people: what share of them is contacted?",
        ),
        say(
            "07-hint-recall-2",
            "Lesson, section 1: `MetricFrame` gives the recall of each group, and `&` joins several "
            "conditions.",
        ),
        say(
            "07-hint-recall-3",
            '`recalls = MetricFrame(metrics=true_positive_rate, y_true=test["eligible"], '
            'y_pred=test["score"] >= 0.5, sensitive_features=test[___]).by_group`, then '
            '`recalls["Black"]`. For Black women: `women = test[(test["race"] == "Black") & '
            '(test["sex"] == ___) & test["eligible"]]`, then mean and number as in the lesson.',
        ),
    ],
)
def recall_race(black, white, black_women, count):
    with part():
        expect.share(
            black,
            0.474860,
            digits=4,
            mistakes={
                0.593696: SWAPPED,
                0.085842: SELECTION,
                0.634328: PRECISION,
                0.587899: EVERYBODY,
                0.509044: ON_LEARN,
                0.444245: BY_SEX,
                0.613556: BY_SEX,
                0.908392: ACCURACY,
                0.035456: FPR,
                0.114670: BASE_RATE,
                0.039407: AMONG_FOUND,
                0.054452: OF_ALL,
                0.520615: MEAN_SCORE,
                0.905028: OTHER_LINE,
                0.475322: MEAN_OF_MEANS,
                0.476190: ONE_SEX,
                0.474453: ONE_SEX,
            },
        )
    with part():
        expect.share(
            white,
            0.593696,
            digits=4,
            mistakes={
                0.474860: SWAPPED,
                0.202639: SELECTION,
                0.733192: PRECISION,
                0.587899: EVERYBODY,
                0.599129: ON_LEARN,
                0.444245: BY_SEX,
                0.613556: BY_SEX,
                0.844256: ACCURACY,
                0.072112: FPR,
                0.250251: BASE_RATE,
                0.960593: AMONG_FOUND,
                0.148573: OF_ALL,
                0.572477: MEAN_SCORE,
                0.907736: OTHER_LINE,
                0.530797: MEAN_OF_MEANS,
                0.441634: ONE_SEX,
                0.619960: ONE_SEX,
            },
        )
    both = say(
        "07-both-conditions",
        "This is another group: keep those who are Black, women and eligible, all three at once.",
    )
    with part():
        expect.share(
            black_women,
            0.476190,
            digits=4,
            mistakes={
                0.474860: both,
                0.474453: both,
                0.444245: both,
                0.441634: both,
                0.587899: both,
                0.039841: SELECTION,
                0.666667: PRECISION,
                0.957503: ACCURACY,
                0.014065: FPR,
                0.055777: BASE_RATE,
                0.235294: AMONG_FOUND,
                0.026560: OF_ALL,
                0.472345: MEAN_SCORE,
                0.761905: OTHER_LINE,
                0.444444: ON_LEARN,
            },
        )
    with part():
        expect.count(
            count,
            42,
            mistakes={
                753: say(
                    "07-count-all-women",
                    "These are all Black women. The share rests on those who are eligible.",
                ),
                20: say(
                    "07-count-contacted",
                    "These are the eligible Black women who are contacted. The share rests on all "
                    "who are eligible.",
                ),
                30: say(
                    "07-count-all-contacted",
                    "These are the Black women who are contacted. The share rests on those who are "
                    "eligible.",
                ),
                179: both,
                137: both,
                556: both,
                514: both,
                90: ON_LEARN,
            },
            otherwise=both,
        )


@exercise(
    "not-enough",
    points=1,
    because=say(
        "07-not-enough-why",
        "Two things have to come together: the language or the district gives the nationality "
        "away, and the errors fall on some nationalities more often than on others. A lower "
        "accuracy shows neither.",
    ),
    hints=[
        say(
            "07-hint-not-enough-1",
            "The harm is done to people. Which finding is about the errors made on them?",
        )
    ],
)
def not_enough(key):
    expect.choice(
        key,
        right="guessed-and-apart",
        wrong={
            "accuracy-fell": say(
                "07-not-enough-accuracy",
                "That says what it costs to leave the column out. What would show that the score "
                "still treats nationalities differently?",
            ),
            "unequal-numbers": say(
                "07-not-enough-numbers",
                "Groups of unequal size are not a harm by themselves. Compare what happens to them.",
            ),
            "column-gone": say(
                "07-not-enough-gone",
                "The score decides without the column. An auditor can still measure with it: how?",
            ),
        },
    )


@exercise(
    "remover",
    points=1,
    hints=[
        say(
            "07-hint-remover-1",
            "The lesson's page to keep does it for the column `woman`; here the column is `black`.",
        ),
        say(
            "07-hint-remover-2",
            '`remover = CorrelationRemover(sensitive_feature_ids=["black"])`, then '
            '`cleaned = remover.fit_transform(X_learn.assign(black=learn["race"] == ___))`, and '
            "`remover.transform` for `X_test` with the races of `test`.",
        ),
    ],
)
def remover(black, white):
    before = say(
        "07-remover-before",
        "This is a share without `CorrelationRemover`. Let a new model learn from the columns that "
        "`fit_transform` returns.",
    )
    half = say(
        "07-remover-half",
        "The model learned from the new columns, but decided by the old ones. Apply "
        "`remover.transform` to the columns of `test` too.",
    )
    again = say(
        "07-remover-again",
        "On `test` the remover has learned anew. Only `fit_transform` learns: use it on `learn`, and "
        "`transform` on `test`.",
    )
    other = say(
        "07-remover-kept",
        "The new columns still hold the race, or another group was taken out. Name the column of "
        "race in `sensitive_feature_ids`.",
    )
    partly = say(
        "07-remover-partly", "Only a part of the correlation was taken out: leave `alpha` as it is."
    )
    settings = say(
        "07-remover-settings",
        "The new model has other settings than the lesson's, and so decides otherwise about a few "
        "people. Copy them: `solver=` and `tol=`.",
    )
    on_learn = say(
        "07-remover-on-learn",
        "This is the share among the eligible people of `learn`. Decide about those of `test`.",
    )
    threshold = say(
        "07-remover-threshold",
        "This is the share at a threshold of 1/6. The method `predict` decides at 0.5 by itself.",
    )
    from_test = say(
        "07-remover-from-test",
        "The new model learned from `test`, about which it decides. Let it learn from `learn`.",
    )
    otherwise = say(
        "07-remover-otherwise",
        "Follow the lesson line by line: the column `black` in both tables, `fit_transform` on "
        "`learn`, `transform` on `test`, a new model with the lesson's settings, its `predict`, and "
        "the recall by race of the eligible people in `test`.",
    )
    with part():
        expect.share(
            black,
            0.782123,
            digits=4,
            mistakes={
                0.572206: SWAPPED,
                0.180653: SELECTION,
                0.496454: PRECISION,
                0.474860: before,
                0.486034: half,
                0.770949: again,
                0.458101: other,
                0.642458: partly,
                0.776536: settings,
                0.762274: on_learn,
                0.949721: threshold,
                0.787709: from_test,
            },
            otherwise=otherwise,
        )
    with part():
        expect.share(
            white,
            0.572206,
            digits=4,
            mistakes={
                0.782123: SWAPPED,
                0.192600: SELECTION,
                0.743485: PRECISION,
                0.593696: before,
                0.599140: before,
                0.602006: half,
                0.573352: again,
                0.547564: other,
                0.587106: partly,
                0.561891: say(
                    "07-remover-old-model",
                    "The office's `model` decided by the new columns, from which it has not learned. "
                    "Let a new model learn from them.",
                ),
                0.571633: settings,
                0.582127: on_learn,
                0.897708: threshold,
                0.569054: from_test,
            },
            otherwise=otherwise,
        )


@exercise(
    "other-question",
    points=1,
    hints=[
        say("07-hint-question-1", "Compare the column `score` with `1 / 6` (lesson, section 3)."),
        say(
            "07-hint-question-2",
            "The first number looks only at people who are eligible and Black; the second at "
            "everybody in `test`.",
        ),
        say(
            "07-hint-question-3",
            '`asked = test[(test["race"] == "Black") & test["eligible"]]`, then '
            '`(asked["score"] >= ___).mean()`. The second number is the difference of two sums.',
        ),
    ],
)
def other_question(recall, more):
    with part():
        expect.share(
            recall,
            0.905028,
            digits=4,
            mistakes={
                0.474860: say("07-question-half", "This is the recall with the threshold 0.5."),
                0.240231: SELECTION,
                0.195531: say(
                    "07-question-turned",
                    "With this threshold fewer people are contacted than before. A contact costs "
                    "little and a miss costs much: which threshold follows?",
                ),
                0.432000: PRECISION,
                0.907736: OTHER_GROUP,
                0.907604: EVERYBODY,
                0.761905: ONE_SEX,
                0.948905: ONE_SEX,
                0.849162: say(
                    "07-line-fifth",
                    "This is the share with the threshold 1/5. The costs are one and five hours, "
                    "and the threshold is one divided by their sum.",
                ),
                0.430168: say(
                    "07-gain", "This is how much the share has risen. How large is it now?"
                ),
                0.819149: say(
                    "07-newly",
                    "This starts from those who were missed before. Start from all eligible Black "
                    "people.",
                ),
            },
        )
    with part():
        found = expect.number(more)
        expect.true(
            found == int(found),
            say("07-more-whole", "A number of people is asked: a whole number, not a share."),
        )
        before = say("07-more-before", "This is how many were contacted before.")
        some = say(
            "07-more-wrong",
            "Count everybody in `test` at both thresholds, eligible or not, and take the "
            "difference.",
        )
        # In steps of twenty people, so that a line such as 0.167 passes too.
        expect.close(
            found / 20,
            180.85,
            digits=0,
            mistakes={
                328.85: say(
                    "07-more-all",
                    "This is how many are contacted now. How many of them were not contacted "
                    "before?",
                ),
                -180.85: say(
                    "07-more-sign",
                    "The size is right, the sign is not: how many more are contacted now than before?",
                ),
                148: before,
                58.65: some,
                122.2: some,
                168.8: some,
                12.05: some,
                152.9: say(
                    "07-more-line",
                    "This is the number with another threshold than 1/6: compare the score with "
                    "`1 / 6`.",
                ),
            },
            otherwise=some,
        )


# The people of `test` in the assignment, as the check of exercise 5 needs them.

MODEL = {
    "age": 0.0269495,
    "education_num": 0.285404,
    "hours_per_week": 0.0303929,
    "capital_gain": 0.000314557,
    "capital_loss": 0.000657256,
}
WORDS = {
    "workclass": {
        "Federal-gov": 0.7149, "Local-gov": 0.0246, "Never-worked": -0.1176, "Private": 0.2326,
        "Self-emp-inc": 0.4177, "Self-emp-not-inc": -0.2346, "State-gov": -0.0808,
        "Without-pay": -0.8909, "": -0.0659,
    },
    "occupation": {
        "Adm-clerical": 0.1933, "Armed-Forces": -0.3352, "Craft-repair": 0.2656,
        "Exec-managerial": 0.9866, "Farming-fishing": -0.8353, "Handlers-cleaners": -0.4909,
        "Machine-op-inspct": -0.0997, "Other-service": -0.6441, "Priv-house-serv": -1.7804,
        "Prof-specialty": 0.7499, "Protective-serv": 0.785, "Sales": 0.4673,
        "Tech-support": 0.8315, "Transport-moving": 0.0898, "": -0.1835,
    },
    "marital_status": {
        "Divorced": -0.5681, "Married-AF-spouse": 1.8899, "Married-civ-spouse": 1.6528,
        "Married-spouse-absent": -0.5805, "Never-married": -1.0482, "Separated": -0.7009,
        "Widowed": -0.645,
    },
}  # fmt: skip
INTERCEPT = -8.13758


@lru_cache(maxsize=1)
def people():
    """Race, sex, eligibility and score of each person in `test`; scores are exact to 0.0001.

    The coefficients are those of the notebook's model, for columns that are not standardised:
    learning it again would take longer than all other checks together.
    """
    table = load_dataset("adult")
    table = table[(table["split"] == "test") & table["race"].isin(["Black", "White"])]
    logit = INTERCEPT + sum(table[name] * slope for name, slope in MODEL.items())
    for name, slopes in WORDS.items():
        words = table[name].astype(object)
        logit = logit + words.where(words.notna(), "").map(slopes).astype(float)
    return pd.DataFrame(
        {
            "race": table["race"].astype(str),
            "sex": table["sex"].astype(str),
            "eligible": table["income"] == ">50K",
            "score": 1 / (1 + np.exp(-logit)),
        }
    ).reset_index(drop=True)


def in_order(scores, marks):
    """Of those who are contacted, the share that one line at the same number would contact too."""
    ranked = np.argsort(-scores, kind="stable")[: marks.sum()]
    return marks[ranked].mean() if len(ranked) else 0.0


def gaps(marks, groups):
    """The gap in each rate between two groups of people in `test`, by the name of the rate."""
    table = people().assign(contacted=marks, group=people()[groups])
    right = table["contacted"] == table["eligible"]
    rates = {
        "recall": table[table["eligible"]].groupby("group")["contacted"],
        "false positive rate": table[~table["eligible"]].groupby("group")["contacted"],
        "selection rate": table.groupby("group")["contacted"],
        "precision": table[table["contacted"]].groupby("group")["eligible"],
        "accuracy": right.groupby(table["group"]),
    }
    means = {name: rate.mean() for name, rate in rates.items()}
    found = {name: mean.max() - mean.min() for name, mean in means.items()}
    return found | {"ratio": means["recall"].min() / means["recall"].max()}


@exercise(
    "optimiser",
    points=2,
    hints=[
        say(
            "07-hint-optimiser-1",
            "The constraint is named after the rate that is to be equal (lesson, section 2): under "
            "which one are eligible people contacted equally often?",
        ),
        say(
            "07-hint-optimiser-2",
            "The model is finished, so write `prefit=True`; the method needs scores, so write "
            '`predict_method="predict_proba"`.',
        ),
        say(
            "07-hint-optimiser-3",
            "`optimiser = ThresholdOptimizer(estimator=model, constraints=___, prefit=True, "
            'predict_method="predict_proba")`. Then `fit` with `learn["race"]`, `predict` with '
            '`test["race"]`, and `equal_opportunity_difference`, as in the lesson.',
        ),
    ],
)
def optimiser(decisions, gap):
    def decided():
        marks = np.array(
            expect.marks(
                decisions,
                15507,
                say(
                    "07-one-each",
                    "One decision is asked for each of the 15,507 people in `test`, no more and no "
                    "fewer.",
                ),
            )
        )
        scores, black = people()["score"].to_numpy(), (people()["race"] == "Black").to_numpy()
        one_line = in_order(scores, marks)
        order = [in_order(scores[group], marks[group]) for group in (black, ~black)]
        of_black, of_white = marks[black].sum(), marks[~black].sum()
        expect.true(
            marks.any() and not marks.all(),
            say(
                "07-all-alike",
                "All decisions are the same here. Some people have to be contacted, and others not. Do `fit` "
                "and `predict` get the same sensitive feature?",
            ),
        )
        expect.true(
            marks.mean() < 0.5 or scores[marks].mean() > scores[~marks].mean(),
            say(
                "07-inverted",
                "The people with low scores are contacted here. 1 means contacted.",
            ),
        )
        expect.true(
            not (one_line > 0.999 and 2950 <= marks.sum() <= 2970),
            say(
                "07-not-changed",
                "These are the decisions of one threshold at 0.5. Let the optimiser decide: `predict`.",
            ),
        )
        expect.true(
            one_line < 0.997,
            say(
                "07-one-line",
                "The same threshold holds for both groups here. Each group needs its own: are the "
                "groups those of the people in `test`?",
            ),
        )
        expect.true(
            not (of_black == 134 and 2340 <= of_white <= 2480),
            say(
                "07-hard-labels",
                "The method needs scores, not only yes and no: which `predict_method` gives them?",
            ),
        )
        expect.true(
            order[0] > 0.7 and order[1] > 0.85,
            say(
                "07-order",
                "Many people with a high score are left out here while others of their group with a "
                "low score are contacted. Are the decisions still in the order of `test`?",
            ),
        )
        expect.true(
            not (310 <= of_black <= 335 and 2600 <= of_white <= 2650),
            say(
                "07-parity-for-recall",
                "These decisions make the selection rates equal. Which rate does the exercise ask "
                "to be equal?",
            ),
        )
        expect.true(
            not (175 <= of_black <= 260 and 2615 <= of_white <= 2670),
            say(
                "07-other-constraint",
                "Here the false positive rates are made equal. Which rate does the exercise ask to be "
                "equal?",
            ),
        )
        expect.true(
            not (120 <= of_black <= 150 and 2690 <= of_white <= 2750),
            say(
                "07-groups-by-sex",
                "Are these thresholds for women and men? The exercise asks for groups by race.",
            ),
        )
        expect.true(
            not (185 <= of_black <= 215 and 3150 <= of_white <= 3220),
            say(
                "07-fit-on-test",
                "Learn the thresholds on `learn`. In `test` the answers are not known yet.",
            ),
        )
        expect.true(
            not (of_black >= 300 and of_white >= 5000),
            say(
                "07-objective",
                "Far more people are contacted than the highest accuracy allows: leave the "
                "`objective` of the optimiser as it is.",
            ),
        )
        expect.true(not (of_black <= 150 and 3480 <= of_white <= 3680), SWAPPED)
        expect.true(not (of_black <= 155 and 2940 <= of_white <= 3040), MISALIGNED)
        expect.true(
            order[0] < 0.97,
            say(
                "07-no-lot",
                "Among Black people everybody above one threshold is contacted and nobody below it. "
                "The optimiser draws lots between two thresholds: give what its `predict` returns.",
            ),
        )
        sure = np.where(black, scores > 0.49, scores > 0.54)
        never = np.where(black, scores < 0.31, scores < 0.475)
        expect.true(
            170 <= of_black <= 206
            and 2880 <= of_white <= 2934
            and (~marks & sure).sum() <= 3
            and (marks & never).sum() <= 3,
            say(
                "07-optimiser-wrong",
                "Equal recall by race leads to other decisions. Look at the model, the constraint, "
                "the groups, and the table on which the thresholds are learned.",
            ),
        )
        return marks

    with part():
        decided()
    with part():
        marks = decided()
        found = expect.number(gap)
        after, before = gaps(marks, "race"), gaps((people()["score"] >= 0.5).to_numpy(), "race")
        asked = after.pop("recall")
        if abs(found - asked) < 0.0006:
            return
        ratio = after.pop("ratio")
        other = say("07-wrong-metric-after", "Is this the gap that you asked the tool to close?")
        for value, message in [
            (-asked, NEGATIVE),
            (100 * asked, say("07-gap-points", "This is right in points. Give a share, as 0.25.")),
            (before["recall"], say(
                "07-gap-of-before", "This is the gap before. Measure the new decisions.",
            )),
            (before["recall"] - asked, say(
                "07-gap-closed", "This is how much smaller the gap became. How large is it now?",
            )),
            (ratio, RATIO),
            (gaps(marks, "sex")["recall"], BY_SEX),
            (0, say(
                "07-gap-zero-measured",
                "A gap of 0 was asked of the tool. Which gap do its decisions leave on `test`?",
            )),
            *((value, other) for value in after.values()),
        ]:  # fmt: skip
            expect.true(abs(found - value) > 0.0006 * max(1, abs(value)), message)
        expect.true(
            found != round(asked, 2),
            say("07-gap-rounded", "This looks rounded: give at least three decimals."),
        )
        expect.true(
            False,
            say(
                "07-gap-after-wrong",
                "Your decisions leave another gap: measure the difference in recall between the "
                "groups of `test`, for these decisions.",
            ),
        )


@exercise(
    "at-decision",
    points=2,
    because=say(
        "07-at-decision-why",
        "Only thresholds by group use the sex to decide; learning under a constraint uses it on "
        "past cases, and draws lots. Between the thresholds, the chance of being contacted is "
        "49% for Black people, 99% for White people.",
    ),
    hints=[
        say(
            "07-hint-at-decision-1",
            "The lesson has a table of what each remedy uses, and when (end of section 3).",
        ),
    ],
)
def at_decision(ruled_out, still_to_ask, by_lot):
    with part():
        expect.choice(
            ruled_out,
            right="thresholds-by-group",
            wrong={
                "constraint-in-learning": say(
                    "07-ruled-constraint",
                    "This remedy uses the sex when it learns. Is there a cut-off for each sex?",
                ),
                "reweighing": say(
                    "07-ruled-reweighing",
                    "The weights are only used to learn: one model with one cut-off score is left.",
                ),
                "another-question": say(
                    "07-ruled-question", "Here one cut-off score holds for everybody."
                ),
            },
        )
    with part():
        expect.choice(
            still_to_ask,
            right="sex-and-lot",
            wrong={
                "nothing-more": say(
                    "07-no-group-at-predict",
                    "In the table of the lesson, this remedy has a “yes” in two columns. Each “yes” "
                    "is a question for the lawyer.",
                ),
                "two-cut-offs": say(
                    "07-ask-cut-offs",
                    "This remedy sets no cut-off by sex. What does it use instead?",
                ),
                "each-consent": say(
                    "07-ask-consent",
                    "That could be asked about every score. In the table of the lesson, what sets this "
                    "remedy apart?",
                ),
            },
        )
    with part():
        expect.choice(
            by_lot,
            right="black-people",
            wrong={
                "both-alike": say(
                    "07-lot-alike",
                    "Compare the chances in the two rows. In which row is it open whether a person "
                    "is contacted?",
                ),
                "white-people": say(
                    "07-lot-white",
                    "More of them are between the thresholds. But how many of a hundred of them are "
                    "contacted?",
                ),
                "nobody": say(
                    "07-lot-seed",
                    "A seed repeats the same draw. What decides between two people with the same "
                    "score?",
                ),
            },
        )


@exercise(
    "frontier",
    points=2,
    because=say(
        "07-frontier-why",
        "With the same selection rate the gap is 26.5 points instead of 11.9, and accuracy and "
        "cost are worse too. With the same recall the advisers make 3,111 contacts instead of "
        "2,960.",
    ),
    hints=[
        say(
            "07-hint-frontier-1",
            "Compare each row with the first, column by column.",
        ),
    ],
)
def frontier(beaten, bears_price):
    with part():
        expect.choice(
            beaten,
            right="same-selection",
            wrong={
                "reweighed": say(
                    "07-frontier-reweighed",
                    "Its gap and its cost are a little lower than before, so it is not beaten.",
                ),
                "same-recall": say(
                    "07-frontier-recall",
                    "Its gap in recall is the smallest of the four. Which rule is worse than “before” in "
                    "all three: that gap, accuracy and cost?",
                ),
                "before": say(
                    "07-frontier-before", "Which remedy is worse than “before” in all three?"
                ),
            },
        )
    with part():
        expect.choice(
            bears_price,
            right="advisers",
            wrong={
                "eligible-white-people": say(
                    "07-price-white",
                    "In the lesson eligible men lost. Look at this table: is the recall of White people lower "
                    "in the row `same-recall` than in the row `before`?",
                ),
                "eligible-black-people": say(
                    "07-price-black", "Look at the column of their recall: does it fall?"
                ),
                "nobody": say(
                    "07-price-nobody",
                    "Both rates rise. What else in this row is larger than in the first?",
                ),
            },
        )


# Of outcome 1: P four of eight, Q one of four, R five of seven, S two of five, T three of three, U
# none of one. Typical mistakes lead to different gaps here.
GROUP = list("TTQPRRPQRQPRPRTRUSSTTPRQSTPSUPQSQQTTTPPRRQRSRRPTPRSRSQ")
OUTCOME = [int(d) for d in "000110010011110011110011011101100000001000011111101101"]
DECIDED = [int(d) for d in "001110001001011101010000011011000000110001101001101101"]


@exercise(
    "gap-between-large",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say("07-hint-large-1", "First keep only the rows whose outcome is 1, then form groups."),
        say(
            "07-hint-large-2",
            "In these rows, the mean of the decisions of a group is its recall, and their number "
            "is what `smallest` asks about.",
        ),
        say(
            "07-hint-large-3",
            '`counted = table[table["outcome"] == 1].groupby("group")["decision"]`, then '
            "`large = counted.mean()[counted.size() >= ___]`. Return its maximum minus its "
            "minimum.",
        ),
    ],
)
def gap_between_large(function):
    columns = (pd.Series(DECIDED), pd.Series(OUTCOME), pd.Series(GROUP))
    wrong = say(
        "07-gap-large-wrong",
        "In a small example the gap differs. Check three things: which people count, which groups "
        "are large, and that you take the largest recall minus the smallest.",
    )
    expect.close(
        expect.call(function, *columns, 4),
        0.464286,
        mistakes={
            1.0: say(
                "07-gap-small-groups",
                "Groups with fewer than `smallest` people of outcome 1 have taken part.",
            ),
            0.75: say(
                "07-gap-size-of-all",
                "A group counts as large by its people of outcome 1, not by all of its people or "
                "those of outcome 0.",
            ),
            0.314286: say(
                "07-gap-at-least", "“At least” includes a group with exactly `smallest` people."
            ),
            -0.464286: NEGATIVE,
            0.321429: say(
                "07-gap-selection",
                "This is the gap in the selection rate: keep those of outcome 1.",
            ),
            0.666667: say(
                "07-gap-swapped",
                "This starts from those whose decision is 1. Recall starts from those whose outcome "
                "is 1.",
            ),
            0.35: RATIO,
            2.857143: RATIO,
            0.428571: say(
                "07-gap-fpr", "This is the gap in the false positive rate: keep those of outcome 1."
            ),
            0.198413: say(
                "07-gap-accuracy", "This is the gap in the accuracy: keep those of outcome 1."
            ),
            0.714286: say(
                "07-gap-largest", "This is the largest recall. Take the smallest one from it."
            ),
            0.285714: say(
                "07-gap-from-all",
                "This compares a group with everybody. Compare the groups with each other.",
            ),
            0.194782: say(
                "07-gap-spread",
                "This is a standard deviation. The gap is the largest minus the smallest.",
            ),
            0.5: say(
                "07-gap-which-groups",
                "Which groups take part? Count the people of outcome 1 in each group, and leave out the small groups; do not merge them into one group either.",
            ),
        },
        otherwise=wrong,
    )
    expect.close(
        expect.call(function, *columns, 5),
        0.314286,
        mistakes={
            0.464286: say(
                "07-gap-large-all",
                "With a larger `smallest` the gap is the same as before: does your function use the "
                "number that it is given?",
            ),
        },
        otherwise=wrong,
    )
    expect.close(
        expect.call(function, *columns, 1),
        1.0,
        mistakes={
            0.75: say("07-gap-zero", "A group with a recall of 0 takes part as well."),
            0.464286: say(
                "07-gap-small-one",
                "With `smallest` 1 every group with a person of outcome 1 takes part: does your "
                "function use the number that it is given?",
            ),
        },
        otherwise=wrong,
    )


@exercise(
    "carries-neglect",
    points=1,
    because=say(
        "07-carries-neglect-why",
        "Inspectors chose these firms, and a firm that nobody visited has no record, so the file "
        "shows where they looked. Lots, meters and the register do not depend on such a choice.",
    ),
    hints=[
        say("07-hint-neglect-1", "From which record is a case missing only because nobody looked?")
    ],
)
def carries_neglect(key):
    expect.choice(
        key,
        right="inspections",
        wrong={
            "lot": say(
                "07-neglect-lot",
                "Lots give every firm the same chance of a visit, wherever the office looked before.",
            ),
            "register": say(
                "07-neglect-register",
                "A register can have errors, but an age does not depend on where an office looked.",
            ),
            "meter": say(
                "07-neglect-meter", "All houses have a meter: nobody chose where to look."
            ),
        },
    )


def measured(rows):
    """What the notebook measures."""
    return [
        Measure(
            metric=metric,
            group=group,
            data="test",
            value=value,
            low=low,
            high=high,
            count=count,
        )
        for metric, group, value, low, high, count in rows
    ]


MEASURED = {
    "one-list": measured(
        [
            ("recall", "all", 0.4731, 0.3839, 0.564, 911),
            ("recall", "en", 0.5899, 0.4441, 0.7214, 317),
            ("recall", "es", 0.2519, 0.158, 0.3767, 262),
            ("recall", "fr", 0.4483, 0.2782, 0.6314, 116),
            ("recall", "pt", 0.5833, 0.3719, 0.768, 216),
            ("selection rate", "all", 0.25, 0.2114, 0.293, 4012),
            ("selection rate", "en", 0.2604, 0.1851, 0.353, 1325),
            ("selection rate", "es", 0.1153, 0.0793, 0.1647, 1188),
            ("selection rate", "fr", 0.3373, 0.2542, 0.4319, 504),
            ("selection rate", "pt", 0.3528, 0.269, 0.4467, 995),
            ("equal opportunity difference", "all", 0.338, 0.0659, 0.6023, 911),
            ("equal opportunity difference by chance", "all", 0.191, 0.0559, 0.3365, 911),
            ("equal opportunity difference", "en", 0.1791, -0.0643, 0.3946, 317),
            ("equal opportunity difference", "es", -0.3105, -0.4895, -0.0877, 262),
            ("equal opportunity difference", "fr", -0.0285, -0.2834, 0.2426, 116),
            ("equal opportunity difference", "pt", 0.1445, -0.1612, 0.4084, 216),
        ]
    ),
    "quarter-of-each-language": measured(
        [
            ("recall", "all", 0.483, 0.4012, 0.5656, 911),
            ("recall", "en", 0.5741, 0.4336, 0.7037, 317),
            ("recall", "es", 0.4313, 0.2885, 0.5866, 262),
            ("recall", "fr", 0.3362, 0.1952, 0.514, 116),
            ("recall", "pt", 0.4907, 0.3157, 0.6681, 216),
            ("selection rate", "all", 0.2498, 0.2142, 0.289, 4012),
            ("selection rate", "en", 0.2498, 0.1773, 0.3397, 1325),
            ("selection rate", "es", 0.25, 0.1922, 0.3183, 1188),
            ("selection rate", "fr", 0.25, 0.1835, 0.3308, 504),
            ("selection rate", "pt", 0.2492, 0.1818, 0.3316, 995),
            ("equal opportunity difference", "all", 0.2379, 0.0, 0.4915, 911),
            ("equal opportunity difference by chance", "all", 0.1701, 0.0488, 0.3158, 911),
            ("equal opportunity difference", "en", 0.1398, -0.0873, 0.3469, 317),
            ("equal opportunity difference", "es", -0.0726, -0.298, 0.17, 262),
            ("equal opportunity difference", "fr", -0.1682, -0.3813, 0.0963, 116),
            ("equal opportunity difference", "pt", 0.0102, -0.2498, 0.272, 216),
        ]
    ),
}


@exercise(
    "statement",
    points=2,
    form=True,
    hints=[
        say(
            "07-hint-statement-1",
            "Each sentence above begins with the name of a field. Change only these fields in the "
            "form, press “Save”, and check again.",
        ),
    ],
)
def statement(text):
    with part():
        # The form comes with the numbers filled in: without a criterion they earn nothing.
        about_numbers = ("system", "decision", "date", "data", "groups", "criterion", "candidates")
        written = read(text)
        fields = () if written.criterion is None and not written.chosen else about_numbers
        criterion = written.criterion.metric if written.criterion else None
        expect.true(
            criterion != "accuracy",
            say(
                "07-statement-accuracy",
                "`{where}`: accuracy hardly changes when an urgent comment is missed: a list "
                "that marks nothing is right for three comments in four. Which measure starts from "
                "the urgent ones?",
                where=label(FairnessStatement, "criterion.metric"),
            ),
        )
        expect.true(
            criterion
            not in (
                "selection rate",
                "demographic parity difference",
                "precision",
                "false positive rate",
                "baseline accuracy",
            ),
            say(
                "07-statement-criterion",
                "`{where}`: this measure does not count urgent comments that are missed. Which "
                "one starts from the urgent ones?",
                where=label(FairnessStatement, "criterion.metric"),
            ),
        )
        expect.artefact(FairnessStatement, text, only=fields, measured=MEASURED)
    with part():
        about_the_choice = ("chosen", "reason", "price", "sensitive_attribute_at_decision")
        expect.artefact(FairnessStatement, text, only=about_the_choice, measured=MEASURED)
        written = read(text)
        looks = written.sensitive_attribute_at_decision.used
        expect.true(
            not (written.chosen == "quarter-of-each-language" and not looks),
            say(
                "07-statement-looks",
                "`{where}`: the chosen rule sorts within each language. "
                "Does it do so without the language of a comment?",
                where=label(FairnessStatement, "sensitive_attribute_at_decision.used"),
            ),
        )
        expect.true(
            not (written.chosen == "one-list" and looks),
            say(
                "07-statement-looks-not",
                "`{where}`: the chosen rule puts all comments in one "
                "order. Does it look at the language when it decides?",
                where=label(FairnessStatement, "sensitive_attribute_at_decision.used"),
            ),
        )
    with part():
        about_who_answers = ("decided_by", "decided_on", "review_on", "stop_if", "limits")
        expect.artefact(FairnessStatement, text, only=about_who_answers, measured=MEASURED)
        written = read(text)
        known = {each.casefold() for each in written.data.limits or []} if written.data else set()
        expect.true(
            any(len(each.split()) > 1 and each.casefold() not in known for each in written.limits),
            say(
                "07-statement-limits",
                "`{where}`: that the data are synthetic is known already. Name a group that these "
                "data cannot show.",
                where=label(FairnessStatement, "limits"),
            ),
        )
        gap = {"one-list": 0.34, "quarter-of-each-language": 0.24}.get(written.chosen, 0)
        expect.true(
            written.stop_if.number < 1,
            say(
                "07-statement-never",
                "`{where}`: with this number the list would never be stopped, because a gap "
                "between shares is at most 1. Write 50 points as 0.5.",
                where=label(FairnessStatement, "stop_if.number"),
            ),
        )
        expect.true(
            written.stop_if.number > gap,
            say(
                "07-statement-stop",
                "`{where}`: the gap that was measured for the chosen rule already reaches this "
                "number, so the list would be stopped at once. Write a larger number, or choose "
                "another rule.",
                where=label(FairnessStatement, "stop_if.number"),
            ),
        )


def read(text):
    """The statement; where any part of it cannot be read, the sentence that says so."""
    try:
        if isinstance(text, str):
            return FairnessStatement.from_yaml(text)
        if isinstance(text, dict):
            return FairnessStatement(**text)
    except ArtefactError:
        pass
    expect.artefact(FairnessStatement, text)
    raise ValueError("a statement without a fault cannot be read")
