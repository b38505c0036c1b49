"""Parse submissions in worker processes: hostile data is read here only.

The coordinator never parses a notebook or a time that a learner handed in. It sends the bytes to a
worker process and gets back a notebook that has been put in order, within known bounds.
"""

import json
import pickle
from datetime import datetime
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import ClearOutput, DeduplicateIds
from traitlets.config import Config

from autograder.bounded import BoundedError, BoundedWorker, Died
from autograder.channel import has_more
from autograder.errors import describe
from autograder.files import LARGEST_HANDED_IN, LONGEST_TIMESTAMP, PARSING_SECONDS
from autograder.grading import normalize
from autograder.grading.normalize import MOST_CONTAINERS
from autograder.grading.repair import RepairCells, repair_form
from autograder.records import PlannedNotebook

EARLIEST_YEAR, LATEST_YEAR = 1970, 9000
"""Years of a submission. Times in the years 1 and 9999 cannot be converted to every time zone."""

OK, DAMAGED, NO_NOTEBOOK = "ok", "damaged", "no notebook"

PRELOAD = ("autograder.grading.parsing",)


# The coordinator's side


def parser() -> BoundedWorker:
    """A BoundedWorker that has imported what this module needs."""
    return BoundedWorker(preload=PRELOAD)


class Damaged(Exception):
    """A notebook that is not valid JSON."""


class NoNotebook(Exception):
    """A file that is not a notebook; the text is one line."""


def ordered_notebook(
    worker: BoundedWorker, content: bytes, planned: PlannedNotebook, config: Config
) -> NotebookNode:
    """A notebook that was handed in, put in order. Raises Damaged, NoNotebook and BoundedError."""
    if len(content) > LARGEST_HANDED_IN:
        raise NoNotebook(f"ValueError: it is larger than {LARGEST_HANDED_IN} bytes")
    # Pickled towards the worker only: this is the instructor's.
    ours = pickle.dumps((planned.name, planned.kernelspec, planned.cells, _of_steps(config)))
    state, answer = worker.call(
        "autograder.grading.parsing:order", content, ours, seconds=PARSING_SECONDS
    )
    if state == DAMAGED:
        raise Damaged
    if state != OK:
        raise NoNotebook(answer.decode("utf-8", "replace"))
    # The worker keeps to these bounds; they are checked again before anything is made of it.
    if has_more(answer, MOST_CONTAINERS):
        raise NoNotebook(f"it holds more than {MOST_CONTAINERS} lists and mappings")
    notebook: NotebookNode = nbformat.from_dict(json.loads(answer))
    return notebook


def timestamp(worker: BoundedWorker, content: bytes) -> datetime | None:
    """The time in a timestamp.txt, in UTC; None if it is empty.

    Raises ValueError for text that is not a time, and Died if no worker process can be started.
    """
    if len(content) > LONGEST_TIMESTAMP:
        raise ValueError(f"timestamp.txt holds no time: it has {len(content)} bytes")
    if not (written := content.decode(errors="replace").strip()):
        return None
    try:
        return datetime.fromisoformat(
            worker.call("autograder.grading.parsing:parse_time", written, seconds=PARSING_SECONDS)
        )
    except Died:
        raise
    except BoundedError:
        raise ValueError(f"timestamp.txt holds no time: {written[:40]!r}") from None


def _of_steps(config: Config) -> Config:
    """The part of a configuration that the steps of putting in order look at."""
    steps = (ClearOutput, RepairCells, DeduplicateIds, normalize.PlannedCells)
    sections = {kind.__name__ for step in steps for kind in step.mro()}
    return Config({name: config[name] for name in sections if name in config})


# In the worker


def order(content: bytes, ours: bytes) -> tuple[str, bytes]:
    """Parse, validate and normalize a notebook; returns a state and the notebook as JSON."""
    name, kernelspec, cells, config = pickle.loads(ours)
    planned = PlannedNotebook(name, kernelspec, cells, ())
    try:
        notebook = _read(content)
    except (json.JSONDecodeError, UnicodeDecodeError, nbformat.reader.NotJSONError):
        return DAMAGED, b""
    except MemoryError:
        raise
    except Exception as error:
        return NO_NOTEBOOK, describe(error).encode(errors="replace")
    return OK, json.dumps(normalize.normalize(notebook, planned, config)).encode()


def check(content: bytes) -> None:
    """Read a notebook as `nbgrader autograde` will. Raises ValueError for one too large."""
    try:
        normalize.require_few_containers(content)
        nbformat.reads(normalize.lean(content), as_version=4)
    except (MemoryError, normalize.TooMuch):
        raise
    except Exception:
        # nbgrader itself reports that this is not a notebook.
        return


def _read(content: bytes) -> NotebookNode:
    notebook: NotebookNode = nbformat.reads(normalize.lean(content), as_version=4)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError:
        repair_form(notebook)
        nbformat.validate(notebook)
    return notebook


def check_time(content: bytes) -> None:
    """Parse a timestamp.txt. Raises an exception for one that holds no time."""
    if written := content.decode().strip():
        parse_time(written)


def parse_time(written: str) -> str | None:
    """A time as ISO 8601, in UTC without a zone. Raises an exception for any other text."""
    found: Any = utils.parse_utc(written)
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise ValueError(f"the year {found.year}")
    return str(found.isoformat())
