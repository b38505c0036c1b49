"""What each exercise of module 09 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Self-checks of the lesson.


@exercise(
    "quick-frame",
    because=say(
        "09-quick-frame-why",
        "It names the families and what happens to them: no benefit until the next appointment. A "
        "model and a web page are tools, and officials who wait are a trouble of the office.",
    ),
    hints=[say("09-hint-frame-1", "Who has the trouble in each sentence? Is a tool in it?")],
)
def quick_frame(key):
    expect.choice(
        key,
        right="next-month",
        wrong={
            "no-forecast": say(
                "09-frame-tool",
                "Cover the tool: telling beforehand is what a model would do. What is the trouble?",
            ),
            "other-day": say(
                "09-frame-page",
                "The families are in this sentence, but it names a missing solution, the web "
                "page. What happens to a family that misses a day?",
            ),
            "empty-chairs": say(
                "09-frame-office", "This is the trouble of the office. What happens to a family?"
            ),
        },
    )


@exercise(
    "quick-need",
    because=say(
        "09-quick-need-why",
        "The quoted words show what stops Leilani: her phone cannot read a photograph of a "
        "letter. The other quotations are about one tool, the hour of a call, or a rule of the "
        "office.",
    ),
    hints=[say("09-hint-need-1", "Look for a person, a thing to get done, and words that say so.")],
)
def quick_need(key):
    expect.choice(
        key,
        right="answer-aloud",
        wrong={
            "short-notes": say(
                "09-need-office",
                "This is a rule of the call centre. Which person has this need?",
            ),
            "open-late": say(
                "09-need-no-source",
                "The words quoted say when Leilani calls. They do not say that she needs a line "
                "that is open late.",
            ),
            "map-pin": say(
                "09-need-tool",
                "This repairs one tool. What does Leilani have to get done, with or without a map?",
            ),
        },
    )


@exercise(
    "quick-straw",
    because=say(
        "09-quick-straw-why",
        "A comparison shows something only if each way is as good as the same money can make it. "
        "An alternative that is bad on purpose is a straw man and proves nothing about the "
        "system.",
    ),
    hints=[say("09-hint-straw-1", "What would a good colleague do with the same money?")],
)
def quick_straw(key):
    expect.choice(
        key,
        right="same-money",
        wrong={
            "equal-scores": say(
                "09-straw-equal",
                "With equal scores nothing is weighed, although the interviews say something "
                "about each way. Which version deserves a score?",
            ),
            "say-so": say(
                "09-straw-kept",
                "A comparison with something bad on purpose shows nothing about the system, even if the report says so.",
            ),
            "drop-it": say(
                "09-straw-dropped",
                "Then there is nothing to compare with. Scores are judgements; they can be honest.",
            ),
        },
    )


@exercise(
    "quick-hours",
    hints=[
        say("09-hint-hours-1", "First find the minutes for all ranks, then turn them into hours.")
    ],
)
def quick_hours(number):
    expect.close(
        number,
        2.0,
        mistakes={
            120.0: say("09-hours-minutes", "This is in minutes. How many hours is that?"),
            7200.0: say("09-hours-seconds", "This is in seconds. How many hours is that?"),
            4.0: say(
                "09-hours-whole-minute",
                "This is right for one minute for each rank. The clerk needs half a minute.",
            ),
            8.0: say(
                "09-hours-inverse",
                "You divided by the minutes or seconds for one rank. Multiply by them.",
            ),
            480.0: say(
                "09-hours-inverse",
                "You divided by the minutes or seconds for one rank. Multiply by them.",
            ),
        },
        otherwise=say(
            "09-hours-other",
            "Your value is {value}. Expected are the hours for all 240 ranks, at half a minute each.",
            value=expect.short(number),
        ),
    )


@exercise(
    "quick-stop",
    because=say(
        "09-quick-stop-why",
        "The rule looks at each group by itself: 28 of 28 are 100% and 10 of 12 are 83%, so "
        "neither is under 75%. It was written before the test, and nothing is added later.",
    ),
    hints=[say("09-hint-stop-1", "The rule speaks of *any* group. Take the two groups apart.")],
)
def quick_stop(key):
    expect.choice(
        key,
        right="ten-of-twelve",
        wrong={
            "all-forty": say(
                "09-stop-all",
                "This is the share of all people together. The rule looks at each group.",
            ),
            "twelve-more": say(
                "09-stop-few",
                "Twelve people say little about all such people. The rule was written for this "
                "test all the same, before anybody saw a result.",
            ),
            "gap": say(
                "09-stop-gap",
                "They do finish less often, and the team should find out why. Does the rule compare "
                "the groups with each other?",
            ),
        },
    )


# The assignment.


@exercise(
    "problem",
    points=1,
    because=say(
        "09-problem-why",
        "It names people, trouble and number: 134 of 600, or 22%, came in vain. The other "
        "sentences name a service that is missing, a trouble of the office, or a cause that "
        "nobody measured.",
    ),
    hints=[
        say(
            "09-hint-problem-1", "Cover every tool, and ask of each sentence: whose trouble is it?"
        ),
        say("09-hint-problem-2", "Which of the sentences can you prove with the table?"),
    ],
)
def problem(key):
    expect.choice(
        key,
        right="one-in-five",
        wrong={
            "no-evening": say(
                "09-solution-first",
                "This describes what the firm offers, asking at any hour, as something missing. "
                "What happens to the people?",
            ),
            "counter-hours": say(
                "09-office-need",
                "This can be true, and it is the trouble of the office. What happens to the people?",
            ),
            "papers-unknown": say(
                "09-cause-unmeasured",
                "This is a possible cause. The table says nothing about villages or papers. What "
                "does it show?",
            ),
        },
    )


@exercise(
    "left-out",
    points=1,
    because=say(
        "09-left-out-why",
        "“Nine in ten” counts only people who asked online. Of those who asked in person 45% came "
        "in vain, and people who have never asked are in no row of the table.",
    ),
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
                    "`share_in_person`: You divided by all who came in vain. The question starts from the people who "
                    "asked in person.",
                ),
                0.12: say(
                    "09-share-of-all",
                    "`share_in_person`: You divided by all 600 people. The question starts from the people who asked "
                    "in person.",
                ),
                0.22333: say(
                    "09-share-everybody",
                    "`share_in_person`: This is the share for all three ways together.",
                ),
                0.1: say(
                    "09-share-web",
                    "`share_in_person`: This is the share for the web. Read another row.",
                ),
                0.2: say(
                    "09-share-telephone", "`share_in_person`: This is the share for the telephone."
                ),
                0.81818: say(
                    "09-share-odds",
                    "`share_in_person`: You divided by the people who were served. Divide by all who asked in person.",
                ),
                0.26667: say(
                    "09-share-asked",
                    "`share_in_person`: This is the share of people who asked in person. How many of them came in vain?",
                ),
                72.0: say(
                    "09-share-count",
                    "`share_in_person`: This is a number of people. Divide by all who asked.",
                ),
            },
            otherwise=say(
                "09-share-other",
                "`share_in_person` is {value}. Expected is a number between 0 and 1: people in the "
                "row who came in vain, divided by all people in this row.",
                value=expect.short(share),
            ),
        )
    with part():
        expect.choice(
            key,
            right="other-ways",
            wrong={
                "web-failures": say(
                    "09-left-web",
                    "`left_out`: They are in the number: they are the one in ten. Who is not counted at all?",
                ),
                "night-users": say(
                    "09-left-night",
                    "`left_out`: If they asked online, they are counted, at whatever hour. Who is not?",
                ),
                "second-visit": say(
                    "09-left-second",
                    "`left_out`: They are in the number: they are among the one in ten who were "
                    "not served at the first visit. Who is not counted at all?",
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
                "These are the residents without a known barrier. The question is about the others.",
            ),
            10: say(
                "09-all-residents",
                "These are all residents. If you compared with a word: the column holds `none`, in "
                "small letters. “None known” is only how the lesson's table shows it.",
            ),
            8: say(
                "09-barrier-eight",
                "8 is the number of residents who did not use the web form, and also the number "
                "of different words in `barrier`, `none` included. The question is about the people whose `barrier` is not `none`.",
            ),
            176: rows,
            288: rows,
            44: rows,
            72: rows,
            252: rows,
            14: say("09-everybody", "These are all 14 people, with the staff."),
        },
        otherwise=say(
            "09-barrier-other",
            "Your value is {value}. Expected is a whole number of residents, from 0 to 10.",
            value=expect.short(number),
        ),
    )


@exercise(
    "evidence",
    points=1,
    because=say(
        "09-evidence-why",
        "Rosalba says it herself: each stamp in her drawer is “a person who saw me” (Q6). No "
        "sentence of hers says what most older people do, and she took two buses to the old town "
        "hall.",
    ),
    hints=[
        say(
            "09-hint-evidence-1",
            "Look for each sentence in the answers. One of the four is about other people.",
        )
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
            "too-weak": say(
                "09-persona-contradicted",
                "She took two buses to the old town hall (Q4) and went from house to house (Q5). "
                "Which sentence says that she cannot travel?",
            ),
        },
    )


@exercise(
    "voices",
    points=2,
    hints=[
        say("09-hint-voices-1", "Keep the rows of the group, then the rows of the need."),
        say("09-hint-voices-2", "Count different people: `nunique` of the column `interview`."),
        say(
            "09-hint-voices-3",
            '`rows = said[said["role"] == "resident"]`, `rows = rows[rows["need"] == "..."]`, '
            '`kept_words = rows["interview"].nunique()`',
        ),
    ],
)
def voices(kept, named):
    def places(name):
        """The mistake of counting places for people."""
        return say(
            "09-mentions",
            "`{name}`: you counted the places in which the need is mentioned. Some people mention "
            "it twice: count different people.",
            name=name,
        )

    def need(name):
        return say(
            "09-voices-need",
            "`{name}`: this is the number for another need. Look again at the key of the need.",
            name=name,
        )

    def nobody(name):
        return say(
            "09-voices-nobody",
            "`{name}`: no row is left. Write the key and the word exactly as in the table.",
            name=name,
        )

    def other(name, value):
        return say(
            "09-voices-other",
            "`{name}` is {value}. Expected is a whole number of people: keep the rows of the group "
            "and of the need, then count different interviews.",
            name=name,
            value=expect.short(value),
        )

    with part():
        expect.count(
            kept,
            4,
            mistakes={
                6: places("kept_words"),
                7: say(
                    "09-voices-staff",
                    "`kept_words`: staff are counted too. Keep the residents first.",
                ),
                9: say(
                    "09-voices-both",
                    "`kept_words`: these are all places, by residents and staff. Keep the "
                    "residents, then count different people.",
                ),
                3: say(
                    "09-voices-only-staff",
                    "`kept_words`: this is the number of staff, or of residents for another need.",
                ),
                10: say(
                    "09-voices-any",
                    "`kept_words`: these are the residents who mention any need. Keep the rows of "
                    "one need.",
                ),
                5: need("kept_words"),
                2: need("kept_words"),
                0: nobody("kept_words"),
            },
            otherwise=other("kept_words", kept),
        )
    with part():
        expect.count(
            named,
            3,
            mistakes={
                4: places("named_women"),
                5: say(
                    "09-voices-all",
                    "`named_women`: these are all people who mention it. How many are women?",
                ),
                6: say(
                    "09-voices-all-places",
                    "`named_women`: these are all places, by everybody. Keep the women, then count "
                    "different people.",
                ),
                1: say(
                    "09-voices-men",
                    "`named_women`: one man mentions it, and one person who did not say. Keep the "
                    "rows of women.",
                ),
                7: say(
                    "09-voices-women",
                    "`named_women`: these are the women who mention any need. Keep the rows of one "
                    "need.",
                ),
                2: need("named_women"),
                0: nobody("named_women"),
            },
            otherwise=other("named_women", named),
        )


def without_red_text(function, explain, *arguments):
    """The result of a learner's function; `explain` gives a message for errors that it knows."""
    errors = []

    def watched(*given):
        try:
            return function(*given)
        except Exception as error:
            errors.append(error)
            raise

    if not callable(function):
        return expect.call(function, *arguments)
    try:
        return expect.call(watched, *arguments)
    except Exception:
        message = explain(errors[0]) if errors else None
        if message:
            expect.true(False, message)
        raise


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
    def explain(error):
        if "No axis named" in str(error):
            return say(
                "09-total-axis",
                "`axis=1` belongs to a table with several rows. Here `scores` is one row: leave "
                "the brackets of `sum()` empty.",
            )
        if isinstance(error, KeyError | IndexError):
            return say(
                "09-total-names",
                "Your function asks for a name or a place that `scores` or `weights` does not "
                "have. Use the two columns as a whole.",
            )
        return None

    names = ["served", "reach", "cost"]
    scores, weights = pd.Series([4, 1, 3], index=names), pd.Series([50, 30, 25], index=names)
    found = without_red_text(function, explain, scores, weights)
    others = pd.Series({"served": 60, "reach": 20, "cost": 30})
    other = say(
        "09-total-other",
        "For scores 4, 1, 3 and weights 50, 30, 25 your function returns {value}. Expected is one "
        "number: weight times score, added up, divided by the sum of the weights.",
        value=expect.short(found),
    )
    unused = None
    for name, changed in (("weights", (scores, others)), ("scores", (scores + 1, weights))):
        again = without_red_text(function, explain, *changed)
        if expect.short(again) == expect.short(found):
            unused = say(
                "09-total-ignores",
                "The result stays the same when `{name}` changes: your function does not use "
                "`{name}`.",
                name=name,
            )
            break
    # By hand: (4 x 50 + 1 x 30 + 3 x 25) / 105 = 305 / 105.
    expect.close(
        found,
        2.904762,
        mistakes={
            2.66667: say(
                "09-total-mean",
                "All criteria count the same in your total: it does not use `weights`.",
            ),
            8.0: say(
                "09-total-plain",
                "You added the scores without `weights`. Multiply each score by its weight first.",
            ),
            305.0: say("09-total-sum", "Divide by the sum of the weights at the end."),
            101.66667: say(
                "09-total-count",
                "You divided by the number of criteria. Divide by the sum of the weights.",
            ),
            38.125: say(
                "09-total-by-scores",
                "You divided by the sum of the scores. Divide by the sum of the weights.",
            ),
            1.07619: say("09-total-added", "You added weights and scores. Multiply them."),
            3.05: say(
                "09-total-hundred",
                "These weights sum to 105, and your function divides by 100. Divide by their sum.",
            ),
            4.0: say(
                "09-total-best", "This is the score of one criterion alone. All criteria count."
            ),
        },
        otherwise=unused or other,
    )
    if unused:
        expect.true(False, unused)


