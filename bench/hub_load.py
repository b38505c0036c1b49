"""A class that hands in within a minute, on a real hub here: python -m bench.hub_load (as root)

It makes an account of this machine for each learner, and removes them at the end. Some learners
work in servers of their own, which the hub starts, and fetch and hand in through them, as
nbgrader's Assignment List does; the others call nbgrader's own commands. Then the instructor
collects, grades, writes feedback and returns it. Prints Markdown: what arrived, how long it took,
and what the processes take of memory.
"""

import argparse
import json
import os
import platform
import pwd
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import nbformat
import requests
import websocket
from nbgrader.api import Gradebook

from classroom.demo import fill
from classroom.hub import steps
from classroom.hub.configure import ETC
from classroom.hub.variables import EXCHANGE_VARIABLE
from course.language import LANGUAGES
from course.start.chosen_language import VARIABLE
from tests.classroom.hub.real_hub import PASSWORD, SLUG, Cohort, Hub, real_hub
from tests.course.content.notebooks import ROOT, solutions

COURSE, GRADER, PROF = "ai4gov-load", "ai4gov-l-grader", "ai4gov-l-prof"

PACKAGES = ("jupyterhub", "nbgrader", "jupyterlab", "ipykernel")

KEPT = 3 * 2**30
"""Bytes of a machine that are left to the system, the hub and the grader."""


@dataclass
class Memory:
    """Bytes of a group of processes: resident, and in proportion to who shares them (PSS)."""

    rss: int = 0
    pss: int = 0

    def __add__(self, other: "Memory") -> "Memory":
        return Memory(self.rss + other.rss, self.pss + other.pss)


@dataclass
class Measured:
    """What a run has measured: seconds and bytes."""

    learners: int
    servers: int
    at_servers: list[str] = field(default_factory=list)
    handed_in: dict[str, tuple[float, float]] = field(default_factory=dict)
    """By learner, when the hand-in was started and when it had ended (seconds since the epoch)."""
    steps: dict[str, float] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    memory: dict[str, list[Memory]] = field(default_factory=dict)
    until_graded: list[float] = field(default_factory=list)
    load_before: float = 0.0
    load_after: float = 0.0


class Server:
    """A learner at a server of her own, which is used through its REST API."""

    def __init__(self, hub: Hub, name: str):
        self.hub, self.name = hub, name
        self.base = f"{hub.address}/user/{name}/"
        self.session = requests.Session()

    def start(self) -> None:
        """Log in, and wait until the hub has started the server."""
        hub = self.hub.address
        self.session.get(f"{hub}/hub/login", timeout=60)
        form = {"username": self.name, "password": PASSWORD, "_xsrf": self._xsrf("/hub/")}
        self.session.post(f"{hub}/hub/login", data=form, timeout=120).raise_for_status()
        self.session.get(f"{hub}/hub/spawn", timeout=120)
        for _ in range(600):
            # A page, not the API: only for a page does the server ask the hub who this is.
            reply = self.session.get(f"{self.base}lab", timeout=60)
            if reply.ok and reply.url.startswith(self.base):
                return
            time.sleep(0.5)
        raise AssertionError(f"{self.name}: {self.hub.said()}")

    def _xsrf(self, path: str) -> str:
        return next(
            each.value or "" for each in self.session.cookies
            if each.name == "_xsrf" and each.path == path
        )  # fmt: skip

    def call(self, path: str, what: dict[str, str]) -> dict[str, object]:
        """POST something to the server; what it answers."""
        headers = {"X-XSRFToken": self._xsrf(f"/user/{self.name}/")}
        reply = self.session.post(f"{self.base}{path}", json=what, headers=headers, timeout=240)
        reply.raise_for_status()
        found: dict[str, object] = reply.json()
        return found

    def assignment(self, step: str) -> None:
        """Press a button of the Assignment List: fetch, submit or fetch_feedback."""
        what = {"course_id": COURSE, "assignment_id": SLUG}
        reply = self.call(f"assignments/{step}", what)
        assert reply["success"], reply

    def run_notebook(self) -> None:
        """Run all code of the assignment in a kernel, which stays there."""
        kernel = self.call("api/kernels", {"name": "python3", "path": SLUG})["id"]
        cookies = "; ".join(
            f"{each.name}={each.value}" for each in self.session.cookies
            if each.path in ("/", f"/user/{self.name}/")
        )  # fmt: skip
        address = f"{self.base.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
        channel = websocket.create_connection(address, cookie=cookies, timeout=240)
        notebook = nbformat.read(self.hub.home(self.name) / SLUG / f"{SLUG}.ipynb", 4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                _execute(channel, cell.source)
        channel.close()


def _execute(channel: websocket.WebSocket, code: str) -> None:
    id = uuid.uuid4().hex
    header = {"msg_id": id, "msg_type": "execute_request", "username": "", "session": id,
              "version": "5.3", "date": datetime.now(UTC).isoformat()}  # fmt: skip
    content = {"code": code, "silent": False, "store_history": True, "user_expressions": {},
               "allow_stdin": False, "stop_on_error": False}  # fmt: skip
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content,
               "channel": "shell", "buffers": []}  # fmt: skip
    channel.send(json.dumps(message))
    while True:
        reply = json.loads(channel.recv())
        mine = reply["parent_header"].get("msg_id") == id
        if mine and reply["msg_type"] == "status" and reply["content"]["execution_state"] == "idle":
            return


