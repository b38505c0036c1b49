"""A released checks.py keeps its messages, loses its comments, and shows no answer."""

from __future__ import annotations

import ast

import pytest

from course.publishing import PublishingError
from course.publishing.seal_checks import released_checks

HEAD = "from course.checking import exercise, expect, part, say\n\n"


@pytest.fixture
def released(tmp_path):
    """Releases the text of a checks.py, which must be valid Python then."""

    def release(text: str) -> str:
        path = tmp_path / "checks.py"
        path.write_text(HEAD + text, encoding="utf-8")
        made = released_checks(path, "01-tiny")
        compile(made, "checks.py", "exec")
        return made

    return release


def refused_or(released, text: str) -> str:
    """What is released; nothing, where the source is refused in one line."""
    try:
        return released(text)
    except PublishingError as error:
        assert "\n" not in str(error)
        return ""


def test_messages_stay_word_for_word(released):
    made = released(
        '@exercise("a", points=1)\ndef a(x):\n'
        '    expect.close(x, 0.4375, mistakes={0.3125: say("01-é", "Größer # als “fünf”?")})\n'
    )
    assert 'say("01-é", "Größer # als “fünf”?")' in made
    assert 'MODULE = "01-tiny"' in made


def test_the_reason_of_a_right_answer_stays_as_readable_as_the_messages_about_mistakes(released):
    made = released(
        '@exercise("a", points=1, because=say("01-a-why", "It is the only even one."))\n'
        'def a(x):\n    expect.choice(x, right="two", wrong={"one": say("01-odd", "Odd.")})\n'
    )
    assert "It is the only even one." in made and "Odd." in made
    assert made.count("Sealed(") == 2


def test_comments_go_wherever_they_stand(released):
    made = released(
        "# secret one\n"
        '@exercise("a", points=1)  # secret two\n'
        "def a(x):\n"
        "    # secret three\n"
        "    expect.close(  # secret four\n"
        '        x, 0.4375, otherwise=say("01-x", "No # comment.")  # secret five\n'
        "    )\n"
    )
    assert "secret" not in made
    assert "No # comment." in made


@pytest.mark.parametrize(
    "call",
    [
        "expect.close(x, 0.4375)",
        "expect.close(x, expected=0.4375)",
        "expect.close(value=x, expected=+0.4375)",
        "expect.close(x, (0.4375))",
        "expect.close(x, 1, mistakes={0.4375: say('01-x', 'X.')})",
        "expect.close(x, 1, mistakes={1: say('01-y', 'Y.'), -0.4375: say('01-x', 'X.')})",
        "expect.close(x[0], 0.4375) if x else expect.close(x, 0.4375)",
        "[expect.close(each, 0.4375) for each in x]",
    ],
)
def test_an_expected_value_is_sealed_however_it_is_written(released, call):
    made = released(f'@exercise("a", points=1)\ndef a(x):\n    {call}\n')
    assert "0.4375" not in made
    assert "Sealed(" in made


@pytest.mark.parametrize(
    "text",
    [
        # a helper that exercises share
        'def near(x):\n    expect.close(x, 0.4375)\n\n@exercise("a")\ndef a(x):\n    near(x)\n',
        # the expectation under a name of its own
        'from course.checking.expect import close\n\n@exercise("a")\ndef a(x):\n'
        "    close(x, 0.4375)\n",
        'close = expect.close\n\n@exercise("a")\ndef a(x):\n    close(x, 0.4375)\n',
        'from course.checking import expect as e\n\n@exercise("a")\ndef a(x):\n'
        "    e.close(x, 0.4375)\n",
        # mistakes that several exercises share
        'COMMON = {0.4375: say("01-x", "X.")}\n\n@exercise("a")\ndef a(x):\n'
        "    expect.close(x, 1, mistakes={**COMMON})\n",
        # the docstring of an exercise
        '@exercise("a")\ndef a(x):\n    """Right is 0.4375."""\n    expect.close(x, 0.4375)\n',
    ],
    ids=["helper", "imported", "renamed", "renamed module", "shared mistakes", "docstring"],
)
def test_an_answer_in_a_place_that_cannot_be_sealed_is_not_released(released, text):
    assert "0.4375" not in refused_or(released, text)


@pytest.mark.parametrize("separator", ["\u2028", "\x0c", "\x85", "\r\n"])
def test_an_odd_line_break_in_a_message_does_not_move_the_seal(released, separator):
    made = released(
        f'NOTE = say("01-note", """one{separator}two""")\n\n'
        '@exercise("a")\ndef a(x):\n    expect.close(x, 0.4375)\n'
    )
    assert "0.4375" not in made
    sealed = [
        node
        for node in ast.walk(ast.parse(made))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sealed"
    ]
    assert len(sealed) == 1


@pytest.mark.parametrize(
    "call",
    [
        'expect.choice(x, right="a", wrong={"b": say("01-b", "B.")}, options=["a", "b"])',
        'expect.choice(x, right=\'say "a"\', wrong={"b": say("01-b", "B.")})',
        'expect.choice(x, right="back\\\\slash", wrong={"b": say("01-b", "B.")})',
    ],
    ids=["options written out", "quotation marks", "backslash"],
)
def test_options_of_any_writing_leave_valid_python(released, call):
    assert "Sealed(" in released(f'@exercise("a")\ndef a(x):\n    {call}\n')


def test_the_order_of_the_options_does_not_say_which_is_right(released):
    made = released(
        '@exercise("a")\ndef a(x):\n'
        '    expect.choice(x, right="m", wrong={"z": say("1", "Z."), "b": say("2", "B.")})\n'
    )
    assert 'options=["b", "m", "z"]' in made


def test_the_exercise_s_name_may_be_given_by_keyword(released):
    made = released('@exercise(name="a", points=1)\ndef a(x):\n    expect.close(x, 0.4375)\n')
    assert "0.4375" not in made
