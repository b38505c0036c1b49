"""The files of a project: their names, their bounds, and how they are read and written.

A folder can be hostile when it is graded: links, devices and huge files are refused in one line,
and files of other names are never read.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from course.checking.messages import GENERAL, Message, say
from course.dossier.artefact import Artefact
from course.dossier.dossier import Dossier
from course.dossier.fields.faults import ArtefactError
from course.dossier.fields.reading import read_yaml
from course.dossier.papers import ARTEFACTS
from course.errors import UserError
from course.files import NotPlainError, open_plain, write_atomic
from course.os_errors import os_reason
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
    # The others, in their order; a name that is above keeps its place.
    **ARTEFACTS,
    "presentation": Presentation,
}
"""The artefacts of a project by their names, in the order in which they are written."""

MODEL, TABLE, MEASURED, SAVED_WITH = "model.py", "data.csv", "measured.yml", "saved-with.yml"
TAKEN = "taken.yml"
MADE = ("dossier.html", "dossier.pdf", "deck.html")

MEBIBYTE = 2**20
LARGEST_BY_NAME = {TABLE: 5 * MEBIBYTE, **dict.fromkeys(MADE, 20 * MEBIBYTE)}
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

MAKES_THE_MODEL = {
    CIVICLY: ("choices.yml", MODEL),
    OWN: ("choices.yml", MODEL, "data.yml", TABLE),
}
"""The files that make the model what it is, by the team's way."""

FOR_READERS = frozenset({"system", "name", "why"})
"""Fields of choices.yml and data.yml that change nothing in the model."""

LINK = say(
    "project-link",
    "{path} is a link or no ordinary file, so it is not read. Put the file itself in its place.",
)
TOO_LARGE = say(
    "project-too-large",
    "{path} has {size} bytes; at most {most} are read. Make the file smaller.",
)
UNREADABLE = say("project-unreadable", "{path} cannot be read: {reason}.")
UNWRITABLE = say("project-unwritable", "{path} cannot be written: {reason}.")
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


class FileStore(Protocol):
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
            values = {"path": shown(path), "reason": os_reason(error)}
            raise ProjectError(message_of(UNWRITABLE, **values)) from None


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

    def __init__(self, store: FileStore):
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
        """Write a file of the project, whole or not at all. Raises ProjectError.

        A file that is too large to be read again is refused, and the older one stays.
        """
        written = content.encode() if isinstance(content, str) else content
        refuse_size(self.path(name), len(written))
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
        """A text of 16 characters that changes with what makes the model, and with nothing else.

        It is the same in a folder and for a check, which gets the files as texts.
        """
        made = json.dumps(self._makes_the_model(), sort_keys=True)
        return hashlib.sha256(made.encode()).hexdigest()[:16]

    def _makes_the_model(self) -> dict[str, Any]:
        code, choices = self._plain_text(MODEL), self._fields("choices")
        if code is not None and isinstance(choices, dict):
            # Beside the team's own code only this choice counts: the numbers depend on it.
            choices = choices.get("read_a_day")
        found = {"way": self.way, "choices": choices, MODEL: code}
        if self.way == OWN:
            found |= {"data": self._fields("data"), TABLE: self._plain_text(TABLE)}
        return found

    def _fields(self, name: str) -> Any:
        """The fields of an artefact that make the model; its text where it cannot be read."""
        read = self.read(name)
        if read is None:
            return self._plain_text(name)
        return read.model_dump(mode="json", exclude=set(FOR_READERS))

    def _plain_text(self, name: str) -> str | None:
        r"""The text of a file with \n at the end of each line; None where there is none.

        Spreadsheets write a byte order mark and \r\n, and an editor may write neither.
        """
        text = self.saved(name)
        return None if text is ... else text.lstrip("\ufeff").replace("\r\n", "\n")

    def record(self, name: str) -> dict[str, dict[str, Any]]:
        """The entries of a record that the project keeps; a damaged one is empty."""
        return read_record(self.content(name))


def refuse_size(path: Path, size: int) -> None:
    """Raise ProjectError if a file is too large to be read."""
    most = LARGEST_BY_NAME.get(path.name, LARGEST_TEXT)
    if size > most:
        raise ProjectError(message_of(TOO_LARGE, path=shown(path), size=size, most=most))


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
        with open_plain(path) as file:
            refuse_size(path, os.fstat(file.fileno()).st_size)
            content = file.read(LARGEST_BY_NAME.get(path.name, LARGEST_TEXT) + 1)
    except FileNotFoundError:
        return None
    except NotPlainError:
        raise ProjectError(message_of(LINK, path=shown(path))) from None
    except OSError as error:
        raise ProjectError(
            message_of(UNREADABLE, path=shown(path), reason=os_reason(error))
        ) from None
    refuse_size(path, len(content))
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
