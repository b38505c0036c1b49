# %% [markdown]
# # Case studies
#
# **The decision.** Our office wants to start a system like one that exists elsewhere. What would have stopped the failures, and what made the successes possible?
#
# **After this lesson you can**
#
# - read a case as a card of facts, each with its source, its date and a mark for how certain it is;
# - recompute a published figure from the case's own counts, and say what one unit of each count is;
# - say which safeguard was missing, using only what was known on the day of the decision;
# - name the number that would have raised the alarm, and for which group;
# - say against which other way of working a success was measured.
#
# {{time}}
#
# **Data.** Facts about 20 cases in 16 countries from published pages, collected on 24 and 27 November 2026. New York's chatbot occurs only in the first figure. We read stored copies, not the live pages. Where numbers are invented to show how something works, the text says so.
#
# The text can be followed without reading the code. Paragraphs that begin with **Build** explain code; the *Decide* exercises do not need them. Answer each question before you run the cell below it.

# %% [markdown] public=true facilitator=true
# **Plan for 90 minutes.** Section 1: 10 minutes. Section 2: 20. Section 3: 20. Section 4: 15. Section 5: 10, and 15 for the group activity.
#
# **Prepare.** Print one card of section 2 or 4 for each group. A participant may know a case from the inside: let them correct the card, and note source and date.
#
# **For those who are ahead.** Write a card about a system of your own country, with the same marks. Ecuador is the one country of the first class for which we found no documented case.

# %% folded="setup"
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, show, translator

t = translator("13-case-studies")
plt.style.use("course.figures")
DARK, AMBER, GREY = "C0", "C1", "C2"

# %% [markdown]
# ## 1. Five questions for every case
#
# To learn from a case, we need more than its story. So we ask the same five questions each time:
#
# 1. **What did the system compute?** Did it learn from data, follow fixed rules, or only count?
# 2. **What is one unit of each number?** A debt, a person, a letter?
# 3. **Which safeguard was missing?** Only a safeguard that could be known on the day counts, not one that somebody thought of later.
# 4. **Which number would have shown it**, for which group, and when?
# 5. **To whom could the person go?**
#
# Each fact has a mark:
#
# | mark | meaning |
# | --- | --- |
# | confirmed | we found it on two stored pages, or on a page of the institution concerned; often only one page is linked |
# | confirmed (a claim), confirmed (a criticism) | it is confirmed that somebody said this; whether it is true is open |
# | second-hand | one source only, or a page that repeats another |
# | claim | a maker, a party or an official says it in favour of their own side |
#
# What we could not find is named as “not found”. No right answer in the assignment depends on a second-hand fact.
#
# How long does a harmful system run before somebody stops it? Look at four cases whose start and end are known, at least roughly.

# %% folded="figure-stopped"
runs = {
    t("England, school grades\n(13 to 17 August 2020)"): ("2020-08-13", "2020-08-17"),
    t("New York City, chatbot\n(October 2023; end announced January 2026)"): (
        "2023-10-01",
        "2026-01-28",
    ),
    t("Buenos Aires, faces\n(April 2019 to April 2022)"): ("2019-04-01", "2022-04-11"),
    t("Australia, Robodebt\n(July 2015 to November 2019)"): ("2015-07-01", "2019-11-30"),
}
months = {
    name: (pd.Timestamp(end) - pd.Timestamp(start)).days / 30.44
    for name, (start, end) in runs.items()
}
fig, ax = plt.subplots(figsize=(8, 3.4))
colours = [AMBER, DARK, DARK, DARK]
ax.barh(
    list(months),
    list(months.values()),
    color=colours,
    edgecolor=[AMBER] + ["none"] * 3,
    lw=3,
    height=0.6,
)
for place, value in enumerate(months.values()):
    label = t.number(value) if value > 1 else t("4 days")
    ax.text(value + 1, place, label, va="center")
ax.invert_yaxis()
ax.set_xlim(0, 60)
show(
    fig,
    title=t("One of four was stopped within days; three took more than two years"),
    subtitle=t("Months until it stopped, or its end was announced"),
    source=t("the sources that this module names for each case; months counted by the authors"),
    alt=t(
        "Four bars. England's grades were stopped within days. Face recognition in Buenos Aires "
        "ran 36 months and Robodebt 53. For New York's chatbot 28 months passed until its end was "
        "announced."
    ),
)

# %% [markdown]
# In England all results appeared on one morning, with the share that had been lowered. In the other cases each person saw one letter, one arrest or one answer. This is our reading, not a proof: four cases are few. But it gives a first rule: **publish, for everybody at once, how many people were made worse off.**
#
# Sources of the dates: the cards below; for New York, [The Markup, 29 March 2024](https://themarkup.org/news/2024/03/29/nycs-ai-chatbot-tells-businesses-to-break-the-law), and a [report of the announcement of its end on 28 January 2026](https://gokawiil.com/article/249758) (confirmed; the day on which it ended: not found). For Buenos Aires we count to the injunction. The city says that the system had not been active since April 2020, and the judge did not accept this; if the city were right, the bar would show 12 months ([La Voz](https://lavoz.com.ar/politica/la-justicia-investiga-para-que-uso-el-gobierno-porteno-datos-biometricos-de-75-millones-de-personas), second-hand).

