"""A learner's server takes the course's settings, as Jupyter itself reads them."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import httpx
import pytest

from classroom.hub.configure import ETC
from tests.classroom.hub.real_hub import free_ports


@pytest.mark.slow
def test_the_style_sheet_that_hides_validate_is_served(tmp_path):
    (port,) = free_ports(1)
    root = ["--allow-root"] * (os.geteuid() == 0)
    command = ["jupyterlab", "--no-browser", f"--port={port}", "--IdentityProvider.token=t", *root]
    log = (tmp_path / "log").open("wb")
    running = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=tmp_path,
        env=os.environ
        | {"HOME": str(tmp_path), "AI4GOV_EXCHANGE": str(tmp_path),
           "JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_CONFIG_PATH": str(ETC / "learner")},
        stdout=log,
        stderr=log,
    )  # fmt: skip
    try:
        for _ in range(240):
            assert running.poll() is None, (tmp_path / "log").read_text()
            try:
                found = httpx.get(f"http://127.0.0.1:{port}/custom/custom.css?token=t", timeout=10)
                break
            except httpx.HTTPError:
                time.sleep(0.25)
        assert found.status_code == 200
        assert "#nbgrader-assignment-list" in found.text
        assert "display: none" in found.text
        assert "not recognized" not in (tmp_path / "log").read_text()
    finally:
        running.terminate()
        running.wait(20)
