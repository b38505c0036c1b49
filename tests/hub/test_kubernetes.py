"""The recipe for Kubernetes: its values, its services on a real hub, and what its images hold.

No cluster runs in a test. The values are held against the chart's schema; the hub's part of them,
and the environment of the services, are tried on a real hub.
"""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
import yaml
from jsonschema import Draft7Validator
from traitlets.config import Config

from autograder.errors import CourseError
from classroom.hub.configure import Cohort, configure
from classroom.hub.pod import NgShare, prepare
from classroom.hub.roster import Learner
from tests.autograder.small_course import make
from tests.content.notebooks import ROOT
from tests.hub.real_hub import free_ports
from tests.system import need

PLACE = ROOT / "deploy" / "kubernetes"
VALUES = yaml.safe_load((PLACE / "values.yaml").read_text())
OBJECTS = list(yaml.safe_load_all((PLACE / "course.yaml").read_text()))
SCHEMA = yaml.safe_load(Path(__file__).with_name("z2jh.schema.yml").read_text())


def faults(values: dict) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(values)]


def pod(name: str) -> dict:
    (found,) = (
        each
        for each in OBJECTS
        if each["kind"] == "Deployment" and each["metadata"]["name"] == name
    )
    return found["spec"]["template"]["spec"]


def containers() -> dict[str, dict]:
    """The containers of services, by the service's name on the hub."""
    found = [*pod("ai4gov-course")["containers"], *pod("ai4gov-ngshare")["containers"]]
    return {environment(each)["JUPYTERHUB_SERVICE_NAME"]: each for each in found}


def environment(container: dict) -> dict[str, str]:
    return {each["name"]: each["value"] for each in container["env"] if "value" in each}


def test_the_chart_accepts_the_values():
    Draft7Validator.check_schema(SCHEMA)
    assert faults(VALUES) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("singleuser", "memory", "maximum"), "1G"),
        (("singleuser", "mem"), {"limit": "1G"}),
        (("cull", "timeout"), "an hour"),
        (("hub", "service"), []),
        (("singleuser", "networkPolicy", "egressAllowRules", "internet"), False),
    ],
)
def test_a_wrong_key_or_type_in_the_values_is_found(path, value):
    changed = copy.deepcopy(VALUES)
    place = changed
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    assert len(faults(changed)) == 1


def test_roles_and_services_are_those_of_a_hub_on_one_server(tmp_path):
    c = Config()
    configure(c, [Cohort("ai4gov", str(tmp_path), "grade", ["prof"])], exchange="/x")
    roles = {each["name"]: each for each in c.JupyterHub.load_roles}
    mine = VALUES["hub"]["loadRoles"]
    for name, role in mine.items():
        assert {"name": name, **role} == roles[name]
    # The chart brings its own culler, with its role.
    assert set(roles) - set(mine) == {"idle-culler"}
    names = {each["name"] for each in c.JupyterHub.services}
    assert set(VALUES["hub"]["services"]) == names - {"idle-culler"} | {"ngshare"}
    for name in ("ai4gov", "ai4gov-desk"):
        assert VALUES["hub"]["services"][name].keys() == {"url", "oauth_no_confirm"}
    single = VALUES["singleuser"]
    assert single["cmd"][1:] == c.Spawner.cmd[1:]
    assert single["defaultUrl"] == c.Spawner.default_url
    assert VALUES["hub"]["config"]["Spawner"]["notebook_dir"] == c.Spawner.notebook_dir


def test_a_learner_has_1_gb_no_privileges_and_no_way_to_the_other_pods():
    single = VALUES["singleuser"]
    assert single["memory"]["limit"] == "1G"
    assert single["allowPrivilegeEscalation"] is False
    assert single["uid"] == 1000
    assert single["networkPolicy"]["enabled"] is True
    assert "privateIPs" not in single["networkPolicy"]["egressAllowRules"]
    (rule,) = single["networkPolicy"]["egress"]
    assert rule["to"] == [{"podSelector": {"matchLabels": {"app": "ai4gov-ngshare"}}}]


