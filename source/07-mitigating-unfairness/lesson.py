# %% [markdown]
# # Mitigating unfairness
#
# **The decision.** A contractor offers our office a list of people to contact, and the list reaches some groups less often than others. Which remedy should we ask for, what does it cost, who bears the cost, and does the law allow it?
#
# **After this lesson you can**
#
# - say which gap a remedy closes, and which other gap it opens;
# - compare four remedies: a threshold for each group, learning under a constraint, reweighing, and another question;
# - read the accuracy-fairness frontier, and see what it leaves out;
# - say when a remedy looks at a person's group, and what to ask your lawyer;
# - recognise labels that carry past neglect, and correct them;
# - complete a one-page fairness statement with measured numbers.
#
# {{time}}
#
# **Data.** Two sets that you know. Adult (module 03): 48,842 people from a survey of the United States Census Bureau of 1994, published on 30 April 1996; real, without names, old, for learning only. And 20,000 comments to the city hall of Marivelle (module 04): **synthetic**, so that we know which ones were urgent. They prove nothing about a real city.
#
# Answer each question before you run the cell below it. Code that no exercise needs is folded; to read it, press “Show the code”. While a cell is running, the bar at the top says “Working …”.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** 15 for the top and section 1, 25 for section 2 with its group activity, 15 for section 3, 10 for section 4, 20 for section 5, 5 for section 6.
#
# **Prepare** one sheet of paper for each group with the legal facts of section 2, and find out which law of your country speaks of different rules for women and men. Run all cells once before the session (one to three minutes).
#
# **If time is short**, leave out the part on many groups in section 1 and the last table of the page to keep. Do not leave out section 5: the note of the assignment rests on it.

# %% folded="imports"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    equal_opportunity_difference,
    equalized_odds_difference,
    selection_rate,
    true_positive_rate,
)
from fairlearn.postprocessing import ThresholdOptimizer
from fairlearn.preprocessing import CorrelationRemover
from fairlearn.reductions import (
    DemographicParity,
    ErrorRate,
    ExponentiatedGradient,
    TruePositiveRateParity,
)
from sklearn.compose import make_column_transformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, show, translator
from course.dossier import FairnessStatement, measures

t = translator("07-mitigating-unfairness")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"
SEEDS = range(5)

# %% [markdown]
# ## 1. Is it enough to leave the column out?
#
# In module 03, an office had to contact people who could join a pension scheme. It called people with a high income *eligible*, as a stand-in. A model gave each person a score. People with a score of 0.5 or more are contacted; the others can still apply.

# %% id="data"
people = load_dataset("adult")
people["eligible"] = people["income"] == ">50K"
learn, test = people[people["split"] == "train"], people[people["split"] == "test"]
len(learn), len(test)

# %% [markdown]
# The model learned from the people in `learn`. We measure on those in `test`, whom it has not met. The next cell repeats the model of module 03 and puts its scores into the column `score`. The model does not use the sex, the race or the country of birth.


# %% folded="model"
NUMBERS = ["age", "education_num", "hours_per_week", "capital_gain", "capital_loss"]
WORDS = ["workclass", "occupation", "marital_status"]


def logistic():
    return LogisticRegression(solver="newton-cholesky", tol=1e-8)


def prepared(words):
    """Columns for learning and for testing: numbers on one scale, 0 and 1 for each word."""
    encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    prepare = make_column_transformer((StandardScaler(), NUMBERS), (encoder, words))
    prepare.set_output(transform="pandas")
    return prepare.fit_transform(learn[NUMBERS + words]), prepare.transform(test[NUMBERS + words])


def figures(decisions):
    """Accuracy; recall of women and of men and its gap (only the eligible matter for these)."""
    recall = MetricFrame(
        metrics=true_positive_rate,
        y_true=eligible[eligible],
        y_pred=np.asarray(decisions)[eligible],
        sensitive_features=sex[eligible],
    )
    return {
        "accuracy": accuracy_score(eligible, decisions),
        "women": recall.by_group["Female"],
        "men": recall.by_group["Male"],
        "gap": recall.difference(),
    }


def gap_in_points(first, second):
    """The gap of two shares in percentage points, from the shares as the tables show them."""
    return abs(round(100 * first, 1) - round(100 * second, 1))


X_learn, X_test = prepared(WORDS)
model = logistic().fit(X_learn, learn["eligible"])
start = model.predict(X_test)
test = test.assign(score=model.predict_proba(X_test)[:, 1])
scores = test["score"].to_numpy()
sex, eligible = test["sex"], test["eligible"]

# %% [markdown]
# Which harm matters here? A person does not hear of a right. So our **criterion** is recall, also called the true positive rate: *of the eligible people, what share is contacted?* `MetricFrame` computes it for each group.

# %% id="recall"
recalls = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=test["score"] >= 0.5,
    sensitive_features=test["sex"],
).by_group
recalls

# %% [markdown]
# The **gap** is the recall of men minus the recall of women. fairlearn's `equal_opportunity_difference` gives its size without the sign: the largest true positive rate of the label 1, here the favourable decision, minus the smallest. (For COMPAS in module 06 the advantage is the label 0: recode it, or use `true_positive_rate` with `pos_label=0`.) A difference of 0.01 is one percentage point.
#
# **Several conditions.** `&` means “and”: the next cell keeps the eligible women aged 50 or more. The two results are their recall and their number. (`np.float64` only says how Python stores a number.)

# %% id="two-conditions"
older = test[(test["sex"] == "Female") & (test["age"] >= 50) & test["eligible"]]
(older["score"] >= 0.5).mean(), len(older)

# %% [markdown]
# Their recall rests on 131<!--above two-conditions--> people only.
#
# **A function** is a recipe with a name: ingredients in brackets, a result after `return`. Its lines begin with four spaces. This one gives the recall of women or of men.


# %% id="function"
def recall_of(table, name):
    """Of the eligible people of one sex, the share contacted."""
    asked = table[(table["sex"] == name) & table["eligible"]]
    return (asked["score"] >= 0.5).mean()


recall_of(test, "Male")

# %% [markdown]
# **Many groups.** How large is the gap in recall between occupations? We put three columns side by side, keep the eligible people (outcome 1), and group them.

# %% id="many-groups"
table = pd.DataFrame(
    {
        "decision": np.asarray(test["score"] >= 0.5),
        "outcome": np.asarray(test["eligible"]),
        "group": np.asarray(test["occupation"]),
    }
)
counted = table[table["outcome"] == 1].groupby("group")["decision"]
counted.mean().max() - counted.mean().min()

# %% [markdown]
# The gap is almost 80 points, because of two people who work in private households. `counted.size()` is the number of eligible people in each group, and square brackets keep some groups: here those with at least 100.

# %% id="large-groups"
large = counted.mean()[counted.size() >= 100]
large.max() - large.min()

# %% [markdown]
# It is about 59 points. Among eight groups of these sizes with equal recall, chance alone makes a gap of 9 points on average (section 6). Decide before you measure how many people a group must have.
#
# Back to women and men. How large is the gap of three models: one that also uses the sex, that of module 03, and one without the marital status? The next cell takes about five seconds.

# %% folded="leave-out"
rows = {}
for name, words in {t("with the sex"): [*WORDS, "sex"], t("module 03"): WORDS,
                    t("without marital status"): WORDS[:2]}.items():  # fmt: skip
    known, asked = (X_learn, X_test) if words is WORDS else prepared(words)
    rows[name] = figures(logistic().fit(known, learn["eligible"]).predict(asked))
left_out = pd.DataFrame(rows).T
shown = left_out[["accuracy", "women", "men"]].map(lambda share: t.percent(share, digits=1))
shown.columns = [t("accuracy"), t("of eligible women, contacted"), t("of eligible men, contacted")]
shown.assign(
    **{
        t("gap, percentage points"): [
            t.number(gap_in_points(women, men), 1)
            for women, men in zip(left_out["women"], left_out["men"])
        ]
    }
)

