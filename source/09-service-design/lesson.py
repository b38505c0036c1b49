# %% [markdown]
# # Service design: is AI the answer?
#
# **The decision.** An office is offered an AI system. Does its problem need AI at all, and how is the service designed so that nobody is left out?
#
# **After this lesson you can**
#
# - describe a problem without naming a tool;
# - find needs in interviews, and give the sentence behind each;
# - say who is left out, and which measure and which remedy they have;
# - weigh alternatives, at least one of them without AI, by weighted criteria;
# - draw up a service blueprint with a human path at every automated step;
# - plan a test with real users, and a rule that stops the service.
#
# {{time}}
#
# **Data.** Fourteen interviews with ten residents and four members of staff of Marivelle, an invented city. **They are synthetic: the authors of the course wrote them, and nobody in them is real.** Each is available in four languages. A mark such as (S04, P2) names the interview and the question: R is a resident, S a member of staff. The interviews show how to work with interviews. They are no evidence about any real city, and fourteen people are too few for any share. A real service must ask real people, and must visit those who do not come.
#
# The text can be followed without reading the code. Code that no exercise needs is folded; to read it, press “Show the code”. In code, `t("...")` shows a text in the language of your notebook.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Section 1: 10 minutes. Section 2: 15, and 25 for the group activity. Section 3: 10. Section 4: 15. Sections 5 to 7: 15.
#
# **Prepare.** Run the lesson once. Print the interviews with the ten residents, in the languages of the class. Bring about 80 cards and some blue dots.
#
# **If nobody in the class programs,** leave out the code cells of sections 2, 4 and 5. All numbers are also in the text and in the tables.
#
# **For those who are ahead.** Change the weights of section 4, and find weights with which the proposal wins. Or fill in, in the form of section 7, the brief of a service of your own office.

# %% folded="setup"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, load_dataset, show, translator
from course.dossier import ServiceBrief

t = translator("09-service-design")
plt.style.use("course.figures")
pd.set_option("display.max_colwidth", None)
DARK, AMBER, GREY = "C0", "C1", "C2"

# %% [markdown]
# ## 1. What is the problem?
#
# Residents of Marivelle report broken lamps, blocked drains and missing bus stops. Ten departments answer them. A group of officials proposes a system called Civicly: it reads all messages, sends each one to a department, and ranks them by urgency. It learns from past cases.
#
# A proposal like this describes a solution. Before you judge it, describe the problem. This is called **framing**. Three rules help:
#
# 1. Write one sentence that says who has trouble, with what, and how often.
# 2. Cover the name of every tool. “We have no chatbot” does not describe a problem. It describes a missing solution.
# 3. Ask who measured the trouble, and how. Then write the sentence once more from another person's side. This is called **reframing**.
#
# How many messages go to a wrong department? Two numbers are in the interviews. The city's annual report gives the first; Palesa, the head of the ombuds office, gives the second: she had a hundred cases drawn by lot, and she read them all. (An ombuds office is independent; people bring it their complaints about the administration.) How far apart do you expect them to be?

# %% folded="figure-two-counts"
report, ombuds = 4, 31
fig, ax = plt.subplots(figsize=(8, 2.6))
bars = ax.barh([1, 0], [report, ombuds], color=[GREY, DARK], height=0.6)
for place, value in ((1, report), (0, ombuds)):
    ax.text(value + 0.6, place, t("{n} of 100").format(n=value), va="center")
ax.set_yticks([1, 0], [t("annual report"), t("100 cases, read to the end")])
ax.set_xlim(0, 40)
print(t("Annual report: {a} of 100. Cases read to the end: {b} of 100.").format(a=report, b=ombuds))
show(
    fig,
    title=t("The annual report misses most misdirected messages"),
    subtitle=t("Messages that went to a wrong department, of 100 (synthetic)"),
    source="made up",
    alt=t("Two bars: by the annual report 4 of 100 messages went wrong, by the ombuds office 31."),
)

