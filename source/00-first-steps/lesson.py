# %% [markdown]
# # First steps
#
# **The decision.** You are about to use a course that runs in notebooks. Do you need to know how to program? No. This page shows all that you need to begin.
#
# **After this lesson you can**
#
# - run a cell, and see when it has finished;
# - answer a question, and check your answer;
# - say where your work is saved;
# - for *Build*: write numbers and text in code, read an error message and a small table, and change a function.
#
# {{time}}
#
# The exercises of each module are in two tracks. *Decide* needs no code, and sections 1 to 3 of this page are enough for it. *Build* asks for a few lines of code; sections 4 to 7 prepare you for it.
#
# Nothing here earns points. You cannot break anything: in the bar at the top, “Start over” always takes you back to a fresh start, and your answers stay.

# %% [markdown] public=true facilitator=true
# **Plan (30 minutes, together in the room).** Show sections 1 to 3 on the screen in 15 minutes while everybody does the same. Then those who choose *Build* do sections 4 to 7 in pairs, one of them at the keyboard, and change places after each check. The others open module 01.
#
# **Group activity, 5 minutes, in pairs.** One person closes their eyes and says what to type to multiply two numbers and see the result. The other person types exactly these words and runs the cell. Then they change places. Ask the class: which word or sign had to be said twice?
#
# **Prepare.** Open the page once on the machines that people will use. Check that a field appears below the first question and that Shift+Enter works. For *Build*, find out where the straight quotation mark and the square brackets are on them; write it on the board.

# %% [markdown] facilitator=true
# **Participants often say** that they will break something. Delete a line in front of them, run the cell, read the red text aloud, and put the line back.

# %% [markdown] public=true facilitator=true
# **Those who are ahead** can add a cell with the plus sign above the page and compute something of their own, for example the share of their own office's applications that arrive by post.

# %% [markdown]
# ## 1. Run a cell
#
# A notebook is a page of **cells**. Some hold text, like this one. Others hold **code**: instructions in the language Python. Click on the grey cell below and press Shift+Enter. The result appears below it.

# %%
365 * 24

# %% [markdown]
# This is the number of hours in a year. When a cell runs for longer than a second, the bar at the top says “Working …”. Wait until these words have gone.
#
# Run the cells in their order, from the top, because later cells use what earlier ones have made. The next cell makes available what the course needs. It shows nothing, and that is right.

# %%
from course import check, load_dataset

# %% [markdown]
# The code of some cells is **folded**: you see only one line, “Show the code”. Such code draws a figure or prepares data. Press **Run** below the line: the cell runs, and you need not read it.

# %% [markdown]
# ## 2. Answer a question, and check it
#
# Below a question is a field. Type your answer into it and press **Check**. The result appears below the field.
#
# An office has 18 counters and opens 2 more. How many counters does it have then?

# %% id="answer-counters"
counters = ...

# %% id="check-counters"
check("quick-number", counters)

# %% [markdown]
# A check says one of three things: *right*, *not yet* or *not attempted*. When it says *not yet*, it also says what to look at. You can try as often as you like. Each further try shows one more hint, if there is one.
#
# Many questions offer options: choose one of them and press **Check**. Somebody has run a cell, and the bar at the top says “Working …”. What does this mean? Choose one answer (`working_means`):
#
# - `has-failed`: an error has stopped the cell before its end
# - `still-running`: the cell is at work and has not finished yet
# - `was-changed`: the cell has been changed since its last run

# %% id="answer-working"
working_means = "..."

# %% id="check-working"
check("quick-key", working_means)

# %% [markdown]
# If you see no field, but a line such as `counters = ...`, your program shows the code. Then write your answer in place of the three dots, run the cell, and run the check below it. Write a text, such as the key `still-running`, between the quotation marks. The name on the left of the equals sign stays as it is, because the check looks for it.

# %% [markdown]
# ## 3. Where your work is saved
#
# The notebook is saved a few seconds after each change, and when you press Ctrl+S (on a Mac: Command+S). The points of your assignments are in the file `progress.json`, in the folder above the start page.
#
# - **On your institution's server (JupyterHub)**, both stay there until you come back.
# - **On Binder**, everything is deleted when you close the session, or when you do nothing for ten minutes. Before you stop, open the start page and press “Take everything along”: one file holds all your work. Next time, press “Bring back” there.

