"""The pages of feedback and report: Jinja templates, filled so that everything is escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def render(template: str, **values: object) -> str:
    """The page made from a template of this folder.

    Every value is escaped, except what is Markup already: HTML that was made harmless.
    """
    return _environment().get_template(template).render(**values)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
