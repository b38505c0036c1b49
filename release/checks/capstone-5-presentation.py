"""The checks of capstone-5-presentation. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "capstone-5-presentation"

import re
from itertools import dropwhile

import pandas as pd

from course.checking import exercise, expect, part, say
from course.checking.messages import several
from course.dossier import ArtefactError
from course.dossier.fields.keys import key_name
from course.dossier.fields.labels import label
from course.dossier.fields.parts import folded
from course.project import Presentation, Team, audit_of, project_of
from course.project.agreement import SYNTHETIC_WORDS, UNTRUE, labelled

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

MONTH = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:in|by|of|until|before|from|since|after) may|may \d"
    r"|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|novembro|dezembro)\b",
    re.IGNORECASE,
)
SHORT_MONTH = re.compile(
    r"\b\d{1,2}\.? (?:de )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
    r"|janv|févr|avr|juil|déc|ene|abr|ago|dic|fev|dez)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b20[2-9]\d\b|\b\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|er|[ºª°])(?!\w)"
    r"|\b(?:week|quarter|semaine|semana) \d|\bq[1-4]\b|\b(?:first|second|third|fourth) quarter"
    r"|\b(?:tri|se)mestre",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"\b(?:days?|weeks?|weekly|months?|monthly|quarters?|quarterly|years?|samples?|checks?|readings?|times"
    r"|row|consecutive|first|once|immediately"
    r"|jours?|journées?|semaines?|mois|mensue\w+|trimestr\w+|ann[ée]+s?|ans?|échantillons?|contrôles?"
    r"|relevés?|mesures?|fois|suite|consécuti\w+|immédiat\w*|aussitôt|dès"
    r"|días?|semanas?|mes(?:es)?|mensual\w*|trimestr\w+|años?|muestras?|controles|mediciones|veces|vez"
    r"|seguid[oa]s|consecutiv[oa]s?|inmediat\w*"
    r"|dias?|mês|mensa\w+|anos?|amostras?|medições|leituras?|vezes|imediat\w*)\b",
    re.IGNORECASE,
)
"""Words that say for how long, or how many times, a condition has to hold."""

EVERYBODY = re.compile(
    r"(?:everybody|everyone|anyone|anybody|whom(?:soever)? it may concern|tout le monde|chacun"
    r"|à qui de droit|todos|todas|todo el mundo|a quien (?:corresponda|le corresponda)|a quem (?:couber"
    r"|interessar possa)|todo mundo|qualquer pessoa|cualquiera)",
    re.IGNORECASE,
)
"""Somebody who cannot say yes, in the four languages of the course."""

DENIED = re.compile(
    r"\b(?:not|pas|no son|no es|não são|no) (?:synth|sint[eé])|\baren['’]t synth", re.IGNORECASE
)

DURATION = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|nine|ten|twelve|eighteen|half an?|for an?"
    r"|une?|deux|trois|quatre|cinq|neuf|dix|douze"
    r"|un|dos|tres|cuatro|cinco|seis|nueve|diez|doce|medio"
    r"|uma?|dois|duas|três|quatro|nove|dez|doze|meio)[ -]"
    r"(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|années?"
    r"|días?|semanas?|mes(?:es)?|años?|dias?|mês|anos?)\b",
    re.IGNORECASE,
)
HEAD = r"\b(?:head|chefs?|cheffes?|responsables?|jefe|jefa|chefes?|chefia|responsáve(?:l|is))\b"
NAME_ENDS = re.compile(rf"[,;:()]|{HEAD}", re.IGNORECASE)
"""Where one name in a text such as “Citizens' desk, head Inés Duarte” ends."""

LEADING = frozenset(
    (
        *("the", "a", "of", "at", "by", "in", "on", "night", "and", "or"),
        *("le", "la", "les", "de", "du", "des", "et", "ou", "nuit"),
        *("el", "los", "las", "del", "y", "o", "por", "noche"),
        *("os", "as", "do", "da", "dos", "das", "e", "à", "noite"),
    )
)
"""Words that do not belong to the name that they stand before: “at night the official”."""

BELONGS = frozenset(("of", "for", "in", "at", "de", "du", "des", "del", "do", "da", "dos", "das"))
"""Words after which a name says where its office is: “Citizens' desk of Marivelle”."""


