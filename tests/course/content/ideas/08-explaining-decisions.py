# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% unpaid-share kind="wrong" idea="code 1 taken for not repaid"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = (u["credit_risk"] == 1).mean()

# %% unpaid-share kind="wrong" idea="of all not repaid, the share with unknown savings"
bad = loans[loans["credit_risk"] == 2]
unpaid_share = (bad["savings"] == "unknown or no savings account").mean()

# %% unpaid-share kind="wrong" idea="of all 1,000 loans"
unpaid_share = (
    (loans["savings"] == "unknown or no savings account") & (loans["credit_risk"] == 2)
).sum() / len(loans)

# %% unpaid-share kind="wrong" idea="share of everybody, savings ignored"
unpaid_share = (loans["credit_risk"] == 2).mean()

# %% unpaid-share kind="wrong" idea="mean of the code itself"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = u["credit_risk"].mean()

# %% unpaid-share kind="wrong" idea="in percent"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = 100 * (u["credit_risk"] == 2).mean()

# %% unpaid-share kind="wrong" idea="everybody with little savings too (under 100 DM)"
u = loans[loans["savings"].isin(["unknown or no savings account", "under 100 DM"])]
unpaid_share = (u["credit_risk"] == 2).mean()

# %% unpaid-share kind="wrong" idea="all the others instead (known savings)"
u = loans[loans["savings"] != "unknown or no savings account"]
unpaid_share = (u["credit_risk"] == 2).mean()

# %% unpaid-share kind="wrong" idea="ratio unpaid to repaid"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = (u["credit_risk"] == 2).sum() / (u["credit_risk"] == 1).sum()

# %% unpaid-share kind="wrong" idea="share of people with unknown savings"
unpaid_share = (loans["savings"] == "unknown or no savings account").mean()

# %% unpaid-share kind="right" idea="mean of the code minus 1"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = u["credit_risk"].mean() - 1

# %% unpaid-share kind="right" idea="value_counts of shares"
u = loans[loans["savings"] == "unknown or no savings account"]
unpaid_share = u["credit_risk"].value_counts(normalize=True)[2]

# %% unpaid-share kind="right" idea="crosstab"
unpaid_share = pd.crosstab(loans["savings"], loans["credit_risk"], normalize="index").loc[
    "unknown or no savings account", 2
]

# %% threshold kind="wrong" idea="line from the other cost: 6/8"
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
line = 6 / 8

# %% threshold kind="wrong" idea="line as the ratio of costs 2/6"
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
line = 2 / 6

# %% threshold kind="wrong" idea="line of the lesson, 1/6"
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
line = 1 / 6

# %% threshold kind="wrong" idea="line of personal loans, 0.2"
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
line = 0.2

# %% threshold kind="wrong" idea="line corrected for the share as well"
o = (0.25 / 0.75) * (0.1 / 0.9) / (0.3 / 0.7)
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
line = o / (1 + o)

# %% threshold kind="wrong" idea="odds given as the risk"
line = 2 / (2 + 6)
odds = 0.5 / 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)
fund_risk = odds

# %% threshold kind="wrong" idea="correction upside down"
line = 0.25
odds = (0.3 / 0.7) / (0.1 / 0.9)
fund_risk = odds / (1 + odds)

# %% threshold kind="wrong" idea="score scaled by the shares: 0.5 x 0.1 / 0.3"
line = 0.25
fund_risk = 0.5 * 0.1 / 0.3

# %% threshold kind="wrong" idea="the risk is the fund's share"
line = 0.25
fund_risk = 0.1

# %% threshold kind="wrong" idea="no correction: 0.5"
line = 0.25
fund_risk = 0.5

# %% threshold kind="wrong" idea="score 0.5 used as the odds"
line = 0.25
odds = 0.5 * (0.1 / 0.9) / (0.3 / 0.7)
fund_risk = odds / (1 + odds)

# %% threshold kind="right" idea="Bayes with weights"
a, b = 0.5 * 0.1 / 0.3, 0.5 * 0.9 / 0.7
line = 1 / 4
fund_risk = a / (a + b)

# %% threshold kind="right" idea="fractions"
from fractions import Fraction as F

line = F(2, 8)
fund_risk = F(7, 34)


# %% importance kind="wrong" idea="after minus before"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    return quality(copy) - quality(table)