# %% [markdown]
# ## 4. Numbers and text in code (Build)
#
# The rest of this page is for the track *Build*. If you only do *Decide*, open module 01 from the start page.
#
# In code, Python writes numbers in one way only, in every country:
#
# | what you mean | what you write |
# |---|---|
# | a half | `0.5` |
# | twelve thousand | `12000` |
# | 45 per cent, as a share between 0 and 1 | `0.45` |
#
# Python does not read a comma as a part of a number. It takes `0,5` for two numbers, 0 and 5.
#
# Text has straight quotation marks around it: `"by-post"`. Each option of a question has such a text, its **key**. When you choose an option, the field writes its key into the code.
#
# Of all applications, 7.5 per cent arrive by post. Press “Show the code” and write this as a share between 0 and 1, in place of the three dots.

# %% id="answer-share"
by_post = ...

# %% id="check-share"
check("quick-share", by_post)

# %% [markdown]
# ## 5. When red text appears (Build)
#
# Sooner or later some cell stops with an error. That is normal, also for people who program every day. Python then prints red text. Only the **last line** matters at first. This is what it prints when the quotation marks around a key are missing:
#
# ```
# NameError: name 'yes' is not defined
# ```
#
# Python takes a word without quotation marks for a name, and nothing has this name. Three lines that you will meet:
#
# | last line of the red text | what has happened |
# |---|---|
# | `NameError: name 'yes' is not defined` | quotation marks are missing, a name is misspelt, or a cell above has not been run |
# | `SyntaxError: '(' was never closed` | a closing bracket is missing |
# | `KeyError: 'contry'` | a table has no column of this name: look at the spelling |
#
# If an answer cell has stopped with an error, run its check all the same: it explains the error in your language. Then correct the cell and run it again.
#
# A cell stops with `NameError: name 'countres' is not defined`. What do you look at first? Choose one answer (`look_at`):
#
# - `the-internet`: whether the computer is connected to the internet
# - `the-spelling`: whether the name in the cell is spelt correctly
# - `the-brackets`: whether each bracket in the cell has its partner

# %% id="answer-error"
look_at = "..."

# %% id="check-error"
check("quick-error", look_at)

# %% [markdown]
# ## 6. Read a table (Build)
#
# Most lessons begin with a table. The next cell loads one and shows its first rows. `countries` is the name that we give to the table; `head(3)` asks for three rows.

# %%
countries = load_dataset("gapminder")
countries.head(3)

# %% [markdown]
# Each row is one country in one year. A column is named in square brackets and quotation marks. The next cell takes the column `year` and asks for its largest value.

# %%
countries["year"].max()

# %% [markdown]
# `lifeExp` is the column of life expectancy at birth, in years. What is its smallest value in this table? Press “Show the code” and write the line that computes it: the line above, with another column and with `min` instead of `max`.

# %% id="answer-smallest"
smallest = ...

# %% id="check-smallest"
check("quick-table", smallest)

# %% [markdown]
# ## 7. A function is a recipe (Build)
#
# Some exercises of the *Build* track ask for a **function**. A function is a recipe with a name. It says which ingredients it takes, what to do with them, and what it gives back.


# %%
def share(part, whole):
    return part / whole


# %% [markdown]
# - `def share` gives the recipe its name.
# - `(part, whole)` are the ingredients. Whoever uses the recipe chooses their values.
# - The colon at the end of the first line says that the steps follow. Each step is **indented**: it begins with four spaces.
# - `return` hands back the result.
#
# Running the cell only writes the recipe down. To use it, write its name with values in brackets:

# %%
share(9, 12)

# %% [markdown]
# Now a recipe of your own. The function `hours` takes a number of minutes and gives back the number of hours. Replace only the three dots, by `return` and what is to be given back; the four spaces before them stay. (An hour has 60 minutes.)


# %% id="answer-function"
def hours(minutes):
    """The hours in a number of minutes."""
    ...


# %% id="check-function"
check("quick-function", hours)

# %% [markdown]
# ## What to take with you
#
# - Shift+Enter runs a cell. “Working …” means: wait.
# - Type or choose an answer, and press **Check**.
# - In code, numbers have a decimal point and no mark for thousands, and text is in straight quotation marks.
# - Red text: read the last line, run the check, correct the cell, run it again.
# - A function is a recipe: a name, ingredients in brackets, indented steps, and `return`.
#
# Now open module 01 from the start page.
