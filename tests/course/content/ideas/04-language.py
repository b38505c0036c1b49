# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% called-portuguese kind="wrong" idea="swapped"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
trusted = said_pt[is_pt].mean()
found = is_pt[said_pt].mean()

# %% called-portuguese kind="wrong" idea="both over all comments"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = (is_pt & said_pt).mean()
trusted = (is_pt & said_pt).mean()

# %% called-portuguese kind="wrong" idea="both over the comments that are Portuguese"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = said_pt[is_pt].mean()
trusted = said_pt.sum() / is_pt.sum()

# %% called-portuguese kind="wrong" idea="accuracy over all languages for both"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = (guesses["language"] == guesses["guess"]).mean()
trusted = found

# %% called-portuguese kind="wrong" idea="Spanish"
is_pt = guesses["language"] == "es"
said_pt = guesses["guess"] == "es"
found = said_pt[is_pt].mean()
trusted = is_pt[said_pt].mean()

# %% called-portuguese kind="wrong" idea="rounded to two decimals"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = round(said_pt[is_pt].mean(), 2)
trusted = round(is_pt[said_pt].mean(), 2)

# %% called-portuguese kind="wrong" idea="in per cent"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = 100 * said_pt[is_pt].mean()
trusted = 100 * is_pt[said_pt].mean()

# %% called-portuguese kind="wrong" idea="right on Portuguese or on not Portuguese (accuracy of yes or no)"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = (is_pt == said_pt).mean()
trusted = is_pt[said_pt].mean()

# %% called-portuguese kind="wrong" idea="counts"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = (is_pt & said_pt).sum()
trusted = (is_pt & said_pt).sum()

# %% called-portuguese kind="wrong" idea="the parts that went wrong"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = 1 - said_pt[is_pt].mean()
trusted = 1 - is_pt[said_pt].mean()

# %% called-portuguese kind="wrong" idea="trusted only against Spanish, its neighbour"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = said_pt[is_pt].mean()
trusted = (is_pt & said_pt).sum() / (said_pt & guesses["language"].isin(["pt", "es"])).sum()

# %% called-portuguese kind="wrong" idea="trusted as the share not called Portuguese among the others"
is_pt = guesses["language"] == "pt"
said_pt = guesses["guess"] == "pt"
found = said_pt[is_pt].mean()
trusted = 1 - said_pt[~is_pt].mean()

# %% called-portuguese kind="right" idea="scikit-learn precision and recall"
from sklearn.metrics import precision_score, recall_score

found = recall_score(guesses["language"], guesses["guess"], labels=["pt"], average=None)[0]
trusted = precision_score(guesses["language"], guesses["guess"], labels=["pt"], average=None)[0]

# %% called-portuguese kind="right" idea="from the counts of the first cell"
found = counts.loc["pt", "pt"] / counts.loc["pt"].sum()
trusted = counts.loc["pt", "pt"] / counts["pt"].sum()

# %% called-portuguese kind="right" idea="plain Python"
pairs_list = list(zip(guesses["language"], guesses["guess"]))
both = pairs_list.count(("pt", "pt"))
found = both / sum(a == "pt" for a, b in pairs_list)
trusted = both / sum(b == "pt" for a, b in pairs_list)


# %% seen-before kind="wrong" idea="share of the templates, each counted once"
def seen_before(training, test):
    known, asked = set(training["template"]), set(test["template"])
    return len(known & asked) / len(asked)


# %% seen-before kind="wrong" idea="share of the rows of training that stand in test"
def seen_before(training, test):
    return training["template"].isin(test["template"]).mean()


# %% seen-before kind="wrong" idea="share of training's templates that are in test"
def seen_before(training, test):
    known, asked = set(training["template"]), set(test["template"])
    return len(known & asked) / len(known)


# %% seen-before kind="wrong" idea="a number of rows, not a share"
def seen_before(training, test):
    return int(test["template"].isin(training["template"]).sum())


