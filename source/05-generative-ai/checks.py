"""What each exercise of module 05 must satisfy, and what to say when it does not."""

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
JOINT = say(
    "05-joint-for-conditional",
    "You divided by all pairs of the text. One of the two words is known already: what is the "
    "whole now?",
)
INVERSE = say(
    "05-inverse",
    "The two words have changed places: which one is known, and for which one do you want the share?",
)
OTHER_LANGUAGE = say("05-other-language", "This is the value for another language.")
INSIDE_WORDS = say(
    "05-inside-words",
    "Longer words that contain the word, such as `derechos`, are counted too. Count the words of "
    "the list that are equal to it.",
)
COUNT_NOT_SHARE = say(
    "05-count-not-share", "This is a count. Divide it by the total that the exercise names."
)
EACH_PAIR_ONCE = say(
    "05-each-pair-once",
    "Each different pair is counted once. A pair that occurs often has to count each time.",
)
SIGNS_LEFT_OUT = say(
    "05-signs-left-out", "Commas and full stops are in the list too, and the exercise counts them."
)
TWO_APART = say(
    "05-two-apart",
    "Take the direct neighbours of the known word, and count only pairs that do occur.",
)
ODDS = say("05-odds", "You divided by the other cases only. For a share, divide by all cases.")
UNION = say(
    "05-union",
    "You divided by the number of times that either of the two words occurs. Only one of the two words is known.",
)
PAIR_OVER_KNOWN = say(
    "05-pair-over-known",
    "Two numbers are needed: how often `derecho` is followed by `a`, and how often the word that "
    "is known occurs. Which of the two words is known here?",
)
MODEL_CONTINUES = say(
    "05-lookup", "Did the model fetch a document, or did it continue a text word by word?"
)
FINGER = say("05-says-so", "Look for the words in the cited rule: it does say this.")
CITES = say("05-cites", "This sentence does cite a rule: see the end of its line.")
NOT_AGAINST = say(
    "05-silent-not-against",
    "A rule contradicts a sentence only if it says something else about the same matter. Does this rule mention the matter at all?",
)
NOTHING_CITED = say("05-nothing-cited", "Which rule would you open? This sentence cites none.")


# Self-checks of the lesson.


@exercise(
    "quick-next",
    hints=[
        say(
            "05-hint-quick-next-1",
            "Divide by the number of times that “everyone” occurs before another word.",
        )
    ],
)
def quick_next(share):
    expect.share(
        share,
        0.73333,
        mistakes={
            0.01192: JOINT,
            0.01193: JOINT,
            0.78571: INVERSE,
            0.1: say(
                "05-quick-next-is",
                "That is the share of “is”. Which word does the question ask about?",
            ),
            22: COUNT_NOT_SHARE,
            0.84848: say("05-quick-next-right", "That is the share of “to” after “right”."),
            2.75: ODDS,
        },
        otherwise=say(
            "05-quick-next-otherwise",
            "Two numbers of the output are needed: how often “has” follows, and how often “everyone” occurs in the text.",
        ),
    )


@exercise(
    "quick-language",
    because=say(
        "05-quick-language-why",
        "The model's own description names one language, English. The prompts had the same "
        "content in all four languages and the temperature was the same, so these cannot explain "
        "the difference.",
    ),
    hints=[
        say(
            "05-hint-language-1",
            "The prompts say the same in each language. For which language did its makers build the model?",
        )
    ],
)
def quick_language(key):
    expect.choice(
        key,
        right="little-learned",
        wrong={
            "hard-language": say(
                "05-language-hard",
                "People learn and write each of these languages. What did this model learn from?",
            ),
            "bad-prompts": say(
                "05-language-prompts",
                "The prompts have the same content in the four languages, in correct sentences.",
            ),
            "high-temperature": say(
                "05-language-temperature",
                "All answers in this figure were drawn at the same temperature.",
            ),
        },
    )


