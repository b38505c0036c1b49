"""A message speaks of the question, and not of the variable, where a control draws the answer."""

from __future__ import annotations

import json

import pytest

from course.checking.questions import with_questions
from course.notebook import cell_runs
from course.start import progress

CHECKS = """
@exercise(
    "two",
    points=2,
    hints=[say("01-h1", "`share`: divide."), say("01-h2", "In `whom`, think of the night.")],
    because=say("01-why", "`whom` are not counted."),
)
def two(share, whom):
    with part():
        expect.share(share, 0.25, mistakes={0.5: say("01-half", "`share` is half of it.")})
    with part():
        expect.choice(whom, right="absent", wrong={"late": say("01-late", "`whom`: who is not?")})

@exercise("one", points=1)
def one(key):
    expect.choice(key, right="a", wrong={"b": say("01-b", "`key`: read `a` and `key` again.")})

@exercise("typed", points=1)
def typed(share):
    expect.close(share, 0.25, otherwise=say("01-typed", "`share`: divide."))
"""


@pytest.fixture
def drawn(desk, tmp_path, monkeypatch):
    """A notebook in which controls draw the answers to "two" and "one"; "typed" asks for code."""
    monkeypatch.setattr(progress, "OUTLINE", tmp_path / "outline")
    progress.OUTLINE.mkdir()
    answers = {"two": ["share", "whom"], "one": ["key"]}
    (progress.OUTLINE / "01-tiny.json").write_text(json.dumps({"drawn": answers}))
    desk.checks(CHECKS)
    return desk


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((0.5, "absent"), "Your answer to question 1 is half of it."),
        ((0.25, "late"), "Question 2: who is not?"),
    ],
)
def test_several_answers_are_told_apart_by_their_numbers(drawn, answers, said):
    html = drawn.check("two", *answers).as_html()
    assert said in html
    assert "<code>" not in html


def test_hints_and_the_reason_of_a_right_answer_speak_of_questions_too(drawn):
    for _ in range(3):
        html = drawn.check("two", 0.5, "late").as_html()
    assert "Question 1: divide." in html
    assert "In your answer to question 2, think of the night." in html
    right = drawn.check("two", 0.25, "absent").as_html()
    assert "Your answer to question 2 are not counted." in right


def test_a_single_answer_needs_no_number_and_other_code_stays_code(drawn):
    assert "Read <code>a</code> and your answer again." in drawn.check("one", "b").as_html()


def test_an_answer_that_is_typed_as_code_keeps_its_name(drawn):
    assert "<code>share</code>: divide." in drawn.check("typed", 3).as_html()


def test_a_message_that_every_module_shares_names_the_question(drawn, monkeypatch):
    monkeypatch.setattr(cell_runs, "running", lambda: 'check("two", share, whom)')
    assert (
        "Question 1: Your answer is the text “a lot”" in drawn.check("two", "a lot", "").as_html()
    )


def test_a_grader_names_the_question_as_the_notebook_does(drawn, tmp_path, monkeypatch):
    drawn.checks(CHECKS, tmp_path / "scratch")
    monkeypatch.setenv("AI4GOV_CHECKS", str(tmp_path / "scratch"))
    monkeypatch.setenv("AI4GOV_ASSIGNMENT", "01-tiny")
    bundle = drawn.check("two", 0.25, "late")._repr_mimebundle_()
    assert "Question 2: who is not?" in bundle["text/html"]
    assert bundle["text/plain"] == "1.0"


def test_points_state_and_code_do_not_depend_on_how_an_answer_is_given(drawn):
    with_controls = drawn.check("two", 0.5, "absent")
    (progress.OUTLINE / "01-tiny.json").unlink()
    typed = drawn.check("two", 0.5, "absent")
    assert with_controls.as_data() == typed.as_data()
    assert "<code>share</code> is half of it." in typed.as_html()


@pytest.mark.parametrize(
    ("lang", "text", "several", "single"),
    [
        ("en", "`b`: look again.", "Question 2: look again.", "Look again."),
        ("en", "So `b` is 3. `b` is odd.",
         "So your answer to question 2 is 3. Your answer to question 2 is odd.",
         "So your answer is 3. Your answer is odd."),
        ("fr", "`b`\u00a0: «\u00a0il\u00a0» compte.", "Question 2\u00a0: «\u00a0il\u00a0» compte.",
         "«\u00a0Il\u00a0» compte."),
        ("fr", "`b` vaut 3.", "Votre réponse à la question 2 vaut 3.", "Votre réponse vaut 3."),
        ("es", "`b`: ¿es un día?", "Pregunta 2: ¿es un día?", "¿Es un día?"),
        ("es", "Ya. ¿`b` es 3?", "Ya. ¿Su respuesta a la pregunta 2 es 3?",
         "Ya. ¿Su respuesta es 3?"),
        ("pt", "`b`: é um dia?", "Pergunta 2: é um dia?", "É um dia?"),
        ("pt", "E `b` é 3.", "E sua resposta à pergunta 2 é 3.", "E sua resposta é 3."),
    ],
)  # fmt: skip
def test_a_sentence_is_well_formed_in_each_language(lang, text, several, single):
    assert with_questions(text, ["a", "b"], lang) == several
    assert with_questions(text, ["b"], lang) == single


def test_each_line_of_several_begins_with_its_question():
    text = "There are 2 things left to do:\n• `a`: this.\n• `b`: that."
    assert with_questions(text, ["a", "b"], "en") == (
        "There are 2 things left to do:\n• Question 1: this.\n• Question 2: that."
    )


def test_a_name_is_found_as_a_whole_and_only_between_backticks():
    text = "a is `a_b`, `A` and `a = 3`."
    assert with_questions(text, ["a"], "en") == text
