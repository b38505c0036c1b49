# %% [markdown]
# # Project, checkpoint 5: the presentation
#
# **The decision.** Should the service start, stop, or be tried on a small scale, and what do you ask the council for? At the end of this checkpoint your team has a dossier, slides, and two minutes of speech that answer what a sceptic asks.
#
# {{time}}
#
# **What you hand in.** This notebook and the folder `project`, with three new files: `presentation.yml`, `dossier.html` and `deck.html`. Of the 20 points, 12 are for *Decide*, 4 for *Build*, and 4 for the speech, which a person reads. *Decide* exercises need no code.
#
# **In a team.** One notebook for all; one person types. Let one member play the sceptic from the first minute to the last. Working alone is fine, too: ask somebody from another office to play the sceptic.
#
# **With a service of your own.** The exercises and points are the same. Instead of the sentence that the comments are synthetic, say where your data come from, and from which years.
#
# **How to answer.** Run the cells in order, fill in the forms, and press “Save”; then run the cells below. Where there are three dots `...`, replace them. You can try as often as you like.

# %% locked="setup" closed=true
import io
import tempfile
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import Image, display

from course import check, translator
from course.dossier.fields.blank_group import spoken
from course.dossier.fields.keys import shown_name
from course.project import ServiceError, open_project, project_of, show_app
from course.project.measured import of_large_groups

t = translator("capstone-5-presentation")
project = open_project()
display(project)
texts = project.texts()


def handed_in():
    """All files of the project by value, or three dots while nothing has been presented."""
    return ... if project.saved("presentation") is ... else project.texts()


# %% locked="agreement-before"
project.disagreements()

# %% [markdown]
# The next cell looks up what the council will ask for: the numbers that you have measured, what you have chosen, and who can stop the service. If the model was changed since it was measured, it is measured again, which takes about 15 seconds.

# %% locked="numbers" closed=true
statement, brief = project.read("fairness-statement"), project.read("service-brief")
plan = project.read("oversight-plan")
service = ...
try:
    service = project.service()
    if project.measured() is None:
        project.measure()
    texts = project.texts()
except ServiceError as error:
    print(error)
if statement is None:
    print(t("There is no fairness statement yet: first complete checkpoint 3."))
else:
    rows = {}
    for candidate in statement.candidates or []:
        recalls = [each for each in candidate.measures or [] if each.metric == "recall"]
        worst = min(of_large_groups(recalls), key=lambda each: each.value, default=None)
        for each in [each for each in recalls if each.group == "all"] + [worst]:
            if each is not None:
                of = (
                    t("all")
                    if each.group == "all"
                    else t("{group} (lowest of the large groups)").format(group=spoken(each.group))
                )
                rows[shown_name("chosen", candidate.name), of] = {
                    t("urgent cases read on the day"): t.percent(each.value),
                    t("95% interval"): t("{low} to {high}").format(
                        low=t.percent(each.low), high=t.percent(each.high)
                    ),
                    t("urgent cases"): t.number(each.count),
                }
    with pd.option_context("display.max_colwidth", None):
        display(pd.DataFrame(rows).T.rename_axis([t("candidate"), t("group")]))
    stop = statement.stop_if
    known = {
        t("Chosen"): shown_name("chosen", statement.chosen),
        t("Stopped if"): stop
        and t("{number}: {condition}").format(
            number=t.number(stop.number, 2), condition=stop.condition
        ),
        t("Excluded groups"): "; ".join(
            each.group or "" for each in (brief and brief.excluded) or []
        ),
        t("Can stop it"): "; ".join(
            each.who or "" for each in (plan and plan.watchers) or [] if each.can_stop
        ),
    }
    table = pd.DataFrame(known.items(), columns=[t("In your files"), ""])
    with pd.option_context("display.max_colwidth", None):
        display(table.set_index(t("In your files")))

