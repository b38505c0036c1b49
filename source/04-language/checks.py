"""What each exercise of module 04 must satisfy, and what to say when it does not."""

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
ALL_LANGUAGES = say(
    "04-all-languages",
    "This is the figure for all four languages together: keep only the language that is asked.",
)
OTHER_LANGUAGE = say("04-other-language", "This is the figure for another language.")
KNOWN_TEMPLATES = say(
    "04-known-templates",
    "These are sentences that the program has learned. Keep only the rows with a held-out template.",
)
ROW_SPLIT = say(
    "04-row-split",
    "Known and held-out templates are mixed here: could a sentence of the same pattern have been "
    "in the training?",
)
REFIT = say(
    "04-refit",
    "The new texts were turned into numbers by words of their own. They must be read with the "
    "words that were learned from the known texts: `transform`, without `fit`.",
)
OTHER_CHANNEL = say(
    "04-other-channel", "One of the two shares belongs to another channel than the one asked."
)
DIRECTION = say(
    "04-confusion-direction",
    "You read the table the other way round: a row is the department in charge, a column the one "
    "that got the comment.",
)
DIAGONAL = say(
    "04-confusion-diagonal",
    "There the comment is where it belongs. Look for the largest number off the diagonal.",
)
SMALLER = say(
    "04-confusion-smaller",
    "There is a larger number in that row or column, off the diagonal.",
)


# Self-checks of the lesson.


@exercise(
    "quick-unknown",
    hints=[
        say(
            "04-hint-unknown-1",
            "Compare the two columns of certainty: what became of it for Samoan, and what had changed?",
        )
    ],
)
def quick_unknown(key):
    expect.choice(
        key,
        right="wider-list",
        wrong={
            "higher-certainty": say(
                "04-certainty-passes",
                "Which certainty did the tool give for Samoan? Would such a rule have stopped it?",
            ),
            "longer-texts": say(
                "04-longer-texts",
                "The texts in the table are whole articles. Did their length help the tool?",
            ),
            "four-is-enough": say(
                "04-closed-set",
                "Which answers could the tool give at all? A person who writes in a fifth language "
                "writes to the same city.",
            ),
        },
    )


@exercise(
    "quick-split",
    hints=[
        say(
            "04-hint-split-1",
            "What was different between the 98% and the 82%: the program, or the sentences?",
        )
    ],
)
def quick_split(key):
    expect.choice(
        key,
        right="same-sentences",
        wrong={
            "more-rows": say(
                "04-more-rows",
                "More rows of the same sentences give the same flattering score, only with more "
                "confidence.",
            ),
            "which-measure": say(
                "04-which-measure",
                "In our table the other measure flatters as much. What do both have in common?",
            ),
            "nothing": say(
                "04-random-is-honest",
                "Chance decided which row went where. Did it keep on one side what belongs together?",
            ),
        },
    )


@exercise(
    "quick-row",
    hints=[
        say(
            "04-hint-row-1",
            "Find the row of the department in charge, leave its diagonal out, and take the largest "
            "number.",
        )
    ],
)
def quick_row(key):
    expect.choice(
        key,
        right="housing",
        wrong={
            "roads": DIRECTION,
            "health": SMALLER,
            "waste": DIAGONAL,
            "parks": SMALLER,
            "social": SMALLER,
        },
    )


@exercise(
    "quick-addresses",
    hints=[
        say("04-hint-addresses-1", "Stay in the row of addresses and add up the four languages."),
        say(
            "04-hint-addresses-2",
            "Add the addresses that slipped through, add all addresses, then divide once.",
        ),
    ],
)
def quick_addresses(share):
    expect.close(
        share,
        0.76844,
        mistakes={
            0.79294: say(
                "04-mean-of-shares",
                "You took the mean of four shares. The languages have unlike numbers of addresses: "
                "add first, then divide.",
            ),
            0.23156: say(
                "04-found-not-slipped",
                "This is the share that was found. The question is what slipped through.",
            ),
            0.88734: say("04-names-not-addresses", "This is the row of names."),
            0.17178: OTHER_LANGUAGE,
            1.0: OTHER_LANGUAGE,
        },
    )


# The assignment.


