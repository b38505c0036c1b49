"""Take all progress and work of a learner along in one zip file, and bring it back.

The file holds `progress.json`, every file in the folders of the course that is not as the course
released it, and a manifest. Bringing back checks the whole file first; then nothing is lost: where
both sides have work, the newer one stays in its place, and the older one is moved into a folder.
A file that others made may be hostile: names, links, sizes, number and kinds of files are bounded,
and code that Python would import unseen (`.py`) is never carried. A notebook in place of a released
one is named. A lesson or a start page of which other cells than answers were changed is laid beside
the course's, because people run a lesson without reading its code.
"""

import hashlib
import json
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from course import places
from course.checking.messages import GENERAL
from course.errors import UserError
from course.files import write_atomic
from course.language import LANGUAGES, Translator
from course.os_errors import os_reason
from course.routes import routes
from course.start import chosen_route, progress
from course.start.chosen_language import chosen
from course.start.home import CHECKS, LESSONS, RECORD, START_PAGE, checks_of

COURSE = "ai4gov-course"
FORMAT = 1
MANIFEST = "manifest.json"
OLDER = "older-files"
"""Folder of a home for what was in the place of newer work."""

KINDS = frozenset(
    {".ipynb", ".yml", ".yaml", ".json", ".md", ".txt", ".csv", ".html", ".pdf", ".png", ".svg"}
    | {".jpg", ".jpeg", ".docx", ".odt", ".xlsx", ".ods"}
)
"""Endings of the files that are carried."""

MOST_FILES = 2_000
LARGEST_FILE = 20_000_000
LARGEST_TOTAL = 200_000_000
"""Bytes, unpacked."""

LONGEST_NAME = 240
PART = re.compile(r"[^\\/:*?\"<>|]{1,120}")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of control characters, such as those that turn the direction of a name."""

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*~\d+(\..*)?")
"""Names that Windows takes for devices, or for the short form of another name."""


class CarryError(UserError):
    """A file that cannot be made or brought back; one line in the learner's language."""


@dataclass(frozen=True)
class Taken:
    """What was packed: the zip file, and the paths that were left out."""

    path: Path
    files: int
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Brought:
    """What was brought back, by path: written, the same on both sides, and kept as older."""

    written: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    """Where the older of two versions of the learner's work is now, inside the home."""
    replaced: list[str] = field(default_factory=list)
    """The notebooks that were as released before; the released ones are in OLDER."""
    beside: list[str] = field(default_factory=list)
    """Where lessons and start pages are now whose own code differs from the course's."""
    lang: str = ""
    """The file's language, where the learner has chosen none here; empty for no change."""


def take_along(home: Path, path: Path | None = None, lang: str | None = None) -> Taken:
    """Pack all progress and work of a home into a zip file. Raises CarryError.

    `path` is by default a file in the home that is named after today; `lang` the language of texts,
    by default that of the current folder.
    """
    t = Translator(GENERAL, lang)
    path = path or home / file_name()
    released = _Released(home)
    files: dict[str, dict[str, Any]] = {}
    left_out: list[str] = []
    total = 0
    packed = BytesIO()
    try:
        recorded = progress.read(home / progress.NAME)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(progress.NAME, json.dumps(recorded, ensure_ascii=False, indent=1))
            for name in _work_in(home):
                size = (home / name).stat().st_size
                content = (home / name).read_bytes() if size <= LARGEST_FILE else None
                if content is not None and released.is_as_released(name, content):
                    continue
                is_too_much = total + size > LARGEST_TOTAL or len(files) >= MOST_FILES - 2
                if content is None or is_too_much or _fault(name):
                    left_out.append(name)
                    continue
                archive.writestr(name, content)
                changed = datetime.fromtimestamp((home / name).stat().st_mtime, UTC)
                files[name] = {
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "changed": changed.isoformat(timespec="seconds"),
                }
                total += size
            manifest = {
                "course": COURSE,
                "format": FORMAT,
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "language": chosen() or t.lang,
                "route": chosen_route.chosen(),
                "files": files,
            }
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        write_atomic(path, packed.getvalue())
    except OSError as error:
        raise CarryError(
            t("{file}: cannot be written ({reason}).").format(
                file=path.name, reason=os_reason(error).read(t.lang)
            )
        ) from error
    except progress.ProgressError as error:
        raise CarryError(str(error)) from error
    return Taken(path, len(files), left_out)


def file_name() -> str:
    """The name of a file that is packed now."""
    return f"ai4gov-{datetime.now():%Y-%m-%d-%H%M}.zip"


def _slugs() -> set[str]:
    return {each.stem for each in progress.OUTLINE.glob("*.json")}


