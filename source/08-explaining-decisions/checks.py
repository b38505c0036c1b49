"""What each exercise of module 08 must satisfy, and what to say when it does not."""

import re

import numpy as np
import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ModelCard, measures

# Sentences that several exercises share.
WRONG_TABLE = say(
    "08-wrong-table",
    "The right sum over other people: use the 300 test applications, which the model had not met.",
)
RAW_RATE = say(
    "08-raw-rate",
    "That is what happened to the people whose loans were this long. Asked is the score when "
    "everybody's loan is set to this length.",
)
YES_NO = say(
    "08-yes-no",
    "That is a share of people above a line. Asked is the mean of the scores themselves.",
)


# Self-checks of the lesson.


@exercise(
    "quick-sex",
    hints=[
        say("08-hint-sex-1", "Read the sentences on the data at the top of the lesson once more.")
    ],
)
def quick_sex(key):
    expect.choice(
        key,
        right="cannot-tell",
        wrong={
            "model-blind": say(
                "08-gender",
                "A model that is not told the sex can still treat women and men differently. The "
                "audit fails for another reason: look at what the column itself can say.",
            ),
            "too-few": say(
                "08-gender-few",
                "With 1,000 people there would be enough. What is missing is not people but "
                "knowledge about them.",
            ),
            "not-needed": say(
                "08-gender-needed",
                "In a loan office the question is needed more than elsewhere. Look at what the "
                "column itself can say.",
            ),
        },
    )


@exercise(
    "quick-twin",
    hints=[
        say(
            "08-hint-twin-1",
            "When one of two twins is shuffled, where does the model still find the information?",
        )
    ],
)
def quick_twin(key):
    expect.choice(
        key,
        right="shared",
        wrong={
            "irrelevant": say(
                "08-correlated",
                "Look at the bar in which both are shuffled: does the information still matter?",
            ),
            "worse-model": say(
                "08-twin-worse",
                "Compare the two printed shares of pairs: has the model become worse at sorting?",
            ),
            "cause": say(
                "08-cause",
                "Importance says how much the score leans on a column. Would people repay if "
                "somebody changed the column?",
            ),
        },
    )


@exercise(
    "quick-letter",
    hints=[
        say("08-hint-letter-1", "Which of the three numbers in the formula would notice a lie?")
    ],
)
def quick_letter(key):
    expect.choice(
        key,
        right="short-words",
        wrong={
            "understood": say(
                "08-readability-understood",
                "The formula met no reader. Only people who read the letter can show that they "
                "understood it.",
            ),
            "true": say(
                "08-readability-true",
                "The formula counts words and syllables. Does a wrong reason have more of them?",
            ),
            "useful": say(
                "08-readability-useful",
                "The third draft says nothing that helps, and look at its score.",
            ),
        },
    )


@exercise(
    "quick-card",
    hints=[
        say(
            "08-hint-quick-card-1",
            "Ask of each sentence: which number in a table could be laid beside it?",
        )
    ],
)
def quick_card(key):
    expect.choice(
        key,
        right="number",
        wrong={
            "owner": say(
                "08-card-owner",
                "A machine sees that a name is there, not whether this office really answers.",
            ),
            "purpose": say(
                "08-card-purpose",
                "Whether a purpose is lawful and kept to is for people to check, over years.",
            ),
            "human": say(
                "08-card-human",
                "The card can promise a human check. Whether it takes place stands in no table.",
            ),
        },
    )


# The assignment.


@exercise(
    "unpaid-share",
    points=1,
    hints=[
        say(
            "08-hint-unpaid-1",
            'First keep the rows: `loans[loans["savings"] == "..."]`, with the value written as '
            "in the table.",
        ),
        say(
            "08-hint-unpaid-2",
            "A comparison with `credit_risk` gives a column of true and false. Its mean is a share.",
        ),
    ],
)
def unpaid_share(share):
    expect.close(
        share,
        0.35987,
        mistakes={
            1.35987: say(
                "08-code-two",
                "You took the mean of the codes 1 and 2. The datasheet says which of them means "
                "not repaid: make true and false first.",
            ),
            0.3: say(
                "08-whole-table",
                "This is the share in the whole table: keep only the people who are asked about.",
            ),
            0.72333: say(
                "08-other-whole",
                "You divided by all loans that were not repaid. The question starts from the "
                "people without known savings.",
            ),
            0.217: say(
                "08-all-loans", "You divided by all 1,000 loans. Out of whom is the share asked?"
            ),
            0.33010: say("08-other-savings", "This is the share for another group of savings."),
            0.17486: say("08-other-savings", "This is the share for another group of savings."),
            0.20907: say(
                "08-other-savings",
                "This is the share for another group of savings.",
            ),
        },
    )