# %% seen-before kind="wrong" idea="divided by all rows of both tables"
def seen_before(training, test):
    return test["template"].isin(training["template"]).sum() / (len(test) + len(training))


# %% seen-before kind="wrong" idea="divided by the rows of training"
def seen_before(training, test):
    return test["template"].isin(training["template"]).sum() / len(training)


# %% seen-before kind="wrong" idea="joined many to many: each row counts once per row of training"
def seen_before(training, test):
    return len(test.merge(training[["template"]], on="template")) / len(test)


# %% seen-before kind="wrong" idea="the share not seen"
def seen_before(training, test):
    return 1 - test["template"].isin(training["template"]).mean()


# %% seen-before kind="wrong" idea="looks into the index instead of the values"
def seen_before(training, test):
    return sum(name in training["template"] for name in test["template"]) / len(test)


# %% seen-before kind="wrong" idea="compares row by row at the same place"
def seen_before(training, test):
    n = min(len(training), len(test))
    return float(
        (
            test["template"].to_numpy()[:n].astype(str)
            == training["template"].to_numpy()[:n].astype(str)
        ).mean()
    )


# %% seen-before kind="wrong" idea="compares the texts, not the templates"
def seen_before(training, test):
    return test["text"].isin(training["text"]).mean()


# %% seen-before kind="wrong" idea="a template that is part of a longer name counts as seen"
def seen_before(training, test):
    known = " ".join(map(str, training["template"]))
    return sum(str(name) in known for name in test["template"]) / len(test)


# %% seen-before kind="wrong" idea="the number at the end of the template's name left off (same topic)"
def seen_before(training, test):
    topic = lambda column: column.astype(str).str.replace(r"-?\d+$", "", regex=True)
    return topic(test["template"]).isin(topic(training["template"])).mean()


# %% seen-before kind="wrong" idea="equal rows of test counted once"
def seen_before(training, test):
    rows = test.drop_duplicates(subset="template")
    return rows["template"].isin(training["template"]).mean()


# %% seen-before kind="wrong" idea="in per cent"
def seen_before(training, test):
    return 100 * test["template"].isin(training["template"]).mean()


# %% seen-before kind="wrong" idea="uses held_out of the comments instead of the tables"
def seen_before(training, test):
    known = comments.loc[comments["held_out"] == "no", "template"]
    return test["template"].isin(known).mean()


# %% seen-before kind="wrong" idea="only the first template of training is looked for"
def seen_before(training, test):
    return (test["template"] == training["template"].iloc[0]).mean()


# %% seen-before kind="right" idea="set and loop"
def seen_before(training, test):
    known = set(training["template"])
    n = 0
    for name in test["template"]:
        n += name in known
    return n / len(test)


# %% seen-before kind="right" idea="left merge with templates counted once"
def seen_before(training, test):
    known = training[["template"]].drop_duplicates()
    both = test[["template"]].merge(known, on="template", how="left", indicator=True)
    return (both["_merge"] == "both").mean()


# %% seen-before kind="right" idea="numpy isin"
import numpy as np


def seen_before(training, test):
    return float(np.isin(test["template"].to_numpy(str), training["template"].to_numpy(str)).mean())


# %% seen-before kind="right" idea="counts of test's templates, summed over the known ones"
def seen_before(training, test):
    counts_of = test["template"].value_counts(normalize=True)
    return counts_of[counts_of.index.isin(training["template"])].sum()


# %% macro kind="wrong" idea="weighted by the number of comments"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(rows["department"], rows["sorted_to"], average="weighted")

# %% macro kind="wrong" idea="micro: all comments alike"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(rows["department"], rows["sorted_to"], average="micro")

# %% macro kind="wrong" idea="all rows of trial"
macro = f1_score(trial["department"], trial["sorted_to"], average="macro")

# %% macro kind="wrong" idea="known templates"
rows = trial[trial["held_out"] == "no"]
macro = f1_score(rows["department"], rows["sorted_to"], average="macro")

# %% macro kind="wrong" idea="macro recall instead of F1"
from sklearn.metrics import recall_score