@exercise(
    "deciding-weight",
    points=1,
    hints=[
        say("09-hint-weight-1", "Go through the columns: which row has the highest total in each?")
    ],
)
def deciding_weight(weight):
    before = say(
        "09-weight-assistant",
        "At this weight the second row has the highest total, and it uses AI. Go on to the right.",
    )
    after = say("09-weight-after", "True at this weight, but is there a smaller one?")
    value = expect.number(weight)
    expect.true(
        value in (0, 1) or not 0 < value < 1,
        say(
            "09-weight-share",
            "`deciding_weight` is {value}. Write a weight as the table does, out of 100.",
            value=expect.short(weight),
        ),
    )
    expect.true(
        not 1 <= value <= 5,
        say(
            "09-weight-total",
            "{value} is a total, or the number of a row or column. Give the weight above the column.",
            value=expect.short(weight),
        ),
    )
    expect.close(
        weight,
        30,
        mistakes={
            20: say(
                "09-weight-before",
                "At this weight a way with AI still has the highest total. Compare the second and "
                "third row.",
            ),
            40: after,
            50: after,
            0: before,
            10: before,
        },
        otherwise=say(
            "09-weight-other",
            "{value} is not one of the weights above the columns of the table.",
            value=expect.short(weight),
        ),
    )


