# %% [markdown]
# # Impact assessment: assignment
#
# **The case.** You work for a telecom regulator in Côte d'Ivoire. The project is invented. Customers complain to the regulator about their operator: a bill that is too high, a line that does not work, money that left a mobile wallet. They write on the website, send an SMS, telephone, or come to a counter. They use French, Dioula, Baoulé and other languages. A system called *Triage* is to read each complaint and decide alone: it **forwards** the complaint to the operator with a deadline of 10 days, or it **closes** the complaint as unfounded. A firm, ClairTri, offers it.
#
# The project team has filled Canada's Algorithmic Impact Assessment. Canada's rules do not bind your regulator. You use them because they are public and can be computed.
#
# **The decision.** What must be in place before *Triage* may decide about people, and who accepts the risk that remains?
#
# **Two strands.** Exercises marked *Decide* need no code. Exercises marked *Build* need a few lines of code, all of which the lesson shows. The *Decide* exercises come first and do not depend on your code.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys in quotation marks, such as `"remedy"`. Write numbers without quotation marks. Levels I to IV are written as the numbers 1 to 4. You can try as often as you like. The *Decide* exercises and the note take about 40 minutes. The checks give 16 points; your note at the end is read by a person and gives 4.
#
# Run the next cell first. Its code is long; you do not need to read it.

# %% locked="setup"
import pandas as pd

from course import check
from course.dossier.aia import questionnaire

handed_in = """
effectiveness=moderate alternatives-considered=yes without-system=slow public-scrutiny=yes
equity-groups-served=yes groups-out-of-scope=no disability-barriers=not-assessed attack-target=yes
known-complaints=yes new-legal-authority=no developer=third-party configurer=third-party
product-type=off-the-shelf accountability-assigned=yes improvement-team=yes
accessibility-standard=no manual-fallback=yes access-control=yes
environment-lifecycle=little-to-none secret-algorithm=yes hard-to-explain=yes
algorithm-basis=learned inference-kind=probabilistic model-kind=discriminative keeps-learning=no
learning-monitored=no uses-protected-traits=no proxies-checked=no decision-fields=money,other
client-share=all automation-degree=full needs-judgement=yes staff-effects=no new-operation=no
used-elsewhere=yes reversibility=likely-reversible duration=months rights-impact=high
dignity-impact=moderate health-impact=little-to-none economic-impact=high
environment-impact=little-to-none fairness-assessment=not-assessed disability-testing=no
worst-affected-group=yes exclusion-harm=yes wrong-selection-impact=high unstructured-data=yes
personal-data=yes collection-minimal=yes decides-on-data-subject=yes matches-privacy-records=yes
data-sharing=department,third-party representative-data=no biased-training-data=yes
security-class=protected-a accuracy-measures=yes data-controller=other-canadian many-sources=no
connected-devices=no linked-systems=yes training-data-collector=own input-data-collector=own
unstructured-types=audio-text consult-inside=yes consult-outside=yes consult-most-affected=yes
consult-harmed=no bias-tests=yes bias-tests-public=yes quality-fixes=yes quality-fixes-public=no
gba-plus=no stale-data=yes stale-data-public=yes open-data=no
trail-authority=yes logic-linked-to-law=yes trail-complete=yes trail-key-points=yes
override-log=yes change-log=yes trail-explains=yes gives-reasons=yes trail-version=yes
trail-decision-maker=yes user-feedback=yes recourse=yes trail-change-control=yes
all-client-information=yes bias-mitigated=no relevant-inputs-only=yes relevant-rules=yes
extra-protections=deadlines,documents,client-feedback impartial-decision-maker=yes
automation-bias-training=no regular-review=yes drift-monitoring=yes monitoring-updates=yes
privacy-assessment=yes security-by-design=yes privacy-by-design=yes closed-system=no
disclosure-agreement=yes de-identification=yes
"""
# In the design phase some measures were not there yet.
later = "consult-outside drift-monitoring monitoring-updates regular-review recourse trail-version"

questions = questionnaire().questions
answers = {name: keys.split(",") for name, keys in (pair.split("=") for pair in handed_in.split())}
asked = {each.id for each in questionnaire().asked(answers)}
rows = []
for name, keys in answers.items():
    question = questions[name]
    phases = ["design", "implementation"] if question.kind == "mitigation" else ["both"]
    for phase in phases:
        early = phase == "design" and name in later.split()
        given = ["no"] if early else keys
        rows.append(
            [name, question.kind, phase, name in asked, ", ".join(given), question.points(given)]
        )
