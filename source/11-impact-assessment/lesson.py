# %% [markdown]
# # Impact assessment
#
# **The decision.** What must be in place before a system may decide about people, and who accepts the risk that remains?
#
# **After this lesson you can**
#
# - read a completed Algorithmic Impact Assessment, and compute its points and its level;
# - say which single answers change the level, and why more measures sometimes cannot lower it;
# - say what a level asks for, and who has to approve the system;
# - follow a right to its remedy, as Article 27 of the European Union's AI Act asks;
# - check whether the parts of a risk register agree.
#
# {{time}}
#
# **The case.** A social ministry in Guatemala pays a small sum each month to families in need. A score, *Visitas*, says in which order staff visit the homes. If nobody visits a family within a year, the software itself takes the family off the list, and the payment ends. Many families speak K'iche', Mam or another Mayan language, and many work informally. The ministry, its score and all its numbers are **invented**.
#
# The text can be followed without reading the code. Where you need a line for the *Build* exercises, it is shown open; the rest is folded. Paragraphs that begin with **Build** explain code; the *Decide* exercises do not need them. Answer each question before you run the cell below it. In the code, `t(...)` only translates the words that a cell shows, and `.format(...)` puts numbers into them: you need neither of them in the assignment.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Sections 1 to 3: 20 minutes. Sections 4 to 6: 15. Sections 7 to 9: 20. Group activity: 35.
#
# **Prepare.** Run the lesson once. Print the 17 risk questions of the area “Effects on people and nature”, once for each group. Ask each participant to bring one system of their own institution.
#
# **For those who are ahead.** Find a risk answer of *Visitas* that leads back to level III with 62 mitigation points. Or fill in the questionnaire for a system of your own office.

# %% folded="the-form"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, show, translator
from course.dossier import RiskRegister
from course.dossier.assessments.aia import (
    ImpactAssessment,
    effect_of_mitigation,
    questionnaire,
    summary,
)

t = translator("11-impact-assessment")
plt.style.use("course.figures")
pd.set_option("display.max_colwidth", None)
DARK, AMBER, GREY = "C0", "C1", "C2"

handed_in = """
effectiveness=moderate alternatives-considered=yes without-system=slow,costly public-scrutiny=yes
equity-groups-served=yes groups-out-of-scope=no disability-barriers=not-assessed attack-target=no
known-complaints=yes new-legal-authority=no developer=third-party configurer=own
product-type=custom accountability-assigned=yes improvement-team=yes accessibility-standard=no
manual-fallback=yes access-control=yes environment-lifecycle=little-to-none secret-algorithm=yes
hard-to-explain=yes algorithm-basis=learned inference-kind=probabilistic
model-kind=discriminative keeps-learning=no uses-protected-traits=yes proxies-checked=no
decision-fields=social-aid,money,health client-share=to-75 automation-degree=partial
needs-judgement=yes staff-effects=yes new-operation=yes used-elsewhere=yes reversibility=difficult
duration=years rights-impact=high dignity-impact=high health-impact=high economic-impact=high
environment-impact=little-to-none fairness-assessment=not-assessed disability-testing=no
worst-affected-group=yes exclusion-harm=yes wrong-selection-impact=high unstructured-data=no
personal-data=yes collection-minimal=yes decides-on-data-subject=yes matches-privacy-records=yes
data-sharing=department,other-government representative-data=no biased-training-data=yes security-class=protected-b
accuracy-measures=no data-controller=other-canadian many-sources=yes connected-devices=no
linked-systems=yes training-data-collector=own input-data-collector=other-level
consult-inside=yes consult-outside=yes consult-most-affected=no consult-harmed=no bias-tests=yes
bias-tests-public=no quality-fixes=yes quality-fixes-public=no gba-plus=yes gba-plus-public=no
stale-data=yes stale-data-public=no open-data=no trail-authority=yes logic-linked-to-law=yes
trail-complete=yes trail-key-points=yes override-log=yes change-log=yes trail-explains=yes
gives-reasons=yes trail-version=yes trail-decision-maker=yes user-feedback=yes recourse=yes
trail-change-control=yes all-client-information=yes bias-mitigated=yes relevant-inputs-only=yes
relevant-rules=yes extra-protections=deadlines,documents impartial-decision-maker=yes
automation-bias-training=yes regular-review=yes drift-monitoring=yes monitoring-updates=yes
privacy-assessment=yes security-by-design=yes privacy-by-design=yes closed-system=no
disclosure-agreement=yes de-identification=no
"""
# In the design phase some measures were not there yet.
later = "drift-monitoring monitoring-updates regular-review recourse trail-version override-log"

