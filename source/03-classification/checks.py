"""What each exercise of module 03 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
WHOLE_SET = say(
    "03-whole-set", "This is the figure for women and men together: keep only the rows of women."
)
OTHER_GROUP = say("03-other-group", "This is the figure for men.")
LEARNED = say(
    "03-train-score",
    "Did the model learn from these people? Use `test`, not `learn` and not everybody.",
)
MATRIX_ORDER = say(
    "03-matrix-order",
    "This is the count of another of the four cases: the second word of the name says whether "
    "the person was contacted, the first whether that was right.",
)
ERROR_RATE = say("03-error-rate", "This is an error rate. By which people do you divide?")
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
    "03-other-class",
    "This is the figure for people who are not eligible. The question is about those who are.",
)
ODDS = say("03-odds", "You divided one group by the other: divide it by both together.")
EVERYBODY = say(
    "03-everybody",
    "You divided by all women. From which of them does the question start?",
)
F1 = say("03-f1", "This is a mean of precision and recall. Each is asked for by itself.")
UNION = say(
    "03-union",
    "You divided by all who are eligible or contacted. Each share starts from one of these groups.",
)
SHARE_AT_LINE = say(
    "03-share-line",
    "This is the share with the threshold of the 1,000 calls: here people are contacted from 0.5 on.",
)
OF_ALL = say(
    "03-share-of-all",
    "This is a share of all women. Which women are counted on top of the fraction, and from "
    "which women does the question start?",
)
COST_INVERTED = say(
    "03-cost-inverted",
    "When missing somebody is expensive, should the threshold be high or low? Yours is on the "
    "wrong side of 0.5.",
)
COST_RATIO = say(
    "03-cost-ratio",
    "This would be the threshold if every call or visit cost something, also one to an eligible "
    "person. Here only those in vain do: divide by both costs together.",
)
HALF = say(
    "03-half-by-habit",
    "0.5 would be the threshold if both errors cost the same. In this office they do not.",
)
COST_OTHERWISE = say(
    "03-cost-otherwise",
    "The threshold is a score between 0 and 1. At this score the two risks are equal: that of a call "
    "or visit in vain, and that of a missed person.",
)
TURNED = say(
    "03-share-turned",
    "The fraction is upside down: a share has the part on top, and the whole below.",
)
BRACKETS = say(
    "03-share-brackets",
    "Python divides before it adds: put brackets round the two counts that you add.",
)
BOTH_SEXES_BELOW = say(
    "03-both-sexes-below",
    "Below the fraction bar you have women and men. Count women only.",
)
MEAN_OF_GROUPS = say(
    "03-mean-of-groups",
    "This is the mean of two figures, for women and for men. Only that for women is asked for.",
)
OTHER_LINE = say(
    "03-cases-line",
    "This is the count with another threshold: here people are contacted from a score of 0.5 on.",
)
TWO_CASES = say("03-two-cases", "This adds two of the four cases together. Give one of them.")
CASES_OTHERWISE = say(
    "03-cases-otherwise",
    "This is none of the four counts. Count women in `test` only, all of them, and call those "
    "contacted who have a score of 0.5 or more.",
)


# Self-checks of the lesson.


@exercise(
    "quick-new-people",
    because=say(
        "03-quick-new-people-why",
        "“All our records” includes those that the model learned from, and on these a tree is "
        "right for almost everybody. A rule that needs no model may reach 98% as well.",
    ),
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
            "checked-twice": say(
                "03-quick-checked",
                "If the model learned from these records, a check of them only confirms how well it "
                "remembers. On which people would you test it?",
            ),
            "price-next": say(
                "03-accuracy-alone",
                "What would a rule that says “no” to everybody reach on the same records?",
            ),
            "other-vendor": say(
                "03-quick-other-vendor",
                "The other vendor has records of other people, so the two figures cannot be compared.",
            ),
        },
    )


@exercise(
    "quick-recall",
    hints=[
        say("03-hint-quick-recall-1", "Recall starts from all who are eligible."),
        say(
            "03-hint-quick-recall-2",
            "On top of the fraction are those who are eligible and were contacted.",
        ),
    ],
)
def quick_recall(share):
    expect.share(
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
                "This is the share of all people who are contacted, eligible or not.",
            ),
            0.58866: say(
                "03-quick-half", "This is the recall with the threshold 0.5. Use the new counts."
            ),
            0.23921: say(
                "03-quick-calls", "This is the recall of the 1,000 calls. Use the new counts."
            ),
            6.34653: TURNED,
            6.09509: TURNED,
        },
        otherwise=say(
            "03-quick-otherwise",
            "Recall is a fraction of two of the counts in the question: those who are eligible "
            "and contacted, out of those whom recall starts from.",
        ),
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
        otherwise=COST_OTHERWISE,
    )


@exercise(
    "quick-chance",
    because=say(
        "03-quick-chance-why",
        "The difference is 0.5 points. Between two groups of 15,060 different people, chance "
        "alone can make up to 0.8 points, so these figures show neither “better” nor “equal”.",
    ),
    hints=[
        say(
            "03-hint-chance-1",
            "Are the people the same or others? Compare the gap with the limit in the text above.",
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
                "Both rates move by chance, for the people are not the same. Which gap between them can "
                "be chance?",
            ),
            "equal": say(
                "03-chance-equal",
                "That you cannot tell two figures apart does not prove that they are the same.",
            ),
            "never-compare": say(
                "03-chance-never",
                "They can be compared: section 5 says how large a difference chance can make. Is this "
                "one larger?",
            ),
        },
    )


# The assignment.


@exercise(
    "baseline",
    points=1,
    hints=[
        say(
            "03-hint-baseline-1",
            "Take the lines for men in section 1 of the lesson. First keep the rows of women.",
        ),
        say(
            "03-hint-baseline-2",
            "The rule is right for those who are not eligible. The mean of a column of true "
            "and false is the share of the true ones.",
        ),
        say(
            "03-hint-baseline-3",
            'After `women = test[test["sex"] == "Female"]` the last line is '
            "`baseline_women = 1 - ___.mean()`.",
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
                "This is the share of the women who are eligible. The rule is right for the other women.",
            ),
            0.763774: WHOLE_SET,
            0.700184: OTHER_GROUP,
            # As the lesson shows it.
            0.7: OTHER_GROUP,
            0.890539: LEARNED,
            0.890749: LEARNED,
            0.760718: LEARNED,
            0.925475: say(
                "03-baseline-is-model",
                "This is the accuracy of the model. The baseline does not ask the model.",
            ),
            0.296726: say(
                "03-baseline-wrong-whole",
                "You divided by women and men together. Count women only, on top of the fraction and "
                "below.",
            ),
            8.188136: ODDS,
            0.795674: MEAN_OF_GROUPS,
            0.388500: say(
                "03-baseline-of-no",
                "This starts from everybody who is not eligible, and asks who is a woman. Start "
                "from the women.",
            ),
            0.846594: say(
                "03-baseline-of-yes",
                "This starts from everybody who is eligible, and asks who is a man. Start from the "
                "women.",
            ),
            0.937281: say(
                "03-baseline-model-no",
                "This is how often the model says “not eligible”. The baseline does not ask the "
                "model.",
            ),
            0.034311: say(
                "03-baseline-gain",
                "This is what the model gains over the baseline. The baseline itself is asked for.",
            ),
            0.886627: say(
                "03-baseline-complete",
                "Women with an unknown value are in the register too: leave nobody out.",
            ),
        },
        otherwise=say(
            "03-baseline-otherwise",
            "This is not that share. Count each woman in `test` once: on top those for whom “not "
            "eligible” is right, below all of them.",
        ),
    )


REFITTED = say(
    "03-scores-refitted",
    "This model has learned from the people in `test`, too. Take `model` as it is, without fitting "
    "it again.",
)
OTHER_MODEL = say(
    "03-scores-other-model",
    "These are the scores of another model than `model`. Take `model` as it is.",
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
        say(
            "03-hint-scores-3", "The line is `scores = model.predict_proba(test[COLUMNS])[:, ___]`."
        ),
    ],
)
def scores(column):
    dimensions = getattr(column, "ndim", 1)
    expect.true(
        dimensions != 2 or column.shape[1] == 1,
        say(
            "03-both-columns",
            "These are the columns of both answers: take the one that belongs to “eligible”.",
        ),
    )
    expect.true(
        dimensions != 2,
        say(
            "03-one-column-table",
            "This is a table with a single column: take the column itself out of it.",
        ),
    )
    found = list(column) if hasattr(column, "__len__") and dimensions == 1 else []
    expect.true(len(found) not in (32561, 48842), LEARNED)
    expect.length(
        found,
        16281,
        say("03-one-each", "Give one score for each of the 16,281 people in `test`."),
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
            "These are only yes and no. Give the model's score for each person, a number between 0 and "
            "1; not its yes or no, and not whether the person is eligible in fact.",
        ),
    )
    expect.true(
        values.between(0, 1).all(),
        say(
            "03-other-scale",
            "Some of these are below 0 or above 1. The model can give scores between 0 and 1.",
        ),
    )
    expect.true(
        values.round(9).nunique() > 1,
        say(
            "03-scores-constant",
            "Everybody has the same score here. Let the model score each person.",
        ),
    )
    expect.true(
        not 2 < values.round(9).nunique() <= 101 or (values.round(2) - values).abs().max() > 1e-6,
        say(
            "03-scores-rounded",
            "These have two decimals or fewer. Leave the scores as the model gives them.",
        ),
    )
    otherwise = say(
        "03-scores-otherwise",
        "These are not the scores of `model` for the people in `test`. Take the model as it is, "
        "without fitting it again, and give it the columns in `COLUMNS`. (The mean of your values is "
        "{mean}.)",
        mean=f"{values.mean():.4f}",
    )
    # With three digits a model that has also learned from the test people would pass.
    expect.close(
        values.mean(),
        0.23766,
        digits=4,
        mistakes={
            0.76234: say(
                "03-column-zero",
                "To which answer does this column belong? The mean score should be near the "
                "share of eligible people.",
            ),
            0.23623: REFITTED,
            0.23714: REFITTED,
            0.24041: say(
                "03-scores-columns",
                "This model learned from numbers only. `model` has learned already: give it all the "
                "columns in `COLUMNS`.",
            ),
            0.50003: say(
                "03-scores-ranks",
                "These are ranks: they keep the order of the scores and lose their values.",
            ),
            0.854653: say(
                "03-scores-larger",
                "This is the larger of the two columns for each person. Take the same column for "
                "everybody, that of “eligible”.",
            ),
            0.24556: OTHER_MODEL,
            0.27113: OTHER_MODEL,
            0.36726: OTHER_MODEL,
        },
        otherwise=otherwise,
    )
    # The same mean and other scores: each person's replaced by the mean of a group.
    expect.close(
        (values**2).mean(),
        0.13551,
        digits=4,
        mistakes={
            0.06408: say(
                "03-scores-group",
                "These are means of groups. Give each person's own score.",
            ),
        },
        otherwise=otherwise,
    )
    # The order: means with and without weights by place tell another order from the table's.
    order = say(
        "03-scores-order",
        "The scores are right, their order is not: leave them in the order of the table.",
    )
    expect.close(values.head(100).mean(), 0.25638, digits=4, otherwise=order)
    expect.close((values * values.index).mean() / 16281, 0.11936, digits=4, otherwise=order)


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
            "Give each condition a name and join the names with `&`; `~` before a name means “not”. "
            "`.sum()` counts the people for whom all is true.",
        ),
        say(
            "03-hint-cases-3",
            "Your four counts together must give the number of women in `test`.",
        ),
        say(
            "03-hint-cases-4",
            'After `woman = test["sex"] == "Female"`, `eligible = test["eligible"]` and '
            "`contacted = scores >= 0.5`, the third count is "
            "`fn = (woman & eligible & ___).sum()`.",
        ),
    ],
)
def four_cases(tn, fp, fn, tp):
    with part():
        expect.count(tn, 4754, mistakes={
            11591: WHOLE_SET, 6837: OTHER_GROUP, 9431: LEARNED, 14185: LEARNED, 77: MATRIX_ORDER,
            327: MATRIX_ORDER, 263: MATRIX_ORDER, 4280: OTHER_LINE, 4826: OTHER_LINE,
            4831: TWO_CASES, 5081: TWO_CASES,
        }, otherwise=CASES_OTHERWISE)  # fmt: skip
    with part():
        expect.count(fp, 77, mistakes={
            844: WHOLE_SET, 767: OTHER_GROUP, 161: LEARNED, 238: LEARNED, 4754: MATRIX_ORDER,
            327: MATRIX_ORDER, 263: MATRIX_ORDER, 551: OTHER_LINE, 5: OTHER_LINE,
            340: TWO_CASES, 4831: TWO_CASES,
        }, otherwise=CASES_OTHERWISE)  # fmt: skip
    with part():
        expect.count(fn, 327, mistakes={
            1582: WHOLE_SET, 1255: OTHER_GROUP, 639: LEARNED, 966: LEARNED, 4754: MATRIX_ORDER,
            77: MATRIX_ORDER, 263: MATRIX_ORDER, 112: OTHER_LINE, 484: OTHER_LINE,
            590: TWO_CASES, 5081: TWO_CASES,
        }, otherwise=CASES_OTHERWISE)  # fmt: skip
    with part():
        expect.count(tp, 263, mistakes={
            2264: WHOLE_SET, 2001: OTHER_GROUP, 540: LEARNED, 803: LEARNED, 4754: MATRIX_ORDER,
            77: MATRIX_ORDER, 327: MATRIX_ORDER, 478: OTHER_LINE, 106: OTHER_LINE,
            340: TWO_CASES, 590: TWO_CASES,
        }, otherwise=CASES_OTHERWISE)  # fmt: skip


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
        say(
            "03-hint-pr-4",
            "The first line is `precision = tp / (tp + ___)`. The second has the same form, with "
            "another count in the gap.",
        ),
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
                0.56559: F1,
                0.39430: UNION,
                0.74822: MEAN_OF_GROUPS,
                0.77033: LEARNED,
                0.93805: SHARE_AT_LINE,
                0.06272: OF_ALL,
                0.08462: BOTH_SEXES_BELOW,
                1.29278: TURNED,
                78.0: BRACKETS,
            },
            otherwise=say(
                "03-precision-otherwise",
                "Precision is a fraction of two numbers: those who are eligible and contacted, out "
                "of all women who are contacted.",
            ),
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
                0.56559: F1,
                0.39430: UNION,
                0.53016: MEAN_OF_GROUPS,
                0.45802: LEARNED,
                0.17966: SHARE_AT_LINE,
                0.57627: say(
                    "03-contacted-per-eligible",
                    "You counted everybody who is contacted. Who of them is eligible?",
                ),
                0.10884: OF_ALL,
                0.06838: BOTH_SEXES_BELOW,
                2.24335: TURNED,
                328.0: BRACKETS,
            },
            otherwise=say(
                "03-recall-otherwise",
                "Recall is a fraction of two numbers: those who are eligible and contacted, out of "
                "all women who are eligible.",
            ),
        )


@exercise(
    "accuracy-claim",
    points=1,
    because=say(
        "03-accuracy-claim-why",
        "Saying “no” to every woman is right for 89%, so 93% adds about 4 points; for men the "
        "model adds 11. It finds 45% of the eligible women and 61% of the eligible men.",
    ),
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
                "With several thousand people, chance moves the figure by less than a point. The "
                "number of women is not the problem.",
            ),
            "raise-men": say(
                "03-claim-equal",
                "Equal accuracy would still not show who is found. Read the last column of the "
                "table.",
            ),
        },
    )


@exercise(
    "rare",
    points=1,
    because=say(
        "03-rare-why",
        "Of 10,000 people 100 are eligible, and 60 of these are contacted. So are 7% of the other "
        "9,900, which is 693 people: 60 of 753 contacts, or 8 in 100, are eligible.",
    ),
    hints=[
        say(
            "03-hint-rare-1",
            "Of 10,000 people, how many are eligible, and how many of these are contacted? How many "
            "of those who are not eligible are contacted?",
        ),
        say(
            "03-hint-rare-2",
            "Then divide the first group of contacted people by both groups together.",
        ),
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
            "Section 3 of the lesson does the same for 1,000 calls: it sorts the scores, keeps the "
            "first, and then marks each person.",
        ),
        say(
            "03-hint-first-2",
            "After sorting, go back to the column as it was: for each person, is the row number "
            "among those of the first people?",
        ),
        say(
            "03-hint-first-3",
            "Two lines, four spaces before each: `first = scores.sort_values(ascending=False, "
            'kind="stable").head(places)`, then `return scores.index.isin(___)`. In the gap are '
            "the row numbers of `first`.",
        ),
    ],
)
def contact_first(function):
    length = say(
        "03-first-length",
        "Give one true or false for each person, also for those who are not contacted.",
    )
    column = pd.Series([0.10, 0.90, 0.40, 0.70, 0.55, 0.60])
    marks = expect.marks(expect.call(function, column, 2), 6, length)
    expect.true(
        marks != [True, False, True, False, False, False],
        say(
            "03-threshold-reversed",
            "Look at the first two you would contact: are their scores high or low?",
        ),
    )
    expect.true(
        marks != [True, True, False, False, False, False],
        say(
            "03-first-rows",
            "The first two rows are marked, and theirs are not the highest scores. Sort before you "
            "cut; then give the marks in the order in which the people came.",
        ),
    )
    expect.true(
        sum(marks) == 2,
        say(
            "03-first-count",
            "With two places, the number of people contacted is not two: does the function use "
            "`places`?",
        ),
    )
    expect.true(
        marks == [False, True, False, True, False, False],
        say(
            "03-first-others",
            "The number is right, the people are not: is each mark at the place of its person?",
        ),
    )
    low = expect.marks(
        expect.call(function, pd.Series([0.30, 0.05, 0.20, 0.45, 0.10]), 3), 5, length
    )
    expect.true(
        sum(low) == 3,
        say(
            "03-first-low",
            "There are three places and five people, all with scores below 0.5, but the number of people contacted is not three. Let `places` decide, and no fixed score or number.",
        ),
    )
    expect.true(
        low == [True, False, True, True, False],
        say(
            "03-first-low-others",
            "With three places among five people whose scores are below 0.5, others are contacted "
            "than those with the highest scores.",
        ),
    )
    tie = expect.marks(expect.call(function, pd.Series([0.5, 0.8, 0.8, 0.8, 0.2]), 2), 5, length)
    expect.true(
        sum(tie) <= 2,
        say(
            "03-first-ties",
            "Where scores are equal, more people pass than there are places: count them.",
        ),
    )
    expect.true(
        sum(tie) == 2,
        say(
            "03-first-ties-few",
            "Where scores are equal, places stay empty: fill them all.",
        ),
    )
    expect.true(
        not (tie[0] or tie[4]),
        say(
            "03-first-ties-lower",
            "Where several people have the highest score, somebody with a lower one is contacted "
            "in place of one of them.",
        ),
    )
    expect.true(
        tie == [False, True, True, False, False],
        say(
            "03-first-ties-order",
            "Where scores are equal, those who are earlier in the column come first.",
        ),
    )


@exercise(
    "cost-threshold",
    points=1,
    hints=[
        say(
            "03-hint-cost-1",
            "On top of the fraction is the cost of a visit in vain, below it both costs together.",
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
            0.5: HALF,
            0.16667: say(
                "03-cost-of-lesson", "This is the threshold of the lesson. Here the costs differ."
            ),
        },
        otherwise=COST_OTHERWISE,
    )


VISITS = say(
    "03-hours-visits", "You priced every visit. A visit to an eligible person is not in vain."
)
CHEAPER = say(
    "03-hours-cheaper",
    "This is the cost at a threshold from costs. The office uses another threshold.",
)
ONE_PRICE = say(
    "03-hours-one-price",
    "You gave both kinds of error the same price. Each kind has its own.",
)


@exercise(
    "cost-of-habit",
    points=1,
    hints=[
        say("03-hint-habit-1", "Count the visits in vain and the missed people at 0.5."),
        say("03-hint-habit-2", "Each count has its own price: multiply, then add."),
        say(
            "03-hint-habit-3",
            'After `eligible = test["eligible"]` and `visited = scores >= 0.5`, count '
            "`in_vain = (~eligible & visited).sum()` and `missed = (eligible & ~visited).sum()`. "
            "The last line is `hours = 3 * in_vain + ___`.",
        ),
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
            29112: ONE_PRICE,
            14556: ONE_PRICE,
            8754: say(
                "03-hours-lesson", "These are the prices of the lesson. Here a visit costs more."
            ),
            13083: CHEAPER,
            13380: CHEAPER,
            3687: say(
                "03-hours-more",
                "This is what the habit costs more than the threshold from costs. All hours at the "
                "threshold of 0.5 are asked for.",
            ),
            3174: say("03-hours-women", "This is the cost for women. Everybody is asked for."),
            13596: say("03-hours-men", "This is the cost for men. Everybody is asked for."),
            2532: say("03-hours-in-vain", "Only the visits in vain are counted here."),
            14238: say("03-hours-missed", "Only the missed people are counted here."),
            9324: VISITS,
            23562: VISITS,
            34614: say(
                "03-hours-eligible",
                "You priced every eligible person as missed. Those who are visited are not missed.",
            ),
            37146: say(
                "03-hours-eligible-too",
                "You priced every eligible person, also those who are visited. Only those missed "
                "cost 9 hours.",
            ),
            -17844: say(
                "03-hours-found",
                "You took off hours for people who were found. Only the two errors are counted.",
            ),
            8385: say(
                "03-hours-mean",
                "This is the mean of the hours for women and for men. Hours of two groups add up.",
            ),
            33609: LEARNED,
            50379: LEARNED,
        },
        otherwise=say(
            "03-hours-otherwise",
            "Count two groups among all 16,281 people, with a threshold of 0.5: visits in vain, 3 "
            "hours each, and missed people, 9 hours each.",
        ),
    )


CALIBRATION_GAP = say(
    "03-calibration-gap",
    "This is the gap between the share and the mean score. The share itself is asked for.",
)


@exercise(
    "calibration",
    points=1,
    because=say(
        "03-calibration-why",
        "Of these 113 women 65 are eligible, 57.5%, and their mean score is only 44.8%. For the "
        "men the two are closer, 46.5% and 44.9%, so calibration has to be checked in each group.",
    ),
    hints=[
        say("03-hint-calibration-1", "Both counts are in the row of women."),
        say(
            "03-hint-calibration-2",
            "Compare your share with the mean score of the same people.",
        ),
    ],
)
def calibration(share, key):
    with part():
        expect.share(
            share,
            0.57522,
            mistakes={
                0.44752: say(
                    "03-calibration-score",
                    "This is the mean score, the share that should be eligible. What share of these "
                    "women is eligible in fact?",
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
                    "The fraction is upside down: the eligible women are a part of the band.",
                ),
                0.17060: say(
                    "03-calibration-of-band-eligible",
                    "You divided by the eligible of both rows. Stay in the row of women.",
                ),
                0.08207: say(
                    "03-calibration-both-rows",
                    "You divided by the people of both rows. Stay in the row of women.",
                ),
                0.14268: say(
                    "03-calibration-women",
                    "This is the share of women among the people in the band. How many of these "
                    "women are eligible?",
                ),
                0.52031: MEAN_OF_GROUPS,
                0.12722: CALIBRATION_GAP,
                0.12770: CALIBRATION_GAP,
            },
            otherwise=say(
                "03-calibration-otherwise",
                "This is not that share. Take both counts from the row of women: of the people in "
                "the band, those who are eligible in fact.",
            ),
        )
    with part():
        expect.choice(
            key,
            right="score-too-low",
            wrong={
                "right-for-each": say(
                    "03-calibration-person",
                    "A score describes many people. Each single woman is eligible or is not.",
                ),
                "accuracy-low": say(
                    "03-calibration-accuracy",
                    "Calibration asks of the people who got this score how many were eligible; "
                    "not how often a yes or no was right.",
                ),
                "calibrated": say(
                    "03-calibration-groups",
                    "Compare the share that you computed for the women with their mean score, before you "
                    "apply a finding about all people to a part of them.",
                ),
            },
        )


@exercise(
    "stand-in",
    points=1,
    because=say(
        "03-stand-in-why",
        "People with the lowest incomes are called first, so those above the limit come last, "
        "whatever their debts. The register does not record need, and no model of income can "
        "supply it.",
    ),
    hints=[
        say(
            "03-hint-stand-in-1",
            "Imagine a perfect model: for each person it is right about the income limit. Whose "
            "need does it still not show?",
        ),
        say(
            "03-hint-stand-in-2",
            "For the second question: which column is missing from the register?",
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
                    "People with a low income are called early. Who needs help although this column "
                    "does not show it?",
                ),
                "low-score": say(
                    "03-stand-in-score",
                    "They are called first. Who is called last, and needs help all the same?",
                ),
                "young": say(
                    "03-stand-in-young",
                    "Look at the figure in section 6 of the lesson: are they called early or late "
                    "when the lowest scores come first?",
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
                "read-each-row": say(
                    "03-stand-in-read",
                    "The rows say nothing about rent or debt, however often they are read. What is "
                    "missing from the register?",
                ),
                "same-accuracy": say(
                    "03-stand-in-equal",
                    "Equal accuracy about income is not equal help for tenants. What is being "
                    "predicted?",
                ),
            },
        )


ANYWAY = say(
    "03-uplift-anyway",
    "Without a call, people in this group joined as well. How many of 500?",
)
OTHER_ROW = say("03-uplift-other-row", "This is the figure for people with a score of 0.8 or more.")


@exercise(
    "uplift",
    points=1,
    because=say(
        "03-uplift-why",
        "Of 500 people with middle scores the call brings 225 − 150 = 75 more, of 500 with high "
        "scores 430 − 410 = 20. A call to somebody who would join anyway changes nothing.",
    ),
    hints=[
        say(
            "03-hint-uplift-1",
            "The two halves were drawn by lot, so without calls about as many would have joined in "
            "both.",
        ),
        say(
            "03-hint-uplift-2",
            "For the second question: in each group, how many more join with 500 calls than without?",
        ),
    ],
)
def uplift(through_call, key):
    with part():
        # 500 * (225 / 500 - 150 / 500) is 75 but for the last digit of a float.
        expect.count(
            round(expect.number(through_call), 6),
            75,
            mistakes={
                225: ANYWAY,
                450: ANYWAY,
                150: say(
                    "03-uplift-without",
                    "They joined without a call. How many more joined with one?",
                ),
                20: OTHER_ROW,
                430: OTHER_ROW,
                410: OTHER_ROW,
                95: say("03-uplift-both", "This adds both groups. Only one is asked for."),
                55: say(
                    "03-uplift-difference",
                    "This compares the two groups with each other. Compare called and not called "
                    "within one group.",
                ),
                375: say(
                    "03-uplift-sum",
                    "This adds those who joined with and without a call. How many more joined with "
                    "one?",
                ),
                275: say("03-uplift-not-joined", "These people were called and did not join."),
                15: say(
                    "03-uplift-percent",
                    "This is the difference in percentage points. How many of the 500 people is it?",
                ),
                50: say(
                    "03-uplift-relative",
                    "This is the increase in per cent. How many people is it?",
                ),
                -75: say(
                    "03-uplift-sign",
                    "The size is right. Did more people join with a call, or fewer?",
                ),
            },
            otherwise=say(
                "03-uplift-otherwise",
                "Your value is {value}. Two numbers of the row “0.4 to 0.6” are needed: those who "
                "joined with a call, and those who joined without one.",
                value=expect.shown(expect.number(through_call)),
            ),
        )
    with part():
        expect.choice(
            key,
            right="middle-scores",
            wrong={
                "high-scores": say(
                    "03-uplift-high",
                    "Most of them join without a call, too. What do 500 calls change in each group?",
                ),
                "both-alike": say(
                    "03-uplift-alike",
                    "How many more people join if all 1,000 calls go to one of the groups? The others "
                    "still get what everybody gets, and can apply.",
                ),
                "letters-only": say(
                    "03-uplift-nobody",
                    "Most would have, but not all: how many people would stay out without 1,000 calls?",
                ),
            },
        )
