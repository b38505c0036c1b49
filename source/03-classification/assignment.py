# %% [markdown]
# # Classification: assignment
#
# You check the list before the calls begin: how well the model works for women, who is called first, what a threshold costs, and whether the office should use the list at all. At the end you design a pilot of the calls.
#
# {{answering}}
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
# The vendor writes: “Our model is right for 93% of the women and 81% of the men. So it works better for women.” The next cell shows the accuracy of the model, that of the baseline, and the recall, for both. What do you answer? Choose one answer (`reply`):
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
# Another province uses the same model. There, only 1 person in 100 is eligible. As before, the model contacts 60 of 100 eligible people, and 7 of 100 people who are not eligible. The province lists 10,000 people. Count them on paper: of 100 people contacted, about how many are eligible? Choose one answer (`rare`):
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
# Another office visits people at home. A visit in vain costs 3 hours. An eligible person who is missed costs 9 hours. A visit to an eligible person is ordinary work and is not counted as a cost. From what score upwards is a visit worth it? Give a number between 0 and 1 (`threshold`).

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
# ## 10. Is the score right for women? (Decide, 1 point)
#
# The next cell takes the people with a score from 0.4 to below 0.5, and shows women and men separately. The mean score is the share of these people that should be eligible.
#
# First: for the **women** in this band, what share is eligible in fact? Give a number between 0 and 1, with three decimals, computed from two counts of the table (`share_women`).
#
# Second: which sentence can you write in your report? Choose one answer (`band_says`):
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
# First: the city would call the people with the lowest scores first. The better the model predicts the income, the later certain people in need of help are called. Which people? Choose one answer (`overlooked`):
#
# - `low-income`: people with a low income, whether or not they have rent or debts
# - `low-score`: people to whom the model gives a low score although their income is high
# - `debts`: people above the limit whose rent and debts use up the income
# - `young`: young people with a low income who still live with parents
#
# Second: what should the city do first? Choose one answer (`first_step`):
#
# - `more-accurate`: train a more accurate model of income, so that fewer people are misjudged
# - `record-need`: find out who lost a home or was helped, and whether the record may be used
# - `read-each-row`: let two officials read the row of each tenant before anybody is called
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
# ## 12. Whom does a call help? (Decide, 1 point)
#
# A pilot drew 1,000 people from each of two groups, and half of each group for a call, all by lot. The numbers are invented.
#
# | score | called | of these, joined | not called | of these, joined |
# | --- | --- | --- | --- | --- |
# | 0.8 or more | 500 | 430 | 500 | 410 |
# | 0.4 to 0.6 | 500 | 225 | 500 | 150 |
#
# First: of the 500 people called with a score of 0.4 to 0.6, about how many joined *because of* the call? Give a whole number (`through_call`).
#
# Second: there is time for 1,000 more calls to such people. Whom do we call? Choose one answer (`call_next`):
#
# - `high-scores`: people with 0.8 or more, for after a call most of them join
# - `middle-scores`: people with 0.4 to 0.6, although after a call fewer of them join
# - `both-alike`: 500 from each group, so that neither has a disadvantage
# - `letters-only`: nobody, for most who joined would have joined without a call

# %% answer="uplift"
through_call = ...
call_next = "..."
### BEGIN SOLUTION
through_call = 225 - 150
call_next = "middle-scores"
### END SOLUTION

# %% check="uplift"
check("uplift", through_call, call_next)

# %% [markdown]
# ## 13. A pilot drawn by lot (4 points, read by a person)
#
# The director of the pension scheme asks: “Do the calls help, and whom?” Answer in 150 to 250 words with the design of a randomised pilot of the call list (section 6 of the lesson). There is more than one good design. To write, double-click on the three dots in the cell below. One point for each of these:
#
# 1. **Lot and comparison.** It says who is drawn by lot, what both groups get, and which shares are compared, and when.
# 2. **How many.** It says roughly how many people each group needs, for which difference, and whether 1,000 calls are enough.
# 3. **Who could be harmed.** It names people whom the pilot or the list could harm or miss, with a number, and says what is done for them.
# 4. **Stop.** It says which result would make the office stop the calls or do without the list, and who decides.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Director, before we follow the list, I propose a pilot. Of the 3,900 people with a score of 0.4 or more we draw 2,000 by lot, and half of these for a call. Everybody in the register gets the same letter. After three months we compare the share who joined among the 1,000 drawn for a call, reached or not, with the share among the others; then the same above and below a score of 0.8.
#
# By the rule 4/d², 1,000 people in each group show a difference of about six points; half as many, in one band of scores, about nine. If five points are worth the advisers' time, we compare the 1,000 with all others whom we do not call: then five points show.
#
# Those not called could miss the date: we call them after the count, before the scheme closes. The list works less well for women. Of people from whom the model did not learn, its first 1,000 places reach 18% of the eligible women and 25% of the men. Only 453 women score 0.4 or more, so we draw all of them and count them separately.
#
# If fewer than three more people in 100 join with a call, we stop the calls. If calls help as much below 0.8 as above, we drop the order of the list. You decide, with the members' council.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your own note again a day later. Tick each question that you can answer with yes:
#
# - ☐ Does the note say who is drawn by lot, and what both groups get?
# - ☐ Does it compare all who were drawn, also those not reached?
# - ☐ Does it say how many people each group needs, and for which difference?
# - ☐ Does it name people who could be harmed or missed, with a number?
# - ☐ Does it say what is done for them?
# - ☐ Does it say which result ends the calls or the list, and who decides?
#
# <details><summary>An example note about another service</summary>
#
# *A health centre that telephones patients the day before an appointment. All of it is invented.*
#
# Director, for eight weeks we draw by lot half of 3,600 patients for a call; all get the usual text message. We compare the share who miss their appointment among all who were drawn, whether they answered or not, with the share among the others.
#
# A difference of five points would pay for the calls. By the rule 4/d², each group needs at most 1,600 people, so 1,800 are enough. For each half of our list of risks they are too few: there we could find only differences of seven points or more.
#
# On 800 patients from whom the model did not learn, the list finds 61% of the missed appointments, but 38% of those of patients without a telephone of their own. A call cannot help them: a nurse gives them a card. Nobody loses an appointment because of a score.
#
# If the calls lower the share by less than two points, we end them. If they help patients with a low risk as much, we do without the list. The head nurse and the patients' council decide on 1 March.
#
# </details>

# %% [markdown] facilitator=true
# **In plenary** discuss exercise 6, because most people confuse 60 of 100 with 8 of 100 until they count, and exercise 12, because the group in which most people join gains least from a call. **The note.** A note with 2 points draws by lot and compares, but names no size and no result that would end the pilot. A note with 4 points says what a group of that size can show, and for whom the list works less well (18%, 25%). Two mistakes are common: comparing only people who answered, and letting the advisers choose whom they call. Any design can earn 4 points, also one that draws offices or weeks.