form = pd.DataFrame(rows, columns=["question", "kind", "phase", "asked", "answer", "points"])


def points_of(given, kind):
    """The points of the answers of one kind to the questions that are asked."""
    found = questionnaire().asked(given)
    return sum(each.points(given.get(each.id, ())) for each in found if each.kind == kind)


rows = []
for name in [each.id for each in questionnaire().asked(answers)]:
    question, now = questions[name], answers[name]
    for key in question.options:
        then = [key]
        if question.takes_many:
            then = [each for each in question.options if (each in now) != (each == key)]
        if then and then != now and question.kind != "gate":
            given = {**answers, name: then}
            change = [
                points_of(given, kind) - points_of(answers, kind) for kind in ("risk", "mitigation")
            ]
            rows.append([name, question.kind, ", ".join(now), ", ".join(then), *change])
changes = pd.DataFrame(
    rows, columns=["question", "kind", "now", "then", "raw_change", "mitigation_change"]
)
risks = pd.DataFrame(
    [
        ["R1", 4, 4, "high", 2, 4],
        ["R2", 1, 5, "high", 1, 5],
        ["R3", 5, 1, "high", 3, 1],
        ["R4", 3, 3, "medium", 2, 3],
        ["R5", 2, 2, "low", 1, 2],
        ["R6", 4, 5, "high", 2, 5],
        ["R7", 2, 3, "medium", 1, 3],
        ["R8", 1, 5, "medium", 1, 5],
        ["R9", 5, 2, "high", 3, 2],
    ],
    columns=["id", "likelihood", "severity", "level", "residual_likelihood", "residual_severity"],
)
form.head(8)

# %% [markdown]
# The table `form` has one row for each answer. Here are its first rows. `kind` is `risk` or `mitigation` (or `gate`, for a question without points). `asked` is `False` where the form does not ask the question, because of another answer.
#
# ## 1. Read the result (Decide, 1 point)
#
# The team reports **86 risk points** and **61 mitigation points**. The form has at most 167 risk points and at most 77 mitigation points. Give `total`, the total after the mitigation rule, and `level`, the impact level as a number from 1 to 4.

# %% answer="read-form"
total = ...
level = ...
### BEGIN SOLUTION
total = 86
level = 3
### END SOLUTION

# %% check="read-form"
check("read-form", total, level)

# %% [markdown]
# ## 2. The firm's own form (Decide, 1 point)
#
# ClairTri sends a form that it has filled itself. In the part “The data”, 9 questions have no answer. The answers that are there give 38 risk points and 40 mitigation points. The firm writes: “Impact level I.” What do you write in the file? Give the key as `firm_level`:
#
# - `level-one`: level I, because 38 points are below the bound of 41.75 points
# - `worst-case`: level II, because the blanks could add the most points they have
# - `no-level`: no level, because each question needs an answer first
# - `scaled-up`: level II, because the answered part scales up to the whole form

# %% answer="blanks"
firm_level = ...
### BEGIN SOLUTION
firm_level = "no-level"
### END SOLUTION

# %% check="blanks"
check("blanks", firm_level)

# %% [markdown]
# ## 3. Which answer is wrong? (Decide, 1 point)
#
# These are facts from the contract and from the complaints desk:
#
# - Each night, ClairTri trains the system again on the complaints of the day, and the new version starts in the morning.
# - Today four clerks sort the complaints by hand, by the same three rules.
# - What people say by telephone or at a counter is typed in by an agent. The system decides on all complaints.
# - ClairTri does not say how the system weighs words. It calls this a trade secret.
#
# Four of the team's answers are below. Which one do the facts contradict? Give the key as `wrong_answer`. (The other exercises use the form as it was handed in.)
#
# - `keeps-learning`: no, it does not go on changing itself once in use
# - `client-share`: the system is used for all of the people served
# - `secret-algorithm`: yes, the algorithm is kept confidential
# - `new-operation`: no, it does nothing that is not done by hand today

