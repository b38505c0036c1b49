"""The checks of 08-explaining-decisions. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "08-explaining-decisions"

import re

import numpy as np
import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ModelCard, measures

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




@exercise(
    "quick-sex",
    hints=[
        say("08-hint-sex-1", "Read the sentences on the data at the top of the lesson once more.")
    ],
)
def quick_sex(key):
    expect.choice(
        key,
        right=Sealed("08-explaining-decisions/quick-sex", "10aede5cffd95fe91fd689935dd6a6f8"), options=["cannot-tell", "model-blind", "not-needed", "too-few"],
        wrong={
            Sealed("08-explaining-decisions/quick-sex", "a4f4e9f6f2f023682e66ce5032073433"): say(
                "08-gender",
                "A model that is not told the sex can still treat women and men differently. The "
                "audit fails for another reason: look at what the column itself can say.",
            ),
            Sealed("08-explaining-decisions/quick-sex", "cd2cdb9aa21c5d0cd4cd2169efa59297"): say(
                "08-gender-few",
                "With 1,000 people there would be enough. What is missing is not people but "
                "knowledge about them.",
            ),
            Sealed("08-explaining-decisions/quick-sex", "2525cbab19750cdc29deb18db27152e4"): say(
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
        right=Sealed("08-explaining-decisions/quick-twin", "966c9afb650811f9f5b699eaaf9a987f"), options=["cause", "irrelevant", "shared", "worse-model"],
        wrong={
            Sealed("08-explaining-decisions/quick-twin", "d0c0cd7a5883728f43dcd7b9326b8e2b"): say(
                "08-correlated",
                "Look at the bar in which both are shuffled: does the information still matter?",
            ),
            Sealed("08-explaining-decisions/quick-twin", "64ed3b66f0186368b874d35ba727e317"): say(
                "08-twin-worse",
                "Compare the two printed shares of pairs: has the model become worse at sorting?",
            ),
            Sealed("08-explaining-decisions/quick-twin", "2b1bfdcb42f0dcd9ffcca8aee9699b69"): say(
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
        right=Sealed("08-explaining-decisions/quick-letter", "b77ffc248e57087ef6e8f8c9e1ff3626"), options=["short-words", "true", "understood", "useful"],
        wrong={
            Sealed("08-explaining-decisions/quick-letter", "f1ae087a0c2dd3e0d5b9573d7dc23c94"): say(
                "08-readability-understood",
                "The formula met no reader. Only people who read the letter can show that they "
                "understood it.",
            ),
            Sealed("08-explaining-decisions/quick-letter", "0378de9cc505e4bb53cbe886d2962e35"): say(
                "08-readability-true",
                "The formula counts words and syllables. Does a wrong reason have more of them?",
            ),
            Sealed("08-explaining-decisions/quick-letter", "09a6bc95fba13ee623ad445ec56eac2f"): say(
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
        right=Sealed("08-explaining-decisions/quick-card", "66698ea2350fe4351d78acdbab214414"), options=["human", "number", "owner", "purpose"],
        wrong={
            Sealed("08-explaining-decisions/quick-card", "c3c07be4bce1ada2c35bc5e24026de19"): say(
                "08-card-owner",
                "A machine sees that a name is there, not whether this office really answers.",
            ),
            Sealed("08-explaining-decisions/quick-card", "2036adba8cca850d7774f64e7af9d6f1"): say(
                "08-card-purpose",
                "Whether a purpose is lawful and kept to is for people to check, over years.",
            ),
            Sealed("08-explaining-decisions/quick-card", "114559db5f18c4fba081ed8a2864205c"): say(
                "08-card-human",
                "The card can promise a human check. Whether it takes place stands in no table.",
            ),
        },
    )




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
        Sealed("08-explaining-decisions/unpaid-share", "e788a4f97b902efecddd4d54c1ee5a78"),
        mistakes={
            Sealed("08-explaining-decisions/unpaid-share", "77b669ccfb0fe0eb753b2d99a6ee68cd"): say(
                "08-code-two",
                "You took the mean of the codes 1 and 2. The datasheet says which of them means "
                "not repaid: make true and false first.",
            ),
            Sealed("08-explaining-decisions/unpaid-share", "5a9454c89a185ab5d93a0e4e6da282f8"): say(
                "08-whole-table",
                "This is the share in the whole table: keep only the people who are asked about.",
            ),
            Sealed("08-explaining-decisions/unpaid-share", "f2d963f5f85f7d64ce218ed4ec29c378"): say(
                "08-other-whole",
                "You divided by all loans that were not repaid. The question starts from the "
                "people without known savings.",
            ),
            Sealed("08-explaining-decisions/unpaid-share", "9ff1a8a5632682f5c1093fd2c1293a4d"): say(
                "08-all-loans", "You divided by all 1,000 loans. Out of whom is the share asked?"
            ),
            Sealed("08-explaining-decisions/unpaid-share", "d5e2033959b9a6f87c60fbc4eae59895"): say("08-other-savings", "This is the share for another group of savings."),
            Sealed("08-explaining-decisions/unpaid-share", "7bb81f7c69f2c9674e7f1feeaba124be"): say("08-other-savings", "This is the share for another group of savings."),
            Sealed("08-explaining-decisions/unpaid-share", "6c8e9c3e7c5eea4d369aaa45bb3ea3d4"): say(
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
        Sealed("08-explaining-decisions/threshold", "81ff16590b5fabd9269ace95fb770872"),
        mistakes={
            Sealed("08-explaining-decisions/threshold", "1383a2a772971e4ecced97a17d69f8c5"): say(
                "08-cost-side",
                "Which mistake is the dearer one? With this line the office would accept almost "
                "everybody and make just that one.",
            ),
            Sealed("08-explaining-decisions/threshold", "67e8fbcbf13722b08d0ec16beb2d36ca"): say(
                "08-cost-odds",
                "You divided one cost by the other: divide by both costs together.",
            ),
            Sealed("08-explaining-decisions/threshold", "cadc7875bda180f9878052c0bca81a2b"): say(
                "08-cost-odds", "You divided one cost by the other: divide by both costs together."
            ),
            Sealed("08-explaining-decisions/threshold", "4591238e93107693f1ce85aaac351dd5"): say(
                "08-cost-habit",
                "One half is right only when both mistakes cost the same.",
            ),
            Sealed("08-explaining-decisions/threshold", "4080259288724165e43aa528a624abe2"): say(
                "08-cost-other-loans",
                "This is the threshold for personal loans. The costs asked about are others.",
            ),
            Sealed("08-explaining-decisions/threshold", "16f595b4fa58d9f9a32539f30b8a3455"): say(
                "08-cost-lesson",
                "This is the threshold of the bank in the lesson. The costs asked about are others.",
            ),
            Sealed("08-explaining-decisions/threshold", "570d36b02262061cf1b9dbf51498b8c7"): say(
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
        right=Sealed("08-explaining-decisions/amount-says", "36fec29eb5649d4654e0428d0bae1c29"), options=["broken", "causes", "irrelevant", "stands-in"],
        wrong={
            Sealed("08-explaining-decisions/amount-says", "f0b6bbc9df1eaf38cd43f62479ac2ebc"): say(
                "08-amount-irrelevant",
                "Compare with the last row: once its companion is away, does the score still "
                "do without the amount?",
            ),
            Sealed("08-explaining-decisions/amount-says", "642f001b02877b2e17e94e6dcf310c90"): say(
                "08-amount-cause",
                "Would the outcome change if we changed the amount, or does the amount only go "
                "along? Shuffling cannot tell.",
            ),
            Sealed("08-explaining-decisions/amount-says", "b0a1d6169cd85495cc9e1ff9cc08cc6a"): say(
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
            Sealed("08-explaining-decisions/average-line", "ea58af5dcaf343bb6995641cfdfc79be"),
            mistakes={
                Sealed("08-explaining-decisions/average-line", "c84eab1fe9fa59b16514e3c69c796d2c"): RAW_RATE,
                Sealed("08-explaining-decisions/average-line", "f61719243266853e08ccc10ffff02ead"): RAW_RATE,
                Sealed("08-explaining-decisions/average-line", "aeabaae2c456a01b6598006cced4e516"): say(
                    "08-own-length",
                    "You kept the people whose loans are this long already. Set everybody's loan "
                    "to this length.",
                ),
                Sealed("08-explaining-decisions/average-line", "6c278c1fb9e379692b9c2493b6cc66b6"): WRONG_TABLE,
                Sealed("08-explaining-decisions/average-line", "b5584835793d5e5770c2246339d51295"): WRONG_TABLE,
                Sealed("08-explaining-decisions/average-line", "ae299af5e4ab6718c7dd150ab6a54623"): YES_NO,
                Sealed("08-explaining-decisions/average-line", "b8130af919e24bb19e18055974a1971e"): YES_NO,
                Sealed("08-explaining-decisions/average-line", "f8ec1a995717d3b6cc80c68ca99afd4b"): say(
                    "08-unchanged",
                    "This is the mean score with every loan as it is: nothing was set.",
                ),
                Sealed("08-explaining-decisions/average-line", "f268030495db133917fb0c733ea2fc8a"): say("08-lengths-swapped", "The two lengths have changed places."),
            },
        )
    with part():
        expect.close(
            long,
            Sealed("08-explaining-decisions/average-line", "f268030495db133917fb0c733ea2fc8a"),
            mistakes={
                Sealed("08-explaining-decisions/average-line", "a26e501da6d351c6aaffcea68f5dca0c"): RAW_RATE,
                Sealed("08-explaining-decisions/average-line", "69e74b89709c58ea8e18238c979234f8"): RAW_RATE,
                Sealed("08-explaining-decisions/average-line", "c5a31980cd9d84e6d926aee9d8ecc4d7"): say(
                    "08-own-length",
                    "You kept the people whose loans are this long already. Set everybody's loan "
                    "to this length.",
                ),
                Sealed("08-explaining-decisions/average-line", "d7d940cb01cd96cb8f7f9cc5cb5acb38"): WRONG_TABLE,
                Sealed("08-explaining-decisions/average-line", "e08bd035223783b6de54dc03cd8bdd7b"): WRONG_TABLE,
                Sealed("08-explaining-decisions/average-line", "5d017f8101337c37eb5c6c49a0751f9a"): YES_NO,
                Sealed("08-explaining-decisions/average-line", "88fcd794bfd13984355a79c88f477903"): YES_NO,
                Sealed("08-explaining-decisions/average-line", "f8ec1a995717d3b6cc80c68ca99afd4b"): say(
                    "08-unchanged",
                    "This is the mean score with every loan as it is: nothing was set.",
                ),
                Sealed("08-explaining-decisions/average-line", "ea58af5dcaf343bb6995641cfdfc79be"): say("08-lengths-swapped", "The two lengths have changed places."),
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
        right=Sealed("08-explaining-decisions/clerk-claim", "fbd7b81b9debdcc955273274ef4ccc45"), options=["average-only", "holds-for-her", "raw-rates", "shorter-helps"],
        wrong={
            Sealed("08-explaining-decisions/clerk-claim", "898c7242d547a47d9f6ce0b712651c12"): say(
                "08-pdp-person",
                "Whose line is this? Think of the thin lines in the lesson: few of them ran where "
                "the thick one did.",
            ),
            Sealed("08-explaining-decisions/clerk-claim", "86bcd687a59ecc9c83ba20514cada7be"): say(
                "08-pdp-cause",
                "The model saw who took short loans and who repaid. It never saw what happens to "
                "one person when the length is changed.",
            ),
            Sealed("08-explaining-decisions/clerk-claim", "fc25047abc2049a682d6c53285ee35b1"): say(
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
        Sealed("08-explaining-decisions/longest-loan", "f3716f378d0f423c1fcce5b3190060ff"),
        mistakes={
            Sealed("08-explaining-decisions/longest-loan", "e6e10fd04417519f5c4feae1357384d0"): say(
                "08-longest-over",
                "At this length the score is still at the threshold or above: the score must be "
                "below it.",
            ),
            Sealed("08-explaining-decisions/longest-loan", "321e438522a98e2f03e6b641466b0844"): say(
                "08-longest-line",
                "You used the threshold of the lesson's bank. The fund refuses from 0.2 on.",
            ),
            Sealed("08-explaining-decisions/longest-loan", "9425b6eb29a272514c60f2521bb3b9b0"): say(
                "08-longest-half",
                "You compared with one half. The fund refuses from 0.2 on.",
            ),
            Sealed("08-explaining-decisions/longest-loan", "26a044129ad3d47e305c06c1527ac86e"): say(
                "08-longest-guarantor",
                "That is with a guarantor. Here all else stays as the application has it.",
            ),
            Sealed("08-explaining-decisions/longest-loan", "0973609eece3dc5c452fafa578bd3a23"): say(
                "08-longest-own", "That is the length applied for, and its score is above the line."
            ),
            Sealed("08-explaining-decisions/longest-loan", "f8435648a1887a8b45bcf34132bb8200"): say(
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
            right=Sealed("08-explaining-decisions/offer", "091c6eabba33e9a9b9c4040d390a7e60"), options=["all-four", "employer", "guarantor-or-smaller", "older"],
            wrong={
                Sealed("08-explaining-decisions/offer", "956ec7dcd404c491c1231d176fe0b917"): say(
                    "08-immutable",
                    "The score would fall, but nobody can choose their age. Could this person do "
                    "it by next month?",
                ),
                Sealed("08-explaining-decisions/offer", "2a060dd1aabca3443b8330a2522821ca"): say(
                    "08-past",
                    "The years with an employer are past. And an office that advises people to "
                    "give up a job for its score does harm.",
                ),
                Sealed("08-explaining-decisions/offer", "680b8f6993af1f650e62f3c06f86e0c3"): say(
                    "08-offer-all",
                    "A list with rows that nobody can act on is not advice. Strike those out first.",
                ),
            },
        )
    with part():
        expect.choice(
            sentence,
            right=Sealed("08-explaining-decisions/offer", "e72913376c9f68e64848582eecd0f0be"), options=["nothing", "promise", "score-only", "under-conditions"],
            wrong={
                Sealed("08-explaining-decisions/offer", "ffef7d5a016dfd5070329378b162f974"): say(
                    "08-guarantee",
                    "Does the letter promise more than the model knows? A clerk decides, and the "
                    "guarantor has not been looked at.",
                ),
                Sealed("08-explaining-decisions/offer", "5872a84ef2b9ffe2d9a96e221b1c544a"): say(
                    "08-score-only",
                    "A number compared with a limit is no reason that a person can answer. What would have "
                    "to be different?",
                ),
                Sealed("08-explaining-decisions/offer", "0e0e0b5c414e75ec671f880d6647f8dd"): say(
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
        right=Sealed("08-explaining-decisions/main-reason", "0c331597b8d8e15b7ecd060f4df78cd4"), options=["age", "checking-account", "duration", "guarantor"],
        wrong={
            Sealed("08-explaining-decisions/main-reason", "ae08bad9f608b9e40295411060cd14c0"): say(
                "08-reason-is-weight",
                "This column can matter most of all. Is it one in which this person does worse "
                "than those accepted?",
            ),
            Sealed("08-explaining-decisions/main-reason", "56370b0e9b4e17a1040ff9ae6681fbc1"): say(
                "08-reason-remedy",
                "A guarantor would help, but that is a way forward. What speaks against this "
                "application most?",
            ),
            Sealed("08-explaining-decisions/main-reason", "65eeaa607d52d567ab933a4337c9430e"): say(
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
    expect.close(
        expect.call(function, 100, 5, 200),
        Sealed("08-explaining-decisions/perspicuity", "af384d0d4de41007e515ade8e0de47b0"),
        mistakes={
            Sealed("08-explaining-decisions/perspicuity", "aab9559f9cde58be61597ae21edcb57c"): say(
                "08-other-formula",
                "These are the numbers of the English formula. Each language has its own.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "10ab2ad935099acfa56885362e6ac13a"): swapped,
            Sealed("08-explaining-decisions/perspicuity", "dc1b5a5b06d070c26c75e212d88629d9"): swapped,
            Sealed("08-explaining-decisions/perspicuity", "00efcc84fce5765c2de0dffd3217c9b2"): swapped,
            Sealed("08-explaining-decisions/perspicuity", "b6a2812a5dba4c71b3d9ca2e0754e504"): say(
                "08-other-spanish",
                "These are the numbers of another Spanish formula. Take those in the exercise.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "63ea051bb890c2f08713f101cb6ded0c"): say(
                "08-other-spanish",
                "These are the numbers of another Spanish formula. Take those in the exercise.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "995c752bde7f375fa24171ececc7b27a"): say(
                "08-perspicuity-sign",
                "Longer sentences should lower the score: look at the sign of the last term.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "94c8cefd564fb7b7fb847a949caca263"): say(
                "08-perspicuity-sign-words",
                "Longer words should lower the score: look at the sign before 62.3.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "da70582780bcb8b9f0939d7aff3cd65d"): say(
                "08-perspicuity-total",
                "You took all syllables. The formula takes syllables for each word.",
            ),
            Sealed("08-explaining-decisions/perspicuity", "6aaf5bf05a1370007946218c9118a171"): say(
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
)


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
