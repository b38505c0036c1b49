# %% [markdown]
# # Impact assessment: assignment
#
# **The case.** You work for a telecom regulator in Côte d'Ivoire. The project is invented. Customers complain to the regulator about their operator: a bill that is too high, a line that does not work, money that left a mobile wallet. They write on the website, send an SMS, telephone, or come to a counter. They use French, Dioula, Baoulé and other languages. Today four clerks read each complaint. They close a complaint as unfounded by three rules: it names no operator, it is older than 12 months, or the name on it is not the name of the customer. All other complaints go to the operator.
#
# A system called *Triage* is to do this alone, by the same three rules: it **forwards** a complaint to the operator with a deadline of 10 days, or it **closes** the complaint. It has learned from earlier complaints to recognise in a text whether one of the rules applies. A firm, ClairTri, offers it.
#
# The project team has filled in Canada's Algorithmic Impact Assessment. Canada's rules do not bind your regulator. You use them because they are public and anybody can compute the result.
#
# **The decision.** What must be in place before *Triage* may decide about people, and who accepts the risk that remains?
#
# {{answering}}
#
# **Levels.** Write the levels I to IV as the numbers 1 to 4.
#
# Run the next cell first. Its code is long; you do not need to read it.

# %% locked="setup" closed=true
import pandas as pd

from course import check
from course.dossier.assessments.aia import questionnaire

# The team's answers. A risk question that is not listed has “no”, a mitigation question “yes”.
handed_in = """
effectiveness=moderate alternatives-considered=yes without-system=slow public-scrutiny=yes
equity-groups-served=yes disability-barriers=not-assessed attack-target=yes known-complaints=yes
developer=third-party configurer=third-party product-type=off-the-shelf accountability-assigned=yes
improvement-team=yes access-control=yes manual-fallback=yes environment-lifecycle=little-to-none
secret-algorithm=yes hard-to-explain=yes algorithm-basis=learned inference-kind=probabilistic
model-kind=discriminative decision-fields=money,other client-share=all automation-degree=full
needs-judgement=yes used-elsewhere=yes reversibility=likely-reversible duration=months
rights-impact=high dignity-impact=moderate health-impact=little-to-none economic-impact=high
environment-impact=little-to-none fairness-assessment=not-assessed worst-affected-group=yes
exclusion-harm=yes wrong-selection-impact=high unstructured-data=yes personal-data=yes
collection-minimal=yes decides-on-data-subject=yes matches-privacy-records=yes
data-sharing=department,third-party biased-training-data=yes security-class=protected-a
accuracy-measures=yes data-controller=other-canadian linked-systems=yes training-data-collector=own
input-data-collector=own unstructured-types=audio-text consult-harmed=no quality-fixes-public=no
gba-plus=no gba-plus-public=no open-data=no bias-mitigated=no automation-bias-training=no
closed-system=no extra-protections=deadlines,documents,client-feedback
"""
corrections = {"keeps-learning": ["yes"], "staff-effects": ["yes"], "drift-monitoring": ["no"]}
# In the design phase some measures were not there yet.
later = "consult-outside drift-monitoring monitoring-updates regular-review recourse trail-version"

questions = questionnaire().questions
answers = {
    name: ["yes" if each.kind == "mitigation" else "no"] for name, each in questions.items()
} | {name: keys.split(",") for name, keys in (pair.split("=") for pair in handed_in.split())}

rows = []
corrected = answers | corrections
for name, question in questions.items():
    is_asked = questionnaire().is_asked(question, corrected)
    for phase in ["design", "implementation"] if question.kind == "mitigation" else ["both"]:
        given = ["no"] if phase == "design" and name in later.split() else corrected[name]
        row = [name, question.kind, phase, is_asked, ", ".join(given), question.points(given)]
        rows.append(row)
form = pd.DataFrame(rows, columns=["question", "kind", "phase", "asked", "answer", "points"])


def points_of(given, kind):
    """The points of the answers of one kind to the questions that are asked."""
    return sum(
        each.points(given[each.id]) for each in questionnaire().asked(given) if each.kind == kind
    )