# %% folded="chance"
guess = logistic().fit(X_learn, learn["sex"] == "Male").predict(X_test)
print(
    t(
        "Sex guessed correctly from the columns of module 03: {share}; always guessing “man”: {base}"
    ).format(
        share=t.percent(accuracy_score(sex == "Male", guess)),
        base=t.percent((sex == "Male").mean()),
    )
)


def gap_of(decisions, truth, groups):
    """The gap in recall with the 95% interval of the signed difference."""
    metrics = ["equal opportunity difference"]
    return measures(truth, decisions, data="test", groups=groups, metrics=metrics)[0]


def interval(measure):
    """The ends of an interval in percentage points, to read."""
    low, high = (t.number(100 * end, 1) for end in (measure.low, measure.high))
    return t("{low} to {high}").format(low=low, high=high)


before = gap_of(start, eligible, sex)
print(
    t("Gap of module 03's model: {gap} points, interval {ends}").format(
        gap=t.number(100 * before.value, 1), ends=interval(before)
    )
)


# %% folded="figure-leave-out"
def dumbbells(ax, rows, names):
    """One row each: two groups' shares as a dot and a square, and the line between them."""
    for y, (first, second) in enumerate(rows.values()):
        ax.plot([first, second], [y, y], color=GREY, lw=3, zorder=1)
        ax.scatter(first, y, color=AMBER, s=90, zorder=2, edgecolors="black")
        ax.scatter(second, y, color=DARK, s=80, marker="s", zorder=2, edgecolors="black")
        side = 1 if second >= first else -1
        for share, way in ((first, -side), (second, side)):
            ax.annotate(t.percent(share), (share, y), (8 * way, 0), textcoords="offset points",
                        va="center", ha="left" if way > 0 else "right")  # fmt: skip
    ax.set_yticks(range(len(rows)), rows)
    ax.set_ylim(len(rows) - 0.5, -0.9)
    ax.xaxis.set_major_formatter(t.percent)
    ax.scatter([], [], color=AMBER, s=90, edgecolors="black", label=names[0])
    ax.scatter([], [], color=DARK, s=80, marker="s", edgecolors="black", label=names[1])


fig, ax = plt.subplots(figsize=(8, 3.2))
pairs = {name: (row["women"], row["men"]) for name, row in left_out.iterrows()}
dumbbells(ax, pairs, [t("women"), t("men")])
ax.set_xlim(0.25, 0.75)
ax.legend(frameon=False, loc="lower right")
show(
    fig,
    title=t("Without the marital status the gap narrows, but fewer people are reached"),
    subtitle=t("Of the eligible, share contacted"),
    source="adult",
    alt=t(
        "Recall of women and of men for three models. With the sex: {a} and {b}. As in module 03: "
        "{c} and {d}. Without the marital status: {e} and {f}, both lower."
    ).format(**dict(zip("abcdef", map(t.percent, left_out[["women", "men"]].to_numpy().ravel())))),
)

# %% [markdown]
# The model of module 03 contacts 61.5%<!--above leave-out--> of the eligible men and 44.6%<!--above leave-out--> of the eligible women. The gap is 16.9<!--above chance--> points, with a 95% interval (module 06) from 12.5<!--above chance--> to 21.2<!--above chance-->.
#
# Leaving out the sex narrowed the gap a little, from 20.1<!--above leave-out--> points. The other columns still say much about it: from them the sex is guessed correctly for 79%<!--above chance--> of the people; always guessing “man” would be correct for 67%<!--above chance-->.
#
# Without the marital status the gap is 6.6<!--above leave-out--> points. But of the eligible women 36.4%<!--above leave-out--> are contacted, fewer than before. The gap is smaller because both groups are reached less often. **Read the rates, not only the gap.**
#
# **What the law calls this.** A rule that does not mention a group but puts its people at a particular disadvantage can be *indirect discrimination* (European Union; for ethnic origin Directive 2000/43/EC, Article 2(2)(b)) or *disparate impact* (United States, employers, 42 U.S.C. 2000e-2(k)). It needs an *objective justification*: a legitimate aim and means that are appropriate and necessary (*proportionality*, European Union), or business necessity (United States). In C-83/14, *CHEZ* (16 July 2015), a measure against theft of electricity covered districts where mainly Roma people lived; the national court had to find out whether less restrictive means existed. The remedies below can be such means.
#
# **Check yourself.** A vendor says: “Our model does not use the sex, so it cannot treat women worse.” What do you answer? Choose one answer (`vendor_answer`).
#
# - `agree`: the statement is correct: a model cannot use what is not in its data
# - `drop-more`: leave out all columns that are related to the sex, such as marital status
# - `measure`: show the recall of women and of men, measured on people new to the model
# - `ask-accuracy`: show that the accuracy is as high as that of the other offers we received

# %%
vendor_answer = "..."

# %%
check("quick-leave-out", vendor_answer)

# %% [markdown] facilitator=true
# Participants often say: “Then we take the marital status out too, and the gap is almost closed.” Answer: ask them to read the recall of women aloud, before and after. Fewer women are contacted than before.

# %% [markdown]
# ## 2. A threshold for each group: which gap closes, and is it allowed?
#
# A **threshold** is the score from which a person is contacted. The first remedy leaves the scores as they are and sets a threshold for each group. fairlearn's `ThresholdOptimizer` looks for the thresholds with the highest accuracy while a **constraint** holds:
#
# - `demographic_parity`: the same selection rate (of all people, what share is contacted);
# - `true_positive_rate_parity`: the same recall (of the eligible people, what share is contacted);
# - `equalized_odds`: the same recall *and* the same false positive rate.
#
# The model is finished (`prefit=True`) and gives scores (`predict_method="predict_proba"`). The optimiser learns the thresholds on `learn` and decides about `test`. In part it draws lots; the seed `random_state=0` makes the draw repeatable.

# %% id="one-optimiser"
optimiser = ThresholdOptimizer(
    estimator=model,
    constraints="demographic_parity",
    prefit=True,
    predict_method="predict_proba",
)
optimiser.fit(X_learn, learn["eligible"], sensitive_features=learn["sex"])
decisions = optimiser.predict(X_test, sensitive_features=test["sex"], random_state=0)
demographic_parity_difference(test["eligible"], decisions, sensitive_features=test["sex"])

# %% [markdown]
# The selection rates are almost equal. And the recalls?

# %%
equal_opportunity_difference(test["eligible"], decisions, sensitive_features=test["sex"])

# %% [markdown]
# The next cell does the same under all three constraints. It takes about five seconds.

# %% folded="thresholds"
CONSTRAINTS = {
    "demographic_parity": t("same selection rate"),
    "true_positive_rate_parity": t("same recall"),
    "equalized_odds": t("equalized odds"),
}
decided, chances = {t("before"): start}, {}
for constraint, name in CONSTRAINTS.items():
    optimiser = ThresholdOptimizer(
        estimator=model, constraints=constraint, prefit=True, predict_method="predict_proba"
    ).fit(X_learn, learn["eligible"], sensitive_features=learn["sex"])
    runs = [optimiser.predict(X_test, sensitive_features=sex, random_state=seed) for seed in (0, 1)]
    decided[name] = runs[0]
    # `interpolated_thresholder_.interpolation_dict` states both thresholds and their chances for
    # each group. This is the chance of each person, for which fairlearn has no public function.
    chances[name] = optimiser._pmf_predict(X_test, sensitive_features=sex)[:, 1]
    moved = (runs[0] != runs[1]).sum()
    print(t("{name}: {n} decisions differ between two draws").format(name=name, n=moved))
