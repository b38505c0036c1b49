"""The checks of 10-rights-and-rules. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "10-rights-and-rules"

from datetime import date

from course.checking import exercise, expect, part, say


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
        right=Sealed("10-rights-and-rules/quick-binding", "66cd8f5233a8d04c2c2771a8a45cc6e4"), options=["bill", "convention", "directive", "unesco"],
        wrong={
            Sealed("10-rights-and-rules/quick-binding", "6cb14c4b836c34b97ee304874b8206d4"): say(
                "10-quick-bill", "A bill binds nobody before it is adopted. Look at its force."
            ),
            Sealed("10-rights-and-rules/quick-binding", "fe7c74bbfd688bf0ce982fa39c7645a3"): say(
                "10-quick-unesco",
                "States agreed to follow it, but it lays no duties on a body. Look at its force.",
            ),
            Sealed("10-rights-and-rules/quick-binding", "20f4ce36266b2bc55c4d247fb302bf4c"): say(
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
        right=Sealed("10-rights-and-rules/quick-chain", "1ee40eeaaf59f84aa83068966e330433"), options=["all-requests", "among-errors", "by-language", "read-again"],
        wrong={
            Sealed("10-rights-and-rules/quick-chain", "9e6c6a53f6bf78dd551ba0303072e680"): say(
                "10-quick-all",
                "A share of all requests hides a small group. Whose requests could go astray?",
            ),
            Sealed("10-rights-and-rules/quick-chain", "934e24589b18386141b4497d862cfa4f"): say(
                "10-quick-read-again",
                "This counts what the ministry does against the harm. Would it show to which office "
                "the requests went?",
            ),
            Sealed("10-rights-and-rules/quick-chain", "e76f559d7085e98c3b1123d17b3c5576"): say(
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
        right=Sealed("10-rights-and-rules/quick-class", "d86a5f1aba083adcfc999131fbaedf3e"), options=["chat", "clerk-leaves", "keeps-requests", "other-model"],
        wrong={
            Sealed("10-rights-and-rules/quick-class", "add46ba82f04a6356c16eb25be2204ce"): _technology("brings_duties"),
            Sealed("10-rights-and-rules/quick-class", "403ef4b24bdcdff11563e2956b3f7dd9"): say(
                "10-quick-clerk",
                "Article 50 asks whether people meet the system. Does a clerk change that?",
            ),
            Sealed("10-rights-and-rules/quick-class", "b3ac935b0ef0364b57fd7f333ae42713"): say(
                "10-quick-keeps",
                "That is a question of data protection (section 6). When does Article 50 apply?",
            ),
        },
    )


@exercise("quick-day")
def quick_day(number):
    expect.count(
        number,
        Sealed("10-rights-and-rules/quick-day", "d75c1b1ce699ce9195a8dcb9865ed47f"),
        mistakes={
            Sealed("10-rights-and-rules/quick-day", "7afb73a923efefcd4f30e9372fccd91d"): _old_date("first_year"),
            Sealed("10-rights-and-rules/quick-day", "ffb63238db8491dd4389994266ef53f2"): say(
                "10-quick-annex-i",
                "That is the year for products under Annex I. Where are public benefits listed?",
            ),
            Sealed("10-rights-and-rules/quick-day", "178e192404b5ed7fd7fce7a9bd5d5f5c"): say(
                "10-quick-older",
                "That is the year for systems that were already in service. This one is new.",
            ),
            Sealed("10-rights-and-rules/quick-day", "bb9c469940c7edcc2e661bf6bbd7cdb9"): say(
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
            right=Sealed("10-rights-and-rules/binding", "4b52c8b42018b6fe85569d2abeed8741"), options=["bill-2338", "cnj-615", "eu-ai-act", "unesco"],
            wrong={
                Sealed("10-rights-and-rules/binding", "810cfcedc9ce5e42ddd47fecd9879f74"): say(
                    "10-bill-binds",
                    "`brazil_court`: a bill is not yet law. Which text has been adopted for courts?",
                ),
                Sealed("10-rights-and-rules/binding", "5dff7d6c5dc87471933eb1af53fae13e"): say(
                    "10-recommendation-binds",
                    "`brazil_court`: a recommendation lays no duties on a court. Which text does?",
                ),
                Sealed("10-rights-and-rules/binding", "5ec349329dd7d4b8cf855c90b38337da"): say(
                    "10-act-everywhere",
                    "`brazil_court`: the AI Act follows the supplier into the Union. Is this tool "
                    "used there, or its output?",
                ),
            },
        )
    with part():
        expect.choice(
            canada_department,
            right=Sealed("10-rights-and-rules/binding", "cafc66d65c3ca3c919bd8bcb459fef20"), options=["courts-too", "department", "optional", "since-june"],
            wrong={
                Sealed("10-rights-and-rules/binding", "da7dc7ad880848a1946bc1ca1ae712cd"): say(
                    "10-only-statutes",
                    "`canada_department`: not only a parliament can lay duties on a department. "
                    "Look at the force of the text in the table.",
                ),
                Sealed("10-rights-and-rules/binding", "d04bd0966d381b8faed89260f743b287"): say(
                    "10-directive-courts",
                    "`canada_department`: read the row of the directive again. On which bodies "
                    "does it lay duties?",
                ),
                Sealed("10-rights-and-rules/binding", "c1e68022accdac22afbcdc45ccd3cc0d"): say(
                    "10-directive-phase",
                    "`canada_department`: read what section 1 says of Canada. From which day have "
                    "departments had to follow the directive?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia_ministry,
            right=Sealed("10-rights-and-rules/binding", "87ba1d7694845c383567d20c425f8e31"), options=["other-rules", "own-policy", "soft-law", "supplier-law"],
            wrong={
                Sealed("10-rights-and-rules/binding", "1a743f65e360ad481bbe8afb77303efe"): say(
                    "10-no-act-no-rule",
                    "`gambia_ministry`: must a ministry without a law on AI treat people equally, "
                    "and give reasons?",
                ),
                Sealed("10-rights-and-rules/binding", "669d2ba5c593183c6e78ede02e77d758"): say(
                    "10-supplier-law",
                    "`gambia_ministry`: the supplier must follow the law of its country. Does that "
                    "law bind a ministry elsewhere?",
                ),
                Sealed("10-rights-and-rules/binding", "1a12cde26054c37980cbab4450e79ac0"): say(
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
            right=Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-area-is-high",
                    "`paraguay`: does it decide about the benefit, or does it carry the letter?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-paraguay-contact",
                    "`paraguay`: does anybody talk to it, or read what it wrote?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-paraguay-listed",
                    "`paraguay`: an exemption needs a use that is listed. Does it evaluate requests?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-paraguay-banned", "`paraguay`: which practice of Article 5 would it be?"
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-paraguay-ai",
                    "`paraguay`: a language model learned from data. Did people write its rules?",
                ),
            },
        )
    with part():
        expect.choice(
            guatemala,
            right=Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-draft-preparatory",
                    "`guatemala`: does a draft of the reasons leave the substance of the judgment "
                    "untouched?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): _human("guatemala"),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-guatemala-also",
                    "`guatemala`: duties to mark output may come in addition. Is there a stricter "
                    "class?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-guatemala-banned",
                    "`guatemala`: help for judges is strictly regulated. Is it in Article 5?",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-guatemala-ai", "`guatemala`: how does the tool come to its draft?"
                ),
            },
        )
    with part():
        expect.choice(
            dominican_republic,
            right=Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-harsh-is-ai",
                    "`dominican_republic`: the effect is the same as in Annex III. But does the "
                    "program infer anything?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-automatic-banned",
                    "`dominican_republic`: a decision without a clerk raises questions of other law. Is it in "
                    "Article 5?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-rules-exempted",
                    "`dominican_republic`: an exemption is for AI systems. Is this one?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-rules-minimal",
                    "`dominican_republic`: this class is for AI systems. What is the first question "
                    "of the tree?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-rules-transparency",
                    "`dominican_republic`: Article 50 is about AI systems. Is this one?",
                ),
            },
        )
    with part():
        expect.choice(
            cote_d_ivoire,
            right=Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): _not_free("cote_d_ivoire"),
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-voice-high",
                    "`cote_d_ivoire`: does it decide on somebody's service, or tell a tariff?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-voice-banned",
                    "`cote_d_ivoire`: callers are not told. Which duty was not met, and does telling "
                    "them put it right?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-voice-exempted", "`cote_d_ivoire`: which point of Annex III would list it?"
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-voice-ai", "`cote_d_ivoire`: how does it understand what callers say?"
                ),
            },
        )
    with part():
        expect.choice(
            samoa,
            right=Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-emotions-where",
                    "`samoa`: elsewhere that would be the class. Where are the cameras, and on whom?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-consent-cures",
                    "`samoa`: can a student refuse, and does Article 5 have an exception for "
                    "information or consent?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-emotions-exempted",
                    "`samoa`: which question of the tree comes before Annex III?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-emotions-minimal",
                    "`samoa`: look at the list of practices in section 3, then at the place.",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-emotions-ai", "`samoa`: how does the system know what a face expresses?"
                ),
            },
        )
    with part():
        expect.choice(
            pakistan,
            right=Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-small-task-profiling",
                    "`pakistan`: does the model build a picture of the household? What does Article "
                    "6(3) say then?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-pakistan-officer",
                    "`pakistan`: an officer decides, after seeing the score. Does that take it off "
                    "the list?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-every-score-social",
                    "`pakistan`: a score is social scoring if it harms people in another context or "
                    "out of proportion. Is that so here?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-pakistan-told",
                    "`pakistan`: nobody talks to it. What does it evaluate, and for what?",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
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
            right=Sealed("10-rights-and-rules/flip", "ac4b2b1031b990da91992e0b96c501e1"), options=["larger-model", "no-clerk", "suggests", "voice"],
            wrong={
                Sealed("10-rights-and-rules/flip", "4f9cd5d4c3141269e22594eb84261d77"): _technology("makes_high_risk"),
                Sealed("10-rights-and-rules/flip", "def3696e3beaf8511b41f3b41a353a79"): _human("makes_high_risk"),
                Sealed("10-rights-and-rules/flip", "8b5eedaad05e6e7848d732136328b075"): say(
                    "10-voice-forwards",
                    "`makes_high_risk`: people must then be told (Article 50). Does it evaluate "
                    "who is entitled?",
                ),
            },
        )
    with part():
        expect.choice(
            exempts,
            right=Sealed("10-rights-and-rules/flip", "4fe71dbf935239d7290b4954d04b0373"), options=["accurate", "advice", "duplicates", "officer"],
            wrong={
                Sealed("10-rights-and-rules/flip", "abd8ace2d58b7b76bbd652a2811c6b0e"): _human("exempts"),
                Sealed("10-rights-and-rules/flip", "4fe9fac83fcedde976a7a635fbcd4dfe"): say(
                    "10-accuracy-exempts",
                    "`exempts`: a low error rate is good. Is it one of the four tasks of Article "
                    "6(3)?",
                ),
                Sealed("10-rights-and-rules/flip", "e07897d10cac5aa5dd138b54064fefbd"): say(
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
            right=Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"),
            wrong={
                Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"): _old_date("allowance_day"),
                Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"): say(
                    "10-allowance-ban",
                    "`allowance_day`: on that day two prohibitions begin. Is this one of them?",
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-allowance-annex-i",
                    "`allowance_day`: that is the day for products under Annex I. Where are "
                    "benefits listed?",
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
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
            right=Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"),
            wrong={
                Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"): say(
                    "10-assistant-marking",
                    "`assistant_day`: until that day, older systems can go without marks that "
                    "machines read. The question is about telling callers.",
                ),
                Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"): say(
                    "10-assistant-postponed",
                    "`assistant_day`: the rules on high risk were postponed. Was Article 50?",
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-assistant-product",
                    "`assistant_day`: that is the day for products. Is a call a product?",
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
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
            right=Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"),
            wrong={
                Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"): say(
                    "10-images-at-once",
                    "`images_day`: the amendment came into force in July 2026, but gave this "
                    "prohibition a day of its own.",
                ),
                Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"): say(
                    "10-images-high",
                    "`images_day`: that is the day for high risk. Is this practice regulated, or "
                    "prohibited?",
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-images-product",
                    "`images_day`: that is the day for products under Annex I.",
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
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
            right=Sealed("10-rights-and-rules/who", "048c3baaf282210e8ec8f037c5302a95"), options=["city", "either", "firm", "neither"],
            wrong={
                Sealed("10-rights-and-rules/who", "50a633f7734436574c9099c3a457fc63"): say(
                    "10-vendor-duty",
                    "`assesses`: who decides to use the system on people, and where?",
                ),
                Sealed("10-rights-and-rules/who", "1ffa137d87c66cfcb8b0bd9ed7291d78"): say(
                    "10-contract-moves",
                    "`assesses`: can a contract move a duty that the law lays on one of the two?",
                ),
                Sealed("10-rights-and-rules/who", "ae365556c9f04335970838ab84bd59be"): say(
                    "10-assessment-replaced",
                    "`assesses`: Article 27 can build on the data protection assessment. Can that "
                    "replace it?",
                ),
            },
        )
    with part():
        expect.choice(
            builds_notice,
            right=Sealed("10-rights-and-rules/who", "f6bbca143ff18fe64194d6c223c8c5ee"), options=["both", "maker", "no-one", "user"],
            wrong={
                Sealed("10-rights-and-rules/who", "6a8e5db19223c42984036cda47c3dc7b"): say(
                    "10-notice-user",
                    "`builds_notice`: the regulator has other duties. Paragraph 1 is about how the "
                    "system is designed.",
                ),
                Sealed("10-rights-and-rules/who", "c840b403ab65621e1a93b0cb9abc1b17"): say(
                    "10-notice-both",
                    "`builds_notice`: section 5 names one role for Article 50(1). Which?",
                ),
                Sealed("10-rights-and-rules/who", "eb0bafdcc4c2a277563d8b647f6be3de"): _not_free("builds_notice"),
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
            right=Sealed("10-rights-and-rules/chain", "b4d67f47116f50d4a474dc24b006ff67"), options=["approval", "coverage", "phones", "recipients"],
            wrong={
                Sealed("10-rights-and-rules/chain", "91f63391ae0ca7891466eefb2f162d0a"): say(
                    "10-measure-recipients",
                    "`indicator`: half of the recipients can be women while most entitled women "
                    "receive nothing. Out of whom should the share be?",
                ),
                Sealed("10-rights-and-rules/chain", "b89a8205639393a60d67f4d1ffa2fec0"): say(
                    "10-measure-approval",
                    "`indicator`: this share starts from those who applied. Whom does the chain "
                    "speak of?",
                ),
                Sealed("10-rights-and-rules/chain", "e0764907adf253f60c9debc4f6f5978b"): say(
                    "10-measure-phones",
                    "`indicator`: this number shows the cause. Which number shows that the benefit "
                    "was not paid?",
                ),
            },
        )
    with part():
        expect.choice(
            remedy,
            right=Sealed("10-rights-and-rules/chain", "0cd344c8ea8c8795d6d19595fb946390"), options=["court", "hotline", "in-person", "weights"],
            wrong={
                Sealed("10-rights-and-rules/chain", "5e9387d59b6caf06d5ce43cdc0ac7ca7"): say(
                    "10-remedy-hotline", "`remedy`: with which telephone would she call the line?"
                ),
                Sealed("10-rights-and-rules/chain", "288dabd2e0ec32c3d20cd7f77b9d0420"): say(
                    "10-remedy-weights",
                    "`remedy`: the model ranks those who applied. What changes for a woman who "
                    "could not apply?",
                ),
                Sealed("10-rights-and-rules/chain", "08692244bd312669b55ec0cefa21b27b"): say(
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
            right=Sealed("10-rights-and-rules/bank-facts", "89a740fd4a8a40ebd7a0b0bf4e03d0be"),
            wrong={
                Sealed("10-rights-and-rules/bank-facts", "2fd03e1eb001f239c78d0cfb87400a45"): say(
                    "10-credit-not-benefit",
                    "`services`: a loan is no public benefit to which a person is entitled. Which "
                    "other answer names what is estimated?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "909abf4c27302b6b9cec0c16e89f0745"): say(
                    "10-credit-not-flag",
                    "`services`: nobody's claim is flagged here. What is estimated?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "02e8810f3f1128a13e55b9482560326a"): say(
                    "10-credit-not-fraud",
                    "`services`: to find fraud is another purpose. What does the loan officer want "
                    "to know?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "8358071945d063193d9f8bcbb323ebda"): say(
                    "10-traders-are-persons",
                    "`services`: are traders without a contract companies, or persons?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "87875cc765a0c93a6588bffa20dbd803"): say(
                    "10-credit-not-insurance", "`services`: nobody is insured. What is lent?"
                ),
                Sealed("10-rights-and-rules/bank-facts", "388d8a0f70cf1c68cdbde5b2ac01209f"): say(
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
            right=Sealed("10-rights-and-rules/bank-facts", "4893977d7ae9ed5f6c8c33ca616473e1"),
            wrong={
                Sealed("10-rights-and-rules/bank-facts", "ea3a2a7df3fc8c4c11af9d5f2f555ee9"): say(
                    "10-facts-profiling",
                    "`profiling`: does the model evaluate something personal, such as whether "
                    "somebody repays?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "f4aa02840a018353c3efbf63b49e1dc6"): say(
                    "10-facts-no-profiling",
                    "There is no answer to `profiling` yet: add it inside the braces.",
                ),
            },
            options=["no", "yes"],
        )
    with part():
        expect.choice(
            ", ".join(_ids(facts.get("older-high-risk"))),
            right=Sealed("10-rights-and-rules/bank-facts", "ea3a2a7df3fc8c4c11af9d5f2f555ee9"),
            wrong={
                Sealed("10-rights-and-rules/bank-facts", "0ad5fd69daa14f0e8ca09bcc6005ca6a"): OLDER,
                Sealed("10-rights-and-rules/bank-facts", "c605e2ab46d1384e35d6d55b1ef9c4ab"): OLDER,
                Sealed("10-rights-and-rules/bank-facts", "f4aa02840a018353c3efbf63b49e1dc6"): say(
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
    expect.count(len(told), Sealed("10-rights-and-rules/ways-to", "931a86793884d555d40a918634ad0316"), otherwise=_other_ways(told, "transparency"))
    expect.count(len(banned), Sealed("10-rights-and-rules/ways-to", "640e7adc2ee78c3ab625ccff6fa5c833"), otherwise=_other_ways(banned, "prohibited"))
    expect.count(len(desk_told), Sealed("10-rights-and-rules/ways-to", "db66485551ba84fa9f98c03e1d862a3a"), otherwise=_other_ways(desk_told, "transparency"))
    expect.count(len(later[0]), Sealed("10-rights-and-rules/ways-to", "d312e8edba70a1d053373b23905808d6"), otherwise=_other_ways(later[0], "transparency"))


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
        Sealed("10-rights-and-rules/duties-on", "05d37cdd3b7a809df8ad8061a94285ee"),
        mistakes={
            Sealed("10-rights-and-rules/duties-on", "f8bf3a635c508809e0182b5bc370a773"): say(
                "10-duties-unverified",
                "Some of these duties have a day on which the sources disagree. Leave them out.",
            ),
            Sealed("10-rights-and-rules/duties-on", "6113df77805d9be64281f254779aa0c0"): say(
                "10-duties-turned",
                "You kept the duties that are not verified, and left out the others.",
            ),
        },
        otherwise=_other_duties(late, "public-body", LATE),
    )
    expect.count(len(early), Sealed("10-rights-and-rules/duties-on", "41e9598667a81a881bee061bc91b39e0"), otherwise=_other_duties(early, "public-body", EARLY))
    maker = both["provider", EARLY]
    expect.count(len(maker), Sealed("10-rights-and-rules/duties-on", "6113df77805d9be64281f254779aa0c0"), otherwise=_other_duties(maker, "provider", EARLY))
    maker = both["provider", LATE]
    expect.count(len(maker), Sealed("10-rights-and-rules/duties-on", "9d7f535a2ae51cc17b51f08006b65804"), otherwise=_other_duties(maker, "provider", LATE))
    deployer = found(BOTH, "deployer", LATE)
    expect.count(len(deployer), Sealed("10-rights-and-rules/duties-on", "6429ef094d7708523ea247ae411f207e"), otherwise=_other_duties(deployer, "deployer", LATE))


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
    expect.count(len(texts), Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"), otherwise=_other_texts(texts, "brazil", "executive"))
    texts = ministries["colombia"]
    expect.count(len(texts), Sealed("10-rights-and-rules/binding-table", "56129173cf7cae92cc61e9c26fb7fb6f"), otherwise=_other_texts(texts, "colombia", "executive"))
    texts = ministries["united-states"]
    expect.count(len(texts), Sealed("10-rights-and-rules/binding-table", "56129173cf7cae92cc61e9c26fb7fb6f"), otherwise=_other_texts(texts, "united-states", "executive"))
    texts = courts["brazil"]
    expect.count(len(texts), Sealed("10-rights-and-rules/binding-table", "56129173cf7cae92cc61e9c26fb7fb6f"), otherwise=_other_texts(texts, "brazil", "court"))
    texts = courts["canada"]
    expect.count(len(texts), Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"), otherwise=_other_texts(texts, "canada", "court"))
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
        Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"),
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
