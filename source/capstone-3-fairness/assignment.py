# %% [markdown]
# # Project, checkpoint 3: the fairness of our service
#
# **The decision.** For whom does our service work less well, what do we change, and at what price? At the end of this checkpoint your team has chosen how the service reads its cases, has written down who pays for this choice, and can hand the numbers to anybody who asks.
#
# {{time}}
#
# **What you hand in.** This notebook and the folder `project`, with two new files: the fairness statement and the model card. Of the 20 points, 11 are for *Decide*, 5 for *Build*, and 4 for the note, which a person reads. *Decide* exercises need no code: forms, keys and rows of a table.
#
# **In a team.** One notebook for all; one person types, the others decide. Let somebody who did not build the model read the tables aloud: they see what the others have become used to. Working alone is fine, too.
#
# **With a service of your own.** The exercises and points are the same. The tables are about your groups, and a “comment” is one of your cases. The “order of arrival” is that of the dates in your data, the oldest case first; without a date, it is an order by chance that stays the same. Exercises 4 and 8 are about Marivelle for everybody, because only there do we know how urgent each comment truly was.
#
# **How to answer.** In a *Decide* exercise, give your answer and press **Check**. In a *Build* exercise, replace the three dots `...`, run the cell, then run the check below it. You can try as often as you like. (Where there is no button, write keys in straight quotation marks, as `"B1"`.)

# %% locked="setup" closed=true
from datetime import date

import numpy as np
import pandas as pd
from IPython.display import display
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from course import check, load_dataset, translator
from course.dossier import FairnessStatement, ModelCard, measures
from course.dossier.artefacts.measures import gap_to_others
from course.dossier.fields.blank_group import spoken
from course.project import (
    Choices,
    ServiceError,
    audit_of,
    open_project,
    test_part,
    training_part,
)
from course.project.choices import ARRIVING
from course.project.measured import fewest_urgent
from course.project.own_scale import read_first, share_read
from course.project.scoring import read_on_the_day, scale
from course.project.tabular import group_names, own_parts

t = translator("capstone-3-fairness")
project = open_project()
display(project)
has_model = project.saved("choices") is not ... or project.content("model.py") is not None
if project.way == "civicly" and not has_model:
    example = Choices(
        system="Civicly",
        features="words and letters",
        tested_on="held-out templates",
        urgency_from="readers",
        read_a_day=8,
        alone_from=0.4,
        equal_treatment="a threshold for each language",
        always_person=["incendio", "incêndio", "incendie", "hurt", "herid", "ferid", "bless"],
        same_from=0.8,
    )
    project.write("choices", example.to_yaml())
    print(
        t(
            "Your project has no model yet. An example was written into project/choices.yml, so "
            "that you can go on. When you have your own, delete that file, put the folder of "
            "checkpoint 2 beside this one, and run all cells again."
        )
    )
texts = project.texts()

# %% locked="agreement-before"
project.disagreements()

# %% [markdown]
# The next cell measures your service on comments that it has never met. The service learns first, which takes about 15 seconds.
#
# An *urgent* comment is one of high or critical severity; with data of your own, it is a case with the urgent answer. The team can read only some cases on the day they arrive. So the tables ask one question: **of the urgent cases of a group, what share is read on the day?** This share is the *recall*.
#
# - **Table A** compares each group with all others of the same attribute, such as the language. Where an attribute has two groups only, the table shows the smaller one. A gap is signed: below 0, the group has less than the others. With more rows, chance alone produces a large gap more often. So each interval is made wider (Bonferroni's correction: the 5% are divided by the number of rows), and in at least 95 of 100 audits all the intervals contain the true gaps. Ten comments from one template of Civicly are hardly more evidence than one (module 07), so the intervals of both tables draw whole templates, not single comments.
# - **Table B** looks at two attributes at once.


