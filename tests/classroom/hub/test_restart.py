"""A hub is restarted while a learner works: with the proxy apart, her server goes on answering."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from classroom.hub.proxy import TOKEN, command, main
from tests.classroom.hub.real_hub import PASSWORD, Cohort, real_hub
from tests.course.content.notebooks import ROOT

RECIPE = ROOT / "deploy" / "jupyterhub"
AWA, PROF = "ai4gov-r-awa", "ai4gov-r-prof"


@pytest.fixture
def config(tmp_path):
    file = tmp_path / "jupyterhub_config.py"
    file.write_text("c = get_config()\nc.JupyterHub.bind_url = 'http://127.0.0.1:8000'\n")
    return file


def options(config: Path) -> dict[str, str]:
    made = command(str(config))
    return {name: value for name, value in zip(made, [*made[1:], ""], strict=True) if "--" in name}


def test_the_proxy_listens_where_the_hub_s_configuration_says(config, monkeypatch):
    monkeypatch.setenv(TOKEN, "secret")
    with config.open("a") as file:
        file.write(
            "c.JupyterHub.bind_url = 'https://0.0.0.0'\nc.JupyterHub.hub_port = 9081\n"
            "c.JupyterHub.ssl_key = '/k'\nc.JupyterHub.ssl_cert = '/c'\n"
            "c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:9001'\n"
        )
    found = options(config)
    assert (found["--ip"], found["--port"]) == ("0.0.0.0", "443")
    assert (found["--api-ip"], found["--api-port"]) == ("127.0.0.1", "9001")
    assert (found["--ssl-key"], found["--ssl-cert"]) == ("/k", "/c")
    assert found["--default-target"] == "http://127.0.0.1:9081"
    assert found["--error-target"] == "http://127.0.0.1:9081/hub/error"


def test_with_a_domain_for_each_learner_the_hub_answers_on_its_own_only(config, monkeypatch):
    monkeypatch.setenv(TOKEN, "secret")
    with config.open("a") as file:
        file.write("c.JupyterHub.subdomain_host = 'https://hub.school.example'\n")
    assert "--host-routing" in options(config)
    assert "--default-target" not in options(config)


def test_without_the_common_secret_no_proxy_is_started(config, monkeypatch, capsys):
    monkeypatch.delenv(TOKEN, raising=False)
    assert main([str(config)]) == 2
    assert TOKEN in capsys.readouterr().err


def test_another_kind_of_proxy_is_left_to_the_hub(config, monkeypatch):
    monkeypatch.setenv(TOKEN, "secret")
    with config.open("a") as file:
        file.write(
            "from jupyterhub.proxy import Proxy\n"
            "c.JupyterHub.proxy_class = type('Traefik', (Proxy,), {})\n"
        )
    assert main([str(config)]) == 0


def test_hub_and_proxy_of_the_recipe_share_a_secret_that_no_backup_holds():
    units = {name: (RECIPE / f"ai4gov-{name}.service").read_text() for name in ("hub", "proxy")}
    files = {re.search(r"^EnvironmentFile=(\S+)$", text, re.M)[1] for text in units.values()}
    assert files == {"/etc/ai4gov-proxy.env"}
    assert "folders=(etc/ai4gov srv/ai4gov home)" in (RECIPE / "backup.sh").read_text()
    assert "--ConfigurableHTTPProxy.should_start=False" in units["hub"]


class Asking(threading.Thread):
    """Asks a learner's server again and again, through the proxy."""

    def __init__(self, address: str):
        super().__init__()
        self.address = address
        self.answers: list[int | str] = []
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.2):
            try:
                self.answers.append(httpx.get(self.address, timeout=10).status_code)
            except httpx.HTTPError as error:
                self.answers.append(repr(error))


def log_in(hub) -> httpx.Client:
    client = httpx.Client(base_url=hub.address, follow_redirects=True, timeout=60)
    client.get("/hub/login")
    token = client.cookies.get("_xsrf", path="/hub/")
    client.post(
        "/hub/login?next=%2Fhub%2Fhome",
        data={"username": AWA, "password": PASSWORD, "_xsrf": token},
    )
    return client


def wait_for(ask, what: str) -> None:
    until = time.monotonic() + 240
    while time.monotonic() < until:
        try:
            if ask():
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError(what)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_learner_s_server_answers_while_the_hub_is_restarted():
    cohort = Cohort("ai4gov", "ai4gov-r-grader", PROF, {AWA: "fr"})
    apart = ("--ConfigurableHTTPProxy.should_start=False", "--JupyterHub.cleanup_servers=False")
    with real_hub([cohort], ("en", "fr"), started=False) as hub:
        secret = {TOKEN: "a-secret-of-this-test"}
        proxy = subprocess.Popen(
            [sys.executable, "-m", "classroom.hub.proxy", str(hub.config())],
            cwd=hub.place,
            env=os.environ | secret | {"PYTHONPATH": str(ROOT)},
            stdout=(hub.place / "proxy.log").open("wb"),
            stderr=subprocess.STDOUT,
        )
        try:
            hub.start(*apart, **secret)
            awa = log_in(hub)
            server = f"{hub.address}/user/{AWA}/api"
            awa.get(f"/hub/spawn/{AWA}")
            wait_for(lambda: httpx.get(server).status_code == 200, hub.said())
            asking = Asking(server)
            asking.start()
            try:
                hub.stop()
                time.sleep(2)
                assert awa.get("/hub/home").status_code == 503
                hub.start(*apart, **secret)
                time.sleep(2)
            finally:
                asking.done.set()
                asking.join()
            assert set(asking.answers) == {200}
            assert len(asking.answers) > 10
            page = awa.get("/hub/home")
            assert page.status_code == 200 and "stop" in page.text
            assert awa.get(f"/user/{AWA}/ai4gov/start.html").status_code == 200
        finally:
            hub.stop()
            proxy.kill()
            proxy.wait()
