"""Start JupyterLab as Binder does, ask it for a notebook, and print what it answered as JSON.

Runs by the environment that is being tested, which has no test tools: standard library only.
Usage: python visit.py FOLDER NOTEBOOK
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

TOKEN = "binder"
PATIENCE = 60.0  # seconds for the server to answer at all


def free_port() -> int:
    """A port of the loopback interface that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(port: int, path: str) -> tuple[int, str]:
    """Status and text of one page."""
    url = f"http://127.0.0.1:{port}/{path}?token={TOKEN}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def interfaces() -> list[str]:
    """Names of the network interfaces that this process can see."""
    return sorted(name for _, name in socket.if_nameindex())


def main(folder: str, notebook: str) -> int:
    """Exit status 0 when the server answered, whatever it said."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1"),
        *(f"--port={port}", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"),
    ]
    server = subprocess.Popen(command, cwd=folder, stdout=sys.stderr)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                page, html = get(port, f"notebooks/{notebook}")
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
        contents, notebook_text = get(port, f"api/contents/{notebook}")
        # What the page tells Notebook 7, as JSON in a script element.
        told = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', html, re.DOTALL)
        answer = {
            "page": page,
            "contents": contents,
            "type": json.loads(notebook_text or "{}").get("type"),
            "disabled": json.loads(told.group(1))["disabledExtensions"] if told else [],
            "interfaces": interfaces(),
            "user": os.getuid(),
        }
        print(json.dumps(answer))
    finally:
        server.terminate()
        server.wait(timeout=20)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
