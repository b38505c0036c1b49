"""A real JupyterHub with real accounts of the machine, for as long as a test module runs."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from classroom.demo import make_course
from course.publishing.build import build
from tests.course.content.notebooks import ROOT
from tests.system import need, unavailable

SLUG = "06-measuring-fairness"
PASSWORD = "a password for this test"

REMOUNT = """\
set -e
# Others must reach the code, also where the way to it is closed to them, as below /root.
if [ -n "$CLOSED" ]; then
  mkdir -p "$PLACE/code" && mount --bind "$CODE" "$PLACE/code"
  mount -t tmpfs -o mode=755 none "$CLOSED"
  mkdir -p "$CODE" && mount --bind "$PLACE/code" "$CODE"
fi
exec "$@"
"""


@dataclass
class Cohort:
    """A class of the hub, and the account that grades it."""

    name: str
    account: str
    instructor: str
    learners: dict[str, str]
    """Each learner's language."""


class Hub:
    """A running hub: its address, its folder, its accounts."""

    def __init__(self, place: Path, cohorts: list[Cohort]):
        self.place = place
        self.cohorts = {each.name: each for each in cohorts}
        self.exchange = place / "exchange"
        self.ports = free_ports(3 + 2 * len(cohorts))
        self.address = f"http://127.0.0.1:{self.ports[0]}"
        self.log = place / "hub.log"
        self._hub: subprocess.Popen[bytes] | None = None

    def course(self, cohort: str) -> Path:
        return self.place / cohort

    def home(self, who: str) -> Path:
        return Path(pwd.getpwnam(who).pw_dir) / "ai4gov"

    def start(self, *options: str, **environment: str) -> None:
        command = [sys.executable, "-m", "jupyterhub", "-f", str(self.config()), *options]
        closed = first_closed(ROOT)
        self._hub = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", REMOUNT, "sh", *command],
            cwd=self.place,
            env={
                "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
                "HOME": str(self.place),
                "CLOSED": str(closed or ""),
                "CODE": str(ROOT),
                "PLACE": str(self.place),
                "PYTHONDONTWRITEBYTECODE": "1",
                **environment,
            },
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        until = time.monotonic() + 240
        while time.monotonic() < until:
            assert self._hub.poll() is None, self.said()
            try:
                urllib.request.urlopen(f"{self.address}/hub/api", timeout=2)
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        raise AssertionError(self.said())

    @property
    def pid(self) -> int:
        """The number of JupyterHub's process; 0 where it has not started."""
        return self._hub.pid if self._hub else 0

    def stop(self) -> None:
        if self._hub is None:
            return
        self._hub.send_signal(signal.SIGTERM)
        try:
            self._hub.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(self._hub.pid, signal.SIGKILL)
            self._hub.wait(5)

    def said(self) -> str:
        return self.log.read_text(errors="replace")[-6000:]

    def config(self) -> Path:
        """The hub's configuration file, as deploy/jupyterhub has it, on ports of its own."""
        cohorts = ",\n    ".join(
            f"Cohort({each.name!r}, {str(self.course(each.name))!r}, {each.account!r}, "
            f"[{each.instructor!r}])"
            for each in self.cohorts.values()
        )
        file = self.place / "jupyterhub_config.py"
        file.write_text(
            f"""\
from classroom.hub.configure import Cohort, configure

c = get_config()
configure(c, [
    {cohorts},
], exchange={str(self.exchange)!r}, first_port={self.ports[3]})
c.JupyterHub.bind_url = {self.address!r}
c.JupyterHub.hub_port = {self.ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{self.ports[2]}"
c.PAMAuthenticator.open_sessions = False
"""
        )
        return file

    def ai4gov(self, cohort: str, *arguments: str) -> str:
        """Call `ai4gov` as the account that grades a cohort; it must succeed."""
        done = self.call(cohort, "classroom.cli", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def call(self, cohort: str, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Call a module's command as the account that grades a cohort, in its folder."""
        account = pwd.getpwnam(self.cohorts[cohort].account)
        return subprocess.run(
            ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups",
             sys.executable, "-m", module, *arguments],
            cwd=self.course(cohort),
            env={"HOME": account.pw_dir, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
                 "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=240,
        )  # fmt: skip


@contextmanager
def real_hub(
    cohorts: list[Cohort], langs: tuple[str, ...] = ("en", "fr", "pt"), *, started: bool = True
) -> Iterator[Hub]:
    """A hub with these cohorts, each with the course and its class list."""
    need("configurable-http-proxy", "useradd", "chpasswd", "unshare", "setpriv")
    if os.geteuid() != 0:
        unavailable("this test makes accounts, so it must be run by root")
    if first_closed(Path(sys.executable).resolve()):
        pytest.skip("other accounts cannot run this Python; use the machine's own")
    people = [name for each in cohorts for name in (each.account, each.instructor, *each.learners)]
    place = Path(tempfile.mkdtemp(prefix="ai4gov-hub-", dir="/var/tmp"))
    place.chmod(0o755)
    hub = Hub(place, cohorts)
    try:
        for name in people:
            add_account(name)
        hub.exchange.mkdir()
        hub.exchange.chmod(0o1777)
        built = build(ROOT, [SLUG], list(langs))
        for each in cohorts:
            make_class(hub, each, built)
        if started:
            hub.start()
        yield hub
    finally:
        hub.stop()
        kill_in(place)
        for name in people:
            subprocess.run(["pkill", "-KILL", "-u", name], capture_output=True)
            subprocess.run(["userdel", "--force", "--remove", name], capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


def kill_in(place: Path) -> None:
    """Kill what works in the hub's folder: its culler can outlive it."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.readlink(process / "cwd").startswith(str(place)):
                os.kill(int(process.name), signal.SIGKILL)


def make_class(hub: Hub, cohort: Cohort, built: object) -> None:
    folder = hub.course(cohort.name)
    make_course(ROOT, folder, built)
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(
            f"\nc = get_config()\nc.Exchange.root = {str(hub.exchange)!r}\n"
            f"c.CourseDirectory.course_id = {cohort.name!r}\n"
        )
    write_roster(hub, cohort)
    subprocess.run(["chown", "-R", f"{cohort.account}:", str(folder)], check=True)
    folder.chmod(0o700)


def write_roster(hub: Hub, cohort: Cohort) -> None:
    """Write a cohort's class list; its file keeps its owner."""
    rows = [f"{name},,,{lang}," for name, lang in cohort.learners.items()]
    file = hub.course(cohort.name) / "roster.csv"
    file.write_text("\n".join(["id,name,email,language,cohort", *rows]) + "\n")


def add_account(name: str) -> None:
    subprocess.run(["userdel", "--remove", name], capture_output=True)
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
    Path(pwd.getpwnam(name).pw_dir).chmod(0o700)
    subprocess.run(["chpasswd"], input=f"{name}:{PASSWORD}\n", text=True, check=True)


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on, one after the other."""
    # Far from those of a hub that a neighbouring process starts at the same time, and below those
    # that the kernel gives to outgoing connections.
    for first in range(10_000 + 64 * os.getpid() % 20_000, 32_000, count):
        sockets = []
        try:
            for port in range(first, first + count):
                sockets.append(socket.socket())
                sockets[-1].bind(("127.0.0.1", port))
            return list(range(first, first + count))
        except OSError:
            continue
        finally:
            for each in sockets:
                each.close()
    raise AssertionError("no free ports")


def first_closed(path: Path) -> Path | None:
    """The topmost folder on the way to a path that others may not pass through."""
    for folder in reversed((path, *path.parents)):
        if not folder.stat().st_mode & 0o001:
            return folder
    return None
