"""The whole way of a French notebook through plain nbgrader commands, in one gradebook."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from classroom.demo import fill, make_course
from course.checking.messages import general
from course.publishing.build import build
from tests.course.content.notebooks import ROOT, solutions

SLUG = "06-measuring-fairness"

pytestmark = pytest.mark.slow


class Desk:
    """Somebody's folder, from which nbgrader commands are called as from a terminal."""

    def __init__(self, folder: Path, exchange: Path):
        self.folder = folder
        self.exchange = exchange
        folder.mkdir(exist_ok=True)

    def released(self, lang: str) -> dict[str, bytes]:
        """The files of the assignment as they are released in a language."""
        release = self.folder / "release" / lang / SLUG
        return {path.name: path.read_bytes() for path in release.iterdir()}

    def use_the_exchange(self) -> None:
        """Set what a hub sets for a learner: the classes of the exchange, and the course."""
        settings = self.folder / ".jupyter" / "nbgrader_config.py"
        settings.parent.mkdir()
        settings.write_text(
            "from classroom.hub.exchange import exchange_settings\n"
            "c = get_config()\n"
            "c.CourseDirectory.course_id = 'ai4gov'\n"
            "c.ExchangeFactory.update(exchange_settings())\n"
        )

    def nbgrader(self, *arguments: str, lang: str = "en") -> str:
        done = self.call(*arguments, lang=lang)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def call(self, *arguments: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments, f"--Exchange.root={self.exchange}"],
            cwd=self.folder,
            env=os.environ
            | {
                "AI4GOV_LANG": lang,
                "AI4GOV_LEARNER_LANG": lang,
                "HOME": str(self.folder),
                "PYTHONPATH": str(ROOT),
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            },
            capture_output=True,
            text=True,
            timeout=180,
        )


@pytest.fixture(scope="module")
def way(tmp_path_factory):
    """Release, fetch, submit, collect, grade and feedback, in French, once for all tests."""
    place = tmp_path_factory.mktemp("way")
    exchange = place / "exchange"
    exchange.mkdir()
    exchange.chmod(0o1777)
    teacher, learner = Desk(place / "teacher", exchange), Desk(place / "learner", exchange)
    make_course(ROOT, teacher.folder, build(ROOT, [SLUG], ["en", "fr"]))
    checks = (teacher.folder / "release" / "checks" / f"{SLUG}.py").read_bytes()
    built = teacher.released("en") | {"checks.py": checks}
    # As README has it: the release is there, and nobody says --force.
    teacher.nbgrader("generate_assignment", SLUG)
    teacher.nbgrader("release_assignment", SLUG)
    learner.use_the_exchange()
    learner.nbgrader("fetch_assignment", SLUG, lang="fr")
    answers = solutions(SLUG)
    # A mistake that every visible check lets through: only a hidden one sees it.
    answers["forced-fpr"] = (
        "def forced_fpr(base_rate, ppv, fnr):\n    return 0.3 / 0.7 * (1 - ppv) / ppv * (1 - fnr)"
    )
    answers["gap"] = "gap = 0.36151"
    fill(learner.folder / SLUG / f"{SLUG}.ipynb", answers)
    learner.nbgrader("submit", SLUG, lang="fr")
    teacher.nbgrader("collect", SLUG)
    teacher.nbgrader("autograde", SLUG)
    teacher.nbgrader("generate_feedback", SLUG)
    (student,) = (path.name for path in (teacher.folder / "submitted").iterdir())
    return teacher, student, built


def test_generate_assignment_makes_what_the_build_made(way):
    teacher, _, built = way
    assert teacher.released("en") == built


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_check_answers_in_what_a_learner_fetched_where_only_the_package_is_installed(
    way, tmp_path, lang
):
    teacher, _, _ = way
    learner = Desk(tmp_path / "learner", teacher.exchange)
    learner.use_the_exchange()
    learner.nbgrader("fetch_assignment", SLUG, lang=lang)
    code = "print(__import__('course').check('smallest-group', 'native-american').message.code)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=learner.folder / SLUG,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "right\n", done.stderr


@pytest.mark.parametrize("setting", [[], ["--CourseDirectory.release_directory=release/fr"]])
def test_generate_assignment_leaves_a_translated_release_alone(way, setting):
    """Whatever AI4GOV_LANG says; and where the command line names a translated release."""
    teacher, _, built = way
    translated = teacher.released("fr")
    assert "language.txt" in translated
    done = teacher.call("generate_assignment", SLUG, *setting, lang="fr")
    if setting:
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "release/fr holds translations" in done.stderr
        assert "One call for release/en" in done.stderr
    assert teacher.released("fr") == translated
    assert teacher.released("en") == built


def test_the_language_survives_to_the_graded_notebook(way):
    teacher, student, _ = way
    marker = teacher.folder / "autograded" / student / SLUG / "language.txt"
    assert marker.read_text().strip() == "fr"


def test_the_gradebook_holds_the_points(way):
    from nbgrader.api import Gradebook

    teacher, student, _ = way
    with Gradebook(f"sqlite:///{teacher.folder / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(SLUG, student)
        # 16 automatic points less 1 for the gap and 1 for the function.
        assert submission.score == 14
        assert submission.max_score == 20
        assert submission.needs_manual_grade


def test_the_feedback_is_a_french_page_with_the_hidden_message_but_no_check(way):
    teacher, student, _ = way
    page = (teacher.folder / "feedback" / student / SLUG / f"{SLUG}.html").read_text()
    assert '<html lang="fr">' in page
    not_yet = general("state-not-yet")
    assert not_yet.read("fr") in page
    assert not_yet.read("en") not in page
    for secret in ("expect.", "hidden_checks", "0.51434", "38262", "Sealed("):
        assert secret not in page
    assert "<script" not in page


def test_nothing_hidden_reaches_the_learner(way):
    teacher, _, _ = way
    learner = teacher.folder.parent / "learner"
    names = {path.name for path in learner.rglob("*") if path.is_file()}
    assert "checks.py" in names
    assert not names & {"hidden_checks.py", "answers.py", "assignment.py", "lesson.py"}
    released = teacher.exchange / "ai4gov" / "outbound"
    assert any(path.is_file() for path in released.rglob("*"))
    for path in released.rglob("*"):
        if path.is_file():
            assert b"BEGIN SOLUTION" not in path.read_bytes(), path