# %% [markdown]
# ## 2. Failures
#
# ### Benefits: Robodebt (Australia)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The benefits office took each person's yearly income from the tax office, spread it evenly over fortnights (periods of two weeks) and compared it with what the person had reported. It was not machine learning. | July 2015 to November 2019 | [Federal Court, summary of Prygodicz (No 2)](https://www.judgments.fedcourt.gov.au/judgments/Judgments/fca/single/2021/2021fca0634/summaries/2021fca0634-summary) | confirmed |
# | Debts of at least AUD 1.763 billion against about 433,000 people had no legal basis. About AUD 751 million had been collected from about 381,000 people. | 11 June 2021 | [report of the judgment](https://tech-litigation.com/case/australia-federal-court-of-australia-11-june-2021-prygodicz-v-commonwealth-of-australia) | confirmed |
# | The Royal Commission made 57 recommendations. | 7 July 2023 | [report](https://robodebt.royalcommission.gov.au/publications/report) | confirmed |
# | A second settlement of AUD 475 million was announced. Whether the court approved it: not found. | 4 September 2025 | [Law Society Journal](https://lsj.com.au/articles/historic-475m-robodebt-settlement-to-compensate-victims-for-crude-and-cruel-scheme) | confirmed |
#
# What does an average do to somebody without regular work? We invent one person: Amina sells fish for half of the year and reports every fortnight what she earned.

# %% id="averaged"
real = np.array([1000] * 13 + [0] * 13)
averaged = np.full(26, real.sum() / 26)
invented = averaged - real
print(t("Fortnights without income: {n}").format(n=(real == 0).sum()))
print(
    t("Income that the average invents in each of them: {sum}").format(sum=t.number(invented[-1]))
)

# %% folded="figure-averaged"
fig, ax = plt.subplots(figsize=(8, 3.2))
ax.bar(range(1, 27), real, color=DARK, label=t("reported, and true"))
ax.step(np.arange(0.5, 27.5), np.append(averaged, averaged[-1]), where="post", color=AMBER, lw=3)
ax.plot(range(14, 27), [0] * 13, "s", color=DARK, ms=7, clip_on=False, zorder=5)
ax.text(
    20,
    550,
    t("yearly income, spread evenly"),
    ha="center",
    va="bottom",
    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0},
)
ax.text(
    20,
    70,
    t("reported, and true: 0"),
    ha="center",
    va="bottom",
    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0},
)
ax.text(7, 1040, t("reported, and true"), color="black", ha="center")
ax.set(ylim=(0, 1200), xlim=(0.4, 26.6))
ax.set_xlabel(t("Fortnight of the year (two weeks each)"))
show(
    fig,
    title=t("The average puts income where there was none"),
    subtitle=t("Income, dollars (invented)"),
    source="made up",
    alt=t(
        "Invented example. Reported income is 1,000 in the first 13 fortnights and 0 in the last "
        "13, marked by squares. The average is a flat line at 500 over all 26."
    ),
)

# %% [markdown]
# In 13<!--above averaged--> fortnights Amina earned nothing. The average gives her 500<!--above averaged--> in each of them, and the office demands benefits back. People with seasonal or informal work are hit; a clerk with a fixed salary is not.
#
# **Missing safeguard.** A comparison with real fortnights on a sample of files, before the first letter. **The number:** the difference between averaged and real income, and the share of debts that are cancelled after the person answers.

# %% [markdown]
# ### Tax and benefits: childcare allowance (Netherlands)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | A self-learning score picked applications for a check. Whether a person was Dutch influenced the score. | from 2013; report of 16 July 2020 | [M. Klein](https://ai-society.michelklein.nl/2022/the-dutch-child-care-benefit-scandal-an-important-lesson-learned/) (self-learning), [NautaDutilh](https://nautadutilh.com/en/insights/the-record-fine-for-the-dutch-tax-administration-from-a-legal-perspective), [EDRi](https://edri.org/our-work/amnesty-international-calls-to-ban-discriminatory-algorithms-in-its-report-xenophobic-machines/) | confirmed |
# | Data protection authority: two fines, EUR 2.75 million (nationality data) and EUR 3.7 million (a fraud list of more than 270,000 entries). | 2021; 2022 | NautaDutilh, as above; [AKD](https://akd.eu/insights/tax-and-customs-administration-breaks-its-own-fines-record) | confirmed |
# | About 26,000 parents wrongly accused, 2005 to 2019 | estimate of 2021 | [copy of an encyclopedia](https://handwiki.org/wiki/Finance:Dutch_childcare_benefits_scandal) | second-hand |
# | A little over 40,300 parents recognised as harmed, of about 69,000 who applied | end of 2024 | [government, 21 February 2025](https://www.rijksoverheid.nl/actueel/nieuws/2025/02/21/ruim-90-procent-gedupeerde-ouders-klaar-met-integrale-beoordeling) | confirmed |
#
# The score was one cause of several. The benefit was also claimed back in full; that did much of the harm (our reading). Ask of each case: if we take the model away, is the harm gone?
#
# **Missing safeguard.** A test for discrimination before use, and a reason given to the person. **The number:** the share of selected files in which a check finds a real error, by nationality and income.
#
# **Check yourself.** One newspaper writes 26,000 parents, another 40,300. What do you answer? Choose one answer (`two_counts`).
#
# - `older-wrong`: the older number was too low, and the newer count has corrected it
# - `newer-wrong`: the newer number is too high, for it counts all who applied
# - `different`: one estimates the accused parents, one counts the recognised ones

