"""What each exercise of checkpoint 4 must satisfy, and what to say when it does not."""

import re

from course import language
from course.checking import exercise, expect, part, say
from course.checking.messages import several
from course.dossier.artefacts.monitoring import MonitoringPlan
from course.dossier.artefacts.oversight import OversightPlan
from course.dossier.artefacts.risk_register import RiskRegister
from course.dossier.assessments.aia.assessment import ImpactAssessment
from course.dossier.assessments.classification import Classification
from course.dossier.assessments.fundamental_rights import FundamentalRightsAssessment
from course.dossier.fields.faults import Number
from course.dossier.fields.labels import label
from course.project import project_of
from course.project.measured import ONE_LIST, of_large_groups, sure_gaps

SLUG = "capstone-4-governance"
NO_REMEDY = (
    "The desk counts such cases each quarter and reports them to the council.",
    "The office counts such cases each quarter and reports them.",
)
"""The remedies of the drafts that are none, as the notebook has them."""

PRESS = "A newspaper writes about an error of the service."
"""The draft's risk to the institution."""

# Words in the four languages of the course.
REPUTATION = re.compile(
    r"\breputation|\bréputation|\breputaci[oó]n|\breputação"
    r"|\bimage of (?:the|our)|\bimage d[eu]|\bimagen d[e]|\bimagem d[aeo]",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\b(?:people|persons?|residents?|citizens?\b(?!['’])|famil\w+|personnes?|habitant\w*|usag\w+"
    r"|personas?|vecin\w+|ciudadan\w+|pessoas?|morador\w*|cidadã\w*)",
    re.IGNORECASE,
)
COUNTS = re.compile(
    r"\bcount(?:s|ed|ing)?\b"
    r"|(?<!rend )(?<!rendent )(?<!rendu )\bcompt(?:e|es|ent|é|és|ées|er)\b"
    r"|\b(?:cuentan?|contabiliza\w*|contad[oa]s?)\b"
    r"|\b(?:conta|contam|contabiliza\w*)\b",
    re.IGNORECASE,
)
REPORTS = re.compile(
    r"\breport"
    r"|\b(?:rend(?:ent|u)? compte|rapport|communique|publi[eé])"
    r"|\b(?:informa|informe|comunica|publica)"
    r"|\b(?:informa|relat|divulga)",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"\b(?:persons?|people|residents?|citizens?\b(?!['’])|neighbours?|whoever|victims?|help|answer|reply"
    r"|call|apolog|again\b|re-?open|within|at once|same day|compensat|refund|repa|pay|paid|credit|cancel|waive|counter"
    r"|telephone|phone|ask|letter|visit|correct|undo|restore|object|appeal|complain|contact)"
    r"|\b(?:personne|habitant|usager|victime|aide|répon|appel|rappel|excuse|de nouveau|rouv|réouv|relu"
    r"|rembours|indemn|vers[eé]|annul|guichet|téléphone|demand|lettre|courrier|visite|corrig|rétabl|recours"
    r"|réclam|dans les|sous)"
    r"|\b(?:vecin|ciudadan|víctima|ayuda|respuesta|respond|llam|disculp|de nuevo|reabr|reabiert"
    r"|devuel|devol|indemn|compens|abon|pag|anul|cancel|ventanilla|teléfono|ped|pid|solicit|carta|visita|corrig"
    r"|recurs|recurr|reclam|plazo|en el día|enseguida)"
    r"|\b(?:pessoa|cidadã|vítima|ajuda|resposta|lig[aou]|telefon|desculp|de novo|reab|reembols|indeniz"
    r"|balcão|peça|prazo|na hora|contat)",
    re.IGNORECASE,
)
"""What a remedy gives, and to whom."""

DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91}
MISSING = "dossier-artefact-missing"
CHANGED = "project-model-changed-"


def _all(messages):
    """Raise all messages about one form, if there are any."""
    messages = list(messages)
    if messages:
        expect.true(False, several(messages))


def _text(texts, name):
    """The text of one file in what `handed_in` returned, which is three dots where nothing is."""
    return texts.get(name, ...) if isinstance(texts, dict) else texts


def _project(texts):
    """The project; raises NotYet for anything but the texts that `handed_in` returns."""
    known = isinstance(texts, dict) and all(isinstance(each, str) for each in texts.values())
    expect.true(
        known,
        say(
            "capstone-4-texts",
            "Leave the line with `handed_in` as it is: it hands over what the form has saved.",
        ),
    )
    return project_of(texts)


def _disagreeing(texts, name, needed):
    """What in one file does not agree with the others, and files without which nothing can."""
    return [
        each
        for each in _project(texts).disagreements(needed=needed)
        if each.file == name or (each.code == MISSING and each.file in needed)
    ]


def _paper(texts, name):
    """An artefact that can be read; the part about its form tells why another one cannot."""
    found = _project(texts).read(name)
    expect.true(
        found is not None,
        say("capstone-4-unreadable", "The file of this form cannot be read. Save the form again."),
    )
    return found


INSIDE = re.compile(
    # The model is corrected, or trained again.
    r"\b(?:model|modèle|modelo|system|système|sistema)s? (?:is|are|est|sont|es|é|se) (?:\w+ )?"
    r"(?:correct|corrig|improv|amélior|mejor|melhor|(?:re)?train|(?:ré)?entra[iî]n|(?:re)?entren|(?:re)?trein)\w*"
    r"|\b(?:correct|corrig|improv|amélior|mejor|melhor|retrain|réentra[iî]n|reentren|retrein)\w* "
    r"(?:the|le|el|o) (?:model|modèle|modelo|system|système|sistema)"
    # Those who work there are trained.
    r"|\b(?:staff|clerks?|officers?) (?:is|are) trained"
    r"|\b(?:agents?|fonctionnaires?) (?:est|sont) (?:formés?|formées?)"
    r"|\b(?:se )?capacita\w* (?:de nuevo )?a (?:las|los|la|el) (?:funcionari|emplead|agente)\w*"
    r"|\b(?:funcionári\w+|servidor\w*|atendentes?) (?:é|são|recebe\w*) (?:treina\w+|capacita\w+)"
    # Numbers are made public.
    r"|\bpubli\w+ (?:[^\W\d_]+ ){0,4}(?:how many|combien|cuánt[oa]s|quant[oa]s|number|nombre|número)\b"
    r"|\b(?:annual|monthly|rapport annuel|informe anual|relatório anual)\b[^.]*\b(?:report|council|conseil|concejo|câmara)\b"
    r"|\b(?:council|mayor|conseil(?: municipal)?|maire|concejo|alcaldes?a?|câmara|prefeit[oa])"
    r" (?:is|est|es|é) (?:told|inform)\w*"
    # Nothing is given.
    r"|\bno (?:remedy|redress) is possible|\baucune réparation|\bninguna reparación|\bnenhuma reparação",
    re.IGNORECASE,
)
"""Work of the office itself. It gives the harmed person nothing."""


def _only_counts(remedy):
    """Whether a remedy names work of the office only, and nothing that a person gets.

    Examples of such work: count and report cases, correct the model, train the staff.
    """
    text = remedy or ""
    if INSIDE.search(text):
        return not GIVES.search(INSIDE.sub(" ", text))
    return bool(COUNTS.search(text) and REPORTS.search(text)) and not GIVES.search(text)


def _is_draft(text, draft):
    """Whether a text is that of the draft and no more, in any language of the course."""

    def plain(each):
        return _folded(each).replace("’", "'").strip(" .")

    return plain(text) in {
        plain(language.text(draft, module=SLUG, lang=lang)) for lang in language.LANGUAGES
    }


def _same(text, draft):
    """Whether a text is still that of the draft, in any language of the course."""
    written = " ".join((text or "").split()).casefold()
    drafts = [language.text(draft, module=SLUG, lang=lang) for lang in language.LANGUAGES]
    return any(" ".join(each.split()).casefold() in written for each in drafts)


@exercise(
    "classification",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-4-hint-class-1",
            "Go through the seven facts above the form, and ask for each: which answer of the "
            "form is about it? (With your own service: go through what your brief says of it.)",
        ),
        say(
            "capstone-4-hint-class-2",
            "Who has developed the system: a firm, or you? Who answers the citizens: "
            "the system, or a person?",
        ),
        say(
            "capstone-4-hint-class-3",
            "The last gap: under “Roles” two lines are true, “Deployer: a public body” and “___: "
            "develops the system”.",
        ),
    ],
)
def classification(texts):
    with part():
        expect.artefact(Classification, _text(texts, "classification"))
    with part():
        paper = _paper(texts, "classification")
        roles = set(paper.roles or [])
        found = []
        if "provider" not in roles:
            found.append(
                say(
                    "capstone-4-roles",
                    "“Roles”: who has developed this service and uses it under its own name? The "
                    "duties of that role are missing.",
                )
            )
        if _project(texts).way == "civicly":
            found += _facts(paper)
        _all(found)


