"""The view of a box: which paths it shows, and which of those it hides again.

From the level "namespaces" on, nothing else exists in the box; at the level "landlock", a box
cannot hide anything below a folder that it shows, and `view_of` refuses.
"""

import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from autograder.course_package import course_package
from autograder.errors import ConfinementError
from autograder.records import reaches
from autograder.sandbox.box import Box

PACKAGE = Path(__file__).resolve().parents[1]
REPOSITORY = PACKAGE.parent
"""Where the grader is: beside other packages, or in a checkout that holds a course too."""

View = tuple[tuple[str, bool], ...]
"""Paths, parents first: those that are shown (True), and those hidden inside of them (False)."""

SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin")
"""Folders of programs and libraries that every box shows."""
ETC = ("ld.so.cache", "localtime", "fonts", "mime.types", "alternatives")
"""Entries of /etc that a box with a root of its own shows."""
DEVICES = ("null", "zero", "full", "random", "urandom")
"""Devices of /dev that every box can use."""
MODULES = (".py", ".so")
"""Endings of files that Python can import."""
PARTS = ("bin", "include", "lib", "lib64", "share", "pyvenv.cfg")
"""What Python needs of its environment, where that environment is the course's own folder."""


def view_of(box: Box) -> View:
    """What a box shows, by its level; nothing is recorded for the levels below "landlock".

    Raises ConfinementError where the level cannot hide a part of the course, or where hiding it
    would hide Python.
    """
    if not reaches(box.level, "landlock"):
        return ()
    has_own_root = reaches(box.level, "namespaces")
    etc = tuple(f"/etc/{name}" for name in ETC) if has_own_root else ("/etc",)
    hidden = tuple(os.path.realpath(path) for path in box.hidden if os.path.exists(path))
    view = visible((*SYSTEM, *etc, *box.readable), hidden)
    for path, is_shown in view:
        if not is_shown and not has_own_root:
            raise ConfinementError(
                f"{path} lies inside {shown_around(path, view)}, which learners' code can read, "
                f"and the level {box.level} cannot hide it; move the course, or grade at the level "
                "namespaces"
            )
    return view


def shown_around(path: str, view: View) -> str:
    """The innermost shown folder that a hidden path lies in."""
    return next(other for other, is_shown in view[::-1] if is_shown and is_in(path, other))


@lru_cache
def visible(shown: tuple[str, ...], hidden: tuple[str, ...]) -> View:
    """Which of the paths `shown` to show, and which to hide inside of them.

    A hidden folder that contains other hidden paths, such as a course, can also contain Python and
    its packages: those are shown, and nothing else of the folder. Of any other hidden folder
    nothing is shown. Raises ConfinementError if Python itself would be hidden.

    Parameters
    ----------
    hidden : tuple of str
        Absolute paths without symbolic links.
    """
    marks: dict[str, bool] = {}
    for path in _shown_beside(shown, hidden):
        real = os.path.realpath(path)
        marks[path] = True
        for secret in hidden:
            if secret != real and is_in(secret, real):
                marks.setdefault(path + secret.removeprefix(real.rstrip("/")), False)
    view: list[tuple[str, bool]] = []
    for path in sorted(marks, key=lambda path: path.count("/")):
        around = next((mark for other, mark in view[::-1] if is_in(path, other)), False)
        if marks[path] != around:
            view.append((path, marks[path]))
    return tuple(view)


def _shown_beside(shown: Iterable[str], hidden: tuple[str, ...]) -> list[str]:
    """The paths that can be shown; an environment that is a hidden folder is replaced by its parts.

    Raises ConfinementError if a path that Python needs must be hidden.
    """
    found = []
    waiting = [path for path in shown if os.path.exists(path)]
    for path in waiting:
        real = os.path.realpath(path)
        around = [secret for secret in hidden if is_in(real, secret)]
        wholly = [
            secret
            for secret in around
            if not any(other != secret and is_in(other, secret) for other in hidden)
        ]
        if real in around and real not in wholly and _is_python(real):
            waiting += [f"{path}/{part}" for part in PARTS if os.path.exists(f"{path}/{part}")]
        elif not wholly and real not in around:
            found.append(path)
        elif path in SYSTEM or _is_python(real):
            raise ConfinementError(
                f"{(wholly or around)[0]} is a folder of the course that learners' code must not "
                f"see, and {path}, which Python needs, is in it; move one of them"
            )
    return found


def _is_python(path: str) -> bool:
    """Whether a path is, contains, or lies in the environment of this Python."""
    return any(
        is_in(path, root) or is_in(root, path)
        for root in map(os.path.realpath, {sys.prefix, sys.base_prefix, sys.exec_prefix})
    )


def is_in(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it, by their names alone."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def readable_paths() -> tuple[str, ...]:
    """Paths that a box needs besides the system's: this Python, its packages, and the course."""
    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix}
    library = sysconfig.get_path("stdlib")
    for entry in map(Path, filter(None, sys.path)):
        # A checkout of this repository and a course contain answers. Of a checkout on the path only
        # packages and data are shown, of a course nothing.
        is_course = (entry / "nbgrader_config.py").exists()
        if entry.is_relative_to(library):
            # It is shown with Python itself.
            continue
        if not is_course and not REPOSITORY.is_relative_to(entry.resolve()):
            roots |= set(map(str, _importable(entry)))
    roots |= {str(PACKAGE), *map(str, course_package().readable())}
    return tuple(sorted(str(Path(root)) for root in roots if Path(root).exists()))


def _importable(entry: Path) -> Iterable[Path]:
    """What Python can import from an entry of its path.

    The entry may be the folder of a project that also contains a course.
    """
    if entry.name in ("site-packages", "dist-packages") or not entry.is_dir():
        return [entry]
    return [
        path
        for path in entry.iterdir()
        if path.suffix in MODULES or (path / "__init__.py").is_file()
    ]
