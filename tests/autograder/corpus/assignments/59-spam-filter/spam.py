# %% setup="imports"
import csv
import math
from collections import Counter

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

with open("messages.csv", newline="", encoding="utf-8") as file:
    rows = [(row["text"], row["kind"]) for row in csv.DictReader(file)]
texts, kinds = map(list, zip(*rows))


# %% answer="counts"
def word_counts(rows):
    """A Counter of words for each kind."""
    ### BEGIN SOLUTION
    counts = {}
    for text, kind in rows:
        counts.setdefault(kind, Counter()).update(text.lower().split())
    return counts
    ### END SOLUTION


# %% test="counts-test" points=2
counts = word_counts([("win a prize", "spam"), ("a walk", "ham"), ("Win win", "spam")])
assert set(counts) == {"spam", "ham"}
assert counts["spam"]["win"] == 3 and counts["ham"]["prize"] == 0
assert isinstance(counts["ham"], Counter)
assert counts["spam"].most_common(1) == [("win", 3)]


# %% answer="score"
def log_odds(text, counts):
    """The sum over the words of log((spam + 1) / (ham + 1)), by their counts."""
    ### BEGIN SOLUTION
    return sum(
        math.log((counts["spam"][word] + 1) / (counts["ham"][word] + 1))
        for word in text.lower().split()
    )
    ### END SOLUTION


# %% test="score-values" points=1
assert math.isclose(log_odds("win a prize", counts), math.log(4) + math.log(2 / 2) + math.log(2))
assert log_odds("", counts) == 0

# %% test="score-own-counter" points=1
mine = {"spam": Counter(x=3), "ham": Counter(y=1)}
assert abs(log_odds("x y z", mine) - math.log(2)) < 1e-12

# %% answer="model"
### BEGIN SOLUTION
vectorizer = CountVectorizer()
features = vectorizer.fit_transform(texts)
model = MultinomialNB().fit(features, kinds)
### END SOLUTION

# %% test="model-features" points=1
assert features.shape[0] == len(texts)
assert "prize" in vectorizer.vocabulary_
assert features.sum() > 50

# %% test="model-predicts" points=2
assert isinstance(model, MultinomialNB)
new = vectorizer.transform(["claim your free prize now", "shall we meet for lunch"])
assert list(model.predict(new)) == ["spam", "ham"]
assert model.score(features, kinds) > 0.9


# %% answer="function"
def is_spam(text):
    """True or False, by the model."""
    ### BEGIN SOLUTION
    return bool(model.predict(vectorizer.transform([text]))[0] == "spam")
    ### END SOLUTION


# %% test="function-test" points=1
assert is_spam("free prize") is True
assert is_spam("lunch with the team") is False
