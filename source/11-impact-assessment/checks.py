"""What each exercise of module 11 must satisfy, and what to say when it does not."""

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
SUBTRACT = say(
    "11-subtract",
    "You took the mitigation points away from the risk points. Enough of them give a discount in "
    "per cent; they are never subtracted one by one.",
)
FIFTEEN_KEPT = say(
    "11-fifteen-kept",
    "You kept 15% of the points. The rule takes 15% off: how much is left then?",
)
DISCOUNT_TOO_SOON = say(
    "11-discount-too-soon",
    "You gave the discount. Compare the mitigation points with 80% of their maximum first.",
)
NO_DISCOUNT = say(
    "11-threshold-80",
    "These mitigation points do reach the threshold, which is 80% of the 77 points that mitigation "
    "can have. So there is a discount.",
)
IN_PROPORTION = say(
    "11-in-proportion",
    "The discount does not grow point by point. Below the threshold there is none, from the threshold on it is always 15%.",
)
LEVEL_OF_DISCOUNT = say(
    "11-level-too-low",
    "Put the total beside the bounds 41.75, 83.5 and 125.25: which is the first that it does not "
    "pass?",
)
LEVEL_TOO_HIGH = say(
    "11-level-too-high",
    "Between which two of the bounds 41.75, 83.5 and 125.25 does the total lie?",
)
BOUND_AS_POINTS = say(
    "11-bound-percent",
    "The bounds 25, 50 and 75 are per cent. Per cent of which number of points?",
)
PASSED = say(
    "11-bounds-passed",
    "Put the total with the discount beside the bounds 41.75, 83.5 and 125.25: how many of them "
    "does it pass?",
)
LEVELS = say("11-four-levels", "There are four levels: give 1, 2, 3 or 4.")
OTHER_POINTS = say(
    "11-other-points",
    "A sum or total of points is asked for, between 0 and 167. Yours is a different one: go through the "
    "steps of the rule in section 3 of the lesson, one by one.",
)
LESSONS_FORM = say(
    "11-lesson-form", "This is the number of the lesson. Here another form is to be computed."
)
OTHER_ROWS = say(
    "11-other-rows",
    "The number of rows is not right. For each row: add both changes to 86 and 61, compute the "
    "total, then the level, and compare it with 3.",
)
LEVEL_ORDER = say(
    "11-level-order",
    "The function stops at the first condition that is true, so the order of the conditions "
    "decides. In which order does the lesson compare the total with the bounds?",
)
NO_FALL = say(
    "11-no-fall", "The matrix of exercise 8 gives a different level for these two numbers."
)
NOT_OF_TOTAL = say(
    "11-level-of-total",
    "The level follows from the total, so it counts only together with the right total.",
)


def as_level(value):
    """A level as a number, also where it is written as a Roman number or as text."""
    written = value.strip().upper() if isinstance(value, str) else ""
    return {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}.get(written, value)


def results(function, *pairs):
    """What a function hands back for each pair, unless it fails for one of them."""
    found, nothing = [], []
    for arguments in pairs:
        shown = ", ".join(map(str, arguments))
        try:
            found.append(expect.call(function, *arguments))
        except Exception as problem:
            told = getattr(problem, "message", None)
            if told is None:
                raise
            error = str(told.values.get("error", ""))
            if error.startswith("NameError"):
                expect.true(
                    False,
                    say(
                        "11-ingredient-name",
                        "Your function uses a name that it does not know ({error}). Its own "
                        "ingredients are the names in the brackets of `def`.",
                        error=error,
                    ),
                )
            if told.code != "form-return":
                raise
            nothing.append((shown, problem))
    if nothing and not found:
        raise nothing[0][1]
    if nothing:
        expect.true(
            False,
            say(
                "11-return-missing",
                "With {arguments} your function hands nothing back: in this case it reaches no "
                "line with `return`. With other numbers it does.",
                arguments=nothing[0][0],
            ),
        )
    return found


# Self-checks of the lesson.


@exercise(
    "quick-blank",
    because=say(
        "11-quick-blank-why",
        "A blank means that nobody has looked into the question. With 0 points the level would "
        "look too low, and the highest points would be a guess. “Not sure” is also wrong: people "
        "choose it after they have looked.",
    ),
    hints=[
        say("11-hint-quick-blank-1", "What does the form know about a question without an answer?")
    ],
)
def quick_blank(key):
    expect.choice(
        key,
        right="ask-first",
        wrong={
            "level-one": say(
                "11-blank-zero",
                "A blank adds no points, but not because there is no risk: nobody has looked yet.",
            ),
            "most-points": say(
                "11-quick-blank-most",
                "That is careful, but it is a guess as well. The person who knows the answer "
                "should give it.",
            ),
            "not-sure": say(
                "11-quick-blank-unsure",
                "“Not sure” is the answer of somebody who has looked. Here nobody has been asked.",
            ),
        },
    )


