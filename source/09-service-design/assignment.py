# %% [markdown]
# # Service design: assignment
#
# You work for the civil registry of Yanapamba, a canton in the highlands of Ecuador. People come for birth certificates: in Yanapamba, a child without one gets no identity card. The Universal Declaration of Human Rights says in article 6: “Everyone has the right to recognition everywhere as a person before the law.” A firm offers an AI assistant that gives people an appointment for their visit. Is AI the answer? The canton, its office, its rules and all its numbers are invented.
#
# {{answering}}
#
# **Tables.** Tables that the lesson makes, such as `residents`, do not exist in this notebook until you make them here.

# %% locked="setup" closed=true
import pandas as pd

from course import check, load_dataset, translator
from course.dossier import ServiceBrief

t = translator("09-service-design")
interviews = load_dataset("interviews")
people = interviews.drop_duplicates("interview")

# %% [markdown]
# ## 1. What is the problem? (Decide, 1 point)
#
# The next cell shows last month's visits; nobody wrote down why people came in vain. Which sentence describes the problem from the side of the people, and without a tool? Choose one answer (`problem`):
#
# - `no-evening`: After work, in the evening, people cannot ask for an appointment
# - `counter-hours`: The counter loses hours each week to people who lack a document
# - `papers-unknown`: People in the villages do not know which papers they have to bring
# - `one-in-five`: More than one in five people travel to the registry for nothing

# %% locked="visits" closed=true
visits = pd.DataFrame(
    {"people": [260, 180, 160], "served": [234, 144, 88], "in vain": [26, 36, 72]},
    index=["web", "telephone", "in person"],
)
shown = visits.rename(
    columns={
        "people": t("people who came"),
        "served": t("served at this visit"),
        "in vain": t("came in vain"),
    },
    index={"web": t("web"), "telephone": t("telephone"), "in person": t("in person")},
)
shown.loc[t("all")] = shown.sum()
shown.rename_axis(t("asked for an appointment by"))

# %% answer="problem"
problem = "..."  # a key in quotation marks
### BEGIN SOLUTION
problem = "one-in-five"
### END SOLUTION

# %% check="problem"
check("problem", problem)

# %% [markdown]
# ## 2. The assistant's success (Decide, 1 point)
#
# The firm writes: “Nine in ten people who ask online are served at their first visit. With the assistant, everybody is.”
#
# First: in the table above, what share of the people who asked *in person* came in vain? Give a number between 0 and 1 (`share_in_person`).
#
# Second: whom does “nine in ten” leave out? Choose one answer (`left_out`):
#
# - `other-ways`: People who asked in another way, or who have never asked
# - `web-failures`: People who asked online and went home without a document
# - `second-visit`: People who asked online and were served at the second visit
# - `night-users`: People who asked online at an hour when the office was shut

# %% answer="left-out"
share_in_person = ...  # a number without quotation marks
left_out = "..."  # a key in quotation marks
### BEGIN SOLUTION
share_in_person = 72 / 160
left_out = "other-ways"
### END SOLUTION

# %% check="left-out"
check("left-out", share_in_person, left_out)

# %% [markdown]
# ## 3. How many people are in these rows? (Build, 1 point)
#
# The registry has no interviews of its own yet. Until it has, you use those of Marivelle, because they tell what happens to people on the way to any office. They are synthetic, and your brief must say whose they are.
#
# Of the ten **residents**, how many have a barrier? The column `barrier` says `"none"` where no barrier is known. The table `people` has one row for each of the 14 people; `role` is `"resident"` for residents. The lesson counts with another column in the same way (section 2): first keep the residents, then compare and count. Give the number of people as `with_barrier`.

# %% answer="with-barrier"
with_barrier = ...  # a number, or code that gives one
### BEGIN SOLUTION
residents = people[people["role"] == "resident"]
with_barrier = (residents["barrier"] != "none").sum()
### END SOLUTION

# %% check="with-barrier"
check("with-barrier", with_barrier)

