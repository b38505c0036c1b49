"""The process of the service: started, bounded, stopped; the server's own process goes on."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from course.project.app.protocol import Comment
from course.project.app.service_process import RunningService, Services, WorkerError, WorkerLimits

FAKES = "tests.course.project_app.fakes:load"
LAMP = Comment(text="The lamp is out.")


@pytest.fixture
def start(folder):
    """Start the service that behaves in a way, with limits; it is stopped at the end."""
    started = []

    def begin(behaviour: str, **limits) -> RunningService:
        (folder / "model.py").write_text(behaviour, encoding="utf-8")
        started.append(RunningService(folder, FAKES, WorkerLimits(**limits)))
        return started[-1]

    yield begin
    for each in started:
        each.stop()


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition) -> None:
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in 10 seconds")


def test_nothing_is_started_before_the_first_comment_and_one_process_answers_several(start):
    service = start("v1")
    assert service.process is None
    assert service.decide(LAMP).reason == "v1"
    first = service.process
    assert first != os.getpid()
    service.decide(LAMP)
    assert service.process == first


def test_a_changed_model_is_started_anew(start, folder):
    service = start("v1")
    service.decide(LAMP)
    (folder / "model.py").write_text("the second version", encoding="utf-8")
    assert service.decide(LAMP).reason == "the second version"


def test_an_idle_service_is_stopped_and_starts_again_when_it_is_asked(start):
    service = start("v1", idle_seconds=0.2)
    service.decide(LAMP)
    process = service.process
    wait_until(lambda: service.process is None)
    assert not is_running(process)
    assert service.decide(LAMP).reason == "v1"


@pytest.mark.parametrize(
    ("behaviour", "limits", "kind"),
    [
        ("never ready", {"start_seconds": 0.8}, "slow start"),
        ("learns for ever", {"start_cpu": 1}, "slow start"),
        ("ends while it loads", {}, "ended at the start"),
        ("sleeps", {"call_seconds": 0.5}, "slow"),
        ("dies", {}, "ended"),
        ("fills the memory", {"memory": 2**29}, "memory"),
    ],
)
def test_a_service_that_misbehaves_is_stopped_and_the_error_says_why(
    start, behaviour, limits, kind
):
    service = start(behaviour, **limits)
    with pytest.raises(WorkerError) as raised:
        service.decide(LAMP)
    assert raised.value.kind == kind
    assert service.process is None or not is_running(service.process)


def test_an_endless_loop_ends_after_its_processor_time_and_the_next_comment_is_answered(start):
    service = start("v1", call_cpu=1)
    with pytest.raises(WorkerError) as raised:
        service.decide(Comment(text="count for ever"))
    assert raised.value.kind == "slow"
    assert service.decide(LAMP).reason == "v1"


def test_an_error_of_the_team_s_code_is_one_line_and_the_process_goes_on(start):
    service = start("fails")
    for _ in range(2):
        with pytest.raises(WorkerError) as raised:
            service.decide(LAMP)
        assert (raised.value.kind, raised.value.detail) == ("refused", "KeyError: 'district'")
    assert is_running(service.process)


def test_a_model_that_does_not_load_is_told_in_its_own_line(start):
    with pytest.raises(WorkerError) as raised:
        start("does not load").decide(LAMP)
    assert raised.value.detail == "model.py: line 3 has no colon"


def test_what_the_team_s_code_prints_disturbs_nothing(start):
    service = start("prints")
    assert [service.decide(LAMP).reason for _ in range(2)] == ["prints", "prints"]


def test_the_process_gets_no_token_of_the_server_or_of_a_hub(start, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    monkeypatch.setenv("JUPYTER_TOKEN", "secret")
    told = start("tells its environment").decide(LAMP).reason.split()
    assert "PATH" in told
    assert not [name for name in told if "TOKEN" in name]


def test_more_comments_than_may_wait_are_refused_at_once(start):
    service = start("sleeps", waiting=1, call_seconds=20)

    def wait() -> None:
        with pytest.raises(WorkerError):
            service.decide(LAMP)

    waiting = threading.Thread(target=wait)
    waiting.start()
    wait_until(lambda: service.process is not None)
    began = time.monotonic()
    with pytest.raises(WorkerError) as raised:
        service.decide(LAMP)
    assert raised.value.kind == "busy"
    assert time.monotonic() - began < 1
    service.stop()
    waiting.join(10)
    assert not waiting.is_alive()


def test_only_one_project_s_service_runs_at_a_time(folder, tmp_path):
    other = tmp_path / "other" / "project"
    other.mkdir(parents=True)
    for each in (folder, other):
        (each / "model.py").write_text(each.parent.name, encoding="utf-8")
    services = Services(FAKES)
    try:
        services.of(folder).decide(LAMP)
        first = services.of(folder).process
        assert services.of(other).decide(LAMP).reason == "other"
        assert not is_running(first)
    finally:
        services.stop()


def test_another_project_s_comment_ends_those_that_wait_and_says_so(folder, tmp_path):
    other = tmp_path / "other" / "project"
    other.mkdir(parents=True)
    (folder / "model.py").write_text("sleeps", encoding="utf-8")
    (other / "model.py").write_text("other", encoding="utf-8")
    services, kinds = Services(FAKES), []
    first = services.of(folder)

    def wait() -> None:
        with pytest.raises(WorkerError) as raised:
            first.decide(LAMP)
        kinds.append(raised.value.kind)

    waiting = [threading.Thread(target=wait) for _ in range(2)]
    try:
        for each in waiting:
            each.start()
        wait_until(lambda: first.process is not None)
        process = first.process
        assert services.of(other).decide(LAMP).reason == "other"
        for each in waiting:
            each.join(10)
        assert kinds == ["replaced", "replaced"]
        assert first.process is None
        assert not is_running(process)
    finally:
        services.stop()


def test_the_process_ends_when_the_server_has_ended(folder):
    (folder / "model.py").write_text("sleeps", encoding="utf-8")
    # A server in a process of its own, which is killed while the service is deciding.
    code = (
        "import sys, threading; from pathlib import Path\n"
        "from course.project.app.service_process import RunningService; "
        "from course.project.app.protocol import Comment\n"
        f"s = RunningService(Path(sys.argv[1]), {FAKES!r})\n"
        "threading.Thread(target=s.decide, args=(Comment(text='x'),), daemon=True).start()\n"
        "import time\n"
        "while s.process is None: time.sleep(0.05)\n"
        "print(s.process, flush=True); time.sleep(60)\n"
    )
    server = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    try:
        process = int(server.stdout.readline())
        assert is_running(process)
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
    wait_until(lambda: not is_running(process))
