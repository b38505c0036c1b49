"""The folder of a project: its files, taken over from checkpoint to checkpoint.

A folder can be hostile when it is graded: links, devices and huge files are refused in one line,
and files of other names are never read.
"""

import hashlib
import html
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.checking.messages import GENERAL, Message, say
from course.dossier.artefact import Artefact, as_yaml
from course.dossier.dossier import Dossier
from course.dossier.faults import ArtefactError, Fault
from course.dossier.form import edit
from course.dossier.papers import ARTEFACTS
from course.dossier.reading import read_yaml
from course.errors import UserError
from course.files import write_atomic
from course.language import LANGUAGES, Translator
from course.project.choices import Choices
from course.project.names import CHECKPOINTS, CIVICLY, FOLDER, OWN
from course.project.own_data import OwnData
from course.project.presentation import Presentation
from course.project.team import Team

if TYPE_CHECKING:
    from course.project.agreement import Disagreements
    from course.project.service import Service

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
NO_EARLIER = say(
    "project-no-earlier",
    "No earlier checkpoint beside this one has the file {name}, so it was not taken.",
)
TOOK = say("project-took", "{file} was taken from {checkpoint}.")
CHANGED = say(
    "project-changed",
    "{file} was changed in {checkpoint} on {there}, after it was taken on {taken}. Yours is "
    'unchanged; to take the other one: open_project(take=["{file}"])',
)
KEPT = say("project-kept", "{file} was taken from {checkpoint}; yours is kept in {aside}.")
HAS = say("project-has", "Files of the project: {files}.")
HAS_NONE = say("project-has-none", "The project has no files yet.")