# %% [markdown]
# ## 4. A persona with evidence (Decide, 1 point)
#
# The next cell shows what Rosalba of Marivelle says. A colleague has written four sentences for a persona. Which one has evidence in this interview? Choose one answer (`evidence`):
#
# - `prefers-paper`: “Rosalba mistrusts computers and likes paper better than a screen.”
# - `keeps-stamps`: “Rosalba keeps stamped copies; a stamp proves that somebody saw her.”
# - `like-others`: “Rosalba writes by hand, as most older people in her district do.”
# - `too-weak`: “Rosalba cannot travel any more; somebody has to visit her at home.”

# %% locked="rosalba"
here = interviews[(interviews["language"] == t.lang) & (interviews["interview"] == "R06")]
for row in here.itertuples():
    print(f"{row.question_id}: {row.answer}\n")

# %% answer="evidence"
evidence = "..."  # a key in quotation marks
### BEGIN SOLUTION
evidence = "keeps-stamps"
### END SOLUTION

# %% check="evidence"
check("evidence", evidence)

# %% [markdown]
# ## 5. How many people say it? (Build, 2 points)
#
# The next cell makes the table `said`. As in the lesson, each row is one place in an interview in which one need is mentioned, with what we know of the person: `need`, `interview`, `role`, `gender` and others. One person can mention a need twice.
#
# - `kept_words`: how many different **residents** (`"resident"` in `role`) mention the need `"kept-words"`?
# - `named_women`: how many different **women** (`"woman"` in `gender`) mention the need `"named-person"`?

# %% locked="said" closed=true
CODED = {
    "own-channel": "R02-2 R04-2 R06-2 R08-2 R09-2 S01-4 S04-4",
    "kept-words": "R04-3 R04-7 R07-2 R07-6 R08-3 R09-4 S01-3 S02-4 S04-3",
    "right-office": "R01-2 R01-3 R07-3 S01-2 S02-2 S03-2 S04-2",
    "named-person": "R03-5 R05-5 R06-4 R06-6 R08-6 R09-4",
    "same-way-back": "R06-3 R08-3 R09-3",
    "safe-to-ask": "R10-2 R10-5 S01-4 S03-4",
}
mentions = pd.DataFrame(
    [
        {"need": need, "interview": place.split("-")[0]}
        for need, places in CODED.items()
        for place in places.split()
    ]
)
said = mentions.merge(people, on="interview")
said[["need", "interview", "role", "gender"]].head()

# %% answer="voices"
kept_words = ...  # a number, or code that gives one
named_women = ...  # a number, or code that gives one
### BEGIN SOLUTION
rows = said[said["role"] == "resident"]
rows = rows[rows["need"] == "kept-words"]
kept_words = rows["interview"].nunique()
rows = said[said["gender"] == "woman"]
rows = rows[rows["need"] == "named-person"]
named_women = rows["interview"].nunique()
### END SOLUTION

# %% check="voices"
check("voices", kept_words, named_women)

# %% [markdown]
# ## 6. Any weights, any scores (Build, 2 points)
#
# Write the function `weighted_total`. It takes two columns, `scores` and `weights`, of one way to serve people. Both have the names of the criteria as their index, as in section 4 of the lesson. It returns the sum of weight times score, divided by the sum of the weights. The weights need not sum to 100.
#
# Write your line in the function, with four spaces in front. When your work is graded, your function is also tried on other criteria.


# %% answer="weighted-total"
def weighted_total(scores, weights):
    """The weighted total of one alternative."""
    # Write your line below this one, with four spaces in front. It begins with: return
    ### BEGIN SOLUTION
    return (scores * weights).sum() / weights.sum()
    ### END SOLUTION


# %% check="weighted-total"
check("weighted-total", weighted_total)

# %% [markdown]
# ## 7. Which weight decides? (Decide, 1 point)
#
# There are four ways to serve people. Scores run from 0 to 5; a working group of the registry gave them.
#
# - **Assistant**: the AI assistant gives appointments and ranks the requests.
# - **Assistant and visits**: the AI assistant gives appointments only; a van with a clerk and an interpreter visits the villages.
# - **Papers and mornings**: no AI. A list of papers is read out on the radio and sent by text message; each morning is open without an appointment; an interpreter for Kichwa; the van.
# - **Longer hours**: no AI. The counter is open until eight in the evening.
#
# The next cell shows the totals for different weights of “reaches everybody”; the other three criteria share the rest in the proportion 40 (served at first visit) to 20 (can be contested) to 10 (cost and time). What is the **smallest weight in the table** at which a way *without AI* has the highest total? Give the weight as the table shows it (`deciding_weight`).

