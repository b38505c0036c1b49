"""Grades a class of attacks at one level of isolation and measures what each has reached.

Run as a program, `python -m tests.autograder.attacks.measure LEVEL [--nbgrader] [NAME ...]`, so
that it may look for what its processes leave behind; prints the outcomes as JSON on its last line.
With --nbgrader it is `nbgrader autograde` that grades, by nbgrader_config.py.
"""

import csv
import ctypes
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import stat
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from autograder import execute
from autograder.bounded import shared_worker
from autograder.errors import ConfinementError
from autograder.files import LARGEST_GRADED
from autograder.grading.grade import grade
from autograder.records import ATTENTION_NEEDED, GRADED, Result
from autograder.sandbox.forkserver import ForkServer
from autograder.settings import load
from classroom.attention import read
from classroom.pages.feedback import write_feedback
from classroom.pages.report import write_report
from tests.autograder.attacks.assignment import NAME, OTHERS, SECRETS, Attack, hand_in, make

MARK = "ai4gov-attack-"
"""What an attack leaves has a name that begins so and ends with the attack's."""

PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/usr/local/bin", str(Path.home()))
JOBS = 4
"""More than processors, for many attacks wait for a clock."""

AFTERWARDS = 3.0
"""Seconds in which what was meant to act later would act."""


@dataclass
class Outcome:
    """What an attack has reached; nothing, when it was held."""

    name: str
    points: float = 0.0
    gained: float = 0.0
    read: list[str] = field(default_factory=list)
    harm: list[str] = field(default_factory=list)
    status: str = ""
    reasons: list[dict] = field(default_factory=list)
    seconds: float = 0.0
    memory: int = 0
    level: str = ""

    @property
    def held(self) -> bool:
        return not (self.gained > 0 or self.read or self.harm)


class Listeners:
    """Sockets of the machine that an attack may find, and who has reached them."""

    def __init__(self, course: Path):
        self.reached: set[str] = set()
        self.path = str(course / "listening")
        self.abstract = f"ai4gov-{os.getpid()}"
        tcp = socket.socket()
        tcp.bind(("127.0.0.1", 0))
        udp = socket.socket(type=socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 0))
        local = socket.socket(socket.AF_UNIX)
        local.bind(self.path)
        os.chmod(self.path, 0o777)
        nameless = socket.socket(socket.AF_UNIX)
        nameless.bind("\0" + self.abstract)
        self.port, self.datagrams = tcp.getsockname()[1], udp.getsockname()[1]
        for each in (tcp, local, nameless):
            each.listen(50)
            threading.Thread(target=self._accept, args=(each,), daemon=True).start()
        threading.Thread(target=self._datagrams, args=(udp,), daemon=True).start()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            connection, _ = listening.accept()
            connection.settimeout(1)
            try:
                self.reached.add(connection.recv(100).decode(errors="replace") or "?")
            except OSError:
                self.reached.add("?")

    def _datagrams(self, listening: socket.socket) -> None:
        while True:
            self.reached.add(listening.recv(100).decode(errors="replace"))


def measure(
    folder: Path, level: str, attacks: list[Attack], *, by_nbgrader: bool = False
) -> dict[str, Outcome]:
    """Hand in, grade, write feedback, and look at everything afterwards."""
    # Orphans of what is graded come here, where they are seen.
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    course = folder / "course"
    make(course)
    listeners = Listeners(course)
    facts = {
        "@COURSE@": str(course),
        "@PORT@": str(listeners.port),
        "@DATAGRAMS@": str(listeners.datagrams),
        "@SOCKET@": listeners.path,
        "@ABSTRACT@": listeners.abstract,
        "@COORDINATOR@": str(os.getpid()),
        "@HOST@": os.uname().nodename,
        "@RIGHTS@": "all dropped" if os.getuid() == 0 or level != "landlock" else "none to drop",
    }
    everybody = [*OTHERS, *attacks]
    for attack in everybody:
        hand_in(course, attack, facts)
    os.environ["CANARY"] = SECRETS["the grader's environment"]
    _open_to_everybody(folder)
    before, earlier = _fingerprint(course), _left_behind(course)
    # Exactly this level, also where a higher one could be had.
    ForkServer.level = lambda self, minimum: _require(self, level)  # type: ignore[method-assign]
    if by_nbgrader:
        results = _autograde(course, everybody, level)
    else:
        graded = grade(course, NAME, isolation=level, jobs=JOBS)
        results = {found.student: found for found in graded}
    left = _children()
    pages, problems = write_feedback(course, NAME)
    time.sleep(AFTERWARDS)
    outcomes = {attack.name: _outcome(course, attack, results) for attack in everybody}

    def harmed(name: str, what: str) -> None:
        outcomes.setdefault(name, Outcome(name)).harm.append(what)

    for name in listeners.reached:
        harmed(name, "reached a socket of the machine")
    for process, command in left.items():
        harmed(command.partition(MARK)[2].split()[0] if MARK in command else "?", "left a process")
        os.kill(process, signal.SIGKILL)
    for path in _left_behind(course) - earlier:
        harmed(path.name.removeprefix(MARK), f"left a file in {path.parent.name}")
        path.unlink(missing_ok=True)
    for name in _changed(before, _fingerprint(course)):
        harmed("?", f"changed {name}")
    for student in _formulas(course):
        harmed(student, "put a formula into the instructor's table")
    for student, problem in problems:
        outcomes[student].reasons.append({"code": "feedback", "problem": problem})
    for page in pages:
        for active in _active(page):
            harmed(page.parts[-3], f"put {active} on its feedback page")
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "attacked") as gradebook:
        if gradebook.find_student("canary").first_name != SECRETS["the gradebook"]:
            harmed("?", "changed the gradebook")
    for other in OTHERS:
        if outcomes[other.name].points != other.due:
            harmed("?", f"cost {other.name} points ({outcomes[other.name]})")
    return outcomes


