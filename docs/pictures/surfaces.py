"""Make pictures of everything that people see: make surfaces DIR=folder (needs Chromium).

Each surface is photographed in each language, in light and dark, as a desktop and a telephone show
it: LANG/SURFACE-SCHEME-WIDTH.png, and for each language, scheme and width one sheet of all of them.
A table says which page scrolls sideways, what axe finds, and what has no dark version or no
translation. The work is that of one run of `ai4gov demo` and of the example of the project; the
notebooks are open as the start page opens them. The window is made narrower while a page is open.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import axe_playwright_python
from make import CHROMIUM, ROOT, SLUG, save
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, sync_playwright

from classroom.demo_project import EXAMPLE
from course.language import LANGUAGES, SOURCE
from course.project import open_project
from course.project.names import CHECKPOINTS
from tests.journeys.test_browser import TOKEN, run_all, started, wait_until_idle

SIZES = {1280: 900, 390: 844}
"""The height of the window by its width; a picture has two windows of a page at most."""
SCHEMES = ("light", "dark")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
DANGER = "The lamp in the park fell, and a man is unconscious."
"""What is typed into the service of the project."""
MISTAKEN = 3
"""Which of the demo's submissions with mistakes is shown: one with right answers too."""
SCROLL = "each => each.scrollIntoView({block: each.clientHeight > 400 ? 'start' : 'center'})"

Row = tuple[str, str, str]
"""A surface, what was found, and where; `PICTURE` for each picture."""
PICTURE = ""


class Camera:
    """Takes the pictures of one language."""

    def __init__(self, browser: Browser, lang: str, out: Path):
        self.lang, self.folder = lang, out / lang
        self.folder.mkdir(parents=True, exist_ok=True)
        self.rows: list[Row] = []
        # The pages' own policies would refuse axe.
        context = browser.new_context(locale=lang, bypass_csp=True, reduced_motion="reduce")
        # Kernels of four languages start on one machine, beside whatever else it does.
        context.set_default_timeout(300_000)
        self.page = context.new_page()

    def open(self, surface: str, address: str | Path) -> None:
        """Open a page, and take its pictures from the top."""
        self.page.goto(address.absolute().as_uri() if isinstance(address, Path) else address)
        self.take(surface)

    def take(self, surface: str, shown: Locator | None = None) -> None:
        """Take the pictures of the page that is open, or of a notebook with a part in view."""
        page = self.page
        for width, height in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                if shown:
                    light = json.dumps(scheme == "light")
                    page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")
                    # Cells above get their height only when they come near the window.
                    for _ in range(3):
                        shown.evaluate(SCROLL)
                        page.wait_for_timeout(400)
                page.wait_for_timeout(100)
                tall = page.evaluate("document.documentElement.scrollHeight")
                area = {"x": 0, "y": 0, "width": width, "height": min(tall, 2 * height)}
                path = self.folder / f"{surface}-{scheme}-{width}.png"
                page.screenshot(path=path, full_page=True, clip=area)
                self.rows.append((surface, PICTURE, path.name))
                if not shown and scheme == SCHEMES[width == min(SIZES)]:
                    self.examine(surface, f"{self.lang} {scheme} {width}")

    def examine(self, surface: str, where: str) -> None:
        """Whether the page is wider than its window, and what axe finds on it."""
        wide, window = self.page.evaluate(
            "[document.documentElement.scrollWidth, window.innerWidth]"
        )
        if wide > window:
            self.rows.append((surface, "scrolls sideways", f"{where}: {wide} px"))
        self.page.evaluate(AXE)
        for each in self.page.evaluate("axe.run()")["violations"]:
            rule = f"axe: {each['id']} ({each['impact']})"
            self.rows.append((surface, rule, where))

    def notebook(self, address: str, path: str) -> None:
        """A notebook in the reading layout, with its kernel at rest."""
        self.page.set_viewport_size({"width": 1280, "height": SIZES[1280]})
        self.page.goto(f"{address}/notebooks/{path}")
        self.page.locator(".ai4gov-bar").wait_for()
        wait_until_idle(self.page, address, path)

    def run_all(self, address: str, path: str) -> None:
        """Run the cells of the notebook that is open, and wait for the last one."""
        run_all(self.page)
        self.page.wait_for_timeout(1000)
        wait_until_idle(self.page, address, path)