# %% importance kind="wrong" idea="a negative loss set to 0"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    return max(0, quality(table) - quality(copy))


# %% importance kind="wrong" idea="the absolute loss"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    return abs(quality(table) - quality(copy))


# %% importance kind="wrong" idea="shuffles the table given itself, no copy"
def importance(quality, table, column, seed=0):
    before = quality(table)
    table[column] = np.random.default_rng(seed).permutation(table[column].to_numpy())
    return before - quality(table)


# %% importance kind="wrong" idea="drawn with putting back"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).choice(copy[column].to_numpy(), len(copy))
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="seed ignored"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(0).permutation(copy[column].to_numpy())
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="no seed at all"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng().permutation(copy[column].to_numpy())
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="sample() put back by index: pandas undoes the shuffle"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = copy[column].sample(frac=1, random_state=seed)
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="whole rows shuffled"
def importance(quality, table, column, seed=0):
    copy = table.sample(frac=1, random_state=seed)
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="every column shuffled, each for itself"
def importance(quality, table, column, seed=0):
    rng = np.random.default_rng(seed)
    copy = table.copy()
    for name in copy.columns:
        copy[name] = rng.permutation(copy[name].to_numpy())
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="the loss as a share of the quality before"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    return (quality(table) - quality(copy)) / quality(table)


# %% importance kind="wrong" idea="the column is turned upside down, not shuffled"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = copy[column].to_numpy()[::-1]
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="the column is set to its most frequent value"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = copy[column].mode().iloc[0]
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="a new column of the name column is added"
def importance(quality, table, column, seed=0):
    copy = table.assign(column=np.random.default_rng(seed).permutation(table[column].to_numpy()))
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="always shuffles the duration"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    name = "duration" if "duration" in copy.columns else column
    copy[name] = np.random.default_rng(seed).permutation(copy[name].to_numpy())
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="shifted by a number of rows that depends on the seed, not shuffled"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.roll(copy[column].to_numpy(), seed + 1)
    return quality(table) - quality(copy)


# %% importance kind="wrong" idea="shuffled before the quality before is measured: both on the copy"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    before = quality(copy)
    return before - quality(copy)


# %% importance kind="wrong" idea="only the quality after the shuffle"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = np.random.default_rng(seed).permutation(copy[column].to_numpy())
    return quality(copy)


# %% importance kind="right" idea="sample without index"
def importance(quality, table, column, seed=0):
    copy = table.copy()
    copy[column] = copy[column].sample(frac=1, random_state=seed).to_numpy()
    return quality(table) - quality(copy)


# %% importance kind="right" idea="plain Python shuffle of a list"
def importance(quality, table, column, seed=0):
    import random

    values = list(table[column])
    random.Random(seed).shuffle(values)
    return quality(table) - quality(table.assign(**{column: values}))


# %% importance kind="right" idea="mean of five shuffles"
def importance(quality, table, column, seed=0):
    rng = np.random.default_rng(seed)
    before = quality(table)
    after = []
    for _ in range(5):
        copy = table.copy()
        copy[column] = copy[column].take(rng.permutation(len(copy))).array
        after.append(quality(copy))
    return before - np.mean(after)


# %% importance kind="right" idea="scikit-learn's shuffle, RandomState"
def importance(quality, table, column, seed=0):
    from sklearn.utils import shuffle

    changed = table.copy(deep=True)
    changed.loc[:, column] = shuffle(table[column].to_numpy(), random_state=seed)
    return float(quality(table)) - float(quality(changed))


# %% average-line kind="wrong" idea="only the loans that really run 12 or 36 months"
average_12 = score(test[test["duration"] == 12]).mean()
average_36 = score(test[test["duration"] == 36]).mean()

# %% average-line kind="wrong" idea="on the 700 loans learned from"
average_12 = score(learn.assign(duration=12.0)).mean()
average_36 = score(learn.assign(duration=36.0)).mean()

# %% average-line kind="wrong" idea="on all 1,000 loans"
average_12 = score(loans.assign(duration=12.0)).mean()
average_36 = score(loans.assign(duration=36.0)).mean()

# %% average-line kind="wrong" idea="12 or 36 months added to each"
average_12 = score(test.assign(duration=test["duration"] + 12)).mean()
average_36 = score(test.assign(duration=test["duration"] + 36)).mean()

