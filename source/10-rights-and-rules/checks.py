"""What each exercise of module 10 must satisfy, and what to say when it does not."""

from datetime import date

from course.checking import exercise, expect, part, say


# Sentences that several exercises share; `field` is the name of the answer.
def _human(field):
    return say(
        "10-human-saves",
        "`{field}`: does the law ask who decides at the end? Look for what the tool does before "
        "that.",
        field=field,
    )


def _technology(field):
    return say(
        "10-technology-class",
        "`{field}`: the kind of model gives no class. For what purpose is the system used, and "
        "what does it evaluate?",
        field=field,
    )


def _not_free(field):
    return say(
        "10-not-high-free",
        "`{field}`: not every duty depends on high risk. Which duty begins when people talk to a "
        "machine?",
        field=field,
    )


def _old_date(field):
    return say(
        "10-old-dates",
        "`{field}`: this was the day before the amendment of July 2026. Look at the dates in "
        "section 5.",
        field=field,
    )


# Self-checks of the lesson.
@exercise(
    "quick-binding",
    because=say(
        "10-quick-binding-why",
        "Joint Directive 007 binds all five kinds of body in the list. A bill is not adopted, a "
        "recommendation only asks, and a treaty binds only states that have ratified it.",
    ),
)
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


@exercise(
    "quick-chain",
    because=say(
        "10-quick-chain-why",
        "A share within each language shows whether requests in Kichwa go astray more often than "
        "those in Spanish. Among all requests, and among the errors too, a small group hardly "
        "shows.",
    ),
)
def quick_chain(key):
    expect.choice(
        key,
        right="by-language",
        wrong={
            "all-requests": say(
                "10-quick-all",
                "A share of all requests hides a small group. Whose requests could go astray?",
            ),
            "read-again": say(
                "10-quick-read-again",
                "This counts what the ministry does against the harm. Would it show to which office "
                "the requests went?",
            ),
            "among-errors": say(
                "10-quick-among",
                "This share is small if few people write in Kichwa, even if all their requests go "
                "astray. Out of which requests should the share be?",
            ),
        },
    )


@exercise(
    "quick-class",
    because=say(
        "10-quick-class-why",
        "Article 50(1) is about systems with which people talk: they must learn that it is AI, "
        "unless this is obvious. Which model it is, or whether a clerk looks on, does not matter "
        "for it.",
    ),
)
def quick_class(key):
    expect.choice(
        key,
        right="chat",
        wrong={
            "other-model": _technology("brings_duties"),
            "clerk-leaves": say(
                "10-quick-clerk",
                "Article 50 asks whether people meet the system. Does a clerk change that?",
            ),
            "keeps-requests": say(
                "10-quick-keeps",
                "That is a question of data protection (section 6). When does Article 50 apply?",
            ),
        },
    )


