"""The checks of 11-impact-assessment. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "11-impact-assessment"

from course.checking import exercise, expect, part, say

SUBTRACT = say(
    "11-subtract",
    "You took the mitigation points away from the risk points. Enough of them open a discount in "
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
    "These mitigation points do reach the limit, which is 80% of the 77 points that mitigation "
    "can have, not 80 points and not 80% of 167.",
)
IN_PROPORTION = say(
    "11-in-proportion",
    "The discount does not grow point by point. Below the limit there is none, from the limit on "
    "it is always 15%.",
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
    "A sum or total of points is asked, between 0 and 167. Yours is another one: go through the "
    "steps of the rule in section 3 of the lesson, one by one.",
)
LESSONS_FORM = say(
    "11-lesson-form", "This is the number of the lesson. Here another form is to be computed."
)
OTHER_SUM = say(
    "11-other-sum",
    "The sum is another one. Three conditions decide which rows count: `asked`, `kind` and, for "
    "mitigation, `phase`.",
)
OTHER_ROWS = say(
    "11-other-rows",
    "The number of rows is another one. For each row: add both changes to 86 and 61, compute the "
    "total, then the level, and compare it with 3.",
)
LATER_LINE = say(
    "11-level-order",
    "With 160 the level is far too low: the first condition that is true decides. In which order "
    "are the bounds compared?",
)
NO_FALL = say("11-no-fall", "The matrix of exercise 8 gives another level for these two numbers.")




@exercise(
    "quick-blank",
    hints=[
        say("11-hint-quick-blank-1", "What does the form know about a question without an answer?")
    ],
)
def quick_blank(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/quick-blank", "ee74846520660b54fb62d969fbf7ec29"), options=["ask-first", "drop-question", "level-one", "most-points"],
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
            Sealed("11-impact-assessment/quick-blank", "6f1b140293dd86af4cc6443bf6e890d1"): say(
                "11-quick-blank-drop",
                "Without the question the form is another form, and its bounds no longer fit.",
            ),
        },
    )


@exercise(
    "quick-total",
    hints=[
        say("11-hint-quick-total-1", "First compare 62 with 80% of 77."),
        say("11-hint-quick-total-2", "If the limit is reached, 85% of the risk points are left."),
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
                "80% decides whether there is a discount. How large the discount is, is another "
                "number of the rule.",
            ),
        },
    )


@exercise(
    "quick-paper",
    hints=[
        say(
            "11-hint-quick-paper-1",
            "Compute 85% of 150, and compare the result with the bound of level III.",
        )
    ],
)
def quick_paper(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/quick-paper", "f84789af07edfd62c633fb2b492ad577"), options=["change-system", "fill-again", "more-paper", "publish-more"],
        wrong={
            Sealed("11-impact-assessment/quick-paper", "ace39e65ae80654caf83da7991574ea7"): say(
                "11-paper-lowers",
                "There is one discount only, and it is already in the total. More measures do not "
                "enlarge it.",
            ),
            Sealed("11-impact-assessment/quick-paper", "431d95e3bcad98d9d064d7017bc25eea"): say(
                "11-quick-paper-publish",
                "Publishing adds mitigation points. The project has all of them already.",
            ),
            Sealed("11-impact-assessment/quick-paper", "958db4f7216a3efbee08869a22f69c55"): say(
                "11-quick-paper-again",
                "The same true answers give the same points. Something in the world has to change.",
            ),
        },
    )


@exercise(
    "quick-owner",
    hints=[
        say("11-hint-quick-owner-1", "Who can be asked next year what was done, and must answer?")
    ],
)
def quick_owner(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/quick-owner", "4a0e13a5ad34ea334e2cc9747c8a23f5"), options=["all-visitors", "head-of-visits", "the-system", "the-vendor"],
        wrong={
            Sealed("11-impact-assessment/quick-owner", "764d87908c836648b75a93d8bfbfa653"): say(
                "11-quick-owner-vendor",
                "A firm owes what its contract says. Who in the institution answers to the public?",
            ),
            Sealed("11-impact-assessment/quick-owner", "061efe472ca5e280aa9f0de498db76da"): say(
                "11-quick-owner-all",
                "If everybody owns a measure, whom do you ask when it was not carried out?",
            ),
            Sealed("11-impact-assessment/quick-owner", "8e983ee576387862250efe77045a4c1b"): say(
                "11-quick-owner-system",
                "A system can carry out a step. It cannot answer for it.",
            ),
        },
    )




@exercise(
    "read-form",
    points=1,
    hints=[
        say("11-hint-read-1", "Compare 61 with 80% of 77, before you compute anything else."),
        say("11-hint-read-2", "Below that limit the total is equal to the risk points."),
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
            level,
            Sealed("11-impact-assessment/read-form", "d4b6459c1fa3f8aab7285d44454b2d4c"),
            mistakes={Sealed("11-impact-assessment/read-form", "4916d0a1b505840d8b5e4ddeedf3e4e4"): LEVEL_OF_DISCOUNT, Sealed("11-impact-assessment/read-form", "2520dee453eae404ef395125d7ee579f"): LEVEL_OF_DISCOUNT, Sealed("11-impact-assessment/read-form", "55fdafd8938fc51f4ab71aeec8826b85"): LEVEL_TOO_HIGH},
            otherwise=LEVELS,
        )


@exercise(
    "blanks",
    points=1,
    hints=[say("11-hint-blanks-1", "The lesson says what a form without all answers is.")],
)
def blanks(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/blanks", "bba5b4020c2f5a940463e9527030944e"), options=["level-one", "no-level", "scaled-up", "worst-case"],
        wrong={
            Sealed("11-impact-assessment/blanks", "7fdc8e8c6bc6e15735d26244f348626c"): say(
                "11-blanks-zero",
                "Nine questions count as if they were no risk. Who has looked at them?",
            ),
            Sealed("11-impact-assessment/blanks", "6d207777d101e7c922e0b875d5378ba0"): say(
                "11-blanks-worst",
                "That is careful, but the form then holds nine answers that nobody has given, and "
                "nobody has to find out.",
            ),
            Sealed("11-impact-assessment/blanks", "a7153a5bc544f0629bd7369105533312"): say(
                "11-blanks-scaled",
                "The questions that are left are no average of the others: one of them alone can "
                "have 4 points.",
            ),
        },
    )


@exercise(
    "wrong-answer",
    points=1,
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
                "The third fact is about this: an agent types in what is said, and the system "
                "decides on those complaints too.",
            ),
            Sealed("11-impact-assessment/wrong-answer", "b18fe59e60211ac67f706e8ad55c7b62"): say(
                "11-wrong-secret",
                "The fourth fact is about this. What does ClairTri call its weights?",
            ),
            Sealed("11-impact-assessment/wrong-answer", "4478daba2d41134475411e01a62e342b"): say(
                "11-wrong-new",
                "The second fact is about this: who sorts complaints today, and by which rules?",
            ),
        },
    )


@exercise(
    "paper",
    points=1,
    hints=[
        say("11-hint-paper-1", "With 77 points the limit is reached. What is 85% of 152?"),
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
                    "You took 80% of the risk points. 80% decides whether there is a discount; the "
                    "discount itself is another number.",
                ),
                Sealed("11-impact-assessment/paper", "98bd6f8bed71f7fea6dc78c348a0ba7e"): say(
                    "11-paper-80",
                    "You took 80% of the risk points. 80% decides whether there is a discount; the "
                    "discount itself is another number.",
                ),
            },
            otherwise=OTHER_POINTS,
        )
    with part():
        expect.count(
            level,
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


@exercise(
    "duties",
    points=1,
    hints=[
        say("11-hint-duties-1", "The lesson has a table of what each level asks for."),
        say(
            "11-hint-duties-2", "Look at the rows about people in the decision and about approval."
        ),
    ],
)
def duties(last_word, approval):
    with part():
        expect.choice(
            last_word,
            right=Sealed("11-impact-assessment/duties", "2ae1e299701dd423253c8c9850e880aa"), options=["no-system", "on-request", "person", "sample"],
            wrong={
                Sealed("11-impact-assessment/duties", "ca2d67d58beda71c0ddb50e06c6a6174"): say(
                    "11-duties-sample",
                    "That is enough where the machine may decide. What does the table say for "
                    "level III?",
                ),
                Sealed("11-impact-assessment/duties", "5232267191903e8ef4a74c8d4fe830ac"): say(
                    "11-duties-request",
                    "Then all who do not ask are decided about by the machine alone.",
                ),
                Sealed("11-impact-assessment/duties", "fc463e9e0d810aa4f6a7e1804d0a36fd"): say(
                    "11-duties-none",
                    "Level III does not forbid a system. It says what has to be in place.",
                ),
            },
        )
    with part():
        expect.choice(
            approval,
            right=Sealed("11-impact-assessment/duties", "05c2a6335385969fccdd53906025e8a7"), options=["cabinet-body", "institution-head", "programme-head", "vendor-and-auditor"],
            wrong={
                Sealed("11-impact-assessment/duties", "04719d620995e5a3d64b624bb3ce96d5"): say(
                    "11-duties-programme",
                    "This official approves levels I and II. Level III goes one step higher.",
                ),
                Sealed("11-impact-assessment/duties", "1773b99855cc754b2d90de0aad90768b"): say(
                    "11-duties-cabinet",
                    "In Canada this is so for level IV, where the Treasury Board approves.",
                ),
                Sealed("11-impact-assessment/duties", "3ea4a3226e5b42470da4d53eee17e867"): say(
                    "11-duties-vendor",
                    "They can advise. Who answers to the public for the decision?",
                ),
            },
        )


@exercise(
    "article-27",
    points=1,
    hints=[say("11-hint-27-1", "Article 27 speaks to deployers. Who is the deployer here?")],
)
def article_27(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/article-27", "e2de642aaeb0e3079e5a301cb81fb0e4"), options=["city-after-a-year", "city-before-use", "covered-already", "provider-before-sale"],
        wrong={
            Sealed("11-impact-assessment/article-27", "021bfdc42b016d5a6143f6cb01c1ca9a"): say(
                "11-27-provider",
                "The provider has other duties. Article 27 is about the place where the system is "
                "used: who knows the people there?",
            ),
            Sealed("11-impact-assessment/article-27", "34b435680f0c0db1c9cd75f841f8d55e"): say(
                "11-27-later",
                "After a year the harm may have happened. The article names an earlier moment.",
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
    hints=[
        say("11-hint-chain-1", "Two of the five rows say the same. Which of them is in its place?"),
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
                    "This row names people whom one can find and ask. It does its work.",
                ),
                Sealed("11-impact-assessment/chain", "712d080c7778871d7cd13ae9caff335b"): say(
                    "11-chain-harm",
                    "This row says what happens to whom, and what it costs. It does its work.",
                ),
                Sealed("11-impact-assessment/chain", "6daecd9910e56f25832e6ed539cbc5a3"): say(
                    "11-chain-measure",
                    "This text prevents the harm, so it is a measure. Where is it repeated?",
                ),
            },
        )
    with part():
        expect.choice(
            better_text,
            right=Sealed("11-impact-assessment/chain", "45ed2d3c1bf4ab2d055e356c3d3b6777"), options=["accuracy", "log", "reopen", "training"],
            wrong={
                Sealed("11-impact-assessment/chain", "0b13e6dbd73c87e33ce83feca8b78416"): say(
                    "11-chain-accuracy",
                    "That prevents later errors. What does the person get whose case was closed?",
                ),
                Sealed("11-impact-assessment/chain", "f3ec48bcb1fd863a0251f46dcdc77dbf"): say(
                    "11-chain-log",
                    "That helps an auditor. What can the person do, and where?",
                ),
                Sealed("11-impact-assessment/chain", "0afec354f74ff344dc17b307e2bdf8d7"): say(
                    "11-chain-training",
                    "That prevents errors. What does the person get when one has happened?",
                ),
            },
        )


@exercise(
    "register",
    points=1,
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
                Sealed("11-impact-assessment/register", "fd6da47b818639327f006836b5210182"): say("11-register-a-low", "2 times 4 is 8. Where does the level low end?"),
                Sealed("11-impact-assessment/register", "9bd5f417e9fb4a47e6ca770782ee5638"): say(
                    "11-register-a-high",
                    "That is the level without the measure. Take the two numbers with the measure.",
                ),
                Sealed("11-impact-assessment/register", "0cc7eb484c0deb05ddf89f5a2867304b"): say(
                    "11-register-a-very", "2 times 4 is 8. From which product on is it very high?"
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
                    "1 times 5 is 5, which is not below 5. And severity 5 has its own rule.",
                ),
                Sealed("11-impact-assessment/register", "6751c10fdfcc3d7029b3d01c15b62f50"): say(
                    "11-product-only",
                    "The product alone says medium. What does the matrix add for a harm that "
                    "cannot be undone?",
                ),
                Sealed("11-impact-assessment/register", "0cc7eb484c0deb05ddf89f5a2867304b"): say(
                    "11-register-b-very",
                    "Severity 5 makes it at least high. Very high begins at a product of 20.",
                ),
            },
        )
    with part():
        expect.choice(
            c,
            right=Sealed("11-impact-assessment/register", "446bf914cbbfc4ac1a1d67ed9b30c9ec"), options=["all-staff", "clairtri", "data-officer", "triage-system"],
            wrong={
                Sealed("11-impact-assessment/register", "6c6af398e7cee4c76c6d1e82085e1ef5"): say(
                    "11-register-system",
                    "A system can remove addresses. Who answers for it when one was left in?",
                ),
                Sealed("11-impact-assessment/register", "7b1809ab11b10a528f6cf67c8970070c"): say(
                    "11-register-vendor",
                    "The firm owes what its contract says. Who in the institution answers for the "
                    "measure?",
                ),
                Sealed("11-impact-assessment/register", "7b69e22097dd6bd176740e07a87881c2"): say(
                    "11-register-all",
                    "If everybody is the owner, whom does the head of the regulator ask?",
                ),
            },
        )
    with part():
        expect.choice(
            d,
            right=Sealed("11-impact-assessment/register", "556c31059bad9126d89bed3455c9c3fc"), options=["complainants", "data-team", "nobody-needed", "regulator-head"],
            wrong={
                Sealed("11-impact-assessment/register", "89604678c0a8b5b71cb5156c71527452"): say(
                    "11-register-nobody",
                    "The risk that remains is high. From this level on, somebody has to accept it.",
                ),
                Sealed("11-impact-assessment/register", "15200503a2a28ccb54c6ee663d4d06cc"): say(
                    "11-risk-to-us",
                    "They would bear the harm. The institution that causes the risk has to answer "
                    "for it.",
                ),
                Sealed("11-impact-assessment/register", "41ed13a9730b197edba40f9744d90e81"): say(
                    "11-register-team",
                    "The team has an interest that the system runs. Who can also decide to stop it?",
                ),
            },
        )


@exercise(
    "missing-risk",
    points=1,
    hints=[
        say(
            "11-hint-missing-1", "Compare 31 with 9. What happens to these complaints, and to whom?"
        )
    ],
)
def missing_risk(key):
    expect.choice(
        key,
        right=Sealed("11-impact-assessment/missing-risk", "d644a1d75440ec5d360fcdd51ddd92ee"), options=["language-again", "late-answers", "name-mismatch", "reputation"],
        wrong={
            Sealed("11-impact-assessment/missing-risk", "64e0b6ce47f09dc3b29f5730244587d3"): say(
                "11-missing-reputation",
                "That is a harm to the regulator. Whom do the two numbers speak about?",
            ),
            Sealed("11-impact-assessment/missing-risk", "7195a504047554a8ffbe20b73003117e"): say("11-groups-lost", "The register has this risk already, as R1."),
            Sealed("11-impact-assessment/missing-risk", "4677c91f5b4847e4c719851e6341fcfa"): say(
                "11-missing-late",
                "This can happen, but the numbers are about complaints that are closed.",
            ),
        },
    )



ALL_ROWS = say(
    "11-not-asked",
    "Rows of questions that are not asked are counted too: keep only those where `asked` is true.",
)
BOTH_PHASES = say(
    "11-phase",
    "This adds the mitigation points of both phases. In which phase is the project now?",
)


@exercise(
    "sums",
    points=1,
    hints=[
        say("11-hint-sums-1", 'Begin with `counted = form[form["asked"]]`.'),
        say(
            "11-hint-sums-2",
            'Then `counted.loc[counted["kind"] == "risk", "points"].sum()` for the first; the '
            "second needs one more condition, joined with `&`, each in brackets.",
        ),
    ],
)
def sums(raw, mitigation):
    with part():
        expect.count(
            raw,
            Sealed("11-impact-assessment/sums", "ca3ed1e3ab61ed4b5dfc0aea67562314"),
            mistakes={
                Sealed("11-impact-assessment/sums", "6c215b7ac1b8d38eef9c0d85cf1667e1"): ALL_ROWS,
                Sealed("11-impact-assessment/sums", "9ac90c450d3736f330c4b56a5dc0cf87"): say("11-sums-everything", "This adds all rows of the table, of every kind."),
                Sealed("11-impact-assessment/sums", "afb9cdb10c578cbe701d39a4ef4b5531"): say("11-sums-kinds", "This adds risk and mitigation: keep one `kind`."),
                Sealed("11-impact-assessment/sums", "065ff5300b0d3a5b1694ac6775e9aefa"): say("11-sums-count", "This counts the answers. Add up their points."),
                Sealed("11-impact-assessment/sums", "e0de8101a8910a78202fe566f7482912"): say("11-sums-swapped", "These are the mitigation points."),
                Sealed("11-impact-assessment/sums", "c961059f7065d1b833e13647766ddaf7"): SUBTRACT,
                Sealed("11-impact-assessment/sums", "42212ad717c74e029556ba1932368ccb"): LESSONS_FORM,
            },
            otherwise=OTHER_SUM,
        )
    with part():
        expect.count(
            mitigation,
            Sealed("11-impact-assessment/sums", "e0de8101a8910a78202fe566f7482912"),
            mistakes={
                Sealed("11-impact-assessment/sums", "13886a698a1cf361175e9033ebb10590"): BOTH_PHASES,
                Sealed("11-impact-assessment/sums", "8f8cd3c08daddcf08ec4cf53277db13e"): say("11-sums-design", "These are the points of the other phase."),
                Sealed("11-impact-assessment/sums", "b2efc018e3d3401ff056343cf35032f9"): say("11-sums-count", "This counts the answers. Add up their points."),
                Sealed("11-impact-assessment/sums", "dd5c7241e1440fc5cfe4e8d9c82cb140"): say("11-sums-count", "This counts the answers. Add up their points."),
                Sealed("11-impact-assessment/sums", "ca3ed1e3ab61ed4b5dfc0aea67562314"): say("11-sums-raw", "These are the risk points."),
                Sealed("11-impact-assessment/sums", "065ff5300b0d3a5b1694ac6775e9aefa"): LESSONS_FORM,
            },
            otherwise=OTHER_SUM,
        )


@exercise(
    "total-of",
    points=1,
    hidden=True,
    hints=[
        say(
            "11-hint-total-1", "Two cases: from the limit on, and below it. `if` tells them apart."
        ),
        say(
            "11-hint-total-2",
            "`int(... + 0.5)` rounds a half up. The rule of the lesson has both cases.",
        ),
        say("11-hint-total-3", "The first line is `if mitigation >= ... * 77:`."),
    ],
)
def total_of(function):
    expect.close(
        expect.call(function, 100, 62),
        Sealed("11-impact-assessment/total-of", "150472e95f54ebe763027654fd38a067"),
        digits=2,
        mistakes={
            Sealed("11-impact-assessment/total-of", "a8e65f9293e3961ebe8704550c07fcd4"): SUBTRACT,
            Sealed("11-impact-assessment/total-of", "02e24328797b046244d23124c63214d0"): FIFTEEN_KEPT,
            Sealed("11-impact-assessment/total-of", "bd4492e1c93900468c4de15aae704bcf"): NO_DISCOUNT,
            Sealed("11-impact-assessment/total-of", "6d03808d33b92dc6028215d05ee32eb3"): IN_PROPORTION,
            Sealed("11-impact-assessment/total-of", "53a7e0424cdf68b7c4677e48a02feffb"): IN_PROPORTION,
            Sealed("11-impact-assessment/total-of", "c4557e292e729bec1d7598931de12d5c"): say(
                "11-total-eighty",
                "You kept 80% of the points. 80% decides whether there is a discount.",
            ),
        },
        otherwise=say("11-total-with", "With 100 and 62 the total is another one."),
    )
    expect.close(
        expect.call(function, 100, 61),
        Sealed("11-impact-assessment/total-of", "bd4492e1c93900468c4de15aae704bcf"),
        digits=2,
        mistakes={Sealed("11-impact-assessment/total-of", "150472e95f54ebe763027654fd38a067"): DISCOUNT_TOO_SOON, Sealed("11-impact-assessment/total-of", "ebe115de27e000873ce55e3c08a23d17"): SUBTRACT, Sealed("11-impact-assessment/total-of", "2040ace567e40e4fd99165b19de26261"): IN_PROPORTION, Sealed("11-impact-assessment/total-of", "53a7e0424cdf68b7c4677e48a02feffb"): IN_PROPORTION},
        otherwise=say("11-total-without", "With 100 and 61 the total is another one."),
    )
    half = say(
        "11-half-up",
        "With 90 and 62 a half comes out, and it is not rounded up. Python's `round` rounds a half "
        "to the even number; use `int(... + 0.5)`.",
    )
    expect.close(
        expect.call(function, 90, 62),
        Sealed("11-impact-assessment/total-of", "03836118cbb0971a56c5ff208a97734b"),
        digits=2,
        mistakes={
            Sealed("11-impact-assessment/total-of", "4d8fd5e9a68c72c67bebdf72ec09e3b5"): half,
            Sealed("11-impact-assessment/total-of", "92c6dd35faf94706c66593a7a93bbce1"): say("11-not-rounded", "The total has to be a whole number: it is not rounded."),
        },
        otherwise=say("11-total-third", "With 90 and 62 the total is another one."),
    )


@exercise(
    "level-of",
    points=1,
    hidden=True,
    hints=[
        say("11-hint-level-1", "Begin with the lowest bound: `if total <= 0.25 * 167:`."),
        say("11-hint-level-2", "After the three bounds one level is left: `return 4`."),
    ],
)
def level_of(function):
    found = expect.call(function, 80)
    expect.true(
        not (isinstance(found, str) and found.strip().upper() in ("I", "II", "III", "IV")),
        say("11-level-roman", "Give the level as a number, 1 to 4, without quotation marks."),
    )
    expect.true(
        not isinstance(found, float) or found == int(found),
        say(
            "11-level-whole",
            "A level is 1, 2, 3 or 4. Your function returns a number with decimals: compare the "
            "total with the three bounds, one after the other.",
        ),
    )
    another = say(
        "11-level-another",
        "For one of the totals 41, 42, 80 and 160 the level is another one. Try your function on "
        "each of them.",
    )
    expect.count(
        found,
        Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "139f634dcf40a94a11f5ed2bc23cc030"): BOUND_AS_POINTS,
            Sealed("11-impact-assessment/level-of", "2aa70c7adfeb56374a80afad34774904"): say(
                "11-level-reversed",
                "With 80 the level is too high by one, or the levels run the other way round.",
            ),
            Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"): say("11-level-first", "With 80 the first bound is passed. Which level comes then?"),
        },
        otherwise=another,
    )
    expect.count(
        expect.call(function, 42),
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
        expect.call(function, 41),
        Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"): say("11-bound-41", "With 41 the level is one too high: the bound is 41.75."),
        },
        otherwise=another,
    )
    expect.count(
        expect.call(function, 160),
        Sealed("11-impact-assessment/level-of", "139f634dcf40a94a11f5ed2bc23cc030"),
        mistakes={
            Sealed("11-impact-assessment/level-of", "2aa70c7adfeb56374a80afad34774904"): say("11-no-fourth", "With 160 the third bound is passed: a fourth level is left."),
            Sealed("11-impact-assessment/level-of", "6d188f920986fcff8e6dce104b2d47e5"): LATER_LINE,
            Sealed("11-impact-assessment/level-of", "15fb25367a0c684ae0c44e441b5d250d"): LATER_LINE,
        },
        otherwise=another,
    )


@exercise(
    "what-if",
    points=2,
    hints=[
        say(
            "11-hint-what-1",
            "For one row: the sums become `86 + raw_change` and `61 + mitigation_change`. Give "
            "these to your functions.",
        ),
        say(
            "11-hint-what-2",
            "The lesson does this for its own form with a list and `zip`. Change the two sums "
            "there, and the names of the functions.",
        ),
        say("11-hint-what-3", "Then count the rows whose level is below 3."),
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
                    "No row has a lower level. Did you add the changes to 86 and 61?",
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
            "The line with the own rule is `if product >= 10 or severity == ...:`.",
        ),
    ],
)
def risk_level(function):
    def level(likelihood, severity):
        found = expect.call(function, likelihood, severity)
        return found.strip().lower().replace("-", " ") if isinstance(found, str) else found

    for likelihood, severity in ((4, 4), (2, 4), (1, 4), (5, 4)):
        found = level(likelihood, severity)
        expect.true(
            found in ("low", "medium", "high", "very high"),
            say(
                "11-risk-words",
                "The function should return one of four texts: low, medium, high, very high.",
            ),
        )
    expect.true(
        level(4, 4) == "high" and level(2, 4) != "low",
        say(
            "11-risk-sum",
            "With 4 and 4 the product is 16, with 2 and 4 it is 8. For one of them your function "
            "gives another level: does it multiply the two numbers, and not add or compare them?",
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
            "With likelihood 5 and severity 1 the level is too high. The own rule is about "
            "severity, not about likelihood.",
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
        level(5, 4) == "very high",
        say("11-risk-bound-20", "With 5 and 4 the product is 20. Very high begins at 20."),
    )
    expect.true(
        level(5, 5) == "very high",
        say(
            "11-risk-five-high",
            "With 5 and 5 the own rule hides the product: at least high can also be very high.",
        ),
    )
    expect.true(level(1, 4) == "low" and level(5, 1) == "medium", NO_FALL)


@exercise(
    "recompute",
    points=1,
    hints=[
        say(
            "11-hint-recompute-1",
            "Make a list of computed levels with `zip`, as the lesson does at the end of section 9.",
        ),
        say(
            "11-hint-recompute-2", 'Then `risks["level"] != computed` is true where they disagree.'
        ),
        say("11-hint-recompute-3", 'The last step: `list(risks.loc[..., "id"])`.'),
    ],
)
def recompute(ids):
    form = say(
        "11-recompute-form",
        'A list of ids is asked, each in quotation marks, in the form `["R10", "R11"]`.',
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
                "In these rows the levels agree. The others are asked.",
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
