# %% [markdown]
# # For facilitators
#
# {{languages}}
#
# You lead a class through the course, or advise people who take it alone. There is a page for each module: a plan for a session, a group activity, what participants often say, and how to read the notes. These pages hold answers. Learners do not get them.
#
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
# | day | modules | in the room |
# |---|---|---|
# | 1 | 00, 01, 02, 03 | Who is counted, what a forecast is worth, whom to contact first |
# | 2 | 04, 05, 06 | What people write to us, what a machine may write back, for whom a score is fair |
# | 3 | 07, 08, 09, 10 | What can be changed and at what price, what we owe a person, which rules apply |
# | 4 | 11, 12, 13 | What could go wrong, how to buy and watch a system; each group presents its service |
#
# The lessons and the *Decide* exercises of all modules take longer than four days. Choose three or four lessons to do together, and let people read the others. The times in the table above help you to choose.
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
