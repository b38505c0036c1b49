"""The gallery: one static folder with the projects of a class whose teams agreed to be shown.

Running it again removes what is no longer agreed to. The folder keeps a list of the pages that the
gallery made, and nothing else in it is ever removed.
"""

import html
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import CourseError, Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from classroom.project.hand_ins import HandIn, LeftOut, Reader, read_hand_ins
from classroom.project.templated_pages import page, write
from course.project.project_files import LARGEST_BY_NAME

INDEX = "index.html"
PROJECTS = "projects"
MADE = ".made-by-ai4gov"
"""The list of the pages that the gallery has made, one path a line."""

OWN_PAGE = re.compile(rf"{PROJECTS}/[0-9a-f]{{16}}/(dossier|slides)\.html")
LARGEST_LIST = 2**20

NAMED = "left out: the {page}, with the full name of a member; the team agreed to no names"
MISSING = "left out: the {page}; the files for it are missing or cannot be read"
DAMAGED = "{name}.yml cannot be read, so the dossier is shown without it"
WITHDRAWN = (
    "the project is not shown: the hand-in of {others} has the same title and members, and does "
    "not agree"
)


@dataclass
class Gallery:
    """What was written."""

    index: Path
    shown: int = 0
    without_consent: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    removed: int = 0


def write_gallery(folder: Path, out: Path) -> Gallery:
    """Write the gallery of the course in `folder` into the folder `out`. Raises CourseError.

    Raises CourseError before anything is written where `out` has an `index.html` that is no
    gallery's, or is reached by a link.
    """
    earlier = _made_before(out)
    found = read_hand_ins(Course.open(folder))
    gallery = Gallery(out / INDEX, left_out=found.left_out)
    entries: list[dict[str, Any]] = []
    pages: dict[str, bytes] = {}
    with Reader() as reader:
        for hand_in, about in _agreed(reader, found.hand_ins, gallery):
            try:
                made = _pages(reader, hand_in, about, gallery)
                _without_names(reader, hand_in, about, gallery)
            except Unreadable as error:
                gallery.left_out.append(LeftOut(hand_in.learners, str(error)))
                continue
            paths = {name: f"{PROJECTS}/{hand_in.digest}/{name}.html" for name in made}
            pages |= {paths[name]: content for name, content in made.items()}
            entries.append(about | {"pages": paths, "number": 0})
    entries.sort(key=lambda each: (each["title"].casefold(), each["service"], each["language"]))
    index = page("gallery.html", projects=entries)
    gallery.shown = len(entries)
    gallery.removed = _write(out, index, pages, earlier)
    return gallery


def _agreed(
    reader: Reader, hand_ins: Iterable[HandIn], gallery: Gallery
) -> list[tuple[HandIn, dict[str, Any]]]:
    """List the projects whose team agreed to be shown, each with its entry for the gallery.

    Members without a group in the class list can hand in the same project in several versions. One
    that does not agree stops all of these: consent can be withdrawn in any of them.
    """
    agreed: list[tuple[HandIn, dict[str, Any]]] = []
    refused: dict[str, HandIn] = {}
    for hand_in in hand_ins:
        try:
            about = reader.call("about", hand_in)
        except Unreadable as error:
            gallery.left_out.append(LeftOut(hand_in.learners, str(error)))
            continue
        if about["consent"]:
            agreed.append((hand_in, about))
        else:
            gallery.without_consent += 1
            refused[about["team"]] = hand_in
    found = []
    for hand_in, about in agreed:
        other = refused.get(about["team"]) if about["team"] else None
        if other is None:
            found.append((hand_in, about))
        else:
            told = WITHDRAWN.format(others=", ".join(other.learners))
            gallery.left_out.append(LeftOut(hand_in.learners, told))
    return found


def _without_names(
    reader: Reader, hand_in: HandIn, about: dict[str, Any], gallery: Gallery
) -> None:
    """Blank the title and the name of the service where they name a member without consent."""
    for name in ("title", "service"):
        if about["names"] or not about[name]:
            continue
        if not reader.call("unnamed", hand_in, html.escape(about[name]).encode()):
            gallery.left_out.append(LeftOut(hand_in.learners, NAMED.format(page=name)))
            about[name] = ""


def _pages(
    reader: Reader, hand_in: HandIn, about: dict[str, Any], gallery: Gallery
) -> dict[str, bytes]:
    """The pages of a project that its team agreed to show. Raises Unreadable."""
    made: dict[str, bytes] = {}
    for name in ("dossier", "slides"):
        if not about[name]:
            continue
        content: bytes = reader.call(name, hand_in)
        if len(content) > LARGEST_BY_NAME["dossier.html"]:
            raise Unreadable(f"the {name} would have {len(content)} bytes, which is too large")
        if content and not about["names"] and not reader.call("unnamed", hand_in, content):
            gallery.left_out.append(LeftOut(hand_in.learners, NAMED.format(page=name)))
        elif content:
            made[name] = content
        else:
            gallery.left_out.append(LeftOut(hand_in.learners, MISSING.format(page=name)))
    if "dossier" in made:
        for name in about["unreadable"]:
            if name != "presentation":
                gallery.left_out.append(LeftOut(hand_in.learners, DAMAGED.format(name=name)))
    return made


def _made_before(out: Path) -> set[str]:
    """The pages in a folder that an earlier gallery made. Raises CourseError."""
    for path in (out, out / PROJECTS, out / INDEX, out / MADE):
        if path.is_symlink():
            raise CourseError(f"{path} is a link: name another folder with --out")
    if out.exists() and not out.is_dir():
        raise CourseError(f"{out} is not a folder: name another one with --out")
    try:
        held = read_plain(out / MADE, LARGEST_LIST).decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        if (out / INDEX).exists() or (out / PROJECTS).exists():
            raise CourseError(
                f"{out} has an {INDEX} or a folder {PROJECTS} that the gallery did not make: name "
                "another folder with --out"
            ) from None
        return set()
    except (OSError, Unreadable) as error:
        raise CourseError(f"{out / MADE}: cannot be read ({error}); name another --out") from error
    return {each for each in held if OWN_PAGE.fullmatch(each)}


def _write(out: Path, index: bytes, pages: dict[str, bytes], earlier: set[str]) -> int:
    """Write pages and index, then remove the pages that are no longer shown; returns how many.

    Stopped at any moment, the list has every page that is there, so that the next run removes it.
    """
    write(out / MADE, _list(earlier | set(pages)))
    for name, content in pages.items():
        if (out / name).parent.is_symlink():
            raise CourseError(f"{(out / name).parent} is a link: name another folder with --out")
        write(out / name, content)
    write(out / INDEX, index)
    stale = sorted(earlier - set(pages))
    for name in stale:
        _remove(out / name)
    write(out / MADE, _list(pages))
    return len({name.split("/")[1] for name in stale} - {name.split("/")[1] for name in pages})


def _remove(path: Path) -> None:
    """Remove a page, and its folder where nothing else is in it. Raises CourseError."""
    if path.parent.is_symlink():
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CourseError(
            f"{path}: is no longer to be shown and cannot be removed ({error.strerror}); remove it"
        ) from error
    with suppress(OSError):
        os.rmdir(path.parent)


def _list(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(names)).encode()
