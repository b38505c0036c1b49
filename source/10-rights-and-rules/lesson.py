# %% [markdown]
# # Rights and rules
#
# **The decision.** We want to use an AI system in our institution. Which rules bind our institution for this system, from which day, and what follows?
#
# **After this lesson you can**
#
# - say whether a text binds your institution, or is a recommendation, a bill or a treaty;
# - write a chain of rights: right, who is affected, harm, indicator, remedy;
# - find the class of a system in the AI Act of the European Union, with the path that leads there;
# - name a single fact that would change the class;
# - list the duties by role and day.
#
# {{time}}
#
# **The case.** A social ministry in Ecuador opens one address for all requests: allowances, health cards, complaints. They come in Spanish and in Kichwa. A model reads each request and forwards it to the office in charge. We call this service “the desk”. The system is invented.
#
# **Not legal advice.** The rules are kept in two lists that come with the course. The cell below shows the day on which they were last compared with the law, and which of their days have come since then. Before you act, read the law itself and ask your legal service.
#
# The text can be followed without reading the code. Code that you need for the assignment is open; the rest is folded. To read it, press “Show the code”. Paragraphs that begin with **Build** explain code; the *Decide* exercises do not need them.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Section 1: 15 minutes. Section 2: 10. Section 3: 15. Section 4: 10. Section 5: 10. Section 6: 5. Group activity: 25.
#
# **Prepare.** Run the lesson once. Read section 1 with the country of your class in mind: which text binds there? Hang six signs on a wall, one for each class of exercise 2.
#
# **With lawyers in the room.** They will find points that the tree simplifies. Thank them, and note each point. The cell below shows when the lists were last compared with the law. Check before the session whether a final text of the guidelines on high-risk systems has been published; in May 2026 there was a draft.
#
# **For those who are ahead.** Answer the questions of the tree for a system of your own office, and list with `flips` which single answer changes its class.

# %% folded="setup"
from datetime import date

import matplotlib.pyplot as plt
import pandas as pd

from course import check, show, translator
from course.dossier.assessments.classifying import classify, explain, explain_duties, flips
from course.frameworks.ai_act import ai_act
from course.frameworks.days import passed
from course.frameworks.other_law import other_law, what_binds

t = translator("10-rights-and-rules")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"

today = date.today()
print(t("AI Act: last compared with the law on {day}").format(day=ai_act().checked_on))
print(t("Other law: last compared with the law on {day}").format(day=other_law().checked_on))
for row in passed(today):
    print(t("{day} has come since then: {name}. Read the law.").format(day=row.day, name=row.name))

# %% [markdown]
# In this lesson “today” is the day on which you run it: what applies today is computed from the days in the lists. Where a row says “not checked”, we have not checked what happened after the date that it names.

# %% [markdown]
# ## 1. Does the text bind us?
#
# Many texts speak about AI in public bodies. They have different force:
#
# - A **binding** text lays duties on the bodies that it names. It can be a law, but also a directive of an authority that may give orders to these bodies.
# - A **recommendation** asks. Nobody breaks the law by not following it, but a court or an ombuds office can use it as a yardstick.
# - A **bill** is a draft that a parliament has not adopted. It binds nobody.
# - A **treaty** binds the states that have ratified it, once it is in force. A public body usually meets it through national law.
#
# Here are some of the texts. What do you expect: how many of them are binding and in force today?

# %% folded="texts"
pd.set_option("display.max_colwidth", None)
FORCES = {
    "binding": t("binding"),
    "recommended": t("recommendation"),
    "bill": t("bill"),
    "treaty": t("treaty"),
}
STATES = {
    "in force": t("in force"),
    "later": t("later"),
    "unclear": t("unclear"),
    "not in force": t("not in force"),
}


def state_in_words(each):
    """Whether a text is in force today, as far as we know."""
    if each.force == "treaty":
        return t("not in force in the middle of 2026; later: not checked")
    return STATES[each.state(today)]


law = other_law()
in_force = [
    each for each in law.instruments if each.force == "binding" and each.state(today) == "in force"
]
print(t("Texts: {n}").format(n=len(law.instruments)))
print(t("Binding and in force today: {n}").format(n=len(in_force)))
print(t("Of these verified: {n}").format(n=sum(each.verified for each in in_force)))
pd.DataFrame(
    {
        t("Where"): [law.jurisdictions[each.jurisdiction] for each in law.instruments],
        t("Text"): [each.title for each in law.instruments],
        t("Force"): [FORCES[each.force] for each in law.instruments],
        t("On {day}").format(day=today): [state_in_words(each) for each in law.instruments],
        t("Lays duties on"): [
            ", ".join(name for key, name in law.institutions.items() if key in each.binds) or "–"
            for each in law.instruments
        ],
        t("Verified"): [t("yes") if each.verified else t("no") for each in law.instruments],
    }
).style.hide(axis="index")