rows = []
for question in questionnaire().asked(answers):
    now = answers[question.id]
    for key in question.options:
        then = [key]
        if question.takes_many:
            then = [each for each in question.options if (each in now) != (each == key)]
        if then and then != now and question.kind != "gate":
            given = answers | {question.id: then}
            more = [
                points_of(given, kind) - points_of(answers, kind) for kind in ("risk", "mitigation")
            ]
            rows.append([question.id, question.kind, ", ".join(now), ", ".join(then), *more])
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
form.tail(6)

# %% [markdown]
# The table `form` is used in exercise 10, for those who program. It has one row for each answer; these are its last rows. `kind` is `risk` or `mitigation` (or `gate`, for a question that has no points and only decides which other questions are asked). `asked` is `False` where the form does not ask the question, because of another answer.
#
# ## 1. Read the result (Decide, 1 point)
#
# The form that the team hands in has **86 risk points** and **61 mitigation points**. At most 167 risk points and 77 mitigation points are possible.
#
# What is the total after the mitigation rule? Give a whole number (`total`). What is the impact level? Give a number from 1 to 4 (`level`).

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
# ClairTri sends a form that it has filled in itself, and writes: “Impact level I.” These are all its answers in one part of the form. A field with — has no answer. Take the firm's answers as they are, even if you doubt them.
#
# | question | the firm's answer | points |
# |---|---|---|
# | Which fields of life does the decision touch? (several answers can be true) | money | 1 |
# | | another field | 1 |
# | Who else receives the personal data? (several answers can be true) | other units of the regulator | 1 |
# | | a company | 3 |
# | Does it go on changing itself once in use? | no | 0 |
# | Are the changes that it makes to itself watched? (asked only if it changes itself) | no | 1 |
# | Is the algorithm kept confidential? | yes | 1 |
# | Do training and test data mirror the people served? | — | yes 0, not sure 1, no 2 |
# | Was performance compared across groups? | — | 0 to 3, by the answer |
# | Is unstructured material used, such as text or sound? | no | 0 |
# | Which unstructured material? (asked only if it is used) | — | 2 to 4, by the answer |
#
# How many points do the answers that count so far give together? Give a whole number (`firm_points`). How many questions in this part still have to be answered before there can be a level? Give a whole number (`still_needed`).

# %% answer="blanks"
firm_points = ...
still_needed = ...
### BEGIN SOLUTION
firm_points = 7
still_needed = 2
### END SOLUTION

# %% check="blanks"
check("blanks", firm_points, still_needed)

# %% [markdown]
# ## 3. Which answer is wrong? (Decide, 1 point)
#
# These are facts from the contract and from the complaints desk:
#
# - Each night the system trains itself again on the complaints of the day. The new version starts in the morning, and nobody looks at it first.
# - Four clerks do this work by hand until *Triage* starts.
# - Agents type in what people say by telephone or at a counter, so that *Triage* can read it.
# - ClairTri does not tell the regulator how the system weighs each word.
#
# Four of the team's answers are below. Which one do the facts contradict? Choose one answer (`wrong_answer`). (The other exercises use the form as it was handed in, except exercise 10.)
#
# - `client-share`: the system is used for everyone whom the regulator serves
# - `new-operation`: no, it does nothing that people did not do before it
# - `keeps-learning`: no, it does not go on changing itself once in use
# - `secret-algorithm`: yes, the algorithm is kept confidential by the firm

# %% answer="wrong-answer"
wrong_answer = "..."
### BEGIN SOLUTION
wrong_answer = "keeps-learning"
### END SOLUTION

# %% check="wrong-answer"
check("wrong-answer", wrong_answer)

# %% [markdown]
# ## 4. The best case of a system with high risk (Decide, 1 point)
#
# Another project of the state has **152 risk points**. Its director says: “We will do everything on the mitigation list. Then the level will go down.” Suppose that the project gets all 77 mitigation points. You can compute by hand or with Python, for example `0.85 * 152`.
#
# What is the total then after the mitigation rule? Give a whole number (`best_total`). What is the impact level then? Give a number from 1 to 4 (`best_level`).

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
# First: which way of working fulfils level III with the least work for the clerks? Choose one answer (`allowed`):
#
# - `proposal`: the system proposes to close a complaint, and a clerk closes it or forwards it
# - `sample`: the system decides, and a clerk reads a sample of the closed complaints each week
# - `on-request`: the system decides, and a clerk decides again if the customer asks for it
# - `two-clerks`: the system proposes to close a complaint, and two clerks have to agree to it
#
# Second: who approves a system of level III before it runs? Choose one answer (`approval`):
#
# - `programme-head`: the official in charge of the programme, such as the head of the complaints desk
# - `oversight-board`: a board of the institution, with its lawyer, its auditor and its data officer
# - `cabinet-body`: a body above the single institutions, such as a treasury or a cabinet committee
# - `institution-head`: the head of the institution, who in this case is the head of the regulator

