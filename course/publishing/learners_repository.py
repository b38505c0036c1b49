"""The learners' repository: what Binder, nbgitpuller and learners get, and nothing secret.

It holds the release, the data, the package `course` without publishing, and Binder's files. It is
written from one commit of this repository, which it names.
"""

import json
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import polib

from course.errors import describe
from course.files import fsync
from course.language import LANGUAGES
from course.publishing import PublishingError, secrets
from course.publishing.build import build, stale
from course.start.opening import MADE

RECORD = ".ai4gov-published.json"
"""In a learners' repository: the commit that it was made from, and the files that were written."""

STAGING = ".ai4gov-publishing"
"""In a learners' repository while it is written: the new files, then the old ones."""

KEPT = frozenset({".git", STAGING})
"""What is not exchanged."""

UNNAMED = "OWNER/LEARNERS-REPOSITORY"
"""In the links, where nobody said to which address the repository goes."""

README = "learners_readme.md"

START = "start.cmd"
"""What a learner opens on Windows: it installs the course the first time, and starts it."""

COPIED = frozenset({".gitattributes", "LICENSE", "LICENSE-CONTENT", "requirements/learner.txt"})
COPIED_FOLDERS = ("binder", "course", "release")
NOT_COPIED = (
    "course/publishing/",
    "course/jupyter/answers/",
    # For authors, graders and facilitators: the form of answers.py, the texts of feedback, report
    # and site, and the notes for facilitators.
    "course/checking/answers.py",
    *(f"course/locale/{lang}/classroom.po" for lang in LANGUAGES),
    *(f"course/locale/{lang}/site.po" for lang in LANGUAGES),
    *(f"course/locale/{lang}/facilitator/" for lang in LANGUAGES),
)
PROJECT = "pyproject.toml"

IGNORED = """\
/.venv/
/ai4gov-course/
.ipynb_checkpoints/
__pycache__/
*.py[cod]
progress.json
/release/start.html
/release/completion-record.html
/release/ai4gov-*.zip
/release/older-files/
fairness-statement.*
impact-assessment.*
model-card.*
"""

INSTALL = """\
  ```sh
  git clone https://github.com/{repository}
  cd {name}
  python3 -m venv .venv
  . .venv/bin/activate
  pip install -r requirements/learner.txt
  pip install --no-deps --no-build-isolation .
  ai4gov start --lang {lang}
  ```"""

# No activation: a policy can forbid PowerShell to run the script.
INSTALL_ON_WINDOWS = """\
  ```bat
  py -m venv .venv
  .venv\\Scripts\\python -m pip install -r requirements\\learner.txt
  .venv\\Scripts\\python -m pip install --no-deps --no-build-isolation .
  .venv\\Scripts\\ai4gov start --lang {lang}
  ```"""


@dataclass(frozen=True)
class Edition:
    """What a call of `publish` wrote."""

    folder: Path
    commit: str
    """The source commit, with a remark if there were uncommitted changes."""
    repository: str
    """OWNER/NAME, or UNNAMED."""
    files: int
    changed: int
    """Files that are new or differ from what was there."""
    removed: int


@dataclass
class _Record:
    """The record of an earlier edition."""

    files: set[str] = field(default_factory=set)
    repository: str = UNNAMED


def publish(
    root: Path, folder: Path, repository: str | None = None, allow_dirty: bool = False
) -> Edition:
    """Write the learners' repository of the checkout in `root` into `folder`: all of it or nothing.

    The folder is new, empty, or one that an earlier call wrote; its .git stays. `repository` is
    the OWNER/NAME under which it will be found on GitHub, for the links; without it, that of the
    earlier call. Raises PublishingError when the folder holds anything else, when something that
    is published has uncommitted changes (unless `allow_dirty`), when the release is not as the
    sources say, and when anything secret would be published.
    """
    folder = folder.resolve()
    if repository is not None and not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise PublishingError(f"{repository!r}: not of the form OWNER/NAME")
    before = _earlier(root.resolve(), folder)
    commit = _commit(root, allow_dirty)
    found = stale(root, build(root), whole=True)
    if found:
        raise PublishingError(
            f"{found[0]}: not as the sources say (stale: {len(found)}); call first: ai4gov build"
        )
    repository = repository or before.repository
    files = contents(root, commit, repository)
    source = root / "source"
    secret = secrets.secret_lines(source), secrets.hidden_sentences(source)
    if leak := next(secrets.leaks(files, *secret), None):
        raise PublishingError(f"learners must not get this, and nothing was written: {leak}")
    changed = {name for name, content in files.items() if _differs(folder / name, content)}
    try:
        _write(folder, files)
    except OSError as error:
        raise PublishingError(
            f"{error.filename or folder}: cannot be written ({error.strerror})"
        ) from error
    return Edition(
        folder, commit, repository, len(files), len(changed), len(before.files - files.keys())
    )