def _facts(paper):
    facts = {name: set(each.split(", ")) for name, each in (paper.facts or {}).items()}
    services = facts.get("services", {"none"})
    other_areas = facts.get("areas", set()) - {"none", "services"}
    if other_areas or services & {"benefits", "benefit-fraud", "credit", "insurance"}:
        yield say(
            "capstone-4-class-copied",
            "These are the facts of another system: Civicly decides on no benefit, and evaluates "
            "comments, not people. Does your class follow from your own facts?",
        )
    if "emergency" in services:
        yield say(
            "capstone-4-class-emergency",
            "“Essential services”: is a comment at the desk an emergency call, and who sends the "
            "rescue teams out? Read the sixth fact again.",
        )
    if facts.get("ai-system") != {"yes"}:
        yield say(
            "capstone-4-fixed-rules",
            "The list of words is a fixed rule. Is the whole service one? A trained part and "
            "fixed rules together are one system.",
        )
    if facts.get("scope") != {"none"}:
        yield say(
            "capstone-4-scope",
            "The exercise asks for the answers as if the city were in the European Union.",
        )
    if facts.get("practices") != {"none"} or facts.get("product") != {"no"}:
        yield say(
            "capstone-4-practices",
            "Articles 5 and 6(1): which of the seven facts speaks of a prohibited practice, or "
            "of a regulated product?",
        )
    if facts.get("contact") != {"no"}:
        yield say(
            "capstone-4-contact",
            "Do people talk to Civicly, or to the staff of the city? Look at the fact about "
            "answers.",
        )
    if (
        not facts.get("generated", {"no"}) <= {"no", "editing"}
        or facts.get("published", {"none"}) != {"none"}
        or facts.get("sensed", {"no"}) != {"no"}
    ):
        yield say(
            "capstone-4-generated",
            "Civicly shows staff words of the comment itself. Does it generate, publish or sense "
            "anything?",
        )


