# %% [markdown]
# # Measuring fairness
#
# **The decision.** Our courts are offered a score that says who is likely to be charged again within two years. May we use it to decide who waits for trial at home? Is it fair, and to whom?
#
# **After this lesson you can**
#
# - say what the outcome behind a score records, and what it does not;
# - count the four things that can happen to a person, and compute the error rates of each group;
# - judge whether enough people stand behind a rate to act on it;
# - explain why two measures of fairness can disagree, and who has to choose between them.
#
# {{time}}
#
# **Data.** 7,214 people arrested in Broward County, Florida, and scored in 2013 and 2014 by a commercial tool, COMPAS. The newsroom ProPublica obtained the records and published them in 2016. The people are real; their names, birth dates and case numbers are not in our copy. Sex is as the authorities recorded it, with two values only.
#
# The text can be followed without reading the code. Answer each question before you run the cell below it.
#
# The code that draws a figure is folded. To read it, click on the three dots.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, selection_rate
from scipy.stats import binomtest
from sklearn.metrics import precision_score

from course import check, load_dataset, show, translator

t = translator("06-measuring-fairness")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"

# %% [markdown]
# ## 1. Who is in the data, and what does the score say?
#
# **The rights at stake.** A person who waits for trial is presumed innocent and may not be held arbitrarily (Universal Declaration of Human Rights, Articles 11 and 9). Detention before trial shall not be the general rule (International Covenant on Civil and Political Rights, Article 9(3)). All are entitled to equal protection of the law (Declaration, Article 7).
#
# A judge sees a number from 1 to 10. The tool's maker groups it: 1 to 4 is “Low”, 5 to 7 “Medium”, 8 to 10 “High”. Like ProPublica, we say that a person was **marked as higher risk** when the score is “Medium” or “High”.
#
# The data also say whether a **new charge** was recorded against the person within two years. How many of them would you expect? One in ten, a third, a half?

# %%
people = load_dataset("compas")
people["high"] = people["score_text"].isin(["Medium", "High"])
people["charged"] = people["two_year_recid"] == 1

labels = {
    "African-American": t("Black"),
    "Caucasian": t("White"),
    "Hispanic": t("Hispanic"),
    "Other": t("Other"),
    "Asian": t("Asian"),
    "Native American": t("Native American"),
}
by_label = people.groupby("race")
who = pd.DataFrame(
    {
        t("people"): by_label.size(),
        t("women"): (people["sex"] == "Female").groupby(people["race"]).mean().map(t.percent),
        t("marked as higher risk"): by_label["high"].mean().map(t.percent),
        t("charged again"): by_label["charged"].mean().map(t.percent),
    }
)
print(t("Charged again, all: {share}").format(share=t.percent(people["charged"].mean())))
who.loc[list(labels)].rename(index=labels).rename_axis(None)

# %% [markdown]
# Almost half were charged again. Black defendants are the largest group, White defendants the second. Asian and Native American defendants are 32 and 18 people.
#
# The labels were recorded by the sheriff's office, not chosen by the people themselves. The file says “African-American”, “Caucasian”, “Hispanic”, “Other”, “Asian” and “Native American”; we write of Black and White defendants.
#
# How are the scores spread?

# %% folded="figure-scores"
shares = pd.crosstab(people["decile_score"], people["race"], normalize="columns")
fig, axes = plt.subplots(1, 2, figsize=(9, 3.4), sharey=True)
for ax, race, colour in zip(axes, ["African-American", "Caucasian"], [DARK, AMBER]):
    ax.bar(shares.index, shares[race], color=colour, width=0.8)
    ax.axvline(4.5, color="black", lw=1, ls="--")
    ax.text(4.7, 0.26, t("marked as\nhigher risk →"), va="center")
    ax.set_title(labels[race])
    ax.set_xticks(range(1, 11))
    ax.set_xlabel(t("Score (10 = highest risk)"))