# %% average-line kind="wrong" idea="the median score"
average_12 = np.median(score(test.assign(duration=12.0)))
average_36 = np.median(score(test.assign(duration=36.0)))

# %% average-line kind="wrong" idea="share advised to refuse (score from 0.2)"
average_12 = (score(test.assign(duration=12.0)) >= 0.2).mean()
average_36 = (score(test.assign(duration=36.0)) >= 0.2).mean()

# %% average-line kind="wrong" idea="the actual unpaid shares of 12- and 36-month loans"
average_12 = test.loc[test["duration"] == 12, "unpaid"].mean()
average_36 = test.loc[test["duration"] == 36, "unpaid"].mean()

# %% average-line kind="wrong" idea="the two exchanged"
average_36 = score(test.assign(duration=12.0)).mean()
average_12 = score(test.assign(duration=36.0)).mean()

# %% average-line kind="wrong" idea="only one application (the first)"
average_12 = score(test.head(1).assign(duration=12.0))[0]
average_36 = score(test.head(1).assign(duration=36.0))[0]

# %% average-line kind="wrong" idea="durations only cut off at 12 or 36 (longer ones shortened)"
average_12 = score(test.assign(duration=test["duration"].clip(upper=12))).mean()
average_36 = score(test.assign(duration=test["duration"].clip(upper=36))).mean()

# %% average-line kind="wrong" idea="36 left at the mean of the untouched test"
average_12 = score(test.assign(duration=12.0)).mean()
average_36 = score(test).mean()

# %% average-line kind="wrong" idea="rounded to two decimals"
average_12 = round(score(test.assign(duration=12.0)).mean(), 2)
average_36 = round(score(test.assign(duration=36.0)).mean(), 2)

# %% average-line kind="wrong" idea="changes from the real mean, not the means"
average_12 = score(test.assign(duration=12.0)).mean() - score(test).mean()
average_36 = score(test.assign(duration=36.0)).mean() - score(test).mean()

# %% average-line kind="right" idea="scikit-learn's partial dependence"
from sklearn.inspection import partial_dependence

found = partial_dependence(
    fund,
    test[COLUMNS],
    ["duration"],
    custom_values={"duration": np.array([12.0, 36.0])},
    kind="average",
    response_method="predict_proba",
    method="brute",
)
average_12, average_36 = found["average"][0]

# %% average-line kind="right" idea="copy, loc, fund's own predict_proba"
copy = test[COLUMNS].copy()
copy.loc[:, "duration"] = 12.0
average_12 = float(np.average(fund.predict_proba(copy)[:, 1]))
copy.loc[:, "duration"] = 36.0
average_36 = sum(fund.predict_proba(copy)[:, 1]) / 300

# %% average-line kind="right" idea="1 minus the mean chance of being repaid, whole-number months"
average_12, average_36 = (
    1 - fund.predict_proba(test.assign(duration=m)[COLUMNS])[:, 0].mean() for m in (12, 36)
)

# %% longest-loan kind="wrong" idea="off by one: the first month at which it is not below"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(months[s >= 0.2][0])

# %% longest-loan kind="wrong" idea="place in the list instead of the months"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(np.flatnonzero(s < 0.2)[-1])

# %% longest-loan kind="wrong" idea="number of lengths below 0.2"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int((s < 0.2).sum())

# %% longest-loan kind="wrong" idea="score rounded to two decimals, 0.20 counts as below"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(months[s.round(2) <= 0.2][-1])

# %% longest-loan kind="wrong" idea="the shortest loan below 0.2"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(months[s < 0.2][0])

# %% longest-loan kind="wrong" idea="the longest below the score of this application now (0.216)"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(months[s < 0.216][-1])

# %% longest-loan kind="wrong" idea="threshold of the lesson, 1/6"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(months[s < 1 / 6][-1])

# %% longest-loan kind="wrong" idea="the average line of all applications instead of this one"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
a = np.array([score(test.assign(duration=float(m))).mean() for m in months])
longest = int(months[a < 0.2][-1]) if (a < 0.2).any() else 4

# %% longest-loan kind="wrong" idea="only lengths that occur in the file are tried"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
seen = sorted(loans["duration"].unique())
longest = int(max(m for m in seen if score(applicant.assign(duration=float(m)))[0] < 0.2))

