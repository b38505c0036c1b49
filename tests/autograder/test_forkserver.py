"""The warm process: what is warm in it, and that its boxes end with it."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from autograder.channel import ChannelError
from autograder.errors import ConfinementError
from autograder.messages import Entered, RunCell, StartCells, parse
from autograder.sandbox.box import Box
from autograder.sandbox.forkserver import SCRATCH, START, ForkServer, ForkServerGone
from autograder.sandbox.warmup import LIBRARIES
from tests.system import no_box


@pytest.fixture
def own():
    """A warm process that a test may end."""
    warm = ForkServer()
    yield warm
    warm.close()


def started(forkserver, level="namespaces"):
    ours, theirs = socket.socketpair()
    boxed = forkserver.box("learner", Box(level=level), theirs)
    return boxed, ours


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_box_says_at_which_level_it_was_entered(forkserver, level):
    boxed, ours = started(forkserver)
    try:
        header, _ = boxed.control.receive(time.monotonic() + START)
        assert parse(header, Entered).level == "namespaces"
    finally:
        forkserver.end(boxed)
        ours.close()


def test_the_highest_level_is_found_and_a_lower_wish_is_content_with_it(forkserver, level):
    assert forkserver.level("none") == level == forkserver.level(level)


def test_a_level_that_cannot_be_had_is_refused_with_what_is_in_the_way(own, monkeypatch):
    monkeypatch.setattr(own, "obstacle", lambda level: f"no {level} here")
    with pytest.raises(ConfinementError) as caught:
        own.level("namespaces")
    assert "namespaces: no namespaces here" in str(caught.value)
    assert "cgroup: no cgroup here" in str(caught.value)


def test_what_notebooks_import_is_warm_and_one_thread_runs(own):
    process = own._process.pid
    own.warm(frozenset(LIBRARIES))
    maps = Path(f"/proc/{process}/maps").read_text()
    assert "pandas" in maps and "sklearn" in maps and "matplotlib" in maps
    assert len(os.listdir(f"/proc/{process}/task")) == 1


def test_the_warm_process_has_no_password_no_input_and_leaves_no_core(monkeypatch):
    """What it has, every box has at hand."""
    monkeypatch.setenv("DATABASE_PASSWORD", "unsaid")
    warm = ForkServer()
    try:
        warm.obstacle("none")
        about = Path(f"/proc/{warm._process.pid}")
        assert b"unsaid" not in (about / "environ").read_bytes()
        assert os.readlink(about / "fd" / "0") == "/dev/null"
        (core,) = re.findall(r"Max core file size +(\w+) +(\w+)", (about / "limits").read_text())
        assert core == ("0", "0")
    finally:
        warm.close()


def test_ending_a_box_ends_its_processes_at_once(forkserver, level):
    boxed, ours = started(forkserver)
    boxed.control.receive(time.monotonic() + START)
    began = time.monotonic()
    forkserver.end(boxed)
    ours.close()
    assert not is_there(boxed.process)
    assert time.monotonic() - began < 5


def run(boxed, index: int, source: str) -> dict:
    """What became of a cell in a learner's box; the first is told the job before."""
    if index == 1:
        boxed.control.send(StartCells().header())
        boxed.control.receive(time.monotonic() + START)
    boxed.control.send(RunCell(index, source).header())
    return boxed.control.receive(time.monotonic() + START)[0]


BUSY_CHILD = """\
import os, time
def work():
    while time.process_time() < 0.5: pass
reading, writing = os.pipe()
if os.fork() == 0:
    work(); os.write(writing, b"x"); time.sleep(600)
os.read(reading, 1)
"""
BUSY_AND_FORGOTTEN = """\
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
reading, writing = os.pipe()
if os.fork() == 0:
    while time.process_time() < 0.5: pass
    os._exit(0)
os.close(writing)
os.read(reading, 1)
"""


