"""Makes interviews.csv: 14 invented interviews on how a message reaches a city, in four languages.

Usage: python datasets/interviews/make.py

The source is interviews.yml, beside this script, and the table is put beside it. Whatever the
source gets wrong (a language that is missing, an id used twice, a question out of its order) is
refused in one line, and then nothing is written. The same source gives the same bytes.
"""

import csv
import hashlib
import io
import os
import re
import sys
from pathlib import Path
from typing import Any

import yaml

SOURCE = Path(__file__).resolve().parent / "interviews.yml"
TARGET = SOURCE.with_name("interviews.csv")

LANGUAGES = ("en", "fr", "es", "pt")
RESIDENT = "resident"
NOT_ASKED = "not asked"
ALLOWED = {
    "role": (
        RESIDENT,
        "call-centre agent",
        "department clerk",
        "field inspector",
        "head of the ombuds office",
    ),
    "age_band": ("18-29", "30-44", "45-59", "60-74", "75+"),
    "gender": ("woman", "man", "not said"),
    "district": (
        "Amaro",
        "Belmonte",
        "Corvina",
        "Delmar",
        "Estrela",
        "Fontana",
        "Garoa",
        "Horta",
    ),
    "original": LANGUAGES,
    "channel": (
        "web form",
        "app",
        "phone",
        "letter",
        "messaging",
        "in person",
        "none",
        NOT_ASKED,
    ),
    "barrier": (
        "none",
        "no internet",
        "reads little",
        "other language",
        "low vision",
        "deaf",
        "works nights",
        "afraid of authority",
        NOT_ASKED,
    ),
}
PERSON = (
    "role",
    "name",
    "age_band",
    "gender",
    "district",
    "home_language",
    "channel",
    "barrier",
)
HEADER = (
    "interview",
    *PERSON,
    "turn",
    "language",
    "original",
    "question_id",
    "question",
    "answer",
)


class SourceError(Exception):
    """An entry that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> dict[str, Any]:
    """The questions, the interviews and the list of evidence, checked."""
    try:
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise SourceError(f"{path.name} cannot be read: {reason}") from None
    parts = {"questions": dict, "evidence": dict, "interviews": list}
    for part, kind in parts.items():
        if not isinstance(source, dict) or not isinstance(source.get(part), kind):
            raise SourceError(f"{path.name} has no {part}, or not in the form it should have")
    for question, texts in source["questions"].items():
        check_texts(f"question {question}", texts)
    told = set()
    for interview in source["interviews"]:
        check_interview(interview, told, list(source["questions"]))
    for claim, places in source["evidence"].items():
        for place in places:
            if place not in told:
                raise SourceError(f"evidence {claim!r} names {place!r}, which no interview has")
    return source


def check_interview(interview: Any, told: set[str], questions: list[str]) -> None:
    """Refuses an interview with a wrong entry; adds its turns ("R01 Q3") to those told."""
    if not isinstance(interview, dict):
        raise SourceError(f"an interview is not a list of entries: {interview!r}")
    name = str(interview.get("id"))
    if not re.fullmatch(r"[RS]\d\d", name):
        raise SourceError(f"id {name!r} is not a letter R or S and two digits")
    if any(place.startswith(name) for place in told):
        raise SourceError(f"{name} is there twice; every interview needs an id of its own")
    for field in ("name", "home_language", *ALLOWED):
        value = interview.get(field)
        if not isinstance(value, str) or not value:
            raise SourceError(f"{name}: {field} is missing or not a text")
        if value not in ALLOWED.get(field, (value,)):
            raise SourceError(
                f"{name}: {field} is {value!r}, not one of {', '.join(ALLOWED[field])}"
            )
    resident = interview["role"] == RESIDENT
    if resident != name.startswith("R"):
        raise SourceError(f"{name}: ids with R are for residents only, and residents have no other")
    for field in ("channel", "barrier"):
        if resident == (interview[field] == NOT_ASKED):
            raise SourceError(f"{name}: {field} is {NOT_ASKED!r} for staff, and only for staff")
    turns = interview.get("turns")
    if not isinstance(turns, list) or not 6 <= len(turns) <= 8:
        raise SourceError(f"{name}: an interview has 6 to 8 turns")
    last = -1
    for turn in turns:
        question = turn.get("question") if isinstance(turn, dict) else None
        if question not in questions:
            raise SourceError(f"{name}: there is no question {question!r}")
        if question.startswith("Q") != resident:
            raise SourceError(f"{name}: {question} is a question for the other group")
        if questions.index(question) <= last:
            raise SourceError(f"{name}: {question} is out of order or there twice")
        last = questions.index(question)
        check_texts(f"{name} {question}", turn.get("answer"))
        told.add(f"{name} {question}")


def check_texts(where: str, texts: Any) -> None:
    """Refuses texts that are not one line in each of the four languages."""
    if not isinstance(texts, dict) or set(texts) != set(LANGUAGES):
        found = ", ".join(map(str, texts)) if isinstance(texts, dict) else "none"
        raise SourceError(f"{where}: needs the languages {', '.join(LANGUAGES)}; found: {found}")
    for language, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            raise SourceError(f"{where}: the text in {language} is empty or not a text")
        if text != text.strip() or "\n" in text:
            raise SourceError(f"{where}: the text in {language} has a line break or stray spaces")


def table(source: dict[str, Any]) -> bytes:
    """The table as CSV: interview by interview, turn by turn, language by language."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEADER)
    for interview in source["interviews"]:
        person = [interview[field] for field in PERSON]
        for number, turn in enumerate(interview["turns"], start=1):
            question = turn["question"]
            for language in LANGUAGES:
                writer.writerow(
                    [
                        interview["id"],
                        *person,
                        number,
                        language,
                        "yes" if language == interview["original"] else "no",
                        question,
                        source["questions"][question][language],
                        turn["answer"][language],
                    ]
                )
    return made.getvalue().encode("utf-8")


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if arguments:
        print("usage: python datasets/interviews/make.py", file=sys.stderr)
        return 2
    try:
        content = table(read_source(SOURCE))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    write(content, TARGET)
    rows = content.count(b"\n") - 1
    digest = hashlib.sha256(content).hexdigest()
    print(f"{TARGET.name}: {rows} rows, {len(content)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