# %% locked="weights-table" closed=true
ways = pd.DataFrame(
    {
        "served at first visit": [4, 4, 3, 2],
        "reaches everybody": [1, 3, 4, 3],
        "can be contested": [1, 4, 4, 4],
        "cost and time": [3, 2, 4, 1],
    },
    index=["Assistant", "Assistant and visits", "Papers and mornings", "Longer hours"],
)
rest = (
    ways["served at first visit"] * 40 + ways["can be contested"] * 20 + ways["cost and time"] * 10
)
weights_tried = pd.DataFrame(
    {
        w: ((100 - w) * rest / 70 + w * ways["reaches everybody"]) / 100
        for w in (0, 10, 20, 30, 40, 50)
    }
)
named = {
    "Assistant": t("Assistant (AI)"),
    "Assistant and visits": t("Assistant and visits (AI)"),
    "Papers and mornings": t("Papers and mornings (no AI)"),
    "Longer hours": t("Longer hours (no AI)"),
}
totals_shown = weights_tried.rename(index=named).map(lambda value: t.number(value, 2))
totals_shown.rename_axis(t("weight of “reaches everybody”"), axis=1)

# %% answer="deciding-weight"
deciding_weight = ...  # a number without quotation marks
### BEGIN SOLUTION
deciding_weight = 30
### END SOLUTION

# %% check="deciding-weight"
check("deciding-weight", deciding_weight)

# %% [markdown]
# ## 8. A person at this step (Decide, 1 point)
#
# The registry sends 600 reminders a month, each three days before the visit, written by a program without AI. A reminder with a wrong day sends a family on a journey for nothing.
#
# First: the proposal says that a clerk “may check the reminders” before they are sent, and gives the clerk 30 minutes a month for it. How many seconds is that for each reminder? Give a number of seconds (`seconds_each`).
#
# Second: which of these is a human path at *this* step? Choose one answer (`human_path`):
#
# - `end-control`: An official reads each file again, one day before the certificate is printed
# - `help-page`: The reminder gives the address of a page that answers within one minute
# - `counter-two`: The reminder names the clerk at counter 2, who answers a call within a day
# - `may-correct`: A clerk has two days in which any reminder can be corrected or held back

# %% answer="human-path"
seconds_each = ...  # a number without quotation marks
human_path = "..."  # a key in quotation marks
### BEGIN SOLUTION
seconds_each = 30 * 60 / 600
human_path = "counter-two"
### END SOLUTION

# %% check="human-path"
check("human-path", seconds_each, human_path)

# %% [markdown]
# ## 9. Broken links (Build, 2 points)
#
# Write the function `broken`. It takes two tables. `needs` has the columns `need` and `step`: the step that answers the need. `steps` has the column `name`: the steps that exist. The function returns a list of the **needs** whose step does not exist, one for each row, in the order of the table. The function `without_measure` in section 5 of the lesson does the same for groups and measures.
#
# When your work is graded, your function is also tried on other tables.


# %% answer="broken"
def broken(needs, steps):
    """The needs whose step does not exist, as a list."""
    # Write your lines below this one, with four spaces in front. The last begins with: return
    ### BEGIN SOLUTION
    missing = ~needs["step"].isin(steps["name"])
    return list(needs.loc[missing, "need"])
    ### END SOLUTION


# %% check="broken"
check("broken", broken)

# %% [markdown]
# ## 10. When does the test stop the service? (Decide, 1 point)
#
# The registry will try the new way with eight people from each group that would otherwise be left out: people in villages without a telephone network, and people who speak Kichwa. Eight people are few: the test can show that something fails. It cannot show that 70% of all such people will be served.
#
# First: the rule asks that at least 70% of each group are served at the first visit. How many of the eight must that be, at least? Give a whole number (`at_least`).
#
# Second: which rule protects the two groups, and asks for no more than these 70%? Choose one answer (`stop_rule`):
#
# - `content`: It does not begin if under 70% of any group say that they are content
# - `either`: It does not begin if under 70% of any group are served at the first visit
# - `sixteen`: It does not begin if under 70% of the sixteen are served at the first visit
# - `all-eight`: It does not begin if one person of any group is not served at the first visit