GAPS = {
    t("gap in selection"): demographic_parity_difference,
    t("gap in recall"): equal_opportunity_difference,
    t("equalized odds difference"): equalized_odds_difference,
}
table = pd.DataFrame(
    {
        name: {t("accuracy"): t.percent(accuracy_score(eligible, run), digits=1)}
        | {
            gap: t.number(100 * measure(eligible, run, sensitive_features=sex), 1)
            for gap, measure in GAPS.items()
        }
        for name, run in decided.items()
    }
).T
table

# %% folded="figure-thresholds"
fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True)
names = [t("women"), t("men")]
for ax, (title, metric) in zip(
    axes,
    {
        t("Of all people, share contacted"): selection_rate,
        t("Of the eligible, share contacted"): true_positive_rate,
    }.items(),
):
    rows = {}
    for name, run in decided.items():
        rates = MetricFrame(
            metrics=metric, y_true=eligible, y_pred=run, sensitive_features=sex
        ).by_group
        rows[name] = (rates["Female"], rates["Male"])
    dumbbells(ax, rows, names)
    ax.set_xlabel(title)
axes[0].set_xlim(-0.03, 0.4)
axes[1].set_xlim(0.3, 0.95)
fig.legend(*axes[0].get_legend_handles_labels(), loc="outside upper left", ncols=2)
show(
    fig,
    title=t("Equal selection opens a new gap in recall, the other way round"),
    source="adult",
    alt=t(
        "Selection rate and recall of women and men under four rules. Under the same selection "
        "rate, recall is {women} for women and {men} for men. Under the same recall, both "
        "are near {same}."
    ).format(
        women=t.percent(rows[t("same selection rate")][0]),
        men=t.percent(rows[t("same selection rate")][1]),
        same=t.percent(rows[t("same recall")][1]),
    ),
)

# %% folded="threshold-lines"
table = {}
for name, chance in chances.items():
    for group, text in {"Female": t("women"), "Male": t("men")}.items():
        ours = (sex == group).to_numpy()
        lot = ours & (chance > 0) & (chance < 1)
        least, most = (t.percent(end, digits=1) for end in (chance[lot].min(), chance[lot].max()))
        table[name, text] = {
            t("contacted for sure, from a score of"): (
                t.number(scores[ours & (chance == 1)].min(), 2)
                if (chance[ours] == 1).any()
                else "–"
            ),
            t("drawn by lot, from a score of"): t.number(scores[lot].min(), 2),
            t("with a chance of"): (
                least if least == most else t("{low} to {high}").format(low=least, high=most)
            ),
            t("people drawn by lot"): t("{n} of {all}").format(
                n=t.number(lot.sum()), all=t.number(ours.sum())
            ),
        }
pd.DataFrame(table).T

# %% folded="threshold-gaps"
found = figures(decided[t("same recall")])
print(
    t("Same recall, of the eligible contacted: women {women}, men {men}").format(
        women=t.percent(found["women"], digits=1), men=t.percent(found["men"], digits=1)
    )
)

# %% [markdown]
# Under the same selection rate, the gap in selection is 0.7<!--above thresholds--> points. But the gap in recall is now 32.3<!--above thresholds--> points: eligible women are contacted more often than eligible men. Under the same recall, the gap that we wanted to close is 1.5<!--above thresholds--> points. (With thresholds learned on people whom the model had not met, it was 0.7 to 1.1 points in three stored runs.) Not all gaps can close at once (module 06), since a larger share of men than of women is eligible in these data.
#
# The accuracy does not show the price of the same recall. Men are contacted for sure from a score of 0.56<!--above threshold-lines-->, women from 0.36<!--above threshold-lines-->. So more eligible women are contacted, and fewer eligible men: 56.8%<!--above threshold-gaps--> of them instead of 61.5%<!--above leave-out-->.
#
# To make the rates exactly equal, the tool sets two thresholds in each group and **draws lots** for the people between them. Under the same recall, 174<!--above threshold-lines--> women and 52<!--above threshold-lines--> men are in the lottery, with a chance of contact of 0.3%<!--above threshold-lines--> and 90.9%<!--above threshold-lines-->. Under equalized odds *every* woman is in it, whatever her score, and of the men only 357<!--above threshold-lines-->. So lots can decide far from the threshold, and for one group alone. A seed makes the draw repeatable, but it does not give a person a reason.
#
# **May we look at the group when we decide?** This remedy has to know the sex of each person *at the moment of the decision*. Whether that is allowed depends on the country, the field and the attribute:
#
# - **United States, choosing staff.** Since 21 November 1991, the law forbids an employer to use different cut-off scores in selection tests by race, colour, religion, sex or national origin (Civil Rights Act of 1991, section 106).
# - **European Union, insurance.** On 1 March 2011 the Court of Justice (C-236/09, *Test-Achats*) struck down the exception that let insurers use the sex of the insured person to set premiums and benefits.
# - **Special measures.** Temporary measures to speed up real equality of women and men are not discrimination; they end when the aim is reached (United Nations, CEDAW, Article 4(1), in force since 3 September 1981). In the European Union, Article 157(4) of the Treaty on the Functioning of the European Union lets states give specific advantages to the underrepresented sex in working life (*positive action*).
# - **European Union, finding bias.** Since 27 July 2026, Article 4a of the AI Act (Regulation (EU) 2026/1744) has taken the place of Article 10(5). Providers and deployers (offices that use a system) can process special categories of data, such as ethnic origin or health, where strictly necessary to detect and correct bias, under six conditions. The article creates no duty to test, and it is not about deciding by group. Sex is not a special category (GDPR, Article 9(1)).
#
# Ask your lawyer, before a tool is chosen:
#
# 1. May we hold this attribute in order to *measure*?
# 2. May a *decision* depend on it, in this field?
# 3. If it is a special measure: under which act, and until when?
# 4. May lots decide, and can we give the person a reason?
#
# **Check yourself.** An office has promised that eligible women and men are contacted equally often. Its contractor runs the tool with the constraint “same selection rate” and reports a gap of 0.7 points. Which gap in the table should the report give, to match the promise? Give a share between 0 and 1, with three decimals (`promised_gap`).

# %%
promised_gap = ...

# %%
check("quick-promised-gap", promised_gap)

# %% [markdown] public=true facilitator=true
# **Group activity, 20 minutes, six groups of six or seven.** Each group takes one service of its members (a school place, a loan, an inspection, a subsidy …) and answers the four questions for the lawyer on one page: which attribute, in which field, under which act, and may lots decide? Each group reports, in one minute, the question that nobody could answer and whom they would ask.

# %% [markdown] facilitator=true
# Participants often say: “The computer drew the lot, so it is fair.” Answer: fair between whom? Show the row of equalized odds: all women are in the lottery, and of the men only a few.

# %% [markdown] public=true facilitator=true
# Those who are ahead change `demographic_parity` in the open cell to `equalized_odds` and `sex` to `marital_status`, and explain what happens.

# %% [markdown]
# ## 3. Can the model learn differently, or answer another question?
#
# Three more remedies do not look at the group when they decide.
#
# **Learning under a constraint.** `ExponentiatedGradient` lets many models learn, each with other weights, and mixes them until the constraint holds on the people it learns from. It is slow, so we ran it before (28 November 2026, fairlearn 0.15.0): on all 32,561 people and on five random samples of 4,000. We stored how many people it contacts.
#
# **Reweighing** (Kamiran and Calders, 2012). The model learns as usual, but some people count more: those whose combination of group and label is rarer than it would be if the group said nothing about the label. Who should have a weight above 1: eligible women, or eligible men?


