# %% [markdown]
# # Project, checkpoint 1: the brief
#
# **The decision.** Which service do we propose, for whom, and what should it never do alone? In the five checkpoints of the project you take one service from the first idea to the council. Here you write the brief on which everything else rests.
#
# **The service.** Civicly is to sort the comments that residents send to the city hall of Marivelle. It proposes a department for each comment, puts the comments of a day in order of urgency for the people who read them, and finds comments that repeat an earlier one. Marivelle, its residents and its comments are invented. In 2026, Colombia's Ombudsman is reported to have asked for a service much like it: petitions sorted by urgency, repeated ones found, and **threats to life and minors never handled without a person**. We have this second-hand, and we take over the last rule.
#
# **What you hand in.** This notebook and its folder `project`, with two files that forms write: `team.yml` and `service-brief.yml`. The next checkpoints take them over.
#
# {{time}}
#
# **How a team works on it.** One notebook is handed in for all; the form of exercise 1 holds the names. One person holds the pen and shares the screen, and the others discuss each answer before it is written. Change places after each exercise. Working alone is fine, too.
#
# **If you work on your own service:** choose “our own service” in exercise 1. The exercises and points are the same. The form of the brief then begins empty, and what is asked about Marivelle alone is not asked of you. Exercises 8 and 9 use the comments of Marivelle for everybody.
#
# **Two tracks.** Exercises marked *Decide* need no code. The two *Build* exercises need a few lines of code, and the lines are shown before each. The *Decide* exercises do not depend on them. The checks give 16 points. A person reads your note at the end and gives up to 4.
#
# **How to answer.** Run the cells from the top. For each form: open it, fill it in, press “Save” in the form, and press “Check” below it. (If you see code in place of buttons, run the cells in their order.) The check lists what is left. You can save and check as often as you like.

# %% locked="setup" closed=true
import textwrap

import pandas as pd

from course import check, load_dataset, translator
from course.project import group_names, open_project
from course.project.measured import groups_of

t = translator("capstone-1-brief")
project = open_project()
comments = load_dataset("civic-comments")
names = [str(each) for each in group_names()]


def handed_in(name):
    """The texts of the project for a check; three dots while this form has not been saved."""
    return ... if project.saved(name) is ... else project.texts()


project

# %% [markdown] facilitator=true public=true
# **Timing for a class in groups (120 minutes).** 10 minutes: exercise 1, and who holds the pen. 15: read the table and the interviews. 25: exercises 2 and 3. 20: exercise 4. 15: exercise 5. 20: exercises 6 and 7. 15: the note, begun. The note and the *Build* exercises are finished at home.
#
# **An activity (15 minutes, before exercise 4).** “The empty chairs.” Put one chair for each group of the table around the room, and three chairs without a name. Each person sits down on a chair and says one sentence: what happens to me on the day after the service starts? Then the class names the three empty chairs: who sends no comment at all?
#
# **What participants say.** “The need is a dashboard.” Ask what a resident does on the day when the dashboard is there. “Everybody is affected, so there is no group to name.” Ask who waited longest last year. “A person looks at everything, so there is no risk.” Ask how many seconds that person has for each comment.
#
# **What those ahead can do.** Write the same brief for the alternative that was not chosen, in its best version, and let another group vote between the two.

# %% [markdown]
# ## 1. The team (Decide, 1 point)
#
# Give your project a title, choose the service, and name those who work on it as they want to be named. The part “Gallery” stays empty until checkpoint 5; until then, the form lists it as still to do. Open the form, fill it in, and press “Save”. Then press “Check” below the form.

# %% locked="team-form"
project.edit("team", given={"title": "Civicly", "way": "civicly", "language": t.lang})

# %% answer="team"
team = project.saved("team")
### BEGIN SOLUTION
team = """
title: Civicly
way: civicly
members: [Ana Luz, Paul N., Maria do Carmo]
language: en
"""
### END SOLUTION

# %% check="team"
check("team", team)

# %% [markdown]
# ## The evidence
#
# The first table counts the critical comments of 30 months: those that tell of a danger to life or limb, judged by the text. A critical comment should be answered on the day. For how many of them did the first answer come within one day? The last two columns say the same of the last quarter.