# %%
two_counts = "..."

# %%
check("quick-counts", two_counts)

# %% [markdown]
# ### Education: school grades (England)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | Examinations were cancelled. A statistical model set 718,276 A level results, from the schools' rankings of their pupils and from earlier results. Many differ from the estimate of the school. | 13 August 2020 | [Wonkhe](https://wonkhe.com/blogs/a-level-results-day-2020-full-results-and-university-entry-data/) | confirmed |
# | Lowered by one grade 35.6%, by two 3.3%, by three or more 0.2%; unchanged 58.7%; raised by one 2.2%; raised by more, under 0.1% each | August 2020 | the same | confirmed |
# | The office's headline: 96.4% the same or within one grade | 13 August 2020 | [gov.uk](https://www.gov.uk/government/news/guide-to-as-and-a-level-results-for-england-2020) | confirmed |
# | The schools' grades were restored. | 17 August 2020 | [The Guardian](https://www.theguardian.com/education/2020/aug/17/a-levels-gcse-results-england-based-teacher-assessments-government-u-turn) | confirmed |

# %% folded="figure-grades"
shares = [0.035, 0.356, 0.587, 0.022]
labels = [
    t("lowered by two or more"),
    t("lowered by one"),
    t("unchanged"),
    t("raised by one"),
]
fig, ax = plt.subplots(figsize=(8, 2.9))
ax.barh(labels, shares, color=[AMBER, AMBER, GREY, DARK], height=0.65)
for place, value in enumerate(shares):
    ax.text(value + 0.008, place, t.percent(value, digits=1), va="center")
ax.invert_yaxis()
ax.set_xlim(0, 0.7)
ax.xaxis.set_major_formatter(t.percent)
show(
    fig,
    title=t("More than a third of the results were lowered, hardly any raised"),
    subtitle=t("Share of 718,276 A level results, against the school's estimate"),
    source="Wonkhe, A level results day 2020, 2020",
    alt=t(
        "Four bars: lowered by two grades or more 3.5%, lowered by one 35.6%, unchanged 58.7%, "
        "raised by one 2.2%."
    ),
)

# %% [markdown]
# The headline adds the unchanged results and those that moved by one grade: 35.6 + 58.7 + 2.2. This gives 96.5 instead of 96.4, because the published shares are rounded. So a pupil who lost one grade counts as “within one grade”. One grade can decide on a place at a university. Both numbers describe the same results; the choice of headline is a decision.
#
# **Missing safeguard.** An appeal for each pupil before results counted, and a public test on earlier years. **The number:** the error for individual pupils, by subject and size of class.

# %% [markdown]
# ### A ministry: naming girls (Salta, Argentina)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The province and a software firm agreed on a system to predict which girls would become pregnant. | June 2017 | [La Gaceta de Salta](https://lagacetasalta.com.ar/nota/amp/102652/actualidad/prevencion-embarazos-gobierno-asegura-no-entrego-datos-privados-microsoft.html) | confirmed |
# | Data on about 200,000 people, among them 12,000 girls and women aged 10 to 19; columns: age, ethnicity, country of origin, disability, hot water at home | 2016 to 2018 | [AIAAIC](https://www.aiaaic.org/aiaaic-repository/ai-algorithmic-and-automation-incidents/microsoft-plataforma-tecnol%C3%B3gica-de-intervenci%C3%B3n-social) | confirmed |
# | The governor promised to name, years ahead, the girl who is 86% “predestined”. | 11 April 2018 | [University of Buenos Aires](http://liaa.dc.uba.ar/es/sobre-la-prediccion-automatica-de-embarazos-adolescentes/) | confirmed (a claim) |
# | A laboratory of the University of Buenos Aires found serious errors of method. | 2018 | the same | confirmed |
# | Error rate on girls whose data the model had not learned from; help that the named girls received | | | not found |
#
# Only girls are scored, although a pregnancy has two parents. Poverty, ethnicity and disability are used as signs. And nobody said of *what* the 86% is a share.
#
# **Missing safeguard.** A written purpose, consent, and an answer to “what will we do for her?” before “who is she?”. **The number:** of the names on the list, how many are wrong; and the share of indigenous girls on it against their share of the population.

