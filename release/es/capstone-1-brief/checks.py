"""The checks of capstone-1-brief. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "capstone-1-brief"

import re
from datetime import date

import pandas as pd

from course.checking import exercise, expect, part, say
from course.checking.messages import several
from course.dossier import ServiceBrief
from course.dossier.faults import ArtefactError
from course.dossier.parts import answers_for_nothing, folded
from course.language import LANGUAGES
from course.project import Team, project_of
from course.project.agreement import CHILD, LIFE
from course.project.measured import (
    DIFFICULTY,
    EASILY,
    GAROA_AND_HORTA,
    INTERNET,
    NO_INTERNET,
    OTHER_DISTRICTS,
)
from course.project.names import LANGUAGES as OF_COMMENTS

TOOL = re.compile(
    r"\b(ai|ia|i\.a|apps?|dashboards?|tableau de bord|chat ?bots?|algorithme?s?|algoritmos?|software"
    r"|logiciels?|machine learning|model|models|modèles?|modelos?|artificial|artificielle|panel|painel"
    r"|aplicación|aplicativo|application mobile|plateforme|plataforma|platform)\b",
    re.IGNORECASE,
)
ACTIVITY = re.compile(
    r"\b(models?|modèles?|modelos?|systems?|système|sistemas?|pilots?|pilote|piloto|software|apps?"
    r"|civicly|algorithme?s?|algoritmos?|dashboards?|staff trained|accuracy|f1|exactitude|exactitud"
    r"|acurácia|workshops?)\b",
    re.IGNORECASE,
)
COUNTS = re.compile(
    r"comment|resident|answer|answered|people|person|wait|day|response|habitant|réponse|répond|attente"
    r"|jour|comentari|respuesta|respond|espera|día|persona|pessoa|resposta|dia|citizen|ciudadan|cidadã"
    r"|citoyen|case|cas|caso|famil|patient|woman|women|child|message|mensaj|mensag",
    re.IGNORECASE,
)
FIRM = re.compile(
    r"\b(firm|company|vendor|supplier|contractor|entreprise|fournisseur|prestataire|empresa|proveedora?"
    r"|fornecedora?|contratista)\b",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"\b(web|website|web ?site|site|sitio|online|en ligne|en línea|app|page|página|portal|chat ?bot)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\d|telephone|phone|counter|desk|office|visit|letter|radio|clinic|téléphone|guichet|bureau|comptoir"
    r"|lettre|visite|teléfono|mostrador|ventanilla|oficina|carta|visita|telefone|balcão|escritório|clínica"
    r"|in person|en personne|en persona|pessoalmente|interpret|interprète|intérprete"
    r"|accueil|rádio|ouvidoria|posto|atendimento",
    re.IGNORECASE,
)
BETTER_MODEL = re.compile(
    r"\b((train|improve|retrain|tune)\w* (the )?(model|ai|algorithm)|more (training )?data|better model"
    r"|améliorer le modèle|plus de données|mejorar el modelo|más datos|melhorar o modelo|mais dados)\b",
    re.IGNORECASE,
)
CONTENT = re.compile(r"satisf|\bcontent|\bhappy|insatisf", re.IGNORECASE)
DONE = re.compile(
    r"\bread|\banswer|\bserv|\blu[es]?\b|lire|lee|leíd|lid[oa]|répond|respond|respuest|"
    r"respost|atend|atiend|reach|find|manage|finish",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"all (the )?(participants|people|users|groups)|together|overall|in total|average|(on the|as a) whole|ensemble"
    r"|tous les participants|moyenne|au total|en total|promedio|tod[oa]s (l[oa]s|[oa]s)|no total|média",
    re.IGNORECASE,
)
EACH = re.compile(
    r"\b(any|either|each|every|one|single|chaque|chacun|un des|l['’]un|une? seul|n['’]importe|cualquier"
    r"|algún|cada|un[oa] de|un solo|qualquer|algum|um dos|um só)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d|\b(half|moitié|mitad|metade)\b", re.IGNORECASE)
INTERVIEW = re.compile(r"\b(R(0[1-9]|10)|S0[1-4])\b", re.IGNORECASE)
QUESTION = re.compile(r"\b(q|p|question|pregunta|pergunta)[ .]*\d\b", re.IGNORECASE)
MEASURED = (
    *OF_COMMENTS.values(),
    *(GAROA_AND_HORTA, OTHER_DISTRICTS, NO_INTERNET, INTERNET, DIFFICULTY, EASILY),
)
"""The groups that checkpoint 3 measures."""
LONGEST_WAY = 3
"""Days within which a person on a human path has acted, at most."""


def refuse(*found):
    """Raise NotYet with those messages that there are."""
    messages = [each for each in found if each]
    if messages:
        raise expect.NotYet(several(messages))


def brief_in(files):
    """The project and its brief. Raises NotYet for a brief that cannot be read."""
    project = project_of(files)
    text = files.get("service-brief", "")
    try:
        return project, text, ServiceBrief.from_yaml(text)
    except ArtefactError as error:
        raise expect.NotYet(several(ServiceBrief.faults_by_label(text) or error.faults)) from None


def names_of(*texts):
    """Names in all languages, to be compared with what a brief says."""
    return {folded(text.read(lang)) for text in texts for lang in LANGUAGES}


@exercise(
    "team",
    points=1,
    form=True,
    hints=[
        say("capstone-1-hint-team-1", "The check names each field that is still open."),
        say(
            "capstone-1-hint-team-2", "Under “Members”, write one name on each line. One is enough."
        ),
    ],
)
def team(text):
    expect.artefact(Team, text, only=("title", "way", "members", "language"))


SERVICE = ("system", "date", "owner", "task", "legal_basis", "needs")


@exercise(
    "needs",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-1-hint-needs-1",
            "Cover every tool in a need. What is left that a resident has to get done?",
        ),
        say(
            "capstone-1-hint-needs-2",
            "Take a line of the table for a number, and one of the six answers for an interview.",
        ),
    ],
)
def needs(files):
    with part():
        _, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=SERVICE)
        expect.true(
            not FIRM.search(brief.owner),
            say(
                "capstone-1-owner-firm",
                "Owner: a firm delivers a system. Name the public office or the person who answers to "
                "residents.",
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        listed = [each for each in brief.needs or [] if each.need]
        own = project.way != "civicly"
        refuse(
            len(listed) < 3
            and say(
                "capstone-1-few-needs", "Name at least three needs; {n} are here.", n=len(listed)
            ),
            *(
                say(
                    "capstone-1-need-tool",
                    "Need {n}: this names a tool. Leave the tool out: what does somebody have to get "
                    "done?",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if TOOL.search(each.need)
            ),
            not any(each.evidence_from == "number" for each in listed)
            and say(
                "capstone-1-no-number", "No need has a number as evidence. The table has some."
            ),
            not any(each.evidence_from == "interview" for each in listed)
            and say(
                "capstone-1-no-interview",
                "No need has an interview as evidence. Who said something that shows the need?",
            ),
            *(
                say(
                    "capstone-1-evidence-number",
                    "Need {n}: the evidence should be a number, and there is none. Write it, what it "
                    "counts, and its source.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "number" and not NUMBER.search(each.evidence or "")
            ),
            *(
                say(
                    "capstone-1-evidence-interview",
                    "Need {n}: a reader cannot look this up. Name the interview and its question, as in "
                    "“R06, question 3”.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "interview"
                and not own
                and not (
                    INTERVIEW.search(each.evidence or "") and QUESTION.search(each.evidence or "")
                )
            ),
        )


@exercise(
    "outcome",
    points=1,
    hints=[
        say(
            "capstone-1-hint-outcome-1",
            "Who would notice that the service works, without ever having heard of it? What could this "
            "person count?",
        ),
        say(
            "capstone-1-hint-outcome-2",
            "`today` and `wanted` are two values of the same measure: both shares, or both days.",
        ),
    ],
)
def outcome(what, today, wanted, by, person):
    first, second = expect.number(today), expect.number(wanted)
    for each in (what, by, person):
        if expect.is_dots(each):
            raise expect.NotYet(say("capstone-1-outcome-left", "Replace all five dots."))
        expect.true(
            isinstance(each, str),
            say(
                "capstone-1-outcome-text",
                "`counted`, `by` and `answers_for_it` are texts: write them in quotation marks.",
            ),
        )
    try:
        day = date.fromisoformat(by.strip())
    except ValueError:
        day = None
    refuse(
        bool(ACTIVITY.search(what) and not COUNTS.search(what))
        and say(
            "capstone-1-goal-activity",
            "`counted`: this is something that you deliver. What will be different for a resident, and how "
            "will you count it?",
        ),
        len(what.split()) < 3
        and say(
            "capstone-1-outcome-short",
            "`counted`: say in a few words what is counted, and of whom.",
        ),
        first == second
        and say(
            "capstone-1-outcome-same", "`today` and `wanted` are the same number. What changes?"
        ),
        (0 <= first <= 1) != (0 <= second <= 1)
        and min(first, second) > 0
        and say(
            "capstone-1-outcome-units",
            "`today` and `wanted` are not in the same unit: one lies between 0 and 1, the other does not.",
        ),
        day is None
        and say("capstone-1-outcome-date", "`by`: write a day that exists, as in “2027-06-30”."),
        day is not None
        and day < date(2026, 10, 1)
        and say("capstone-1-outcome-past", "`by`: this day is over. Name one that is to come."),
        (answers_for_nothing(person, "Civicly") or bool(FIRM.search(person)))
        and say(
            "capstone-1-outcome-person",
            "`answers_for_it`: neither a system nor a firm answers to residents. Name an office or a person.",
        ),
    )


@exercise(
    "people",
    points=3,
    form=True,
    hints=[
        say(
            "capstone-1-hint-people-1",
            "Compare the lines of the table two by two. Which of the two groups was served worse?",
        ),
        say(
            "capstone-1-hint-people-2",
            "For each measure ask: how does a person of this group hear of it? And can this "
            "person get there?",
        ),
    ],
)
def people(files):
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("affected_groups",))
        named = {folded(each) for each in brief.affected_groups or []}
        excluded = {folded(each.group) for each in brief.excluded or []}
        civicly = project.way == "civicly"
        known = names_of(*MEASURED)
        refuse(
            *(
                say(
                    "capstone-1-language-left-out",
                    "Affected groups: the data has comments in {language}. Name this group, too.",
                    language=text,
                )
                for text in OF_COMMENTS.values()
                if civicly and not names_of(text) & (named | excluded)
            ),
            *(
                say(
                    "capstone-1-group-left-out",
                    "Affected groups: “{group}” is missing. Look at what the table, or the interviews, "
                    "say of this group.",
                    group=text,
                )
                for text in (GAROA_AND_HORTA, DIFFICULTY, NO_INTERNET)
                if civicly and not names_of(text) & named
            ),
            *(
                say(
                    "capstone-1-not-measured",
                    "Affected groups: “{group}” is none of the groups that can be measured. Use a name of "
                    "the list above the form, or put the group under excluded groups.",
                    group=each,
                )
                for each in brief.affected_groups or []
                if civicly and folded(each) not in known
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        listed = [each for each in brief.excluded or [] if each.group]
        civicly = project.way == "civicly"
        known = names_of(*MEASURED)
        expect.artefact(ServiceBrief, text, only=("excluded",))
        refuse(
            len(listed) < 2
            and say(
                "capstone-1-few-excluded",
                "Excluded groups: name at least two; {n} is here.",
                n=len(listed),
            ),
            civicly
            and len(listed) >= 2
            and all(folded(each.group) in known for each in listed)
            and say(
                "capstone-1-only-counted",
                "Excluded groups: each of these can be counted in the data. Who sends no comment at all?",
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("excluded",))
        refuse(
            *(
                say(
                    "capstone-1-measure-page",
                    "Measure for “{group}”: a page or an app reaches those who are reached already. Where "
                    "does this group find a person?",
                    group=each.group,
                )
                for each in brief.excluded
                if PAGE.search(each.measure) and not PLACE.search(each.measure)
            ),
            *(
                say(
                    "capstone-1-measure-model",
                    "Measure for “{group}”: no model finds a comment that nobody sent. What do people do?",
                    group=each.group,
                )
                for each in brief.excluded
                if BETTER_MODEL.search(each.measure)
            ),
        )


@exercise(
    "alternatives",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-1-hint-alternatives-1",
            "What would a good colleague without a computer do with the same money?",
        ),
        say(
            "capstone-1-hint-alternatives-2",
            "On which criterion is the way without AI better? Cheap, quick to start, or closer to people?",
        ),
    ],
)
def alternatives(files):
    with part():
        _, text, _ = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("criteria", "alternatives"))
    with part():
        _, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("chosen", "chosen_because"))
        totals = {
            each.name: each.total for each in brief.alternatives or [] if each.total is not None
        }
        best = max(totals.values(), default=0)
        own = totals.get(brief.chosen, best)
        expect.true(
            own >= best or len(brief.chosen_because.split()) >= 8,
            say(
                "capstone-1-not-the-best",
                "Reason for the choice: “{name}” has {own}, and another way has {best}. Say in a sentence why you choose it all the same.",
                name=brief.chosen,
                own=own,
                best=best,
            ),
        )


@exercise(
    "steps",
    points=3,
    form=True,
    hints=[
        say(
            "capstone-1-hint-steps-1",
            "Go through the steps as a person without internet. At each step that a machine does: where do "
            "you find somebody?",
        ),
        say(
            "capstone-1-hint-steps-2",
            "The critical rule is a step of its own: “Threat to life, or a child in danger”, done by a "
            "person, automated: no.",
        ),
    ],
)
def steps(files):
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("steps", "objection_days"))
    with part():
        project, text, brief = brief_in(files)
        paths = [(each.name, each.human_path) for each in brief.steps or [] if each.human_path]
        refuse(
            not paths
            and say(
                "capstone-1-no-path", "No step has a human path. Where does one find a person?"
            ),
            *(
                say(
                    "capstone-1-path-page",
                    "Step “{name}”, where: this is a page or a program. Where does a person without "
                    "internet find somebody?",
                    name=name,
                )
                for name, path in paths
                if PAGE.search(path.where or "") and not PLACE.search(path.where or "")
            ),
            *(
                say(
                    "capstone-1-path-machine",
                    "Step “{name}”, who: a human path leads to a person of the public office.",
                    name=name,
                )
                for name, path in paths
                if answers_for_nothing(path.who, brief.system) or FIRM.search(path.who or "")
            ),
            *(
                say(
                    "capstone-1-path-late",
                    "Step “{name}”: within {days} days is late for a mistake that can be dangerous. At most "
                    "{most} days.",
                    name=name,
                    days=path.days,
                    most=LONGEST_WAY,
                )
                for name, path in paths
                if (path.days or 0) > LONGEST_WAY
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        by_people = [each for each in brief.steps or [] if each.automated is False]
        if project.way != "civicly":
            expect.true(
                by_people,
                say(
                    "capstone-1-nothing-by-people",
                    "Every step is automated. Which cases never go without a person? Add a step for them.",
                ),
            )
            return
        critical = [each for each in brief.steps or [] if is_critical(each)]
        expect.true(
            critical,
            say(
                "capstone-1-critical-missing",
                "No step says what happens to a comment about a threat to life or a child in danger. Add "
                "one, with “life” and “child” in its name.",
            ),
        )
        expect.true(
            any(
                each.automated is False and not answers_for_nothing(each.actor, brief.system)
                for each in critical
            ),
            say(
                "capstone-1-critical-machine",
                "The step for a threat to life or a child in danger is done by a machine. Which person "
                "reads these comments?",
            ),
        )


def is_critical(step):
    """Whether a step is about a threat to life and a child in danger."""
    words = " ".join(each or "" for each in (step.name, step.actor, step.channel))
    return bool(LIFE.search(words) and CHILD.search(words))


@exercise(
    "test-plan",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-1-hint-test-1",
            "Would your rule notice it if all people of one group failed and everybody else managed?",
        ),
    ],
)
def test_plan(files):
    _, text, brief = brief_in(files)
    expect.artefact(ServiceBrief, text, only=("test_plan",))
    plan = brief.test_plan
    rule = plan.stops_if
    refuse(
        (CONTENT.search(plan.measured) and not DONE.search(plan.measured))
        and say(
            "capstone-1-test-content",
            "What is measured: a person can be content and still wait. What must people manage to do?",
        ),
        not re.search(r"\d|%", rule)
        and say(
            "capstone-1-test-number", "Stopped if: write also the number below which it stops."
        ),
        TOGETHER.search(rule)
        and not EACH.search(rule)
        and say(
            "capstone-1-test-together",
            "Stopped if: this takes all people together, and a small group can fail unseen. Say that one "
            "group is enough.",
        ),
    )




@exercise(
    "workload",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "capstone-1-hint-workload-1",
            "First all minutes that the readers have together, then how many comments fit into them.",
        ),
        say(
            "capstone-1-hint-workload-2",
            "The line begins: `return len(comments) / working_days, int(`",
        ),
        say(
            "capstone-1-hint-workload-3",
            "`return len(comments) / working_days, int(readers * hours * 60 / ___)`",
        ),
    ],
)
def workload(function):
    days = pd.to_datetime([f"2026-05-{1 + n % 10:02d}" for n in range(21)])
    comments = pd.DataFrame({"date": days, "comment": [f"SYN-{n}" for n in range(21)]})
    found = expect.call(function, comments, 6, 3, 2.5, 4)
    expect.true(
        isinstance(found, tuple | list) and len(found) == 2,
        say(
            "capstone-1-workload-two",
            "Your function returns {value}. Two numbers are asked, with a comma between them.",
            value=expect.short(found),
        ),
    )
    arriving, readable = (expect.number(each) for each in found)
    swapped = say("capstone-1-workload-swapped", "The two numbers are in the wrong order.")
    expect.true((round(arriving), readable) != (112, 3.5), swapped)
    expect.close(
        arriving,
        Sealed("capstone-1-brief/workload", "2cee4553ce3fc2e59c766458debd0037"),
        mistakes={
            Sealed("capstone-1-brief/workload", "8fb70861fd043bb0df86871d8d99dd53"): say(
                "capstone-1-workload-calendar",
                "Comments come on all days; the desk works on `working_days` of them. Divide by these.",
            ),
            Sealed("capstone-1-brief/workload", "7b13c7481279e6e701cd601eae1aca86"): say(
                "capstone-1-workload-all", "These are all comments. How many come on one day?"
            ),
            Sealed("capstone-1-brief/workload", "e2173eaf4effeac1cb5a4291f4d83750"): say("capstone-1-workload-rounded", "Do not round the first number."),
            Sealed("capstone-1-brief/workload", "b47941bcdefb533873dbd556692b0026"): say("capstone-1-workload-rounded", "Do not round the first number."),
            Sealed("capstone-1-brief/workload", "bd96f664101f84f6cd30c2a47ea4598f"): say(
                "capstone-1-workload-inverse",
                "You divided the days by the comments. Turn it round.",
            ),
        },
        otherwise=say(
            "capstone-1-workload-first",
            "The first number is {value}. Expected are the rows of the table, divided by the working days.",
            value=expect.short(arriving),
        ),
    )
    expect.count(
        readable,
        Sealed("capstone-1-brief/workload", "1226ab1221bd061ce6df27e9be0174b7"),
        mistakes={
            Sealed("capstone-1-brief/workload", "a2f26e6952ff4fb575ad2aff4f44b35a"): say(
                "capstone-1-workload-up",
                "You rounded up. A comment that is read halfway is not read: `int` cuts off the decimals.",
            ),
            Sealed("capstone-1-brief/workload", "7a9ab2de630f927fd96dab0258db46d9"): say("capstone-1-workload-hours", "The hours are not in minutes yet: times 60."),
            Sealed("capstone-1-brief/workload", "294419716e9e03b9266e9bc3902462d7"): say(
                "capstone-1-workload-one-reader", "This is right for one reader. There are more."
            ),
            Sealed("capstone-1-brief/workload", "090ad2d3951419c14b45e9830da9f097"): say("capstone-1-workload-no-hours", "Each reader has `hours` hours, not one."),
            Sealed("capstone-1-brief/workload", "6dfec80c63b2319da65b4287414d6723"): say(
                "capstone-1-workload-multiplied", "Divide the time by the minutes for one comment."
            ),
            Sealed("capstone-1-brief/workload", "d76a4992abb75509b6f47c81686a0fc3"): say(
                "capstone-1-workload-minutes",
                "These are the minutes of all readers. How many comments fit?",
            ),
        },
        otherwise=say(
            "capstone-1-workload-second",
            "The second number is {value}. Expected are the minutes of all readers on a day, divided by the "
            "minutes for one comment.",
            value=expect.short(readable),
        ),
    )


@exercise(
    "in-time",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "capstone-1-hint-in-time-1",
            "Three lines, as for the letters: keep rows, add a column, group and summarise.",
        ),
        say(
            "capstone-1-hint-in-time-2",
            "Change in the lines for the letters: the column that is compared, the day, the limit of days, "
            "and the group.",
        ),
        say(
            "capstone-1-hint-in-time-3",
            '`critical = comments[(comments["severity"] == "critical") & (comments["date"] >= ___)]`',
        ),
    ],
)
def in_time(function):
    rows = [
        ("2026-03-30", "Amaro", "critical", 0),
        ("2026-04-01", "Amaro", "critical", 5),
        ("2026-04-02", "Amaro", "critical", 1),
        ("2026-05-02", "Amaro", "critical", 0),
        ("2026-05-03", "Amaro", "critical", 9),
        ("2026-05-03", "Amaro", "critical", 1),
        ("2026-05-03", "Amaro", "high", 9),
        ("2026-04-01", "Garoa", "critical", 1),
        ("2026-04-09", "Garoa", "critical", 30),
        ("2026-06-09", "Garoa", "critical", 2),
        ("2026-06-10", "Garoa", "low", 0),
        ("2026-01-10", "Garoa", "critical", 0),
        ("2026-04-20", "Horta", "medium", 1),
    ]
    comments = pd.DataFrame(rows, columns=["date", "district", "severity", "response_days"])
    comments["date"] = pd.to_datetime(comments["date"])
    comments["district"] = pd.Categorical(comments["district"], ["Amaro", "Garoa", "Horta"])
    found = expect.call(function, comments, "2026-04-01")
    expect.table(found, ["share", "comments"])
    shares, counts = columns_of(found)
    expect.true(
        set(shares) == {"Amaro", "Garoa"} or not {"Amaro", "Garoa"} <= set(shares),
        say(
            "capstone-1-in-time-empty",
            "A district without a critical comment has a row. Keep the critical ones first; `observed=True` leaves out districts that "
            "do not occur.",
        ),
    )
    expect.true(
        set(shares) == {"Amaro", "Garoa"},
        say(
            "capstone-1-in-time-index",
            "The rows of your table are called {names}. One row for each district is asked, with its name "
            "as the index: group by `district`.",
            names=", ".join(map(str, list(shares)[:4])),
        ),
    )

    def share_wrong(name):
        return say(
            "capstone-1-in-time-share",
            "For {name}, `share` is {value}. Expected is the share of its critical comments since "
            "`first_day` of which `response_days` is at most 1.",
            name=name,
            value=expect.short(shares[name]),
        )

    expect.close(
        shares["Amaro"],
        Sealed("capstone-1-brief/in-time", "3ecebb9c7e62cf1640ff98c32be58269"),
        mistakes={
            Sealed("capstone-1-brief/in-time", "dafc0712cb6886c1ace36cecb8b1d996"): say(
                "capstone-1-in-time-all-days", "Comments before `first_day` are counted, too."
            ),
            Sealed("capstone-1-brief/in-time", "5424a77561e48d04c7f2bd22d2c6dfcf"): say("capstone-1-in-time-first-day", "`first_day` itself counts: use `>=`."),
            Sealed("capstone-1-brief/in-time", "5497e7aca92d80f01afd39667babdb0c"): say(
                "capstone-1-in-time-severity", "Other comments than critical ones are counted, too."
            ),
            Sealed("capstone-1-brief/in-time", "a81fd646d05c829374634a8435fdc7fd"): say(
                "capstone-1-in-time-same-day", "Within one day: `response_days` can be 1, too."
            ),
            Sealed("capstone-1-brief/in-time", "06324c0280b38e62a7bf68aef050e1a5"): say(
                "capstone-1-in-time-late",
                "This is the share of those answered later. Turn the comparison round.",
            ),
            Sealed("capstone-1-brief/in-time", "957b50cc6a5abdad2420cbd7cdec8b22"): say(
                "capstone-1-in-time-sum",
                "This is a number of comments. The share is their `mean`.",
            ),
            Sealed("capstone-1-brief/in-time", "4e4db4a72af1a469eaef1dd729f594f7"): say(
                "capstone-1-in-time-mean-days",
                "This is the mean of the days. Compare the days with 1 first.",
            ),
        },
        otherwise=share_wrong("Amaro"),
    )
    expect.close(shares["Garoa"], Sealed("capstone-1-brief/in-time", "cafb20183e79243bb6122deab33b9038"), otherwise=share_wrong("Garoa"))
    expect.count(
        counts["Amaro"],
        Sealed("capstone-1-brief/in-time", "959f81dc22791b6d2bbb9c001c76b9ce"),
        otherwise=say(
            "capstone-1-in-time-count",
            "For {name}, `comments` is {value}. Count the critical comments since `first_day`, answered "
            "in time or not.",
            name="Amaro",
            value=expect.short(counts["Amaro"]),
        ),
    )


def columns_of(table):
    """The columns of a table by the names of its rows, as plain numbers."""
    names = [str(each) for each in table.index]
    shares = [float(each) for each in table["share"]]
    counts = [float(each) for each in table["comments"]]
    return dict(zip(names, shares, strict=False)), dict(zip(names, counts, strict=False))