# %% [markdown]
# Of the 16<!--above--> texts, 9<!--above--> are binding and in force today, and 6<!--above--> of these are verified. Read one row to its end. Resolution 615 of Brazil's National Council of Justice is binding, and it lays duties on courts only. Joint Directive 007 of Colombia is binding for all five kinds of body in our list. UNESCO's Recommendation applies, but only as a recommendation: it lays duties on no body.
#
# “Verified: yes” means that we read the publisher's own page, or several sources that agree. “Verified: no” means that a point is not settled, such as the first day of a law. We show these rows with a mark, and no correct answer to an exercise depends on them.
#
# **Build.** The function `what_binds` looks up one country, one kind of institution and one day. This is the line that you will need:

# %%
for law_found in what_binds("brazil", "court", today):
    print(law_found.title, "|", t("verified:"), law_found.verified)

titles = [
    law_found.title for law_found in what_binds("brazil", "court", today) if law_found.verified
]
print(titles)

# %% [markdown]
# **Build.** The last two statements make and print a **list**: in square brackets, “take the title, for each text found, if it is verified”. The kinds of institution are written `"executive"` (a ministry), `"court"`, `"statistics-office"`, `"regulator"` and `"development-bank"`.

# %% [markdown]
# **Build.** For several countries, go through them with `for`, and store each list under the name of its country. A dictionary begins as empty braces:

# %%
table = {}
for country in ["brazil", "colombia"]:
    found = what_binds(country, "court", today)
    table[country] = [each.title for each in found]
print(table)

# %% [markdown]
# **Build.** Here the second condition, `if each.verified`, is still missing. A **function** is a recipe with ingredients. It begins with `def`, has its ingredients in brackets, and hands its result back with `return`:


# %%
def number_of_texts(country, day):
    found = what_binds(country, "court", day)
    return len(found)


print(number_of_texts("brazil", today))

# %% folded="figure-binding"
places = ["brazil", "colombia", "chile", "canada", "united-states", "united-kingdom"]
kinds = list(law.institutions)
fig, ax = plt.subplots(figsize=(8, 3.9))
for row, place in enumerate(places):
    for column, kind in enumerate(kinds):
        found = what_binds(place, kind, today)
        sure = any(each.verified for each in found)
        unsure = any(not each.verified for each in found)
        shift = 0.2 if sure and unsure else 0
        if sure:
            ax.scatter(column - shift, row, s=200, color=DARK)
        if unsure:
            ax.scatter(
                column + shift,
                row,
                s=130,
                marker="D",
                color="white",
                edgecolors=AMBER,
                linewidths=2,
            )
        if not found:
            ax.text(column, row, "–", ha="center", va="center")
ax.set_xticks(range(len(kinds)), [law.institutions[kind].replace(" ", "\n", 1) for kind in kinds])
ax.set_yticks(range(len(places)), [law.jurisdictions[place] for place in places])
ax.set_xlim(-0.6, len(kinds) - 0.4)
ax.set_ylim(len(places) - 0.4, -0.6)
show(
    fig,
    title=t("In one country, one body can be bound and another not"),
    subtitle=t(
        "● binding, verified    ◇ binding, not verified    – no binding text in force on our list"
    ),
    source="authors",
    alt=t(
        "A grid of six countries and five kinds of institution. In Colombia a verified text binds "
        "all five. In Brazil an unverified text binds all five, and a verified one binds courts as "
        "well. In Canada, the United States and the United Kingdom, verified texts bind "
        "ministries, statistics offices and regulators, but no courts or development banks; the "
        "United States has an unverified one in addition. In Chile an unverified text binds "
        "ministries, statistics offices and regulators."
    ),
)

# %% [markdown]
# A dash does not mean “free”. It means that our list has no text on AI that is binding and in force today. The constitution, human-rights treaties, the law on administrative decisions and on personal data apply to every public body, with AI or without. Ecuador is not in our list at all, and the same holds there: the ministry looks for these rules first.
#
# Some points that can help in your own country:
#
# - **Canada.** Federal departments have had to follow the Directive on Automated Decision-Making since 1 April 2020. A province or a city is not a federal department.
# - **Chile.** The recommendations of the Council for Transparency ask State bodies to describe each automated decision system. We read the Council's page and guide, but not its resolution. By its own text, Law 21.719 on personal data has applied since 1 December 2026; we have not checked whether that day was moved at the last moment. We have not read its rules on automated decisions.
# - **Council of Europe.** A Framework Convention on AI was adopted in May 2024. In the middle of 2026 it was not in force; we have not checked what happened later. Some pages say that it has been in force since November 2025. Other sources contradict them.
# - **The AI Act of the European Union** binds bodies outside the Union only if a system is offered or used in the Union, or if its output is used there. For a ministry in Ecuador it is usually not law, but a well-made list of questions. Suppliers that also sell in the Union must follow it there.
#
# **Check yourself.** A ministry in Colombia plans a system that sorts requests by urgency. Which text lays duties on it today? Choose one answer (`binds_ministry`).
#
# - `bill`: Bill 043 of 2025, the general law on AI
# - `directive`: Joint Directive 007 of 2025 on transparency
# - `unesco`: UNESCO's Recommendation of November 2021
# - `convention`: the Convention of the Council of Europe

# %%
binds_ministry = "..."

# %%
check("quick-binding", binds_ministry)

# %% [markdown] facilitator=true
# **Participants often say:** “We are not in Europe, so the AI Act is not for us.” Answer: that is often right. Ask two things: is the output used in the Union, and does the supplier sell there too? Then ask which law of their own country applies.

