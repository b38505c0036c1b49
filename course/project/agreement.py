"""What in a project no longer agrees: the dossier's checks, and the project's own.

Files.fingerprint hashes everything that determines a model, so two different models have different
fingerprints. saved-with.yml records the model's fingerprint at the time when each of the three
files that describe it (card, impact assessment, monitoring plan) was saved.
"""

import hashlib
import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from course.checking.messages import Message, say
from course.dossier.artefact import as_yaml
from course.dossier.artefacts import measure_rules
from course.dossier.artefacts.measures import DIFFERENCES, METRICS
from course.dossier.dossier import MISSING
from course.dossier.fields.faults import ArtefactError, Fault, fault
from course.dossier.fields.keys import key_name
from course.dossier.fields.labels import by_label
from course.dossier.fields.parts import folded, same
from course.dossier.papers import ARTEFACTS
from course.language import Translator
from course.project.carry_over import CHANGED as CHANGED_EARLIER
from course.project.names import CIVICLY, OWN
from course.project.project_files import KINDS, MAKES_THE_MODEL, MEASURED, MODEL, SAVED_WITH, Files

DESCRIBES_THE_MODEL = ("model-card", "impact-assessment", "monitoring-plan")

CARD = say(
    "project-model-changed-card",
    "the model was changed after this card was saved. Measure again, fill in the new numbers, and "
    "save the card.",
)
ASSESSMENT = say(
    "project-model-changed-assessment",
    "the model was changed after this assessment was saved. Read your answers about the model "
    "again (data, tests, effects), correct them, and save the assessment.",
)
PLAN = say(
    "project-model-changed-plan",
    "the model was changed after this plan was saved. Its baselines are those of the old model: "
    "fill in the new ones, look at each alarm again, and save the plan.",
)
CHANGED = dict(zip(DESCRIBES_THE_MODEL, (CARD, ASSESSMENT, PLAN), strict=True))

NOT_MEASURED = say(
    "project-not-measured",
    "the model was changed after it was measured, so no number could be compared. Run the cell "
    "that measures it.",
)
NUMBERS_UNREADABLE = say(
    "project-numbers-unreadable",
    "the numbers cannot be read, so none could be compared. Run the cell that measures the model.",
)
NEWER = say(
    "project-newer",
    "the file was changed in {checkpoint} after it was taken from there, so this list is about the "
    "older one. The list of the files says how to take the newer one.",
)
UNREADABLE = say("project-file-unreadable", "the file cannot be read: {sentence}")
NUMBERS = say(
    "project-numbers",
    "{count} numbers are not those measured now. Fill in the measured numbers in the form, and "
    "save it. The first: {first}",
)
NAME = say(
    "project-system-name",
    "`{where}` says “{name}”; in `service-brief` the service is called “{expected}”. Use one name.",
)
CRITICAL = say(
    "project-critical-rule",
    "the plan does not say that a comment about a threat to life, or about a child in danger, "
    "always reaches a person. Write it under “What counts”, in words such as "
    "“a comment about a threat to life, or a child in danger, that no person has read”.",
)
OWN_RULE = say(
    "project-own-rule",
    "the plan does not say what happens if a case that must never be handled without a person was "
    "handled without one. Write it under “What counts”, in words such as “an application that no "
    "person has read”.",
)
HOURS = say(
    "project-capacity",
    "`{where}` says {value}; by your choices, people read {expected} cases on the day they "
    "arrive. Plan the hours for at least these.",
)
OWN_HOURS = say(
    "project-own-capacity",
    "`{where}` says {value}; by data.yml, people read {expected} cases on the day they arrive. "
    "Plan the hours for at least these.",
)
THRESHOLD = say(
    "project-threshold",
    "`{where}` says {value}; by your choices, the service decides alone from {expected} on.",
)
LANGUAGE = say(
    "project-language-missing",
    "`{where}`: the data has comments in {language}, and the brief names this group neither as "
    "affected nor as excluded.",
)
NO_SUCH_GROUP = say(
    "project-group-not-measured",
    "`{where}`: the brief names the group “{group}” as affected, and the data cannot show it. Use "
    "a name of the measured groups ({groups}), or list it under excluded groups.",
)
STOP = say(
    "project-stop",
    "`{where}`: the fairness statement stops the service at {expected}; this number is not in the "
    "condition here. Name the same one.",
)
STOP_NOT_WATCHED = say(
    "project-stop-not-watched",
    "the fairness statement stops the service when the gap is above {expected}, and no indicator "
    "of this plan watches the gap. Add one: metric `equal opportunity difference` ({metric}), "
    "group `all`, data `test`, with an alarm above {expected}.",
)
STOP_ELSEWHERE = say(
    "project-stop-elsewhere",
    "the fairness statement stops the service when the gap is above {expected}; the alarm of this "
    "plan for the gap is at {written}. Name the same number in both.",
)
SYNTHETIC = say(
    "project-synthetic",
    "`{where}`: say that the comments are synthetic. Nobody may take these numbers for those of a "
    "real city.",
)

