"""The monitoring plan: which numbers are watched, for whom, and what happens at an alarm."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts import measure_rules
from course.dossier.artefacts.measures import METRICS, Measure
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.keys import key_name, keys_named
from course.dossier.fields.options import Direction, Interval
from course.dossier.fields.parts import (
    Count,
    Day,
    Part,
    Text,
    answers_for_nothing,
    optional,
    required,
)

NO_PERSON = say(
    "monitoring-no-person",
    "`{where}`: a system cannot watch itself. Name the office or person who looks.",
)
REVIEW = say(
    "monitoring-review",
    "`{where}`: the review must be after the day of the plan. Correct the date.",
)
TWICE = say(
    "monitoring-twice",
    "`{where}`: “{metric}” for “{group}” on “{data}” is watched twice. Keep one of them.",
)
NO_WINDOW = say(
    "monitoring-window",
    "`{where}`: an alarm needs at least 1 reading beyond its number. Write 1 or more.",
)
IN_ALARM = say(
    "monitoring-in-alarm",
    "`{where}`: the baseline {baseline} would already raise the alarm, whose number is {number}. "
    "Correct the number, or do not put the system into service.",
)
FIRST_ALARM = say(
    "monitoring-first-alarm",
    "`{where}` says {value}; by its rule the alarm is first raised at reading {expected} (0: "
    "never). Correct the number, or the rule.",
)
NO_SERIES = say(
    "monitoring-no-series",
    "`{where}`: a first alarm can only be counted on a series. Add the `series` of readings.",
)
UNTRUE = say(
    "monitoring-untrue",
    "`{where}` says {written}; for “{metric}”, “{group}”, the notebook has {measured}.",
)
NOT_MEASURED = say(
    "monitoring-not-measured",
    "`{where}`: “{metric}” for “{group}” on “{data}” is not among the numbers of the notebook.",
)


class Alarm(Part):
    """When an indicator raises the alarm."""

    when: Direction | None = required(t("When"), t("on which side of the number a reading is bad."))
    number: float | None = required(t("Number"), t("the number beyond which a reading is bad."))
    window: Count = required(
        t("Readings in a row"), t("how many bad readings in a row raise the alarm, 1 or more.")
    )


class Indicator(Part):
    """A number that is watched, and what follows from it."""

    GROUPS = frozenset({"group"})

    metric: Text = required(
        t("Metric"), t("what is watched: a metric of the course, or a count or time in words.")
    )
    group: Text = required(
        t("Group"), t("for whom, by the name that the whole dossier uses; `all` for everybody.")
    )
    data: Text = required(t("Data"), t("on which data the baseline was measured."))
    baseline: float | None = required(t("Baseline"), t("the number today, before anything drifts."))
    alarm: Alarm | None = required(
        t("Alarm"), t("on which side of which number, and how many readings in a row.")
    )
    who: Text = required(t("Who looks"), t("the office or person who looks at it."))
    every: Interval | None = required(t("Every"), t("how often they look."))
    then: Text = required(t("What happens then"), t("what is done when the alarm is raised."))
    series: list[float] | None = optional(
        t("Series"), t("readings on which the rule was tried, in their order.")
    )
    first_alarm: Count = optional(
        t("First alarm"),
        t("the number of the reading at which the alarm is first raised; 0 if it never is."),
    )


class MonitoringPlan(Artefact):
    """Which numbers are watched after the start, by whom, and what happens at an alarm."""

    TITLE = t("Monitoring plan")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The plan"), ("system", "date", "owner", "review_on")),
        (t("Indicators"), ("indicators",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the plan."))
    owner: Text = required(t("Owner"), t("the office or person who answers for the monitoring."))
    review_on: Day = required(t("Review on"), t("the day by which the plan is looked at again."))
    indicators: list[Indicator] | None = required(
        t("Indicators"), t("the numbers that are watched, each with group, baseline and alarm.")
    )

    def rules(self) -> Iterator[Fault]:
        """Owner and review; then each indicator."""
        if answers_for_nothing(self.owner, self.system):
            yield fault(NO_PERSON, "owner")
        if self.date and self.review_on and self.review_on <= self.date:
            yield fault(REVIEW, "review_on")
        seen = set()
        for number, each in enumerate(self.indicators or [], 1):
            where = f"indicators.{number}"
            key = (each.metric, each.group, each.data)
            if None not in key and key in seen:
                yield fault(TWICE, where, data=key_name("data", each.data), **keys_named(each))
            seen.add(key)
            if answers_for_nothing(each.who, self.system):
                yield fault(NO_PERSON, f"{where}.who")
            if each.alarm:
                yield from _about_the_alarm(each, each.alarm, where)

    def mismatches(self, measured: Sequence[Measure]) -> Iterator[Fault]:
        """Each baseline of a metric of the course is the one that the notebook measured."""
        for number, each in enumerate(self.indicators or [], 1):
            where = f"indicators.{number}.baseline"
            key = (each.metric, each.group, each.data)
            if each.metric not in METRICS or None in key or each.baseline is None:
                continue
            named = keys_named(each)
            found = [one.value for one in measured if (one.metric, one.group, one.data) == key]
            if not found:
                yield fault(NOT_MEASURED, where, data=key_name("data", each.data), **named)
            elif not any(measure_rules.equal(each.baseline, value) for value in found):
                yield fault(UNTRUE, where, written=each.baseline, measured=found[0], **named)


def first_alarm(series: Sequence[float], alarm: Alarm) -> int:
    """The number, from 1, of the reading that raises the alarm; 0 when none does.

    The alarm is raised by the last of `window` readings in a row that are on the bad side of its
    number. Its three fields must be filled in, and `window` is at least 1.
    """
    in_a_row = 0
    for number, reading in enumerate(series, 1):
        in_a_row = in_a_row + 1 if _is_bad(reading, alarm) else 0
        if in_a_row == alarm.window:
            return number
    return 0


def _is_bad(reading: float, alarm: Alarm) -> bool:
    limit = alarm.number or 0.0
    return reading > limit if alarm.when == "above" else reading < limit


def _about_the_alarm(indicator: Indicator, alarm: Alarm, where: str) -> Iterator[Fault]:
    if alarm.window == 0:
        yield fault(NO_WINDOW, f"{where}.alarm.window")
    if alarm.when is None or alarm.number is None:
        return
    if indicator.baseline is not None and _is_bad(indicator.baseline, alarm):
        named = {"baseline": indicator.baseline, "number": alarm.number}
        yield fault(IN_ALARM, f"{where}.alarm.number", **named)
    if indicator.first_alarm is None or not alarm.window:
        return
    if not indicator.series:
        yield fault(NO_SERIES, f"{where}.series")
        return
    expected = first_alarm(indicator.series, alarm)
    if indicator.first_alarm != expected:
        value = indicator.first_alarm
        yield fault(FIRST_ALARM, f"{where}.first_alarm", value=value, expected=expected)
