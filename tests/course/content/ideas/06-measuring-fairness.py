# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% high-risk kind="wrong" idea="only High"
high_risk = people["score_text"] == "High"

# %% high-risk kind="wrong" idea="only Medium"
high_risk = people["score_text"] == "Medium"

# %% high-risk kind="wrong" idea="the other way round: Low is true"
high_risk = people["score_text"] == "Low"

# %% high-risk kind="wrong" idea="score above 5, so 5 falls out"
high_risk = people["decile_score"] > 5

# %% high-risk kind="wrong" idea="score from 4 on"
high_risk = people["decile_score"] >= 4

# %% high-risk kind="wrong" idea="the score for violence instead"
high_risk = people["v_score_text"] != "Low"

# %% high-risk kind="wrong" idea="only the marked people are kept (filter, then all true)"
high_risk = people[people["score_text"].isin(["Medium", "High"])]["score_text"] != "Low"

# %% high-risk kind="wrong" idea="what happened instead of what was marked"
high_risk = people["two_year_recid"] == 1

# %% high-risk kind="wrong" idea="marked only among Hispanic people"
high_risk = people["score_text"].isin(["Medium", "High"]) & (people["race"] == "Hispanic")

# %% high-risk kind="wrong" idea="a share instead of a column"
high_risk = (people["score_text"] != "Low").mean()

# %% high-risk kind="wrong" idea="or-trap: == 'Medium' or 'High' by isin of one"
high_risk = people["score_text"].isin(["Medium" or "High"])

# %% high-risk kind="wrong" idea="values sorted, so they belong to other people"
high_risk = (people["score_text"] != "Low").sort_values().reset_index(drop=True)

# %% high-risk kind="right" idea="from the decile score"
high_risk = people["decile_score"] >= 5

# %% high-risk kind="right" idea="numpy array"
high_risk = np.where(people["score_text"] == "Low", False, True)

# %% high-risk kind="right" idea="plain list of true and false"
high_risk = [text in ("Medium", "High") for text in people["score_text"]]

# %% high-risk kind="right" idea="new column in the table"
people["high"] = ~people["score_text"].astype(str).eq("Low")
high_risk = people["high"]

# %% confusion-counts kind="wrong" idea="false positives and false negatives exchanged"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())
fp, fn = fn, fp

# %% confusion-counts kind="wrong" idea="everybody, not only Hispanic"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"].notna()
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())

# %% confusion-counts kind="wrong" idea="column is_recid (ever charged) instead of two_year_recid"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["is_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())

# %% confusion-counts kind="wrong" idea="only High counts as marked"
high = people["score_text"] == "High"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())

# %% confusion-counts kind="wrong" idea="the White defendants of the lesson"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Caucasian"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())

# %% confusion-counts kind="wrong" idea="shares of all Hispanic people, not counts"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())
n = his.sum()
tn, fp, fn, tp = tn / n, fp / n, fn / n, tp / n

# %% confusion-counts kind="wrong" idea="positive and negative exchanged: order tp, fn, fp, tn"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())
tn, fp, fn, tp = tp, fn, fp, tn

# %% confusion-counts kind="wrong" idea="tn and fn taken without looking at the outcome (all unmarked)"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())
tn = int((his & ~high).sum())
fn = int((his & again & ~high).sum())

# %% confusion-counts kind="wrong" idea="fp counts all marked people"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())
fp = int((his & high).sum())

