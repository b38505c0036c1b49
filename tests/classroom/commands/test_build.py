"""`ai4gov build` says what it did, what is translated, and what is stale."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import pytest


@pytest.fixture(autouse=True)
def in_the_checkout(mini_repository, monkeypatch):
    monkeypatch.chdir(mini_repository.root)


def test_a_build_writes_the_release_and_counts(mini_repository, ai4gov):
    answer = ai4gov("build")
    assert (answer.status, answer.err) == (0, "")
    assert mini_repository.path("release/pt/01-tiny/01-tiny.ipynb").is_file()
    made = sum(path.is_file() for path in mini_repository.path("release").rglob("*"))
    first = answer.out.splitlines()[0].split()
    assert int(first[0]) > made
    assert first[0] == first[3]
    again = ai4gov("build")
    assert " 0 of them changed" in again.out.splitlines()[0]


def test_a_build_shows_for_each_language_what_is_translated_and_where_it_is_missing(
    mini_repository, ai4gov
):
    mini_repository.translate("fr")
    mini_repository.translate("fr", "course")
    lines = {line.split()[0]: line for line in ai4gov("build").out.splitlines()}
    assert "(100%)" in lines["Français"]
    assert "missing" not in lines["Français"]
    assert "(0%)" in lines["Español"]
    assert "01-tiny" in lines["Español"].split("missing")[1]


def test_one_missing_text_is_not_rounded_away(mini_repository, ai4gov):
    one = {"Two questions.": ""}
    mini_repository.translate("fr", **one)
    mini_repository.translate("fr", "course")
    [line] = [line for line in ai4gov("build").out.splitlines() if line.startswith("Français")]
    assert "missing: 01-tiny 1" in line
    assert "100%" not in line


def without_cache(course) -> dict[str, bytes]:
    return {name: text for name, text in course.files().items() if "build/.cache" not in name}


def test_check_names_what_is_stale_writes_nothing_and_fails(mini_repository, ai4gov):
    mini_repository.write_build()
    assert "stale" not in ai4gov("build", "--check").out
    mini_repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    mini_repository.write("release/en/old.ipynb", "{}")
    before = without_cache(mini_repository)
    answer = ai4gov("build", "--check")
    assert answer.status == 1
    stale = {line.removeprefix("stale: ") for line in answer.out.splitlines() if "stale:" in line}
    assert "release/en/lessons/01-tiny/01-tiny.ipynb" in stale
    assert "release/en/old.ipynb (left over)" in stale
    assert "release/en/01-tiny/01-tiny.ipynb" not in stale
    assert without_cache(mini_repository) == before


@pytest.mark.parametrize("arguments", [["01-tiny"], ["--lang", "fr"]])
def test_a_part_of_the_build_does_not_touch_the_rest(mini_repository, ai4gov, arguments):
    mini_repository.write_build()
    mini_repository.write("release/pt/old.ipynb", "{}")
    before = without_cache(mini_repository)
    assert ai4gov("build", *arguments).status == 0
    assert without_cache(mini_repository) == before


def test_broken_rules_are_reported_with_their_file_and_only_the_check_fails(
    mini_repository, ai4gov
):
    said = "rule broken: source/01-tiny/lesson.py: self-checks: 1; a lesson has at least 3"
    answer = ai4gov("build")
    assert answer.status == 0
    assert said in answer.out.splitlines()
    before = without_cache(mini_repository)
    answer = ai4gov("build", "--check")
    assert answer.status == 1
    assert said in answer.out.splitlines()
    assert "stale" not in answer.out
    assert without_cache(mini_repository) == before


@pytest.mark.parametrize(("arguments", "ci"), [([], "true"), (["--no-cache"], "")])
def test_in_ci_or_without_the_cache_the_check_finds_a_stale_file_also_where_the_cache_is_wrong(
    mini_repository, ai4gov, monkeypatch, arguments, ci
):
    from course.publishing import build as publishing
    from course.publishing.cache import Cache

    ai4gov("build")
    truth = mini_repository.path("release/en/start.ipynb").read_text(encoding="utf-8")
    false = truth.replace("A small course", "Quite another course")
    assert false != truth
    put = Cache.put

    def put_false(cache: Cache, target: str, key: str, built: object) -> None:
        built.files = built.files | {"release/en/start.ipynb": false}  # type: ignore[attr-defined]
        put(cache, target, key, built)

    with monkeypatch.context() as patched:
        patched.setattr(Cache, "put", put_false)
        cache = Cache(mini_repository.path("build/.cache"))
        cache.get = lambda target, key: None  # type: ignore[method-assign]
        publishing.build(mini_repository.root, cache=cache)
        cache.save()
    ai4gov("build")
    assert mini_repository.path("release/en/start.ipynb").read_text(encoding="utf-8") == false
    assert "stale" not in ai4gov("build", "--check").out
    monkeypatch.setenv("CI", ci)
    answer = ai4gov("build", "--check", *arguments)
    assert answer.status == 1
    assert "stale: release/en/start.ipynb" in answer.out.splitlines()


def test_a_check_makes_nothing_that_an_earlier_check_made(mini_repository, ai4gov, monkeypatch):
    from course.publishing import build as publishing

    mini_repository.write_build()
    first = ai4gov("build", "--check")

    def make(*_: object) -> None:
        raise AssertionError("something was made again")

    monkeypatch.setattr(publishing, "_workshop", make)
    assert ai4gov("build", "--check") == first
    assert "made again" in ai4gov("build", "--check", "--no-cache").err


def test_a_build_names_each_part_that_takes_long(mini_repository, ai4gov, monkeypatch):
    from course.publishing import build as publishing

    # A clock that goes on by two seconds whenever it is read.
    clock = SimpleNamespace(monotonic=itertools.count(0, 2).__next__)
    monkeypatch.setattr(publishing, "time", clock)
    answer = ai4gov("build", "--no-cache")
    assert answer.err.splitlines()[0] == "01-tiny: made in 2.0 s"


@pytest.mark.parametrize("inside", [".", "source/01-tiny", "course/locale"])
def test_the_checkout_in_the_current_folder_or_above_it_is_built(
    mini_repository, ai4gov, monkeypatch, inside
):
    mini_repository.write_build()
    monkeypatch.chdir(mini_repository.path(inside))
    assert ai4gov("build").status == 0
    mini_repository.change("source/start.py", "A small course", "A renewed course")
    assert ai4gov("build").out.splitlines()[0].endswith(" of them changed")
    page = mini_repository.path("release/en/start.ipynb").read_text(encoding="utf-8")
    assert "A renewed course" in page


def test_away_from_any_checkout_the_package_s_own_is_built(
    mini_repository, ai4gov, monkeypatch, tmp_path
):
    from course import places

    monkeypatch.setattr(places, "REPOSITORY", mini_repository.root)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert ai4gov("build").status == 0
    assert mini_repository.path("release/en/start.ipynb").is_file()


def test_a_demo_of_a_chosen_module_builds_only_that_one(mini_repository, monkeypatch, tmp_path):
    from classroom import demo

    asked = []

    def build(root, slugs=()):
        asked.append((root, list(slugs)))
        raise RuntimeError("far enough")

    monkeypatch.setattr(demo, "build", build)
    for chosen in ("01-tiny", None):
        with pytest.raises(RuntimeError, match="far enough"):
            demo.play(mini_repository.root, tmp_path / "new", lambda *_: [], chosen)
    assert asked == [(mini_repository.root, ["01-tiny"]), (mini_repository.root, [])]