def read(text):
    """The presentation; where it cannot be read, the sentence that says so."""
    expect.true(isinstance(text, str), NO_TEXT)
    try:
        return Presentation.from_yaml(text)
    except ArtefactError:
        expect.artefact(Presentation, text)
        raise


NO_TEXT = say("capstone-5-no-text", "Hand over what the form has saved, and change nothing in it.")
NO_STATEMENT = say(
    "capstone-5-no-statement",
    "The project has no fairness statement with numbers yet: first complete checkpoint 3.",
)


def names_share(text, share):
    """Whether a text names a share: in per cent, rounded to a whole number, or as a share."""
    held = [float(each.replace(",", ".")) for each in NUMBER.findall(text or "")]
    return any(abs(each - 100 * share) <= 0.6 or abs(each - share) <= 0.006 for each in held)


STEM = 5
"""Letters at the beginning of a word that stay when it is in the plural."""

WITHOUT = frozenset(
    (
        *("without", "no", "not", "never", "cannot"),
        *("sans", "pas", "ne", "n", "jamais", "aucun", "aucune"),
        *("sin", "nunca", "ni", "ningún", "ninguna"),
        *("sem", "não", "nem", "nenhum", "nenhuma"),
    )
)
"""Words that deny, in the four languages of the course."""

OF_PEOPLE = frozenset(
    (
        *("people", "person", "persons", "those", "that", "with", "have", "from", "they"),
        *("personnes", "personne", "gens", "ceux", "celles", "avec", "dans", "pour"),
        *("personas", "persona", "gente", "quienes", "aquellos", "aquellas", "para", "tienen"),
        *("pessoas", "pessoa", "quem", "aqueles", "aquelas", "têm"),
    )
)
"""Words that many names of groups have."""


def meant_words(text):
    """The words of a text by which a group is known: without endings, and one sign for “not”."""
    found = set()
    for word in re.findall(r"[^\W\d_]+", plain(text)):
        if word in WITHOUT:
            found.add("¬")
        elif len(word) >= 4 and word not in OF_PEOPLE:
            found.add(word[:STEM])
    return found


def mentions(answer, group):
    """Whether an answer means a group: has its name, or at least three in five of its words.

    “Anybody without internet” means the group “people without internet”.
    """
    if folded(group) in folded(answer):
        return True
    words = meant_words(group)
    return bool(words) and 5 * len(words & meant_words(answer)) >= 3 * len(words)


def plain(text):
    """A text to be compared: in lower case, with single spaces and straight apostrophes."""
    return folded(text).replace("’", "'")


def names_in(text):
    """The names in a text such as “Citizens' desk, head Inés Duarte”, without titles and articles."""
    found = []
    for each in NAME_ENDS.split(plain(text)):
        words = dropwhile(LEADING.__contains__, each.split())
        name = " ".join(words).strip(" .").removeprefix("l'").removeprefix("d'")
        found += [name] if name else []
    return found


def is_same_office(one, other):
    """Whether two names are the same, or one only adds where the office is."""
    shorter, longer = sorted((one, other), key=len)
    rest = longer.removeprefix(shorter).split()
    starts = longer == shorter or longer.startswith(f"{shorter} ")
    return starts and (not rest or rest[0] in BELONGS)


def names_a_day(text):
    """Whether a text names a month, a date or a time that passes."""
    words = plain(text)
    return any(each.search(words) for each in (MONTH, SHORT_MONTH, DATE, DURATION))


