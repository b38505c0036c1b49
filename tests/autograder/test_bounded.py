"""The worker processes in which hostile data is parsed: what a call may cost and leave behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder import bounded
from autograder.bounded import BoundedWorker, Died, Failed, TooLong, TooMuchMemory
from autograder.formgrader import page_worker as page_worker
from autograder.grading import parsing
from classroom import cli
from tests.autograder import small_course

FORKED, BY_EXEC = "forked", "by exec"

ENDLESS = "while True: pass"


@pytest.fixture(params=[FORKED, BY_EXEC])
def worker(request, monkeypatch) -> Iterator[BoundedWorker]:
    monkeypatch.setattr(bounded, "_has_one_thread", lambda: request.param == FORKED)
    with BoundedWorker(memory=256 * 2**20, preload=["base64"]) as made:
        yield made


def test_a_call_returns_what_the_function_returned(worker):
    assert worker.call("builtins:sorted", [3, 1, 2]) == [1, 2, 3]
    assert worker.call("base64:b64encode", b"ab\0\xff") == b"YWIA/w=="
    assert worker.call("os.path:split", "a/b") == ("a", "b")
    assert worker.call("json:loads", '"\\ud800"') == "\ud800"


def test_a_call_runs_in_another_process_which_the_next_call_uses_again(worker):
    first = worker.call("os:getpid")
    assert first != os.getpid()
    assert worker.call("os:getpid") == first


def test_a_call_that_does_not_end_is_ended_and_the_next_one_works(worker):
    with pytest.raises(TooLong, match=r"longer than 0\.2 seconds"):
        worker.call("builtins:exec", ENDLESS, seconds=0.2)
    assert worker.call("builtins:len", [1]) == 1


def test_a_call_that_sleeps_is_ended_by_the_clock_on_the_wall(worker, monkeypatch):
    monkeypatch.setattr(bounded, "WALL_EXTRA", 0.5)
    with pytest.raises(TooLong):
        worker.call("time:sleep", 1000, seconds=0.1)


def test_a_call_that_holds_the_interpreter_lock_in_c_code_is_ended(worker):
    with pytest.raises(TooLong):
        worker.call("re:fullmatch", r"(a|aa)+b", "a" * 200, seconds=0.2)


def test_a_call_that_takes_too_much_memory_fails_alone(worker):
    with pytest.raises(TooMuchMemory, match="256 MB"):
        worker.call("builtins:exec", "x = bytearray(2**40)")
    assert worker.call("builtins:len", [1]) == 1


def test_memory_that_the_coordinator_has_itself_is_not_counted(worker):
    assert worker.call("builtins:eval", "len(bytes(100 * 2**20))") == 100 * 2**20


def test_an_exception_of_the_function_is_one_line_of_text(worker):
    with pytest.raises(Failed) as failed:
        worker.call("builtins:exec", "raise ValueError('a\\nb\\x1b[31m\\u202e' + 'x' * 10**6)")
    assert failed.value.kind == "ValueError"
    text = str(failed.value)
    assert text.startswith("ValueError: a b\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}x")
    assert len(text) <= 300


@pytest.mark.parametrize(
    "code", ["raise SystemExit(3)", "raise KeyboardInterrupt", "def f(): f()\nf()"]
)
def test_no_exception_of_the_function_ends_the_worker(worker, code):
    before = worker.call("os:getpid")
    with pytest.raises(Failed):
        worker.call("builtins:exec", code, {})
    assert worker.call("os:getpid") == before


@pytest.mark.parametrize("function", ["no_such_module:f", "os:no_such_function", "os:environ"])
def test_a_function_that_is_not_there_is_a_failed_call(worker, function):
    with pytest.raises(Failed):
        worker.call(function)


def test_a_worker_that_was_killed_from_outside_is_replaced(worker):
    os.kill(worker.call("os:getpid"), signal.SIGKILL)
    assert worker.call("builtins:len", [1, 2]) == 2


def test_a_call_that_kills_its_worker_each_time_fails(worker):
    with pytest.raises(Died):
        worker.call("builtins:exec", "import os; os.kill(os.getpid(), 9)")
    assert worker.call("builtins:len", [1, 2]) == 2


def test_a_fork_server_that_was_killed_from_outside_is_replaced(worker):
    os.kill(worker.call("os:getppid"), signal.SIGKILL)
    assert worker.call("builtins:len", [1, 2]) == 2


def test_results_with_too_many_containers_are_refused(worker, monkeypatch):
    monkeypatch.setattr(bounded, "MOST_CONTAINERS", 1000)
    assert worker.call("builtins:eval", "'[' * 5000") == "[" * 5000
    with pytest.raises(Failed, match="more than 1000 parts"):
        worker.call("builtins:eval", "[[] for i in range(1001)]")


def test_results_that_are_nested_too_deeply_are_refused(worker):
    with pytest.raises(Failed):
        worker.call(
            "builtins:eval", "__import__('functools').reduce(lambda a, _: [a], range(10**5))"
        )


def test_results_that_are_too_large_are_refused(worker, monkeypatch):
    monkeypatch.setattr(bounded, "RECEIVE_LIMIT", 10_000)
    with pytest.raises(Failed, match="larger than"):
        worker.call("builtins:eval", "'x' * 20000")


def test_a_worker_has_no_network_and_writes_no_file(worker, tmp_path):
    with pytest.raises(Failed):
        worker.call("builtins:exec", "import socket; socket.socket(socket.AF_INET)")
    with pytest.raises(Failed):
        worker.call("builtins:exec", f"open({str(tmp_path / 'x')!r}, 'w').write('x')")
    with pytest.raises(Failed):
        worker.call("builtins:exec", f"import os; os.rmdir({str(tmp_path)!r})")
    assert list(tmp_path.iterdir()) == []


def test_a_worker_has_no_files_of_its_coordinator(worker, tmp_path):
    with open(tmp_path / "gradebook.db", "w") as file:
        links = [f"/proc/self/fd/{number}" for number in range(64)]
        file.flush()
        assert str(tmp_path / "gradebook.db") in map(os.path.realpath, links)
        open_in_worker = [worker.call("os.path:realpath", link) for link in links]
    assert str(tmp_path / "gradebook.db") not in open_in_worker


def test_calls_from_several_threads_do_not_wait_for_each_other(worker):
    worker.call("builtins:len", [])
    with BoundedWorker(preload=[]) as other:
        assert other.call("builtins:len", []) == 0

    def sleep() -> None:
        with pytest.raises(Died):
            worker.call("time:sleep", 1000, seconds=1000)

    sleeping = threading.Thread(target=sleep)
    sleeping.start()
    assert worker.call("builtins:len", [1]) == 1
    assert sleeping.is_alive()
    worker.close()
    sleeping.join(60)
    assert not sleeping.is_alive()


def test_closing_leaves_no_process_behind(worker):
    worker_process, server = worker.call("os:getpid"), worker.call("os:getppid")
    worker.close()
    assert not os.path.exists(f"/proc/{worker_process}")
    assert not os.path.exists(f"/proc/{server}")
    with pytest.raises(Died, match="closed"):
        worker.call("os:getpid")


def test_workers_end_when_their_coordinator_is_killed():
    program = """
