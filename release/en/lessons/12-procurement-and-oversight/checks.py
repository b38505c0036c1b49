"""The checks of 12-procurement-and-oversight. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "12-procurement-and-oversight"

import re

from course.checking import exercise, expect, part, say
from course.dossier import OversightPlan

ONLINE = {"web", "website", "online", "app", "whatsapp", "chat", "email", "e-mail", "courriel"}
WATCHING = re.compile(
    r"clerk|chimbo|complaints desk|^(the |la |el |o |a |le )?supervis(or|ora|eur|eure)\b(?!.*bank)"
)
VENDOR = ("vendor", "supplier", "proveedor", "fornecedor", "fournisseur")

WHOLE_TRIAL = say(
    "12-whole-trial", "This is the figure for all messages: keep only those that are asked for."
)
ACCURACY = say(
    "12-accuracy-for-recall",
    "This is accuracy, which counts mainly the easy messages. Recall looks at the critical ones "
    "only.",
)


def not_share(value):
    """The last resort where a share is asked."""
    return say(
        "12-not-this-share",
        "Your value is {value}. A share between 0 and 1 is asked: which messages are on top, and "
        "which are the whole?",
        value=str(value)[:40],
    )


def not_count(value):
    """The last resort where a whole number is asked."""
    return say(
        "12-not-this-count",
        "Your value is {value}. One whole number is asked: look again at what it counts.",
        value=str(value)[:40],
    )


def not_number(value):
    """The last resort where another number is asked."""
    return say(
        "12-not-this-number",
        "Your value is {value}. One number is asked, with a point for decimals: do the steps of "
        "the exercise once more, one by one.",
        value=str(value)[:40],
    )


def not_result(value):
    """The last resort for a function."""
    return say(
        "12-not-this-result",
        "In our test your function returns {value}, which is not the result. Follow its lines by "
        "hand with a few small numbers.",
        value=str(value)[:40],
    )




@exercise(
    "quick-headline",
    hints=[
        say(
            "12-hint-headline-1",
            "A system that never flags is wrong on each critical message, and right on all others.",
        )
    ],
)
def quick_headline(value):
    expect.close(
        value,
        Sealed("12-procurement-and-oversight/quick-headline", "43b9ce877ffe3d38e0b86490b92aa629"),
        mistakes={
            Sealed("12-procurement-and-oversight/quick-headline", "00d1c4b2436d9d497e0975b42f92f577"): say(
                "12-headline-base",
                "This is the base rate: the share on which such a system would be wrong.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "176bbae1dccb15d13fe86f9f7d50b826"): say(
                "12-headline-recall",
                "0 is its recall. Accuracy also counts the messages that are not critical.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "06caae0dcb664d9bb9b734f1c6f12af7"): say(
                "12-headline-all",
                "This is the figure for the whole trial. March 2026 is asked for.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "4a8064b87aa635a44c5809145efb5570"): say(
                "12-headline-system",
                "This is the accuracy of the vendor's system in March. What would a system reach "
                "that never flags?",
            ),
        },
    )


@exercise(
    "quick-parity",
    hints=[say("12-hint-parity-1", "Compare the two middle columns of the table, line by line.")],
)
def quick_parity(key):
    expect.choice(
        key,
        right=Sealed("12-procurement-and-oversight/quick-parity", "3724b35bff9aa564812fd8dfe33271c4"), options=["copy-it", "not-true", "other-measure", "too-few"],
        wrong={
            Sealed("12-procurement-and-oversight/quick-parity", "bc6adca9fce7844cdba80d0633f681ca"): say(
                "12-parity-copy",
                "A true claim can be about the wrong measure. Look at recall in English and in "
                "French.",
            ),
            Sealed("12-procurement-and-oversight/quick-parity", "58cf450775373468fee89573f852b379"): say(
                "12-parity-false",
                "Subtract the lowest accuracy from the highest: the claim about accuracy holds.",
            ),
            Sealed("12-procurement-and-oversight/quick-parity", "e922643afe7abe0fe59e52d54e5fcc3f"): say(
                "12-parity-few",
                "With few cases the interval is wide, but a test on more messages can be required.",
            ),
        },
    )


@exercise(
    "quick-clause",
    hints=[
        say(
            "12-hint-clause-1",
            "Look for metric, group, number, date and measurer. Only one clause has all five.",
        )
    ],
)
def quick_clause(key):
    expect.choice(
        key,
        right=Sealed("12-procurement-and-oversight/quick-clause", "8346341677ad094a630da39fa25d9051"), options=["best", "fair", "numbers", "report"],
        wrong={
            Sealed("12-procurement-and-oversight/quick-clause", "a942942682ca91cde12e837f18d6df04"): say(
                "12-clause-fair", "What is “fairly”? The vendor's answer may not be the court's."
            ),
            Sealed("12-procurement-and-oversight/quick-clause", "9a07e59524f7d9b08dab4bde3494056f"): say(
                "12-clause-best",
                "Who knows what the best on the market is? There is no number to compare with.",
            ),
            Sealed("12-procurement-and-oversight/quick-clause", "32b8c3b0d83161c251e46ec38c13d859"): say(
                "12-clause-report",
                "A report is due, whatever it says: poor service to women would break nothing.",
            ),
        },
    )


@exercise(
    "quick-looks",
    hints=[
        say(
            "12-hint-looks-1",
            "If 100 looks have 5 false alarms on average, how many have 96 looks?",
        )
    ],
)
def quick_looks(value):
    expect.close(
        value,
        Sealed("12-procurement-and-oversight/quick-looks", "9a2bab20914794c723bc41020cda7ca6"),
        digits=1,
        mistakes={
            Sealed("12-procurement-and-oversight/quick-looks", "6d775daaee7c089293e9693e74c9581a"): say("12-looks-one", "This is the chance of one look. There are 96 of them."),
            Sealed("12-procurement-and-oversight/quick-looks", "427ba32834a8abea48c543aae33aa2e7"): say("12-looks-months", "You counted 12 looks: in each month there are 8 groups."),
            Sealed("12-procurement-and-oversight/quick-looks", "25671d564ddcd3fa89760e44b0824e1e"): say("12-looks-groups", "You counted 8 looks: each group is looked at 12 times."),
            Sealed("12-procurement-and-oversight/quick-looks", "f9171e55a2057473baef7e13aae3b01e"): say(
                "12-looks-any",
                "This is the chance of at least one false alarm. How many does one expect?",
            ),
            Sealed("12-procurement-and-oversight/quick-looks", "487ab6d46077c0c989cf0988803f846f"): say("12-looks-percent", "5% is 0.05, not 5."),
        },
    )




@exercise(
    "small-print",
    points=1,
    hints=[
        say(
            "12-hint-small-1",
            "The last column of the table has the missed messages at each threshold.",
        )
    ],
)
def small_print(more, key):
    with part():
        expect.count(
            more,
            Sealed("12-procurement-and-oversight/small-print", "c0c22e9db1861fe81ac20f8f47f08d25"),
            otherwise=not_count(more),
            mistakes={
                Sealed("12-procurement-and-oversight/small-print", "2de35a96afa879d4f6f24b2c9bf3f575"): say(
                    "12-small-flags",
                    "This is by how much the flags fall. The question is about critical messages "
                    "that are missed.",
                ),
                Sealed("12-procurement-and-oversight/small-print", "10c52567661098e116c968ca8c442952"): say(
                    "12-small-missed",
                    "So many are missed at one threshold. How many *more* than at the other?",
                ),
                Sealed("12-procurement-and-oversight/small-print", "957f31e9ba6fcb57b84138107d4377e5"): say(
                    "12-small-missed-offer",
                    "So many are missed at the threshold of the offer. How many more at the other?",
                ),
                Sealed("12-procurement-and-oversight/small-print", "8e1aa536a5f3383c0483acc554f93477"): say(
                    "12-small-sign", "At 0.62 more are missed, not fewer: give a positive number."
                ),
                Sealed("12-procurement-and-oversight/small-print", "4cad960f1e1e3534312db0ed20dd5580"): say(
                    "12-small-wrong-flags",
                    "These are the wrong flags that are spared. How many critical messages does "
                    "that cost?",
                ),
            },
        )
    with part():
        expect.choice(
            key,
            right=Sealed("12-procurement-and-oversight/small-print", "9fc9aa25aab9ad94eef4ab4b8993f534"), options=["drop-precision", "same-for-both", "take-062"],
            wrong={
                Sealed("12-procurement-and-oversight/small-print", "a2f7d85a8616f4eba3981eb4dea58076"): say(
                    "12-threshold-better",
                    "The threshold was chosen after the answers were known, and it misses more "
                    "critical messages.",
                ),
                Sealed("12-procurement-and-oversight/small-print", "699ac077ec480a09398b17296ae3a800"): say(
                    "12-threshold-drop",
                    "Recall depends on the threshold too. Together, at one threshold, both can be "
                    "judged.",
                ),
            },
        )


@exercise(
    "low-scores",
    points=1,
    hints=[
        say(
            "12-hint-low-1",
            "The two numbers have the same messages on top, but another whole below: first all "
            "messages with a low score, then all critical messages.",
        ),
        say(
            "12-hint-low-2",
            'For the second: keep the critical rows in `critical = trial[trial["critical"]]`, '
            'then take the mean of `critical["score"] < ...`.',
        ),
    ],
)
def low_scores(critical_of_low, low_of_critical):
    swapped = say(
        "12-low-swapped",
        "The two numbers have changed places: which messages are the whole in each?",
    )
    of_all = say(
        "12-low-of-all",
        "You divided by all 10,000 messages. The whole is the part that the question names after "
        "“of”.",
    )
    counted = say("12-low-count", "This is a count of messages. A share is asked for.")
    with part():
        expect.close(
            critical_of_low,
            Sealed("12-procurement-and-oversight/low-scores", "647c824da3ad19788c210f35abbec0fa"),
            otherwise=not_share(critical_of_low),
            digits=4,
            mistakes={
                Sealed("12-procurement-and-oversight/low-scores", "af1e99e5785fda09c128c8e1693eab65"): swapped,
                Sealed("12-procurement-and-oversight/low-scores", "b20c58ccd2d5a83c5684d0caa9755763"): of_all,
                Sealed("12-procurement-and-oversight/low-scores", "144470b2fe750f00b672f4b2951b6bc0"): say("12-low-high", "These are the messages with a score of 0.10 or more."),
                Sealed("12-procurement-and-oversight/low-scores", "bad7fd28acf44465b1f01b273f638560"): WHOLE_TRIAL,
                Sealed("12-procurement-and-oversight/low-scores", "8dfa36480234f2ab89b430d4a23f3272"): counted,
                Sealed("12-procurement-and-oversight/low-scores", "503c7cfd13da4c48b918fe6d745fab3b"): say(
                    "12-low-flagged",
                    "You took flags. No low score is flagged; look at `critical` instead.",
                ),
            },
        )
    with part():
        expect.close(
            low_of_critical,
            Sealed("12-procurement-and-oversight/low-scores", "af1e99e5785fda09c128c8e1693eab65"),
            otherwise=not_share(low_of_critical),
            digits=4,
            mistakes={
                Sealed("12-procurement-and-oversight/low-scores", "647c824da3ad19788c210f35abbec0fa"): swapped,
                Sealed("12-procurement-and-oversight/low-scores", "b20c58ccd2d5a83c5684d0caa9755763"): of_all,
                Sealed("12-procurement-and-oversight/low-scores", "c0ba0362434daf66124fc4fe148986c3"): say(
                    "12-low-everybody",
                    "This is the share of all messages with a low score. Keep the critical ones "
                    "first.",
                ),
                Sealed("12-procurement-and-oversight/low-scores", "8dfa36480234f2ab89b430d4a23f3272"): counted,
                Sealed("12-procurement-and-oversight/low-scores", "21f991aa55ad1d799988205a67889c2d"): say(
                    "12-low-missed",
                    "This is the share of critical messages without a flag, at the threshold 0.5. "
                    "The claim is about scores below 0.10.",
                ),
            },
        )


@exercise(
    "phone",
    points=1,
    hints=[
        say("12-hint-phone-1", "Follow the three lines about French in section 2 of the lesson."),
        say(
            "12-hint-phone-2",
            'With `phone = trial[trial["channel"] == "phone"]`, the recall is '
            '`phone[phone["critical"]][...].mean()`.',
        ),
    ],
)
def phone(recall, people):
    with part():
        expect.close(
            recall,
            Sealed("12-procurement-and-oversight/phone", "483519c787f2c603d5f94d8c85f0a275"),
            otherwise=not_share(recall),
            mistakes={
                Sealed("12-procurement-and-oversight/phone", "640603c3f309860af417b17741eadf1d"): say(
                    "12-phone-precision",
                    "This is precision: it starts from the flags. Recall starts from the critical "
                    "messages.",
                ),
                Sealed("12-procurement-and-oversight/phone", "d20d49f5abdcc2a7ae5a62dbcead0df7"): ACCURACY,
                Sealed("12-procurement-and-oversight/phone", "ae415e9b6e8be79ba84ed585d2faea72"): say(
                    "12-phone-flags",
                    "This is the share of all telephone messages that was flagged. Keep the "
                    "critical ones first.",
                ),
                Sealed("12-procurement-and-oversight/phone", "e595b8eb03985b587e146c8f7f7f7e24"): say(
                    "12-phone-base",
                    "This is the share of telephone messages that is critical: the base rate.",
                ),
                Sealed("12-procurement-and-oversight/phone", "460ce76008d70a416407639252d7bc21"): say(
                    "12-phone-joint",
                    "You divided by all telephone messages. Recall divides by the critical ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "c942d0fdb27bf29fa4f7e996a6b0cdaa"): say(
                    "12-phone-all-critical",
                    "You divided by the critical messages of all channels. Keep the telephone.",
                ),
                Sealed("12-procurement-and-oversight/phone", "3ad0bd4e7449430ab508e1e3595a8dc6"): say(
                    "12-phone-inverse",
                    "This is the share of the messages found that came by telephone. Which "
                    "messages are the whole?",
                ),
                Sealed("12-procurement-and-oversight/phone", "ce0fe47859638d20115ef381fddbd614"): WHOLE_TRIAL,
            },
        )
    with part():
        expect.count(
            people,
            Sealed("12-procurement-and-oversight/phone", "a7c6042d55ec364841a51e0d7f638ffa"),
            otherwise=not_count(people),
            mistakes={
                Sealed("12-procurement-and-oversight/phone", "5f2b3208acab23542aea98e56d606be6"): say(
                    "12-phone-everybody",
                    "These are all messages by telephone. A recall rests on the critical ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "14f9ce01c897e23ca6237a6e96218960"): say(
                    "12-phone-flagged",
                    "These are the flags among telephone messages. A recall rests on the critical "
                    "ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "25c2bf6d26ec5c8c7a71d21ea86cadb5"): say(
                    "12-phone-found",
                    "These are the critical messages that were found: the top line of the rate. "
                    "What stands below?",
                ),
                Sealed("12-procurement-and-oversight/phone", "4f094f38ef63fca76fd72504397af48e"): WHOLE_TRIAL,
                Sealed("12-procurement-and-oversight/phone", "faec51bdeb3165618d16571599ccc0f6"): WHOLE_TRIAL,
            },
        )


@exercise(
    "kichwa",
    points=1,
    hints=[say("12-hint-kichwa-1", "How many messages of this kind does the trial hold?")],
)
def kichwa(key):
    expect.choice(
        key,
        right=Sealed("12-procurement-and-oversight/kichwa", "3aa6c495855642bb093656f17577003c"), options=["like-phone", "like-spanish", "lowest-rate", "test-first"],
        wrong={
            Sealed("12-procurement-and-oversight/kichwa", "3711e8954364bd5a1f6810686a8460bb"): say(
                "12-kichwa-phone",
                "The calls of the trial were not in Kichwa. A shared channel does not make people "
                "or texts alike.",
            ),
            Sealed("12-procurement-and-oversight/kichwa", "0fbaf2269382b7c93d39e5eae8964b1d"): say(
                "12-kichwa-spanish",
                "A text translated in haste differs from one that was written in Spanish. The "
                "trial holds none.",
            ),
            Sealed("12-procurement-and-oversight/kichwa", "2b30074b7fd297e388ecabb89aa1e281"): say(
                "12-kichwa-lowest",
                "A rate in French says nothing about Kichwa: the true one may be lower still.",
            ),
        },
    )


@exercise(
    "award",
    points=2,
    hints=[
        say(
            "12-hint-award-1",
            "The price points of A are 100. Those of B are 100 times 400, divided by 520.",
        ),
        say("12-hint-award-2", "For B: `0.6 * 80 + 0.4 * ...`"),
    ],
)
def award(winner, total):
    with part():
        expect.choice(
            winner,
            right=Sealed("12-procurement-and-oversight/award", "35d7c7bc54f0ed497f3055ad7e10642a"), options=["A", "B", "C"],
            wrong={
                Sealed("12-procurement-and-oversight/award", "8fb6d83ea8545904bd3c0e3301d9ab55"): say(
                    "12-award-cheapest",
                    "The cheapest offer wins when price counts 60%. Here quality does.",
                ),
                Sealed("12-procurement-and-oversight/award", "65e1bc69d4204ca51512ad5773e4d84b"): say(
                    "12-award-best-quality",
                    "The best mark for quality alone does not win: its price points count too. Or "
                    "did a higher price bring more points?",
                ),
            },
        )
    with part():
        expect.close(
            total,
            Sealed("12-procurement-and-oversight/award", "e8ec3a62f74acff0a5b4f6b881b46324"),
            otherwise=not_number(total),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/award", "f57f9b1a6367c00fd10b83fa67765a8e"): say(
                    "12-weights-swapped",
                    "This is the total of A with the weights swapped: quality counts 60%.",
                ),
                Sealed("12-procurement-and-oversight/award", "0a1fef2aaac83b6c4a71dc877b404526"): say(
                    "12-weights-swapped-b",
                    "This is B with the weights swapped: quality counts 60%.",
                ),
                Sealed("12-procurement-and-oversight/award", "064c752c9e4ae9fd62fb45ee3c26bccc"): say(
                    "12-price-raw",
                    "You added the price as it is. First turn it into points from 0 to 100.",
                ),
                Sealed("12-procurement-and-oversight/award", "6195c6fe0bd7dbf4012bd9559aa8722f"): say(
                    "12-price-raw-b",
                    "You added the price of B as it is. First turn it into points from 0 to 100.",
                ),
                Sealed("12-procurement-and-oversight/award", "7443e72f077d605bd86f00d6b4c089a8"): say(
                    "12-price-turned",
                    "A high price brought many points here: put the lowest price on top.",
                ),
                Sealed("12-procurement-and-oversight/award", "5fa643b8af905824bd22d064ddeb8eaa"): say(
                    "12-price-turned-b",
                    "The price points are turned round: put the lowest price on top.",
                ),
                Sealed("12-procurement-and-oversight/award", "eecac2b895f2319f11863a99fd0cf7a0"): say("12-award-a", "This is the total of A. Another offer has more."),
                Sealed("12-procurement-and-oversight/award", "97747d04e3ee5d53e4d7bead1f634116"): say("12-award-c", "This is the total of C. Another offer has more."),
                Sealed("12-procurement-and-oversight/award", "262794139db3aa42f78835b87b6fff39"): say(
                    "12-award-price-only",
                    "These are the price points of B. Weigh them, and add the weighed quality.",
                ),
                Sealed("12-procurement-and-oversight/award", "e0a00683f59a3ba36402ad4c91ee76e0"): say(
                    "12-award-equal", "You gave both the same weight: quality counts 60%."
                ),
            },
        )


@exercise(
    "clause",
    points=1,
    hints=[say("12-hint-contract-1", "Who measures, for which group, and what follows?")],
)
def clause(key):
    expect.choice(
        key,
        right=Sealed("12-procurement-and-oversight/clause", "08fd4cedd5aeb8d13b104f33231bc816"), options=["all-channels", "best-effort", "each-channel", "own-report"],
        wrong={
            Sealed("12-procurement-and-oversight/clause", "3b9dab9d88e3fceb1681bc9eaab135b1"): say(
                "12-clause-average",
                "Recall by telephone can fall while the average over all channels holds.",
            ),
            Sealed("12-procurement-and-oversight/clause", "153d2800caa1ea6711822cd071ef2820"): say(
                "12-clause-own-report",
                "The vendor would measure its own work. Who chose the messages in section 1 of "
                "the lesson?",
            ),
            Sealed("12-procurement-and-oversight/clause", "ee46e2abf89e1afa1cf39653167581ac"): say(
                "12-clause-vague",
                "There is no number, and no consequence. How would you notice that it is broken?",
            ),
        },
    )


@exercise(
    "normal-months",
    points=1,
    hints=[
        say("12-hint-normal-1", 'Begin with `normal = monthly["2025-07":"2026-01"]`.'),
        say(
            "12-hint-normal-2",
            "`limit = normal.mean() - 2 * ...`; then count with `(monthly < limit).sum()`.",
        ),
    ],
)
def normal_months(limit, below):
    with_break = say(
        "12-alarm-with-break",
        "This limit was set on months that contain the fever. Which months are normal?",
    )
    above = say(
        "12-limit-above",
        "This limit lies above the mean. A fall in recall has to be noticed: subtract.",
    )
    with part():
        expect.close(
            limit,
            Sealed("12-procurement-and-oversight/normal-months", "35a2651bf7171c9592018d4ba583dc20"),
            otherwise=not_number(limit),
            mistakes={
                Sealed("12-procurement-and-oversight/normal-months", "1e00d1c5324a1edc407597b26faf8f10"): say(
                    "12-limit-numpy",
                    "Close: `np.std` divides by 7, `normal.std()` by 6. Use the line of the lesson.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "5e5e1ad19f7ba82b2ce0e4286dfed8cc"): with_break,
                Sealed("12-procurement-and-oversight/normal-months", "17da91e9fb0159767043a9723be6cdd7"): with_break,
                Sealed("12-procurement-and-oversight/normal-months", "33008612a5679f5c5a673f3d81c51ab7"): above,
                Sealed("12-procurement-and-oversight/normal-months", "132059b288e723bb0330868806f353a6"): above,
                Sealed("12-procurement-and-oversight/normal-months", "31a815f1a23ed55bc0e735e5d9aafaff"): say(
                    "12-limit-three", "You took three standard deviations. Two are asked for."
                ),
                Sealed("12-procurement-and-oversight/normal-months", "4c1196e8f4155639a62b321fcfdde421"): say(
                    "12-limit-three-numpy",
                    "You took three standard deviations; two are asked for.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "d60068601dc3aad4c7284073df10d601"): say("12-limit-one", "You took one standard deviation. Two are asked for."),
                Sealed("12-procurement-and-oversight/normal-months", "6b098d4afc5637ce8ed6b1eadeca8f67"): say(
                    "12-limit-mean",
                    "This is the mean of the normal months. Below it lie half of them: leave "
                    "room for chance.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "c4b30b1fcd694785312c3a247b2069cd"): say(
                    "12-limit-deviation",
                    "This is two standard deviations. Subtract it from the mean.",
                ),
            },
        )
    with part():
        expect.count(
            below,
            Sealed("12-procurement-and-oversight/normal-months", "96a7dac2105a73efd8ecbe312e1be772"),
            otherwise=not_count(below),
            mistakes={
                Sealed("12-procurement-and-oversight/normal-months", "4580eb50fb8d7cab071d6cf4d612d7b8"): with_break,
                Sealed("12-procurement-and-oversight/normal-months", "7d08fc75ba6bb8e2d07b54300b21588c"): say(
                    "12-months-above", "So many months lie above the limit. How many lie below?"
                ),
                Sealed("12-procurement-and-oversight/normal-months", "376f47fa9c53f83479ca87bb14642499"): say(
                    "12-months-all",
                    "This is the number of all months. `.sum()` counts those where the comparison "
                    "is true.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "a15c51465f9321b40b00cf94b4536cfc"): say(
                    "12-months-fever",
                    "Five months had the fever. How many of the twelve lie below the limit?",
                ),
            },
        )


@exercise(
    "alarm-day",
    points=2,
    hidden=True,
    hints=[
        say(
            "12-hint-alarm-1",
            "Two things change in `first_above`: the side of the limit, and what is returned.",
        ),
        say(
            "12-hint-alarm-2",
            "The comparison becomes `if reading < limit:`, and the day of reading number "
            "`number` is `7 * ...`.",
        ),
    ],
)
def alarm_day(function):
    readings = [0.50, 0.20, 0.45, 0.38, 0.55, 0.39, 0.40, 0.39, 0.50, 0.31, 0.30, 0.33, 0.52]
    readings += [0.53, 0.54]
    day = expect.call(function, readings, 0.40, 3)
    expect.close(
        day,
        Sealed("12-procurement-and-oversight/alarm-day", "fcab245df206fc84ae4844ffa0c40c76"),
        digits=2,
        otherwise=not_result(day),
        mistakes={
            Sealed("12-procurement-and-oversight/alarm-day", "4b2b30f088c5df79dc2da33ca205e26b"): say(
                "12-alarm-reading",
                "You multiplied the reading itself. Multiply its number: `enumerate` counts.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "f1cdef14b664d2c7956acc45aac91642"): say(
                "12-alarm-number",
                "This is the number of the reading. Each week has 7 days, and the day is asked for.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "a0a86fe361332f1731ca11c10df0b977"): say(
                "12-alarm-place",
                "This is a place counted from 0. Count readings from 1, and give the day.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "63f9dbfa3adfc7abef01a3c5bad5789b"): say(
                "12-alarm-from-zero",
                "The alarm comes one week too early: does your counting begin at 1?",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "1672f2e8263893947c07e9fb33d29527"): say(
                "12-alarm-start",
                "This is the first day of the run. On that day nobody can know that two more will "
                "follow.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "908d920d7e3c4877059b1dc594d49d03"): say(
                "12-alarm-not-in-a-row",
                "You counted bad readings, but not in a row: a good reading sets the count back "
                "to 0.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "fafab5b3c439d7774f5ca2ef837ef55a"): say("12-alarm-equal", "A reading that equals the limit is not below it: use `<`."),
            Sealed("12-procurement-and-oversight/alarm-day", "79d5fe532c2af38d73b164e2ae253319"): say(
                "12-alarm-mean",
                "You compared the mean of the last readings. Each of them must be below the limit.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "15642c87f1e27ba8855f0845a9522cf3"): say(
                "12-alarm-once",
                "Your alarm is raised by the first bad reading. How many in a row are required?",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "ed3068a6ad3ac86e7d6c753b041e7021"): say("12-alarm-above", "Your alarm looks for readings above the limit."),
            Sealed("12-procurement-and-oversight/alarm-day", "9edbdd2fcbaa742da27c2117d5a317a0"): say("12-alarm-above-number", "Your alarm looks above the limit, not below."),
            Sealed("12-procurement-and-oversight/alarm-day", "3f0ddf17eec4b96c7aac809133be7a24"): say(
                "12-alarm-never",
                "Your alarm is never raised, although the 10th, 11th and 12th readings are below "
                "the limit.",
            ),
        },
    )
    expect.count(
        expect.call(function, [0.5, 0.6, 0.3], 0.40, 2),
        Sealed("12-procurement-and-oversight/alarm-day", "6131e3be54dec60968416584fae16603"),
        otherwise=say(
            "12-alarm-zero", "With a single bad reading and two required, the result should be 0."
        ),
    )


@exercise(
    "rule",
    points=1,
    hints=[
        say(
            "12-hint-rule-1",
            "First strike out the rules with more than 5 false alarms. Then compare the days.",
        )
    ],
)
def rule(letter, days):
    with part():
        expect.choice(
            letter,
            right=Sealed("12-procurement-and-oversight/rule", "cac5ac23d029e6840c0327d66f2b052e"), options=["A", "B", "C", "D"],
            wrong={
                Sealed("12-procurement-and-oversight/rule", "e43c395d8e007ea296ab7402bdd19a70"): say(
                    "12-rule-fastest",
                    "It rings first, and falsely in most years. The board accepts 5 in 100.",
                ),
                Sealed("12-procurement-and-oversight/rule", "2660679ea1fa2474665b1b65cc0a88e8"): say(
                    "12-rule-quietest",
                    "It has the fewest false alarms. Another rule keeps within 5 and rings sooner.",
                ),
                Sealed("12-procurement-and-oversight/rule", "69f4e6e6a6a48c1fe733121dbf2f1d73"): say("12-rule-too-many", "Compare its false alarms with the board's limit."),
            },
        )
    with part():
        expect.count(
            days,
            Sealed("12-procurement-and-oversight/rule", "f984b95d96cc8eb1df34fd3016fc4dfa"),
            otherwise=not_count(days),
            mistakes={
                Sealed("12-procurement-and-oversight/rule", "3d6285d1ba5fa3cc12d5965bdaef4574"): say("12-days-a", "This is the delay of rule A."),
                Sealed("12-procurement-and-oversight/rule", "800be4da54d152ecdcb5b791db32a716"): say("12-days-b", "This is the delay of rule B."),
                Sealed("12-procurement-and-oversight/rule", "fa6300b0017f019963d6a2e7045617d5"): say("12-days-d", "This is the delay of rule D."),
                Sealed("12-procurement-and-oversight/rule", "0329a3eb6cd8d8a038b56a8aaf11829f"): say("12-days-weeks", "This is in weeks. Give days."),
                Sealed("12-procurement-and-oversight/rule", "26822f1b6cf486ec90fc6136c76692de"): say("12-days-false", "This is the number of false alarms. Give the days."),
            },
        )


@exercise(
    "overrides",
    points=1,
    hints=[say("12-hint-overrides-1", "Use the second row of the table only.")],
)
def overrides(caught, key):
    with part():
        expect.close(
            caught,
            Sealed("12-procurement-and-oversight/overrides", "d33b6ff15cb39c2bd02cfbdc39e667e0"),
            otherwise=not_share(caught),
            mistakes={
                Sealed("12-procurement-and-oversight/overrides", "df8ca4df5eb989b9200d817fdaa2fec0"): say(
                    "12-override-share",
                    "This is the share of all flags, as the vendor prints it. Of the wrong ones, "
                    "how many were caught?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "855e90849c01f181ae27ed9c824e798d"): say(
                    "12-override-top",
                    "Three of the 15 were right flags. Keep to the row of the wrong ones.",
                ),
                Sealed("12-procurement-and-oversight/overrides", "b688f611739a0e036a971879889bf00b"): say(
                    "12-override-inverse",
                    "This is the share of the flags taken away that were wrong. Which flags are "
                    "the whole?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "341db82fbd7f1a51e2e8664ef4a8893f"): say(
                    "12-override-joint", "You divided by all flags. Divide by the wrong ones."
                ),
                Sealed("12-procurement-and-oversight/overrides", "fcc94bf3216a080caa8b0f19e30f88d9"): say("12-override-right", "This is the row of the right flags."),
                Sealed("12-procurement-and-oversight/overrides", "80482f90cdd0e7a978c7a488a7a5e9ef"): say(
                    "12-override-wrong-share",
                    "This is the share of all flags that were wrong. How many of these were "
                    "caught?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "18bbe9606386df0aa08b0d9219ba41ba"): say("12-override-count", "This is a count. Divide it by the wrong flags."),
            },
        )
    with part():
        expect.choice(
            key,
            right=Sealed("12-procurement-and-oversight/overrides", "a47ccc92830545aa594ffa3fb5d78f9c"), options=["fewer-checks", "raise-threshold", "seed-errors"],
            wrong={
                Sealed("12-procurement-and-oversight/overrides", "fc4a3b8511e98cdfffa657fca8fc4f21"): say(
                    "12-override-fewer",
                    "They change little, and most errors pass. Fewer checks would hide this.",
                ),
                Sealed("12-procurement-and-oversight/overrides", "2b930435ad51fe5fdd8b2e710c3056ac"): say(
                    "12-override-threshold",
                    "Fewer flags also means more missed messages, and whether officials look "
                    "stays unknown.",
                ),
            },
        )


@exercise(
    "officials",
    points=1,
    hidden=True,
    hints=[
        say(
            "12-hint-officials-1",
            "Two lines of the lesson do it: the hours a day first, then the division, rounded up.",
        ),
        say("12-hint-officials-2", "`return math.ceil(flags * minutes / 60 / ...)`"),
    ],
)
def officials(function):
    result = expect.call(function, 120, 6, 5)
    expect.close(
        result,
        Sealed("12-procurement-and-oversight/officials", "fd7aaed273b30c83e94fdce8668ea201"),
        otherwise=not_result(result),
        mistakes={
            Sealed("12-procurement-and-oversight/officials", "ea3ea5e5cadc9caffcf82fc87e41289c"): say(
                "12-officials-part", "A part of an official cannot be hired: round up to a whole."
            ),
            Sealed("12-procurement-and-oversight/officials", "f8e29134574b44d4b982c1d49e79f246"): say(
                "12-officials-down",
                "With so few, some flags stay unchecked: round up, not to the nearest.",
            ),
            Sealed("12-procurement-and-oversight/officials", "776492f729cb0246195ca933f0b71ad5"): say("12-officials-minutes", "The minutes are not yet turned into hours."),
            Sealed("12-procurement-and-oversight/officials", "79fa49992beb64c19f916528c2924276"): say(
                "12-officials-hours",
                "This is the hours of work in a day. Divide by the hours of one official.",
            ),
            Sealed("12-procurement-and-oversight/officials", "46dfed59b45db6bf90c64be4499f897c"): say(
                "12-officials-times", "You multiplied by the hours of one official: divide by them."
            ),
            Sealed("12-procurement-and-oversight/officials", "493a23517dba2d8d3f68fef00c3cc705"): say(
                "12-officials-divided", "You divided the flags by the minutes: multiply the two."
            ),
        },
    )
    result = expect.call(function, 60, 5, 5)
    expect.count(
        result,
        Sealed("12-procurement-and-oversight/officials", "508b25de14be7965e275108436a1396d"),
        otherwise=not_result(result),
        mistakes={
            Sealed("12-procurement-and-oversight/officials", "1a5ffcd24f4a51597bc9c62470bf91d6"): say(
                "12-officials-one-more",
                "When the work fills one official's hours exactly, one is enough: rounding up "
                "adds nothing to a whole number.",
            )
        },
    )


@exercise(
    "saturday",
    points=1,
    hints=[
        say(
            "12-hint-saturday-1",
            "Who is harmed until Tuesday by each of the four? Which path remains for those who call?",
        )
    ],
)
def saturday(key):
    expect.choice(
        key,
        right=Sealed("12-procurement-and-oversight/saturday", "9c32e08e65d531cc53799ebde859c3b7"), options=["lower-threshold", "stop-and-close", "stop-and-read", "wait-vendor"],
        wrong={
            Sealed("12-procurement-and-oversight/saturday", "c741dcd01a12c6999cbbf20175bacf79"): say(
                "12-saturday-wait",
                "Until Tuesday, critical calls would wait in the ordinary queue. The log keeps the "
                "state.",
            ),
            Sealed("12-procurement-and-oversight/saturday", "0912b91ce152816372459d877b792589"): say(
                "12-saturday-threshold",
                "Nobody has tested the other threshold, and why recall fell is unknown.",
            ),
            Sealed("12-procurement-and-oversight/saturday", "a514f226c97892484fd0d1e205868ea8"): say(
                "12-saturday-close",
                "Those who call have no website. The way that needs no system would be closed.",
            ),
        },
    )


@exercise(
    "plan",
    points=2,
    hints=[
        say(
            "12-hint-plan-1",
            "Hours: flags times minutes, divided by 60; then take off what the supervisor does.",
        ),
        say(
            "12-hint-plan-2",
            "Appeals: somebody who neither checks flags nor supervises has to decide.",
        ),
    ],
)
def plan(needed, clerks, channel, contact, decided_by, switched_off_by):
    with part(0.5):
        expect.close(
            needed,
            Sealed("12-procurement-and-oversight/plan", "a7fd9fd588d7a44325865d8faa686271"),
            otherwise=not_number(needed),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/plan", "fe612bfecca26594a054e9b526d34544"): say("12-plan-minutes", "These are minutes. Divide by 60 to have hours."),
                Sealed("12-procurement-and-oversight/plan", "97ee24ab14371e39ea058d45eb94abbc"): say("12-plan-divided", "You divided flags by minutes: multiply the two."),
                Sealed("12-procurement-and-oversight/plan", "bcd7c642ce285f89c5149710dc6f38f7"): say(
                    "12-plan-added",
                    "The work does not grow by the supervisor's hours: they are a part of it.",
                ),
                Sealed("12-procurement-and-oversight/plan", "8fc8ad33404110810612eafd318819fc"): say(
                    "12-plan-rest", "This is what is left for the clerks. First give all the work."
                ),
            },
        )
    with part(0.5):
        expect.close(
            clerks,
            Sealed("12-procurement-and-oversight/plan", "8fc8ad33404110810612eafd318819fc"),
            otherwise=not_number(clerks),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/plan", "a7fd9fd588d7a44325865d8faa686271"): say("12-plan-all", "The supervisor does a part of the work: take it off."),
                Sealed("12-procurement-and-oversight/plan", "bcd7c642ce285f89c5149710dc6f38f7"): say("12-plan-plus", "You added the supervisor's hours: take them off."),
                Sealed("12-procurement-and-oversight/plan", "3e622262dfe1b3b127d4c4e29e4ec233"): say("12-plan-each", "Give the hours of both clerks together."),
                Sealed("12-procurement-and-oversight/plan", "9057827f4bded39cfd50d2b720c71de9"): say("12-plan-half", "Give the hours of both clerks, after the supervisor's."),
                Sealed("12-procurement-and-oversight/plan", "b73401b36ce9e33da877218f94dac1d8"): say("12-plan-mixed", "You took hours from minutes."),
            },
        )
    with part():
        words = (channel, contact, decided_by, switched_off_by)
        expect.true(
            all(isinstance(each, str) for each in words),
            say("12-plan-words", "All four answers are words, in quotation marks."),
        )
        told = (channel + " " + contact).casefold()
        words_told = set(re.findall(r"[\w-]+", told))
        expect.true(
            not words_told & ONLINE and "@" not in told and "http" not in told,
            say(
                "12-plan-internet",
                "This way to appeal needs the internet, as the web form does. Add one that does "
                "not.",
            ),
        )
        judge = decided_by.casefold()
        expect.true(
            not WATCHING.search(judge),
            say(
                "12-plan-own-judge",
                "They watch the cases and would judge their own work. Name another office.",
            ),
        )
        expect.true(
            not any(
                each in text.casefold() for text in (decided_by, switched_off_by) for each in VENDOR
            ),
            say(
                "12-plan-vendor",
                "The vendor would answer for its own system. Name an office or person of the bank "
                "or another public body.",
            ),
        )
        expect.true(
            any(each.isdigit() for each in contact),
            say(
                "12-plan-contact",
                "How does a person get there? Add a telephone number, or a street with its number.",
            ),
        )
        expect.artefact(
            OversightPlan,
            {
                "system": "Message sorter",
                "date": "2026-12-01",
                "review_on": "2027-06-01",
                "watchers": [
                    {
                        "who": "Two clerks of the complaints desk",
                        "training": "A day on the system's errors",
                        "can_stop": False,
                        "can_overrule": True,
                        "hours_a_day": 1,
                    },
                    {
                        "who": "Ana Chimbo, supervisor",
                        "training": "A day on the system's errors",
                        "can_stop": True,
                        "can_overrule": True,
                        "hours_a_day": 1,
                    },
                ],
                "appeal": {
                    "channels": [
                        {
                            "channel": "Web form",
                            "contact": "https://bank.example/appeal",
                            "needs_internet": True,
                        },
                        {"channel": channel, "contact": contact, "needs_internet": False},
                    ],
                    "decided_by": decided_by,
                    "days": 10,
                    "redress": "The message is read at once, and the person is told.",
                },
                "switch_off": {
                    "who": switched_off_by,
                    "how": "One switch, at once",
                    "instead": "Messages are read in the order of their arrival.",
                    "next_test": "2027-02-01",
                },
            },
            only=["appeal", "switch_off"],
        )
