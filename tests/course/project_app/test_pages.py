"""The pages on a real Jupyter server, as plain forms: who may come in, what is shown and kept."""

import html
import re
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from course.project.app import overrulings
from tests.served import BASE, logged_in, served

APP = f"{BASE}ai4gov/civicly/"
PROJECT = "fr/capstone-5-presentation/project"

MODEL = """
import time
from pathlib import Path

import pandas as pd

Path(__file__).with_name("ran.txt").touch()


def train(comments):
    return None


def decide(model, comments):
    if comments["text"].iloc[-1].startswith("hang"):
        time.sleep(14)
        raise ValueError("too late")
    given = pd.DataFrame(index=comments.index)
    texts = list(comments["text"])
    given["department"] = ["person" if "hand over" in each else "roads" for each in texts]
    given["confidence"] = 0.82
    given["urgency"] = [0.9 if "quick" in each else 0.1 for each in texts]
    given["reason"] = "“lamp” points to <b>roads</b>."
    return given


def find_duplicates(comments):
    return []
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A Jupyter server with a project in it: its address, and its top folder."""
    place = tmp_path_factory.mktemp("app")
    top = place / "work"
    project = top / PROJECT
    project.mkdir(parents=True)
    (project.parent / "language.txt").write_text("fr\n", encoding="utf-8")
    (project / "model.py").write_text(MODEL, encoding="utf-8")
    (top / "fr" / "capstone-1-brief" / "project").mkdir(parents=True)
    with served(top, place) as address:
        yield address, top


@pytest.fixture
def person(server):
    """A browser without scripts, logged in with the token."""
    with logged_in(server[0]) as client:
        yield client


@pytest.fixture
def folder(server):
    """The project's folder, without overrulings."""
    found = server[1] / PROJECT
    (found / "overrulings.csv").unlink(missing_ok=True)
    return found


def xsrf(page: httpx.Response) -> str:
    return re.search(r'name="_xsrf" value="([^"]+)"', page.text)[1]


def ask(person: httpx.Client, text: str, lang: str = "en", **fields: str) -> httpx.Response:
    """Send the form, and follow to the page of the decision; press its link while it waits."""
    form = person.get(APP, params={"project": PROJECT, "lang": lang})
    sent = {"_xsrf": xsrf(form), "project": PROJECT, "lang": lang, "text": text, **fields}
    page = person.post(f"{APP}decide", data=sent)
    for _ in range(8):
        if "setTimeout" not in page.text:
            break
        page = person.get(page.url)
    return page


def answer(person: httpx.Client, page: httpx.Response, **fields: str) -> httpx.Response:
    id = re.search(r'name="id" value="([^"]+)"', page.text)[1]
    return person.post(f"{APP}review", data={"_xsrf": xsrf(page), "id": id, "lang": "en", **fields})


