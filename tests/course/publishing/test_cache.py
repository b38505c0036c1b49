"""The cache of the build: what has not changed is not made again, and nothing stale is used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course import places
from course.publishing import build as building
from course.publishing import cache as caching
from course.publishing import targets
from course.publishing.build import build
from course.publishing.cache import Cache, key_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def course(mini_repository):
    """The tiny course with a data set, written."""
    shutil.copytree(
        ROOT / "datasets" / "compas",
        mini_repository.path("datasets/compas"),
        ignore=shutil.ignore_patterns("*.csv"),
    )
    mini_repository.write_build()
    for lang in ("fr", "es", "pt"):
        mini_repository.translate(lang)
    return mini_repository


@pytest.fixture
def cached(course):
    """Builds with the cache, and keeps in it what was made."""

    def made(slugs=()):
        cache = Cache(course.path("build/.cache"))
        built = build(course.root, slugs, cache=cache)
        cache.save()
        return built

    return made


def forbid_making(monkeypatch) -> None:
    def make(*_: object) -> None:
        raise AssertionError("something was made again")

    monkeypatch.setattr(building, "_workshop", make)


def test_a_second_build_makes_nothing_and_has_the_same_result(course, cached, monkeypatch):
    first, without = cached(), course.build()
    forbid_making(monkeypatch)
    assert cached() == first == without


def test_a_module_made_in_a_whole_build_is_not_made_again_alone(course, cached, monkeypatch):
    cached()
    alone = course.build("01-tiny")
    forbid_making(monkeypatch)
    assert cached(["01-tiny"]) == alone


def test_without_the_cache_everything_is_made(course, cached, monkeypatch):
    cached()
    forbid_making(monkeypatch)
    with pytest.raises(AssertionError, match="made again"):
        course.build()


def test_a_change_of_a_lesson_neither_seals_answers_nor_removes_solutions_again(
    course, cached, monkeypatch
):
    def forbid(*_: object) -> None:
        raise AssertionError("something was made again")

    cached()
    monkeypatch.setattr(targets, "released_checks", forbid)
    monkeypatch.setattr(targets, "_without_solutions", forbid)
    lesson = course.path("source/01-tiny/lesson.py")
    lesson.write_text(lesson.read_text("utf-8").replace("Read this first.", "Read this last."))
    built = cached()
    monkeypatch.undo()
    assert built == course.build()
    assert "Read this last." in built.files["release/en/lessons/01-tiny/01-tiny.ipynb"]


CHANGES = [
    ("source/01-tiny/lesson.py", "Read this first.", "Read this last."),
    ("source/01-tiny/assignment.py", "Two questions.", "Three questions."),
    ("source/01-tiny/checks.py", "Twice four is eight.", "Twice four is no other than eight."),
    ("source/01-tiny/hidden_checks.py", "Try it with words too.", "Try it with texts too."),
    ("source/01-tiny/answers.py", 'right("double', 'mistake("form-return", "double'),
    ("source/start.py", "A small course", "A large course"),
    ("course/syllabus.yml", "A tiny module", "A large module"),
    ("course/syllabus.yml", "lesson: 3", "lesson: 5"),
    ("course/locale/fr/01-tiny.po", "«fr Two questions.»", "Deux questions."),
    ("course/locale/es/course.po", 'msgstr ""', 'msgstr "x"'),
    ("course/locale/pt/datasets/compas.po", 'msgstr ""', 'msgstr "x"'),
    ("datasets/compas/datasheet.yml", "title: ", "title: New "),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES, ids=lambda value: str(value)[:40])
def test_after_a_change_of_any_input_the_result_is_that_of_a_build_without_the_cache(
    course, cached, file, old, new
):
    before = cached()
    text = course.path(file).read_text(encoding="utf-8")
    # The last place: the first empty msgstr of a catalogue is its header.
    assert old in text
    head, tail = text.rsplit(old, 1)
    course.write(file, head + new + tail)
    after = cached()
    assert after == course.build()
    assert after != before


def test_a_new_file_beside_a_module_and_a_missing_one_count_as_changes(course):
    folder = course.path("source/01-tiny")
    keys = [key_of(course.root, [folder, folder / "later.py"])]
    course.write("source/01-tiny/later.py", "")
    keys.append(key_of(course.root, [folder, folder / "later.py"]))
    course.path("source/01-tiny/later.py").unlink()
    assert key_of(course.root, [folder, folder / "later.py"]) == keys[0] != keys[1]


def test_a_text_moved_from_one_file_to_the_next_counts_as_a_change(course):
    names = [course.write("a.py", "one\ntwo\n"), course.write("b.py", "")]
    before = key_of(course.root, names)
    course.write("a.py", "one\n")
    course.write("b.py", "two\n")
    assert key_of(course.root, names) != before


@pytest.fixture
def key_here(monkeypatch, tmp_path):
    """The key of nothing, for a package and an environment in folders of the test's own."""
    package, environment = tmp_path / "course", tmp_path / "site-packages"
    for folder in (package, environment):
        folder.mkdir()
    (package / "publishing.py").write_text("1", encoding="utf-8")
    (environment / "nbgrader-0.9.6.dist-info").mkdir()
    monkeypatch.setattr(places, "PACKAGE", package)
    monkeypatch.setattr("sys.path", [str(environment)])

    def forget() -> None:
        caching._installed.cache_clear()
        caching._package.cache_clear()

    def key() -> str:
        forget()
        return key_of(tmp_path, [])

    yield key
    monkeypatch.undo()
    forget()


def test_other_code_of_the_package_and_another_version_of_a_library_count_as_changes(
    key_here, tmp_path
):
    keys = [key_here()]
    assert key_here() == keys[0]
    (tmp_path / "course" / "publishing.py").write_text("2", encoding="utf-8")
    keys.append(key_here())
    old = tmp_path / "site-packages" / "nbgrader-0.9.6.dist-info"
    old.rename(old.with_name("nbgrader-0.9.7.dist-info"))
    keys.append(key_here())
    assert len(set(keys)) == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("Read this first.", "Read something else."),
        lambda text: "[]",
        lambda text: "",
    ],
    ids=["cut", "changed", "another form", "empty"],
)
def test_a_damaged_cache_is_not_used(course, cached, damage):
    before = cached()
    path = course.path("build/.cache/01-tiny.json")
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert cached() == before


def test_a_cache_that_cannot_be_written_is_done_without(course, cached):
    shutil.rmtree(course.path("build"))
    course.write("build", "a file where a folder should be")
    assert cached() == course.build()


def test_a_build_that_fails_writes_no_cache(course, snapshot):
    course.change("source/01-tiny/checks.py", "rate, 0.4375", "rate, 7 / 16")
    before = course.files()
    with pytest.raises(Exception, match=r"checks\.py"):
        build(course.root, cache=Cache(course.path("build/.cache")))
    assert course.files() == before
