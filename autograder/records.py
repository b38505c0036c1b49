"""The records that pass between the packages of the autograder, and the words they use.

They hold data and do nothing; every package may import them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from traitlets.config import Config

# How learners' code is isolated

LEVELS = ("none", "limits", "landlock", "namespaces", "cgroup")
"""Isolation levels. Each includes those before it.

none        a process of its own, killed when its time is over
limits      bounds on memory, files and processes; no new privileges; nothing outlives the box
landlock    reads Python and the course only, writes its scratch folder only (Landlock); no access
            to other processes, the network or the kernel's rarely used system calls (seccomp)
namespaces  a root, processes, network and users of its own: nothing else can be seen there
cgroup      memory and processes bounded for the box as a whole
"""

DEFAULT_MINIMUM = "namespaces"
"""Below this level nothing is graded unless a course says so."""

EXAMINER, IN_PROCESS = "examiner", "in-process"
"""Where test cells run: in a process of their own, or in the learner's."""

HOW_RUN = "graded"
"""Key of a notebook's own metadata: the level and the mode in which its cells were run."""

HOME = "/home/learner"
"""The scratch folder of a box, as seen in a root of its own."""


@dataclass(frozen=True)
class Limits:
    """Bounds on one notebook: CPU seconds of all its processes, and bytes.

    `hidden` are the course's own files and folders, which learners' code must not read.
    """

    cell: float = 30
    notebook: float = 300
    output: int = 2**20
    memory: int = 2 * 2**30
    level: str = DEFAULT_MINIMUM
    mode: str = EXAMINER
    hidden: tuple[str, ...] = ()


def reaches(level: str, wanted: str) -> bool:
    """Whether an isolation level is at least the wanted one."""
    return LEVELS.index(level) >= LEVELS.index(wanted)


# What is graded

SETUP, SOLUTION, TEST, OTHER = "setup", "solution", "test", "other"
"""Kinds of an instructor's code cells."""


@dataclass(frozen=True)
class ReleasedCell:
    """A cell that nbgrader knows, as it was released; points for a graded one."""

    name: str
    cell_type: str
    source: str
    checksum: str
    locked: bool
    max_score: float | None = None
    is_solution: bool = False
    is_task: bool = False


@dataclass(frozen=True)
class SourceCell:
    """A code cell of the instructor's notebook, with its solution where there is one."""

    id: str
    kind: str
    source: str


@dataclass(frozen=True)
class PlannedNotebook:
    """A notebook of the assignment: its released cells, and the instructor's own code cells.

    The examiner learns from `source_cells` which names are the instructor's.
    """

    name: str
    kernelspec: dict[str, Any]
    cells: tuple[ReleasedCell, ...]
    source_cells: tuple[SourceCell, ...]


@dataclass(frozen=True)
class Plan:
    """An assignment: its notebooks, the files beside them, and which of these are modules."""

    assignment: str
    notebooks: dict[str, PlannedNotebook]
    files: dict[str, bytes] = field(default_factory=dict)
    checks: dict[str, bytes] = field(default_factory=dict)
    config: Config = field(default_factory=Config)
    modules: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Submission:
    """What a learner handed in: every regular file by its path in the folder.

    `unreadable` says why it could not be read.
    """

    student: str
    files: dict[str, bytes]
    unreadable: str = ""


@dataclass(frozen=True)
class Job:
    """One notebook to run: what it should hold, the files beside it, and its bounds.

    `files` is what the learner's code finds in its folder, by path: the submission's and the
    instructor's.
    """

    plan: Plan
    notebook: PlannedNotebook
    files: dict[str, bytes]
    limits: Limits


# What comes of it

GRADED = "graded"
ATTENTION_NEEDED = "needs attention"
UNCHANGED = "unchanged"


@dataclass
class Ran:
    """What running a notebook took; its outputs, level and mode are in the notebook itself.

    `cpu` are the CPU seconds of its boxes, `memory` the most bytes of one of their processes;
    `files` is what its cells have written, by path. `ended_early` says that Python ended in it, and
    no clock limit had been reached.
    """

    cpu: float = 0.0
    memory: int = 0
    ended_early: bool = False
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class CellScores:
    """What grading a notebook gave: points by cell (None: by hand), comments by cell."""

    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


@dataclass
class Result:
    """What became of a submission. Points are those graded so far, None if there are none.

    `level` and `mode` say how it was isolated and where its tests ran; `cpu` are the CPU seconds
    of its processes, `seconds` those on the clock, `memory` the most bytes of one process.
    """

    student: str
    status: str
    points: float | None = None
    out_of: float | None = None
    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    level: str = ""
    mode: str = ""
    reasons: list[dict[str, Any]] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """The result as plain data; each reason with its code and its English sentence."""
        # Sentences need the course's texts, which the boxes' messages have no use for.
        from autograder.reasons import read

        reasons = [reason | {"sentence": read(reason)} for reason in self.reasons]
        return asdict(self) | {"reasons": reasons}


@dataclass
class Graded:
    """A result with what is to be kept of it: files for autograded/, points by notebook."""

    result: Result
    timestamp: datetime | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    notebooks: dict[str, CellScores] = field(default_factory=dict)


# Cells


def is_test(cell: Mapping[str, Any]) -> bool:
    """Whether a cell is a test: graded by the machine, and nothing a learner writes."""
    marks = cell["metadata"].get("nbgrader", {})
    return bool(marks.get("grade") and not marks.get("solution") and not marks.get("task"))