# %% folded="weights"
def reweighing(group, label):
    """A weight for each person: how many there would be if group and label were independent,
    divided by how many there are."""
    table = pd.DataFrame({"group": np.asarray(group), "label": np.asarray(label)})
    in_group = table.groupby("group")["label"].transform("size")
    with_label = table.groupby("label")["group"].transform("size")
    observed = table.groupby(["group", "label"])["label"].transform("size")
    return (in_group * with_label / len(table) / observed).to_numpy()


weights = reweighing(learn["sex"].astype(str), learn["eligible"])
shown = pd.crosstab(learn["sex"], learn["eligible"], weights, aggfunc="first")
shown = shown.map(lambda weight: t.number(weight, 2))
shown.index, shown.columns = [t("women"), t("men")], [t("not eligible"), t("eligible")]
shown

# %% [markdown]
# Eligible women are the rarest, so each counts 2.20<!--above weights--> times.
#
# **Another question.** A threshold of 0.5 asks: *is this person more likely eligible than not?* Module 03 found a better question: *is this person worth a contact?* A contact in vain costs an hour, an eligible person missed costs five. So the threshold is 1/(1 + 5) = 1/6, for women and men alike. Of the eligible women, this share is now contacted:

# %% id="lower-threshold"
women = test[(test["sex"] == "Female") & test["eligible"]]
(women["score"] >= 1 / 6).mean()

# %% [markdown]
# This is how many more people are contacted, eligible or not:

# %%
(test["score"] >= 1 / 6).sum() - (test["score"] >= 0.5).sum()

# %% [markdown]
# The next cell compares all remedies.

# %% folded="remedies"
reweighed = logistic().fit(X_learn, learn["eligible"], sample_weight=weights).predict(X_test)


def constrained(some, seed):
    """How the stored decisions were made, from some people; it is not run here."""
    constraint = TruePositiveRateParity(difference_bound=0.01)
    method = ExponentiatedGradient(logistic(), constraint, eps=0.01, max_iter=5)
    method.fit(
        X_learn.loc[some], learn.loc[some, "eligible"].astype(int),
        sensitive_features=learn.loc[some, "sex"],
    )  # fmt: skip
    return method.predict(X_test, random_state=seed)


def written_down(women, other_women, men, other_men):
    """Decisions with these counts of contacted people; which people they are does not matter."""
    decisions = np.zeros(len(test), dtype=int)
    counts = {("Female", True): women, ("Female", False): other_women,
              ("Male", True): men, ("Male", False): other_men}  # fmt: skip
    for (group, truth), count in counts.items():
        rows = np.flatnonzero((sex == group) & (eligible == truth))
        decisions[rows[:count]] = 1
    return decisions


same_recall = written_down(324, 153, 1788, 626)
same_selection = written_down(258, 506, 1324, 418)
# The same from 4,000 people, as many as a small office may have: five random samples,
# constrained(learn.sample(4000, random_state=seed).index, seed) for the seeds 0 to 4.
small = [
    written_down(315, 148, 1885, 674),
    written_down(292, 141, 1664, 562),
    written_down(311, 143, 1897, 705),
    written_down(312, 158, 1884, 701),
    written_down(287, 187, 1777, 630),
]
IN_VAIN, MISSED = 1, 5
another_question = (scores >= IN_VAIN / (IN_VAIN + MISSED)).astype(int)


def hours(decisions):
    """Module 03's costs: an hour for a contact in vain, five for an eligible person missed."""
    decisions = np.asarray(decisions) == 1
    return IN_VAIN * (decisions & ~eligible).sum() + MISSED * (~decisions & eligible).sum()


candidates = {
    t("before"): start,
    t("thresholds by group: same recall"): decided[t("same recall")],
    t("learned under a constraint: same recall"): same_recall,
    t("learned under a constraint: same selection"): same_selection,
    t("reweighed"): reweighed,
    t("another question: worth a contact?"): another_question,
}
rows = {}
for name, run in candidates.items():
    found = figures(run)
    rows[name] = {
        t("contacted"): t.number(np.sum(run)),
        t("accuracy"): t.percent(found["accuracy"], digits=1),
        t("women: recall"): t.percent(found["women"], digits=1),
        t("men: recall"): t.percent(found["men"], digits=1),
        t("gap, points"): t.number(gap_in_points(found["women"], found["men"]), 1),
        t("95% interval"): interval(gap_of(run, eligible, sex)),
        t("cost, hours"): t.number(hours(run)),
    }
pd.DataFrame(rows).T

# %% folded="five-samples"
gaps = [figures(run)["gap"] for run in small]
right = [accuracy_score(eligible, run) for run in small]
print(
    t(
        "Same recall under a constraint, learned from 4,000 people, five samples: gap {low} to {high} points, accuracy {worst} to {best}"
    ).format(
        low=t.number(100 * min(gaps), 1),
        high=t.number(100 * max(gaps), 1),
        worst=t.percent(min(right), digits=1),
        best=t.percent(max(right), digits=1),
    )
)

# %% [markdown]
# (Gaps are computed from the shares as shown.)
#
# - *Reweighing* narrows the gap to 11.4<!--above remedies--> points.
# - *Learning under a constraint* narrows the gap of its criterion to 0.0<!--above remedies--> points (by its interval, either sex may be ahead) without looking at the sex when it decides, but at 9,449<!--above remedies--> hours instead of the 9,043<!--above remedies--> of the thresholds. It needs many people to learn from: with 4,000, five samples give 1.6<!--above five-samples--> to 5.9<!--above five-samples--> points. Under the same selection rate it loses much accuracy.
# - *Another question* contacts 6,878<!--above remedies--> people instead of 3,108<!--above remedies-->. It reaches 81.0%<!--above remedies--> of the eligible women and 92.5%<!--above remedies--> of the men. It is the only remedy under which no eligible person loses a contact. The gap is still 11.5<!--above remedies--> points. Its accuracy is the lowest, and so is its cost in hours.
#
# | remedy | uses the group when it learns | uses the group when it decides | draws lots |
# |---|---|---|---|
# | thresholds by group | yes | **yes** | in fairlearn yes, between two thresholds |
# | one threshold for each group | yes | **yes** | no |
# | learning under a constraint | yes | no | yes |
# | reweighing | yes | no | no |
# | another question | no | no | no |
#
# To *measure*, all of them need the group. The lots belong to fairlearn's tool, not to the idea: with **one threshold for each group**, nobody is drawn.

# %% id="one-threshold"
wanted = 0.575
line = {}
for name in ["Female", "Male"]:
    known = learn[(learn["sex"] == name) & learn["eligible"]]
    line[name] = np.quantile(model.predict_proba(X_learn.loc[known.index])[:, 1], 1 - wanted)
without_lot = test["score"] >= np.where(test["sex"] == "Female", line["Female"], line["Male"])
equal_opportunity_difference(test["eligible"], without_lot, sensitive_features=test["sex"])

# %% [markdown]
# `np.quantile` finds the scores that 57.5% of the eligible women, and of the eligible men, reach in `learn`: 0.36 and 0.55. (This share has the highest accuracy there.) On `test` the gap is 1.3 points, with the accuracy of the lottery.
#
# ## 4. What does the frontier show, and what does it hide?
#
# The figure shows the gap and the price of every rule that we have tried. A rule is on the **frontier** when no other rule has both a smaller gap and a lower price. A rule off the frontier is worse than another rule on both counts, as far as chance lets us tell; law or practice can still require it. Which remedies are on it if the price is accuracy? And if it is hours?