# %% [markdown]
# ## 2. Whose rights are at stake?
#
# UNESCO's Recommendation of 23 November 2021 was adopted by UNESCO's member States. It is not binding, but it gives them a common language. It has four values, such as human rights and dignity, and diversity and inclusiveness. It has ten principles, such as proportionality, fairness, privacy, human oversight, transparency and accountability.
#
# Principles are easy to agree with. To work with them, write a **chain**: the *right* with its article, *who* is affected, the *harm*, the *indicator* that would show the harm, and the *remedy*: to whom the person can go. Here are four chains for the ministry's desk. The articles are those of the Universal Declaration of Human Rights. (Readers differ on whether “public service” in article 21 means the services that people receive, or holding an office. Look for your country's own article.)

# %% folded="chains"
chains = pd.DataFrame(
    [
        [
            t("equal access to public service (21)"),
            t("people who write in Kichwa"),
            t("the request lies in the wrong office for weeks"),
            t("share of requests forwarded wrongly, by language"),
            t("a clerk who reads Kichwa; the ombuds office"),
        ],
        [
            t("social security (22)"),
            t("women and men in informal work, whose records are thin"),
            t("an allowance is refused to somebody who is entitled to it"),
            t("share of entitled people refused, by kind of work and by sex"),
            t("reasons in writing, an objection that a person decides, a court"),
        ],
        [
            t("privacy (12)"),
            t("people with disabilities, who send medical reports"),
            t("the supplier keeps the reports and learns from them"),
            t("number of files that left the ministry, and why"),
            t("access and deletion; the authority for data protection"),
        ],
        [
            t("effective remedy (8)"),
            t("people without internet, above all in the countryside"),
            t("they cannot object, because objections are taken online only"),
            t("share of refusals contested, by district and by channel"),
            t("a counter and a telephone number; the ombuds office"),
        ],
    ],
    columns=[t("Right (article)"), t("Who"), t("Harm"), t("Indicator"), t("Remedy")],
)
chains.style.hide(axis="index")

# %% [markdown]
# A chain with a gap shows where work is missing. If you cannot name an indicator, nobody will notice the harm. If you cannot name a remedy, the person is left alone with the harm.
#
# Do not list all thirty articles, and do not stop at privacy. Go through the service step by step, and ask at each step which right it touches.

# %% folded="figure-rights"
steps = [
    t("people apply"),
    t("the model forwards"),
    t("an office evaluates"),
    t("the ministry decides"),
    t("people object"),
]
rights = {
    t("2, 7  equality"): [1, 1, 1, 1, 1],
    t("8  effective remedy"): [0, 0, 0, 1, 1],
    t("12  privacy"): [1, 1, 1, 0, 0],
    t("21  access to public service"): [1, 1, 0, 0, 0],
    t("22, 25  social security, living"): [0, 0, 1, 1, 0],
}
fig, ax = plt.subplots(figsize=(8, 3.5))
for row, touched in enumerate(rights.values()):
    ax.plot([0, len(steps) - 1], [row, row], color=GREY, lw=0.5, zorder=0)
    columns = [column for column, is_touched in enumerate(touched) if is_touched]
    ax.scatter(columns, [row] * len(columns), s=200, color=DARK)
ax.set_xticks(range(len(steps)), ["\n".join(step.rsplit(" ", 1)) for step in steps])
ax.set_yticks(range(len(rights)), list(rights))
ax.set_ylim(len(rights) - 0.5, -0.5)
ax.set_xlim(-0.4, len(steps) - 0.6)
show(
    fig,
    title=t("Each step touches several rights; equality is at stake in all"),
    subtitle=t("Articles of the Universal Declaration that each step of the service touches"),
    source=[t("United Nations, Universal Declaration of Human Rights, 1948"), "authors"],
    alt=t(
        "A grid of five groups of articles and five steps of the service. Equality has a dot at every step. "
        "Privacy has dots at the first three steps, access to public service at the first two, social security at "
        "evaluation and decision, effective remedy at decision and objection."
    ),
)

# %% [markdown]
# The dots are our judgement. Draw this grid again for your own service, together with people who run it and people who use it.
#
# **Check yourself.** Which number shows the harm of the first chain, the one about Kichwa? Choose one answer (`shows_harm`).
#
# - `all-requests`: the share of all requests that go to the wrong office
# - `among-errors`: the share of Kichwa among the wrongly forwarded requests
# - `read-again`: the share of Kichwa requests read again by a clerk
# - `by-language`: the share of requests forwarded wrongly, by language

# %%
shows_harm = "..."

# %%
check("quick-chain", shows_harm)