# %% locked="evidence" closed=true
critical = comments[comments["severity"] == "critical"]
last = critical["date"] >= "2026-04-01"


def counted(rows):
    """How many critical comments these are, and the share that was answered within one day."""
    found = critical[rows]
    return [t.number(len(found)), t.percent((found["response_days"] <= 1).mean())]


everybody = pd.Series(True, index=critical.index)
lines = {t("all"): everybody}
for group in groups_of(critical).values():
    lines |= {
        name: pd.Series(group == name, index=critical.index) for name in names if name in group
    }
pd.DataFrame(
    {name: [*counted(rows), *counted(rows & last)] for name, rows in lines.items()},
    index=[
        t("critical, 30 months"),
        t("answered within a day"),
        t("critical, last quarter"),
        t("answered within a day, last quarter"),
    ],
).T.rename_axis(t("synthetic comments"))

# %% [markdown]
# Garoa is steep and partly self-built; Horta is the rural edge of the city. Look at their line, and at the line of those who write with difficulty. Then look at the last quarter: the groups are so small there that a few comments decide.
#
# The second source is a set of interviews with residents and staff. They are synthetic, too. Six answers:

# %% locked="interviews" closed=true
interviews = load_dataset("interviews")
here = interviews[interviews["language"] == t.lang]
for place in ("R02, Q2", "R04, Q2", "R06, Q3", "R09, Q3", "R10, Q2", "S04, P5"):
    (row,) = here[here["interview"].eq(place[:3]) & here["question_id"].eq(place[5:])].itertuples()
    print(textwrap.fill(f"{place}: {row.answer}", 88) + "\n")

# %% [markdown]
# ## The form of the brief
#
# The form for exercises 2 and 4 to 7 is below. A colleague has drafted the brief. The draft reads well, but **in each section something is wrong for this service, or missing**. Correct what is wrong, and fill in what is blank. Entries that are filled in are folded: **press “Show the entries that are filled in already” to see and correct them.** The button “Still to do” lists what is blank or contradictory. The checks of the exercises tell you what is merely unwise. You need not fill in everything at once: each exercise below looks at its own section. Save the form, then go on reading. You will come back to it.
#
# **What the checks cannot tell.** They see whether an entry is filled in, is of the right kind and agrees with the other entries. Only people can tell whether it is true and sensible: read your brief to another team, or to a colleague, before you hand it in.
#
# The next cell lists the groups for which checkpoint 3 will measure numbers. Where your brief means one of them, write its name as it is written there.

# %% locked="group-names" closed=true
print(*names, sep="\n")

# %% locked="draft" closed=true
draft = {
    "system": "Civicly",
    "task": t(
        "To which department a comment goes, and in which order the desk reads the comments. A clerk "
        "can change both, and decides where Civicly is not sure."
    ),
    "legal_basis": t("City charter of Marivelle, article 12, on answers to residents (invented)"),
    "affected_groups": [*names[:4], t("six other districts")],
    "needs": [
        {
            "need": t("A dashboard with AI that sorts all comments."),
            "who": t("Citizens' desk"),
            "evidence_from": "number",
            "evidence": t("Many comments arrive."),
            "step": t("First reading"),
        },
        {
            "need": t("Nobody has to know the department in order to be heard."),
            "who": t("People without internet"),
            "evidence_from": "interview",
            "evidence": t("Several residents said so."),
            "step": t("Sending on"),
        },
    ],
    "excluded": [
        {
            "group": t("without internet"),
            "why": t("They telephone or send letters."),
            "measure": t("A page on the web explains how to send a comment."),
        }
    ],
    "criteria": [
        {"name": t("finds critical comments"), "weight": "40"},
        {"name": t("reaches those left out"), "weight": "30"},
        {"name": t("cost"), "weight": "15"},
        {"name": t("time to start"), "weight": "15"},
    ],
    "alternatives": [
        {
            "name": "Civicly",
            "uses_ai": "yes",
            "scores": {
                t("finds critical comments"): "4",
                t("reaches those left out"): "2",
                t("cost"): "2",
                t("time to start"): "2",
            },
            "total": "2.8",
            "reason": t("Finds most critical comments, and reads four languages only."),
        },
        {
            "name": t("Everything stays as it is"),
            "uses_ai": "no",
            "scores": {
                t("finds critical comments"): "0",
                t("reaches those left out"): "0",
                t("cost"): "1",
                t("time to start"): "1",
            },
            "total": "0.3",
            "reason": t("Old-fashioned."),
        },
    ],
    "chosen": "Civicly",
    "steps": [
        {
            "name": t("Receiving"),
            "actor": t("Agent of the citizens' desk"),
            "channel": t("Counter, telephone, letter, web form, app and messaging"),
            "automated": "no",
        },
        {
            "name": t("First reading"),
            "actor": "Civicly",
            "channel": t("Internal"),
            "automated": "yes",
        },
        {
            "name": t("Sending on"),
            "actor": "Civicly",
            "channel": t("Internal"),
            "automated": "yes",
            "human_path": {"where": t("Help page on the web"), "who": "Civicly", "days": "14"},
        },
        {
            "name": t("Answer"),
            "actor": t("Department in charge"),
            "channel": t("The channel on which the comment came"),
            "automated": "no",
        },
    ],
    "test_plan": {
        "participants": [{"group": t("Staff of the citizens' desk"), "count": "12"}],
        "total": "12",
        "measured": t("Whether the participants are satisfied."),
        "threshold": "0.8",
        "stops_if": t("The participants as a whole are not satisfied."),
    },
}

