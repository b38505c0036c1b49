"""All progress and work in one file: taken along, brought back, and refused when hostile."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from course import places
from course.language import Translator
from course.start import learner_pages, progress
from course.start.carry import Brought, CarryError, bring_back, found_in, take_along
from course.start.chosen_language import choice_file, choose, chosen
from course.start.learner_pages import brought_words
from tests.course.start.conftest import entry

SLUG = "06-measuring-fairness"
NOTEBOOK = f"fr/{SLUG}/{SLUG}.ipynb"
OLD, NEW = 1_700_000_000, 1_790_000_000


@pytest.fixture
def other(tmp_path, laid_out) -> Path:
    """The home of a new session: nothing done yet."""
    return Path(shutil.copytree(laid_out, tmp_path / "other"))


def work(home: Path, name: str, text: str, time: int = OLD) -> None:
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text(text, encoding="utf-8")
    os.utime(home / name, (time, time))


def read(home: Path, name: str) -> str:
    return (home / name).read_text(encoding="utf-8")


def test_all_progress_and_work_arrives_in_a_new_session(home, other):
    work(home, NOTEBOOK, '{"cells": ["mine"]}')
    work(home, f"en/lessons/{SLUG}/model-card.yml", "name: mine")
    work(home, f"{SLUG}/notes.txt", "fetched by nbgrader")
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    taken = take_along(home)
    assert (taken.files, taken.left_out) == (3, [])
    brought = bring_back(taken.path, other)
    assert sorted(brought.written) == sorted(
        [NOTEBOOK, f"en/lessons/{SLUG}/model-card.yml", f"{SLUG}/notes.txt"]
    )
    assert brought.older == []
    assert read(other, NOTEBOOK) == '{"cells": ["mine"]}'
    assert progress.read(other / "progress.json")[SLUG]["smallest-group"]["points"] == 1


def test_what_the_course_released_is_not_carried(home):
    with zipfile.ZipFile(take_along(home).path) as archive:
        assert sorted(archive.namelist()) == ["manifest.json", "progress.json"]


def test_the_checks_of_a_fetched_assignment_are_not_taken_for_work(home):
    text = (places.release() / "checks" / f"{SLUG}.py").read_text(encoding="utf-8")
    work(home, f"{SLUG}/checks.py", text)
    work(home, f"{SLUG}.fr/checks.py", text)
    taken = take_along(home)
    assert (taken.files, taken.left_out) == (0, [])


def test_points_of_an_earlier_version_are_carried_too(home, other):
    (home / "fr" / "progress.json").write_text(
        json.dumps({SLUG: {"smallest-group": entry(1)}}), encoding="utf-8"
    )
    bring_back(take_along(home).path, other)
    assert progress.read(other / "progress.json")[SLUG]["smallest-group"]["points"] == 1


def test_newer_work_stays_and_the_older_is_kept(home, other):
    work(home, NOTEBOOK, "older", OLD)
    work(other, NOTEBOOK, "newer", NEW)
    brought = bring_back(take_along(home).path, other)
    assert read(other, NOTEBOOK) == "newer"
    assert brought.written == []
    (kept,) = brought.older
    assert kept.startswith("older-files/") and read(other, kept) == "older"


def test_older_work_is_replaced_and_kept(home, other):
    work(home, NOTEBOOK, "newer", NEW)
    work(other, NOTEBOOK, "older", OLD)
    brought = bring_back(take_along(home).path, other)
    assert read(other, NOTEBOOK) == "newer"
    (kept,) = brought.older
    assert read(other, kept) == "older"
    assert f"the older ones are here: {kept}." in brought_words(brought, Translator("course", "en"))


def test_bringing_back_twice_changes_nothing(home, other, snapshot):
    work(home, NOTEBOOK, "mine")
    taken = take_along(home)
    bring_back(taken.path, other)
    before = snapshot(other)
    again = bring_back(taken.path, other)
    assert (again.written, again.older, again.same) == ([], [], [NOTEBOOK])
    assert snapshot(other) == before


def test_points_never_fall_by_bringing_back(home, other):
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(0, "not-yet")}})
    progress.write(other / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    bring_back(take_along(home).path, other)
    assert progress.read(other / "progress.json")[SLUG]["smallest-group"]["points"] == 1


def test_what_is_left_out_is_named(home):
    work(home, f"en/{SLUG}/helper.py", "x = 1")
    work(home, f"en/{SLUG}/huge.csv", "x" * 20_000_001)
    assert take_along(home).left_out == [f"en/{SLUG}/helper.py", f"en/{SLUG}/huge.csv"]


def test_links_hidden_files_and_foreign_folders_are_not_taken(home, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (home / "en" / "link.txt").symlink_to(secret)
    (home / "en" / "folder").symlink_to(tmp_path)
    work(home, "en/.ipynb_checkpoints/a.ipynb", "{}")
    work(home, "private/letter.txt", "private")
    assert take_along(home).files == 0


def test_zip_files_in_the_home_are_found_newest_first(home):
    work(home, "fr/ai4gov-1.zip", "", NEW)
    work(home, "ai4gov-2.zip", "", OLD)
    work(home, "other.zip", "")
    assert [path.name for path in found_in(home)] == ["ai4gov-1.zip", "ai4gov-2.zip"]


# In place of what the course released

LESSON = f"en/lessons/{SLUG}/{SLUG}.ipynb"


def cells(content: bytes) -> dict[str, dict]:
    return {cell["id"]: cell for cell in json.loads(content)["cells"]}


def changed(content: bytes, **sources: str) -> bytes:
    """A notebook with other sources in the cells of these ids; `_` is for `-`."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        cell["source"] = sources.get(cell["id"].replace("-", "_"), cell["source"])
    return json.dumps(notebook).encode()