# %% [markdown]
# ## 3. Which class does the AI Act give?
#
# The AI Act sorts **uses**, not products. Its questions come in a fixed order:
#
# 1. **Is it AI?** A system that only carries out rules written by people is not an AI system, however severe its effect. It becomes one when it learns from data, or draws conclusions of its own from knowledge that people put into it.
# 2. **Does the AI Act apply?** It has to be offered or used in the Union, or its output used there. Some purposes, such as exclusively military ones, are outside.
# 3. **Is it prohibited?** Article 5.
# 4. **Is it a product or a safety component of one?** Article 6(1). Annex I lists the laws on such products, for example on lifts and medical devices.
# 5. **Is its use listed in Annex III?** For example public benefits, courts, recruitment, credit. Then it is *high-risk*, unless Article 6(3) exempts it as a small task (section 4).
# 6. **Must people be told?** Article 50, *transparency duties*, in addition to any other class.
# 7. **From which day do the rules apply?** A system from before that day can have more time.
#
# If nothing fits, the class is *minimal*. Then the Act still asks for measures that support AI literacy (Article 4), and all other law applies.
#
# Duties depend on the role. The **provider** develops a system, or has it developed, and offers or uses it under its own name. The **deployer** uses it under its own authority. A ministry that buys a ready-made system, which the seller offers under the seller's own name, is a deployer. A ministry that builds a system and uses it is both. Section 5 says when a deployer becomes a provider. In code the roles are `"provider"`, `"deployer"` (a private body), `"public-service"` (a private body that provides public services) and `"public-body"`.
#
# Our list has these questions as a decision tree; some of the seven have several parts. The facts about a system are a **dictionary**: for each question its answer, in quotation marks. These are the facts of the desk:

# %%
desk = {
    "ai-system": "yes",
    "scope": "outside-union",
    "practices": "none",
    "product": "no",
    "areas": "services",
    "services": "forwarding",
    "contact": "no",
    "generated": "no",
    "published": "none",
    "sensed": "no",
}
result = classify(desk, on=today, role="public-body")
print(result.classes)

# %% [markdown]
# The ministry in Ecuador is outside the scope: for the desk the AI Act is not law. The supplier, however, wants to sell the same system to a city in Spain. We ask what would follow there. The answer `"none"` to `"scope"` means that no reason takes the system out of the scope: the Act applies. To change a fact, write `desk | {...}`: all the facts of `desk`, with those in the braces replaced or added.

# %%
desk = desk | {"scope": "none"}
result = classify(desk, on=today, role="public-body")
print(result.classes)
print([step.place for step in result.path])

# %% [markdown]
# `result.classes` are the classes, and `result.path` is the way through the tree. In words:

# %% folded="path"
pd.DataFrame(
    [[step.question, "; ".join(step.answers), step.place] for step in explain(result)],
    columns=[t("Question"), t("Answer"), t("Place in the law")],
).style.hide(axis="index")

# %% [markdown]
# The desk is *minimal*, although it works in the area of public benefits. The area alone is not enough: the task within the area counts. Annex III, point 5(a) speaks of systems that “evaluate the eligibility of natural persons” for essential benefits, or grant, reduce, revoke or reclaim them. The desk passes the request on and evaluates nothing. A system that flags claims for these benefits as possible fraud or error belongs to point 5(a) too: the exception for finding financial fraud is written in point 5(b), on credit, only. (This is the reading of our tree. The Commission's guidelines on high risk were still a draft on the day of the last check.)
#
# Now the supplier offers a second version. It also estimates from each request how likely it is that the person is entitled to an allowance. A clerk sees the estimate and decides. For a listed use the tree asks two more questions. `"profiling"`: does the system evaluate, by automatic means, personal aspects of people such as work, health, behaviour or reliability? `"older-high-risk"`: will it be in service before the high-risk rules apply to it? This version is new and starts after that day, so the answer is `"no"`.

# %%
allowance = desk | {"services": "benefits", "profiling": "yes", "older-high-risk": "no"}
result = classify(allowance, on=today, role="public-body")
print(result.classes)
print(result.findings[0].outcome.place)
print(list(ai_act().classes))

# %% [markdown]
# **Build.** The last line lists all classes as the classifier writes them. `high-risk-annex-iii` is high-risk by its use, and `high-risk-annex-i` is high-risk as a product.

# %% folded="figure-tree"
stages = []
for stage in ai_act().stages:
    stages.append((stage.title, set(stage.questions) - {"profiling"}))
    if "profiling" in stage.questions:
        stages.append((t("Is it exempted by Article 6(3)?"), {"profiling"}))
fig, ax = plt.subplots(figsize=(8, 4.4))
for row in range(len(stages)):
    ax.axhline(row + 0.5, color=GREY, lw=0.4, zorder=0)
lines = {
    t("forwards only"): (desk, 0, AMBER, "D"),
    t("estimates entitlement"): (allowance, 1, DARK, "o"),
}
for facts, x, colour, marker in lines.values():
    asked = {step.question for step in classify(facts, on=today).path}
    rows = [row for row, (_, questions) in enumerate(stages) if asked & questions]
    ax.plot([x] * len(rows), rows, color=colour, marker=marker, ms=11, lw=2)
    outcome = classify(facts, on=today).classes[0]
    ax.text(
        x,
        len(stages),
        {"minimal": t("minimal"), "high-risk-annex-iii": t("high-risk")}[outcome],
        ha="center",
        va="center",
        fontweight="bold",
    )
