"""The checks of 09-service-design. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "09-service-design"

import re

import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ServiceBrief



@exercise(
    "quick-frame",
    hints=[say("09-hint-frame-1", "Who has the trouble in each sentence? Is a tool in it?")],
)
def quick_frame(key):
    expect.choice(
        key,
        right=Sealed("09-service-design/quick-frame", "b5b4df62d12ef1d78ba9cefacb72885a"), options=["empty-chairs", "next-month", "no-forecast", "other-day"],
        wrong={
            Sealed("09-service-design/quick-frame", "855694c685e247d77726f1bec6f55491"): say(
                "09-frame-tool",
                "Cover the tool: telling beforehand is what a model would do. What is the trouble?",
            ),
            Sealed("09-service-design/quick-frame", "a6aefef919f10eabaffb9562a598800b"): say(
                "09-frame-page",
                "The families are in this sentence, but it names a missing solution, the web "
                "page. What happens to a family that misses a day?",
            ),
            Sealed("09-service-design/quick-frame", "49c234f4dfd426a445ce3888559389b0"): say(
                "09-frame-office", "This is the trouble of the office. What happens to a family?"
            ),
        },
    )


@exercise(
    "quick-need",
    hints=[say("09-hint-need-1", "Look for a person, a thing to get done, and words that say so.")],
)
def quick_need(key):
    expect.choice(
        key,
        right=Sealed("09-service-design/quick-need", "7ef559cbc4f5cdeec560e1278ef44b53"), options=["answer-aloud", "map-pin", "open-late", "short-notes"],
        wrong={
            Sealed("09-service-design/quick-need", "8deac2832f9abe6fb6194e94dc9cf7a5"): say(
                "09-need-office",
                "This is a rule of the call centre. Which person has this need?",
            ),
            Sealed("09-service-design/quick-need", "ee3ffa423c30701c08f76e7d22c9d86d"): say(
                "09-need-no-source",
                "The words quoted say when Leilani calls. They do not say that she needs a line "
                "that is open late.",
            ),
            Sealed("09-service-design/quick-need", "45c81ed425c208632e671e61986fdf4b"): say(
                "09-need-tool",
                "This repairs one tool. What does Leilani have to get done, with or without a map?",
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
        right=Sealed("09-service-design/quick-straw", "c8d0d9c3edadda915cb7af337da4a213"), options=["drop-it", "equal-scores", "same-money", "say-so"],
        wrong={
            Sealed("09-service-design/quick-straw", "fa3791d2250cc6485f543526051ceaff"): say(
                "09-straw-equal",
                "With equal scores nothing is weighed, although the interviews say something "
                "about each way. Which version deserves a score?",
            ),
            Sealed("09-service-design/quick-straw", "0849a58289821a426502be020f5680df"): say(
                "09-straw-kept",
                "A comparison with something bad on purpose shows nothing about the system, even if the report says so.",
            ),
            Sealed("09-service-design/quick-straw", "d2ab2dcd4f6179d0e163a2d022b12729"): say(
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
        Sealed("09-service-design/quick-hours", "46a80975c912c1da5f1649c009ba5eab"),
        mistakes={
            Sealed("09-service-design/quick-hours", "00b8a76beeb6214325fd255b35a1f708"): say("09-hours-minutes", "This is in minutes. How many hours is that?"),
            Sealed("09-service-design/quick-hours", "5543a64aa0f5304ac17648f979f4ec12"): say("09-hours-seconds", "This is in seconds. How many hours is that?"),
            Sealed("09-service-design/quick-hours", "416169f55947443c32d5dc1657d9bfdd"): say(
                "09-hours-whole-minute",
                "This is right for one minute for each rank. The clerk needs half a minute.",
            ),
            Sealed("09-service-design/quick-hours", "ccb926aab8836fca74dd3e9de8fee3bd"): say(
                "09-hours-inverse",
                "You divided by the minutes or seconds for one rank. Multiply by them.",
            ),
            Sealed("09-service-design/quick-hours", "2aded8d11291a411f43409962a4c6088"): say(
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
    hints=[say("09-hint-stop-1", "The rule speaks of *any* group. Take the two groups apart.")],
)
def quick_stop(key):
    expect.choice(
        key,
        right=Sealed("09-service-design/quick-stop", "829f4deb0524b080eb27bb1b17722352"), options=["all-forty", "gap", "ten-of-twelve", "twelve-more"],
        wrong={
            Sealed("09-service-design/quick-stop", "c8539d8463e07f55d22b5f6e5e560823"): say(
                "09-stop-all",
                "This is the share of all people together. The rule looks at each group.",
            ),
            Sealed("09-service-design/quick-stop", "abe9247f8e47f79c232f52768c48cd57"): say(
                "09-stop-few",
                "Twelve people say little about all such people. The rule was written for this "
                "test all the same, before anybody saw a result.",
            ),
            Sealed("09-service-design/quick-stop", "8ae0c26b03eb583c3b8e5b3e41655c9e"): say(
                "09-stop-gap",
                "They do finish less often, and the team should find out why. Does the rule compare "
                "the groups with each other?",
            ),
        },
    )




@exercise(
    "problem",
    points=1,
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
        right=Sealed("09-service-design/problem", "7195f59aca3a97a08c39380e617d4e60"), options=["counter-hours", "no-evening", "one-in-five", "papers-unknown"],
        wrong={
            Sealed("09-service-design/problem", "22dee413477dbe1306b5dae7a3637662"): say(
                "09-solution-first",
                "This describes what the firm offers, asking at any hour, as something missing. "
                "What happens to the people?",
            ),
            Sealed("09-service-design/problem", "3ab3bda1dd03fe1b7535d1b14de0d799"): say(
                "09-office-need",
                "This can be true, and it is the trouble of the office. What happens to the people?",
            ),
            Sealed("09-service-design/problem", "1683cbf049c6719a38b4953844ad7300"): say(
                "09-cause-unmeasured",
                "This is a possible cause. The table says nothing about villages or papers. What "
                "does it show?",
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
            Sealed("09-service-design/left-out", "394baa90acf4045532a380f11310c2cb"),
            mistakes={
                Sealed("09-service-design/left-out", "04c0ed6b2e7a258af6a4a6893a4f7010"): say(
                    "09-share-of-vain",
                    "`share_in_person`: You divided by all who came in vain. The question starts from the people who "
                    "asked in person.",
                ),
                Sealed("09-service-design/left-out", "b58785437a74658277d360b3f8838eb7"): say(
                    "09-share-of-all",
                    "`share_in_person`: You divided by all 600 people. The question starts from the people who asked "
                    "in person.",
                ),
                Sealed("09-service-design/left-out", "7cad1859a9426eda662d4b2077f7452a"): say(
                    "09-share-everybody",
                    "`share_in_person`: This is the share for all three ways together.",
                ),
                Sealed("09-service-design/left-out", "982cadf23a380a8ff17c73e4e0d1090a"): say(
                    "09-share-web",
                    "`share_in_person`: This is the share for the web. Read another row.",
                ),
                Sealed("09-service-design/left-out", "e9ed9d7e281c10b3dffbe34522baee94"): say(
                    "09-share-telephone", "`share_in_person`: This is the share for the telephone."
                ),
                Sealed("09-service-design/left-out", "df1d8f4a017f0fd4bf94e7d3b38eb115"): say(
                    "09-share-odds",
                    "`share_in_person`: You divided by the people who were served. Divide by all who asked in person.",
                ),
                Sealed("09-service-design/left-out", "8ee23104ac5429771a32d0abc9e0e630"): say(
                    "09-share-asked",
                    "`share_in_person`: This is the share of people who asked in person. How many of them came in vain?",
                ),
                Sealed("09-service-design/left-out", "611c426265611248db430ee3e682b225"): say(
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
            right=Sealed("09-service-design/left-out", "c8066cda9c9d4bd935edeb9b2191e006"), options=["night-users", "other-ways", "second-visit", "web-failures"],
            wrong={
                Sealed("09-service-design/left-out", "03ac2983d6ba84ae2cc30429dea9e868"): say(
                    "09-left-web",
                    "`left_out`: They are in the number: they are the one in ten. Who is not counted at all?",
                ),
                Sealed("09-service-design/left-out", "88cb6e4704a5474b070342b82c485836"): say(
                    "09-left-night",
                    "`left_out`: If they asked online, they are counted, at whatever hour. Who is not?",
                ),
                Sealed("09-service-design/left-out", "ec93da7e20f8d139d5a5ca317108e5de"): say(
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
        Sealed("09-service-design/with-barrier", "d7246c7b6f7b3fd775eab3d482efb9a0"),
        mistakes={
            Sealed("09-service-design/with-barrier", "205d09b2e0b971dc1c8d6bc7b010a166"): say(
                "09-staff-counted",
                "Staff were not asked, and `not asked` is not `none`: keep the residents first.",
            ),
            Sealed("09-service-design/with-barrier", "ada98285b3ff9485fb23b0fb8c50f162"): say(
                "09-no-barrier",
                "These are the residents without a known barrier. The question is about the others.",
            ),
            Sealed("09-service-design/with-barrier", "b9a988018b0e64ffcaa487b665aa0108"): say(
                "09-all-residents",
                "These are all residents. If you compared with a word: the column holds `none`, in "
                "small letters. “None known” is only how the lesson's table shows it.",
            ),
            Sealed("09-service-design/with-barrier", "5c884cde296ca61362422607dd09e74b"): say(
                "09-barrier-eight",
                "8 is the number of residents who did not use the web form, and also the number "
                "of different words in `barrier`, `none` included. The question is about the people whose `barrier` is not `none`.",
            ),
            Sealed("09-service-design/with-barrier", "f2fe34856bfdef059544db684643d51f"): rows,
            Sealed("09-service-design/with-barrier", "f51ad5b4c45474c5155f4dd05e0f629d"): rows,
            Sealed("09-service-design/with-barrier", "2b082494fa88dd54d188c3eeb92fc5ba"): rows,
            Sealed("09-service-design/with-barrier", "b4269ed9aacae22d88237d6447317367"): rows,
            Sealed("09-service-design/with-barrier", "1c89a992734f01b0b590e2e9665fa2ac"): rows,
            Sealed("09-service-design/with-barrier", "23ebc22786ec528e18d7746da480994b"): say("09-everybody", "These are all 14 people, with the staff."),
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
        right=Sealed("09-service-design/evidence", "b80f8e50f6c4c657a55deaf314092a87"), options=["keeps-stamps", "like-others", "prefers-paper", "too-weak"],
        wrong={
            Sealed("09-service-design/evidence", "2c786f208cfc54a361591b94592e4ffd"): say(
                "09-persona-invented",
                "Rosalba says that she has no internet. Where does she say what she mistrusts?",
            ),
            Sealed("09-service-design/evidence", "481cf3bccdb65ac5c8d6886a6a4e1dcd"): say(
                "09-persona-many",
                "One interview says nothing about most people. What does it say about Rosalba?",
            ),
            Sealed("09-service-design/evidence", "d3e1f44c11730009595b4a5466335fee"): say(
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
            Sealed("09-service-design/voices", "3ff07bc794f15b3be7417f644b609dfe"),
            mistakes={
                Sealed("09-service-design/voices", "40c2ee9fa2de89b647eb59a9ecf70be8"): places("kept_words"),
                Sealed("09-service-design/voices", "3481a63e75a87d4913ddcef8b1fca032"): say(
                    "09-voices-staff",
                    "`kept_words`: staff are counted too. Keep the residents first.",
                ),
                Sealed("09-service-design/voices", "0c3cfc37454d65720e13a3a4c647d5e9"): say(
                    "09-voices-both",
                    "`kept_words`: these are all places, by residents and staff. Keep the "
                    "residents, then count different people.",
                ),
                Sealed("09-service-design/voices", "7f11b2f4498ea5c26af9fbd7e4042b58"): say(
                    "09-voices-only-staff",
                    "`kept_words`: this is the number of staff, or of residents for another need.",
                ),
                Sealed("09-service-design/voices", "9cdf0f353c1e899dbaf0f2a97dd73b65"): say(
                    "09-voices-any",
                    "`kept_words`: these are the residents who mention any need. Keep the rows of "
                    "one need.",
                ),
                Sealed("09-service-design/voices", "e6cdf365f3b0c9879d71598ec17ab479"): need("kept_words"),
                Sealed("09-service-design/voices", "fe4f9e403d478568a1159504111883e8"): need("kept_words"),
                Sealed("09-service-design/voices", "f4139230af9fe3b11aca01f6af48f6f5"): nobody("kept_words"),
            },
            otherwise=other("kept_words", kept),
        )
    with part():
        expect.count(
            named,
            Sealed("09-service-design/voices", "7f11b2f4498ea5c26af9fbd7e4042b58"),
            mistakes={
                Sealed("09-service-design/voices", "3ff07bc794f15b3be7417f644b609dfe"): places("named_women"),
                Sealed("09-service-design/voices", "e6cdf365f3b0c9879d71598ec17ab479"): say(
                    "09-voices-all",
                    "`named_women`: these are all people who mention it. How many are women?",
                ),
                Sealed("09-service-design/voices", "40c2ee9fa2de89b647eb59a9ecf70be8"): say(
                    "09-voices-all-places",
                    "`named_women`: these are all places, by everybody. Keep the women, then count "
                    "different people.",
                ),
                Sealed("09-service-design/voices", "804747eedaca9d688066934ad7f78f2f"): say(
                    "09-voices-men",
                    "`named_women`: one man mentions it, and one person who did not say. Keep the "
                    "rows of women.",
                ),
                Sealed("09-service-design/voices", "3481a63e75a87d4913ddcef8b1fca032"): say(
                    "09-voices-women",
                    "`named_women`: these are the women who mention any need. Keep the rows of one "
                    "need.",
                ),
                Sealed("09-service-design/voices", "fe4f9e403d478568a1159504111883e8"): need("named_women"),
                Sealed("09-service-design/voices", "f4139230af9fe3b11aca01f6af48f6f5"): nobody("named_women"),
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
    expect.close(
        found,
        Sealed("09-service-design/weighted-total", "be531d8c883b010ff2e64a7bc1710f52"),
        mistakes={
            Sealed("09-service-design/weighted-total", "a91a0e5a3752826f2eb2505b9fd48a14"): say(
                "09-total-mean",
                "All criteria count the same in your total: it does not use `weights`.",
            ),
            Sealed("09-service-design/weighted-total", "27080479cd0038314b3ae16d4fe63bfd"): say(
                "09-total-plain",
                "You added the scores without `weights`. Multiply each score by its weight first.",
            ),
            Sealed("09-service-design/weighted-total", "ba1bb843c0bb4ff0d505cf44b1cd463e"): say("09-total-sum", "Divide by the sum of the weights at the end."),
            Sealed("09-service-design/weighted-total", "25b94a290ea52e33ffc09793a78e4aa4"): say(
                "09-total-count",
                "You divided by the number of criteria. Divide by the sum of the weights.",
            ),
            Sealed("09-service-design/weighted-total", "fea58febc8b21a491ad569e337b57762"): say(
                "09-total-by-scores",
                "You divided by the sum of the scores. Divide by the sum of the weights.",
            ),
            Sealed("09-service-design/weighted-total", "0928ef2b1dce63e04670610b700efd40"): say("09-total-added", "You added weights and scores. Multiply them."),
            Sealed("09-service-design/weighted-total", "0d0c804cf8f0d566e058e38e24359d0c"): say(
                "09-total-hundred",
                "These weights sum to 105, and your function divides by 100. Divide by their sum.",
            ),
            Sealed("09-service-design/weighted-total", "17398b08eefa5f35903e553a6cd9d51c"): say(
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
        Sealed("09-service-design/deciding-weight", "4616a23d71c74a96a16bce2e9a18df84"),
        mistakes={
            Sealed("09-service-design/deciding-weight", "818e5f32cc374577fed13561f39013e8"): say(
                "09-weight-before",
                "At this weight a way with AI still has the highest total. Compare the second and "
                "third row.",
            ),
            Sealed("09-service-design/deciding-weight", "f2842056e2b7e61abbfbea0d04cc801f"): after,
            Sealed("09-service-design/deciding-weight", "05163a34c5b8fc93803bebd77550eabd"): after,
            Sealed("09-service-design/deciding-weight", "2380d5d8122128416d3d108bea11740e"): before,
            Sealed("09-service-design/deciding-weight", "747962c7e10c37ab28452c71f8b96751"): before,
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
    hints=[
        say("09-hint-path-1", "A human path says where, who, and within how many days."),
        say("09-hint-path-2", "Turn the 30 minutes into seconds first."),
    ],
)
def human_path(seconds, key):
    with part():
        expect.close(
            seconds,
            Sealed("09-service-design/human-path", "d99a30e7cc0e47be33612e8779c85be8"),
            mistakes={
                Sealed("09-service-design/human-path", "ad7f4499444bfc8fb58286b2e5908dc3"): say(
                    "09-path-minutes",
                    "`seconds_each`: This is in minutes. How many seconds is that?",
                ),
                Sealed("09-service-design/human-path", "95240370fbde887a7f992d94183003cd"): say(
                    "09-path-inverse",
                    "`seconds_each`: This is how many reminders there are for each minute. How long is there for one?",
                ),
                Sealed("09-service-design/human-path", "f39dff0b1c5fdfe3e6f94ebdfb4f3255"): say(
                    "09-path-inverse-seconds",
                    "`seconds_each`: This is how many reminders there are for each second. Turn it round.",
                ),
                Sealed("09-service-design/human-path", "6a4d8d76fcfa7fccd1c78056b8954dca"): say(
                    "09-path-all",
                    "`seconds_each`: These are the seconds for all reminders together.",
                ),
                Sealed("09-service-design/human-path", "ea7ab94c7bddec06256fc99117c36406"): say(
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
            right=Sealed("09-service-design/human-path", "921268eaf41e15ba118d289bd0839ab2"), options=["counter-two", "end-control", "help-page", "may-correct"],
            wrong={
                Sealed("09-service-design/human-path", "50700a287f1f96060212de82d3169054"): say(
                    "09-human-last",
                    "`human_path`: The family has travelled by then. At this very step, whom can a person reach?",
                ),
                Sealed("09-service-design/human-path", "5d2dc50a22779fa60e0d2e5704e0e9f8"): say(
                    "09-path-page",
                    "`human_path`: A page answers, not a person, and it needs the web. Whom can a person reach?",
                ),
                Sealed("09-service-design/human-path", "2f7bbdb1ef6234c42d37dda04285cde7"): say(
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
            Sealed("09-service-design/stop-rule", "729da39b3a9549fd979066e0580cfe6d"),
            mistakes={
                Sealed("09-service-design/stop-rule", "ae2bc33648fc494e81f5b7a789ee3f15"): say(
                    "09-rule-down",
                    "`at_least`: Five of eight are less than 70%. How many are at least 70%?",
                ),
                Sealed("09-service-design/stop-rule", "adec7312f6c55cf7eaa85f8f84e0fe80"): say("09-rule-up", "`at_least`: Seven are enough, but fewer are enough too."),
                Sealed("09-service-design/stop-rule", "62f4d69486815b5080ca48bc83325891"): say("09-rule-all", "`at_least`: The rule does not ask that all are served."),
                Sealed("09-service-design/stop-rule", "709ce190e37394574707e65fac998e87"): say(
                    "09-rule-failures",
                    "`at_least`: This is how many can fail. How many must be served?",
                ),
                Sealed("09-service-design/stop-rule", "9cb24b48d575e746d5a34700c8b1de6c"): say(
                    "09-rule-failures-three", "`at_least`: If three fail, less than 70% are served."
                ),
                Sealed("09-service-design/stop-rule", "76f805fa116b499bf0b94eac2b041492"): say(
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
            right=Sealed("09-service-design/stop-rule", "2caa6b9ddf0c666e72ab16f73a1fb539"), options=["all-eight", "content", "either", "sixteen"],
            wrong={
                Sealed("09-service-design/stop-rule", "bd91cb13f0fb8f41d308f11d4a796e9a"): say(
                    "09-satisfied-is-works",
                    "`stop_rule`: A person can be content and still go home without a "
                    "certificate. What must a person manage to do?",
                ),
                Sealed("09-service-design/stop-rule", "4e091e0c5c39761c08811637b2c40e7d"): say(
                    "09-rule-together",
                    "`stop_rule`: If all eight of one group and four of the other are served, "
                    "these are 75% of the sixteen. What does this hide?",
                ),
                Sealed("09-service-design/stop-rule", "35bfe55de68f6d1403f307aec79ce7a6"): say(
                    "09-rule-perfect",
                    "`stop_rule`: With this rule a single person who lacks a paper stops the "
                    "service for everybody. Which share does the registry ask for?",
                ),
            },
        )


def any_of(*words, whole=False):
    """A pattern for some words, a line for each idea or language; `whole` for whole words only."""
    found = "|".join(words)
    return re.compile(rf"\b({found})\b" if whole else found)


FIRM_WORDS = (
    r"firms?|compan(y|ies)|vendors?|suppliers?|contractors?"
    r"|entreprises?|firmes?|soci[ée]t[ée]s?|fournisseurs?|prestataires?"
    r"|empresas?|proveedor(es|as?)?|contratistas?|compañías?"
    r"|fornecedor(es|as?)?|companhias?"
)
FIRM = any_of(rf"\b({FIRM_WORDS})\b", r"^(la |a )?firma$")
PUBLIC_FIRM = any_of(
    r"(public|municipal|state-owned|city-owned)( \w+){0,2} company",
    r"(entreprise|société|empresa)( \w+){0,3} (publique|municipale?|p[úu]blica|estatal|estadual)",
    whole=True,
)
PUBLIC = any_of(
    r"regist|canton|civil status|vital records|municip|état civil|greff|cart[óo]rio|alcald|mairie",
    r"office|clerk|head|agent|bureau|chef|guichet|oficina|funcionari|mostrador|ventanilla|jef",
    r"servidor|balc",
)
OF_FIRM = any_of(
    r"\b(office|clerk|head|agent|bureau|chef|guichet|oficina|funcionari|jef|servidor|balc)\w*"
    r" (of|at|in|from|de|du|del|da|do|en|na|no|dans|chez) ?(the |la |le |el |l['’]|a |o |une? |an? )?"
    rf"({FIRM_WORDS})\b",
    rf"\b({FIRM_WORDS})(['’]s?)? (head |back |front )?(office|clerk|head|agent)s?\b",
)
MACHINE = any_of(
    r"((the|an?|el|la|le|o|une?|um|uma) |l['’])?((ai|virtual|digital|automatic) )?"
    r"(assistant|asistente|assistente|chat ?bot|robot|robô|bot|agente? (?=virtu|digital|num|conv))"
    r"( ?(ai|ia|virtual|virtuel|digital|numérique|conversationnel|conversacional|(de |d['’])(ai|ia)))?"
    r"( (on|of|de|du|del|da|do|sur|en|na|no)( the| la| le| el)? (web|web ?site|site|sitio|page|página|app)"
    r"( web)?)?\W*"
)
CHILD_WORDS = (
    r"child(ren)?|daughters?|sons?|kids?|enfants?|filles?|fils"
    r"|hij[oa]s?|niñ[oa]s?|filh[oa]s?|crianças?"
)
CHILD = any_of(CHILD_WORDS, whole=True)
HELPS = any_of(
    r"translat|help|bring|tradu|\baide|apport|am[eè]n|accompag",
    r"ayud|tra(e|en|er|iga|igan)\b|acompañ|ajud|tra(z|zem|zer|ga|gam)\b|acompanh",
)
INTERPRETER = any_of(
    r"interpr[eèé]t|int[ée]rpret|translator|traduct|tradut|\bmediat|médiat|\bmediador",
    r"(speaks?|speaking|habl\w+|parl\w+|fal\w+) (le )?(kichwa|quichua)|kichwa.speaking",
    r"bilingual|bilingüe|bil[ií]ngu",
    r"\btranslated(?! by)|\btraduit(es?|s)\b(?! par)|(est|sont) traduits?\b(?! par)",
    r"\btradu[cz]id[oa]s?\b(?! (por|pel[oa]s?))",
    r"(clerk|officer|staff|agente?|funcionari[oa]|empleada?o?|servidora?) (\w+ )?(kichwa|quichua)",
    r"(kichwa|quichua) (clerk|officer|staff)",
    r"(clerk|officer|agente?|funcionari[oa]|servidora?|empleada?o?)"
    r" (helps|aide|ayuda|ajuda|translates|traduit|traduce|traduz)",
)
AS_INTERPRETER = any_of(
    rf"\b({CHILD_WORDS}) (who |that |qui |que )?"
    r"(interprets?\b|interprète\b|(is|are|acts?|serves?|works?|est|sert|fait"
    r"|es|hace|haga|sirve|actúa|é|faz|serve|atua)"
    r"( (as|the|their|an?|el|su|o|comme|como|l))*( (de|d))?['’ ]+"
    r"(interpr|intérpr|translator|traduct|tradut))",
    rf"\b({CHILD_WORDS}) (as|como|comme) (an? |the |l['’])?(interpr|intérpr|translator|traduct|tradut)",
)
INSTEAD = any_of(
    r"\b(so that|so the|without|instead|rather than|not|no|never|nor)"
    rf"( [\w'’]+){{0,4}} ({CHILD_WORDS})\b(?! (who |to )?(translat|help))",
    r"\b(afin|pour que|pour qu['’]\w+|sans|sans qu['’]\w+|au lieu|plutôt|aucun|pas)"
    rf"( [\w'’]+){{0,4}}[ '’]({CHILD_WORDS})\b(?! (qui |à )?(tradui|aide))",
    r"\b(para que|en vez|en lugar|sin|ning[uú]na?|em vez|no lugar|sem|não|nenhuma?)"
    rf"( \w+){{0,4}} ({CHILD_WORDS})\b(?! (que |a )?(tradu|ayud|ajud))",
    rf"\b({CHILD_WORDS})( \w+)? (need not|needn['’]t|no longer|not|never|don['’]t|doesn['’]t"
    r"|n['’]\w+|ne|no|ya no|não|nunca)\b",
)
PAGE = any_of(
    r"web|web ?sites?|site|sitio|portal|portail|online|en ligne|en línea|app|help page|page",
    r"página|page d['’]aide|aplicación|aplicativo|application|plateforme|plataforma|platform",
    r"chat ?bot|assistant|asistente|assistente|(on the|sur|en|na|par|por) internet",
    whole=True,
)
NO_PLACE = any_of(
    r"smart ?phones?|page d['’]accueil|(personal|home|help) page|página (personal|pessoal)",
    r"(virtual|digital|online) (counter|desk|office|visit|clerk|person)s?",
    r"(guichet|bureau|oficina|ventanilla|mostrador|balcão|escritório|posto|agente?)"
    r" (virtu[ae]l|digital|numérique|en ligne|en línea|online)",
    r"(number|numéro|número) (\w+ )?(on|sur|en|na|no|da|del) (the |la |le |el |our )?(web|site|page|página)",
    r"visit\w*( (our|the|a|notre|le|la|nuestr[oa]|el|noss[oa]|o))?"
    r" (web\w*|site|sitio|page|página|portal|app)\b",
    r"\b(regist\w*|office|bureau)(['’]s)? (web ?)?(site|page|app|portal)\b",
    r"\b(web ?site|site|web|page|página|portal|app)( (web|internet))?"
    r" (of|at|de|du|del|do|da) ?(the |la |le |el |l['’])?(civil )?"
    r"(regist\w*|office|bureau|oficina|escrit[óo]rio|cart[óo]rio|balcão|mairie|greffe)",
)
"""What stands on a screen, though it has the name of a place, a telephone or an office."""
PLACE = any_of(
    r"(?<!\d)(?!(19|20)\d\d\b)\d{3}|\d\d[ .-]\d\d[ .-]\d\d|telephone|phone|t[ée]l[ée]phon|tel[eé]fon",
    r"telefone|\bcalls?\b|\bllam|\bligue\b|\bligação\b|\bappel|\b(line|ligne|línea|linha) \d",
    r"\bnumber|\bnum[ée]ro\b|\bnúmero\b|\bletter|\blettre|\bcarta\b|radio|rádio",
    r"counter|\bdesk|office|window|guichet|bureau|comptoir|accueil|mairie|town hall|regist|greffe",
    r"mostrador|ventanilla|oficina|alcald|balc|escrit[óo]rio|\bposto|prefeitura|cart[óo]rio",
    r"village|aldea|aldeia|pueblo|\bvan\b|furgon|camioneta|visit|school|école|escuela|escola",
    r"\b(room|salle|sala|street|rue|calle|rua|square|plaza|praça|place|market|marché|mercado)\b",
    r"in person|\bpersonne\b|\bpersona\b|\bperson\b|pessoa\b|pessoalmente|clerk|\bofficer|\bagent\b",
    r"funcionari|funcionári|fonctionnaire|atendente|servidora?\b(?! web)|empleada?o?\b|employé",
    r"interpr|intérpr|interprète|\bregistrar\b|promotora?\b|volunt|bénévol",
)
TOGETHER = any_of(
    r"all (of )?(the )?(\d+ )?(participants|people|users|testers)|together|overall|in total|average",
    r"tous les (\d+ )?(participants|usagers)|toutes les personnes|au total|ensemble|moyenne",
    r"tod[oa]s l[oa]s (\d+ )?(participantes|personas|usuari[oa]s)|en total|promedio",
    r"tod[oa]s [oa]s (\d+ )?(participantes|pessoas|usuári[oa]s)|no total|média",
)
UNIT = (
    r"(\w+ )?(days?|weeks?|months?|hours?|time|visits?|help|papers?|person|people|participants?"
    r"|jours?|semaines?|mois|heures?|fois|visites?|aide|personnes?"
    r"|d[ií]as?|semanas?|m[eê]s(es)?|horas?|vez|visitas?|ayuda|ajuda|personas?|pessoas?"
    r"|participantes?|\d+|dos|dois|tres|três|cinco|diez|dez)\b(?! group)"
)
EACH = any_of(
    rf"\b(any|either|each|every|single|one|chaque|cualquiera?|cada|qualquer)\b(?! {UNIT})",
    rf"\b(chacune?|n['’]importe|une? seule?|un des|une des|l['’]une?)\b(?! {UNIT})",
    rf"\b(algun[oa]?s?|algún|un[oa] de|un[oa]? sol[oa])\b(?! {UNIT})",
    rf"\b(alguma?s?|algum|um dos|uma das|um deles|uma delas|uma? só)\b(?! {UNIT})",
    r"(?<!\bas )\b(an?|une?|um) (\w+ )?(group|grupo)",
)
WITHOUT = any_of(
    r"\b(without|with no) (any|a single) \w+|\bno exceptions?\b",
    r"\bsans (aucune?|une seule|la moindre) \w+",
    r"\bsin (ning[uú]na?|un[oa]? sol[oa]) \w+",
    r"\bsem (nenhuma?|qualquer|uma? só) \w+",
)
NEITHER = any_of(
    r"\b(neither|none of|not (a single|one|any)( of)?|no) (of |the |these |two )*(group|grupo)s?",
    r"\b(neither|none)\b",
    r"\b(aucune?|pas une? seule?)\b( des deux)?( groupes?)?|\bni l['’]une? ni l['’]autre",
    r"\b(ning[uú]n[oa]?|ni un[oa]? sol[oa])\b( de los)?( dos)?( grupos?)?|\bni (el )?uno ni (el )?otro",
    r"\b(nenhuma?|nem uma? só|nem um)\b( d[oa]s)?( dois)?( grupos?)?",
)
NOBODY_IS_BELOW = any_of(
    r"\b(no|neither) (group|of the groups?) (may|must|can|should)( \w+)? (below|under|less|fewer)",
    r"\b(no|neither) group (may|must|can|should) \w+ (below|under|less|fewer)",
    r"\baucun groupe ne (doit|peut)( \w+){0,3} (dessous|moins)",
    r"\bning[uú]n grupo (puede|debe)( \w+){0,3} (debajo|menos)",
    r"\bnenhum grupo (pode|deve)( \w+){0,3} (abaixo|menos)",
)
BOTH = any_of(
    r"both|the two groups|all (the )?groups",
    r"les deux groupes|tous les groupes",
    r"amb[oa]s|los dos grupos|todos los grupos",
    r"os dois grupos|todos os grupos",
    whole=True,
)
MUST_BOTH = any_of(
    r"\b(unless|not|until|must) (the )?(both|all)\b|\bgroups must\b",
    r"\b(sauf si|à moins que|tant que|pas) (les deux|tous les)\b|\bgroupes (doivent|n['’]|ne )",
    r"\b(a menos que|salvo (que|si)|si no|no) (todos|amb[oa]s|los dos)\b|\bgrupos (deben|no)\b",
    r"\b(a menos que|salvo se|se não|nem) (todos|amb[oa]s|os dois)\b|\bgrupos (devem|não)\b",
)
CONTENT = any_of(
    r"satisf|insatisf|\bcontentement|\bcontent(e|o|a)?s?\b(?! (of|was|is))|\bhappy|\bpleased",
    r"\bheureu|\bfeli(z|ces)\b|\blike (it\b|the (service|visit|registry|reminder|van|counter))",
    r"\bgust(a|ó)\b|\baiment\b|\bgost(a|am|aram)\b|\btrust\b|\bconfiance (dans|en|envers)",
)
FULFILLED = any_of(
    r"\b(condition|rule|need|request|criterion|règle|besoin|demande|condición|regla|solicitud)"
    r"( \S+){0,4} (is|are|est|sont|es|está|é) (not |pas |no )?satis\w+",
)
SERVED = any_of(
    r"\bserved|\bservi(e?s|e|d[oa]s?)?\b|\breçu(e?s|e)?\b|\baccueilli",
    r"\batendid[oa]s?|\batienden?\b|\batendem?\b|\batend[ae]m",
    r"\b(gets?|have|receives?|obtient|obtiennent|obtienen?|recib\w+|obt[eé]m|receb\w+)"
    r" (\w+ ){0,2}(certificate|paper|acte|certificado|certidão)",
)
CONTENT_WITH = any_of(
    r"(satisf\w+|content[eo]?s?|happy|pleased) (with|about|by|de|con|com|por|da|do|d['’]être)"
    r"( [\w'’]+){0,5}"
    r" (served|servi\w*|atendid\w*|reçu\w*)",
)
NUMBER = any_of(
    r"\d|\bhalf\b|\bmoitié|\bmitad|\bmetade|\b(per ?cent|pour cent|por ciento|por cento)\b",
    r"seventy|soixante-dix|septante|setenta",
    r"\b(four|five|six|seven|eight) (in|of|out of) (the |every )?(eight|ten|twelve)\b",
    r"\b(quatre|cinq|six|sept|huit) (sur|des|de) (les |ces )?(huit|dix|douze)\b",
    r"\b(cuatro|cinco|seis|siete|ocho) de (los |las |l[ao]s |cada )?(ocho|diez|doce)\b",
    r"\b(quatro|cinco|seis|sete|oito) (de|d[oa]s|em) (cada )?(oito|dez|doze)\b",
    r"\b(one|two|three)[ -](thirds?|quarters?)\b|\b(un|le|deux) tiers\b|\btrois quarts\b",
    r"\bdos tercios\b|\btres cuartos\b|\btres cuartas partes\b|\bdois terços\b|\btrês quartos\b",
)
A_GROUP = any_of(
    r"group|grupo|kichwa|quichua|village|aldea|aldeia|pueblo|\bvila\b|comunidad|comunidade",
    r"\bnetwork|\bréseau|\bred\b|\brede\b|\bsignal|\bseñal|internet|\bweb\b",
)


def plain(text):
    """A text in small letters, with single spaces."""
    return " ".join(text.split()).casefold()


def says(pattern, text):
    """Whether a text holds one of the words of a pattern."""
    return bool(pattern.search(plain(text)))


def is_firm(text):
    """Whether a text names a firm, and no office or person of the registry with it."""
    text = PUBLIC_FIRM.sub(" ", plain(text))
    return bool(FIRM.search(text)) and not PUBLIC.search(OF_FIRM.sub(" ", text))


def is_machine(text):
    """Whether a text is only the name of an assistant or a robot."""
    return bool(MACHINE.fullmatch(plain(text)))


def needs_a_child(text):
    """Whether a measure lets a child translate, and names nobody else who does."""
    if not says(CHILD, text) or says(INSTEAD, text):
        return False
    return says(AS_INTERPRETER, text) or (says(HELPS, text) and not says(INTERPRETER, text))


def is_only_a_page(text):
    """Whether a text names a page or a program, and no place or person beside it."""
    return says(PAGE, text) and not PLACE.search(NO_PLACE.sub(" ", plain(text)))


def lets_one_group_fail(rule):
    """Whether a rule stops only when no group, or each of two groups, reaches the number."""
    rule = WITHOUT.sub(" ", plain(rule))
    one_is_enough = EACH.search(NEITHER.sub(" ", rule))
    if one_is_enough or NOBODY_IS_BELOW.search(rule):
        return False
    return bool(NEITHER.search(rule) or (BOTH.search(rule) and not MUST_BOTH.search(rule)))


def asks_for_content(rule):
    """Whether a rule counts people who are content, and not people who are served."""
    rule = FULFILLED.sub(" ", plain(rule))
    return bool(CONTENT.search(rule)) and not SERVED.search(CONTENT_WITH.sub(" ", rule))


def looks_at_each(rule):
    """Whether one group is enough for a rule."""
    return bool(EACH.search(WITHOUT.sub(" ", plain(rule))))


BEGINS = any_of(r"\b(begins?|starts?|stops?|commence|débute|arrêt|empieza|comienza|para|começa)")
CONDITION = re.compile(r".*\b(?:if|when|where|si|quand|lorsque|cuando|se|quando)\b (?=.*\d)")
"""What stands before the condition of a rule, such as “the service does not begin if”."""
UNLESS = any_of(
    r"\b(unless|until|except if|sauf si|tant que|jusqu|à moins|salvo|a menos|hasta|até|"
    r"must|has to|have to|needs? to|doi(t|vent)|deben?|tienen? que|devem?|tem que|têm que)\b",
)
"""Words with which a rule states what must be reached."""
MORE = any_of(
    r"\b(more|greater|higher|larger) than|\bover\b|\babove\b|\bexceed|\bat least\b|\bor more\b",
    r"\bplus d|\bau moins\b|\bau-dessus|\bdépass|\bsupérieur|\bou plus\b",
    r"\bm[áa]s (del?|que)\b|\bal menos\b|\bpor lo menos\b|\bsuper(a|e|an|en|ior)\b|\bencima\b|\bo más\b",
    r"\bmais (de|d[oa]s?|que)\b|\bpelo menos\b|\bao menos\b|\bacima\b|\bsuperam?\b|\bou mais\b",
    r"\b(reach(es)?|attei(nt|gnent)|alcanzan?|llegan? al?|ating(e|em)|alcançam?|chegam? a)\b",
)
FEWER = any_of(
    r"\b(fewer|less|lower) than|\bunder\b|\bbelow\b|\bat most\b|\bor (fewer|less)\b",
    r"\bmoins (d|que)|\bau[- ]plus\b|dessous|\binférieur|\bou moins\b",
    r"\bmenos (del?|que)\b|\bdebajo\b|\binferior|\bcomo máximo\b|\bo menos\b|\ba lo sumo\b",
    r"\bmenos (de|d[oa]s?|que)\b|\babaixo\b|\bno máximo\b|\bou menos\b",
)
FAILED = any_of(
    r"\b(not|no|none|neither|never|cannot|in vain|unserved|\w+n['’]t|fails?|failed|missed|sent away)\b",
    r"\b(pas|aucune?|ni|jamais|sans|ne|en vain|échou\w*|repart\w*)\b|\bn['’]",
    r"\b(no|ning[uú]n[oa]?|nenhuma?|nem|nunca|sin|en vano|fracas\w*|fall\w*|em vão|não|nunca|sem|falh\w*)\b",
)
"""Words for people who are not served, or for a “not” before the number."""

MORE_FAIL = any_of(
    rf"\b(more than|over|above|plus d[e’']|m[áa]s del?|mais d[eao]s?) ?(el )?\d[^;]*({FAILED.pattern})"
)
"""More than a number of people are not served."""
IN_WORDS = {
    "two": 2, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
    "deux": 2, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "dix": 10, "douze": 12,
    "dos": 2, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "diez": 10, "doce": 12,
    "dois": 2, "quatro": 4, "sete": 7, "oito": 8, "dez": 10, "doze": 12, "three": 3, "trois": 3,
    "tres": 3, "três": 3, "one": 1, "une": 1, "uno": 1, "una": 1, "uma": 1,
}
A_COUNT = rf"(\d+|{'|'.join(IN_WORDS)})"
OF = r"(?:/|in|of|out of|sur|des|de|dos|das|em|d['’])"
THE = r"(?:the|les|ces|los|las|os|as|each|every|cada|chaque)"
OUT_OF = re.compile(rf"\b{A_COUNT} ?{OF} ?(?:{THE} )?{A_COUNT}\b")
PER_CENT = re.compile(r"\b(\d+(?:[.,]\d+)?) ?(?:%|per ?cent|pour cent|por ciento|por cento)")
A_SHARE = re.compile(r"(?<![\d.,])(0[.,]\d+)(?![\d.,])")
SHARES = (
    (r"\bseventy|soixante-dix|septante|setenta", 0.7),
    (r"\bhalf\b|\bmoitié|\bmitad|\bmetade|\bmedio\b", 0.5),
    (r"\btwo[ -]thirds|\bdeux tiers|\bdos tercios|\bdois terços", 2 / 3),
    (r"\b(a|one)[ -]third|\b(un|le) tiers|\bun tercio|\bum terço", 1 / 3),
    (r"\bthree[ -]quarters|\btrois quarts|\btres cuart|\btrês quart", 0.75),
)


def shares_named(rule):
    """The shares that a rule names, from 0 to 1: per cent, fractions, so many of eight."""
    counts = {word: float(n) for word, n in IN_WORDS.items()}
    pairs = [[counts.get(each) or float(each) for each in pair] for pair in OUT_OF.findall(rule)]
    found = [part / whole for part, whole in pairs if 0 <= part <= whole and whole]
    found += [float(each.replace(",", ".")) / 100 for each in PER_CENT.findall(rule)]
    found += [float(each.replace(",", ".")) for each in A_SHARE.findall(rule)]
    found += [share for words, share in SHARES if re.search(words, rule)]
    return found


SERVED_SHARES, FAILED_SHARES = (0.625, 0.75), (0.25, 0.375)
"""The shares of eight people that say the same as 70% served: more than 5 and at most 6 of them, and
for those who are not served, 2 and 3 of them."""


def within(shares, bounds):
    """Whether one of some shares lies between two bounds."""
    low, high = bounds
    return any(low - 1e-9 <= each <= high + 1e-9 for each in shares)


def condition_of(rule):
    """The part of a rule that says when it stops, in small letters."""
    parts = re.split(r"[;:]|,(?!\d)", plain(rule))
    text = " ".join(each for each in parts if says(NUMBER, each) or not BEGINS.search(each))
    return text if UNLESS.search(text) else CONDITION.sub("", text)


def stops_the_good(rule):
    """Whether a rule stops where many people are served, and goes on where few are."""
    text = condition_of(rule)
    if UNLESS.search(plain(rule)) or FAILED.search(text) or FEWER.search(text):
        return False
    return bool(MORE.search(text))


def names_another_number(rule):
    """Whether a rule names shares, and none of them agrees with 70% of those who are served."""
    text = condition_of(rule)
    shares = shares_named(text) or shares_named(plain(rule))
    fails = FAILED.search(text) or UNLESS.search(plain(rule))
    fits = within(shares, SERVED_SHARES) and not MORE_FAIL.search(text)
    fits = fits or (fails and within(shares, FAILED_SHARES))
    return bool(shares) and not fits


def is_on_web_only(rule):
    """Whether a rule looks only at those who ask online."""
    text = plain(rule)
    return not looks_at_each(rule) and says(ONLINE, text) and not says(OFFLINE, text)


ONLINE = any_of(r"\bweb|online|\bsite\b|en ligne|en línea|internet")
OFFLINE = any_of(
    r"group|grupo|kichwa|quichua|village|aldea|aldeia|pueblo|\bvila\b|comunidad|comunidade",
    r"\bnetwork|\bréseau|\bred\b|\brede\b|\bsignal|\bseñal|\bwithout|\bsans\b|\bsin\b|\bsem\b",
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
            "Who can act in the registry? Whom can a family reach three days before its visit? "
            "Whose failure must stop the service?",
        ),
    ],
)
def brief(fields):
    with part():
        expect.artefact(ServiceBrief, fields, only=PEOPLE)
        owner, measure = fields["owner"], fields["excluded"][1]["measure"]
        expect.true(
            not is_machine(owner),
            say(
                "09-brief-owner-machine",
                "`owner`: an assistant cannot answer for a service. Name an office or a person.",
            ),
        )
        expect.true(
            not is_firm(owner),
            say(
                "09-brief-owner-firm",
                "`owner`: a firm delivers a system. Name the public office or the person who "
                "answers to the people of Yanapamba for the service.",
            ),
        )
        expect.true(
            not needs_a_child(measure),
            say(
                "09-brief-child",
                "`measure_kichwa`: the third need in the brief asks for a service in one's own "
                "language, without a child who translates. What does the registry itself do?",
            ),
        )
    with part():
        expect.artefact(ServiceBrief, fields, only=CHOICE)
        path = fields["steps"][1]["human_path"]
        expect.true(
            not is_only_a_page(path["where"]),
            say(
                "09-brief-page",
                "`path_where`: this is a page or a program. Where does a family find a person?",
            ),
        )
        expect.true(
            not is_machine(path["who"]),
            say(
                "09-brief-path-machine",
                "`path_who`: an assistant is not a person. Who in the registry takes over?",
            ),
        )
        expect.true(
            not is_firm(path["who"]),
            say(
                "09-brief-path-firm",
                "`path_who`: this person has to be able to put a wrong day right. Name somebody "
                "of the registry, not of the firm.",
            ),
        )
        expect.true(
            float(path["days"]) <= 2,
            say(
                "09-brief-late",
                "`path_days`: the reminder comes three days before the visit. An answer within {n} "
                "days can come too late.",
                n=path["days"],
            ),
        )
    with part():
        expect.artefact(ServiceBrief, fields, only=("test_plan",))
        rule = fields["test_plan"]["stops_if"].strip()
        expect.true(
            " " in rule,
            say(
                "09-brief-key",
                "`stops_if` is “{value}”. Write the rule in words: which number, and of whom.",
                value=rule[:40],
            ),
        )
        expect.true(
            not stops_the_good(rule),
            say(
                "09-brief-reversed",
                "`stops_if`: by the rule as you wrote it, the service stops where many people are "
                "served, and begins where few are. On which side of the number should it stop?",
            ),
        )
        expect.true(
            not lets_one_group_fail(rule),
            say(
                "09-brief-neither",
                "`stops_if`: by the rule as you wrote it, one group can fail as long as another one "
                "passes. Say that the failure of one group is enough.",
            ),
        )
        expect.true(
            not asks_for_content(rule),
            say(
                "09-brief-content",
                "`stops_if`: the test measures whether people are served, not whether they are "
                "content.",
            ),
        )
        expect.true(
            not says(TOGETHER, rule) or looks_at_each(rule),
            say(
                "09-brief-together",
                "`stops_if`: this rule takes all people together, and a small group can fail "
                "unseen. For whom should it hold?",
            ),
        )
        expect.true(
            says(NUMBER, rule),
            say("09-brief-number", "`stops_if`: write also the number below which it stops."),
        )
        expect.true(
            not names_another_number(rule),
            say(
                "09-brief-other-number",
                "`stops_if`: the test plan asks that at least 70% of each group are served. A group "
                "has eight people: with how many of them served would your rule stop the service?",
            ),
        )
        expect.true(
            not is_on_web_only(rule),
            say(
                "09-brief-web-only",
                "`stops_if`: this rule looks only at people who ask online. Which groups does "
                "it leave out?",
            ),
        )
        expect.true(
            looks_at_each(rule) or says(A_GROUP, rule),
            say("09-brief-whose", "`stops_if`: say also for which group the rule holds."),
        )