@exercise(
    "asked",
    points=2,
    form=True,
    given=("texts",),
    hints=[
        say(
            "capstone-5-hint-asked-1",
            "Who can say yes, and can also say no? Which decision do they take, and until when?",
        ),
        say(
            "capstone-5-hint-asked-2",
            "“Allow the citizens' desk to try the service from ___ to ___, with a report on ___.”",
        ),
    ],
)
def asked(text, texts):
    with part():
        expect.artefact(Presentation, text, only=("system", "date", "asked_of"))
        expect.true(
            not EVERYBODY.fullmatch((read(text).asked_of or "").strip(" .")),
            say(
                "capstone-5-asked-everybody",
                "`{where}`: who can say yes, and can also say no? Name the council, the office or "
                "the person.",
                where=label(Presentation, "asked_of"),
            ),
        )
        brief = project_of(texts).read("service-brief")
        written = read(text)
        owner = names_in((brief and brief.owner) or "")
        asked_of = names_in(written.asked_of)
        runs_it = [any(is_same_office(each, name) for name in owner) for each in asked_of]
        expect.true(
            not (runs_it and all(runs_it)),
            say(
                "capstone-5-asked-oneself",
                "`{where}`: this is the office that will run the service. Who decides whether it "
                "may?",
                where=label(Presentation, "asked_of"),
            ),
        )
    with part():
        expect.artefact(Presentation, text, only=("asked",))
        written = read(text)
        expect.true(
            names_a_day(written.asked),
            say(
                "capstone-5-asked-no-day",
                "`{where}`: from which day, or until which day? A decision without a day is never "
                "looked at again.",
                where=label(Presentation, "asked"),
            ),
        )
        expect.true(
            len(written.asked.split()) >= 5,
            say(
                "capstone-5-asked-short",
                "`{where}`: write a sentence that the council can vote on: who may do what, how "
                "much of it, and until when.",
                where=label(Presentation, "asked"),
            ),
        )


@exercise(
    "sceptic",
    points=2,
    form=True,
    given=("texts",),
    hints=[
        say(
            "capstone-5-hint-sceptic-1",
            "The table above the form has the numbers: the row of your choice, and the row of the "
            "order of arrival.",
        ),
        say(
            "capstone-5-hint-sceptic-2",
            "“___% with our choice, against ___% today.” “Between ___% and ___%.” “People who ___ "
            "are left out; for them …”",
        ),
    ],
)
def sceptic(text, texts):
    project = project_of(texts)
    statement, brief = project.read("fairness-statement"), project.read("service-brief")
    expect.true(statement is not None and statement.candidates, NO_STATEMENT)
    recalls = {
        each.name: m
        for each in statement.candidates
        for m in each.measures or []
        if (m.metric, m.group) == ("recall", "all")
    }
    expect.true(recalls, NO_STATEMENT)
    today = recalls.get("order-of-arrival") or next(iter(recalls.values()))
    others = [name for name in recalls if name != "order-of-arrival"]
    has_chosen = statement.chosen in others
    compared = [recalls[name] for name in ([statement.chosen] if has_chosen else others)] or [today]
    rejected = "" if has_chosen or not others else key_name("chosen", others[0])
    where = label(Presentation, "sceptic")
    with part():
        expect.artefact(Presentation, text, only=("sceptic",))
    answers = [each.answer or "" for each in read(text).sceptic or []]
    with part():
        expect.true(
            any(
                names_share(each, way.value) and names_share(each, today.value)
                for each in answers
                for way in compared
            ),
            say(
                "capstone-5-sceptic-baseline-rejected",
                "`{where}`: no answer compares today with a way that you did not choose. In one answer, "
                "give in figures the share of urgent cases read on the day twice: in the order of arrival, and with "
                "such a way, for example “{name}”.",
                where=where,
                name=rejected,
            )
            if rejected
            else say(
                "capstone-5-sceptic-baseline",
                "`{where}`: no answer compares the service with today. In one answer, give in figures the "
                "share of urgent cases read on the day twice: with your choice, and in the order of arrival.",
                where=where,
            ),
        )
    with part():
        expect.true(
            any(
                names_share(each, way.low) and names_share(each, way.high)
                for each in answers
                for way in compared
            ),
            say(
                "capstone-5-sceptic-interval-rejected",
                "`{where}`: no answer says how sure the number of a way is that you did not choose, for "
                "example “{name}”. Give both ends of its interval in one answer, in figures.",
                where=where,
                name=rejected,
            )
            if rejected
            else say(
                "capstone-5-sceptic-interval",
                "`{where}`: no answer says how sure the number of your choice is. Give both ends of "
                "its interval in one answer, in figures.",
                where=where,
            ),
        )
    with part():
        excluded = [each.group for each in (brief and brief.excluded) or [] if each.group]
        expect.true(
            any(mentions(answer, group) for answer in answers for group in excluded)
            if excluded
            else any(answers),
            say(
                "capstone-5-sceptic-left-out",
                "`{where}`: no answer names a group that your brief lists as excluded. Name it as "
                "the brief does.",
                where=where,
            ),
        )


