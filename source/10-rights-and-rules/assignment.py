# %% [markdown]
# # Rights and rules: assignment
#
# You advise the heads of several public bodies. Each plans to use a system, and asks: which rules bind us, from which day, and what must we do?
#
# {{answering}}
#
# **What is real.** The laws are real. The systems are invented; the institutions are of kinds that exist in these countries. The tree is a teaching aid, not legal advice. The first cell of the lesson shows when it was last compared with the law. “Today” is the day on which you answer.

# %% locked="setup" closed=true
from datetime import date

from course import check
from course.dossier.assessments.classifying import classify, flips
from course.frameworks.ai_act import ai_act
from course.frameworks.other_law import what_binds

# The facts of the lesson's desk: it only forwards requests to the office in charge.
desk = {
    "ai-system": "yes",
    "scope": "none",
    "practices": "none",
    "product": "no",
    "areas": "services",
    "services": "forwarding",
    "contact": "no",
    "generated": "no",
    "published": "none",
    "sensed": "no",
}
# The second version of the lesson: it also estimates who is entitled to an allowance.
allowance = desk | {"services": "benefits", "profiling": "yes", "older-high-risk": "no"}
today = date.today()

# %% [markdown]
# ## 1. Which texts bind? (Decide, 1.5 points)
#
# Section 1 of the lesson has the table that you need.
#
# **A state court in Brazil** wants to use a tool that groups similar cases. Which text on AI lays duties on the court today? Choose one answer (`brazil_court`):
#
# - `bill-2338`: Bill 2338 of 2023, the general law on AI for the whole country
# - `cnj-615`: Resolution 615 of 2025 of the National Council of Justice
# - `unesco`: UNESCO's Recommendation, which its member States have adopted
# - `eu-ai-act`: the AI Act, if the supplier of the tool also sells in the Union
#
# **A federal department in Canada** says: “The Directive on Automated Decision-Making is not a law of the Parliament, so we can follow it or not.” What do you answer? Choose one answer (`canada_department`):
#
# - `optional`: agreed, only a law of the Parliament can lay duties on a department
# - `courts-too`: no, it binds federal departments, and the federal courts as well
# - `department`: no, it binds federal departments, as it has done since 2020
# - `since-june`: no, it binds federal departments, but only since June of 2026
#
# **A ministry in the Gambia** finds no line for its country in our table. Which rules bind its system today? Choose one answer (`gambia_ministry`):
#
# - `own-policy`: a policy that the ministry writes for itself, until there is a law on AI
# - `other-rules`: the constitution, treaties and the law on administrative decisions
# - `supplier-law`: the law on AI of the country from which the supplier delivers it
# - `soft-law`: UNESCO's Recommendation, because it takes the place of the missing law

# %% answer="binding"
brazil_court = "..."
canada_department = "..."
gambia_ministry = "..."
### BEGIN SOLUTION
brazil_court = "cnj-615"
canada_department = "department"
gambia_ministry = "other-rules"
### END SOLUTION

# %% check="binding"
check("binding", brazil_court, canada_department, gambia_ministry)

# %% [markdown]
# ## 2. Six systems, which class? (Decide, 3 points)
#
# Suppose that each system is new and used in the European Union in the same way. Which class of the AI Act does it have? A class can occur more than once, or not at all.
#
# - `paraguay`: **A social ministry.** Letters in Guarani and Spanish arrive at one address. A large language model finds the office in charge of each and sends it there. It evaluates no request and writes to nobody.
# - `guatemala`: **A court.** A tool reads the file of a case, looks for earlier rulings and drafts the reasons for the judgment. The judge reads the draft, corrects it and signs.
# - `dominican_republic`: **A ministry of education.** A program holds the rules on school meals, as the staff of the ministry wrote them: income below a limit, and a child under twelve. It accepts or refuses without any clerk.
# - `cote_d_ivoire`: **A telecom regulator.** A voice assistant answers callers in French and Dioula. It tells them tariffs, with a generated voice. Most callers take it for a person.
# - `samoa`: **A training college.** Cameras follow the faces of students and tell the teacher which of them are angry or ashamed. Every student has signed a consent form.
# - `pakistan`: **A social protection agency.** Before an officer decides on a cash benefit, a model gives each household a score for the risk that its claim is wrong. It uses the household's earlier claims, as the law on the benefit allows. The vendor calls this “a preparatory step”.
#
# The keys are, beginning with the strictest: `prohibited`, `high-risk`, `exempted` (listed, but exempted by Article 6(3)), `transparency`, `minimal` and `not-ai`. If two would fit, give the one that comes first in this list.