@exercise("quick-day")
def quick_day(number):
    expect.count(
        number,
        2027,
        mistakes={
            2026: _old_date("first_year"),
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
    because=say(
        "10-binding-why",
        "Resolution 615 binds courts in Brazil; the directive has bound federal departments in "
        "Canada, not courts, since 1 April 2020. Where no law on AI exists, constitution, "
        "treaties and administrative law still bind.",
    ),
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
                    "10-bill-binds",
                    "`brazil_court`: a bill is not yet law. Which text has been adopted for courts?",
                ),
                "unesco": say(
                    "10-recommendation-binds",
                    "`brazil_court`: a recommendation lays no duties on a court. Which text does?",
                ),
                "eu-ai-act": say(
                    "10-act-everywhere",
                    "`brazil_court`: the AI Act follows the supplier into the Union. Is this tool "
                    "used there, or its output?",
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
                    "`canada_department`: not only a parliament can lay duties on a department. "
                    "Look at the force of the text in the table.",
                ),
                "courts-too": say(
                    "10-directive-courts",
                    "`canada_department`: read the row of the directive again. On which bodies "
                    "does it lay duties?",
                ),
                "since-june": say(
                    "10-directive-phase",
                    "`canada_department`: read what section 1 says of Canada. From which day have "
                    "departments had to follow the directive?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia_ministry,
            right="other-rules",
            wrong={
                "own-policy": say(
                    "10-no-act-no-rule",
                    "`gambia_ministry`: must a ministry without a law on AI treat people equally, "
                    "and give reasons?",
                ),
                "supplier-law": say(
                    "10-supplier-law",
                    "`gambia_ministry`: the supplier must follow the law of its country. Does that "
                    "law bind a ministry elsewhere?",
                ),
                "soft-law": say(
                    "10-soft-law-fills",
                    "`gambia_ministry`: the Recommendation helps to ask good questions. Does it "
                    "become binding where a law is missing?",
                ),
            },
        )


@exercise(
    "classes",
    points=3,
    because=say(
        "10-classes-why",
        "Annex III lists help with judgments and scores for benefit claims; Article 5 prohibits "
        "reading students' emotions; callers must learn that a voice is AI (Article 50). "
        "Forwarding evaluates nobody, and fixed rules infer nothing.",
    ),
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
    keys = [paraguay, guatemala, dominican_republic, cote_d_ivoire, samoa, pakistan]
    is_same = all(isinstance(key, str) for key in keys) and len(set(keys)) == 1
    expect.true(
        not is_same,
        say("10-one-class", "All six have the same key. The systems differ: judge each of them."),
    )
    with part():
        expect.choice(
            paraguay,
            right="minimal",
            wrong={
                "high-risk": say(
                    "10-area-is-high",
                    "`paraguay`: does it decide about the benefit, or does it carry the letter?",
                ),
                "transparency": say(
                    "10-paraguay-contact",
                    "`paraguay`: does anybody talk to it, or read what it wrote?",
                ),
                "exempted": say(
                    "10-paraguay-listed",
                    "`paraguay`: an exemption needs a use that is listed. Does it evaluate requests?",
                ),
                "prohibited": say(
                    "10-paraguay-banned", "`paraguay`: which practice of Article 5 would it be?"
                ),
                "not-ai": say(
                    "10-paraguay-ai",
                    "`paraguay`: a language model learned from data. Did people write its rules?",
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
                    "`guatemala`: does a draft of the reasons leave the substance of the judgment "
                    "untouched?",
                ),
                "minimal": _human("guatemala"),
                "transparency": say(
                    "10-guatemala-also",
                    "`guatemala`: duties to mark output may come in addition. Is there a stricter "
                    "class?",
                ),
                "prohibited": say(
                    "10-guatemala-banned",
                    "`guatemala`: help for judges is strictly regulated. Is it in Article 5?",
                ),
                "not-ai": say(
                    "10-guatemala-ai", "`guatemala`: how does the tool come to its draft?"
                ),
            },
        )
    with part():
        expect.choice(
            dominican_republic,
            right="not-ai",
            wrong={
                "high-risk": say(
                    "10-harsh-is-ai",
                    "`dominican_republic`: the effect is the same as in Annex III. But does the "
                    "program infer anything?",
                ),
                "prohibited": say(
                    "10-automatic-banned",
                    "`dominican_republic`: a decision without a clerk raises questions of other law. Is it in "
                    "Article 5?",
                ),
                "exempted": say(
                    "10-rules-exempted",
                    "`dominican_republic`: an exemption is for AI systems. Is this one?",
                ),
                "minimal": say(
                    "10-rules-minimal",
                    "`dominican_republic`: this class is for AI systems. What is the first question "
                    "of the tree?",
                ),
                "transparency": say(
                    "10-rules-transparency",
                    "`dominican_republic`: Article 50 is about AI systems. Is this one?",
                ),
            },
        )
    with part():
        expect.choice(
            cote_d_ivoire,
            right="transparency",
            wrong={
                "minimal": _not_free("cote_d_ivoire"),
                "high-risk": say(
                    "10-voice-high",
                    "`cote_d_ivoire`: does it decide on somebody's service, or tell a tariff?",
                ),
                "prohibited": say(
                    "10-voice-banned",
                    "`cote_d_ivoire`: callers are not told. Which duty was not met, and does telling "
                    "them put it right?",
                ),
                "exempted": say(
                    "10-voice-exempted", "`cote_d_ivoire`: which point of Annex III would list it?"
                ),
                "not-ai": say(
                    "10-voice-ai", "`cote_d_ivoire`: how does it understand what callers say?"
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
                    "`samoa`: elsewhere that would be the class. Where are the cameras, and on whom?",
                ),
                "transparency": say(
                    "10-consent-cures",
                    "`samoa`: can a student refuse, and does Article 5 have an exception for "
                    "information or consent?",
                ),
                "exempted": say(
                    "10-emotions-exempted",
                    "`samoa`: which question of the tree comes before Annex III?",
                ),
                "minimal": say(
                    "10-emotions-minimal",
                    "`samoa`: look at the list of practices in section 3, then at the place.",
                ),
                "not-ai": say(
                    "10-emotions-ai", "`samoa`: how does the system know what a face expresses?"
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
                    "`pakistan`: does the model build a picture of the household? What does Article "
                    "6(3) say then?",
                ),
                "minimal": say(
                    "10-pakistan-officer",
                    "`pakistan`: an officer decides, after seeing the score. Does that take it off "
                    "the list?",
                ),
                "prohibited": say(
                    "10-every-score-social",
                    "`pakistan`: a score is social scoring if it harms people in another context or "
                    "out of proportion. Is that so here?",
                ),
                "transparency": say(
                    "10-pakistan-told",
                    "`pakistan`: nobody talks to it. What does it evaluate, and for what?",
                ),
                "not-ai": say(
                    "10-pakistan-ai", "`pakistan`: what does the model learn its score from?"
                ),
            },
        )


@exercise(
    "flip",
    points=1,
    because=say(
        "10-flip-why",
        "Annex III, point 5(a) lists systems that assess whether a person is entitled to a "
        "benefit. A suggestion to the officer makes such an assessment. A search for duplicates "
        "is a narrow procedural task under Article 6(3): it assesses nobody.",
    ),
    hints=[
        say("10-hint-flip", "Section 4 of the lesson lists the answers that change the class."),
    ],
)
def flip(makes_high_risk, exempts):
    with part():
        expect.choice(
            makes_high_risk,
            right="suggests",
            wrong={
                "larger-model": _technology("makes_high_risk"),
                "no-clerk": _human("makes_high_risk"),
                "voice": say(
                    "10-voice-forwards",
                    "`makes_high_risk`: people must then be told (Article 50). Does it evaluate "
                    "who is entitled?",
                ),
            },
        )
    with part():
        expect.choice(
            exempts,
            right="duplicates",
            wrong={
                "officer": _human("exempts"),
                "accurate": say(
                    "10-accuracy-exempts",
                    "`exempts`: a low error rate is good. Is it one of the four tasks of Article "
                    "6(3)?",
                ),
                "advice": say(
                    "10-advice-exempts",
                    "`exempts`: a score evaluates a person and influences the officer, even as advice. What does Article 6(3) say of that?",
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
            _day("allowance_day", allowance_day),
            right="2027-12-02",
            wrong={
                "2026-08-02": _old_date("allowance_day"),
                "2026-12-02": say(
                    "10-allowance-ban",
                    "`allowance_day`: on that day two prohibitions begin. Is this one of them?",
                ),
                "2028-08-02": say(
                    "10-allowance-annex-i",
                    "`allowance_day`: that is the day for products under Annex I. Where are "
                    "benefits listed?",
                ),
                "2030-08-02": say(
                    "10-allowance-older",
                    "`allowance_day`: that day is for systems that were in service before. This "
                    "one comes in 2028.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            _day("assistant_day", assistant_day),
            right="2026-08-02",
            wrong={
                "2026-12-02": say(
                    "10-assistant-marking",
                    "`assistant_day`: until that day, older systems can go without marks that "
                    "machines read. The question is about telling callers.",
                ),
                "2027-12-02": say(
                    "10-assistant-postponed",
                    "`assistant_day`: the rules on high risk were postponed. Was Article 50?",
                ),
                "2028-08-02": say(
                    "10-assistant-product",
                    "`assistant_day`: that is the day for products. Is a call a product?",
                ),
                "2030-08-02": say(
                    "10-assistant-older",
                    "`assistant_day`: that day is for older high-risk systems of public "
                    "authorities.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            _day("images_day", images_day),
            right="2026-12-02",
            wrong={
                "2026-08-02": say(
                    "10-images-at-once",
                    "`images_day`: the amendment came into force in July 2026, but gave this "
                    "prohibition a day of its own.",
                ),
                "2027-12-02": say(
                    "10-images-high",
                    "`images_day`: that is the day for high risk. Is this practice regulated, or "
                    "prohibited?",
                ),
                "2028-08-02": say(
                    "10-images-product",
                    "`images_day`: that is the day for products under Annex I.",
                ),
                "2030-08-02": say(
                    "10-images-older",
                    "`images_day`: that day is for older high-risk systems. Is this practice "
                    "high-risk, or prohibited?",
                ),
            },
            options=options,
        )


def _day(name, value):
    """A day as text: a date is written as the options are."""
    expect.true(
        not isinstance(value, int) or not 1900 < value < 2100,
        say(
            "10-day-subtracted",
            "`{name}` is {value}: without quotation marks Python subtracts the month and the day "
            "from the year. Write the day in straight quotation marks.",
            name=name,
            value=str(value),
        ),
    )
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else value


@exercise(
    "who",
    points=1,
    because=say(
        "10-who-why",
        "Article 27 lays the assessment on the deployer, the body that uses a high-risk system, "
        "and a contract cannot move it. Article 50(1) is about how the system is made, so it "
        "addresses the provider.",
    ),
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
                    "10-vendor-duty",
                    "`assesses`: who decides to use the system on people, and where?",
                ),
                "either": say(
                    "10-contract-moves",
                    "`assesses`: can a contract move a duty that the law lays on one of the two?",
                ),
                "neither": say(
                    "10-assessment-replaced",
                    "`assesses`: Article 27 can build on the data protection assessment. Can that "
                    "replace it?",
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
                    "`builds_notice`: the regulator has other duties. Paragraph 1 is about how the "
                    "system is designed.",
                ),
                "both": say(
                    "10-notice-both",
                    "`builds_notice`: section 5 names one role for Article 50(1). Which?",
                ),
                "no-one": _not_free("builds_notice"),
            },
        )


@exercise(
    "chain",
    points=1,
    because=say(
        "10-chain-why",
        "The harm falls on entitled women who could not apply, so the share must start from all "
        "who are entitled. Without a telephone and without a refusal, she can only use a counter "
        "nearby.",
    ),
    hints=[
        say(
            "10-hint-chain",
            "Think of one woman without a telephone. In which number is she counted, and which "
            "door is open to her?",
        ),
    ],
)
def chain(indicator, remedy):
    with part():
        expect.choice(
            indicator,
            right="coverage",
            wrong={
                "recipients": say(
                    "10-measure-recipients",
                    "`indicator`: half of the recipients can be women while most entitled women "
                    "receive nothing. Out of whom should the share be?",
                ),
                "approval": say(
                    "10-measure-approval",
                    "`indicator`: this share starts from those who applied. Whom does the chain "
                    "speak of?",
                ),
                "phones": say(
                    "10-measure-phones",
                    "`indicator`: this number shows the cause. Which number shows that the benefit "
                    "was not paid?",
                ),
            },
        )
    with part():
        expect.choice(
            remedy,
            right="in-person",
            wrong={
                "hotline": say(
                    "10-remedy-hotline", "`remedy`: with which telephone would she call the line?"
                ),
                "weights": say(
                    "10-remedy-weights",
                    "`remedy`: the model ranks those who applied. What changes for a woman who "
                    "could not apply?",
                ),
                "court": say(
                    "10-remedy-court",
                    "`remedy`: nobody refused her anything, because she could not apply. What "
                    "would she contest?",
                ),
            },
        )


OLDER = say(
    "10-facts-older",
    "`older-high-risk`: the system starts in 2028. Do the high-risk rules apply by then?",
)


@exercise(
    "bank-facts",
    points=1,
    hints=[
        say(
            "10-hint-bank-1",
            "Section 3 has such a line for the allowance system. Take it, and ask for each of the "
            "three questions what is true of the bank.",
        ),
        say(
            "10-hint-bank-2",
            'The line with one gap: `bank = desk | {{"services": "___", "profiling": "yes", '
            '"older-high-risk": "no"}}`.',
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
    for name, answer in facts.items():
        expect.true(
            name in ("services", "profiling", "older-high-risk") or name in DESK,
            say(
                "10-facts-unknown",
                "“{name}” is none of the questions here. Write `services`, `profiling` and "
                "`older-high-risk`.",
                name=expect.short(name),
            ),
        )
        expect.true(
            name in ("services", "profiling", "older-high-risk") or _ids(answer) == [DESK[name]],
            say(
                "10-facts-other",
                "The answer to `{name}` is no longer that of `desk`. Change only `services`, and "
                "add `profiling` and `older-high-risk`.",
                name=name,
            ),
        )
    services = _ids(facts.get("services"))
    with part(2):
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
                    "`services`: a loan is no public benefit to which a person is entitled. Which "
                    "other answer names what is estimated?",
                ),
                "benefit-fraud": say(
                    "10-credit-not-flag",
                    "`services`: nobody's claim is flagged here. What is estimated?",
                ),
                "financial-fraud": say(
                    "10-credit-not-fraud",
                    "`services`: to find fraud is another purpose. What does the loan officer want "
                    "to know?",
                ),
                "legal-persons": say(
                    "10-traders-are-persons",
                    "`services`: are traders without a contract companies, or persons?",
                ),
                "insurance": say(
                    "10-credit-not-insurance", "`services`: nobody is insured. What is lent?"
                ),
                "none": say(
                    "10-facts-officer",
                    "`services`: that an officer decides does not take it off the list. What does "
                    "the model estimate?",
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
            ", ".join(_ids(facts.get("profiling"))),
            right="yes",
            wrong={
                "no": say(
                    "10-facts-profiling",
                    "`profiling`: does the model evaluate something personal, such as whether "
                    "somebody repays?",
                ),
                "": say(
                    "10-facts-no-profiling",
                    "There is no answer to `profiling` yet: add it inside the braces.",
                ),
            },
            options=["no", "yes"],
        )
    with part():
        expect.choice(
            ", ".join(_ids(facts.get("older-high-risk"))),
            right="no",
            wrong={
                "public-authorities": OLDER,
                "others": OLDER,
                "": say(
                    "10-facts-no-older",
                    "There is no answer to `older-high-risk` yet: add it inside the braces.",
                ),
            },
            options=["no", "public-authorities", "others"],
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
# None of these systems, days and institutions is one of the notebook's, so that a function that
# ignores an argument gives itself away: its value is the same where it should differ.
CREDIT = {**DESK, "services": "credit", "profiling": "yes", "older-high-risk": "no"}
CHAT = {**DESK, "contact": "yes"}
BOTH = {**CREDIT, "contact": "yes"}
OLD = {**BOTH, "older-high-risk": "public-authorities"}
IMAGES = {**CHAT, "practices": "intimate-images", "intimate-images": "purpose"}
POLICE = {**DESK, "practices": "live-identification", "live-identification": "police-live-public"}
EARLY, LATE = date(2026, 11, 1), date(2028, 1, 10)


def _ignored(name, value):
    """The message about an argument that changes nothing."""
    return say(
        "10-argument-ignored",
        "Your function gives {value} whatever `{name}` is. Its result should depend on `{name}`: "
        "is the argument used, and does `return` come only after the loop?",
        name=name,
        value=expect.short(value),
    )


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
    return sorted(value)


@exercise(
    "classes-on",
    points=1.5,
    hidden=True,
    hints=[
        say(
            "10-hint-on-1",
            "Classify first, with the names of the function's arguments and the role of a public "
            "body. A result has two lists of classes: section 5 of the lesson shows both.",
        ),
        say(
            "10-hint-on-2",
            'Two lines, with one gap: `result = classify(facts, on=day, role="public-body")`, '
            "then `return list(result.___)`.",
        ),
    ],
)
def classes_on(function):
    def found(facts, day):
        return _texts(expect.call(function, dict(facts), day))

    credit, chat, desk = found(CREDIT, LATE), found(CHAT, LATE), found(DESK, LATE)
    expect.true(
        not any(each.startswith(("Article", "Annex")) for each in [*credit, *chat]),
        say("10-duties-for-classes", "These are places of duties or findings. Return classes."),
    )
    expect.true(not credit == chat == desk, _ignored("facts", credit))
    images, banned = found(IMAGES, EARLY), found(IMAGES, LATE)
    before = found(CREDIT, EARLY)
    expect.true(not (before == credit and images == banned), _ignored("day", images))
    expect.true(
        before != credit,
        say(
            "10-class-not-in-force",
            "On 1 November 2026 your function already names a class whose rules apply later. "
            "Which of the two lists looks at the day?",
        ),
    )
    expect.true(
        chat,
        say(
            "10-only-high-risk",
            "For a system that talks to people your list is empty, although a class is in force. "
            "Do you look for high risk only?",
        ),
    )
    expect.true(
        len(found(BOTH, LATE)) != 1,
        say(
            "10-one-of-two",
            "A high-risk system that talks to people has two classes. Your function gives one of "
            "them.",
        ),
    )
    expect.true(
        found(POLICE, LATE),
        say(
            "10-role-provider",
            "For a practice that is prohibited to those who use it your list is empty. Which role "
            "does your function give?",
        ),
    )
    for facts, day, wanted, value in (
        (CREDIT, EARLY, [], before),
        (CREDIT, LATE, ["high-risk-annex-iii"], credit),
        (CHAT, LATE, ["transparency"], chat),
        (IMAGES, LATE, ["prohibited"], banned),
    ):
        expect.true(
            value == wanted,
            say(
                "10-classes-other",
                "On {day} your function gives {value} for a system with the answers {facts}. Return the classes in force, as the classifier names them.",
                day=str(day),
                value=expect.short(value),
                facts=", ".join(f"{name}: {facts[name]}" for name in ("services", "contact")),
            ),
        )


@exercise(
    "ways-to",
    points=1.5,
    hidden=True,
    hints=[
        say(
            "10-hint-ways-1",
            "Section 4 collects the changes that lead to no AI. Which words of that cell must "
            "become arguments of the function?",
        ),
        say(
            "10-hint-ways-2",
            "`found = []` comes before the loop, and `return found` has the same indentation as "
            "`for`.",
        ),
        say(
            "10-hint-ways-3",
            "The condition in the loop, with one gap: `if ___ in flip.classes:`.",
        ),
    ],
)
def ways_to(function):
    def found(facts, day, wanted):
        return _pairs(expect.call(function, dict(facts), day, wanted))

    told, banned = found(BOTH, EARLY, "transparency"), found(BOTH, EARLY, "prohibited")
    high = found(BOTH, EARLY, "high-risk-annex-iii")
    desk_told = found(DESK, EARLY, "transparency")
    desk_high = found(DESK, EARLY, "high-risk-annex-iii")
    no_ai = found(DESK, EARLY, "not-ai")
    expect.true(
        told or banned or high or desk_told or desk_high or no_ai,
        say(
            "10-ways-empty",
            "Your list is empty for each class that we tried. Is the name `wanted` written "
            "without quotation marks, and is a pair appended to the list?",
        ),
    )
    if no_ai == desk_told == desk_high:
        expect.true(
            len(told) < 22,
            say(
                "10-ways-all",
                "These are all changes that lead to any other class. Keep those that lead to the "
                "class `wanted`.",
            ),
        )
        expect.true(False, _ignored("wanted", sorted(told)))
    if max(map(len, (told, banned, high, desk_told, desk_high))) <= 1:
        expect.true(
            len(no_ai) != 1,
            say(
                "10-ways-first",
                "Your function stops at the first change. Give `return` the same indentation as "
                "`for`, so that it comes after the loop.",
            ),
        )
        expect.true(
            False,
            say(
                "10-ways-reset",
                "Your list keeps the last change at most. Is `found = []` inside the loop? Put it "
                "before the loop.",
            ),
        )
    expect.true(
        ("contact", ("no",)) not in desk_told,
        say(
            "10-ways-before",
            "Your pairs hold the answer of today. The new answer is asked for: `flip.after`.",
        ),
    )
    expect.true(not (told == desk_told and high == desk_high), _ignored("facts", sorted(told)))
    expect.true(
        len(told) != 2,
        say(
            "10-ways-none",
            "For a system that will have two classes some changes are missing. Ask whether the "
            "class `wanted` is among the classes, in any place.",
        ),
    )
    expect.true(
        len(told) != 17,
        say(
            "10-ways-opposite",
            "You kept the changes that do not lead to the class `wanted`, and left out those that "
            "do.",
        ),
    )
    later = found(BOTH, LATE, "transparency"), found(BOTH, LATE, "prohibited")
    expect.true(later != (told, banned), _ignored("day", sorted(told)))
    expect.true(
        len(banned) != 9,
        say(
            "10-ways-provider",
            "These are the changes for a provider. The role of a public body is asked for.",
        ),
    )
    expect.count(len(told), 5, otherwise=_other_ways(told, "transparency"))
    expect.count(len(banned), 10, otherwise=_other_ways(banned, "prohibited"))
    expect.count(len(desk_told), 6, otherwise=_other_ways(desk_told, "transparency"))
    expect.count(len(later[0]), 3, otherwise=_other_ways(later[0], "transparency"))


def _other_ways(pairs, wanted):
    return say(
        "10-ways-number",
        "For the class {wanted} your function finds {count} different pairs, and another number "
        "is right. Look at the condition in the loop.",
        wanted=wanted,
        count=str(len(pairs)),
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
        say(
            "10-hint-duties-1",
            "Section 5 prints such a list. Classify with the arguments of your function, and keep "
            "the line that leaves some duties out.",
        ),
        say(
            "10-hint-duties-2",
            "The line with one gap: `return [due.duty.place for due in result.___ if "
            "due.duty.verified]`.",
        ),
    ],
)
def duties_on(function):
    def found(facts, role, day):
        return _texts(expect.call(function, dict(facts), role, day))

    both = {
        (role, day): found(BOTH, role, day)
        for role in ("public-body", "provider")
        for day in (EARLY, LATE)
    }
    chat = {key: found(CHAT, *key) for key in both}
    early, late = both["public-body", EARLY], both["public-body", LATE]
    desk = {key: found(DESK, *key) for key in both}
    expect.true(
        any([*both.values(), *chat.values(), *desk.values()]),
        say(
            "10-duties-empty",
            "Your list is empty, whatever the facts, the role and the day are. One possible "
            "cause: `verified` is True or False, not a text. Write `if due.duty.verified`.",
        ),
    )
    expect.true(
        all(each.casefold().startswith("art") for each in late),
        say(
            "10-duties-places",
            "Your list holds {value}. Give the places in the law, such as “Article 26(1)”: which "
            "part of a duty names its place?",
            value=expect.short(late[:1]),
        ),
    )
    expect.true(
        any(len(each) != 1 for each in (*both.values(), *chat.values(), *desk.values())),
        say(
            "10-duties-first",
            "Your function always gives one place: for a public body on 10 January 2028 it gives "
            "{value}, where more duties apply. Does `return` come only after the loop?",
            value=expect.short(late),
        ),
    )
    expect.true(not both == chat == desk, _ignored("facts", late))
    expect.true(
        (both["provider", EARLY], both["provider", LATE]) != (early, late), _ignored("role", late)
    )
    if early == late and both["provider", EARLY] == both["provider", LATE]:
        expect.true(
            len(found(OLD, "public-body", LATE)) < 11,
            say(
                "10-duties-both",
                "You joined what applies on the day with what comes later. Keep the first.",
            ),
        )
        expect.true(False, _ignored("day", late))
    expect.true(
        len(early) not in (10, 12),
        say(
            "10-duties-later",
            "On 1 November 2026 these duties are still to come. Which list of the result holds "
            "those that apply on the day?",
        ),
    )
    expect.count(
        len(late),
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
        },
        otherwise=_other_duties(late, "public-body", LATE),
    )
    expect.count(len(early), 1, otherwise=_other_duties(early, "public-body", EARLY))
    maker = both["provider", EARLY]
    expect.count(len(maker), 2, otherwise=_other_duties(maker, "provider", EARLY))
    maker = both["provider", LATE]
    expect.count(len(maker), 4, otherwise=_other_duties(maker, "provider", LATE))
    deployer = found(BOTH, "deployer", LATE)
    expect.count(len(deployer), 10, otherwise=_other_duties(deployer, "deployer", LATE))


def _other_duties(value, role, day):
    return say(
        "10-duties-other",
        "For the role {role} on {day} your function gives {value}. The places of all verified duties of that day are asked for.",
        role=role,
        day=str(day),
        value=expect.short(value),
    )


@exercise(
    "binding-table",
    points=1.5,
    hidden=True,
    hints=[
        say(
            "10-hint-table-1",
            "Begin with `table = {{}}`, then go through the countries with `for`. In the loop, "
            "store a list as section 1 does, with the condition that leaves texts out.",
        ),
        say(
            "10-hint-table-2",
            "The line in the loop, with one gap: `table[country] = [law.title for law in "
            "what_binds(country, institution, day) if ___]`.",
        ),
    ],
)
def binding_table(function):
    countries = ["brazil", "colombia", "united-states", "canada"]

    def found(institution, day):
        return _table(expect.call(function, list(countries), institution, day), countries)

    now, before = date(2026, 12, 15), date(2025, 9, 29)
    ministries, courts = found("executive", now), found("court", now)
    earlier = found("executive", before), found("court", before)
    everything = [*ministries.values(), *courts.values()]
    expect.true(
        any(everything),
        say(
            "10-table-none",
            "Your table has no text at all. On 15 December 2026 a verified text binds the "
            "ministries of Colombia.",
        ),
    )
    rows = [[list(titles) for titles in each.values()] for each in (ministries, courts)]
    is_fixed = all(titles == row[0] for row in rows for titles in row)
    expect.true(
        not is_fixed,
        say(
            "10-table-country",
            "Every country has the same list, {value}. Give `country`, the name in the loop, to "
            "`what_binds`.",
            value=expect.short(rows[1][0] or rows[0][0]),
        ),
    )
    expect.true(ministries != courts, _ignored("institution", courts["canada"]))
    expect.true(earlier != (ministries, courts), _ignored("day", ministries["colombia"]))
    expect.true(
        len(ministries["united-states"]) != 2 and len(ministries["brazil"]) != 1,
        say(
            "10-table-unverified",
            "Your table holds a text that is not verified. Keep a text only if `law.verified` is "
            "true.",
        ),
    )
    texts = ministries["brazil"]
    expect.count(len(texts), 0, otherwise=_other_texts(texts, "brazil", "executive"))
    texts = ministries["colombia"]
    expect.count(len(texts), 1, otherwise=_other_texts(texts, "colombia", "executive"))
    texts = ministries["united-states"]
    expect.count(len(texts), 1, otherwise=_other_texts(texts, "united-states", "executive"))
    texts = courts["brazil"]
    expect.count(len(texts), 1, otherwise=_other_texts(texts, "brazil", "court"))
    texts = courts["canada"]
    expect.count(len(texts), 0, otherwise=_other_texts(texts, "canada", "court"))
    title = courts["brazil"][0]
    expect.true(
        "615" in title and " " in title and "2025" not in title,
        say(
            "10-table-title",
            "Your table has “{value}” for Brazil's courts. Write the titles of the texts, "
            "`law.title`.",
            value=title,
        ),
    )
    expect.count(
        len(earlier[0]["colombia"]),
        0,
        otherwise=say(
            "10-table-day",
            "On 29 September 2025 no verified text bound the ministries of Colombia: give `day` "
            "to `what_binds`.",
        ),
    )


def _other_texts(titles, country, institution):
    return say(
        "10-table-other",
        "For {country}, {institution} and 15 December 2026 your table has {value}. The titles of all verified texts are asked for.",
        country=country,
        institution=institution,
        value=expect.short(titles),
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
            "Your table has the rows {value}. It should have one row for each country of the "
            "argument `countries`, even where the list is empty.",
            value=expect.short(sorted(map(str, value))),
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