axes[0].set_ylabel(t("Share of the group"))
axes[0].yaxis.set_major_formatter(t.percent)
fig.suptitle(t("Black defendants' scores spread evenly; White defendants' lean to the low end"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "Two bar charts of scores from 1 to 10. About one Black defendant in ten has each score. "
        "{low} of White defendants have the score 1, and the bars fall towards the score 10."
    ).format(low=t.percent(shares.loc[1, "Caucasian"])),
)

# %% [markdown]
# More than a quarter of White defendants have the lowest score. Among Black defendants no score is much more frequent than another. That is a difference, not yet a judgement: we have not looked at what happened afterwards.
#
# **What the outcome is not.** A charge is not a conviction, and a crime that nobody recorded is not in the file. ProPublica counted an offence that led to a booking into jail. Where police look more, more is recorded; these data cannot tell that apart from conduct.
#
# **Who is not in the file.** A person in jail cannot be charged again in the same way. ProPublica kept only people with a new charge within two years, or with two years outside a correctional facility. What the others would have done at home is unknown. This is the problem of **selective labels**: the decision determines whose outcome is seen.
#
# **A known fault.** In 2019 Matias Barenstein showed that the file holds too many people who were charged again: 45%, where he finds 36% after correction. The two error rates below change little, he writes; precision falls (section 5 estimates by how much). We keep ProPublica's file in order to reproduce what was published.
#
# **Check yourself.** What does `two_year_recid = 1` tell us about a person? Give the key as `outcome_says`, in quotation marks.
#
# - `new-charge`: a new charge was recorded within two years
# - `new-crime`: the person committed a new crime within two years
# - `convicted`: a court found the person guilty of a new offence
# - `dangerous`: the person was too dangerous to wait for trial at home

# %%
outcome_says = ...

# %%
check("quick-outcome", outcome_says)

# %% [markdown]
# ## 2. What can happen to a person?
#
# There are two marks and two outcomes, so four cases. The field's names count from the mark: *positive* means marked as higher risk, *false* means that the mark turned out wrong.
#
# | | not charged again | charged again |
# |---|---|---|
# | **marked as lower risk** | true negative | false negative: the score missed it |
# | **marked as higher risk** | false positive: might have waited at home, yet counted as a risk | true positive |
#
# From these come two error rates. Each asks about people with the same outcome.
#
# - The **false positive rate**: of the people *not* charged again, how many had been marked?
# - The **false negative rate**: of the people charged again, how many had *not* been marked?
#
# Would you expect the false positive rate to be the same for Black and for White defendants? If not, how far apart?

# %%
groups = {
    t("All"): people,
    t("Black"): people[people["race"] == "African-American"],
    t("White"): people[people["race"] == "Caucasian"],
}
counts = pd.DataFrame(
    {
        name: {
            "TN": (~group["high"] & ~group["charged"]).sum(),
            "FP": (group["high"] & ~group["charged"]).sum(),
            "FN": (~group["high"] & group["charged"]).sum(),
            "TP": (group["high"] & group["charged"]).sum(),
        }
        for name, group in groups.items()
    }
).T
fpr = counts["FP"] / (counts["FP"] + counts["TN"])
fnr = counts["FN"] / (counts["FN"] + counts["TP"])
counts.assign(
    **{
        t("false positive rate"): [t.percent(rate, digits=2) for rate in fpr],
        t("false negative rate"): [t.percent(rate, digits=2) for rate in fnr],
        t("overall accuracy"): list(
            ((counts["TN"] + counts["TP"]) / counts.sum(axis=1)).map(t.percent)
        ),
    }
)

# %% [markdown]
# TN, FP, FN and TP are the four cases: true negative, false positive, false negative, true positive. The counts and the error rates are ProPublica's, to the digit.
#
# The **overall accuracy** is the share of all people whose mark proved right, TN + TP. It is close: 64%<!--above--> for Black and 67%<!--above--> for White defendants. It does not say which error was made, so it hides what the two error rates show. Here is the false positive rate, drawn as people.

