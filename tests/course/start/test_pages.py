"""The start page and the completion record: what they say, in four languages, and safely."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace

import pytest

from course.start import chosen_route, hub_assignments, parent_server, progress, served_pages
from course.start import home as homes
from course.start.command import main
from course.start.hub_assignments import HandedIn, Status
from course.start.learner_pages import learner_home, start_page, write_pages
from course.start.opening import lay_out_language
from course.start.start_page import start_page as show_start_page
from course.syllabus import modules
from tests.course.start.conftest import all_right, entry

SLUG = "06-measuring-fairness"


class Links(HTMLParser):
    """The links of a page: what a screen reader says, and where they lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self._href = dict(attributes)["href"]
            self.found.append(("", self._href))

    def handle_endtag(self, tag):
        if tag == "a":
            self._href = None

    def handle_data(self, data):
        if self._href is not None:
            text, href = self.found[-1]
            self.found[-1] = (text + data, href)


def links(page: str) -> dict[str, str]:
    parser = Links()
    parser.feed(page)
    texts = [text for text, _ in parser.found]
    assert len(set(texts)) == len(texts), "two links are called the same"
    return dict(parser.found)


def written(home, lang="en", root=None) -> str:
    return write_pages(home, lang, root=root or home).read_text(encoding="utf-8")


def the_record(home, lang="en") -> str:
    write_pages(home, lang, root=home)
    return (home / "completion-record.html").read_text(encoding="utf-8")


SAID = {
    "en": (
        "Go on here",
        "First steps",
        "Lesson",
        "This is a self-declaration, not an examination.",
    ),
    "fr": ("Continuer ici", "Premiers pas", "Leçon", "déclaration personnelle, et non un examen"),
    "es": ("Continúe aquí", "Primeros pasos", "Lección", "declaración propia, no un examen"),
    "pt": ("Continue aqui", "Primeiros passos", "Lição", "autodeclaração, não um exame"),
}


@pytest.mark.parametrize("lang", SAID)
def test_both_pages_are_in_the_learner_s_language(home, lang):
    go_on, title, lesson, declaration = SAID[lang]
    page, record = written(home, lang), the_record(home, lang)
    assert f'<html lang="{lang}">' in page and f'<html lang="{lang}">' in record
    assert go_on in page and f"00 {title}" in page and lesson in page
    assert declaration in record


@pytest.mark.parametrize("lang", SAID)
def test_somebody_alone_needs_to_know_no_program_s_name(home, lang):
    _, _, shown = written(home, lang).partition("</style>")
    assert shown and "Jupyter" not in shown


def test_every_link_has_a_name_of_its_own_and_opens_a_file_that_is_there(home):
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    found = links(written(home))
    notebooks = [href for href in found.values() if "notebooks" in href]
    for href in notebooks:
        path = href.removeprefix("../notebooks/").partition("#")[0]
        assert (home / path).is_file(), href
    # The lessons, two strands of each assignment, the next step, start notebook, one language.
    assignments = sum(not module.lesson_only for module in modules().values())
    lessons = sum(not module.assignment_only for module in modules().values())
    assert len(notebooks) == lessons + 2 * assignments + 3


def test_the_next_exercise_is_named_and_the_link_leads_to_its_heading(home):
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    page = written(home)
    assert "Exercise: 7. What does the interval say? (Decide, 1 point)" in page
    href = next(href for text, href in links(page).items() if text.startswith("Open:"))
    assert href.startswith(f"../notebooks/en/{SLUG}/{SLUG}.ipynb#cell-id=7-what-does-the-interval")


def test_links_count_the_folders_between_the_server_s_top_and_the_home(home):
    found = links(written(home, root=home.parent.parent))
    inside = f"{home.parent.name}/{home.name}"
    assert f"../../../notebooks/{inside}/en/lessons/{SLUG}/{SLUG}.ipynb" in found.values()


