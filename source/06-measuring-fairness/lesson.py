# %% [markdown]
# # Measuring fairness
#
# **The decision.** A firm offers our courts a score that estimates how likely a defendant is to be charged again within two years. Should judges use it to decide who waits for trial at home? Before the ministry answers, it has to know which errors the score makes, and in which groups.
#
# **After this lesson you can**
#
# - say what the outcome in the data records, and what it does not record;
# - count the four things that can happen to a person, and compute the error rates of each group;
# - judge whether a group is large enough for its rate to be used;
# - explain why two measures of fairness can disagree, and who has to choose between them.
#
# {{time}}
#
# **Data.** 7,214 people arrested in Broward County, Florida, and scored in 2013 and 2014 by a commercial tool, COMPAS. The newsroom ProPublica obtained the records and published them in 2016. The people are real; their names, birth dates and case numbers are not in our copy. Sex is as the authorities recorded it, with two values only.
#
# Answer each question before you run the cell below it. Code that no exercise needs is folded; to read it, press “Show the code”.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** 15 for the top and section 1, 20 for section 2, 10 for section 3, 10 for section 4, 15 for section 5, 20 for section 6 with the group activity.
#
# **Prepare** the table with the five questions of section 6 on a large sheet, and find out what your own law says about detention before trial.
#
# **If time is short**, leave out the formula of section 5 (say its result) and the last section, “For those who want to check”. “A page to keep” is for reading at home; exercise 8 needs it.

# %% folded="setup"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    equal_opportunity_difference,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
)
from scipy.stats import binomtest
from sklearn.metrics import precision_score

from course import check, load_dataset, show, translator

t = translator("06-measuring-fairness")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"
# Black defendants are dark diamonds, White defendants amber triangles.
BLACK, WHITE = (DARK, "D"), (AMBER, "^")

# %% [markdown]
# ## 1. Who is in the data, and what does the score say?
#
# **The rights at stake.** A person who waits for trial is presumed innocent and may not be held arbitrarily (Universal Declaration of Human Rights, Articles 11 and 9). Detention before trial shall not be the general rule (International Covenant on Civil and Political Rights, Article 9(3)). All are entitled to equal protection of the law (Declaration, Article 7).
#
# A judge sees a number from 1 to 10. The tool's maker groups it: 1 to 4 is “Low”, 5 to 7 “Medium”, 8 to 10 “High”. Like ProPublica, we say that a person was **marked as higher risk** when the score is “Medium” or “High”. The data also say whether a **new charge** was recorded against the person within two years.
#
# These are two columns of true and false. `isin` compares each value with a list of values, `==` with one value. Take care: a single `=` does not compare. It gives the name or the column on its left a new value.

# %% id="two-columns"
people = load_dataset("compas")
high_risk = people["score_text"].isin(["Medium", "High"])
charged = people["two_year_recid"] == 1

# %% [markdown]
# How many of the people would you expect to be charged again? One in ten, a third, a half?

# %% folded="table-labels"
labels = {
    "African-American": t("Black"),
    "Caucasian": t("White"),
    "Hispanic": t("Hispanic"),
    "Other": t("Other"),
    "Asian": t("Asian"),
    "Native American": t("Native American"),
}
race = people["race"]
who = pd.DataFrame(
    {
        t("people"): people.groupby("race").size(),
        t("women"): (people["sex"] == "Female").groupby(race).mean().map(t.percent),
        t("marked as higher risk"): high_risk.groupby(race).mean().map(t.percent),
        t("charged again"): charged.groupby(race).mean().map(t.percent),
    }
)
print(t("Charged again, all: {share}").format(share=t.percent(charged.mean())))
who.loc[list(labels)].rename(index=labels).rename_axis(None)

# %% [markdown]
# Almost half were charged again. The labels were recorded by the sheriff's office, not chosen by the people themselves. For the labels “African-American” and “Caucasian” we write Black and White defendants.
#
# How are the scores spread?

# %% folded="figure-scores"
shares = pd.crosstab(people["decile_score"], people["race"], normalize="columns")
fig, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True)
for ax, label, (colour, _) in zip(axes, ["African-American", "Caucasian"], [BLACK, WHITE]):
    ax.bar(shares.index, shares[label], color=colour, width=0.8)
    ax.axvline(4.5, color="black", lw=1, ls="--")
    ax.text(4.7, 0.26, t("marked as\nhigher risk →"), va="center")
    ax.set_title(labels[label])
    ax.set_xticks(range(1, 11))
    ax.set_xlabel(t("Score (10 = highest risk)"))
axes[0].yaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("White defendants have low scores more often than Black defendants"),
    subtitle=t("Share of the group"),
    source="compas",
    alt=t(
        "Two bar charts of scores from 1 to 10. Among Black defendants, each score is that of about one person in ten. "
        "{low} of White defendants have the score 1, and the bars fall towards the score 10."
    ).format(low=t.percent(shares.loc[1, "Caucasian"])),
)

