"""What configure() sets for a hub, and what a hub needs to read it."""

from __future__ import annotations

import asyncio
import pwd
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from traitlets.config import Config

from autograder.errors import CourseError
from classroom.hub.configure import ETC, Cohort, NotInTheClassList, configure
from course.language import LANGUAGES
from tests.course.content.notebooks import ROOT

LEARNER = "games"
"""An account that every Debian has."""


@pytest.fixture
def cohort(tmp_path):
    (tmp_path / "roster.csv").write_text("id,language\njupyter-awa,fr\nze,pt\n")
    return Cohort("ai4gov", str(tmp_path), "grade-ai4gov", ["prof"])


def configured(cohort: Cohort, **settings) -> Config:
    c = Config()
    configure(c, [cohort], exchange="/srv/exchange", **settings)
    return c


def services(c: Config) -> dict[str, dict]:
    return {each["name"]: each for each in c.JupyterHub.services}


def test_a_hub_reads_the_configuration_without_nbgrader_and_jupyterlab(cohort):
    """A hub in a container, and The Littlest JupyterHub's, have neither."""
    code = f"""
import sys
for name in ("nbgrader", "nbformat", "nbconvert", "jupyterlab", "jupyter_server", "pandas"):
    sys.modules[name] = None
from traitlets.config import Config
from classroom.hub.cohorts import cohorts_in
from classroom.hub.configure import Cohort, configure
c = Config()
configure(c, [Cohort("ai4gov", {cohort.folder!r}, "grade", ["prof"])], exchange="/srv/exchange")
people = c.Authenticator.post_auth_hook.__self__
assert people.groups("ze") == ["nbgrader-ai4gov", "ai4gov-lang-pt"], people.groups("ze")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_class_list_of_accounts_admits_their_logins(cohort):
    people = configured(cohort, account_prefix="jupyter-").Authenticator.post_auth_hook.__self__
    assert people.groups("awa") == ["nbgrader-ai4gov", "ai4gov-lang-fr"]
    assert people.language("awa") == "fr"
    assert people.groups("prof") == ["formgrade-ai4gov"]
    # A login whose account is in no class list, even if the login itself is.
    assert people.groups("ze") == []
    assert people.groups("jupyter-awa") == []


def test_a_class_list_without_a_language_says_nothing_about_it(cohort):
    (Path(cohort.folder) / "roster.csv").write_text("id\nawa\n")
    c = configured(cohort)
    people = c.Authenticator.post_auth_hook.__self__
    assert people.groups("awa") == ["nbgrader-ai4gov"]
    spawner = SimpleNamespace(user=SimpleNamespace(name="awa"), environment={})
    c.Spawner.pre_spawn_hook(spawner)
    assert spawner.environment == {}


def test_a_damaged_class_list_shuts_out_its_own_cohort_only(cohort, tmp_path, caplog):
    damaged = tmp_path / "autumn"
    damaged.mkdir()
    (damaged / "roster.csv").write_text("nothing,that,is,known\nawa,fr,x,y\n")
    autumn = Cohort("autumn", str(damaged), "grade-autumn", ["teacher"])
    c = Config()
    configure(c, [autumn, cohort], exchange="/srv/exchange")
    people = c.Authenticator.post_auth_hook.__self__
    assert people.groups("ze") == ["nbgrader-ai4gov", "ai4gov-lang-pt"]
    assert people.language("ze") == "pt"
    assert people.groups("teacher") == ["formgrade-autumn"]
    assert str(damaged / "roster.csv") in caplog.text


class Handler:
    """A request of somebody at the hub."""

    def __init__(self, name: str, **settings: str):
        self.current_user = SimpleNamespace(name=name)
        self.settings = {"base_url": "/", **settings}


def test_who_only_teaches_comes_to_the_desk_and_who_learns_to_the_hub_s_own_page(cohort):
    first_page = configured(cohort).JupyterHub.default_url
    assert first_page(Handler("prof")) == "/services/ai4gov-desk/"
    assert first_page(Handler("ze")) == ""
    assert first_page(Handler("prof", subdomain_host="https://hub.school.example")) == ""


def test_somebody_in_no_class_list_reads_so_in_every_language(cohort):
    authenticator = SimpleNamespace(log=SimpleNamespace(warning=lambda *said: None))
    admit = configured(cohort).Authenticator.post_auth_hook
    assert admit(authenticator, None, {"name": "ze"})["groups"][0] == "nbgrader-ai4gov"
    with pytest.raises(NotInTheClassList) as refused:
        admit(authenticator, None, {"name": "stranger"})
    assert refused.value.status_code == 403
    said = refused.value.jupyterhub_message
    assert said.startswith("Your name and password are right, but you are in no class list")
    assert len(set(said.split(" · "))) == len(LANGUAGES)


def test_learners_and_services_run_in_another_python_the_culler_in_the_hub_s(cohort, tmp_path):
    python = tmp_path / "env" / "bin" / "python"
    etc = tmp_path / "env/lib/python3.13/site-packages/classroom/hub/etc"
    etc.mkdir(parents=True)
    c = configured(cohort, python=str(python))
    found = services(c)
    assert c.Spawner.cmd[0] == str(python)
    assert c.Spawner.environment["JUPYTER_CONFIG_PATH"] == str(etc / "learner")
    for name in ("ai4gov", "ai4gov-desk"):
        assert found[name]["command"][0] == str(python)
        assert found[name]["environment"]["PATH"].split(":")[0] == str(python.parent)
    assert found["ai4gov"]["environment"]["JUPYTER_CONFIG_PATH"] == str(etc / "instructor")
    assert found["idle-culler"]["command"][0] == sys.executable


def test_a_python_without_the_course_is_refused(cohort, tmp_path):
    with pytest.raises(CourseError, match="the course is not installed there"):
        configured(cohort, python=str(tmp_path / "bin" / "python"))


def test_without_another_python_the_settings_are_the_package_s_own(cohort):
    c = configured(cohort)
    assert c.Spawner.environment["JUPYTER_CONFIG_PATH"] == str(ETC / "learner")
    assert (Path(ETC) / "learner" / "nbgrader_config.py").is_file()


class Asked(Exception):
    """Raised in place of a start by systemd, which does not run in a test."""


@pytest.fixture
def unit(monkeypatch, tmp_path):
    """What the hub of deploy/jupyterhub asks systemd to start for a learner."""
    from jupyterhub.app import JupyterHub
    from systemdspawner import systemd
    from traitlets.config.loader import PyFileConfigLoader

    asked: dict = {}

    async def start(name, **settings):
        asked.update(settings, name=name)
        raise Asked

    async def no(name):
        return False

    monkeypatch.setattr(systemd, "start_transient_service", start)
    monkeypatch.setattr(systemd, "service_running", no)
    monkeypatch.setattr(systemd, "service_failed", no)
    cohorts = tmp_path / "cohorts"
    cohorts.mkdir()
    (cohorts / "ai4gov.yml").write_text(
        f"{{course_id: ai4gov, folder: {tmp_path}, account: nobody, instructors: [prof]}}"
    )
    (tmp_path / "roster.csv").write_text(f"id,language\n{LEARNER},fr\n")
    file = tmp_path / "jupyterhub_config.py"
    text = (ROOT / "deploy/jupyterhub/jupyterhub_config.py").read_text()
    file.write_text(text.replace("/etc/ai4gov/cohorts", str(cohorts)))
    c = PyFileConfigLoader(file.name, str(tmp_path)).load_config()
    hub = JupyterHub(config=c)
    user = SimpleNamespace(name=LEARNER, id=1, url="/", escaped_name=LEARNER)
    spawner = hub.spawner_class(config=c, user=user, hub=None)
    monkeypatch.setattr(type(spawner), "get_env", lambda self: dict(self.environment))
    monkeypatch.setattr(type(spawner), "get_args", lambda self: [])
    c.Spawner.pre_spawn_hook(spawner)
    with pytest.raises(Asked):
        asyncio.run(spawner.start())
    return asked


def test_systemd_is_asked_to_hold_the_learner_to_1_gb(unit):
    """What systemd then does was not tried: it does not run here."""
    assert unit["properties"]["MemoryMax"] == 2**30
    assert unit["properties"]["MemoryAccounting"] == "yes"


def test_systemd_is_asked_to_run_the_server_as_the_learner_in_her_home_and_language(unit):
    account = pwd.getpwnam(LEARNER)
    assert (unit["uid"], unit["gid"]) == (account.pw_uid, account.pw_gid)
    assert unit["working_dir"] == account.pw_dir
    assert unit["cmd"] == [sys.executable, "-m", "classroom.hub.learner_server"]
    assert unit["environment_variables"]["AI4GOV_LEARNER_LANG"] == "fr"
    assert unit["environment_variables"]["AI4GOV_EXCHANGE"] == "/srv/ai4gov/exchange"
