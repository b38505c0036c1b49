"""Texts in templates: translators get each, and no translation can put markup into a page."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from course.publishing import PublishingError
from course.templating import render

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def package(tmp_path):
    """Writes templates into a package in a package; returns the inner one."""

    def write(shared: dict[str, str], own: dict[str, str]) -> Path:
        for folder, templates in ((tmp_path / "outer", shared), (tmp_path / "outer/inner", own)):
            (folder / "templates").mkdir(parents=True)
            (folder / "__init__.py").touch()
            for name, text in templates.items():
                (folder / "templates" / name).write_text(text, encoding="utf-8")
        return tmp_path / "outer/inner"

    return write


def french(text: str) -> str:
    return {"Of {name}": "De {name}", "Notes": "<b>Notes</b>"}[text]


def test_a_page_has_its_texts_in_the_language_asked_for(package):
    inner = package({}, {"page.html": '{{ _("Of {name}").format(name=name) }}'})
    assert render(inner, "page.html", french, name="Ana") == "De Ana"
    assert render(inner, "page.html", str, name="Ana") == "Of Ana"


def test_a_translation_and_its_values_are_escaped(package):
    page = '{{ _("Notes") }} {{ _("Of {name}").format(name=name) }}'
    made = render(package({}, {"page.html": page}), "page.html", french, name="<i>")
    assert made == "&lt;b&gt;Notes&lt;/b&gt; De &lt;i&gt;"


def test_a_block_that_would_write_translations_unescaped_is_no_syntax_of_templates(package):
    inner = package({}, {"page.html": "{% trans %}Notes{% endtrans %}"})
    with pytest.raises(TemplateSyntaxError):
        render(inner, "page.html", french)


def test_a_value_that_a_page_lacks_is_an_error(package):
    inner = package({}, {"page.html": '{{ _("Of {name}").format(name=name) }}'})
    with pytest.raises(UndefinedError):
        render(inner, "page.html", french)


def test_a_package_shares_the_templates_of_the_package_around_it(package):
    inner = package(
        {"frame.html": "({% block body %}{% endblock %})"},
        {"page.html": '{% extends "frame.html" %}{% block body %}{{ _("Notes") }}{% endblock %}'},
    )
    assert render(inner, "page.html", str) == "(Notes)"


@pytest.mark.parametrize(
    ("name", "folder"), [("course", "course/start"), ("classroom", "classroom/desk")]
)
def test_translators_get_the_texts_of_templates(mini_repository, name, folder):
    mini_repository.write(f"{folder}/templates/p.html", '<p title="{{ _("Of a page") }}">')
    built = mini_repository.build()
    entry = polib.pofile(built.files[f"course/locale/fr/{name}.po"]).find("Of a page")
    assert entry and entry.occurrences == [(f"{folder}/templates/p.html", "")]


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("<p>\n{{ _(text) }}", "line 2: .* a literal"),
        ('<p>\n{{ _("one " ~ text) }}', "line 2: .* a literal"),
        ("<p>\n{{ _('one'", "line 2: "),
    ],
)
def test_a_text_that_translators_would_not_see_is_refused(mini_repository, template, reason):
    mini_repository.write("course/start/templates/p.html", template)
    with pytest.raises(PublishingError, match=f"course/start/templates/p.html.*{reason}"):
        mini_repository.build()


def test_every_template_is_where_texts_are_looked_for():
    found = [path for name in ("course", "classroom") for path in (ROOT / name).rglob("*.html")]
    assert len(found) > 20
    for path in found:
        assert path.parent.name == "templates", path
        assert (path.parents[1] / "__init__.py").is_file(), path
