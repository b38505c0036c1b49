"""A small artefact of the tests' own that has a field of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import Count, Day, Part, Share, Text, Texts, YesNo, required

WRONG_DAY = say("test-wrong-day", "`{where}`: the office opened in 1900 or later.")


class Desk(Part):
    """A part, which the artefact has once, in a list and in a dictionary."""

    name: Text = required(t("Desk"), t("what the desk is called."))
    people: Count = required(t("People a day"), t("how many people come, as a whole number."))
    hours: Texts = required(t("Hours"), t("when it is open, one on each line."))


class Office(Artefact):
    """An office, described with every kind of field."""

    TITLE = t("Office")
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("About"), ("name", "aims", "opened_on", "is_public", "channel", "share", "budget")),
        (t("Desks"), ("main_desk", "desks", "desks_by_city", "seats_by_city", "remark")),
    )

    name: Text = required(t("Name"), t("what the office is called."))
    aims: Texts = required(t("Aims"), t("what it is for, one on each line."))
    opened_on: Day = required(t("Opened on"), t("the day it opened, as 2026-03-01."))
    is_public: YesNo = required(t("Open to all"), t("`yes` or `no`: can everybody come?"))
    channel: Literal["counter", "telephone", "post"] | None = required(
        t("Main channel"), t("how most people reach it.")
    )
    share: Share = required(t("Share served"), t("how many of all are served, from 0 to 1."))
    budget: float | None = required(t("Budget"), t("what it costs in a year."))
    main_desk: Desk | None = required(t("Main desk"), t("the desk at the entrance."))
    desks: list[Desk] | None = required(t("Desks"), t("the other desks."))
    desks_by_city: dict[str, Desk] | None = required(
        t("Desks elsewhere"), t("for each city, the desk there.")
    )
    seats_by_city: dict[str, int | str] | None = required(
        t("Seats elsewhere"), t("for each city, the number of seats, or a word.")
    )
    remark: str = Field("", title=t("Remark"), description=t("anything else."))

    def rules(self) -> Iterator[Fault]:
        """One rule, so that a fault of the second depth can be shown."""
        if self.opened_on and self.opened_on.year < 1900:
            yield fault(WRONG_DAY, "opened_on")

    def mismatches(self, measured: object) -> Iterator[Fault]:
        """Nothing in it is measured."""
        yield from ()


OFFICE = """\
name: Housing office
aims:
- Advice
- 'Claims: the first reading'
opened_on: 1998-05-04
is_public: true
channel: counter
share: 0.75
budget: 1250000.5
main_desk:
  name: Entrance
  people: 120
  hours:
  - Monday 8 to 12
desks:
- name: Claims
  people: 40
  hours:
  - Tuesday
  - Friday
- name: Appeals
  people: 3
  hours:
  - Friday
desks_by_city:
  Aberport:
    name: Harbour
    people: 9
    hours:
    - Monday
seats_by_city:
  Aberport: 12
  Newmouth: none yet in use
remark: ''
"""
