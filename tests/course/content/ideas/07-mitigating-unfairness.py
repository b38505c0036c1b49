# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% recall-race kind="wrong" idea="share of all people contacted (selection rate), not of the eligible"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
c = test["score"] >= 0.5
recall_black = c[test["race"] == "Black"].mean()
recall_white = c[test["race"] == "White"].mean()
recall_black_women = c[(test["race"] == "Black") & (test["sex"] == "Female")].mean()

# %% recall-race kind="wrong" idea="of the contacted, the share eligible (precision)"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
c = test[test["score"] >= 0.5]
recall_black = c["eligible"][c["race"] == "Black"].mean()
recall_white = c["eligible"][c["race"] == "White"].mean()
recall_black_women = c["eligible"][(c["race"] == "Black") & (c["sex"] == "Female")].mean()

# %% recall-race kind="wrong" idea="on learn, not on test"
l = learn.assign(score=model.predict_proba(X_learn)[:, 1])
e = l[l["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())

# %% recall-race kind="wrong" idea="mean of the recalls of women and men (mean of means) for Black people"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
men = (e["race"] == "Black") & (e["sex"] == "Male")
recall_black = (hit[women].mean() + hit[men].mean()) / 2

# %% recall-race kind="wrong" idea="Black women: contacted ones of all eligible Black people"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
recall_black_women = hit[women].sum() / black.sum()

# %% recall-race kind="wrong" idea="Black women: of all eligible women contacted"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
recall_black_women = hit[women].sum() / hit[e["sex"] == "Female"].sum()

# %% recall-race kind="wrong" idea="the number of contacted eligible Black women, not of eligible"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
eligible_black_women = int(hit[women].sum())

# %% recall-race kind="wrong" idea="the number of all Black women in test"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
eligible_black_women = int(((test["race"] == "Black") & (test["sex"] == "Female")).sum())

# %% recall-race kind="wrong" idea="all women instead of Black women"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
w = e["sex"] == "Female"
recall_black_women = hit[w].mean()
eligible_black_women = int(w.sum())

# %% recall-race kind="wrong" idea="Black and White exchanged"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
recall_black, recall_white = recall_white, recall_black

# %% recall-race kind="wrong" idea="share missed instead of share contacted"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
recall_black = 1 - recall_black
recall_white = 1 - recall_white
recall_black_women = 1 - recall_black_women

# %% recall-race kind="wrong" idea="accuracy in each group"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
ok = (test["score"] >= 0.5) == test["eligible"]
recall_black = ok[test["race"] == "Black"].mean()
recall_white = ok[test["race"] == "White"].mean()
recall_black_women = ok[(test["race"] == "Black") & (test["sex"] == "Female")].mean()

# %% recall-race kind="wrong" idea="rounded to two decimals"
e = test[test["eligible"]]
hit = e["score"] >= 0.5
black, white, women = (
    e["race"] == "Black",
    e["race"] == "White",
    (e["race"] == "Black") & (e["sex"] == "Female"),
)
recall_black = hit[black].mean()
recall_white = hit[white].mean()
recall_black_women = hit[women].mean()
eligible_black_women = int(women.sum())
recall_black, recall_white, recall_black_women = (
    round(recall_black, 2),
    round(recall_white, 2),
    round(recall_black_women, 2),
)

# %% recall-race kind="right" idea="MetricFrame by race and sex"
r = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=test["score"] >= 0.5,
    sensitive_features=test["race"],
).by_group
rs = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=test["score"] >= 0.5,
    sensitive_features=test[["race", "sex"]].astype(str),
).by_group
recall_black, recall_white = r["Black"], r["White"]
recall_black_women = rs["Black", "Female"]
eligible_black_women = len(test.query("race == 'Black' and sex == 'Female' and eligible"))

# %% recall-race kind="right" idea="plain loops over the rows"
counts = {}
for race, sex, eligible, score in zip(test["race"], test["sex"], test["eligible"], test["score"]):
    if eligible:
        for key in (race, (race, sex)):
            n, k = counts.get(key, (0, 0))
            counts[key] = (n + 1, k + (score >= 0.5))