# %% locked="brief-form"
project.edit("service-brief", given=draft if project.way == "civicly" else {})

# %% [markdown]
# ## 2. Needs with evidence (Decide, 2 points)
#
# **Sections “The service” and “People” (needs).** The first point is for fields without a fault: name, date, owner (an office or a person), task, legal basis, and needs of which each names the step that answers it. If you rename a step, the need has to use the new name.
#
# The second point is for needs that a reader can look up:
#
# - at least three needs, none of which names a tool: no AI, no app, no dashboard;
# - at least one of them has a number as evidence, with its source, such as “50% of 206, civic-comments”;
# - at least one has an interview as evidence, with person and question, such as “R06, question 3”. (With your own service: whom you asked, and when.)

# %% answer="needs"
files = handed_in("service-brief")
### BEGIN SOLUTION
reference = {
    "service-brief": """
system: Civicly
date: 2026-10-05
owner: Citizens' desk of Marivelle, head Inés Duarte
task: To which department a comment goes, and in which order the desk reads the comments. A clerk can change both, and decides where Civicly is not sure.
legal_basis: City charter of Marivelle, article 12, on answers to residents (invented)
affected_groups:
  - English
  - Spanish
  - Portuguese
  - French
  - Garoa and Horta
  - six other districts
  - without internet
  - writes with difficulty
needs:
  - need: A danger that is reported in the morning is read in the morning.
    who: Residents of Garoa and Horta
    evidence_from: number
    evidence: In Garoa and Horta 50% of 206 critical comments were answered within a day, elsewhere 67% of 701 (civic-comments).
    step: First reading
  - need: Nobody has to know the department in order to be heard.
    who: Residents without internet
    evidence_from: interview
    evidence: R06, question 3, to whom a page answered that thanked her for using the digital services.
    step: Sending on
  - need: An answer comes in the way in which the question came.
    who: Deaf residents
    evidence_from: interview
    evidence: R09, question 3, whose case was closed after two telephone calls.
    step: Answer
excluded:
  - group: without internet
    why: They telephone or send letters, and an agent types what they say.
    measure: The agent reads the note back on the telephone; the answer comes by letter or call.
  - group: speakers of other languages
    why: The model knows four languages only.
    measure: A clerk reads all comments in other languages on the day they come, with an interpreter.
  - group: people who never write
    why: No comment of theirs reaches the desk.
    measure: A clerk sits in the clinics of Garoa and Horta on Tuesdays and takes down what is said.
criteria:
  - {name: finds critical comments, weight: 40}
  - {name: reaches those left out, weight: 30}
  - {name: cost, weight: 15}
  - {name: time to start, weight: 15}
alternatives:
  - name: Civicly with visits
    uses_ai: yes
    scores: {finds critical comments: 4, reaches those left out: 4, cost: 2, time to start: 2}
    total: 3.4
    reason: It finds most critical comments of those tried, and the visits reach people who never write.
  - name: Shorter form and weekly meeting
    uses_ai: no
    scores: {finds critical comments: 2, reaches those left out: 3, cost: 5, time to start: 5}
    total: 3.2
    reason: With a form with drawings, staff chooses the department. It puts nothing in an order.
chosen: Civicly with visits
chosen_because: It has the highest total. The shorter form is introduced as well, because it is cheap.
steps:
  - name: Receiving
    actor: Agent of the citizens' desk
    channel: Counter, telephone, letter, web form, app and messaging
    automated: no
  - name: First reading
    actor: Civicly
    channel: Internal
    automated: yes
    human_path: {where: "At the counter or by telephone, 0800 555 0110", who: Clerk on duty at the desk, days: 1}
  - name: Threat to life, or a child in danger
    actor: Clerk on duty at the desk, who reads each such comment within the hour
    channel: Internal
    automated: no
  - name: Sending on
    actor: Civicly
    channel: Internal
    automated: yes
    human_path: {where: "Counter 3, or telephone 0800 555 0110", who: Head of the citizens' desk, days: 3}
  - name: Answer
    actor: Department in charge
    channel: The channel on which the comment came
    automated: no
objection_days: 10
test_plan:
  participants:
    - {group: without internet, count: 8}
    - {group: speakers of other languages, count: 6}
    - {group: people who never write, count: 8}
    - {group: writes with difficulty, count: 8}
  total: 30
  measured: The share of critical test comments of each group that a clerk has read on the same day.
  threshold: 0.8
  stops_if: Fewer than 8 in 10 critical test comments of any one group are read on the same day.
""",
}
files = reference
### END SOLUTION

