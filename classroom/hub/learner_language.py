"""The language of the person who uses this server: what she, the class list, or JupyterLab says."""

import json5

from course.language import LANGUAGES
from course.start.chosen_language import lab_setting, preferred


def learner_language() -> str | None:
    """The language's code; None where nothing says it.

    The first of these that names a language of the course: the choice made on the start page, the
    hub's class list, the language of JupyterLab.
    """
    lab = _of_lab()
    return preferred() or (lab if lab in LANGUAGES else None)


def _of_lab() -> str:
    """The language of JupyterLab's own texts, `fr` of `fr_FR`; empty where none was chosen."""
    try:
        locale = json5.loads(lab_setting().read_text(encoding="utf-8"))["locale"]
        return str(locale).replace("-", "_").partition("_")[0].lower()
    except (OSError, ValueError, KeyError, TypeError):
        return ""
