"""The release: equal in all languages but for prose, and without a trace of the answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.course.content.notebooks import bare

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = ("en", "fr", "es", "pt")
ONCE = "checks/01-tiny.py"
CONFIG = """
from course.publishing.released import clear_settings

c = get_config()
c.CourseDirectory.course_id = "tiny"
c.merge(clear_settings())
"""

SECRETS = [
    "7 / 16", "number + number", "A model answer", "SOLUTION",  # solutions
    "Try it with words too.", "01-texts", "abab",  # hidden checks
    "0.4375", "0.3125",  # answers and mistakes
    "with their answers", "seven of sixteen",  # what authors say to one another
    "2 * number",  # answers.py
]  # fmt: skip


@pytest.fixture
def translated(mini_repository):
    """The tiny course, translated into every language."""
    mini_repository.write_build()
    for lang in LANGUAGES[1:]:
        for module in ("01-tiny", "course"):
            mini_repository.translate(lang, module)
    return mini_repository


def test_the_english_release_is_what_nbgrader_makes_of_the_source(mini_repository, tmp_path):
    built = mini_repository.build()
    course = tmp_path / "course"
    for name in ("01-tiny.ipynb", "checks.py"):
        path = course / "source" / "01-tiny" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(built.files[f"build/source/01-tiny/{name}"].encode())
    (course / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    paths = [str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {
        "PATH": os.pathsep.join(paths), "PYTHONPATH": str(ROOT), "HOME": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "01-tiny"],
        cwd=course, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = course / "release" / "01-tiny"
    assert {path.name for path in made.iterdir()} == {"01-tiny.ipynb", "checks.py"}
    for name, ours in (("01-tiny.ipynb", "en/01-tiny/01-tiny.ipynb"), ("checks.py", ONCE)):
        assert (made / name).read_bytes() == built.files[f"release/{ours}"].encode()


def test_an_answer_is_released_as_its_stub(mini_repository, cells):
    found = {
        cell["id"]: "".join(cell["source"])
        for cell in cells(mini_repository.build(), "release/en/01-tiny")
    }
    assert found["decide"].split("\n")[:2] == ["rate = ...", "kind = ..."]
    assert found["decide"].strip() == "rate = ...\nkind = ..."
    assert found["double"].strip() == ('def double(number):\n    """Return twice the number."""')
    assert found["reflection"].endswith("\n\n...")
    assert found["reflection"].startswith("*Double-click here to write. · Double-cliquez")


def test_a_released_stub_is_valid_python_and_not_attempted(mini_repository, cells):
    from course.checking.exercises import untouched

    for cell in cells(mini_repository.build(), "release/fr/01-tiny"):
        if cell["id"] in ("decide", "double"):
            names: dict = {}
            exec("".join(cell["source"]), names)
            del names["__builtins__"]
            assert names
            assert all(untouched(value) for value in names.values())


@pytest.mark.parametrize("folder", ["lessons/01-tiny", "01-tiny"])
def test_code_and_ids_are_equal_in_all_languages(translated, cells, folder):
    """Only an answer's comments and docstrings differ, and so its checksum."""
    built = translated.build()
    english = cells(built, f"release/en/{folder}")
    for lang in LANGUAGES[1:]:
        other = cells(built, f"release/{lang}/{folder}")
        assert [cell["id"] for cell in other] == [cell["id"] for cell in english]
        for ours, theirs in zip(english, other, strict=True):
            if ours["cell_type"] == "code":
                both = ["".join(cell["source"]) for cell in (ours, theirs)]
                assert bare(both[0]) == bare(both[1])
            marks = ours["metadata"].get("nbgrader", {})
            if marks.get("solution") and ours["cell_type"] == "code":
                assert marks | {"checksum": ""} == theirs["metadata"]["nbgrader"] | {"checksum": ""}
            else:
                # What the fields of an answer say is in the notebook's language.
                for each in (ours, theirs):
                    each["metadata"].pop("ai4gov", None)
                assert theirs["metadata"] == ours["metadata"]
                if marks:
                    assert theirs == ours


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_prose_is_in_the_language_and_keeps_its_marks(translated, cells, lang):
    built = translated.build()
    first = "".join(cells(built, f"release/{lang}/lessons/01-tiny")[0]["source"])
    assert first.split("\n\n")[:2] == [f"# «{lang} Small things»", f"«{lang} Read this first.»"]
    assert f"«{lang} | Word | Meaning |" in first
    code = "".join(cells(built, f"release/{lang}/lessons/01-tiny")[2]["source"])
    assert "```\nhalf = whole / 2\n\nprint(half)\n```" in code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_released_folder_says_its_language(translated, lang):
    built = translated.build()
    for folder in (f"release/{lang}/01-tiny", f"release/{lang}/lessons/01-tiny"):
        notebook = json.loads(built.files[f"{folder}/01-tiny.ipynb"])
        about = notebook["metadata"]["ai4gov"]
        assert (about["language"], about["module"]) == (lang, "01-tiny")
        marker = built.files.get(f"{folder}/language.txt")
        assert marker == (None if lang == "en" else f"{lang}\n")