from autograder.bounded import BoundedWorker
worker = BoundedWorker(preload=[])
print(worker.call("os:getpid"), worker.call("os:getppid"), flush=True)
worker.call("time:sleep", 1000, seconds=1000)
"""
    coordinator = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    )
    assert coordinator.stdout is not None
    processes = coordinator.stdout.readline().split()
    coordinator.kill()
    coordinator.wait()
    coordinator.stdout.close()
    ends = time.monotonic() + 60
    while any(_runs(process) for process in processes) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not any(_runs(process) for process in processes)


def _runs(process: str) -> bool:
    """Whether a process is there, and no zombie that nobody waits for."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# A machine on which no process can be started


@pytest.fixture
def no_process(monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(bounded, "_has_one_thread", lambda: False)
    monkeypatch.setattr(bounded, "subprocess", SimpleNamespace(Popen=refuse, DEVNULL=-3))


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    made = small_course.make(tmp_path_factory.mktemp("course"))
    notebook = (made / "source" / small_course.NAME / f"{small_course.NAME}.ipynb").read_bytes()
    folder = made / "submitted" / "ada" / small_course.NAME
    folder.mkdir(parents=True)
    (folder / f"{small_course.NAME}.ipynb").write_bytes(notebook)
    small_course.graded(made, "eve", [])
    return made


def test_a_server_that_cannot_be_started_is_an_error_in_one_line(no_process):
    with BoundedWorker() as worker:
        for use in (worker.start, lambda: worker.call("os:getpid")):
            with pytest.raises(Died, match=r"^no worker process can be started .*unavailable.*$"):
                use()


def test_a_socket_that_cannot_be_had_is_an_error_in_one_line(worker, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    worker.start()
    monkeypatch.setattr(bounded.socket, "socketpair", refuse)
    with pytest.raises(Died, match=r"^no worker process can be started \(Too many open files\)$"):
        worker.call("os:getpid")


def test_a_server_that_ends_at_once_is_an_error_in_one_line(worker, monkeypatch):
    monkeypatch.setattr(bounded.sys, "executable", "/bin/false")
    monkeypatch.setattr(bounded, "_has_one_thread", lambda: False)
    with pytest.raises(Died, match="the fork server has ended"):
        worker.call("os:getpid")


@pytest.mark.parametrize("command", ["feedback", "report", "grade"])
@pytest.mark.usefixtures("no_process")
def test_commands_say_in_one_line_that_no_worker_can_be_started(
    command, course, monkeypatch, capsys, tmp_path
):
    monkeypatch.chdir(course)
    page_worker._worker.cache_clear()
    arguments = {
        "report": ["--out", str(tmp_path)],
        "feedback": [small_course.NAME],
        "grade": [small_course.NAME],
    }
    status = cli.main([command, *arguments[command]])
    page_worker._worker.cache_clear()
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert status == 1
    assert said.startswith("ai4gov: no worker process can be started (Resource temporarily un")
    assert "Traceback" not in said
    assert not (tmp_path / "report.html").exists()


def test_a_student_is_not_blamed_for_a_parser_without_processes(no_process):
    with BoundedWorker() as worker, pytest.raises(Died):
        parsing.timestamp(worker, b"2026-11-20 10:00:00 UTC")
