# %% [markdown]
# # AI for the Public Sector
#
# {{languages}}
#
# This course is for people who serve the public in ministries, courts, statistics offices, regulators and development banks. You learn what artificial intelligence can and cannot do for a public service, how to audit its fairness, and how to govern it.
#
# Each module has a **lesson** to read and run, and an **assignment** that is checked while you work. Every assignment has two tracks. In the *Decide* track you choose, read a figure or judge a claim; you need no experience in programming. In the *Build* track you write a few lines of code, all of which the lesson shows. Each track is complete by itself: take one of them, or both.
#
# Have you never run a notebook? Begin with module 00. It takes about half an hour.

# %% [markdown]
# ## Go on here
#
# Run the next cell: click on it, then press Shift+Enter. It shows your next step, how far each module is, and buttons to take your work along, to bring it back and to choose your language. It also writes `start.html`, the same page for a phone or a screen reader, and `completion-record.html`, a page to print.

# %%
from course import start_page

start_page()

# %% [markdown]
# ## The modules
#
# {{modules}}
#
# The minutes are estimates for somebody who is new to the subject. The second column of minutes is for the *Decide* exercises and the note that a person reads; the third is for everything.

# %% [markdown]
# ## How to work
#
# - **Run a cell**: click on it, then press Shift+Enter. While a cell is running, the bar at the top says “Working …”. To run a whole notebook, choose “Run all” in this bar.
# - **Answer**: replace the three dots `...` with your answer, run the cell, then run the check below it. In code, use a point as the decimal sign and do not separate thousands: `0.5`, `1200`.
# - **Check as often as you like.** A check says *right*, *not yet* or *not attempted*. When it says *not yet*, it also says what to look at. Each further try shows one more hint.
# - **When red text appears**, read its last line, then run the check: it explains the error in your language.

# %% [markdown]
# ## Keep your work
#
# Your progress is common to all languages of the course. It is saved in the file `progress.json`, in the folder above this page. **On Binder, everything is deleted when you close the session, or when you do nothing for ten minutes.** Write a long text in another program, then paste it into the notebook. Before you stop, run the first cell of this page and press “Take everything along”: one file holds all your progress and work. Next time, press “Bring back” and choose that file.
#
# On your own computer, your work is in the folder `ai4gov-course`. To open the course again, start it as you did the first time: on Windows with a double click on `start.cmd`, on other systems with `ai4gov start`.

# %% [markdown]
# ## About this course
#
# The course follows the syllabus of the AI4Gov Master as UNESCO and the ITU Academy taught it to 37 officials from 19 countries in São Paulo in April 2025. It is independent of those institutions. Texts: CC BY 4.0. Code: MIT. Data: see the datasheet of each data set.