# %% folded="figure-frontier"
spot = dict(edgecolors="black", s=230, zorder=3)
in_figure = {
    "A": (t("before"), start),
    "B": (t("thresholds: same recall"), decided[t("same recall")]),
    "C": (t("thresholds: same selection rate"), decided[t("same selection rate")]),
    "D": (t("thresholds: equalized odds"), decided[t("equalized odds")]),
    "E": (t("constraint: same recall (circles: from 4,000 people)"), same_recall),
    "F": (t("constraint: same selection rate"), same_selection),
    "G": (t("reweighed"), reweighed),
    "H": (t("another question"), another_question),
    "N": (t("nobody contacted"), np.zeros_like(start)),
}


def place(run):
    return 100 * figures(run)["gap"], accuracy_score(eligible, run), hours(run)


found = {letter: place(run) for letter, (_, run) in in_figure.items()}
fig, axes = plt.subplots(1, 2, figsize=(8, 6))
for ax, column, sign in zip(axes, (1, 2), (1, -1)):
    in_order = sorted((at[0], sign * at[column]) for at in found.values())
    edge = [
        (gap, sign * gain)
        for i, (gap, gain) in enumerate(in_order)
        if all(gain > earlier for _, earlier in in_order[:i])
    ]
    ax.step(*zip(*edge), where="post", color=GREY, lw=2, zorder=1)
    for run in small:
        at = place(run)
        ax.scatter(at[0], at[column], color="white", edgecolors=DARK, s=30, zorder=2)
    for letter, at in found.items():
        colour = AMBER if letter in "HN" else DARK
        ax.scatter(at[0], at[column], color=colour, **spot)
        ink = "black" if letter in "HN" else "white"
        ax.text(at[0], at[column], letter, color=ink, ha="center", va="center_baseline",
                fontsize=9, fontweight="bold", zorder=4)  # fmt: skip
    ax.set_xlim(-3, 36)
    ax.margins(y=0.12)
    ax.set_xlabel(t("Gap in recall, women and men, percentage points"))
axes[0].yaxis.set_major_formatter(t.percent)
axes[0].set_title(t("Accuracy (higher is better)"))
axes[1].yaxis.set_major_formatter(lambda value, _: t.number(value))
axes[1].set_title(t("Cost in hours (lower is better)"))
for letter, (name, _) in in_figure.items():
    axes[0].scatter([], [], color=AMBER if letter in "HN" else DARK, label=f"{letter}  {name}")
fig.legend(loc="outside lower left", ncols=2)
show(
    fig,
    title=t("Which remedy lies on the frontier depends on what counts as the price"),
    source="adult",
    alt=t(
        "Two charts of nine rules, the gap in recall on the horizontal axis. Left, accuracy: the "
        "frontier runs from nobody contacted ({nobody}) through learning under a constraint and "
        "thresholds, both with the same recall, to reweighing, near {best}; “another question” lies far below. Right, cost in hours: “another "
        "question” is cheapest ({hours} hours) and on the frontier."
    ).format(
        nobody=t.percent(found["N"][1], digits=1),
        best=t.percent(found["G"][1], digits=1),
        hours=t.number(found["H"][2]),
    ),
)

# %% [markdown]
# If accuracy is the price, “another question” (H) looks hopeless. But accuracy counts a contact in vain as much as a person missed. Count hours instead, and H is on the frontier: it is better than “before” (A) on both axes, and has nearly the gap of reweighing (G) at little more than half its cost.
#
# The frontier hides three things. *Who pays*: under B, it is eligible men with scores between the old threshold and the new one. *Who is served at all*: N contacts nobody, so its gap is exactly 0. So it lies on the frontier although it helps nobody. *How certain the points are*: the method of E, learned from 4,000 people, spreads over several points (the circles), and each gap has an interval, as in the table.
#
# Two ideas of fairness are not in the picture: *individual fairness* (similar people are treated similarly) and *counterfactual fairness* (the same decision, had the person always belonged to another group; this takes a causal model, not a changed column).

# %% [markdown]
# ## 5. What if the labels carry past neglect?
#
# The citizens' desk of Marivelle can read one comment in four on the day it arrives. Which ones? A team proposes to learn from the past: *a comment that was answered within a day must have been urgent.* The file keeps this as `historical_urgency`. In these synthetic data we also know how urgent each comment was in truth (`severity`, judged by the facts in the text). We call “high” and “critical” **urgent**.
#
# Were urgent comments from Garoa (steep, partly self-built) and Horta (the rural edge) answered as fast as others?

# %% folded="history"
comments = load_dataset("civic-comments")
comments["urgent"] = comments["severity"] >= "high"
comments["fast"] = comments["historical_urgency"] == "high"
FAR, OTHERS = t("Garoa and Horta"), t("six other districts")
comments["place"] = np.where(comments["district"].isin(["Garoa", "Horta"]), FAR, OTHERS)

by_place = comments.groupby("place")
urgent_ones = comments[comments["urgent"]].groupby("place")
pd.DataFrame(
    {
        t("comments"): by_place.size().map(t.number),
        t("urgent in truth"): by_place["urgent"].mean().map(t.percent),
        t("urgent: answered within a day"): urgent_ones["fast"].mean().map(t.percent),
        t("urgent: median days"): urgent_ones["response_days"].median().map(t.number),
    }
).rename_axis(None)

# %% [markdown]
# The need was about the same; the service was not. The *median* is the middle value: half of the urgent comments from Garoa and Horta waited 11<!--above--> days or more, elsewhere 2<!--above-->.
#
# Now the list. It uses the 200 most frequent words of a comment and the district, and learns from comments of known sentence patterns. We test it on other patterns (module 04 says why). It marks the quarter with the highest scores. Will it repeat the difference, soften it, or make it larger?

# %% folded="learned-neglect"
past, new = comments[comments["held_out"] == "no"], comments[comments["held_out"] == "yes"]
vocabulary = TfidfVectorizer(max_features=200, sublinear_tf=True).fit(past["text"])


def described(some):
    """The 200 most frequent words of each text, and 0 or 1 for each district."""
    table = pd.DataFrame(vocabulary.transform(some["text"]).toarray(), index=some.index)
    table = table.add_prefix("word ")
    return table.join(pd.get_dummies(some["district"], dtype=float))


