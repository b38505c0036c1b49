"""The file that Canada's official tool saves: read, written, and turned into an assessment.

{"version": "v1.0.1", "currentPage": 12, "data": {NAME: VALUE}, "translationsOnResult": {...}}

All of the file is kept, also what we do not know: answers to other questions, free texts, the
answers of another phase, and further keys.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, Self

from course.checking.messages import say
from course.dossier.artefact import file_fault, write_file
from course.dossier.assessments.aia.assessment import TWICE, ImpactAssessment
from course.dossier.assessments.aia.questionnaire import Question, Score, questionnaire
from course.dossier.fields.faults import ArtefactError, Fault, fault, short, t

LONGEST = 2_000_000
"""Characters of the longest file that is read; a form with long texts has some 100,000."""

OLDEST, NEWEST = (0, 8, 0), (1, 0, 1)
"""The releases of the tool whose files are read."""

TOO_LONG = say(
    "aia-file-too-long", "The file is too long to be read: at most {longest} characters."
)
NOT_JSON = say(
    "aia-file-not-json",
    "This is not a file that the official tool saved: it is not JSON ({reason}). Save it again "
    "from the tool.",
)
NOT_A_FORM = say(
    "aia-file-not-a-form",
    "This is not a file that the official tool saved: `{where}` must be {wanted}. Save it again "
    "from the tool.",
)
VERSION = say(
    "aia-file-version",
    "The file is of release “{version}” of the official tool. Only releases 0.8 to 1.0.1 can be "
    "read.",
)
NO_SUCH_VALUE = say(
    "aia-file-value",
    "`{where}`: “{value}” is not a value of this question. The values are: {options}.",
)
ONE_VALUE = say(
    "aia-file-one-value", "`{where}`: this question takes one value, and {count} are given."
)
NO_PHASE = say(
    "aia-file-no-phase",
    "`{where}` is blank, and the official file keeps the mitigation answers of each phase apart. "
    "Choose the phase, then write the file.",
)

NEWEST_NAME = "v1.0.1"

OBJECT = t("an object with names and values, in braces")
TEXT = t("a text")
NUMBER = t("a whole number")

PARTS = (
    ("version", str, TEXT, True),
    ("data", dict, OBJECT, True),
    ("currentPage", int, NUMBER, False),
    ("translationsOnResult", dict, OBJECT, False),
    ("notConverted", dict, OBJECT, False),
)
"""The parts of a file: name, type, the type in words, and whether a file must have it."""

NOT_CONVERTED = "notConverted"
"""The key for answers of an older release that the newest one does not offer."""


@dataclass(frozen=True)
class OfficialFile:
    """The whole content of a file of the official tool."""

    content: Mapping[str, Any]

    # Reading and writing

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The file with this text. Raises ArtefactError, with a sentence for each fault."""
        if len(text) > LONGEST:
            raise ArtefactError([fault(TOO_LONG, longest=LONGEST)])
        try:
            content = json.loads(
                text,
                object_pairs_hook=_without_repetition,
                parse_constant=_finite,
                parse_float=_finite,
            )
        except (ValueError, RecursionError) as error:
            reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise ArtefactError([fault(NOT_JSON, reason=short(reason))]) from None
        for find in (_form_faults, _version_faults, _answer_faults):
            if faults := list(find(content)):
                raise ArtefactError(faults)
        return cls(content)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """The file at a path. Raises ArtefactError, also when there is none."""
        try:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read(LONGEST + 1)
        except (OSError, UnicodeDecodeError) as error:
            raise ArtefactError([file_fault(path, error)]) from None
        return cls.from_json(text)

    def to_json(self) -> str:
        """The content in the form that the official tool reads."""
        return json.dumps(self.content)

    def save(self, path: str | Path) -> None:
        """Write the file, atomically. Raises ArtefactError."""
        write_file(path, self.to_json() + "\n")

    # What it says

    @property
    def version(self) -> str:
        """The release of the tool that saved it, such as "v1.0.1"."""
        return str(self.content["version"])

    @property
    def data(self) -> Mapping[str, Any]:
        """All answers, by the official names of their questions."""
        data: Mapping[str, Any] = self.content["data"]
        return data

    @property
    def phase(self) -> str | None:
        """The phase of the project, "design" or "implementation"; None while it is blank."""
        form = questionnaire()
        value = self.data.get(form.phase_official)
        return next((key for key, option in form.phases.items() if option.value == value), None)

    def assessment(self) -> ImpactAssessment:
        """The assessment in the file: the answers to questions that are asked in its phase.

        The official form has no field for the date, and the level is for its author to state.
        """
        form, phase = questionnaire(), self.phase
        stored = {
            question.id: _keys(question, self.data.get(_name(question, phase) or "")) or ()
            for question in form.questions.values()
        }
        answers = {
            each.id: list(stored[each.id]) if each.takes_many else stored[each.id][0]
            for each in form.asked(stored)
            if stored[each.id]
        }
        texts = {ours: self.data.get(name) for ours, name in form.project_official.items()}
        fields: dict[str, Any] = {"phase": phase, "answers": answers, **texts}
        return ImpactAssessment(**fields)

    def score_so_far(self) -> Score:
        """The score that the official tool shows while a form is being filled in.

        It counts each stored answer: those of both phases, and those to questions that are no
        longer asked. It has a level from the beginning. Compare `assessment().score()`.
        """
        form = questionnaire()
        return form.score(
            (question, question.points(_keys(question, self.data.get(name)) or ()))
            for question in form.questions.values()
            for name in dict.fromkeys(question.official.values())
        )

    def updated(self, assessment: ImpactAssessment) -> "OfficialFile":
        """This file with the answers of an assessment, as the newest release saves them.

        All else stays: other texts, the other phase, and answers to questions that are not asked.
        Answers of an older release that the newest does not offer are moved to NOT_CONVERTED.
        Raises ArtefactError for an assessment without a phase.
        """
        form = questionnaire()
        if assessment.phase is None:
            raise ArtefactError([fault(NO_PHASE, "phase")])
        not_converted = dict(_not_offered(self.data))
        data = {name: value for name, value in self.data.items() if name not in not_converted}
        data[form.phase_official] = form.phases[assessment.phase].value
        for ours, name in form.project_official.items():
            text = getattr(assessment, ours) or ""
            if text != (data.get(name) or "").strip():
                _put(data, name, text)
        counted = assessment.counted()
        for question in form.asked(assessment.chosen()):
            name, keys = question.official[assessment.phase], counted.get(question.id, ())
            if keys != _keys(question, data.get(name)):
                values = [question.options[key].value for key in keys]
                _put(data, name, values if question.takes_many else "".join(values))
        content = {**self.content, "version": NEWEST_NAME, "data": data}
        if not_converted:
            content[NOT_CONVERTED] = {**self.content.get(NOT_CONVERTED, {}), **not_converted}
        return OfficialFile(content)


