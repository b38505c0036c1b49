"""The checks of 04-language. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "04-language"

import pandas as pd

from course.checking import exercise, expect, part, say

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
        right=Sealed("04-language/quick-unknown", "d342dcab87c5343a7673fbf0fc72c2cd"), options=["four-is-enough", "higher-certainty", "longer-texts", "wider-list"],
        wrong={
            Sealed("04-language/quick-unknown", "4d2336bdaa8b697858fcc8b539e71b41"): say(
                "04-certainty-passes",
                "Which certainty did the tool give for Samoan? Would such a rule have stopped it?",
            ),
            Sealed("04-language/quick-unknown", "44f7ce0a1c12e37f4d801b4cb052bc3d"): say(
                "04-longer-texts",
                "The texts in the table are whole articles. Did their length help the tool?",
            ),
            Sealed("04-language/quick-unknown", "eafd15c3a7341dc8601a0b0c4bdd8b5a"): say(
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
        right=Sealed("04-language/quick-split", "d784ff3c03984e3e7ffb8ef583954433"), options=["more-rows", "nothing", "same-sentences", "which-measure"],
        wrong={
            Sealed("04-language/quick-split", "1f8bc4f95dd4c4ce7b6dad2064217349"): say(
                "04-more-rows",
                "More rows of the same sentences give the same flattering score, only with more "
                "confidence.",
            ),
            Sealed("04-language/quick-split", "f92e3e2c2b73459d5a0f724269c11c51"): say(
                "04-which-measure",
                "In our table the other measure flatters as much. What do both have in common?",
            ),
            Sealed("04-language/quick-split", "43228de68470d28b7bc0720814c99775"): say(
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
        right=Sealed("04-language/quick-row", "d60d4dcf50e7232019e7adf413948b7a"), options=["health", "housing", "parks", "roads", "social", "waste"],
        wrong={
            Sealed("04-language/quick-row", "5bda4a618ce1a5f84824c9d84c1af05d"): DIRECTION,
            Sealed("04-language/quick-row", "93863298b60f83253f2cb136cc3858c2"): SMALLER,
            Sealed("04-language/quick-row", "49dce383882f3b6d606b4dc93155540d"): DIAGONAL,
            Sealed("04-language/quick-row", "816edb79b7bee5fda6296bd4cce02f54"): SMALLER,
            Sealed("04-language/quick-row", "d706141aa087d55fb5148046f36439f5"): SMALLER,
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
        Sealed("04-language/quick-addresses", "8238b6e14e41866682d749892f86a416"),
        mistakes={
            Sealed("04-language/quick-addresses", "d624e7368dff118ce344b90cf640084b"): say(
                "04-mean-of-shares",
                "You took the mean of four shares. The languages have unlike numbers of addresses: "
                "add first, then divide.",
            ),
            Sealed("04-language/quick-addresses", "b15656567c9d85b43180be02c2397e91"): say(
                "04-found-not-slipped",
                "This is the share that was found. The question is what slipped through.",
            ),
            Sealed("04-language/quick-addresses", "dfe90f4a81ae48690d3898b60ac859dc"): say("04-names-not-addresses", "This is the row of names."),
            Sealed("04-language/quick-addresses", "3204d7e3582f0697a75540ba99035435"): OTHER_LANGUAGE,
            Sealed("04-language/quick-addresses", "b15412c89dcf8bb8b1def475fce50d17"): OTHER_LANGUAGE,
        },
    )




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
            Sealed("04-language/called-portuguese", "6627adcd991d56dfe6703270cd19a45b"),
            mistakes={
                Sealed("04-language/called-portuguese", "4d1ee0254805f1d90d3820ea21ed7d8b"): swapped,
                Sealed("04-language/called-portuguese", "0aa38378467315cdf887c80b6f970dde"): ALL_LANGUAGES,
                Sealed("04-language/called-portuguese", "4bd47dbdc43609e226cc4980772a9a2d"): everybody,
                Sealed("04-language/called-portuguese", "447399c55f352c056ce1b47b4189e881"): everybody,
                Sealed("04-language/called-portuguese", "7436e7ab8b95d53f3fcaff31878179f8"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "09db24da82bfa2bd34ed5f96654c1ae1"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "ca8b6a060763801ddce9c55dd604c0cb"): OTHER_LANGUAGE,
            },
        )
    with part():
        expect.share(
            trusted,
            Sealed("04-language/called-portuguese", "4d1ee0254805f1d90d3820ea21ed7d8b"),
            mistakes={
                Sealed("04-language/called-portuguese", "6627adcd991d56dfe6703270cd19a45b"): swapped,
                Sealed("04-language/called-portuguese", "0aa38378467315cdf887c80b6f970dde"): ALL_LANGUAGES,
                Sealed("04-language/called-portuguese", "4bd47dbdc43609e226cc4980772a9a2d"): everybody,
                Sealed("04-language/called-portuguese", "447399c55f352c056ce1b47b4189e881"): everybody,
                Sealed("04-language/called-portuguese", "e33ca9cf29b26367b346c110f7099294"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "7cddb51de6ed245802e0a28b318f6f2e"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "58dc370f8fb2d47b88780821a96930a0"): OTHER_LANGUAGE,
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
        right=Sealed("04-language/certainty", "43820587c6344d8af08b5f58df16360f"), options=["best-of-four", "not-sure", "spanish", "words"],
        wrong={
            Sealed("04-language/certainty", "7f96c3278029c96bb816ff4602c868de"): say(
                "04-certainty-is-truth",
                "The letter is in Aymara. Over which answers did the tool share out its certainty?",
            ),
            Sealed("04-language/certainty", "10233951a24535c788e65f26ed937253"): say(
                "04-certainty-words",
                "The tool does not count words of a language. It compares how well each language on "
                "its list fits the letters.",
            ),
            Sealed("04-language/certainty", "33fb8467254ae24a22b0cc6dc9d7a68e"): say(
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
        Sealed("04-language/seen-before", "ece84ca0657b619b47077825fbb3cfaa"),
        mistakes={
            Sealed("04-language/seen-before", "b11bba7cecbbbc53309e37257a44f48b"): templates,
            Sealed("04-language/seen-before", "688b9e41d816cf0811de8a75c76b0078"): templates,
            Sealed("04-language/seen-before", "bf559e4e38917d28b70e116fc682b354"): say("04-seen-count", "This is the number of rows. A share of the rows is asked."),
            Sealed("04-language/seen-before", "a0690c7556b4592005552a86d6e470e7"): say(
                "04-seen-turned",
                "You asked which rows of the training come again in the test. Ask it of the rows of "
                "the test.",
            ),
            Sealed("04-language/seen-before", "b1c4ebc97b4632703b7da964fe398a2c"): say(
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
        Sealed("04-language/macro", "4df609c6520722f889f7541eb90668d4"),
        mistakes={
            Sealed("04-language/macro", "1d0731327e455c6e5ef85589e16de962"): weighted,
            Sealed("04-language/macro", "4a87de5afaabcbf8708ae9c75cbd7fc7"): weighted,
            Sealed("04-language/macro", "a89a0e7ca6d386c8814402a4500c4c2a"): KNOWN_TEMPLATES,
            Sealed("04-language/macro", "0e13d4a7a313d745c01131ee60183020"): KNOWN_TEMPLATES,
            Sealed("04-language/macro", "0af6f88a3e15518e0bbf7c39a7c2ad5b"): KNOWN_TEMPLATES,
            Sealed("04-language/macro", "052dbd10081124f860c5e09a2e4efce3"): ROW_SPLIT,
            Sealed("04-language/macro", "d3712ca894ebc254a97aaaae49eb5032"): ROW_SPLIT,
            Sealed("04-language/macro", "5c4b6a13d9ededd66e601a4672832bd2"): ROW_SPLIT,
            Sealed("04-language/macro", "1a9d45e4bc83e610c96cdd51e8d4f0d3"): say(
                "04-recall-for-f1", "This is the mean recall. F1 joins recall with precision."
            ),
            Sealed("04-language/macro", "95e1b88aa37ba44f82f657be088e1ffb"): say(
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
            right=Sealed("04-language/lost-and-found", "d39d065f947c925e7e4b79bc57a40cdc"), options=["finance", "health", "housing", "other", "parks", "roads", "social", "transport", "waste", "water"],
            wrong={
                Sealed("04-language/lost-and-found", "8d700c99b2925afb96f419729211bc02"): DIRECTION,
                Sealed("04-language/lost-and-found", "8aad853210cde8e9718434098aaf4bd1"): DIAGONAL,
                Sealed("04-language/lost-and-found", "1eac7a8d66d9e04f6b74a2ec897eb1e4"): SMALLER,
                Sealed("04-language/lost-and-found", "b97fa1660fbc9cb123f0e6ba7f48ab38"): SMALLER,
                Sealed("04-language/lost-and-found", "b1d4d7b86e1f89777b97f64ecbfff1e9"): SMALLER,
                Sealed("04-language/lost-and-found", "19b4166ba660c961c21dfbd178fe072a"): SMALLER,
                Sealed("04-language/lost-and-found", "3f76806adcc9fc7ca953b9a02bb2fe97"): SMALLER,
                Sealed("04-language/lost-and-found", "b7d8d611f72931829db7fa3eed00378f"): SMALLER,
                Sealed("04-language/lost-and-found", "2834193daaa2360b9b450190828522ff"): SMALLER,
            },
        )
    with part():
        expect.choice(
            health_gets_from,
            right=Sealed("04-language/lost-and-found", "8d700c99b2925afb96f419729211bc02"), options=["finance", "health", "housing", "other", "parks", "roads", "social", "transport", "waste", "water"],
            wrong={
                Sealed("04-language/lost-and-found", "1eac7a8d66d9e04f6b74a2ec897eb1e4"): DIRECTION,
                Sealed("04-language/lost-and-found", "3f76806adcc9fc7ca953b9a02bb2fe97"): DIAGONAL,
                Sealed("04-language/lost-and-found", "d39d065f947c925e7e4b79bc57a40cdc"): SMALLER,
                Sealed("04-language/lost-and-found", "b97fa1660fbc9cb123f0e6ba7f48ab38"): SMALLER,
                Sealed("04-language/lost-and-found", "b1d4d7b86e1f89777b97f64ecbfff1e9"): SMALLER,
                Sealed("04-language/lost-and-found", "19b4166ba660c961c21dfbd178fe072a"): SMALLER,
                Sealed("04-language/lost-and-found", "b7d8d611f72931829db7fa3eed00378f"): SMALLER,
                Sealed("04-language/lost-and-found", "8aad853210cde8e9718434098aaf4bd1"): SMALLER,
                Sealed("04-language/lost-and-found", "2834193daaa2360b9b450190828522ff"): SMALLER,
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
        Sealed("04-language/channel-gap", "dc78676e04fd06c3c9bef84d8d344e38"),
        mistakes={
            Sealed("04-language/channel-gap", "78062fbcd71e1ffca7e3f04c2e63d3b2"): say(
                "04-gap-sign", "The size is right. The question is the web form minus messaging."
            ),
            Sealed("04-language/channel-gap", "57e018e6909aafda4009752ce53c8d23"): say(
                "04-gap-ratio", "You computed how many times. The question is a difference."
            ),
            Sealed("04-language/channel-gap", "9a1a34821016fd82a46c4af2f4ea9ec9"): say(
                "04-gap-ratio", "You computed how many times. The question is a difference."
            ),
            Sealed("04-language/channel-gap", "ace9942e8c6affea8b56cf73578cefec"): KNOWN_TEMPLATES,
            Sealed("04-language/channel-gap", "c9720e3fa622ccdf9afa279b9f18bb18"): ROW_SPLIT,
            Sealed("04-language/channel-gap", "8f3da0a9db1ac0dfee965924846516f3"): OTHER_CHANNEL,
            Sealed("04-language/channel-gap", "8f9d4382f7c8dc06485dfa4622a48422"): OTHER_CHANNEL,
            Sealed("04-language/channel-gap", "4ab8eb60439104f01aebc3289afe6b1a"): OTHER_CHANNEL,
            Sealed("04-language/channel-gap", "d6673ba79a670ab5b5d577d150995943"): say(
                "04-average-hides",
                "This is the distance to all channels together. An average of all hides a gap: set "
                "the two channels against each other.",
            ),
            Sealed("04-language/channel-gap", "4d158d92f0826f4cd266b35a88be6775"): say(
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
        right=Sealed("04-language/learn-from", "94ba8e940f1463b3a57932fce758c0ff"), options=["fast-cases", "past-routing", "second-reading", "without-french"],
        wrong={
            Sealed("04-language/learn-from", "061aebeea9a0a005cf6bbd561405104f"): say(
                "04-historical-label",
                "Who decided that label, and could they have been wrong? A program learns the desk's "
                "errors with its skill.",
            ),
            Sealed("04-language/learn-from", "86cbe2bad34600d172ca8750fd39eaf4"): say(
                "04-fast-is-right",
                "Answered fast is not sent right, and some districts are rarely answered fast. Whom "
                "would the program then learn from?",
            ),
            Sealed("04-language/learn-from", "381996ee0bc0bb627b6c4858e97425ac"): say(
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
        right=Sealed("04-language/search-rule", "736e563be7a0f638142a995210edc718"), options=["drop-search", "keep-cut", "raise-cut", "rank-and-read"],
        wrong={
            Sealed("04-language/search-rule", "1b6f4aeff4fc7f8de03246cdb041739c"): say(
                "04-similarity-threshold",
                "True in these searches. What else lies above the cut in the second and third row?",
            ),
            Sealed("04-language/search-rule", "98f67a8596125bb8abf61a781d303995"): say(
                "04-cut-raised",
                "Look at what lies above 0.85: how many of the comments on the matter would be left?",
            ),
            Sealed("04-language/search-rule", "43aacfd2e4a9698c29a1b1c18a42316a"): say(
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
            right=Sealed("04-language/vendor-claim", "697564025952c6f68f7b00d0af30a0f3"), options=["sample-size", "still-there", "too-much", "which-kind"],
            wrong={
                Sealed("04-language/vendor-claim", "8df3ef236782492e05c4fa3773ec6cae"): say(
                    "04-too-much-told",
                    "That is what the vendor does tell: at ten places in 1,000. Where did the vendor "
                    "not look?",
                ),
                Sealed("04-language/vendor-claim", "cc653bca05723b88a335bdc460effd43"): say(
                    "04-sample-is-enough",
                    "A thousand places give a fair estimate, but of what? All of them are places "
                    "where something was removed.",
                ),
                Sealed("04-language/vendor-claim", "3b629d475e5d9c657e45396da960f7ff"): say(
                    "04-recall-precision-pii",
                    "The share starts from what was removed. For people's privacy, start from what "
                    "was there.",
                ),
            },
        )
    with part():
        expect.choice(
            after_removal,
            right=Sealed("04-language/vendor-claim", "0addd3aabe8b2439976477b3e0afe1bb"), options=["anonymous", "her-choice", "no-id-needed", "still-a-person"],
            wrong={
                Sealed("04-language/vendor-claim", "ef4a03adf3b504d4e997cf3cf8d85b3c"): say(
                    "04-removed-is-anonymous",
                    "Who could still be found from what remains in the sentence?",
                ),
                Sealed("04-language/vendor-claim", "aacd843ee25b15cb32e6a3dd8ec3d495"): say(
                    "04-district-out",
                    "Take the district out and read again: how many people does the rest fit?",
                ),
                Sealed("04-language/vendor-claim", "2e7dca9e60638fa7e0e05f65714e97f9"): say(
                    "04-her-choice",
                    "She wrote to the desk about a matter. Did she agree to be read by everybody?",
                ),
            },
        )
