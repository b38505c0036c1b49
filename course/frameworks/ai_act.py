"""The AI Act as a decision tree: what ai-act.yml states, as typed records.

This module knows the tree and its dates; course/dossier/assessments/classifying.py walks it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from course import language
from course.frameworks import FrameworkError, framework

NAME = "ai-act"
NEVER = "never"
"""In `moves`: the outcome applies only after a significant change in the design."""


@dataclass(frozen=True)
class DatedRule:
    """A day from which provisions apply, and the provision that says so."""

    day: date
    place: str


@dataclass(frozen=True)
class ActClass:
    """A class of systems, such as high-risk by Annex III."""

    id: str
    label: str
    place: str
    summary: str


@dataclass(frozen=True)
class RoleCondition:
    """The roles that an outcome concerns, or that an answer can be true for."""

    any: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()

    def holds_for(self, roles: frozenset[str]) -> bool:
        """Whether one of the roles is in `any`; or, while `any` is empty, all are in `all`."""
        if self.any:
            return bool(self.any & roles)
        return not self.all or roles <= self.all


@dataclass(frozen=True)
class Provision:
    """One provision that a system falls under, such as Annex III, point 5(a)."""

    id: str
    class_id: str
    place: str
    label: str
    applies: DatedRule
    roles: RoleCondition = RoleCondition()


@dataclass(frozen=True)
class ActOption:
    """An answer to a question, and where it leads; ai-act.yml explains the fields."""

    id: str
    label: str
    roles: RoleCondition = RoleCondition()
    gives: Sequence[str] = ()
    then: Sequence[str] = ()
    ends: bool = False
    alone: bool = False
    replaces: str = ""
    moves: Mapping[str, str] = field(default_factory=dict)
    contradicts: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class ActQuestion:
    """A question about the facts, with its options by their ids."""

    id: str
    text: str
    help: str
    place: str
    options: Mapping[str, ActOption]
    several: bool = False
    assumed: str = ""
    needs: Sequence[str] = ()


@dataclass(frozen=True)
class Stage:
    """Questions that are asked one after the other, such as those about Article 5."""

    id: str
    title: str
    questions: Sequence[str]
    ends_with: str = ""


@dataclass(frozen=True)
class Duty:
    """What somebody in one of the `roles` must do about a system with one of the outcomes."""

    id: str
    text: str
    place: str
    roles: frozenset[str]
    outcomes: frozenset[str]
    applies: DatedRule | None
    """None: from the day on which the outcome applies."""
    verified: bool
    note: str


@dataclass(frozen=True)
class RoleChange:
    """When a deployer becomes the provider of a system."""

    text: str
    place: str


@dataclass(frozen=True)
class Tree:
    """The decision tree in one language."""

    title: str
    law: str
    amended_by: str
    checked_on: date
    """The day on which somebody last compared the tree with the law."""
    look_again: date
    """The day on which somebody should compare it again, whatever applies then."""
    note: str
    sources: Sequence[Mapping[str, str]]
    dates: Mapping[str, DatedRule]
    roles: Mapping[str, str]
    becomes_provider: RoleChange
    classes: Mapping[str, ActClass]
    outcomes: Mapping[str, Provision]
    stages: Sequence[Stage]
    questions: Mapping[str, ActQuestion]
    duties: Sequence[Duty]


def ai_act(lang: str | None = None) -> Tree:
    """The tree, with its texts in the reader's language or in `lang`. Raises FrameworkError."""
    return _tree_in(lang or language.current())


def english() -> Tree:
    """The tree in English: for all work that shows no text."""
    return _tree_in(language.SOURCE)


@lru_cache
def _tree_in(lang: str) -> Tree:
    """The tree in a language, read once."""
    return tree(framework(NAME, lang))


def tree(content: Mapping[str, Any]) -> Tree:
    """The tree in a framework's content. Raises FrameworkError where it does not hold together."""
    try:
        found = _tree(content)
    except (KeyError, TypeError, AttributeError) as error:
        raise FrameworkError(f"{NAME}: an entry lacks or misnames a field ({error})") from error
    _refuse_loose_ends(found)
    return found


