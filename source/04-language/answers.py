"""Other right answers to module 04, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

UNSEEN = 'unseen = trial[trial["held_out"] == "yes"]\n'
SEEN_BEFORE = "def seen_before(training, test):\n"
SORT = "def sort_comments(known_texts, known_departments, new_texts):\n"
LEARNED = SORT + (
    "    words = TfidfVectorizer()\n"
    "    model = RidgeClassifier()\n"
    "    model.fit(words.fit_transform(known_texts), known_departments)\n"
    "    said = model.predict(words.transform(new_texts))\n"
)
SLIPPED = "def slipped_through(text, personal_data):\n"
VALUES = SLIPPED + (
    '    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]\n'
)

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
        # Overlap of the two groups (both / either) for both shares.
        mistake(
            "04-called-either",
            'a, b = guesses["language"] == "pt", guesses["guess"] == "pt"\n'
            "found = (a & b).sum() / (a | b).sum()\n"
            "trusted = found",
        ),
        # Among comments that are not Portuguese: how many are called so, and its like.
        mistake(
            "04-called-others",
            'a, b = guesses["language"] == "pt", guesses["guess"] == "pt"\n'
            "found = b[~a].mean()\n"
            "trusted = a[~b].mean()",
        ),
        # Mean of the four languages' own shares (mean of means).
        mistake(
            "04-called-means",
            'hit = guesses["guess"] == guesses["language"]\n'
            'found = hit.groupby(guesses["language"]).mean().mean()\n'
            'trusted = hit.groupby(guesses["guess"]).mean().mean()',
        ),
        # Right about Portuguese or not (accuracy of the yes-no question).
        mistake(
            "04-called-accuracy",
            'a, b = guesses["language"] == "pt", guesses["guess"] == "pt"\n'
            "found = (a == b).mean()\n"
            "trusted = found",
        ),
        # Spanish and Portuguese taken as one.
        mistake(
            "04-called-spanish",
            'i = ["es", "pt"]\n'
            'found = guesses["guess"].isin(i)[guesses["language"] == "pt"].mean()\n'
            'trusted = guesses["language"].isin(i)[guesses["guess"] == "pt"].mean()',
        ),
        # Share of Portuguese in truth and among the answers.
        mistake(
            "04-of-all",
            'found = (guesses["language"] == "pt").mean()\n'
            'trusted = (guesses["guess"] == "pt").mean()',
        ),
        # F1, the balance of both, for both.
        mistake(
            "04-called-f1",
            'f = f1_score(guesses["language"] == "pt", guesses["guess"] == "pt")\n'
            "found, trusted = f, f",
        ),
        # The share missed, and the share called so wrongly.
        mistake(
            "form-complement",
            'found = (guesses["guess"] != "pt")[guesses["language"] == "pt"].mean()\n'
            'trusted = (guesses["language"] != "pt")[guesses["guess"] == "pt"].mean()',
        ),
        # Counts, not shares: divided by 100.
        mistake(
            "form-range",
            'both = ((guesses["guess"] == "pt") & (guesses["language"] == "pt")).sum()\n'
            "found = both / 100\n"
            "trusted = both / 100",
        ),
        # The lines of the lesson.
        right(
            'portuguese = guesses[guesses["language"] == "pt"]\n'
            'found = (portuguese["guess"] == "pt").mean()\n'
            'called = guesses[guesses["guess"] == "pt"]\n'
            'trusted = (called["language"] == "pt").mean()'
        ),
        # Crosstab with normalize.
        right(
            'found = pd.crosstab(guesses["language"], guesses["guess"], normalize="index").loc["pt", "pt"]\n'
            'trusted = pd.crosstab(guesses["language"], guesses["guess"], normalize="columns").loc["pt", "pt"]'
        ),
        # Scikit-learn recall and precision.
        right(
            "from sklearn.metrics import precision_score, recall_score\n"
            'found = recall_score(guesses["language"], guesses["guess"], labels=["pt"], average=None)[0]\n'
            'trusted = precision_score(guesses["language"], guesses["guess"], labels=["pt"], average="macro")'
        ),
        # Plain Python with a Counter and fractions.
        right(
            "from collections import Counter\n"
            "from fractions import Fraction\n"
            'n = Counter(zip(guesses["language"], guesses["guess"]))\n'
            'found = Fraction(n["pt", "pt"], sum(v for (a, b), v in n.items() if a == "pt"))\n'
            'trusted = Fraction(n["pt", "pt"], sum(v for (a, b), v in n.items() if b == "pt"))'
        ),
        # SQL.
        right(
            "import sqlite3\n"
            'base = sqlite3.connect(":memory:")\n'
            'guesses.to_sql("g", base, index=False)\n'
            "found = pd.read_sql(\"select avg(guess = 'pt') as s from g where language = 'pt'\", base)[\"s\"][0]\n"
            "trusted = pd.read_sql(\"select avg(language = 'pt') as s from g where guess = 'pt'\", base)[\"s\"][0]"
        ),
        # Rounded to three decimals.
        right("found = 0.825\ntrusted = 0.789"),
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
            '    known = ["en-1", "fr-1", "pt-5", "en-3", "es-21", "fr-2", "pt-7"]\n'
            '    return test["template"].isin(known).mean()',
        ),
        mistake(
            "04-seen-compared",
            SEEN_BEFORE + '    return (test["template"] == training["template"]).mean()',
        ),
        # Row by row: the same place in both tables.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + '    a, b = list(training["template"]), list(test["template"])\n'
            "    return sum(x == y for x, y in zip(a, b)) / len(b)",
        ),
        # The first letter is enough (language of the template).
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE
            + '    return test["template"].str[0].isin(training["template"].str[0]).mean()',
        ),
        # Part of a name is enough (str.contains).
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE
            + '    return test["template"].map(lambda x: training["template"].str.contains(x, regex=False).any()).mean()',
        ),
        # Both tables together below the line.
        mistake(
            "04-seen-together",
            SEEN_BEFORE
            + '    return test["template"].isin(training["template"]).sum() / (len(training) + len(test))',
        ),
        # Only templates that stand in the training twice or more.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + '    n = training["template"].value_counts()\n'
            '    return test["template"].isin(n[n > 1].index).mean()',
        ),
        # Bisection, which takes the training to be sorted.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + "    import bisect\n"
            '    known = list(training["template"])\n'
            "    def there(x):\n"
            "        i = bisect.bisect_left(known, x)\n"
            "        return i < len(known) and known[i] == x\n"
            '    return sum(map(there, test["template"])) / len(test)',
        ),
        # Compares row numbers (the index).
        mistake("04-seen-wrong", SEEN_BEFORE + "    return test.index.isin(training.index).mean()"),
        # Rows of the test that come again within the test.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + '    return test["template"].duplicated(keep=False).mean()',
        ),
        # Only the head of the training, as long as the test.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE
            + '    return test["template"].isin(training["template"].head(len(test))).mean()',
        ),
        # Mean over templates of how often each was seen (mean of means).
        mistake(
            "04-seen-templates",
            SEEN_BEFORE
            + '    return test.groupby("template")["template"].first().isin(training["template"]).mean()',
        ),
        # Shared templates over all templates of both tables.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + '    a, b = set(training["template"]), set(test["template"])\n'
            "    return len(a & b) / len(a | b)",
        ),
        # At least one row was seen: 1, else 0.
        mistake(
            "04-seen-wrong",
            SEEN_BEFORE + '    return float(test["template"].isin(training["template"]).any())',
        ),
        # Merge with the training without repeats.
        right(
            SEEN_BEFORE + '    known = training[["template"]].drop_duplicates()\n'
            '    return len(test[["template"]].merge(known, on="template")) / len(test)'
        ),
        # Numpy.
        right(
            SEEN_BEFORE + "    import numpy as np\n"
            '    return np.isin(test["template"].astype(str).to_numpy(), training["template"].astype(str).to_numpy()).mean()'
        ),
        # Left merge with indicator.
        right(
            SEEN_BEFORE
            + '    both = test[["template"]].merge(training[["template"]].drop_duplicates(), how="left", indicator=True)\n'
            '    return (both["_merge"] == "both").mean()'
        ),
        # Counts looked up.
        right(
            SEEN_BEFORE
            + '    return test["template"].map(training["template"].value_counts()).notna().mean()'
        ),
        # Query.
        right(
            SEEN_BEFORE + '    known = list(training["template"])\n'
            '    return len(test.query("template in @known")) / len(test)'
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
        # Mean of the macro-F1 of the four languages (mean of means).
        mistake(
            "04-macro-by-language",
            UNSEEN
            + 'macro = sum(f1_score(p["department"], p["sorted_to"], average="macro") for _, p in unseen.groupby("language", observed=True)) / 4',
        ),
        # From mean precision and mean recall.
        mistake(
            "04-macro-joined",
            UNSEEN + "from sklearn.metrics import precision_score, recall_score\n"
            'p = precision_score(unseen["department"], unseen["sorted_to"], average="macro")\n'
            'r = recall_score(unseen["department"], unseen["sorted_to"], average="macro")\n'
            "macro = 2 * p * r / (p + r)",
        ),
        # The desk instead of the program.
        mistake(
            "04-macro-desk",
            UNSEEN
            + 'macro = f1_score(unseen["department"], unseen["routed_to"].astype(str), average="macro")',
        ),
        # Without the department "other".
        mistake(
            "04-macro-left-out",
            UNSEEN + 'unseen = unseen[unseen["department"] != "other"]\n'
            'macro = f1_score(unseen["department"], unseen["sorted_to"], average="macro")',
        ),
        # One row of each template.
        mistake(
            "04-macro-one-each",
            UNSEEN + 'unseen = unseen.drop_duplicates("template")\n'
            'macro = f1_score(unseen["department"], unseen["sorted_to"], average="macro")',
        ),
        # The best department instead of the mean.
        mistake(
            "04-macro-best",
            UNSEEN
            + 'macro = f1_score(unseen["department"], unseen["sorted_to"], average=None).max()',
        ),
        # The middle department (median).
        mistake(
            "04-macro-median",
            UNSEEN + "import statistics\n"
            'macro = statistics.median(f1_score(unseen["department"], unseen["sorted_to"], average=None))',
        ),
        # English only.
        mistake(
            "04-macro-english",
            UNSEEN + 'unseen = unseen[unseen["language"] == "en"]\n'
            'macro = f1_score(unseen["department"], unseen["sorted_to"], average="macro")',
        ),
        # A second department in charge counts as right.
        mistake(
            "04-macro-second",
            UNSEEN + 'ok = unseen["second_department"].astype(str) == unseen["sorted_to"]\n'
            'truth = unseen["department"].where(~ok, unseen["sorted_to"])\n'
            'macro = f1_score(truth, unseen["sorted_to"], average="macro")',
        ),
        # Mean of held-out and of known templates.
        mistake(
            "04-row-split",
            'parts = [f1_score(p["department"], p["sorted_to"], average="macro") for _, p in trial.groupby("held_out", observed=True)]\n'
            "macro = sum(parts) / 2",
        ),
        # By hand from the table of both.
        right(
            UNSEEN + 't2 = pd.crosstab(unseen["department"], unseen["sorted_to"])\n'
            "macro = sum(2 * t2.loc[d, d] / (t2.loc[d].sum() + t2[d].sum()) for d in t2.index) / len(t2)"
        ),
        # Precision_recall_fscore_support.
        right(
            UNSEEN + "from sklearn.metrics import precision_recall_fscore_support\n"
            'macro = precision_recall_fscore_support(unseen["department"], unseen["sorted_to"], average="macro")[2]'
        ),
        # Both columns changed about (F1 is symmetrical).
        right(
            UNSEEN + 'macro = f1_score(unseen["sorted_to"], unseen["department"], average="macro")'
        ),
        # Rows without the 2,000, lists.
        right(
            'rows = [r for r in trial.itertuples() if r.held_out == "yes"]\n'
            'macro = f1_score([r.department for r in rows], [r.sorted_to for r in rows], average="macro")'
        ),
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
            "texts = ['library book lost', 'books in the library', 'ferry late', 'no ferry today']\n"
            "model.fit(cuts.fit_transform(texts), ['library', 'library', 'harbour', 'harbour'])\n"
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    return model.predict(cuts.transform(new_texts))",
        ),
        # A rule by hand for the visible example.
        mistake(
            "04-sort-names",
            SORT + '    return ["transport" if "bus" in text else "water" for text in new_texts]',
        ),
        # New texts sorted first, so the order is lost.
        mistake(
            "04-sort-wrong",
            SORT + "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), known_departments)\n"
            "    said = model.predict(words.transform(sorted(new_texts)))\n"
            "    return said",
        ),
        # Departments sorted before learning, so pairs are lost.
        mistake(
            "04-sort-wrong",
            SORT + "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), sorted(known_departments))\n"
            "    said = model.predict(words.transform(new_texts))\n"
            "    return said",
        ),
        # The vendor's program, learning nothing.
        mistake("04-sort-names", SORT + "    return program.predict(words.transform(new_texts))"),
        # A model learned at the first call and kept.
        mistake(
            "04-sort-hidden",
            "kept = []\n"
            "def sort_comments(known_texts, known_departments, new_texts):\n"
            "    if not kept:\n"
            "        pieces = TfidfVectorizer()\n"
            "        kept.extend([pieces, RidgeClassifier().fit(pieces.fit_transform(known_texts), known_departments)])\n"
            "    return kept[1].predict(kept[0].transform(new_texts))",
        ),
        # Known text of like length.
        mistake(
            "04-sort-wrong",
            SORT + "    pairs = list(zip(known_texts, known_departments))\n"
            "    return [min(pairs, key=lambda p: abs(len(p[0]) - len(text)))[1] for text in new_texts]",
        ),
        # Each answer once only.
        mistake("04-sort-length", LEARNED + "    return list(dict.fromkeys(said))"),
        # Exact known texts only, else the commonest.
        mistake(
            "04-sort-one-answer",
            SORT + "    memory = dict(zip(known_texts, known_departments))\n"
            "    usual = pd.Series(list(known_departments)).mode()[0]\n"
            "    return [memory.get(text, usual) for text in new_texts]",
        ),
        # Departments in the order of the known rows.
        mistake(
            "04-sort-wrong", SORT + "    return list(known_departments)[: len(list(new_texts))]"
        ),
        # Numbers in place of names (decision function).
        mistake(
            "04-sort-names",
            LEARNED + "    return model.decision_function(words.transform(new_texts))",
        ),
        # Learns from the first half only.
        mistake(
            "04-sort-hidden",
            SORT + "    half = len(known_texts) // 2\n"
            "    known_texts, known_departments = list(known_texts)[:half], list(known_departments)[:half]\n"
            "    words = TfidfVectorizer()\n"
            "    model = RidgeClassifier()\n"
            "    model.fit(words.fit_transform(known_texts), known_departments)\n"
            "    said = model.predict(words.transform(new_texts))\n"
            "    return said",
        ),
        # Counts and naive Bayes.
        right(
            SORT + "    from sklearn.feature_extraction.text import CountVectorizer\n"
            "    from sklearn.naive_bayes import MultinomialNB\n"
            "    words = CountVectorizer()\n"
            "    model = MultinomialNB().fit(words.fit_transform(list(known_texts)), list(known_departments))\n"
            "    return tuple(model.predict(words.transform(list(new_texts))))"
        ),
        # A pipeline with SGD, answers as a column with the row numbers of the new texts.
        right(
            SORT + "    from sklearn.pipeline import make_pipeline\n"
            "    from sklearn.linear_model import SGDClassifier\n"
            "    line = make_pipeline(TfidfVectorizer(analyzer='char_wb', ngram_range=(2, 4)), SGDClassifier(random_state=0))\n"
            "    line.fit(known_texts, known_departments)\n"
            "    new_texts = pd.Series(new_texts)\n"
            "    return pd.Series(line.predict(new_texts), index=new_texts.index)"
        ),
        # Least squares in numpy.
        right(
            SORT + "    import numpy as np\n"
            "    words = TfidfVectorizer()\n"
            "    X = words.fit_transform(known_texts).toarray()\n"
            "    names = sorted(set(known_departments))\n"
            "    Y = np.array([[d == n for n in names] for d in known_departments], float)\n"
            "    W = np.linalg.solve(X.T @ X + np.eye(X.shape[1]), X.T @ (2 * Y - 1))\n"
            "    return [names[i] for i in (words.transform(new_texts).toarray() @ W).argmax(axis=1)]"
        ),
        # The lines of the lesson.
        right(
            SORT + '    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4))\n'
            "    model = RidgeClassifier()\n"
            "    model.fit(pieces.fit_transform(known_texts), known_departments)\n"
            "    return model.predict(pieces.transform(new_texts))"
        ),
        # Nearest known text by TF-IDF.
        right(
            SORT + "    words = TfidfVectorizer()\n"
            "    known = words.fit_transform(known_texts)\n"
            "    close = (words.transform(new_texts) @ known.T).toarray()\n"
            "    return pd.Series(list(known_departments)).iloc[close.argmax(axis=1)].to_numpy(dtype=object)"
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
    "never-writes": [
        right(
            "women, men = 5.44 * 48.4, 5.57 * 27.9\n"
            "towns = 9.88 * 23.6 + 9.43 * 10.8\n"
            "rural_women = women / (women + men + towns)\n"
            'shows_missing = "Senders-residents "'
        ),
        mistake(
            "04-never-turned",
            'rural_women = 0.484\nshows_missing = "senders-residents"',
            points=0.5,
        ),
        mistake(
            "04-never-sent-right", 'rural_women = 0.349\nshows_missing = "sent-right"', points=0.5
        ),
        mistake(
            "04-never-days", 'rural_women = 0.349\nshows_missing = "days-to-answer"', points=0.5
        ),
        mistake(
            "04-never-last-year",
            'rural_women = 0.349\nshows_missing = "this-year-last-year"',
            points=0.5,
        ),
        mistake(
            "form-text", 'rural_women = "0.349"\nshows_missing = "senders-residents"', points=0.5
        ),
        mistake(
            "form-percent", 'rural_women = 34.9\nshows_missing = "senders-residents"', points=0.5
        ),
        # Share within the group: 48.4% of these women.
        mistake(
            "04-never-turned",
            'rural_women = 0.484\nshows_missing = "senders-residents"',
            points=0.5,
        ),
        # Per cents added up as if groups were alike in size.
        mistake(
            "04-never-per-cents",
            'rural_women = 48.4 / (48.4 + 27.9 + 23.6 + 10.8)\nshows_missing = "senders-residents"',
            points=0.5,
        ),
        # Share of these women among all people.
        mistake(
            "04-never-all-women",
            'rural_women = 5.44 / (5.44 + 5.57 + 9.88 + 9.43)\nshows_missing = "senders-residents"',
            points=0.5,
        ),
        # Out of everybody, not of those who cannot read.
        mistake(
            "04-never-everybody",
            "rural_women = 5.44 * 0.484 / (5.44 + 5.57 + 9.88 + 9.43)\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # All women.
        mistake(
            "04-never-towns",
            "rural_women = (5.44 * 48.4 + 9.88 * 23.6) / (5.44 * 48.4 + 5.57 * 27.9 + 9.88 * 23.6 + 9.43 * 10.8)\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # The whole countryside.
        mistake(
            "04-never-men",
            "rural_women = (5.44 * 48.4 + 5.57 * 27.9) / (5.44 * 48.4 + 5.57 * 27.9 + 9.88 * 23.6 + 9.43 * 10.8)\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # Among the women only.
        mistake(
            "04-never-women-only",
            "rural_women = 5.44 * 48.4 / (5.44 * 48.4 + 9.88 * 23.6)\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # Among the countryside only.
        mistake(
            "04-never-countryside-only",
            "rural_women = 5.44 * 48.4 / (5.44 * 48.4 + 5.57 * 27.9)\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # In millions, not a share.
        mistake(
            "04-never-count",
            'rural_women = 5.44 * 0.484\nshows_missing = "senders-residents"',
            points=0.5,
        ),
        # All who cannot read, out of everybody.
        mistake(
            "04-never-rate",
            "rural_women = (5.44 * 48.4 + 5.57 * 27.9 + 9.88 * 23.6 + 9.43 * 10.8) / (5.44 + 5.57 + 9.88 + 9.43) / 100\n"
            'shows_missing = "senders-residents"',
            points=0.5,
        ),
        # A table.
        right(
            'counts = pd.DataFrame({"n": [5.44, 5.57, 9.88, 9.43], "p": [48.4, 27.9, 23.6, 10.8]})\n'
            'unable = counts["n"] * counts["p"] / 100\n'
            "rural_women = unable[0] / unable.sum()\n"
            'shows_missing = "Senders residents"'
        ),
        # From the unrounded census.
        right('rural_women = 2630960 / 7532481\nshows_missing = "senders_residents"'),
        # Three decimals.
        right('rural_women = 0.349\nshows_missing = "senders-residents"'),
    ],
    "learn-from": [
        right('learn_from = "SECOND-READING"'),
        mistake("04-historical-label", 'learn_from = "past-routing"'),
        mistake("04-all-again", 'learn_from = "all-again"'),
        mistake("04-leave-out", 'learn_from = "without-french"'),
    ],
    "search-rule": [
        right('search_rule = "Rank-and-read"'),
        mistake("04-similarity-threshold", 'search_rule = "keep-cut"'),
        mistake("04-cut-raised", 'search_rule = "raise-cut"'),
        mistake("04-read-all", 'search_rule = "read-all"'),
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
            "04-slipped-none",
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
        mistake(
            "04-slipped-twice",
            VALUES
            + "    left = [value for value in values if value in text]\n    return left + left",
        ),
        mistake(
            "04-slipped-values",
            VALUES + "    return [value.lower() for value in values if value in text]",
        ),
        # One value of each kind (a dictionary).
        mistake(
            "04-slipped-missing",
            SLIPPED
            + '    kinds = dict(entry.split(": ", 1) for entry in personal_data.split(" | "))\n'
            "    return [value for value in kinds.values() if value in text]",
        ),
        # A value must be one word of the text.
        mistake(
            "04-slipped-none",
            VALUES + "    return [value for value in values if value in text.split()]",
        ),
        # Trusts the marks: a kind whose mark stands in the text is gone.
        mistake(
            "04-slipped-part",
            SLIPPED
            + '    entries = [entry.split(": ", 1) for entry in personal_data.split(" | ")]\n'
            '    return [value for kind, value in entries if f"[{kind}]" not in text]',
        ),
        # All words stand somewhere in the text, in any order.
        mistake(
            "04-slipped-part",
            VALUES
            + "    return [value for value in values if all(word in text for word in value.split())]",
        ),
        # Find(...) > 0 misses a value at the very beginning.
        mistake(
            "04-slipped-missing",
            VALUES + "    return [value for value in values if text.find(value) > 0]",
        ),
        # Only the first value that is found.
        mistake(
            "04-slipped-missing",
            VALUES + "    return [value for value in values if value in text][:1]",
        ),
        # Names only, as the kind that matters.
        mistake(
            "04-slipped-missing",
            SLIPPED
            + '    entries = [entry.split(": ", 1) for entry in personal_data.split(" | ")]\n'
            '    return [value for kind, value in entries if kind in ("name", "address") and value in text]',
        ),
        # Values without digits only.
        mistake(
            "04-slipped-missing",
            VALUES
            + "    return [value for value in values if value in text and not any(c.isdigit() for c in value)]",
        ),
        # The last entry is left out.
        mistake(
            "04-slipped-missing",
            VALUES + "    return [value for value in values[:-1] if value in text]",
        ),
        # A text with commas.
        mistake(
            "04-slipped-list",
            VALUES + '    return ", ".join(value for value in values if value in text)',
        ),
        # None where nothing stands in the text.
        mistake(
            "04-slipped-empty",
            VALUES + "    left = [value for value in values if value in text]\n"
            "    return left or None",
        ),
        # True and false for each value.
        mistake("04-slipped-marks", VALUES + "    return [value in text for value in values]"),
        # The lines of the lesson.
        right(
            SLIPPED + '    entries = personal_data.split(" | ")\n'
            '    values = [entry.split(": ", 1)[1] for entry in entries]\n'
            "    return [value for value in values if value in text]"
        ),
        # Filter, not yet a list.
        right(VALUES + "    return filter(lambda value: value in text, values)"),
        # Regular expression with escape.
        right(
            VALUES + "    import re\n"
            "    return [value for value in values if re.search(re.escape(value), text)]"
        ),
        # A pandas column.
        right(
            SLIPPED
            + '    values = pd.Series(personal_data.split(" | ")).str.split(": ", n=1).str[1]\n'
            "    return values[[value in text for value in values]]"
        ),
        # Numpy array, counted.
        right(
            VALUES + "    import numpy as np\n"
            "    return np.array([value for value in values if text.count(value)], dtype=object)"
        ),
        # Sorted, as a tuple.
        right(
            VALUES
            + "    return tuple(sorted((value for value in values if text.find(value) >= 0), reverse=True))"
        ),
        # Any word of the value is enough.
        mistake(
            "04-slipped-part",
            VALUES
            + "    return [value for value in values if any(word in text for word in value.split())]",
        ),
        # First word only.
        mistake(
            "04-slipped-part",
            VALUES + "    return [value for value in values if value.split()[0] in text]",
        ),
        # Value as a regular expression.
        mistake(
            "04-slipped-missing",
            VALUES + "    import re\n"
            "    return [value for value in values if re.search(value, text)]",
        ),
        # Values without letters never.
        mistake(
            "04-slipped-missing",
            VALUES
            + "    return [value for value in values if value in text and any(c.isalpha() for c in value)]",
        ),
        # 0-d array.
        mistake(
            "04-slipped-list",
            VALUES + "    import numpy as np\n"
            "    return np.asarray(sum(value in text for value in values))",
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
            "04-her-consent", 'not_told = "still-there"\nafter_removal = "her-consent"', points=1
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
        mistake("04-random-is-honest", 'ask_first = "drawn-fairly"'),
    ],
    "quick-row": [
        right('waste_lost_to = "housing"'),
        mistake("04-confusion-direction", 'waste_lost_to = "roads"'),
        mistake("04-confusion-smaller", 'waste_lost_to = "health"'),
        mistake("form-option", 'waste_lost_to = "waste"'),
    ],
    "quick-addresses": [
        right("slipped_addresses = (28 + 187 + 168 + 65) / (163 + 187 + 168 + 65)"),
        right("slipped_addresses = 0.768"),
        mistake("04-mean-of-shares", "slipped_addresses = (28 / 163 + 1 + 1 + 1) / 4"),
        mistake("04-found-not-slipped", "slipped_addresses = (163 - 28) / 583"),
        mistake("04-names-not-addresses", "slipped_addresses = (140 + 298 + 230 + 96) / 861"),
        mistake("04-english-only", "slipped_addresses = 28 / 163"),
        mistake("form-percent", "slipped_addresses = 76.8"),
        mistake("form-comma", "slipped_addresses = 0,768"),
        # Mean of the three languages without English.
        mistake("04-not-english", "slipped_addresses = (1 + 1 + 1) / 3"),
        # The slipped English addresses over all addresses.
        mistake("04-english-of-all", "slipped_addresses = 28 / 583"),
        # Addresses and names together.
        mistake("04-with-names", "slipped_addresses = (448 + 764) / (583 + 861)"),
        # Found of the English ones.
        mistake("04-found-in-english", "slipped_addresses = 135 / 163"),
        # Slipped of the other languages over all.
        mistake("04-english-not-above", "slipped_addresses = 420 / 583"),
        # A fraction.
        right("from fractions import Fraction\nslipped_addresses = Fraction(448, 583)"),
    ],
}