@exercise(
    "quick-citation",
    because=say(
        "05-quick-citation-why",
        "The rule TR-02 says: “On night buses the card is not valid.” The draft leaves out one "
        "word and turns the rule round, so the citation does not support it.",
    ),
    hints=[
        say(
            "05-hint-citation-1",
            "Open rule TR-02 above and compare its last sentence with the sentence of the draft.",
        )
    ],
)
def quick_citation(key):
    expect.choice(
        key,
        right="turned-round",
        wrong={
            "cites-a-rule": say(
                "05-cited-is-supported",
                "A citation can be put after any sentence. Open the rule: does it say this?",
            ),
            "words-occur": say(
                "05-words-are-enough",
                "Each word does occur in the rule. One small word of the rule is missing in "
                "the draft.",
            ),
            "rule-is-missing": say(
                "05-rule-exists", "The rule exists. Does it say what the draft says?"
            ),
        },
    )


@exercise(
    "quick-guard",
    because=say(
        "05-quick-guard-why",
        "The program compares the department and the ids with its lists and drops all other "
        "words, so a promise or an invented id fails. A real rule that does not fit is on the "
        "list.",
    ),
    hints=[
        say(
            "05-hint-guard-1",
            "Put yourself in the place of the program: it compares each answer with its lists. "
            "Which of these is on a list?",
        )
    ],
)
def quick_guard(key):
    expect.choice(
        key,
        right="wrong-rule",
        wrong={
            "cancelled-fine": say(
                "05-guard-promise",
                "Could the sentence about the fine pass a program that takes only a department "
                "and rule ids?",
            ),
            "invented-rule": say(
                "05-guard-rule",
                "The program compares each id with the list of rules. Is this one on it?",
            ),
            "nothing": say(
                "05-guard-nothing",
                "Look at the last bar again: it is not empty. What did the fixed output let through?",
            ),
        },
    )


# The assignment.


@exercise(
    "next-word",
    points=2,
    hints=[
        say(
            "05-hint-next-1",
            'Section 1 of the lesson shows the lines for English. Here they begin with `pairs = Counter(pairwise(spanish))`, and `pairs["derecho", "a"]` is how often the pair occurs.',
        ),
        say(
            "05-hint-next-2",
            'For both shares, divide the count of the pair by the count of the word that is known. Fill the gap, once for each share: `pairs["derecho", "a"] / spanish.count("___")`.',
        ),
    ],
)
def next_word(after, before):
    with part():
        expect.share(
            after,
            0.66667,
            mistakes={
                0.32941: INVERSE,
                0.01369: JOINT,
                0.84848: OTHER_LANGUAGE,
                0.48780: OTHER_LANGUAGE,
                0.49206: INSIDE_WORDS,
                0.44444: INSIDE_WORDS,
                0.57143: say(
                    "05-every-second",
                    "You cut the text into pieces of two. Each word has a neighbour: the pairs "
                    "overlap.",
                ),
                0.04154: say(
                    "05-single-share",
                    "That is how frequent the word is anywhere in the text. Look only at the neighbours of the known word.",
                ),
                0.11111: EACH_PAIR_ONCE,
                0.75676: SIGNS_LEFT_OUT,
                0.04762: TWO_APART,
                2: ODDS,
                0.28283: UNION,
                28: COUNT_NOT_SHARE,
            },
            otherwise=PAIR_OVER_KNOWN,
        )
    with part():
        expect.share(
            before,
            0.32941,
            mistakes={
                0.66667: INVERSE,
                0.01369: JOINT,
                0.33735: OTHER_LANGUAGE,
                0.31746: OTHER_LANGUAGE,
                0.02053: say(
                    "05-single-share",
                    "That is how frequent the word is anywhere in the text. Look only at the neighbours of the known word.",
                ),
                0: say(
                    "05-order-of-pair",
                    "You counted pairs that begin with `a`. Here `a` is the second word of the "
                    "pair.",
                ),
                0.03448: EACH_PAIR_ONCE,
                0.39437: SIGNS_LEFT_OUT,
                0.02353: TWO_APART,
                0.49123: ODDS,
                0.28283: UNION,
                28: COUNT_NOT_SHARE,
            },
            otherwise=PAIR_OVER_KNOWN,
        )


