# %% [markdown]
# # AI for the Public Sector
#
# {{languages}}
#
# This course is for people who serve the public: in ministries, courts, statistics offices, regulators, development banks. You learn what artificial intelligence can and cannot do for a public service, to audit its fairness, and to govern it.
#
# Each module has a **lesson** to read and run, and an **assignment** that is checked while you work. You need no experience in programming: every assignment has questions to *decide*, with no code beyond a value, and questions to *build*, with a few lines of code.

# %% [markdown]
# ## The modules
#
# {{modules}}

# %% [markdown]
# ## How to work
#
# - **Run a cell**: click on it, then press Shift+Enter. To run a whole notebook, open the menu “Run”, then choose “Run All Cells”.
# - **Answer**: replace the three dots `...` with your answer, run the cell, then run the check below it. Write the decimal sign as a point, and no mark for thousands: `0.5`, `1200`.
# - **Check as often as you like.** A check says *right*, *not yet* or *not attempted*. When it says *not yet*, it also says what to look at; with each further try it gives one more hint.

# %% [markdown]
# ## Your progress
#
# Run the next cell to see it.

# %%
from course import show_progress

show_progress()

# %% [markdown]
# Your progress is kept in the file `progress.json`, beside this page. **On Binder, everything is deleted when you close the session or rest for ten minutes.** Before you stop: in the list of files on the left, right-click `progress.json` and each notebook that you changed, and choose “Download”. Next time, upload them to the same folders.

# %% [markdown]
# ## Who made this
#
# The course follows the syllabus of the AI4Gov Master as UNESCO and the ITU Academy taught it to 37 officials of 19 countries in São Paulo in April 2025. It is independent of those institutions. Texts: CC BY 4.0. Code: MIT. Data: see the datasheet of each data set.