@exercise(
    "flip",
    points=1,
    because=say(
        "capstone-4-flip-why",
        "Annex III, point 5(d) lists systems that set the order in which emergency services are "
        "sent. Another kind of model, or a check by a person, leaves the class as it is. A chat "
        "adds the duties of Article 50.",
    ),
    hints=[
        say(
            "capstone-4-hint-flip-1",
            "Neither the technique nor the person who decides at the end makes the class: which change brings the service "
            "into a use that Annex III lists?",
        ),
        say(
            "capstone-4-hint-flip-2",
            "Point 5(d) of Annex III is about the order in which ___ are sent out.",
        ),
    ],
)
def flip(key):
    expect.choice(
        key,
        right="dispatch",
        wrong={
            "alone": say(
                "capstone-4-human-saves",
                "The class does not depend on whether somebody looks at the department. Would the service be used for something else without this person?",
            ),
            "language-model": say(
                "capstone-4-technology-class",
                "The kind of model gives no class. For what would the service be used then?",
            ),
            "answers": say(
                "capstone-4-told-only",
                "People would have to be told that they talk to a machine. Is that duty the class "
                "that was asked for?",
            ),
        },
    )


@exercise(
    "assessment",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-4-hint-assessment-1",
            "“Still to do” in the form leads to each open question. For the wrong answers, think of the "
            "worst comment that the service could lose. (With your own service: of the worst case.)",
        ),
        say(
            "capstone-4-hint-assessment-2",
            "Look at free text, at health, at what can be undone, and at the comparison of groups. "
            "(With your own service: at free text, if your data have any, and at the comparison.)",
        ),
        say(
            "capstone-4-hint-assessment-3",
            "A comment is “free text”, so the answer to “Does it analyse unstructured material?” "
            "is ___. (With your own service: the same holds for columns of texts.)",
        ),
    ],
)
def assessment(texts):
    with part():
        expect.artefact(ImpactAssessment, _text(texts, "impact-assessment"))
        _all(_changed(texts, "impact-assessment"))
    with part():
        paper = _paper(texts, "impact-assessment")
        project = _project(texts)
        answers = paper.counted()
        civicly = project.way == "civicly"
        data = project.read("data")
        found = []
        if answers.get("unstructured-data") != ("yes",) and (civicly or (data and data.texts)):
            found.append(
                say(
                    "capstone-4-free-text",
                    "“Does it analyse unstructured material?”: what do people write to the "
                    "office? A table of texts is still made of texts.",
                )
            )
        compared = set(answers.get("fairness-assessment", ()))
        not_compared = not compared or "not-assessed" in compared
        if not_compared and project.saved("fairness-statement") is ...:
            found.append(
                say(
                    "capstone-4-no-statement",
                    "“Was performance compared across groups?”: the fairness statement of "
                    "checkpoint 3 answers this, and your project has none. Do checkpoint 3 first.",
                )
            )
        elif not_compared or (
            "no-gap" in compared and not _finds_no_gap(project.read("fairness-statement"))
        ):
            found.append(
                say(
                    "capstone-4-gap-measured",
                    "“Was performance compared across groups?”: your fairness statement has "
                    "compared the groups. Which gap did it find, and what did you decide?",
                )
            )
        if civicly and not set(answers.get("reversibility", ())) & {"difficult", "irreversible"}:
            found.append(
                say(
                    "capstone-4-undone",
                    "“Can the effects be undone?”: a wrong department can. Can the effect of a "
                    "threat to life that nobody read in time?",
                )
            )
        if civicly and not set(answers.get("health-impact", ())) & {"high", "very-high"}:
            found.append(
                say(
                    "capstone-4-health",
                    "“Physical and mental health”: think of the comment about a child in danger "
                    "that is at the end of the list, not of the average comment.",
                )
            )
        _all(found)


