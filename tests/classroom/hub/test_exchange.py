"""One exchange course for a class in several languages: what each learner fetches and hands in."""

from __future__ import annotations

import os
import runpy
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError
from nbgrader.exchange.abc import Exchange as ABCExchange
from nbgrader.exchange.abc import ExchangeSubmit as ABCExchangeSubmit
from traitlets.config import Config

from classroom.hub import inbound
from classroom.hub.exchange import exchange_settings
from classroom.hub.languages import released
from course.language import LANGUAGES
from course.start.chosen_language import choose
from tests.classroom.hub.exchange_course import SLUG, Course, hand_in


def test_one_release_hands_out_every_language_and_shows_one_assignment(course):
    course.release()
    assert course.outbound() == {SLUG, *(f"{SLUG}.{lang}" for lang in LANGUAGES)}
    assert course.listed() == {SLUG: "released"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_learner_fetches_her_own_language_under_the_same_name(course, learner_of, lang):
    course.release()
    learner_of(lang)
    course.fetch()
    assert course.text(SLUG) == lang
    assert course.listed() == {SLUG: "fetched"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_learner_fetches_the_checks_which_the_release_holds_once(course, learner_of, lang):
    once = course.root / "release" / "checks" / f"{SLUG}.py"
    once.parent.mkdir()
    once.write_text("# the checks")
    # Left by an earlier release of nbgrader.
    (course.root / "release" / "fr" / SLUG / "checks.py").write_text("# older")
    course.release()
    learner_of(lang)
    course.fetch()
    assert (course.home / SLUG / "checks.py").read_text() == "# the checks"


def test_a_learner_whose_language_nobody_knows_gets_english(course):
    course.release()
    course.fetch()
    assert course.text(SLUG) == "en"


def test_a_language_that_is_not_released_is_fetched_in_english(course, learner_of):
    (course.root / "release" / "es" / SLUG).rename(course.root / "aside")
    course.release()
    learner_of("es")
    course.fetch()
    assert course.text(SLUG) == "en"


def test_the_choice_on_the_start_page_counts_where_the_hub_says_nothing(course):
    course.release()
    choose("pt")
    course.fetch()
    assert course.text(SLUG) == "pt"


def test_the_choice_on_the_start_page_comes_before_the_class_list(course, learner_of):
    course.release()
    choose("pt")
    learner_of("fr")
    course.fetch()
    assert course.text(SLUG) == "pt"


def test_the_language_of_jupyterlab_counts_where_nothing_else_is_known(course, tmp_path):
    setting = tmp_path / "config/lab/user-settings/@jupyterlab/translation-extension"
    setting.mkdir(parents=True)
    written = '{\n  // Of the menu\n  "locale": "es_ES",\n}\n'
    (setting / "plugin.jupyterlab-settings").write_text(written)
    course.release()
    course.fetch()
    assert course.text(SLUG) == "es"


def test_another_language_is_laid_beside_and_nothing_is_written_over(course, learner_of):
    course.release()
    learner_of("fr")
    course.fetch()
    mine = course.home / SLUG / f"{SLUG}.ipynb"
    mine.write_text(mine.read_text().replace('"fr"', '"my work"'))
    learner_of("pt")
    assert course.listed() == {SLUG: "fetched", f"{SLUG}.pt": "released"}
    course.fetch(f"{SLUG}.pt")
    assert course.text(f"{SLUG}.pt") == "pt"
    assert course.text(SLUG) == "my work"
    assert course.listed() == {SLUG: "fetched", f"{SLUG}.pt": "fetched"}


def test_a_folder_that_is_there_is_not_fetched_again(course, learner_of):
    course.release()
    learner_of("fr")
    course.fetch()
    with pytest.raises(ExchangeError, match="already have a copy"):
        course.fetch()
    assert course.text(SLUG) == "fr"


def test_either_folder_is_handed_in_as_the_one_assignment(course, learner_of):
    course.release()
    learner_of("fr")
    course.fetch()
    learner_of("pt")
    course.fetch(f"{SLUG}.pt")
    course.submit(f"{SLUG}.pt")
    course.submit()
    inbound = (course.exchange / "tiny" / "inbound").iterdir()
    assert {path.name.split("+")[1] for path in inbound} == {SLUG}


def test_unreleasing_takes_every_language_back(course):
    course.release()
    course.call("List", SLUG, remove=True)
    assert course.outbound() == set()


def test_only_the_course_s_assignments_are_looked_at(course):
    course.release()
    other = course.root / "release" / "en" / "02-small"
    other.mkdir()
    nbformat.write(nbformat.v4.new_notebook(), other / "02-small.ipynb")
    course.call("ReleaseAssignment", "02-small")
    course.call("List", SLUG, remove=True)
    assert course.outbound() == {"02-small", "02-small.en"}


def collected(course: Course) -> dict[str, str]:
    """What the instructor has, as {learner: language}."""
    found = (course.root / "submitted").glob(f"*/{SLUG}/{SLUG}.ipynb")
    return {path.parts[-3]: nbformat.read(path, 4).cells[0].source for path in found}


def test_one_collect_takes_all_languages_and_the_old_exchange_courses(course):
    course.release()
    hand_in(course, "tiny", "awa", "fr", "09:00")
    hand_in(course, "tiny-pt", "ze", "pt", "09:00")
    course.call("Collect", SLUG, check_owner=False, update=True)
    assert collected(course) == {"awa": "fr", "ze": "pt"}


@pytest.fixture
def by_another_account(monkeypatch):
    """Give a hand-in to another account than the one that collects."""

    def give(folder: Path) -> None:
        if os.getuid() == 0:
            os.chown(folder, 65534, -1)
        else:
            monkeypatch.setattr(inbound.InboundFolder, "by_staff", False)

    return give


def test_a_hand_in_in_anothers_name_is_not_collected(course, by_another_account, caplog):
    course.release()
    by_another_account(hand_in(course, "tiny", "awa", "en", "09:00"))
    course.call("Collect", SLUG, update=True)
    assert collected(course) == {}
    assert "It says that awa handed it in, but the account" in caplog.text


def test_a_later_hand_in_in_anothers_name_does_not_replace_the_learners_own(
    course, by_another_account, monkeypatch
):
    if os.getuid() != 0:
        pytest.skip("only root can give a folder to another account")
    course.release()
    hand_in(course, "tiny", "awa", "fr", "09:00")
    by_another_account(hand_in(course, "tiny", "awa", "en", "10:00"))
    course.call("Collect", SLUG, update=True)
    assert collected(course) == {"awa": "fr"}


def test_of_two_submissions_of_a_learner_the_later_one_is_collected(course):
    course.release()
    hand_in(course, "tiny-pt", "ze", "pt", "09:00")
    hand_in(course, "tiny", "ze", "en", "10:00")
    hand_in(course, "tiny", "awa", "en", "09:00")
    hand_in(course, "tiny-fr", "awa", "fr", "10:00")
    course.call("Collect", SLUG, check_owner=False, update=True)
    assert collected(course) == {"awa": "fr", "ze": "en"}


def test_feedback_is_released_to_the_old_exchange_courses_too(course):
    course.release()
    (course.exchange / "tiny-fr" / "inbound").mkdir(parents=True)
    pages = course.root / "feedback" / "awa" / SLUG
    pages.mkdir(parents=True)
    (pages / f"{SLUG}.html").write_text("<p>Bien.</p>")
    (pages / "timestamp.txt").write_text("2026-11-25 09:00:00.000000 UTC")
    (pages / "submission_secret.txt").write_text("secret")
    course.call("ReleaseFeedback", SLUG)
    found = {
        name: [path.read_text() for path in (course.exchange / name / "feedback").iterdir()]
        for name in ("tiny", "tiny-fr")
    }
    assert found == {"tiny": ["<p>Bien.</p>"], "tiny-fr": ["<p>Bien.</p>"]}


def test_the_mixins_work_over_an_exchange_that_is_no_folder(course, learner_of):
    """As ngshare's: released assignments lie in a service, here in a dictionary."""
    from classroom.hub import languages as ours

    service: dict[str, str] = {}

    class Plain:
        def __init__(self, coursedir, authenticator=None, config=None):
            self.coursedir, self.authenticator, self.config = coursedir, authenticator, config
            self.assignment_dir, self.path_includes_course = str(course.home), False
            self.inbound = self.cached = self.remove = self.force = False
            self.log = self

        def info(self, *_):
            pass

        warning = info

        def start(self):
            self.init_src()
            self.init_dest()
            return self.copy_files()

        def init_dest(self):
            pass

    class PlainRelease(Plain):
        def init_src(self):
            folder = Path(self.coursedir.root, self.coursedir.release_directory, SLUG)
            self.src = (folder / f"{SLUG}.ipynb").read_text()

        def copy_files(self):
            service[self.coursedir.assignment_id] = self.src

    class PlainFetch(Plain):
        def init_src(self):
            self.src = service[self.coursedir.assignment_id]

        def init_dest(self):
            self.dest = course.home / self.coursedir.assignment_id

        def copy_files(self):
            self.dest.mkdir()
            (self.dest / f"{SLUG}.ipynb").write_text(self.src)

    class Release(ours.ReleaseLanguages, PlainRelease):
        pass

    class Fetch(ours.FetchLanguage, PlainFetch):
        def _released(self):
            return set(service)

    c = Config()
    c.CourseDirectory.root = str(course.root)
    c.CourseDirectory.release_directory = "release/en"
    c.CourseDirectory.assignment_id = SLUG
    folders = CourseDirectory(config=c)
    Release(folders).start()
    learner_of("es")
    Fetch(folders).start()
    assert course.text(SLUG) == "es"
    assert folders.assignment_id == SLUG


@dataclass
class NgShare:
    """ngshare, as its client sees it."""

    submit: type | None = None
    released: list[str] | None = field(default_factory=lambda: [f"{SLUG}.ipynb"])
    takes: bool = True
    handed_in: list[str] = field(default_factory=list)

    def hand_in(self, name: str = SLUG) -> None:
        c = Config()
        c.CourseDirectory.course_id, c.CourseDirectory.assignment_id = "tiny", name
        self.submit(coursedir=CourseDirectory(config=c), config=c).start()


@pytest.fixture
def ngshare(course, monkeypatch) -> NgShare:
    """Our classes over a client like ngshare_exchange 0.5.3, which is no dependency."""
    service = NgShare()

    class Submit(ABCExchangeSubmit):
        def init_src(self):
            self.src_path = str(course.home / self.coursedir.assignment_id)

        def init_dest(self):
            pass

        def _get_assignment_notebooks(self, course_id, assignment_id):
            assert (course_id, assignment_id) == ("tiny", SLUG)
            return service.released

        def check_filename_diff(self):
            self.log.warning("Possible missing notebooks")

        def copy_files(self):
            self.check_filename_diff()
            if not service.takes:
                self.timestamp = None
                self.log.error("Failed to submit.")
                return
            service.handed_in.append(self.coursedir.assignment_id)

    others = ("ReleaseAssignment", "FetchAssignment", "List")
    client = {f"Exchange{name}": type(name, (ABCExchange,), {}) for name in others}
    client["ExchangeSubmit"] = Submit
    monkeypatch.setitem(sys.modules, "ngshare_exchange", SimpleNamespace(**client))
    service.submit = runpy.run_module("classroom.hub.ngshare")["ExchangeSubmit"]
    return service


def test_a_notebook_that_ngshare_misses_is_said_and_nothing_is_handed_in(
    course, learner_of, ngshare
):
    course.release()
    learner_of("fr")
    course.fetch()
    ngshare.hand_in()
    notebook = course.home / SLUG / f"{SLUG}.ipynb"
    notebook.rename(notebook.with_name("my work.ipynb"))
    with pytest.raises(ExchangeError, match=f"Rien n’a été remis\u00a0: {SLUG}.ipynb"):
        ngshare.hand_in()
    assert ngshare.handed_in == [SLUG]


def test_copies_that_jupyter_keeps_need_not_be_handed_in_to_ngshare(course, ngshare):
    course.release()
    course.fetch()
    ngshare.released.append(f".ipynb_checkpoints/{SLUG}-checkpoint.ipynb")
    ngshare.hand_in()
    assert ngshare.handed_in == [SLUG]


@pytest.mark.parametrize("released", [[f"{SLUG}.ipynb"], None], ids=["refused", "no answer"])
def test_a_hand_in_that_ngshare_does_not_take_fails_in_one_line(
    course, learner_of, ngshare, released
):
    course.release()
    learner_of("pt")
    course.fetch()
    ngshare.takes, ngshare.released = False, released
    with pytest.raises(ExchangeError, match=r"^Nada foi entregue: .*$") as raised:
        ngshare.hand_in()
    assert SLUG in str(raised.value)


def test_what_is_released_is_known_with_its_languages(course):
    course.release()
    c = Config()
    c.Exchange.root = str(course.exchange)
    c.ExchangeFactory.update(exchange_settings())
    folders = CourseDirectory(course_id="tiny", root=str(course.root), config=c)
    assert released(c, folders, Authenticator(config=c)) == course.outbound()
