"""Make the three pictures of README: python docs/pictures/make.py (two minutes; needs Chromium).

A lesson's figure, a check's answer in French and a class report: of a
lesson that is run, of a wrong answer that is checked, and of the class of `ai4gov demo`.
"""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from PIL import Image
from playwright.async_api import Page, async_playwright

from classroom.demo import fill
from course.start.home import copy_with_checks
from course.templating import environment
from course.tokens import LIGHT

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SLUG = "06-measuring-fairness"
"""The module that the pictures are of."""
FIGURE = "figure-people"
EXERCISE, MISTAKE = "high-risk", 'high_risk = people["score_text"] == "High"'
WIDTH, HEIGHT = 360, 340
"""Of a picture, in CSS pixels; it has twice as many of its own."""
CHROMIUM: Any = {"executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}
"""How Playwright starts the browser."""
ZOOM = {"lesson": 2}
"""How many times as much is on a picture of the same size: a figure is drawn in its wide form."""
FONTS = environment(ROOT / "course").get_template("fonts.css").render()
STYLE = f"""{FONTS}
:root {{ --jp-content-font-family: "Marivelle Sans" }}
h2 {{ font: 600 20px "Marivelle Serif" !important; color: {LIGHT["brand"]};
  margin: 0 !important; padding-top: 8px !important }}
body {{ padding: 0 !important }}
pre {{ white-space: pre-wrap !important }}
"""


def run(notebook: NotebookNode, folder: Path, until: str) -> list[NotebookNode]:
    """The cells of a notebook up to the one with an id, run in a folder."""
    ids = [cell.id for cell in notebook.cells]
    notebook.cells = notebook.cells[: ids.index(until) + 1]
    NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    return notebook.cells


def page(cells: list[NotebookNode]) -> str:
    """Cells as JupyterLab shows them, without their prompts."""
    html = HTMLExporter(exclude_input_prompt=True, exclude_output_prompt=True)
    notebook = nbformat.v4.new_notebook(cells=cells)
    return html.from_notebook_node(notebook)[0]


def heading(cells: list[NotebookNode], mark: str) -> NotebookNode:
    """The last heading of the cells, without the text below it."""
    lines = [
        line for cell in cells if cell.cell_type == "markdown" for line in cell.source.split("\n")
    ]
    return nbformat.v4.new_markdown_cell([line for line in lines if line.startswith(mark)][-1])


def lesson(place: Path) -> str:
    """A figure of the lesson, with the heading of its section; the code is folded away."""
    folder = copy_with_checks(ROOT / "release" / "en" / "lessons" / SLUG, place / "lesson")
    cells = run(nbformat.read(folder / f"{SLUG}.ipynb", 4), folder, FIGURE)
    cells[-1].metadata.transient = {"remove_source": True}
    return page([heading(cells, "## "), cells[-1]])


def check(place: Path) -> str:
    """An exercise in French with a wrong answer, and what its check says."""
    folder = copy_with_checks(ROOT / "release" / "fr" / SLUG, place / "exercise")
    path = folder / f"{SLUG}.ipynb"
    fill(path, {EXERCISE: MISTAKE})
    cells = run(nbformat.read(path, 4), folder, f"check-{EXERCISE}")
    ids = [cell.id for cell in cells]
    return page([heading(cells, "## "), *cells[ids.index(EXERCISE) :]])


def report(place: Path) -> str:
    """The report on the class of the demo."""
    subprocess.run(["ai4gov", "demo", SLUG, "--dir", place / "course"], cwd=ROOT, check=True)
    return (place / "course" / "report" / "report.html").read_text(encoding="utf-8")


def save(image: Image.Image, png: Path) -> None:
    """Write a PNG file of few colours."""
    image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(png, optimize=True)


async def photograph(browser_page: Page, html: str, name: str) -> None:
    """Write a page, from its last heading on, as a PNG file of few colours."""
    await browser_page.set_content(html, wait_until="load")
    await browser_page.add_style_tag(content=STYLE)
    await browser_page.evaluate("document.fonts.ready")
    await browser_page.locator("h2").last.evaluate("heading => heading.scrollIntoView()")
    png = HERE / f"{name}.png"
    await browser_page.screenshot(path=png)
    with Image.open(png) as image:
        save(image, png)
    print(f"{png.relative_to(ROOT)}: {png.stat().st_size / 1000:.0f} kB")


async def make(names: list[str]) -> None:
    """Make the pictures with these names."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**CHROMIUM)
        for name in names:
            zoom = ZOOM.get(name, 1)
            browser_page = await browser.new_page(
                viewport={"width": round(WIDTH * zoom), "height": round(HEIGHT * zoom)},
                device_scale_factor=2 / zoom,
                offline=True,
            )
            with tempfile.TemporaryDirectory() as folder:
                html = await asyncio.to_thread(PICTURES[name], Path(folder))
            await photograph(browser_page, html, name)
        await browser.close()


PICTURES = {"lesson": lesson, "check": check, "report": report}

if __name__ == "__main__":
    asyncio.run(make(sys.argv[1:] or list(PICTURES)))