listed = next(row for row, (_, questions) in enumerate(stages) if "areas" in questions)
ax.text(1.15, listed, t("listed:\npoint 5(a)"), va="center", fontsize=9)
ax.set_xticks([0, 1], [label.replace(" ", "\n", 1) for label in lines], fontweight="bold")
ax.xaxis.tick_top()
ax.set_yticks(range(len(stages)), [title for title, _ in stages])
ax.tick_params(length=0)
ax.spines[:].set_visible(False)
ax.set_xlim(-0.6, 1.9)
ax.set_ylim(len(stages) + 0.5, -0.7)
show(
    fig,
    title=t("Same desk, same model: one more purpose makes it high-risk"),
    subtitle=t("Stages of the decision tree that each version passes, and its class at the end"),
    source=t("Regulation (EU) 2024/1689 (AI Act)"),
    alt=t(
        "The stages of the tree from top to bottom, and two lines through them. The version that only forwards "
        "ends as minimal. The version that estimates entitlement is listed at the stage of Annex III, point 5(a), "
        "passes two more stages, on the exemption and on dates, and ends as high-risk."
    ),
)

# %% [markdown]
# That a clerk decides does not by itself change the class. The law asks what the system is meant for, and an estimate on a person's case influences the decision.
#
# **What is prohibited?** These practices are prohibited even with a label, with a sign at the door, or with a signed consent form. The last column shows the first day.

# %% folded="practices"
banned = [
    each
    for each in ai_act().outcomes.values()
    if each.class_id == "prohibited" and not each.id.endswith("-offer")
]
pd.DataFrame(
    [[each.place, each.label, each.applies.day] for each in banned],
    columns=[t("Place in the law"), t("Practice"), t("Prohibited from")],
).style.hide(axis="index")

# %% [markdown]
# Two rows came later than the others. Since **2 December 2026** it has been prohibited to offer a system for making intimate images of people without their explicit consent (ba), or for child sexual abuse material (bb). The prohibition also covers a provider without such a purpose, if such output is foreseeable and reasonable safeguards are missing. It covers a deployer only if it uses the system for that purpose.
#
# Most rows have conditions. *Emotions*: prohibited for workers and students, except for medical or safety reasons; for callers or visitors the system is high-risk. *Social scoring*: only if people are treated worse in an unrelated context, or out of proportion. *Crime*: only if the prediction rests on a profile alone.

# %% [markdown] facilitator=true
# **Participants often say:** “A human decides, so the system is not high-risk.” Answer: ask for the place in Article 6 that says so. There is none. **They also say:** “It is a language model, so it is high-risk.” Answer: the use decides, not the technique.

# %% [markdown]
# ## 4. Which single fact would change the class?
#
# A class is only as good as the facts behind it. The function `flips` changes one answer at a time and lists every change that leads to other classes. Question and new answer are in `flip.question` and `flip.after`. If the new answer brings up further questions, such as the one about profiling, `flip.assumed` holds the answers that were assumed for them.

# %%
for flip in flips(desk, on=today, role="public-body"):
    if flip.question == "services" and "high-risk-annex-iii" in flip.classes:
        print(flip.question, flip.after, flip.classes, flip.assumed)

# %% [markdown]
# **Build.** The new answer can have two values: the question about services allows several answers, so the old one stays and the new one is added. The same pair of question and answer can occur twice, when the new answer brings up a further question that can be answered in two ways.
#
# If the tree ended early, it has not asked the remaining questions, and `flips` names no class. Suppose that a program only carries out rules that people wrote. Which class does it have if a new version learns from data?

# %%
rules_only = {"ai-system": "fixed-rules"}
for flip in flips(rules_only, on=today, role="public-body"):
    print(flip.question, flip.after, flip.classes, flip.open)

# %% [markdown]
# The brackets after the new answer are empty: the class is open. `flip.open` lists the questions that must be answered first. “No longer prohibited” or “now AI” never means “minimal” by itself.
#
# **Build.** `in` asks whether a class is among the classes: a system can have several at once. To collect the changes in a list, begin with an empty one and append:

# %%
found = []
for flip in flips(desk, on=today, role="public-body"):
    if "not-ai" in flip.classes:
        found.append((flip.question, flip.after))
print(found)

# %% folded="figure-flips"
colours = {
    "prohibited": (AMBER, t("prohibited")),
    "high": (DARK, t("high-risk")),
    "transparency": (GREY, t("transparency duties")),
    "outside": ("#D3D8E0", t("outside the Act, or no AI")),
}


def kind_of(flip):
    """The colour group of the classes after a change."""
    first = flip.classes[0]
    if first in ("not-ai", "out-of-scope"):
        return "outside"
    return "high" if first.startswith("high-risk") else first


changes = {(flip.question, flip.after, kind_of(flip)) for flip in flips(desk, on=today)}
asked = [step.question for step in classify(desk, on=today).path]
names = {
    "ai-system": t("is it AI?"),
    "scope": t("does the Act apply?"),
    "practices": t("practices of Article 5"),
    "product": t("product (Annex I)"),
    "areas": t("areas of Annex III"),
    "services": t("what it does in services"),
    "contact": t("contact with people"),
    "generated": t("generated content"),
    "published": t("published content"),
    "sensed": t("emotions, categories"),
}
fig, ax = plt.subplots(figsize=(8, 4.2))
left = dict.fromkeys(asked, 0)
for kind, (colour, label) in colours.items():
    widths = [sum(q == name and k == kind for q, _, k in changes) for name in asked]
    ax.barh(
        [names[name] for name in asked],
        widths,
        left=[left[name] for name in asked],
        color=colour,
        edgecolor="white",
        label=label,
    )
    left = {name: left[name] + width for name, width in zip(asked, widths)}