def words(page: httpx.Response) -> str:
    body = re.sub(r"<style>.*?</style>", "", page.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_nobody_without_the_token_comes_in(server):
    address, _ = server
    for path in ("", "case?id=x", "overrulings"):
        stranger = httpx.get(f"{address}{APP}{path}", params={"project": PROJECT})
        assert stranger.status_code in (302, 403)
        assert "Civicly" not in stranger.text
    assert httpx.post(f"{address}{APP}decide", data={"text": "x"}).status_code in (302, 403)
    wrong = httpx.get(f"{address}{APP}", headers={"Authorization": "token wrong"})
    assert wrong.status_code in (302, 403)


def test_a_form_from_another_site_is_refused(person, folder):
    for path in ("decide", "review"):
        sent = {"project": PROJECT, "lang": "en", "text": "a lamp"}
        answered = person.post(f"{APP}{path}", data=sent)
        assert answered.status_code == 403
    assert "too old" in words(answered)


def test_a_link_alone_runs_none_of_the_team_s_code(person, folder):
    (folder / "ran.txt").unlink(missing_ok=True)
    for path in ("", "overrulings", "case", "decide"):
        person.get(f"{APP}{path}", params={"project": PROJECT, "text": "a lamp"})
    # A process of the service would be there at once; its code would run seconds later.
    assert workers(folder) == []
    assert not (folder / "ran.txt").exists()


def workers(folder: Path) -> list[str]:
    """The command lines of the processes that serve a project's folder."""
    found = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            line = each.read_bytes().decode("utf-8", "replace")
            if "course.project.app.worker" in line and str(folder) in line:
                found.append(line)
    return found


MODEL_PY = {
    "en": "this code runs on your account",
    "fr": "ce code s’exécute avec votre compte",
    "es": "este código se ejecuta con su cuenta",
    "pt": "esse código é executado na sua conta",
}


@pytest.mark.parametrize("lang", MODEL_PY)
def test_the_form_says_that_code_of_the_team_runs_before_it_does(person, folder, lang):
    (folder / "ran.txt").unlink(missing_ok=True)
    assert MODEL_PY[lang] in words(person.get(APP, params={"project": PROJECT, "lang": lang}))
    assert not (folder / "ran.txt").exists()


def test_a_form_for_a_ready_service_does_not_warn_of_code(person, folder):
    (folder / "model.py").rename(folder / "model.txt")
    (folder / "choices.yml").touch()
    try:
        page = person.get(APP, params={"project": PROJECT, "lang": "en"})
        assert "Ask the service" in words(page) and MODEL_PY["en"] not in words(page)
    finally:
        (folder / "choices.yml").unlink()
        (folder / "model.txt").rename(folder / "model.py")


@pytest.mark.parametrize(
    "project", ["..", "../../etc", "/etc", "fr", "fr/nothing/project", "x" * 5000]
)
def test_only_the_folder_of_a_project_inside_the_server_s_is_opened(person, project):
    page = person.get(APP, params={"project": project})
    assert page.status_code in (400, 404)


def test_a_link_out_of_the_server_s_folder_is_not_followed(person, server, tmp_path):
    (tmp_path / "project").mkdir()
    link = server[1] / "elsewhere"
    link.symlink_to(tmp_path)
    try:
        assert person.get(APP, params={"project": "elsewhere/project"}).status_code == 404
    finally:
        link.unlink()


def test_without_a_project_in_the_address_the_projects_are_listed_the_latest_first(person):
    page = person.get(APP)
    found = re.findall(r"<a href=\"\./\?project=([^&]+)", page.text)
    assert [each.split("%2F")[1] for each in found] == [
        "capstone-5-presentation",
        "capstone-1-brief",
    ]
    assert "no model yet" in words(
        person.get(APP, params={"project": "fr/capstone-1-brief/project", "lang": "en"})
    )


def test_a_page_says_that_it_is_a_demonstration_and_the_data_synthetic_in_each_language(person):
    said = {
        "en": "The data are synthetic",
        "fr": "Les données sont synthétiques",
        "es": "Los datos son sintéticos",
        "pt": "Os dados são sintéticos",
    }
    for lang, sentence in said.items():
        for path in ("", "overrulings", "case"):
            page = person.get(f"{APP}{path}", params={"project": PROJECT, "lang": lang})
            assert sentence in words(page)
            assert f'<html lang="{lang}">' in page.text


def test_the_language_is_that_of_the_notebook_s_folder_unless_another_is_asked_for(person):
    assert '<html lang="fr">' in person.get(APP, params={"project": PROJECT}).text


def test_the_page_of_a_decision_shows_department_confidence_urgency_and_reason(person, folder):
    page = ask(person, "The lamp is out.", language="en", district="Garoa")
    assert page.url.path == f"{APP}case"
    shown = words(page)
    for each in (
        "Roads and lights",
        "fairly sure (0.82)",
        "about 82 of 100",
        "among the comments of 2026-06-30",
        "Similar earlier comments",
    ):
        assert each in shown
    assert "The <mark>lamp</mark> is out." in page.text


def test_the_policy_lets_no_page_load_or_run_anything_else(person, folder):
    page = person.get(APP, params={"project": PROJECT})
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1]
    assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//", page.text)


