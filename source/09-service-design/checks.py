"""What each exercise of module 09 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ServiceBrief

# Self-checks of the lesson.


@exercise(
    "quick-frame",
    hints=[say("09-hint-frame-1", "Who has the trouble in each sentence? Is a tool in it?")],
)
def quick_frame(key):
    expect.choice(
        key,
        right="families-go-without",
        wrong={
            "no-model": say(
                "09-frame-tool",
                "Cover the tool: telling beforehand is what a model would do. What is the trouble?",
            ),
            "discipline": say(
                "09-frame-blame",
                "This gives a cause that nobody has measured, and blames the families for it.",
            ),
            "empty-chairs": say(
                "09-frame-office", "This is the trouble of the office. What happens to a family?"
            ),
        },
    )


@exercise(
    "quick-need",
    hints=[
        say(
            "09-hint-need-1", "Look for a person, a thing to get done, and a sentence that says so."
        )
    ],
)
def quick_need(key):
    expect.choice(
        key,
        right="answer-readable",
        wrong={
            "fewer-calls": say(
                "09-need-office",
                "This is a rule of the call centre. Which resident gets up in the morning with "
                "this need?",
            ),
            "likes-apps": say(
                "09-need-no-source", "Which sentence of which interview says this? There is none."
            ),
            "needs-vision-ai": say(
                "09-need-tool",
                "This names a tool. What does Leilani have to get done, with or without it?",
            ),
        },
    )


@exercise(
    "quick-straw",
    hints=[say("09-hint-straw-1", "What would a good colleague do with the same money?")],
)
def quick_straw(key):
    expect.choice(
        key,
        right="best-version",
        wrong={
            "raise-weights": say(
                "09-straw-weights",
                "Weights are set before anybody sees the totals. What is wrong with the scores?",
            ),
            "leave-it": say(
                "09-straw-kept",
                "A comparison with something bad on purpose shows nothing about the system.",
            ),
            "drop-it": say(
                "09-straw-dropped",
                "Then there is nothing to compare with. Scores are judgements; they can be honest.",
            ),
        },
    )


@exercise(
    "quick-seconds",
    hints=[say("09-hint-seconds-1", "Turn the minutes into seconds, then divide by the ranks.")],
)
def quick_seconds(number):
    expect.close(
        number,
        15.0,
        mistakes={
            0.25: say("09-seconds-minutes", "This is in minutes. How many seconds are that?"),
            4.0: say(
                "09-seconds-inverse",
                "This is how many ranks there are for each minute. How long is there for one?",
            ),
            1800.0: say("09-seconds-all", "These are the seconds for all ranks together."),
        },
        otherwise=say(
            "09-seconds-other",
            "Write the number of seconds for one rank: all seconds, divided by all ranks.",
        ),
    )


@exercise(
    "quick-stop",
    hints=[say("09-hint-stop-1", "The rule speaks of *any* group. Take the two groups apart.")],
)
def quick_stop(key):
    expect.choice(
        key,
        right="stops",
        wrong={
            "begins": say(
                "09-stop-all",
                "This is the share of all people together. The rule looks at each group.",
            ),
            "repeat": say(
                "09-stop-few",
                "Twelve people say little about all such people. The rule was written for this "
                "test all the same, before anybody saw a result.",
            ),
            "lower-rule": say(
                "09-stop-lower", "A rule that is changed after the result protects nobody."
            ),
        },
    )


# The assignment.


@exercise(
    "problem",
    points=1,
    hints=[
        say("09-hint-problem-1", "Cover every tool, and ask of each sentence: whose trouble is it?")
    ],
)
def problem(key):
    expect.choice(
        key,
        right="home-unserved",
        wrong={
            "no-assistant": say(
                "09-solution-first",
                "This names the tool that is offered. Describe the trouble without a tool.",
            ),
            "counter-hours": say(
                "09-office-need",
                "This is true, and it is the trouble of the office. What happens to the people?",
            ),
            "web-habits": say(
                "09-blame-people",
                "Here the people have to change so that the service works. What do they need?",
            ),
        },
    )


@exercise(
    "left-out",
    points=1,
    hints=[
        say(
            "09-hint-left-1",
            "Stay in one row of the table: people who came in vain, of all who came.",
        ),
        say("09-hint-left-2", "Who cannot be in a number about requests by web?"),
    ],
)
def left_out(share, key):
    with part():
        expect.close(
            share,
            0.45,
            mistakes={
                0.53731: say(
                    "09-share-of-vain",
                    "You divided by all who came in vain. The question starts from the people who "
                    "asked in person.",
                ),
                0.12: say(
                    "09-share-of-all",
                    "You divided by all 600 people. The question starts from the people who asked "
                    "in person.",
                ),
                0.22333: say(
                    "09-share-everybody", "This is the share for all three ways together."
                ),
                0.1: say("09-share-web", "This is the share for the web. Read another row."),
                0.2: say("09-share-telephone", "This is the share for the telephone."),
                0.81818: say(
                    "09-share-odds",
                    "You divided by the people who were served. Divide by all who asked in person.",
                ),
                0.26667: say(
                    "09-share-asked",
                    "This is the share of people who asked in person. How many of them came in vain?",
                ),
                72.0: say("09-share-count", "This is a number of people. Divide by all who asked."),
            },
            otherwise=say(
                "09-share-other",
                "Expected is a number between 0 and 1: people in the row who came in vain, divided "
                "by all people in this row.",
            ),
        )
    with part():
        expect.choice(
            key,
            right="other-ways",
            wrong={
                "web-failures": say(
                    "09-left-web",
                    "They are in the number: they are the one in ten. Who is not counted at all?",
                ),
                "night-users": say(
                    "09-left-night",
                    "If they asked by web, they are counted, at whatever hour. Who is not?",
                ),
                "forgetful": say(
                    "09-left-forgetful",
                    "People who asked by web and lacked a paper are counted. Who is not?",
                ),
            },
        )


@exercise(
    "with-barrier",
    points=1,
    hints=[
        say("09-hint-barrier-1", "First keep the residents, then compare `barrier` with `none`."),
        say(
            "09-hint-barrier-2",
            '`residents = people[people["role"] == "resident"]`, then '
            '`with_barrier = (residents["barrier"] != "...").sum()`',
        ),
    ],
)
def with_barrier(number):
    rows = say(
        "09-rows",
        "These are rows, not people: each person has many answers, in four languages. Use `people`.",
    )
    expect.count(
        number,
        7,
        mistakes={
            11: say(
                "09-staff-counted",
                "Staff were not asked, and `not asked` is not `none`: keep the residents first.",
            ),
            3: say(
                "09-no-barrier",
                "These are the residents without a known barrier. The others are asked.",
            ),
            10: say("09-all-residents", "These are all residents. How many have a barrier?"),
            8: say(
                "09-barrier-channel",
                "This counts the channel, as the lesson does. Count the column `barrier`.",
            ),
            176: rows,
            288: rows,
            44: rows,
            72: rows,
            252: rows,
            14: say("09-everybody", "These are all 14 people, with the staff."),
        },
        otherwise=say("09-barrier-other", "Expected is a whole number of residents, from 0 to 10."),
    )


@exercise(
    "evidence",
    points=1,
    hints=[
        say("09-hint-evidence-1", "Look for each sentence in the answers. Two are about others.")
    ],
)
def evidence(key):
    expect.choice(
        key,
        right="keeps-stamps",
        wrong={
            "prefers-paper": say(
                "09-persona-invented",
                "Rosalba says that she has no internet. Where does she say what she mistrusts?",
            ),
            "like-others": say(
                "09-persona-many",
                "One interview says nothing about most people. What does it say about Rosalba?",
            ),
            "large-letters": say(
                "09-persona-tool",
                "This names a tool that Rosalba does not mention. Which sentence of hers says it?",
            ),
        },
    )


@exercise(
    "voices",
    points=2,
    hints=[
        say("09-hint-voices-1", "Keep the rows of the group, then the rows of the need."),
        say("09-hint-voices-2", 'Count different people: `rows["interview"].nunique()`.'),
        say(
            "09-hint-voices-3",
            '`rows = said[said["role"] == "resident"]`, `rows = rows[rows["need"] == "..."]`, '
            '`kept_words = rows["interview"].nunique()`',
        ),
    ],
)
def voices(kept, named):
    mentions = say(
        "09-mentions",
        "You counted the places in which it is mentioned. Somebody mentions it twice: count "
        "different people.",
    )
    other = say(
        "09-voices-other",
        "Expected is a whole number of people. Keep the rows of the group and of the need, then "
        "count different interviews.",
    )
    with part():
        expect.count(
            kept,
            4,
            mistakes={
                6: mentions,
                7: say("09-voices-staff", "Staff are counted too. Keep the residents first."),
                9: say(
                    "09-voices-both",
                    "These are all places, by residents and staff. Keep the residents, then count "
                    "different people.",
                ),
                3: say(
                    "09-voices-only-staff",
                    "This is the number of staff, or of residents for another need.",
                ),
                10: say(
                    "09-voices-any",
                    "These are the residents who mention any need. Keep the rows of one need.",
                ),
                5: say(
                    "09-voices-need", "This is the number for another need. Read the key once more."
                ),
                2: say(
                    "09-voices-need", "This is the number for another need. Read the key once more."
                ),
            },
            otherwise=other,
        )
    with part():
        expect.count(
            named,
            3,
            mistakes={
                4: mentions,
                5: say("09-voices-all", "These are all people who mention it. How many are women?"),
                6: say(
                    "09-voices-all-places",
                    "These are all places, by everybody. Keep the women, then count people.",
                ),
                1: say("09-voices-men", "This is another answer to the column `gender`."),
                7: say(
                    "09-voices-women",
                    "These are the women who mention any need. Keep the rows of one need.",
                ),
                0: say(
                    "09-voices-nobody",
                    "No row is left. Write the key and the word as they stand in the table.",
                ),
            },
            otherwise=other,
        )


@exercise(
    "weighted-total",
    points=2,
    hidden=True,
    hints=[
        say("09-hint-total-1", "`scores * weights` multiplies what has the same name."),
        say(
            "09-hint-total-2", "`return (scores * weights).sum() / ...`, with four spaces in front."
        ),
    ],
)
def weighted_total(function):
    names = ["served", "reach", "cost"]
    scores, weights = pd.Series([4, 1, 3], index=names), pd.Series([50, 30, 20], index=names)
    # By hand: (4 x 50 + 1 x 30 + 3 x 20) / 100.
    expect.close(
        expect.call(function, scores, weights),
        2.9,
        mistakes={
            2.66667: say(
                "09-total-mean", "All criteria count the same in your total. Use the weights."
            ),
            8.0: say("09-total-plain", "You added the scores. Multiply each by its weight first."),
            290.0: say("09-total-sum", "Divide by the sum of the weights at the end."),
            96.66667: say(
                "09-total-count",
                "You divided by the number of criteria. Divide by the sum of the weights.",
            ),
            36.25: say(
                "09-total-by-scores",
                "You divided by the sum of the scores. Divide by the sum of the weights.",
            ),
            8.08: say(
                "09-total-added",
                "You divided by the weights before adding. Multiply, add, then divide once.",
            ),
            4.0: say("09-total-best", "This is the best score alone. All criteria count."),
        },
        otherwise=say(
            "09-total-other",
            "For scores 4, 1, 3 and weights 50, 30, 20 the result is not right: add up weight "
            "times score, then divide by the sum of the weights.",
        ),
    )
    # Weights that sum to 10: (4 x 5 + 1 x 3 + 3 x 2) / 10, the same by hand.
    expect.close(
        expect.call(function, scores, weights / 10),
        2.9,
        mistakes={
            0.29: say(
                "09-total-hundred",
                "These weights sum to 10, and your function divides by 100. Divide by their sum.",
            )
        },
        otherwise=say(
            "09-total-scale",
            "With weights 5, 3, 2 the total should be the same as with 50, 30, 20.",
        ),
    )


@exercise(
    "deciding-weight",
    points=1,
    hints=[
        say("09-hint-weight-1", "Go through the columns: which row has the highest total in each?")
    ],
)
def deciding_weight(number):
    expect.count(
        number,
        30,
        mistakes={
            20: say(
                "09-weight-before",
                "At this weight a way with AI is still best. Compare the second and third row.",
            ),
            40: say("09-weight-after", "True at this weight, but is there a smaller one?"),
            50: say("09-weight-after", "True at this weight, but is there a smaller one?"),
            0: say(
                "09-weight-assistant",
                "Here the second row is best, and it uses AI. Look for the highest total.",
            ),
            10: say(
                "09-weight-assistant",
                "Here the second row is best, and it uses AI. Look for the highest total.",
            ),
        },
        otherwise=say(
            "09-weight-other", "Expected is one of the weights above the columns of the table."
        ),
    )


@exercise(
    "human-path",
    points=1,
    hints=[
        say("09-hint-path-1", "A human path says where, who, and within how many days."),
        say("09-hint-path-2", "30 minutes are 1,800 seconds."),
    ],
)
def human_path(seconds, key):
    with part():
        expect.close(
            seconds,
            3.0,
            mistakes={
                0.05: say("09-path-minutes", "This is in minutes. How many seconds are that?"),
                20.0: say(
                    "09-path-inverse",
                    "This is how many reminders there are for each minute. How long is there for one?",
                ),
                0.33333: say(
                    "09-path-inverse-seconds",
                    "This is how many reminders there are for each second. Turn it round.",
                ),
                1800.0: say("09-path-all", "These are the seconds for all reminders together."),
                90.0: say(
                    "09-path-day", "The 30 minutes are for the whole month, not for every day."
                ),
            },
            otherwise=say(
                "09-path-other",
                "Expected are the seconds for one reminder: all seconds, divided by 600 reminders.",
            ),
        )
    with part():
        expect.choice(
            key,
            right="name-number",
            wrong={
                "end-control": say(
                    "09-human-last",
                    "The family has travelled by then. At this very step, whom can a person reach?",
                ),
                "help-page": say(
                    "09-path-page",
                    "A page answers, not a person, and it needs the web. Whom can a person reach?",
                ),
                "may-correct": say(
                    "09-human-rubber",
                    "Your first answer shows how long the clerk has for each. And whom can the "
                    "family call?",
                ),
            },
        )


@exercise(
    "broken",
    points=2,
    hidden=True,
    hints=[
        say(
            "09-hint-broken-1",
            "Copy `without_measure`, and change the names of tables and columns.",
        ),
        say(
            "09-hint-broken-2",
            '`missing = ~needs["step"].isin(...)`, then `return list(needs.loc[missing, "need"])`',
        ),
    ],
)
def broken(function):
    needs = pd.DataFrame(
        {
            "need": ["proof", "language", "by night", "known day"],
            "step": ["Counter", "Interpreter", "Radio", "Counter"],
        }
    )
    steps = pd.DataFrame({"name": ["Letter", "Counter", "Booking"]})
    found = expect.call(function, needs, steps)
    if isinstance(found, str):
        expect.true(False, say("09-broken-text", "Return a list, also for a single need."))
    try:
        found = list(found)
    except TypeError:
        expect.true(
            False,
            say("09-broken-number", "The names of the needs are asked, not how many there are."),
        )
    expect.true(
        all(isinstance(each, str) or str(each) in ("True", "False") for each in found),
        say(
            "09-broken-nested",
            "Each entry of the list should be the name of one need. Yours holds whole columns or "
            "numbers: take `list(...)` of the column.",
        ),
    )
    found = [each if isinstance(each, str) else bool(each) for each in found]
    for guess, message in (
        (
            ["proof", "known day"],
            say("09-broken-kept", "These are the needs whose step exists. The others are asked."),
        ),
        (
            ["Interpreter", "Radio"],
            say("09-broken-steps", "These are the missing steps. Return the needs that name them."),
        ),
        (
            ["Letter", "Booking"],
            say(
                "09-broken-reverse",
                "These are steps that answer no need. Start from the needs: does its step exist?",
            ),
        ),
        (
            [False, True, True, False],
            say("09-broken-marks", "These are true and false. Return the needs that are marked."),
        ),
        (
            [True, False, False, True],
            say("09-broken-marks", "These are true and false. Return the needs that are marked."),
        ),
        (["language"], say("09-broken-first", "You stopped at the first. Go through all rows.")),
        (
            ["need", "step"],
            say("09-broken-table", "You return a table. Take the column `need` and make a list."),
        ),
        (
            ["proof", "language", "by night", "known day"],
            say("09-broken-all", "You return every need. Keep those whose step does not exist."),
        ),
        (
            ["by night", "language"],
            say("09-broken-order", "The needs are right. Keep them in the order of the table."),
        ),
        (
            [],
            say(
                "09-broken-none",
                "Your list is empty, and two needs have no step. What do you compare with what?",
            ),
        ),
    ):
        expect.true(found != guess, message)
    expect.true(
        found == ["language", "by night"],
        say(
            "09-broken-other",
            "Expected is a list of the names of needs whose step is not in the column `name`.",
        ),
    )


@exercise(
    "stop-rule",
    points=1,
    hints=[
        say("09-hint-rule-1", "Take 70% of eight people. Can a part of a person be served?"),
        say(
            "09-hint-rule-2", "Which rule would notice if one group failed and the others did not?"
        ),
    ],
)
def stop_rule(number, key):
    with part():
        expect.count(
            number,
            6,
            mistakes={
                5: say(
                    "09-rule-down", "Five of eight are less than 70%. How many are at least 70%?"
                ),
                7: say("09-rule-up", "Seven are enough, but fewer are enough too."),
                8: say("09-rule-all", "The rule does not ask that all are served."),
                2: say("09-rule-failures", "This is how many can fail. How many must be served?"),
                3: say("09-rule-failures-three", "If three fail, less than 70% are served."),
                12: say(
                    "09-rule-sixteen",
                    "You took both groups together. The rule is about the eight of one group.",
                ),
            },
            otherwise=say("09-rule-other", "Expected is a whole number of people, from 0 to 8."),
        )
    with part():
        expect.choice(
            key,
            right="each-group",
            wrong={
                "satisfied": say(
                    "09-satisfied-is-works",
                    "A person can be content and still go home without a certificate. What must "
                    "a person manage to do?",
                ),
                "all-together": say(
                    "09-rule-together",
                    "If all web users are served, a whole small group can fail unseen.",
                ),
                "colleagues": say(
                    "09-rule-colleagues",
                    "Colleagues know the papers and the building. Who has to manage it?",
                ),
            },
        )


PEOPLE = ("system", "date", "owner", "task", "legal_basis", "affected_groups", "needs", "excluded")
CHOICE = ("criteria", "alternatives", "chosen", "chosen_because", "steps", "objection_days")


@exercise(
    "brief",
    points=3,
    hints=[
        say("09-hint-brief-1", "Read what is printed above the page: each line names a blank."),
        say(
            "09-hint-brief-2",
            "The total is the sum of weight times score, divided by 100; a share is a number "
            "between 0 and 1.",
        ),
    ],
)
def brief(fields):
    with part():
        expect.artefact(ServiceBrief, fields, only=PEOPLE)
        step = fields["needs"][1]["step"].strip().casefold()
        expect.true(
            step in ("village visit", "open morning"),
            say(
                "09-brief-step",
                "This step needs a telephone, or comes after the person has been served. Which "
                "step serves somebody who has none, on a day known beforehand?",
            ),
        )
    with part():
        expect.artefact(ServiceBrief, fields, only=CHOICE)
        expect.true(
            float(fields["steps"][1]["human_path"]["days"]) <= 2,
            say(
                "09-brief-late",
                "The reminder comes three days before the visit. An answer within so many days "
                "can come too late.",
            ),
        )
    with part():
        expect.artefact(ServiceBrief, fields, only=("test_plan",))
        threshold = fields["test_plan"]["threshold"]
        expect.true(
            float(threshold) != 70,
            say("09-brief-percent", "The threshold is a number between 0 and 1, not per cent."),
        )
        expect.true(
            abs(float(threshold) - 0.7) < 1e-9,
            say("09-brief-threshold", "The threshold is not the one of exercise 10."),
        )