def _finds_no_gap(statement):
    """Whether each gap in the statement's one list, which checkpoint 3 has shown, can be chance."""
    shown = [each for each in (statement and statement.candidates) or [] if each.name == ONE_LIST]
    attributes = [
        each.looked_at or [] for each in ((statement and statement.groups) or {}).values()
    ]
    measures = shown[0].measures or [] if shown else []
    were_compared = len(of_large_groups(measures)) > 1 and any(attributes)
    return were_compared and not sure_gaps(measures, attributes)


def _changed(texts, *names):
    """Faults of files that were saved with another model."""
    return [
        each
        for each in _project(texts).disagreements()
        if each.code.startswith(CHANGED) and each.file in names
    ]


@exercise(
    "duties",
    points=1,
    because=say(
        "capstone-4-duties-why",
        "Both follow from the level: one outside expert at II and III, two at IV. The official in "
        "charge approves levels I and II, the head of the institution III, a body above it IV.",
    ),
    hints=[
        say(
            "capstone-4-hint-duties-1",
            "Your level is the last line of the form of exercise 3. Look in the table under "
            "“Outside review” and “Who allows it to run”.",
        ),
        say(
            "capstone-4-hint-duties-2",
            "Levels I and II are approved by the official in charge of the programme, level III "
            "by the ___ of the institution.",
        ),
    ],
)
def duties(answers):
    expect.length(
        answers,
        3,
        say(
            "capstone-4-duties-line",
            "Leave the last line of the cell as it is, and write above it.",
        ),
    )
    experts, approved_by, texts = answers
    number = expect.number(experts)
    expect.true(
        texts is not ...,
        say("capstone-4-no-level", "There is no level yet: save the form of exercise 3 first."),
    )
    level = _paper(texts, "impact-assessment").score().level
    expect.true(
        level is not None,
        say(
            "capstone-4-level-open",
            "Your assessment has no level yet, because a question is open. Complete exercise 3.",
        ),
    )
    needed = {1: 0, 2: 1, 3: 1, 4: 2}[level]
    approving = {1: "programme-head", 2: "programme-head", 3: "institution-head", 4: "cabinet-body"}
    with part():
        expect.true(
            number >= needed,
            say(
                "capstone-4-experts-few",
                "For your level the table asks for more experts from outside. Look at the column "
                "of your level.",
            ),
        )
        expect.true(
            number <= needed,
            say(
                "capstone-4-experts-many",
                "More experts can be wise. How many does the table ask for at least, in the column "
                "of your level?",
            ),
        )
    with part():
        key = approved_by.strip().lower() if isinstance(approved_by, str) else ""
        expect.true(
            key in {*approving.values(), "data-officer"},
            say(
                "capstone-4-approval-key",
                "`approved_by`: choose one of the four keys, in quotation marks, such as "
                '"data-officer".',
            ),
        )
        expect.true(
            key != "data-officer",
            say(
                "capstone-4-approval-officer",
                "The data protection officer advises. Who answers for the service as a whole?",
            ),
        )
        expect.true(
            key == approving[level],
            say(
                "capstone-4-approval-level",
                "This person or body approves at another level. Look at “Who allows it to run” in the "
                "column of your level.",
            ),
        )


