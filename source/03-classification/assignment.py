# %% [markdown]
# # Classification: assignment
#
# You check the list before the calls begin: how well the model works for women, who is called first, what a threshold costs, and whether the office should use the list at all.
#
# **Two tracks.** Exercises marked *Decide* ask for a value only. Exercises marked *Build* ask for a few lines of code, all of which are shown in the lesson. Do both, or begin with the one that suits you.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. If you need more lines, write them above. Keep the straight quotation marks around a key. Write numbers with a decimal point and without a mark for thousands. You can try as often as you like. The *Decide* exercises are complete without the *Build* ones. Of the 20 points, 6 are for *Decide*, 10 for *Build*, and 4 for the note at the end, which a person reads.
#
# **Names.** `learn` holds the people from whom the model learned, `test` the 16,281 people of the register, from whom it did not learn. In both, `eligible` is true or false, and `sex` is `"Female"` or `"Male"` as the survey of 1994 recorded it. `model` is the logistic regression of the lesson, ready for use; it uses the columns in `COLUMNS`. The scheme is invented; the people are real.

# %% locked="setup" closed=true
import numpy as np  # noqa: F401
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from course import check, load_dataset, translator

t = translator("03-classification")
people = load_dataset("adult")
people["eligible"] = people["income"] == ">50K"
learn = people[people["split"] == "train"]
test = people[people["split"] == "test"]

NUMBERS = ["age", "education_num", "hours_per_week", "capital_gain", "capital_loss"]
WORDS = ["workclass", "occupation", "marital_status"]
COLUMNS = NUMBERS + WORDS
words = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
model = make_pipeline(
    make_column_transformer((StandardScaler(), NUMBERS), (words, WORDS)),
    LogisticRegression(solver="newton-cholesky", tol=1e-8),
).fit(learn[COLUMNS], learn["eligible"])

# %% [markdown]
# ## 1. The rule that needs no model (Build, 1 point)
#
# The baseline says “not eligible” for everybody. For what share of the **women in `test`** is it right? Give a number between 0 and 1, not rounded. Call it `baseline_women`. Section 1 of the lesson does the same for men.

# %% answer="baseline"
baseline_women = ...
### BEGIN SOLUTION
women = test[test["sex"] == "Female"]
baseline_women = 1 - women["eligible"].mean()
### END SOLUTION

# %% check="baseline"
check("baseline", baseline_women)

# %% [markdown]
# ## 2. A score for each person (Build, 2 points)
#
# Let the model give each person in `test` a score between 0 and 1 for being eligible, in the order of the table. Call the result `scores`.
#
# `model.classes_` shows the two answers of the model, in the order of the columns that `predict_proba` returns (section 2 of the lesson).

# %% answer="scores"
scores = ...
### BEGIN SOLUTION
scores = model.predict_proba(test[COLUMNS])[:, 1]
### END SOLUTION

# %% check="scores"
check("scores", scores)

# %% [markdown]
# ## 3. The four cases, for women (Build, 2 points)
#
# A person is contacted when the score is 0.5 or more. For the **women in `test`**, count the four cases with your `scores`. Section 2 of the lesson counts them for everybody, and then one of them for men. Write the conditions above the four counts. Give four whole numbers:
#
# - `tn`: not eligible, not contacted
# - `fp`: not eligible, contacted
# - `fn`: eligible, not contacted
# - `tp`: eligible, contacted

# %% answer="four-cases"
tn = ...
fp = ...
fn = ...
tp = ...
### BEGIN SOLUTION
woman = test["sex"] == "Female"
eligible = test["eligible"]
contacted = scores >= 0.5
tn = (woman & ~eligible & ~contacted).sum()
fp = (woman & ~eligible & contacted).sum()
fn = (woman & eligible & ~contacted).sum()
tp = (woman & eligible & contacted).sum()
### END SOLUTION

# %% check="four-cases"
check("four-cases", tn, fp, fn, tp)

# %% [markdown]
# ## 4. Precision and recall (Build, 2 points)
#
# From the four counts, compute for women:
#
# - `precision`: of those contacted, what share is eligible?
# - `recall`: of those eligible, what share is contacted?
#
# Give shares between 0 and 1, not rounded. Section 2 of the lesson shows both lines.

# %% answer="precision-recall"
precision = ...
recall = ...
### BEGIN SOLUTION
precision = tp / (tp + fp)
recall = tp / (tp + fn)
### END SOLUTION

# %% check="precision-recall"
check("precision-recall", precision, recall)

# %% [markdown]
# ## 5. “It works better for women” (Decide, 1 point)
#
# The vendor writes: “Our model is right for 93% of the women and 81% of the men. So it works better for women.” The next cell shows the accuracy of the model, that of the baseline, and the recall, for both. What do you answer? Give the key as `reply`:
#
# - `agree`: The model makes fewer errors for women: 7 in 100, compared with 19 in 100 for men
# - `compare-baseline`: For women the baseline is high too, and a smaller share of the eligible is found
# - `too-few-women`: Only a third are women: repeat the test with as many women as men
# - `raise-men`: Women and men should be served alike: move the threshold until accuracies agree

