"""Starting as a learner: a working folder of one's own, with JupyterLab open on it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from course import places
from course.errors import UserError
from course.files import write_atomic
from course.language import LANGUAGES, MARKER
from course.start.chosen_language import VARIABLE
from course.start.home import CHECKS, CHECKS_OF_ALL, LESSONS, RECORD, START_PAGE, checks_of
from course.start.progress import NAME as PROGRESS

MADE = frozenset({PROGRESS, "start.html", "completion-record.html", CHECKS})
"""What working in the release folder leaves there; the checks, when nbgrader releases."""

FIRST_PAGE = "/ai4gov/start.html"
"""The start page's address on the server, which course.start.served_pages gives it."""


class StartError(UserError):
    """The working folder cannot be made; the message is one line for people."""


def copy_release(
    folder: Path, langs: Collection[str] = tuple(LANGUAGES), assignments: bool = True
) -> tuple[int, list[str]]:
    """Copy the released course into a working folder, never over a learner's own work.

    A file that the learner has changed stays, also when the course has a newer one; a file
    that nobody touched is renewed. Without `assignments`, only start page and lessons are copied:
    on a hub, nbgrader hands assignments out. Returns how many files were written, and the names
    of those that were kept though the course's have changed. Raises StartError.
    """
    release = places.release()
    if not release.is_dir():
        raise StartError(f"no released course in {release}; call first: ai4gov build")
    record_path = folder / RECORD
    record = _read_record(record_path)
    written, kept = 0, []
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, source in _released_files(release):
            if not _is_wanted(name, langs, assignments):
                continue
            path = target = folder / name
            _refuse_link(folder, target)
            content = source.read_bytes()
            new = _digest(content)
            now = _digest(target.read_bytes()) if target.exists() else None
            if now not in (None, new, record.get(name)):
                if record.get(name) != new:
                    kept.append(name)
                continue
            if now != new:
                target.parent.mkdir(parents=True, exist_ok=True)
                write_atomic(target, content)
                written += 1
            record[name] = new
    except OSError as error:
        raise StartError(
            f"{path}: cannot be written ({error.strerror}); choose another folder with --dir"
        ) from error
    finally:
        if folder.is_dir():
            with suppress(OSError):
                write_atomic(record_path, json.dumps(record, indent=1, sort_keys=True))
    return written, kept


def lay_out_language(folder: Path, lang: str) -> None:
    """Copy a language into a home that has others, with assignments if another one has them.

    A home without a record is a release folder itself: nothing is copied. Raises StartError.
    """
    if not (folder / RECORD).is_file():
        return
    there = (name.split("/") for name in _read_record(folder / RECORD))
    has_assignments = any(len(parts) > 2 and parts[1] != LESSONS for parts in there)
    copy_release(folder, [lang], has_assignments)


def _is_wanted(name: str, langs: Collection[str], assignments: bool) -> bool:
    lang, _, rest = name.partition("/")
    if lang in LANGUAGES and lang not in langs:
        return False
    return assignments or rest in (START_PAGE, MARKER) or rest.startswith(f"{LESSONS}/")


def _refuse_link(folder: Path, target: Path) -> None:
    """Raise StartError where a link would lead what is written to another place."""
    for path in (target, *target.parents):
        if path == folder:
            return
        if path.is_symlink():
            raise StartError(f"{path}: a link, which nothing is written through; remove it")


def _released_files(release: Path) -> Iterator[tuple[str, Path]]:
    """The course's files by their names in a working folder: the checks beside each notebook.

    Left out is what working in the release folder has left there.
    """
    for path in sorted(release.rglob("*")):
        inside = path.relative_to(release)
        ours = path.name not in MADE and inside.parts[0] != CHECKS_OF_ALL
        if not ours or any(part.startswith((".", "__")) for part in inside.parts):
            continue
        if path.is_file():
            yield inside.as_posix(), path
        elif checks := checks_of(path):
            yield (inside / CHECKS).as_posix(), checks


def _read_record(path: Path) -> dict[str, str]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(record, dict):
            raise ValueError("not a record")
        return record
    except ValueError as error:
        raise StartError(f"{path}: damaged; delete this one file and call again") from error
    except OSError:
        return {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def open_lab(folder: Path, lang: str, browser: bool, extra: list[str]) -> int:
    """Become JupyterLab, open on the start page: replace this process, and do not return.

    On Windows, run it and return its exit status. Raises StartError.
    """
    if lang not in LANGUAGES:
        raise StartError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and "--allow-root" not in extra:
        raise StartError(
            "JupyterLab does not start as root: call as an ordinary user, or if this machine has "
            "none: ai4gov start -- --allow-root"
        )
    # The folder says, in JupyterLab's own way, that its news of the day stays off.
    settings = places.PACKAGE / "jupyter"
    paths = [str(settings), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    # The start page's language, where the choice could not be kept.
    os.environ[VARIABLE] = lang
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(path for path in paths if path)
    command = [
        sys.executable, "-m", "course.start.lab", f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url={FIRST_PAGE}", *extra,
    ]  # fmt: skip
    if not browser:
        command.append("--no-browser")
    if os.name == "nt":
        # Kernels read and write text in UTF-8, as on all other systems and where work is graded.
        os.environ.setdefault("PYTHONUTF8", "1")
        return _run(command)
    os.execv(sys.executable, command)


def _run(command: list[str]) -> int:
    """Run a command to its end, and return its exit status; Ctrl-C is left to the command.

    On Windows, os.execv starts a second process and ends this one: the prompt comes back while
    the command is running, and an argument with a space is split.
    """
    with subprocess.Popen(command) as process:
        while True:
            # Ctrl-C goes to every process of a console, so JupyterLab ends by itself.
            with suppress(KeyboardInterrupt):
                return process.wait()
