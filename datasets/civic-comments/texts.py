"""Reads what people of a language write (texts/<language>.yml), or refuses it."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from latent import SEVERITIES

VOICES = ("formal", "plain", "angry", "worried")
PERSONAL = ("name", "phone", "email", "address", "id", "birth_date")
SLOT = re.compile(r"\{(\w+)\}")
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
AGREEMENT = re.compile(r"<([^<>|]*)\|([^<>|]*)>")


class TextsError(Exception):
    """A text file that cannot be used; the message is one line for people."""


@dataclass(frozen=True)
class Template:
    """The middle of a comment, with its slots and choices.

    `text` holds {slot}, [one|another] and <masculine|feminine> marks. `life` says that it tells of
    a threat to life, `child` of a child in danger; the texts of the public file do not say either.
    """

    name: str
    department: str
    topic: str
    severity: str
    second_department: str
    text: str
    life: bool = False
    child: bool = False


@dataclass(frozen=True)
class Texts:
    """All that the generator knows of one language."""

    language: str
    parts: dict
    templates: tuple[Template, ...]

    def __getitem__(self, part: str):
        return self.parts[part]


def read(
    folder: Path, languages: list[str], departments: list[str], usual: Path | None = None
) -> dict[str, Texts]:
    """The texts of each language. Raises TextsError with the file and the place in it.

    A part that a file does not have is taken from the file of that name in the folder `usual`.
    """
    return {
        language: _read(folder / f"{language}.yml", departments, usual) for language in languages
    }


def _read(path: Path, departments: list[str], usual: Path | None) -> Texts:
    parts = {}
    for file in (usual / path.name, path) if usual else (path,):
        try:
            parts |= yaml.safe_load(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError, yaml.YAMLError) as error:
            raise TextsError(f"{file} cannot be read ({' '.join(str(error).split())})") from None
    wanted = ("openings", "closings", "asides", "mentions", "slots", "names", "personal")
    wanted += ("addresses", "misspellings", "patterns", "shorthand", "spoken", "bridges")
    for part in (*wanted, "topics", "templates"):
        if not parts.get(part):
            raise TextsError(f"{path}: the part {part!r} is missing or empty; write it")
    slots = {*parts["slots"], "district"}
    for part in ("openings", "closings"):
        for voice in VOICES:
            _check(parts[part].get(voice), slots, f"{path}: {part}, {voice}")
    _check(parts["asides"], slots, f"{path}: asides")
    _check(parts["personal"], slots | set(PERSONAL), f"{path}: personal")
    for department, sentences in parts["mentions"].items():
        _check(sentences, slots, f"{path}: mentions, {department}")
    for pattern, replacement in parts["patterns"]:
        try:
            re.sub(pattern, replacement, "")
        except re.error as error:
            raise TextsError(f"{path}: patterns, {pattern!r}: {error}; mend it") from None
    templates = []
    for department in departments:
        for topic, entries in (parts["templates"].get(department) or {}).items():
            usual = parts["topics"].get(department, {}).get(topic, {})
            for kind in ("subjects", "asks"):
                _check(usual.get(kind), slots, f"{path}: topics, {department}, {topic}, {kind}")
            for number, entry in enumerate(entries, 1):
                name = f"{path.stem}-{department}-{topic}-{number}"
                _check([entry["text"]], slots, f"{path}: template {name}")
                second = entry.get("also", "")
                if entry["severity"] not in SEVERITIES or second not in ("", *departments):
                    raise TextsError(f"{path}: template {name}: unknown severity or department")
                dangers = {kind: entry.get(kind, False) is True for kind in ("life", "child")}
                templates.append(
                    Template(
                        name,
                        department,
                        topic,
                        entry["severity"],
                        second,
                        entry["text"],
                        **dangers,
                    )
                )
        if not parts["templates"].get(department):
            raise TextsError(f"{path}: no templates for {department!r}; write some")
    return Texts(path.stem, parts, tuple(templates))


def _check(sentences, slots: set[str], where: str) -> None:
    if not sentences:
        raise TextsError(f"{where}: nothing there; write some sentences")
    for sentence in sentences:
        for slot in SLOT.findall(sentence):
            if slot not in slots:
                raise TextsError(f"{where}: no slot {slot!r}; add it to slots or take it out")
        plain = AGREEMENT.sub("", SLOT.sub("", sentence))
        while CHOICE.search(plain):
            plain = CHOICE.sub("", plain)
        if re.search(r"[\[\]<>{}|]", plain):
            raise TextsError(f"{where}: a mark is not closed in {sentence!r}; close it")