# %% [markdown]
# The report says 4<!--above--> of 100, and the cases that were read say 31<!--above--> of 100. Palesa explains the difference (S04, P2): “The report counts every forwarding as an answer, so a lost message looks like three quick successes.” A message that was forwarded three times counts as three answers in the report.
#
# So the frame decides what you see. Compare three sentences:
#
# - *“The city has no automatic sorting.”* This names a tool.
# - *“Clerks lose their mornings with messages for other departments.”* This is true, and it is the trouble of the office.
# - *“A resident who reports a danger does not know for weeks whether anybody is dealing with it.”* This is the trouble of the person for whom the service exists.
#
# A system built for the second sentence saves time in the office. It may leave the third as it is.
#
# **Check yourself.** A ministry writes: “We need a model that predicts which families will miss their appointment.” Which sentence describes the problem behind it? Choose one answer (`frame`).
#
# - `no-forecast`: The office cannot tell beforehand which families will not come
# - `other-day`: Families have no web page on which they can ask for another date
# - `next-month`: Families who miss an appointment get no benefit until the next one
# - `empty-chairs`: Officials of the benefit office wait for families who do not come

# %%
frame = "..."  # a key in quotation marks, such as frame = "no-forecast"

# %%
check("quick-frame", frame)

# %% [markdown]
# ## 2. Who needs what?
#
# The table has one row for each answer, in each of four languages. If you count rows, you do not count people. Below, the first line loads the table, the second keeps one row for each person, and the third keeps the residents. The fourth counts: how many residents began with something other than the web form? `!=` means “is not”.

# %% id="people"
interviews = load_dataset("interviews")
people = interviews.drop_duplicates("interview")
residents = people[people["role"] == "resident"]
not_web = (residents["channel"] != "web form").sum()
print(t("Rows: {n}").format(n=len(interviews)))
print(t("People: {n}").format(n=len(people)))
print(t("Residents: {n}").format(n=len(residents)))
print(t("Residents who did not begin with the web form: {n}").format(n=not_web))

# %% folded="residents-table"
labelled = load_dataset("interviews", lang=t.lang)
shown = labelled.iloc[residents.index]
names = dict(zip(interviews.columns, labelled.columns))
shown[
    [names[c] for c in ("interview", "name", "gender", "age_band", "channel", "barrier")]
].set_index(names["interview"])

# %% [markdown]
# 364<!--above people--> rows, but 14<!--above people--> people. Of the 10<!--above people--> residents, 8<!--above people--> did not begin with the web form, and two of them sent nothing at all. A system that reads messages does not meet those two.
#
# Five residents are women, four are men, and one did not say. We look at gender because it matters: Palesa reports that women bring most of the files about water and stairs, but that the signature is often a husband's or a son's, “so in our table they're men” (S04, P5).
#
# Listen to three of the residents, in the language of your notebook.

# %% folded="voices"
chosen = [("R02", 2), ("R06", 3), ("R10", 2)]
here = interviews[interviews["language"] == t.lang]
for interview, turn in chosen:
    row = here[(here["interview"] == interview) & (here["turn"] == turn)].iloc[0]
    print(f"{row['name']} ({interview}, {row['question_id']}):", row["answer"], "\n")

# %% [markdown]
# A **need** is what a person has to get done, in the person's own terms. It is not a tool, and not an opinion on a tool. To find needs, we marked each answer in which somebody speaks of one. The field calls this **coding** interviews. Two readers should do it separately and then compare; here only the authors did it, so read our coding as one reading.
#
# We found six needs. Do residents and staff speak of the same needs most often?

# %% folded="mentions"
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
meaning = {
    "own-channel": t("I reach the office in the way and at the hour that I can"),
    "kept-words": t("What I say is kept as I said it"),
    "right-office": t("My message reaches the office in charge"),
    "named-person": t("A person with a name answers me"),
    "same-way-back": t("The answer comes in a form that I can use"),
    "safe-to-ask": t("Asking does me no harm"),
}
pd.DataFrame({t("need, in the words of a resident"): meaning}).rename_axis(t("key"))

# %% [markdown]
# The table `mentions` has one row for each place in an interview: the need and the interview. `merge` adds to each row what we know about the person. `nunique` counts *different* people, so that a person who says something twice counts once.

# %% id="count-needs"
said = mentions.merge(people, on="interview")
residents_said = said[said["role"] == "resident"]
residents_said.groupby("need")["interview"].nunique()

# %% [markdown]
# To count only some people, keep their rows first. Below, the first line keeps the rows of one need. The second line keeps, of these rows, those of men. The third line counts the people; the result is one man.

