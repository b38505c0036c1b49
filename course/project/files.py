"""The files of a project: their names, their bounds, and how they are read and written.

A folder can be hostile when it is graded: links, devices and huge files are refused in one line,
and files of other names are never read.
"""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from course.checking.messages import GENERAL, Message, say
from course.dossier.artefact import Artefact
from course.dossier.dossier import Dossier
from course.dossier.faults import ArtefactError
from course.dossier.papers import ARTEFACTS
from course.dossier.reading import read_yaml
from course.errors import UserError
from course.files import write_atomic
from course.project.choices import Choices, OwnChoices
from course.project.names import CIVICLY, FOLDER, OWN
from course.project.own_data import OwnData
from course.project.presentation import Presentation
from course.project.team import Team

KINDS: dict[str, type[Artefact]] = {
    "team": Team,
    "service-brief": ARTEFACTS["service-brief"],
    "own-datasheet": ARTEFACTS["own-datasheet"],
    "data": OwnData,
    "choices": Choices,
    "fairness-statement": ARTEFACTS["fairness-statement"],
    "model-card": ARTEFACTS["model-card"],
    "classification": ARTEFACTS["classification"],
    "impact-assessment": ARTEFACTS["impact-assessment"],
    "fundamental-rights-assessment": ARTEFACTS["fundamental-rights-assessment"],
    "ethical-assessment": ARTEFACTS["ethical-assessment"],
    "risk-register": ARTEFACTS["risk-register"],
    "oversight-plan": ARTEFACTS["oversight-plan"],
    "procurement-clauses": ARTEFACTS["procurement-clauses"],
    "monitoring-plan": ARTEFACTS["monitoring-plan"],
    "presentation": Presentation,
}
"""The artefacts of a project by their names, in the order in which they are written."""

MODEL, TABLE, MEASURED, SAVED_WITH = "model.py", "data.csv", "measured.yml", "saved-with.yml"
TAKEN = "taken.yml"
MADE = ("dossier.html", "dossier.pdf", "deck.html")

MEBIBYTE = 2**20
LARGEST = {TABLE: 5 * MEBIBYTE, **dict.fromkeys(MADE, 20 * MEBIBYTE)}
LARGEST_TEXT = 2**18
"""Bytes of any other file of a project."""

CARRIED = (
    *(f"{name}.yml" for name in KINDS),
    TABLE,
    MODEL,
    MEASURED,
    SAVED_WITH,
    "overrulings.csv",
)
"""The files that are taken over from an earlier checkpoint."""

FILES = (*CARRIED, TAKEN, *MADE)

MAKES_THE_MODEL = ("choices.yml", MODEL, "data.yml", TABLE)
"""The files that make the model what it is."""

LINK = say(
    "project-link",
    "{path} is a link or no ordinary file, so it is not read. Put the file itself in its place.",
)
TOO_LARGE = say(
    "project-too-large",
    "{path} has {size} bytes; at most {most} are read. Make the file smaller.",
)
UNREADABLE = say("project-unreadable", "{path} cannot be read: {reason}.")
NO_FILE = say(
    "project-no-file",
    "The project has no file called {name}. Did you mean one of these: {names}?",
)


class ProjectError(UserError):
    """A folder or file of a project that is refused: one line."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message

    def __str__(self) -> str:
        return self.message.read()


def message_of(message: Message, **values: object) -> Message:
    """The message with its values, in the catalogue of the course."""
    return Message(message.code, message.text, values, GENERAL)


class Store(Protocol):
    """Where the files of a project are."""

    folder: Path

    def content(self, file: str) -> bytes | None:
        """The bytes of a file; None where there is none. Raises ProjectError."""

    def write(self, file: str, content: bytes) -> None:
        """Write a file, whole or not at all. Raises ProjectError."""


class InFolder:
    """The files in a folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    def content(self, file: str) -> bytes | None:
        """The bytes of a file as they are now; None where there is none. Raises ProjectError."""
        return read_file(self.folder / file)

    def write(self, file: str, content: bytes) -> None:
        """Write a file, atomically. Raises ProjectError."""
        path = self.folder / file
        try:
            write_atomic(path, content)
        except OSError as error:
            values = {"path": shown(path), "reason": error.strerror or ""}
            raise ProjectError(message_of(UNREADABLE, **values)) from None