recall_black = counts["Black"][1] / counts["Black"][0]
recall_white = counts["White"][1] / counts["White"][0]
eligible_black_women, k = counts["Black", "Female"]
recall_black_women = k / eligible_black_women

# %% recall-race kind="right" idea="scikit-learn recall_score with the model's own decisions"
from sklearn.metrics import recall_score

b = (test["race"] == "Black").to_numpy()
f = (test["sex"] == "Female").to_numpy()
y = test["eligible"].to_numpy()
p = model.predict(X_test)
recall_black = recall_score(y[b], p[b])
recall_white = recall_score(y[~b], p[~b])
recall_black_women = recall_score(y[b & f], p[b & f])
eligible_black_women = np.sum(y & b & f)

# %% remover kind="wrong" idea="only the column black is left out again, nothing is removed"
new_model = LogisticRegression(solver="newton-cholesky", tol=1e-8)
after = new_model.fit(X_learn, learn["eligible"]).predict(X_test)
found = test[test["eligible"]].assign(now=after[test["eligible"].to_numpy()])
recall_black_after = found.loc[found["race"] == "Black", "now"].mean()
recall_white_after = found.loc[found["race"] == "White", "now"].mean()

# %% remover kind="right" idea="a numpy table with the race in the last column, named by its place"
remover = CorrelationRemover(sensitive_feature_ids=[X_learn.shape[1]])
known = np.column_stack([X_learn, learn["race"] == "Black"]).astype(float)
asked = np.column_stack([X_test, test["race"] == "Black"]).astype(float)
new_model = LogisticRegression(solver="newton-cholesky", tol=1e-8)
after = new_model.fit(remover.fit_transform(known), learn["eligible"]).predict(
    remover.transform(asked)
)
found = test[test["eligible"]].assign(now=after[test["eligible"].to_numpy()])
recall_black_after = found.loc[found["race"] == "Black", "now"].mean()
recall_white_after = found.loc[found["race"] == "White", "now"].mean()

# %% other-question kind="wrong" idea="threshold 0.17 instead of 1/6"
c = test["score"] >= 0.17
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())

# %% other-question kind="wrong" idea="threshold 1/5, the ratio of the costs"
c = test["score"] >= 1 / 5
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())

# %% other-question kind="wrong" idea="threshold 5/6"
c = test["score"] >= 5 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())

# %% other-question kind="wrong" idea="all contacts, not how many more"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
more_contacts = int(c.sum())

# %% other-question kind="wrong" idea="more contacts among Black people only"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
b = test["race"] == "Black"
more_contacts = int(c[b].sum() - (test["score"] >= 0.5)[b].sum())

# %% other-question kind="wrong" idea="how many times as many"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
more_contacts = c.sum() / (test["score"] >= 0.5).sum()

# %% other-question kind="wrong" idea="the gain in recall, not the share now contacted"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
recall_black_lower = c[eb].mean() - (test["score"] >= 0.5)[eb].mean()

# %% other-question kind="wrong" idea="of all Black people the share contacted"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
recall_black_lower = c[test["race"] == "Black"].mean()

# %% other-question kind="wrong" idea="more contacts among the eligible only"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
more_contacts = int(
    (c & test["eligible"]).sum() - ((test["score"] >= 0.5) & test["eligible"]).sum()
)

# %% other-question kind="wrong" idea="recall of White people"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
recall_black_lower = c[test["eligible"] & (test["race"] == "White")].mean()

# %% other-question kind="wrong" idea="recall of everybody"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
recall_black_lower = c[test["eligible"]].mean()

# %% other-question kind="wrong" idea="negative: fewer instead of more"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
more_contacts = -more_contacts

# %% other-question kind="wrong" idea="the newly contacted only: recall of those between 1/6 and 0.5"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
between = (test["score"] >= 1 / 6) & (test["score"] < 0.5)
recall_black_lower = between[eb].mean()

# %% other-question kind="wrong" idea="counted on learn"
c = test["score"] >= 1 / 6
eb = test["eligible"] & (test["race"] == "Black")
recall_black_lower = c[eb].mean()
more_contacts = int(c.sum() - (test["score"] >= 0.5).sum())
s = model.predict_proba(X_learn)[:, 1]
more_contacts = int((s >= 1 / 6).sum() - (s >= 0.5).sum())

