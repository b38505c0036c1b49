"""The checks of 07-mitigating-unfairness. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "07-mitigating-unfairness"

import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ArtefactError, FairnessStatement, Measure

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
INVERTED = say(
    "07-weights-inverted",
    "Should the rarer combination weigh more or less than 1? Look at which number stands on top.",
)
MISALIGNED = say(
    "07-misaligned",
    "Do row and group still belong to the same person? Take both from the same table, unsorted.",
)




@exercise(
    "quick-leave-out",
    hints=[
        say(
            "07-hint-leave-out-1", "What did the cell find that guessed the sex from other columns?"
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
                "What do the other columns tell about the one that was left out?",
            ),
            Sealed("07-mitigating-unfairness/quick-leave-out", "5115f1db0241a2ff69f5d2c409d685b7"): say(
                "07-proxies-free",
                "What became of the eligible women when the marital status was left out too? "
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
        say("07-hint-promised-2", "The table shows points. One point is 0.01."),
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
    "quick-smallest-gap",
    hints=[
        say("07-hint-smallest-gap-1", "How many eligible women does the rule N reach? And men?")
    ],
)
def quick_smallest_gap(key):
    expect.choice(
        key,
        right=Sealed("07-mitigating-unfairness/quick-smallest-gap", "7208e3052a2f7594b023e339e5ec64de"), options=["accept", "accuracy-only", "ask-who-is-served", "second-smallest"],
        wrong={
            Sealed("07-mitigating-unfairness/quick-smallest-gap", "f8d2b95260ddec4a610597d186ca9aa4"): say("07-zero-gap-good", "Who is served by this rule?"),
            Sealed("07-mitigating-unfairness/quick-smallest-gap", "93e45aecd8cce3d66f7b628732e4be9b"): say(
                "07-second-smallest",
                "The next rule may serve few people too. What should a rule do for people, "
                "before gaps are compared?",
            ),
            Sealed("07-mitigating-unfairness/quick-smallest-gap", "aaba440da9577d53f92fc19fe0693c6d"): say(
                "07-accuracy-only",
                "The highest accuracy says nothing about who is missed. Which number does?",
            ),
        },
    )


@exercise(
    "quick-label",
    hints=[say("07-hint-label-1", "The question is about the need, not about what the desk did.")],
)
def quick_label(key):
    expect.choice(
        key,
        right=Sealed("07-mitigating-unfairness/quick-label", "c09113fc0943284f2e5f53ba50a16481"), options=["adjusted", "leave-out", "not-urgent", "urgent"],
        wrong={
            Sealed("07-mitigating-unfairness/quick-label", "2a1a0fd267deb5de366c07d8136b7391"): say(
                "07-fix-model-not-data",
                "What would the label be if the service had come in time?",
            ),
            Sealed("07-mitigating-unfairness/quick-label", "882112898000ee36f9090b0858e80b0f"): say(
                "07-label-quota",
                "Equal shares of labels do not say which comments are urgent. What does?",
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
            "Recall is the true positive rate: of the eligible, who is contacted?",
        ),
        say(
            "07-hint-recall-2",
            "`MetricFrame` takes `metrics`, `y_true`, `y_pred` and `sensitive_features`; its "
            "`by_group` is looked up by the label.",
        ),
    ],
)
def recall_race(black, white):
    with part():
        expect.share(
            black,
            Sealed("07-mitigating-unfairness/recall-race", "bd9df794370073a0d4aad77a707e6531"),
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "7b7489910c260517dbd4bb90af6c95a9"): SWAPPED,
                Sealed("07-mitigating-unfairness/recall-race", "9eda6b1988e577d36548fa15ec1c4f8e"): SELECTION,
                Sealed("07-mitigating-unfairness/recall-race", "4aa0539e2fe01022712acdfbe789a0b9"): PRECISION,
                Sealed("07-mitigating-unfairness/recall-race", "189b55f27b28aa009ec3782e4d5f3091"): EVERYBODY,
                Sealed("07-mitigating-unfairness/recall-race", "1ded4ea18c8c7ee1d646b9e45bf7f4d3"): ON_LEARN,
                Sealed("07-mitigating-unfairness/recall-race", "a61b63d8fa74ba6ba9abc075d0c2af1d"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "ad5b6f1bf929519e5663c7732f8b203f"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "a6eebcc694ed7ca24bd703e8ac01e941"): say(
                    "07-accuracy-for-recall", "This is the accuracy: it counts everybody."
                ),
                Sealed("07-mitigating-unfairness/recall-race", "c5b9ca68ad878a06ee0ea25824a53a60"): say(
                    "07-fpr-for-recall", "This starts from the people who are not eligible."
                ),
            },
        )
    with part():
        expect.share(
            white,
            Sealed("07-mitigating-unfairness/recall-race", "7b7489910c260517dbd4bb90af6c95a9"),
            mistakes={
                Sealed("07-mitigating-unfairness/recall-race", "bd9df794370073a0d4aad77a707e6531"): SWAPPED,
                Sealed("07-mitigating-unfairness/recall-race", "fd706b0ed4d7b574aed346a205573a16"): SELECTION,
                Sealed("07-mitigating-unfairness/recall-race", "de84a29dd7940129f2114786adac151f"): PRECISION,
                Sealed("07-mitigating-unfairness/recall-race", "189b55f27b28aa009ec3782e4d5f3091"): EVERYBODY,
                Sealed("07-mitigating-unfairness/recall-race", "2140d9de197ddb200c208b79dd9ca35d"): ON_LEARN,
                Sealed("07-mitigating-unfairness/recall-race", "a61b63d8fa74ba6ba9abc075d0c2af1d"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "ad5b6f1bf929519e5663c7732f8b203f"): BY_SEX,
                Sealed("07-mitigating-unfairness/recall-race", "21e4e61bb0854f036000a64067331a30"): say(
                    "07-accuracy-for-recall", "This is the accuracy: it counts everybody."
                ),
                Sealed("07-mitigating-unfairness/recall-race", "04aa7d78aecaa8ddb48f4b0f041c3010"): say(
                    "07-fpr-for-recall", "This starts from the people who are not eligible."
                ),
            },
        )


@exercise(
    "not-enough",
    points=1,
    hints=[
        say("07-hint-not-enough-1", "The harm is to people. Which finding is about their errors?")
    ],
)
def not_enough(key):
    expect.choice(
        key,
        right=Sealed("07-mitigating-unfairness/not-enough", "a1752f8195f03bcecbf176a6b290b188"), options=["accuracy-fell", "column-gone", "guessed-and-apart", "unequal-numbers"],
        wrong={
            Sealed("07-mitigating-unfairness/not-enough", "b9d42e50e8fb8c4ebde1b246aef67662"): say(
                "07-not-enough-accuracy",
                "That says what leaving out costs. What would say whom the score still treats "
                "differently?",
            ),
            Sealed("07-mitigating-unfairness/not-enough", "d3ef58d605b5aec1bda43803896b3a01"): say(
                "07-not-enough-numbers",
                "Groups of unequal size are no harm by themselves. Compare what happens to them.",
            ),
            Sealed("07-mitigating-unfairness/not-enough", "a6d8126c2fc966f0a4e56f315279c653"): say(
                "07-not-enough-gone",
                "To decide without a column is one thing, to measure with it another. What could "
                "an auditor still do?",
            ),
        },
    )


@exercise(
    "weights",
    points=1,
    hints=[
        say(
            "07-hint-weights-1",
            "Four counts in `learn` make a weight: the group, the eligible, both, and everybody.",
        ),
        say("07-hint-weights-2", "`pd.crosstab` gives the counts of race and eligibility."),
    ],
)
def weights(black, white):
    groups = say("07-weights-other-label", "This is the weight of the people who are not eligible.")
    on_test = say("07-weights-test", "The weights are for learning: count in `learn`.")
    shares = say(
        "07-weights-share",
        "This is a count or share of people. A weight compares how many there would be with how "
        "many there are.",
    )
    with part():
        expect.close(
            black,
            Sealed("07-mitigating-unfairness/weights", "21be7481a9c9380f21371bb4c715745e"),
            digits=2,
            mistakes={
                Sealed("07-mitigating-unfairness/weights", "f8133bc8b872a5aab41abd293c084948"): INVERTED,
                Sealed("07-mitigating-unfairness/weights", "93d06fb52fb3864ccdeed1af14db51a9"): SWAPPED,
                Sealed("07-mitigating-unfairness/weights", "873c37cda01cc9da401145cf4acf6e93"): groups,
                Sealed("07-mitigating-unfairness/weights", "07a387263b0abb4592dd351e6e2344c4"): on_test,
                Sealed("07-mitigating-unfairness/weights", "e1c7ae27e8bc9365ec2210528a1713a2"): shares,
                Sealed("07-mitigating-unfairness/weights", "531e280ca9e15eb43cde2f08de3cc006"): shares,
                Sealed("07-mitigating-unfairness/weights", "cb2a2d761ba66925934fccd480f920b3"): shares,
            },
        )
    with part():
        expect.close(
            white,
            Sealed("07-mitigating-unfairness/weights", "93d06fb52fb3864ccdeed1af14db51a9"),
            digits=2,
            mistakes={
                Sealed("07-mitigating-unfairness/weights", "b2a8e762e3956e97f75c43bc0f870b1f"): INVERTED,
                Sealed("07-mitigating-unfairness/weights", "21be7481a9c9380f21371bb4c715745e"): SWAPPED,
                Sealed("07-mitigating-unfairness/weights", "76ddb43e72cc2f15ac54cf5a69494b6f"): groups,
                Sealed("07-mitigating-unfairness/weights", "3688596b296343d7de1605bc7bfcd192"): shares,
                Sealed("07-mitigating-unfairness/weights", "d8828c123aa0d68f483d9f325f43d557"): shares,
                Sealed("07-mitigating-unfairness/weights", "45fa969e0e1d7d8ba351680cb0bb8ba7"): shares,
            },
        )


@exercise(
    "other-question",
    points=1,
    hints=[
        say("07-hint-question-1", "Compare the column `score` with `1 / 6`."),
        say(
            "07-hint-question-2",
            "The first number looks only at people who are eligible and Black; the second at "
            "everybody in `test`.",
        ),
    ],
)
def other_question(recall, more):
    with part():
        expect.share(
            recall,
            Sealed("07-mitigating-unfairness/other-question", "670abf291b745951ad4bcb5e744c3344"),
            digits=2,
            mistakes={
                Sealed("07-mitigating-unfairness/other-question", "35acd1910ca4a2f21e37a15ca21951c5"): say("07-question-half", "This is the recall with the score 0.5."),
                Sealed("07-mitigating-unfairness/other-question", "5190cf01ebf5f283ea067edc3bf0e929"): SELECTION,
                Sealed("07-mitigating-unfairness/other-question", "52bb755c36ddece5153f485550f4ce95"): say(
                    "07-question-turned",
                    "With this line fewer people are contacted than before. A contact is cheap "
                    "and a miss dear: where does the line lie?",
                ),
                Sealed("07-mitigating-unfairness/other-question", "8fd91625d9c1ab4b921267e592552db5"): PRECISION,
            },
        )
    with part():
        found = expect.number(more)
        expect.true(
            found == int(found),
            say("07-more-whole", "A number of people is asked: a whole number, not a share."),
        )
        expect.true(
            not 6500 <= found <= 6650,
            say(
                "07-more-all",
                "This is how many are contacted now. How many of them were not contacted before?",
            ),
        )
        expect.true(
            not -3700 <= found <= -3500,
            say("07-more-sign", "The size is right: how many more are contacted now than before?"),
        )
        expect.true(
            found != 2960,
            say("07-more-before", "This is how many were contacted before."),
        )
        expect.true(
            3540 <= found <= 3660,
            say(
                "07-more-wrong",
                "Count everybody in `test` at both lines, eligible or not, and take the difference.",
            ),
        )


@exercise(
    "optimiser",
    points=2,
    hints=[
        say(
            "07-hint-optimiser-1",
            "The constraint is named after the rate that shall be equal: eligible people are "
            "contacted equally often under `true_positive_rate_parity`.",
        ),
        say(
            "07-hint-optimiser-2",
            "The model is finished, so say `prefit=True`; the method needs scores, so say "
            '`predict_method="predict_proba"`.',
        ),
        say(
            "07-hint-optimiser-3",
            "Both `fit` and `predict` take the groups by name: `sensitive_features=`.",
        ),
    ],
)
def optimiser(decisions, gap):
    def decided():
        expect.length(
            decisions,
            15507,
            say(
                "07-one-each",
                "One decision is asked for each of the 15,507 people in `test`, no more and no fewer.",
            ),
        )
        marks = list(decisions)
        expect.true(
            all(mark in (0, 1) for mark in marks),
            say("07-zero-one", "A decision is 0 or 1. Scores are not decisions yet."),
        )
        contacted = sum(int(mark) for mark in marks)
        expect.true(
            contacted != 2960,
            say(
                "07-not-changed",
                "These are the decisions of one line at 0.5. Let the optimiser decide: `predict`.",
            ),
        )
        expect.true(
            not 2940 <= contacted <= 2958,
            say(
                "07-parity-for-recall",
                "These decisions make the selection rates equal. Which rate does the exercise ask "
                "to be equal?",
            ),
        )
        expect.true(
            not 2800 <= contacted <= 2900,
            say(
                "07-other-constraint",
                "Look at both the constraint and the groups: which rate, and between whom?",
            ),
        )
        expect.true(
            not 2480 <= contacted <= 2600,
            say(
                "07-hard-labels",
                "The method needs the scores behind the yes and no: which `predict_method` gives "
                "them?",
            ),
        )
        expect.true(
            not 3360 <= contacted <= 3400,
            say(
                "07-fit-on-test",
                "Learn the thresholds on `learn`. In `test` the answers are not known yet.",
            ),
        )
        expect.true(
            not (3050 <= contacted <= 3084 or 3127 <= contacted <= 3165),
            MISALIGNED,
        )
        expect.true(
            3085 <= contacted <= 3126,
            say(
                "07-optimiser-wrong",
                "The number of people contacted is not what equal recall by race leads to. Look at "
                "the model, the constraint, the groups and the objective.",
            ),
        )

    with part():
        decided()
    with part():
        decided()
        expect.share(gap)
        found = float(gap)
        expect.true(
            not 0.082 <= found <= 0.103,
            say("07-wrong-metric-after", "Is this the gap that you asked the tool to close?"),
        )
        expect.true(
            not 0.11 <= found <= 0.125,
            say("07-gap-of-before", "This is the gap before. Measure the new decisions."),
        )
        expect.true(
            found < 0.08,
            say(
                "07-gap-after-wrong",
                "Measure the difference in recall, between the groups of `test`, of your decisions.",
            ),
        )


@exercise(
    "at-decision",
    points=2,
    hints=[
        say(
            "07-hint-at-decision-1",
            "The lesson has a table of what each remedy looks at, and when.",
        ),
    ],
)
def at_decision(ruled_out, still_to_ask):
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
                    "The weights are used up in the learning: one model and one cut-off are left.",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "d6e5cc088c7f9fa872dd28e10967fd3a"): say(
                    "07-ruled-question", "Here one cut-off score holds for everybody."
                ),
            },
        )
    with part():
        expect.choice(
            still_to_ask,
            right=Sealed("07-mitigating-unfairness/at-decision", "e3b7f2ec218132f059d87305b853011e"), options=["most-accurate", "nothing-more", "sex-and-lot", "two-cut-offs"],
            wrong={
                Sealed("07-mitigating-unfairness/at-decision", "fec73cad939f3d953714c4308262d358"): say(
                    "07-no-group-at-predict",
                    "It looks at the sex earlier, and something else happens in its decisions. "
                    "May an office do both?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "4b48b7ce3512568bc7cef0a0eff090d4"): say(
                    "07-ask-cut-offs",
                    "This remedy sets no cut-off by sex. What does it use instead?",
                ),
                Sealed("07-mitigating-unfairness/at-decision", "578146a601a7e448e79e7cb355266291"): say(
                    "07-ask-accurate", "That can be measured, and no lawyer is needed for it."
                ),
            },
        )


@exercise(
    "frontier",
    points=2,
    hints=[
        say(
            "07-hint-frontier-1",
            "Compare each row with the first, column by column. A beaten rule is better nowhere.",
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
                    "Its gap is the smallest of the four. Which rule is better nowhere?",
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
                    "In the lesson eligible men lost. Look at this table: does this rate fall here?",
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


GROUP = list("AAAAAAABBBBBBBBCCCCCCDD")
OUTCOME = [1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1]
DECIDED = [1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1]
TOO_LARGE = say(
    "07-gap-small-groups",
    "Groups with fewer than `smallest` people of outcome 1 have taken part.",
)


@exercise(
    "gap-between-large",
    points=2,
    hidden=True,
    hints=[
        say("07-hint-large-1", "First keep only the rows whose outcome is 1. All else follows."),
        say(
            "07-hint-large-2",
            "In these rows, the mean of the decisions of a group is its recall, and their number "
            "is what `smallest` asks about.",
        ),
    ],
)
def gap_between_large(function):
    columns = (pd.Series(DECIDED), pd.Series(OUTCOME), pd.Series(GROUP))
    gap = expect.call(function, *columns, 4)
    expect.close(
        gap,
        Sealed("07-mitigating-unfairness/gap-between-large", "0075ac66d5ec2bc5131406701fd444d1"),
        mistakes={
            Sealed("07-mitigating-unfairness/gap-between-large", "b1b9aee711f96359d0c80b9ae3bc5e2b"): TOO_LARGE,
            Sealed("07-mitigating-unfairness/gap-between-large", "6aa22d50cacabf561c1ce70f08dc1671"): say(
                "07-gap-size-of-all",
                "A group counts as large by its people of outcome 1, not by all of its people.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "25303e705cf1abf5274354290546bda9"): say(
                "07-gap-at-least", "“At least” includes a group with exactly `smallest` people."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "0571e519bc085d18be567bf24f1b2b2f"): say(
                "07-gap-negative", "Take the largest minus the smallest, whichever group it is."
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "b60b532436b71a606f1f4810f4ba6d8d"): say(
                "07-gap-selection",
                "This is the gap in the selection rate: keep those of outcome 1.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "05b91f99457dbea82d50b8afd52e186d"): say(
                "07-gap-swapped",
                "Outcome and decision have changed places: recall starts from the outcome.",
            ),
            Sealed("07-mitigating-unfairness/gap-between-large", "abb2817c1bff6a170834d137c187c14e"): say("07-gap-ratio", "You divided. The question is how far apart they are."),
        },
        otherwise=say(
            "07-gap-large-wrong",
            "In a small example the gap differs: look at which people and which groups are counted.",
        ),
    )
    expect.close(expect.call(function, *columns, 1), Sealed("07-mitigating-unfairness/gap-between-large", "b1b9aee711f96359d0c80b9ae3bc5e2b"), otherwise=say(
        "07-gap-large-all",
        "With `smallest` 1 every group takes part: does your function use the number it is given?",
    ))


@exercise(
    "carries-neglect",
    points=1,
    hints=[
        say(
            "07-hint-neglect-1", "In which record is a case missing only because nobody went there?"
        )
    ],
)
def carries_neglect(key):
    expect.choice(
        key,
        right=Sealed("07-mitigating-unfairness/carries-neglect", "7e2d7c5fde14e932b2e3146440aa08c2"), options=["inspections", "lot", "meter", "register"],
        wrong={
            Sealed("07-mitigating-unfairness/carries-neglect", "866697e748a986fecb66367898ea65ab"): say(
                "07-neglect-lot",
                "A lot goes everywhere with the same chance: here the past choice is broken.",
            ),
            Sealed("07-mitigating-unfairness/carries-neglect", "d4301bda73122245fb877134a89194aa"): say(
                "07-neglect-register",
                "A register can have errors, but a birthday does not depend on where an office looked.",
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
            ("recall", "all", 0.4731, 0.4392, 0.5065, 911),
            ("recall", "en", 0.5899, 0.5411, 0.6436, 317),
            ("recall", "es", 0.2519, 0.1993, 0.306, 262),
            ("recall", "fr", 0.4483, 0.3594, 0.5373, 116),
            ("recall", "pt", 0.5833, 0.5164, 0.6504, 216),
            ("selection rate", "all", 0.25, 0.2368, 0.2642, 4012),
            ("selection rate", "en", 0.2604, 0.2377, 0.2846, 1325),
            ("selection rate", "es", 0.1153, 0.0984, 0.1345, 1188),
            ("selection rate", "fr", 0.3373, 0.2948, 0.3762, 504),
            ("selection rate", "pt", 0.3528, 0.3233, 0.3818, 995),
            ("equal opportunity difference", "all", 0.338, 0.2807, 0.4235, 911),
        ]
    ),
    "quarter-of-each-language": measured(
        [
            ("recall", "all", 0.483, 0.4496, 0.5168, 911),
            ("recall", "en", 0.5741, 0.5185, 0.63, 317),
            ("recall", "es", 0.4313, 0.3707, 0.4884, 262),
            ("recall", "fr", 0.3362, 0.2553, 0.4219, 116),
            ("recall", "pt", 0.4907, 0.4323, 0.5531, 216),
            ("selection rate", "all", 0.2498, 0.2365, 0.2632, 4012),
            ("selection rate", "en", 0.2498, 0.227, 0.2751, 1325),
            ("selection rate", "es", 0.25, 0.2247, 0.2744, 1188),
            ("selection rate", "fr", 0.25, 0.213, 0.2866, 504),
            ("selection rate", "pt", 0.2492, 0.221, 0.2768, 995),
            ("equal opportunity difference", "all", 0.2379, 0.1476, 0.3382, 911),
        ]
    ),
}


@exercise(
    "statement",
    points=2,
    hints=[
        say(
            "07-hint-statement-1",
            "Keep the spaces at the beginning of each line as they are, and put a text with a "
            "colon in quotation marks.",
        ),
        say(
            "07-hint-statement-2",
            "The harm is an urgent comment that nobody reads on its day: which measure starts "
            "from the urgent ones?",
        ),
    ],
)
def statement(text):
    with part():
        about_numbers = ("system", "decision", "date", "data", "groups", "candidates")
        expect.artefact(FairnessStatement, text, only=about_numbers, measured=MEASURED)
    with part():
        about_the_choice = (
            "criterion", "chosen", "reason", "price", "sensitive_attribute_at_decision",
        )
        expect.artefact(FairnessStatement, text, only=about_the_choice, measured=MEASURED)
        written = read(text)
        expect.true(
            written.criterion.metric in ("recall", "equal opportunity difference"),
            say(
                "07-statement-criterion",
                "This criterion does not see an urgent comment that is missed. Which measure "
                "starts from the urgent ones?",
            ),
        )
        looks = written.sensitive_attribute_at_decision.used
        expect.true(
            not (written.chosen == "quarter-of-each-language" and not looks),
            say(
                "07-statement-looks",
                "The chosen rule sorts within each language: does it not look at the language of "
                "a person when it decides?",
            ),
        )
        expect.true(
            not (written.chosen == "one-list" and looks),
            say(
                "07-statement-looks-not",
                "The chosen rule puts all comments in one order. Does it look at the language "
                "when it decides?",
            ),
        )
    with part():
        about_who_answers = ("decided_by", "decided_on", "review_on", "stop_if", "limits")
        expect.artefact(FairnessStatement, text, only=about_who_answers, measured=MEASURED)
        written = read(text)
        gap = {"one-list": 0.34, "quarter-of-each-language": 0.24}.get(written.chosen, 0)
        expect.true(
            gap < written.stop_if.number <= 1,
            say(
                "07-statement-stop",
                "With this number the list would be stopped on its first day, or never: compare "
                "it with the gap that was measured for the chosen rule. A share is asked, as 0.5 "
                "for 50 points.",
            ),
        )


def read(text):
    """The statement; where any part of it cannot be read, the sentence that says so."""
    try:
        return (
            FairnessStatement.from_yaml(text)
            if isinstance(text, str)
            else FairnessStatement(**text)
        )
    except ArtefactError:
        expect.artefact(FairnessStatement, text)
        raise