rows = trial[trial["held_out"] == "yes"]
macro = recall_score(rows["department"], rows["sorted_to"], average="macro")

# %% macro kind="wrong" idea="macro precision instead of F1"
from sklearn.metrics import precision_score

rows = trial[trial["held_out"] == "yes"]
macro = precision_score(rows["department"], rows["sorted_to"], average="macro")

# %% macro kind="wrong" idea="F1 of the mean precision and the mean recall"
from sklearn.metrics import precision_score, recall_score

rows = trial[trial["held_out"] == "yes"]
p = precision_score(rows["department"], rows["sorted_to"], average="macro")
r = recall_score(rows["department"], rows["sorted_to"], average="macro")
macro = 2 * p * r / (p + r)

# %% macro kind="wrong" idea="rounded to two decimals"
rows = trial[trial["held_out"] == "yes"]
macro = round(f1_score(rows["department"], rows["sorted_to"], average="macro"), 2)

# %% macro kind="wrong" idea="one F1 for each department"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(rows["department"], rows["sorted_to"], average=None)

# %% macro kind="wrong" idea="the desk instead of the program"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(rows["department"], rows["routed_to"].astype(str), average="macro")

# %% macro kind="wrong" idea="mean of the macro-F1 of the four languages"
rows = trial[trial["held_out"] == "yes"]
macro = (
    rows.groupby("language", observed=True)[["department", "sorted_to"]]
    .apply(lambda part: f1_score(part["department"], part["sorted_to"], average="macro"))
    .mean()
)

# %% macro kind="wrong" idea="the department 'other' left out"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(
    rows["department"],
    rows["sorted_to"],
    average="macro",
    labels=sorted(set(rows["department"]) - {"other"}),
)

# %% macro kind="wrong" idea="median of the departments"
import numpy as np

rows = trial[trial["held_out"] == "yes"]
macro = float(np.median(f1_score(rows["department"], rows["sorted_to"], average=None)))

# %% macro kind="right" idea="by hand from a crosstab"
rows = trial[trial["held_out"] == "yes"]
t2 = pd.crosstab(rows["department"], rows["sorted_to"])
f = [2 * t2.loc[d, d] / (t2.loc[d].sum() + t2[d].sum()) for d in t2.index]
macro = sum(f) / len(f)

# %% macro kind="right" idea="classification_report"
from sklearn.metrics import classification_report

rows = trial[trial["held_out"] == "yes"]
macro = classification_report(rows["department"], rows["sorted_to"], output_dict=True)["macro avg"][
    "f1-score"
]

# %% macro kind="right" idea="truth and answer exchanged: F1 is the same"
rows = trial[trial["held_out"] == "yes"]
macro = f1_score(rows["sorted_to"], rows["department"], average="macro")


# %% sort-comments kind="wrong" idea="the most frequent department for all"
def sort_comments(known_texts, known_departments, new_texts):
    most = pd.Series(list(known_departments)).mode()[0]
    return [most for _ in new_texts]


# %% sort-comments kind="wrong" idea="the vendor's program, whatever is passed"
def sort_comments(known_texts, known_departments, new_texts):
    return list(program.predict(words.transform(new_texts)))


# %% sort-comments kind="wrong" idea="a vectoriser learned anew from the new texts, cut to the same number of columns"
def sort_comments(known_texts, known_departments, new_texts):
    a, b = TfidfVectorizer(), TfidfVectorizer()
    x, z = a.fit_transform(known_texts).toarray(), b.fit_transform(new_texts).toarray()
    n = min(x.shape[1], z.shape[1])
    return list(RidgeClassifier().fit(x[:, :n], list(known_departments)).predict(z[:, :n]))


# %% sort-comments kind="wrong" idea="answers for the known texts"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer()
    x = v.fit_transform(known_texts)
    return list(RidgeClassifier().fit(x, list(known_departments)).predict(x))