@exercise(
    "called-portuguese",
    points=1,
    hints=[
        say(
            "04-hint-called-1",
            "In both shares the same comments stand above the line: Portuguese, and called so. What "
            "differs is the group that you divide by.",
        ),
        say(
            "04-hint-called-2",
            'Keep the rows of the group first, for example `guesses[guesses["guess"] == "pt"]`, then '
            "take the mean of a comparison.",
        ),
    ],
)
def called_portuguese(found, trusted):
    swapped = say(
        "04-found-trusted-swapped",
        "The two shares have changed places: “of the comments that are Portuguese” and “of those "
        "called Portuguese” are two groups.",
    )
    everybody = say(
        "04-of-all",
        "You divided by all comments. Each of the two questions starts from a smaller group.",
    )
    with part():
        expect.share(
            found,
            0.82513,
            mistakes={
                0.78934: swapped,
                0.84167: ALL_LANGUAGES,
                0.21233: everybody,
                0.26900: everybody,
                0.80932: OTHER_LANGUAGE,
                0.86788: OTHER_LANGUAGE,
                0.89037: OTHER_LANGUAGE,
            },
        )
    with part():
        expect.share(
            trusted,
            0.78934,
            mistakes={
                0.82513: swapped,
                0.84167: ALL_LANGUAGES,
                0.21233: everybody,
                0.26900: everybody,
                0.83744: OTHER_LANGUAGE,
                0.93627: OTHER_LANGUAGE,
                0.76027: OTHER_LANGUAGE,
            },
        )


@exercise(
    "certainty",
    points=1,
    hints=[say("04-hint-certainty-1", "Between which answers did the tool choose?")],
)
def certainty(key):
    expect.choice(
        key,
        right="best-of-four",
        wrong={
            "spanish": say(
                "04-certainty-is-truth",
                "The letter is in Aymara. Over which answers did the tool share out its certainty?",
            ),
            "words": say(
                "04-certainty-words",
                "The tool does not count words of a language. It compares how well each language on "
                "its list fits the letters.",
            ),
            "not-sure": say(
                "04-closed-set-sure",
                "“None of these” is not among the answers that it may give. Could it tell you?",
            ),
        },
    )


@exercise(
    "seen-before",
    points=2,
    hidden=True,
    hints=[
        say(
            "04-hint-seen-1",
            "The method `isin` says of each value of a column whether it stands in another column.",
        ),
        say("04-hint-seen-2", "The mean of a column of true and false is a share."),
    ],
)
def seen_before(function):
    training = pd.DataFrame({"template": ["a", "a", "b", "c", "c", "d", "d"]})
    test = pd.DataFrame({"template": ["a", "a", "a", "b", "e", "f"]})
    share = expect.call(function, training, test)
    templates = say(
        "04-seen-templates",
        "You counted templates. A template that comes often counts often: count the rows.",
    )
    expect.close(
        share,
        0.66667,
        mistakes={
            0.5: templates,
            2: templates,
            4: say("04-seen-count", "This is the number of rows. A share of the rows is asked."),
            0.42857: say(
                "04-seen-turned",
                "You asked which rows of the training come again in the test. Ask it of the rows of "
                "the test.",
            ),
            0.57143: say(
                "04-seen-whole",
                "The rows are counted rightly, but divided by the rows of the training.",
            ),
        },
        otherwise=say(
            "04-seen-wrong",
            "Try it by hand. The training has the templates a, a, b, c, c, d, d and the test a, a, "
            "a, b, e, f. Which rows of the test were seen before?",
        ),
    )


@exercise(
    "macro",
    points=1,
    hints=[
        say(
            "04-hint-macro-1",
            'Keep the rows first: those of `trial` where `held_out` is `"yes"`.',
        ),
        say(
            "04-hint-macro-2",
            "`f1_score` takes the truth, then what the program said, and the argument `average`.",
        ),
    ],
)
def macro(value):
    weighted = say(
        "04-weighted-for-macro",
        "Here a large department counts for more than a small one. Should Parks with few comments "
        "count as much as Housing with many?",
    )
    expect.close(
        value,
        0.69654,
        mistakes={
            0.72212: weighted,
            0.72657: weighted,
            0.95443: KNOWN_TEMPLATES,
            0.96513: KNOWN_TEMPLATES,
            0.96550: KNOWN_TEMPLATES,
            0.78346: ROW_SPLIT,
            0.80382: ROW_SPLIT,
            0.80605: ROW_SPLIT,
            0.66970: say(
                "04-recall-for-f1", "This is the mean recall. F1 joins recall with precision."
            ),
            0.75978: say(
                "04-precision-for-f1", "This is the mean precision. F1 joins precision with recall."
            ),
        },
    )


@exercise(
    "sort-comments",
    points=2,
    hidden=True,
    hints=[
        say(
            "04-hint-sort-1",
            "Make the vectoriser and the model inside the function. `fit_transform` belongs to the "
            "known texts.",
        ),
        say(
            "04-hint-sort-2",
            "For the new texts use `transform` of the same vectoriser, then `predict` of the model.",
        ),
    ],
)
def sort_comments(function):
    texts = [
        "water leak pipe",
        "pipe burst water everywhere",
        "no water from the tap",
        "bus late again",
        "bus stop without a roof",
        "the bus driver left early",
    ]
    departments = ["water", "water", "water", "transport", "transport", "transport"]
    new = ["the tap gives no water", "the bus is late", "water pipe leak", "late bus driver"]
    expected = ["water", "transport", "water", "transport"]
    _sorted(function, texts, departments, new, expected)