def ways_to_name(who):
    """Texts by each of which a person or office of the oversight plan can be named."""
    found = [plain(who.split(",")[0]), *(each for each in names_in(who) if " " in each)]
    return [*found, *(short for each in found for short in beginnings(each))]


def beginnings(name):
    """A name without what says whose it is: “citizens' desk” of “citizens' desk of Marivelle”.

    A beginning of a single word, such as “desk”, would name many.
    """
    words = name.split()
    ends = [place for place, word in enumerate(words) if word in BELONGS]
    found = [words[:end] for end in ends]
    return [
        " ".join(each)
        for each in found
        if sum(word not in LEADING and word not in BELONGS for word in each) >= 2
    ]


@exercise(
    "stops",
    points=2,
    form=True,
    given=("texts",),
    hints=[
        say(
            "capstone-5-hint-stops-1",
            "The second table above the form has the number, and who can stop the service.",
        ),
        say(
            "capstone-5-hint-stops-2",
            "“___ stops it if the gap in recall is above ___ in two monthly samples.”",
        ),
    ],
)
def stops(text, texts):
    project = project_of(texts)
    statement, plan = project.read("fairness-statement"), project.read("oversight-plan")
    number = statement.stop_if.number if statement and statement.stop_if else None
    where = label(Presentation, "stop_if")
    with part():
        expect.true(number is not None, NO_STATEMENT)
        expect.artefact(Presentation, text, only=("stop_if",))
        expect.true(
            names_share(read(text).stop_if, number),
            say(
                "capstone-5-stop-number",
                "`{where}`: your fairness statement has another number. The council would not know "
                "which of the two holds.",
                where=where,
            ),
        )
        expect.true(
            HOLDS.search(read(text).stop_if),
            say(
                "capstone-5-stop-how-long",
                "`{where}`: for how long does this have to last? Write it, as in “in two monthly "
                "samples”.",
                where=where,
            ),
        )
    with part():
        written = plain(read(text).stop_if)
        expect.true(
            written,
            say(
                "capstone-5-stop-blank",
                "`{where}`: which number would make you switch it off, and who does it?",
                where=where,
            ),
        )
        people = [each.who for each in (plan and plan.watchers) or [] if each.can_stop and each.who]
        if plan and plan.switch_off and plan.switch_off.who:
            people.append(plan.switch_off.who)
        expect.true(
            people,
            say(
                "capstone-5-no-plan",
                "The oversight plan names nobody who can stop the service: complete checkpoint 4.",
            ),
        )
        expect.true(
            any(name in written for who in people for name in ways_to_name(who)),
            say(
                "capstone-5-stop-who",
                "`{where}`: who stops it? Name a person or office who can, as the oversight plan "
                "does.",
                where=where,
            ),
        )


@exercise(
    "synthetic",
    points=1,
    because=say(
        "capstone-5-synthetic-why",
        "A photograph shows one slide and carries no sound, so the words must be on every slide "
        "and figure with a number. The speech, the last slide and the dossier are not in the "
        "picture.",
    ),
    form=True,
    given=("texts",),
    hints=[
        say(
            "capstone-5-hint-synthetic-1",
            "What does somebody know who sees the photograph, and nothing else of your presentation?",
        )
    ],
)
def synthetic(text, place, texts):
    with part():
        expect.artefact(Presentation, text, only=("about_the_data",))
        said = read(text).about_the_data
        where = label(Presentation, "about_the_data")
        if project_of(texts).way == "civicly":
            expect.true(
                SYNTHETIC_WORDS.search(said) and not DENIED.search(said),
                say(
                    "capstone-5-synthetic",
                    "`{where}`: could a reader take these comments for those of real people? Say "
                    "that they are synthetic.",
                    where=where,
                ),
            )
        else:
            expect.true(
                re.search(r"\d{4}", said),
                say(
                    "capstone-5-own-years",
                    "`{where}`: from which years are the data, and from where?",
                    where=where,
                ),
            )
    with part():
        expect.choice(
            place,
            right=Sealed("capstone-5-presentation/synthetic", "b3c54909980aeacd1c0da071ceab4ffe"), options=["dossier-part", "first-words", "on-each-number", "sources-slide"],
            wrong={
                Sealed("capstone-5-presentation/synthetic", "60501c74fdbb5908f562d339bfeea431"): say(
                    "capstone-5-place-spoken",
                    "A photograph has no sound. What can be seen in it?",
                ),
                Sealed("capstone-5-presentation/synthetic", "740d00da055059f59e56ec35d31e32fa"): say(
                    "capstone-5-place-dossier",
                    "The newspaper has one picture, and no dossier. What does the picture show?",
                ),
                Sealed("capstone-5-presentation/synthetic", "9c97c3b0f067e127d247f1ed3ef15773"): say(
                    "capstone-5-place-last",
                    "The photograph shows another slide. What does that one say?",
                ),
            },
        )


