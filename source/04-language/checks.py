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
DIRECTION = say(
    "04-confusion-direction",
    "You read the table the other way round: a row is the department in charge, a column the one "
    "that got the comment.",
)
DIAGONAL = say(
    "04-confusion-diagonal",
    "There the comment is where it belongs. Look for the largest number off the diagonal.",
)
EMPTY = say(
    "04-slipped-empty",
    "When nothing of the values is left in the text, the list should be empty: `[]`, and nothing else.",
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
            "Look at the last column of the table of thirteen languages. Which rule uses the answer of "
            "the tool, and not its certainty?",
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
            0.82822: say(
                "04-found-in-english",
                "This is the share that was found in English. The question is what slipped through, "
                "over all four languages.",
            ),
            0.17178: say(
                "04-english-only",
                "This is the figure for English alone. All four languages together are asked.",
            ),
            1.0: say(
                "04-not-english",
                "In three languages every address slipped through. The English addresses belong in the "
                "sum as well.",
            ),
            0.04803: say(
                "04-english-of-all",
                "Below the line are the addresses of four languages, above it only those that slipped "
                "through in English.",
            ),
            0.72041: say(
                "04-english-not-above",
                "Some English addresses slipped through as well: they belong above the line.",
            ),
            0.83934: say(
                "04-with-names",
                "Names are in this sum as well. Only the row of addresses is asked.",
            ),
        },
        otherwise=say(
            "04-addresses-wrong",
            "In the row of addresses: how many slipped through in the four languages together, and how "
            "many addresses are there together?",
        ),
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
    others = say(
        "04-called-others",
        "Your group is that of the other comments: those that are not Portuguese, or are not called so.",
    )
    both_groups = say(
        "04-called-either",
        "Below the line you have the comments that are Portuguese, or are called so, or both. Each "
        "question starts from one of the two groups.",
    )
    either_way = say(
        "04-called-accuracy",
        "You counted every comment on which the tool is right about Portuguese, also those that are "
        "neither Portuguese nor called so.",
    )
    joined = say(
        "04-called-f1", "This is F1, which joins the two shares. They are asked one by one."
    )
    means = say(
        "04-called-means", "This is the mean over the four languages. Only Portuguese is asked."
    )
    with_spanish = say("04-called-spanish", "Spanish counts as Portuguese in your share.")
    otherwise = say(
        "04-called-wrong",
        "In both shares the comments above the line are Portuguese and called so. Write down the number "
        "below the line: from which comments does the question start?",
    )
    with part():
        expect.share(
            found,
            0.82513,
            mistakes={
                0.78934: swapped,
                0.84167: ALL_LANGUAGES,
                0.21233: everybody,
                0.25733: everybody,
                0.26900: everybody,
                0.80932: OTHER_LANGUAGE,
                0.86788: OTHER_LANGUAGE,
                0.89037: OTHER_LANGUAGE,
                0.07630: others,
                0.67622: both_groups,
                0.89833: either_way,
                0.80684: joined,
                0.84818: means,
                0.95596: with_spanish,
            },
            otherwise=otherwise,
        )
    with part():
        expect.share(
            trusted,
            0.78934,
            mistakes={
                0.82513: swapped,
                0.84167: ALL_LANGUAGES,
                0.21233: everybody,
                0.25733: everybody,
                0.26900: everybody,
                0.83744: OTHER_LANGUAGE,
                0.93627: OTHER_LANGUAGE,
                0.76027: OTHER_LANGUAGE,
                0.06156: others,
                0.67622: both_groups,
                0.89833: either_way,
                0.80684: joined,
                0.83083: means,
                0.94548: with_spanish,
            },
            otherwise=otherwise,
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
    # Chosen so that typical mistakes give different values.
    training = pd.DataFrame(
        {
            "template": [
                "en-1",
                "fr-1",
                "pt-5",
                "en-3",
                "es-21",
                "fr-1",
                "fr-2",
                "fr-1",
                "pt-7",
                "pt-7",
                "pt-7",
            ],
        }
    )
    test = pd.DataFrame(
        {"template": ["pt-7", "es-21", "en-12", "fr-2", "es-2", "en-3", "fr-2", "es-2"]}
    )
    try:
        share = expect.call(function, training, test)
    except Exception as problem:
        said = _error(problem)
        expect.true(
            not any(words in said for words in ("identically-labeled", "broadcast", "match")),
            say(
                "04-seen-compared",
                "The two tables have different numbers of rows, so `==` cannot compare them row by row. "
                "`isin` asks of each value whether it stands in the other column.",
            ),
        )
        raise
    templates = say(
        "04-seen-templates",
        "You counted templates. A template that comes often counts often: count the rows.",
    )
    expect.share(
        share,
        0.625,
        mistakes={
            0.66667: templates,
            4: templates,
            5: say("04-seen-count", "This is the number of rows. A share of the rows is asked."),
            0.54545: say(
                "04-seen-turned",
                "You asked which rows of the training come again in the test. Ask it of the rows of "
                "the test.",
            ),
            0.45455: say(
                "04-seen-whole",
                "The rows are counted rightly, but divided by the rows of the training.",
            ),
            0.26316: say(
                "04-seen-together",
                "The rows are counted rightly, but divided by the rows of both tables together.",
            ),
        },
        otherwise=say(
            "04-seen-wrong",
            "Try it by hand. The training has the templates en-1, fr-1, pt-5, en-3, es-21, fr-1, fr-2, "
            "fr-1, pt-7, pt-7, pt-7, and the test pt-7, es-21, en-12, fr-2, es-2, en-3, fr-2, es-2. "
            "A template was seen if the same whole name stands anywhere in the training. Which rows of "
            "the test were seen before?",
        ),
    )


def _error(problem):
    """What a learner's function said when it stopped, or nothing."""
    message = getattr(problem, "message", None)
    return str(message.values.get("error", "")) if message else ""


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
            0.66524: say(
                "04-macro-by-language",
                "This is the mean of the four languages' own macro-F1. Compute it once, over all the "
                "comments together.",
            ),
            0.71195: say(
                "04-macro-joined",
                "You joined the mean precision and the mean recall. Macro-F1 takes F1 of each department "
                "first, and then the mean.",
            ),
            0.89425: say(
                "04-macro-desk",
                "This is the score of the desk. What the program said is in the column `sorted_to`.",
            ),
            0.64131: say(
                "04-macro-left-out",
                "The comments of one department are left out. All ten count, `other` as well.",
            ),
            0.66398: say(
                "04-macro-one-each",
                "You kept one comment of each template. All the rows with a held-out template are asked.",
            ),
            0.83117: say(
                "04-macro-best",
                "This is the F1 of the best department. The mean of all ten is asked.",
            ),
            0.70140: say(
                "04-macro-median",
                "This is the median of the departments. Their plain mean is asked.",
            ),
            0.75005: say(
                "04-macro-english", "This is the figure for English. All four languages are asked."
            ),
            0.71642: say(
                "04-macro-second",
                "You took a second department in charge as right too. Here the truth is `department` alone.",
            ),
            # 0.8255: chance in the solver moves it across the rounding.
            0.8254: ROW_SPLIT,
            0.8256: ROW_SPLIT,
        },
        otherwise=say(
            "04-macro-wrong",
            "Four things make this number: the rows with a held-out template and all of them, the "
            "column `department`, the column `sorted_to`, and the plain mean over the departments.",
        ),
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
    # Departments of another city: a program that learned before cannot know them.
    texts = [
        "return the book to the library",
        "the ferry left early",
        "library book lost",
        "ferry late again",
        "no ferry on Sunday",
        "the library has no books for children",
    ]
    departments = ["library", "harbour", "library", "harbour", "harbour", "library"]
    # One text comes twice, and needs its department twice.
    new = ["a lost library book", "the ferry is late", "no ferry today", "the ferry is late"]
    new.append("books in the library")
    expected = ["library", "harbour", "harbour", "harbour", "library"]
    _sorted(function, texts, departments, new, expected)