# %% sort-comments kind="wrong" idea="numbers of departments instead of names"
def sort_comments(known_texts, known_departments, new_texts):
    names = sorted(set(known_departments))
    v = TfidfVectorizer()
    codes = [names.index(d) for d in known_departments]
    m = RidgeClassifier().fit(v.fit_transform(known_texts), codes)
    return list(m.predict(v.transform(new_texts)))


# %% sort-comments kind="wrong" idea="a regression on numbered departments, rounded to the nearest number"
from sklearn.linear_model import Ridge


def sort_comments(known_texts, known_departments, new_texts):
    names = sorted(set(known_departments))
    v = TfidfVectorizer()
    codes = [names.index(d) for d in known_departments]
    m = Ridge().fit(v.fit_transform(known_texts), codes)
    return [
        names[int(min(max(round(float(c)), 0), len(names) - 1))]
        for c in m.predict(v.transform(new_texts))
    ]


# %% sort-comments kind="wrong" idea="learns from the comments of Marivelle, not from the texts passed"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer(min_df=2)
    m = RidgeClassifier().fit(
        v.fit_transform(known["text"][:2000]), known["department"][:2000].astype(str)
    )
    return list(m.predict(v.transform(new_texts)))


# %% sort-comments kind="wrong" idea="answers sorted by department, order of the texts lost"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer()
    m = RidgeClassifier().fit(v.fit_transform(known_texts), list(known_departments))
    return sorted(m.predict(v.transform(new_texts)))


# %% sort-comments kind="wrong" idea="the department of the known text at the same place"
def sort_comments(known_texts, known_departments, new_texts):
    d = list(known_departments)
    return [d[i % len(d)] for i, _ in enumerate(new_texts)]


# %% sort-comments kind="wrong" idea="one text for each department only: the first"
def sort_comments(known_texts, known_departments, new_texts):
    first = pd.DataFrame({"t": list(known_texts), "d": list(known_departments)}).drop_duplicates(
        "d"
    )
    v = TfidfVectorizer()
    m = RidgeClassifier().fit(v.fit_transform(first["t"]), first["d"])
    return list(m.predict(v.transform(new_texts)))


# %% sort-comments kind="wrong" idea="equal new texts answered once"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer()
    m = RidgeClassifier().fit(v.fit_transform(known_texts), list(known_departments))
    return list(m.predict(v.transform(list(dict.fromkeys(list(new_texts))))))


# %% sort-comments kind="wrong" idea="scores of all departments instead of one department"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer()
    m = RidgeClassifier().fit(v.fit_transform(known_texts), list(known_departments))
    return m.decision_function(v.transform(new_texts))


# %% sort-comments kind="wrong" idea="only the length of the text as a number"
def sort_comments(known_texts, known_departments, new_texts):
    m = RidgeClassifier().fit([[len(x)] for x in known_texts], list(known_departments))
    return list(m.predict([[len(x)] for x in new_texts]))


# %% sort-comments kind="wrong" idea="single letters only"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer(analyzer="char", ngram_range=(1, 1))
    m = RidgeClassifier().fit(v.fit_transform(known_texts), list(known_departments))
    return list(m.predict(v.transform(new_texts)))


# %% sort-comments kind="wrong" idea="the words in the department's name decide: keyword list of Marivelle"
def sort_comments(known_texts, known_departments, new_texts):
    keys = {
        "water": "water",
        "bus": "transport",
        "tax": "finance",
        "park": "parks",
        "light": "roads",
    }
    return [next((d for k, d in keys.items() if k in text.lower()), "other") for text in new_texts]


# %% sort-comments kind="right" idea="pieces of words and a linear support vector machine, list"
from sklearn.svm import LinearSVC


def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    m = LinearSVC().fit(v.fit_transform(known_texts), known_departments)
    return m.predict(v.transform(new_texts)).tolist()


# %% sort-comments kind="right" idea="logistic regression in a pipeline, returned as a column"
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def sort_comments(known_texts, known_departments, new_texts):
    m = make_pipeline(TfidfVectorizer(), LogisticRegression(C=10, max_iter=1000))
    m.fit(list(known_texts), [str(d) for d in known_departments])
    return pd.Series(m.predict(list(new_texts)))


