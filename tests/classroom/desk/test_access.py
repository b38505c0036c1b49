"""Who may use the desk, and what its pages may load and send."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from functools import partial

import httpx
import pytest
from jupyterhub.services.auth import HubOAuth
from tornado.web import Application, RequestHandler

from tests.classroom.desk.class_of_notes import (
    NAME,
    TOKEN,
    Browser,
    decision,
    hand_in,
    nonce,
    serving,
)

PATHS = ("/", "/missing", "/read", "/report")


@pytest.mark.parametrize("path", [*PATHS, "/read/0123456789abcdef", "/report/grades.csv", "/none"])
def test_without_the_token_every_page_is_forbidden(desk, path):
    assert httpx.get(desk.address + path).status_code == 403
    assert httpx.get(f"{desk.address}{path}?token=wrong").status_code == 403


def test_the_token_moves_from_the_address_into_a_cookie(desk):
    answer = httpx.get(f"{desk.address}/?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and TOKEN not in cookie


def test_a_page_of_another_host_that_rebinds_its_name_gets_nothing(desk):
    named = {"Host": "attacker.example"}
    assert httpx.get(f"{desk.address}/?token={TOKEN}", headers=named).status_code == 403
    cookies = desk.browser().client.cookies
    assert httpx.get(desk.address, headers=named, cookies=cookies).status_code == 403


FOREIGN = [
    {"Origin": "http://evil.example"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Referer": "http://127.0.0.1:1/page"},
    {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site"},
]


def step_form(browser, path: str = "/") -> dict[str, str]:
    """What the button of a step sends."""
    form = browser.open(path).html.select_one(f"form[aria-label='Steps: {NAME}']")
    data = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    return data | {"step": "release"}


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_page_of_another_origin_starts_no_step_though_all_cookies_are_there(desk, headers):
    browser = desk.browser()
    answer = browser.client.post("/step", data=step_form(browser), headers=headers)
    assert (answer.status_code, list(desk.desk.jobs)) == (403, [])


def test_the_desks_own_page_starts_a_step(desk):
    browser = desk.browser()
    own = {"Origin": desk.address, "Referer": f"{desk.address}/", "Sec-Fetch-Site": "same-origin"}
    assert browser.client.post("/step", data=step_form(browser), headers=own).status_code == 200
    assert len(list(desk.desk.jobs)) == 1


def test_a_cookie_that_another_port_has_set_makes_no_form_valid(desk):
    """A page on another port of this machine can set cookies here, of any name."""
    browser = desk.browser()
    port = desk.address.rpartition(":")[2]
    chosen = "2|00000000|" + "11" * 16 + "|1700000000"
    for name in ("_xsrf", f"ai4gov-desk-xsrf-{port}"):
        browser.client.cookies.set(name, chosen)
    data = step_form(browser) | {"_xsrf": chosen}
    assert browser.client.post("/step", data=data).status_code == 403
    other = step_form(desk.browser())
    assert browser.client.post("/step", data=other).status_code == 403
    assert list(desk.desk.jobs) == []


def test_nothing_logs_the_token(desk, caplog, monkeypatch):
    # httpx, the client of this test, logs its addresses.
    caplog.set_level("ERROR", "httpx")
    caplog.set_level("INFO")
    for name in ("tornado.access", "tornado.application", "tornado.general"):
        # Jupyter's servers in other tests take these from the root logger.
        monkeypatch.setattr(logging.getLogger(name), "parent", logging.getLogger())
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    for headers in ({}, {"Host": "attacker.example"}):
        httpx.get(f"{desk.address}/?token={TOKEN}", headers=headers)
        httpx.post(f"{desk.address}/step?token={TOKEN}", headers=headers)
        httpx.get(f"{desk.address}/none?token={TOKEN}", headers=headers)
    assert "403 GET /" in caplog.text and TOKEN not in caplog.text


@pytest.mark.parametrize("path", ["step", "stop"])
def test_a_form_without_its_hidden_token_does_nothing(desk, path):
    browser = desk.browser()
    data = {"step": "release", "assignment": NAME, "job": "1", "_xsrf": "forged"}
    assert browser.client.post(f"/{path}", data=data).status_code == 403
    assert list(desk.desk.jobs) == []


def test_points_without_the_hidden_token_are_not_saved(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    note = browser.open(browser.open("/read").link("awa"))
    version = note.html.select_one("[name=version]")["value"]
    data = {"tick": ["0", "1"], "version": version}
    assert browser.client.post(str(note.response.url), data=data).status_code == 403
    assert decision(course, "awa") == (None, None, True)


def test_every_page_has_a_policy_and_loads_nothing(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    pages = [browser.open(path) for path in (*PATHS, "/none")]
    pages.append(browser.open(pages[2].link("awa")))
    for page in pages:
        policy = page.response.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
        scripts = page.html.find_all("script")
        assert [each.get("nonce") for each in scripts] == [nonce(page)]
        loaded = "link:not([href^='data:image/']), img[src^=http], [src*='//'], iframe, object"
        assert not page.html.select(loaded)
        assert not re.search(r'@import|url\((?!"data:)', page.response.text)
    assert len({nonce(page) for page in pages}) == len(pages)


@pytest.mark.slow
def test_the_command_writes_an_address_that_opens_the_desk_and_ends_when_told(course):
    command = [sys.executable, "-m", "classroom.cli", "desk"]
    with subprocess.Popen(command, cwd=course, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith("The desk is open")
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        assert httpx.get(address, follow_redirects=True).status_code == 200
        process.terminate()
        assert process.wait(30) == 0


# On a hub


class Users(RequestHandler):
    """The hub's answer to whose token it is."""

    def get(self) -> None:
        name = self.request.headers.get("Authorization", "").removeprefix("token ")
        groups = {"prof": ["formgrade-small"], "awa": ["nbgrader-small"], "other": ["formgrade-x"],
                  "boss": []}  # fmt: skip
        if name not in groups:
            self.set_status(404)
            return
        self.finish({
            "name": name, "kind": "user", "admin": name == "boss", "groups": groups[name],
            "scopes": ["access:services!service=desk"], "session_id": None,
        })  # fmt: skip


