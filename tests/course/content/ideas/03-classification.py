# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% baseline kind="wrong" idea="everybody in test"
baseline_women = 1 - test["eligible"].mean()

# %% baseline kind="wrong" idea="women of learn"
baseline_women = 1 - learn.loc[learn["sex"] == "Female", "eligible"].mean()

# %% baseline kind="wrong" idea="men"
baseline_women = 1 - test.loc[test["sex"] == "Male", "eligible"].mean()

# %% baseline kind="wrong" idea="the share of eligible women"
baseline_women = test.loc[test["sex"] == "Female", "eligible"].mean()

# %% baseline kind="wrong" idea="women among those not eligible"
baseline_women = (test.loc[~test["eligible"], "sex"] == "Female").mean()

# %% baseline kind="wrong" idea="not eligible women over all people"
baseline_women = ((test["sex"] == "Female") & ~test["eligible"]).mean()

# %% baseline kind="wrong" idea="the model's accuracy for women"
w = test[test["sex"] == "Female"]
baseline_women = (model.predict(w[COLUMNS]) == w["eligible"]).mean()

# %% baseline kind="wrong" idea="rounded to two decimals"
baseline_women = round(1 - test.loc[test["sex"] == "Female", "eligible"].mean(), 2)

# %% baseline kind="wrong" idea="in per cent"
baseline_women = 100 * (1 - test.loc[test["sex"] == "Female", "eligible"].mean())

# %% baseline kind="wrong" idea="women of both tables together"
baseline_women = 1 - people.loc[people["sex"] == "Female", "eligible"].mean()

# %% baseline kind="right" idea="counts by plain Python"
said = [not e for e, s in zip(test["eligible"], test["sex"]) if s == "Female"]
baseline_women = said.count(True) / len(said)

# %% baseline kind="right" idea="group means with income"
baseline_women = test["income"].eq("<=50K").groupby(test["sex"], observed=True).mean()["Female"]

# %% baseline kind="right" idea="scikit-learn's dummy, numpy float"
from sklearn.metrics import accuracy_score

w = test[test["sex"] == "Female"]
baseline_women = np.float64(accuracy_score(w["eligible"], np.zeros(len(w), dtype=bool)))

# %% scores kind="wrong" idea="the answers instead of scores"
scores = model.predict(test[COLUMNS])

# %% scores kind="wrong" idea="the answers as 0 and 1"
scores = model.predict(test[COLUMNS]).astype(float)

# %% scores kind="wrong" idea="the first column: not eligible"
scores = model.predict_proba(test[COLUMNS])[:, 0]

# %% scores kind="wrong" idea="both columns"
scores = model.predict_proba(test[COLUMNS])

# %% scores kind="wrong" idea="the certainty of the answer given: larger of the two"
scores = model.predict_proba(test[COLUMNS]).max(axis=1)

# %% scores kind="wrong" idea="the decision function, not between 0 and 1"
scores = model.decision_function(test[COLUMNS])

# %% scores kind="wrong" idea="scores of learn"
scores = model.predict_proba(learn[COLUMNS])[:, 1]

# %% scores kind="wrong" idea="sorted, highest first"
scores = np.sort(model.predict_proba(test[COLUMNS])[:, 1])[::-1]

# %% scores kind="wrong" idea="women only"
scores = model.predict_proba(test.loc[test["sex"] == "Female", COLUMNS])[:, 1]

# %% scores kind="wrong" idea="rounded to one decimal"
scores = model.predict_proba(test[COLUMNS])[:, 1].round(1)

# %% scores kind="wrong" idea="in per cent"
scores = 100 * model.predict_proba(test[COLUMNS])[:, 1]

# %% scores kind="wrong" idea="rank as a share instead of the score"
scores = pd.Series(model.predict_proba(test[COLUMNS])[:, 1]).rank(pct=True)

# %% scores kind="wrong" idea="the model learns the test people anew (leak)"
from sklearn.base import clone

scores = clone(model).fit(test[COLUMNS], test["eligible"]).predict_proba(test[COLUMNS])[:, 1]