@exercise(
    "temperature",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "05-hint-temperature-1",
            "In Python a power is written with two stars: `x ** 2`. Put `1 / temperature` in brackets.",
        ),
        say(
            "05-hint-temperature-2",
            "A list cannot be raised to a power; `np.asarray(shares)` can. Section 2 of the lesson shows both steps.",
        ),
        say(
            "05-hint-temperature-3",
            "Two lines, each after four spaces. The first is `raised = np.asarray(shares) ** (1 / temperature)`, the second, with a gap, `return raised / ___`. Together the shares must make 1.",
        ),
    ],
)
def temperature(function):
    shares = [0.3, 0.6, 0.1]  # unsorted, so that a function that sorts is seen

    def at(warmth):
        found = expect.call(function, list(shares), warmth)
        expect.length(
            found, 3, say("05-as-many", "For three shares the function returns three shares again.")
        )
        return [expect.number(value) for value in found]

    def equal(found, wanted, within=0.002):
        return all(abs(a - b) < within for a, b in zip(found, wanted, strict=True))

    cold, warm, same = at(0.5), at(2), at(1)
    colder, warmer = [0.1957, 0.7826, 0.0217], [0.3343, 0.4727, 0.1930]
    expect.true(
        not (equal(cold, warmer) and equal(warm, colder)),
        say(
            "05-temperature-power",
            "Your function makes rare words rarer at a higher temperature. It has to be the other way round: look at the power again.",
        ),
    )
    expect.true(
        all(abs(sum(found) - 1) < 0.02 for found in (cold, warm, same)),
        say(
            "05-not-normalised",
            "The shares that you return do not add up to 1. Divide each power by the sum of all.",
        ),
    )
    expect.true(
        equal(same, shares) or not equal(sorted(same), sorted(shares)),
        say(
            "05-temperature-order",
            "The shares come back in another order than they were given: each must keep its "
            "place, since it belongs to a word.",
        ),
    )
    expect.true(
        cold != warm,
        say(
            "05-temperature-unused",
            "The temperatures 0.5 and 2 give the same shares, and they must not.",
        ),
    )
    expect.true(
        equal(same, shares),
        say(
            "05-temperature-one",
            "At the temperature 1 the shares must stay as they are: the power 1 changes nothing.",
        ),
    )
    expect.true(
        (equal(cold, colder) and equal(warm, warmer))
        or not (equal(cold, colder, 0.0051) and equal(warm, warmer, 0.0051)),
        say("05-temperature-rounded", "The shares are rounded: return them with all their digits."),
    )
    expect.true(
        equal(cold, colder) and equal(warm, warmer),
        say(
            "05-temperature-wrong",
            "With the shares 0.3, 0.6 and 0.1 the result is not the expected one at the temperature 0.5 or 2: "
            "raise each of the shares to the power, then divide each by the sum.",
        ),
    )


@exercise(
    "temperature-zero",
    points=1,
    because=say(
        "05-temperature-zero-why",
        "A temperature of 0 takes the likeliest next word, and that word can be untrue. It does "
        "not even make answers equal: one question asked 1,000 times got 80 different answers.",
    ),
    hints=[
        say(
            "05-hint-zero-1",
            "The temperature decides how the next word is drawn. Does it check whether the word is true?",
        )
    ],
)
def temperature_zero(key):
    expect.choice(
        key,
        right="likeliest-word",
        wrong={
            "no-mistakes": say(
                "05-zero-is-true", "Does repeating the same sentence make it truer?"
            ),
            "same-answer": say(
                "05-zero-is-equal",
                "The lesson names a measurement: one question, asked 1,000 times at a temperature "
                "of 0. How many different answers came back?",
            ),
            "more-mistakes": say(
                "05-zero-is-worse",
                "Compare two counts in section 2 of the lesson: at which temperature were more "
                "sentences in the Declaration?",
            ),
        },
    )


@exercise(
    "where-from",
    points=1,
    because=say(
        "05-where-from-why",
        "The model looks nothing up and follows no written rule: it continues a text with words "
        "that are likely after the words so far. An untrue year can be a likely word.",
    ),
    hints=[
        say(
            "05-hint-from-1",
            "Think of the sentences that the model of the Declaration made in section 1 of "
            "the lesson.",
        )
    ],
)
def where_from(key):
    expect.choice(
        key,
        right="continued",
        wrong={
            "looked-up": MODEL_CONTINUES,
            "programmed": say(
                "05-rules", "Where would a rule for this sentence be written down, and by whom?"
            ),
            "deceived": say(
                "05-deceived",
                "Only somebody who knows the truth can deceive. On what does a model base its next word?",
            ),
        },
    )