def _is_of_the_course(folder: str, slugs: set[str]) -> bool:
    """Whether a folder at the top of a home is a language's, or a fetched assignment's."""
    slug, _, lang = folder.rpartition(".")
    return folder in LANGUAGES or folder in slugs or (slug in slugs and lang in LANGUAGES)


def _work_in(home: Path) -> Iterator[str]:
    """The files in the course's folders of a home; no links, nothing hidden, no progress."""
    slugs = _slugs()
    for top in sorted(home.iterdir()):
        if not _is_of_the_course(top.name, slugs) or top.is_symlink() or not top.is_dir():
            continue
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(
                each
                for each in folders
                if not each.startswith((".", "__")) and not Path(folder, each).is_symlink()
            )
            for name in sorted(names):
                path = Path(folder, name)
                hidden = name.startswith((".", "__")) or name == progress.NAME
                if not hidden and stat.S_ISREG(path.lstat().st_mode):
                    yield path.relative_to(home).as_posix()


class _Released:
    """What the course released, to tell a learner's work from it."""

    def __init__(self, home: Path):
        self.folder = places.release()
        self.record: dict[str, Any] = {}
        try:
            found = json.loads((home / RECORD).read_text(encoding="utf-8"))
            self.record = found if isinstance(found, dict) else {}
        except (OSError, ValueError, RecursionError):
            pass

    def is_as_released(self, name: str, content: bytes) -> bool:
        """Whether a file is what was copied into the home, or what the release holds."""
        if self.record.get(name) == hashlib.sha256(content).hexdigest():
            return True
        return content in self.versions(name)

    def versions(self, name: str) -> list[bytes]:
        """What the release holds for a path, in the languages that it can be of."""
        found = (
            checks_of(path.parent) if path.name == CHECKS else path
            for path in self._candidates(name)
        )
        return [path.read_bytes() for path in found if path and path.is_file()]

    def _candidates(self, name: str) -> Iterator[Path]:
        first, _, rest = name.partition("/")
        if first in LANGUAGES:
            yield self.folder / name
            return
        # A fetched assignment does not say its language in its place.
        slug = first.rpartition(".")[0] if first.rpartition(".")[2] in LANGUAGES else first
        for lang in LANGUAGES:
            yield self.folder / lang / slug / rest


def bring_back(packed: Path | bytes, home: Path, lang: str | None = None) -> Brought:
    """Unpack what `take_along` made into a home, which may hold work of its own.

    The whole file is checked before anything is written. Raises CarryError, with a text in `lang`.
    """
    t = Translator(GENERAL, lang)
    source: Any = BytesIO(packed) if isinstance(packed, bytes) else packed
    try:
        with zipfile.ZipFile(source) as archive:
            entries = _checked(archive, home, t)
            recorded = _progress_in(archive, entries, t)
            manifest = _manifest_in(archive, entries, t)
            stated = manifest["files"]
            work = sorted(entries.keys() - {progress.NAME, MANIFEST})
            for name in work:
                _verify(archive, entries[name], stated.get(name), t)
            entries = {name: entries[name] for name in work}
            brought = _unpack(archive, entries, stated, recorded, home)
            stated_route = str(manifest.get("route"))
            if not chosen_route.chosen() and stated_route in routes().by_key:
                chosen_route.choose(stated_route)
            stated_lang = str(manifest.get("language"))
            if not chosen() and stated_lang in LANGUAGES:
                return replace(brought, lang=stated_lang)
            return brought
    # zipfile raises NotImplementedError for a compression that it does not know.
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
        raise CarryError(t("This is not a whole zip file; download it again.")) from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise CarryError(t("This is not a whole zip file; download it again.")) from error
    except OSError as error:
        raise CarryError(
            t("{file}: cannot be written ({reason}).").format(
                file=Path(str(error.filename or home)).name, reason=os_reason(error).read(t.lang)
            )
        ) from error