# %% longest-loan kind="wrong" idea="the longest loan above 0.2"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = 72

# %% longest-loan kind="wrong" idea="months to take off, not the length left"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = 39 - int(months[s < 0.2][-1])

# %% longest-loan kind="wrong" idea="another application (the first of the test)"
months = np.arange(4, 73)
row = test.head(1)
s = np.array([score(row.assign(duration=float(m)))[0] for m in months])
longest = int(months[s < 0.2][-1]) if (s < 0.2).any() else 4

# %% longest-loan kind="wrong" idea="steps of six months"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
longest = int(max(m for m in range(6, 73, 6) if s[m - 4] < 0.2))

# %% longest-loan kind="wrong" idea="length with a guarantor too"
applicant = test.loc[[509]]
months = np.arange(4, 73)
s = np.array([score(applicant.assign(duration=float(m)))[0] for m in months])
g = np.array(
    [score(applicant.assign(duration=float(m), other_debtors="guarantor"))[0] for m in months]
)
longest = int(months[g < 0.2][-1])

# %% longest-loan kind="right" idea="while loop downwards"
longest = 72
while score(test.loc[[509]].assign(duration=longest))[0] >= 0.2:
    longest -= 1

# %% longest-loan kind="right" idea="solved from the straight line of the points"
row = test.loc[[509]]
logit = lambda p: np.log(p / (1 - p))
a = logit(score(row.assign(duration=0.0))[0])
b = logit(score(row.assign(duration=1.0))[0]) - a
longest = np.ceil((logit(0.2) - a) / b) - 1

# %% longest-loan kind="right" idea="one table of 69 rows"
rows = pd.concat([test.loc[[509]]] * 69).assign(duration=np.arange(4, 73).astype(float))
longest = rows["duration"][score(rows) < 0.2].max()


# %% perspicuity kind="wrong" idea="the English constants"
def perspicuity(words, sentences, syllables):
    return 206.835 - 84.6 * syllables / words - 1.015 * words / sentences


# %% perspicuity kind="wrong" idea="syllables and words exchanged in the fraction"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * words / syllables - words / sentences


# %% perspicuity kind="wrong" idea="sentences per word"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * syllables / words - sentences / words


# %% perspicuity kind="wrong" idea="syllables per sentence"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * syllables / sentences - words / sentences


# %% perspicuity kind="wrong" idea="plus in the last part"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * syllables / words + words / sentences


# %% perspicuity kind="wrong" idea="rounded"
def perspicuity(words, sentences, syllables):
    return round(206.835 - 62.3 * syllables / words - words / sentences)


# %% perspicuity kind="wrong" idea="another order of the counts (sentences, words, syllables)"
def perspicuity(sentences, words, syllables):
    return 206.835 - 62.3 * syllables / words - words / sentences


# %% perspicuity kind="wrong" idea="order as in the formula: syllables, words, sentences"
def perspicuity(syllables, words, sentences):
    return 206.835 - 62.3 * syllables / words - words / sentences


# %% perspicuity kind="wrong" idea="whole-number division"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * (syllables // words) - words // sentences


# %% perspicuity kind="wrong" idea="kept between 0 and 100"
def perspicuity(words, sentences, syllables):
    return min(100, max(0, 206.835 - 62.3 * syllables / words - words / sentences))


# %% perspicuity kind="wrong" idea="Fernández Huerta's constants (206.84, 60, 102)"
def perspicuity(words, sentences, syllables):
    return 206.84 - 60 * syllables / words - 1.02 * words / sentences


# %% perspicuity kind="wrong" idea="the last part forgotten"
def perspicuity(words, sentences, syllables):
    return 206.835 - 62.3 * syllables / words


# %% perspicuity kind="wrong" idea="brackets: everything divided by words"
def perspicuity(words, sentences, syllables):
    return (206.835 - 62.3 * syllables) / words - words / sentences


# %% perspicuity kind="right" idea="fractions"
def perspicuity(words, sentences, syllables):
    from fractions import Fraction as F

    return float(
        F("206.835") - F("62.3") * F(int(syllables), int(words)) - F(int(words), int(sentences))
    )


# %% perspicuity kind="right" idea="numpy dot product"
def perspicuity(words, sentences, syllables):
    return np.dot([206.835, -62.3, -1], [1, syllables / words, words / sentences])