@exercise(
    "threshold",
    points=1,
    hints=[
        say(
            "08-hint-threshold-1",
            "Which of the two mistakes does a refusal make, and which one does it avoid?",
        ),
        say(
            "08-hint-threshold-2",
            "The cost of refusing wrongly stands above the line, both costs together below it.",
        ),
    ],
)
def threshold(line):
    expect.close(
        line,
        0.25,
        mistakes={
            0.75: say(
                "08-cost-side",
                "Which mistake is the dearer one? With this line the office would accept almost "
                "everybody and make just that one.",
            ),
            0.33333: say(
                "08-cost-odds",
                "You divided one cost by the other: divide by both costs together.",
            ),
            3: say(
                "08-cost-odds", "You divided one cost by the other: divide by both costs together."
            ),
            0.5: say(
                "08-cost-habit",
                "One half is right only when both mistakes cost the same.",
            ),
            0.2: say(
                "08-cost-other-loans",
                "This is the threshold for personal loans. The costs asked about are others.",
            ),
            0.16667: say(
                "08-cost-lesson",
                "This is the threshold of the bank in the lesson. The costs asked about are others.",
            ),
            0.3: say(
                "08-cost-share",
                "This is the share of loans not repaid. The threshold follows from the costs.",
            ),
        },
    )


@exercise(
    "amount-says",
    points=1,
    hints=[
        say(
            "08-hint-amount-1",
            "Large loans are mostly long loans. While one column is shuffled, the other stays.",
        ),
    ],
)
def amount_says(key):
    expect.choice(
        key,
        right="stands-in",
        wrong={
            "irrelevant": say(
                "08-amount-irrelevant",
                "Compare with the last row: once its companion is away, does the score still "
                "do without the amount?",
            ),
            "causes": say(
                "08-amount-cause",
                "Would the outcome change if we changed the amount, or does the amount only go "
                "along? Shuffling cannot tell.",
            ),
            "broken": say(
                "08-amount-broken",
                "Both numbers were measured correctly. They answer two questions: what stays in "
                "place while the amount is shuffled?",
            ),
        },
    )


@exercise(
    "importance",
    points=2,
    hidden=True,
    hints=[
        say("08-hint-importance-1", "Work on a copy: `table.copy()`."),
        say(
            "08-hint-importance-2",
            "Make one source of chance, `np.random.default_rng(seed)`. Its method `permutation` "
            "gives the values of a column in another order.",
        ),
        say(
            "08-hint-importance-3",
            "First the quality of the table as it is, then that of the copy; return the first "
            "minus the second.",
        ),
    ],
)
def importance(function):
    truth = np.array([0, 1, 1, 0, 1, 0, 0, 1] * 25)
    table = pd.DataFrame({"asked": truth, "idle": np.arange(200)})

    def quality(rows):
        return float((rows["asked"].to_numpy() == truth).mean())

    found = expect.number(expect.call(function, quality, table, "asked", 1))
    idle = expect.number(expect.call(function, quality, table, "idle", 1))
    expect.true(
        (table["asked"].to_numpy() == truth).all(),
        say(
            "08-shuffle-inplace",
            "After your function has run, the table given to it is shuffled too: work on a copy.",
        ),
    )
    expect.true(
        abs(found) > 1e-9 or abs(idle) > 1e-9,
        say(
            "08-shuffle-nothing",
            "Nothing was shuffled: pandas puts values back by the label of their row. Take the "
            "values without labels, with `.to_numpy()`.",
        ),
    )
    expect.true(
        abs(idle - 1) > 1e-9,
        say(
            "08-shuffle-quality",
            "You return a quality. Asked is how much of it is lost: the quality before minus the "
            "quality after.",
        ),
    )
    expect.true(
        abs(idle) < 1e-9,
        say(
            "08-shuffle-rows",
            "A column that the score does not use gets an importance: shuffle one column, not "
            "whole rows.",
        ),
    )
    expect.true(
        found > 0,
        say("08-shuffle-sign", "The sign is turned: what is lost is before minus after."),
    )
    expect.true(
        0.3 < found < 0.7,
        say(
            "08-shuffle-size",
            "Shuffling a column of zeros and ones, half each, should cost about half of the "
            "right answers. Look at how the two qualities are set against each other.",
        ),
    )
    again = [expect.number(expect.call(function, quality, table, "asked", 2)) for _ in range(4)]
    expect.true(
        len(set(again)) == 1,
        say(
            "08-shuffle-seed",
            "Two calls with the same seed give different results: make the source of chance "
            "from `seed`, inside the function.",
        ),
    )
    others = {expect.number(expect.call(function, quality, table, "asked", n)) for n in range(3, 9)}
    expect.true(
        len(others) > 1,
        say(
            "08-shuffle-constant",
            "Every seed gives the same result: the values should come in another order each "
            "time, and the order should come from `seed`.",
        ),
    )


