"""install.sh on a server of stand-ins: what it installs, what it leaves alone, what it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.course.content.notebooks import ROOT
from tests.system import need

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="the script is called by root")

TOOLS = {
    "dpkg-query": 'echo "install ok installed"',
    "npm": 'mkdir -p node_modules/.bin; echo "npm $*" >> "$CALLED"',
    "systemctl": 'echo "systemctl $*" >> "$CALLED"',
    "python3": """\
case "$1" in
  -c) exit $OLD_PYTHON ;;
  --version) echo "Python 3.9.2" ;;
  -m) mkdir -p "$3/bin"; cp "$TOOLS/pip" "$3/bin/pip"; cp "$TOOLS/python" "$3/bin/python" ;;
esac""",
    "pip": 'echo "pip $*" >> "$CALLED"',
    "python": 'echo "python $*" >> "$CALLED"; echo "stale: release/en/x.ipynb"; exit $STALE',
}
"""Stand-ins for programs that would change the machine; `python` is the environment's."""


OWN_FOLDERS = """
for name in etc opt run srv usr/local/bin; do mount --bind "$ROOT/$name" "/$name"; done
exec "$0"
"""
"""The script writes to fixed places: in a mount namespace these are folders of the test."""


class Server:
    """An empty root folder, a checkout with what the script reads, and what was called."""

    def __init__(self, place: Path):
        self.root = place / "root"
        need("unshare")
        for name in ("run/systemd/system", "opt", "srv", "usr/local/bin"):
            (self.root / name).mkdir(parents=True)
        (self.root / "etc/systemd/system").mkdir(parents=True)
        for name in ("passwd", "group", "nsswitch.conf"):
            shutil.copy(f"/etc/{name}", self.root / "etc")
        self.course = place / "course"
        shutil.copytree(ROOT / "deploy", self.course / "deploy")
        (self.course / "requirements").mkdir()
        for name in ("requirements/hub.txt", "pyproject.toml"):
            shutil.copy(ROOT / name, self.course / name)
        self.tools = place / "tools"
        self.tools.mkdir()
        for name, text in TOOLS.items():
            (self.tools / name).write_text(f"#!/bin/bash\n{text}\n")
            (self.tools / name).chmod(0o755)
        self.log = place / "called"

    def install(self, **changes: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        return subprocess.run(
            [
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-ec",
                OWN_FOLDERS,
                self.course / "deploy" / "jupyterhub" / "install.sh",
            ],
            env={
                "PATH": f"{self.tools}:/usr/bin:/bin",
                "ROOT": str(self.root),
                "CALLED": str(self.log),
                "TOOLS": str(self.tools),
                "OLD_PYTHON": "0",
                "STALE": "0",
                **changes,
            },
            capture_output=True,
            text=True,
        )

    @property
    def called(self) -> str:
        return self.log.read_text()


@pytest.fixture
def server(tmp_path) -> Server:
    return Server(tmp_path)


def test_hub_and_proxy_are_units_and_share_a_secret_that_only_root_reads(server):
    done = server.install()
    assert done.returncode == 0, done.stderr
    units = server.root / "etc/systemd/system"
    assert {each.name for each in units.iterdir()} == {"ai4gov-hub.service", "ai4gov-proxy.service"}
    assert "systemctl enable --quiet ai4gov-hub" in server.called
    secret = server.root / "etc/ai4gov-proxy.env"
    assert secret.stat().st_mode & 0o777 == 0o600
    name, _, token = secret.read_text().strip().partition("=")
    assert name == "CONFIGPROXY_AUTH_TOKEN" and len(token) == 64


def test_an_upgrade_brings_the_units_and_keeps_settings_secret_and_environment(server):
    server.install()
    kept = [server.root / "etc/ai4gov/jupyterhub_config.py", server.root / "etc/ai4gov-proxy.env"]
    kept[0].write_text("# changed by the administrator")
    before = [each.read_text() for each in kept]
    (server.root / "etc/systemd/system/ai4gov-proxy.service").unlink()
    done = server.install()
    assert done.returncode == 0, done.stderr
    assert [each.read_text() for each in kept] == before
    assert (server.root / "etc/systemd/system/ai4gov-proxy.service").is_file()
    assert "npm" not in server.called and "--require-hashes" not in server.called


def test_packages_and_proxy_are_installed_by_their_hashes(server):
    server.install()
    assert "npm ci " in server.called
    assert "pip install --quiet --require-hashes -r requirements/hub.txt" in server.called


def test_where_the_littlest_jupyterhub_is_its_own_hub_stays_the_only_one(server):
    (server.root / "opt/tljh/hub").mkdir(parents=True)
    done = server.install()
    assert done.returncode == 0, done.stderr
    assert "systemctl" not in server.called and "npm" not in server.called
    assert list((server.root / "etc/systemd/system").iterdir()) == []
    assert "deploy/tljh/install.sh" in done.stdout


def test_servers_and_nbgrader_start_without_the_grammar_that_they_do_not_use(server):
    assert server.install().returncode == 0
    assert "python -m autograder.postponed" in server.called


def test_an_old_python_is_refused_with_the_systems_that_have_a_newer_one(server):
    done = server.install(OLD_PYTHON="1")
    assert done.returncode == 1
    assert "Python 3.9.2: take Debian 12, Ubuntu 24.04 or later" in done.stderr
    assert not (server.root / "opt/ai4gov/env").exists()


def test_lessons_that_are_older_than_their_sources_are_refused(server):
    done = server.install(STALE="1")
    assert done.returncode == 1
    assert "stale: release/en/x.ipynb" in done.stderr
    assert f"cd {server.course} && " in done.stderr and "cli build" in done.stderr
    assert "--force-reinstall" not in server.called