# %% [markdown]
# More than a quarter of White defendants have the lowest score. This alone does not show that the score is unfair: we have not yet looked at what happened afterwards.
#
# **What the outcome is not.** A charge is not a conviction, and a crime that nobody recorded is not in the file. ProPublica counted an offence that led to a booking into jail. Where the police check people more often, they record more offences. These data cannot separate that from what people did.
#
# **Who is not in the file.** A person in jail has no comparable chance of being charged again. So ProPublica kept two kinds of people only: those with a new charge within two years, and those who spent two years outside a correctional facility. This is the problem of **selective labels**: the decision determines whose outcome is seen.
#
# **A known fault.** In 2019 Matias Barenstein showed that the file contains too many people who were charged again: 45%, against 36% after his correction. The error rates of section 2 change little, he writes, but precision falls (section 5 estimates by how much). We keep ProPublica's file in order to reproduce what was published.
#
# **Check yourself.** What does `two_year_recid = 1` tell us about a person? Choose one answer (`outcome_says`).
#
# - `new-charge`: a new charge was recorded within two years
# - `new-crime`: the person committed a new crime within two years
# - `convicted`: a court found the person guilty of a new offence
# - `dangerous`: the person was too dangerous to wait for trial at home

# %%
outcome_says = "..."

# %%
check("quick-outcome", outcome_says)

# %% [markdown] facilitator=true
# **Participants often say:** “The file shows who reoffended.” Answer: it shows whom the police charged. Ask who in their own country is checked more often than others, and what that would do to such a file.

# %% [markdown]
# ## 2. What can happen to a person?
#
# Two marks and two outcomes make four cases. In their names, *positive* means marked as higher risk, and *false* means that the mark turned out wrong.
#
# | | not charged again | charged again |
# |---|---|---|
# | **marked as lower risk** | true negative (TN) | false negative (FN): the score missed the person |
# | **marked as higher risk** | false positive (FP): the person was marked, but not charged again | true positive (TP) |
#
# Two error rates follow. Each is about people with the same outcome.
#
# - The **false positive rate**: of the people *not* charged again, how many had been marked?
# - The **false negative rate**: of the people charged again, how many had *not* been marked?
#
# We begin with White defendants. In the code, `&` means “and” and `~` means “not”. `.sum()` counts the people for whom all three conditions are true.

# %% id="four-cases"
group = people["race"] == "Caucasian"
tn = (group & ~charged & ~high_risk).sum()
fp = (group & ~charged & high_risk).sum()
fn = (group & charged & ~high_risk).sum()
tp = (group & charged & high_risk).sum()
print(tn, fp, fn, tp)

# %% [markdown]
# Each rate divides one kind of error by everybody to whom it could happen. Without the brackets, Python would divide before it adds.

# %% id="two-rates"
fpr = fp / (fp + tn)
fnr = fn / (fn + tp)
fpr, fnr

# %% [markdown]
# The false positive rate is about 0.23 (23%), the false negative rate about 0.48 (48%).
#
# A calculation that you need often can be stored as a **function**: a recipe with a name. Its ingredients, the **arguments**, are in brackets. Its lines begin with four spaces; `return` hands over the result. The last line below uses the function.


# %% id="error-rate"
def error_rate(wrong, right):
    """The share of wrong cases among all."""
    everybody = wrong + right
    return wrong / everybody


error_rate(349, 1139)

# %% [markdown]
# Do you expect a higher or a lower false positive rate for Black defendants? How far apart are the two?

# %% folded="table-counts"
groups = {
    t("All"): race.notna(),
    t("Black"): race == "African-American",
    t("White"): race == "Caucasian",
}
counts = pd.DataFrame(
    {
        name: {
            "TN": (rows & ~charged & ~high_risk).sum(),
            "FP": (rows & ~charged & high_risk).sum(),
            "FN": (rows & charged & ~high_risk).sum(),
            "TP": (rows & charged & high_risk).sum(),
        }
        for name, rows in groups.items()
    }
).T
all_fpr = counts["FP"] / (counts["FP"] + counts["TN"])
all_fnr = counts["FN"] / (counts["FN"] + counts["TP"])
counts.assign(
    **{
        t("false positive rate"): [t.percent(share, digits=2) for share in all_fpr],
        t("false negative rate"): [t.percent(share, digits=2) for share in all_fnr],
        t("overall accuracy"): list(
            ((counts["TN"] + counts["TP"]) / counts.sum(axis=1)).map(t.percent)
        ),
    }
)

# %% [markdown]
# The counts and the error rates are ProPublica's, to the digit. The **overall accuracy** is the share of all people whose mark proved right, TN + TP. It is nearly the same: 64%<!--above--> for Black and 67%<!--above--> for White defendants. It counts both kinds of error together, so it hides what the two error rates show.