@exercise(
    "retrieval",
    points=2,
    hints=[
        say(
            "05-hint-retrieval-1",
            "The open cell in section 4 of the lesson counts the questions with a right rule in the first place. Copy its loop; the result here is `found / whole`.",
        ),
        say(
            "05-hint-retrieval-2",
            "Change one line of that loop, so that it looks at the first three places. Fill the gap: `if any(rule in search(question)[:___] for rule in right):`.",
        ),
    ],
)
def retrieval(share):
    empty_found = say(
        "05-empty-counts-as-found",
        "The ten questions without an answer are counted as found. Leave them out: their list of right rules is empty.",
    )
    expect.share(
        share,
        0.75,
        mistakes={
            15: COUNT_NOT_SHARE,
            0.5: say(
                "05-unanswerable-counted",
                "Ten questions have no answer, so no search can find it. To which questions does the share refer?",
            ),
            0.83333: empty_found,
            0.76667: empty_found,
            1.25: empty_found,
            0.65: say(
                "05-one-rule-is-enough",
                "Some questions have two right rules. It is enough if one of them is among the first three.",
            ),
            0.69565: say("05-rules-not-questions", "You counted rules. Count questions."),
            0.72727: say(
                "05-different-rules",
                "You counted each rule once, however many questions it answers. Count questions.",
            ),
            0.7: say(
                "05-one-too-few",
                "One question too few is found. Use the `search` of this exercise, look at its first "
                "three places, and count a question fully if any one of its rules is there.",
            ),
            0.8: say(
                "05-too-many-places",
                "You looked at more than three places. Python counts places from 0, so the third "
                "has the number 2.",
            ),
            0.6: say(
                "05-first-or-single",
                "Too few are found: look at all three places, and where a question has two right "
                "rules, ask for each of them.",
            ),
            0.70588: say(
                "05-single-only",
                "You left out the questions that have two right rules. They have an answer too.",
            ),
            0.26667: say(
                "05-places-not-questions",
                "You counted how many of the places hold a right rule. Count the questions for "
                "which one of the places does.",
            ),
            0.69305: say(
                "05-reciprocal-place",
                "You gave more weight to a rule that is further up. Here each of the first three places counts the same, and a later one does not count.",
            ),
            0: say(
                "05-list-in-list",
                "No question counts as found here. The first three places are `search(question)[:3]`; check for each right id separately whether it is among them.",
            ),
        },
        otherwise=say(
            "05-retrieval-otherwise",
            "Two numbers are needed: the questions that have an answer, and those among them with "
            "at least one right rule among the first three.",
        ),
    )