def first_quarter(scores):
    """1 for the quarter of the comments with the highest scores, which the desk reads first."""
    marks = np.zeros(len(scores), dtype=int)
    marks[np.argsort(-scores, kind="stable")[: len(scores) // 4]] = 1
    return marks


METRICS = ["recall", "selection rate", "equal opportunity difference"]


def audit(marks):
    """What a list does in each place, each number with its interval and its count."""
    return measures(
        new["urgent"], marks, data="test", groups=new["place"], clusters=new["template"],
        metrics=METRICS,
    )  # fmt: skip


def one(found, metric, group="all"):
    return next(each for each in found if (each.metric, each.group) == (metric, group))


P, N = described(past), described(new)
from_history = logistic().fit(P, past["fast"])
marked = {t("learned from history"): first_quarter(from_history.predict_proba(N)[:, 1])}

# %% folded="neglect-table"
sides = {
    t("the desk, in fact"): audit(new["fast"]),
    t("the list learned from it"): audit(marked[t("learned from history")]),
}
rows = {}
for name, found in sides.items():
    for group in (FAR, OTHERS):
        rate = one(found, "recall", group)
        rows[name, group] = {
            t("urgent comments"): t.number(rate.count),
            t("served first"): t.percent(rate.value),
            t("95% interval"): t("{low} to {high}").format(
                low=t.percent(rate.low), high=t.percent(rate.high)
            ),
        }
pd.DataFrame(rows).T

# %% folded="figure-neglect"
fig, ax = plt.subplots(figsize=(8, 2.9))
for y, found in enumerate(sides.values()):
    for group, colour, mark, shift in ((FAR, AMBER, "o", -0.1), (OTHERS, DARK, "s", 0.1)):
        rate = one(found, "recall", group)
        ax.plot([rate.low, rate.high], [y + shift] * 2, color=colour, lw=3)
        ax.scatter(
            rate.value, y + shift, color=colour, marker=mark, s=80, edgecolors="black", zorder=3,
            label=group if y == 0 else None,
        )  # fmt: skip
        ax.text(rate.high + 0.015, y + shift, t.percent(rate.value), va="center")
ax.set_yticks([0, 1], sides)
ax.set_ylim(1.5, -0.5)
ax.set_xlim(0, 0.75)
ax.xaxis.set_major_formatter(t.percent)
ax.legend(frameon=False, loc="upper left")
neglect = show(
    fig,
    title=t("The list more than triples the gap in service"),
    subtitle=t("Of the urgent comments, share served first\n(bars: 95% intervals; synthetic data)"),
    source="civic-comments",
    alt=t(
        "Share of urgent comments served first. In fact {a} from Garoa and Horta and {b} from the "
        "other districts; by the list learned from history {c} and {d}."
    ).format(
        **{
            letter: t.percent(one(found, "recall", group).value)
            for letter, found, group in zip(
                "abcd", [found for found in sides.values() for _ in (0, 1)], (FAR, OTHERS) * 2
            )
        }
    ),
)
neglect

# %% [markdown]
# The list makes the difference far larger. The desk served 40%<!--above neglect-table--> of these urgent comments from Garoa and Horta first, and 49%<!--above neglect-table--> of the others. The list marks 10%<!--above neglect-table--> and 39%<!--above neglect-table-->. Words tell something about the department, and some departments answer faster; where the words do not settle the order, the district does.
#
# Would a list that knows more words exclude fewer people? The next cell learns from 50, 200 and 2,000 words, and once from answers shuffled within each place, about which words tell nothing. **Pairs in the right order** (module 03: the area under the ROC curve; 50% is chance) says how well each list predicts a fast answer.

# %% folded="signal"
shuffled = past.groupby("place")["fast"].transform(np.random.default_rng(0).permutation)
rows = {}
for name, size, fast in (
    (t("200 words, shuffled answers"), 200, shuffled),
    *((t("{n} words").format(n=t.number(size)), size, past["fast"]) for size in (50, 200, 2000)),
):
    words = TfidfVectorizer(max_features=size, sublinear_tf=True)
    columns = make_column_transformer((words, "text"), (OneHotEncoder(), ["district"]))
    fitted = LogisticRegression(max_iter=1000).fit(columns.fit_transform(past), fast)
    scores_of_new = fitted.predict_proba(columns.transform(new))[:, 1]
    found = audit(first_quarter(scores_of_new))
    rows[name] = {
        t("pairs in the right order"): t.percent(roc_auc_score(new["fast"], scores_of_new)),
        **{
            t("urgent marked: {place}").format(place=place): t.percent(
                one(found, "recall", place).value
            )
            for place in (FAR, OTHERS)
        },
    }
pd.DataFrame(rows).T

# %% [markdown]
# Where words tell nothing or little, the list leaves out *all* urgent comments from Garoa and Horta. But 2,000 words, which predict the past best, find no more of them than 200: a better prediction of how fast the desk answered is not a better service.
#
# Now the remedies, on the same labels of the past. Both fairlearn tools are set so that each marks between a fifth and a quarter of the comments. Which remedy will find the urgent comments? The next cell takes about twenty seconds.

# %% folded="repairs"
# Both fairlearn tools would mark too few comments. For ThresholdOptimizer, which counts both errors
# alike, a fifth of the comments that were answered slowly is left out; ExponentiatedGradient gets
# costs, and learns from 4,000 comments to save time.
slow = ~past["fast"].to_numpy()
kept = ~slow | (np.random.default_rng(0).random(len(past)) < 4 / 5)
optimiser = ThresholdOptimizer(
    estimator=from_history, constraints="demographic_parity", prefit=True,
    predict_method="predict_proba",
)  # fmt: skip
optimiser.fit(P[kept], past.loc[kept, "fast"], sensitive_features=past.loc[kept, "place"])
chosen = optimiser.predict(N, sensitive_features=new["place"], random_state=0)
marked[t("thresholds by place")] = chosen.astype(int)

some = past.sample(4000, random_state=0).index
method = ExponentiatedGradient(
    logistic(), DemographicParity(difference_bound=0.01), eps=0.01, max_iter=5,
    objective=ErrorRate(costs={"fp": 0.46, "fn": 0.54}),
)  # fmt: skip
labels, places = past.loc[some, "fast"].astype(int), past.loc[some, "place"]
method.fit(P.loc[some], labels, sensitive_features=places)
marked[t("under a constraint")] = method.predict(N, random_state=0).astype(int)

weights = reweighing(past["place"], past["fast"])
fitted = logistic().fit(P, past["fast"], sample_weight=weights)
marked[t("reweighed")] = first_quarter(fitted.predict_proba(N)[:, 1])

past_words, new_words = P.filter(like="word "), N.filter(like="word ")
fitted = logistic().fit(past_words, past["fast"])
marked[t("district left out")] = first_quarter(fitted.predict_proba(new_words)[:, 1])

# %% [markdown]
# The last remedy is **another question**. Not *how fast was this comment answered?* but *how fast should it have been answered?* The past does not say. People can: let trained readers judge 1,000 old comments, drawn by lot from all districts, by the facts in the text. (Here the column `severity` plays the readers.) The list learns from these 1,000 only, and does not use the district.

# %% folded="question"
READ_AGAIN = 1000
some = past.sample(READ_AGAIN, random_state=0).index
fitted = logistic().fit(past_words.loc[some], past.loc[some, "urgent"])
marked[t("another question")] = first_quarter(fitted.predict_proba(new_words)[:, 1])

audited = {name: audit(marks) for name, marks in marked.items()}
rows = {}
for name, found in audited.items():
    gap = one(found, "equal opportunity difference")
    rows[name] = {
        t("marked"): t.percent(one(found, "selection rate").value),
        t("urgent found"): t.percent(one(found, "recall").value),
        FAR: t.percent(one(found, "recall", FAR).value),
        OTHERS: t.percent(one(found, "recall", OTHERS).value),
        t("gap, points"): t.number(100 * gap.value, 1),
        t("95% interval"): interval(gap),
    }
pd.DataFrame(rows).T

# %% [markdown]
# How many comments do the readers have to judge? The second cell below tries five sizes, and takes about ten seconds.

# %% folded="reading"
SIZES = [250, 500, 1000, 2000, 4000]
curve = {FAR: [], OTHERS: []}
for size in SIZES:
    runs = []
    for seed in SEEDS:
        some = past.sample(size, random_state=seed).index
        fitted = logistic().fit(past_words.loc[some], past.loc[some, "urgent"])
        runs.append(
            MetricFrame(
                metrics=true_positive_rate, y_true=new["urgent"], sensitive_features=new["place"],
                y_pred=first_quarter(fitted.predict_proba(new_words)[:, 1]),
            ).by_group
        )  # fmt: skip
    for group, shares in curve.items():
        shares.append([run[group] for run in runs])
    note = t("{n} read again, {hours} hours at two minutes each: {far} and {others} found")
    print(
        note.format(
            n=t.number(size),
            hours=t.number(size * 2 / 60),
            far=t.percent(np.mean(curve[FAR][-1])),
            others=t.percent(np.mean(curve[OTHERS][-1])),
        )
    )

# %% folded="figure-repairs"
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 4.2), width_ratios=[1.25, 1])
pairs = {
    name: (one(found, "recall", FAR).value, one(found, "recall", OTHERS).value)
    for name, found in audited.items()
}
dumbbells(left, pairs, [FAR, OTHERS])
left.set_xlim(-0.08, 0.75)
left.set_xlabel(t("Of the urgent comments, share marked first (synthetic data)"))
for group, colour, mark, line in ((FAR, AMBER, "o", "-"), (OTHERS, DARK, "s", "--")):
    shares = np.array(curve[group])
    right.fill_between(SIZES, shares.min(1), shares.max(1), color=colour, alpha=0.25, lw=0)
    right.plot(SIZES, shares.mean(1), color=colour, marker=mark, ls=line, lw=2)