questions = questionnaire().questions
answers = {name: keys.split(",") for name, keys in (pair.split("=") for pair in handed_in.split())}


def points_of(given, kind):
    """The points of the answers of one kind to the questions that are asked."""
    found = questionnaire().asked(given)
    return sum(each.points(given.get(each.id, ())) for each in found if each.kind == kind)


rows = []
for name, keys in {**answers, "learning-monitored": ["no"]}.items():
    question = questions[name]
    is_asked = questionnaire().is_asked(question, answers)
    for phase in ["design", "implementation"] if question.kind == "mitigation" else ["both"]:
        given = ["no"] if phase == "design" and name in later.split() else keys
        points = question.points(given)
        rows.append([name, question.kind, phase, is_asked, ", ".join(given), points])
form = pd.DataFrame(rows, columns=["question", "kind", "phase", "asked", "answer", "points"])

rows = []
for question in questionnaire().asked(answers):
    now = answers[question.id]
    for key in question.options:
        then = [key]
        if question.takes_many:
            then = [each for each in question.options if (each in now) != (each == key)]
        if then and then != now and question.kind != "gate":
            given = {**answers, question.id: then}
            more = [
                points_of(given, kind) - points_of(answers, kind) for kind in ("risk", "mitigation")
            ]
            rows.append([question.id, question.kind, ", ".join(now), ", ".join(then), *more])
changes = pd.DataFrame(
    rows, columns=["question", "kind", "now", "then", "raw_change", "mitigation_change"]
)

# %% [markdown]
# ## 1. From answers to points
#
# Canada's government has a public form for such a decision, the **Algorithmic Impact Assessment**. It belongs to the Directive on Automated Decision-Making, which binds federal departments. We use release 1.0.1 of 3 October 2025, with questions in our own words. It does not bind Guatemala. It is useful elsewhere because everybody can compute its result again.
#
# There are two kinds of questions:
#
# - **Risk** questions ask what the system does and to whom. More points mean more risk. The points together are the **raw score**, at most 167.
# - **Mitigation** questions ask what is done against the risk: consulting people, testing data, keeping records, letting people contest a decision. The points together are the **mitigation score**, at most 77.
#
# The ministry's team has filled in the form. Here are some of its answers.

# %% folded="some-answers"
some = ["equity-groups-served", "disability-barriers", "decision-fields", "fairness-assessment"]
some += ["uses-protected-traits", "consult-most-affected", "recourse"]
table = form[form["question"].isin(some) & (form["phase"] != "design")].set_index("question")
pd.DataFrame(
    {
        t("question"): [questions[name].label.read() for name in table.index],
        t("answer"): [questions[name].in_words(answers[name]) for name in table.index],
        t("kind"): [{"risk": t("risk"), "mitigation": t("mitigation")}[k] for k in table["kind"]],
        t("points"): list(table["points"]),
    }
)

# %% [markdown]
# “Protected characteristics” are traits such as sex, ethnic origin or disability, because of which the law does not allow people to be treated worse. “Overlaps” are people who belong to two groups at once, such as women who speak Mam.
#
# In most questions one answer is chosen, and its points count. In some questions several answers can be true at once: then **all** of them count. The decision touches social aid, money and health, so “fields of life” gives 3 points, not 1.
#
# Two more rules decide which rows count:
#
# - A question that is **not asked** does not count. “Are the changes that it makes to itself watched?” is asked only if the system changes itself. This one does not.
# - The mitigation questions are answered once in the **design** phase and again in the **implementation** phase. Only the phase in which the project is now counts. *Visitas* is in the phase `implementation`.
#
# **Build.** The table `form` has a row for each answer, with the columns `question`, `kind`, `phase`, `asked`, `answer` and `points`. The next cell adds up the points. `form[form["asked"]]` keeps the rows in which `asked` is true. `counted.loc[..., "points"]` takes the rows that meet a condition, and of these rows the column `points`. `&` joins two conditions, and each condition is in brackets.

# %%
counted = form[form["asked"]]
raw = counted.loc[counted["kind"] == "risk", "points"].sum()
in_phase = (counted["kind"] == "mitigation") & (counted["phase"] == "implementation")
mitigation = counted.loc[in_phase, "points"].sum()
print(
    t("risk points: {raw}, mitigation points: {mitigation}").format(raw=raw, mitigation=mitigation)
)