# %% scores kind="wrong" idea="the truth as score"
scores = test["eligible"].astype(float)

# %% scores kind="right" idea="one minus the first column, as a list"
scores = [1 - p for p in model.predict_proba(test[COLUMNS])[:, 0].tolist()]

# %% scores kind="right" idea="a column with the index of test"
scores = pd.Series(model.predict_proba(test[COLUMNS])[:, 1], index=test.index, name="score")

# %% scores kind="right" idea="from the decision function by the logistic curve"
scores = 1 / (1 + np.exp(-model.decision_function(test[COLUMNS])))

# %% scores kind="right" idea="column chosen by name through classes_"
scores = pd.DataFrame(model.predict_proba(test[COLUMNS]), columns=model.classes_)[True]

# %% four-cases kind="wrong" idea="everybody"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = np.ones(len(test), dtype=bool)
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())

# %% four-cases kind="wrong" idea="men"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Male").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())

# %% four-cases kind="wrong" idea="fp and fn swapped"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
fp, fn = fn, fp

# %% four-cases kind="wrong" idea="tn and tp swapped"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
tn, tp = tp, tn

# %% four-cases kind="wrong" idea="scores of the class not eligible"
scores = model.predict_proba(test[COLUMNS])[:, 0]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())

# %% four-cases kind="wrong" idea="shares of the women instead of counts"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
n = tn + fp + fn + tp
tn, fp, fn, tp = tn / n, fp / n, fn / n, tp / n

# %% four-cases kind="wrong" idea="fp as all contacted, fn as all eligible"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
fp, fn = fp + tp, fn + tp

# %% four-cases kind="wrong" idea="first rows of scores set against the women (order lost)"
scores = model.predict_proba(test[COLUMNS])[:, 1]
w = test[test["sex"] == "Female"]["eligible"].to_numpy()
c = scores[: len(w)] >= 0.5
tn, fp, fn, tp = [int(x.sum()) for x in (~w & ~c, ~w & c, w & ~c, w & c)]

# %% four-cases kind="wrong" idea="women among the first 1,000 of the list instead of the line at 0.5"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= np.sort(scores)[-1000]
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())

# %% four-cases kind="wrong" idea="as many contacted as there are eligible women, by rank"
scores = model.predict_proba(test[COLUMNS])[:, 1]
w = test[test["sex"] == "Female"]["eligible"].to_numpy()
s = scores[(test["sex"] == "Female").to_numpy()]
c = s >= np.sort(s)[-w.sum()]
tn, fp, fn, tp = [int(x.sum()) for x in (~w & ~c, ~w & c, w & ~c, w & c)]

# %% four-cases kind="wrong" idea="the line at 0.25 from the later exercise"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.25
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())

# %% four-cases kind="wrong" idea="confusion matrix read with rows and columns exchanged"
from sklearn.metrics import confusion_matrix

scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn, fp, fn, tp = (int(v) for v in confusion_matrix(contacted[group], eligible[group]).ravel())

# %% four-cases kind="wrong" idea="women of learn"
scores = model.predict_proba(test[COLUMNS])[:, 1]
w = learn[learn["sex"] == "Female"]
c, e = model.predict(w[COLUMNS]), w["eligible"].to_numpy()
tn, fp, fn, tp = [int(x.sum()) for x in (~e & ~c, ~e & c, e & ~c, e & c)]

# %% four-cases kind="right" idea="confusion_matrix, numpy integers"
from sklearn.metrics import confusion_matrix

scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn, fp, fn, tp = confusion_matrix(eligible[group], contacted[group]).ravel()

# %% four-cases kind="right" idea="crosstab"
scores = model.predict_proba(test[COLUMNS])[:, 1]
w = test.assign(called=np.asarray(scores) >= 0.5)
w = w[w["sex"] == "Female"]
t4 = pd.crosstab(w["eligible"], w["called"])
tn, fp, fn, tp = t4.loc[False, False], t4.loc[False, True], t4.loc[True, False], t4.loc[True, True]

