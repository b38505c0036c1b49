# %% [markdown]
# # Measuring fairness: assignment
#
# You advise the ministry that has been offered the score. You recompute what was published, test how much the figures can prove, and write to the minister.
#
# {{answering}}
#
# **Names.** `people` is the table. Columns you need: `race` and `score_text` (“Low”, “Medium”, “High”). The next cell makes `charged` as in the lesson: true where a new charge was recorded within two years. The text writes Black and White for the labels `"African-American"` and `"Caucasian"` in the column `race`.

# %% locked="setup" closed=true
import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, selection_rate
from sklearn.metrics import precision_score  # noqa: F401 (for lines copied from the lesson)

from course import check, load_dataset, translator

t = translator("06-measuring-fairness")
people = load_dataset("compas")
charged = people["two_year_recid"] == 1

# %% [markdown]
# ## 1. Who was marked as higher risk? (Build, 1 point)
#
# ProPublica counted the scores “Medium” and “High” as higher risk. Make a column of true and false, one value for each person in `people`: true where the person was marked as higher risk. Call it `high_risk`. Section 1 of the lesson has the line.

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
# Count the four cases for **Hispanic defendants** only (`"Hispanic"` in the column `race`). The lesson did it for White defendants, in section 2. Use `charged` and your `high_risk`. Give four whole numbers:
#
# - `tn`: not charged again, not marked
# - `fp`: not charged again, marked
# - `fn`: charged again, not marked
# - `tp`: charged again, marked
#
# Together they must give 637, the number of Hispanic defendants. The line that makes `group` goes above them.

# %% answer="confusion-counts"
tn = ...
fp = ...
fn = ...
tp = ...
### BEGIN SOLUTION
group = people["race"] == "Hispanic"
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
# Section 2 of the lesson has both lines. Give shares between 0 and 1, not rounded.

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
# Build a `MetricFrame` by race and call it `frame`. Give it three measures under these names: `"selection_rate"`, `"false_positive_rate"`, `"false_negative_rate"`. Section 3 of the lesson builds one by sex, and calls it `by_sex`. The functions of the same names are ready for use. What happened is `charged`; what the score said is your `high_risk`.

# %% answer="metric-frame"
frame = ...
### BEGIN SOLUTION
frame = MetricFrame(
    metrics={
        "selection_rate": selection_rate,
        "false_positive_rate": false_positive_rate,
        "false_negative_rate": false_negative_rate,
    },
    y_true=charged,
    y_pred=high_risk,
    sensitive_features=people["race"],
)
### END SOLUTION

# %% check="metric-frame"
check("metric-frame", frame)

# %% [markdown]
# ## 5. How far apart? (Build, 1 point)
#
# By how much is the false positive rate of Black defendants higher than that of White defendants? Use your `frame`; section 3 of the lesson subtracts two rates in this way. Give the difference as a positive number between 0 and 1, not rounded, and call it `gap`.

# %% answer="gap"
gap = ...
### BEGIN SOLUTION
rates = frame.by_group["false_positive_rate"]
gap = rates["African-American"] - rates["Caucasian"]
### END SOLUTION

# %% check="gap"
check("gap", gap)

# %% [markdown]
# ## 6. For which group are there too few people? (Decide, 1 point)
#
# The next cell shows, for each label, how many people there are, how many of them were not charged again, and the 95% interval of the false positive rate. The minister wants one sentence on every label. For which label does the **false positive rate rest on the fewest people**, so that you would refuse to judge it from these data?
#
# Choose one answer (`smallest_group`):
#
# - `black`: people whom the file labels “African-American”
# - `white`: people whom the file labels “Caucasian”
# - `hispanic`: people whom the file labels “Hispanic”
# - `other`: people whom the file labels “Other”
# - `asian`: people whom the file labels “Asian”
# - `native-american`: people whom the file labels “Native American”

# %% locked="interval-table" closed=true
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
    between = t("{low} to {high}").format(low=t.percent(low), high=t.percent(high))
    rows[name] = [len(group), n, between]
pd.DataFrame(
    rows, index=[t("people"), t("not charged again"), t("false positive rate, 95% interval")]
).T

# %% answer="smallest-group"
smallest_group = "..."
### BEGIN SOLUTION
smallest_group = "native-american"
### END SOLUTION

# %% check="smallest-group"
check("smallest-group", smallest_group)

