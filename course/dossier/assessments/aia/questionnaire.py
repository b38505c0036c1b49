"""The questionnaire of Canada's Algorithmic Impact Assessment: questions, weights and the rule.

The data are course/frameworks/aia.yml. Nothing here knows who answers, or how answers are kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from course.dossier.fields.faults import LazyText
from course.frameworks import catalogue_of, framework
from course.language import SOURCE

NAME = "aia"
"""The name of the framework."""

PHASE = "project-phase"
"""The question about the phase, which decides under which names mitigation answers are filed."""

RISK, MITIGATION = "risk", "mitigation"

Answers = Mapping[str, Sequence[str]]
"""The keys of the chosen options, by the id of the question; one key unless many are allowed."""


@dataclass(frozen=True)
class Option:
    """One of the answers that a question offers."""

    key: str
    weight: int
    value: str
    """Its value in the official tool's files."""
    label: LazyText


@dataclass(frozen=True)
class Question:
    """A question: "risk", "mitigation", or "gate" for one without points that opens others."""

    id: str
    area: str
    kind: str
    takes_many: bool
    """Whether several options can be chosen, as in a checkbox."""
    label: LazyText
    options: Mapping[str, Option]
    """By their keys."""
    asked_if: Mapping[str, frozenset[str]]
    """Questions, each with the answers of which one is needed for this question to be asked."""
    official: Mapping[str, str]
    """The name in the official tool's files, by phase."""

    def points(self, keys: Iterable[str]) -> int:
        """The points of some of its options."""
        return sum(self.options[key].weight for key in keys)

    def in_words(self, keys: Iterable[str], lang: str | None = None) -> str:
        """The labels of some of its options, in the reader's language; empty for none."""
        return "; ".join(self.options[key].label.read(lang) for key in keys)

    @property
    def fewest(self) -> int:
        """The points of the answer that gives the fewest."""
        return min(option.weight for option in self.options.values())

    @property
    def most(self) -> int:
        """The points of the answer that gives the most."""
        weights = [option.weight for option in self.options.values()]
        return sum(weights) if self.takes_many else max(weights)


@dataclass(frozen=True)
class Area:
    """A group of questions with the most points that they can give together."""

    id: str
    kind: str
    label: LazyText
    most: int


@dataclass(frozen=True)
class Score:
    """The points of a form. `total` and `level` are None while the form is incomplete."""

    raw: int
    """The points of the risk questions."""
    mitigation: int
    """The points of the mitigation questions."""
    total: int | None
    level: int | None
    areas: Mapping[str, int]
    """The points of each area, by its id."""


@dataclass(frozen=True)
class Rule:
    """How points become a total, and a total becomes a level."""

    raw_max: int
    mitigation_max: int
    needed_percent: int
    reduced_percent: int
    bound_percent: Mapping[int, int]

    @property
    def mitigation_needed(self) -> int:
        """The fewest mitigation points that reduce the total."""
        return -(-self.needed_percent * self.mitigation_max // 100)

    def total(self, raw: int, mitigation: int) -> int:
        """The total of a form. Whole numbers only: Python's round() would round half to even."""
        if mitigation < self.mitigation_needed:
            return raw
        return (raw * self.reduced_percent + 50) // 100

    def highest_total(self, level: int) -> int:
        """The highest total that still has this level."""
        return self.bound_percent[level] * self.raw_max // 100

    def level(self, total: int) -> int:
        """The level of a total, from 1 to 4."""
        highest = max(self.bound_percent)
        levels = (each for each in self.bound_percent if total <= self.highest_total(each))
        return min(levels, default=highest)


@dataclass(frozen=True)
class Questionnaire:
    """All questions by their ids, in the order of the areas, with the rule for their points."""

    version: str
    released_on: str
    """The day of the release, as 2025-10-03."""
    rule: Rule
    areas: Mapping[str, Area]
    questions: Mapping[str, Question]
    phases: Mapping[str, Option]
    """The answers to the question about the phase, by their keys."""
    phase_official: str
    """The name of that question in the official tool's files."""
    project_official: Mapping[str, str]
    """The names of texts about the project in those files, by the names of our fields."""

    def is_asked(self, question: Question, answers: Answers) -> bool:
        """Whether the other answers are such that this question is asked."""
        return all(
            not keys.isdisjoint(answers.get(gate, ()))
            and self.is_asked(self.questions[gate], answers)
            for gate, keys in question.asked_if.items()
        )

    def asked(self, answers: Answers) -> list[Question]:
        """The questions that these answers leave to be asked, answered or not."""
        return [each for each in self.questions.values() if self.is_asked(each, answers)]

    def score(self, points: Iterable[tuple[Question, int]], *, is_complete: bool = True) -> Score:
        """The score of some questions with their points, whether they are asked or not."""
        areas = dict.fromkeys(self.areas, 0)
        kinds = {RISK: 0, MITIGATION: 0}
        for question, number in points:
            if question.kind in kinds:
                areas[question.area] += number
                kinds[question.kind] += number
        raw, mitigation = kinds[RISK], kinds[MITIGATION]
        if not is_complete:
            return Score(raw, mitigation, None, None, areas)
        total = self.rule.total(raw, mitigation)
        return Score(raw, mitigation, total, self.rule.level(total), areas)


@lru_cache
def questionnaire() -> Questionnaire:
    """The questionnaire of the course, read once."""
    content = framework(NAME, SOURCE)
    areas = {entry["id"]: _area(entry) for entry in content["areas"]}
    entries = [*content["gates"], *content["questions"]]
    phase = next(entry for entry in entries if entry["id"] == PHASE)
    others = [_question(entry, list(_options(phase))) for entry in entries if entry is not phase]
    rule = content["rule"]
    return Questionnaire(
        version=content["version"],
        released_on=content["source"]["date"],
        rule=Rule(
            raw_max=rule["raw_max"],
            mitigation_max=rule["mitigation_max"],
            needed_percent=rule["needed_percent"],
            reduced_percent=rule["reduced_percent"],
            bound_percent=rule["bound_percent"],
        ),
        areas=areas,
        # Gates come first in the file; here they come first in their area.
        questions={each.id: each for area in areas for each in others if each.area == area},
        phases=_options(phase),
        phase_official=phase["official"],
        project_official=content["project"],
    )


def _area(entry: Mapping[str, Any]) -> Area:
    return Area(entry["id"], entry["kind"], _text(entry["label"]), entry["max"])


def _question(entry: Mapping[str, Any], phases: Sequence[str]) -> Question:
    official = entry["official"]
    return Question(
        id=entry["id"],
        area=entry["area"],
        kind=entry["kind"],
        takes_many=entry["type"] == "checkbox",
        label=_text(entry["label"]),
        options=_options(entry),
        asked_if={gate: frozenset(keys) for gate, keys in entry.get("visible_if", {}).items()},
        official=official if isinstance(official, dict) else dict.fromkeys(phases, official),
    )


def _options(entry: Mapping[str, Any]) -> dict[str, Option]:
    return {
        each["key"]: Option(each["key"], each["weight"], each["value"], _text(each["label"]))
        for each in entry["options"]
    }


def _text(text: str) -> LazyText:
    return LazyText(text, catalogue_of(NAME))
