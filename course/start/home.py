"""The learner's home of the course: the folder above the languages, and where its parts are.

`ai4gov start` makes one with a folder for each language. On a hub, the home is the learner's own
home folder: assignments are fetched into it, beside the folder of the language.
"""

import os
import shutil
from pathlib import Path
from urllib.parse import quote

from course.files import write_atomic
from course.language import LANGUAGES
from course.places import release

RECORD = ".course-files.json"
"""In a home: what each copied file was, to tell a learner's work from ours."""

START_PAGE = "start.ipynb"
LESSONS = "lessons"
CHECKS = "checks.py"

CHECKS_OF_ALL = "checks"
"""In release/: the checks of each module, once for all languages."""


def home_of(folder: Path) -> Path | None:
    """The home that a folder belongs to, at most four folders up; None where there is none."""
    for candidate in (folder, *folder.parents[:4]):
        if (candidate / RECORD).is_file():
            return candidate
        if (candidate / START_PAGE).is_file():
            return candidate.parent if _is_one_of_several(candidate) else candidate
    return None


def _is_one_of_several(folder: Path) -> bool:
    """Whether a folder with a start page is that of a language, in a home."""
    if folder.name not in LANGUAGES:
        return False
    others = (folder.parent / lang / START_PAGE for lang in LANGUAGES if lang != folder.name)
    return (folder.parent / RECORD).is_file() or any(page.is_file() for page in others)


def languages_in(home: Path) -> list[str]:
    """The languages that have a start page in a home, in the course's order."""
    return [lang for lang in LANGUAGES if (home / lang / START_PAGE).is_file()]


def start_notebook(home: Path, lang: str) -> str | None:
    """The path of the start notebook inside a home, in a language if it is there."""
    return _first(home, [f"{lang}/{START_PAGE}", START_PAGE])


def lesson(home: Path, lang: str, slug: str) -> str | None:
    """The path of a module's lesson inside a home; None where it is not there."""
    name = f"{LESSONS}/{slug}/{slug}.ipynb"
    return _first(home, [f"{lang}/{name}", name])


def assignment(home: Path, lang: str, slug: str, fetched: str = "") -> str | None:
    """The path of a module's assignment inside a home; None where it is not there.

    `fetched` is the folder that nbgrader fetched it into, where that is known.
    """
    folders = [f"{slug}.{lang}", *([fetched] if fetched else []), f"{lang}/{slug}", slug]
    return _first(home, [f"{folder}/{slug}.ipynb" for folder in folders])


def _first(home: Path, names: list[str]) -> str | None:
    return next((name for name in names if (home / name).is_file()), None)


def checks_of(folder: Path) -> Path | None:
    """The checks of the notebook in a folder; None where there are none.

    In `release/LANG/SLUG` and `release/LANG/lessons/SLUG` they are `release/checks/SLUG.py`, also
    where nbgrader has left an older checks.py there. Other folders have them beside the notebook; a
    copy without them gets those of the installed course.
    """
    top = folder.parent.parent if folder.parent.name == LESSONS else folder.parent
    name = f"{CHECKS_OF_ALL}/{folder.name}.py"
    places = [folder / CHECKS, release() / name]
    if top.name in LANGUAGES:
        places.insert(0, top.parent / name)
    return next((path for path in places if path.is_file()), None)


def copy_with_checks(released: Path, folder: Path) -> Path:
    """Copy the folder of a released notebook, with its checks beside it; returns the new folder."""
    shutil.copytree(released, folder)
    lay_checks(released, folder)
    return folder


def lay_checks(released: Path, folder: Path) -> None:
    """Lay the checks of a released notebook into a folder, which may be its own."""
    checks = checks_of(released)
    if checks is not None and checks.parent != folder:
        # Exchanged: in a course shared by a group, another account may own the one that is there.
        write_atomic(folder / CHECKS, checks.read_bytes())


def in_lab(home: Path, root: Path | None, path: str, cell: str = "") -> str:
    """A link that opens a notebook of a home in Notebook 7, from a page that lies in the home.

    The link is relative, from `/files/...`, under which a Jupyter server shows the page, to
    `/notebooks/...`. So it works under every address, a hub's included. `root` is the folder that
    the server shows; None, or a folder that does not hold the home, counts as the home itself.
    """
    inside = Path()
    if root is not None and home.resolve().is_relative_to(root.resolve()):
        inside = home.resolve().relative_to(root.resolve())
    up = "../" * (len(inside.parts) + 1)
    link = f"{up}notebooks/{quote((inside / path).as_posix())}"
    return f"{link}#cell-id={quote(cell)}" if cell else link


def from_folder(home: Path, folder: Path, path: str, cell: str = "") -> str:
    """A link to a file of a home from a notebook in a folder, which the browser opens."""
    link = quote(Path(os.path.relpath(home / path, folder)).as_posix())
    return f"{link}#cell-id={quote(cell)}" if cell else link