@exercise(
    "groundedness",
    points=2,
    because=say(
        "05-groundedness-why",
        "HE-03 mentions neither a measurement nor a discount, GE-01 gives 15 days for a fine, and "
        "sentence 8 cites no rule, though GE-04 would support it. So four of eight sentences are "
        "supported.",
    ),
    hints=[
        say(
            "05-hint-grounded-1",
            "Set aside what you know. Take one sentence, open the rule that it cites, and look for the words that say it.",
        ),
        say(
            "05-hint-grounded-2",
            "Rule GE-01 has two limits for an appeal. Which one is about a fine?",
        ),
    ],
)
def groundedness(first, second, third, fourth, fifth, sixth, seventh, eighth, share):
    with part():
        expect.choice(first, right="supported", wrong={
            "contradicted": FINGER, "silent": FINGER, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(second, right="silent", wrong={
            "supported": say("05-case-not-in-rule", "The rule says what applies to everybody. Does it say what was measured in this bar?"),
            "contradicted": NOT_AGAINST, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(third, right="supported", wrong={
            "contradicted": FINGER, "silent": FINGER, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(fourth, right="silent", wrong={
            "supported": say("05-invented-discount", "The rule is cited, but where does it mention early payment?"),
            "contradicted": NOT_AGAINST, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(fifth, right="contradicted", wrong={
            "supported": say(
                "05-half-the-rule",
                "The rule has this limit, and then an exception. Read to its end.",
            ),
            "silent": say("05-exception-silent", "The rule does mention fines: read to its end."),
            "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(sixth, right="supported", wrong={
            "contradicted": FINGER, "silent": FINGER, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(seventh, right="supported", wrong={
            "contradicted": FINGER, "silent": FINGER, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(eighth, right="no-source", wrong={
            "supported": say(
                "05-true-is-grounded",
                "It may be true; does the draft give a source that says so?",
            ),
            "contradicted": NOTHING_CITED, "silent": NOTHING_CITED,
        })  # fmt: skip
    with part(2):
        expect.share(
            share,
            0.5,
            mistakes={
                0.875: say(
                    "05-share-cited",
                    "Seven of eight: you counted all sentences that cite a rule, or all that no rule contradicts. Count those that the cited rule supports.",
                ),
                0.625: say(
                    "05-share-one-too-many",
                    "This is five of eight. Count only the sentences that are `supported`, and count each of them once.",
                ),
                0.57143: say(
                    "05-citation-precision",
                    "You divided by the sentences that cite. What about the sentence without a "
                    "source?",
                ),
                0.42857: say(
                    "05-unsupported-of-cited",
                    "Three of seven: those that cite a rule and are not supported. The exercise asks for the supported ones, out of all eight.",
                ),
                0.58333: say(
                    "05-mean-by-rule",
                    "You took the mean of the shares of the two rules. Every sentence counts the same, also the one that cites no rule.",
                ),
                1: say(
                    "05-all-below",
                    "Not every sentence is supported. Divide the number of supported sentences by eight.",
                ),
                4: COUNT_NOT_SHARE,
            },
            otherwise=say(
                "05-groundedness-otherwise",
                "Count the sentences that the cited rule supports, and divide by all eight.",
            ),
        )


@exercise(
    "letter-check",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "05-hint-letter-1",
            "Copy the lines of `numbers_missing` from section 4 of the lesson. They find sentences with a number that is in no cited rule.",
        ),
        say(
            "05-hint-letter-2",
            "The conditions for the two other faults are in the lesson, in the cell before these lines: `not ids` finds a sentence that cites no rule, and `not all(rule in rules_by_id for rule in ids)` finds a rule that does not exist. Join the conditions with `or`.",
        ),
        say(
            "05-hint-letter-3",
            "The line with the three conditions has one gap: `if not ids or not all(rule in rules_by_id for rule in ids) or not all(number in ___ for number in numbers(sentence)):`. Into the gap goes the list of the numbers of the cited rules.",
        ),
    ],
)
def letter_check(function):
    rules = {
        "HE-03": "Between 22:30 and 6:30 music must not be heard. The fine is 80.",
        "GE-01": "Anyone may appeal within 30 days. For a fine the limit is 15 days.",
        "TR-01": "A single ticket costs 7.",  # 2 in the city's own rules
    }
    good = "The fine is 80. [HE-03]"
    other = "You may appeal within 15 days. [GE-01]"
    two = "The fine is 80, and you may appeal within 15 days. [HE-03] [GE-01]"
    ticket = "A ticket costs 7. [TR-01]"
    bare = "Please be quiet."
    bracket = "Please be quiet. [see below]"
    unknown = "You may appeal. [GE-99]"
    wrong = "The fine is 90. [HE-03]"
    inside = "The fine is 8. [HE-03]"
    end = "You may appeal within 5 days. [GE-01]"
    time = "Music may start at 6:22. [HE-03]"
    elsewhere = "You may appeal within 80 days. [GE-01]"
    faults = "The fine is 90. [HE-99]"
    letter = [unknown, bare, good, wrong]

    def flagged(*sentences):
        found = expect.call(function, list(sentences), rules)
        expect.true(
            hasattr(found, "__iter__") and not isinstance(found, str | dict),
            say("05-letter-list", "Return a list of sentences, also when it is empty."),
        )
        found = list(found) if hasattr(found, "__len__") else expect.call(list, found)
        expect.true(
            all(isinstance(item, str) and item in sentences for item in found),
            say(
                "05-letter-sentences",
                "The list contains something that is not a sentence of the letter: return the sentences themselves, unchanged.",
            ),
        )
        return found

    expect.true(
        flagged(*letter) != [good],
        say(
            "05-letter-turned",
            "Your function returns the sentences without a fault. Return the others.",
        ),
    )
    expect.true(
        flagged(good, other) == [],
        say(
            "05-letter-false-alarm",
            "A sentence is returned although its rule exists and contains its number.",
        ),
    )
    expect.true(
        bare in flagged(good, bare),
        say("05-letter-bare", "A sentence that cites no rule is not returned."),
    )
    expect.true(
        unknown in flagged(unknown),
        say(
            "05-letter-unknown", "A sentence that cites a rule that does not exist is not returned."
        ),
    )
    expect.true(
        wrong in flagged(wrong),
        say(
            "05-letter-number",
            "A sentence with a number that its rule does not contain is not returned.",
        ),
    )
    expect.true(
        inside in flagged(inside) and end in flagged(end),
        say(
            "05-letter-inside",
            "A number inside another one was taken for it, such as 8 in 80, or 5 in 15. Compare "
            "whole numbers.",
        ),
    )
    expect.true(
        elsewhere in flagged(elsewhere),
        say(
            "05-letter-other-rule",
            "The number is in some rule, but not in the rule that the sentence cites.",
        ),
    )
    expect.true(
        time in flagged(time),
        say(
            "05-letter-time",
            "The time 6:22 is in no rule, and yet the sentence is not returned: `numbers` gives "
            "a time as one text, `6:22`. Compare it whole.",
        ),
    )
    expect.true(
        bracket in flagged(bracket),
        say(
            "05-letter-bracket",
            "A note in square brackets is not a citation: `cited` gives the ids of rules only.",
        ),
    )
    expect.true(
        ticket not in flagged(ticket),
        say(
            "05-letter-given",
            "A sentence is returned although the rule that your function received contains its number: look it up in `rules_by_id`.",
        ),
    )
    expect.true(
        two not in flagged(two),
        say(
            "05-letter-two",
            "A sentence can cite more than one rule, and its numbers can be in any of them.",
        ),
    )
    expect.true(
        flagged(good, elsewhere) == [elsewhere],
        say(
            "05-letter-held",
            "Alone the sentence is returned, and after another sentence it is not: the numbers of the earlier rule are still there. Start with an empty list for each sentence.",
        ),
    )
    mixed = flagged(*letter)
    expect.true(
        {unknown, bare, wrong} <= set(mixed),
        say(
            "05-letter-all",
            "Alone, each sentence with a fault is returned; in a letter with three of them some are missing. Does your function go through to the end?",
        ),
    )
    expect.true(
        [item for item in dict.fromkeys(mixed) if item != good] == [unknown, bare, wrong],
        say("05-letter-order", "The sentences must come in the order of the letter."),
    )
    expect.true(
        mixed == [unknown, bare, wrong] and flagged(faults, bare) == [faults, bare],
        say("05-letter-twice", "Each sentence is returned once, also when it has two faults."),
    )


@exercise(
    "which-guard",
    points=1,
    because=say(
        "05-which-guard-why",
        "Only this guard does not depend on the model: whatever it writes, none of its sentences "
        "reaches a citizen. With a warning in the prompt, 2 of 20 stored answers still cancelled "
        "the fine.",
    ),
    hints=[
        say(
            "05-hint-guard-2",
            "Suppose that the model does everything that the comment says. Which of the four still keeps the sentence away from citizens?",
        )
    ],
)
def which_guard(key):
    expect.choice(
        key,
        right="fixed-output",
        wrong={
            "one-in-ten": say(
                "05-sample-guard",
                "Nine answers in ten go out unread, and the attacker needs only one of them.",
            ),
            "warning": say(
                "05-prompt-guard",
                "To the model your warning and the comment are one text. Did the warning stop every stored attack?",
            ),
            "larger-model": say(
                "05-larger-model",
                "A model that follows instructions better may follow a stranger's better too.",
            ),
        },
    )


@exercise(
    "how-sure",
    points=1,
    because=say(
        "05-how-sure-why",
        "The rule of three gives 3/150 = 2% for attacks like those tried, and none was tried in "
        "Portuguese. In the lesson, the only two answers that obeyed despite the warning were in "
        "Portuguese.",
    ),
    hints=[
        say("05-hint-sure-1", "The rule of three divides 3 by the number of trials."),
    ],
)
def how_sure(share, key):
    with part():
        expect.share(
            share,
            0.02,
            mistakes={
                0: say(
                    "05-no-attack-passed",
                    "None got through so far. How many would you have to try to be sure of zero?",
                ),
                0.00667: say(
                    "05-one-in-n",
                    "The rule of three does not divide 1 by the number of trials. Look at it again.",
                ),
                0.05: say(
                    "05-five-percent",
                    "The 95% say how sure we want to be. How many attacks were tried?",
                ),
                50: say("05-three-turned", "You divided the attacks by three: turn it round."),
                0.98: say(
                    "05-share-stopped",
                    "That is the share that is stopped at least. Which share may get through?",
                ),
                0.03: say(
                    "05-three-percent",
                    "Three per cent would be right for 100 attacks. How many were tried?",
                ),
                0.005: say(
                    "05-languages-in-rule",
                    "The number of languages has no place in the rule of three: divide by the "
                    "attacks that were tried, all of them in English.",
                ),
                0.08: say(
                    "05-languages-in-rule",
                    "The number of languages has no place in the rule of three: divide by the "
                    "attacks that were tried, all of them in English.",
                ),
                0.2: say(
                    "05-lessons-attacks",
                    "That fits the 15 attacks of the lesson. How many did this supplier try?",
                ),
                3: say(
                    "05-three-itself",
                    "This is the 3 of the rule of three. Divide it by the number of attacks.",
                ),
            },
            otherwise=say(
                "05-how-sure-otherwise",
                "The rule of three needs one number from the text: how many attacks were tried?",
            ),
        )
    with part():
        expect.choice(
            key,
            right="nothing-yet",
            wrong={
                "same-share": say(
                    "05-one-language",
                    "Look at the stored answers to the attack in the lesson: was the result the same in each language?",
                ),
                "safer": say(
                    "05-attackers-language",
                    "An attacker can write in any language that works. Was Portuguese tried?",
                ),
            },
        )


@exercise(
    "use-policy",
    points=2,
    because=say(
        "05-use-policy-why",
        "Danger, a refused flat and a ruling come under A, even as drafts. Replies to citizens, "
        "and summaries used in place of the original, come under B; a rule shown in full comes "
        "under C.",
    ),
    hints=[
        say("05-hint-policy-1", "Try paragraph A first, then C. What is left falls under B."),
        say(
            "05-hint-policy-2",
            "Ask of each use: who reads the original before something happens to a person?",
        ),
    ],
)
def use_policy(night_line, rule_finder, opening_hours, refusals, draft_rulings, summaries):
    danger = say(
        "05-policy-danger",
        "Gas and water in a cellar: what happens if the answer is wrong and nobody reads it "
        "before morning?",
    )
    reads = say(
        "05-policy-reads",
        "The official has the rule itself, in full, and reads it. What does the model write here?",
    )
    outside = say(
        "05-policy-outside",
        "This text goes to a person outside. It does not decide about a right, yet a wrong opening hour costs a journey: who checks it before it is sent?",
    )
    right = say(
        "05-policy-disclosure",
        "The letter takes a possible home from a person. Does a note about the machine put "
        "that right?",
    )
    ruling = say(
        "05-policy-ruling",
        "A judge signs the ruling, as in the case from Chubut. What does a ruling do to a right? Compare the first words of the three paragraphs.",
    )
    summary = say(
        "05-policy-summary",
        "The team acts on the summary. Who would notice that the danger was left out of it?",
    )
    with part():
        expect.choice(night_line, right="A", wrong={"B": danger, "C": danger})
    with part():
        expect.choice(rule_finder, right="C", wrong={"A": reads, "B": reads})
    with part():
        expect.choice(opening_hours, right="B", wrong={"A": outside, "C": outside})
    with part():
        expect.choice(refusals, right="A", wrong={"B": right, "C": right})
    with part():
        expect.choice(draft_rulings, right="A", wrong={"B": ruling, "C": ruling})
    with part():
        expect.choice(summaries, right="B", wrong={
            "A": say("05-policy-too-strict", "Paragraph A is about what a model writes to a person. Who reads these summaries?"),
            "C": summary,
        })  # fmt: skip
