# %% [markdown]
# # For facilitators
#
# {{languages}}

# %% [markdown] id="edition"
# You lead a class through the course, or advise people who take it alone. There is a page for each module: a plan for a session, a group activity, what participants often say, and how to read the notes. These pages hold answers. Learners do not get them.

# %% [markdown]
# {{modules}}
#
# ## Before the first day
#
# - Do module 00 yourself on the machines that people will use, with their keyboards and their browser.
# - Decide which track the class takes. In class, the *Decide* exercises are enough. *Build* is for those who want it, in the evening or afterwards.
# - Print the four-point list of each note: people write better notes when they know how they are read.
# - Ask every participant for one decision of their own office that somebody would like to support with AI. You will need these examples each day.
#
# ## A plan for four days
#
# Each day has the same hours. The first three blocks are one lesson each, done together with its group activity. The plan on the page of the module says how long each section takes.
#
# | hours | what happens |
# |---|---|
# | 9:00 to 10:30 | First lesson of the day, together |
# | 10:45 to 12:15 | Second lesson, together |
# | 13:30 to 15:00 | Third lesson, together |
# | 15:15 to 16:25 | *Decide* exercises of one module of the day, in pairs; the note is for the evening |
# | 16:25 to 17:00 | Plenary: the exercises about which the class was divided, and one sentence from each group about its own office |
#
# | day | lessons together | lesson to read | *Decide* in pairs | in the room |
# |---|---|---|---|---|
# | 1 | 00 with 01, 03 | 02 | 01 | Who is counted, what a forecast is worth, whom to contact first |
# | 2 | 04, 05, 06 | | 06 | What people write to us, what a machine may write back, for whom a score is fair |
# | 3 | 07, 08, 10 | 09 | 10 | What can be changed and at what price, what we owe a person, which rules apply |
# | 4 | 11, 12, 13 | | | What could go wrong, how to buy and watch a system; each group presents its service |
#
# On the first day, modules 00 and 01 take the two blocks of the morning: half an hour for the first steps, then two hours for module 01, with a break. Module 03 comes after lunch. On the last day, the groups present their services from 15:15: ten minutes for each group, with questions. Lessons to read are for the evening of the day.
#
# The lessons and the *Decide* exercises of all modules take longer than four days. The other *Decide* exercises are for the weeks afterwards. The times in the table above help you to choose others.
#
# **The project.** Each group of four to six people keeps one service through the four days and hands in one notebook for each checkpoint. It does P1 on the evening of the first day, P2 on the second, P3 on the third, and the first half of P4 in the morning of the fourth. P5 and the rest of P4 follow at home within two weeks. The presentation on the fourth day uses what is there by then. Without code, the five checkpoints take about nine hours.
#
# ## A plan for six weeks
#
# The class meets once a week for two hours, in a room or online: 90 minutes for one lesson with its group activity, then 30 minutes for the *Decide* exercises of the week before. Everything else is done alone. A week takes five to six and a half hours in all, without the *Build* exercises.
#
# | week | lesson together | lessons to read before | *Decide* exercises and note afterwards |
# |---|---|---|---|
# | 1 | 01 | 00, 02 | 01, 02 |
# | 2 | 03 | 04 | 03, 04 |
# | 3 | 06 | 05 | 05, 06 |
# | 4 | 07 | 08 | 07, 08 |
# | 5 | 11 | 09, 10 | 10, 11 |
# | 6 | 12 | 13 | 12, 13 |
#
# - Before the first week, send the address of the course and ask everybody to do module 00. Offer half an hour of help on two days.
# - In week 1, use the whole session for the lesson, which takes two hours. From week 2, ask two people to say how they answered an exercise, and why.
# - Read the notes of a week before the next session, and read out one good sentence from each of three notes.
# - The *Decide* exercises of module 09 are for those who design a service. In week 6, each person presents one decision of their own office in two minutes.
#
# **The project.** Groups do P1 in weeks 2 and 3, P2 in week 4, P3 in week 5, P4 in weeks 6 and 7, and P5 in week 8. In these weeks, the groups meet for an hour without you, and send you one question each. The presentations need one more session of two hours, at the end of week 8.
#
# ## An afternoon for leaders
#
# Three hours and a half for people who decide, buy and sign. Nobody runs code: show the pages of this course on a screen. Print the table of the five questions of module 06 and, from module 12, the claims of the vendor.
#
# | hours | what happens |
# |---|---|
# | 14:00 to 14:20 | Everybody writes down one decision of their office that somebody would like to support with AI |
# | 14:20 to 15:15 | Module 06, sections 2, 5 and 6: two measures of fairness disagree. Group activity: which measure decides, and who chooses it? |
# | 15:15 to 15:30 | Break |
# | 15:30 to 16:15 | Module 10, sections 1 and 3: which rules bind us. Group activity, shortened to 20 minutes: under which sign does this system belong? |
# | 16:15 to 17:00 | Module 12, sections 1 and 4: what a headline leaves out. Group activity: a claim becomes a clause |
# | 17:00 to 17:30 | Everybody writes three sentences about their own decision: what we would measure, for which groups, and who may stop the system. Four people read theirs out |
#
# Before a figure is shown, let everybody guess. The afternoon teaches questions to ask, not methods. Those who want more can take the *Decide* track, which needs no programming.
#
# ## In the room
#
# - Groups of six work well: three pairs, one keyboard for each pair. Mix ministries, courts and statistics offices, and people who program with people who do not.
# - Before a cell is run, let everybody guess its result and write the guess down. The difference between guess and result is what people remember.
# - In a *Decide* exercise, let the group defend each option before anybody runs the check. The wrong options are ones that a sensible director could hold.
# - When somebody is stuck, ask them to read the message of the check aloud. It says what happened. Touch their keyboard only when they ask you to.
#
# ## Reading the notes
#
# Each note has four points, one for each line of its list. Give a point when the text does what the line says, in whatever words. Do not take points away for language. For people who work alone, each assignment ends with a list of questions and an example about another service.