def test_learners_share_no_volume_with_each_other_or_with_the_course():
    """All pods run as one account, so modes of files would keep nobody apart."""
    assert "extraVolumes" not in VALUES["singleuser"]["storage"]
    assert VALUES["singleuser"]["storage"]["type"] == "dynamic"
    for each in OBJECTS:
        if each["kind"] == "PersistentVolumeClaim":
            assert each["spec"]["accessModes"] == ["ReadWriteOnce"]


def test_nobody_can_log_in_under_any_name():
    chosen = VALUES["hub"]["config"]["JupyterHub"]["authenticator_class"]
    assert chosen == "generic-oauth"
    assert "post_auth_hook = people.admit" in VALUES["hub"]["extraConfig"]["ai4gov.py"]


@pytest.mark.parametrize("name", ["ai4gov", "ai4gov-desk", "ngshare"])
def test_a_service_of_the_values_is_the_container_that_answers_at_its_address(name):
    env = environment(containers()[name])
    url = VALUES["hub"]["services"][name]["url"]
    service = re.fullmatch(r"http://(?P<host>[a-z0-9-]+):(?P<port>\d+)", url)
    (found,) = (
        each for each in OBJECTS
        if each["kind"] == "Service" and each["metadata"]["name"] == service["host"]
    )  # fmt: skip
    assert int(service["port"]) in {port["port"] for port in found["spec"]["ports"]}
    assert f":{service['port']}" in env["JUPYTERHUB_SERVICE_URL"]
    assert env["JUPYTERHUB_SERVICE_PREFIX"] == f"/services/{name}/"
    assert env["JUPYTERHUB_CLIENT_ID"] == f"service-{name}"
    (token,) = (
        each["valueFrom"]["secretKeyRef"]
        for each in containers()[name]["env"]
        if each["name"] == "JUPYTERHUB_API_TOKEN"
    )
    assert token == {"name": "hub", "key": f"hub.services.{name}.apiToken"}


def test_no_container_is_root_or_can_become_root():
    for name in ("ai4gov-course", "ai4gov-ngshare"):
        spec = pod(name)
        assert spec["securityContext"]["runAsNonRoot"] is True
        assert spec["automountServiceAccountToken"] is False
        for each in [*spec["containers"], *spec.get("initContainers", [])]:
            assert each["securityContext"]["allowPrivilegeEscalation"] is False
            assert each["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    # Kubernetes allows an unmasked /proc in a pod with a user namespace only.
    assert pod("ai4gov-course")["hostUsers"] is False


def test_all_images_and_commands_are_of_one_chart_and_of_its_hub():
    """Chart 4.4.0 brings JupyterHub 5.5.0, says its changelog of 10 June 2026."""
    said = {
        path.name: set(
            re.findall(r"(?:k8s-hub:|--version |of 4\.4, .*is |JUPYTERHUB=|jupyterhub==)(\d\S+\d)",
                       path.read_text())
        )
        for path in PLACE.iterdir()
    }  # fmt: skip
    assert {name: found for name, found in said.items() if found} == {
        "README.md": {"4.4.0", "5.5.0"},
        "hub.Dockerfile": {"4.4.0"},
        "course.Dockerfile": {"5.5.0"},
        "learner.Dockerfile": {"5.5.0"},
        "ngshare.Dockerfile": {"5.5.0"},
    }


def last_stage(name: str) -> str:
    return re.split(r"^FROM .*$", (PLACE / f"{name}.Dockerfile").read_text(), flags=re.M)[-1]


@pytest.mark.parametrize("name", ["learner", "hub"])
def test_an_image_that_learners_reach_has_no_sources(name):
    copied = re.findall(r"^(?:COPY|ADD) .*$", last_stage(name), flags=re.M)
    assert copied == ["COPY --from=wheel /wheels /tmp/wheels"]


def test_learners_and_instructors_images_load_their_own_settings_of_jupyter():
    for name, kind in (("learner", "learner"), ("course", "instructor")):
        stage = last_stage(name)
        assert f'print(ETC / "{kind}")' in stage
        assert "ENV JUPYTER_CONFIG_PATH=/opt/jupyter" in stage


# What pod.py does ------------------------------------------------------------------------------


class Recorded(BaseHTTPRequestHandler):
    """Answers as ngshare does, and keeps what it was asked."""

    courses: list[str]
    students: set[str]
    asked: list[tuple[str, str]]

    def answer(self, status: int = 200, **found) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps({"success": status == 200, **found}).encode())

    def do_GET(self) -> None:
        if self.headers["Authorization"] != "token right":
            return self.answer(403, message="Permission denied")
        if self.path == "/courses":
            return self.answer(courses=self.courses)
        return self.answer(students=[{"username": each} for each in sorted(self.students)])

    def do_POST(self) -> None:
        data = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append((f"POST {self.path}", json.dumps(data)))
        if "students" in data:
            self.students |= {each["username"] for each in json.loads(data["students"][0])}
        else:
            self.courses.append(self.path.rpartition("/")[2])
        self.answer()

    def do_DELETE(self) -> None:
        self.asked.append((f"DELETE {self.path}", ""))
        self.students.discard(self.path.rpartition("/")[2])
        self.answer()

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def server():
    handler = type("Handler", (Recorded,), {"courses": [], "students": set(), "asked": []})
    running = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield handler, f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