class ProjectError(UserError):
    """A folder or file of a project that is refused: one line."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message

    def __str__(self) -> str:
        return self.message.read()


def _message(message: Message, **values: object) -> Message:
    return Message(message.code, message.text, values, GENERAL)


def open_project(
    folder: str | Path = FOLDER, *, take: Sequence[str] = (), way: str | None = None
) -> "Project":
    """The project in a folder beside the notebook, with what earlier checkpoints have written.

    Files that this folder does not have yet are taken from the same folder of the checkpoints
    beside this one, the newest checkpoint first. A file of an earlier checkpoint that was changed
    after it was taken is named in `Project.news`; it is taken only if `take` names it, and then
    the file that was here is kept beside it.

    The folder is made where there is none. Raises ProjectError, in one line, for links, devices
    and files that are too large, and for a name in `take` that no earlier checkpoint has.
    """
    home = Path(folder)
    _refuse_folder(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(
            _message(UNREADABLE, path=str(home), reason=error.strerror or "")
        ) from None
    contents = {name: read for name in FILES if (read := read_file(home / name)) is not None}
    project = Project(home, contents, way=way)
    _take_over(project, take)
    project.note_saved()
    return project


class Project:
    """The files of a project, and what follows from them."""

    def __init__(self, folder: Path, contents: Mapping[str, bytes], *, way: str | None = None):
        """The files by their names, as bytes. Use open_project(), or in_memory() for a test."""
        self.folder = folder
        self.news: list[Message] = []
        """What was taken over, and what has changed since: one line each."""
        self._contents = dict(contents)
        self._way = way
        self._services: dict[str, Service] = {}

    # Files

    @property
    def files(self) -> list[str]:
        """The names of the project's files that there are, in the order of the checkpoints."""
        return [name for name in FILES if self.content(name) is not None]

    def path(self, name: str) -> Path:
        """Where a file is, or will be, by its name with or without `.yml`."""
        return self.folder / _file_name(name)

    def content(self, name: str) -> bytes | None:
        """The bytes of a file as they are now; None where there is none. Raises ProjectError."""
        file = _file_name(name)
        read = read_file(self.folder / file)
        if read is None:
            self._contents.pop(file, None)
        else:
            self._contents[file] = read
        return read

    def saved(self, name: str) -> Any:
        """The YAML text of a file; three dots where nothing has been saved, as `check` takes it."""
        read = self.content(name)
        return ... if read is None else read.decode("utf-8-sig", "replace")

    def texts(self) -> dict[str, str]:
        """The texts of all artefacts that there are, by their names without `.yml`."""
        return {name: text for name in KINDS if (text := self.saved(name)) is not ...}

    def read(self, name: str) -> Any:
        """An artefact, such as the `Team` in team.yml; None where it is missing or unreadable."""
        text = self.saved(name)
        if text is ...:
            return None
        try:
            return KINDS[name].from_yaml(text)
        except ArtefactError:
            return None

    def edit(self, name: str, measured: Any = None, given: Mapping[str, Any] | None = None) -> None:
        """Show the form of an artefact, such as "team"; its Save button writes the file.

        `given` are fields to begin with where there is no file yet; see course.dossier.edit.
        """
        edit(KINDS[name], self.path(name), measured, given)

    @property
    def way(self) -> str:
        """`civicly` or `own`, as the team said; Civicly where it has not."""
        if self._way:
            return self._way
        team = self.read("team")
        return OWN if team and team.way == OWN else CIVICLY

    @property
    def dossier(self) -> Dossier:
        """The artefacts of the dossier that can be read."""
        found = {name: self.read(name) for name in ARTEFACTS}
        return Dossier({name: each for name, each in found.items() if each is not None})

    # Model

    def service(self) -> "Service":
        """The team's service; it learns at its first decision. Raises ServiceError without one."""
        from course.project.loading import load_service

        made = self.fingerprint()
        if made not in self._services:
            self._services = {made: load_service(self)}
        return self._services[made]

    def keep_model(
        self,
        train: Callable[..., Any],
        decide: Callable[..., Any],
        find_duplicates: Callable[..., Any] | None = None,
    ) -> "Service":
        """Write the functions, and what they use, into model.py; returns their service.

        Raises ServiceError where their text cannot be read or does not run by itself.
        """
        from course.project.loading import load_service, source_of

        functions = [each for each in (train, decide, find_duplicates) if each is not None]
        text = source_of(*functions)
        service = load_service(self, text)
        write_atomic(self.path(MODEL), text)
        self._services = {self.fingerprint(): service}
        return service

    def fingerprint(self) -> str:
        """A short text that changes with choices.yml, model.py, data.yml or data.csv."""
        from course.project.agreement import fingerprint

        return fingerprint(self)

    def measure(self) -> dict[str, Any]:
        """Measure the service as it is now, and write the numbers into measured.yml.

        The numbers by the name of the artefact that takes them, in the form of
        Dossier.faults(measured): own-datasheet, model-card, fairness-statement, monitoring-plan.
        The service learns first, which can take half a minute. Raises ServiceError without one.
        """
        from course.project.measured import measure

        return measure(self)

    def measured(self) -> dict[str, Any] | None:
        """The numbers in measured.yml if they are those of the model as it is now, else None."""
        from course.project.measured import stored

        return stored(self)

    # Agreement

    def disagreements(
        self, measured: Mapping[str, Any] | None = None, needed: Collection[str] = ()
    ) -> "Disagreements":
        """Everything in the project that no longer agrees; a notebook shows it as a list.

        `measured` is what `measure` returned; without it the numbers in measured.yml are used if
        the model has not changed, and no number is compared if it has. `needed` names artefacts
        that must be there, such as "service-brief". Never learns a model.
        """
        from course.project.agreement import disagreements

        return disagreements(self, measured, needed)

    def note_saved(self) -> None:
        """Note beside card, assessment and plan which model they were saved with; see agreement."""
        from course.project.agreement import note_saved

        note_saved(self)

    # Showing

    def __repr__(self) -> str:
        return "\n".join(each.read() for each in self._lines())

    def _repr_html_(self) -> str:
        lines = "".join(f"<li>{html.escape(each.read())}</li>" for each in self._lines())
        return f"<ul>{lines}</ul>"

    def _lines(self) -> list[Message]:
        files = self.files
        head = _message(HAS, files=", ".join(files)) if files else _message(HAS_NONE)
        return [head, *self.news]


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
            raise ProjectError(_message(LINK, path=_shown(path))) from None
        raise ProjectError(
            _message(UNREADABLE, path=_shown(path), reason=error.strerror or "")
        ) from None
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise ProjectError(_message(LINK, path=_shown(path)))
        most = LARGEST.get(path.name, LARGEST_TEXT)
        content = file.read(most + 1) if state.st_size <= most else b""
        if state.st_size > most or len(content) > most:
            size = max(state.st_size, len(content))
            raise ProjectError(_message(TOO_LARGE, path=_shown(path), size=size, most=most))
        return content