def with_cell(content: bytes, kind: str = "code") -> bytes:
    notebook = json.loads(content)
    new = {"cell_type": kind, "id": "new", "metadata": {}, "source": "import os"}
    notebook["cells"].insert(1, new | ({"outputs": []} if kind == "code" else {}))
    return json.dumps(notebook).encode()


def folded(content: bytes, id: str) -> bytes:
    notebook = json.loads(content)
    cell = next(each for each in notebook["cells"] if each["id"] == id)
    cell["source"], cell["metadata"] = "import os", {"jupyter": {"source_hidden": True}}
    return json.dumps(notebook).encode()


def test_a_lesson_with_answers_is_put_in_place_and_the_released_one_is_kept_and_named(other):
    released = (other / LESSON).read_bytes()
    assert "..." in "".join(cells(released)["figure-people-2"]["source"])
    mine = with_cell(changed(released, figure_people_2="precision_white = 0.59"), "markdown")
    brought = bring_back(packed({LESSON: mine}), other)
    assert (other / LESSON).read_bytes() == mine
    assert (brought.written, brought.replaced, brought.beside) == ([LESSON], [LESSON], [])
    assert [path.read_bytes() for path in other.glob(f"older-files/*/{LESSON}")] == [released]
    said = brought_words(brought, Translator("course", "en"))
    assert f"no longer as in the course: {LESSON}." in said and "older-files" in said


@pytest.mark.parametrize(
    "change",
    [
        lambda released: changed(released, setup="import os"),
        lambda released: changed(released, two_rates="import os"),
        lambda released: folded(released, "figure-people-2"),
        lambda released: changed(released, figure_people_3="import os"),
        with_cell,
        lambda _: b'{"cells": []}',
        lambda _: b"[" * 100_000,
        lambda _: b'{"cells": [{"cell_type": "code", "source": "import os"}]}',
    ],
    ids=["setup", "open", "folded answer", "check", "further", "empty", "deep", "without ids"],
)
def test_a_lesson_with_other_code_than_the_courses_is_laid_beside_it_and_named(other, change):
    released = (other / LESSON).read_bytes()
    content = change(released)
    brought = bring_back(packed({LESSON: content}), other)
    assert (other / LESSON).read_bytes() == released
    (beside,) = brought.beside
    assert beside == LESSON.replace(".ipynb", "-brought-1.ipynb")
    assert (other / beside).read_bytes() == content
    assert f"beside the course’s notebooks: {beside}." in brought_words(
        brought, Translator("course", "en")
    )
    again = bring_back(packed({LESSON: content}), other)
    assert (again.beside, again.same) == ([], [LESSON])


def test_what_was_laid_beside_a_lesson_is_carried_on(home, other):
    content = with_cell((home / LESSON).read_bytes())
    (beside,) = bring_back(packed({LESSON: content}), home).beside
    assert bring_back(take_along(home).path, other).written == [beside]
    assert (other / beside).read_bytes() == content


