"""The checks of 09-service-design. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "09-service-design"

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
        right=Sealed("09-service-design/quick-frame", "2fb030c89743c811b0c7d3529f38c965"), options=["discipline", "empty-chairs", "families-go-without", "no-model"],
        wrong={
            Sealed("09-service-design/quick-frame", "28f79584375df639e64b93d2738651a4"): say(
                "09-frame-tool",
                "Cover the tool: telling beforehand is what a model would do. What is the trouble?",
            ),
            Sealed("09-service-design/quick-frame", "500cd0a7ef3d705862df83adaf070879"): say(
                "09-frame-blame",
                "This gives a cause that nobody has measured, and blames the families for it.",
            ),
            Sealed("09-service-design/quick-frame", "49c234f4dfd426a445ce3888559389b0"): say(
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
        right=Sealed("09-service-design/quick-need", "899a23fe402f5ca383aa53456b1ed636"), options=["answer-readable", "fewer-calls", "likes-apps", "needs-vision-ai"],
        wrong={
            Sealed("09-service-design/quick-need", "94d4112add414bcc0c0f90128b591b1e"): say(
                "09-need-office",
                "This is a rule of the call centre. Which resident gets up in the morning with "
                "this need?",
            ),
            Sealed("09-service-design/quick-need", "94c70fa187604bb36a9d9ea5f8adb168"): say(
                "09-need-no-source", "Which sentence of which interview says this? There is none."
            ),
            Sealed("09-service-design/quick-need", "5580d93b6d446a6eddf9c0dbb6779154"): say(
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
        right=Sealed("09-service-design/quick-straw", "4360eb3e9457027bb47c7b496285dbac"), options=["best-version", "drop-it", "leave-it", "raise-weights"],
        wrong={
            Sealed("09-service-design/quick-straw", "201eb5be2bc0bbb54011833d7d39a8f6"): say(
                "09-straw-weights",
                "Weights are set before anybody sees the totals. What is wrong with the scores?",
            ),
            Sealed("09-service-design/quick-straw", "958417a6a342e3b7037cedf22c9f7859"): say(
                "09-straw-kept",
                "A comparison with something bad on purpose shows nothing about the system.",
            ),
            Sealed("09-service-design/quick-straw", "d2ab2dcd4f6179d0e163a2d022b12729"): say(
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
        Sealed("09-service-design/quick-seconds", "6d7584fad343590099a4e74b64edf64e"),
        mistakes={
            Sealed("09-service-design/quick-seconds", "2f2fc431f277a3e726a2e70c44592e55"): say("09-seconds-minutes", "This is in minutes. How many seconds are that?"),
            Sealed("09-service-design/quick-seconds", "19ea745729d009bc72dda6aad638d831"): say(
                "09-seconds-inverse",
                "This is how many ranks there are for each minute. How long is there for one?",
            ),
            Sealed("09-service-design/quick-seconds", "d3afd378622ecf528e25c2fd0db42581"): say("09-seconds-all", "These are the seconds for all ranks together."),
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
        right=Sealed("09-service-design/quick-stop", "3fcacadcbf0b69538da8d851d36464ae"), options=["begins", "lower-rule", "repeat", "stops"],
        wrong={
            Sealed("09-service-design/quick-stop", "cb6e38d071af42ded071fecbc1787e96"): say(
                "09-stop-all",
                "This is the share of all people together. The rule looks at each group.",
            ),
            Sealed("09-service-design/quick-stop", "3299da4306b498a5e5e77002ca7f9f8e"): say(
                "09-stop-few",
                "Twelve people say little about all such people. The rule was written for this "
                "test all the same, before anybody saw a result.",
            ),
            Sealed("09-service-design/quick-stop", "db8e53bbfe90cbd354a003f64b90fa10"): say(
                "09-stop-lower", "A rule that is changed after the result protects nobody."
            ),
        },
    )




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
        right=Sealed("09-service-design/problem", "f5e710454d0e456d2fa691874a6a53ac"), options=["counter-hours", "home-unserved", "no-assistant", "web-habits"],
        wrong={
            Sealed("09-service-design/problem", "b2b24122e4f81219b397b322d17381e9"): say(
                "09-solution-first",
                "This names the tool that is offered. Describe the trouble without a tool.",
            ),
            Sealed("09-service-design/problem", "3ab3bda1dd03fe1b7535d1b14de0d799"): say(
                "09-office-need",
                "This is true, and it is the trouble of the office. What happens to the people?",
            ),
            Sealed("09-service-design/problem", "39db4ac4cb67db52b5b2e523732a11f5"): say(
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
            Sealed("09-service-design/left-out", "394baa90acf4045532a380f11310c2cb"),
            mistakes={
                Sealed("09-service-design/left-out", "04c0ed6b2e7a258af6a4a6893a4f7010"): say(
                    "09-share-of-vain",
                    "You divided by all who came in vain. The question starts from the people who "
                    "asked in person.",
                ),
                Sealed("09-service-design/left-out", "b58785437a74658277d360b3f8838eb7"): say(
                    "09-share-of-all",
                    "You divided by all 600 people. The question starts from the people who asked "
                    "in person.",
                ),
                Sealed("09-service-design/left-out", "7cad1859a9426eda662d4b2077f7452a"): say(
                    "09-share-everybody", "This is the share for all three ways together."
                ),
                Sealed("09-service-design/left-out", "982cadf23a380a8ff17c73e4e0d1090a"): say("09-share-web", "This is the share for the web. Read another row."),
                Sealed("09-service-design/left-out", "e9ed9d7e281c10b3dffbe34522baee94"): say("09-share-telephone", "This is the share for the telephone."),
                Sealed("09-service-design/left-out", "df1d8f4a017f0fd4bf94e7d3b38eb115"): say(
                    "09-share-odds",
                    "You divided by the people who were served. Divide by all who asked in person.",
                ),
                Sealed("09-service-design/left-out", "8ee23104ac5429771a32d0abc9e0e630"): say(
                    "09-share-asked",
                    "This is the share of people who asked in person. How many of them came in vain?",
                ),
                Sealed("09-service-design/left-out", "611c426265611248db430ee3e682b225"): say("09-share-count", "This is a number of people. Divide by all who asked."),
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
            right=Sealed("09-service-design/left-out", "c8066cda9c9d4bd935edeb9b2191e006"), options=["forgetful", "night-users", "other-ways", "web-failures"],
            wrong={
                Sealed("09-service-design/left-out", "03ac2983d6ba84ae2cc30429dea9e868"): say(
                    "09-left-web",
                    "They are in the number: they are the one in ten. Who is not counted at all?",
                ),
                Sealed("09-service-design/left-out", "88cb6e4704a5474b070342b82c485836"): say(
                    "09-left-night",
                    "If they asked by web, they are counted, at whatever hour. Who is not?",
                ),
                Sealed("09-service-design/left-out", "66137440ac7151b65573ea8061b8051e"): say(
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
        Sealed("09-service-design/with-barrier", "d7246c7b6f7b3fd775eab3d482efb9a0"),
        mistakes={
            Sealed("09-service-design/with-barrier", "205d09b2e0b971dc1c8d6bc7b010a166"): say(
                "09-staff-counted",
                "Staff were not asked, and `not asked` is not `none`: keep the residents first.",
            ),
            Sealed("09-service-design/with-barrier", "ada98285b3ff9485fb23b0fb8c50f162"): say(
                "09-no-barrier",
                "These are the residents without a known barrier. The others are asked.",
            ),
            Sealed("09-service-design/with-barrier", "b9a988018b0e64ffcaa487b665aa0108"): say("09-all-residents", "These are all residents. How many have a barrier?"),
            Sealed("09-service-design/with-barrier", "5c884cde296ca61362422607dd09e74b"): say(
                "09-barrier-channel",
                "This counts the channel, as the lesson does. Count the column `barrier`.",
            ),
            Sealed("09-service-design/with-barrier", "f2fe34856bfdef059544db684643d51f"): rows,
            Sealed("09-service-design/with-barrier", "f51ad5b4c45474c5155f4dd05e0f629d"): rows,
            Sealed("09-service-design/with-barrier", "2b082494fa88dd54d188c3eeb92fc5ba"): rows,
            Sealed("09-service-design/with-barrier", "b4269ed9aacae22d88237d6447317367"): rows,
            Sealed("09-service-design/with-barrier", "1c89a992734f01b0b590e2e9665fa2ac"): rows,
            Sealed("09-service-design/with-barrier", "23ebc22786ec528e18d7746da480994b"): say("09-everybody", "These are all 14 people, with the staff."),
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
        right=Sealed("09-service-design/evidence", "b80f8e50f6c4c657a55deaf314092a87"), options=["keeps-stamps", "large-letters", "like-others", "prefers-paper"],
        wrong={
            Sealed("09-service-design/evidence", "2c786f208cfc54a361591b94592e4ffd"): say(
                "09-persona-invented",
                "Rosalba says that she has no internet. Where does she say what she mistrusts?",
            ),
            Sealed("09-service-design/evidence", "481cf3bccdb65ac5c8d6886a6a4e1dcd"): say(
                "09-persona-many",
                "One interview says nothing about most people. What does it say about Rosalba?",
            ),
            Sealed("09-service-design/evidence", "9fe5d17cdc842b2bc5cd769e5d975cc9"): say(
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
            Sealed("09-service-design/voices", "3ff07bc794f15b3be7417f644b609dfe"),
            mistakes={
                Sealed("09-service-design/voices", "40c2ee9fa2de89b647eb59a9ecf70be8"): mentions,
                Sealed("09-service-design/voices", "3481a63e75a87d4913ddcef8b1fca032"): say("09-voices-staff", "Staff are counted too. Keep the residents first."),
                Sealed("09-service-design/voices", "0c3cfc37454d65720e13a3a4c647d5e9"): say(
                    "09-voices-both",
                    "These are all places, by residents and staff. Keep the residents, then count "
                    "different people.",
                ),
                Sealed("09-service-design/voices", "7f11b2f4498ea5c26af9fbd7e4042b58"): say(
                    "09-voices-only-staff",
                    "This is the number of staff, or of residents for another need.",
                ),
                Sealed("09-service-design/voices", "9cdf0f353c1e899dbaf0f2a97dd73b65"): say(
                    "09-voices-any",
                    "These are the residents who mention any need. Keep the rows of one need.",
                ),
                Sealed("09-service-design/voices", "e6cdf365f3b0c9879d71598ec17ab479"): say(
                    "09-voices-need", "This is the number for another need. Read the key once more."
                ),
                Sealed("09-service-design/voices", "fe4f9e403d478568a1159504111883e8"): say(
                    "09-voices-need", "This is the number for another need. Read the key once more."
                ),
            },
            otherwise=other,
        )
    with part():
        expect.count(
            named,
            Sealed("09-service-design/voices", "7f11b2f4498ea5c26af9fbd7e4042b58"),
            mistakes={
                Sealed("09-service-design/voices", "3ff07bc794f15b3be7417f644b609dfe"): mentions,
                Sealed("09-service-design/voices", "e6cdf365f3b0c9879d71598ec17ab479"): say("09-voices-all", "These are all people who mention it. How many are women?"),
                Sealed("09-service-design/voices", "40c2ee9fa2de89b647eb59a9ecf70be8"): say(
                    "09-voices-all-places",
                    "These are all places, by everybody. Keep the women, then count people.",
                ),
                Sealed("09-service-design/voices", "804747eedaca9d688066934ad7f78f2f"): say("09-voices-men", "This is another answer to the column `gender`."),
                Sealed("09-service-design/voices", "3481a63e75a87d4913ddcef8b1fca032"): say(
                    "09-voices-women",
                    "These are the women who mention any need. Keep the rows of one need.",
                ),
                Sealed("09-service-design/voices", "f4139230af9fe3b11aca01f6af48f6f5"): say(
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
    expect.close(
        expect.call(function, scores, weights),
        Sealed("09-service-design/weighted-total", "51309a8f12453083dba7d89ab6034b40"),
        mistakes={
            Sealed("09-service-design/weighted-total", "a91a0e5a3752826f2eb2505b9fd48a14"): say(
                "09-total-mean", "All criteria count the same in your total. Use the weights."
            ),
            Sealed("09-service-design/weighted-total", "27080479cd0038314b3ae16d4fe63bfd"): say("09-total-plain", "You added the scores. Multiply each by its weight first."),
            Sealed("09-service-design/weighted-total", "5f18b93f8742880ec72abd142fc14b08"): say("09-total-sum", "Divide by the sum of the weights at the end."),
            Sealed("09-service-design/weighted-total", "ce94a2e2ccba54d066bce3628f5754d2"): say(
                "09-total-count",
                "You divided by the number of criteria. Divide by the sum of the weights.",
            ),
            Sealed("09-service-design/weighted-total", "f1c0784975d963661598992cd4598819"): say(
                "09-total-by-scores",
                "You divided by the sum of the scores. Divide by the sum of the weights.",
            ),
            Sealed("09-service-design/weighted-total", "a020d1549d83556bcd0c8d893d4ffe00"): say(
                "09-total-added",
                "You divided by the weights before adding. Multiply, add, then divide once.",
            ),
            Sealed("09-service-design/weighted-total", "17398b08eefa5f35903e553a6cd9d51c"): say("09-total-best", "This is the best score alone. All criteria count."),
        },
        otherwise=say(
            "09-total-other",
            "For scores 4, 1, 3 and weights 50, 30, 20 the result is not right: add up weight "
            "times score, then divide by the sum of the weights.",
        ),
    )
    expect.close(
        expect.call(function, scores, weights / 10),
        Sealed("09-service-design/weighted-total", "51309a8f12453083dba7d89ab6034b40"),
        mistakes={
            Sealed("09-service-design/weighted-total", "1f149ddc8b8b1221ea422532a59af19a"): say(
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
        Sealed("09-service-design/deciding-weight", "3d4a8bfaf0b50e76150fab77bc4c8ab4"),
        mistakes={
            Sealed("09-service-design/deciding-weight", "9ffa2bb038b5f1e3c36e8466ab019114"): say(
                "09-weight-before",
                "At this weight a way with AI is still best. Compare the second and third row.",
            ),
            Sealed("09-service-design/deciding-weight", "79826ce7fa5e21e74027e865af80a8f4"): say("09-weight-after", "True at this weight, but is there a smaller one?"),
            Sealed("09-service-design/deciding-weight", "b5082e1f65733116f6a8b1e15d58aedb"): say("09-weight-after", "True at this weight, but is there a smaller one?"),
            Sealed("09-service-design/deciding-weight", "101f68d743b81ef1401006d1947d4bc6"): say(
                "09-weight-assistant",
                "Here the second row is best, and it uses AI. Look for the highest total.",
            ),
            Sealed("09-service-design/deciding-weight", "317d90159d03dd8fc1faeead803c9d87"): say(
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
            Sealed("09-service-design/human-path", "d99a30e7cc0e47be33612e8779c85be8"),
            mistakes={
                Sealed("09-service-design/human-path", "ad7f4499444bfc8fb58286b2e5908dc3"): say("09-path-minutes", "This is in minutes. How many seconds are that?"),
                Sealed("09-service-design/human-path", "95240370fbde887a7f992d94183003cd"): say(
                    "09-path-inverse",
                    "This is how many reminders there are for each minute. How long is there for one?",
                ),
                Sealed("09-service-design/human-path", "f39dff0b1c5fdfe3e6f94ebdfb4f3255"): say(
                    "09-path-inverse-seconds",
                    "This is how many reminders there are for each second. Turn it round.",
                ),
                Sealed("09-service-design/human-path", "6a4d8d76fcfa7fccd1c78056b8954dca"): say("09-path-all", "These are the seconds for all reminders together."),
                Sealed("09-service-design/human-path", "ea7ab94c7bddec06256fc99117c36406"): say(
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
            right=Sealed("09-service-design/human-path", "78dafd49865fbe2718b86dce9c672480"), options=["end-control", "help-page", "may-correct", "name-number"],
            wrong={
                Sealed("09-service-design/human-path", "50700a287f1f96060212de82d3169054"): say(
                    "09-human-last",
                    "The family has travelled by then. At this very step, whom can a person reach?",
                ),
                Sealed("09-service-design/human-path", "5d2dc50a22779fa60e0d2e5704e0e9f8"): say(
                    "09-path-page",
                    "A page answers, not a person, and it needs the web. Whom can a person reach?",
                ),
                Sealed("09-service-design/human-path", "2f7bbdb1ef6234c42d37dda04285cde7"): say(
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
            Sealed("09-service-design/stop-rule", "729da39b3a9549fd979066e0580cfe6d"),
            mistakes={
                Sealed("09-service-design/stop-rule", "ae2bc33648fc494e81f5b7a789ee3f15"): say(
                    "09-rule-down", "Five of eight are less than 70%. How many are at least 70%?"
                ),
                Sealed("09-service-design/stop-rule", "adec7312f6c55cf7eaa85f8f84e0fe80"): say("09-rule-up", "Seven are enough, but fewer are enough too."),
                Sealed("09-service-design/stop-rule", "62f4d69486815b5080ca48bc83325891"): say("09-rule-all", "The rule does not ask that all are served."),
                Sealed("09-service-design/stop-rule", "709ce190e37394574707e65fac998e87"): say("09-rule-failures", "This is how many can fail. How many must be served?"),
                Sealed("09-service-design/stop-rule", "9cb24b48d575e746d5a34700c8b1de6c"): say("09-rule-failures-three", "If three fail, less than 70% are served."),
                Sealed("09-service-design/stop-rule", "76f805fa116b499bf0b94eac2b041492"): say(
                    "09-rule-sixteen",
                    "You took both groups together. The rule is about the eight of one group.",
                ),
            },
            otherwise=say("09-rule-other", "Expected is a whole number of people, from 0 to 8."),
        )
    with part():
        expect.choice(
            key,
            right=Sealed("09-service-design/stop-rule", "3b2a20954b01b074dd26e62acb911b5e"), options=["all-together", "colleagues", "each-group", "satisfied"],
            wrong={
                Sealed("09-service-design/stop-rule", "4ba15d85aa0d015fadb0ff174e065fd8"): say(
                    "09-satisfied-is-works",
                    "A person can be content and still go home without a certificate. What must "
                    "a person manage to do?",
                ),
                Sealed("09-service-design/stop-rule", "79f88562fbb078a55113693d89fd4a49"): say(
                    "09-rule-together",
                    "If all web users are served, a whole small group can fail unseen.",
                ),
                Sealed("09-service-design/stop-rule", "c118416892239638cbbb2c66b5ae8c71"): say(
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
