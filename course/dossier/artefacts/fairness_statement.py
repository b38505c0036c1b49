"""The fairness statement: the report of an audit on one page, and the choice that followed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts import measure_rules
from course.dossier.artefacts.measures import ALL, DIFFERENCES, NONE, Candidate, Measure, Metric
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.keys import key_name, keys_named
from course.dossier.fields.parts import (
    Data,
    Day,
    Part,
    Text,
    Texts,
    YesNo,
    answers_for_nothing,
    folded,
    optional,
    required,
)

NAME_TWICE = say("statement-name-twice", "`{where}`: another candidate has the same name.")
NOT_A_CANDIDATE = say(
    "statement-chosen", "`{where}`: “{name}” is not one of the candidates: {names}, or `none`."
)
EMPTY_SERVICE = say(
    "statement-empty-service",
    "`{where}`: “{name}” selects nobody: its groups are equal in getting nothing. Choose one that "
    "serves people, or `none`.",
)
NO_LEGAL_BASIS = say(
    "statement-no-legal-basis",
    "`{where}`: the decision looks at the group. Name the rule that allows it, or the office that "
    "is to check whether one does.",
)
NO_PERSON = say(
    "statement-no-person",
    "`{where}`: a system decides nothing. Name the office or person who did.",
)
REVIEW = say("statement-review", "`{where}`: the review comes after the decision.")
LATE_REVIEW = say(
    "statement-late-review",
    "`{where}`: the review comes more than three years after the decision. Name an earlier day: "
    "people, and what they write, change sooner.",
)
WHY_TOO_SHORT = say(
    "statement-why-too-short",
    "`{where}`: say in a sentence which harm the measure counts, and to whom.",
)
NO_METRIC = say(
    "statement-no-metric",
    "`{where}`: add the “{metric}” for the group `{group}`, or “{name}” cannot be compared.",
)
CRITERION_UNMEASURED = say(
    "statement-criterion-missing",
    "`{where}`: “{name}” has no “{metric}” for the group `{group}`. Does this measure count the "
    "people who bear the harm? If it does, measure it for each candidate; if not, choose another.",
)
NO_GAP = say(
    "statement-no-gap",
    "`{where}`: how far do the groups lie apart? Add a difference, such as “{metric}”.",
)
GROUP_UNLISTED = say(
    "statement-group-unlisted", "`{where}`: the group “{group}” is not listed in `groups`."
)
GROUP_MISSING = say(
    "statement-group-missing",
    "`{where}`: `groups` lists “{group}” as looked at: give its measures here.",
)
IN_A_COLUMN = say(
    "statement-in-a-column",
    "`{where}`: “{group}” is listed in `groups` too. A group is in a column of the data or in "
    "none: remove it from one of the two lists.",
)
TOO_SMALL = say(
    "statement-too-small", "`{where}`: `groups` lists “{group}” as too small: give no rate of it."
)
NOT_MEASURED = say(
    "statement-not-measured",
    "`{where}`: the notebook measured no candidate “{name}”. It has: {names}.",
)
LEFT_OUT = say(
    "statement-left-out",
    "`{where}`: the notebook measured “{name}” too, which is left out here.",
)
RATE_LEFT_OUT = say(
    "statement-rate-left-out",
    "`{where}`: the notebook measured the “{metric}” of “{group}” too. It is given here for other "
    "groups, so give it for this one.",
)

LONGEST = timedelta(days=3 * 366)
"""From a decision to its review."""

COMPLEMENTS = {"recall": "false negative rate", "false negative rate": "recall"}
"""Rates that are 1 minus each other, so that each follows from the other."""

NO_BASIS = re.compile(
    r"(no|not|none|nothing|non|pas|ne|aucune?|rien|ning[uú]na?|nada|não|nao|nenhuma?|sem|sin)"
    r"(\s+[^\W\d]+){0,4}|yes|oui|sí|si|sim|ok|legal|allowed|permitted",
    re.IGNORECASE,
)
"""A text that names no rule and no office: "no", "not needed", "yes", and a few words more."""


class AttributeGroups(Part):
    """The groups of one attribute."""

    GROUPS = frozenset({"looked_at", "too_small"})

    looked_at: Texts = required(
        t("Looked at"), t("the groups whose rates are given, named as in the measures.")
    )
    too_small: list[str] = Field(
        default_factory=list,
        title=t("Too small for a rate"),
        description=t("the groups with too few people for a rate."),
    )


class FairnessCriterion(Part):
    """The measure by which fairness is judged here, and who said so."""

    metric: Metric | None = required(
        t("Metric"), t("the measure that decides, a name of the course.")
    )
    why: Text = required(t("Why this harm matters"), t("which harm it counts, and to whom."))
    said_by: Text = required(t("Said by"), t("the office or person who chose it, and when."))


class Price(Part):
    """What somebody bears because of the choice."""

    who: Text = required(t("Who"), t("who bears something."))
    bears: Text = required(t("Bears what"), t("what they bear, with a number where there is one."))


class SensitiveAttribute(Part):
    """Whether the decision itself looks at the group of a person."""

    used: YesNo = required(
        t("Used at the decision"),
        t("yes or no: does a decision look at the group of a person?"),
    )
    legal_basis: str = Field(
        "",
        title=t("Legal basis"),
        description=t("the rule that allows it, or “to be checked by” and an office."),
    )


class StopIf(Part):
    """When the service is stopped."""

    number: float | None = required(
        t("Number"), t("the number beyond which the service is stopped.")
    )
    condition: Text = required(
        t("Condition"),
        t("of what the number is, how often it is looked at, and what happens then."),
    )


class FairnessStatement(Artefact):
    """The report of a fairness audit: what was compared, what was chosen, and who bears what."""

    TITLE = t("Fairness statement")
    NAME = "system"
    ANSWERED_BY_NONE = frozenset({"chosen"})
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("What was audited"), ("system", "decision", "date", "data", "groups", "not_in_data")),
        (t("Criterion"), ("criterion",)),
        (t("Candidates"), ("candidates",)),
        (t("The choice"), ("chosen", "reason", "price", "sensitive_attribute_at_decision")),
        (t("Who answers, and until when"), ("decided_by", "decided_on", "review_on", "stop_if")),
        (t("Limits"), ("limits",)),
    )

    system: Text = required(t("System"), t("what the audited system is called."))
    decision: Text = required(
        t("Decision"), t("which decision about people it serves, and who takes it.")
    )
    date: Day = required(t("Date"), t("the day of the statement."))
    data: Data | None = required(t("Data"), t("the data of the audit: name, rows, period, limits."))
    groups: dict[str, AttributeGroups] | None = required(
        t("Groups"), t("for each attribute, such as sex, the groups that were looked at.")
    )
    not_in_data: Texts = optional(
        t("In no column of the data"),
        t("the affected or excluded groups that no column of the data shows."),
    )
    criterion: FairnessCriterion | None = required(
        t("Criterion"), t("the measure that decides, why this harm matters, and who said so.")
    )
    candidates: list[Candidate] | None = required(
        t("Candidates"), t("the ways in which the service could be run, each with its measures.")
    )
    chosen: Text = required(t("Chosen"), t("the name of one of the candidates, or `none`."))
    reason: Text = required(t("Reason"), t("why this one, or why none."))
    price: list[Price] | None = required(t("Price"), t("who bears what because of the choice."))
    sensitive_attribute_at_decision: SensitiveAttribute | None = required(
        t("Sensitive attribute"),
        t("whether the decision looks at the group, and on which legal basis."),
    )
    decided_by: Text = required(t("Decided by"), t("the office or person who decided."))
    decided_on: Day = required(t("Decided on"), t("the day of the decision."))
    review_on: Day = required(t("Review on"), t("the day by which the choice is reviewed."))
    stop_if: StopIf | None = required(
        t("Stopped if"), t("a number and a condition under which the service is stopped.")
    )
    limits: Texts = required(t("Limits"), t("what this audit cannot say."))

    def rules(self) -> Iterator[Fault]:
        """Check the choice, the groups outside the data, who answers, then each candidate."""
        yield from self._about_the_choice()
        yield from self._about_silent_groups()
        yield from self._about_who_answers()
        for number, candidate in enumerate(self.candidates or [], 1):
            if candidate.measures:
                where = f"candidates.{number}.measures"
                yield from measure_rules.about_each(candidate.measures, where)
                yield from self._about_comparing(candidate, candidate.measures, where)
                yield from self._about_groups(candidate.measures, where)

    def _about_the_choice(self) -> Iterator[Fault]:
        names = [candidate.name for candidate in self.candidates or [] if candidate.name]
        for place, name in enumerate(names):
            if name in names[:place]:
                yield fault(NAME_TWICE, f"candidates.{place + 1}.name")
        if self.chosen and names and self.chosen not in (*names, NONE):
            yield fault(NOT_A_CANDIDATE, "chosen", name=self.chosen, names=", ".join(names))
        for candidate in self.candidates or []:
            if self.chosen and candidate.name == self.chosen and _selects_nobody(candidate):
                yield fault(EMPTY_SERVICE, "chosen", name=key_name("chosen", self.chosen))
        attribute = self.sensitive_attribute_at_decision
        if attribute and attribute.used and _names_no_rule(attribute.legal_basis):
            yield fault(NO_LEGAL_BASIS, "sensitive_attribute_at_decision.legal_basis")

    def _about_silent_groups(self) -> Iterator[Fault]:
        """No group that the data show is listed as one that they do not show."""
        listed = [
            [*(each.looked_at or []), *each.too_small] for each in (self.groups or {}).values()
        ]
        known = {folded(group) for groups in listed for group in groups}
        for number, group in enumerate(self.not_in_data or [], 1):
            if folded(group) in known:
                yield fault(IN_A_COLUMN, f"not_in_data.{number}", group=group)

    def _about_who_answers(self) -> Iterator[Fault]:
        if self.criterion and 0 < len((self.criterion.why or "").split()) < 3:
            yield fault(WHY_TOO_SHORT, "criterion.why")
        if self.criterion and answers_for_nothing(self.criterion.said_by, self.system):
            yield fault(NO_PERSON, "criterion.said_by")
        if answers_for_nothing(self.decided_by, self.system):
            yield fault(NO_PERSON, "decided_by")
        if self.decided_on and self.review_on and self.review_on <= self.decided_on:
            yield fault(REVIEW, "review_on")
        elif self.decided_on and self.review_on and self.review_on - self.decided_on > LONGEST:
            yield fault(LATE_REVIEW, "review_on")

    def _about_comparing(
        self, candidate: Candidate, measures: Sequence[Measure], where: str
    ) -> Iterator[Fault]:
        """Each candidate has the criterion, a gap, and how many it selects at all."""
        named = {"name": key_name("chosen", candidate.name) or ""}
        for_all = {measure.metric for measure in measures if measure.group == ALL}
        criterion = self.criterion.metric if self.criterion else None
        if criterion and not for_all & _the_same(criterion):
            metric = key_name("metric", criterion)
            yield fault(CRITERION_UNMEASURED, "criterion.metric", metric=metric, group=ALL, **named)
        elif criterion:
            for rate, group in self._rates_missing(criterion, measures):
                metric = key_name("metric", rate)
                yield fault(NO_METRIC, where, metric=metric, group=group, **named)
        if "selection rate" not in for_all | {criterion}:
            metric = key_name("metric", "selection rate")
            yield fault(NO_METRIC, where, metric=metric, group=ALL, **named)
        if not for_all & set(DIFFERENCES):
            yield fault(NO_GAP, where, metric=key_name("metric", "demographic parity difference"))

    def _rates_missing(
        self, criterion: str, measures: Sequence[Measure]
    ) -> Iterator[tuple[str, str]]:
        """Rates of the criterion that are not given for a group although it is looked at.

        A criterion that is a difference needs its rates where they are given for another group of
        the attribute. A group of which nothing is given has a fault of its own.
        """
        held = {measure.group for measure in measures}
        for attribute in (self.groups or {}).values():
            for rate in DIFFERENCES.get(criterion, (criterion,)):
                given = {each.group for each in measures if each.metric in _the_same(rate)}
                listed = attribute.looked_at or []
                if criterion not in DIFFERENCES or given & set(listed):
                    yield from ((rate, group) for group in listed if group in held - given)

    def _about_groups(self, measures: Sequence[Measure], where: str) -> Iterator[Fault]:
        """The groups in the measures are those that are listed, and differences follow."""
        attributes = [each.looked_at or [] for each in (self.groups or {}).values()]
        if not attributes:
            return
        listed = [group for groups in attributes for group in groups]
        small = {group for each in (self.groups or {}).values() for group in each.too_small}
        held = dict.fromkeys(measure.group for measure in measures if measure.group)
        for group in held:
            if group in small:
                yield fault(TOO_SMALL, where, group=group)
            elif group not in (*listed, ALL):
                yield fault(GROUP_UNLISTED, where, group=group)
        for group in listed:
            if group not in held:
                yield fault(GROUP_MISSING, where, group=group)
        yield from measure_rules.recomputed(measures, attributes, where)

    def mismatches(self, measured: Mapping[str, Sequence[Measure]]) -> Iterator[Fault]:
        """Each candidate's numbers are those measured for it; `measured` is keyed by its name."""
        candidates = self.candidates or []
        for number, candidate in enumerate(candidates, 1):
            name, where = candidate.name or "", f"candidates.{number}"
            if name in measured:
                yield from measure_rules.compared(
                    candidate.measures or [], measured[name], f"{where}.measures"
                )
                yield from _rates_left_out(
                    candidate.measures or [], measured[name], f"{where}.measures"
                )
            elif name:
                yield fault(NOT_MEASURED, f"{where}.name", name=name, names=", ".join(measured))
        for name in measured:
            if name not in {candidate.name for candidate in candidates}:
                yield fault(LEFT_OUT, "candidates", name=key_name("chosen", name))


def _selects_nobody(candidate: Candidate) -> bool:
    return any(
        measure.metric == "selection rate" and measure.group == ALL and measure.value == 0
        for measure in candidate.measures or []
    )


def _the_same(metric: str) -> set[str]:
    """A metric with the one that says the same, if there is one."""
    return {metric, COMPLEMENTS.get(metric, metric)}


def _names_no_rule(legal_basis: str) -> bool:
    return not legal_basis or bool(NO_BASIS.fullmatch(legal_basis.strip(" .!")))


def _rates_left_out(
    measures: Sequence[Measure], measured: Sequence[Measure], where: str
) -> Iterator[Fault]:
    """The faults of measured rates that are given for some groups and left out for others."""
    held = {(each.metric, each.group) for each in measures}
    by_group = {each.metric for each in measures if each.group != ALL}
    groups = {each.group for each in measures}
    for each in measured:
        is_due = each.metric in by_group and each.group in groups - {ALL}
        if is_due and (each.metric, each.group) not in held:
            yield fault(RATE_LEFT_OUT, where, **keys_named(each))
