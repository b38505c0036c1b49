"""The language that a learner has chosen on the start page, kept in the learner's home."""

import os
from pathlib import Path

from jupyter_core.paths import jupyter_data_dir

from course.files import write_atomic
from course.language import LANGUAGES, MARKER, first_line

VARIABLE = "AI4GOV_LEARNER_LANG"
"""Set by a hub when it starts a learner's server, to what the class list says.

Not AI4GOV_LANG: that one decides the language of checks, so an English notebook would be checked
in French.
"""


def chosen() -> str:
    """The code of the chosen language; empty before a choice was made."""
    return first_line(choice_file())


def preferred() -> str:
    """The chosen language, else the one that a hub's class list names; empty without either."""
    found = (chosen(), os.environ.get(VARIABLE, ""))
    return next((lang for lang in found if lang in LANGUAGES), "")


def choose(lang: str) -> None:
    """Remember a choice. Raises ValueError for a language that the course does not have."""
    if lang not in LANGUAGES:
        raise ValueError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    file = choice_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, f"{lang}\n")


def choice_file() -> Path:
    """The file that holds the choice."""
    return Path(jupyter_data_dir(), "ai4gov", MARKER)