# %% folded="figure-people"
fig, axes = plt.subplots(1, 2, figsize=(8, 3.8))
place = np.arange(100)
for ax, name, (colour, _) in zip(axes, [t("Black"), t("White")], [BLACK, WHITE]):
    marked = round(100 * all_fpr[name])
    fill = [colour] * marked + ["white"] * (100 - marked)
    ax.scatter(place % 10, -(place // 10), s=120, color=fill, edgecolors=colour)
    ax.set_title(t("{group}: {n} of 100").format(group=name, n=marked))
    ax.set_aspect("equal")
    ax.axis("off")
show(
    fig,
    title=t("Not charged again, yet marked: almost twice as often among Black defendants"),
    subtitle=t("100 people not charged again; filled: had been marked as higher risk"),
    source="compas",
    alt=t(
        "Two squares of 100 dots, each dot a person who was not charged again. "
        "{black} dots of Black defendants are filled, and {white} dots of White defendants: "
        "these people had been marked as higher risk."
    ).format(black=round(100 * all_fpr[t("Black")]), white=round(100 * all_fpr[t("White")])),
)

# %% [markdown]
# Of 100 Black defendants not charged again, 45 had been marked; of 100 White defendants, 23. For the other error it is the opposite. Of the people who *were* charged again, the score missed 28 in 100 Black defendants and 48 in 100 White defendants.
#
# **Check yourself.** Of the people whom a score marks as higher risk, some are charged again: their share is the score's **precision**, also called positive predictive value. Take the counts from the table. Of the White defendants who *had been marked* as higher risk, what share was charged again? Give a number between 0 and 1, with three decimals (`precision_white`).

# %%
precision_white = ...

# %%
check("quick-precision", precision_white)

# %% [markdown]
# ## 3. Every group at once
#
# The library fairlearn computes measures for every group at once. We ask for four:
#
# - the **selection rate**: of all people, how many were marked?
# - both error rates;
# - **precision**: of those marked, how many were charged again?

# %% folded="table-race"
measures = {
    "selection_rate": t("selection rate"),
    "false_positive_rate": t("false positive rate"),
    "false_negative_rate": t("false negative rate"),
    "precision": t("precision"),
}
by_race = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
        "precision": precision_score,
    },
    y_true=charged,
    y_pred=high_risk,
    sensitive_features=people["race"],
)
table = by_race.by_group.map(t.percent).rename(columns=measures)
table.loc[list(labels)].rename(index=labels).rename_axis(None)

# %% [markdown]
# The last two rows look striking; section 4 shows why nobody should rely on them.
#
# Now women and men. In which measure do you expect a gap? In the code, each line of `metrics` is a name in quotation marks, a colon, and the function that computes the measure. `y_true` is what happened, `y_pred` what the score said, `sensitive_features` the column with the groups.

# %% id="by-sex"
by_sex = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
        "precision": precision_score,
    },
    y_true=charged,
    y_pred=high_risk,
    sensitive_features=people["sex"],
)
by_sex.by_group

# %% [markdown]
# How far apart are two groups? Take one column of this table, and subtract one row from another.

# %% id="difference"
rates = by_sex.by_group["precision"]
rates["Male"] - rates["Female"]

# %% [markdown]
# Women and men have the same false positive rate, 32%. But the mark means less for a woman: 51% of the women marked were charged again, and 64% of the men. Between Black and White defendants precision is close, 63% and 59%, while the selection rate and the error rates are far apart.
#
# So “is it fair?” has no answer until we say by which measure, and between whom. Three measures have names. **Demographic parity** asks for equal selection rates, **equalized odds** for equal error rates of both kinds. **Equal opportunity** (Hardt, Price and Srebro, 2016) asks that among people who deserve an advantage, the same share gets it in each group. Here the advantage is to wait at home, so it means equal false positive rates. fairlearn's `equal_opportunity_difference` takes 1 for the advantage, and here 1 is a new charge: swap 0 and 1 in both columns first (“A page to keep”, below).

# %% [markdown]
# ## 4. With how many people can a rate be trusted?
#
# People belong to several groups at once. Women and men have the same false positive rate overall. Does that hold among Black defendants, and among White defendants?

# %% folded="table-both"
both = MetricFrame(
    metrics={
        "people": lambda happened, marked: (~happened).sum(),
        "rate": false_positive_rate,
    },
    y_true=charged,
    y_pred=high_risk,
    sensitive_features=people[["race", "sex"]],
).by_group
cells = [
    t("{rate} of {n}").format(rate=t.percent(row["rate"]), n=t.number(row["people"]))
    for _, row in both.iterrows()
]
table = pd.Series(cells, index=both.index).unstack().loc[list(labels)]
table.columns = [t("women: false positive rate"), t("men: false positive rate")]
table.rename(index=labels).rename_axis(None)

# %% [markdown]
# It does not hold. Among White defendants, women who were not charged again had been marked more often than men: 30% against 21%. Among Black defendants, less often: 40% against 46%. Is that more than chance?
#
# Now look at the last two rows: “0% of 1”. Nobody should base a decision on a single person. How many people are enough? In another period of two years, other people would have come before the court. We can imitate this: we draw as many people as the group has, *from the group itself*, so that a person can be drawn several times or never. We do this a thousand times, and see how much the rate changes. This is the **bootstrap**. The middle 95% of the results make an **interval**. Here it is for the eight Native American defendants who were not charged again. Three of them had been marked.


# %% folded="interval"
def interval(values, draws=1000, seed=0):
    """The low and high end of the 95% bootstrap interval of the mean."""
    random = np.random.default_rng(seed)
    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]
    return np.percentile(means, [2.5, 97.5])


eight = np.array([0, 0, 0, 0, 0, 1, 1, 1])
interval(eight)