def new_file(assessment: ImpactAssessment) -> OfficialFile:
    """A file of the newest release with the answers of an assessment, and nothing else.

    Raises ArtefactError for an assessment without a phase.
    """
    empty = {"version": NEWEST_NAME, "currentPage": 0, "data": {}, "translationsOnResult": {}}
    return OfficialFile(empty).updated(assessment)


def _put(data: dict[str, Any], name: str, value: str | list[str]) -> None:
    """Set an answer; a blank one is left out, as the official tool does."""
    if value:
        data[name] = value
    else:
        data.pop(name, None)


# Official names and values


def _name(question: Question, phase: str | None) -> str | None:
    """The official name of a question; None where it depends on a phase that is not known."""
    names = set(question.official.values())
    if phase:
        return question.official[phase]
    return names.pop() if len(names) == 1 else None


def _values(value: object) -> list[Any]:
    """The values of an answer: none for a blank, one, or those of a list."""
    if value in (None, ""):
        return []
    return value if isinstance(value, list) else [value]


def _keys(question: Question, value: object) -> tuple[str, ...] | None:
    """The keys of the options with these values; None for an answer that is not offered."""
    if next(_value_faults(question, value, ""), None):
        return None
    by_value = {option.value: key for key, option in question.options.items()}
    return tuple(by_value[each] for each in _values(value))


def _value_faults(question: Question, value: object, where: str) -> Iterator[Fault]:
    """The fault of an answer that the question does not offer."""
    values = _values(value)
    offered = [option.value for option in question.options.values()]
    unknown = [each for each in values if each not in offered]
    if unknown:
        yield fault(NO_SUCH_VALUE, where, value=short(unknown[0]), options=", ".join(offered))
    elif len(values) > 1 and not question.takes_many:
        yield fault(ONE_VALUE, where, count=len(values))
    elif len(values) > len(set(values)):
        twice = next(each for each in values if values.count(each) > 1)
        yield fault(TWICE, where, value=twice)


def _named(data: Mapping[str, Any]) -> Iterator[tuple[Question, str]]:
    """Each question with each of its official names that has an answer."""
    for question in questionnaire().questions.values():
        for name in dict.fromkeys(question.official.values()):
            if name in data:
                yield question, name


def _not_offered(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The answers to known questions that the newest release does not offer."""
    for question, name in _named(data):
        if _keys(question, data[name]) is None:
            yield name, data[name]


# What is wrong with a file


def _form_faults(content: object) -> Iterator[Fault]:
    """The faults of the parts of a file that have the wrong type."""
    if not isinstance(content, dict):
        yield fault(NOT_A_FORM, "{...}", wanted=OBJECT)
        return
    for name, kind, wanted, is_needed in PARTS:
        value = content.get(name)
        if (value is None and is_needed) or (value is not None and type(value) is not kind):
            yield fault(NOT_A_FORM, name, wanted=wanted)
    data = content.get("data")
    for name in questionnaire().project_official.values():
        value = data.get(name) if isinstance(data, dict) else None
        if value is not None and not isinstance(value, str):
            yield fault(NOT_A_FORM, f"data.{name}", wanted=TEXT)


def _version_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    found = _release(content["version"])
    if found is None or not OLDEST <= found <= NEWEST:
        yield fault(VERSION, version=short(content["version"]))


def _release(version: str) -> tuple[int, ...] | None:
    """A release such as v0.10.0 or 0.8 as three numbers; None for any other text."""
    found = re.fullmatch(r"v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?", version, re.ASCII)
    return tuple(int(number or 0) for number in found.groups()) if found else None


def _answer_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults of answers. Older releases offered others, which are not faults."""
    if _release(content["version"]) != NEWEST:
        return
    form, data = questionnaire(), content["data"]
    phases, phase = [option.value for option in form.phases.values()], form.phase_official
    if data.get(phase) not in (None, "", *phases):
        options = ", ".join(phases)
        yield fault(NO_SUCH_VALUE, f"data.{phase}", value=short(data[phase]), options=options)
    for question, name in _named(data):
        yield from _value_faults(question, data[name], f"data.{name}")


def _without_repetition(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object of a JSON file. Raises ValueError for a name that it has twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an object has the same name twice")
    return found


def _finite(number: str) -> float:
    """A number of a JSON file. Raises ValueError for NaN and for one that is too large."""
    value = float(number)
    if not isfinite(value):
        raise ValueError(f"{number} is not a number that JSON can hold")
    return value