# %% [markdown]
# *Visitas* has 98<!--above--> risk points and 60<!--above--> mitigation points. Where do they come from?

# %% folded="figure-areas"
areas = questionnaire().areas.values()
score = ImpactAssessment(phase="implementation", answers=answers).score()
labels = [area.label.read() for area in areas]
most = [area.most for area in areas]
points = [score.areas[area.id] for area in areas]
fig, ax = plt.subplots(figsize=(8, 4.8))
colours = [DARK if area.kind == "risk" else AMBER for area in areas]
ax.barh(labels, most, color="white", edgecolor=GREY, label=t("maximum possible"))
ax.barh(labels, points, color=colours)
for colour, label in ((DARK, t("risk")), (AMBER, t("mitigation"))):
    ax.barh([labels[0]], [0], color=colour, label=label)
fig.legend(loc="outside upper left", ncols=3)
for y, (number, top) in enumerate(zip(points, most)):
    ax.text(top + 0.6, y, t("{n} of {most}").format(n=number, most=top), va="center")
ax.invert_yaxis()
ax.set_xlim(0, 60)
show(
    fig,
    title=t("Two areas, effects and data, give 69 of 98 risk points"),
    subtitle=t("Points of Visitas in each area of the form"),
    source="Government of Canada, Algorithmic Impact Assessment 1.0.1, 2025",
    alt=t(
        "Bars for the 12 areas of the form. The longest are effects on people and nature, with "
        "{impact} of 52 risk points, and fair procedure, with {fairness} of 44 mitigation points."
    ).format(impact=score.areas["impact"], fairness=score.areas["fairness"]),
)

# %% [markdown]
# Effects on people give 40 risk points and data give 29: together 69 of 98. The bar of *listening to others* is short: 4 of 10. The ministry has heard offices and experts. It has not heard the families.

# %% [markdown]
# ## 2. A blank is not a low answer
#
# An earlier copy of the form had four blanks. They were about groups and data, and the person who knew the answers was on leave. What happens to the points?

# %% folded="blank-answers"
blank = ["fairness-assessment", "disability-testing", "representative-data", "biased-training-data"]
early = {name: keys for name, keys in answers.items() if name not in blank}
assessment = ImpactAssessment(phase="implementation", answers=early)
score_early = assessment.score()
print(t("risk points so far: {n}").format(n=score_early.raw))
print(t("questions left: {n}").format(n=len(assessment.left())))
print(t("level: {level}").format(level=score_early.level or t("none yet")))

# %% [markdown]
# The sum falls from 98 to 90<!--above-->, and it would fall further with each blank whose answer has points. A form without a single answer has 0 points, and the official tool shows level I for it. This level would be misleading. So the course's own form gives no level until every question that is asked is answered. In some questions “not sure” is an option of its own, with its own points.
#
# **Check yourself.** A director has to sign next week, and 4 questions are blank. What do you do? Choose one answer (`what_to_do`).
#
# - `level-one`: count the blanks as 0 points, and correct the level when the answers are known
# - `most-points`: give each blank its highest points, and lower the level when the answers are known
# - `ask-first`: have the four answers found this week, and state the level when they are there
# - `not-sure`: answer “not sure” where the form offers it, which gives some points for caution

# %%
what_to_do = "..."

# %%
check("quick-blank", what_to_do)

# %% [markdown] facilitator=true
# **Participants often say:** “Blank means that the question does not apply.” Answer: ask who has looked, and where that is written down.

# %% [markdown]
# ## 3. From points to a level
#
# The published rule has three steps.
#
# 1. Do the mitigation points reach **80% of their maximum**? 80% of 77 is 61.6, so 62 points are needed.
# 2. If they do, the **total** is 85% of the risk points, rounded to a whole number (a half is rounded up). If they do not, the total is equal to the risk points. There is nothing in between.
# 3. The **level** follows from the total. Level I ends at 25% of 167, level II at 50%, level III at 75%. These are 41.75, 83.5 and 125.25. A higher total has level IV.
#
# **Build.** As code, the rule is two **functions**. A function is a recipe with a name. `def` names the recipe and its ingredients, the lines that belong to it begin with four spaces, and `return` hands over the result. The first condition that is true decides, because `return` ends the recipe. Inside a function, use the names in its brackets: here these are `risk_points` and `mitigation_points` in the first function and `points` in the second. `int(...)` alone cuts the decimals off.


