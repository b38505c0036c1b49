"""`ai4gov start`, the server, the service's page and a learner's files, on a simulated Windows."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from ast import literal_eval
from pathlib import Path

import httpx
import pytest
from jupyter_client import BlockingKernelClient

from course import files
from course.files import NotPlainError, open_plain, write_atomic
from course.project.app import service_process
from course.project.app.protocol import Comment
from course.project.app.service_process import RunningService, WorkerError, WorkerLimits
from course.start import opening as start
from course.start import parent_server
from tests.classroom.hub.real_hub import free_ports
from tests.course.content.notebooks import ROOT
from tests.course.windows.simulated import OS, SIGNAL

HERE = Path(__file__).parent
TOKEN = "t"


@pytest.fixture
def windows(tmp_path, monkeypatch) -> dict[str, str]:
    """The environment of a process on Windows; its home is the test's own."""
    home = tmp_path / "Learner Á Diop"
    home.mkdir()
    return os.environ | {
        "HOME": str(home),
        "PYTHONPATH": os.pathsep.join([str(HERE), str(ROOT)]),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
    }


@pytest.fixture
def here(monkeypatch):
    """Modules of the course in this process see Windows."""
    for module in (files, parent_server, service_process, start):
        monkeypatch.setattr(module, "os", OS)
    monkeypatch.setattr(service_process, "signal", SIGNAL)


