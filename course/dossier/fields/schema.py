"""The JSON Schema of each artefact, with which editors complete and explain its YAML file.

A schema follows YAML 1.2, as editors read it: a version such as 1.10 is a number there, and the
word yes a text. Artefact.from_yaml accepts both, so the schema does.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from course.checking.messages import GENERAL
from course.dossier.fields.faults import LazyText
from course.dossier.fields.kinds import Kind, kind
from course.dossier.fields.parts import YES_NO, Document, Part
from course.errors import UserError
from course.files import write_atomic
from course.language import Translator

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that most YAML editors support."""

FOLDER = "schema"
"""The folder beside an artefact's file that holds its schema."""

COMMENT = "# yaml-language-server: $schema="
"""The beginning of the line by which an editor finds the schema of a YAML file."""

Schema = dict[str, Any]


class SchemaError(UserError):
    """A folder into which no schema can be written."""


def schema(artefact_class: type[Document], lang: str | None = None) -> Schema:
    """The JSON Schema of an artefact, its titles and descriptions in a language."""
    t = Translator(GENERAL, lang)
    return {
        "$schema": DIALECT,
        "title": artefact_class.TITLE.read(t.lang),
        **_part(artefact_class, t),
    }


def export(
    classes: Iterable[type[Document]], folder: str | Path, lang: str | None = None
) -> list[Path]:
    """Write the schema of each class into `folder`/schema. Raises SchemaError in one line."""
    home = Path(folder) / FOLDER
    written = []
    try:
        home.mkdir(parents=True, exist_ok=True)
        for each in classes:
            path = home / f"{file_name(each)}.json"
            text = json.dumps(schema(each, lang), ensure_ascii=False, indent=1)
            write_atomic(path, text + "\n")
            written.append(path)
    except OSError as error:
        raise SchemaError(
            f"{home}: {error.strerror}; name a folder in which files can be written"
        ) from None
    return written


def comment_for(artefact_class: type[Document], path: str | Path) -> str:
    """The first line of an artefact's YAML file, which names its schema.

    It is empty when the schema is not in the folder beside the file, as `export` puts it there:
    an editor would complain about a schema that it cannot find.
    """
    name = f"{FOLDER}/{file_name(artefact_class)}.json"
    return f"{COMMENT}{name}\n" if os.path.isfile(Path(path).parent / name) else ""


def file_name(artefact_class: type[Document]) -> str:
    """The name of an artefact's files without ending: `model-card` for ModelCard."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", artefact_class.__name__).lower()


def _part(part: type[Part], t: Translator) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _field(field, t) for name, field in part.model_fields.items()},
    }


def _field(field: FieldInfo, t: Translator) -> Schema:
    title, description = LazyText(field.title or ""), LazyText(field.description or "")
    return {
        "title": title.read(t.lang),
        "description": description.read(t.lang),
        **_or_blank(_value(kind(field), t)),
    }


def _value(kind: Kind, t: Translator) -> Schema:
    """What a field takes when it is filled in."""
    if kind.part:
        return _part(kind.part, t)
    if kind.name == "list" and kind.entry:
        return {"type": "array", "items": _or_blank(_value(kind.entry, t))}
    if kind.name == "dictionary" and kind.entry:
        return {"type": "object", "additionalProperties": _or_blank(_value(kind.entry, t))}
    if kind.name in ("number", "count"):
        bounds = {"minimum": kind.lowest, "maximum": kind.highest}
        type_name = "integer" if kind.name == "count" else "number"
        return {
            "type": type_name,
            **{key: each for key, each in bounds.items() if each is not None},
        }
    simple: dict[str, Schema] = {
        "text": {"type": ["string", "number"]},
        "day": {"type": "string", "format": "date"},
        "yes or no": {"enum": _yes_no(t)},
        "choice": {"enum": list(kind.options)},
    }
    return simple.get(kind.name, {})


def _yes_no(t: Translator) -> Sequence[str | bool]:
    """The words for yes and no that the reader's language has, those of the page first."""
    words = dict.fromkeys(["yes", "no", *YES_NO])
    own = [word for word in (t("yes"), t("no")) if word in words]
    return [*dict.fromkeys([*own, *words]), True, False]


def _or_blank(value: Schema) -> Schema:
    """A field can be blank while one writes."""
    if "enum" in value:
        return value | {"enum": [*value["enum"], None]}
    if "type" not in value:
        return value
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return value | {"type": [*types, "null"]}