# %% sort-comments kind="right" idea="the settings of the program in the first cell"
def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer(min_df=2)
    m = RidgeClassifier(solver="sparse_cg")
    m.fit(v.fit_transform(known_texts), known_departments)
    return m.predict(v.transform(new_texts))


# %% sort-comments kind="right" idea="least squares by hand, column with the index of the new texts"
import numpy as np


def sort_comments(known_texts, known_departments, new_texts):
    v = TfidfVectorizer(sublinear_tf=True)
    x = v.fit_transform(known_texts).toarray()
    names = sorted(set(map(str, known_departments)))
    y = np.array([[1.0 if str(d) == n else -1.0 for n in names] for d in known_departments])
    k = x @ x.T + np.eye(len(x))
    z = v.transform(new_texts).toarray() @ x.T
    best = (z @ np.linalg.solve(k, y - y.mean(axis=0)) + y.mean(axis=0)).argmax(axis=1)
    return [names[b] for b in best]


# %% slipped-through kind="wrong" idea="entries with their kind instead of values"
def slipped_through(text, personal_data):
    return [e for e in personal_data.split(" | ") if e.split(": ", 1)[1] in text]


# %% slipped-through kind="wrong" idea="value cut at a second colon"
def slipped_through(text, personal_data):
    values = [e.split(": ")[1] for e in personal_data.split(" | ")]
    return [v for v in values if v in text]


# %% slipped-through kind="wrong" idea="what follows the last colon"
def slipped_through(text, personal_data):
    values = [e.split(": ")[-1] for e in personal_data.split(" | ")]
    return [v for v in values if v in text]


# %% slipped-through kind="wrong" idea="half of a name is enough"
def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if any(part in text for part in v.split())]


# %% slipped-through kind="wrong" idea="all words somewhere in the text, not together"
def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if all(part in text for part in v.split())]


# %% slipped-through kind="wrong" idea="a dictionary by kind: of two names only the last is kept"
def slipped_through(text, personal_data):
    values = dict(e.split(": ", 1) for e in personal_data.split(" | "))
    return [v for v in values.values() if v in text]


# %% slipped-through kind="wrong" idea="the value as a pattern, its dots and signs not escaped"
import re


def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if re.search(v, text)]


# %% slipped-through kind="wrong" idea="splits at the bare stroke and colon, blanks left at the value"
def slipped_through(text, personal_data):
    values = [e.split(":", 1)[1] for e in personal_data.split("|")]
    return [v for v in values if v in text]


# %% slipped-through kind="wrong" idea="those that were removed"
def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if v not in text]


# %% slipped-through kind="wrong" idea="whether something slipped through"
def slipped_through(text, personal_data):
    return any(e.split(": ", 1)[1] in text for e in personal_data.split(" | "))


# %% slipped-through kind="wrong" idea="only the first that slipped through"
def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if v in text][:1]


# %% slipped-through kind="wrong" idea="name and phone only, as in the example"
def slipped_through(text, personal_data):
    out = []
    for e in personal_data.split(" | "):
        kind, value = e.split(": ", 1)
        if kind in ("name", "phone") and value in text:
            out.append(value)
    return out


# %% slipped-through kind="wrong" idea="each value looked for among the single words of the text"
def slipped_through(text, personal_data):
    seen = [w.strip(".,;:!?") for w in text.split()]
    values = [e.split(": ", 1)[1] for e in personal_data.split(" | ")]
    return [v for v in values if v in seen]


# %% slipped-through kind="wrong" idea="values in small letters"
def slipped_through(text, personal_data):
    values = [e.split(": ", 1)[1].lower() for e in personal_data.split(" | ")]
    return [v for v in values if v in text.lower()]


# %% slipped-through kind="wrong" idea="joined to one text instead of a list"
def slipped_through(text, personal_data):
    return ", ".join(
        e.split(": ", 1)[1] for e in personal_data.split(" | ") if e.split(": ", 1)[1] in text
    )


