"""The oversight and redress plan: who can stop the system, in what time, and who hears appeals."""

from collections.abc import Iterator
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.keys import class_labels
from course.dossier.fields.parts import (
    REACHABLE,
    Amount,
    Count,
    Day,
    Part,
    Text,
    Texts,
    YesNo,
    answers_for_nothing,
    optional,
    required,
    same,
)

MACHINE = say(
    "oversight-no-person",
    "`{where}`: oversight is done by people. Name the office or person.",
)
NO_STOP = say(
    "oversight-nobody-stops",
    "`{where}`: nobody here can stop the system. Give somebody this power, and write who.",
)
NO_OVERRULE = say(
    "oversight-nobody-overrules",
    "`{where}`: nobody here can overrule a result. Give somebody this power, and write who.",
)
NEEDED = say(
    "oversight-hours-needed",
    "`{where}` says {value}; {cases} cases of {minutes} minutes take {expected} hours. Correct one "
    "of them.",
)
AVAILABLE = say(
    "oversight-hours-available",
    "`{where}` says {value}; the hours of the people who watch sum to {expected}. Correct one of "
    "them.",
)
TOO_FEW = say(
    "oversight-too-few-hours",
    "`{where}`: the work takes {needed} hours a day, and there are {available}. Add staff, or send "
    "fewer cases to them.",
)
ONLY_ONLINE = say(
    "oversight-only-online",
    "`{where}`: every channel needs the internet. Add one that does not: counter, telephone or "
    "letter.",
)
NO_CONTACT = say(
    "oversight-no-contact",
    "`{where}`: how does a person get there? Add an address, a telephone number, a mail address or "
    "a page.",
)
OWN_JUDGE = say(
    "oversight-own-judge",
    "`{where}`: “{name}” watches the cases and would judge its own work. Name another office for "
    "appeals.",
)
UNTESTED = say(
    "oversight-switch-off-untested",
    "`{where}`: this test of switching off is before the day of the plan. Write when the next "
    "one is.",
)
REVIEW = say(
    "oversight-review", "`{where}`: the review must be after the day of the plan. Correct the date."
)


class Watcher(Part):
    """People who watch the cases, what they can do, and how much time they have for it."""

    who: Text = required(t("Who"), t("the office or person who watches."))
    training: Text = required(
        t("Training"), t("what they have learned about the system, its limits and its errors.")
    )
    can_stop: YesNo = required(t("Can stop"), t("yes or no: can they stop the system?"))
    can_overrule: YesNo = required(
        t("Can overrule"), t("yes or no: can they decide a case against the system?")
    )
    hours_a_day: Amount = required(
        t("Hours a day"), t("the hours a day that all of them together have for it.")
    )


class AppealChannel(Part):
    """One way to appeal."""

    channel: Text = required(t("Channel"), t("counter, telephone, letter, web form and the like."))
    contact: Text = required(
        t("Contact"), t("the address, telephone number, mail address or page.")
    )
    needs_internet: YesNo = required(
        t("Needs the internet"), t("yes or no: does a person need the internet for it?")
    )


class Appeal(Part):
    """How a person contests a result, and what they get."""

    channels: list[AppealChannel] | None = required(
        t("Channels"), t("the ways to appeal, at least one of them without the internet.")
    )
    decided_by: Text = required(
        t("Decided by"), t("the office or person who decides, who is not one of those who watch.")
    )
    days: Count = required(t("Within days"), t("within how many days a person has an answer."))
    redress: Text = required(t("Redress"), t("what a person gets whose appeal succeeds."))


class Incidents(Part):
    """What counts as an incident, and what follows."""

    what_counts: Texts = required(t("What counts"), t("what counts as an incident."))
    reported_to: Text = required(t("Reported to"), t("the office or person who is told."))
    hours: Count = required(t("Within hours"), t("within how many hours they are told."))
    then: Text = required(t("What follows"), t("what is done, and who is informed."))


class SwitchOff(Part):
    """How the service goes on without the system."""

    who: Text = required(t("Who"), t("the office or person who switches it off."))
    how: Text = required(t("How"), t("how it is switched off, and within what time."))
    instead: Text = required(t("Instead"), t("how the service goes on without it."))
    next_test: Day = required(t("Next test"), t("the day on which this is tried next."))


