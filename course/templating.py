"""HTML templates, which escape every value except Markup."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache
def environment(folder: Path, *, keep_last_newline: bool = False) -> "Environment":
    """The templates in a folder; a page ends with a newline if its template does, or never."""
    # Imported at the first page: cells and commands that write none do not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keep_last_newline,
    )
