"""What each exercise of module 07 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ArtefactError, FairnessStatement, Measure

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
INVERTED = say(
    "07-weights-inverted",
    "Should the rarer combination weigh more or less than 1? Look at which number stands on top.",
)
MISALIGNED = say(
    "07-misaligned",
    "Do row and group still belong to the same person? Take both from the same table, unsorted.",
)


# Self-checks of the lesson.


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
        right="measure",
        wrong={
            "agree": say(
                "07-unawareness",
                "What do the other columns tell about the one that was left out?",
            ),
            "drop-more": say(
                "07-proxies-free",
                "What became of the eligible women when the marital status was left out too? "
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
        say("07-hint-promised-2", "The table shows points. One point is 0.01."),
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
    "quick-smallest-gap",
    hints=[
        say("07-hint-smallest-gap-1", "How many eligible women does the rule N reach? And men?")
    ],
)
def quick_smallest_gap(key):
    expect.choice(
        key,
        right="ask-who-is-served",
        wrong={
            "accept": say("07-zero-gap-good", "Who is served by this rule?"),
            "second-smallest": say(
                "07-second-smallest",
                "The next rule may serve few people too. What should a rule do for people, "
                "before gaps are compared?",
            ),
            "accuracy-only": say(
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
        right="urgent",
        wrong={
            "not-urgent": say(
                "07-fix-model-not-data",
                "What would the label be if the service had come in time?",
            ),
            "adjusted": say(
                "07-label-quota",
                "Equal shares of labels do not say which comments are urgent. What does?",
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
            0.47486,
            mistakes={
                0.59370: SWAPPED,
                0.08584: SELECTION,
                0.63433: PRECISION,
                0.58790: EVERYBODY,
                0.50904: ON_LEARN,
                0.44425: BY_SEX,
                0.61356: BY_SEX,
                0.90839: say(
                    "07-accuracy-for-recall", "This is the accuracy: it counts everybody."
                ),
                0.03546: say(
                    "07-fpr-for-recall", "This starts from the people who are not eligible."
                ),
            },
        )
    with part():
        expect.share(
            white,
            0.59370,
            mistakes={
                0.47486: SWAPPED,
                0.20264: SELECTION,
                0.73319: PRECISION,
                0.58790: EVERYBODY,
                0.59913: ON_LEARN,
                0.44425: BY_SEX,
                0.61356: BY_SEX,
                0.84426: say(
                    "07-accuracy-for-recall", "This is the accuracy: it counts everybody."
                ),
                0.07211: say(
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
        right="guessed-and-apart",
        wrong={
            "accuracy-fell": say(
                "07-not-enough-accuracy",
                "That says what leaving out costs. What would say whom the score still treats "
                "differently?",
            ),
            "unequal-numbers": say(
                "07-not-enough-numbers",
                "Groups of unequal size are no harm by themselves. Compare what happens to them.",
            ),
            "column-gone": say(
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
            1.95782,
            digits=2,
            mistakes={
                0.51077: INVERTED,
                0.94792: SWAPPED,
                0.86456: groups,
                2.06331: on_test,
                0.12388: shares,
                0.10097: shares,
                387: shares,
            },
        )
    with part():
        expect.close(
            white,
            0.94792,
            digits=2,
            mistakes={
                1.05494: INVERTED,
                1.95782: SWAPPED,
                1.01791: groups,
                0.25585: shares,
                0.89903: shares,
                7117: shares,
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
            0.90503,
            digits=2,
            mistakes={
                0.47486: say("07-question-half", "This is the recall with the score 0.5."),
                0.24023: SELECTION,
                0.19553: say(
                    "07-question-turned",
                    "With this line fewer people are contacted than before. A contact is cheap "
                    "and a miss dear: where does the line lie?",
                ),
                0.43200: PRECISION,
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
            right="thresholds-by-group",
            wrong={
                "constraint-in-learning": say(
                    "07-ruled-constraint",
                    "This remedy uses the sex when it learns. Is there a cut-off for each sex?",
                ),
                "reweighing": say(
                    "07-ruled-reweighing",
                    "The weights are used up in the learning: one model and one cut-off are left.",
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
                    "It looks at the sex earlier, and something else happens in its decisions. "
                    "May an office do both?",
                ),
                "two-cut-offs": say(
                    "07-ask-cut-offs",
                    "This remedy sets no cut-off by sex. What does it use instead?",
                ),
                "most-accurate": say(
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
            right="same-selection",
            wrong={
                "reweighed": say(
                    "07-frontier-reweighed",
                    "Its gap and its cost are a little lower than before, so it is not beaten.",
                ),
                "same-recall": say(
                    "07-frontier-recall",
                    "Its gap is the smallest of the four. Which rule is better nowhere?",
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
                    "In the lesson eligible men lost. Look at this table: does this rate fall here?",
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
    # Of outcome 1: A three of four, B two of five, C none of one, D two of two.
    columns = (pd.Series(DECIDED), pd.Series(OUTCOME), pd.Series(GROUP))
    gap = expect.call(function, *columns, 4)
    expect.close(
        gap,
        0.35,
        mistakes={
            1.0: TOO_LARGE,
            0.75: say(
                "07-gap-size-of-all",
                "A group counts as large by its people of outcome 1, not by all of its people.",
            ),
            0.0: say(
                "07-gap-at-least", "“At least” includes a group with exactly `smallest` people."
            ),
            -0.35: say(
                "07-gap-negative", "Take the largest minus the smallest, whichever group it is."
            ),
            0.32143: say(
                "07-gap-selection",
                "This is the gap in the selection rate: keep those of outcome 1.",
            ),
            0.25: say(
                "07-gap-swapped",
                "Outcome and decision have changed places: recall starts from the outcome.",
            ),
            0.53333: say("07-gap-ratio", "You divided. The question is how far apart they are."),
        },
        otherwise=say(
            "07-gap-large-wrong",
            "In a small example the gap differs: look at which people and which groups are counted.",
        ),
    )
    expect.close(expect.call(function, *columns, 1), 1.0, otherwise=say(
        "07-gap-large-all",
        "With `smallest` 1 every group takes part: does your function use the number it is given?",
    ))  # fmt: skip


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
        right="inspections",
        wrong={
            "lot": say(
                "07-neglect-lot",
                "A lot goes everywhere with the same chance: here the past choice is broken.",
            ),
            "register": say(
                "07-neglect-register",
                "A register can have errors, but a birthday does not depend on where an office looked.",
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
        )  # fmt: skip
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