def test_hostile_texts_are_shown_as_text(person, folder):
    page = ask(person, "<script>alert(1)</script> lamp", language="en")
    assert "<script>alert" not in page.text
    assert "<b>roads" not in page.text
    page = answer(
        person,
        page,
        answer="overruled",
        department="water",
        urgency="later",
        reason='"><img src=x> <i>not roads</i>',
    )
    assert "<img" not in page.text
    assert "<script>alert" not in page.text
    assert "not roads" in words(page)


def test_a_comment_without_text_or_too_long_comes_back_with_what_was_typed(person, folder):
    page = ask(person, "   ", district="Horta")
    assert page.status_code == 422
    assert "Type the text of a comment first" in words(page)
    assert "<option selected>Horta" in page.text
    page = ask(person, "é" * 4001)
    assert page.status_code == 422
    assert "at most 4000 characters" in words(page)
    assert "é" * 4001 in page.text


def test_a_threat_to_life_shows_first_that_a_person_reads_it_now(person, folder):
    page = ask(person, "There is a lamp, and a man is unconscious.")
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)[1]
    assert "A person reads this now" in heading
    shown = words(page)
    assert shown.index("A person reads this now") < shown.index("What the service says")
    assert '<q lang="en">unconscious</q>' in page.text
    assert "would have sent this comment without a person" in shown


def test_a_threat_to_life_shows_first_also_where_the_service_fails_or_hangs(person, folder):
    page = person.get(APP, params={"project": PROJECT, "lang": "en"})
    text = "hang: my child is alone and bleeds"
    sent = {"_xsrf": xsrf(page), "project": PROJECT, "lang": "en", "text": text}
    waiting = person.post(f"{APP}decide", data=sent)
    assert "The service is starting" in words(waiting)
    assert "A person reads this now" in re.search(r"<h1[^>]*>(.*?)</h1>", waiting.text, re.S)[1]
    # Meanwhile the server answers others.
    began = time.monotonic()
    assert person.get(f"{APP}overrulings", params={"project": PROJECT}).status_code == 200
    assert time.monotonic() - began < 3
    for _ in range(8):
        waiting = person.get(waiting.url)
        if "setTimeout" not in waiting.text:
            break
    assert "ValueError: too late" in words(waiting)
    assert "A person reads this now" in re.search(r"<h1[^>]*>(.*?)</h1>", waiting.text, re.S)[1]


def test_a_confirmed_decision_is_recorded_without_the_text(person, folder):
    page = answer(person, ask(person, "The lamp is out, quick."), answer="confirmed")
    assert "Your decision is recorded: Roads and lights, today." in words(page)
    [row] = overrulings.read(folder)
    assert (row.answer, row.department, row.staff_department) == ("confirmed", "roads", "roads")
    assert "lamp" not in (folder / "overrulings.csv").read_text(encoding="utf-8")


def test_an_overruled_decision_is_recorded_and_shown_with_counts_by_language(person, folder):
    answer(person, ask(person, "La lampe est en panne.", language="fr"), answer="confirmed")
    page = answer(
        person,
        ask(person, "La lampe du parc est en panne.", language="fr", district="Garoa"),
        answer="overruled",
        department="parks",
        urgency="today",
        reason="La lampe est dans le parc.",
    )
    assert page.url.path == f"{APP}overrulings"
    assert [each.status_code for each in page.history] == [303]
    row = overrulings.read(folder)[-1]
    assert (row.department, row.staff_department) == ("roads", "parks")
    assert (row.urgency, row.staff_urgency) == ("later", "today")
    assert (row.language, row.district, row.confidence) == ("fr", "Garoa", "0.820")
    assert row.reason == "La lampe est dans le parc."
    assert row.text == "La lampe du parc est en panne."
    shown = words(page)
    assert "French 2 1 50%" in shown
    assert "All languages 2 1 50%" in shown
    assert "La lampe est dans le parc." in shown