ax.invert_yaxis()
ax.set_xlim(0, max(left.values()) + 1)
ax.xaxis.get_major_locator().set_params(integer=True)
ax.legend(frameon=False, loc="lower right", fontsize=9)
show(
    fig,
    title=t("Practices and areas lead to another class most often"),
    subtitle=t("Number of single changes that lead to another class"),
    source=t("Regulation (EU) 2024/1689 (AI Act)"),
    alt=t(
        "Bars for the ten questions that are asked about the desk. The practices of Article 5 have the longest "
        "bar, with prohibited and high-risk outcomes. The areas of Annex III, what the system does in services, and the scope "
        "follow. The other questions have one to three changes, most of them to transparency duties."
    ),
)

# %% [markdown]
# The changes of area are not changes of topic alone. Each adds a second area, such as work or justice, *and* a task that is listed there.
#
# Use this list in two ways. Before you buy, write the facts into the contract: “forwards only; does not evaluate”. Later, ask at every new version whether one of them has changed.
#
# **The exemption of Article 6(3).** A system whose use is listed in Annex III is not high-risk if it does no more than one or several of four small tasks and does not influence the substance of the decision. The tasks are: a narrow procedural task, such as finding duplicates; improving finished human work; finding deviations from earlier decisions, with human review; a preparatory task. They are read narrowly. **If the system profiles people, the exemption never applies.** An exempted system is not free of duties: the provider documents why (Article 6(4)) and registers it (the day of this duty is not verified).
#
# So answer the question about the area by the task that the system *carries out, helps with or prepares*, and leave the sorting to Article 6(3). Here is a program that only puts the pages of applications for an allowance into the right folder:

# %%
sorter = desk | {
    "services": "benefits",
    "profiling": "no",
    "small-task": "procedural",
    "influence": "no",
}
print(classify(sorter, on=today, role="provider").classes)
influential = sorter | {"influence": "yes", "older-high-risk": "no"}
print(classify(influential, on=today, role="provider").classes)

# %% [markdown]
# It is listed and *exempted*. If its output influences the decision, the exemption falls away, and it is high-risk.
#
# In doubt, do not choose *minimal*. Ask the supplier for the fact that is missing.
#
# **Check yourself.** The desk only forwards and is *minimal*. Which change would bring duties under Article 50? Choose one answer (`brings_duties`).
#
# - `other-model`: the supplier replaces the model by a large language model
# - `clerk-leaves`: no clerk looks at the forwarding before it takes effect
# - `chat`: it asks people in a chat what their request is about
# - `keeps-requests`: it keeps each request for five years, to learn from it

# %%
brings_duties = "..."

# %%
check("quick-class", brings_duties)

# %% [markdown]
# ## 5. From which day, and who must do what?
#
# The AI Act was amended in July 2026 by Regulation (EU) 2026/1744. Many pages on the internet still show the old dates: the rules on high risk no longer begin in August 2026.

# %% folded="figure-days"
days = ai_act().dates
events = [
    ("chapters-1-2", t("first prohibitions, AI literacy")),
    ("general", t("Article 50: people must be told")),
    ("new-prohibitions", t("two new prohibitions (ba, bb)")),
    ("older-generators", t("Article 50(2) for older generators")),
    ("annex-iii", t("high-risk by use (Annex III)")),
    ("annex-i", t("high-risk products (Annex I)")),
    ("older-public", t("older high-risk systems of public bodies")),
]
end = date(2032, 6, 1)
fig, ax = plt.subplots(figsize=(8, 3.8))
for row, (key, _) in enumerate(events):
    day = days[key].day
    colour = DARK if day <= today else AMBER
    ax.plot([day, end], [row, row], color=colour, lw=2)
    ax.scatter([day], [row], s=80, color=colour, zorder=3)
    ax.scatter([end], [row], s=60, color=colour, marker=">", zorder=3)
for colour, label in ((DARK, t("applies already")), (AMBER, t("begins later"))):
    ax.plot([], [], color=colour, lw=2, marker="o", ms=8, label=label)
fig.legend(loc="outside upper left", ncols=2)
ax.axvline(today, color=GREY, lw=1.2, ls="--", zorder=0)
ax.annotate(t("today"), (today, len(events) - 0.4), (6, 0), textcoords="offset points", va="center")
ax.set_xlim(date(2025, 1, 1), date(2032, 9, 1))
ax.set_ylim(len(events), -0.6)
ax.set_yticks(
    range(len(events)), [f"{days[key].day}\n{label}" for key, label in events], fontsize=9.5
)
show(
    fig,
    title=t("High risk by use (Annex III) begins in December 2027"),
    subtitle=t("The day from which each part of the AI Act applies"),
    source=t("Regulation (EU) 2024/1689 (AI Act)"),
    alt=t(
        "A time line from 2025 to 2032 with seven lines, none of which ends. The lines begin on "
        "these days: prohibitions and literacy on 2 February 2025, Article 50 on 2 August 2026, "
        "the two new prohibitions and Article 50(2) for older generators on 2 December 2026, "
        "high-risk systems of Annex III on 2 December 2027, products of Annex I on 2 August 2028, "
        "and older systems of public bodies on 2 August 2030. A dashed line shows today."
    ),
)