@exercise(
    "rights",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-4-hint-rights-1",
            "Read each remedy as the person who was harmed: what do I get now, and where do I ask?",
        ),
        say(
            "capstone-4-hint-rights-2",
            "Put the days of the draft beside “Days for an objection” in your brief.",
        ),
        say(
            "capstone-4-hint-rights-3",
            "A remedy has the form: “At …, the person can ask for …, and is called within ___ "
            "days.”",
        ),
    ],
)
def rights(texts):
    name = "fundamental-rights-assessment"
    with part():
        expect.artefact(FundamentalRightsAssessment, _text(texts, name))
    with part():
        paper = _paper(texts, name)
        found = []
        if not paper.chains or any(
            _only_counts(each.remedy) or any(_same(each.remedy, draft) for draft in NO_REMEDY)
            for each in paper.chains
        ):
            found.append(
                say(
                    "capstone-4-remedy",
                    "One of the remedies names only work of the office, such as a report about numbers. What "
                    "does the person get who was harmed, and where does this person ask for it?",
                )
            )
        found += _disagreeing(texts, name, ("service-brief",))
        _all(found)


@exercise(
    "register",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-4-hint-register-1",
            "Ask of each risk: who suffers this harm, and can it be undone?",
        ),
        say(
            "capstone-4-hint-register-2",
            "The scale of the form says what a severity of 5 means. Which risk is about life?",
        ),
        say(
            "capstone-4-hint-register-3",
            "A severity of 5 makes a risk at least “high”, so it needs a name under “___ by”.",
        ),
    ],
)
def register(texts):
    with part():
        expect.artefact(RiskRegister, _text(texts, "risk-register"))
    with part():
        paper = _paper(texts, "risk-register")
        project = _project(texts)
        known = _groups(project)
        found = []
        for number, risk in enumerate(paper.risks or [], 1):
            named = {_folded(each) for each in risk.groups or []}
            if known and named and not named & known:
                found.append(
                    say(
                        "capstone-4-risk-to-us",
                        "Risk {number} hits none of the groups of your brief. Who suffers this harm: a citizen, or the institution?",
                        number=number,
                    )
                )
            elif REPUTATION.search(risk.risk or "") and not HARMED.search(risk.risk or ""):
                found.append(
                    say(
                        "capstone-4-risk-reputation",
                        "Risk {number} is about the reputation of the institution. Put a risk to people in "
                        "its place.",
                        number=number,
                    )
                )
            elif _is_draft(risk.risk, PRESS):
                found.append(
                    say(
                        "capstone-4-risk-press",
                        "Risk {number} is still the draft's risk about a newspaper. It harms the "
                        "institution: put a risk to people in its place.",
                        number=number,
                    )
                )
        life = [each for each in paper.risks or [] if 3 in (each.rights or [])]
        if project.way == "civicly":
            if not life:
                found.append(
                    say(
                        "capstone-4-no-life",
                        "No risk names Article 3, the right to life. Which risk follows from the "
                        "rule for critical comments in your brief?",
                    )
                )
            elif not any(each.severity == 5 for each in life):
                found.append(
                    say(
                        "capstone-4-severity-life",
                        "The risk to life (Article 3) has a severity below 5. Could the harm be "
                        "undone?",
                    )
                )
        elif not paper.risks:
            found.append(say("capstone-4-no-risks", "The register has no risks yet."))
        _all(found)


