"""The fields of answer cells: what JupyterLab's extension draws in place of a line of code.

An answer cell of a *Decide* exercise or of a self-check has lines such as `name = "..."`. The build
describes each of them in the metadata of the cell: its kind, what it asks, and for a choice the
options with their keys. The kind comes from the reference answer, everything else from the text
above the cell, in the language of the notebook. The cell's source stays the answer.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from course.publishing.catalogue import blocks
from course.publishing.choice_options import LINE
from course.publishing.source import CHECK_CALL
from course.publishing.strands import strands
from course.start.progress import DECIDE

CHOICE, NUMBER, DATE, TEXT = "choice", "number", "date", "text"

STUB = re.compile(r'^(?P<name>[a-z]\w*) = (?P<dots>"\.\.\."|\.\.\.)(?: *#.*)?$', re.MULTILINE)
SOLUTION = re.compile(r"#{3} BEGIN SOLUTION\n(.*?)#{3} END SOLUTION", re.DOTALL)
TAKES_OVER = re.compile(r"^\w+ = (?:handed_in|saved|project\.saved)\(.*\)$", re.MULTILINE)
"""A line that takes over what a form has saved."""
OPENS_FORM = re.compile(r"^(?:project\.)?edit\(", re.MULTILINE)
DAY = re.compile(r'"\d{4}-\d\d-\d\d"')
LETTERED = re.compile(r"[-*] \*\*(?P<key>[A-Z])\.\*\*(?P<text>.*)")
WITHIN = re.compile(r"`\"?([\w-]+)\"?`((?: \((?:[^()]|\([^()]*\))*\))?)")
"""A key within a sentence, with the words in brackets behind it."""
BEFORE = ":, \u00a0"
"""What is between a key and its text."""
SENTENCE = re.compile(r"(?<=[.?!])\s+(?!»)|(?<=[.?!][”»)])\s+|(?<=[.?!]\u00a0»)\s+")
QUOTES = (("“", "”"), ("«", "»"))
LEAD = re.compile(r"^\*\*[^*]+[.:]\*\*\s*")
"""A sentence in bold that a paragraph begins with, such as "Check yourself."."""
NUMBERED = re.compile(r"(\d+)\. (.*)")
LONGEST_LABEL = 200
"""Characters of a paragraph that label a line; of a longer one, its question does."""
MARKUP = re.compile(r"\*\*|(?<!\w)[*_]|[*_](?!\w)|`|\[(?=[^\]]+\]\()|(?<=\])\([^)]*\)|\](?=\()")


@dataclass(frozen=True)
class Asked:
    """A line of an answer cell; `key` is the reference answer of a choice, where one is known."""

    name: str
    kind: str
    key: str = ""


def asked(notebook: NotebookNode, is_lesson: bool) -> dict[str, list[Asked]]:
    """What each answer cell of a notebook in English, with its solutions, asks for, by cell id.

    A cell that only takes over what a form has saved asks for nothing: its list is empty.
    """
    decided = {} if is_lesson else strands(notebook).points[DECIDE]
    found = {}
    for cell in notebook.cells:
        is_answer = is_lesson or cell.metadata.get("nbgrader", {}).get("solution")
        if cell.cell_type != "code" or not is_answer or not (is_lesson or cell.id in decided):
            continue
        solution = "\n".join(SOLUTION.findall(cell.source))
        released = SOLUTION.sub("", cell.source)
        lines = [_asked(stub, solution) for stub in STUB.finditer(released)]
        fields = [line for line in lines if line]
        if fields or TAKES_OVER.search(released):
            found[cell.id] = fields
    return found


def _asked(stub: re.Match[str], solution: str) -> Asked | None:
    name, quoted = stub["name"], stub["dots"] != "..."
    # A text of several lines stands in brackets.
    given = re.search(rf"^{name} = (?:\(\n\s*)?(.*)$", solution, re.MULTILINE)
    value = given[1] if given else ""
    if DAY.fullmatch(value):
        return Asked(name, DATE, value[1:-1])
    if value.startswith(('"', "'")):
        key = value[1:-1]
        return Asked(name, CHOICE if re.fullmatch(r"[\w-]+", key) else TEXT, key)
    if quoted:
        # Computed, such as the name of a row, what is asked is a text all the same.
        return Asked(name, TEXT if given else CHOICE)
    return None if "{" in value else Asked(name, NUMBER)


def words(t: Callable[[str], str]) -> dict[str, str]:
    """What the extension says itself, in the language of the notebook."""
    return {
        "answer": t("Your answer"),
        "check": t("Check"),
        "run": t("Run"),
        "run_all": t("Run all"),
        "over": t("Start over"),
        "over_says": t(
            "Start this notebook over? Your answers and your points stay. The results below the "
            "cells are removed, and the notebook forgets what it has computed."
        ),
        "cancel": t("Cancel"),
        "tools": t("Tools"),
        "lab": t("Open JupyterLab"),
        "starting": t("The notebook is starting. The first check takes a few seconds longer."),
        "working": t("Working …"),
        "left": t("About {minutes} min left"),
        "left_to_stop": t("About {minutes} min to the next stop"),
        "write": t("Write your text"),
        "done": t("Done"),
        "form": t("Open the form"),
        "words": t("Words: {count}"),
        "start": t("Start page"),
        "show": t("Show the code"),
        "hide": t("Hide the code"),
        "own": t("This cell holds code of your own, so the answer is in the code."),
        "number": t("This is not a number. Write digits, such as 0.25 or 72 / 160."),
        "outdated": t("Your answer has changed since the last check. Check it again."),
        "written": t("The cell now says: {line}"),
        # With these words a paragraph begins that the extension sets off from the others.
        "decision": t("The decision."),
        "self_check": t("Check yourself."),
    }


def add_fields(
    notebook: NotebookNode, wanted: Mapping[str, list[Asked]], t: Callable[[str], str]
) -> None:
    """Write the fields into the metadata of answer cells, and the extension's words, in place.

    A choice without options above it gets no field: it is typed. The fields of an exercise that
    has several are numbered. A locked cell that opens a form is marked.
    """
    notebook.metadata.ai4gov.words = words(t)
    above: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if re.match(r"##? ", cell.source):
                above = []
            above += blocks(cell.source)
        elif cell.id in wanted:
            names = {line.name for line in wanted[cell.id]}
            fields = [field for line in wanted[cell.id] if (field := _field(line, names, above))]
            if fields or not wanted[cell.id]:
                cell.metadata["ai4gov"] = NotebookNode(fields=fields)
        elif cell.metadata.get("nbgrader", {}).get("locked") and OPENS_FORM.search(cell.source):
            cell.metadata["ai4gov"] = NotebookNode(form=True)
    for fields in _by_exercise(notebook).values():
        for number, field in enumerate(fields, 1):
            if len(fields) > 1:
                field["number"] = number


def _field(line: Asked, names: set[str], above: list[str]) -> dict[str, Any] | None:
    field: dict[str, Any] = {"kind": line.kind, "name": line.name}
    if label := _label(line.name, names, above):
        field["label"] = label
    if line.kind in (CHOICE, DATE):
        options = _options(line, names, above)
        if options is None:
            return None if line.kind == CHOICE else field
        field["kind"] = CHOICE
        field["options"] = [{"key": key, "label": plain(text)} for key, text in options.items()]
    return field


def _options(line: Asked, names: set[str], above: list[str]) -> dict[str, str] | None:
    """The options of a choice by their keys: of a list above it, or named within a sentence.

    Of several lists it is the first one after the text that names the line, else the last one.
    """
    found = [(place, keys) for place, block in enumerate(above) if (keys := _list(block))]
    found = [
        (place, keys)
        for place, keys in found
        if line.name not in keys and (not line.key or line.key in keys)
    ]
    named = max((n for n, block in enumerate(above) if f"`{line.name}`" in block), default=0)
    if found:
        return next((keys for place, keys in found if place >= named), found[-1][1])
    for text in reversed("\n".join(above).split("\n")):
        within = {key: f"{key}{text}" for key, text in WITHIN.findall(text) if key not in names}
        if line.key and line.key in within and len(within) > 1:
            return within
    return None


def _list(block: str) -> dict[str, str] | None:
    """The options of a list by their keys, or by letters as in "- **A.** text"."""
    lines = [LINE.fullmatch(line) or LETTERED.fullmatch(line) for line in block.split("\n")]
    found = {line["key"]: line["text"].lstrip(BEFORE) for line in lines if line}
    return found if len(found) == len(lines) > 1 else None


def _label(name: str, names: set[str], above: list[str]) -> str:
    """What a line asks: its line in a list, or its sentences in the paragraph that names it.

    A line with a number, such as `s1`, asks the point with that number in a numbered list. A line
    that no text names asks the question just above. Empty where one sentence speaks of several.
    """
    for line in "\n".join(reversed(above)).split("\n"):
        if (item := LINE.fullmatch(line)) and item["key"] == name:
            if any(f"`{other}`" in line for other in names - {name}):
                return ""
            # Behind a colon or a question, the line lists its options.
            asks = plain(re.split(r"\s?: .*`|(?<=[?])\s.*`", item["text"].lstrip(BEFORE))[0])
            return re.sub(r"[^\W\d]", lambda first: first[0].upper(), asks, count=1)
    if point := _numbered(above).get(re.sub(r"\D", "", name)):
        return plain(point)
    above = [block for block in above if not block.startswith(("```", "~~~"))]
    naming = [place for place, block in enumerate(above) if f"`{name}`" in block]
    if len(names) > 1:
        sentences = SENTENCE.split(LEAD.sub("", above[naming[-1]])) if naming else []
        return plain(_asking(name, names - {name}, sentences)) if sentences else ""
    # The question of a cell with one line is in the paragraph that names the line or just before.
    last = naming[-1] if naming else len(above) - 1
    for block in (above[last], above[last - 1]) if above else ():
        sentences = SENTENCE.split(LEAD.sub("", block))
        if questions := [each for each in sentences if each.endswith("?")]:
            is_whole = all(questions[-1].count(a) == questions[-1].count(b) for a, b in QUOTES)
            return plain(questions[-1] if is_whole else LEAD.sub("", block))
    return plain(LEAD.sub("", above[last])) if above else ""


def _numbered(above: list[str]) -> dict[str, str]:
    """The points of the numbered lists, by their numbers; of several lists, the last one's."""
    points = (NUMBERED.fullmatch(line) for line in "\n".join(above).split("\n"))
    return {point[1]: point[0] for point in points if point}


