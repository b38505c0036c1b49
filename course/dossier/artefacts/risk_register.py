"""The risk register: what could go wrong, for whom, how bad, and who does what about it."""

from collections.abc import Iterator
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.options import OPTIONS, Level
from course.dossier.fields.parts import (
    Count,
    Day,
    Part,
    Text,
    Texts,
    answers_for_nothing,
    folded,
    optional,
    required,
)

STEPS = 5
"""Both scales run from 1 to this."""

LEVELS: tuple[tuple[int, Level], ...] = ((5, "low"), (10, "medium"), (20, "high"))
"""Below the number, likelihood times severity gives the level; from the last one on, very high.

This matrix is the course's own. Risk as the combination of the probability and the severity of a
harm is the definition of Regulation (EU) 2024/1689, Article 3(2).
"""

ORDER: tuple[Level, ...] = ("low", "medium", "high", "very high")

SCALE = say(
    "risk-scale",
    "`{where}`: the scale has {count} entries. Describe each step from 1 to 5, in 5 entries.",
)
ID_TWICE = say("risk-id-twice", "`{where}`: another risk is called “{id}” too. Give it its own id.")
OUTSIDE = say("risk-range", "`{where}` says {value}: the scale runs from 1 to 5. Correct it.")
LEVEL = say(
    "risk-level",
    "`{where}` says “{level}”; likelihood {likelihood} and severity {severity} give “{expected}”. "
    "Correct the level, or the numbers.",
)
WORSE = say(
    "risk-residual-worse",
    "`{where}`: with the measure, {value} is more than {before} without it. Correct one of them.",
)
NO_OWNER = say(
    "risk-no-owner",
    "`{where}`: a system cannot answer for a risk. Name the office or person who does.",
)
DUE = say(
    "risk-due", "`{where}`: the measure is due before the day of the register. Give a later date."
)
NOT_ACCEPTED = say(
    "risk-not-accepted",
    "`{where}`: the risk that remains is “{level}”. Name in `accepted_by` the person who accepts "
    "it, or add measures.",
)
ACCEPTED_BY_MACHINE = say(
    "risk-accepted-by-machine",
    "`{where}`: a system cannot accept a risk. Name the office or person who does.",
)
ARTICLE = say(
    "risk-article",
    "`{where}` says {value}: the Universal Declaration has the articles 1 to 30. Correct it.",
)


def level_of(likelihood: int, severity: int) -> Level:
    """The level of a risk by the course's matrix.

    `likelihood` and `severity` are steps from 1 to 5. The level follows their product: below 5 it
    is low, below 10 medium, below 20 high, and from 20 on very high. A harm of severity 5 is at
    least high, however unlikely: it cannot be undone.
    """
    product = likelihood * severity
    level = next((name for end, name in LEVELS if product < end), ORDER[-1])
    return "high" if severity == STEPS and ORDER.index(level) < ORDER.index("high") else level


class Scales(Part):
    """What the steps of both scales mean here."""

    likelihood: Texts = required(t("Likelihood"), t("what the steps 1 to 5 of likelihood mean."))
    severity: Texts = required(
        t("Severity"),
        t("what the steps 1 to 5 of severity mean; 5 cannot be undone."),
    )


class Risk(Part):
    """A risk, its level, its measure, and the level that remains."""

    GROUPS = frozenset({"groups"})

    id: Text = required(t("Id"), t("a short id that other documents can name, such as R1."))
    risk: Text = required(t("Risk"), t("what could happen, and because of what."))
    groups: Texts = required(
        t("Affected groups"), t("whom it would hit, by the names that the whole dossier uses.")
    )
    rights: list[Count] | None = optional(
        t("Rights touched"), t("numbers of articles of the Universal Declaration, such as 12.")
    )
    likelihood: Count = required(t("Likelihood"), t("how likely it is, from 1 to 5."))
    severity: Count = required(t("Severity"), t("how severe it would be, from 1 to 5."))
    level: Level | None = required(t("Level"), t("the level that follows from the two numbers."))
    measure: Text = required(t("Measure"), t("what is done against it."))
    owner: Text = required(
        t("Owner"), t("the office or person in the institution who carries the measure out.")
    )
    due: Day = required(t("Due"), t("the day by which the measure is in place."))
    residual_likelihood: Count = required(
        t("Likelihood that remains"), t("how likely it is with the measure, from 1 to 5.")
    )
    residual_severity: Count = required(
        t("Severity that remains"), t("how severe it is with the measure, from 1 to 5.")
    )
    residual_level: Level | None = required(
        t("Level that remains"), t("the level with the measure, as the two numbers give it.")
    )
    accepted_by: Text = optional(
        t("Accepted by"), t("who accepts a risk that stays high or very high.")
    )