def run(code: str, windows: dict[str, str], folder: Path) -> str:
    """What a program prints on Windows."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env=windows, cwd=folder, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# Every module


def test_every_module_that_learners_get_can_be_imported(windows, tmp_path):
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "course").rglob("*.py"))
        if "publishing" not in path.parts
    ]
    assert len(names) > 100
    imports = f"import importlib\nfor name in {names}: importlib.import_module(name)"
    assert run(f"{imports}\nprint('all')", windows, tmp_path) == "all"


# Files


@pytest.mark.usefixtures("here")
def test_a_plain_file_is_read_and_a_link_or_a_pipe_is_refused(tmp_path):
    plain = tmp_path / "plain"
    plain.write_bytes(b"one\r\ntwo\x1athree")
    with open_plain(plain) as file:
        assert file.read() == b"one\r\ntwo\x1athree"
    (tmp_path / "link").symlink_to(plain)
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "folder").mkdir()
    for name in ("link", "nowhere", "folder"):
        with pytest.raises(NotPlainError):
            open_plain(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        open_plain(tmp_path / "missing")


def test_binary_mode_is_asked_for_where_there_is_text_mode(tmp_path, monkeypatch):
    """On Windows, text mode translates line ends, and Ctrl-Z ends a file."""
    asked = []
    monkeypatch.setitem(vars(OS), "O_BINARY", 0x8000)
    monkeypatch.setattr(files, "os", OS)
    (tmp_path / "plain").touch()
    opened = os.open

    def spy(path, flags):
        asked.append(flags)
        return opened(path, flags & ~0x8000)

    monkeypatch.setattr(os, "open", spy)
    open_plain(tmp_path / "plain").close()
    assert [flags & 0x8000 for flags in asked] == [0x8000]


class Held:
    """os.replace while another program has the file open, as Windows answers, so many times."""

    def __init__(self, times: float):
        self.times, self.replace = times, os.replace

    def __call__(self, source, target):
        if self.times > 0:
            self.times -= 1
            raise PermissionError(errno.EACCES, "Access is denied", str(source), 5, str(target))
        self.replace(source, target)


@pytest.mark.usefixtures("here")
def test_a_write_waits_for_a_program_that_holds_the_file_open_for_a_moment(tmp_path, monkeypatch):
    path = tmp_path / "progress.json"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", Held(times=4))
    write_atomic(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("lang", "says"), [("en", "another program has the file open"), ("fr", "un autre programme")]
)
def test_a_file_that_stays_held_open_is_told_in_the_learners_words(
    lang, says, tmp_path, monkeypatch
):
    path = tmp_path / "progress.json"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setenv("AI4GOV_LANG", lang)
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    monkeypatch.setattr(os, "replace", Held(times=float("inf")))
    with pytest.raises(PermissionError) as raised:
        write_atomic(path, "new")
    assert says in raised.value.strerror
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("here")
def test_a_file_that_is_read_only_is_not_said_to_be_held_open(tmp_path, monkeypatch):
    path = tmp_path / "progress.json"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    monkeypatch.setattr(os, "replace", Held(times=1))
    with pytest.raises(PermissionError, match="Access is denied"):
        write_atomic(path, "new")


def test_elsewhere_a_write_that_is_not_permitted_is_not_repeated(tmp_path, monkeypatch):
    held = Held(times=1)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError, match="Access is denied"):
        write_atomic(tmp_path / "progress.json", "new")


def test_progress_and_work_are_taken_along_and_brought_back(windows, tmp_path):
    code = """
        from pathlib import Path
        from course.start import carry, progress
        from course.start.opening import copy_release
        old, new = Path("old home"), Path("new home")
        for home in (old, new):
            copy_release(home, ["en"])
        done = {"state": "right", "code": "right", "points": 1, "out_of": 1, "tries": 1}
        progress.write(old / progress.NAME, {"06-measuring-fairness": {"gap": done}})
        work = Path("en", "06-measuring-fairness", "notes.txt")
        (old / work).write_text("été", encoding="utf-8")
        brought = carry.bring_back(carry.take_along(old).path.read_bytes(), new)
        kept = progress.read(new / progress.NAME)["06-measuring-fairness"]["gap"]["points"]
        print(brought.written, (new / work).read_text(encoding="utf-8") == "été", kept)
    """
    assert run(code, windows, tmp_path) == "['en/06-measuring-fairness/notes.txt'] True 1"


# ai4gov start


# The learners' repository has the first command, `pip install ai4gov-course` the second.
@pytest.mark.parametrize(
    "command", ["course.start.command", pytest.param("classroom.cli", marks=pytest.mark.slow)]
)
def test_start_lays_the_course_out_and_passes_on_what_jupyterlab_says(command, windows, tmp_path):
    """JupyterLab, asked for its version, ends at once."""
    folder = tmp_path / "Mes documents" / "l’été"
    done = subprocess.run(
        [
            *(sys.executable, "-m", command, "start", "--lang", "fr", "--dir", folder),
            *("--no-browser", "--", "--version"),
        ],
        env=windows, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (folder / "fr" / "start.ipynb").is_file()
    assert done.stdout.splitlines()[-1][:2] == "4."


def test_an_argument_with_spaces_stays_one_and_the_exit_status_is_passed_on(tmp_path):
    written = tmp_path / "arguments"
    code = "import sys; open(sys.argv[1], 'w').write(repr(sys.argv[2:])); sys.exit(7)"
    argument = r"--ServerApp.root_dir=C:\Users\Learner A Diop\course"
    assert start._run([sys.executable, "-c", code, str(written), argument]) == 7
    assert written.read_text() == repr([argument])


def test_ctrl_c_ends_jupyterlab_first_and_leaves_no_stack_trace(tmp_path):
    """In a console, both processes get it; JupyterLab takes longer to end."""
    lab = """
        import os, signal, sys, time
        def end(*_):
            time.sleep(1)
            # print could be running already when the signal comes.
            os.write(1, b"lab has ended\\n")
            sys.exit(5)
        signal.signal(signal.SIGINT, end)
        os.write(1, b"ready\\n")
        time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(lab)]
    starting = f"import sys; from course.start import opening; sys.exit(opening._run({command!r}))"
    both = subprocess.Popen(
        [sys.executable, "-c", starting],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert both.stdout.readline() == "ready\n"
    os.killpg(both.pid, signal.SIGINT)
    out, err = both.communicate(timeout=60)
    assert (both.returncode, out, err) == (5, "lab has ended\n", "")


# The server, from a notebook


@pytest.fixture
def lab(windows, tmp_path):
    """`ai4gov start` on Windows: the server's address, and the folder that it shows."""
    (port,) = free_ports(1)
    folder = tmp_path / "Mes documents" / "cours"
    log = (tmp_path / "log").open("wb")
    running = subprocess.Popen(
        [
            *(sys.executable, "-m", "course.start.command", "start"),
            *("--lang", "fr", "--dir", folder),
            *("--no-browser", "--", f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1"),
            *(f"--IdentityProvider.token={TOKEN}", "--allow-root", "--ServerApp.base_url=/a/b/"),
        ],
        env=windows, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}/a/b"
    try:
        for _ in range(240):
            assert running.poll() is None, (tmp_path / "log").read_text()
            try:
                httpx.get(f"{address}/api", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.25)
        yield address, folder
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(20)
        log.close()


def executed(
    code: str, names: str, address: str, windows: dict[str, str], folder: str
) -> tuple[object, ...]:
    """The values of some names after a cell, in a kernel that the server starts in a folder."""
    started = httpx.post(
        f"{address}/api/sessions",
        json={"path": f"{folder}/try.ipynb", "type": "notebook", "name": "",
              "kernel": {"name": "python3"}},
        headers={"Authorization": f"token {TOKEN}"},
        timeout=60,
    ).json()  # fmt: skip
    connection = Path(windows["JUPYTER_RUNTIME_DIR"], f"kernel-{started['kernel']['id']}.json")
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    try:
        wanted = {"values": f"repr(({names}))"}
        reply = client.execute(
            textwrap.dedent(code), user_expressions=wanted, reply=True, timeout=120
        )["content"]
    finally:
        client.stop_channels()
    assert reply["status"] == "ok", reply
    found = literal_eval(literal_eval(reply["user_expressions"]["values"]["data"]["text/plain"]))
    assert isinstance(found, tuple)
    return found


@pytest.mark.slow
def test_a_notebook_finds_its_server_though_windows_names_a_handle(lab, windows):
    """On Windows, jupyter_client puts the number of a handle where a process id is elsewhere."""
    address, folder = lab
    code = """
        import os
        os.environ["JPY_PARENT_PID"] = "2312"
        from course.start import parent_server as server
        from course.project import open_project, show_app
        top, base, link = server.root(), server.base_url(), show_app(open_project()).address
    """
    names, place = "server.os.name, str(top), base, link", "fr/capstone-5-presentation"
    project = "project=fr%2Fcapstone-5-presentation%2Fproject"
    assert executed(code, names, address, windows, place) == (
        *("nt", str(folder), "/a/b/"),
        f"/a/b/ai4gov/civicly/?{project}&lang=fr",
    )
    asked = {"params": {"token": TOKEN}, "timeout": 60}
    with httpx.Client(follow_redirects=True, **asked) as browser:
        for page in ("ai4gov/start.html", f"ai4gov/civicly/?{project}"):
            assert browser.get(f"{address}/{page}").status_code == 200


@pytest.mark.usefixtures("here")
def test_without_the_course_s_server_extension_there_is_no_server(tmp_path, monkeypatch):
    monkeypatch.delenv(parent_server.PROCESS, raising=False)
    monkeypatch.setenv("JPY_PARENT_PID", "2312")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    stale = {"root_dir": "/somebody/elses", "base_url": "/"}
    (tmp_path / "jpserver-2312.json").write_text(json.dumps(stale), encoding="utf-8")
    assert parent_server.root() is None
    monkeypatch.setenv(parent_server.PROCESS, "2312")
    assert parent_server.root() == Path("/somebody/elses")


# The service's page


@pytest.fixture
def running(windows, tmp_path, monkeypatch, here):
    """`running("behaviour")` is a service on Windows; see tests/course/project_app/fakes.py."""
    monkeypatch.setenv("PYTHONPATH", windows["PYTHONPATH"])
    folder = tmp_path / "Mes documents" / "project"
    folder.mkdir(parents=True)
    made = []

    def begin(behaviour: str, **limits) -> RunningService:
        (folder / "model.py").write_text(behaviour, encoding="utf-8")
        made.append(
            RunningService(folder, "tests.course.project_app.fakes:load", WorkerLimits(**limits))
        )
        return made[-1]

    yield begin
    for each in made:
        each.stop()


def test_the_service_answers_without_unix_bounds(running, windows, tmp_path):
    assert running("v1").decide(Comment(text="The lamp is out.")).reason == "v1"
    bounds = "from course.project.app import worker; print(worker.HAS_BOUNDS)"
    assert run(bounds, windows, tmp_path) == "False"


def test_a_service_that_never_ends_is_stopped_by_the_clock(running):
    begun = running("v1", call_seconds=1)
    with pytest.raises(WorkerError) as raised:
        begun.decide(Comment(text="count for ever"))
    assert raised.value.kind == "slow"
    assert begun.decide(Comment(text="The lamp is out.")).reason == "v1"


def test_the_service_gets_what_windows_needs_to_start_python(running, monkeypatch):
    """The documentation of subprocess, tempfile and pathlib names these."""
    needed = {"SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "PATH"}
    for name in needed - {"PATH"}:
        monkeypatch.setenv(name, "a value")
    monkeypatch.setenv("JUPYTER_TOKEN", "secret")
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setenv("TEMP", "/tmp")
    told = running("tells its environment").decide(Comment(text="Where?")).reason.split()
    assert needed <= set(told)
    assert "JUPYTER_TOKEN" not in told
