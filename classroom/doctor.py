"""What this machine can do for the course, and how to fix each shortcoming."""

import importlib.metadata
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from autograder.doctor import Diagnosis, isolation
from course import places
from course.language import LANGUAGES, SOURCE, CatalogueError, read_catalogue

LEARNER = ("jupyterlab", "ipykernel", "pandas", "scikit-learn", "matplotlib", "fairlearn")
INSTRUCTOR = ("nbgrader", "nbconvert", "jupytext")


def examine() -> list[Diagnosis]:
    """Everything that is looked at, in the order in which a person would ask."""
    return [
        Diagnosis("Python", sys.version.split()[0]),
        *_packages(LEARNER, "pip install ai4gov-course"),
        *_packages(INSTRUCTOR, "for instructors: pip install 'ai4gov-course[instructor]'"),
        *_commands(),
        *_languages(),
        _release(),
        *(isolation() if _is_installed("nbgrader") else ()),
    ]


def _packages(names: tuple[str, ...], fix: str) -> Iterator[Diagnosis]:
    for name in names:
        if _is_installed(name):
            yield Diagnosis(name, importlib.metadata.version(name))
        else:
            yield Diagnosis(name, "not installed", fix)


def _is_installed(package: str) -> bool:
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _commands() -> Iterator[Diagnosis]:
    for command, purpose, fix in (
        ("alembic", "nbgrader's gradebook", "put the environment's bin folder on PATH"),
    ):
        if command == "alembic" and not _is_installed("nbgrader"):
            continue
        beside = Path(sys.executable).with_name(command)
        found = shutil.which(command) or (str(beside) if beside.is_file() else None)
        yield Diagnosis(
            f"{command} ({purpose})", "found" if found else "missing", "" if found else fix
        )


def _languages() -> Iterator[Diagnosis]:
    for lang, name in LANGUAGES.items():
        if lang == SOURCE:
            continue
        try:
            catalogues = [
                read_catalogue(path) for path in sorted((places.locale() / lang).rglob("*.po"))
            ]
        except CatalogueError as error:
            yield Diagnosis(name, "a catalogue is damaged", str(error))
            continue
        entries = [entry for catalogue in catalogues for entry in catalogue]
        done = sum(entry.translated() for entry in entries)
        fix = f"translate the rest in course/locale/{lang}" if done < len(entries) else ""
        fix = fix if entries else f"no catalogue in course/locale/{lang}: call ai4gov build"
        yield Diagnosis(name, f"{done} of {len(entries)} texts translated", fix)


def _release() -> Diagnosis:
    pages = sorted(places.release().glob("*/start.ipynb"))
    if pages:
        return Diagnosis("released course", f"in {len(pages)} languages")
    return Diagnosis("released course", "missing", "call ai4gov build")