@exercise(
    "average-line",
    points=2,
    hints=[
        say(
            "08-hint-average-1",
            "`test.assign(duration=12)` is the table with every loan set to 12 months.",
        ),
        say("08-hint-average-2", "`score(...)` gives 300 numbers. Take their mean."),
    ],
)
def average_line(short, long):
    with part():
        expect.share(
            short,
            0.25665,
            mistakes={
                0.24074: RAW_RATE,
                0.27374: RAW_RATE,
                0.22610: say(
                    "08-own-length",
                    "You kept the people whose loans are this long already. Set everybody's loan "
                    "to this length.",
                ),
                0.25370: WRONG_TABLE,
                0.25459: WRONG_TABLE,
                0.56: YES_NO,
                0.05667: YES_NO,
                0.30091: say(
                    "08-unchanged",
                    "This is the mean score with every loan as it is: nothing was set.",
                ),
                0.37526: say("08-lengths-swapped", "The two lengths have changed places."),
            },
        )
    with part():
        expect.close(
            long,
            0.37526,
            mistakes={
                0.51852: RAW_RATE,
                0.44578: RAW_RATE,
                0.39612: say(
                    "08-own-length",
                    "You kept the people whose loans are this long already. Set everybody's loan "
                    "to this length.",
                ),
                0.36973: WRONG_TABLE,
                0.37139: WRONG_TABLE,
                0.69: YES_NO,
                0.35667: YES_NO,
                0.30091: say(
                    "08-unchanged",
                    "This is the mean score with every loan as it is: nothing was set.",
                ),
                0.25665: say("08-lengths-swapped", "The two lengths have changed places."),
            },
        )


@exercise(
    "clerk-claim",
    points=1,
    hints=[
        say("08-hint-clerk-1", "How many people's scores went into each of the two percentages?")
    ],
)
def clerk_claim(key):
    expect.choice(
        key,
        right="average-only",
        wrong={
            "holds-for-her": say(
                "08-pdp-person",
                "Whose line is this? Think of the thin lines in the lesson: few of them ran where "
                "the thick one did.",
            ),
            "shorter-helps": say(
                "08-pdp-cause",
                "The model saw who took short loans and who repaid. It never saw what happens to "
                "one person when the length is changed.",
            ),
            "raw-rates": say(
                "08-pdp-raw",
                "Those rates compare different people: who takes a long loan differs in other "
                "ways too. And they are not this applicant's either.",
            ),
        },
    )


@exercise(
    "longest-loan",
    points=1,
    hints=[
        say(
            "08-hint-longest-1",
            "Try one length: `score(applicant.assign(duration=30))`. Is it below the fund's "
            "threshold?",
        ),
        say(
            "08-hint-longest-2",
            "Try all whole months in a loop, and keep the largest that is still below 0.2.",
        ),
    ],
)
def longest_loan(months):
    expect.count(
        months,
        35,
        mistakes={
            36: say(
                "08-longest-over",
                "At this length the score is still at the threshold or above: the score must be "
                "below it.",
            ),
            27: say(
                "08-longest-line",
                "You used the threshold of the lesson's bank. The fund refuses from 0.2 on.",
            ),
            72: say(
                "08-longest-half",
                "You compared with one half. The fund refuses from 0.2 on.",
            ),
            62: say(
                "08-longest-guarantor",
                "That is with a guarantor. Here all else stays as the application has it.",
            ),
            39: say(
                "08-longest-own", "That is the length applied for, and its score is above the line."
            ),
            4: say(
                "08-longest-shortest",
                "That is the shortest loan below the line. The applicant wants to know the longest.",
            ),
        },
    )


@exercise(
    "offer",
    points=2,
    hints=[
        say(
            "08-hint-offer-1",
            "Ask of each row: could this person do it by next month, and would anybody want it?",
        ),
        say(
            "08-hint-offer-2",
            "Ask of each sentence: would the office keep this word if the clerk found something "
            "else in the file?",
        ),
    ],
)
def offer(changes, sentence):
    with part():
        expect.choice(
            changes,
            right="guarantor-or-smaller",
            wrong={
                "older": say(
                    "08-immutable",
                    "The score would fall, but nobody can choose their age. Could this person do "
                    "it by next month?",
                ),
                "employer": say(
                    "08-past",
                    "The years with an employer are past. And an office that advises people to "
                    "give up a job for its score does harm.",
                ),
                "all-four": say(
                    "08-offer-all",
                    "A list with rows that nobody can act on is not advice. Strike those out first.",
                ),
            },
        )
    with part():
        expect.choice(
            sentence,
            right="under-conditions",
            wrong={
                "promise": say(
                    "08-guarantee",
                    "Does the letter promise more than the model knows? A clerk decides, and the "
                    "guarantor has not been looked at.",
                ),
                "score-only": say(
                    "08-score-only",
                    "A number compared with a limit is no reason that a person can answer. What would have "
                    "to be different?",
                ),
                "nothing": say(
                    "08-offer-silent",
                    "The table shows that something can be done. The person is owed it.",
                ),
            },
        )


