"""The site: a reduced one is built and looked at in a browser that records what it loads."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import polib
import pytest
from bs4 import BeautifulSoup

from course.checking.outcome import MIME
from course.places import Repository
from course.publishing import PublishingError, secrets
from course.publishing.site import build_site as site_build
from course.publishing.site import executed, lessons
from course.syllabus import modules, read_syllabus
from tests.packaging import hidden_comments
from tests.packaging.answer_search import needles, squeezed
from tests.system import need

ROOT = Path(__file__).resolve().parents[3]
SLUG = "06-measuring-fairness"
LANGS = ["en", "fr"]
LESSON, GUIDE = f"lessons/{SLUG}.html", "guide/index.html"
PAGES = [
    "index.html",
    "start.html",
    LESSON,
    "assignments/index.html",
    f"assignments/{SLUG}.html",
    "data/index.html",
    "data/compas.html",
    GUIDE,
    f"guide/{SLUG}.html",
    "search.html",
]
PRIVATE_NOTE = re.compile(
    r"^# %% \[markdown\] facilitator=true\n(.*?)(?=^# %%|\Z)", re.DOTALL | re.MULTILINE
)
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9aw"
    "AAAABJRU5ErkJggg=="
)

slow = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site with one lesson in two languages."""
    folder = tmp_path_factory.mktemp("site") / "pages"
    site_build.build_site(ROOT, folder, slugs=[SLUG], langs=LANGS)
    return folder


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@slow
def test_each_language_has_the_same_pages(site):
    for lang in LANGS:
        made = {
            path.relative_to(site / lang).as_posix() for path in site.rglob(f"{lang}/**/*.html")
        }
        assert made == set(PAGES)


@slow
def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it(site):
    pages = {path: soup(path) for path in site.rglob("*.html")}
    places = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in pages.items()}
    broken, looked_at = [], 0
    for path, page in pages.items():
        for tag in page.find_all(["a", "link", "script", "img"]):
            address = tag.get("href") or tag.get("src") or ""
            parts = urlsplit(address)
            if parts.scheme or not address:
                continue
            looked_at += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file():
                broken.append(f"{path.name}: {address}")
            elif parts.fragment and target in places and parts.fragment not in places[target]:
                # Furo's link back to the top has no name.
                broken.append(f"{path.name}: {address}")
    assert looked_at > 500
    assert broken == []


@slow
@pytest.mark.parametrize("page", PAGES)
def test_the_language_switch_leads_to_the_same_page(site, page):
    for lang in LANGS:
        read = soup(site / lang / page)
        assert read.html["lang"] == lang
        links = read.select("nav.languages a")
        assert [link["hreflang"] for link in links] == LANGS
        there = [(site / lang / page).parent / link["href"] for link in links]
        assert [path.resolve() for path in there] == [site / other / page for other in LANGS]
        assert [link["hreflang"] for link in links if link.get("aria-current")] == [lang]


@slow
def test_no_page_holds_a_solution_a_hidden_check_or_a_facilitators_answer(site):
    text = "\n".join(soup_text(path) for path in site.rglob("*.html"))
    whole = "\n".join(squeezed(line) for line in text.splitlines())
    found = needles(ROOT / "source")
    kinds = ("solutions", "answers", "hidden checks")
    assert all(found[f"{SLUG}: {kind}"] for kind in kinds)
    for kind in kinds:
        assert [line for line in found[f"{SLUG}: {kind}"] if line in whole] == []
    for name in ("lesson.py", "assignment.py"):
        notes = PRIVATE_NOTE.findall((ROOT / "source" / SLUG / name).read_text(encoding="utf-8"))
        lines = [squeezed(line) for note in notes for line in note.splitlines()]
        lines = [line for line in lines if len(line) > 40]
        assert lines
        assert [line for line in lines if line in whole] == []