# %% answer="wrong-answer"
wrong_answer = ...
### BEGIN SOLUTION
wrong_answer = "keeps-learning"
### END SOLUTION

# %% check="wrong-answer"
check("wrong-answer", wrong_answer)

# %% [markdown]
# ## 4. The best case of a severe system (Decide, 1 point)
#
# Another project of the state has **152 risk points**. Its director says: “We will do everything on the mitigation list. Then the level goes down.” Suppose that the project gets all 77 mitigation points. Give `best_total`, a whole number, and `best_level`, from 1 to 4. You can compute it by hand or with Python, for example `0.85 * 152`.

# %% answer="paper"
best_total = ...
best_level = ...
### BEGIN SOLUTION
best_total = 129
best_level = 4
### END SOLUTION

# %% check="paper"
check("paper", best_total, best_level)

# %% [markdown]
# ## 5. What the level asks for (Decide, 1 point)
#
# *Triage* has level III. As planned, it closes complaints alone.
#
# First: what does level III ask for here? Give the key as `last_word`:
#
# - `sample`: the system decides, and a clerk reads a sample of the closed complaints each week
# - `on-request`: the system decides, and a clerk decides again if the customer asks for it
# - `person`: the system proposes to close a complaint, and a clerk decides and can overrule it
# - `no-system`: the system is not used, because level III allows no automation of decisions
#
# Second: who approves a system of level III before it runs? Give the key as `approval`:
#
# - `programme-head`: the official in charge of the programme, such as the head of the complaints desk
# - `institution-head`: the highest official of the institution, here the head of the regulator
# - `cabinet-body`: a body above the single institutions, such as a treasury or a cabinet committee
# - `vendor-and-auditor`: the firm that built the system, together with an auditor from outside

# %% answer="duties"
last_word = ...
approval = ...
### BEGIN SOLUTION
last_word = "person"
approval = "institution-head"
### END SOLUTION

# %% check="duties"
check("duties", last_word, approval)

# %% [markdown]
# ## 6. Who owes the assessment of Article 27? (Decide, 1 point)
#
# A colleague in a city in Spain buys a new system that grants and ends a benefit for people in need. It is high-risk by Annex III, point 5(a), of the AI Act. The city wants to use it for the first time in March 2028. Which sentence is right? Give the key as `who_owes`:
#
# - `provider-before-sale`: The firm owes the assessment, and makes it before it sells the system.
# - `city-before-use`: The city owes the assessment, and makes it before the first use.
# - `city-after-a-year`: The city owes the assessment, and makes it after the first year of use.
# - `covered-already`: The city owes none, because it has a data protection impact assessment.

# %% answer="article-27"
who_owes = ...
### BEGIN SOLUTION
who_owes = "city-before-use"
### END SOLUTION

# %% check="article-27"
check("article-27", who_owes)

# %% [markdown]
# ## 7. A chain that breaks (Decide, 1 point)
#
# The team has examined one right:
#
# | link | what the team wrote |
# |---|---|
# | right | Universal Declaration, Article 8: effective remedy |
# | who | people who complain by SMS in Dioula, often traders without internet |
# | harm | a justified complaint is closed, and the lost money is not paid back |
# | measure | a clerk who speaks Dioula reads each SMS before it is closed |
# | remedy | each SMS in Dioula is read by a clerk before it is closed |
#
# First: which link does not do its work? Give the key as `weak_link`: `right`, `who`, `harm`, `measure` or `remedy`.
#
# Second: which text belongs there? Give the key as `better_text`:
#
# - `accuracy`: The firm improves the system until it understands Dioula as well as French.
# - `log`: Each closed complaint is kept for three years, so that an auditor can look at it.
# - `reopen`: By SMS or at a counter a person has the case reopened, and answered in 5 days.
# - `training`: All clerks learn how the system works, and when they should not trust its result.

# %% answer="chain"
weak_link = ...
better_text = ...
### BEGIN SOLUTION
weak_link = "remedy"
better_text = "reopen"
### END SOLUTION

# %% check="chain"
check("chain", weak_link, better_text)

