# %% [markdown]
# # Measuring fairness: assignment
#
# You advise the ministry that has been offered the score. You recompute what was published, test how far it carries, and write to the minister.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Names.** `people` is the table. Columns you need: `race`, `score_text` (“Low”, “Medium”, “High”) and `two_year_recid` (1: a new charge was recorded within two years; 0: none was). The text writes Black and White for the labels `"African-American"` and `"Caucasian"` in the column `race`.

# %% locked="setup"
import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, selection_rate

from course import check, load_dataset, translator

t = translator("06-measuring-fairness")
people = load_dataset("compas")

# %% [markdown]
# ## 1. Who was marked as higher risk? (Build, 1 point)
#
# ProPublica counted the scores “Medium” and “High” as higher risk. Make a column of true and false, one value for each person in `people`: true where the person was marked as higher risk. Call it `high_risk`.

# %% answer="high-risk"
high_risk = ...
### BEGIN SOLUTION
high_risk = people["score_text"].isin(["Medium", "High"])
### END SOLUTION

# %% check="high-risk"
check("high-risk", high_risk)

# %% [markdown]
# ## 2. The four cases (Build, 2 points)
#
# For **Hispanic defendants** only (`"Hispanic"` in the column `race`), count the four cases. The lesson did not show them. Use your `high_risk` (the lesson's table calls it `people["high"]`) and the column `two_year_recid`. Give four whole numbers:
#
# - `tn`: not charged again, not marked
# - `fp`: not charged again, marked
# - `fn`: charged again, not marked
# - `tp`: charged again, marked

# %% answer="confusion-counts"
tn = ...
fp = ...
fn = ...
tp = ...
### BEGIN SOLUTION
group = people["race"] == "Hispanic"
charged = people["two_year_recid"] == 1
tn = (group & ~charged & ~high_risk).sum()
fp = (group & ~charged & high_risk).sum()
fn = (group & charged & ~high_risk).sum()
tp = (group & charged & high_risk).sum()
### END SOLUTION

# %% check="confusion-counts"
check("confusion-counts", tn, fp, fn, tp)

# %% [markdown]
# ## 3. The two error rates (Build, 2 points)
#
# From the four counts, compute for Hispanic defendants:
#
# - `fpr`, the false positive rate: of the people not charged again, how many had been marked?
# - `fnr`, the false negative rate: of the people charged again, how many had not been marked?
#
# Give shares between 0 and 1, not rounded.

# %% answer="error-rates"
fpr = ...
fnr = ...
### BEGIN SOLUTION
fpr = fp / (fp + tn)
fnr = fn / (fn + tp)
### END SOLUTION

# %% check="error-rates"
check("error-rates", fpr, fnr)

# %% [markdown]
# ## 4. All groups at once (Build, 2 points)
#
# Build a `MetricFrame` by race and call it `frame`. Give it three metrics under these names: `"selection_rate"`, `"false_positive_rate"`, `"false_negative_rate"`. The functions of the same names are imported above. What happened is `two_year_recid`; what the score said is your `high_risk`.
#
# To look at the result, add a cell with `frame.by_group`.

# %% answer="metric-frame"
frame = ...
### BEGIN SOLUTION
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=people["two_year_recid"],
    y_pred=high_risk,
    sensitive_features=people["race"],
)
### END SOLUTION

# %% check="metric-frame"
check("metric-frame", frame)

# %% [markdown]
# ## 5. How far apart? (Build, 1 point)
#
# By how much is the false positive rate of Black defendants higher than that of White defendants? Give the difference as a positive number between 0 and 1, and subtract the rates before you round them. Call it `gap`.

# %% answer="gap"
gap = ...
### BEGIN SOLUTION
rates = frame.by_group["false_positive_rate"]
gap = rates["African-American"] - rates["Caucasian"]
### END SOLUTION

# %% check="gap"
check("gap", gap)

