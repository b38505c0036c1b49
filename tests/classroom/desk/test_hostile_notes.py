"""Notes are hostile input: nothing in one runs, hides the form, or stops the desk."""

from __future__ import annotations

import json
import time

import pytest

from tests.autograder import small_course
from tests.classroom.desk.class_of_notes import NAME, decision, hand_in, nonce, serving
from tests.classroom.desk.conftest import copy_of

NOTES = {
    "script": "<script>alert(1)</script> and text",
    "handlers": '<img src=x onerror="alert(1)"> <b onclick="alert(1)">bold</b>',
    "links": "[a](javascript:alert(1)) <a href='javascript:alert(1)'>b</a> [c](data:text/html,x)",
    "form": '<form action="https://attacker.example"><input name="version" value="x"></form>',
    "closing": "</div></section></main><form id='decide'><input name=tick value=0 checked>",
    "style": '<div style="position:fixed;top:0;left:0;width:9999px;height:9999px">over</div>',
    "frame": "<iframe src='https://attacker.example'></iframe><meta http-equiv=refresh content=0>",
    "svg": "<svg><script>alert(1)</script></svg><math><mi//xlink:href='javascript:alert(1)'>",
    "template": "{{ 7 * 7 }} {% raw %} {{ config }}",
    "picture": "![p](https://attacker.example/p.png) <img src='https://attacker.example/q.png'>",
    "controls": "a\x00b\x1b[2Jc\x07d\x08e\x7f",
    "directions": "\u202eevil\u202c \u2066hidden\u2069 \ufeff",
    "surrogates": "half \ud800 a character",
    "huge": "word " * 400_000,
    "brackets": "[" * 200_000,
    "nested": "<div>" * 20_000,
    "formulas": "$" * 100_000,
}


@pytest.fixture(scope="module")
def hostile(made_course, tmp_path_factory):
    """A course in which each learner has handed in one of the notes, and a browser."""
    course = copy_of(made_course, tmp_path_factory.mktemp("hostile") / "place")
    for kind, text in NOTES.items():
        hand_in(course, kind)
        notebook = {
            "cells": [small_course.written(text)],
            "metadata": {"ai4gov": {"language": "en"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        path = course / "autograded" / kind / NAME / f"{NAME}.ipynb"
        path.write_text(json.dumps(notebook), encoding="ascii")
    with serving(course) as server:
        yield course, server.browser()


@pytest.mark.parametrize("kind", NOTES)
def test_a_hostile_note_is_harmless_and_can_be_given_points(hostile, kind):
    course, browser = hostile
    listed = browser.open("/read?state=all")
    began = time.monotonic()
    page = browser.open(listed.link(kind))
    assert time.monotonic() - began < 60
    assert page.status == 200 and len(page.response.content) < 5_000_000
    assert [each["nonce"] for each in page.html.find_all("script")] == [nonce(page)]
    assert len(page.html.select("form, iframe, svg, meta[http-equiv]")) == 1
    assert len(page.html.select("input[name=tick]")) == 4
    assert len(page.html.select("input[name=version]")) == 1
    for element in page.html.select_one(".written").find_all(True):
        assert not {"id", "class"} & set(element.attrs)
        assert not [name for name in element.attrs if name.startswith("on")]
        assert not element.get("href", "http:").startswith(("javascript", "data"))
        assert not element.get("src", "data:").startswith("http")
        assert "position" not in element.get("style", "")
    assert "\x00" not in page.response.text and "\x1b" not in page.response.text
    browser.send(page, "#decide", tick=["0"], comment="Read.", go="next")
    assert decision(course, kind)[0] == 1.0


def broken(content: str | bytes):
    def write(path):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


def as_link(path):
    secret = path.parents[3] / "secret.txt"
    secret.write_text('{"secret": "of the instructor"}')
    path.unlink()
    path.symlink_to(secret)


FAULTS = {
    "gone": (lambda path: path.unlink(), "was not handed in"),
    "linked": (as_link, "is a link to another file"),
    "cut": (broken("{"), "it is not a notebook"),
    "binary": (broken(b"\xff\xfe"), "it is not a notebook"),
    "deep": (broken("[" * 100_000), "it is not a notebook"),
    "empty": (broken('{"cells": []}'), "the cell of the note is not in it"),
    "mistyped": (broken('{"cells": {"a": 1}, "metadata": 3}'), "it is not a notebook"),
}


def test_a_notebook_that_cannot_be_read_is_said_to_be_so(course, desk):
    for kind, (change, _) in FAULTS.items():
        hand_in(course, kind)
        change(course / "autograded" / kind / NAME / f"{NAME}.ipynb")
    browser = desk.browser()
    listed = browser.open("/read")
    for kind, (_, why) in FAULTS.items():
        page = browser.open(listed.link(kind))
        assert page.status == 200, kind
        assert "This note cannot be shown here." in page.text and why in page.text, kind
        assert "of the instructor" not in page.response.text


def test_names_of_learners_are_escaped_on_every_page(course, desk):
    name = '<b>"x"&\x1b[31m\u202e'
    hand_in(course, name)
    browser = desk.browser()
    for path in ("/", "/missing", "/read", browser.open("/read").link("Start to read")):
        page = browser.open(path)
        assert page.status == 200 and not page.html.select("b")
        assert "\x1b" not in page.response.text and "\u202e" not in page.response.text


def test_a_comment_is_shown_as_text(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    page = browser.open(browser.open("/read").link("Start to read"))
    comment = "</textarea><script>alert(1)</script> \x00\x1b"
    again = browser.send(page, "#decide", tick=[], comment=comment, go="stay")
    assert len(again.html.find_all("script")) == 1
    assert decision(course, "awa")[1].startswith("</textarea><script>alert(1)</script>\n\n☐")
