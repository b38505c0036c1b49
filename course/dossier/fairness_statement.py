"""The fairness statement: the report of an audit on one page, and the choice that followed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from pydantic import Field

from course.checking.messages import say
from course.dossier import measure_rules
from course.dossier.artefact import Artefact
from course.dossier.faults import Fault, Marked, fault, t
from course.dossier.measures import ALL, DIFFERENCES, Measure, Metric
from course.dossier.parts import Data, Day, Part, answers_for_nothing

NONE = "none"
"""What stands in `chosen` when no candidate is."""


class Groups(Part):
    """The groups of one attribute."""

    looked_at: list[str] | None = Field(
        None,
        title=t("Looked at"),
        description=t("the groups whose rates are given, named as in the measures."),
    )
    too_small: list[str] = Field(
        default_factory=list,
        title=t("Too small for a rate"),
        description=t("the groups with too few people for a rate."),
    )


class Criterion(Part):
    """The measure by which fairness is judged here, and who said so."""

    metric: Metric | None = Field(
        None, title=t("Metric"), description=t("the measure that decides, a name of the course.")
    )
    why: str | None = Field(
        None, title=t("Why this harm matters"), description=t("which harm it counts, and to whom.")
    )
    said_by: str | None = Field(
        None, title=t("Said by"), description=t("the office or person who chose it, and when.")
    )


class Candidate(Part):
    """One way in which the service could be run."""

    name: str | None = Field(
        None, title=t("Name"), description=t("a short name, the one that `chosen` may name.")
    )
    change: str | None = Field(
        None, title=t("What was changed"), description=t("what was changed against today.")
    )
    measures: list[Measure] | None = Field(
        None,
        title=t("Measures"),
        description=t("how well it works, and how far the groups lie apart."),
    )


class Price(Part):
    """What somebody bears because of the choice."""

    who: str | None = Field(None, title=t("Who"), description=t("who bears something."))
    bears: str | None = Field(
        None,
        title=t("Bears what"),
        description=t("what they bear, with a number where there is one."),
    )


class SensitiveAttribute(Part):
    """Whether the decision itself looks at the group of a person."""

    used: bool | None = Field(
        None,
        title=t("Used at the decision"),
        description=t("`yes` or `no`: does a decision look at the group of a person?"),
    )
    legal_basis: str = Field(
        "",
        title=t("Legal basis"),
        description=t("the rule that allows it, or “to be checked by” and an office."),
    )


class StopIf(Part):
    """When the service is stopped."""

    number: float | None = Field(
        None,
        title=t("Number"),
        description=t("the number beyond which the service is stopped."),
        allow_inf_nan=False,
    )
    condition: str | None = Field(
        None,
        title=t("Condition"),
        description=t("of what the number is, how often it is looked at, and what happens then."),
    )


class FairnessStatement(Artefact):
    """The report of a fairness audit: what was compared, what was chosen, and who bears what."""

    TITLE = t("Fairness statement")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[Marked, tuple[str, ...]], ...]] = (
        (t("What was audited"), ("system", "decision", "date", "data", "groups")),
        (t("Criterion"), ("criterion",)),
        (t("What was compared"), ("candidates",)),
        (t("The choice"), ("chosen", "reason", "price", "sensitive_attribute_at_decision")),
        (t("Who answers, and until when"), ("decided_by", "decided_on", "review_on", "stop_if")),
        (t("Limits"), ("limits",)),
    )

    system: str | None = Field(
        None, title=t("System"), description=t("what the audited system is called.")
    )
    decision: str | None = Field(
        None,
        title=t("Decision"),
        description=t("which decision about people it serves, and who takes it."),
    )
    date: Day = Field(
        None, title=t("Date"), description=t("the day of the statement, written as 2026-03-01.")
    )
    data: Data | None = Field(
        None,
        title=t("Data"),
        description=t("the data of the audit: name, rows, period, limits."),
    )
    groups: dict[str, Groups] | None = Field(
        None,
        title=t("Groups"),
        description=t("for each attribute, such as sex, the groups that were looked at."),
    )
    criterion: Criterion | None = Field(
        None,
        title=t("Criterion"),
        description=t("the measure that decides, why this harm matters, and who said so."),
    )
    candidates: list[Candidate] | None = Field(
        None,
        title=t("Candidates"),
        description=t("the ways in which the service could be run, each with its measures."),
    )
    chosen: str | None = Field(
        None,
        title=t("Chosen"),
        description=t("the name of one of the candidates, or `none`."),
    )
    reason: str | None = Field(None, title=t("Reason"), description=t("why this one, or why none."))
    price: list[Price] | None = Field(
        None, title=t("Price"), description=t("who bears what because of the choice.")
    )
    sensitive_attribute_at_decision: SensitiveAttribute | None = Field(
        None,
        title=t("Sensitive attribute"),
        description=t("whether the decision looks at the group, and on which legal basis."),
    )
    decided_by: str | None = Field(
        None, title=t("Decided by"), description=t("the office or person who decided.")
    )
    decided_on: Day = Field(
        None, title=t("Decided on"), description=t("the day of the decision, as 2026-03-01.")
    )
    review_on: Day = Field(
        None, title=t("Review on"), description=t("the day by which the choice is reviewed.")
    )
    stop_if: StopIf | None = Field(
        None,
        title=t("Stopped if"),
        description=t("a number and a condition under which the service is stopped."),
    )
    limits: list[str] | None = Field(
        None, title=t("Limits"), description=t("what this audit cannot say, one on each line.")
    )

    def rules(self) -> Iterator[Fault]:
        """The choice, who answers for it, the groups, then each candidate."""
        yield from self._choice_rules()
        yield from self._people_rules()
        for number, candidate in enumerate(self.candidates or [], 1):
            yield from self._candidate_rules(candidate, f"candidates.{number}")

    def _choice_rules(self) -> Iterator[Fault]:
        candidates = self.candidates or []
        names = [candidate.name for candidate in candidates if candidate.name]
        for number, candidate in enumerate(candidates, 1):
            if candidate.name and candidate.name in names[: number - 1]:
                yield fault(
                    say("statement-name-twice", "`{where}`: two candidates have the same name."),
                    f"candidates.{number}.name",
                )
        if self.chosen and names and self.chosen not in (*names, NONE):
            yield fault(
                say(
                    "statement-chosen",
                    "`{where}`: “{chosen}” is not one of the candidates: {names}, or `none`.",
                ),
                "chosen",
                chosen=self.chosen,
                names=", ".join(names),
            )
        for candidate in candidates:
            if candidate.name == self.chosen and self.chosen:
                rates = _of(candidate, "selection rate", ALL)
                if rates and rates[0].value == 0:
                    yield fault(
                        say(
                            "statement-empty-service",
                            "`{where}`: this one selects nobody, so its groups are equal in getting "
                            "nothing. Choose one that serves people, or `none`.",
                        ),
                        "chosen",
                    )
        attribute = self.sensitive_attribute_at_decision
        if attribute and attribute.used and not attribute.legal_basis:
            yield fault(
                say(
                    "statement-no-legal-basis",
                    "`{where}`: the decision looks at the group: name the rule that allows it, or "
                    "by whom that is to be checked.",
                ),
                "sensitive_attribute_at_decision.legal_basis",
            )

    def _people_rules(self) -> Iterator[Fault]:
        said_by = self.criterion.said_by if self.criterion else None
        for text, where in ((said_by, "criterion.said_by"), (self.decided_by, "decided_by")):
            if answers_for_nothing(text, self.system):
                yield fault(
                    say(
                        "statement-no-person",
                        "`{where}`: a system decides nothing. Name the office or person who did.",
                    ),
                    where,
                )
        if self.decided_on and self.review_on and self.review_on <= self.decided_on:
            yield fault(
                say("statement-review", "`{where}`: the review comes after the decision."),
                "review_on",
            )

    def _candidate_rules(self, candidate: Candidate, where: str) -> Iterator[Fault]:
        place = f"{where}.measures"
        measures = candidate.measures
        if not measures:
            return
        yield from measure_rules.about_each(measures, place)
        for metric in (self.criterion.metric if self.criterion else None, "selection rate"):
            if metric and not _of(candidate, metric, ALL):
                yield fault(
                    say(
                        "statement-no-metric",
                        "`{where}`: “{metric}” for “all” is missing for “{name}”: without it this "
                        "candidate cannot be compared.",
                    ),
                    place,
                    metric=metric,
                    name=candidate.name or "",
                )
        if not any(measure.metric in DIFFERENCES for measure in measures):
            yield fault(
                say(
                    "statement-no-gap",
                    "`{where}`: how far do the groups lie apart? Add a difference, such as "
                    "“demographic parity difference”.",
                ),
                place,
            )
        if self.groups:
            yield from self._group_rules(measures, place, self.groups)

    @staticmethod
    def _group_rules(
        measures: Sequence[Measure], where: str, groups: Mapping[str, Groups]
    ) -> Iterator[Fault]:
        listed = [name for each in groups.values() for name in each.looked_at or []]
        small = {name for each in groups.values() for name in each.too_small}
        held = dict.fromkeys(measure.group for measure in measures if measure.group)
        for group in held:
            if group in small:
                yield fault(
                    say(
                        "statement-too-small",
                        "`{where}`: “{group}” is listed as too small for a rate: give none.",
                    ),
                    where,
                    group=group,
                )
            elif group != ALL and group not in listed:
                yield fault(
                    say(
                        "statement-group-unlisted",
                        "`{where}`: the group “{group}” is not listed in `groups`.",
                    ),
                    where,
                    group=group,
                )
        for group in listed:
            if group not in held:
                yield fault(
                    say(
                        "statement-group-missing",
                        "`{where}`: the group “{group}” is listed as looked at: give its rates.",
                    ),
                    where,
                    group=group,
                )
        attributes = [each.looked_at or [] for each in groups.values()]
        yield from measure_rules.recomputed(measures, attributes, where)

    def untrue(self, measured: Mapping[str, Sequence[Measure]]) -> Iterator[Fault]:
        """Each candidate's numbers are those measured for it; `measured` is keyed by its name."""
        held = {candidate.name for candidate in self.candidates or []}
        for number, candidate in enumerate(self.candidates or [], 1):
            where = f"candidates.{number}"
            if candidate.name in measured:
                yield from measure_rules.compared(
                    candidate.measures or [], measured[candidate.name], f"{where}.measures"
                )
            elif candidate.name:
                yield fault(
                    say(
                        "statement-not-measured",
                        "`{where}`: the notebook measured no candidate “{name}”. It has: {names}.",
                    ),
                    f"{where}.name",
                    name=candidate.name,
                    names=", ".join(measured),
                )
        for name in measured:
            if name not in held:
                yield fault(
                    say(
                        "statement-left-out",
                        "`{where}`: the notebook measured “{name}” too, which is left out here.",
                    ),
                    "candidates",
                    name=name,
                )


def _of(candidate: Candidate, metric: str, group: str) -> list[Measure]:
    return [
        measure
        for measure in candidate.measures or []
        if measure.metric == metric and measure.group == group
    ]