# %%
def total_by_rule(risk_points, mitigation_points):
    if mitigation_points >= 0.8 * 77:
        return int(0.85 * risk_points + 0.5)  # int(... + 0.5) rounds a half up
    return risk_points


def level_by_rule(points):
    if points <= 0.25 * 167:
        return 1
    if points <= 0.50 * 167:
        return 2
    if points <= 0.75 * 167:
        return 3
    return 4


total = total_by_rule(raw, mitigation)
print(t("total: {total}, level: {level}").format(total=total, level=level_by_rule(total)))

# %% [markdown]
# With 60 mitigation points the threshold is missed by 2. So the total stays 98<!--above-->, and the level is 3<!--above-->, written III.

# %% folded="figure-rule"
x = np.arange(168)
fig, ax = plt.subplots(figsize=(8, 4.6))
bounds = [0, 41.75, 83.5, 125.25, 167]
for number in range(4):
    low, high = bounds[number], bounds[number + 1]
    ax.axhspan(low, high, color=GREY, alpha=[0.0, 0.18, 0.36, 0.54][number], lw=0)
    ax.text(3, high - 9, t("level {roman}").format(roman=["I", "II", "III", "IV"][number]))
ax.plot(x, x, color=DARK, lw=2)
ax.plot(x, [total_by_rule(each, 62) for each in x], color=AMBER, lw=2, ls="--")
ax.scatter([raw, raw], [total, total_by_rule(raw, 62)], color=[DARK, AMBER], s=70, zorder=3)
ax.annotate(t("with 60 mitigation points"), (raw, total), (3, 103), arrowprops={"arrowstyle": "-"})
ax.annotate(
    t("with 62 or more"), (raw, total_by_rule(raw, 62)), (112, 60), arrowprops={"arrowstyle": "-"}
)
ax.set_xlim(0, 167)
ax.set_ylim(0, 167)
ax.set_xlabel(t("Risk points"))
show(
    fig,
    title=t("Two more mitigation points would move Visitas from level III to level II"),
    subtitle=t("Total, in points"),
    source="Government of Canada, Algorithmic Impact Assessment 1.0.1, 2025",
    alt=t(
        "Two lines rise from the lower left. The upper one is the total without discount, the lower "
        "one, dashed, with it. Four bands mark the levels. At 98 risk points the upper line is in "
        "level III, and the lower one is at 83, just inside level II."
    ),
)

# %% [markdown]
# The dashed line rises in small steps, because the total is rounded to a whole number.
#
# **Check yourself.** Another system has 100 risk points and 62 mitigation points. What is its total? Give a whole number (`total_100`).

# %%
total_100 = ...

# %%
check("quick-total", total_100)

# %% [markdown]
# ## 4. Which single answers change the level?
#
# If the level depends on one answer, look at that answer again. The table `changes` has a row for each alternative answer to one question, and says by how many points the two sums would change. `zip` takes two columns side by side, and the list has one level for each row.

# %%
levels = [
    level_by_rule(total_by_rule(98 + more_raw, 60 + more_mitigation))
    for more_raw, more_mitigation in zip(changes["raw_change"], changes["mitigation_change"])
]
lower = pd.Series(levels) < 3
lower_by_mitigation = lower & (changes["kind"] == "mitigation")
print(t("rows: {n}").format(n=len(changes)))
print(t("rows with a lower level: {n}").format(n=lower.sum()))
print(t("of these, mitigation questions: {n}").format(n=lower_by_mitigation.sum()))

# %% [markdown]
# `pd.Series(levels)` makes a column of the list. `lower` is a column of true and false, and `.sum()` counts the true ones. Only 3<!--above--> of the rows lower the level, and all of them are mitigation questions. Here they are.

# %% folded="answers-that-lower"
pd.DataFrame(
    {
        t("question"): [questions[name].label.read() for name in changes.loc[lower, "question"]],
        t("answer now"): list(changes.loc[lower, "now"]),
        t("other answer"): list(changes.loc[lower, "then"]),
        t("mitigation points"): [60 + each for each in changes.loc[lower, "mitigation_change"]],
    }
)