# %% confusion-counts kind="wrong" idea="high_risk from the violence score"
high = people["v_score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
tn = int((his & ~again & ~high).sum())
fp = int((his & ~again & high).sum())
fn = int((his & again & ~high).sum())
tp = int((his & again & high).sum())

# %% confusion-counts kind="right" idea="scikit-learn's confusion matrix"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
from sklearn.metrics import confusion_matrix

tn, fp, fn, tp = confusion_matrix(again[his], high[his]).ravel()

# %% confusion-counts kind="right" idea="pandas crosstab"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
table = pd.crosstab(again[his], high[his])
tn, fp, fn, tp = (
    table.loc[False, False],
    table.loc[False, True],
    table.loc[True, False],
    table.loc[True, True],
)

# %% confusion-counts kind="right" idea="plain loop"
high = people["score_text"] != "Low"
high_risk = high
his = people["race"] == "Hispanic"
again = people["two_year_recid"] == 1
cases = {(0, False): 0, (0, True): 0, (1, False): 0, (1, True): 0}
for race, charged, text in zip(people["race"], people["two_year_recid"], people["score_text"]):
    if race == "Hispanic":
        cases[charged, text in ("Medium", "High")] += 1
tn, fp, fn, tp = cases.values()

# %% error-rates kind="wrong" idea="denominator the marked, and the unmarked"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = fp / (fp + tp)
fnr = fn / (fn + tn)

# %% error-rates kind="wrong" idea="only fpr by the marked"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = fp / (fp + tp)
fnr = fn / (fn + tp)

# %% error-rates kind="wrong" idea="of all Hispanic people"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = fp / (tn + fp + fn + tp)
fnr = fn / (tn + fp + fn + tp)

# %% error-rates kind="wrong" idea="the two exchanged"
tn, fp, fn, tp = 318, 87, 129, 103
fnr = fp / (fp + tn)
fpr = fn / (fn + tp)

# %% error-rates kind="wrong" idea="the share right instead of the share wrong"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = tn / (tn + fp)
fnr = tp / (tp + fn)

# %% error-rates kind="wrong" idea="ratio to the right ones, not a share (odds)"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = fp / tn
fnr = fn / tp

# %% error-rates kind="wrong" idea="percentages"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = 100 * fp / (fp + tn)
fnr = 100 * fn / (fn + tp)

# %% error-rates kind="wrong" idea="rounded to two decimals"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = round(fp / (fp + tn), 2)
fnr = round(fn / (fn + tp), 2)

# %% error-rates kind="wrong" idea="the rates of everybody in the file"
high = people["score_text"] != "Low"
fpr = high[people["two_year_recid"] == 0].mean()
fnr = (~high)[people["two_year_recid"] == 1].mean()

# %% error-rates kind="wrong" idea="fnr of the unmarked only"
tn, fp, fn, tp = 318, 87, 129, 103
fpr = fp / (fp + tn)
fnr = fn / (fn + tn)

# %% error-rates kind="right" idea="fairlearn's functions on the Hispanic rows"
h = people[people["race"] == "Hispanic"]
fpr = false_positive_rate(h["two_year_recid"], h["score_text"] != "Low")
fnr = false_negative_rate(h["two_year_recid"], h["score_text"] != "Low")

# %% error-rates kind="right" idea="means of the columns"
h = people[people["race"] == "Hispanic"]
marked = h["decile_score"] >= 5
fpr = marked[h["two_year_recid"] == 0].mean()
fnr = 1 - marked[h["two_year_recid"] == 1].mean()

# %% error-rates kind="right" idea="fractions"
tn, fp, fn, tp = 318, 87, 129, 103
from fractions import Fraction

fpr = Fraction(fp, fp + tn)
fnr = 1 - Fraction(tp, tp + fn)

# %% metric-frame kind="wrong" idea="outcome and score exchanged"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=high_risk,
    y_pred=people["two_year_recid"],
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="by sex, not by race"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people["sex"],
)

# %% metric-frame kind="wrong" idea="only High is marked"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=people["score_text"] == "High",
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="outcome is_recid"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["is_recid"],
    y_pred=high_risk,
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="only Black and White people"
high_risk = people["score_text"] != "Low"
two = people["race"].isin(["African-American", "Caucasian"])
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"][two],
    y_pred=high_risk[two],
    sensitive_features=people["race"][two].astype(str),
)

# %% metric-frame kind="wrong" idea="the functions of the two error rates exchanged under the names"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_negative_rate,
        "false_negative_rate": false_positive_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="y_true is the score as well (score against itself)"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=high_risk,
    y_pred=high_risk,
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="race as control feature, sex as sensitive"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people["sex"],
    control_features=people["race"],
)

# %% metric-frame kind="wrong" idea="by race and sex together"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people[["race", "sex"]],
)

# %% metric-frame kind="wrong" idea="error rates of NOT being marked (score inverted)"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=~high_risk,
    sensitive_features=people["race"],
)

# %% metric-frame kind="wrong" idea="only two metrics, without the selection rate"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people["race"],
)

# %% metric-frame kind="right" idea="own functions under the asked names"
high_risk = people["score_text"] != "Low"


def sel(y, p):
    return p.mean()


def fp_rate(y, p):
    return p[y == 0].mean()


def fn_rate(y, p):
    return 1 - p[y == 1].mean()


frame = MetricFrame(
    metrics={"selection_rate": sel, "false_positive_rate": fp_rate, "false_negative_rate": fn_rate},
    y_true=people["two_year_recid"],
    y_pred=high_risk.astype(int),
    sensitive_features=people["race"],
)

# %% metric-frame kind="right" idea="lists and text, metrics in another order"
frame = MetricFrame(
    metrics={f.__name__: f for f in (false_negative_rate, false_positive_rate, selection_rate)},
    y_true=people["two_year_recid"].tolist(),
    y_pred=[int(d >= 5) for d in people["decile_score"]],
    sensitive_features=people["race"].astype(str).tolist(),
)

# %% metric-frame kind="right" idea="race as a table of one column"
high_risk = people["score_text"] != "Low"
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"].astype(bool),
    y_pred=high_risk,
    sensitive_features=people[["race"]],
)

# %% gap kind="wrong" idea="rounded before subtracting (45% - 23%)"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = round(black, 2) - round(white, 2)

