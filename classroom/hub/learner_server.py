"""A learner's server on the hub: lay the course out in her home, then become JupyterLab.

It runs as the learner, never as root, so that a link in her home leads nowhere that she cannot
write herself.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir

from classroom.hub.learner_language import LAB_SETTING, learner_language
from course.files import write_atomic
from course.language import SOURCE

LOCALES = {"fr": "fr_FR", "es": "es_ES", "pt": "pt_BR"}
"""JupyterLab's language packs. A learner who sets another language keeps it."""


def main() -> None:
    """Called by the hub in place of jupyterhub-singleuser, with the same arguments."""
    folder = Path(os.environ.get("JUPYTERHUB_ROOT_DIR", "~")).expanduser()
    os.environ["JUPYTERHUB_ROOT_DIR"] = str(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _lay_out(folder)
    except Exception:
        # Her own work is what she came for: the server starts, and the log has the reason.
        traceback.print_exc()
    os.chdir(folder)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub.singleuser", *sys.argv[1:]])


def _lay_out(folder: Path) -> None:
    from classroom.hub.learner_home import lay_out

    lang = learner_language() or SOURCE
    lay_out(folder, lang, look_up=True)
    setting = Path(jupyter_config_dir(), LAB_SETTING)
    if lang in LOCALES and not setting.exists():
        setting.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(setting, json.dumps({"locale": LOCALES[lang]}) + "\n")


if __name__ == "__main__":
    main()