# %% [markdown]
# The interval reaches from 0% to 75%. If we could repeat the whole study with new people many times, about 95 in 100 such intervals would contain the true rate, and about 5 would miss it. Nobody can see which: so do not write that the true rate is certainly inside.
#
# How wide are the intervals of the other groups?

# %% folded="figure-intervals"
# Of the people not charged again: True where the person had been marked.
spared = {label: high_risk[(race == label) & ~charged].to_numpy() for label in labels}
fig, ax = plt.subplots(figsize=(8, 3.4))
for y, values in enumerate(spared.values()):
    low, high = interval(values)
    ax.plot([low, high], [y, y], color=DARK, lw=3, solid_capstyle="butt")
    ax.scatter(values.mean(), y, color="white", edgecolors=DARK, s=60, lw=2, zorder=2)
    ax.text(0.95, y, t.number(len(values)), va="center", ha="right")
ax.text(0.95, -0.8, t("people not charged again"), ha="right")
ax.set_yticks(range(len(labels)), labels.values())
ax.set_ylim(5.6, -1.2)
ax.spines["left"].set_bounds(5.6, -0.5)
ax.set_xlim(0, 0.95)
ax.xaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("The fewer people a rate rests on, the wider its interval"),
    subtitle=t("False positive rate, with its 95% interval"),
    source="compas",
    alt=t(
        "False positive rate of six groups with intervals. The intervals of Black and of White "
        "defendants are narrow and far apart. That of Native American defendants, which rests on eight people, reaches from almost nothing to three in four."
    ),
)

# %% [markdown]
# The rate of Black defendants rests on 1,795 people, and its interval is a few points wide. Whether the score treats Native American defendants well, these data cannot say: an office that wants to use it must find out first. With so few people, use Wilson's interval (at the end of this lesson), and do not rank groups.
#
# How certain are the gaps: between the two large groups, and between women and men?

# %% folded="gap-interval"
random = np.random.default_rng(0)
black, white = spared["African-American"], spared["Caucasian"]
gaps = [
    random.choice(black, size=len(black)).mean() - random.choice(white, size=len(white)).mean()
    for _ in range(1000)
]
low, high = np.percentile(gaps, [2.5, 97.5])
print(
    t("Gap, Black minus White: {gap} percentage points, interval {low} to {high}").format(
        gap=t.number(100 * (black.mean() - white.mean()), 1),
        low=t.number(100 * low, 1),
        high=t.number(100 * high, 1),
    )
)


def newcombe(one, other, comparisons=1):
    """The interval of one rate minus another, from their Wilson intervals (Newcombe, 1998)."""
    level = 1 - 0.05 / comparisons
    (p, p_low, p_high), (q, q_low, q_high) = (
        (each.mean(), *binomtest(int(each.sum()), len(each)).proportion_ci(level, "wilson"))
        for each in (one, other)
    )
    return p - q - np.hypot(p - p_low, q_high - q), p - q + np.hypot(p_high - p, q - q_low)


women = people["sex"] == "Female"
for label in ["Caucasian", "African-American"]:
    sexes = [high_risk[(race == label) & ~charged & rows] for rows in (women, ~women)]
    ends = [100 * end for n in (1, 2) for end in newcombe(*sexes, comparisons=n)]
    gap = 100 * (sexes[0].mean() - sexes[1].mean())
    print(
        t(
            "{group}, women minus men: {gap} points, interval {low} to {high}; "
            "corrected for two comparisons {low_2} to {high_2}"
        ).format(
            group=labels[label],
            **{
                name: t.number(value, 1)
                for name, value in zip(
                    ["gap", "low", "high", "low_2", "high_2"], [gap, *ends], strict=True
                )
            },
        )
    )
widest = by_race.difference()["false_positive_rate"]
print(
    t("fairlearn's difference over all six labels: {gap} percentage points").format(
        gap=t.number(100 * widest, 1)
    )
)

# %% [markdown]
# The gap between Black and White defendants is about 21 percentage points. With other people from the same groups it could be three or four points smaller or larger, but it would not vanish.
#
# Women and men: both intervals (Newcombe's method) leave out 0. But the more gaps you compute, the more of them are there by chance alone. **Bonferroni's correction** divides the 5% by the number of comparisons, here two. Among White defendants the gap remains. Among Black defendants, the corrected interval goes from −11.7<!--above--> to 0.7<!--above--> points: these data do not show that women and men differ.
#
# fairlearn's method `difference()` gives 36 points: the largest rate minus the smallest, whatever the size of the groups.
#
# **Check yourself.** Look again at the table by race in section 3. Between which groups is that gap of 36 points? Choose one answer (`gap_between`).
#
# - `black-and-white`: Black defendants and White defendants
# - `black-and-asian`: Black defendants and Asian defendants
# - `black-and-all`: Black defendants and all people together
# - `native-american-and-other`: Native American defendants and “Other”

# %%
gap_between = "..."

# %%
check("quick-gap", gap_between)

# %% [markdown]
# ## 5. Why do two measures of fairness disagree?
#
# The maker of the score answered ProPublica with another question. Take two people with the same score, one Black and one White. Are they equally likely to be charged again? A score for which this holds is called **calibrated** between groups.
#
# Do you expect this to hold here?

