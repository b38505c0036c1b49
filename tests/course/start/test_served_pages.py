"""The start page that a server makes: each form leads to the page, which says its answer once."""

from __future__ import annotations

import html
import re
import shutil

import httpx
import pytest

from course.start import chosen_route, served_pages
from course.start.learner_pages import Served
from tests.served import BASE, logged_in, served

PAGE = f"{BASE}ai4gov/start.html"


@pytest.fixture(scope="module")
def address(tmp_path_factory, laid_out):
    """A server with the home of a learner who has not begun."""
    place = tmp_path_factory.mktemp("served")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("JUPYTER_DATA_DIR", str(place / "data"))
        shutil.copytree(laid_out, place / "home")
        with served(place / "home", place) as found:
            yield found


@pytest.fixture
def person(address):
    with logged_in(address) as client:
        yield client


def send(person: httpx.Client, form: str, **fields: object) -> httpx.Response:
    """Send a form of the page; its answer, which is not followed."""
    token = re.search(r'name="_xsrf" value="([^"]+)"', person.get(PAGE).text)[1]
    files = fields.pop("files", None)
    sent = {"_xsrf": token, **fields}
    return person.post(f"{BASE}ai4gov/{form}", data=sent, files=files, follow_redirects=False)


@pytest.mark.parametrize(
    ("form", "fields", "said"),
    [
        ("route", {"route": "leader"}, "your route"),
        ("route", {"true": ["4"]}, "Proposed for you"),
        ("route", {}, "Tick at least one sentence that is true of you."),
        ("route", {"route": "<b>minister"}, "There is no such route."),
        ("language", {"lang": "en"}, "Go on here"),
        ("bring-back", {"files": {"packed": b"not a zip"}}, "This is not a whole zip file"),
        ("bring-back", {}, "Choose the file first."),
    ],
)
def test_a_form_leads_to_the_start_page_which_says_the_answer(person, form, fields, said):
    answer = send(person, form, **fields)
    assert answer.status_code == 303
    # Beside the form's own address, so it holds behind every proxy.
    assert answer.headers["Location"] == "start.html"
    assert said in html.unescape(person.get(PAGE).text)


def test_the_answer_is_said_once_and_not_on_the_completion_record(person):
    send(person, "route", true=["4"])
    assert "Proposed for you" not in person.get(f"{BASE}ai4gov/completion-record.html").text
    assert "Proposed for you" in person.get(PAGE).text
    assert "Proposed for you" not in person.get(PAGE).text


def test_no_address_puts_a_sentence_on_the_page(person):
    page = person.get(PAGE, params={"said": "Call this number", "proposed": "leader"})
    assert "Call this number" not in page.text and "Proposed for you" not in page.text


def test_an_answer_waits_for_the_login_that_sent_the_form(address, person):
    send(person, "route", true=["4"])
    with logged_in(address) as other:
        assert "Proposed for you" not in other.get(PAGE).text
    assert "Proposed for you" in person.get(PAGE).text


def test_an_answer_that_nobody_came_for_is_forgotten(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(served_pages.time, "monotonic", lambda: now[0])
    answers = served_pages.Answers()
    answers.keep("awa", Served(said="Brought back."))
    answers.keep("ben", Served(said="No such route."))
    assert answers.take("awa").said == "Brought back."
    now[0] = served_pages.WAITS
    answers.keep("eve", Served(proposed=chosen_route.EVERYTHING))
    assert answers.take("ben") == Served()
    assert answers.take("eve").proposed == chosen_route.EVERYTHING