def test_a_home_outside_the_server_s_folder_is_linked_as_if_it_were_its_top(home, tmp_path):
    assert homes.in_lab(home, tmp_path / "elsewhere", "a b.ipynb") == "../notebooks/a%20b.ipynb"


def test_the_page_counts_points_of_modules_that_were_not_begun(home):
    chosen_route.choose(chosen_route.EVERYTHING)
    page = written(home)
    stated = [progress.outline(slug).get("decide", {}) for slug in modules()]
    total = sum(sum(each.values()) for each in stated)
    assert f"0 of {total:g} points" in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Competency: Data Use and Governance"),
        ("fr", "Compétence\u00a0: Utilisation et gouvernance des données"),
        ("es", "Competencia: Uso y gobernanza de los datos"),
        ("pt", "Competência: Uso e governança de dados"),
    ],
)
def test_each_module_with_exercises_says_which_competency_it_is_for(home, lang, said):
    page = written(home, lang)
    with_exercises = sum(not module.lesson_only for module in modules().values())
    assert page.count(f"{said.partition(':')[0]}:") == with_exercises
    assert page.count(said) == sum(each.competency == "DG" for each in modules().values())
    chosen_route.choose("analyst")
    assert said in written(home, lang).partition('id="modules"')[0]


def test_the_next_step_says_the_question_of_its_module_the_last_sitting_and_this_week(home):
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(1)}})
    box = written(home).partition('id="next"')[2].partition("</section>")[0]
    assert "Is this score fair, and to whom?" in box
    assert "Last time, on 2026-11-20: 06 Measuring fairness." in box
    assert "This week, about" in box


@pytest.mark.parametrize("route", ["analyst", chosen_route.EVERYTHING, ""])
def test_no_level_of_headings_is_left_out(home, route):
    if route:
        chosen_route.choose(route)
    levels = [int(level) for level in re.findall(r"<h([1-6])", written(home))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_at_the_end_the_page_says_so_and_leads_to_the_record(home):
    done = {
        slug: all_right(slug, *(() if module.lesson_only else ("decide", "build")))
        for slug, module in modules().items()
    }
    progress.write(home / "progress.json", done)
    page = written(home)
    assert "There is nothing left to do" in page
    assert "You have completed the Decide track of the whole course." in page
    assert "Time left" not in page
    record = the_record(home)
    assert "Decide track: complete, all 18 modules." in record
    assert record.count("2026-11-20") == len(modules()) + 2


def test_the_record_of_somebody_who_has_not_begun_claims_nothing(home):
    record = the_record(home)
    assert "Decide track: 0 of 18 modules complete." in record
    assert "First recorded answer" not in record
    assert "✓" not in re.sub(r"<caption.*?</caption>", "", record)


@pytest.mark.parametrize("page", ["start.html", "completion-record.html"])
def test_a_page_loads_and_runs_nothing(home, page):
    written(home)
    text = (home / page).read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"<script|https?://|\son\w+=|src=", text)


def test_what_learners_files_hold_is_escaped(home):
    attack = "<img src=x onerror=alert(1)>"
    notebook = home / "en" / SLUG / f"{SLUG}.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("## 7. What", f"## 7. {attack} What"), encoding="utf-8")
    progress.write(home / "progress.json", {SLUG: {"smallest-group": entry(1)}, attack: {}})
    page = written(home)
    assert attack not in page and "&lt;img src=x" in page
    status = Status((HandedIn(attack, "handed-in", attack, "waits", attack, attack),), attack)
    assert attack not in start_page(learner_home(home, "en", status), lambda path, cell: path)


# On a hub


