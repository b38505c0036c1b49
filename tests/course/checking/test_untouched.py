"""What was released and not changed is not attempted; anything else is."""

from __future__ import annotations

import functools

import pytest

CHECKS = """
@exercise("f", points=1)
def f(function):
    expect.true(expect.call(function, 3) == 6, say("01-f", "F."))

@exercise("pair", points=2)
def pair(a, function):
    with part():
        expect.count(a, 1)
    with part():
        expect.true(expect.call(function, 3) == 6, say("01-f", "F."))
"""


def docstring_only(number):
    """Return twice the number."""


def docstring_and_defaults(number: int = 3, *rest, scale: float = 2.0) -> float:
    """Return twice the number."""


def dots(number): ...


def returns_dots(number):
    """Return twice the number."""
    return ...


def returns_a_constant(number):
    return 2


def returns_a_text(number):
    """Return twice the number."""
    return "Return twice the number."


def forgets_to_return(number):
    """Return twice the number."""
    number * 2


def assigns(number):
    """Return twice the number."""
    result = None  # noqa: F841


def yields(number):
    """Return twice the number."""
    yield


@pytest.mark.parametrize(
    "value", [..., docstring_only, docstring_and_defaults, dots, returns_dots, "..."]
)
def test_a_stub_is_not_attempted(desk, value):
    desk.checks(CHECKS)
    outcome = desk.check("f", value)
    assert (outcome, outcome.state) == (0, "not-attempted")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (returns_a_constant, "01-f"),
        (returns_a_text, "01-f"),
        (forgets_to_return, "form-return"),
        (assigns, "form-return"),
        (yields, "01-f"),
        (functools.partial(docstring_only, 3), "form-error"),
        (lambda number: number, "01-f"),
        (None, "form-function"),
        (0, "form-function"),
        ("", "form-function"),
        (False, "form-function"),
    ],
)
def test_anything_that_was_written_is_attempted(desk, value, code):
    desk.checks(CHECKS)
    outcome = desk.check("f", value)
    assert (outcome.state, outcome.message.code) == ("not-yet", code)


def test_a_stub_compiled_in_a_notebook_s_cell_is_not_attempted(desk):
    desk.checks(CHECKS)
    names: dict = {}
    cell = 'def f(number):\n    """Return twice the number.\n\n    Any number.\n    """\n    '
    exec(compile(cell, "<cell>", "exec"), names)
    assert desk.check("f", names["f"]).state == "not-attempted"


def test_one_answer_of_several_makes_an_attempt(desk):
    desk.checks(CHECKS)
    assert desk.check("pair", ..., docstring_only).state == "not-attempted"
    half = desk.check("pair", 1, docstring_only)
    assert (half, half.state) == (1, "not-yet")


def test_what_the_notebook_hands_over_by_itself_is_no_attempt(desk):
    desk.checks("""
        @exercise("card", points=1, form=True, given=("service",))
        def card(text, service):
            expect.true(text == service, say("01-c", "Save the card again."))
    """)
    outcome = desk.check("card", ..., "a service")
    assert (outcome.state, outcome.message.code) == ("not-attempted", "form-not-saved")
    assert desk.check("card", "a service", "a service").state == "right"
    assert desk.check("card", "another", "a service").state == "not-yet"