LIFE = re.compile(
    r"\b(life|lives|deaths?|deadly|fatal|die[sd]?|dying|kill(s|ed)?"
    r"|vies?|vitale?|vitaux|mort|mortel(le)?s?|décès|mourir|meur(t|ent|e)|tuer"
    r"|vidas?|vital(es)?|vitais|muertes?|mortes?|mortal(es)?|mortais"
    r"|morir|muer[ea]n?|morrer|morre[m]?|morra[m]?|matar)\b",
    re.IGNORECASE,
)
CHILD = re.compile(
    r"\b(child|children|minors?"
    r"|enfants?|mineure?s?"
    r"|niñ[oa]s?|menor(es)?|crianças?)\b",
    re.IGNORECASE,
)
"""Words by which a plan names the critical rule, in the languages of the course."""

PERSON = re.compile(
    r"\b(person|persons|people|nobody|no one|anyone|anybody|humans?"
    r"|personnes?|humaine?s?|quelqu['’]un"
    r"|personas?|nadie|alguien|human[oa]s?|pessoas?|ninguém|alguém"
    # Those who work in an office
    r"|clerks?|officers?|officials|caseworkers?|employees?|staff"
    r"|(?<!ai )(?<!ia )agente?s?(?! (logiciel|conversationnel|conversacional|virtu|ia\b|de ia\b))"
    r"|fonctionnaires?|employée?s?"
    r"|funcionari[oa]s?|funcionári[oa]s?|emplead[oa]s?|atendentes?"
    # These words alone can also mean a server, a technical fault, or no thing.
    r"|servidor(a|es|as)? p[úu]blic[oa]s?|(nenhum|um) servidor|servidoras?"
    r"|(ning[uú]na?|nenhuma?) técnic[oa]|ningun[oa] (de|ha|haya))\b",
    re.IGNORECASE,
)
"""Words for a person, somebody or nobody, in the languages of the course."""

RULE = re.compile(r"\b(rules?|règles?|reglas?|regras?)\b", re.IGNORECASE)
CRITICAL_RULE = re.compile(
    r"\bcritical (\w+ )?rules?\b"
    r"|\b(règles?|reglas?|regras?)( \w+){0,3} (critiques?|cr[ií]tic[oa]s?)\b",
    re.IGNORECASE,
)
"""The rule of the brief, by its name."""

SYNTHETIC_WORDS = re.compile(
    r"synth[eé]ti|sint[eé]ti"
    # French also says “données de synthèse”; a “note de synthèse” is a summary.
    r"|(?<!note )(?<!rapport )de synth[eè]se"
    r"|\b(?:fictitious|fictional|invented|made[ -]up|fictifs?|fictives?|inventée?s?"
    r"|fictici[oa]s?|fictíci[oa]s?|inventad[oa]s?)\b",
    re.IGNORECASE,
)


