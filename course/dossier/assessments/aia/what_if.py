"""What would change the impact level: one answer, or the mitigation measures alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from course.checking.messages import GENERAL, Message, say
from course.dossier.assessments.aia.assessment import LEFT_TO_ANSWER, ImpactAssessment
from course.dossier.assessments.aia.questionnaire import (
    MITIGATION,
    RISK,
    Answers,
    Question,
    Questionnaire,
    questionnaire,
)
from course.dossier.fields.faults import ArtefactError, fault, t

LOWEST = say(
    "aia-mitigation-lowest",
    "The risk points are {raw}, so the level is 1 without any mitigation measure. There is no "
    "lower level.",
)
LOWERS = say(
    "aia-mitigation-lowers",
    "Mitigation measures alone lower the level. With {needed} of {most} mitigation points the "
    "total is {reduced} instead of {raw}, and the level is {level} instead of {without}.",
)
NOT_ENOUGH = say(
    "aia-mitigation-not-enough",
    "Mitigation measures alone do not lower the level. Even with all {most} mitigation points the "
    "total is {reduced} instead of {raw}. Level {lower} ends at a total of {highest}, so the level "
    "stays {without}.",
)


@dataclass(frozen=True)
class Change:
    """One answer that, given instead of the present one, changes the level or can change it."""

    question: Question
    now: tuple[str, ...]
    """The keys of the options that are chosen now."""
    then: tuple[str, ...]
    """The keys of the options in their place."""
    level: int
    """The level now."""
    level_then: int
    """The level after the change; if the change opens questions, with their lowest answers."""
    highest_then: int
    """The same level, unless the change opens questions: then with their highest answers."""
    opens: tuple[Question, ...] = ()
    """The questions that have to be answered after the change."""

    @property
    def raises(self) -> bool:
        """Whether the change raises the level, or raises it with some answers to what it opens."""
        return self.highest_then > self.level

    def in_words(self, lang: str | None = None) -> dict[str, str]:
        """The change as a row of a table, in the reader's language."""
        levels = str(self.level_then)
        if self.highest_then != self.level_then:
            pattern = t("{low} to {high}, by the answers to the questions that it opens")
            levels = pattern.read(lang).format(low=self.level_then, high=self.highest_then)
        return {
            t("Question").read(lang): self.question.label.read(lang),
            t("Answer now").read(lang): self.question.in_words(self.now, lang),
            t("Other answer").read(lang): self.question.in_words(self.then, lang),
            t("Level now").read(lang): str(self.level),
            t("Level then").read(lang): levels,
        }


@dataclass(frozen=True)
class MitigationEffect:
    """What the mitigation measures can do to the level while the risk answers stay."""

    raw: int
    level_without: int
    """The level without enough mitigation measures."""
    level_with: int
    """The level with enough of them."""
    reason: Message
    """Why, in one or two sentences."""

    @property
    def lowers(self) -> bool:
        """Whether mitigation measures alone lower the level."""
        return self.level_with < self.level_without


def what_if(assessment: ImpactAssessment) -> list[Change]:
    """The single answers that would change the level, in the order of the questions.

    In a question that takes many options, one option is added or removed at a time. Raises
    ArtefactError for an incomplete form: it has no level that could change.
    """
    level = _level(assessment)
    form, answers = questionnaire(), assessment.counted()
    found = []
    for name, now in answers.items():
        question = form.questions[name]
        for then in _other_answers(question, now):
            change = _change(form, answers, question, then, level)
            if {change.level_then, change.highest_then} != {level}:
                found.append(change)
    return found


def mitigation_alone(assessment: ImpactAssessment) -> MitigationEffect:
    """Whether mitigation measures alone can lower the level. Raises ArtefactError as above."""
    _level(assessment)
    return effect_of_mitigation(assessment.score().raw)


def effect_of_mitigation(raw: int) -> MitigationEffect:
    """What the mitigation measures can do at a number of risk points."""
    rule = questionnaire().rule
    reduced = rule.total(raw, rule.mitigation_max)
    without, level = rule.level(raw), rule.level(reduced)
    message = LOWERS if level < without else NOT_ENOUGH
    if without == 1:
        message = LOWEST
    lower = max(without - 1, 1)
    values = {
        "raw": raw,
        "reduced": reduced,
        "needed": rule.mitigation_needed,
        "most": rule.mitigation_max,
        "without": without,
        "level": level,
        "lower": lower,
        "highest": rule.highest_total(lower),
    }
    return MitigationEffect(
        raw, without, level, Message(message.code, message.text, values, GENERAL)
    )


def _level(assessment: ImpactAssessment) -> int:
    level = assessment.score().level
    if level is None:
        raise ArtefactError([fault(LEFT_TO_ANSWER, count=len(assessment.left()))])
    return level


def _other_answers(question: Question, now: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The answers that differ from the present one by one option."""
    for key in question.options:
        if not question.takes_many:
            if (key,) != now:
                yield (key,)
        elif key not in now:
            yield tuple(each for each in question.options if each in (*now, key))
        elif len(now) > 1:
            yield tuple(each for each in now if each != key)


def _change(
    form: Questionnaire, answers: Answers, question: Question, then: tuple[str, ...], level: int
) -> Change:
    """The change, with the lowest and the highest level that can follow from it."""
    changed = {**answers, question.id: then}
    asked = form.asked(changed)
    opens = tuple(each for each in asked if each.id not in changed)
    points = [(each, each.points(changed[each.id])) for each in asked if each.id in changed]
    low = [(each, each.most if each.kind == MITIGATION else each.fewest) for each in opens]
    high = [(each, each.most if each.kind == RISK else each.fewest) for each in opens]
    lowest, highest = (form.score([*points, *more]).level or level for more in (low, high))
    return Change(question, tuple(answers[question.id]), then, level, lowest, highest, opens)
