"""A learner's home on a hub: lessons laid out, and what is to hand in, from a real exchange."""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import notebook_hash
from traitlets.config import Config

from autograder.errors import CourseError
from classroom.cli import main
from classroom.hub.exchange import exchange_settings
from classroom.hub.handing_in import find
from classroom.hub.learner_home import lay_out
from course.start import home as homes
from course.start import hub_assignments
from course.start.chosen_language import choose
from course.start.hub_assignments import HandedIn
from course.start.opening import StartError
from course.start.start_page import start_page

SLUG = "06-measuring-fairness"


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """The empty home of a learner on a hub."""
    for name in ("AI4GOV_LEARNER_LANG", "JUPYTERLAB_SETTINGS_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_lessons_and_start_page_are_laid_out_and_assignments_left_to_nbgrader(home):
    done = lay_out(home, "fr")
    assert (home / "fr" / "start.ipynb").is_file()
    assert (home / "fr" / "lessons" / SLUG / f"{SLUG}.ipynb").is_file()
    assert not list(home.glob(f"**/{SLUG}/{SLUG}.ipynb"))[1:]
    assert not (home / "fr" / SLUG).exists() and not (home / "en").exists()
    assert '<html lang="fr">' in (home / "start.html").read_text(encoding="utf-8")
    # The lesson of 14 modules with its checks and language, start page, and its language.
    assert (done.written, done.kept) == (14 * 3 + 2, [])


def test_a_learner_s_work_is_never_written_over(home):
    lay_out(home, "fr")
    lesson = home / "fr" / "lessons" / SLUG / f"{SLUG}.ipynb"
    lesson.write_text("my work", encoding="utf-8")
    lay_out(home, "fr")
    lay_out(home, "pt")
    assert lesson.read_text(encoding="utf-8") == "my work"
    assert (home / "pt" / "start.ipynb").is_file()


def test_the_language_is_that_of_the_hub_s_class_list(home, monkeypatch):
    monkeypatch.setenv("AI4GOV_LEARNER_LANG", "es")
    assert lay_out(home).lang == "es"
    assert '<html lang="es">' in (home / "start.html").read_text(encoding="utf-8")


def test_what_the_learner_has_chosen_counts_more_than_the_class_list(home, monkeypatch):
    monkeypatch.setenv("AI4GOV_LEARNER_LANG", "es")
    choose("fr")
    assert lay_out(home).lang == "fr"


def test_on_a_hub_the_start_notebook_leaves_the_choice_to_the_learner(home, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "awa")
    monkeypatch.setattr("classroom.hub.handing_in.find", lambda _: [])
    lay_out(home, "en")
    monkeypatch.chdir(home / "en")
    start_page()
    monkeypatch.setenv("AI4GOV_LEARNER_LANG", "es")
    assert lay_out(home).lang == "es"


def test_an_unknown_language_and_a_missing_home_are_told_in_one_line(home):
    with pytest.raises(CourseError, match="no language 'de'"):
        lay_out(home, "de")
    with pytest.raises(CourseError, match="create the learner's home first"):
        lay_out(home / "missing", "fr")


def test_a_link_in_the_home_leads_nothing_elsewhere(home, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / "fr").symlink_to(elsewhere)
    with pytest.raises(StartError, match="a link"):
        lay_out(home, "fr")
    assert list(elsewhere.iterdir()) == []


def test_root_lays_out_as_the_owner_of_the_home(monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only root can act as another user")
    learner = pwd.getpwnam("nobody")
    # Not pytest's folder, which no other user can enter.
    place = Path(tempfile.mkdtemp(prefix="ai4gov-home-"))
    try:
        place.chmod(0o755)
        home = place / "home"
        home.mkdir()
        os.chown(home, learner.pw_uid, learner.pw_gid)
        try:
            lay_out(home, "fr")
        except CourseError as error:
            if "Permission" not in str(error):
                raise
            pytest.skip("this user cannot run root's Python")
        assert {path.stat().st_uid for path in home.rglob("*")} == {learner.pw_uid}
        assert (home / "start.html").is_file()
        # What root could overwrite, the owner cannot.
        target = place / "root-only"
        target.mkdir(mode=0o755)
        shutil.rmtree(home / "fr")
        (home / "fr").symlink_to(target)
        with pytest.raises(CourseError, match="a link"):
            lay_out(home, "fr")
        assert list(target.iterdir()) == []
    finally:
        shutil.rmtree(place)


def test_the_command_lays_out_a_home(home, capsys):
    assert main(["home", str(home), "--lang", "pt"]) == 0
    assert f"{home}: Português" in capsys.readouterr().out
    assert (home / "pt" / "start.ipynb").is_file()


# What is to hand in


class Class:
    """An instructor's course, and the learner's side of the exchange."""

    def __init__(self, place: Path, home: Path):
        self.home = home
        self.exchange = place / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o1777)
        self.root = place / "course"
        for lang in ("en", "es"):
            folder = self.root / "release" / lang / SLUG
            folder.mkdir(parents=True)
            nbformat.write(nbformat.v4.new_notebook(), folder / f"{SLUG}.ipynb")
            (folder / "language.txt").write_text(lang)
        config = place / "config"
        config.mkdir()
        (config / "nbgrader_config.py").write_text(
            "c = get_config()\n"
            f"c.Exchange.root = {str(self.exchange)!r}\n"
            f"c.Exchange.cache = {str(place / 'cache')!r}\n"
            f"c.ExchangeFactory.update({exchange_settings()!r})\n",
            encoding="utf-8",
        )
        self.cache = place / "cache"

    def call(self, step: str, name: str = SLUG) -> None:
        """Run a step of the exchange as nbgrader's commands do."""
        c = Config()
        c.Exchange.root = str(self.exchange)
        c.Exchange.assignment_dir = str(self.home)
        c.Exchange.cache = str(self.cache)
        c.CourseDirectory.root = str(self.root)
        c.CourseDirectory.course_id = "tiny"
        c.CourseDirectory.release_directory = "release/en"
        c.CourseDirectory.assignment_id = name
        c.ExchangeFactory.update(exchange_settings())
        made = getattr(ExchangeFactory(config=c), step)(
            coursedir=CourseDirectory(config=c), authenticator=Authenticator(config=c), config=c
        )
        made.start()

    def release_feedback(self, text: str) -> None:
        """Put a page where nbgrader releases it: under a hash of the submission's secret."""
        (submission,) = (self.cache / "tiny").iterdir()
        secret = (submission / "submission_secret.txt").read_text(encoding="utf-8")
        folder = self.exchange / "tiny" / "feedback"
        folder.mkdir(exist_ok=True)
        name = notebook_hash(secret=secret, notebook_id=SLUG)
        (folder / f"{name}.html").write_text(text, encoding="utf-8")


@pytest.fixture
def group(tmp_path, home) -> Class:
    return Class(tmp_path, home)


def test_an_assignment_is_followed_from_its_release_to_its_feedback(group, home):
    assert find(home) == []
    group.call("ReleaseAssignment")
    assert find(home) == [HandedIn(SLUG, "to-fetch")]
    group.call("FetchAssignment")
    assert find(home) == [HandedIn(SLUG, "to-hand-in", folder=SLUG)]
    group.call("Submit")
    (handed_in,) = find(home)
    stamp = (next((group.cache / "tiny").iterdir()) / "timestamp.txt").read_text().strip()
    assert handed_in.state == "handed-in"
    assert handed_in.at.replace("T", " ")[:19] == stamp[:19]
    assert (handed_in.feedback, handed_in.page) == ("", "")
    group.release_feedback("first")
    assert find(home)[0].feedback == "waits"
    group.call("FetchFeedback")
    (read,) = find(home)
    assert read.feedback == "fetched"
    assert (home / read.page).read_text(encoding="utf-8") == "first"
    group.release_feedback("graded again")
    assert find(home)[0].feedback == "waits"


def test_the_start_page_of_a_hub_links_the_fetched_assignment(group, home, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "awa")
    lay_out(home, "en")
    group.call("ReleaseAssignment")
    group.call("FetchAssignment")
    lay_out(home, "en", look_up=True)
    page = (home / "start.html").read_text(encoding="utf-8")
    assert "fetched, to hand in" in page
    assert f'href="../notebooks/{SLUG}/{SLUG}.ipynb#cell-id=' in page
    assert hub_assignments.kept(home).found == (HandedIn(SLUG, "to-hand-in", folder=SLUG),)


def test_an_assignment_fetched_in_another_language_is_offered_in_the_one_she_chose(
    group, home, monkeypatch
):
    monkeypatch.setenv("JUPYTERHUB_USER", "lucia")
    monkeypatch.setenv("AI4GOV_LEARNER_LANG", "es")
    group.call("ReleaseAssignment")
    group.call("FetchAssignment")
    (fetched,) = find(home)
    assert (fetched.folder, fetched.also) == (SLUG, "")
    choose("en")
    (fetched,) = find(home)
    assert (fetched.folder, fetched.also) == (SLUG, f"{SLUG}.en")
    lay_out(home, look_up=True)
    page = (home / "start.html").read_text(encoding="utf-8")
    assert f"press “Fetch” beside “{SLUG}.en”" in page
    group.call("FetchAssignment", f"{SLUG}.en")
    (fetched,) = find(home)
    assert (fetched.folder, fetched.also) == (f"{SLUG}.en", "")
    choose("es")
    (fetched,) = find(home)
    assert (fetched.folder, fetched.also) == (SLUG, "")


def test_where_there_is_no_exchange_the_page_shows_what_was_known(home, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "awa")
    monkeypatch.setattr(
        "classroom.hub.handing_in.find", lambda _: (_ for _ in ()).throw(RuntimeError("none"))
    )
    assert hub_assignments.look_up(home) is None
    lay_out(home, "en", look_up=True)
    assert "Handing in" not in (home / "start.html").read_text(encoding="utf-8")


def test_outside_of_a_hub_nbgrader_is_not_asked(home, monkeypatch):
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    monkeypatch.setattr("classroom.hub.handing_in.find", lambda _: pytest.fail("asked"))
    assert hub_assignments.look_up(home) is None


def test_the_home_is_found_from_a_fetched_assignment(home):
    lay_out(home, "fr")
    (home / SLUG).mkdir()
    assert homes.home_of(home / SLUG) == home
