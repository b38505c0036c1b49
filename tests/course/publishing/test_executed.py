"""What a lesson's outputs on the site depend on: its key holds that, and nothing else."""

import os
import shutil
import sys
from importlib.util import source_from_cache
from pathlib import Path

import nbformat
import pytest

from course.places import Repository
from course.publishing.imports import needed
from course.publishing.site import executed
from course.syllabus import modules
from tests.architecture import ROOT

REPOSITORY = Repository(ROOT)
READ = [slug for slug, module in modules().items() if not module.assignment_only]
NOTES_WHAT_IT_OPENS = """
import sys

def note(event, arguments, log=open({log!r}, "a")):
    if event == "open" and isinstance(arguments[0], str):
        print(arguments[0], file=log, flush=True)

sys.addaudithook(note)
"""


def code_of(slug: str) -> list[Path]:
    return executed.code_of(REPOSITORY, ROOT / "release" / "fr" / "lessons" / slug)


@pytest.mark.parametrize(
    "slug", [s for s, module in modules().items() if not module.assignment_only]
)
def test_a_lesson_does_not_depend_on_the_build_the_start_page_and_the_project(slug):
    names = {REPOSITORY.name(path) for path in code_of(slug)}
    assert {"course/__init__.py", "course/checking/notebook_check.py"} <= names
    for folder in ("publishing", "start", "project"):
        assert not [name for name in names if name.startswith(f"course/{folder}/")]


def test_a_lesson_depends_on_what_is_imported_for_it_inside_a_function():
    names = {REPOSITORY.name(path) for path in code_of("01-public-data")}
    # course/data/datasets.py imports it where a data set is read.
    assert "course/data/datasheet_schema.py" in names
    assert "course/dossier/artefacts/model_card.py" not in names
    assert "course/dossier/artefacts/model_card.py" in {
        REPOSITORY.name(path) for path in code_of("08-explaining-decisions")
    }


def test_of_the_general_catalogue_the_texts_of_its_modules_count():
    texts = set(executed.general_texts(REPOSITORY, "fr", code_of("01-public-data")))
    messages = [ROOT / "course" / "checking" / "messages.py"]
    pages = [ROOT / "course" / "start" / "learner_pages.py"]
    of_messages = set(executed.general_texts(REPOSITORY, "fr", messages))
    of_pages = set(executed.general_texts(REPOSITORY, "fr", pages))
    assert of_messages <= texts
    assert not of_pages - of_messages <= texts


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["01-public-data", "10-rights-and-rules"])
def test_a_lesson_opens_no_file_of_the_course_that_does_not_count(slug, tmp_path):
    place = shutil.copytree(ROOT / "release" / "fr" / "lessons" / slug, tmp_path / slug)
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    log = tmp_path / "opened"
    (startup / "note.py").write_text(NOTES_WHAT_IT_OPENS.format(log=str(log)), encoding="utf-8")
    notebook = nbformat.read(place / f"{slug}.ipynb", as_version=4)
    resources = {"metadata": {"path": str(place)}}
    client = executed.Client(notebook, timeout=300, kernel_name="python3", resources=resources)
    client.execute(env=os.environ | {"IPYTHONDIR": str(tmp_path / "ipython")})
    counted = set(executed.inputs(REPOSITORY, modules()[slug], "fr", code_of(slug)))
    opened = {Path(line) for line in log.read_text(encoding="utf-8").splitlines()}
    left = {
        path if path.suffix != ".pyc" else Path(source_from_cache(path))
        for path in opened
        if path.is_relative_to(ROOT) and not path.is_relative_to(sys.prefix)
    }
    left = {path for path in left if not counted & {path, *path.parents}}
    # The start page, which a check writes, is not on the site. Of the general catalogue, single
    # texts count.
    page = needed(ROOT, "course", ["import course.start.learner_pages"]).values()
    assert left - set(page) == {ROOT / "course" / "locale" / "fr" / "course.po"}