# %% folded="figure-what-if"
totals = [
    total_by_rule(98 + more_raw, 60 + more_mitigation)
    for more_raw, more_mitigation in zip(changes["raw_change"], changes["mitigation_change"])
]
table = pd.crosstab(pd.Series(totals, name="total"), changes["kind"])
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.bar(table.index, table["risk"], color=DARK, label=t("risk question"))
ax.bar(
    table.index,
    table["mitigation"],
    bottom=table["risk"],
    color=AMBER,
    label=t("mitigation question"),
)
ax.axvline(83.5, color="black", ls="--", lw=1)
ax.text(83.8, 58, t("level II ends"))
ax.set_xlabel(t("Total after one other answer, in points"))
ax.legend(frameon=False)
ax.set_xticks(range(82, 105, 2))
show(
    fig,
    title=t("Only three other answers bring the total down to level II"),
    subtitle=t("Number of other answers"),
    source="Government of Canada, Algorithmic Impact Assessment 1.0.1, 2025",
    alt=t(
        "Bars over the total after one change. Nearly all lie between 94 and 102, in level III. "
        "Three mitigation answers lie at 83, left of the bound of 83.5."
    ),
)

# %% [markdown]
# Two of the three answers are about hearing the families. The third is to publish data on the national portal. All three have the same effect on the level. For a family in the highlands the effects differ: publishing data does not prevent a wrong decision.
#
# So read the level together with the answers. When a measure is added only to reach the threshold, ask which harm it prevents. And the result is not stable: if one risk answer then gets one point more, the risk points are 99 and the total with the discount is 84, which is level III again.

# %% [markdown]
# ## 5. Why more measures do not always lower the highest level
#
# The discount is 15%, once. It is not larger for more measures. What can it do at the upper end?

# %% folded="figure-paper"
without = [effect_of_mitigation(each).level_without for each in x]
best = [effect_of_mitigation(each).level_with for each in x]
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.step(x, without, where="post", color=DARK, lw=2, label=t("without enough mitigation"))
ax.step(x, best, where="post", color=AMBER, lw=3, ls="--", label=t("with all 77 mitigation points"))
ax.axvspan(148, 167, color=GREY, alpha=0.25, lw=0)
ax.text(146, 1.3, t("from 148 on\nstill level IV"), ha="right")
ax.set_yticks([1, 2, 3, 4], ["I", "II", "III", "IV"])
ax.set_xlim(0, 167)
ax.set_xlabel(t("Risk points"))
ax.legend(frameon=False, loc="upper left")
show(
    fig,
    title=t("From 148 risk points on, no mitigation lowers level IV"),
    subtitle=t("Impact level"),
    source="Government of Canada, Algorithmic Impact Assessment 1.0.1, 2025",
    alt=t(
        "Two lines of steps, from level I to level IV. With all mitigation points each step comes "
        "later. From 148 to 167 risk points both lines are at level IV."
    ),
)

# %% [markdown]
# At 147 risk points, 85% is 124.95, rounded 125, which is still level III. At 148 it is 125.8, rounded 126: level IV. From 148 risk points on, only a change to the **system** lowers the level: it decides less, touches fewer fields of life, uses less data, or its effects can be undone. Such changes take risk points away.
#
# **Check yourself.** A project has 155 risk points and all 77 mitigation points, so its level is IV. By how many risk points does it have to fall, at least, to have level III? Give a whole number (`points_less`).

# %%
points_less = ...

# %%
check("quick-paper", points_less)

# %% [markdown] facilitator=true
# **Participants often say:** “Then we tick all boxes of the mitigation part.” Answer: show the figure of this section: for some systems even all measures together leave the level as it is. Then ask who checks that a ticked measure exists.

# %% [markdown]
# ## 6. What a level asks for, and who approves
#
# The impact level says what must be in place. These are Canada's duties in short; the Directive on Automated Decision-Making has the full text. Three names in the last row are Canada's. The **deputy head** is the highest official of an institution; in this module we say **head of the institution**. The **assistant deputy minister** is the official in charge of the programme. The **Treasury Board** is a body above the institutions.

# %% folded="duties-by-level"
pd.DataFrame({roman: summary(level) for level, roman in enumerate(["I", "II", "III", "IV"], 1)})

# %% [markdown]
# Read the row *People in the decision*. At levels I and II the machine may decide. From level III on, **a person decides**, and the institution states beforehand at which points people take part and check the outputs. Then read the row *Who allows it to run*. At levels I and II it is the official in charge of the programme, at level III the head of the institution, at level IV the Treasury Board.
#
# *Visitas* takes families off the list, and no person decides. At level III this is not allowed. At level II it would be allowed, although nothing would have changed for the family.

