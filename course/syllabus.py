"""The syllabus: the course's modules in their order."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from course import places
from course.errors import UserError, describe

MINUTES = ({"lesson"}, {"lesson", "decide", "assignment"}, {"decide", "assignment"})
"""What the minutes of a module may name: a lesson alone, a lesson with its assignment, or an
assignment alone."""

COMPETENCIES = {
    "PD": "Digital Planning and Design",
    "DG": "Data Use and Governance",
    "ME": "Digital Management and Execution",
}
"""The names in competencies.yml, which takes too long to read after each check."""

CHECKPOINT = re.compile(r"capstone-(\d)-")
"""The beginning of the slug of a checkpoint of the project."""


class SyllabusError(UserError):
    """A syllabus that cannot be read; the message is one line for people."""


@dataclass(frozen=True)
class Module:
    """One module as syllabus.yml states it.

    `minutes` are a learner's working time: of the `lesson`, of the exercises called Decide with the
    note (`decide`), and of the whole `assignment`. They come from course/publishing/minutes.py;
    those of a lesson alone and of an assignment alone were measured.
    """

    slug: str
    part: str
    title: str
    decision: str
    minutes: dict[str, int]
    data: list[str]
    competency: str = ""
    """The code of the one that it practises most; empty without exercises."""
    needs: list[str] = field(default_factory=list)
    """The modules whose results it takes, each of them an earlier one."""

    @property
    def number(self) -> str:
        """What is shown before the title: the two digits of the slug, or P1 for a checkpoint."""
        checkpoint = CHECKPOINT.match(self.slug)
        return f"P{checkpoint[1]}" if checkpoint else self.slug.split("-")[0]

    @property
    def prefix(self) -> str:
        """With what the codes of the module's messages begin, such as "06-" or "capstone-1-"."""
        checkpoint = CHECKPOINT.match(self.slug)
        return checkpoint[0] if checkpoint else f"{self.number}-"

    @property
    def lesson_only(self) -> bool:
        """Whether the module has no assignment."""
        return "assignment" not in self.minutes

    @property
    def assignment_only(self) -> bool:
        """Whether the module has no lesson."""
        return "lesson" not in self.minutes

    @property
    def parts(self) -> set[str]:
        """What a learner can take of it: `lesson`, `decide`, `build`."""
        lesson = set() if self.assignment_only else {"lesson"}
        return lesson if self.lesson_only else lesson | {"decide", "build"}

    def minutes_of(self, part: str) -> int:
        """The minutes of one of its parts."""
        if part == "build":
            return max(self.minutes["assignment"] - self.minutes["decide"], 0)
        return self.minutes[part]

    @property
    def texts(self) -> tuple[str, str, str]:
        """What learners read of it on the start page, in English."""
        return self.part, self.title, self.decision


def read_syllabus(path: Path) -> dict[str, Module]:
    """The modules in a syllabus.yml by their slug, in order. Raises SyllabusError."""
    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = {entry["slug"]: Module(**entry) for entry in stated["modules"]}
        for module in found.values():
            if module.competency not in ("", *COMPETENCIES):
                raise ValueError(f"{module.slug}: competency: {', '.join(COMPETENCIES)}, or none")
            if not {*module.needs} <= set(list(found)[: list(found).index(module.slug)]):
                raise ValueError(f"{module.slug}: needs: name earlier modules by their slug")
            if set(module.minutes) not in MINUTES:
                raise ValueError(
                    f"{module.slug}: minutes: name `lesson`, or `lesson`, `decide` and "
                    "`assignment`, or `decide` and `assignment`"
                )
        return found
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise SyllabusError(f"{path}: not a readable syllabus ({describe(error)})") from error


@lru_cache
def modules() -> dict[str, Module]:
    """The modules of the installed course by their slug, in order. Raises SyllabusError."""
    return read_syllabus(places.PACKAGE / places.SYLLABUS)
