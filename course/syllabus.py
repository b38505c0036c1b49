"""The syllabus: the course's modules in their order."""

from dataclasses import dataclass
from functools import lru_cache

import yaml

from course import places
from course.errors import UserError


class SyllabusError(UserError):
    """A syllabus that cannot be read; the message is one line for people."""


@dataclass(frozen=True)
class Module:
    """One module as syllabus.yml states it; minutes are a learner's working time."""

    slug: str
    part: str
    title: str
    decision: str
    minutes: dict[str, int]
    data: list[str]


@lru_cache
def modules() -> dict[str, Module]:
    """All modules by their slug, in the order of the course."""
    path = places.PACKAGE / "syllabus.yml"
    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {entry["slug"]: Module(**entry) for entry in stated["modules"]}
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise SyllabusError(f"{path}: not a readable syllabus ({reason})") from error