# %% [markdown] facilitator=true
# **Participants often say:** “A person decides, so the level is low.” Answer: a person in the decision is a duty that follows from the level. It does not change how badly somebody can be harmed. **They also say:** “In our country nobody asks for this.” Answer: ask which law of their country gives people a right to reasons and to an appeal.

# %% [markdown]
# ## 7. Rights as chains: Article 27 of the AI Act
#
# Points say how much. They do not say **whose right** is at stake. The European Union's AI Act asks for a second assessment, the **fundamental-rights impact assessment**, in Article 27.
#
# | question | answer (state of 2 December 2026) |
# |---|---|
# | Who must make it? | the **deployer**, which is the institution that uses the system: public bodies and private firms that provide public services. For credit scores and for prices of life and health insurance, other deployers too |
# | For which systems? | high-risk systems of Annex III, except point 2 (critical infrastructure). Annex III 5(a) names systems “to evaluate the eligibility of natural persons for essential public assistance benefits and services” |
# | When? | before the first use. The duty applies from **2 December 2027**. Older systems that are meant for public authorities have until 2 August 2030 at the latest (Article 111(2)) |
# | What is in it? | (a) the process in which the system is used, (b) the period and frequency of use, (c) the people and groups affected, (d) the risks of harm to them, (e) human oversight, (f) what is done if a risk becomes real, with governance and complaints |
# | What follows? | the deployer notifies the market surveillance authority of the result, with the filled-out template of the Commission's AI Office (paragraphs 3 and 5). In the case of Article 46(1), it may be exempt from this. When something in the assessment changes, the deployer updates it (paragraph 2) |
# | Does a data protection impact assessment replace it? | no. It can refer to that assessment or take parts of it over (paragraph 4) |
#
# Guatemala is not in the European Union, and its ministry does not have to make this assessment. The six headings are useful all the same. Points (c), (d) and (f) become a **chain** for each right:
#
# | right (Universal Declaration) | who | harm | measure | remedy |
# |---|---|---|---|---|
# | 22: social security | families who moved for the harvest, mostly informal workers | nobody is at home, so the family loses the payment | two visits in different seasons, and a message by community radio | payment goes on until a person has decided; the missed months are paid |
# | 2 and 7: no distinction, equal protection | families who speak K'iche' or Mam | the score learned from visits in Spanish, and puts them last | the order is compared by language each month; visiting staff speak the language | the family goes to the ombuds office (which hears complaints against public bodies), and the case is examined again within 10 days |
# | 2 and 7 | women who head a household | the payment goes to a man who has left, because the register counts him as head | the visiting official asks who cares for the household | a woman can get the entry corrected at the municipality, without his signature |
# | 8: effective remedy | people without internet, or who cannot read | they learn of the decision too late to object, because the letter is on a website | the decision is explained in person, in the language of the home | an objection is taken orally, at home or at the counter |
#
# Each link of a good chain has its own task. The **measure** prevents the harm. The **remedy** is what a person gets after the harm, and the place where the person gets it. What only helps the office to make fewer mistakes is a measure.
#
# This is a real case of a score that touches rights. In 2018 the province of Salta in Argentina announced a system that would name girls who would become pregnant. Among the data were ethnicity and disability. A laboratory of the University of Buenos Aires found serious errors in the method. We found no record of what then happened to the girls on the list.

# %% [markdown] public=true facilitator=true
# **Group activity, 35 minutes, for a class of 37.** Form eight groups of four people and one of five. Each group takes one system of its own.
#
# 1. 10 minutes: answer the 17 printed questions.
# 2. 10 minutes: write one chain for the person who would suffer most.
# 3. 15 minutes: two groups read each other's chains. They ask only one question: “To whom does this person go?” Where there is no answer, the group writes one.

# %% [markdown]
# ## 8. An ethical assessment, in short
#
# UNESCO's Recommendation on the Ethics of Artificial Intelligence (23 November 2021) has four values and ten principles. Its Ethical Impact Assessment was at first meant for officials who buy systems. This course has a short form of its own (it is part of the dossier, the set of documents that you fill in during the course). For each principle it asks for a possible harm, a safeguard, and whether the safeguard is `in place` or `planned`, with a date.
#
# The form asks two questions that the points do not ask. Is the system **proportionate**: could the ministry do without a score, with a shorter list or more staff who visit? And **who was heard**, on which day, and what changed because of it?