# %% locked="audit" closed=true
def cases_of(project, service):
    """One row for each measured case: is it urgent, is it read on its day, and its groups."""
    if project.way == "own":
        data, _, aside = own_parts(project)
        table = pd.DataFrame({name: group_names(name, aside[name]) for name in data.groups})
        urgent = (aside[data.answer] == data.urgent_answer).to_numpy()
        read = read_first(service.decide(aside)["urgency"], share_read(data))
    else:
        comments = test_part()
        choices = project.read("choices")
        share = choices.read_a_day / ARRIVING if choices else scale().read_on_the_day
        table = pd.DataFrame(project.groups_of(comments)).assign(template=comments["template"])
        urgent = comments["severity"].astype(str).isin(["high", "critical"]).to_numpy()
        read = read_on_the_day(comments["date"], service.decide(comments)["urgency"], share, "W")
    return table.assign(urgent=urgent, read=read)


def smallest_of(cases):
    """How many urgent cases a group needs, so that its share says something."""
    urgent = cases[cases["urgent"]]
    return int(min(fewest_urgent(len(urgent)), crossed(cases).size().max()))


def attributes(cases):
    return [name for name in cases.columns if name not in ("urgent", "read", "template")]


def crossed(cases):
    """The urgent cases by two attributes: language and ease of writing, or the first two."""
    known = attributes(cases)
    pair = ["language", "ease"] if {"language", "ease"} <= set(known) else known[:2]
    return cases[cases["urgent"]].groupby(pair)["read"]


def table_a(cases):
    """Each group against all others of its attribute; of two groups, the smaller one."""
    urgent, compared, rows = cases[cases["urgent"]], [], []
    for name in attributes(cases):
        sizes = urgent[name].value_counts().sort_index().sort_values(kind="stable")
        wanted = sizes.index[:1] if len(sizes) == 2 else sizes.index
        large = sorted(each for each in wanted if sizes[each] >= smallest_of(cases))
        compared += [(group, urgent[name] == group) for group in large]
    for group, here in compared:
        # Chance draws whole templates, where the data has them.
        gap = gap_to_others(
            urgent["read"], here, clusters=urgent.get("template"), comparisons=len(compared)
        )
        shares = urgent["read"].groupby(here).mean()
        rows.append([group, here.sum(), shares[True], shares[False], *gap])
    names = ["group", "urgent", "share", "others", "gap", "low", "high"]
    index = [f"A{number}" for number in range(1, len(rows) + 1)]
    return pd.DataFrame(rows, columns=names, index=index).round(3)


def table_b(cases):
    """Each group of two attributes: urgent cases, share read on the day, interval."""
    urgent = cases[cases["urgent"]]
    found = measures(
        urgent["urgent"], urgent["read"], data="test", metrics=["recall"],
        groups=crossed(cases).ngroup(), clusters=urgent.get("template"),
    )  # fmt: skip
    rows = {each.group: [each.count, each.value, each.low, each.high] for each in found}
    rows = [
        [", ".join(map(str, group)), *rows[str(number)]]
        for number, (group, _) in enumerate(crossed(cases))
    ]
    names = ["group", "urgent", "share", "low", "high"]
    index = [f"B{number}" for number in range(1, len(rows) + 1)]
    return pd.DataFrame(rows, columns=names, index=index).round(3)


def shown_a(table):
    interval = [
        t("{low} to {high}").format(low=t.number(100 * low, 1), high=t.number(100 * high, 1))
        for low, high in zip(table["low"], table["high"], strict=True)
    ]
    return pd.DataFrame(
        {
            t("group"): spoken(list(table["group"])),
            t("urgent cases"): table["urgent"].map(t.number),
            t("read on the day"): table["share"].map(lambda x: t.percent(x, digits=1)),
            t("all others"): table["others"].map(lambda x: t.percent(x, digits=1)),
            t("gap, points"): table["gap"].map(lambda x: t.number(100 * x, 1)),
            t("interval of the gap, points"): interval,
        }
    )


