"""The Algorithmic Impact Assessment of a project: its answers, and the level that they give."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from course.checking.messages import Message, say
from course.dossier.artefact import Artefact
from course.dossier.assessments.aia.obligations import obligations
from course.dossier.assessments.aia.questionnaire import Question, Score, questionnaire
from course.dossier.fields.faults import ArtefactError, Fault, LazyText, fault, short, t
from course.dossier.fields.kinds import FormQuestion as Asked
from course.dossier.fields.parts import (
    YES_NO,
    Day,
    Part,
    Text,
    answers_for_nothing,
    missing,
    required,
)

LEFT = say(
    "aia-left",
    "`{where}` is not answered. The question is: “{question}” The options are: {options}.",
)
LEFT_TO_ANSWER = say(
    "aia-incomplete",
    "The form has no level yet: choose the phase, and answer the questions that are left "
    "({count}).",
)
NOT_AN_OPTION = say(
    "aia-option",
    "`{where}`: “{value}” is not an answer to “{question}” The options are: {options}.",
)
ONE_ONLY = say(
    "aia-one-only",
    "`{where}`: this question takes one option, and {count} are given. Keep one of: {options}.",
)
TWICE = say("aia-twice", "`{where}`: the option “{value}” is listed twice. Keep it once.")
NOT_ASKED = say(
    "aia-not-asked",
    "`{where}`: this question is not asked because of the answer to `{gate}`, so it does not "
    "count. Remove it, or correct `{gate}`.",
)
UNKNOWN_QUESTION = say(
    "aia-unknown-question",
    "`{where}`: the assessment has no question of this name. Did you mean `{nearest}`?",
)
NO_OWNER = say(
    "aia-no-owner",
    "`{where}`: a system cannot answer for itself. Name the office or person who answers for it.",
)
LEVEL = say(
    "aia-level",
    "`{where}` says {stated}; the answers give level {level}: {raw} risk points, {mitigation} "
    "mitigation points, and a total of {total}.",
)
UNTRUE = say(
    "aia-untrue", "`{where}` says “{written}”; by the notebook the answer is “{expected}”."
)

SOURCE = t(
    "Questions, points and duties follow release {version} of the Government of Canada's "
    "Algorithmic Impact Assessment tool, of {date}. The wording is that of this course. It is not "
    "legal advice."
)

MOST_UNKNOWN = 20
"""So many unknown questions are named at most; a text of many would take long to compare."""


def _answer(value: object) -> object:
    """An answer as text or as a list of texts, blanks left out."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return [each.strip() for each in value if each.strip()]
    raise PydanticCustomError("answer", "an answer is the key of an option, or a list of keys")


def _level(value: object) -> object:
    """A level as a whole number, written as 2 or as II."""
    if value is None:
        return None
    written = str(value).strip().upper()
    found = {"1": 1, "2": 2, "3": 3, "4": 4, "I": 1, "II": 2, "III": 3, "IV": 4}.get(written)
    if found is None:
        raise PydanticCustomError("literal_error", "a level", {"expected": "1, 2, 3, 4"})
    return found


Answer = Annotated[str | list[str], BeforeValidator(_answer)]
"""The key of an option, or a list of keys."""

Level = Annotated[Literal[1, 2, 3, 4] | None, BeforeValidator(_level)]
"""An impact level, from 1 (little) to 4 (very high)."""


class AnsweredQuestion(Part):
    """A row of the page: a question with the answer in words."""

    area: Text = required(t("Area"), t("the area of the question."))
    question: Text = required(t("Question"), t("the question."))
    answer: Text = required(t("Answer"), t("the options that were chosen."))


class AreaPoints(Part):
    """A row of the page: the points of an area."""

    area: Text = required(t("Area"), t("the area of the questions."))
    points: int | None = required(t("Points"), t("the points of the answers."))
    most: int | None = required(t("At most"), t("the most points that the area can have."))


class LevelDuty(Part):
    """A row of the page: what the level asks for."""

    topic: Text = required(t("Topic"), t("what the duty is about."))
    text: Text = required(t("What the level asks for"), t("the duty."))


