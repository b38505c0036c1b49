"""The page that verifies in a browser: the same verdicts, without a network, for everybody."""

from __future__ import annotations

import re
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe

from classroom.credentials.issue import issue, revoke
from classroom.credentials.key_pair import Issuer, School
from classroom.credentials.refusals import sentences
from classroom.credentials.verification_page import pages
from course.language import LANGUAGES, Translator
from tests.classroom.credentials.school import NAME, SLUG, URL, Work, make_course
from tests.classroom.credentials.test_verify import made_forgeries
from tests.journeys.test_browser import browser, look

pytestmark = pytest.mark.slow

__all__ = ["browser"]

# A file, no server: what a person has who saved the page.
PAGES = {"en": "verify.html", "fr": "verify-fr.html", "es": "verify-es.html",
         "pt": "verify-pt.html"}  # fmt: skip


@pytest.fixture(scope="module")
def place(made, tmp_path_factory) -> tuple[School, Path]:
    folder = tmp_path_factory.mktemp("page")
    school = School(shutil.copytree(made[0].folder, folder / "s"), made[0].key, made[0].issuer)
    issue(made[1], SLUG, school, folder / "out")
    return school, folder / "out"


@pytest.fixture(scope="module")
def token(place) -> str:
    return (place[1] / f"{SLUG}-decide-amina.jwt").read_text().strip()


@pytest.fixture
def page(browser, place):
    """The English page, opened from its file, with no network; requests are kept."""
    context = browser.new_context(offline=True, viewport={"width": 900, "height": 1400})
    opened = context.new_page()
    opened.faults = []
    opened.asked = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on(
        "console", lambda said: opened.faults.append(said.text) if said.type == "error" else 0
    )
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.goto((place[0].public / "verify.html").as_uri())
    yield opened
    assert opened.faults == []
    context.close()


def as_file(name: str, content: str) -> dict:
    return {"name": name, "mimeType": "text/plain", "buffer": content.encode("utf-8")}


def verdict(page, token: str, listed: str | None = None):
    """Give the page a credential as a file, with a status list or without; the result's text."""
    page.locator("#text").fill("")
    page.locator("#file").set_input_files(as_file("a.jwt", token))
    page.locator("#list").set_input_files([] if listed is None else as_file("s.jwt", listed))
    page.locator("#result").evaluate("element => element.replaceChildren()")
    page.get_by_role("button", name="Verify").click()
    page.locator("#result h2").wait_for()
    return page.locator("#result").inner_text()


def test_a_saved_page_shows_a_genuine_credential_without_any_network(page, token, place):
    text = verdict(page, token, (place[0].public / "status.jwt").read_text())
    look(page, "credential-valid")
    assert text.startswith("✓ Genuine, valid today, and not revoked")
    for said in ("Amina Diallo", "Measuring fairness: Decide", NAME, "6 of 6", "No expiry date"):
        assert said in text
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


def test_without_a_list_it_says_that_a_revocation_cannot_be_known(page, token):
    text = verdict(page, token)
    assert text.startswith("✓ Genuine and valid today; not known whether it was revoked")
    assert "only the school's status list can tell" in text


def test_every_tampered_credential_is_refused_by_the_page_for_the_same_reason(
    page, place, token, tmp_path
):
    """All that the command refuses; nothing of what a refused one says is shown."""
    status = (place[0].public / "status.jwt").read_text()
    wrong = []
    forgeries = made_forgeries(place, token, tmp_path)
    for forgery in forgeries:
        text = verdict(page, forgery.token, forgery.listed or status)
        code = page.locator("#result [data-code]").get_attribute("data-code")
        shown = [word for word in ("Amina", "Mallory", "Everything") if word in text]
        if code != forgery.code or shown or "✗ Not accepted" not in text:
            wrong.append((forgery.name, forgery.code, code, text))
    look(page, "credential-refused")
    assert wrong == []
    assert len(forgeries) >= 80