def shown_b(table):
    interval = [
        t("{low} to {high}").format(low=t.percent(low), high=t.percent(high))
        for low, high in zip(table["low"], table["high"], strict=True)
    ]
    return pd.DataFrame(
        {
            t("group"): spoken(list(table["group"])),
            t("urgent cases"): table["urgent"].map(t.number),
            t("read on the day"): table["share"].map(lambda x: t.percent(x, digits=1)),
            t("95% interval"): interval,
        }
    )


service = measured = gaps = pairs = smallest = ...
try:
    service = project.service()
    measured = project.measure()
    cases = cases_of(project, service)
    gaps, pairs, smallest = table_a(cases), table_b(cases), smallest_of(cases)
    display(shown_a(gaps), shown_b(pairs))
    print(t("At least {count} urgent cases make a large group here.").format(count=smallest))
except ServiceError as error:
    print(error)

# %% [markdown]
# ## 1. Read the tables (Decide, 2 points)
#
# First: the interval says which gaps are compatible with the data. In which rows of table A can the gap be told from chance? Give the names of all such rows, for example `A2 A3`, or write `none` (`sure`).
#
# Second: small groups say little, so keep to the large ones. Which group of table B is served worst? Give the name of its row (`worst`).

# %% answer="read-tables"
sure = "..."
worst = "..."
### BEGIN SOLUTION
sure = [name for name, row in gaps.iterrows() if row["low"] > 0 or row["high"] < 0]
worst = pairs.loc[pairs["urgent"] >= smallest, "share"].idxmin()
### END SOLUTION

# %% check="read-tables"
check("read-tables", sure, worst, gaps, pairs, smallest, service, texts)

# %% [markdown]
# ## 2. The gap between large groups, by two attributes (Build, 2 points)
#
# Complete the function `gap_of_both`. It takes a table with a row for each case, the names of two of its columns, and a number. In the table, `urgent` and `read` are true or false. The function returns the largest gap in recall: the recall of a group is the share of its urgent cases that is read, and the gap is the highest recall minus the lowest. A group is formed by **both** columns together, and takes part only with **at least** `smallest` urgent cases.
#
# These lines of pandas are new. They form groups by two columns, and count and average another one:
#
#     grouped = table.groupby(["language", "ease"])["read"]
#     grouped.size()     # how many rows each group has
#     grouped.mean()     # the share of true values in each group
#
# Replace the three dots; begin each line with four spaces, and the last one with `return`. When your work is graded, your function is also tried on other tables, with other names of columns.


# %% answer="gap-of-both"
def gap_of_both(table, first, second, smallest):
    """The gap in recall between the large groups that two columns form together."""
    ...
    ### BEGIN SOLUTION
    grouped = table[table["urgent"]].groupby([first, second])["read"]
    recalls = grouped.mean()[grouped.size() >= smallest]
    return recalls.max() - recalls.min()
    ### END SOLUTION


# %% check="gap-of-both"
check("gap-of-both", gap_of_both)

# %% [markdown]
# ## 3. How sure is a gap? (Build, 1 point)
#
# Write the function `gap_interval`. It takes two columns of zeros and ones, `first` and `second`: one for the urgent cases of a group, one for those of another group. A 1 says that the case was read. It returns the two ends of the 95% bootstrap interval of the gap: the share of ones in `first` minus the share of ones in `second`. Take each case as independent, as if no two came from one template. The gap is signed: where `second` has the higher share, it is below 0.
#
# A bootstrap draws, again and again, as many cases as there are, **with replacement**, from each group by itself. These lines may be new. They do it for the share of one group, with an interval of 90%:
#
#     random = np.random.default_rng(0)
#     shares = []
#     for _ in range(2000):
#         drawn = random.choice(first, size=len(first))   # as many values of `first`, drawn with replacement
#         shares.append(drawn.mean())
#     np.percentile(shares, [5, 95])                      # the values below which 5%, and 95%, of all shares lie
#
# An interval of 95% leaves out 2.5% at each end. Draw at least 1,000 rounds. Replace the three dots; begin each line with four spaces more than here, and the last one with `return`.