class Disagreements(list[Fault]):
    """Faults between the files of a project, as a list that a notebook shows."""

    compared = True
    """Whether the project has a file at all."""

    def sentences(self, lang: str | None = None) -> list[str]:
        """The sentence of each, in a language (the reader's own when none is given)."""
        return [each.read(lang) for each in self]

    def codes(self) -> list[str]:
        """The code of each, which is the same in every language."""
        return [each.code for each in self]

    def _head(self) -> str:
        t = Translator("course")
        if not self and not self.compared:
            return t("The project has no file yet, so there is nothing to compare.")
        if not self:
            return t("Everything in the project agrees.")
        return t("Disagreements: {count}").format(count=t.number(len(self)))

    def __repr__(self) -> str:
        return "\n".join([self._head(), *(f"• {each}" for each in self.sentences())])

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(each)}</li>" for each in self.sentences())
        return f"<p>{html.escape(self._head())}</p>" + (f"<ul>{items}</ul>" if items else "")


class DataFaults(Disagreements):
    """The faults of a team's own data, as a list that a notebook shows."""

    def _head(self) -> str:
        t = Translator("course")
        if not self:
            return t("Nothing is left to do.")
        return t("Still to do: {count}").format(count=t.number(len(self)))


def note_saved(project: Files, saved: str = "") -> None:
    """Note with which model each text of card, assessment and plan was saved.

    A text that is noted already keeps its note, unless it is that of the artefact `saved`, which
    its form has just written. Nothing is noted while there is no model.
    """
    if not any(project.content(name) is not None for name in MAKES_THE_MODEL[project.way]):
        return
    record = project.record(SAVED_WITH)
    now = project.fingerprint()
    new = dict(record)
    for name in DESCRIBES_THE_MODEL:
        written = project.saved(name)
        if written is ...:
            new.pop(name, None)
            continue
        # Of the text, not of the bytes: a check, which gets texts, must find the same.
        text = hashlib.sha256(written.encode()).hexdigest()[:16]
        if name == saved or new.get(name, {}).get("text") != text:
            new[name] = {"text": text, "model": now}
    if new != record:
        project.write(SAVED_WITH, as_yaml(new))


def disagreements(
    project: Files, measured: Mapping[str, Any] | None, needed: Collection[str]
) -> Disagreements:
    """Everything in a project that does not agree. See Project.disagreements."""
    note_saved(project)
    found = [*_unreadable(project), *_changed_model(project)]
    if measured is None and project.content(MEASURED) is not None:
        from course.project.measured import is_damaged

        untold = NUMBERS_UNREADABLE if is_damaged(project) else NOT_MEASURED
        found.append(replace(fault(untold), file="measured"))
    dossier = project.dossier
    if dossier.artefacts or needed:
        dossier_needed = [name for name in ARTEFACTS if name in needed]
        found += _of_the_dossier(project, measured, dossier_needed)
    found += [
        replace(fault(MISSING), file=name)
        for name in needed
        if name not in ARTEFACTS and project.content(name) is None
    ]
    for own in (
        *(_names, _threshold, _critical_rule, _capacity, _stop_is_watched, _groups),
        _presentation,
    ):
        found += own(project)
    listed = Disagreements(labelled(project, found))
    listed.compared = any(project.saved(name) is not ... for name in KINDS)
    return listed


def labelled(project: Files, faults: Iterable[Fault]) -> list[Fault]:
    """The faults with fields named by the labels of the forms in which a team fills them in."""
    return [
        by_label(each, project.kind(each.file)) if each.file in KINDS else each for each in faults
    ]


def newer(news: Sequence[Message]) -> Iterator[Fault]:
    """The files that an earlier checkpoint has in a newer version, by what taking over said."""
    for each in news:
        if each.code == CHANGED_EARLIER.code:
            found = fault(NEWER, checkpoint=each.values["checkpoint"])
            yield replace(found, file=str(each.values["file"]))


def _unreadable(project: Files) -> Iterator[Fault]:
    for name in KINDS:
        text = project.saved(name)
        if text is ...:
            continue
        try:
            project.kind(name).from_yaml(text)
        except ArtefactError as error:
            yield replace(fault(UNREADABLE, sentence=error.faults[0]), file=name)


def _changed_model(project: Files) -> Iterator[Fault]:
    now = project.fingerprint()
    for name, entry in project.record(SAVED_WITH).items():
        if name in CHANGED and project.content(name) is not None and entry.get("model") != now:
            yield replace(fault(CHANGED[name]), file=name)