# %% folded="figure-calibration"
fig, ax = plt.subplots(figsize=(8, 4))
sides = [("African-American", *BLACK, -0.07), ("Caucasian", *WHITE, 0.07)]
for label, colour, mark, shift in sides:
    by_score = charged[race == label].groupby(people["decile_score"])
    share = by_score.mean()
    low, high = np.array([interval(again.to_numpy()) for _, again in by_score]).T
    ax.vlines(share.index + shift, low, high, color=colour, lw=1.5, alpha=0.6)
    ax.plot(share.index + shift, share, color=colour, marker=mark)
    ax.text(10.25, share[10], labels[label], color=colour, va="center", fontweight="bold")
    note = t("{group}, of those scored 7, charged again: {share}")
    print(note.format(group=labels[label], share=t.percent(share[7], digits=1)))
ax.set(xticks=range(1, 11), xlim=(0.5, 11.2), ylim=(0, 1))
ax.yaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Score (bars: 95% intervals)"))
show(
    fig,
    title=t("The same score means nearly the same in both groups"),
    subtitle=t("Charged again within two years"),
    source="compas",
    alt=t(
        "Share charged again at each score from 1 to 10. The curves of Black and of White "
        "defendants rise together, from about two in ten to more than seven in ten, and cross."
    ),
)

# %% [markdown]
# It nearly holds. Of those scored 7, 59.2% of Black and 61.5% of White defendants were charged again.
#
# So both sides report the data correctly. The same score means nearly the same thing, *and* Black defendants who were not charged again had been marked almost twice as often. How can that be?
#
# One reason is called **infra-marginality** (Sam Corbett-Davies and Sharad Goel, 2018): an error rate depends on what share of the group has a high risk and what share a low one. Even if each score meant exactly the same in both groups, the false positive rates would be almost as far apart (computed at the end of this lesson). So unequal error rates alone do not prove that people of equal risk are treated unequally. The people wrongly marked are harmed all the same.
#
# Four numbers of any group are connected: the **base rate** $p$ (how many were charged again), precision $PPV$, and the two error rates $FPR$ and $FNR$. In February 2017 Alexandra Chouldechova wrote down how:
#
# $$FPR = \frac{p}{1-p} \cdot \frac{1-PPV}{PPV} \cdot (1-FNR)$$
#
# In Python, for White defendants, with the counts and the `fnr` of section 2:

# %% id="formula"
base_rate = (fn + tp) / (tn + fp + fn + tp)
ppv = tp / (fp + tp)
base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)

# %% [markdown]
# This is the `fpr` of section 2. The base rate of a group is given. When two of the other three numbers are chosen, the last one follows. Here are all four; the last column estimates precision after Barenstein's correction.

# %% folded="table-four"
base = (counts["FN"] + counts["TP"]) / counts.sum(axis=1)
precision = counts["TP"] / (counts["TP"] + counts["FP"])
# Barenstein's base rate is 36.2%. Both error rates stay; in each group the odds of a charge fall
# in the same proportion as for all.
odds = precision / (1 - precision)
odds_corrected = odds * (0.362 / (1 - 0.362)) / (base[t("All")] / (1 - base[t("All")]))
corrected = odds_corrected / (1 + odds_corrected)
four = {
    t("base rate"): base,
    t("precision"): precision,
    "FNR": all_fnr,
    "FPR": all_fpr,
    t("precision, corrected (estimate)"): corrected,
}
pd.DataFrame(four).map(lambda share: t.percent(share, digits=1))

# %% [markdown]
# Precision is close: 63.0% and 59.1%. The base rates are not: 51.4% of Black defendants were charged again, and 39.4% of White defendants. After Barenstein's correction, precision would be about nine points lower: 54.0%<!--above--> and 50.0%<!--above--> (our estimate; the cell above says what it assumes).
#
# Now imagine a score for Black defendants with exactly the precision and the false negative rate that it has for White defendants. Only the base rate is that of Black defendants. What must the false positive rate be?

# %% folded="figure-base-rate"
same = (1 - precision[t("White")]) / precision[t("White")] * (1 - all_fnr[t("White")])
p = np.linspace(0.3, 0.6, 50)
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.plot(p, p / (1 - p) * same, color=GREY, lw=2)
for name, (colour, mark) in [(t("White"), WHITE), (t("Black"), BLACK)]:
    forced = base[name] / (1 - base[name]) * same
    ax.scatter(base[name], forced, color=colour, marker=mark, s=80, zorder=2)
    note = t("{group}, base rate {base}:\nfalse positive rate {rate}").format(
        group=name, base=t.percent(base[name], digits=1), rate=t.percent(forced, digits=1)
    )
    ax.text(base[name] + 0.008, forced - 0.015, note, va="top")
ax.set_ylim(0.1, 0.55)
ax.xaxis.set_major_formatter(t.percent)
ax.yaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Base rate: share charged again"))
show(
    fig,
    title=t("A higher base rate alone makes the false positive rate higher"),
    subtitle=t("False positive rate"),
    source="compas",
    alt=t(
        "A rising curve: the false positive rate that follows from the base rate when precision "
        "and false negative rate are those of White defendants. It is 23.5% at the base rate of "
        "White defendants and 38.3% at that of Black defendants."
    ),
)

