"""Which paths a box shows, and what of that it hides again."""

import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.records import reaches
from autograder.sandbox.box import Box

View = tuple[tuple[str, bool], ...]
"""Paths, parents first: those that are shown (True), and those hidden inside of them (False)."""


MODULES = (".py", ".so")


SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin")
ETC = ("ld.so.cache", "localtime", "fonts", "mime.types", "alternatives")
DEVICES = ("null", "zero", "full", "random", "urandom")
PARTS = ("bin", "include", "lib", "lib64", "share", "pyvenv.cfg")
"""What Python needs of its environment, where that is a course's own folder."""


def view_of(box: Box) -> View:
    """What a box shows, by its level. Raises ConfinementError where that would be too much."""
    if not reaches(box.level, "landlock"):
        return ()
    apart = reaches(box.level, "namespaces")
    etc = tuple(f"/etc/{name}" for name in ETC) if apart else ("/etc",)
    hidden = tuple(os.path.realpath(path) for path in box.hidden if os.path.exists(path))
    view = visible((*SYSTEM, *etc, *box.readable), hidden)
    for path, is_shown in view:
        if not is_shown and not apart:
            raise ConfinementError(
                f"{path} lies inside {shown_around(path, view)}, which learners' code can read, "
                f"and the level {box.level} cannot hide it; move the course, or grade at the level "
                "namespaces"
            )
    return view


def shown_around(path: str, view: View) -> str:
    """The innermost shown folder that a hidden path lies in."""
    return next(other for other, is_shown in view[::-1] if is_shown and _is_in(path, other))


@lru_cache
def visible(shown: tuple[str, ...], hidden: tuple[str, ...]) -> View:
    """Which of the paths to show, and which to hide inside of them.

    A folder that holds other hidden ones, such as a course, may hold Python and its packages too:
    those are shown, and nothing else of it. Of any other hidden folder nothing is shown. Raises
    ConfinementError when Python itself would be hidden.

    Parameters
    ----------
    hidden : tuple of str
        Absolute, without symbolic links.
    """
    marks: dict[str, bool] = {}
    for path in _shown_beside(shown, hidden):
        real = os.path.realpath(path)
        marks[path] = True
        for secret in hidden:
            if secret != real and _is_in(secret, real):
                marks.setdefault(path + secret.removeprefix(real.rstrip("/")), False)
    view: list[tuple[str, bool]] = []
    for path in sorted(marks, key=lambda path: path.count("/")):
        around = next((mark for other, mark in view[::-1] if _is_in(path, other)), False)
        if marks[path] != around:
            view.append((path, marks[path]))
    return tuple(view)


def _shown_beside(shown: Iterable[str], hidden: tuple[str, ...]) -> list[str]:
    """The paths that may be shown: an environment that is a hidden folder by its parts."""
    found = []
    waiting = [path for path in shown if os.path.exists(path)]
    for path in waiting:
        real = os.path.realpath(path)
        around = [secret for secret in hidden if _is_in(real, secret)]
        wholly = [
            secret
            for secret in around
            if not any(other != secret and _is_in(other, secret) for other in hidden)
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
    """Whether it is, or holds, the environment of this Python, or is in it."""
    return any(
        _is_in(path, root) or _is_in(root, path)
        for root in map(os.path.realpath, {sys.prefix, sys.base_prefix, sys.exec_prefix})
    )


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def readable_paths() -> tuple[str, ...]:
    """What a box needs to read besides the system: this Python and its packages, and the course."""
    from course import places

    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix}
    house, library = places.REPOSITORY, sysconfig.get_path("stdlib")
    for entry in map(Path, filter(None, sys.path)):
        # A checkout on the path holds answers too: only its packages and data are shown. So does a
        # course, of which nothing is.
        is_course = (entry / "nbgrader_config.py").exists()
        if entry.is_relative_to(library):
            # Shown with Python itself.
            continue
        if not is_course and not house.is_relative_to(entry.resolve()):
            roots |= set(map(str, _importable(entry)))
    roots |= {str(house / name) for name in ("course", "autograder", "datasets")}
    return tuple(sorted(str(Path(root)) for root in roots if Path(root).exists()))


def _importable(entry: Path) -> Iterable[Path]:
    """What Python can import from a place on its path, which may be a project's with a course."""
    if entry.name in ("site-packages", "dist-packages") or not entry.is_dir():
        return [entry]
    return [
        path
        for path in entry.iterdir()
        if path.suffix in MODULES or (path / "__init__.py").is_file()
    ]
