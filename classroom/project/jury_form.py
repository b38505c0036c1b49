"""The jury's form: one page for all projects that were handed in, and the list behind it.

The form knows a project by a key that says nothing of who handed it in. The list beside the form
has the keys, so that results are about the projects that the jury saw.
"""

import hashlib
import json
import secrets
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import CourseError, Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from classroom.project.hand_ins import LAST, HandIn, LeftOut, Reader, read_hand_ins
from classroom.project.page_texts import criteria
from classroom.project.templated_pages import page, write
from course.project.jury import MOST
from course.project.team import LONGEST_NAME

FORMAT = "ai4gov-jury-1"
FORM, LIST = "jury.html", "jury-projects.json"
LARGEST_JURY_LIST = 2**20

LONGEST_SENTENCE = 400
"""Characters of a juror's sentence about a project."""


@dataclass(frozen=True)
class Judged:
    """A project on the form. `number` tells projects with the same title apart, else it is 0."""

    key: str
    title: str
    service: str
    language: str
    number: int = 0


@dataclass
class JuryForm:
    """What was written, and what the instructor should know."""

    path: Path
    projects: list[Judged]
    left_out: list[LeftOut] = field(default_factory=list)
    same_title: list[str] = field(default_factory=list)
    """A line for each project whose title another one has, too."""


def write_form(folder: Path, out: Path) -> JuryForm:
    """Write the form for the course in `folder` into the folder `out`. Raises CourseError."""
    found = read_hand_ins(Course.open(folder))
    salt = _salt(out / LIST)
    left_out = found.left_out
    read: list[tuple[dict[str, Any], HandIn]] = []
    with Reader() as reader:
        for hand_in in found.hand_ins:
            try:
                read.append((reader.call("about", hand_in), hand_in))
            except Unreadable as error:
                left_out.append(LeftOut(hand_in.learners, str(error)))
    if not read and not left_out:
        raise CourseError(f"{folder}: nobody handed {LAST} in; call first: ai4gov collect {LAST}")
    if not read:
        raise CourseError(
            f"{folder}: none of {len(left_out)} projects can be read, so no form is written; the "
            f"first is {left_out[0]}"
        )
    read.sort(key=lambda each: (_title(each[0]), each[0]["service"].casefold(), each[1].owner))
    often = Counter(_title(each) for each, _ in read)
    so_far: Counter[str] = Counter()
    form = JuryForm(out / FORM, [], left_out)
    for about, hand_in in read:
        title = _title(about)
        so_far[title] += 1
        number = so_far[title] if often[title] > 1 else 0
        kept = {name: about[name] for name in ("title", "service", "language")}
        form.projects.append(Judged(_key(salt, hand_in.owner), **kept, number=number))
        if number:
            learners = ", ".join(hand_in.learners)
            shown = about["title"] or "a project without a title"
            form.same_title.append(f"{shown} ({number}) is the project of {learners}")
    made = page(
        "jury.html",
        ("jury.js",),
        projects=form.projects,
        criteria=criteria(),
        most=MOST,
        format=FORMAT,
        longest_name=LONGEST_NAME,
        longest_sentence=LONGEST_SENTENCE,
    )
    held = {"format": FORMAT, "salt": salt, "projects": [vars(each) for each in form.projects]}
    write(out / LIST, (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode(), 0o600)
    write(form.path, made)
    return form


def read_list(out: Path) -> list[Judged]:
    """The projects on the form in a folder, in its order. Raises CourseError without one."""
    held = _held(out / LIST)
    if held is None:
        raise CourseError(
            f"{out / LIST}: not there, so it is not known what the jury has judged; call first: "
            "ai4gov project jury, or name its folder with --out"
        )
    try:
        return [Judged(**each) for each in held["projects"]]
    except (KeyError, TypeError) as error:
        raise _damaged(out / LIST) from error


def _title(about: dict[str, Any]) -> str:
    """Return the title in lower case. Titles must differ, because results show no service name."""
    return str(about["title"]).casefold()


def _salt(path: Path) -> str:
    """The salt of an earlier form, so that its keys stay the same; else a new one."""
    held = _held(path)
    return secrets.token_hex(16) if held is None else str(held.get("salt", ""))


def _held(path: Path) -> dict[str, Any] | None:
    try:
        held = json.loads(read_plain(path, LARGEST_JURY_LIST))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError, Unreadable) as error:
        raise _damaged(path) from error
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise _damaged(path)
    return held


def _damaged(path: Path) -> CourseError:
    return CourseError(
        f"{path}: is not a list written by the jury's form; restore it, or name another folder "
        "with --out"
    )


def _key(salt: str, owner: str) -> str:
    return hashlib.sha256(f"{salt}\n{owner}".encode("utf-8", "replace")).hexdigest()[:12]
