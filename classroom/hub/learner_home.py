"""A learner's home on a hub: lessons and start page, in the learner's language.

Assignments come through nbgrader's exchange; the lessons and the start page do not. `lay_out`
copies them, from a spawner's hook or with `ai4gov home`, and never over a learner's own work.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from autograder.errors import CourseError
from classroom.hub.learner_language import learner_language
from course.language import LANGUAGES, SOURCE
from course.start.learner_pages import write_pages
from course.start.opening import copy_release

SECONDS = 60
"""The longest time that a copy on behalf of a learner may take."""


@dataclass(frozen=True)
class LaidOut:
    """What was done in a home: files written, and the learner's own that were kept."""

    home: Path
    lang: str
    written: int = 0
    kept: list[str] = field(default_factory=list)


def lay_out(home: Path, lang: str | None = None, *, look_up: bool = False) -> LaidOut:
    """Copy lessons and start page into a learner's home, and write its `start.html`.

    Without `lang`, the language is the learner's choice, that of the hub's class list, or
    JupyterLab's, else English. With `look_up`, nbgrader is asked what is to hand in.

    Called by root, as in a hub's `pre_spawn_hook`, it does the same as the owner of the home, in a
    process of the owner's: a learner can put links into the home, and root would follow them. The
    counts are then those of that process, and not returned. Raises CourseError, StartError.
    """
    lang = lang or learner_language() or SOURCE
    if lang not in LANGUAGES:
        raise CourseError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    try:
        owner = home.stat()
    except OSError as error:
        raise CourseError(f"{home}: {error.strerror}; create the learner's home first") from error
    if os.geteuid() == 0 and owner.st_uid != 0:
        _as_owner(home, lang, owner)
        return LaidOut(home, lang)
    written, kept = copy_release(home, [lang], assignments=False)
    try:
        write_pages(home, lang, root=home, look_up=look_up)
    except OSError as error:
        raise CourseError(f"{error.filename or home}: {error.strerror}") from error
    return LaidOut(home, lang, written, kept)


def _as_owner(home: Path, lang: str, owner: os.stat_result) -> None:
    """Call this module in a process of the home's owner. Raises CourseError."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in ("LANG", "LC_ALL", "PATH", "PYTHONPATH")
    }
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "classroom.cli", "home", str(home), "--lang", lang],
            user=owner.st_uid,
            group=owner.st_gid,
            extra_groups=[],
            cwd=home,
            env=environment | {"HOME": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            # Without root's terminal, into which the learner could type (TIOCSTI).
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CourseError(f"{home}: lessons could not be laid out ({error})") from error
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise CourseError(f"{home}: lessons could not be laid out ({said[:300]})")
