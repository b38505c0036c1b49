# %% [markdown]
# # Classification: assignment
#
# You check the list before the calls begin: what the model does for women, which people come first, what the line costs, and whether the list should exist.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Names.** `learn` holds the people from whom the model learned, `test` the 16,281 people of the register, whom it has not met. In both, `eligible` is true or false, and `sex` is `"Female"` or `"Male"` as the survey of 1994 recorded it. `model` is the logistic regression of the lesson, ready for use; it looks at the columns in `COLUMNS`. The scheme is invented; the people are real.

# %% locked="setup"
import numpy as np
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
# The baseline says “not eligible” of everybody. For what share of the **women in `test`** is it right? Give a number between 0 and 1, not rounded. Call it `baseline_women`.

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
# `model.classes_` shows the two answers that the model knows, in the order of the columns that it gives back.

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
# A person is contacted when the score is 0.5 or more. For the **women in `test`**, count the four cases with your `scores`. Give four whole numbers:
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
woman = (test["sex"] == "Female").to_numpy()
eligible = test["eligible"].to_numpy()
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
# Give shares between 0 and 1, not rounded.

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
# The vendor writes: “Our model is right for 93% of the women and 81% of the men. So it works better for women.” The next cell shows accuracy, baseline and recall for both. What do you answer? Give the key as `reply`:
#
# - `agree`: yes, 93% is more than 81%
# - `compare-baseline`: no; “not eligible” of everybody is right for most women already, and the model finds a smaller share of the eligible women
# - `too-few-women`: no; from 5,421 women nothing can be concluded
# - `raise-men`: yes; the threshold should be changed until both accuracies are the same

# %% locked="accuracy-table"
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
reply = ...
### BEGIN SOLUTION
reply = "compare-baseline"
### END SOLUTION

# %% check="accuracy-claim"
check("accuracy-claim", reply)

# %% [markdown]
# ## 6. Where few are eligible (Decide, 1 point)
#
# Another province takes over the model. There only 1 person in 100 is eligible. As before, the model contacts 60 of 100 eligible people, and 7 of 100 people who are not eligible. The province lists 10,000 people. Count them on paper: of 100 people contacted, about how many are eligible? Give the key as `rare`:
#
# - `about-1`: about 1
# - `about-8`: about 8
# - `about-60`: about 60
# - `about-93`: about 93

# %% answer="rare"
rare = ...
### BEGIN SOLUTION
rare = "about-8"
### END SOLUTION

# %% check="rare"
check("rare", rare)

# %% [markdown]
# ## 7. Whom do we contact first? (Build, 2 points)
#
# Write the function `contact_first`. It takes a column `scores` and a number of `places`. It returns, for each person in the same order, true where the person is contacted and false elsewhere.
#
# - Those with the highest scores are contacted.
# - Never more than `places` people are. Where scores are equal, whoever stands earlier in the column comes first.
#
# When your work is graded, your function is also tried on columns that you have not seen.


# %% answer="contact-first"
def contact_first(scores, places):
    """For each person, whether the person is among the `places` highest scores."""
    ### BEGIN SOLUTION
    scores = np.asarray(scores)
    order = np.argsort(-scores, kind="stable")
    contacted = np.zeros(len(scores), dtype=bool)
    contacted[order[:places]] = True
    return contacted
    ### END SOLUTION


# %% check="contact-first"
check("contact-first", contact_first)

# %% [markdown]
# ## 8. A line from costs (Decide, 1 point)
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
# Stay with the 3 and 9 hours of exercise 8. The office draws the line at a score of **0.5**, out of habit. With your `scores`, and for **everybody in `test`**: how many hours do visits in vain and missed people cost together? Call it `hours`.

# %% answer="cost-of-habit"
hours = ...
### BEGIN SOLUTION
eligible = test["eligible"].to_numpy()
visited = scores >= 0.5
hours = 3 * (visited & ~eligible).sum() + 9 * (~visited & eligible).sum()
### END SOLUTION

# %% check="cost-of-habit"
check("cost-of-habit", hours)

# %% [markdown]
# ## 10. Does the score keep its word? (Decide, 2 points)
#
# The next cell takes the people with a score from 0.4 to below 0.5, women and men apart.
#
# First: for the **women** in this band, what share is eligible in fact? Compute it from two counts of the table, with three decimals. Call it `share_women`.
#
# Second: which sentence may you write? Give the key as `band_says`:
#
# - `right-for-each`: each woman in the band has been scored rightly
# - `score-too-low`: in this band the score promises less for women than it keeps; one band of few people calls for a look at the others
# - `accuracy-low`: the score is wrong for more than half of the women in the band
# - `calibrated`: over all people the score is calibrated, so it is for women too

# %% locked="band-table"
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
band_says = ...
### BEGIN SOLUTION
share_women = 65 / 113
band_says = "score-too-low"
### END SOLUTION

# %% check="calibration"
check("calibration", share_women, band_says)

# %% [markdown]
# ## 11. A stand-in, or no model? (Decide, 1 point)
#
# A city wants to find tenants who may lose their home, and to offer them help before the landlord goes to court. It has the register of this assignment, with income above or below the line, and nothing about rent or debt. Two questions.
#
# First: the city would call the people with the lowest scores first. Who may need help and yet is called **last**, the better the model predicts this column? Give the key as `overlooked`:
#
# - `low-income`: somebody with a low income
# - `low-score`: somebody to whom the model gives a low score for being above the line
# - `debts`: somebody above the line, whose rent and debts eat up the income
# - `young`: somebody young who lives with parents
#
# Second: what comes first? Give the key as `first_step`:
#
# - `more-accurate`: a more accurate model of the same column
# - `record-need`: find out who has lost a home or was helped, and whether the office may use that record
# - `lower-threshold`: a lower threshold, so that nobody is missed
# - `same-accuracy`: the same accuracy for women and men

# %% answer="stand-in"
overlooked = ...
first_step = ...
### BEGIN SOLUTION
overlooked = "debts"
first_step = "record-need"
### END SOLUTION

# %% check="stand-in"
check("stand-in", overlooked, first_step)

# %% [markdown]
# ## 12. A note to the director (4 points, read by a person)
#
# Write to the director of the pension scheme, in 150 to 250 words: shall the advisers call by this list, and from which score on? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences whether to use the list, and where to draw the line: from capacity, from costs, or not at all.
# 2. **Measured.** It gives precision and recall, or counts, beside a baseline or a rule without a model, on people whom the model had not met.
# 3. **Who is missed.** It says for whom the list works less well, with a number, and what is done for people who are not called.
# 4. **Stand-in.** It says what income stands in for and what it leaves out, and names a condition under which the office should do without the model.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Director, I recommend that the advisers call by the list this year, and that it only decides who is called first, never who may join. With 1,000 calls, the line lies where the thousandth score lies, at about 0.82.
#
# On 16,281 people whom the model had not met, 920 of the first 1,000 are eligible. Chance would give about 236, and a rule without a model (married people with long schooling first) 757. Still, the calls reach only 24% of all who are eligible. Counting one hour for a call in vain and five for a missed person, calls would pay down to a score of 0.17; that is an argument for more advisers.
#
# The list works less well for women: at this line it reaches 18% of the eligible women and 25% of the eligible men, although it was not told the sex. So everybody should get a letter, applications should stay open to all, and we should count each week whom we reach.
#
# The model predicts income in 1993, as a survey asked for it. Income stands in for eligibility; it leaves out residence, contributions and the household. As soon as the tax office may tell us who is above the line, we should stop using the model. For benefits that answer need, the list should not be used at all.
# ### END SOLUTION