def command(hub: Hub, name: str, lang: str, step: str) -> None:
    """Call an nbgrader command as a learner, with the settings of her server."""
    account = pwd.getpwnam(name)
    home = hub.home(name)
    if not home.exists():
        # Otherwise her server makes it.
        home.mkdir()
        os.chown(home, account.pw_uid, account.pw_gid)
    done = subprocess.run(
        [
            *("setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}"),
            *("--clear-groups", sys.executable, "-m", "nbgrader", step, SLUG),
            *("--course", COURSE),
            # Outside her server there is no hub to ask for her groups.
            "--Authenticator.plugin_class=nbgrader.auth.NoAuthPlugin",
        ],
        cwd=home,
        env={
            "HOME": account.pw_dir,
            "USER": name,
            "LOGNAME": name,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "JUPYTER_CONFIG_PATH": str(ETC / "learner"),
            EXCHANGE_VARIABLE: str(hub.exchange),
            VARIABLE: lang,
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        },
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, f"{name}, {step}: {done.stderr[-1000:]}"


def work(hub: Hub, name: str, answers: dict[str, str]) -> None:
    """Write answers into the fetched notebook, which stays the learner's."""
    notebook = hub.home(name) / SLUG / f"{SLUG}.ipynb"
    owner = notebook.stat()
    fill(notebook, answers)
    os.chown(notebook, owner.st_uid, owner.st_gid)


def measure(learners: int, servers: int, seconds: float) -> Measured:
    names = [f"ai4gov-l-{number:03}" for number in range(1, learners + 1)]
    langs = dict(zip(names, [*LANGUAGES] * learners, strict=False))
    found = Measured(learners, servers, load_before=os.getloadavg()[0])
    with real_hub([Cohort(COURSE, GRADER, PROF, langs)], tuple(LANGUAGES)) as hub:
        _say("the hub is there")
        hub.ai4gov(COURSE, "release", SLUG)
        at_servers = [Server(hub, name) for name in names[:servers]]
        found.at_servers = names[:servers]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(Server.start, at_servers))
            _say(f"{servers} servers have started")
            found.memory["a learner's server, JupyterLab only"] = _of_users(names[:servers])
            list(pool.map(lambda each: each.assignment("fetch"), at_servers))
            list(pool.map(lambda n: command(hub, n, langs[n], "fetch_assignment"), names[servers:]))
        _say("all have fetched")
        right = solutions(SLUG)
        first = next(iter(right))
        for number, name in enumerate(names):
            # Every second learner leaves an exercise out.
            wanted = right if number % 2 == 0 else {k: v for k, v in right.items() if k != first}
            work(hub, name, wanted)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(Server.run_notebook, at_servers))
        _say("those with servers have run their notebooks")
        found.memory["a learner's server with the assignment's kernel"] = _of_users(names[:servers])
        found.handed_in = _hand_in(hub, names, langs, at_servers, seconds)
        found.memory |= _of_hub(hub)
        for step in ("collect", "grade", "feedback", "return"):
            begun = time.time()
            hub.ai4gov(COURSE, step, SLUG)
            found.steps[step] = time.time() - begun
            _say(f"{step}: {found.steps[step]:.1f} s")
        for each in at_servers:
            each.assignment("fetch_feedback")
        found.found, graded = _arrived(hub, names, at_servers)
        found.until_graded = [graded[n] - found.handed_in[n][0] for n in names if n in graded]
    found.load_after = os.getloadavg()[0]
    return found


