"""Routes: ways through part of the course for people with one kind of work.

Each takes eight to twelve hours and ends in a product. The routes and the questions that propose
one are data, in routes.yml.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from course import places
from course.errors import describe
from course.syllabus import Module, SyllabusError, modules


@dataclass(frozen=True)
class Route:
    """A route as routes.yml states it; its texts are in English.

    `steps` are the parts of each module on it, in the order in which they are taken; `product` is
    what a learner has made at the end.
    """

    key: str
    title: str
    person: str
    product: str
    steps: Mapping[str, Collection[str]]

    @property
    def texts(self) -> tuple[str, ...]:
        """What learners read of it."""
        return self.title, self.person, self.product

    def minutes(self, known: Mapping[str, Module]) -> int:
        """A learner's working time on the whole route."""
        return sum(
            known[slug].minutes_of(part) for slug, parts in self.steps.items() for part in parts
        )


@dataclass(frozen=True)
class Question:
    """A statement about a learner's work; `points_to` weighs the routes that it speaks for."""

    text: str
    points_to: Mapping[str, int]


@dataclass(frozen=True)
class Routes:
    """All routes by their key, in order, and the questions that propose one."""

    by_key: Mapping[str, Route]
    questions: tuple[Question, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What learners read of all of them."""
        of_routes = (text for route in self.by_key.values() for text in route.texts)
        return (*of_routes, *(question.text for question in self.questions))

    def proposed(self, true: Collection[int]) -> Route | None:
        """The route for somebody of whom the questions at these places are true.

        None without one; of equals, the first.
        """
        weights: Counter[str] = Counter()
        for place, question in enumerate(self.questions):
            if place in true:
                weights.update(question.points_to)
        return max(
            (route for route in self.by_key.values() if weights[route.key]),
            key=lambda route: weights[route.key],
            default=None,
        )


def read_routes(path: Path, known: Mapping[str, Module]) -> Routes:
    """The routes in a routes.yml, through these modules. Raises SyllabusError."""
    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = {entry["key"]: Route(**entry) for entry in stated["routes"]}
        questions = tuple(Question(**entry) for entry in stated["questions"])
        for route in found.values():
            for slug, parts in route.steps.items():
                if slug not in known or not {*parts} <= known[slug].parts:
                    raise ValueError(f"{route.key}: {slug}: name modules and parts that there are")
                if not {*known[slug].needs} <= {*route.steps}:
                    raise ValueError(f"{route.key}: {slug} needs {', '.join(known[slug].needs)}")
        if unknown := {key for each in questions for key in each.points_to} - {*found}:
            raise ValueError(f"questions: no route {', '.join(sorted(unknown))}")
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise SyllabusError(f"{path}: not readable routes ({describe(error)})") from error
    return Routes(found, questions)


@lru_cache
def routes() -> Routes:
    """The routes of the installed course. Raises SyllabusError."""
    return read_routes(places.PACKAGE / places.ROUTES, modules())