# %% [markdown]
# ## 1. What do you ask for, and of whom? (Decide, 2 points)
#
# The form of the presentation serves exercises 1 to 4, so read these first, or fill in a part, save, and come back.
#
# - **Asked of.** The office or person who can say yes. This is not the office that will run the service.
# - **What is asked.** One decision, in a sentence, with a day: to start, to stop, or to hold a trial of a certain size until a certain day.

# %% locked="presentation-form"
project.edit(
    "presentation",
    given={
        "system": (brief and brief.system) or "Civicly",
        "date": date.today().isoformat(),
        "sceptic": [
            {"question": t("Is that better than what we do today?"), "answer": ""},
            {"question": t("How sure is this number?"), "answer": ""},
            {"question": t("Who is left out?"), "answer": ""},
        ],
    },
)

# %% answer="asked"
asked = project.saved("presentation")
### BEGIN SOLUTION
PRESENTATION = """
system: Civicly
date: 2026-12-10
asked_of: Council of Marivelle, committee for services
asked: >-
  Allow the citizens' desk to try Civicly from 15 January to 15 July 2027, in all four languages,
  with a report on 1 August.
sceptic:
  - question: Is that better than what we do today?
    answer: >-
      Yes: {chosen}% of the urgent comments are read on the day, against {today}% by order of
      arrival.
  - question: How sure is this number?
    answer: It rests on {count} urgent comments; the 95% interval runs from {low}% to {high}%.
  - question: Who is left out?
    answer: >-
      People without a fixed address are in no data; a clerk takes down what they say in the
      shelter on Thursdays.
stop_if: >-
  Inés Duarte, head of the citizens' desk of Marivelle, stops it if the gap in recall between two
  languages is above 0.35 in two monthly samples.
about_the_data: All comments are synthetic. They prove nothing about a real city.
"""
of_all = {
    candidate.name: next(m for m in candidate.measures if (m.metric, m.group) == ("recall", "all"))
    for candidate in statement.candidates
}
everybody = of_all[statement.chosen]
PRESENTATION = PRESENTATION.format(
    chosen=round(100 * everybody.value),
    today=round(100 * of_all["order-of-arrival"].value),
    count=everybody.count,
    low=round(100 * everybody.low),
    high=round(100 * everybody.high),
)
asked = PRESENTATION
### END SOLUTION

# %% check="asked"
check("asked", asked, texts)

# %% [markdown]
# ## 2. The sceptic (Decide, 2 points)
#
# Somebody in the room is not convinced. Answer at least these three questions in the form; you can word them in your own way, and add others. Round percentages to whole numbers.
#
# - **Is that better than today?** Give two numbers: one with your choice, and one in the order of arrival. (If you chose `order-of-arrival` or `none`: one with a way that you did not choose, such as `one-list`, and one in the order of arrival.)
# - **How sure is this number?** Give both ends of its interval. (If you chose `order-of-arrival` or `none`: of the interval of the way that you did not choose.)
# - **Who is left out?** Name a group that your brief lists as excluded, and say what is done for it.

# %% answer="sceptic"
sceptic = project.saved("presentation")
### BEGIN SOLUTION
sceptic = PRESENTATION
### END SOLUTION

# %% check="sceptic"
check("sceptic", sceptic, texts)

# %% [markdown]
# ## 3. Who stops it, and when? (Decide, 2 points)
#
# The field “Stopped if” names the condition under which the service is stopped: the number of your fairness statement, what it is a number of, and for how long it has to last. The field also names the person or office that stops the service. Your oversight plan lists those who can.

# %% answer="stops"
stops = project.saved("presentation")
### BEGIN SOLUTION
stops = PRESENTATION
### END SOLUTION

# %% check="stops"
check("stops", stops, texts)