def _hand_in(
    hub: Hub, names: list[str], langs: dict[str, str], servers: list[Server], seconds: float
) -> dict[str, tuple[float, float]]:
    """Have everybody hand in, begun at equal distances within some seconds."""
    at_server = {each.name: each for each in servers}
    # Those with servers in between the others.
    order = sorted(names, key=lambda name: int(name[-3:]) * 7919 % len(names))
    begin = time.time()

    def hand_in(number: int, name: str) -> tuple[str, tuple[float, float]]:
        time.sleep(max(0.0, begin + seconds * number / len(names) - time.time()))
        started = time.time()
        if name in at_server:
            at_server[name].assignment("submit")
        else:
            command(hub, name, langs[name], "submit")
        return name, (started, time.time())

    with ThreadPoolExecutor(len(names)) as pool:
        found = dict(pool.map(hand_in, range(len(order)), order))
    _say(f"all have handed in, the last {max(end for _, end in found.values()) - begin:.0f} s after"
         " the first began")  # fmt: skip
    return found


def _arrived(
    hub: Hub, names: list[str], servers: list[Server]
) -> tuple[dict[str, int], dict[str, float]]:
    """How many of the class arrived at each point, and when each was graded."""
    course = hub.course(COURSE)
    inbound = {each.name.split("+")[0] for each in (hub.exchange / COURSE / "inbound").iterdir()}
    graded = {}
    for name in names:
        with suppress(OSError):
            file = course / "autograded" / name / SLUG / f"{SLUG}.ipynb"
            graded[name] = file.stat().st_mtime
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", COURSE) as gradebook:
        points = {
            submitted.student.id: sum(
                grade.auto_score or 0
                for notebook in submitted.notebooks
                for grade in notebook.grades
            )
            for submitted in gradebook.assignment_submissions(SLUG)
        }
        most = gradebook.find_assignment(SLUG).max_code_score
    everything = [name for number, name in enumerate(names) if number % 2 == 0]
    found = {
        "in the exchange": len(inbound & set(names)),
        "collected": sum((course / "submitted" / n / SLUG).is_dir() for n in names),
        "graded": len(graded),
        "of those who answered all, with all points of the checks": sum(
            abs(points.get(name, 0) - most) < 1e-6 for name in everything
        ),
        "(who answered all)": len(everything),
        "with a feedback page": sum(
            (course / "feedback" / n / SLUG / f"{SLUG}.html").is_file() for n in names
        ),
        "with the page in the exchange": len(steps.returned(course, SLUG) & set(names)),
        "at a server, with the page fetched": sum(
            bool(list((hub.home(each.name) / SLUG / "feedback").rglob("*.html")))
            for each in servers
        ),
        "(at a server)": len(servers),
    }
    return found, graded


