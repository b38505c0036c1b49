"""The Jupyter server that has started this kernel."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_core.paths import jupyter_runtime_dir

PROCESS = "AI4GOV_SERVER_PROCESS"
"""Environment variable with the server's process id. The server extension sets it in the server,
and kernels inherit it."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Environment variables that keep numerical libraries to one thread. The threads of OpenBLAS wait
for each other in busy loops: where others want the processors too, as on a hub, a cell that fits
models takes eight times the CPU seconds with two threads."""


def root() -> Path | None:
    """The folder that the server shows as its top; None outside of a server's kernel."""
    folder = _about().get("root_dir")
    return Path(str(folder)).expanduser() if folder else None


def link(path: Path, *, view: str) -> str | None:
    """The address of a file on the server, from its host on; None where it shows no such file.

    `view` is "files" for the file itself, and "notebooks" to open it in Notebook 7.
    """
    about, top = _about(), root()
    if top is None or not path.resolve().is_relative_to(top.resolve()):
        return None
    inside = path.resolve().relative_to(top.resolve()).as_posix()
    return f"{about.get('base_url', '/')}{view}/{quote(inside)}"


def base_url() -> str | None:
    """The address below which the server's pages are, from its host on; None outside of a server.

    It ends with a slash: "/", or on a hub "/user/NAME/".
    """
    found = _about().get("base_url")
    return f"{str(found).rstrip('/')}/" if found else None


def _about() -> dict[str, Any]:
    """What the server wrote about itself into Jupyter's runtime folder.

    Its process id is in the file's name. jupyter_client tells the id to each kernel, but on Windows
    it gives a handle in its place.
    """
    pid = os.environ.get(PROCESS if os.name == "nt" else "JPY_PARENT_PID", "")
    if not pid.isdecimal():
        return {}
    try:
        path = Path(jupyter_runtime_dir(), f"jpserver-{pid}.json")
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return about if isinstance(about, dict) else {}
