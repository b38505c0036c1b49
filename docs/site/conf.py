"""Sphinx' settings for one language of the site; `ai4gov site` calls it once for each.

The command names the language, the title and the folder of the sources, which it has written.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.locale import get_translation

from course import tokens
from course.language import LANGUAGES
from course.templating import SHARED

_ = get_translation("sphinx")

extensions = ["myst_nb", "sphinx.ext.mathjax"]
exclude_patterns = ["locales"]
# Typographic quotation marks are in the texts already, as each language writes them.
smartquotes = False

myst_enable_extensions = ["colon_fence", "dollarmath"]
myst_heading_anchors = 3
# The lessons come with their outputs.
nb_execution_mode = "off"
nb_merge_streams = True
# No widgets are on the pages, so their scripts are not fetched from elsewhere.
nb_ipywidgets_js = {}

html_theme = "furo"
project = "AI for the Public Sector"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_static_path = ["_static", str(SHARED / "fonts"), str(SHARED / "tokens.css")]
html_favicon = str(SHARED / "mark.svg")
html_css_files = ["tokens.css", "site.css"]
html_js_files = [("site.js", {"defer": "defer"})]
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
FURO = {
    "color-brand-primary": "brand",
    "color-brand-content": "link",
    "color-foreground-primary": "ink",
    "color-foreground-secondary": "quiet",
    "color-foreground-muted": "quiet",
    "color-background-primary": "ground",
    "color-background-secondary": "paper",
    "color-background-border": "line",
    "color-background-hover": "paper",
}
"""The tokens of our design that Furo's variables take."""
html_theme_options = {
    "light_css_variables": {
        **{name: tokens.LIGHT[token] for name, token in FURO.items()},
        "font-stack": "var(--font-text)",
        "font-stack--headings": "var(--font-title)",
        "font-stack--monospace": "var(--font-code)",
    },
    "dark_css_variables": {name: tokens.DARK[token] for name, token in FURO.items()},
}
# Beside the folders of the languages; MathJax 3 as sphinx-mathjax-offline brings it.
mathjax_path = "../../mathjax/tex-chtml.js"
mathjax3_config = {"options": {"enableMenu": False}}

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
FOLD_LABEL = 'summary aria-label="Toggle hidden content"'
"""MyST-NB's, in English only; without it, the summary is called by its text."""


def prepare(
    app: Sphinx, name: str, template: str, context: dict[str, object], doctree: object
) -> None:
    """Put each table into a frame that can scroll, and list the languages of a page."""
    body = context.get("body")
    if isinstance(body, str):
        body = TABLE.sub(lambda match: f'<div class="scrolling">{match[0]}</div>', body)
        context["body"] = body.replace(FOLD_LABEL, "summary")
    here = context.get("site_language")
    context["languages"] = [
        (code, LANGUAGES[code], code == here)
        for code in str(context.get("site_languages", "en")).split(",")
    ]


def set_prompts(app: Sphinx, config: object) -> None:
    """Name the fold of a code cell in the language; lessons speak of its three dots."""
    app.config["nb_code_prompt_show"] = f"⋯ {_('Show the code')}"
    app.config["nb_code_prompt_hide"] = f"⋯ {_('Hide the code')}"


def setup(app: Sphinx) -> None:
    """Connect the two functions."""
    app.connect("config-inited", set_prompts, priority=1)
    # After Furo's own handler.
    app.connect("html-page-context", prepare, priority=900)