# %% id="one-need"
channel = residents_said[residents_said["need"] == "own-channel"]
men = channel[channel["gender"] == "man"]
men["interview"].nunique()

# %% folded="figure-needs"
staff_said = said[said["role"] != "resident"]
order = list(CODED)
by_residents = residents_said.groupby("need")["interview"].nunique().reindex(order, fill_value=0)
by_staff = staff_said.groupby("need")["interview"].nunique().reindex(order, fill_value=0)
fig, ax = plt.subplots(figsize=(8, 4))
for place, need in enumerate(order):
    ax.scatter(
        range(1, by_residents[need] + 1), [place - 0.14] * by_residents[need], color=DARK, s=70
    )
    ax.scatter(
        range(1, by_staff[need] + 1), [place + 0.2] * by_staff[need], color=AMBER, s=70, marker="s"
    )
ax.scatter([], [], color=DARK, s=70, label=t("residents (of 10)"))
ax.scatter([], [], color=AMBER, s=70, marker="s", label=t("staff (of 4)"))
ax.legend(loc="lower right", frameon=False)
ax.set_yticks(range(len(order)), [meaning[need] for need in order])
ax.set_ylim(len(order) - 0.4, -0.6)
ax.set_xlim(0.5, 7)
show(
    fig,
    title=t("Residents name six needs, staff four"),
    subtitle=t("People who speak of the need (synthetic)"),
    source="interviews",
    alt=t(
        "Dots for people, by need. The right office: 2 residents, 4 staff. A named person: 5 "
        "residents, no staff. An own channel: 5 residents, 2 staff. Kept words: 4 and 3. The "
        "same way back: 3 and 0. Safe to ask: 1 and 2."
    ),
)

# %% [markdown]
# All four members of staff say that messages should reach the right office, and this is what the proposal would improve. Of the ten residents two say so. Five residents want a person with a name to answer them; no member of staff speaks of it. One resident and two members of staff say that asking can do harm. Even if few people mention a need, it can be important: Domingos stays silent because six families were ordered to leave after a neighbour had asked for help (R10, Q2).
#
# **A persona** is an invented person who keeps one need in front of the people who design. Each of its sentences has an interview behind it, with the question. For example:
#
# > *Adjoa, 60 to 74, sells fried dough and needs two cans of water before daylight.* (R02, Q1) *She can sign her name and knows numbers; her grandson of nine reads for her.* (Q2) *She tells the driver of the water lorry what is broken.* (Q4) *She took part when somebody came with drawings and beans.* (Q6)
#
# “Older women do not like technology” is not in this persona, because nobody said it.
#
# **Check yourself.** Leilani has low vision; her phone reads texts aloud. Which of these is a need of a person, with evidence in the words quoted? Choose one answer (`need_of_person`).
#
# - `answer-aloud`: Leilani needs an answer that her phone can read (R08, Q3: “a photograph of a letter, which my phone can’t read”)
# - `open-late`: Leilani needs a telephone line that is open late (R08, Q6: “I ring at two, when everyone’s eating”)
# - `map-pin`: Leilani needs a map on which the pin has a name (R08, Q2: “the pin is a button without a name”)
# - `short-notes`: Agents need a note of two hundred characters (S01, P4: “I have two hundred characters”)

# %%
need_of_person = "..."  # a key in quotation marks

# %%
check("quick-need", need_of_person)

# %% [markdown] public=true facilitator=true
# **Group activity, 25 minutes, for a class of 37.** Form ten groups: seven of four people and three of three. Give each group the interview with one resident.
#
# 1. 8 minutes: the group underlines what the person needs. It writes each need on a card, with the interview and the question, and without naming a tool.
# 2. 7 minutes: all groups put their cards on one wall, equal needs in one column.
# 3. 5 minutes: a volunteer who speaks for the proposed system puts a blue dot on each need that the system meets.
# 4. 5 minutes: the class reads out the cards without a dot.

# %% [markdown] facilitator=true
# Three needs should be among the cards without a dot: the person's words are kept, the answer can be used, and asking does the person no harm.
#
# **Participants often say:** “Fourteen interviews prove nothing.” Answer: they prove no share, and the lesson says so. One interview is enough to show that a barrier exists. **They also say:** “Old people do not want technology.” Answer: ask for the sentence in which Rosalba says so. There is none.

