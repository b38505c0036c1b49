"""An artefact of the dossier: read from YAML, written to YAML and HTML, and checked."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Self, get_args

import yaml
from pydantic import ValidationError

from course.checking.messages import Message, say
from course.dossier.documents import page
from course.dossier.fields.faults import ArtefactError, Fault, fault, short
from course.dossier.fields.kinds import FormQuestion
from course.dossier.fields.labels import by_label
from course.dossier.fields.parts import Document, Part, missing
from course.dossier.fields.reading import LONGEST, read_yaml
from course.dossier.fields.schema import comment_for
from course.files import write_atomic
from course.notebook.figures import ShownFigure
from course.os_errors import os_reason

UNKNOWN_KEY = say(
    "dossier-unknown-key",
    "There is no field `{where}` here. Did you mean `{nearest}`? The fields are: {fields}.",
)
OPTION = say(
    "dossier-option", "`{where}`: “{value}” is not one of the options. They are: {options}."
)
COMMA = say("dossier-comma", "`{where}`: write the decimal sign as a point, as in 0.5.")
NUMBER = say(
    "dossier-number",
    "`{where}`: a number is asked here, without unit and without marks between thousands, not "
    "“{value}”.",
)
WHOLE = say(
    "dossier-whole",
    "`{where}`: a whole number is asked here, without marks between thousands, not “{value}”.",
)
FRACTION = say(
    "dossier-fraction",
    "`{where}`: a whole number is asked for here, and “{value}” is not one: round it up or down.",
)
RANGE = say(
    "dossier-range",
    "`{where}`: “{value}” cannot be. A share lies between 0 and 1, as 0.75 for 75%, and a count is "
    "not below 0.",
)
DATE = say("dossier-date", "`{where}`: write a date that exists, as 2026-03-01, not “{value}”.")
YES_NO = say("dossier-yes-no", "`{where}`: write yes or no, not “{value}”.")
TEXT = say(
    "dossier-text",
    "`{where}`: a text is asked here. If there is a colon in it, put the whole text in quotation "
    "marks.",
)
LIST = say(
    "dossier-list", "`{where}`: a list is asked here: one line for each entry, begun with a hyphen."
)
FIELDS = say(
    "dossier-fields",
    "`{where}`: fields are asked here, one on each line and indented by two spaces: {fields}.",
)
ANSWER = say(
    "dossier-answer",
    "`{where}`: write one option, or a list of options where several are allowed.",
)
VALUE = say("dossier-value", "`{where}`: “{value}” is not allowed here.")
FILE = say("dossier-file", "{path}: {reason}. Look at the name and the folder of the file.")

MESSAGES: dict[str, Message] = {
    "extra_forbidden": UNKNOWN_KEY,
    "literal_error": OPTION,
    "float_parsing": NUMBER,
    "float_type": NUMBER,
    "finite_number": NUMBER,
    "int_parsing": WHOLE,
    "int_parsing_size": WHOLE,
    "int_from_float": WHOLE,
    "int_type": WHOLE,
    "less_than_equal": RANGE,
    "greater_than_equal": RANGE,
    "date": DATE,
    "date_from_datetime_parsing": DATE,
    "date_from_datetime_inexact": DATE,
    "bool_parsing": YES_NO,
    "bool_type": YES_NO,
    "string_type": TEXT,
    "list_type": LIST,
    "model_type": FIELDS,
    "dict_type": FIELDS,
    "answer": ANSWER,
}
"""The message for each type of error that pydantic finds."""


RECOMPUTED = ("measure-difference",)
"""Codes of faults in numbers that follow from other numbers of the same artefact."""


class Artefact(Document):
    """A governance artefact. Its fields can be blank while it is written; `faults` lists them.

    A subclass states what a Document states and, below its fields, its `rules`.
    """

    def __init__(self, /, **fields: Any):
        """Raises ArtefactError for an unknown field or a value of the wrong type."""
        try:
            super().__init__(**fields)
        except ValidationError as error:
            raise ArtefactError(
                [self._fault_of(dict(each), fields) for each in error.errors(include_url=False)]
            ) from None

    # Reading and writing

    @classmethod
    def from_yaml(cls, text: str) -> Self:
        """The artefact in a YAML text. Raises ArtefactError, whose `faults` name the lines."""
        fields, lines = read_yaml(text)
        try:
            return cls(**fields)
        except ArtefactError as error:
            raise ArtefactError(_with_lines(error.faults, lines)) from None

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """The artefact in a YAML file. Raises ArtefactError, also when there is no such file."""
        try:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read(LONGEST + 1)
        except (OSError, UnicodeDecodeError) as error:
            raise ArtefactError([file_fault(path, error)]) from None
        return cls.from_yaml(text)

    def to_yaml(self) -> str:
        """The artefact as YAML; `from_yaml` reads the same artefact from it."""
        return as_yaml(self)

    def save(self, path: str | Path) -> None:
        """Write the YAML to a file, atomically. Raises ArtefactError.

        The first line names the artefact's schema for editors, if its file is in the folder.
        """
        write_file(path, comment_for(type(self), path) + self.to_yaml())

    def write(
        self,
        path: str | Path,
        *,
        figures: Sequence[ShownFigure] = (),
        measured: Any = None,
        lang: str | None = None,
    ) -> None:
        """Write the page as one HTML file that needs no other. Raises ArtefactError.

        `figures` come from course.show() and bring their alternative texts. While the artefact has
        faults (with `measured`, also wrong numbers), the page says at its head that it is
        incomplete. `lang` is the reader's language, by default that of the notebook.
        """
        write_file(path, page.whole(self, figures, measured, lang))

    # Checking

    def faults(self, measured: Any = None) -> list[Fault]:
        """All faults, most useful first; an empty list when there are none.

        Four depths: complete (nothing blank, no placeholder), consistent (parts refer to each
        other), recomputed (fields that follow from others), and, with `measured`, true to the
        notebook: each number equals the measured one at the digits that are written.
        """
        blank = list(self.blanks())
        left = {each.where for each in blank}
        # What is wrong comes before what is still blank, among which it would not be found.
        found = [*(each for each in self.rules() if each.where not in left), *blank]
        if measured is None:
            return found
        # A difference that disagrees with its rates comes last: a rate may be what is wrong.
        found += self.mismatches(measured)
        return sorted(found, key=lambda each: each.code in RECOMPUTED)

    def blanks(self) -> Iterator[Fault]:
        """The faults of depth 1."""
        return missing(self)

    def rules(self) -> Iterator[Fault]:
        """The faults of depths 2 and 3 in fields that are filled in."""
        raise NotImplementedError

    def mismatches(self, measured: Any) -> Iterator[Fault]:
        """The faults of depth 4: numbers that differ from the measured ones.

        An artefact without numbers from a notebook leaves this as it is.
        """
        return iter(())

    @classmethod
    def field_names(cls) -> list[str]:
        """The names of the artefact's fields, in their order."""
        return list(cls.model_fields)

    @classmethod
    def questions(
        cls, name: str, fields: Mapping[str, Any], lang: str | None = None
    ) -> Sequence[FormQuestion]:
        """The questions whose answers a dictionary of the artefact holds, for a form.

        `name` is the field with the answers, and `fields` are the plain fields as far as they are
        filled in: they decide which questions are asked. An artefact without questions leaves this
        as it is.
        """
        return ()

    @classmethod
    def option_name(cls, name: str, option: str, lang: str | None = None) -> str | None:
        """The name of a field's option for a form, where it is not in options.OPTIONS."""
        return None

    DERIVED: ClassVar[tuple[str, ...]] = ()
    """The fields that follow from the others; a form can fill them in."""

    def replayed(self) -> Self:
        """A copy with the derived fields as they follow. Raises ArtefactError if they cannot."""
        return self

    @classmethod
    def faults_in(
        cls, value: str | Mapping[str, Any], measured: Any = None, only: Sequence[str] = ()
    ) -> list[Fault]:
        """All faults of a YAML text or of plain fields. Never raises because of them.

        A field with an unknown key or a wrong type does not hide the faults of the others.
        `only` narrows the list to faults that concern some of the artefact's fields; a text that
        cannot be read concerns them all.
        """
        found = cls._faults_in(value, measured)
        return [each for each in found if not only or each.concerns(only)]

    @classmethod
    def faults_by_label(
        cls, value: str | Mapping[str, Any], measured: Any = None, only: Sequence[str] = ()
    ) -> list[Fault]:
        """Find the faults that `faults_in` finds, and name fields by the titles in the form.

        The faults give no lines: the form shows none.
        """
        return [by_label(each, cls) for each in cls.faults_in(value, measured, only)]

    @classmethod
    def _faults_in(cls, value: str | Mapping[str, Any], measured: Any) -> list[Fault]:
        try:
            if isinstance(value, str):
                fields, lines = read_yaml(value)
            else:
                fields, lines = {str(key): each for key, each in value.items()}, {}
        except ArtefactError as error:
            return error.faults
        unreadable: list[Fault] = []
        try:
            artefact = cls(**fields)
        except ArtefactError as error:
            unreadable = error.faults
            skipped = {each.field for each in unreadable}
            artefact = cls(**{key: each for key, each in fields.items() if key not in skipped})
        others = [
            each
            for each in artefact.faults(measured)
            if not any(fault.concerns([each.field]) for fault in unreadable)
        ]
        return _with_lines([*unreadable, *others], lines)

    @classmethod
    def _fault_of(cls, error: dict[str, Any], given: Mapping[str, Any]) -> Fault:
        """The fault for one of pydantic's errors; `given` holds the fields as they came."""
        path = [str(key + 1) if isinstance(key, int) else str(key) for key in error["loc"]]
        where, written = short(".".join(path)), error["input"]
        message = MESSAGES.get(error["type"], VALUE)
        if message is NUMBER and isinstance(written, str) and written.count(",") == 1:
            message = COMMA
        if message is WHOLE and isinstance(written, float):
            message = FRACTION
        if message is UNKNOWN_KEY and len(path) > 1 and path[-1].isdigit():
            message = COMMA  # {value: 0,75} is read as two fields, the second called 75.
        home = _model_at(cls, error["loc"][:-1] if message is UNKNOWN_KEY else error["loc"])
        names = list(home.model_fields) if home else []
        nearest = (*difflib.get_close_matches(path[-1], names, 1, 0), "")[0]
        found = fault(
            message,
            where,
            value=short(written),
            nearest=nearest,
            fields=", ".join(names),
            options=(error.get("ctx") or {})
            .get("expected", "")
            .replace("' or '", ", ")
            .replace("'", ""),
        )
        misspelt = message is UNKNOWN_KEY and len(path) == 1 and nearest not in given
        return replace(found, meant=nearest) if misspelt else found

    # Showing

    def __repr__(self) -> str:
        return self.to_yaml()

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return page.body(self)