NEEDED = (
    "team", "service-brief", "own-datasheet", "fairness-statement", "model-card", "classification",
    "impact-assessment", "fundamental-rights-assessment", "risk-register", "oversight-plan",
    "monitoring-plan", "presentation",
)
MEASURED = ("fairness-statement", "model-card", "monitoring-plan")
GOVERNANCE = (
    "classification", "impact-assessment", "fundamental-rights-assessment", "risk-register",
    "oversight-plan",
)
SAID = ("service-brief", "fairness-statement", "oversight-plan", "presentation")
GONE = ("dossier-artefact-missing", "project-file-unreadable")
OF_THE_MODEL = (
    "project-model-changed", "project-not-measured", "project-threshold", "cross-number",
)


@exercise(
    "agreement",
    points=4,
    form=True,
    given=("service",),
    hints=[
        say(
            "capstone-5-hint-agreement-1",
            "Each sentence begins with the name of a file. Correct the file that is wrong, which is "
            "not always the one that was written last.",
        ),
        say(
            "capstone-5-hint-agreement-2",
            "For a changed model: measure again in checkpoint 3, fill in the new numbers in the "
            "card and in the plan, and save card, assessment and plan again.",
        ),
    ],
)
def agreement(texts, service):
    project = project_of(texts)
    measured = None if service is ... else audit_of(service, texts)
    needed = NEEDED if project.way == "civicly" else (*NEEDED, "data")
    found = project.disagreements(measured=measured, needed=needed)
    numbers = [each for each in found if each.code in UNTRUE or each.code.startswith(OF_THE_MODEL)]
    gone = [each for each in found if each.code in GONE]
    own = [
        each for each in found if each.code.startswith("project-") and each not in numbers + gone
    ]
    papers = [each for each in found if each not in numbers + gone + own]
    with part():
        refuse(gone)
        refuse(
            [
                *Team.faults_by_label(texts["team"], None, ()),
                *Presentation.faults_by_label(texts["presentation"], None, ()),
                *labelled(
                    project,
                    [each for each in project.dossier.faults({}, ()) if each.code in BLANK],
                ),
            ]
        )
    for names, faults in ((MEASURED, numbers), (GOVERNANCE, papers), (SAID, own)):
        with part():
            missing = [name for name in names if name not in texts]
            expect.true(
                not missing,
                say(
                    "capstone-5-files-missing",
                    "These files are still missing, so they cannot be compared: {names}.",
                    names=", ".join(missing),
                ),
            )
            refuse(faults)


BLANK = ("dossier-blank", "dossier-placeholder")


def refuse(faults):
    """All faults of a part at once."""
    if faults:
        raise expect.NotYet(several(list(faults)))