def _folded(name):
    return " ".join((name or "").split()).casefold()


def _groups(project):
    """The groups that the brief and the rights assessment name."""
    brief = project.read("service-brief")
    rights = project.read("fundamental-rights-assessment")
    named = list((brief and brief.affected_groups) or [])
    named += [each.group for each in ((brief and brief.excluded) or [])]
    named += [each.group for each in ((rights and rights.affected) or [])]
    return {_folded(each) for each in named if each}


@exercise(
    "register-agrees",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-4-hint-agrees-1",
            "Make a list of the groups of your brief, and tick those that a risk names.",
        ),
        say(
            "capstone-4-hint-agrees-2",
            "Add a group or an article to the risk that it belongs to, or add a risk with “Add an "
            "___”.",
        ),
    ],
)
def register_agrees(texts):
    paper = _paper(texts, "risk-register")
    found = [
        say("capstone-4-risk-empty", "Risk {number} has no measure or no owner.", number=number)
        for number, each in enumerate(paper.risks or [], 1)
        if not (each.measure and each.owner)
    ]
    needed = ("service-brief", "fundamental-rights-assessment")
    _all([*found, *_disagreeing(texts, "risk-register", needed)])


LATE = say(
    "capstone-4-incident-late",
    "“Incidents · Within hours”: an incident of this service can be a threat to life. Who may learn "
    "of it only after more than a day?",
)
OWN_LATE = say(
    "capstone-4-own-incident-late",
    "“Incidents · Within hours”: until somebody learns of an error, the service repeats it with each "
    "case. Who may learn of it only after more than a day?",
)


@exercise(
    "oversight",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-4-hint-oversight-1",
            "Put four things side by side with your own files: cases a day, days, channels, hours "
            "until an incident is reported.",
        ),
        say(
            "capstone-4-hint-oversight-2",
            "At least as many cases a day as the desk reads by your choices; those that are handed "
            "over come on top.",
        ),
        say(
            "capstone-4-hint-oversight-3",
            "Hours needed = cases a day × minutes a case / ___.",
        ),
    ],
)
def oversight(texts):
    with part():
        expect.artefact(OversightPlan, _text(texts, "oversight-plan"))
    with part():
        paper = _paper(texts, "oversight-plan")
        found = []
        project = _project(texts)
        asked = project.read("choices" if project.way == "civicly" else "data")
        if asked and asked.read_a_day and paper.cases_a_day == asked.read_a_day:
            found.append(
                say(
                    "capstone-4-handed-over",
                    "`{where}` says {value}: these are the cases that are read on the day. Add those that "
                    "are handed over to a person.",
                    where=label(OversightPlan, "cases_a_day"),
                    value=Number(paper.cases_a_day),
                )
            )
        hours = paper.incidents and paper.incidents.hours
        if hours is None or hours > 24:
            found.append(LATE if _project(texts).way == "civicly" else OWN_LATE)
        _all([*found, *_disagreeing(texts, "oversight-plan", ("service-brief",))])


