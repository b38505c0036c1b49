"""HTML templates, which escape every value except Markup and hold their texts for translators.

The templates of a package are in its folder `templates`; one that several packages use is in the
`templates` of the folder above them. What all pages share (tokens, fonts, mark) is in the one here.
"""

from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = "templates"
"""The folder of a package with its templates."""

SHARED = Path(__file__).parent / TEMPLATES

MEDIA_TYPES = {".svg": "image/svg+xml", ".woff2": "font/woff2"}


def render(package: Path, template: str, t: Callable[[str], object], **values: object) -> str:
    """The page made from a template of the package in a folder.

    `t` gives each text that the template writes as `{{ _("…") }}` in the language of the page.
    """
    return environment(package).get_template(template).render(_=t, **values)


@lru_cache
def environment(package: Path) -> "Environment":
    """The templates of a package, its own before those that it shares."""
    # Imported at the first page: cells and commands that write none do not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    packages = [each for each in (package, *package.parents) if (each / "__init__.py").is_file()]
    folders = [*(each / TEMPLATES for each in packages), SHARED]
    # Without jinja2.ext.i18n: its {% trans %} would write translations without escaping them.
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["data_uri"] = data_uri
    return made


@lru_cache
def data_uri(name: str) -> str:
    """A file of the shared templates as a data: URI, so that a page is whole in one file."""
    path = SHARED / name
    return f"data:{MEDIA_TYPES[path.suffix]};base64,{b64encode(path.read_bytes()).decode()}"