# %% answer="classes"
paraguay = "..."
guatemala = "..."
dominican_republic = "..."
cote_d_ivoire = "..."
samoa = "..."
pakistan = "..."
### BEGIN SOLUTION
paraguay = "minimal"
guatemala = "high-risk"
dominican_republic = "not-ai"
cote_d_ivoire = "transparency"
samoa = "prohibited"
pakistan = "high-risk"
### END SOLUTION

# %% check="classes"
check("classes", paraguay, guatemala, dominican_republic, cote_d_ivoire, samoa, pakistan)

# %% [markdown]
# ## 3. One fact changes (Decide, 1 point)
#
# **Paraguay.** The ministry plans to extend the system that sends letters to the right office. Which change makes it high-risk? Choose one answer (`makes_high_risk`):
#
# - `voice`: it also answers calls and tells people which office has their letter
# - `no-clerk`: no clerk looks any more at whether a letter went to the right office
# - `suggests`: it also tells the officer which benefit a writer seems entitled to
# - `larger-model`: a larger language model with tools takes the place of today's
#
# **Antigua and Barbuda.** A tool works on claims for a benefit, and its vendor says that Article 6(3) exempts it. Which sentence, if it is true, supports the vendor? Choose one answer (`exempts`):
#
# - `duplicates`: it only finds claims that were sent twice, and evaluates nobody
# - `officer`: an officer takes every decision and can set aside its score
# - `accurate`: its score was tested, and it errs less often than officers do
# - `advice`: its score is only advice, which no law tells the officer to follow

# %% answer="flip"
makes_high_risk = "..."
exempts = "..."
### BEGIN SOLUTION
makes_high_risk = "suggests"
exempts = "duplicates"
### END SOLUTION

# %% check="flip"
check("flip", makes_high_risk, exempts)

# %% [markdown]
# ## 4. From which day? (Decide, 1.5 points)
#
# All three systems are used in the European Union. Choose among `"2026-08-02"`, `"2026-12-02"`, `"2027-12-02"`, `"2028-08-02"` and `"2030-08-02"`.
#
# - `allowance_day`: In 2028 a city will introduce a model that evaluates who is entitled to a disability allowance. From which day do the high-risk rules apply to such systems?
# - `assistant_day`: A regulator's voice assistant was introduced in September 2026. Since which day has the law required that callers are told that they are dealing with AI?
# - `images_day`: From which day is it prohibited to offer a system whose purpose is to undress people in pictures without their consent?

# %% answer="days"
allowance_day = "..."
assistant_day = "..."
images_day = "..."
### BEGIN SOLUTION
allowance_day = "2027-12-02"
assistant_day = "2026-08-02"
images_day = "2026-12-02"
### END SOLUTION

# %% check="days"
check("days", allowance_day, assistant_day, images_day)

# %% [markdown]
# ## 5. Who must do it? (Decide, 1 point)
#
# **The disability allowance.** A city in the Union buys the model from a firm. Who must assess the impact on fundamental rights under Article 27, before the first use? Choose one answer (`assesses`):
#
# - `firm`: the firm, because it knows from which data the model has learned
# - `either`: one of the two, as they agree when they write the contract
# - `city`: the city, because it is the public body that will use the model
# - `neither`: neither, if a data protection assessment was made before
#
# **The voice assistant.** The regulator buys it from a firm. On whom does Article 50(1) lay the duty that callers learn that it is AI? Choose one answer (`builds_notice`):
#
# - `maker`: the firm, because the duty is about how the assistant is made
# - `user`: the regulator, because it is the one that callers speak to
# - `both`: both, because each of them has a part in what callers hear
# - `no-one`: neither, because the assistant is not in a high-risk class

# %% answer="who"
assesses = "..."
builds_notice = "..."
### BEGIN SOLUTION
assesses = "city"
builds_notice = "maker"
### END SOLUTION

# %% check="who"
check("who", assesses, builds_notice)

# %% [markdown]
# ## 6. A chain of rights (Decide, 1 point)
#
# **Liberia.** An agency pays a cash benefit. People apply by mobile telephone only, and a model ranks the applications. Women in villages are less likely than men to own a telephone, so fewer of them apply. The chain begins: *social security (Declaration, article 22); women without a telephone; a benefit that they are entitled to is never paid.*
#
# Which **indicator** shows this harm? Choose one answer (`indicator`):
#
# - `recipients`: the share of women among the people who receive the benefit
# - `approval`: the share of women's and of men's applications that are approved
# - `phones`: the share of women and of men in each village who own a telephone
# - `coverage`: the share of entitled women and of entitled men who are paid the benefit
#
# Which **remedy** can such a woman really use? Choose one answer (`remedy`):
#
# - `weights`: more weight in the model for women, so that more of them are paid
# - `in-person`: a counter in the village, where a clerk decides on paper forms
# - `court`: an action in court against a refusal, with a lawyer free of charge
# - `hotline`: a free telephone line, open at all hours, on which a clerk decides

