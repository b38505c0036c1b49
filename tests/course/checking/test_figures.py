"""A figure is shown with the sentence that says what it shows."""

from __future__ import annotations

import base64
import re

import matplotlib
import pytest

from course import describe_dataset, show
from course.data.datasets import citation, dataset_names
from course.language import LANGUAGES

TITLE = "One is higher"
ALT = 'Rates of "high" & <low>: 45% against 23%.'


@pytest.fixture(autouse=True)
def without_a_screen():
    before = matplotlib.get_backend()
    matplotlib.use("agg")
    yield
    matplotlib.use(before)


def drawn():
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(2, 1))
    axes.bar(["a", "b"], [1, 2])
    return show(figure, title=TITLE, alt=ALT, subtitle="of 100", source=["compas", "<a law>"])


def test_a_figure_carries_its_alternative_text_in_html_and_as_text():
    figure = drawn()
    assert repr(figure) == f"{TITLE}\n{ALT}"
    assert 'alt="Rates of &quot;high&quot; &amp; &lt;low&gt;: 45% against 23%."' in (
        figure._repr_html_()
    )


def test_title_subtitle_and_source_are_text_of_the_page():
    page = drawn()._repr_html_()
    assert f'<strong style="font-size: 1.1em">{TITLE}</strong>' in page
    assert "of 100" in page
    assert "Source: COMPAS scores and new charges, Broward County" in page
    assert "(ProPublica, a newsroom in New York, 2016); &lt;a law&gt;" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_data_set_is_cited_with_its_publisher_in_the_readers_language(lang, monkeypatch):
    monkeypatch.setenv("AI4GOV_LANG", lang)
    for name in dataset_names():
        assert describe_dataset(name).content["title"] in citation(name)
        assert citation(name).endswith(")")


def test_a_figure_is_drawn_for_a_page_and_for_a_telephone_with_text_as_text():
    page = drawn()._repr_html_()
    narrow, wide = (
        base64.b64decode(encoded).decode()
        for encoded in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    )
    assert '<source media="(max-width: 700px)"' in page
    assert 'width="576pt"' in wide and 'width="288pt"' in narrow
    assert re.search(r"<text[^>]*>a</text>", wide) and re.search(r"<text[^>]*>a</text>", narrow)


def test_panels_in_a_row_are_below_each_other_on_a_telephone():
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2, figsize=(8, 3), sharey=True)
    show(figure, title=TITLE, alt=ALT)
    first, second = (each.get_position() for each in axes)
    assert first.x0 == pytest.approx(second.x0, abs=0.01) and first.y0 > second.y1
    assert figure.get_figheight() == 6


def test_the_same_figure_gives_the_same_bytes():
    assert drawn() == drawn()


def test_a_shown_figure_is_closed():
    from matplotlib import pyplot

    before = pyplot.get_fignums()
    drawn()
    assert pyplot.get_fignums() == before