# %% folded="figure-people"
fig, axes = plt.subplots(1, 2, figsize=(8, 4.6))
place = np.arange(100)
for ax, name, colour in zip(axes, [t("Black"), t("White")], [DARK, AMBER]):
    marked = round(100 * fpr[name])
    fill = [colour] * marked + ["white"] * (100 - marked)
    ax.scatter(place % 10, -(place // 10), s=120, color=fill, edgecolors=colour)
    ax.set_title(t("{group}: {n} of 100").format(group=name, n=marked))
    ax.set_aspect("equal")
    ax.axis("off")
fig.suptitle(
    t("Not charged again, yet marked: almost twice as often among Black defendants"), y=1.02
)
fig.supxlabel(
    t("100 people not charged again; filled: had been marked as higher risk"), fontsize=11
)
fig.tight_layout()
show(
    fig,
    alt=t(
        "Two squares of 100 dots, each dot a person who was not charged again. "
        "{black} dots of Black defendants are filled, and {white} dots of White defendants: "
        "these people had been marked as higher risk."
    ).format(black=round(100 * fpr[t("Black")]), white=round(100 * fpr[t("White")])),
)

# %% [markdown]
# Of 100 Black defendants who were not charged again, 45 had been marked as higher risk. Of 100 White defendants who were not charged again, 23 had.
#
# The other error goes the other way. Of the people who *were* charged again, the score missed 28 in 100 Black defendants and 48 in 100 White defendants.
#
# **Check yourself.** Now turn the question round. Of the White defendants who *had been marked* as higher risk, what share was charged again? This share is the score's **precision**, also called positive predictive value. Take the counts from the table and give it as `precision_white`, a number between 0 and 1 with three decimals.

# %%
precision_white = ...

# %%
check("quick-precision", precision_white)

# %% [markdown]
# ## 3. Every group at once
#
# The library fairlearn counts for every group at once. Its `MetricFrame` takes what happened, what the score said and the groups. We ask for four measures:
#
# - the **selection rate**: of all people, how many were marked?
# - the **false positive rate** and the **false negative rate**, as above;
# - **precision**: of those marked, how many were charged again?

# %%
measures = {
    t("selection rate"): selection_rate,
    t("false positive rate"): false_positive_rate,
    t("false negative rate"): false_negative_rate,
    t("precision"): precision_score,
}
by_race = MetricFrame(
    metrics=measures,
    y_true=people["charged"],
    y_pred=people["high"],
    sensitive_features=people["race"],
)
table = by_race.by_group.map(t.percent)
table.loc[list(labels)].rename(index=labels).rename_axis(None)

# %% [markdown]
# The first two rows repeat what we know. Hispanic defendants' errors lean the same way as those of White defendants: more people missed, fewer wrongly marked. The last two rows look striking; section 4 shows why not to trust them.
#
# Now women and men. Where do you expect a gap, and which way?

# %%
by_sex = MetricFrame(
    metrics=measures,
    y_true=people["charged"],
    y_pred=people["high"],
    sensitive_features=people["sex"],
)
sexes = {"Female": t("women"), "Male": t("men")}
by_sex.by_group.map(t.percent).rename(index=sexes).rename_axis(None)

# %% folded="figure-measures"
pairs = [
    (by_race.by_group.loc[["African-American", "Caucasian"]], [t("Black"), t("White")]),
    (by_sex.by_group.loc[["Female", "Male"]], [t("women"), t("men")]),
]
fig, axes = plt.subplots(1, 2, figsize=(9.5, 4), sharey=True)
for ax, (rates, names) in zip(axes, pairs):
    rates.T.plot.barh(ax=ax, color=[DARK, AMBER], width=0.7, legend=False)
    for bars, name in zip(ax.containers, names):
        shares = [t.percent(share) for share in bars.datavalues]
        ax.bar_label(bars, [f"{name} {shares[0]}", *shares[1:]], padding=3)
    ax.set_xlim(0, 0.9)
    ax.xaxis.set_major_formatter(t.percent)
    ax.set_xlabel(t("Share of those each measure asks about"))
axes[0].invert_yaxis()
fig.suptitle(t("By race, marks and errors differ; by sex, precision differs"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "Bars for four measures. Between Black and White defendants the selection rate and both "
        "error rates lie about 20 percentage points or more apart, precision 4. Between women and men "
        "the error rates are nearly equal and precision lies 12 points apart."
    ),
)

# %% [markdown]
# Women and men have the same false positive rate, 32%. But the mark means less for a woman: 51% of the women marked were charged again, and 64% of the men. Between Black and White defendants it is the other way round: precision is close, 63% and 59%, while the selection rate and the error rates are far apart.
#
# So “is it fair?” has no answer until we say by which measure, and between whom. Three measures have names. **Demographic parity** asks for equal selection rates, and **equalized odds** for equal error rates of both kinds. **Equal opportunity** (Hardt, Price and Srebro, 2016) asks that among people who deserve an advantage, the same share gets it in each group. Here the advantage is to wait at home, so equal opportunity means equal false positive rates.

# %% [markdown]
# ## 4. How far can a small group be trusted?
#
# People belong to several groups at once. Women and men have the same false positive rate overall. Does that hold among Black defendants, and among White defendants?


# %%
def not_charged_again(charged, high):
    return (charged == 0).sum()


both = MetricFrame(
    metrics={"people": not_charged_again, "rate": false_positive_rate},
    y_true=people["charged"],
    y_pred=people["high"],
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
# It does not hold. Among White defendants, women who were not charged again had been marked more often than men: 30% against 21%. Among Black defendants, less often: 40% against 46%. The overall rate of 32% hides both.
#
# Now look at the last two rows: “0% of 1”. Nobody should act on one person. But where does “too few” begin? Two other years would have brought other people before the court. We cannot observe them, but we can imitate them: draw as many people as the group has, *from the group itself*, each person as often as chance wants. Do it a thousand times, and see how much the rate moves. This is the **bootstrap**. The middle 95% of the results make an **interval**.
#
# If we could repeat the whole study with new people many times, about 95 in 100 such intervals would hold the true rate. No single one promises it.


# %%
def interval(values, draws=1000, seed=0):
    values = np.asarray(values)
    random = np.random.default_rng(seed)
    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]
    return np.percentile(means, [2.5, 97.5])


# Of the people not charged again: True where the person had been marked.
marked = {
    race: people.loc[(people["race"] == race) & ~people["charged"], "high"] for race in labels
}

# %% folded="figure-intervals"
fig, ax = plt.subplots(figsize=(8.5, 3.8))
for y, values in enumerate(marked.values()):
    low, high = interval(values)
    ax.plot([low, high], [y, y], color=DARK, lw=3, solid_capstyle="butt")
    ax.scatter(values.mean(), y, color="white", edgecolors=DARK, s=60, lw=2, zorder=2)
    ax.text(0.95, y, t.number(len(values)), va="center", ha="right")
ax.text(0.95, -0.8, t("people behind the rate"), ha="right")
ax.set_yticks(range(len(labels)), labels.values())
ax.set_ylim(5.6, -1.2)
ax.set_xlim(0, 0.95)
ax.xaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("False positive rate, with its 95% interval"))
ax.set_title(t("The fewer people behind a rate, the less it says"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "False positive rate of six groups with intervals. The intervals of Black and of White "
        "defendants are narrow and far apart. That of Native American defendants, eight people, "
        "reaches from almost nothing to three in four."
    ),
)

# %% [markdown]
# The rate of Black defendants rests on 1,795 people, and its interval is a few points wide. The rate of Native American defendants rests on eight, and its interval reaches from 0% to 75%. This does not mean that the score treats them well. These data cannot say, and an office that wants to use the score must find out first.
#
# With very few people the bootstrap fails, because it can draw only people whom it has seen. **Wilson's interval** (1927), computed from two counts, is more reliable then. Compare the two.

# %%
asian_women = (people["race"] == "Asian") & (people["sex"] == "Female") & ~people["charged"]
small = {
    t("Black"): marked["African-American"],
    t("Asian"): marked["Asian"],
    t("Native American"): marked["Native American"],
    t("Asian women"): people.loc[asian_women, "high"],
}
rows = {}
for name, values in small.items():
    wilson = binomtest(int(values.sum()), len(values)).proportion_ci(method="wilson")
    pairs = [interval(values), (wilson.low, wilson.high)]
    cells = [t("{low} to {high}").format(low=t.percent(a), high=t.percent(b)) for a, b in pairs]
    rows[name] = [t.number(len(values)), *cells]
pd.DataFrame(rows, index=[t("people"), t("bootstrap"), t("Wilson")]).T

# %% [markdown]
# For the large group the two agree. For the one Asian woman who was not charged again, the bootstrap says “0% to 0%”, a certainty that one person cannot give; Wilson's interval says 0% to 79%<!--above-->. For small groups use Wilson's interval (Brown, Cai and DasGupta, 2001), and do not rank groups by such rates.
#
# How sure is the gap between the two large groups?

# %%
random = np.random.default_rng(0)
black, white = marked["African-American"].to_numpy(), marked["Caucasian"].to_numpy()
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
widest = by_race.difference()[t("false positive rate")]
print(
    t("fairlearn's difference over all six labels: {gap} percentage points").format(
        gap=t.number(100 * widest, 1)
    )
)

# %% [markdown]
# The gap between Black and White defendants is about 21 percentage points. Chance in the draw of people could make it three or four points smaller or larger, not make it vanish.
#
# `difference()` gives a much larger gap: 36 points. It takes the largest rate minus the smallest, whatever the size of the groups.
#
# **Check yourself.** Between whom is that gap of 36 points? Look again at the table of section 3, and give the key as `gap_between`.
#
# - `black-and-white`: Black and White defendants
# - `black-and-asian`: Black and Asian defendants
# - `black-and-all`: Black defendants and all people together
# - `native-american-and-other`: Native American defendants and those labelled “Other”

# %%
gap_between = ...

# %%
check("quick-gap", gap_between)

# %% [markdown]
# ## 5. Can a score be right in the same way and wrong in different ways?
#
# The maker of the score answered ProPublica with another question. Take two people with the same score, one Black and one White. Are they equally likely to be charged again? A score for which this holds is called **calibrated** between groups.
#
# After what you have seen, do you expect it to hold?

# %% folded="figure-calibration"
fig, ax = plt.subplots(figsize=(8, 4))
sides = [("African-American", DARK, "o", -0.07), ("Caucasian", AMBER, "s", 0.07)]
for race, colour, mark, shift in sides:
    by_score = people[people["race"] == race].groupby("decile_score")["charged"]
    share = by_score.mean()
    low, high = np.array([interval(charged) for _, charged in by_score]).T
    ax.vlines(share.index + shift, low, high, color=colour, lw=1.5, alpha=0.6)
    ax.plot(share.index + shift, share, color=colour, marker=mark)
    ax.text(10.25, share[10], labels[race], color=colour, va="center", fontweight="bold")
    note = t("{group}, of those scored 7, charged again: {share}")
    print(note.format(group=labels[race], share=t.percent(share[7], digits=1)))
ax.set(xticks=range(1, 11), xlim=(0.5, 11.2), ylim=(0, 1))
ax.yaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Score (bars: 95% intervals)"))
ax.set_ylabel(t("Charged again within two years"))
ax.set_title(t("The same score means nearly the same in both groups"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "Share charged again at each score from 1 to 10. The lines of Black and of White "
        "defendants rise together, from about two in ten to more than seven in ten, and cross."
    ),
)

# %% [markdown]
# It holds, nearly. Of those scored 7, 59.2% of Black and 61.5% of White defendants were charged again. The two lines rise together and cross more than once.
#
# So both sides report the data correctly. The same score means nearly the same thing, *and* Black defendants who were not charged again had been marked almost twice as often. How can that be?
#
# Try a thought experiment. Give each score the same meaning in both groups, namely the share charged again among Black and White defendants together, and change nobody's score. What becomes of precision and of the error rates?

# %%
two = people[people["race"].isin(["African-American", "Caucasian"])]
chance = two["decile_score"].map(two.groupby("decile_score")["charged"].mean())
expected = pd.DataFrame(
    {
        t("precision"): chance[two["high"]].groupby(two["race"]).mean(),
        "FPR": (1 - chance)[two["high"]].groupby(two["race"]).sum()
        / (1 - chance).groupby(two["race"]).sum(),
        "FNR": chance[~two["high"]].groupby(two["race"]).sum() / chance.groupby(two["race"]).sum(),
    }
).loc[["African-American", "Caucasian"]]
expected.map(lambda share: t.percent(share, digits=1)).rename(index=labels).rename_axis(None)

# %% [markdown]
# The gaps remain: false positive rates of 44.3%<!--above--> and 23.8%<!--above-->, almost as in fact. So they come from where the scores of each group lie, not from what a score means. Sam Corbett-Davies and Sharad Goel (2018) call this **infra-marginality**: an error rate depends on the whole distribution of risk in a group. An unequal error rate alone does not prove that people of equal risk are treated unequally; the people wrongly marked are harmed all the same. Precision still differs a little, 62.9%<!--above--> against 59.3%<!--above-->: equal meaning of each score is not equal precision of the mark.
#
# Four numbers of any group are connected: the **base rate** $p$ (how many were charged again), precision $PPV$, and the two error rates $FPR$ and $FNR$. In February 2017 Alexandra Chouldechova wrote down how:
#
# $$FPR = \frac{p}{1-p} \cdot \frac{1-PPV}{PPV} \cdot (1-FNR)$$
#
# The base rate of a group is given. Choose two of the other three numbers, and the last one follows. First, the four as they are; the last column estimates precision after Barenstein's correction.

# %%
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
    "FNR": fnr,
    "FPR": fpr,
    t("precision, corrected (estimate)"): corrected,
}
pd.DataFrame(four).map(lambda share: t.percent(share, digits=1))