# %% answer="stop-rule"
at_least = ...  # a number without quotation marks
stop_rule = "..."  # a key in quotation marks
### BEGIN SOLUTION
at_least = 6
stop_rule = "either"
### END SOLUTION

# %% check="stop-rule"
check("stop-rule", at_least, stop_rule)

# %% [markdown]
# ## 11. The service brief (Decide, 3 points)
#
# Most of the brief for *Papers and mornings* is written, in the next cell; you need not read it. You fill six blanks. When you run your answer cell, it puts them into the brief and prints what is still missing. One point each for people, human path, and test.
#
# **People.** Who is responsible for the service? Choose one answer (`owner`):
#
# - `head`: The head of the civil registry, who decides on counters and van
# - `firm`: The firm that maintains the program for all the reminders
# - `ombuds`: The ombuds office, which hears every family that complains
#
# What is done for people who speak Kichwa? Choose one answer (`measure_kichwa`):
#
# - `interpreter`: An interpreter at the counter every morning, and in the van
# - `relative`: A reminder to bring a son or daughter who speaks Spanish well
# - `pictures`: A reminder in simple Spanish, with a picture of each paper
# - `web-page`: A web page in Kichwa, which a program translates every night
#
# **Human path.** The reminder is sent three days before the visit, by a program. Whom does a family ask when it is unsure of the day? Choose one answer (`path_who`). Within how many whole days does the family have an answer? Give a whole number (`path_days`).
#
# - `clerk-duty`: The clerk on duty, at counter 2 or by telephone
# - `ask-page`: The registry's page of answers, at any hour of the day
# - `sender`: The firm that sends the reminders, on its free line
#
# **Test.** The stop rule is the one in exercise 10, for the two groups of eight. The service does not begin if fewer than how many of eight are served? Give a whole number (`stops_below`). For whom does this number hold? Choose one answer (`stops_for`):
#
# - `each-group`: For each of the two groups, by its own count
# - `mean`: For the two groups, by the mean of their counts
# - `better`: For one of the two groups, the one that does better
# - `each-village`: For each single village, and for the Kichwa speakers
#
# A person who objects gets an answer from the registrar within ten days, and can then go to the ombuds office.

# %% locked="brief-form" closed=true
NETWORK, KICHWA, WEB = t("village without network"), t("speaks Kichwa"), t("asks by web")
CRITERIA = (
    t("served at first visit"),
    t("reaches everybody"),
    t("can be contested"),
    t("cost and time"),
)


def rows(names, *values):
    """A list of rows with the same fields, in the order of their names."""
    return [dict(zip(names.split(), row)) for row in values]


OPTIONS = {
    "head": t("Head of the civil registry"),
    "firm": t("Firm that maintains the reminders"),
    "ombuds": t("Ombuds office"),
    "interpreter": t("An interpreter at the counter every morning, and in the van."),
    "relative": t("A reminder to bring a relative who speaks Spanish well."),
    "pictures": t("A reminder in simple Spanish, with pictures."),
    "web-page": t("A web page in Kichwa, translated by a program."),
    "clerk-duty": (t("Counter 2, or by telephone"), t("Clerk on duty")),
    "ask-page": (t("Web page"), t("Page of answers")),
    "sender": (t("Free line of the firm"), t("Firm that sends the reminders")),
    "each-group": t("In either group fewer than {n} of 8 are served at the first visit."),
    "mean": t("As the mean of both groups fewer than {n} of 8 are served at the first visit."),
    "better": t("In the better group fewer than {n} of 8 are served at the first visit."),
    "each-village": t(
        "In any village, or among Kichwa speakers, fewer than {n} of 8 are served at the first "
        "visit."
    ),
}


def words(key):
    """The words of an option for the brief; None for a blank."""
    return None if key in (..., "...") else OPTIONS.get(str(key).strip().lower(), key)


