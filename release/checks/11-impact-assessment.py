"""The checks of 11-impact-assessment. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "11-impact-assessment"

from course.checking import exercise, expect, part, say

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
        right=Sealed("11-impact-assessment/quick-blank", "ee74846520660b54fb62d969fbf7ec29"), options=["ask-first", "level-one", "most-points", "not-sure"],
        wrong={
            Sealed("11-impact-assessment/quick-blank", "6969371d5e0bc4a45bd23e2160b13eb7"): say(
                "11-blank-zero",
                "A blank adds no points, but not because there is no risk: nobody has looked yet.",
            ),
            Sealed("11-impact-assessment/quick-blank", "72f17ff324b8ddfd65668f2534064a24"): say(
                "11-quick-blank-most",
                "That is careful, but it is a guess as well. The person who knows the answer "
                "should give it.",
            ),
            Sealed("11-impact-assessment/quick-blank", "c8239dbabae11dd1ea5a220a1ce9f6f1"): say(
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
        Sealed("11-impact-assessment/quick-total", "393a138f92bce77bb60499d868f25b87"),
        mistakes={
            Sealed("11-impact-assessment/quick-total", "4d6f4de58dd8079452d921cd49173463"): SUBTRACT,
            Sealed("11-impact-assessment/quick-total", "8c4f3a7244464801971de3734ad47bf5"): FIFTEEN_KEPT,
            Sealed("11-impact-assessment/quick-total", "b0cd545f2a0e02b0287da559be275e3e"): NO_DISCOUNT,
            Sealed("11-impact-assessment/quick-total", "a6cec1011c19bc840769a403ff74a97f"): IN_PROPORTION,
            Sealed("11-impact-assessment/quick-total", "07107fd417fa37f86c17f985c80791c2"): say(
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
        Sealed("11-impact-assessment/quick-paper", "4030de910467d9ba7556b003067f7119"),
        mistakes={
            Sealed("11-impact-assessment/quick-paper", "df6c3b4c96b1b5a4577c093bb829d1a4"): say(
                "11-paper-lowers",
                "The project has all mitigation points already, so more measures do not lower the "
                "level. Only fewer risk points do.",
            ),
            Sealed("11-impact-assessment/quick-paper", "f5b3c76381559f1885c63df2867ed89c"): say(
                "11-quick-paper-seven",
                "155 minus 7 is 148. Which level does a form with 148 risk points and all mitigation points have?",
            ),
            Sealed("11-impact-assessment/quick-paper", "1d01a627b5a6498125ffa06e71742fdb"): say(
                "11-quick-paper-raw",
                "30 fewer makes 125. With the discount, level III reaches further than to 125.",
            ),
            Sealed("11-impact-assessment/quick-paper", "31f36e709d4665b5aec73facf0dce75f"): say(
                "11-quick-paper-bound",
                "147 is the highest number of risk points at level III. By how many has 155 to "
                "fall to reach it?",
            ),
            Sealed("11-impact-assessment/quick-paper", "48e528e92588e601de23aecd1fe8fb49"): say(
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
        right=Sealed("11-impact-assessment/quick-owner", "4a0e13a5ad34ea334e2cc9747c8a23f5"), options=["data-team", "head-of-visits", "municipality", "the-vendor"],
        wrong={
            Sealed("11-impact-assessment/quick-owner", "764d87908c836648b75a93d8bfbfa653"): say(
                "11-quick-owner-vendor",
                "A firm owes what its contract says. Who in the institution answers to the public?",
            ),
            Sealed("11-impact-assessment/quick-owner", "9245fe6e109ba4cf05b068873f3ccbd7"): say(
                "11-quick-owner-data",
                "The team can count which families were missed. Who decides when staff go there "
                "again?",
            ),
            Sealed("11-impact-assessment/quick-owner", "a5dabdcfe5e18b59e81726afb75f07ab"): say(
                "11-quick-owner-municipality",
                "It knows when families move, but it does not plan the visits of the ministry.",
            ),
        },
    )




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
            Sealed("11-impact-assessment/read-form", "f8d39691373e92225fa71a8605ac2870"),
            digits=1,
            mistakes={
                Sealed("11-impact-assessment/read-form", "e38dd6f20dfce89d997b54acea304b17"): DISCOUNT_TOO_SOON,
                Sealed("11-impact-assessment/read-form", "e3ad909094a49e1cea6259cf4121468f"): DISCOUNT_TOO_SOON,
                Sealed("11-impact-assessment/read-form", "e86f1e5acff633f5b9ca15054c5fb745"): SUBTRACT,
                Sealed("11-impact-assessment/read-form", "f578cdf29d1bc0011f35fc75871bfda7"): FIFTEEN_KEPT,
                Sealed("11-impact-assessment/read-form", "0bc41eaf84fe47e964a271005cbe1603"): FIFTEEN_KEPT,
                Sealed("11-impact-assessment/read-form", "aa971e445df0128967e334affa047c59"): say(
                    "11-read-added",
                    "You added the mitigation points. Measures against a risk are no risk.",
                ),
                Sealed("11-impact-assessment/read-form", "873724dd96cc3cea50dcc06f4acda131"): IN_PROPORTION,
                Sealed("11-impact-assessment/read-form", "1ea58118f3ad3baa810c831fbc8bbbd2"): IN_PROPORTION,
            },
            otherwise=OTHER_POINTS,
        )
    with part():
        expect.count(
            as_level(level),
            Sealed("11-impact-assessment/read-form", "d4b6459c1fa3f8aab7285d44454b2d4c"),
            mistakes={Sealed("11-impact-assessment/read-form", "4916d0a1b505840d8b5e4ddeedf3e4e4"): LEVEL_OF_DISCOUNT, Sealed("11-impact-assessment/read-form", "2520dee453eae404ef395125d7ee579f"): LEVEL_OF_DISCOUNT, Sealed("11-impact-assessment/read-form", "55fdafd8938fc51f4ab71aeec8826b85"): LEVEL_TOO_HIGH},
            otherwise=LEVELS,
        )
        expect.close(total, Sealed("11-impact-assessment/read-form", "f8d39691373e92225fa71a8605ac2870"), digits=1, otherwise=NOT_OF_TOTAL)


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
            Sealed("11-impact-assessment/blanks", "775cc3c4b6a26b15c21640c86b46881d"),
            mistakes={
                Sealed("11-impact-assessment/blanks", "cca2490e328bd2692c4fc8472cbe34c2"): say(
                    "11-blanks-not-asked",
                    "`firm_points`: one row counts that should not. Is each of these questions "
                    "asked, with the answers that the firm gives?",
                ),
                Sealed("11-impact-assessment/blanks", "de1b86b1d522380dc871cb0e46a80fa0"): say(
                    "11-max-or-sum",
                    "`firm_points`: you took one answer of each question. Can several be true at "
                    "once?",
                ),
                Sealed("11-impact-assessment/blanks", "346208c2a862fbe41ae00ff5f4e4fdbe"): say(
                    "11-max-or-sum",
                    "`firm_points`: you took one answer of each question. Can several be true at "
                    "once?",
                ),
                Sealed("11-impact-assessment/blanks", "cce8cdc1a7fc9827b16b1e35b5e67344"): say(
                    "11-blanks-lower-answer",
                    "`firm_points`: where several answers are true, all of them count, not only "
                    "the one with fewer points.",
                ),
                Sealed("11-impact-assessment/blanks", "a15852c59b50af65c583a51e8bc901c8"): say(
                    "11-blanks-worst",
                    "`firm_points`: you gave the blanks their most points. They are answers that "
                    "nobody has given.",
                ),
                Sealed("11-impact-assessment/blanks", "10a42d9de7df5bc1e6beae5102a5d8be"): say(
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
            Sealed("11-impact-assessment/blanks", "2bb75647148c895b8998babc0fbbca6e"),
            mistakes={
                Sealed("11-impact-assessment/blanks", "30e98ac3314bd6ee04f6e59e1cc455c2"): say(
                    "11-blanks-zero",
                    "`still_needed`: with 0, the blanks would count as if they were no risk. Who "
                    "has looked at them?",
                ),
                Sealed("11-impact-assessment/blanks", "d892bab7a2b8ee5d2e10c5e56bffaf40"): say(
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
        right=Sealed("11-impact-assessment/wrong-answer", "cbabdb0f9b1a64ee188dfb9eb41fa664"), options=["client-share", "keeps-learning", "new-operation", "secret-algorithm"],
        wrong={
            Sealed("11-impact-assessment/wrong-answer", "11bac7e9f939fa03c321743d57f9be3d"): say(
                "11-wrong-share",
                "The third fact is about this: people who do not write also reach the system, "
                "through an agent.",
            ),
            Sealed("11-impact-assessment/wrong-answer", "b18fe59e60211ac67f706e8ad55c7b62"): say(
                "11-wrong-secret",
                "The fourth fact is about this, and it agrees: the firm does not tell.",
            ),
            Sealed("11-impact-assessment/wrong-answer", "4478daba2d41134475411e01a62e342b"): say(
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
            Sealed("11-impact-assessment/paper", "d664f80c3261b6799894572b169cfce4"),
            digits=1,
            mistakes={
                Sealed("11-impact-assessment/paper", "fcfc965abcc0902d599af325229cb8f0"): SUBTRACT,
                Sealed("11-impact-assessment/paper", "b805e382b6bc60be0903ed53926088e8"): FIFTEEN_KEPT,
                Sealed("11-impact-assessment/paper", "c5e1a0676a6b38f3d211084f4d1669a5"): FIFTEEN_KEPT,
                Sealed("11-impact-assessment/paper", "c61a82e6234f5e6cb4dc3665eb8ca0a4"): say(
                    "11-paper-no-discount",
                    "All 77 points are more than enough for the discount.",
                ),
                Sealed("11-impact-assessment/paper", "83c45d574a0ce1072c4c18ecc1939deb"): say("11-paper-whole", "The rule rounds the total to a whole number."),
                Sealed("11-impact-assessment/paper", "e0c5c383266758852ab106dd4d32202e"): say(
                    "11-paper-80",
                    "You took 80% of the risk points. 80% decides whether there is a discount; the discount itself is a different number.",
                ),
                Sealed("11-impact-assessment/paper", "98bd6f8bed71f7fea6dc78c348a0ba7e"): say(
                    "11-paper-80",
                    "You took 80% of the risk points. 80% decides whether there is a discount; the discount itself is a different number.",
                ),
            },
            otherwise=OTHER_POINTS,
        )
    with part():
        expect.count(
            as_level(level),
            Sealed("11-impact-assessment/paper", "3c483f57c52188d32bba4edab12e3f8a"),
            mistakes={
                Sealed("11-impact-assessment/paper", "b4f51660248b262998364c8c0159a2a8"): say(
                    "11-paper-level",
                    "The total does fall. Does it fall below the bound of 125.25?",
                ),
                Sealed("11-impact-assessment/paper", "556fafede71f83f4befbab6ce4cff864"): PASSED,
                Sealed("11-impact-assessment/paper", "b01310df52b9020cfc924b04a535339e"): PASSED,
            },
            otherwise=LEVELS,
        )
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
            right=Sealed("11-impact-assessment/duties", "f5865864fef5b811a18484ff24c48588"), options=["on-request", "proposal", "sample", "two-clerks"],
            wrong={
                Sealed("11-impact-assessment/duties", "ca2d67d58beda71c0ddb50e06c6a6174"): say(
                    "11-duties-sample",
                    "That is enough where the machine may decide. What does the table say for "
                    "level III?",
                ),
                Sealed("11-impact-assessment/duties", "5232267191903e8ef4a74c8d4fe830ac"): say(
                    "11-duties-request",
                    "Then the machine alone decides about all who do not ask.",
                ),
                Sealed("11-impact-assessment/duties", "98c8974209df74f93bb0905a657b77d0"): say(
                    "11-duties-two",
                    "This fulfils level III, with twice the work. For how many people does the row "
                    "of the lesson's table ask?",
                ),
            },
        )
    with part():
        expect.choice(
            approval,
            right=Sealed("11-impact-assessment/duties", "05c2a6335385969fccdd53906025e8a7"), options=["cabinet-body", "institution-head", "oversight-board", "programme-head"],
            wrong={
                Sealed("11-impact-assessment/duties", "04719d620995e5a3d64b624bb3ce96d5"): say(
                    "11-duties-programme",
                    "This official approves levels I and II. Level III goes one step higher.",
                ),
                Sealed("11-impact-assessment/duties", "1773b99855cc754b2d90de0aad90768b"): say(
                    "11-duties-cabinet",
                    "In Canada this is so for level IV, where the Treasury Board approves.",
                ),
                Sealed("11-impact-assessment/duties", "f9b67f4e8698efb3ed7bf5f9d689d967"): say(
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
        right=Sealed("11-impact-assessment/article-27", "e2de642aaeb0e3079e5a301cb81fb0e4"), options=["both-before-use", "city-after-trial", "city-before-use", "covered-already"],
        wrong={
            Sealed("11-impact-assessment/article-27", "c7755cc0967eb1181ef6c6e0e95c9a3b"): say(
                "11-27-both",
                "The firm has other duties. Article 27 is about the place where the system is used: "
                "who knows the people there?",
            ),
            Sealed("11-impact-assessment/article-27", "c164701dbfaba63493e12136d66885ed"): say(
                "11-27-later",
                "A trial with real cases is a use already: people can be harmed in it. Which "
                "moment does the article name?",
            ),
            Sealed("11-impact-assessment/article-27", "b625ecd2d3ba14ffd2af44bdf61a861d"): say(
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
            right=Sealed("11-impact-assessment/chain", "e523bed8f2f35b471bdc75cee31a8691"), options=["harm", "measure", "remedy", "right", "who"],
            wrong={
                Sealed("11-impact-assessment/chain", "3b2b18b1695990bd244533d5451a4504"): say(
                    "11-chain-right",
                    "A person whose complaint is closed wrongly does need what Article 8 gives.",
                ),
                Sealed("11-impact-assessment/chain", "e34d1559e453acc2c228815a0d93e9e5"): say(
                    "11-chain-who",
                    "This row names people whom one can find and ask. It fulfils its task.",
                ),
                Sealed("11-impact-assessment/chain", "712d080c7778871d7cd13ae9caff335b"): say(
                    "11-chain-harm",
                    "This row says what happens to whom, and what it costs. It fulfils its task.",
                ),
                Sealed("11-impact-assessment/chain", "6daecd9910e56f25832e6ed539cbc5a3"): say(
                    "11-chain-measure",
                    "This text prevents the harm before a complaint is closed. A measure does that.",
                ),
            },
        )
    with part():
        expect.choice(
            better_text,
            right=Sealed("11-impact-assessment/chain", "45ed2d3c1bf4ab2d055e356c3d3b6777"), options=["explain", "log", "reopen", "survey"],
            wrong={
                Sealed("11-impact-assessment/chain", "34ec6d2b53ac1803104151d937e94198"): say(
                    "11-chain-explain",
                    "A reason helps a person to understand. Does it bring the money back?",
                ),
                Sealed("11-impact-assessment/chain", "f3ec48bcb1fd863a0251f46dcdc77dbf"): say(
                    "11-chain-log",
                    "The person can see what happened. What changes for the complaint?",
                ),
                Sealed("11-impact-assessment/chain", "0974d7372d81283b7787f62742d82d9b"): say(
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
            right=Sealed("11-impact-assessment/register", "6751c10fdfcc3d7029b3d01c15b62f50"), options=["high", "low", "medium", "very-high"],
            wrong={
                Sealed("11-impact-assessment/register", "fd6da47b818639327f006836b5210182"): say(
                    "11-register-a-low", "`a`: 2 times 4 is 8. Where does the level low end?"
                ),
                Sealed("11-impact-assessment/register", "9bd5f417e9fb4a47e6ca770782ee5638"): say(
                    "11-register-a-high",
                    "`a`: this is the level without the measure. Take the two numbers with the measure.",
                ),
                Sealed("11-impact-assessment/register", "0cc7eb484c0deb05ddf89f5a2867304b"): say(
                    "11-register-a-very",
                    "`a`: 2 times 4 is 8. From which product on is it very high?",
                ),
            },
        )
    with part():
        expect.choice(
            b,
            right=Sealed("11-impact-assessment/register", "9bd5f417e9fb4a47e6ca770782ee5638"), options=["high", "low", "medium", "very-high"],
            wrong={
                Sealed("11-impact-assessment/register", "fd6da47b818639327f006836b5210182"): say(
                    "11-register-b-low",
                    "`b`: 1 times 5 is 5, which is not below 5. And severity 5 has its own rule.",
                ),
                Sealed("11-impact-assessment/register", "6751c10fdfcc3d7029b3d01c15b62f50"): say(
                    "11-product-only",
                    "`b`: the product alone says medium. What does the matrix add for severity 5?",
                ),
                Sealed("11-impact-assessment/register", "0cc7eb484c0deb05ddf89f5a2867304b"): say(
                    "11-register-b-very",
                    "`b`: severity 5 makes it at least high. Very high begins at a product of 20.",
                ),
            },
        )
    with part():
        expect.choice(
            c,
            right=Sealed("11-impact-assessment/register", "446bf914cbbfc4ac1a1d67ed9b30c9ec"), options=["clairtri", "clerks", "data-officer", "operators"],
            wrong={
                Sealed("11-impact-assessment/register", "7b1809ab11b10a528f6cf67c8970070c"): say(
                    "11-register-vendor",
                    "`c`: the firm owes what its contract says. Who in the institution answers for "
                    "the measure?",
                ),
                Sealed("11-impact-assessment/register", "21810aa9684f3cf4f20cea91437d5bfb"): say(
                    "11-register-operators",
                    "`c`: the operators get the complaint when the address should be gone already.",
                ),
                Sealed("11-impact-assessment/register", "a4e45d597ad14a11adbe4b720700a611"): say(
                    "11-register-all",
                    "`c`: if four people own a measure, whom do you ask when it was not carried "
                    "out?",
                ),
            },
        )
    with part():
        expect.choice(
            d,
            right=Sealed("11-impact-assessment/register", "556c31059bad9126d89bed3455c9c3fc"), options=["customers-council", "desk-head", "outside-expert", "regulator-head"],
            wrong={
                Sealed("11-impact-assessment/register", "e60f946dd3d0248ce0c016030fa84ab1"): say(
                    "11-risk-to-us",
                    "`d`: it speaks for those who would be harmed. The institution that causes the "
                    "risk has to answer for it.",
                ),
                Sealed("11-impact-assessment/register", "196425ea00b4f322d2b7d3721ba1d09e"): say(
                    "11-register-desk",
                    "`d`: this official needs the system for the daily work. Who can also decide "
                    "to stop it, at level III?",
                ),
                Sealed("11-impact-assessment/register", "1dee984568a05df052776867c5cab8fb"): say(
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
        right=Sealed("11-impact-assessment/missing-risk", "d644a1d75440ec5d360fcdd51ddd92ee"), options=["language-again", "late-answers", "name-mismatch", "typing-errors"],
        wrong={
            Sealed("11-impact-assessment/missing-risk", "2a503701d5beab53aea7cb20345441e1"): say(
                "11-missing-typing",
                "These mistakes come from agents, not from the rules. How far apart are 6 and 5?",
            ),
            Sealed("11-impact-assessment/missing-risk", "7195a504047554a8ffbe20b73003117e"): say("11-groups-lost", "The register has this risk already, as R1."),
            Sealed("11-impact-assessment/missing-risk", "4677c91f5b4847e4c719851e6341fcfa"): say(
                "11-missing-late",
                "Operators cause this delay, and the two numbers are nearly equal.",
            ),
        },
    )




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
            Sealed("11-impact-assessment/sums", "e9f5d4352cac1f66885afd3cf35610e9"),
            mistakes={
                Sealed("11-impact-assessment/sums", "76a2c6452e68ea38e42d84866f5d8ac5"): say(
                    "11-not-asked",
                    "`raw`: rows of questions that are not asked are counted too. Keep only those "
                    "where `asked` is true.",
                ),
                Sealed("11-impact-assessment/sums", "ca3ed1e3ab61ed4b5dfc0aea67562314"): say(
                    "11-handed-in",
                    "`raw`: this is the sum of the form as it was handed in. The table has the "
                    "corrected answers: compute it from there.",
                ),
                Sealed("11-impact-assessment/sums", "42065d7a3fa8a71ae40bed6b392f1e57"): say("11-sums-everything", "`raw`: this adds rows of every kind."),
                Sealed("11-impact-assessment/sums", "def44486bd60c730f441acc7ec17c31a"): say("11-sums-kinds", "`raw`: this adds risk and mitigation. Keep one `kind`."),
                Sealed("11-impact-assessment/sums", "e0de8101a8910a78202fe566f7482912"): say("11-sums-count", "`raw`: this counts the answers. Add up their points."),
                Sealed("11-impact-assessment/sums", "5d06de37c531a691d1cc7bb1a0eb90ac"): say("11-sums-count", "`raw`: this counts the answers. Add up their points."),
                Sealed("11-impact-assessment/sums", "30ff26c85b7b3ae14fad55629361c6de"): say("11-sums-swapped", "`raw`: these are the mitigation points."),
                Sealed("11-impact-assessment/sums", "45dc7e4c38afc535f33989c6803ea913"): SUBTRACT,
                Sealed("11-impact-assessment/sums", "42212ad717c74e029556ba1932368ccb"): LESSONS_FORM,
            },
            otherwise=say(
                "11-raw-other",
                "`raw` is not right. Two conditions decide which rows count: `asked` and `kind`.",
            ),
        )
    with part():
        expect.count(
            mitigation,
            Sealed("11-impact-assessment/sums", "30ff26c85b7b3ae14fad55629361c6de"),
            mistakes={
                Sealed("11-impact-assessment/sums", "6b419c28b331eef29d9d08cb9c1f1995"): say(
                    "11-mitigation-not-asked",
                    "`mitigation`: a row of a question that is not asked is counted too. Keep only "
                    "rows where `asked` is true.",
                ),
                Sealed("11-impact-assessment/sums", "e0de8101a8910a78202fe566f7482912"): say(
                    "11-mitigation-handed-in",
                    "`mitigation`: this is the sum of the form as it was handed in. The table has "
                    "the corrected answers: compute it from there.",
                ),
                Sealed("11-impact-assessment/sums", "927d4c08728b6963bfcfc0e3956b41c3"): say(
                    "11-phase",
                    "`mitigation`: this adds the points of both phases. In which phase is the "
                    "project now?",
                ),
                Sealed("11-impact-assessment/sums", "b56a6d2b43c89b008355cf69e967760a"): say(
                    "11-phase-not-asked",
                    "`mitigation`: this adds all mitigation rows. Keep those that are asked, and "
                    "one phase.",
                ),
                Sealed("11-impact-assessment/sums", "8f8cd3c08daddcf08ec4cf53277db13e"): say("11-sums-design", "`mitigation`: these are the points of another phase."),
                Sealed("11-impact-assessment/sums", "9e46aba3c5fa31d348f6aab59888b533"): say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                Sealed("11-impact-assessment/sums", "f9818b7c6a4e93ce49b25ac321ff4633"): say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                Sealed("11-impact-assessment/sums", "8d19158048a9a0041c81ba500ca6637b"): say(
                    "11-sums-count-mitigation",
                    "`mitigation`: this counts the answers. Add up their points.",
                ),
                Sealed("11-impact-assessment/sums", "e9f5d4352cac1f66885afd3cf35610e9"): say("11-sums-raw", "`mitigation`: these are the risk points."),
                Sealed("11-impact-assessment/sums", "065ff5300b0d3a5b1694ac6775e9aefa"): LESSONS_FORM,
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
        Sealed("11-impact-assessment/total-of", "150472e95f54ebe763027654fd38a067"),
        digits=2,
        mistakes={
            Sealed("11-impact-assessment/total-of", "a8e65f9293e3961ebe8704550c07fcd4"): SUBTRACT,
            Sealed("11-impact-assessment/total-of", "02e24328797b046244d23124c63214d0"): FIFTEEN_KEPT,
            Sealed("11-impact-assessment/total-of", "6d03808d33b92dc6028215d05ee32eb3"): IN_PROPORTION,
            Sealed("11-impact-assessment/total-of", "53a7e0424cdf68b7c4677e48a02feffb"): IN_PROPORTION,
            Sealed("11-impact-assessment/total-of", "c4557e292e729bec1d7598931de12d5c"): say(
                "11-total-eighty",
                "You kept 80% of the points. 80% decides whether there is a discount.",
            ),
            Sealed("11-impact-assessment/total-of", "bd4492e1c93900468c4de15aae704bcf"): say(
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
        Sealed("11-impact-assessment/total-of", "bd4492e1c93900468c4de15aae704bcf"),
        digits=2,
        mistakes={Sealed("11-impact-assessment/total-of", "150472e95f54ebe763027654fd38a067"): DISCOUNT_TOO_SOON, Sealed("11-impact-assessment/total-of", "ebe115de27e000873ce55e3c08a23d17"): SUBTRACT, Sealed("11-impact-assessment/total-of", "2040ace567e40e4fd99165b19de26261"): IN_PROPORTION, Sealed("11-impact-assessment/total-of", "53a7e0424cdf68b7c4677e48a02feffb"): IN_PROPORTION},
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
        Sealed("11-impact-assessment/total-of", "03836118cbb0971a56c5ff208a97734b"),
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
        Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "139f634dcf40a94a11f5ed2bc23cc030"): BOUND_AS_POINTS,
            Sealed("11-impact-assessment/level-of", "2aa70c7adfeb56374a80afad34774904"): say("11-level-above", "With 80 the level is too high by one."),
            Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"): say("11-level-first", "With 80 the first bound is passed. Which level comes then?"),
        },
        otherwise=another,
    )
    expect.count(
        second,
        Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"): say(
                "11-bound",
                "With 42 the level is one too low: the bound is 41.75, and it is not rounded.",
            ),
        },
        otherwise=another,
    )
    expect.count(
        low,
        Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"): say("11-bound-41", "With 41 the level is one too high: the bound is 41.75."),
        },
        otherwise=another,
    )
    expect.count(
        high,
        Sealed("11-impact-assessment/level-of", "139f634dcf40a94a11f5ed2bc23cc030"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "2aa70c7adfeb56374a80afad34774904"): say("11-no-fourth", "With 160 the third bound is passed: a fourth level is left."),
            Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"): LEVEL_ORDER,
            Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"): LEVEL_ORDER,
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
            Sealed("11-impact-assessment/what-if", "72acc47daa733ac7d28d62e64d375bb6"),
            mistakes={
                Sealed("11-impact-assessment/what-if", "9ffd2503c14df7ef30f6839b2acee21e"): only_risk,
                Sealed("11-impact-assessment/what-if", "a929039cc456fd20ee0069c30a72b109"): say(
                    "11-only-mitigation",
                    "These are the mitigation questions alone. Fewer risk points count as well.",
                ),
                Sealed("11-impact-assessment/what-if", "c6c8c7f6f8f8f4749ebd11b0eeaabf99"): any_fall,
                Sealed("11-impact-assessment/what-if", "51907f17f19f2608e841b2992f80f3b9"): any_fall,
                Sealed("11-impact-assessment/what-if", "6d2c8f3b89430583438987ab9a164ea0"): every,
                Sealed("11-impact-assessment/what-if", "3fbf8c3eea3fe9480501d2e146a72565"): DISCOUNT_TOO_SOON,
                Sealed("11-impact-assessment/what-if", "112807cdacaa7646438cad8ae2564385"): say(
                    "11-questions-not-rows",
                    "You counted questions. Count rows: some questions have several other answers.",
                ),
                Sealed("11-impact-assessment/what-if", "30a2eb5ea2be456f5bdea946d97e1961"): say(
                    "11-none-lower",
                    "No row has a lower level in your count. Did you add the changes to 86 and 61, not "
                    "to the sums of exercise 10?",
                ),
                Sealed("11-impact-assessment/what-if", "cd7ed73f489b7b807d1b0cc7dbda3e8e"): say("11-not-lower", "These are the rows in which the level stays the same."),
                Sealed("11-impact-assessment/what-if", "94a64f46bb04c794b9ae9e0846e67996"): LESSONS_FORM,
            },
            otherwise=OTHER_ROWS,
        )
    with part():
        expect.count(
            lowering_paper,
            Sealed("11-impact-assessment/what-if", "a929039cc456fd20ee0069c30a72b109"),
            mistakes={
                Sealed("11-impact-assessment/what-if", "30a2eb5ea2be456f5bdea946d97e1961"): only_risk,
                Sealed("11-impact-assessment/what-if", "72acc47daa733ac7d28d62e64d375bb6"): say("11-paper-all", "This is the number of all rows. Keep one `kind`."),
                Sealed("11-impact-assessment/what-if", "9ffd2503c14df7ef30f6839b2acee21e"): say("11-paper-risk", "These are the risk questions among them."),
                Sealed("11-impact-assessment/what-if", "51907f17f19f2608e841b2992f80f3b9"): say(
                    "11-paper-rows", "These are all mitigation rows, with a lower level or not."
                ),
                Sealed("11-impact-assessment/what-if", "d6e9a81512cad6c326c524c9464cb11d"): say(
                    "11-questions-not-rows",
                    "You counted questions. Count rows: some questions have several other answers.",
                ),
                Sealed("11-impact-assessment/what-if", "53ba159067f803b13af596bd113ea8a4"): DISCOUNT_TOO_SOON,
                Sealed("11-impact-assessment/what-if", "94a64f46bb04c794b9ae9e0846e67996"): LESSONS_FORM,
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
    expect.count(
        sum(2**number for number in numbers),
        Sealed("11-impact-assessment/recompute", "a9eded9ea7243ca4e74347ab617f83a0"),
        mistakes={
            Sealed("11-impact-assessment/recompute", "44fa4b55239c4d1f5acbe37e8d250a3a"): product_only,
            Sealed("11-impact-assessment/recompute", "fbac7ab5950d9229b26f121fdacd245e"): say(
                "11-recompute-swapped",
                "The rule for 5 is about severity. In your list it is about likelihood.",
            ),
            Sealed("11-impact-assessment/recompute", "fa2591f0bcb9a1ac61ccb2258c6b3829"): say(
                "11-recompute-very",
                "Severity 5 makes a risk at least high, not always very high.",
            ),
            Sealed("11-impact-assessment/recompute", "7be293a0df4c655ecca1a18babe851d9"): say(
                "11-recompute-hides",
                "One is missing: at least high can also be very high.",
            ),
            Sealed("11-impact-assessment/recompute", "32aa90b22608f38234e536bad1bcef45"): say(
                "11-recompute-agree",
                "In these rows the levels agree. Give the others.",
            ),
            Sealed("11-impact-assessment/recompute", "2929387ed38af2f25847ba80a4f09804"): say("11-recompute-all", "All nine are in your list. Keep those that disagree."),
            Sealed("11-impact-assessment/recompute", "5bd5bf6bfc1c2051dded70d9d9591092"): say(
                "11-recompute-sum",
                "Likelihood and severity are multiplied, not added.",
            ),
            Sealed("11-impact-assessment/recompute", "5b1427e39fdbcd994a01d83ed83f6fe5"): say(
                "11-recompute-sum",
                "Likelihood and severity are multiplied, not added.",
            ),
            Sealed("11-impact-assessment/recompute", "11d1f06a815e5b9cf3f279b9b5836271"): say(
                "11-recompute-residual",
                "These are the numbers with the measure. The column `level` is about the risk "
                "without it.",
            ),
            Sealed("11-impact-assessment/recompute", "f51361288c2bac41b0ae9caa335a430b"): say("11-recompute-none", "Your list is empty. Not all levels agree."),
        },
        otherwise=say(
            "11-recompute-other",
            "At least one id should not be there, or is missing. Compare row by row with the "
            "matrix of exercise 8.",
        ),
    )