# %% four-cases kind="right" idea="loop, scores as a list"
scores = list(model.predict_proba(test[COLUMNS])[:, 1])
tn = fp = fn = tp = 0
for s, e, sex in zip(scores, test["eligible"], test["sex"]):
    if sex != "Female":
        continue
    if s >= 0.5:
        tp, fp = tp + e, fp + (not e)
    else:
        fn, tn = fn + e, tn + (not e)
tn, fp, fn, tp = int(tn), int(fp), int(fn), int(tp)

# %% precision-recall kind="wrong" idea="everybody"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = np.ones(len(test), dtype=bool)
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / (tp + fp)
recall = tp / (tp + fn)

# %% precision-recall kind="wrong" idea="men"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Male").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / (tp + fp)
recall = tp / (tp + fn)

# %% precision-recall kind="wrong" idea="swapped"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
recall = tp / (tp + fp)
precision = tp / (tp + fn)

# %% precision-recall kind="wrong" idea="accuracy instead of precision"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = (tp + tn) / (tn + fp + fn + tp)
recall = tp / (tp + fn)

# %% precision-recall kind="wrong" idea="divided by all women"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / (tn + fp + fn + tp)
recall = tp / (tn + fp + fn + tp)

# %% precision-recall kind="wrong" idea="the wrong ones: in vain of contacted, missed of eligible"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = fp / (tp + fp)
recall = fn / (tp + fn)

# %% precision-recall kind="wrong" idea="specificity instead of recall"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / (tp + fp)
recall = tn / (tn + fp)

# %% precision-recall kind="wrong" idea="for the class not eligible"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tn / (tn + fn)
recall = tn / (tn + fp)

# %% precision-recall kind="wrong" idea="means over both classes (macro)"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = (tp / (tp + fp) + tn / (tn + fn)) / 2
recall = (tp / (tp + fn) + tn / (tn + fp)) / 2

# %% precision-recall kind="wrong" idea="rounded to two decimals"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = round(tp / (tp + fp), 2)
recall = round(tp / (tp + fn), 2)

# %% precision-recall kind="wrong" idea="in per cent"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = 100 * tp / (tp + fp)
recall = 100 * tp / (tp + fn)

# %% precision-recall kind="wrong" idea="odds: tp over fp, tp over fn"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / fp
recall = tp / fn

# %% precision-recall kind="wrong" idea="recall: contacted of eligible, with those contacted in vain"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = tp / (tp + fp)
recall = (tp + fp) / (tp + fn)

# %% precision-recall kind="right" idea="scikit-learn"
from sklearn.metrics import precision_score, recall_score

scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = precision_score(eligible[group], contacted[group])
recall = recall_score(eligible[group], contacted[group])

# %% precision-recall kind="right" idea="numbers typed"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
precision = 263 / 340
recall = 263 / 590

# %% precision-recall kind="right" idea="means of a filtered column"
scores = model.predict_proba(test[COLUMNS])[:, 1]
group = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
contacted = scores >= 0.5
tn = int((group & ~eligible & ~contacted).sum())
fp = int((group & ~eligible & contacted).sum())
fn = int((group & eligible & ~contacted).sum())
tp = int((group & eligible & contacted).sum())
w = pd.DataFrame({"e": eligible[group], "c": contacted[group]})
precision = w.loc[w["c"], "e"].mean()
recall = w.loc[w["e"], "c"].mean()


# %% contact-first kind="wrong" idea="at or above the last score: equal scores make more than the places"
def contact_first(scores, places):
    if places < 1:
        return scores > scores.max()
    return scores >= scores.sort_values(ascending=False).iloc[min(places, len(scores)) - 1]


# %% contact-first kind="wrong" idea="strictly above the last score: equal scores leave places empty"
def contact_first(scores, places):
    ordered = sorted(scores, reverse=True)
    if places >= len(ordered):
        return scores >= ordered[-1]
    return scores > ordered[places]