def status(**changes: str) -> Status:
    return Status((HandedIn(**({"assignment": SLUG, "state": "to-hand-in"} | changes)),), "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": "to-fetch"}, "handed out, not fetched yet"),
        ({"state": "to-hand-in"}, "fetched, to hand in"),
        ({"state": "handed-in", "at": "2026-11-28T12:00:00+00:00"}, "handed in on 2026-11-28"),
        ({"state": "handed-in", "feedback": "waits"}, "new feedback, not fetched yet"),
    ],
)
def test_on_a_hub_the_page_says_what_is_to_hand_in(home, changes, said):
    page = start_page(learner_home(home, "en", status(**changes)), lambda path, cell: path)
    assert "Handing in" in page and said in page


def test_on_a_hub_the_page_says_what_to_do_when_the_connection_fails(home):
    page = start_page(learner_home(home, "en", status()), lambda path, cell: path)
    assert "“Error submitting assignment”, nothing is lost" in page


def test_alone_the_page_says_nothing_of_handing_in(home):
    assert "Handing in" not in written(home)


def test_feedback_is_linked_where_its_page_is_there(home):
    name = f"{SLUG}/feedback/2026-11-28 12:00:00 UTC/{SLUG}.html"
    (home / name).parent.mkdir(parents=True)
    (home / name).write_text("feedback", encoding="utf-8")
    there = learner_home(home, "en", status(state="handed-in", feedback="fetched", page=name))
    found = links(start_page(there, lambda path, cell: f"{path}#{cell}"))
    (href,) = [href for text, href in found.items() if text.startswith("read the feedback")]
    assert href == name.replace(" ", "%20").replace(":", "%3A")


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"found": [{"assignment": 5, "state": "to-fetch"}], "looked_up": ""}',
     '{"found": [{"assignment": "a", "state": "x"}], "looked_up": ""}',
     '{"found": [{"unknown": "a"}], "looked_up": ""}'],
)  # fmt: skip
def test_a_damaged_status_counts_as_none(home, content):
    (home / hub_assignments.NAME).write_text(content, encoding="utf-8")
    assert hub_assignments.kept(home) is None
    assert "Handing in" not in written(home)


# The notebook and the command


def test_the_start_notebook_chooses_the_language_once(home, own_data, monkeypatch):
    monkeypatch.chdir(home / "fr")
    assert "Continuer ici" in show_start_page()._repr_html_()
    monkeypatch.chdir(home / "en")
    show_start_page()
    assert (own_data / "ai4gov" / "language.txt").read_text() == "fr\n"
    assert '<html lang="fr">' in (home / "start.html").read_text(encoding="utf-8")


def test_in_the_notebook_links_lead_from_its_own_folder(home, monkeypatch):
    monkeypatch.chdir(home / "fr")
    found = links(show_start_page()._repr_html_())
    assert f"lessons/{SLUG}/{SLUG}.ipynb" in found.values()


def test_a_new_language_gets_its_lessons_and_keeps_the_others(home):
    assert not (home / "pt").exists()
    lay_out_language(home, "pt")
    assert (home / "pt" / "start.ipynb").is_file()
    assert (home / "pt" / SLUG / f"{SLUG}.ipynb").is_file()
    assert (home / "fr" / "start.ipynb").is_file()


def test_the_command_writes_the_page_in_the_language_of_last_time(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "course.start.command.open_lab", lambda *given: opened.append(given[1]) or 0
    )
    assert main(["start", "--lang", "pt", "--dir", str(tmp_path / "work")]) == 0
    assert main(["start", "--dir", str(tmp_path / "work")]) == 0
    assert opened == ["pt", "pt"]
    assert '<html lang="pt">' in (tmp_path / "work" / "start.html").read_text(encoding="utf-8")


def test_kernels_compute_in_one_thread_unless_somebody_has_set_another_number(monkeypatch):
    monkeypatch.setenv(parent_server.PROCESS, "")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "4")
    web_app = SimpleNamespace(settings={"base_url": "/"}, add_handlers=lambda *_: None)
    served_pages._load_jupyter_server_extension(SimpleNamespace(web_app=web_app))
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert os.environ["OMP_NUM_THREADS"] == "4"