# %% perspicuity kind="right" idea="one common denominator"
def perspicuity(words, sentences, syllables):
    return (206.835 * words * sentences - 62.3 * syllables * sentences - words**2) / (
        words * sentences
    )


# %% model-card kind="wrong" idea="measured on the 700 loans learned from"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
a = score(learn) >= 0.2
l_ages = pd.cut(learn["age"], [18, 24, 59, 75], labels=["19-24", "25-59", "60-75"])
ms = measures(
    learn["unpaid"], a, data="test", metrics=("accuracy", "baseline accuracy")
) + measures(learn["unpaid"], a, data="test", groups=l_ages, metrics=("false positive rate",))
values = [(m.value, m.low, m.high, m.count) for m in ms]
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="percentages, not shares"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
values = [(100 * v, 100 * l, 100 * h, n) for v, l, h, n in values]
digits = 0
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="count 300 in every row"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
values = [(v, l, h, 300) for v, l, h, n in values]
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="young and middle group exchanged"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
values[3], values[4] = values[4], values[3]
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="low and high exchanged in every row"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
values = [(v, h, l, n) for v, l, h, n in values]
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="accuracy and its baseline exchanged"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
values[0], values[1] = values[1], values[0]
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="accuracy at a threshold of 0.5 put in"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
half = measures(test["unpaid"], score(test) >= 0.5, data="test", metrics=("accuracy",))[0]
values[0] = (half.value, half.low, half.high, half.count)
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="threshold of the lesson, 0.167"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
threshold = "0.167"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="threshold 0.5"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
threshold = "0.5"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="threshold as percent"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
threshold = "20"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="review on the day of the card"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
review = "2026-11-25"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="review before the card"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
review = "2026-05-25"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="the owner left open"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
owner = "..."
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="wrong" idea="group rates counted on all people of the group (selection rate), not on those who repaid"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
for i, g in enumerate(["19-24", "25-59", "60-75"]):
    a = advised[(ages == g).to_numpy()]
    v = values[3 + i]
    values[3 + i] = (a.mean(), v[1], v[2], len(a))
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="right" idea="two decimals as in the table"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="right" idea="four decimals, review in a year"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
digits = 4
review = "2027-11-25"
threshold = "0.20"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text

# %% model-card kind="right" idea="round trip through yaml, keys sorted"
text = form.format(
    name="Score for personal loans",
    purpose="Advise the fund's clerks which applications to examine more closely.",
    data="German credit, with the code table of 2019",
    measures="\n".join(
        "  - {metric: " + m.metric + ", group: " + m.group + ", data: test, NUMBERS}"
        for m in measured
    ),
)
values = [(m.value, m.low, m.high, m.count) for m in measured]
digits = 2
threshold, review, owner = "0.2", "2027-05-25", "Regional loan fund, head of lending Maria Okello"
for value, low, high, people_behind in values:
    text = text.replace(
        "NUMBERS",
        f"value: {round(value, digits)}, low: {round(low, digits)}, high: {round(high, digits)}, count: {people_behind}",
        1,
    )
text = text.replace("owner: ...", "owner: " + owner).replace(
    "contact: ...", "contact: Counter 2, telephone 0800 555 0177"
)
text = text.replace("not_for:\n  - ...", "not_for:\n  - Refusing a loan without a clerk")
text = text.replace(
    "\ndecision: ...", "\ndecision: A clerk grants or refuses the loan; the score advises."
)
text = text.replace(
    "limits:\n    - ...",
    "limits:\n    - One bank half a century ago, and people who were refused are missing.",
)
text = text.replace("threshold: ...", "threshold: " + threshold).replace(
    "threshold_why: ...",
    "threshold_why: It follows from the costs that the fund's board gave for personal loans.",
)
text = text.replace(
    "fails_for:\n  - ...",
    "fails_for:\n  - People from 19 to 24 who repay are refused more often than older people.",
)
text = text.replace(
    "human_check: ...", "human_check: A clerk reads the whole application before each refusal."
)
text = text.replace(
    "explanation: ...",
    "explanation: A letter with the main reasons, a way forward and a person to ask.",
)
text = text.replace("review_on: ...", "review_on: " + review)
card = text
import yaml

card = yaml.safe_dump(yaml.safe_load(card), sort_keys=True, allow_unicode=True)