@exercise(
    "main-reason",
    points=1,
    hints=[
        say(
            "08-hint-reason-1",
            "The first column of numbers is about all people, the second about this one.",
        )
    ],
)
def main_reason(key):
    expect.choice(
        key,
        right="duration",
        wrong={
            "checking-account": say(
                "08-reason-is-weight",
                "This column can matter most of all. Is it one in which this person does worse "
                "than those accepted?",
            ),
            "guarantor": say(
                "08-reason-remedy",
                "A guarantor would help, but that is a way forward. What speaks against this "
                "application most?",
            ),
            "age": say(
                "08-reason-age",
                "Read the sign: for this person the age speaks for the application, not against it.",
            ),
        },
    )


@exercise(
    "perspicuity",
    points=1,
    hidden=True,
    hints=[
        say(
            "08-hint-perspicuity-1",
            "Two quotients are needed: syllables by words, and words by sentences.",
        ),
        say("08-hint-perspicuity-2", "Start from 206.835 and take both terms away from it."),
    ],
)
def perspicuity(function):
    swapped = say(
        "08-readability",
        "A quotient stands on its head. Check your counts by hand on one sentence: a sentence "
        "has many words, a word has a few syllables.",
    )
    # 100 words in 5 sentences with 200 syllables: 206.835 - 62.3 x 2 - 20.
    expect.close(
        expect.call(function, 100, 5, 200),
        62.235,
        mistakes={
            17.335: say(
                "08-other-formula",
                "These are the numbers of the English formula. Each language has its own.",
            ),
            82.185: swapped,
            155.685: swapped,
            175.635: swapped,
            66.44: say(
                "08-other-spanish",
                "These are the numbers of another Spanish formula. Take those in the exercise.",
            ),
            81.74: say(
                "08-other-spanish",
                "These are the numbers of another Spanish formula. Take those in the exercise.",
            ),
            102.235: say(
                "08-perspicuity-sign",
                "Longer sentences should lower the score: look at the sign of the last term.",
            ),
            311.435: say(
                "08-perspicuity-sign-words",
                "Longer words should lower the score: look at the sign before 62.3.",
            ),
            -12273.165: say(
                "08-perspicuity-total",
                "You took all syllables. The formula takes syllables for each word.",
            ),
            -2305.165: say(
                "08-perspicuity-per-sentence",
                "You divided the syllables by the sentences. The formula takes them for each word.",
            ),
        },
    )


CASES = {"19-24": (8, 17, 3, 18), "25-59": (91, 81, 9, 55), "60-75": (6, 7, 0, 5)}
"""Of the fund's 300 test applications, by age: repaid and accepted, repaid and refused, not
repaid and accepted, not repaid and refused."""


def fund_measures():
    """What the notebook measures, from the counts of the four cases."""
    counts = [n for four in CASES.values() for n in four]
    unpaid = np.repeat([0, 0, 1, 1] * len(CASES), counts)
    advised = np.repeat([0, 1, 0, 1] * len(CASES), counts)
    ages = np.repeat(list(CASES), [sum(four) for four in CASES.values()])
    return measures(
        unpaid, advised, data="test", metrics=("accuracy", "baseline accuracy")
    ) + measures(unpaid, advised, data="test", groups=ages, metrics=("false positive rate",))


ANSWERABLE = ("owner", "contact", "human_check", "date", "review_on")
USE = (
    "name", "version", "purpose", "not_for", "decision", "data", "threshold", "threshold_why",
    "fails_for", "explanation",
)  # fmt: skip


@exercise(
    "model-card",
    points=3,
    hints=[
        say(
            "08-hint-card-1",
            "Go line by line through the template: no `...` may be left, and the spaces at the "
            "beginning of a line stay as they are.",
        ),
        say(
            "08-hint-card-2",
            "Each row of measures takes four numbers from one row of the table above.",
        ),
    ],
)
def model_card(card):
    with part():
        expect.artefact(ModelCard, card, only=ANSWERABLE)
    with part():
        expect.artefact(ModelCard, card, only=USE)
        expect.true(
            re.search(r"^threshold: *[\"']?0?\.20*\b", card, re.MULTILINE)
            if isinstance(card, str)
            else card["threshold"] == 0.2,
            say(
                "08-card-threshold",
                "`threshold`: from which score on does the fund advise to refuse a personal loan? "
                "Exercise 7 says it.",
            ),
        )
    with part():
        expect.artefact(ModelCard, card, only=("measures",), measured=fund_measures())
