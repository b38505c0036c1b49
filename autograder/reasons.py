"""Why a submission needs a person's attention: as a code, which each language has a sentence for.

A reason is plain data, {"code": ..., and the values of its sentence}, and travels as such:
from the run, in the graded notebook's metadata, to the class's list and the report.
"""

import json
import unicodedata
from typing import Any

from nbformat import NotebookNode

ATTENTION = "attention"
"""Key of a notebook's own metadata: the reasons why a person should look at it."""

OURS = "attention-ours"
"""The code of the reason that a cell of the instructor's has stopped."""


def say(code: str, text: str) -> tuple[str, str]:
    """A code and its sentence; a builder of a course can collect such calls for translators."""
    return code, text


SENTENCES = dict(
    (
        say("attention-twice", "The notebook has the cell “{cell}” twice; only the first counts."),
        say("attention-stopped", "The cell “{cell}” was stopped after {seconds} seconds."),
        say("attention-endless", "Code ran without end; what follows was not run."),
        say("attention-time", "The notebook was stopped after {seconds} seconds."),
        say("attention-python", "Python ended in the cell “{cell}”; what follows was not run."),
        say(
            "attention-ours",
            "The cell “{cell}”, which is the instructor's, stopped ({error}).",
        ),
        say("attention-missing", "{files} is not in what was handed in."),
        say("attention-damaged", "{file} is damaged: it is not valid JSON."),
        say("attention-no-notebook", "{file} is not a Jupyter notebook ({error})."),
        say(
            "attention-unread",
            "The graded {file} cannot be read ({error}): the report has only its points.",
        ),
        say(
            "attention-nothing-known",
            "The gradebook knows no notebook: call nbgrader generate_assignment.",
        ),
        say("attention-fault", "Grading failed ({error})."),
        say("folder-link", "“{file}” is a link, a pipe or a device, and no file."),
        say("folder-foreign", "“{file}” belongs to another account."),
        say("folder-closed", "“{file}” cannot be read ({error})."),
        say("folder-large", "The files have more than {most} MB together."),
        say("folder-path", "The path “{file}” is too long."),
        say("folder-full", "There are more than {most} files and folders."),
        say("folder-deep", "There are folders more than {most} deep."),
    )
)
"""The sentence of each code, with the names of its values in braces."""


def reason(code: str, **values: object) -> dict[str, Any]:
    """The reason `code` with the values of its sentence."""
    return {"code": code, **values}


def note(notebook: NotebookNode, code: str, **values: object) -> None:
    """Leave a reason for the instructor in the notebook, once."""
    reasons = notebook.metadata.setdefault("ai4gov", NotebookNode()).setdefault(ATTENTION, [])
    if (found := reason(code, **values)) not in reasons:
        reasons.append(found)


def read(found: object) -> str:
    """A reason as an English sentence; an unknown one is shown unchanged, in one line."""
    values = dict(found) if isinstance(found, dict) else {}
    try:
        return harmless(SENTENCES[str(values.pop("code", ""))].format(**values))
    except (KeyError, IndexError, ValueError):
        return harmless(str(found))


def readable_json(data: object, sort_keys: bool = False) -> bytes:
    """JSON for people and programs, in UTF-8; what UTF-8 has no place for is escaped."""
    text = json.dumps(data, indent=1, sort_keys=sort_keys, ensure_ascii=False)
    # A lone surrogate becomes a backslash escape, which JSON reads as the same character.
    return text.encode("utf-8", "backslashreplace")


def harmless(text: str) -> str:
    """One line without control characters and marks of direction: parts come from learners."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(each) in ("Cc", "Cf", "Cs") else each
        for each in " ".join(text.split())[:300]
    )
