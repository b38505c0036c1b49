"""What each exercise of module 13 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
UNIT = say(
    "13-counts-mixed",
    "Both numbers belong to this case, but they do not count the same thing. What is one unit of "
    "the number you divided by?",
)
SPEED = say(
    "13-speed",
    "A fast office can be fast at the wrong thing. Which number here would notice one wrong case?",
)
AVERAGE = say(
    "13-average",
    "An average over all answers can stay high while one group bears the errors. Whose error "
    "matters in this case?",
)
TWO_NUMBERS = say(
    "13-two-numbers",
    "Two numbers are asked: end the function with `return first, second`.",
)
RELATIVE = say(
    "13-relative-points",
    "You took the per cent off the 1,000 people. The study takes them off the rival's errors: per "
    "cent of what?",
)
APPLIED_TO_ALL = say(
    "13-applied-to-all",
    "You took the per cent off all 1,000 people. They are per cent of those whom the rival leaves "
    "out.",
)
ADDED = say(
    "13-relative-added",
    "This is more people left out than by place. The model leaves out fewer than this rival.",
)
REACHED = say("13-reached", "This counts the poor people who are reached. How many are left out?")
ONLY_CHANGE = say(
    "13-only-change", "This is the size of the change. How many people are still left out after it?"
)
AS_PEOPLE = say(
    "13-per-cent-people",
    "You subtracted the per cent as if they were people. First compute how many people they are.",
)
ANSWERED_ONLY = say(
    "13-answered-only",
    "You divided by the uses that answered. That assumes that the blank ones are like the others; "
    "here the bounds for all uses are asked.",
)


# Self-checks of the lesson.


@exercise(
    "quick-counts",
    hints=[say("13-hint-counts-1", "Look at the dates of both rows, and at the verb in each.")],
)
def quick_counts(key):
    expect.choice(
        key,
        right="different",
        wrong={
            "older-wrong": say(
                "13-date-lost",
                "Neither number is an error. When was each counted, and of whom?",
            ),
            "take-mean": say(
                "13-mean-of-counts",
                "A mean of two counts of different people counts nobody. Of whom is each?",
            ),
        },
    )


@exercise(
    "quick-rival",
    hints=[
        say("13-hint-rival-1", "Look at the two bars of the figure: what differs between them?")
    ],
)
def quick_rival(key):
    expect.choice(
        key,
        right="rival",
        wrong={
            "model": say(
                "13-rival-model",
                "The kind of model is worth knowing, but would it tell the reader whether 21% is "
                "good?",
            ),
            "budget": say(
                "13-rival-budget",
                "The cost matters too. But first: fewer errors than in which other way of choosing?",
            ),
        },
    )


@exercise(
    "quick-morocco",
    hints=[say("13-hint-morocco-1", "Read the last row of the card: what was not found?")],
)
def quick_morocco(key):
    expect.choice(
        key,
        right="procedure",
        wrong={
            "prevented": say(
                "13-prevented",
                "Two cities differ in many ways. Which number on the card counts what was "
                "prevented?",
            ),
            "delay-only": say(
                "13-delay-only",
                "One use was admitted with conditions. Does the card say that nothing else came of "
                "the hearings?",
            ),
        },
    )


# The assignment.


@exercise(
    "kinds",
    points=1,
    hints=[
        say(
            "13-hint-kinds-1",
            "Ask of each: did it learn from examples, and did it say something about one person?",
        ),
        say("13-hint-kinds-2", "Each of the four keys is used once."),
    ],
)
def kinds(robodebt, novissi, chubut, gambia):
    with part():
        expect.choice(
            robodebt,
            right="rules",
            wrong={
                "learned": say(
                    "13-all-ai",
                    "Not every scandal is AI. Read the first row of the Robodebt card: did anything "
                    "learn from data?",
                ),
                "generates": say(
                    "13-robodebt-text",
                    "The letters were sent by a program, but the harm came from the sum in them. "
                    "How was it computed?",
                ),
                "counts": say(
                    "13-robodebt-counts",
                    "It did say something about single people: a debt. How was that sum computed?",
                ),
            },
        )
    with part():
        expect.choice(
            novissi,
            right="learned",
            wrong={
                "rules": say(
                    "13-novissi-rules",
                    "At first there was a fixed rule. What did the ranking of subscribers use as "
                    "examples?",
                ),
                "generates": say(
                    "13-novissi-text",
                    "No text was written. What did the ranking say about a subscriber?",
                ),
                "counts": say(
                    "13-novissi-counts",
                    "Telephone records were used, but as columns. Was something predicted about "
                    "each subscriber?",
                ),
            },
        )
    with part():
        expect.choice(
            chubut,
            right="generates",
            wrong={
                "rules": say(
                    "13-chubut-rules",
                    "A fixed rule would not offer a text to copy and paste. What does an assistant "
                    "of this kind produce?",
                ),
                "learned": say(
                    "13-chubut-learned",
                    "It has learned as well, but it did not predict anything about a person. What "
                    "did it hand to the judge?",
                ),
                "counts": say(
                    "13-chubut-counts",
                    "Nothing was added up there. What did the tool hand to the judge?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia,
            right="counts",
            wrong={
                "rules": say(
                    "13-gambia-rules",
                    "No rule was applied to anybody. What left the regulator: records of persons, "
                    "or sums?",
                ),
                "learned": say(
                    "13-gambia-learned",
                    "Large data are not yet learning. Was something predicted about a person?",
                ),
                "generates": say(
                    "13-gambia-text",
                    "No text was written there. What do the maps show?",
                ),
            },
        )


@exercise(
    "lowered",
    points=1,
    hints=[
        say("13-hint-lowered-1", "Which rows of the table are about a lower grade?"),
        say("13-hint-lowered-2", "`lowered = 0.356 + ... + ...`"),
    ],
)
def lowered(share):
    expect.close(
        share,
        0.391,
        mistakes={
            0.413: say(
                "13-changed-all",
                "This is the share that was changed. Some of these results were raised.",
            ),
            0.356: say("13-one-grade", "These lost exactly one grade. Others lost more than one."),
            0.389: say("13-three-left-out", "You left out the results that lost the most."),
            0.035: say(
                "13-two-or-more",
                "These lost two grades or more. A result that lost one grade was lowered too.",
            ),
            0.964: say(
                "13-headline-choice",
                "This is the office's headline. It counts a pupil who lost one grade as a success: "
                "look at the rows themselves.",
            ),
            0.036: say(
                "13-headline-rest",
                "This is the rest of the headline. Results that lost one grade are hidden inside "
                "the headline.",
            ),
            0.609: say(
                "13-not-lowered", "These results were not lowered. The others are asked about."
            ),
            280845.916: say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
            280846: say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
        },
    )


@exercise(
    "per-person",
    points=1,
    hints=[
        say(
            "13-hint-person-1",
            "A sum over a count of people is a sum for each person. Which people does each sum "
            "belong to?",
        ),
        say("13-hint-person-2", "`raised_each = 1763 * 1000000 / ...`"),
    ],
)
def per_person(raised_each, collected_each):
    millions = say(
        "13-millions",
        "The sum is in millions of dollars, the people are counted one by one. Bring both to the "
        "same scale.",
    )
    upside = say("13-upside-down", "This is people for each dollar: divide the other way round.")
    other_people = say(
        "13-other-people",
        "More people received a debt than paid one. Which of the two counts belongs to this sum?",
    )
    other_sum = say(
        "13-other-sum",
        "The people are right, the sum is not: one sum was raised, the other was collected.",
    )
    people_added = say(
        "13-people-added",
        "You added two counts of people. Those who paid are among those who received a debt, so "
        "they are counted twice.",
    )
    with part():
        expect.true(
            not 0 < expect.number(raised_each) < 0.001,
            upside,
        )
        expect.true(not 0 < expect.number(raised_each) < 10, millions)
        expect.close(
            raised_each,
            4071.594,
            digits=0,
            mistakes={
                3751.064: UNIT,
                2720.679: UNIT,
                4627.297: other_people,
                1734.411: other_sum,
                2165.848: people_added,
                1971.129: say(
                    "13-sums-swapped", "This is the sum collected. First the debt raised is asked."
                ),
            },
        )
    with part():
        expect.true(
            not 0 < expect.number(collected_each) < 0.001,
            upside,
        )
        expect.true(not 0 < expect.number(collected_each) < 10, millions)
        expect.close(
            collected_each,
            1971.129,
            digits=0,
            mistakes={
                1597.872: UNIT,
                1158.951: UNIT,
                1734.411: other_people,
                4627.297: other_sum,
                922.604: people_added,
                4071.594: say(
                    "13-sums-swapped-2",
                    "This is the debt raised. Here the sum collected is asked.",
                ),
            },
        )


@exercise(
    "error-rates",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-rates-1",
            "For the first rate, who had no new offence? Two of the four counts are about them.",
        ),
        say("13-hint-rates-2", "`return fp / (fp + ...), fn / (fn + ...)`"),
    ],
)
def error_rates(function):
    found = expect.call(function, 990, 805, 532, 1369)
    try:
        values = list(found)
    except TypeError:
        values = []
    expect.length(values, 2, otherwise=TWO_NUMBERS)
    first, second = (expect.number(value) for value in values)
    expect.true(
        not (abs(first - 0.27985) < 0.0005 and abs(second - 0.44847) < 0.0005),
        say("13-rates-swapped", "Both rates are right, but they stand in the other order."),
    )
    per_cent = say("13-rates-per-cent", "These are per cent. Return shares between 0 and 1.")
    expect.true(not (abs(first - 44.847) < 0.05 or abs(second - 27.985) < 0.05), per_cent)
    with part():
        expect.close(
            first,
            0.44847,
            mistakes={
                0.37029: say(
                    "13-rate-of-warned",
                    "You divided by everybody who was warned about. The false positive rate starts "
                    "from the people without a new offence.",
                ),
                0.21780: say(
                    "13-rate-of-all",
                    "You divided by everybody. The false positive rate starts from the people "
                    "without a new offence.",
                ),
                0.60209: say(
                    "13-rate-of-errors",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people without a new offence.",
                ),
                0.42346: say(
                    "13-rate-other-people",
                    "Above the line stand people without a new offence, below it people with one. "
                    "Both must be people without.",
                ),
                0.81313: say(
                    "13-rate-odds",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                0.55153: say(
                    "13-rate-spared",
                    "This is the share who were rightly not warned about. The others are asked.",
                ),
            },
        )
    with part():
        expect.close(
            second,
            0.27985,
            mistakes={
                0.34954: say(
                    "13-rate-of-unwarned",
                    "You divided by everybody without a warning. The false negative rate starts "
                    "from the people with a new offence.",
                ),
                0.14394: say(
                    "13-rate-of-all-2",
                    "You divided by everybody. The false negative rate starts from the people with "
                    "a new offence.",
                ),
                0.39791: say(
                    "13-rate-of-errors-2",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people with a new offence.",
                ),
                0.29638: say(
                    "13-rate-other-people-2",
                    "Above the line stand people with a new offence, below it people without one. "
                    "Both must be people with.",
                ),
                0.38861: say(
                    "13-rate-odds-2",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                0.72015: say(
                    "13-rate-found",
                    "This is the share who were rightly warned about. The others are asked.",
                ),
            },
        )


@exercise(
    "court-test",
    points=1,
    hints=[
        say(
            "13-hint-court-1",
            "To compare groups you need errors in each group, and how many people of the group were "
            "scanned.",
        )
    ],
)
def court_test(key):
    expect.choice(
        key,
        right="false-by-group",
        wrong={
            "arrest-shares": say(
                "13-base-rate",
                "Shares of arrests count right and wrong arrests together, and not who was "
                "scanned. What is the whole that this share is of?",
            ),
            "maker-accuracy": say(
                "13-maker-figure",
                "Who measured this, and who gains? And one figure for all faces cannot show a "
                "difference between people.",
            ),
            "list-errors": say(
                "13-list-errors",
                "This check would have spared the man six days, and it is needed too. But it says "
                "nothing about how the software treats different people.",
            ),
        },
    )


@exercise(
    "bounds",
    points=1,
    hints=[
        say("13-hint-bounds-1", "Both shares have the same whole: all the uses."),
        say("13-hint-bounds-2", "`lowest = 44 / ...` and `highest = (44 + ...) / ...`"),
    ],
)
def bounds(lowest, highest):
    all_high_impact = say(
        "13-all-high-impact",
        "You divided by all high-impact uses of the inventory. The fields were counted for the "
        "deployed ones.",
    )
    swapped = say("13-bounds-swapped", "Look again which of the two names is the smaller number.")
    with part():
        expect.close(
            expect.share(lowest),
            0.19383,
            mistakes={
                0.352: ANSWERED_ONLY,
                0.09888: all_high_impact,
                0.64317: swapped,
                0.44934: say(
                    "13-share-blank", "This is the share of blank fields. How many report a test?"
                ),
                0.17621: say(
                    "13-other-safeguard",
                    "This is the share for monitoring, from the lesson. Here it is the test before "
                    "use.",
                ),
                0: say(
                    "13-lowest-nothing",
                    "Some uses do report a test. They remain, whatever the blank fields hide.",
                ),
            },
        )
    with part():
        expect.close(
            expect.share(highest),
            0.64317,
            mistakes={
                0.352: ANSWERED_ONLY,
                0.32809: all_high_impact,
                0.19383: swapped,
                0.44934: say(
                    "13-only-blank",
                    "You counted the blank fields only. Add the uses that do report a test.",
                ),
                0.55066: say(
                    "13-all-answered",
                    "This is the share of uses that answered at all. Which of them reported a test, "
                    "and which may hide one?",
                ),
                0.80617: say(
                    "13-not-reported",
                    "You counted all uses that report no test. Some of them answered, and not with "
                    "yes.",
                ),
                0.60793: say(
                    "13-one-department",
                    "You added the blank fields of one department. All blank fields may hide a "
                    "test.",
                ),
                0.62555: say(
                    "13-other-safeguard-2",
                    "This is the bound for monitoring, from the lesson. Here it is the test before "
                    "use.",
                ),
                1: say(
                    "13-highest-all",
                    "Some uses gave another answer than a test. They are no blanks.",
                ),
            },
        )


@exercise(
    "left-out",
    points=1,
    hints=[
        say("13-hint-left-1", "How many people are 21% of the 400 whom the rival leaves out?"),
        say("13-hint-left-2", "`fewest = 400 * (1 - ...)`"),
    ],
)
def left_out(fewest, most):
    first, second = expect.number(fewest), expect.number(most)
    expect.true(
        not (abs(first - 384) < 0.05 and abs(second - 316) < 0.05),
        say("13-left-swapped", "Both numbers are right, but they have changed places."),
    )
    with part():
        expect.close(
            first,
            316,
            digits=1,
            mistakes={
                190: RELATIVE,
                790: APPLIED_TO_ALL,
                484: ADDED,
                684: REACHED,
                84: ONLY_CHANGE,
                379: AS_PEOPLE,
                0.316: say("13-left-share", "This is a share. How many of the 1,000 people is it?"),
            },
        )
    with part():
        expect.close(
            second,
            384,
            digits=1,
            mistakes={
                360: RELATIVE,
                960: APPLIED_TO_ALL,
                416: ADDED,
                616: REACHED,
                16: ONLY_CHANGE,
                396: AS_PEOPLE,
                0.384: say(
                    "13-left-share-2", "This is a share. How many of the 1,000 people is it?"
                ),
            },
        )


@exercise(
    "wrong-names",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-names-1",
            "Compute two numbers of names first: the right ones on the list, and the wrong ones.",
        ),
        say("13-hint-names-2", "`wrong = girls * (1 - share) * ...`"),
    ],
)
def wrong_names(function):
    found = expect.call(function, 12000, 0.06, 0.86, 0.10)
    if expect.number(found) <= 1:
        expect.share(found)
    expect.close(
        found,
        0.64560,
        mistakes={
            0.14: say(
                "13-not-found",
                "You took what is missing to the share found. That is about those who are missed, "
                "not about the names on the list.",
            ),
            0.10: say(
                "13-alarm-of-others",
                "The false alarm is a share of the others. Asked is a share of the names on the "
                "list.",
            ),
            0.35440: say(
                "13-right-names", "This is the share of right names. The wrong ones are asked."
            ),
            0.094: say(
                "13-of-all-girls",
                "You divided the wrong names by all girls. Divide by the names on the list.",
            ),
            0.10417: say(
                "13-base-rate-forgotten",
                "You combined the two shares as if both groups were of the same size. How many "
                "girls are in each?",
            ),
            0.65963: say(
                "13-alarm-for-all",
                "You applied the false alarm to all girls. It holds for the others only.",
            ),
            0.71834: say(
                "13-alarm-from-found",
                "You used one minus the share found as the false alarm. The two are separate "
                "numbers.",
            ),
            0.61039: say(
                "13-all-found",
                "You put all who will become pregnant on the list. The score finds only a part of "
                "them.",
            ),
            0.1024: say(
                "13-all-errors",
                "This is the share of all girls about whom the score errs. Asked is only about the "
                "names on the list.",
            ),
            0.8976: say(
                "13-accuracy-names",
                "This is the share of all girls about whom the score is right. Asked is about the "
                "wrong names on the list.",
            ),
            0.1456: say(
                "13-list-share",
                "This is the share of all girls who are on the list. How many of those names are "
                "wrong?",
            ),
            1.82171: say(
                "13-names-odds",
                "You divided the wrong names by the right ones. Below the line stand all names on "
                "the list.",
            ),
            1128: say(
                "13-names-count",
                "This is the number of wrong names. Which share of the list are they?",
            ),
        },
    )


@exercise(
    "two-rulings",
    points=1,
    hints=[
        say("13-hint-rulings-1", "Look at the lesson's card: what did each court say of the judge?")
    ],
)
def two_rulings(key):
    expect.choice(
        key,
        right="own-reasons",
        wrong={
            "kind-of-case": say(
                "13-kind-of-case",
                "The cases do differ, but neither court gave this as its reason. Read what each "
                "said of the judge's part.",
            ),
            "quality-of-text": say(
                "13-quality-of-text",
                "Neither outcome rests on the quality of the text. What could a party still follow?",
            ),
            "level-of-court": say(
                "13-level-of-court",
                "Both courts examined what a judge below them had done. What had the two judges "
                "done differently?",
            ),
        },
    )


@exercise(
    "which-number",
    points=2,
    hints=[
        say(
            "13-hint-number-1",
            "For each case ask: who is wrongly picked here, or who is not seen at all?",
        ),
        say("13-hint-number-2", "No key is used twice."),
    ],
)
def which_number(netherlands, chile, philippines, trademarks):
    picked = say(
        "13-number-netherlands",
        "Here people are picked for a check and nationality counts. Which number shows whether "
        "one group is picked for nothing more often?",
    )
    unseen = say(
        "13-number-chile",
        "Suppose that some families use these public services more than others. Which number then "
        "shows whose children the list sees?",
    )
    places = say(
        "13-number-philippines",
        "A map speaks about places. Which number shows the people whom it leaves without help?",
    )
    search = say(
        "13-number-trademarks",
        "Here a tool searches. Which number shows what the examiner never gets to see?",
    )
    with part():
        expect.choice(
            netherlands,
            right="hits-by-group",
            wrong={
                "seen-by-income": picked,
                "need-outside": picked,
                "known-in-first-50": picked,
                "cases-per-day": SPEED,
                "all-right": AVERAGE,
            },
        )
    with part():
        expect.choice(
            chile,
            right="seen-by-income",
            wrong={
                "hits-by-group": say(
                    "13-number-chile-hits",
                    "This looks only at children who are on the list. Which number also sees the "
                    "children who are not on it?",
                ),
                "need-outside": unseen,
                "known-in-first-50": unseen,
                "cases-per-day": SPEED,
                "all-right": AVERAGE,
            },
        )
    with part():
        expect.choice(
            philippines,
            right="need-outside",
            wrong={
                "hits-by-group": places,
                "seen-by-income": places,
                "known-in-first-50": places,
                "cases-per-day": SPEED,
                "all-right": AVERAGE,
            },
        )
    with part():
        expect.choice(
            trademarks,
            right="known-in-first-50",
            wrong={
                "hits-by-group": search,
                "seen-by-income": search,
                "need-outside": search,
                "cases-per-day": SPEED,
                "all-right": AVERAGE,
            },
        )


@exercise(
    "first-below",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-below-1",
            "The lesson's function `first_above` has the same form. One sign is different.",
        ),
        say("13-hint-below-2", "`below = values[values < ...]`"),
    ],
)
def first_below(function):
    quarters = ["2020-1", "2020-2", "2020-3", "2020-4", "2021-1"]
    values = pd.Series([0.9, 0.6, 0.4, 0.3, 0.5], index=quarters)
    found = expect.call(function, values, 0.6)
    expect.true(
        not isinstance(found, bool) and str(getattr(found, "dtype", "")) != "bool",
        say(
            "13-below-marks",
            "Your function returns true or false. The name of a quarter is asked.",
        ),
    )
    expect.true(
        not (hasattr(found, "__len__") and not isinstance(found, str)),
        say(
            "13-below-table",
            "Your function returns all the quarters below the limit. Hand over the first name "
            "only.",
        ),
    )
    shown = str(found).strip()
    wrong = {
        "2020-2": say(
            "13-below-equal", "A value that equals the limit is not below it: look at the sign."
        ),
        "2020-1": say(
            "13-below-above", "This quarter is above the limit. The alarm rings below it."
        ),
        "2021-1": say("13-below-last", "This is the last quarter below the limit, not the first."),
        "2020-4": say(
            "13-below-lowest",
            "This is the quarter with the lowest value. An alarm rings at the first one below the "
            "limit.",
        ),
        "0.4": say("13-below-value", "This is the value. The name of its quarter is asked."),
        "2": say(
            "13-below-place", "This is the place in the column. The name of the quarter is asked."
        ),
        "3": say("13-below-how-many", "This is a number. The name of one quarter is asked."),
        "none": say(
            "13-below-always-none",
            "Your function says that no quarter is below the limit, but in the test three are.",
        ),
    }
    for value, message in wrong.items():
        expect.true(shown.lower() != value, message)
    expect.true(
        shown == "2020-3",
        say(
            "13-below-other",
            "With five quarters and the limit 0.6 your function does not give the first quarter "
            "below it.",
        ),
    )
    never = expect.call(function, values, 0.1)
    expect.true(
        str(never).strip().lower() == "none",
        say(
            "13-below-none",
            'When no value is below the limit, your function should return the text "none".',
        ),
    )


@exercise(
    "earliest",
    points=1,
    hints=[
        say("13-hint-earliest-1", "Go down each column to the first value below its limit."),
        say(
            "13-hint-earliest-2", "Before the first letter nobody has appealed, and no inquiry sat."
        ),
    ],
)
def earliest(column, before_launch):
    with part():
        expect.choice(
            column,
            right="opened",
            wrong={
                "vendor_accuracy": say(
                    "13-maker-silent",
                    "Does this column ever change? It is measured on the maker's old data, not on "
                    "the people accused.",
                ),
                "not_appealed": say(
                    "13-appeal-is-proof",
                    "This column never falls below its limit. Could people appeal against a letter "
                    "that they had not opened?",
                ),
                "upheld": say(
                    "13-upheld-later",
                    "This column does raise an alarm, but appeals take time. Does another one fall "
                    "below its limit sooner?",
                ),
            },
        )
    with part():
        expect.choice(
            before_launch,
            right="sample-first",
            wrong={
                "commission": say(
                    "13-hindsight",
                    "The commission came years later. What could be known on the day of the launch?",
                ),
                "warn-in-letter": say(
                    "13-disclaimer",
                    "A sentence in a letter leaves the burden with the person, and most letters are "
                    "not opened. What would have kept wrong letters from going out?",
                ),
                "learn-more": say(
                    "13-learn-from-errors",
                    "Nobody has yet checked whether the past accusations were right. What would such "
                    "a model learn?",
                ),
            },
        )