@exercise(
    "human-path",
    points=1,
    because=say(
        "09-human-path-why",
        "The reminder names a person, a place and a deadline: counter 2, within a day, before the "
        "family travels. With 30 minutes for 600 reminders, a clerk has 3 seconds for each.",
    ),
    hints=[
        say("09-hint-path-1", "A human path says where, who, and within how many days."),
        say("09-hint-path-2", "Turn the 30 minutes into seconds first."),
    ],
)
def human_path(seconds, key):
    with part():
        expect.close(
            seconds,
            3.0,
            mistakes={
                0.05: say(
                    "09-path-minutes",
                    "`seconds_each`: This is in minutes. How many seconds is that?",
                ),
                20.0: say(
                    "09-path-inverse",
                    "`seconds_each`: This is how many reminders there are for each minute. How long is there for one?",
                ),
                0.33333: say(
                    "09-path-inverse-seconds",
                    "`seconds_each`: This is how many reminders there are for each second. Turn it round.",
                ),
                1800.0: say(
                    "09-path-all",
                    "`seconds_each`: These are the seconds for all reminders together.",
                ),
                90.0: say(
                    "09-path-day",
                    "`seconds_each`: The 30 minutes are for the whole month, not for every day.",
                ),
            },
            otherwise=say(
                "09-path-other",
                "`seconds_each` is {value}. Expected are the seconds for one reminder: all seconds, divided "
                "by 600 reminders.",
                value=expect.short(seconds),
            ),
        )
    with part():
        expect.choice(
            key,
            right="counter-two",
            wrong={
                "end-control": say(
                    "09-human-last",
                    "`human_path`: The family has travelled by then. At this very step, whom can a person reach?",
                ),
                "help-page": say(
                    "09-path-page",
                    "`human_path`: A page answers, not a person, and it needs the web. Whom can a person reach?",
                ),
                "may-correct": say(
                    "09-human-rubber",
                    "`human_path`: Your first answer shows how long the clerk has for each. And whom can the "
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
            "Copy the two lines of `without_measure`, and change the names of tables and columns.",
        ),
        say(
            "09-hint-broken-2",
            '`missing = ~needs["step"].isin(...)`, then `return list(needs.loc[missing, "need"])`',
        ),
    ],
)
def broken(function):
    def explain(error):
        if isinstance(error, KeyError):
            return say(
                "09-broken-column",
                "There is no column {name} in that table. `needs` has the columns `need` and "
                "`step`; `steps` has the column `name`.",
                name=str(error)[:40],
            )
        if "identically-labeled" in str(error):
            return say(
                "09-broken-equal",
                "`==` compares two columns row by row, and these have different lengths. `isin` "
                "looks for each value in the whole other column.",
            )
        if isinstance(error, AssertionError) or "nalignable" in str(error):
            return say(
                "09-broken-exchanged",
                "The marks (true and false) come from the rows of `steps`, and you use them on "
                "`needs`. Mark the rows of `needs`: is its step in `steps`?",
            )
        return None

    needs = pd.DataFrame(
        {
            "need": ["proof", "language", "by night", "known day", "language"],
            "step": ["Counter", "Interpreter", "Radio", "Counter", "Van"],
        }
    )
    steps = pd.DataFrame({"name": ["Letter", "Counter", "Booking"]})
    found = without_red_text(function, explain, needs, steps)
    if isinstance(found, str):
        expect.true(False, say("09-broken-text", "Return a list, also for a single need."))
    try:
        found = list(found)
    except TypeError:
        expect.true(
            False,
            say("09-broken-number", "Return the names of the needs, not how many there are."),
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
    marks = say("09-broken-marks", "These are true and false. Return the needs that are marked.")
    for guess, message in (
        (
            ["proof", "known day"],
            say("09-broken-kept", "These are the needs whose step exists. Return the others."),
        ),
        (
            ["Interpreter", "Radio", "Van"],
            say("09-broken-steps", "These are the missing steps. Return the needs that name them."),
        ),
        (
            ["Letter", "Booking"],
            say(
                "09-broken-reverse",
                "These are steps that answer no need. Start from the needs: does its step exist?",
            ),
        ),
        ([False, True, True, False, True], marks),
        ([True, False, False, True, False], marks),
        (["language"], say("09-broken-first", "You stopped at the first. Go through all rows.")),
        (
            ["need", "step"],
            say("09-broken-table", "You return a table. Take the column `need` and make a list."),
        ),
        (
            list(needs["need"]),
            say(
                "09-broken-all",
                "You return every need. Keep those whose step is not in the column `name` of "
                "`steps`.",
            ),
        ),
        (
            [],
            say(
                "09-broken-none",
                "Your list is empty, and three rows have no step. What do you compare with what?",
            ),
        ),
    ):
        expect.true(found != guess, message)
    right = ["language", "by night", "language"]
    expect.true(
        found == right or sorted(map(str, found)) != sorted(right),
        say("09-broken-order", "The needs are right. Keep them in the order of the table."),
    )
    expect.true(
        found == right or sorted(map(str, found)) != sorted(set(right)),
        say(
            "09-broken-unique",
            "The need `language` occurs in two rows, each with a different step. Return one entry for "
            "each row.",
        ),
    )
    for name, changed in (
        ("needs", (needs.iloc[[0, 2]], steps)),
        ("steps", (needs, pd.DataFrame({"name": ["Radio", "Van"]}))),
    ):
        again = without_red_text(function, explain, *changed)
        expect.true(
            not hasattr(again, "__iter__") or list(again) != found,
            say(
                "09-broken-ignores",
                "The list stays the same when the table `{name}` changes: your function does not "
                "use `{name}`.",
                name=name,
            ),
        )
    expect.true(
        found == right,
        say(
            "09-broken-other",
            "Your function returns {value}. Expected is a list of the names of needs whose step is "
            "not in the column `name`.",
            value=expect.short(found),
        ),
    )


@exercise(
    "stop-rule",
    points=1,
    because=say(
        "09-stop-rule-why",
        "70% of eight is 5.6, so at least six of each group must be served. Over all sixteen, "
        "eight of one group and four of the other are 75%, which hides the group that fails.",
    ),
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
                    "09-rule-down",
                    "`at_least`: Five of eight are less than 70%. How many are at least 70%?",
                ),
                7: say("09-rule-up", "`at_least`: Seven are enough, but fewer are enough too."),
                8: say("09-rule-all", "`at_least`: The rule does not ask that all are served."),
                2: say(
                    "09-rule-failures",
                    "`at_least`: This is how many can fail. How many must be served?",
                ),
                3: say(
                    "09-rule-failures-three", "`at_least`: If three fail, less than 70% are served."
                ),
                12: say(
                    "09-rule-sixteen",
                    "`at_least`: You took both groups together. The rule is about the eight of one group.",
                ),
            },
            otherwise=say(
                "09-rule-other",
                "`at_least` is {value}. Expected is a whole number of people, from 0 to 8.",
                value=expect.short(number),
            ),
        )
    with part():
        expect.choice(
            key,
            right="either",
            wrong={
                "content": say(
                    "09-satisfied-is-works",
                    "`stop_rule`: A person can be content and still go home without a "
                    "certificate. What must a person manage to do?",
                ),
                "sixteen": say(
                    "09-rule-together",
                    "`stop_rule`: If all eight of one group and four of the other are served, "
                    "these are 75% of the sixteen. What does this hide?",
                ),
                "all-eight": say(
                    "09-rule-perfect",
                    "`stop_rule`: With this rule a single person who lacks a paper stops the "
                    "service for everybody. Which share does the registry ask for?",
                ),
            },
        )