# %% [markdown]
# ## 6. Where is silence the honest answer? (Decide, 1 point)
#
# The next cell shows, for each label, how many people there are, how many of them were not charged again, and the 95% interval of the false positive rate. The minister wants one sentence on every label. For which label do the **fewest people stand behind the false positive rate**, so that you would refuse to judge it from these data?
#
# Give the key as `smallest_group`:
#
# - `black`, `white`, `hispanic`, `other`, `asian`, `native-american`

# %% locked="interval-table"
labels = {
    "African-American": t("Black"),
    "Caucasian": t("White"),
    "Hispanic": t("Hispanic"),
    "Other": t("Other"),
    "Asian": t("Asian"),
    "Native American": t("Native American"),
}
random = np.random.default_rng(1)
rows = {}
for label, name in labels.items():
    group = people[people["race"] == label]
    spared = group[group["two_year_recid"] == 0]
    n, rate = len(spared), (spared["decile_score"] >= 5).mean()
    # Of n people drawn again, each is marked with the chance `rate`; a thousand times.
    low, high = np.percentile(random.binomial(n, rate, 1000) / n, [2.5, 97.5])
    interval = t("{low} to {high}").format(low=t.percent(low), high=t.percent(high))
    rows[name] = [len(group), n, interval]
pd.DataFrame(
    rows, index=[t("people"), t("not charged again"), t("false positive rate, 95% interval")]
).T

# %% answer="smallest-group"
smallest_group = ...
### BEGIN SOLUTION
smallest_group = "native-american"
### END SOLUTION

# %% check="smallest-group"
check("smallest-group", smallest_group)

# %% [markdown]
# ## 7. What does the interval say? (Decide, 1 point)
#
# For White defendants the table says “21% to 26%”. A colleague asks what this means. Which answer do you give? Give the key as `interval_means`:
#
# - `people-inside`: 95% of White defendants have a false positive rate in this range
# - `sure-of-this-one`: the true rate lies in exactly this range with a probability of 95%
# - `repeated-draws`: if the group were drawn anew many times and an interval made each time, about 95 in 100 of them would hold the true rate
# - `no-bias`: with a confidence of 95% the score treats White defendants without error

# %% answer="interval-meaning"
interval_means = ...
### BEGIN SOLUTION
interval_means = "repeated-draws"
### END SOLUTION

# %% check="interval-meaning"
check("interval-meaning", interval_means)

# %% [markdown]
# ## 8. Your own interval (Build, 1 point)
#
# Write the function `bootstrap_interval`. It takes a column `values` of 0 and 1, and returns the 95% interval of their mean as a pair: low, high.
#
# - Draw as many values as there are, from the values themselves, each as often as chance wants. Take the mean.
# - Do this `draws` times. Return the 2.5th and the 97.5th percentile of the means.
# - With the same `seed`, the result is the same. With another `seed`, the draws are others.
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="bootstrap-interval"
def bootstrap_interval(values, draws=1000, seed=0):
    """The low and high end of a 95% bootstrap interval of the mean of `values`."""
    ### BEGIN SOLUTION
    values = np.asarray(values)
    random = np.random.default_rng(seed)
    means = [random.choice(values, size=len(values)).mean() for _ in range(draws)]
    low, high = np.percentile(means, [2.5, 97.5])
    return low, high
    ### END SOLUTION


# %% check="bootstrap-interval"
check("bootstrap-interval", bootstrap_interval)

# %% [markdown]
# ## 9. A spokesperson's claim (Decide, 2 points)
#
# The vendor's spokesperson writes: “Six in ten of those we flag are charged again, in both groups alike. So the score treats them alike.”
#
# First: which quantity does the first sentence report? Give the key as `claim_quantity`:
#
# - `selection-rate`: of all people, how many were flagged
# - `predictive-value`: of those flagged, how many were charged again (precision)
# - `true-positive-rate`: of those charged again, how many had been flagged
# - `false-positive-rate`: of those not charged again, how many had been flagged
#
# Second: does “so the score treats them alike” follow? Give the key as `claim_follows`:
#
# - `follows`: yes, a flag that means the same in both groups treats them alike
# - `follows-if-accurate`: yes, if the overall accuracy (the share of all marks that proved right) is the same as well
# - `errors-may-differ`: no, the people wrongly flagged may still be far more frequent in one group
# - `must-be-false`: no, unequal error rates would show that the first sentence is untrue