# %% check="needs"
check("needs", files)

# %% [markdown]
# ## 3. An outcome that can be counted (Decide, 1 point)
#
# What will be different for residents if the service works? Say it so that somebody can count it. (If you see code in place of fields, write texts in straight quotation marks, and a share with a point: `0.71`.)
#
# - `counted`: what is counted, in words. “The model is delivered” is an activity, not an outcome.
# - `today`: the number today. The table above has some; say, in the line above, which months you count. With your own service, write your own.
# - `wanted`: the number that you want to reach, in the same unit.
# - `by`: the day by which it is reached, written as `"2027-06-30"`.
# - `answers_for_it`: the person or office that answers for it.

# %% answer="outcome"
counted = ...  # "your words"
today = ...  # a number
wanted = ...  # a number
by = ...  # "2027-06-30"
answers_for_it = ...  # "your words"
### BEGIN SOLUTION
counted = (
    "Critical comments with a first answer within one day, as a share of all critical comments"
)
today = 0.71
wanted = 0.9
by = "2027-06-30"
answers_for_it = "Head of the citizens' desk, Inés Duarte"
### END SOLUTION

# %% check="outcome"
check("outcome", counted, today, wanted, by, answers_for_it)

# %% [markdown]
# ## 4. Whom does it affect, and whom does it leave out? (Decide, 3 points)
#
# **Section “People” (affected and excluded groups).** Correct the form above, save it, and press “Check” here. One point each:
#
# - **Affected.** All four languages; each group of the table with a lower share than the other group of its pair, in the 30 months; and people without internet, of whom R02 and R06 tell. An affected group has to be one that can be measured. (With your own service: groups that a column of your data shows, written as the column, a colon and the value, such as `housing: rent`. Checkpoint 3 compares them.)
# - **Excluded.** At least two groups, and at least one of them is in none of the tables: no comment shows it. The interviews name some.
# - **Measures.** What is done for each group, where and by whom. The group must be able to reach it. A page on the web does not help a person without internet, and a better model does not reach people who write nothing.

# %% answer="people"
files = handed_in("service-brief")
### BEGIN SOLUTION
files = reference
### END SOLUTION

# %% check="people"
check("people", files)

# %% [markdown]
# ## 5. What else could be done? (Decide, 2 points)
#
# **Section “Alternatives”.** At least two ways, one of them without AI and in its best version: what would a good colleague do with the same money? A way that is worst on every criterion is there only to lose. Scores run from 0 to 5. The total is the sum of weight times score, divided by 100; if your total is wrong, the form tells you the right one.
#
# One point for the ways and their scores, and one for the choice with its reason.