def test_text_can_be_pasted_and_everything_is_done_with_the_keyboard(page, token):
    for label in ("Skip to the content", "Français", "Español", "Português"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == label
    for field in ("file", "text"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == field
    page.keyboard.insert_text(f"  {token}\n")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Verify"
    page.keyboard.press("Enter")
    page.locator("#result h2").wait_for()
    # The answer gets the focus, so that a screen reader goes there.
    assert page.evaluate("document.activeElement.innerText").startswith("✓ Genuine")


def test_without_a_file_it_asks_for_one(page):
    page.get_by_role("button", name="Verify").click()
    assert "Choose a file first" in page.locator("#result").inner_text()


def test_a_name_is_shown_as_text(browser, made, tmp_path):
    hostile = "<img src=x onerror=alert(1)></script><b>Amina</b>"
    course = make_course(tmp_path / "c", {SLUG: {"amina": Work(first=hostile)}})
    issuer = Issuer(made[0].issuer.id, hostile, made[0].issuer.keys)
    school = School(shutil.copytree(made[0].folder, tmp_path / "s"), made[0].key, issuer)
    issue(course, SLUG, school, tmp_path / "out")
    context = browser.new_context(offline=True)
    opened = context.new_page()
    dialogs = []
    opened.on("dialog", lambda dialog: (dialogs.append(1), dialog.dismiss()))
    opened.goto((school.public / "verify.html").as_uri())
    text = verdict(opened, (tmp_path / "out" / f"{SLUG}-decide-amina.jwt").read_text())
    assert text.count(hostile) == 2  # the learner's name, and the school's
    assert opened.locator("img, b").count() == 0
    assert hostile in opened.locator("footer").inner_text()
    assert dialogs == []
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_in_each_language_and_fits_a_phone(browser, place, token, lang):
    context = browser.new_context(
        offline=True, viewport={"width": 390, "height": 844}, device_scale_factor=1
    )
    opened = context.new_page()
    opened.goto((place[0].public / PAGES[lang]).as_uri())
    t = Translator("classroom", lang)
    assert opened.locator("html").get_attribute("lang") == lang
    assert opened.locator("h1").inner_text() == t("Verify a credential")
    if lang != "en":
        assert t("Verify a credential") != "Verify a credential"
    opened.locator("#file").set_input_files(as_file("a.jwt", token))
    opened.locator("button").click()
    opened.locator("#result.valid h2").wait_for()
    width = "document.documentElement.scrollWidth"
    assert opened.evaluate(width) <= 390
    look(opened, f"credential-phone-{lang}")
    opened.locator("#file").set_input_files(as_file("a.jwt", token[:-2]))
    opened.locator("button").click()
    opened.locator("#result.refused [data-code]").wait_for()
    assert sentences(t)["signature"] in opened.locator("#result").inner_text()
    assert opened.evaluate(width) <= 390
    context.close()


@pytest.mark.parametrize("state", ["empty", "valid", "refused"])
def test_axe_finds_nothing(browser, place, token, state):
    # The page's own policy forbids it to run axe: here it is set aside.
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto((place[0].public / "verify-fr.html").as_uri())
    if state != "empty":
        given = token if state == "valid" else token[:-2]
        opened.locator("#text").fill(given)
        opened.locator("button").click()
        opened.locator(f"#result.{state} h2").wait_for()
    found = Axe().run(opened).response["violations"]
    assert [(each["id"], each["impact"]) for each in found] == []
    context.close()


def test_on_the_schools_site_it_gets_the_list_from_there_and_asks_nobody_else(
    browser, place, token, tmp_path
):
    """A revocation that the school published is known without giving the page a list."""
    school, out = place
    copy = School(shutil.copytree(school.folder, tmp_path / "s"), school.key, school.issuer)
    handler = partial(Quiet, directory=str(copy.public))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        opened = browser.new_page()
        asked = []
        opened.on("request", lambda request: asked.append(request.url))
        home = f"http://127.0.0.1:{server.server_port}/"
        opened.goto(f"{home}verify.html")
        assert verdict(opened, token).startswith("✓ Genuine, valid today, and not revoked")
        revoke(copy, str(out / f"{SLUG}-decide-amina.jwt"))
        assert "The school has revoked this credential" in verdict(opened, token)
        assert all(url.startswith((home, "data:")) for url in asked)
        opened.close()
    finally:
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


def test_without_javascript_the_page_says_what_to_do_instead(browser, place):
    context = browser.new_context(java_script_enabled=False, offline=True)
    opened = context.new_page()
    opened.goto((place[0].public / "verify.html").as_uri())
    assert (
        "the command “ai4gov verify” gives the same answer" in opened.locator("main").inner_text()
    )
    assert not opened.locator("form").is_visible()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_names_no_foreign_host_and_runs_only_its_own_script(lang):
    issuer = Issuer(f"{URL}/issuer.json", NAME, ({"kty": "RSA", "n": "AQAB", "e": "AQAB"},))
    text = pages(issuer)[PAGES[lang]]
    hosts = set(re.findall(r"https?://([^/\"'\s<]+)", text))
    # Names of the contexts, which nothing loads.
    assert hosts == {"school.example", "www.w3.org", "purl.imsglobal.org"}
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert "connect-src 'self'" in policy
    assert not re.search(r"<(script|link|img|iframe)[^>]* (src|href)=\"(?!data:)", text)