def test_the_class_list_is_who_may_fetch_and_hand_in_at_ngshare(server):
    handler, address = server
    here = NgShare(address, "right")
    first = [Learner("awa", "Awa Diop", "awa@school.example", "fr"), Learner("ze")]
    assert here.enrol("ai4gov", first) == (2, 0)
    assert handler.courses == ["ai4gov"]
    assert here.enrol("ai4gov", [Learner("awa"), Learner("bo")]) == (1, 1)
    assert handler.students == {"awa", "bo"}
    assert here.enrol("ai4gov", [Learner("awa"), Learner("bo")]) == (0, 0)
    sent = " ".join(data for _, data in handler.asked)
    assert "Diop" not in sent
    assert "school.example" not in sent


def test_a_refusal_of_ngshare_is_one_line(server):
    _, address = server
    with pytest.raises(CourseError, match=r"403, .*Permission denied") as caught:
        NgShare(address, "wrong").enrol("ai4gov", [])
    assert "\n" not in str(caught.value)
    with pytest.raises(CourseError, match=r"no ngshare at http://127\.0\.0\.1:1 "):
        NgShare("http://127.0.0.1:1", "right").enrol("ai4gov", [])


@pytest.mark.parametrize("name", ["ai4gov", "ai4gov-desk"])
def test_a_learner_cannot_have_the_name_of_a_service(tmp_path, name):
    """ngshare would take her for its administrator."""
    roster = tmp_path / "class.csv"
    roster.write_text(f"id\nawa\n{name}\n")
    with pytest.raises(CourseError, match=f"{name} is the name of a service"):
        prepare("ai4gov", tmp_path / "course", roster, None)
    assert not (tmp_path / "course" / "roster.csv").exists()


def test_a_class_list_for_a_course_that_is_not_there_is_refused_in_one_line(tmp_path):
    roster = tmp_path / "class.csv"
    roster.write_text("id\nawa\n")
    with pytest.raises(CourseError, match="no course there yet; call with --sources"):
        prepare("ai4gov", tmp_path / "course", roster, None)


# On a real hub ---------------------------------------------------------------------------------

