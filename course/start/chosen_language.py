"""The language that a learner has chosen on the start page, kept in the learner's home."""

import json
import os
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir

from course.files import write_atomic
from course.language import LANGUAGES, MARKER, first_line

VARIABLE = "AI4GOV_LEARNER_LANG"
"""Set by a hub when it starts a learner's server, to what the class list says.

Not AI4GOV_LANG: that one decides the language of checks, so an English notebook would be checked
in French.
"""

LAB_SETTING = "lab/user-settings/@jupyterlab/translation-extension/plugin.jupyterlab-settings"
"""JupyterLab's file with the language of its own texts, in Jupyter's folder for settings."""

LOCALES = {"en": "en", "fr": "fr_FR", "es": "es_ES", "pt": "pt_BR"}
"""JupyterLab's name of each language."""


def chosen() -> str:
    """The code of the chosen language; empty before a choice was made."""
    return first_line(choice_file())


def preferred() -> str:
    """The chosen language, else the one that a hub's class list names; empty without either."""
    found = (chosen(), os.environ.get(VARIABLE, ""))
    return next((lang for lang in found if lang in LANGUAGES), "")


def choose(lang: str) -> None:
    """Remember a choice, and set JupyterLab to it. Raises ValueError for an unknown language."""
    if lang not in LANGUAGES:
        raise ValueError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    file = choice_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, f"{lang}\n")
    use_in_lab(lang)


def use_in_lab(lang: str) -> None:
    """Set the language of JupyterLab's own texts, unless the learner has set it there."""
    setting = lab_setting()
    ours = [json.dumps({"locale": locale}) + "\n" for locale in LOCALES.values()]
    there = setting.read_text(encoding="utf-8", errors="replace") if setting.exists() else ours[0]
    wanted = json.dumps({"locale": LOCALES[lang]}) + "\n"
    if there in ours and there != wanted:
        setting.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(setting, wanted)


def lab_setting() -> Path:
    """The file of JupyterLab's language."""
    folder = os.environ.get("JUPYTERLAB_SETTINGS_DIR")
    if folder:
        return Path(folder, *Path(LAB_SETTING).parts[2:])
    return Path(jupyter_config_dir(), LAB_SETTING)


def choice_file() -> Path:
    """The file that holds the choice."""
    return Path(jupyter_data_dir(), "ai4gov", MARKER)