# %% other-question kind="right" idea="people between the two scores"
from sklearn.metrics import recall_score

b = test[test["race"] == "Black"]
recall_black_lower = recall_score(b["eligible"], b["score"] >= 1 / 6)
more_contacts = ((test["score"] >= 1 / 6) & (test["score"] < 0.5)).sum()

# %% other-question kind="right" idea="plain lists, an expected cost rule"
found = [
    s * 5 >= (1 - s)
    for r, e, s in zip(test["race"], test["eligible"], test["score"])
    if e and r == "Black"
]
recall_black_lower = sum(found) / len(found)
more_contacts = len([s for s in test["score"] if 1 / 6 <= s < 0.5])

# %% optimiser kind="wrong" idea="demographic parity: same share of all people"
opt = ThresholdOptimizer(
    estimator=model, constraints="demographic_parity", prefit=True, predict_method="predict_proba"
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = demographic_parity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="demographic parity, gap in recall measured"
opt = ThresholdOptimizer(
    estimator=model, constraints="demographic_parity", prefit=True, predict_method="predict_proba"
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="equalized odds asked"
opt = ThresholdOptimizer(
    estimator=model, constraints="equalized_odds", prefit=True, predict_method="predict_proba"
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="right decisions, gap in selection rates measured"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = demographic_parity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="thresholds learned on test (leak)"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_test, test["eligible"], sensitive_features=test["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="groups by sex, lines and gap"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["sex"])
decisions = opt.predict(X_test, sensitive_features=test["sex"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["sex"]
)

# %% optimiser kind="wrong" idea="groups by sex for the lines, gap by race"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["sex"])
decisions = opt.predict(X_test, sensitive_features=test["sex"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="gap of the decisions before (score of 0.5)"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], test["score"] >= 0.5, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="gap measured on learn"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    learn["eligible"],
    opt.predict(X_learn, sensitive_features=learn["race"], random_state=0),
    sensitive_features=learn["race"],
)

# %% optimiser kind="wrong" idea="the lines see only 0/1 decisions of the model (predict_method='predict')"
opt = ThresholdOptimizer(
    estimator=model, constraints="true_positive_rate_parity", prefit=True, predict_method="predict"
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="no optimiser: model's own decisions at 0.5"
decisions = (test["score"] >= 0.5).astype(int).to_numpy()
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="one fixed line per group from exercise 6, nothing drawn by lot"
line = test["race"].map({"Black": 0.48, "White": 0.53})
decisions = (test["score"] >= line).astype(int)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="false positive rate parity"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="false_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="decisions sorted by group, not in the order of test"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)
decisions = np.concatenate([decisions[test["race"] == "Black"], decisions[test["race"] == "White"]])

# %% optimiser kind="wrong" idea="the gap in percentage points"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = 100 * equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="wrong" idea="the gap between women and men measured"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["sex"]
)

# %% optimiser kind="wrong" idea="same constraint on recall of the not eligible (labels inverted)"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, ~learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)

# %% optimiser kind="right" idea="another seed, gap by hand, Series"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="true_positive_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=7)
decisions = pd.Series(decisions, index=test.index)
e = test["eligible"]
r = decisions[e].groupby(test["race"][e]).mean()
gap_after = abs(r["Black"] - r["White"])

# %% optimiser kind="right" idea="predict_method auto, group as a table, list of whole numbers"
opt = ThresholdOptimizer(
    estimator=model, constraints="true_positive_rate_parity", prefit=True, predict_method="auto"
)
opt.fit(X_learn, learn["eligible"].astype(int), sensitive_features=learn[["race"]])
decisions = [int(d) for d in opt.predict(X_test, sensitive_features=test[["race"]], random_state=0)]
frame = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=decisions,
    sensitive_features=test["race"],
)
gap_after = frame.difference()

# %% optimiser kind="right" idea="fairlearn's equivalent name: false_negative_rate_parity"
opt = ThresholdOptimizer(
    estimator=model,
    constraints="false_negative_rate_parity",
    prefit=True,
    predict_method="predict_proba",
)
opt.fit(X_learn, learn["eligible"], sensitive_features=learn["race"])
decisions = opt.predict(X_test, sensitive_features=test["race"], random_state=0)
gap_after = equal_opportunity_difference(
    test["eligible"], decisions, sensitive_features=test["race"]
)


# %% gap-between-large kind="wrong" idea="more than smallest, not at least"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() > smallest:
            rates.append(d[m].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="size counted over all people of the group"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if (g == name).sum() >= smallest and m.sum() > 0:
            rates.append(d[m].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="gap in selection rates"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(d[g == name].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="gap in false positive rates"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest and ((g == name) & (o == 0)).any():
            rates.append(d[(g == name) & (o == 0)].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="gap in precision"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        p = (g == name) & (d == 1)
        if m.sum() >= smallest and p.any():
            rates.append(o[p].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="smallest ignored: all groups"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.any():
            rates.append(d[m].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="largest group against second largest, by size"
def gap_between_large(decisions, outcome, group, smallest):
    t2 = pd.DataFrame({"d": list(decisions), "o": list(outcome), "g": list(group)})
    t2 = t2[t2["o"] == 1]
    r = t2.groupby("g")["d"].agg(["mean", "size"]).sort_values("size", ascending=False)
    return abs(r["mean"].iloc[0] - r["mean"].iloc[1])


# %% gap-between-large kind="wrong" idea="the first two groups by name"
def gap_between_large(decisions, outcome, group, smallest):
    t2 = pd.DataFrame({"d": list(decisions), "o": list(outcome), "g": list(group)})
    t2 = t2[t2["o"] == 1]
    r = t2.groupby("g")["d"].agg(["mean", "size"])
    r = r[r["size"] >= smallest]["mean"]
    return abs(r.iloc[0] - r.iloc[1])


# %% gap-between-large kind="wrong" idea="counts the contacted of outcome 1 (hits) for the size"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if (m & (d == 1)).sum() >= smallest:
            rates.append(d[m].mean())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="largest recall minus the overall recall"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(d[m].mean())
    return max(rates) - d[o == 1].mean()


# %% gap-between-large kind="wrong" idea="hard-coded for Black and White"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    return abs(d[(g == "Black") & (o == 1)].mean() - d[(g == "White") & (o == 1)].mean())


# %% gap-between-large kind="wrong" idea="the limit of 20 of the lesson fixed"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= 20:
            rates.append(d[m].mean())
    return max(rates) - min(rates) if rates else 0.0


# %% gap-between-large kind="wrong" idea="smallest minus largest: negative"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(d[m].mean())
    return min(rates) - max(rates)


# %% gap-between-large kind="wrong" idea="ratio instead of difference"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(d[m].mean())
    return max(rates) / min(rates) if min(rates) else 0.0


# %% gap-between-large kind="wrong" idea="recall divided by the size of the whole group"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(d[m].sum() / (g == name).sum())
    return max(rates) - min(rates)


# %% gap-between-large kind="wrong" idea="a gap in the recall of outcome 0 (specificity) too: the larger of both"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group)
    rates = []
    for name in set(g.tolist()):
        m = (g == name) & (o == 1)
        if m.sum() >= smallest:
            rates.append(
                (
                    d[m].mean(),
                    d[(g == name) & (o == 0)].mean() if ((g == name) & (o == 0)).any() else 0,
                )
            )
    return max(max(r[i] for r in rates) - min(r[i] for r in rates) for i in (0, 1))


# %% gap-between-large kind="right" idea="plain Python dictionaries"
def gap_between_large(decisions, outcome, group, smallest):
    seen = {}
    for d, o, g in zip(decisions, outcome, group):
        if o == 1:
            seen.setdefault(g, []).append(d)
    recalls = [sum(ds) / len(ds) for ds in seen.values() if len(ds) >= smallest]
    return max(recalls) - min(recalls)


# %% gap-between-large kind="right" idea="pandas groupby"
def gap_between_large(decisions, outcome, group, smallest):
    t2 = pd.DataFrame(
        {"d": np.asarray(decisions), "o": np.asarray(outcome), "g": np.asarray(group)}
    )
    r = t2[t2["o"] == 1].groupby("g", observed=True)["d"].agg(["size", "mean"])
    return np.ptp(r.loc[r["size"] >= smallest, "mean"].to_numpy())


# %% gap-between-large kind="right" idea="fairlearn on the rows of the large groups"
def gap_between_large(decisions, outcome, group, smallest):
    d, o, g = np.asarray(decisions), np.asarray(outcome), np.asarray(group).astype(str)
    names, counts = np.unique(g[o == 1], return_counts=True)
    keep = np.isin(g, names[counts >= smallest])
    return MetricFrame(
        metrics=true_positive_rate, y_true=o[keep], y_pred=d[keep], sensitive_features=g[keep]
    ).difference()


# %% statement kind="base"
statement = """
system: First-reading list of the citizens' desk of Marivelle, synthetic
decision: Which quarter of the comments is read on the day; a clerk decides
date: 2026-11-25
data:
  name: civic-comments
  rows: 4012
  period: 2024-01 – 2026-06
  limits:
    - Synthetic comments
groups:
  language:
    looked_at: [en, es, fr, pt]
criterion:
  metric: recall
  why: An urgent comment that is not read on the day harms the person who wrote it.
  said_by: The citizens' council of Marivelle
candidates:
  - name: one-list
    change: "The list of the lesson: highest scores first."
    measures:
      - {metric: recall, group: all, data: test, value: 0.47, low: 0.38, high: 0.56, count: 911}
      - {metric: recall, group: en, data: test, value: 0.59, low: 0.44, high: 0.72, count: 317}
      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.45, low: 0.28, high: 0.63, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.58, low: 0.37, high: 0.77, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.21, high: 0.29, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.26, low: 0.19, high: 0.35, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.12, low: 0.08, high: 0.16, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.34, low: 0.25, high: 0.43, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.35, low: 0.27, high: 0.45, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.34, low: 0.07, high: 0.6, count: 911}
  - name: quarter-of-each-language
    change: "Highest scores first within each language."
    measures:
      - {metric: recall, group: all, data: test, value: 0.48, low: 0.4, high: 0.57, count: 911}
      - {metric: recall, group: en, data: test, value: 0.57, low: 0.43, high: 0.7, count: 317}
      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}
      - {metric: recall, group: fr, data: test, value: 0.34, low: 0.2, high: 0.51, count: 116}
      - {metric: recall, group: pt, data: test, value: 0.49, low: 0.32, high: 0.67, count: 216}
      - {metric: selection rate, group: all, data: test, value: 0.25, low: 0.21, high: 0.29, count: 4012}
      - {metric: selection rate, group: en, data: test, value: 0.25, low: 0.18, high: 0.34, count: 1325}
      - {metric: selection rate, group: es, data: test, value: 0.25, low: 0.19, high: 0.32, count: 1188}
      - {metric: selection rate, group: fr, data: test, value: 0.25, low: 0.18, high: 0.33, count: 504}
      - {metric: selection rate, group: pt, data: test, value: 0.25, low: 0.18, high: 0.33, count: 995}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.24, low: 0.0, high: 0.49, count: 911}
chosen: quarter-of-each-language
reason: It serves Spanish better and has the smaller gap in recall.
price:
  - who: People who write in French and Portuguese
    bears: Fewer of their urgent comments are read on the day.
sensitive_attribute_at_decision:
  used: yes
  legal_basis: To be checked by the legal service of Marivelle
decided_by: The mayor of Marivelle
decided_on: 2026-11-25
review_on: 2027-05-25
stop_if:
  number: 0.4
  condition: The gap in recall between languages is larger than this number.
limits:
  - People who cannot write, or who write in none of the four languages, are not in the data.
"""

# %% statement kind="wrong" idea="the English row copied for Spanish"
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.59, low: 0.44, high: 0.72, count: 262}",
)
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.57, low: 0.43, high: 0.7, count: 262}",
)

# %% statement kind="wrong" idea="the same numbers for both candidates"
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
)

# %% statement kind="wrong" idea="the two candidates' numbers exchanged"
first = "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}"
second = "      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}"
statement = statement.replace(first, "-" * 99).replace(second, first)
statement = statement.replace("-" * 99, second)

# %% statement kind="wrong" idea="percentages instead of shares"
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 25, low: 20, high: 31, count: 262}",
)
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 43, low: 37, high: 49, count: 262}",
)

# %% statement kind="wrong" idea="selection rates of Spanish instead of recall"
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.12, low: 0.08, high: 0.16, count: 262}",
)
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.43, low: 0.29, high: 0.59, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.19, high: 0.32, count: 262}",
)