# %% [markdown]
# ## 8. Complete the register (Decide, 1 point)
#
# The register uses the matrix of the lesson: likelihood times severity, each from 1 to 5. Below 5 the level is low, below 10 medium, below 20 high, and from 20 on very high. A harm of severity 5 is at least high.
#
# | id | risk | likelihood, severity | level | measure | owner | with the measure | level that remains | accepted by |
# |---|---|---|---|---|---|---|---|---|
# | R1 | A complaint in Dioula or Baoulé is closed although it is justified | 4, 4 | high | A clerk who speaks the language reads it | head of the complaints desk | 2, 4 | **a** | not needed |
# | R2 | A person who is threatened by a debt collector is found through data in a complaint, and is hurt | 1, 5 | **b** | Addresses are removed before the complaint is forwarded | **c** | 1, 5 | high | **d** |
#
# Fill in the four places:
#
# - `a` and `b`: a level, one of `low`, `medium`, `high`, `very-high`
# - `c`, who carries the measure out: `triage-system`, `clairtri`, `data-officer` (the regulator's data protection officer), `all-staff`
# - `d`, who accepts the risk that remains: `nobody-needed`, `complainants`, `data-team` (the team that built the system), `regulator-head`

# %% answer="register"
a = ...
b = ...
c = ...
d = ...
### BEGIN SOLUTION
a = "medium"
b = "high"
c = "data-officer"
d = "regulator-head"
### END SOLUTION

# %% check="register"
check("register", a, b, c, d)

# %% [markdown]
# ## 9. Which risk is missing? (Decide, 1 point)
#
# Before the register was closed, the regulator asked at the counters who comes. Many women said that their SIM card is registered in the name of a husband, a brother or an employer. *Triage* closes a complaint when the name on it is not the name of the customer. Of 100 complaints by women, 31 carried another name; of 100 by men, 9. (The numbers are invented.)
#
# Which risk must be added to the two of exercise 8? Give the key as `missing_risk`:
#
# - `name-mismatch`: Women lose a justified complaint, because the line is in another name.
# - `reputation`: The press writes about the regulator, and people trust its decisions less.
# - `language-again`: People who write in Baoulé lose a justified complaint more often than others.
# - `late-answers`: Operators miss the deadline of 10 days, because more complaints reach them.

# %% answer="missing-risk"
missing_risk = ...
### BEGIN SOLUTION
missing_risk = "name-mismatch"
### END SOLUTION

# %% check="missing-risk"
check("missing-risk", missing_risk)

# %% [markdown]
# ## 10. Compute both sums (Build, 1 point)
#
# The project is in the phase `implementation`. From the table `form`, compute `raw`, the risk points, and `mitigation`, the mitigation points. Only questions that are asked count, and only the mitigation answers of the phase in which the project is.

# %% answer="sums"
raw = ...
mitigation = ...
### BEGIN SOLUTION
counted = form[form["asked"]]
raw = counted.loc[counted["kind"] == "risk", "points"].sum()
in_phase = (counted["kind"] == "mitigation") & (counted["phase"] == "implementation")
mitigation = counted.loc[in_phase, "points"].sum()
### END SOLUTION

# %% check="sums"
check("sums", raw, mitigation)

# %% [markdown]
# ## 11. The total of any form (Build, 1 point)
#
# Write the function `total_of`. It takes `raw` and `mitigation`, and returns the total by the published rule, as a whole number. A half is rounded up. Write your lines under the sentence in quotation marks, four spaces in, and end with `return`.
#
# When your work is graded, your function is also tried with other numbers.


# %% answer="total-of"
def total_of(raw, mitigation):
    """The total of a form by its risk points and its mitigation points."""
    ### BEGIN SOLUTION
    if mitigation >= 0.8 * 77:
        return int(0.85 * raw + 0.5)
    return raw
    ### END SOLUTION


# %% check="total-of"
check("total-of", total_of)

# %% [markdown]
# ## 12. The level of any total (Build, 1 point)
#
# Write the function `level_of`. It takes a total and returns the level as a number: 1, 2, 3 or 4. The bounds are 25%, 50% and 75% of 167.
#
# When your work is graded, your function is also tried with other numbers.


# %% answer="level-of"
def level_of(total):
    """The impact level, 1 to 4, of a total."""
    ### BEGIN SOLUTION
    if total <= 0.25 * 167:
        return 1
    if total <= 0.50 * 167:
        return 2
    if total <= 0.75 * 167:
        return 3
    return 4
    ### END SOLUTION


# %% check="level-of"
check("level-of", level_of)

