"""nbgrader's configuration: what we set in it, and what we read from a course's own."""

import atexit
import stat
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path
from nbgrader import utils
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import Exchange
from nbgrader.preprocessors import NbGraderPreprocessor
from sqlalchemy import make_url
from sqlalchemy.exc import SAWarning
from traitlets import CInt, Float, List, TraitError, Unicode
from traitlets.config import Config
from traitlets.config.loader import ConfigFileNotFound, JSONFileConfigLoader, PyFileConfigLoader

from autograder.errors import CourseError, describe
from autograder.files import (
    LONGEST_TIMESTAMP,
    linked_part,
    read_plain,
    require_copyable,
    require_utf8,
)
from autograder.records import DEFAULT_MINIMUM, EXAMINER, IN_PROCESS, LEVELS, Limits, Plan
from autograder.text import printable

NAME = "nbgrader_config"
CONFIG = f"{NAME}.py"
LOADERS = {".py": PyFileConfigLoader, ".json": JSONFileConfigLoader}

STEPS = ("source", "source_with_tests", "submitted", "autograded", "feedback", "solution")
"""nbgrader's folders of a course that learners may not see."""

OF_THE_CLASS = ("submitted", "autograded", "feedback")
"""Those of them with the work of learners, and what they got."""

LONGEST_TIMEOUT = 10_000_000
"""Seconds."""

ATTENTION_FOLDER = "attention"
"""In a course: for each assignment, who needs a person's attention and why."""


class NameList(List[str]):
    """A list of names, of which a single one may be written without brackets on a command line."""

    def from_string(self, s: str) -> list[Any] | None:
        return super().from_string(s) if s.startswith("[") else [s]


class ExecuteSettings(NbGraderPreprocessor):
    """The settings `c.Execute...` with their types: traitlets converts and checks them."""

    timeout = Float(
        30,
        allow_none=True,
        help="CPU seconds that a cell may take; None or -1: no limit of its own.",
    ).tag(config=True)

    submission_timeout = Float(
        300, help="CPU seconds that all cells of a notebook may take together."
    ).tag(config=True)

    memory = CInt(2 * 2**30, min=1, help="Bytes of memory that each process may take.").tag(
        config=True
    )

    output_bytes = CInt(2**20, min=1, help="Bytes of output that a cell may leave.").tag(
        config=True
    )

    kernel_name = Unicode(
        "", help="The kernel in place of the notebooks' own: python3, if this Python will do."
    ).tag(config=True)

    isolation = Unicode(
        DEFAULT_MINIMUM,
        help="The level below which nothing is graded: none, limits, landlock, namespaces, cgroup.",
    ).tag(config=True)

    in_process = NameList(
        Unicode(),
        help="Assignments whose tests run in the learner's own process, where they can be forged.",
    ).tag(config=True)

    checks_directory = Unicode(
        "", help="Folder with checks.py and hidden_checks.py of each assignment, for the grader."
    ).tag(config=True)


def execute_settings(config: Config) -> ExecuteSettings:
    """The settings `c.Execute...` of a course. Raises CourseError for a wrong value."""
    section = Config()
    # nbgrader's Execute is also configured by the classes that it is derived from.
    for part in ("NotebookClient", "ExecutePreprocessor"):
        if "timeout" in config[part]:
            section.Execute.timeout = config[part].timeout
    section.merge({"Execute": config.Execute})
    # Sections are found by the names of classes.
    kind = type("Execute", (ExecuteSettings,), {})
    try:
        found: ExecuteSettings = kind(config=section)
    except TraitError as error:
        raise CourseError(f"a setting of c.Execute is wrong: {describe(error)}") from error
    if not 0 < found.submission_timeout < LONGEST_TIMEOUT:
        raise CourseError(
            f"c.Execute.submission_timeout is {found.submission_timeout:g}: it must be more than 0 "
            f"and less than {LONGEST_TIMEOUT} seconds"
        )
    return found


def grading_settings() -> Config:
    """The grading of any nbgrader course: our way of running, the rest as in nbgrader."""
    _guard_copying()
    _guard_times()
    _guard_formgrader()
    c = Config()
    c.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.ClearOutput",
        "autograder.grading.repair.RepairCells",
        "nbgrader.preprocessors.DeduplicateIds",
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        "autograder.execute.Execute",
        "autograder.grading.ignore_pattern.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.HTMLExporter.preprocessors = ["autograder.formgrader.cells.HarmlessCells"]
    filters = ("markdown2html", "highlight_code", "ansi2html", "strip_files_prefix")
    c.HTMLExporter.filters = dict.fromkeys(filters, "autograder.formgrader.cells.shown")
    return c