def _sorted(function, texts, departments, new, expected):
    """Whether the function's departments for `new` are the expected ones."""
    try:
        found = expect.call(function, texts, departments, new)
    except Exception as problem:
        # scikit-learn says: X has 9 features, but RidgeClassifier is expecting 12 features.
        said = _error(problem)
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
            "At least one of your answers is not among the known departments. The function should learn "
            "from its own arguments, and return names as they stand there.",
        ),
    )
    expect.true(
        len(set(names)) > 1,
        say(
            "04-sort-one-answer",
            "Every text goes to the same department: does the model learn from all the texts?",
        ),
    )
    expect.true(
        names == expected,
        say(
            "04-sort-wrong",
            "Easy texts about books and ferries go astray. Does each known text keep its department, are "
            "the answers in the order of the new texts, and are these read with the words learned before?",
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
    "never-writes",
    points=1,
    hints=[
        say(
            "04-hint-never-1",
            "Work out for each of the four rows how many people cannot read and write: people times per "
            "cent. Then divide one of these numbers by their sum.",
        ),
        say(
            "04-hint-never-2",
            "Somebody who does not write is in no figure that counts messages alone. What must stand "
            "beside them?",
        ),
    ],
)
def never_writes(rural_women, shows_missing):
    within = say(
        "04-never-turned",
        "This is the share of these women who cannot read and write. Turn it round: of all who cannot, "
        "how many are these women?",
    )
    with part():
        expect.share(
            rural_women,
            0.34933,
            mistakes={
                0.484: within,
                48.4: within,
                0.43722: say(
                    "04-never-per-cents",
                    "These per cents are of groups of different size, so they cannot be added. How many "
                    "people is each?",
                ),
                0.17942: say(
                    "04-never-all-women",
                    "This is the share of these women among all people. Count only those who cannot read "
                    "and write, above the line and below it.",
                ),
                0.08684: say(
                    "04-never-everybody",
                    "Below the line you have all people. The question starts from those who cannot read "
                    "and write.",
                ),
                0.65869: say("04-never-towns", "The women of the towns are in your share as well."),
                0.55552: say(
                    "04-never-men", "The men of the countryside are in your share as well."
                ),
                0.53034: say(
                    "04-never-women-only",
                    "Below the line you have women only. Men who cannot read and write belong there too.",
                ),
                0.62884: say(
                    "04-never-countryside-only",
                    "Below the line you have the countryside only. The towns belong there too.",
                ),
                0.24859: say(
                    "04-never-rate",
                    "This is the share of all people who cannot read and write. How many of them are women "
                    "of the countryside?",
                ),
                2.63296: say(
                    "04-never-count",
                    "This is the number of these women, in millions. Divide it by all who cannot read and "
                    "write.",
                ),
            },
            otherwise=say(
                "04-never-wrong",
                "For each of the four groups: how many people cannot read and write? Then the first "
                "number divided by the sum of the four.",
            ),
        )
    with part():
        expect.choice(
            shows_missing,
            right="senders-residents",
            wrong={
                "sent-right": say(
                    "04-never-sent-right",
                    "This figure counts messages that came. What would it be if ten of these women wrote "
                    "in a whole year?",
                ),
                "days-to-answer": say(
                    "04-never-days",
                    "Only who has written can wait for an answer. In which figure are those who have not?",
                ),
                "this-year-last-year": say(
                    "04-never-last-year",
                    "If they wrote in neither year, nothing changes. What do you need to know beside the "
                    "messages?",
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
        say(
            "04-hint-slipped-3",
            "`[value for value in values if ... in ...]` makes a list of those `values` for which the "
            "condition holds.",
        ),
    ],
)
def slipped_through(function):
    cleaned = (
        "Ana Paz here, flat 2 in 14 Bell Street (rear), ground floor. Ring [phone] or 555-0101. "
        "Mr Diaz has the key."
    )
    before = (
        "name: Ana Paz | phone: 555-0100 | phone: 555-0101 | name: Ana Diaz | "
        "address: 14 Bell Street (rear), ground floor"
    )
    values = _texts(expect.call(function, cleaned, before))
    _compare(values, ["Ana Paz", "555-0101", "14 Bell Street (rear), ground floor"], before)
    try:
        nothing = expect.call(
            function, "Ring [phone] or write to [email].", "phone: 555-0101 | email: a@example.org"
        )
    except Exception as problem:
        message = getattr(problem, "message", None)
        expect.true(message is None or message.code != "form-return", EMPTY)
        raise
    expect.true(len(_listed(nothing)) == 0, EMPTY)


def _listed(found):
    """The function's list, whatever kind of list it is."""
    is_list = hasattr(found, "__iter__") and getattr(found, "ndim", 1) > 0
    expect.true(
        is_list and not isinstance(found, str),
        say(
            "04-slipped-list",
            "A list of values is asked, even when it holds one value or none: not a text, a number "
            "or true and false.",
        ),
    )
    return list(found)


def _texts(found):
    """The values of the function's list, which should be texts."""
    values = _listed(found)
    expect.true(
        all(isinstance(value, str) for value in values),
        say(
            "04-slipped-marks",
            "Your list holds something that is no text, such as true and false. The values themselves "
            "are asked, as texts.",
        ),
    )
    return [str(value) for value in values]


def _compare(values, expected, before):
    expect.true(
        len(values) > 0,
        say(
            "04-slipped-none",
            "Your list is empty, though three values still stand in the text. Does your function look "
            "for the value alone, without its kind?",
        ),
    )
    entries = [entry.split(": ", 1) for entry in before.split(" | ")]
    removed = {value for _, value in entries} - set(expected)
    expect.true(
        not any(value == kind for value in values for kind, _ in entries),
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
        "555-0100" not in values,
        say(
            "04-slipped-removed",
            "Your list holds a value that no longer stands in the text. What was removed is not what "
            "slipped through.",
        ),
    )
    expect.true(
        not any(value in removed for value in values),
        say(
            "04-slipped-part",
            "Your list holds “Ana Diaz”, and this name is not in the text as a whole. Look for the "
            "whole value; its single words, or a missing placeholder such as [name], do not show "
            "that it is there.",
        ),
    )
    expect.true(
        all(any(value == whole for _, whole in entries) for value in values),
        say(
            "04-slipped-values",
            'Your list holds something that is no whole value: only `" | "` stands between two entries, '
            "a value may hold commas and spaces, and its letters stay as they are.",
        ),
    )
    expect.true(
        set(values) == set(expected),
        say(
            "04-slipped-missing",
            "A value that still stands in the text is missing. Does your function find two entries of "
            "one kind, a number, a value at the very beginning, and one with spaces, commas and brackets?",
        ),
    )
    expect.true(
        len(values) == len(expected),
        say("04-slipped-twice", "A value is in your list twice. Each entry is asked once."),
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