@pytest.mark.parametrize("secret", SECRETS)
def test_no_released_file_holds_what_only_authors_may_know(translated, secret):
    sources = "".join(
        path.read_text(encoding="utf-8") for path in translated.path("source").rglob("*.py")
    )
    assert secret in sources
    for name, content in translated.build().files.items():
        if name.startswith("release/"):
            assert secret not in content, name


def test_a_release_holds_nothing_but_notebooks_visible_checks_and_language_files(translated):
    names = [name for name in translated.build().files if name.startswith("release/")]
    assert [name for name in names if name.endswith(".py")] == [f"release/{ONCE}"]
    kinds = {Path(name).name for name in names if not name.endswith(".py")}
    assert kinds == {"01-tiny.ipynb", "start.ipynb", "language.txt"}


def test_nothing_is_twice_in_the_release_but_the_name_of_a_language(translated):
    held = [
        content
        for name, content in translated.build().files.items()
        if name.startswith("release/") and not name.endswith("language.txt")
    ]
    assert len(held) == len(set(held))


def test_a_release_has_run_nothing(translated):
    for name, content in translated.build().files.items():
        if name.endswith(".ipynb"):
            for cell in json.loads(content)["cells"]:
                if cell["cell_type"] == "code":
                    assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_start_page_leads_to_every_notebook_and_language(translated, lang):
    built = translated.build()
    page = json.loads(built.files[f"release/{lang}/start.ipynb"])
    text = "\n".join("".join(cell["source"]) for cell in page["cells"])
    assert "{{" not in text
    for link in ("lessons/01-tiny/01-tiny.ipynb", "01-tiny/01-tiny.ipynb"):
        assert f"]({link})" in text
        assert f"release/{lang}/{link}" in built.files
    for other in LANGUAGES:
        assert (f"](../{other}/start.ipynb)" in text) == (other != lang)


@pytest.mark.parametrize("folder", ["01-tiny", "lessons/01-tiny"])
def test_a_released_check_can_be_run_where_it_lies(
    installed_repository, translated, monkeypatch, folder
):
    from course import check

    translated.write_build()
    monkeypatch.chdir(translated.path(f"release/fr/{folder}"))
    assert check("decide", 7 / 16, "equal-opportunity") == 3
    outcome = check("decide", 5 / 16, "equal-opportunity")
    assert (outcome, outcome.message.code, outcome.lang) == (1, "01-five", "fr")
    assert "«fr Those are five, not seven.»" in outcome.as_html()


def test_in_the_release_an_older_copy_that_nbgrader_left_is_not_asked(
    installed_repository, monkeypatch
):
    from course import check

    installed_repository.write_build()
    installed_repository.write("release/en/01-tiny/checks.py", "1 / 0")
    monkeypatch.chdir(installed_repository.path("release/en/01-tiny"))
    assert check("quick-half", 0.5).message.code == "right"


@pytest.mark.parametrize(
    ("place", "code"), [("release/en/mine", "check-missing"), ("elsewhere/01-tiny", "right")]
)
def test_a_copy_of_a_notebook_without_checks_is_checked_by_those_of_the_installed_course(
    installed_repository, monkeypatch, place, code
):
    from course import check

    installed_repository.write_build()
    folder = installed_repository.path(place)
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert check("quick-half", 0.5).message.code == code


def test_what_nbgrader_leaves_in_the_release_is_not_taken_for_stale(mini_repository):
    from course.publishing.build import stale

    built = mini_repository.write_build()
    mini_repository.write("release/en/01-tiny/checks.py", built.files[f"release/{ONCE}"])
    assert stale(mini_repository.root, built, whole=True) == []