# %% answer="chain"
indicator = "..."
remedy = "..."
### BEGIN SOLUTION
indicator = "coverage"
remedy = "in-person"
### END SOLUTION

# %% check="chain"
check("chain", indicator, remedy)

# %% [markdown]
# ## 7. Write down the facts (Build, 1 point)
#
# **Togo.** A development bank lends to traders, most of them women who work without a contract. A model, trained on earlier loans, estimates for each person how likely she is to repay. A loan officer sees the estimate and decides. Suppose that this is done in the Union, with a new system that starts in 2028.
#
# The next cell lists the answers to three questions of the tree. Write the facts as `bank`: take those of `desk`, replace the answer to `"services"`, and add one to `"profiling"` and one to `"older-high-risk"`, as the lesson does in section 3 for the allowance system.

# %% locked="options"
for name in ("services", "profiling", "older-high-risk"):
    question = ai_act().questions[name]
    print(question.text, f"[{name}]")
    for option in question.options.values():
        print(f'   "{option.id}"  {option.label}')

# %% answer="bank-facts"
bank = ...
# The form: `bank = desk | {"question": "answer", "question": "answer", "question": "answer"}`
### BEGIN SOLUTION
bank = desk | {"services": "credit", "profiling": "yes", "older-high-risk": "no"}
### END SOLUTION

# %% check="bank-facts"
check("bank-facts", bank)

# %% [markdown]
# ## 8. The classes in force (Build, 1.5 points)
#
# Write the function `classes_on`. It takes the facts of a system and a day, and returns a list of the classes whose rules **apply on that day** to a public body. If none applies yet, the list is empty. Section 5 of the lesson has the lines. The round brackets that the classifier prints are accepted too.
#
# To try it, add a cell with `classes_on(allowance, today)` or `classes_on(allowance, date(2027, 12, 2))`.
#
# When your work is graded, your function is also tried with other facts and days. The next cell shows the names of all classes and roles, as exercises 8 to 10 need them.

# %% locked="names"
print(list(ai_act().classes))
print(list(ai_act().roles))


# %% answer="classes-on"
def classes_on(facts, day):
    """The classes in force on a day, for a public body."""
    ### BEGIN SOLUTION
    result = classify(facts, on=day, role="public-body")
    return list(result.in_force)
    ### END SOLUTION


# %% check="classes-on"
check("classes-on", classes_on)

# %% [markdown]
# ## 9. What would change the class? (Build, 1.5 points)
#
# Write the function `ways_to`. It takes the facts of a system, a day, and a class that you fear, such as `"prohibited"`. It returns a list of pairs: for each change of one answer that leads to **classes that contain this class**, the question and the new answer, as in `(flip.question, flip.after)`. The role is that of a public body. The classes are written as the cell in exercise 8 prints them. A pair that occurs twice is accepted. Section 4 of the lesson has the lines. To try it, add a cell with `ways_to(allowance, today, "transparency")`.
#
# When your work is graded, your function is also tried with other facts and classes.


# %% answer="ways-to"
def ways_to(facts, day, wanted):
    """The pairs of question and new answer that lead to the class `wanted`."""
    ### BEGIN SOLUTION
    found = []
    for flip in flips(facts, on=day, role="public-body"):
        if wanted in flip.classes:
            found.append((flip.question, flip.after))
    return found
    ### END SOLUTION


# %% check="ways-to"
check("ways-to", ways_to)

# %% [markdown]
# ## 10. The duties on a day (Build, 1.5 points)
#
# Write the function `duties_on`. It takes the facts of a system, a role (such as `"public-body"` or `"provider"`) and a day. It returns a list of the places in the law, such as `"Article 26(1)"`, of the duties that the role has **on that day**. Leave out duties whose day is not verified (`due.duty.verified` is false). Section 5 of the lesson has the line. To try it, add a cell with `duties_on(allowance, "public-body", today)`.
#
# When your work is graded, your function is also tried with other facts, roles and days.


# %% answer="duties-on"
def duties_on(facts, role, day):
    """The places of the verified duties of a role on a day."""
    ### BEGIN SOLUTION
    result = classify(facts, on=day, role=role)
    return [due.duty.place for due in result.duties if due.duty.verified]
    ### END SOLUTION


# %% check="duties-on"
check("duties-on", duties_on)

# %% [markdown]
# ## 11. A table by country (Build, 1.5 points)
#
# Write the function `binding_table`. It takes a list of countries, a kind of institution and a day. It returns a dictionary: for each country, the list of the titles of the **verified** texts that bind such an institution on that day. A country without such a text has an empty list. Section 1 of the lesson has the line for one country. Begin with `table = {}`, go through the countries with `for country in countries:`, store each list by `table[country] = ...`, and return the table. To try it, add a cell with `binding_table(["brazil", "canada"], "court", today)`.
#
# When your work is graded, your function is also tried with other countries, institutions and days.