@slow
def test_translations_of_the_facilitators_answers_are_not_on_it_either(site):
    source = "".join(
        (ROOT / "source" / SLUG / name).read_text(encoding="utf-8")
        for name in ("lesson.py", "assignment.py")
    )
    private = squeezed("\n".join(PRIVATE_NOTE.findall(source)))
    pages = squeezed(soup_text(site / "fr" / "guide" / f"{SLUG}.html"))
    entries = polib.pofile(str(ROOT / f"course/locale/fr/facilitator/{SLUG}.po"))
    hidden = [entry.msgstr for entry in entries if squeezed(entry.msgid) in private]
    shown = [entry.msgstr for entry in entries if squeezed(entry.msgid) not in private]
    assert len(hidden) >= 4 and len(shown) >= 3
    assert [text for text in hidden if plain(text) in pages] == []
    assert [text for text in shown if plain(text) not in pages] == []


def soup_text(path: Path) -> str:
    return soup(path).get_text()


def plain(markdown: str) -> str:
    """A text without the signs of Markdown and without blanks."""
    return squeezed(markdown.replace("*", "").replace("`", ""))


@slow
def test_code_that_is_folded_in_the_notebook_is_folded_on_the_page(site):
    notebook = nbformat.read(ROOT / f"release/en/lessons/{SLUG}/{SLUG}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    folded = [cell for cell in code if cell.metadata.get("jupyter", {}).get("source_hidden")]
    page = soup(site / "fr" / LESSON)
    folds = page.select("div.cell details.hide")
    assert 0 < len(folded) < len(code)
    assert len(folds) == len(folded)
    assert len(page.select("div.cell > div.cell_input")) == len(code) - len(folded)
    assert not any(fold.has_attr("open") for fold in folds)
    assert "Afficher le code" in folds[0].summary.get_text()


@slow
def test_a_lesson_shows_its_figures_with_their_alternative_texts(site):
    for lang in LANGS:
        pictures = soup(site / lang / LESSON).select("div.cell_output img")
        assert len(pictures) == 5
        assert all(len(picture["alt"]) > 60 for picture in pictures)


@slow
def test_a_page_of_an_assignment_says_decision_outcomes_minutes_exercises_and_how_to_begin(site):
    module = modules()[SLUG]
    text = " ".join(soup_text(site / "en" / "assignments" / f"{SLUG}.html").split())
    assert module.decision in text
    assert "count the four things that can happen to a person" in text
    assert f"About {module.minutes['decide']} minutes" in text
    assert "The four cases (Build, 2 points)" in text
    assert f"en/{SLUG}/{SLUG}.ipynb" in text


@slow
def test_the_guide_has_three_plans_and_a_timing_and_an_activity_for_the_module(site):
    guide = soup(site / "en" / GUIDE)
    headings = [heading.get_text().rstrip("¶") for heading in guide.select("h2")]
    assert {"A plan for four days", "A plan for six weeks", "An afternoon for leaders"} <= set(
        headings
    )
    page = soup_text(site / "en" / "guide" / f"{SLUG}.html")
    assert "Plan for 90 minutes" in page and "Group activity" in page


@pytest.mark.parametrize("plan", ["A plan for four days", "A plan for six weeks"])
def test_a_plan_of_the_guide_names_every_module(plan):
    guide = (ROOT / "source" / "facilitator.py").read_text(encoding="utf-8")
    part = guide.partition(f"# ## {plan}\n")[2].partition("\n# ## ")[0]
    assert part
    for module in modules().values():
        assert re.search(rf"(?<!\d){module.number}(?!\d)", part), module.slug


@slow
def test_a_second_build_runs_no_lesson_again(site, tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a lesson was run again")

    monkeypatch.setattr(executed, "_executed", refuse)
    made = site_build.build_site(ROOT, tmp_path / "again", slugs=[SLUG], langs=LANGS)
    assert made.pages == len(LANGS) * len(PAGES) + 1


def test_a_lesson_whose_checks_have_changed_is_run_again(mini_repository, monkeypatch):
    mini_repository.write_build()
    module = read_syllabus(mini_repository.path("course/syllabus.yml"))["01-tiny"]
    ran = []

    def run(_: Repository, folder: Path, __: str) -> nbformat.NotebookNode:
        ran.append(folder)
        return nbformat.v4.new_notebook()

    monkeypatch.setattr(executed, "_executed", run)
    # The code that runs lessons belongs to what their outputs depend on.
    monkeypatch.setattr(executed, "__file__", str(mini_repository.write("course/run.py", "")))
    for _ in range(2):
        executed.run(Repository(mini_repository.root), module, "fr")
    assert len(ran) == 1
    mini_repository.change("source/01-tiny/checks.py", "close(half, 0.5", "close(half, 0.25")
    mini_repository.write_build()
    executed.run(Repository(mini_repository.root), module, "fr")
    assert len(ran) == 2


@slow
def test_a_secret_on_a_page_stops_the_build_and_leaves_the_site_as_it_was(site, monkeypatch):
    before = (site / "en" / "start.html").read_bytes()
    hidden = (ROOT / "source" / SLUG / "hidden_checks.py").read_text(encoding="utf-8")
    solution = max(hidden.splitlines(), key=len).strip()
    pages = site_build.pages
    monkeypatch.setattr(
        site_build, "pages", lambda made: pages(made) | {"start.md": f"# Start\n\n{solution}\n"}
    )
    with pytest.raises(PublishingError, match="learners must not get this"):
        site_build.build_site(ROOT, site, slugs=[SLUG], langs=LANGS)
    assert (site / "en" / "start.html").read_bytes() == before


@slow
def test_no_page_holds_a_hidden_comment(site):
    assert not hidden_comments.traces_below(site)


def test_a_page_with_a_hidden_comment_is_refused():
    sentence = secrets.hidden_sentences(ROOT / "source")[0]
    with pytest.raises(PublishingError, match="sentence of hidden data"):
        site_build._refuse_secrets(ROOT, {"en/start.html": f"Hello. {sentence}.".encode()})


def test_a_folder_that_holds_anything_else_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(PublishingError, match="did not write"):
        site_build.build_site(ROOT, tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({"slugs": ["99-nothing"]}, "no module '99-nothing'"),
        ({"langs": ["de"]}, "no language 'de'"),
        ({"repository": "https://example.org"}, "OWNER/NAME"),
    ],
)
def test_a_call_that_cannot_be_carried_out_is_refused_in_one_line(call, said, tmp_path):
    with pytest.raises(PublishingError, match=said) as raised:
        site_build.build_site(ROOT, tmp_path / "site", **call)
    assert "\n" not in str(raised.value)
    assert not (tmp_path / "site").exists()


def test_notes_marked_public_are_no_secret_of_the_site_and_all_others_are(tmp_path):
    folder = tmp_path / "01-tiny"
    folder.mkdir()
    (folder / "lesson.py").write_text(
        "# %% [markdown] public=true facilitator=true\n"
        "# Form six groups and give each a sheet of paper.\n\n"
        "# %% [markdown] facilitator=true\n"
        "# The right answer is the one with the two conditions.\n",
        encoding="utf-8",
    )
    public, private = (
        "Form six groups and give each a sheet of paper.",
        "The right answer is the one with the two conditions.",
    )
    assert secrets.secret_lines(tmp_path) == {public, private}
    assert secrets.secret_lines(tmp_path, public_notes=True) == {private}


def test_on_a_page_sliders_are_left_out_pictures_are_files_and_a_check_says_that_nothing_runs(
    tmp_path,
):
    pixel = f"data:image/png;base64,{PIXEL}"
    html = (
        f'<source srcset="{pixel}"><img src="{pixel}" alt="A pixel">'
        '<th></th><th class="blank level0" >&nbsp;</th><th>sex</th><thead></thead>'
    )
    outputs = [
        nbformat.v4.new_output("display_data", {"application/vnd.jupyter.widget-view+json": {}}),
        nbformat.v4.new_output("execute_result", {"text/html": html, "text/plain": "A pixel"}),
        nbformat.v4.new_output("execute_result", {MIME: {}, "text/html": "<b>Not attempted</b>"}),
        nbformat.v4.new_output("stream", name="stderr", text="a warning"),
    ]
    cell = nbformat.v4.new_code_cell("show()", outputs=outputs)
    heading = nbformat.v4.new_markdown_cell("# Title\n\nA half, 50%<!--above-->.")
    notebook = nbformat.v4.new_notebook(cells=[heading, cell])
    notebook.metadata["widgets"] = {"state": {}}
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    made = lessons.readable(notebook, modules()[SLUG], "en", pictures)
    (picture,) = pictures.iterdir()
    shown = [output.data["text/html"] for output in made.cells[2].outputs]
    assert made.cells[0].source == "# 06 Title\n\nA half, 50%."
    assert "widgets" not in made.metadata
    assert picture.read_bytes().startswith(b"\x89PNG")
    saved = f"../pictures/{picture.name}"
    assert f'<source srcset="{saved}"><img loading="lazy" src="{saved}" alt="A pixel">' in shown[0]
    # pandas' corners are no headings.
    corners = '<td></td><td class="blank level0" ></td><th>sex</th><thead></thead>'
    assert shown[0].endswith(corners)
    assert "nothing runs on this page" in shown[1] and len(shown) == 2


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site):
    """The site on a server of its own, as a host of files serves it."""
    handler = functools.partial(QuietHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update",
                  "--disable-sync"],
        )  # fmt: skip
        yield chromium
        chromium.close()


