"""The language that a learner has chosen on the start page, kept in the learner's home."""

from pathlib import Path

from jupyter_core.paths import jupyter_data_dir

from course.files import write_atomic
from course.language import LANGUAGES, MARKER, first_line


def chosen() -> str:
    """The code of the chosen language; empty before a choice was made."""
    return first_line(choice_file())


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