# %% locked="accuracy-table" closed=true
right = model.predict(test[COLUMNS]) == test["eligible"]
found = pd.Series(model.predict(test[COLUMNS]), index=test.index)
rows = {}
for sex, name in {"Female": t("women"), "Male": t("men")}.items():
    group = test["sex"] == sex
    rows[name] = {
        t("people"): t.number(group.sum()),
        t("accuracy"): t.percent(right[group].mean()),
        t("accuracy of the baseline"): t.percent(1 - test.loc[group, "eligible"].mean()),
        t("recall"): t.percent(found[group & test["eligible"]].mean()),
    }
pd.DataFrame(rows).T

# %% answer="accuracy-claim"
reply = "..."
### BEGIN SOLUTION
reply = "compare-baseline"
### END SOLUTION

# %% check="accuracy-claim"
check("accuracy-claim", reply)

# %% [markdown]
# ## 6. Where few are eligible (Decide, 1 point)
#
# Another province uses the same model. There, only 1 person in 100 is eligible. As before, the model contacts 60 of 100 eligible people, and 7 of 100 people who are not eligible. The province lists 10,000 people. Count them on paper: of 100 people contacted, about how many are eligible? Give the key as `rare`:
#
# - `about-1`: about 1
# - `about-8`: about 8
# - `about-60`: about 60
# - `about-93`: about 93

# %% answer="rare"
rare = "..."
### BEGIN SOLUTION
rare = "about-8"
### END SOLUTION

# %% check="rare"
check("rare", rare)

# %% [markdown]
# ## 7. Whom do we contact first? (Build, 2 points)
#
# Write the function `contact_first`. A function is a recipe. Its ingredients are a column `scores` (such as your `scores`; the column `test["score"]` of the lesson is not in this notebook) and a number of `places`; its result is what follows `return`. Here the result is, for each person in the order of the column, true if the person is contacted and false if not.
#
# - Those with the highest scores are contacted.
# - Never more than `places` people are contacted. Where scores are equal, those who are earlier in the column come first.
#
# Section 3 of the lesson, “From capacity”, shows the lines. Replace the three dots by one or two lines; begin each with four spaces. The last one begins with `return`. When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="contact-first"
def contact_first(scores, places):
    """For each person, whether the person is among the `places` highest scores."""
    ...
    ### BEGIN SOLUTION
    first = scores.sort_values(ascending=False, kind="stable").head(places)
    return scores.index.isin(first.index)
    ### END SOLUTION


# %% check="contact-first"
check("contact-first", contact_first)

# %% [markdown]
# ## 8. A threshold from costs (Decide, 1 point)
#
# Another office visits people at home. A visit in vain costs 3 hours. An eligible person who is missed costs 9 hours. A visit to an eligible person is ordinary work and is not counted as a cost. From which score on is a visit worth it? Give a number between 0 and 1. Call it `threshold`.

# %% answer="cost-threshold"
threshold = ...
### BEGIN SOLUTION
threshold = 3 / (3 + 9)
### END SOLUTION

# %% check="cost-threshold"
check("cost-threshold", threshold)

# %% [markdown]
# ## 9. What does habit cost? (Build, 1 point)
#
# The costs are those of exercise 8: 3 and 9 hours. Out of habit, the office uses a threshold of **0.5**. With your `scores`, and for **everybody in `test`**: how many hours do visits in vain and missed people cost together? Call it `hours`. The function `cost` in section 3 of the lesson has the lines; the function itself is not in this notebook. A person is visited here when the score is 0.5 or more.

# %% answer="cost-of-habit"
hours = ...
### BEGIN SOLUTION
eligible = test["eligible"]
visited = scores >= 0.5
in_vain = (~eligible & visited).sum()
missed = (eligible & ~visited).sum()
hours = 3 * in_vain + 9 * missed
### END SOLUTION

# %% check="cost-of-habit"
check("cost-of-habit", hours)

# %% [markdown]
# ## 10. Is the score right for women? (Decide, 2 points)
#
# The next cell takes the people with a score from 0.4 to below 0.5, and shows women and men separately. The mean score is the share of these people that should be eligible.
#
# First: for the **women** in this band, what share is eligible in fact? Compute it from two counts of the table, with three decimals. Call it `share_women`.
#
# Second: which sentence can you write in your report? Give the key as `band_says`:
#
# - `right-for-each`: Each woman in this band is eligible with the chance that her score gives
# - `score-too-low`: In this band the scores of women are too low; check the other bands too
# - `accuracy-low`: The score is wrong for more than half of these women, so do not use it
# - `calibrated`: The scores are calibrated for all people together, so also for women

# %% locked="band-table" closed=true
band = test.assign(score=model.predict_proba(test[COLUMNS])[:, 1])
band = band[band["score"].between(0.4, 0.5, inclusive="left")]
rows = {}
for sex, name in {"Female": t("women"), "Male": t("men")}.items():
    group = band[band["sex"] == sex]
    rows[name] = {
        t("people in the band"): t.number(len(group)),
        t("eligible in fact"): t.number(group["eligible"].sum()),
        t("mean score"): t.number(group["score"].mean(), 3),
    }
