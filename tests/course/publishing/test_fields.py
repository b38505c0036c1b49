"""What the build tells JupyterLab's extension about the lines of an answer cell."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.language import LANGUAGES
from course.places import Repository
from course.publishing.fields import add_fields, asked, drawn_answers, every_field
from course.publishing.targets import read_sources
from course.syllabus import modules
from tests.course.content.notebooks import ROOT, read

EXTENSION = ROOT / "course" / "jupyter" / "labextension"


def assignment(question: str, stub: str, solution: str, track: str = "Decide"):
    """An assignment of one exercise, whose id is "ex"."""
    answer = f"{stub}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
    marks = {"nbgrader": {"solution": True, "grade": False}}
    graded = {"nbgrader": {"solution": False, "grade": True, "points": 1}}
    return new_notebook(
        cells=[
            new_markdown_cell(f"## 1. A question ({track}, 1 point)\n\n{question}"),
            new_code_cell(answer, id="ex", metadata=marks),
            new_code_cell('check("ex", x)', id="check-ex", metadata=graded),
        ],
        metadata={"ai4gov": {"language": "en", "module": "01-tiny"}},
    )


def fields(question: str, stub: str, solution: str, track: str = "Decide") -> list[dict]:
    notebook = assignment(question, stub, solution, track)
    add_fields(notebook, asked(notebook, is_lesson=False), str)
    return [field for _, field in every_field(notebook)]


LIST = "Which one? Choose one answer (`x`):\n\n- `a-b`: the *first*\n- `c-d`: the second"


def test_a_choice_has_the_options_of_the_list_above_it_as_plain_text():
    assert fields(LIST, 'x = "..."', 'x = "a-b"') == [
        {
            "kind": "choice",
            "name": "x",
            "label": "Which one?",
            "options": [
                {"key": "a-b", "label": "the first"},
                {"key": "c-d", "label": "the second"},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("stub", "solution", "kind"),
    [
        ("x = ...", "x = 0.25", "number"),
        ("x = ...", "x = 72 / 160", "number"),
        ('x = "..."', 'x = "2026-08-02"', "date"),
        ("x = ...", 'x = "the head of the desk"', "text"),
        ("x = ...", 'x = (\n    "a sentence that has a line of its own"\n)', "text"),
        ('x = "..."', "x = [name for name in rows]", "text"),
    ],
)
def test_the_reference_answer_says_which_kind_of_answer_is_asked(stub, solution, kind):
    assert [field["kind"] for field in fields("Give `x`.", stub, solution)] == [kind]


def test_options_are_found_in_a_lettered_list_and_within_a_sentence():
    lettered = "- **A.** the first\n- **B.** the second\n\nGive `x`."
    within = "Give `x`: `low` (below 5) or `high`."
    found = [fields(lettered, 'x = "..."', 'x = "B"'), fields(within, 'x = "..."', 'x = "low"')]
    assert [each["options"] for (each,) in found] == [
        [{"key": "A", "label": "the first"}, {"key": "B", "label": "the second"}],
        [{"key": "low", "label": "low (below 5)"}, {"key": "high", "label": "high"}],
    ]


def test_two_answers_in_a_cell_have_the_options_and_the_question_of_each():
    question = (
        "First: what? Choose one answer (`x`):\n\n- `a`: one\n- `b`: two\n\n"
        "Second: why? Choose one answer (`y`):\n\n- `c`: three\n- `d`: four"
    )
    first, second = fields(question, 'x = "..."\ny = "..."', 'x = "a"\ny = "d"')
    assert (first["label"], [each["key"] for each in first["options"]]) == (
        "First: what?",
        ["a", "b"],
    )
    assert (second["label"], [each["key"] for each in second["options"]]) == (
        "Second: why?",
        ["c", "d"],
    )


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("A desk has two rooms. How many? Give the number as `x`.", "How many?"),
        ("How many rooms does the desk have?\n\nGive the number as `x`.",
         "How many rooms does the desk have?"),
        ("**Check yourself.** What of “We know. [1]”, and why? Give `x`.",
         "What of “We know. [1]”, and why? Give x."),
        ("It is short. (Rooms are invented.) How many? Give a whole number (`x`).", "How many?"),
        ("How many rooms?", "How many rooms?"),
        ("Write a share.", "Write a share."),
    ],
    ids=["in the paragraph", "just before", "a quotation stays whole", "brackets before it",
         "not named", "no question"],
)  # fmt: skip
def test_the_one_answer_of_a_cell_is_labelled_with_its_question(question, label):
    assert [field["label"] for field in fields(question, "x = ...", "x = 3")] == [label]


def test_answers_with_numbers_are_labelled_with_the_points_of_the_list_above():
    question = (
        "1. The fine is 80.\n2. It is late.\n\nGive `s1` and `s2`:\n\n- `yes`: so\n- `no`: not so"
    )
    stub, solution = 's1 = "..."\ns2 = "..."', 's1 = "yes"\ns2 = "no"'
    found = fields(question, stub, solution)
    assert [field["label"] for field in found] == ["1. The fine is 80.", "2. It is late."]


def test_several_answers_to_an_exercise_are_numbered_and_a_single_one_is_not():
    question = "Give `x`, the rooms, and `y`, the doors."
    pair = fields(question, "y = ...\nx = ...", "y = 1\nx = 2")
    assert [(field["name"], field["number"]) for field in pair] == [("y", 1), ("x", 2)]
    assert "number" not in fields("Give `x`.", "x = ...", "x = 3")[0]


def test_numbers_begin_anew_at_each_exercise_and_count_over_its_cells():
    notebook = assignment("Give `x`.", "x = ...", "x = 3")
    for cell_id, name in (("first", "a"), ("second", "b")):
        answer = f"{name} = ...\n### BEGIN SOLUTION\n{name} = 3\n### END SOLUTION"
        notebook.cells.append(new_code_cell(answer, id=cell_id))
    notebook.cells.append(new_code_cell('check("both", a, b)'))
    add_fields(notebook, asked(notebook, is_lesson=True), str)
    told = {field["name"]: field.get("number") for _, field in every_field(notebook)}
    assert told == {"x": None, "a": 1, "b": 2}


def test_the_answers_that_controls_draw_are_listed_by_exercise_in_their_order():
    pair = assignment("Give `x` and `y`.", "y = ...\nx = ...", "y = 1\nx = 2")
    code = assignment("Give `x`.", "x = ...", "x = 3", track="Build")
    assert drawn_answers(pair, is_lesson=False) == {"ex": ["y", "x"]}
    assert drawn_answers(code, is_lesson=False) == {}
    assert "ai4gov" not in pair.cells[1].metadata


def test_the_name_of_another_answer_is_no_option_and_a_label_begins_with_a_capital():
    question = (
        "Fill in:\n\n- `a`, the level now: `low` or `high`\n"
        "- `b`, the level then: `low` or `high`\n- `c`, who decides? One of `head` or `clerk`"
    )
    stub = 'a = "..."\nb = "..."\nc = "..."'
    found = fields(question, stub, 'a = "low"\nb = "high"\nc = "head"')
    said = {each["label"]: [option["key"] for option in each["options"]] for each in found}
    assert said == {
        "The level now": ["low", "high"],
        "The level then": ["low", "high"],
        "Who decides?": ["head", "clerk"],
    }


@pytest.mark.parametrize(
    ("question", "stub", "solution", "track"),
    [
        ("Give `x`.", "x = ...", "x = 3", "Build"),
        ("Choose `x`.", 'x = "..."', 'x = "a"', "Decide"),
        ("Give `x`.", "def x(a):\n    ...", "    return a", "Decide"),
    ],
    ids=["code is asked for", "no options are named", "a function is asked for"],
)
def test_other_answers_are_written_as_before(question, stub, solution, track):
    assert fields(question, stub, solution, track) == []


def test_nothing_that_a_learner_gets_says_which_option_is_right():
    shown = [fields(LIST, 'x = "..."', f'x = "{key}"') for key in ("a-b", "c-d")]
    assert shown[0] == shown[1]


def test_a_form_has_a_button_and_the_answer_that_takes_it_over_only_a_check():
    notebook = assignment("Fill in the form.", 'x = project.saved("team")', 'x = "title: A"')
    marks = {"nbgrader": {"locked": True, "solution": False, "grade": False}}
    notebook.cells.insert(1, new_code_cell('project.edit("team")', id="form", metadata=marks))
    add_fields(notebook, asked(notebook, is_lesson=False), str)
    told = {cell.id: cell.metadata.get("ai4gov") for cell in notebook.cells}
    assert [told["form"], told["ex"]] == [{"form": True}, {"fields": []}]
    assert told["check-ex"] is None


@pytest.mark.parametrize("slug", modules())
def test_every_decision_of_the_course_can_be_given_without_code(slug):
    sources = read_sources(Repository(ROOT), modules()[slug])
    for notebook, is_lesson in ((sources.lesson, True), (sources.assignment, False)):
        if notebook is not None:
            wanted = {
                (cell, line.name)
                for cell, lines in asked(notebook, is_lesson).items()
                for line in lines
            }
            folder = f"lessons/{slug}" if is_lesson else slug
            released = read(ROOT / "release" / "en" / folder / f"{slug}.ipynb")
            assert {(cell, field["name"]) for cell, field in every_field(released)} == wanted


@pytest.mark.parametrize("slug", modules())
def test_the_fields_are_the_same_in_every_language_but_for_their_words(slug):
    def bare(lang: str, folder: str) -> list:
        path = ROOT / "release" / lang / folder / f"{slug}.ipynb"
        return [
            (
                *(cell, field["kind"], field["name"], field.get("number")),
                [each["key"] for each in field.get("options", [])],
            )
            for cell, field in (every_field(read(path)) if path.is_file() else [])
        ]

    for folder in (slug, f"lessons/{slug}"):
        assert {str(bare(lang, folder)) for lang in LANGUAGES} == {str(bare("en", folder))}


def test_an_answer_to_a_point_of_a_numbered_list_has_the_number_of_the_point():
    notebook = read(ROOT / "release" / "en" / "05-generative-ai" / "05-generative-ai.ipynb")
    numbered = [
        (field["label"].partition(".")[0], str(field["number"]))
        for cell, field in every_field(notebook)
        if cell == "groundedness" and field["kind"] == "choice"
    ]
    assert len(numbered) == 8
    assert all(in_the_text == number for in_the_text, number in numbered)