def _asking(name: str, others: set[str], sentences: list[str]) -> str:
    """Of a paragraph, what asks for one line: the sentences since those that name other lines."""
    asking = next(place for place, each in enumerate(sentences) if f"`{name}`" in each)
    naming = [any(f"`{other}`" in each for other in others) for each in sentences]
    if naming[asking]:
        listed = re.search(rf"`{name}`, (.*?)(?:,? \w+ `|[.:]?$)", sentences[asking])
        return listed[1][:1].upper() + listed[1][1:] if listed else ""
    first = max((place + 1 for place in range(asking) if naming[place]), default=0)
    before = sentences[first:asking] or [sentences[asking]]
    whole = " ".join(before)
    questions = [each for each in before if each.endswith("?")]
    return questions[-1] if len(whole) > LONGEST_LABEL and questions else whole


def plain(markdown: str) -> str:
    """A line of Markdown as plain text."""
    return MARKUP.sub("", markdown).strip()


def drawn_answers(notebook: NotebookNode, is_lesson: bool) -> dict[str, list[str]]:
    """The answers that controls draw, of each exercise of a notebook in English, by their names."""
    shown = deepcopy(notebook)
    add_fields(shown, asked(notebook, is_lesson), str)
    return {name: [each["name"] for each in fields] for name, fields in _by_exercise(shown).items()}


def _by_exercise(notebook: NotebookNode) -> dict[str, list[dict[str, Any]]]:
    """The fields of each exercise that has any: those between the check before it and its own."""
    found: dict[str, list[dict[str, Any]]] = {}
    fields: list[dict[str, Any]] = []
    for cell in notebook.cells:
        fields += cell.metadata.get("ai4gov", {}).get("fields", [])
        if fields and cell.cell_type == "code" and (call := CHECK_CALL.match(cell.source)):
            found[call["name"]], fields = fields, []
    return found


def every_field(notebook: NotebookNode) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fields of a notebook, each with the id of its cell."""
    for cell in notebook.cells:
        for field in cell.metadata.get("ai4gov", {}).get("fields", []):
            yield cell.id, field