def opened(browser, address: str, path: str, width: int = 1300, height: int = 900):
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}/{path}")
    return page


@slow
def test_no_page_loads_anything_from_elsewhere_or_that_is_missing(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    missing: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "response",
        lambda answer: missing.append(answer.url) if answer.status >= 400 else None,
    )
    for path in ["index.html", f"en/{LESSON}", *(f"fr/{each}" for each in PAGES)]:
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    context.close()
    assert len(asked) > 50
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert missing == []


@slow
def test_formulas_are_drawn_without_faults(browser, address):
    page = opened(browser, address, f"en/{LESSON}")
    page.wait_for_selector("mjx-container[display=true]")
    assert page.locator("mjx-container").count() >= 5
    assert page.locator("mjx-merror").count() == 0
    # For screen readers, MathJax adds the formula as MathML.
    assert page.locator("mjx-container mjx-assistive-mml math").count() >= 5
    page.close()


@slow
@pytest.mark.parametrize("width", [1300, 390])
@pytest.mark.parametrize("path", ["fr/index.html", f"fr/{LESSON}", f"en/{GUIDE}", "index.html"])
def test_axe_finds_nothing_serious(browser, address, path, width):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, address, path, width)
    found = Axe().run(page).response["violations"]
    page.close()
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    assert [(each["id"], each["nodes"][0]["html"]) for each in serious] == []