@exercise(
    "monitoring",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-4-hint-monitoring-1",
            "How many days can pass from a fall to the first possible alarm? Multiply the days "
            "between two measurements by the number of bad results in a row.",
        ),
        say(
            "capstone-4-hint-monitoring-2",
            "For a group that cannot be measured, something else can be counted: visits, "
            "objections, ___.",
        ),
    ],
)
def monitoring(texts):
    with part():
        expect.artefact(MonitoringPlan, _text(texts, "monitoring-plan"))
    with part():
        paper = _paper(texts, "monitoring-plan")
        found = []
        for number, each in enumerate(paper.indicators or [], 1):
            window = (each.alarm and each.alarm.window) or 0
            days = DAYS.get(each.every or "", 0) * window
            if days > 92 or not days:
                found.append(
                    say(
                        "capstone-4-alarm-late",
                        "Indicator {number}: its alarm is possible {days} days after a fall. Measure more "
                        "often, or ask for fewer bad results in a row.",
                        number=number,
                        days=days or "…",
                    )
                )
        numbers = ("monitoring-", CHANGED, "cross-number")
        agreed = _disagreeing(texts, "monitoring-plan", ("service-brief",))
        _all([*found, *(each for each in agreed if not each.code.startswith(numbers))])


@exercise(
    "baselines",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-4-hint-baselines-1",
            "Press “Fill in the measured numbers” where the form has it, or compare each baseline "
            "with the card.",
        ),
        say(
            "capstone-4-hint-baselines-2",
            "Was the model changed? Then measure again, correct card and plan, and ___ both.",
        ),
    ],
)
def baselines(texts):
    project = _project(texts)
    _paper(texts, "monitoring-plan")
    changed = _changed(texts, "model-card", "monitoring-plan")
    _all(changed)
    measured = project.measured()
    expect.true(
        measured is not None,
        say(
            "capstone-4-not-measured",
            "There are no numbers of your model as it is now. Run the cell above the form of "
            "exercise 9, then save the plan again.",
        ),
    )
    paper = project.read("monitoring-plan")
    numbers = {(each.metric, each.group, each.data) for each in measured["monitoring-plan"]}
    watched = {(each.metric, each.group, each.data) for each in paper.indicators or []}
    expect.true(
        numbers & watched,
        say(
            "capstone-4-nothing-measured",
            "No indicator of the plan has a number that was measured. Watch at least one, such as "
            "the recall for everybody.",
        ),
    )
    expect.artefact(
        MonitoringPlan,
        texts["monitoring-plan"],
        measured=measured["monitoring-plan"],
        only=("indicators",),
    )
    wrong = [
        each
        for each in _disagreeing(texts, "monitoring-plan", ())
        if each.code.startswith("cross-number")
    ]
    _all(wrong)


