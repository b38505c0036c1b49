"""Which competencies of the UNESCO/ITU framework each exercise practises (competencies.yml)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from course import places
from course.errors import UserError, describe

Mapping = dict[str, dict[str, tuple[str, ...]]]
"""{module: {exercise: codes of competencies}}."""


class CompetenciesError(UserError):
    """A competencies.yml that cannot be read; the message is one line for people."""


@dataclass(frozen=True)
class Competency:
    """A domain of the framework: its code such as "DG", its name, and what we take it to mean."""

    code: str
    name: str
    means: str


@dataclass(frozen=True)
class Competencies:
    """The domains by their code, in order, and the exercises that practise them."""

    domains: dict[str, Competency]
    exercises: Mapping

    def of(self, module: str, exercise: str) -> tuple[str, ...]:
        """The codes of an exercise's competencies; empty for one that is not in the file."""
        return self.exercises.get(module, {}).get(exercise, ())


def read_competencies(path: Path) -> Competencies:
    """The competencies in a file. Raises CompetenciesError.

    Each exercise has one or two different codes, and each code is one of the domains.
    """
    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        domains = {
            code: Competency(code, each["name"], each["means"])
            for code, each in stated["competencies"].items()
        }
        exercises = {
            module: {name: tuple(codes) for name, codes in mapped.items()}
            for module, mapped in stated["modules"].items()
        }
        for module, mapped in exercises.items():
            for name, codes in mapped.items():
                if not 1 <= len(set(codes)) == len(codes) <= 2 or not set(codes) <= set(domains):
                    raise ValueError(
                        f"{module}, {name}: name one or two of {', '.join(domains)}, in brackets"
                    )
        return Competencies(domains, exercises)
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise CompetenciesError(f"{path}: not readable ({describe(error)})") from error


@lru_cache
def competencies() -> Competencies:
    """The competencies of the installed course. Raises CompetenciesError."""
    return read_competencies(places.PACKAGE / places.COMPETENCIES)