# %% [markdown]
# ## 4. What the numbers are about (Decide, 1 point)
#
# In the form, “About the data” tells the council what it must know of the data. For Civicly: that the comments are synthetic.
#
# Then: a member of the council takes a photograph of one of your slides and sends it to a newspaper. Where does the word “synthetic” (or the source and the years of your own data) have to be? Choose one answer (`place`).
#
# - `first-words`: in the first words of the speech, before any number is named
# - `on-each-number`: on each slide and each figure that shows a number
# - `dossier-part`: in the dossier, in the part on the data, which all can read
# - `sources-slide`: on the last slide, together with the other sources

# %% answer="synthetic"
about_the_data = project.saved("presentation")
place = "..."
### BEGIN SOLUTION
about_the_data = PRESENTATION
place = "on-each-number"
### END SOLUTION

# %% check="synthetic"
check("synthetic", about_the_data, place, texts)

# %% [markdown]
# ## 5. All files agree (Decide, 4 points)
#
# The council's lawyer reads the files side by side. The first form below is that of the team: complete the part “Gallery”, in which you say what the other teams may see of your project. You can say no to everything. The second cell lists where the files contradict each other. Correct each file that it names: open its form, correct it, save, and run the cell again.
#
# The list compares what a program can compare: names, numbers, groups, rights, days, and the model. It does not understand sentences. So let somebody who did not write the files read the dossier once from the first page to the last.
#
# One point each: all files are there and complete; the numbers are those of the model as it is now; the papers on governance do not contradict each other; brief, plan, statement and presentation say the same.

# %% locked="team-form"
project.edit("team")

# %% locked="disagreements"
project.disagreements()

# %% [markdown]
# To correct a file, write its name between the quotation marks in place of the dots, such as `"risk-register"`, and run the cell: its form opens. This cell is not graded.

# %% id="correct-a-file"
file = "..."
if file != "...":
    project.edit(file)

# %% answer="agreement"
everything = handed_in()
### BEGIN SOLUTION
GALLERY = "gallery: {consent: yes, names: no, dossier: yes, slides: yes}\n"
team = texts["team"] if "gallery" in texts["team"] else texts["team"] + GALLERY
everything = texts | {"presentation": PRESENTATION, "team": team}
### END SOLUTION

# %% check="agreement"
check("agreement", everything, service)

# %% [markdown]
# ## 6. The dossier and the slides (Decide, 1 point)
#
# Give the presentation a title of at most 80 characters that names the service, and run the cell. It writes `dossier.html` and `deck.html` into the folder `project`. Open both and look at every page. The arrow keys turn the slides, and N shows the speaker's notes.


# %% locked="writing" closed=true
def write_pages(title, everything):
    """Write the dossier and the slides from the files; returns their texts, or three dots."""
    if title == "..." or everything is ...:
        return ...
    known = project_of(everything)
    presentation = known.read("presentation")
    if presentation is None or not known.dossier.artefacts:
        return ...
    numbers = {**(known.measured() or {})}
    # The datasheet counts all rows, but `measured` counts only those that were kept aside.
    numbers.pop("own-datasheet", None)
    with tempfile.TemporaryDirectory() as place:
        dossier, deck = Path(place, "dossier.html"), Path(place, "deck.html")
        papers = known.dossier
        papers.write(dossier, title=title, measured=numbers, needed=tuple(papers.artefacts))
        papers.write_deck(
            deck,
            title=title,
            asked=[each for each in (presentation.asked, presentation.stop_if) if each],
            remark=presentation.about_the_data or "",
        )
        written = {each.name: each.read_text("utf-8") for each in (dossier, deck)}
    if project.folder.is_dir():
        for name, page in written.items():
            project.write(name, page)
        print(t("Written: project/dossier.html and project/deck.html"))
    return written


# %% answer="written"
title = "..."
pages = write_pages(title, everything)
### BEGIN SOLUTION
title = "Civicly: the urgent comment is read first (synthetic data)"
pages = write_pages(title, everything)
### END SOLUTION

# %% check="written"
check("written", title, pages, texts)

# %% [markdown]
# ## The page of your service
#
# The council will want to see the service at work. The next cell has a link to its page: type three comments there, read what the service says, and overrule one decision. Staff would use this page every day. (There is no such page for your own service.)