# %% [markdown]
# ## 9. A register whose parts agree
#
# A **risk register** lists what could go wrong, and for whom. For each risk it has a **likelihood** and a **severity** from 1 to 5, a **risk level** (from low to very high, not the impact levels I to IV), a measure, an owner and a date, and the risk level that remains. If that is high or very high, a named person has to **accept** the risk that remains. The matrix of this course takes the product of the two numbers. Other institutions have other matrices.


# %%
def level_by_product(product):
    if product >= 20:
        return "very high"
    if product >= 10:
        return "high"
    if product >= 5:
        return "medium"
    return "low"


print(level_by_product(4 * 4), level_by_product(2 * 4), level_by_product(1 * 5))

# %% [markdown]
# The product alone has a fault. A death that is unlikely (1 times 5) counts as much as an annoyance each week (5 times 1). So the matrix has one more rule: **each risk of severity 5 is at least high**. Severity 5 is for harms that cannot be undone, such as a death. In code, `or` joins two conditions of which one is enough. In a function for the whole matrix, the condition with `or` takes the place of the condition for high.

# %%
likelihood, severity = 1, 5
product = likelihood * severity
if product >= 10 or severity == 5:
    print(t("at least high"))

# %% folded="figure-matrix"
order = ["low", "medium", "high", "very high"]
words = [t("low"), t("medium"), t("high"), t("very high")]
grid = np.zeros((5, 5), dtype=int)
for row in range(1, 6):
    for column in range(1, 6):
        step = order.index(level_by_product(row * column))
        grid[row - 1, column - 1] = max(step, 2) if column == 5 else step
fig, ax = plt.subplots(figsize=(8, 4.8))
shades = plt.matplotlib.colors.ListedColormap(["#F6F4EF", "#FDE9B9", "#D98E04", "#12305A"])
ax.imshow(grid, cmap=shades, origin="lower", aspect="auto", extent=(0.5, 5.5, 0.5, 5.5))
for row in range(1, 6):
    for column in range(1, 6):
        step = grid[row - 1, column - 1]
        colour = "white" if step == 3 else "black"
        ax.text(column, row, words[step], ha="center", va="center", color=colour)
ax.set_xticks(range(1, 6))
ax.set_yticks(range(1, 6))
ax.set_xlabel(t("Severity (1: annoyance, 5: cannot be undone)"))
show(
    fig,
    title=t("Each risk of severity 5 is at least high"),
    subtitle=t("Likelihood (1: once in ten years, 5: each week)"),
    source="authors",
    alt=t(
        "A grid of likelihood and severity, each from 1 to 5. Levels rise from low at the lower "
        "left to very high at the upper right. The whole column of severity 5 is high or very high."
    ),
)

# %% [markdown]
# The ministry's first register had two risks. Run the cell, read the register, and find three faults.

# %% folded="first-register"
first_register = """
system: Visitas
date: 2026-11-02
owner: Risk officer of the ministry
scales:
  likelihood: [once in ten years, once in some years, once a year, each month, each week]
  severity: [annoyance, days of delay, a month without payment, a family goes hungry, a death]
risks:
  - id: V1
    risk: A family loses the payment because nobody was at home during the harvest.
    groups: [informal workers who move for the harvest]
    rights: [22]
    likelihood: 4
    severity: 4
    level: medium
    measure: Two visits in different seasons before a person decides.
    owner: Visitas
    due: 2027-02-01
    residual_likelihood: 2
    residual_severity: 4
    residual_level: medium
  - id: V2
    risk: A woman who fled a violent man is found, because her new address is on the list.
    groups: [women who head a household]
    rights: [3, 12]
    likelihood: 1
    severity: 5
    level: high
    measure: Addresses of women under protection are not on the list.
    owner: Data protection officer of the ministry
    due: 2027-01-15
    residual_likelihood: 1
    residual_severity: 5
    residual_level: high
"""
print(first_register)

# %% [markdown]
# The next cell lists the faults that a program finds.

# %%
for fault in RiskRegister.faults_in(first_register):
    print("-", fault.read(t.lang))

