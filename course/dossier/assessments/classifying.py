"""Classify an AI system by the AI Act: walk the tree, collect what follows, and flip facts.

The tree itself is data (course/frameworks/ai-act.yml). Nothing here knows an article.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from course.checking.messages import say
from course.dossier.fields.faults import ArtefactError, Fault, LazyText, fault, short
from course.frameworks import ai_act, catalogue_of
from course.frameworks.ai_act import ActOption, ActQuestion, DatedRule, Duty, Provision, Tree

MINIMAL = "minimal"
"""The class of a system that no other class of the tree fits."""
PUBLIC_BODY = "public-body"

NO_FACTS = say(
    "classification-no-facts",
    "Facts are asked here: for each question of the tree its answer, as in `ai-system: yes`.",
)
UNKNOWN_QUESTION = say(
    "classification-question",
    "`{where}`: the tree has no question “{name}”. Did you mean “{nearest}”?",
)
UNKNOWN_ANSWER = say(
    "classification-answer",
    "`{where}`: “{value}” is no answer to this question. The answers are: {options}.",
)
ONE_ANSWER = say(
    "classification-one-answer", "`{where}`: this question takes one answer, not {count}."
)
TWICE = say("classification-twice", "`{where}`: “{value}” is written twice. Write it once.")
ALONE = say("classification-alone", "`{where}`: “{value}” cannot be combined with another answer.")
STILL_OPEN = say("classification-open", "`{where}` is still open. Answer the question: {question}")
UNKNOWN_ROLE = say("classification-role", "“{value}” is not one of the roles. They are: {options}.")
NO_ROLE = say("classification-no-role", "A role is missing. The roles are: {options}.")
NOT_FOR_ROLE = say(
    "classification-not-for-role",
    "`{where}`: “{value}” cannot be the answer for the role {roles}. Choose another answer or "
    "another role. The question says: {help}",
)

Facts = Mapping[str, str | Sequence[str]]
"""The answer to each question by the question's id. Several answers are a list, or are separated
by commas."""


@dataclass(frozen=True)
class Answered:
    """One question on the path, with its answers and the place in the law."""

    question: str
    answers: tuple[str, ...]
    place: str

    @property
    def answer(self) -> str:
        """The answers as one text, as they are written in a file."""
        return ", ".join(self.answers)


@dataclass(frozen=True)
class LegalFinding:
    """A provision that the system falls under, and the rule that says from which day."""

    outcome: Provision
    applies: DatedRule | None
    """None: only after a significant change in the design of the system."""

    def applies_on(self, day: date) -> bool:
        return self.applies is not None and self.applies.day <= day


@dataclass(frozen=True)
class Due:
    """A duty, and the rule that says from which day it applies (None: as for a LegalFinding)."""

    duty: Duty
    applies: DatedRule | None

    def applies_on(self, day: date) -> bool:
        return self.applies is not None and self.applies.day <= day


@dataclass(frozen=True)
class Classified:
    """What follows from the facts about a system on one day."""

    on: date
    roles: frozenset[str]
    checked_on: date
    """The day on which the tree was last compared with the law."""
    path: tuple[Answered, ...]
    findings: tuple[LegalFinding, ...]
    missing: tuple[str, ...]
    """The questions on the path that have no answer yet."""
    unused: tuple[str, ...]
    """The facts that are not on the path."""
    contradictions: tuple[tuple[str, str], ...]
    """Pairs of questions on the path whose answers cannot both be true."""
    classes: tuple[str, ...]
    """All classes, in the order of the tree, also those whose rules apply later; none while facts
    are missing."""
    in_force: tuple[str, ...]
    """Those of the classes whose rules apply on the day."""
    duties: tuple[Due, ...]
    """The duties of the roles that apply on the day."""
    later: tuple[Due, ...]
    """The duties that apply later, the earliest first; those without a day come last."""


@dataclass(frozen=True)
class Explained:
    """A step of the path in words."""

    question: str
    answers: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class ExplainedDuty:
    """A duty in words."""

    text: str
    place: str
    applies_from: date | None
    """None: only after a significant change in the design of the system."""
    verified: bool
    """Whether the sources agree on the day; exercises must not ask for one that is not verified."""
    note: str


@dataclass(frozen=True)
class Flip:
    """One fact that, changed, changes the class."""

    question: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    details: Mapping[str, tuple[str, ...]]
    """Answers to questions that only the new answer asks, as far as the class depends on them."""
    assumed: Mapping[str, tuple[str, ...]]
    """Answers that were assumed for other new questions: those that change nothing."""
    open: tuple[str, ...]
    """Questions that the tree did not ask before, because it had ended, and that must be answered
    before the classes are known. Answer them in the facts, and they are used."""
    classes: tuple[str, ...]
    """The classes then; none while questions are open."""


def classify(facts: Facts, *, on: date, role: str | Iterable[str] = PUBLIC_BODY) -> Classified:
    """The classes of a system by its facts, the path, and the duties of a role, on a day.

    `role` is one of the tree's roles, or several: an authority that develops its own system is
    provider and deployer. Missing facts are named in the result. Raises ArtefactError for an
    unknown question, answer or role, and for an answer that cannot be true for the roles.
    """
    tree = ai_act.english()
    roles = _checked_roles(role, tree)
    return _walk(tree, _checked(facts, tree, roles), on, roles)


def flips(facts: Facts, *, on: date, role: str | Iterable[str] = PUBLIC_BODY) -> list[Flip]:
    """All single facts that, changed, change the class or leave it open, in the order of the path.

    Raises ArtefactError as `classify` does, and while facts are missing.
    """
    tree = ai_act.english()
    roles = _checked_roles(role, tree)
    answers = _checked(facts, tree, roles)
    now = _walk(tree, answers, on, roles)
    if now.missing:
        raise ArtefactError(list(open_questions(now)))
    return [
        flip
        for step in now.path
        for after in _alternatives(tree.questions[step.question], step.answers, roles)
        for flip in _flips_to(tree, answers, step, after, now)
    ]


def explain(classified: Classified, lang: str | None = None) -> list[Explained]:
    """The path in words, in the reader's language or in `lang`."""
    questions = ai_act.ai_act(lang).questions
    asked = [(questions[step.question], step) for step in classified.path]
    return [
        Explained(
            question.text,
            tuple(question.options[answer].label for answer in step.answers),
            question.place,
        )
        for question, step in asked
    ]


