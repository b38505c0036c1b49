"""The checks of 13-case-studies. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "13-case-studies"

import re

import pandas as pd

from course.checking import exercise, expect, part, say

TWO_NUMBERS = say(
    "13-two-numbers",
    "Two numbers are asked for: end the function with `return first, second`.",
)


def unit(name):
    return say(
        "13-counts-mixed",
        "`{name}`: both numbers belong to this case, but they do not count the same thing. What is "
        "one unit of the number you divided by?",
        name=name,
    )


def unnamed_average(name):
    return say(
        "13-average",
        "`{name}`: an average over all answers can stay high while a few people bear the errors. "
        "Whose error matters in this case?",
        name=name,
    )


def not_shown(name):
    return say(
        "13-not-shown",
        "`{name}`: a person can change only what the system shows. Which number also counts what "
        "it does not show?",
        name=name,
    )


def off_the_people(name):
    return say(
        "13-relative-points",
        "`{name}`: you took the per cent off the 1,000 people. The study takes them off the "
        "rival's errors: per cent of what?",
        name=name,
    )


def applied_to_all(name):
    return say(
        "13-applied-to-all",
        "`{name}`: you took the per cent off all 1,000 people. They are per cent of those whom the "
        "rival leaves out.",
        name=name,
    )


def added(name):
    return say(
        "13-relative-added",
        "`{name}`: this is more people left out than by area. The model leaves out fewer than "
        "this rival.",
        name=name,
    )


def reached(name):
    return say(
        "13-reached",
        "`{name}`: this counts the poor people who are reached. How many are left out?",
        name=name,
    )


def of_the_reached(name):
    return say(
        "13-of-the-reached",
        "`{name}`: you started from the 600 who are reached. How many does the rival leave out?",
        name=name,
    )


def other_rival(name):
    return say(
        "13-other-rival",
        "`{name}`: 9% and 35% belong to the ideal register. Here the rival is the choice by area.",
        name=name,
    )


def only_change(name):
    return say(
        "13-only-change",
        "`{name}`: this is the size of the change. How many people are still left out after it?",
        name=name,
    )


def as_people(name):
    return say(
        "13-per-cent-people",
        "`{name}`: you subtracted the per cent as if they were people. First compute how many "
        "people they are.",
        name=name,
    )


def not_a_share(name):
    return say(
        "13-per-cent-whole",
        "`{name}`: 21% is 0.21 and 4% is 0.04. Here a whole number stood in the place of the share.",
        name=name,
    )


def no_brackets(name):
    return say(
        "13-left-brackets",
        "`{name}`: Python multiplied before it subtracted. Put the difference in brackets.",
        name=name,
    )


def left_share(name):
    return say(
        "13-left-share",
        "`{name}`: this is a share. How many of the 1,000 people is it?",
        name=name,
    )


def answered_only(name):
    return say(
        "13-answered-only",
        "`{name}`: you divided by the uses that answered. That assumes that the blank ones are "
        "like the others; here the bounds for all uses are asked for.",
        name=name,
    )


def all_high_impact(name):
    return say(
        "13-all-high-impact",
        "`{name}`: you divided by all high-impact uses of the inventory. The fields were counted "
        "for those in use.",
        name=name,
    )


def bounds_swapped(name):
    return say(
        "13-bounds-swapped",
        "`{name}`: this is the other bound. Look again at which of the two bounds is the "
        "smaller number.",
        name=name,
    )


def not_divided(name):
    return say(
        "13-count-for-share",
        "`{name}`: this is a number of uses. Divide it by all uses.",
        name=name,
    )


def bounds_brackets(name):
    return say(
        "13-bounds-brackets",
        "`{name}`: Python divided before it added. Put the sum in brackets.",
        name=name,
    )


def bounds_per_cent(name):
    return say(
        "13-bounds-per-cent",
        "`{name}`: this looks like per cent. Give a share between 0 and 1.",
        name=name,
    )


def code_of(problem):
    """The code of the message of an expectation that was not met."""
    return getattr(getattr(problem, "message", None), "code", "")


def no_commas(value, name):
    """Refuse what Python makes of a number that is written with commas."""
    expect.true(
        not isinstance(value, tuple),
        say(
            "13-commas",
            "`{name}`: Python read several numbers here, because of a comma. Write a point for "
            "decimals and nothing between thousands: 0.5 and 1500.",
            name=name,
        ),
    )


def not_share(value, name):
    """The last resort where a share is asked."""
    return say(
        "13-not-this-share",
        "`{name}` is {value} so far. A share between 0 and 1 is asked for: what is counted above the "
        "line, and what is the whole below it?",
        name=name,
        value=str(value)[:40],
    )


def not_amount(value, name):
    """The last resort where another number is asked."""
    return say(
        "13-not-this-number",
        "`{name}` is {value} so far, and this is not the number asked for. Write down the unit of "
        "each number that you used.",
        name=name,
        value=str(value)[:40],
    )




@exercise(
    "quick-counts",
    because=say(
        "13-quick-counts-why",
        "One number estimates how many parents were wrongly accused from 2005 to 2019; the other "
        "counts those recognised as harmed by the end of 2024. Two counts of different things do "
        "not correct each other.",
    ),
    hints=[
        say(
            "13-hint-counts-1",
            "Look at the dates of both rows, and at what each row says of the parents.",
        )
    ],
)
def quick_counts(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-counts", "6d2af98cfa01178266818d5e10906c17"), options=["different", "newer-wrong", "older-wrong"],
        wrong={
            Sealed("13-case-studies/quick-counts", "1067f47428ac79241c577b9e25ca6c8c"): say(
                "13-date-lost",
                "Neither number is an error. When was each counted, and of whom?",
            ),
            Sealed("13-case-studies/quick-counts", "3e448e825842ca8dd289b619f8a7f777"): say(
                "13-newer-wrong",
                "About 69,000 applied. Which of them does the newer number count?",
            ),
        },
    )


@exercise(
    "quick-rival",
    because=say(
        "13-quick-rival-why",
        "The errors were 4 to 21% fewer than with a choice by area, but 9 to 35% more than with "
        "an ideal social register. Without “fewer than what?” the sentence has no meaning.",
    ),
    hints=[
        say("13-hint-rival-1", "Look at the two bars of the figure: what differs between them?")
    ],
)
def quick_rival(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-rival", "d27a0bc0ea5a349649f5a168d4dc21b0"), options=["columns", "compared", "survey"],
        wrong={
            Sealed("13-case-studies/quick-rival", "a0f8703633dd7ac64d9e0c9467e3dc1a"): say(
                "13-rival-columns",
                "People without a telephone matter, but even so the sentence stays open: fewer "
                "than what?",
            ),
            Sealed("13-case-studies/quick-rival", "078b77b1fa57341df7cbef77166b1f5d"): say(
                "13-rival-survey",
                "The size tells how certain the range is. But even a certain range leaves open: "
                "fewer than what?",
            ),
        },
    )


@exercise(
    "quick-morocco",
    because=say(
        "13-quick-morocco-why",
        "The card confirms a pause from 2 September 2019, the hearing of all sides and a "
        "prolongation to 31 December 2020. The number of refused requests was not found, and "
        "nothing counts what was prevented.",
    ),
    hints=[say("13-hint-morocco-1", "Read the last row of the card: what was not found?")],
)
def quick_morocco(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/quick-morocco", "fbc30e0eda55f8945198b697ab0159df"), options=["none-yet", "prevented", "procedure", "refused"],
        wrong={
            Sealed("13-case-studies/quick-morocco", "d7fcc127e44a24c1cb8a86cf89eba0b3"): say(
                "13-prevented",
                "Two cities differ in many ways. Which number on the card counts what was "
                "prevented?",
            ),
            Sealed("13-case-studies/quick-morocco", "e659fe1f852804c4fa8fb6fd68e0ffc3"): say(
                "13-refused",
                "Look at the last row of the card: is the number of refused requests known?",
            ),
            Sealed("13-case-studies/quick-morocco", "08f9c25bf0831af0c7c318c9f702f933"): say(
                "13-none-yet",
                "One row of the card is not known. Do the rows above depend on it?",
            ),
        },
    )




@exercise(
    "kinds",
    points=1,
    because=say(
        "13-kinds-why",
        "Robodebt spread a yearly income evenly over fortnights: plain arithmetic. The ranking in "
        "Togo learned from a survey, the assistant in Chubut wrote text, and the maps of The "
        "Gambia only added up telephone records.",
    ),
    hints=[
        say(
            "13-hint-kinds-1",
            "Ask of each: did it learn from examples, and did it say something about one person?",
        ),
        say("13-hint-kinds-2", "Each of the four keys is used once."),
    ],
)
def kinds(robodebt, novissi, chubut, gambia):
    with part():
        expect.choice(
            robodebt,
            right=Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-all-ai",
                    "`robodebt`: not every scandal is AI. Read the first row of its card: did anything "
                    "learn from data?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-robodebt-text",
                    "`robodebt`: the letters were sent by a program, but the harm came from the sum in them. "
                    "How was it computed?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-robodebt-counts",
                    "`robodebt`: it did say something about each person: a debt. How was that sum computed?",
                ),
            },
        )
    with part():
        expect.choice(
            novissi,
            right=Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-novissi-rules",
                    "`novissi`: at first there was a fixed rule. What did the ranking of subscribers use as "
                    "examples?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-novissi-text",
                    "`novissi`: no text was written. What did the ranking say about a subscriber?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-novissi-counts",
                    "`novissi`: telephone records were used, but as columns. Was something predicted about "
                    "each subscriber?",
                ),
            },
        )
    with part():
        expect.choice(
            chubut,
            right=Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-chubut-rules",
                    "`chubut`: a fixed rule would not offer a text to copy and paste. What does an assistant "
                    "of this kind produce?",
                ),
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-chubut-learned",
                    "`chubut`: it has learned as well, but it did not predict anything about a person. What "
                    "did it hand to the judge?",
                ),
                Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"): say(
                    "13-chubut-counts",
                    "`chubut`: nothing was added up there. What did the tool hand to the judge?",
                ),
            },
        )
    with part():
        expect.choice(
            gambia,
            right=Sealed("13-case-studies/kinds", "aec8fa4ad4fc30d3e18f6c0c252ad0df"), options=["counts", "generates", "learned", "rules"],
            wrong={
                Sealed("13-case-studies/kinds", "64ba71f4d25a1bb1f08c887559698d96"): say(
                    "13-gambia-rules",
                    "`gambia`: no rule was applied to anybody. What left the regulator: records of persons, or totals?",
                ),
                Sealed("13-case-studies/kinds", "23abbdd951932ebf542760624cd4902a"): say(
                    "13-gambia-learned",
                    "`gambia`: a large amount of data is not in itself learning. Was something predicted about a person?",
                ),
                Sealed("13-case-studies/kinds", "bc60aa6dcd3212fe07c8cdfc55783349"): say(
                    "13-gambia-text",
                    "`gambia`: no text was written there. What do the maps show?",
                ),
            },
        )


@exercise(
    "lowered",
    points=1,
    hints=[
        say("13-hint-lowered-1", "Which rows of the table are about a lower grade?"),
        say("13-hint-lowered-2", "`lowered = 0.356 + 0.033 + ...`"),
    ],
)
def lowered(share):
    no_commas(share, "lowered")
    expect.close(
        share,
        Sealed("13-case-studies/lowered", "ae40e614894a72d7588b3ab0f6002eaa"),
        otherwise=not_share(share, "lowered"),
        mistakes={
            Sealed("13-case-studies/lowered", "8701426b4a39a74ffaa113c0cff83e95"): say("13-two-left-out", "You left out the results that lost two grades."),
            Sealed("13-case-studies/lowered", "1e223ea6afd4c95a2cc3a66d5932b24f"): say(
                "13-changed-all",
                "This is the share that was changed. Some of these results were raised.",
            ),
            Sealed("13-case-studies/lowered", "18ff688c00a350b8826559288f454000"): say("13-one-grade", "These lost exactly one grade. Others lost more than one."),
            Sealed("13-case-studies/lowered", "25540cecb4ab13fce5f5d83449bbf719"): say("13-three-left-out", "You left out the results that lost the most."),
            Sealed("13-case-studies/lowered", "882649de38c27d847b0053e8c4bf1523"): say(
                "13-two-or-more",
                "These lost two grades or more. A result that lost one grade was lowered too.",
            ),
            Sealed("13-case-studies/lowered", "4add8db53c379b310471236fbc2e4522"): say(
                "13-headline-choice",
                "This is the office's headline. It counts a pupil who lost one grade as a success: "
                "look at the rows themselves.",
            ),
            Sealed("13-case-studies/lowered", "a5477b12934d87d6e33675e0f2fa9de6"): say(
                "13-headline-rest",
                "This is the rest of the headline. Results that lost one grade are hidden inside "
                "the headline.",
            ),
            Sealed("13-case-studies/lowered", "52201b1055dc2e0616bf5c5c09669767"): say(
                "13-not-lowered",
                "These results were not lowered. The question is about the others.",
            ),
            Sealed("13-case-studies/lowered", "8b8c4406b8e7fc5cd37b59d673f50796"): say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
            Sealed("13-case-studies/lowered", "dc945b1acb36f924386c8c6c613632f5"): say(
                "13-number-of-results", "This is a number of results. The share is asked for."
            ),
        },
    )


@exercise(
    "per-person",
    points=1,
    hints=[
        say(
            "13-hint-person-1",
            "A sum over a count of people is a sum for each person. Which people does each sum "
            "belong to?",
        ),
        say("13-hint-person-2", "`raised_each = 1763 * 1000000 / ...`"),
    ],
)
def per_person(raised_each, collected_each):
    def millions(name):
        return say(
            "13-millions",
            "`{name}`: the sum is in millions of dollars, the people are counted one by one. Bring "
            "both to the same scale.",
            name=name,
        )

    def upside(name):
        return say(
            "13-upside-down",
            "`{name}`: this is people for each dollar: divide the other way round.",
            name=name,
        )

    def other_people(name):
        return say(
            "13-other-people",
            "`{name}`: more people were sent a debt than paid one. Which of the two counts belongs "
            "to this sum?",
            name=name,
        )

    def other_sum(name):
        return say(
            "13-other-sum",
            "`{name}`: the people are right, the sum is not: one sum was raised, the other was "
            "collected.",
            name=name,
        )

    def people_added(name):
        return say(
            "13-people-added",
            "`{name}`: you added two counts of people. Those who paid are among those who were sent a debt, so they are counted twice.",
            name=name,
        )

    with part():
        no_commas(raised_each, "raised_each")
        expect.true(not 0 < expect.number(raised_each) < 0.001, upside("raised_each"))
        expect.true(not 0 < expect.number(raised_each) < 10, millions("raised_each"))
        expect.close(
            raised_each,
            Sealed("13-case-studies/per-person", "77ab8d8c8df9a3956d20ffda6446c467"),
            digits=0,
            otherwise=not_amount(raised_each, "raised_each"),
            mistakes={
                Sealed("13-case-studies/per-person", "5641db34ca7f1f3c0e28d2d95f6c338d"): unit("raised_each"),
                Sealed("13-case-studies/per-person", "fe187e45ea1efe7c8f5dae85d819aa2c"): unit("raised_each"),
                Sealed("13-case-studies/per-person", "02d3c5f013834f7ab5724d721f8b9251"): other_people("raised_each"),
                Sealed("13-case-studies/per-person", "17c25787acaf51d0d1e66a30f453795a"): other_sum("raised_each"),
                Sealed("13-case-studies/per-person", "1089ce898c403287c9abe816eb6deaee"): people_added("raised_each"),
                Sealed("13-case-studies/per-person", "fc69bdf7d934c50b258a9309b9c64b9c"): say(
                    "13-sums-swapped",
                    "`raised_each`: this is the sum collected. Here the debt raised is asked for.",
                ),
            },
        )
    with part():
        no_commas(collected_each, "collected_each")
        expect.true(not 0 < expect.number(collected_each) < 0.001, upside("collected_each"))
        expect.true(not 0 < expect.number(collected_each) < 10, millions("collected_each"))
        expect.close(
            collected_each,
            Sealed("13-case-studies/per-person", "fc69bdf7d934c50b258a9309b9c64b9c"),
            digits=0,
            otherwise=not_amount(collected_each, "collected_each"),
            mistakes={
                Sealed("13-case-studies/per-person", "c936749e856a78c1cbdea90a945bd74f"): unit("collected_each"),
                Sealed("13-case-studies/per-person", "0e9f08df7e6c956c7e0840d0e4194314"): unit("collected_each"),
                Sealed("13-case-studies/per-person", "17c25787acaf51d0d1e66a30f453795a"): other_people("collected_each"),
                Sealed("13-case-studies/per-person", "02d3c5f013834f7ab5724d721f8b9251"): other_sum("collected_each"),
                Sealed("13-case-studies/per-person", "26bbef81e015f5196fdc2c4c23ab4c22"): people_added("collected_each"),
                Sealed("13-case-studies/per-person", "77ab8d8c8df9a3956d20ffda6446c467"): say(
                    "13-sums-swapped-2",
                    "`collected_each`: this is the debt raised. Here the sum collected is asked for.",
                ),
            },
        )


@exercise(
    "error-rates",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-rates-1",
            "For the first rate, who had no new offence? Two of the four counts are about them.",
        ),
        say("13-hint-rates-2", "`first = fp / (fp + ...)`"),
    ],
)
def error_rates(function):
    def two(*counts):
        found = expect.call(function, *counts)
        try:
            values = list(found)
        except TypeError:
            values = []
        expect.length(values, 2, otherwise=TWO_NUMBERS)
        return values[0], values[1]

    def ignored(place):
        """The counts that this rate needs and the function does not use."""
        counts = {"tn": 90, "fp": 10, "fn": 30, "tp": 20}
        needed = ("tn", "fp") if place == 0 else ("fn", "tp")
        before = expect.number(two(*counts.values())[place])
        return [
            name
            for name in needed
            if abs(expect.number(two(*(counts | {name: 60}).values())[place]) - before) < 1e-9
        ]

    brackets = say(
        "13-rates-brackets",
        "Python divides before it adds. Put the sum below the line in brackets.",
    )
    first, second = (expect.number(value) for value in two(990, 805, 532, 1369))
    expect.true(
        not (abs(first - 0.27985) < 0.0005 and abs(second - 0.44847) < 0.0005),
        say("13-rates-swapped", "Both rates are right, but they stand in the other order."),
    )
    per_cent = say("13-rates-per-cent", "These are per cent. Return shares between 0 and 1.")
    expect.true(not (abs(first - 44.847) < 0.05 or abs(second - 27.985) < 0.05), per_cent)
    with part():
        expect.close(
            first,
            Sealed("13-case-studies/error-rates", "a6cbc3525f3e0c28902b085f29a48617"),
            otherwise=say(
                "13-not-first-rate",
                "In our test your first rate is {value}. A number between 0 and 1 is asked for: which "
                "people are above the line, and which below it?",
                value=str(first)[:40],
            ),
            mistakes={
                Sealed("13-case-studies/error-rates", "49cc5e2ab333ca70034f988eb7f25557"): brackets,
                Sealed("13-case-studies/error-rates", "2c16d0ab73114709428145aceec9c3be"): brackets,
                Sealed("13-case-studies/error-rates", "abc7fe2c6e0e91d90bf71efd124589a6"): say(
                    "13-rate-of-warned",
                    "You divided by everybody who was warned about. The false positive rate starts "
                    "from the people without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "a35edf14c2cb6491ae81a757d19d1471"): say(
                    "13-rate-of-all",
                    "You divided by everybody. The false positive rate starts from the people "
                    "without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "b346e716a0fd2826cc372195a0ef5162"): say(
                    "13-rate-of-errors",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people without a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "aaf90d0827ecf21aa0eba3f1e4c2d70a"): say(
                    "13-rate-other-people",
                    "Above the line stand people without a new offence, below it people with one. "
                    "Both must be people without one.",
                ),
                Sealed("13-case-studies/error-rates", "2dbcf3ef0a338f7083054b36231265d3"): say(
                    "13-rate-odds",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                Sealed("13-case-studies/error-rates", "ec0e11a440924ed80490913ca8542d4c"): say(
                    "13-rate-spared",
                    "This is the share who were rightly not warned about. The question is about the others.",
                ),
            },
        )
        unused = ignored(0)
        expect.true(
            not unused,
            say(
                "13-rates-ignores-first",
                "The first rate stays the same when {names} changes. Is a number of the example in "
                "its place? Use the names in brackets.",
                names=", ".join(unused),
            ),
        )
        again = two(90, 10, 30, 20)[0]
        expect.close(
            again,
            Sealed("13-case-studies/error-rates", "db0c1d0ce96c9358cb90a626da95cd08"),
            otherwise=say(
                "13-rates-first-again",
                "With 90, 10, 30 and 20 your first rate is {value}; it should be 10 of 100 people. "
                "Is a number of the example left in your lines?",
                value=str(again)[:40],
            ),
        )
    with part():
        expect.close(
            second,
            Sealed("13-case-studies/error-rates", "812e7eb94a2c196f7a6ba3ec432583be"),
            otherwise=say(
                "13-not-second-rate",
                "In our test your second rate is {value}. A number between 0 and 1 is asked for: which "
                "people are above the line, and which below it?",
                value=str(second)[:40],
            ),
            mistakes={
                Sealed("13-case-studies/error-rates", "dfc9fcd978c9eb7435924288d5f57b8b"): brackets,
                Sealed("13-case-studies/error-rates", "a3c075071455ae9eb111ca739825fcf0"): brackets,
                Sealed("13-case-studies/error-rates", "2fbb6eb09ae876505a876c4c76a04a85"): say(
                    "13-rate-of-unwarned",
                    "You divided by everybody without a warning. The false negative rate starts "
                    "from the people with a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "ce8e9cfff7a810e13c4a00e19b63c273"): say(
                    "13-rate-of-all-2",
                    "You divided by everybody. The false negative rate starts from the people with "
                    "a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "ef55e3e8327a2737eddc6907279214de"): say(
                    "13-rate-of-errors-2",
                    "This is the share of all errors that are of this kind. The rate starts from "
                    "the people with a new offence.",
                ),
                Sealed("13-case-studies/error-rates", "9ff934e3ffbf499a755e67ca13f8848d"): say(
                    "13-rate-other-people-2",
                    "Above the line stand people with a new offence, below it people without one. "
                    "Both must be people with one.",
                ),
                Sealed("13-case-studies/error-rates", "8a09b35af8322c602417b804c89aa8ec"): say(
                    "13-rate-odds-2",
                    "You divided one count by the other. Below the line stand both together.",
                ),
                Sealed("13-case-studies/error-rates", "5454dfccd478a7e8616f0e14d5ca74dc"): say(
                    "13-rate-found",
                    "This is the share who were rightly warned about. The question is about the others.",
                ),
            },
        )
        unused = ignored(1)
        expect.true(
            not unused,
            say(
                "13-rates-ignores-second",
                "The second rate stays the same when {names} changes. Is a number of the example "
                "in its place? Use the names in brackets.",
                names=", ".join(unused),
            ),
        )
        again = two(90, 10, 30, 20)[1]
        expect.close(
            again,
            Sealed("13-case-studies/error-rates", "d8f09e264e50d3574a356c444cdf0de0"),
            otherwise=say(
                "13-rates-second-again",
                "With 90, 10, 30 and 20 your second rate is {value}; it should be 30 of 50 people. "
                "Is a number of the example left in your lines?",
                value=str(again)[:40],
            ),
        )


@exercise(
    "court-test",
    points=1,
    because=say(
        "13-court-test-why",
        "How the software treats people shows in its wrong matches, out of all scanned in each "
        "group. Arrests mix right and wrong matches, the maker's figure has no groups, and "
        "entries concern the list.",
    ),
    hints=[
        say(
            "13-hint-court-1",
            "To compare groups you need errors in each group, and how many people of the group were "
            "scanned.",
        )
    ],
)
def court_test(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/court-test", "bd0492770991cdba06c96b99f2adcc76"), options=["arrested", "entries", "maker-test", "scanned"],
        wrong={
            Sealed("13-case-studies/court-test", "ea69fe832f83e1570779b328e13b6b39"): say(
                "13-base-rate",
                "Shares of arrests count right and wrong arrests together, and not who was "
                "scanned. What is the whole that this share is of?",
            ),
            Sealed("13-case-studies/court-test", "b0955fa3ab7e3901a3bb0231a1cbc567"): say(
                "13-maker-figure",
                "Who measured this, and who gains? And one figure for all faces cannot show a "
                "difference between people.",
            ),
            Sealed("13-case-studies/court-test", "001bccf2087cb55aa71bbfd0a23d6289"): say(
                "13-list-errors",
                "This check would have spared the man six days, and it is needed too. But it says "
                "nothing about how the software treats different people.",
            ),
        },
    )


@exercise(
    "bounds",
    points=1,
    hints=[
        say("13-hint-bounds-1", "Both shares have the same whole: all the uses."),
        say("13-hint-bounds-2", "`highest = (44 + ...) / 227`"),
    ],
)
def bounds(lowest, highest):
    def two_decimals(value, rounded):
        return abs(expect.number(value) - rounded) < 1e-9

    with part():
        no_commas(lowest, "lowest")
        if not two_decimals(lowest, 0.19):
            expect.close(
                lowest,
                Sealed("13-case-studies/bounds", "d97eb63f280431f3e9c3798ac85bb967"),
                otherwise=not_share(lowest, "lowest"),
                mistakes={
                    Sealed("13-case-studies/bounds", "6863a8c27a7c58233653dfc2838661ce"): not_divided("lowest"),
                    Sealed("13-case-studies/bounds", "3f6c9b6410aa0837865e9958f36f5d1c"): not_divided("lowest"),
                    Sealed("13-case-studies/bounds", "c23d8647eba4c5f4db6db3cf9b213ed7"): bounds_per_cent("lowest"),
                    Sealed("13-case-studies/bounds", "03bc7b5ec7344e1a8ca686b2a77c4f30"): bounds_per_cent("lowest"),
                    Sealed("13-case-studies/bounds", "70bec5295a684886a363db9dafdc2b3c"): answered_only("lowest"),
                    Sealed("13-case-studies/bounds", "2c3b4aa930f6ba5fce3c7e49c0640af9"): all_high_impact("lowest"),
                    Sealed("13-case-studies/bounds", "b9d97d06fc82ba803322149300004812"): bounds_swapped("lowest"),
                    Sealed("13-case-studies/bounds", "db47e40bb3eeff4457464fdefd951521"): bounds_swapped("lowest"),
                    Sealed("13-case-studies/bounds", "46d64cf8094fed6fdf866727e88214cb"): say(
                        "13-share-blank",
                        "`lowest`: this is the share of blank fields. How many report a test?",
                    ),
                    Sealed("13-case-studies/bounds", "360cbae352c784552fa854e045cdcb43"): say(
                        "13-lowest-others",
                        "`lowest`: this is the share that reports no test. How many report one?",
                    ),
                    Sealed("13-case-studies/bounds", "be44eb155fca66ab6fd248ac11a6c4bf"): say(
                        "13-other-safeguard",
                        "`lowest`: this is the share for monitoring, from the lesson. Here it is "
                        "the test before use.",
                    ),
                    Sealed("13-case-studies/bounds", "374079c3060aca32fbf3283842fb4ae9"): say(
                        "13-lowest-nothing",
                        "`lowest`: some uses do report a test. They remain, whatever the blank "
                        "fields hide.",
                    ),
                },
            )
    with part():
        no_commas(highest, "highest")
        if not two_decimals(highest, 0.64):
            expect.close(
                highest,
                Sealed("13-case-studies/bounds", "b9d97d06fc82ba803322149300004812"),
                otherwise=not_share(highest, "highest"),
                mistakes={
                    Sealed("13-case-studies/bounds", "a3e8404f6e053d72f3e467a7ee033a44"): not_divided("highest"),
                    Sealed("13-case-studies/bounds", "3f6c9b6410aa0837865e9958f36f5d1c"): not_divided("highest"),
                    Sealed("13-case-studies/bounds", "637ab52bf5f3ce1d0cf41cebdfdb7b73"): bounds_brackets("highest"),
                    Sealed("13-case-studies/bounds", "bbd6de8b9dd822d0bcaea117ade7f50c"): bounds_per_cent("highest"),
                    Sealed("13-case-studies/bounds", "83656473055bc9f89cc576cf7346e48e"): bounds_per_cent("highest"),
                    Sealed("13-case-studies/bounds", "70bec5295a684886a363db9dafdc2b3c"): answered_only("highest"),
                    Sealed("13-case-studies/bounds", "9cca860b73d9526e5c8c741d7dc7264e"): answered_only("highest"),
                    Sealed("13-case-studies/bounds", "f5f6ad4b9309ee76e5b6037829de793d"): all_high_impact("highest"),
                    Sealed("13-case-studies/bounds", "d97eb63f280431f3e9c3798ac85bb967"): bounds_swapped("highest"),
                    Sealed("13-case-studies/bounds", "f7f8cca3120087e5266558739a4ad8bf"): bounds_swapped("highest"),
                    Sealed("13-case-studies/bounds", "46d64cf8094fed6fdf866727e88214cb"): say(
                        "13-only-blank",
                        "`highest`: you counted the blank fields only. Add the uses that do report "
                        "a test.",
                    ),
                    Sealed("13-case-studies/bounds", "d1f812e815a3faa74ba7b01da381cb99"): say(
                        "13-all-answered",
                        "`highest`: this is the share of uses that answered at all. Which of them "
                        "reported a test, and which may hide one?",
                    ),
                    Sealed("13-case-studies/bounds", "360cbae352c784552fa854e045cdcb43"): say(
                        "13-not-reported",
                        "`highest`: you counted all uses that report no test. Some of them "
                        "answered, and not with yes.",
                    ),
                    Sealed("13-case-studies/bounds", "6258375d93809b8ac67c349192e85d64"): say(
                        "13-highest-others",
                        "`highest`: this is the share that gave another answer. None of these uses "
                        "has a test.",
                    ),
                    Sealed("13-case-studies/bounds", "aeefa2b457236b72442639f8ab0e2644"): say(
                        "13-one-department",
                        "`highest`: you added the blank fields of one department. All blank fields "
                        "may hide a test.",
                    ),
                    Sealed("13-case-studies/bounds", "deb17bb5f32ca433b103a2ee0cb665d5"): say(
                        "13-other-safeguard-2",
                        "`highest`: this is the bound for monitoring, from the lesson. Here it is "
                        "the test before use.",
                    ),
                    Sealed("13-case-studies/bounds", "025330c164e8b00effd96ae736638cad"): say(
                        "13-highest-all",
                        "`highest`: some uses gave an answer other than a test. They are not blank.",
                    ),
                },
            )


@exercise(
    "left-out",
    points=1,
    hints=[
        say("13-hint-left-1", "How many people are 21% of the 400 whom the rival leaves out?"),
        say("13-hint-left-2", "`fewest = 400 * (1 - ...)`"),
    ],
)
def left_out(fewest, most):
    no_commas(fewest, "fewest")
    no_commas(most, "most")
    expect.true(
        not (abs(expect.number(fewest) - 384) < 0.05 and abs(expect.number(most) - 316) < 0.05),
        say(
            "13-left-swapped",
            "Both numbers are right, but they have changed places.",
        ),
    )
    with part():
        expect.close(
            fewest,
            Sealed("13-case-studies/left-out", "bb82b436ecf402f029841b8b11531f73"),
            digits=1,
            otherwise=not_amount(fewest, "fewest"),
            mistakes={
                Sealed("13-case-studies/left-out", "533cc568d8d8c1787e104808bf9aa3eb"): off_the_people("fewest"),
                Sealed("13-case-studies/left-out", "e030796b41b3a5d725d148cbf8096c4e"): applied_to_all("fewest"),
                Sealed("13-case-studies/left-out", "985e9dd255bc303e8004c92eca51c822"): added("fewest"),
                Sealed("13-case-studies/left-out", "b26be4aa237c5fad2f6f3b4249ea549c"): reached("fewest"),
                Sealed("13-case-studies/left-out", "bdc6ea4bf8f6e702c35b9956b3c4085f"): of_the_reached("fewest"),
                Sealed("13-case-studies/left-out", "bd36b6cddbc66832c3dd1de1f50a61e8"): of_the_reached("fewest"),
                Sealed("13-case-studies/left-out", "b31b7a0e9b9509e76b1775a798532cfc"): other_rival("fewest"),
                Sealed("13-case-studies/left-out", "ef8d5481a695db6c183903da9a06cdca"): other_rival("fewest"),
                Sealed("13-case-studies/left-out", "5697cefac24c3a4ba9226a50fbf804a7"): other_rival("fewest"),
                Sealed("13-case-studies/left-out", "71f88238b915d4fbfed5d9259d6c9a21"): other_rival("fewest"),
                Sealed("13-case-studies/left-out", "54a3e91d272b305141efb98e953d5ab6"): only_change("fewest"),
                Sealed("13-case-studies/left-out", "938503765c200a4cd128e07b798904da"): as_people("fewest"),
                Sealed("13-case-studies/left-out", "a1b26c769a87d2e1c7241c0b288611bd"): not_a_share("fewest"),
                Sealed("13-case-studies/left-out", "ba130c7fe231d21963c757432e0cf622"): no_brackets("fewest"),
                Sealed("13-case-studies/left-out", "4bac3430797128bc900e9b48053e6678"): left_share("fewest"),
            },
        )
    with part():
        expect.close(
            most,
            Sealed("13-case-studies/left-out", "c306d976656839d1e3c02b0b698384b5"),
            digits=1,
            otherwise=not_amount(most, "most"),
            mistakes={
                Sealed("13-case-studies/left-out", "299c09eaeeb3c0a1c6d60ac47691d932"): off_the_people("most"),
                Sealed("13-case-studies/left-out", "a366ad2970bdd6786da66a11fa69f2eb"): applied_to_all("most"),
                Sealed("13-case-studies/left-out", "551d0bf30d47347168149bc457a01cbb"): added("most"),
                Sealed("13-case-studies/left-out", "d9b74ae3eddeb8c2d15fb3e4ca543fe9"): reached("most"),
                Sealed("13-case-studies/left-out", "83c4b062dc06ed189dac22f213da478e"): of_the_reached("most"),
                Sealed("13-case-studies/left-out", "5edea83757fdf38ec8e0699356a9d5db"): of_the_reached("most"),
                Sealed("13-case-studies/left-out", "b31b7a0e9b9509e76b1775a798532cfc"): other_rival("most"),
                Sealed("13-case-studies/left-out", "ef8d5481a695db6c183903da9a06cdca"): other_rival("most"),
                Sealed("13-case-studies/left-out", "5697cefac24c3a4ba9226a50fbf804a7"): other_rival("most"),
                Sealed("13-case-studies/left-out", "71f88238b915d4fbfed5d9259d6c9a21"): other_rival("most"),
                Sealed("13-case-studies/left-out", "165f4778b5a3916cd23225ca0c430681"): only_change("most"),
                Sealed("13-case-studies/left-out", "4c4511e4b2ccd69a4a1aa3dd6ed13f25"): as_people("most"),
                Sealed("13-case-studies/left-out", "b853c7ff1f1e028ce6ee02c1153df524"): not_a_share("most"),
                Sealed("13-case-studies/left-out", "e52c4e6fa2001bd90b9f9efed449dfe0"): no_brackets("most"),
                Sealed("13-case-studies/left-out", "31f4e6560a6ec5fb59c2a5de95c1dd30"): left_share("most"),
            },
        )


@exercise(
    "wrong-names",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-names-1",
            "Compute two numbers of names first: the right ones on the list, and the wrong ones.",
        ),
        say("13-hint-names-2", "`wrong = girls * (1 - share) * ...`"),
    ],
)
def wrong_names(function):
    found = expect.call(function, 12000, 0.06, 0.86, 0.10)
    expect.true(
        isinstance(found, str) or not hasattr(found, "__len__"),
        say(
            "13-names-several",
            "Your function returns several values. Divide the wrong names by all names on the "
            "list, and return this one number.",
        ),
    )
    small = expect.call(function, 10, 0.5, 0.8, 0.2)
    expect.true(
        not (
            abs(expect.number(found) - 0.6596) < 0.0005
            and abs(expect.number(small) - 0.322) < 0.001
        ),
        say(
            "13-names-minus-share",
            "You took the share off the number of girls. First compute how many girls the share is.",
        ),
    )
    expect.close(
        found,
        Sealed("13-case-studies/wrong-names", "bf579f0dc583529c83085ba0f0169f9b"),
        otherwise=say(
            "13-not-this-result",
            "In our test your function returns {value}. A share between 0 and 1 is asked for: the "
            "wrong names, out of all names on the list.",
            value=str(found)[:40],
        ),
        mistakes={
            Sealed("13-case-studies/wrong-names", "0226960208294471d6c4b5ef854d9761"): say(
                "13-names-minus-right",
                "You took the right names off all girls. The others are those who will not become "
                "pregnant, on the list or not.",
            ),
            Sealed("13-case-studies/wrong-names", "8461d4e79f770edb364293837f655b07"): say(
                "13-names-brackets",
                "Python divides before it adds. Put the sum below the line in brackets.",
            ),
            Sealed("13-case-studies/wrong-names", "ca757c8798e576f8e4ed3b13a77e1e6c"): say(
                "13-names-found-of-all",
                "This is the share of all girls who are rightly on the list. The wrong names are asked for, out of all names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "bb8137ff29136ce9ade3bf76b306c2dc"): say(
                "13-names-right-count",
                "This is the number of right names. What share of the list is wrong?",
            ),
            Sealed("13-case-studies/wrong-names", "d72273cefada643385fa31982c094c0c"): say(
                "13-names-list-count",
                "This is the number of all names on the list. What share of them is wrong?",
            ),
            Sealed("13-case-studies/wrong-names", "b243cae28f84204a3d5ba79108c7ed8a"): say(
                "13-not-found",
                "You took one minus the share found. That is about those who are missed, "
                "not about the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "f5a6db6f6944a10b7b992382595148d6"): say(
                "13-alarm-of-others",
                "The false alarm is a share of the others. Give a share of the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "1487be9140a2b9debf46f0381d609753"): say(
                "13-right-names", "This is the share of right names. The wrong ones are asked for."
            ),
            Sealed("13-case-studies/wrong-names", "fdea98495896eee90ead39e1789da778"): say(
                "13-of-all-girls",
                "You divided the wrong names by all girls. Divide by the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "c35ffbacfc22dce1c8f2a1823771a41d"): say(
                "13-base-rate-forgotten",
                "You combined the two shares as if both groups were of the same size. How many "
                "girls are in each?",
            ),
            Sealed("13-case-studies/wrong-names", "5fcb5a2d06d285839af24dc4da7dad12"): say(
                "13-alarm-for-all",
                "You applied the false alarm to all girls. It holds for the others only.",
            ),
            Sealed("13-case-studies/wrong-names", "0fe5fd91c6bba5b82878e34710e6ccf8"): say(
                "13-alarm-from-found",
                "You used one minus the share found as the false alarm. The two are separate "
                "numbers.",
            ),
            Sealed("13-case-studies/wrong-names", "d3e10a65f43f60472a1d4fbcf6a92229"): say(
                "13-all-found",
                "You put all who will become pregnant on the list. The score finds only a part of "
                "them.",
            ),
            Sealed("13-case-studies/wrong-names", "71f81224ae5b6bf65f69f1987bd3e2aa"): say(
                "13-all-errors",
                "This is the share of all girls about whom the score errs. The question is only about the names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "790241cd5fbfa680ff52102e972ae02c"): say(
                "13-accuracy-names",
                "This is the share of all girls about whom the score is right. The question is about the wrong names on the list.",
            ),
            Sealed("13-case-studies/wrong-names", "4eb31c2ddb44087a50e646021923923b"): say(
                "13-list-share",
                "This is the share of all girls who are on the list. How many of those names are "
                "wrong?",
            ),
            Sealed("13-case-studies/wrong-names", "62cbcb63d4b8ce335718fd70763e2301"): say(
                "13-names-odds",
                "You divided the wrong names by the right ones. Below the line stand all names on "
                "the list.",
            ),
            Sealed("13-case-studies/wrong-names", "9fd7ab6cccc9a57ca7bd60151bf7c0d3"): say(
                "13-names-count",
                "This is the number of wrong names. What share of the list are they?",
            ),
        },
    )
    before = expect.number(small)
    changed = {
        "share": (10, 0.25, 0.8, 0.2),
        "found": (10, 0.5, 0.4, 0.2),
        "false_alarm": (10, 0.5, 0.8, 0.4),
    }
    unused = [
        name
        for name, values in changed.items()
        if abs(expect.number(expect.call(function, *values)) - before) < 1e-9
    ]
    expect.true(
        not unused,
        say(
            "13-names-ignores",
            "The result stays the same when {names} changes. Is a number of the example in its "
            "place? Use the names in brackets.",
            names=", ".join(unused),
        ),
    )
    expect.close(
        small,
        Sealed("13-case-studies/wrong-names", "b10bad7e6f2a9354b350ae7a96ad7346"),
        otherwise=say(
            "13-names-again",
            "With 10 girls, a share of 0.5, 0.8 found and a false alarm of 0.2 there are 4 right "
            "names and 1 wrong one, but your function returns {value}. Is a number of the example, "
            "such as 12000, left in your lines?",
            value=str(small)[:40],
        ),
    )


@exercise(
    "two-rulings",
    points=1,
    because=say(
        "13-two-rulings-why",
        "In Colombia the decision had been reasoned before the tool was asked; in Chubut nobody "
        "could tell which part was the judge's. By the cards, neither court gave harm or invented "
        "sources as its reason.",
    ),
    hints=[
        say(
            "13-hint-rulings-1",
            "Look at the lesson's two cards: what did each court say of the judge?",
        )
    ],
)
def two_rulings(key):
    expect.choice(
        key,
        right=Sealed("13-case-studies/two-rulings", "9684303f618844bfb3fa17268b648711"), options=["citations", "harm", "own-reasons", "rule"],
        wrong={
            Sealed("13-case-studies/two-rulings", "5b42ec787d83154bfce26ba275f958ec"): say(
                "13-citations",
                "The card does not speak of invented sources in either ruling. What did each court "
                "say of the judge's part?",
            ),
            Sealed("13-case-studies/two-rulings", "0c33058694e82145c5bad1ee3da0e2dd"): say(
                "13-rule-first",
                "In Colombia the guide was ordered only in the judgment. What did each court say "
                "of the judge's part?",
            ),
            Sealed("13-case-studies/two-rulings", "929af2bf77ac1d5df0f8a7865047f9da"): say(
                "13-harm",
                "By the card, neither court gave harm as a reason. What could a party still "
                "follow in the one ruling, and not in the other?",
            ),
        },
    )


@exercise(
    "which-number",
    points=2,
    because=say(
        "13-which-number-why",
        "Each number starts where the error is: files picked, by group; families in every fifth "
        "of income; people in need outside the map; earlier marks not found. Shares of all "
        "answers hide it.",
    ),
    hints=[
        say(
            "13-hint-number-1",
            "For each case ask: who is wrongly picked here, or who is not seen at all?",
        ),
        say("13-hint-number-2", "No key is used twice."),
    ],
)
def which_number(netherlands, chile, philippines, trademarks):
    picked = say(
        "13-number-netherlands",
        "`netherlands`: here files are picked for a check, and nationality counts. Which number "
        "shows whether one group is picked for nothing more often?",
    )
    unseen = say(
        "13-number-chile",
        "`chile`: some families use these services more than others. Which number shows whose "
        "children the list sees?",
    )
    places = say(
        "13-number-philippines",
        "`philippines`: a map speaks about places. Which number shows the people whom it leaves "
        "without help?",
    )
    search = say(
        "13-number-trademarks",
        "`trademarks`: here a tool searches. Which number shows what the examiner never gets to "
        "see?",
    )
    with part():
        expect.choice(
            netherlands,
            right=Sealed("13-case-studies/which-number", "bf9a8680db4afed4ce2aa563403c23ca"), options=["all-right", "changed", "fifths", "first-50", "outside", "picked"],
            wrong={
                Sealed("13-case-studies/which-number", "ea48afedeea2897688a8476bb24acf1f"): picked,
                Sealed("13-case-studies/which-number", "b05a2abe5b4e4b1ae9ba9472ed623273"): picked,
                Sealed("13-case-studies/which-number", "49b064acd115729a495bba332885bc67"): picked,
                Sealed("13-case-studies/which-number", "138cd3b832ba2d035970207d6a3d26c6"): say(
                    "13-number-together",
                    "`netherlands`: this counts all people together. Which number compares groups?",
                ),
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): unnamed_average("netherlands"),
            },
        )
    with part():
        expect.choice(
            chile,
            right=Sealed("13-case-studies/which-number", "ea48afedeea2897688a8476bb24acf1f"), options=["all-right", "changed", "fifths", "first-50", "outside", "picked"],
            wrong={
                Sealed("13-case-studies/which-number", "bf9a8680db4afed4ce2aa563403c23ca"): say(
                    "13-number-chile-hits",
                    "`chile`: this looks only at children who are on the list. Which number also "
                    "sees the children who are not on it?",
                ),
                Sealed("13-case-studies/which-number", "b05a2abe5b4e4b1ae9ba9472ed623273"): unseen,
                Sealed("13-case-studies/which-number", "49b064acd115729a495bba332885bc67"): unseen,
                Sealed("13-case-studies/which-number", "138cd3b832ba2d035970207d6a3d26c6"): not_shown("chile"),
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): unnamed_average("chile"),
            },
        )
    with part():
        expect.choice(
            philippines,
            right=Sealed("13-case-studies/which-number", "b05a2abe5b4e4b1ae9ba9472ed623273"), options=["all-right", "changed", "fifths", "first-50", "outside", "picked"],
            wrong={
                Sealed("13-case-studies/which-number", "bf9a8680db4afed4ce2aa563403c23ca"): places,
                Sealed("13-case-studies/which-number", "ea48afedeea2897688a8476bb24acf1f"): places,
                Sealed("13-case-studies/which-number", "49b064acd115729a495bba332885bc67"): places,
                Sealed("13-case-studies/which-number", "138cd3b832ba2d035970207d6a3d26c6"): not_shown("philippines"),
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): unnamed_average("philippines"),
            },
        )
    with part():
        expect.choice(
            trademarks,
            right=Sealed("13-case-studies/which-number", "49b064acd115729a495bba332885bc67"), options=["all-right", "changed", "fifths", "first-50", "outside", "picked"],
            wrong={
                Sealed("13-case-studies/which-number", "bf9a8680db4afed4ce2aa563403c23ca"): search,
                Sealed("13-case-studies/which-number", "ea48afedeea2897688a8476bb24acf1f"): search,
                Sealed("13-case-studies/which-number", "b05a2abe5b4e4b1ae9ba9472ed623273"): search,
                Sealed("13-case-studies/which-number", "138cd3b832ba2d035970207d6a3d26c6"): not_shown("trademarks"),
                Sealed("13-case-studies/which-number", "a125aef137200e5f9da580ad38025f52"): unnamed_average("trademarks"),
            },
        )


@exercise(
    "first-below",
    points=2,
    hidden=True,
    hints=[
        say(
            "13-hint-below-1",
            "The lesson's function `first_above` has the same form. One sign is different.",
        ),
        say("13-hint-below-2", "`below = values[values ... limit]`"),
    ],
)
def first_below(function):
    quarters = ["2020-1", "2020-2", "2020-3", "2020-4", "2021-1", "2021-2"]
    values = pd.Series([0.9, 0.6, 0.4, 0.5, 0.3, 0.55], index=quarters)

    def name(column, limit):
        try:
            found = expect.call(function, column, limit)
        except Exception as problem:
            stopped = code_of(problem) == "form-error"
            error = str(problem.message.values.get("error", "")) if stopped else ""
            expect.true(
                not (stopped and "KeyError" in error),
                say(
                    "13-below-key",
                    "Your function looks for a quarter that is called 0, and there is none. The "
                    "first name is at `index[0]`.",
                ),
            )
            expect.true(
                not (stopped and "IndexError" in error),
                say(
                    "13-below-index",
                    "When no value is below the limit there is no first place, and your function "
                    'stops. Use the `if` of the lesson, which returns "none".',
                ),
            )
            raise
        expect.true(
            not isinstance(found, bool) and str(getattr(found, "dtype", "")) != "bool",
            say(
                "13-below-marks",
                "Your function returns true or false. The name of a quarter is asked for.",
            ),
        )
        expect.true(
            isinstance(found, str) or not hasattr(found, "__len__"),
            say(
                "13-below-table",
                "Your function returns a table or a list. Hand over one name only, the first.",
            ),
        )
        return str(found).strip()

    value_of_quarter = say(
        "13-below-value", "This is a value. The name of its quarter is asked for."
    )
    shown = name(values, 0.6)
    wrong = {
        "2020-2": say(
            "13-below-equal", "A value that equals the limit is not below it: look at the sign."
        ),
        "2020-1": say(
            "13-below-above", "This quarter is above the limit. The alarm rings below it."
        ),
        "2020-4": say(
            "13-below-second",
            "This is the second quarter below the limit. Python counts places from 0.",
        ),
        "2021-2": say("13-below-last", "This is the last quarter below the limit, not the first."),
        "2021-1": say(
            "13-below-lowest",
            "This is the quarter with the lowest value. An alarm rings at the first one below the "
            "limit.",
        ),
        "0.4": value_of_quarter,
        "0.3": value_of_quarter,
        "2": say(
            "13-below-place",
            "This is the place in the column. The name of the quarter is asked for.",
        ),
        "4": say("13-below-how-many", "This is a number. The name of one quarter is asked for."),
        "none": say(
            "13-below-always-none",
            "Your function says that no quarter is below the limit, but in the test four are.",
        ),
    }
    for value, message in wrong.items():
        expect.true(shown.lower() != value, message)
    expect.true(
        shown == "2020-3",
        say(
            "13-below-other",
            "Your function returns {value}. The name of a quarter in `values` is asked for: does your "
            "function use another column than `values`?",
            value=shown[:40],
        ),
    )
    lower = name(values, 0.35)
    expect.true(
        lower.lower() != "none",
        say(
            "13-below-stays",
            "With the limit 0.35 your function finds no quarter, but 2021-1 is below it. One "
            "quarter is enough, even if the next one is above the limit again.",
        ),
    )
    expect.true(
        lower == "2021-1",
        say(
            "13-below-ignores-limit",
            "With the limit 0.35 your function returns {value}, but only 2021-1 is below it. Is a "
            "number in the place of `limit`?",
            value=lower[:40],
        ),
    )
    seasons = pd.Series([0.8, 0.7, 0.2], index=["spring", "summer", "autumn"])
    other = name(seasons, 0.6)
    expect.true(
        other == "autumn",
        say(
            "13-below-ignores-values",
            "In a column of spring, summer and autumn your function returns {value} instead of "
            "autumn. Is something else in the place of `values`?",
            value=other[:40],
        ),
    )
    try:
        never = name(values, 0.1)
    except Exception as problem:
        expect.true(
            code_of(problem) != "form-return",
            say(
                "13-below-nothing",
                "When no value is below the limit, your function returns nothing. Return the text "
                '"none", in quotation marks.',
            ),
        )
        raise
    expect.true(
        never.lower() == "none",
        say(
            "13-below-none",
            "When no value is below the limit, your function returns {value}. It should return the "
            'text "none".',
            value=never[:40],
        ),
    )


@exercise(
    "earliest",
    points=1,
    because=say(
        "13-earliest-why",
        "`opened` falls below 0.50 in the second quarter, `upheld` only in the fourth. Before the "
        "first letter officials could look into a sample; complaints and appeals need a letter "
        "that people have opened.",
    ),
    hints=[
        say("13-hint-earliest-1", "Go down each column to the first value below its limit."),
        say("13-hint-earliest-2", "Before the first letter nobody has appealed or complained."),
    ],
)
def earliest(column, before_launch):
    with part():
        expect.true(
            not (isinstance(column, str) and re.fullmatch(r"\d{4}-\d", column.strip())),
            say(
                "13-earliest-quarter",
                "`earliest`: this is a quarter. Give the name of the column, in quotation marks.",
            ),
        )
        expect.true(
            isinstance(column, str) or not hasattr(column, "__len__"),
            say(
                "13-earliest-column",
                "`earliest`: these are the values of a column. Give its name, in quotation marks.",
            ),
        )
        expect.choice(
            column,
            right=Sealed("13-case-studies/earliest", "8f806ec13f231ff63849e9667b87ba85"), options=["not_appealed", "opened", "upheld", "vendor_accuracy"],
            wrong={
                Sealed("13-case-studies/earliest", "fa4a5abd361f07b7d089a885c5e4512c"): say(
                    "13-maker-silent",
                    "Does this column ever change? It is measured on the maker's old data, not on "
                    "the people accused.",
                ),
                Sealed("13-case-studies/earliest", "3eafc392fcf132ea5b3bf13f4e1cd3e9"): say(
                    "13-appeal-is-proof",
                    "This column never falls below its limit: few people appeal, for whatever reason. "
                    "Which column does fall?",
                ),
                Sealed("13-case-studies/earliest", "c83f86b3841966e4858daebf43b29c38"): say(
                    "13-upheld-later",
                    "This column does raise an alarm, but appeals take time. Does another one fall "
                    "below its limit sooner?",
                ),
            },
        )
    with part():
        expect.choice(
            before_launch,
            right=Sealed("13-case-studies/earliest", "e304cd548bce3bd03562d2b23d3bb307"), options=["after-appeals", "check-some", "small-start", "warn-in-letter"],
            wrong={
                Sealed("13-case-studies/earliest", "5b54d5052ea3b330d6663c9574ae696f"): say(
                    "13-disclaimer",
                    "A sentence in a letter leaves the burden with the person, and most letters are "
                    "not opened. What would have kept wrong letters from going out?",
                ),
                Sealed("13-case-studies/earliest", "6fd00a907298742190ef0848bfd6d4f1"): say(
                    "13-silence",
                    "Letters would go out there too, and silence is no proof: few people complain "
                    "about a letter that they did not open.",
                ),
                Sealed("13-case-studies/earliest", "6e667a27119e133353d8ff2d53205dca"): say(
                    "13-after-appeals",
                    "Without a letter nobody appeals, so no appeal will ever show it. What could "
                    "the officials find out before they send the first letter?",
                ),
            },
        )