# %% [markdown]
# ### Police: a wanted list and cameras (City of Buenos Aires)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | About 300 cameras compared faces with the national list of wanted persons. | from April 2019 | [Diario Judicial](https://diariojudicial.com/news-94902-contra-cara) | confirmed |
# | A man was held for about six days. The list carried his identity number instead of that of another man of the same name. | to 2 August 2019 | [La Voz](https://www.lavoz.com.ar/sucesos/detencion-de-un-hombre-por-error-abrio-polemica-por-uso-del-sistema-de-reconocimiento-facial) | confirmed |
# | The system was suspended by an injunction; the first judgment held its introduction unconstitutional. | 11 April and 7 September 2022 | Ministry of Public Defence: [injunction](https://repositorio.mpd.gov.ar/jspui/handle/123456789/3990), [judgment](https://repositorio.mpd.gov.ar/jspui/handle/123456789/4658) | confirmed |
# | Court of appeal: restart only with working oversight bodies, after the public is heard, and after tests of whether the software treats people differently by their personal traits | 28 April 2023 | Ministry of Public Defence: [judgment on appeal](https://repositorio.mpd.gov.ar/jspui/handle/123456789/4657) | confirmed |
# | Number of wrong stops; error rate by group | | | not found |
#
# The officials say that the camera worked and the list was wrong (claim). **Missing safeguard.** A check of each entry before it goes on the list, and release within hours when somebody says “that is not me”. **The numbers:** false matches by sex, age and skin tone; the share of alerts in which the entry was wrong.

# %% [markdown]
# ### Court: a ruling annulled (Chubut, Argentina)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | A conviction contained a line from an AI assistant that offered a text to copy and paste. The court of appeal annulled the ruling and the trial: nobody could tell which part was the judge's, and the use was not declared. | 15 October 2025 | [El Patagónico](https://www.elpatagonico.com/investigan-al-juez-richeri-usar-chatgpt-redactar-la-sentencia-n6202576) | confirmed |
#
# **Missing safeguard.** A duty to declare the use, and reasons that the judge writes. **The number:** the share of rulings that declare the use.
#
# ### Telecom regulator: cameras (Paraguay)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The regulator CONATEL paid for cameras out of the fund that is meant to bring everybody a connection. | 2018 | [ABC, 10 November 2019](https://abc.com.py/edicion-impresa/economia/2019/11/10/inversion-de-g-38000-millones-de-la-conatel-en-el-911-con-poco-resultado/?outputType=amp) | confirmed |
# | A request for information was refused. | 2019 | [TEDIC](https://www.tedic.org/sentencia-historica-de-la-corte-en-paraguay-sobre-el-acceso-a-la-informacion-en-el-caso-de-reconocimiento-facial) | confirmed |
# | The Supreme Court ordered the lower courts to decide again. | 2024 | the same | confirmed |
# | Error rate of the face recognition of these cameras | | | not found |
#
# **Missing safeguard.** A public test before the purchase. **The number:** wrong alerts for each arrest.

# %% [markdown] facilitator=true
# **Participants often say:** “That could not happen here.” Answer: ask how many decisions of their office are changed on appeal, and who counts them. **They also say:** “Robodebt shows that AI is dangerous.” Answer: Robodebt averaged incomes; nothing in it learned.

# %% [markdown]
# ## 3. Work with the case's own counts
#
# ### Recompute what was published: MiDAS (Michigan, United States)
#
# A program of the unemployment office accused people of fraud. A later review looked at 62,784 cases in which nobody had appealed. It reversed 43,928 of them, “about 70%” ([Detroit News, 11 August 2017](https://www.detroitnews.com/story/news/politics/2017/08/11/michigan-unemployment-fraud/104501978/), [SBAM, 15 August 2017](https://www.sbam.org/uia-to-refund-20-8m-after-nearly-70-fraud-cases-overturned/), confirmed; another page says “more than 44,000”). Do the two counts give about 70%?

# %% id="midas"
reviewed = 62784
reversed_cases = 43928
reversed_cases / reviewed

# %% [markdown]
# They do. Python shows many digits; the finding of fraud was reversed in about 0.70 of the cases. The number of people is another count: about 40,000 people were wrongly accused from 2013 to 2015 ([WVPE, 21 October 2022](https://www.wvpe.org/michigan-news/2022-10-21/state-says-it-will-pay-20-million-to-people-wrongly-accused-of-unemployment-fraud), confirmed). Neither number corrects the other. When you compare two counts, write down the unit of each.
#
# **Missing safeguard.** A person who looks at each accusation before the letter goes out. **The number:** the share of accusations that such a person confirms.
#
# Some sums are written in millions. Bring both numbers to single units before you divide, and write no commas. The second Dutch fine was EUR 3.7 million, for a list of more than 270,000 entries. For each entry:

# %% id="each"
3.7 * 1000000 / 270000

# %% [markdown]
# The fine was less than EUR 14 for each entry.
#
# **Build.** A calculation that you need often can be stored as a **function**: a recipe with a name. Its ingredients, the **arguments**, are in brackets; `return` hands over the result. The lines of the recipe begin four spaces in. A recipe can hand over two results, with a comma between them.


# %%
def two_shares(changed, upheld):
    """Of the decisions looked at again: the share changed, and the share upheld."""
    reviewed = changed + upheld
    return changed / reviewed, upheld / reviewed