def test_a_start_page_keeps_the_courses_code(other):
    released = (other / "en/start.ipynb").read_bytes()
    run = json.loads(released)
    run["cells"][2]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    assert bring_back(packed({"en/start.ipynb": json.dumps(run).encode()}), other).beside == []
    evil = changed(released, go_on_here_1="import os")
    assert bring_back(packed({"en/start.ipynb": evil}), other).beside == [
        "en/start-brought-1.ipynb"
    ]
    assert json.loads((other / "en/start.ipynb").read_bytes()) == run


def test_an_assignment_in_place_of_the_released_one_is_named_and_the_released_one_kept(other):
    released = (other / NOTEBOOK).read_bytes()
    brought = bring_back(packed({NOTEBOOK: b"{}"}), other)
    assert (brought.written, brought.replaced) == ([NOTEBOOK], [NOTEBOOK])
    assert [path.read_bytes() for path in other.glob(f"older-files/*/{NOTEBOOK}")] == [released]


# The language


def test_the_page_gets_the_language_of_the_file_where_none_was_chosen(home, other):
    packed_in_french = take_along(home, lang="fr").path
    said = learner_pages.bring_back(packed_in_french, other, "en")
    assert (chosen(), '<html lang="fr"' in read(other, "start.html")) == ("fr", True)
    assert "progression" in said


def test_the_chosen_language_stays_and_is_in_the_file(home, other):
    choose("es")
    packed_in_spanish = take_along(home, lang="fr").path
    choose("en")
    assert bring_back(packed_in_spanish, other).lang == ""
    choice_file().unlink()
    assert bring_back(packed_in_spanish, other).lang == "es"


def test_a_language_that_the_course_does_not_have_changes_nothing(other):
    for language in ("../x", "tlh", 5, None, ["fr"]):
        assert bring_back(packed({}, language=language), other).lang == ""


@pytest.mark.parametrize("lang", ["en", "fr", "es", "pt"])
def test_the_number_of_files_agrees_with_every_noun(lang):
    one, two = (
        brought_words(Brought(written=["a"] * count), Translator("course", lang))
        for count in (1, 2)
    )
    assert one.replace("1", "2") == two


# Hostile and foreign files


