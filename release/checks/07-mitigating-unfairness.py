"""The checks of 07-mitigating-unfairness. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "07-mitigating-unfairness"

from functools import lru_cache

import numpy as np
import pandas as pd

from course import load_dataset
from course.checking import exercise, expect, part, say
from course.dossier import ArtefactError, FairnessStatement, Measure
from course.dossier.fields.labels import label

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
        right=Sealed("07-mitigating-unfairness/quick-leave-out", "6e8e0841154ed11fcaea8f010d418c38"), options=["agree", "ask-accuracy", "drop-more", "measure"],
        wrong={
            Sealed("07-mitigating-unfairness/quick-leave-out", "830a432197b8b4a886734860e38a1a03"): say(
                "07-unawareness",
                "What do the other columns say about the one that was left out?",
            ),
            Sealed("07-mitigating-unfairness/quick-leave-out", "5115f1db0241a2ff69f5d2c409d685b7"): say(
                "07-proxies-free",
                "What happened to the eligible women when the marital status was left out too? "
                "Look at the rates as well as at the gap.",
            ),
            Sealed("07-mitigating-unfairness/quick-leave-out", "127abc3aea7feecaa66c884afe5d19dc"): say(
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
        Sealed("07-mitigating-unfairness/quick-promised-gap", "e7a87be8961899ab9267e15b7dd321ce"),
        mistakes={
            Sealed("07-mitigating-unfairness/quick-promised-gap", "a1b1dddcdada0f6d9c7ff0b4304f8fa6"): say(
                "07-wrong-metric",
                "This is the gap that the tool was asked to close. Is it the one that was promised?",
            ),
            Sealed("07-mitigating-unfairness/quick-promised-gap", "a1b1dddcdada0f6d9c7ff0b4304f8fa6"): say(
                "07-wrong-metric",
                "This is the gap that the tool was asked to close. Is it the one that was promised?",
            ),
            Sealed("07-mitigating-unfairness/quick-promised-gap", "7d880ac920d144878d2fd11615ca3829"): say("07-gap-before", "This is the gap before the tool was used."),
            Sealed("07-mitigating-unfairness/quick-promised-gap", "5f692188e7097d17afa92f986122664c"): say("07-gap-other-rule", "This is the gap under another constraint."),
            Sealed("07-mitigating-unfairness/quick-promised-gap", "d6a1924cae2ab52746d8244f0250890d"): say("07-gap-other-rule", "This is the gap under another constraint."),
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
        right=Sealed("07-mitigating-unfairness/quick-label", "c09113fc0943284f2e5f53ba50a16481"), options=["adjusted", "leave-out", "not-urgent", "urgent"],
        wrong={
            Sealed("07-mitigating-unfairness/quick-label", "2a1a0fd267deb5de366c07d8136b7391"): say(
                "07-fix-model-not-data",
                "What would the label be if the desk had answered in time?",
            ),
            Sealed("07-mitigating-unfairness/quick-label", "882112898000ee36f9090b0858e80b0f"): say(
                "07-label-quota",
                "Equal shares do not say which comments are urgent. What does?",
            ),
            Sealed("07-mitigating-unfairness/quick-label", "35b55f06630a2d18a7b59c9068a9b49e"): say(
                "07-label-left-out",
                "Then the list would learn nothing from the people who were served worst.",
            ),
        },
    )




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
            Sealed("07-mitigating-unfairness/recall-race", "10692933882b1b01b3a65d571427572a"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "b857f3679d899f2dc3cf92bf422357c1"): SWAPPED,
                Sealed("07-mitigating-unfairness/recall-race", "a76db77a73c6a3fbe0879519c6694648"): SELECTION,
                Sealed("07-mitigating-unfairness/recall-race", "68b02bb1f213ec367914fd771d26b154"): PRECISION,
                Sealed("07-mitigating-unfairness/recall-race", "d3b6192d9867a92975e58397b8d3686c"): EVERYBODY,
                Sealed("07-mitigating-unfairness/recall-race", "39617d144f6a594a7585b284db509304"): ON_LEARN,
                Sealed("07-mitigating-unfairness/recall-race", "d189f817291af7122e372dbbf984b2c9"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "ec599a5ce4ae687bf5ad957a5ed582ed"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "8757e96b54975025af596d889900164f"): ACCURACY,
                Sealed("07-mitigating-unfairness/recall-race", "62c6c4bbe01f6eb1912d6b9d53d07d59"): FPR,
                Sealed("07-mitigating-unfairness/recall-race", "aac53157529958119cf2cf3af5e6ed9b"): BASE_RATE,
                Sealed("07-mitigating-unfairness/recall-race", "679b93c19d6a89c64516d86bcb2ade3d"): AMONG_FOUND,
                Sealed("07-mitigating-unfairness/recall-race", "1c821b66df43ac599767414129af9db7"): OF_ALL,
                Sealed("07-mitigating-unfairness/recall-race", "735b3c241ab16cbac99f076212fb9908"): MEAN_SCORE,
                Sealed("07-mitigating-unfairness/recall-race", "481a39dc322158266b841f36f136ab9e"): OTHER_LINE,
                Sealed("07-mitigating-unfairness/recall-race", "09be35d614d1946a505f759564fb567b"): MEAN_OF_MEANS,
                Sealed("07-mitigating-unfairness/recall-race", "32833051e17ec3875c25420e72e6cd79"): ONE_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "3e9ac523eeb2530e1a6335a3766a9712"): ONE_SEX,
            },
        )
    with part():
        expect.share(
            white,
            Sealed("07-mitigating-unfairness/recall-race", "b857f3679d899f2dc3cf92bf422357c1"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "10692933882b1b01b3a65d571427572a"): SWAPPED,
                Sealed("07-mitigating-unfairness/recall-race", "186541e7498725caac442b6b8db644a9"): SELECTION,
                Sealed("07-mitigating-unfairness/recall-race", "8a6fd0d37aa5a0a209a67a3b900c2c00"): PRECISION,
                Sealed("07-mitigating-unfairness/recall-race", "d3b6192d9867a92975e58397b8d3686c"): EVERYBODY,
                Sealed("07-mitigating-unfairness/recall-race", "5664b8804a3dd62b26b1a5e28ea3a573"): ON_LEARN,
                Sealed("07-mitigating-unfairness/recall-race", "d189f817291af7122e372dbbf984b2c9"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "ec599a5ce4ae687bf5ad957a5ed582ed"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "804521b3325939f5a5d0c250775e01b9"): ACCURACY,
                Sealed("07-mitigating-unfairness/recall-race", "940e391e4d73f2cfda06247fd1f8ea23"): FPR,
                Sealed("07-mitigating-unfairness/recall-race", "48ec775c9fba6fca00a3ac7e54636fba"): BASE_RATE,
                Sealed("07-mitigating-unfairness/recall-race", "f8fa07494dd47825db62794edb81155f"): AMONG_FOUND,
                Sealed("07-mitigating-unfairness/recall-race", "88b9e7481856fb0d40340ea56f4e44ae"): OF_ALL,
                Sealed("07-mitigating-unfairness/recall-race", "222b3417fe925e96784059f2143fae24"): MEAN_SCORE,
                Sealed("07-mitigating-unfairness/recall-race", "f4bb5adfd588e7a7e1ef858aeb2120e5"): OTHER_LINE,
                Sealed("07-mitigating-unfairness/recall-race", "f5a01720723560974a722fbc122e19a5"): MEAN_OF_MEANS,
                Sealed("07-mitigating-unfairness/recall-race", "214225ac338140c3815e71ce2be27b35"): ONE_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "fcf5a3a9b3073fb265e9b7e1983e147d"): ONE_SEX,
            },
        )
    both = say(
        "07-both-conditions",
        "This is another group: keep those who are Black, women and eligible, all three at once.",
    )
    with part():
        expect.share(
            black_women,
            Sealed("07-mitigating-unfairness/recall-race", "32833051e17ec3875c25420e72e6cd79"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "10692933882b1b01b3a65d571427572a"): both,
                Sealed("07-mitigating-unfairness/recall-race", "3e9ac523eeb2530e1a6335a3766a9712"): both,
                Sealed("07-mitigating-unfairness/recall-race", "d189f817291af7122e372dbbf984b2c9"): both,
                Sealed("07-mitigating-unfairness/recall-race", "214225ac338140c3815e71ce2be27b35"): both,
                Sealed("07-mitigating-unfairness/recall-race", "d3b6192d9867a92975e58397b8d3686c"): both,
                Sealed("07-mitigating-unfairness/recall-race", "7d070bb1ff32877fd6fbadb8ec4ccdbd"): SELECTION,
                Sealed("07-mitigating-unfairness/recall-race", "ef1024f9f62810475a70d0313b71cb64"): PRECISION,
                Sealed("07-mitigating-unfairness/recall-race", "23fd73efeec1459dbc3b8f1783afe830"): ACCURACY,
                Sealed("07-mitigating-unfairness/recall-race", "0859b9eff2e7cecee2de70bbec26686e"): FPR,
                Sealed("07-mitigating-unfairness/recall-race", "6bfe88104081c1334dd41652cf71cdc3"): BASE_RATE,
                Sealed("07-mitigating-unfairness/recall-race", "a94e194f44af058445a2469d79a03211"): AMONG_FOUND,
                Sealed("07-mitigating-unfairness/recall-race", "0931ed32f0a2937e3fa2cdf0150da576"): OF_ALL,
                Sealed("07-mitigating-unfairness/recall-race", "6d6edd02d5b9d1e448b0411f76fe12c2"): MEAN_SCORE,
                Sealed("07-mitigating-unfairness/recall-race", "21ef16d2e47c44d7bc88301471e5e9aa"): OTHER_LINE,
                Sealed("07-mitigating-unfairness/recall-race", "5ef5e05016541610d4aa04618a710eba"): ON_LEARN,
            },
        )
    with part():
        expect.count(
            count,
            Sealed("07-mitigating-unfairness/recall-race", "bc3c12b517cd3c5368d8feaf49d6a102"),
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "5e01a5f84143980bd90f6dd1f5da85aa"): say(
                    "07-count-all-women",
                    "These are all Black women. The share rests on those who are eligible.",
                ),
                Sealed("07-mitigating-unfairness/recall-race", "df4f12c142b16d724684b1623d24048e"): say(
                    "07-count-contacted",
                    "These are the eligible Black women who are contacted. The share rests on all "
                    "who are eligible.",
                ),
                Sealed("07-mitigating-unfairness/recall-race", "19d53342e4a40af889f864b2099672e1"): say(
                    "07-count-all-contacted",
                    "These are the Black women who are contacted. The share rests on those who are "
                    "eligible.",
                ),
                Sealed("07-mitigating-unfairness/recall-race", "3cc6ae2bfe22dd3bc568671c570b68ce"): both,
                Sealed("07-mitigating-unfairness/recall-race", "de1e78143586fc7a41a2d11a871cfd99"): both,
                Sealed("07-mitigating-unfairness/recall-race", "e6e86c1eac176935b0d73244393a0c18"): both,
                Sealed("07-mitigating-unfairness/recall-race", "9018a950445d23500ce468fbc45232f4"): both,
                Sealed("07-mitigating-unfairness/recall-race", "c354e6ed491e267895beec8ae1912e97"): ON_LEARN,
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
        right=Sealed("07-mitigating-unfairness/not-enough", "a1752f8195f03bcecbf176a6b290b188"), options=["accuracy-fell", "column-gone", "guessed-and-apart", "unequal-numbers"],
        wrong={
            Sealed("07-mitigating-unfairness/not-enough", "b9d42e50e8fb8c4ebde1b246aef67662"): say(
                "07-not-enough-accuracy",
                "That says what it costs to leave the column out. What would show that the score "
                "still treats nationalities differently?",
            ),
            Sealed("07-mitigating-unfairness/not-enough", "d3ef58d605b5aec1bda43803896b3a01"): say(
                "07-not-enough-numbers",
                "Groups of unequal size are not a harm by themselves. Compare what happens to them.",
            ),
            Sealed("07-mitigating-unfairness/not-enough", "a6d8126c2fc966f0a4e56f315279c653"): say(
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
            Sealed("07-mitigating-unfairness/remover", "bcdfd3383bcdbf61d2eda5b74bcb4eec"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/remover", "19c2c80a2f568493d6ca4629451933bb"): SWAPPED,
                Sealed("07-mitigating-unfairness/remover", "18aaa17840073183ded38c6b88cdeb59"): SELECTION,
                Sealed("07-mitigating-unfairness/remover", "7a0bfdc0fe717ce08cb6cd0f823f77da"): PRECISION,
                Sealed("07-mitigating-unfairness/remover", "259e0fb84634cccb3b0ad322774f9ef4"): before,
                Sealed("07-mitigating-unfairness/remover", "0171f6fb7e9d3239914120f5395f1c71"): half,
                Sealed("07-mitigating-unfairness/remover", "568827ba4ece4777d2f510c105b5549c"): again,
                Sealed("07-mitigating-unfairness/remover", "be2d0eeb30803b3e213abca45749a3b7"): other,
                Sealed("07-mitigating-unfairness/remover", "584597b8484ea7480d261b2942063d23"): partly,
                Sealed("07-mitigating-unfairness/remover", "3147a6b6a3312248078ced2ea9c63c96"): settings,
                Sealed("07-mitigating-unfairness/remover", "00af499a92e22ff6ecce25b01ca94827"): on_learn,
                Sealed("07-mitigating-unfairness/remover", "6c7b5374c1ae9014270d30dc43a07f49"): threshold,
                Sealed("07-mitigating-unfairness/remover", "2c751c1cbe157ca9404f594cf8656370"): from_test,
            },
            otherwise=otherwise,
        )
    with part():
        expect.share(
            white,
            Sealed("07-mitigating-unfairness/remover", "19c2c80a2f568493d6ca4629451933bb"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/remover", "bcdfd3383bcdbf61d2eda5b74bcb4eec"): SWAPPED,
                Sealed("07-mitigating-unfairness/remover", "67e41ca4e7db3cb9013cc64db4236e0f"): SELECTION,
                Sealed("07-mitigating-unfairness/remover", "ff6d5a713790454e707ae5060808ef06"): PRECISION,
                Sealed("07-mitigating-unfairness/remover", "3c8d44cf046ccbb7d67336039b46335c"): before,
                Sealed("07-mitigating-unfairness/remover", "2c2ca26dc8dfdb4ca110579c54ef3a71"): before,
                Sealed("07-mitigating-unfairness/remover", "e76bbfac54d46c267f98daefa7d1e117"): half,
                Sealed("07-mitigating-unfairness/remover", "0de2ef7b38459c9185787695b43ce4b8"): again,
                Sealed("07-mitigating-unfairness/remover", "432490c0cf151257530720842b5aba94"): other,
                Sealed("07-mitigating-unfairness/remover", "cfa53de1ffcf7388c1c69a266340cc68"): partly,
                Sealed("07-mitigating-unfairness/remover", "907cc65cfd53a0a7b74bfe163efd6777"): say(
                    "07-remover-old-model",
                    "The office's `model` decided by the new columns, from which it has not learned. "
                    "Let a new model learn from them.",
                ),
                Sealed("07-mitigating-unfairness/remover", "51f2777b921bb6d8b863e4bc81526f3e"): settings,
                Sealed("07-mitigating-unfairness/remover", "2fa4ac1a5018a8b9cffe42366b707223"): on_learn,
                Sealed("07-mitigating-unfairness/remover", "fd9f9d80c2b4ecb96efbd3f5b9aab7f7"): threshold,
                Sealed("07-mitigating-unfairness/remover", "7cf307736ea4d38364805a074cbc7f38"): from_test,
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
            Sealed("07-mitigating-unfairness/other-question", "3dc307cdd915f5f193b6a92711dcb5cf"),
            digits=4,
            mistakes={
                Sealed("07-mitigating-unfairness/other-question", "9595c7b9ed88ff4ae5eb3a13df315eab"): say("07-question-half", "This is the recall with the threshold 0.5."),
                Sealed("07-mitigating-unfairness/other-question", "2db498dbbcc475c2e82372eb43ab1e96"): SELECTION,
                Sealed("07-mitigating-unfairness/other-question", "6f9ab72edc5ed369d769fca6845719b7"): say(
                    "07-question-turned",
                    "With this threshold fewer people are contacted than before. A contact costs "
                    "little and a miss costs much: which threshold follows?",
                ),
                Sealed("07-mitigating-unfairness/other-question", "f455aa0f31967ce16aee91250546bf4a"): PRECISION,
                Sealed("07-mitigating-unfairness/other-question", "872280653e0133604d75688f2c2eba64"): OTHER_GROUP,
                Sealed("07-mitigating-unfairness/other-question", "920da286c70add463eb54379afc6cbfc"): EVERYBODY,
                Sealed("07-mitigating-unfairness/other-question", "a26a6d93ef90b52ad34ed7561ff6e1d9"): ONE_SEX,
                Sealed("07-mitigating-unfairness/other-question", "3080886746f14f4e6746737350fadd62"): ONE_SEX,
                Sealed("07-mitigating-unfairness/other-question", "22a4753cbe5b482b42a37a153a508cc5"): say(
                    "07-line-fifth",
                    "This is the share with the threshold 1/5. The costs are one and five hours, "
                    "and the threshold is one divided by their sum.",
                ),
                Sealed("07-mitigating-unfairness/other-question", "6dfeedbfe5bf2776708281d3f6fa9a78"): say(
                    "07-gain", "This is how much the share has risen. How large is it now?"
                ),
                Sealed("07-mitigating-unfairness/other-question", "410089c0ac530b4705cc7af323a78ccd"): say(
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
        expect.close(
            found / 20,
            Sealed("07-mitigating-unfairness/other-question", "a2aa0dff9eb980735548234dfbf5b52b"),
            digits=0,
            mistakes={
                Sealed("07-mitigating-unfairness/other-question", "783b9aa61e20be70fd7c4eb1f1d808f7"): say(
                    "07-more-all",
                    "This is how many are contacted now. How many of them were not contacted "
                    "before?",
                ),
                Sealed("07-mitigating-unfairness/other-question", "a05c31193bbb008e2e0c7cb27b94cac3"): say(
                    "07-more-sign",
                    "The size is right, the sign is not: how many more are contacted now than before?",
                ),
                Sealed("07-mitigating-unfairness/other-question", "d126c60f6c994c220f23990efd773ffa"): before,
                Sealed("07-mitigating-unfairness/other-question", "aa856f6c2e0c31f3ae5b17affb7c4b6e"): some,
                Sealed("07-mitigating-unfairness/other-question", "62fc03d668f7f57aa36a616ffbf2c988"): some,
                Sealed("07-mitigating-unfairness/other-question", "3fb6f220ae76f6700314cd53918a18b3"): some,
                Sealed("07-mitigating-unfairness/other-question", "0ab6ba30fa18209bcd74f06b802fd10c"): some,
                Sealed("07-mitigating-unfairness/other-question", "e38f7094acfa4df8bc7be011d33a6416"): say(
                    "07-more-line",
                    "This is the number with another threshold than 1/6: compare the score with "
                    "`1 / 6`.",
                ),
            },
            otherwise=some,
        )



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
}
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
        ]:
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
            right=Sealed("07-mitigating-unfairness/at-decision", "a87ff4d4af3e4bf005ebc56ae4c2b0b3"), options=["another-question", "constraint-in-learning", "reweighing", "thresholds-by-group"],
            wrong={
                Sealed("07-mitigating-unfairness/at-decision", "8588b624e4e987bcdcef66f7e6fce6f1"): say(
                    "07-ruled-constraint",
                    "This remedy uses the sex when it learns. Is there a cut-off for each sex?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "94785fff2d13f77c28c85737c71f11ce"): say(
                    "07-ruled-reweighing",
                    "The weights are only used to learn: one model with one cut-off score is left.",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "d6e5cc088c7f9fa872dd28e10967fd3a"): say(
                    "07-ruled-question", "Here one cut-off score holds for everybody."
                ),
            },
        )
    with part():
        expect.choice(
            still_to_ask,
            right=Sealed("07-mitigating-unfairness/at-decision", "e3b7f2ec218132f059d87305b853011e"), options=["each-consent", "nothing-more", "sex-and-lot", "two-cut-offs"],
            wrong={
                Sealed("07-mitigating-unfairness/at-decision", "fec73cad939f3d953714c4308262d358"): say(
                    "07-no-group-at-predict",
                    "In the table of the lesson, this remedy has a “yes” in two columns. Each “yes” "
                    "is a question for the lawyer.",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "4b48b7ce3512568bc7cef0a0eff090d4"): say(
                    "07-ask-cut-offs",
                    "This remedy sets no cut-off by sex. What does it use instead?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "1ba359c67542e52302dc9c8fdcecd345"): say(
                    "07-ask-consent",
                    "That could be asked about every score. In the table of the lesson, what sets this "
                    "remedy apart?",
                ),
            },
        )
    with part():
        expect.choice(
            by_lot,
            right=Sealed("07-mitigating-unfairness/at-decision", "0c9e501ddae59f94b33dee7e4a00d67e"), options=["black-people", "both-alike", "nobody", "white-people"],
            wrong={
                Sealed("07-mitigating-unfairness/at-decision", "b2ca4cd51a585b6649d4e2972b015f76"): say(
                    "07-lot-alike",
                    "Compare the chances in the two rows. In which row is it open whether a person "
                    "is contacted?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "a5256e01170fabebb921fbca1d7bdc96"): say(
                    "07-lot-white",
                    "More of them are between the thresholds. But how many of a hundred of them are "
                    "contacted?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "d7ef858a650664c4cc094f6d46a8befb"): say(
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
            right=Sealed("07-mitigating-unfairness/frontier", "6d1ad0d67916834de183ec3e7ee7f744"), options=["before", "reweighed", "same-recall", "same-selection"],
            wrong={
                Sealed("07-mitigating-unfairness/frontier", "1e5afc1891f8b3e0928fb7d32c00bed0"): say(
                    "07-frontier-reweighed",
                    "Its gap and its cost are a little lower than before, so it is not beaten.",
                ),
                Sealed("07-mitigating-unfairness/frontier", "1308c378211ec0a4bcbf0c6c47ab2cd7"): say(
                    "07-frontier-recall",
                    "Its gap in recall is the smallest of the four. Which rule is worse than “before” in "
                    "all three: that gap, accuracy and cost?",
                ),
                Sealed("07-mitigating-unfairness/frontier", "06c25423adb24a1b166a1ed313b26439"): say(
                    "07-frontier-before", "Which remedy is worse than “before” in all three?"
                ),
            },
        )
    with part():
        expect.choice(
            bears_price,
            right=Sealed("07-mitigating-unfairness/frontier", "4bb9efd36244da70503e3026bf94d07e"), options=["advisers", "eligible-black-people", "eligible-white-people", "nobody"],
            wrong={
                Sealed("07-mitigating-unfairness/frontier", "42d44a0d78559bd4064c29949a90ae21"): say(
                    "07-price-white",
                    "In the lesson eligible men lost. Look at this table: is the recall of White people lower "
                    "in the row `same-recall` than in the row `before`?",
                ),
                Sealed("07-mitigating-unfairness/frontier", "a617db9ba0610a96030472178a9be604"): say(
                    "07-price-black", "Look at the column of their recall: does it fall?"
                ),
                Sealed("07-mitigating-unfairness/frontier", "4a5dbc7a912aa57795128f63ad383a25"): say(
                    "07-price-nobody",
                    "Both rates rise. What else in this row is larger than in the first?",
                ),
            },
        )


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
        Sealed("07-mitigating-unfairness/gap-between-large", "5c1b421f15233823b0ad62e422814254"),
        mistakes={
            Sealed("07-mitigating-unfairness/gap-between-large", "b1b9aee711f96359d0c80b9ae3bc5e2b"): say(
                "07-gap-small-groups",
                "Groups with fewer than `smallest` people of outcome 1 have taken part.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "6aa22d50cacabf561c1ce70f08dc1671"): say(
                "07-gap-size-of-all",
                "A group counts as large by its people of outcome 1, not by all of its people or "
                "those of outcome 0.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "bf28dbdbd3db6e8ebb89cec8bc9fbe39"): say(
                "07-gap-at-least", "“At least” includes a group with exactly `smallest` people."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "ec33a96dab8112560a82d715afcbf252"): NEGATIVE,
            Sealed("07-mitigating-unfairness/gap-between-large", "b60b532436b71a606f1f4810f4ba6d8d"): say(
                "07-gap-selection",
                "This is the gap in the selection rate: keep those of outcome 1.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "68224d324def9fdd638f14f918e7c6df"): say(
                "07-gap-swapped",
                "This starts from those whose decision is 1. Recall starts from those whose outcome "
                "is 1.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "0075ac66d5ec2bc5131406701fd444d1"): RATIO,
            Sealed("07-mitigating-unfairness/gap-between-large", "21b0a923453e0f58528a2d18521f7c9f"): RATIO,
            Sealed("07-mitigating-unfairness/gap-between-large", "576f9467a8799e14e4dd69081b979747"): say(
                "07-gap-fpr", "This is the gap in the false positive rate: keep those of outcome 1."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "25b09b7a84303c8d980f0ae0335edf0f"): say(
                "07-gap-accuracy", "This is the gap in the accuracy: keep those of outcome 1."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "be64c7fd4b51fa5082feae483b303a60"): say(
                "07-gap-largest", "This is the largest recall. Take the smallest one from it."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "e2eb9611e429d26429139b401e29dc07"): say(
                "07-gap-from-all",
                "This compares a group with everybody. Compare the groups with each other.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "18063128f78a99db1d7353e9436d507c"): say(
                "07-gap-spread",
                "This is a standard deviation. The gap is the largest minus the smallest.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "9d1d237ad64157ae5b93173765ff3b92"): say(
                "07-gap-which-groups",
                "Which groups take part? Count the people of outcome 1 in each group, and leave out the small groups; do not merge them into one group either.",
            ),
        },
        otherwise=wrong,
    )
    expect.close(
        expect.call(function, *columns, 5),
        Sealed("07-mitigating-unfairness/gap-between-large", "bf28dbdbd3db6e8ebb89cec8bc9fbe39"),
        mistakes={
            Sealed("07-mitigating-unfairness/gap-between-large", "5c1b421f15233823b0ad62e422814254"): say(
                "07-gap-large-all",
                "With a larger `smallest` the gap is the same as before: does your function use the "
                "number that it is given?",
            ),
        },
        otherwise=wrong,
    )
    expect.close(
        expect.call(function, *columns, 1),
        Sealed("07-mitigating-unfairness/gap-between-large", "b1b9aee711f96359d0c80b9ae3bc5e2b"),
        mistakes={
            Sealed("07-mitigating-unfairness/gap-between-large", "6aa22d50cacabf561c1ce70f08dc1671"): say("07-gap-zero", "A group with a recall of 0 takes part as well."),
            Sealed("07-mitigating-unfairness/gap-between-large", "5c1b421f15233823b0ad62e422814254"): say(
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
        right=Sealed("07-mitigating-unfairness/carries-neglect", "7e2d7c5fde14e932b2e3146440aa08c2"), options=["inspections", "lot", "meter", "register"],
        wrong={
            Sealed("07-mitigating-unfairness/carries-neglect", "866697e748a986fecb66367898ea65ab"): say(
                "07-neglect-lot",
                "Lots give every firm the same chance of a visit, wherever the office looked before.",
            ),
            Sealed("07-mitigating-unfairness/carries-neglect", "d4301bda73122245fb877134a89194aa"): say(
                "07-neglect-register",
                "A register can have errors, but an age does not depend on where an office looked.",
            ),
            Sealed("07-mitigating-unfairness/carries-neglect", "029a8023428463a935204e49fd48b6f7"): say(
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
