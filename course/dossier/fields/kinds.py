"""The kind of each field of an artefact, for what is made of fields: forms and schemas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from course.dossier.fields.parts import Part

Name = Literal[
    "text", "number", "count", "day", "yes or no", "choice", "part", "list", "dictionary", "other"
]


@dataclass(frozen=True)
class Kind:
    """What a field takes; "other" is a type for which forms and schemas have no name."""

    name: Name
    options: Sequence[str] = ()
    """The options of a choice."""
    part: type[Part] | None = None
    """The model of a part."""
    entry: "Kind | None" = None
    """The kind of the entries of a list or dictionary."""
    lowest: float | None = None
    highest: float | None = None
    """The bounds of a number or count, both allowed."""


@dataclass(frozen=True)
class FormQuestion:
    """A question whose answer is an entry of a dictionary, as a questionnaire has it."""

    key: str
    """The key of the entry."""
    title: str
    options: Sequence[tuple[str, str]]
    """What a reader reads, and what the file holds."""
    description: str = ""
    takes_many: bool = False
    """Whether several options can be chosen: the answer is then a list."""
    section: str = ""
    """The heading that the questions of an area have in common."""


OTHER = Kind("other")
SIMPLE: dict[type, Name] = {
    str: "text",
    bool: "yes or no",
    int: "count",
    float: "number",
    date: "day",
}


def kind(field: FieldInfo) -> Kind:
    """The kind of a field."""
    return _kind(field.annotation, field.metadata)


def with_groups(
    part: type[Part], fields: Mapping[str, Any], change: Callable[[Any], Any]
) -> dict[str, Any]:
    """Plain fields of a part in which the names of groups are changed."""
    found = {}
    for name, value in fields.items():
        if name in part.GROUPS:
            value = change(value)
        elif name in part.model_fields:
            value = _with_groups(kind(part.model_fields[name]), value, change)
        found[name] = value
    return found


def _with_groups(here: Kind, value: Any, change: Callable[[Any], Any]) -> Any:
    if here.part and isinstance(value, Mapping):
        return with_groups(here.part, value, change)
    if here.entry and isinstance(value, Mapping):
        return {key: _with_groups(here.entry, each, change) for key, each in value.items()}
    if here.entry and isinstance(value, list):
        return [_with_groups(here.entry, each, change) for each in value]
    return value


def _kind(annotation: Any, metadata: Sequence[object] = ()) -> Kind:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(inner[0], [*_flat(inner[1:]), *metadata])
    if origin in (Union, UnionType):
        kinds = [each for each in inner if each is not NoneType]
        return _kind(kinds[0], metadata) if len(kinds) == 1 else OTHER
    if origin is Literal:
        return Kind("choice", options=[str(each) for each in inner])
    if origin is list:
        return Kind("list", entry=_kind(inner[0]))
    if origin is dict:
        return Kind("dictionary", entry=_kind(inner[1])) if inner[0] is str else OTHER
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Kind("part", part=annotation)
    if annotation not in SIMPLE:
        return OTHER
    lowest, highest = _bound(metadata, "ge"), _bound(metadata, "le")
    return Kind(SIMPLE[annotation], lowest=lowest, highest=highest)


def _flat(metadata: Sequence[object]) -> list[object]:
    """Constraints; those that a Field() of an annotation holds are taken out of it."""
    found: list[object] = []
    for each in metadata:
        found += each.metadata if isinstance(each, FieldInfo) else [each]
    return found


def _bound(metadata: Sequence[object], name: str) -> float | None:
    return next((getattr(each, name) for each in metadata if hasattr(each, name)), None)