def _model_at(model: type[Part], loc: tuple[int | str, ...]) -> type[Part] | None:
    """The model of the part at a place of an artefact; None where there is no part."""
    found: type[Part] | None = model
    for key in loc:
        if found is not None and key in found.model_fields:
            found = _model_in(found.model_fields[key].annotation)
    return found


def _model_in(annotation: Any) -> type[Part] | None:
    """The model in a type such as list[Measure] | None."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    found = (_model_in(inner) for inner in get_args(annotation))
    return next((each for each in found if each), None)


def _with_lines(faults: list[Fault], lines: dict[str, int]) -> list[Fault]:
    return [replace(each, line=each.line or lines.get(each.where, 0)) for each in faults]


class _Dumper(yaml.SafeDumper):
    """Blank fields stay blank, and repeated values are written out instead of as aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class _OneLine(dict[str, object]):
    """Fields that are written on one line."""


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)
_Dumper.add_representer(
    _OneLine, lambda dumper, fields: dumper.represent_mapping("tag:yaml.org,2002:map", fields, True)
)


def as_yaml(value: object) -> str:
    """A part, or plain fields, as YAML; None is a blank."""
    written = yaml.dump(
        _to_dump(value), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=96
    )
    return str(written)


def _to_dump(value: object) -> object:
    if isinstance(value, Part):
        fields = {name: _to_dump(getattr(value, name)) for name in type(value).model_fields}
        plain = not any(isinstance(each, list | dict) for each in fields.values())
        numbers = any(isinstance(each, float) for each in fields.values())
        return _OneLine(fields) if plain and numbers else fields
    if isinstance(value, list):
        return [_to_dump(each) for each in value]
    if isinstance(value, dict):
        return {key: _to_dump(each) for key, each in value.items()}
    return value


def write_file(path: str | Path, content: str) -> None:
    """Write a file, atomically. Raises ArtefactError."""
    try:
        write_atomic(Path(path), content)
    except OSError as error:
        raise ArtefactError([file_fault(path, error)]) from None


def file_fault(path: str | Path, error: Exception) -> Fault:
    """The fault for a file that cannot be read or written."""
    reason = os_reason(error) if isinstance(error, OSError) else type(error).__name__
    return fault(FILE, path=str(path), reason=reason)