def next_steps(edition: Edition) -> list[str]:
    """The commands that send an edition out, as lines for a shell."""
    folder = edition.folder
    steps = [f"cd {shlex.quote(str(folder))}"]
    is_clone = (folder / ".git").exists()
    if not is_clone:
        steps.append("git init --initial-branch=main")
    steps += ["git add --all", f'git commit -m "Publish the course as of {edition.commit}"']
    if not is_clone or "origin" not in _git(folder, "remote").split():
        steps.append(f"git remote add origin https://github.com/{edition.repository}.git")
    return [*steps, "git push --set-upstream origin HEAD"]


def contents(root: Path, commit: str, repository: str) -> dict[str, bytes]:
    """The files of the learners' repository by their paths; nothing is written."""
    names = [name for name in _listed(root, "--cached", "--others") if is_copied(name)]
    files = {name: (root / name).read_bytes() for name in names if (root / name).is_file()}
    for name in files:
        if name.endswith(".po"):
            files[name] = _for_learners(files[name], name)
    files[PROJECT] = _project(root).encode()
    files["README.md"] = _readme(commit, repository).encode()
    files[START] = Path(__file__).with_name(START).read_bytes()
    files[".gitignore"] = IGNORED.encode()
    record = {
        "about": "Written by `ai4gov publish`, which replaces these files. Do not change them.",
        "commit": commit,
        "repository": repository,
        "files": sorted({*files, RECORD}),
    }
    files[RECORD] = (json.dumps(record, indent=1) + "\n").encode()
    return dict(sorted(files.items()))


def is_copied(name: str) -> bool:
    """Whether a file of this repository, named by its path, goes to learners as it is."""
    path = PurePosixPath(name)
    if path.parts[0] == "datasets":
        described = path.name in ("datasheet.yml", "croissant.json")
        return len(path.parts) == 3 and (described or path.suffix in (".csv", ".gz"))
    if path.parts[0] in COPIED_FOLDERS and not (path.parts[0] == "release" and path.name in MADE):
        return not name.startswith(NOT_COPIED)
    return name in COPIED


def _earlier(root: Path, folder: Path) -> _Record:
    """The record of the edition that is in a folder. Raises PublishingError for a foreign file."""
    if folder.is_relative_to(root) or root.is_relative_to(folder):
        raise PublishingError(f"{folder}: name a folder outside of this repository, {root}")
    if folder.exists() and not folder.is_dir():
        raise PublishingError(f"{folder}: not a folder")
    # After an interrupted exchange the records of both editions are there, in different places.
    places = (folder, folder / STAGING / "new", folder / STAGING / "old")
    record = _Record()
    for path in (place / RECORD for place in places):
        if path.is_file():
            read = _read_record(path)
            record.files |= read.files
            record.repository = read.repository
    foreign = sorted(_files(folder) - record.files)
    if foreign:
        raise PublishingError(
            f"{folder}: holds {foreign[0]}, which `ai4gov publish` did not write; move it away, or "
            "name a new or empty folder"
        )
    return record


def _read_record(path: Path) -> _Record:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _Record(set(map(str, data["files"])), str(data["repository"]))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise PublishingError(
            f"{path}: not a record of `ai4gov publish` ({describe(error)}); restore it from git, "
            "or name a new or empty folder"
        ) from error


