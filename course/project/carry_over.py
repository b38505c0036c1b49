"""Take over the files that earlier checkpoints of the project have written."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from course.checking.messages import Message, say
from course.dossier.artefact import as_yaml
from course.language import LANGUAGES
from course.project.names import CHECKPOINTS
from course.project.project_files import (
    CARRIED,
    MEASURED,
    SAVED_WITH,
    TAKEN,
    Files,
    InFolder,
    ProjectError,
    file_name,
    message_of,
    read_file,
    read_record,
    refuse_folder,
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
DELETED = say(
    "project-deleted",
    "{file} was deleted here and is still in {checkpoint}; to take it again: "
    'open_project(take=["{file}"])',
)
TAKE_ALL = say("project-take-all", "To take all of these: open_project(take=[{files}])")
KEPT = say("project-kept", "{file} was taken from {checkpoint}; yours is kept in {aside}.")

RECORDS = (MEASURED, SAVED_WITH)
"""What the project keeps by itself: taken over where it is missing, and never offered later."""


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
        refuse_folder(home)
        for name in CARRIED:
            content = read_file(home / name)
            if content is not None:
                found.setdefault(name, []).append(_Earlier(slug, home / name, content))
    return found


def take_over(project: Files, take: Sequence[str]) -> list[Message]:
    """Take files of earlier checkpoints, and say what was taken and what has changed since.

    A file that was taken before and is missing now was deleted, and stays so. `take` names files
    to take although the project has them, or had them; its own are kept beside them. Raises
    ProjectError for a name in `take` that no earlier checkpoint has.
    """
    news: list[Message] = []
    wanted = {file_name(name) for name in take}
    earlier = _earlier_files(project.folder)
    for name in sorted(wanted - set(earlier)):
        raise ProjectError(message_of(NO_EARLIER, name=name))
    record = project.record(TAKEN)
    offered: list[str] = []
    today = datetime.now(UTC).date().isoformat()
    for name, versions in earlier.items():
        known = record.get(name, {})
        seen = set(str(known.get("seen", "")).split())
        own = project.content(name)
        new = [each for each in versions if each.sum not in seen]
        if own is None and known and name not in wanted and name not in RECORDS:
            offered.append(name)
            news.append(message_of(DELETED, file=name, checkpoint=versions[0].checkpoint))
            continue
        if own is None:
            source = versions[0]
            project.write(name, source.content)
            _take_note(project, source)
            news.append(message_of(TOOK, file=name, checkpoint=source.checkpoint))
        elif name in wanted:
            source = _newest(new or versions)
            aside = _aside(project.path(name))
            project.store.write(aside.name, own)
            project.write(name, source.content)
            _take_note(project, source)
            news.append(message_of(KEPT, file=name, checkpoint=source.checkpoint, aside=aside.name))
        else:
            # A record that is missing says nothing of what has changed since.
            newer = [each for each in new if each.content != own] if known else []
            if newer and name not in RECORDS:
                newest = _newest(newer)
                offered.append(name)
                news.append(
                    message_of(
                        CHANGED,
                        file=name,
                        checkpoint=newest.checkpoint,
                        there=newest.changed,
                        taken=known.get("taken", ""),
                    )
                )
            continue
        seen |= {each.sum for each in versions}
        record[name] = {"taken": today, "seen": " ".join(sorted(seen))}
    if len(offered) > 1:
        news.append(message_of(TAKE_ALL, files=", ".join(f'"{name}"' for name in offered)))
    if record != project.record(TAKEN):
        project.write(TAKEN, as_yaml(record))
    return news


def _newest(versions: Sequence[_Earlier]) -> _Earlier:
    return max(versions, key=lambda each: each.path.stat().st_mtime)


def _take_note(project: Files, source: _Earlier) -> None:
    """Take with a file the note of the model that it was saved with, where there is one."""
    name = source.path.name.removesuffix(".yml")
    note = InFolder(source.path.parent).content(SAVED_WITH)
    entry = read_record(note).get(name)
    if entry is not None:
        project.write(SAVED_WITH, as_yaml(project.record(SAVED_WITH) | {name: entry}))


def _aside(path: Path) -> Path:
    number = 1
    while (found := path.with_name(f"{path.name}.other-{number}")).exists():
        number += 1
    return found
