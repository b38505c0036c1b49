"""Starting as a learner: a working folder of one's own, with JupyterLab open on it."""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

from course import places
from course.language import LANGUAGES
from course.progress import START_PAGE

RECORD = ".course-files.json"
"""In the working folder: what each copied file was, to tell a learner's work from ours."""


class StartError(Exception):
    """The working folder cannot be made; the message is one line for people."""


def copy_release(folder: Path) -> tuple[int, list[str]]:
    """Copy the released course into a working folder, never over a learner's own work.

    A file that the learner has changed stays, also when the course has a newer one; a file
    that nobody touched is renewed. Returns how many files were written, and the names of
    those that were kept though the course's have changed.
    """
    release = places.release()
    if not release.is_dir():
        raise StartError(f"no released course in {release}; call first: ai4gov build")
    record_path = folder / RECORD
    written, kept = 0, []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        record = json.loads(record_path.read_text()) if record_path.is_file() else {}
        for source in sorted(path for path in release.rglob("*") if path.is_file()):
            name = source.relative_to(release).as_posix()
            target, new = folder / name, _digest(source)
            if target.exists():
                now = _digest(target)
                if now == new:
                    record[name] = new
                    continue
                if record.get(name) != now:
                    if record.get(name) != new:
                        kept.append(name)
                    continue
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            record[name] = new
            written += 1
        record_path.write_text(json.dumps(record, indent=1, sort_keys=True), encoding="utf-8")
    except OSError as error:
        raise StartError(
            f"{folder}: cannot be used as a working folder ({error.strerror}); "
            "choose another with --dir"
        ) from error
    except ValueError as error:
        raise StartError(f"{record_path}: damaged; delete this one file and call again") from error
    return written, kept


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def open_lab(folder: Path, lang: str, browser: bool, extra: list[str]) -> None:
    """Replace this process by JupyterLab, open on the start page. Does not return."""
    if lang not in LANGUAGES:
        raise StartError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    # The folder says, in JupyterLab's own way, that its news of the day stays off.
    settings = places.PACKAGE / "jupyter"
    paths = [str(settings), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(path for path in paths if path)
    command = [
        sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{lang}/{START_PAGE}", *extra,
    ]  # fmt: skip
    if not browser:
        command.append("--no-browser")
    os.execv(sys.executable, command)