def test_what_the_page_adds_to_the_service_s_urgency_is_not_recorded_as_the_service_s(
    person, folder
):
    # A sign of danger in an ordinary comment: the page says now, and the service says later.
    text = "The lamp at the hospital is out."
    page = ask(person, text)
    assert "A person reads this now" in words(page)
    answer(person, page, answer="overruled", department="parks", urgency="today", reason="a b c")
    answer(person, ask(person, text), answer="confirmed")
    later = {"department": "roads", "urgency": "later", "reason": "The lamp can wait."}
    answer(person, ask(person, text), answer="overruled", **later)
    rows = overrulings.read(folder)
    assert [(each.answer, each.urgency, each.staff_urgency) for each in rows] == [
        ("overruled", "later", "today"),
        ("confirmed", "later", "now"),
        # Staff agree with the service, and not with the page.
        ("confirmed", "later", "later"),
    ]


def test_the_reason_has_the_language_in_which_the_service_was_asked(person, folder):
    page = ask(person, "The lamp is out.", lang="en")
    page = person.get(page.url.copy_set_param("lang", "fr"))
    assert '<html lang="fr">' in page.text
    assert '<p class="reason" lang="en">' in page.text


def test_a_form_that_is_sent_twice_is_recorded_once(person, folder):
    page = ask(person, "The lamp is out.")
    answer(person, page, answer="confirmed")
    answer(
        person, page, answer="overruled", department="parks", urgency="now", reason="one two three"
    )
    assert [each.answer for each in overrulings.read(folder)] == ["confirmed"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"department": "roads", "urgency": "later"}, "neither the department nor the urgency"),
        ({"department": "person", "urgency": "now"}, "Choose the right department"),
        ({"department": "parks", "urgency": "never"}, "neither the department nor the urgency"),
        ({"department": "parks", "urgency": "now", "reason": "no idea"}, "at least three words"),
    ],
)
def test_an_overruling_needs_a_change_and_a_reason(person, folder, fields, sentence):
    page = answer(
        person,
        ask(person, "The lamp is out."),
        **{"answer": "overruled", "reason": "It stands in the park.", **fields},
    )
    assert page.status_code == 422
    assert sentence in words(page)
    assert overrulings.read(folder) == []


def test_a_comment_that_is_handed_over_can_be_confirmed_or_given_a_department(person, folder):
    page = ask(person, "A lamp, hand over.")
    assert "<h1>A person decides</h1>" in page.text
    assert "it hands over all the same" in words(page)
    answer(person, page, answer="confirmed")
    assert overrulings.read(folder)[0].staff_department == "person"


def test_a_damaged_file_is_told_and_nothing_is_recorded(person, folder):
    (folder / "overrulings.csv").write_text("not,ours\n", encoding="utf-8")
    page = answer(person, ask(person, "The lamp is out."), answer="confirmed")
    assert page.status_code == 409
    assert "Nothing was recorded" in words(page)
    page = person.get(f"{APP}overrulings", params={"project": PROJECT, "lang": "en"})
    assert "overrulings.csv cannot be read" in words(page)
    assert "Nothing was recorded" not in words(page)
    assert (folder / "overrulings.csv").read_text(encoding="utf-8") == "not,ours\n"


def test_a_decision_that_is_gone_is_told(person):
    page = person.get(f"{APP}case", params={"id": "nothing", "lang": "en"})
    assert page.status_code == 404
    assert "no longer here" in words(page)
    assert "There is no such page" not in words(page)


def test_from_a_decision_that_is_gone_one_comes_back_to_the_form_of_the_project(person, folder):
    sent = {"id": "nothing", "project": PROJECT, "lang": "en"}
    page = person.get(f"{APP}case", params=sent)
    back = re.search(r'class="button" href="([^"]+)"', page.text)[1]
    form = person.get(page.url.join(html.unescape(back)))
    assert "Type a comment" in words(form)