@exercise(
    "written",
    points=1,
    given=("texts",),
    hints=[
        say(
            "capstone-5-hint-written-1",
            "The service has a name in your brief. Put it into the title, with what it does for "
            "people.",
        )
    ],
)
def written(title, pages, texts):
    with part():
        expect.true(
            isinstance(title, str) and not expect.is_dots(title),
            say("capstone-5-title-text", "Write the title as a text, in quotation marks."),
        )
        brief = project_of(texts).read("service-brief")
        name = folded((brief and brief.system) or "")
        expect.true(
            name and name in folded(title),
            say(
                "capstone-5-title-name",
                "The title does not name the service as your brief does. How will the council find "
                "this dossier next year?",
            ),
        )
        expect.true(
            len(title) <= 80,
            say(
                "capstone-5-title-long",
                "The title has {count} characters; on a slide there is room for 80.",
                count=len(title),
            ),
        )
    with part():
        expect.true(
            isinstance(pages, dict) and {"dossier.html", "deck.html"} <= set(pages),
            say(
                "capstone-5-pages-missing",
                "Nothing was written yet. First save the presentation and run the answer cell of "
                "exercise 5, then this one.",
            ),
        )
        deck = pages["deck.html"]
        expect.true(
            "</html>" in deck and "</html>" in pages["dossier.html"],
            say("capstone-5-pages-broken", "A page is not whole. Run the answer cell again."),
        )
        expect.true(
            'class="remark"' in deck,
            say(
                "capstone-5-pages-remark",
                "The slides do not say what the data are: fill in “About the data” in the form, "
                "save, and run the answer cells from exercise 4 on again.",
            ),
        )