# %% statement kind="wrong" idea="low and high exchanged"
statement = statement.replace(
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.16, high: 0.38, count: 262}",
    "      - {metric: recall, group: es, data: test, value: 0.25, low: 0.38, high: 0.16, count: 262}",
)

# %% statement kind="wrong" idea="stop number that today's gap (0.24) exceeds already"
statement = statement.replace(
    "  number: 0.4",
    "  number: 0.1",
)

# %% statement kind="wrong" idea="stop number in percentage points"
statement = statement.replace(
    "  number: 0.4",
    "  number: 40",
)

# %% statement kind="wrong" idea="says that the language is not looked at, though there is a quarter of each"
statement = statement.replace(
    "  used: yes\n  legal_basis: To be checked by the legal service of Marivelle",
    "  used: no\n  legal_basis: ",
)

# %% statement kind="wrong" idea="yes, but no legal basis named"
statement = statement.replace(
    "  legal_basis: To be checked by the legal service of Marivelle",
    "  legal_basis: ",
)

# %% statement kind="wrong" idea="one-list chosen, stop number 0.3 below its gap 0.34"
statement = statement.replace(
    "chosen: quarter-of-each-language",
    "chosen: one-list",
)
statement = statement.replace(
    "  used: yes\n  legal_basis: To be checked by the legal service of Marivelle",
    "  used: no\n  legal_basis: ",
)
statement = statement.replace(
    "  number: 0.4",
    "  number: 0.3",
)