# %% [markdown]
# It must be 38.3%, against 23.5% for White defendants. Nobody has to intend this: it follows from arithmetic.
#
# There are exceptions. If precision is 100%, the middle factor is 0, and so is the false positive rate, whatever the base rate. A score that marks exactly half of those who will be charged again in each group, and nobody else, has the same precision and the same error rates in all groups. But no real score comes near that. (The other exceptions are equal base rates, and a score that marks nobody rightly.)
#
# “The base rates differ” is a statement about recorded charges. Whether the next decision should depend on that difference is a question of policy, not of arithmetic.
#
# **Check yourself.** A vendor promises: “Next year's model will find some of those charged again in each group, with equal precision and equal error rates in all groups.” The base rates still differ. When can the vendor keep the promise? Choose one answer (`promise_holds`).
#
# - `more-data`: when the model learns from many more cases
# - `without-race`: when the column race is left out of the model
# - `better-model`: when the model makes fewer errors than today's
# - `no-false-positives`: when the model marks nobody wrongly

# %%
promise_holds = "..."

# %%
check("quick-both", promise_holds)

# %% [markdown] facilitator=true
# **Participants often say:** “Then we need a better model.” Answer: fewer errors help everybody, but as long as some people are marked wrongly and some rightly, the formula holds. Only the choice of the measure remains, and that is their work.

# %% [markdown]
# ## 6. Which measure should decide, and who chooses it?
#
# Here are five questions about the same score. Which one would a person in jail awaiting trial ask? A person harmed by a new offence? A judge who reads one report?

# %% folded="table-questions"
selected = (counts["FP"] + counts["TP"]) / counts.sum(axis=1)
missed = counts["FN"] / (counts["FN"] + counts["TN"])
questions = {
    t("Of all people, how many were marked?"): selected,
    t("Of those marked, how many were charged again?"): precision,
    t("Of those not marked, how many were charged again?"): missed,
    t("Of those not charged again, how many had been marked?"): all_fpr,
    t("Of those charged again, how many had not been marked?"): all_fnr,
}
answers = pd.DataFrame(questions).T[[t("Black"), t("White")]]
gap = (100 * (answers[t("Black")] - answers[t("White")])).map(t.number)
answers.map(lambda share: t.percent(share, digits=1)).assign(
    **{t("difference, percentage points"): gap}
)

# %% [markdown]
# The judge would ask the second and third questions; there the groups differ by 4 and 6 points. A person who would not have been charged again would ask the fourth: 21 points. A person harmed by an offence that the score did not foresee would ask the fifth: 20 points, in the opposite direction.
#
# **The maker's answer.** Northpointe, the firm behind COMPAS, rejected ProPublica's finding in 2016. ProPublica's measures, it said, ignore that the base rates differ; the score means the same for both groups. So do not write that the score “is biased”. Write which measure differs, between whom, and by how much.
#
# **Two courts.** In 2016 the Supreme Court of Wisconsin allowed such a score in sentencing, within limits, if other, independent reasons support the decision (*State v. Loomis*); it chose no measure of fairness. In 2023 a court of appeal in Buenos Aires made a test one condition for the return of face recognition: does it affect people differently, according to their personal characteristics (module 13)?
#
# **The choice that remains.** Equal precision and equal error rates cannot both be had here. Somebody must choose. If no public body does, the vendor's settings decide. A public body should choose *before* it buys, and give its reasons: which error does the harm that counts, which measure shows it, how large a gap is tolerated, and how a person can contest a decision. No calculation in this lesson can make that choice.

# %% [markdown] public=true facilitator=true
# **Group activity for 37 people, 20 minutes.** Six groups, five of six people and one of seven. Each group gets one role: accused person, person harmed by an offence, judge, minister of finance, vendor, ombuds institution. Material: the table of the five questions. In ten minutes each group chooses the measure that its role would let decide, and a largest gap that it would accept. Each group reports one sentence: “We choose ..., because the worst error for us is ...; we would accept a gap of ...”. In the end, ask who should have the last word, and when.
#
# **For those who are ahead:** compute the two error rates for women and for men among Hispanic defendants, with the number of people, and say whether they would report the gap.

# %% [markdown]
# ## A page to keep: fairlearn's `MetricFrame`
#
# **1 has to be the advantage.** `~` turns a column round: 1 then means no new charge, or waiting at home.

# %% id="page-advantage"
two = people["race"].isin(["African-American", "Caucasian"])
happened, marked, groups = charged[two], high_risk[two], race[two]
print(round(equal_opportunity_difference(happened, marked, sensitive_features=groups), 3))
print(round(equal_opportunity_difference(~happened, ~marked, sensitive_features=groups), 3))

# %% [markdown]
# 0.197 is the gap in the false negative rate; 0.214, the gap in the false positive rate, is the one we want. (`true_positive_rate` has `pos_label` for this; `equal_opportunity_difference` has not.)
#
# **Within a part.** A vendor says: “Black defendants are charged with more serious offences.” `control_features` compares within each degree of charge (F: felony, M: misdemeanour); `ratio()` is the lowest rate divided by the highest.