class OversightPlan(Artefact):
    """How people watch the system, correct it, and put right what it did wrong."""

    TITLE = t("Oversight and redress plan")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The plan"), ("system", "date", "review_on", "ai_act_classes", "impact_level")),
        (t("Who watches"), ("watchers",)),
        (
            t("Time"),
            ("cases_a_day", "minutes_a_case", "hours_needed", "hours_available"),
        ),
        (t("Appeal and redress"), ("appeal",)),
        (t("Incidents"), ("incidents",)),
        (t("Switching off"), ("switch_off",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the plan."))
    review_on: Day = required(t("Review on"), t("the day by which the plan is looked at again."))
    ai_act_classes: Texts = optional(
        t("AI Act classes"),
        t("the classes in the classification for which this plan is made."),
    )
    impact_level: Count = optional(
        t("Impact level"), t("the level in the impact assessment for which it is made, 1 to 4.")
    )
    watchers: list[Watcher] | None = required(
        t("Who watches"), t("the people who watch, what they can do, and their hours.")
    )
    cases_a_day: Amount = required(
        t("Cases a day"), t("how many cases a day people look at, all together, as a number.")
    )
    minutes_a_case: Amount = required(
        t("Minutes a case"), t("how many minutes a person needs for a case.")
    )
    hours_needed: Amount = required(
        t("Hours needed"), t("cases a day times minutes a case, divided by 60.")
    )
    hours_available: Amount = required(
        t("Hours available"), t("the hours a day of all who watch, together.")
    )
    appeal: Appeal | None = required(
        t("Appeal and redress"), t("the channels, who decides, within how many days, and redress.")
    )
    incidents: Incidents | None = required(
        t("Incidents"), t("what counts as an incident, who is told, and what follows.")
    )
    switch_off: SwitchOff | None = required(
        t("Switching off"), t("who switches the system off, how, and what happens instead.")
    )

    def shown(self, name: str, lang: str) -> object:
        """The classes by their labels."""
        if name == "ai_act_classes" and self.ai_act_classes:
            return class_labels(self.ai_act_classes, lang)
        return super().shown(name, lang)

    def rules(self) -> Iterator[Fault]:
        """Who watches and with what time; then appeals, incidents and switching off."""
        if self.date and self.review_on and self.review_on <= self.date:
            yield fault(REVIEW, "review_on")
        yield from self._about_watchers(self.watchers or [])
        yield from self._about_hours(self.watchers or [])
        if self.appeal:
            yield from self._about_appeals(self.appeal)
        if self.incidents and self._is_machine(self.incidents.reported_to):
            yield fault(MACHINE, "incidents.reported_to")
        if self.switch_off:
            if self._is_machine(self.switch_off.who):
                yield fault(MACHINE, "switch_off.who")
            if self.date and self.switch_off.next_test and self.switch_off.next_test < self.date:
                yield fault(UNTESTED, "switch_off.next_test")

    def _is_machine(self, name: str | None) -> bool:
        return answers_for_nothing(name, self.system)

    def _about_watchers(self, watchers: list[Watcher]) -> Iterator[Fault]:
        for number, each in enumerate(watchers, 1):
            if self._is_machine(each.who):
                yield fault(MACHINE, f"watchers.{number}.who")
        if watchers and all(each.can_stop is False for each in watchers):
            yield fault(NO_STOP, "watchers")
        if watchers and all(each.can_overrule is False for each in watchers):
            yield fault(NO_OVERRULE, "watchers")

    def _about_hours(self, watchers: list[Watcher]) -> Iterator[Fault]:
        """The hours follow from cases, minutes and people, and they are enough."""
        needed = available = None
        if self.cases_a_day is not None and self.minutes_a_case is not None:
            needed = self.cases_a_day * self.minutes_a_case / 60
            if _differs(self.hours_needed, needed):
                yield fault(
                    NEEDED,
                    "hours_needed",
                    value=self.hours_needed,
                    cases=self.cases_a_day,
                    minutes=self.minutes_a_case,
                    expected=round(needed, 2),
                )
        hours = [each.hours_a_day for each in watchers]
        if hours and None not in hours:
            available = sum(each for each in hours if each is not None)
            if _differs(self.hours_available, available):
                yield fault(
                    AVAILABLE,
                    "hours_available",
                    value=self.hours_available,
                    expected=round(available, 2),
                )
        if needed is not None and available is not None and needed > available + ROUNDING:
            where = "hours_needed"
            yield fault(TOO_FEW, where, needed=round(needed, 2), available=round(available, 2))

    def _about_appeals(self, appeal: Appeal) -> Iterator[Fault]:
        channels = appeal.channels or []
        if channels and all(each.needs_internet for each in channels):
            yield fault(ONLY_ONLINE, "appeal.channels")
        for number, each in enumerate(channels, 1):
            if each.contact and not REACHABLE.search(each.contact):
                yield fault(NO_CONTACT, f"appeal.channels.{number}.contact")
        if self._is_machine(appeal.decided_by):
            yield fault(MACHINE, "appeal.decided_by")
        if appeal.decided_by and any(
            same(appeal.decided_by, each.who) for each in self.watchers or []
        ):
            yield fault(OWN_JUDGE, "appeal.decided_by", name=appeal.decided_by)


ROUNDING = 0.05 + 1e-9
"""Tolerance for hours that are rounded to one decimal."""


def _differs(stated: float | None, expected: float) -> bool:
    return stated is not None and abs(stated - expected) > ROUNDING