# %% [markdown]
# Some details matter. Systems that generate content and were on the market before 2 August 2026 had until 2 December 2026 to mark what they generate (Article 50(2)). Systems of public authorities that are high-risk under Annex III, in service before 2 December 2027 and not changed significantly in design since, have until 2 August 2030. For Annex I, read 2 August 2028 in place of 2 December 2027. The rules on general-purpose models (Chapter V), such as large language models, have applied since 2 August 2025; the figure does not show them. They bind the provider of the model, not the ministry that uses it. A ministry that offers a model of its own, for example for a national language, is such a provider; to the first question of the tree it answers `"yes-with-model"` or `"model-only"`.
#
# **Build.** In the classifier, `result.classes` holds all classes, also those whose rules begin later. `result.in_force` holds only those that apply on the day:

# %%
for day in (date(2027, 12, 1), date(2027, 12, 2)):
    result = classify(allowance, on=day, role="public-body")
    print(day, result.classes, result.in_force)

# %% [markdown]
# **Build.** The empty brackets `()` in the first line say: on this day no class is in force yet. `list(result.in_force)` turns the round brackets into a list in square brackets.
#
# **Who?** The provider and the deployer (section 3) have different duties. A contract can say who does the work and who pays for a failure. It frees nobody from a duty that the law lays on them; the only exception is in the first point below.
#
# **When a deployer becomes the provider.** Article 25(1) names three ways. A ministry has all duties of a provider of a high-risk system if it
#
# - puts its own name on a high-risk system that somebody else has offered (here a contract can allocate the duties in another way);
# - modifies a high-risk system substantially, and it remains high-risk;
# - changes the purpose of a system that was not high-risk, and it becomes high-risk. If the ministry itself lets the desk estimate who is entitled, it is the provider of the second version.
#
# The first provider then has to cooperate and hand over the documents, unless it had clearly said that its system must not be changed into a high-risk one (Article 25(2)). So ask before you buy.
#
# **Build.** The duties that apply on the day are in `result.duties`; those that come later are in `result.later`. Each has a place in the law, and `verified` says whether the sources agree on its day.

# %%
result = classify(allowance, on=date(2027, 12, 2), role="provider")
print([due.duty.place for due in result.duties])
print([due.duty.place for due in result.duties if due.duty.verified])

# %% folded="duties"
rows = {}
for role in ("provider", "deployer", "public-body"):
    result = classify(allowance, on=date(2027, 12, 2), role=role)
    for due, words in zip(result.duties, explain_duties(result)):
        row = rows.setdefault(
            due.duty.id,
            {
                t("Duty"): words.text,
                t("Place in the law"): words.place + ("" if words.verified else " *"),
                t("provider"): "",
                t("private deployer"): "",
                t("public body"): "",
            },
        )
        column = {
            "provider": t("provider"),
            "deployer": t("private deployer"),
            "public-body": t("public body"),
        }[role]
        row[column] = "●"
print(t("Allowance system, on {day}; * the day is not verified").format(day=date(2027, 12, 2)))
pd.DataFrame(rows.values()).style.hide(axis="index")

# %% [markdown]
# In the table, *conformity* means that the system meets the requirements, and the *CE marking* shows that this was assessed. The seller does not carry all duties. A public body that uses a high-risk system of Annex III must, among other things, appoint people who oversee it, keep logs, tell the people concerned, and **assess the impact on fundamental rights before the first use** (Article 27). It sends the result to the market surveillance authority (Article 27(3)) and updates the assessment when something in it changes. Module 11 completes such an assessment. Private bodies that provide public services must make this assessment too. So must other private firms that use a system for credit, or for life and health insurance. The assessment is not due for critical infrastructure (point 2), nor for products of Annex I. A data protection impact assessment does not replace it.
#
# *Not high-risk* does not mean *no duties*. A chat assistant has to be built so that people learn that it is AI, unless this is obvious (Article 50(1), provider). Emotion recognition and biometric categorisation: the deployer informs the people exposed to them (50(3)). Deep fakes: the deployer discloses them (50(4)).
#
# **Check yourself.** A city in the Union will introduce a new AI system for allowances, listed in Annex III. In which year do the high-risk rules begin to apply to such systems? Give the year in four digits (`first_year`).

# %%
first_year = ...

# %%
check("quick-day", first_year)

# %% [markdown] facilitator=true
# **Participants often say:** “Our supplier is responsible.” Answer: ask which duties Article 26 lays on the body that uses a high-risk system, and whether the body has changed the purpose of the system (Article 25).