def packed(contents: dict[str | zipfile.ZipInfo, bytes], **changes: object) -> bytes:
    """A zip file as `take_along` makes it, with some files and changes to its manifest."""
    stated = {
        getattr(name, "filename", name): {
            "sha256": hashlib.sha256(content).hexdigest(),
            "changed": "2026-11-20T10:00:00+00:00",
        }
        for name, content in contents.items()
    }
    manifest = {"course": "ai4gov-course", "format": 1, "files": stated} | changes
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("progress.json", "{}")
        for name, content in contents.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_a_sound_file_made_by_hand_is_taken(other):
    """Otherwise the refusals below could have any reason."""
    names = [NOTEBOOK, "en/données.txt", "en/a/b.txt", "en/a b.csv"]
    brought = bring_back(packed(dict.fromkeys(names, b"{}")), other)
    assert sorted(brought.written) == sorted(names)


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("en/link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def raw(name: str) -> zipfile.ZipInfo:
    """An entry whose name zipfile does not clean."""
    info = zipfile.ZipInfo("en/plain.txt")
    info.filename = name
    return info


def folder_entry() -> zipfile.ZipInfo:
    return zipfile.ZipInfo("en/folder/")


def with_byte(content: bytes, old: bytes, new: bytes) -> bytes:
    assert old in content
    return content.replace(old, new)


def encrypted() -> bytes:
    made = bytearray(packed({"en/a.txt": b"x"}))
    place = made.rfind(b"PK\x01\x02")
    made[place + 8] |= 1
    return bytes(made)


def twice() -> bytes:
    made = io.BytesIO(packed({"en/a.txt": b"one"}))
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("en/a.txt", b"two")
    return made.getvalue()


HOSTILE = {
    "a path that leads up": lambda: packed({"en/../../up.txt": b"x"}),
    "an absolute path": lambda: packed({"/etc/passwd.txt": b"x"}),
    "a path of Windows": lambda: packed({raw("en\\..\\up.txt"): b"x"}),
    "a drive": lambda: packed({"C:/up.txt": b"x"}),
    "a link": lambda: packed({link(): b"/etc/passwd"}),
    "a folder entry": lambda: packed({folder_entry(): b""}),
    "a hidden file": lambda: packed({"en/.bashrc.txt": b"x"}),
    "Jupyter's settings": lambda: packed({".jupyter/jupyter_config.json": b"{}"}),
    "a folder that is not the course's": lambda: packed({"Documents/a.txt": b"x"}),
    "code that Python would import": lambda: packed({f"en/{SLUG}/pandas.py": b"x"}),
    "other checks": lambda: packed({f"en/{SLUG}/checks.py": b"x"}),
    "a newline in a name": lambda: packed({"en/a\nb.txt": b"x"}),
    "a device of Windows": lambda: packed({"en/con.txt": b"x"}),
    "a long name": lambda: packed({"en/" + "a" * 300 + ".txt": b"x"}),
    "too many files": lambda: packed({f"en/{n}.txt": b"" for n in range(2_001)}),
    "a huge file": lambda: packed({"en/a.txt": bytes(20_000_001)}),
    "two names that differ in case": lambda: packed({"en/a.txt": b"1", "en/A.txt": b"2"}),
    "one name twice": twice,
    "a file and a folder of one name": lambda: packed({"en/a.txt": b"1", "en/a.txt/b.txt": b"2"}),
    "a file in a folder that has a file's name": lambda: packed(
        {"en/a.txt/b.txt": b"2", "en/a.txt": b"1"}
    ),
    "two names that differ in how an accent is written": lambda: packed(
        {"en/\u00e9.txt": b"1", "en/e\u0301.txt": b"2"}
    ),
    "a name that turns its direction": lambda: packed({"en/a\u202evsc.ipynb": b"x"}),
    "a name with an unseen mark": lambda: packed({"en/a\u200b.ipynb": b"x"}),
    "the short form of a lesson's folder": lambda: packed(
        {f"en/lessons/06-MEA~1/{SLUG}.ipynb": b"x"}
    ),
    "a lesson's name in capitals": lambda: packed({LESSON.replace("measuring", "MEASURING"): b"x"}),
    "an encrypted file": encrypted,
    "a content that the manifest does not state": lambda: packed({"en/a.txt": b"x"}, files={}),
    "a manifest that is no object": lambda: packed({}, files=[]),
    "another course": lambda: packed({}, course="other"),
    "another format": lambda: packed({}, format=2),
    "no zip file": lambda: b"not a zip",
    "a cut zip file": lambda: packed({"en/a.txt": b"x" * 1000})[:-40],
    "an empty file": lambda: b"",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_in_one_line_and_nothing_is_written(other, snapshot, what):
    content = HOSTILE[what]()
    before = snapshot(other.parent)
    with pytest.raises(CarryError) as raised:
        bring_back(content, other)
    assert "\n" not in str(raised.value) and len(str(raised.value)) < 300
    assert snapshot(other.parent) == before


def test_a_content_that_is_longer_than_stated_is_refused(other, snapshot):
    content = bytearray(packed({"en/a.txt": bytes(5_000_000)}))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    before = snapshot(other)
    with pytest.raises(CarryError):
        bring_back(bytes(content), other)
    assert snapshot(other) == before


def test_files_that_are_too_large_together_are_refused(other, snapshot, monkeypatch):
    monkeypatch.setattr("course.start.carry.LARGEST_TOTAL", 5_000_000)
    before = snapshot(other)
    with pytest.raises(CarryError, match="too large"):
        bring_back(packed({f"en/{n}.txt": bytes(2_000_000) for n in range(3)}), other)
    assert snapshot(other) == before


def test_a_zip_file_of_something_else_is_refused(other):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("holiday.png", b"x")
    with pytest.raises(CarryError, match="not made by"):
        bring_back(made.getvalue(), other)


def test_nothing_is_written_through_a_link_in_the_home(other, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (other / "pt").symlink_to(elsewhere)
    with pytest.raises(CarryError, match="a link or a folder"):
        bring_back(packed({"pt/a.txt": b"x"}), other)
    assert list(elsewhere.iterdir()) == []


def test_progress_of_unknown_modules_and_impossible_entries_is_not_taken(other):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "manifest.json", json.dumps({"course": "ai4gov-course", "format": 1, "files": {}})
        )
        archive.writestr("progress.json", json.dumps({"<b>": {"x": entry(1)}}))
    bring_back(made.getvalue(), other)
    assert progress.read(other / "progress.json") == {}
    damaged = io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr(
            "manifest.json", json.dumps({"course": "ai4gov-course", "format": 1, "files": {}})
        )
        archive.writestr("progress.json", '{"x": {"y": {"points": NaN, "out_of": 1, "tries": 1}}}')
    with pytest.raises(CarryError, match="progress in this file is damaged"):
        bring_back(damaged.getvalue(), other)