# %% slipped-through kind="wrong" idea="nothing instead of an empty list"
def slipped_through(text, personal_data):
    out = [e.split(": ", 1)[1] for e in personal_data.split(" | ") if e.split(": ", 1)[1] in text]
    return out or None


# %% slipped-through kind="wrong" idea="only the first entry is looked at"
def slipped_through(text, personal_data):
    value = personal_data.split(" | ")[0].split(": ", 1)[1]
    return [value] if value in text else []


# %% slipped-through kind="wrong" idea="exactly two entries expected, as in the example"
def slipped_through(text, personal_data):
    first, second = personal_data.split(" | ")
    values = [first.split(": ", 1)[1], second.split(": ", 1)[1]]
    return [v for v in values if v in text]


# %% slipped-through kind="wrong" idea="the count"
def slipped_through(text, personal_data):
    return sum(e.split(": ", 1)[1] in text for e in personal_data.split(" | "))


# %% slipped-through kind="right" idea="escaped pattern with word limits"
import re


def slipped_through(text, personal_data):
    values = [e.partition(": ")[2] for e in personal_data.split(" | ")]
    return [v for v in values if re.search(r"(?<!\w)" + re.escape(v) + r"(?!\w)", text)]


# %% slipped-through kind="right" idea="in the order in which they stand in the text"
def slipped_through(text, personal_data):
    values = [e[e.index(": ") + 2 :] for e in personal_data.split(" | ")]
    return sorted((v for v in values if text.find(v) >= 0), key=text.find)


# %% slipped-through kind="right" idea="loop with counting"
def slipped_through(text, personal_data):
    left = []
    for entry in personal_data.split(" | "):
        kind, _, value = entry.partition(": ")
        if text.count(value) > 0:
            left.append(value)
    return left


# %% slipped-through kind="right" idea="pandas column of entries"
def slipped_through(text, personal_data):
    entries = pd.Series([personal_data]).str.split(" | ", regex=False).explode()
    values = entries.str.split(": ", n=1).str[1]
    return values[[v in text for v in values]].tolist()


# %% never-writes kind="wrong" idea="the rate of women of the countryside itself"
rural_women = 0.484
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="their share of all people"
rural_women = 5.44 / (5.44 + 5.57 + 9.88 + 9.43)
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="rates added up without the people"
rural_women = 48.4 / (48.4 + 27.9 + 23.6 + 10.8)
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="over all people, not over those who cannot read"
rural_women = 5.44 * 0.484 / (5.44 + 5.57 + 9.88 + 9.43)
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="among women only"
rural_women = 5.44 * 0.484 / (5.44 * 0.484 + 9.88 * 0.236)
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="among people of the countryside only"
rural_women = 5.44 * 0.484 / (5.44 * 0.484 + 5.57 * 0.279)
shows_missing = "senders-residents"

# %% never-writes kind="wrong" idea="women of the countryside and of towns"
rural_women = (5.44 * 0.484 + 9.88 * 0.236) / (
    5.44 * 0.484 + 5.57 * 0.279 + 9.88 * 0.236 + 9.43 * 0.108
)
shows_missing = "senders-residents"

# %% never-writes kind="right" idea="three decimals"
rural_women = 0.349
shows_missing = "senders-residents"

# %% never-writes kind="right" idea="computed anew from the census file"
census = load_dataset("morocco-census")
parts = census[
    census["area"].isin(["urban", "rural"]) & census["sex"].isin(["female", "male"])
].dropna(subset=["cannot_read_write"])
not_read = (parts["people_10_plus"] * parts["cannot_read_write"]).astype(float)
rural_women = float(
    not_read[(parts["area"] == "rural") & (parts["sex"] == "female")].sum() / not_read.sum()
)
shows_missing = "senders-residents"

# %% never-writes kind="right" idea="with numpy"
import numpy as np

n = np.array([5.44, 5.57, 9.88, 9.43]) * np.array([48.4, 27.9, 23.6, 10.8])
rural_women = n[0] / n.sum()
shows_missing = "senders-residents"
