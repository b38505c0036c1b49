"""Binder opens what `ai4gov publish` writes, and what it builds of that serves a learner."""

from __future__ import annotations

import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import psutil
import pytest
from packaging.specifiers import SpecifierSet

from course.publishing.learners_repository import publish
from tests.binder.learner import LESSON, walk_through
from tests.packaging.copies import ROOT, commit_all, fresh_clone
from tests.system import need, unavailable

BINDER = ROOT / "binder"
START_PAGE = "release/en/start.ipynb"
# Binder guarantees this much to all of a learner's processes together.
MEMORY = 1024**3


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """The learners' repository, as its publisher commits it."""
    clone = fresh_clone(tmp_path_factory.mktemp("source") / "clone")
    folder = publish(clone, tmp_path_factory.mktemp("published") / "learners").folder
    commit_all(folder)
    return folder


def runtime_version() -> str:
    """The Python that Binder is told to use, such as "3.13"."""
    return (BINDER / "runtime.txt").read_text().strip().removeprefix("python-")


# Files


def test_binder_installs_exactly_what_the_learner_lock_says(published):
    requirements = published / "binder" / "requirements.txt"
    lines = requirements.read_text().splitlines()
    (line,) = [line for line in lines if line and not line.startswith("#")]
    assert line == "-r ../requirements/learner.txt"
    lock = requirements.parent / line.removeprefix("-r ")
    assert lock.read_bytes() == (ROOT / "requirements" / "learner.txt").read_bytes()


def test_binders_python_is_one_that_the_course_supports(published):
    project = tomllib.loads((published / "pyproject.toml").read_text())["project"]
    assert runtime_version() in SpecifierSet(project["requires-python"])


def test_the_last_step_can_be_run_and_fetches_nothing(published):
    script = published / "binder" / "postBuild"
    assert os.access(script, os.X_OK)
    assert script.read_text().startswith("#!")
    installs = [line for line in script.read_text().splitlines() if "pip install" in line]
    assert installs
    assert all("--no-deps" in line and "--no-build-isolation" in line for line in installs)


def test_a_binder_of_the_repository_with_the_answers_cannot_be_built(tmp_path):
    (tmp_path / "source").mkdir()
    ran = subprocess.run([BINDER / "postBuild"], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "ai4gov publish" in ran.stderr


def test_repo2docker_reads_the_files_as_they_are_meant(published):
    ran = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--debug", "--no-build", "."],
        cwd=published,
        capture_output=True,
        text=True,
        timeout=120,
    )
    dockerfile = ran.stdout + ran.stderr
    assert ran.returncode == 0, dockerfile[-2000:]
    python = f"py-2d{runtime_version().replace('.', '-2e')}-2d"
    assert python in dockerfile, "another Python than runtime.txt says"
    # The lock lies outside binder/, so all must be copied before pip runs.
    copied = re.search(r"COPY --chown=\d+:\d+ src/ \$\{REPO_DIR\}/", dockerfile).start()
    installed = dockerfile.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    assert copied < installed < dockerfile.index("RUN ./binder/postBuild")


# A learner's way in it, with the packages of these tests


@pytest.mark.weekly
def test_a_learner_goes_through_a_module(published, tmp_path):
    repository = shutil.copytree(published, tmp_path / "repository")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": str(tmp_path / "home"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            # Before the course of these tests.
            "PYTHONPATH": str(repository),
        }
        return subprocess.run(
            [sys.executable if part == "python" else part for part in command],
            cwd=repository,
            env=environment,
            capture_output=True,
            text=True,
            timeout=240,
        )

    (tmp_path / "home").mkdir()
    where = run("python", "-c", "import course; print(course.__file__)").stdout
    assert where.startswith(str(repository)), where
    walk_through(repository, run)


# Emulation: a new environment from binder's files, another user, 1 GB, no network.