def _of_the_dossier(
    project: Files, measured: Mapping[str, Any] | None, needed: Collection[str]
) -> Iterator[Fault]:
    """What the artefacts of the dossier do not agree on, without what is still blank."""
    given = {name: each for name, each in (measured or {}).items() if name != "own-datasheet"}
    untrue: dict[str, list[Fault]] = {}
    for each in project.dossier.faults(given, needed):
        if each.code in UNTRUE:
            untrue.setdefault(each.file, []).append(each)
        elif each.code.startswith("cross-") or (each.code == MISSING.code and each.file in needed):
            yield each
    for file, found in untrue.items():
        yield from found if len(found) <= MOST_TOLD else [_together(file, found)]


def _together(file: str, found: list[Fault]) -> Fault:
    """One fault for many numbers of a file that are not those measured now."""
    first = replace(by_label(found[0], ARTEFACTS[file]), file="")
    return replace(fault(NUMBERS, count=len(found), first=first), file=file)


MOST_TOLD = 3
"""So many wrong numbers of a file are listed; of more, the first one and their count."""

UNTRUE = {
    measure_rules.MISMATCH.code,
    measure_rules.NOT_MEASURED.code,
    measure_rules.LEFT_OUT.code,
    "monitoring-untrue",
    "monitoring-not-measured",
    "statement-not-measured",
    "statement-left-out",
    "statement-rate-left-out",
}
"""Codes of faults in numbers that were measured."""


def _names(project: Files) -> Iterator[Fault]:
    brief = project.read("service-brief")
    for name in ("choices", "presentation"):
        paper = project.read(name)
        if not (brief and brief.system and paper and paper.system):
            continue
        if not same(paper.system, brief.system):
            values = {"name": paper.system, "expected": brief.system}
            yield replace(fault(NAME, "system", **values), file=name)


def _threshold(project: Files) -> Iterator[Fault]:
    """A model of the team's own code states no threshold, so only choices are compared."""
    card, choices = project.read("model-card"), project.read("choices")
    if project.content(MODEL) is not None or not card or not choices:
        return
    if None in (card.threshold, choices.alone_from) or card.threshold == choices.alone_from:
        return
    values = {"value": card.threshold, "expected": choices.alone_from}
    yield replace(fault(THRESHOLD, "threshold", **values), file="model-card")


def _names_own_rule(project: Files, written: str) -> bool:
    """Whether a text speaks of a person, of the rule, or of somebody in the plan or the brief."""
    if PERSON.search(written) or RULE.search(written):
        return True
    plan, brief = project.read("oversight-plan"), project.read("service-brief")
    named = [each.who for each in (plan and plan.watchers) or []]
    named += [each.actor for each in (brief and brief.steps) or [] if each.automated is False]
    first = {name.split()[0].casefold() for name in named if name and name.strip()}
    return not {each for each in first if len(each) >= 4}.isdisjoint(
        re.findall(r"\w+", written.casefold())
    )


def _critical_rule(project: Files) -> Iterator[Fault]:
    plan = project.read("oversight-plan")
    if not plan or not plan.incidents or not plan.incidents.what_counts:
        return
    written = " ".join([*plan.incidents.what_counts, plan.incidents.then or ""])
    if project.way == OWN:
        if not _names_own_rule(project, " ".join(plan.incidents.what_counts)):
            yield replace(fault(OWN_RULE, "incidents.what_counts"), file="oversight-plan")
    elif not (LIFE.search(written) and CHILD.search(written)) and not CRITICAL_RULE.search(written):
        yield replace(fault(CRITICAL, "incidents.what_counts"), file="oversight-plan")


def _capacity(project: Files) -> Iterator[Fault]:
    plan, choices = project.read("oversight-plan"), project.read("choices")
    data = project.read("data")
    asked = data if project.way == OWN else choices
    read = asked.read_a_day if asked else None
    if plan and read is not None and plan.cases_a_day is not None and plan.cases_a_day < read:
        values = {"value": plan.cases_a_day, "expected": read}
        message = OWN_HOURS if project.way == OWN else HOURS
        yield replace(fault(message, "cases_a_day", **values), file="oversight-plan")


