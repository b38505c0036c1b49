"""The commands of README and its pages work as they stand there, in order, in a fresh clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from classroom.demo import fill
from tests.course.content.notebooks import solutions
from tests.packaging.copies import ROOT, fresh_clone, git

# A dozen commands, of which each loads nbgrader.
pytestmark = [pytest.mark.weekly, pytest.mark.timeout(1200)]

SLUG = "06-measuring-fairness"
BLOCK = re.compile(r"(?:^    .+\n)+", re.MULTILINE)

NOT_RUN = {
    "make demo": "fetches packages over the network; test_demo.py plays `ai4gov demo`",
    "make test": "fetches packages over the network, and runs this test",
    "make start": "fetches packages over the network, and opens a browser",
    "make env && . .venv/bin/activate": "fetches packages over the network; the environment of "
    "these tests takes its place, with the clone's code before ours",
    'sudo install -d -m 1777 -o "$USER" /usr/local/share/nbgrader/exchange': "asks a person for a "
    "password, and is for the whole machine; c.Exchange.root names a folder of the test's own",
}
"""Lines of these pages that are left out, each with its reason."""

CHANGED = {
    # Opens a browser and runs until a person ends it; asked for its version, JupyterLab ends.
    "ai4gov start --lang fr": "ai4gov start --lang fr -- --allow-root --version",
}
"""Lines that are run in another form."""


def commands(readme: str) -> list[str]:
    """The lines of a page's blocks of commands, without their comments."""
    lines = [line for block in BLOCK.findall(readme) for line in block.splitlines()]
    return [re.sub(r"\s+#.*", "", line).strip() for line in lines]


PAGES = ("README.md", "docs/learning.md", "docs/teaching.md", "docs/running.md")
COMMANDS = [line for page in PAGES for line in commands((ROOT / page).read_text(encoding="utf-8"))]


@dataclass
class Reader:
    """Somebody who has cloned the repository and types what these pages say."""

    home: Path
    clone: Path
    exchange: Path
    ran: list[subprocess.CompletedProcess[str]] = field(default_factory=list)

    def type(self, command: str) -> None:
        """Run a line in a new shell, in the clone."""
        place = str(Path(sys.executable).parent)
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.clone,
            env={
                "HOME": str(self.home),
                "LANG": "C.UTF-8",
                "PATH": f"{place}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": str(self.clone),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        self.ran.append(done)

    def printed(self, command: str) -> str:
        """What a line of the pages printed."""
        (done,) = [done for done in self.ran if done.args[-1] == command]
        return done.stdout + done.stderr

    def hand_in(self, lang: str, student: str) -> None:
        """Put a learner's answers where `nbgrader submit` puts them, under the learner's name.

        The command itself takes the name of the machine's user, who is the same for all here.
        """
        course = self.exchange / "ai4gov"
        time = "2026-11-25 09:00:00.000000 UTC"
        folder = course / "inbound" / f"{student}+{SLUG}+{time}+abc"
        shutil.copytree(course / "outbound" / f"{SLUG}.{lang}", folder)
        (folder / "timestamp.txt").write_text(time)
        fill(folder / f"{SLUG}.ipynb", solutions(SLUG))


@pytest.fixture(scope="module")
def reader(tmp_path_factory) -> Reader:
    """All commands of the pages were run; two learners handed in before the first `collect`."""
    place = tmp_path_factory.mktemp("readme")
    reader = Reader(place / "home", fresh_clone(place / "clone"), place / "exchange")
    reader.exchange.mkdir()
    reader.exchange.chmod(0o1777)
    settings = reader.home / ".jupyter" / "nbgrader_config.py"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"c = get_config()\nc.Exchange.root = {str(reader.exchange)!r}\n")

    def hand_in() -> None:
        reader.hand_in("en", "ana")
        reader.hand_in("fr", "awa")

    before: dict[str, Callable[[], None]] = {f"ai4gov collect {SLUG}": hand_in}
    for command in COMMANDS:
        if command in NOT_RUN:
            continue
        before.pop(command, lambda: None)()
        reader.type(CHANGED.get(command, command))
    assert not before, "docs/teaching.md no longer says how to collect"
    return reader


def test_the_lines_that_are_not_run_stand_in_the_pages():
    assert not [line for line in (*NOT_RUN, *CHANGED) if line not in COMMANDS]


def test_every_command_ends_well(reader):
    assert len(reader.ran) == len(COMMANDS) - len(NOT_RUN)


def test_building_and_generating_leave_the_committed_files_as_they_are(reader):
    assert git(reader.clone, "status", "--porcelain") == ""


def test_the_assignment_is_in_the_gradebook_with_its_points(reader):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{reader.clone / 'gradebook.db'}") as gradebook:
        assert gradebook.find_assignment(SLUG).max_score == 20


def test_learners_of_both_languages_are_graded_and_get_a_page_in_theirs(reader):
    assert "2 graded" in reader.printed(f"ai4gov grade {SLUG}")
    for student, lang in (("ana", "en"), ("awa", "fr")):
        page = reader.clone / "feedback" / student / SLUG / f"{SLUG}.html"
        assert f'<html lang="{lang}">' in page.read_text(encoding="utf-8")
    report = (reader.clone / "report" / "report.html").read_text(encoding="utf-8")
    assert "ana" in report
    assert "awa" in report


def test_a_learner_starts_in_the_language_that_was_asked_for(reader):
    assert (reader.clone / "ai4gov-course" / "fr" / "start.ipynb").is_file()


def test_the_learners_repository_is_written_beside_the_clone(reader):
    assert (reader.clone.parent / "LEARNERS-REPOSITORY" / "binder" / "postBuild").is_file()
