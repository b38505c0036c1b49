"""The slides of a whole project, as a council sees them on a projector."""

from __future__ import annotations

import shutil

import pytest

from course.language import LANGUAGES
from course.project import open_project
from tests.course.project.example_project import EXAMPLE
from tests.system import need

pytestmark = pytest.mark.slow

WIDTH, HEIGHT = 1280, 720
"""Pixels of a common projector."""


@pytest.fixture(scope="module")
def slides(tmp_path_factory):
    """Gives for a language the height of each slide, and where its remark ends, in pixels."""
    need("chromium")
    from playwright.sync_api import sync_playwright

    folder = tmp_path_factory.mktemp("deck")
    home = folder / "project"
    shutil.copytree(EXAMPLE, home)
    project = open_project(home)
    presentation = project.read("presentation")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})

        def seen(lang: str) -> list[tuple[float, float]]:
            project.dossier.write_deck(
                folder / "deck.html",
                asked=[presentation.asked],
                remark=presentation.about_the_data,
                lang=lang,
            )
            page.goto((folder / "deck.html").as_uri())
            return page.eval_on_selector_all(
                ".slide",
                """slides => slides.map(slide => {
                    const top = slide.getBoundingClientRect().top;
                    const remark = slide.querySelector(".remark").getBoundingClientRect();
                    return [slide.getBoundingClientRect().height, remark.bottom - top];
                })""",
            )

        yield seen
        chromium.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_slide_fits_a_projector_with_the_remark_near_its_top(slides, lang):
    found = slides(lang)
    assert len(found) == 11
    for height, remark in found:
        assert height <= HEIGHT
        assert remark < HEIGHT / 4