def learner(camera: Camera, place: Path, student: str) -> None:
    """What a learner sees of notebooks with right and wrong answers."""
    lang, page = camera.lang, camera.page
    home = place / f"home-{lang}"
    home.mkdir()
    with started(home, lang) as (address, work):
        page.goto(f"{address}/api?token={TOKEN}")
        lesson, exercises = f"{lang}/lessons/{SLUG}/{SLUG}.ipynb", f"{lang}/{SLUG}/{SLUG}.ipynb"
        camera.notebook(address, lesson)
        camera.take("lesson", page.locator(".jp-Notebook h1").first)
        camera.run_all(address, lesson)
        figure = page.locator(".jp-OutputArea img[alt]").first
        figure.wait_for(state="attached")
        camera.take("figure", figure)
        camera.notebook(address, exercises)
        camera.take("assignment", page.locator(".ai4gov-answers:has([type=radio])").first)
        shutil.copy(place / "course/submitted" / student / SLUG / f"{SLUG}.ipynb",
                    work / lang / SLUG)  # fmt: skip
        camera.notebook(address, exercises)
        camera.run_all(address, exercises)
        checks = page.locator(".ai4gov-outcome")
        checks.last.wait_for(state="attached")
        camera.take("check-wrong", checks.filter(has_text="→").first)
        camera.take("check-right", checks.filter(has_text="✓").first)
        brief = CHECKPOINTS[0]
        (work / lang / brief / "project").mkdir(exist_ok=True)
        shutil.copy(ROOT / EXAMPLE / "team.yml", work / lang / brief / "project")
        camera.notebook(address, f"{lang}/{brief}/{brief}.ipynb")
        camera.run_all(address, f"{lang}/{brief}/{brief}.ipynb")
        page.locator(".ai4gov-form").nth(1).wait_for(state="attached")
        camera.take("form", page.locator(".ai4gov-form").nth(1))
        project = f"{lang}/{CHECKPOINTS[-1]}/project"
        shutil.copytree(ROOT / EXAMPLE, work / project, dirs_exist_ok=True)
        page.goto(f"{address}/ai4gov/civicly/?project={project}&lang={lang}")
        page.locator("#text").fill(DANGER)
        page.locator("form button").click()
        page.locator("#says").wait_for()
        camera.take("civicly")
        camera.open("start", f"{address}/ai4gov/start.html")
        camera.open("record", f"{address}/ai4gov/completion-record.html")


def documents(camera: Camera, place: Path) -> None:
    """Dossier and slides of the example, and the PDF's first page where pdftoppm is there."""
    home, lang = place / f"project-{camera.lang}", camera.lang
    shutil.copytree(ROOT / EXAMPLE, home)
    project = open_project(home)
    presentation = project.read("presentation")
    project.dossier.write(home / "dossier.html", lang=lang)
    project.dossier.write_deck(home / "slides.html", asked=[presentation.asked],
                               remark=presentation.about_the_data, lang=lang)  # fmt: skip
    camera.open("dossier", home / "dossier.html")
    camera.open("slides", home / "slides.html")
    if not shutil.which("pdftoppm"):
        camera.rows.append(("dossier-pdf", "needs pdftoppm", lang))
        return
    project.dossier.write(home / "dossier.pdf", lang=lang)
    name = "dossier-pdf-light-1280"
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-scale-to-x", "1280", "-scale-to-y", "-1",
                    home / "dossier.pdf", camera.folder / name], check=True)  # fmt: skip
    camera.rows.append(("dossier-pdf", PICTURE, f"{name}.png"))


