"""Where the course's files are: of the installed package, and of any checkout."""

import os
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
REPOSITORY = PACKAGE.parent

SYLLABUS = "syllabus.yml"
ROUTES = "routes.yml"
COMPETENCIES = "competencies.yml"
DATASHEET = "datasheet.yml"


@dataclass(frozen=True)
class Repository:
    """The folders of a checkout of the course, by the folder that holds them all."""

    root: Path

    @property
    def source(self) -> Path:
        """One folder for each module, as its authors write it; and the start page."""
        return self.root / "source"

    @property
    def syllabus(self) -> Path:
        """The file that lists the modules."""
        return self.root / "course" / SYLLABUS

    @property
    def routes(self) -> Path:
        """The file that lists the routes through the modules."""
        return self.root / "course" / ROUTES

    @property
    def competencies(self) -> Path:
        """The file that says which competencies each exercise practises."""
        return self.root / "course" / COMPETENCIES

    @property
    def locale(self) -> Path:
        """One folder for each language, with the translations."""
        return self.root / "course" / "locale"

    @property
    def frameworks(self) -> Path:
        """One file for each framework."""
        return self.root / "course" / "frameworks"

    @property
    def datasets(self) -> Path:
        """One folder for each data set."""
        return self.root / "datasets"

    @property
    def cache(self) -> Path:
        """What earlier builds made; outside git, like all of build/."""
        return self.root / "build" / ".cache"

    def name(self, path: Path) -> str:
        """A path inside the checkout as it is written in messages and catalogues."""
        return path.relative_to(self.root).as_posix()


def find_repository(folder: Path) -> Repository | None:
    """The nearest checkout, from a folder upwards; None where there is none.

    One of another account is none, as with git's safe.directory: its checks are Python that a build
    runs, and anybody can put one into /tmp.
    """
    for candidate in (folder, *folder.parents):
        repository = Repository(candidate)
        if repository.source.is_dir() and repository.syllabus.is_file() and _is_trusted(repository):
            return repository
    return None


def _is_trusted(repository: Repository) -> bool:
    """Whether this account, root, or who called sudo owns a checkout."""
    if not hasattr(os, "geteuid"):
        return True
    trusted = {0, os.geteuid()}
    if os.geteuid() == 0 and os.environ.get("SUDO_UID", "").isdecimal():
        trusted.add(int(os.environ["SUDO_UID"]))
    return {path.stat().st_uid for path in (repository.source, repository.syllabus)} <= trusted


def datasets() -> Path:
    """The folder that holds one folder for each data set."""
    return _shipped("datasets")


def release() -> Path:
    """The folder that holds one folder for each language of the released course."""
    return _shipped("release")


def locale() -> Path:
    """The folder that holds the translations, one folder for each language."""
    return PACKAGE / "locale"


def frameworks() -> Path:
    """The folder that holds one file for each framework."""
    return PACKAGE / "frameworks"


def _shipped(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside the package."""
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else REPOSITORY / name
