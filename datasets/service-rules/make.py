"""Makes service-rules.csv and service-questions.csv from rules.yml, the texts of a fictional city.

Usage: python datasets/service-rules/make.py

rules.yml stands beside this script; the questions go to the folder service-questions next to this
one. A rule or question that is wrong is refused and neither file is written. The same rules.yml
gives the same bytes.
"""

import csv
import io
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER / "rules.yml"
RULES = FOLDER / "service-rules.csv"
QUESTIONS = FOLDER.parent / "service-questions" / "service-questions.csv"

LANGUAGES = ("en", "fr", "es", "pt")
DEPARTMENTS = {
    "HO": "housing",
    "RO": "roads",
    "WA": "waste",
    "WT": "water",
    "TR": "transport",
    "FI": "finance",
    "HE": "health",
    "SO": "social",
    "PA": "parks",
    "GE": "general",
}
RULE_ID = re.compile(r"\b[A-Z]{2}-\d{2}\b")
QUESTION_ID = re.compile(r"Q\d{2}")
LONGEST_TITLE = 8  # words
SHORTEST_TEXT, LONGEST_TEXT = 25, 60  # words


class SourceError(Exception):
    """A rule or question that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rules and the questions of the file, checked."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SourceError(
            f"{path.name} cannot be read ({' '.join(str(error).split())}); mend the file"
        ) from None
    for part in ("rules", "questions"):
        entries = content.get(part) if isinstance(content, dict) else None
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise SourceError(f"{path.name} holds no list of {part}; begin it with `{part}:`")
    rules, questions = content["rules"], content["questions"]
    refuse_twice(rule.get("id") for rule in rules)
    refuse_twice(question.get("id") for question in questions)
    known = {str(rule.get("id")) for rule in rules}
    for rule in rules:
        check_rule(rule, known)
    for question in questions:
        check_question(question, known)
    return rules, questions


def refuse_twice(ids: Iterable[Any]) -> None:
    for found, times in Counter(map(str, ids)).items():
        if times > 1:
            raise SourceError(f"{found}: the id stands {times} times; give each its own")


def check_rule(rule: dict[str, Any], known: set[str]) -> None:
    name = str(rule.get("id"))
    if not RULE_ID.fullmatch(name) or name[:2] not in DEPARTMENTS:
        raise SourceError(
            f"{name}: no id of a rule; write two letters of {', '.join(DEPARTMENTS)}, a hyphen "
            "and two digits"
        )
    if rule.get("department") != DEPARTMENTS[name[:2]]:
        raise SourceError(
            f"{name}: the department is {rule.get('department')}, but the id begins like one of "
            f"{DEPARTMENTS[name[:2]]}; change one of them"
        )
    for language in LANGUAGES:
        written = rule.get(language)
        written = written if isinstance(written, dict) else {}
        title = said(written.get("title"), name, f"title in {language}")
        text = said(written.get("text"), name, f"text in {language}")
        if len(title.split()) > LONGEST_TITLE:
            raise SourceError(
                f"{name}: the title in {language} has {len(title.split())} words; "
                f"write at most {LONGEST_TITLE}"
            )
        if not SHORTEST_TEXT <= len(text.split()) <= LONGEST_TEXT:
            raise SourceError(
                f"{name}: the text in {language} has {len(text.split())} words; "
                f"write {SHORTEST_TEXT} to {LONGEST_TEXT}"
            )
        for mentioned in RULE_ID.findall(text):
            if mentioned not in known:
                raise SourceError(
                    f"{name}: the text in {language} names {mentioned}, which is no rule; "
                    "name another or write it"
                )
    refuse_other_numbers(name, {language: rule[language]["text"] for language in LANGUAGES})


def check_question(question: dict[str, Any], known: set[str]) -> None:
    name = str(question.get("id"))
    if not QUESTION_ID.fullmatch(name):
        raise SourceError(f"{name}: no id of a question; write Q and two digits")
    rules = question.get("rules")
    if not isinstance(rules, list):
        raise SourceError(f"{name}: no list of rules; write `rules: []` where no rule answers")
    for rule in rules:
        if str(rule) not in known:
            raise SourceError(f"{name}: {rule} is no rule; name another or write it")
    texts = {
        language: said(question.get(language), name, f"wording in {language}")
        for language in LANGUAGES
    }
    refuse_other_numbers(name, texts)


def said(text: Any, name: str, what: str) -> str:
    """The text on one line; refused where there is none."""
    if not isinstance(text, str) or not text.strip():
        raise SourceError(f"{name}: no {what}; write it")
    if "\n" in text.strip():
        raise SourceError(f"{name}: the {what} has more than one paragraph; make it one")
    return text.strip()


def refuse_other_numbers(name: str, texts: dict[str, str]) -> None:
    """Languages may order the numbers of a text differently, but they must be the same ones."""
    expected = sorted(re.findall(r"\d+", texts["en"]))
    for language, text in texts.items():
        found = sorted(re.findall(r"\d+", text))
        if found != expected:
            raise SourceError(
                f"{name}: the numbers in {language} are {', '.join(found) or 'none'}, in en "
                f"{', '.join(expected) or 'none'}; make them the same"
            )


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return made.getvalue().encode("utf-8")


def rules_table(rules: list[dict[str, Any]]) -> bytes:
    """One row a rule and language, in the order of rules.yml."""
    return table(
        ("rule", "department", "language", "title", "text"),
        (
            (
                rule["id"],
                rule["department"],
                language,
                rule[language]["title"].strip(),
                rule[language]["text"].strip(),
            )
            for rule in rules
            for language in LANGUAGES
        ),
    )


def questions_table(questions: list[dict[str, Any]]) -> bytes:
    """One row a question and language, in the order of rules.yml."""
    return table(
        ("question_id", "language", "question", "rules"),
        (
            (question["id"], language, question[language].strip(), " ".join(question["rules"]))
            for question in questions
            for language in LANGUAGES
        ),
    )


def write(contents: dict[Path, bytes]) -> None:
    """Writes every file beside its place first, so that one that fails leaves the old ones."""
    unfinished = {target: target.with_name(target.name + ".part") for target in contents}
    try:
        for target, content in contents.items():
            target.parent.mkdir(exist_ok=True)
            unfinished[target].write_bytes(content)
        for target, part in unfinished.items():
            os.replace(part, target)
    finally:
        for part in unfinished.values():
            part.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if arguments:
        print("usage: python datasets/service-rules/make.py", file=sys.stderr)
        return 2
    try:
        rules, questions = read_source(SOURCE)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    write({RULES: rules_table(rules), QUESTIONS: questions_table(questions)})
    print(f"{RULES.name}: {len(rules)} rules in {len(LANGUAGES)} languages")
    print(f"{QUESTIONS.name}: {len(questions)} questions in {len(LANGUAGES)} languages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