# %% [markdown]
# ## 3. The journey, and who is left out
#
# A **journey** follows one person from the first trouble to the end, and puts what the office records beside it. Ximena's drain was blocked (R01). How long did she wait, and what did the clock of the first office show?

# %% folded="figure-journey"
fig, ax = plt.subplots(figsize=(8, 3.2))
ax.barh(1, 61, color=DARK, height=0.75)
ax.barh(0, 9, color=AMBER, height=0.75)
ax.barh(0, 52, left=9, color="white", edgecolor=GREY, height=0.75)
ax.text(
    30,
    1,
    t("61 days, from message to repair"),
    color="white",
    ha="center",
    va="center",
    bbox={"facecolor": DARK, "edgecolor": "none"},
)
ax.text(
    35,
    0,
    t("passed from office to office, each time “answered”"),
    ha="center",
    va="center",
    bbox={"facecolor": "white", "edgecolor": "none"},
)
ax.text(0.5, -0.5, t("9 days"), va="center")
ax.set_yticks([1, 0], [t("Ximena"), t("clock of the first office")])
ax.set_ylim(-0.65, 1.5)
print(t("Ximena: {a} days. First clock: {b} days.").format(a=61, b=9))
show(
    fig,
    title=t("Ximena waited 61 days; the first clock stopped after 9"),
    subtitle=t("Days since the message (synthetic)"),
    source="interviews",
    alt=t(
        "Two bars. Ximena waits 61 days. The clock of the first office stops after 9 days; the "
        "other 52 days are spent in other offices, each forwarding counted as an answer."
    ),
)

# %% [markdown]
# Ximena waited 61<!--above--> days (R01, Q3). The clock of the first office stopped after 9<!--above-->. The clerk Gustavo explains it: when he forwards a message, “our clock stops and the screen says answered” (S02, P3). A system that learns from these records learns that her case was quick.
#
# **Stakeholders** are all people and offices whom the service touches. For each, write down four things: what they gain, what they can lose, whether they decide, and how many of them were interviewed.
#
# | who | gain | can lose | decide? | interviews |
# | --- | --- | --- | --- | --- |
# | officials who propose the system | a modern service | their reputation | yes | 0 |
# | clerks, inspectors, agents of the call centre | less sorting | their good name: they are blamed for the rank that the machine gives (S02, P8) | no | 3 |
# | residents who write or call | the right office sooner | their own words | no | 8 |
# | residents who send nothing | nothing | their place in the queue: others move ahead | no | 2 |
# | ombuds office | earlier signs | time: cases arrive late, and three offices blame each other (S04, P8) | no | 1 |
#
# The fourth row is easily forgotten. People who are **left out** are not in the data of the service, so no figure of the service shows them. To find them, ask: who never turns up, and how would we know? Then finish the chain for each group. It begins with a right and ends with a place to which the person can go.
#
# | link | people who never write, in Garoa, a settlement on a slope |
# | --- | --- |
# | right | Universal Declaration of Human Rights, article 7: “All are equal before the law and are entitled without any discrimination to equal protection of the law.” |
# | who is affected | Adjoa and Domingos, and the rows of houses around them |
# | harm | no message, so no repair; a model learns that Garoa has no trouble |
# | measure | the ombuds office, whose table in the Garoa clinic people already use on Tuesdays (S04, P6), takes down what they say and passes it on without the name or the house of the person, because Domingos fears the city (R10, Q7) |
# | remedy | the ombuds office, at the same table: it asks the city why a danger was not repaired, and it answers in person |
#
# The words of article 7 are those in the data set `udhr` of this course. Article 2 adds that the rights belong to everyone “without distinction of any kind”. Your country's constitution or law on administration is the stronger source; look for its article.
#
# The same happens with other tools. In Togo the programme Novissi paid people during the pandemic by phone. A person needed an identity document, a SIM card and a telephone. Later it chose people by their phone data. Researchers compared this choice with what Togo could really have done instead. Against a choice by area, 4 to 21% fewer people were wrongly left out; against an ideal social register, 9 to 35% more (Aiken and others, Nature, 31 March 2022). Still, people without a telephone were not reached. In low- and middle-income countries women are 7% less likely to own one than men (Brookings, 2023; read in part).

