"""The checks of 03-classification. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "03-classification"

import pandas as pd

from course.checking import exercise, expect, part, say

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
        right=Sealed("03-classification/quick-new-people", "98497517c20160df7883be508dca0df6"), options=["checked-twice", "new-people", "other-vendor", "price-next"],
        wrong={
            Sealed("03-classification/quick-new-people", "5b723326333fab310335c84c8d6e47c2"): say(
                "03-quick-checked",
                "If the model learned from these records, a check of them only confirms how well it "
                "remembers. On which people would you test it?",
            ),
            Sealed("03-classification/quick-new-people", "c7709b7dec9b2fb6934d42b9c455efb6"): say(
                "03-accuracy-alone",
                "What would a rule that says “no” to everybody reach on the same records?",
            ),
            Sealed("03-classification/quick-new-people", "bcd291f79259d455f9bb13ef7286c2f1"): say(
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
        Sealed("03-classification/quick-recall", "3aa81cce64834dc57f69ca56324e2e73"),
        mistakes={
            Sealed("03-classification/quick-recall", "8836e17efe68c43ce0c06956263ccab0"): say(
                "03-quick-precision",
                "You divided by those contacted. Recall starts from those eligible.",
            ),
            Sealed("03-classification/quick-recall", "f62841f93cf34bfe3df7f2f82452a062"): say(
                "03-quick-contacted",
                "You counted everybody who was contacted. Who of them is eligible?",
            ),
            Sealed("03-classification/quick-recall", "e5b7e4a669b95ba918d67f5112c4be8e"): say(
                "03-quick-everybody",
                "You divided by everybody in the register. Recall starts from those eligible.",
            ),
            Sealed("03-classification/quick-recall", "47e440197ca50630a33e5e30c8ee8e45"): say(
                "03-quick-contacted-share",
                "This is the share of all people who are contacted, eligible or not.",
            ),
            Sealed("03-classification/quick-recall", "125d21b44eca9689619db1d13c5332a3"): say(
                "03-quick-half", "This is the recall with the threshold 0.5. Use the new counts."
            ),
            Sealed("03-classification/quick-recall", "bfdce156161145563e801b77b75f5494"): say(
                "03-quick-calls", "This is the recall of the 1,000 calls. Use the new counts."
            ),
            Sealed("03-classification/quick-recall", "865987fcc90d210eae6ac19d8293c831"): TURNED,
            Sealed("03-classification/quick-recall", "4c27dea7b8261e27c5e4abdebb012526"): TURNED,
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
        Sealed("03-classification/quick-cost", "dba48f24781e824198046d8dffce9898"),
        mistakes={Sealed("03-classification/quick-cost", "b1413b9b942bdc147f2003973f5cb9c1"): COST_INVERTED, Sealed("03-classification/quick-cost", "80a710a956daf0b7543e8e3c9bb7c86e"): COST_RATIO, Sealed("03-classification/quick-cost", "68757c04e8d1c0541a38bbbb7b6483b3"): HALF},
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
        right=Sealed("03-classification/quick-chance", "23922e62c523be284442a847aa3a56b8"), options=["equal", "never-compare", "vendor-better", "within-chance"],
        wrong={
            Sealed("03-classification/quick-chance", "1f9f0e1164446413d2728c11664a0242"): say(
                "03-chance-better",
                "Both rates move by chance, for the people are not the same. Which gap between them can "
                "be chance?",
            ),
            Sealed("03-classification/quick-chance", "004781533d4003b8eb189012daae8077"): say(
                "03-chance-equal",
                "That you cannot tell two figures apart does not prove that they are the same.",
            ),
            Sealed("03-classification/quick-chance", "c609eacca1320903dda288b52aa7d2e2"): say(
                "03-chance-never",
                "They can be compared: section 5 says how large a difference chance can make. Is this "
                "one larger?",
            ),
        },
    )




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
        Sealed("03-classification/baseline", "7c97d432c9d5d28b8203fe690f250c96"),
        digits=4,
        mistakes={
            Sealed("03-classification/baseline", "db1dc8ea5a7426efea8b95c198522358"): say(
                "03-baseline-is-rate",
                "This is the share of the women who are eligible. The rule is right for the other women.",
            ),
            Sealed("03-classification/baseline", "07a5290ae838a00fa06b3a2834ce9d89"): WHOLE_SET,
            Sealed("03-classification/baseline", "eb15589fffd5b19d40aaf1cfc250527d"): OTHER_GROUP,
            Sealed("03-classification/baseline", "6a3485e5ad1f2c6765ff539bfcb0cd64"): OTHER_GROUP,
            Sealed("03-classification/baseline", "0e0c65c6d9fddbd2a8e1cd1c8283fe73"): LEARNED,
            Sealed("03-classification/baseline", "19fc080c170529517445bed2190acc4f"): LEARNED,
            Sealed("03-classification/baseline", "5173ecb7c26096f84b825a9f0abcf307"): LEARNED,
            Sealed("03-classification/baseline", "2ba80f21060f0b94d4af7a01848c9c08"): say(
                "03-baseline-is-model",
                "This is the accuracy of the model. The baseline does not ask the model.",
            ),
            Sealed("03-classification/baseline", "d369f6d1ef8d964d6ee77986c64e2cd7"): say(
                "03-baseline-wrong-whole",
                "You divided by women and men together. Count women only, on top of the fraction and "
                "below.",
            ),
            Sealed("03-classification/baseline", "f7d9d29f49109d7f3d60f20773521519"): ODDS,
            Sealed("03-classification/baseline", "7e5d3a46fd5c22851faf65ba1efb6912"): MEAN_OF_GROUPS,
            Sealed("03-classification/baseline", "42192a1f41efc8b85484ea5d0bebf4cf"): say(
                "03-baseline-of-no",
                "This starts from everybody who is not eligible, and asks who is a woman. Start "
                "from the women.",
            ),
            Sealed("03-classification/baseline", "86214642b5b2a143ba314658e6b7ac91"): say(
                "03-baseline-of-yes",
                "This starts from everybody who is eligible, and asks who is a man. Start from the "
                "women.",
            ),
            Sealed("03-classification/baseline", "f69dd5e6c28837305cfe5f8f591fb85c"): say(
                "03-baseline-model-no",
                "This is how often the model says “not eligible”. The baseline does not ask the "
                "model.",
            ),
            Sealed("03-classification/baseline", "dbc3f3b377d19a9e015972fb7275165f"): say(
                "03-baseline-gain",
                "This is what the model gains over the baseline. The baseline itself is asked for.",
            ),
            Sealed("03-classification/baseline", "1e91e28a2ae78a871dce95bea1175255"): say(
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
    expect.close(
        values.mean(),
        Sealed("03-classification/scores", "bb10a2b4c3ea928bd7d61019455e1680"),
        digits=4,
        mistakes={
            Sealed("03-classification/scores", "97cd578a6f5f5d4a02f7b6d1118a602b"): say(
                "03-column-zero",
                "To which answer does this column belong? The mean score should be near the "
                "share of eligible people.",
            ),
            Sealed("03-classification/scores", "8fb2ca9d0f593314e44dcd7cb088d98d"): REFITTED,
            Sealed("03-classification/scores", "de174dd53216f3e99b80f09dcd3acbec"): REFITTED,
            Sealed("03-classification/scores", "7139df659c233b6586fbd7c0346e34ce"): say(
                "03-scores-columns",
                "This model learned from numbers only. `model` has learned already: give it all the "
                "columns in `COLUMNS`.",
            ),
            Sealed("03-classification/scores", "77f684df08975e02267dee62411f5b2f"): say(
                "03-scores-ranks",
                "These are ranks: they keep the order of the scores and lose their values.",
            ),
            Sealed("03-classification/scores", "9efc37ef56700346a53220efcc2de8b9"): say(
                "03-scores-larger",
                "This is the larger of the two columns for each person. Take the same column for "
                "everybody, that of “eligible”.",
            ),
            Sealed("03-classification/scores", "90e5c783c7a20f66faab53bb9f78e1a1"): OTHER_MODEL,
            Sealed("03-classification/scores", "854adde6f6460edd8dfe52bfe87e4713"): OTHER_MODEL,
            Sealed("03-classification/scores", "65c4307326825a54dddfd06ee81ca06b"): OTHER_MODEL,
        },
        otherwise=otherwise,
    )
    expect.close(
        (values**2).mean(),
        Sealed("03-classification/scores", "68414eaa58a97d253dff9e31ba174b05"),
        digits=4,
        mistakes={
            Sealed("03-classification/scores", "f2db5e5cfe540c56a11b36e2364d1cd1"): say(
                "03-scores-group",
                "These are means of groups. Give each person's own score.",
            ),
        },
        otherwise=otherwise,
    )
    order = say(
        "03-scores-order",
        "The scores are right, their order is not: leave them in the order of the table.",
    )
    expect.close(values.head(100).mean(), Sealed("03-classification/scores", "6828d8a589ec221faf3b2196b1d53703"), digits=4, otherwise=order)
    expect.close((values * values.index).mean() / 16281, Sealed("03-classification/scores", "afa45ee26db2df9442d98f12c6ba9357"), digits=4, otherwise=order)


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
        expect.count(tn, Sealed("03-classification/four-cases", "f003dbb3b73fc721602481b904d8563b"), mistakes={
            Sealed("03-classification/four-cases", "019ab11cc56455c76c822b9bbf5d873a"): WHOLE_SET, Sealed("03-classification/four-cases", "d1dab932cb83e69bf20238eca257465d"): OTHER_GROUP, Sealed("03-classification/four-cases", "f1ce3e2a291964c8f28c3f02ea222884"): LEARNED, Sealed("03-classification/four-cases", "d1baf25d77b7ba69340806c392a221ad"): LEARNED, Sealed("03-classification/four-cases", "afb8493788b302d487a03e21db71a8d2"): MATRIX_ORDER,
            Sealed("03-classification/four-cases", "60b513aea39eb1446a759061407b3e01"): MATRIX_ORDER, Sealed("03-classification/four-cases", "151606ad2efd686fba0f4b4d7a8ef3d5"): MATRIX_ORDER, Sealed("03-classification/four-cases", "ffb0cfc8beeda74f5f66ca92c4d93830"): OTHER_LINE, Sealed("03-classification/four-cases", "3454dee7fb81717d3ce6b461309bb9a4"): OTHER_LINE,
            Sealed("03-classification/four-cases", "7abe911ec0ac80ce9b3d18aa1acc5bdd"): TWO_CASES, Sealed("03-classification/four-cases", "3496594dc32f31b3f816a828b20b0d07"): TWO_CASES,
        }, otherwise=CASES_OTHERWISE)
    with part():
        expect.count(fp, Sealed("03-classification/four-cases", "afb8493788b302d487a03e21db71a8d2"), mistakes={
            Sealed("03-classification/four-cases", "9069d069771485f4ea8aaea89c2e0ae8"): WHOLE_SET, Sealed("03-classification/four-cases", "9a854b4d9de47e01823332dbaa0d189d"): OTHER_GROUP, Sealed("03-classification/four-cases", "818c1d108c5911b94c30e44f3d59a250"): LEARNED, Sealed("03-classification/four-cases", "26f68e4ab58a44b58c5972f9a49a43f4"): LEARNED, Sealed("03-classification/four-cases", "f003dbb3b73fc721602481b904d8563b"): MATRIX_ORDER,
            Sealed("03-classification/four-cases", "60b513aea39eb1446a759061407b3e01"): MATRIX_ORDER, Sealed("03-classification/four-cases", "151606ad2efd686fba0f4b4d7a8ef3d5"): MATRIX_ORDER, Sealed("03-classification/four-cases", "3d415cd61fe70aa8237e868353fc537d"): OTHER_LINE, Sealed("03-classification/four-cases", "bc006748bc5d5e11d926409f3d912de4"): OTHER_LINE,
            Sealed("03-classification/four-cases", "fa9e36aa205eceacbb6896836de5b910"): TWO_CASES, Sealed("03-classification/four-cases", "7abe911ec0ac80ce9b3d18aa1acc5bdd"): TWO_CASES,
        }, otherwise=CASES_OTHERWISE)
    with part():
        expect.count(fn, Sealed("03-classification/four-cases", "60b513aea39eb1446a759061407b3e01"), mistakes={
            Sealed("03-classification/four-cases", "e11d341dad364e13220e0e5370423ec4"): WHOLE_SET, Sealed("03-classification/four-cases", "72a698ae806b45b08ddba2edfdcc8f94"): OTHER_GROUP, Sealed("03-classification/four-cases", "9469220c933574307962969e2fdd6457"): LEARNED, Sealed("03-classification/four-cases", "e4f0ec712a939171c09d7e190f915281"): LEARNED, Sealed("03-classification/four-cases", "f003dbb3b73fc721602481b904d8563b"): MATRIX_ORDER,
            Sealed("03-classification/four-cases", "afb8493788b302d487a03e21db71a8d2"): MATRIX_ORDER, Sealed("03-classification/four-cases", "151606ad2efd686fba0f4b4d7a8ef3d5"): MATRIX_ORDER, Sealed("03-classification/four-cases", "f084c2275b3b4106cd562e6aa871e3e1"): OTHER_LINE, Sealed("03-classification/four-cases", "da04f85044fa1cb379414969f0a9b27e"): OTHER_LINE,
            Sealed("03-classification/four-cases", "5a7b3c1620bd9884a31b0b58ce0c44f9"): TWO_CASES, Sealed("03-classification/four-cases", "3496594dc32f31b3f816a828b20b0d07"): TWO_CASES,
        }, otherwise=CASES_OTHERWISE)
    with part():
        expect.count(tp, Sealed("03-classification/four-cases", "151606ad2efd686fba0f4b4d7a8ef3d5"), mistakes={
            Sealed("03-classification/four-cases", "ff5c381768f978b43d57efd27123c890"): WHOLE_SET, Sealed("03-classification/four-cases", "359f02d691304540aedaa42245a30b64"): OTHER_GROUP, Sealed("03-classification/four-cases", "795825441aeecd6340689391bd7f13d7"): LEARNED, Sealed("03-classification/four-cases", "176bb9e1c3f5ae517b9388bfe128871c"): LEARNED, Sealed("03-classification/four-cases", "f003dbb3b73fc721602481b904d8563b"): MATRIX_ORDER,
            Sealed("03-classification/four-cases", "afb8493788b302d487a03e21db71a8d2"): MATRIX_ORDER, Sealed("03-classification/four-cases", "60b513aea39eb1446a759061407b3e01"): MATRIX_ORDER, Sealed("03-classification/four-cases", "1ccc85adb9e0f7b223eee70bb6232723"): OTHER_LINE, Sealed("03-classification/four-cases", "2fd9d5d02a2ddcd188aec7295c156533"): OTHER_LINE,
            Sealed("03-classification/four-cases", "fa9e36aa205eceacbb6896836de5b910"): TWO_CASES, Sealed("03-classification/four-cases", "5a7b3c1620bd9884a31b0b58ce0c44f9"): TWO_CASES,
        }, otherwise=CASES_OTHERWISE)


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
            Sealed("03-classification/precision-recall", "f1981b69077fcc1e8d19412c8e08c2ed"),
            mistakes={
                Sealed("03-classification/precision-recall", "7363965ed7f8863c1e36e97f28979b45"): PRECISION_RECALL,
                Sealed("03-classification/precision-recall", "e70b4a71a516d6c813e47132182d84d5"): WHOLE_SET,
                Sealed("03-classification/precision-recall", "b31ccc71c539977e7c6de8799712bb79"): OTHER_GROUP,
                Sealed("03-classification/precision-recall", "60a8de2e3b5bd905c0bd973cede57c51"): ACCURACY,
                Sealed("03-classification/precision-recall", "f8b151271323750b282ae7c6bf500fe4"): AVERAGE,
                Sealed("03-classification/precision-recall", "f82e2734dfa709a2236d77d9c2e75498"): AVERAGE,
                Sealed("03-classification/precision-recall", "f48fd08814ff50697fb2c59bf172c57e"): OTHER_CLASS,
                Sealed("03-classification/precision-recall", "d6726db5dee706af689e3d58198db1af"): ODDS,
                Sealed("03-classification/precision-recall", "35b03304566016cce8f3c6cc05ab9090"): EVERYBODY,
                Sealed("03-classification/precision-recall", "f5774c34dbfe80cb80427dc8ebbda786"): ERROR_RATE,
                Sealed("03-classification/precision-recall", "cbd69df19ada43dd7a707453cc74d952"): F1,
                Sealed("03-classification/precision-recall", "f50adc3f64b4310e791e0d229d00d9bf"): UNION,
                Sealed("03-classification/precision-recall", "b13c2fc268f06457fcbbf4fb28e42de2"): MEAN_OF_GROUPS,
                Sealed("03-classification/precision-recall", "7ff71a986229f826d3faebc930dfb67a"): LEARNED,
                Sealed("03-classification/precision-recall", "d2a0e072382a8529339b41f94dc18ae6"): SHARE_AT_LINE,
                Sealed("03-classification/precision-recall", "93b9256f0a80b84e9d0a4d236bd189e6"): OF_ALL,
                Sealed("03-classification/precision-recall", "d9461cbda07e5de58fb6b5ce122c9c32"): BOTH_SEXES_BELOW,
                Sealed("03-classification/precision-recall", "402d808f925622650e1d5103f3fd4619"): TURNED,
                Sealed("03-classification/precision-recall", "b0b321f1b1358c2e0edc31a560c637b4"): BRACKETS,
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
            Sealed("03-classification/precision-recall", "7363965ed7f8863c1e36e97f28979b45"),
            mistakes={
                Sealed("03-classification/precision-recall", "f1981b69077fcc1e8d19412c8e08c2ed"): PRECISION_RECALL,
                Sealed("03-classification/precision-recall", "2a3ce415c785fe2b941781aebd69ca87"): WHOLE_SET,
                Sealed("03-classification/precision-recall", "383d07f2b7562fe9844da751fdf67aa8"): OTHER_GROUP,
                Sealed("03-classification/precision-recall", "60a8de2e3b5bd905c0bd973cede57c51"): ACCURACY,
                Sealed("03-classification/precision-recall", "f7afd86d1e97af30466257e6afe4454c"): AVERAGE,
                Sealed("03-classification/precision-recall", "d33135418182f70fa4c24b91f2121cd2"): OTHER_CLASS,
                Sealed("03-classification/precision-recall", "63bfc9af85d0846de4a98478b7e62397"): ODDS,
                Sealed("03-classification/precision-recall", "35b03304566016cce8f3c6cc05ab9090"): EVERYBODY,
                Sealed("03-classification/precision-recall", "f5774c34dbfe80cb80427dc8ebbda786"): ERROR_RATE,
                Sealed("03-classification/precision-recall", "cbd69df19ada43dd7a707453cc74d952"): F1,
                Sealed("03-classification/precision-recall", "f50adc3f64b4310e791e0d229d00d9bf"): UNION,
                Sealed("03-classification/precision-recall", "85b71584612868789ab0ee1b4c117677"): MEAN_OF_GROUPS,
                Sealed("03-classification/precision-recall", "18b8b54d12dac4022f455ce0d4281f64"): LEARNED,
                Sealed("03-classification/precision-recall", "df96f7a63572b16f61964ec43454bbc6"): SHARE_AT_LINE,
                Sealed("03-classification/precision-recall", "a99a9809aa84e3501dbfb9bdfbab4387"): say(
                    "03-contacted-per-eligible",
                    "You counted everybody who is contacted. Who of them is eligible?",
                ),
                Sealed("03-classification/precision-recall", "4c7086132659f109dcecd1e1f075a2ac"): OF_ALL,
                Sealed("03-classification/precision-recall", "05567a0ca42425a4cc60223f50486357"): BOTH_SEXES_BELOW,
                Sealed("03-classification/precision-recall", "e9d801dac230cc314d232defeca2f8c6"): TURNED,
                Sealed("03-classification/precision-recall", "9d846a55b9042362925e1f6943d616b4"): BRACKETS,
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
        right=Sealed("03-classification/accuracy-claim", "fa8334478cf3fff9ae3106508869cd85"), options=["agree", "compare-baseline", "raise-men", "too-few-women"],
        wrong={
            Sealed("03-classification/accuracy-claim", "8a9c96528905cbabcfcaa053f5a94e2f"): say(
                "03-claim-agree",
                "What accuracy does saying “no” to every woman reach, and to every man?",
            ),
            Sealed("03-classification/accuracy-claim", "a379c94d938cd9a5bb6f4cba039c3ef2"): say(
                "03-claim-few",
                "With several thousand people, chance moves the figure by less than a point. The "
                "number of women is not the problem.",
            ),
            Sealed("03-classification/accuracy-claim", "5fab6c83dbbd290af9777abd93cf0c75"): say(
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
        right=Sealed("03-classification/rare", "2c127ac97b420152acea43d2e85c50f3"), options=["about-1", "about-60", "about-8", "about-93"],
        wrong={
            Sealed("03-classification/rare", "4f3e7e4978f78660f9e2e501ec9e710a"): say(
                "03-inverse",
                "That is the share of the eligible who are contacted. Picture the 10,000 people "
                "and count both groups of contacted people.",
            ),
            Sealed("03-classification/rare", "47662913dc50ecf0efb1e800f893732a"): say(
                "03-rare-specificity",
                "That is the share of the not eligible who are left alone. Start from those "
                "contacted.",
            ),
            Sealed("03-classification/rare", "d170bc95cea56344153ba37b11f36962"): say(
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
        Sealed("03-classification/cost-threshold", "038cb4e72975bcc9a2d8b1aebeb88782"),
        mistakes={
            Sealed("03-classification/cost-threshold", "dc418c691e7d80f7c291091030a25354"): COST_INVERTED,
            Sealed("03-classification/cost-threshold", "4084fc6c81a0bb6040183605c07d042b"): COST_RATIO,
            Sealed("03-classification/cost-threshold", "e22b49d41dddc40421868194a8dc5662"): HALF,
            Sealed("03-classification/cost-threshold", "6c6bd92e74975aa849bb6d3047633638"): say(
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
        Sealed("03-classification/cost-of-habit", "e4a7fff528ab755a088ddbea311a2489"),
        mistakes={
            Sealed("03-classification/cost-of-habit", "d2569bf0f51b19ca5dc5574050771008"): say(
                "03-hours-swapped",
                "The two prices have changed places: which of the two errors costs more?",
            ),
            Sealed("03-classification/cost-of-habit", "72b9309a9eb9f3f9554a12503cf940eb"): say("03-hours-unpriced", "You counted errors. Each has a price in hours."),
            Sealed("03-classification/cost-of-habit", "e3417d37210ac58ef6d19f5538d23569"): ONE_PRICE,
            Sealed("03-classification/cost-of-habit", "f93fdf32d696eaa553e4e471d85e2ab5"): ONE_PRICE,
            Sealed("03-classification/cost-of-habit", "1e9014638dc0971c479fa5a13b835075"): say(
                "03-hours-lesson", "These are the prices of the lesson. Here a visit costs more."
            ),
            Sealed("03-classification/cost-of-habit", "4a5f0f9319886f6ffc6962fd3cccc781"): CHEAPER,
            Sealed("03-classification/cost-of-habit", "0502f44c8de30287ae8914212459ff3b"): CHEAPER,
            Sealed("03-classification/cost-of-habit", "f0383d696e2b2c17607fe4fc1d8ede92"): say(
                "03-hours-more",
                "This is what the habit costs more than the threshold from costs. All hours at the "
                "threshold of 0.5 are asked for.",
            ),
            Sealed("03-classification/cost-of-habit", "9105483636614316c13bc8686d1a6726"): say("03-hours-women", "This is the cost for women. Everybody is asked for."),
            Sealed("03-classification/cost-of-habit", "deaef107a9d62dc4a2af9033cb27c866"): say("03-hours-men", "This is the cost for men. Everybody is asked for."),
            Sealed("03-classification/cost-of-habit", "2a9e08454d0a3f2520e09c49ed1bbae8"): say("03-hours-in-vain", "Only the visits in vain are counted here."),
            Sealed("03-classification/cost-of-habit", "0da3d4d2f6be07cea0c5615f8f3e1bfd"): say("03-hours-missed", "Only the missed people are counted here."),
            Sealed("03-classification/cost-of-habit", "9cef240f48a49c9754b29d1af5f84017"): VISITS,
            Sealed("03-classification/cost-of-habit", "d6f81714474b3513387e7d651190f33a"): VISITS,
            Sealed("03-classification/cost-of-habit", "a3ff933b15c3e24931399624179cf78b"): say(
                "03-hours-eligible",
                "You priced every eligible person as missed. Those who are visited are not missed.",
            ),
            Sealed("03-classification/cost-of-habit", "311235301b21941e298a8bf65d7b14ba"): say(
                "03-hours-eligible-too",
                "You priced every eligible person, also those who are visited. Only those missed "
                "cost 9 hours.",
            ),
            Sealed("03-classification/cost-of-habit", "d7bb109ccd7e06957ee59e7f29500952"): say(
                "03-hours-found",
                "You took off hours for people who were found. Only the two errors are counted.",
            ),
            Sealed("03-classification/cost-of-habit", "3c45048e0636ebf79e3b5a9a2a2c101c"): say(
                "03-hours-mean",
                "This is the mean of the hours for women and for men. Hours of two groups add up.",
            ),
            Sealed("03-classification/cost-of-habit", "ff753236762443b87de95a6424f46f52"): LEARNED,
            Sealed("03-classification/cost-of-habit", "da7d55f39be7961d5df710e90de919f5"): LEARNED,
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
            Sealed("03-classification/calibration", "e282293f81ca5eb22a6b3bdd6dd06126"),
            mistakes={
                Sealed("03-classification/calibration", "aac1838dc77ba8e0be7a78144da22889"): say(
                    "03-calibration-score",
                    "This is the mean score, the share that should be eligible. What share of these "
                    "women is eligible in fact?",
                ),
                Sealed("03-classification/calibration", "c99d33e2f59932ca230bb646b6b308c7"): OTHER_GROUP,
                Sealed("03-classification/calibration", "4e15268deecb9544eef4058cab1bed7e"): WHOLE_SET,
                Sealed("03-classification/calibration", "9c904bf6a7c1c84aa2ba9b2a1acb16c1"): say(
                    "03-calibration-of-eligible",
                    "You divided by all eligible women. Start from the people in the band.",
                ),
                Sealed("03-classification/calibration", "942aa1343e0a4ef48ecbef9e06a196fb"): say(
                    "03-calibration-of-women",
                    "You divided by all women. Start from the people in the band.",
                ),
                Sealed("03-classification/calibration", "21674f60696c6769a01c7094f6fe33c6"): say(
                    "03-calibration-turned",
                    "The fraction is upside down: the eligible women are a part of the band.",
                ),
                Sealed("03-classification/calibration", "8f031f9362122b3e188ba9a667411efb"): say(
                    "03-calibration-of-band-eligible",
                    "You divided by the eligible of both rows. Stay in the row of women.",
                ),
                Sealed("03-classification/calibration", "6518506a9c36eefd283982df7d6fc653"): say(
                    "03-calibration-both-rows",
                    "You divided by the people of both rows. Stay in the row of women.",
                ),
                Sealed("03-classification/calibration", "2590a3aaaed7afd0afcddb0ea2401104"): say(
                    "03-calibration-women",
                    "This is the share of women among the people in the band. How many of these "
                    "women are eligible?",
                ),
                Sealed("03-classification/calibration", "903705aaa3da42e894087c87d3dc3156"): MEAN_OF_GROUPS,
                Sealed("03-classification/calibration", "4074986fd872222094925d200bb83dc8"): CALIBRATION_GAP,
                Sealed("03-classification/calibration", "657f732e814b4f87629096a4feb68a5f"): CALIBRATION_GAP,
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
            right=Sealed("03-classification/calibration", "263984a25350928802f867f2e400e555"), options=["accuracy-low", "calibrated", "right-for-each", "score-too-low"],
            wrong={
                Sealed("03-classification/calibration", "7d68bb423ef749e9d42aa27ee9226d43"): say(
                    "03-calibration-person",
                    "A score describes many people. Each single woman is eligible or is not.",
                ),
                Sealed("03-classification/calibration", "f04680b30278d9d60133e5e61bd53d28"): say(
                    "03-calibration-accuracy",
                    "Calibration asks of the people who got this score how many were eligible; "
                    "not how often a yes or no was right.",
                ),
                Sealed("03-classification/calibration", "d432a27832204d00d00438c6b413e486"): say(
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
            right=Sealed("03-classification/stand-in", "ac22af0e5d17c12814a2bd20b706791b"), options=["debts", "low-income", "low-score", "young"],
            wrong={
                Sealed("03-classification/stand-in", "b1945643f949d04aa493dad4ae7c4adb"): say(
                    "03-stand-in-low",
                    "People with a low income are called early. Who needs help although this column "
                    "does not show it?",
                ),
                Sealed("03-classification/stand-in", "1d2708ff3d5242abd65d9d59ce77b550"): say(
                    "03-stand-in-score",
                    "They are called first. Who is called last, and needs help all the same?",
                ),
                Sealed("03-classification/stand-in", "7b0f933809e0f52b401fbf23894a3319"): say(
                    "03-stand-in-young",
                    "Look at the figure in section 6 of the lesson: are they called early or late "
                    "when the lowest scores come first?",
                ),
            },
        )
    with part():
        expect.choice(
            step,
            right=Sealed("03-classification/stand-in", "cee30aeb832df1aff7f4c26712427bf5"), options=["more-accurate", "read-each-row", "record-need", "same-accuracy"],
            wrong={
                Sealed("03-classification/stand-in", "30b9ab906d66952a6a66a5ecd476e198"): say(
                    "03-stand-in",
                    "The model may be right about its column already. Is it the right column?",
                ),
                Sealed("03-classification/stand-in", "21512b3b56f872337ca693e82aa63b0d"): say(
                    "03-stand-in-read",
                    "The rows say nothing about rent or debt, however often they are read. What is "
                    "missing from the register?",
                ),
                Sealed("03-classification/stand-in", "248d6d6fff89fc35fdb782df49eb2ec1"): say(
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
        expect.count(
            round(expect.number(through_call), 6),
            Sealed("03-classification/uplift", "f080b5c5c74a459d7fd3ec9cb2d47b2d"),
            mistakes={
                Sealed("03-classification/uplift", "04d4c806856d4e8be9c978ff3391a274"): ANYWAY,
                Sealed("03-classification/uplift", "5e468ff4376ccfe552ab0f760239a390"): ANYWAY,
                Sealed("03-classification/uplift", "703b78ffac81629e8602226bdc0de844"): say(
                    "03-uplift-without",
                    "They joined without a call. How many more joined with one?",
                ),
                Sealed("03-classification/uplift", "a88842f4a9597705c40401aca7c2deb6"): OTHER_ROW,
                Sealed("03-classification/uplift", "13fde0d11965aee50d17b610870302d6"): OTHER_ROW,
                Sealed("03-classification/uplift", "3c51a9375e429b2afcaa211add1aab0f"): OTHER_ROW,
                Sealed("03-classification/uplift", "ce1f958a5e3aeb7485685f8fb86efbfe"): say("03-uplift-both", "This adds both groups. Only one is asked for."),
                Sealed("03-classification/uplift", "57bb9fb1e56a713f09200cd65b35e3fe"): say(
                    "03-uplift-difference",
                    "This compares the two groups with each other. Compare called and not called "
                    "within one group.",
                ),
                Sealed("03-classification/uplift", "dca00f97ba81a151724e1f1db1e34c10"): say(
                    "03-uplift-sum",
                    "This adds those who joined with and without a call. How many more joined with "
                    "one?",
                ),
                Sealed("03-classification/uplift", "99bc58b9f85be38bd34cb1a29bc2634f"): say("03-uplift-not-joined", "These people were called and did not join."),
                Sealed("03-classification/uplift", "be756c824bcce4a1200e5daf1d9f30bc"): say(
                    "03-uplift-percent",
                    "This is the difference in percentage points. How many of the 500 people is it?",
                ),
                Sealed("03-classification/uplift", "11d99e8c104ef7773749677e058d968a"): say(
                    "03-uplift-relative",
                    "This is the increase in per cent. How many people is it?",
                ),
                Sealed("03-classification/uplift", "af2434a56b99f48ac7cf8513d52e7ddd"): say(
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
            right=Sealed("03-classification/uplift", "7aee71024d27b0ed94cbde697e2cf78f"), options=["both-alike", "high-scores", "letters-only", "middle-scores"],
            wrong={
                Sealed("03-classification/uplift", "63c1cbc458092921bf6fd920fdd3e20b"): say(
                    "03-uplift-high",
                    "Most of them join without a call, too. What do 500 calls change in each group?",
                ),
                Sealed("03-classification/uplift", "9538e49891608bbfcc8f1e60080a266b"): say(
                    "03-uplift-alike",
                    "How many more people join if all 1,000 calls go to one of the groups? The others "
                    "still get what everybody gets, and can apply.",
                ),
                Sealed("03-classification/uplift", "b63aaa0f4c473a138519d1653caf8ebb"): say(
                    "03-uplift-nobody",
                    "Most would have, but not all: how many people would stay out without 1,000 calls?",
                ),
            },
        )