# %% answer="gap-interval"
def gap_interval(first, second):
    """The ends of the 95% bootstrap interval of the gap between two shares."""
    ...
    ### BEGIN SOLUTION
    random = np.random.default_rng(0)
    gaps = []
    for _ in range(2000):
        one = random.choice(first, size=len(first))
        other = random.choice(second, size=len(second))
        gaps.append(one.mean() - other.mean())
    return np.percentile(gaps, [2.5, 97.5])
    ### END SOLUTION


# %% check="gap-interval"
check("gap-interval", gap_interval)

# %% [markdown]
# ## 4. Who waits again? (Decide, 2 points)
#
# “We have years of records,” says the desk. “What was answered within a day was urgent.” The function in the next cell learns this from the past; it knows the text and the district of a comment. It learns from known comments, and then puts new ones in order. The table shows, for each district, the urgent comments that were answered within a day in the past, and those that the new order reads on their day. **The comments are synthetic**, so that here, unlike in real life, we know which were truly urgent.


# %% locked="history"
def urgency_from_history(known, new):
    """An urgency from 0 to 1 for each new comment, learned from what was answered in a day."""
    vocabulary = TfidfVectorizer(max_features=500, sublinear_tf=True)
    learned_from = known["district"].astype(str) + " " + known["text"]
    label = known["historical_urgency"] == "high"
    model = LogisticRegression(max_iter=1000).fit(vocabulary.fit_transform(learned_from), label)
    asked = new["district"].astype(str) + " " + new["text"]
    return model.predict_proba(vocabulary.transform(asked))[:, 1]


# %% locked="waiting" closed=true
comments = load_dataset("civic-comments")
comments["urgent"] = comments["severity"].astype(str).isin(["high", "critical"])
past, new = comments[comments["held_out"] == "no"], test_part()
new["urgent"] = new["severity"].astype(str).isin(["high", "critical"])
order = urgency_from_history(training_part(), new)
new["read"] = read_on_the_day(new["date"], order, 0.25, "W")
fast = past[past["urgent"]].groupby("district", observed=True)["historical_urgency"]
pd.DataFrame(
    {
        t("urgent comments, past"): past.groupby("district", observed=True)["urgent"].sum(),
        t("answered within a day"): fast.apply(lambda each: t.percent((each == "high").mean())),
        t("urgent comments, new"): new.groupby("district", observed=True)["urgent"].sum(),
        t("read on the day by the new order"): new[new["urgent"]]
        .groupby("district", observed=True)["read"]
        .apply(lambda each: t.percent(each.mean())),
    }
).rename_axis(t("district"))

# %% [markdown]
# First: whose urgent comments wait longest under the new order? Choose one answer (`wait_again`):
#
# - `estrela-corvina`: those from Estrela and Corvina
# - `fontana-belmonte`: those from Fontana and Belmonte
# - `garoa-horta`: those from Garoa and Horta
# - `no-district`: those of no district, because the order is by urgency
#
# Second: why? Choose one answer (`because`):
#
# - `few-comments`: because fewer urgent comments came from these districts, so that the model saw too few examples of them
# - `learned-waiting`: because the label says how fast the desk answered, and it answered these districts later than others
# - `column-district`: because the model is given the district, and without this column it would treat all of them alike
# - `worse-text`: because people in these districts describe an urgent matter in words that the model has never met before

# %% answer="wait-again"
wait_again = "..."
because = "..."
### BEGIN SOLUTION
wait_again = "garoa-horta"
because = "learned-waiting"
### END SOLUTION

# %% check="wait-again"
check("wait-again", wait_again, because)

# %% [markdown]
# ## 5. Which harm counts, and who says so? (Decide, 1 point)
#
# Four drafts of the same sentence in your fairness statement. Which one names the harm to people, a measure that shows it, and somebody who may choose it? Choose one answer (`criterion`).
#
# - `council-recall`: “An urgent case that is not read on its day: recall. The council chose this, after it heard those who wait.”
# - `team-recall`: “An urgent case that is not read on its day: recall. The project team chose this, as it knows the model best.”
# - `council-accuracy`: “A case that goes to the wrong office: accuracy. The council chose this, as it is the easiest number to compare.”
# - `vendor-selection`: “A group with fewer places on the list: selection rate. The supplier chose this, from what other cities use.”