@exercise(
    "quick-total",
    hints=[
        say("11-hint-quick-total-1", "First compare 62 with 80% of 77."),
        say(
            "11-hint-quick-total-2", "If the threshold is reached, 85% of the risk points are left."
        ),
    ],
)
def quick_total(total):
    expect.count(
        total,
        85,
        mistakes={
            38: SUBTRACT,
            15: FIFTEEN_KEPT,
            100: NO_DISCOUNT,
            88: IN_PROPORTION,
            80: say(
                "11-quick-total-80",
                "80% decides whether there is a discount. How large the discount is, is a different number of the rule.",
            ),
        },
    )


@exercise(
    "quick-paper",
    hints=[
        say("11-hint-quick-paper-1", "Up to which number of risk points does level III reach?"),
        say("11-hint-quick-paper-2", "That number is 147. How far is 155 above it?"),
    ],
)
def quick_paper(points):
    expect.count(
        points,
        8,
        mistakes={
            0: say(
                "11-paper-lowers",
                "The project has all mitigation points already, so more measures do not lower the "
                "level. Only fewer risk points do.",
            ),
            7: say(
                "11-quick-paper-seven",
                "155 minus 7 is 148. Which level does a form with 148 risk points and all mitigation points have?",
            ),
            30: say(
                "11-quick-paper-raw",
                "30 fewer makes 125. With the discount, level III reaches further than to 125.",
            ),
            147: say(
                "11-quick-paper-bound",
                "147 is the highest number of risk points at level III. By how many has 155 to "
                "fall to reach it?",
            ),
            71: say(
                "11-quick-paper-two",
                "71 fewer makes 84 risk points. That is far below the end of level III: look at "
                "the two numbers in the text above.",
            ),
        },
        otherwise=say(
            "11-quick-paper-other",
            "The number is not right. Compare 155 with the highest number of risk points that "
            "still has level III with all mitigation points.",
        ),
    )


@exercise(
    "quick-owner",
    because=say(
        "11-quick-owner-why",
        "The measure is two visits, and this official plans when staff visit. A firm owes only "
        "what its contract says, and the data team can count missed families but cannot send "
        "anybody to them.",
    ),
    hints=[
        say("11-hint-quick-owner-1", "Who can be asked next year what was done, and must answer?")
    ],
)
def quick_owner(key):
    expect.choice(
        key,
        right="head-of-visits",
        wrong={
            "the-vendor": say(
                "11-quick-owner-vendor",
                "A firm owes what its contract says. Who in the institution answers to the public?",
            ),
            "data-team": say(
                "11-quick-owner-data",
                "The team can count which families were missed. Who decides when staff go there "
                "again?",
            ),
            "municipality": say(
                "11-quick-owner-municipality",
                "It knows when families move, but it does not plan the visits of the ministry.",
            ),
        },
    )


# The assignment: Decide.


@exercise(
    "read-form",
    points=1,
    hints=[
        say("11-hint-read-1", "Compare 61 with 80% of 77, before you compute anything else."),
        say(
            "11-hint-read-2",
            "Step 2 of the rule has two cases. Which of them applies with 61 points?",
        ),
    ],
)
def read_form(total, level):
    with part():
        expect.number(total)
        expect.close(
            total,
            86,
            digits=1,
            mistakes={
                73: DISCOUNT_TOO_SOON,
                73.1: DISCOUNT_TOO_SOON,
                25: SUBTRACT,
                13: FIFTEEN_KEPT,
                12.9: FIFTEEN_KEPT,
                147: say(
                    "11-read-added",
                    "You added the mitigation points. Measures against a risk are no risk.",
                ),
                75.8: IN_PROPORTION,
                76: IN_PROPORTION,
            },
            otherwise=OTHER_POINTS,
        )
    with part():
        expect.count(
            as_level(level),
            3,
            mistakes={1: LEVEL_OF_DISCOUNT, 2: LEVEL_OF_DISCOUNT, 4: LEVEL_TOO_HIGH},
            otherwise=LEVELS,
        )
        expect.close(total, 86, digits=1, otherwise=NOT_OF_TOTAL)