OWN_DATA = re.compile(r"our data|nos données|nuestros datos|nossos dados", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def says_what_data(words):
    """Whether a figure says that its data are synthetic, or the team's own and from which years."""
    own = OWN_DATA.search(words) and YEAR.search(words)
    return bool(own or SYNTHETIC_WORDS.search(words))


def drawn(function, today, with_service, low, high):
    """What the learner's figure shows for some numbers."""
    parts = expect.call(function, today, with_service, low, high)
    expect.true(
        isinstance(parts, dict) and {"bars", "intervals", "words"} <= set(parts),
        say(
            "capstone-5-figure-return",
            "End the function with `return parts_of(figure)`, so that its figure can be looked at.",
        ),
    )
    return parts


def near(one, other):
    """Whether two heights are the same to the eye."""
    return abs(one - other) < 0.002


@exercise(
    "council-figure",
    points=2,
    hidden=True,
    hints=[
        say(
            "capstone-5-hint-figure-1",
            "Begin with the lines that are shown, and put the arguments of the function in place of "
            "the numbers in them.",
        ),
        say(
            "capstone-5-hint-figure-2",
            "The distance from the second bar's height down to the lower end is `with_service - "
            "low`. What is the distance up to the upper end?",
        ),
        say(
            "capstone-5-hint-figure-3",
            '`axes.errorbar(["with the service"], [with_service], yerr=[[with_service - low], '
            '[___ - with_service]], fmt="none", color="black", capsize=8)`, with the same name as '
            "the second bar.",
        ),
    ],
)
def council_figure(function):
    parts = drawn(function, 0.26, 0.49, 0.44, 0.55)
    bars, intervals = parts["bars"], parts["intervals"]
    expect.true(
        bars and any(near(bar, 0.49) for bar in bars),
        say(
            "capstone-5-figure-bars",
            "No bar has the height of `with_service`. Draw shares, not percentages, and take the "
            "arguments of the function.",
        ),
    )
    expect.true(
        any(near(bar, 0.26) for bar in bars),
        say(
            "capstone-5-figure-baseline",
            "What happens today is missing: no bar has the height of `today`. What would the "
            "sceptic ask first?",
        ),
    )
    expect.true(
        intervals,
        say(
            "capstone-5-figure-no-interval",
            "The interval is missing: draw it as an error bar on the second bar.",
        ),
    )
    expect.true(
        not any(near(low, 0.49 - 0.44) and near(high, 0.49 + 0.55) for low, high in intervals),
        say(
            "capstone-5-figure-yerr",
            "`yerr` takes the two distances from the value to the ends of the interval, not the "
            "ends themselves.",
        ),
    )
    expect.true(
        any(near(low, 0.44) and near(high, 0.55) for low, high in intervals),
        say(
            "capstone-5-figure-interval",
            "The error bar does not reach from `low` to `high`. How far is it from the value of "
            "`with_service` down to `low`, and how far up to `high`?",
        ),
    )
    expect.true(
        abs(parts["bottom"]) < 1e-9,
        say(
            "capstone-5-figure-axis",
            "The vertical axis does not begin at 0, so the difference looks larger than it is.",
        ),
    )
    expect.true(
        str(parts["title"]).strip() and str(parts["vertical"]).strip(),
        say(
            "capstone-5-figure-labels",
            "A figure is often shown without its report: give it a title, and the vertical axis a label.",
        ),
    )
    expect.true(
        says_what_data(str(parts["words"])),
        say(
            "capstone-5-figure-synthetic",
            "What would a reader take these numbers for? Write into the figure that the comments are "
            "synthetic; with your own data, “our data” and their years.",
        ),
    )


ANSWERS = {
    "en": (12, 3),
    "es": (8, 2),
    "pt": (5, 0),
    "fr": (4, 3),
    "other": (1, 1),
}
"""By language: answers of staff, and of these overrulings."""


def table_of(counts, column, seed):
    """One row for each answer, in an order that is not that of the groups."""
    rows = [
        ("overruled" if place < overruled else "confirmed", group)
        for group, (answers, overruled) in counts.items()
        for place in range(answers)
    ]
    table = pd.DataFrame(rows, columns=["answer", column]).sample(frac=1, random_state=seed)
    return table.assign(district="Garoa")


def shares(found):
    """The result as a dictionary of shares by group."""
    if hasattr(found, "to_dict"):
        found = found.to_dict()
    expect.true(
        isinstance(found, dict),
        say(
            "capstone-5-overruled-dict",
            "Return a dictionary with a share for each group: `to_dict()` makes one of a column.",
        ),
    )
    return {str(key): expect.number(value) for key, value in found.items()}


def same(found, expected):
    """Whether two dictionaries have the same groups and shares."""
    return found.keys() == expected.keys() and all(
        abs(found[key] - expected[key]) < 0.0005 for key in expected
    )


@exercise(
    "overruled-by",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "capstone-5-hint-overruled-1",
            "For each group two numbers count: its answers, and how many of these overruled.",
        ),
        say(
            "capstone-5-hint-overruled-2",
            '`table["answer"] == "overruled"` is true or false for each row. Its mean in a group is '
            "the share that is asked.",
        ),
        say(
            "capstone-5-hint-overruled-3",
            '`overruled = (table["answer"] == "overruled").groupby(table[column])`, then '
            "`return overruled.mean()[overruled.size() >= ___].to_dict()`",
        ),
    ],
)
def overruled_by(function):
    found = shares(expect.call(function, table_of(ANSWERS, "language", 2), "language", 4))
    expected = {"en": 3 / 12, "es": 2 / 8, "pt": 0.0, "fr": 3 / 4}
    if same(found, expected):
        expect.true(
            same(
                shares(expect.call(function, table_of(ANSWERS, "language", 2), "language", 6)),
                {"en": 3 / 12, "es": 2 / 8},
            ),
            say(
                "capstone-5-overruled-fewest",
                "With a larger `fewest`, fewer groups take part: does your function use the number "
                "that it is given?",
            ),
        )
        return
    expect.true(
        "other" not in found,
        say(
            "capstone-5-overruled-small",
            "A group with fewer than `fewest` answers has taken part.",
        ),
    )
    expect.true(
        "fr" in found,
        say(
            "capstone-5-overruled-at-least",
            "“At least” includes a group with exactly `fewest` answers. Count its answers, not its "
            "overrulings only.",
        ),
    )
    expect.true(
        "pt" in found,
        say(
            "capstone-5-overruled-never",
            "A group that was never overruled must take part as well, with a share of 0.",
        ),
    )
    expect.true(
        all(value <= 1 for value in found.values()),
        say(
            "capstone-5-overruled-count",
            "A share lies between 0 and 1: divide the overrulings of a group by its answers.",
        ),
    )
    expect.true(
        not any(abs(found.get("en", 0) - each) < 0.0005 for each in (3 / 9, 3 / 30)),
        say(
            "capstone-5-overruled-of-all",
            "This divides the overrulings of a group by those of all groups, or by all answers. "
            "Start from the answers of the group.",
        ),
    )
    expect.true(
        abs(found.get("en", 0) - 9 / 12) > 0.0005,
        say(
            "capstone-5-overruled-confirmed",
            "This is the share that was confirmed. How many were overruled?",
        ),
    )
    expect.true(
        False,
        say(
            "capstone-5-overruled-wrong",
            "In a small example a share is not right: of the answers in a group, how many "
            "overruled the service?",
        ),
    )