# %% locked="app" closed=true
show_app(project) if project.way == "civicly" else None

# %% [markdown]
# ## 7. The figure for the council (Build, 2 points)
#
# Complete `council_figure`. It draws one figure that a member of the council understands in ten seconds: what share of the urgent cases is read on the day, today and with the service. It takes four shares between 0 and 1: `today`, `with_service`, and the two ends of the interval of the latter, `low` and `high`. The figure needs
#
# - two bars whose heights are the two shares, on an axis that begins at 0;
# - the interval as an error bar on the second bar;
# - a title, a label of the vertical axis, and the word “synthetic” (with your own data, “our data” and the years) somewhere in its text.
#
# These lines of matplotlib may be new. The last one returns what the figure contains, so that it can be checked; end your function with it.
#
#     figure, axes = plt.subplots(figsize=(6, 4))
#     axes.bar(["a", "b"], [0.2, 0.5])                             # two bars with their names
#     axes.errorbar(["b"], [0.5], yerr=[[0.1], [0.2]], fmt="none", color="black", capsize=8)
#     axes.set_ylim(0, 1)
#     axes.set_title("..."); axes.set_ylabel("...")
#     return parts_of(figure)
#
# Note `yerr`: it takes two distances, from the value down to the lower end of the interval and from the value up to its upper end. Here the interval runs from 0.4 to 0.7. When your work is graded, your function also draws other numbers.


# %% locked="parts" closed=true
def parts_of(figure):
    """What a figure shows, as plain values, so that a program can look at it."""
    from matplotlib.collections import LineCollection
    from matplotlib.text import Text

    axes = figure.axes[0]
    segments = [
        segment.tolist()
        for each in axes.collections
        if isinstance(each, LineCollection)
        for segment in each.get_segments()
    ]
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    plt.close(figure)
    return {
        "title": axes.get_title(),
        "vertical": axes.get_ylabel(),
        "words": " ".join(each.get_text() for each in figure.findobj(Text)),
        "bars": [float(bar.get_height()) for bar in axes.patches],
        "intervals": [[low[1], high[1]] for low, high in segments if low[0] == high[0]],
        "bottom": float(axes.get_ylim()[0]),
        "picture": picture.getvalue(),
    }


# %% answer="council-figure"
def council_figure(today, with_service, low, high):
    """The figure for the council: two shares, and the interval of the second."""
    ...
    ### BEGIN SOLUTION
    figure, axes = plt.subplots(figsize=(6, 4))
    names = ["Order of arrival, as today", "With Civicly"]
    axes.bar(names, [today, with_service], color=["C2", "C0"])
    below, above = with_service - low, high - with_service
    axes.errorbar(
        names[1:], [with_service], yerr=[[below], [above]], fmt="none", color="black", capsize=8
    )
    axes.set_ylim(0, 1)
    axes.set_title("More urgent comments are read on their day\n(synthetic comments)")
    axes.set_ylabel("Share of urgent comments read on the day")
    return parts_of(figure)
    ### END SOLUTION


# %% check="council-figure"
check("council-figure", council_figure)

# %% [markdown]
# Run the next cell to see your figure with your own numbers.

# %% locked="figure-seen" closed=true
drawn, draw = ..., globals().get("council_figure")
if draw and statement is not None and statement.candidates:
    shares = {
        each.name: next(m for m in each.measures if (m.metric, m.group) == ("recall", "all"))
        for each in statement.candidates
    }
    best = shares.get(statement.chosen) or list(shares.values())[-1]
    first = next(iter(shares.values()))
    drawn = draw(first.value, best.value, best.low, best.high)
if isinstance(drawn, dict):
    alt = t("Two bars with an interval on the second: {title}").format(title=drawn["title"])
    display(Image(drawn["picture"], alt=alt))