# %% statement kind="right" idea="quarter of each language"
# The statement as it is above.

# %% statement kind="right" idea="one list chosen, language not used, stop at 0.45"
statement = statement.replace(
    "chosen: quarter-of-each-language\nreason: It serves Spanish better and has the smaller gap in recall.",
    "chosen: one-list\nreason: It does not look at the language of a person.",
)
statement = statement.replace(
    "  - who: People who write in French and Portuguese",
    "  - who: People who write in Spanish",
)
statement = statement.replace(
    "  used: yes\n  legal_basis: To be checked by the legal service of Marivelle",
    "  used: no\n  legal_basis: ",
)
statement = statement.replace(
    "  number: 0.4",
    "  number: 0.45",
)

# %% statement kind="right" idea="numbers with four decimals, round trip through yaml in another order of keys"
import yaml

fields = yaml.safe_load(statement)
for candidate, numbers in zip(
    fields["candidates"], ((0.2519, 0.158, 0.3767), (0.4313, 0.2885, 0.5866))
):
    spanish = candidate["measures"][2]
    spanish["value"], spanish["low"], spanish["high"] = numbers
statement = yaml.safe_dump(fields, allow_unicode=True)

# %% statement kind="right" idea="none chosen"
statement = statement.replace(
    "chosen: quarter-of-each-language\nreason: It serves Spanish better and has the smaller gap in recall.",
    "chosen: none\nreason: Both lists miss more than half of the urgent comments; clerks go on reading in the order of arrival.",
)
statement = statement.replace(
    "  - who: People who write in French and Portuguese\n    bears: Fewer of their urgent comments are read on the day.",
    "  - who: All who write an urgent comment\n    bears: They wait as long as today.",
)
statement = statement.replace(
    "  used: yes\n  legal_basis: To be checked by the legal service of Marivelle",
    "  used: no\n  legal_basis: ",
)
statement = statement.replace(
    "  number: 0.4",
    "  number: 0.3",
)
