"""What each exercise of module 08 must satisfy, and what to say when it does not."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pandas as pd

from course.checking import exercise, expect, part, say
from course.dossier import ModelCard, measures
from course.dossier.fields.labels import label
from course.dossier.fields.reading import read_yaml

# Sentences that several exercises share.
WRONG_TABLE = say(
    "08-wrong-table",
    "The right sum over other people: use the 300 test applications, from which "
    "the score did not learn.",
)
RAW_RATE = say(
    "08-raw-rate",
    "That is what happened to the people whose loans were this long. The exercise "
    "asks for the score when everybody's loan is set to this length.",
)
YES_NO = say(
    "08-yes-no",
    "That is a share of people above a threshold. The exercise asks for the mean "
    "of the scores themselves.",
)


# Self-checks of the lesson.


@exercise(
    "quick-sex",
    because=say(
        "08-quick-sex-why",
        "One column mixes marital status and sex: of 310 people it does not show whether they "
        "were women or men. These people are not a random group, so the others cannot stand for "
        "them.",
    ),
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
                "A model that does not use the sex can still treat women and men differently. "
                "The comparison fails for another reason: what does the column itself show?",
            ),
            "too-few": say(
                "08-gender-few",
                "1,000 people would be enough. What is missing is not people but information "
                "about them.",
            ),
            "not-needed": say(
                "08-gender-needed",
                "The same threshold can affect women and men differently, so the question is "
                "needed. What does the column itself show?",
            ),
        },
    )


@exercise(
    "quick-twin",
    because=say(
        "08-quick-twin-why",
        "In the lesson a twin lowered the importance of the checking account from 12.0 to 4.1 "
        "pairs; shuffled together, the two cost 12.2. The score needs the information, but not "
        "this one column.",
    ),
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
    because=say(
        "08-quick-letter-why",
        "The formula counts words, sentences and syllables, and nothing else. The friendly draft, "
        "which gives no reason at all, has a higher index than the plain letter with its reasons.",
    ),
    hints=[
        say(
            "08-hint-letter-1",
            "Which of the three counts in the formula would change if a sentence were false?",
        )
    ],
)
def quick_letter(key):
    expect.choice(
        key,
        right="short-words",
        wrong={
            "understood": say(
                "08-readability-understood",
                "No reader was asked. Only people who read the letter can show that they "
                "understood it.",
            ),
            "true": say(
                "08-readability-true",
                "The formula counts words and syllables. Does a wrong reason have more of them?",
            ),
            "useful": say(
                "08-readability-useful",
                "The third draft says nothing that helps. Look at its index.",
            ),
        },
    )


@exercise(
    "quick-card",
    because=say(
        "08-quick-card-why",
        "A program can compute the accuracy again from the test loans and compare the two "
        "numbers. Whether an office answers, a purpose is kept or a clerk reads, only people can "
        "find out.",
    ),
    hints=[
        say(
            "08-hint-quick-card-1",
            "Ask of each statement: is there a number in a table with which a program "
            "could compare it?",
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
                "A program sees that a name is there, not whether this office really answers.",
            ),
            "purpose": say(
                "08-card-purpose",
                "People must check over years whether the score is used for this purpose only.",
            ),
            "human": say(
                "08-card-human",
                "The card can promise a human check. No table shows whether it takes place.",
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
            "Then compare the column `credit_risk` with the code for “not repaid”. The "
            "mean of true and false is a share.",
        ),
        say(
            "08-hint-unpaid-3",
            'The two lines are `group = loans[loans["savings"] == "unknown or no savings '
            'account"]` and `unpaid_share = (group["credit_risk"] == ___).mean()`.',
        ),
    ],
)
def unpaid_share(share):
    other_savings = say("08-other-savings", "This is the share for another group of savings.")
    expect.share(
        share,
        0.35987,
        mistakes={
            0.64013: say(
                "08-code-one",
                "The people are right. This is the share of those who did repay: look up in the "
                "datasheet which code of `credit_risk` means not repaid.",
            ),
            1.35987: say(
                "08-code-two",
                "You took the mean of the codes 1 and 2. The datasheet says which of them means "
                "not repaid: make true and false first.",
            ),
            0.3: say(
                "08-whole-table",
                "This is the share in the whole table: keep only the people with this entry.",
            ),
            0.72333: say(
                "08-other-whole",
                "You divided by all loans that were not repaid. The question starts from the "
                "people without known savings.",
            ),
            0.217: say(
                "08-all-loans",
                "You divided by all 1,000 loans. Divide by the number of people with this entry.",
            ),
            0.33010: other_savings,
            0.17460: other_savings,
            0.125: other_savings,
            0.17486: other_savings,
            0.20907: other_savings,
            0.35552: say(
                "08-two-savings",
                "This is the share for two groups together: savings unknown, and savings under "
                "100 DM. The exercise asks about the first only.",
            ),
            0.23289: say(
                "08-mean-of-shares",
                "This is the mean of the shares of the five groups of savings. The exercise "
                "asks about one group.",
            ),
            0.49270: say(
                "08-other-account",
                "These are the people without a checking account. The question is about savings.",
            ),
            0.56218: say(
                "08-share-odds",
                "You divided those who did not repay by those who did. A share is out of all "
                "people of the group.",
            ),
            1.19956: say(
                "08-share-ratio",
                "This says how many times as often as in the whole table. The exercise asks "
                "for the share itself.",
            ),
            0.05987: say(
                "08-share-difference",
                "This is the difference to the share in the whole table. The exercise asks for "
                "the share itself.",
            ),
            0.44315: say(
                "08-share-money",
                "This is a share of the money lent. Each person counts once here, whatever the "
                "amount.",
            ),
            217: say(
                "08-share-count", "This is a number of people. The exercise asks for their share."
            ),
        },
        otherwise=say(
            "08-share-otherwise",
            "Three steps: keep the people with this entry in `savings`, and nobody else; find "
            "those of them who did not repay; divide their number by the number kept.",
        ),
    )


@exercise(
    "threshold",
    points=1,
    hints=[
        say(
            "08-hint-threshold-1",
            "`line`: divide the cost of a wrong refusal by both costs together.",
        ),
        say(
            "08-hint-threshold-2",
            "`fund_risk`: the odds of a score of 0.5 are 0.5 / (1 - 0.5). Multiply them as the "
            "exercise says, and turn the result into a risk: odds / (1 + odds).",
        ),
    ],
)
def threshold(line, fund_risk):
    odds = say("08-cost-odds", "You divided one cost by the other: divide by both costs together.")
    with part():
        expect.share(
            line,
            0.25,
            mistakes={
                0.75: say(
                    "08-cost-side",
                    "From this risk on, refusing is clearly right; with these costs it is right from a much lower risk on. The threshold follows from the two costs alone: which of them "
                    "do you divide by both together?",
                ),
                0.33333: odds,
                3: odds,
                0.5: say(
                    "08-cost-habit",
                    "One half is right only when both mistakes cost the same.",
                ),
                0.2: say(
                    "08-cost-other-loans",
                    "This is the threshold of the main office. The branch has other costs.",
                ),
                0.16667: say(
                    "08-cost-lesson",
                    "This is the threshold of the bank in the lesson. The exercise gives other "
                    "costs.",
                ),
                0.3: say(
                    "08-cost-share",
                    "This is the share of loans not repaid in the file. The threshold follows from "
                    "the costs alone.",
                ),
                0.1: say(
                    "08-cost-fund-share",
                    "This is the share of the branch's loans that are not repaid. The threshold "
                    "follows from the costs alone.",
                ),
                0.5625: say(
                    "08-cost-raw",
                    "This is the threshold for the uncorrected score. The exercise asks for the "
                    "risk from which on the clerk should be advised to refuse.",
                ),
                0.07955: say(
                    "08-cost-twice",
                    "You corrected the threshold as well. The threshold is a risk at the branch and "
                    "follows from the costs alone; only the score is corrected.",
                ),
            },
            otherwise=say(
                "08-cost-otherwise",
                "`line`: only the two costs count. Divide the cost of refusing somebody who "
                "would have repaid by the sum of both costs.",
            ),
        )
    with part():
        expect.share(
            fund_risk,
            0.20588,
            mistakes={
                0.5: say(
                    "08-prior-raw",
                    "This is the score itself. It learned from a file in which 30% did not repay; "
                    "at the branch it is 10%, and only the mix differs.",
                ),
                0.16667: say(
                    "08-prior-shares",
                    "You multiplied the score by 0.1 / 0.3. The correction works on the odds, not "
                    "on the shares.",
                ),
                0.25926: say(
                    "08-prior-odds",
                    "These are the odds at the branch. The risk is odds / (1 + odds).",
                ),
                0.79412: say(
                    "08-prior-direction",
                    "The risk at the branch must be below the score, for fewer loans go unpaid "
                    "there. In the correction, which odds do you divide by the other: those of the branch or those of the file?",
                ),
                0.1: say(
                    "08-prior-forgotten",
                    "This would be the risk of an average loan of the branch. What does the score "
                    "say beyond that, compared with the 30% of the file?",
                ),
                0.05: say(
                    "08-prior-product",
                    "You multiplied the score by the branch's share. The correction works on the "
                    "odds, and it needs the 30% of the file too.",
                ),
                0.11475: say(
                    "08-prior-score-odds",
                    "You began with the score 0.5. Begin with its odds, 0.5 / (1 - 0.5).",
                ),
                3.85714: say(
                    "08-prior-direction",
                    "The risk at the branch must be below the score, for fewer loans go unpaid "
                    "there. In the correction, which odds do you divide by the other: those of the branch or those of the file?",
                ),
            },
            otherwise=say(
                "08-prior-otherwise",
                "Three steps: the odds of the score, 0.5 / (1 - 0.5); times (0.1 / 0.9) / (0.3 "
                "/ 0.7); and the result, as odds, turned back into a risk: odds / (1 + odds).",
            ),
        )


@exercise(
    "amount-says",
    points=1,
    because=say(
        "08-amount-says-why",
        "While the amount is shuffled, the duration stays in place, and large loans run long. In "
        "a score without the duration, shuffling the amount costs 2.5 pairs of 100 instead of "
        "0.3.",
    ),
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
                "Compare with the last row: once the duration is left out, can the score still "
                "do without the amount?",
            ),
            "causes": say(
                "08-amount-cause",
                "Would the outcome change if we changed the amount, or does the amount only go "
                "together with it? Shuffling cannot tell.",
            ),
            "broken": say(
                "08-amount-broken",
                "Both numbers were measured correctly, on two different scores. What stays in "
                "place while the amount is shuffled?",
            ),
        },
    )


@exercise(
    "importance",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "08-hint-importance-1",
            "Begin with `copy = table.copy()`, and with a source of random orders: `random "
            "= np.random.default_rng(seed)`.",
        ),
        say(
            "08-hint-importance-2",
            "Then put the shuffled values into the copy: `copy[column] = "
            "random.permutation(copy[column].to_numpy())`.",
        ),
        say(
            "08-hint-importance-3",
            "The last of the four lines is `return quality(table) - ___`: what do you "
            "subtract from the quality before?",
        ),
    ],
)
def importance(function):
    # Distinct numbers in a mixed order, so that a shuffle can be told from a shift or a sort; and
    # labels that do not begin at 0, so that values put back by their labels do not go unnoticed.
    values = (np.arange(200) * 73 + 11) % 200
    table = pd.DataFrame({"asked": values, "idle": np.arange(200) // 3}, index=range(500, 700))
    truth = values > 60

    def quality(rows):
        return 10 * float(((rows["asked"].to_numpy() > 60) == truth).mean())

    def mistakes_made(rows):
        return 3 + 10 * float(((rows["asked"].to_numpy() > 60) != truth).mean())

    shuffled_once(function, quality, table, "asked", 1)
    shuffled_once(function, quality, table, "idle", 1)
    shuffled_once(function, mistakes_made, table, "asked", 1)
    same = [shuffled_once(function, quality, table, "asked", 2) for _ in range(4)]
    expect.true(
        all(orders == same[0] for orders in same),
        say(
            "08-shuffle-seed",
            "Two calls with the same seed give different orders: make the source of random "
            "orders from `seed`, inside the function.",
        ),
    )
    others = [shuffled_once(function, quality, table, "asked", n) for n in range(3, 9)]
    expect.true(
        any(orders != same[0] for orders in others),
        say(
            "08-shuffle-constant",
            "Every seed gives the same order: the order should come from `seed`.",
        ),
    )


def shuffled_once(function, quality, table, column, seed):
    """Call a learner's function, look at the tables whose quality it asks, and at its result.

    Returns the orders into which it brought the column.
    """
    kept, asked = table.copy(), []

    def watched(rows):
        value = quality(rows)
        asked.append(rows.copy())
        return value

    found = expect.number(expect.call(function, watched, table, column, seed))
    expect.true(
        table.equals(kept),
        say(
            "08-shuffle-inplace",
            "After your function has run, the table given to it is changed too: work on a copy.",
        ),
    )
    expect.true(
        asked,
        say(
            "08-shuffle-unasked",
            "Your function never asks for a quality: call `quality(table)`, and `quality(...)` "
            "with your shuffled copy.",
        ),
    )
    old = list(kept[column])
    for rows in asked:
        other_names = sorted(set(map(str, rows.columns)) ^ set(kept.columns))
        expect.true(
            not other_names,
            say(
                "08-shuffle-new-column",
                "Your copy has other columns than the table ({names}). To replace the column whose "
                "name is in `column`, write `copy[column] = ...`.",
                names=", ".join(other_names),
            ),
        )
        expect.true(
            len(rows) == len(kept),
            say(
                "08-shuffle-length",
                "Your copy has {rows} rows, and the table has {expected}: keep every row.",
                rows=len(rows),
                expected=len(kept),
            ),
        )
        expect.true(
            all(list(rows[name]) == list(kept[name]) for name in kept if name != column),
            say(
                "08-shuffle-rows",
                "In your copy another column than the one asked for is in a new order: shuffle "
                "one column only, not whole rows.",
            ),
        )
    moved = [list(rows[column]) for rows in asked if list(rows[column]) != old]
    expect.true(
        moved,
        say(
            "08-shuffle-nothing",
            "In the tables whose quality you asked for, each value of the column is in its "
            "old place. Did you put the shuffled values into the copy, and measure the "
            "copy? And pandas puts values back by the labels of the rows: take them "
            "without labels, with `.to_numpy()`.",
        ),
    )
    for new in moved:
        expect.true(
            Counter(new) == Counter(old),
            say(
                "08-shuffle-values",
                "In your copy the column does not hold the same values as before, each as often "
                "as before. A shuffle changes their order only. (Empty cells come from labels of "
                "rows that do not fit: take the values with `.to_numpy()`.)",
            ),
        )
        expect.true(
            is_mixed(old, new),
            say(
                "08-shuffle-order",
                "Much of the old order is left in your column, or it is sorted. Put all values "
                "into a new random order, each in any place: `np.random.default_rng(seed)` has "
                "the method `permutation`.",
            ),
        )
    before = quality(kept)
    after = [quality(rows) for rows in asked if list(rows[column]) != old]
    message = wrong_loss(found, before, after)
    expect.true(
        len(moved) < len(asked) or message.code == "08-shuffle-quality",
        say(
            "08-shuffle-no-before",
            "You never ask for the quality of the table as it is: begin with `quality(table)`.",
        ),
    )
    expect.true(abs(found - (before - sum(after) / len(after))) < 1e-6, message)
    return moved


def is_mixed(old, new):
    """Whether no more of an order is left than chance leaves; True where values repeat."""
    if len(set(old)) < len(old):
        return True
    place = {value: number for number, value in enumerate(old)}
    found = [place[value] for value in new]
    stayed = sum(here == there for here, there in enumerate(found))
    pairs = pairwise(found)
    neighbours = sum(abs(here - there) in (1, len(old) - 1) for here, there in pairs)
    rising = sum(one < two for one, two in pairwise(new))
    half = len(old) // 2
    same_half = sum((here < half) == (there < half) for here, there in enumerate(found))
    few, many = len(old) // 5, len(old) - len(old) // 5
    return stayed < few and neighbours < few and few < rising < many and few < same_half < many


def wrong_loss(found, before, after):
    """The message for a result that is not the quality before minus the quality after."""

    def is_one(*values):
        return any(abs(found - value) < 1e-6 for value in values)

    loss = before - sum(after) / len(after)
    if is_one(before, *after, before - loss):
        return say(
            "08-shuffle-quality",
            "You return a quality. The exercise asks how much of it is lost: the quality "
            "before minus the quality after.",
        )
    if loss < 0 and is_one(0, -loss):
        return say(
            "08-shuffle-negative",
            "Here the quality rises when the column is shuffled, so the loss is negative. Return "
            "the difference as it is.",
        )
    if is_one(-loss):
        return say(
            "08-shuffle-sign", "The sign is the wrong way round: the loss is before minus after."
        )
    if len(after) > 1 and is_one(*(before - value for value in after)):
        return say(
            "08-shuffle-several",
            "You shuffled several times and return the loss of one of them. One shuffle is "
            "enough; of several, return the mean.",
        )
    return say(
        "08-shuffle-size",
        "Before, the quality was {before}, and with your shuffled column {after}. You "
        "return {found}. Return the quality before minus the quality after.",
        before=f"{before:g}",
        after=f"{before - loss:g}",
        found=f"{found:g}",
    )


@exercise(
    "average-line",
    points=2,
    hints=[
        say(
            "08-hint-average-1",
            "`test.assign(duration=12.0)` is the table with every loan set to 12 months.",
        ),
        say(
            "08-hint-average-2",
            "The first line is `average_12 = score(test.assign(duration=___)).mean()`; the "
            "second is the same with the other length.",
        ),
    ],
)
def average_line(short, long):
    own_length = say(
        "08-own-length",
        "You kept the people whose loans are this long already. Set everybody's loan to this "
        "length.",
    )
    unchanged = say(
        "08-unchanged",
        "This is the mean score with every loan as it is: no duration was set.",
    )
    swapped = say("08-lengths-swapped", "The two lengths have changed places.")
    at_most = say(
        "08-at-most",
        "You set only the longer loans to this length. Set the shorter ones to it as well.",
    )
    median = say(
        "08-median",
        "This is the median of the 300 scores, the one in the middle. The exercise "
        "asks for the mean.",
    )
    years = say(
        "08-years", "This is the result for 1 and 3 months. The durations are in months: 12 and 36."
    )
    amount_too = say(
        "08-amount-too",
        "You changed the amount along with the length. All else stays as it is.",
    )
    repaid_only = say("08-repaid-only", "These are the people who had repaid only. Take all 300.")
    shorter = say(
        "08-shorter-by",
        "You made each loan shorter by this number of months. Set each to this length instead.",
    )
    one_person = say(
        "08-one-person",
        "This is the score of one application. The exercise asks for the mean over all 300.",
    )
    weighted = say(
        "08-weighted",
        "You gave large loans more weight. Each of the 300 applications counts once.",
    )
    typical = say(
        "08-typical",
        "You set other columns to their means as well. All else stays as each person has it.",
    )
    without = say(
        "08-no-duration",
        "This score did not learn from the duration. Use `score`, the fund's own.",
    )
    otherwise = say(
        "08-average-otherwise",
        "Three steps: set `duration` of all 300 rows of `test` to this length and leave all else "
        "as it is; hand the table to `score`; take the mean of the 300 scores.",
    )
    with part():
        expect.share(
            short,
            0.2566526,
            digits=4,
            mistakes={
                0.24074: RAW_RATE,
                0.27374: RAW_RATE,
                0.288: RAW_RATE,
                0.2260988: own_length,
                0.2537037: WRONG_TABLE,
                0.2545884: WRONG_TABLE,
                0.56: YES_NO,
                0.0566667: YES_NO,
                0.3009058: unchanged,
                0.3752622: swapped,
                0.2528283: at_most,
                0.2454563: median,
                0.2098101: years,
                0.2445559: amount_too,
                0.2147408: repaid_only,
                0.2466189: shorter,
                0.1163435: one_person,
                0.2719342: weighted,
                0.2549063: typical,
                0.3006529: without,
            },
            otherwise=otherwise,
        )
    with part():
        expect.share(
            long,
            0.3752622,
            digits=4,
            mistakes={
                0.5185185: RAW_RATE,
                0.4457831: RAW_RATE,
                0.4107143: RAW_RATE,
                0.3961175: own_length,
                0.3697256: WRONG_TABLE,
                0.3713866: WRONG_TABLE,
                0.69: YES_NO,
                0.3566667: YES_NO,
                0.3009058: unchanged,
                0.2566526: swapped,
                0.2963456: at_most,
                0.3848790: median,
                0.2179095: years,
                0.4058573: amount_too,
                0.3226938: repaid_only,
                0.1567152: shorter,
                0.2020685: one_person,
                0.3925052: weighted,
                0.3742112: typical,
                0.3006529: without,
            },
            otherwise=otherwise,
        )


@exercise(
    "clerk-claim",
    points=1,
    because=say(
        "08-clerk-claim-why",
        "26% and 38% are means over all applications. In the lesson the mean goes from 25% at 12 "
        "months to 44% at 48, and the curve of application no. 907 from 18% to 39%.",
    ),
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
                "Which person has these two numbers? In the figure of the lesson, the thin "
                "curves start and end elsewhere than the thick one.",
            ),
            "shorter-helps": say(
                "08-pdp-cause",
                "The model saw who took short loans and who repaid. It never saw what happens to "
                "one person when the length is changed.",
            ),
            "say-nothing": say(
                "08-clerk-silent",
                "The lesson puts such changes into a letter (sections 4 and 5). Are the two numbers of "
                "the manual about this applicant?",
            ),
        },
    )


@exercise(
    "longest-loan",
    points=1,
    hints=[
        say(
            "08-hint-longest-1",
            "Try one length: `score(applicant.assign(duration=30))[0]`. Is it below the "
            "fund's threshold?",
        ),
        say(
            "08-hint-longest-2",
            "Print the score for each length: `for months in range(4, 73):`, and below it, "
            "after four spaces, `print(months, score(applicant.assign(duration=___))[0])`. "
            "Then write the last length with a score below 0.2.",
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
                "At this length, with the amount and all else as they are, the score is still 0.2 or "
                "more. Change the duration only.",
            ),
            27: say(
                "08-longest-line",
                "With the threshold of the lesson's bank it would be this length. The fund refuses "
                "from 0.2 on.",
            ),
            46: say(
                "08-longest-rounded",
                "With a threshold of 0.25 it would be this length. The score, not rounded, "
                "must be below 0.2.",
            ),
            72: say(
                "08-longest-half",
                "At this length the score is well above the fund's threshold, although it is "
                "below one half. The fund refuses from 0.2 on.",
            ),
            62: say(
                "08-longest-guarantor",
                "With a guarantor it would be this length. Here all else stays as the application "
                "has it.",
            ),
            40: say(
                "08-longest-amount",
                "With an amount smaller by a quarter it would be this length. Here all else stays "
                "as the application has it.",
            ),
            39: say(
                "08-longest-own",
                "That is the length applied for, and its score is above the threshold.",
            ),
            30: say(
                "08-longest-steps",
                "At this length the score is below 0.2, but there are longer ones with a score "
                "below it. Try every whole month, not steps of several.",
            ),
            33: say(
                "08-longest-occurs",
                "At this length the score is below 0.2, but there are longer ones with a score "
                "below it, also such as no test loan has. Try every whole month.",
            ),
            4: say(
                "08-longest-shortest",
                "With this length the score is below 0.2, but with longer ones too: this is "
                "the shortest such loan. The exercise asks for the longest.",
            ),
        },
        otherwise=say(
            "08-longest-otherwise",
            "Try your answer: for `score(applicant.assign(duration=...))` with your number of "
            "months the score must be below 0.2, and with one month more it must not.",
        ),
    )


@exercise(
    "offer",
    points=2,
    because=say(
        "08-offer-why",
        "The person can find a guarantor or ask for less, but cannot change an age or past years. "
        "The letter must not promise: a clerk decides, and looks at the guarantor too.",
    ),
    hints=[
        say(
            "08-hint-offer-1",
            "Ask of each row: could this person do it by next month, and would anybody "
            "want them to?",
        ),
        say(
            "08-hint-offer-2",
            "Ask of each sentence: could the office keep its word if the clerk found "
            "something else in the file?",
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
                    "Nobody can change how long they have been with an employer. And an office "
                    "that advises people to give up a job for its score does harm.",
                ),
                "all-four": say(
                    "08-offer-all",
                    "A list with rows that nobody can act on is not advice. Leave those out first.",
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
                    "A person cannot answer a number and a limit. What would have had to be "
                    "different?",
                ),
                "nothing": say(
                    "08-offer-silent",
                    "The table shows that something can be done. The person has a right to know it.",
                ),
            },
        )


@exercise(
    "main-reason",
    points=1,
    because=say(
        "08-main-reason-why",
        "Compared with those accepted, the duration adds 0.60 points to this score, more than any "
        "other column. The checking account differs most over all applications, but speaks for "
        "this person, with −0.18.",
    ),
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
                "This column can matter most of all. Does this person do worse in it than "
                "those accepted?",
            ),
            "guarantor": say(
                "08-reason-remedy",
                "A guarantor would help, but that is a way forward, not a reason. What speaks against this "
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
            "The formula needs two divisions: syllables by words, and words by sentences.",
        ),
        say(
            "08-hint-perspicuity-2",
            "The line is `return 206.835 - 62.3 * syllables / words - ___`.",
        ),
    ],
)
def perspicuity(function):
    upside_down = say(
        "08-readability",
        "A division is upside down. Check your counts by hand on one sentence: a "
        "sentence has many words, a word has a few syllables.",
    )
    other_spanish = say(
        "08-other-spanish",
        "These are the numbers of another Spanish formula. Take those in the exercise.",
    )
    other_formula = say(
        "08-other-formula",
        "There are numbers of a formula for another language in yours. Take those in the exercise.",
    )
    on_the_way = say(
        "08-perspicuity-whole",
        "Decimals are lost on the way: `//` and `round` drop what is after the point, and `/` "
        "keeps it.",
    )
    # 117 words in 8 sentences with 251 syllables: 206.835 - 62.3 x 251 / 117 - 117 / 8.
    expect.close(
        expect.call(function, 117, 8, 251),
        58.5579,
        digits=1,
        mistakes={
            10.4983: other_formula,
            52.4983: other_formula,
            34.2616: other_formula,
            58.3385: other_formula,
            100.5579: other_formula,
            206.835: say(
                "08-perspicuity-start", "You return 206.835: subtract both terms from it."
            ),
            73.1145: upside_down,
            163.1698: upside_down,
            177.7264: upside_down,
            63.2046: other_spanish,
            71.1477: other_spanish,
            63.4970: other_spanish,
            87.8079: say(
                "08-perspicuity-sign",
                "Longer sentences should lower the index: look at the sign of the last term.",
            ),
            325.8621: say(
                "08-perspicuity-sign-words",
                "Longer words should lower the index: look at the sign before 62.3.",
            ),
            -15445.0900: say(
                "08-perspicuity-total",
                "You took all syllables. The formula takes syllables per word.",
            ),
            -1762.4525: say(
                "08-perspicuity-per-sentence",
                "You divided the syllables by the sentences. The formula divides them by the "
                "words.",
            ),
            41.8079: say(
                "08-perspicuity-last",
                "The last term is words divided by sentences. You divided the syllables by the "
                "sentences.",
            ),
            -1747.8959: say(
                "08-perspicuity-order",
                "Words and sentences have changed places: the counts come in the order words, "
                "sentences, syllables.",
            ),
            41.4421: say(
                "08-perspicuity-turned",
                "You subtracted the index from 100. Return the index itself.",
            ),
            68.235: on_the_way,
            67.61: on_the_way,
        },
        otherwise=say(
            "08-perspicuity-otherwise",
            "With 117 words, 8 sentences and 251 syllables the formula gives another "
            "number. Compute it by hand: syllables divided by words, times 62.3; words "
            "divided by sentences; and both subtracted from 206.835. Round nothing on the "
            "way.",
        ),
    )
    # 90 words in one sentence with 200 syllables: below 0.
    beyond = say(
        "08-perspicuity-clipped",
        "An index can lie below 0 and above 100. With 90 words in one sentence and 200 "
        "syllables yours is not that of the formula: return what the formula gives.",
    )
    expect.close(
        expect.call(function, 90, 1, 200),
        -21.6094,
        digits=1,
        mistakes={21.6094: beyond},
        otherwise=beyond,
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
    form=True,
    hints=[
        say(
            "08-hint-card-1",
            "Press “Still to do” in the form: it lists what is missing, and each line leads to its "
            "field. Then press “Save”, and check again.",
        ),
        say(
            "08-hint-card-2",
            "The row of measures that is left to you has its four numbers in the row "
            "“19-24” of the table above the form.",
        ),
    ],
)
def model_card(card):
    with part():
        expect.artefact(ModelCard, card, only=ANSWERABLE)
    with part():
        expect.artefact(ModelCard, card, only=USE)
        fields = read_yaml(card)[0] if isinstance(card, str) else card
        expect.share(
            ModelCard(threshold=fields["threshold"]).threshold,
            0.2,
            mistakes={
                0.25: say(
                    "08-card-firms",
                    "`{where}`: this is the threshold of the branch. The card is about the main office.",
                    where=label(ModelCard, "threshold"),
                ),
                0.16667: say(
                    "08-card-lesson",
                    "`{where}`: this is the one of the bank in the lesson. The card is about the "
                    "fund.",
                    where=label(ModelCard, "threshold"),
                ),
            },
            otherwise=say(
                "08-card-threshold",
                "`{where}`: from which score on does the fund advise to refuse a personal loan? "
                "Exercise 7 says it.",
                where=label(ModelCard, "threshold"),
            ),
        )
    with part():
        expect.artefact(ModelCard, card, only=("measures",), measured=fund_measures())