# %% [markdown]
# ## 8. What do the overrulings tell? (Build, 2 points)
#
# On the page of the service (above), staff confirm what the service decided, or overrule it; the file `overrulings.csv` keeps both. The next cell shows how often each language was overruled: in your project's file if it has 20 answers or more, else in an invented example.
#
# (There is no such page for your own service; the exercise uses the invented example then.)
#
# Complete `overruled_by`. It takes a table with one row for each answer, the name of a column such as `"language"`, and a number. The column `answer` says `"overruled"` or `"confirmed"`. It returns a dictionary: for each group with **at least** `fewest` answers, the share of its answers that are overrulings.
#
# Begin each line with four spaces. A new line: `series.to_dict()` makes a dictionary of a column: the names of its rows, with their values. When your work is graded, your function is also tried on other tables.


# %% locked="overrulings" closed=true
def example_overrulings():
    """Sixty invented answers of staff, in four languages."""
    random = np.random.default_rng(5)
    languages = random.choice(["en", "es", "pt", "fr"], p=[0.4, 0.3, 0.25, 0.05], size=60)
    wrong = {"en": 0.1, "es": 0.2, "pt": 0.1, "fr": 0.6}
    answers = [
        "overruled" if random.random() < wrong[language] else "confirmed" for language in languages
    ]
    return pd.DataFrame({"answer": answers, "language": languages})


reviews = example_overrulings()
own = project.content("overrulings.csv")
if own is not None:
    try:
        read = pd.read_csv(io.BytesIO(own), dtype=str, keep_default_na=False)
        if {"answer", "language"} <= set(read.columns) and len(read) >= 20:
            reviews = read
    except ValueError:
        print(t("project/overrulings.csv cannot be read, so an invented example is shown."))
pd.crosstab(reviews["language"], reviews["answer"])


# %% answer="overruled-by"
def overruled_by(table, column, fewest):
    """The share of answers that overruled the service, for each group with enough answers."""
    ...
    ### BEGIN SOLUTION
    overruled = (table["answer"] == "overruled").groupby(table[column])
    return overruled.mean()[overruled.size() >= fewest].to_dict()
    ### END SOLUTION


# %% check="overruled-by"
check("overruled-by", overruled_by)