def fill_in(*given):
    """The brief with its six blanks filled in. Prints which are left, then each fault."""
    names = ["owner", "measure_kichwa", "path_who", "path_days", "stops_below", "stops_for"]
    blank = [name for name, value in zip(names, given) if value in (..., "...")]
    if len(blank) == len(given):
        return ...
    owner, measure_kichwa, path_who, path_days, stops_below, stops_for = given
    path, rule = words(path_who), words(stops_for)
    where, who = path if isinstance(path, tuple) else (path, path)
    if rule is not None:
        rule = None if stops_below is ... else str(rule).replace("{n}", str(stops_below))
    source = t("Marivelle, synthetic; still to be asked in Yanapamba: {place}")
    needs = (
        (t("Know before I travel which papers I need."), WEB, "R05, Q6", t("Reminder")),
        (t("Reach a clerk without taking two buses."), NETWORK, "R06, Q4", t("Village visit")),
        (t("Say it in my language, not through my child."), KICHWA, "R07, Q4", t("Open morning")),
        (t("Hold something that proves I was here."), NETWORK, "R06, Q6", t("Certificate")),
    )
    ways = (
        (t("Assistant"), True, (4, 1, 1, 3), 2.4, t("Quick by web; nobody can contest an order.")),
        (t("Assistant and visits"), True, (4, 3, 4, 2), 3.5, t("The van reaches the villages.")),
        (t("Papers and mornings"), False, (3, 4, 4, 4), 3.6, t("Cheap and quick to begin.")),
        (t("Longer hours"), False, (2, 3, 4, 1), 2.6, t("Helps people who work by day.")),
    )
    filled = {
        "system": t("Papers and mornings"),
        "date": "2026-12-01",
        "owner": words(owner),
        "task": t(
            "On which day a person is served at the counter. A clerk of the registry decides."
        ),
        "legal_basis": t("Ordinance 7 of Yanapamba on the civil registry (an invented text)"),
        "affected_groups": [NETWORK, KICHWA, WEB],
        "needs": rows(
            "need who evidence step evidence_from",
            *(
                (text, group, source.format(place=place), step, "interview")
                for text, group, place, step in needs
            ),
        ),
        "excluded": rows(
            "group why measure",
            (
                NETWORK,
                t("Days are given by web and telephone."),
                t("A van on a fixed day of the month."),
            ),
            (KICHWA, t("Web page and reminder are in Spanish only."), words(measure_kichwa)),
        ),
        "criteria": rows("name weight", *zip(CRITERIA, (40, 30, 20, 10))),
        "alternatives": rows(
            "name uses_ai scores total reason",
            *((name, ai, dict(zip(CRITERIA, scores)), *rest) for name, ai, scores, *rest in ways),
        ),
        "chosen": t("Papers and mornings"),
        "chosen_because": t("It has the highest total at these weights."),
        "steps": rows(
            "name actor channel automated human_path",
            (
                t("Ask for an appointment"),
                t("Clerk at the counter or on the telephone"),
                t("Counter"),
                False,
            ),
            (
                t("Reminder"),
                t("Program without AI"),
                t("Text message"),
                True,
                rows("where who days", (where, who, words(path_days)))[0],
            ),
            (t("Open morning"), t("Clerk and interpreter for Kichwa"), t("Counter"), False),
            (t("Village visit"), t("Clerk and interpreter in the van"), t("Village square"), False),
            (t("Certificate"), t("Registrar, who signs and stamps it"), t("Counter or van"), False),
        ),
        "objection_days": 10,
        "test_plan": {
            "participants": rows("group count", (NETWORK, 8), (KICHWA, 8), (WEB, 12)),
            "total": 28,
            "measured": t("Share of each group served at the first visit without help."),
            "threshold": 0.7,
            "stops_if": rule,
        },
    }
    if blank:
        print(t("Still blank: {names}").format(names=", ".join(blank)))
        return filled
    faults = [each.read(t.lang) for each in ServiceBrief.faults_by_label(filled)]
    print("\n".join(faults) or t("No field is blank. The check below says which answers fit."))
    return filled


# %% answer="brief"
owner = "..."  # a key in quotation marks
measure_kichwa = "..."  # a key in quotation marks
path_who = "..."  # a key in quotation marks
path_days = ...  # a number without quotation marks
stops_below = ...  # a number without quotation marks
stops_for = "..."  # a key in quotation marks
### BEGIN SOLUTION
owner = "head"
measure_kichwa = "interpreter"
path_who = "clerk-duty"
path_days = 1
stops_below = 6
stops_for = "each-group"
### END SOLUTION
# Leave the line below as it is: it puts your answers into the brief.
brief = fill_in(owner, measure_kichwa, path_who, path_days, stops_below, stops_for)