# %% answer="criterion"
criterion = "..."
### BEGIN SOLUTION
criterion = "council-recall"
### END SOLUTION

# %% check="criterion"
check("criterion", criterion)

# %% [markdown]
# ## 6. The fairness statement (Decide, 3 points)
#
# Your service can be run in several ways. They are measured already:
#
# - `order-of-arrival`: cases are read as they come, as today;
# - `one-list`: the most urgent cases first, whoever wrote;
# - `each-language`: the same share of each language, the most urgent ones first within each (with your own service `each-group`: the same share of each group of your first column of groups).
#
# **Open the form, fill it in, press “Save”, and press “Check” below it.** What has been measured or decided before is filled in. “Still to do” lists what is blank. The choice is yours; you can also choose `none`.
#
# - **Criterion.** The measure that shows the harm of exercise 5, why this harm matters, and who chose it, on which day.
# - **Price.** Who is served less, or works more, because of your choice? Write at least one number from the table.
# - **Sensitive attribute.** Does the way that you chose look at the group of a person, such as the language? If it does, name the legal basis, or who is to check it and by which day.
# - **Stopped if.** The gap in recall from which on the service is stopped, as a share such as 0.3. It must lie above today's gap of your choice (the last row of the table), or the service would be stopped on its first day.
# - **Limits.** At least one group that these data cannot show.
#
# One point each: the numbers; the choice and its price; who answers, and when it stops.

# %% locked="candidates" closed=true
changes = {
    "order-of-arrival": t("Cases are read in the order in which they arrive."),
    "one-list": t("One list: the most urgent cases of the day first, whoever wrote."),
    "each-language": t("The same share of each language; the most urgent first within each."),
    "each-group": t("The same share of each group; the most urgent first within each."),
}
given, candidates = {}, {}
brief, choices = project.read("service-brief"), project.read("choices")
system = (brief and brief.system) or (choices and choices.system) or "Civicly"
today = date.today().isoformat()
if measured is not ...:
    candidates = measured["fairness-statement"]
    groups = {name: sorted(set(cases[name])) for name in attributes(cases)}
    looked_at = {group for each in groups.values() for group in each}
    named = [each.group for each in (brief and brief.excluded) or [] if each.group]
    missing = [group for group in named if group not in looked_at]
    given = {
        "system": system,
        "decision": (brief and brief.task) or "",
        "date": today,
        "data": {
            "name": t("Synthetic civic comments, held-out templates"),
            "rows": len(cases),
            "period": "2024-01 – 2026-06",
            "limits": [t("The comments are synthetic; they prove nothing about a real city.")],
        },
        "groups": {name: {"looked_at": each, "too_small": []} for name, each in groups.items()},
        "not_in_data": missing,
        "candidates": [
            {
                "name": name,
                "change": changes[name],
                "measures": [each.model_dump() for each in numbers],
            }
            for name, numbers in candidates.items()
        ],
    }
    if project.way == "own":
        given["data"] = {"name": project.read("data").name, "rows": len(cases)}
    rows = {
        (spoken(name) if name != "all" else t("all")): {
            candidate: next(
                (
                    t.percent(each.value)
                    for each in numbers
                    if (each.metric, each.group) == ("recall", name)
                ),
                "",
            )
            for candidate, numbers in candidates.items()
        }
        for name in ["all", *(group for each in groups.values() for group in each)]
    }
    for metric, label in {
        "equal opportunity difference by chance": t("gap expected by chance alone, as a share"),
        "equal opportunity difference": t("gap (first attribute), as a share"),
    }.items():
        rows[label] = {
            candidate: next(
                (t.number(each.value, 2) for each in numbers if each.metric == metric), ""
            )
            for candidate, numbers in candidates.items()
        }
    display(pd.DataFrame(rows).T.rename_axis(t("recall by group")))