def _checked(archive: zipfile.ZipFile, home: Path, t: Translator) -> dict[str, zipfile.ZipInfo]:
    """The entries of an archive by name, if all of them may be unpacked. Raises CarryError."""
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise CarryError(t("Refused: more than {count} files.").format(count=t.number(MOST_FILES)))
    if MANIFEST not in {info.filename for info in infos}:
        raise CarryError(t("Refused: this file was not made by “Take everything along”."))
    slugs = _slugs()
    ours = _released_notebooks()
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    folders: set[str] = set()
    total = 0
    for info in infos:
        # orig_filename still has what zipfile cuts off or replaces.
        name = info.orig_filename
        top = name.partition("/")[0]
        is_known = name in (MANIFEST, progress.NAME) or (
            "/" in name and _is_of_the_course(top, slugs)
        )
        if name != info.filename or _fault(name) or not is_known or _is_special(info):
            raise CarryError(
                t("Refused: “{name}” may not be in such a file.").format(name=_shown(name))
            )
        total += info.file_size
        if info.file_size > LARGEST_FILE or total > LARGEST_TOTAL:
            raise CarryError(t("Refused: “{name}” is too large.").format(name=_shown(name)))
        folded = _folded(name)
        parents = {parent.as_posix() for parent in PurePosixPath(folded).parents}
        if folded in seen or folded in folders or parents & seen or ours.get(folded, name) != name:
            raise CarryError(
                t("Refused: “{name}” may not be in such a file.").format(name=_shown(name))
            )
        seen.add(folded)
        folders |= parents
        entries[name] = info
    for name in entries:
        if _is_blocked(home, name):
            raise CarryError(
                t("Refused: a link or a folder has the name “{name}”.").format(name=_shown(name))
            )
    return entries


def _fault(name: str) -> bool:
    """Whether a path may not be carried: it leads elsewhere, is hidden, or of another kind."""
    parts = name.split("/")
    return (
        len(name) > LONGEST_NAME
        or any(unicodedata.category(each) in UNSEEN for each in name)
        or any(not PART.fullmatch(part) or RESERVED.fullmatch(part) for part in parts)
        or any(part.startswith((".", "__")) or part.endswith((" ", ".")) for part in parts)
        or PurePosixPath(name).suffix.lower() not in KINDS
    )


def _is_special(info: zipfile.ZipInfo) -> bool:
    """Whether an entry is a link, a folder, a device, encrypted or packed in an unusual way."""
    mode = info.external_attr >> 16
    is_regular = not stat.S_IFMT(mode) or stat.S_ISREG(mode)
    usual = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return info.is_dir() or not is_regular or bool(info.flag_bits & 0x1) or not usual


def _is_blocked(home: Path, name: str) -> bool:
    """Whether something else has the file's name, or a link is on the way to it."""
    path = home
    *folders, _ = parts = PurePosixPath(name).parts
    for number, part in enumerate(parts):
        path = path / part
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return False
        wanted = stat.S_ISDIR if number < len(folders) else stat.S_ISREG
        if not wanted(mode):
            return True
    return False


def _shown(name: str) -> str:
    """A name from a foreign file, safe and short enough to print."""
    printable = "".join(each if each.isprintable() else "?" for each in name)
    return printable if len(printable) <= 80 else printable[:79] + "…"


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, t: Translator) -> bytes:
    """An entry's content; never more than it states to have."""
    file: IO[bytes]
    with archive.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise CarryError(t("Refused: “{name}” is too large.").format(name=_shown(info.filename)))
    return content


def _progress_in(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], t: Translator
) -> progress.Record:
    if progress.NAME not in entries:
        return {}
    recorded = _json(archive, entries[progress.NAME], t)
    if not progress.is_record(recorded):
        raise CarryError(t("Refused: the progress in this file is damaged."))
    slugs = _slugs()
    return {module: done for module, done in recorded.items() if module in slugs}


def _manifest_in(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], t: Translator
) -> dict[str, Any]:
    manifest = _json(archive, entries[MANIFEST], t)
    if not isinstance(manifest, dict) or manifest.get("course") != COURSE:
        raise CarryError(t("Refused: this file is of another course."))
    if manifest.get("format") != FORMAT or not isinstance(manifest.get("files"), dict):
        raise CarryError(t("Refused: another version of the course has made this file."))
    return manifest


def _json(archive: zipfile.ZipFile, info: zipfile.ZipInfo, t: Translator) -> Any:
    try:
        return json.loads(_read(archive, info, t))
    except (ValueError, RecursionError) as error:
        raise CarryError(
            t("Refused: “{name}” is damaged.").format(name=_shown(info.filename))
        ) from error


def _verify(archive: zipfile.ZipFile, info: zipfile.ZipInfo, stated: Any, t: Translator) -> None:
    """Raise CarryError unless an entry can be read, and is what the manifest says."""
    content = _read(archive, info, t)
    if not isinstance(stated, dict) or stated.get("sha256") != hashlib.sha256(content).hexdigest():
        raise CarryError(t("Refused: “{name}” is damaged.").format(name=_shown(info.filename)))


