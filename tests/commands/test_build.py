"""`ai4gov build` says what it did, what is translated, and what is stale."""

from __future__ import annotations

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


def test_check_names_what_is_stale_writes_nothing_and_fails(mini_repository, ai4gov):
    mini_repository.write_build()
    assert ai4gov("build", "--check").status == 0
    mini_repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    mini_repository.write("release/en/old.ipynb", "{}")
    before = mini_repository.files()
    answer = ai4gov("build", "--check")
    assert answer.status == 1
    stale = {line.removeprefix("stale: ") for line in answer.out.splitlines() if "stale:" in line}
    assert "release/en/lessons/01-tiny/01-tiny.ipynb" in stale
    assert "release/en/old.ipynb (left over)" in stale
    assert "release/en/01-tiny/01-tiny.ipynb" not in stale
    assert mini_repository.files() == before


@pytest.mark.parametrize("arguments", [["01-tiny"], ["--lang", "fr"]])
def test_a_part_of_the_build_does_not_touch_the_rest(mini_repository, ai4gov, arguments):
    mini_repository.write_build()
    mini_repository.write("release/pt/old.ipynb", "{}")
    before = mini_repository.files()
    assert ai4gov("build", *arguments).status == 0
    after = mini_repository.files()
    assert {name: after[name] for name in after if "build/.cache" not in name} == before