# %% id="page-ratio"
home = ~high_risk[two]
at_home = MetricFrame(
    metrics=selection_rate,
    y_true=home,  # the selection rate does not use it
    y_pred=home,
    sensitive_features=race[two],
    control_features=people["c_charge_degree"][two],
)
print(at_home.by_group)
at_home.ratio()

# %% [markdown]
# For both degrees the ratio is 0.65, without them 0.63: the degree does not explain the gap. The **four-fifths rule** of United States agencies, for hiring (29 CFR 1607.4(D)): a selection rate below 0.8 of the highest is generally regarded as evidence of adverse impact. It is a rule of thumb about an *advantage*, no legal limit elsewhere, and no test of chance.
#
# **One number for many groups** does not say between whom, or on how many people it rests. `difference()` is short for `difference(method="between_groups")` (section 4); `to_overall` gives the largest distance between the rate of a group and the rate of all people together.

# %% id="page-summary"
pd.DataFrame(
    {
        "group_min()": by_race.group_min(),
        "group_max()": by_race.group_max(),
        "difference()": by_race.difference(),
        "to_overall": by_race.difference(method="to_overall"),
        "ratio()": by_race.ratio(),
    }
)

# %% [markdown]
# **Intervals.** `n_boot` draws people as in section 4 (a few seconds):

# %% id="page-intervals"
drawn = MetricFrame(
    metrics=false_positive_rate,
    y_true=charged,
    y_pred=high_risk,
    sensitive_features=people["sex"],
    n_boot=100,
    ci_quantiles=[0.025, 0.975],
    random_state=0,
)
print(pd.DataFrame(drawn.by_group_ci, index=drawn.ci_quantiles).round(3))
print(np.round(drawn.difference_ci(), 3))

# %% [markdown]
# Women and men have nearly the same rate, yet the interval of their difference, 0.1 to 4.3 points, leaves out 0. It does so even where there is no gap, because `difference()` is never below 0. Use `by_group_ci` for each group's rate, not `difference_ci` for a gap. fairlearn's guide adds: intervals that overlap do not show that groups are equal.
#
# **Many groups.** Race and sex together (`people[["race", "sex"]]`) make 12 groups. How many have a false positive rate that differs from that of all other people together?

# %% folded="page-many"
crossed = (race.astype(str) + people["sex"].astype(str))[~charged]
k = crossed.nunique()
for comparisons in (1, k):
    found = 0
    for name in crossed.unique():
        inside = high_risk[~charged][crossed == name]
        low, high = newcombe(inside, high_risk[~charged][crossed != name], comparisons)
        found += low > 0 or high < 0
    print(
        t(
            "{level} for each comparison: {found} of {k} groups differ from all other people together"
        ).format(level=t.percent(0.05 / comparisons, digits=2), found=found, k=k)
    )

# %% [markdown]
# With *k* comparisons, Bonferroni allows 5%/*k* for each: 0.42%<!--above--> for 12. The men with the label Asian (22 people) then no longer differ. The 66 pairs of 12 groups would get 0.08% each. The price: more real gaps are overlooked.
#
# **Weights.** `sample_params={"sample_weight": weights}` gives each person a weight.

# %% [markdown]
# ## The same question in your office
#
# | office | what to count, by group | who is missing from the data | right (Declaration) |
# |---|---|---|---|
# | statistics office | poor households that a poverty map leaves out | people without an address | social security (22) |
# | telecom regulator | justified complaints that were filtered out, by language | people without a telephone | equal protection of the law (7) |
# | development bank | refusals among women and men who would repay | people who were refused: nobody sees whether they would have repaid | equality (7) |
# | intellectual-property registry | refusals overturned on appeal, by language | applicants who cannot pay for an appeal | effective remedy (8) |

# %% [markdown]
# ## What to take with you
#
# - An outcome in a file is what somebody recorded. Here it is a new charge, not a crime.
# - “How often is the mark wrong?” and “how often is a person wrongly marked?” have different answers. Ask of each share: *of whom*?
# - Look at the number of people, and of comparisons, before you look at the gap. Do not judge a group by a rate of eight people.
# - Where base rates differ, a score that marks some people wrongly and some rightly cannot have the same precision and the same error rates in all groups. That is arithmetic.
# - A person held before trial is presumed innocent. A public body should choose the measure that decides, in advance and with reasons.

# %% [markdown]
# ## For those who want to check
#
# Suppose that each score meant exactly the same in both groups (the share charged again among both together), and that nobody's score changed. The error rates would be these:

# %% folded="same-meaning"
two = people[people["race"].isin(["African-American", "Caucasian"])]
marks = high_risk[two.index]
chance = two["decile_score"].map(charged[two.index].groupby(two["decile_score"]).mean())
expected = pd.DataFrame(
    {
        t("precision"): chance[marks].groupby(two["race"]).mean(),
        "FPR": (1 - chance)[marks].groupby(two["race"]).sum()
        / (1 - chance).groupby(two["race"]).sum(),
        "FNR": chance[~marks].groupby(two["race"]).sum() / chance.groupby(two["race"]).sum(),
    }
).loc[["African-American", "Caucasian"]]
expected.map(lambda share: t.percent(share, digits=1)).rename(index=labels).rename_axis(None)

