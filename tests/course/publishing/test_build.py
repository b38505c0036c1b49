"""The build: the same bytes each time, what is stale by name, and all or nothing."""

from __future__ import annotations

import resource
import stat

import pytest

from course.publishing import PublishingError
from course.publishing.build import stale, write


def test_two_builds_give_the_same_bytes(mini_repository):
    mini_repository.write_build()
    for lang in ("fr", "es", "pt"):
        mini_repository.translate(lang)
    assert mini_repository.build().files == mini_repository.build().files


def test_building_writes_nothing(mini_repository):
    before = mini_repository.files()
    mini_repository.build()
    assert mini_repository.files() == before


def test_what_was_written_is_not_stale_and_writing_again_changes_nothing(mini_repository):
    mini_repository.write_build()
    before = mini_repository.files()
    built = mini_repository.build()
    assert stale(mini_repository.root, built, whole=True) == []
    assert write(mini_repository.root, built, whole=True) == []
    assert mini_repository.files() == before


def test_what_is_written_is_what_was_built(mini_repository):
    built = mini_repository.write_build()
    files = mini_repository.files()
    for name, content in built.files.items():
        assert files[name] == content.encode()
        assert stat.S_IMODE(mini_repository.path(name).stat().st_mode) == 0o644


def test_a_changed_a_missing_and_a_left_over_file_are_named(mini_repository):
    built = mini_repository.write_build()
    mini_repository.write("release/en/start.ipynb", "{}")
    mini_repository.path("release/checks/01-tiny.py").unlink()
    mini_repository.write("release/pt/00-old/00-old.ipynb", "{}")
    assert stale(mini_repository.root, built, whole=True) == [
        "release/checks/01-tiny.py",
        "release/en/start.ipynb",
        "release/pt/00-old/00-old.ipynb (left over)",
    ]


def test_a_changed_source_makes_its_release_stale_in_every_language(mini_repository):
    mini_repository.write_build()
    mini_repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    names = stale(mini_repository.root, mini_repository.build(), whole=True)
    for lang in ("en", "fr", "es", "pt"):
        assert f"release/{lang}/lessons/01-tiny/01-tiny.ipynb" in names
        assert lang == "en" or f"course/locale/{lang}/01-tiny.po" in names
    assert "release/en/01-tiny/01-tiny.ipynb" not in names


def test_a_catalogue_that_lags_behind_is_stale(mini_repository):
    mini_repository.write_build()
    path = mini_repository.catalogue("fr")
    mini_repository.write("course/locale/fr/01-tiny.po", path.read_text() + '\nmsgid "Old"\n')
    assert stale(mini_repository.root, mini_repository.build(), whole=True) == [
        "course/locale/fr/01-tiny.po"
    ]


def test_writing_removes_what_is_left_over_and_spares_a_learner_s_progress(mini_repository):
    mini_repository.write_build()
    mini_repository.write("release/pt/00-old/00-old.ipynb", "{}")
    mini_repository.write("release/pt/progress.json", "{}")
    mini_repository.write("release/pt/.ipynb_checkpoints/start.ipynb", "{}")
    mini_repository.write_build()
    assert not mini_repository.path("release/pt/00-old/00-old.ipynb").exists()
    assert mini_repository.path("release/pt/progress.json").exists()
    assert mini_repository.path("release/pt/.ipynb_checkpoints/start.ipynb").exists()


def test_a_build_of_one_language_leaves_the_others_alone(mini_repository):
    built = mini_repository.build(langs=("fr",))
    tops = {name.split("/")[1] for name in built.files if name.startswith("release/")}
    assert tops == {"fr", "checks"}
    mini_repository.write_build()
    assert write(mini_repository.root, mini_repository.build(langs=("fr",)), whole=False) == []


def two_modules(mini) -> None:
    """A second module beside the tiny one, a copy of it."""
    entry = mini.path("course/syllabus.yml").read_text(encoding="utf-8").split("modules:\n")[1]
    mini.write("course/syllabus.yml", "modules:\n" + entry + entry.replace("01-tiny", "02-second"))
    for name in list(mini.files()):
        path = mini.path(name)
        if "01-tiny" in name and path.is_file():
            text = path.read_text(encoding="utf-8").replace("01-tiny", "02-second")
            mini.write(name.replace("01-tiny", "02-second"), text)


def test_a_build_of_one_module_leaves_the_others_alone(mini_repository):
    two_modules(mini_repository)
    built = mini_repository.build("02-second")
    assert not [name for name in built.files if "01-tiny" in name]
    assert "release/en/02-second/02-second.ipynb" in built.files


def test_one_faulty_module_leaves_everything_as_it_was(mini_repository):
    two_modules(mini_repository)
    mini_repository.write_build()
    mini_repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    mini_repository.change("source/02-second/checks.py", "0.4375", "7 / 16")
    before = mini_repository.files()
    with pytest.raises(PublishingError, match="02-second"):
        mini_repository.write_build()
    assert mini_repository.files() == before


@pytest.mark.parametrize("name", ["release", "build", "build/source", "course/locale/pt"])
def test_a_folder_that_cannot_be_written_leaves_everything_as_it_was(mini_repository, name):
    mini_repository.write(name, "a file where a folder should be")
    before = mini_repository.files()
    with pytest.raises(PublishingError) as raised:
        mini_repository.write_build()
    assert name in str(raised.value)
    assert "\n" not in str(raised.value)
    assert mini_repository.files() == before


def test_a_file_where_the_release_needs_a_folder_makes_way(mini_repository):
    mini_repository.write("release/pt", "left over")
    built = mini_repository.write_build()
    assert stale(mini_repository.root, built, whole=True) == []


def test_a_place_taken_by_a_folder_is_told_in_one_line_and_nothing_is_put_into_it(mini_repository):
    taken = mini_repository.path("release/en/start.ipynb")
    (taken / "in the way").mkdir(parents=True)
    with pytest.raises(PublishingError) as raised:
        mini_repository.write_build()
    assert "start.ipynb" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert [path.name for path in taken.iterdir()] == ["in the way"]


def test_a_full_disk_leaves_no_half_written_file(mini_repository):
    mini_repository.write_build()
    mini_repository.change("source/start.py", "A small course", "A large course " * 500)
    built = mini_repository.build()
    before = mini_repository.files()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(PublishingError, match="cannot be written"):
            write(mini_repository.root, built, whole=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    after = mini_repository.files()
    assert set(after) == set(before)
    for name, content in after.items():
        assert content in (before[name], built.files.get(name, "").encode())