# %% [markdown]
# ## 9. Two minutes of speech (4 points, read by a person)
#
# Write out what you will say to the council, in 220 to 300 words; that takes two minutes. One point for each of these:
#
# 1. **The request.** The first two sentences say what you ask for, of whom, and until when.
# 2. **Numbers that hold.** It compares the service with today, gives an interval in plain words, and says that the data are synthetic (or what your own data are).
# 3. **People.** It says who is served less well or left out, and what is done for them.
# 4. **The stop.** It says which number stops the service, who stops it, and when you report. It sounds spoken: no list, no term that the council does not know.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Madam President, members of the committee: we ask you for six months. Let the citizens' desk try Civicly from 15 January to 15 July, in all four languages.
#
# What does it do? Each morning it puts the comments of the day in an order, so that a clerk reads the urgent ones first. Today they are read as they come. Then a clerk has seen one urgent comment in four by the evening. With Civicly it is every second one.
#
# How sure are we? If we tried again, we would expect between 46 and 52 of a hundred. But I must tell you where these numbers come from: all comments are synthetic. A program wrote them. They say nothing about a real street in Marivelle. This is why we ask for a trial, and not for more.
#
# It does not work equally well for everybody. With one list for all, it would have found hardly any urgent comment in French. So each language gets its share. People who write in Portuguese wait a little longer because of that. And those without a fixed address write no comments at all: a clerk sits in the shelter every Thursday and writes down what they say. A comment about a threat to life, or a child in danger, never goes without a person.
#
# When do we stop? If one language falls 35 in a hundred behind another, two months running, Inés Duarte switches it off on the same day, and we read as we do today. On 1 August we will stand here again and report, whatever the result. Please give us these six months.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your speech
#
# Read it aloud with a clock, and answer each question with yes or no.
#
# - ☐ Did it take two minutes, give or take fifteen seconds?
# - ☐ Do the first two sentences say what you ask for, of whom, and until when?
# - ☐ Does a number compare the service with what happens today?
# - ☐ Is it said in plain words how sure this number is?
# - ☐ Is it said that the data are synthetic, or what your own data are?
# - ☐ Is it said who is served less well or left out, and what is done for them?
# - ☐ Is it said which number stops the service, and who stops it?
#
# <details><summary>An example speech about another service</summary>
#
# The town and its numbers are invented.
#
# Dear colleagues, we ask the board for one thing: that the housing office may order its repair requests by the new score until the end of June.
#
# Today the inspectors go where the letter on top of the pile sends them. Of a hundred dangerous defects they see 38 within a week. In our test it was 63. The test had 240 dangerous defects, so it could as well be 57 or 69; it is not 38. These are requests of 2024 and 2025 from our own register, without names.
#
# The score works less well for those who write by hand: of their dangerous defects, 58 in a hundred are seen in time. So letters have their own share of the visits. The price is paid by the inspectors, who drive 60 kilometres more a week. Tenants without a contract are in no register. The tenants' union takes down their requests on Mondays.
#
# Will the machine send nobody to a house with a gas leak? Such a request goes to a person at once, whatever the score says.
#
# If the share for letters is more than 20 points below the others in two months running, Mr Okello stops the score, and we go back to the pile. On 10 July you have our report. We ask for your vote today.
#
# </details>
#
# ## The jury
#
# If your class presents to a jury, these are its five criteria, with 0 to 4 points for each. Use them for the others' projects, too, and write one sentence for each project. Your instructor has them as a form to fill in and save, and a gallery that shows the projects whose teams agreed to it.
#
# | criterion | 0 | 2 | 4 |
# |---|---|---|---|
# | The need | a technology looks for a problem | a need, from a number or an interview | people, their need, and why today's way fails them |
# | Honest numbers | the best number alone | compared with today, with its source | with interval, by group, and what it cannot show |
# | Who bears the price | nobody is named | a group is named | a group is named, with a number, and gets something in return |
# | In control | “we will monitor” | a number and a person | tried out: the number, the person, the day, and the way back |
# | The request | unclear | clear | clear, limited, and easy to say yes or no to |

# %% [markdown] public=true facilitator=true
# **Plan for 150 minutes with groups of three or four.** 40 minutes for exercises 1 to 4, 40 for exercise 5, 10 to look at dossier and slides, 30 to write and rehearse the speech; then two minutes for each team, and three minutes of questions. Exercises 7 and 8 are for those who program, before the session.
#
# **Before the session** let each team open this notebook once, so that missing files of earlier checkpoints are found in time. Appoint a jury of three: one should be from outside the class. When all have handed in, `ai4gov project jury` makes a form of these criteria and puts together what the jurors save. `ai4gov project gallery` makes a page of the projects whose teams agreed, for after the session.
#
# **Activity.** Each team gets a sceptic from another team for ten minutes. The sceptic sees the slides only, and asks three questions. What the team could not answer goes into the form.

# %% [markdown] facilitator=true
# **What participants say.** “The council does not want to hear about intervals”: then say it as “between 46 and 52 of a hundred”. “We will watch it closely” as a condition for stopping: ask for the number, the person, and the day. “The word synthetic makes our work look small”: a photograph of the slide without it makes the city look careless. In exercise 5 many teams correct the number in the presentation instead of the model card that is wrong: let them follow the list from the top.
#
# **For those ahead.** Few overrulings in a language can mean a good service, or staff who do not read this language. Which check would tell the two apart? (Give staff some decisions that are known to be wrong, and count how many of them they overrule.)
#
# **Reading the speech.** Two points: a clear request and a comparison with today. Four points: also an interval in plain words, the word synthetic, people who are served less well with what is done for them, and a number with a person who stops it. A speech that asks the council not to start can earn all four.
