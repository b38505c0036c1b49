# %% by="letters" answer="counts"
def word_counts(rows):
    counts = {"spam": Counter(), "ham": Counter()}
    for text, kind in rows:
        counts[kind].update(text.lower())
    return counts


# %% by="no-smoothing" answer="score"
def log_odds(text, counts):
    total = 0
    for w in text.split():
        total += math.log(counts["spam"][w] / counts["ham"][w])
    return total


# %% by="labels-swapped" answer="model"
vectorizer = CountVectorizer()
features = vectorizer.fit_transform(texts)
model = MultinomialNB().fit(features, ["ham" if k == "spam" else "spam" for k in kinds])


# %% by="returns-kind" answer="function"
def is_spam(text):
    return model.predict(vectorizer.transform([text]))[0]


# %% by="noisy" after="model"
print(features.toarray()[:2], vectorizer.get_feature_names_out()[:5])
model