two_shares(43928, 62784 - 43928)

# %% [markdown]
# **Two kinds of error.** A score can be wrong about people in two ways. Suppose (all numbers invented): of 100 people *without* a later event, the score gives a warning for 20 of them: the false positive rate is 20 of 100. Of 50 people *with* the event, it misses 15: the false negative rate is 15 of 50. Each rate starts from what really happened, not from what the score said.

# %% id="rates"
warned_wrongly, left_alone = 20, 80
missed, found = 15, 35
print(warned_wrongly / (warned_wrongly + left_alone))
print(missed / (missed + found))

# %% [markdown]
# ### How many names on a list are wrong?
#
# “It finds 90%” says nothing about the wrong names. Suppose (all numbers invented) that 2% of 10,000 taxpayers made a real mistake. A score finds 90% of them. It also puts 5% of all the others on its list. How many of the names on its list are wrong: few, a third, most?

# %% id="list"
with_mistake = 10000 * 0.02
others = 10000 - with_mistake
right_names = with_mistake * 0.90
wrong_names = others * 0.05
print(right_names, wrong_names)
wrong_names / (right_names + wrong_names)

# %% [markdown]
# The list holds 180 right names and 490 wrong ones, so 73% of its names are wrong. Because few people make the mistake, a small rate among the many others gives many names.
#
# ### Refusals and wrong refusals: INSS (Brazil)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | Of the automatic decisions of the social security institute, 41% were refusals in 2021 and 65% in 2022 (Comptroller General). | November 2023 | [Folha](https://www1.folha.uol.com.br/colunas/romulo-saraiva/2023/11/automacao-do-inss-nega-65-dos-pedidos.shtml) | confirmed |
# | Wrong among the refusals that were checked: 13.20% of manual ones (2023), 10.94% of automatic ones (January to May 2024) (Court of Accounts) | 26 March 2025 | [IstoÉ](https://istoe.com.br/tcu-determina-que-inss-melhore-analise-qualitativa-de-pedidos-de-beneficios-previdenciarios/) | confirmed |

# %% folded="figure-inss"
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
left.bar([t("2021"), t("2022")], [0.41, 0.65], color=DARK, width=0.55)
right.bar(
    [t("manual\n(2023)"), t("automatic\n(2024)")], [0.132, 0.1094], color=[GREY, DARK], width=0.55
)
for ax, values, digits, top in ((left, [0.41, 0.65], 0, 0.8), (right, [0.132, 0.1094], 1, 0.18)):
    for place, value in enumerate(values):
        ax.text(place, value + top / 50, t.percent(value, digits=digits), ha="center")
    ax.set_ylim(0, top)
    ax.yaxis.set_major_formatter(t.percent)
right.set_yticks([0, 0.05, 0.1, 0.15])
left.set_title(t("Refused, of automatic decisions"))
right.set_title(t("Wrong, of refusals checked"))
show(
    fig,
    title=t("Refusals rose; of those checked later, fewer automatic ones were wrong"),
    subtitle=t("Decisions of INSS, Brazil's social security institute, on applications"),
    source="R. Saraiva, Folha de S.Paulo, 2023; IstoÉ, 2025",
    alt=t(
        "Left: refusals rose from 41% of automatic decisions in 2021 to 65% in 2022. Right: of "
        "checked refusals 13.2% were wrong when made by hand, 10.9% when made automatically."
    ),
)

# %% [markdown]
# The shares in the two panels are of different things and of different years. One alone misleads: with more refusals in all, more people can be refused wrongly although the share is smaller. **Safeguard:** a person checks a random sample of the automatic refusals each month. The Court of Accounts ordered better checks and clearer notices.
#
# ### When nearly half of the table is blank: the inventory of 2025 (United States)
#
# Federal agencies list their uses of AI. The list of 2025 has 3,611 uses, 445 of them “high-impact”, a word that the list itself uses (read in the published file, confirmed). For this course we counted in it 227 high-impact uses that are *deployed*, which means in use: 44 report a test before use, 36 an impact assessment, 40 monitoring, 16 a way to appeal; 102 leave all four fields blank, and 94 of the 102 belong to one department. All the rest, 81 to 109 uses depending on the field, give another answer. (Our own count: recount before you quote it. Here we assume that no other use leaves one of the four fields blank.)
#
# Blank is not “no”, and not “yes”. What can be said? The true share lies between two bounds. For the lower bound all blank fields count as no, for the upper bound as yes. The other answers count as no in both. **Safeguard:** a field that cannot be left blank, and a person in each department who answers for it. The two bounds for monitoring:

# %% id="bounds"
all_uses, monitored, blank = 227, 40, 102
monitored / all_uses, (monitored + blank) / all_uses

