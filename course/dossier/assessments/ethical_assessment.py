"""An ethical assessment by UNESCO's Recommendation on the Ethics of Artificial Intelligence.

The Recommendation was adopted on 23 November 2021. Its values and principles are named as in its
text; how a system meets them is written in the institution's own words. UNESCO's own Ethical Impact
Assessment stems from paragraph 50. This artefact is shorter and does not replace it.
"""

from collections.abc import Iterator
from typing import ClassVar, get_args

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.options import OPTIONS, Principle, Status, Value
from course.dossier.fields.parts import (
    Count,
    Day,
    Part,
    Text,
    answers_for_nothing,
    optional,
    required,
)

VALUES: tuple[str, ...] = get_args(Value)
PRINCIPLES: tuple[str, ...] = get_args(Principle)

LEFT_OUT = say(
    "ethics-left-out", "`{where}`: “{name}” is left out. Add it, and how the service touches it."
)
TWICE = say("ethics-twice", "`{where}`: “{name}” is here twice. Keep one of them.")
MACHINE = say(
    "ethics-no-person",
    "`{where}`: a system cannot assess itself. Name the office or person who did.",
)
NO_DATE = say(
    "ethics-no-date",
    "`{where}`: the safeguard is only planned. Write in `by` the day on which it is in place.",
)
LATE = say(
    "ethics-late-hearing",
    "`{where}`: these people were heard after the assessment. Correct the day, or assess again "
    "with what they said.",
)
PAST = say(
    "ethics-past",
    "`{where}`: the safeguard is still planned, and this day has passed. Write a later day, or "
    "`in place`.",
)
OPEN = say(
    "ethics-open",
    "`{where}` says {value}; by the list, {expected} safeguards are planned and not yet in place. "
    "Correct the number.",
)


class ValueEntry(Part):
    """How the service serves or harms one of the values."""

    value: Value | None = required(t("Value"), t("one of the four values of the Recommendation."))
    touched: Text = required(
        t("How it is touched"), t("how the service serves this value, or could harm it.")
    )


class PrincipleEntry(Part):
    """What the service does about one of the principles."""

    principle: Principle | None = required(
        t("Principle"), t("one of the ten principles of the Recommendation.")
    )
    harm: Text = required(
        t("Possible harm"), t("what could go against the principle here, and for whom.")
    )
    safeguard: Text = required(t("Safeguard"), t("what is done so that it does not happen."))
    status: Status | None = required(t("Status"), t("whether the safeguard exists already."))
    by: Day = optional(t("In place by"), t("for a planned safeguard: the day it is in place."))


class Hearing(Part):
    """Who was heard for the assessment, and how."""

    who: Text = required(t("Who"), t("the group or organisation that was heard."))
    how: Text = required(t("How"), t("how they were heard, and what changed because of it."))
    day: Day = required(t("Day"), t("the day on which they were heard."))


class EthicalAssessment(Artefact):
    """A system held against the four values and ten principles of UNESCO's Recommendation."""

    TITLE = t("Ethical assessment")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The assessment"), ("system", "date", "assessed_by", "heard")),
        (t("Values"), ("values",)),
        (t("Principles"), ("principles", "open_safeguards")),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the assessment."))
    assessed_by: Text = required(
        t("Assessed by"), t("the office or person who made the assessment.")
    )
    heard: list[Hearing] | None = required(
        t("Who was heard"), t("the people and organisations who were heard, how, and when.")
    )
    values: list[ValueEntry] | None = required(
        t("Values"), t("each of the four values, and how the service touches it.")
    )
    principles: list[PrincipleEntry] | None = required(
        t("Principles"), t("each of the ten principles, with possible harm and safeguard.")
    )
    open_safeguards: Count = required(
        t("Safeguards still open"), t("how many safeguards are planned and not yet in place.")
    )

    def rules(self) -> Iterator[Fault]:
        """Who assessed and who was heard; then all values and principles, each once."""
        if answers_for_nothing(self.assessed_by, self.system):
            yield fault(MACHINE, "assessed_by")
        for number, hearing in enumerate(self.heard or [], 1):
            if self.date and hearing.day and hearing.day > self.date:
                yield fault(LATE, f"heard.{number}.day")
        yield from _each_once([each.value for each in self.values or []], VALUES, "values")
        principles = self.principles or []
        named = [each.principle for each in principles]
        yield from _each_once(named, PRINCIPLES, "principles")
        for number, each in enumerate(principles, 1):
            if each.status == "planned" and not each.by:
                yield fault(NO_DATE, f"principles.{number}.by")
            if each.status == "planned" and each.by and self.date and each.by <= self.date:
                yield fault(PAST, f"principles.{number}.by")
        expected = sum(each.status == "planned" for each in principles)
        known = principles and all(each.status for each in principles)
        if known and self.open_safeguards not in (None, expected):
            yield fault(OPEN, "open_safeguards", value=self.open_safeguards, expected=expected)


def _each_once(
    named: list[Value | None] | list[Principle | None], names: tuple[str, ...], where: str
) -> Iterator[Fault]:
    found = [name for name in named if name]
    for name in names if found else ():
        if name not in found:
            yield fault(LEFT_OUT, where, name=OPTIONS[name])
        elif found.count(name) > 1:
            yield fault(TWICE, where, name=OPTIONS[name])