# %% [markdown]
# Precision is close: 63.0% and 59.1%. The base rates are not: 51.4% of Black defendants were charged again, and 39.4% of White defendants. After Barenstein's correction, precision would be about nine points lower: 54.0%<!--above--> and 50.0%<!--above--> (our estimate, which assumes that the error rates stay and that the odds of a charge fall alike in each group).
#
# Now imagine a score for Black defendants with exactly the precision and the false negative rate that it has for White defendants. Only the base rate is theirs. What must the false positive rate be?

# %% folded="figure-base-rate"
same = (1 - precision[t("White")]) / precision[t("White")] * (1 - fnr[t("White")])
p = np.linspace(0.3, 0.6, 50)
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.plot(p, p / (1 - p) * same, color=GREY, lw=2)
for name, colour, mark in [(t("White"), AMBER, "s"), (t("Black"), DARK, "o")]:
    forced = base[name] / (1 - base[name]) * same
    ax.scatter(base[name], forced, color=colour, marker=mark, s=80, zorder=2)
    note = t("{group}, base rate {base}:\nfalse positive rate {rate}").format(
        group=name, base=t.percent(base[name], digits=1), rate=t.percent(forced, digits=1)
    )
    ax.text(base[name] + 0.008, forced - 0.015, note, va="top")