# %% [markdown]
# There are three faults. In V1, 4 times 4 is 16, which is high and not medium. The owner of V1 is the system itself. And V2 stays high, but nobody accepts the risk that remains. The measure of V2 makes the harm rarer, but 1 is the lowest likelihood, so the numbers stay at 1 and 5. The check finds only faults of these kinds. A person has to judge whether a measure helps.
#
# The check cannot see what is **missing**. The groups of the register should be those of the chains, and of your table of error rates (from module 06, on measuring fairness). Here families who speak K'iche' or Mam, and people without internet, have a chain but no risk, and people with disabilities have neither. Each measure has one owner **in the institution**. A firm can be bound by a contract, but it does not answer to the public. A high risk is accepted by somebody who can also stop the system: at impact level III, the head of the institution.
#
# **Build.** The levels of a longer register can be computed again. The list `computed` has one level for each row, and `!=` means “is not equal to”.

# %%
register = pd.DataFrame(
    {
        "id": ["V1", "V2", "V3"],
        "likelihood": [4, 1, 3],
        "severity": [4, 5, 3],
        "level": ["medium", "high", "medium"],
    }
)
computed = [
    level_by_product(likelihood * severity)
    for likelihood, severity in zip(register["likelihood"], register["severity"])
]
print(list(register.loc[register["level"] != computed, "id"]))

# %% [markdown]
# V1 is a real disagreement. V2 is a false alarm: `level_by_product` does not know the rule for severity 5. In the assignment you write a function that does. It has two ingredients, so the list gives it both, with a comma between them, as the list in section 4 does with `total_by_rule`.
#
# **Check yourself.** Who should own the measure of V1, “two visits in different seasons”? Choose one answer (`owner`).
#
# - `head-of-visits`: the official of the ministry who plans when staff visit
# - `data-team`: the team of the ministry that counts which visits failed
# - `the-vendor`: the firm that built the score and knows its errors best
# - `municipality`: the mayor's office, which knows when families move

# %%
owner = "..."

# %%
check("quick-owner", owner)

# %% [markdown]
# ## The same question in your office
#
# The examples are invented; the numbers in brackets are articles of the Universal Declaration.
#
# - **Statistics office (Samoa).** A score says which households are asked again by telephone. Who has no telephone? No distinction (2).
# - **Court (Brazil).** A tool sorts appeals. Which case is never read by a person? Fair hearing (10).
# - **Telecom regulator (Côte d'Ivoire).** Complaints are closed by a machine. Who cannot object? Effective remedy (8). This is your assignment.
# - **Development bank (Togo).** A score for small loans. Do traders without papers count as a risk? No distinction (2).
# - **Patent and trade mark registry (Paraguay).** A tool finds similar names. Does it know Guarani? Equal protection (7).
# - **Ombuds office (Colombia).** Petitions are put in order of urgency. Who answers for a petition that was read too late?
#
# ## What to take with you
#
# - Compute the level from the answers; a form with blanks has none.
# - Enough mitigation points give one discount of 15%; fewer give none. From 148 risk points on, the discount does not lower level IV.
# - Look at the single answers that change the level, and ask which harm each prevents.
# - From level III on a person decides, and the head of the institution or a body above it approves.
# - Follow each right to its remedy: what can the person do after the harm, and where?
# - A register is sound when its parts agree, no group is missing, and a named person accepts what remains. Examine it again when the system or its use changes.
#
# ## Sources
#
# - Government of Canada, Algorithmic Impact Assessment tool, release 1.0.1, 3 October 2025 ([source code](https://github.com/canada-ca/aia-eia-js), MIT licence, Copyright (c) 2019 Government of Canada). Questions and duties are in our words; this is not legal advice.
# - Regulation (EU) 2024/1689 (AI Act), Article 27, Article 113 and Annex III, as amended by [Regulation (EU) 2026/1744](https://eur-lex.europa.eu/eli/reg/2026/1744/oj); state of November 2026. We read copies of the consolidated text, not the official page.
# - Universal Declaration of Human Rights, 1948. UNESCO, Recommendation on the Ethics of Artificial Intelligence, 23 November 2021; on the purpose of its [Ethical Impact Assessment](https://gcedclearinghouse.org/resources/ethical-impact-assessment-tool-recommendation-ethics-artificial-intelligence).
# - Salta: [Applied AI Laboratory, University of Buenos Aires](http://liaa.dc.uba.ar/es/sobre-la-prediccion-automatica-de-embarazos-adolescentes/), 2018; [AIAAIC](https://www.aiaaic.org/aiaaic-repository/ai-algorithmic-and-automation-incidents/microsoft-plataforma-tecnol%C3%B3gica-de-intervenci%C3%B3n-social).
