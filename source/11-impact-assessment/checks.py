"""What each exercise of module 11 must satisfy, and what to say when it does not."""

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
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


# Self-checks of the lesson.


@exercise(
    "quick-blank",
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
            "drop-question": say(
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
        85,
        mistakes={
            38: SUBTRACT,
            15: FIFTEEN_KEPT,
            100: NO_DISCOUNT,
            88: IN_PROPORTION,
            80: say(
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
        right="change-system",
        wrong={
            "more-paper": say(
                "11-paper-lowers",
                "There is one discount only, and it is already in the total. More measures do not "
                "enlarge it.",
            ),
            "publish-more": say(
                "11-quick-paper-publish",
                "Publishing adds mitigation points. The project has all of them already.",
            ),
            "fill-again": say(
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
        right="head-of-visits",
        wrong={
            "the-vendor": say(
                "11-quick-owner-vendor",
                "A firm owes what its contract says. Who in the institution answers to the public?",
            ),
            "all-visitors": say(
                "11-quick-owner-all",
                "If everybody owns a measure, whom do you ask when it was not carried out?",
            ),
            "the-system": say(
                "11-quick-owner-system",
                "A system can carry out a step. It cannot answer for it.",
            ),
        },
    )


# The assignment: Decide.


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
            level,
            3,
            mistakes={1: LEVEL_OF_DISCOUNT, 2: LEVEL_OF_DISCOUNT, 4: LEVEL_TOO_HIGH},
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
        right="no-level",
        wrong={
            "level-one": say(
                "11-blanks-zero",
                "Nine questions count as if they were no risk. Who has looked at them?",
            ),
            "worst-case": say(
                "11-blanks-worst",
                "That is careful, but the form then holds nine answers that nobody has given, and "
                "nobody has to find out.",
            ),
            "scaled-up": say(
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
        right="keeps-learning",
        wrong={
            "client-share": say(
                "11-wrong-share",
                "The third fact is about this: an agent types in what is said, and the system "
                "decides on those complaints too.",
            ),
            "secret-algorithm": say(
                "11-wrong-secret",
                "The fourth fact is about this. What does ClairTri call its weights?",
            ),
            "new-operation": say(
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
                    "You took 80% of the risk points. 80% decides whether there is a discount; the "
                    "discount itself is another number.",
                ),
                121.6: say(
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
            right="person",
            wrong={
                "sample": say(
                    "11-duties-sample",
                    "That is enough where the machine may decide. What does the table say for "
                    "level III?",
                ),
                "on-request": say(
                    "11-duties-request",
                    "Then all who do not ask are decided about by the machine alone.",
                ),
                "no-system": say(
                    "11-duties-none",
                    "Level III does not forbid a system. It says what has to be in place.",
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
                "vendor-and-auditor": say(
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
        right="city-before-use",
        wrong={
            "provider-before-sale": say(
                "11-27-provider",
                "The provider has other duties. Article 27 is about the place where the system is "
                "used: who knows the people there?",
            ),
            "city-after-a-year": say(
                "11-27-later",
                "After a year the harm may have happened. The article names an earlier moment.",
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
    hints=[
        say("11-hint-chain-1", "Two of the five rows say the same. Which of them is in its place?"),
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
                    "This row names people whom one can find and ask. It does its work.",
                ),
                "harm": say(
                    "11-chain-harm",
                    "This row says what happens to whom, and what it costs. It does its work.",
                ),
                "measure": say(
                    "11-chain-measure",
                    "This text prevents the harm, so it is a measure. Where is it repeated?",
                ),
            },
        )
    with part():
        expect.choice(
            better_text,
            right="reopen",
            wrong={
                "accuracy": say(
                    "11-chain-accuracy",
                    "That prevents later errors. What does the person get whose case was closed?",
                ),
                "log": say(
                    "11-chain-log",
                    "That helps an auditor. What can the person do, and where?",
                ),
                "training": say(
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
            right="medium",
            wrong={
                "low": say("11-register-a-low", "2 times 4 is 8. Where does the level low end?"),
                "high": say(
                    "11-register-a-high",
                    "That is the level without the measure. Take the two numbers with the measure.",
                ),
                "very-high": say(
                    "11-register-a-very", "2 times 4 is 8. From which product on is it very high?"
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
                    "1 times 5 is 5, which is not below 5. And severity 5 has its own rule.",
                ),
                "medium": say(
                    "11-product-only",
                    "The product alone says medium. What does the matrix add for a harm that "
                    "cannot be undone?",
                ),
                "very-high": say(
                    "11-register-b-very",
                    "Severity 5 makes it at least high. Very high begins at a product of 20.",
                ),
            },
        )
    with part():
        expect.choice(
            c,
            right="data-officer",
            wrong={
                "triage-system": say(
                    "11-register-system",
                    "A system can remove addresses. Who answers for it when one was left in?",
                ),
                "clairtri": say(
                    "11-register-vendor",
                    "The firm owes what its contract says. Who in the institution answers for the "
                    "measure?",
                ),
                "all-staff": say(
                    "11-register-all",
                    "If everybody is the owner, whom does the head of the regulator ask?",
                ),
            },
        )
    with part():
        expect.choice(
            d,
            right="regulator-head",
            wrong={
                "nobody-needed": say(
                    "11-register-nobody",
                    "The risk that remains is high. From this level on, somebody has to accept it.",
                ),
                "complainants": say(
                    "11-risk-to-us",
                    "They would bear the harm. The institution that causes the risk has to answer "
                    "for it.",
                ),
                "data-team": say(
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
        right="name-mismatch",
        wrong={
            "reputation": say(
                "11-missing-reputation",
                "That is a harm to the regulator. Whom do the two numbers speak about?",
            ),
            "language-again": say("11-groups-lost", "The register has this risk already, as R1."),
            "late-answers": say(
                "11-missing-late",
                "This can happen, but the numbers are about complaints that are closed.",
            ),
        },
    )


# The assignment: Build.

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
            86,
            mistakes={
                88: ALL_ROWS,
                199: say("11-sums-everything", "This adds all rows of the table, of every kind."),
                197: say("11-sums-kinds", "This adds risk and mitigation: keep one `kind`."),
                60: say("11-sums-count", "This counts the answers. Add up their points."),
                61: say("11-sums-swapped", "These are the mitigation points."),
                25: SUBTRACT,
                98: LESSONS_FORM,
            },
            otherwise=OTHER_SUM,
        )
    with part():
        expect.count(
            mitigation,
            61,
            mistakes={
                111: BOTH_PHASES,
                50: say("11-sums-design", "These are the points of the other phase."),
                41: say("11-sums-count", "This counts the answers. Add up their points."),
                82: say("11-sums-count", "This counts the answers. Add up their points."),
                86: say("11-sums-raw", "These are the risk points."),
                60: LESSONS_FORM,
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
        85,
        digits=2,
        mistakes={
            38: SUBTRACT,
            15: FIFTEEN_KEPT,
            100: NO_DISCOUNT,
            87.92: IN_PROPORTION,
            88: IN_PROPORTION,
            80: say(
                "11-total-eighty",
                "You kept 80% of the points. 80% decides whether there is a discount.",
            ),
        },
        otherwise=say("11-total-with", "With 100 and 62 the total is another one."),
    )
    expect.close(
        expect.call(function, 100, 61),
        100,
        digits=2,
        mistakes={85: DISCOUNT_TOO_SOON, 39: SUBTRACT, 88.12: IN_PROPORTION, 88: IN_PROPORTION},
        otherwise=say("11-total-without", "With 100 and 61 the total is another one."),
    )
    half = say(
        "11-half-up",
        "With 90 and 62 a half comes out, and it is not rounded up. Python's `round` rounds a half "
        "to the even number; use `int(... + 0.5)`.",
    )
    expect.close(
        expect.call(function, 90, 62),
        77,
        digits=2,
        mistakes={
            76: half,
            76.5: say("11-not-rounded", "The total has to be a whole number: it is not rounded."),
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
        2,
        mistakes={
            4: BOUND_AS_POINTS,
            3: say(
                "11-level-reversed",
                "With 80 the level is too high by one, or the levels run the other way round.",
            ),
            1: say("11-level-first", "With 80 the first bound is passed. Which level comes then?"),
        },
        otherwise=another,
    )
    expect.count(
        expect.call(function, 42),
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
        expect.call(function, 41),
        1,
        mistakes={
            2: say("11-bound-41", "With 41 the level is one too high: the bound is 41.75."),
        },
        otherwise=another,
    )
    expect.count(
        expect.call(function, 160),
        4,
        mistakes={
            3: say("11-no-fourth", "With 160 the third bound is passed: a fourth level is left."),
            1: LATER_LINE,
            2: LATER_LINE,
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
                    "No row has a lower level. Did you add the changes to 86 and 61?",
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
                "In these rows the levels agree. The others are asked.",
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