# %% [markdown]
# ## 13. What if one answer were different? (Build, 2 points)
#
# The table `changes` has one row for each other answer that could be given to one question. `raw_change` and `mitigation_change` say by how many points the two sums would change. Now the sums are 86 and 61, and the level is III. Count:
#
# - `lowering`: in how many rows is the level lower than III?
# - `lowering_paper`: how many of these rows are mitigation questions (`kind` is `"mitigation"`)?
#
# To look at the table, add a cell with `changes`. Your functions of exercises 11 and 12 help.

# %% answer="what-if"
lowering = ...
lowering_paper = ...
### BEGIN SOLUTION
levels = [
    level_of(total_of(86 + more_raw, 61 + more_mitigation))
    for more_raw, more_mitigation in zip(changes["raw_change"], changes["mitigation_change"])
]
lower = pd.Series(levels) < 3
lowering = lower.sum()
lowering_paper = (lower & (changes["kind"] == "mitigation")).sum()
### END SOLUTION

# %% check="what-if"
check("what-if", lowering, lowering_paper)

# %% [markdown]
# ## 14. The level of any risk (Build, 1 point)
#
# Write the function `risk_level`. It takes `likelihood` and `severity`, whole numbers from 1 to 5, and returns `"low"`, `"medium"`, `"high"` or `"very high"` by the matrix of exercise 8. Do not forget the rule for severity 5.
#
# When your work is graded, your function is also tried with other numbers.


# %% answer="risk-level"
def risk_level(likelihood, severity):
    """The level of a risk by the matrix of the course."""
    ### BEGIN SOLUTION
    product = likelihood * severity
    if product >= 20:
        return "very high"
    if product >= 10 or severity == 5:
        return "high"
    if product >= 5:
        return "medium"
    return "low"
    ### END SOLUTION


# %% check="risk-level"
check("risk-level", risk_level)

# %% [markdown]
# ## 15. Recompute a register (Build, 1 point)
#
# The table `risks` is a longer register of the same project. For some risks the stated `level` is not the level that `likelihood` and `severity` give. Make a list of their ids and call it `disagreeing`, in the form `["R10", "R11"]`. Your function `risk_level` helps.
#
# To look at the table, add a cell with `risks`.

# %% answer="recompute"
disagreeing = ...
### BEGIN SOLUTION
computed = [
    risk_level(likelihood, severity)
    for likelihood, severity in zip(risks["likelihood"], risks["severity"])
]
disagreeing = list(risks.loc[risks["level"] != computed, "id"])
### END SOLUTION

# %% check="recompute"
check("recompute", disagreeing)

# %% [markdown]
# ## 16. A note to the head of the regulator (4 points, read by a person)
#
# Write 150 to 250 words: may *Triage* decide about complaints, and under which conditions? Double-click on the cell below to write in it. There is more than one good answer. One point for each of these:
#
# 1. **Decision.** The first two sentences say what to do, with the level and how it was computed.
# 2. **A chain.** One right is followed from the right to the remedy: who, which harm, which measure, and to whom a person can go. Women, or people without internet, occur as more than a word.
# 3. **Before the first use.** At least two conditions have an owner and a date or number.
# 4. **What remains.** It names a risk that remains, the person who accepts it, and when the assessment is made again.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# I advise that *Triage* does not close complaints. It can propose, and a clerk decides. The form gives 86 risk points; with 61 mitigation points there is no discount, so the total is 86 and the level is III. One more mitigation point would lower the level to II. I advise not to seek that point: the harm would be the same. The form also has a wrong answer: the system does go on learning.
#
# Article 8 of the Universal Declaration gives everybody an effective remedy. Women whose line is registered in another name can lose a justified complaint. The measure: another name is no reason to close. The remedy: a woman has her case reopened by SMS, by telephone or at a counter, has an answer within 5 days, and can go to the ombuds office.
#
# Before the first use, the head of the complaints desk has clerks for Dioula and Baoulé in place by 1 March. The data protection officer has addresses removed from all forwarded complaints by the same day. One expert from outside reviews the system, and the review is published.
#
# What remains is that a person is found through a complaint and hurt. This is rare and cannot be undone. You would accept this risk by your signature. We assess again after 12 months, or when the firm changes the system.
# ### END SOLUTION
