"""What each exercise of module 10 must satisfy, and what to say when it does not."""

from datetime import date

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
HUMAN = say(
    "10-human-saves",
    "Does the law ask who decides at the end? Look for what the tool does before that.",
)
TECHNOLOGY = say(
    "10-technology-class",
    "The technique has no class. For what purpose is the system used, and what does it decide?",
)
NOT_FREE = say(
    "10-not-high-free",
    "Not every duty depends on high risk. Which duty begins when people talk to a machine?",
)
OLD_DATE = say(
    "10-old-dates",
    "This was the day before the amendment of July 2026. Look at the dates in section 5.",
)


# Self-checks of the lesson.
@exercise("quick-binding")
def quick_binding(key):
    expect.choice(
        key,
        right="directive",
        wrong={
            "bill": say(
                "10-quick-bill", "A bill binds nobody before it is adopted. Look at its force."
            ),
            "unesco": say(
                "10-quick-unesco",
                "States agreed to follow it, but it lays no duties on a body. Look at its force.",
            ),
            "convention": say(
                "10-quick-convention",
                "A treaty binds the states that ratify it, once it is in force. Was it in force?",
            ),
        },
    )


@exercise("quick-chain")
def quick_chain(key):
    expect.choice(
        key,
        right="by-language",
        wrong={
            "all-requests": say(
                "10-quick-all",
                "A share of all requests hides a small group. Whose requests could go astray?",
            ),
            "speed": say(
                "10-quick-speed",
                "A request can reach the wrong office quickly. What is the harm in the chain?",
            ),
            "satisfaction": say(
                "10-quick-satisfaction",
                "People whose request was lost are often not asked. Which number sees them?",
            ),
        },
    )


@exercise("quick-class")
def quick_class(key):
    expect.choice(
        key,
        right="ranks-people",
        wrong={
            "other-model": TECHNOLOGY,
            "clerk-leaves": HUMAN,
            "more-offices": say(
                "10-quick-offices",
                "With more offices it still only forwards. Does it evaluate a request?",
            ),
        },
    )


@exercise("quick-day")
def quick_day(number):
    expect.count(
        number,
        2027,
        mistakes={
            2026: OLD_DATE,
            2028: say(
                "10-quick-annex-i",
                "That is the year for products under Annex I. Where are public benefits listed?",
            ),
            2030: say(
                "10-quick-older",
                "That is the year for systems that were already in service. This one is new.",
            ),
            2025: say(
                "10-quick-bans",
                "In that year the first prohibitions began. The question is about high risk.",
            ),
        },
    )


