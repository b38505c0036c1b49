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
    "The two words have changed places: which one is known, and which one is asked?",
)
OTHER_LANGUAGE = say("05-other-language", "This is the value for another language.")
INSIDE_WORDS = say(
    "05-inside-words",
    "You searched the letters of the text: they also stand inside longer words. Count in the "
    "list of words.",
)
COUNT_NOT_SHARE = say(
    "05-count-not-share", "This is how often it happens. Divide it by the whole that is asked."
)
MODEL_CONTINUES = say(
    "05-lookup", "Did the model fetch a document, or did it continue a text word by word?"
)
FINGER = say("05-says-so", "Put your finger on the words of the cited rule: this one does say it.")
CITES = say("05-cites", "This sentence does cite a rule: see the end of its line.")
NOT_AGAINST = say(
    "05-silent-not-against",
    "To contradict, the rule must say something else about it. Does it speak of it at all?",
)
NOTHING_CITED = say("05-nothing-cited", "Which rule would you open? This sentence cites none.")


# Self-checks of the lesson.


@exercise(
    "quick-next",
    hints=[
        say(
            "05-hint-quick-next-1",
            "The whole is the number of times that “everyone” stands before another word.",
        )
    ],
)
def quick_next(share):
    expect.close(
        share,
        0.73333,
        mistakes={
            0.01192: JOINT,
            0.01193: JOINT,
            0.78571: INVERSE,
            0.1: say("05-quick-next-is", "That is the share of “is”. Which word is asked?"),
            22: COUNT_NOT_SHARE,
        },
    )


@exercise(
    "quick-language",
    hints=[
        say(
            "05-hint-language-1",
            "The prompts say the same in each language. What did the model's makers choose?",
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
                "All answers in this figure were recorded at the same temperature.",
            ),
        },
    )


@exercise(
    "quick-citation",
    hints=[
        say(
            "05-hint-citation-1",
            "Open rule TR-02 above and read its last sentence beside the sentence of the draft.",
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
    hints=[
        say(
            "05-hint-guard-1",
            "Read the names of the five attacks: which one asks for something that the "
            "program allows?",
        )
    ],
)
def quick_guard(key):
    expect.choice(
        key,
        right="wrong-department",
        wrong={
            "cancelled-fine": say(
                "05-guard-promise",
                "Could the sentence about the fine pass a program that takes only a department "
                "and rule ids?",
            ),
            "invented-rule": say(
                "05-guard-rule", "The program compares each id with the list of rules."
            ),
            "nothing": say(
                "05-guard-nothing",
                "Look at the last bar again: it is not empty. What did it let through?",
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
            "Make a list of the pairs first: `pairs = list(pairwise(spanish))`. Its "
            "method `count` counts one pair.",
        ),
        say(
            "05-hint-next-2",
            "Both shares have the same number on top: how often the pair occurs. Below stands "
            "how often the known word occurs.",
        ),
    ],
)
def next_word(after, before):
    with part():
        expect.close(
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
                    "That is how frequent the word is anywhere in the text. Look only at the "
                    "places beside the known word.",
                ),
                28: COUNT_NOT_SHARE,
            },
        )
    with part():
        expect.close(
            before,
            0.32941,
            mistakes={
                0.66667: INVERSE,
                0.01369: JOINT,
                0.33735: OTHER_LANGUAGE,
                0.31746: OTHER_LANGUAGE,
                0.02053: say(
                    "05-single-share",
                    "That is how frequent the word is anywhere in the text. Look only at the "
                    "places beside the known word.",
                ),
                0: say(
                    "05-order-of-pair",
                    "You counted pairs that begin with `a`. Here `a` is the second word of the "
                    "pair.",
                ),
                28: COUNT_NOT_SHARE,
            },
        )


@exercise(
    "temperature",
    points=2,
    hidden=True,
    hints=[
        say(
            "05-hint-temperature-1",
            "In Python a power is written with two stars: `x ** 2`. Put `1 / temperature` in "
            "brackets.",
        ),
        say(
            "05-hint-temperature-2",
            "A list cannot be raised to a power; `np.asarray(shares)` can.",
        ),
        say("05-hint-temperature-3", "Add your results up: together they must make 1."),
    ],
)
def temperature(function):
    shares = [0.6, 0.3, 0.1]
    cold = expect.call(function, shares, 0.5)
    expect.length(
        cold, 3, say("05-as-many", "For three shares the function returns three shares again.")
    )
    cold = [expect.number(value) for value in cold]
    warm = [expect.number(value) for value in expect.call(function, shares, 2)]
    same = [expect.number(value) for value in expect.call(function, shares, 1)]
    expect.true(
        abs(cold[0] - 0.4727) > 0.002,
        say(
            "05-temperature-power",
            "At a higher temperature, should rare words get rarer? Here cold and hot have "
            "changed places.",
        ),
    )
    expect.true(
        abs(cold[0] - 0.36) > 0.002 and abs(cold[0] - 1.2) > 0.002,
        say("05-not-normalised", "Add up the shares that you return: what must they make?"),
    )
    expect.true(
        cold != warm,
        say("05-temperature-unused", "Cold and hot give the same shares: use `temperature`."),
    )
    expect.true(
        abs(same[0] - 0.6) < 0.002,
        say(
            "05-temperature-one",
            "At the temperature 1 the shares must stay as they are: raise them to a power, "
            "nothing else.",
        ),
    )
    wrong = say(
        "05-temperature-wrong",
        "With the shares 0.6, 0.3 and 0.1 the result differs: first the power of each, then "
        "the division by their sum.",
    )
    expect.true(
        all(abs(a - b) < 0.002 for a, b in zip(cold, [0.7826, 0.1957, 0.0217], strict=True)), wrong
    )
    expect.true(
        all(abs(a - b) < 0.002 for a, b in zip(warm, [0.4727, 0.3343, 0.1930], strict=True)), wrong
    )


