"""The course's settings on The Littlest JupyterHub, loaded after TLJH's own as TLJH loads them.

TLJH itself needs systemd and is not installed here. What it sets before it reads
`jupyterhub_config.d` was read in its source: tljh/jupyterhub_config.py and tljh/configurer.py.
"""

from __future__ import annotations

import sys

import pytest
import yaml
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from tests.course.content.notebooks import ROOT

RECIPE = ROOT / "deploy" / "tljh"

TLJH = """\
c = get_config()
c.JupyterHub.spawner_class = "tljh.user_creating_spawner.UserCreatingSpawner"
c.JupyterHub.cleanup_servers = False
c.JupyterHub.hub_port = 15001
c.SystemdSpawner.extra_paths = ["/opt/tljh/user/bin"]
c.SystemdSpawner.unit_name_template = "jupyter-{USERNAME}"
c.SystemdSpawner.username_template = "jupyter-{USERNAME}"
c.JupyterHub.authenticator_class = "nativeauthenticator.NativeAuthenticator"
c.Authenticator.allowed_users = set()
c.Authenticator.blocked_users = set()
c.Authenticator.admin_users = {"boss"}
c.Spawner.mem_limit = MEMORY
c.Spawner.cpu_limit = None
c.Spawner.default_url = "/lab"
c.JupyterHub.services = [{"name": "cull-idle", "admin": True, "command": ["cull"]}]
load_subconfig(EXTRA)
"""


@pytest.fixture
def load(tmp_path):
    """Load TLJH's settings and ours, with one cohort or none."""

    def loaded(*, cohorts: int = 1, memory: str | None = None) -> Config:
        folder = tmp_path / "cohorts"
        folder.mkdir()
        if cohorts:
            (folder / "ai4gov.yml").write_text(
                f"{{course_id: ai4gov, folder: {tmp_path}, account: grade-ai4gov, "
                "instructors: [prof]}"
            )
            (tmp_path / "roster.csv").write_text("id,language\njupyter-awa,fr\n")
        config = tmp_path / "config.yaml"
        config.write_text(yaml.safe_dump({"users": {"admin": ["boss"]}}))
        if memory:
            config.write_text(config.read_text() + f"limits:\n  memory: {memory}\n")
        text = (RECIPE / "ai4gov.py").read_text().replace("/etc/ai4gov/cohorts", str(folder))
        text = text.replace("/opt/tljh/config/config.yaml", str(config))
        extra = tmp_path / "ai4gov.py"
        extra.write_text(text.replace("/opt/ai4gov/env/bin/python", sys.executable))
        main = tmp_path / "jupyterhub_config.py"
        main.write_text(TLJH.replace("MEMORY", repr(memory)).replace("EXTRA", repr(str(extra))))
        return PyFileConfigLoader(main.name, str(tmp_path)).load_config()

    return loaded


def test_a_login_of_tljh_has_the_groups_of_its_account_s_line_in_the_class_list(load):
    people = load().Authenticator.post_auth_hook.__self__
    assert people.groups("awa") == ["nbgrader-ai4gov", "ai4gov-lang-fr"]
    assert people.groups("prof") == ["formgrade-ai4gov"]
    assert people.groups("jupyter-awa") == people.groups("stranger") == []


def test_tljh_s_administrators_spawner_and_ports_stay(load):
    c = load()
    assert c.Authenticator.admin_users == {"boss"}
    assert c.Authenticator.post_auth_hook.__self__.admins == {"boss"}
    assert c.JupyterHub.spawner_class == "tljh.user_creating_spawner.UserCreatingSpawner"
    assert c.JupyterHub.hub_port == 15001
    assert c.JupyterHub.authenticator_class == "nativeauthenticator.NativeAuthenticator"


def test_the_memory_limit_is_tljh_s_or_1_gb(load):
    assert load(memory="3G").Spawner.mem_limit == "3G"


def test_without_a_memory_limit_of_tljh_a_learner_has_1_gb(load):
    assert load().Spawner.mem_limit == "1G"


def test_there_is_one_culler_and_it_is_no_administrator(load):
    services = {each["name"]: each for each in load().JupyterHub.services}
    assert set(services) == {"idle-culler", "ai4gov", "ai4gov-desk"}
    assert not any(each.get("admin") for each in services.values())


def test_before_the_first_cohort_tljh_stays_as_it_is(load):
    c = load(cohorts=0)
    assert [each["name"] for each in c.JupyterHub.services] == ["cull-idle"]
    assert c.Spawner.default_url == "/lab"
    assert "post_auth_hook" not in c.Authenticator