# %% locked="statement-form"
statement = ...
project.edit("fairness-statement", candidates, given)

# %% answer="statement"
statement = project.saved("fairness-statement")
### BEGIN SOLUTION
filled_in = given | {
    "criterion": {
        "metric": "recall",
        "why": "An urgent comment that nobody reads on its day can cost a life.",
        "said_by": "Council of Marivelle, 8 September 2026, after hearings in four languages",
    },
    "chosen": "each-language",
    "reason": "It finds as many urgent comments in all, and three times as many of those in French.",
    "price": [
        {
            "who": "People who write in Portuguese",
            "bears": "57% of their urgent comments are read on the day, instead of 78%",
        }
    ],
    "sensitive_attribute_at_decision": {
        "used": True,
        "legal_basis": "to be checked by the legal service of Marivelle before 15 January 2027",
    },
    "decided_by": "Council of Marivelle, committee for services",
    "decided_on": today,
    "review_on": "2027-12-01",
    "stop_if": {
        "number": 0.35,
        "condition": "Gap in recall between languages in two monthly samples; then read by arrival.",
    },
    "limits": ["People who never write are in no comment, and cannot be seen in these data."],
}
statement = FairnessStatement(**filled_in).to_yaml()
### END SOLUTION

# %% check="statement"
check("statement", statement, service, texts)

# %% [markdown]
# The card of the next exercise takes the numbers of the way that you have just chosen. So run this cell each time you have saved another choice.

# %% locked="again" closed=true
if measured is not ...:
    texts = project.texts() | ({} if statement is ... else {"fairness-statement": statement})
    project.measure()
    measured = audit_of(service, texts)
    numbers = measured["model-card"]
    lines = {}
    for each in numbers:
        right = t("department rightly named")
        if project.way == "own":
            right = t("answer rightly given")
        name = right if each.metric == "accuracy" else each.metric
        name = {"recall": t("urgent cases read on the day")}.get(name, name)
        if each.metric in ("accuracy", "recall"):
            line = lines.setdefault(spoken(each.group), {})
            line[name] = t("{value} ({low} to {high})").format(
                value=t.percent(each.value), low=t.percent(each.low), high=t.percent(each.high)
            )
            if each.metric == "recall":
                line[t("urgent cases")] = t.number(each.count)
    display(pd.DataFrame(lines).T.rename({"all": t("all")}).rename_axis(t("group")))

# %% [markdown]
# ## 7. The model card (Decide, 3 points)
#
# The card goes to everybody who works with the service, or asks about it. Run the cells, fill in the form, save, and run the cells below it. The table above shows what the card will say of each group. “Department rightly named” is lower than the routing of checkpoint 2: here each comment counts alike, and a comment that is handed over does not count as rightly named. “Urgent” is more than “critical”: it includes the comments of high severity.
#
# - **Owner and contact.** An office or a person, and a way in which a citizen without internet reaches them.
# - **Not for.** At least one use that you refuse, one on each line.
# - **Why this threshold.** The threshold is the confidence from which on the service decides alone. Write the one that your service has, who chose it, and why.
# - **Fails for.** For whom is it wrong more often? Name the group with the lowest recall, as the table names it. Only large groups count, as in exercise 1.
# - **Human check.** Who looks at what, before anything follows from it?
#
# One point each: who answers (owner, contact, review); use, data and threshold; the numbers, and for whom it fails.

# %% locked="card-form" closed=true
card_given = {}
if measured is not ...:
    card_given = {
        "name": system,
        "version": "1.0",
        "date": today,
        "owner": (brief and brief.owner) or "",
        "decision": (brief and brief.task) or "",
        "data": {
            "name": t("Synthetic civic comments, known templates"),
            "rows": len(training_part()),
            "period": "2024-01 – 2026-06",
            "limits": [t("The comments are synthetic. People who never write are not in them.")],
        },
        # The code of a team's own model states no threshold that could be filled in here.
        "threshold": choices.alone_from if choices and "model.py" not in texts else "",
        "measures": [each.model_dump() for each in measured["model-card"]],
    }
    if project.way == "own":
        card_given["data"] = {"name": project.read("data").name}