@pytest.mark.parametrize("wanted", ["landlock", "namespaces", "cgroup"])
def test_cpu_seconds_of_a_running_box_include_those_of_its_processes(forkserver, wanted):
    if obstacle := forkserver.obstacle(wanted):
        no_box(obstacle)
    boxed, ours = started(forkserver, wanted)
    try:
        assert run(boxed, 1, BUSY_CHILD)["status"] == "ok"
        used = forkserver.cpu(boxed)
        # Half a second, and what it took to come up; counted in hundredths.
        assert 0.48 < used < 5
        assert run(boxed, 2, "while time.process_time() < 0.5: pass")["status"] == "ok"
        assert forkserver.cpu(boxed) > used + 0.3
    finally:
        forkserver.end(boxed)
        ours.close()


def test_cpu_seconds_of_a_box_never_become_fewer(forkserver, level):
    boxed, ours = started(forkserver, "namespaces")
    try:
        before = forkserver.cpu(boxed)
        assert run(boxed, 1, BUSY_AND_FORGOTTEN)["status"] == "ok"
        assert forkserver.cpu(boxed) >= before
    finally:
        forkserver.end(boxed)
        ours.close()


def test_a_box_that_cannot_be_made_leaves_nothing_open(own):
    def open_files() -> int:
        return len(os.listdir(f"/proc/{own._process.pid}/fd"))

    own.obstacle("none")
    before = open_files()
    for _ in range(3):
        ours, theirs = socket.socketpair()
        with pytest.raises(ConfinementError):
            # No group of control can bound memory so.
            own.box("probe", Box(level="cgroup", memory=-5), theirs)
        ours.close()
    assert open_files() == before


LOOK_AROUND = """\
import os, stat
open_files = [number for number in range(3, 1000) if os.path.lexists(f"/proc/self/fd/{number}")]
sum(stat.S_ISSOCK(os.fstat(number).st_mode) for number in open_files)
"""


def test_a_box_holds_no_socket_but_its_own_two(forkserver, level):
    """Of those of other boxes, and of the coordinator, it could say what it likes to."""
    other, others = started(forkserver)
    boxed, ours = started(forkserver)
    try:
        boxed.control.send(StartCells().header())
        boxed.control.send(RunCell(1, LOOK_AROUND).header())
        boxed.control.receive(time.monotonic() + START)
        told, _ = boxed.control.receive(time.monotonic() + START)
        # And of an event loop, which speaks to itself through a pair.
        assert told["outputs"][0]["data"]["text/plain"] == "4"
    finally:
        for each, end in ((boxed, ours), (other, others)):
            forkserver.end(each)
            end.close()


MOVE_ALL = """\
import os, stat
files = []
for number in range(3, 256):
    try:
        if stat.S_ISREG(os.fstat(number).st_mode): files.append(number)
    except OSError: pass
places = [os.lseek(number, 0, os.SEEK_CUR) for number in files]
for number in files: os.lseek(number, 4321, os.SEEK_SET)
places
"""
DRAW = """\
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.set_title("Zażółć $x^2$", style="italic")
print(figure.savefig("figure.png"))
with open("figure.png", "rb") as file: print(hash(file.read(1)), len(file.read()))
"""


def test_boxes_cannot_speak_through_the_open_files_of_the_warm_process(own, level):
    """And figures are drawn with the fonts that it has opened."""

    def in_turn(*sources: str) -> list[dict]:
        boxed, ours = started(own)
        try:
            return [run(boxed, place, source) for place, source in enumerate(sources, 1)]
        finally:
            own.end(boxed)
            ours.close()

    own.warm(frozenset({"matplotlib"}))
    undisturbed = in_turn(DRAW)[0]
    first, second = in_turn(MOVE_ALL), in_turn(MOVE_ALL, DRAW)
    places = [told[0]["outputs"][0]["data"]["text/plain"] for told in (first, second)]
    assert places[0] == places[1] != "[]" and "4321" not in places[1]
    assert second[1]["status"] == undisturbed["status"] == "ok"
    shown = [each["outputs"][0]["text"] for each in (undisturbed, second[1])]
    assert shown[0].splitlines()[1] == shown[1].splitlines()[1]