# %% gap kind="wrong" idea="ratio, not difference"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = black / white

# %% gap kind="wrong" idea="relative difference"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = (black - white) / white

# %% gap kind="wrong" idea="the false negative rates instead"
m = people["score_text"] == "Low"
a = people["two_year_recid"] == 1
gap = (
    m[a & (people["race"] == "Caucasian")].mean()
    - m[a & (people["race"] == "African-American")].mean()
)

# %% gap kind="wrong" idea="difference over all groups, largest minus smallest"
frame = MetricFrame(
    metrics=false_positive_rate,
    y_true=people["two_year_recid"],
    y_pred=people["score_text"] != "Low",
    sensitive_features=people["race"],
)
gap = frame.difference()

# %% gap kind="wrong" idea="the selection rates instead"
high = people["score_text"] != "Low"
gap = high[people["race"] == "African-American"].mean() - high[people["race"] == "Caucasian"].mean()

# %% gap kind="wrong" idea="percentage points"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = 100 * (black - white)

# %% gap kind="wrong" idea="the wrong way round, negative"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = white - black

# %% gap kind="wrong" idea="Black defendants against all others"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = black - high[spared & (people["race"] != "African-American")].mean()

# %% gap kind="wrong" idea="Black defendants against everybody"
high = people["score_text"] != "Low"
spared = people["two_year_recid"] == 0
black = high[spared & (people["race"] == "African-American")].mean()
white = high[spared & (people["race"] == "Caucasian")].mean()
gap = black - high[spared].mean()

# %% gap kind="wrong" idea="share of the marked not charged again (1 - precision)"
high = people["score_text"] != "Low"
ok = people["two_year_recid"] == 0
gap = (
    ok[high & (people["race"] == "Caucasian")].mean()
    - ok[high & (people["race"] == "African-American")].mean()
)

# %% gap kind="right" idea="from a frame of two groups"
two = people[people["race"].isin(["African-American", "Caucasian"])]
gap = MetricFrame(
    metrics=false_positive_rate,
    y_true=two["two_year_recid"],
    y_pred=two["decile_score"] >= 5,
    sensitive_features=two["race"].astype(str),
).difference()

# %% gap kind="right" idea="from counts"
gap = 805 / (990 + 805) - 349 / (1139 + 349)

# %% gap kind="right" idea="specificities subtracted the other way"
ok = people[people["two_year_recid"] == 0]
low = (ok["score_text"] == "Low").groupby(ok["race"].astype(str)).mean()
gap = low["Caucasian"] - low["African-American"]


# %% forced-fpr kind="wrong" idea="base rate upside down"
def forced_fpr(base_rate, ppv, fnr):
    return (1 - base_rate) / base_rate * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="precision upside down"
def forced_fpr(base_rate, ppv, fnr):
    return base_rate / (1 - base_rate) * ppv / (1 - ppv) * (1 - fnr)


# %% forced-fpr kind="wrong" idea="FNR instead of 1 - FNR"
def forced_fpr(base_rate, ppv, fnr):
    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * fnr


# %% forced-fpr kind="wrong" idea="the last factor forgotten"
def forced_fpr(base_rate, ppv, fnr):
    return base_rate / (1 - base_rate) * (1 - ppv) / ppv


# %% forced-fpr kind="wrong" idea="base rate not as odds"
def forced_fpr(base_rate, ppv, fnr):
    return base_rate * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="brackets missing: p / 1 - p"
def forced_fpr(base_rate, ppv, fnr):
    return base_rate / 1 - base_rate * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="the base rate of the lesson fixed"
def forced_fpr(base_rate, ppv, fnr):
    p = 0.514
    return p / (1 - p) * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="in percent"
def forced_fpr(base_rate, ppv, fnr):
    return 100 * base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="the complement: share of true negatives"
def forced_fpr(base_rate, ppv, fnr):
    return 1 - base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)


# %% forced-fpr kind="wrong" idea="cut at 0.5"
def forced_fpr(base_rate, ppv, fnr):
    return min(0.5, base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr))


# %% forced-fpr kind="right" idea="by counts of a group of 1,000"
def forced_fpr(base_rate, ppv, fnr):
    charged = 1000 * base_rate
    tp = charged * (1 - fnr)
    fp = tp / ppv - tp
    return fp / (1000 - charged)


# %% forced-fpr kind="right" idea="by exponents of logarithms"
def forced_fpr(base_rate, ppv, fnr):
    return float(
        np.exp(
            np.log(base_rate)
            - np.log(1 - base_rate)
            + np.log(1 - ppv)
            - np.log(ppv)
            + np.log(1 - fnr)
        )
    )


# %% forced-fpr kind="right" idea="a lambda, one fraction"
forced_fpr = lambda base_rate, ppv, fnr: base_rate * (1 - ppv) * (1 - fnr) / ((1 - base_rate) * ppv)