@dataclass
class Emulation:
    """The learners' repository built as Binder builds it, and a way to run commands in it."""

    home: Path
    repository: Path
    environment: Path
    user: pwd.struct_passwd
    isolated: bool
    peak: int = field(default=0)

    def run(self, *command: str, memory: int = MEMORY) -> subprocess.CompletedProcess[str]:
        """Run as the other user, without network where that can be had, and measure the memory.

        RLIMIT_DATA bounds each process: it counts private memory that can be written, which is
        what fills up. RLIMIT_AS would count address space that is only reserved (64 MB for each
        thread of the C library, more for each of numpy's), and refuse what Binder allows. It is a
        limit for one process where Binder's is for all of them, so `peak` holds what they had
        together, in bytes: the largest sum of their shares of physical memory.
        """
        confined = [
            *("setpriv", f"--reuid={self.user.pw_uid}", f"--regid={self.user.pw_gid}"),
            *("--clear-groups", "--no-new-privs"),
            *("prlimit", f"--data={memory}", "--core=0"),
            *command,
        ]
        if self.isolated:
            script = 'ip link set lo up && exec "$@"'
            confined = ["unshare", "--net", "sh", "-c", script, "sh", *confined]
        environment = {
            "HOME": str(self.home),
            "PATH": f"{self.environment / 'bin'}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "LANG": "C.UTF-8",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }
        with subprocess.Popen(
            confined,
            cwd=self.repository,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            watch = threading.Thread(target=self._watch, args=(psutil.Process(process.pid),))
            watch.start()
            try:
                out, err = process.communicate(timeout=240)
            except subprocess.TimeoutExpired:
                for child in psutil.Process(process.pid).children(recursive=True):
                    child.kill()
                process.kill()
                raise
            finally:
                watch.join()
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def _watch(self, process: psutil.Process) -> None:
        """Follow the memory of a process and all that it started, until it ends."""
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            together = 0
            try:
                for one in [process, *process.children(recursive=True)]:
                    together += one.memory_full_info().pss
            except psutil.Error:
                pass  # one ended while we looked
            self.peak = max(self.peak, together)
            time.sleep(0.1)


def a_python_for(user: pwd.struct_passwd) -> str:
    """A Python that the user can run: the one Binder uses where there is one, else this one's.

    An interpreter in another person's home is none: its folder cannot be entered.
    """
    wanted = f"python{runtime_version()}"
    base = str(Path(sys.base_exec_prefix, "bin", f"python3.{sys.version_info.minor}"))
    for python in (f"/usr/bin/{wanted}", shutil.which(wanted), base, "/usr/bin/python3"):
        if python is None:
            continue
        identity = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        question = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
        asked = subprocess.run(
            ["setpriv", *identity, python, "-c", question], cwd="/", capture_output=True
        )
        if asked.returncode == 0:
            return python
    unavailable("no Python 3.11 or newer with venv that an ordinary user can run")
    raise AssertionError


def give(folder: Path, user: pwd.struct_passwd) -> None:
    """Make the user the owner of a folder and of all that is in it."""
    for place, folders, files in os.walk(folder):
        for name in (".", *folders, *files):
            os.chown(Path(place, name), user.pw_uid, user.pw_gid, follow_symlinks=False)


@pytest.fixture(scope="module")
def binder(published) -> Iterator[Emulation]:
    """The image that Binder would build, as a folder that another user owns."""
    if os.getuid() != 0:
        pytest.skip("only root can act as another user")
    if os.environ.get("AI4GOV_REQUIRE_SYSTEM") != "1":
        pytest.skip("installs all packages anew: set AI4GOV_REQUIRE_SYSTEM=1 to run it")
    need("setpriv", "prlimit", "unshare", "ip")
    user = pwd.getpwnam("nobody")
    isolated = subprocess.run(["unshare", "--net", "true"], capture_output=True).returncode == 0
    # Not pytest's folder, which no other user can enter.
    top = Path(tempfile.mkdtemp(prefix="ai4gov-binder-"))
    try:
        top.chmod(0o755)
        emulation = Emulation(top / "home", top / "repo", top / "env", user, isolated)
        emulation.home.mkdir()
        shutil.copytree(published, emulation.repository)
        python = a_python_for(user)
        subprocess.run([python, "-m", "venv", str(emulation.environment)], check=True, cwd=top)
        # By root, for pip's cache of downloads, which another user cannot read.
        requirements = emulation.repository / "binder" / "requirements.txt"
        installed = subprocess.run(
            [
                *(str(emulation.environment / "bin" / "pip"), "install", "--quiet"),
                *("--disable-pip-version-check", "-r", str(requirements)),
            ],
            capture_output=True,
            text=True,
        )
        assert installed.returncode == 0, installed.stderr[-3000:]
        for folder in (emulation.home, emulation.repository, emulation.environment):
            give(folder, user)
        built = emulation.run("./binder/postBuild")
        assert built.returncode == 0, built.stderr[-3000:]
        emulation.peak = 0
        yield emulation
    finally:
        shutil.rmtree(top)


@pytest.mark.slow
def test_a_lesson_runs_to_its_end_offline_in_one_gigabyte(binder):
    out = binder.home / "out"
    ran = binder.run(
        *("jupyter", "nbconvert", "--to", "notebook", "--execute", LESSON),
        *("--output-dir", str(out), "--output", "executed"),
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    notebook = nbformat.read(out / "executed.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.execution_count for cell in code if cell.source.strip())
    assert not [out for cell in code for out in cell.outputs if out.output_type == "error"]
    assert 0 < binder.peak < MEMORY, f"{binder.peak / 2**20:.0f} MB"


@pytest.mark.slow
def test_a_learner_goes_through_a_module_with_learners_packages_only(binder):
    has_grader = binder.run("python", "-c", "import nbgrader")
    assert "ModuleNotFoundError" in has_grader.stderr
    where = binder.run("python", "-c", "import course; print(course.__file__)").stdout
    assert where.startswith((str(binder.environment), str(binder.repository))), where
    # A new session: the lesson that another test has run in this folder recorded its checks.
    for progress in binder.repository.rglob("progress.json"):
        progress.unlink()
    walk_through(binder.repository, binder.run, lambda: give(binder.repository, binder.user))
    assert 0 < binder.peak < MEMORY, f"{binder.peak / 2**20:.0f} MB"


@pytest.mark.slow
def test_jupyterlab_shows_the_start_page_without_asking_for_news(binder):
    visit = shutil.copy(Path(__file__).with_name("visit.py"), binder.home)
    ran = binder.run("python", visit, str(binder.repository), START_PAGE)
    assert ran.returncode == 0, ran.stderr[-3000:]
    answer = json.loads(ran.stdout.splitlines()[-1])
    assert answer["page"] == 200
    assert (answer["contents"], answer["type"]) == (200, "notebook")
    assert "@jupyterlab/apputils-extension:announcements" in answer["disabled"]
    assert answer["user"] == binder.user.pw_uid != 0
    assert 0 < binder.peak < MEMORY, f"{binder.peak / 2**20:.0f} MB"
    if not binder.isolated:
        pytest.skip("it answered, but this machine does not let us take its network away")
    assert answer["interfaces"] == ["lo"]


@pytest.mark.slow
def test_the_limit_is_real(binder):
    """Otherwise the two tests above would pass whatever a lesson needs."""
    ran = binder.run("python", "-c", f"x = bytearray({MEMORY + 2**20})")
    assert ran.returncode == 1
    assert "MemoryError" in ran.stderr