# %% folded="figure-blank"
kinds = [t("test before use"), t("impact assessment"), t("monitoring"), t("way to appeal")]
yes = np.array([44, 36, 40, 16])
blanks = np.full(4, 102)
fig, ax = plt.subplots(figsize=(8, 3.7))
ax.barh(kinds, yes, color=DARK, label=t("reported"))
ax.barh(
    kinds,
    blanks,
    left=yes,
    color="white",
    edgecolor="black",
    hatch="//",
    label=t("left blank"),
)
ax.barh(kinds, 227 - yes - blanks, left=yes + blanks, color=GREY, label=t("another answer"))
for place, value in enumerate(yes):
    ax.text(value / 2, place, str(value), color="white", ha="center", va="center")
    ax.text(value + 51, place, "102", ha="center", va="center", bbox={"fc": "white", "ec": "none"})
    ax.text(
        value + 102 + (125 - value) / 2, place, str(125 - value), color="white", ha="center",
        va="center",
    )  # fmt: skip
ax.invert_yaxis()
fig.legend(loc="outside upper left", ncols=3)
show(
    fig,
    title=t("For 102 of 227 uses the list does not say whether a safeguard exists"),
    subtitle=t("Number of high-impact uses in use (227 in each bar)"),
    source=t("United States, inventory of federal AI uses of 2025"),
    alt=t(
        "Four bars of 227 uses. Reported: test 44, impact assessment 36, monitoring 40, way to "
        "appeal 16. In each bar 102 are blank. The rest are other answers."
    ),
)

# %% [markdown]
# ## 4. What went well, and what these cases cannot claim
#
# ### Cash transfers: Novissi (Togo)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The state paid cash by telephone, first to informal workers around Lomé. | from 8 April 2020 | [copy of the study's text](https://www.actusduweb.com/machine-learning-and-phone-data-can-improve-targeting-of-humanitarian-aid-nature/) | confirmed |
# | Later, models found the poorest cantons on satellite images and ranked subscribers by phone records. A phone survey of about 10,000 people told the models who was poor: they learned from it and were tested on it. | 2020 to 2021 | [World Bank, 13 April 2021](https://banquemondiale.org/fr/results/2021/04/13/prioritizing-the-poorest-and-most-vulnerable-in-west-africa-togo-s-novissi-platform-for-social-protection-uses-machine-l) | confirmed |
# | Poor people wrongly left out: 4 to 21% fewer than with a choice by area; 9 to 35% more than with an ideal social register, which Togo did not have | 31 March 2022 | [Aiken and others, Nature 603](https://par.nsf.gov/biblio/10417644-machine-learning-phone-data-can-improve-targeting-humanitarian-aid) | confirmed |
# | In all low- and middle-income countries together women are 7% less likely than men to own a telephone. For Togo alone: not found. | 2023 | [Brookings](https://www.einpresswire.com/article/621255200/closing-the-gender-gap-through-digital-and-social-inclusion-the-togolese-case) | second-hand |

# %% folded="figure-togo"
fig, ax = plt.subplots(figsize=(8, 2.6))
names = [
    t("against a choice by area\n(which Togo could have used)"),
    t("against an ideal register\n(which Togo did not have)"),
]
ax.barh(names[0], 17, left=-21, color=DARK, height=0.5)
ax.barh(names[1], 26, left=9, color=AMBER, height=0.5)
ax.text(2, 0, t("4 to 21% fewer"), va="center")
ax.text(-2, 1, t("9 to 35% more"), ha="right", va="center")
ax.axvline(0, color="black", lw=1)
ax.set(xlim=(-40, 40))
ax.invert_yaxis()
show(
    fig,
    title=t("The model beat the choice by area, but not the ideal register"),
    subtitle=t("Poor people wrongly left out: change in per cent"),
    source="E. Aiken and others, Nature 603, 2022",
    alt=t(
        "Two ranges. Against a choice by area: 4 to 21% fewer poor people left out. Against an "
        "ideal register: 9 to 35% more."
    ),
)

# %% [markdown]
# A **rival** is the other way of choosing with which a system is compared. The changes are relative: per cent *of the rival's errors*. If a rule misses 250 people of 1,000 and a model misses 10% fewer, take the 10% off the 250, not off the 1,000:

# %% id="relative"
250 * (1 - 0.10)

# %% [markdown]
# **What made it possible.** The authors compared the model with a choice by area, which Togo could have used, and with an ideal register. They used a survey, published the result, and say which rival did better. **Still open:** people without a telephone, a SIM or a voter card, and who they are by sex and district.
#
# **Check yourself.** A director writes: “AI cut the errors by 4 to 21%.” What must be added before the sentence has a meaning at all? Choose one answer (`addition`).
#
# - `survey`: how many people the survey asked, for a small one is less certain
# - `compared`: with what the system was compared, for another rival did better
# - `columns`: from which data the model learned, for some people own no phone

# %%
addition = "..."

# %%
check("quick-rival", addition)