# %% answer="duties"
allowed = "..."
approval = "..."
### BEGIN SOLUTION
allowed = "proposal"
approval = "institution-head"
### END SOLUTION

# %% check="duties"
check("duties", allowed, approval)

# %% [markdown]
# ## 6. Who must make the assessment of Article 27? (Decide, 1 point)
#
# A colleague in a city in Spain buys a new system that grants and ends a benefit for people in need. It is high-risk under Annex III, point 5(a), of the AI Act. The city wants to use it for the first time in March 2028. Which sentence is right? Choose one answer (`who_owes`):
#
# - `both-before-use`: Firm and city must each make one, before the first real case.
# - `city-after-trial`: The city must make the assessment, after a trial with real cases.
# - `covered-already`: The city need not, because it has a data protection impact assessment.
# - `city-before-use`: The city must make the assessment, before the first real case.

# %% answer="article-27"
who_owes = "..."
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
# | remedy | each month an auditor reads 50 closed SMS in Dioula and reports the errors to the desk |
#
# First: which link does not fulfil its task? Choose one answer (`weak_link`): `right`, `who`, `harm`, `measure` or `remedy`.
#
# Second: which text belongs there? Choose one answer (`better_text`):
#
# - `explain`: By SMS and in Dioula, a person is told within 5 days why the complaint was closed.
# - `reopen`: By SMS or at a counter, a person can get the case reopened, and an answer within 5 days.
# - `log`: At the desk, a person can see for three years when the complaint came and was closed.
# - `survey`: Each month, an agent asks 50 people who wrote in Dioula what should be done better.

# %% answer="chain"
weak_link = "..."
better_text = "..."
### BEGIN SOLUTION
weak_link = "remedy"
better_text = "reopen"
### END SOLUTION

# %% check="chain"
check("chain", weak_link, better_text)

# %% [markdown]
# ## 8. Complete the register (Decide, 1 point)
#
# The register uses the matrix of the lesson: likelihood times severity, each from 1 to 5. Below 5 the level is low, below 10 medium, below 20 high, and from 20 on very high. A risk of severity 5 is at least high. A named person has to accept each risk that remains high or very high.
#
# | id | risk | likelihood, severity | level | measure | owner | with the measure | level that remains | accepted by |
# |---|---|---|---|---|---|---|---|---|
# | R1 | A complaint in Dioula or Baoulé is closed although it is justified | 4, 4 | high | A clerk who speaks the language reads it | head of the complaints desk | 2, 4 | **a** | not asked here |
# | R2 | A person who is threatened by a debt collector is found through data in a complaint, and is hurt | 1, 5 | **b** | Addresses are removed before the complaint is forwarded | **c** | 1, 5 | **b** | **d** |
#
# The measure makes the harm of R2 rarer, but 1 is already the lowest likelihood. So the numbers of R2 stay the same, and **b** is its level both without and with the measure.
#
# Fill in the four places:
#
# - `a`, the level of R1 that remains with the measure: `low`, `medium`, `high` or `very-high`
# - `b`, the level of R2, both without and with the measure: `low`, `medium`, `high` or `very-high`
# - `c`, who answers for the measure: `clairtri` (the firm, which programs it), `operators` (the firms that receive the complaints), `data-officer` (the regulator's data protection officer), `clerks` (the four clerks, who see the complaints)
# - `d`, who accepts the risk that remains: `customers-council` (it speaks for those who can be harmed), `regulator-head`, `desk-head` (the head of the complaints desk), `outside-expert` (who has reviewed the system)