def explain_duties(classified: Classified, lang: str | None = None) -> list[ExplainedDuty]:
    """The duties in words: those that apply on the day, then those that apply later."""
    duties = {duty.id: duty for duty in ai_act.ai_act(lang).duties}
    return [
        ExplainedDuty(
            duties[due.duty.id].text,
            duties[due.duty.id].place,
            due.applies.day if due.applies else None,
            due.duty.verified,
            duties[due.duty.id].note,
        )
        for due in (*classified.duties, *classified.later)
    ]


# Facts


def answers_in(value: str | Sequence[str]) -> tuple[str, ...]:
    """The single answers of a fact."""
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(str(part).strip() for part in parts)


def fact_faults(facts: Facts, where: str = "facts.") -> Iterator[Fault]:
    """Facts that the tree does not know, one fault each."""
    tree = ai_act.english()
    for name, value in facts.items():
        place = short(f"{where}{name}")
        if name not in tree.questions:
            nearest = difflib.get_close_matches(str(name), tree.questions, 1, 0)[0]
            yield fault(UNKNOWN_QUESTION, place, name=short(name), nearest=nearest)
        else:
            yield from _answer_faults(tree.questions[name], value, place)


def _answer_faults(question: ActQuestion, value: object, place: str) -> Iterator[Fault]:
    given = answers_in(value) if isinstance(value, str | list | tuple) else (str(value),)
    for answer in dict.fromkeys(given):
        if answer not in question.options:
            options = ", ".join(question.options)
            yield fault(UNKNOWN_ANSWER, place, value=short(answer), options=options)
            return
        if given.count(answer) > 1:
            yield fault(TWICE, place, value=answer)
            return
    if not given:
        yield fault(UNKNOWN_ANSWER, place, value="", options=", ".join(question.options))
    elif len(given) > 1 and not question.several:
        yield fault(ONE_ANSWER, place, count=len(given))
    elif len(given) > 1:
        for answer in given:
            if question.options[answer].alone:
                yield fault(ALONE, place, value=answer)