# %% answer="alternatives"
files = handed_in("service-brief")
### BEGIN SOLUTION
files = reference
### END SOLUTION

# %% check="alternatives"
check("alternatives", files)

# %% [markdown]
# ## 6. Steps with a human path (Decide, 3 points)
#
# **Section “Blueprint”.** One point each:
#
# - **Paths.** Each automated step has a human path: where a person is found, who it is, and within how many days this person has acted. And a person who objects gets an answer within a stated number of days.
# - **Within reach.** The path leads to a person, at a place or a telephone number that people without internet can reach too, within 3 days at most.
# - **The rule for critical comments.** A comment that tells of a threat to life, or of a child in danger, is never handled without a person. Add a step for it that is not automated, and use the words “life” and “child” in its name. (With your own service: name in a step the cases that are never handled without a person.)

# %% answer="steps"
files = handed_in("service-brief")
### BEGIN SOLUTION
files = reference
### END SOLUTION

# %% check="steps"
check("steps", files)

# %% [markdown]
# ## 7. Who tries it, and what stops the trial? (Decide, 1 point)
#
# **Section “Test plan”.** People from each excluded group take part. Count what they manage to do, not how satisfied they are. “Stopped if” names a number, and it holds for each group by itself: an average hides the group that fails.

# %% answer="test-plan"
files = handed_in("service-brief")
### BEGIN SOLUTION
files = reference
### END SOLUTION

# %% check="test-plan"
check("test-plan", files)

# %% [markdown]
# ## 8. How many comments can the desk read? (Build, 1 point)
#
# A brief that promises that “everything is read” has to say by whom. Write the function `workload`. It takes
#
# - `comments`: a table with one row for each comment
# - `working_days`: the number of days on which the desk worked in that time
# - `readers`: how many people read
# - `hours`: how many hours of a day each of them has for reading
# - `minutes`: how many minutes one comment takes
#
# It returns two numbers, in this order: how many comments arrive on a working day (not rounded), and how many comments all readers together can finish on a day. The second is a whole number: a comment that is read halfway is not read.
#
# The lines that you need, for loaves of bread. `len` counts rows, `int` cuts off the decimals, and two values after `return`, with a comma between them, are two results:

# %% locked="two-results"
ovens, hours_open, minutes_each = 2, 3, 25


def bakery(customers, days):
    return len(customers) / days, int(ovens * hours_open * 60 / minutes_each)


bakery(["Ana", "Li", "Sam"], 2)

# %% [markdown]
# When your work is graded, your function is also tried on other numbers.


# %% answer="workload"
def workload(comments, working_days, readers, hours, minutes):
    """Comments that arrive on a working day, and comments that can be read on one."""
    # Write your line below this one, with four spaces in front. It begins with: return
    ### BEGIN SOLUTION
    return len(comments) / working_days, int(readers * hours * 60 / minutes)
    ### END SOLUTION


# %% check="workload"
check("workload", workload)

# %% [markdown]
# ## 9. Today's number, by district (Build, 2 points)
#
# The outcome needs a number of today. Write the function `in_time`. It takes
#
# - `comments`: a table with the columns `date`, `district`, `severity` and `response_days`
# - `first_day`: the first day that counts, such as `"2026-04-01"`
#
# It returns a table with one row for each district. The name of the district is the index of the row. The row has two columns: `share`, the share of the **critical** comments since `first_day` (this day included) that were answered **within one day** (`response_days` is 0 or 1), and `comments`, the number of critical comments behind it. A district without a critical comment has no row.
#
# The next cell uses the same functions for another question: letters, by language.

# %% locked="letters-by-language"
letters = comments[(comments["channel"] == "letter") & (comments["date"] >= "2026-01-01")]
letters = letters.assign(quick=letters["response_days"] <= 14)
letters.groupby("language", observed=True)["quick"].agg(share="mean", comments="size")

# %% [markdown]
# `observed=True` leaves out groups that do not occur. When your work is graded, your function is also tried on another table.


