"""What this machine can do for the course, and how to fix each shortcoming."""

import importlib.metadata
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from course import places
from course.language import LANGUAGES, SOURCE, CatalogueError, read_catalogue

LEARNER = ("jupyterlab", "ipykernel", "pandas", "scikit-learn", "matplotlib", "fairlearn")
INSTRUCTOR = ("nbgrader", "nbconvert", "jupytext")


@dataclass(frozen=True)
class Finding:
    """One thing that was examined. `fix` says what to do; it is empty where all is well."""

    what: str
    found: str
    fix: str = ""


def examine() -> list[Finding]:
    """Everything that is looked at, in the order in which a person would ask."""
    return [
        Finding("Python", sys.version.split()[0]),
        *_packages(LEARNER, "pip install ai4gov-course"),
        *_packages(INSTRUCTOR, "for instructors: pip install 'ai4gov-course[instructor]'"),
        *_commands(),
        *_languages(),
        _release(),
        *_isolation(),
    ]


def _packages(names: tuple[str, ...], fix: str) -> Iterator[Finding]:
    for name in names:
        if _is_installed(name):
            yield Finding(name, importlib.metadata.version(name))
        else:
            yield Finding(name, "not installed", fix)


def _is_installed(package: str) -> bool:
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _commands() -> Iterator[Finding]:
    for command, purpose, fix in (
        ("alembic", "nbgrader's gradebook", "put the environment's bin folder on PATH"),
    ):
        if command == "alembic" and not _is_installed("nbgrader"):
            continue
        beside = Path(sys.executable).with_name(command)
        found = shutil.which(command) or (str(beside) if beside.is_file() else None)
        yield Finding(
            f"{command} ({purpose})", "found" if found else "missing", "" if found else fix
        )


def _languages() -> Iterator[Finding]:
    for lang, name in LANGUAGES.items():
        if lang == SOURCE:
            continue
        try:
            catalogues = [
                read_catalogue(path) for path in sorted((places.locale() / lang).rglob("*.po"))
            ]
        except CatalogueError as error:
            yield Finding(name, "a catalogue is damaged", str(error))
            continue
        entries = [entry for catalogue in catalogues for entry in catalogue]
        done = sum(entry.translated() for entry in entries)
        fix = f"translate the rest in course/locale/{lang}" if done < len(entries) else ""
        fix = fix if entries else f"no catalogue in course/locale/{lang}: call ai4gov build"
        yield Finding(name, f"{done} of {len(entries)} texts translated", fix)


def _release() -> Finding:
    pages = sorted(places.release().glob("*/start.ipynb"))
    if pages:
        return Finding("released course", f"in {len(pages)} languages")
    return Finding("released course", "missing", "call ai4gov build")


def _isolation() -> Iterator[Finding]:
    """The isolation levels of this machine, found by trying each."""
    if not _is_installed("nbgrader"):
        return
    from autograder.records import DEFAULT_MINIMUM, LEVELS, reaches
    from autograder.sandbox.forkserver import ForkServer

    forkserver = ForkServer()
    try:
        obstacles = {level: forkserver.obstacle(level) for level in LEVELS}
    finally:
        forkserver.close()
    reached = [level for level, obstacle in obstacles.items() if obstacle is None]
    highest = reached[-1] if reached else ""
    enough = bool(reached) and reaches(highest, DEFAULT_MINIMUM)
    yield Finding(
        "isolation of learners' code",
        f"{highest or 'not possible'} (wanted: {DEFAULT_MINIMUM} or more)",
        "" if enough else FIXES.get(DEFAULT_MINIMUM, ""),
    )
    for level, obstacle in obstacles.items():
        if obstacle is not None and not (reached and reaches(highest, level)):
            yield Finding(f"  not: {level}", obstacle, FIXES[level] if not enough else "")
    yield from _course(highest)


def _course(level: str) -> Iterator[Finding]:
    """Files of the course in this folder that learners' code can read at the level reached."""
    from autograder import settings
    from autograder.errors import ConfinementError
    from autograder.sandbox.box import Box
    from autograder.sandbox.view import readable_paths, shown_around, view_of

    try:
        hidden = settings.hidden_paths(settings.load(Path.cwd()))
    except CourseError:
        return
    try:
        view = view_of(Box(level="namespaces", readable=readable_paths(), hidden=hidden))
    except ConfinementError as error:
        yield Finding("this course", str(error), "move the course out of Python's folder")
        return
    is_hidden = level in ("namespaces", "cgroup")
    for path, is_shown in view:
        if not is_shown:
            around = shown_around(path, view)
            found = f"hidden at the level {level}" if is_hidden else "not hidden"
            yield Finding(
                f"{path} of this course",
                f"lies inside {around}, which learners' code can read: {found}",
                "" if is_hidden else f"move it out of {around}, or grade at the level namespaces",
            )


FIXES = {
    "none": "use Linux",
    "limits": "use a Python that every user of the machine can read",
    "landlock": "a kernel of 5.13 or newer with Landlock, on x86_64 or aarch64",
    "namespaces": "allow user namespaces, or grade as root (in a container: with SYS_ADMIN)",
    "cgroup": "grade as root, or in a cgroup that is delegated to you",
}
