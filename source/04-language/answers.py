"""Other right answers to module 04, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

UNSEEN = 'unseen = trial[trial["held_out"] == "yes"]\n'
RIGHT = 'right = unseen["sorted_to"] == unseen["department"]\n'
CHANNELS = 'by = right.groupby(unseen["channel"], observed=True).mean()\n'

ANSWERS = {
    "called-portuguese": [
        right("found = 637 / (16 + 101 + 18 + 637)\ntrusted = 637 / (37 + 126 + 7 + 637)"),
        right(
            'table = pd.crosstab(guesses["language"], guesses["guess"])\n'
            'both = table.loc["pt", "pt"]\n'
            'found = both / table.loc["pt"].sum()\n'
            'trusted = both / table["pt"].sum()'
        ),
        right(
            'is_pt, called = guesses["language"] == "pt", guesses["guess"] == "pt"\n'
            "found = (is_pt & called).sum() / is_pt.sum()\n"
            "trusted = (is_pt & called).sum() / called.sum()"
        ),
        mistake(
            "04-found-trusted-swapped",
            'trusted = (guesses["guess"] == "pt")[guesses["language"] == "pt"].mean()\n'
            'found = (guesses["language"] == "pt")[guesses["guess"] == "pt"].mean()',
        ),
        mistake(
            "04-found-trusted-swapped",
            'found = (guesses["guess"] == "pt")[guesses["language"] == "pt"].mean()\n'
            "trusted = found",
            points=0.5,
        ),
        mistake(
            "04-all-languages",
            'found = (guesses["guess"] == guesses["language"]).mean()\n'
            'trusted = (guesses["language"] == "pt")[guesses["guess"] == "pt"].mean()',
            points=0.5,
        ),
        mistake(
            "04-of-all",
            'both = (guesses["guess"] == "pt") & (guesses["language"] == "pt")\n'
            "found = both.mean()\ntrusted = both.mean()",
        ),
        mistake(
            "04-other-language",
            'found = (guesses["guess"] == "es")[guesses["language"] == "es"].mean()\n'
            'trusted = (guesses["language"] == "es")[guesses["guess"] == "es"].mean()',
        ),
        mistake("form-percent", "found = 82.5\ntrusted = 78.9"),
        mistake(
            "form-range",
            'both = ((guesses["guess"] == "pt") & (guesses["language"] == "pt")).sum()\n'
            "found = both\ntrusted = both",
        ),
        mistake("form-missing", "found = 637 / 772\ntrusted = ...", points=0.5),
    ],
    "certainty": [
        right('certainty_says = " Best-of-four"'),
        mistake("04-certainty-is-truth", 'certainty_says = "spanish"'),
        mistake("04-certainty-words", 'certainty_says = "words"'),
        mistake("04-closed-set-sure", 'certainty_says = "not-sure"'),
        mistake("form-option", "certainty_says = 0.84"),
    ],
    "seen-before": [
        right(
            "def seen_before(training, test):\n"
            '    known = set(training["template"])\n'
            '    seen = [template in known for template in test["template"]]\n'
            "    return sum(seen) / len(seen)"
        ),
        right(
            "def seen_before(training, test):\n"
            '    seen = test[test["template"].isin(training["template"].unique())]\n'
            "    return len(seen) / len(test)"
        ),
        mistake(
            "04-seen-templates",
            "def seen_before(training, test):\n"
            '    shared = set(training["template"]) & set(test["template"])\n'
            '    return len(shared) / test["template"].nunique()',
        ),
        mistake(
            "04-seen-templates",
            "def seen_before(training, test):\n"
            '    return len(set(training["template"]) & set(test["template"]))',
        ),
        mistake(
            "04-seen-turned",
            "def seen_before(training, test):\n"
            '    return training["template"].isin(test["template"]).mean()',
        ),
        mistake(
            "04-seen-count",
            "def seen_before(training, test):\n"
            '    return test["template"].isin(training["template"]).sum()',
        ),
        mistake(
            "04-seen-whole",
            "def seen_before(training, test):\n"
            '    return test["template"].isin(training["template"]).sum() / len(training)',
        ),
        mistake(
            "form-complement",
            "def seen_before(training, test):\n"
            '    return (~test["template"].isin(training["template"])).mean()',
        ),
        mistake(
            "04-seen-wrong",
            "def seen_before(training, test):\n"
            '    return len(test.merge(training, on="template")) / len(test)',
        ),
        mistake(
            "form-percent",
            "def seen_before(training, test):\n"
            '    return 100 * test["template"].isin(training["template"]).mean()',
        ),
        mistake(
            "form-return",
            "def seen_before(training, test):\n"
            '    print(test["template"].isin(training["template"]).mean())',
        ),
        mistake(
            "04-seen-hidden",
            "def seen_before(training, test):\n"
            '    return test["template"].isin(["a", "b", "c", "d"]).mean()',
        ),
    ],
    "macro": [
        right(
            "unseen = trial.query(\"held_out == 'yes'\")\n"
            "scores = f1_score(unseen['department'], unseen['sorted_to'], average=None)\n"
            "macro = scores.mean()"
        ),
        right(
            UNSEEN + "from sklearn.metrics import classification_report\n"
            "report = classification_report(\n"
            '    unseen["department"], unseen["sorted_to"], output_dict=True)\n'
            'macro = report["macro avg"]["f1-score"]'
        ),
        mistake(
            "04-weighted-for-macro",
            UNSEEN
            + 'macro = f1_score(unseen["department"], unseen["sorted_to"], average="weighted")',
        ),
        mistake(
            "04-weighted-for-macro",
            UNSEEN + 'macro = (unseen["department"] == unseen["sorted_to"]).mean()',
        ),
        mistake(
            "04-known-templates",
            'seen = trial[trial["held_out"] == "no"]\n'
            'macro = f1_score(seen["department"], seen["sorted_to"], average="macro")',
        ),
        mistake(
            "04-row-split",
            'macro = f1_score(trial["department"], trial["sorted_to"], average="macro")',
        ),
        mistake(
            "04-row-split",
            'macro = f1_score(trial["department"], trial["sorted_to"], average="weighted")',
        ),
        mistake(
            "04-recall-for-f1",
            UNSEEN + "from sklearn.metrics import recall_score\n"
            'macro = recall_score(unseen["department"], unseen["sorted_to"], average="macro")',
        ),
        mistake(
            "form-series",
            UNSEEN + 'macro = f1_score(unseen["department"], unseen["sorted_to"], average=None)',
        ),
        mistake("form-percent", "macro = 69.65"),
    ],
    "sort-comments": [
        right(
            "from sklearn.pipeline import make_pipeline\n"
            "from sklearn.svm import LinearSVC\n"
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            '    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4))\n'
            "    model = make_pipeline(pieces, LinearSVC(random_state=0))\n"
            "    return model.fit(known_texts, known_departments).predict(new_texts)"
        ),
        right(
            "from sklearn.linear_model import LogisticRegression\n"
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    table = words.fit_transform(known_texts)\n"
            "    model = LogisticRegression(C=10).fit(table, known_departments)\n"
            "    return pd.Series(model.predict(words.transform(new_texts)))"
        ),
        mistake(
            "04-refit",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), known_departments)\n"
            "    return model.predict(words.fit_transform(new_texts))",
        ),
        mistake(
            "04-sort-length",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), known_departments)\n"
            "    return model.predict(words.transform(known_texts))",
        ),
        mistake(
            "04-sort-one-answer",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    return [known_departments[0]] * len(new_texts)",
        ),
        mistake(
            "04-sort-names",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    codes, names = pd.factorize(pd.Series(known_departments))\n"
            "    model.fit(words.fit_transform(known_texts), codes)\n"
            "    return model.predict(words.transform(new_texts))",
        ),
        mistake(
            "04-sort-wrong",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), list(known_departments)[::-1])\n"
            "    return model.predict(words.transform(new_texts))",
        ),
        mistake(
            "form-return",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), known_departments)\n"
            "    model.predict(words.transform(new_texts))",
        ),
        mistake(
            "form-error",
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(known_texts, known_departments)\n"
            "    return model.predict(new_texts)",
        ),
        mistake(
            "04-sort-hidden",
            "model = RidgeClassifier()\n"
            "cuts = TfidfVectorizer()\n"
            "texts = ['water leak pipe', 'no water from the tap', 'bus late', 'the bus driver']\n"
            "model.fit(cuts.fit_transform(texts), ['water', 'water', 'transport', 'transport'])\n"
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    return model.predict(cuts.transform(new_texts))",
        ),
    ],
    "lost-and-found": [
        right('parks_lost_to = "Roads"\nhealth_gets_from = "waste "'),
        mistake(
            "04-confusion-direction",
            'parks_lost_to = "waste"\nhealth_gets_from = "housing"',
        ),
        mistake(
            "04-confusion-direction",
            'parks_lost_to = "roads"\nhealth_gets_from = "housing"',
            points=1,
        ),
        mistake(
            "04-confusion-diagonal", 'parks_lost_to = "parks"\nhealth_gets_from = "waste"', points=1
        ),
        mistake(
            "04-confusion-smaller",
            'parks_lost_to = "housing"\nhealth_gets_from = "waste"',
            points=1,
        ),
        mistake("form-option", 'parks_lost_to = "Roads and lights"\nhealth_gets_from = 25'),
        mistake("form-missing", 'parks_lost_to = "roads"\nhealth_gets_from = ...', points=1),
    ],
    "channel-gap": [
        right(
            UNSEEN
            + 'web = unseen[unseen["channel"] == "web form"]\n'
            + 'message = unseen[unseen["channel"] == "messaging"]\n'
            + 'channel_gap = (web["sorted_to"] == web["department"]).mean() - '
            + '(message["sorted_to"] == message["department"]).mean()'
        ),
        right(
            "from fairlearn.metrics import MetricFrame\n"
            "from sklearn.metrics import accuracy_score\n"
            + UNSEEN
            + "by = MetricFrame(\n"
            + '    metrics=accuracy_score, y_true=unseen["department"],\n'
            + '    y_pred=unseen["sorted_to"],\n'
            + '    sensitive_features=unseen["channel"].astype(str)).by_group\n'
            + 'channel_gap = by["web form"] - by["messaging"]'
        ),
        mistake(
            "04-gap-sign",
            UNSEEN + RIGHT + CHANNELS + 'channel_gap = by["messaging"] - by["web form"]',
        ),
        mistake(
            "04-gap-ratio",
            UNSEEN + RIGHT + CHANNELS + 'channel_gap = by["web form"] / by["messaging"]',
        ),
        mistake(
            "04-known-templates",
            'unseen = trial[trial["held_out"] == "no"]\n'
            + RIGHT
            + CHANNELS
            + 'channel_gap = by["web form"] - by["messaging"]',
        ),
        mistake(
            "04-row-split",
            "unseen = trial\n"
            + RIGHT
            + CHANNELS
            + 'channel_gap = by["web form"] - by["messaging"]',
        ),
        mistake(
            "04-other-channel",
            UNSEEN + RIGHT + CHANNELS + "channel_gap = by.max() - by.min()",
        ),
        mistake(
            "04-average-hides",
            UNSEEN + RIGHT + CHANNELS + 'channel_gap = by["web form"] - right.mean()',
        ),
        mistake("form-series", UNSEEN + RIGHT + CHANNELS + "channel_gap = by"),
        mistake("form-percent", "channel_gap = 9.96"),
    ],
    "learn-from": [
        right('learn_from = "SECOND-READING"'),
        mistake("04-historical-label", 'learn_from = "past-routing"'),
        mistake("04-fast-is-right", 'learn_from = "fast-cases"'),
        mistake("04-leave-out", 'learn_from = "without-french"'),
    ],
    "search-rule": [
        right('search_rule = "Rank-and-read"'),
        mistake("04-similarity-threshold", 'search_rule = "keep-cut"'),
        mistake("04-cut-raised", 'search_rule = "raise-cut"'),
        mistake("04-scores-mean-order", 'search_rule = "drop-search"'),
    ],
    "slipped-through": [
        right(
            "def slipped_through(text, personal_data):\n"
            "    left = []\n"
            '    for entry in personal_data.split(" | "):\n'
            '        kind, _, value = entry.partition(": ")\n'
            "        if value in text:\n"
            "            left.append(value)\n"
            "    return left"
        ),
        right(
            "import re\n"
            "def slipped_through(text, personal_data):\n"
            '    entries = re.split(r" \\| ", personal_data)\n'
            '    values = {re.sub(r"^\\w+: ", "", entry) for entry in entries}\n'
            "    return {value for value in values if value in text}"
        ),
        mistake(
            "04-slipped-kinds",
            "def slipped_through(text, personal_data):\n"
            '    entries = [entry.split(": ", 1) for entry in personal_data.split(" | ")]\n'
            "    return [kind for kind, value in entries if value in text]",
        ),
        mistake(
            "04-slipped-entries",
            "def slipped_through(text, personal_data):\n"
            '    entries = personal_data.split(" | ")\n'
            '    return [entry for entry in entries if entry.split(": ")[1] in text]',
        ),
        mistake(
            "04-slipped-values",
            "def slipped_through(text, personal_data):\n"
            '    return [entry for entry in personal_data.split(" | ") if entry in text]',
        ),
        mistake(
            "04-slipped-removed",
            "def slipped_through(text, personal_data):\n"
            '    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]\n'
            "    return [value for value in values if value not in text]",
        ),
        mistake(
            "04-slipped-removed",
            "def slipped_through(text, personal_data):\n"
            '    return [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]',
        ),
        mistake(
            "04-slipped-values",
            "def slipped_through(text, personal_data):\n"
            '    words = personal_data.replace("|", ",").split(", ")\n'
            '    values = [word.split(": ")[-1].strip() for word in words]\n'
            "    return [value for value in values if value in text]",
        ),
        mistake(
            "04-slipped-list",
            "def slipped_through(text, personal_data):\n"
            '    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]\n'
            "    return any(value in text for value in values)",
        ),
        mistake(
            "04-slipped-list",
            "def slipped_through(text, personal_data):\n"
            '    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]\n'
            "    return sum(value in text for value in values)",
        ),
        mistake(
            "form-return",
            "def slipped_through(text, personal_data):\n"
            '    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]\n'
            "    print([value for value in values if value in text])",
        ),
        mistake(
            "04-slipped-hidden",
            "def slipped_through(text, personal_data):\n"
            '    values = [entry.split(": ")[1] for entry in personal_data.split(" | ")]\n'
            "    return [value for value in values if value in text]",
        ),
    ],
    "vendor-claim": [
        right('not_told = "Still-there"\nafter_removal = "still-a-person "'),
        mistake(
            "04-recall-precision-pii",
            'not_told = "which-kind"\nafter_removal = "still-a-person"',
            points=1,
        ),
        mistake(
            "04-too-much-told", 'not_told = "too-much"\nafter_removal = "still-a-person"', points=1
        ),
        mistake("04-sample-is-enough", 'not_told = "sample-size"\nafter_removal = "anonymous"'),
        mistake(
            "04-removed-is-anonymous",
            'not_told = "still-there"\nafter_removal = "anonymous"',
            points=1,
        ),
        mistake(
            "04-district-out",
            'not_told = "still-there"\nafter_removal = "no-id-needed"',
            points=1,
        ),
        mistake(
            "04-her-choice", 'not_told = "still-there"\nafter_removal = "her-choice"', points=1
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-unknown": [
        right('what_helps = "wider-list"'),
        mistake("04-certainty-passes", 'what_helps = "higher-certainty"'),
        mistake("04-longer-texts", 'what_helps = "longer-texts"'),
        mistake("04-closed-set", 'what_helps = "four-is-enough"'),
    ],
    "quick-split": [
        right('ask_first = "same-sentences"'),
        mistake("04-more-rows", 'ask_first = "more-rows"'),
        mistake("04-which-measure", 'ask_first = "which-measure"'),
        mistake("04-random-is-honest", 'ask_first = "nothing"'),
    ],
    "quick-row": [
        right('waste_lost_to = "housing"'),
        mistake("04-confusion-direction", 'waste_lost_to = "roads"'),
        mistake("04-confusion-smaller", 'waste_lost_to = "health"'),
        mistake("04-confusion-diagonal", 'waste_lost_to = "waste"'),
    ],
    "quick-addresses": [
        right("slipped_addresses = (28 + 187 + 168 + 65) / (163 + 187 + 168 + 65)"),
        right("slipped_addresses = 0.768"),
        mistake("04-mean-of-shares", "slipped_addresses = (28 / 163 + 1 + 1 + 1) / 4"),
        mistake("04-found-not-slipped", "slipped_addresses = (163 - 28) / 583"),
        mistake("04-names-not-addresses", "slipped_addresses = (140 + 298 + 230 + 96) / 861"),
        mistake("04-other-language", "slipped_addresses = 28 / 163"),
        mistake("form-percent", "slipped_addresses = 76.8"),
        mistake("form-comma", "slipped_addresses = 0,768"),
    ],
}