ax.set_ylim(0.1, 0.55)
ax.xaxis.set_major_formatter(t.percent)
ax.yaxis.set_major_formatter(t.percent)
ax.set(xlabel=t("Base rate: share charged again"), ylabel=t("False positive rate"))
ax.set_title(t("The base rate alone forces false positives up"))
fig.tight_layout()
show(
    fig,
    alt=t(
        "A rising curve: the false positive rate that follows from the base rate when precision "
        "and false negative rate are those of White defendants. It is 23.5% at the base rate of "
        "White defendants and 38.3% at that of Black defendants."
    ),
)

# %% [markdown]
# It must be 38.3%, against 23.5% for White defendants. No ill will is needed: the rule is arithmetic. (The observed 44.8% is higher still, because the score misses fewer Black defendants.)
#
# There are exceptions. If precision is 100%, the middle factor is 0, and so is the false positive rate, whatever the base rate. Imagine a score that marks exactly half of those who will be charged again, and nobody else.

# %%
sure = pd.DataFrame(index=[t("Black"), t("White")])
sure[t("charged again, of 1,000")] = (1000 * base[sure.index]).round().astype(int)
sure["TP"] = sure[t("charged again, of 1,000")] // 2
sure["FP"] = 0
sure[t("precision")] = sure["TP"] / (sure["TP"] + sure["FP"])
sure["FPR"] = sure["FP"] / (1000 - sure[t("charged again, of 1,000")])
sure["FNR"] = 1 - sure["TP"] / sure[t("charged again, of 1,000")]
sure