def _of_users(names: Iterable[str]) -> list[Memory]:
    """What the processes of each account take."""
    found = {pwd.getpwnam(name).pw_uid: Memory() for name in names}
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            owner = status.stat().st_uid
            if owner in found:
                found[owner] += memory_of(status.parent)
    return list(found.values())


def _of_hub(hub: Hub) -> dict[str, list[Memory]]:
    """The hub's own process, its proxy, and the services of the class."""
    found = {}
    for status in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            called = (status / "cmdline").read_bytes().decode(errors="replace").split("\0")
            parent = (status / "stat").read_text().rpartition(")")[2].split()[1]
            if int(status.name) == hub.pid:
                found["the hub"] = [memory_of(status)]
            elif int(parent) == hub.pid and "configurable-http-proxy" in " ".join(called):
                found["the proxy"] = [memory_of(status)]
    found["the class's services: formgrader, desk"] = _of_users([GRADER])
    return found


def memory_of(folder: Path) -> Memory:
    rows = [line.split() for line in (folder / "smaps_rollup").read_text().splitlines()[1:]]
    sizes = {row[0]: int(row[1]) * 1024 for row in rows if row[1].isdigit()}
    return Memory(sizes["Rss:"], sizes["Pss:"])


def report(found: Measured) -> str:
    """The measurement as Markdown."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    waits = {
        at_server: [end - start for name, (start, end) in found.handed_in.items()
                    if (name in found.at_servers) == at_server]
        for at_server in (True, False)
    }  # fmt: skip
    handed = found.handed_in.values()
    within = max(start for start, _ in handed) - min(start for start, _ in handed)
    lines = [
        f"Measured {datetime.now(UTC):%d %B %Y, %H:%M} UTC on {os.cpu_count()} processors, "
        f"{memory / 2**30:.0f} GB, Linux {platform.release()}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in PACKAGES)
        + f"; load of the machine before {found.load_before:.1f}, after {found.load_after:.1f}.",
        "",
        f"{found.learners} learners begin to hand in within {within:.0f} seconds, "
        f"{found.servers} of them at servers of their own.",
        "",
        "| of the class | |",
        "| --- | ---: |",
        *(f"| {what} | {number} |" for what, number in found.found.items()),
        "",
        "| seconds | min | median | max |",
        "| --- | ---: | ---: | ---: |",
        _row("a hand-in at a server, from the button to its end", waits[True]),
        _row("a hand-in with nbgrader's command", waits[False]),
        _row("from hand-in to graded", found.until_graded),
        "",
        "| the instructor's step | seconds |",
        "| --- | ---: |",
        *(f"| {step} | {took:.1f} |" for step, took in found.steps.items()),
        "",
        "| memory in MB | resident | in proportion (PSS), median |",
        "| --- | ---: | ---: |",
        *(
            f"| {what} | {statistics.median(m.rss for m in each) / 2**20:.0f} "
            f"| {statistics.median(m.pss for m in each) / 2**20:.0f} |"
            for what, each in found.memory.items()
            if each
        ),
    ]
    for what, each in found.memory.items():
        if each and what.startswith("a learner's server"):
            largest = max(one.pss for one in each)
            lines += [
                "",
                f"Of {what}, {(memory - KEPT) // largest} fit into {memory / 2**30:.0f} GB with "
                f"{KEPT / 2**30:.0f} GB left for everything else (largest: "
                f"{largest / 2**20:.0f} MB; reckoned, not tried).",
            ]
    return "\n".join(lines)


def _row(what: str, values: list[float]) -> str:
    if not values:
        return f"| {what} | – | – | – |"
    return f"| {what} | {min(values):.1f} | {statistics.median(values):.1f} | {max(values):.1f} |"


def _say(what: str) -> None:
    print(f"{datetime.now():%H:%M:%S} {what}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=50)
    parser.add_argument("--servers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    print(report(measure(options.learners, options.servers, options.seconds)))


if __name__ == "__main__":
    main()