@exercise(
    "blanks",
    points=1,
    hints=[
        say(
            "11-hint-blanks-1",
            "Some questions count all their answers, and some rows are not asked at all: look at "
            "the words in brackets.",
        ),
        say("11-hint-blanks-2", "A question that is not asked needs no answer."),
    ],
)
def blanks(points, needed):
    with part():
        expect.count(
            points,
            7,
            mistakes={
                8: say(
                    "11-blanks-not-asked",
                    "`firm_points`: one row counts that should not. Is each of these questions "
                    "asked, with the answers that the firm gives?",
                ),
                5: say(
                    "11-max-or-sum",
                    "`firm_points`: you took one answer of each question. Can several be true at "
                    "once?",
                ),
                6: say(
                    "11-max-or-sum",
                    "`firm_points`: you took one answer of each question. Can several be true at "
                    "once?",
                ),
                4: say(
                    "11-blanks-lower-answer",
                    "`firm_points`: where several answers are true, all of them count, not only "
                    "the one with fewer points.",
                ),
                12: say(
                    "11-blanks-worst",
                    "`firm_points`: you gave the blanks their most points. They are answers that "
                    "nobody has given.",
                ),
                16: say(
                    "11-blanks-worst",
                    "`firm_points`: you gave the blanks their most points. They are answers that "
                    "nobody has given.",
                ),
            },
            otherwise=say(
                "11-blanks-points",
                "`firm_points`: this number is not right. Go through the rows: is the question "
                "asked, and is there an answer?",
            ),
        )
    with part():
        expect.count(
            needed,
            2,
            mistakes={
                0: say(
                    "11-blanks-zero",
                    "`still_needed`: with 0, the blanks would count as if they were no risk. Who "
                    "has looked at them?",
                ),
                3: say(
                    "11-blanks-all",
                    "`still_needed`: there are three blanks. Are all three questions asked?",
                ),
            },
            otherwise=say(
                "11-blanks-needed",
                "`still_needed`: this number is not right. Count the questions that are asked "
                "and have no answer.",
            ),
        )


@exercise(
    "wrong-answer",
    points=1,
    because=say(
        "11-wrong-answer-why",
        "By the first fact the system trains itself each night, and the new version starts in the "
        "morning: it does go on changing itself. The other three answers agree with the facts.",
    ),
    hints=[
        say("11-hint-wrong-1", "Take the facts one by one, and find the question each is about.")
    ],
)
def wrong_answer(key):
    expect.choice(
        key,
        right="keeps-learning",
        wrong={
            "client-share": say(
                "11-wrong-share",
                "The third fact is about this: people who do not write also reach the system, "
                "through an agent.",
            ),
            "secret-algorithm": say(
                "11-wrong-secret",
                "The fourth fact is about this, and it agrees: the firm does not tell.",
            ),
            "new-operation": say(
                "11-wrong-new",
                "The second fact is about this, and it agrees: people do this work already.",
            ),
        },
    )


@exercise(
    "paper",
    points=1,
    hints=[
        say("11-hint-paper-1", "With 77 points the threshold is reached. What is 85% of 152?"),
        say("11-hint-paper-2", "Level III ends at 125.25."),
    ],
)
def paper(total, level):
    with part():
        expect.close(
            total,
            129,
            digits=1,
            mistakes={
                75: SUBTRACT,
                23: FIFTEEN_KEPT,
                22.8: FIFTEEN_KEPT,
                152: say(
                    "11-paper-no-discount",
                    "All 77 points are more than enough for the discount.",
                ),
                129.2: say("11-paper-whole", "The rule rounds the total to a whole number."),
                122: say(
                    "11-paper-80",
                    "You took 80% of the risk points. 80% decides whether there is a discount; the discount itself is a different number.",
                ),
                121.6: say(
                    "11-paper-80",
                    "You took 80% of the risk points. 80% decides whether there is a discount; the discount itself is a different number.",
                ),
            },
            otherwise=OTHER_POINTS,
        )
    with part():
        expect.count(
            as_level(level),
            4,
            mistakes={
                3: say(
                    "11-paper-level",
                    "The total does fall. Does it fall below the bound of 125.25?",
                ),
                2: PASSED,
                1: PASSED,
            },
            otherwise=LEVELS,
        )
        # The level of a total below the bound is another one.
        if isinstance(total, int | float):
            expect.true(total > 125.25, NOT_OF_TOTAL)


@exercise(
    "duties",
    points=1,
    because=say(
        "11-duties-why",
        "At level III a person decides, and the head of the institution allows the system to run. "
        "With a weekly sample the machine still decides; two clerks are more work than level III "
        "asks for.",
    ),
    hints=[
        say("11-hint-duties-1", "The lesson has a table of what each level asks for."),
        say(
            "11-hint-duties-2", "Look at the rows about people in the decision and about approval."
        ),
    ],
)
def duties(allowed, approval):
    with part():
        expect.choice(
            allowed,
            right="proposal",
            wrong={
                "sample": say(
                    "11-duties-sample",
                    "That is enough where the machine may decide. What does the table say for "
                    "level III?",
                ),
                "on-request": say(
                    "11-duties-request",
                    "Then the machine alone decides about all who do not ask.",
                ),
                "two-clerks": say(
                    "11-duties-two",
                    "This fulfils level III, with twice the work. For how many people does the row "
                    "of the lesson's table ask?",
                ),
            },
        )
    with part():
        expect.choice(
            approval,
            right="institution-head",
            wrong={
                "programme-head": say(
                    "11-duties-programme",
                    "This official approves levels I and II. Level III goes one step higher.",
                ),
                "cabinet-body": say(
                    "11-duties-cabinet",
                    "In Canada this is so for level IV, where the Treasury Board approves.",
                ),
                "oversight-board": say(
                    "11-duties-board",
                    "A board can advise. The table of the lesson names one person for level III.",
                ),
            },
        )