project.edit("model-card", measured["model-card"] if measured is not ... else None, card_given)

# %% answer="card"
card = project.saved("model-card")
### BEGIN SOLUTION
card = ModelCard(
    **card_given
    | {
        "owner": "Citizens' desk of Marivelle, head Inés Duarte",
        "contact": "Citizens' desk, Praça Nova 1, Marivelle; telephone 0800 555 0110",
        "purpose": "Names the department for a comment, and orders what is read on the day.",
        "not_for": ["Closing a comment without a person", "Judging the people who write"],
        "decision": "In which order clerks read, and who gets a comment. A clerk can change both.",
        "threshold_why": "The head of the desk chose it: below it, clerks would correct every third.",
        "fails_for": ["Comments in French, of which the fewest urgent ones are read on the day"],
        "human_check": "A clerk reads each comment that is handed over, and a sample of the others.",
        "explanation": "Each answer says that a program sent the comment on, and how to object.",
        "review_on": "2027-12-01",
    }
).to_yaml()
### END SOLUTION

# %% check="card"
check("card", card, service, texts)

# %% [markdown]
# ## 8. An order that does not learn the neglect (Build, 2 points)
#
# Write the function `urgency_from_need`: the function of exercise 4, corrected. It takes the same two tables, `known` and `new`, and returns an urgency from 0 to 1 for each row of `new`.
#
# In `known`, readers judged 1,000 comments again: there, `severity` is `"low"`, `"medium"`, `"high"` or `"critical"`. In all other rows it is missing. Two lines may help:
#
#     judged = known[known["severity"].notna()]                # the rows in which it is not missing
#     judged["severity"].astype(str).isin(["high", "critical"])   # true or false for each of them
#
# The check runs your function, so that it learns, and then orders new comments by the urgency that it returns: comments of patterns that were kept out of learning; the desk reads one in four on the day. One point if the order finds at least 44% of the urgent comments from Garoa and Horta, and 44% of all. The other point is given when your work is graded: there, your function is given other tables to learn from, in which the desk answered other districts late. The order must then be as good.


# %% answer="urgency-from-need"
def urgency_from_need(known, new):
    """An urgency from 0 to 1 for each new comment, which the answers of the past do not change."""
    ...
    ### BEGIN SOLUTION
    judged = known[known["severity"].notna()]
    vocabulary = TfidfVectorizer(max_features=500, sublinear_tf=True)
    learned_from = judged["district"].astype(str) + " " + judged["text"]
    label = judged["severity"].astype(str).isin(["high", "critical"])
    model = LogisticRegression(max_iter=1000).fit(vocabulary.fit_transform(learned_from), label)
    asked = new["district"].astype(str) + " " + new["text"]
    return model.predict_proba(vocabulary.transform(asked))[:, 1]
    ### END SOLUTION


# %% check="urgency-from-need"
check("urgency-from-need", urgency_from_need)

# %% [markdown]
# ## Does everything still agree?
#
# The next cell lists where the files of your project contradict each other. It gives no points here; checkpoint 5 asks that the list is empty.

# %% locked="agreement"
project.disagreements()