# %% check="brief"
check("brief", owner, measure_kichwa, path_who, path_days, stops_below, stops_for)

# %% [markdown]
# To see the brief as a page, add a cell with the line `ServiceBrief(**brief)`. To go on with it in the form, add a cell with three lines: `from course.dossier.form import edit`, then `ServiceBrief(**brief).save("service-brief.yml")`, then `edit(ServiceBrief, "service-brief.yml")`.
#
# ## 12. A note to the head of the registry (4 points, read by a person)
#
# Should the registry buy the assistant? Write 120 to 200 words, in the language of your notebook. To write, double-click on the cell below. There is more than one good answer. One point for each of these:
#
# 1. **Problem and recommendation.** It says in the first sentences what the problem of the people is, with a number, and what to do.
# 2. **Alternatives.** It compares AI with at least one way without AI, in its best version, and says on which weight or score the choice depends.
# 3. **Rights.** For one group that would be left out it gives the whole chain: the right, who is affected, the harm, the measure, and to whom a person can go (exercise 11 says who).
# 4. **Test.** It says who tries the service, what they must manage, and when it does not begin. It says that the interviews are synthetic, and how real people will be asked.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Last month 134 of 600 people, more than one in five, travelled to us for nothing; of those who asked in person it was 45%. I recommend not to buy the assistant now. Let us read out the list of papers on the radio, open every morning without appointments, and send the van with an interpreter.
#
# With our weights this way has 3.60, the assistant with visits 3.50. The difference is small. If reaching everybody weighed 20 instead of 30, the assistant with visits would be ahead. So the council should decide on this weight.
#
# Everybody has the right to recognition as a person before the law (Declaration, article 6). Families who speak only Kichwa are affected: their children have no certificate, and the school may turn them away. The interpreter is the measure. A family that is sent away can go to the registrar, who answers within ten days, and then to the ombuds office.
#
# Twenty-eight people will try it. If fewer than 70% of any group are served at their first visit, we do not begin. Our interviews are synthetic; in March we visit six villages and ask.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the head of the registry would, and tick:
#
# - ☐ Do the first sentences name the problem of the people, with a number, and say what to do?
# - ☐ Do I compare AI with a way without AI, in its best version?
# - ☐ Do I say on which weight or score the choice depends?
# - ☐ Do I give, for one group, the right, the harm, the measure, and to whom a person can go?
# - ☐ Do I say who tries the service, and below which result it does not begin?
# - ☐ Do I say that the interviews are synthetic, and how real people will be asked?
#
# <details><summary>An example note about another service</summary>
#
# Invented: a family court that is offered a program which predicts who will miss a hearing.
#
# Last quarter 90 of 450 people, one in five, missed their hearing; of those who were summoned by letter alone, 31%. I recommend that we do not buy the program now. Let us send a message two days before each hearing, and let a clerk telephone the people who have no mobile number.
#
# With our weights, messages and calls have 3.70, the program 3.40. If the hours of our staff weighed twice as much, the program would be ahead. So the president of the court should decide on this weight.
#
# Everybody has the right to a fair hearing (Declaration, article 10). Women who have left a violent partner are affected: a message to a shared telephone can tell him the day. The measure: each person chooses how we reach her. If this goes wrong, she can go to the court's service desk, and then to the ombuds office.
#
# Forty people will try it in May, ten of them without a mobile telephone. If fewer than 80% of any group know their day, we do not begin. The interviews of our workshop are synthetic; in April we visit two shelters and ask.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 1, because all four sentences are true, and only one describes the trouble of the people without a tool. Exercise 8, because many officials have signed such a check: let two of them compute on the board how many seconds are left for each reminder.
#
# **How to read the note.** A typical note with 2 points names the problem and a recommendation. It compares AI with doing nothing, or names a right without a person to whom somebody can go. A note with 4 points says which weight would change the recommendation, and below which result, in which group, the service does not begin.