pd.DataFrame(rows).T

# %% answer="calibration"
share_women = ...
band_says = "..."
### BEGIN SOLUTION
share_women = 65 / 113
band_says = "score-too-low"
### END SOLUTION

# %% check="calibration"
check("calibration", share_women, band_says)

# %% [markdown]
# ## 11. A stand-in, or no model? (Decide, 1 point)
#
# A city wants to find tenants who may lose their home, and to offer them help before the landlord goes to court. It has the register of this assignment, which shows whether the income is above or below the limit, but nothing about rent or debt. Two questions.
#
# First: the city would call the people with the lowest scores first. The better the model predicts the income, the later some people are called who need help. Which people? Give the key as `overlooked`:
#
# - `low-income`: people with a low income, whether or not they have rent or debts
# - `low-score`: people to whom the model gives a low score although their income is high
# - `debts`: people above the limit whose rent and debts use up the income
# - `young`: young people with a low income who still live with parents
#
# Second: what should the city do first? Give the key as `first_step`:
#
# - `more-accurate`: train a more accurate model of income, so that fewer people are misjudged
# - `record-need`: find out who lost a home or was helped, and whether the record may be used
# - `lower-threshold`: lower the threshold, so that more tenants are called and fewer are missed
# - `same-accuracy`: make the model equally accurate for women and for men before anybody is called

# %% answer="stand-in"
overlooked = "..."
first_step = "..."
### BEGIN SOLUTION
overlooked = "debts"
first_step = "record-need"
### END SOLUTION

# %% check="stand-in"
check("stand-in", overlooked, first_step)

# %% [markdown]
# ## 12. A note to the director (4 points, read by a person)
#
# Write a text of 150 to 250 words to the director of the pension scheme: should the advisers call people by this list, and from which score on? There is more than one good answer. To write, double-click on the three dots in the cell below. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences whether to use the list and, if so, whether the threshold comes from capacity or from costs.
# 2. **Measured.** It gives precision and recall, or counts, and compares them with a baseline or a rule without a model. The figures are for people from whom the model did not learn.
# 3. **Who is missed.** It says for whom the list works less well, with a number, and what is done for people who are not called.
# 4. **Stand-in.** It says what income stands in for and what it leaves out, and names a condition under which the office should do without the model.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Director, I recommend that the advisers call people by the list this year, and that it only decides who is called first, never who can join. With 1,000 calls, the threshold is the score of the thousandth person, about 0.82.
#
# On 16,281 people from whom the model did not learn, 920 of the first 1,000 are eligible. Pure chance would give about 236, and a rule without a model (married people with long schooling first) 757. Still, the calls reach only 24% of all who are eligible. If a call in vain costs one hour and a missed person five, calls are worth it down to a score of 0.17. That is an argument for more advisers.
#
# The list works less well for women: with this threshold it reaches 18% of the eligible women and 25% of the eligible men, although it does not use sex. So everybody should get a letter, applications should stay open to all, and we should count each week whom we reach.
#
# The model predicts income in 1993, as a survey asked for it. Income is a stand-in for eligibility; it leaves out residence, contributions and the household. As soon as the tax office is allowed to tell us whose income is above the limit, we should stop using the model. For benefits that depend on need, the list should not be used at all.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your own note again a day later. Tick each question that you can answer with yes:
#
# - ☐ Do the first two sentences say whether to use the list?
# - ☐ Does the note say where the threshold comes from?
# - ☐ Is a count or a share compared with a rule that needs no model?
# - ☐ Does the note name a group for whom the list works less well, with a number?
# - ☐ Does it say what people who are not called can do?
# - ☐ Does it say what income leaves out, and when to stop using the model?
#
# <details><summary>An example note about another service</summary>
#
# *A labour inspectorate that visits building sites. The inspectorate and all numbers are invented.*
#
# Director, use the list to choose which 300 of the 2,400 sites are visited first this quarter, and never to refuse a complaint. The threshold comes from our capacity: it is the score of site number 300.
#
# We tested the list on 800 sites from which the model did not learn. Of its first 100 sites, 58 had a serious fault. These are 40% of all 144 sites with such a fault. The rule “largest sites first” found 37, and pure chance would find 18.
#
# The list works less well for small firms: it finds 22% of their faulty sites, compared with 49% of the others. So one visit in five goes to a small firm drawn by lot, and every worker can ask for a visit by telephone.
#
# The model predicts faults that inspectors recorded. This is a stand-in for danger, and it leaves out sites that nobody ever visited. If the visits drawn by lot find as many faults as the list does, we should stop using the model.
#
# </details>

# %% [markdown] facilitator=true
# **In plenary** discuss exercise 6, because most people confuse 60 of 100 with 8 of 100 until they count, and exercise 11, because no better model repairs a wrong column. **The note.** A note with 2 points recommends something and quotes the 920, but compares it with nothing and mentions women without a number. A note with 4 points adds the rule without a model, the 18% and 25%, what happens to people who are not called, and a condition for stopping. Any recommendation can earn 4 points, also “no list”.