# %% [markdown]
# ## 4. Is AI the answer?
#
# What else could Marivelle do? Two measures without AI are already in use there:
#
# - **Drawings.** The housing department asks first “What do you see?”, with six drawings; staff choose the responsible department afterwards. The misdirected messages of the housing department fell by half (S04, P6).
# - **Meeting.** Every second Thursday one clerk from each department hands over what came to the wrong place. Misdirected messages fell from forty a week to fifteen (S02, P6).
#
# Each of these two results rests on the word of one person. Neither says over which period it was measured.
#
# So the alternative without AI is not “do nothing”. It is what a good colleague would do with the same money: these two measures, and visits to the people who do not write. Here a visit is the table in the clinic, or a person who walks up with the board of drawings (R02, Q6). Another way without AI is more staff on the telephone. If you make an alternative bad on purpose, you build a **straw man**, and your comparison proves nothing.
#
# We weigh by **criteria** with weights that sum to 100. A score runs from 0, not met, to 5, fully met. The weights come from the people who answer for the service, before anybody sees the totals. The scores here are our own judgement; the reason for each is in the second table. Which alternative wins, do you think?

# %% folded="scores"
OFFICE, REACHES = t("right office"), t("reaches those who do not write")
CONTEST, COST = t("can be contested"), t("cost and time to start")
weights = pd.Series({OFFICE: 35, REACHES: 30, CONTEST: 20, COST: 15})
SORT_RANK, SORT_VISIT = t("AI sorts and ranks"), t("AI sorts, plus visits")
PLAIN, STAFF = t("drawings, meeting, visits"), t("more staff on the telephone")
scores = pd.DataFrame(
    {
        SORT_RANK: [5, 0, 1, 3],
        SORT_VISIT: [5, 3, 3, 2],
        PLAIN: [3, 4, 4, 4],
        STAFF: [2, 2, 4, 1],
    },
    index=list(weights.index),
).T
pd.concat([scores, pd.DataFrame([weights], index=[t("weight")])])

# %% folded="reasons"
reasons = {
    SORT_RANK: [
        t("as the proposal claims; nobody has measured it"),
        t("reads only what is sent"),
        t("nobody can object to a rank"),
        t("a system to buy, old cases to correct"),
    ],
    SORT_VISIT: [
        t("as the proposal claims; nobody has measured it"),
        t("visits; the form still needs words"),
        t("no ranks; the program gives no reason"),
        t("the same, and staff for the visits"),
    ],
    PLAIN: [
        t("half or more of the errors disappear"),
        t("visits, and drawings for those who read little"),
        t("a clerk decides and can explain"),
        t("both in use already; staff for the visits"),
    ],
    STAFF: [
        t("the agent still has to choose first"),
        t("people who call; not those who are afraid"),
        t("a clerk decides and can explain"),
        t("more staff for every hour"),
    ],
}
pd.DataFrame(reasons, index=list(weights.index)).T

# %% [markdown]
# A total is the sum of weight times score, divided by the sum of the weights. `*` multiplies each score by the weight of its own criterion. The first two lines below do it for one alternative: `.iloc[2]` takes the row at place 2 (Python counts from 0). One alternative has a single row of scores, so `sum()` needs nothing in its brackets. The third line does it for the whole table, where `axis=1` means “along each row”.

# %% id="totals"
one_way = scores.iloc[2]
one_total = (one_way * weights).sum() / weights.sum()
totals = (scores * weights).sum(axis=1) / weights.sum()
totals.map(lambda total: t.number(total, 2))

# %% folded="figure-weights"
others = weights.drop(REACHES) / weights.drop(REACHES).sum()
shares = np.arange(0, 61)
lines = {
    name: [
        (
            (100 - w) * (scores.loc[name, others.index] * others).sum()
            + w * scores.loc[name, REACHES]
        )
        / 100
        for w in shares
    ]
    for name in scores.index
}
looks = {SORT_RANK: (GREY, "-"), SORT_VISIT: (AMBER, "-"), PLAIN: (DARK, "-"), STAFF: (GREY, "--")}
fig, ax = plt.subplots(figsize=(8, 4.2))
for name, values in lines.items():
    colour, style = looks[name]
    ax.plot(shares, values, color=colour, ls=style, lw=2.5)
    ax.text(
        62,
        values[-1],
        name,
        va={PLAIN: "bottom", SORT_VISIT: "top"}.get(name, "center"),
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0},
    )