# %% answer="register"
a = "..."
b = "..."
c = "..."
d = "..."
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
# Before the register was finished, *Triage* sorted earlier complaints as a test, and the regulator counted four things. (The numbers are invented.)
#
# | what was counted, in each 100 complaints | group | in this group | among all others |
# |---|---|---|---|
# | closed, although a clerk would have forwarded them | written in Baoulé | 19 | 5 |
# | closed because the name is not the name of the customer | by women | 31 | 9 |
# | answered by the operator after the deadline | at a counter | 22 | 21 |
# | typed in with a mistake | by telephone | 6 | 5 |
#
# At the counters, women said that their line is often registered in the name of a husband, a brother or an employer.
#
# One more risk must be added to the two of exercise 8: one that follows from the three rules, which *Triage* applies to every complaint, and that falls on one group far more often than on the others. Which one? Choose one answer (`missing_risk`):
#
# - `language-again`: People who write in Baoulé lose a justified complaint more often than others.
# - `late-answers`: People who come to a counter wait longer than others until an operator answers.
# - `typing-errors`: People who telephone lose a justified complaint, because of an agent's mistake.
# - `name-mismatch`: Women lose a justified complaint, because their line has another person's name.

# %% answer="missing-risk"
missing_risk = "..."
### BEGIN SOLUTION
missing_risk = "name-mismatch"
### END SOLUTION

# %% check="missing-risk"
check("missing-risk", missing_risk)

# %% [markdown]
# ## 10. Compute both sums (Build, 1 point)
#
# After exercise 3 the team looked at the form once more, and corrected three answers: the wrong one of exercise 3, and two more, because the work of the four clerks will change a great deal, and because nobody watches whether the performance of the system falls. The table `form` has the corrected answers, so its sums are not those of exercise 1.
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
# Write the function `total_of`. It takes `raw` and `mitigation`, and returns the total by the published rule, as a whole number. A half is rounded up. Write your lines under the sentence in quotation marks, four spaces in, and end with `return`. Use the names in the brackets, `raw` and `mitigation`: the function has its own numbers under these names, whatever they are elsewhere in the notebook.
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
# Write the function `level_of`. It takes a `total` and returns the level as a number: 1, 2, 3 or 4. The bounds are 25%, 50% and 75% of 167.
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
# The table `changes` has one row for each alternative answer to one question. `raw_change` and `mitigation_change` say by how many points the two sums would change. They belong to the form as it was handed in, where the sums are 86 and 61 and the level is III (not to the corrected form of exercise 10). Count:
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
# Write the function `risk_level`. It takes `likelihood` and `severity`, whole numbers from 1 to 5, and returns `"low"`, `"medium"`, `"high"` or `"very high"` by the matrix of exercise 8. The rule for severity 5 belongs to it.
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
# 1. **Decision.** The first two sentences say what to do, with the level and how it was computed. Use the sums of exercise 1; the corrected form of exercise 10 gives level III too.
# 2. **A chain.** It follows one right to the remedy: who, which harm, which measure, and to whom a person can go. It says what is different for women, or for people without internet.
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

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the head of the regulator would, and tick:
#
# - ☐ Do the first two sentences say what to do, and give the level and how it was computed?
# - ☐ Do I follow one right to its remedy: who, which harm, which measure, to whom a person can go?
# - ☐ Do I say what is different for women, or for people without internet?
# - ☐ Do two conditions before the first use have an owner, and a date or a number?
# - ☐ Do I name a risk that remains, and the person who accepts it?
# - ☐ Do I say when the assessment is made again?
#
# <details><summary>An example note about another service</summary>
#
# Invented: a city that wants a score for the order in which parents get a place in a day nursery.
#
# I advise that the score puts the applications in order, and that an official confirms each refusal. The form gives 70 risk points; with 66 mitigation points there is a discount, so the total is 60 and the level is II.
#
# Article 26 of the Universal Declaration gives everybody the right to education. A mother who works without a contract cannot prove her hours, so her child comes last. The measure: a signed statement counts as proof. The remedy: the parents ask at the counter or by telephone for a second look, have an answer within 10 days, and can go to the ombuds office.
#
# Before the first use, by 1 February, the head of the nursery office has signed statements accepted, and names two officials who will read all refusals of the first month. The data protection officer has the field “nationality” removed by the same day.
#
# What remains is that a family moves away from the city because it waits too long. The councillor for education accepts this risk. We assess again in a year, or when the rules for places change.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 2, because a form that the supplier fills in looks complete, and exercise 9, because the risk that nobody wrote down is the one that hurts.
#
# **How to read the note.** A typical note with 2 points gives the level and some conditions. Nobody owns a condition, or the chain ends with “can complain”. A note with 4 points computes the level, names an owner and a date for each condition, and says who accepts what remains.
