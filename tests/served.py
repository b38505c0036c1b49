"""A real Jupyter server with the course's pages, for tests that need no browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from course.start.chosen_language import VARIABLE

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "a-token-for-this-test"
BASE = "/user/awa/"
"""Where a hub would put the server."""


@contextmanager
def served(top: Path, place: Path) -> Iterator[str]:
    """The address of a server whose top folder is `top`; its log and its home are in `place`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyter_server", "--no-browser", f"--ServerApp.port={port}",
        f"--IdentityProvider.token={TOKEN}", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={top}", f"--ServerApp.base_url={BASE}",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    # Another test's call of `ai4gov start` leaves a language in this process.
    kept = {name: value for name, value in os.environ.items() if name != VARIABLE}
    environment = kept | {
        "JUPYTER_CONFIG_PATH": str(ROOT / "course" / "jupyter"),
        "HOME": str(place),
        "PYTHONPATH": str(ROOT),
    }
    log = place / "log"
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=place, env=environment, stdout=file, stderr=file)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            assert process.poll() is None, log.read_text()
            try:
                httpx.get(f"{address}{BASE}api", timeout=2)
                break
            except httpx.HTTPError:
                time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def logged_in(address: str) -> Iterator[httpx.Client]:
    """A browser without scripts, logged in with the token."""
    with httpx.Client(base_url=address, follow_redirects=True, timeout=90) as client:
        client.get(f"{BASE}api", params={"token": TOKEN})
        yield client