@exercise(
    "article-27",
    points=1,
    because=say(
        "11-article-27-why",
        "Article 27 lays the duty on the deployer, here a public body, before the first use, and "
        "a trial with real cases is a use. A data protection assessment does not replace it "
        "(paragraph 4).",
    ),
    hints=[say("11-hint-27-1", "Article 27 speaks to deployers. Who is the deployer here?")],
)
def article_27(key):
    expect.choice(
        key,
        right="city-before-use",
        wrong={
            "both-before-use": say(
                "11-27-both",
                "The firm has other duties. Article 27 is about the place where the system is used: "
                "who knows the people there?",
            ),
            "city-after-trial": say(
                "11-27-later",
                "A trial with real cases is a use already: people can be harmed in it. Which "
                "moment does the article name?",
            ),
            "covered-already": say(
                "11-27-dpia",
                "It can refer to that assessment, which is about personal data. Other rights "
                "remain to be looked at.",
            ),
        },
    )


@exercise(
    "chain",
    points=1,
    because=say(
        "11-chain-why",
        "The auditor's report helps the desk to make fewer errors, so it is a measure. A remedy "
        "is what the person gets after the harm: the case is opened again and answered within 5 "
        "days.",
    ),
    hints=[
        say(
            "11-hint-chain-1",
            "Say of each row whom it helps: the person of the row “who”, or somebody else.",
        ),
        say("11-hint-chain-2", "A remedy is for a person who has been harmed already."),
    ],
)
def chain(weak_link, better_text):
    with part():
        expect.choice(
            weak_link,
            right="remedy",
            wrong={
                "right": say(
                    "11-chain-right",
                    "A person whose complaint is closed wrongly does need what Article 8 gives.",
                ),
                "who": say(
                    "11-chain-who",
                    "This row names people whom one can find and ask. It fulfils its task.",
                ),
                "harm": say(
                    "11-chain-harm",
                    "This row says what happens to whom, and what it costs. It fulfils its task.",
                ),
                "measure": say(
                    "11-chain-measure",
                    "This text prevents the harm before a complaint is closed. A measure does that.",
                ),
            },
        )
    with part():
        expect.choice(
            better_text,
            right="reopen",
            wrong={
                "explain": say(
                    "11-chain-explain",
                    "A reason helps a person to understand. Does it bring the money back?",
                ),
                "log": say(
                    "11-chain-log",
                    "The person can see what happened. What changes for the complaint?",
                ),
                "survey": say(
                    "11-chain-survey",
                    "That can prevent later errors. What does the person get whose complaint was "
                    "closed?",
                ),
            },
        )


@exercise(
    "register",
    points=1,
    because=say(
        "11-register-why",
        "With the measure, 2 times 4 is 8, so medium; severity 5 is at least high. One person in "
        "the institution owns a measure; the risk is accepted by somebody who can stop the "
        "system.",
    ),
    hints=[
        say(
            "11-hint-register-1", "Multiply the two numbers, and look up the level of the product."
        ),
        say("11-hint-register-2", "A harm of severity 5 has a rule of its own."),
    ],
)
def register(a, b, c, d):
    with part():
        expect.choice(
            a,
            right="medium",
            wrong={
                "low": say(
                    "11-register-a-low", "`a`: 2 times 4 is 8. Where does the level low end?"
                ),
                "high": say(
                    "11-register-a-high",
                    "`a`: this is the level without the measure. Take the two numbers with the measure.",
                ),
                "very-high": say(
                    "11-register-a-very",
                    "`a`: 2 times 4 is 8. From which product on is it very high?",
                ),
            },
        )
    with part():
        expect.choice(
            b,
            right="high",
            wrong={
                "low": say(
                    "11-register-b-low",
                    "`b`: 1 times 5 is 5, which is not below 5. And severity 5 has its own rule.",
                ),
                "medium": say(
                    "11-product-only",
                    "`b`: the product alone says medium. What does the matrix add for severity 5?",
                ),
                "very-high": say(
                    "11-register-b-very",
                    "`b`: severity 5 makes it at least high. Very high begins at a product of 20.",
                ),
            },
        )
    with part():
        expect.choice(
            c,
            right="data-officer",
            wrong={
                "clairtri": say(
                    "11-register-vendor",
                    "`c`: the firm owes what its contract says. Who in the institution answers for "
                    "the measure?",
                ),
                "operators": say(
                    "11-register-operators",
                    "`c`: the operators get the complaint when the address should be gone already.",
                ),
                "clerks": say(
                    "11-register-all",
                    "`c`: if four people own a measure, whom do you ask when it was not carried "
                    "out?",
                ),
            },
        )
    with part():
        expect.choice(
            d,
            right="regulator-head",
            wrong={
                "customers-council": say(
                    "11-risk-to-us",
                    "`d`: it speaks for those who would be harmed. The institution that causes the "
                    "risk has to answer for it.",
                ),
                "desk-head": say(
                    "11-register-desk",
                    "`d`: this official needs the system for the daily work. Who can also decide "
                    "to stop it, at level III?",
                ),
                "outside-expert": say(
                    "11-register-expert",
                    "`d`: an expert can say how large the risk is. Who answers for bearing it?",
                ),
            },
        )