ax.axvline(30, color="black", lw=1, ls=":")
ax.text(31, 0.35, t("our weight: 30"))
ax.set(xlim=(0, 60), ylim=(0, 5))
ax.set_xlabel(t("Weight of “reaches those who do not write”, of 100"))
flip = next(int(w) for w in shares if lines[PLAIN][w] > lines[SORT_VISIT][w])
raised = totals[SORT_VISIT] + weights[REACHES] / weights.sum()
print(t("Without AI is best from this weight on: {w}").format(w=flip))
print(t("AI with visits, if its score for reaching is 4: {x}").format(x=t.number(raised, 2)))
show(
    fig,
    title=t("From a weight of {w} on, the way without AI is best").format(w=flip),
    subtitle=t("Total, from 0 to 5 (our scores)"),
    source="made up",
    alt=t(
        "Totals of four alternatives as the weight of reaching those who do not write grows "
        "from 0 to 60. The way without AI rises, AI with visits falls slightly; they cross at a weight of about {w}. "
        "AI that only sorts and ranks falls steeply."
    ).format(w=flip),
)

# %% [markdown]
# With our weights the way without AI has 3.65<!--above totals-->, and sorting by AI with visits 3.55<!--above totals-->. The difference is small. If “reaches those who do not write” has a weight of less than 23<!--above-->, and the other three share the rest in the same proportion, AI with visits is best. A score decides too: with 4 instead of 3 for this criterion, AI with visits has 3.85<!--above--> and is best. So the honest result is: *it depends on a weight and on a score, and somebody must answer for both*. One more score is only the claim of the proposal: if sorting by AI had 4 instead of 5 for “right office”, the way without AI would be best at every weight. Sorting and ranking as proposed has a lower total than both at every weight of “reaches those who do not write”, because it reaches nobody new and nobody can contest a rank.
#
# AI may win elsewhere. Tiago asked where to put a sofa and had his answer after one minute, marked as automatic, with a telephone number at which a person answers (R05, Q3). One question with one right answer, no harm if it is wrong, and a person at hand: this is a good case for automation. Automation need not be AI: a table of dates would do.
#
# A way without AI makes errors too, so measure them. In Brazil the Court of Accounts checked refusals by the social security institute INSS: 13.20% of the checked manual refusals of 2023 were wrong. And some reforms need no AI at all: in Samoa in 2020 one visit to each household served several purposes, among them the listing for the census and the payment of a stimulus.
#
# **Check yourself.** A colleague scores the way without AI with 1 on every criterion. “Otherwise nobody would buy the system.” What do you answer? Choose one answer (`straw`).
#
# - `equal-scores`: Give all ways the same scores until somebody has measured them
# - `same-money`: Score the version that we could run with the same money
# - `drop-it`: Take it out, because such scores prove little
# - `say-so`: Leave it in, and say in the report that it is low on purpose

# %%
straw = "..."  # a key in quotation marks

# %%
check("quick-straw", straw)

# %% [markdown] facilitator=true
# **Participants often say:** “We have no money for visits.” Answer: ask what the proposed system costs, and who computed it. **They also say:** “Without AI means that we do nothing.” Answer: it means what a good colleague would do with the same money.

# %% [markdown]
# ## 5. The blueprint: a person at every automated step
#
# A **service blueprint** lists the steps of a service: who acts, on which channel, and what is automated. At each automated step there is a **human path**: *where* one finds a person, *who* it is, and *within how many days* the person acts.
#
# | step | who acts | automated | human path |
# | --- | --- | --- | --- |
# | Report | resident, agent of the call centre, or ombuds office in the clinic | no | |
# | First sorting | sorting program | yes | counter and telephone: the clerk on duty moves the message, within 1 day |
# | Repair | department | no | |
# | Answer | department, by the channel on which the report came | no | |
# | Visit | ombuds office in the clinic, Tuesdays, with an interpreter | no | |
#
# The table shows the alternative *AI sorts, plus visits*, because it has an automated step.
#
# One official who checks everything at the end is not a human path: Ximena needed somebody on day 1, not on day 61. And a path needs time, information and power. The proposal says that “the official may correct the rank at any time”. Gustavo has counted: “Sixty a day, four seconds each” (S02, P8). He calls it “a place to put the blame”.
#
# **Check yourself.** To check one rank, a clerk needs half a minute. On a usual day there are 240 ranks. How many hours a day does the clerk need for all of them? Give a number of hours (`hours`).