history = one(audited[t("learned from history")], "recall").value
right.axhline(history, color=GREY, lw=1.5, ls=":", label=t("learned from history, all places"))
right.set_xscale("log")
right.set_xticks(SIZES, [t.number(size) for size in SIZES])
right.minorticks_off()
right.set_ylim(0, 0.7)
right.yaxis.set_major_formatter(t.percent)
right.set_xlabel(t("Comments read again (bands: five samples)"))
fig.legend(loc="outside upper left", ncols=3)
repairs = show(
    fig,
    title=t("Four remedies close most of the gap; “another question” also finds far more"),
    subtitle=t("Of the urgent comments, share found"),
    source="civic-comments",
    alt=t(
        "Left: urgent comments found in both places under six lists. Learned from history {a} and "
        "{b}; the four remedies between {low} and {high}; “another question” {c} and {d}. Right: the "
        "more comments are read again, the more urgent ones are found in both places."
    ).format(
        low=t.percent(min(min(pair) for pair in list(pairs.values())[1:-1])),
        high=t.percent(max(max(pair) for pair in list(pairs.values())[1:-1])),
        a=t.percent(pairs[t("learned from history")][0]),
        b=t.percent(pairs[t("learned from history")][1]),
        c=t.percent(pairs[t("another question")][0]),
        d=t.percent(pairs[t("another question")][1]),
    ),
)
repairs

# %% [markdown]
# The four remedies close most of the gap, from 29.7<!--above question--> points to between 1.5<!--above question--> and 3.0<!--above question-->. Each interval holds 0, so do not rank the four by these figures. Leaving the district out works here, since words hardly give the district away. But each of the four finds fewer than four in ten urgent comments: the neglect is now the same in both places.
#
# 1,000 comments read again, about 33<!--above reading--> hours of work, find 47%<!--above question--> in both places. 500 of them give a better list than all the labels of the past, and 4,000 find 51%<!--above reading--> and 53%<!--above reading-->. The labels were the fault, so no remedy that keeps them was enough.
#
# A real city does not know the truth. But it can let people judge a sample drawn by lot, without seeing the district and the answer of the past, measure how often they agree, and compare history with *their* judgement before any list is built.
#
# **Check yourself.** A colleague wants to keep the labels of the past. A comment from Horta reports a power cable that hangs over a footpath; it was answered after 11 days. What should its label say? Choose one answer (`label_says`).
#
# - `not-urgent`: not urgent: the desk knew the case, and it could wait for 11 days
# - `urgent`: urgent: the text describes a danger, whenever it was answered
# - `adjusted`: urgent with a probability that gives both places the same share
# - `leave-out`: none: comments from slow districts should not be used to learn

# %%
label_says = "..."

# %%
check("quick-label", label_says)

# %% [markdown] facilitator=true
# Participants often say: “We have no money to read 1,000 comments again.” Answer: it is 33 hours once. Compare it with the hours of the people who wait 11 days. In a class, let six groups judge the same ten comments first and count how often they agree.

# %% [markdown]
# ## 6. Who decides, and what is written down?
#
# An audit that stays in a notebook does not bind anybody. It ends in one page, the **fairness statement**: what was measured, on whom and how certain it is; what was chosen and who bears the price; who decided and when the choice is reviewed. The people and dates in it are invented.


# %% folded="language-gap"
def audit_of_languages(clusters=None):
    """The recall of each language and its gap to all others, with intervals."""
    return measures(
        new["urgent"], marked[t("another question")], data="test",
        groups=new["language"].astype(str), clusters=clusters,
        metrics=["recall", "equal opportunity difference"],
    )  # fmt: skip


by_language = audit_of_languages(new["template"])
languages = {"en": t("English"), "es": t("Spanish"), "pt": t("Portuguese"), "fr": t("French")}
templates = new[new["urgent"]].groupby(new["language"].astype(str))["template"].nunique()
for code, name in languages.items():
    rate = one(by_language, "recall", code)
    gap = one(by_language, "equal opportunity difference", code)
    print(
        t("{language}: {share} of {n} urgent comments found, from {m} templates; against all others {gap} points").format(
            language=name, share=t.percent(rate.value), n=t.number(rate.count),
            m=t.number(templates[code]), gap=t.number(100 * gap.value, 1),
        )
    )  # fmt: skip
lines = {t("chance draws comments"): audit_of_languages(), t("chance draws templates"): by_language}
pd.DataFrame(
    {
        name: {
            **{
                t("{language}, gap").format(language=language): interval(
                    one(found, "equal opportunity difference", code)
                )
                for code, language in languages.items()
            },
            t("largest gap by chance alone"): t.number(
                100 * one(found, "equal opportunity difference by chance").value, 1
            ),
        }
        for name, found in lines.items()
    }
).T

# %% [markdown]
# This has to be in the statement: the list that treats the places alike finds 59%<!--above--> of the urgent comments in English and 25%<!--above--> of those in Spanish.
#
# **More than two groups.** Some group is always ahead by chance. So compare each with *all others*. `measures` widens these intervals, so that all four hold together in at least 95 of 100 audits (Bonferroni's correction: 5% divided by the number of comparisons). Intersections, such as race and sex, make more groups: correct for these too.
#
# **How many comments are independent?** Ten comments from one template are hardly more evidence than one: a list often finds all or none (module 04). The first line counts each as independent; in the second, chance draws whole templates (a *cluster bootstrap*). There, English goes from −6.4<!--above--> to 39.5<!--above--> points, which can be chance; only Spanish is sure. The largest gap by chance alone is 19.1<!--above--> points, not 7.2<!--above-->. Ask what the cases of an audit share: a template, a school, a clerk.

# %% folded="statement"
old, new_list = audited[t("learned from history")], audited[t("another question")]
statement = FairnessStatement(
    system=t("First-reading list of the citizens' desk of Marivelle (synthetic)"),
    decision=t("Which comments (one quarter) are read on the day they arrive; a clerk decides."),
    date="2026-11-25",
    data={
        "name": "civic-comments, test", "rows": len(new), "period": "2024-01 – 2026-06",
        "limits": [t("Synthetic comments; they prove nothing about a real city.")],
    },
    groups={t("place"): {"looked_at": [FAR, OTHERS]}},
    criterion={
        "metric": "recall",
        "why": t("An urgent comment that is not read on its day can cost a life."),
        "said_by": t("Council of Marivelle, after a hearing in Garoa and Horta, 2026-10-05"),
    },
    candidates=[
        {"name": name, "change": change, "measures": audited[name]}
        for name, change in {
            t("learned from history"): t("No remedy: the list learns who was answered fast."),
            t("thresholds by place"): t("A threshold for each place; the same share is marked."),
            t("another question"): t("Learns from 1,000 comments that readers judged again."),
        }.items()
    ],
    chosen=t("another question"),
    reason=t("It finds the most urgent comments in both places and does not look at the place."),
    price=[
        {
            "who": t("The desk"),
            "bears": t("{hours} hours of reading").format(hours=t.number(READ_AGAIN * 2 / 60)),
        },
        {
            "who": t("People of the six other districts whose comments are not urgent"),
            "bears": t("the share marked there falls from {old} to {new}").format(
                old=t.percent(one(old, "selection rate", OTHERS).value),
                new=t.percent(one(new_list, "selection rate", OTHERS).value),
            ),
        },
    ],
    sensitive_attribute_at_decision={"used": False},
    decided_by=t("Head of the citizens' desk"),
    decided_on="2026-11-25",
    review_on="2027-05-25",
    stop_if={
        "number": 0.15,
        "condition": t("The gap in recall between the places is above this number in a monthly sample."),
    },
    limits=[
        t("The list does not serve all languages equally: it finds {en} of the urgent comments in English and {es} in Spanish.").format(
            en=t.percent(one(by_language, "recall", "en").value),
            es=t.percent(one(by_language, "recall", "es").value),
        ),
        t("People who never write do not appear in the data."),
    ],
)  # fmt: skip
faults = statement.faults(measured={each.name: audited[each.name] for each in statement.candidates})
print(
    [fault.read() for fault in faults]
    or t("Nothing is left to fill in; every number is the measured one.")
)
statement.save("fairness-statement.yml")
statement.write("fairness-statement.html", figures=(neglect, repairs))
statement