@exercise(
    "missing-risk",
    points=1,
    because=say(
        "11-missing-risk-why",
        "The rule on the customer's name closes 31 of 100 complaints by women and 9 of 100 "
        "others. Baoulé is already risk R1, and the other two gaps are only one point wide.",
    ),
    hints=[
        say(
            "11-hint-missing-1",
            "In two rows the group and all others are nearly equal. Two rows are left.",
        ),
        say("11-hint-missing-2", "Which of these two groups is in the register already?"),
    ],
)
def missing_risk(key):
    expect.choice(
        key,
        right="name-mismatch",
        wrong={
            "typing-errors": say(
                "11-missing-typing",
                "These mistakes come from agents, not from the rules. How far apart are 6 and 5?",
            ),
            "language-again": say("11-groups-lost", "The register has this risk already, as R1."),
            "late-answers": say(
                "11-missing-late",
                "Operators cause this delay, and the two numbers are nearly equal.",
            ),
        },
    )


# The assignment: Build.


@exercise(
    "sums",
    points=1,
    hints=[
        say("11-hint-sums-1", "First keep the rows that are asked, as in section 1 of the lesson."),
        say(
            "11-hint-sums-2",
            "The risk points need one more condition, on `kind`. The mitigation points need two, "
            "on `kind` and on `phase`.",
        ),
        say("11-hint-sums-3", '`raw = counted.loc[counted["kind"] == ..., "points"].sum()`'),
    ],
)
def sums(raw, mitigation):
    with part():
        expect.count(
            raw,
            92,
            mistakes={
                93: say(
                    "11-not-asked",
                    "`raw`: rows of questions that are not asked are counted too. Keep only those "
                    "where `asked` is true.",
                ),
                86: say(
                    "11-handed-in",
                    "`raw`: this is the sum of the form as it was handed in. The table has the "
                    "corrected answers: compute it from there.",
                ),
                202: say("11-sums-everything", "`raw`: this adds rows of every kind."),
                200: say("11-sums-kinds", "`raw`: this adds risk and mitigation. Keep one `kind`."),
                61: say("11-sums-count", "`raw`: this counts the answers. Add up their points."),
                62: say("11-sums-count", "`raw`: this counts the answers. Add up their points."),
                58: say("11-sums-swapped", "`raw`: these are the mitigation points."),
                34: SUBTRACT,
                98: LESSONS_FORM,
            },
            otherwise=say(
                "11-raw-other",
                "`raw` is not right. Two conditions decide which rows count: `asked` and `kind`.",
            ),
        )
    with part():
        expect.count(
            mitigation,
            58,
            mistakes={
                59: say(
                    "11-mitigation-not-asked",
                    "`mitigation`: a row of a question that is not asked is counted too. Keep only "
                    "rows where `asked` is true.",
                ),
                61: say(
                    "11-mitigation-handed-in",
                    "`mitigation`: this is the sum of the form as it was handed in. The table has "
                    "the corrected answers: compute it from there.",
                ),
                108: say(
                    "11-phase",
                    "`mitigation`: this adds the points of both phases. In which phase is the "
                    "project now?",
                ),
                109: say(
                    "11-phase-not-asked",
                    "`mitigation`: this adds all mitigation rows. Keep those that are asked, and "
                    "one phase.",
                ),
                50: say("11-sums-design", "`mitigation`: these are the points of another phase."),
                40: say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                42: say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                80: say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                92: say("11-sums-raw", "`mitigation`: these are the risk points."),
                60: LESSONS_FORM,
            },
            otherwise=say(
                "11-mitigation-other",
                "`mitigation` is not right. Three conditions decide which rows count: "
                "`asked`, `kind` and `phase`.",
            ),
        )


