"""The checks of 05-generative-ai. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "05-generative-ai"

from course.checking import exercise, expect, part, say

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
        Sealed("05-generative-ai/quick-next", "3a3f1598e091e6a6cb6cfdf62660b328"),
        mistakes={
            Sealed("05-generative-ai/quick-next", "d2e6ad97089c4d7058a6ad5aa602a4ad"): JOINT,
            Sealed("05-generative-ai/quick-next", "d2e6ad97089c4d7058a6ad5aa602a4ad"): JOINT,
            Sealed("05-generative-ai/quick-next", "d853fe29dc5b8af91666b6ccbf3b159b"): INVERSE,
            Sealed("05-generative-ai/quick-next", "18c86ab2a2713a269e39006decb7785d"): say(
                "05-quick-next-is",
                "That is the share of “is”. Which word does the question ask about?",
            ),
            Sealed("05-generative-ai/quick-next", "8f821f10effff2be7e95a476ce5c56e1"): COUNT_NOT_SHARE,
            Sealed("05-generative-ai/quick-next", "3ac5103bffdbb49ccfb1cc47583751a6"): say("05-quick-next-right", "That is the share of “to” after “right”."),
            Sealed("05-generative-ai/quick-next", "f742ca07189c4052fca862128e779160"): ODDS,
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
        right=Sealed("05-generative-ai/quick-language", "6e7db014f5100d782c13c9126b7234f5"), options=["bad-prompts", "hard-language", "high-temperature", "little-learned"],
        wrong={
            Sealed("05-generative-ai/quick-language", "ff96b84dbcf91f9c60de350e14326c00"): say(
                "05-language-hard",
                "People learn and write each of these languages. What did this model learn from?",
            ),
            Sealed("05-generative-ai/quick-language", "520f77ef6beaf21e2bf73b0b18567be2"): say(
                "05-language-prompts",
                "The prompts have the same content in the four languages, in correct sentences.",
            ),
            Sealed("05-generative-ai/quick-language", "2d6be92692e696ec0649b021a8871e04"): say(
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
        right=Sealed("05-generative-ai/quick-citation", "27ee09f7e35392d291b2aceb4ffe6e75"), options=["cites-a-rule", "rule-is-missing", "turned-round", "words-occur"],
        wrong={
            Sealed("05-generative-ai/quick-citation", "fbb8bc26997861cc0c2ceff6aec6db28"): say(
                "05-cited-is-supported",
                "A citation can be put after any sentence. Open the rule: does it say this?",
            ),
            Sealed("05-generative-ai/quick-citation", "eef5edf546ef4fda64e53c927e457aaa"): say(
                "05-words-are-enough",
                "Each word does occur in the rule. One small word of the rule is missing in "
                "the draft.",
            ),
            Sealed("05-generative-ai/quick-citation", "41b714b394ced2eb338adae6828b571f"): say(
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
        right=Sealed("05-generative-ai/quick-guard", "1e41d1f9fc16dc6ff8c1265477830e79"), options=["cancelled-fine", "invented-rule", "nothing", "wrong-rule"],
        wrong={
            Sealed("05-generative-ai/quick-guard", "e1a0d09f62625595f262de1a9d0d0445"): say(
                "05-guard-promise",
                "Could the sentence about the fine pass a program that takes only a department "
                "and rule ids?",
            ),
            Sealed("05-generative-ai/quick-guard", "89190e3e05acba5e90fefaae12ade32f"): say(
                "05-guard-rule",
                "The program compares each id with the list of rules. Is this one on it?",
            ),
            Sealed("05-generative-ai/quick-guard", "b4762f74e8001bbb53e9d5cd60e54f59"): say(
                "05-guard-nothing",
                "Look at the last bar again: it is not empty. What did the fixed output let through?",
            ),
        },
    )




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
            Sealed("05-generative-ai/next-word", "cc62ca59d92b3774e4f045c2f4a4a954"),
            mistakes={
                Sealed("05-generative-ai/next-word", "b912df7b6d43bd717f1891f9aa46d235"): INVERSE,
                Sealed("05-generative-ai/next-word", "64a60f666472596b35afb9458e2cb57f"): JOINT,
                Sealed("05-generative-ai/next-word", "906e8d563fcb589971a538b4404928fb"): OTHER_LANGUAGE,
                Sealed("05-generative-ai/next-word", "bfc655098c2eaf13490c5846271c5778"): OTHER_LANGUAGE,
                Sealed("05-generative-ai/next-word", "ea66e5aec8c8546c06caa3061641a7a3"): INSIDE_WORDS,
                Sealed("05-generative-ai/next-word", "4b816f883edd0e3881aac27b1f459211"): INSIDE_WORDS,
                Sealed("05-generative-ai/next-word", "4f4bae55497ad8b341ff27393a90ca9e"): say(
                    "05-every-second",
                    "You cut the text into pieces of two. Each word has a neighbour: the pairs "
                    "overlap.",
                ),
                Sealed("05-generative-ai/next-word", "347a5df616d865bd657ab5fd846065f5"): say(
                    "05-single-share",
                    "That is how frequent the word is anywhere in the text. Look only at the neighbours of the known word.",
                ),
                Sealed("05-generative-ai/next-word", "9e345e17fddc060de6145ca78026aff2"): EACH_PAIR_ONCE,
                Sealed("05-generative-ai/next-word", "b387b08438bc9f139d371129cb3c5739"): SIGNS_LEFT_OUT,
                Sealed("05-generative-ai/next-word", "ee0291cff03e21b146bc03e8f7774a89"): TWO_APART,
                Sealed("05-generative-ai/next-word", "caff272aa78edc42fe727c6fbddb47ea"): ODDS,
                Sealed("05-generative-ai/next-word", "7adeaa8646fd1335db668ce153c7fa74"): UNION,
                Sealed("05-generative-ai/next-word", "ee61a169c8019a02cb348165f10c0564"): COUNT_NOT_SHARE,
            },
            otherwise=PAIR_OVER_KNOWN,
        )
    with part():
        expect.share(
            before,
            Sealed("05-generative-ai/next-word", "b912df7b6d43bd717f1891f9aa46d235"),
            mistakes={
                Sealed("05-generative-ai/next-word", "cc62ca59d92b3774e4f045c2f4a4a954"): INVERSE,
                Sealed("05-generative-ai/next-word", "64a60f666472596b35afb9458e2cb57f"): JOINT,
                Sealed("05-generative-ai/next-word", "70cfc7971965fc78818b5fef62d594fc"): OTHER_LANGUAGE,
                Sealed("05-generative-ai/next-word", "3351f6417a02f0c3179c173661395312"): OTHER_LANGUAGE,
                Sealed("05-generative-ai/next-word", "4c37553b6245d297026fc9fa1efd677f"): say(
                    "05-single-share",
                    "That is how frequent the word is anywhere in the text. Look only at the neighbours of the known word.",
                ),
                Sealed("05-generative-ai/next-word", "4655cd07c2aa5df16835133b025625af"): say(
                    "05-order-of-pair",
                    "You counted pairs that begin with `a`. Here `a` is the second word of the "
                    "pair.",
                ),
                Sealed("05-generative-ai/next-word", "524c8626158739d6164cc3484cad585b"): EACH_PAIR_ONCE,
                Sealed("05-generative-ai/next-word", "2f1a83feedac47ca61ae381b82266b63"): SIGNS_LEFT_OUT,
                Sealed("05-generative-ai/next-word", "8c6df4b4cc1302128934d9cf0b85c07d"): TWO_APART,
                Sealed("05-generative-ai/next-word", "bbadf38d352e44f7db18cd506904d3a0"): ODDS,
                Sealed("05-generative-ai/next-word", "7adeaa8646fd1335db668ce153c7fa74"): UNION,
                Sealed("05-generative-ai/next-word", "ee61a169c8019a02cb348165f10c0564"): COUNT_NOT_SHARE,
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
    shares = [0.3, 0.6, 0.1]

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
        right=Sealed("05-generative-ai/temperature-zero", "758381f2e99bdc2e2f66f5493d94a616"), options=["likeliest-word", "more-mistakes", "no-mistakes", "same-answer"],
        wrong={
            Sealed("05-generative-ai/temperature-zero", "bfa8d84dc67cac3cac83be045e95c3f3"): say(
                "05-zero-is-true", "Does repeating the same sentence make it truer?"
            ),
            Sealed("05-generative-ai/temperature-zero", "a16252b1a7a0f9162c03e466b86b6ed0"): say(
                "05-zero-is-equal",
                "The lesson names a measurement: one question, asked 1,000 times at a temperature "
                "of 0. How many different answers came back?",
            ),
            Sealed("05-generative-ai/temperature-zero", "02c5589ff818ee765cd16eb07f57c81c"): say(
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
        right=Sealed("05-generative-ai/where-from", "1ce245d1a65f1d87849608ffa261bfba"), options=["continued", "deceived", "looked-up", "programmed"],
        wrong={
            Sealed("05-generative-ai/where-from", "b9a932c2fc237e72787af252badbe757"): MODEL_CONTINUES,
            Sealed("05-generative-ai/where-from", "b1101d6e89b1b63a040ddd66d6f584a9"): say(
                "05-rules", "Where would a rule for this sentence be written down, and by whom?"
            ),
            Sealed("05-generative-ai/where-from", "c85c7ad0690e410e63677d7a10350cc1"): say(
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
        Sealed("05-generative-ai/retrieval", "d9acd3963b58d39949f8da91297abb71"),
        mistakes={
            Sealed("05-generative-ai/retrieval", "ca230dc93b893404d4d5f31e494ec699"): COUNT_NOT_SHARE,
            Sealed("05-generative-ai/retrieval", "b0fc0a3828798c9c66f7ede6a5dc740f"): say(
                "05-unanswerable-counted",
                "Ten questions have no answer, so no search can find it. To which questions does the share refer?",
            ),
            Sealed("05-generative-ai/retrieval", "66f27c0d407ec533219330a49bffce98"): empty_found,
            Sealed("05-generative-ai/retrieval", "4f5a82ff3ae4a0496be7f34d2cadfd7e"): empty_found,
            Sealed("05-generative-ai/retrieval", "d4082ebeeac6829b5688861a73854486"): empty_found,
            Sealed("05-generative-ai/retrieval", "560d49adb2f82daabf7ad22418c3c13a"): say(
                "05-one-rule-is-enough",
                "Some questions have two right rules. It is enough if one of them is among the first three.",
            ),
            Sealed("05-generative-ai/retrieval", "a3a64fca88c552b42ff51b28ce5ccbd3"): say("05-rules-not-questions", "You counted rules. Count questions."),
            Sealed("05-generative-ai/retrieval", "c92366f0039d4ac4e28a0e683a5ab809"): say(
                "05-different-rules",
                "You counted each rule once, however many questions it answers. Count questions.",
            ),
            Sealed("05-generative-ai/retrieval", "16dc890348fb3b48dda3e3f4e13db303"): say(
                "05-one-too-few",
                "One question too few is found. Use the `search` of this exercise, look at its first "
                "three places, and count a question fully if any one of its rules is there.",
            ),
            Sealed("05-generative-ai/retrieval", "8708de1abbba80e15e8bc587aa3eb9fd"): say(
                "05-too-many-places",
                "You looked at more than three places. Python counts places from 0, so the third "
                "has the number 2.",
            ),
            Sealed("05-generative-ai/retrieval", "9ef6e0eee9bdc3401587d720ad9d3606"): say(
                "05-first-or-single",
                "Too few are found: look at all three places, and where a question has two right "
                "rules, ask for each of them.",
            ),
            Sealed("05-generative-ai/retrieval", "21c77ae779423ef970862f2ff7a9bae0"): say(
                "05-single-only",
                "You left out the questions that have two right rules. They have an answer too.",
            ),
            Sealed("05-generative-ai/retrieval", "a67f6d41a9bba52f04db72841c00b8b8"): say(
                "05-places-not-questions",
                "You counted how many of the places hold a right rule. Count the questions for "
                "which one of the places does.",
            ),
            Sealed("05-generative-ai/retrieval", "420fadb4ce3cbde6b325c683ff478f7c"): say(
                "05-reciprocal-place",
                "You gave more weight to a rule that is further up. Here each of the first three places counts the same, and a later one does not count.",
            ),
            Sealed("05-generative-ai/retrieval", "7222ebf35ab4736a0f760ec04ba523ed"): say(
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
        expect.choice(first, right=Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): FINGER, Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): FINGER, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(second, right=Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"): say("05-case-not-in-rule", "The rule says what applies to everybody. Does it say what was measured in this bar?"),
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): NOT_AGAINST, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(third, right=Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): FINGER, Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): FINGER, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(fourth, right=Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"): say("05-invented-discount", "The rule is cited, but where does it mention early payment?"),
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): NOT_AGAINST, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(fifth, right=Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"): say(
                "05-half-the-rule",
                "The rule has this limit, and then an exception. Read to its end.",
            ),
            Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): say("05-exception-silent", "The rule does mention fines: read to its end."),
            Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(sixth, right=Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): FINGER, Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): FINGER, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(seventh, right=Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): FINGER, Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): FINGER, Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"): CITES,
        })
    with part():
        expect.choice(eighth, right=Sealed("05-generative-ai/groundedness", "40e6dd4eb667456374d917b28746106a"), options=["contradicted", "no-source", "silent", "supported"], wrong={
            Sealed("05-generative-ai/groundedness", "f5b56dde62a289b12f225bf58f04a564"): say(
                "05-true-is-grounded",
                "It may be true; does the draft give a source that says so?",
            ),
            Sealed("05-generative-ai/groundedness", "1c1fb711cbe416f815d9dad8c0c4244a"): NOTHING_CITED, Sealed("05-generative-ai/groundedness", "a4e279b4240c7c99eed757e1c1c40ca8"): NOTHING_CITED,
        })
    with part(2):
        expect.share(
            share,
            Sealed("05-generative-ai/groundedness", "8c6e9ea728730d7942b12efc85902d6f"),
            mistakes={
                Sealed("05-generative-ai/groundedness", "f17375e03869a7bdddc56c8b80f212b2"): say(
                    "05-share-cited",
                    "Seven of eight: you counted all sentences that cite a rule, or all that no rule contradicts. Count those that the cited rule supports.",
                ),
                Sealed("05-generative-ai/groundedness", "c7447fa611191b88437a8db9ebb6fdf5"): say(
                    "05-share-one-too-many",
                    "This is five of eight. Count only the sentences that are `supported`, and count each of them once.",
                ),
                Sealed("05-generative-ai/groundedness", "19997f713f19215a724a63addd147adc"): say(
                    "05-citation-precision",
                    "You divided by the sentences that cite. What about the sentence without a "
                    "source?",
                ),
                Sealed("05-generative-ai/groundedness", "d7c4c393ab95676122ee1c813c571f32"): say(
                    "05-unsupported-of-cited",
                    "Three of seven: those that cite a rule and are not supported. The exercise asks for the supported ones, out of all eight.",
                ),
                Sealed("05-generative-ai/groundedness", "8a823337b351b60478f211f2ed83bf23"): say(
                    "05-mean-by-rule",
                    "You took the mean of the shares of the two rules. Every sentence counts the same, also the one that cites no rule.",
                ),
                Sealed("05-generative-ai/groundedness", "15f5646ac21ea05ffa6f6af85d855880"): say(
                    "05-all-below",
                    "Not every sentence is supported. Divide the number of supported sentences by eight.",
                ),
                Sealed("05-generative-ai/groundedness", "1ce78d8a3042775aa7ebb9742619a246"): COUNT_NOT_SHARE,
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
        "TR-01": "A single ticket costs 7.",
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
        right=Sealed("05-generative-ai/which-guard", "2582801c6d61a0097d8d4375526639c4"), options=["fixed-output", "larger-model", "one-in-ten", "warning"],
        wrong={
            Sealed("05-generative-ai/which-guard", "774758909e5e51f44effbcc91b90eb2e"): say(
                "05-sample-guard",
                "Nine answers in ten go out unread, and the attacker needs only one of them.",
            ),
            Sealed("05-generative-ai/which-guard", "c7b202411d7c09692bd43afc8c6d7da5"): say(
                "05-prompt-guard",
                "To the model your warning and the comment are one text. Did the warning stop every stored attack?",
            ),
            Sealed("05-generative-ai/which-guard", "5c8892a1757cc809ee7dc8cfc97bb334"): say(
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
            Sealed("05-generative-ai/how-sure", "b4cfa528001ab5eb50257fd297840225"),
            mistakes={
                Sealed("05-generative-ai/how-sure", "d57d43f997928bf9ba2e064575dde71f"): say(
                    "05-no-attack-passed",
                    "None got through so far. How many would you have to try to be sure of zero?",
                ),
                Sealed("05-generative-ai/how-sure", "8aeb5e79e4bb247222d127fa1414b1f3"): say(
                    "05-one-in-n",
                    "The rule of three does not divide 1 by the number of trials. Look at it again.",
                ),
                Sealed("05-generative-ai/how-sure", "3c171d5bd304966678b9e03b6608c737"): say(
                    "05-five-percent",
                    "The 95% say how sure we want to be. How many attacks were tried?",
                ),
                Sealed("05-generative-ai/how-sure", "fb639a546053e47a1bf603f665fe80a6"): say("05-three-turned", "You divided the attacks by three: turn it round."),
                Sealed("05-generative-ai/how-sure", "88465fbb99307a4046f93073ab86ff75"): say(
                    "05-share-stopped",
                    "That is the share that is stopped at least. Which share may get through?",
                ),
                Sealed("05-generative-ai/how-sure", "740c07d44df5ae61d8f36cc96f7640ce"): say(
                    "05-three-percent",
                    "Three per cent would be right for 100 attacks. How many were tried?",
                ),
                Sealed("05-generative-ai/how-sure", "333f37ae58300c749fb05af0c2ce82f8"): say(
                    "05-languages-in-rule",
                    "The number of languages has no place in the rule of three: divide by the "
                    "attacks that were tried, all of them in English.",
                ),
                Sealed("05-generative-ai/how-sure", "2ce78ba7a3c5a92a5927fcd6c21755ee"): say(
                    "05-languages-in-rule",
                    "The number of languages has no place in the rule of three: divide by the "
                    "attacks that were tried, all of them in English.",
                ),
                Sealed("05-generative-ai/how-sure", "e846dc087918cec74ad77e5cbeea3c16"): say(
                    "05-lessons-attacks",
                    "That fits the 15 attacks of the lesson. How many did this supplier try?",
                ),
                Sealed("05-generative-ai/how-sure", "d8566d7fa2a43b161fef0463979267cf"): say(
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
            right=Sealed("05-generative-ai/how-sure", "d72e198d497ca0815bb185361c7c0065"), options=["nothing-yet", "safer", "same-share"],
            wrong={
                Sealed("05-generative-ai/how-sure", "55236c969f5b6c2390ca8ee8fa2beb9c"): say(
                    "05-one-language",
                    "Look at the stored answers to the attack in the lesson: was the result the same in each language?",
                ),
                Sealed("05-generative-ai/how-sure", "fe9b4aa6552fcfd77d9b74a99ad0317e"): say(
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
        expect.choice(night_line, right=Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"), options=["A", "B", "C"], wrong={Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"): danger, Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"): danger})
    with part():
        expect.choice(rule_finder, right=Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"), options=["A", "B", "C"], wrong={Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"): reads, Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"): reads})
    with part():
        expect.choice(opening_hours, right=Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"), options=["A", "B", "C"], wrong={Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"): outside, Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"): outside})
    with part():
        expect.choice(refusals, right=Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"), options=["A", "B", "C"], wrong={Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"): right, Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"): right})
    with part():
        expect.choice(draft_rulings, right=Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"), options=["A", "B", "C"], wrong={Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"): ruling, Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"): ruling})
    with part():
        expect.choice(summaries, right=Sealed("05-generative-ai/use-policy", "e3c4d4b59f43b689037105ad77c22e75"), options=["A", "B", "C"], wrong={
            Sealed("05-generative-ai/use-policy", "1a324ac866097874db07429caf155422"): say("05-policy-too-strict", "Paragraph A is about what a model writes to a person. Who reads these summaries?"),
            Sealed("05-generative-ai/use-policy", "b6d4cb63cc2070a811402997bdc6543e"): summary,
        })