# %% [markdown]
# This score misses half of those charged again, and yet all three measures are equal. The condition is that nobody is ever marked wrongly, and no real score comes near that. (The other exceptions are equal base rates, and a score that marks nobody rightly.) For the scores themselves, Kleinberg, Mullainathan and Raghavan showed in 2016 that calibration and equal average scores for each outcome go together only if the base rates are equal or the prediction is perfect.
#
# One caution. “The base rates differ” is a statement about recorded charges. Whether that difference should be passed on to the next decision is a question of policy, not of arithmetic.
#
# **Check yourself.** A vendor promises: “Next year's model will find some of those charged again in each group, with equal precision and equal error rates in all groups.” The base rates still differ. When can the vendor keep the promise? Give the key as `promise_holds`.
#
# - `more-data`: when it learns from many more cases
# - `without-race`: when race is left out of the model
# - `better-model`: when the model makes fewer errors than today's
# - `no-false-positives`: only when nobody is marked wrongly

# %%
promise_holds = ...

# %%
check("quick-both", promise_holds)

# %% [markdown]
# ## 6. Which harm matters here, and who says so?
#
# Here are five questions to one score. Which would a person in jail awaiting trial ask? Which would somebody harmed by a new offence? Which would a judge reading one report?

# %%
selected = (counts["FP"] + counts["TP"]) / counts.sum(axis=1)
missed = counts["FN"] / (counts["FN"] + counts["TN"])
questions = {
    t("Of all people, how many were marked?"): selected,
    t("Of those marked, how many were charged again?"): precision,
    t("Of those not marked, how many were charged again?"): missed,
    t("Of those not charged again, how many had been marked?"): fpr,
    t("Of those charged again, how many had not been marked?"): fnr,
}
answers = pd.DataFrame(questions).T[[t("Black"), t("White")]]
gap = (100 * (answers[t("Black")] - answers[t("White")])).map(t.number)
answers.map(t.percent).assign(**{t("difference, percentage points"): gap})