# %% [markdown]
# ## 7. What does the interval say? (Decide, 1 point)
#
# For White defendants the table says “21% to 26%”. A colleague asks what this means. Which answer do you give? Choose one answer (`interval_means`):
#
# - `people-inside`: 95% of the White defendants have a false positive rate between 21% and 26%
# - `certain`: the true rate certainly lies between 21% and 26%
# - `repeated-draws`: of many intervals made in this way, about 95 in 100 contain the true rate
# - `no-bias`: with a confidence of 95%, the score treats White defendants without bias

# %% answer="interval-meaning"
interval_means = "..."
### BEGIN SOLUTION
interval_means = "repeated-draws"
### END SOLUTION

# %% check="interval-meaning"
check("interval-meaning", interval_means)

# %% [markdown]
# ## 8. Does the charge explain it? (Build, 1 point)
#
# The vendor says that the gap comes from more serious charges. “A page to keep” in the lesson tests this. Turn its lines into a function for any file.
#
# `home_ratios` takes three columns: `high_risk` (true or false), `group` and `part`. For each part, it compares the shares of people who would wait at home, that is, who are *not* marked, in all groups: it returns the lowest share divided by the highest. Replace the three dots; begin each line with four spaces, and the last one with `return`. When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="ratio-within"
def home_ratios(high_risk, group, part):
    """For each part, the lowest share that waits at home, divided by the highest."""
    ...
    ### BEGIN SOLUTION
    home = ~high_risk
    at_home = MetricFrame(
        metrics=selection_rate,
        y_true=home,
        y_pred=home,
        sensitive_features=group,
        control_features=part,
    )
    return at_home.ratio()
    ### END SOLUTION


# %% check="ratio-within"
check("ratio-within", home_ratios)

# %% [markdown]
# ## 9. A spokesperson's claim (Decide, 2 points)
#
# The vendor's spokesperson writes: “Six in ten of those we flag are charged again, in both groups alike. So the score treats them alike.”
#
# First: which quantity does the first sentence report? Choose one answer (`claim_quantity`):
#
# - `selection-rate`: of all people in each group, how many were flagged
# - `predictive-value`: of those flagged, how many were charged again
# - `true-positive-rate`: of those charged again, how many had been flagged
# - `false-positive-rate`: of those not charged again, how many had been flagged
#
# Second: does “so the score treats them alike” follow? Choose one answer (`claim_follows`):
#
# - `follows`: yes, because a flag with the same meaning in both groups is equal treatment
# - `follows-if-accurate`: yes, provided that the overall accuracy of both groups is equal as well
# - `errors-may-differ`: no, because wrong flags can still be far more frequent in one group
# - `must-be-false`: no, because unequal error rates would make the first sentence untrue

# %% answer="claim-quantity"
claim_quantity = "..."
claim_follows = "..."
### BEGIN SOLUTION
claim_quantity = "predictive-value"
claim_follows = "errors-may-differ"
### END SOLUTION

# %% check="claim-quantity"
check("claim-quantity", claim_quantity, claim_follows)

# %% [markdown]
# ## 10. What the base rate forces (Build, 1 point)
#
# Write the function `forced_fpr`. It takes the base rate $p$, the precision $PPV$ and the false negative rate $FNR$ of a group, in this order, and returns the false positive rate that follows from them:
#
# $$FPR = \frac{p}{1-p} \cdot \frac{1-PPV}{PPV} \cdot (1-FNR)$$
#
# Section 5 of the lesson has the formula in Python, with the same three names. Replace the three dots by one line that begins with four spaces and `return`. When your work is graded, your function is also tried with other numbers.


# %% answer="forced-fpr"
def forced_fpr(base_rate, ppv, fnr):
    """The false positive rate that follows from the three numbers."""
    ...
    ### BEGIN SOLUTION
    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * (1 - fnr)
    ### END SOLUTION


# %% check="forced-fpr"
check("forced-fpr", forced_fpr)