def _sorted(function, texts, departments, new, expected):
    """Whether the function's departments for `new` are the expected ones."""
    try:
        found = expect.call(function, texts, departments, new)
    except Exception as problem:
        # scikit-learn says: X has 9 features, but RidgeClassifier is expecting 12 features.
        said = str(problem.message.values.get("error", "")) if hasattr(problem, "message") else ""
        expect.true("features" not in said or "expecting" not in said, REFIT)
        raise
    expect.length(
        found,
        len(new),
        say("04-sort-length", "One department for each new text is asked, in their order."),
    )
    names = [str(name) for name in found]
    expect.true(
        set(names) <= set(departments),
        say(
            "04-sort-names",
            "The answers should be names of departments, as they stand in the known departments.",
        ),
    )
    expect.true(
        len(set(names)) > 1,
        say(
            "04-sort-one-answer",
            "Every text goes to the same department: does the model learn from the texts?",
        ),
    )
    expect.true(
        names == expected,
        say(
            "04-sort-wrong",
            "Easy texts about buses and water go astray: are texts and departments in the same "
            "order, and are the new texts read with the words learned before?",
        ),
    )


@exercise(
    "lost-and-found",
    points=2,
    hints=[
        say(
            "04-hint-lost-1",
            "“Belongs to Parks” is a row. “Arrives at Public health” is a column.",
        ),
        say(
            "04-hint-lost-2",
            "Leave the diagonal out, and look for the largest number that is left.",
        ),
    ],
)
def lost_and_found(parks_lost_to, health_gets_from):
    with part():
        expect.choice(
            parks_lost_to,
            right="roads",
            wrong={
                "waste": DIRECTION,
                "parks": DIAGONAL,
                "housing": SMALLER,
                "water": SMALLER,
                "transport": SMALLER,
                "finance": SMALLER,
                "health": SMALLER,
                "social": SMALLER,
                "other": SMALLER,
            },
        )
    with part():
        expect.choice(
            health_gets_from,
            right="waste",
            wrong={
                "housing": DIRECTION,
                "health": DIAGONAL,
                "roads": SMALLER,
                "water": SMALLER,
                "transport": SMALLER,
                "finance": SMALLER,
                "social": SMALLER,
                "parks": SMALLER,
                "other": SMALLER,
            },
        )


@exercise(
    "channel-gap",
    points=1,
    hints=[
        say(
            "04-hint-channel-1",
            "A column of true and false says whether the program was right: compare `sorted_to` with "
            "`department`.",
        ),
        say(
            "04-hint-channel-2",
            "Group that column by the channel and take the mean. Then subtract two of the values.",
        ),
    ],
)
def channel_gap(gap):
    expect.close(
        gap,
        0.09959,
        mistakes={
            -0.09959: say(
                "04-gap-sign", "The size is right. The question is the web form minus messaging."
            ),
            1.15028: say(
                "04-gap-ratio", "You computed how many times. The question is a difference."
            ),
            0.86936: say(
                "04-gap-ratio", "You computed how many times. The question is a difference."
            ),
            0.00800: KNOWN_TEMPLATES,
            0.06820: ROW_SPLIT,
            0.05042: OTHER_CHANNEL,
            0.01435: OTHER_CHANNEL,
            0.10390: OTHER_CHANNEL,
            0.03569: say(
                "04-average-hides",
                "This is the distance to all channels together. An average of all hides a gap: set "
                "the two channels against each other.",
            ),
            0.12126: say(
                "04-gap-f1",
                "This is the gap in macro-F1. The question is the share of comments sent to the "
                "right department.",
            ),
        },
    )


@exercise(
    "learn-from",
    points=1,
    hints=[
        say("04-hint-learn-1", "Who decided each label, and could they have been wrong?"),
    ],
)
def learn_from(key):
    expect.choice(
        key,
        right="second-reading",
        wrong={
            "past-routing": say(
                "04-historical-label",
                "Who decided that label, and could they have been wrong? A program learns the desk's "
                "errors with its skill.",
            ),
            "fast-cases": say(
                "04-fast-is-right",
                "Answered fast is not sent right, and some districts are rarely answered fast. Whom "
                "would the program then learn from?",
            ),
            "without-french": say(
                "04-leave-out",
                "Then the program has no French to learn from. What happens to those who write it?",
            ),
        },
    )


