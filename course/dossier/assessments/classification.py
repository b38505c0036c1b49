"""The AI Act classification: facts, the path through the tree, and the classes that follow."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.assessments.classifying import (
    PUBLIC_BODY,
    Classified,
    Facts,
    answers_in,
    classify,
    explain,
    explain_duties,
    fact_faults,
    flips,
    open_questions,
    role_faults,
)
from course.dossier.fields.faults import ArtefactError, Fault, LazyText, fault, t
from course.dossier.fields.kinds import FormQuestion
from course.dossier.fields.parts import Day, Part, Text, YesNo, answers_for_nothing, required
from course.frameworks import ai_act

__all__ = ["Classification", "PathStep", "classify", "explain", "explain_duties", "flips"]

NO_PERSON = say(
    "classification-no-person",
    "`{where}`: a system answers no questions about itself. Name the office or person who did.",
)
UNUSED = say(
    "classification-unused",
    "`{where}`: with the other facts this question is not asked. Take it out, or correct the fact "
    "that leads past it.",
)
CONTRADICTION = say(
    "classification-contradiction",
    "`{where}`: “{value}” cannot be true together with the answer to `{other}`. Correct one.",
)
WRONG_STEP = say(
    "classification-step",
    "`{where}`: the facts lead to the question “{question}” with the answer “{answer}” "
    "({place}) here. Classify again and store the new path.",
)
STEP_TOO_MANY = say(
    "classification-too-many",
    "`{where}`: with these facts the path has ended before. Classify again and store the new path.",
)
STEPS_MISSING = say(
    "classification-steps-missing",
    "`{where}`: the path stops before the question “{question}”. Classify again and store the new "
    "path.",
)
WRONG_CLASSES = say(
    "classification-classes",
    "`{where}`: from the facts follows {expected}, not {given}. Correct the classes or the facts.",
)
LAW_CHECKED = say(
    "classification-law-checked",
    "`{where}`: the tree was last compared with the law on {day}. Classify again with that tree.",
)
MEASURED = say(
    "classification-measured",
    "`{where}`: the notebook shows “{measured}”, not “{value}”.",
)
NOT_STATED = say(
    "classification-not-stated", "`{where}`: the notebook shows “{measured}”. State this fact."
)

COMPARED = t("{law} as amended by {amendment}; this tree was last compared with it on {day}.")
CHANGED = t("only after a significant change in the design")

Role = Literal["provider", "deployer", "public-service", "public-body"]
ClassName = Literal[
    "not-ai",
    "out-of-scope",
    "prohibited",
    "high-risk-annex-i",
    "high-risk-annex-iii",
    "exempted",
    "transparency",
    "general-purpose-model",
    "minimal",
]


def _joined(value: object) -> object:
    """Several answers as one text, so that a file holds them on one line."""
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return value


Answer = Annotated[str, BeforeValidator(_joined)]
"""The answer to a question, several separated by commas."""


def _in_words(question: ai_act.ActQuestion | None, answer: str) -> str:
    """The labels of answers; an answer that the tree does not know stays as it is."""
    options = question.options if question else {}
    return "; ".join(
        options[each].label if each in options else each for each in answers_in(answer)
    )


class PathStep(Part):
    """A question of the tree and its answer, as they were walked."""

    ANSWERED_BY_NONE: ClassVar[frozenset[str]] = frozenset({"answer"})
    """The tree has answers that are called `none`."""

    question: Text = required(t("Question"), t("the id of the question in the tree."))
    answer: Text = required(
        t("Answer"), t("the id of the answer; several ids are separated by commas.")
    )
    place: Text = required(t("Place in the law"), t("the article or annex behind the question."))


def _walked(fields: Mapping[str, Any]) -> Classified:
    """The walk through the tree with those plain facts that are valid."""
    given = fields.get("facts")
    facts = {
        key: value
        for key, value in (given if isinstance(given, Mapping) else {}).items()
        if not list(fact_faults({key: value}))
    }
    roles = fields.get("roles")
    tree = ai_act.english()
    known = [each for each in roles if each in tree.roles] if isinstance(roles, list) else []
    held = known or [PUBLIC_BODY]
    facts = {
        key: value for key, value in facts.items() if not list(role_faults({key: value}, held))
    }
    try:
        day = date.fromisoformat(str(fields.get("judged_on")))
    except ValueError:
        day = tree.checked_on
    return classify(facts, on=day, role=held)


def _question_in_words(name: str, tree: ai_act.Tree) -> str:
    return tree.questions[name].text if name in tree.questions else name


def _step_in_words(step: PathStep, tree: ai_act.Tree) -> PathStep:
    """A step with texts in place of ids, if the tree knows its question."""
    question = tree.questions.get(step.question or "")
    if not question or not step.answer:
        return step
    return PathStep(
        question=question.text, answer=_in_words(question, step.answer), place=question.place
    )


class ShownDuty(Part):
    """A duty as the page shows it."""

    duty: Text = required(t("Duty"), t("what the institution must do."))
    place: Text = required(t("Place in the law"), t("the article behind the duty."))
    applies: Text = required(t("Applies from"), t("the first day on which the duty applies."))
    confirmed: YesNo = required(t("Day confirmed"), t("whether the sources agree on the day."))


class Classification(Artefact):
    """The class of a system by the AI Act, stored so that others can replay it."""

    TITLE = t("AI Act classification")
    NAME = "system"
    ANSWERED_BY_NONE: ClassVar[frozenset[str]] = frozenset({"facts"})
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The system"), ("system", "purpose", "roles")),
        (t("When and by whom"), ("judged_on", "answered_by", "law_checked_on")),
        (t("Facts"), ("facts",)),
        (t("Classes"), ("classes",)),
        (t("Path"), ("path",)),
    )

    system: Text = required(t("System"), t("what the system is called."))
    purpose: Text = required(
        t("Intended purpose"), t("what the system is meant to do, for whom and about whom.")
    )
    roles: list[Role] | None = required(
        t("Roles"), t("the roles of your institution: its duties depend on them.")
    )
    judged_on: Day = required(t("Judged as of"), t("the day for which the class is stated."))
    answered_by: Text = required(
        t("Answered by"), t("the office or person who answered the questions.")
    )
    law_checked_on: Day = required(
        t("Law last checked"),
        t("the day on which the tree was last compared with the law; the tree states it."),
    )
    facts: dict[str, Answer] | None = required(
        t("Facts"), t("for each question of the tree that is asked, its answer.")
    )
    path: list[PathStep] | None = required(
        t("Path"), t("the questions in the order in which they were asked, with their answers.")
    )
    classes: list[ClassName] | None = required(
        t("Classes"), t("the classes that follow from the facts.")
    )

    @classmethod
    def questions(
        cls, name: str, fields: Mapping[str, Any], lang: str | None = None
    ) -> Sequence[FormQuestion]:
        """The questions of the tree to which the facts so far lead, answered or not.

        While the day or the roles are blank or wrong, the tree is walked for a public body and the
        day of its last check.
        """
        if name != "facts":
            return ()
        tree = ai_act.ai_act(lang)
        asked = _walked(fields)
        order = [*(step.question for step in asked.path), *asked.missing]
        return [
            FormQuestion(
                key=each.id,
                title=each.text,
                options=[(option.label, option.id) for option in each.options.values()],
                description=f"{each.help} ({each.place})" if each.help else each.place,
                takes_many=each.several,
            )
            for each in tree.questions.values()
            if each.id in order
        ]

    @classmethod
    def option_name(cls, name: str, option: str, lang: str | None = None) -> str | None:
        """The label of a role or of a class in the reader's language."""
        tree = ai_act.ai_act(lang)
        if name == "roles":
            return tree.roles.get(option)
        return tree.classes[option].label if name == "classes" else None

    def classified(self) -> Classified:
        """What follows from the stored facts. Raises ArtefactError while they do not suffice."""
        if not (self.facts and self.judged_on and self.roles):
            needed = {"facts", "judged_on", "roles"}
            raise ArtefactError([each for each in self.faults() if each.field in needed])
        return classify(self.facts, on=self.judged_on, role=self.roles)

    DERIVED = ("path", "classes", "law_checked_on")

    def replayed(self) -> Self:
        """A copy with the path and classes that follow from the facts. Raises ArtefactError."""
        found = self.classified()
        steps = [
            PathStep(question=step.question, answer=step.answer, place=step.place)
            for step in found.path
        ]
        return self.model_copy(
            update={
                "path": steps,
                "classes": list(found.classes),
                "law_checked_on": found.checked_on,
            }
        )

    def results(self, lang: str) -> Sequence[tuple[LazyText, object]]:
        """The duties of the roles, once the facts suffice, and the state of the law."""
        tree = ai_act.ai_act(lang)
        compared = COMPARED.read(lang).format(
            law=tree.law, amendment=tree.amended_by, day=tree.checked_on.isoformat()
        )
        the_law = (t("The law"), [compared, tree.note])
        try:
            found = self.classified()
        except ArtefactError:
            return (the_law,)
        change = tree.becomes_provider
        laws = (
            (t("If your institution changes the system"), f"{change.text} ({change.place})"),
            the_law,
        )
        duties = [
            ShownDuty(
                duty=each.text,
                place=each.place,
                applies=each.applies_from.isoformat() if each.applies_from else CHANGED.read(lang),
                confirmed=each.verified,
            )
            for each in explain_duties(found, lang)
        ]
        return ((t("Duties"), duties), *laws) if duties else laws

    def shown(self, name: str, lang: str) -> object:
        """Roles, classes, facts and path in words, as far as the tree knows their ids."""
        value: Any = getattr(self, name)
        tree = ai_act.ai_act(lang)
        if name == "roles" and value:
            return [tree.roles[role] for role in value]
        if name == "classes" and value:
            return [tree.classes[class_id].label for class_id in value]
        if name == "facts" and value:
            return {
                _question_in_words(fact, tree): _in_words(tree.questions.get(fact), answer)
                for fact, answer in value.items()
            }
        if name == "path" and value:
            return [_step_in_words(step, tree) for step in value]
        return value

    def rules(self) -> Iterator[Fault]:
        """The facts, then what must follow from them."""
        if answers_for_nothing(self.answered_by, self.system):
            yield fault(NO_PERSON, "answered_by")
        checked_on = ai_act.english().checked_on
        if self.law_checked_on and self.law_checked_on != checked_on:
            yield fault(LAW_CHECKED, "law_checked_on", day=checked_on.isoformat())
        faulty = list(fact_faults(self.facts or {}))
        if not faulty and self.roles:
            faulty = list(role_faults(self.facts or {}, self.roles))
        yield from faulty
        if self.facts and self.judged_on and self.roles and not faulty:
            yield from self._replay_faults(self.classified())

    def _replay_faults(self, found: Classified) -> Iterator[Fault]:
        yield from open_questions(found)
        for name in found.unused:
            yield fault(UNUSED, f"facts.{name}")
        answers = {step.question: step.answer for step in found.path}
        for first, other in found.contradictions:
            yield fault(CONTRADICTION, f"facts.{other}", value=answers[other], other=first)
        if found.missing:
            return
        yield from self._path_faults(found)
        if self.classes and sorted(self.classes) != sorted(found.classes):
            expected, given = ", ".join(found.classes), ", ".join(self.classes)
            yield fault(WRONG_CLASSES, "classes", expected=expected, given=given)

    def _path_faults(self, found: Classified) -> Iterator[Fault]:
        """The first step that differs: those after it follow from it."""
        stored = self.path or []
        for number, (step, asked) in enumerate(zip(stored, found.path, strict=False), 1):
            same = step.question == asked.question and step.place == asked.place
            if not same or set(answers_in(step.answer or "")) != set(asked.answers):
                yield fault(
                    WRONG_STEP,
                    f"path.{number}",
                    question=asked.question,
                    answer=asked.answer,
                    place=asked.place,
                )
                return
        if len(stored) > len(found.path):
            yield fault(STEP_TOO_MANY, f"path.{len(found.path) + 1}")
        elif stored and len(stored) < len(found.path):
            yield fault(STEPS_MISSING, "path", question=found.path[len(stored)].question)

    def mismatches(self, measured: Facts) -> Iterator[Fault]:
        """Facts that the notebook established, such as that the system profiles people."""
        for name, shown in measured.items():
            where, value = f"facts.{name}", (self.facts or {}).get(name)
            written = ", ".join(answers_in(shown))
            if value is None:
                yield fault(NOT_STATED, where, measured=written)
            elif set(answers_in(value)) != set(answers_in(shown)):
                yield fault(MEASURED, where, measured=written, value=value)
