"""The cross-checks of a dossier: what its artefacts must agree on.

Each has an id, which is the code of its message; a sentence that says what it checks; its source;
and a function that finds where it is broken. CROSS_CHECKS holds them in the order of this file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from course.checking.messages import Message, say
from course.dossier.artefacts import measure_rules
from course.dossier.artefacts.fairness_statement import FairnessStatement
from course.dossier.artefacts.measures import Measure
from course.dossier.artefacts.monitoring import MonitoringPlan
from course.dossier.artefacts.oversight import OversightPlan
from course.dossier.artefacts.procurement import ProcurementClauses
from course.dossier.artefacts.risk_register import RiskRegister
from course.dossier.artefacts.service_brief import ServiceBrief
from course.dossier.assessments.fundamental_rights import FundamentalRightsAssessment
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.keys import key_name, keys_named
from course.dossier.fields.parts import folded, same
from course.dossier.papers import Papers, name_of

Found = tuple[str, str, dict[str, Any]]
"""Where a cross-check is broken: the artefact's name, the field, and the message's values."""

Finder = Callable[[Papers], Iterator[Found]]


@dataclass(frozen=True)
class CrossCheck:
    """One rule between artefacts."""

    message: Message
    checks: LazyText
    source: str
    find: Finder

    @property
    def id(self) -> str:
        return self.message.code

    def faults(self, papers: Papers) -> Iterator[Fault]:
        """The faults that this check finds in a dossier."""
        for artefact, where, values in self.find(papers):
            yield replace(fault(self.message, where, **values), file=artefact)


CROSS_CHECKS: list[CrossCheck] = []


def cross_check(message: Message, checks: LazyText, source: str) -> Callable[[Finder], Finder]:
    """Enter the function below as a cross-check."""

    def enter(find: Finder) -> Finder:
        CROSS_CHECKS.append(CrossCheck(message, checks, source, find))
        return find

    return enter


OWN = "the course's own rule"
AI_ACT = "Regulation (EU) 2024/1689"


# One system


@cross_check(
    say(
        "cross-system-name",
        "`{where}` says “{name}”; in `{other}` the system is called “{expected}”. Use one name in "
        "the whole dossier.",
    ),
    t("The system has the same name in every artefact."),
    OWN,
)
def _system_name(papers: Papers) -> Iterator[Found]:
    names = list(papers.systems())
    for artefact, field, name in names[1:]:
        other, _, expected = names[0]
        if not same(name, expected):
            yield artefact, field, {"name": name, "other": other, "expected": expected}


# The same groups


@cross_check(
    say(
        "cross-group-without-risk",
        "`{where}`: the group “{group}” is affected or excluded, and no risk names it. Add a risk "
        "for it.",
    ),
    t("Every affected or excluded group has a risk in the risk register."),
    f"{AI_ACT}, Article 27(1)(c) and (d)",
)
def _group_without_risk(papers: Papers) -> Iterator[Found]:
    if register := papers.get(RiskRegister):
        named = {group for risk in register.risks or [] for group in risk.groups or []}
        for group in _left_out(papers, named):
            yield name_of(RiskRegister), "risks", {"group": group}


@cross_check(
    say(
        "cross-group-without-measure",
        "`{where}`: the group “{group}” is affected or excluded, and was not looked at. Give its "
        "measures, or list it in `too_small` if there are too few people for a rate, or in "
        "`not_in_data` if no column of the data shows it.",
    ),
    t("Every affected or excluded group is in the fairness statement."),
    OWN,
)
def _group_without_measure(papers: Papers) -> Iterator[Found]:
    if statement := papers.get(FairnessStatement):
        attributes = (statement.groups or {}).values()
        named = {group for each in attributes for group in (each.looked_at or []) + each.too_small}
        named |= set(statement.not_in_data or [])
        for group in _left_out(papers, named):
            yield name_of(FairnessStatement), "groups", {"group": group}


@cross_check(
    say(
        "cross-group-without-indicator",
        "`{where}`: the group “{group}” is affected or excluded, and nobody watches how it fares. "
        "Add an indicator for it.",
    ),
    t("Every affected or excluded group has an indicator in the monitoring plan."),
    OWN,
)
def _group_without_indicator(papers: Papers) -> Iterator[Found]:
    if plan := papers.get(MonitoringPlan):
        named = {each.group for each in plan.indicators or [] if each.group}
        for group in _left_out(papers, named):
            yield name_of(MonitoringPlan), "indicators", {"group": group}


def _left_out(papers: Papers, named: set[str]) -> list[str]:
    """The affected and excluded groups that are not among the named ones."""
    known = {folded(group) for group in named}
    return [group for key, group in papers.groups().items() if key not in known]


# Rights and risks


@cross_check(
    say(
        "cross-right-without-risk",
        "`{where}`: the rights assessment examines article {article} ({right}), and no risk names "
        "it in `rights`. Add the risk, or the article to the risk that it belongs to.",
    ),
    t("Every right of the rights assessment has a risk in the risk register."),
    f"{AI_ACT}, Article 27(1)(d)",
)
def _right_without_risk(papers: Papers) -> Iterator[Found]:
    rights, register = papers.get(FundamentalRightsAssessment), papers.get(RiskRegister)
    if not rights or not register:
        return
    named = {article for risk in register.risks or [] for article in risk.rights or []}
    examined = {each.article: each.right for each in rights.chains or [] if each.article}
    for article, right in examined.items():
        if article not in named:
            yield name_of(RiskRegister), "risks", {"article": article, "right": right}


# Who answers, and until when


@cross_check(
    say(
        "cross-vendor-answers",
        "`{where}`: “{name}” belongs to the vendor “{vendor}” named in the contract. Name an "
        "office or person of the institution.",
    ),
    t("No office or person responsible for the system belongs to the vendor or a subcontractor."),
    OWN,
)
def _vendor_answers(papers: Papers) -> Iterator[Found]:
    if contract := papers.get(ProcurementClauses):
        vendor_in = contract.vendor_finder()
        for artefact, where, name in papers.answerable():
            if name and (vendor := vendor_in(name)):
                yield artefact, where, {"name": name, "vendor": vendor}


@cross_check(
    say(
        "cross-review-after-contract",
        "`{where}`: the review is on {day}, after the contract ends on {end}. Review before the "
        "contract ends, while the vendor can still be held to it.",
    ),
    t("Every review comes before the contract ends."),
    OWN,
)
def _review_after_contract(papers: Papers) -> Iterator[Found]:
    contract = papers.get(ProcurementClauses)
    for artefact, paper in papers.by_name.items():
        day = getattr(paper, "review_on", None)
        if contract and contract.contract_until and day and day > contract.contract_until:
            end = contract.contract_until.isoformat()
            yield artefact, "review_on", {"day": day.isoformat(), "end": end}


@cross_check(
    say(
        "cross-use-after-contract",
        "`{where}`: the use ends on {day}, after the contract ends on {end}. Shorten the use, or "
        "extend the contract.",
    ),
    t("The system is used no longer than the contract lasts."),
    f"{AI_ACT}, Article 27(1)(b)",
)
def _use_after_contract(papers: Papers) -> Iterator[Found]:
    contract, rights = papers.get(ProcurementClauses), papers.get(FundamentalRightsAssessment)
    end, day = contract and contract.contract_until, rights and rights.used_until
    if end and day and day > end:
        values = {"day": day.isoformat(), "end": end.isoformat()}
        yield name_of(FundamentalRightsAssessment), "used_until", values


@cross_check(
    say(
        "cross-days",
        "`{where}` promises an answer within {days} days; `{other}` promises {expected}. Promise "
        "the same everywhere.",
    ),
    t(
        "Brief, rights assessment and oversight plan promise an answer within the same number of "
        "days."
    ),
    OWN,
)
def _days(papers: Papers) -> Iterator[Found]:
    promised: list[tuple[str, str, int | None]] = []
    if brief := papers.get(ServiceBrief):
        promised.append((name_of(ServiceBrief), "objection_days", brief.objection_days))
    if (plan := papers.get(OversightPlan)) and plan.appeal:
        promised.append((name_of(OversightPlan), "appeal.days", plan.appeal.days))
    if rights := papers.get(FundamentalRightsAssessment):
        name = name_of(FundamentalRightsAssessment)
        promised.append((name, "complaint_days", rights.complaint_days))
    known = [each for each in promised if each[2] is not None]
    for artefact, where, days in known[1:]:
        other, _, expected = known[0]
        if days != expected:
            yield artefact, where, {"days": days, "other": other, "expected": expected}


# The same numbers


@cross_check(
    say(
        "cross-number-of-another-group",
        "`{where}` says {value} as the “{metric}” of “{group}”; in `fairness-statement` this is "
        "the number of “{other}”, and that of “{group}” is {expected}. Correct the number.",
    ),
    t("No number of the audit is given for another group."),
    OWN,
)
def _number_of_another_group(papers: Papers) -> Iterator[Found]:
    for artefact, where, written, audited in _wrong_numbers(papers):
        if other := _owner_of(written, papers.audited()):
            name = key_name("group", other)
            values = {"value": written.value, "other": name, "expected": audited.value}
            yield artefact, where, values | keys_named(written)


@cross_check(
    say(
        "cross-number",
        "`{where}` says {value} as the “{metric}” of “{group}”; `fairness-statement` says "
        "{expected}. Correct the wrong one.",
    ),
    t("A number that is written twice is the same in both places."),
    OWN,
)
def _number(papers: Papers) -> Iterator[Found]:
    for artefact, where, written, audited in _wrong_numbers(papers):
        if not _owner_of(written, papers.audited()):
            values = {"value": written.value, "expected": audited.value}
            yield artefact, where, values | keys_named(written)


def _wrong_numbers(papers: Papers) -> Iterator[tuple[str, str, Measure, Measure]]:
    """Numbers that differ from those of the chosen candidate, with the latter."""
    for artefact, where, written in papers.numbers():
        of_group = [
            each
            for each in papers.audited()
            if _alike(each, written) and _same_group(each, written)
        ]
        if of_group and not any(_equal(written, each) for each in of_group):
            yield artefact, where, written, of_group[0]


def _owner_of(written: Measure, audited: list[Measure]) -> str | None:
    """The other group whose number this is."""
    found = (
        each.group
        for each in audited
        if _alike(each, written) and not _same_group(each, written) and _equal(written, each)
    )
    return next(found, None)


def _alike(one: Measure, other: Measure) -> bool:
    return one.metric == other.metric and same(one.data, other.data)


def _same_group(one: Measure, other: Measure) -> bool:
    return same(one.group, other.group)


def _equal(written: Measure, audited: Measure) -> bool:
    """Whether two numbers are the same at the digits of the one that is written with fewer."""
    one, other = written.value, audited.value
    return (
        one is None
        or other is None
        or measure_rules.equal(one, other)
        or measure_rules.equal(other, one)
    )


# Class and level


@cross_check(
    say(
        "cross-class",
        "`{where}` says: {stated}; the facts in `classification` give: {expected}. Correct the "
        "classes here, and what follows from them.",
    ),
    t("The classes that other artefacts state are those that the facts give."),
    f"{AI_ACT}, Article 6",
)
def _class(papers: Papers) -> Iterator[Found]:
    classes = papers.classes()
    for artefact, paper in papers.by_name.items():
        stated = getattr(paper, "ai_act_classes", None)
        if classes and stated and {folded(each) for each in stated} != set(classes):
            values = {"stated": ", ".join(stated), "expected": ", ".join(classes)}
            yield artefact, "ai_act_classes", values


@cross_check(
    say(
        "cross-level",
        "`{where}` says level {stated}; the answers in `impact-assessment` give level {expected}. "
        "Correct the level here, and what follows from it.",
    ),
    t("The level that other artefacts state is the one that the answers give."),
    "Canada, Algorithmic Impact Assessment, release 1.0.1 of 3 October 2025",
)
def _level(papers: Papers) -> Iterator[Found]:
    level = papers.level()
    for artefact, paper in papers.by_name.items():
        stated = getattr(paper, "impact_level", None)
        if level is not None and stated not in (None, level):
            yield artefact, "impact_level", {"stated": stated, "expected": level}


@cross_check(
    say(
        "cross-high-risk-without-oversight",
        "By `classification` the system is high-risk, and there is no oversight plan. Write "
        "`oversight-plan.yml`.",
    ),
    t("A high-risk system has an oversight plan."),
    f"{AI_ACT}, Article 26(2)",
)
def _high_risk_without_oversight(papers: Papers) -> Iterator[Found]:
    is_high_risk = any(each.startswith("high-risk") for each in papers.classes())
    if is_high_risk and not papers.get(OversightPlan):
        yield name_of(OversightPlan), "", {}