# %% [markdown]
# ### Court: a ruling that stood (Colombia)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | A judge had put questions to a chatbot in a case on care for an autistic child. The Constitutional Court found no breach of due process: the decision had been reasoned before the tool was asked. Transparency was not fully met. It ordered a guide for the courts within four months. | 2 August 2024 | [judgment T-323 of 2024](https://www.corteconstitucional.gov.co/relatoria/2024/T-323-24.htm) | confirmed |
#
# **What made it possible.** The Court looked at the judiciary itself and ordered a guide; the guide was issued on 16 December 2024 (Acuerdo PCSJA24-12243). **The number:** the share of citations that were checked and found. **Still open:** whether judges follow the guide.
#
# ### Telecom regulator and statistics office: phone records (The Gambia)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The regulator PURA passed aggregated records of two operators to analysts of the Bureau of Statistics, the World Bank and the University of Tokyo. It already kept network data to watch the quality of service. | March 2020 | [UN Statistics](https://unstats.un.org/wiki/pages/viewpage.action?pageId=143098065), [World Bank](https://blogs.worldbank.org/en/developmenttalk/how-build-secure-pipeline-mobile-phone-data) | confirmed |
# | Finding: less movement, and more people leaving towns for the countryside | 25 June 2021 | [Data & Policy](https://www.cambridge.org/core/product/46D756E40E3E294926E51E238F9CFF0D) | confirmed |
# | A press article calls the access secret and asks which rules applied. | 2020 | [gambia.com](https://www.gambia.com/gambia-data-from-2-billion-phone-calls-discreetly-accessed-countrywide-in-a-covid-19-related-study-2/) | confirmed (a criticism) |
#
# **What made it possible.** One public body, with a mandate from before the crisis, stood between the firms and the users; only totals left it. **Missing:** a comparison with another source, telling the subscribers, an end date, and the share of adults with a SIM by sex and district beside each map.

# %% [markdown]
# ### A regulator says “not yet” (Morocco)
#
# | fact | date | source | mark |
# | --- | --- | --- | --- |
# | The data protection commission CNDP authorised no face recognition for seven months and heard all sides. | from 2 September 2019 | [Médias24](https://medias24.com/2019/09/05/reconnaissance-faciale-la-cndp-instaure-un-moratoire-de-7-mois/) | confirmed |
# | Prolonged to 31 December 2020, with trials case by case | 26 March 2020 | [Challenge](https://www.challenge.ma/la-cndp-prolonge-le-moratoire-sur-la-reconnaissance-faciale-135203/) | confirmed |
# | First opening: proof of life of social security beneficiaries, on prior request, data kept apart | 29 July 2020 | [DataGuidance](https://www.dataguidance.com/news/morocco-cndp-issues-deliberation-allowing-use-facial-recognition-social-security-institutions) | second-hand |
# | Number of requests refused; the rule after 2020 | | | not found |
#
# **Check yourself.** Which sentence does the card support? Choose one answer (`morocco_says`).
#
# - `procedure`: the commission paused the use, heard all sides and prolonged the pause
# - `none-yet`: none of the others, as long as the number of refusals is not known
# - `refused`: the commission looked at the requests one by one and refused most of them
# - `prevented`: the commission's pause prevented wrong arrests like those in Buenos Aires

# %%
morocco_says = "..."

# %%
check("quick-morocco", morocco_says)

# %% [markdown]
# ### Six short cards
#
# | case | fact and date | verdict | source | mark |
# | --- | --- | --- | --- | --- |
# | Trade mark offices: INAPI (Chile), IPOPHL (Philippines) | INAPI launched a deep-learning tool for trade marks on 12 October 2018. IPOPHL tells applicants that the automatic report may miss earlier marks and that the examiner decides (read in 2026). Error rates: not found. | the notice went well; the result of the tools is open | INTA (news of 1 December 2018), [the Chilean office's own account](http://worldknown.biz/pioneering-digital-transformation-2018-the-chilean-ip-office.html), [IPOPHL](http://onlineservices.ipophil.gov.ph/etmfile/ipophl-tm-e-filing/new-page-3-2-2-5-3-3-2-3.html) | confirmed |
# | Poverty maps: Asian Development Bank and Philippine Statistics Authority | September 2020: models predict poverty from satellite images; survey and census remain the reference. Error by municipality: not found. | went well: a reference of their own to test against | [ADB](https://www.adb.org/node/682851/printable/print) | confirmed |
# | Child alert (Chile) | Pilot in 12 communes from March 2019: an index from administrative records ranks children by risk for local offices. A critic asks whether only poor districts are seen. | open | [Derechos Digitales](https://ia.derechosdigitales.org/en/casos/chile-sistema-alerta-ninez/); criticism: [Radio Universidad de Chile, 29 January 2019](https://radio.uchile.cl/2019/01/29/alerta-infancia-el-sofware-que-expone-los-datos-personales-de-ninos-y-ninas-en-riesgo-social) | confirmed; criticism second-hand |
# | Separate credit models (Dominican Republic), **a private lender** | November 2019: on past data of 20,000 people, half of them women, 93% of the women score higher with a model trained on women alone. Loans granted: not found. Whether the law lets a lender take a person's sex into account must be asked first. | open | [IPA](https://www.poverty-action.org/news/mit-technology-review-ipa-study-gender-specific-credit-scoring-dominican-republic) | confirmed |
# | One visit, four purposes (Samoa), **no AI** | 24 August to 31 October 2020: each household was visited once for the census list, the identity project, a payment and a survey on the effects of COVID-19. | went well: one visit in place of four | [Public Service Commission](https://www.psc.gov.ws/three-major-surveys-conducted-by-the-samoa-bureau-of-statistics-for-samoa/) | confirmed |
# | National land map (Fiji) | The Ministry of Forestry and three universities tested their map on 834 points outside the districts that it had learned from (points of 2019 to 2021). 83% right. | went well: tested where it had not learned | [SPREP](https://pacific-data.sprep.org/index.php/dataset/62033), [abstract](https://booksci.cn/literature_d73423.htm) | confirmed; 83% second-hand |
#
# **Which cards count as a success?** Togo, Colombia, The Gambia, the notice of the Philippine office, the poverty maps, Samoa and Fiji. Morocco is good procedure without a measured effect. For the tools of the trade mark offices, the child alert and the credit models the result is open.
#
# Samoa needed no AI. Each of the other successes has at least one of four things: a rival, or a reference of its own to test against; a person who decides; a plain notice of the limits; a body with a mandate. Some failures had one of them too, so these are questions to ask, not a proof.