def classroom(camera: Camera, place: Path, student: str, desk: str) -> None:
    """What instructors see, and a jury."""
    course, lang, page = place / "course", camera.lang, camera.page
    camera.open("feedback", course / "feedback" / student / SLUG / f"{SLUG}.html")
    subprocess.run(["ai4gov", "report", "--lang", lang, "--out", place / f"report-{lang}"],
                   cwd=course, check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    camera.open("report", place / f"report-{lang}" / "report.html")
    camera.open("gallery", course / "gallery" / "index.html")
    camera.open("jury", course / "jury" / "jury.html")
    page.goto(desk)
    here = desk.partition("?")[0]
    camera.open("desk", here)
    camera.open("desk-missing", f"{here}missing")
    camera.open("desk-notes", f"{here}read?assignment={SLUG}")
    page.locator("main a[href*='read/']").first.click()
    page.locator("textarea").first.wait_for()
    camera.take("desk-note")


def photograph(lang: str, place: Path, out: Path, desk: str, site: Path | None) -> list[Row]:
    """Take all pictures of a language."""
    students = sorted((place / "course" / "feedback").glob(f"*-typical-mistakes-{lang}"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        camera = Camera(browser, lang, out)
        steps = {
            "classroom": lambda: classroom(camera, place, students[MISTAKEN].name, desk),
            "documents": lambda: documents(camera, place),
            "learner": lambda: learner(camera, place, students[MISTAKEN].name),
        }
        if site:
            steps["site"] = lambda: (
                camera.open("site", site / lang / "index.html"),
                camera.open("site-lesson", site / lang / "lessons" / f"{SLUG}.html"),
            )
        for name, step in steps.items():
            began = time.monotonic()
            try:
                step()
            except Exception as error:  # One surface that is missing costs no other.
                camera.rows.append((name, f"STOPPED: {str(error).splitlines()[0]}", lang))
            print(f"{lang} {name}: {time.monotonic() - began:.0f} s", flush=True)
        browser.close()
    return camera.rows


def sheet(pictures: list[Path], width: int) -> Image.Image:
    """Pictures of one width side by side, small, each with its name."""
    across, columns = (400, 5) if width > 800 else (195, 10)
    down = round(across * 2 * SIZES[width] / width)
    rows = -(-len(pictures) // columns)
    made = Image.new("RGB", (columns * (across + 8), rows * (down + 24)), "grey")
    for number, path in enumerate(pictures):
        x, y = number % columns * (across + 8), number // columns * (down + 24)
        ImageDraw.Draw(made).text((x + 4, y + 6), path.stem.rsplit("-", 2)[0], "white")
        with Image.open(path) as image:
            image.thumbnail((across, 3 * down))
            made.paste(image.crop((0, 0, image.width, min(down, image.height))), (x, y + 20))
    return made


def alike(out: Path, surface: str) -> list[Row]:
    """Which pictures are the same in dark as in light, or in a language as in English."""
    found: list[Row] = []
    for light in out.glob(f"*/{surface}-light-1280.png"):
        lang, seen = light.parent.name, light.read_bytes()
        dark = light.with_name(f"{surface}-dark-1280.png")
        if not dark.exists() or dark.read_bytes() == seen:
            found.append((surface, "no dark version", lang))
        source = out / SOURCE / light.name
        if lang != SOURCE and source.exists() and source.read_bytes() == seen:
            found.append((surface, "no translation", lang))
    return found


def table(rows: list[Row], out: Path) -> str:
    """For each surface: how many pictures, and what was found where."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for surface in dict.fromkeys(row[0] for row in rows):
        for _, what, where in [*(r for r in rows if r[0] == surface), *alike(out, surface)]:
            found[surface][what].append(where)
    lines = [f"{'surface':<14} pictures"]
    for surface, kinds in found.items():
        lines.append(f"{surface:<14} {len(kinds.pop(PICTURE, ())):>8}")
        lines += [f"    {what}: {', '.join(where)}" for what, where in kinds.items()]
    return "\n".join(lines)


def main() -> None:
    """Make the course's demo, photograph it in each language, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES, action="append", help="only these languages")
    parser.add_argument("--site", type=Path, help="a folder that `ai4gov site` has made")
    options = parser.parse_args()
    out, langs = options.out.resolve(), options.lang or list(LANGUAGES)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        course = place / "course"
        subprocess.run(["ai4gov", "demo", SLUG, "--dir", course], cwd=ROOT, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        last = course / "submitted" / "01-reference-answers-en" / CHECKPOINTS[-1]
        shutil.copytree(ROOT / EXAMPLE, last / "project")
        (last / "timestamp.txt").write_text("2026-12-10 09:00:00 UTC")
        for step in ("gallery", "jury"):
            subprocess.run(["ai4gov", "project", step], cwd=course, check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
        desk = subprocess.Popen(["ai4gov", "desk"], cwd=course, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            assert desk.stdout
            address = next(line.strip() for line in desk.stdout if "http" in line)
            with ProcessPoolExecutor(2) as pool:
                given = [(lang, place, out, address, options.site) for lang in langs]
                rows = [row for each in pool.map(photograph, *zip(*given, strict=True))
                        for row in each]  # fmt: skip
        finally:
            desk.terminate()
            desk.wait(20)
    for lang in langs:
        for scheme in SCHEMES:
            for width in SIZES:
                pictures = sorted((out / lang).glob(f"*-{scheme}-{width}.png"))
                save(sheet(pictures, width), out / f"{lang}-{scheme}-{width}.png")
    print(table(rows, out))
    print(f"Look at {out}/*.png")


if __name__ == "__main__":
    main()