def _guard_copying() -> None:
    """Have `nbgrader autograde` refuse a submission that it cannot copy safely.

    nbgrader copies a submission before it calls any preprocessor: it follows links wherever they
    lead, and waits forever for a pipe or an endless device. No setting prevents that.
    """
    init = Autograde.init_destination
    if hasattr(init, "__wrapped__"):
        return

    @wraps(init)
    def guarded(self: Autograde, assignment_id: str, student_id: str) -> bool:
        folder = Path(self._format_source(assignment_id, student_id))
        require_utf8(student_id)
        step = self.coursedir.submitted_directory
        if link := linked_part(self.coursedir, step, student_id, assignment_id):
            raise ValueError(f"{link} is a link: only a folder of the student's own is graded")
        require_copyable(folder, self.coursedir.ignore)
        return bool(init(self, assignment_id, student_id))

    find = Autograde.init_notebooks

    @wraps(find)
    def found(self: Autograde) -> None:
        try:
            minimum_level(self.config, None)
        except CourseError as error:
            # Once, rather than a stack trace for each submission.
            self.log.error(str(error))
            raise NbGraderException(str(error)) from error
        find(self)
        for folder in [each for each in self.assignments if "\n" in each]:
            # nbgrader's pattern for folders matches no newline, and that would end the class.
            self.log.error("%s is not graded: its name has a newline", printable(folder))
            del self.assignments[folder]

    Autograde.init_destination = guarded
    Autograde.init_notebooks = found


def _guard_times() -> None:
    """Have nbgrader refuse to parse a long text as a time, which takes quadratic time.

    formgrader's server and `nbgrader collect` also read timestamp.txt of submissions: a file that
    holds no time would end them for the whole class.
    """
    CourseDirectory.get_existing_timestamp = _existing_timestamp
    NbGraderAPI.get_submitted_timestamp = _submitted_timestamp
    parse = utils.parse_utc
    if hasattr(parse, "__wrapped__"):
        return

    @wraps(parse)
    def guarded(ts: Any) -> Any:
        if isinstance(ts, str) and len(ts) > LONGEST_TIMESTAMP:
            raise ValueError(f"no time: a text of {len(ts)} characters")
        return parse(ts)

    for name, module in list(sys.modules.items()):
        if name.startswith("nbgrader.") and getattr(module, "parse_utc", None) is parse:
            module.parse_utc = guarded  # type: ignore[attr-defined]


def _existing_timestamp(self: CourseDirectory, dest_path: str) -> datetime | None:
    """The time of a submission in a folder; None, and a warning, if its file holds no time."""
    path = Path(dest_path, "timestamp.txt")
    try:
        written = read_plain(path, LONGEST_TIMESTAMP).decode().strip()
        found: datetime = utils.parse_utc(written)
        return found
    except FileNotFoundError:
        return None
    except Exception as error:
        # Parsers of times raise many kinds of exceptions.
        self.log.warning("%s holds no time: %s", printable(str(path)), printable(describe(error)))
        return None


def _submitted_timestamp(self: NbGraderAPI, assignment_id: str, student_id: str) -> datetime | None:
    """The time of a submission; None if formgrader could not show it in the course's zone."""
    folder = self.coursedir.format_path(
        self.coursedir.submitted_directory, student_id, assignment_id
    )
    found: datetime | None = self.coursedir.get_existing_timestamp(folder)
    try:
        if found is not None:
            utils.as_timezone(found, self.timezone).strftime(self.timestamp_format)
    except (OverflowError, ValueError):
        return None
    return found


def _guard_formgrader() -> None:
    """Change formgrader's request handlers, in a server that has loaded them."""
    if "nbgrader.server_extensions.formgrader.handlers" in sys.modules:
        from autograder.formgrader import handlers as formgrader_server

        formgrader_server.install()


def load(course: Path) -> Config:
    """The configuration of the nbgrader course in a folder. Raises CourseError.

    As in nbgrader, files in the user's and the machine's Jupyter folders are read first, and
    `c.CourseDirectory.root` may say that the course is elsewhere. What the course holds of its
    class is closed to other accounts: see `close_to_others`.
    """
    # nbgrader's own use of SQLAlchemy 2.1 warns at each submission; we cannot change that.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    # A fault in a learner's notebook is repaired, or reported as a reason for attention.
    warnings.filterwarnings("ignore", module="nbformat")
    config = personal(course)
    root = Path(course, str(config.CourseDirectory.get("root", ""))).resolve()
    there = _files([root], NAME)
    if root != course.resolve():
        for path in there:
            config.merge(_load_file(path))
    if not there and not _files([course], NAME):
        raise CourseError(
            f"no nbgrader course in {root}: there is no {CONFIG}; "
            "go to the folder of a course and call again"
        )
    config.CourseDirectory.root = str(root)
    close_to_others(config)
    if root not in _closed_at_exit:
        # Again when this process ends, for what it makes meanwhile.
        _closed_at_exit.add(root)
        atexit.register(close_to_others, config)
    return config


_closed_at_exit: set[Path] = set()
"""The courses that this process closes to others when it ends."""