@exercise(
    "temperature-zero",
    points=1,
    hints=[
        say(
            "05-hint-zero-1",
            "Temperature says how the next word is drawn. What does it know about Tuesday?",
        )
    ],
)
def temperature_zero(key):
    expect.choice(
        key,
        right="same-answer",
        wrong={
            "no-mistakes": say(
                "05-zero-is-true", "Does repeating the same sentence make it truer?"
            ),
            "only-sources": say(
                "05-zero-is-sourced",
                "Temperature chooses among likely words. No document comes in.",
            ),
            "shorter": say(
                "05-zero-is-short",
                "The limit of tokens ends an answer, or the model does. Temperature does not.",
            ),
        },
    )


@exercise(
    "where-from",
    points=1,
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
                "To deceive, one must know what is true. What does the model go by?",
            ),
        },
    )


@exercise(
    "retrieval",
    points=2,
    hints=[
        say(
            "05-hint-retrieval-1",
            "`search(question)[:5]` gives the first five ids. `right` and `in` will do the rest: "
            '`"WA-02" in ["WA-02", "WA-03"]` is true.',
        ),
        say(
            "05-hint-retrieval-2",
            "Go through `asked` with `for question, right in asked:`, and pass over the pairs "
            "whose list of ids is empty.",
        ),
    ],
)
def retrieval(share):
    expect.close(
        share,
        0.8,
        mistakes={
            16: COUNT_NOT_SHARE,
            0.53333: say(
                "05-unanswerable-counted",
                "Ten questions have no answer, so no search can find it. Out of which questions "
                "is the share asked?",
            ),
            0.83333: say(
                "05-empty-counts-as-found",
                "Ten questions have no answer, and yet you counted them as found.",
            ),
            0.75: say(
                "05-one-rule-is-enough",
                "Some questions have two right rules. One of them among the first five is enough, "
                "whichever.",
            ),
            0.78261: say("05-rules-not-questions", "You counted rules. Count questions."),
            0.65: say(
                "05-one-rule-only",
                "You lost the questions with two right rules: look whether either stands among "
                "the first five.",
            ),
            0.55: say("05-only-the-first", "You looked at the first rule only. Look at five."),
            0.7: say("05-only-three", "You looked at the first three rules. Look at five."),
            0.9: OTHER_LANGUAGE,
            0.85: OTHER_LANGUAGE,
        },
    )


