"""The language of the person who uses this server: what the class list, she, or JupyterLab says."""

import os
from pathlib import Path

import json5
from jupyter_core.paths import jupyter_config_dir

from course.chosen_language import chosen
from course.language import LANGUAGES

VARIABLE = "AI4GOV_LEARNER_LANG"
"""Set by the hub when it starts a learner's server, from the group `ai4gov-lang-fr`.

Not AI4GOV_LANG: that one decides the language of checks, so an English notebook would be checked
in French.
"""

LAB_SETTING = "lab/user-settings/@jupyterlab/translation-extension/plugin.jupyterlab-settings"


def learner_language() -> str | None:
    """The language's code; None where nothing says it.

    The first of these that names a language of the course: the hub's group, the choice made on
    the start page, the language of JupyterLab.
    """
    for found in (os.environ.get(VARIABLE, ""), chosen(), _of_lab()):
        if found in LANGUAGES:
            return found
    return None


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