def _autograde(course: Path, attacks: list[Attack], level: str) -> dict[str, Result]:
    """As `nbgrader autograde` and formgrader's button do it."""
    # As the command does with the folder that it is called in.
    sys.path.insert(0, str(course))
    config = load(course)
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    found = {}
    for attack in attacks:
        told = api.autograde(NAME, attack.name, create=True)
        found[attack.name] = Result(attack.name, GRADED, level=level)
        if not told["success"]:
            found[attack.name].status = ATTENTION_NEEDED
            found[attack.name].reasons = [{"code": "nbgrader", "log": told["log"][-500:]}]
    # As when the command ends.
    execute._pool().close()
    shared_worker().close()
    return found


def _open_to_everybody(folder: Path) -> None:
    """Let nothing but the box stand between an attack and the course, not who owns its files."""
    os.chmod(folder, 0o777)
    for entry in _everything(folder):
        with suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                os.chmod(entry.path, 0o777)
            elif entry.is_file(follow_symlinks=False):
                os.chmod(entry.path, 0o666)


def _everything(folder: Path) -> Iterator[os.DirEntry]:
    """All entries below a folder, however deep; not those whose paths are too long."""
    waiting = [str(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


def _require(forkserver: ForkServer, level: str) -> str:
    if obstacle := forkserver.obstacle(level):
        raise ConfinementError(obstacle)
    return level


def _outcome(course: Path, attack: Attack, results: dict) -> Outcome:
    found = Outcome(attack.name)
    if attack.name not in results:
        found.harm.append("was not graded")
        return found
    result = results[attack.name]
    found.level = result.level
    found.status, found.seconds, found.memory = result.status, result.seconds, result.memory
    found.reasons = result.reasons
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "attacked") as gradebook:
        submissions = {each.student_id: each for each in gradebook.assignment_submissions(NAME)}
        if attack.name in submissions:
            found.points = submissions[attack.name].score
    found.gained = max(0.0, found.points - attack.due)
    if any(
        unicodedata.category(each) in ("Cc", "Cf") for each in "".join(map(read, found.reasons))
    ):
        found.harm.append("wrote commands to the instructor's terminal")
    notebook = course / "autograded" / attack.name / NAME / f"{NAME}.ipynb"
    if notebook.is_file() and notebook.stat().st_size > LARGEST_GRADED:
        found.harm.append("filled its graded notebook until nothing reads it")
    found.harm += _written(course, attack.name)
    seen, said = _seen(course, attack.name)
    found.harm += [harm for word, harm in ADMITTED.items() if word in said]
    found.read = [
        place
        for place, secret in SECRETS.items()
        if secret in seen and not (attack.name == "m-other" and place == "another submission")
    ]
    return found


PAGES = {".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".svg", ".svgz", ".xml", ".xsl"}
"""What a browser runs scripts in, when a server shows it to an instructor."""


def _written(course: Path, student: str) -> list[str]:
    """What a submission's cells have put into the graded folder that must not be there."""
    graded, handed_in = (course / f / student / NAME for f in ("autograded", "submitted"))
    found = []
    for path in graded.rglob("*"):
        before = handed_in / path.relative_to(graded)
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            found.append("left a link, a pipe or a device in its graded folder")
        elif path.is_file() and not before.exists():
            if path.suffix.lower() in PAGES or path.suffix in (".ipynb", ".py", ".js"):
                found.append("left a page or a program in its graded folder")
            if path.name.lower().startswith(("nbgrader_", "jupyter_", "submission_secret")):
                found.append("left a file that nbgrader acts on in its graded folder")
    times = [folder / "timestamp.txt" for folder in (graded, handed_in)]
    if all(path.is_file() for path in times) and len({path.read_bytes() for path in times}) > 1:
        found.append("changed when it was handed in")
    return found


ADMITTED = {
    "OPENED": "had an escape from its box open",
    "IS ROOT": "became root",
    "MEMORY BEYOND THE BOUND": "took more memory than its bound",
    "DISK BEYOND THE BOUND": "wrote more than its bound",
    "FILES BEYOND THE BOUND": "made more files than its bound",
    "KERNEL BEYOND THE BOUND": "took more of the kernel's objects than its bound",
    "FACTS OF THE MACHINE": "read facts of the machine",
    "STATE OF ANOTHER": "read what another submission had left",
}
"""What an attack itself prints when it has come through."""


def _seen(course: Path, student: str) -> tuple[str, str]:
    """All that a learner's code could have written of what it read, and what it has printed."""
    printed: list[str] = []
    shown: list[str] = []
    texts = [page.read_text() for page in (course / "feedback" / student).rglob("*.html")]
    graded, handed_in = (course / f / student / NAME for f in ("autograded", "submitted"))
    for path in graded.rglob("*"):
        if path.suffix == ".ipynb" and path.parent == graded:
            for cell in nbformat.read(path, as_version=4).cells:
                if not utils.is_grade(cell):
                    texts.append(cell.source)
                    for output in cell.get("outputs", []):
                        if output.output_type == "stream":
                            printed.append(str(output.text))
                        else:
                            # A traceback shows the source, with what it has not printed.
                            shown.append(json.dumps(output))
        elif path.is_file() and not (handed_in / path.relative_to(graded)).is_symlink():
            # nbgrader itself copies what links lead to; no learner sees that folder.
            texts.append(path.read_bytes().decode(errors="replace"))
    said = "\n".join(printed)
    return "\n".join([*texts, *shown, said]), said


def _active(page: Path) -> list[str]:
    """What on a page could run, fetch or reach out, beside what every page of ours has."""
    soup = BeautifulSoup(page.read_text(), "html.parser")
    for icon in soup.select("head > link[rel=icon][href^='data:image/svg+xml;base64,']"):
        icon.extract()
    found = [
        f"<{each.name}>"
        for each in soup.find_all(
            ["script", "iframe", "object", "embed", "form", "base", "svg", "math", "link", "input"]
        )
    ]
    for each in soup.find_all(True):
        for name, value in each.attrs.items():
            address = re.sub(r"\s", "", str(value)).lower()
            fetches = name in ("src", "background", "poster") and not address.startswith("data:")
            runs = name.startswith("on") or address.startswith(("javascript:", "vbscript:"))
            if fetches or runs or (name == "style" and "url(" in address):
                found.append(f"{name}=")
        if each.name == "meta" and str(each.get("http-equiv", "")).lower() == "refresh":
            found.append("<meta refresh>")
    return found


def _formulas(course: Path) -> set[str]:
    """The students in whose rows of the report a spreadsheet of any language finds a formula."""
    found = set()
    for path in write_report(course, course / "report"):
        if path.suffix == ".csv":
            with path.open(newline="", encoding="utf-8") as file:
                for row in csv.reader(file):
                    if any(re.search(r"(^|[;,\t\n])\s*[=+@]", cell) for cell in row):
                        found.add(next((cell for cell in row if cell != NAME), "?"))
    return found


def _children() -> dict[int, str]:
    """Processes that descend from this one, with what they were called by."""
    found = {}
    for entry in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        for number in entry.read_text().split():
            try:
                command = Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ")
                state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            if state != "Z":
                found[int(number)] = command.decode(errors="replace")
    return found


def _left_behind(course: Path) -> set[Path]:
    places = [*map(Path, PLACES), Path.cwd(), Path(sys.prefix), course, course.parent]
    places += [Path(entry) for entry in sys.path if Path(entry).is_dir()]
    return {path for place in places for path in place.glob(f"{MARK}*")}


def _fingerprint(course: Path) -> dict[str, str]:
    """What no attack may change: everything but what grading writes."""
    found = {}
    for folder in ("source", "checks", "release", "submitted", "nbgrader_config.py", "secret.txt"):
        place = course / folder
        for name in [str(place), *(entry.path for entry in _everything(place))]:
            with suppress(OSError):
                about = os.lstat(name)
                if stat.S_ISREG(about.st_mode) and about.st_size < 2**30:
                    path = Path(name)
                    digest = hashlib.sha256(path.read_bytes()).hexdigest()
                    found[str(path.relative_to(course))] = digest
    return found


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def main() -> None:
    from tests.autograder.attacks.catalogue import ATTACKS

    level, wanted = sys.argv[1], sys.argv[2:]
    by_nbgrader = "--nbgrader" in wanted
    wanted = [name for name in wanted if name != "--nbgrader"]
    folder = Path(tempfile.mkdtemp(prefix="ai4gov-measured-"))
    try:
        chosen = [attack for attack in ATTACKS if not wanted or attack.name in wanted]
        found = measure(folder, level, chosen, by_nbgrader=by_nbgrader)
    finally:
        if not os.environ.get("AI4GOV_KEEP"):
            # rmtree calls itself for each folder in a folder.
            sys.setrecursionlimit(10_000)
            shutil.rmtree(folder, ignore_errors=True)
        else:
            print(folder, file=sys.stderr)
    print(json.dumps({name: asdict(outcome) for name, outcome in found.items()}))


if __name__ == "__main__":
    main()