def _stop_is_watched(project: Files) -> Iterator[Fault]:
    """The gap at which the statement stops the service raises an alarm of the plan."""
    plan, statement = project.read("monitoring-plan"), project.read("fairness-statement")
    number = statement.stop_if.number if statement and statement.stop_if else None
    if number is None or not plan or not plan.indicators:
        return
    above = [
        (each.metric, each.alarm.number)
        for each in plan.indicators
        if each.alarm and each.alarm.when == "above" and each.alarm.number is not None
    ]
    in_course = [alarm for metric, alarm in above if metric in DIFFERENCES]
    # A gap that is named in the team's own words is no metric of the course.
    watched = in_course + [alarm for metric, alarm in above if metric not in METRICS]
    if any(abs(each - number) < 1e-6 for each in watched):
        return
    other = next(iter(in_course), None)
    if other is None:
        metric = key_name("metric", "equal opportunity difference")
        found = fault(STOP_NOT_WATCHED, expected=number, metric=metric)
        yield replace(found, file="monitoring-plan")
    else:
        values = {"expected": number, "written": other}
        yield replace(fault(STOP_ELSEWHERE, **values), file="monitoring-plan")


def _groups(project: Files) -> Iterator[Fault]:
    brief = project.read("service-brief")
    if not brief or not brief.affected_groups:
        return
    if project.way == OWN:
        yield from _groups_of_own_data(project, brief.affected_groups)
        return
    from course.project.measured import group_names, language_of_groups
    from course.project.names import LANGUAGES

    named = {folded(each) for each in brief.affected_groups}
    named |= {folded(each.group) for each in brief.excluded or []}
    for language in LANGUAGES.values():
        if not {folded(form) for form in _in_all(language)} & named:
            shown = {"language": language}
            yield replace(fault(LANGUAGE, "affected_groups", **shown), file="service-brief")
    if project.content("measured.yml") is None:
        return
    yield from _not_measured(brief.affected_groups, group_names(language_of_groups(project)))


def _groups_of_own_data(project: Files, affected: Sequence[str]) -> Iterator[Fault]:
    """Affected groups that the measured numbers do not show."""
    from course.project.measured import stored

    measured = stored(project)
    if measured is None:
        return
    names = dict.fromkeys(each.group for each in measured["model-card"] if each.group != "all")
    yield from _not_measured(affected, [str(each) for each in names])


def _not_measured(affected: Sequence[str], names: Sequence[str]) -> Iterator[Fault]:
    """Affected groups that are none of the measured groups, which have these names."""
    known = {folded(each) for each in names}
    for number, group in enumerate(affected, 1):
        if group and folded(group) not in known:
            values = {"group": group, "groups": ", ".join(names)}
            where = f"affected_groups.{number}"
            yield replace(fault(NO_SUCH_GROUP, where, **values), file="service-brief")


def _in_all(text: Any) -> list[str]:
    from course.language import LANGUAGES as SPOKEN

    return [text.read(lang) for lang in SPOKEN]


def _presentation(project: Files) -> Iterator[Fault]:
    paper = project.read("presentation")
    if not paper:
        return
    statement = project.read("fairness-statement")
    number = statement.stop_if.number if statement and statement.stop_if else None
    if paper.stop_if and number is not None and not _names_number(paper.stop_if, number):
        values = {"expected": number}
        yield replace(fault(STOP, "stop_if", **values), file="presentation")
    said = paper.about_the_data
    if project.way == CIVICLY and said and not SYNTHETIC_WORDS.search(said):
        yield replace(fault(SYNTHETIC, "about_the_data"), file="presentation")


def _names_number(text: str, number: float) -> bool:
    """Whether a text holds a number, as a share or in per cent, with a point or a comma."""
    held = [float(each.replace(",", ".")) for each in re.findall(r"\d+(?:[.,]\d+)?", text)]
    return any(abs(each - number) < 1e-6 or abs(each - 100 * number) < 1e-6 for each in held)