# %% contact-first kind="wrong" idea="of equal scores the later comes first (sorted upwards, then turned round)"
def contact_first(scores, places):
    chosen = np.argsort(np.asarray(scores), kind="stable")[::-1][:places]
    mask = np.zeros(len(scores), dtype=bool)
    mask[chosen] = True
    return mask


# %% contact-first kind="wrong" idea="the lowest scores"
def contact_first(scores, places):
    return scores.rank(method="first") <= places


# %% contact-first kind="wrong" idea="the places (positions) instead of true and false"
def contact_first(scores, places):
    return list(np.argsort(-np.asarray(scores), kind="stable")[:places])


# %% contact-first kind="wrong" idea="true and false in the order of the ranking"
def contact_first(scores, places):
    return [i < places for i in range(len(scores))]


# %% contact-first kind="wrong" idea="rank with equal rank for equal scores (min)"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="min") <= places


# %% contact-first kind="wrong" idea="rank counted without gaps (dense)"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="dense") <= places


# %% contact-first kind="wrong" idea="off by one: one fewer than places"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="first") < places


# %% contact-first kind="wrong" idea="off by one: one more than places"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="first") <= places + 1


# %% contact-first kind="wrong" idea="also needs a score of 0.5 or more"
def contact_first(scores, places):
    return (scores.rank(ascending=False, method="first") <= places) & (scores >= 0.5)


# %% contact-first kind="wrong" idea="the line at the quantile of the scores"
def contact_first(scores, places):
    return scores >= scores.quantile(1 - min(1, places / len(scores)))


# %% contact-first kind="wrong" idea="fails when places exceed the people"
def contact_first(scores, places):
    last = scores.sort_values(ascending=False, kind="stable").iloc[places - 1]
    mask, left = [], places
    above = int((scores > last).sum())
    free = places - above
    for s in scores:
        if s > last:
            mask.append(True)
        elif s == last and free > 0:
            mask.append(True)
            free -= 1
        else:
            mask.append(False)
    return mask


# %% contact-first kind="wrong" idea="with 0 places everybody is contacted (slice with minus zero)"
def contact_first(scores, places):
    order = np.argsort(-np.asarray(scores), kind="stable")[::-1]
    mask = np.zeros(len(scores), dtype=bool)
    mask[order[-places:]] = True
    return mask


# %% contact-first kind="wrong" idea="equal scores: all of them or none, so as never to exceed the places"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="max") <= places


# %% contact-first kind="wrong" idea="labels taken as positions"
def contact_first(scores, places):
    order = scores.sort_values(ascending=False, kind="stable").index[:places]
    mask = np.zeros(len(scores), dtype=bool)
    for label in order:
        if isinstance(label, (int, np.integer)) and label < len(mask):
            mask[label] = True
    return mask


# %% contact-first kind="right" idea="plain Python, list of True and False"
def contact_first(scores, places):
    s = list(scores)
    order = sorted(range(len(s)), key=lambda i: (-s[i], i))
    chosen = set(order[:places])
    return [i in chosen for i in range(len(s))]


# %% contact-first kind="right" idea="rank with method first"
def contact_first(scores, places):
    return scores.rank(ascending=False, method="first") <= places


# %% contact-first kind="right" idea="nlargest and the labels"
def contact_first(scores, places):
    return scores.index.isin(scores.nlargest(places).index)


# %% contact-first kind="right" idea="stable argsort, numpy mask"
def contact_first(scores, places):
    mask = np.zeros(len(scores), dtype=bool)
    mask[np.argsort(-np.asarray(scores, dtype=float), kind="stable")[:places]] = True
    return mask


# %% contact-first kind="right" idea="counts for each person how many come first"
def contact_first(scores, places):
    s = list(scores)
    return pd.Series(
        [
            sum(o > x or (o == x and j < i) for j, o in enumerate(s)) < places
            for i, x in enumerate(s)
        ],
        index=scores.index,
    )


# %% cost-threshold kind="wrong" idea="cost in vain over cost missed"
threshold = 3 / 9