# %% [markdown]
# The page is saved next to this notebook as `fairness-statement.html`; `fairness-statement.yml` is the same as text. Could a person from Horta understand what was decided about their comments, by whom, and where to object?
#
# The program has checked that no field is blank and that each number is the measured one. It cannot check whether the reasons are good, and whether the people who pay were heard.

# %% [markdown]
# ## A page to keep: what else fairlearn can do
#
# **Take the group out of the columns.** `CorrelationRemover` subtracts from *each* column what a straight line predicts of it from the group. It learns this on `learn` (`fit_transform`) and applies it to `test` (`transform`). Will the gap close?

# %% id="remover"
remover = CorrelationRemover(sensitive_feature_ids=["woman"])
cleaned = remover.fit_transform(X_learn.assign(woman=learn["sex"] == "Female"))
cleaned_test = remover.transform(X_test.assign(woman=test["sex"] == "Female"))
new_model = LogisticRegression(solver="newton-cholesky", tol=1e-8)
after = new_model.fit(cleaned, learn["eligible"]).predict(cleaned_test)
after_removal = MetricFrame(
    metrics=true_positive_rate,
    y_true=test["eligible"],
    y_pred=after,
    sensitive_features=test["sex"],
).by_group
after_removal

# %% [markdown]
# The gap has turned round: about 71% of the eligible women are contacted, and 51% of the eligible men. The tool removes a correlation from the columns; it does not make the recalls equal. It needs each person's group at the decision. Measure after every remedy.
#
# Three tools more; module 06 has a page on `MetricFrame`.

# %% folded="page"
relaxed = ThresholdOptimizer(
    estimator=model, constraints="true_positive_rate_parity", prefit=True,
    predict_method="predict_proba", tol=0.01,
).fit(X_learn, learn["eligible"], sensitive_features=learn["sex"])  # fmt: skip
chance = relaxed._pmf_predict(X_test, sensitive_features=sex)[:, 1]
drawn = pd.Series((chance > 0) & (chance < 1), index=test.index).groupby(sex).sum()
drawn.map(t.number).rename(t("people drawn by lot with tol=0.01")).to_frame()

# %% [markdown]
# | in fairlearn 0.15 | what it gives | take care |
# |---|---|---|
# | `ThresholdOptimizer(tol=0.01)` | a gap of up to one point | the lots move from one group to the other (table above) |
# | `GridSearch` | several models without lots; you choose | 7 models, 8,000 people: gaps from 12.7 to 50.8 points (stored run) |
# | `BoundedGroupLoss(SquareLoss(0, 1))` | for predicted amounts: keeps the mean squared error of each group below a bound | you choose the bound; it is possible that no model reaches it |
#
# ## The same question in your office
#
# | office | what is counted, and who is missed | right at stake |
# |---|---|---|
# | statistics office | Survey weights correct for those who answer less often; people without an address have no weight. | equality |
# | court | Of the urgent petitions, those read first are counted; petitions in a minority language may be missed. | effective remedy |
# | telecom regulator | Faults repaired within a day are counted by network; people with 2G only may wait longer. | information |
# | development bank | Of those who would repay, those offered a loan are counted; women without a credit history are missed. | non-discrimination |
# | intellectual-property registry | Of those entitled to lower fees, those who get them are counted; applicants without an agent are missed. | protection of authors |
#
# ## What to take with you
#
# - Name the harm first, then the measure. A remedy closes the gap that you asked it to close and can open another.
# - Read the rates, not only the gap: equal rates can be equally low.
# - Some remedies look at the group when they decide, some draw lots, and the lots can fall on one group. Ask your lawyer first.
# - A frontier shortens the list. Say what you call the price, and who pays it.
# - When the labels carry past neglect, correct the labels. A remedy that keeps them only distributes the neglect evenly.
# - Write down what was chosen, by whom, until when, and what would stop its use.
#
# ## Sources
#
# - fairlearn, [ThresholdOptimizer](https://fairlearn.org/main/api_reference/generated/fairlearn.postprocessing.ThresholdOptimizer.html), [ExponentiatedGradient](https://fairlearn.org/main/api_reference/generated/fairlearn.reductions.ExponentiatedGradient.html), [CorrelationRemover](https://fairlearn.org/main/api_reference/generated/fairlearn.preprocessing.CorrelationRemover.html).
# - R. Newcombe, [Interval estimation for the difference between independent proportions](https://doi.org/10.1002/%28SICI%291097-0258%2819980430%2917:8%3C873::AID-SIM779%3E3.0.CO;2-I), Statistics in Medicine 17, 1998 (not read again).
# - F. Kamiran and T. Calders, [Data preprocessing techniques for classification without discrimination](https://doi.org/10.1007/s10115-011-0463-8), Knowledge and Information Systems 33, 2012 (only the abstract was read).
# - B. Becker and R. Kohavi, [Adult](https://doi.org/10.24432/C5XW20), UCI Machine Learning Repository, 30 April 1996.
# - United States, [Civil Rights Act of 1991, section 106](https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_105_Part_2.djvu/123), Public Law 102-166, 21 November 1991 (page of the Statutes at Large); [42 U.S.C. 2000e-2](https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title42-section2000e-2&num=0&edition=prelim), (k) and (l).
# - European Union, [Directive 2000/43/EC](https://eur-lex.europa.eu/eli/dir/2000/43/oj), 29 June 2000, Article 2(2)(b); [Treaty on the Functioning of the European Union](https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:12016E157), Article 157(4).
# - Court of Justice of the European Union, [C-83/14, CHEZ](https://curia.europa.eu/juris/document/document.jsf?docid=165912&doclang=EN), 16 July 2015; [C-236/09, Test-Achats](https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62009CJ0236), 1 March 2011 (only the summary of the judgment was read).
# - United Nations, [Convention on the Elimination of All Forms of Discrimination against Women](https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-elimination-all-forms-discrimination-against-women), Article 4, 18 December 1979.
# - European Union, [Regulation (EU) 2024/1689](https://eur-lex.europa.eu/eli/reg/2024/1689/oj) (AI Act), Article 10(5), and [Regulation (EU) 2026/1744](https://eur-lex.europa.eu/eli/reg/2026/1744/oj), 8 July 2026, which deletes it and inserts Article 4a (we read its second paragraph in a copy of the published text, not on EUR-Lex itself, and have not read the final wording of the first); [Regulation (EU) 2016/679](https://eur-lex.europa.eu/eli/reg/2016/679/oj) (GDPR), Article 9(1). Read in November 2026.
# - C. Dwork et al., [Fairness through awareness](https://arxiv.org/abs/1104.3913), 2011 (individual fairness); M. Kusner et al., [Counterfactual fairness](https://arxiv.org/abs/1703.06856), 2017; M. Hardt et al., [Equality of opportunity in supervised learning](https://arxiv.org/abs/1610.02413), 2016 (equal recall, and thresholds by group).