def role_faults(facts: Facts, roles: Iterable[str], where: str = "facts.") -> Iterator[Fault]:
    """Known facts that cannot be true for the roles, one fault each."""
    tree, held = ai_act.english(), frozenset(roles)
    for name, value in facts.items():
        question = tree.questions[name]
        for answer in answers_in(value):
            if not question.options[answer].roles.holds_for(held):
                yield fault(
                    NOT_FOR_ROLE,
                    f"{where}{name}",
                    value=answer,
                    roles=", ".join(each for each in tree.roles if each in held),
                    help=LazyText(question.help, catalogue_of(ai_act.NAME)),
                )


def open_questions(classified: Classified, where: str = "facts.") -> Iterator[Fault]:
    """One fault for each question on the path that has no answer."""
    for name in classified.missing:
        text = LazyText(ai_act.english().questions[name].text, catalogue_of(ai_act.NAME))
        yield fault(STILL_OPEN, f"{where}{name}", question=text)


def _checked(facts: Facts, tree: Tree, roles: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The answers, in the order of the tree's options. Raises ArtefactError."""
    if not isinstance(facts, Mapping):
        raise ArtefactError([fault(NO_FACTS)])
    found = list(fact_faults(facts, where="")) or list(role_faults(facts, roles, where=""))
    if found:
        raise ArtefactError(found)
    return {
        name: tuple(each for each in tree.questions[name].options if each in answers_in(value))
        for name, value in facts.items()
    }


def _checked_roles(role: str | Iterable[str], tree: Tree) -> frozenset[str]:
    roles = [role] if isinstance(role, str) else list(role)
    options = ", ".join(tree.roles)
    if not roles:
        raise ArtefactError([fault(NO_ROLE, options=options)])
    for each in roles:
        if each not in tree.roles:
            raise ArtefactError([fault(UNKNOWN_ROLE, value=short(each), options=options)])
    return frozenset(roles)


# The walk


@dataclass
class _Walk:
    """A walk through the tree that is under way."""

    tree: Tree
    answers: Mapping[str, tuple[str, ...]]
    roles: frozenset[str]
    path: list[Answered]
    missing: list[str]
    found: dict[str, DatedRule | None]
    """The day of each outcome by its id."""
    is_over: bool = False

    def ask(self, name: str) -> list[str]:
        """Ask one question. Returns the questions that its answers lead to."""
        question = self.tree.questions[name]
        if question.needs and not any(self._has(class_id) for class_id in question.needs):
            return []
        if name not in self.answers:
            self.missing.append(name)
            return []
        self.path.append(Answered(name, self.answers[name], question.place))
        chosen = [question.options[answer] for answer in self.answers[name]]
        for option in chosen:
            self._take(option)
        return [each for option in chosen for each in option.then]

    def _take(self, option: ActOption) -> None:
        """Note what follows from an option."""
        outcomes = self.tree.outcomes
        given = [each for each in option.gives if outcomes[each].roles.holds_for(self.roles)]
        self.is_over |= option.ends and bool(given)
        if option.replaces:
            for name in self._of(option.replaces):
                del self.found[name]
        for name in given:
            self.found[name] = outcomes[name].applies
        for moved, day in option.moves.items():
            for name in self._of(moved):
                self.found[name] = self.tree.dates.get(day)

    def _has(self, class_id: str) -> bool:
        return bool(self._of(class_id))

    def _of(self, meant: str) -> list[str]:
        """The outcomes so far that a name means: one outcome, or all of a class."""
        outcomes = self.tree.outcomes
        return [name for name in self.found if meant in (name, outcomes[name].class_id)]

    def has_in_force(self, class_id: str, on: date) -> bool:
        """Whether an outcome of a class applies on a day."""
        rules = (self.found[name] for name in self._of(class_id))
        return any(rule is not None and rule.day <= on for rule in rules)


def _walk(
    tree: Tree, answers: Mapping[str, tuple[str, ...]], on: date, roles: frozenset[str]
) -> Classified:
    walk = _Walk(tree, answers, roles, [], [], {})
    for stage in tree.stages:
        waiting = [] if walk.is_over else list(stage.questions)
        while waiting:
            details = walk.ask(waiting[0])
            waiting = details + ([] if walk.is_over else waiting[1:])
        walk.is_over |= bool(stage.ends_with) and walk.has_in_force(stage.ends_with, on)
    return _classified(walk, on)


def _classified(walk: _Walk, on: date) -> Classified:
    tree = walk.tree
    findings = [LegalFinding(tree.outcomes[name], rule) for name, rule in walk.found.items()]
    classes: list[str] = []
    in_force: list[str] = []
    dues: list[Due] = []
    if not walk.missing:
        held = {each.outcome.class_id for each in findings} or {MINIMAL}
        classes = [each for each in tree.classes if each in held]
        now = {each.outcome.class_id for each in findings if each.applies_on(on)}
        in_force = [each for each in classes if each in now or each == MINIMAL]
        dues = list(_dues(tree, findings, walk.roles))
    asked = {step.question for step in walk.path}
    return Classified(
        on=on,
        roles=walk.roles,
        checked_on=tree.checked_on,
        path=tuple(walk.path),
        findings=tuple(findings),
        missing=tuple(walk.missing),
        unused=tuple(name for name in walk.answers if name not in asked),
        contradictions=tuple(_contradictions(walk)),
        classes=tuple(classes),
        in_force=tuple(in_force),
        duties=tuple(each for each in dues if each.applies_on(on)),
        later=tuple(sorted((each for each in dues if not each.applies_on(on)), key=_by_day)),
    )


def _contradictions(walk: _Walk) -> Iterator[tuple[str, str]]:
    given = {step.question: step.answers for step in walk.path}
    for name, answers in given.items():
        for answer in answers:
            option = walk.tree.questions[name].options[answer]
            for other, wrong in option.contradicts.items():
                if set(wrong) & set(given.get(other, ())):
                    yield name, other


def _by_day(due: Due) -> date:
    return due.applies.day if due.applies else date.max


def _dues(tree: Tree, findings: Sequence[LegalFinding], roles: frozenset[str]) -> Iterator[Due]:
    """The duties of the roles, each from the earliest day that an outcome gives it."""
    held = {each.outcome.id: each.applies for each in findings} or {MINIMAL: None}
    for duty in tree.duties:
        outcomes = [name for name in held if name in duty.outcomes]
        if not outcomes or not duty.roles & roles:
            continue
        if duty.applies:
            yield Due(duty, duty.applies)
        else:
            rules = [rule for name in outcomes if (rule := held[name])]
            yield Due(duty, min(rules, key=lambda rule: rule.day, default=None))


# Flip cases


def _alternatives(
    question: ActQuestion, now: tuple[str, ...], roles: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """The answers that differ from those of now in one option and can be true for the roles."""
    for option in question.options.values():
        if not option.roles.holds_for(roles):
            continue
        if option.id in now:
            without = tuple(each for each in now if each != option.id)
            if without:
                yield without
        elif not question.several or option.alone or any(question.options[n].alone for n in now):
            yield (option.id,)
        else:
            yield tuple(each for each in question.options if each in now or each == option.id)


def _flips_to(
    tree: Tree,
    answers: Mapping[str, tuple[str, ...]],
    step: Answered,
    after: tuple[str, ...],
    now: Classified,
) -> Iterator[Flip]:
    changed = {**answers, step.question: after}
    for details, assumed, then in _completed(tree, changed, now, {}, {}):
        if then.classes != now.classes:
            yield Flip(
                step.question, step.answers, after, details, assumed, then.missing, then.classes
            )


_Answers = dict[str, tuple[str, ...]]


def _completed(
    tree: Tree, answers: _Answers, now: Classified, details: _Answers, assumed: _Answers
) -> Iterator[tuple[_Answers, _Answers, Classified]]:
    """The ways to answer the questions that a changed fact brings up.

    A question that every system is asked is not answered here: only the facts can say.
    """
    then = _walk(tree, answers, now.on, now.roles)
    name = then.missing[0] if then.missing else ""
    if not name or _is_asked_of_all(name, tree):
        yield details, assumed, then
        return
    question = tree.questions[name]
    if question.assumed:
        answer = (question.assumed,)
        yield from _completed(
            tree, {**answers, name: answer}, now, details, {**assumed, name: answer}
        )
        return
    for option in question.options:
        answer = (option,)
        yield from _completed(
            tree, {**answers, name: answer}, now, {**details, name: answer}, assumed
        )


def _is_asked_of_all(name: str, tree: Tree) -> bool:
    """Whether the tree asks a question of every system, unless it has ended before."""
    in_stages = any(name in stage.questions for stage in tree.stages)
    return in_stages and not tree.questions[name].needs