def test_while_a_box_ends_slowly_others_are_served(own):
    slow, slow_end = started(own, "limits")
    other, other_end = started(own, "limits")
    slow.control.receive(time.monotonic() + START)
    other.control.receive(time.monotonic() + START)
    # Its outer process cannot take anything with it until it goes on, or is killed.
    os.kill(slow.process, signal.SIGSTOP)
    ending = threading.Thread(target=own.end, args=(slow,))
    ending.start()
    served = []
    while ending.is_alive():
        own.cpu(other)
        served.append(ending.is_alive())
        time.sleep(0.01)
    assert sum(served) > 1
    assert not is_there(slow.process)
    own.end(other)
    slow_end.close()
    other_end.close()


def test_it_works_where_the_ends_of_children_are_ignored():
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        warm = ForkServer()
    finally:
        signal.signal(signal.SIGCHLD, before)
    try:
        assert warm.obstacle("none") is None
    finally:
        warm.close()


def scratch_folders(warm: ForkServer) -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"{SCRATCH}{warm._process.pid}-*"))


@pytest.mark.parametrize(
    "source",
    [
        "for _ in range(3000):\n    os.mkdir('d')\n    os.chdir('d')",
        "os.makedirs('a/b')\nos.chmod('a/b', 0)\nos.chmod('a', 0)",
    ],
    ids=["deep", "closed"],
)
def test_a_scratch_folder_is_removed_whatever_is_in_it(own, source):
    if obstacle := own.obstacle("landlock"):
        no_box(obstacle)
    boxed, ours = started(own, "landlock")
    boxed.control.send(StartCells().header())
    boxed.control.send(RunCell(1, "import os\n" + source).header())
    boxed.control.receive(time.monotonic() + START)
    told, _ = boxed.control.receive(time.monotonic() + START)
    assert told["status"] == "ok" and len(scratch_folders(own)) == 1
    own.end(boxed)
    ours.close()
    assert scratch_folders(own) == []


def test_the_scratch_folders_of_a_warm_process_that_was_killed_are_removed():
    warm = ForkServer()
    boxed, ours = started(warm, "limits")
    boxed.control.receive(time.monotonic() + START)
    warm._process.kill()
    warm._process.wait()
    assert len(scratch_folders(warm)) == 1
    warm.close()
    ours.close()
    assert scratch_folders(warm) == []


def test_one_that_is_still_warming_up_is_not_waited_for(own, level):
    cold = ForkServer()
    cold.close()
    assert cold._process.returncode == -signal.SIGKILL
    started(own)[1].close()
    own.close()
    assert own._process.returncode == 0


def test_when_the_warm_process_is_killed_its_boxes_are_gone_and_it_is_told(own, level):
    boxed, ours = started(own)
    boxed.control.receive(time.monotonic() + START)
    os.kill(own._process.pid, signal.SIGKILL)
    own._process.wait()
    with pytest.raises(ChannelError):
        boxed.control.receive(time.monotonic() + 5)
    with pytest.raises(ForkServerGone):
        started(own)
    ours.close()


def test_when_the_coordinator_is_killed_nothing_stays_behind(level):
    script = (
        "import sys, time, tests.autograder.test_forkserver as t;"
        "from autograder.sandbox.forkserver import ForkServer;"
        "z = ForkServer(); b, o = t.started(z); b.control.receive(time.monotonic() + 30);"
        "print(z._process.pid, b.process, flush=True); time.sleep(60)"
    )
    coordinator = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    )
    warm, box = map(int, coordinator.stdout.readline().split())
    coordinator.kill()
    coordinator.wait()
    ends = time.monotonic() + 10
    while (is_there(warm) or is_there(box)) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not is_there(warm) and not is_there(box)