def _refuse_folder(folder: Path) -> None:
    """Raise ProjectError for a link or a file in place of the project's folder."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ProjectError(_message(LINK, path=_shown(folder)))


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def _file_name(name: str) -> str:
    file = f"{name}.yml" if name in KINDS else name
    if file not in FILES:
        raise ProjectError(_message(NO_FILE, name=name, names=", ".join(FILES)))
    return file


# Taking over


@dataclass(frozen=True)
class _Earlier:
    """A file in the folder of an earlier checkpoint."""

    checkpoint: str
    path: Path
    content: bytes

    @property
    def sum(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:16]

    @property
    def changed(self) -> str:
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).date().isoformat()


def _checkpoint_of(folder: Path) -> tuple[str, str]:
    """The checkpoint that a folder belongs to, and its language suffix; empty texts for none."""
    name = folder.resolve().parent.name
    slug, _, lang = name.rpartition(".")
    if slug in CHECKPOINTS and lang in LANGUAGES:
        return slug, f".{lang}"
    return (name, "") if name in CHECKPOINTS else ("", "")


def _earlier_folders(folder: Path) -> Iterator[tuple[str, Path]]:
    """The project folders of the checkpoints before this one, newest checkpoint first."""
    here, suffix = _checkpoint_of(folder)
    if not here:
        return
    beside = folder.resolve().parent.parent
    suffixes = dict.fromkeys([suffix, "", *(f".{lang}" for lang in LANGUAGES)])
    for slug in reversed(CHECKPOINTS[: CHECKPOINTS.index(here)]):
        for each in suffixes:
            home = beside / f"{slug}{each}"
            if home.is_dir() and not home.is_symlink():
                yield slug, home / folder.name


def _earlier_files(folder: Path) -> dict[str, list[_Earlier]]:
    """The files of earlier checkpoints by name, newest checkpoint first. Raises ProjectError."""
    found: dict[str, list[_Earlier]] = {}
    for slug, home in _earlier_folders(folder):
        _refuse_folder(home)
        for name in CARRIED:
            content = read_file(home / name)
            if content is not None:
                found.setdefault(name, []).append(_Earlier(slug, home / name, content))
    return found


def _take_over(project: Project, take: Sequence[str]) -> None:
    wanted = {_file_name(name) for name in take}
    earlier = _earlier_files(project.folder)
    for name in sorted(wanted - set(earlier)):
        raise ProjectError(_message(NO_EARLIER, name=name))
    record = _record(project)
    today = datetime.now(UTC).date().isoformat()
    for name, versions in earlier.items():
        known = record.get(name, {})
        seen = set(str(known.get("seen", "")).split())
        own = project.content(name)
        new = [each for each in versions if each.sum not in seen]
        if own is None:
            source = versions[0]
            write_atomic(project.path(name), source.content)
            project.news.append(_message(TOOK, file=name, checkpoint=source.checkpoint))
        elif name in wanted:
            source = max(new or versions, key=lambda each: each.path.stat().st_mtime)
            aside = _aside(project.path(name))
            write_atomic(aside, own)
            write_atomic(project.path(name), source.content)
            project.news.append(
                _message(KEPT, file=name, checkpoint=source.checkpoint, aside=aside.name)
            )
        else:
            # A record that is missing says nothing of what has changed since.
            if known:
                project.news += [
                    _message(
                        CHANGED,
                        file=name,
                        checkpoint=each.checkpoint,
                        there=each.changed,
                        taken=known.get("taken", ""),
                    )
                    for each in new
                    if each.content != own
                ]
            continue
        seen |= {each.sum for each in versions}
        record[name] = {"taken": today, "seen": " ".join(sorted(seen))}
    if record != _record(project):
        write_atomic(project.path(TAKEN), as_yaml(record))


def _record(project: Project) -> dict[str, dict[str, Any]]:
    """What was taken over, by the file's name: on which day, and the sums of what there was."""
    return read_record(project, TAKEN)


def read_record(project: Project, name: str) -> dict[str, dict[str, Any]]:
    """The entries of a record that the project keeps; a damaged one is empty."""
    content = project.content(name)
    if content is None:
        return {}
    try:
        found, _ = read_yaml(content.decode("utf-8-sig", "replace"))
    except ArtefactError:
        return {}
    return {key: each for key, each in found.items() if isinstance(each, dict)}


def _aside(path: Path) -> Path:
    number = 1
    while (found := path.with_name(f"{path.name}.other-{number}")).exists():
        number += 1
    return found


def sentences(faults: Sequence[Fault], lang: str | None = None) -> list[str]:
    """The sentences of faults in a language."""
    return [each.read(Translator(GENERAL, lang).lang) for each in faults]