# %% [markdown] facilitator=true
# **Participants often say:** “Togo succeeded, so let us copy it.” Answer: ask with which other way of choosing people it was compared.

# %% [markdown]
# ## 5. Which number would have raised the alarm, and when?
#
# An alarm is a number, a limit that was set *before*, and somebody who acts. Suppose an office counts complaints by quarter and has set the limit at 30 (invented).

# %% id="alarm"
complaints = pd.Series(
    [12, 15, 31, 44, 38], index=["2025-1", "2025-2", "2025-3", "2025-4", "2026-1"]
)


def first_above(values, limit):
    """The first quarter in which the value is above the limit, or "none"."""
    above = values[values > limit]
    if len(above) == 0:
        return "none"
    return above.index[0]


first_above(complaints, 30)

# %% [markdown]
# **Build.** `values[values > limit]` keeps the quarters above the limit. `len` counts them, and `==` asks whether two numbers are equal. The lines under `if` run only when no quarter is left; then the recipe says `"none"`, and without them `index[0]` would stop with an error. `index[0]` is the name of the first quarter: Python counts places from 0. A limit chosen after the fact would be hindsight.
#
# Some numbers never raise an alarm: the accuracy on the vendor's old test set, or the share of people who do not appeal. Few appeals can mean few mistakes, or letters that nobody opened.

# %% [markdown] public=true facilitator=true
# **Group activity, 15 minutes, for a class of 37.** Form seven groups: five of five people and two of six. Each group has one card and ten minutes for the five questions of section 1. Nobody can use a fact that was unknown on the day of the launch. Then each group completes one sentence: “On the day of the launch we would have measured …, for …, and stopped at …”. The class votes whether this number could have been known.

# %% [markdown]
# ## 6. Rights, and to whom the person can go
#
# The articles are those of the Universal Declaration of Human Rights. The links to the cases are our own reading.
#
# | right | who | harm | number | remedy |
# | --- | --- | --- | --- | --- |
# | social security (22), effective remedy (8) | people with seasonal work, Australia | debt without legal basis | debts cancelled after an answer | a review body that can stop the scheme |
# | equality (2, 7) | parents without Dutch nationality | nationality counts when files are picked | errors found among those picked, by nationality | data protection authority |
# | no arbitrary arrest, presumption of innocence (9, 11) | passers-by in Buenos Aires | arrest | false matches by group; hours until release | judge, on the same day |
# | fair hearing (10) | the accused in Chubut | nobody can tell which part is the judge's | rulings that declare the use | court of appeal |
# | information (19) | everybody in Paraguay | nobody can test the cameras | requests refused | court; access law |
# | privacy (12), no distinction (2) | girls in Salta; ethnicity and disability were columns | put on a list by a guess | wrong names on the list | ombuds office, children's advocate |
#
# ### The same question in your office
#
# | office | what is counted | who is missed | right |
# | --- | --- | --- | --- |
# | statistics office | poor people in squares that a map calls rich | women: the map has one square for the whole house | standard of living (25) |
# | court | hearings that a tool writes down without error | witnesses who speak K'iche' or Guarani | fair hearing (10) |
# | telecom regulator | adults with a SIM | women, villages without network | equality (2) |
# | development bank | loans granted and repaid, by sex | traders without papers | equality (2) |
# | trade mark registry | known conflicts in the first 50 hits | marks in Guarani or Filipino | property (17) |
#
# People with disabilities are in hardly any of these cases as a group that was measured. In Salta disability was a column; we found no count of what that did to the girls.

# %% [markdown]
# ## What to take with you
#
# - Ask what was computed. Robodebt averaged incomes; nothing in it learned.
# - Write the unit, the date and the source beside every number.
# - The word “biased” is not enough. Say which number, for which group, compared with which other group.
# - Before you call something a success, ask: better than what?
# - A safeguard counts only if it could be known on the day.
# - Blank means unknown. Give the two bounds.
# - Each alarm has a number, a limit set before, and somebody who acts.
#
# **Sources.** Beside each fact. Before you quote one, open the page and note the day. The articles of the Declaration are in the data set `udhr` of this course.