@slow
@pytest.mark.parametrize("lang", LANGS)
def test_no_page_scrolls_sideways_on_a_phone(browser, address, lang):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    wide = []
    for path in PAGES:
        page.goto(f"{address}/{lang}/{path}")
        if path == LESSON:
            page.wait_for_selector("mjx-container[display=true]")
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate("window.scrollTo(200, 0)")
        if page.evaluate("window.scrollX") or page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth"
        ):
            wide.append(path)
    page.close()
    assert wide == []


@slow
def test_the_first_stop_of_the_keyboard_skips_to_the_content(browser, address):
    page = opened(browser, address, f"fr/{LESSON}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
    page.close()


@slow
def test_the_menu_of_a_phone_opens_by_keyboard_and_is_out_of_reach_while_closed(browser, address):
    page = opened(browser, address, f"fr/{LESSON}", width=390, height=844)
    link = page.locator(".sidebar-drawer a", has_text="Jeux de données")
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"
    page.keyboard.press("Space")
    link.wait_for(state="visible")
    link.press("Enter")
    page.wait_for_url(f"{address}/fr/data/index.html")
    page.close()


@slow
def test_search_finds_a_lesson_by_a_word_of_its_language_and_answers_in_it(browser, address):
    page = opened(browser, address, "fr/index.html")
    page.get_by_role("searchbox").or_(page.locator(".sidebar-search")).first.fill("préjudices")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/fr/search\.html"))
    page.locator("#search-results a[href*=lessons]").first.wait_for()
    # The heading says that the search goes on until the last result is shown.
    page.get_by_role("heading", name="Résultats de la recherche").wait_for(timeout=90_000)
    page.close()