def close_to_others(config: Config) -> None:
    """Take from other accounts all rights to what a course holds of its class (chmod o-rwx).

    The rights of the owner and of a group, as with `c.CourseDirectory.groupshared`, stay. nbgrader
    makes these folders and the gradebook with the rights that the umask leaves, mostly 0755 and
    0644. Their files keep theirs, since feedback pages are copied to learners with them.
    """
    with suppress(TraitError):  # Told where the settings are used.
        coursedir = CourseDirectory(config=config)
        root = Path(coursedir.root)
        folders = [root / getattr(coursedir, f"{step}_directory") for step in OF_THE_CLASS]
        for path in (*folders, root / ATTENTION_FOLDER, *_database(coursedir)):
            # Links lead to where others decide; what is another account's is theirs to close.
            with suppress(OSError):
                found = path.lstat()
                if not stat.S_ISLNK(found.st_mode) and found.st_mode & stat.S_IRWXO:
                    path.chmod(stat.S_IMODE(found.st_mode) & ~stat.S_IRWXO)


def personal(folder: Path) -> Config:
    """The settings in the machine's and the user's Jupyter folders and in a folder.

    The current folder has no influence, as it has in nbgrader's own commands. Raises CourseError.
    """
    jupyter = list(reversed(jupyter_config_path()))
    config = Config()
    for path in (*_files(jupyter, "jupyter_config"), *_files([*jupyter, folder], NAME)):
        config.merge(_load_file(path))
    return config


def _files(folders: Sequence[str | Path], name: str) -> list[Path]:
    """The existing settings files of that name, in the order in which they are merged."""
    paths = [Path(folder, name + ending) for folder in folders for ending in LOADERS]
    return [path for path in dict.fromkeys(paths) if path.is_file()]


def _load_file(path: Path) -> Config:
    try:
        return LOADERS[path.suffix](path.name, str(path.parent)).load_config()
    except ConfigFileNotFound as error:
        raise CourseError(f"{path}: {error}") from error
    except CourseError:
        raise
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise CourseError(f"{path}: {reason}") from error


def minimum_level(config: Config, asked: str | None) -> str:
    """The isolation level below which nothing is graded. Raises CourseError for an unknown one."""
    level = asked or execute_settings(config).isolation
    if level not in LEVELS:
        raise CourseError(f"no isolation level {level!r}; there are: {', '.join(LEVELS)}")
    return level


def limits(config: Config, assignment: str, level: str) -> Limits:
    """The bounds on a notebook of an assignment, by the course's configuration (c.Execute...)."""
    execute = execute_settings(config)
    notebook, cell = execute.submission_timeout, execute.timeout
    return Limits(
        # As in nbgrader, None and -1 mean no limit; a notebook has one in any case.
        cell=min(cell, notebook) if cell is not None and cell > 0 else notebook,
        notebook=notebook,
        output=execute.output_bytes,
        memory=execute.memory,
        level=level,
        mode=IN_PROCESS if assignment in execute.in_process else EXAMINER,
        hidden=hidden_paths(config),
    )


def hidden_paths(config: Config) -> tuple[str, ...]:
    """What learners' code must not read of the course: absolute paths with links resolved."""
    coursedir = CourseDirectory(config=config)
    root = Path(coursedir.root)
    folders = [
        root,
        root / ATTENTION_FOLDER,
        *(root / getattr(coursedir, f"{step}_directory") for step in STEPS),
        # The exchange can be anywhere; by default it is below /usr.
        Path(config.Exchange.get("root", Exchange.root.default_value)),
    ]
    if checks := config.Execute.get("checks_directory"):
        folders.append(root / checks)
    folders += _database(coursedir)
    return tuple(sorted({str(path.resolve()) for path in folders}))


def _database(coursedir: CourseDirectory) -> list[Path]:
    """The files of a gradebook that is an SQLite file; none for one on a database server."""
    url = make_url(coursedir.db_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return []
    return [Path(url.database + ending) for ending in ("", "-journal", "-wal")]


def require_python(plan: Plan) -> None:
    """Raise CourseError for a notebook in another language: only Python can be run here."""
    chosen = execute_settings(plan.config).kernel_name
    for name, notebook in plan.notebooks.items():
        kernel = chosen or notebook.kernelspec.get("name", "python3")
        spoken = notebook.kernelspec.get("language", "python")
        if spoken != "python":
            raise CourseError(f"{name}.ipynb wants the kernel {kernel!r}; only Python is graded")
        if not kernel.startswith("python"):
            raise CourseError(
                f"{name}.ipynb wants the kernel {kernel!r}, and here is one Python only; if that "
                f"will do, write into {CONFIG}: c.Execute.kernel_name = 'python3'"
            )


def require_known_steps(config: Config) -> None:
    """Raise CourseError for a course with preprocessors of its own, which could change points."""
    known = {
        step.rpartition(".")[2] for steps in grading_settings().Autograde.values() for step in steps
    }
    for part in ("Autograde", "BaseConverter"):
        for hook in ("pre_convert_hook", "post_convert_hook"):
            if config[part].get(hook):
                raise CourseError(
                    f"c.{part}.{hook} is called by `nbgrader autograde` only: call that"
                )
    for setting in ("sanitize_preprocessors", "autograde_preprocessors"):
        for step in config.Autograde.get(setting, ()):
            name = step if isinstance(step, str) else step.__name__
            if name.rpartition(".")[2] not in known:
                raise CourseError(
                    f"c.Autograde.{setting} has {name}, which is run by `nbgrader autograde` only; "
                    "call that, with autograder.execute.Execute in place of nbgrader's Execute"
                )
