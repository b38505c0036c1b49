"""A PostgreSQL server of one's own: in a temporary folder, on a local socket, for one test."""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from tests.system import unavailable

PROGRAMS = ("initdb", "pg_ctl")
# Debian keeps them out of the way of ordinary users.
PLACES = (*os.environ.get("PATH", "").split(os.pathsep), *map(str, Path("/").glob(
    "usr/lib/postgresql/*/bin")))  # fmt: skip


class Server:
    """A running server; `url` is for SQLAlchemy."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._data = folder / "data"
        self.url = f"postgresql+psycopg://course@/postgres?host={quote(str(folder))}"
        # What the tests write survives the death of processes without it.
        options = ["--auth=trust", "--username=course", "--no-sync", "--encoding=UTF8"]
        self._run("initdb", *options, str(self._data))
        self.start()

    def start(self) -> None:
        options = f"-k {self._folder} -c listen_addresses= -c fsync=off"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._data), "-o", options, "-l", log, "-w", "start")

    def kill(self) -> None:
        """End the server as a power cut would; what it has answered stays."""
        process = int((self._data / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGKILL)

    def stop(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        found = shutil.which(program, path=os.pathsep.join(PLACES))
        assert found is not None
        # PostgreSQL refuses to be root.
        other = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
        subprocess.run(
            [*(other if os.geteuid() == 0 else []), found, *arguments],
            cwd=self._folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        )


@contextmanager
def server() -> Iterator[Server]:
    """A server while the block runs. Skips the test where PostgreSQL or its driver is missing."""
    if any(shutil.which(name, path=os.pathsep.join(PLACES)) is None for name in PROGRAMS):
        unavailable("this test needs PostgreSQL (Debian package: postgresql)")
    if importlib.util.find_spec("psycopg") is None:
        unavailable("this test needs the Python package psycopg[binary]")
    # Not pytest's folder: the path of a socket must be short, and its user must get there.
    folder = Path(tempfile.mkdtemp(prefix="ai4gov-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    running = None
    try:
        running = Server(folder)
        yield running
    finally:
        if running is not None:
            running.stop()
        shutil.rmtree(folder, ignore_errors=True)