# %% answer="binding-table"
def binding_table(countries, institution, day):
    """For each country, the titles of the verified texts that bind the institution."""
    ### BEGIN SOLUTION
    table = {}
    for country in countries:
        laws = what_binds(country, institution, day)
        table[country] = [law.title for law in laws if law.verified]
    return table
    ### END SOLUTION


# %% check="binding-table"
check("binding-table", binding_table)

# %% [markdown]
# ## 12. A note to the head of your institution (4 points, read by a person)
#
# Choose a system of your own institution, or one from exercise 2 in the country where it is. Write 120 to 200 words: which rules bind us, from which day, and what follows? Double-click the cell below to write. One point for each of these:
#
# 1. **Binding or not.** It names the texts that bind the institution, says of at least one other text why it does not bind (recommendation, bill, treaty, other territory), and says what was not verified.
# 2. **Class and reason.** It gives the class that the system would have under the AI Act, with the article, and the single fact that would change it.
# 3. **Days and duties.** It says what must be done by whom and by which day.
# 4. **Rights.** It has one complete chain: right with article, who is affected, harm, indicator, remedy.
#
# If your country is not in the table of the lesson, use the rules that apply with AI or without it (section 1). For days and duties, use those that would apply in the Union.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# To the president of the court. I recommend that we introduce the tool that drafts reasons only after we have met Resolution 615 of the National Council of Justice, which binds the courts of our state in Brazil today.
#
# The resolution asks us to sort the tool by risk, to keep human review of each decision possible, and to publish indicators and reports. Bill 2338 was still before the Chamber of Deputies in May 2026; what happened later was not verified. The AI Act does not bind us, because the tool is neither offered nor used in the Union and its output is not used there.
#
# By the AI Act, the tool would be high-risk (Annex III, point 8(a)), although a judge signs. If it only transcribed hearings, it would not be. Our supplier, who also sells in the Union, must meet the high-risk requirements there from 2 December 2027. We should ask for the same documents in our contract, and our staff office should plan training this year.
#
# The right at stake is a fair hearing (Declaration, article 10). Affected are parties without a lawyer, above all speakers of indigenous languages. The harm: a draft leaves out what they said, and nobody notices. Indicator: in 200 files a year, how often the draft omits an argument, by language and by sex of the party. Remedy: the party is told, can object before the judgment, and can appeal to the court above.
# ### END SOLUTION

# %% [markdown] id="alone"
# ## If nobody reads your note
#
# Read your note again as the head of your institution would, and tick:
#
# - ☐ Do I name the texts that bind the institution?
# - ☐ Do I say of another text why it does not bind, and what I could not verify?
# - ☐ Do I give the class under the AI Act, with its article?
# - ☐ Do I name a single fact that would change the class?
# - ☐ Do I say what must be done, by whom and by which day?
# - ☐ Do I have one chain: right with article, who is affected, harm, indicator, remedy?
#
# <details><summary>An example note about another service</summary>
#
# Invented: the statistics office of a member State of the European Union, where a model codes the occupations in a survey.
#
# The AI Act and the General Data Protection Regulation bind us. UNESCO's Recommendation does not: it is a recommendation. Whether our State has ratified the Council of Europe's convention on AI was not verified.
#
# By the AI Act our system is of the class minimal: the use is not in Annex III, and no decision about a person rests on it. If an office used the codes to decide on somebody's benefit, it would be high-risk (Annex III, point 5(a)).
#
# Article 4 asks us to support the AI literacy of the staff who use the system. The head of coding holds a training by 1 March. We ask the supplier now for the languages on which the model was tested.
#
# The right at stake is equality without discrimination (Declaration, article 7). Affected are women in unpaid or informal work. The harm: their work is coded as none, and labour policy overlooks them. Indicator: each year, the share of wrong codes among 500 answers that two people coded by hand, by sex and language. Remedy: a person can have her answer corrected through the survey's telephone line, and can complain to the head of the office.
#
# </details>

# %% [markdown] facilitator=true
# **Discuss in plenary:** exercise 3, because one fact changes the class, and exercise 5, because many believe that the supplier answers for everything. Ask each time for the place in the law.
#
# **How to read the note.** A typical note with 2 points names the right class and some duties. It calls a bill or a recommendation binding, or gives no day. A note with 4 points says which text does not bind and why, names the fact that would change the class, and ends its chain with a person or an office. If a participant writes about a country that you do not know, judge whether the note says what was not verified.
