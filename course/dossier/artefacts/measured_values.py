"""Numbers that a notebook measured, put into the plain fields of an artefact and found there.

`measured` has the form that Artefact.faults takes: measures, or measures by the name of a
candidate. A mapping may also hold the value of a field under the field's own name.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course.dossier.artefacts.measures import Measure
from course.dossier.fields.kinds import Kind, kind
from course.dossier.fields.parts import Part

Fields = dict[str, Any]
"""Fields as YAML gives them: texts, lists and dictionaries."""

NUMBERS = ("value", "low", "high", "count")
KEY = ("metric", "group", "data")


def filled(artefact_class: type[Part], fields: Mapping[str, Any], measured: Any) -> Fields:
    """The fields with every measured number in its place; everything else stays."""
    found = dict(fields)
    for name, field in artefact_class.model_fields.items():
        here, given = kind(field), _of_field(name, measured)
        if here.name == "list" and not _is_readable(fields.get(name)):
            continue
        if _takes_measures(here):
            if given:
                found[name] = _merged(fields.get(name), given)
        elif inner := _measures_of_entries(here):
            if isinstance(measured, Mapping):
                found[name] = _merged_entries(fields.get(name), inner, measured)
        elif isinstance(measured, Mapping) and _is_plain(measured.get(name)):
            found[name] = str(measured[name])
    return found


def places(artefact_class: type[Part], fields: Mapping[str, Any], measured: Any) -> set[str]:
    """The paths of fields, and of entries in a list, whose numbers are the measured ones."""
    return set(_places(artefact_class, fields, measured))


def _places(artefact_class: type[Part], fields: Mapping[str, Any], measured: Any) -> Iterator[str]:
    for name, field in artefact_class.model_fields.items():
        here, value = kind(field), fields.get(name)
        if _takes_measures(here):
            yield from _same(value, _of_field(name, measured), name)
        elif (inner := _measures_of_entries(here)) and isinstance(measured, Mapping):
            for number, entry in enumerate(_dicts(value), 1):
                given = measured.get(entry.get("name"), ())
                yield from _same(entry.get(inner), given, f"{name}.{number}.{inner}")
        elif (
            isinstance(measured, Mapping)
            and _is_plain(measured.get(name))
            and _equal(value, measured[name])
        ):
            yield name


def _same(value: object, given: Sequence[Measure], path: str) -> Iterator[str]:
    for number, entry in enumerate(_dicts(value), 1):
        if any(
            _key(entry) == _key(_plain(each))
            and all(_equal(entry.get(part), getattr(each, part)) for part in NUMBERS)
            for each in given
        ):
            yield f"{path}.{number}"


def _merged(value: object, given: Sequence[Measure]) -> list[Fields]:
    """Entries whose numbers are replaced by the measured ones, then those that were missing."""
    entries = [each for each in _dicts(value) if any(each.values())]
    new = {_key(_plain(each)): _plain(each) for each in given}
    held = {_key(each) for each in entries}
    return [
        *({**each, **new.get(_key(each), {})} for each in entries),
        *(each for key, each in new.items() if key not in held),
    ]


def _merged_entries(
    value: object, inner: str, measured: Mapping[str, Sequence[Measure]]
) -> list[Fields]:
    entries = [each for each in _dicts(value) if any(each.values())]
    held = {each.get("name") for each in entries}
    entries += [
        {"name": name}
        for name, given in measured.items()
        if name not in held and _is_measures(given)
    ]
    return [
        {**each, inner: _merged(each.get(inner), measured[each["name"]])}
        if _is_measures(measured.get(each.get("name", "")))
        else each
        for each in entries
    ]


def _of_field(name: str, measured: Any) -> Sequence[Measure]:
    """The measures for a field of the artefact itself."""
    given: Any = measured.get(name) if isinstance(measured, Mapping) else measured
    return [*given] if _is_measures(given) else []


def _measures_of_entries(here: Kind) -> str:
    """The field with measures that the parts of a list have beside a name, or an empty text."""
    part = here.entry.part if here.name == "list" and here.entry else None
    if part is None or "name" not in part.model_fields:
        return ""
    fields = part.model_fields.items()
    return next((name for name, field in fields if _takes_measures(kind(field))), "")


def _takes_measures(here: Kind) -> bool:
    return here.name == "list" and here.entry is not None and here.entry.part is Measure


def _is_measures(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, Measure) for each in value)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _plain(measure: Measure) -> Fields:
    held = measure.model_dump()
    return {name: "" if each is None else str(each) for name, each in held.items()}


def _key(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(entry.get(part, "")).strip() for part in KEY)


def _equal(written: object, measured: object) -> bool:
    try:
        return float(str(written)) == float(str(measured))
    except ValueError:
        return str(written) == str(measured)


def _is_readable(value: object) -> bool:
    """Whether a list of parts is blank or has the form of one, so that nothing in it is lost."""
    return not value or (isinstance(value, list) and len(_dicts(value)) == len(value))


def _dicts(value: object) -> list[Fields]:
    """The entries of a list that are fields; what has another form is a fault, not a number."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