class RiskRegister(Artefact):
    """The risks of a system, each with its level, its measure, and who answers for it."""

    TITLE = t("Risk register")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The register"), ("system", "date", "owner")),
        (t("Scales"), ("scales",)),
        (t("Risks"), ("risks",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the register."))
    owner: Text = required(t("Owner"), t("the office or person who keeps the register."))
    scales: Scales | None = required(
        t("Scales"), t("what the steps of likelihood and of severity mean.")
    )
    risks: list[Risk] | None = required(
        t("Risks"), t("the risks, each with groups, level, measure, owner and date.")
    )

    def rules(self) -> Iterator[Fault]:
        """Owner and scales; then each risk."""
        if answers_for_nothing(self.owner, self.system):
            yield fault(NO_OWNER, "owner")
        if self.scales:
            for name in ("likelihood", "severity"):
                steps = getattr(self.scales, name)
                if steps and len(steps) != STEPS:
                    yield fault(SCALE, f"scales.{name}", count=len(steps))
        seen: set[str] = set()
        for number, risk in enumerate(self.risks or [], 1):
            where = f"risks.{number}"
            if risk.id and folded(risk.id) in seen:
                yield fault(ID_TWICE, f"{where}.id", id=risk.id)
            seen.add(folded(risk.id))
            yield from self._about_who_and_when(risk, where)
            yield from _about_levels(risk, where)

    def _about_who_and_when(self, risk: Risk, where: str) -> Iterator[Fault]:
        if answers_for_nothing(risk.owner, self.system):
            yield fault(NO_OWNER, f"{where}.owner")
        if risk.due and self.date and risk.due < self.date:
            yield fault(DUE, f"{where}.due")
        if answers_for_nothing(risk.accepted_by, self.system):
            yield fault(ACCEPTED_BY_MACHINE, f"{where}.accepted_by")
        for number, article in enumerate(risk.rights or [], 1):
            if article is not None and not is_article(article):
                yield fault(ARTICLE, f"{where}.rights.{number}", value=article)


def _about_levels(risk: Risk, where: str) -> Iterator[Fault]:
    numbers = ("likelihood", "severity", "residual_likelihood", "residual_severity")
    outside = [
        name for name in numbers if (value := getattr(risk, name)) is not None and not _fits(value)
    ]
    for name in outside:
        yield fault(OUTSIDE, f"{where}.{name}", value=getattr(risk, name))
    if outside:
        return
    yield from _about_level(risk.likelihood, risk.severity, risk.level, f"{where}.level")
    yield from _about_level(
        risk.residual_likelihood,
        risk.residual_severity,
        risk.residual_level,
        f"{where}.residual_level",
    )
    for name in ("likelihood", "severity"):
        before, after = getattr(risk, name), getattr(risk, f"residual_{name}")
        if before is not None and after is not None and after > before:
            yield fault(WORSE, f"{where}.residual_{name}", value=after, before=before)
    if risk.residual_level in ORDER[2:] and not risk.accepted_by:
        yield fault(NOT_ACCEPTED, f"{where}.accepted_by", level=OPTIONS[risk.residual_level])


def _about_level(
    likelihood: int | None, severity: int | None, level: Level | None, where: str
) -> Iterator[Fault]:
    if likelihood is None or severity is None or level is None:
        return
    expected = level_of(likelihood, severity)
    if level != expected:
        yield fault(
            LEVEL,
            where,
            level=OPTIONS[level],
            expected=OPTIONS[expected],
            likelihood=likelihood,
            severity=severity,
        )


def _fits(value: int) -> bool:
    return 1 <= value <= STEPS


def is_article(number: int) -> bool:
    """Whether the Universal Declaration of Human Rights (1948) has an article of this number."""
    return 1 <= number <= 30
