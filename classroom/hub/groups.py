"""Groups: one hand-in for several learners of the class list.

`collect` copies a group's newest hand-in to the members who handed in nothing themselves, so that
grading, feedback, report and credentials treat each learner as usual.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.errors import Unreadable
from autograder.files import read_files, read_plain, replace_folder
from autograder.grading.course import Course
from classroom.hub.inbound import MARK, SECRET, STAMP
from classroom.hub.roster import Learner

TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def copy_to_groups(
    course: Course, assignment: str, roster: Iterable[Learner], here: Iterable[str]
) -> list[str]:
    """Copy each group's newest hand-in to its other members; a line for each group that got one.

    `here` are the students who have a folder for the assignment. A member's own hand-in is never
    replaced, and a copy is renewed when a newer hand-in of the group has come. Only regular files
    are copied: links and devices are left out.
    """
    present = set(here)
    groups: dict[str, list[str]] = {}
    for each in roster:
        if each.group:
            groups.setdefault(each.group, []).append(each.id)
    lines: list[str] = []
    for name, members in groups.items():
        lines += _for_group(course, assignment, name, members, present)
    return lines


def is_copy(folder: Path) -> bool:
    """Whether a folder of `submitted/` is a copy of another member's hand-in."""
    return (folder / MARK).is_file() and not (folder / MARK).is_symlink()


def _for_group(
    course: Course, assignment: str, name: str, members: list[str], present: set[str]
) -> Iterator[str]:
    folders = {each: course.submitted(each, assignment) for each in members}
    own = [each for each in members if each in present and not is_copy(folders[each])]
    if not own:
        return
    newest = max(own, key=lambda each: (time_of(folders[each]), each))
    mark = f"{newest} {time_of(folders[newest])}\n"
    others = [each for each in members if each not in own and _mark(folders[each]) != mark]
    if not others:
        return
    try:
        files = read_files(folders[newest], [MARK, SECRET])
        for each in others:
            # A secret of its own: by it nbgrader names the feedback page in the exchange.
            added = {MARK: mark.encode(), SECRET: secrets.token_hex(32).encode()}
            replace_folder(folders[each], files | added)
    except (OSError, ValueError) as error:
        yield f"group {name}: the hand-in of {newest} could not be copied ({error})"
        return
    yield f"group {name}: the hand-in of {newest} also counts for {', '.join(others)}"


def _mark(folder: Path) -> str:
    return _text(folder / MARK) if is_copy(folder) else ""


def time_of(folder: Path) -> str:
    """When a folder was handed in, by its own word; empty where it says no time."""
    found = TIME.match(_text(folder / STAMP))
    return found[0] if found else ""


def _text(path: Path) -> str:
    try:
        return read_plain(path, 200).decode("utf-8-sig", "replace")
    except (OSError, ValueError, Unreadable):
        return ""