# %% [markdown]
# The false positive rates would still be 44.3%<!--above--> and 23.8%<!--above-->. So the gap arises because the two groups have different scores, not because the same score means different things.
#
# With very few people the bootstrap fails, because it can draw only people whom it has seen. **Wilson's interval** (1927), computed from two counts, is more reliable then.

# %% folded="table-wilson"
asian_women = (race == "Asian") & (people["sex"] == "Female") & ~charged
small = {
    t("Black"): spared["African-American"],
    t("Asian"): spared["Asian"],
    t("Native American"): spared["Native American"],
    t("Asian women"): high_risk[asian_women].to_numpy(),
}
rows = {}
for name, values in small.items():
    wilson = binomtest(int(values.sum()), len(values)).proportion_ci(method="wilson")
    pairs = [interval(values), (wilson.low, wilson.high)]
    cells = [t("{low} to {high}").format(low=t.percent(a), high=t.percent(b)) for a, b in pairs]
    rows[name] = [t.number(len(values)), *cells]
pd.DataFrame(rows, index=[t("people"), t("bootstrap"), t("Wilson")]).T

# %% [markdown]
# For the large group the two agree. For the one Asian woman who was not charged again, the bootstrap says “0% to 0%”; Wilson's interval says 0% to 79%<!--above-->. Use it for small groups (Brown, Cai and DasGupta, 2001).
#
# For the scores themselves, Kleinberg, Mullainathan and Raghavan (2016) proved that calibration and equal average scores for each outcome go together only in exceptions of the same kind.

# %% [markdown]
# ## Sources
#
# - ProPublica, [How We Analyzed the COMPAS Recidivism Algorithm](https://assets.documentcloud.org/documents/2998392/How-We-Analyzed-the-COMPAS-Recidivism-Algorithm.txt), 23 May 2016.
# - Northpointe (now equivant), [Response to ProPublica](https://www.equivant.com/response-to-propublica-demonstrating-accuracy-equity-and-predictive-parity/), 2016. A further rebuttal: [A Rejoinder to Machine Bias](https://studylib.net/doc/27510369/80-2-6-0), Federal Probation 80/2, 2016.
# - A. Chouldechova, [Fair prediction with disparate impact](https://arxiv.org/abs/1703.00056), February 2017.
# - J. Kleinberg, S. Mullainathan, M. Raghavan, [Inherent Trade-Offs in the Fair Determination of Risk Scores](https://arxiv.org/abs/1609.05807), September 2016.
# - M. Hardt, E. Price, N. Srebro, [Equality of Opportunity in Supervised Learning](https://arxiv.org/abs/1610.02413), 7 October 2016.
# - S. Corbett-Davies, S. Goel, [The Measure and Mismeasure of Fairness](https://arxiv.org/abs/1808.00023), 2018.
# - M. Barenstein, [ProPublica's COMPAS Data Revisited](https://arxiv.org/abs/1906.04711), 11 June 2019, revised 8 July 2019 (only the abstract was read).
# - J. Kleinberg et al., [Human Decisions and Machine Predictions](https://pmc.ncbi.nlm.nih.gov/articles/PMC5947971), 2018 (only the abstract was read).
# - Universal Declaration of Human Rights, 1948 (in this course's data set `udhr`); [International Covenant on Civil and Political Rights](https://www.ohchr.org/en/instruments-mechanisms/instruments/international-covenant-civil-and-political-rights), 1966.
# - Supreme Court of Wisconsin, [State v. Loomis, 2016 WI 68](https://assets.documentcloud.org/documents/5743547/Wisconsin-Supreme-Court-Opinion-in-Wisconsin-v.txt), 13 July 2016, paragraphs 8 and 9. The Supreme Court of the United States declined to hear the case on 26 June 2017 (Loomis v. Wisconsin, No. 16-6387).
# - City of Buenos Aires, Court of Appeal for administrative matters, Chamber I, [O.D.I.A. and others against the City](https://repositorio.mpd.gov.ar/jspui/handle/123456789/4657), 28 April 2023 (in Spanish; the order as quoted in [Diario Judicial](https://diariojudicial.com/news-94902-contra-cara)).
# - L. Brown, T. Cai, A. DasGupta, [Interval Estimation for a Binomial Proportion](https://doi.org/10.1214/ss/1009213286), Statistical Science 16/2, 2001 (only the abstract was read).
# - fairlearn, [MetricFrame](https://fairlearn.org/main/api_reference/generated/fairlearn.metrics.MetricFrame.html) and [user guide on confidence intervals](https://fairlearn.org/main/user_guide/assessment/confidence_interval_estimation.html).
# - United States, [29 CFR 1607.4(D)](https://www.ecfr.gov/current/title-29/section-1607.4), Uniform Guidelines on Employee Selection Procedures (1978), four-fifths rule (read in copies; address not opened by us).
# - R. Newcombe, [Interval estimation for the difference between independent proportions](https://doi.org/10.1002/%28SICI%291097-0258%2819980430%2917:8%3C873::AID-SIM779%3E3.0.CO;2-I), Statistics in Medicine 17, 1998 (not read again).
