"""What README states is so: its numbers, the map of the course, its pictures and its links."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from classroom.demo import load_answers_module
from course.syllabus import modules
from tests.course.content.notebooks import read

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "docs/learning.md", "docs/teaching.md", "docs/running.md")


def stated(pattern: str) -> int:
    """The number that README states where the pattern has its group."""
    (found,) = re.findall(pattern, README)
    return int(found.replace(",", ""))


# Numbers


def test_the_exercises_are_those_that_a_released_assignment_checks():
    cells = [
        cell
        for path in (ROOT / "release" / "en").glob("[!l]*/*.ipynb")
        for cell in read(path).cells
        if cell.get("metadata", {}).get("nbgrader", {}).get("grade")
        and cell.cell_type == "code"
        and cell.source.startswith("check(")
    ]
    assert stated(r"\*\*([\d,]+)\*\* exercises") == len(cells)


def test_the_wrong_answers_are_those_of_the_modules_files():
    found = 0
    for slug in modules():
        module = load_answers_module(ROOT, slug)
        for answers in (getattr(module, "ANSWERS", {}), getattr(module, "SELF_CHECKS", {})):
            found += sum(each.code != "right" for several in answers.values() for each in several)
    assert stated(r"\*\*([\d,]+)\*\* wrong answers") == found


def test_the_attacks_are_those_of_the_page_that_the_attacks_write():
    page = (ROOT / "docs" / "attacks.md").read_text(encoding="utf-8")
    ((tried, held),) = re.findall(r"Of (\d+) attacks are held:.*? (\d+) at cgroup", page)
    assert re.findall(r"\*\*(\d+) of (\d+)\*\* attacks", README) == [(held, tried)]


# The map


def test_the_map_has_the_parts_of_the_syllabus_with_their_hours():
    minutes = defaultdict(lambda: [0, 0, 0])
    for module in modules().values():
        lesson, decide, assignment = (
            module.minutes.get(name, 0) for name in ("lesson", "decide", "assignment")
        )
        for part in (module.part, "together"):
            added = (1, lesson + assignment, lesson + decide)
            minutes[part] = [a + b for a, b in zip(minutes[part], added, strict=True)]
    rows = re.findall(r"^\| (.+?) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", README, re.MULTILINE)
    assert len(rows) == len(minutes)
    for (name, count, hours, decide), (part, (there, all_of_it, without_code)) in zip(
        rows, sorted(minutes.items(), key=lambda item: item[0] == "together"), strict=True
    ):
        assert name.startswith(part.split(":")[0])
        assert int(count) == there
        assert float(hours) == round(all_of_it / 30) / 2
        assert float(decide) == round(without_code / 30) / 2


# Pictures


@pytest.mark.parametrize("name", ["lesson", "check", "report"])
def test_a_picture_is_shown_with_its_text_and_is_small(name):
    file = f"docs/pictures/{name}.png"
    assert re.search(rf'<img src="{file}" width="280" alt="[^"]{{40,}}">', README)
    assert (ROOT / file).stat().st_size < 150_000
    with Image.open(ROOT / file) as picture:
        # Sharp on a telephone, whose page is 360 pixels wide and has two of its own for each.
        assert picture.width == 720


# Links


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_and_sections_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert links or page == "docs/learning.md"
    for link in links:
        file, _, section = link.partition("#")
        target = (ROOT / page).parent / file if file else ROOT / page
        assert target.is_file() or (target / "README.md").is_file(), link
        headings = re.findall(r"^#+ (.+)", target.read_text(encoding="utf-8"), re.MULTILINE)
        names = {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}
        assert not section or section in names, link


def test_the_first_page_leads_to_each_of_the_four_doors():
    doors = README.partition("## What next")[2].partition("\n## ")[0]
    assert re.findall(r"^- \*\*(\w+)", doors, re.MULTILINE) == ["Learn", "Teach", "Run", "Write"]


def test_links_for_learners_do_not_open_the_repository_with_the_answers():
    text = (ROOT / "docs" / "learning.md").read_text(encoding="utf-8")
    links = [line for line in text.splitlines() if "mybinder.org" in line or "git-pull" in line]
    assert len(links) == 2
    assert all("LEARNERS-REPOSITORY" in line for line in links)
    assert "OWNER/REPOSITORY" not in text


def test_no_address_of_a_repository_is_invented():
    """Nobody knows the address yet: RELEASE.md says when to enter it."""
    hosts = {urlsplit(url).netloc for url in re.findall(r"https?://[^\s`)]+", README)}
    assert hosts == set()
    for folder in (ROOT, ROOT / "autograder"):
        stated = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert all("/OWNER/" in url for url in stated["urls"].values())
