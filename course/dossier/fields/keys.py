"""The names to read of keys that artefacts hold: of metrics, groups, data and candidates.

A file holds the key, which is the same in every language; pages and messages show its name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course.dossier.artefacts.measures import ALL, METRICS
from course.dossier.fields.faults import LazyText, t
from course.dossier.fields.parts import Part
from course.frameworks import ai_act

CANDIDATES = {
    "order-of-arrival": t("order of arrival"),
    "one-list": t("one list for all"),
    "each-language": t("the same share of each language"),
    "each-group": t("the same share of each group"),
}
"""The candidates that the project compares."""

DATA = {
    "test": t("test data"),
    "test, department": t("test data, department"),
    "test, answer": t("test data, answer"),
}
"""The data of measures, as the notebooks of the course call them."""

ATTRIBUTES = {
    "language": t("By language"),
    "place": t("By place"),
    "channel": t("By channel"),
    "ease": t("By ease of writing"),
}
"""The attributes by which the project compares groups."""

KEYS: Mapping[str, Mapping[str, LazyText]] = {
    "metric": METRICS,
    "group": {ALL: t("everybody")},
    "data": DATA,
    "chosen": CANDIDATES,
}
"""The names of keys, by the field that holds them."""


def key_name(field: str, key: str | None) -> str | None:
    """The name of a key in a field; any other text, such as a group's own name, stays itself."""
    return KEYS[field].get(key, key) if key is not None else None


def shown_name(field: str, key: str | None, lang: str | None = None) -> str:
    """The same in a language: the reader's own when none is given. Empty without a key."""
    name = key_name(field, key)
    return name.read(lang) if isinstance(name, LazyText) else name or ""


def keys_named(measure: Part) -> dict[str, str | None]:
    """Metric and group of a measure or an indicator by their names, as values for a message."""
    return {name: key_name(name, getattr(measure, name)) for name in ("metric", "group")}


def class_labels(classes: Sequence[str], lang: str) -> list[str]:
    """The labels of classes of the AI Act; a text that names none stays itself."""
    known = ai_act.ai_act(lang).classes
    return [known[each].label if each in known else each for each in classes]


@dataclass(frozen=True)
class KeyNames:
    """Several keys of a field, by their names."""

    field: str
    keys: Sequence[str]

    def read(self, lang: str | None = None) -> str:
        """The names in a language (the reader's own when none is given)."""
        return ", ".join(shown_name(self.field, each, lang) for each in self.keys)