@exercise(
    "brief",
    points=3,
    because=say(
        "09-brief-why",
        "Only the head of the registry can change counters and van, the interpreter speaks "
        "Kichwa, and the clerk can correct the day in time. With a count for each group, neither "
        "hides the other.",
    ),
    hints=[
        say(
            "09-hint-brief-1",
            "Read what is printed below your answer: it names the blanks that are left.",
        ),
        say(
            "09-hint-brief-2",
            "Who can act in the registry? Whom can a family reach three days before its visit? "
            "Whose failure must stop the service?",
        ),
    ],
)
def brief(owner, measure, who, days, number, groups):
    with part():
        expect.choice(
            owner,
            right="head",
            wrong={
                "firm": say(
                    "09-brief-owner-firm",
                    "`owner`: a firm delivers a program. Who answers to the people of Yanapamba "
                    "for the whole service?",
                ),
                "ombuds": say(
                    "09-brief-owner-ombuds",
                    "`owner`: this office hears complaints about the service. Who can change the "
                    "service itself?",
                ),
            },
        )
        expect.choice(
            measure,
            right="interpreter",
            wrong={
                "relative": say(
                    "09-brief-child",
                    "`measure_kichwa`: one need in the brief is to speak in one's own language, and "
                    "not through a child. What does the registry itself do?",
                ),
                "pictures": say(
                    "09-brief-spanish",
                    "`measure_kichwa`: this helps to read the reminder. In which language do people "
                    "then speak at the counter?",
                ),
                "web-page": say(
                    "09-brief-web-page",
                    "`measure_kichwa`: a page needs the web, and it does not listen. Who understands "
                    "what people say in Kichwa?",
                ),
            },
        )
    with part():
        expect.choice(
            who,
            right="clerk-duty",
            wrong={
                "ask-page": say(
                    "09-brief-page",
                    "`path_who`: this is a page. Where does a family find a person?",
                ),
                "sender": say(
                    "09-brief-path-firm",
                    "`path_who`: this person has to be able to put a wrong day right. Name somebody "
                    "of the registry, not of the firm.",
                ),
            },
        )
        found = expect.number(days)
        expect.true(
            found >= 0 and found.is_integer(),
            say(
                "09-brief-days",
                "`path_days` is {value}. Expected is a whole number of days, from 0.",
                value=expect.shown(found),
            ),
        )
        expect.true(
            found <= 2,
            say(
                "09-brief-late",
                "`path_days`: the reminder comes three days before the visit. An answer within {n} "
                "days can come too late.",
                n=expect.shown(found),
            ),
        )
    with part():
        stricter = say(
            "09-brief-stricter",
            "`stops_below`: this asks for more than 70% of the eight. Look again at exercise 10.",
        )
        failures = say(
            "09-brief-failures",
            "`stops_below`: count the people who are served, not those who may fail.",
        )
        expect.true(
            expect.number(number) != 5.6,
            say(
                "09-brief-part-of-person",
                "`stops_below`: 70% of eight people is 5.6. Which is the smallest whole number "
                "that is not below it?",
            ),
        )
        expect.count(
            number,
            6,
            mistakes={
                5: say(
                    "09-brief-five",
                    "`stops_below`: with five of eight the service would then begin. Are these at "
                    "least 70%?",
                ),
                7: stricter,
                8: stricter,
                2: failures,
                3: failures,
            },
            otherwise=say(
                "09-brief-number",
                "`stops_below` is {value}. Expected is a whole number of people, of the eight in one "
                "group.",
                value=expect.short(number),
            ),
        )
        expect.choice(
            groups,
            right="each-group",
            wrong={
                "mean": say(
                    "09-brief-together",
                    "`stops_for`: with eight of one group and four of the other, the mean is six. "
                    "What does it hide?",
                ),
                "better": say(
                    "09-brief-neither",
                    "`stops_for`: the other group can then fail, and the service begins all the "
                    "same. Whose failure must stop it?",
                ),
                "each-village": say(
                    "09-brief-village",
                    "`stops_for`: the eight come from all the villages together, so that in a "
                    "single village fewer than eight are tried. What was the number made for?",
                ),
            },
        )
