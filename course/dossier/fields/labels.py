"""The names that a form gives to fields, in place of the paths of their YAML file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Self

from course.dossier.fields.faults import Fault, LazyText
from course.dossier.fields.kinds import Kind, kind
from course.dossier.fields.parts import Part


class Label(LazyText):
    """The title of a field and of what it belongs to, as in “Stopped if · Number”."""

    titles: tuple[LazyText, ...]

    def __new__(cls, path: str, titles: tuple[LazyText, ...] = ()) -> Self:
        label = super().__new__(cls, path)
        label.titles = titles
        return label

    def read(self, lang: str | None = None) -> str:
        """The titles in a language (the reader's own when none is given)."""
        return " · ".join(title.read(lang) for title in self.titles)


class _ListEntry(LazyText):
    """An entry of a list, by the list's title and the entry's number."""

    number: str = ""

    def read(self, lang: str | None = None) -> str:
        return f"{super().read(lang)} {self.number}"


def label(part: type[Part], path: str) -> Label | None:
    """The label of the field at a path, such as "measures.4.low"; None where there is no field."""
    titles: list[LazyText] = []
    inside: type[Part] | None = part
    entries = None
    for key in path.split("."):
        if entries is not None:
            if key.isdigit():
                entry = _ListEntry(titles.pop())
                entry.number = key
                titles.append(entry)
            else:
                titles.append(LazyText(key))
            inside, entries = entries.part, entries.entry
        elif inside is not None and key in inside.model_fields:
            info = inside.model_fields[key]
            titles.append(LazyText(info.title or key))
            found = kind(info)
            inside, entries = found.part, found.entry
        else:
            return None
    return Label(path, tuple(titles))


def by_label(fault: Fault, part: type[Part]) -> Fault:
    """The fault with fields named as a form names them, and without a line of the file."""
    found = label(part, fault.where) if fault.values.get("where") == fault.where else None
    values = {**fault.values, "where": found} if found else fault.values
    return replace(fault, values=values, line=0, titles=_titles(part, fault.where))


def _titles(artefact: type[Part], where: str) -> dict[str, LazyText]:
    """The titles of all fields by their names.

    Where several parts have a field of one name, the title is that of the part nearest to the
    place of the fault.
    """
    found: dict[str, LazyText] = {}
    nearest = list(_parts_at(artefact, where))[::-1]
    for part in (*nearest, artefact, *_parts_in(artefact)):
        for name, info in part.model_fields.items():
            found.setdefault(name, LazyText(info.title or name))
    return found


def _parts_at(part: type[Part], path: str) -> Iterator[type[Part]]:
    """The parts on the way to a field, the artefact first."""
    here: Kind | None = Kind("part", part=part)
    for key in path.split("."):
        if here is None:
            return
        if here.entry is not None:
            here = here.entry
        elif here.part is not None:
            yield here.part
            info = here.part.model_fields.get(key)
            here = kind(info) if info else None
    if here is not None:
        for inner in (here, here.entry):
            if inner is not None and inner.part is not None:
                yield inner.part


def _parts_in(part: type[Part]) -> Iterator[type[Part]]:
    """All parts inside a part."""
    for info in part.model_fields.values():
        here: Kind | None = kind(info)
        while here is not None:
            if here.part is not None:
                yield here.part
                yield from _parts_in(here.part)
            here = here.entry