# %%
hours = ...  # a number without quotation marks

# %%
check("quick-hours", hours)

# %% [markdown]
# A brief with many needs, steps and groups soon has broken links: a group without a measure, or a need that points to a step that no longer exists. A few lines find them. This function looks for groups without a measure:
#
# - `def` begins a **function**, a recipe with a name. In the brackets are its ingredients, here two tables. The lines of the recipe begin with four spaces. `return` hands over the result.
# - `isin` asks of each row whether its value is in the other column. `~` turns true into false and false into true.
# - `.loc[missing, "group"]` keeps the marked rows and takes one column. `list` makes a list of it.

# %% id="without-measure"
groups = pd.DataFrame({"group": ["without internet", "deaf", "never write"]})
measures = pd.DataFrame({"group": ["never write", "without internet"]})


def without_measure(groups, measures):
    missing = ~groups["group"].isin(measures["group"])
    return list(groups.loc[missing, "group"])


without_measure(groups, measures)

# %% [markdown]
# ## 6. A test with real users, and a rule that stops the service
#
# Do not ask whether people like the service. Give them a task, and watch whether they finish it without help: “Report that the tap at the foot of the steps is dry.” Invite the groups who are left out first, pay them for their time, and do not test with colleagues.
#
# Before the test, write down what is measured, for which group, and how low the result can be: below this number the service does not begin. This is the **stop rule**. A rule over all participants together hides a group that fails.
#
# How many people do you need? Suppose 4 of 5 finish the task. Which shares among *all* such people fit this result? The figure shows the **95% interval**: intervals made in this way contain the true share about 95 times in 100.

# %% folded="figure-interval"