class InMemory:
    """Files in memory: for a check, which reads no folder of a learner and writes none."""

    folder = Path(FOLDER)

    def __init__(self, texts: Mapping[str, str]):
        """The texts by the names that `Files.texts` gives them. Raises ProjectError."""
        self._held = {
            file_name(name): str(text).encode("utf-8", "replace") for name, text in texts.items()
        }

    def content(self, file: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        return self._held.get(file)

    def write(self, file: str, content: bytes) -> None:
        """Keep a file in memory."""
        self._held[file] = content


class Files:
    """The files of a project, by name, and the artefacts in them."""

    def __init__(self, store: Store):
        self.store = store

    @property
    def folder(self) -> Path:
        """The folder of the project."""
        return self.store.folder

    @property
    def files(self) -> list[str]:
        """The names of the project's files that there are, in the order of the checkpoints."""
        return [name for name in FILES if self.content(name) is not None]

    def path(self, name: str) -> Path:
        """Where a file is, or will be, by its name with or without `.yml`."""
        return self.folder / file_name(name)

    def content(self, name: str) -> bytes | None:
        """The bytes of a file as they are now; None where there is none. Raises ProjectError."""
        return self.store.content(file_name(name))

    def write(self, name: str, content: bytes | str) -> None:
        """Write a file of the project, whole or not at all. Raises ProjectError."""
        written = content.encode() if isinstance(content, str) else content
        self.store.write(file_name(name), written)

    def saved(self, name: str) -> Any:
        """The YAML text of a file; three dots where nothing has been saved, as `check` takes it."""
        read = self.content(name)
        return ... if read is None else read.decode("utf-8-sig", "replace")

    def texts(self) -> dict[str, str]:
        """The texts of the files that are carried, by name; an artefact's without `.yml`.

        Plain data, for a check: `project_of` makes a project of them again.
        """
        names = [name.removesuffix(".yml") if _is_artefact(name) else name for name in CARRIED]
        return {name: text for name in names if (text := self.saved(name)) is not ...}

    def read(self, name: str) -> Any:
        """An artefact, such as the `Team` in team.yml; None where it is missing or unreadable."""
        text = self.saved(name)
        if text is ...:
            return None
        try:
            return self.kind(name).from_yaml(text)
        except ArtefactError:
            return None

    def kind(self, name: str) -> type[Artefact]:
        """The class of an artefact; the choices on own data are fewer than those for Civicly."""
        return OwnChoices if name == "choices" and self.way == OWN else KINDS[name]

    @property
    def way(self) -> str:
        """`civicly` or `own`, as the team said; Civicly where it has not."""
        team = self.read("team")
        return OWN if team and team.way == OWN else CIVICLY

    @property
    def dossier(self) -> Dossier:
        """The artefacts of the dossier that can be read."""
        found = {name: self.read(name) for name in ARTEFACTS}
        return Dossier({name: each for name, each in found.items() if each is not None})

    def fingerprint(self) -> str:
        """A text of 16 characters that changes with the files that make the model."""
        made = hashlib.sha256()
        for name in MAKES_THE_MODEL:
            content = self.content(name)
            if content is not None:
                made.update(f"{name} {len(content)}\n".encode() + content)
        return made.hexdigest()[:16]

    def record(self, name: str) -> dict[str, dict[str, Any]]:
        """The entries of a record that the project keeps; a damaged one is empty."""
        return read_record(self.content(name))


def read_record(content: bytes | None) -> dict[str, dict[str, Any]]:
    """The entries of a record, from the bytes of its file; a missing or damaged one is empty."""
    if content is None:
        return {}
    try:
        found, _ = read_yaml(content.decode("utf-8-sig", "replace"))
    except ArtefactError:
        return {}
    return {key: each for key, each in found.items() if isinstance(each, dict)}


def read_file(path: Path) -> bytes | None:
    """The bytes of an ordinary file; None where there is none.

    Links and devices are not followed or opened. Raises ProjectError.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        if path.is_symlink() or not path.is_file():
            raise ProjectError(message_of(LINK, path=shown(path))) from None
        raise ProjectError(
            message_of(UNREADABLE, path=shown(path), reason=error.strerror or "")
        ) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ProjectError(message_of(LINK, path=shown(path)))
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        most = LARGEST.get(path.name, LARGEST_TEXT)
        content = file.read(most + 1) if state.st_size <= most else b""
        if state.st_size > most or len(content) > most:
            size = max(state.st_size, len(content))
            raise ProjectError(message_of(TOO_LARGE, path=shown(path), size=size, most=most))
        return content


def refuse_folder(folder: Path) -> None:
    """Raise ProjectError for a link or a file in place of the project's folder."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ProjectError(message_of(LINK, path=shown(folder)))


def _is_artefact(file: str) -> bool:
    return file.removesuffix(".yml") in KINDS and file.endswith(".yml")


def shown(path: Path) -> str:
    """A path as messages show it: its folder and its name."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def file_name(name: str) -> str:
    """The name of a file, by its name with or without `.yml`. Raises ProjectError."""
    file = f"{name}.yml" if name in KINDS else name
    if file not in FILES:
        raise ProjectError(message_of(NO_FILE, name=name, names=", ".join(FILES)))
    return file