HUB = """\
import os, yaml

c = get_config()
values = yaml.safe_load(open({values!r}))
# As the chart's jupyterhub_config.py does it: services and roles are dictionaries by name.
for section, settings in values["hub"]["config"].items():
    c[section].update(settings)
c.JupyterHub.services = [
    {{"name": name, "api_token": f"token-of-{{name}}-" + 32 * "x", **each}}
    for name, each in values["hub"]["services"].items()
]
c.JupyterHub.load_roles = [
    {{"name": name, **each}} for name, each in values["hub"]["loadRoles"].items()
]
for name, text in sorted(values["hub"]["extraConfig"].items()):
    exec(text)
# Of this test: an address, and logins that need no other server.
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "a password"
c.JupyterHub.spawner_class = "simple"
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A hub with the recipe's values, and its services with the recipe's environment."""
    need("configurable-http-proxy")
    place = tmp_path_factory.mktemp("kubernetes")
    classes = place / "classes"
    classes.mkdir()
    (classes / "roster.csv").write_text("id,language\nawa,fr\n")
    course = place / "course"
    make(course)
    with (course / "nbgrader_config.py").open("a") as config:
        config.write('\nc.CourseDirectory.course_id = "ai4gov"\n')
    public, hub, proxy, formgrader, desk = free_ports(5)
    ports = {"ai4gov-course:8888": formgrader, "ai4gov-course:8889": desk}
    text = (PLACE / "values.yaml").read_text()
    text = text.replace("/etc/ai4gov/classes/ai4gov", str(classes)).replace("PROF", "prof")
    for name, port in ports.items():
        text = text.replace(name, f"127.0.0.1:{port}")
    (place / "values.yaml").write_text(text)
    config = place / "jupyterhub_config.py"
    config.write_text(
        HUB.format(values=str(place / "values.yaml"), public=public, hub=hub, proxy=proxy)
    )
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    started = []

    def start(command, folder, **env):
        log = (place / f"{len(started)}.log").open("wb")
        started.append(
            subprocess.Popen(
                command, cwd=folder, env={"PATH": path, "HOME": str(place), **env},
                stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            )
        )  # fmt: skip

    start([sys.executable, "-m", "jupyterhub", "-f", str(config)], place)
    for name, own in (("ai4gov", formgrader), ("ai4gov-desk", desk)):
        container = containers()[name]
        env = environment(container) | {
            "JUPYTERHUB_API_URL": f"http://127.0.0.1:{hub}/hub/api",
            "JUPYTERHUB_API_TOKEN": f"token-of-{name}-" + 32 * "x",
            "HOME": str(place),
            "PYTHONPATH": str(ROOT),
        }
        url = env["JUPYTERHUB_SERVICE_URL"]
        env["JUPYTERHUB_SERVICE_URL"] = re.sub(r"//0\.0\.0\.0:\d+", f"//127.0.0.1:{own}", url)
        if name == "ai4gov":
            etc = ROOT / "autograder" / "hub" / "etc" / "instructor"
            env["JUPYTER_CONFIG_PATH"] = str(etc)
        # Jupyter refuses to run as root, which the container is not.
        root = ["--allow-root"] * (name == "ai4gov" and os.geteuid() == 0)
        start([sys.executable, *container["command"][1:], *root], course, **env)
    address = f"http://127.0.0.1:{public}"
    try:
        for path in ("/hub/api", "/services/ai4gov/formgrader", "/services/ai4gov-desk/"):
            wait(address + path, started, place)
        yield address
    finally:
        for each in started:
            each.send_signal(signal.SIGTERM)
        for each in started:
            try:
                each.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(each.pid, signal.SIGKILL)
        shutil.rmtree(place, ignore_errors=True)


def wait(address: str, started: list, place: Path) -> None:
    for _ in range(240):
        logs = "".join(log.read_text(errors="replace")[-2000:] for log in place.glob("*.log"))
        assert all(each.poll() is None for each in started), logs
        try:
            # The proxy alone answers 404, before the hub has told it where a service is.
            if httpx.get(address, timeout=5).status_code in (200, 302, 403):
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError(logs)


def person(address: str, name: str) -> httpx.Client:
    """Somebody who has logged in."""
    client = httpx.Client(base_url=address, follow_redirects=True, timeout=30)
    client.get("/hub/login")
    token = client.cookies.get("_xsrf", path="/hub/")
    client.post("/hub/login", data={"username": name, "password": "a password", "_xsrf": token})
    return client


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_recipe_s_services_open_for_instructors_and_for_nobody_else(running):
    prof, awa, stranger = (person(running, name) for name in ("prof", "awa", "stranger"))
    assert "Manage Assignments" in prof.get("/services/ai4gov/formgrader").text
    desk = prof.get("/services/ai4gov-desk/")
    assert desk.status_code == 200
    assert "ps1" in desk.text
    for path in ("/services/ai4gov/formgrader", "/services/ai4gov-desk/"):
        assert awa.get(path).status_code == 403
        answer = stranger.get(path)
        assert answer.status_code == 403 or "/hub/login" in str(answer.url)
