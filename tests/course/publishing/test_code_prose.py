"""Comments and docstrings of code that learners read are in their language; code is not touched."""

from __future__ import annotations

import nbformat
import pytest

from course.language import with_official_pages
from course.publishing import PublishingError
from course.publishing.code_prose import prose_in, translate_code

ANSWER = '''
def double(number):
    """Return twice the number."""
    # Write your line here.
    ### BEGIN SOLUTION
    # A secret
    return number + number
    ### END SOLUTION
rate = "# no comment"  # a number
other = ...  # noqa: F821
# describe("adult")
'''


def texts(source: str) -> list[str]:
    return [each.text for each in prose_in(source, "cell")]


def test_comments_and_docstrings_are_found_and_nothing_of_a_solution():
    assert texts(ANSWER) == ["Return twice the number.", "Write your line here.", "a number"]


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("x = ...  # a number", "x = ...  # UN"),
        ("#   with spaces before it", "#   UN"),
        ("été = 1  # after letters with accents", "été = 1  # UN"),
        ('def f():\n    """One.\n\n    Two.\n    """\n', 'def f():\n    """UN"""\n'),
        ("%time x = 1\n# after a magic", "%time x = 1\n# UN"),
        ("text = 'not # a comment'", "text = 'not # a comment'"),
        ("def f():\n    r'''One.'''", "def f():\n    r'''One.'''"),
    ],
)
def test_only_the_comment_or_docstring_changes(source, translated):
    assert translate_code(source, lambda text: "UN", "cell") == translated


@pytest.mark.parametrize("fault", ['"""; x = 1; """', "two\nlines", 'ends in a mark"'])
def test_a_translation_that_would_change_the_code_is_refused(fault):
    with pytest.raises(PublishingError, match="cell: a translated comment"):
        translate_code('def f():\n    """One."""\n\n# a comment', lambda text: fault, "cell")


def cells(mini, lang: str, folder: str = "01-tiny") -> dict:
    path = mini.path(f"release/{lang}/{folder}/01-tiny.ipynb")
    return {cell.id: cell for cell in nbformat.read(path, nbformat.NO_CONVERT).cells}


@pytest.fixture
def translated(mini_repository):
    """The tiny course in French, with comments in a locked cell, an answer and an open cell."""
    source = "source/01-tiny/assignment.py"
    mini_repository.change(source, "rate = ...\n", "rate = ...  # a share\n")
    mini_repository.change(source, 't = translator("01-tiny")', 't = translator("01-tiny")  # ours')
    mini_repository.change("source/01-tiny/lesson.py", "half = ...", "half = ...  # a half")
    mini_repository.translate("fr")
    mini_repository.write_build()
    return mini_repository


def test_answers_and_open_cells_are_released_with_their_prose_translated(translated):
    french = cells(translated, "fr")
    assert french["decide"].source.startswith("rate = ...  # «fr a share»\n")
    assert '"""«fr Return twice the number.»"""' in french["double"].source
    lesson = cells(translated, "fr", "lessons/01-tiny")
    assert any("# «fr a half»" in cell.source for cell in lesson.values())


def test_locked_cells_are_the_same_in_every_language(translated):
    assert cells(translated, "fr")["setup"].source == cells(translated, "en")["setup"].source


def test_a_translated_answer_cell_has_the_checksum_of_its_own_text(translated):
    from nbgrader.utils import compute_checksum

    for lang in ("en", "fr"):
        for cell in cells(translated, lang).values():
            if marks := cell.metadata.get("nbgrader"):
                assert marks.checksum == compute_checksum(cell), cell.id


def test_an_untouched_answer_of_a_translation_is_known_as_untouched(translated):
    from traitlets.config import Config

    from autograder.grading.normalize import normalize
    from autograder.grading.run import _comment
    from autograder.records import PlannedNotebook, ReleasedCell

    released = tuple(
        ReleasedCell(
            *(cell.id, cell.cell_type, cell.source, cell.metadata.nbgrader.checksum),
            cell.metadata.nbgrader.locked,
            is_solution=cell.metadata.nbgrader.solution,
        )
        for cell in cells(translated, "en").values()
        if cell.id in ("decide", "double")
    )
    planned = PlannedNotebook("01-tiny", {}, released, ())
    path = translated.path("release/fr/01-tiny/01-tiny.ipynb")
    notebook = nbformat.read(path, nbformat.NO_CONVERT)
    (decide,) = [cell for cell in notebook.cells if cell.id == "decide"]
    decide.source = decide.source.replace("rate = ...", "rate = 7 / 16")
    done = {cell.id: cell for cell in normalize(notebook, planned, Config()).cells}
    assert _comment(done["double"]) == "No response."
    assert _comment(done["decide"]) is None


@pytest.mark.parametrize(
    ("english", "lang", "official"),
    [
        ("(https://eur-lex.europa.eu/eli/reg/2024/1689/oj)", "fr", "/eli/reg/2024/1689/oj/fra)"),
        ("(https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=1)", "pt", "/PT/TXT/?uri=1)"),
        ("(https://www.tbs-sct.canada.ca/pol/doc-eng.aspx?id=32592)", "fr", "doc-fra.aspx"),
        ("(https://www.tbs-sct.canada.ca/pol/doc-eng.aspx?id=32592)", "es", "doc-eng.aspx"),
        ("(https://www.un.org/en/about-us/universal-declaration-of-human-rights)", "es", "org/es/"),
        ("(https://www.un.org/en/about-us/universal-declaration-of-human-rights)", "pt", "org/en/"),
        ("(https://eur-lex.europa.eu/eli/reg/2024/1689/oj)", "en", "1689/oj)"),
    ],
)
def test_a_link_leads_to_the_official_page_in_the_reader_s_language(english, lang, official):
    assert official in with_official_pages(english, lang)