@pytest.fixture
def hub_desk(course):
    """The desk as a service of a stand-in for a hub; users' tokens are their names."""
    import asyncio
    import threading

    started, ended, port = threading.Event(), threading.Event(), []

    async def run() -> None:
        from tornado.httpserver import HTTPServer
        from tornado.netutil import bind_sockets

        sockets = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(Application([("/hub/api/user", Users)]))
        server.add_sockets(sockets)
        port.append(sockets[0].getsockname()[1])
        started.set()
        while not ended.is_set():
            await asyncio.sleep(0.02)
        server.stop()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert started.wait(20)
    auth = HubOAuth(
        api_url=f"http://127.0.0.1:{port[0]}/hub/api",
        api_token="the-service's",
        oauth_client_id="service-desk",
        base_url="/services/desk/",
        access_scopes={"access:services!service=desk"},
    )
    with serving(course, base="/services/desk/", hub_auth=auth) as server:
        yield server
    ended.set()
    thread.join(20)


def status(hub_desk, user: str, path: str = "") -> int:
    headers = {"Authorization": f"token {user}"}
    return httpx.get(f"{hub_desk.address}/services/desk/{path}", headers=headers).status_code


@pytest.mark.parametrize("path", ["", "missing", "read", "report", "read/0123456789abcdef"])
def test_on_a_hub_only_the_courses_instructors_come_in(hub_desk, path):
    assert status(hub_desk, "prof", path) == (404 if "0123" in path else 200)
    for user in ("awa", "other", "boss"):
        assert status(hub_desk, user, path) == 403


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_on_a_hub_a_page_of_another_origin_starts_no_step(hub_desk, headers):
    prof = Browser(hub_desk.address, headers={"Authorization": "token prof"})
    data = step_form(prof, "/services/desk/")
    send = partial(prof.client.post, "/services/desk/step", data=data, follow_redirects=False)
    assert (send(headers=headers).status_code, list(hub_desk.desk.jobs)) == (403, [])
    # Behind a proxy that changes the name of the host, the browser's word counts.
    own = {"Origin": "https://hub.example", "Sec-Fetch-Site": "same-origin"}
    assert send(headers=own).status_code == 302
    assert len(list(hub_desk.desk.jobs)) == 1


def test_on_a_hub_a_stranger_is_sent_to_the_login(hub_desk):
    answer = httpx.get(f"{hub_desk.address}/services/desk/read")
    assert answer.status_code == 302
    assert "/hub/api/oauth2/authorize" in answer.headers["location"]


def test_on_a_hub_the_other_instructor_is_named(course, hub_desk):
    hand_in(course, "awa")
    prof = Browser(hub_desk.address, headers={"Authorization": "token prof"})
    page = prof.open(prof.open("/services/desk/read").link("awa"))
    assert page.status == 200 and "prof" not in page.text
    id = str(page.response.url).rpartition("/")[2].partition("?")[0]
    hub_desk.desk.readers.close(id)
    hub_desk.desk.readers.open(id, "prof2")
    assert "prof2 opened this note at" in prof.open(str(page.response.url)).text