@exercise(
    "total-of",
    points=1,
    hidden=True,
    hints=[
        say(
            "11-hint-total-1",
            "Two cases: from the threshold on, and below it. `if` tells them apart.",
        ),
        say(
            "11-hint-total-2",
            "`int(... + 0.5)` rounds a half up. The rule of the lesson has both cases.",
        ),
        say("11-hint-total-3", "The first line is `if mitigation >= ... * 77:`."),
    ],
)
def total_of(function):
    with_62, without, half, with_0 = results(function, (100, 62), (100, 61), (90, 62), (100, 0))
    numbers = [expect.number(each) for each in (with_62, without, half, with_0)]
    expect.true(
        len(set(numbers)) > 1,
        say(
            "11-total-ignores-raw",
            "With 100 and with 90 risk points your function hands back the same number: it does "
            "not use `raw`.",
        ),
    )
    if numbers[0] == numbers[1] == 100 and numbers[2] == 90:
        # There is no discount at 62. Where does it begin?
        later = [expect.call(function, 100, points) for points in (63, 77, 81, 134)]
        expect.true(
            later[0] != 85,
            say(
                "11-limit-62",
                "With 63 mitigation points your function gives the discount, with 62 it does not. "
                "Does 62 reach 80% of 77?",
            ),
        )
        expect.true(
            later[1] != 85,
            say(
                "11-limit-high",
                "With 77 mitigation points your function gives the discount, with 62 it does not: "
                "its threshold is above 80% of 77.",
            ),
        )
        expect.true(
            later[2] == 100 and later[3] == 100,
            say(
                "11-limit-80",
                "Your function gives the discount at a threshold above 77, which no form can reach. "
                "80% of which maximum is the threshold?",
            ),
        )
        expect.true(
            False,
            say(
                "11-no-discount",
                "Your function always hands back `raw`. Either it does not use its own "
                "`mitigation`, or a later line takes the discount back.",
            ),
        )
    expect.close(
        with_62,
        85,
        digits=2,
        mistakes={
            38: SUBTRACT,
            15: FIFTEEN_KEPT,
            87.92: IN_PROPORTION,
            88: IN_PROPORTION,
            80: say(
                "11-total-eighty",
                "You kept 80% of the points. 80% decides whether there is a discount.",
            ),
            100: say(
                "11-discount-turned",
                "With 100 and 62 your function gives no discount, although 62 reaches the limit. "
                "Is the condition the other way round?",
            ),
        },
        otherwise=say(
            "11-total-with",
            "With 100 and 62 the total is not right; your function hands back {value}.",
            value=expect.short(with_62),
        ),
    )
    if numbers[1] == 85:
        expect.true(
            numbers[3] != 85,
            say(
                "11-total-ignores-mitigation",
                "With 62, 61 and 0 mitigation points your function gives the same discount: it "
                "does not use its own `mitigation`.",
            ),
        )
    expect.close(
        without,
        100,
        digits=2,
        mistakes={85: DISCOUNT_TOO_SOON, 39: SUBTRACT, 88.12: IN_PROPORTION, 88: IN_PROPORTION},
        otherwise=say(
            "11-total-without",
            "With 100 and 61 the total is not right; your function hands back {value}.",
            value=expect.short(without),
        ),
    )
    expect.true(
        numbers[2] != 76.5,
        say("11-not-rounded", "The total has to be a whole number: it is not rounded."),
    )
    if numbers[2] == 76:
        # Three ways to lose the half give other numbers with 101 and with 110.
        above, odd = (expect.call(function, raw, 62) for raw in (101, 110))
        expect.true(
            above != 85,
            say(
                "11-cut-off",
                "With 101 and 62, 85% is 85.85 and your function hands back 85: `int` alone cuts "
                "the decimals off. What does the lesson add before `int`?",
            ),
        )
        expect.true(
            odd != 94,
            say(
                "11-half-up",
                "With 90 and 62, 85% is 76.5, and it is not rounded up. Python's `round` rounds a "
                "half to the even number; use `int(... + 0.5)`.",
            ),
        )
        expect.true(
            False,
            say(
                "11-discount-rounded",
                "With 90 and 62 a half comes out, and your total is not rounded up. Round the "
                "total itself, not the 15% that you take off.",
            ),
        )
    expect.close(
        half,
        77,
        digits=2,
        otherwise=say(
            "11-total-third",
            "With 90 and 62 the total is not right; your function hands back {value}.",
            value=expect.short(half),
        ),
    )
    expect.true(
        expect.call(function, 98, 62) != 84,
        say(
            "11-always-up",
            "With 98 and 62, 85% is 83.3, and your function hands back 84. Only a half or more is "
            "rounded up.",
        ),
    )


@exercise(
    "level-of",
    points=1,
    hidden=True,
    hints=[
        say("11-hint-level-1", "Compare the total with the lowest bound first, then the next."),
        say("11-hint-level-2", "Above all three bounds one level is left, without a condition."),
        say("11-hint-level-3", "The second condition is `if total <= ... * 167:`."),
    ],
)
def level_of(function):
    eighty, low, second, high, _ = all_found = results(function, (80,), (41,), (42,), (160,), (10,))
    expect.true(
        not any(isinstance(each, str) for each in all_found),
        say(
            "11-level-roman",
            "Your function hands back text. Give the level as a number from 1 to 4, without "
            "quotation marks.",
        ),
    )
    numbers = [expect.number(each) for each in all_found]
    expect.true(
        all(each == int(each) for each in numbers),
        say(
            "11-level-whole",
            "A level is 1, 2, 3 or 4. Your function returns a number with decimals: compare the "
            "total with the three bounds, one after the other.",
        ),
    )
    expect.true(
        len(set(numbers)) > 1,
        say(
            "11-level-ignored",
            "With 10, 80 and 160 your function hands back the same level, {value}: it does not use "
            "its own `total`.",
            value=int(numbers[0]),
        ),
    )
    # A bound further up, asked first, hides the lower ones.
    expect.true(not (numbers[0] == numbers[1] == numbers[4] and numbers[0] in (2, 3)), LEVEL_ORDER)
    another = say(
        "11-level-another",
        "For one of the totals 41, 42, 80 and 160 the level is not right. Your function gives "
        "{value}, in this order.",
        value=", ".join(str(int(numbers[each])) for each in (1, 2, 0, 3)),
    )
    reversed_levels = say(
        "11-level-reversed",
        "A higher total gets a lower level in your function. Level I is for the lowest totals.",
    )
    expect.true(numbers[4] <= numbers[3], reversed_levels)
    expect.count(
        eighty,
        2,
        mistakes={
            4: BOUND_AS_POINTS,
            3: say("11-level-above", "With 80 the level is too high by one."),
            1: say("11-level-first", "With 80 the first bound is passed. Which level comes then?"),
        },
        otherwise=another,
    )
    expect.count(
        second,
        2,
        mistakes={
            1: say(
                "11-bound",
                "With 42 the level is one too low: the bound is 41.75, and it is not rounded.",
            ),
        },
        otherwise=another,
    )
    expect.count(
        low,
        1,
        mistakes={
            2: say("11-bound-41", "With 41 the level is one too high: the bound is 41.75."),
        },
        otherwise=another,
    )
    expect.count(
        high,
        4,
        mistakes={
            3: say("11-no-fourth", "With 160 the third bound is passed: a fourth level is left."),
            1: LEVEL_ORDER,
            2: LEVEL_ORDER,
        },
        otherwise=another,
    )


