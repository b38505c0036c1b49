"""The artefacts of one dossier by their names, and what several of them say about one thing."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar, runtime_checkable

from course.dossier.artefact import Artefact
from course.dossier.artefacts.fairness_statement import FairnessStatement
from course.dossier.artefacts.measures import Measure
from course.dossier.artefacts.model_card import ModelCard
from course.dossier.artefacts.monitoring import MonitoringPlan
from course.dossier.artefacts.oversight import OversightPlan
from course.dossier.artefacts.own_datasheet import OwnDatasheet
from course.dossier.artefacts.procurement import ProcurementClauses
from course.dossier.artefacts.risk_register import RiskRegister
from course.dossier.artefacts.service_brief import ServiceBrief
from course.dossier.assessments.aia.assessment import ImpactAssessment
from course.dossier.assessments.classification import Classification
from course.dossier.assessments.ethical_assessment import EthicalAssessment
from course.dossier.assessments.fundamental_rights import FundamentalRightsAssessment
from course.dossier.fields.faults import ArtefactError
from course.dossier.fields.parts import folded

ARTEFACTS: dict[str, type[Artefact]] = {
    "service-brief": ServiceBrief,
    "own-datasheet": OwnDatasheet,
    "model-card": ModelCard,
    "fairness-statement": FairnessStatement,
    "classification": Classification,
    "impact-assessment": ImpactAssessment,
    "fundamental-rights-assessment": FundamentalRightsAssessment,
    "ethical-assessment": EthicalAssessment,
    "risk-register": RiskRegister,
    "oversight-plan": OversightPlan,
    "procurement-clauses": ProcurementClauses,
    "monitoring-plan": MonitoringPlan,
}
"""The artefacts of a dossier by name, in the order in which one reads them.

The name is the file's without `.yml`.
"""

CLASSIFICATION = "classification"
IMPACT_ASSESSMENT = "impact-assessment"

A = TypeVar("A", bound=Artefact)


@runtime_checkable
class Classifies(Protocol):
    """An artefact whose facts give the classes of a system."""

    def classified(self) -> Any:
        """An object with `classes` and the `missing` facts. Raises ArtefactError."""


@runtime_checkable
class Scored(Protocol):
    """An artefact whose answers give the level of a system."""

    def score(self) -> Any:
        """An object with the `level`, None while answers are missing."""


class Papers:
    """The artefacts of a dossier, each of which can be missing."""

    def __init__(self, by_name: Mapping[str, Artefact]):
        self.by_name = by_name

    def get(self, kind: type[A]) -> A | None:
        """The artefact of a kind, if the dossier has it."""
        found = self.by_name.get(name_of(kind))
        return found if isinstance(found, kind) else None

    def classes(self) -> list[str]:
        """The classes that the facts of the classification give; none while facts are missing."""
        paper: Any = self.by_name.get(CLASSIFICATION)
        if not isinstance(paper, Classifies):
            return []
        try:
            found = paper.classified()
        except ArtefactError:
            return []
        return [] if found.missing else list(found.classes)

    def level(self) -> int | None:
        """The level that the answers of the impact assessment give, if they are complete."""
        paper: Any = self.by_name.get(IMPACT_ASSESSMENT)
        level: int | None = paper.score().level if isinstance(paper, Scored) else None
        return level

    def systems(self) -> Iterator[tuple[str, str, str]]:
        """The artefact, field and name, wherever the name of the system is written."""
        for artefact, paper in self.by_name.items():
            field = "system" if "system" in type(paper).model_fields else paper.NAME
            if name := getattr(paper, field):
                yield artefact, field, name

    def groups(self) -> dict[str, str]:
        """The affected and excluded groups, each as it is first written, by its folded name."""
        brief, rights = self.get(ServiceBrief), self.get(FundamentalRightsAssessment)
        written: list[str | None] = []
        if brief:
            written += brief.affected_groups or []
            written += [each.group for each in brief.excluded or []]
        if rights:
            written += [each.group for each in rights.affected or []]
        found: dict[str, str] = {}
        for group in written:
            if group:
                found.setdefault(folded(group), group)
        return found

    def answerable(self) -> Iterator[tuple[str, str, str | None]]:
        """The artefact, field and name, wherever an office or person is named who answers."""
        for artefact, paper in self.by_name.items():
            for field in ("owner", "decided_by", "assessed_by", "overseen_by"):
                if field in type(paper).model_fields:
                    yield artefact, field, getattr(paper, field)
        yield from self._answerable_in_brief_and_register()
        yield from self._answerable_in_plans()

    def _answerable_in_brief_and_register(self) -> Iterator[tuple[str, str, str | None]]:
        if brief := self.get(ServiceBrief):
            for number, step in enumerate(brief.steps or [], 1):
                if step.human_path:
                    where = f"steps.{number}.human_path.who"
                    yield name_of(ServiceBrief), where, step.human_path.who
        if register := self.get(RiskRegister):
            for number, risk in enumerate(register.risks or [], 1):
                yield name_of(RiskRegister), f"risks.{number}.owner", risk.owner
                yield name_of(RiskRegister), f"risks.{number}.accepted_by", risk.accepted_by

    def _answerable_in_plans(self) -> Iterator[tuple[str, str, str | None]]:
        if oversight := self.get(OversightPlan):
            artefact = name_of(OversightPlan)
            for number, watcher in enumerate(oversight.watchers or [], 1):
                yield artefact, f"watchers.{number}.who", watcher.who
            if oversight.appeal:
                yield artefact, "appeal.decided_by", oversight.appeal.decided_by
            if oversight.switch_off:
                yield artefact, "switch_off.who", oversight.switch_off.who
        if monitoring := self.get(MonitoringPlan):
            for number, indicator in enumerate(monitoring.indicators or [], 1):
                yield name_of(MonitoringPlan), f"indicators.{number}.who", indicator.who

    def audited(self) -> list[Measure]:
        """The measures of the candidate that the fairness statement chose."""
        statement = self.get(FairnessStatement)
        for candidate in (statement.candidates or []) if statement else []:
            if statement and candidate.name and candidate.name == statement.chosen:
                return candidate.measures or []
        return []

    def numbers(self) -> Iterator[tuple[str, str, Measure]]:
        """The artefact, field and number, wherever a number of the audit is written again."""
        if card := self.get(ModelCard):
            for number, measure in enumerate(card.measures or [], 1):
                yield name_of(ModelCard), f"measures.{number}.value", measure
        if monitoring := self.get(MonitoringPlan):
            for number, each in enumerate(monitoring.indicators or [], 1):
                if each.baseline is not None:
                    measure = Measure.model_construct(
                        metric=each.metric, group=each.group, data=each.data, value=each.baseline
                    )
                    yield name_of(MonitoringPlan), f"indicators.{number}.baseline", measure


def name_of(kind: type[Artefact]) -> str:
    """The name of a kind of artefact, which is also its file's."""
    return next(name for name, each in ARTEFACTS.items() if each is kind)