# %% [markdown]
# ## 11. Which error does the harm, and who decides? (Decide, 2 points)
#
# Suppose that the ministry would keep in jail, until trial, everybody marked as higher risk. All of them are presumed innocent (Universal Declaration of Human Rights, Article 11).
#
# First: because of which error is somebody then kept in jail who would not have been charged again? Choose one answer (`harmful_error`):
#
# - `false-positive`: the person is marked, and is not charged again
# - `false-negative`: the person is not marked, and is charged again
# - `unequal-selection`: the person's group is marked more often than others
# - `miscalibration`: the person's score means something else in other groups
#
# Second: who should decide that this error counts most, and when? Choose one answer (`who_decides`):
#
# - `vendor`: the vendor, who knows the tool best, when it is set up for the courts
# - `all-agree`: a committee of courts, defence, police and vendor, once all of them agree
# - `judge-each-case`: the judge, who is independent, in each case, after reading the score
# - `public-body-in-advance`: an accountable public body, with written reasons, before the purchase

# %% answer="which-harm"
harmful_error = "..."
who_decides = "..."
### BEGIN SOLUTION
harmful_error = "false-positive"
who_decides = "public-body-in-advance"
### END SOLUTION

# %% check="which-harm"
check("which-harm", harmful_error, who_decides)

# %% [markdown]
# ## 12. A note to the minister (4 points, read by a person)
#
# Write to the minister of justice, in a text of 150 to 250 words: should the courts use this score to decide who waits for trial at home? There is more than one good answer. Double-click on the cell below to write in it. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences what to do, and under which conditions.
# 2. **Measure and groups.** It names the measure that decides, says between whom it differs and by how much, and reports at least one measure by which the score does well.
# 3. **Uncertainty.** It says what the outcome records and what it does not record, and for which groups these data allow no judgement.
# 4. **Who decides.** It names a right that is at stake, and says who chooses the criterion, when and with what reasons, and how a person can contest a decision.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Minister, I recommend that the courts do not use this score to decide who waits for trial in jail. They may reconsider after a test on our own records, with a criterion fixed beforehand.
#
# The measure that should decide is the false positive rate: of the people who were not charged again, how many had been marked as higher risk? In the published data from Florida it is 45% for Black and 23% for White defendants. The score also misses more White (48%) than Black defendants (28%) who were charged again. By another measure it does well: of those marked, 63% and 59% were charged again. Both statements are true. While the base rates differ, a score that marks some people wrongly cannot equalise precision and both error rates.
#
# The outcome is a recorded charge, not a crime, and the file is known to hold too many people who were charged again. For Asian and Native American defendants (the rates rest on 23 and 8 people) the data allow no judgement.
#
# Every defendant is presumed innocent, so wrongful detention is the worst error. The vendor should not choose which error counts. I propose that your ministry, after hearing courts, defence and victims' services, fixes the measure and the tolerated gap before any purchase, publishes its reasons, and gives every defendant the score, the grounds for it and a hearing.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Answer these questions about your own text. Each “no” shows what to add.
#
# - ☐ Do the first two sentences say what to do, and under which conditions?
# - ☐ Does the text name one measure that decides, two groups, and the number for each of them?
# - ☐ Does it report a measure by which the score does well?
# - ☐ Does it say what the outcome records, and what it does not record?
# - ☐ Does it name the groups for which the data allow no judgement?
# - ☐ Does it name a right, who chooses the criterion and when, and how a person can contest a decision?
#
# <details><summary>An example note about another service</summary>
#
# The country, the office and all numbers are invented.
#
# Director, I recommend that the health service of Verania uses the score that picks patients for an early call only if every patient can also ask for one. We should test it again after six months.
#
# The measure that should decide is the false negative rate: of the patients who later needed a hospital, how many had not been picked? It is 41% in the countryside and 22% in the capital. By another measure the score does well: of those picked, 35% and 34% needed a hospital.
#
# The outcome is an admission that a hospital recorded. Patients who were ill and could not travel are not in it. On the islands the rate rests on 11 people, so the data allow no judgement.
#
# Medical care is part of the right to an adequate standard of living (Universal Declaration, Article 25). I propose that the health council chooses the measure and the largest acceptable gap before the contract is signed, and publishes its reasons. A patient who is not picked can call a nurse, who decides within a day.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 9, because vendors really use this argument: ask for a sentence that answers it with one number. And exercise 11, second part: some will defend the judge. Answer: the judge decides about the person; the criterion must be the same for equal cases.
#
# **Reading the note.** A note with 2 points usually recommends something and gives the two false positive rates. A note with 4 points also says which measure speaks for the score, that a charge is not a crime, which groups are too small, and who decides before the purchase. Accept a “yes” as readily as a “no” if its conditions can be checked.