def _files(folder: Path) -> set[str]:
    """The paths of all files and links in a folder, without .git and what is being written."""
    return {
        path.relative_to(folder).as_posix()
        for entry in (folder.iterdir() if folder.is_dir() else ())
        if entry.name not in KEPT
        for path in (entry, *entry.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def _commit(root: Path, allow_dirty: bool) -> str:
    """The commit that is published. Raises PublishingError for uncommitted changes."""
    commit = _git(root, "rev-parse", "HEAD").strip()
    names = _git(root, "diff", "--name-only", "--relative", "-z", "HEAD").split("\0")
    names += _listed(root, "--others")
    changed = sorted(name for name in names if name and (is_copied(name) or name == PROJECT))
    if not changed:
        return commit
    if not allow_dirty:
        raise PublishingError(
            f"{changed[0]}: not committed (changed files: {len(changed)}); commit it, so that "
            "learners' files can be traced to a commit, or call with --allow-dirty"
        )
    return f"{commit} with uncommitted changes"


def _listed(root: Path, *which: str) -> list[str]:
    """The files that git tracks ("--cached"), and those that it could ("--others")."""
    listed = _git(root, "ls-files", "-z", "--exclude-standard", *which)
    return [name for name in listed.split("\0") if name]


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True)
    except FileNotFoundError as error:
        raise PublishingError("git is not installed, and only it knows the commit") from error
    if done.returncode:
        reason = " ".join(done.stderr.decode(errors="replace").split())
        raise PublishingError(f"{root}: git failed here ({reason})")
    return done.stdout.decode()


def _for_learners(catalogue: bytes, name: str) -> bytes:
    """A catalogue without the messages of hidden checks, and without its references to sources."""
    written = polib.pofile(catalogue.decode(), wrapwidth=92)
    for entry in list(written):
        places = [place for place, _ in entry.occurrences]
        if places and all(place.endswith("hidden_checks.py") for place in places):
            written.remove(entry)
        entry.occurrences = []
    return f"{written}\n".encode()


def _project(root: Path) -> str:
    """The learners' pyproject.toml: what learners need of this one, and no build hook."""
    path = root / PROJECT
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        project, build_system = settings["project"], settings["build-system"]
        fields = {
            "name": project["name"],
            # A local version, which package indexes refuse: it is not the distribution with the
            # grader, and must not be uploaded in its place.
            "version": f"{project['version']}+learners",
            **{name: project[name] for name in ("description", "readme", "requires-python")},
            **{name: project[name] for name in ("license", "license-files")},
            "classifiers": project["classifiers"],
            "dependencies": project["dependencies"],
        }
    except (OSError, ValueError, KeyError) as error:
        raise PublishingError(f"{path}: {describe(error)}") from error
    return "\n".join(
        [
            _table("build-system", build_system),
            _table("project", fields),
            _table("project.scripts", {"ai4gov": "course.start.command:main"}),
            _table("tool.hatch.build.targets.wheel", {"packages": ["course"]}),
            _table(
                "tool.hatch.build.targets.wheel.force-include",
                {"release": "course/_data/release", "datasets": "course/_data/datasets"},
            ),
        ]
    )


def _table(name: str, values: Mapping[str, Any]) -> str:
    """A TOML table of texts and lists of texts. JSON writes both as TOML does."""
    lines = [f"{key} = {json.dumps(value, indent=4)}" for key, value in values.items()]
    return "\n".join([f"[{name}]", *lines, ""])


def _readme(commit: str, repository: str) -> str:
    text = (Path(__file__).with_name(README)).read_text(encoding="utf-8")
    name = repository.partition("/")[2]
    values = {"commit": commit, "repository": repository, "name": name}
    values["repository_in_url"] = quote(repository, safe="")
    for lang in LANGUAGES:
        values[f"install:{lang}"] = INSTALL.format(repository=repository, name=name, lang=lang)
        values[f"windows:{lang}"] = INSTALL_ON_WINDOWS.format(lang=lang)
    return re.sub(r"\{\{([\w:]+)\}\}", lambda match: values[match[1]], text)


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files aside, then exchange them for the old ones. On an error nothing changes."""
    is_new = not folder.exists()
    staging = folder / STAGING
    try:
        new, old = staging / "new", staging / "old"
        shutil.rmtree(staging, ignore_errors=True)
        old.mkdir(parents=True)
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o755 if content.startswith(b"#!") else 0o644)
            fsync(path)
        _exchange(folder, new, old)
    except BaseException:
        shutil.rmtree(folder if is_new else staging, ignore_errors=True)
        raise
    shutil.rmtree(staging, ignore_errors=True)


def _exchange(folder: Path, new: Path, old: Path) -> None:
    """Move the folder's entries to `old` and those of `new` into it; undo it all on an error."""
    moved: list[tuple[Path, Path]] = []
    try:
        for source, target in ((folder, old), (new, folder)):
            for path in sorted(source.iterdir()):
                if path.name not in KEPT:
                    path.rename(target / path.name)
                    moved.append((path, target / path.name))
    except BaseException:
        for before, after in reversed(moved):
            after.rename(before)
        raise