@exercise(
    "binding",
    points=1.5,
    hints=[
        say(
            "10-hint-binding-1",
            "Look at two columns of the table in section 1: what force has the text, and on whom "
            "does it lay duties?",
        ),
        say(
            "10-hint-binding-2",
            "A table that says nothing of a country says nothing of its law either.",
        ),
    ],
)
def binding(brazil_court, canada_department, gambia_ministry):
    with part():
        expect.choice(
            brazil_court,
            right="cnj-615",
            wrong={
                "bill-2338": say(
                    "10-bill-binds", "A bill is no law yet. Which text has been adopted for courts?"
                ),
                "unesco": say(
                    "10-recommendation-binds",
                    "A recommendation lays no duties on a court. Which text does?",
                ),
                "eu-ai-act": say(
                    "10-act-everywhere",
                    "The AI Act binds where a system is offered or used in the Union, or its "
                    "output is used there. Is that so here?",
                ),
            },
        )
    with part():
        expect.choice(
            canada_department,
            right="department",
            wrong={
                "optional": say(
                    "10-only-statutes",
                    "Not only a parliament can lay duties on a department. Look at the force of "
                    "the text in the table.",
                ),
                "courts-too": say(
                    "10-directive-courts",
                    "Read the row of the directive again: on which bodies does it lay duties?",
                ),
                "since-june": say(
                    "10-directive-phase",
                    "In June 2026 a later phase began. From which day did the directive itself "
                    "apply?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia_ministry,
            right="other-rules",
            wrong={
                "free": say(
                    "10-no-act-no-rule",
                    "Must a ministry without a law on AI treat people equally, and give reasons?",
                ),
                "strictest": say(
                    "10-strictest-applies",
                    "A law binds on its own territory and where it says so itself, not because it "
                    "is strict.",
                ),
                "soft-law": say(
                    "10-soft-law-fills",
                    "The Recommendation helps to ask good questions. Does it become binding where "
                    "a law is missing?",
                ),
            },
        )


@exercise(
    "classes",
    points=3,
    hints=[
        say(
            "10-hint-classes-1",
            "Ask in the order of the tree: is it AI, is it prohibited, is the use listed, are "
            "people to be told?",
        ),
        say(
            "10-hint-classes-2",
            "The use decides. Neither the name of the tool nor the person who signs does.",
        ),
    ],
)
def classes(paraguay, guatemala, dominican_republic, cote_d_ivoire, samoa, pakistan):
    with part():
        expect.choice(
            paraguay,
            right="minimal",
            wrong={
                "high-risk": say(
                    "10-area-is-high",
                    "Paraguay: does it decide about the benefit, or does it carry the letter?",
                ),
                "transparency": say(
                    "10-paraguay-contact",
                    "Paraguay: does anybody talk to it, or read what it wrote?",
                ),
                "exempted": say(
                    "10-paraguay-listed",
                    "Paraguay: an exemption needs a use that is listed. Does it evaluate requests?",
                ),
                "prohibited": say(
                    "10-paraguay-banned", "Paraguay: which practice of Article 5 would it be?"
                ),
                "not-ai": say(
                    "10-paraguay-ai",
                    "Paraguay: a language model learned from data. Did people write its rules?",
                ),
            },
        )
    with part():
        expect.choice(
            guatemala,
            right="high-risk",
            wrong={
                "exempted": say(
                    "10-draft-preparatory",
                    "Guatemala: does a draft of the reasons leave the substance of the judgment "
                    "untouched?",
                ),
                "minimal": HUMAN,
                "transparency": say(
                    "10-guatemala-also",
                    "Guatemala: duties to mark output may come in addition. Is there a stricter "
                    "class?",
                ),
                "prohibited": say(
                    "10-guatemala-banned",
                    "Guatemala: help for judges is strictly regulated. Is it in Article 5?",
                ),
                "not-ai": say("10-guatemala-ai", "Guatemala: how does the tool come to its draft?"),
            },
        )
    with part():
        expect.choice(
            dominican_republic,
            right="not-ai",
            wrong={
                "high-risk": say(
                    "10-harsh-is-ai",
                    "Dominican Republic: the effect is the same as in Annex III. But does the "
                    "program infer anything?",
                ),
                "prohibited": say(
                    "10-automatic-banned",
                    "Dominican Republic: a decision without a clerk raises other law. Is it in "
                    "Article 5?",
                ),
                "exempted": say(
                    "10-rules-exempted",
                    "Dominican Republic: an exemption is for AI systems. Is this one?",
                ),
                "minimal": say(
                    "10-rules-minimal",
                    "Dominican Republic: this class is for AI systems. What is the first question "
                    "of the tree?",
                ),
                "transparency": say(
                    "10-rules-transparency",
                    "Dominican Republic: Article 50 is about AI systems. Is this one?",
                ),
            },
        )
    with part():
        expect.choice(
            cote_d_ivoire,
            right="transparency",
            wrong={
                "minimal": NOT_FREE,
                "high-risk": say(
                    "10-voice-high",
                    "Côte d'Ivoire: does it decide on somebody's service, or tell a tariff?",
                ),
                "prohibited": say(
                    "10-voice-banned",
                    "Côte d'Ivoire: callers are not told. Which duty is missing, and does telling "
                    "them put it right?",
                ),
                "exempted": say(
                    "10-voice-exempted", "Côte d'Ivoire: which point of Annex III would list it?"
                ),
                "not-ai": say(
                    "10-voice-ai", "Côte d'Ivoire: how does it understand what callers say?"
                ),
            },
        )
    with part():
        expect.choice(
            samoa,
            right="prohibited",
            wrong={
                "high-risk": say(
                    "10-emotions-where",
                    "Samoa: elsewhere that would be the class. Where are the cameras, and on whom?",
                ),
                "transparency": say(
                    "10-consent-cures",
                    "Samoa: can a student refuse, and does Article 5 know an exception for "
                    "information or consent?",
                ),
                "exempted": say(
                    "10-emotions-exempted",
                    "Samoa: which question of the tree comes before Annex III?",
                ),
                "minimal": say(
                    "10-emotions-minimal",
                    "Samoa: look at the list of practices in section 3, then at the place.",
                ),
                "not-ai": say(
                    "10-emotions-ai", "Samoa: how does the system know what a face expresses?"
                ),
            },
        )
    with part():
        expect.choice(
            pakistan,
            right="high-risk",
            wrong={
                "exempted": say(
                    "10-small-task-profiling",
                    "Pakistan: does the model build a picture of the household? What does Article "
                    "6(3) say then?",
                ),
                "minimal": say(
                    "10-pakistan-officer",
                    "Pakistan: an officer decides, after seeing the score. Does that take it off "
                    "the list?",
                ),
                "prohibited": say(
                    "10-every-score-social",
                    "Pakistan: a score is social scoring if it harms people in another context or "
                    "out of proportion. Is that so here?",
                ),
                "transparency": say(
                    "10-pakistan-told",
                    "Pakistan: nobody talks to it. What does it evaluate, and for what?",
                ),
                "not-ai": say(
                    "10-pakistan-ai", "Pakistan: what does the model learn its score from?"
                ),
            },
        )


@exercise(
    "flip",
    points=1,
    hints=[
        say("10-hint-flip", "Section 4 of the lesson lists the answers that change the class."),
    ],
)
def flip(makes_high_risk, exempts):
    with part():
        expect.choice(
            makes_high_risk,
            right="entitlement",
            wrong={
                "larger-model": TECHNOLOGY,
                "no-clerk": HUMAN,
                "ten-times": say(
                    "10-size-class",
                    "More letters make a mistake more costly. Does the law on this use count them?",
                ),
            },
        )
    with part():
        expect.choice(
            exempts,
            right="small",
            wrong={
                "officer": HUMAN,
                "open-code": say(
                    "10-open-source",
                    "Does an open licence take anything out that is listed in Annex III?",
                ),
                "agreed": say(
                    "10-consent-exempts",
                    "Can somebody who needs the benefit refuse? Look for consent in Article 6(3).",
                ),
            },
        )


@exercise(
    "days",
    points=1.5,
    hints=[
        say(
            "10-hint-days",
            "For each system find the provision first: Annex III, Article 50, or Article 5. Then "
            "look for its date in section 5.",
        ),
    ],
)
def days(allowance_day, assistant_day, images_day):
    options = ["2026-08-02", "2026-12-02", "2027-12-02", "2028-08-02", "2030-08-02"]
    with part():
        expect.choice(
            allowance_day,
            right="2027-12-02",
            wrong={
                "2026-08-02": OLD_DATE,
                "2026-12-02": say(
                    "10-allowance-ban", "On that day two prohibitions begin. Is this one of them?"
                ),
                "2028-08-02": say(
                    "10-allowance-annex-i",
                    "That is the day for products under Annex I. Where are benefits listed?",
                ),
                "2030-08-02": say(
                    "10-allowance-older",
                    "That day is for systems that were in service before. This one comes in 2028.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            assistant_day,
            right="2026-08-02",
            wrong={
                "2026-12-02": say(
                    "10-assistant-marking",
                    "Until that day older systems could go without marks that machines read. The "
                    "question is about telling callers.",
                ),
                "2027-12-02": say(
                    "10-assistant-postponed",
                    "The rules on high risk were postponed. Was Article 50?",
                ),
                "2028-08-02": say(
                    "10-assistant-product", "That is the day for products. Is a call a product?"
                ),
                "2030-08-02": say(
                    "10-assistant-older",
                    "That day is for older high-risk systems of public authorities.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            images_day,
            right="2026-12-02",
            wrong={
                "2026-08-02": say(
                    "10-images-at-once",
                    "The amendment came into force in July 2026, but gave this prohibition a day "
                    "of its own.",
                ),
                "2027-12-02": say(
                    "10-images-high",
                    "That is the day for high risk. Is this practice regulated, or prohibited?",
                ),
                "2028-08-02": say(
                    "10-images-product", "That is the day for products under Annex I."
                ),
                "2030-08-02": say(
                    "10-images-older", "A prohibition spares no older system for so long."
                ),
            },
            options=options,
        )


@exercise(
    "who",
    points=1,
    hints=[
        say(
            "10-hint-who",
            "The provider offers the system, the deployer uses it. The table in section 5 shows "
            "the duties of each.",
        ),
    ],
)
def who(assesses, builds_notice):
    with part():
        expect.choice(
            assesses,
            right="city",
            wrong={
                "firm": say(
                    "10-vendor-duty", "Who decides to use the system on people, and where?"
                ),
                "either": say(
                    "10-contract-moves",
                    "Can a contract move a duty that the law lays on one of the two?",
                ),
                "nobody": say(
                    "10-assessment-replaced",
                    "Article 27 can build on the data protection assessment. Can that replace it?",
                ),
            },
        )
    with part():
        expect.choice(
            builds_notice,
            right="maker",
            wrong={
                "user": say(
                    "10-notice-user",
                    "The regulator has other duties. Paragraph 1 is about how the system is built.",
                ),
                "caller": say(
                    "10-notice-caller",
                    "Must a caller have to ask? The duty is to inform, without a question.",
                ),
                "no-one": NOT_FREE,
            },
        )


@exercise(
    "chain",
    points=1,
    hints=[
        say(
            "10-hint-chain",
            "Think of one woman without a telephone. In which number is she counted, and which "
            "door is open to her?",
        ),
    ],
)
def chain(measure, remedy):
    with part():
        expect.choice(
            measure,
            right="coverage",
            wrong={
                "accuracy": say(
                    "10-measure-accuracy",
                    "A person who never applied is in no ranking. Who is missing from this share?",
                ),
                "approval": say(
                    "10-measure-approval",
                    "This share starts from those who applied. Whom does the chain speak of?",
                ),
                "complaints": say(
                    "10-measure-complaints",
                    "Few complaints can mean that complaining is hard. Who could send one here?",
                ),
            },
        )
    with part():
        expect.choice(
            remedy,
            right="in-person",
            wrong={
                "report": say(
                    "10-remedy-report",
                    "A report informs the public. What changes for this one woman?",
                ),
                "portal": say("10-remedy-portal", "With which device would she open the portal?"),
                "vendor": say(
                    "10-remedy-vendor",
                    "She never came into the model. Who can decide about her own case?",
                ),
            },
        )


@exercise(
    "bank-facts",
    points=1,
    hints=[
        say(
            "10-hint-bank-1",
            "Take the line in the cell and write one id between each pair of quotation marks.",
        ),
        say(
            "10-hint-bank-2",
            "Read the help on profiling in section 3: the model evaluates a person's reliability.",
        ),
    ],
)
def bank_facts(facts):
    expect.true(
        isinstance(facts, dict) and "ai-system" in facts,
        say(
            "10-facts-dict",
            "The facts are those of `desk` with some changed: begin with `desk |` and put the "
            "changed ones in braces.",
        ),
    )
    services = _ids(facts.get("services"))
    profiling = _ids(facts.get("profiling"))
    with part():
        expect.true(
            "forwarding" not in services,
            say(
                "10-facts-forwarding",
                "`services` still says that the system only forwards. Does the bank's model?",
            ),
        )
        expect.choice(
            ", ".join(services),
            right="credit",
            wrong={
                "benefits": say(
                    "10-credit-not-benefit",
                    "A loan is no public benefit to which a person is entitled. Which other answer "
                    "names what is estimated?",
                ),
                "benefit-fraud": say(
                    "10-credit-not-flag", "Nobody's claim is flagged here. What is estimated?"
                ),
                "financial-fraud": say(
                    "10-credit-not-fraud",
                    "To find fraud is another purpose. What does the loan officer want to know?",
                ),
                "legal-persons": say(
                    "10-traders-are-persons",
                    "Are traders without a contract companies, or persons?",
                ),
                "insurance": say("10-credit-not-insurance", "Nobody is insured. What is lent?"),
                "none": say(
                    "10-facts-officer",
                    "That an officer decides changes nothing here. What does the model estimate?",
                ),
            },
            options=[
                "benefits",
                "benefit-fraud",
                "credit",
                "emergency",
                "financial-fraud",
                "forecasts",
                "forwarding",
                "insurance",
                "legal-persons",
                "none",
            ],
        )
    with part():
        expect.choice(
            ", ".join(profiling),
            right="yes",
            wrong={
                "no": say(
                    "10-facts-profiling",
                    "Does the model evaluate something personal, such as whether somebody repays?",
                ),
                "": say(
                    "10-facts-no-profiling",
                    "There is no answer to `profiling` yet: add it inside the braces.",
                ),
            },
            options=["no", "yes"],
        )


def _ids(answer):
    """The ids in an answer: one, several with commas, or a list."""
    parts = answer.split(",") if isinstance(answer, str) else answer or []
    return [str(each).strip() for each in parts] if isinstance(parts, (list, tuple)) else []


DESK = {
    "ai-system": "yes",
    "scope": "none",
    "practices": "none",
    "product": "no",
    "areas": "services",
    "services": "forwarding",
    "contact": "no",
    "generated": "no",
    "published": "none",
    "sensed": "no",
}
ALLOWANCE = {**DESK, "services": "benefits", "profiling": "yes", "older-high-risk": "no"}
ASSISTANT = {**DESK, "contact": "yes"}
TODAY, LATER = date(2026, 11, 28), date(2027, 12, 2)


def _texts(value):
    """The texts that a learner's function returned, in a list."""
    is_list = isinstance(value, (list, tuple, set, frozenset))
    expect.true(
        is_list and all(isinstance(each, str) for each in value),
        say(
            "10-list-of-texts",
            'Your function gives {value}. A list of texts is asked for, as in `["a", "b"]`.',
            value=expect.short(value),
        ),
    )
    return list(value)


@exercise(
    "classes-on",
    points=1.5,
    hidden=True,
    hints=[
        say(
            "10-hint-on-1",
            "First `result = classify(facts, on=..., role=...)`, with the names of the "
            "function's arguments.",
        ),
        say(
            "10-hint-on-2",
            "A result has two lists of classes. Section 5 of the lesson shows both.",
        ),
    ],
)
def classes_on(function):
    now = _texts(expect.call(function, ALLOWANCE, TODAY))
    expect.true(
        "high-risk-annex-iii" not in now,
        say(
            "10-class-not-in-force",
            "On 28 November 2026 your function already names a class whose rules apply later. "
            "Which of the two lists looks at the day?",
        ),
    )
    expect.true(
        not any(each.startswith(("Article", "Annex")) for each in now),
        say("10-duties-for-classes", "These are places of duties or findings. Classes are asked."),
    )
    expect.true(
        not now,
        say(
            "10-nothing-yet",
            "For a high-risk system no class applies on 28 November 2026: the list should be "
            "empty then.",
        ),
    )
    later = _texts(expect.call(function, ALLOWANCE, LATER))
    expect.true(
        later,
        say(
            "10-day-ignored",
            "On 2 December 2027 the list is still empty: does your function use its argument "
            "`day`?",
        ),
    )
    expect.true(
        later == ["high-risk-annex-iii"],
        say(
            "10-classes-later",
            "From 2 December 2027 the allowance system has one class in force. Return the list "
            "of classes as the classifier names them.",
        ),
    )
    expect.true(
        _texts(expect.call(function, ASSISTANT, TODAY)) == ["transparency"],
        say(
            "10-only-high-risk",
            "A system that talks to people has a class in force too. Do you look for high risk "
            "only?",
        ),
    )


@exercise(
    "ways-to",
    points=1.5,
    hidden=True,
    hints=[
        say("10-hint-ways-1", "Begin with an empty list, `found = []`, before the loop."),
        say(
            "10-hint-ways-2", "In the loop: `if wanted in flip.classes:`, then `found.append(...)`."
        ),
        say("10-hint-ways-3", "`return found` has the same indentation as `for`."),
    ],
)
def ways_to(function):
    answer = expect.call(function, ALLOWANCE, TODAY, "transparency")
    pairs = _pairs(answer)
    expect.true(
        pairs,
        say(
            "10-ways-none",
            "For the allowance system your list is empty. A system can have several classes "
            "then: ask whether the wanted one is among them.",
        ),
    )
    expect.true(
        ("contact", ("no",)) not in pairs,
        say(
            "10-ways-before",
            "Your pairs hold the answer of today. The new answer is asked: `flip.after`.",
        ),
    )
    expect.count(
        len(pairs),
        6,
        mistakes={
            25: say(
                "10-ways-all",
                "These are all changes that lead to any other class. Keep those that lead to the "
                "wanted one.",
            ),
            19: say(
                "10-ways-opposite",
                "You kept the changes that do not lead to the wanted class, and left out those "
                "that do.",
            ),
            1: say(
                "10-ways-first",
                "Only one way is returned. Does `return` stand inside the loop?",
            ),
        },
        otherwise=say(
            "10-ways-number",
            "The number of ways for the allowance system is not right. Look at the condition.",
        ),
    )
    fear = _pairs(expect.call(function, DESK, TODAY, "prohibited"))
    expect.true(
        ("contact", ("yes",)) not in fear,
        say(
            "10-ways-fixed",
            "For another wanted class the list stays the same: does your function use `wanted` "
            "and `facts`?",
        ),
    )
    expect.count(
        len(fear),
        10,
        otherwise=say(
            "10-ways-desk",
            "For the desk and the class `prohibited` the number of ways is not right: does your "
            "function use all its arguments?",
        ),
    )


def _pairs(value):
    """The different pairs of question and answers in what a learner's function returned."""
    is_list = isinstance(value, (list, tuple, set, frozenset))
    expect.true(
        is_list,
        say("10-ways-list", "A list is asked for: begin with `found = []`, and return it."),
    )
    expect.true(
        all(isinstance(each, (tuple, list)) and len(each) == 2 for each in value),
        say(
            "10-ways-pairs",
            "Each entry should be a pair in brackets: the question, a comma, the new answer.",
        ),
    )
    return {(str(name), tuple(_ids(after))) for name, after in value}


@exercise(
    "duties-on",
    points=1.5,
    hidden=True,
    hints=[
        say("10-hint-duties-1", "Section 5 shows the line: a list of `due.duty.place` for each."),
        say(
            "10-hint-duties-2",
            "To leave some out, put the condition at the end: `... if due.duty.verified]`.",
        ),
    ],
)
def duties_on(function):
    now = _texts(expect.call(function, ALLOWANCE, "public-body", TODAY))
    expect.count(
        len(now),
        1,
        mistakes={
            10: say(
                "10-duties-later",
                "On 28 November 2026 these duties are still to come. Which list of the result "
                "holds those that apply on the day?",
            ),
            11: say(
                "10-duties-both",
                "You joined what applies on the day with what comes later. Keep the first.",
            ),
            12: say(
                "10-duties-later-all",
                "These are the duties that come later, and some have a day that is not verified.",
            ),
            13: say(
                "10-duties-fixed-day",
                "These are the duties of another day, with some that are not verified: use `day`.",
            ),
            0: say(
                "10-duties-none",
                "On 28 November 2026 one duty already applies to everybody who uses AI. Your "
                "list is empty.",
            ),
        },
    )
    later = _texts(expect.call(function, ALLOWANCE, "public-body", LATER))
    expect.count(
        len(later),
        11,
        mistakes={
            13: say(
                "10-duties-unverified",
                "Some of these duties have a day on which the sources disagree. Leave them out.",
            ),
            2: say(
                "10-duties-turned",
                "You kept the duties that are not verified, and left out the others.",
            ),
            1: say(
                "10-duties-day-ignored",
                "The list is the same as a year before: does your function use `day`?",
            ),
            9: say(
                "10-duties-role-fixed",
                "These are the duties of a private deployer: does your function use `role`?",
            ),
            3: say(
                "10-duties-provider", "These are the duties of a provider: use the argument `role`."
            ),
            0: say(
                "10-duties-empty-later", "On 2 December 2027 your list is empty. Use `.duties`."
            ),
        },
    )
    expect.count(
        len(_texts(expect.call(function, ALLOWANCE, "deployer", LATER))),
        9,
        mistakes={
            11: say(
                "10-duties-role-ignored",
                "A private deployer has fewer duties than a public body: does your function use "
                "`role`?",
            ),
        },
    )


@exercise(
    "binding-table",
    points=1.5,
    hidden=True,
    hints=[
        say(
            "10-hint-table-1",
            "Begin with `table = {{}}`, then go through the countries with `for`.",
        ),
        say(
            "10-hint-table-2",
            "In the loop: `table[country] = [law.title for law in ...]`, with the condition at "
            "the end.",
        ),
    ],
)
def binding_table(function):
    countries = ["brazil", "colombia", "chile", "canada"]
    courts = _table(expect.call(function, countries, "court", TODAY), countries)
    expect.count(
        len(courts["canada"]),
        0,
        otherwise=say(
            "10-table-institution",
            "For courts in Canada the list should be empty: does your function use `institution`?",
        ),
    )
    expect.count(
        len(courts["brazil"]),
        1,
        mistakes={
            2: say(
                "10-table-unverified",
                "One text for Brazil's courts is not verified. Keep a text only if "
                "`law.verified` is true.",
            ),
            3: say(
                "10-table-bills",
                "Your table holds texts that bind no court, such as a bill. `what_binds` leaves "
                "these out.",
            ),
            0: say(
                "10-table-none",
                "A verified text binds the courts of Brazil on 28 November 2026, and your table "
                "has none.",
            ),
        },
    )
    expect.true(
        courts["brazil"][0].startswith("Resolution 615"),
        say(
            "10-table-title",
            "Write the titles of the texts, `law.title`. The text for Brazil's courts has "
            "another one.",
        ),
    )
    expect.count(len(courts["colombia"]), 1)
    expect.count(len(courts["chile"]), 0)
    before = _table(expect.call(function, ["colombia"], "court", date(2025, 9, 29)), ["colombia"])
    expect.count(
        len(before["colombia"]),
        0,
        otherwise=say(
            "10-table-day",
            "On 29 September 2025 no verified text bound the courts of Colombia: does your "
            "function use `day`?",
        ),
    )


def _table(value, countries):
    """The lists of titles by country in what a learner's function returned."""
    expect.true(
        isinstance(value, dict),
        say("10-table-dict", "A dictionary is asked for: begin with `table = {{}}` and return it."),
    )
    expect.true(
        set(value) == set(countries),
        say(
            "10-table-countries",
            "The table should have one row for each country asked for, also where the list is "
            "empty.",
        ),
    )
    expect.true(
        all(isinstance(titles, (list, tuple)) for titles in value.values()),
        say("10-table-lists", "Each country should have a list of titles, even of one title."),
    )
    expect.true(
        all(isinstance(title, str) for titles in value.values() for title in titles),
        say("10-table-texts", "Each entry should be the title of a text: `law.title`."),
    )
    return value
