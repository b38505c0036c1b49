"""Progress is one for all languages of a home."""

from __future__ import annotations

import json

import pytest

from course import check
from course.start import progress
from course.start.chosen_language import choose
from course.start.learner_pages import write_pages
from course.start.progress import progress_file, show_progress
from tests.course.start.conftest import entry

SLUG = "06-measuring-fairness"


def store(path, recorded: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(recorded), encoding="utf-8")


def test_an_answer_in_french_counts_in_english(home, monkeypatch):
    monkeypatch.chdir(home / "fr" / SLUG)
    outcome = check("gap", 5)
    assert outcome.state == "not-yet"
    monkeypatch.chdir(home / "en" / SLUG)
    assert progress_file() == home / "progress.json"
    assert progress.read(progress_file())[SLUG]["gap"]["tries"] == 1
    assert not (home / "fr" / "progress.json").exists()


def test_points_of_an_earlier_version_count_and_its_file_stays(home, monkeypatch):
    store(home / "fr" / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    before = (home / "fr" / "progress.json").read_bytes()
    monkeypatch.chdir(home / "en" / SLUG)
    check("gap", 5)
    recorded = json.loads((home / "progress.json").read_text(encoding="utf-8"))
    assert recorded[SLUG]["smallest-group"]["points"] == 1
    assert (home / "fr" / "progress.json").read_bytes() == before
    assert f"{SLUG}: decide 1/6, build 0/10" in repr(show_progress())


def test_of_several_earlier_files_the_better_outcome_counts(home):
    worse = {"state": "not-yet", "code": "x", "points": 0.5, "out_of": 1, "tries": 7}
    store(home / "fr" / "progress.json", {SLUG: {"smallest-group": worse}})
    store(home / SLUG / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    kept = progress.read(home / "progress.json")[SLUG]["smallest-group"]
    assert (kept["points"], kept["state"], kept["tries"]) == (1, "right", 7)


def test_a_file_of_another_program_in_the_home_is_left_alone(home):
    store(home / "my-project" / "progress.json", {"percent": 5})
    assert progress.read(home / "progress.json") == {}
    assert (home / "my-project" / "progress.json").exists()


def test_a_language_folder_that_stands_alone_is_a_home_of_its_own(home, tmp_path, monkeypatch):
    alone = tmp_path / "desk" / "fr"
    alone.parent.mkdir()
    (home / "fr").rename(alone)
    monkeypatch.chdir(alone / SLUG)
    assert progress_file() == alone / "progress.json"


def test_the_assignment_that_nbgrader_fetched_shares_the_progress(home, monkeypatch):
    (home / SLUG).mkdir()
    monkeypatch.chdir(home / SLUG)
    assert progress_file() == home / "progress.json"


def test_the_time_of_the_first_right_answer_is_kept_when_it_is_run_again(home, monkeypatch):
    monkeypatch.chdir(home / "en" / SLUG)
    store(home / "progress.json", {SLUG: {"gap": entry(1, at="2026-01-02T03:04:05+00:00")}})
    check("gap", 5)
    kept = progress.read(home / "progress.json")[SLUG]["gap"]
    assert kept["at"] == "2026-01-02T03:04:05+00:00"


def test_each_check_writes_the_start_page_again_in_the_chosen_language(home, monkeypatch):
    choose("fr")
    monkeypatch.chdir(home / "en" / SLUG)
    check("gap", 5)
    page = (home / "start.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert "06 Mesurer l’équité" in page


@pytest.mark.parametrize("obstacle", ["start.html", "completion-record.html"])
def test_a_page_that_cannot_be_written_disturbs_no_check(home, monkeypatch, obstacle):
    (home / obstacle / "in the way").mkdir(parents=True)
    monkeypatch.chdir(home / "en" / SLUG)
    assert check("gap", 5).state == "not-yet"


def test_a_folder_without_a_start_page_gets_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check("gap", 5)
    assert not list(tmp_path.glob("*.html"))


def test_a_damaged_file_is_told_of_on_the_page(home):
    (home / "progress.json").write_text("{ cut off", encoding="utf-8")
    page = write_pages(home, "en").read_text(encoding="utf-8")
    assert "progress.json was damaged; it is now progress-damaged.json" in page