class ImpactAssessment(Artefact):
    """Canada's Algorithmic Impact Assessment, release 1.0.1 (course/frameworks/aia.yml).

    A blank is never a low answer: while a question that is asked has no answer, there is no total
    and no level.
    """

    TITLE = t("Algorithmic Impact Assessment")
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("Project"), ("name", "phase", "owner", "date")),
        (t("Impact level"), ("level",)),
    )

    name: Text = required(t("Name"), t("what the project is called."))
    phase: Literal["design", "implementation"] | None = required(
        t("Phase"),
        t("whether the system is still being designed, or is being put into service."),
    )
    owner: Text = required(t("Owner"), t("the office or person who answers for the system."))
    date: Day = required(t("Date"), t("the day of the assessment."))
    answers: dict[str, Answer] | None = required(
        t("Answers"),
        t("for each question its name, a colon, and the option; a list where several are allowed."),
    )
    level: Level = required(t("Impact level"), t("the level that the answers give: 1, 2, 3 or 4."))

    @classmethod
    def questions(
        cls, name: str, fields: Mapping[str, Any], lang: str | None = None
    ) -> Sequence[Asked]:
        """The questions that the answers so far leave to be asked."""
        if name != "answers":
            return ()
        form = questionnaire()
        return [
            Asked(
                key=each.id,
                title=each.label.read(lang),
                options=[(option.label.read(lang), key) for key, option in each.options.items()],
                takes_many=each.takes_many,
                section=form.areas[each.area].label.read(lang),
            )
            for each in form.asked(_chosen(fields.get(name)))
        ]

    @classmethod
    def option_name(cls, name: str, option: str, lang: str | None = None) -> str | None:
        """The label of a phase in the reader's language."""
        return questionnaire().phases[option].label.read(lang) if name == "phase" else None

    # The answers and what they give

    DERIVED = ("level",)

    def replayed(self) -> Self:
        """A copy with the level that the answers give. Raises ArtefactError for blank answers."""
        if not self.is_complete():
            raise ArtefactError([each for each in self.faults() if each.field != "level"])
        return self.model_copy(update={"level": self.score().level})

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The valid answers: the keys of the chosen options by question, asked or not."""
        return _chosen(self.answers)

    def counted(self) -> dict[str, tuple[str, ...]]:
        """The valid answers to questions that are asked: those that count."""
        chosen = self.chosen()
        asked = questionnaire().asked(chosen)
        return {each.id: chosen[each.id] for each in asked if each.id in chosen}

    def left(self) -> list[Question]:
        """The questions that are asked and have no valid answer, in the order of the areas."""
        chosen = self.chosen()
        return [each for each in questionnaire().asked(chosen) if each.id not in chosen]

    def left_by_area(self, lang: str | None = None) -> dict[str, list[str]]:
        """The questions that are left, in words: those of each area, in the reader's language."""
        areas, found = questionnaire().areas, dict[str, list[str]]()
        for question in self.left():
            label = areas[question.area].label.read(lang)
            found.setdefault(label, []).append(question.label.read(lang))
        return found

    def is_complete(self) -> bool:
        """Whether the phase is known and every question that is asked has a valid answer."""
        return self.phase is not None and not self.left()

    def score(self) -> Score:
        """The points of the answers that count; total and level only if the form is complete."""
        form = questionnaire()
        points = (
            (form.questions[name], form.questions[name].points(keys))
            for name, keys in self.counted().items()
        )
        return form.score(points, is_complete=self.is_complete())

    # Checking

    def blanks(self) -> Iterator[Fault]:
        """Blank fields; then each question that is left, if any has been answered."""
        for each in missing(self):
            # Keys such as `unknown` are options of some questions, and no placeholders there.
            if not each.where.startswith("answers."):
                yield each
        if self.answers:
            for question in self.left():
                if not _keys(question, self.answers.get(question.id, "")):
                    yield _about(LEFT, question)

    def rules(self) -> Iterator[Fault]:
        """The owner, each answer, and the level that is stated."""
        if answers_for_nothing(self.owner, self.name):
            yield fault(NO_OWNER, "owner")
        yield from self._about_answers()
        score = self.score()
        if self.level and score.level and self.level != score.level:
            yield fault(
                LEVEL,
                "level",
                stated=self.level,
                level=score.level,
                raw=score.raw,
                mitigation=score.mitigation,
                total=score.total,
            )

    def _about_answers(self) -> Iterator[Fault]:
        form, written, chosen = questionnaire(), self.answers or {}, self.chosen()
        for name, question in form.questions.items():
            keys = _keys(question, written.get(name, ""))
            yield from _faults_of(question, keys)
            closed = [
                gate
                for gate, needed in question.asked_if.items()
                if gate in chosen and needed.isdisjoint(chosen[gate])
            ]
            if keys and closed:
                yield fault(NOT_ASKED, f"answers.{name}", gate=closed[0])
        unknown = [name for name in written if name not in form.questions]
        for name in unknown[:MOST_UNKNOWN]:
            nearest = difflib.get_close_matches(name[:80], form.questions, 1, 0)[0]
            yield fault(UNKNOWN_QUESTION, f"answers.{short(name)}", nearest=nearest)

    def mismatches(self, measured: Mapping[str, str | Sequence[str]]) -> Iterator[Fault]:
        """Answers that are not those of the notebook; `measured` has options by question."""
        chosen = self.chosen()
        for name, value in measured.items():
            expected = [value] if isinstance(value, str) else list(value)
            if name in chosen and set(chosen[name]) != set(expected):
                yield fault(
                    UNTRUE,
                    f"answers.{name}",
                    written=", ".join(chosen[name]),
                    expected=", ".join(expected),
                )

    # Showing

    def shown(self, name: str, lang: str) -> object:
        """The phase in words; other fields as they are."""
        if name == "phase" and self.phase:
            return questionnaire().phases[self.phase].label.read(lang)
        return super().shown(name, lang)

    def results(self, lang: str) -> list[tuple[LazyText, object]]:
        """The points and the duties, once the form is complete; then the many answers."""
        score = self.score()
        found = [] if score.level is None else self._about_the_level(score, score.level, lang)
        form = questionnaire()
        source = SOURCE.read(lang).format(version=form.version, date=form.released_on)
        return [
            *found,
            (t("Answers"), self._answers_in_words(lang)),
            (t("Source"), source),
        ]

    def _about_the_level(
        self, score: Score, level: int, lang: str
    ) -> list[tuple[LazyText, object]]:
        rows = [
            AreaPoints(area=area.label.read(lang), points=score.areas[area.id], most=area.most)
            for area in questionnaire().areas.values()
        ]
        totals = {
            t("Risk points").read(lang): score.raw,
            t("Mitigation points").read(lang): score.mitigation,
            t("Total").read(lang): score.total,
            t("Impact level by the answers").read(lang): level,
        }
        duties = [LevelDuty(topic=each.topic, text=each.text) for each in obligations(level, lang)]
        return [
            (t("Result"), totals),
            (t("What this level asks for"), duties),
            (t("Points by area"), rows),
        ]

    def _answers_in_words(self, lang: str) -> list[AnsweredQuestion]:
        """The questions that are asked, with their answers; none before the first answer."""
        form, chosen = questionnaire(), self.chosen()
        return [
            AnsweredQuestion(
                area=form.areas[question.area].label.read(lang),
                question=question.label.read(lang),
                answer=question.in_words(chosen.get(question.id, ()), lang),
            )
            for question in (form.asked(chosen) if self.answers else ())
        ]


