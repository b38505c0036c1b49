"""The service brief: the need, who is left out, what else was weighed, and the human paths."""

from collections.abc import Iterator
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts import weighing
from course.dossier.artefacts.weighing import Scores, WeighedCriterion
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.options import Evidence
from course.dossier.fields.parts import (
    Amount,
    Count,
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

NO_OWNER = say(
    "brief-no-owner",
    "`{where}`: a system cannot answer for a service. Name the office or person who does.",
)
NO_STEP = say(
    "brief-need-without-step",
    "`{where}`: there is no step “{step}”. Name the step that answers this need, one of: {steps}.",
)
STEP_TWICE = say("brief-step-twice", "`{where}`: another step is called “{name}” too. Rename one.")
NO_HUMAN_PATH = say(
    "brief-no-human-path",
    "`{where}`: the step “{name}” is automated. Add its `human_path`: where a person is found, "
    "who it is, and within how many days.",
)
MACHINE_PATH = say(
    "brief-machine-path",
    "`{where}`: a human path leads to a person. Name the office or person who takes over.",
)
NO_CHOICE = say(
    "brief-one-alternative",
    "`{where}`: with one alternative there is nothing to weigh. Add another.",
)
ALL_AI = say(
    "brief-no-plain-alternative",
    "`{where}`: every alternative uses AI. Add one that does not, such as a better form or more "
    "staff.",
)
STRAW_MAN = say(
    "brief-straw-man",
    "`{where}`: no alternative without AI is best, or equal to the best, on any criterion. Look "
    "again for one that has an advantage, or correct the scores.",
)
NOT_AN_ALTERNATIVE = say(
    "brief-chosen", "`{where}`: “{name}” is not one of the alternatives: {names}. Name one of them."
)
UNTESTED = say(
    "brief-group-untested",
    "`{where}`: nobody from the excluded group “{group}” is in the test plan. Add participants "
    "from it.",
)
NO_PARTICIPANTS = say(
    "brief-no-participants", "`{where}`: a test with 0 people is no test. Write how many take part."
)
PARTICIPANTS = say(
    "brief-participants",
    "`{where}` says {value}; the participants that are listed are {expected}. Correct one of them.",
)


class Need(Part):
    """What somebody needs, how that is known, and the step that answers it."""

    need: Text = required(t("Need"), t("what is needed, in the words of those who need it."))
    who: Text = required(t("Who has it"), t("the group of people or the office that has the need."))
    evidence_from: Evidence | None = required(t("Kind of evidence"), t("how the need is known."))
    evidence: Text = required(
        t("Evidence"), t("the interview and its question, or the number and its source.")
    )
    step: Text = required(t("Answered by the step"), t("the name of the step that answers it."))


class ExcludedGroup(Part):
    """A group whom the service does not reach by itself, and what is done about it."""

    GROUPS = frozenset({"group"})

    group: Text = required(
        t("Group"), t("the group, by the name that the whole dossier uses for it.")
    )
    why: Text = required(t("Why excluded"), t("what keeps the group out of the service."))
    measure: Text = required(t("Measure"), t("what is done so that the group is served as well."))


class Alternative(Part):
    """One way to answer the needs, with or without AI."""

    name: Text = required(t("Name"), t("a short name, the one that `chosen` may name."))
    uses_ai: YesNo = required(t("Uses AI"), t("yes or no: does it use AI?"))
    scores: Scores = required(t("Scores"), t("for each criterion, a score from 0 to 5."))
    total: Amount = required(
        t("Total"), t("the sum of weight times score, divided by 100, with two decimals.")
    )
    reason: Text = required(t("Reason"), t("why these scores, in one or two sentences."))


class HumanPath(Part):
    """How a person is reached instead of the machine."""

    where: Text = required(t("Where"), t("where one finds the person: counter, telephone, visit."))
    who: Text = required(t("Who"), t("the office or person who takes over."))
    days: Count = required(t("Within days"), t("within how many days the person has acted."))


class Step(Part):
    """One step of the service, as a blueprint shows it."""

    name: Text = required(t("Step"), t("a short name of the step."))
    actor: Text = required(t("Who acts"), t("the person, office or system that acts."))
    channel: Text = required(t("Channel"), t("on which channel: counter, telephone, letter, web."))
    automated: YesNo = required(t("Automated"), t("yes or no: does a machine do this step?"))
    human_path: HumanPath | None = optional(
        t("Human path"), t("for an automated step: where, who, and within how many days.")
    )


class Participants(Part):
    """The people from one group who try the service."""

    GROUPS = frozenset({"group"})

    group: Text = required(t("Group"), t("the group from which they come."))
    count: Count = required(t("How many"), t("how many people of the group take part."))


class TestPlan(Part):
    """How real users try the service before it begins, and what would stop it."""

    __test__ = False  # pytest would collect a class of this name.

    participants: list[Participants] | None = required(
        t("Participants"), t("the groups from which people come, and how many of each.")
    )
    total: Count = required(t("All participants"), t("how many people take part in all."))
    measured: Text = required(
        t("What is measured"), t("what is measured, such as the share who finish without help.")
    )
    threshold: float | None = required(
        t("Threshold"), t("the number beyond which the service does not begin.")
    )
    stops_if: Text = required(
        t("Stopped if"), t("in words, when the test stops the service, and for which group.")
    )


class ServiceBrief(Artefact):
    """The brief of a service: what is needed, by whom, and which way of serving is chosen."""

    GROUPS = frozenset({"affected_groups"})

    TITLE = t("Service brief")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The service"), ("system", "date", "owner", "task", "legal_basis")),
        (t("People"), ("affected_groups", "needs", "excluded")),
        (t("Alternatives"), ("criteria", "alternatives", "chosen", "chosen_because")),
        (t("Blueprint"), ("steps", "objection_days")),
        (t("Test plan"), ("test_plan",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the brief."))
    owner: Text = required(t("Owner"), t("the office or person who answers for the service."))
    task: Text = required(
        t("Decision or task"), t("which decision or task the service is for, and who decides.")
    )
    legal_basis: Text = required(
        t("Legal basis"), t("the law or rule that gives the institution this task.")
    )
    affected_groups: Texts = required(
        t("Affected groups"), t("the groups whom the service affects.")
    )
    needs: list[Need] | None = required(
        t("Needs"), t("the needs, each with who has it, its evidence and its step.")
    )
    excluded: list[ExcludedGroup] | None = required(
        t("Excluded groups"), t("the groups whom the service would leave out, with a measure.")
    )
    criteria: list[WeighedCriterion] | None = required(
        t("Criteria"), t("the criteria for weighing the alternatives, with weights.")
    )
    alternatives: list[Alternative] | None = required(
        t("Alternatives"), t("the ways to answer the needs, at least one of them without AI.")
    )
    chosen: Text = required(t("Chosen"), t("the name of the alternative that is chosen."))
    chosen_because: Text = required(t("Reason for the choice"), t("why this alternative."))
    steps: list[Step] | None = required(
        t("Steps"), t("the steps of the service, each with who acts, on which channel.")
    )
    objection_days: Count = required(
        t("Days for an objection"), t("within how many days a person who objects has an answer.")
    )
    test_plan: TestPlan | None = required(
        t("Test plan"),
        t("how real users try the service: who, what is measured, what stops the service."),
    )

    def rules(self) -> Iterator[Fault]:
        """Owner and needs; then the alternatives, the steps and the test plan."""
        if answers_for_nothing(self.owner, self.system):
            yield fault(NO_OWNER, "owner")
        yield from self._about_needs()
        yield from self._about_alternatives()
        yield from self._about_steps()
        if self.test_plan:
            yield from self._about_the_test(self.test_plan)

    def _about_needs(self) -> Iterator[Fault]:
        steps = [each.name for each in self.steps or [] if each.name]
        known = {folded(name) for name in steps}
        for number, need in enumerate(self.needs or [], 1):
            if need.step and known and folded(need.step) not in known:
                where = f"needs.{number}.step"
                yield fault(NO_STEP, where, step=need.step, steps=", ".join(steps))

    def _about_alternatives(self) -> Iterator[Fault]:
        criteria, alternatives = self.criteria or [], self.alternatives or []
        yield from weighing.about_criteria(criteria, "criteria")
        for number, each in enumerate(alternatives, 1):
            where = f"alternatives.{number}"
            yield from weighing.about_scores(each.scores, each.total, criteria, where)
        if len(alternatives) == 1:
            yield fault(NO_CHOICE, "alternatives")
        if alternatives and all(each.uses_ai for each in alternatives):
            yield fault(ALL_AI, "alternatives")
        elif _is_straw_man(alternatives):
            yield fault(STRAW_MAN, "alternatives")
        names = [each.name for each in alternatives if each.name]
        if self.chosen and names and self.chosen not in names:
            yield fault(NOT_AN_ALTERNATIVE, "chosen", name=self.chosen, names=", ".join(names))

    def _about_steps(self) -> Iterator[Fault]:
        names = [each.name for each in self.steps or []]
        for number, step in enumerate(self.steps or [], 1):
            where = f"steps.{number}"
            if step.name and step.name in names[: number - 1]:
                yield fault(STEP_TWICE, f"{where}.name", name=step.name)
            if step.automated and not step.human_path:
                yield fault(NO_HUMAN_PATH, where, name=step.name or str(number))
            if step.human_path and answers_for_nothing(step.human_path.who, self.system):
                yield fault(MACHINE_PATH, f"{where}.human_path.who")

    def _about_the_test(self, plan: TestPlan) -> Iterator[Fault]:
        people = plan.participants or []
        groups = {folded(one.group) for one in people}
        for each in self.excluded or []:
            if people and each.group and folded(each.group) not in groups:
                yield fault(UNTESTED, "test_plan.participants", group=each.group)
        for number, one in enumerate(people, 1):
            if one.count == 0:
                yield fault(NO_PARTICIPANTS, f"test_plan.participants.{number}.count")
        counts = [one.count for one in people]
        expected = sum(count for count in counts if count is not None)
        if people and None not in counts and plan.total not in (None, expected):
            yield fault(PARTICIPANTS, "test_plan.total", value=plan.total, expected=expected)


def _is_straw_man(alternatives: list[Alternative]) -> bool:
    """Whether those without AI are the best on no criterion; False while scores are missing."""
    plain = [each.scores or {} for each in alternatives if each.uses_ai is False]
    others = [each.scores or {} for each in alternatives if each.uses_ai]
    if not plain or not others or not all([*plain, *others]):
        return False
    return not any(
        _score(scores, name) >= max(_score(other, name) for other in others)
        for scores in plain
        for name in scores
    )


def _score(scores: dict[str, float | None], name: str) -> float:
    return scores.get(name) or 0
