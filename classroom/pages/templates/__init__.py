"""The pages of feedback and report: Jinja templates, filled so that everything is escaped."""

from pathlib import Path

from course.templating import environment

FOLDER = Path(__file__).parent


def render(template: str, **values: object) -> str:
    """The page made from a template of this folder.

    Every value is escaped, except what is Markup already: HTML that was made harmless.
    """
    return environment(FOLDER, keep_last_newline=True).get_template(template).render(**values)