# %% [markdown]
# ## 9. A note: who bears the price? (4 points, read by a person)
#
# Write to the head of the office that will run the service, in 150 to 250 words: for whom does it work less well, what do you propose, and who bears the price? One point for each of these:
#
# 1. **Proposal.** The first two sentences say what you propose, and under which condition.
# 2. **Groups and numbers.** It names the group that is served worst, with two numbers that can be compared, and says how sure they are.
# 3. **Price.** It says who is served less, or works more, because of the proposal, and what these people get in return.
# 4. **Past and next step.** It says why the answers of the past are no measure of need (with your own service: what your records of the past cannot show), who decides, and which number stops the service.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# Dear Inés Duarte, we propose to start Civicly in January for six months, with the same share of comments read in each language. If the legal service objects to looking at the language, the desk goes on reading in the order of arrival.
#
# The harm that counts is an urgent comment that nobody reads on its day. With one list for all, 78% of the urgent comments in Portuguese would be read on the day, but only 12% of those in French: fewer than today. This rests on 116 urgent comments in French; the interval runs from 7% to 19%, so it is no accident. With the same share of each language it is 57% and 40%.
#
# People who write in Portuguese bear the price: of ten urgent comments, two more will wait until the next day. We propose that the clerk on duty reads the rest of the Portuguese list before noon. The desk bears half an hour of work a day.
#
# We did not learn from how fast comments were answered. Garoa and Horta waited longest, and an order that learns from this found 14% of their urgent comments, and 37% of all others.
#
# The council's committee for services decides. It stops the service if the gap in recall between languages is above 35 points in two monthly samples. All numbers come from synthetic comments.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again a day later and answer each question with yes or no.
#
# - ☐ Do the first two sentences say what you propose, and under which condition?
# - ☐ Does the note name the group that is served worst, with two numbers that can be compared?
# - ☐ Does it say how sure these numbers are, or on how many cases they rest?
# - ☐ Does it say who is served less or works more because of your proposal?
# - ☐ Does it say what these people get in return?
# - ☐ Does it say why the answers of the past do not show the need, or what your own records cannot show?
# - ☐ Does it say who decides, and which number stops the service?
#
# <details><summary>An example note about another service</summary>
#
# The office and its numbers are invented.
#
# Dear Mr Okello, we propose to let the housing office order its requests for repairs by the new score until June, with a fixed share for tenants without a telephone. If the tenants' council disagrees, the order of arrival stays.
#
# The harm that counts is a dangerous defect that nobody inspects within a week. With one list, 71% of all dangerous defects would be inspected in time, but only 34% of those reported by letter (41 letters, interval 20% to 49%). With a fixed share it would be 66% of all, and 58% of those reported by letter.
#
# The price is borne by tenants who write by app: of a hundred dangerous defects in all, five more wait longer than a week. These tenants can see their place on the list and object to it. The inspectors drive 60 kilometres more a week.
#
# Old records would have taught the score that letters are not urgent, because letters were opened on Fridays. So two inspectors judged 400 old requests again.
#
# The board decides, and stops the list if the gap between letter and app exceeds 20 points in two months running.
#
# </details>

# %% [markdown] public=true facilitator=true
# **Plan for 120 minutes with groups of three or four.** 15 minutes for the top and exercise 1, 20 for exercise 4, 10 for exercise 5, 35 for the statement, 25 for the card, 15 to read prices aloud. The note is homework. Teams that program do exercises 2, 3 and 8 between the sessions.
#
# **Before the session** let each team run its notebook once: the service learns for about 15 seconds, and a team that has changed its model has new numbers.
#
# **Activity.** Put the sentence “Nobody pays a price” on the wall. Each team says whose row in its table is lower than with another candidate. Then one member speaks for two minutes as one of these people, and the others answer.

# %% [markdown] facilitator=true
# **What participants say.** “French is only 116 comments, so it proves nothing”: ask for the interval of that row. “Writes with difficulty has the lowest number in table B”: ask how many comments stand behind it. “We do not use the district, so we cannot neglect it” (exercise 4): taking the column out narrows the gap. But the order then reads only 31% of all urgent comments on the day, where an order by need reads 52%, because the label still records how fast the desk answered. “The model is fair, the gap is small”: compare with what everybody gets.
#
# **For those ahead.** Table A holds seven intervals. If no gap existed at all, with what chance would at least one of seven intervals of 95% leave out zero? (About 30%, if they were independent; with the correction of the table, at most 5%.) What does this mean for a team that reports the largest gap only?
#
# **Reading the note.** Two points: it recommends and gives two numbers by group. Four points: somebody who is served less is named with a number and gets something in return; the size of the group or the interval is there; and the note does not confuse “answered fast” with “urgent”. A proposal to read by arrival can earn four points.