@exercise(
    "groundedness",
    points=2,
    hints=[
        say(
            "05-hint-grounded-1",
            "Cover what you know. Take one sentence, open the rule it cites, and put your finger "
            "on the words that say it.",
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
            "supported": say(
                "05-case-not-in-rule",
                "The rule says what holds for everybody. Does it say what was measured in this bar?",
            ),
            "contradicted": NOT_AGAINST, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(third, right="supported", wrong={
            "contradicted": FINGER, "silent": FINGER, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(fourth, right="silent", wrong={
            "supported": say(
                "05-invented-discount",
                "The rule is cited, but put your finger on the words: where does it speak of "
                "paying early?",
            ),
            "contradicted": NOT_AGAINST, "no-source": CITES,
        })  # fmt: skip
    with part():
        expect.choice(fifth, right="contradicted", wrong={
            "supported": say(
                "05-half-the-rule",
                "The rule has this limit, and then an exception. Read to its end.",
            ),
            "silent": say(
                "05-exception-silent", "The rule does speak of fines: read to its end."
            ),
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
                    "That is the share of sentences with a citation. How many of them does the "
                    "cited rule support?",
                ),
                0.625: say(
                    "05-share-one-too-many",
                    "One sentence too many: go through your eight verdicts and count again.",
                ),
                0.57143: say(
                    "05-citation-precision",
                    "You divided by the sentences that cite. What about the sentence without a "
                    "source?",
                ),
            },
        )


@exercise(
    "letter-check",
    points=2,
    hidden=True,
    hints=[
        say(
            "05-hint-letter-1",
            "Begin with an empty list, go through the sentences with `for`, and `append` those "
            "that a person must look at.",
        ),
        say(
            "05-hint-letter-2",
            "`rule in rules_by_id` tells whether a rule exists. Ask it before you fetch the text.",
        ),
        say(
            "05-hint-letter-3",
            "Compare numbers with the list `numbers(...)` of the rules' text, not with the text: "
            "a 5 stands inside 15.",
        ),
    ],
)
def letter_check(function):
    rules = {
        "HE-03": "Between 22:30 and 6:30 music must not be heard. The fine is 80.",
        "GE-01": "Anyone may appeal within 30 days. For a fine the limit is 15 days.",
    }
    good = "The fine is 80. [HE-03]"
    other = "You may appeal within 15 days. [GE-01]"
    bare = "Please be quiet."
    unknown = "You may appeal. [GE-99]"
    wrong = "The fine is 90. [HE-03]"
    inside = "The fine is 8. [HE-03]"
    elsewhere = "You may appeal within 80 days. [GE-01]"

    def flagged(*sentences):
        found = expect.call(function, list(sentences), rules)
        expect.true(
            isinstance(found, list | tuple),
            say("05-letter-list", "A list of sentences is asked, also when it is empty."),
        )
        return list(found)

    expect.true(
        flagged(good, bare, unknown, wrong) != [good],
        say(
            "05-letter-turned",
            "Your function returns the sentences that are in order. Return the others.",
        ),
    )
    expect.true(
        flagged(good, other) == [],
        say(
            "05-letter-false-alarm",
            "A sentence is returned although its rule exists and holds its number.",
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
            "A sentence with a number that its rule does not hold is not returned.",
        ),
    )
    expect.true(
        inside in flagged(inside),
        say(
            "05-letter-inside",
            "The number 8 stands inside 80 and was taken for it. Compare whole numbers.",
        ),
    )
    expect.true(
        elsewhere in flagged(elsewhere),
        say(
            "05-letter-other-rule",
            "The number stands in some rule, but not in the rule that the sentence cites.",
        ),
    )
    expect.true(
        flagged(bare, good, wrong) == [bare, wrong],
        say(
            "05-letter-order",
            "The sentences themselves are asked, each once, in the order of the letter.",
        ),
    )


@exercise(
    "which-guard",
    points=1,
    hints=[
        say(
            "05-hint-guard-2",
            "Suppose that the model obeys the comment in everything. Which of the four still "
            "stands between it and the citizen?",
        )
    ],
)
def which_guard(key):
    expect.choice(
        key,
        right="fixed-output",
        wrong={
            "word-list": say(
                "05-keyword-guard",
                "Write the same wish in other words and in another language. Are the two words "
                "still in it?",
            ),
            "warning": say(
                "05-prompt-guard",
                "To the model your warning and the comment are one text. Did the warning stop "
                "every recorded attack?",
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
    hints=[
        say("05-hint-sure-1", "The rule of three divides 3 by the number of trials."),
    ],
)
def how_sure(share, key):
    with part():
        expect.close(
            share,
            0.02,
            mistakes={
                0: say(
                    "05-no-attack-passed",
                    "None got through so far. How many would you have to try to be sure of zero?",
                ),
                0.00667: say(
                    "05-one-in-n",
                    "You divided 1 by the number of attacks. Look at the rule of three again.",
                ),
                0.05: say(
                    "05-five-percent",
                    "The 95% say how sure we want to be. How many attacks were tried?",
                ),
                50: say("05-three-turned", "You divided the attacks by three: turn it round."),
            },
        )
    with part():
        expect.choice(
            key,
            right="nothing-yet",
            wrong={
                "same-share": say(
                    "05-one-language",
                    "Look at the recorded attacks in the lesson: did each language behave alike?",
                ),
                "safer": say(
                    "05-attackers-language",
                    "Whoever wants a fine cancelled writes in the language that works. Was it "
                    "tried?",
                ),
            },
        )


@exercise(
    "use-policy",
    points=2,
    hints=[
        say("05-hint-policy-1", "Try line A first, then C. What is left falls under B."),
        say(
            "05-hint-policy-2",
            "Ask of each use: who reads the original before something happens to a person?",
        ),
    ],
)
def use_policy(night_line, rule_finder, opening_hours, refusals, summaries):
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
        "This text goes to a person outside. No right hangs on it, yet a wrong hour costs a "
        "journey: who looks before it goes?",
    )
    right = say(
        "05-policy-disclosure",
        "The letter takes a possible home from a person. Does a note about the machine put "
        "that right?",
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
        expect.choice(summaries, right="B", wrong={
            "A": say(
                "05-policy-too-strict",
                "Line A is about what a model writes to a person. Who reads these summaries?",
            ),
            "C": summary,
        })  # fmt: skip