def _unpack(
    archive: zipfile.ZipFile,
    work: dict[str, zipfile.ZipInfo],
    stated: dict[str, Any],
    recorded: progress.Record,
    home: Path,
) -> Brought:
    """Write the files of a checked archive. Raises OSError, CarryError."""
    t = Translator(GENERAL)
    released, brought = _Released(home), Brought()
    aside = f"{OLDER}/{datetime.now():%Y-%m-%d-%H%M%S}"
    for name, info in work.items():
        content, target = _read(archive, info, t), home / name
        changed = _changed(stated[name])
        now = target.read_bytes() if target.is_file() else None
        if now == content:
            brought.same.append(name)
            continue
        ours = released.versions(name) if name.endswith(".ipynb") else []
        if ours and _is_page(name) and not any(_is_code_of(content, each) for each in ours):
            if beside := _free(home, name, content):
                _write(home / beside, content)
                brought.beside.append(beside)
            else:
                brought.same.append(name)
            continue
        if now is None or released.is_as_released(name, now):
            if ours:
                _write(home / aside / name, ours[0] if now is None else now)
                brought.replaced.append(name)
        else:
            # Both are the learner's work: the newer one stays, the older one is kept.
            is_newer = changed > datetime.fromtimestamp(target.stat().st_mtime, UTC)
            _write(home / aside / name, now if is_newer else content)
            brought.older.append(f"{aside}/{name}")
            if not is_newer:
                continue
        _write(target, content)
        os.utime(target, (changed.timestamp(), changed.timestamp()))
        brought.written.append(name)
    try:
        progress.add(home / progress.NAME, recorded)
    except progress.ProgressError as error:
        raise CarryError(str(error)) from error
    return brought


def _folded(name: str) -> str:
    """The same for names that are one for Windows or macOS: by case, or by forms of accents."""
    return unicodedata.normalize("NFC", name).casefold()


def _released_notebooks() -> dict[str, str]:
    """The paths of the notebooks in the release, by their folded form."""
    release = places.release()
    names = (path.relative_to(release).as_posix() for path in release.rglob("*.ipynb"))
    return {_folded(name): name for name in names}


def _is_page(name: str) -> bool:
    """Whether it is the notebook of a lesson or the start page, in a language's folder."""
    top, _, rest = name.partition("/")
    is_one = rest == START_PAGE or (rest.startswith(f"{LESSONS}/") and rest.endswith(".ipynb"))
    return top in LANGUAGES and is_one


def _is_code_of(content: bytes, released: bytes) -> bool:
    """Whether a notebook has the code of a released one, and otherwise only answers.

    An answer is in a cell in whose place the released one has three dots: it has the same id, and
    neither of them is folded.
    """
    try:
        now, ours = _code(content), _code(released)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    asked = {id for id, source, folded in ours if "..." in source and not folded}

    def fixed(cells: list[tuple[str, str, bool]]) -> list[tuple[str, str]]:
        return [(id, source) for id, source, folded in cells if id not in asked or folded]

    return fixed(now) == fixed(ours) and len({id for id, *_ in now}) == len(now)


def _code(notebook: bytes) -> list[tuple[str, str, bool]]:
    """The code cells: id, source, whether folded. Raises ValueError, LookupError, TypeError."""
    return [
        (
            str(cell["id"]),
            "".join(cell["source"]),
            bool(cell["metadata"].get("jupyter", {}).get("source_hidden")),
        )
        for cell in json.loads(notebook)["cells"]
        if cell["cell_type"] != "markdown"
    ]


def _free(home: Path, name: str, content: bytes) -> str:
    """A free name beside a file; empty where the same content is there under such a name."""
    path = PurePosixPath(name)
    number = 1
    while True:
        beside = str(path.with_name(f"{path.stem}-brought-{number}{path.suffix}"))
        if not os.path.lexists(home / beside):
            return beside
        if not _is_blocked(home, beside) and (home / beside).read_bytes() == content:
            return ""
        number += 1


def _changed(stated: dict[str, Any]) -> datetime:
    """When a file was changed; long ago where the manifest does not say it, never in the future."""
    long_ago, now = datetime(2000, 1, 1, tzinfo=UTC), datetime.now(UTC)
    try:
        found = datetime.fromisoformat(str(stated.get("changed")))
    except ValueError:
        return long_ago
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    return min(max(found, long_ago), now)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, content)


def found_in(home: Path) -> list[Path]:
    """The zip files in a home and its language folders that may be brought back, newest first."""
    folders = [home, *(home / lang for lang in LANGUAGES)]
    found = [path for folder in folders for path in folder.glob("ai4gov-*.zip")]
    regular = [path for path in found if path.is_file() and not path.is_symlink()]
    return sorted(regular, key=lambda path: path.stat().st_mtime, reverse=True)
