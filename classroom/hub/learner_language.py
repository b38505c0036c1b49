"""The language of the person who uses this server: what she, the class list, or JupyterLab says."""

import os
from pathlib import Path

import json5
from jupyter_core.paths import jupyter_config_dir

from course.language import LANGUAGES
from course.start.chosen_language import preferred

LAB_SETTING = "lab/user-settings/@jupyterlab/translation-extension/plugin.jupyterlab-settings"


def learner_language() -> str | None:
    """The language's code; None where nothing says it.

    The first of these that names a language of the course: the choice made on the start page, the
    hub's class list, the language of JupyterLab.
    """
    lab = _of_lab()
    return preferred() or (lab if lab in LANGUAGES else None)


def _of_lab() -> str:
    """The language of JupyterLab's own texts, `fr` of `fr_FR`; empty where none was chosen."""
    folder = os.environ.get("JUPYTERLAB_SETTINGS_DIR")
    setting = Path(jupyter_config_dir(), LAB_SETTING)
    if folder:
        setting = Path(folder, *Path(LAB_SETTING).parts[2:])
    try:
        locale = json5.loads(setting.read_text(encoding="utf-8"))["locale"]
        return str(locale).replace("-", "_").partition("_")[0].lower()
    except (OSError, ValueError, KeyError, TypeError):
        return ""