# %% cost-threshold kind="wrong" idea="the other cost on top"
threshold = 9 / (3 + 9)

# %% cost-threshold kind="wrong" idea="habit"
threshold = 0.5

# %% cost-threshold kind="wrong" idea="the lesson's costs"
threshold = 1 / 6

# %% cost-threshold kind="right" idea="one minus the other share"
threshold = 1 - 9 / (3 + 9)

# %% cost-threshold kind="right" idea="odds of one to three"
threshold = 1 / (1 + 3)

# %% cost-of-habit kind="wrong" idea="the two costs swapped"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 9 * (c & ~e).sum() + 3 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="women only"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
w = (test["sex"] == "Female").to_numpy()
hours = 3 * (c & ~e & w).sum() + 9 * (~c & e & w).sum()

# %% cost-of-habit kind="wrong" idea="every visit costs 3 hours, also to the eligible"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 3 * c.sum() + 9 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="the line at 0.25"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.25
hours = 3 * (c & ~e).sum() + 9 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="mistakes counted, not hours"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = (c != e).sum()

# %% cost-of-habit kind="wrong" idea="the lesson's costs 1 and 5"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = (c & ~e).sum() + 5 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="only the missed"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 9 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="only the visits in vain"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 3 * (c & ~e).sum()

# %% cost-of-habit kind="wrong" idea="people of learn"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = learn["eligible"].to_numpy()
c = model.predict(learn[COLUMNS])
hours = 3 * (c & ~e).sum() + 9 * (~c & e).sum()

# %% cost-of-habit kind="wrong" idea="hours per person"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = (3 * (c & ~e).sum() + 9 * (~c & e).sum()) / len(test)

# %% cost-of-habit kind="wrong" idea="expected cost by the scores instead of by what happened"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 3 * (1 - scores[c]).sum() + 9 * scores[~c].sum()

# %% cost-of-habit kind="wrong" idea="all eligible taken as missed"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 3 * (c & ~e).sum() + 9 * e.sum()

# %% cost-of-habit kind="wrong" idea="what the habit costs more than the line at 0.25"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
d = scores >= 0.25
hours = 3 * (c & ~e).sum() + 9 * (~c & e).sum() - 3 * (d & ~e).sum() - 9 * (~d & e).sum()

# %% cost-of-habit kind="right" idea="a cost for each person, summed"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = float(np.where(c & ~e, 3, np.where(~c & e, 9, 0)).sum())

# %% cost-of-habit kind="right" idea="plain Python"
scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = 0
for said, true in zip(c, e):
    if said and not true:
        hours += 3
    if true and not said:
        hours += 9

# %% cost-of-habit kind="right" idea="confusion matrix times cost matrix"
from sklearn.metrics import confusion_matrix

scores = model.predict_proba(test[COLUMNS])[:, 1]
e = test["eligible"].to_numpy()
c = scores >= 0.5
hours = (confusion_matrix(e, c) * np.array([[0, 3], [9, 0]])).sum()

# %% calibration kind="wrong" idea="women among the eligible of the band"
share_women = 65 / (65 + 316)
band_says = "score-too-low"

# %% calibration kind="wrong" idea="the mean score"
share_women = 0.448
band_says = "score-too-low"

# %% calibration kind="wrong" idea="everybody in the band"
share_women = (65 + 316) / (113 + 679)
band_says = "score-too-low"

# %% calibration kind="wrong" idea="eligible women over all people in the band"
share_women = 65 / (113 + 679)
band_says = "score-too-low"

# %% calibration kind="wrong" idea="men"
share_women = 316 / 679
band_says = "score-too-low"

# %% calibration kind="wrong" idea="women of the register as denominator"
share_women = 65 / 5421
band_says = "score-too-low"

# %% calibration kind="right" idea="three decimals"
share_women = 0.575
band_says = "score-too-low"

# %% calibration kind="right" idea="from the band by code"
share_women = band.loc[band["sex"] == "Female", "eligible"].mean()
band_says = "score-too-low"