# %% [markdown]
# The second and third rows are the judge's: what does the mark in front of me mean? There the groups differ by 4 and 6 points. The fourth row is the question of a person who is presumed innocent and would have stayed out of trouble: 21 points. The fifth is the question of a person who is harmed by an offence that the score did not foresee: 20 points, the other way. (The last column is computed before rounding: 44.85 minus 23.45 is 21.40.)
#
# **The maker's answer.** Northpointe, the firm behind COMPAS, rejected ProPublica's finding in 2016. ProPublica's measures, it said, ignore that the base rates differ; the score means the same for both groups. Three other authors called ProPublica's analysis faulty. So do not write that the score “is biased” as if nobody disputed it. Write which measure differs, between whom, and by how much.
#
# **The court's answer.** On 13 July 2016 the Supreme Court of Wisconsin decided *State v. Loomis* (2016 WI 68). A court may consider such a score in sentencing, within limits, if other, independent reasons carry the decision. The case was about due process in a sentence, not about waiting for trial, and it did not choose a measure of fairness.
#
# **Another court's answer.** On 28 April 2023 a court of appeal in Buenos Aires confirmed that the city had introduced face recognition of wanted persons unconstitutionally. The system may start again only with working control bodies, after the public has been informed, and after tests of whether it affects people differently according to their personal characteristics. Such a test is a table like the one above. We do not know whether the system was used again.
#
# **The answer that is left to us.** Equal precision and equal error rates cannot both be had here. Somebody must choose. If no public body does, the vendor's settings decide. A public body should choose *before* it buys, and give its reasons: which error does the harm that counts, which measure shows it, how large a gap is tolerated, who may contest it. No cell of this notebook can do that.

