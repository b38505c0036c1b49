"""The checks of 10-rights-and-rules. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "10-rights-and-rules"

from datetime import date

from course.checking import exercise, expect, part, say

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


@exercise("quick-binding")
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


@exercise("quick-chain")
def quick_chain(key):
    expect.choice(
        key,
        right=Sealed("10-rights-and-rules/quick-chain", "1ee40eeaaf59f84aa83068966e330433"), options=["all-requests", "by-language", "satisfaction", "speed"],
        wrong={
            Sealed("10-rights-and-rules/quick-chain", "9e6c6a53f6bf78dd551ba0303072e680"): say(
                "10-quick-all",
                "A share of all requests hides a small group. Whose requests could go astray?",
            ),
            Sealed("10-rights-and-rules/quick-chain", "5633b4ee3b851047b82c0fcfc9570e6b"): say(
                "10-quick-speed",
                "A request can reach the wrong office quickly. What is the harm in the chain?",
            ),
            Sealed("10-rights-and-rules/quick-chain", "b50c33d3202237bd36423e68c63277ec"): say(
                "10-quick-satisfaction",
                "People whose request was lost are often not asked. Which number sees them?",
            ),
        },
    )


@exercise("quick-class")
def quick_class(key):
    expect.choice(
        key,
        right=Sealed("10-rights-and-rules/quick-class", "8bc7d0803a1c827d1ffa3e41fdd6c805"), options=["clerk-leaves", "more-offices", "other-model", "ranks-people"],
        wrong={
            Sealed("10-rights-and-rules/quick-class", "add46ba82f04a6356c16eb25be2204ce"): TECHNOLOGY,
            Sealed("10-rights-and-rules/quick-class", "403ef4b24bdcdff11563e2956b3f7dd9"): HUMAN,
            Sealed("10-rights-and-rules/quick-class", "be0530dded2634af33404409f8947f8d"): say(
                "10-quick-offices",
                "With more offices it still only forwards. Does it evaluate a request?",
            ),
        },
    )


@exercise("quick-day")
def quick_day(number):
    expect.count(
        number,
        Sealed("10-rights-and-rules/quick-day", "d75c1b1ce699ce9195a8dcb9865ed47f"),
        mistakes={
            Sealed("10-rights-and-rules/quick-day", "7afb73a923efefcd4f30e9372fccd91d"): OLD_DATE,
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
                    "10-bill-binds", "A bill is no law yet. Which text has been adopted for courts?"
                ),
                Sealed("10-rights-and-rules/binding", "5dff7d6c5dc87471933eb1af53fae13e"): say(
                    "10-recommendation-binds",
                    "A recommendation lays no duties on a court. Which text does?",
                ),
                Sealed("10-rights-and-rules/binding", "5ec349329dd7d4b8cf855c90b38337da"): say(
                    "10-act-everywhere",
                    "The AI Act binds where a system is offered or used in the Union, or its "
                    "output is used there. Is that so here?",
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
                    "Not only a parliament can lay duties on a department. Look at the force of "
                    "the text in the table.",
                ),
                Sealed("10-rights-and-rules/binding", "d04bd0966d381b8faed89260f743b287"): say(
                    "10-directive-courts",
                    "Read the row of the directive again: on which bodies does it lay duties?",
                ),
                Sealed("10-rights-and-rules/binding", "c1e68022accdac22afbcdc45ccd3cc0d"): say(
                    "10-directive-phase",
                    "In June 2026 a later phase began. From which day did the directive itself "
                    "apply?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia_ministry,
            right=Sealed("10-rights-and-rules/binding", "87ba1d7694845c383567d20c425f8e31"), options=["free", "other-rules", "soft-law", "strictest"],
            wrong={
                Sealed("10-rights-and-rules/binding", "1101a3cb6c3f5a3b0570129b72167f7e"): say(
                    "10-no-act-no-rule",
                    "Must a ministry without a law on AI treat people equally, and give reasons?",
                ),
                Sealed("10-rights-and-rules/binding", "3b0a150f6fbf1b49447b1ba613509111"): say(
                    "10-strictest-applies",
                    "A law binds on its own territory and where it says so itself, not because it "
                    "is strict.",
                ),
                Sealed("10-rights-and-rules/binding", "1a12cde26054c37980cbab4450e79ac0"): say(
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
            right=Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-area-is-high",
                    "Paraguay: does it decide about the benefit, or does it carry the letter?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-paraguay-contact",
                    "Paraguay: does anybody talk to it, or read what it wrote?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-paraguay-listed",
                    "Paraguay: an exemption needs a use that is listed. Does it evaluate requests?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-paraguay-banned", "Paraguay: which practice of Article 5 would it be?"
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-paraguay-ai",
                    "Paraguay: a language model learned from data. Did people write its rules?",
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
                    "Guatemala: does a draft of the reasons leave the substance of the judgment "
                    "untouched?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): HUMAN,
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-guatemala-also",
                    "Guatemala: duties to mark output may come in addition. Is there a stricter "
                    "class?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-guatemala-banned",
                    "Guatemala: help for judges is strictly regulated. Is it in Article 5?",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say("10-guatemala-ai", "Guatemala: how does the tool come to its draft?"),
            },
        )
    with part():
        expect.choice(
            dominican_republic,
            right=Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-harsh-is-ai",
                    "Dominican Republic: the effect is the same as in Annex III. But does the "
                    "program infer anything?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-automatic-banned",
                    "Dominican Republic: a decision without a clerk raises other law. Is it in "
                    "Article 5?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-rules-exempted",
                    "Dominican Republic: an exemption is for AI systems. Is this one?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-rules-minimal",
                    "Dominican Republic: this class is for AI systems. What is the first question "
                    "of the tree?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-rules-transparency",
                    "Dominican Republic: Article 50 is about AI systems. Is this one?",
                ),
            },
        )
    with part():
        expect.choice(
            cote_d_ivoire,
            right=Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"), options=["exempted", "high-risk", "minimal", "not-ai", "prohibited", "transparency"],
            wrong={
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): NOT_FREE,
                Sealed("10-rights-and-rules/classes", "9bcc1347685aab866a0754edbd9ffa6d"): say(
                    "10-voice-high",
                    "Côte d'Ivoire: does it decide on somebody's service, or tell a tariff?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-voice-banned",
                    "Côte d'Ivoire: callers are not told. Which duty is missing, and does telling "
                    "them put it right?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-voice-exempted", "Côte d'Ivoire: which point of Annex III would list it?"
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-voice-ai", "Côte d'Ivoire: how does it understand what callers say?"
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
                    "Samoa: elsewhere that would be the class. Where are the cameras, and on whom?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-consent-cures",
                    "Samoa: can a student refuse, and does Article 5 know an exception for "
                    "information or consent?",
                ),
                Sealed("10-rights-and-rules/classes", "7d606a8fcaa3e92e640833ae7e89bbca"): say(
                    "10-emotions-exempted",
                    "Samoa: which question of the tree comes before Annex III?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-emotions-minimal",
                    "Samoa: look at the list of practices in section 3, then at the place.",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
                    "10-emotions-ai", "Samoa: how does the system know what a face expresses?"
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
                    "Pakistan: does the model build a picture of the household? What does Article "
                    "6(3) say then?",
                ),
                Sealed("10-rights-and-rules/classes", "d70b2548bc7869a3c4cdc6e474e5ed4a"): say(
                    "10-pakistan-officer",
                    "Pakistan: an officer decides, after seeing the score. Does that take it off "
                    "the list?",
                ),
                Sealed("10-rights-and-rules/classes", "4a873577210e142874b8e324fd7aace6"): say(
                    "10-every-score-social",
                    "Pakistan: a score is social scoring if it harms people in another context or "
                    "out of proportion. Is that so here?",
                ),
                Sealed("10-rights-and-rules/classes", "cb9d4fae7985127b03fa8a71dc8cb5b4"): say(
                    "10-pakistan-told",
                    "Pakistan: nobody talks to it. What does it evaluate, and for what?",
                ),
                Sealed("10-rights-and-rules/classes", "6f388439660a4661c82243764b397d9e"): say(
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
            right=Sealed("10-rights-and-rules/flip", "03160bf77d434de23b417a7ed334a7ee"), options=["entitlement", "larger-model", "no-clerk", "ten-times"],
            wrong={
                Sealed("10-rights-and-rules/flip", "4f9cd5d4c3141269e22594eb84261d77"): TECHNOLOGY,
                Sealed("10-rights-and-rules/flip", "def3696e3beaf8511b41f3b41a353a79"): HUMAN,
                Sealed("10-rights-and-rules/flip", "2717f06cebab95f7f4214349a3dc9169"): say(
                    "10-size-class",
                    "More letters make a mistake more costly. Does the law on this use count them?",
                ),
            },
        )
    with part():
        expect.choice(
            exempts,
            right=Sealed("10-rights-and-rules/flip", "d41d9cd7b68ae60d7a483b62c93beec8"), options=["agreed", "officer", "open-code", "small"],
            wrong={
                Sealed("10-rights-and-rules/flip", "abd8ace2d58b7b76bbd652a2811c6b0e"): HUMAN,
                Sealed("10-rights-and-rules/flip", "b42ee24a0bb89afae88b1fa12e390535"): say(
                    "10-open-source",
                    "Does an open licence take anything out that is listed in Annex III?",
                ),
                Sealed("10-rights-and-rules/flip", "9e0bea583b0422eaf8d28be8a7fb5ffa"): say(
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
            right=Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"),
            wrong={
                Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"): OLD_DATE,
                Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"): say(
                    "10-allowance-ban", "On that day two prohibitions begin. Is this one of them?"
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-allowance-annex-i",
                    "That is the day for products under Annex I. Where are benefits listed?",
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
                    "10-allowance-older",
                    "That day is for systems that were in service before. This one comes in 2028.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            assistant_day,
            right=Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"),
            wrong={
                Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"): say(
                    "10-assistant-marking",
                    "Until that day older systems could go without marks that machines read. The "
                    "question is about telling callers.",
                ),
                Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"): say(
                    "10-assistant-postponed",
                    "The rules on high risk were postponed. Was Article 50?",
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-assistant-product", "That is the day for products. Is a call a product?"
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
                    "10-assistant-older",
                    "That day is for older high-risk systems of public authorities.",
                ),
            },
            options=options,
        )
    with part():
        expect.choice(
            images_day,
            right=Sealed("10-rights-and-rules/days", "99cedde460024173fa4f710b26b16a50"),
            wrong={
                Sealed("10-rights-and-rules/days", "92f54bde68ceba1c9cb58e173f161e9b"): say(
                    "10-images-at-once",
                    "The amendment came into force in July 2026, but gave this prohibition a day "
                    "of its own.",
                ),
                Sealed("10-rights-and-rules/days", "b86f227f3ca418d09f8e32e31f3e2c5b"): say(
                    "10-images-high",
                    "That is the day for high risk. Is this practice regulated, or prohibited?",
                ),
                Sealed("10-rights-and-rules/days", "383029368f0f24d21027d4a70ced56e0"): say(
                    "10-images-product", "That is the day for products under Annex I."
                ),
                Sealed("10-rights-and-rules/days", "5dc146ce3f9f88559f21777301a619eb"): say(
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
            right=Sealed("10-rights-and-rules/who", "048c3baaf282210e8ec8f037c5302a95"), options=["city", "either", "firm", "nobody"],
            wrong={
                Sealed("10-rights-and-rules/who", "50a633f7734436574c9099c3a457fc63"): say(
                    "10-vendor-duty", "Who decides to use the system on people, and where?"
                ),
                Sealed("10-rights-and-rules/who", "1ffa137d87c66cfcb8b0bd9ed7291d78"): say(
                    "10-contract-moves",
                    "Can a contract move a duty that the law lays on one of the two?",
                ),
                Sealed("10-rights-and-rules/who", "da3b180acad9ca38343b606bdb121346"): say(
                    "10-assessment-replaced",
                    "Article 27 can build on the data protection assessment. Can that replace it?",
                ),
            },
        )
    with part():
        expect.choice(
            builds_notice,
            right=Sealed("10-rights-and-rules/who", "f6bbca143ff18fe64194d6c223c8c5ee"), options=["caller", "maker", "no-one", "user"],
            wrong={
                Sealed("10-rights-and-rules/who", "6a8e5db19223c42984036cda47c3dc7b"): say(
                    "10-notice-user",
                    "The regulator has other duties. Paragraph 1 is about how the system is built.",
                ),
                Sealed("10-rights-and-rules/who", "a762ade32e6faf40d1846f8104422466"): say(
                    "10-notice-caller",
                    "Must a caller have to ask? The duty is to inform, without a question.",
                ),
                Sealed("10-rights-and-rules/who", "eb0bafdcc4c2a277563d8b647f6be3de"): NOT_FREE,
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
            right=Sealed("10-rights-and-rules/chain", "b4d67f47116f50d4a474dc24b006ff67"), options=["accuracy", "approval", "complaints", "coverage"],
            wrong={
                Sealed("10-rights-and-rules/chain", "da0dd51d9e46dbe7df82f20bb37a2ca7"): say(
                    "10-measure-accuracy",
                    "A person who never applied is in no ranking. Who is missing from this share?",
                ),
                Sealed("10-rights-and-rules/chain", "b89a8205639393a60d67f4d1ffa2fec0"): say(
                    "10-measure-approval",
                    "This share starts from those who applied. Whom does the chain speak of?",
                ),
                Sealed("10-rights-and-rules/chain", "4d6bc5c0ba3410d4b2fc4a48aca10d7f"): say(
                    "10-measure-complaints",
                    "Few complaints can mean that complaining is hard. Who could send one here?",
                ),
            },
        )
    with part():
        expect.choice(
            remedy,
            right=Sealed("10-rights-and-rules/chain", "0cd344c8ea8c8795d6d19595fb946390"), options=["in-person", "portal", "report", "vendor"],
            wrong={
                Sealed("10-rights-and-rules/chain", "f77ab78c3b1b523650f389dc9dee0663"): say(
                    "10-remedy-report",
                    "A report informs the public. What changes for this one woman?",
                ),
                Sealed("10-rights-and-rules/chain", "c70a60663ed3cb2afb27f1abe58b7da6"): say("10-remedy-portal", "With which device would she open the portal?"),
                Sealed("10-rights-and-rules/chain", "851afd7e06d4d901bfed78782ba4df87"): say(
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
            right=Sealed("10-rights-and-rules/bank-facts", "89a740fd4a8a40ebd7a0b0bf4e03d0be"),
            wrong={
                Sealed("10-rights-and-rules/bank-facts", "2fd03e1eb001f239c78d0cfb87400a45"): say(
                    "10-credit-not-benefit",
                    "A loan is no public benefit to which a person is entitled. Which other answer "
                    "names what is estimated?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "909abf4c27302b6b9cec0c16e89f0745"): say(
                    "10-credit-not-flag", "Nobody's claim is flagged here. What is estimated?"
                ),
                Sealed("10-rights-and-rules/bank-facts", "02e8810f3f1128a13e55b9482560326a"): say(
                    "10-credit-not-fraud",
                    "To find fraud is another purpose. What does the loan officer want to know?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "8358071945d063193d9f8bcbb323ebda"): say(
                    "10-traders-are-persons",
                    "Are traders without a contract companies, or persons?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "87875cc765a0c93a6588bffa20dbd803"): say("10-credit-not-insurance", "Nobody is insured. What is lent?"),
                Sealed("10-rights-and-rules/bank-facts", "388d8a0f70cf1c68cdbde5b2ac01209f"): say(
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
            right=Sealed("10-rights-and-rules/bank-facts", "4893977d7ae9ed5f6c8c33ca616473e1"),
            wrong={
                Sealed("10-rights-and-rules/bank-facts", "ea3a2a7df3fc8c4c11af9d5f2f555ee9"): say(
                    "10-facts-profiling",
                    "Does the model evaluate something personal, such as whether somebody repays?",
                ),
                Sealed("10-rights-and-rules/bank-facts", "f4aa02840a018353c3efbf63b49e1dc6"): say(
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
        Sealed("10-rights-and-rules/ways-to", "db66485551ba84fa9f98c03e1d862a3a"),
        mistakes={
            Sealed("10-rights-and-rules/ways-to", "57c3e9dca0233febde9df8b9627220a4"): say(
                "10-ways-all",
                "These are all changes that lead to any other class. Keep those that lead to the "
                "wanted one.",
            ),
            Sealed("10-rights-and-rules/ways-to", "f77a51250ce3d469810aeb3537eeb38c"): say(
                "10-ways-opposite",
                "You kept the changes that do not lead to the wanted class, and left out those "
                "that do.",
            ),
            Sealed("10-rights-and-rules/ways-to", "de0e324cefc31a277e29a0cb926e5b76"): say(
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
        Sealed("10-rights-and-rules/ways-to", "640e7adc2ee78c3ab625ccff6fa5c833"),
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
        Sealed("10-rights-and-rules/duties-on", "41e9598667a81a881bee061bc91b39e0"),
        mistakes={
            Sealed("10-rights-and-rules/duties-on", "6429ef094d7708523ea247ae411f207e"): say(
                "10-duties-later",
                "On 28 November 2026 these duties are still to come. Which list of the result "
                "holds those that apply on the day?",
            ),
            Sealed("10-rights-and-rules/duties-on", "05d37cdd3b7a809df8ad8061a94285ee"): say(
                "10-duties-both",
                "You joined what applies on the day with what comes later. Keep the first.",
            ),
            Sealed("10-rights-and-rules/duties-on", "f2f2dc1fb31c17f0638f4aced367980c"): say(
                "10-duties-later-all",
                "These are the duties that come later, and some have a day that is not verified.",
            ),
            Sealed("10-rights-and-rules/duties-on", "f8bf3a635c508809e0182b5bc370a773"): say(
                "10-duties-fixed-day",
                "These are the duties of another day, with some that are not verified: use `day`.",
            ),
            Sealed("10-rights-and-rules/duties-on", "57f3b11ee77cc8863c030e980b1bbdb4"): say(
                "10-duties-none",
                "On 28 November 2026 one duty already applies to everybody who uses AI. Your "
                "list is empty.",
            ),
        },
    )
    later = _texts(expect.call(function, ALLOWANCE, "public-body", LATER))
    expect.count(
        len(later),
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
            Sealed("10-rights-and-rules/duties-on", "41e9598667a81a881bee061bc91b39e0"): say(
                "10-duties-day-ignored",
                "The list is the same as a year before: does your function use `day`?",
            ),
            Sealed("10-rights-and-rules/duties-on", "8d67d790716ca627c7d0523953b04b3a"): say(
                "10-duties-role-fixed",
                "These are the duties of a private deployer: does your function use `role`?",
            ),
            Sealed("10-rights-and-rules/duties-on", "3321ef3187cc88b76bf2e0d9ddf30259"): say(
                "10-duties-provider", "These are the duties of a provider: use the argument `role`."
            ),
            Sealed("10-rights-and-rules/duties-on", "57f3b11ee77cc8863c030e980b1bbdb4"): say(
                "10-duties-empty-later", "On 2 December 2027 your list is empty. Use `.duties`."
            ),
        },
    )
    expect.count(
        len(_texts(expect.call(function, ALLOWANCE, "deployer", LATER))),
        Sealed("10-rights-and-rules/duties-on", "8d67d790716ca627c7d0523953b04b3a"),
        mistakes={
            Sealed("10-rights-and-rules/duties-on", "05d37cdd3b7a809df8ad8061a94285ee"): say(
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
        Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"),
        otherwise=say(
            "10-table-institution",
            "For courts in Canada the list should be empty: does your function use `institution`?",
        ),
    )
    expect.count(
        len(courts["brazil"]),
        Sealed("10-rights-and-rules/binding-table", "56129173cf7cae92cc61e9c26fb7fb6f"),
        mistakes={
            Sealed("10-rights-and-rules/binding-table", "5cd75427b9a3140a7a437d057ebe29cb"): say(
                "10-table-unverified",
                "One text for Brazil's courts is not verified. Keep a text only if "
                "`law.verified` is true.",
            ),
            Sealed("10-rights-and-rules/binding-table", "2b08a67729936585d2a8d1896858056f"): say(
                "10-table-bills",
                "Your table holds texts that bind no court, such as a bill. `what_binds` leaves "
                "these out.",
            ),
            Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"): say(
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
    expect.count(len(courts["colombia"]), Sealed("10-rights-and-rules/binding-table", "56129173cf7cae92cc61e9c26fb7fb6f"))
    expect.count(len(courts["chile"]), Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"))
    before = _table(expect.call(function, ["colombia"], "court", date(2025, 9, 29)), ["colombia"])
    expect.count(
        len(before["colombia"]),
        Sealed("10-rights-and-rules/binding-table", "0cdff8f3f488bb2a13da6eee77aedd11"),
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
