"""A learner's server on the hub: lay the course out in her home, then become JupyterLab.

It runs as the learner, never as root, so that a link in her home leads nowhere that she cannot
write herself.
"""

import os
import sys
import traceback
from pathlib import Path

from classroom.hub.learner_language import learner_language
from course.language import SOURCE
from course.start.chosen_language import use_in_lab


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
    use_in_lab(lang)


if __name__ == "__main__":
    main()