def interval(hits, n, z=1.96):
    """Wilson's 95% interval of a share."""
    middle = (hits + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * np.sqrt(hits * (n - hits) / n + z**2 / 4)
    return middle - half, middle + half


rows = [(4, 5), (8, 10), (16, 20), (40, 50)]
fig, ax = plt.subplots(figsize=(8, 3))
for place, (hits, n) in enumerate(rows):
    low, high = interval(hits, n)
    ax.plot([low, high], [place, place], color=DARK, lw=4)
    ax.scatter(hits / n, place, color="white", edgecolors=DARK, s=70, lw=2, zorder=3)
ax.set_yticks(range(len(rows)), [t("{k} of {n}").format(k=k, n=n) for k, n in rows])
ax.set_ylim(len(rows) - 0.5, -0.5)
ax.set_xlim(0, 1)
ax.xaxis.set_major_formatter(t.percent)
low, high = interval(4, 5)
print(t("4 of 5: from {low} to {high}").format(low=t.percent(low), high=t.percent(high)))
show(
    fig,
    title=t("4 of 5 can mean two in five, or nearly everybody"),
    subtitle=t("Share who would finish the task, by how many finished in the test (95% interval)"),
    source="authors",
    alt=t(
        "Intervals around 80%. With 4 of 5 people it runs from {low} to {high}; with 40 of 50 it "
        "is much shorter."
    ).format(low=t.percent(low), high=t.percent(high)),
)

# %% [markdown]
# From 38%<!--above--> to 96%<!--above-->. A test with five people can show you faults in a form, and it is worth doing. It does not show that 80% of all people will manage.
#
# **Check yourself.** In a test 38 of 40 people finish: 28 of 28 with internet, 10 of 12 without. The stop rule says: “The service does not begin if fewer than 75% of *any* group finish.” What happens? Choose one answer (`result`).
#
# - `all-forty`: It begins, because 38 of 40 are 95%, which is more than the rule asks
# - `ten-of-twelve`: It begins, because 10 of 12 are 83%, and so neither group is under 75%
# - `twelve-more`: It waits, because 12 people are too few, until twelve more have tried
# - `gap`: It does not begin, because fewer people finish without internet than with it

# %%
result = "..."  # a key in quotation marks

# %%
check("quick-stop", result)

# %% [markdown]
# ## 7. The service brief
#
# The **service brief** is the first document of your **dossier**, the collected documents on one service: needs, people left out, alternatives, blueprint, test plan. A program checks that it is complete and that its links hold. It cannot check that it is wise. Here are three flawed versions of one brief, and what the program says about each.

# %% folded="flawed"
need = {
    "need": t("Report a dry tap without writing"),
    "who": t("people who never write"),
    "evidence_from": "interview",
    "evidence": "R02, Q2",
    "step": t("Visit"),
}
steps = [
    {"name": t("Report"), "actor": t("resident"), "channel": t("counter"), "automated": False},
    {
        "name": t("First sorting"),
        "actor": t("program"),
        "channel": t("internal"),
        "automated": True,
    },
]
path = {"where": t("counter 1"), "who": t("clerk on duty"), "days": 1}
visit = {"name": t("Visit"), "actor": t("clerk"), "channel": t("clinic"), "automated": False}
whole = [steps[0], steps[1] | {"human_path": path}, visit]
excluded = [
    {"group": t("people who never write"), "why": t("they send nothing"), "measure": t("a visit")}
]
plan = {
    "participants": [{"group": t("web users"), "count": 8}],
    "total": 8,
    "measured": t("share who finish without help"),
    "threshold": 0.75,
    "stops_if": t("fewer than 6 of 8 of any group finish"),
}
flawed = {
    t("a need without its step"): ({"needs": [need], "steps": whole[:2]}, ["needs"]),
    t("an automated step without a person"): ({"steps": [*steps, visit]}, ["steps"]),
    t("a group that is not in the test"): (
        {"excluded": excluded, "test_plan": plan},
        ["test_plan"],
    ),
}
for name, (fields, only) in flawed.items():
    found = ServiceBrief.faults_in(fields, None, only)
    print(t("{name}: {sentence}").format(name=name, sentence=found[0].read(t.lang)), "\n")

# %% [markdown]
# You can fill in the brief of your own service in a form. Add a cell with two lines: `from course.dossier.form import edit`, then `edit(ServiceBrief, "service-brief.yml")`. The form explains each field, shows all faults at once, and writes the file.
#
# **The same question in your office.** In each row, the last column is the group to look for first.
#
# | office | the problem, without a tool | a way without AI | who may be left out |
# | --- | --- | --- | --- |
# | court (Guatemala) | people wait without knowing why | a date and a name on every receipt | people who speak K'iche' |
# | statistics office (Philippines) | households are missed | one more evening visit | people who work at night |
# | telecom regulator (Côte d'Ivoire) | complaints do not arrive | complaint sheets at markets | villages without any network |
# | development bank (Togo) | small firms do not apply | a form of one page, read aloud | women in informal work |
# | trade mark registry (Paraguay) | applicants pay a fee and are refused | a search at the counter | people whose marks are in Guarani |
#
# ## What to take with you
#
# - Describe the trouble, the person and the number. Leave the tool out.
# - Every need has a sentence of somebody behind it, and a step that answers it.
# - People who are left out are not in your data. Give each group a measure and a remedy.
# - Weigh at least one way without AI, in its best version. Say which weight and which score decide.
# - At each automated step: where, who, within how many days; and enough time to act.
# - Test tasks with the groups who are left out, and write the stop rule before the test.
#
# ## Sources
#
# - Interviews: synthetic, AI for the Public Sector contributors, CC BY 4.0; `describe_dataset("interviews")`.
# - Universal Declaration of Human Rights, 1948, articles 2 and 7, as in the data set `udhr`.
# - Togo: E. Aiken and others, [Machine learning and phone data can improve targeting of humanitarian aid](https://par.nsf.gov/biblio/10417644-machine-learning-phone-data-can-improve-targeting-humanitarian-aid), Nature 603, 31 March 2022. The percentages are relative changes. That people needed an identity document, a SIM card and a telephone: [Brookings, 2023](https://www.einpresswire.com/article/621255200/closing-the-gender-gap-through-digital-and-social-inclusion-the-togolese-case) (read in part).
# - Brazil: Court of Accounts (TCU), 26 March 2025, as reported by [Convergência Digital](https://convergenciadigital.com.br/governo/tcu-automacao-reduziu-erros-no-inss-mas-qualidade-do-servico-ainda-esta-ruim).
# - Samoa: [Public Service Commission](https://www.psc.gov.ws/three-major-surveys-conducted-by-the-samoa-bureau-of-statistics-for-samoa/), 24 August to 31 October 2020. Not an AI project.
# - The rows of “The same question in your office” are examples made up for this lesson.
