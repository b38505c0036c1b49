"""Which isolation of learners' code this machine allows, and how to reach more."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was examined. `fix` says what to do; it is empty where all is well."""

    what: str
    found: str
    fix: str = ""


def isolation() -> Iterator[Diagnosis]:
    """The isolation levels of this machine, found by trying each."""
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
    yield Diagnosis(
        "isolation of learners' code",
        f"{highest or 'not possible'} (wanted: {DEFAULT_MINIMUM} or more)",
        "" if enough else FIXES.get(DEFAULT_MINIMUM, ""),
    )
    for level, obstacle in obstacles.items():
        if obstacle is not None and not (reached and reaches(highest, level)):
            yield Diagnosis(f"  not: {level}", obstacle, FIXES[level] if not enough else "")
    yield from _course(highest)


def _course(level: str) -> Iterator[Diagnosis]:
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
        yield Diagnosis("this course", str(error), "move the course out of Python's folder")
        return
    is_hidden = level in ("namespaces", "cgroup")
    for path, is_shown in view:
        if not is_shown:
            around = shown_around(path, view)
            found = f"hidden at the level {level}" if is_hidden else "not hidden"
            yield Diagnosis(
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