# %% answer="in-time"
def in_time(comments, first_day):
    """By district: the share of critical comments answered within one day, and their number."""
    # Write your lines below this one, with four spaces in front. The last begins with: return
    ### BEGIN SOLUTION
    critical = comments[(comments["severity"] == "critical") & (comments["date"] >= first_day)]
    critical = critical.assign(quick=critical["response_days"] <= 1)
    return critical.groupby("district", observed=True)["quick"].agg(share="mean", comments="size")
    ### END SOLUTION


# %% check="in-time"
check("in-time", in_time)

# %% [markdown]
# To see the result for the last quarter, add a cell with the line `in_time(comments, "2026-04-01")`. Before you name the worst district in your note, look at how many comments its share is based on.
#
# ## Does everything agree?
#
# Whenever you stop working, run the next cell first. It lists where the files of your project contradict each other.

# %% locked="agreement"
project.disagreements()

# %% [markdown]
# ## 10. A note to the head of the citizens' desk (4 points, read by a person)
#
# Is the service worth building? Write 120 to 200 words, in the language of your notebook. To write, double-click on the cell below. There is more than one good answer. One point for each of these:
#
# 1. **Problem and proposal.** It says in the first sentences what goes wrong for residents, with a number and what it counts, and what you propose.
# 2. **Alternative.** It compares the service with a way without AI, in its best version, and says what would change your mind.
# 3. **People.** It names one group that is left out, what happens to it, the measure, and to whom a person of this group can turn.
# 4. **Limits.** It says what the service never does alone, who answers for that, and that the data are synthetic. (With your own service: what your data cannot show.)

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# To Inés Duarte, head of the citizens' desk
#
# A resident of Garoa or Horta who reports a danger waits too long: of 206 critical comments from there, half had an answer within a day; elsewhere it was 67% of 701. I propose to build Civicly, with visits, and to start with a test.
#
# The best way without AI is a shorter form and a weekly meeting of the departments. With our weights it has 3.20 points, Civicly with visits 3.40. The form puts nothing in an order. If reading by hand found as many critical comments in a trial of two weeks, I would choose the form.
#
# People who never write are in no table. Without us they would wait as before, while others become quicker. A clerk will sit in the clinics of both districts on Tuesdays and take down what is said; whoever wants a person goes there, or calls 0800 555 0110.
#
# A comment about a threat to life or a child in danger is never handled without a person: the clerk on duty reads it within the hour, and you answer for that. All these comments are synthetic. They prove nothing about a real city, so the test comes first.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the head of the desk would, and tick:
#
# - ☐ Do the first sentences name a problem of residents, with a number and what it counts?
# - ☐ Do I say what I propose?
# - ☐ Do I compare it with a way without AI, in its best version?
# - ☐ Do I say which finding would change my mind?
# - ☐ Do I name a group that is left out, the measure, and to whom a person of it can turn?
# - ☐ Do I say what the service never does alone, and who answers for that?
# - ☐ Do I say that the data are synthetic, or what my own data cannot show?
#
# <details><summary>An example note about another service</summary>
#
# Invented: a water utility that wants to sort reports of leaks with a model.
#
# Of 340 reports of burst pipes last year, 41% were visited on the same day; in the hillside quarter it was 22% of 60. I propose that the model orders the reports by urgency, and that a dispatcher sends the crews.
#
# The best way without AI is a second crew at weekends. With our weights it has 3.30 points, the model 3.50. If, in a trial in May, the second crew by itself brought the hillside to 40%, I would drop the model.
#
# Families who share a standpipe report nothing, because each thinks that another has called. A meter reader will ask at each standpipe once a week, and anybody who wants to speak to a person can call the depot, which is open at night.
#
# A report that mentions a hospital, a school or a cable in water is never ranked by the model: the dispatcher on duty reads it at once, and the head of operations answers for that. Our reports say nothing about leaks that nobody saw.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 4, the third point. Most groups first write a measure that suits the office. Ask for each measure: how does a person of this group come to know of it, and what does it cost her? Then exercise 6: let one group read its critical rule aloud, and let the others look for a comment that slips through.
#
# **How to read the note.** A typical note with 2 points describes the service well and names a group, without a number or a person to turn to. A note with 4 points can lose: it says which finding would speak for the way without AI.
