"""Where the course's own files are, in a checkout and in an installed wheel alike."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
REPOSITORY = PACKAGE.parent


def datasets() -> Path:
    """The folder that holds one folder for each data set."""
    return _shipped("datasets")


def release() -> Path:
    """The folder that holds one folder for each language of the released course."""
    return _shipped("release")


def locale() -> Path:
    """The folder that holds the translations, one folder for each language."""
    return PACKAGE / "locale"


def _shipped(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside the package."""
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else REPOSITORY / name
