"""The Jupyter server that has started this kernel."""

import json
import os
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir


def root() -> Path | None:
    """The folder that the server shows as its top; None outside of a server's kernel.

    A server writes a file about itself into Jupyter's runtime folder, and tells its process id to
    each kernel.
    """
    pid = os.environ.get("JPY_PARENT_PID", "")
    if not pid.isdecimal():
        return None
    try:
        about = json.loads(
            Path(jupyter_runtime_dir(), f"jpserver-{pid}.json").read_text(encoding="utf-8")
        )
        return Path(str(about["root_dir"])).expanduser()
    except (OSError, ValueError, KeyError, TypeError):
        return None
