"""The syllabus: the course's modules in their order."""

from dataclasses import dataclass
from functools import lru_cache

import yaml

from course import places


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
    stated = yaml.safe_load((places.PACKAGE / "syllabus.yml").read_text(encoding="utf-8"))
    return {entry["slug"]: Module(**entry) for entry in stated["modules"]}
