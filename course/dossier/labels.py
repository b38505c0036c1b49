"""The names that a form gives to fields, in place of the paths of their YAML file."""

from dataclasses import replace
from typing import Self

from course.dossier.faults import Fault, LazyText
from course.dossier.kinds import kind
from course.dossier.parts import Part


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


class _Entry(LazyText):
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
                entry = _Entry(titles.pop())
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
    """The fault with its field named as a form names it, and without a line of the file."""
    if not fault.where:
        return fault
    found = label(part, fault.where) if fault.values.get("where") == fault.where else None
    values = {**fault.values, "where": found} if found else fault.values
    return replace(fault, values=values, line=0)