def _chosen(answers: object) -> dict[str, tuple[str, ...]]:
    """The valid answers among plain ones: the keys of the chosen options by question."""
    questions = questionnaire().questions
    found = {}
    for name, value in (answers if isinstance(answers, Mapping) else {}).items():
        try:
            written: Any = _answer(value)
        except PydanticCustomError:
            continue
        keys = _keys(questions[name], written) if name in questions else ()
        if keys and not list(_faults_of(questions[name], keys)):
            found[name] = keys
    return found


def _keys(question: Question, written: str | list[str]) -> tuple[str, ...]:
    """The keys in an answer, and what is written where there is no such key."""
    listed = [written] if isinstance(written, str) else written
    return tuple(_key(question, each) for each in listed if each)


def _key(question: Question, written: str) -> str:
    """The key of an option; yes and no can be written in each language of the course."""
    key = written.lower()
    if key in YES_NO:
        key = "yes" if YES_NO[key] else "no"
    return key if key in question.options else written


def _faults_of(question: Question, keys: Sequence[str]) -> Iterator[Fault]:
    """The faults of an answer by itself."""
    unknown = [key for key in keys if key not in question.options]
    if unknown:
        yield _about(NOT_AN_OPTION, question, value=short(unknown[0]))
    elif len(keys) > 1 and not question.takes_many:
        yield _about(ONE_ONLY, question, count=len(keys))
    elif twice := [key for place, key in enumerate(keys) if key in keys[:place]]:
        yield _about(TWICE, question, value=twice[0])


def _about(message: Message, question: Question, **values: object) -> Fault:
    return fault(
        message,
        f"answers.{question.id}",
        question=question.label,
        options=", ".join(question.options),
        **values,
    )