@exercise(
    "search-rule",
    points=1,
    hints=[
        say(
            "04-hint-search-1",
            "Follow your rule through all three rows: what would the reader see?",
        ),
    ],
)
def search_rule(key):
    expect.choice(
        key,
        right="rank-and-read",
        wrong={
            "keep-cut": say(
                "04-similarity-threshold",
                "True in these searches. What else lies above the cut in the second and third row?",
            ),
            "raise-cut": say(
                "04-cut-raised",
                "Look at what lies above 0.85: how many of the comments on the matter would be left?",
            ),
            "drop-search": say(
                "04-scores-mean-order",
                "The height of the scores says little. What does their order say in the first and "
                "third row?",
            ),
        },
    )


@exercise(
    "slipped-through",
    points=2,
    hidden=True,
    hints=[
        say(
            "04-hint-slipped-1",
            'The method `split` cuts a text into a list: `personal_data.split(" | ")` gives the '
            "entries.",
        ),
        say(
            "04-hint-slipped-2",
            'Cut each entry at its first `": "`; the value is what comes after. `value in text` says '
            "whether it stands in the text.",
        ),
    ],
)
def slipped_through(function):
    cleaned = "I am Ana Paz, flat 2 in 14 Bell Street, ground floor. Ring [phone]."
    before = "name: Ana Paz | phone: 555-0100 | address: 14 Bell Street, ground floor"
    _values(
        expect.call(function, cleaned, before),
        ["Ana Paz", "14 Bell Street, ground floor"],
        removed=["555-0100"],
        kinds={"name", "phone", "address"},
    )
    nothing = expect.call(
        function, "Ring [phone] or write to [email].", "phone: 555-0101 | email: a@example.org"
    )
    expect.true(
        len(_listed(nothing)) == 0,
        say(
            "04-slipped-empty",
            "When everything was removed, the list should be empty. Look at what your function gives "
            "then.",
        ),
    )


def _listed(found):
    """The function's list, whatever kind of list it is."""
    expect.true(
        not isinstance(found, str) and not isinstance(found, bool | int | float),
        say(
            "04-slipped-list",
            "A list of values is asked, even when it holds one value or none: not a text, a number "
            "or true and false.",
        ),
    )
    expect.true(
        hasattr(found, "__iter__"),
        say(
            "04-slipped-list",
            "A list of values is asked, even when it holds one value or none: not a text, a number "
            "or true and false.",
        ),
    )
    return [str(value) for value in found]


def _values(found, expected, removed, kinds):
    values = _listed(found)
    expect.true(
        not any(value in kinds for value in values),
        say("04-slipped-kinds", "Your list holds kinds, such as `name`. The values are asked."),
    )
    expect.true(
        not any(": " in value for value in values),
        say(
            "04-slipped-entries",
            "The kind is still before the value: cut each entry at its colon before you look for it.",
        ),
    )
    expect.true(
        not any(value in removed for value in values),
        say(
            "04-slipped-removed",
            "Your list holds a value that no longer stands in the text. What was removed is not what "
            "slipped through.",
        ),
    )
    expect.true(
        sorted(values) == sorted(expected),
        say(
            "04-slipped-values",
            'A value is missing, or cut in pieces: only `" | "` stands between two entries, and a '
            "value may hold commas and spaces.",
        ),
    )


@exercise(
    "vendor-claim",
    points=2,
    hints=[
        say(
            "04-hint-claim-1",
            "The 1,000 places are those where something was removed. Where should one look as well?",
        ),
        say("04-hint-claim-2", "Read the comment as a neighbour in Horta would."),
    ],
)
def vendor_claim(not_told, after_removal):
    with part():
        expect.choice(
            not_told,
            right="still-there",
            wrong={
                "too-much": say(
                    "04-too-much-told",
                    "That is what the vendor does tell: at ten places in 1,000. Where did the vendor "
                    "not look?",
                ),
                "sample-size": say(
                    "04-sample-is-enough",
                    "A thousand places give a fair estimate, but of what? All of them are places "
                    "where something was removed.",
                ),
                "which-kind": say(
                    "04-recall-precision-pii",
                    "The share starts from what was removed. For people's privacy, start from what "
                    "was there.",
                ),
            },
        )
    with part():
        expect.choice(
            after_removal,
            right="still-a-person",
            wrong={
                "anonymous": say(
                    "04-removed-is-anonymous",
                    "Who could still be found from what remains in the sentence?",
                ),
                "no-id-needed": say(
                    "04-district-out",
                    "Take the district out and read again: how many people does the rest fit?",
                ),
                "her-choice": say(
                    "04-her-choice",
                    "She wrote to the desk about a matter. Did she agree to be read by everybody?",
                ),
            },
        )