# %% [markdown]
# ## 6. Data protection, in short
#
# The AI Act does not replace the law on personal data. Where personal data are used, ask at least these five questions:
#
# 1. **On which basis?** A public body usually acts on a task that a law gives it. Consent counts only if a person is free to refuse. Somebody who needs the allowance is not.
# 2. **Only what is needed?** Each column needs a reason. Requests contain more than the task needs, such as diagnoses and names of children.
# 3. **Does a machine decide alone?** In the Union, Article 22 of the General Data Protection Regulation (GDPR) is about decisions with legal or similarly significant effects: a machine can take them alone only if a law with safeguards, a contract or explicit consent allows it. Under Article 15(1)(h) the person can ask whether a machine decides alone, by which logic and with which consequences. In Brazil, Article 20 of the General Data Protection Law lets a person ask for the review of a decision that was taken by automated processing alone (whether it covers every public body was not verified). Look for the rule of your country.
# 4. **May we look at sensitive data to find unfair treatment?** In the Union, Article 4a of the AI Act, new since July 2026, allows it in exceptional cases, if it is strictly necessary to find and correct bias, and under conditions (the final wording of its first paragraph was not read). It creates no duty to do so.
# 5. **Who else gets the data?** The contract says what the supplier may keep, and whether it may learn from it.

# %% [markdown] public=true facilitator=true
# **Group activity, 25 minutes, for a class of 37.** Form seven groups, mixed by country: five of five people and two of six. Six groups each get one system of exercise 2; the seventh gets the desk of this lesson.
#
# 1. 10 minutes: the group puts its system under one of the signs on the wall, and writes down the single fact that would move it.
# 2. 5 minutes: the group changes one fact in the system of its neighbours on the right. The neighbours say where their system goes now.
# 3. 10 minutes: the group writes one chain of rights and reads out only the remedy. The others say whether a person without internet could use it.

# %% [markdown] facilitator=true
# **Participants often say:** “We asked for consent.” Answer: ask what happens to a person who refuses. Somebody who depends on the office can hardly refuse.

# %% [markdown]
# ## 7. The same question in your office
#
# | Institution | The system | The question to ask first |
# |---|---|---|
# | Court (Guatemala, Brazil, Angola) | drafts the reasons for a judgment | Does it help to apply the law to facts, or does it only transcribe? Right to a fair hearing (10) |
# | Statistics office (Morocco, Samoa) | codes the occupations in a survey | Does it affect any person's case? Who is coded wrongly: women in unpaid work, informal trades? Equality (2) |
# | Telecom regulator (Côte d'Ivoire) | answers callers by voice | Do callers know that it is AI? What about callers who speak Dioula? Information (19) |
# | Development bank (Togo, Dominican Republic) | estimates who will repay | Persons or companies? Persons: Annex III, point 5(b). Equality (7) |
# | Trade mark registry (Philippines, Paraguay) | finds similar trade marks | Does an examiner see why? Can an applicant answer? Effective remedy (8) |
# | Ombuds office (Colombia, Antigua and Barbuda) | ranks complaints by urgency | Who never writes, and through which door can they come? Equal access (21) |

# %% [markdown]
# ## What to take with you
#
# - Ask first which texts bind your institution. A bill, a recommendation and a foreign law can be useful; they are not duties.
# - Where no law on AI exists, the constitution, treaties, administrative law and data protection still apply.
# - The use decides the class. Once a system is AI, the kind of model does not decide. The area alone does not make a system high-risk, and the signature of a person does not make it minimal.
# - Know the one fact that would change the class, and write it into the contract.
# - Every duty has a day and somebody who owes it. A body that changes the purpose of a system can become its provider. Pages from before July 2026 show old dates.
# - A chain of rights names an indicator that shows the harm, and a remedy that the person can reach.
#
# ## Sources
#
# Read on the days shown in the first cell; not legal advice.
#
# - Regulation (EU) 2024/1689 ([AI Act](https://eur-lex.europa.eu/eli/reg/2024/1689/oj)), as amended by [Regulation (EU) 2026/1744](https://eur-lex.europa.eu/eli/reg/2026/1744/oj), in force since 27 July 2026. The consolidated text of 27 July 2026 was read in a public copy.
# - [Regulation (EU) 2016/679](https://eur-lex.europa.eu/eli/reg/2016/679/oj) (GDPR), Articles 15(1)(h) and 22 (read in public copies).
# - UNESCO, Recommendation on the Ethics of Artificial Intelligence, 23 November 2021.
# - [Universal Declaration of Human Rights](https://www.un.org/en/about-us/universal-declaration-of-human-rights), 10 December 1948; its text is the data set `udhr` of this course.
# - Conselho Nacional de Justiça (Brazil), Resolução nº 615/2025; Lei nº 13.709/2018, art. 20.
# - Procuraduría General de la Nación and Defensoría del Pueblo (Colombia), Directiva Conjunta 007 de 2025 (read in two summaries that agree).
# - Treasury Board of Canada Secretariat, [Directive on Automated Decision-Making](https://www.tbs-sct.canada.ca/pol/doc-eng.aspx?id=32592).
# - Consejo para la Transparencia (Chile), guide of 14 July 2025; Ley N° 21.719.
# - Council of Europe, Framework Convention on Artificial Intelligence, CETS No. 225.
# - United Kingdom, [Algorithmic Transparency Recording Standard, mandatory scope](https://www.gov.uk/government/publications/algorithmic-transparency-recording-standard-mandatory-scope-and-exemptions-policy); United States, Office of Management and Budget, M-25-21 and M-25-22, 3 April 2025.