# %% answer="claim-quantity"
claim_quantity = ...
claim_follows = ...
### BEGIN SOLUTION
claim_quantity = "predictive-value"
claim_follows = "errors-may-differ"
### END SOLUTION

# %% check="claim-quantity"
check("claim-quantity", claim_quantity, claim_follows)

# %% [markdown]
# ## 10. What the base rate forces (Build, 1 point)
#
# Write the function `forced_fpr`. It takes the base rate $p$, the precision $PPV$ and the false negative rate $FNR$ of a group, and returns the false positive rate that follows from them:
#
# $$FPR = \frac{p}{1-p} \cdot \frac{1-PPV}{PPV} \cdot (1-FNR)$$
#
# When your work is graded, your function is also tried with other numbers.


# %% answer="forced-fpr"
def forced_fpr(base_rate, ppv, fnr):
    """The false positive rate that base rate, precision and false negative rate leave."""
    ### BEGIN SOLUTION
    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)
    ### END SOLUTION


# %% check="forced-fpr"
check("forced-fpr", forced_fpr)

# %% [markdown]
# ## 11. Which harm, and who says so? (Decide, 2 points)
#
# Suppose that the ministry would keep in jail, until trial, everybody marked as higher risk. All of them are presumed innocent (Universal Declaration of Human Rights, Article 11).
#
# First: which error then locks up somebody who would not have been charged again? Give the key as `harmful_error`:
#
# - `false-positive`: marked, and not charged again
# - `false-negative`: not marked, and charged again
# - `unequal-selection`: one group is marked more often than another
# - `miscalibration`: the same score means different things in two groups
#
# Second: who should settle that this is the harm that counts, and when? Give the key as `who_decides`:
#
# - `vendor`: the vendor, who knows the tool best, when it is set up
# - `data-scientist`: the ministry's data scientist, with the measure that the library offers first
# - `judge-each-case`: each judge, in each case, after seeing the score
# - `public-body-in-advance`: an accountable public body, before the tool is bought, with reasons in writing

# %% answer="which-harm"
harmful_error = ...
who_decides = ...
### BEGIN SOLUTION
harmful_error = "false-positive"
who_decides = "public-body-in-advance"
### END SOLUTION

# %% check="which-harm"
check("which-harm", harmful_error, who_decides)

# %% [markdown]
# ## 12. A note to the minister (4 points, read by a person)
#
# Write to the minister of justice, in 150 to 250 words: may the courts use this score to decide who waits for trial at home? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences what to do, and under which conditions.
# 2. **Measure and groups.** It names the measure that decides, says between whom it differs and by how much, and reports at least one measure by which the score does well.
# 3. **Uncertainty.** It says what the outcome records and what it does not, and for which groups these data allow no judgement.
# 4. **Who decides.** It names a right that is at stake, and says who chooses the criterion, when, with what reasons, and how a person can contest a decision.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Minister, I recommend that the courts do not use this score to decide who waits for trial in jail. They may reconsider after a test on our own records, with a criterion fixed beforehand.
#
# The measure that I would let decide is the false positive rate: of the people who were not charged again, how many had been marked as higher risk? In the published data from Florida it is 45% for Black and 23% for White defendants. The score also misses more White (48%) than Black defendants (28%) who were charged again. By another measure it does well: of those marked, 63% and 59% were charged again. Both statements are true. While the base rates differ, a score that marks some people wrongly cannot equalise precision and both error rates.
#
# The outcome is a recorded charge, not a crime, and the file is known to hold too many people who were charged again. For Asian and Native American defendants (23 and 8 people behind the rate) the data allow no judgement.
#
# Every defendant is presumed innocent, so wrongful detention is the error that weighs most. Which error counts is not for the vendor to say. I propose that your ministry, after hearing courts, defence and victims' services, fixes the measure and the tolerated gap before any purchase, publishes its reasons, and gives every defendant the score, the grounds for it and a hearing.
# ### END SOLUTION
