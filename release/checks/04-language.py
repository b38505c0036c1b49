"""The checks of 04-language. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "04-language"

import pandas as pd

from course.checking import exercise, expect, part, say

ALL_LANGUAGES = say(
    "04-all-languages",
    "This is the figure for all four languages together: keep only Portuguese.",
)
OTHER_LANGUAGE = say("04-other-language", "This is the figure for another language.")
KNOWN_TEMPLATES = say(
    "04-known-templates",
    "The program has learned the patterns of these sentences. Keep only the rows with a held-out "
    "template.",
)
ROW_SPLIT = say(
    "04-row-split",
    "Known and held-out templates are mixed here: could a sentence of the same pattern have been "
    "in the training?",
)
REFIT = say(
    "04-refit",
    "The new texts were turned into numbers with words of their own. Use the words that were found in "
    "the known texts: `transform`, without `fit`.",
)
DIRECTION = say(
    "04-confusion-direction",
    "You read the table the other way round: a row is the department in charge, a column the one "
    "that got the comment.",
)
DIAGONAL = say(
    "04-confusion-diagonal",
    "There the comment is where it belongs. Look for the largest number outside the diagonal.",
)
EMPTY = say(
    "04-slipped-empty",
    "When none of the values is left in the text, the list should be empty: `[]`, and nothing else.",
)
SMALLER = say(
    "04-confusion-smaller",
    "There is a larger number in that row or column, outside the diagonal.",
)




@exercise(
    "quick-unknown",
    because=say(
        "04-quick-unknown-why",
        "Only the wider list allows an answer outside the four languages. A limit of 0.95 would "
        "not have helped: among four languages, Samoan was called Portuguese with a mean "
        "certainty of 0.98.",
    ),
    hints=[
        say(
            "04-hint-unknown-1",
            "Look at the last column of the table of thirteen languages. Which rule uses the language "
            "that the tool names, and not its certainty?",
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
                "Which answers can the tool give with such a list? A person who writes in a fifth "
                "language writes to the same city.",
            ),
        },
    )


@exercise(
    "quick-split",
    because=say(
        "04-quick-split-why",
        "In the lesson the model was right for 98% of random rows and for 82% of comments with "
        "held-out templates: a random fifth repeats sentence patterns that the model has learned.",
    ),
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
        right=Sealed("04-language/quick-split", "d784ff3c03984e3e7ffb8ef583954433"), options=["drawn-fairly", "more-rows", "same-sentences", "which-measure"],
        wrong={
            Sealed("04-language/quick-split", "1f8bc4f95dd4c4ce7b6dad2064217349"): say(
                "04-more-rows",
                "More rows with the same sentences give the same flattering score, and make it look more "
                "certain.",
            ),
            Sealed("04-language/quick-split", "f92e3e2c2b73459d5a0f724269c11c51"): say(
                "04-which-measure",
                "In our table the other measure flatters as much. What do both have in common?",
            ),
            Sealed("04-language/quick-split", "38ef96ab10cd0537def7a71e2c009b92"): say(
                "04-random-is-honest",
                "Chance drew that fifth. Were comments made from one template kept on one side?",
            ),
        },
    )


@exercise(
    "quick-row",
    because=say(
        "04-quick-row-why",
        "In the row of Waste and cleaning, 41 comments went to Housing, 22 to Roads and lights "
        "and 16 to Public health. A column would show what a department receives.",
    ),
    hints=[
        say(
            "04-hint-row-1",
            "Find the row of the department in charge, leave out the number on the diagonal, and take the "
            "largest of the others.",
        )
    ],
)
def quick_row(key):
    expect.choice(
        key,
        right=Sealed("04-language/quick-row", "d60d4dcf50e7232019e7adf413948b7a"), options=["health", "housing", "roads", "social"],
        wrong={
            Sealed("04-language/quick-row", "5bda4a618ce1a5f84824c9d84c1af05d"): DIRECTION,
            Sealed("04-language/quick-row", "93863298b60f83253f2cb136cc3858c2"): SMALLER,
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
                "You took the mean of four shares. The languages have different numbers of addresses: "
                "add first, then divide.",
            ),
            Sealed("04-language/quick-addresses", "b15656567c9d85b43180be02c2397e91"): say(
                "04-found-not-slipped",
                "This is the share that was found. The question is what slipped through.",
            ),
            Sealed("04-language/quick-addresses", "dfe90f4a81ae48690d3898b60ac859dc"): say("04-names-not-addresses", "This is the row of names."),
            Sealed("04-language/quick-addresses", "011dc384a9b6cf21f04fe79de2344644"): say(
                "04-found-in-english",
                "This is the share that was found in English. The question is what slipped through, "
                "over all four languages.",
            ),
            Sealed("04-language/quick-addresses", "3204d7e3582f0697a75540ba99035435"): say(
                "04-english-only",
                "This is the figure for English alone. Add up all four languages.",
            ),
            Sealed("04-language/quick-addresses", "b15412c89dcf8bb8b1def475fce50d17"): say(
                "04-not-english",
                "In three languages every address slipped through. Count the English addresses as well.",
            ),
            Sealed("04-language/quick-addresses", "3ca0ec5000084027509f4667ed2c67d7"): say(
                "04-english-of-all",
                "You divided by the addresses in four languages, but counted only those that slipped "
                "through in English.",
            ),
            Sealed("04-language/quick-addresses", "cf895a5db019142262d06245dbbdb6dc"): say(
                "04-english-not-above",
                "Some English addresses slipped through as well: add them before you divide.",
            ),
            Sealed("04-language/quick-addresses", "2633c595a29fd0e6db2acf14209823a5"): say(
                "04-with-names",
                "Names are in this sum as well. Use only the row of addresses.",
            ),
        },
        otherwise=say(
            "04-addresses-wrong",
            "In the row of addresses: how many slipped through in the four languages together, and how "
            "many addresses are there together?",
        ),
    )




@exercise(
    "called-portuguese",
    points=1,
    hints=[
        say(
            "04-hint-called-1",
            "Both shares count the comments that are Portuguese and were called Portuguese. They differ in "
            "the group that you divide by.",
        ),
        say(
            "04-hint-called-2",
            "Section 1 of the lesson does this for Spanish: keep the rows of the group, then take the mean "
            "of a comparison.",
        ),
        say(
            "04-hint-called-3",
            'For `found`, the lines are `portuguese = guesses[guesses["language"] == "pt"]` and '
            '`found = (portuguese[___] == "pt").mean()`. For `trusted`, the two columns change places.',
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
        "You divided by all comments that are Portuguese or were called Portuguese, the two groups together. Each question "
        "starts from one of the two groups.",
    )
    either_way = say(
        "04-called-accuracy",
        "You counted every comment on which the tool is right about Portuguese, also those that are "
        "neither Portuguese nor called so.",
    )
    joined = say(
        "04-called-f1", "This is F1, which combines the two shares. Give each share separately."
    )
    means = say(
        "04-called-means",
        "This is the mean over the four languages. The exercise asks for Portuguese only.",
    )
    with_spanish = say("04-called-spanish", "Spanish counts as Portuguese in your share.")
    otherwise = say(
        "04-called-wrong",
        "Both shares count the comments that are Portuguese and were called Portuguese. From which "
        "comments does each question start? Divide by their number.",
    )
    with part():
        expect.share(
            found,
            Sealed("04-language/called-portuguese", "6627adcd991d56dfe6703270cd19a45b"),
            mistakes={
                Sealed("04-language/called-portuguese", "4d1ee0254805f1d90d3820ea21ed7d8b"): swapped,
                Sealed("04-language/called-portuguese", "0aa38378467315cdf887c80b6f970dde"): ALL_LANGUAGES,
                Sealed("04-language/called-portuguese", "4bd47dbdc43609e226cc4980772a9a2d"): everybody,
                Sealed("04-language/called-portuguese", "ece702c5c6bc71fa9e917b6f8096cbca"): everybody,
                Sealed("04-language/called-portuguese", "447399c55f352c056ce1b47b4189e881"): everybody,
                Sealed("04-language/called-portuguese", "7436e7ab8b95d53f3fcaff31878179f8"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "09db24da82bfa2bd34ed5f96654c1ae1"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "ca8b6a060763801ddce9c55dd604c0cb"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "879334bf733d690d99838099a0d10a03"): others,
                Sealed("04-language/called-portuguese", "17316dd8900abdf946550140a6af9f54"): both_groups,
                Sealed("04-language/called-portuguese", "5441d08324ac0af9064de21a27233ca9"): either_way,
                Sealed("04-language/called-portuguese", "6eeefe68986a3d11f0664dd127cf18cb"): joined,
                Sealed("04-language/called-portuguese", "04ed089f3c5b22dca2038e80d0279a7a"): means,
                Sealed("04-language/called-portuguese", "ee80141af9f97310fb980b27c4876718"): with_spanish,
            },
            otherwise=otherwise,
        )
    with part():
        expect.share(
            trusted,
            Sealed("04-language/called-portuguese", "4d1ee0254805f1d90d3820ea21ed7d8b"),
            mistakes={
                Sealed("04-language/called-portuguese", "6627adcd991d56dfe6703270cd19a45b"): swapped,
                Sealed("04-language/called-portuguese", "0aa38378467315cdf887c80b6f970dde"): ALL_LANGUAGES,
                Sealed("04-language/called-portuguese", "4bd47dbdc43609e226cc4980772a9a2d"): everybody,
                Sealed("04-language/called-portuguese", "ece702c5c6bc71fa9e917b6f8096cbca"): everybody,
                Sealed("04-language/called-portuguese", "447399c55f352c056ce1b47b4189e881"): everybody,
                Sealed("04-language/called-portuguese", "e33ca9cf29b26367b346c110f7099294"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "7cddb51de6ed245802e0a28b318f6f2e"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "58dc370f8fb2d47b88780821a96930a0"): OTHER_LANGUAGE,
                Sealed("04-language/called-portuguese", "bafdb3988e7db43db0587c5f5741038e"): others,
                Sealed("04-language/called-portuguese", "17316dd8900abdf946550140a6af9f54"): both_groups,
                Sealed("04-language/called-portuguese", "5441d08324ac0af9064de21a27233ca9"): either_way,
                Sealed("04-language/called-portuguese", "6eeefe68986a3d11f0664dd127cf18cb"): joined,
                Sealed("04-language/called-portuguese", "a5de3277e0d1bfce8ed9cfb07c92cedc"): means,
                Sealed("04-language/called-portuguese", "55437dc0d6813977580d099de177b184"): with_spanish,
            },
            otherwise=otherwise,
        )


@exercise(
    "certainty",
    points=1,
    because=say(
        "04-certainty-why",
        "The tool divides its certainty among four languages, and Aymara is not one of them. It "
        "says how far Spanish is ahead of the other three, not whether the letter is in Spanish.",
    ),
    hints=[say("04-hint-certainty-1", "Between which answers did the tool choose?")],
)
def certainty(key):
    expect.choice(
        key,
        right=Sealed("04-language/certainty", "43820587c6344d8af08b5f58df16360f"), options=["best-of-four", "not-sure", "spanish", "words"],
        wrong={
            Sealed("04-language/certainty", "7f96c3278029c96bb816ff4602c868de"): say(
                "04-certainty-is-truth",
                "The letter is in Aymara. Among which answers did the tool divide its certainty?",
            ),
            Sealed("04-language/certainty", "10233951a24535c788e65f26ed937253"): say(
                "04-certainty-words",
                "The tool does not count words of a language. It compares how well each language on "
                "its list fits the letters.",
            ),
            Sealed("04-language/certainty", "33fb8467254ae24a22b0cc6dc9d7a68e"): say(
                "04-closed-set-sure",
                "“None of these” is not among the answers that it can give. How, then, could it express such a doubt?",
            ),
        },
    )


@exercise(
    "seen-before",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "04-hint-seen-1",
            "`isin` asks of each value of a column whether it occurs in another column: see section 2 of "
            "the lesson.",
        ),
        say("04-hint-seen-2", "The mean of a column of true and false values is a share."),
        say(
            "04-hint-seen-3",
            'The line is `return test["template"].isin(___["template"]).mean()`.',
        ),
    ],
)
def seen_before(function):
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
                "`isin` asks of each value whether it occurs in the other column.",
            ),
        )
        raise
    templates = say(
        "04-seen-templates",
        "You counted templates. A template that occurs in many rows counts many times: count the rows.",
    )
    expect.share(
        share,
        Sealed("04-language/seen-before", "21560aec0114d3536d7cdfd3a0b560f0"),
        mistakes={
            Sealed("04-language/seen-before", "ece84ca0657b619b47077825fbb3cfaa"): templates,
            Sealed("04-language/seen-before", "bf559e4e38917d28b70e116fc682b354"): templates,
            Sealed("04-language/seen-before", "9a0235c131a79b5f123168e1ea65df2c"): say(
                "04-seen-count",
                "This is a number of rows. The exercise asks for a share of the rows.",
            ),
            Sealed("04-language/seen-before", "37df7b659116b276e0458e890fb6300b"): say(
                "04-seen-turned",
                "You asked which rows of `training` have a template that occurs in `test`. Ask it of the "
                "rows of `test`.",
            ),
            Sealed("04-language/seen-before", "6c3c43b5a8e99162a5c27139436bd4ef"): say(
                "04-seen-whole",
                "You counted the right rows, but divided by the number of rows of `training`.",
            ),
            Sealed("04-language/seen-before", "57ac057c40622704d0b077f7758208c8"): say(
                "04-seen-together",
                "You counted the right rows, but divided by the rows of both tables together.",
            ),
        },
        otherwise=say(
            "04-seen-wrong",
            "Try it by hand. The training has the templates en-1, fr-1, pt-5, en-3, es-21, fr-1, fr-2, "
            "fr-1, pt-7, pt-7, pt-7, and the test pt-7, es-21, en-12, fr-2, es-2, en-3, fr-2, es-2. "
            "A template was seen if the same whole name occurs anywhere in the training. Which rows of "
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
            "`f1_score` takes the truth, then the choice of the program, and the argument `average`: see "
            "section 2 of the lesson.",
        ),
        say(
            "04-hint-macro-3",
            'The lines are `unseen = trial[trial["held_out"] == "yes"]` and '
            '`macro = f1_score(unseen["department"], unseen[___], average="macro")`.',
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
                "04-recall-for-f1", "This is the mean recall. F1 combines recall and precision."
            ),
            Sealed("04-language/macro", "95e1b88aa37ba44f82f657be088e1ffb"): say(
                "04-precision-for-f1",
                "This is the mean precision. F1 combines precision and recall.",
            ),
            Sealed("04-language/macro", "ec098a86d9c4c3166c5ea69f5808d40f"): say(
                "04-macro-by-language",
                "This is the mean of the four languages' own macro-F1. Compute it once, over all the "
                "comments together.",
            ),
            Sealed("04-language/macro", "e8b8f38ffe6a4cb9c0a82236d2904809"): say(
                "04-macro-joined",
                "You combined the mean precision and the mean recall. For macro-F1, take F1 of each "
                "department first, and then the mean.",
            ),
            Sealed("04-language/macro", "112694dcb2c407933135c2ff291cf1c0"): say(
                "04-macro-desk",
                "This is the score of the desk. The choice of the program is in the column `sorted_to`.",
            ),
            Sealed("04-language/macro", "7173e49ea0ccaa34d0a382c03b3c509c"): say(
                "04-macro-left-out",
                "The comments of one department are missing. All ten departments count, `other` as well.",
            ),
            Sealed("04-language/macro", "1bf5baa550d8f46c6f025c23032d6adc"): say(
                "04-macro-one-each",
                "You kept one comment of each template. Use all the rows with a held-out template.",
            ),
            Sealed("04-language/macro", "434485331dc2b9aa427bf59184ad3975"): say(
                "04-macro-best",
                "This is the F1 of the best department. The exercise asks for the mean of all ten.",
            ),
            Sealed("04-language/macro", "c947469cb030d3bf681b559b6281e733"): say(
                "04-macro-median",
                "This is the middle value (median) of the departments. The exercise asks for their mean.",
            ),
            Sealed("04-language/macro", "aae696a361817785b4c3368f4c3f082a"): say(
                "04-macro-english",
                "This is the figure for English. Use the comments in all four languages.",
            ),
            Sealed("04-language/macro", "b8eca8b5c4add01217aff517e9657e62"): say(
                "04-macro-second",
                "You counted a second department as right as well. Here only `department` counts as right.",
            ),
            Sealed("04-language/macro", "a505b91e7b0504f38e6b97d5d998704f"): ROW_SPLIT,
            Sealed("04-language/macro", "5e6ac7eb7da67f6133cdd4503fe269bf"): ROW_SPLIT,
        },
        otherwise=say(
            "04-macro-wrong",
            "Four things are needed: all rows with a held-out template, the column `department`, the "
            "column `sorted_to`, and the plain mean over the departments.",
        ),
    )


@exercise(
    "sort-comments",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "04-hint-sort-1",
            "Make `pieces` and `model` inside the function, as section 2 of the lesson does. "
            "`fit_transform` belongs to the known texts.",
        ),
        say(
            "04-hint-sort-2",
            "For the new texts use `transform` of the same `pieces`, then `predict` of the model. Section "
            "2 of the lesson does this for four short texts.",
        ),
        say(
            "04-hint-sort-3",
            'The four lines are `pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4))`, '
            "`model = RidgeClassifier()`, "
            "`model.fit(pieces.fit_transform(known_texts), ___)` and "
            "`return model.predict(pieces.transform(new_texts))`.",
        ),
    ],
)
def sort_comments(function):
    texts = [
        "return the book to the library",
        "the ferry left early",
        "library book lost",
        "ferry late again",
        "no ferry on Sunday",
        "the library has no books for children",
    ]
    departments = ["library", "harbour", "library", "harbour", "harbour", "library"]
    new = ["a lost library book", "the ferry is late", "no ferry today", "the ferry is late"]
    new.append("books in the library")
    expected = ["library", "harbour", "harbour", "harbour", "library"]
    _sorted(function, texts, departments, new, expected)


def _sorted(function, texts, departments, new, expected):
    """Whether the function's departments for `new` are the expected ones."""
    try:
        found = expect.call(function, texts, departments, new)
    except Exception as problem:
        said = _error(problem)
        expect.true("features" not in said or "expecting" not in said, REFIT)
        raise
    expect.length(
        found,
        len(new),
        say(
            "04-sort-length", "Return one department for each new text, in the order of the texts."
        ),
    )
    names = [str(name) for name in found]
    expect.true(
        set(names) <= set(departments),
        say(
            "04-sort-names",
            "At least one of your answers is not among the known departments. The function should learn "
            "from its own arguments, and return the names that it finds there.",
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
            "Easy texts about books and ferries go to the wrong department. Does each known text keep its "
            "department? Are the answers in the order of the new texts? Are the new texts turned into "
            "numbers with the words found before?",
        ),
    )