@exercise(
    "alarm-week",
    points=2,
    hidden=True,
    hints=[
        say(
            "capstone-4-hint-alarm-1",
            "Begin with the lines of `first_above`. Which comparison has to be turned round, and "
            "which list is still missing?",
        ),
        say(
            "capstone-4-hint-alarm-2",
            "Pass a small week over before you compare its recall, with `continue`.",
        ),
        say(
            "capstone-4-hint-alarm-3",
            "The first lines in the loop: `if count < ___:`, then `continue`, four spaces further "
            "in.",
        ),
    ],
)
def alarm_week(function):
    def found(recalls, counts, limit=0.4, in_a_row=2, fewest=10):
        value = expect.call(function, list(recalls), list(counts), limit, in_a_row, fewest)
        return expect.number(value)

    all_bad = found([0.3] * 4, [30] * 4, in_a_row=3)
    quiet = found([0.5, 0.48, 0.52, 0.5], [30] * 4)
    expect.true(
        quiet == 0 or all_bad != 0,
        say(
            "capstone-4-alarm-above",
            "On a series without any bad week your function raises an alarm, and on one with four "
            "bad weeks it raises none. Which side of the limit is bad?",
        ),
    )
    expect.true(
        quiet == 0,
        say(
            "capstone-4-alarm-false",
            "On a series without any bad week your function returns {value}. It should return 0.",
            value=expect.short(quiet),
        ),
    )
    # Four good weeks come first, so that each mistake gives another number.
    falls = found([0.5] * 4 + [0.3] * 4, [30] * 8, in_a_row=3)
    expect.count(
        falls,
        7,
        mistakes={
            3: say(
                "capstone-4-alarm-run",
                "This is how many bad weeks in a row raise the alarm. The number of the week is asked.",
            ),
            5: say(
                "capstone-4-alarm-first",
                "The alarm comes with the first bad week. Does your function use `in_a_row`?",
            ),
            6: say(
                "capstone-4-alarm-zero",
                "Your function counts one week too few: either weeks begin with 0, or the alarm "
                "comes one bad week too early.",
            ),
            8: say(
                "capstone-4-alarm-late-week",
                "The alarm comes one week too late, or the last bad week is returned. It comes as "
                "soon as there are `in_a_row` bad weeks.",
            ),
            49: say("capstone-4-alarm-days", "These are days. The number of the week is asked."),
            0: say(
                "capstone-4-alarm-none",
                "With four bad weeks in a row, and an alarm after three, your function returns 0. "
                "Is the run set back to 0 in each round?",
            ),
        },
        otherwise=say(
            "capstone-4-alarm-other",
            "Weeks 5 to 8 are bad, and three in a row raise the alarm. Your function returns "
            "{value}.",
            value=expect.short(falls),
        ),
    )
    equal = found([0.4, 0.4, 0.4], [30] * 3)
    expect.true(
        equal == 0,
        say(
            "capstone-4-alarm-equal",
            "A recall that equals the limit is not bad, and your function takes it for bad.",
        ),
    )
    apart = found([0.3, 0.5, 0.3, 0.5, 0.3], [30] * 5)
    expect.true(
        apart == 0,
        say(
            "capstone-4-alarm-reset",
            "Between the bad weeks of this series there is always a good one. A good week sets "
            "the run back to 0.",
        ),
    )
    tiny = found([0.3, 0.0, 0.5, 0.3], [30, 3, 30, 30])
    expect.true(
        tiny == 0,
        say(
            "capstone-4-alarm-tiny",
            "Your alarm rests on a week with 3 urgent comments, where at least 10 are asked. How "
            "much does a recall on three comments say?",
        ),
    )
    between = found([0.3, 0.9, 0.3], [30, 2, 30])
    expect.true(
        between != 2,
        say(
            "capstone-4-alarm-renumbered",
            "Weeks that are passed over are counted, too: the alarm is raised in week 3.",
        ),
    )
    expect.true(
        between == 3,
        say(
            "capstone-4-alarm-interrupts",
            "A week with 2 urgent comments lies between two bad weeks. It should be passed over, "
            "and in your function it interrupts the row.",
        ),
    )
    enough = found([0.3, 0.3], [10, 10])
    expect.true(
        enough == 2,
        say(
            "capstone-4-alarm-enough",
            "A week with exactly `fewest` urgent comments counts.",
        ),
    )
    # With numbers other than those of the lesson and the cells above.
    fewer, more = (
        found([0.3] * 3, [count] * 3, fewest=least) for count, least in ((6, 5), (14, 20))
    )
    expect.true(
        (fewer, more) == (2, 0),
        say(
            "capstone-4-alarm-fewest",
            "With another `fewest` than 10, your function still asks for about ten urgent comments "
            "a week. Is there a number in the place of `fewest`?",
        ),
    )
    higher = found([0.55] * 3, [30] * 3, limit=0.6)
    expect.true(
        higher == 2,
        say(
            "capstone-4-alarm-limit",
            "With the limit 0.6, a recall of 0.55 is bad, and your function raises no alarm. Is "
            "there a number in the place of `limit`?",
        ),
    )