def _tree(content: Mapping[str, Any]) -> Tree:
    dates = {name: DatedRule(**rule) for name, rule in content["dates"].items()}
    classes = {each["id"]: ActClass(**each) for each in content["classes"]}
    outcomes = {each["id"]: _outcome(each, dates) for each in content["outcomes"]}
    return Tree(
        title=content["title"],
        law=content["law"]["title"],
        amended_by=content["amended_by"]["title"],
        checked_on=content["checked_on"],
        look_again=content["look_again"],
        note=content["note"],
        sources=content["sources"],
        dates=dates,
        roles={each["id"]: each["label"] for each in content["roles"]},
        becomes_provider=RoleChange(**content["becomes_provider"]),
        classes=classes,
        outcomes=outcomes,
        stages=[Stage(**each) for each in content["stages"]],
        questions={each["id"]: _question(each) for each in content["questions"]},
        duties=[_duty(each, dates, outcomes) for each in content["duties"]],
    )


def _outcome(entry: Mapping[str, Any], dates: Mapping[str, DatedRule]) -> Provision:
    return Provision(
        entry["id"],
        entry["class"],
        entry["place"],
        entry["label"],
        dates[entry["from"]],
        _role_condition(entry),
    )


def _question(entry: Mapping[str, Any]) -> ActQuestion:
    options = {
        each["id"]: ActOption(**{**each, "roles": _role_condition(each)})
        for each in entry["options"]
    }
    return ActQuestion(**{**entry, "options": options})


def _role_condition(entry: Mapping[str, Any]) -> RoleCondition:
    roles = entry.get("roles", {})
    return RoleCondition(frozenset(roles.get("any", ())), frozenset(roles.get("all", ())))


def _duty(
    entry: Mapping[str, Any], dates: Mapping[str, DatedRule], outcomes: Mapping[str, Provision]
) -> Duty:
    """A duty; one for a class is for each of its outcomes, and `minimal` stands for itself."""
    meant = set(entry["for"])
    held = {each.id for each in outcomes.values() if meant & {each.id, each.class_id}}
    return Duty(
        id=entry["id"],
        text=entry["text"],
        place=entry["place"],
        roles=frozenset(entry["roles"]),
        outcomes=frozenset((held | meant) - set(entry.get("except", ()))),
        applies=None if entry["from"] == "outcome" else dates[entry["from"]],
        verified=entry.get("verified", True),
        note=entry.get("note", ""),
    )


def _refuse_loose_ends(found: Tree) -> None:
    """Every id that the tree names is one that it has."""
    known = found.outcomes.keys() | found.classes.keys()
    named: list[tuple[str, str, bool]] = []
    for outcome in found.outcomes.values():
        named.append((outcome.id, outcome.class_id, outcome.class_id in found.classes))
    for stage in found.stages:
        named += [(stage.id, each, each in found.questions) for each in stage.questions]
    for question in found.questions.values():
        named += [(question.id, each, each in found.classes) for each in question.needs]
        if question.assumed:
            named.append((question.id, question.assumed, question.assumed in question.options))
        for option in question.options.values():
            place = f"{question.id}.{option.id}"
            roles = sorted(option.roles.any | option.roles.all)
            named += [(place, each, each in found.roles) for each in roles]
            named += [(place, each, each in found.outcomes) for each in option.gives]
            named += [(place, each, each in found.questions) for each in option.then]
            named += [(place, each, each in known) for each in option.moves]
            for other, answers in option.contradicts.items():
                there = found.questions[other].options if other in found.questions else {}
                named += [(place, f"{other}.{each}", each in there) for each in answers]
            days = option.moves.values()
            named += [(place, each, each in found.dates or each == NEVER) for each in days]
    for duty in found.duties:
        named += [(duty.id, each, each in known) for each in sorted(duty.outcomes)]
        named += [(duty.id, each, each in found.roles) for each in sorted(duty.roles)]
    for where, name, is_known in named:
        if not is_known:
            raise FrameworkError(f"{NAME}: {where} names {name!r}, which the file does not have")
