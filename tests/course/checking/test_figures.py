"""A figure is shown with the sentence that says what it shows."""

from __future__ import annotations

import base64
import re

import matplotlib
import pytest

from course import show

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
    return show(figure, alt=ALT)


def test_a_figure_carries_its_alternative_text_in_html_and_as_text():
    figure = drawn()
    assert repr(figure) == ALT
    assert 'alt="Rates of &quot;high&quot; &amp; &lt;low&gt;: 45% against 23%."' in (
        figure._repr_html_()
    )


def test_a_figure_is_a_png_inside_the_page():
    encoded = re.search(r"data:image/png;base64,([^\"]+)", drawn()._repr_html_())[1]
    assert base64.b64decode(encoded).startswith(b"\x89PNG\r\n")


def test_the_same_figure_gives_the_same_bytes():
    assert drawn().png == drawn().png


def test_a_shown_figure_is_closed():
    from matplotlib import pyplot

    before = pyplot.get_fignums()
    drawn()
    assert pyplot.get_fignums() == before