@exercise(
    "what-if",
    points=2,
    hints=[
        say(
            "11-hint-what-1",
            "For one row, add its two changes to the two sums, and give the results to your "
            "functions.",
        ),
        say(
            "11-hint-what-2",
            "Section 4 of the lesson does this for its own form, with a list and `zip`. Then it "
            "counts the rows whose level is below 3.",
        ),
        say("11-hint-what-3", "`level_of(total_of(86 + more_raw, ... + more_mitigation))`"),
    ],
)
def what_if(lowering, lowering_paper):
    only_risk = say(
        "11-only-risk",
        "These are the risk questions alone. Add `mitigation_change` to 61 before you ask for the "
        "discount.",
    )
    any_fall = say(
        "11-any-fall",
        "You counted rows in which the points get better. In how many of them does the level "
        "change?",
    )
    every = say(
        "11-every-row",
        "In every row the level would be lower, so it would be lower without a change too. Which "
        "level do 86 and 61 give?",
    )
    with part():
        expect.count(
            lowering,
            21,
            mistakes={
                11: only_risk,
                10: say(
                    "11-only-mitigation",
                    "These are the mitigation questions alone. Fewer risk points count as well.",
                ),
                59: any_fall,
                49: any_fall,
                169: every,
                144: DISCOUNT_TOO_SOON,
                18: say(
                    "11-questions-not-rows",
                    "You counted questions. Count rows: some questions have several other answers.",
                ),
                0: say(
                    "11-none-lower",
                    "No row has a lower level in your count. Did you add the changes to 86 and 61, not "
                    "to the sums of exercise 10?",
                ),
                148: say("11-not-lower", "These are the rows in which the level stays the same."),
                3: LESSONS_FORM,
            },
            otherwise=OTHER_ROWS,
        )
    with part():
        expect.count(
            lowering_paper,
            10,
            mistakes={
                0: only_risk,
                21: say("11-paper-all", "This is the number of all rows. Keep one `kind`."),
                11: say("11-paper-risk", "These are the risk questions among them."),
                49: say(
                    "11-paper-rows", "These are all mitigation rows, with a lower level or not."
                ),
                8: say(
                    "11-questions-not-rows",
                    "You counted questions. Count rows: some questions have several other answers.",
                ),
                24: DISCOUNT_TOO_SOON,
                3: LESSONS_FORM,
            },
            otherwise=OTHER_ROWS,
        )