@exercise(
    "lost-and-found",
    points=2,
    because=say(
        "04-lost-and-found-why",
        "A row shows what is lost: Parks lost most comments, 30, to Roads and lights. A column "
        "shows what arrives: Public health received most of its wrong ones, 25, from Waste and "
        "cleaning.",
    ),
    hints=[
        say(
            "04-hint-lost-1",
            "“Belongs to Parks” is a row. “Arrives at Public health” is a column.",
        ),
        say(
            "04-hint-lost-2",
            "Leave out the comments that arrive where they belong, and look for the largest of the other "
            "numbers.",
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
    "never-writes",
    points=1,
    because=say(
        "04-never-writes-why",
        "Messages come only from people who wrote. To see which people are missing, compare them "
        "with a count of all residents. In the census, 35% of those who cannot read and write are"
        " women of the countryside.",
    ),
    hints=[
        say(
            "04-hint-never-1",
            "Work out for each of the four rows how many people cannot read and write: people times "
            "percentage. Then divide one of these numbers by their sum.",
        ),
        say(
            "04-hint-never-2",
            "Somebody who does not write is in no figure that counts messages alone. With what must such a "
            "figure be compared?",
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
            Sealed("04-language/never-writes", "45b23478df24ae450b20997a5a0aac49"),
            mistakes={
                Sealed("04-language/never-writes", "05896ca9261b316939dc5669b1684dff"): within,
                Sealed("04-language/never-writes", "ff18471741fa25ed3d7a5f1158b5c21d"): within,
                Sealed("04-language/never-writes", "50514823a6add3a71a784758214fe683"): say(
                    "04-never-per-cents",
                    "These percentages are of groups of different size, so they cannot be added. How many "
                    "people are meant by each?",
                ),
                Sealed("04-language/never-writes", "1a3b07ed996c9ec5966552d3a5fdd989"): say(
                    "04-never-all-women",
                    "This is the share of these women among all people. Count only people who cannot read "
                    "and write, in both numbers that you divide.",
                ),
                Sealed("04-language/never-writes", "69bcec9d4f253820d64837db62bfcad8"): say(
                    "04-never-everybody",
                    "You divided by all people. The question starts from those who cannot read and write.",
                ),
                Sealed("04-language/never-writes", "e42f3e415f50b16d7425f6c15bdf5a95"): say("04-never-towns", "The women of the towns are in your share as well."),
                Sealed("04-language/never-writes", "6247db9f706c74ad6124173d7a8f9105"): say(
                    "04-never-men", "The men of the countryside are in your share as well."
                ),
                Sealed("04-language/never-writes", "6c072c95cab3673dfc80bc109459963e"): say(
                    "04-never-women-only",
                    "You divided by the number of women only. Men who cannot read and write count as well.",
                ),
                Sealed("04-language/never-writes", "2b2816d257d47ebfb19ea0698e044809"): say(
                    "04-never-countryside-only",
                    "You divided by people of the countryside only. Those of the towns count as well.",
                ),
                Sealed("04-language/never-writes", "4a3eef55647e99c63543989c482fa91d"): say(
                    "04-never-rate",
                    "This is the share of all people who cannot read and write. How many of them are women "
                    "of the countryside?",
                ),
                Sealed("04-language/never-writes", "b4b9980c97386288df3a8a84fb5bee5f"): say(
                    "04-never-count",
                    "This is the number of these women, in millions. Divide it by all who cannot read and "
                    "write.",
                ),
            },
            otherwise=say(
                "04-never-wrong",
                "For each of the four groups, how many people cannot read and write? Divide the first number "
                "by the sum of the four.",
            ),
        )
    with part():
        expect.choice(
            shows_missing,
            right=Sealed("04-language/never-writes", "7bfd3b6e5d957a3c58a75cb5fe5a76b5"), options=["days-to-answer", "senders-residents", "sent-right", "this-year-last-year"],
            wrong={
                Sealed("04-language/never-writes", "fc072b3894c803720cd5c20fbe0ea4d3"): say(
                    "04-never-sent-right",
                    "This figure counts messages that came. What would it be if only ten of these women wrote in a whole year?",
                ),
                Sealed("04-language/never-writes", "dc4909b2fef7aa7bbee3944cf3fdbb03"): say(
                    "04-never-days",
                    "Only those who have written can wait for an answer. In which figure are those who have not?",
                ),
                Sealed("04-language/never-writes", "7e046d0faf33a24b83273fe6842d84c7"): say(
                    "04-never-last-year",
                    "If they wrote in neither year, nothing changes. What do you need to know in addition to "
                    "the messages?",
                ),
            },
        )


@exercise(
    "learn-from",
    points=1,
    because=say(
        "04-learn-from-why",
        "In 40 hours people can read 2,400 comments; all 20,000 would take 333 hours. Readers who "
        "do not see `routed_to` do not repeat its errors, which are more frequent in French.",
    ),
    hints=[
        say("04-hint-learn-1", "Who decided each label, and could they have been wrong?"),
    ],
)
def learn_from(key):
    expect.choice(
        key,
        right=Sealed("04-language/learn-from", "94ba8e940f1463b3a57932fce758c0ff"), options=["all-again", "past-routing", "second-reading", "without-french"],
        wrong={
            Sealed("04-language/learn-from", "061aebeea9a0a005cf6bbd561405104f"): say(
                "04-historical-label",
                "Who decided that label, and could they have been wrong? A program learns the errors of the "
                "desk as well.",
            ),
            Sealed("04-language/learn-from", "f3fb042d3bc67af738d7d66ac292ec7a"): say(
                "04-all-again",
                "How many hours do 20,000 comments take, at one minute for each? Compare them with "
                "what the desk can spare.",
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
    because=say(
        "04-search-rule-why",
        "No threshold separates comments on the subject from others: in the third search 29 "
        "others were above 0.80, in the second only others. A reader sees when none of the first "
        "ten fits.",
    ),
    hints=[
        say(
            "04-hint-search-1",
            "Apply your rule to all three rows: what would the person who reads the comments see?",
        ),
    ],
)
def search_rule(key):
    expect.choice(
        key,
        right=Sealed("04-language/search-rule", "736e563be7a0f638142a995210edc718"), options=["keep-cut", "raise-cut", "rank-and-read", "read-all"],
        wrong={
            Sealed("04-language/search-rule", "1b6f4aeff4fc7f8de03246cdb041739c"): say(
                "04-similarity-threshold",
                "True in these searches. What else is above the threshold in the second and third row?",
            ),
            Sealed("04-language/search-rule", "98f67a8596125bb8abf61a781d303995"): say(
                "04-cut-raised",
                "Look at what is above 0.85: how many of the comments on the subject would be left?",
            ),
            Sealed("04-language/search-rule", "de819c9b392347914395e0594e0105bf"): say(
                "04-read-all",
                "A city has 20,000 comments, not 80: at one minute for each, a single search takes "
                "more than 300 hours. What can the order of the scores save?",
            ),
        },
    )


@exercise(
    "slipped-through",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "04-hint-slipped-1",
            'The method `split` cuts a text into a list: `entries = personal_data.split(" | ")`. See '
            "section 6 of the lesson.",
        ),
        say(
            "04-hint-slipped-2",
            'The values come next: `values = [entry.split(": ", 1)[1] for entry in entries]`. '
            "`value in text` says whether a value occurs in the text.",
        ),
        say(
            "04-hint-slipped-3",
            "The last line is `return [value for value in values if value in ___]`.",
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
            "Return a list of values, even when it holds one value or none: not a text, a number, or "
            "true and false.",
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
            "Your list holds something that is not a text, such as true and false. Return the values "
            "themselves, as texts.",
        ),
    )
    return [str(value) for value in values]


def _compare(values, expected, before):
    expect.true(
        len(values) > 0,
        say(
            "04-slipped-none",
            "Your list is empty, although three values still occur in the text. Does your function look "
            "for the value alone, without its kind?",
        ),
    )
    entries = [entry.split(": ", 1) for entry in before.split(" | ")]
    removed = {value for _, value in entries} - set(expected)
    expect.true(
        not any(value == kind for value in values for kind, _ in entries),
        say(
            "04-slipped-kinds",
            "Your list holds kinds, such as `name`. Return the values that come after them.",
        ),
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
            "Your list holds a value that no longer occurs in the text. A value that was removed has not "
            "slipped through.",
        ),
    )
    expect.true(
        not any(value in removed for value in values),
        say(
            "04-slipped-part",
            "Your list holds “Ana Diaz”, but the text does not contain this name in full. Look for "
            "the complete value; its single words, or a missing placeholder such as [name], do not "
            "show that it is there.",
        ),
    )
    expect.true(
        all(any(value == whole for _, whole in entries) for value in values),
        say(
            "04-slipped-values",
            'Your list holds something that is not a complete value: only `" | "` separates two entries, a '
            "value can hold commas and spaces, and its letters stay as they are.",
        ),
    )
    expect.true(
        set(values) == set(expected),
        say(
            "04-slipped-missing",
            "A value that still occurs in the text is missing. Does your function find two entries of "
            "one kind, a number, a value at the very beginning, and one with spaces, commas and brackets?",
        ),
    )
    expect.true(
        len(values) == len(expected),
        say("04-slipped-twice", "A value is in your list twice. Give each entry once."),
    )


@exercise(
    "vendor-claim",
    points=2,
    because=say(
        "04-vendor-claim-why",
        "The 990 places start from what was removed, so what stayed in the text is not counted. "
        "And even without her name, the only midwife in Horta is known to her neighbours.",
    ),
    hints=[
        say(
            "04-hint-claim-1",
            "The 1,000 places are those where something was removed. Where else should somebody look?",
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
                    "The vendor does tell this: at ten places in 1,000. Where did the vendor "
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
            right=Sealed("04-language/vendor-claim", "0addd3aabe8b2439976477b3e0afe1bb"), options=["anonymous", "her-consent", "no-id-needed", "still-a-person"],
            wrong={
                Sealed("04-language/vendor-claim", "ef4a03adf3b504d4e997cf3cf8d85b3c"): say(
                    "04-removed-is-anonymous",
                    "Who could still be found from what remains in the sentence?",
                ),
                Sealed("04-language/vendor-claim", "aacd843ee25b15cb32e6a3dd8ec3d495"): say(
                    "04-district-out",
                    "Take the district out and read again: how many people does the rest fit?",
                ),
                Sealed("04-language/vendor-claim", "9d104e864e7c6cce8bfb93ac1018e0ae"): say(
                    "04-her-consent",
                    "A public body mostly acts on a task that a law gives it. She wrote to the desk: "
                    "can it do its task without reading her letter?",
                ),
            },
        )