# %% [markdown]
# ## The same question in your office
#
# | office | count, by group | missed | right (Declaration) |
# |---|---|---|---|
# | statistics office | poor households that a poverty map leaves out | people without an address | social security (22) |
# | court | people marked who were not charged again | people held, whose outcome nobody saw | presumption of innocence (11) |
# | telecom regulator | justified complaints that were filtered out, by language | people without a telephone | equal access to public service (21) |
# | development bank | refusals among women and men who would repay | people refused: nobody sees them repay | equality (7) |
# | intellectual-property registry | refusals overturned on appeal, by language | applicants who cannot pay for an appeal | effective remedy (8) |

# %% [markdown]
# ## What to take with you
#
# - An outcome in a file is what somebody recorded. Here: a new charge, not a crime.
# - “How often is the mark wrong?” and “how often is a person wrongly marked?” have different answers. Ask *of whom*.
# - Look at the number of people before you look at the gap. A rate of eight people is no finding.
# - Where base rates differ, a score that marks some people wrongly and some rightly cannot be equal in precision and in both error rates. That is arithmetic.
# - A person held before trial is presumed innocent. Which measure decides is chosen in advance, by a public body, with reasons.
#
# ## Sources
#
# - ProPublica, [How We Analyzed the COMPAS Recidivism Algorithm](https://assets.documentcloud.org/documents/2998392/How-We-Analyzed-the-COMPAS-Recidivism-Algorithm.txt), 23 May 2016.
# - Northpointe (now equivant), [Response to ProPublica](https://www.equivant.com/response-to-propublica-demonstrating-accuracy-equity-and-predictive-parity/), 2016. A further rebuttal: [A Rejoinder to Machine Bias](https://studylib.net/doc/27510369/80-2-6-0), Federal Probation 80/2, 2016.
# - A. Chouldechova, [Fair prediction with disparate impact](https://arxiv.org/abs/1703.00056), February 2017.
# - J. Kleinberg, S. Mullainathan, M. Raghavan, [Inherent Trade-Offs in the Fair Determination of Risk Scores](https://arxiv.org/abs/1609.05807), September 2016.
# - M. Hardt, E. Price, N. Srebro, [Equality of Opportunity in Supervised Learning](https://arxiv.org/abs/1610.02413), 7 October 2016.
# - S. Corbett-Davies, S. Goel, [The Measure and Mismeasure of Fairness](https://arxiv.org/abs/1808.00023), 2018.
# - M. Barenstein, [ProPublica's COMPAS Data Revisited](https://arxiv.org/abs/1906.04711), 11 June 2019, revised 8 July 2019 (abstract read).
# - J. Kleinberg and others, [Human Decisions and Machine Predictions](https://pmc.ncbi.nlm.nih.gov/articles/PMC5947971), 2018 (abstract read).
# - Universal Declaration of Human Rights, 1948 (in this course's data set `udhr`); [International Covenant on Civil and Political Rights](https://www.ohchr.org/en/instruments-mechanisms/instruments/international-covenant-civil-and-political-rights), 1966.
# - Supreme Court of Wisconsin, [State v. Loomis, 2016 WI 68](https://assets.documentcloud.org/documents/5743547/Wisconsin-Supreme-Court-Opinion-in-Wisconsin-v.txt), 13 July 2016, paragraphs 8 and 9. The Supreme Court of the United States declined to hear the case on 26 June 2017 (Loomis v. Wisconsin, No. 16-6387).
# - City of Buenos Aires, Court of Appeal for administrative matters, Chamber I, [O.D.I.A. and others against the City](https://repositorio.mpd.gov.ar/jspui/handle/123456789/4657), 28 April 2023 (in Spanish; the order as quoted in [Diario Judicial](https://diariojudicial.com/news-94902-contra-cara)).
# - L. Brown, T. Cai, A. DasGupta, [Interval Estimation for a Binomial Proportion](https://doi.org/10.1214/ss/1009213286), Statistical Science 16/2, 2001 (abstract read).
# - fairlearn, [MetricFrame](https://fairlearn.org/main/api_reference/generated/fairlearn.metrics.MetricFrame.html).