@exercise(
    "risk-level",
    points=1,
    hidden=True,
    hints=[
        say("11-hint-risk-1", "Multiply first: `product = likelihood * severity`."),
        say("11-hint-risk-2", "Ask for the highest level first, then for the next lower one."),
        say(
            "11-hint-risk-3",
            "The line with the rule for severity 5 is `if product >= 10 or severity == ...:`.",
        ),
    ],
)
def risk_level(function):
    def level(likelihood, severity):
        found = expect.call(function, likelihood, severity)
        return found.strip().lower().replace("-", " ") if isinstance(found, str) else found

    results(function, (4, 4), (2, 4), (1, 4), (5, 4), (1, 5), (5, 1))
    for likelihood, severity in ((4, 4), (2, 4), (1, 4), (5, 4)):
        found = level(likelihood, severity)
        expect.true(
            found in ("low", "medium", "high", "very high"),
            say(
                "11-risk-words",
                "The function should return one of four texts: low, medium, high, very high. With "
                "{likelihood} and {severity} yours hands back {value}.",
                likelihood=likelihood,
                severity=severity,
                value=expect.short(found),
            ),
        )
    same_likelihood = level(1, 3) == level(2, 3) == level(4, 3) == level(5, 3)
    same_severity = level(3, 1) == level(3, 2) == level(3, 3) == level(3, 4)
    expect.true(
        not (same_likelihood and not same_severity),
        say(
            "11-risk-ignores-likelihood",
            "With severity 3 the level is the same for each likelihood: your function does not use "
            "its own `likelihood`.",
        ),
    )
    expect.true(
        not (same_severity and level(3, 3) != "low"),
        say(
            "11-risk-ignores-severity",
            "With likelihood 3 the level is the same for severity 1, 2, 3 and 4: your function "
            "does not use its own `severity`.",
        ),
    )
    expect.true(
        level(4, 4) == "high" and level(2, 4) != "low",
        say(
            "11-risk-sum",
            "With 4 and 4 the product is 16, with 2 and 4 it is 8. For one of them your function gives a wrong level: does it multiply `likelihood` and `severity`, and not add or "
            "compare them?",
        ),
    )
    expect.true(
        level(2, 4) == "medium",
        say("11-risk-max", "With 2 and 4 the product is 8. In which range does it lie?"),
    )
    expect.true(
        level(5, 1) != "high",
        say(
            "11-risk-swapped",
            "With likelihood 5 and severity 1 the level is too high. The rule for 5 is about "
            "`severity`, not about `likelihood`.",
        ),
    )
    expect.true(
        level(1, 5) != "medium",
        say(
            "11-risk-product-only",
            "With likelihood 1 and severity 5 the product alone decides. What does the matrix add "
            "for a harm that cannot be undone?",
        ),
    )
    expect.true(
        level(1, 5) != "very high",
        say("11-risk-five-very", "Severity 5 makes a risk at least high, not always very high."),
    )
    expect.true(
        not level(5, 4) == level(5, 5) == "high",
        say(
            "11-risk-order",
            "With 5 and 4 and with 5 and 5 your function hands back high, and it never comes to "
            "very high: the first condition that is true decides. In which order do you ask?",
        ),
    )
    expect.true(
        level(5, 4) == "very high",
        say("11-risk-bound-20", "With 5 and 4 the product is 20. Very high begins at 20."),
    )
    expect.true(
        level(5, 5) == "very high",
        say(
            "11-risk-five-high",
            "With 5 and 5 the rule for severity 5 hides the product: at least high can also be "
            "very high.",
        ),
    )
    expect.true(level(1, 4) == "low" and level(5, 1) == "medium", NO_FALL)


@exercise(
    "recompute",
    points=1,
    hints=[
        say(
            "11-hint-recompute-1",
            "Make a list of computed levels with `zip`, as the lesson does at the end of section 9. "
            "Your function takes both numbers, with a comma between them.",
        ),
        say(
            "11-hint-recompute-2",
            "Then compare the column `level` with your list; `!=` is true where they disagree.",
        ),
        say("11-hint-recompute-3", 'The last step: `list(risks.loc[..., "id"])`.'),
    ],
)
def recompute(ids):
    form = say(
        "11-recompute-form",
        'A list of ids is asked for, each in quotation marks, in the form `["R10", "R11"]`.',
    )
    if isinstance(ids, str):
        ids = ids.replace(",", " ").split()
    expect.true(ids is not ... and hasattr(ids, "__iter__") and getattr(ids, "ndim", 1) == 1, form)
    found = {each.strip().upper() for each in ids if isinstance(each, str)}
    numbers = {int(each[1:]) for each in found if each[:1] == "R" and each[1:].isdigit()}
    expect.true(len(numbers) == len(list(ids)) and max(numbers, default=1) < 10, form)
    product_only = say(
        "11-recompute-product",
        "The product alone decides in your list. What does the matrix add for a harm that cannot "
        "be undone?",
    )
    # Each set of ids is one number: 2 to the power of each id, added up.
    expect.count(
        sum(2**number for number in numbers),
        328,
        mistakes={
            76: product_only,
            68: say(
                "11-recompute-swapped",
                "The rule for 5 is about severity. In your list it is about likelihood.",
            ),
            332: say(
                "11-recompute-very",
                "Severity 5 makes a risk at least high, not always very high.",
            ),
            264: say(
                "11-recompute-hides",
                "One is missing: at least high can also be very high.",
            ),
            694: say(
                "11-recompute-agree",
                "In these rows the levels agree. Give the others.",
            ),
            1022: say("11-recompute-all", "All nine are in your list. Keep those that disagree."),
            778: say(
                "11-recompute-sum",
                "Likelihood and severity are multiplied, not added.",
            ),
            590: say(
                "11-recompute-sum",
                "Likelihood and severity are multiplied, not added.",
            ),
            906: say(
                "11-recompute-residual",
                "These are the numbers with the measure. The column `level` is about the risk "
                "without it.",
            ),
            0: say("11-recompute-none", "Your list is empty. Not all levels agree."),
        },
        otherwise=say(
            "11-recompute-other",
            "At least one id should not be there, or is missing. Compare row by row with the "
            "matrix of exercise 8.",
        ),
    )
