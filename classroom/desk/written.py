"""A learner's note, read out of a graded notebook in a worker process; all of it is hostile."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from autograder.bounded import BoundedError
from autograder.errors import Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.formgrader.page_worker import page_worker, why_unreadable
from autograder.formgrader.sanitize import LARGEST_TEXT, code, plain, prose
from classroom.pages.graded import notebook_language
from course.errors import describe

LARGEST_SHOWN = 5_000_000
"""Characters of a note as HTML, its pictures included; a larger one is shown as plain text."""

SECONDS = 10.0
"""CPU seconds that reading a note may take."""


NOTHING = Markup("")


@dataclass(frozen=True)
class Written:
    """A note as sanitized HTML, with its number of words, its language and a digest of its text.

    `fault` says in one line why it cannot be shown; it is empty otherwise.
    """

    html: Markup = NOTHING
    words: int = 0
    lang: str = ""
    digest: str = ""
    fault: str = ""


def read_written(file: Path, cell: str) -> Written:
    """The note in the cell of that name of a graded notebook; never raises for what is in it."""
    try:
        content = read_plain(file, LARGEST_GRADED)
        found = page_worker().call("classroom.desk.written:find", content, cell, seconds=SECONDS)
        return Written(Markup(found["html"]), found["words"], found["lang"], found["digest"])
    except FileNotFoundError:
        return Written(fault=f"{file.name} was not handed in")
    except OSError as error:
        return Written(fault=describe(error))
    except BoundedError as error:
        return Written(fault=str(why_unreadable(error)))
    except Unreadable as error:
        return Written(fault=str(error))


def find(content: bytes, name: str) -> dict[str, Any]:
    """Called in a worker process. Raises Unreadable for what is not a notebook with that cell."""
    try:
        notebook = json.loads(content)
        cell = next(each for each in notebook["cells"] if _is(each, name))
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        lang = notebook_language(notebook["metadata"])
        attachments = cell.get("attachments", {})
        is_code = cell["cell_type"] == "code"
    except StopIteration:
        raise Unreadable("the cell of the note is not in it") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unreadable("it is not a notebook") from None
    if is_code:
        html = Markup("<pre><code>") + code(text) + Markup("</code></pre>")
    else:
        html = prose(plain(text), attachments if isinstance(attachments, dict) else {})
    if len(html) > LARGEST_SHOWN:
        html = Markup("<pre>") + escape(plain(text)[:LARGEST_TEXT]) + Markup("</pre>")
    return {
        "html": _utf8(str(html)),
        "words": len(text.split()),
        "lang": lang,
        "digest": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _is(cell: dict[str, Any], name: str) -> bool:
    marks = cell["metadata"].get("nbgrader")
    return isinstance(marks, dict) and marks.get("grade_id") == name


def _utf8(text: str) -> str:
    """Text that can be sent: lone surrogates, which JSON can hold, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
